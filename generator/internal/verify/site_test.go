package verify

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
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

// home is the address of the site.
const home = "https://contoh.go.id"

// aSite is a small released site at a base path, with a file of each type.
func aSite(base string) (files map[string]string, release Release) {
	page := func(title, more string) string {
		return "<!doctype html><title>" + title + "</title><link rel=stylesheet href=" + base +
			"aset/gaya.css><a href=" + base + "sop/>SOP</a>" + more + strings.Repeat(" teks", 40)
	}
	loc := func(file string) string { return "<loc>" + home + base + shown(file) + "</loc>" }
	files = map[string]string{
		"404.html":                  page("Tidak ada", ""),
		"index.html":                page("Beranda", "<a href=https://kpu.go.id/>KPU</a>"),
		"berita/index.html":         page("Berita", ""),
		"berita/2026/a/index.html":  page("Kabar", ""),
		"berita/2026/feed.xml":      "<feed xmlns='http://www.w3.org/2005/Atom'/>",
		"berita/feed.json":          `{"version":"https://jsonfeed.org/version/1.1"}`,
		"sop/index.html":            page("SOP", ""),
		"sop/layanan/index.html":    page("Layanan", ""),
		"lama/index.html":           "<meta http-equiv=refresh content='0;url=" + base + "sop/'>",
		"dokumen/x/index.html":      page("Laporan", ""),
		"dokumen/x/laporan.pdf":     "%PDF-1.7 laporan",
		"dokumen/x/daftar.xlsx":     "PK daftar",
		"dokumen/x/data.csv":        "a,b\r\n1,2\r\n",
		"kalender.ics":              "BEGIN:VCALENDAR\r\n",
		"aset/gaya.css":             "body{color:#000}",
		"aset/skrip.js":             "document.title",
		"aset/logo.svg":             "<svg xmlns='http://www.w3.org/2000/svg'/>",
		"media/foto.webp":           "RIFF foto",
		"cari/isi/1.txt":            "kata 1",
		"robots.txt":                "User-agent: *\nSitemap: " + home + base + "sitemap.xml\n",
		"sitemap.xml":               "<sitemapindex>" + loc("sitemap-berita.xml") + "</sitemapindex>",
		"sitemap-berita.xml":        "<urlset>" + loc("berita/2026/a/index.html") + "</urlset>",
		"catatan/checkpoint":        "contoh.go.id\n0\n",
		"situs.webmanifest":         "{}",
		"dokumen/x/unduh/berkas.md": "# Berkas\n",
	}
	m := store.Manifest{Generator: "maklumat", Headers: promised}
	for path, text := range files {
		e := released(path, text)
		if path == "lama/index.html" {
			e.Redirect = base + "sop/"
		}
		m.Files = append(m.Files, e)
	}
	slices.SortFunc(m.Files, func(a, b store.Entry) int { return strings.Compare(a.Path, b.Path) })
	text, _ := json.Marshal(m)
	files[host.Manifest] = string(text)
	original := map[string]string{}
	for path, text := range files {
		original[path] = text
	}
	return files, Release{Manifest: &m, Text: text, Original: func(path string) ([]byte, error) {
		return []byte(original[path]), nil
	}}
}

// A habit is how one host serves a site, in what hosts may differ in.
type habit struct {
	name     string
	promises bool              // it sends the headers of the manifest
	charset  string            // of text, "" for utf-8; "-" says none
	types    map[string]string // by ending, where they are not the manifest's
	zip      string            // the encoding that it sends to those who accept it
	slash    int               // of a redirect from a folder without its slash; 0 sends the page
	index    int               // the same for a written index.html
	html     int               // the same for the ending of a page
	doubled  int               // the status for an address with a doubled slash
	absolute string            // the scheme and host with which its redirects begin
	moved    int               // the status of a redirect of the manifest; 0 sends the page
	query    bool              // redirects keep the query
	hidden   int               // the status of names that begin with a dot
	noList   bool              // says 403 of what is not there, in a few words
	headers  []string          // names and values that it adds
}

