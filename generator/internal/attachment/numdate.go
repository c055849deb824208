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
	if elapsed := slices.ContainsFunc(items, func(t nfp.Token) bool {
		return t.TType == nfp.TokenTypeElapsedDateTimes
	}); !ok && n.from1904 && elapsed && days < 0 {
		text, day = n.date(items, -days)
		return "-" + text, day
	}
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
			if p.Token.TType == nfp.TokenSubTypeLanguageInfo && (id == "409" || id == "809" ||
				strings.HasPrefix(id, "en-")) {
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
			whole := math.Round(days*86_400) / 86_400 // as the clock beside it is rounded
			if !seconds {
				whole = math.Floor(math.Round(days*86_400)/60) / 1440
			}
			hours := whole * 24
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
