package build_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
)

// A step is one thing that an editor does: which, and with which of the choices.
type step struct{ edit, a, b int }

// A desk is a project folder in which editors work.
type desk struct {
	files fstest.MapFS
	in    build.Inputs
}

// documents returns the paths of the documents that are there.
func (d *desk) documents() []string {
	var paths []string
	for _, p := range slices.Sorted(maps.Keys(d.files)) {
		if strings.HasSuffix(p, ".md") {
			paths = append(paths, p)
		}
	}
	return paths
}

func pick[T any](choices []T, n int) T { return choices[n%len(choices)] }

// edits are the things that editors do, by name for those who read a kept sequence.
var edits = []struct {
	name string
	do   func(d *desk, a, b int)
}{
	{"write news", func(d *desk, a, b int) {
		set(d.files, fmt.Sprintf("content/berita/%s/b%d.md", pick([]string{"2025", "arsip", "x"}, b), a%12), news(
			fmt.Sprintf("Berita %d", b%5), pick([]string{"2025-12-31", "2026-01-01", "2026-02-28", "2026-03-04 08:00", "2027-01-01"}, a+b), pick([]string{"kegiatan", "opini"}, b), pick([]string{"x", "y", "x, y"}, b/2),
			pick([]string{"Isi.", "Lain.", "[p](/profil/)", "![d](/foto.png)", "[u](/data.csv)", "## Judul\n\nIsi.", "[i](/dokumen/i1/)"}, a)))
	}},
	{"write an entry", func(d *desk, a, b int) {
		set(d.files, fmt.Sprintf("content/informasi/i%d.md", a%6), entryText(a%6, pick([]string{"berkala", "setiap-saat", "serta-merta", "dikecualikan"}, b), pick([]string{"", "berkas: [/data.csv]\n", "draft: true\n", "expires: 2026-03-03\n", "tags: [x]\n"}, b/4)))
	}},
	{"write a page", func(d *desk, a, b int) {
		set(d.files, "content/halaman/"+pick([]string{"profil", "tentang"}, a)+".md", fmt.Sprintf("---\ntitle: Halaman %d\n%s---\nKami.\n", b%4, pick([]string{"", "aliases: [/lama/]\n", "slug: profil\n"}, b/4)))
	}},
	{"write an announcement", func(d *desk, a, b int) {
		set(d.files, "content/pengumuman/p.md", fmt.Sprintf("---\ntitle: Banjir %d\ndate: 2026-02-20\nserta_merta: %t\nberlaku_sampai: %s\n---\n", a%3, b%2 == 0, pick([]string{"2026-03-02", "2026-03-25"}, b/2)))
	}},
	{"write a regulation", func(d *desk, a, b int) {
		set(d.files, fmt.Sprintf("content/regulasi/r%d.md", a%3), fmt.Sprintf("---\ntitle: PKPU %d/2015\njenis: Peraturan KPU\nnomor: %d\ntahun: 2015\nstatus: %s\n---\n", a%3+1, a%3+1, pick([]string{"berlaku", "dicabut"}, b)))
	}},
	{"revoke a regulation", func(d *desk, a, b int) {
		set(d.files, "content/pengumuman/cabut.md", fmt.Sprintf("---\ntitle: %s\ndate: 2026-02-20\nnomor: 7/2026\nmencabut: [r%d]\n---\n", pick([]string{"Lama sekali", "Baru sekali", "Yang lebih panjang"}, b), a%3))
		set(d.files, "content/halaman/dasar.md", "---\ntitle: Dasar\n---\nBerdasarkan PKPU 1/2015.\n")
	}},
	{"delete a document", func(d *desk, a, _ int) {
		if all := d.documents(); len(all) > 3 {
			delete(d.files, pick(all, a))
		}
	}},
	{"rename a document", func(d *desk, a, b int) {
		from := pick(d.documents(), a)
		to := fmt.Sprintf("%s/n%d.md", from[:strings.LastIndexByte(from, '/')], b%20)
		text := string(d.files[from].Data)
		delete(d.files, from)
		set(d.files, to, text)
	}},
	{"reclassify a document", func(d *desk, a, _ int) {
		p := pick(d.documents(), a)
		text := string(d.files[p].Data)
		const closed = "klasifikasi: dikecualikan\n"
		switch {
		case strings.Contains(text, closed):
			text = strings.Replace(text, closed, "", 1)
		case strings.Contains(text, "klasifikasi: "):
			text = strings.Replace(text, "klasifikasi: berkala", "klasifikasi: dikecualikan", 1)
		default:
			text = strings.Replace(text, "---\n", "---\n"+closed, 1)
		}
		set(d.files, p, text)
	}},
	{"move a folder", func(d *desk, a, b int) {
		names := []string{"2025", "arsip", "x", "lain"}
		from, to := "content/berita/"+pick(names, a)+"/", "content/berita/"+pick(names, b)+"/"
		for _, p := range d.documents() {
			if rest, ok := strings.CutPrefix(p, from); ok && from != to {
				text := string(d.files[p].Data)
				delete(d.files, p)
				set(d.files, to+rest, text)
			}
		}
	}},
	{"close or open a folder", func(d *desk, a, _ int) {
		p := "content/berita/" + pick([]string{"2025", "arsip", "x"}, a) + "/_kelas.yaml"
		if _, ok := d.files[p]; ok {
			delete(d.files, p)
			return
		}
		set(d.files, p, "klasifikasi: dikecualikan\n")
	}},
	{"change the site's data", func(d *desk, a, b int) {
		switch a % 5 {
		case 4:
			set(d.files, "content/data/views.yaml", fmt.Sprintf("sampai: 2026-02-2%d\nhalaman:\n  - {alamat: /profil/, jumlah: %d}\n  - {alamat: /dokumen/i%d/, jumlah: 1}\n", b%9, b%3, a%3))
		case 0:
			set(d.files, "content/data/units.yaml", fmt.Sprintf("unit:\n  - {slug: ppid, nama: PPID %d}\n  - {slug: hukum, nama: Hukum}\n", b%3))
		case 1:
			set(d.files, "content/site.yaml", strings.Replace(siteYAML, "Opini}", pick([]string{"Opini}", "Pendapat}"}, b), 1)+
				pick([]string{"", "hosts: [caddy, netlify]\n", "hosts: [nginx, github]\ncatatan_dokumen: true\n", "catatan_dokumen: true\nrepositori: https://github.com/a/b\n"}, b/2))
		case 2:
			set(d.files, "content/data/obligations.yaml", dutyData)
		case 3:
			set(d.files, "content/data/deadlines.yaml", deadlineData(10+b%3))
		}
	}},
	{"change a template", func(d *desk, a, b int) {
		switch a % 3 {
		case 0:
			set(d.files, "templates/bagian/kaki-situs.html", fmt.Sprintf("<p>kaki %d</p>", b%3))
		case 1:
			set(d.files, "templates/css/berita.css", fmt.Sprintf(".a{margin:%dpx}", b%3))
		case 2:
			set(d.files, "static/aset/a.css", fmt.Sprintf("a{margin:%dpx}", b%3))
			set(d.files, "templates/berita.html", `{{template "kepala" .}}<link href="{{aset "a.css"}}" rel="stylesheet">{{.Title}}{{.Body}}{{template "kaki" .}}`)
		}
	}},
	{"change a static file", func(d *desk, a, b int) {
		if p := fmt.Sprintf("static/s%d.txt", a%3); b%4 == 0 {
			delete(d.files, p)
		} else {
			set(d.files, p, fmt.Sprint("statis ", b%4))
		}
	}},
	{"change an attachment", func(d *desk, a, b int) {
		switch {
		case b%5 == 0:
			delete(d.files, "content/data.csv")
		case a%2 == 0:
			set(d.files, "content/data.csv", fmt.Sprintf("a,b\n1,%d\n", b))
		default:
			set(d.files, "content/foto.png", pixel)
		}
	}},
	{"let days pass", func(d *desk, a, _ int) {
		d.in.AsOf = disclosure.Moment{Day: d.in.AsOf.Day + disclosure.Day(a%3), Minute: int16(1 + a%1440)}
	}},
	{"write another title", func(d *desk, a, b int) {
		p := pick(d.documents(), a)
		set(d.files, p, titleLine.ReplaceAllString(string(d.files[p].Data), fmt.Sprintf("title: Judul %d", b%7)))
	}},
}

