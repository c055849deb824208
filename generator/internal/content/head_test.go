package content

import (
	"testing"
	"time"

	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// headOf reads the header of a document of a built-in kind.
func headOf(t *testing.T, kind, header string) *Head {
	t.Helper()
	doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/"+kind+"/a.md",
		[]byte("---\ntitle: A\n"+header+"---\n"))
	if doc.Head == nil {
		t.Fatal(doc.Diags)
	}
	return doc.Head
}

// When a document counts, when it last changed, and under which number it is filed depend on
// its kind.
func TestHead(t *testing.T) {
	const sop = "nomor: 1/SOP\n" +
		"tanggal: {pembuatan: 2026-01-01, efektif: 2026-02-01, revisi: 2026-05-01}\n"
	const entry = "nomor: 7/DIP\ndibuat: {tempat: Waingapu, tanggal: 2026-01-05}\n"
	for _, test := range []struct {
		name, kind, header                string
		when, lastChange, changed, number string
	}{
		{
			"news by its date", "berita", "date: 2026-03-01 07:15\n", "2026-03-01 07:15", "2026-03-01", "",
			"",
		},
		{"news that was updated", "berita", "date: 2026-03-01\nupdated: 2026-03-04\n",
			"2026-03-01", "2026-03-04", "", ""},
		{"news that was reviewed", "berita", "date: 2026-03-01\nreviewed: 2026-03-06\n",
			"2026-03-01", "2026-03-06", "", ""},
		{"news with corrections", "berita",
			"date: 2026-03-01\nperbaikan: [{tanggal: 2026-03-09, isi: a}, {tanggal: 2026-03-08, isi: b}]\n",
			"2026-03-01", "2026-03-09", "2026-03-09", ""},
		{"a page by its change", "halaman", "updated: 2026-03-04\n", "2026-03-04", "2026-03-04", "", ""},
		{"a page without any day", "halaman", "", "", "", "", ""},
		{
			"a procedure by the day it takes effect", "sop", sop, "2026-02-01", "2026-05-01", "2026-05-01",
			"1/SOP",
		},
		{"a procedure by its date", "sop", sop + "date: 2026-02-09\n",
			"2026-02-09", "2026-05-01", "2026-05-01", "1/SOP"},
		{
			"a procedure corrected after its revision", "sop",
			sop + "perbaikan: [{tanggal: 2026-06-01, isi: a}]\n", "2026-02-01", "2026-06-01", "2026-06-01",
			"1/SOP",
		},
		{"an entry by the day it was made", "informasi", entry, "2026-01-05", "2026-01-05", "", "7/DIP"},
		{"an entry that was revised", "informasi", entry + "revisi: [{tanggal: 2026-02-05, isi: a}]\n",
			"2026-01-05", "2026-02-05", "2026-02-05", "7/DIP"},
		{"an exclusion by its decision", "pengecualian", "penetapan: {tanggal: 2025-12-01}\n",
			"2025-12-01", "2025-12-01", "", ""},
		{"an instrument by the day it is in force", "regulasi",
			"jenis: Undang-Undang\nnomor: 14\ntahun: 2008\nberlaku_mulai: 2010-04-30\n",
			"2010-04-30", "2010-04-30", "", "undang-undang 14/2008"},
		{
			"an announcement", "pengumuman", "date: 2026-03-01\nnomor: 3/PU\n", "2026-03-01", "2026-03-01",
			"", "3/PU",
		},
		{"a report by its date alone", "laporan", "date: 2026-03-01\ntahun: 2025\n",
			"2026-03-01", "2026-03-01", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := headOf(t, test.kind, test.header)
			day := func(d disclosure.Day) string {
				if d == 0 {
					return ""
				}
				return d.String()
			}
			when := ""
			if !h.When().IsZero() {
				when = h.When().String()
			}
			if when != test.when || day(h.LastChange()) != test.lastChange ||
				day(h.Changed()) != test.changed || h.Number() != test.number || h.Day() != h.When().Day {
				t.Errorf("when %q, last change %q, changed %q, number %q",
					when, day(h.LastChange()), day(h.Changed()), h.Number())
			}
		})
	}
}

// Where a document is published follows from itself alone.
func TestAddressOf(t *testing.T) {
	for _, test := range []struct{ kind, header, want string }{
		{"berita", "date: 2026-03-01\nslug: rapat\n", "/berita/2026/rapat/"},
		{"pengumuman", "date: 2026-03-01\nslug: libur\n", "/pengumuman/libur/"},
		{"informasi", "slug: anggaran\n", "/dokumen/anggaran/"},
		{"pengecualian", "slug: surat\n", "/informasi/dikecualikan/#surat"},
		{"laporan", "date: 2026-03-01\ntahun: 2025\n", "/laporan/2025/"},
		{"halaman", "slug: profil\n", "/profil/"},
	} {
		h := headOf(t, test.kind, test.header)
		if got := h.Kind.AddressOf(h); got != test.want {
			t.Errorf("%s: %s, want %s", test.kind, got, test.want)
		}
	}
	for name, yearly := range map[string]bool{"berita": true, "laporan": false, "sop": false} {
		if k := BuiltIn.Find(name); k.Yearly() != yearly {
			t.Errorf("%s: yearly is %t", name, !yearly)
		}
	}
	if got := BuiltIn.Find("sop").BySlug("a"); got != "/sop/a/" {
		t.Error(got)
	}
	if got := BuiltIn.Find("berita").InYear("2026", "a"); got != "/berita/2026/a/" {
		t.Error(got)
	}
}

// A bare slug is looked for among the kinds in the order of their ranks.
func TestByRank(t *testing.T) {
	ranked := BuiltIn.ByRank()
	for i, k := range ranked[1:] {
		if ranked[i].Rank > k.Rank {
			t.Errorf("%s before %s", ranked[i].Name, k.Name)
		}
	}
	if ranked[0].Name != "sop" || len(ranked) != len(BuiltIn) {
		t.Errorf("%v", ranked.Names())
	}
}
