package disclosure

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A PersonalSort is a kind of personal data that must not be published, UU 27/2022 ps. 4.
type PersonalSort int8

// The kinds of personal data that are known by their form.
const (
	NIK          PersonalSort = iota + 1 // citizen's or family's number, 16 digits
	NPWP                                 // tax number with its dots, 15 digits
	BareNPWP                             // tax number without dots, or of 16 digits; often a body's
	NIP                                  // employee's number, 18 digits
	BankAccount                          // a number after the word for an account
	MobilePhone                          //
	EmailAddress                         //
	HomeAddress                          // neighbourhood numbers: RT 01/RW 02
	BirthData                            // place and day of birth after their label
)

// Certain reports whether a hit of this kind is strong enough to stop a release: few numbers
// that are something else have its form.
func (s PersonalSort) Certain() bool { return s == NIK || s == NPWP }

// A PersonalHit is personal data found in a text, by its place in bytes.
type PersonalHit struct {
	Sort       PersonalSort
	Start, End int
	Value      string // without separators, in lower case; never shown
}

// Masked returns what may be shown of a hit, at most its first three characters: messages
// often end up in public logs.
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

// FindPersonal returns the personal data in a text. Document numbers, money and addresses
// of the web are no personal data.
func FindPersonal(text string) []PersonalHit {
	n := normalize(text)
	var hits []PersonalHit
	for i := nextSign(n.text, 0); i < len(n.text); i = nextSign(n.text, i) {
		hits, i = findAt(hits, n.text, i)
	}
	for i := range hits {
		hits[i].Start, hits[i].End = n.origin(hits[i].Start), n.origin(hits[i].End)
	}
	return hits
}

// nextSign returns where, from i on, something personal may begin or be known by; the length
// of the text when nothing may.
func nextSign(text string, i int) int {
	before := byte(' ')
	if i > 0 {
		before = text[i-1]
	}
	for ; i < len(text); i++ {
		c := text[i]
		if sign := telling[c] & after[before]; sign == byItself || sign != 0 && begins(text[i:]) {
			return i
		}
		before = c
	}
	return i
}

// findAt adds what the sign at i tells of, and returns from where on to look for the next.
func findAt(hits []PersonalHit, text string, i int) ([]PersonalHit, int) {
	switch text[i] {
	case '@':
		if h, ok := email(text, i); ok {
			hits = append(hits, h)
		}
	case 'h':
		if strings.HasPrefix(text[i:], "http://") || strings.HasPrefix(text[i:], "https://") {
			end := i
			for end < len(text) && text[end] > ' ' && strings.IndexByte(")>\"'", text[end]) < 0 {
				end++
			}
			return inAddress(hits, text, i, end), end
		}
	case 'R', 'r':
		if n := neighbourhood(text[i:]); n > 0 {
			return append(hits, PersonalHit{HomeAddress, i, i + n, "rt"}), i + n
		}
	case 'T', 't':
		if n := birth(text[i:]); n > 0 {
			return append(hits, PersonalHit{BirthData, i, i + n, "lahir"}), i + n
		}
	default: // a digit or a plus sign
		if !beginsNumber(text[i:]) {
			break
		}
		end, digits := measure(text, i)
		if h, ok := scientific(text, i); ok {
			return append(hits, h), h.End
		}
		if h, ok := grouped(text, i); ok {
			return append(hits, h), h.End
		}
		if digits < fewestDigits {
			return hits, end
		}
		run := digitRun(text, i)
		return run.find(hits, text), run.end
	}
	return hits, i + 1
}

// A sign says how a character may tell of something personal, a bit for each way.
type sign uint8

const (
	byItself    sign = 1 << iota // wherever it stands
	ofAddress                    // as the first letter of http
	firstLetter                  // as the first letter of a word: RT, or a label of birth
)

// telling holds the signs of each character.
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

// after holds, for each character, the signs that tell something when they stand behind it.
var after = func() (set [256]sign) {
	for c := range set {
		set[c] = byItself
		if !isWord(byte(c)) {
			set[c] |= firstLetter | ofAddress
		}
		if c >= utf8.RuneSelf { // an address may stand behind a quotation mark
			set[c] |= ofAddress
		}
	}
	return set
}()

