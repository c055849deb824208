package site

import (
	"iter"
	"reflect"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// A Shape says where the documents and lists of a Site are and which files they show, but
// not what they say. Outputs are planned from it, so a new title or text plans nothing anew.
type Shape struct{ site *Site }

// An edition tells two Sites apart in some respect: a Site keeps the pointer of the one
// before while nothing differs in it.
type edition struct{ _ int8 }

// A Place is what the plan must know of a public document.
type Place struct {
	Path, Address string
	Kind          *content.Kind
	Layout        string // that the header asks for, or ""
	Draft         bool
	Aliases       []string
	Photos        []string       // above the text
	Listed        []content.File // that the header lists, without their places
	Offered       []string       // all files that the header offers to download
	Kept          []string       // files that fields of no code name
	Shown         []Shown        // of the body
	OwnPage       bool           // it is not a place on another page
	Report        bool           // it has figures
	Procedure     bool           // it has steps
}

// A Shown is a reference of a body that may lead to a file.
type Shown struct {
	Kind  markdown.RefKind
	URL   string
	Block string // of markdown.Figures
}

// place returns the Place of an Item and its document.
func place(i *Item, doc *content.Document) Place {
	p := Place{
		Path: i.Path, Address: i.Address, Kind: i.Kind, Layout: i.Layout, Draft: i.Draft,
		Aliases: i.Aliases, Offered: offered(i.Head), Shown: shown(doc), OwnPage: i.OwnPage(),
		Report: i.Report != nil, Procedure: i.Procedure != nil,
	}
	if i.News != nil {
		for _, photo := range i.News.Photos {
			p.Photos = append(p.Photos, photo.Src)
		}
	}
	content.Values(i.Head.Kept, content.Path, func(_, text string) {
		p.Kept = append(p.Kept, text)
	})
	for _, f := range i.Files {
		f.At.Start, f.At.End = 0, 0
		p.Listed = append(p.Listed, f)
	}
	return p
}

// sameShape reports whether the documents and lists of two Sites are planned alike.
func (s *Site) sameShape(prev *Site, differs difference) bool {
	switch {
	case !s.plannedAlike:
		return false
	case differs != moved:
		return true
	}
	return prev.Settings != nil && s.Settings.Archive.PageSize == prev.Settings.Archive.PageSize &&
		slices.EqualFunc(s.Items, prev.Items, func(a, b *Item) bool { return a.Path == b.Path }) &&
		slices.EqualFunc(s.Lists, prev.Lists, func(a, b *List) bool {
			return a == b || a.Head() == b.Head() && len(a.Items) == len(b.Items) &&
				a.Paged == b.Paged
		})
}

// samePlan reports whether two versions of a public document are planned alike.
func samePlan(a *Item, doc *content.Document, b *Item, other *content.Document) bool {
	return reflect.DeepEqual(place(a, doc), place(b, other))
}

// shown returns the references of a body that may lead to files.
func shown(doc *content.Document) []Shown {
	var all []Shown
	for ref := range doc.Refs.All("") {
		if mayBeFile(&ref) {
			shown := Shown{Kind: ref.Kind, URL: ref.URL}
			if ref.Kind == markdown.Figures {
				shown.Block = ref.Alt
			}
			all = append(all, shown)
		}
	}
	return all
}

// ShownAt returns where the body of a document shows the file that is number n of
// Place.Shown.
func ShownAt(doc *content.Document, n int) diag.Span {
	for ref := range doc.Refs.All(doc.Path) {
		if !mayBeFile(&ref) {
			continue
		}
		if n == 0 {
			return ref.At
		}
		n--
	}
	return diag.Span{File: doc.Path}
}

// mayBeFile reports whether a reference may lead to a file, and not to a page.
func mayBeFile(ref *markdown.Ref) bool {
	if ref.Kind != markdown.Link {
		return ref.Kind != markdown.Deadline
	}
	target, _, _ := strings.Cut(ref.URL, "#")
	return target != "" && !strings.HasSuffix(target, "/") && !strings.HasSuffix(target, ".md")
}

// offered returns the files that a header offers to download.
func offered(h *content.Head) []string {
	var all []string
	for _, f := range h.Files {
		all = append(all, f.Src)
	}
	changes := h.Changes
	if h.Entry != nil {
		changes = slices.Concat(changes, h.Entry.Revisions)
	}
	for _, c := range changes {
		if c.File != "" {
			all = append(all, c.File)
		}
	}
	return all
}

// Documents yields the Places of all public documents, sorted by path.
func (s Shape) Documents() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		docs := s.site.Documents // as sorted as the Items
		for _, i := range s.site.Items {
			for docs[0].Path != i.Path {
				docs = docs[1:]
			}
			if !yield(place(i, docs[0])) {
				return
			}
		}
	}
}

// A ListHead is what there is to know of a List without its Items.
type ListHead struct {
	Name, Address string
	Sort          ListSort
	Label         string
	Facets        Facets
	Kind          *content.Kind // of a List of all its documents, or nil
	Feed          bool          // feeds of it are published
}

// Head returns the head of l.
func (l *List) Head() ListHead {
	return ListHead{l.Name, l.Address, l.Sort, l.Label, l.Facets, l.Kind, l.HasFeed()}
}

// A ListPlace is what the plan must know of a List.
type ListPlace struct {
	ListHead
	Items int // how many
	Pages []PageNumber
}

// A PageNumber is that of a page of a List.
type PageNumber struct {
	Number int
	Last   bool // no newer full page follows
}

// A ListPage is a page of a List. How many documents there are, and which full page is the
// newest, only the head page knows: the others would change with each new document.
type ListPage struct {
	Items []*Item
	Total int // documents in the List
	Older int // the number of the newest full page, or 0
}

// A Child is a List below another.
type Child struct {
	ListHead
	Items int // how many
}

// Lists yields the places of all Lists, sorted by name.
func (s Shape) Lists() iter.Seq[ListPlace] {
	return func(yield func(ListPlace) bool) {
		for _, l := range s.site.Lists {
			p := ListPlace{ListHead: l.Head(), Items: len(l.Items)}
			for _, page := range l.Pages(s.site.Settings.Archive.PageSize) {
				p.Pages = append(p.Pages, PageNumber{page.Number, page.Last})
			}
			if !yield(p) {
				return
			}
		}
	}
}

// page returns a page of a List.
func (s *Site) page(name string, number int) (p ListPage) {
	l, size := s.lists[name], s.Settings.Archive.PageSize
	if l == nil {
		return p
	}
	p.Items = l.Page(number, size)
	if number == 0 {
		p.Total, p.Older = len(l.Items), l.full(size)
	}
	return p
}

// pages returns how many pages a List has besides its head page.
func (s *Site) pages(name string) int {
	if l := s.lists[name]; l != nil {
		return l.full(s.Settings.Archive.PageSize)
	}
	return 0
}

// staticFiles returns the files below static/ that are published as they are.
func (s *Site) staticFiles() []string {
	const folder, assets = "static/", "static/aset/"
	entries := s.Tree.Entries // sorted by path
	var files []string
	for _, e := range entries[s.Tree.From(folder):] {
		if !strings.HasPrefix(e.Path, folder) {
			break
		}
		if !strings.HasPrefix(e.Path, assets) && !isBelow(s.closed, e.Path) {
			files = append(files, e.Path)
		}
	}
	return files
}