var habits = []habit{
	{name: "GitHub Pages", slash: 301, doubled: 404, absolute: home, headers: []string{
		"Access-Control-Allow-Origin", "*", "Cache-Control", "max-age=600",
		"X-Fastly-Request-Id", "1", "Via", "1.1 varnish", "Age", "12", "Vary", "Accept-Encoding"}},
	{name: "GitLab Pages", slash: 302, doubled: 302, absolute: "", headers: []string{
		"Vary", "Origin", "Permissions-Policy", "interest-cohort=()"}, zip: "br"},
	{name: "Cloudflare", promises: true, slash: 308, index: 308, html: 308, doubled: 308, moved: 301,
		zip: "br", headers: []string{"CF-RAY", "8-CGK", "Server", "cloudflare", "NEL", "{}",
			"Report-To", "{}", "Alt-Svc", `h3=":443"; ma=86400`, "Set-Cookie", "__cf_bm=x; Secure",
			"Link", "<{base}aset/gaya.css>; rel=preload; as=style",
			"Speculation-Rules", `"/cdn-cgi/speculation"`}},
	{name: "Netlify", promises: true, slash: 0, doubled: 200, moved: 301, query: true, zip: "gzip",
		headers: []string{"X-Nf-Request-Id", "1", "Age", "0", "Cache-Status", "hit"}},
	{name: "nginx", promises: true, slash: 301, doubled: 200, moved: 301, hidden: 403, zip: "gzip",
		charset: "utf-8", types: map[string]string{".webmanifest": ""},
		headers: []string{"Accept-Ranges", "bytes"}},
	{name: "Caddy", promises: true, slash: 308, index: 308, doubled: 308, moved: 301, zip: "br",
		headers: []string{"Server", "Caddy", "Alt-Svc", `h3=":443"`}},
	{name: "Apache", promises: true, slash: 301, doubled: 200, absolute: "http://contoh.go.id",
		moved: 301, query: true, zip: "gzip", hidden: 403,
		types: map[string]string{".js": "application/javascript", ".xml": "text/xml", ".md": ""}},
	{name: "S3", charset: "-", slash: 302, doubled: 403, noList: true,
		types:   map[string]string{".csv": "application/octet-stream", ".svg": "image/svg+xml"},
		headers: []string{"X-Amz-Request-Id", "1", "Server", "AmazonS3"}},
	{name: "LiteSpeed", promises: true, slash: 301, doubled: 200, charset: "UTF-8", moved: 301,
		headers: []string{"X-Turbo-Charged-By", "LiteSpeed", "X-Litespeed-Cache", "hit"}},
	{name: "a proxy before Apache", promises: true, slash: 301, doubled: 301, moved: 301, zip: "gzip",
		absolute: "http://contoh.go.id", types: map[string]string{".js": "application/x-javascript"},
		headers: []string{"Via", "1.1 proxy", "Age", "5", "X-Cache", "HIT",
			"Content-Disposition", "inline"}},
}

// A server serves files as a host does.
type server struct {
	habit
	base  string
	files map[string]string

	// tamper, if not nil, may answer in its place.
	tamper func(w http.ResponseWriter, r *http.Request, file string) bool
}

// passed are the headers that proxies add on the way.
var passed = [][2]string{
	{"Age", "3"}, {"Via", "1.1 a"}, {"Server", "x"}, {"Date", "Sun, 01 Mar 2026 00:00:00 GMT"},
	{"ETag", `W/"x"`}, {"Alt-Svc", `h3=":443"`}, {"X-Cache", "MISS"}, {"Vary", "Accept-Encoding"},
	{"Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT"}, {"Connection", "close"},
	{"Content-Language", "id"}, {"X-Frame-Options", "DENY"}, {"Accept-Ranges", "bytes"},
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file := strings.TrimPrefix(r.URL.Path, s.base)
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	h := w.Header()
	for i := 0; i < len(s.headers); i += 2 {
		h.Add(s.headers[i], strings.ReplaceAll(s.headers[i+1], "{base}", s.base))
	}
	for _, p := range promised {
		if s.promises {
			h.Set(p.Name, p.Value)
		}
	}
	switch {
	case s.tamper != nil && s.tamper(w, r, file):
	case r.Method != http.MethodGet:
		w.WriteHeader(http.StatusMethodNotAllowed)
	case r.Header.Get("If-None-Match") != "":
		w.WriteHeader(http.StatusNotModified)
	default:
		s.serve(w, r, file)
	}
}

// serve answers as the host does.
func (s *server) serve(w http.ResponseWriter, r *http.Request, file string) {
	at := r.URL.Path
	clean := path.Clean(at)
	if strings.HasSuffix(at, "/") && clean != "/" {
		clean += "/"
	}
	switch {
	case at == "/robots.txt" && s.base != "/":
		fmt.Fprintf(w, "Sitemap: %s/lain/sitemap.xml\nSitemap: %s%ssitemap.xml\n", home, home, s.base)
	case !strings.HasPrefix(at, s.base) && clean+"/" != s.base:
		http.NotFound(w, r)
	case clean != at && s.doubled/100 == 3:
		s.redirect(w, r, s.doubled, clean)
	case clean != at && s.doubled != 200:
		s.missing(w, r, s.doubled)
	case clean != at:
		again := *r
		u := *r.URL
		u.Path, again.URL = clean, &u
		name := strings.TrimPrefix(clean, s.base)
		if name == "" || name[len(name)-1] == '/' {
			name += "index.html"
		}
		s.serve(w, &again, name)
	case s.hidden != 0 && strings.Contains(file, "/.") || s.hidden != 0 && file[0] == '.':
		w.WriteHeader(s.hidden)
		fmt.Fprint(w, "<h1>403 Forbidden</h1>")
	case s.moved != 0 && strings.TrimSuffix(file, "/index.html") == "lama":
		s.redirect(w, r, s.moved, s.base+"sop/")
	case s.index != 0 && strings.HasSuffix(at, "/index.html") && s.files[file] != "":
		s.redirect(w, r, s.index, strings.TrimSuffix(at, "index.html"))
	case s.html != 0 && strings.HasSuffix(at, ".html") && s.files[file] != "":
		s.redirect(w, r, s.html, strings.TrimSuffix(at, ".html"))
	case s.html != 0 && s.files[file] == "" && s.files[file+".html"] != "":
		s.send(w, r, file+".html", 200)
	case s.files[file] == "" && s.files[file+"/index.html"] != "" && s.slash != 0:
		s.redirect(w, r, s.slash, at+"/")
	case s.files[file] == "" && s.files[file+"/index.html"] != "":
		s.send(w, r, file+"/index.html", 200)
	case s.files[file] == "" && clean+"/" == s.base:
		s.redirect(w, r, 301, s.base)
	case s.files[file] == "":
		s.missing(w, r, 404)
	default:
		s.send(w, r, file, 200)
	}
}

func (s *server) redirect(w http.ResponseWriter, r *http.Request, status int, to string) {
	if s.query && r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", s.absolute+to)
	w.WriteHeader(status)
	fmt.Fprint(w, "<h1>Moved</h1>")
}

func (s *server) missing(w http.ResponseWriter, r *http.Request, status int) {
	if s.noList || status == 403 {
		w.WriteHeader(403)
		fmt.Fprint(w, "<Error><Code>AccessDenied</Code></Error>")
		return
	}
	s.send(w, r, "404.html", status)
}

// send sends a file.
func (s *server) send(w http.ResponseWriter, r *http.Request, file string, status int) {
	s.sendText(w, r, file, s.files[file], status)
}

