package disclosure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A run is digits in groups with single separators between them.
type run struct {
	start, end int
	plus       bool
	digits     string
	groups     []int
	separators string
}

// How many digits the shortest and the longest number has that is somebody's.
const (
	fewestDigits = 9
	mostDigits   = 18
)

// measure returns where the run of digits at i ends, and how many digits are in it: most are
// years and amounts, and need not be read.
func measure(text string, i int) (end, digits int) {
	if text[i] == '+' {
		i++
	}
	for {
		for i < len(text) && isDigit(text[i]) {
			digits++
			i++
		}
		if i+1 < len(text) && (text[i] == ' ' || text[i] == '.' || text[i] == '-') && isDigit(text[i+1]) && digits < fewestDigits {
			i++
			continue
		}
		return i, digits
	}
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
	parts := r.parts()
next:
	for i := 0; i < len(parts); i++ {
		for k := lastPart(parts, i); k > i; k-- {
			some := r.between(parts[i], parts[k-1])
			if len(some.digits) < fewestDigits {
				break
			}
			if h, ok := some.classify(text); ok {
				hits = append(hits, h)
				i = k - 1
				continue next
			}
		}
	}
	return hits
}

// A part of a run is what stands between two of its blanks: some groups, and their digits.
type part struct{ start, end, group, groups, digit, digits int }

// parts divides r at its blanks.
func (r *run) parts() []part {
	now := part{start: r.start, end: r.start}
	if r.plus {
		now.end++
	}
	var parts []part
	for i, digits := range r.groups {
		now.end += digits
		now.groups++
		now.digits += digits
		switch {
		case i == len(r.groups)-1:
			parts = append(parts, now)
		case r.separators[i] == ' ':
			parts = append(parts, now)
			now = part{start: now.end + 1, end: now.end + 1, group: i + 1, digit: now.digit + now.digits}
		default:
			now.end++
		}
	}
	return parts
}

// lastPart returns the last of the parts from i on up to which there are no more digits than
// a number may have, counted from 1; i where the first has more.
func lastPart(parts []part, i int) int {
	k := i
	for digits := 0; k < len(parts); k++ {
		if digits += parts[k].digits; digits > mostDigits {
			break
		}
	}
	return k
}

// between returns the run from one part of r to another.
func (r *run) between(first, last part) run {
	group := last.group + last.groups
	return run{first.start, last.end, r.plus && first.start == r.start, r.digits[first.digit : last.digit+last.digits], r.groups[first.group:group], r.separators[first.group : group-1]}
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
	if len(r.digits) < fewestDigits || !r.alone(text) || isMoney(text[:r.start]) {
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
	before = strings.TrimRight(before, " .\u00a0")
	before = strings.ToLower(before[max(0, len(before)-3):])
	return strings.HasSuffix(before, "rp") || before == "idr"
}

// accountReach is how many bytes before a number the word for an account may stand.
const accountReach = 40

// afterAccount reports whether the word for a bank account stands shortly before.
func afterAccount(before string) bool {
	before = before[max(0, len(before)-accountReach):]
	before = strings.ToLower(before)
	return strings.Contains(before, "rekening") || strings.Contains(before, "norek") || strings.Contains(before, "no. rek")
}
