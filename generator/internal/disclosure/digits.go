package disclosure

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A run is digits in groups with single separators between them.
type run struct {
	start, end int
	plus       bool // a plus sign stands before the digits
	digits     string
	groups     []int  // how many digits each group has
	separators string // what stands between them, a byte each
}

// Nobody's number has fewer or more digits than these.
const (
	fewestDigits = 9
	mostDigits   = 18
)

// beginsNumber reports whether a text begins with a digit, or with a plus sign and a digit.
func beginsNumber(text string) bool {
	text = strings.TrimPrefix(text, "+")
	return text != "" && isDigit(text[0])
}

// continues reports whether the digits before i go on after a single blank, dot or hyphen.
func continues(text string, i int) bool {
	return i+1 < len(text) && strings.IndexByte(" .-\x01\x02", text[i]) >= 0 && isDigit(text[i+1])
}

// measure returns where the run of digits at i ends, and how many digits are in it, or where
// it has enough of them to be somebody's number. Most runs are years and amounts: measuring
// them saves reading them.
func measure(text string, i int) (end, digits int) {
	if text[i] == '+' {
		i++
	}
	for {
		for i < len(text) && isDigit(text[i]) {
			digits++
			i++
		}
		if digits >= fewestDigits || !continues(text, i) {
			return i, digits
		}
		i++
	}
}

// digitRun reads the digits at i, with single blanks, dots and hyphens between groups.
func digitRun(text string, i int) run {
	r := run{start: i, plus: text[i] == '+'}
	if r.plus {
		i++
	}
	var digits, separators strings.Builder
	if n, count := groupsAt(text, i); n > 16 { // a table of digits, whose memory is bounded
		r.groups = make([]int, 0, n)
		digits.Grow(count)
		separators.Grow(n)
	}
	for {
		group := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		digits.WriteString(text[group:i])
		r.groups = append(r.groups, i-group)
		if !continues(text, i) {
			break
		}
		separators.WriteByte(text[i])
		i++
	}
	r.end, r.digits, r.separators = i, digits.String(), separators.String()
	return r
}

// groupsAt returns how many groups of digits there are from i on, and how many digits.
func groupsAt(text string, i int) (groups, digits int) {
	for {
		for i < len(text) && isDigit(text[i]) {
			digits++
			i++
		}
		groups++
		if !continues(text, i) {
			return groups, digits
		}
		i++
	}
}

// splits are the separators at which two numbers may stand side by side.
const splits = " \x01\x02"

// find adds what the groups of r are: all of them together, or some between blanks, since
// two numbers often stand side by side; or else each that is a whole number by itself.
func (r *run) find(hits []PersonalHit, text string) []PersonalHit {
	if h, ok := r.classify(text); ok {
		return append(hits, h)
	}
	if !strings.ContainsAny(r.separators, splits) {
		return r.whole(hits, text)
	}
	next, left := r.parts(), true
	var window []part // no number has more parts than it has digits
	for {
		for left && len(window) <= mostDigits {
			var p part
			if p, left = next(); left {
				window = append(window, p)
			}
		}
		if len(window) == 0 {
			return hits
		}
		read := 1
		for k := max(1, lastPart(window, 0)); k > 0; k-- {
			some := r.between(window[0], window[k-1])
			if len(some.digits) < fewestDigits {
				break
			}
			if h, ok := some.classify(text); ok {
				hits, read = append(hits, h), k
				break
			}
			if k == 1 {
				hits = some.whole(hits, text)
			}
		}
		window = append(window[:0], window[read:]...)
	}
}

