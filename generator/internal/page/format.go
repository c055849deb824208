package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
)

// A When is a day, perhaps with a time, written for people and for machines.
type When struct {
	ISO   string // 2021-12-07 or 2021-12-07T07:15+07:00
	Long  string // Selasa, 7 Desember 2021
	Short string // 7 Des 2021
	Clock string // 07.15 WIB, or ""
}

// formatDay writes a day; the zero Day gives the zero When.
func formatDay(d disclosure.Day, w *content.Words) When {
	if d == 0 {
		return When{}
	}
	t := d.Time()
	day := strconv.Itoa(t.Day())
	year := strconv.Itoa(t.Year())
	return When{
		ISO: d.String(),
		Long: w.List("Days")[t.Weekday()] + ", " + day + "\u00a0" +
			w.List("MonthNames")[t.Month()-1] + " " + year,
		Short: day + "\u00a0" + w.List("MonthsShort")[t.Month()-1] + "\u00a0" + year,
	}
}

// formatMoment writes a moment of the site's time zone.
func formatMoment(m disclosure.Moment, w *content.Words, zone string) When {
	out := formatDay(m.Day, w)
	hour, minute, ok := m.Clock()
	if !ok || m.Day == 0 {
		return out
	}
	out.ISO = rfc3339(m, zone)
	out.Clock = fmt.Sprintf("%02d.%02d\u00a0%s", hour, minute, moment(m, zone).Format("MST"))
	return out
}

// rfc3339 writes a moment with its offset; without a time of day it is midnight.
func rfc3339(m disclosure.Moment, zone string) string {
	return moment(m, zone).Format(time.RFC3339)
}

// moment is a moment of a zone as the time it is everywhere.
func moment(m disclosure.Moment, zone string) time.Time {
	hour, minute, _ := m.Clock()
	d := m.Day.Time()
	return time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, disclosure.Zone(zone))
}

// monthName returns "Desember 2021" for 2021-12.
func monthName(yearMonth string, w *content.Words) string {
	month, err := strconv.Atoi(yearMonth[5:])
	if err != nil || month < 1 || month > 12 {
		return yearMonth
	}
	return w.List("MonthNames")[month-1] + " " + yearMonth[:4]
}

// formatNumber writes a whole number with the language's separators: 1.284.
func formatNumber(n int, w *content.Words) string {
	s := strconv.Itoa(n)
	separator := w.Texts["Thousands"]
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + separator + s[i:]
	}
	return s
}

// formatSize writes a size in decimal units: 412 KB, 1,2 MB.
func formatSize(bytes int64, w *content.Words) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d\u00a0B", bytes)
	case bytes < 999_500:
		return fmt.Sprintf("%d\u00a0KB", (bytes+500)/1000)
	}
	return formatDecimal(fmt.Sprintf("%.1f", float64(bytes)/1e6), w) + "\u00a0MB"
}

// formatDecimal writes a decimal number, given with a point, as the language does: 4,4.
func formatDecimal(s string, w *content.Words) string {
	return strings.Replace(s, ".", w.Texts["Decimal"], 1)
}

// formatShare writes a part of a whole in percent: 87,5%, or 87% when it is a round one.
func formatShare(part, whole int, w *content.Words) string {
	s := fmt.Sprintf("%.1f", float64(part)*100/float64(whole))
	return formatDecimal(strings.TrimSuffix(s, ".0"), w) + "%"
}

// formatMoney writes an amount of rupiah: Rp1.250.000.
func formatMoney(rupiah int, w *content.Words) string { return "Rp" + formatNumber(rupiah, w) }

// formatSum writes a digest in groups of four, which people can compare.
func formatSum(sum digest.Sum) string {
	s := sum.String()
	groups := make([]string, 0, len(s)/4)
	for i := 0; i < len(s); i += 4 {
		groups = append(groups, s[i:i+4])
	}
	return strings.Join(groups, " ")
}

// formatDuration writes a length of time: 10 hari kerja.
func formatDuration(d disclosure.Duration, w *content.Words) string {
	if d.Count == 0 {
		return ""
	}
	unit := w.Texts["unit_"+d.Unit.String()]
	return formatNumber(d.Count, w) + "\u00a0" + strings.ReplaceAll(unit, " ", "\u00a0")
}

// formatYear writes a year; it is no number that wants separators.
func formatYear(n int) string { return strconv.Itoa(n) }

// shortDay writes a day with the name of the weekday cut: Sen, 2 Mar.
func shortDay(d disclosure.Day, w *content.Words) string {
	t := d.Time()
	name := w.List("Days")[t.Weekday()]
	return name[:3] + ", " + strconv.Itoa(t.Day()) + "\u00a0" + w.List("MonthsShort")[t.Month()-1]
}

// formatWorkingDays writes a number of working days: 10 hari kerja.
func formatWorkingDays(n int, w *content.Words) string {
	return formatDuration(disclosure.Duration{Count: n, Unit: disclosure.HariKerja}, w)
}

// formatRange writes two lengths of time as one.
func formatRange(low, high disclosure.Duration, w *content.Words) string {
	switch {
	case low.Count == 0 || low == high:
		return formatDuration(high, w)
	case low.Unit == high.Unit:
		return formatNumber(low.Count, w) + "–" + formatDuration(high, w)
	}
	return formatDuration(low, w) + " – " + formatDuration(high, w)
}

// formatCount writes a number of things, by the words for one of them and for many: 1.284
// halaman.
func formatCount(n int, one, many string, w *content.Words) string {
	if n == 1 {
		many = w.Texts[one]
	} else {
		many = w.Texts[many]
	}
	return formatNumber(n, w) + "\u00a0" + many
}

// unbroken keeps what belongs together, such as a phone number, on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }
