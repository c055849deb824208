package disclosure

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// A PersonalSort is a sort of personal data that must not be published, UU 27/2022 ps. 4.
type PersonalSort int8

// The sorts of personal data that can be told by their form.
const (
	NIK          PersonalSort = iota + 1 // citizen's or family's number, 16 digits
	NPWP                                 // tax number with its dots, 15 digits
	BareNPWP                             // tax number without them, or of 16 digits: often that of a body
	NIP                                  // employee's number, 18 digits
	BankAccount                          // a number after the word for an account
	MobilePhone                          //
	EmailAddress                         //
	HomeAddress                          // neighbourhood numbers: RT 01/RW 02
	BirthData                            // place and day of birth after their label
)

// Certain reports whether a hit of this sort is strong enough to stop a release: its form
// is checked by more than its length.
func (s PersonalSort) Certain() bool { return s == NIK || s == NPWP }

// A PersonalHit is personal data found in a text, by its place in bytes.
type PersonalHit struct {
	Sort       PersonalSort
	Start, End int
	Value      string // without separators, in lower case; never shown
}

// Masked is what may be shown of a hit: at most its first three characters. What stands in
// a message often stands in a public log.
func (h *PersonalHit) Masked() string {
	if h.Sort == HomeAddress || h.Sort == BirthData {
		return "…"
	}
	n := min(3, len(h.Value)/3)
	if h.Sort == EmailAddress {
		n = 1
	}
	return h.Value[:n] + strings.Repeat("•", min(12, utf8.RuneCountInString(h.Value[n:])))
}

// PersonalHash names a value without telling it, for the list of what may be published all
// the same. It is slow on purpose: there are few enough citizens' numbers to try them all.
func PersonalHash(value string) string {
	key, err := pbkdf2.Key(sha256.New, value, []byte("maklumat personal 1"), 100_000, 16)
	if err != nil {
		panic("disclosure: " + err.Error()) // only for lengths that the standard forbids
	}
	return hex.EncodeToString(key)
}

// latestYear is the last year that a number can name.
const latestYear = 2100

// FindPersonal returns the personal data in a text. Document numbers, money and addresses
// of the web are no personal data.
func FindPersonal(text string) []PersonalHit {
	var hits []PersonalHit
	for i := 0; ; {
		before := byte(' ')
		if i > 0 {
			before = text[i-1]
		}
		for i < len(text) && telling[text[i]]&after[before] == 0 {
			before = text[i]
			i++
		}
		if i == len(text) {
			return hits
		}
		if telling[text[i]] != byItself && !begins(text[i:]) {
			i++
			continue
		}
		switch c := text[i]; {
		case c >= '0' && c <= '9' || c == '+' && i+1 < len(text) && isDigit(text[i+1]):
			if end, digits := measure(text, i); digits < fewestDigits {
				i = end
				continue
			}
			run := digitRun(text, i)
			hits = run.find(hits, text)
			i = run.end
		case c == '@':
			if h, ok := email(text, i); ok {
				hits = append(hits, h)
			}
			i++
		case c == 'h' && (strings.HasPrefix(text[i:], "http://") || strings.HasPrefix(text[i:], "https://")):
			end := i
			for end < len(text) && text[end] > ' ' && strings.IndexByte(")>\"'", text[end]) < 0 {
				end++
			}
			hits = inAddress(hits, text, i, end)
			i = end
		case c == 'R' || c == 'r':
			if end := neighbourhood(text[i:]); end > 0 {
				hits = append(hits, PersonalHit{HomeAddress, i, i + end, "rt"})
				i += end
				continue
			}
			i++
		case c == 'T' || c == 't':
			if end := birth(text[i:]); end > 0 {
				hits = append(hits, PersonalHit{BirthData, i, i + end, "lahir"})
				i += end
				continue
			}
			i++
		default:
			i++
		}
	}
}

// A sign is how a character tells of something personal, a bit each.
type sign uint8

