package verify

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/transparency"
)

// A way is one way of tampering with a site.
type way struct {
	name string
	at   string // the path at which it must be found

	// One of these: a server that tampers, a folder that was tampered with, or what else is asked.
	serve  func(s *server)
	folder func(dir string) error
	ask    func(t *testing.T) *Report
}

// A family is a sort of tampering.
type family struct {
	name string
	ways []way
}

// spam is what is planted.
const spam = "<a href=https://slot.example/>Slot gacor</a>"

// A trick answers a request in the place of the server.
type trick func(s *server, w http.ResponseWriter, r *http.Request, file string)

// plant sends a page of the tamperer's own.
func plant(_ *server, w http.ResponseWriter, _ *http.Request, _ string) { fmt.Fprint(w, spam) }

// inject sends a file with something more.
func inject(s *server, w http.ResponseWriter, r *http.Request, file string) {
	s.sendText(w, r, file, s.files[file]+spam, 200)
}

// lead redirects elsewhere.
func lead(status int, to string) trick {
	return func(_ *server, w http.ResponseWriter, _ *http.Request, _ string) {
		w.Header().Set("Location", to)
		w.WriteHeader(status)
	}
}

// say answers with a status.
func say(status int, text string) trick {
	return func(_ *server, w http.ResponseWriter, _ *http.Request, _ string) {
		w.WriteHeader(status)
		fmt.Fprint(w, text)
	}
}

// header answers as the server does, with a header.
func header(name, value string) trick {
	return func(s *server, w http.ResponseWriter, r *http.Request, file string) {
		w.Header().Add(name, value)
		s.serve(w, r, file)
	}
}

// where returns what makes a server play a trick on some requests.
func where(on func(s *server, r *http.Request, file string) bool, play trick) func(*server) {
	return func(s *server) {
		s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
			if !on(s, r, file) {
				return false
			}
			play(s, w, r, file)
			return true
		}
	}
}

// A crowd is some of those who visit.
type crowd struct {
	name string
	is   func(r *http.Request) bool
}

func agent(words ...string) func(*http.Request) bool {
	return func(r *http.Request) bool {
		for _, word := range words {
			if !strings.Contains(r.UserAgent(), word) {
				return false
			}
		}
		return true
	}
}

func from(word string) func(*http.Request) bool {
	return func(r *http.Request) bool { return strings.Contains(r.Referer(), word) }
}

var crowds = []crowd{
	{"everybody", func(*http.Request) bool { return true }},
	{"Googlebot", agent("Googlebot")},
	{"Googlebot for phones", agent("Googlebot", "Mobile")},
	{"Googlebot for desktops", func(r *http.Request) bool {
		return agent("Googlebot")(r) && !agent("Mobile")(r)
	}},
	{"bingbot", agent("bingbot")},
	{"AdsBot", agent("AdsBot-Google")},
	{"whatever is called bot", func(r *http.Request) bool {
		return strings.Contains(strings.ToLower(r.UserAgent()), "bot")
	}},
	{"those from google.co.id", from("google.co.id")},
	{"those from google.com", from("www.google.com")},
	{"those from Bing", from("bing.com")},
	{"those from Facebook", from("facebook.com")},
	{"the Facebook app", agent("FBAV")},
	{"iPhones", agent("iPhone")},
	{"Android phones", agent("Android")},
	{"phones that no list of results sent", func(r *http.Request) bool {
		return agent("Android", "Mobile")(r) && r.Referer() == "" && !agent("bot")(r)
	}},
	{"Windows", agent("Windows")},
	{"those who read Indonesian", func(r *http.Request) bool {
		return strings.HasPrefix(r.Header.Get("Accept-Language"), "id")
	}},
}

func isAt(path string) func(*server, *http.Request, string) bool {
	return func(_ *server, _ *http.Request, file string) bool { return file == path }
}

// asked returns a condition for a file that some crowd requests.
func asked(path string, c crowd) func(*server, *http.Request, string) bool {
	return func(_ *server, r *http.Request, file string) bool { return file == path && c.is(r) }
}

