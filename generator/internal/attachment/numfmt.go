package attachment

import (
	"math"
	"slices"
	"strconv"
	"strings"

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
		s = p.Parse(withThousandths(code))
	}
	n.parsed[code] = s
	return s
}

// systemFormats are those of the computer that shows the sheet, here of one in Indonesia; what
// stands behind them is that of the writer's.
var systemFormats = map[string]string{"[$-F800]": "dddd, dd mmmm yyyy", "[$-F400]": "hh:mm:ss"}

// thousandth stands for a comma behind the last place of a format, of which each divides the number
// by a thousand. The parser keeps two of them at most.
const thousandth = "\x01"

// withThousandths returns a format in which they are literals.
func withThousandths(code string) string {
	for mark, format := range systemFormats {
		if strings.HasPrefix(code, mark) {
			return format
		}
	}
	code = strings.ReplaceAll(code, "-General", `"-"General`) // of which it keeps the second part
	var b strings.Builder
	last, quoted := 0, false // last is where the places of this section end in b
	commas := 0
	end := func() {
		if commas > 0 {
			rest := b.String()[last+commas:]
			head := b.String()[:last]
			b.Reset()
			b.WriteString(head + `"` + strings.Repeat(thousandth, commas) + `"` + rest)
		}
		commas = 0
	}
	for i := 0; i < len(code); i++ {
		c := code[i]
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' && i+1 < len(code):
			b.WriteByte(c)
			i++
			c = code[i]
		case strings.IndexByte("0#?", c) >= 0:
			last, commas = b.Len()+1, 0
		case c == ',' && last > 0 && b.Len() == last+commas:
			commas++
		case c == ';':
			end()
			last = 0
		}
		b.WriteByte(c)
	}
	end()
	return b.String()
}

// words returns what a cell shows of a text: what the format has around it (18.8.30).
func (n *numberStyles) words(text string, style int) string {
	if text == "" || style < 0 || style >= len(n.codes) || !strings.Contains(n.codes[style], "@") {
		return text
	}
	for _, s := range n.sections(n.codes[style]) {
		isText := slices.ContainsFunc(s.Items, func(t nfp.Token) bool {
			return t.TType == nfp.TokenTypeTextPlaceHolder
		})
		if !isText {
			continue
		}
		var b strings.Builder
		for _, t := range s.Items {
			if t.TType == nfp.TokenTypeTextPlaceHolder {
				b.WriteString(text)
			} else {
				b.WriteString(literals([]nfp.Token{t}))
			}
		}
		return b.String()
	}
	return text
}

// hides reports whether a style shows nothing of any number, and nothing of a text.
func (n *numberStyles) hides(style int) (number, text bool) {
	if style < 0 || style >= len(n.codes) {
		return false, false
	}
	empty := 0
	parts := strings.Split(n.codes[style], ";")
	for empty < len(parts) && strings.TrimSpace(parts[empty]) == "" {
		empty++
	}
	return empty > 2, empty > 3
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
	items, negative, given := pick(n.sections(code), f)
	is := func(kinds ...string) bool {
		return slices.ContainsFunc(items, func(t nfp.Token) bool {
			return slices.Contains(kinds, t.TType)
		})
	}
	switch {
	case len(items) == 0 && given && strings.Contains(code, ";"):
		return "", "" // these numbers are not shown
	case len(items) == 0 || is(nfp.TokenTypeTextPlaceHolder, nfp.TokenTypeFraction):
		return general(value, f), ""
	case is(nfp.TokenTypeGeneral):
		if negative {
			value, f = strings.TrimPrefix(value, "-"), -f
		}
		var b strings.Builder
		for _, t := range items {
			if t.TType == nfp.TokenTypeGeneral {
				b.WriteString(general(value, f))
			} else {
				b.WriteString(literals([]nfp.Token{t}))
			}
		}
		return strings.TrimSpace(b.String()), ""
	case is(nfp.TokenTypeDateTimes, nfp.TokenTypeElapsedDateTimes):
		return n.date(items, f)
	}
	if negative {
		f = -f
	}
	return number(items, f), ""
}

// pick returns the part of a format for a number, whether that shows its sign by itself, and
// whether there is one.
func pick(sections []nfp.Section, f float64) (items []nfp.Token, negative, ok bool) {
	var usual []nfp.Section
	for _, s := range sections {
		if s.Type != nfp.TokenSectionText {
			usual = append(usual, s)
		}
	}
	for i, s := range usual {
		if does, given := condition(s.Items, f); given && does {
			return s.Items, f < 0 && i > 0, true
		} else if given {
			continue
		}
		switch {
		case len(usual) == 1:
			return s.Items, false, true
		case i == 0 && f < 0, i == 0 && f == 0 && len(usual) > 2,
			i == 1 && f >= 0 && len(usual) > 2:
			continue
		}
		return s.Items, f < 0, true
	}
	return nil, false, false
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
	for _, t := range items {
		grouped = grouped || t.TType == nfp.TokenTypeThousandsSeparator ||
			t.TType == nfp.TokenTypeLiteral && t.TValue == ","
		scale += strings.Count(t.TValue, thousandth)
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
	return strings.TrimSpace(sign + placed(items, digits, decimals, grouped))
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
func placed(items []nfp.Token, digits, decimals string, grouped bool) string {
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
		case t.TValue == ",", t.TType == nfp.TokenTypeThousandsSeparator:
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
			b.WriteString(strings.ReplaceAll(t.TValue, thousandth, ""))
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
