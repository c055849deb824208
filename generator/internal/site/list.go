package site

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A List is public documents that belong together, newest first. Lists are cut by year and
// month, not into pages that slide, so a new document touches few of them.
type List struct {
	Name    string // such as "berita", "berita/2021", "berita/kategori/kegiatan", "tag/anggaran"
	Address string
	Kind    *content.Kind // of a List of all its documents, or nil
	Sort    ListSort
	Label   string // the year, month, category, keyword or unit
	Items   []*Item
	Paged   bool // divided into pages of Archive.PageSize
	Single  bool // only the first page is shown: the others are in other Lists
	Facets  Facets
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
	g := gatherer{map[string]*List{}, map[dated][]*List{}, map[labelled]*List{}}
	items := slices.Clone(s.Items)
	slices.SortStableFunc(items, newestFirst)
	for _, i := range items {
		s.list(&g, i)
	}
	for _, kind := range s.Kinds {
		l := g.list(kind.Name, ByKind, "") // also when nothing is in it: menus lead there
		l.Kind, l.Address, l.Single = kind, kind.Lists.Address, kind.Lists.Dated
	}
	g.list("serta-merta", ByClass, disclosure.SertaMerta.String())
	s.lists = g.byName
	s.Lists = make([]*List, 0, len(g.byName))
	for name, l := range g.byName {
		l.order()
		if old := prev.lists[name]; old != nil && old.equal(l) {
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

// equal reports whether two Lists hold the same Items and look alike.
func (l *List) equal(o *List) bool {
	return slices.Equal(l.Items, o.Items) && l.Head() == o.Head() && l.Paged == o.Paged
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

// order puts the Items of a List into the order of its kind. They are the newest first
// already. In pages, a weight would move what is on the old ones.
func (l *List) order() {
	if l.Kind != nil && l.Kind.Lists.Order == content.ByTitle {
		slices.SortStableFunc(l.Items, func(a, b *Item) int {
			return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
		})
	}
	if !l.Paged {
		slices.SortStableFunc(l.Items, byWeight)
	}
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
		cmp.Compare(y.Day, x.Day),
		cmp.Compare(max(y.Minute, 1), max(x.Minute, 1)),
		cmp.Compare(a.Path, b.Path),
	)
}

type gatherer struct {
	byName  map[string]*List
	byDay   map[dated][]*List // of the documents of a day
	byLabel map[labelled]*List
}

// labelled is a sort of List and its label. The name of the List is only made for the first
// document that has them, since to make a slug of a keyword takes long.
type labelled struct {
	sort  ListSort
	label string
}

func (g *gatherer) list(name string, sort ListSort, label string) *List {
	l := g.byName[name]
	if l == nil {
		l = &List{Name: name, Address: "/" + name + "/", Sort: sort, Label: label}
		g.byName[name] = l
	}
	return l
}

func (g *gatherer) add(name string, sort ListSort, label string, i *Item, paged bool) {
	l := g.list(name, sort, label)
	l.Paged = paged
	l.Items = append(l.Items, i)
}

// put adds a document to the List of a label. The List is named by prefix and what slug makes
// of the label; there is none when slug makes nothing of it.
func (g *gatherer) put(
	prefix string, key labelled, slug func(label string) string, i *Item,
) {
	l, ok := g.byLabel[key]
	if !ok {
		if name := slug(key.label); name != "" {
			l = g.list(prefix+name, key.sort, key.label)
			l.Paged = true
		}
		g.byLabel[key] = l
	}
	if l != nil {
		l.Items = append(l.Items, i)
	}
}

// A dated is a kind and a day.
type dated struct {
	kind string
	day  disclosure.Day
}

// dated returns the Lists of the documents of a day: those of its year and its month.
func (g *gatherer) dated(kind string, day disclosure.Day, months bool) []*List {
	lists, ok := g.byDay[dated{kind, day}]
	if !ok {
		year := strconv.Itoa(day.Year())
		lists = append(lists, g.list(kind+"/"+year, ByYear, year))
		if months {
			month := day.String()[5:7]
			lists = append(lists, g.list(kind+"/"+year+"/"+month, ByMonth, day.String()[:7]))
		}
		for _, l := range lists {
			l.Paged = true
		}
		g.byDay[dated{kind, day}] = lists
	}
	return lists
}

// pages is the List of the pages that are found from menus, and of translations.
const pages = "halaman"

func asItIs(label string) string { return label }

// list puts one document into each List it belongs to.
func (s *Site) list(g *gatherer, i *Item) {
	if i.Lang != "id" || i.Kind.Lists.Hidden {
		g.add(pages, ByKind, "", i, false) // a translation is found from its original
		return
	}
	kind, lists, archive := i.Kind.Name, &i.Kind.Lists, s.Settings.Archive
	if lists.Faceted {
		s.facets(g, i)
	} else {
		g.add(kind, ByKind, "", i, lists.Paged)
	}
	if lists.Dated {
		for _, l := range g.dated(kind, i.Day(), archive.Months) {
			l.Items = append(l.Items, i)
		}
	}
	if lists.Categories && archive.Categories && i.News != nil {
		g.put(kind+"/kategori/", labelled{ByCategory, i.News.Category}, asItIs, i)
	}
	if a := i.Announcement; a != nil && a.Immediate {
		g.add("serta-merta", ByClass, disclosure.SertaMerta.String(), i, true)
	}
	if archive.Tags {
		for _, tag := range i.Tags {
			g.put("tag/", labelled{ByTag, tag}, content.TagSlug, i)
		}
	}
	if i.Unit != "" && archive.Units {
		g.put("unit/", labelled{ByUnit, i.Unit}, asItIs, i)
	}
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

// full returns how many full pages a List has besides the head page.
func (l *List) full(size int) int {
	if n := len(l.Items); l.Paged && !l.Single && n >= 2*size {
		return n/size - 1
	}
	return 0
}

// Page returns the Items on a page of a List that is divided into pages of size.
func (l *List) Page(number, size int) []*Item {
	n, full := len(l.Items), l.full(size)
	switch {
	case number < 0 || number > full:
		return nil
	case number > 0:
		return l.Items[n-number*size : n-(number-1)*size]
	case l.Single:
		return l.Items[:min(n, size)]
	}
	return l.Items[:n-full*size]
}

// Pages divides a List into pages of size. The head page comes first, then the others from
// the newest to the oldest.
func (l *List) Pages(size int) []Page {
	full := l.full(size)
	pages := []Page{{Items: l.Page(0, size), Last: full == 0}}
	for k := full; k > 0; k-- {
		pages = append(pages, Page{Number: k, Last: k == full, Items: l.Page(k, size)})
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
