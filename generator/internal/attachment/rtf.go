package attachment

import (
	"strconv"
	"strings"
)

// readRTF examines a text with marks (RTF 1.9.1): its words, and the codes of its fields. A word
// begins with a backslash; a program that reads such files passes over what it does not know, so
// every word counts wherever it stands.
func readRTF(src []byte, visit Visitor) Info {
	info := readText(src, visit)
	if info.Problem != None {
		return info
	}
	var found findings
	text := asText(src)
	for {
		at := strings.IndexByte(text, '\\')
		if at < 0 || at+1 == len(text) {
			return found.of(info)
		}
		text = text[at+1:]
		n := 0
		for n < len(text) && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z') {
			n++
		}
		word := strings.ToLower(text[:n])
		found.add(ruleFor(rtfFile, inWord, word), `\`+word)
		if word == "fldinst" {
			found.add(fieldRule(text[n:]), `\`+word)
		}
		text = text[max(n, 1):]
	}
}

// maxGroup is how many bytes behind the beginning of a field are looked at.
const maxGroup = 2000

// fieldRule looks at the code of a field, up to the brackets that end its group. Its letters may
// be cut up by groups and words, or be written by their numbers, in hexadecimals or as \u68, behind which
// stands what older programs show.
func fieldRule(text string) *rule {
	if r := fieldRuleOf(text, true); r != nil {
		return r
	}
	return fieldRuleOf(text, false) // for a reader that shows what is for older ones
}

func fieldRuleOf(text string, knowsUnicode bool) *rule {
	var code strings.Builder
	depth, old, after := 0, 0, 1 // how many of what follows are for older programs, and are so after \u
	text = text[:min(len(text), maxGroup)]
	for i := 0; i < len(text) && depth >= 0; i++ {
		letter := func(c rune) {
			if old > 0 {
				old--
			} else {
				code.WriteRune(c)
			}
		}
		switch c := text[i]; c {
		case '{':
			depth, old = depth+1, 0
		case '}':
			depth, old = depth-1, 0
		case '\r', '\n':
		case '\\':
			if strings.HasPrefix(text[i:], `\'`) && i+3 < len(text) {
				letter(rune(hex(text[i+2])<<4 | hex(text[i+3])))
				i += 3
				continue
			}
			word, number, length := rtfWord(text[i+1:])
			i += length
			switch word {
			case "uc":
				after = number
			case "u":
				if knowsUnicode {
					letter(rune(uint16(number)))
					old = after
				}
			}
		default:
			letter(rune(c))
		}
	}
	word, _, _ := strings.Cut(strings.TrimSpace(code.String()), " ")
	return ruleFor(ooxml, inField, strings.ToUpper(word))
}

// rtfWord returns the word behind a backslash with its number, and how long it is with the blank that
// ends it.
func rtfWord(text string) (word string, number, length int) {
	n := 0
	for n < len(text) && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z' || text[n] == '*') {
		n++
	}
	digits := n
	for digits < len(text) && (text[digits] >= '0' && text[digits] <= '9' || digits == n && text[digits] == '-') {
		digits++
	}
	number, _ = strconv.Atoi(text[n:digits])
	if length = digits; length < len(text) && text[length] == ' ' {
		length++
	}
	return strings.ToLower(text[:n]), number, length
}

func hex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 0
}