const (
	byItself    sign = 1 << iota // by itself
	ofAddress                    // as the first letter of http
	firstLetter                  // as the first letter of a word: RT, or a label of birth
)

// telling are the characters with which something personal may begin, or by which it is known.
var telling = func() (set [256]sign) {
	for _, c := range []byte("0123456789+@") {
		set[c] = byItself
	}
	for _, c := range []byte("RrTt") {
		set[c] = firstLetter
	}
	set['h'] = ofAddress
	return set
}()

// after are the signs that tell something behind a character.
var after = func() (set [256]sign) {
	for c := range set {
		set[c] = byItself
		if !isWord(byte(c)) {
			set[c] |= firstLetter
		}
		if !isWord(byte(c)) || c >= utf8.RuneSelf { // such as a quotation mark
			set[c] |= ofAddress
		}
	}
	return set
}()

// begins reports whether a text begins with http, RT or a label of birth, as far as two or
// three letters tell.
func begins(text string) bool {
	if len(text) < 3 {
		return false
	}
	second, third := text[1]|0x20, text[2]|0x20
	if c := text[0] | 0x20; c != 't' {
		return second == 't'
	}
	switch second {
	case 'e':
		return third == 'm' // tempat
	case 'a':
		return third == 'n' // tanggal
	case 'g', 't':
		return third == 'l' // tgl, ttl
	}
	return false
}

// FindPersonalShown returns the personal data in a text as readers will see it: marks of
// Markdown inside a number, and characters written by their code, hide nothing from them.
// Hits that only show then have no place.
func FindPersonalShown(text string) []PersonalHit {
	hits := FindPersonal(text)
	known := map[string]bool{}
	for i := range hits {
		known[hits[i].Value] = true
	}
	// Nothing personal goes beyond its line, so only lines with marks are looked at again, with
	// those before them that may say what their numbers are, and those whose numbers they may
	// say that of.
	for at := 0; ; {
		if at = nextMark(text, at, len(text)); at == len(text) {
			return hits
		}
		line := strings.LastIndexByte(text[:at], '\n') + 1
		start := strings.LastIndexByte(text[:max(0, line-markReach)], '\n') + 1
		at = endOfLine(text, at)
		for { // lines with marks that are near each other are looked at together
			near := min(len(text), at+markReach)
			next := nextMark(text, at, near)
			if next == near {
				break
			}
			at = endOfLine(text, next)
		}
		end := endOfLine(text, min(len(text), at+accountReach))
		for _, h := range FindPersonal(unmarked(text[start:end])) {
			if !known[h.Value] {
				known[h.Value] = true
				h.Start, h.End = 0, 0
				hits = append(hits, h)
			}
		}
	}
}

// endOfLine returns where the line of i ends.
func endOfLine(text string, i int) int {
	if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
		return i + end
	}
	return len(text)
}

// markReach is how many bytes before a line with marks are looked at with it: those in which
// the word for an account may stand, and its marks.
const markReach = 3 * accountReach

// marks are the characters that may be written and not shown.
var marks = func() (set [256]bool) {
	for _, c := range []byte("*_`\\&%") {
		set[c] = true
	}
	return set
}()

// nextMark returns where the first of the marks from i on stands, end when none does before.
func nextMark(text string, i, end int) int {
	for i < end && !marks[text[i]] {
		i++
	}
	return i
}

// shown are what stands for characters that the codes show, and for marks, which show nothing.
var shown = []struct{ written, shown string }{
	{"*", ""}, {"__", ""}, {"`", ""}, {"\\", ""}, {"&#64;", "@"}, {"&commat;", "@"}, {"%40", "@"}, {"&nbsp;", " "}, {"&#160;", " "},
}

// unmarked returns a text without what is written and not shown.
func unmarked(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	done := 0 // up to where text is in b
next:
	for i := nextMark(text, 0, len(text)); i < len(text); i = nextMark(text, i, len(text)) {
		for _, s := range shown {
			if strings.HasPrefix(text[i:], s.written) {
				b.WriteString(text[done:i])
				b.WriteString(s.shown)
				i += len(s.written)
				done = i
				continue next
			}
		}
		i++
	}
	b.WriteString(text[done:])
	return b.String()
}

