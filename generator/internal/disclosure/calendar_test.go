package disclosure

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func mustDay(t interface{ Fatal(...any) }, s string) Day {
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(s, err)
	}
	return d
}

func holidays(t *testing.T, rest Rest, days ...string) []Holiday {
	var out []Holiday
	for _, d := range days {
		out = append(out, Holiday{Day: mustDay(t, d), Rest: rest, Name: d})
	}
	return out
}

// calendar2026 is the list of SKB 3 Menteri 1497/2025, 2/2025, 5/2025.
func calendar2026(t *testing.T) Calendar {
	national := holidays(t, National,
		"2026-01-01", "2026-01-16", "2026-02-17", "2026-03-19", "2026-03-21", "2026-03-22",
		"2026-04-03", "2026-04-05", "2026-05-01", "2026-05-14", "2026-05-27", "2026-05-31",
		"2026-06-01", "2026-06-16", "2026-08-17", "2026-08-25", "2026-12-25")
	collective := holidays(t, Collective,
		"2026-02-16", "2026-03-18", "2026-03-20", "2026-03-23", "2026-03-24", "2026-05-15",
		"2026-05-28", "2026-12-24")
	return NewCalendar([]Year{{Year: 2026, Holidays: append(national, collective...)}})
}

func TestWorkingDays(t *testing.T) {
	c := calendar2026(t)
	tests := []struct {
		name, from string
		n          int
		want       string
	}{
		{"Nyepi, Idulfitri, Good Friday", "2026-03-16", 3, "2026-03-26"},
		{"Nyepi, Idulfitri, Good Friday", "2026-03-16", 5, "2026-03-30"},
		{"Nyepi, Idulfitri, Good Friday", "2026-03-16", 10, "2026-04-07"},
		{"Nyepi, Idulfitri, Good Friday", "2026-03-16", 14, "2026-04-13"},
		{"Nyepi, Idulfitri, Good Friday", "2026-03-16", 17, "2026-04-16"},
		{"Nyepi, Idulfitri, Good Friday", "2026-03-16", 30, "2026-05-06"},
		{"received on a holiday Saturday", "2026-03-21", 3, "2026-03-27"},
		{"received on a holiday Saturday", "2026-03-21", 5, "2026-03-31"},
		{"received on a holiday Saturday", "2026-03-21", 10, "2026-04-08"},
		{"received on a holiday Saturday", "2026-03-21", 14, "2026-04-14"},
		{"received on a holiday Saturday", "2026-03-21", 17, "2026-04-17"},
		{"received on a holiday Saturday", "2026-03-21", 30, "2026-05-07"},
		{"Kenaikan, Iduladha, Pancasila", "2026-05-13", 3, "2026-05-20"},
		{"Kenaikan, Iduladha, Pancasila", "2026-05-13", 5, "2026-05-22"},
		{"Kenaikan, Iduladha, Pancasila", "2026-05-13", 10, "2026-06-03"},
		{"Kenaikan, Iduladha, Pancasila", "2026-05-13", 14, "2026-06-09"},
		{"Kenaikan, Iduladha, Pancasila", "2026-05-13", 17, "2026-06-12"},
		{"Kenaikan, Iduladha, Pancasila", "2026-05-13", 30, "2026-07-02"},
		{"received on a public holiday", "2026-06-01", 3, "2026-06-04"},
		{"received on a public holiday", "2026-06-01", 5, "2026-06-08"},
		{"received on a public holiday", "2026-06-01", 10, "2026-06-15"},
		{"received on a public holiday", "2026-06-01", 14, "2026-06-22"},
		{"received on a public holiday", "2026-06-01", 17, "2026-06-25"},
		{"received on a public holiday", "2026-06-01", 30, "2026-07-14"},
		{"Friday before 17 August", "2026-08-14", 3, "2026-08-20"},
		{"Friday before 17 August", "2026-08-14", 5, "2026-08-24"},
		{"Friday before 17 August", "2026-08-14", 10, "2026-09-01"},
		{"Friday before 17 August", "2026-08-14", 14, "2026-09-07"},
		{"Friday before 17 August", "2026-08-14", 17, "2026-09-10"},
		{"Friday before 17 August", "2026-08-14", 30, "2026-09-29"},
		{"towards the end of the list", "2026-11-27", 3, "2026-12-02"},
		{"towards the end of the list", "2026-11-27", 5, "2026-12-04"},
		{"towards the end of the list", "2026-11-27", 10, "2026-12-11"},
		{"towards the end of the list", "2026-11-27", 14, "2026-12-17"},
		{"towards the end of the list", "2026-11-27", 17, "2026-12-22"},
	}
	for _, tt := range tests {
		due := c.After(mustDay(t, tt.from), tt.n)
		if due.Day.String() != tt.want || due.Provisional {
			t.Errorf("%s: %d working days after %s: %v, provisional %v, want %s",
				tt.name, tt.n, tt.from, due.Day, due.Provisional, tt.want)
		}
	}
	if due := c.After(mustDay(t, "2026-11-27"), 30); !due.Provisional {
		t.Errorf("30 working days after 2026-11-27 is %v and not provisional: 2027 has no list", due.Day)
	}
}

func TestWithoutCollectiveLeave(t *testing.T) {
	c := calendar2026(t).WithoutCollective()
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-03-16", 10, "2026-03-31"}, {"2026-03-16", 17, "2026-04-10"},
		{"2026-03-21", 10, "2026-04-06"}, {"2026-03-21", 17, "2026-04-15"},
		{"2026-05-13", 10, "2026-05-29"}, {"2026-05-13", 17, "2026-06-10"},
		{"2026-06-01", 10, "2026-06-15"}, {"2026-06-01", 17, "2026-06-25"},
		{"2026-08-14", 10, "2026-09-01"}, {"2026-08-14", 17, "2026-09-10"},
		{"2026-11-27", 10, "2026-12-11"}, {"2026-11-27", 17, "2026-12-22"},
	} {
		if due := c.After(mustDay(t, tt.from), tt.n); due.Day.String() != tt.want {
			t.Errorf("%d working days after %s: %v, want %s", tt.n, tt.from, due.Day, tt.want)
		}
	}
}