// some are files of all types.
var some = []string{
	"index.html", "berita/2026/a/index.html", "dokumen/x/laporan.pdf", "dokumen/x/daftar.xlsx",
	"dokumen/x/data.csv", "berita/2026/feed.xml", "berita/feed.json", "kalender.ics", "aset/gaya.css",
	"aset/skrip.js", "aset/logo.svg", "media/foto.webp", "cari/isi/1.txt", "robots.txt",
	"sitemap.xml", "sitemap-berita.xml", "catatan/checkpoint", "situs.webmanifest",
}

// families are the ways of tampering that a reader of the manifest can find.
func families() []family {
	all := []family{
		{name: "bytes"}, {name: "removed"}, {name: "list"}, {name: "cloaked"},
		{name: "led away"}, {name: "planted"}, {name: "planted for some"}, {name: "beside"},
		{name: "queries"}, {name: "spellings"}, {name: "headers"}, {name: "promised headers"},
		{name: "types"}, {name: "old addresses"}, {name: "not found"}, {name: "maps"},
		{name: "encodings"}, {name: "turned away"}, {name: "signature"}, {name: "folder"},
		{name: "statuses"},
	}
	add := func(name string, ways ...way) {
		i := slices.IndexFunc(all, func(f family) bool { return f.name == name })
		all[i].ways = append(all[i].ways, ways...)
	}
	for _, file := range append([]string{"404.html"}, some...) {
		edit := func(how string, change func(string) string) way {
			return way{name: how + " in " + file, at: file, serve: func(s *server) {
				s.files[file] = change(s.files[file])
			}}
		}
		add("bytes",
			edit("a bit is changed", func(was string) string {
				return was[:len(was)/2] + string(was[len(was)/2]^1) + was[len(was)/2+1:]
			}),
			edit("something is appended", func(was string) string { return was + spam }),
			edit("the end is cut off", func(was string) string { return was[:len(was)-1] }))
	}
	for _, file := range some {
		add("removed", way{name: file + " is gone", at: file, serve: func(s *server) {
			delete(s.files, file)
		}})
	}
	for _, status := range []int{401, 403, 410} {
		add("removed", way{name: fmt.Sprint(status), at: "dokumen/x/laporan.pdf",
			serve: where(isAt("dokumen/x/laporan.pdf"), say(status, ""))})
	}
	for _, text := range []string{"", "{}", `{"generator":"maklumat","files":[]}`} {
		add("list", way{name: fmt.Sprintf("%q", text), at: host.Manifest, serve: func(s *server) {
			s.files[host.Manifest] = text
		}})
	}
	add("list", way{name: "for crawlers", at: host.Manifest,
		serve: where(asked(host.Manifest, crowds[1]), plant)},
		way{name: "with a file more", at: host.Manifest, serve: func(s *server) {
			s.files[host.Manifest] = strings.Replace(s.files[host.Manifest], "[{", `[{"path":"x"},{`, 1)
		}})
	for i, c := range crowds {
		files := []string{"index.html", "berita/2026/a/index.html", "robots.txt", "sitemap-berita.xml",
			some[2+i%(len(some)-2)], some[2+(i+5)%(len(some)-2)]}
		for _, file := range slices.Compact(files) {
			add("cloaked",
				way{name: c.name + " at " + file, at: file, serve: where(asked(file, c), inject)})
		}
		const inner = "sop/layanan/index.html"
		add("led away",
			way{name: c.name + " by a redirect", at: inner, serve: where(asked(inner, c),
				lead([]int{301, 302, 303, 307, 308}[i%5], "https://slot.example/"))},
			way{name: c.name + " to another page", at: inner,
				serve: where(asked(inner, c), lead(302, "/slot/"))},
			way{name: c.name + " by a refresh", at: inner,
				serve: where(asked(inner, c), header("Refresh", "0; url=https://slot.example/"))})
		add("planted for some",
			way{name: c.name + " below a made-up name", at: "slot-gacor/",
				serve: where(func(s *server, r *http.Request, file string) bool {
					return strings.HasPrefix(file, "slot-gacor") && c.is(r)
				}, plant)},
			way{name: c.name + " wherever nothing is", at: "slot/",
				serve: where(func(s *server, r *http.Request, file string) bool {
					return isNowhere(s, r) && c.is(r)
				}, plant)})
	}
	addPlaces(add)
	addQueries(add)
	addHeaders(add)
	addMaps(add)
	addOthers(add)
	return all
}

