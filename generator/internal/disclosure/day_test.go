package disclosure

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseMoment(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"2026-03-01", "2026-03-01", true},
		{"2026-03-01 07:15", "2026-03-01 07:15", true},
		{"2026-03-01T07:15", "2026-03-01 07:15", true},
		{"2026-03-01 07:15:59", "2026-03-01 07:15", true},
		{"2026-03-01T07:15:59", "2026-03-01 07:15", true},
		{"2026-03-01T07:15:59Z", "", false},
		{"2026-03-01T07:15:59-05:00", "", false},
		{"2026-03-01 7:15", "2026-03-01 07:15", true},
		{"2026-03-01 00:00", "2026-03-01 00:00", true},
		{"2026-03-01 23:59", "2026-03-01 23:59", true},
		{"2026-03-01 24:00", "", false},
		{"2026-03-01 07:60", "", false},
		{"2026-03-01 7.15", "", false},
		{"2026-03-01x07:15", "", false},
		{"2026-03-01 07:15:59+07:00", "", false},
		{"1945-01-01", "1945-01-01", true},
		{"1944-12-31", "", false},
		{"1944-12-31 07:15", "", false},
		{"1944-12-31T07:15:00+07:00", "", false},
		{"2200-12-31", "2200-12-31", true},
		{"2201-01-01", "", false},
		{"1969-12-31", "1969-12-31", true},
		{"1970-01-01", "", false},
		{"1970-01-02", "1970-01-02", true},
		{"2016-01-04T08:00:00+07:00", "", false},
		{"2024-02-29", "2024-02-29", true},
		{"2026-02-29", "", false},
		{"01-03-2026", "", false},
		{"2026-3-1", "", false},
		{"2026-03-01 25:00", "", false},
		{"1200-01-01", "", false},
		{"", "", false},
	}
	for _, tt := range tests {
		got, err := ParseMoment(tt.in)
		if (err == nil) != tt.ok || tt.ok && got.String() != tt.want {
			t.Errorf("ParseMoment(%q) = %q, %v", tt.in, got, err)
		}
	}
}

// TestInZone holds that a time with an offset is the moment that it names, on the clock of the
// site, and that what names no moment is none.
func TestInZone(t *testing.T) {
	for _, tt := range []struct{ in, jakarta, jayapura string }{
		{"2026-11-29T23:30:00Z", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29T23:30:00+00:00", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29T23:30:00-00:00", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29T23:30:00+07:00", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29T23:30:00+0700", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29T23:30:00+07", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29T23:30+07:00", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29 23:30 +07:00", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29 23:30:00 +0700", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29T23:30:00.123456Z", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29t23:30:00z", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29 23:30Z", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29 23:30 UTC", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29 23:30 GMT", "2026-11-30 06:30", "2026-11-30 08:30"},
		{"2026-11-29 23:30 WIB", "2026-11-29 23:30", "2026-11-30 01:30"},
		{"2026-11-29 23:30 WITA", "2026-11-29 22:30", "2026-11-30 00:30"},
		{"2026-11-29 23:30 WIT", "2026-11-29 21:30", "2026-11-29 23:30"},
		{"2026-12-31T20:00:00-05:00", "2027-01-01 08:00", "2027-01-01 10:00"},
		{"2024-02-28T23:30:00-12:00", "2024-02-29 18:30", "2024-02-29 20:30"},
		{"2026-11-29T23:30:00+05:45", "2026-11-30 00:45", "2026-11-30 02:45"},
		{"2026-11-29T23:30:00", "", ""},
		{"2026-11-29 23:30", "", ""},
		{"2026-11-29", "", ""},
		{"2026-11-29Z", "", ""},
		{"2026-11-29T23:30:00+15:00", "", ""},
		{"2026-11-29T23:30:00-13:00", "", ""},
		{"2026-11-29T23:30:00+07:60", "", ""},
		{"2026-11-29T23:30:00 EST", "", ""},
		{"2026-11-29T24:30:00Z", "", ""},
		{"2026-02-30T23:30:00Z", "", ""},
		{"2026-11-29_23:30:00Z", "", ""},
		{"2200-12-31T23:30:00Z", "", ""},
		{"29-11-2026 23:30:00Z", "", ""},
		{"", "", ""},
	} {
		for zone, want := range map[string]string{"Asia/Jakarta": tt.jakarta, "Asia/Jayapura": tt.jayapura} {
			m, ok := InZone(tt.in, Zone(zone))
			if got := m.String(); ok != (want != "") || ok && got != want {
				t.Errorf("%q in %s: %q, %t; want %q", tt.in, zone, got, ok, want)
			}
			if _, err := ParseMoment(tt.in); err == nil && want != "" {
				t.Errorf("%q is also read without an offset", tt.in)
			}
		}
	}
	if _, ok := InZone("2026-11-29T23:30:00Z", nil); ok {
		t.Error("a zone is guessed")
	}
}

// A clock and a text that shows the same are one Moment.
func TestMomentOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("WIB", 7*60*60)
		minute := rapid.IntRange(0, 200*365*24*60).Draw(t, "minute")
		clock := time.Date(1971, 1, 1, 0, minute, 0, 0, zone)
		m := MomentOf(clock)
		if want := clock.Format("2006-01-02 15:04"); m.String() != want {
			t.Fatalf("the clock shows %s, the moment is %v", want, m)
		}
		if read, err := ParseMoment(m.String()); err != nil || read != m {
			t.Fatalf("%v is read as %v, %v", m, read, err)
		}
		hour, min, ok := m.Clock()
		if hour != clock.Hour() || min != clock.Minute() || !ok || m.IsZero() {
			t.Fatalf("%v has the clock %d:%d, %v", m, hour, min, ok)
		}
	})
	if hour, min, ok := (Moment{Day: 1}).Clock(); hour != 0 || min != 0 || ok {
		t.Error("a day has no clock")
	}
	if !(Moment{}).IsZero() || (Moment{Day: 1}).IsZero() || (Moment{Minute: 1}).IsZero() {
		t.Error("only the zero Moment is not given")
	}
}

