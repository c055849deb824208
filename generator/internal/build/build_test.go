package build_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/store"
)

// released is an Output in memory.
type released struct {
	mu    sync.Mutex
	files map[string]string
	puts  int
}

// Keep keeps scaled pictures, whose names say what is in them.
func (r *released) Keep(path string) (int64, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	text, there := r.files[path]
	return int64(len(text)), there && strings.HasPrefix(path, "media/")
}

func (r *released) Put(path string, b []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.files[path] = string(b)
	r.puts++
	return nil
}

func (r *released) Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error {
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err == nil && digest.Of(b) != sum {
		err = store.ErrChanged
	}
	return errors.Join(err, r.Put(path, b))
}

// clock is the time of the first build; files change a minute apart.
var begin = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

var clock = begin

// shipped is the time of the repository's templates.
var shipped = begin.Add(-time.Hour)

// project returns the repository's templates with a small site.
func project(t testing.TB) fstest.MapFS {
	files := fstest.MapFS{}
	templates := os.DirFS("../../..")
	err := fs.WalkDir(templates, "templates", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(templates, p)
		files[p] = &fstest.MapFile{Data: b, ModTime: shipped}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	set(files, "content/site.yaml", siteYAML)
	set(files, "content/data/units.yaml", "unit:\n  - {slug: ppid, nama: PPID}\n  - {slug: hukum, nama: Subbagian Hukum}\n")
	return files
}

const siteYAML = `title: KPU Contoh
base_url: https://contoh.go.id/
kontak: {alamat: Jalan Contoh 1}
kategori: [{slug: kegiatan, nama: Kegiatan}, {slug: opini, nama: Opini}]
arsip: {per_halaman: 3}
`

func set(files fstest.MapFS, path, text string) {
	ticks.Lock()
	clock = clock.Add(time.Minute)
	ticks.Unlock()
	files[path] = &fstest.MapFile{Data: []byte(text), ModTime: tick()}
}

// ticks guards the clock, which tests that run side by side share.
var ticks sync.Mutex

func tick() time.Time {
	ticks.Lock()
	defer ticks.Unlock()
	return clock
}

func inputs(t testing.TB, files fs.FS) build.Inputs {
	scratch, err := store.NewScratch(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = scratch.Close() })
	return build.Inputs{Files: files, Scratch: scratch, AsOf: disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)}, Now: tick().Add(time.Hour), Workers: 2}
}

// run builds and makes; out is brought up to date from prev.
func run(t testing.TB, prev *build.Snapshot, in build.Inputs, out *released) *build.Snapshot {
	t.Helper()
	s, err := build.Build(context.Background(), prev, in)
	if err != nil {
		t.Fatal(err)
	}
	removed, err := s.Make(context.Background(), prev, out)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range removed {
		delete(out.files, path)
	}
	return s
}

func full(t testing.TB, files fs.FS) (*build.Snapshot, map[string]string) {
	out := &released{files: map[string]string{}}
	s := run(t, nil, inputs(t, files), out)
	return s, out.files
}

func news(title, date, category, tags, body string) string {
	return fmt.Sprintf("---\ntitle: %s\ndate: %s\nkategori: %s\ntags: [%s]\n---\n%s\n", title, date, category, tags, body)
}

