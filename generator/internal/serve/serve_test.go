package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/store"
)

// a preview is a running server over a small site on disk.
type preview struct {
	t      *testing.T
	dir    string
	in     build.Inputs
	server *Server
	base   string
	last   *build.Snapshot
}

const profil = "---\ntitle: Profil\n---\nIsi satu.\n"

func start(t *testing.T, profil string) *preview {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "templates"), os.DirFS("../../../templates")); err != nil {
		t.Fatal(err)
	}
	p := &preview{t: t, dir: dir, server: &Server{Host: "127.0.0.1"}}
	p.write("content/site.yaml",
		"title: KPU Contoh\nbase_url: https://contoh.go.id/\nkontak: {alamat: Jalan Contoh}\n")
	p.write("content/halaman/profil.md", profil)
	p.write("content/halaman/lain.md", "---\ntitle: Lain\n---\nIsi lain.\n")
	scratch, err := store.NewScratch(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = scratch.Close() })
	p.in = build.Inputs{Files: os.DirFS(dir), Scratch: scratch, Workers: 2}
	p.server.Printer = diag.Printer{Source: func(file string) []byte {
		b, _ := os.ReadFile(filepath.Join(dir, file))
		return b
	}}
	p.build()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- p.server.Run(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	p.base = "http://" + l.Addr().String()
	return p
}

func (p *preview) write(name, text string) {
	p.t.Helper()
	name = filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *preview) build() {
	p.t.Helper()
	p.in.Now = time.Now()
	s, err := build.Build(context.Background(), p.last, p.in)
	if err != nil {
		p.t.Fatal(err)
	}
	p.last = s
	p.server.Show(context.Background(), s)
}

// get asks for a path as it is, with a Host of one's own.
func (p *preview) get(path, host string) (status int, body string, header http.Header) {
	p.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(p.base, "http://"))
	if err != nil {
		p.t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", path, host)
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		p.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return r.StatusCode, string(b), r.Header
}

func TestRequests(t *testing.T) {
	p := start(t, profil)
	for _, test := range []struct {
		name, path, host string
		status           int
		holds            string
	}{
		{"page", "/profil/", "localhost:8080", 200, "Isi satu."},
		{"page without slash", "/profil", "localhost", 302, ""},
		{"home", "/", "127.0.0.1:8080", 200, "KPU Contoh"},
		{"feed", "/robots.txt", "[::1]:8080", 200, "Sitemap:"},
		{"missing", "/tidak/ada/", "localhost", 404, "Halaman tidak ditemukan"},
		{"foreign host, S25", "/profil/", "evil.example", 403, "unknown host"},
		{"foreign host that begins well", "/profil/", "localhost.evil.example", 403, ""},
		{"host of another address", "/profil/", "192.0.2.1:8080", 403, ""},
		{"leading up, S25", "/..%2f..%2fgo.mod", "localhost", 400, ""},
		{"leading up in the middle", "/profil/..%2f..%2f..%2fetc/passwd", "localhost", 400, ""},
		{"backslash", "/..%5c..%5cgo.mod", "localhost", 400, ""},
		{"NUL", "/profil%00/", "localhost", 400, ""},
		{"a source", "/content/halaman/profil.md", "localhost", 404, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, body, header := p.get(test.path, test.host)
			if status != test.status || !strings.Contains(body, test.holds) {
				t.Errorf("GET %s of %s = %d %.200s", test.path, test.host, status, body)
			}
			if status != 400 && header.Get("Cache-Control") != "no-store" {
				t.Error("may be cached")
			}
			if status >= 400 && strings.Contains(body, "module maklumat") {
				t.Error("a file from outside is shown")
			}
		})
	}
}

// soon is how long an event may take that is to come, whatever else the machine does.
const soon = 10 * time.Second

