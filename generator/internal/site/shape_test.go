package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/markdown"
)

// TestShape says which edits make the outputs be planned again.
func TestShape(t *testing.T) {
	kontak := func(header ...string) texts {
		header = append([]string{"title: Kontak", "penguasa: hukum"}, header...)
		return texts{"content/halaman/kontak.md": doc(header...)}
	}
	same := kontak("berkas: [peta.pdf]", "body [Profil](profil.md#tugas). ![Film](film.mp4)")
	for _, tt := range []struct {
		name  string
		texts texts
		again bool
	}{
		{"nothing", texts{}, false},
		{"a text", texts{profil: strings.Replace(office[profil], "Isi.", "Lain.", 1)}, false},
		{
			"a title and a summary",
			texts{
				profil: strings.Replace(office[profil], "title: Profil", "title: Kami\nsummary: Lain.", 1),
			},
			false,
		},
		{
			"a title by which a list is ordered", texts{"content/program/amal.md": doc("title: Zzz")}, false,
		},
		{"a unit", kontak("penguasa_lain: x"), true},
		{
			"a link to a page", kontak("berkas: [peta.pdf]", "body [Profil](/tentang/). ![Film](film.mp4)"),
			false,
		},
		{
			"a link to a file", kontak("berkas: [peta.pdf]", "body [Peta](peta.pdf). ![Film](film.mp4)"),
			true,
		},
		{"another film", kontak("berkas: [peta.pdf]", "body ![Film](lain.mp4)"), true},
		{"a file less", kontak("body ![Film](film.mp4)"), true},
		{
			"another title of a file",
			kontak("berkas: [{src: peta.pdf, judul: Peta}]", "body ![Film](film.mp4)"), true,
		},
		{
			"an old address", kontak("aliases: [/hubungi/]", "berkas: [peta.pdf]", "body ![Film](film.mp4)"),
			true,
		},
		{"a layout", kontak("layout: kontak", "berkas: [peta.pdf]", "body ![Film](film.mp4)"), true},
		{"a slug", kontak("slug: hubungi", "berkas: [peta.pdf]", "body ![Film](film.mp4)"), true},
		{
			"a photo",
			texts{
				"content/berita/2026-02-01-satu.md": doc(
					"title: Satu", "date: 2026-02-01 09:00", "kategori: kegiatan", "tags: [anggaran]",
				),
			},
			true,
		},
		{
			"a date in the same month",
			texts{
				"content/berita/2026-01-05-tiga.md": doc(
					"title: Tiga", "date: 2026-01-04", "kategori: opini", "penguasa: ppid",
				),
			},
			false,
		},
		{
			"a date in another month",
			texts{
				"content/berita/2026-01-05-tiga.md": doc(
					"title: Tiga", "date: 2026-02-05", "kategori: opini", "penguasa: ppid",
				),
			},
			true,
		},
		{
			"a revision with a file",
			texts{
				"content/informasi/rencana.md": entryText(
					"ppid", "nomor: 1/2025", "berkas: [rencana.csv]",
					"revisi: [{tanggal: 2026-02-01, isi: A, berkas: rencana.csv}]",
				),
			},
			true,
		},
		{
			"a file of a field of the site's own",
			texts{
				"content/program/zakat.md": doc(
					"title: Zakat", "pelaksana: ppid", "rujukan: [profil]", "laman: /profil/",
				),
			},
			true,
		},
		{
			"another field of the site's own",
			texts{
				"content/program/zakat.md": doc(
					"title: Zakat", "pelaksana: hukum", "rujukan: [profil]", "laman: /profil/",
					"berkas_rencana: rencana.pdf",
				),
			},
			false,
		},
		{"a document more", texts{"content/halaman/baru.md": doc("title: Baru")}, true},
		{"a document less", texts{"content/halaman/en/profile.md": "gone"}, true},
		{"a draft", texts{"content/halaman/baru.md": doc("title: Baru", "draft: true")}, false},
		{
			"longer pages of lists",
			texts{"content/site.yaml": strings.Replace(settingsText, "per_halaman: 2", "per_halaman: 3", 1)},
			true,
		},
		{"another tagline", texts{"content/site.yaml": settingsText + "tagline: Uji\n"}, false},
		{
			"the name of a unit",
			texts{"content/data/units.yaml": strings.Replace(unitsText, "Hukum", "Subbagian", 1)}, false,
		},
	} {
		d := newDesk()
		before := office.with(same)
		first := Link(nil, d.input(before))
		x := before.with(tt.texts)
		second := Link(first, d.input(x))
		changes := d.world(second, x).Changed(d.world(first, before))
		if got := changes[Key{shapeKey, ""}.Hash()]; got != tt.again {
			t.Errorf("%s: planned again: %t", tt.name, got)
		}
	}
}