// TestIncrementalEqualsFull makes random edits, as editors do, and holds the outputs that
// were brought up to date against those of a build from nothing.
func TestIncrementalEqualsFull(t *testing.T) {
	t.Parallel()
	empty, themes := themed(t), themes{}
	rapid.Check(t, func(r *rapid.T) {
		files := project(t)
		slugs := []string{"a", "b", "c", "d", "e", "f", "g", "h"}
		page := func(name string) string { return "content/berita/" + name + ".md" }
		document := func(r *rapid.T) string {
			header := rapid.SampledFrom([]string{"", "draft: true\n", "expires: 2026-02-01\n", "terkait: [profil]\n", "penguasa: ppid\n", "summary: Satu.\n", "klasifikasi: dikecualikan\n", "aliases: [/lama/]\n"}).Draw(r, "header")
			body := rapid.SampledFrom([]string{"Isi.", "Lain.", "[p](../halaman/profil.md)", "[p](/profil/)", "![d](../foto.png)", "[u](../data.csv)", "## Judul\n\nIsi."}).Draw(r, "body")
			title := rapid.SampledFrom([]string{"Satu", "Dua", "Tiga"}).Draw(r, "title")
			date := rapid.SampledFrom([]string{"2025-12-31", "2026-01-01", "2026-01-15", "2026-02-28", "2027-01-01"}).Draw(r, "date")
			return fmt.Sprintf("---\ntitle: %s\ndate: %s\nkategori: %s\ntags: [%s]\n%s---\n%s\n", title, date,
				rapid.SampledFrom([]string{"kegiatan", "opini"}).Draw(r, "category"), rapid.SampledFrom([]string{"x", "y", "x, y"}).Draw(r, "tags"), header, body)
		}
		set(files, "content/halaman/profil.md", "---\ntitle: Profil\n---\nKami.\n")
		set(files, "content/foto.png", pixel)
		set(files, "content/data.csv", "a,b\n")
		for _, slug := range slugs[:5] {
			set(files, page(slug), document(r))
		}
		in := inputs(t, files)
		site := followed{newest: empty, out: released{files: map[string]string{}}}
		for step := range rapid.IntRange(2, 6).Draw(r, "steps") {
			for range min(step, rapid.IntRange(1, 3).Draw(r, "edits")) {
				switch rapid.IntRange(0, 14).Draw(r, "edit") {
				case 0:
					delete(files, page(rapid.SampledFrom(slugs).Draw(r, "gone")))
				case 1:
					set(files, "content/halaman/profil.md", "---\ntitle: "+rapid.SampledFrom([]string{"Profil", "Tentang"}).Draw(r, "profil")+"\n---\nKami.\n")
				case 2:
					set(files, "templates/bagian/kaki.html", "<footer>"+rapid.SampledFrom([]string{"satu", "dua"}).Draw(r, "kaki")+"</footer></body></html>")
				case 3:
					set(files, "content/data/units.yaml", "unit:\n  - {slug: ppid, nama: "+rapid.SampledFrom([]string{"PPID", "Humas"}).Draw(r, "unit")+"}\n")
				case 4:
					set(files, "content/site.yaml", strings.Replace(siteYAML, "Opini}", rapid.SampledFrom([]string{"Opini}", "Pendapat}"}).Draw(r, "opini"), 1))
				case 5:
					set(files, "content/data.csv", rapid.SampledFrom([]string{"a,b\n", "a,b\n1,2\n"}).Draw(r, "csv"))
				case 6:
					set(files, "content/pengumuman/p.md", "---\ntitle: Banjir\ndate: 2026-02-20\nserta_merta: true\nberlaku_sampai: "+rapid.SampledFrom([]string{"2026-02-25", "2026-03-25"}).Draw(r, "sampai")+"\n---\n")
				case 7:
					set(files, "static/aset/a.css", rapid.SampledFrom([]string{"a{b:c}", "a{b:d}"}).Draw(r, "css"))
					if strings.Contains(string(files["templates/berita.html"].Data), "a.css") {
						break // its bytes alone change
					}
					set(files, "templates/berita.html", `{{template "kepala" .}}<link href="{{aset "a.css"}}" rel="stylesheet">{{.Title}}{{.Body}}{{template "kaki" .}}`)
				case 8, 9, 10:
					name := page(rapid.SampledFrom(slugs).Draw(r, "renamed"))
					if f := files[name]; f != nil {
						set(files, name, titleLine.ReplaceAllString(string(f.Data), "title: "+rapid.SampledFrom([]string{"Satu", "Dua", "Tiga"}).Draw(r, "new title")))
					}
				default:
					set(files, page(rapid.SampledFrom(slugs).Draw(r, "slug")), document(r))
				}
			}
			in.Now = tick().Add(time.Hour)
			if wrong := site.step(t, themes, in); wrong != "" {
				r.Fatalf("step %d: %s", step, wrong)
			}
		}
	})
}

// pixel is a PNG of one pixel.
const pixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"

