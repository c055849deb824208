package attachment

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/nfp"
)

// builtIn are the formats that a workbook names by their number and does not write (ECMA-376, part
// 1, 18.8.30), with days as they are written in Indonesia.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
	14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
	19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
	37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
	39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
	41: "#,##0;-#,##0;\"-\"", 42: "\"Rp\"#,##0;-\"Rp\"#,##0;\"-\"", 43: "#,##0.00;-#,##0.00;\"-\"",
	44: "\"Rp\"#,##0.00;-\"Rp\"#,##0.00;\"-\"", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
	48: "##0.0E+0", 49: "@",
}

// numberStyles show the numbers of a workbook as it does on a computer in Indonesia: with a comma
// before the decimals and dots between thousands.
type numberStyles struct {
	from1904 bool                     // days are counted from 1904
	codes    []string                 // of the styles of cells
	parsed   map[string][]nfp.Section // by their codes
}

// maxFormat is how many characters of a format are read: Excel writes no more than 255.
const maxFormat = 255

// sections returns the parts of a format, for numbers of different signs.
func (n *numberStyles) sections(code string) []nfp.Section {
	if s, ok := n.parsed[code]; ok {
		return s
	}
	if n.parsed == nil {
		n.parsed = map[string][]nfp.Section{}
	}
	var s []nfp.Section
	if len(code) <= maxFormat {
		p := nfp.NumberFormatParser()
		s = p.Parse(code)
	}
	n.parsed[code] = s
	return s
}

// show returns what a cell with this value and style shows. day is the day that it stands for, as
// in 2026-03-01, or "".
func (n *numberStyles) show(value string, style int) (text, day string) {
	f, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return value, ""
	}
	code := ""
	if style >= 0 && style < len(n.codes) {
		code = n.codes[style]
	}
	items, negative := pick(n.sections(code), f)
	is := func(kinds ...string) bool {
		return slices.ContainsFunc(items, func(t nfp.Token) bool {
			return slices.Contains(kinds, t.TType)
		})
	}
	switch {
	case len(items) == 0 ||
		is(nfp.TokenTypeGeneral, nfp.TokenTypeTextPlaceHolder, nfp.TokenTypeFraction):
		return general(value, f), ""
	case is(nfp.TokenTypeDateTimes, nfp.TokenTypeElapsedDateTimes):
		return n.date(items, f)
	}
	if negative {
		f = -f
	}
	return number(items, f), ""
}

// pick returns the part of a format for a number, and whether that shows its sign by itself.
func pick(sections []nfp.Section, f float64) (items []nfp.Token, negative bool) {
	var usual []nfp.Section
	for _, s := range sections {
		if s.Type != nfp.TokenSectionText {
			usual = append(usual, s)
		}
	}
	for i, s := range usual {
		if does, given := condition(s.Items, f); given && does {
			return s.Items, f < 0 && i > 0
		} else if given {
			continue
		}
		switch {
		case len(usual) == 1:
			return s.Items, false
		case i == 0 && f < 0, i == 0 && f == 0 && len(usual) > 2, i == 1 && f >= 0 && len(usual) > 2:
			continue
		}
		return s.Items, f < 0 && i > 0
	}
	return nil, false
}

// condition reports whether a part of a format is for some numbers only, and whether for f.
func condition(items []nfp.Token, f float64) (does, given bool) {
	for _, t := range items {
		if t.TType != nfp.TokenTypeCondition || len(t.Parts) < 2 {
			continue
		}
		limit, err := strconv.ParseFloat(t.Parts[1].Token.TValue, 64)
		if err != nil {
			continue
		}
		switch t.Parts[0].Token.TValue {
		case ">":
			return f > limit, true
		case ">=":
			return f >= limit, true
		case "<":
			return f < limit, true
		case "<=":
			return f <= limit, true
		case "=":
			return f == limit, true
		case "<>":
			return f != limit, true
		}
	}
	return false, false
}

// general returns a number without a format, with the 15 digits that a spreadsheet knows. A number
// that it would write as 3.2E+15 is written in full: often it was a citizen's.
func general(value string, f float64) string {
	if math.Abs(f) > 1e18 || f != 0 && math.Abs(f) < 1e-9 {
		return value
	}
	if f == math.Trunc(f) {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return value
	}
	return strings.Replace(strconv.FormatFloat(short, 'f', -1, 64), ".", ",", 1)
}