// TestPlaces says what the plan sees of documents and lists.
func TestPlaces(t *testing.T) {
	x := office.with(texts{
		"content/program/zakat.md": doc("title: Zakat", "layout: lain", "berkas_rencana: rencana.pdf",
			"aliases: [/sedekah/]",
			"berkas: [rencana.pdf]", "perbaikan: [{tanggal: 2026-02-01, isi: A, berkas: rencana.pdf}]",
			"body [A](#isi) [B](/profil/) [C](../halaman/profil.md) [D](../halaman/peta.pdf) "+
				"![E](../halaman/film.mp4) <tenggat:umum/tanggapan>"),
	})
	s := linked(t, x)
	var got string
	for p := range (Shape{s}).Documents() {
		if p.Path == "content/program/zakat.md" {
			got = fmt.Sprint(
				p.Address, p.Kind.Name, p.Layout, p.Draft, p.Aliases, p.Kept, p.Offered, p.Shown, p.OwnPage,
				p.Report, p.Procedure, len(p.Listed),
			)
		}
	}
	want := fmt.Sprint("/program/zakat/", "program", "lain", false, []string{"/sedekah/"},
		[]string{"rencana.pdf"}, []string{
			"rencana.pdf", "rencana.pdf",
		},
		[]Shown{{Kind: markdown.Link, URL: "../halaman/peta.pdf"}, {Kind: markdown.Media, URL: "../halaman/film.mp4"}},
		true, false, false, 1)
	if got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
	for n, want := range []string{"[D](../halaman/peta.pdf)", "![E](../halaman/film.mp4)", ""} {
		if at := ShownAt(s.Document("content/program/zakat.md"), n); x[at.File][at.Start:at.End] != want {
			t.Errorf("file %d is at %q, want %q", n, x[at.File][at.Start:at.End], want)
		}
	}
	var lists []string
	for p := range (Shape{s}).Lists() {
		lists = append(lists, fmt.Sprint(p.Name, " ", p.Items, " ", p.Pages, " ", p.Feed))
	}
	for _, want := range []string{
		"berita 5 [{0 true}] true", "berita/2026 4 [{0 false} {1 true}] false",
		"laporan 0 [{0 true}] false", "pengecualian 1 [{0 true}] false",
	} {
		if !slices.Contains(lists, want) {
			t.Errorf("%s is not among %q", want, lists)
		}
	}
}