func TestOneEditTouchesLittle(t *testing.T) {
	site := func() fstest.MapFS {
		files := project(t)
		for i := range 40 {
			set(files, fmt.Sprintf("content/berita/b%02d.md", i), news(fmt.Sprintf("Berita %d", i), fmt.Sprintf("20%02d-01-15", 10+i/4), "kegiatan", "x", "Pertama.\n\nKedua."))
		}
		return files
	}
	for _, test := range []struct {
		name string
		edit func(fstest.MapFS)
		want []string
	}{
		{"nothing", func(fstest.MapFS) {}, nil},
		{"body below the lead", func(f fstest.MapFS) {
			set(f, "content/berita/b00.md", news("Berita 0", "2010-01-15", "kegiatan", "x", "Pertama.\n\nLain."))
		}, []string{"berita/2010/b00/index.html"}},
		{"new article, with archives of the same month", func(f fstest.MapFS) {
			set(f, "content/berita/b99.md", news("Baru", "2019-02-01", "kegiatan", "x", "Pertama."))
		}, []string{
			"alamat.json", "berita/2019/02/index.html", "berita/2019/b99/index.html", "berita/2019/index.html", "berita/feed.json", "berita/feed.xml",
			"berita/index.html", "berita/kategori/kegiatan/feed.json", "berita/kategori/kegiatan/feed.xml", "berita/kategori/kegiatan/index.html",
			"index.html", "sitemap-berita-2019.xml", "sitemap.xml", "tag/x/index.html",
		}},
		{"a unit's name nobody shows", func(f fstest.MapFS) {
			set(f, "content/data/units.yaml", "unit:\n  - {slug: ppid, nama: Lain}\n  - {slug: hukum, nama: Subbagian Hukum}\n")
		}, nil},
		{"the template of procedures, of which there are none", func(f fstest.MapFS) {
			set(f, "templates/sop.html", "{{.Title}}")
		}, nil},
		{"static file", func(f fstest.MapFS) { set(f, "static/a.txt", "a") }, []string{"a.txt"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := site()
			in := inputs(t, files)
			first := &released{files: map[string]string{}}
			s := run(t, nil, in, first)
			if s.Diags.Errors() > 0 {
				t.Fatal(s.Diags)
			}
			test.edit(files)
			in.Now = tick().Add(time.Hour)
			second := &released{files: map[string]string{}}
			run(t, s, in, second)
			indexed := 0
			maps.DeleteFunc(second.files, func(name, _ string) bool {
				if !strings.HasPrefix(name, build.SearchFolder) || strings.HasSuffix(name, ".html") {
					return false
				}
				indexed++
				return true
			})
			if indexed > 8 { // the first file, a block, and shards of forms and of terms
				t.Errorf("%d files of the search index changed", indexed)
			}
			got := slices.Sorted(maps.Keys(second.files))
			if !slices.Equal(got, test.want) {
				t.Errorf("made again: %v\nwant %v", got, test.want)
			}
		})
	}
}

func TestWorkersDoNotMatter(t *testing.T) {
	files := project(t)
	for i := range 30 {
		set(files, fmt.Sprintf("content/berita/b%02d.md", i), news("Judul", fmt.Sprintf("2026-01-%02d", i%28+1), "opini", "x, y", "Isi."))
	}
	var want map[string]string
	for _, workers := range []int{1, 2, 7} {
		in := inputs(t, files)
		in.Workers = workers
		out := &released{files: map[string]string{}}
		run(t, nil, in, out)
		if want == nil {
			want = out.files
		}
		if names := diff(out.files, want); len(names) > 0 {
			t.Errorf("with %d workers %v differ", workers, names)
		}
	}
}

// unreadable is a file system in which one file cannot be read.
type unreadable struct {
	fstest.MapFS
	path string
}

func (u unreadable) Open(name string) (fs.File, error) {
	if name == u.path {
		return nil, fs.ErrPermission
	}
	return u.MapFS.Open(name)
}

func (u unreadable) ReadFile(name string) ([]byte, error) {
	if name == u.path {
		return nil, fs.ErrPermission
	}
	return u.MapFS.ReadFile(name)
}

func TestUnreadableFile(t *testing.T) {
	for _, path := range []string{"content/berita/a.md", "content/site.yaml", "content/data.csv", "content/data/units.yaml"} {
		files := project(t)
		set(files, "content/berita/a.md", news("A", "2026-01-01", "opini", "x", "[d](../data.csv)"))
		set(files, "content/data.csv", "a,b\n")
		s, err := build.Build(context.Background(), nil, inputs(t, unreadable{files, path}))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		found := slices.ContainsFunc(s.Diags, func(d diag.Diagnostic) bool { return d.Code == "file/unreadable" && d.At.File == path })
		if !found {
			t.Errorf("%s: no message about it: %v", path, s.Diags)
		}
	}
}

func TestDocumentBecomesDueWithoutAChange(t *testing.T) {
	files := project(t)
	set(files, "content/berita/a.md", news("A", "2026-03-02 07:15", "opini", "x", "KANARI"))
	in := inputs(t, files)
	out := &released{files: map[string]string{}}
	s := run(t, nil, in, out)
	if _, ok := out.files["berita/2026/a/index.html"]; ok {
		t.Fatal("published too early")
	}
	in.Hints = []string{}
	in.AsOf = disclosure.Moment{Day: in.AsOf.Day + 1, Minute: 7*60 + 15 + 1}
	run(t, s, in, out)
	if !strings.Contains(out.files["berita/2026/a/index.html"], "KANARI") {
		t.Error("not published when due")
	}
}