// isNowhere reports whether a request is for what the release does not have.
func isNowhere(s *server, r *http.Request) bool {
	file := strings.Trim(strings.TrimPrefix(r.URL.Path, s.base), "/")
	_, ok := s.files[file]
	_, isFolder := s.files[strings.TrimPrefix(file+"/index.html", "/")]
	_, isEnding := s.files[file+".html"]
	return !ok && !isFolder && !isEnding && strings.HasPrefix(r.URL.Path, s.base) &&
		!strings.Contains(r.URL.Path, "//")
}

func addPlaces(add func(string, ...way)) {
	for _, name := range unknown {
		file, query, _ := strings.Cut(name, "?")
		if query != "" || strings.Contains(name, "%s") || name == "robots.txt" ||
			name == "sitemap.xml" {
			continue
		}
		add("planted", way{name: name, at: file, serve: where(
			func(s *server, r *http.Request, _ string) bool { return r.URL.Path == s.base+file }, plant)})
	}
	for _, folder := range []string{"berita", "sop", "dokumen", "aset", "media"} {
		for _, name := range besides {
			if strings.Contains(name, "%s") {
				continue
			}
			at := folder + name
			add("beside", way{name: at, at: at, serve: where(
				func(s *server, r *http.Request, _ string) bool { return r.URL.Path == s.base+at },
				plant)})
		}
	}
	for _, pattern := range []string{".php", ".txt", ".xml", ".pdf"} {
		add("planted", way{name: "every name with " + pattern, at: digestName + pattern,
			serve: where(func(s *server, r *http.Request, _ string) bool {
				return isNowhere(s, r) && strings.HasSuffix(r.URL.Path, pattern)
			}, plant)})
	}
}

// digestName stands for the name that nobody has.
const digestName = "%s"

func addQueries(add func(string, ...way)) {
	for _, query := range queries {
		name, _, _ := strings.Cut(query, "=")
		for _, c := range []crowd{crowds[0], crowds[6], {"people", func(r *http.Request) bool {
			return !crowds[6].is(r)
		}}} {
			for _, file := range []string{"index.html", "sop/layanan/index.html"} {
				add("queries", way{name: name + " for " + c.name + " at " + file, at: file,
					serve: where(func(s *server, r *http.Request, f string) bool {
						return f == file && r.URL.Query().Has(name) && c.is(r)
					}, plant)})
			}
		}
	}
	add("queries",
		way{name: "any leads away", at: "index.html",
			serve: where(func(_ *server, r *http.Request, _ string) bool { return r.URL.RawQuery != "" },
				lead(302, "https://slot.example/"))},
		way{name: "where nothing is", at: digestName + "/",
			serve: where(func(s *server, r *http.Request, _ string) bool {
				return isNowhere(s, r) && r.URL.Query().Has("slot")
			}, plant)})
	for _, file := range []string{"index.html", "berita/2026/a/index.html", "sop/index.html"} {
		for name, is := range map[string]func(path string) bool{
			"written out":   func(path string) bool { return strings.HasSuffix(path, "/index.html") },
			"without slash": func(path string) bool { return !strings.HasSuffix(path, "/") },
			"doubled slash": func(path string) bool { return strings.Contains(path, "//") },
		} {
			if file == "index.html" && name == "without slash" {
				continue // a site at the root has no such address
			}
			for _, play := range []trick{plant, lead(302, "https://slot.example/"),
				lead(302, "/sop/?x=https://slot.example/")} {
				add("spellings", way{name: name + " of " + file, at: file, serve: func(s *server) {
					s.index, s.html = 0, 0
					where(func(s *server, r *http.Request, _ string) bool {
						path := s.base + file
						return is(r.URL.Path) && (slices.Contains(spellings(path), r.URL.Path))
					}, play)(s)
				}})
			}
		}
	}
}

