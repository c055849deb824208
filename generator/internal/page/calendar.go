package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/disclosure"
)

// A calendar is events as programs for calendars read them, RFC 5545. Nothing in it depends on the
// time of the build. Moments are written in UTC, so that no rules of a zone need be given.
type calendar struct {
	b    strings.Builder
	zone string
	host string
}

// newCalendar begins a calendar with its name.
func (g *Filling) newCalendar(name string) *calendar {
	c := &calendar{
		zone: g.settings.Zone,
		host: strings.TrimPrefix(strings.TrimPrefix(g.origin, "https://"), "http://"),
	}
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//Maklumat//%s//ID", g.job.Layout)
	c.line("X-WR-CALNAME:%s", icsText(name))
	// One component must always be there, RFC 5545 section 3.6.
	_, offset := moment(disclosure.Moment{Day: disclosure.DayOf(2026, time.January, 1)},
		c.zone).Zone()
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	at := fmt.Sprintf("%c%02d%02d", sign, offset/3600, offset/60%60)
	for _, text := range []string{
		"BEGIN:VTIMEZONE", "TZID:" + g.settings.Zone, "BEGIN:STANDARD", "DTSTART:19700101T000000",
		"TZOFFSETFROM:" + at, "TZOFFSETTO:" + at, "END:STANDARD", "END:VTIMEZONE",
	} {
		c.line("%s", text)
	}
	return c
}

func (c *calendar) line(format string, args ...any) {
	c.b.WriteString(fold(fmt.Sprintf(format, args...)))
}

// begin begins an event, which has a name of its own among all of the site and was last changed on
// a day.
func (c *calendar) begin(id string, stamp disclosure.Day) {
	c.line("BEGIN:VEVENT")
	c.line("UID:%s@%s", id, c.host)
	c.line("DTSTAMP:%sT000000Z", basic(stamp))
}

func (c *calendar) end() { c.line("END:VEVENT") }

// span writes when an event is: whole days where no time of day is known.
func (c *calendar) span(start, end disclosure.Moment) {
	_, _, timed := start.Clock()
	if !timed {
		last := max(start.Day, end.Day)
		c.line("DTSTART;VALUE=DATE:%s", basic(start.Day))
		c.line("DTEND;VALUE=DATE:%s", basic(last+1))
		return
	}
	c.line("DTSTART:%s", c.utc(start))
	if _, _, ok := end.Clock(); ok {
		c.line("DTEND:%s", c.utc(end))
	}
}

// utc writes a moment of the site's zone.
func (c *calendar) utc(m disclosure.Moment) string {
	return moment(m, c.zone).UTC().Format("20060102T150405Z")
}

func (c *calendar) bytes() []byte {
	c.line("END:VCALENDAR")
	return []byte(c.b.String())
}

// basic writes a day without hyphens.
func basic(d disclosure.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

// dueCalendar writes what falls due: a whole-day event for each duty, of one unit when the Job
// names it, and in that of all units and of who answers requests for each request and objection
// that waits for an answer.
func (g *Filling) dueCalendar() []byte {
	c := g.newCalendar(g.words.Text("CalendarName", g.settings.Short))
	for i := range g.read.Audit().Rows {
		row := &g.read.Audit().Rows[i]
		if row.Due == 0 || g.job.List != "" && row.Unit != g.job.List {
			continue
		}
		stamp := row.Last
		if row.Status == disclosure.NotOccurred {
			stamp = row.Declared // which must be declared again by that day
		}
		c.begin(row.ID, stamp)
		c.span(disclosure.Moment{Day: row.Due}, disclosure.Moment{})
		c.line("SUMMARY:%s", icsText(g.words.Text("CalendarTask", row.Label)))
		if row.Status == disclosure.NotOccurred {
			c.line("DESCRIPTION:%s", icsText(row.ID+": "+g.view.T["DeclaredOn"]+" "+
				formatDay(row.Declared, g.words).Long+", "+row.By))
			c.line("URL:%s", g.full(auditAddress))
		} else {
			last := formatDay(row.Last, g.words).Long
			note := g.words.Text("CalendarNote", row.ID, last, row.Evidence[0].Title)
			c.line("DESCRIPTION:%s", icsText(note))
			c.line("URL:%s", g.full(row.Evidence[0].Address))
		}
		c.line("TRANSP:TRANSPARENT")
		c.end()
	}
	if unit, ok := g.read.Unit(g.job.List); g.job.List == "" || ok && unit.PPID {
		g.requestEvents(c)
	}
	return c.bytes()
}

// requestEvents writes when requests and objections must be answered, by their numbers and sets of
// deadlines alone.
func (g *Filling) requestEvents(c *calendar) {
	regimes := g.read.Regimes()
	for _, year := range g.read.RequestYears() {
		of := g.read.Requests(year)
		for _, t := range disclosure.Tasks(of.Requests, g.read.Calendar(), regimes, g.read.Day()) {
			regime := ""
			if r := disclosure.FindRegime(regimes, t.Request.Regime); r != nil {
				regime = g.pick(r.Label, r.LabelEN)
			}
			id, stamp := "permintaan", t.Request.Received
			summary := g.words.Text("CalendarRequest", t.Request.Number, regime)
			if t.Objection {
				id, stamp = "keberatan", t.Request.Objected
				summary = g.words.Text("CalendarObjection", t.Request.Number, regime)
			}
			c.begin(id+"-"+strconv.Itoa(year)+"-"+icsText(t.Request.Number), stamp)
			c.span(disclosure.Moment{Day: t.Due.Day}, disclosure.Moment{})
			c.line("SUMMARY:%s", icsText(summary))
			if t.Due.Provisional {
				c.line("DESCRIPTION:%s", icsText(g.view.T["ProvisionalHow"]))
			}
			c.line("URL:%s", g.full(requestsAddress(year)))
			c.line("TRANSP:TRANSPARENT")
			c.end()
		}
	}
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
