package gate

import (
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
func IsMark(name string) bool {
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