func addHeaders(add func(string, ...way)) {
	for i, h := range [][2]string{
		{"Refresh", "0;url=https://slot.example/"}, {"Location", "https://slot.example/"},
		{"Link", "<https://slot.example/>; rel=canonical"},
		{"Link", "<https://slot.example/x.js>; rel=preload; as=script"},
		{"Link", "</aset/gaya.css>; rel=preload, <https://slot.example/>; rel=alternate"},
		{"Set-Cookie", "a=b"}, {"Set-Cookie", "PHPSESSID=x; path=/"}, {"X-Robots-Tag", "noindex"},
		{"X-Robots-Tag", "googlebot: nofollow"}, {"Clear-Site-Data", `"*"`},
		{"Content-Disposition", "attachment; filename=slot.apk"}, {"Sourcemap", "https://slot.example/"},
		{"Service-Worker-Allowed", "/"}, {"Speculation-Rules", `"https://slot.example/r.json"`},
		{"Content-Security-Policy-Report-Only", "default-src *; report-uri https://slot.example/"},
	} {
		for _, file := range []string{"index.html", "dokumen/x/laporan.pdf",
			some[(2+i)%len(some)]} {
			add("headers", way{name: h[0] + ": " + h[1] + " of " + file, at: file,
				serve: where(isAt(file), header(h[0], h[1]))})
		}
		if h[0] != "Location" {
			add("headers", way{name: h[0] + ": " + h[1] + " of what is not there", at: "slot/",
				serve: where(isAt("slot/index.html"), header(h[0], h[1]))})
		}
	}
	for _, h := range promised {
		for _, value := range []string{"", "x"} {
			for _, file := range []string{"index.html", "dokumen/x/laporan.pdf", "aset/skrip.js"} {
				add("promised headers", way{name: h.Name + " " + value + " of " + file, at: file,
					serve: func(s *server) {
						s.promises = true
						where(isAt(file), func(s *server, w http.ResponseWriter, r *http.Request,
							file string) {
							w.Header().Del(h.Name)
							if value != "" {
								w.Header().Add(h.Name, h.Value)
								w.Header().Add(h.Name, value)
							}
							s.serve(w, r, file)
						})(s)
					}})
			}
		}
	}
	for file, types := range map[string][]string{
		"dokumen/x/data.csv": {"text/html", "text/html; charset=utf-8", "image/svg+xml"},
		"aset/logo.svg":      {"text/html", "image/png"},
		"index.html": {"text/plain", "text/html; charset=iso-8859-1", "text/html; charset=utf-7",
			";"},
		"robots.txt":            {"text/html", "text/plain; charset=utf-16"},
		"sitemap.xml":           {"text/html; charset=utf-8", "application/pdf"},
		"dokumen/x/laporan.pdf": {"text/html", "application/x-msdownload"},
	} {
		for _, kind := range types {
			add("types", way{name: file + " as " + kind, at: file,
				serve: where(isAt(file), func(s *server, w http.ResponseWriter, r *http.Request,
					f string) {
					w.Header().Set("Content-Type", kind)
					s.serve(w, r, f)
				})})
		}
	}
	const old = "lama/index.html"
	for _, to := range []string{"https://slot.example/", "/slot/", "//slot.example/", "",
		"/ppid/sop/?x=1", "https://contoh.go.id.slot.example/ppid/sop/"} {
		add("old addresses",
			way{name: "to " + to, at: old, serve: where(isAt(old), lead(301, to))})
	}
	add("old addresses", way{name: "another page is sent", at: old, serve: where(isAt(old), plant)})
}

func addMaps(add func(string, ...way)) {
	isMissing := func(s *server, r *http.Request, _ string) bool { return isNowhere(s, r) }
	for name, play := range map[string]trick{
		"another page":           say(404, spam),
		"an empty page":          say(404, ""),
		"a page that goes on":    say(404, "<meta http-equiv=refresh content='0;url=//slot.example'>"),
		"for good, another page": say(410, spam),
	} {
		add("not found", way{name: name, at: notFound, serve: where(isMissing, play)})
	}
	for name, play := range map[string]trick{
		"the home page": func(s *server, w http.ResponseWriter, r *http.Request, _ string) {
			s.send(w, r, "index.html", 200)
		},
		"our page, as if it were there": func(s *server, w http.ResponseWriter, r *http.Request,
			_ string) {
			s.send(w, r, notFound, 200)
		},
		"a redirect home":         lead(302, "/"),
		"a redirect elsewhere":    lead(302, "https://slot.example/"),
		"forbidden, at length":    say(403, strings.Repeat("slot gacor ", 200)),
		"forbidden, with a link":  say(403, spam),
		"forbidden, and goes on":  say(403, "<meta http-equiv=refresh content='0;url=//slot.example'>"),
		"forbidden, for a script": say(403, "<script src=//slot.example/x.js></script>"),
	} {
		add("not found", way{name: name, at: "slot/", serve: where(isMissing, play)})
	}
	for _, file := range []string{"robots.txt", "sitemap.xml", "sitemap-berita.xml"} {
		for name, more := range map[string]string{
			"another site":   "https://slot.example/sitemap.xml",
			"a made-up page": home + "/slot-gacor/",
		} {
			text := "\nSitemap: " + more + "\n"
			if file != "robots.txt" {
				text = "<url><loc>" + more + "</loc></url>"
			}
			add("maps", way{name: file + " names " + name, at: file + " " + more,
				serve: func(s *server) { s.files[file] += text }})
		}
	}
	add("maps",
		way{name: "robots.txt shuts crawlers out", at: "robots.txt", serve: func(s *server) {
			s.files["robots.txt"] = "User-agent: *\nDisallow: /\n"
		}},
	)
	for _, name := range []string{"robots.txt", "sitemap.xml"} {
		add("maps", way{name: "the " + name + " of the domain names a made-up map", at: "../" + name,
			serve: func(s *server) {
				s.base = "/ppid/"
				s.tamper = func(w http.ResponseWriter, r *http.Request, _ string) bool {
					if r.URL.Path == "/"+name {
						fmt.Fprintf(w, "Sitemap: %s/ppid/sitemap-slot.xml\n", home)
						fmt.Fprintf(w, "<loc>%s/ppid/slot/</loc>\n", home)
					}
					return r.URL.Path == "/"+name
				}
			}})
	}
	for _, encoding := range []string{"gzip", "br"} {
		for _, file := range []string{"index.html", "aset/skrip.js", "sitemap.xml"} {
			add("encodings", way{name: "another copy in " + encoding + " of " + file, at: file,
				serve: where(func(_ *server, r *http.Request, f string) bool {
					return f == file && strings.Contains(r.Header.Get("Accept-Encoding"), encoding)
				}, func(s *server, w http.ResponseWriter, r *http.Request, f string) {
					w.Header().Set("Content-Encoding", encoding)
					_, _ = w.Write(zipped(encoding, spam))
				})})
		}
		add("encodings", way{name: "no " + encoding, at: "index.html",
			serve: where(isAt("index.html"), func(s *server, w http.ResponseWriter, _ *http.Request,
				_ string) {
				w.Header().Set("Content-Encoding", encoding)
				fmt.Fprint(w, spam)
			})})
	}
	add("encodings", way{name: "an unknown encoding", at: "index.html",
		serve: where(isAt("index.html"), func(_ *server, w http.ResponseWriter, _ *http.Request,
			_ string) {
			w.Header().Set("Content-Encoding", "x-slot")
			fmt.Fprint(w, spam)
		})})
}

