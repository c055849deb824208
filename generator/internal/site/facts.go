package site

import (
	"cmp"
	"maps"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/source"
)

var documentFact = fact[*content.Document]{
	documentKey, "document",
	func(w *World, path string) *content.Document { return w.site.Document(path) },
	equal[*content.Document],
	func(prev, now *World, yield func(string)) {
		path := func(d *content.Document) string { return d.Path }
		diffSorted(prev.site.Documents, now.site.Documents, path, yield)
		eachItem(prev, now, func(i *Item) { yield(i.Path) }) // which of the documents are public
	},
}

var itemFact = fact[*Item]{
	ItemKey, "item",
	func(w *World, path string) *Item { return w.site.byPath[path] },
	equal[*Item],
	func(prev, now *World, yield func(string)) {
		eachItem(prev, now, func(i *Item) { yield(i.Path) })
	},
}

var addressFact = fact[*Item]{
	addressKey, "address",
	func(w *World, address string) *Item { return w.site.byAddress[address] },
	equal[*Item],
	func(prev, now *World, yield func(string)) {
		eachItem(prev, now, func(i *Item) { eachAddress(i, yield) })
	},
}

// heldFact says why a document is not public: Public when it is, or when there is none.
var heldFact = fact[Reason]{
	heldKey, "held document",
	func(w *World, path string) Reason { return w.site.held[path] },
	equal[Reason],
	eachKey(func(w *World) map[string]Reason { return w.site.held }),
}

// brokenFact is the path of the document with errors that would be at an address, or "".
var brokenFact = fact[string]{
	brokenKey, "address of a document with errors",
	func(w *World, address string) string { return w.site.brokenAt(address) },
	equal[string],
	func(prev, now *World, yield func(string)) {
		for _, i := range slices.Concat(prev.site.broken, now.site.broken) {
			eachAddress(i, yield)
		}
	},
}

// slugFact is named by a kind and a slug with a slash between them; the kind may be "".
var slugFact = fact[*Item]{
	slugKey, "slug", func(w *World, name string) *Item {
		kind, slug, _ := strings.Cut(name, "/")
		return w.site.bySlug(kind, slug)
	}, equal[*Item],
	func(prev, now *World, yield func(string)) {
		kinds := append(slices.Concat(prev.site.Kinds, now.site.Kinds).Names(), "")
		slices.Sort(kinds)
		kinds = slices.Compact(kinds)
		each := eachItem
		a, b := prev.site, now.site
		if !slices.Equal(a.Kinds, b.Kinds) || !slices.Equal(a.years(), b.years()) {
			each = eachAll // where a slug leads depends on the kinds and the years too
		}
		each(prev, now, func(i *Item) {
			for _, address := range append(i.Aliases[:len(i.Aliases):len(i.Aliases)], i.Address) {
				for slug := range strings.FieldsFuncSeq(address, endsPart) {
					for _, kind := range kinds {
						yield(kind + "/" + slug)
					}
				}
			}
		})
	},
}

// endsPart reports whether a character ends a part of an address.
func endsPart(r rune) bool { return r == '/' || r == '#' }

var shapeFact = fact[Shape]{
	shapeKey, "shape", func(w *World, _ string) Shape { return Shape{w.site} },
	func(a, b Shape) bool { return a.site.shape == b.site.shape }, one,
}

var redirectsFact = fact[[]Redirect]{
	redirectsKey, "redirects", func(w *World, _ string) (all []Redirect) {
		for _, i := range w.site.Items {
			for _, alias := range i.Aliases {
				all = append(all, Redirect{alias, i.Address})
			}
		}
		return all
	}, slices.Equal[[]Redirect],
	func(prev, now *World, yield func(string)) {
		if prev.site.shape != now.site.shape {
			yield("")
		}
	},
}

var listFact = fact[*List]{
	listKey, "list",
	func(w *World, name string) *List { return w.site.lists[name] },
	equal[*List], changedLists,
}

var listHeadFact = fact[ListHead]{
	listHeadKey, "head of a list", func(w *World, name string) ListHead {
		if l := w.site.lists[name]; l != nil {
			return l.Head()
		}
		return ListHead{}
	}, equal[ListHead], changedLists,
}

var listPageFact = fact[ListPage]{
	listPageKey, "page of a list", func(w *World, name string) ListPage {
		name, number, _ := strings.Cut(name, "#")
		n, _ := strconv.Atoi(number)
		return w.site.page(name, n)
	}, func(a, b ListPage) bool {
		return a.Total == b.Total && a.Older == b.Older && slices.Equal(a.Items, b.Items)
	},
	func(prev, now *World, yield func(string)) {
		changedPages(prev, now, func(name string) {
			for n := range 1 + max(prev.site.pages(name), now.site.pages(name)) {
				yield(pageName(name, n))
			}
		})
	},
}

