package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
)

// types are those of the endings that not every machine knows.
var types = map[string]string{
	".ics": "text/calendar; charset=utf-8", ".jsonld": "application/ld+json",
	".csv": "text/csv; charset=utf-8", ".json": "application/json",
	".vtt": "text/vtt; charset=utf-8",
}

// A Server shows one site while it is being written.
type Server struct {
	Host    string // of the address it listens on; asked for by browsers besides loopback names
	Printer diag.Printer

	mu     sync.Mutex
	newest *build.Snapshot // for messages
	good   *build.Snapshot // the newest without errors, for pages; nil before the first
	notify map[chan struct{}]bool
}

// Show makes a snapshot the newest. While it has errors the pages are those of the last without,
// less what may no longer be shown; if that cannot be taken out, there are messages only.
func (s *Server) Show(ctx context.Context, snapshot *build.Snapshot) {
	s.mu.Lock()
	s.newest = snapshot
	switch {
	case snapshot.Diags.Errors() == 0:
		s.good = snapshot
	case s.good != nil:
		if gone := snapshot.Site.Withdraws(s.good.Shown()); len(gone) > 0 {
			good, err := s.good.Without(ctx, gone, nil)
			if s.good = good; err != nil {
				s.good = nil
			}
		}
	}
	for c := range s.notify {
		select {
		case c <- struct{}{}:
		default: // it has not looked at the last one yet
		}
	}
	s.mu.Unlock()
}

func (s *Server) current() (newest, good *build.Snapshot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newest, s.good
}

// Run serves on l until ctx is done.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stopped := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stopped()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// eventsPath is where open pages listen, and maxStreams how many may at once.
const (
	eventsPath = "/_maklumat/events"
	maxStreams = 64
)

// ServeHTTP answers from the newest snapshots.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !s.allowed(r.Host):
		// A page of another site must not read the preview by a name of its own that
		// leads here (DNS rebinding).
		http.Error(w, "unknown host", http.StatusForbidden)
	case !s.ownOrigin(r.Header.Get("Origin")):
		http.Error(w, "asked by another site", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
	case strings.ContainsAny(r.URL.Path, "\\\x00") || hasDots(r.URL.Path):
		http.Error(w, "bad path", http.StatusBadRequest)
	case r.URL.Path == eventsPath:
		s.events(w, r)
	default:
		s.page(w, r)
	}
}

