package verify

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

var promised = []host.Header{
	{Name: "X-Content-Type-Options", Value: "nosniff"},
	{Name: "Content-Security-Policy", Value: "default-src 'none'"},
}

// released returns the entry of a file in a manifest.
func released(path, text string) store.Entry {
	return store.Entry{
		Path: path, Size: int64(len(text)), Sum: digest.Of([]byte(text)), Type: host.Type(path),
	}
}

// aSite is a small released site.
func aSite() (files map[string]string, release Release) {
	files = map[string]string{
		"index.html": "<!doctype html><title>Beranda</title><a href=/ppid/sop/>SOP</a>" +
			strings.Repeat(" teks", 200),
		"404.html":              "<!doctype html><title>Tidak ada</title>",
		"sop/index.html":        "<!doctype html><title>SOP</title>",
		"lama/index.html":       "<!doctype html><meta http-equiv=refresh content='0;url=/ppid/sop/'>",
		"data.csv":              "a,b\r\n1,2\r\n",
		"aset/logo.1234.svg":    "<svg xmlns='http://www.w3.org/2000/svg'/>",
		"dokumen/x/laporan.pdf": "%PDF-1.7 …",
	}
	m := store.Manifest{Generator: "maklumat", Headers: promised}
	for path, text := range files {
		e := released(path, text)
		if path == "lama/index.html" {
			e.Redirect = "/ppid/sop/"
		}
		m.Files = append(m.Files, e)
	}
	slices.SortFunc(m.Files, func(a, b store.Entry) int { return strings.Compare(a.Path, b.Path) })
	text, _ := json.Marshal(m)
	files[host.Manifest] = string(text)
	return files, Release{Manifest: &m, Text: text}
}

// A server serves files as a good host does, in one of the ways in which hosts differ.
type server struct {
	files    map[string]string
	redirect bool // real redirects
	zip      bool
	charset  string
	forbid   bool // says 403 to what begins with a dot

	// tamper, if not nil, may answer in its place.
	tamper func(w http.ResponseWriter, r *http.Request, file string) bool
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file := strings.TrimPrefix(r.URL.Path, "/ppid/")
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	for _, h := range promised {
		w.Header().Set(h.Name, h.Value)
	}
	if s.tamper != nil && s.tamper(w, r, file) {
		return
	}
	if s.forbid && strings.HasPrefix(file, ".") {
		w.WriteHeader(403)
		return
	}
	if s.redirect && file == "lama/index.html" {
		http.Redirect(w, r, "/ppid/sop/", http.StatusMovedPermanently)
		return
	}
	text, ok := s.files[file]
	status := 200
	if !ok {
		text, file, status = s.files["404.html"], "404.html", 404
	}
	s.send(w, r, file, text, status)
}

func (s *server) send(w http.ResponseWriter, r *http.Request, file, text string, status int) {
	t := host.Type(file)
	if s.charset != "" {
		t = strings.Replace(t, "utf-8", s.charset, 1)
	}
	w.Header().Set("Content-Type", t)
	w.Header().Set("ETag", `"x"`)
	if s.zip && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		w.WriteHeader(status)
		var z *gzip.Writer
		select {
		case z = <-zips:
		default:
			z = gzip.NewWriter(nil)
		}
		z.Reset(w)
		_, _ = z.Write([]byte(text))
		_ = z.Close()
		select {
		case zips <- z:
		default:
		}
		return
	}
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text))
}

// zips are writers to be used again: each has a megabyte. A sync.Pool loses some on purpose
// under the race detector.
var zips = make(chan *gzip.Writer, 8)

// look verifies what a handler serves, without a network.
func look(t *testing.T, s http.Handler, release Release) *Report {
	t.Helper()
	base, err := url.Parse("https://contoh.go.id/ppid/")
	if err != nil {
		t.Fatal(err)
	}
	return Live(t.Context(), transport{s}, time.Minute, base, release, 4)
}

type transport struct{ http.Handler }

func (tr transport) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	tr.ServeHTTP(w, r)
	return w.Result(), nil
}

// TestCleanRunsRaiseNoAlarm verifies a site a thousand times on hosts that differ in what
// hosts may differ in.
func TestCleanRunsRaiseNoAlarm(t *testing.T) {
	files, release := aSite()
	for n := range 1000 {
		rnd := rand.New(rand.NewPCG(1, uint64(n)))
		s := &server{files: files, redirect: rnd.IntN(2) == 0, zip: rnd.IntN(2) == 0,
			forbid: rnd.IntN(2) == 0, charset: []string{"", "UTF-8"}[rnd.IntN(2)]}
		r := look(t, s, release)
		if len(r.Findings)+len(r.Unchecked) > 0 || r.Files != len(release.Files) {
			t.Fatalf("run %d: %+v", n, r)
		}
	}
}

