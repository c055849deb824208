package site

import (
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// procedure checks what a procedure says of others, and its time.
func (l *linker) procedure() {
	p := l.item.Procedure
	for _, r := range p.Connected {
		l.reference(r)
	}
	for _, r := range p.ActionTo {
		l.reference(r)
	}
	for _, r := range p.Basis {
		if content.IsSlug(r.Target) {
			l.reference(r)
			l.basis(r)
		}
	}
	l.limits(p)
}

// basis warns of a legal basis that was revoked.
func (l *linker) basis(r content.Reference) {
	if i := l.Named(l.item.Path, r); i != nil && i.Instrument != nil && l.IsRevoked(i) {
		l.stale(i, r.At)
	}
}

// limits holds the time that the longest way through a procedure takes against the limits of the
// law: those that it names, and under each set of deadlines those of the duties that it meets. Each
// is held against the way under its own set. The requester's own time does not count.
func (l *linker) limits(p *content.Procedure) {
	regimes := l.site.Data.Regimes
	for _, r := range p.Regimes {
		if !slices.ContainsFunc(regimes,
			func(o disclosure.Regime) bool { return o.ID == r.Target }) {
			var ids []string
			for i := range regimes {
				ids = append(ids, regimes[i].ID)
			}
			l.unknown(diag.DeadlineUnknown, r.Target, r.At, ids)
		}
	}
	limits, told := slices.Clone(p.Limits), ""
	for n, r := range limits {
		switch d := disclosure.FindDeadline(regimes, r.Target); {
		case d == nil:
			l.unknown(diag.DeadlineUnknown, r.Target, r.At, disclosure.DeadlineNames(regimes))
		case !d.Known:
			l.diags.Add(diag.DeadlineOpen, r.At, r.Target)
		case n == 0 && p.Promise.WorkingMinutes(p.Hours) > l.minutes(p, r.Target):
			l.diags.Add(diag.SOPLimit, r.At, p.Words(p.Promise.WorkingMinutes(p.Hours)),
				r.Target, p.Words(l.minutes(p, r.Target)), p.PathNames(p.Times().Path))
			told = r.Target
		}
	}
	for _, m := range l.item.Meets {
		o := l.site.Data.Obligation(m.Target)
		for i := range regimes {
			if o == nil || o.Limit == "" {
				break
			}
			name := regimes[i].ID + "/" + o.Limit
			if d := regimes[i].Find(o.Limit); d != nil && d.Known && !slices.ContainsFunc(limits,
				func(r content.Reference) bool { return r.Target == name }) {
				limits = append(limits, content.Reference{Target: name, At: m.At})
			}
		}
	}
	for _, r := range limits {
		limit := l.minutes(p, r.Target)
		regime, _, _ := strings.Cut(r.Target, "/")
		switch longest, path := p.LegalTime(regime); {
		case limit < 0 || r.Target == told:
		case path == nil:
			l.diags.Add(diag.SOPRegime, r.At, r.Target, regime)
		case longest > limit:
			l.diags.Add(diag.SOPLimit, r.At,
				p.Words(longest), r.Target, p.Words(limit), p.PathNames(path))
		}
	}
}

// minutes returns the working time of a deadline, counted from the event that starts the one it
// extends, or -1 when it is not known.
func (l *linker) minutes(p *content.Procedure, name string) int {
	regime, id, _ := strings.Cut(name, "/")
	for i := range l.site.Data.Regimes {
		r := &l.site.Data.Regimes[i]
		if d := r.Find(id); r.ID == regime && d != nil && d.Known {
			days := disclosure.Duration{Count: r.Total(d), Unit: disclosure.HariKerja}
			return days.WorkingMinutes(p.Hours)
		}
	}
	return -1
}
