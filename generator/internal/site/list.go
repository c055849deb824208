package site

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// A List is public documents that belong together, newest first. Lists are cut by year and
// month, not into pages that slide, so a new document touches few of them.
type List struct {
	Name    string // such as "berita", "berita/2021", "berita/kategori/kegiatan", "tag/anggaran"
	Address string
	Sort    ListSort
	Label   string // the year, month, category, keyword or unit
	Items   []*Item
	Paged   bool // divided into pages of Archive.PageSize
	Single  bool // only the first page is shown: the others are in other Lists
	Facets  Facets
}

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

// A ListSort says by what a List was gathered.
type ListSort int8

// The sorts of Lists.
const (
	ByKind ListSort = iota
	ByYear
	ByMonth
	ByCategory
	ByTag
	ByUnit
	ByClass
	ByFacets // of the register
)

// gatherLists builds all Lists, taking those of prev that hold the same Items.
func (s *Site) gatherLists(prev *Site) {
	g := gatherer{byName: map[string]*List{}, byDay: map[disclosure.Day][]*List{}, byLabel: map[labelled]*List{}}
	items := slices.Clone(s.Items)
	slices.SortStableFunc(items, newestFirst)
	for _, i := range items {
		s.list(&g, i)
	}
	for _, kind := range []string{"berita", "pengumuman", "sop", "informasi", "pengecualian", "regulasi", "laporan", "halaman"} {
		g.list(kind, ByKind, "") // also when nothing is in it: menus lead there
	}
	g.list("serta-merta", ByClass, disclosure.SertaMerta.String())
	s.lists = g.byName
	s.Lists = make([]*List, 0, len(g.byName))
	for name, l := range g.byName {
		if !l.Paged { // in pages, a weight would move what is on the old ones
			slices.SortStableFunc(l.Items, byWeight)
		}
		if old := prev.lists[name]; old != nil && slices.Equal(old.Items, l.Items) && old.Paged == l.Paged && old.Label == l.Label && old.Facets == l.Facets {
			l = old
			s.lists[name] = old
		}
		s.Lists = append(s.Lists, l)
	}
	slices.SortFunc(s.Lists, func(a, b *List) int { return cmp.Compare(a.Name, b.Name) })
	for _, i := range items {
		if a := i.Announcement; a != nil && a.Immediate && !i.Ended {
			s.Alerts = append(s.Alerts, i)
		}
	}
	s.index()
}

// keepLists takes the Lists of prev, with the retitled Items in their places.
func (s *Site) keepLists(prev *Site) {
	s.Lists, s.lists, s.Alerts = slices.Clone(prev.Lists), maps.Clone(prev.lists), prev.Alerts
	for k, l := range s.Lists {
		if items, other := exchange(l.Items, s.retitled); other {
			kept := *l
			kept.Items = items
			s.Lists[k], s.lists[l.Name] = &kept, &kept
		}
	}
	s.index()
}

// exchange returns items, which are of the Site before, with the retitled ones in their
// places, and whether there are any. Without, it returns items itself.
func exchange(items []*Item, retitled map[*Item]*Item) (exchanged []*Item, other bool) {
	for k, i := range items {
		now := retitled[i]
		if now == nil {
			continue
		}
		if !other {
			items, other = slices.Clone(items), true
		}
		items[k] = now
	}
	return items, other
}

// byWeight puts documents with a weight before those without, the smallest first.
func byWeight(a, b *Item) int {
	heavy := func(i *Item) int {
		if i.Weight == 0 {
			return math.MaxInt
		}
		return i.Weight
	}
	return cmp.Compare(heavy(a), heavy(b))
}

// newestFirst orders by day, time and path.
func newestFirst(a, b *Item) int {
	x, y := a.When(), b.When()
	return cmp.Or(
		cmp.Compare(y.Day, x.Day), cmp.Compare(max(y.Minute, 1), max(x.Minute, 1)), cmp.Compare(a.Path, b.Path))
}

type gatherer struct {
	byName  map[string]*List
	byDay   map[disclosure.Day][]*List // of the news of a day
	byLabel map[labelled]*List
}

// labelled is a sort of List and its label: a name is only made for the first document that
// has them.
type labelled struct {
	sort  ListSort
	label string
}

func (g *gatherer) list(name string, sort ListSort, label string) *List {
	l := g.byName[name]
	if l == nil {
		l = &List{Name: name, Address: "/" + name + "/", Sort: sort, Label: label, Single: name == "berita"}
		switch name {
		case "pengecualian":
			l.Address = "/informasi/dikecualikan/"
		case "halaman":
			l.Address = "" // pages are found from menus
		}
		g.byName[name] = l
	}
	return l
}

