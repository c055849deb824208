package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestAudit says how the duties stand, on the page, as a table and as data.
func TestAudit(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	a := m.page("keterbukaan/index.html").Audit
	var counts []string
	for _, c := range a.Counts {
		counts = append(counts, c.Status+" "+c.Number)
	}
	rows := m.readCSV("keterbukaan/audit.csv", ',')
	var data AuditData
	m.readJSON("keterbukaan/audit.json", &data)
	statuses := map[string]string{}
	for n, r := range rows {
		statuses[r["kewajiban"]] = r["status"]
		if e := data.Rows[n]; e.ID != r["kewajiban"] || e.Status != r["status"] ||
			e.Due != r["jatuh_tempo"] || e.Unit != r["unit"] {
			t.Errorf("%+v, as a table %v", e, r)
		}
	}
	if len(data.Rows) != 3 || strconv.Itoa(data.Score)+"%" != a.Score || a.Score != "100%" {
		t.Errorf("%d duties, %d of 100, on the page %s", len(data.Rows), data.Score, a.Score)
	}
	for _, class := range a.Classes {
		for _, r := range class.Rows {
			if statuses[r.ID] != r.Status {
				t.Errorf("%s is %s, in the table %s", r.ID, r.Status, statuses[r.ID])
			}
			if cited := r.Basis != ""; cited != (r.ID != "berkala.profil") {
				t.Errorf("%s cites %q: only articles that were checked well enough are shown", r.ID,
					r.Basis)
			}
		}
	}
	first, second := a.Classes[0], a.Classes[1]
	if first.Held != "2" || first.All != "2" || second.All != "0" || second.Idle != 1 {
		t.Errorf("the classes are %+v and %+v", first, second)
	}
	want := id.Text("AllUnits") +
		" → /ppid/keterbukaan/jatuh-tempo.ics; Subbagian Keuangan → /ppid/keterbukaan/keuangan.ics"
	if got := links(a.Calendars); got != want {
		t.Errorf("the calendars are %s, want %s", got, want)
	}
	if links(a.Years) != "Penilaian 2026 → /ppid/monev/2026/" || len(counts) == 0 {
		t.Errorf("the assessments are %s, the counts %v", links(a.Years), counts)
	}
}

// TestCalendar reads the calendar of what falls due by RFC 5545: lines of at most 75 bytes that
// end with CRLF, and an event for each duty with a due day.
func TestCalendar(t *testing.T) {
	m := build(t)
	for path, want := range map[string][]string{
		"keterbukaan/jatuh-tempo.ics": {"berkala.anggaran@badan.example"},
		"keterbukaan/keuangan.ics":    {"berkala.anggaran@badan.example"},
	} {
		text := m.text(path)
		for line := range strings.SplitAfterSeq(text, "\r\n") {
			if len(strings.TrimSuffix(line, "\r\n")) > 75 ||
				line != "" && !strings.HasSuffix(line, "\r\n") {
				t.Errorf("%s has the line %q", path, line)
			}
		}
		values := map[string][]string{}
		for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
			name, value, _ := strings.Cut(line, ":")
			values[name] = append(values[name], value)
		}
		if !slices.Equal(values["UID"], want) || values["DTSTART;VALUE=DATE"][0] != "20270201" ||
			values["DTEND;VALUE=DATE"][0] != "20270202" {
			t.Errorf("%s has the events %v", path, values)
		}
		if values["TZID"][0] != "Asia/Makassar" || values["TZOFFSETTO"][0] != "+0800" ||
			values["DTSTAMP"][0] != "20260201T000000Z" {
			t.Errorf("%s: %v", path, values)
		}
	}
}

// TestFold holds that a folded line is the same once unfolded, and is never cut inside a
// character.
func TestFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[a–zé字 ,;]{0,200}`).Draw(t, "s")
		folded := fold(s)
		if got := strings.TrimSuffix(strings.ReplaceAll(folded, "\r\n ", ""), "\r\n"); got != s {
			t.Fatalf("%q, want %q", got, s)
		}
		for _, line := range strings.Split(strings.TrimSuffix(folded, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ToValidUTF8(line, "!") != line {
				t.Fatalf("the line %q", line)
			}
		}
	})
}

// TestMonev says how an assessment is answered, on the page and in the file.
func TestMonev(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	v := m.page("monev/2026/index.html").Monev
	var got []string
	for _, r := range v.Rows {
		got = append(got,
			fmt.Sprintf("%s %s: %s, %s/%s, %d", r.ID, r.Group, r.Answer, r.Mark, r.Weight,
				len(r.Evidence)))
	}
	want := []string{
		"1 Pengumuman: Lengkap, 2,5/2,5, 1", "2 : Lengkap, 5/5, 2",
		"3 Penyediaan: " + id.Text("StatusNotApplicable") + ", –/1, 0",
	}
	if !slices.Equal(got, want) || v.Mark != "7,5" || v.Most != "7,5" || v.Grade == "" {
		t.Errorf("%q, %s of %s, want %q", got, v.Mark, v.Most, want)
	}
	e := v.Rows[0].Evidence[0]
	if e.Title != "Anggaran 2025" ||
		e.Sum != blobs["content/informasi/anggaran.csv"].Sum.String() ||
		e.Unit != "Subbagian Keuangan" || e.Bad {
		t.Errorf("the evidence is %+v", e)
	}
	rows := m.readCSV("monev/2026/monev.csv", ',')
	if len(rows) != 4 || rows[0]["alamat"] != e.Full || rows[0]["sha256"] != e.Sum ||
		rows[3]["bukti"] != "" || rows[3]["nomor"] != "3" {
		t.Errorf("the file has %v", rows)
	}
	gone := build(t, change{"content/informasi/anggaran.md": ""},
		change{"content/pengecualian/rancangan.md": "", "content/data/views.yaml": ""})
	first := gone.page("monev/2026/index.html").Monev.Rows[0]
	if first.Answer != id.Text("NoAnswer") ||
		!slices.Equal(first.Gaps, []string{"Anggaran (" + id.Text("StatusMissing") + ")"}) {
		t.Errorf("without the document: %+v", first)
	}
}

// TestHundredths says how numbers with two decimals are written.
func TestHundredths(t *testing.T) {
	g := build(t).filling("profil/index.html")
	for n, want := range map[int]string{
		0:     "0",
		100:   "1",
		250:   "2,5",
		5:     "0,05",
		1000:  "10",
		10000: "100",
		1234:  "12,34",
	} {
		if got := g.hundredths(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
