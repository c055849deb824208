package letters

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestASCII holds what is written for letters that addresses cannot have.
func TestASCII(t *testing.T) {
	for _, c := range []struct {
		in, want string
		complete bool
	}{
		{"", "", true},
		{"Jam layanan", "Jam layanan", true},
		{"Résumé", "Resume", true},
		{"Re\u0301sume\u0301", "Resume", true},
		{"Straße", "Strasse", true},
		{"Đà Nẵng", "Da Nang", true},
		{"Ðuro, Þór, Łódź, Øresund, Æsir, œuvre", "Duro, Thor, Lodz, Oresund, AEsir, oeuvre", true},
		{"ǽ Ǿ", "ae O", true},
		{"Çok ğüzel, ıssız, İzmir", "Cok guzel, issiz, Izmir", true},
		{"ﬁnal oﬃce", "final office", true},
		{"ＰＰＩＤ １２", "PPID 12", true},
		{"m² x³ ½ Ⅳ", "m2 x3 1⁄2 IV", true},
		{"se\u00adlamat da\u200btang", "selamat datang", true},
		{"naïve—tapi", "naive—tapi", true},
		{"ꦧꦱ", "ꦧꦱ", false},
		{"Москва", "Москва", false},
		{"東京 2026", "東京 2026", false},
		{"٣", "٣", false},
		{"😀", "😀", true},
		{"Αθήνα", "Αθηνα", false},
	} {
		if got, complete := ASCII(c.in); got != c.want || complete != c.complete {
			t.Errorf("%q: %q, %t; want %q, %t", c.in, got, complete, c.want, c.complete)
		}
	}
}

// TestFold holds which paths are one on some file system.
func TestFold(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"a/b.html", "a/b.html", true}, {"a/b.html", "A/B.HTML", true}, {"a/b", "a/c", false},
		{"é.txt", "e\u0301.txt", true}, {"É.txt", "e\u0301.txt", true}, {"a./b", "a/b", true}, {"a /b. .", "a/b", true},
		{"a.b/c", "ab/c", false}, {"ſ", "s", true}, {"K", "k", true}, {"straße", "strasse", false}, {"a/b", "a-b", false},
	} {
		if got := Fold(c.a) == Fold(c.b); got != c.same {
			t.Errorf("%q and %q are one: %t", c.a, c.b, got)
		}
	}
}

// TestNames holds which names every system can have.
func TestNames(t *testing.T) {
	for _, name := range []string{"con", "CON", "Con.html", "nul", "aux.txt", "prn", "com1", "COM9.md", "lpt0", "com¹", "con .txt", "conin$"} {
		if !IsReserved(name) {
			t.Errorf("%q is not reserved", name)
		}
	}
	for _, name := range []string{"konsep", "com", "com10", "comx", "lpt", "console", "nulis", "a.con", "kon", "auxilia"} {
		if IsReserved(name) {
			t.Errorf("%q is reserved", name)
		}
	}
	for name, want := range map[string]bool{
		"a.txt": true, "peta é.jpg": true, strings.Repeat("a", 200): true, strings.Repeat("a", 201): false,
		"a.": false, "a ": false, "a:b": false, "a?b": false, "a\\b": false, "a\x01": false, "\xff": false, "": false, `"a"`: false,
	} {
		if IsFileName(name) != want {
			t.Errorf("%q: %t", name, !want)
		}
	}
}

// FuzzASCII holds that what is complete has no letter left, and that Fold stays when it is done
// again.
func FuzzASCII(f *testing.F) {
	for _, s := range []string{"é", "ß", "Đ", "ﬁ", "\xff", "a. /b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, complete := ASCII(s)
		if again, still := ASCII(got); utf8.ValidString(s) && (again != got || still != complete) {
			t.Errorf("%q: %q, then %q", s, got, again)
		}
		if folded := Fold(s); utf8.ValidString(s) && Fold(folded) != folded {
			t.Errorf("%q: %q, then %q", s, folded, Fold(folded))
		}
	})
}
