package content

import (
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// A new document of each kind is a draft that has no mistake but what has yet to be written.
func TestSkeleton(t *testing.T) {
	for _, lang := range []diag.Lang{diag.Indonesian, diag.English} {
		for _, kind := range ownKinds(t) {
			t.Run(kind.Name, func(t *testing.T) {
				path, text := Skeleton(kind, "Judul: baru", mustDay("2026-03-01"), lang,
					map[string][]string{"kategori": {"opini"}, "penguasa": {"humas"}})
				doc, _ := Parse(markdown.NewParser(), ownKinds(t), time.UTC, path, []byte(text))
				if len(doc.Diags) > 0 || !doc.Head.Draft || doc.Head.Title != "Judul: baru" {
					t.Errorf("%s\n%v", text, told(text, doc.Diags))
				}
				// As soon as it may be published, what nobody replaced is told.
				text = text[:strings.Index(text, "draft: true")] + text[strings.Index(text, "\n---\n")+1:]
				doc, _ = Parse(markdown.NewParser(), ownKinds(t), time.UTC, path, []byte(text))
				codes := map[diag.Code]int{}
				for _, d := range doc.Diags {
					codes[d.Code]++
				}
				sample := strings.Contains(text, "isi di sini") || strings.Contains(text, "write here") ||
					strings.Contains(text, sampleSlug) || kind.Body
				if (codes[diag.FieldExample] > 0) != sample || len(codes) > 1 {
					t.Errorf("%s\n%v", text, told(text, doc.Diags))
				}
			})
		}
	}
}

func TestSkeletonPath(t *testing.T) {
	for kind, want := range map[string]string{
		"berita":  "content/berita/2026/2026-03-01-rapat-pleno.md",
		"halaman": "content/halaman/rapat-pleno.md",
	} {
		path, _ := Skeleton(
			BuiltIn.Find(kind), "Rapat pleno", mustDay("2026-03-01"), diag.Indonesian, nil,
		)
		if path != want {
			t.Errorf("%s", path)
		}
	}
	_, text := Skeleton(BuiltIn.Find("informasi"), "A", mustDay("2026-03-01"), diag.Indonesian, nil)
	if marked([]byte(text)) {
		t.Errorf("a new entry speaks of exclusion, which seals its messages:\n%s", text)
	}
	if !strings.Contains(
		text,
		"# klasifikasi: jenis informasi (berkala, serta-merta, setiap-saat)\nklasifikasi: berkala\n",
	) {
		t.Error(text)
	}
}

func TestSlugOf(t *testing.T) {
	for title, want := range map[string]string{
		"Rapat Pleno!": "rapat-pleno",
		strings.Repeat(
			"abcdefghi-", 6,
		): "abcdefghi-abcdefghi-abcdefghi-abcdefghi-abcdefghi-abcdefghi",
		strings.Repeat("a", 70): strings.Repeat("a", 60),
		"abcdefghij-abcdefghij" + strings.Repeat(
			"x", 50,
		): "abcdefghij-abcdefghij" + strings.Repeat("x", 39),
		"abcdefghij-abcdefghij-" + strings.Repeat("x", 50): "abcdefghij-abcdefghij",
		strings.Repeat("a", 59) + " b":                     strings.Repeat("a", 59),
	} {
		if got := SlugOf(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

// A sample text counts only as the whole body.
func TestSampleBody(t *testing.T) {
	for body, want := range map[string]int{
		"Tulis isinya di sini.\n": 1, "\n Write the text here. \n": 1, "Tulis isinya di sini. Ya.\n": 0,
		"Tulis isinya di sini." + strings.Repeat("\n", 79): 1,
		"Tulis isinya di sini." + strings.Repeat("\n", 80): 0,
	} {
		src := "---\ntitle: A\n---\n" + body
		doc := parseAs("halaman", src)
		if len(doc.Diags) != want {
			t.Errorf("%q: %v", body, told(src, doc.Diags))
		}
		for _, line := range told(src, doc.Diags) {
			if !strings.Contains(
				line, "[Tulis isinya di sini.]",
			) && !strings.Contains(line, "[Write the text here.]") {
				t.Error(line)
			}
		}
	}
}

// The slug of a document without one comes of its file's name.
func TestDefaultSlug(t *testing.T) {
	for file, want := range map[string]string{
		"content/berita/2021/2021-12-07-budaya-kerja.md": "budaya-kerja",
		"content/halaman/profil.md":                      "profil",
		"content/halaman/profil/index.md":                "profil",
		"content/berita/2021-13-07-a.md":                 "2021-13-07-a",
		"content/berita/2021-12-07x.md":                  "2021-12-07x",
		"content/berita/2021-12-07-.md":                  "2021-12-07",
		"content/berita/2021-12-07-a.md":                 "a",
		"content/berita/2021-12-07.md":                   "2021-12-07",
	} {
		if got := defaultSlug(file); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}

// A document in the folder of no kind is told where it may have been meant to be.
func TestNoKind(t *testing.T) {
	for file, want := range map[string]string{
		"content/brita/2026/a.md": "content/berita/2026/a.md", "content/xyzzy/a.md": "",
		"content/a.md": "",
	} {
		d := noKind(BuiltIn, file)
		if d.Replace != want || d.Code != diag.KindFolder || !strings.Contains(
			d.Args[0], "content/berita/, ",
		) {
			t.Errorf("%s: %s, %q", file, d.Replace, d.Args)
		}
	}
}

func TestHasAnchor(t *testing.T) {
	doc, _ := parse(good + "\n## Satu\n\n## Dua\n")
	for id, want := range map[string]bool{
		"satu": true, "dua": true, "tiga": false, "satu\ndua": false,
	} {
		if doc.Head.HasAnchor(id) != want {
			t.Errorf("%q: %t", id, !want)
		}
	}
}

// What a header says of relations reaches Head with the kind that the other must be of.
func TestReferences(t *testing.T) {
	h := headOf(
		t, "regulasi",
		"mencabut: [a]\nmengubah: b\nmelaksanakan: [c]\nlampiran_dari: [d]\nterkait: [e]\n"+
			"memenuhi: [f]\n"+
			"perbaikan: [{tanggal: 2026-03-01, isi: x, berkas: y.pdf}]\n"+
			"berkas: [{src: z.pdf, judul: Z, halaman: 3, baris: 4, pindaian: true}]\n",
	)
	got := ""
	for _, refs := range [][]Reference{
		h.Revokes, h.Amends, h.Implements, h.PartOf, h.Related, h.Meets,
	} {
		for _, r := range refs {
			got += r.Target + "/" + r.Kind + " "
		}
	}
	if got != "a/regulasi b/regulasi c/regulasi d/ e/ f/ " {
		t.Error(got)
	}
	if c := h.Changes[0]; c.File != "y.pdf" || c.Text != "x" || c.Date != mustDay("2026-03-01") {
		t.Errorf("%+v", c)
	}
	if f := h.Files[0]; f.Src != "z.pdf" || f.Title != "Z" || f.Pages != 3 || f.Rows != 4 || !f.Scan {
		t.Errorf("%+v", f)
	}
	if plain := headOf(t, "halaman", ""); plain.Details != &noDetails {
		t.Error("a document without details has some")
	}
}

// The mark of a citation is where its number stands.
func TestCitationPlaces(t *testing.T) {
	for text, want := range map[string][]string{
		"UU 14/2008, PP 61/2010": {"uu 14/2008=14/2008", "pp 61/2010=61/2010"},
		"PKPU Nomor 1 Tahun 2015 dan PKPU No. 2 Tahun 2016": {
			"pkpu 1/2015=1 Tahun 2015", "pkpu 2/2016=2 Tahun 2016",
		},
		"UU 12345/2008": nil, "UU 14/20081": nil, "UU 14/2008/1": nil,
		"UU 1234/2008": {"uu 1234/2008=1234/2008"}, "UU 14/": nil, "/2008": nil,
		"lama\nUU 1/2008": {"uu 1/2008=1/2008"}, "\nUU 1/2008\nlama": {"uu 1/2008=1/2008"},
		"/a UU 1/2008": {"uu 1/2008=1/2008"}, "a/b/c/d UU 1/2008": {"uu 1/2008=1/2008"},
		"tahun x UU 1 Tahun 2008": {"uu 1/2008=1 Tahun 2008"}, "zUU 1/2008": nil, "aUU 1/2008": nil,
		"UU 1/1999":               {"uu 1/1999=1/1999"},
		"1 UU 1/2008 2 PP 2/2009": {"uu 1/2008=1/2008", "pp 2/2009=2/2009"},
		"ahun ":                   nil,
		"UU 14/3008":              nil, "xUU 14/2008": nil, "UU 7 Tahun 2017": {"uu 7/2017=7 Tahun 2017"},
		"UU 7 tahun x": nil, "2UU 1/2008": nil, "-UU 1/2008": nil, "1/2008": nil,
		"UU 1/2008": {"uu 1/2008=1/2008"},
	} {
		var got []string
		for _, c := range citations("a.md", []byte(text)) {
			if name := known(c); name != "" {
				got = append(got, name+"="+text[c.At.Start:c.At.End])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	classes := []InstrumentClass{
		{ID: "uu", Label: "Undang-Undang", LabelEN: "Act"},
		{ID: "perbup", Label: "Peraturan Bupati/Wali Kota", LabelEN: "Regulation", Names: []string{"Perbup", "Perwal"}},
	}
	for _, test := range []struct {
		n     Instrument
		title string
		want  []string
	}{
		{Instrument{Short: "UU 14/2008"}, "x", []string{"uu 14/2008"}},
		{Instrument{}, "PKPU Nomor 1 Tahun 2015", []string{"pkpu 1/2015"}}, {Instrument{}, "Keputusan", nil},
		{Instrument{Type: "Perdes", Number: "3", Year: 2020}, "x", []string{"perdes 3/2020"}},
		{Instrument{Type: "Perdes", Number: "3"}, "x", nil},
		{
			Instrument{Type: "perwal", Short: "Perwal Bandung 3/2020", Number: "3", Year: 2020}, "x",
			[]string{"peraturan bupati/wali kota 3/2020", "perbup 3/2020", "perwal 3/2020", "perwal bandung 3/2020", "regulation 3/2020"},
		},
		{
			Instrument{Type: "Undang-Undang", Short: "UU 14/2008", Number: "14", Year: 2008}, "UU 14/2008",
			[]string{"act 14/2008", "undang-undang 14/2008", "uu 14/2008"},
		},
	} {
		if got := test.n.CitedAs(test.title, classes); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q", test.title, got)
		}
	}
}
