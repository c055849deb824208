package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longWord is the number of letters from which a word may be divided: shorter ones fit
// into the narrowest column.
const longWord = 15

// Hyphenate puts soft hyphens between the syllables of very long words, for headings and
// the heads of tables: browsers have no dictionary for Indonesian, or different ones. It
// is never for text that is copied or compared.
//
// A syllable begins with the last consonant before a vowel; ng, ny, sy and kh are one
// consonant (EYD V, I.F). At least three letters stand on either side.
func Hyphenate(s string) string {
	if utf8.RuneCountInString(s) < longWord {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(s)
		}
		hyphenateWord(&b, s[:n])
		_, size := utf8.DecodeRuneInString(s[n:])
		b.WriteString(s[n : n+size])
		s = s[n+size:]
	}
	return b.String()
}

func hyphenateWord(b *strings.Builder, word string) {
	letters := []rune(word)
	lower := []rune(strings.ToLower(word))
	if len(letters) < longWord || len(lower) != len(letters) || strings.ToUpper(word) == word {
		b.WriteString(word)
		return
	}
	last := 0
	for i, r := range letters {
		if i-last >= 3 && len(letters)-i >= 3 && beginsSyllable(lower, i) {
			b.WriteRune('\u00ad')
			last = i
		}
		b.WriteRune(r)
	}
}

// beginsSyllable reports whether a consonant, of one letter or two, stands at i between
// what goes before and a vowel.
func beginsSyllable(word []rune, i int) bool {
	if isVowel(word[i]) || i == 0 || i > 0 && isPair(word[i-1], word[i]) {
		return false
	}
	next := i + 1
	if next < len(word) && isPair(word[i], word[next]) {
		next++
	}
	return next < len(word) && isVowel(word[next])
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiou", r) }

func isPair(a, b rune) bool {
	switch string([]rune{a, b}) {
	case "ng", "ny", "sy", "kh":
		return true
	}
	return false
}