// whole adds the citizen's and employee's numbers that are one group of r, with hyphens to others,
// as 3204012501080003-3204015708900001; behind the number of a row, as in 1.3204015708900001 Budi;
// or with the .0 that programs write behind what they take for an amount.
func (r *run) whole(hits []PersonalHit, text string) []PersonalHit {
	at, digit := r.start, 0
	if r.plus {
		at++
	}
	for i, n := range r.groups {
		one := run{start: at, end: at + n, digits: r.digits[digit : digit+n],
			groups: r.groups[i : i+1]}
		at, digit = at+n+1, digit+n
		if len(r.groups) == 1 || n != 16 && n != 18 ||
			i > 0 && r.separators[i-1] == '.' && (i > 1 || !beginsRow(text, r.start, one.end)) ||
			i < len(r.separators) && r.separators[i] == '.' && strings.Trim(r.digits[digit:],
				"0") != "" {
			continue
		}
		if h, ok := one.classify(text); ok && (h.Sort == NIK || h.Sort == NIP) {
			hits = append(hits, h)
		}
	}
	return hits
}

// beginsRow reports whether a number at the beginning of a line or cell, up to end, is one of a row
// and somebody's in one: words come behind it. Without them it is a fraction.
func beginsRow(text string, start, end int) bool {
	before := text[:start]
	behind := strings.TrimLeft(text[end:], " \t|;:,")
	letter, _ := utf8.DecodeRuneInString(behind)
	return text[start] != '0' && len(behind) < len(text[end:]) && unicode.IsLetter(letter) &&
		(before == "" || strings.IndexByte(" \t\n|;", before[len(before)-1]) >= 0)
}

// A part of a run is what stands between two of its blanks. It has a place in the text, from
// start to end, and begins with one of the run's groups and digits, of which it has so many.
type part struct{ start, end, group, groups, digit, digits int }

// parts divides r at its blanks: it returns a function that returns one part after the other.
// They are not kept, as a table of digits has millions.
func (r *run) parts() func() (p part, ok bool) {
	next := part{start: r.start, end: r.start}
	if r.plus {
		next.end++
	}
	i, over := 0, false
	return func() (part, bool) {
		if over {
			return part{}, false
		}
		now := next
		for ; i < len(r.groups); i++ {
			if i > now.group && strings.IndexByte(splits, r.separators[i-1]) >= 0 {
				start := now.end + 1
				next = part{start: start, end: start, group: i, digit: now.digit + now.digits}
				return now, true
			}
			if i > now.group {
				now.end++ // the dot or hyphen between two groups of one part
			}
			now.end += r.groups[i]
			now.groups++
			now.digits += r.groups[i]
		}
		over = true
		return now, true
	}
}

// lastPart returns the number of parts up to the last one that together with those from i on
// has no more digits than a number may have; i when part i alone has more.
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
	return run{
		start: first.start, end: last.end,
		plus:       r.plus && first.start == r.start,
		digits:     r.digits[first.digit : last.digit+last.digits],
		groups:     r.groups[first.group:group],
		separators: r.separators[first.group : group-1],
	}
}

// alone reports whether no letter or digit stands beside r, but for a word that says whose number
// it is.
func (r *run) alone(text string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:r.start])
	after, _ := utf8.DecodeRuneInString(text[r.end:])
	return (!unicode.IsLetter(before) || isLabel(text[:r.start])) && !unicode.IsDigit(before) &&
		!unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// isLabel reports whether a text ends with the name of a number of people, without a blank:
// NIK3204...
func isLabel(before string) bool {
	start := len(before)
	for start > 0 && before[start-1] < utf8.RuneSelf && unicode.IsLetter(rune(before[start-1])) {
		start--
	}
	if start > 0 && isWord(before[start-1]) && before[start-1] != '_' {
		return false // the end of a code
	}
	switch strings.ToLower(before[start:]) {
	case "nik", "ktp", "noktp", "kk", "nokk", "nkk", "nip", "npwp", "nonik", "hp", "nohp", "wa",
		"telp", "no":
		return true
	}
	return false
}

