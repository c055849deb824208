package site

import (
	"fmt"
	"slices"
	"testing"

	"maklumat/generator/internal/content"
)

// crowded is the office with documents that are not public, and files of theirs.
var crowded = office.with(texts{
	"content/halaman/tunda.md": doc("title: Tunda", "publish: 2026-04-01"),
	"content/halaman/arsip/rahasia.md": doc(
		"title: Rahasia", "klasifikasi: dikecualikan", "berkas: [rahasia.pdf]",
	),
	"content/halaman/arsip/rahasia.pdf": "%PDF",
	"content/halaman/rusak.md": doc(
		"title: Rusak", "aliases: [/retak, /pecah/]", "tags: x", "updated: kemarin",
	),
	"content/halaman/tutup/_kelas.yaml":   "klasifikasi: dikecualikan\n",
	"content/halaman/tutup/dalam.md":      doc("title: Dalam"),
	"content/halaman/tutup/dalam.pdf":     "%PDF",
	"content/halaman/dengan spasi.pdf":    "%PDF",
	"content/halaman/_garis.pdf":          "%PDF",
	"content/halaman/suara.mp3":           "mp3",
	"content/halaman/suara.id.vtt":        "WEBVTT",
	"content/halaman/suara.en.vtt":        "WEBVTT",
	"content/halaman/unduhan.md":          doc("title: Unduhan", "aliases: [/berkas/lama.html]"),
	"content/sop/profil.md":               procedureText("dasar_hukum: [Teks]"),
	"static/tutup/_kelas.yaml":            "klasifikasi: dikecualikan\n",
	"static/tutup/a.txt":                  "a",
	"static/unduh/a.txt":                  "a",
	"content/pengumuman/2026-02-03-su.md": doc("title: Su", "date: 2026-02-03"),
})

