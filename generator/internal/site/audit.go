package site

import (
	"cmp"
	"reflect"
	"slices"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// audit holds the public documents against the duties to publish. The Report of prev is
// kept when it says the same.
func (s *Site) audit(prev *Site) {
	evidence := map[string][]disclosure.Evidence{}
	for _, i := range s.Items {
		for _, r := range i.Meets {
			e := s.evidence(i)
			if r.Part != "" {
				e.Address += "#" + r.Part
			}
			e.Bare = lacks(i, e, r) != nil || mustShow(i) && r.Part == ""
			evidence[r.Target] = append(evidence[r.Target], e)
		}
	}
	r := disclosure.Audit(s.Data.Obligations, s.Data.Overrides, evidence, s.AsOf.Day)
	for _, kept := range s.Data.AuditResults {
		if kept.Day < r.AsOf {
			r.Earlier = append(r.Earlier, kept.Result)
		}
	}
	slices.SortFunc(r.Earlier, func(a, b disclosure.Result) int {
		return cmp.Compare(a.Day, b.Day)
	})
	s.Audit = &r
	if prev.Audit != nil && reflect.DeepEqual(*prev.Audit, r) {
		s.Audit = prev.Audit
	}
}

// mustShow reports whether a document must say which part of it meets which duty: a page of text
// that meets several.
func mustShow(i *Item) bool {
	return i.Kind.Lists.Hidden && len(i.Files) == 0 && len(i.Meets) > 1
}

// evidence is what an audit must know of a document. A check counts only when it says who
// checked.
func (s *Site) evidence(i *Item) disclosure.Evidence {
	e := disclosure.Evidence{
		Path: i.Path, Title: i.Title, Address: i.Address, Unit: i.Unit, Files: len(i.Files),
		Last: max(i.Day(), i.Updated),
	}
	if s.reviewed(i) {
		e.Last = max(e.Last, i.Reviewed)
	}
	e.Last = max(e.Last, i.Changed())
	switch {
	case i.Entry != nil:
		e.Nil, e.Year, e.Entry = i.Entry.Nil, i.Entry.Year, true
	case i.Procedure != nil:
		e.Table = true // the page is the document
	case i.Report != nil:
		e.Year, e.Table = i.Report.Year, true
	case i.Instrument != nil, i.Exclusion != nil:
		e.Table = true
	}
	e.Table = e.Table || i.Tables || i.Layout != ""
	return e
}

// lacks returns what the text of a document lacks to be evidence of a duty, or nil. A file is
// evidence without text; so is what the page shows besides text, unless only a part of it is meant.
func lacks(i *Item, e disclosure.Evidence, duty content.Reference) *content.Lack {
	if e.Nil || e.Files > 0 || e.Table && (duty.Part == "" || !i.HasAnchor(duty.Part)) {
		return nil
	}
	return duty.Lack
}

// requests checks that what the registers say has happened is not to come.
func (l *linker) requests() {
	today := l.site.AsOf.Day
	for y := range l.site.Data.Requests {
		year := &l.site.Data.Requests[y]
		for i := range year.Requests {
			q := &year.Requests[i]
			for _, of := range []struct {
				column string
				day    disclosure.Day
			}{
				{"diterima", q.Received}, {"diputus", q.Decided}, {"dijawab", q.Answered},
				{"diperpanjang", q.Extended}, {"keberatan", q.Objected},
				{"keberatan_dijawab", q.ObjectionAnswered},
			} {
				if of.day > today {
					d := diag.New(diag.RequestFuture, year.At[i], of.column, of.day.String(),
						today.String())
					d.Sealed = true
					l.diags = append(l.diags, d)
				}
			}
		}
	}
}

// results checks that the kept results of audits are of days that have been.
func (l *linker) results() {
	for _, r := range l.site.Data.AuditResults {
		if today := l.site.AsOf.Day; r.Day > today {
			l.diags.Add(diag.FieldFuture, r.At, "tanggal", r.Day.String(), today.String())
		}
	}
}