// TestSharedParts changes a part that a layout shares, in every way in which it can ask for
// one: its pages are made again, with the part's styles.
func TestSharedParts(t *testing.T) {
	for _, ask := range []string{
		`{{.Shared "bb"}}`, `{{with .Shared "bb"}}{{.}}{{end}}`, `{{"bb" | .Shared}}`, `{{(.Shared "bb")}}`, `{{or "" (.Shared "bb")}}`, `{{$n := "bb"}}{{.Shared $n}}`,
		`{{$n := "bb"}}{{printf "%s" (.Shared $n)}}`, `{{if .Title}}{{$.Shared "bb"}}{{end}}`, `{{range .Crumbs}}{{$.Shared (printf "b%s" "b")}}{{end}}`,
	} {
		files := project(t)
		set(files, "content/halaman/a.md", "---\ntitle: A\n---\nIsi.\n")
		set(files, "templates/halaman.html", `{{template "kepala" .}}`+ask+`{{template "kaki" .}}`)
		set(files, "templates/bagian/bb.html", "<p>satu</p>")
		set(files, "templates/css/bb.css", ".bb{margin:7px}")
		in := inputs(t, files)
		out := &released{files: map[string]string{}}
		s := run(t, nil, in, out)
		if page := out.files["a/index.html"]; !strings.Contains(page, "satu") || !strings.Contains(page, ".bb{margin:7px}") {
			t.Errorf("%s: no part or no styles of it: %v %s", ask, s.Messages(), tail(page))
		}
		set(files, "templates/bagian/bb.html", "<p>dua</p>")
		in.Now = tick().Add(time.Hour)
		run(t, s, in, out)
		if page := out.files["a/index.html"]; !strings.Contains(page, "dua") {
			t.Errorf("%s: the page is stale", ask)
		}
	}
}

// TestTitleBesideAnotherEdit changes the title of one document and something else before the
// next build: what is kept after a title alone may not be kept then.
func TestTitleBesideAnotherEdit(t *testing.T) {
	t.Parallel()
	const b = "content/berita/b.md"
	for _, tt := range []struct {
		name string
		edit func(files fstest.MapFS, in *build.Inputs)
	}{
		{"nothing else", func(fstest.MapFS, *build.Inputs) {}},
		{"a second title", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, b, news("Lain", "2026-01-02", "opini", "x", "Isi."))
		}},
		{"a body", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, b, news("B", "2026-01-02", "opini", "x", "Lain."))
		}},
		{"a picture more", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, b, news("B", "2026-01-02", "opini", "x", "![d](/foto.png)"))
		}},
		{"a keyword", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, b, news("B", "2026-01-02", "opini", "y", "Isi."))
		}},
		{"a date", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, b, news("B", "2025-01-02", "opini", "x", "Isi."))
		}},
		{"a document less", func(files fstest.MapFS, _ *build.Inputs) { delete(files, b) }},
		{"a document more", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, "content/berita/c.md", news("C", "2026-01-03", "opini", "x", "Isi."))
		}},
		{"a document becomes a draft", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, b, strings.Replace(string(files[b].Data), "---\n", "---\ndraft: true\n", 1))
		}},
		{"a day", func(_ fstest.MapFS, in *build.Inputs) { in.AsOf.Day += 40 }},
		{"the settings", func(files fstest.MapFS, _ *build.Inputs) {
			set(files, "content/site.yaml", strings.Replace(siteYAML, "Opini}", "Pendapat}", 1))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := project(t)
			set(files, "content/foto.png", pixel)
			set(files, "content/berita/a.md", news("A", "2026-01-01", "kegiatan", "x", "Isi."))
			set(files, b, news("B", "2026-01-02", "opini", "x", "Isi."))
			set(files, "content/berita/d.md", strings.Replace(news("D", "2026-01-04", "opini", "x", "Isi."), "---\n", "---\nexpires: 2026-03-20\n", 1))
			in := inputs(t, files)
			out := &released{files: map[string]string{}}
			s := run(t, nil, in, out)
			set(files, "content/berita/a.md", news("Judul lain", "2026-01-01", "kegiatan", "x", "Isi."))
			tt.edit(files, &in)
			in.Now = tick().Add(time.Hour)
			run(t, s, in, out)
			if _, want := from(t, nil, in); len(diff(out.files, want)) > 0 {
				t.Errorf("stale or missing: %v", diff(out.files, want))
			}
		})
	}
}
