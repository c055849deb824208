package gate

import (
	"math/bits"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"maklumat/generator/internal/diag"
)

// Mark is the name of the file that closes the folder it is in.
const Mark = "_kelas.yaml"

// IsMark reports whether a name closes the folder in which it is: that of Mark, or one that comes
// so close that it was meant to be. Its letters may be others that look the same, and two of them
// may be wrong, missing, too many or exchanged.
func IsMark(name string) bool { return !isFar(name) && isNear(name) }

func isNear(name string) bool {
	name = fold(name)
	return variant.MatchString(name) || diag.Distance(name, Mark, 3) <= 2
}

// variant matches names that begin as Mark does and end otherwise, such as those of copies, and
// Mark without its line.
var variant = regexp.MustCompile(`^(_[-_ ]*kelas( [^.]*)?(\..*)?|[- ]*kelas\.ya?ml.*)$`)

// alike are letters that look like those of Mark, or are typed for them: Cyrillic, Greek, digits.
var alike = map[rune]rune{
	'к': 'k', 'К': 'k', 'κ': 'k', 'Κ': 'k', 'е': 'e', 'Е': 'e', 'ε': 'e', 'Ε': 'e', '3': 'e',
	'ė': 'e', 'é': 'e',
	'I': 'l', 'ı': 'l', '1': 'l', '|': 'l', 'ӏ': 'l', 'Ι': 'l', 'λ': 'l', 'ł': 'l',
	'а': 'a', 'А': 'a', 'α': 'a', 'Α': 'a', '4': 'a', '@': 'a', 'á': 'a',
	'ѕ': 's', 'Ѕ': 's', '5': 's', '$': 's', 'ş': 's', 'у': 'y', 'У': 'y', 'γ': 'y', 'Υ': 'y',
	'м': 'm', 'М': 'm', 'Μ': 'm', '‐': '-', '‑': '-', '–': '-', '—': '-', '＿': '_', '‿': '_',
	'．': '.', '。': '.', '․': '.',
}

// fold returns a name in small Latin letters, without what cannot be seen.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if r > '！'-1 && r <= '～' { // of full width
			r -= '！' - '!'
		}
		if as, ok := alike[r]; ok {
			return as
		}
		if unicode.In(r, unicode.Cf, unicode.Mn, unicode.Cc) || r >= utf8.RuneSelf &&
			unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// isFar tells the names of most files from those that may close a folder, by a look: they are all
// ASCII, begin otherwise than copies do, and have more letters than two slips can add, or lack more
// than two slips can take away. All names of a site are looked at after each edit.
func isFar(name string) bool {
	if name == "" || strings.IndexByte("_- kK#.", name[0]) >= 0 {
		return false
	}
	var found uint16
	for i := range len(name) {
		c := name[i]
		if c < ' ' || c >= 0x7f {
			return false
		}
		found |= inMark[c]
	}
	if len(name) > len(Mark)+2 || bits.OnesCount16(allInMark&^found) > 2 {
		return true
	}
	var have [utf8.RuneSelf]uint8
	for i := range len(name) {
		have[folded[name[i]]]++
	}
	missing := 0
	for i := range len(Mark) {
		if c := Mark[i]; have[c] > 0 {
			have[c]--
		} else {
			missing++
		}
	}
	return missing > 2
}

// folded are the letters for which those of ASCII are taken in a name that may be Mark.
var folded = func() (to [utf8.RuneSelf]byte) {
	for c := range to {
		to[c] = byte(unicode.ToLower(rune(c)))
	}
	for from, as := range map[byte]byte{
		'3': 'e', 'I': 'l', '1': 'l', '|': 'l', '4': 'a', '@': 'a', '5': 's', '$': 's',
	} {
		to[from] = as
	}
	return to
}()

// inMark has a bit for each letter of Mark at the letters that are taken for it, and allInMark
// all of these bits.
var inMark, allInMark = func() (bit [utf8.RuneSelf]uint16, all uint16) {
	for c := range bit {
		if at := strings.IndexByte(Mark, folded[c]); at >= 0 {
			bit[c] = 1 << at
			all |= bit[c]
		}
	}
	return bit, all
}()
