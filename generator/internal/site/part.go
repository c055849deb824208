package site

import (
	"slices"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// The parts of a site: what it has one of. Each has a method of Reader below.
var (
	accessibilityPart = newPart("accessibility", func(p given) *content.Accessibility {
		return p.Accessibility
	})
	archivePart = newPart("archive", func(p given) content.Archive {
		return p.Settings.Archive
	})
	calendarPart = newPart("calendar", func(p given) disclosure.Calendar { return p.Calendar })
	classesPart  = newPart("classes of duties", func(p given) []content.ObligationClass {
		return p.Classes
	})
	instrumentsPart = newPart("classes of instruments", func(p given) []content.InstrumentClass {
		return p.Instruments
	})
	dayPart     = newPart("day", func(p given) disclosure.Day { return p.Day })
	draftsPart  = newPart("drafts", func(p given) bool { return p.Drafts })
	dutiesPart  = newPart("duties", func(p given) bool { return len(p.Obligations) > 0 })
	englishPart = newPart("English", func(p given) *content.Face {
		if p.Settings.English == nil {
			return nil
		}
		english := said(*p.Settings.English)
		return &english
	})
	facePart  = newPart("face", func(p given) content.Face { return said(p.Settings.Face) })
	formsPart = newPart("forms", func(p given) []*content.Form { return p.Forms })
	logPart   = newPart("log", func(p given) bool { return p.Settings.Log })
	monevPart = newPart("questionnaires", func(p given) []*disclosure.Questionnaire {
		return p.Questionnaires
	})
	refusalsPart = newPart("reasons for refusing", func(p given) []disclosure.Refusal {
		return p.Refusals
	})
	regimesPart  = newPart("regimes", func(p given) []disclosure.Regime { return p.regimes() })
	requestsPart = newPart("requests", func(p given) []content.YearOfRequests {
		return p.Requests
	})
	repositoryPart = newPart("repository", func(p given) content.Repository {
		return p.Settings.Repository
	})
	synonymsPart   = newPart("synonyms", func(p given) [][]string { return p.Synonyms })
	searchPart     = newPart("search", func(p given) bool { return p.Settings.Search })
	unitSlugsPart  = newPart("slugs of units", func(p given) []string { return unitSlugs(p.Units) })
	withdrawnPart  = newPart("withdrawn", func(p given) []content.Withdrawal { return p.Withdrawn })
	categoriesPart = newPart("categories", func(p given) []content.Label {
		return p.Settings.Categories
	})
	editorFormPart = newPart("editors' form", func(p given) content.EditorForm {
		f := p.Settings.Form
		f.At = diag.Span{} // which moves with what stands above it
		return f
	})
	editorFormAtPart = newPart("where the editors' form is set", func(p given) diag.Span {
		return p.Settings.Form.At
	})
	hostsPart = newPart("hosts", func(p given) []string { return p.Settings.Hosts })
)

var parts = []Row{
	accessibilityPart, archivePart, calendarPart, classesPart, instrumentsPart, dayPart, draftsPart,
	dutiesPart,
	englishPart, facePart, formsPart, logPart, monevPart, refusalsPart, regimesPart,
	requestsPart, repositoryPart,
	synonymsPart, searchPart, unitSlugsPart, withdrawnPart, categoriesPart, editorFormPart,
	editorFormAtPart, hostsPart, personalPart,
}

// said returns what a Face says, without where it was written: that moves with what stands
// above it.
func said(f content.Face) content.Face {
	h := &f.Home
	h.Examples, h.Tasks = slices.Clone(h.Examples), slices.Clone(h.Tasks)
	h.Deadlines = slices.Clone(h.Deadlines)
	for i := range h.Examples {
		h.Examples[i].At = diag.Span{}
	}
	for i := range h.Tasks {
		h.Tasks[i].At, h.Tasks[i].FactAt = diag.Span{}, diag.Span{}
	}
	for i := range h.Deadlines {
		h.Deadlines[i].At = diag.Span{}
	}
	f.Nav, f.Menu = nil, nil // of the frame
	return f
}

// Accessibility returns the last test of accessibility, nil when there was none.
func (r *Reader) Accessibility() *content.Accessibility { return askPart(r, accessibilityPart) }

// Archive returns which lists the site has besides its kinds and years.
func (r *Reader) Archive() content.Archive { return askPart(r, archivePart) }

// Calendar returns the holidays.
func (r *Reader) Calendar() disclosure.Calendar { return askPart(r, calendarPart) }

// DutyClasses returns the classes of duties to publish.
func (r *Reader) DutyClasses() []content.ObligationClass { return askPart(r, classesPart) }

// InstrumentClasses returns the classes of legal instruments by rank.
func (r *Reader) InstrumentClasses() []content.InstrumentClass {
	return askPart(r, instrumentsPart)
}

// Refusal returns a reason for refusing information, and whether there is one of that id.
func (r *Reader) Refusal(id string) (disclosure.Refusal, bool) {
	if found := disclosure.FindRefusal(askPart(r, refusalsPart), id); found != nil {
		return *found, true
	}
	return disclosure.Refusal{}, false
}

// RefusalNames returns the ids of the reasons for refusing information, or of those that exclude.
func (r *Reader) RefusalNames(excluding bool) []string {
	return disclosure.RefusalNames(askPart(r, refusalsPart), excluding)
}

// Day returns the day for which the site is built.
func (r *Reader) Day() disclosure.Day { return askPart(r, dayPart) }

// Drafts reports whether drafts are shown.
func (r *Reader) Drafts() bool { return askPart(r, draftsPart) }

// HasDuties reports whether the site knows its duties to publish.
func (r *Reader) HasDuties() bool { return askPart(r, dutiesPart) }

// English returns what the site says about itself in English, nil when it says nothing.
func (r *Reader) English() *content.Face { return askPart(r, englishPart) }

// Face returns what the site says about itself.
func (r *Reader) Face() content.Face { return askPart(r, facePart) }

// Form returns the form of an id, or nil.
func (r *Reader) Form(id string) *content.Form {
	for _, f := range askPart(r, formsPart) {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Log reports whether published files are recorded in a public log.
func (r *Reader) Log() bool { return askPart(r, logPart) }

// Questionnaires returns the assessments.
func (r *Reader) Questionnaires() []*disclosure.Questionnaire { return askPart(r, monevPart) }

// Regimes returns the sets of deadlines in the order in which pages show them: that of
// elections first while the election period lasts.
func (r *Reader) Regimes() []disclosure.Regime { return askPart(r, regimesPart) }

// Requests returns the register of requests received in a year, nil if there is none.
func (r *Reader) Requests(year int) *content.YearOfRequests {
	all := askPart(r, requestsPart)
	for i := range all {
		if all[i].Year == year {
			return &all[i]
		}
	}
	return nil
}

// RequestYears returns the years of which there is a register of requests.
func (r *Reader) RequestYears() []int {
	var years []int
	for _, y := range askPart(r, requestsPart) {
		years = append(years, y.Year)
	}
	return years
}

// RequestMonths returns the months of a year in which requests came.
func (r *Reader) RequestMonths(year int) []int {
	var months []int
	if y := r.Requests(year); y != nil {
		for _, q := range y.Requests {
			months = append(months, int(q.Received.Time().Month()))
		}
	}
	slices.Sort(months)
	return slices.Compact(months)
}

// Repository returns where the content is kept.
func (r *Reader) Repository() content.Repository { return askPart(r, repositoryPart) }

// Synonyms returns words and phrases that mean the same.
func (r *Reader) Synonyms() [][]string { return askPart(r, synonymsPart) }

// HasSearch reports whether visitors can search.
func (r *Reader) HasSearch() bool { return askPart(r, searchPart) }

// UnitSlugs returns the slugs of all units, in the order of the site.
func (r *Reader) UnitSlugs() []string { return askPart(r, unitSlugsPart) }

// Withdrawn returns the addresses that were withdrawn.
func (r *Reader) Withdrawn() []content.Withdrawal { return askPart(r, withdrawnPart) }

// Categories returns all categories of news.
func (r *Reader) Categories() []content.Label { return askPart(r, categoriesPart) }

// EditorForm returns the settings of the editors' form.
func (r *Reader) EditorForm() content.EditorForm { return askPart(r, editorFormPart) }

// EditorFormAt returns where the settings of the editors' form were written.
func (r *Reader) EditorFormAt() diag.Span { return askPart(r, editorFormAtPart) }

// Hosts returns the names of the places where the site is served.
func (r *Reader) Hosts() []string { return askPart(r, hostsPart) }

// regimes returns the sets of deadlines as they were written, those of elections first while the
// election period lasts, and last otherwise.
func (p given) regimes() []disclosure.Regime {
	regimes := slices.Clone(p.Regimes)
	first := p.Settings.Election.Holds(p.Day)
	slices.SortStableFunc(regimes, func(a, b disclosure.Regime) int {
		switch {
		case a.Election == b.Election:
			return 0
		case a.Election == first:
			return -1
		}
		return 1
	})
	return regimes
}