// number writes a number as a format says: its digits in the places for them, from the right.
func number(items []nfp.Token, f float64) string {
	var whole, part, places int // digits that must be before and behind the point, and may be there
	point, grouped, scale := false, false, 0
	last := -1 // the last place for digits
	for i, t := range items {
		size := len(t.TValue)
		switch t.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder,
			nfp.TokenTypeDigitalPlaceHolder:
			last = i
			if zero := t.TType == nfp.TokenTypeZeroPlaceHolder; point {
				if places += size; zero {
					part = places
				}
			} else if zero {
				whole += size
			}
		case nfp.TokenTypeDecimalPoint:
			point = true
		case nfp.TokenTypePercent:
			f *= 100
		case nfp.TokenTypeExponential:
			return strings.Replace(strconv.FormatFloat(f, 'E', max(places, part), 64), ".", ",", 1)
		}
	}
	for i, t := range items {
		if t.TType == nfp.TokenTypeThousandsSeparator ||
			t.TType == nfp.TokenTypeLiteral && t.TValue == "," {
			if i > last && last >= 0 {
				scale++
			} else {
				grouped = true
			}
		}
	}
	if last < 0 {
		return strings.TrimSpace(literals(items))
	}
	digits, decimals, sign := rounded(f/math.Pow(1000, float64(scale)), places)
	decimals = strings.TrimRight(decimals, "0")
	decimals += strings.Repeat("0", max(0, part-len(decimals)))
	digits = strings.Repeat("0", max(0, whole-len(digits))) + digits
	if whole == 0 && strings.Trim(digits, "0") == "" {
		digits = ""
	}
	return strings.TrimSpace(sign + placed(items, digits, decimals, grouped, scale > 0))
}

// rounded returns the digits of a number before and behind the point, as many there as may be.
// Halves are rounded away from zero, as people do it.
func rounded(f float64, places int) (digits, decimals, sign string) {
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil || f == math.Trunc(f) {
		short = f
	}
	text := strconv.FormatFloat(math.Abs(short), 'f', -1, 64)
	digits, decimals, _ = strings.Cut(text, ".")
	if len(decimals) > places {
		up := decimals[places] >= '5'
		all := []byte(digits + decimals[:places])
		for i := len(all) - 1; up && i >= 0; i-- {
			if up = all[i] == '9'; up {
				all[i] = '0'
			} else {
				all[i]++
			}
		}
		if up {
			all = append([]byte{'1'}, all...)
		}
		cut := len(all) - places
		digits, decimals = string(all[:cut]), string(all[cut:])
	}
	if f < 0 && strings.Trim(digits+decimals, "0") != "" {
		sign = "-"
	}
	return digits, decimals, sign
}

// placed writes digits into the places of a format, and what stands between these.
func placed(items []nfp.Token, digits, decimals string, grouped, scaled bool) string {
	places := 0 // before the point
	for _, t := range items {
		if t.TType == nfp.TokenTypeDecimalPoint {
			break
		}
		if isPlace(t) {
			places += len(t.TValue)
		}
	}
	var b strings.Builder
	point := false
	write := func(n int) { // the digits for the next n places before the point
		for ; n > 0; n-- {
			for have := len(digits); have > 0 && have >= places; have = len(digits) {
				b.WriteByte(digits[0])
				digits = digits[1:]
				if have = len(digits); grouped && have > 0 && have%3 == 0 {
					b.WriteByte('.')
				}
				if have < places {
					break
				}
			}
			places--
		}
	}
	for _, t := range items {
		switch {
		case isPlace(t) && point:
			n := min(len(decimals), len(t.TValue))
			b.WriteString(decimals[:n])
			decimals = decimals[n:]
		case isPlace(t):
			write(len(t.TValue))
		case t.TType == nfp.TokenTypeDecimalPoint:
			if point = true; decimals != "" {
				b.WriteByte(',')
			}
		case scaled && t.TValue == ",", t.TType == nfp.TokenTypeThousandsSeparator:
		default:
			b.WriteString(literals([]nfp.Token{t}))
		}
	}
	return b.String()
}

func isPlace(t nfp.Token) bool {
	return t.TType == nfp.TokenTypeZeroPlaceHolder || t.TType == nfp.TokenTypeHashPlaceHolder ||
		t.TType == nfp.TokenTypeDigitalPlaceHolder
}

// literals returns what a format shows whatever the number is.
func literals(items []nfp.Token) string {
	var b strings.Builder
	for _, t := range items {
		switch t.TType {
		case nfp.TokenTypeLiteral, nfp.TokenTypePercent:
			b.WriteString(t.TValue)
		case nfp.TokenTypeAlignment:
			b.WriteByte(' ')
		case nfp.TokenTypeCurrencyLanguage:
			for _, p := range t.Parts {
				if p.Token.TType == nfp.TokenSubTypeCurrencyString {
					b.WriteString(p.Token.TValue)
				}
			}
		}
	}
	return b.String()
}

