package gate

import (
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
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

// TestFarIsNotNear holds that a look at a name tells no name apart that is near Mark: slips of it,
// and any others.
func TestFarIsNotNear(t *testing.T) {
	letters := rapid.SampledFrom([]rune("_kelas.ym- KELASYM315I1|4@$#(2)~bдеа\u200b"))
	rapid.Check(t, func(t *rapid.T) {
		name := []rune(Mark)
		if rapid.IntRange(0, 4).Draw(t, "any") == 0 {
			name = rapid.SliceOfN(letters, 1, 16).Draw(t, "name")
		}
		for range rapid.IntRange(0, 3).Draw(t, "slips") {
			at := rapid.IntRange(0, len(name)).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "slip") {
			case 0:
				name = slices.Insert(name, at, letters.Draw(t, "more"))
			case 1:
				if at < len(name) && len(name) > 1 {
					name = slices.Delete(name, at, at+1)
				}
			case 2:
				if at < len(name) {
					name[at] = letters.Draw(t, "other")
				}
			default:
				if at+1 < len(name) {
					name[at], name[at+1] = name[at+1], name[at]
				}
			}
		}
		text := string(name)
		if isFar(text) && isNear(text) {
			t.Fatalf("%q is far from %s by its letters, and near it", text, Mark)
		}
	})
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
