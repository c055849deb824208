package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/disclosure"
)

// dueOf returns the row of the calculator for a day of receipt.
func dueOf(c *Calculator, day string) (row CalculatorRow, ok bool) {
	for _, m := range c.Months {
		for _, r := range m.Rows {
			if r.ISO == day {
				return r, true
			}
		}
	}
	return row, false
}

// TestCalculator says when answers are due, by the day of receipt. The 18th and 19th of March
// and the 25th of December are days of rest; the holidays of 2027 are not known yet.
func TestCalculator(t *testing.T) {
	for _, tt := range []struct {
		name, today, day string
		rest             string
		general, longer  string // after 10 working days, and 7 more
		election         string // after 3
		provisional      bool
	}{
		{
			"a Monday without holidays behind it", "2026-03-10", "2026-02-02", "", "2026-02-16",
			"2026-02-25", "2026-02-05", false,
		},
		{
			"a Friday counts from Monday on", "2026-03-10", "2026-02-06", "", "2026-02-20",
			"2026-03-03", "2026-02-11", false,
		},
		{
			"holidays are left out", "2026-03-10", "2026-03-16", "", "2026-04-01", "2026-04-10",
			"2026-03-23", false,
		},
		{
			"a due day on a holiday moves behind it", "2026-03-10", "2026-03-13", "", "2026-03-31",
			"2026-04-09", "2026-03-20", false,
		},
		{
			"received on a holiday", "2026-03-10", "2026-03-19", "Hari Raya Nyepi", "2026-04-02",
			"2026-04-13", "2026-03-24", false,
		},
		{
			"the end of the year, within it", "2026-12-01", "2026-12-16", "", "2026-12-31",
			"2027-01-11", "2026-12-21", true,
		},
		{
			"over the end of the year", "2026-12-01", "2026-12-31", "", "2027-01-14", "2027-01-25",
			"2027-01-05", true,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := buildOn(t, tt.today, false).page("profil/index.html").Calculator()
			row, ok := dueOf(c, tt.day)
			if !ok {
				t.Fatalf("%s is not in the table", tt.day)
			}
			got := []string{row.Rest, row.Due[0].ISO, row.Due[1].ISO, row.Due[2].ISO}
			want := []string{tt.rest, tt.general, tt.longer, tt.election}
			if !slices.Equal(got, want) {
				t.Errorf("%v, want %v", got, want)
			}
			if row.Due[1].Provisional != tt.provisional {
				t.Errorf("%s is provisional: %t", row.Due[1].ISO, row.Due[1].Provisional)
			}
		})
	}
}

// TestCalculatorHolds holds for any day on which a site is built: the table has three whole
// months without weekends, what is due comes after what is received, later with more days,
// and never on a day of rest.
func TestCalculatorHolds(t *testing.T) {
	for _, today := range []string{
		"2026-05-31", "2026-03-10", "2026-03-31", "2026-12-31", "2028-02-29",
	} {
		m := buildOn(t, today, false)
		c := m.page("profil/index.html").Calculator()
		if len(c.Months) != 3 {
			t.Errorf("%s: %d months", today, len(c.Months))
		}
		calendar := m.world.Reader().Calendar()
		for _, month := range c.Months {
			for _, row := range month.Rows {
				before := row.ISO
				received, _ := disclosure.ParseDay(row.ISO)
				if rest, ok := calendar.Rest(received); ok && rest.Name != row.Rest {
					t.Errorf("%s is a day of rest: %q, want %q", row.ISO, row.Rest, rest.Name)
				}
				for n, due := range row.Due[:2] {
					day, _ := disclosure.ParseDay(due.ISO)
					if _, rests := calendar.Rest(day); rests || due.ISO <= before {
						t.Errorf("received on %s, due on %s", row.ISO, due.ISO)
					}
					before = due.ISO
					known := calendar.Knows(day.Year()) && calendar.Knows((received + 1).Year())
					if due.Provisional == known {
						t.Errorf("received on %s: the limit %d, %s, is provisional: %t", row.ISO, n,
							due.ISO, due.Provisional)
					}
				}
			}
		}
	}
}

// TestCalculatorHeads says how the columns are called, and what the script reads.
func TestCalculatorHeads(t *testing.T) {
	c := build(t).page("profil/index.html").Calculator()
	columns := fmt.Sprint(c.Groups, " ", strings.Join(c.Heads, ", "))
	if columns != "[{Informasi umum 2} {Informasi pemilu 1}] "+
		"10 hari kerja, +7 hari kerja, 3 hari kerja" {
		t.Errorf("the columns are %s", columns)
	}
	data := c.Data.(calculatorData)
	limits := []calculatorLimit{
		{"Informasi umum, 10 hari kerja", 10},
		{"Informasi umum, +7 hari kerja", 17},
		{"Informasi pemilu, 3 hari kerja", 3},
	}
	if !slices.Equal(data.Limits, limits) || !slices.Equal(data.Years, []int{2026}) {
		t.Errorf("the script reads %v, %v", data.Years, data.Limits)
	}
	if len(data.Rests) != 3 || data.Rests["2026-12-25"] != "Hari Raya Natal" {
		t.Errorf("the script knows the holidays %v", data.Rests)
	}
	id := shipped(t)["id"]
	if y := c.Years[0]; y.Year != "2026" || y.Decree != "SKB contoh 2026" ||
		!strings.Contains(facts(y.Days), ": Cuti bersama Nyepi ("+id.Text("CollectiveLeave")+")") {
		t.Errorf("the holidays of the year are %+v", c.Years[0])
	}
}

