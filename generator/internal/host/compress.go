package host

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
)

// A Compressor makes the compressed copies of files. It may be used by several goroutines
// at once.
type Compressor struct{ gzips, brotlis sync.Pool }

// Gzip returns b compressed (RFC 1952).
func (c *Compressor) Gzip(b []byte) []byte {
	w, _ := c.gzips.Get().(*gzip.Writer)
	if w == nil {
		w, _ = gzip.NewWriterLevel(nil, gzip.BestCompression) // the only error is an unknown level
	}
	defer c.gzips.Put(w)
	var out bytes.Buffer
	w.Reset(&out)
	_, _ = w.Write(b) // into memory
	_ = w.Close()
	return out.Bytes()
}

// Brotli returns b compressed (RFC 7932).
func (c *Compressor) Brotli(b []byte) []byte {
	w, _ := c.brotlis.Get().(*brotli.Writer)
	if w == nil {
		w = brotli.NewWriterLevel(nil, 6) // 7 takes twice as long for 0.13 % less
	}
	defer c.brotlis.Put(w)
	var out bytes.Buffer
	w.Reset(&out)
	_, _ = w.Write(b) // into memory
	_ = w.Close()
	return out.Bytes()
}

// Decoded returns what a body holds that was sent with a Content-Encoding.
func Decoded(encoding string, body io.Reader) (io.Reader, error) {
	switch encoding {
	case "", "identity":
		return body, nil
	case "gzip":
		return gzip.NewReader(body)
	case "br":
		return brotli.NewReader(body), nil
	}
	return nil, fmt.Errorf("unknown content encoding %q", encoding)
}
