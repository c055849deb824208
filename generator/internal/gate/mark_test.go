package gate

import (
	"testing"
	"unicode/utf8"
)

// TestGateIsMark holds which names close a folder: all that a slip of the hand or of a program
// makes of the right one, and no name that somebody gives to something else.
func TestGateIsMark(t *testing.T) {
	for _, name := range []string{
		"_kelas.yaml", "_Kelas.yaml", "_KELAS.YAML", "_kelas.yml", "kelas.yaml", "kelas.yml", "_kelas",
		"_kelas.yaml.txt", "_kelas.md", "_kelas.json", "\u212aelas.yaml", "_kelasi.yaml", "__kelas.yaml", "-kelas.yaml",
		".kelas.yaml", "#_kelas.yaml#", "_kelas.yaml~", "_kelas.yaml.bak", "_kelas..yaml", "_kelas,yaml", "_kelasyaml",
		"_kleas.yaml", "_kelas.ymal", "_kela.yaml", "_keas.yml", "_klas.yaml", "_kalas.yaml", "_klass.yaml", "_kelas.yamll",
		"_keIas.yaml", "_ke1as.yaml", "_kel4s.yaml", "_kela5.yaml", "_кelas.yaml", "_kеlаs.yaml", "_kelаѕ.yaml",
		"＿ｋｅｌａｓ．ｙａｍｌ", "_kelas\u200b.yaml", "_ke\u00adlas.yaml", "\ufeff_kelas.yaml", "_kelás.yaml", "_kela\u0301s.yaml",
		" _kelas.yaml", "_kelas .yaml", "_kelas.yaml ", "_kelas\u00a0.yaml", "_ kelas.yaml", "_kelas (1).yaml", "_kelas - Copy.yaml",
	} {
		if !IsMark(name) {
			t.Errorf("%q closes nothing", name)
		}
	}
	for _, name := range []string{
		"kelas.md", "kelas-menulis.md", "units.yaml", "site.yaml", "forms.yaml", "views.yaml", "2026.yaml", "inovasi.yaml",
		"kelas.pdf", "kelas.csv", "kelas", "laporan-kelas.yaml", "berkas.yaml", "kas.yaml", "a.md", "", "id.yaml", "su.yaml",
		"kelas 1.yaml", "klasifikasi.yaml", "deadlines.yaml", "synonyms.yaml", "withdrawn.yaml", "_index.md", "kelurahan.yaml",
	} {
		if IsMark(name) {
			t.Errorf("%q closes its folder", name)
		}
	}
}

// FuzzIsMark holds that one slip anywhere in the name, and letters of another case, change nothing.
func FuzzIsMark(f *testing.F) {
	f.Add(0, 'x', true)
	f.Add(3, 'é', false)
	f.Fuzz(func(t *testing.T, at int, r rune, replace bool) {
		if at < 0 || at >= len(Mark) || !utf8.ValidRune(r) || r == '/' {
			t.Skip()
		}
		name := Mark[:at] + string(r) + Mark[at:]
		if replace {
			name = Mark[:at] + string(r) + Mark[at+1:]
		}
		if !IsMark(name) {
			t.Errorf("%q closes nothing", name)
		}
	})
}