// TestLists says which documents are in which list, and in which order.
func TestLists(t *testing.T) {
	x := office.with(texts{
		"content/halaman/tag.md": doc("title: Tag", "penguasa: hukum"),
		"content/halaman/en/tag.md": doc(
			"title: English", "lang: en", "tags: [anggaran]", "penguasa: ppid",
		),
		"content/program/berat.md":  doc("title: Zz", "weight: 2"),
		"content/program/ringan.md": doc("title: Yy", "weight: 1"),
		"content/pengumuman/2026-02-05-el.md": doc(
			"title: El", "date: 2026-02-05", "serta_merta: true", "berlaku_sampai: 2026-02-28", "weight: 1",
		),
	})
	s := linked(t, x)
	for name, want := range map[string]string{
		"berita":                      "[Empat Satu Dua Lima Tiga]",
		"berita/2025":                 "[Empat]",
		"berita/2026":                 "[Satu Dua Lima Tiga]",
		"berita/2026/01":              "[Lima Tiga]",
		"berita/kategori/kegiatan":    "[Satu Dua Lima Empat]",
		"tag/anggaran":                "[Satu Dua]",
		"tag/lain":                    "[Dua]",
		"unit/ppid":                   "[Tiga Rencana kerja]",
		"unit/hukum":                  "[Rencana kerja]",
		"serta-merta":                 "[El Awas]",
		"pengumuman":                  "[El Awas]",
		"program":                     "[Yy Zz amal Zakat]",
		"halaman":                     "[Profil Profile English Kontak Tag]",
		"informasi":                   "[Rencana kerja Rencana kerja]",
		"informasi/berkala":           "[Rencana kerja Rencana kerja]",
		"informasi/2024":              "[Rencana kerja]",
		"informasi/berkala/2025":      "[Rencana kerja]",
		"informasi/berkala/2024/ppid": "none",
		"informasi/2025/ppid":         "[Rencana kerja]",
		"informasi/hukum":             "[Rencana kerja]",
		"laporan":                     "[]",
		"kegiatan":                    "none",
	} {
		got := "none"
		if l := s.lists[name]; l != nil {
			got = fmt.Sprint(titles(l.Items))
		}
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if got := fmt.Sprint(titles(s.Alerts)); got != "[Awas]" {
		t.Errorf("alerts: %s", got)
	}
	for name, want := range map[string]string{
		"berita/2026": "1 2026", "berita/2026/01": "2 2026-01", "berita/kategori/opini": "3 opini",
		"tag/anggaran": "4 anggaran", "unit/ppid": "5 ppid",
		"serta-merta": "6 serta-merta", "informasi": "0 ", "informasi/2024": "7 ", "pengumuman": "0 ",
	} {
		if l := s.lists[name]; fmt.Sprint(int(l.Sort), " ", l.Label) != want {
			t.Errorf("%s: %d %s, want %s", name, l.Sort, l.Label, want)
		}
	}
	if f := s.lists["informasi/berkala/2024/hukum"].Facets; f != (Facets{"berkala", "2024", "hukum"}) {
		t.Errorf("%+v", f)
	}
}

// TestListsAreShared holds that a List keeps its pointer while its documents do.
func TestListsAreShared(t *testing.T) {
	d := newDesk()
	first := Link(nil, d.input(office))
	second := Link(first, d.input(office.with(texts{
		"content/berita/2026-01-05-tiga.md": strings.Replace(
			office["content/berita/2026-01-05-tiga.md"], "title: Tiga", "title: Ketiga", 1,
		),
		"content/halaman/baru.md": doc("title: Baru"),
	})))
	for _, l := range first.Lists {
		want := !slices.Contains(
			[]string{
				"berita", "berita/2026", "berita/2026/01", "berita/kategori/opini", "unit/ppid", "halaman",
			},
			l.Name,
		)
		if got := second.lists[l.Name] == l; got != want {
			t.Errorf("%s: kept is %t, want %t", l.Name, got, want)
		}
	}
}

// TestArchive leaves lists out that the settings do not want.
func TestArchive(t *testing.T) {
	for key, lost := range map[string]string{
		"bulan": "berita/2026/01", "kategori": "berita/kategori/opini", "tag": "tag/anggaran",
		"unit": "unit/ppid",
	} {
		s := linked(
			t,
			office.with(
				texts{
					"content/site.yaml": strings.Replace(
						settingsText, "per_halaman: 2", "per_halaman: 2, "+key+": false", 1,
					),
				},
			),
		)
		for _, name := range []string{
			"berita/2026", "berita/2026/01", "berita/kategori/opini", "tag/anggaran", "unit/ppid",
		} {
			if got := s.lists[name] != nil; got != (name != lost) {
				t.Errorf("without %s: there is %s: %t", key, name, got)
			}
		}
	}
}

// TestRelations says how documents stand to each other, and which hold no longer.
func TestRelations(t *testing.T) {
	s := linked(t, office.with(texts{
		"content/regulasi/pkpu-3.md": instrumentText("3", "diubah"),
		"content/regulasi/pkpu-4.md": instrumentText(
			"4", "berlaku", "mengubah: [pkpu-2]", "lampiran_dari: [profil]", "mencabut: [pkpu-4, pkpu-9]",
		),
		"content/sop/menjawab.md":    procedureText("dasar_hukum: [Teks]", "melaksanakan: [pkpu-2]"),
		"content/halaman/kontak.md":  doc("title: Kontak", "mencabut: [regulasi/pkpu-6]"),
		"content/regulasi/pkpu-6.md": instrumentText("6", "berlaku", "mencabut: [pkpu-5]"),
		"content/regulasi/pkpu-5.md": instrumentText("5", "berlaku"),
	}))
	for path, want := range map[string]string{
		"content/regulasi/pkpu-1.md": "[1 content/regulasi/pkpu-2.md]",
		"content/regulasi/pkpu-2.md": "[0 content/regulasi/pkpu-1.md 3 content/regulasi/pkpu-4.md " +
			"5 content/sop/menjawab.md]",
		"content/regulasi/pkpu-4.md": "[2 content/regulasi/pkpu-2.md 6 content/halaman/profil.md]",
		"content/sop/menjawab.md":    "[4 content/regulasi/pkpu-2.md]",
		profil:                       "[7 content/regulasi/pkpu-4.md]",
		"content/regulasi/pkpu-6.md": "[0 content/regulasi/pkpu-5.md 1 content/halaman/kontak.md]",
	} {
		if got := fmt.Sprint(relationNames(s.relations[path])); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	r := s.blind()
	for path, want := range map[string]string{
		"content/regulasi/pkpu-1.md": "true false", "content/regulasi/pkpu-2.md": "false true",
		"content/regulasi/pkpu-3.md": "false true",
		"content/regulasi/pkpu-4.md": "false false", "content/regulasi/pkpu-5.md": "true false",
		profil: "false false",
	} {
		if got := fmt.Sprint(r.IsRevoked(s.Item(path)), r.IsAmended(s.Item(path))); got != want {
			t.Errorf("%s: revoked, amended: %s, want %s", path, got, want)
		}
	}
	if len(s.revoked) != 6 || s.revoked["pkpu 1/2020"] == nil || s.revoked["peraturan kpu 6/2020"] == nil || s.revoked["pkpu 5/2020"] == nil {
		t.Errorf("revoked: %v", s.revoked)
	}
}

// TestRegimes holds that the deadlines of elections come first while the election lasts.
func TestRegimes(t *testing.T) {
	for period, want := range map[string]string{
		"": "[umum pemilu]", "masa_pemilu: {mulai: 2026-03-01, sampai: 2026-03-01}": "[pemilu umum]",
		"masa_pemilu: {mulai: 2026-03-02, sampai: 2026-03-05}": "[umum pemilu]",
		"masa_pemilu: {mulai: 2026-02-02, sampai: 2026-02-28}": "[umum pemilu]",
	} {
		r := read(t, office.with(texts{"content/site.yaml": settingsText + period + "\n"}))
		var got []string
		for _, regime := range r.Regimes() {
			got = append(got, regime.ID)
		}
		if fmt.Sprint(got) != want || r.world.site.Data.Regimes[0].ID != "umum" {
			t.Errorf("%s: %v, want %s", period, got, want)
		}
	}
}

// TestAuditEvidence says by which day a document proves that a duty is met.
func TestAuditEvidence(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"a date", profil, doc("title: A", "date: 2026-02-01"), "2026-02-01 0 false false 0"},
		{
			"an update", profil, doc("title: A", "date: 2026-02-01", "updated: 2026-02-03"),
			"2026-02-03 0 false false 0",
		},
		{
			"a check", profil,
			doc("title: A", "date: 2026-02-01", "reviewed: 2026-02-04", "reviewed_by: Ketua"),
			"2026-02-04 0 false false 0",
		},
		{
			"a correction", profil,
			doc("title: A", "date: 2026-02-01", "perbaikan: [{tanggal: 2026-02-05, isi: B}]"),
			"2026-02-05 0 false false 0",
		},
		{
			"a table", profil, doc("title: A", "date: 2026-02-01", "body |a|\n|---|\n|b|"),
			"2026-02-01 0 false true 0",
		},
		{
			"a layout", profil, doc("title: A", "date: 2026-02-01", "layout: kontak"),
			"2026-02-01 0 false true 0",
		},
		{
			"a file", profil, doc("title: A", "date: 2026-02-01", "berkas: [peta.pdf]"),
			"2026-02-01 0 false false 1",
		},
		{
			"an entry", "content/informasi/uji.md", entryText("ppid", "periode: {tahun: 2024}"),
			"2025-02-03 2024 false false 0",
		},
		{
			"an entry of nothing", "content/informasi/uji.md", entryText("ppid", "nihil: true"),
			"2025-02-03 0 true false 0",
		},
		{
			"a procedure", "content/sop/uji.md", procedureText("dasar_hukum: [Teks]"),
			"2026-01-06 0 false true 0",
		},
		{
			"an instrument", "content/regulasi/uji.md",
			instrumentText("8", "berlaku", "berlaku_mulai: 2020-01-02"), "2020-01-02 0 false true 0",
		},
		{
			"an exclusion", "content/pengecualian/uji.md", exclusionText("berlaku", "2028-01-01", "[isi]"),
			"2026-01-02 0 false true 0",
		},
		{"a report", "content/laporan/uji.md", doc("title: A", "date: 2026-02-01", "tahun: 2025",
			"permintaan: {diterima: 0, dikabulkan_seluruhnya: 0, dikabulkan_sebagian: 0, ditolak: 0, "+
				"dalam_proses: 0}"), "2026-02-01 2025 false true 0"},
	} {
		s := linked(t, office.with(texts{tt.file: tt.text}))
		i := s.Item(tt.file)
		if i == nil {
			t.Errorf("%s: it is not public: %v", tt.name, s.Diags)
			continue
		}
		e := s.evidence(i)
		got := fmt.Sprint(e.Last, " ", e.Year, " ", e.Nil, " ", e.Table, " ", e.Files)
		if got != tt.want || e.Path != tt.file || e.Title != i.Title || e.Address != i.Address ||
			e.Unit != i.Unit {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestOwnKind links a kind of the site's own by its pattern of addresses.
func TestOwnKind(t *testing.T) {
	kind := func(address string) texts {
		return texts{"content/kinds/program.yaml": programText + "alamat: " + address + "\n",
			"content/program/zakat.md": doc("title: Zakat", "date: 2026-02-03"),
			"content/program/amal.md":  "gone"}
	}
	for pattern, want := range map[string]string{
		"/karya/{slug}/": "/karya/zakat/", "/karya/{tahun}/buku/{slug}/": "/karya/2026/buku/zakat/",
		"/karya/{slug}/naskah/": "/karya/zakat/naskah/",
	} {
		s := linked(t, office.with(kind(pattern)))
		i := s.Item("content/program/zakat.md")
		if i == nil || i.Address != want {
			t.Fatalf("%s: %+v", pattern, i)
		}
		for _, slug := range []string{"zakat", "program/zakat"} {
			if named := s.blind().Named(profil, content.Reference{Target: slug}); named != i {
				t.Errorf("%s: %s names %+v", pattern, slug, named)
			}
		}
		if named := s.blind().Named(profil, content.Reference{Target: "program/hilang"}); named != nil {
			t.Errorf("%s: a slug of nothing names %s", pattern, named.Path)
		}
		l := s.lists["program"]
		if l.Address != "/program/" || l.Kind.Lists.Order != content.ByTitle || len(l.Items) != 1 {
			t.Errorf("%s: %+v", pattern, l)
		}
	}
}
