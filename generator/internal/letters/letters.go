// Package letters knows which letters are written for which: [ASCII] writes text of any form in the
// letters that addresses are made of, and [Fold] tells which names are one name to a file system
// that tells neither case nor Unicode forms apart.
package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// special are the Latin letters that Unicode does not take apart, as they are usually written
// where there are none of them.
var special = map[rune]string{
	'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O",
	'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th", 'ł': "l", 'Ł': "L", 'ħ': "h",
	'Ħ': "H",
	'ı': "i", 'ŋ': "ng", 'Ŋ': "Ng", 'ŧ': "t", 'Ŧ': "T", 'ĸ': "k", 'ƒ': "f", 'ɓ': "b", 'Ɓ': "B",
	'ɗ': "d", 'Ɗ': "D",
	'ə': "e", 'Ə': "E", 'ɛ': "e", 'Ɛ': "E", 'ɔ': "o", 'Ɔ': "O", 'ɨ': "i", 'ƙ': "k", 'Ƙ': "K",
	'ƴ': "y", 'Ƴ': "Y",
	'ƀ': "b", 'Ƀ': "B", 'ɇ': "e", 'ɉ': "j", 'ɍ': "r", 'ɏ': "y", 'ȼ': "c", 'ⱥ': "a", 'Ⱥ': "A",
}

// ASCII returns text with each letter and digit written by those of ASCII: é as e, ß as ss, ² as
// 2, full-width letters as plain ones, whatever Unicode form they are in. Accents and what cannot
// be seen are left out. Other characters stay. complete is false if there is a letter or digit
// among them, such as one of another script.
func ASCII(text string) (ascii string, complete bool) {
	if isASCII(text) {
		return text, true
	}
	complete = true
	var out strings.Builder
	out.Grow(len(text))
	for _, r := range norm.NFKC.String(text) {
		if r < utf8.RuneSelf {
			out.WriteRune(r)
			continue
		}
		if as, ok := special[r]; ok {
			out.WriteString(as)
			continue
		}
		for _, part := range norm.NFKD.String(string(r)) {
			as, ok := special[part]
			switch {
			case ok:
				out.WriteString(as)
			case unicode.In(part, unicode.Mn, unicode.Cf):
			default:
				complete = complete &&
					(part < utf8.RuneSelf || !unicode.In(part, unicode.L, unicode.N))
				out.WriteRune(part)
			}
		}
	}
	return out.String(), complete
}

// Fold returns what all names of one path become that differ by case, by Unicode form, or by dots
// and blanks at the end of a part, which Windows leaves out.
func Fold(path string) string {
	if isASCII(path) && !strings.Contains(path, "./") && !strings.Contains(path, " /") &&
		!strings.HasSuffix(path, ".") && !strings.HasSuffix(path, " ") {
		return strings.ToLower(path)
	}
	path = norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(path))))
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = strings.TrimRight(part, ". ")
	}
	return strings.Join(parts, "/")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// IsReserved reports whether Windows keeps a name, with any ending, for one of its devices.
func IsReserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	port, found := strings.CutPrefix(stem, "COM")
	if !found {
		port, found = strings.CutPrefix(stem, "LPT")
	}
	return found && utf8.RuneCountInString(port) == 1 && strings.ContainsAny(port, "0123456789¹²³")
}

// IsFileName reports whether all systems can have a file of a name, reserved ones apart: it has no
// character that Windows uses otherwise, ends in neither dot nor blank, and has at most 200 bytes,
// so that there is room for the ending of a copy.
func IsFileName(name string) bool {
	return name != "" && len(name) <= MaxName && utf8.ValidString(name) &&
		!strings.ContainsAny(name, `<>:"|?*\`) &&
		strings.TrimRight(name, ". ") == name && !strings.ContainsFunc(name, unicode.IsControl)
}

// MaxName is how many bytes a name may have. Most file systems hold 255.
const MaxName = 200
