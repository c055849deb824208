package verify

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// A Visitor is one way of requesting a page.
type Visitor struct {
	Name    string
	Headers [][2]string
}

// What browsers call themselves.
const (
	engine = " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
	laptop = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" + engine + "Safari/537.36"
	phone  = "Mozilla/5.0 (Linux; Android 13; SM-A045F)" + engine + "Mobile Safari/537.36"
)

// Visitors are those as whom every page is requested. Other files are requested as the first only.
var Visitors = []Visitor{
	{"browser", [][2]string{
		{"User-Agent", laptop},
		{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"},
		{"Accept-Language", "id-ID,id;q=0.9"},
		{"Accept-Encoding", "gzip, br"},
	}},
	{"crawler", [][2]string{
		{"User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
		{"Accept-Encoding", "gzip"},
	}},
	{"phone", [][2]string{
		{"User-Agent", phone},
		{"Accept", "text/html,*/*;q=0.8"},
		{"Accept-Language", "id-ID,id;q=0.9"},
		{"Accept-Encoding", "gzip, br"},
	}},
	{"search", [][2]string{
		{"User-Agent", phone},
		{"Referer", "https://www.google.com/"},
		{"Accept-Language", "id-ID,id;q=0.9"},
		{"Accept-Encoding", "gzip"},
	}},
}

// unknown lists addresses that no release has: those that programs request in search of weak
// points, and those where planted pages mostly are. None of them may be answered.
var unknown = []string{
	"tidak-ada-%s/", "tidak-ada-%s.html", "%s.php", "wp-login.php", "wp-content/uploads/%s.php",
	"slot-gacor/", "slot/", "judi/", "index.php", ".env", ".git/HEAD", "aset/%s.js",
}

// A live is a site being verified.
type live struct {
	client  http.RoundTripper // an http.Client would follow redirects
	timeout time.Duration
	base    *url.URL
	release Release
	sums    map[string]digest.Sum // of the manifest, by path

	mu     sync.Mutex
	report Report
}

// Live compares the site at base, which must end with a slash, with a release. workers is the
// number of requests at a time, and timeout how long each may take. Live returns when all is
// checked or ctx is done.
func Live(
	ctx context.Context, client http.RoundTripper, timeout time.Duration,
	base *url.URL, release Release, workers int,
) *Report {
	l := &live{client: client, timeout: timeout, base: base, release: release}
	l.sums = map[string]digest.Sum{}
	for _, e := range release.Files {
		l.sums[e.Path] = e.Sum
	}
	if _, err := l.get(ctx, base.String(), &Visitors[0], 1<<20); err != nil {
		l.fail(err) // once is enough when nobody is there
		return &l.report
	}
	var work []func()
	for _, e := range release.Files {
		if host.IsSettings(e.Path) {
			work = append(work, func() { l.settings(ctx, e) })
			continue
		}
		if l.isCopy(e.Path) {
			continue // it is sent for the file that it is a copy of
		}
		l.report.Files++
		if encodings := l.encodings(e.Path); len(encodings) > 0 {
			// The encodings that a visitor accepts decide which of several files is sent.
			for _, encoding := range append(encodings, "identity") {
				work = append(work, func() { l.file(ctx, e, reading(encoding)) })
			}
		}
		for n := range Visitors {
			if n == 0 || isPage(e.Path) {
				work = append(work, func() { l.file(ctx, e, &Visitors[n]) })
			}
		}
	}
	work = append(work, func() { l.list(ctx) }, func() { l.query(ctx) })
	for _, name := range unknown {
		for n := range Visitors {
			work = append(work, func() { l.nothing(ctx, name, &Visitors[n]) })
		}
	}
	queue := make(chan func())
	var group sync.WaitGroup
	for range max(workers, 1) {
		group.Go(func() {
			for do := range queue {
				if ctx.Err() == nil {
					do()
				}
			}
		})
	}
	for _, do := range work {
		queue <- do
	}
	close(queue)
	group.Wait()
	if err := ctx.Err(); err != nil {
		l.report.Unchecked = append(l.report.Unchecked, err)
	}
	l.report.sort()
	return &l.report
}

// isCopy reports whether a file is the compressed copy of another.
func (l *live) isCopy(file string) bool {
	for _, ending := range []string{".gz", ".br"} {
		if of, ok := strings.CutSuffix(file, ending); ok && l.sums[of] != (digest.Sum{}) {
			return true
		}
	}
	return false
}

// encodings returns the encodings in which the release has a copy of a file.
func (l *live) encodings(file string) []string {
	var all []string
	for encoding, ending := range map[string]string{"gzip": ".gz", "br": ".br"} {
		if _, ok := l.sums[file+ending]; ok {
			all = append(all, encoding)
		}
	}
	return all
}

// reading returns the first of the Visitors, accepting one encoding only.
func reading(encoding string) *Visitor {
	v := Visitor{Name: Visitors[0].Name, Headers: slices.Clone(Visitors[0].Headers)}
	for i := range v.Headers {
		if v.Headers[i][0] == "Accept-Encoding" {
			v.Headers[i][1] = encoding
		}
	}
	return &v
}

func (l *live) find(kind Kind, path string, v *Visitor, detail string) {
	l.mu.Lock()
	l.report.Findings = append(l.report.Findings, Finding{kind, path, []string{v.Name}, detail})
	l.mu.Unlock()
}

func (l *live) fail(err error) {
	l.mu.Lock()
	l.report.Unchecked = append(l.report.Unchecked, err)
	l.mu.Unlock()
}

// An answer is the answer of a server to one request.
type answer struct {
	status int
	header http.Header
	body   []byte // up to the limit and one more
}

// address returns the address of a file, without the index.html that visitors leave out.
func (l *live) address(file string) string {
	if file == "index.html" {
		file = ""
	} else if dir, ok := strings.CutSuffix(file, "/index.html"); ok {
		file = dir + "/"
	}
	return l.base.ResolveReference(&url.URL{Path: l.base.Path + file}).String()
}

// get requests an address as a visitor, three times at most while the server fails or has too much
// to do. It reads limit bytes of the body, and one more where there are more.
func (l *live) get(
	ctx context.Context, address string, v *Visitor, limit int64,
) (*answer, error) {
	var err error
	for try := range 3 {
		if try > 0 {
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-time.After(time.Duration(try) * 500 * time.Millisecond):
			}
		}
		var a *answer
		if a, err = l.once(ctx, address, v, limit); err == nil {
			if a.status != http.StatusTooManyRequests && a.status < 500 {
				return a, nil
			}
			err = fmt.Errorf("%s: %d", address, a.status)
		}
	}
	return nil, err
}

func (l *live) once(
	ctx context.Context, address string, v *Visitor, limit int64,
) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, l.timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	for _, h := range v.Headers {
		r.Header.Set(h[0], h[1])
	}
	resp, err := l.client.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	raw := &counting{r: resp.Body}
	body, err := host.Decoded(strings.ToLower(resp.Header.Get("Content-Encoding")), raw)
	if err == nil {
		var b []byte
		if b, err = limited(body, limit); err == nil {
			return &answer{resp.StatusCode, resp.Header, b}, nil
		}
	}
	switch {
	case raw.err != nil:
		return nil, fmt.Errorf("%s: %w", address, raw.err)
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

// planting is how many bytes are read beyond the size of a file, to find out what was added.
const planting = 256 << 10

// file compares one file as a visitor gets it.
func (l *live) file(ctx context.Context, e store.Entry, v *Visitor) {
	address := l.address(e.Path)
	a, err := l.get(ctx, address, v, e.Size+planting)
	switch {
	case err != nil:
		l.fail(err)
		return
	case (a.status == http.StatusNotFound || a.status == http.StatusGone) && e.Path != "404.html":
		l.find(Missing, e.Path, v, "")
		return
	case a.status >= 300 && a.status < 400:
		if !l.leads(a, e.Redirect) {
			l.find(Moved, e.Path, v, a.header.Get("Location"))
		}
		return
	case a.status == http.StatusForbidden || a.status == http.StatusUnauthorized:
		l.find(Missing, e.Path, v, fmt.Sprint(a.status))
		return
	case a.status != http.StatusOK && !(e.Path == "404.html" && a.status == http.StatusNotFound):
		l.fail(fmt.Errorf("%s: %d", address, a.status))
		return
	}
	if digest.Of(a.body) != e.Sum {
		l.find(Changed, e.Path, v, "")
		l.planted(e, a.body, v)
	}
	if got := a.header.Get("Content-Type"); !sameType(got, e.Type) {
		l.find(Typed, e.Path, v, fmt.Sprintf("%q, %q", got, e.Type))
	}
	l.headers(e.Path, a, v)
}

// leads reports whether a redirect leads where the manifest says.
func (l *live) leads(a *answer, want string) bool {
	to, err := l.base.Parse(a.header.Get("Location"))
	if err != nil || want == "" {
		return false
	}
	expected, err := l.base.Parse(want)
	return err == nil && to.Path == expected.Path && to.Host == expected.Host && to.RawQuery == ""
}

// headers compares the headers of an answer with those in the manifest. The editors' form has a
// policy of its own.
func (l *live) headers(file string, a *answer, v *Visitor) {
	for _, h := range l.release.Headers {
		if strings.HasPrefix(file, host.AdminFolder) && h.Name == "Content-Security-Policy" {
			continue
		}
		if got := a.header.Get(h.Name); got != h.Value {
			l.find(Unheaded, file, v, h.Name)
		}
	}
}

// list compares the manifest itself.
func (l *live) list(ctx context.Context) {
	v := &Visitors[0]
	a, err := l.get(ctx, l.address(host.Manifest), v, int64(len(l.release.Text)))
	switch {
	case err != nil:
		l.fail(err)
	case a.status != http.StatusOK:
		l.find(Missing, host.Manifest, v, "")
	case string(a.body) != string(l.release.Text):
		l.find(Listed, host.Manifest, v, "")
	}
}

// query requests the home page with a query, which tells planted programs what to show.
func (l *live) query(ctx context.Context) {
	v := &Visitors[3]
	a, err := l.get(ctx, l.base.String()+"?s=slot+gacor&p=1", v, 1<<20)
	switch {
	case err != nil:
		l.fail(err)
	case a.status != http.StatusOK || digest.Of(a.body) != l.sums["index.html"]:
		l.find(Changed, "index.html", v, "?s=")
		l.planted(store.Entry{Path: "index.html"}, a.body, v)
	}
}

// settings checks a file with settings for a host. Most hosts do not serve it, which is right.
func (l *live) settings(ctx context.Context, e store.Entry) {
	v := &Visitors[0]
	a, err := l.get(ctx, l.address(e.Path), v, e.Size)
	if err != nil {
		l.fail(err)
		return
	}
	sum := digest.Of(a.body)
	if a.status == http.StatusOK && sum != e.Sum && sum != l.sums["404.html"] {
		l.find(Changed, e.Path, v, "")
	}
}

// nothing requests an address that the release does not have. The answer must be that it is not
// there, with the page for that.
func (l *live) nothing(ctx context.Context, name string, v *Visitor) {
	if strings.Contains(name, "%s") {
		name = fmt.Sprintf(name, digest.Of(l.release.Text).Short())
	}
	folder := strings.TrimSuffix(name, "/") + "/"
	for file := range l.sums {
		if file == name || strings.HasPrefix(file, folder) {
			return // the site has that address, or a folder of that name
		}
	}
	a, err := l.get(ctx, l.address(name), v, 1<<20)
	if err != nil {
		l.fail(err)
		return
	}
	// Servers may forbid some addresses, but a long body could be a planted page.
	sum := digest.Of(a.body)
	if a.status == http.StatusForbidden && (len(a.body) < 1000 || sum == l.sums["404.html"]) {
		return
	}
	if a.status != http.StatusNotFound && a.status != http.StatusGone {
		l.find(Answered, name, v, "")
		l.planted(store.Entry{Path: name}, a.body, v)
		return
	}
	if want, ok := l.sums["404.html"]; ok && sum != want {
		l.find(Changed, "404.html", v, "")
		l.planted(store.Entry{Path: "404.html"}, a.body, v)
	}
}

// planted reports the first addresses in a body that are not the site's: links and scripts of
// other sites, or of paths that the release does not have. It is called for bodies that differ.
func (l *live) planted(e store.Entry, body []byte, v *Visitor) {
	known := map[string]bool{}
	if l.release.Original != nil {
		if was, err := l.release.Original(e.Path); err == nil && digest.Of(was) == e.Sum {
			for _, address := range l.strangers(was, 1000) {
				known[address] = true
			}
		}
	}
	shown := 0
	for _, address := range l.strangers(body, 1000) {
		if !known[address] && shown < 5 {
			shown++
			l.find(Planted, e.Path, v, address)
		}
	}
}

// strangers returns the addresses in a page that are not the site's, at most as many as most.
func (l *live) strangers(body []byte, most int) []string {
	var found []string
	z := html.NewTokenizer(strings.NewReader(string(body)))
	for len(found) < most {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		token := z.Token()
		canonical := html.Attribute{Key: "rel", Val: "canonical"}
		if token.Data == "link" && slices.Contains(token.Attr, canonical) {
			continue // the site may be served at an address that is not its own
		}
		for _, a := range token.Attr {
			if a.Key != "href" && a.Key != "src" && a.Key != "action" {
				continue
			}
			to, err := l.base.Parse(a.Val)
			if err == nil && !l.ours(to) && !slices.Contains(found, to.String()) {
				found = append(found, to.String())
			}
		}
	}
	return found
}

// ours reports whether an address is in the release, or has a scheme such as mailto, by which
// nothing is loaded or run. Links to other sites are not, even those that editors wrote.
func (l *live) ours(to *url.URL) bool {
	if to.Scheme != "http" && to.Scheme != "https" {
		return to.Scheme != "javascript"
	}
	if to.Host != l.base.Host {
		return false
	}
	file, ok := strings.CutPrefix(to.Path, l.base.Path)
	if !ok {
		return false
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	_, ok = l.sums[file]
	return ok
}