// The edges decide whether an embargo holds.
func TestMomentOrder(t *testing.T) {
	at := func(s string) Moment {
		m, err := ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	tests := []struct {
		name, m, now string
		come, over   bool // begun at now; run out at now
	}{
		{"a day begins at midnight", "2026-03-01", "2026-03-01", true, false},
		{"a day is not over at its end", "2026-03-01", "2026-03-01 23:59", true, false},
		{"a day is over the next day", "2026-03-01", "2026-03-02", true, true},
		{"a time of day has not come at midnight", "2026-03-01 08:00", "2026-03-01", false, false},
		{"a minute too early", "2026-03-01 08:00", "2026-03-01 07:59", false, false},
		{"on the minute", "2026-03-01 08:00", "2026-03-01 08:00", true, true},
		{"midnight as a time", "2026-03-01 00:00", "2026-03-01", true, true},
		{"a minute after midnight", "2026-03-01 00:01", "2026-03-01", false, false},
		{"a time of the day before", "2026-02-28 23:59", "2026-03-01", true, true},
		{"a time of the next day", "2026-03-02 00:00", "2026-03-01 23:59", false, false},
	}
	for _, tt := range tests {
		m, now := at(tt.m), at(tt.now)
		if come := !now.Before(m); come != tt.come {
			t.Errorf("%s: come = %v", tt.name, come)
		}
		if over := m.Over(now); over != tt.over {
			t.Errorf("%s: over = %v", tt.name, over)
		}
	}
}

func TestDay(t *testing.T) {
	d := DayOf(2021, time.December, 7)
	if d.String() != "2021-12-07" || d.Year() != 2021 || d.Time().Weekday() != time.Tuesday {
		t.Errorf("7 December 2021 is %v, a %v", d, d.Time().Weekday())
	}
	if Day(0).String() != "" {
		t.Error("the zero Day prints")
	}
}

func TestParseDuration(t *testing.T) {
	tests := []struct {
		in      string
		minutes int
		ok      bool
	}{
		{"15 menit", 15, true},
		{"3 hari_kerja", 1350, true},
		{"3 hari kerja", 1350, true},
		{"2 jam", 120, true},
		{"1 minggu", 2250, true},
		{"2 minggu", 4500, true},
		{"1 bulan", 10350, true},
		{"2 bulan", 20700, true},
		{"1 hari", 450, true},
		{" 1  hari ", 450, true},
		{"0 menit", 0, true},
		{"09 menit", 9, true},
		{"9999 menit", 9999, true},
		{"10000 menit", 0, false},
		{"99999 menit", 0, false},
		{"3", 0, false},
		{"tiga hari", 0, false},
		{"3 tahun", 0, false},
		{"3 ", 0, false},
		{"", 0, false},
		{"-1 jam", 0, false},
		{"1/ jam", 0, false},
		{"1: jam", 0, false},
		{"99999999999999999999 jam", 0, false},
	}
	for _, tt := range tests {
		d, err := ParseDuration(tt.in)
		if (err == nil) != tt.ok {
			t.Errorf("ParseDuration(%q): %v", tt.in, err)
			continue
		}
		if tt.ok && d.WorkingMinutes(7.5) != tt.minutes {
			t.Errorf("%q is %d minutes, want %d", tt.in, d.WorkingMinutes(7.5), tt.minutes)
		}
	}
	for u := Menit; u <= Bulan; u++ {
		if d, err := ParseDuration("7 " + u.String()); err != nil || d != (Duration{7, u}) {
			t.Errorf("7 %s is %v, %v", u, d, err)
		}
	}
}

// drawHours draws the hours of a working day, as content reads them: with one decimal.
func drawHours(t *rapid.T) float64 {
	return float64(rapid.IntRange(1, 240).Draw(t, "tenths")) / 10
}

// Ten steps of a day take as long as one of ten days, whatever the hours of a day: else an
// order that fills a time limit exactly would pass it, or one that passes it would not.
func TestStepsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hours, unit := drawHours(t), Unit(rapid.IntRange(int(Menit), int(Bulan)).Draw(t, "unit"))
		a := Duration{rapid.IntRange(0, 9999).Draw(t, "a"), unit}
		b := Duration{rapid.IntRange(0, 9999).Draw(t, "b"), unit}
		sum := Duration{a.Count + b.Count, unit}.WorkingMinutes(hours)
		if got := a.WorkingMinutes(hours) + b.WorkingMinutes(hours); got != sum {
			t.Fatalf("%v and %v are %d minutes, together %d", a, b, got, sum)
		}
	})
	if got := (Duration{1, HariKerja}).WorkingMinutes(4.1); got != 246 {
		t.Errorf("4.1 hours are %d minutes", got)
	}
}

