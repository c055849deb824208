package site

import (
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// exclusion checks what only the law, the day and the other documents can tell: grounds that there
// are, a term that has run out (UU 14/2008 ps. 20), and information that is public and excluded at
// once.
func (l *linker) exclusion() {
	e := l.item.Exclusion
	for _, r := range e.OpenedAt {
		l.reference(r)
	}
	for _, id := range e.Grounds {
		ground := l.refusal("dasar", id, true)
		if ground == nil {
			continue
		}
		if ground.Cites && len(e.Articles) == 0 {
			l.diags.Add(diag.DIKAct, l.doc.At("dasar"), id)
		}
		last := e.From.AddMonths(12 * ground.Years)
		if ground.Years > 0 && e.From != 0 && e.Until > last {
			l.diags.Add(diag.DIKLong, l.doc.At("jangka_waktu"), id, strconv.Itoa(ground.Years),
				e.Until.String(), last.String())
		}
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

// refusal returns the reason of an id that stands in a field, one for which information can be
// excluded if that is asked for. Without one, that is told, and it is nil. A site without a pack of
// law knows no reasons: there each is shown as it is written.
func (l *linker) refusal(field, id string, excluding bool) *disclosure.Refusal {
	known := disclosure.RefusalNames(l.site.Data.Refusals, excluding)
	if !slices.Contains(known, id) {
		if len(l.site.Data.Refusals) == 0 {
			return nil
		}
		l.diags.Add(diag.RefusalUnknown, l.doc.At(field), id, strings.Join(known, ", "))
		return nil
	}
	return disclosure.FindRefusal(l.site.Data.Refusals, id)
}
