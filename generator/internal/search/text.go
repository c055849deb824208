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
// commas and hyphens beside digits: 012/PPID/2026 is one word. The sign of a currency is one by
// itself, though it stands beside the amount. Ligatures and wide or raised characters are what they
// are read as, and what cannot be seen in a word, such as a soft hyphen, is not in it.
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
		w := fold(text[:end])
		for _, sign := range currencies {
			if amount, ok := strings.CutPrefix(w, sign); ok && amount != "" && isDigit(amount[0]) {
				yield(sign)
				w = amount
			}
		}
		if w != "" {
			yield(w)
		}
		text = text[end:]
	}
}

// currencies are the signs that are written right before an amount.
var currencies = []string{"rp", "idr", "usd"}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r > unicode.MaxASCII && readAs[r] != ""
}

// isUnseen reports whether a character is within words and cannot be seen: marks on letters, and
// where a word may be divided or joined.
func isUnseen(r rune) bool {
	return unicode.Is(unicode.Mn, r) || r == '\u00ad' || r >= '\u200b' && r <= '\u200d' ||
		r == '\u2060' || r == '\ufeff'
}

// isApostrophe reports whether a character is within words and not said, as in Jum'at.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// readAs are the characters that stand for others (Unicode, compatibility equivalents).
var readAs = func() map[rune]string {
	m := map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st",
		'ﬆ': "st"}
	for digit, raised := range []rune("⁰¹²³⁴⁵⁶⁷⁸⁹") {
		m[raised] = string(rune('0' + digit))
		m['₀'+rune(digit)] = string(rune('0' + digit))
	}
	for r := '！'; r <= '～'; r++ {
		if c := r - '！' + '!'; isPlain(byte(c)) {
			m[r] = strings.ToLower(string(c))
		}
	}
	return m
}()

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
		case isUnseen(r), isApostrophe(r) && unicode.IsLetter(last) && unicode.IsLetter(next):
			i += size
			continue
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
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c == '\'' {
			plain = false
			break
		}
	}
	if !plain {
		var b strings.Builder
		for _, r := range w {
			r = unicode.ToLower(r)
			switch {
			case isApostrophe(r):
			case r < utf8.RuneSelf:
				b.WriteRune(r)
			case isUnseen(r):
			case marks[r] != 0:
				b.WriteRune(marks[r])
			case readAs[r] != "":
				b.WriteString(readAs[r])
			default:
				b.WriteRune(r)
			}
		}
		w = b.String()
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
// ppid and 2026; for an amount that has more behind it, of 4.400.000/bulan and 8.100.000,00; and
// for a number and the word that it is written together with: of 1.500m2 for 1.500 and m2, and of
// pasal5 for pasal and 5.
func parts(word string, yield func(string)) {
	if i := border(word); i > 0 {
		yield(word[:i])
		yield(word[i:])
	}
	if strings.IndexByte(word, '/') < 0 && strings.IndexByte(word, '.') < 0 {
		return
	}
	for amount := range strings.SplitSeq(word, "/") {
		if amount, _, _ = strings.Cut(amount, ","); amount != word && strings.IndexByte(amount,
			'.') > 0 {
			yield(amount)
		}
	}
	for _, p := range strings.FieldsFunc(word,
		func(r rune) bool { return r == '/' || r == '.' || r == ',' }) {
		if p != word {
			yield(p)
		}
	}
}

// border returns where a number and a word meet in a word that is nothing else, 0 where it is
// another. One letter beside a number is a part of it.
func border(word string) int {
	i := 0
	for i < len(word) && (isDigit(word[i]) || i > 0 && (word[i] == '.' || word[i] == ',')) {
		i++
	}
	if number := i > 0; !number {
		for i < len(word) && word[i] >= 'a' && word[i] <= 'z' {
			i++
		}
		rest := strings.Trim(word[i:], "0123456789.,")
		if i < 3 || i == len(word) || rest != "" {
			return 0
		}
		return i
	}
	unit := strings.TrimRight(word[i:], "0123456789")
	if unit == "" || len(word[i:]) < 2 || strings.Trim(unit, "abcdefghijklmnopqrstuvwxyz") != "" {
		return 0
	}
	return i
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