func TestSplitWorking(t *testing.T) {
	tests := []struct {
		name    string
		minutes int
		hours   float64
		want    []Duration
	}{
		{"nothing", 0, 7.5, nil},
		{"minutes", 59, 7.5, []Duration{{59, Menit}}},
		{"an hour", 60, 7.5, []Duration{{1, Jam}}},
		{"hours and minutes", 449, 7.5, []Duration{{7, Jam}, {29, Menit}}},
		{"a day", 450, 7.5, []Duration{{1, HariKerja}}},
		{"a minute more is an hour", 451, 7.5, []Duration{{1, HariKerja}, {1, Jam}}},
		{"an hour more", 510, 7.5, []Duration{{1, HariKerja}, {1, Jam}}},
		{"a minute more than that", 511, 7.5, []Duration{{1, HariKerja}, {2, Jam}}},
		{"seven hours more", 870, 7.5, []Duration{{1, HariKerja}, {7, Jam}}},
		{"rounded up to a day", 871, 7.5, []Duration{{2, HariKerja}}},
		{"rounded up to exactly a day", 8*60 + 421, 8, []Duration{{2, HariKerja}}},
		{"a day of 4.1 hours", 246, 4.1, []Duration{{1, HariKerja}}},
		{"ten days", 4500, 7.5, []Duration{{10, HariKerja}}},
	}
	for _, tt := range tests {
		if got := SplitWorking(tt.minutes, tt.hours); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %d minutes are %v, want %v", tt.name, tt.minutes, got, tt.want)
		}
	}
}

// What is shown of a working time is never less than it, and less than an hour more.
func TestSplitWorkingAlways(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hours, minutes := drawHours(t), rapid.IntRange(0, 100_000).Draw(t, "minutes")
		sum := 0
		for _, d := range SplitWorking(minutes, hours) {
			sum += d.WorkingMinutes(hours)
		}
		if sum < minutes || sum >= minutes+60 {
			t.Fatalf("%d minutes are shown as %d", minutes, sum)
		}
	})
}

func TestParseCategory(t *testing.T) {
	for c := Berkala; c <= Dikecualikan; c++ {
		if got, ok := ParseCategory(c.String()); !ok || got != c {
			t.Errorf("ParseCategory(%q) = %v, %v", c, got, ok)
		}
	}
	for _, s := range []string{"", "Berkala", "berkala ", "dikecualikan\n", "setiap_saat"} {
		if c, ok := ParseCategory(s); ok {
			t.Errorf("ParseCategory(%q) = %v", s, c)
		}
	}
}

// TestDatesAsTheLibraryReadsThem holds the reading of dates to package time.
func TestDatesAsTheLibraryReadsThem(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := []byte(rapid.SampledFrom([]string{
			"2026-03-01", "2024-02-29", "1945-08-17", "2026-03-01T07:15:00+07:00",
			"2026-12-31 23:59", "2200-01-01T00:00:00+14:00",
		}).Draw(r, "date"))
		for range rapid.IntRange(0, 4).Draw(r, "changes") {
			at := rapid.IntRange(0, len(s)-1).Draw(r, "at")
			s[at] = rapid.SampledFrom([]byte("0123456789-:T+ Z")).Draw(r, "letter")
		}
		inTime := func(t time.Time) bool {
			return t.Year() >= 1945 && t.Year() <= 2200 && t.Format(time.DateOnly) != "1970-01-01"
		}
		day, err := ParseDay(string(s))
		want, wantErr := time.Parse(time.DateOnly, string(s))
		if (err == nil) != (wantErr == nil && inTime(want)) || err == nil && !day.Time().Equal(want) {
			r.Fatalf("%s: day %v, %v; the library says %v, %v", s, day, err, want, wantErr)
		}
		m, ok := InZone(string(s), Zone("Asia/Makassar"))
		want, wantErr = time.Parse(time.RFC3339, string(s))
		_, offset := want.Zone()
		if wantErr == nil && inTime(want) && offset >= -12*3600 && offset <= 14*3600 {
			want = want.In(Zone("Asia/Makassar"))
			hour, minute, clock := m.Clock()
			if ok != (want.Year() <= 2200) || ok && !clock || ok && (hour != want.Hour() || minute != want.Minute() ||
				m.Day.String() != want.Format(time.DateOnly)) {
				r.Fatalf("%s: moment %v, %v; the library says %v", s, m, ok, want)
			}
		}
	})
}
