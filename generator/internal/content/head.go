package content

import (
	"maklumat/generator/internal/disclosure"
)

// Day returns the day by which the document is sorted and dated.
func (h *Head) Day() disclosure.Day { return h.When().Day }

// When returns the moment of publication. A document without one counts by the date that
// its kind has instead.
func (h *Head) When() disclosure.Moment {
	switch {
	case !h.Date.IsZero():
		return h.Date
	case h.Kind.made != nil:
		return h.Kind.made(h)
	}
	return disclosure.Moment{Day: h.Updated}
}

// LastChange returns the day of the newest thing the document says about itself. It is
// never taken from a file's time.
func (h *Head) LastChange() disclosure.Day {
	return max(h.Day(), h.Updated, h.Reviewed, h.Changed())
}

// Changed returns the day of the last change that the document tells its readers of.
func (h *Head) Changed() disclosure.Day {
	day := newest(h.Changes)
	if h.Kind.changed != nil {
		day = max(day, h.Kind.changed(h))
	}
	return day
}

func newest(changes []Change) (day disclosure.Day) {
	for _, c := range changes {
		day = max(day, c.Date)
	}
	return day
}

// Number returns the number under which the document is filed among those of its kind, or "".
func (h *Head) Number() string {
	if h.Kind.number == nil {
		return ""
	}
	return h.Kind.number(h)
}
