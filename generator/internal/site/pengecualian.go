package site

import "maklumat/generator/internal/diag"

// exclusion checks what only the day and the other documents can tell: a term that has run
// out (UU 14/2008 ps. 20), and information that is public and excluded at once.
func (l *linker) exclusion() {
	e := l.item.Exclusion
	for _, r := range e.OpenedAt {
		l.reference(r)
	}
	if e.Status == "berlaku" && e.Until != 0 && e.Until < l.site.AsOf.Day {
		l.diags.Add(diag.DIKExpired, l.doc.At("jangka_waktu"), e.Until.String())
	}
	open := l.site.bySlug("informasi", l.item.Slug)
	if open != nil && e.Whole() && e.Status == "berlaku" {
		title := l.site.Document(open.Path).At("title")
		l.add(diag.New(diag.DIKOverlap, l.doc.At("bagian"), l.item.Slug).With(title))
	}
}