// listen opens the stream of events of one page. What it returns waits for the next event so
// long, and returns nil when there is none.
func (p *preview) listen(path string) func(time.Duration) map[string]string {
	p.t.Helper()
	r, err := http.Get(p.base + eventsPath + "?path=" + path)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = r.Body.Close() })
	lines := make(chan string)
	go func() {
		s := bufio.NewScanner(r.Body)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			if line, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				lines <- line
			}
		}
		close(lines)
	}()
	return func(wait time.Duration) map[string]string {
		p.t.Helper()
		select {
		case line := <-lines:
			var state map[string]string
			if err := json.Unmarshal([]byte(line), &state); err != nil {
				p.t.Fatal(err)
			}
			return state
		case <-time.After(wait):
			return nil
		}
	}
}

// TestRanges holds that parts of a file can be asked for, as players of films and readers of PDF
// do.
func TestRanges(t *testing.T) {
	p := start(t, profil)
	r, err := http.NewRequest(http.MethodGet, p.base+"/robots.txt", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Range", "bytes=0-9")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusPartialContent || len(body) != 10 ||
		!strings.HasPrefix(answer.Header.Get("Content-Range"), "bytes 0-9/") || answer.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d %q %v %v", answer.StatusCode, body, answer.Header, err)
	}
}

func TestOpenPageHearsOfItsOwnChangesOnly(t *testing.T) {
	p := start(t, profil)
	profil, lain := p.listen("/profil/"), p.listen("/lain/")
	before, other := profil(soon), lain(soon)
	if before == nil || other == nil || before["overlay"] != "" {
		t.Fatal("no first state, or one with messages")
	}
	p.write("content/halaman/profil.md",
		"---\ntitle: Profil\nsummary: Tetap.\n---\nIsi satu.\n\nDan dua.\n")
	p.build()
	if now := profil(soon); now == nil || now["sum"] == before["sum"] {
		t.Error("the page that changed was not told")
	}
	if now := lain(300 * time.Millisecond); now != nil {
		t.Errorf("a page that did not change was told: %v", now)
	}
}

// TestClosedIsNotShown closes a document while another leads to it, which is an error: the last
// good page would still show it. All other pages stay.
func TestClosedIsNotShown(t *testing.T) {
	for name, closed := range map[string]string{
		"excluded":              "---\ntitle: Profil\nklasifikasi: dikecualikan\n---\nIsi satu.\n",
		"excluded, misspelt":    "---\ntitle: Profil\nklasifikasi: dikecualikn\n---\nIsi satu.\n",
		"a draft":               "---\ntitle: Profil\ndraft: true\n---\nIsi satu.\n",
		"over":                  "---\ntitle: Profil\nexpires: 2020-01-01\n---\nIsi satu.\n",
		"below a closed folder": "",
	} {
		t.Run(name, func(t *testing.T) {
			p := start(t, profil)
			p.write("content/halaman/lain.md", "---\ntitle: Lain\ntitel: salah\n---\n[p](profil.md)\n")
			if closed != "" {
				p.write("content/halaman/profil.md", closed)
			} else {
				p.write("content/halaman/_kelas.yaml", "klasifikasi: dikecualikan\n")
				p.write("content/data/units.yaml", "unit: salah\n")
			}
			p.build()
			stays := map[string]bool{"/profil/": false, "/lain/": closed != "", "/": true}
			for path, stays := range stays {
				status, body, _ := p.get(path, "localhost")
				if strings.Contains(body, "Isi satu.") || strings.Contains(body, "/profil/") ||
					(status == http.StatusOK) != stays {
					t.Errorf("%s: %d, should be shown: %t\n%s", path, status, stays, body)
				}
			}
		})
	}
}

func TestOverlay(t *testing.T) {
	p := start(t, profil)
	next := p.listen("/profil/")
	before := next(soon)
	p.write("content/halaman/profil.md", "---\ntitel: Profil\n---\nIsi satu.\n")
	p.build()
	broken := next(soon)
	if broken == nil || !strings.Contains(broken["overlay"], "titel") ||
		broken["sum"] != before["sum"] {
		t.Fatalf("want the message above the last good page, have %v", broken)
	}
	if _, body, _ := p.get("/profil/", "localhost"); !strings.Contains(body, "Isi satu.") ||
		!strings.Contains(body, "field/unknown") && !strings.Contains(body, "titel") {
		t.Error("a page that is opened now shows no message, or not the last good page")
	}
	p.write("content/halaman/profil.md", "---\ntitle: Profil\n---\nIsi satu.\n")
	p.build()
	if repaired := next(soon); repaired == nil || repaired["overlay"] != "" {
		t.Errorf("want no message after the repair, have %v", repaired)
	}
}