// isFraction reports whether r stands behind the comma of a decimal number. Behind another number
// than nought it may be the next cell of a row, and then other cells follow, or it is certain.
func (r *run) isFraction(text string, sort PersonalSort) bool {
	whole, ok := strings.CutSuffix(text[:r.start], ",")
	if !ok || whole == "" || !isDigit(whole[len(whole)-1]) {
		return false
	}
	units := whole[len(strings.TrimRight(whole, "0123456789")):]
	return units == "0" || !sort.Certain() && !strings.HasPrefix(text[r.end:], ",")
}

// classify returns what all the digits of r are together, if they are somebody's number.
func (r *run) classify(text string) (PersonalHit, bool) {
	before := text[:r.start]
	if len(r.digits) < fewestDigits || !r.alone(text) || isMoney(before) || r.inTable(text) {
		return PersonalHit{}, false
	}
	sort := r.sort()
	if r.isBroken() && sort != NIK && sort != NPWP && sort != NIP {
		return PersonalHit{}, false
	}
	if sort == 0 && r.mayBeAccount() && afterAccount(before) {
		sort = BankAccount
	}
	return PersonalHit{sort, r.start, r.end, r.digits}, sort != 0 && !r.isFraction(text, sort)
}

// sort returns what the digits of r are by themselves, whatever stands before them, or 0.
func (r *run) sort() PersonalSort {
	d := r.digits
	switch len(d) {
	case 15:
		if r.shape("2-3-3-1-3-3") && luhn(d[:9]) {
			return NPWP
		}
		if r.shape("15") && luhn(d[:9]) {
			return BareNPWP
		}
	case 16:
		if (r.shape("16", "6-6-4", "4-4-4-4", "2-2-2-6-4") || r.inFields() || r.isWrapped()) &&
			isNIK(d) {
			return NIK
		}
		if r.shape("16") && d[0] == '0' && luhn(d[1:10]) {
			return BareNPWP
		}
	case 18:
		if (r.shape("18", "8-6-1-3") || r.isWrapped()) && isNIP(d) {
			return NIP
		}
	}
	if r.isMobile() {
		return MobilePhone
	}
	return 0
}

// isBroken reports whether r goes on behind a slash or in another line, as dates do.
func (r *run) isBroken() bool { return strings.ContainsAny(r.separators, splits[1:]) }

// inFields reports whether r is a citizen's number by its fields, or by its digits, as forms have
// boxes for them. So are rows of other numbers: those have no nought before other digits, and one
// sort of figure seldom has as many different ones.
func (r *run) inFields() bool {
	if r.shape("6-2-2-2-4") {
		return true
	}
	if strings.Trim(r.separators, r.separators[:min(1, len(r.separators))]) != "" {
		return false
	}
	switch {
	case r.shape("6-2-2-2-4", "4-2-6-4", "6-10", "12-4"):
		return true
	case r.shape("2-2-2-2-2-2-4", "4-2-2-2-2-4"):
		at, nought := 0, false
		for _, n := range r.groups {
			nought = nought || r.digits[at] == '0'
			at += n
		}
		return nought
	case len(r.groups) != len(r.digits):
		return false
	}
	different := map[byte]bool{}
	for i := range len(r.digits) {
		different[r.digits[i]] = true
	}
	return len(different) > 4
}

// inTable reports whether r is single digits between others: a table of them has every number in
// it.
func (r *run) inTable(text string) bool {
	single := func(s string, digit, beyond int) bool {
		return digit >= 0 && digit < len(s) && isDigit(s[digit]) &&
			(beyond < 0 || beyond >= len(s) || !isDigit(s[beyond]))
	}
	before, behind := text[:r.start], text[r.end:]
	return len(r.groups) == len(r.digits) &&
		(single(before, len(before)-2, len(before)-3) || single(behind, 1, 2))
}

// isWrapped reports whether r may be one number that a narrow cell of a table has broken into
// lines: as many digits in each of them as there is room for, and the rest in the last.
func (r *run) isWrapped() bool {
	last := len(r.groups) - 1
	if last < 1 || strings.Trim(r.separators, "\x02") != "" {
		return false
	}
	for _, n := range r.groups[1:last] {
		if n != r.groups[0] {
			return false
		}
	}
	return r.groups[last] <= r.groups[0] && r.groups[0] > 2
}

