package disclosure

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

var twoRegimes = []Regime{
	{ID: "umum", Deadlines: []Deadline{
		{ID: "jawab", Role: AnswerLimit, Days: 10, Known: true},
		{ID: "lanjut", Role: ExtensionLimit, Days: 7, Known: true, Extends: "jawab"},
		{ID: "banding", Role: ObjectionAnswerLimit, Days: 30, Known: true},
	}},
	{ID: "pemilu", Deadlines: []Deadline{
		{ID: "jawab", Role: AnswerLimit, Days: 3, Known: true},
		{ID: "lanjut", Role: ExtensionLimit, Days: 2, Known: true, Extends: "jawab"},
		{ID: "banding", Role: ObjectionAnswerLimit, Days: 3, Known: true},
	}},
	{ID: "lain", Deadlines: []Deadline{{ID: "jawab", Role: AnswerLimit}}},
}

// TestRequestDue says when requests and objections must be answered. 17 August 2026 is a Monday.
func TestRequestDue(t *testing.T) {
	c := NewCalendar([]Year{{Year: 2026, Holidays: []Holiday{{mustDay(t, "2026-08-17"), National, "Proklamasi"}}}})
	for _, tt := range []struct {
		name, regime, received, extended, want string
	}{
		{"ten working days", "umum", "2026-08-03", "", "2026-08-18"},
		{"seventeen with notice in time", "umum", "2026-08-03", "2026-08-18", "2026-08-27"},
		{"notice that came too late extends nothing", "umum", "2026-08-03", "2026-08-19", "2026-08-18"},
		{"three for elections", "pemilu", "2026-08-13", "", "2026-08-19"},
		{"five for elections", "pemilu", "2026-08-13", "2026-08-19", "2026-08-21"},
		{"received on a Sunday", "pemilu", "2026-08-09", "", "2026-08-12"},
		{"a number that the law does not tell", "lain", "2026-08-03", "", ""},
		{"a set that is not there", "tiada", "2026-08-03", "", ""},
	} {
		q := Request{Regime: tt.regime, Received: mustDay(t, tt.received)}
		if tt.extended != "" {
			q.Extended = mustDay(t, tt.extended)
		}
		due, ok := q.Due(c, twoRegimes)
		if ok != (tt.want != "") || ok && due.Day != mustDay(t, tt.want) {
			t.Errorf("%s: %s, %t, want %s", tt.name, due.Day, ok, tt.want)
		}
	}
	q := Request{Regime: "pemilu", Received: mustDay(t, "2026-08-03")}
	if _, ok := q.ObjectionDue(c, twoRegimes); ok {
		t.Error("without an objection its answer is due")
	}
	if q.Objected = mustDay(t, "2026-08-14"); true {
		if due, ok := q.ObjectionDue(c, twoRegimes); !ok || due.Day != mustDay(t, "2026-08-20") {
			t.Errorf("the objection is due on %s", due.Day)
		}
	}
}

