package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is the number of bytes to which words are cut.
const longestWord = 40

// Words calls yield for each word of a text, in lower case and without accents. A word is
// letters and digits, with hyphens between letters (undang-undang) and with slashes, dots,
// commas and hyphens beside digits: 012/PPID/2026 is one word.
func Words(text string, yield func(word string)) {
	for len(text) > 0 {
		start := 0
		for start < len(text) && text[start] < utf8.RuneSelf && !isPlain(text[start]) {
			start++
		}
		if text = text[start:]; text == "" {
			return
		}
		if r, size := utf8.DecodeRuneInString(text); !isWord(r) {
			text = text[size:]
			continue
		}
		end := plainEnd(text)
		if end < 0 {
			end = wordEnd(text)
		}
		if w := fold(text[:end]); w != "" {
			yield(w)
		}
		text = text[end:]
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isPlain reports whether a byte is a letter or digit of ASCII.
func isPlain(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// plainEnd is a fast path for the commonest word, which is of ASCII letters and followed by a
// blank. It returns where such a word at the start of a text ends, -1 for any other.
func plainEnd(text string) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		case (c == ' ' || c == '\n') && i > 0:
			return i
		default:
			return -1
		}
	}
	return -1
}

// wordEnd returns where the word at the start of a text ends.
func wordEnd(text string) int {
	last, digits := rune(0), false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWord(r) {
			digits = digits || unicode.IsDigit(r)
			last = r
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '-' && unicode.IsLetter(last) && unicode.IsLetter(next):
		case (r == '/' || r == '.' || r == '-' || r == ',') && isWord(next) &&
			(unicode.IsDigit(last) || unicode.IsDigit(next)) &&
			(r == '/' || digits && unicode.IsDigit(next)):
		case r == '/' && digits && isWord(next):
		default:
			return i
		}
		last = r
		i += size
	}
	return len(text)
}

// fold returns a word in the form that the index has: lower case, no accents, cut.
func fold(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if !plain {
		w = strings.Map(func(r rune) rune {
			r = unicode.ToLower(r)
			if r < utf8.RuneSelf {
				return r
			}
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			if plain, ok := marks[r]; ok {
				return plain
			}
			return r
		}, w)
	}
	if len(w) > longestWord {
		w = w[:longestWord]
		for !utf8.ValidString(w) {
			w = w[:len(w)-1]
		}
	}
	return w
}

// marks maps the accented letters that occur in names to plain ones.
var marks = map[rune]rune{
	'á': 'a', 'à': 'a', 'â': 'a', 'ä': 'a', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e',
	'í': 'i', 'ï': 'i', 'ó': 'o', 'ô': 'o', 'ö': 'o', 'ú': 'u', 'ü': 'u', 'ñ': 'n', 'ç': 'c',
}

// parts calls yield for the parts of a word that punctuation divides: of 012/ppid/2026 for 012,
// ppid and 2026.
func parts(word string, yield func(string)) {
	if strings.IndexByte(word, '/') < 0 && strings.IndexByte(word, '.') < 0 {
		return
	}
	for _, p := range strings.FieldsFunc(word,
		func(r rune) bool { return r == '/' || r == '.' || r == ',' }) {
		if p != word {
			yield(p)
		}
	}
}

// stopWords are too common to say what a text is about. Queries lose them, unless they have no
// other words.
var stopWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`
		ada adalah agar akan aku anda apa apabila atau bagi bahwa bila bisa bukan dalam dan
		dapat dari daripada demi dengan di dia hingga ia ialah ini itu jadi jika juga kami
		karena kata ke kepada kita lagi lain lalu lebih maka mereka namun oleh pada para pun
		saat saja sambil sampai sangat saya sebagai sebuah sedang sejak seperti serta setelah
		setiap suatu sudah supaya tapi telah tentang tetapi tiap tidak untuk yaitu yakni yang
		the a an of to in on for and or is are be by with as at from that this it its
	`) {
		set[w] = true
	}
	return set
}()
