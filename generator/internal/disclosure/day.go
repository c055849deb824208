package disclosure

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	_ "time/tzdata" // for computers that have no time zones
)

// A Day is a day of the Gregorian calendar, counted from 1 January 1970. The zero Day
// stands for "not given".
type Day int32

// DayOf returns the Day of a date; a month or day out of range carries over as in [time.Date].
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

var errDate = errors.New("want year-month-day, such as 2026-03-01")

// ParseDay reads a date written as ISO 8601 writes it, 2026-03-01. Years run from 1945,
// the first of the Republic, to 2200.
func ParseDay(s string) (Day, error) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return 0, errDate
	}
	year, ok := twoDigits(s[:2])
	years, ok2 := twoDigits(s[2:4])
	month, ok3 := twoDigits(s[5:7])
	day, ok4 := twoDigits(s[8:])
	if year = 100*year + years; !ok || !ok2 || !ok3 || !ok4 || year < 1945 || year > 2200 {
		return 0, errDate
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Month() != time.Month(month) || t.Day() != day || t.Unix() == 0 {
		return 0, errDate // a day that does not exist
	}
	return Day(t.Unix() / 86400), nil
}

// twoDigits reads a number of two digits.
func twoDigits(s string) (n int, ok bool) {
	return int(s[0]-'0')*10 + int(s[1]-'0'), isDigit(s[0]) && isDigit(s[1])
}

// Time returns midnight UTC of d.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Year returns the year of d.
func (d Day) Year() int { return d.Time().Year() }

// String returns d as ISO 8601 writes it, or "" for the zero Day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// A Moment is a Day, with or without a time of day. The wall clock is that of the site's
// time zone. Two Moments compare with ==; the zero Moment stands for "not given".
type Moment struct {
	Day    Day
	Minute int16 // of the day plus one, so that 0 means no time was given
}

// ParseMoment reads 2026-03-01 or 2026-03-01 07:15, with a T between and with seconds as other
// generators write it. A time with an offset, see [InZone], is none of these: it means another
// moment in each zone.
func ParseMoment(s string) (Moment, error) {
	if len(s) == len(time.DateOnly) {
		day, err := ParseDay(s)
		return Moment{Day: day}, err
	}
	if len(s) < len("2006-01-02 7:15") {
		return Moment{}, errDate // all forms below are longer, and most values are empty
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05"} {
		if s[len(time.DateOnly)] == 'T' {
			layout = strings.Replace(layout, " ", "T", 1)
		}
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		day, err := ParseDay(s[:len(time.DateOnly)])
		return Moment{Day: day, Minute: minuteOf(t)}, err
	}
	return Moment{}, errDate
}

// zones are the time zones of Indonesia, none of which has a summer time: by their seconds
// east of Greenwich and the name that clocks are read with.
var zones = map[string]*time.Location{
	"Asia/Jakarta":  time.FixedZone("WIB", 7*3600),
	"Asia/Makassar": time.FixedZone("WITA", 8*3600),
	"Asia/Jayapura": time.FixedZone("WIT", 9*3600),
}

// Zone returns a time zone by its name in the IANA database: those of Indonesia are known here,
// others to the computer or, where it knows none, to the program. An unknown name is that of
// Jakarta.
func Zone(name string) *time.Location {
	if z := zone(name); z != nil {
		return z
	}
	return zones["Asia/Jakarta"]
}

// IsZone reports whether there is a time zone of that name.
func IsZone(name string) bool { return zone(name) != nil }