// TestTasks holds what is owed, in the order in which it is due, and how many working days are
// left.
func TestTasks(t *testing.T) {
	c := NewCalendar([]Year{{Year: 2026}})
	day := func(s string) Day { return mustDay(t, s) }
	requests := []Request{
		{Number: "1", Regime: "umum", Received: day("2026-03-02")},
		{Number: "2", Regime: "pemilu", Received: day("2026-03-02")},
		{Number: "3", Regime: "pemilu", Received: day("2026-03-02"), Answered: day("2026-03-03"), Outcome: Refused, Objected: day("2026-03-11")},
		{Number: "4", Regime: "umum", Received: day("2026-03-02"), Answered: day("2026-03-03"), Outcome: Granted},
	}
	var got []string
	for _, task := range Tasks(requests, c, twoRegimes, day("2026-03-12")) {
		got = append(got, fmt.Sprint(task.Request.Number, " ", task.Objection, " ", task.Due.Day, " ", task.Left))
	}
	want := "[2 false 2026-03-05 -5 1 false 2026-03-16 2 3 true 2026-03-16 2]"
	if fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestTally counts each answer against the limits of its own set.
func TestTally(t *testing.T) {
	c := NewCalendar([]Year{{Year: 2026}})
	from := mustDay(t, "2026-03-02")
	answered := func(regime string, days int, extended bool, o Outcome) Request {
		q := Request{Regime: regime, Received: from, Answered: c.After(from, days).Day, Outcome: o}
		if extended {
			q.Extended = from + 1
		}
		if o == Refused {
			q.Grounds = []string{"17h"}
		}
		return q
	}
	requests := []Request{
		answered("umum", 10, false, Granted), answered("umum", 11, false, Granted),
		answered("umum", 11, true, PartlyGranted), answered("umum", 18, true, Refused),
		answered("pemilu", 3, false, Granted), answered("pemilu", 4, false, Refused),
		{Regime: "umum", Received: from},
	}
	requests[2].Grounds = []string{"17h", "17j"}
	requests[5].Objected, requests[5].ObjectionOutcome = from+18, Open
	requests = append(requests,
		Request{Regime: "lain", Received: from, Answered: from + 90, Outcome: Granted},
		Request{Regime: "lain", Received: from, Objected: from},
	)
	tally := NewTally(requests, c, twoRegimes, from)
	umum, pemilu := tally.Regimes[0], tally.Regimes[1]
	if umum.Received != 5 || umum.Answered != 4 || umum.InTime != 1 || umum.Extended != 1 || umum.Late() != 2 {
		t.Errorf("umum: %+v", umum)
	}
	if pemilu.Received != 2 || pemilu.InTime != 1 || pemilu.Late() != 1 || len(tally.Regimes) != 3 {
		t.Errorf("pemilu: %+v", pemilu)
	}
	if tally.Outcomes != [4]int{2, 4, 1, 2} || tally.Monthly[2] != 9 || tally.Longest() != 64 ||
		Median(tally.Days) != 11 || Mean(tally.Days) != 17 || tally.Objections[Open] != 2 || tally.Objected() != 2 {
		t.Errorf("%+v, mean %d, median %d", tally, Mean(tally.Days), Median(tally.Days))
	}
	if other := tally.Regimes[2]; other.Known || other.Late() != 0 || other.InTime != 0 || other.ObjectionsLate != 0 {
		t.Errorf("a set without a known limit: %+v", other)
	}
	// What waits is late once its last day is over.
	for day, want := range map[string][2]int{"2026-03-16": {0, 0}, "2026-03-17": {1, 0}, "2026-03-25": {1, 0}, "2026-03-26": {1, 1}} {
		later := NewTally(requests, c, twoRegimes, mustDay(t, day))
		got := [2]int{later.Regimes[0].Overdue, later.Regimes[1].ObjectionsLate}
		if got != want || later.Regimes[0].Late() != 2+want[0] {
			t.Errorf("on %s %v, want %v", day, got, want)
		}
	}
	if len(tally.Grounds) != 2 || tally.Grounds[0] != (Count{"17h", 3}) || tally.Grounds[1] != (Count{"17j", 1}) {
		t.Errorf("grounds %v", tally.Grounds)
	}
	if none := NewTally(nil, c, twoRegimes, from); none.Longest() != 0 || Median(none.Days) != 0 || Mean(none.Days) != 0 {
		t.Errorf("of nothing: %+v", none)
	}
}

// TestDeadlinesByAnotherCalendar holds the deadlines of a thousand requests made at random in four
// years against days that are counted in another way: all working days of the years in one list.
func TestDeadlinesByAnotherCalendar(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 6))
	var years []Year
	rests := map[string]bool{}
	for y := 2024; y <= 2028; y++ {
		year := Year{Year: y}
		for range 25 {
			day := DayOf(y, time.Month(1+r.IntN(12)), 1+r.IntN(28))
			rests[day.String()] = true
			year.Holidays = append(year.Holidays, Holiday{day, Rest(2 + r.IntN(3)), "libur"})
		}
		years = append(years, year)
	}
	var working []string // sorted
	for at := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC); at.Year() < 2029; at = at.AddDate(0, 0, 1) {
		name := at.Format(time.DateOnly)
		if w := at.Weekday(); w != time.Saturday && w != time.Sunday && !rests[name] {
			working = append(working, name)
		}
	}
	nth := func(from string, n int) string {
		i := 0
		for working[i] <= from {
			i++
		}
		return working[i+n-1]
	}
	c := NewCalendar(years)
	for range 2000 {
		q := Request{
			Regime:   twoRegimes[r.IntN(2)].ID,
			Received: DayOf(2024+r.IntN(4), time.Month(1+r.IntN(12)), 1+r.IntN(28)),
		}
		days := map[string]int{"umum": 10, "pemilu": 3}[q.Regime]
		if r.IntN(3) == 0 {
			q.Extended = q.Received
			days = map[string]int{"umum": 17, "pemilu": 5}[q.Regime]
		}
		due, ok := q.Due(c, twoRegimes)
		want := nth(q.Received.String(), days)
		if !ok || due.Day.String() != want || due.Provisional {
			t.Fatalf("%+v: %s, want %s", q, due.Day, want)
		}
		if n := c.Between(q.Received, due.Day); n != days {
			t.Fatalf("%+v: %d working days until %s, want %d", q, n, due.Day, days)
		}
	}
}
