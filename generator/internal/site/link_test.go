package site

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/disclosure"
)

// TestLinkDifference says how much of the Site before is kept after edits: nothing that rests
// on references is made again when no document looks other to others, and no reference is
// checked again when only titles and summaries differ.
func TestLinkDifference(t *testing.T) {
	const (
		news   = "content/berita/2026-01-05-tiga.md"
		entry  = "content/informasi/rencana.md"
		way    = "content/sop/menjawab.md"
		broken = "content/halaman/rusak.md"
	)
	before := office.with(texts{
		broken:                      doc("title: A", "slug: b", "aliases: [/c/]", "updated: x"),
		"content/halaman/cabut.md":  doc("title: Cabut", "mencabut: [kontak]"),
		"content/halaman/kosong.md": doc("title: K", "summary: K.", "draft: true"),
	})
	retitled := func(file string) texts {
		return texts{file: strings.Replace(before[file], "title: ", "title: Lain ", 1)}
	}
	for _, tt := range []struct {
		name  string
		texts texts
		days  int
		want  difference
	}{
		{"nothing", texts{}, 0, none},
		{"a text", texts{news: before[news] + "Lagi.\n"}, 0, renamed}, // its summary is its start
		{"a text after the summary", texts{news: before[news] + "\nLagi.\n"}, 0, none},
		{"a title of news", retitled(news), 0, renamed},
		{"a title of a page", retitled("content/halaman/en/profile.md"), 0, renamed},
		{"a title that moves the places of names", retitled(profil), 0, moved},
		{"a title of a page that revokes", retitled("content/halaman/cabut.md"), 0, moved},
		{"a title by which a list is ordered", retitled("content/program/amal.md"), 0, moved},
		{"a title of an announcement", retitled("content/pengumuman/awas.md"), 0, moved},
		{"a title of an entry", retitled(entry), 0, moved},
		{"a title of a procedure", retitled(way), 0, moved},
		{"a title of an exclusion", retitled("content/pengecualian/perkara.md"), 0, moved},
		{"a title of an instrument", retitled("content/regulasi/pkpu-2.md"), 0, moved},
		{"a title and keywords", texts{profil: doc("title: B", "tags: [b]")}, 0, moved},
		{"a title of a draft", retitled("content/halaman/kosong.md"), 0, none},
		{
			"a draft that is expired instead",
			texts{"content/halaman/kosong.md": doc("title: K", "expires: 2026-01-01")}, 0, moved,
		},
		{"a draft less", texts{"content/halaman/kosong.md": "gone"}, 0, moved},
		{"a document less", texts{news: "gone"}, 0, moved},
		{"a title of what is broken", retitled(broken), 0, none},
		{
			"a slug of what is broken",
			texts{broken: doc("title: A", "slug: d", "aliases: [/c/]", "updated: x")}, 0, moved,
		},
		{
			"an old address of what is broken",
			texts{broken: doc("title: A", "slug: b", "aliases: [/d/]", "updated: x")}, 0, moved,
		},
		{"settings", texts{"content/site.yaml": settingsText + "tagline: B\n"}, 0, moved},
		{
			"data",
			texts{"content/data/units.yaml": unitsText + "# B\n", "content/data/synonyms.yaml": "gone"}, 0,
			moved,
		},
		{"a kind", texts{"content/kinds/karya.yaml": "label_id: Karya\nlabel_en: Work\n"}, 0, moved},
		{"a language", texts{"templates/words/su.yaml": "Imah"}, 0, moved},
		{"a file more", texts{"static/b.txt": "b"}, 0, moved},
		{"a file of another size", texts{"static/robots-lain.txt": "b"}, 0, none},
		{"a file that is empty", texts{"static/robots-lain.txt": ""}, 0, moved},
		{"a day", texts{}, 1, moved},
	} {
		d := newDesk()
		in := d.input(before)
		first := Link(nil, in)
		in = d.input(before.with(tt.texts))
		in.AsOf.Day += disclosure.Day(tt.days)
		second := Link(first, in)
		got := moved
		switch {
		case same(first.byAddress, second.byAddress) && same(first.relations, second.relations):
			got = none
		case len(second.retitled) > 0:
			got = renamed
		}
		if got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// same reports whether two maps are one.
func same[V any](a, b map[string]V) bool {
	return reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer()
}

// TestFresh says which documents must be read again for their text: those that have become
// public or changed.
func TestFresh(t *testing.T) {
	d := newDesk()
	in := d.input(office)
	first := Link(nil, in)
	if len(first.Fresh) != len(first.Items) {
		t.Errorf("from nothing: %d of %d", len(first.Fresh), len(first.Items))
	}
	in.Drafts = true
	second := Link(first, in)
	if len(second.Fresh) != 1 || in.Documents[second.Fresh[0]].Path != "content/berita/konsep.md" {
		t.Errorf("drafts are shown: %v", second.Fresh)
	}
	in = d.input(office.with(texts{profil: doc("title: Lain")}))
	in.Drafts = true
	third := Link(second, in)
	if len(third.Fresh) != 1 || in.Documents[third.Fresh[0]].Path != profil {
		t.Errorf("a document changes: %v", third.Fresh)
	}
}

// TestNeeds says which files public documents show.
func TestNeeds(t *testing.T) {
	s := linked(t, office.with(texts{
		"content/halaman/rusak.md":  doc("title: A", "updated: x", "berkas: [rusak.pdf]"),
		"content/halaman/rusak.pdf": "%PDF",
		"content/informasi/buku.md": entryText("ppid", "nomor: 77/2025", "updated: x"),
	}))
	want := []string{
		"content/berita/foto.jpg", "content/halaman/film.mp4", "content/halaman/film.vtt",
		"content/halaman/peta.pdf", "content/informasi/rencana.csv", "content/program/rencana.pdf",
	}
	if !slices.Equal(s.Needs, want) {
		t.Errorf("%q, want %q", s.Needs, want)
	}
}

// TestSameWords holds that words are told apart by what they say.
func TestSameWords(t *testing.T) {
	d, other := newDesk(), newDesk()
	s := Link(nil, d.input(office))
	a, b := d.world(s, office), other.world(s, office)
	if b.Changed(a)[Key{wordsKey, "id"}.Hash()] {
		t.Error("the same words are others")
	}
}
