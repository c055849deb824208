package content

import (
	"slices"
	"strings"
	"testing"
)

// called are the names of classes that the tests of citations know, with a short one for each.
var called = map[string]string{
	"pkpu": "pkpu", "peraturan kpu": "pkpu", "perki": "perki", "peraturan komisi informasi": "perki",
	"uu": "uu", "undang-undang": "uu", "pp": "pp", "peraturan pemerintah": "pp",
}

// known returns the name of what a text cites, "" for nothing that is known.
func known(c Citation) string {
	for _, name := range c.Names() {
		if short := called[strings.TrimSuffix(name, " "+c.Number)]; short != "" {
			return short + " " + c.Number
		}
	}
	return ""
}

func TestCitations(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"short", "Menurut PKPU 1/2015 pasal 3.", []string{"pkpu 1/2015"}},
		{"long", "Peraturan KPU Nomor 1 Tahun 2015 tentang layanan", []string{"pkpu 1/2015"}},
		{
			"long, of the commission", "Peraturan Komisi Informasi No. 1 Tahun 2010 dan UU 14/2008",
			[]string{"perki 1/2010", "uu 14/2008"},
		},
		{"act", "Undang-Undang Nomor 14 Tahun 2008", []string{"uu 14/2008"}},
		{"in quotes", `dasar: ["PERKI 1/2010"]`, []string{"perki 1/2010"}},
		{"history", "PKPU 1/2015 sudah dicabut", nil},
		{"a letter's number", "Nomor 12/PPID/2026 dan 01/2026", nil},
		{"a date", "UU berlaku 1/2/2015", nil},
		{"part of a word", "SPP 1/2015", nil},
		{"no kind", "rapat 3/2015", nil},
		{"a document's number", "SK 5/2026", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range citations("a.md", []byte("baris\n"+tt.text)) {
			if name := known(c); name != "" {
				got = append(got, name)
			}
			if c.At.Start < 6 || c.At.End > 6+len(tt.text) {
				t.Errorf("%s: span %v", tt.name, c.At)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