// TestResolve says what references lead to, from the page of the profile.
func TestResolve(t *testing.T) {
	s := linked(t, crowded)
	for _, tt := range []struct{ name, ref, want string }{
		{"a document beside", "kontak.md", "/kontak/"},
		{"a document with a place", "kontak.md#peta", "/kontak/#peta"},
		{"a document with a query", "kontak.md?a=b#peta", "/kontak/?a=b#peta"},
		{"a document in another folder", "../sop/menjawab.md", "/sop/menjawab/"},
		{"a document from content/", "/sop/menjawab.md", "/sop/menjawab/"},
		{"a document that is not there", "hilang.md", "nothing"},
		{"blanks around", " kontak.md ", "/kontak/"},
		{"the page itself", "#tugas", "#tugas of content/halaman/profil.md"},
		{"a question to the page itself", "?a=b", "nothing"},
		{"nothing", "", "nothing"},
		{"an address", "/kontak/", "/kontak/"},
		{"an address without the slash", "/kontak", "/kontak/"},
		{"an address with a place", "/kontak#peta", "/kontak/#peta"},
		{"an old address", "/tentang/", "/profil/"},
		{"an old address without the slash", "/tentang", "/profil/"},
		{"an old address of a file", "/berkas/lama.html", "/unduhan/"},
		{"an address in another language", "/en/profile/", "/en/profile/"},
		{"the English home", "/en/", "/en/"},
		{"a list", "/berita/", "/berita/"},
		{"a list by year, with a place", "/berita/2026#atas", "/berita/2026/#atas"},
		{"a list without a page of its own", "/halaman/", "nothing"},
		{"a list of no documents", "/laporan/", "/laporan/"},
		{"the list of exclusions", "/informasi/dikecualikan/", "/informasi/dikecualikan/"},
		{"feeds of a kind", "/berita/feed.xml", "/berita/feed.xml"},
		{"feeds of a category", "/berita/kategori/opini/feed.json", "/berita/kategori/opini/feed.json"},
		{"feeds of a year", "/berita/2026/feed.xml", "nothing"},
		{"feeds of a list of no documents", "/laporan/feed.xml", "nothing"},
		{"feeds of exclusions", "/informasi/dikecualikan/feed.xml", "nothing"},
		{"another file of a list", "/berita/feed.txt", "nothing"},
		{"the home page", "/", "/"},
		{"the search", "/cari", "/cari/"},
		{"the map of the site", "/sitemap.xml", "/sitemap.xml"},
		{"the audit", "/keterbukaan/", "/keterbukaan/"},
		{"an assessment", "/monev/2026/", "/monev/2026/"},
		{"an assessment of another year", "/monev/2025/", "nothing"},
		{"a static file", "/unduh/a.txt", "/unduh/a.txt"},
		{"a static file below a closed folder", "/tutup/a.txt", "nothing"},
		{"an address that is not there", "/hilang/", "nothing"},
		{"a file beside", "peta.pdf", "file content/halaman/peta.pdf"},
		{"a file with a place", "peta.pdf#page=2", "file content/halaman/peta.pdf"},
		{"a file from content/", "/halaman/peta.pdf", "file content/halaman/peta.pdf"},
		{"a file with a blank", "dengan%20spasi.pdf", "file content/halaman/dengan spasi.pdf"},
		{"a file with a broken percent sign", "peta%zz.pdf", "nothing"},
		{"a file that is not there", "hilang.pdf", "nothing"},
		{"a file with a line before", "_garis.pdf", "nothing"},
		{"a file outside of content/", "../../static/unduh/a.txt", "nothing"},
		{"a file of a closed document", "arsip/rahasia.pdf", "file content/halaman/arsip/rahasia.pdf"},
		{"a file below a closed folder", "tutup/dalam.pdf", "file content/halaman/tutup/dalam.pdf"},
		{"a draft", "../berita/konsep.md", "/berita/ instead, as 3"},
		{"what is put off", "tunda.md", "/ instead, as 4"},
		{"what has expired", "/pengumuman/lama.md", "/pengumuman/ instead, as 5"},
		{"what is broken", "rusak.md", "/ instead, as 2"},
		{"what is broken, by its address", "/rusak/", "/ instead, as 2"},
		{"what is broken, by an old address", "/pecah", "/ instead, as 2"},
		{"what is broken, by an old address without the slash", "/retak/", "/ instead, as 2"},
		{"what is closed", "arsip/rahasia.md", "nothing"},
		{"what is below a closed folder", "tutup/dalam.md", "nothing"},
	} {
		got := "nothing"
		target, ok := s.blind().Resolve(profil, tt.ref)
		switch {
		case !ok && (target != Target{}) && tt.ref != "?a=b" && tt.ref != "":
			got = fmt.Sprintf("not ok, and %+v", target)
		case !ok:
		case target.held != Public:
			got = fmt.Sprintf("%s instead, as %d", target.Address, target.held)
		case target.File != "":
			got = "file " + target.File
		case target.Address[0] == '#':
			got = target.Address + " of " + target.Item.Path
		default:
			got = target.Address
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestResolveWithout is what fixed addresses a site does not have that has no data for them.
func TestResolveWithout(t *testing.T) {
	s := linked(
		t,
		texts{
			"content/site.yaml":    "title: A\nbase_url: https://a.go.id/\n",
			"content/halaman/a.md": doc("title: A"),
		},
	)
	for _, ref := range []string{"/en/", "/keterbukaan/", "/monev/2026/", "/halaman/feed.xml"} {
		if target, ok := s.blind().Resolve("content/halaman/a.md", ref); ok {
			t.Errorf("%s leads to %+v", ref, target)
		}
	}
}

// TestResolveStatic holds that an address of a file of any name leads to it: what is decoded to
// find the file is encoded again.
func TestResolveStatic(t *testing.T) {
	for ref, want := range map[string]string{
		"/u/a%20b.csv": "/u/a%20b.csv", "/u/a b.csv": "/u/a%20b.csv", "/u/c%231.csv": "/u/c%231.csv",
		"/u/e%253.csv": "/u/e%253.csv", "/u/f&g.csv": "/u/f&g.csv", "/u/j+k.csv": "/u/j+k.csv",
		"/u/%C3%A9.csv": "/u/%C3%A9.csv", "/u/é.csv": "/u/%C3%A9.csv", "/u/l;m.csv#a": "/u/l;m.csv#a",
		"/u/n(1).csv?x=%20": "/u/n%281%29.csv?x=%20",
	} {
		files := texts{
			"content/site.yaml":    "title: A\nbase_url: https://a.go.id/\n",
			"content/halaman/a.md": doc("title: A"),
		}
		for _, name := range []string{
			"a b", "c#1", "e%3", "f&g", "j+k", "é", "l;m", "n(1)",
		} {
			files["static/u/"+name+".csv"] = "a"
		}
		target, ok := linked(t, files).blind().Resolve("content/halaman/a.md", ref)
		if !ok || target.Address != want {
			t.Errorf("%s leads to %+v, %t", ref, target, ok)
		}
	}
}

// TestNamed says which documents headers name.
func TestNamed(t *testing.T) {
	s := linked(t, crowded)
	for _, tt := range []struct{ name, target, kind, want string }{
		{"a slug", "kontak", "", "content/halaman/kontak.md"},
		{"a slug that two kinds have: the first by rank", "profil", "", "content/sop/profil.md"},
		{"a slug of a kind", "profil", "halaman", profil},
		{"a slug that the kind has not", "kontak", "sop", ""},
		{"a kind and a slug", "halaman/profil", "sop", profil},
		{"a kind that is not there", "lain/profil", "", ""},
		{"a slug that is not there", "hilang", "", ""},
		{"news, in the year of its own", "berita/empat", "", "content/berita/2025-07-05-empat.md"},
		{"news, by the slug alone", "satu", "", "content/berita/2026-02-01-satu.md"},
		{"news that is not there", "berita/hilang", "", ""},
		{"a page by what looks like its address, of another kind", "halaman/berita", "", ""},
		{"a kind of the site's own", "program/zakat", "", "content/program/zakat.md"},
		{
			"an exclusion, which is a place on a page", "pengecualian/perkara", "",
			"content/pengecualian/perkara.md",
		},
		{"a file", "kontak.md", "sop", "content/halaman/kontak.md"},
		{"an address", "/tentang/", "sop", profil},
		{"a draft", "konsep", "berita", ""},
		{"a draft by its file", "../berita/konsep.md", "", ""},
	} {
		got := ""
		if i := s.blind().Named(profil, content.Reference{Target: tt.target, Kind: tt.kind}); i != nil {
			got = i.Path
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestFile says which files documents may show, and the captions beside them.
func TestFile(t *testing.T) {
	r := linked(t, crowded).blind()
	for ref, want := range map[string]string{
		"peta.pdf": "content/halaman/peta.pdf", "peta.pdf#page=2": "content/halaman/peta.pdf",
		"/halaman/peta.pdf":  "content/halaman/peta.pdf",
		"dengan%20spasi.pdf": "content/halaman/dengan spasi.pdf",
		"../berita/foto.jpg": "content/berita/foto.jpg", "%zz.pdf": "",
		"kontak.md": "", "_garis.pdf": "", "hilang.pdf": "", "arsip/rahasia.pdf": "",
		"tutup/dalam.pdf": "", "../../static/unduh/a.txt": "",
	} {
		if got, ok := r.File(profil, ref); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %t, want %q", ref, got, ok, want)
		}
	}
	for file, want := range map[string][]string{
		"film.mp4": {"film.vtt"}, "suara.mp3": {"suara.id.vtt", "suara.en.vtt"}, "peta.pdf": nil,
	} {
		for n := range want {
			want[n] = "content/halaman/" + want[n]
		}
		if got := r.Captions("content/halaman/" + file); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

// TestAddresses says what addresses look like.
func TestAddresses(t *testing.T) {
	s := linked(t, office)
	for path, want := range map[string]string{
		profil: "/profil/", "content/halaman/en/profile.md": "/en/profile/",
		"content/berita/2025-07-05-empat.md": "/berita/2025/empat/",
		"content/pengecualian/perkara.md":    "/informasi/dikecualikan/#perkara",
	} {
		i := s.Item(path)
		if i.Address != want || i.OwnPage() != (path != "content/pengecualian/perkara.md") {
			t.Errorf("%s: %s, a page of its own: %t", path, i.Address, i.OwnPage())
		}
	}
	got := s.Item("content/pengecualian/perkara.md").FileAddress("content/pengecualian/a.pdf")
	if got != "/informasi/dikecualikan/a.pdf" {
		t.Error(got)
	}
	for ref, want := range map[string]string{
		"/a": "/a/", " /a/ ": "/a/", "/a?b": "/a/", "/a#b": "/a/", "/a/b.xml": "/a/b.xml",
		"/a.b/c": "/a.b/c/", "/a?b#c": "/a/",
	} {
		if p, _ := cutReference(ref); withSlash(p) != want {
			t.Errorf("%s: %s, want %s", ref, withSlash(p), want)
		}
	}
	if PageAddress("/a/", 0) != "/a/" || PageAddress("/a/", 3) != "/a/halaman/3/" {
		t.Error(PageAddress("/a/", 0), PageAddress("/a/", 3))
	}
}
