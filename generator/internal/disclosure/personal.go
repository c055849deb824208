package disclosure

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
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
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c >= '0' && c <= '9' || c == '+' && i+1 < len(text) && isDigit(text[i+1]):
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
		case (c == 'R' || c == 'r') && (i == 0 || !isWord(text[i-1])):
			if end := neighbourhood(text[i:]); end > 0 {
				hits = append(hits, PersonalHit{HomeAddress, i, i + end, "rt"})
				i += end
				continue
			}
			i++
		case (c == 'T' || c == 't') && (i == 0 || !isWord(text[i-1])):
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
	return hits
}

// FindPersonalShown returns the personal data in a text as readers will see it: marks of
// Markdown inside a number, and characters written by their code, hide nothing from them.
// Hits that only show then have no place.
func FindPersonalShown(text string) []PersonalHit {
	hits := FindPersonal(text)
	if !strings.ContainsAny(text, "*_`\\&%") {
		return hits
	}
	known := map[string]bool{}
	for i := range hits {
		known[hits[i].Value] = true
	}
	for _, h := range FindPersonal(unmark.Replace(text)) {
		if !known[h.Value] {
			known[h.Value] = true
			h.Start, h.End = 0, 0
			hits = append(hits, h)
		}
	}
	return hits
}

// unmark takes away what is written and not shown.
var unmark = strings.NewReplacer("*", "", "__", "", "`", "", "\\", "", "&#64;", "@", "&commat;", "@", "%40", "@", "&nbsp;", " ", "&#160;", " ")

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

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c >= utf8.RuneSelf
}

// A run is digits in groups with single separators between them.
type run struct {
	start, end int
	plus       bool
	digits     string
	groups     []int
	separators string
}

// digitRun reads the digits at i, with single blanks, dots and hyphens between groups.
func digitRun(text string, i int) run {
	r := run{start: i}
	if text[i] == '+' {
		r.plus = true
		i++
	}
	var digits strings.Builder
	for {
		group := 0
		for i < len(text) && isDigit(text[i]) {
			digits.WriteByte(text[i])
			group++
			i++
		}
		r.groups = append(r.groups, group)
		r.end = i
		if i+1 < len(text) && (text[i] == ' ' || text[i] == '.' || text[i] == '-') && isDigit(text[i+1]) && len(r.groups) < 40 {
			r.separators += text[i : i+1]
			i++
			continue
		}
		r.digits = digits.String()
		return r
	}
}

// find adds what the groups of r are: all of them together, or some between blanks, since
// two numbers often stand side by side.
func (r *run) find(hits []PersonalHit, text string) []PersonalHit {
	if h, ok := r.classify(text); ok {
		return append(hits, h)
	}
	if !strings.Contains(r.separators, " ") {
		return hits
	}
	parts := r.parts(text)
next:
	for i := 0; i < len(parts); i++ {
		for k := len(parts); k > i; k-- {
			some := digitRun(text[:parts[k-1].end], parts[i].start)
			some.plus = parts[i].plus
			if h, ok := some.classify(text); ok {
				hits = append(hits, h)
				i = k - 1
				continue next
			}
		}
	}
	return hits
}

// parts divides r at its blanks.
func (r *run) parts(text string) []run {
	var parts []run
	at := r.start
	for i := r.start; i <= r.end; i++ {
		if i == r.end || text[i] == ' ' {
			parts = append(parts, run{start: at, end: i, plus: at == r.start && r.plus})
			at = i + 1
		}
	}
	return parts
}

// alone reports whether no letter or digit, and no sign that belongs to a longer number,
// stands beside r.
func (r *run) alone(text string) bool {
	if before, _ := utf8.DecodeLastRuneInString(text[:r.start]); unicode.IsLetter(before) || unicode.IsDigit(before) {
		return false
	}
	if after, _ := utf8.DecodeRuneInString(text[r.end:]); unicode.IsLetter(after) || unicode.IsDigit(after) {
		return false
	}
	joined := func(at, beyond int) bool {
		return at >= 0 && at < len(text) && beyond >= 0 && beyond < len(text) && (text[at] == '.' || text[at] == '-') && isDigit(text[beyond])
	}
	return !joined(r.start-1, r.start-2) && !joined(r.end, r.end+1)
}