// exponents are the ways in which spreadsheets write that a number has 16 digits.
var exponents = []string{"E+15", "E15", "e+15", "e15"}

// scientific reads a citizen's number that a spreadsheet has taken for an amount and written as
// 3.2041E+15. Its last digits are lost, which leaves the district, the day of birth or less: enough
// to know what it was, and not enough to be looked up.
func scientific(text string, i int) (PersonalHit, bool) {
	if !isDigit(text[i]) || i > 0 && isWord(text[i-1]) || i+1 >= len(text) ||
		strings.IndexByte(".,", text[i+1]) < 0 {
		return PersonalHit{}, false
	}
	end := i + 2
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	digits := text[i:i+1] + text[i+2:end]
	for _, e := range exponents {
		after, ok := strings.CutPrefix(text[end:], e)
		if !ok || after != "" && isWord(after[0]) || len(digits) < 4 || len(digits) > 16 ||
			isMoney(text[:i]) {
			continue
		}
		whole := "3201010101700001" // what is lost may have been anything
		if isNIK(digits + whole[len(digits):]) {
			return PersonalHit{NIK, i, end + len(e), digits}, true
		}
	}
	return PersonalHit{}, false
}

// grouped reads a citizen's number that a spreadsheet has taken for an amount and written with dots
// or commas between thousands: 3.204.051.207.890.003.
func grouped(text string, i int) (PersonalHit, bool) {
	const size = len("3.204.051.207.890.003")
	begins := i == 0 || !isWord(text[i-1]) && text[i-1] != '.' && text[i-1] != ','
	if !isDigit(text[i]) || !begins ||
		len(text) < i+size || isMoney(text[:i]) {
		return PersonalHit{}, false
	}
	digits := []byte{text[i]}
	for at := i + 1; at < i+size; at++ {
		sign := (at-i)%4 == 1
		if sign && (text[at] != text[i+1] || strings.IndexByte(".,", text[at]) < 0) ||
			!sign && !isDigit(text[at]) {
			return PersonalHit{}, false
		}
		if !sign {
			digits = append(digits, text[at])
		}
	}
	rest := text[i+size:]
	more := len(rest) > 1 && rest[0] == text[i+1] && isDigit(rest[1])
	if rest != "" && isWord(rest[0]) || more || !isNIK(string(digits)) {
		return PersonalHit{}, false
	}
	return PersonalHit{NIK, i, i + size, string(digits)}, true
}

// mayBeAccount reports whether r is as long as the numbers of bank accounts are.
func (r *run) mayBeAccount() bool { return len(r.digits) >= 10 && len(r.digits) <= 16 }

// shape reports whether the groups of r are as one of the shapes says: 6-6-4.
func (r *run) shape(shapes ...string) bool {
	groups := make([]string, len(r.groups))
	for i, n := range r.groups {
		groups[i] = strconv.Itoa(n)
	}
	return slices.Contains(shapes, strings.Join(groups, "-"))
}

// isMobile reports whether r is a mobile number: 08 or +62 8, then seven to twelve digits of
// which the first is not zero; eight to eleven where dots are between them, because budget
// codes have dots.
func (r *run) isMobile() bool {
	d, abroad := strings.CutPrefix(r.digits, "628")
	if abroad && !r.plus && len(r.groups) > 5 {
		return false
	}
	if !abroad && r.plus {
		d, abroad = strings.CutPrefix(r.digits, "6208") // +62 (0) 812
	}
	if !abroad {
		var home bool
		if d, home = strings.CutPrefix(r.digits, "08"); !home || r.plus {
			return false
		}
	}
	fewest, most := 7, 12
	if strings.Contains(r.separators, ".") {
		fewest, most = 8, 11
	}
	return len(d) >= fewest && len(d) <= most && d[0] != '0'
}