// inAddress looks for numbers where addresses of the web carry people's: wa.me/62…, and
// behind phone= or nik=. Other numbers in addresses are those of pages.
func inAddress(hits []PersonalHit, text string, start, end int) []PersonalHit {
	address := lower(text[start:end])
	for _, sign := range []string{"wa.me/", "phone=", "nik=", "ktp="} {
		at := strings.Index(address, sign)
		if at < 0 {
			continue
		}
		at += start + len(sign)
		if at < end && (isDigit(text[at]) || text[at] == '+' && at+1 < end && isDigit(text[at+1])) {
			run := digitRun(text[:end], at)
			if h, ok := run.classify(text); ok {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWord(c byte) bool { return ofWords[c] }

// ofWords are the bytes of words: letters, digits, and all that is not ASCII.
var ofWords = func() (set [256]bool) {
	for c := range set {
		set[c] = c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' || c >= utf8.RuneSelf
	}
	return set
}()

// email reads the address around the sign at i.
func email(text string, i int) (PersonalHit, bool) {
	local := func(c byte) bool { return isWord(c) && c < utf8.RuneSelf || strings.IndexByte(".+-", c) >= 0 }
	start, end := i, i+1
	for start > 0 && local(text[start-1]) {
		start--
	}
	for end < len(text) && local(text[end]) && text[end] != '+' {
		end++
	}
	domain := strings.TrimRight(text[i+1:end], ".-")
	end = i + 1 + len(domain)
	if start == i || strings.IndexByte(domain, '.') <= 0 {
		return PersonalHit{}, false
	}
	return PersonalHit{EmailAddress, start, end, strings.ToLower(text[start:end])}, true
}

// neighbourhood returns the length of "RT 01/RW 02" at the start of s, or 0.
func neighbourhood(s string) int {
	i, ok := word(s, 0, "rt")
	if !ok {
		return 0
	}
	if i, ok = someDigits(s, i); !ok {
		return 0
	}
	for i < len(s) && (s[i] == ' ' || s[i] == '/' || s[i] == ',' || s[i] == '.') {
		i++
	}
	if i, ok = word(s, i, "rw"); !ok {
		return 0
	}
	if i, ok = someDigits(s, i); !ok {
		return 0
	}
	return i
}

// word skips a word, a dot and blanks.
func word(s string, i int, w string) (int, bool) {
	if len(s) < i+len(w) || !strings.EqualFold(s[i:i+len(w)], w) {
		return i, false
	}
	for i += len(w); i < len(s) && (s[i] == ' ' || s[i] == '.' || s[i] == ':'); i++ {
	}
	return i, true
}

// someDigits skips one to three digits.
func someDigits(s string, i int) (int, bool) {
	start := i
	for i < len(s) && isDigit(s[i]) && i-start < 3 {
		i++
	}
	return i, i > start
}

// birth returns the length of "Tempat/Tgl Lahir: Bandung, 1 Mei 1990" at the start of s, or
// 0. The label of an empty form is none.
func birth(s string) int {
	labelled := false
	for _, label := range []string{"tempat", "tanggal", "tgl", "ttl"} {
		labelled = labelled || len(s) > len(label) && strings.EqualFold(s[:len(label)], label)
	}
	if !labelled {
		return 0
	}
	line, _, _ := strings.Cut(s[:min(len(s), 90)], "\n")
	at := strings.Index(line, ":")
	if at < 0 {
		return 0
	}
	low := lower(line)
	if !strings.Contains(low[:at], "lahir") && !strings.HasPrefix(low, "ttl") {
		return 0
	}
	digits := 0
	for i := at; i < len(low); i++ {
		if isDigit(low[i]) {
			digits++
		}
	}
	if digits < 3 {
		return 0
	}
	return len(low)
}

// lower puts the letters A to Z in lower case and leaves every byte in its place.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
