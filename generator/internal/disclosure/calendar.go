package disclosure

import (
	"cmp"
	"slices"
	"time"
)

// A Rest says why a day is not a working day.
type Rest int8

// The reasons for a day of rest. National holidays and collective leave are set by one
// joint decree of three ministers for each year; local ones are a body's own, such as a
// polling day. Of two reasons for one day the earlier one here is told.
const (
	Weekend Rest = iota + 1
	National
	Collective // cuti bersama
	Local
)

// A Holiday is a day of rest with a name.
type Holiday struct {
	Day  Day
	Rest Rest
	Name string
}

// A Year holds the holidays of one year, with the decree that sets them.
type Year struct {
	Year     int
	Decree   string
	Holidays []Holiday
}

// A FixedHoliday is a holiday on one day of every year, which needs no decree of that year, such as
// 17 August.
type FixedHoliday struct {
	Month time.Month
	Day   int
	Name  string
}

// A Calendar knows the working days: Monday to Friday without holidays. Of a year that is not among
// its Years it knows the Fixed ones alone. The zero Calendar knows no holidays of any year.
type Calendar struct {
	Years []Year // sorted
	Fixed []FixedHoliday
	rests map[Day]Holiday
}

// NewCalendar returns the Calendar of the given years, each of which comes once, and of the
// holidays that are fixed.
func NewCalendar(years []Year, fixed ...FixedHoliday) Calendar {
	c := Calendar{Years: slices.Clone(years), Fixed: fixed, rests: map[Day]Holiday{}}
	slices.SortFunc(c.Years, func(a, b Year) int { return cmp.Compare(a.Year, b.Year) })
	for _, y := range c.Years {
		for _, h := range y.Holidays {
			if old, ok := c.rests[h.Day]; !ok || h.Rest < old.Rest {
				c.rests[h.Day] = h
			}
		}
	}
	return c
}

// WithoutCollective returns c without collective leave, for a rule that counts those days.
func (c Calendar) WithoutCollective() Calendar {
	var years []Year
	for _, y := range c.Years {
		isLeave := func(h Holiday) bool { return h.Rest == Collective }
		y.Holidays = slices.DeleteFunc(slices.Clone(y.Holidays), isLeave)
		years = append(years, y)
	}
	return NewCalendar(years, c.Fixed...)
}

// Knows reports whether c has the holidays of a year.
func (c Calendar) Knows(year int) bool {
	return slices.ContainsFunc(c.Years, func(y Year) bool { return y.Year == year })
}

// Last returns the last day of the last year whose holidays c has, 0 if it has none.
func (c Calendar) Last() Day {
	if len(c.Years) == 0 {
		return 0
	}
	return DayOf(c.Years[len(c.Years)-1].Year, time.December, 31)
}

// Rest returns why a day is not a working day; ok is false for a working day.
func (c Calendar) Rest(d Day) (rest Holiday, ok bool) {
	if h, ok := c.rests[d]; ok {
		return h, true
	}
	if !c.Knows(d.Year()) {
		_, month, day := d.Time().Date()
		for _, f := range c.Fixed {
			if f.Month == month && f.Day == day {
				return Holiday{Day: d, Rest: National, Name: f.Name}, true
			}
		}
	}
	if w := d.Time().Weekday(); w == time.Saturday || w == time.Sunday {
		return Holiday{Day: d, Rest: Weekend}, true
	}
	return Holiday{}, false
}

// A Due is the last day of a time limit, and how it was found.
type Due struct {
	Day     Day
	Skipped []Holiday // the days that were not counted, in order
	// Provisional is set when a day fell in a year whose holidays are not known: the true
	// day may be later.
	Provisional bool
}

// After returns the n-th working day after a day. What comes in on a day of rest is received
// on that day: the first day counted is the next working day in either case.
func (c Calendar) After(from Day, n int) Due {
	due := Due{Day: from}
	for n > 0 {
		due.Day++
		if !c.Knows(due.Day.Year()) {
			due.Provisional = true
		}
		if rest, ok := c.Rest(due.Day); ok {
			due.Skipped = append(due.Skipped, rest)
			continue
		}
		n--
	}
	return due
}