// Newest is how many documents Reader.Newest returns, and a feed holds.
const Newest = 20

var newestFact = fact[[]*Item]{
	newestKey, "newest of a list", func(w *World, name string) []*Item {
		l := w.site.lists[name]
		if l == nil {
			return nil
		}
		return l.Items[:min(len(l.Items), Newest)]
	}, slices.Equal[[]*Item], changedLists,
}

var childrenFact = fact[[]Child]{
	childrenKey, "lists below a list", func(w *World, name string) (all []Child) {
		for _, l := range w.site.children(name) {
			all = append(all, Child{l.Head(), len(l.Items)})
		}
		return all
	}, slices.Equal[[]Child],
	func(prev, now *World, yield func(string)) {
		changedLists(prev, now, func(name string) { yield(path.Dir(name)) })
	},
}

var kindsFact = fact[content.Kinds]{
	kindsKey, "kinds",
	func(w *World, _ string) content.Kinds { return w.site.Kinds },
	slices.Equal[content.Kinds], one,
}

var byKindFact = fact[[]ListHead]{
	byKindKey, "lists by kind", func(w *World, _ string) (heads []ListHead) {
		for _, l := range w.site.Lists {
			if l.Sort == ByKind {
				heads = append(heads, l.Head())
			}
		}
		return heads
	}, slices.Equal[[]ListHead],
	func(prev, now *World, yield func(string)) {
		if !slices.Equal(prev.site.Lists, now.site.Lists) {
			yield("")
		}
	},
}

var alertsFact = fact[[]*Item]{
	alertsKey, "alerts",
	func(w *World, _ string) []*Item { return w.site.Alerts },
	slices.Equal[[]*Item], one,
}

var relationsFact = fact[[]Relation]{
	relationsKey, "relations",
	func(w *World, path string) []Relation { return w.site.relations[path] },
	slices.Equal[[]Relation],
	eachKey(func(w *World) map[string][]Relation { return w.site.relations }),
}

var blobFact = fact[*Blob]{
	AssetKey, "bytes of a file",
	func(w *World, file string) *Blob { return w.blobs[file] },
	equal[*Blob],
	eachKey(func(w *World) map[string]*Blob { return w.blobs }),
}

// A fileState says whether pages may show an input file.
type fileState int8

const (
	noFile fileState = iota
	closedFile
	openFile
)

var fileFact = fact[fileState]{
	fileKey, "file", func(w *World, file string) fileState {
		switch {
		case !w.site.Tree.Has(file):
			return noFile
		case w.site.closedFolder(file):
			return closedFile
		}
		return openFile
	}, equal[fileState],
	func(prev, now *World, yield func(string)) {
		a, b := prev.site, now.site
		if a.sameClaims(b) {
			if a.files != b.files {
				path := func(e source.Entry) string { return e.Path }
				diffSortedValues(a.Tree.Entries, b.Tree.Entries, path, yield)
			}
			return
		}
		for _, e := range slices.Concat(a.Tree.Entries, b.Tree.Entries) {
			yield(e.Path)
		}
	},
}

var staticFact = fact[[]string]{
	staticKey, "static files",
	func(w *World, _ string) []string { return w.site.staticFiles() },
	slices.Equal[[]string], one,
}

var layoutFact = fact[digest.Sum]{
	layoutKey, "layout",
	func(w *World, name string) digest.Sum { return w.layouts[name] },
	equal[digest.Sum],
	eachKey(func(w *World) map[string]digest.Sum { return w.layouts }),
}

var layoutNamesFact = fact[[]string]{
	layoutNamesKey, "names of layouts",
	func(w *World, _ string) []string { return slices.Sorted(maps.Keys(w.layouts)) },
	slices.Equal[[]string], one,
}

var wordsFact = fact[*content.Words]{
	wordsKey, "words", func(w *World, lang string) *content.Words { return w.words[lang] },
	func(a, b *content.Words) bool { return a == b || reflect.DeepEqual(a, b) },
	eachKey(func(w *World) map[string]*content.Words { return w.words }),
}

var languagesFact = fact[[]string]{
	languagesKey, "languages",
	func(w *World, _ string) []string { return w.words.Languages() },
	slices.Equal[[]string], one,
}

var frameFact = fact[*content.Settings]{
	frameKey, "frame",
	func(w *World, _ string) *content.Settings { return w.site.Frame },
	equal[*content.Settings], one,
}

var auditFact = fact[*disclosure.Report]{
	auditKey, "audit",
	func(w *World, _ string) *disclosure.Report { return w.site.Audit },
	equal[*disclosure.Report], one,
}