func addOthers(add func(string, ...way)) {
	for _, status := range []int{201, 202, 203, 204, 206} {
		add("statuses", way{name: fmt.Sprint(status), at: "sop/index.html",
			serve: where(isAt("sop/index.html"), func(s *server, w http.ResponseWriter, r *http.Request,
				file string) {
				s.send(w, r, file, status)
			})},
			way{name: fmt.Sprint(status, " where nothing is"), at: "slot/",
				serve: where(isAt("slot/index.html"), say(status, spam))})
	}
	for _, c := range crowds[1:7] {
		add("turned away",
			way{name: c.name + " by 403", at: "turns away", serve: where(
				func(_ *server, r *http.Request, _ string) bool { return c.is(r) }, say(403, spam))},
			way{name: c.name + " by 503", at: "turns away", serve: where(
				func(_ *server, r *http.Request, _ string) bool { return c.is(r) }, say(503, ""))},
			way{name: c.name + " from the home page only", at: "index.html",
				serve: where(asked("index.html", c), say(403, spam))},
			way{name: c.name + " by 404", at: "index.html", serve: where(
				func(_ *server, r *http.Request, _ string) bool { return c.is(r) }, say(404, ""))})
	}
	addSignatures(add)
	folders(add)
}

// addSignatures adds notes that are not what the owner of a key signed for the release.
func addSignatures(add func(string, ...way)) {
	secret, public, err := transparency.NewKey(rand.Reader, origin)
	if err != nil {
		panic(err)
	}
	strange, _, err := transparency.NewKey(rand.Reader, origin)
	if err != nil {
		panic(err)
	}
	with := func(secret string, r transparency.Release) string {
		sign, err := transparency.Signer(secret)
		if err != nil {
			panic(err)
		}
		return string(sign(r.String()))
	}
	for name, note := range map[string]func(own transparency.Release) string{
		"none":  func(transparency.Release) string { return "" },
		"noise": func(transparency.Release) string { return "x\n" },
		"unsigned": func(own transparency.Release) string {
			return own.String()
		},
		"by another": func(own transparency.Release) string { return with(strange, own) },
		"of another site's key name": func(own transparency.Release) string {
			return strings.Replace(with(secret, own), "— contoh", "— lain", 1)
		},
		"an old release": func(own transparency.Release) string {
			own.Day, own.Number, own.Manifest = "2026-02-01", 3, digest.Of([]byte("lama"))
			return with(secret, own)
		},
		"an old release of the day": func(own transparency.Release) string {
			own.Number, own.Manifest = 3, digest.Of([]byte("lama"))
			return with(secret, own)
		},
		"the number is raised": func(own transparency.Release) string {
			return strings.Replace(with(secret, own), "rilis 7", "rilis 8", 1)
		},
		"the day is another": func(own transparency.Release) string {
			return strings.Replace(with(secret, own), "2026-03-01", "2026-03-02", 1)
		},
		"of another version, without day": func(own transparency.Release) string {
			return with(secret, transparency.Release{Origin: own.Origin, Manifest: own.Manifest})
		},
	} {
		add("signature", way{name: name, at: host.ManifestNote, ask: func(t *testing.T) *Report {
			s, release := aServer(0)
			release.Signed = transparency.Release{Origin: origin, Manifest: digest.Of(release.Text),
				Day: "2026-03-01", Number: 7}
			s.files[host.ManifestNote] = note(release.Signed)
			site := &Site{Client: transport{s}, Timeout: time.Minute, Base: anAddress(s.base),
				Release: release}
			r := &Report{}
			site.Signature(t.Context(), public, Since{Day: "2026-03-01", Number: 7}, r)
			return r
		}})
	}
}

