package verify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/host"
)

// A Site is a live site that is compared with a release.
type Site struct {
	Client  http.RoundTripper // an http.Client would follow redirects
	Timeout time.Duration     // how long a request may take
	Base    *url.URL          // the address of the site, which ends with a slash
	Release Release
	Workers int // the number of requests at a time

	// Turn chooses who requests what is not requested as everybody. Where it grows by one from run
	// to run, four runs request every file as everybody.
	Turn int
}

// A Failure says why something could not be compared.
type Failure struct {
	Address string // or the path in a folder; "" for the whole site
	Visitor string // who was turned away everywhere; "" where it does not depend on that
	Status  int    // of the answer; 0 if there was none
	Err     error  // of the connection or the disk; nil if there was an answer
}

// Error implements error.
func (f *Failure) Error() string {
	var parts []string
	if f.Address != "" {
		parts = append(parts, f.Address)
	}
	if f.Visitor != "" {
		parts = append(parts, "turns away "+f.Visitor)
	}
	if f.Status != 0 {
		parts = append(parts, fmt.Sprint(f.Status))
	}
	if f.Err != nil {
		parts = append(parts, f.Err.Error())
	}
	return strings.Join(parts, ": ")
}

// Unwrap returns the error of the connection or the disk.
func (f *Failure) Unwrap() error { return f.Err }

// An answer is the answer of a server to one request.
type answer struct {
	status int
	header http.Header
	body   []byte // up to the limit and one more
}

// at returns the address of a path of the server.
func (s *Site) at(path, query string) string {
	u := url.URL{Scheme: s.Base.Scheme, Host: s.Base.Host, Path: path, RawQuery: query}
	return u.String()
}

// address returns the address of a file, without the index.html that visitors leave out.
func (s *Site) address(file string) string { return s.at(s.Base.Path+shown(file), "") }

// shown returns the path at which visitors see a file.
func shown(file string) string {
	if dir, ok := strings.CutSuffix(file, "index.html"); ok &&
		(dir == "" || dir[len(dir)-1] == '/') {
		return dir
	}
	return file
}

// patience is how long it is waited at most for a server that says how long it has too much to do.
const patience = 30 * time.Second

// get requests an address as a visitor, three times at most while the server fails or has too much
// to do. It waits half a second and a whole one in between, or as long as the server says. It reads
// limit bytes of the body, and one more where there are more. The error is a *Failure.
func (s *Site) get(
	ctx context.Context, address string, v *Visitor, limit int64,
) (a *answer, err error) {
	var wait time.Duration
	for try := range 3 {
		if try > 0 { // a timer of no time at all ends the tests of Go 1.26 now and then
			select {
			case <-ctx.Done():
			case <-time.After(wait):
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, &Failure{Address: address, Err: err}
		}
		wait = time.Duration(try+1) * 500 * time.Millisecond
		if a, err = s.once(ctx, address, v, limit); err != nil {
			err = &Failure{Address: address, Err: err}
		} else if a.status == http.StatusTooManyRequests || a.status >= 500 {
			err = &Failure{Address: address, Status: a.status}
			if seconds, err := strconv.Atoi(a.header.Get("Retry-After")); err == nil {
				wait = min(max(wait, time.Duration(seconds)*time.Second), patience)
			}
		} else {
			return a, nil
		}
	}
	return nil, err
}

func (s *Site) once(
	ctx context.Context, address string, v *Visitor, limit int64,
) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, s.Timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	for _, h := range v.Headers {
		r.Header.Set(h[0], h[1])
	}
	resp, err := s.Client.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	raw := &counting{r: resp.Body}
	body, err := host.Decoded(strings.ToLower(resp.Header.Get("Content-Encoding")), raw)
	if err == nil {
		var b bytes.Buffer
		b.Grow(int(max(0, min(resp.ContentLength, limit))) + bytes.MinRead)
		if _, err = b.ReadFrom(io.LimitReader(body, limit+1)); err == nil {
			return &answer{resp.StatusCode, resp.Header, b.Bytes()}, nil
		}
	}
	switch {
	case raw.err != nil:
		return nil, raw.err
	case raw.n == 0: // an empty body, as of a redirect
		return &answer{resp.StatusCode, resp.Header, nil}, nil
	}
	return &answer{resp.StatusCode, resp.Header, []byte(garbled)}, nil
}

// garbled stands for a body that cannot be decoded. No file of ours has these bytes.
const garbled = "\x00garbled"

// counting counts the bytes that are read, and keeps an error of the connection, which must not be
// taken for one of the decoder.
type counting struct {
	r   io.Reader
	n   int64
	err error
}

func (c *counting) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		c.err = err
	}
	return n, err
}
