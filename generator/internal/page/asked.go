package page

// What a View holds is filled before its layout is executed. The methods below are filled
// when a layout asks for them, so each layout can show what it wants, one of a site's own
// too, and its page depends on that alone.

// Strip returns the deadlines that matter most, in short.
func (v *View) Strip() []DeadlineRow { return asked(v, "Strip", (*Filling).strip) }

// Deadlines returns the sets of deadlines beside each other.
func (v *View) Deadlines() *Deadlines { return asked(v, "Deadlines", (*Filling).allDeadlines) }

// ComplaintDeadlines returns the sets of deadlines of complaints beside each other.
func (v *View) ComplaintDeadlines() *Deadlines {
	return asked(v, "ComplaintDeadlines", (*Filling).complaintDeadlines)
}

// Election returns the name of the set of deadlines that comes first because the election period
// lasts, "" outside of it.
func (v *View) Election() string { return asked(v, "Election", (*Filling).election) }

// Figures returns the rows of a page of a table that has many, nil on other pages.
func (v *View) Figures() *FiguresTable { return asked(v, "Figures", (*Filling).figuresOfPage) }

// Upcoming returns the events that are not over, the next one first.
func (v *View) Upcoming() []Row { return asked(v, "Upcoming", (*Filling).upcoming) }

// Past returns the events of this page of their list that are over.
func (v *View) Past() []Row { return asked(v, "Past", (*Filling).past) }

// Structure returns the positions of the body, each with those below it.
func (v *View) Structure() []Position { return asked(v, "Structure", (*Filling).structure) }

// FAQ returns the questions of the page's text with their answers, nil when it asks none.
func (v *View) FAQ() *Graph { return asked(v, "FAQ", (*Filling).faq) }

// Calculator returns when an answer is due, by the day on which a request was received.
func (v *View) Calculator() *Calculator { return asked(v, "Calculator", (*Filling).calculator) }

// Form returns the form that the document names, nil when it names none.
func (v *View) Form() *Form { return asked(v, "Form", (*Filling).form) }

// OpenData returns what can be had as data.
func (v *View) OpenData() []OpenData { return asked(v, "OpenData", (*Filling).openData) }

// Tested returns what the last test of accessibility found, nil when there was none.
func (v *View) Tested() []Fact { return asked(v, "Tested", (*Filling).tested) }

// An asker fills what layouts ask a View for, once for each name.
type asker struct {
	from *Filling // nil for a sample
	full bool     // of a sample: everything is there
	made map[string]any
}

// asked returns what a layout asks for.
func asked[T any](v *View, name string, fill func(g *Filling) T) T {
	if made, ok := v.asker.made[name]; ok {
		return made.(T)
	}
	var made T
	if v.asker.from == nil {
		made = *Sample[T](v.asker.full)
	} else {
		made = fill(v.asker.from)
	}
	v.set(name, made)
	return made
}

// set says what a layout gets when it asks for a name.
func (v *View) set(name string, made any) {
	if v.asker.made == nil {
		v.asker.made = map[string]any{}
	}
	v.asker.made[name] = made
}

// SampleView returns a View with everything in it there, or with every pointer there and all
// else empty, in the words of a language.
func SampleView(full bool, words map[string]string) *View {
	v := Sample[View](full)
	v.T, v.asker.full = words, full
	return v
}
