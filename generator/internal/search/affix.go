package search

import (
	_ "embed"
	"strings"
)

// rootsText has words of public administration from which no affix is taken. The list was
// written for this program.
//
//go:embed roots.txt
var rootsText string

// isRoot reports whether a word is one of the roots.
var isRoot = func() func(string) bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(rootsText) {
		set[w] = true
	}
	return func(w string) bool { return set[w] }
}()

// spellings maps common spellings, and words for which there is a better one, to the word of
// the dictionary (KBBI).
var spellings = map[string]string{
	"standarisasi": "standardisasi", "respon": "respons", "analisa": "analisis", "resiko": "risiko",
	"ijin": "izin", "jadual": "jadwal",
	"praktek": "praktik", "aktifitas": "aktivitas", "efektifitas": "efektivitas",
	"kreatifitas": "kreativitas", "sistim": "sistem",
	"obyek": "objek", "subyek": "subjek", "kwalitas": "kualitas", "kwitansi": "kuitansi",
	"nopember": "november", "pebruari": "februari",
	"legalisasi": "legalisir", "metoda": "metode", "hakekat": "hakikat", "nasehat": "nasihat",
	"merubah": "mengubah", "dirubah": "diubah",
	"perubahaan": "perubahan", "himbauan": "imbauan", "menghimbau": "mengimbau", "hutang": "utang",
	"antri": "antre", "telpon": "telepon",
	"anggar": "anggaran", "wewenang": "wenang", "absah": "sah",
	"foto-copy": "fotokopi", "fotocopy": "fotokopi", "e-mail": "surel", "email": "surel",
	"website": "situs", "web": "situs", "online": "daring", "offline": "luring",
	"download": "unduh", "upload": "unggah", "link": "tautan", "file": "berkas",
	"deadline": "tenggat",
}

// shortest is the number of letters that must be left when an affix is taken off.
const shortest = 3

// Candidates returns the words from which a word may be derived, itself first. It takes off
// particles (-lah, -kah, -tah, -pun), possessives (-ku, -mu, -nya), the suffixes -kan, -an and
// -i, and up to three prefixes with their changes of sound, in every way that leaves a word.
// What has lost fewer affixes comes first.
//
// The rules are those of the reference grammar (Alwi et al., Tata Bahasa Baku Bahasa
// Indonesia, chapter 4 and 5) in the order of confix stripping (Asian, Williams, Tahaghoghi,
// Stemming Indonesian, 2005). The script of the search page has the same rules.
func Candidates(word string) []string {
	out := []string{word}
	seen := map[string]bool{word: true}
	add := func(w string) {
		if len(w) >= shortest && !seen[w] && hasVowel(w) {
			seen[w] = true
			out = append(out, w)
		}
	}
	if a, b, ok := strings.Cut(word, "-"); ok { // reduplication: undang-undang, kebijakan-kebijakan
		if a == b || strings.HasPrefix(b, a) ||
			strings.HasSuffix(a, strings.TrimSuffix(strings.TrimSuffix(b, "an"), "nya")) {
			add(a)
			add(b)
		}
	}
	for _, ending := range [][]string{{"lah", "kah", "tah", "pun"}, {"nya", "ku", "mu"},
		{"kan", "an", "i"}} {
		for i, n := 0, len(out); i < n; i++ {
			for _, s := range ending {
				if stem, ok := strings.CutSuffix(out[i], s); ok {
					add(stem)
				}
			}
		}
	}
	from := 0
	for range 3 {
		n := len(out)
		for ; from < n; from++ {
			for _, stem := range withoutPrefix(out[from]) {
				add(stem)
			}
		}
	}
	return out
}

// withoutPrefix returns what is left when one prefix is taken off.
func withoutPrefix(w string) []string {
	var out []string
	cut := func(prefix string, instead ...string) {
		rest, ok := strings.CutPrefix(w, prefix)
		if !ok {
			return
		}
		if len(instead) == 0 {
			out = append(out, rest)
		}
		for _, first := range instead {
			if rest != "" && isVowel(rest[0]) {
				out = append(out, first+rest)
			}
		}
	}
	for _, p := range []string{"di", "ke", "se", "ber", "bel", "be", "ter", "te", "per", "pel",
		"memper", "diper"} {
		cut(p)
	}
	for _, p := range []string{"me", "pe"} { // the nasal takes the place of p, t, k or s
		cut(p + "nge")
		cut(p + "ng")
		cut(p+"ng", "k")
		cut(p+"ny", "s", "ny")
		cut(p+"m", "p", "m")
		cut(p + "m")
		cut(p+"n", "t", "n")
		cut(p + "n")
		cut(p)
	}
	return out
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiou") }

// Lemma returns the word from which a form is derived: the first of its Candidates that is a
// root of the list; or else the shortest that occurs on the site, has five letters or more and
// is at least two shorter than the form; or else the form itself.
func Lemma(form string, occurs func(string) bool) string {
	if s, ok := spellings[form]; ok {
		form = s
	}
	if isRoot(form) || strings.ContainsAny(form, "0123456789") || len(form) <= shortest {
		return form
	}
	candidates := Candidates(form)
	for _, c := range candidates {
		if s, ok := spellings[c]; ok {
			c = s
		}
		if isRoot(c) {
			return c
		}
	}
	best := form
	for _, c := range candidates[1:] {
		if s, ok := spellings[c]; ok {
			c = s
		}
		if len(c) >= 5 && len(form)-len(c) >= 2 && occurs(c) && len(c) < len(best) {
			best = c
		}
	}
	return best
}