var titleLine = regexp.MustCompile(`(?m)^title: .*`)

func newDesk(t testing.TB) *desk {
	files := project(t)
	set(files, "content/halaman/profil.md", "---\ntitle: Profil\n---\nKami.\n")
	set(files, "content/foto.png", pixel)
	set(files, "content/data.csv", "a,b\n")
	for i := range 3 {
		set(files, fmt.Sprintf("content/informasi/i%d.md", i), entryText(i, "berkala", ""))
	}
	return &desk{files, inputs(t, files)}
}

// follow does the steps one after the other, each followed by a build, and returns in what
// the site differs from one built from nothing after every tenth step and the last; "" when
// in nothing.
func follow(t testing.TB, steps []step) string {
	d := newDesk(t)
	out := &released{files: map[string]string{}}
	var s, made *build.Snapshot
	same := 0
	good := maps.Clone(d.files) // the newest that could be released
	again := func() *build.Snapshot {
		d.in.Now = tick().Add(time.Hour)
		next, err := build.Build(context.Background(), s, d.in)
		if err != nil {
			t.Fatal(err)
		}
		s = next
		if next.Diags.Errors() == 0 {
			removed, err := next.Make(context.Background(), made, out)
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range removed {
				delete(out.files, path)
			}
			made, good = next, maps.Clone(d.files)
		}
		return next
	}
	for n, st := range steps {
		before := maps.Clone(d.files)
		edits[st.edit%len(edits)].do(d, st.a, st.b)
		next := again()
		if n%10 != 9 && n != len(steps)-1 {
			if next.Diags.Errors() > 0 && n%4 != 3 { // the editor reads the message and takes it back
				clear(d.files)
				maps.Copy(d.files, before)
			}
			continue
		}
		in := inputs(t, d.files)
		in.AsOf = d.in.AsOf
		clean := &released{files: map[string]string{}}
		fresh, want := run(t, nil, in, clean), clean.files
		if got, want := fmt.Sprint(next.Diags), fmt.Sprint(fresh.Diags); got != want {
			return fmt.Sprintf("step %d: messages\n%s\nwant\n%s", n, got, want)
		}
		if next.Diags.Errors() > 0 { // nothing is released from it: back to what was
			clear(d.files)
			maps.Copy(d.files, good)
			if next = again(); next.Diags.Errors() > 0 {
				continue // a day has passed that it does not survive
			}
			in = inputs(t, d.files)
			in.AsOf = d.in.AsOf
			clean = &released{files: map[string]string{}}
			run(t, nil, in, clean)
			want = clean.files
		}
		same++
		if names := diff(out.files, want); len(names) > 0 {
			return fmt.Sprintf("step %d: %v differ from a build from nothing:\n%.2000s\nwant\n%.2000s", n, names, tail(out.files[names[0]]), tail(want[names[0]]))
		}
	}
	t.Logf("after %d of %d steps the site could be released and compared", same, len(steps))
	return ""
}