func hasDots(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// allowed reports whether a Host header names this machine itself, or the address that
// the server was asked to listen on.
func (s *Server) allowed(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if strings.EqualFold(name, "localhost") || name == s.Host {
		return true
	}
	ip := net.ParseIP(name)
	if ip == nil {
		return false
	}
	listening := net.ParseIP(s.Host)
	return ip.IsLoopback() || listening != nil && listening.IsUnspecified()
}

// ownOrigin reports whether a request was made by a page of this server, or by none.
func (s *Server) ownOrigin(origin string) bool {
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && s.allowed(u.Host)
}

// A found is one answer.
type found struct {
	path   string
	body   []byte
	diags  diag.List
	status int
}

// find makes what is at an address of the good snapshot.
func find(good *build.Snapshot, address string) found {
	base := good.Base()
	rel, ok := strings.CutPrefix(address, base)
	if !ok {
		return found{status: http.StatusNotFound}
	}
	if strings.HasPrefix(rel, build.SearchFolder) {
		if text, err := good.Index().Read(rel); err == nil {
			return found{path: rel, body: []byte(text), status: http.StatusOK}
		}
	}
	for _, candidate := range []string{rel, path.Join(rel, "index.html")} {
		job, ok := good.Job(candidate)
		if !ok {
			continue
		}
		if candidate != rel && rel != "" && !strings.HasSuffix(rel, "/") {
			return found{path: "/" + rel + "/", status: http.StatusMovedPermanently}
		}
		body, diags, err := good.Render(job)
		if err != nil {
			return found{status: http.StatusInternalServerError, body: []byte(err.Error())}
		}
		return found{path: candidate, body: body, diags: diags, status: http.StatusOK}
	}
	if job, ok := good.Job("404.html"); ok {
		body, diags, err := good.Render(job)
		if err == nil {
			return found{path: "404.html", body: body, diags: diags, status: http.StatusNotFound}
		}
	}
	return found{status: http.StatusNotFound, body: []byte("404")}
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	newest, good := s.current()
	if good == nil { // the first build has errors, or is not done yet
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = w.Write(s.inject(s.emptyPage(newest != nil), digest.Sum{}, newest, nil))
		return
	}
	if base := good.Base(); r.URL.Path == "/" && base != "/" {
		http.Redirect(w, r, base, http.StatusFound)
		return
	}
	f := find(good, r.URL.Path)
	if f.status == http.StatusMovedPermanently {
		http.Redirect(w, r, good.Base()+strings.TrimPrefix(f.path, "/"), http.StatusFound)
		return
	}
	ct := types[path.Ext(f.path)]
	if ct == "" {
		ct = mime.TypeByExtension(path.Ext(f.path))
	}
	if ct != "" {
		w.Header().Set("Content-Type", ct)
	}
	body := f.body
	if path.Ext(f.path) == ".html" {
		body = s.inject(body, digest.Of(body), newest, f.diags)
	} else if f.status == http.StatusOK { // players of films ask for parts of a file
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
		return
	}
	w.WriteHeader(f.status)
	_, _ = w.Write(body) // a browser that went away is no concern
}

// emptyPage is what is shown while there is no page to show, because the site is broken or has
// not been built yet; it does not stay.
func (s *Server) emptyPage(broken bool) []byte {
	what := diag.Words{ID: "Pratinjau sedang disiapkan", EN: "The preview is being made"}
	then := diag.Words{ID: "Halaman ini terbuka dengan sendirinya.",
		EN: "This page opens by itself."}
	if broken {
		what = diag.Words{ID: "Belum ada halaman yang dapat ditampilkan",
			EN: "There is no page to show yet"}
		then = diag.Words{ID: "Perbaiki kesalahan yang disebut di bawah dan di terminal; " +
			"halaman ini lalu terbuka dengan sendirinya.",
			EN: "Mend the errors named below and in the terminal; this page then opens by itself."}
	}
	lang := s.Printer.Lang
	return fmt.Appendf(nil, `<!doctype html><html lang=%s><meta charset=utf-8>`+
		`<meta name=viewport content="width=device-width">`+
		`<meta name=color-scheme content="light dark"><title>Maklumat</title>`+
		`<body style="font:18px/1.5 system-ui,sans-serif;max-width:34em;margin:2em auto;`+
		`padding:0 24px"><h1 style="font-size:1.4em">%s</h1><p>%s</p></body></html>`,
		diag.Words{ID: "id", EN: "en"}.In(lang), what.In(lang), then.In(lang))
}

//go:embed reload.js
var reloadScript string

// inject adds the script that listens for changes, and the overlay if there is something
// to show.
func (s *Server) inject(body []byte, sum digest.Sum, newest *build.Snapshot,
	diags diag.List) []byte {
	// Strings always encode.
	state, _ := json.Marshal(map[string]string{
		"sum": sum.String(), "overlay": s.overlay(newest, diags),
	})
	script := fmt.Sprintf("(%s)(%s,%q)", strings.TrimSpace(reloadScript), state, eventsPath)
	body = allow(body, script)
	var b bytes.Buffer
	i := bytes.LastIndex(body, []byte("</body>"))
	if i < 0 {
		i = len(body)
	}
	b.Write(body[:i])
	b.WriteString("<script>" + script + "</script>")
	b.Write(body[i:])
	return b.Bytes()
}

// allow lets the preview's own script run under the page's Content Security Policy, which
// stays in force for all else: what it forbids, editors shall see here and not online.
func allow(body []byte, script string) []byte {
	sum := sha256.Sum256([]byte(script))
	source := template.HTMLEscapeString("'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'")
	return bytes.Replace(body, []byte("script-src "), []byte("script-src "+source+" "), 1)
}

// overlay returns the messages that keep the site from being published, as HTML; "" when
// there are none. Warnings are left to the terminal.
func (s *Server) overlay(newest *build.Snapshot, more diag.List) string {
	if newest == nil {
		return ""
	}
	var all diag.List
	for _, d := range append(append(diag.List{}, newest.Diags...), more...) {
		if d.Severity() == diag.Error {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return ""
	}
	p := s.Printer
	p.Format = diag.HTML
	var b bytes.Buffer
	_ = p.Print(&b, all.Sort()) // a Buffer takes every write
	return b.String()
}

// events tells an open page when its bytes or the messages have changed.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	c := make(chan struct{}, 1)
	c <- struct{}{} // the page may be older than the newest snapshot already
	s.mu.Lock()
	if s.notify == nil {
		s.notify = map[chan struct{}]bool{}
	}
	full := len(s.notify) >= maxStreams
	if !full {
		s.notify[c] = true
	}
	s.mu.Unlock()
	if full {
		http.Error(w, "too many open pages", http.StatusServiceUnavailable)
		return
	}
	defer func() {
		s.mu.Lock()
		delete(s.notify, c)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	sent := ""
	for {
		select {
		case <-r.Context().Done():
			return
		case <-c:
		}
		newest, good := s.current()
		state := map[string]string{"sum": digest.Sum{}.String()}
		var diags diag.List
		if good != nil {
			f := find(good, r.URL.Query().Get("path"))
			state["sum"], diags = digest.Of(f.body).String(), f.diags
		}
		state["overlay"] = s.overlay(newest, diags)
		b, _ := json.Marshal(state) // strings always encode
		if string(b) == sent {
			continue
		}
		sent = string(b)
		if _, err := fmt.Fprintf(w, "data: %s\n\n", b); err != nil {
			return
		}
		flusher.Flush()
	}
}
