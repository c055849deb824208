package build_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/transparency"
)

// publicSite draws a site of documents of several kinds with everything that is computed
// from all of them: registers, audit, relations, numbers, search index, feeds.
func publicSite(t *rapid.T, files fstest.MapFS) {
	for i := range rapid.IntRange(0, 4).Draw(t, "news") {
		set(files, fmt.Sprintf("content/berita/n%d.md", i), news(fmt.Sprint("Berita ", i), fmt.Sprintf("20%d-01-15", 20+i), "kegiatan", "umum", "Isi."))
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "entries") {
		set(files, fmt.Sprintf("content/informasi/i%d.md", i), entryText(i, "berkala", ""))
		if rapid.Bool().Draw(t, "file") {
			set(files, fmt.Sprintf("content/informasi/i%d.md", i), entryText(i, "berkala", fmt.Sprintf("berkas: [i%d.csv]\n", i)))
			set(files, fmt.Sprintf("content/informasi/i%d.csv", i), "a,b\n1,2\n")
		}
	}
	if rapid.Bool().Draw(t, "log and hosts") {
		set(files, "content/site.yaml", siteYAML+"catatan_dokumen: true\nhosts: [netlify]\n")
	}
	if rapid.Bool().Draw(t, "regulation") {
		set(files, "content/regulasi/uu.md", "---\ntitle: UU 14/2008\njenis: Undang-Undang\nnomor: 14\ntahun: 2008\nstatus: berlaku\n---\n")
	}
}

func entryText(i int, class, more string) string {
	return fmt.Sprintf("---\ntitle: Informasi %d\nsummary: Ringkasan.\nklasifikasi: %s\npenguasa: ppid\npenanggung_jawab: PPID\nnomor: %d/2026\n"+
		"dibuat: {tempat: Soreang, tanggal: 2025-01-1%d}\nbentuk: [daring]\nretensi: 5 tahun\nmemenuhi: [berkala.profil.alamat]\n%s---\nIsi.\n", i, class, i, i, more)
}