var unitFact = fact[content.Unit]{
	unitKey, "unit", func(w *World, slug string) content.Unit {
		u, _ := w.site.Unit(slug)
		return u
	}, equal[content.Unit],
	func(prev, now *World, yield func(string)) {
		if prev.site.Data != now.site.Data {
			for _, u := range slices.Concat(prev.site.Data.Units, now.site.Data.Units) {
				yield(u.Slug)
			}
		}
	},
}

var categoryFact = fact[content.Label]{
	categoryKey, "category", func(w *World, slug string) content.Label {
		c, _ := w.site.Category(slug)
		return c
	}, equal[content.Label],
	func(prev, now *World, yield func(string)) {
		if prev.site.Settings != now.site.Settings {
			for _, c := range slices.Concat(prev.site.Settings.Categories,
				now.site.Settings.Categories) {
				yield(c.Slug)
			}
		}
	},
}

// A counted is how often a page was looked at, and until when that was counted; zero for a page
// of which nothing was counted.
type counted struct {
	n     int
	until disclosure.Day
}

var viewsFact = fact[counted]{
	viewsKey, "views", func(w *World, address string) counted {
		v := &w.site.Data.Views
		if n := v.Pages[address]; n > 0 {
			return counted{n, v.Until.Day}
		}
		return counted{}
	}, equal[counted],
	eachKey(func(w *World) map[string]int { return w.site.Data.Views.Pages }),
}

// eachKey returns a function that yields the keys of a map of both Worlds.
func eachKey[V any](of func(w *World) map[string]V) func(prev, now *World, yield func(string)) {
	return func(prev, now *World, yield func(string)) {
		for _, w := range []*World{prev, now} {
			for key := range of(w) {
				yield(key)
			}
		}
	}
}

// eachItem calls do with the Items that are in one World alone; when a path has another Item in
// each, with both.
func eachItem(prev, now *World, do func(i *Item)) {
	path := func(i *Item) string { return i.Path }
	diffSorted(prev.site.Items, now.site.Items, path, func(path string) {
		for _, i := range []*Item{prev.site.byPath[path], now.site.byPath[path]} {
			if i != nil {
				do(i)
			}
		}
	})
}

// eachAll calls do with all Items of both Worlds.
func eachAll(prev, now *World, do func(i *Item)) {
	for _, i := range slices.Concat(prev.site.Items, now.site.Items) {
		do(i)
	}
}

// eachAddress yields the addresses under which an Item is found.
func eachAddress(i *Item, yield func(address string)) {
	yield(withSlash(i.Address))
	yield(i.Address)
	for _, alias := range i.Aliases {
		yield(withSlash(alias))
	}
}

func changedLists(prev, now *World, yield func(name string)) {
	diffSorted(prev.site.Lists, now.site.Lists, func(l *List) string { return l.Name }, yield)
}

// changedPages yields the Lists that may be divided in another way.
func changedPages(prev, now *World, yield func(name string)) {
	if prev.site.Settings.Archive.PageSize != now.site.Settings.Archive.PageSize {
		allLists(prev, now, yield)
		return
	}
	changedLists(prev, now, yield)
}

func allLists(prev, now *World, yield func(name string)) {
	for _, l := range slices.Concat(prev.site.Lists, now.site.Lists) {
		yield(l.Name)
	}
}

// pageName names a page of a List.
func pageName(list string, number int) string { return list + "#" + strconv.Itoa(number) }

// diffSorted yields the names that are in only one of two slices sorted by them, or in both
// with another pointer.
func diffSorted[T comparable](a, b []T, name func(T) string, yield func(string)) {
	diffSortedFunc(a, b, func(x, y T) bool { return x == y }, name, yield)
}

// diffSortedValues yields the names that are in only one of two slices sorted by them.
func diffSortedValues[T any](a, b []T, name func(T) string, yield func(string)) {
	diffSortedFunc(a, b, func(x, y T) bool { return name(x) == name(y) }, name, yield)
}

func diffSortedFunc[T any](
	a, b []T, same func(x, y T) bool, name func(T) string, yield func(string),
) {
	for len(a) > 0 && len(b) > 0 {
		if same(a[0], b[0]) {
			a, b = a[1:], b[1:]
			continue
		}
		c := cmp.Compare(name(a[0]), name(b[0]))
		if c <= 0 {
			yield(name(a[0]))
			a = a[1:]
		}
		if c > 0 {
			yield(name(b[0]))
		}
		if c >= 0 {
			b = b[1:]
		}
	}
	for _, v := range slices.Concat(a, b) {
		yield(name(v))
	}
}
