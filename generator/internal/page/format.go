package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"

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

var (
	days        = map[string][]string{"id": {"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}, "en": {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}}
	months      = map[string][]string{"id": {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}, "en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}}
	shortMonths = map[string][]string{"id": {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"}, "en": {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}}
)

// zones are the time zones of Indonesia, none of which has a summer time: by their seconds
// east of Greenwich and the name that clocks are read with.
var zones = map[string]*time.Location{
	"Asia/Jakarta": time.FixedZone("WIB", 7*3600), "Asia/Makassar": time.FixedZone("WITA", 8*3600), "Asia/Jayapura": time.FixedZone("WIT", 9*3600),
}

// Zone returns a time zone of Indonesia; an unknown name is that of Jakarta.
func Zone(name string) *time.Location {
	if z := zones[name]; z != nil {
		return z
	}
	return zones["Asia/Jakarta"]
}

// formatDay writes a day; the zero Day gives the zero When.
func formatDay(d disclosure.Day, lang string) When {
	if d == 0 {
		return When{}
	}
	t := d.Time()
	day := strconv.Itoa(t.Day())
	year := strconv.Itoa(t.Year())
	return When{
		ISO:   d.String(),
		Long:  days[lang][t.Weekday()] + ", " + day + "\u00a0" + months[lang][t.Month()-1] + " " + year,
		Short: day + "\u00a0" + shortMonths[lang][t.Month()-1] + "\u00a0" + year,
	}
}

// formatMoment writes a moment of the site's time zone.
func formatMoment(m disclosure.Moment, lang, zone string) When {
	w := formatDay(m.Day, lang)
	hour, minute, ok := m.Clock()
	if !ok || m.Day == 0 {
		return w
	}
	w.ISO = rfc3339(m, zone)
	w.Clock = fmt.Sprintf("%02d.%02d\u00a0%s", hour, minute, Zone(zone))
	return w
}

// rfc3339 writes a moment with its offset; without a time of day it is midnight.
func rfc3339(m disclosure.Moment, zone string) string {
	hour, minute, _ := m.Clock()
	d := m.Day.Time()
	return time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, Zone(zone)).Format(time.RFC3339)
}

// monthName returns "Desember 2021" for 2021-12.
func monthName(yearMonth, lang string) string {
	month, err := strconv.Atoi(yearMonth[5:])
	if err != nil || month < 1 || month > 12 {
		return yearMonth
	}
	return months[lang][month-1] + " " + yearMonth[:4]
}

// formatNumber writes a whole number with the language's separators: 1.284.
func formatNumber(n int, lang string) string {
	s := strconv.Itoa(n)
	separator := "."
	if lang == "en" {
		separator = ","
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + separator + s[i:]
	}
	return s
}

// formatSize writes a size in decimal units: 412 KB, 1,2 MB.
func formatSize(bytes int64, lang string) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d\u00a0B", bytes)
	case bytes < 999_500:
		return fmt.Sprintf("%d\u00a0KB", (bytes+500)/1000)
	}
	return formatDecimal(fmt.Sprintf("%.1f", float64(bytes)/1e6), lang) + "\u00a0MB"
}

// formatDecimal writes a decimal number, given with a point, as the language does: 4,4.
func formatDecimal(s, lang string) string {
	if lang == "id" {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// formatShare writes a part of a whole in percent: 87,5%, or 87% when it is a round one.
func formatShare(part, whole int, lang string) string {
	s := fmt.Sprintf("%.1f", float64(part)*100/float64(whole))
	return formatDecimal(strings.TrimSuffix(s, ".0"), lang) + "%"
}

// formatMoney writes an amount of rupiah: Rp1.250.000.
func formatMoney(rupiah int, lang string) string { return "Rp" + formatNumber(rupiah, lang) }

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
func formatDuration(d disclosure.Duration, lang string) string {
	if d.Count == 0 {
		return ""
	}
	unit := strings.ReplaceAll(d.Unit.String(), "_", " ")
	if lang == "en" {
		unit = map[disclosure.Unit]string{
			disclosure.Menit: "minutes", disclosure.Jam: "hours", disclosure.HariKerja: "working days",
			disclosure.Hari: "days", disclosure.Minggu: "weeks", disclosure.Bulan: "months",
		}[d.Unit]
	}
	return formatNumber(d.Count, lang) + "\u00a0" + strings.ReplaceAll(unit, " ", "\u00a0")
}

// formatYear writes a year; it is no number that wants separators.
func formatYear(n int) string { return strconv.Itoa(n) }

// shortDay writes a day with the name of the weekday cut: Sen, 2 Mar.
func shortDay(d disclosure.Day, lang string) string {
	t := d.Time()
	name := days[lang][t.Weekday()]
	return name[:3] + ", " + strconv.Itoa(t.Day()) + "\u00a0" + shortMonths[lang][t.Month()-1]
}

// formatWorkingDays writes a number of working days: 10 hari kerja.
func formatWorkingDays(n int, lang string) string {
	return formatDuration(disclosure.Duration{Count: n, Unit: disclosure.HariKerja}, lang)
}

// formatRange writes two lengths of time as one.
func formatRange(low, high disclosure.Duration, lang string) string {
	switch {
	case low.Count == 0 || low == high:
		return formatDuration(high, lang)
	case low.Unit == high.Unit:
		return formatNumber(low.Count, lang) + "–" + formatDuration(high, lang)
	}
	return formatDuration(low, lang) + " – " + formatDuration(high, lang)
}

// formatCount writes a number of things: 1.284 halaman. English says "1 page".
func formatCount(n int, things, lang string) string {
	if lang == "en" && n == 1 {
		things = strings.TrimSuffix(things, "s")
	}
	return formatNumber(n, lang) + "\u00a0" + things
}

// unbroken keeps what belongs together, such as a phone number, on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }
