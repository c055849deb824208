package host

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var site = &Site{
	Base: "/ppid/", Domain: "contoh.go.id", Secure: true, Policy: "default-src 'none'", Admin: "default-src 'self'",
	Redirects: []Redirect{{"/ppid/lama/", "/ppid/baru/"}, {"/ppid/tua.html", "/ppid/baru/"}},
}

// TestFiles shows what is written for each host. UPDATE=1 writes the golden files.
func TestFiles(t *testing.T) {
	for i := range Hosts {
		h := &Hosts[i]
		t.Run(h.Name, func(t *testing.T) {
			var b bytes.Buffer
			for _, f := range Files(site, []*Host{h}) {
				fmt.Fprintf(&b, "-- %s --\n%s", f.Path, f.Text)
			}
			golden := filepath.Join("testdata", h.Name+".txt")
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("%v, got\n%s", err, b.Bytes())
			}
		})
	}
}

// TestCheck holds each limit of each host: what just keeps it passes, one more does not.
func TestCheck(t *testing.T) {
	for i := range Hosts {
		h := &Hosts[i]
		check := func(name string, most int64, what Limit, make func(n int64) (*Site, []Size)) {
			if most == 0 {
				return
			}
			t.Run(h.Name+" "+name, func(t *testing.T) {
				s, sizes := make(most)
				if found := h.Check(s, sizes); len(found) > 0 {
					t.Errorf("the most it takes: %+v", found)
				}
				s, sizes = make(most + 1)
				found := h.Check(s, sizes)
				if len(found) != 1 || found[0].What != what || found[0].Most != fmt.Sprint(most) {
					t.Errorf("one more: %+v", found)
				}
			})
		}
		check("files", int64(h.MaxFiles), FileCount, func(n int64) (*Site, []Size) { return &Site{}, make([]Size, n) })
		check("file", h.MaxFile, FileSize, func(n int64) (*Site, []Size) { return &Site{}, []Size{{"a", n}} })
		check("total", h.MaxTotal, TotalSize, func(n int64) (*Site, []Size) {
			var all []Size
			for part := int64(50 << 20); n > 0; n -= part {
				all = append(all, Size{"a", min(part, n)})
			}
			return &Site{}, all
		})
		check("redirects", int64(h.MaxRedirects), RedirectCount, func(n int64) (*Site, []Size) { return &Site{Redirects: make([]Redirect, n)}, nil })
	}
}

// TestPromised holds that only headers which every host sends are promised.
func TestPromised(t *testing.T) {
	plain := *site
	plain.Admin = ""
	long := plain
	long.Policy = strings.Repeat("x", 3000)
	for _, test := range []struct {
		name  string
		site  *Site
		hosts []string
		want  int
	}{
		{"none", &plain, nil, 0},
		{"nginx", &plain, []string{"nginx"}, 6},
		{"carried by rsync to nginx", &plain, []string{"rsync", "nginx"}, 6},
		{"rsync alone", &plain, []string{"rsync"}, 0},
		{"one that sends none", &plain, []string{"nginx", "github"}, 0},
		{"a policy that is too long", &long, []string{"cloudflare"}, 5},
		{"netlify with the editors' page", site, []string{"netlify"}, 5},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.site.Promised(Find(test.hosts)); len(got) != test.want {
				t.Errorf("%d headers, want %d: %v", len(got), test.want, got)
			}
		})
	}
}

// TestLocal shows how a page's addresses become those of files.
func TestLocal(t *testing.T) {
	for _, test := range []struct{ name, file, in, want string }{
		{"a page", "a/b/index.html", `<a href="/ppid/sop/">`, `<a href="../../sop/index.html">`},
		{"home", "a/index.html", `<a href="/ppid/">`, `<a href="../index.html">`},
		{"from home", "index.html", `<a href="/ppid/sop/#x">`, `<a href="sop/index.html#x">`},
		{"a file", "a/index.html", `<img src="/ppid/media/a.png" srcset="/ppid/media/a.png 480w, /ppid/media/b.png 960w">`, `<img src="../media/a.png" srcset="../media/a.png 480w, ../media/b.png 960w">`},
		{"a search", "index.html", `<form action="/ppid/cari/">`, `<form action="cari/index.html">`},
		{"elsewhere", "index.html", `<a href="https://kpu.go.id/ppid/"> <a href="//x/"> <a href="/lain/"> <a href="#a">`, `<a href="https://kpu.go.id/ppid/"> <a href="//x/"> <a href="/lain/"> <a href="#a">`},
		{"a redirect", "lama/index.html", `<meta http-equiv="refresh" content="0; url=/ppid/baru/">`, `<meta http-equiv="refresh" content="0; url=../baru/index.html">`},
	} {
		t.Run(test.name, func(t *testing.T) {
			name, got, err := Local("/ppid/", test.file, func() ([]byte, error) { return []byte(test.in), nil })
			if err != nil || name != test.file || string(got) != test.want {
				t.Errorf("%s %v, got\n%s\nwant\n%s", name, err, got, test.want)
			}
		})
	}
}

// TestCompressor holds that copies are read back by the standard's own readers, and are the
// same bytes each time.
func TestCompressor(t *testing.T) {
	var c Compressor
	text := []byte(strings.Repeat("Daftar Informasi Publik. ", 100))
	for encoding, compress := range map[string]func([]byte) []byte{"gzip": c.Gzip, "br": c.Brotli} {
		one, two := compress(text), compress(text)
		r, err := Decoded(encoding, bytes.NewReader(one))
		if err != nil {
			t.Fatal(err)
		}
		back, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(back, text) || !bytes.Equal(one, two) || len(one) > len(text)/5 {
			t.Errorf("%s: %v, %d bytes of %d", encoding, err, len(one), len(text))
		}
	}
	if _, err := Decoded("zstd", nil); err == nil {
		t.Error("an encoding that nobody knows")
	}
}
