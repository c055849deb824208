package host

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site is the sample of the golden files: it has all that a Site can have.
var site = &Site{
	Base:   "/ppid/",
	Domain: "contoh.go.id",
	Secure: true,
	Policy: "default-src 'none'",
	Admin:  "default-src 'self'",
	Redirects: []Redirect{
		{"/ppid/lama/", "/ppid/baru/"},
		{"/ppid/tua.html", "/ppid/baru/"},
	},
}

// bare is a site that has as little as a Site can have.
var bare = &Site{Base: "/", Policy: "default-src 'none'"}

// golden returns what is true of a host, and all files that it reads for a site, with their
// paths.
func golden(h *Host, s *Site) string {
	var b strings.Builder
	say := func(what string, of ...string) {
		if len(of) == 0 {
			of = []string{"none"}
		}
		fmt.Fprintf(&b, "%s: %s\n", what, strings.Join(of, ", "))
	}
	var copies, most, headers []string
	if h.Gzip {
		copies = append(copies, ".gz")
	}
	if h.Brotli {
		copies = append(copies, ".br")
	}
	for _, limit := range []struct {
		most int64
		of   string
	}{
		{int64(h.MaxFiles), "files"},
		{h.MaxFile, "bytes in a file"},
		{h.MaxTotal, "bytes in all files"},
		{int64(h.MaxRedirects), "redirects"},
	} {
		if limit.most > 0 {
			most = append(most, fmt.Sprint(limit.most, " ", limit.of))
		}
	}
	for _, header := range s.Promised([]*Host{h}) {
		headers = append(headers, header.Name)
	}
	say("compressed copies", copies...)
	say("limits", most...)
	say("promised headers", headers...)
	files := Files(s, []*Host{h})
	if len(files) == 0 {
		say("files")
	}
	for _, f := range files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.Path, f.Text)
	}
	return b.String()
}

// TestGolden shows what is written for each host. UPDATE=1 writes the golden files.
func TestGolden(t *testing.T) {
	for i := range Hosts {
		h := &Hosts[i]
		t.Run(h.Name, func(t *testing.T) {
			got, file := golden(h, site), filepath.Join("testdata", h.Name+".golden")
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v; UPDATE=1 go test writes it", err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-%s +written\n%s", file, diff)
			}
		})
	}
}

// TestNoOtherGolden holds that each golden file is that of a host.
func TestNoOtherGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name, ok := strings.CutSuffix(filepath.Base(file), ".golden")
		if !ok || !slices.Contains(Names(), name) {
			t.Errorf("%s is of no host: remove it", file)
		}
	}
}

// TestRows holds what must be true of every row of Hosts, whatever the site.
func TestRows(t *testing.T) {
	long := *site
	long.Policy = strings.Repeat("x", 3000)
	seen := map[string]bool{}
	for i := range Hosts {
		h := &Hosts[i]
		if h.Name == "" || seen[h.Name] || h.Source == "" {
			t.Errorf("row %d: the name %q must be one of its own, and have a source", i, h.Name)
		}
		seen[h.Name] = true
		for _, s := range []*Site{site, bare, &long} {
			files := Files(s, []*Host{h})
			for _, f := range files {
				if !IsSettings(f.Path) || Compressible(f.Path) {
					t.Errorf("%s writes %s, which would be served like a page", h.Name, f.Path)
				}
			}
			for _, header := range s.Promised([]*Host{h}) {
				if !slices.ContainsFunc(files, func(f File) bool { return says(f, header) }) {
					t.Errorf("%s promises %s and writes it nowhere", h.Name, header.Name)
				}
			}
		}
	}
	for _, file := range []string{"index.html", "CNAME.html", "a/_headers", "manifest.json"} {
		if IsSettings(file) {
			t.Errorf("%s is taken for settings", file)
		}
	}
}

// says reports whether a line of a file has the name of a header and its value.
func says(f File, header Header) bool {
	for line := range strings.Lines(string(f.Text)) {
		if strings.Contains(line, header.Name) && strings.Contains(line, header.Value) {
			return true
		}
	}
	return false
}

// TestFiles holds that what a site does not have is written for no host, and that a file which
// two hosts read is written once.
func TestFiles(t *testing.T) {
	all := Find(Names())
	if len(all) != len(Hosts) || len(Find([]string{"geocities"})) > 0 {
		t.Errorf("%d of %d hosts are found by their names", len(all), len(Hosts))
	}
	for _, f := range Files(bare, all) {
		if f.Path == "CNAME" || f.Path == "_redirects" {
			t.Errorf("%s is written for a site that needs none", f.Path)
		}
		for _, word := range []string{"admin", "301", "ppid", "Strict-Transport"} {
			if bytes.Contains(f.Text, []byte(word)) {
				t.Errorf("%s of a bare site speaks of %s", f.Path, word)
			}
		}
	}
	files := Files(site, all)
	for i := 1; i < len(files); i++ {
		if files[i-1].Path >= files[i].Path {
			t.Errorf("%s is written after %s", files[i].Path, files[i-1].Path)
		}
	}
}

