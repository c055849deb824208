package page

import "maklumat/generator/internal/site"

// A Position is one of the body with those below it.
type Position struct {
	Title, Href string
	Name, Term  string // who holds it, as far as that is said
	Unit        *Link  // that it heads
	Below       []Position
}

// positionRow fills the line of a list.
func (g *Filling) positionRow(i *site.Item, r *Row) {
	r.Note = dotted(valueOf(i, "nama"), valueOf(i, "menjabat"))
}

// valueOf is what a header says in a field that no code reads, or "".
func valueOf(i *site.Item, name string) string {
	for k := range i.Kept {
		if i.Kept[k].Field.Name == name {
			return i.Kept[k].Text
		}
	}
	return ""
}

// structure is the positions of the body, each below the one that it names.
func (g *Filling) structure() []Position {
	below, known := map[string][]*site.Item{}, map[string]bool{}
	l := g.read.List("pejabat")
	if l == nil {
		return nil
	}
	items := l.Items
	for _, i := range items {
		known[i.Slug] = true
	}
	for _, i := range items {
		above := i.Official.Superior.Target
		if !known[above] {
			above = "" // it is not public
		}
		below[above] = append(below[above], i)
	}
	var under func(slug string, depth int) []Position
	under = func(slug string, depth int) (all []Position) {
		if depth > len(items) { // which a message says, if nothing else
			return nil
		}
		for _, i := range below[slug] {
			p := Position{
				Title: i.Title, Href: g.href(i.Address), Name: valueOf(i, "nama"),
				Term: valueOf(i, "menjabat"), Below: under(i.Slug, depth+1),
			}
			if u, ok := g.read.Unit(valueOf(i, "unit")); ok {
				link := g.unitLink(u, i.Lang)
				p.Unit = &link
			}
			all = append(all, p)
		}
		return all
	}
	return under("", 0)
}