// folders adds what may be done to a folder.
func folders(add func(string, ...way)) {
	write := func(name, text string) func(string) error {
		return func(dir string) error {
			name := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return err
			}
			return os.WriteFile(name, []byte(text), 0o644)
		}
	}
	in := func(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	add("folder",
		way{name: "a program", at: "sop/x.php", folder: write("sop/x.php", "<?php")},
		way{name: "a hidden file", at: ".htaccess", folder: write(".htaccess", "x")},
		way{name: "a file in .well-known", at: ".well-known/x", folder: write(".well-known/x", "x")},
		way{name: "another page", at: "sop/index.html", folder: write("sop/index.html", spam)},
		way{name: "another list", at: host.Manifest, folder: write(host.Manifest, "{}")},
		way{name: "a file less", at: "robots.txt", folder: func(dir string) error {
			return os.Remove(in(dir, "robots.txt"))
		}},
		way{name: "a folder in the place of a file", at: "robots.txt", folder: func(dir string) error {
			_ = os.Remove(in(dir, "robots.txt"))
			return os.Mkdir(in(dir, "robots.txt"), 0o755)
		}},
		way{name: "an empty folder", at: "slot/", folder: func(dir string) error {
			return os.Mkdir(in(dir, "slot"), 0o755)
		}},
		way{name: "empty folders within each other", at: "slot/", folder: func(dir string) error {
			return os.MkdirAll(in(dir, "slot/a/b"), 0o755)
		}},
		way{name: "a note that is none", at: host.ManifestNote, folder: write(host.ManifestNote, "x")},
		way{name: "a note of another release", at: host.ManifestNote,
			folder: write(host.ManifestNote, transparency.Release{Origin: origin}.String()+"\n— x y\n")},
	)
	if runtime.GOOS == "windows" {
		return
	}
	link := func(to, name string) func(string) error {
		return func(dir string) error {
			_ = os.Remove(in(dir, name))
			return os.Symlink(to, in(dir, name))
		}
	}
	mode := func(name string, mode os.FileMode) func(string) error {
		return func(dir string) error { return os.Chmod(in(dir, name), mode) }
	}
	add("folder",
		way{name: "a link out", at: "x", folder: link("/etc/passwd", "x")},
		way{name: "a link to a folder", at: "etc", folder: link("/etc", "etc")},
		way{name: "a link in the place of a file", at: "robots.txt",
			folder: link("sitemap.xml", "robots.txt")},
		way{name: "a pipe", at: "pipa", folder: func(dir string) error {
			return makePipe(in(dir, "pipa"))
		}},
		way{name: "a file that all may change", at: "robots.txt", folder: mode("robots.txt", 0o666)},
		way{name: "a folder that all may change", at: "sop", folder: mode("sop", 0o777)},
		way{name: "a file that is run", at: "index.html", folder: mode("index.html", 0o755)},
		way{name: "a file that runs as its owner", at: "index.html",
			folder: mode("index.html", 0o644|os.ModeSetuid)},
		way{name: "the folder itself", at: ".", folder: mode(".", 0o777)},
	)
}

// try tampers in a way, and returns what is found.
func (w *way) try(t *testing.T, n int) *Report {
	switch {
	case w.ask != nil:
		return w.ask(t)
	case w.folder != nil:
		dir, release := aFolder(t)
		if err := w.folder(dir); err != nil {
			t.Fatal(err)
		}
		return Folder(os.DirFS(dir), release, "", Since{})
	}
	s, release := aServer(n)
	base := s.base
	w.serve(s)
	if s.base != base || s.promises && release.Headers == nil { // it needs another host
		s, release = aServer(len(habits) + 2)
		w.serve(s)
	}
	return look(t, s, s.base, release)
}

// aFolder is a folder with the files of a release.
func aFolder(t *testing.T) (string, Release) {
	t.Helper()
	dir := t.TempDir()
	files, release := aSite("/")
	for name, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir, release
}

// isFound reports whether a report has something at the path of a way, and what it names.
func (w *way) isFound(r *Report) bool {
	at, detail, _ := strings.Cut(w.at, " ")
	if w.at == "turns away" {
		return len(r.Unchecked) > 0 && strings.Contains(r.Unchecked[0].Error(), w.at)
	}
	return slices.ContainsFunc(r.Findings, func(f Finding) bool {
		if after, ok := strings.CutPrefix(at, digestName); ok {
			return strings.HasSuffix(f.Path, after) && f.Kind == Answered
		}
		return f.Path == at && strings.Contains(f.Detail, detail)
	})
}

// A hiding is a way of tampering that cannot be found from outside, and the words by which the
// manual of operators tells of it.
type hiding struct {
	name, manual string
	serve        func(s *server)
}

