package site

import (
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
)

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

// knownPositions returns the positions that a check can be made by: those that have a page, the two
// that the contacts name, and the units, also by the short names behind them. It is nil for a site
// without pages of positions, where nobody can tell a position from a name.
func (s *Site) knownPositions() (all []string) {
	for _, i := range s.Items {
		if i.Official != nil {
			all = append(all, i.Title)
		}
	}
	if len(all) == 0 {
		return nil
	}
	for _, u := range s.Data.Units {
		full, short, _ := strings.Cut(u.Name, " (")
		all = append(all, full)
		if short = strings.TrimSuffix(short, ")"); short != "" {
			all = append(all, short)
		}
	}
	if c := &s.Settings.Contact; c.Officer != "" {
		all = append(all, c.Officer, "PPID")
	}
	if c := &s.Settings.Contact; c.Superior != "" {
		all = append(all, c.Superior, "Atasan PPID")
	}
	return all
}

// reviewed reports whether it is said by which position a document was checked.
func (s *Site) reviewed(i *Item) bool {
	return i.ReviewedBy != "" && (s.positions == nil || s.isPosition(i.ReviewedBy))
}

// isPosition reports whether a text names one of the positions: the head of a unit, somebody who
// acts for another, and the body that it is a position of, may be named with it.
func (s *Site) isPosition(text string) bool {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, acting := range []string{"plt. ", "plh. ", "pj. ", "plt ", "plh ", "pj "} {
		text = strings.TrimPrefix(text, acting)
	}
	body := strings.ToLower(s.Settings.Title + "\n" + s.Settings.Short)
	return slices.ContainsFunc(s.positions, func(position string) bool {
		position = strings.ToLower(position)
		rest, ok := strings.CutPrefix(text, position)
		return ok && (rest == "" || strings.HasPrefix(rest, " ") && strings.Contains(body,
			rest[1:])) ||
			text == "kepala "+position
	})
}