// begins reports whether a text may begin with http, RT or a label of birth. It looks at two
// or three letters, which saves the closer look at nearly all words.
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

// FindPersonalShown returns the personal data in a text as its readers will see it: the marks
// of Markdown within a number, and characters written by their code, hide nothing from them.
// What is found only without the marks has no place: Start and End are 0.
func FindPersonalShown(text string) []PersonalHit {
	hits := FindPersonal(text)
	known := map[string]bool{}
	for i := range hits {
		known[hits[i].Value] = true
	}
	// A number never goes on in another line, so only lines with marks are searched again. But
	// the word for a bank account may stand in a line before its number. So lines with marks are
	// searched together with the lines in front of them, where that word may be, and with the
	// lines behind them, where its number may be.
	for at := 0; ; {
		if at = nextMark(text, at, len(text)); at == len(text) {
			return hits
		}
		line := strings.LastIndexByte(text[:at], '\n') + 1
		start := strings.LastIndexByte(text[:max(0, line-markReach)], '\n') + 1
		at = endOfLine(text, at)
		for { // lines with marks that are near each other are searched together
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

// markReach is how many bytes in front of a line with marks are searched with it. It is more
// than accountReach, because marks among those bytes take room and are not shown.
const markReach = 3 * accountReach

// marks are the characters with which begins what readers see otherwise than it is written.
var marks = func() (set [256]bool) {
	for _, c := range []byte("*_`\\&%~<") {
		set[c] = true
	}
	return set
}()

// nextMark returns where the first of the marks from i on stands, or end if none stands
// before it.
func nextMark(text string, i, end int) int {
	for i < end && !marks[text[i]] && !isLinkMark(text, i) {
		i++
	}
	return i
}

// isLinkMark reports whether a link or a note begins or ends beside a digit.
func isLinkMark(text string, i int) bool {
	if text[i] != '[' && text[i] != ']' || i+1 == len(text) {
		return false
	}
	before, after := i > 0 && isDigit(text[i-1]), text[i+1]
	return text[i] == '[' && (isDigit(after) || before && after == '^') ||
		text[i] == ']' && before && after == '('
}

// shown says what readers see of marks, which show nothing.
var shown = []struct{ written, shown string }{
	{"*", ""}, {"__", ""}, {"`", ""}, {"\\", ""}, {"~~", ""},
}

// unshown are what readers do not see, from its beginning to its end: comments, notes, and where
// links lead.
var unshown = [][2]string{{"<!--", "-->"}, {"[^", "]"}, {"](", ")"}, {"[", ""}}

// maxUnshown is how many bytes are looked at for the end of what is not shown.
const maxUnshown = 2000

// unmarked returns a text as readers see it: without marks, and with the characters that codes
// stand for.
func unmarked(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	done := 0 // up to where text is in b
next:
	for i := nextMark(text, 0, len(text)); i < len(text); i = nextMark(text, i, len(text)) {
		if as, size := character(text[i:]); size > 0 {
			b.WriteString(text[done:i])
			b.WriteString(as)
			i += size
			done = i
			continue
		}
		for _, s := range unshown {
			if !strings.HasPrefix(text[i:], s[0]) {
				continue
			}
			end := strings.Index(text[i+len(s[0]):], s[1])
			if end < 0 || end > maxUnshown {
				continue
			}
			b.WriteString(text[done:i])
			i += len(s[0]) + end + len(s[1])
			done = i
			continue next
		}
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

// character returns the character that a code at the start of a text stands for: an entity of HTML,
// a code in an address of the web or an escape of JSON; and how long the code is, or 0.
func character(text string) (as string, size int) {
	if text[0] == '&' {
		end := strings.IndexByte(text[:min(len(text), 32)], ';')
		if end < 0 {
			return "", 0
		}
		as = html.UnescapeString(text[:end+1])
		if as == text[:end+1] || utf8.RuneCountInString(as) != 1 {
			return "", 0
		}
		return as, end + 1
	}
	if code, ok := strings.CutPrefix(text, `\u`); ok && len(code) >= 4 {
		n, err := strconv.ParseUint(code[:4], 16, 16)
		if r := rune(n); err == nil && (r >= utf8.RuneSelf || isOfNumber(byte(r))) {
			return string(r), 6
		}
	}
	if code, ok := strings.CutPrefix(text, "%"); ok && len(code) >= 2 {
		n, err := strconv.ParseUint(code[:2], 16, 8)
		if c := byte(n); err == nil && isOfNumber(c) {
			return string(rune(c)), 3
		}
	}
	return "", 0
}

// isOfNumber reports whether a number or an address of mail may have a character.
func isOfNumber(c byte) bool { return isDigit(c) || strings.IndexByte(" .-@+", c) >= 0 }

// inAddress adds the numbers of people in an address of the web, which stand behind wa.me/,
// phone= and the like. Other numbers in addresses belong to pages.
func inAddress(hits []PersonalHit, text string, start, end int) []PersonalHit {
	address := lower(text[start:end])
	for _, sign := range []string{"wa.me/", "phone=", "nik=", "ktp="} {
		at := strings.Index(address, sign)
		if at < 0 {
			continue
		}
		at += start + len(sign)
		if beginsNumber(text[at:end]) {
			run := digitRun(text[:end], at)
			if h, ok := run.classify(text); ok {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWord reports whether a byte is part of a word: a letter, a digit, an underscore, or one of
// the bytes of a character beyond ASCII.
func isWord(c byte) bool { return ofWords[c] }

// ofWords holds the answers of isWord, which is asked for every character.
var ofWords = func() (set [256]bool) {
	for c := range set {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		set[c] = letter || isDigit(byte(c)) || c == '_' || c >= utf8.RuneSelf
	}
	return set
}()

// email reads the address around the sign at i.
func email(text string, i int) (PersonalHit, bool) {
	local := func(c byte) bool {
		return c < utf8.RuneSelf && (isWord(c) || strings.IndexByte(".+-", c) >= 0)
	}
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
	rest, ok := numbered(s, "rt")
	if !ok {
		return 0
	}
	if rest, ok = numbered(strings.TrimLeft(rest, " /,."), "rw"); !ok {
		return 0
	}
	return len(s) - len(rest)
}

// numbered cuts a word and the one to three digits behind it from the start of s. A dot, a
// colon and blanks may stand between them.
func numbered(s, word string) (rest string, ok bool) {
	if !beginsFold(s, word) {
		return s, false
	}
	s = strings.TrimLeft(s[len(word):], " .:")
	digits := 0
	for digits < min(3, len(s)) && isDigit(s[digits]) {
		digits++
	}
	return s[digits:], digits > 0
}

// beginsFold reports whether s begins with a word, in whatever case.
func beginsFold(s, word string) bool {
	return strings.EqualFold(s[:min(len(s), len(word))], word)
}

// birthReach is how many bytes of a line are looked at for data behind a label of birth.
const birthReach = 90

// birth returns the length of "Tempat/Tgl Lahir: Bandung, 1 Mei 1990" at the start of s, or
// 0. The label of an empty form is none.
func birth(s string) int {
	labels := []string{"tempat", "tanggal", "tgl", "ttl"}
	if !slices.ContainsFunc(labels, func(label string) bool { return beginsFold(s, label) }) {
		return 0
	}
	line := s[:min(len(s), birthReach)]
	if end := strings.IndexAny(line, "\n\x02"); end >= 0 {
		line = line[:end]
	}
	label, value, ok := strings.Cut(lower(line), ":")
	if !ok || !strings.Contains(label, "lahir") && !strings.HasPrefix(label, "ttl") {
		return 0
	}
	digits := 0
	for _, c := range []byte(value) {
		if isDigit(c) {
			digits++
		}
	}
	if digits < 3 {
		return 0
	}
	return len(line)
}

// lower puts the letters A to Z in lower case and leaves every byte in its place.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] |= 0x20
		}
	}
	return string(b)
}
