package page

import (
	"fmt"
	"strings"
	"time"

	"maklumat/generator/internal/disclosure"
)

// dueCalendar writes what falls due as RFC 5545: a whole-day event for each duty, of one
// unit when the Job names it. Nothing in it depends on the time of the build.
func (g *Filling) dueCalendar() []byte {
	var b strings.Builder
	line := func(format string, args ...any) { b.WriteString(fold(fmt.Sprintf(format, args...))) }
	line("BEGIN:VCALENDAR")
	line("VERSION:2.0")
	line("PRODID:-//Maklumat//jatuh tempo//ID")
	line("X-WR-CALNAME:%s", icsText(g.words.Text("CalendarName", g.settings.Short)))
	zone := disclosure.Zone(g.settings.Zone)
	_, offset := time.Date(2026, 1, 1, 0, 0, 0, 0, zone).Zone()
	for _, text := range []string{ // one component must always be there, RFC 5545 section 3.6
		"BEGIN:VTIMEZONE",
		"TZID:" + g.settings.Zone,
		"BEGIN:STANDARD",
		"DTSTART:19700101T000000",
		fmt.Sprintf("TZOFFSETFROM:+%02d00", offset/3600),
		fmt.Sprintf("TZOFFSETTO:+%02d00", offset/3600),
		"END:STANDARD",
		"END:VTIMEZONE",
	} {
		line("%s", text)
	}
	for i := range g.read.Audit().Rows {
		row := &g.read.Audit().Rows[i]
		if row.Due == 0 || g.job.List != "" && row.Unit != g.job.List {
			continue
		}
		line("BEGIN:VEVENT")
		line("UID:%s@%s", row.ID,
			strings.TrimPrefix(strings.TrimPrefix(g.origin, "https://"), "http://"))
		stamp := row.Last
		if row.Status == disclosure.NotOccurred {
			stamp = row.Declared // which must be declared again by that day
		}
		line("DTSTAMP:%sT000000Z", strings.ReplaceAll(stamp.String(), "-", ""))
		line("DTSTART;VALUE=DATE:%s", strings.ReplaceAll(row.Due.String(), "-", ""))
		line("DTEND;VALUE=DATE:%s", strings.ReplaceAll((row.Due+1).String(), "-", ""))
		line("SUMMARY:%s", icsText(g.words.Text("CalendarTask", row.Label)))
		if row.Status == disclosure.NotOccurred {
			line("DESCRIPTION:%s", icsText(row.ID+": "+g.view.T["DeclaredOn"]+" "+
				formatDay(row.Declared, g.words).Long+", "+row.By))
			line("URL:%s", g.full(auditAddress))
		} else {
			last := formatDay(row.Last, g.words).Long
			note := g.words.Text("CalendarNote", row.ID, last, row.Evidence[0].Title)
			line("DESCRIPTION:%s", icsText(note))
			line("URL:%s", g.full(row.Evidence[0].Address))
		}
		line("TRANSP:TRANSPARENT")
		line("END:VEVENT")
	}
	line("END:VCALENDAR")
	return []byte(b.String())
}

var icsEscaper = strings.NewReplacer(
	"\\", "\\\\", ";", "\\;", ",", "\\,", "\n", "\\n", "\u00a0", " ")

func icsText(s string) string { return icsEscaper.Replace(s) }

// fold breaks a content line after 75 bytes, never inside a character, RFC 5545 section 3.1.
func fold(s string) string {
	var b strings.Builder
	width := 0
	for _, r := range s {
		if n := len(string(r)); width+n > 75 {
			b.WriteString("\r\n ")
			width = 1 + n
		} else {
			width += n
		}
		b.WriteRune(r)
	}
	return b.String() + "\r\n"
}