// TestBeforeTheFirstBuild asks for a page before there is any: nothing is wrong yet.
func TestBeforeTheFirstBuild(t *testing.T) {
	for lang, want := range map[diag.Lang]string{
		diag.Indonesian: "Pratinjau sedang disiapkan",
		diag.English:    "The preview is being made",
	} {
		answer := httptest.NewRecorder()
		(&Server{Host: "127.0.0.1", Printer: diag.Printer{Lang: lang}}).ServeHTTP(answer,
			httptest.NewRequest(http.MethodGet, "http://127.0.0.1/", nil))
		if body := answer.Body.String(); answer.Code != http.StatusServiceUnavailable ||
			!strings.Contains(body, want) || strings.Contains(body, "kesalahan") {
			t.Errorf("GET / = %d %s", answer.Code, body)
		}
	}
}

func TestFirstBuildWithErrors(t *testing.T) {
	p := start(t, "tanpa kepala")
	status, body, _ := p.get("/", "localhost")
	if status != 503 || !strings.Contains(body, "tidak punya kepala") ||
		!strings.Contains(body, "Belum ada halaman") {
		t.Errorf("GET / = %d %.300s", status, body)
	}
}

func TestHalfWritten(t *testing.T) {
	dir := t.TempDir()
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"empty.md", "", true},
		{"fence.md", "---\ntitle: A\n", true},
		{"header.md", "---\ntitle: A\n---\n", true},
		{"whole.md", "---\ntitle: A\n---\nIsi.\n", false},
		{"empty.css", "", true},
		{"other.css", "a{}", false},
		{"no-header.md", "Isi.\n", false},
	} {
		name := filepath.Join(dir, test.name)
		if err := os.WriteFile(name, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := halfWritten(name); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	if halfWritten(filepath.Join(dir, "gone.md")) {
		t.Error("a file that is gone is half-written")
	}
}

// TestOrigins asks as pages of other sites do.
func TestOrigins(t *testing.T) {
	p := start(t, profil)
	for origin, want := range map[string]int{
		"": 200, "http://localhost:8080": 200, "http://127.0.0.1": 200, "https://evil.example": 403,
		"http://localhost.evil.example": 403, "null": 403, "file://": 403, "http://192.0.2.1": 403,
	} {
		r, err := http.NewRequest(http.MethodGet, p.base+"/profil/", nil)
		if err != nil {
			t.Fatal(err)
		}
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("asked by %q: %d, want %d", origin, answer.StatusCode, want)
		}
	}
}

// TestStreams opens more pages than may listen, and closes them.
func TestStreams(t *testing.T) {
	p := start(t, profil)
	ask := func() (*http.Response, context.CancelFunc) {
		ctx, cancel := context.WithCancel(context.Background())
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.base+eventsPath+"?path=/profil/", nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		return answer, cancel
	}
	var cancels []context.CancelFunc
	for n := range maxStreams + 5 {
		answer, cancel := ask()
		cancels = append(cancels, cancel)
		want := http.StatusOK
		if n >= maxStreams {
			want = http.StatusServiceUnavailable
		}
		if answer.StatusCode != want {
			t.Fatalf("page %d: %d, want %d", n, answer.StatusCode, want)
		}
	}
	for _, cancel := range cancels {
		cancel()
	}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		answer, cancel := ask()
		cancel()
		if answer.StatusCode == http.StatusOK {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("pages that were closed still count")
		}
	}
}

// usage is what a server must not gather.
func usage(t *testing.T) (goroutines, descriptors int, heap uint64) {
	t.Helper()
	http.DefaultClient.CloseIdleConnections()
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		open = nil // another system; goroutines and heap say it too
	}
	return runtime.NumGoroutine(), len(open), m.HeapAlloc
}

// TestNothingGathers rebuilds again and again while pages come and go: goroutines, open
// files and memory are as before.
func TestNothingGathers(t *testing.T) {
	rebuilds, clients := 60, 60
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		rebuilds, clients = 1000, 500
	}
	p := start(t, profil)
	round := func(n int) {
		p.write("content/halaman/profil.md",
			fmt.Sprintf("---\ntitle: Profil\nsummary: Tetap.\n---\nIsi %d.\n", n))
		p.build()
	}
	visit := func(group *sync.WaitGroup) {
		group.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
			defer cancel()
			for _, path := range []string{"/profil/", eventsPath + "?path=/profil/"} {
				r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.base+path, nil)
				if err != nil {
					t.Error(err)
					return
				}
				if answer, err := http.DefaultClient.Do(r); err == nil {
					_, _ = io.Copy(io.Discard, answer.Body) // until this page goes away
					_ = answer.Body.Close()
				}
			}
		})
	}
	var group sync.WaitGroup
	for n := range 5 { // what is made once
		round(n)
		visit(&group)
		group.Wait()
	}
	goroutines, descriptors, heap := usage(t)
	for n := range rebuilds {
		round(n)
		for range max(1, clients/rebuilds) {
			visit(&group)
		}
		if n%10 == 9 {
			group.Wait()
		}
	}
	group.Wait()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		g, d, h := usage(t)
		if g <= goroutines+2 && d <= descriptors+2 && h <= heap+heap/4+4<<20 {
			t.Logf("%d rebuilds: goroutines %d, then %d; open files %d, then %d; heap %d kB, then %d kB",
				rebuilds, goroutines, g, descriptors, d, heap/1000, h/1000)
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("goroutines %d, then %d; open files %d, then %d; heap %d, then %d", goroutines, g,
				descriptors, d, heap, h)
		}
	}
}

// FuzzRequest asks for anything: no crash, no file from outside the site.
func FuzzRequest(f *testing.F) {
	for _, path := range []string{
		"/", "/profil/", "/..%2f..%2fgo.mod", "/profil%00/", "//evil.example/",
		"/_maklumat/events?path=/../", "/cari/isi/../../go.mod", "/%", "/profil/index.html",
	} {
		f.Add(path, "localhost", "")
	}
	f.Add("/profil/", "evil.example", "http://evil.example")
	dir := f.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "templates"), os.DirFS("../../../templates")); err != nil {
		f.Fatal(err)
	}
	for name, text := range map[string]string{
		"content/site.yaml": "title: KPU Contoh\nbase_url: https://contoh.go.id/\n" +
			"kontak: {alamat: Jalan Contoh}\n",
		"content/halaman/profil.md": profil,
		"rahasia.txt":               "KANARI",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			f.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			f.Fatal(err)
		}
	}
	scratch, err := store.NewScratch(dir)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = scratch.Close() })
	s, err := build.Build(context.Background(), nil,
		build.Inputs{Files: os.DirFS(dir), Scratch: scratch, Workers: 1, Now: time.Now()})
	if err != nil || s.Diags.Errors() > 0 {
		f.Fatal(err, s.Diags)
	}
	server := &Server{Host: "127.0.0.1"}
	server.Show(context.Background(), s)
	f.Fuzz(func(t *testing.T, target, host, origin string) {
		u, err := url.Parse("http://localhost" + target)
		if err != nil || u.Path == eventsPath {
			return
		}
		r := &http.Request{Method: http.MethodGet, URL: u, Host: host,
			Header: http.Header{"Origin": {origin}}}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, r)
		if strings.Contains(w.Body.String(), "KANARI") ||
			strings.Contains(w.Body.String(), "module maklumat") {
			t.Errorf("%q shows a file from outside", target)
		}
		if w.Code == http.StatusOK && host != "" && !server.allowed(host) {
			t.Errorf("host %q was answered", host)
		}
	})
}
