package site

import (
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
	for _, r := range p.Basis {
		if content.IsSlug(r.Target) {
			l.reference(r)
			l.basis(r)
		}
	}
	l.limit(p)
}

// basis warns of a legal basis that was revoked.
func (l *linker) basis(r content.Reference) {
	if i := l.Named(l.item.Path, r); i != nil && i.Instrument != nil && l.IsRevoked(i) {
		l.stale(i, r.At)
	}
}

// limit compares the time that the body itself takes on the longest way through a procedure
// with the legal limit that the procedure names. Waiting for the citizen does not count.
func (l *linker) limit(p *content.Procedure) {
	if p.Limit == "" {
		return
	}
	regimes := l.site.Data.Regimes
	d := disclosure.FindDeadline(regimes, p.Limit)
	switch {
	case d == nil:
		l.unknown(diag.DeadlineUnknown, p.Limit, p.LimitAt, disclosure.DeadlineNames(regimes))
		return
	case !d.Known:
		l.diags.Add(diag.DeadlineOpen, p.LimitAt, p.Limit)
		return
	}
	limit := disclosure.Duration{Count: d.Days, Unit: disclosure.HariKerja}.WorkingMinutes(p.Hours)
	times := p.Times()
	if longest := max(times.OwnLongest, p.Promise.WorkingMinutes(p.Hours)); longest > limit {
		l.diags.Add(diag.SOPLimit, p.LimitAt,
			p.Words(longest), p.Limit, p.Words(limit), p.PathNames(times.Path))
	}
}
