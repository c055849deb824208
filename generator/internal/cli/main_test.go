package cli

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestMain lets the test binary be the second process that looks into PDF files, as the
// program itself is; without it such a process would run all tests again.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == readerName {
		os.Exit(Main(context.Background(), os.Args[1:], os.Stdout, os.Stderr, os.Getenv))
	}
	os.Exit(m.Run())
}

// plain is a layout that is enough for every kind of page.
const plain = `<!doctype html>
<html lang="{{.Lang}}">
<head><title>{{.HeadTitle}}</title></head>
<body><h1>{{.Heading}}</h1>{{.Body}}</body>
</html>
`

// layouts are the templates without which a site of these documents cannot be built.
var layouts = []string{
	"404", "alihan", "beranda", "berita", "cari", "cetak-dip", "daftar", "daftar-sop",
	"data-terbuka", "dikecualikan", "ditarik", "halaman", "informasi", "keterbukaan", "laporan",
	"monev", "pengumuman", "register", "regulasi", "sop", "tenggat",
}

// small is a site with one document of several kinds, without errors or warnings.
var small = map[string]string{
	"content/site.yaml": `title: Badan Contoh
base_url: https://contoh.go.id/
kontak: {alamat: Jalan Contoh 1}
kategori: [{slug: opini, nama: Opini}, {slug: kegiatan, nama: Kegiatan}]
`,
	"content/data/units.yaml": "unit: [{slug: keuangan, nama: Keuangan}, {slug: ppid, nama: PPID}]\n",
	"content/data/obligations.yaml": `kelas:
  - {id: berkala, label_id: Berkala, label_en: Periodic, basis: UU 14/2008 ps. 9}
overrides:
  - {id: berkala.neraca, unit: keuangan}
items:
  - id: berkala.alamat
    class: berkala
    label_id: Alamat
    label_en: Address
    basis: [UU 14/2008 ps. 9]
    article_confidence: high
    max_age_days: 184
    evidence: page
  - id: berkala.neraca
    class: berkala
    label_id: Neraca
    label_en: Balance sheet
    basis: [UU 14/2008 ps. 9]
    article_confidence: high
    max_age_days: 184
    evidence: document
`,
	"content/kinds/inovasi.yaml": `label_id: Inovasi
label_en: Innovation
isian:
  - nama: tahap
    tipe: pilihan
    label_id: Tahap
    label_en: Stage
    wajib: true
    pilihan: [gagasan, uji, dipakai]
`,
	"content/halaman/profil.md": `---
title: Profil
updated: 2026-01-02
memenuhi: [berkala.alamat]
---

Alamat kami di Jalan Contoh.

[Jam layanan](jam.csv)
`,
	"content/halaman/jam.csv": "hari,jam\nSenin,8\n",
	"content/halaman/nanti.md": `---
title: Nanti
draft: true
---

Belum.
`,
	"content/berita/2026/2026-01-05-jam-layanan.md": `---
title: Jam layanan puasa
date: 2026-01-05
aliases: [/jam-lama/]
kategori: opini
---

Lihat [profil](../../halaman/profil.md).
`,
	"static/x.txt": "x\n",
}

// wrong is a page whose header has a key that no kind knows, with a proposal to correct it.
const wrong = "---\ntitle: Salah\nsummari: Ringkas.\n---\n\nIsi.\n"

// inSite makes a site of files in a folder, and makes that the current folder.
func inSite(t *testing.T, more map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	writeSite(t, more)
}

// writeSite writes the files of a site into the current folder.
func writeSite(t *testing.T, more map[string]string) {
	t.Helper()
	files := maps.Clone(small)
	for _, name := range layouts {
		files["templates/"+name+".html"] = plain
	}
	maps.Copy(files, more)
	for name, text := range files {
		write(t, name, text)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	name = filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func exists(name string) bool {
	_, err := os.Lstat(filepath.FromSlash(name))
	return err == nil
}

// A voice takes what a program says while it runs.
type voice struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (v *voice) Write(b []byte) (int, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.text.Write(b)
}

func (v *voice) String() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.text.String()
}

// An outcome is what became of one run.
type outcome struct {
	code     int
	out, err string
}

// env are variables of a run; the heap of the tests stays as it is.
type env map[string]string

func (e env) get(name string) string {
	if name == "GOGC" || name == "GOMEMLIMIT" {
		return "100"
	}
	return e[name]
}

// run runs the program in the current folder.
func run(t *testing.T, e env, args ...string) outcome {
	t.Helper()
	var out, err voice
	code := Main(t.Context(), args, &out, &err, e.get)
	return outcome{code, out.String(), err.String()}
}

// must runs the program and fails unless it is done.
func must(t *testing.T, args ...string) outcome {
	t.Helper()
	o := run(t, nil, args...)
	if o.code != exitDone {
		t.Fatalf("%q: code %d\n%s%s", args, o.code, o.out, o.err)
	}
	return o
}

// A row is one run and what must come of it. out and err are texts that must be said, all of
// them, and not texts that must be said nowhere.
type row struct {
	name string
	args []string
	env  env
	code int
	out  []string
	err  []string
	not  []string
}

// try runs each row in the current site.
func try(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			o := run(t, r.env, r.args...)
			if o.code != r.code {
				t.Errorf("code %d, want %d", o.code, r.code)
			}
			for _, want := range r.out {
				if !strings.Contains(o.out, want) {
					t.Errorf("the output lacks %q", want)
				}
			}
			for _, want := range r.err {
				if !strings.Contains(o.err, want) {
					t.Errorf("the messages lack %q", want)
				}
			}
			for _, not := range r.not {
				if strings.Contains(o.out+o.err, not) {
					t.Errorf("it says %q", not)
				}
			}
			if t.Failed() {
				t.Logf("output:\n%s\nmessages:\n%s", o.out, o.err)
			}
		})
	}
}
