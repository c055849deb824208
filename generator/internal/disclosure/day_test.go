package disclosure

import (
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
		{"2016-01-04T08:00:00+07:00", "2016-01-04 08:00", true},
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
		if (err == nil) != tt.ok || got.String() != tt.want {
			t.Errorf("ParseMoment(%q) = %q, %v", tt.in, got, err)
		}
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
		{"1 bulan", 10350, true},
		{"1 hari", 450, true},
		{"3", 0, false},
		{"tiga hari", 0, false},
		{"3 tahun", 0, false},
		{"-1 jam", 0, false},
		{"99999999999999 jam", 0, false},
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
		s := []byte(rapid.SampledFrom([]string{"2026-03-01", "2024-02-29", "1945-08-17", "2026-03-01T07:15:00+07:00", "2026-12-31 23:59", "2200-01-01T00:00:00+14:00"}).Draw(r, "date"))
		for range rapid.IntRange(0, 4).Draw(r, "changes") {
			s[rapid.IntRange(0, len(s)-1).Draw(r, "at")] = rapid.SampledFrom([]byte("0123456789-:T+ Z")).Draw(r, "letter")
		}
		day, err := ParseDay(string(s))
		if want, wantErr := time.Parse(time.DateOnly, string(s)); (err == nil) != (wantErr == nil && want.Year() >= 1945 && want.Year() <= 2200 && want.Unix() != 0) || err == nil && !day.Time().Equal(want) {
			r.Fatalf("%s: day %v, %v; the library says %v, %v", s, day, err, want, wantErr)
		}
		m, err := ParseMoment(string(s))
		if want, wantErr := time.Parse(time.RFC3339, string(s)); wantErr == nil && want.Year() >= 1945 && want.Year() <= 2200 {
			if hour, minute, ok := m.Clock(); err != nil || !ok || hour != want.Hour() || minute != want.Minute() || m.Day.String() != want.Format(time.DateOnly) {
				r.Fatalf("%s: moment %v, %v; the library says %v", s, m, err, want)
			}
		}
	})
}