// TestDeadlines says how the sets of deadlines stand beside each other.
func TestDeadlines(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	d := m.page("minta-informasi/index.html").Deadlines()
	var rows []string
	for _, r := range d.Rows {
		rows = append(rows,
			plain(fmt.Sprintf("%s, %s: %s; %s [%s]", r.Label, r.Actor, r.Times[0].Length,
				r.Times[1].Length, strings.Join(r.Bases, ";"))))
	}
	want := []string{
		"Mencatat, " + id.Text("We") + ": " + id.Text("AtOnce") + ";  [UU 14/2008 ps. 22]",
		"Menjawab, " + id.Text("We") + ": 10 hari kerja; 3 hari kerja [UU 14/2008 ps. 22]",
		"Memperpanjang, " + id.Text("We") + ": +7 hari kerja;  []",
		"Berkeberatan, " + id.Text("You") + ": 30 hari kerja;  []",
		"Memutus, " + id.Text("Commission") + ": ; 14 hari kerja []",
	}
	if !slices.Equal(rows, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
	}
	steps := "Kirim permintaan → #1-kirim-permintaan (1); Tunggu jawaban → #2-tunggu-jawaban (2)"
	if got := links(d.Steps); got != steps {
		t.Errorf("the steps of the page are %s", got)
	}
}

// TestStrip holds that the home page names the deadlines of the settings, and those of elections
// first while the election period lasts.
func TestStrip(t *testing.T) {
	strip := func(changes ...change) string {
		var out []string
		for _, r := range build(t, changes...).page("index.html").Strip() {
			out = append(out, r.Length+" ("+plain(r.Other)+")")
		}
		return strings.Join(out, "; ")
	}
	election := func(from, until string) change {
		return change{
			"content/site.yaml": smallSite["content/site.yaml"] + "masa_pemilu: {mulai: " + from +
				", sampai: " + until + "}\n",
		}
	}
	const general = "10 hari kerja (Informasi pemilu: 3 hari kerja); " +
		"+7 hari kerja (); 30 hari kerja (Informasi pemilu: belum kami pastikan)"
	const first = "3 hari kerja (Informasi umum: 10 hari kerja); " +
		"+7 hari kerja (Informasi umum: +7 hari kerja); belum kami pastikan (Informasi umum: 30 hari kerja)"
	for _, tt := range []struct {
		name string
		got  string
		want string
	}{
		{"no election", strip(), general},
		{"its first day", strip(election("2026-03-10", "2026-12-31")), first},
		{"its last day", strip(election("2026-01-01", "2026-03-10")), first},
		{"the day after", strip(election("2026-01-01", "2026-03-09")), general},
		{"the day before", strip(election("2026-03-11", "2026-12-31")), general},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
	if got := build(t).page("profil/index.html").Strip(); len(got) != 3 {
		t.Errorf("a layout of a document that asks gets %d deadlines", len(got))
	}
}

// TestElectionLimit holds that a procedure says what holds for election information, while the
// election period lasts.
func TestElectionLimit(t *testing.T) {
	if p := build(t).page("sop/permintaan/index.html").Procedure; p.Election != "" {
		t.Errorf("without an election it is %s", p.Election)
	}
	m := build(t, change{
		"content/site.yaml": smallSite["content/site.yaml"] +
			"masa_pemilu: {mulai: 2026-03-01, sampai: 2026-04-01}\n",
	})
	if p := m.page("sop/permintaan/index.html").Procedure; plain(p.Election) != "3 hari kerja" {
		t.Errorf("in an election it is %q", p.Election)
	}
}

// TestAsked holds that what a layout asks for is made once, and is empty where there is nothing.
func TestAsked(t *testing.T) {
	m := build(t)
	v := m.page("minta-informasi/index.html")
	calculator, form := v.Calculator(), v.Form()
	if again := v.Calculator(); again != calculator || form == nil || v.Form() != form {
		t.Error("what is asked for twice is made twice")
	}
	if m.page("profil/index.html").Form() != nil || m.page("index.html").Form() != nil {
		t.Error("a page that names no form has one")
	}
	f := v.Form()
	for n, want := range []FormField{
		{ID: "nama", Label: "Nama", Line: true},
		{ID: "nik", Label: "NIK", Line: true, Private: true},
		{ID: "cara", Label: "Cara", One: true, Options: []string{"surel", "pos"}},
		{ID: "alasan", Label: "Alasan", Many: true, Options: []string{"a", "b"}},
		{ID: "isi", Label: "Isi", Text: true},
	} {
		if got := f.Sections[0].Fields[n]; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if !f.Sections[1].Officer || f.Addressee != "PPID" || f.Email != "mailto:ppid@badan.example" ||
		f.Body != "Badan Contoh" {
		t.Errorf("the form is %+v", f)
	}
	id := shipped(t)["id"]
	tested := facts(v.Tested())
	for _, want := range []string{
		id.Text("TestedOn") + ": Minggu, 1 Maret 2026", ": 360, 1280 px; ",
		id.Text("TestedFaults") + ": " + id.Text("NoFaults"),
	} {
		if !strings.Contains(tested, want) {
			t.Errorf("the test of accessibility lacks %q:\n%s", want, tested)
		}
	}
	untested := build(t, change{"content/data/accessibility.yaml": ""})
	if untested.page("profil/index.html").Tested() != nil {
		t.Error("a site that was not tested says what was found")
	}
}