func (g *gatherer) add(name string, sort ListSort, label string, i *Item, paged bool) {
	l := g.list(name, sort, label)
	l.Paged = paged
	l.Items = append(l.Items, i)
}

// put adds a document to the List of a label, whose name is what comes before it and its end.
// Without an end there is no List.
func (g *gatherer) put(before string, sort ListSort, label string, end func(label string) string, i *Item) {
	key := labelled{sort, label}
	l, ok := g.byLabel[key]
	if !ok {
		if name := end(label); name != "" {
			l = g.list(before+name, sort, label)
			l.Paged = true
		}
		g.byLabel[key] = l
	}
	if l != nil {
		l.Items = append(l.Items, i)
	}
}

// dated returns the Lists of the news of a day: those of its year and its month.
func (g *gatherer) dated(day disclosure.Day, months bool) []*List {
	lists, ok := g.byDay[day]
	if !ok {
		year := strconv.Itoa(day.Year())
		lists = append(lists, g.list("berita/"+year, ByYear, year))
		if months {
			month := day.String()[5:7]
			lists = append(lists, g.list("berita/"+year+"/"+month, ByMonth, day.String()[:7]))
		}
		for _, l := range lists {
			l.Paged = true
		}
		g.byDay[day] = lists
	}
	return lists
}

func slugOf(tag string) string { return string(markdown.Slug([]byte(tag))) }

func asItIs(label string) string { return label }

// list puts one document into each List it belongs to.
func (s *Site) list(g *gatherer, i *Item) {
	if i.Lang != "id" || i.Kind.Name == "halaman" {
		g.add("halaman", ByKind, "", i, false) // a translation is found from its original
		return
	}
	kind, archive := i.Kind.Name, s.Settings.Archive
	switch kind {
	case "berita":
		g.add(kind, ByKind, "", i, false)
		for _, l := range g.dated(i.Day(), archive.Months) {
			l.Items = append(l.Items, i)
		}
		if archive.Categories {
			g.put(kind+"/kategori/", ByCategory, i.News.Category, asItIs, i)
		}
	case "informasi":
		s.facets(g, i)
	default:
		g.add(kind, ByKind, "", i, kind == "pengumuman")
		if a := i.Announcement; a != nil && a.Immediate {
			g.add("serta-merta", ByClass, disclosure.SertaMerta.String(), i, true)
		}
	}
	if archive.Tags {
		for _, tag := range i.Tags {
			g.put("tag/", ByTag, tag, slugOf, i)
		}
	}
	if i.Unit != "" && archive.Units {
		g.put("unit/", ByUnit, i.Unit, asItIs, i)
	}
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

// children returns the Lists one part below a name, in the order of their names.
func (s *Site) children(name string) []*List {
	prefix := name + "/"
	from, _ := slices.BinarySearchFunc(s.Lists, prefix, func(l *List, prefix string) int {
		return cmp.Compare(l.Name, prefix)
	})
	var out []*List
	for _, l := range s.Lists[from:] {
		rest, ok := strings.CutPrefix(l.Name, prefix)
		if !ok {
			break
		}
		if !strings.Contains(rest, "/") {
			out = append(out, l)
		}
	}
	return out
}

// A Page is one page of a List. Number counts from the oldest items, so that a full page
// never changes again; 0 is the head page, which holds the newest items, between one and
// two pages of them.
type Page struct {
	Number int
	Last   bool // no newer full page
	Items  []*Item
}

// Pages divides a List of n items into pages of size. The head page comes first, then the
// others from the newest to the oldest.
func (l *List) Pages(size int) []Page {
	n := len(l.Items)
	if l.Single {
		return []Page{{Items: l.Items[:min(n, size)], Last: true}}
	}
	if !l.Paged || n < 2*size {
		return []Page{{Items: l.Items, Last: true}}
	}
	full := n/size - 1
	pages := []Page{{Items: l.Items[:n-full*size]}}
	for k := full; k > 0; k-- {
		pages = append(pages, Page{Number: k, Last: k == full, Items: l.Items[n-k*size : n-(k-1)*size]})
	}
	return pages
}

// PageAddress returns the address of a page of the List at an address.
func PageAddress(list string, number int) string {
	if number == 0 {
		return list
	}
	return list + "halaman/" + strconv.Itoa(number) + "/"
}