// changes are ways in which a site is tampered with. Each returns the path at which it must
// be found.
var changes = map[string]func(rnd *rand.Rand, s *server) string{
	"a byte is changed": func(rnd *rand.Rand, s *server) string {
		file := pick(rnd, s.files, func(f string) bool { return f != host.Manifest })
		b := []byte(s.files[file])
		b[rnd.IntN(len(b))] ^= 1 << rnd.IntN(8)
		s.files[file] = string(b)
		return file
	},
	"something is appended": func(rnd *rand.Rand, s *server) string {
		file := pick(rnd, s.files, isPage)
		s.files[file] += "<script src=https://slot.example/x.js></script>"
		return file
	},
	"a file is removed": func(rnd *rand.Rand, s *server) string {
		file := pick(rnd, s.files, func(f string) bool {
			return f != "404.html" && f != "lama/index.html"
		})
		delete(s.files, file)
		return file
	},
	"the list is another": func(_ *rand.Rand, s *server) string {
		s.files[host.Manifest] = `{"generator":"maklumat","files":[]}`
		return host.Manifest
	},
	"crawlers see something else":                 cloaked((*http.Request).UserAgent, "Googlebot"),
	"phones see something else":                   cloaked((*http.Request).UserAgent, "Mobile"),
	"who comes from a search sees something else": cloaked((*http.Request).Referer, "google."),
	"browsers see something else":                 cloaked((*http.Request).UserAgent, "Windows"),
	"phones are sent elsewhere": func(rnd *rand.Rand, s *server) string {
		at := pick(rnd, s.files, func(f string) bool { return isPage(f) && f != "404.html" })
		s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
			if file != at || !strings.Contains(r.UserAgent(), "Mobile") {
				return false
			}
			http.Redirect(w, r, "https://slot.example/", http.StatusFound)
			return true
		}
		return at
	},
	"a program answers what is not there": func(_ *rand.Rand, s *server) string {
		s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
			if !strings.HasPrefix(file, "slot") {
				return false
			}
			fmt.Fprint(w, "<a href=https://slot.example/>Slot</a>")
			return true
		}
		return "slot/"
	},
	"crawlers are answered what is not there": func(_ *rand.Rand, s *server) string {
		s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
			if s.files[file] != "" || !strings.Contains(r.UserAgent(), "Googlebot") {
				return false
			}
			fmt.Fprint(w, "Slot")
			return true
		}
		return "judi/"
	},
	"the page for what is not there is another": func(_ *rand.Rand, s *server) string {
		s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
			if s.files[file] != "" {
				return false
			}
			w.WriteHeader(404)
			fmt.Fprint(w, "<a href=https://slot.example/>Slot</a>")
			return true
		}
		return "404.html"
	},
	"a query is answered": func(_ *rand.Rand, s *server) string {
		s.tamper = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if r.URL.RawQuery == "" {
				return false
			}
			fmt.Fprint(w, "Slot")
			return true
		}
		return "index.html"
	},
	"a header is gone": func(rnd *rand.Rand, s *server) string {
		at := pick(rnd, s.files, func(f string) bool {
			return f != host.Manifest && f != "lama/index.html"
		})
		name := promised[rnd.IntN(len(promised))].Name
		s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
			if file == at {
				w.Header().Del(name)
			}
			return false
		}
		return at
	},
	"a sheet is said to be a page": func(_ *rand.Rand, s *server) string {
		s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
			if file != "data.csv" {
				return false
			}
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, s.files[file])
			return true
		}
		return "data.csv"
	},
	"an old address leads elsewhere": func(_ *rand.Rand, s *server) string {
		s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
			if file != "lama/index.html" {
				return false
			}
			http.Redirect(w, r, "/ppid/sop/?x=https://slot.example/", http.StatusMovedPermanently)
			return true
		}
		return "lama/index.html"
	},
}

// cloaked shows another page to those whose header has a word.
func cloaked(header func(*http.Request) string, word string) func(*rand.Rand, *server) string {
	return func(rnd *rand.Rand, s *server) string {
		at := pick(rnd, s.files, func(f string) bool { return isPage(f) && f != "404.html" })
		s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
			if file != at || !strings.Contains(header(r), word) {
				return false
			}
			s.send(w, r, file, s.files[file]+"<a href=https://slot.example/>Slot</a>", 200)
			return true
		}
		return at
	}
}

func pick(rnd *rand.Rand, files map[string]string, fits func(string) bool) string {
	var names []string
	for name := range files {
		if fits(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names[rnd.IntN(len(names))]
}

// TestChangesAreFound tampers with a site in two hundred ways, each of which must be found
// where it was done.
func TestChangesAreFound(t *testing.T) {
	var names []string
	for name := range changes {
		names = append(names, name)
	}
	slices.Sort(names)
	for n := range 200 {
		name := names[n%len(names)]
		rnd := rand.New(rand.NewPCG(2, uint64(n)))
		files, release := aSite()
		s := &server{files: files, redirect: rnd.IntN(2) == 0, zip: rnd.IntN(2) == 0}
		at := changes[name](rnd, s)
		r := look(t, s, release)
		found := slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Path == at })
		if at == "lama/index.html" && s.redirect && s.tamper == nil {
			found = found || len(r.Findings) == 0 // the server leads on and shows nothing of the file
		}
		if !found {
			t.Errorf("%d, %s: not found at %s: %+v", n, name, at, r)
		}
	}
}

// TestPlantedIsNamed holds that a finding names what was planted, and who sees it.
func TestPlantedIsNamed(t *testing.T) {
	files, release := aSite()
	s := &server{files: files}
	s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
		if file != "sop/index.html" || !strings.Contains(r.UserAgent(), "Googlebot") {
			return false
		}
		const added = "<a href=https://slot.example/>Slot</a><a href=/ppid/sop/>SOP</a>"
		s.send(w, r, file, files[file]+added, 200)
		return true
	}
	r := look(t, s, release)
	want := []Finding{
		{Changed, "sop/index.html", []string{"crawler"}, ""},
		{Planted, "sop/index.html", []string{"crawler"}, "https://slot.example/"},
	}
	if fmt.Sprint(r.Findings) != fmt.Sprint(want) {
		t.Errorf("got %+v, want %+v", r.Findings, want)
	}
}

// unchecked reports whether all that was found is that one file could not be checked.
func unchecked(r *Report, file string) bool {
	return len(r.Findings) == 0 && len(r.Unchecked) == 1 &&
		strings.Contains(r.Unchecked[0].Error(), file)
}

// TestUnanswered holds that a server which does not answer is told apart from one that
// shows something else.
func TestUnanswered(t *testing.T) {
	files, release := aSite()
	s := &server{files: files, tamper: func(w http.ResponseWriter, r *http.Request, file string) bool {
		if file != "data.csv" {
			return false
		}
		w.WriteHeader(503)
		return true
	}}
	r := look(t, s, release)
	if !unchecked(r, "data.csv") {
		t.Errorf("%+v", r)
	}
}

// TestFolder holds a folder against a release: files too many, missing, changed, and links.
func TestFolder(t *testing.T) {
	files, release := aSite()
	dir := fstest.MapFS{}
	for name, text := range files {
		dir[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if r := Folder(dir, release); len(r.Findings)+len(r.Unchecked) != 0 || r.Files != len(files) {
		t.Fatalf("clean: %+v", r)
	}
	delete(dir, "data.csv")
	dir["sop/index.html"] = &fstest.MapFile{Data: []byte("x")}
	dir["sop/x.php"] = &fstest.MapFile{Data: []byte("x")}
	want := []Finding{
		{Kind: Missing, Path: "data.csv"}, {Kind: Changed, Path: "sop/index.html"},
		{Kind: Extra, Path: "sop/x.php"},
	}
	if r := Folder(dir, release); fmt.Sprint(r.Findings) != fmt.Sprint(want) {
		t.Errorf("got %+v, want %+v", r.Findings, want)
	}

	real := t.TempDir()
	for name, text := range files {
		path := filepath.Join(real, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(real, "x")); err != nil {
		t.Skip(err)
	}
	if r := Folder(os.DirFS(real), release); len(r.Findings) != 1 || r.Findings[0].Kind != Extra {
		t.Errorf("a link: %+v", r)
	}
}

// FuzzAnswer holds that no answer of a server breaks the comparison or passes for the
// release when it is not.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte("<a href=//x>"), "text/html", "gzip", 200)
	f.Add([]byte("\x1f\x8b"), "", "br", 301)
	f.Fuzz(func(t *testing.T, body []byte, kind, encoding string, status int) {
		if status < 200 || status > 599 || strings.ContainsAny(kind+encoding, "\r\n") {
			return
		}
		files, release := aSite()
		s := &server{files: files}
		s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
			if file != "sop/index.html" {
				return false
			}
			w.Header().Set("Content-Type", kind)
			w.Header().Set("Content-Encoding", encoding)
			w.Header().Set("Location", kind)
			w.WriteHeader(status)
			_, _ = w.Write(body)
			return true
		}
		if status >= 500 || status == 429 {
			return // asked again after a while
		}
		r := look(t, s, release)
		whole := bytes.Equal(body, []byte(files["sop/index.html"]))
		if len(r.Findings)+len(r.Unchecked) == 0 && !whole {
			t.Error("passed")
		}
	})
}