// The names of months and days, in Indonesian and English.
var (
	monthNames = [2][]string{
		strings.Fields("Januari Februari Maret April Mei Juni Juli Agustus September Oktober " +
			"November Desember"),
		strings.Fields("January February March April May June July August September October " +
			"November December"),
	}
	dayNames = [2][]string{
		strings.Fields("Minggu Senin Selasa Rabu Kamis Jumat Sabtu"),
		strings.Fields("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
	}
)

// time returns the moment that a number of days stands for. Excel takes 1900 for a leap year.
func (n *numberStyles) time(days float64) (time.Time, bool) {
	if days < 0 || days >= 2958466 { // the year 10000
		return time.Time{}, false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if n.from1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if days < 60 {
		first = first.AddDate(0, 0, 1)
	}
	whole, part := math.Modf(days)
	ms := math.Round(part * 86_400_000)
	return first.AddDate(0, 0, int(whole)).Add(time.Duration(ms) * time.Millisecond), true
}

// date writes a day and time as a format says.
func (n *numberStyles) date(items []nfp.Token, days float64) (text, day string) {
	t, ok := n.time(days)
	if !ok {
		return "########", "" // as spreadsheets do
	}
	english, noon, seconds := 0, false, false
	for _, item := range items {
		code := strings.ToLower(item.TValue)
		noon = noon || item.TType == nfp.TokenTypeDateTimes && strings.Contains(code, "/")
		seconds = seconds || item.TType != nfp.TokenTypeLiteral && strings.HasPrefix(code, "s")
		for _, p := range item.Parts {
			id := strings.TrimLeft(p.Token.TValue, "0")
			if p.Token.TType == nfp.TokenSubTypeLanguageInfo && (id == "409" || id == "809") {
				english = 1
			}
		}
	}
	if fraction := slices.ContainsFunc(items, isPlace); seconds && !fraction {
		t = t.Round(time.Second)
	} else if !seconds {
		t = t.Round(time.Second).Truncate(time.Minute)
	}
	var b strings.Builder
	before := "" // the last code of a day or time
	for i, item := range items {
		code := strings.ToLower(item.TValue)
		switch {
		case item.TType == nfp.TokenTypeElapsedDateTimes:
			hours := days * 24
			total := map[byte]float64{'h': hours, 'm': hours * 60, 's': hours * 3600}[code[0]]
			fmt.Fprintf(&b, "%0*d", len(code), int64(total+1e-6))
		case item.TType == nfp.TokenTypeDateTimes && code[0] == 'm' && len(code) < 3 &&
			(before == "h" || timeAfter(items[i+1:])):
			fmt.Fprintf(&b, "%0*d", len(code), t.Minute())
		case item.TType == nfp.TokenTypeDateTimes:
			if strings.ContainsAny(code, "dy") {
				day = t.Format("2006-01-02")
			}
			b.WriteString(dateCode(code, t, english, noon))
		case isPlace(item): // of a second
			text := fmt.Sprintf("%03d", t.Nanosecond()/1_000_000)
			b.WriteString(text[:min(3, len(item.TValue))])
		case item.TType == nfp.TokenTypeDecimalPoint:
			b.WriteByte(',')
		default:
			b.WriteString(literals([]nfp.Token{item}))
		}
		if item.TType == nfp.TokenTypeDateTimes || item.TType == nfp.TokenTypeElapsedDateTimes {
			before = code[:1]
		}
	}
	return strings.TrimSpace(b.String()), day
}

// timeAfter reports whether seconds come next: then m stands for minutes, and not for a month.
func timeAfter(items []nfp.Token) bool {
	for _, t := range items {
		if t.TType == nfp.TokenTypeDateTimes || t.TType == nfp.TokenTypeElapsedDateTimes {
			return strings.HasPrefix(strings.ToLower(t.TValue), "s")
		}
	}
	return false
}

// dateCode writes what one code of a format stands for.
func dateCode(code string, t time.Time, english int, noon bool) string {
	cut := func(name string) string { return name[:min(3, len(name))] }
	switch code {
	case "yy", "y":
		return fmt.Sprintf("%02d", t.Year()%100)
	case "yyy", "yyyy", "e":
		return strconv.Itoa(t.Year())
	case "m", "mm":
		return fmt.Sprintf("%0*d", len(code), t.Month())
	case "mmm":
		return cut(monthNames[english][t.Month()-1])
	case "mmmm":
		return monthNames[english][t.Month()-1]
	case "mmmmm":
		return monthNames[english][t.Month()-1][:1]
	case "d", "dd":
		return fmt.Sprintf("%0*d", len(code), t.Day())
	case "ddd":
		return cut(dayNames[english][t.Weekday()])
	case "dddd":
		return dayNames[english][t.Weekday()]
	case "h", "hh":
		hour := t.Hour()
		if noon {
			hour = (hour+11)%12 + 1
		}
		return fmt.Sprintf("%0*d", len(code), hour)
	case "s", "ss":
		return fmt.Sprintf("%0*d", len(code), t.Second())
	case "am/pm":
		return t.Format("PM")
	case "a/p":
		return t.Format("PM")[:1]
	}
	return ""
}

// moment returns what a cell shows whose day is written as in 2025-01-21T00:00:00.
func (n *numberStyles) moment(value string, style int) (text, day string) {
	for _, layout := range []string{
		"2006-01-02T15:04:05.999999999", time.RFC3339Nano, time.DateOnly,
	} {
		t, err := time.Parse(layout, strings.TrimSpace(value))
		if err != nil {
			continue
		}
		first, _ := n.time(0)
		days := t.Sub(first).Hours() / 24
		if !n.from1904 && days >= 60 {
			days++ // the day that was not
		}
		if text, day = n.show(strconv.FormatFloat(days, 'f', -1, 64), style); day != "" {
			return text, day
		}
		return t.Format("02/01/2006"), t.Format("2006-01-02")
	}
	return value, ""
}