func zone(name string) *time.Location {
	if z := zones[name]; z != nil {
		return z
	}
	if name == "" || name == "Local" { // which is that of this computer
		return nil
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return z
}

// abbreviations are the time zones that are written by letters, by their hours east of Greenwich.
var abbreviations = map[string]string{
	"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "UTC": "Z", "GMT": "Z", "z": "Z",
}

// InZone reads a moment that says how far its clock is from Greenwich, by an offset such as +07:00,
// +0700 or Z or by the letters WIB, WITA, WIT, UTC and GMT, and returns it as a clock in zone shows
// it. ok is false for a text of any other form.
func InZone(s string, zone *time.Location) (m Moment, ok bool) {
	if len(s) <= len("2006-01-02 15:04") || zone == nil {
		return Moment{}, false
	}
	for letters, offset := range abbreviations {
		if clock, found := strings.CutSuffix(s, letters); found {
			s = strings.TrimRight(clock, " ") + offset
			break
		}
	}
	date, clock := s[:len(time.DateOnly)], s[len(time.DateOnly):]
	// an hour has no such minute, also where package time has it
	if strings.HasSuffix(clock, "60") {
		return Moment{}, false
	}
	if clock[0] != ' ' && clock[0] != 'T' && clock[0] != 't' {
		return Moment{}, false
	}
	clock = strings.ReplaceAll(clock[1:], " ", "")
	if _, err := ParseDay(date); err != nil {
		return Moment{}, false
	}
	for _, layout := range []string{
		"15:04Z07:00", "15:04:05Z07:00", "15:04Z0700", "15:04:05Z0700", "15:04Z07", "15:04:05Z07",
	} {
		t, err := time.Parse(time.DateOnly+" "+layout, date+" "+clock)
		if err != nil {
			continue
		}
		if _, offset := t.Zone(); offset < -12*3600 || offset > 14*3600 {
			return Moment{}, false // nobody's clock
		}
		m = MomentOf(t.In(zone))
		return m, m.Day.Year() <= 2200
	}
	return Moment{}, false
}

// minuteOf returns the Minute of a Moment that a clock shows.
func minuteOf(t time.Time) int16 { return int16(t.Hour()*60+t.Minute()) + 1 }

// MomentOf returns the Moment that a clock shows.
func MomentOf(t time.Time) Moment {
	return Moment{Day: DayOf(t.Date()), Minute: minuteOf(t)}
}

// IsZero reports whether m was not given.
func (m Moment) IsZero() bool { return m == Moment{} }

// Clock returns the hour and minute of m, and whether a time of day was given.
func (m Moment) Clock() (hour, minute int, ok bool) {
	if m.Minute == 0 {
		return 0, 0, false
	}
	return int(m.Minute-1) / 60, int(m.Minute-1) % 60, true
}

// Before reports whether m begins before n; without a time of day, a Moment begins with
// its day.
func (m Moment) Before(n Moment) bool {
	if m.Day != n.Day {
		return m.Day < n.Day
	}
	return max(m.Minute, 1) < max(n.Minute, 1)
}

// Over reports whether m has run out at now. A day without a time runs out at its end.
func (m Moment) Over(now Moment) bool {
	if m.Minute == 0 {
		return m.Day < now.Day
	}
	return !now.Before(m)
}

// String returns m as documents write it.
func (m Moment) String() string {
	if hour, minute, ok := m.Clock(); ok {
		return fmt.Sprintf("%s %02d:%02d", m.Day, hour, minute)
	}
	return m.Day.String()
}

// A Unit is what a Duration is counted in.
type Unit int8

// The units of the column "waktu" in a procedure.
const (
	Menit Unit = iota + 1
	Jam
	HariKerja // working day
	Hari
	Minggu
	Bulan
)

var unitNames = [...]string{
	Menit: "menit", Jam: "jam", HariKerja: "hari_kerja", Hari: "hari", Minggu: "minggu",
	Bulan: "bulan",
}

// String returns the unit as documents write it.
func (u Unit) String() string { return unitNames[u] }

// A Duration is a length of time as a procedure states it. The unit is kept, because ten
// working days are not fourteen days.
type Duration struct {
	Count int
	Unit  Unit
}

// ParseDuration reads a whole number and a unit, such as "15 menit" or "3 hari_kerja".
func ParseDuration(s string) (Duration, error) {
	var d Duration
	number, unit, ok := strings.Cut(strings.TrimSpace(s), " ")
	if !ok {
		return d, errors.New("want a number and a unit")
	}
	for _, c := range number {
		if d.Count = d.Count*10 + int(c-'0'); c < '0' || c > '9' || d.Count > 9999 {
			return Duration{}, errors.New("want a whole number up to 9999")
		}
	}
	unit = strings.ReplaceAll(strings.TrimSpace(unit), " ", "_")
	for u := Menit; u <= Bulan; u++ {
		if unit == unitNames[u] {
			d.Unit = u
			return d, nil
		}
	}
	return Duration{}, fmt.Errorf("unknown unit %q", unit)
}

// workingDay returns how many minutes a working day of so many hours has. It is a whole
// number, so that ten steps of a day take as long as one of ten days.
func workingDay(hours float64) int { return int(math.Round(hours * 60)) }

// WorkingMinutes returns d in minutes of working time, a working day having so many hours
// (7.5 by Perpres 21/2023: 37.5 hours in a week of five days). Days, weeks and months are
// taken for the most working days they can hold, so a sum of steps never comes out short.
func (d Duration) WorkingMinutes(workdayHours float64) int {
	day := workingDay(workdayHours)
	switch d.Unit {
	case Menit:
		return d.Count
	case Jam:
		return d.Count * 60
	case HariKerja, Hari:
		return d.Count * day
	case Minggu:
		return d.Count * 5 * day
	}
	return d.Count * 23 * day
}

// SplitWorking divides a working time into days, hours and minutes, leaving out those that
// are none. From one day on, minutes are rounded up to hours.
func SplitWorking(minutes int, workdayHours float64) []Duration {
	day := workingDay(workdayHours)
	days, rest := minutes/day, minutes%day
	if days > 0 {
		rest = (rest + 59) / 60 * 60
		if rest >= day {
			days, rest = days+1, 0
		}
	}
	var parts []Duration
	for _, d := range []Duration{{days, HariKerja}, {rest / 60, Jam}, {rest % 60, Menit}} {
		if d.Count > 0 {
			parts = append(parts, d)
		}
	}
	return parts
}
