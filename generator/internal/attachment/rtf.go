package attachment

import "strings"

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
// be cut up by groups and words, or be written by their numbers.
func fieldRule(text string) *rule {
	var code strings.Builder
	depth := 0
	text = text[:min(len(text), maxGroup)]
	for i := 0; i < len(text) && depth >= 0; i++ {
		switch c := text[i]; c {
		case '{':
			depth++
		case '}':
			depth--
		case '\r', '\n':
		case '\\':
			if strings.HasPrefix(text[i:], `\'`) && i+3 < len(text) {
				code.WriteByte(hex(text[i+2])<<4 | hex(text[i+3]))
				i += 3
				continue
			}
			for i+1 < len(text) && (text[i+1]|0x20 >= 'a' && text[i+1]|0x20 <= 'z' ||
				text[i+1] >= '0' && text[i+1] <= '9' || text[i+1] == '-' || text[i+1] == '*') {
				i++
			}
			if i+1 < len(text) && text[i+1] == ' ' {
				i++
			}
		default:
			code.WriteByte(c)
		}
	}
	word, _, _ := strings.Cut(strings.TrimSpace(code.String()), " ")
	return ruleFor(ooxml, inField, strings.ToUpper(word))
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