// Why a day is no working day. Where two reasons meet, the one that binds more bodies is told.
func TestRest(t *testing.T) {
	one := func(day string, rest Rest, name string) Holiday {
		return Holiday{mustDay(t, day), rest, name}
	}
	c := NewCalendar([]Year{
		{Year: 2027, Holidays: []Holiday{one("2027-01-01", National, "Tahun Baru")}},
		{Year: 2026, Holidays: []Holiday{
			one("2026-12-25", Collective, "cuti"), one("2026-12-25", National, "Natal"),
			one("2026-12-24", National, "libur"), one("2026-12-24", Local, "setempat"),
			one("2026-12-23", Local, "pertama"), one("2026-12-23", Local, "kedua"),
			one("2026-12-26", National, "Sabtu"),
		}},
	})
	tests := []struct {
		name, day string
		rest      Rest
		called    string
	}{
		{"a working day", "2026-12-22", 0, ""},
		{"of two alike the first", "2026-12-23", Local, "pertama"},
		{"national before local", "2026-12-24", National, "libur"},
		{"national before leave, though it comes later", "2026-12-25", National, "Natal"},
		{"a holiday on a Saturday keeps its name", "2026-12-26", National, "Sabtu"},
		{"a Saturday", "2026-12-19", Weekend, ""},
		{"a Sunday", "2026-12-20", Weekend, ""},
		{"a Monday", "2026-12-21", 0, ""},
		{"a Friday", "2026-12-18", 0, ""},
		{"another year", "2027-01-01", National, "Tahun Baru"},
	}
	for _, tt := range tests {
		day := mustDay(t, tt.day)
		got, ok := c.Rest(day)
		if got.Rest != tt.rest || got.Name != tt.called || ok != (tt.rest != 0) || ok && got.Day != day {
			t.Errorf("%s: %+v, %v", tt.name, got, ok)
		}
	}
	if !c.Knows(2026) || !c.Knows(2027) || c.Knows(2025) || c.Knows(2028) {
		t.Error("the years that are known")
	}
	if c.Years[0].Year != 2026 || c.Years[1].Year != 2027 {
		t.Error("the years are not in order")
	}
}

// A limit is provisional if any of its days falls in a year without a list, counted or not.
func TestProvisional(t *testing.T) {
	c := calendar2026(t)
	tests := []struct {
		from        string
		n           int
		want        string
		provisional bool
	}{
		{"2026-12-30", 1, "2026-12-31", false},
		{"2027-01-04", 1, "2027-01-05", true},
		{"2025-12-31", 1, "2026-01-02", false},
		{"2025-12-30", 1, "2025-12-31", true},
		{"2026-12-30", 0, "2026-12-30", false},
	}
	for _, tt := range tests {
		due := c.After(mustDay(t, tt.from), tt.n)
		if due.Day.String() != tt.want || due.Provisional != tt.provisional {
			t.Errorf("%d after %s: %v, provisional %v", tt.n, tt.from, due.Day, due.Provisional)
		}
	}
}

// What must always hold: the due day is a working day, the days between are either counted
// or named as skipped, and a longer limit never ends earlier.
func TestAfterAlways(t *testing.T) {
	c := calendar2026(t)
	rapid.Check(t, func(t *rapid.T) {
		from := mustDay(t, "2026-01-01") + Day(rapid.IntRange(0, 400).Draw(t, "from"))
		n := rapid.IntRange(1, 100).Draw(t, "n")
		due := c.After(from, n)
		if _, rest := c.Rest(due.Day); rest {
			t.Fatalf("%v is a day of rest", due.Day)
		}
		if int(due.Day-from) != n+len(due.Skipped) {
			t.Fatalf("%d days, %d counted, %d skipped", due.Day-from, n, len(due.Skipped))
		}
		if c.After(from, n+1).Day <= due.Day || c.After(from+1, n).Day < due.Day {
			t.Fatal("a longer or later limit ends earlier")
		}
	})
}

// TestFixedHolidays holds that holidays on one day of every year are not counted in a year whose
// decree is not there, that the result stays provisional, and that the decree has the last word.
func TestFixedHolidays(t *testing.T) {
	day := func(s string) Day {
		d, _ := ParseDay(s)
		return d
	}
	fixed := []FixedHoliday{{time.January, 1, "Tahun Baru"}, {time.December, 25, "Natal"}}
	c := NewCalendar([]Year{{Year: 2026}}, fixed...)
	for _, tt := range []struct {
		name, from, want string
		provisional      bool
	}{
		{"over the new year", "2026-12-31", "2027-01-04", true},
		{"over Christmas of a year whose decree does not name it", "2026-12-24", "2026-12-25", false},
		{"over Christmas of a year without a decree", "2028-12-22", "2028-12-26", true},
	} {
		if due := c.After(day(tt.from), 1); due.Day != day(tt.want) || due.Provisional != tt.provisional {
			t.Errorf("%s: %s, provisional %t", tt.name, due.Day, due.Provisional)
		}
	}
	if got := c.WithoutCollective().After(day("2026-12-31"), 1); got.Day != day("2027-01-04") {
		t.Errorf("without collective leave: %s", got.Day)
	}
	if last := c.Last(); last != day("2026-12-31") || (Calendar{}).Last() != 0 {
		t.Errorf("the last day that is known is %s", last)
	}
}