// TestType holds the types and classes of files by their names.
func TestType(t *testing.T) {
	for _, test := range []struct {
		file, want   string
		class        Class
		compressible bool
	}{
		{"index.html", "text/html; charset=utf-8", Fresh, true},
		{"aset/a.CSS", "text/css; charset=utf-8", Fixed, true},
		{"manifest.json", "application/json; charset=utf-8", Fresh, true},
		{"a/logo.svg", "image/svg+xml; charset=utf-8", Fresh, true},
		{"media/a.png", "image/png", Fixed, false},
		{"cari/isi/a.txt", "text/plain; charset=utf-8", Fixed, true},
		{"cari/a.txt", "text/plain; charset=utf-8", Fresh, true},
		{"berkas/a.xlsx", types["xlsx"], Fresh, false},
		{"a.html.gz", "application/octet-stream", Fresh, false},
		{"tanpa-akhiran", "application/octet-stream", Fresh, false},
	} {
		if got := Type(test.file); got != test.want {
			t.Errorf("%s: type %q, want %q", test.file, got, test.want)
		}
		if got := ClassOf(test.file); got != test.class {
			t.Errorf("%s: class %q, want %q", test.file, got, test.class)
		}
		if got := Compresses(test.file, smallest); got != test.compressible {
			t.Errorf("%s: compressible %v", test.file, got)
		}
		if Compresses(test.file, smallest-1) {
			t.Errorf("%s: a small file gets a copy", test.file)
		}
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
		check("files", int64(h.MaxFiles), FileCount, func(n int64) (*Site, []Size) {
			return &Site{}, make([]Size, n)
		})
		check("file", h.MaxFile, FileSize, func(n int64) (*Site, []Size) {
			return &Site{}, []Size{{"a", n}}
		})
		check("total", h.MaxTotal, TotalSize, func(n int64) (*Site, []Size) {
			var all []Size
			for part := int64(50 << 20); n > 0; n -= part {
				all = append(all, Size{"a", min(part, n)})
			}
			return &Site{}, all
		})
		check("redirects", int64(h.MaxRedirects), RedirectCount, func(n int64) (*Site, []Size) {
			return &Site{Redirects: make([]Redirect, n)}, nil
		})
	}
}

// TestPromised holds that only headers which every host sends are promised.
func TestPromised(t *testing.T) {
	plain := *site
	plain.Admin = ""
	long := plain
	long.Policy = strings.Repeat("x", 3000)
	insecure := plain
	insecure.Secure = false
	for _, test := range []struct {
		name  string
		site  *Site
		hosts []string
		want  int
	}{
		{"none", &plain, nil, 0},
		{"without TLS", &insecure, []string{"nginx"}, 5},
		{"nginx", &plain, []string{"nginx"}, 6},
		{"carried by rsync to nginx", &plain, []string{"rsync", "nginx"}, 6},
		{"rsync alone", &plain, []string{"rsync"}, 0},
		{"one that sends none", &plain, []string{"nginx", "github"}, 0},
		{"a policy that is too long", &long, []string{"cloudflare"}, 5},
		{"netlify with the editors' page", site, []string{"netlify"}, 5},
		{"netlify with it, beside nginx", site, []string{"netlify", "nginx"}, 5},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.site.Promised(Find(test.hosts)); len(got) != test.want {
				t.Errorf("%d headers, want %d: %v", len(got), test.want, got)
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

// TestAdds holds which headers hosts send of their own accord, and that a domain that only begins
// like one of theirs is not.
func TestAdds(t *testing.T) {
	for _, test := range []struct {
		name, domain, header, value string
		want                        bool
	}{
		{"a cookie of Cloudflare", "contoh.go.id", "Set-Cookie", "__cf_bm=x; Secure", true},
		{"another cookie", "contoh.go.id", "Set-Cookie", "PHPSESSID=x", false},
		{"a preview", "a.contoh.pages.dev", "X-Robots-Tag", "noindex", true},
		{"the site itself", "contoh.go.id", "X-Robots-Tag", "noindex", false},
		{"a domain like theirs", "pages.dev.slot.example", "X-Robots-Tag", "noindex", false},
		{"another header", "contoh.go.id", "Refresh", "__cf_bm=x", false},
	} {
		if got := Adds(test.domain, test.header, test.value); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
