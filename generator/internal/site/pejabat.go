package site

import "maklumat/generator/internal/diag"

// official checks the position above the document's: there must be one, and going up must end.
func (l *linker) official() {
	above := l.item.Official.Superior
	if above.Target == "" {
		return
	}
	l.reference(above)
	seen := map[*Item]bool{}
	for i := l.item; i != nil && i.Official != nil; i = l.Named(i.Path, i.Official.Superior) {
		if seen[i] {
			l.diags.Add(diag.OfficialLoop, above.At, above.Target)
			return
		}
		if seen[i] = true; i.Official.Superior.Target == "" {
			return
		}
	}
}
