package page

import (
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
)

// TestEventsAsOthersRead reads the calendar of events with another library: every event at its
// moment, in whatever zone the site is.
func TestEventsAsOthersRead(t *testing.T) {
	for zone, want := range map[string]string{
		"Asia/Jakarta":     "2026-12-08T06:30:00Z",
		"America/St_Johns": "2026-12-08T17:00:00Z", // three and a half hours behind
		"Asia/Kolkata":     "2026-12-08T08:00:00Z",
	} {
		m := build(t, change{
			"content/site.yaml": strings.Replace(smallSite["content/site.yaml"], "Asia/Makassar", zone, 1),
			"content/agenda/diskusi.md": "---\ntitle: \"Diskusi; tentang, \\\\ garis\"\nsummary: Satu.\nmulai: 2026-12-08 13:30\nselesai: 2026-12-08 15:00\n" +
				"tempat: Meja informasi, lantai 1\nterbuka: true\n---\nIsi.\n",
			"content/agenda/rapat.md": "---\ntitle: Rapat yang namanya panjang sekali sehingga barisnya dilipat di tengah kata-katanya, é\nmulai: 2026-12-15\ntempat: Ruang\nbatal: true\n---\nIsi.\n",
		})
		cal, err := ical.NewDecoder(strings.NewReader(m.text("agenda/agenda.ics"))).Decode()
		if err != nil {
			t.Fatal(zone, err)
		}
		events := map[string]ical.Event{}
		for _, e := range cal.Events() {
			title, _ := e.Props.Text(ical.PropSummary)
			events[strings.Fields(title)[0]] = e
		}
		if len(events) != 2 {
			t.Fatalf("%s: %d events", zone, len(events))
		}
		e := events["Diskusi;"]
		start, err := e.DateTimeStart(time.UTC)
		if err != nil || start.Format(time.RFC3339) != want {
			t.Errorf("%s: it begins at %v (%v), want %s", zone, start, err, want)
		}
		if end, _ := e.DateTimeEnd(time.UTC); end.Sub(start) != 90*time.Minute {
			t.Errorf("%s: it ends at %v", zone, end)
		}
		title, _ := e.Props.Text(ical.PropSummary)
		place, _ := e.Props.Text(ical.PropLocation)
		if title != `Diskusi; tentang, \ garis` || place != "Meja informasi, lantai 1" {
			t.Errorf("%s: %q at %q", zone, title, place)
		}
		e = events["Rapat"]
		day, err := e.DateTimeStart(time.UTC)
		if err != nil || !day.Equal(time.Date(2026, 12, 15, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: the whole day is %v (%v)", zone, day, err)
		}
		status, _ := e.Status()
		title, _ = e.Props.Text(ical.PropSummary)
		if status != ical.EventCancelled || !strings.HasSuffix(title, "katanya, é") {
			t.Errorf("%s: %q is %s", zone, title, status)
		}
	}
}