// sendText sends a text as a file.
func (s *server) sendText(w http.ResponseWriter, r *http.Request, file, text string, status int) {
	h := w.Header()
	kind := host.Type(file)
	if other, ok := s.types[path.Ext(file)]; ok {
		kind = other
	}
	switch s.charset {
	case "":
	case "-":
		kind, _, _ = strings.Cut(kind, ";")
	default:
		kind = strings.Replace(kind, "utf-8", s.charset, 1)
	}
	if _, ok := h["Content-Type"]; !ok && kind != "" {
		h.Set("Content-Type", kind)
	}
	body := []byte(text)
	if _, ok := h["Content-Encoding"]; !ok && s.zip != "" &&
		strings.Contains(r.Header.Get("Accept-Encoding"), s.zip) {
		h.Set("Content-Encoding", s.zip)
		body = zipped(s.zip, text)
	}
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

var (
	zips  sync.Map // bodies by encoding and text
	press host.Compressor
)

// zipped returns a text compressed, which is done once for each.
func zipped(encoding, text string) []byte {
	key := encoding + text
	if b, ok := zips.Load(key); ok {
		return b.([]byte)
	}
	b := press.Gzip([]byte(text))
	if encoding == "br" {
		b = press.Brotli([]byte(text))
	}
	zips.Store(key, b)
	return b
}

// A transport asks a handler without a network.
type transport struct{ http.Handler }

func (tr transport) RoundTrip(r *http.Request) (*http.Response, error) {
	w := &recorder{header: http.Header{}, status: http.StatusOK}
	tr.ServeHTTP(w, r)
	return &http.Response{StatusCode: w.status, Header: w.header, Body: io.NopCloser(&w.body),
		ContentLength: int64(w.body.Len()), Request: r}, nil
}

// A recorder is an answer being written.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *recorder) Header() http.Header         { return w.header }
func (w *recorder) WriteHeader(status int)      { w.status = status }
func (w *recorder) Write(b []byte) (int, error) { return w.body.Write(b) }

// anAddress returns the address of a site at a base path.
func anAddress(base string) *url.URL {
	u, err := url.Parse(home + base)
	if err != nil {
		panic(err)
	}
	return u
}

// look verifies what a handler serves, without a network.
func look(t *testing.T, h http.Handler, base string, release Release) *Report {
	t.Helper()
	s := &Site{Client: transport{h}, Timeout: time.Minute, Base: anAddress(base), Release: release,
		Workers: 2}
	return s.Live(t.Context())
}

// aServer serves a site as the n-th of the hosts, at one base path or another. Some hosts compress,
// of each three one, because that takes most of the time.
func aServer(n int) (*server, Release) {
	round := n / len(habits)
	s := &server{habit: habits[n%len(habits)], base: []string{"/", "/ppid/"}[round%2]}
	if round%3 != 0 {
		s.zip = ""
	}
	var release Release
	s.files, release = aSite(s.base)
	if !s.promises {
		release.Headers = nil
		m := *release.Manifest
		m.Headers = nil
		release.Manifest = &m
		release.Text, _ = json.Marshal(m)
		s.files[host.Manifest] = string(release.Text)
	}
	return s, release
}

// TestCleanRunsRaiseNoAlarm verifies untouched sites on ten hosts, behind proxies that add headers.
func TestCleanRunsRaiseNoAlarm(t *testing.T) {
	t.Parallel()
	runs := 30
	if isLong {
		runs = 1000
	}
	for n := range runs {
		s, release := aServer(n)
		rnd := rand.New(rand.NewPCG(1, uint64(n)))
		s.headers = slices.Clone(s.headers)
		for _, h := range passed {
			if rnd.IntN(3) == 0 {
				s.headers = append(s.headers, h[0], h[1])
			}
		}
		site := &Site{Client: transport{s}, Timeout: time.Minute, Base: anAddress(s.base),
			Release: release, Workers: 2, Turn: n}
		if n%3 == 0 {
			release.Original = nil
		}
		r := site.Live(t.Context())
		if len(r.Findings)+len(r.Unchecked) > 0 || r.Files != len(release.Files) {
			t.Fatalf("run %d on %s at %s: %+v", n, s.name, s.base, r)
		}
	}
	t.Logf("%d clean runs", runs)
}

// aLargeSite is a site of three thousand files.
func aLargeSite(pages int) *store.Manifest {
	m := &store.Manifest{Generator: "maklumat"}
	add := func(path string) { m.Files = append(m.Files, released(path, path)) }
	for n := range pages - 1 {
		add(fmt.Sprintf("berita/%04d/index.html", n))
	}
	for n := range 3000 - pages {
		add(fmt.Sprintf("dokumen/%04d.%s", n, []string{"pdf", "xlsx", "png"}[n%3]))
	}
	add("index.html")
	return m
}

// TestSpread holds that a site of three thousand files takes at most four times the requests of
// four visitors for each page and one for each other file, and that everybody sees each page and
// some files of each type.
func TestSpread(t *testing.T) {
	t.Parallel()
	for _, pages := range []int{1500, 50} {
		m := aLargeSite(pages)
		now := 4*pages + (3000 - pages) + 4*12 + 2
		c := &counter{seen: map[string]map[string]bool{}}
		s := &Site{Client: c, Timeout: time.Minute, Base: anAddress("/"),
			Release: Release{Manifest: m, Text: []byte("x")}, Workers: 2}
		if r := s.Live(t.Context()); r.Files != len(m.Files) {
			t.Errorf("%d files", r.Files)
		}
		t.Logf("%d pages: %d requests, %.2f times as many", pages, c.requests,
			float64(c.requests)/float64(now))
		if c.requests > 4*now {
			t.Errorf("%d requests are more than four times %d", c.requests, now)
		}
		kinds := map[string]map[string]bool{}
		for _, e := range m.Files {
			who := c.seen["/"+shown(e.Path)]
			if isPage(e.Path) && len(who) != len(Visitors) {
				t.Fatalf("%s is seen by %d", e.Path, len(who))
			}
			kind := path.Ext(e.Path)
			if kinds[kind] == nil {
				kinds[kind] = map[string]bool{}
			}
			for name := range who {
				kinds[kind][name] = true
			}
		}
		for kind, who := range kinds {
			if len(who) != len(Visitors) {
				t.Errorf("%s is seen by %d", kind, len(who))
			}
		}
	}
}

// TestTurns holds that in four runs everybody sees every file, however few see each in one.
func TestTurns(t *testing.T) {
	m := aLargeSite(50)
	seen := map[string]map[string]bool{}
	for turn := range 4 {
		s := &Site{Base: anAddress("/"), Turn: turn, Release: Release{Manifest: m}}
		p := &plan{live: s.live(), each: perFile, nth: map[string]int{}}
		for i := range Visitors {
			p.visitors = append(p.visitors, &Visitors[i])
		}
		for i := range m.Files {
			at := m.Files[i].Path
			if seen[at] == nil {
				seen[at] = map[string]bool{}
			}
			for _, v := range p.viewers(&m.Files[i]) {
				seen[at][v.Name] = true
			}
		}
	}
	for at, who := range seen {
		if len(who) != len(Visitors) {
			t.Fatalf("%s is seen by %d", at, len(who))
		}
	}
}

// A counter answers nothing and counts who asks for what.
type counter struct {
	mu       sync.Mutex
	requests int
	seen     map[string]map[string]bool // by path, who they say they are
}

func (c *counter) RoundTrip(r *http.Request) (*http.Response, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.requests++
	if r.URL.RawQuery == "" {
		who := c.seen[r.URL.Path]
		if who == nil {
			who = map[string]bool{}
			c.seen[r.URL.Path] = who
		}
		who[r.UserAgent()+r.Referer()] = true
	}
	return &http.Response{StatusCode: 404, Header: http.Header{},
		Body: http.NoBody, Request: r}, nil
}

// TestSmallIsWhole holds that of a small site every file is requested as everybody.
func TestSmallIsWhole(t *testing.T) {
	s, release := aServer(0)
	c := &counter{seen: map[string]map[string]bool{}}
	site := &Site{Client: c, Timeout: time.Minute, Base: anAddress(s.base), Release: release,
		Workers: 2}
	site.Live(t.Context())
	for _, e := range release.Files {
		if n := len(c.seen[s.base+shown(e.Path)]); n != len(Visitors) {
			t.Errorf("%s is seen by %d", e.Path, n)
		}
	}
}

// FuzzAnswer holds that no answer of a server breaks the comparison or passes for the release when
// it is not.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte("<a href=//x>"), "text/html", "gzip", 200)
	f.Add([]byte("\x1f\x8b"), "", "br", 301)
	f.Add([]byte("Sitemap: :x\n<loc>%zz</loc>"), "text/plain;;", "", 200)
	f.Fuzz(func(t *testing.T, body []byte, kind, encoding string, status int) {
		if status < 200 || status > 599 || strings.ContainsAny(kind+encoding, "\r\n") {
			return
		}
		if status >= 500 || status == 429 {
			return // asked again after a while
		}
		const at = "sitemap-berita.xml"
		sent := roundTrip(func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: status, Body: io.NopCloser(bytes.NewReader(body)),
				Header: http.Header{"Content-Type": {kind}, "Content-Encoding": {encoding},
					"Location": {kind}, "Link": {kind}}}, nil
		})
		files, release := aSite("/")
		l := (&Site{Client: sent, Timeout: time.Minute, Base: anAddress("/"), Release: release}).live()
		for i := range release.Files {
			if e := &release.Files[i]; e.Path == at {
				q := &question{path: at, address: l.address(at), file: e}
				l.look(t.Context(), q, &Visitors[0])
			}
		}
		whole := bytes.Equal(body, []byte(files[at]))
		if len(l.report.Findings)+len(l.report.Unchecked) == 0 && !whole {
			t.Error("passed")
		}
	})
}

// A roundTrip answers a request.
type roundTrip func(r *http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