func (r *run) classify(text string) (PersonalHit, bool) {
	hit := func(sort PersonalSort) (PersonalHit, bool) {
		return PersonalHit{sort, r.start, r.end, r.digits}, true
	}
	if len(r.digits) < 9 || !r.alone(text) || isMoney(text[:r.start]) {
		return PersonalHit{}, false
	}
	switch {
	case len(r.digits) == 16 && r.shape("16", "6-6-4", "4-4-4-4", "2-2-2-6-4") && isNIK(r.digits):
		return hit(NIK)
	case len(r.digits) == 15 && r.shape("2-3-3-1-3-3") && luhn(r.digits[:9]):
		return hit(NPWP)
	case len(r.digits) == 15 && r.shape("15") && luhn(r.digits[:9]), len(r.digits) == 16 && r.shape("16") && r.digits[0] == '0' && luhn(r.digits[1:10]):
		return hit(BareNPWP)
	case len(r.digits) == 18 && r.shape("18", "8-6-1-3") && isNIP(r.digits):
		return hit(NIP)
	case r.isMobile():
		return hit(MobilePhone)
	case len(r.digits) >= 10 && len(r.digits) <= 16 && afterAccount(text[:r.start]):
		return hit(BankAccount)
	}
	return PersonalHit{}, false
}

// shape reports whether the groups of r are as one of the shapes says: 6-6-4.
func (r *run) shape(shapes ...string) bool {
	var b strings.Builder
	for i, n := range r.groups {
		if i > 0 {
			b.WriteByte('-')
		}
		if n > 9 {
			b.WriteByte('0' + byte(n/10))
		}
		b.WriteByte('0' + byte(n%10))
	}
	for _, s := range shapes {
		if s == b.String() {
			return true
		}
	}
	return false
}

// isMobile reports a mobile number: 08 or +62 8, then eight to eleven digits.
func (r *run) isMobile() bool {
	d := r.digits
	switch {
	case strings.HasPrefix(d, "628") && (r.plus || len(r.groups) <= 5):
		d = d[3:]
	case strings.HasPrefix(d, "08") && !r.plus:
		d = d[2:]
	default:
		return false
	}
	return len(d) >= 7 && len(d) <= 12 && d[0] != '0' && !strings.Contains(r.separators, ".") || len(d) >= 8 && len(d) <= 11 && d[0] != '0'
}

// provinces are the first two digits of a citizen's number, from both lists in use.
func isProvince(n int) bool {
	switch {
	case n >= 11 && n <= 19, n >= 31 && n <= 36, n >= 51 && n <= 53, n >= 61 && n <= 65, n >= 71 && n <= 76, n >= 91 && n <= 97:
		return true
	}
	return n == 21 || n == 81 || n == 82
}

// isNIK tests 16 digits PPKKCC DDMMYY SSSS: province, regency, district, day of birth (plus
// 40 for women), month, year and a number that is not zero.
func isNIK(d string) bool {
	day := number(d[6:8])
	if day > 40 {
		day -= 40
	}
	regency, district := number(d[2:4]), number(d[4:6])
	return isProvince(number(d[:2])) && regency >= 1 && regency <= 79 && district >= 1 && isDate(number(d[10:12]), number(d[8:10]), day) && d[12:] != "0000"
}

// isNIP tests 18 digits YYYYMMDD YYYYMM S NNN: day of birth, month of appointment, sex.
func isNIP(d string) bool {
	born, month, day := number(d[:4]), number(d[4:6]), number(d[6:8])
	hired, hiredMonth := number(d[8:12]), number(d[12:14])
	return born >= 1930 && born <= latestYear && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, born) &&
		hired >= born+15 && hired <= latestYear && hiredMonth >= 1 && hiredMonth <= 12 && (d[14] == '1' || d[14] == '2')
}

// isDate reports whether a day exists in a year of two digits.
func isDate(yy, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, yy)
}

func daysIn(month, year int) int {
	switch month {
	case 2:
		if year%4 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// luhn tests the check digit at the end of a number, ISO/IEC 7812-1.
func luhn(d string) bool {
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0 && strings.Trim(d, "0") != ""
}

// isMoney reports whether an amount of rupiah follows a text.
func isMoney(before string) bool {
	before = strings.ToLower(strings.TrimRight(before, " .\u00a0"))
	return strings.HasSuffix(before, "rp") || strings.HasSuffix(before, "idr")
}

// afterAccount reports whether the word for a bank account stands shortly before.
func afterAccount(before string) bool {
	if len(before) > 40 {
		before = before[len(before)-40:]
	}
	before = strings.ToLower(before)
	return strings.Contains(before, "rekening") || strings.Contains(before, "norek") || strings.Contains(before, "no. rek")
}

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
	low := lower(s[:min(len(s), 90)])
	if line, _, _ := strings.Cut(low, "\n"); line != "" {
		low = line
	}
	at := strings.Index(low, ":")
	if at < 0 || !strings.Contains(low[:at], "lahir") && !strings.HasPrefix(low, "ttl") {
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
