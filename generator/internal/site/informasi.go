package site

import "strconv"

// entry checks an entry of the register of public information.
func (l *linker) entry() { l.changes(l.item.Entry.Revisions) }

// Facets say by what a part of the register was chosen; "" is by nothing. They stand in
// the address in this order, those that are "" left out.
type Facets struct{ Class, Year, Unit string }

// Name returns the name of the List of those Facets.
func (f Facets) Name() string {
	name := "informasi"
	for _, part := range []string{f.Class, f.Year, f.Unit} {
		if part != "" {
			name += "/" + part
		}
	}
	return name
}

// facets puts an entry of the register into the List of each choice that it is part of.
func (s *Site) facets(g *gatherer, i *Item) {
	own := Facets{i.Class.String(), strconv.Itoa(EntryYear(i)), i.Unit}
	for _, class := range []string{"", own.Class} {
		for _, year := range []string{"", own.Year} {
			g.facet(Facets{class, year, ""}, i)
			if own.Unit != "" {
				g.facet(Facets{class, year, own.Unit}, i)
			}
		}
	}
}

func (g *gatherer) facet(f Facets, i *Item) {
	sort := ByFacets
	if f == (Facets{}) {
		sort = ByKind
	}
	g.add(f.Name(), sort, "", i, true)
	g.byName[f.Name()].Facets = f
}

// EntryYear is the year of the register in which an entry is found: the year its content
// covers, or else that in which it was made.
func EntryYear(i *Item) int {
	if i.Entry.Year != 0 {
		return i.Entry.Year
	}
	return i.Entry.Made.Year()
}
