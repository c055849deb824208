package search

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// families returns the word families, those to develop on or those kept for the test.
func families(t *testing.T, kept bool) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/families.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	n := 0
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if n++; (n%2 == 0) == kept {
			out = append(out, strings.Fields(line))
		}
	}
	return out
}

// meet measures how many pairs of forms of a family have one lemma, and how many pairs of
// forms of different families.
func meet(t *testing.T, list [][]string) (related, unrelated float64) {
	occurs := map[string]bool{}
	for _, f := range list {
		for _, w := range f {
			occurs[w] = true
		}
	}
	lemma := func(w string) string { return Lemma(w, func(s string) bool { return occurs[s] }) }
	var pairs, met, strangers, wrong int
	for i, f := range list {
		for a := range f {
			for b := a + 1; b < len(f); b++ {
				pairs++
				if lemma(f[a]) == lemma(f[b]) {
					met++
				} else if testing.Verbose() {
					t.Logf("apart: %s (%s), %s (%s)", f[a], lemma(f[a]), f[b], lemma(f[b]))
				}
			}
			for _, other := range list[i+1:] {
				for _, w := range other {
					strangers++
					if lemma(f[a]) == lemma(w) {
						wrong++
						t.Logf("together: %s, %s (%s)", f[a], w, lemma(w))
					}
				}
			}
		}
	}
	return float64(met) / float64(pairs), float64(wrong) / float64(strangers)
}

// TestFamilies holds the analyser to the families that were kept: at least 95 of 100 pairs
// meet, at most 2 of 100 unrelated pairs do.
func TestFamilies(t *testing.T) {
	all := len(families(t, false)) + len(families(t, true))
	if all < 120 {
		t.Fatalf("only %d families", all)
	}
	for _, half := range []struct {
		name string
		kept bool
	}{{"to develop on", false}, {"kept", true}} {
		related, unrelated := meet(t, families(t, half.kept))
		t.Logf("%d families %s: %.1f %% of pairs meet, %.2f %% of unrelated pairs", len(families(t, half.kept)), half.name, related*100, unrelated*100)
		if related < 0.95 || unrelated > 0.02 {
			t.Errorf("families %s: %.1f %% of pairs meet, %.2f %% of unrelated pairs", half.name, related*100, unrelated*100)
		}
	}
}

func TestCandidates(t *testing.T) {
	for _, tt := range []struct{ form, want string }{
		{"pertanggungjawaban", "tanggungjawab"}, {"mempertanggungjawabkan", "tanggungjawab"}, {"menyelenggarakan", "selenggara"},
		{"memperbaikinya", "baik"}, {"pengesahan", "sah"}, {"pemutakhiran", "mutakhir"}, {"keberpihakan", "pihak"}, {"penyesuaian", "sesuai"},
		{"undang-undang", "undang"}, {"kebijakan-kebijakan", "kebijakan"}, {"ketidaksesuaian", "tidaksesuai"}, {"berkas-berkasnya", "berkas"},
	} {
		found := false
		for _, c := range Candidates(tt.form) {
			found = found || c == tt.want
		}
		if !found {
			t.Errorf("%s: %s is not among %v", tt.form, tt.want, Candidates(tt.form))
		}
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"words", "Laporan Layanan, 2025.", "laporan layanan 2025"},
		{"a number", "SOP Nomor 012/PPID/2026 berlaku", "sop nomor 012/ppid/2026 berlaku"},
		{"reduplication", "Undang-Undang dan sub-bagian-", "undang-undang dan sub-bagian"},
		{"money and decimals", "Rp1.250.000 atau 87,5%", "rp 1.250.000 atau 87,5"},
		{"money of other ways to write it", "Rp 500.000,00 Rp.750 USD1,000 rp2 rpk rp", "rp 500.000,00 rp 750 usd 1,000 rp 2 rpk rp"},
		{"a soft hyphen", "per\u00admin\u00adta\u00adan in\u200bformasi \u00ad \ufeffawal", "permintaan informasi awal"},
		{"ligatures", "eﬁsiensi dan aﬄuen", "efisiensi dan affluen"},
		{"wide letters", "Ｔａｈｕｎ ２０２５", "tahun 2025"},
		{"raised", "luas 25 m² dan H₂O", "luas 25 m2 dan h2o"},
		{"a date", "2026-11-24 pukul 07.15", "2026-11-24 pukul 07.15"},
		{"marks", "Café, naïve", "cafe naive"},
		{"signs", "<script>🙂 (a) /b/", "script a b"},
		{"the end of a sentence", "selesai.Lalu pergi", "selesai lalu pergi"},
		{"letters from right to left", "مرحبا dunia", "مرحبا dunia"},
		{"letters that are not said", "Jum'at Jum’at do‘a 'kutip' d' maʼruf", "jumat jumat doa kutip d maruf"},
		{"not UTF-8", "sandi lama\xff", "sandi lama"},
		{"not UTF-8 after a sign", "2026-\xe2\x82", "2026"},
	} {
		var got []string
		Words(tt.text, func(w string) { got = append(got, w) })
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}

// FuzzWords holds that whatever the bytes of a file or a query are, its words are text.
// TestParts holds what else a word is found by.
func TestParts(t *testing.T) {
	for word, want := range map[string]string{
		"012/ppid/2026": "012 ppid 2026", "4.200.000": "4 200 000", "4.400.000/bulan": "4.400.000 4 400 000 bulan", "8.100.000,00": "8.100.000 8 100 000 00", "1.500m2": "1.500 m2 1 500m2", "25kg": "25 kg", "pasal5": "pasal 5",
		"tps001": "tps 001", "no": "", "a4": "", "m2": "", "h5n1": "", "5a": "", "sha256ab12": "", "2025": "", "undang-undang": "", "covid19": "covid 19",
	} {
		var got []string
		parts(word, func(p string) { got = append(got, p) })
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"Undang-Undang 012/PPID/2026", "a\xff", "Café 1.250,5%", "é\xe2\x82", strings.Repeat("é", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Words(text, func(w string) {
			if w == "" || len(w) > longestWord || !utf8.ValidString(w) || strings.ContainsAny(w, " \t\n<>\"|") {
				t.Errorf("%q has the word %q", text, w)
			}
		})
	})
}