// closeOne adds a closed document in one of the ways there are to close one.
func closeOne(t *rapid.T, files fstest.MapFS, n int) {
	canary := fmt.Sprintf("KANARI-%d", n)
	secret := fmt.Sprintf("content/informasi/%s.md", strings.ToLower(canary))
	switch rapid.IntRange(0, 6).Draw(t, "way") {
	case 0: // marked, with an attachment, a number and a duty of its own
		set(files, secret, strings.Replace(entryText(9, "dikecualikan", "berkas: [rahasia.csv]\n"), "Informasi 9", canary, 1))
		set(files, "content/informasi/rahasia.csv", canary+",3204015708900001\n")
	case 1: // the number of a public document
		set(files, secret, strings.Replace(entryText(0, "dikecualikan", ""), "Informasi 0", canary, 1))
	case 2: // a folder that is closed as a whole
		set(files, "content/berita/tertutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
		set(files, "content/berita/tertutup/a.md", news(canary, "2026-01-01", "kegiatan", canary, canary))
		set(files, "content/berita/tertutup/foto.jpg", canary)
	case 3: // it would revoke and relate to public ones
		set(files, "content/regulasi/tertutup.md", "---\ntitle: "+canary+"\njenis: Undang-Undang\nnomor: 1\ntahun: 2020\nstatus: berlaku\nmencabut: [uu]\nklasifikasi: dikecualikan\n---\n")
	case 4: // news of a year and a keyword that nobody else has
		set(files, "content/berita/tertutup.md", strings.Replace(news(canary, "2001-01-01", "opini", canary, canary), "---\n", "---\nklasifikasi: dikecualikan\n", 1))
	case 5: // a page with the address and the old addresses of others
		set(files, "content/halaman/tertutup.md", "---\ntitle: "+canary+"\nslug: cari\naliases: [/berita/, /lama/]\nklasifikasi: dikecualikan\n---\n"+canary)
	case 6: // static files below a closed folder
		set(files, "static/tertutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
		set(files, "static/tertutup/a.txt", canary)
	}
}

// Closed documents leave no trace: a site with them and the same site without them are the
// same to the last byte, and so are the messages about them.
func TestClosedLeaveNoTrace(t *testing.T) {
	t.Parallel()
	catalogue, err := os.ReadFile("../law/packs/id-2026.11/obligations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	duties := project(t)
	set(duties, "content/data/obligations.yaml", string(catalogue))
	base, _ := full(t, duties) // reading the catalogue takes as long as all the rest
	rapid.Check(t, func(rt *rapid.T) {
		files := maps.Clone(duties)
		publicSite(rt, files)
		open, want := from(t, base, inputs(t, files))
		if open.Messages().Errors() > 0 {
			rt.Fatal(open.Messages())
		}
		for n := range rapid.IntRange(1, 4).Draw(rt, "closed") {
			closeOne(rt, files, n)
		}
		closed, got := from(t, base, inputs(t, files))
		if names := diff(got, want); len(names) > 0 {
			rt.Fatalf("outputs tell of closed documents: %v", names)
		}
		if !reflect.DeepEqual(closed.Messages(), open.Messages()) {
			rt.Fatalf("messages tell of closed documents:\n%v\n%v", closed.Messages(), open.Messages())
		}
		for name, text := range got {
			if strings.Contains(name+text, "KANARI") {
				rt.Fatalf("%s holds a closed document", name)
			}
		}
	})
}

// TestClosedLeavesNoNameInTheLog publishes files, then holds some of them back in any of the
// ways there are: the log of documents goes on, and names none of them any more.
func TestClosedLeavesNoNameInTheLog(t *testing.T) {
	t.Parallel()
	base := themed(t)
	rapid.Check(t, func(rt *rapid.T) {
		files := project(t)
		set(files, "content/site.yaml", siteYAML+"catatan_dokumen: true\n")
		n := rapid.IntRange(1, 4).Draw(rt, "entries")
		entry := func(i int, class, more string) {
			set(files, fmt.Sprintf("content/informasi/i%d.md", i), entryText(i, class, fmt.Sprintf("berkas: [berkas%d.csv]\n%s", i, more)))
			set(files, fmt.Sprintf("content/informasi/berkas%d.csv", i), fmt.Sprintf("a,b\n1,%d\n", i))
		}
		for i := range n {
			entry(i, "berkala", "")
		}
		_, out := from(t, base, inputs(t, files))
		in := inputs(t, files)
		in.Log = []byte(out[transparency.EntriesFile])
		if lines := strings.Count(string(in.Log), "\n"); lines != n {
			rt.Fatalf("%d lines for %d files", lines, n)
		}
		gone := rapid.IntRange(0, n-1).Draw(rt, "gone")
		switch rapid.IntRange(0, 5).Draw(rt, "way") {
		case 0:
			entry(gone, "dikecualikan", "")
		case 1:
			entry(gone, "berkala", "draft: true\n")
		case 2:
			entry(gone, "berkala", "expires: 2026-02-01\n")
		case 3:
			entry(gone, "berkala", "publish: 2027-01-01\n")
		case 4:
			set(files, "content/informasi/_kelas.yaml", "klasifikasi: dikecualikan\n")
		case 5: // only the file, and its document goes on without it
			set(files, fmt.Sprintf("content/informasi/i%d.md", gone), entryText(gone, "berkala", ""))
			delete(files, fmt.Sprintf("content/informasi/berkas%d.csv", gone))
			set(files, "content/informasi/tertutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
			set(files, fmt.Sprintf("content/informasi/tertutup/berkas%d.csv", gone), "a,b\n")
		}
		_, out = from(t, base, in)
		if out[transparency.CheckpointFile] == "" || strings.Count(out[transparency.EntriesFile], "\n") != n {
			rt.Fatalf("the log does not go on:\n%s", out[transparency.EntriesFile])
		}
		for name, text := range out {
			if strings.Contains(name+text, fmt.Sprintf("berkas%d", gone)) {
				rt.Fatalf("%s names a file that is held back", name)
			}
		}
	})
}

// TestClosedBodyThatCannotBeRead hides the pictures that a closed document shows, also when
// its body is refused.
func TestClosedBodyThatCannotBeRead(t *testing.T) {
	base := themed(t)
	for _, body := range []string{"![x](foto.png)", "2019 &#150; 2020\n\n![x](foto.png)", "a\u202eb ![x](foto.png)", "a\xffb ![x](foto.png)", strings.Repeat("> ", 100) + "![x](foto.png)"} {
		files := project(t)
		set(files, "content/halaman/foto.png", pixel)
		set(files, "content/halaman/a.md", "---\ntitle: A\n---\n![x](foto.png)\n")
		set(files, "content/halaman/b.md", "---\ntitle: B\nklasifikasi: dikecualikan\n---\n"+body+"\n")
		s, out := from(t, base, inputs(t, files))
		if s.Diags.Errors() == 0 {
			t.Errorf("%.40q: the picture of a closed document may be shown", body)
		}
		for name := range out {
			if strings.HasPrefix(name, "media/") {
				t.Errorf("%.40q: %s", body, name)
			}
		}
	}
}

// TestCopiesOfHeldFiles holds that the bytes of a file that may not be shown are shown under no
// other name either, wherever the copy lies, whatever keeps the file back.
func TestCopiesOfHeldFiles(t *testing.T) {
	const bytes = "rahasia,1\n"
	for _, c := range []struct {
		name, held string // path and header of what holds the file back
		file       string
	}{
		{"a draft", "content/halaman/konsep.md|draft: true\nberkas: [r.csv]\n", "content/halaman/r.csv"},
		{"put off", "content/halaman/konsep.md|publish: 2027-01-01\nberkas: [r.csv]\n", "content/halaman/r.csv"},
		{"expired", "content/halaman/konsep.md|expires: 2020-01-01\nberkas: [r.csv]\n", "content/halaman/r.csv"},
		{"excluded", "content/halaman/konsep.md|klasifikasi: dikecualikan\nberkas: [r.csv]\n", "content/halaman/r.csv"},
		{"a closed folder", "content/tutup/_kelas.yaml|", "content/tutup/r.csv"},
		{"a closed folder of static files", "static/tutup/_kelas.yaml|", "static/tutup/r.csv"},
		{"public", "content/halaman/konsep.md|berkas: [r.csv]\n", "content/halaman/r.csv"},
	} {
		for _, copied := range []string{"content/pengumuman/salinan.csv", "static/salinan.csv"} {
			files := project(t)
			path, header, _ := strings.Cut(c.held, "|")
			set(files, path, "---\ntitle: Konsep\n"+header+"---\n")
			if strings.HasSuffix(path, ".yaml") {
				set(files, path, "klasifikasi: dikecualikan\n")
			}
			set(files, c.file, bytes)
			set(files, copied, bytes)
			set(files, "content/pengumuman/p.md", "---\ntitle: P\ndate: 2026-01-01\nberkas: [salinan.csv]\n---\n")
			if strings.HasPrefix(copied, "static/") {
				set(files, "content/pengumuman/p.md", "---\ntitle: P\ndate: 2026-01-01\n---\n")
			}
			set(files, "content/halaman/lain.csv", "rahasia,2\n") // of the same size
			s, _ := full(t, files)
			var found []string
			for _, d := range s.Messages() {
				if d.Code == diag.FileCopy {
					found = append(found, d.At.File)
				}
			}
			want := []string{copied}
			if c.name == "public" {
				want = nil
			}
			if !slices.Equal(found, want) {
				t.Errorf("%s, %s: %v", c.name, copied, s.Messages())
			}
		}
	}
}

// TestMarksOfAnySort holds that whatever has the name of the file that closes a folder closes it
// and stops the release, also when it comes while the site is watched.
func TestMarksOfAnySort(t *testing.T) {
	t.Parallel()
	const canary = "content/pengumuman/dalam/p.md"
	for name, mark := range map[string]*fstest.MapFile{
		"an empty folder":       {Mode: fs.ModeDir | 0o755},
		"a symbolic link":       {Mode: fs.ModeSymlink | 0o777, Data: []byte("ke/mana")},
		"a pipe":                {Mode: fs.ModeNamedPipe | 0o644},
		"an empty file":         {Mode: 0o644},
		"a file of other words": {Mode: 0o644, Data: []byte("buka: ya\n")},
	} {
		for _, file := range []string{"_kelas.yaml", ".kelas.yaml", "_keIas.yaml", "_kelas.yaml~"} {
			files := project(t)
			set(files, canary, "---\ntitle: KANARI\ndate: 2026-01-01\n---\n")
			in := inputs(t, files)
			before, err := build.Build(context.Background(), nil, in)
			if err != nil || before.Diags.Errors() > 0 || before.Site.Item(canary) == nil {
				t.Fatal(err, before.Diags)
			}
			mark.ModTime = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
			files["content/pengumuman/dalam/"+file] = mark
			for how, prev := range map[string]*build.Snapshot{"from nothing": nil, "watched": before} {
				in.Hints = nil
				s, err := build.Build(context.Background(), prev, in)
				if err != nil {
					t.Fatal(err)
				}
				if s.Site.Item(canary) != nil || s.Diags.Errors() == 0 {
					t.Errorf("%s, %s, %s: public: %t, %v", name, file, how, s.Site.Item(canary) != nil, s.Diags)
				}
			}
		}
	}
	files := project(t)
	set(files, canary, "---\ntitle: KANARI\ndate: 2026-01-01\n---\n")
	set(files, "content/pengumuman/dalam/_kelas.yaml/isi.txt", "x")
	if s, _ := full(t, files); s.Site.Item(canary) != nil || s.Diags.Errors() == 0 {
		t.Error("a folder with something in it", s.Diags)
	}
}

// TestTimesWithAnOffset holds that a time with an offset is that moment on the clock of the site,
// wherever it is written, and that a site which moves to another zone reads it anew.
func TestTimesWithAnOffset(t *testing.T) {
	at := func(day int, clock string) disclosure.Moment {
		m, err := disclosure.ParseMoment(fmt.Sprintf("2026-11-%d %s", day, clock))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	zones := map[string]string{"Asia/Jakarta": "06:30", "Asia/Makassar": "07:30", "Asia/Jayapura": "08:30"}
	const doc = "content/berita/e.md"
	for _, c := range []struct {
		header string
		opens  bool // at that moment; else it closes
	}{
		{"date: 2026-11-29T23:30:00Z\n", true},
		{"date: 2026-11-01\npublish: 2026-11-29T23:30:00Z\n", true},
		{"date: 2026-11-01\npublish: 2026-11-30 06:30 WIB\n", true},
		{"date: 2026-11-01\npublish: 2026-11-29T18:30:00-05:00\n", true},
		{"date: 2026-11-01\nexpires: 2026-11-29T23:30:00Z\n", false},
	} {
		var prev *build.Snapshot
		files := project(t)
		set(files, doc, "---\ntitle: E\nkategori: kegiatan\n"+c.header+"---\nIsi.\n")
		in := inputs(t, files)
		for zone, clock := range zones {
			set(files, "content/site.yaml", siteYAML+"timezone: "+zone+"\n")
			var hour, minute int
			if _, err := fmt.Sscanf(clock, "%d:%d", &hour, &minute); err != nil {
				t.Fatal(err)
			}
			for moment, open := range map[disclosure.Moment]bool{
				at(30, fmt.Sprintf("%02d:%02d", hour, minute-1)): !c.opens,
				at(30, clock): c.opens,
			} {
				in.AsOf = moment
				s, err := build.Build(context.Background(), prev, in)
				if err != nil || s.Diags.Errors() > 0 {
					t.Fatal(err, s.Diags)
				}
				if got := s.Site.Item(doc) != nil; got != open {
					t.Errorf("%q in %s at %s: public is %t", c.header, zone, moment, got)
				}
				prev = s
			}
		}
	}
	for _, c := range []struct{ name, header, want string }{
		{"a day of an event", "date: 2026-11-01\ntanggal_kegiatan: 2026-11-29T23:30:00Z\n", ""},
		{"no such zone", "date: 2026-11-01\npublish: 2026-11-29 23:30 EST\n", "field/date"},
		{"a zone by its place", "date: 2026-11-01\nexpires: 2026-11-29 23:30 Asia/Jakarta\n", "field/date"},
		{"changed tomorrow", "date: 2026-11-01\nupdated: 2026-11-30\n", "field/future"},
		{"changed today", "date: 2026-11-01\nupdated: 2026-11-29\n", ""},
		{"reviewed tomorrow", "date: 2026-11-01\nreviewed: 2026-11-30\nreviewed_by: PPID\n", "field/future"},
		{"changed in another zone's today", "date: 2026-11-01\nupdated: 2026-11-29T23:30:00Z\n", "field/future"},
	} {
		files := project(t)
		set(files, doc, "---\ntitle: E\nkategori: kegiatan\n"+c.header+"---\nIsi.\n")
		in := inputs(t, files)
		in.AsOf = at(29, "12:00")
		s, err := build.Build(context.Background(), nil, in)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, d := range s.Diags {
			found = append(found, string(d.Code))
		}
		if got := strings.Join(found, " "); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		if item := s.Site.Item(doc); c.name == "a day of an event" && item.News.EventDate.String() != "2026-11-30" {
			t.Error(c.name, item.News.EventDate)
		}
	}
}
