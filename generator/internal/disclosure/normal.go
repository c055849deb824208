package disclosure

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The detectors of personal data read one form of a text, in which a number looks the same however
// it was written: digits of all scripts as those of ASCII, blanks and dashes of any sort as one
// blank or hyphen, and nothing that cannot be seen. People paste numbers from word processors,
// spreadsheets and telephones, each of which has characters of its own for them.

// A normal is a text in that form.
type normal struct {
	text  string
	moved []move // sorted
}

// A move says that from a place on, a text stands elsewhere than in the original.
type move struct{ at, by int }

// origin returns where in the original a place of the text is.
func (n *normal) origin(at int) int {
	i := sort.Search(len(n.moved), func(i int) bool { return n.moved[i].at > at })
	if i == 0 {
		return at
	}
	return at + n.moved[i-1].by
}

// What a number may go on behind that is no blank, dot or hyphen: a slash or two blanks, or the end
// of a line of prose. Only what is certain by its form is read across them.
const (
	broken     = '\x01'
	brokenLine = '\x02'
)

// normalize returns the normal form of a text.
func normalize(text string) normal {
	i := nextOdd(text, 0)
	if i == len(text) {
		return normal{text: text}
	}
	var n normal
	var b strings.Builder
	b.Grow(len(text))
	done := 0 // up to where text is in b
	for ; i < len(text); i = nextOdd(text, i) {
		as, size := plainAt(text, i)
		if as == text[i:i+size] {
			i += size
			continue
		}
		b.WriteString(text[done:i])
		b.WriteString(as)
		i += size
		done = i
		n.moved = append(n.moved, move{b.Len(), i - b.Len()})
	}
	b.WriteString(text[done:])
	n.text = b.String()
	return n
}

// odd are the characters that may stand in a number and have another normal form, or be part of
// something that has; they are looked for behind what is
// lookedAt: digits and all characters beyond ASCII.
var odd, lookedAt = func() (odd, at [256]bool) {
	for c := range odd {
		odd[c] = c >= utf8.RuneSelf
		at[c] = c >= utf8.RuneSelf || isDigit(byte(c))
	}
	for _, c := range []byte(" -\t/\n\r|_()") {
		odd[c] = true
	}
	return odd, at
}()

// nextOdd returns where, from i on, something may be that has another normal form, or the length of
// the text. One blank or hyphen between two digits is in normal form.
func nextOdd(text string, i int) int {
	if i > 0 && i < len(text) && isOdd(text, i) {
		return i
	}
	for ; i < len(text); i++ {
		if !lookedAt[text[i]] {
			continue
		}
		if text[i] >= utf8.RuneSelf {
			return i
		}
		if i+1 < len(text) && isOdd(text, i+1) {
			return i + 1
		}
	}
	return i
}

// isOdd reports whether what stands at i may have another normal form.
func isOdd(text string, i int) bool {
	c := text[i]
	if c >= utf8.RuneSelf {
		return true
	}
	if !odd[c] || !lookedAt[text[i-1]] || i+1 == len(text) {
		return false
	}
	after := text[i+1]
	return odd[after] || isDigit(after) && c != ' ' && c != '-'
}

// plainAt returns the normal form of what stands at i, and how many bytes of the text that is.
func plainAt(text string, i int) (as string, size int) {
	if i > 0 && (isDigit(text[i-1]) || endsInDigit(text[:i])) {
		if as, size := between(text, i); size > 0 {
			return as, size
		}
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return plain(r, text[i:i+size]), size
}

// endsInDigit reports whether a text ends in a digit beyond ASCII, or in what cannot be seen behind
// any digit.
func endsInDigit(text string) bool {
	for range 4 {
		r, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
		if as := plain(r, "x"); as != "" {
			return size > 0 && isDigit(as[0])
		}
	}
	return false
}

// plain returns the normal form of a character, which is written so.
func plain(r rune, written string) string {
	switch {
	case r < utf8.RuneSelf:
		return written
	case r >= '！' && r <= '～': // of full width
		return string(r - '！' + '!')
	case unicode.Is(unicode.Nd, r):
		return string('0' + digitValue(r))
	case unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me), strings.ContainsRune("ᅟᅠㅤﾠ", r):
		return ""
	case unicode.Is(unicode.Z, r), r == '⠀', r == '\u0085':
		return " "
	case unicode.Is(unicode.Pd, r), strings.ContainsRune("−⁃˗➖", r):
		return "-"
	case strings.ContainsRune("․·•‧∙⋅。．", r):
		return "."
	case strings.ContainsRune("⁄∕⧸", r):
		return "/"
	}
	if i := strings.IndexRune(superscripts, r); i >= 0 {
		return string(rune('0' + utf8.RuneCountInString(superscripts[:i])%10))
	}
	return written
}

// superscripts are digits that are no digits to Unicode: raised, lowered, in circles.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪①②③④⑤⑥⑦⑧⑨"