var hidings = []hiding{
	{"from whoever verifies, by address", "alamat IP", where(
		func(_ *server, r *http.Request, _ string) bool { return r.RemoteAddr == "66.249.66.1:1" },
		plant)},
	{"at other times", "jam tertentu", where(
		func(*server, *http.Request, string) bool { return time.Now().Year() > 9000 }, plant)},
	{"from all but a few", "secara acak", func(s *server) {
		var n atomic.Int64
		s.tamper = func(w http.ResponseWriter, r *http.Request, file string) bool {
			if n.Add(1) != 1_000_000 {
				return false
			}
			plant(s, w, r, file)
			return true
		}
	}},
	{"from those without a cookie", "cookie", where(
		func(_ *server, r *http.Request, _ string) bool { return r.Header.Get("Cookie") != "" },
		plant)},
	{"from those who read another language", "bahasa lain", where(
		func(_ *server, r *http.Request, _ string) bool {
			return strings.HasPrefix(r.Header.Get("Accept-Language"), "zh")
		}, plant)},
	{"from all programs but one", "program lain", where(
		func(_ *server, r *http.Request, _ string) bool { return agent("YandexBot")(r) }, plant)},
	{"from those who come from elsewhere", "situs lain", where(
		func(_ *server, r *http.Request, _ string) bool { return from("x.com")(r) }, plant)},
	{"behind a name that nobody guesses", "nama rahasia", where(isAt("k9x2/index.html"), plant)},
	{"behind a query that nobody guesses", "kueri rahasia", where(
		func(_ *server, r *http.Request, _ string) bool { return r.URL.Query().Has("k9x2") },
		plant)},
	{"from all requests but forms", "formulir (POST)", where(
		func(_ *server, r *http.Request, _ string) bool { return r.Method == http.MethodPost },
		plant)},
	{"at another port or domain", "subdomain", where(
		func(_ *server, r *http.Request, _ string) bool { return r.Host != "contoh.go.id" },
		plant)},
	{"from those who take no compression of ours", "kompresi lain", where(
		func(_ *server, r *http.Request, _ string) bool {
			return strings.Contains(r.Header.Get("Accept-Encoding"), "zstd")
		}, plant)},
}

// TestWhatCannotBeFound holds that the manual tells of what is not found, and of nothing that is.
func TestWhatCannotBeFound(t *testing.T) {
	t.Parallel()
	manual, err := os.ReadFile("../../docs/panduan-operator.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(manual), "### Yang tidak dapat ditemukan")
	if !ok {
		t.Fatal("the manual has no section")
	}
	section, _, _ = strings.Cut(section, "\n## ")
	for n, h := range hidings {
		if !strings.Contains(section, h.manual) {
			t.Errorf("%s: the manual does not tell of %q", h.name, h.manual)
		}
		s, release := aServer(n)
		h.serve(s)
		if r := look(t, s, s.base, release); len(r.Findings)+len(r.Unchecked) > 0 {
			t.Errorf("%s: found: %+v", h.name, r)
		}
	}
}

// TestTampering tampers with sites in all ways of all families, on one host after the other. Each
// must be found where it was done.
func TestTampering(t *testing.T) {
	t.Parallel()
	n, tried, found := 0, 0, 0
	for _, f := range families() {
		count, all := 0, 0
		for i := range f.ways {
			if n++; !isLong && n%10 != 0 && i != 0 {
				continue
			}
			w := &f.ways[i]
			var r *Report
			synctest.Test(t, func(t *testing.T) { r = w.try(t, n) })
			all++
			if w.isFound(r) {
				count++
			} else {
				t.Errorf("%s, %s, on %s: not found at %s: %+v", f.name, w.name,
					habits[n%len(habits)].name, w.at, r)
			}
		}
		t.Logf("%-20s %d of %d (%d ways)", f.name, count, all, len(f.ways))
		tried, found = tried+all, found+count
	}
	t.Logf("found %d of %d; there are %d ways", found, tried, n)
	if n < 300 {
		t.Errorf("%d ways are too few", n)
	}
}