// shrink leaves out steps as long as something differs.
func shrink(t testing.TB, steps []step, deadline time.Time) []step {
	for size := len(steps) / 2; size > 0; size /= 2 {
		for at := 0; at+size <= len(steps) && time.Now().Before(deadline); {
			if fewer := slices.Concat(steps[:at], steps[at+size:]); len(fewer) > 0 && follow(t, fewer) != "" {
				steps = fewer
			} else {
				at += size
			}
		}
	}
	return steps
}

// write writes steps one a line, with what each does.
func write(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%d %d %d %s\n", s.edit, s.a, s.b, edits[s.edit%len(edits)].name)
	}
	return b.String()
}

// TestSequences does hundreds of edits at random, of every sort, and holds what was brought
// up to date after each to a build from nothing. A sequence that fails is shrunk and kept in
// testdata/sequences, and tried first from then on. The long run does twenty thousand.
func TestSequences(t *testing.T) {
	t.Parallel()
	kept, err := filepath.Glob("testdata/sequences/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range kept {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var steps []step
		for line := range strings.Lines(string(b)) {
			var s step
			if _, err := fmt.Sscan(line, &s.edit, &s.a, &s.b); err != nil {
				t.Fatal(name, err)
			}
			steps = append(steps, s)
		}
		if wrong := follow(t, steps); wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
	runs, length := 1, 500
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		runs = 40
	}
	for seed := range runs {
		r := rand.New(rand.NewPCG(7, uint64(seed)))
		steps := make([]step, length)
		for i := range steps {
			steps[i] = step{r.IntN(len(edits)), r.IntN(1000), r.IntN(1000)}
		}
		wrong := follow(t, steps)
		if wrong == "" {
			continue
		}
		steps = shrink(t, steps, time.Now().Add(3*time.Minute))
		wrong = follow(t, steps)
		text := write(steps)
		name := "testdata/sequences/" + digest.Of([]byte(text)).Short() + ".txt"
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Error(err)
		}
		t.Fatalf("seed %d, kept in %s: %s\n%s", seed, name, wrong, text)
	}
}