// digitValue returns the value of a decimal digit of any script. Unicode has them in rows of ten.
func digitValue(r rune) rune {
	for _, row := range unicode.Nd.R16 {
		if r >= rune(row.Lo) && r <= rune(row.Hi) {
			return (r - rune(row.Lo)) % 10
		}
	}
	for _, row := range unicode.Nd.R32 {
		if r >= rune(row.Lo) && r <= rune(row.Hi) {
			return (r - rune(row.Lo)) % 10
		}
	}
	return 0
}

// longestGap is how many bytes may stand between two groups of one number.
const longestGap = 24

// between returns the normal form of what stands between two digits: one blank, dot or hyphen, or
// broken. size is 0 when no digit follows, or something that no number has in it.
func between(text string, i int) (as string, size int) {
	blanks, signs := 0, ""
	for at := i; at < min(len(text), i+longestGap); {
		r, n := utf8.DecodeRuneInString(text[at:])
		c := plain(r, text[at:at+n])
		switch {
		case c == "":
		case isDigit(c[0]):
			return gap(text, i, at, blanks, signs)
		case c == " " || c == "\t":
			blanks++
		case len(c) == 1 && strings.Contains("-./|_\n\r()", c):
			signs += c
		default:
			return "", 0
		}
		at += n
	}
	return "", 0
}

// gap returns the normal form of text[from:to], which stands between two digits, has so many
// blanks, and these signs besides.
func gap(text string, from, to, blanks int, signs string) (as string, size int) {
	size = to - from
	switch signs {
	case "":
		switch blanks {
		case 0:
			return "", size
		case 1:
			return " ", size
		case 2:
			return string(broken), size
		}
		return "", 0 // columns
	case ".":
		if blanks > 0 {
			return "", 0 // the end of a sentence
		}
		return ".", size
	case "(", ")", ")(":
		if blanks > 1 {
			return "", 0
		}
		return " ", size // of an area code
	case "-", "--":
		if blanks > 2 {
			return "", 0
		}
		return "-", size
	case "|":
		if blanks > 2 || blanks > 0 && !isBox(text, from, to) {
			return "", 0 // two cells of a table
		}
		return string(broken), size
	case "/", "_":
		if blanks > 2 || inWebAddress(text, from) {
			return "", 0
		}
		return string(broken), size
	case "\n", "\r\n", "-\n", "-\r\n":
		// Letters that stand one below the other come one a line.
		if !isProse(text, from, to) && !isCell(text, from, to) && !isBox(text, from, to) {
			return "", 0
		}
		return string(brokenLine), size
	}
	return "", 0
}

// isBox reports whether single digits stand on both sides of a gap, as forms have a box for each.
func isBox(text string, from, to int) bool {
	return from > 0 && (from < 2 || !isDigit(text[from-2])) &&
		(to+1 >= len(text) || !isDigit(text[to+1]))
}

// inWebAddress reports whether i is inside an address of the web.
func inWebAddress(text string, i int) bool {
	start := strings.LastIndexAny(text[:i], " \t\n\"'<>()") + 1
	return strings.Contains(text[start:i], "://") || strings.Contains(text[start:i], "www.")
}

// isCell reports whether the lines that end and begin at a place may be those of one number in a
// narrow cell of a table, as PDF files have it: as many digits in each line as there is room for,
// and the rest in the last. More lines of that length would be a column of numbers.
func isCell(text string, from, to int) bool {
	var lines []int // how many digits each has, from three before the place to three behind it
	for end := from; len(lines) < 3; {
		start := strings.LastIndexAny(text[:end], "\r\n") + 1
		lines = append(lines, digitsAlone(text[start:end]))
		if start == 0 {
			break
		}
		end = len(strings.TrimRight(text[:start], "\r\n"))
	}
	slices.Reverse(lines)
	at := len(lines) // the line that begins behind the place
	for start := to; len(lines) < at+3 && start < len(text); {
		size := strings.IndexAny(text[start:], "\r\n")
		if size < 0 {
			size = len(text) - start
		}
		lines = append(lines, digitsAlone(text[start:start+size]))
		start = len(text) - len(strings.TrimLeft(text[start+size:], "\r\n"))
	}
	for first := range at {
		width, sum := lines[first], 0
		if width < 6 || first > 0 && lines[first-1] == width {
			continue
		}
		for k := first; k < len(lines) && lines[k] > 0 && lines[k] <= width; k++ {
			sum += lines[k]
			column := k+1 < len(lines) && lines[k+1] == width
			if k >= at && (sum == 16 || sum == 18) && !column {
				return true
			}
			if lines[k] < width {
				break // it was the last
			}
		}
	}
	return false
}

// digitsAlone returns how many digits are in a line in which there is nothing else but blanks.
func digitsAlone(line string) int {
	line = strings.Trim(line, " \t")
	for i := range len(line) {
		if !isDigit(line[i]) {
			return 0
		}
	}
	return len(line)
}

// isProse reports whether words stand in the lines that end and begin at a place. Columns of
// numbers are no number that goes on in the next line.
func isProse(text string, from, to int) bool {
	letters := func(line string) bool {
		return strings.ContainsFunc(line, unicode.IsLetter)
	}
	start := strings.LastIndexByte(text[max(0, from-200):from], '\n') + 1 + max(0, from-200)
	return letters(text[start:from]) || letters(text[to:endOfLine(text, to)])
}
