package site

import (
	"reflect"
	"slices"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A Key names one thing that a page can ask for.
type Key struct {
	Kind KeyKind
	Name string
}

// A KeyKind is a row of the table of facts.
type KeyKind uint8

// Hash stands for k where many Keys are kept, in a third of the memory: its kind in the
// highest 8 bits, and below them a hash of its name (FNV-1a). Two Keys of one Hash cost a
// page that is made again for nothing.
func (k Key) Hash() uint64 {
	h := uint64(14695981039346656037)
	for i := range len(k.Name) {
		h = (h ^ uint64(k.Name[i])) * 1099511628211
	}
	return uint64(k.Kind)<<56 | h>>8
}

// Changes are the hashes of the Keys that are worth something else in one World than in
// another.
type Changes map[uint64]bool

// Touch reports whether one of the things that were asked for has changed.
func (c Changes) Touch(reads Reads) bool {
	return len(c) > 0 && slices.ContainsFunc(reads, func(h uint64) bool { return c[h] })
}

// Changed returns every Key that is worth something else in w than in prev. When the Site of w
// is not the one linked right after that of prev, it may return more.
func (w *World) Changed(prev *World) Changes {
	changes := Changes{}
	for _, row := range Rows() {
		row.changed(prev, w, func(name string) { changes[Key{row.kind(), name}.Hash()] = true })
	}
	return changes
}

// A Row is one line of the table of all that pages can ask for. Asking is done by a method
// of Reader for each of them, and there is no other way to see a Site: so the same table
// says what a page may depend on and what has changed.
type Row interface {
	// String names the row.
	String() string
	// Is reports whether a hash is that of one of the row's Keys.
	Is(hash uint64) bool

	kind() KeyKind
	changed(prev, now *World, yield func(name string))
}

// The kinds of Keys. Other rooms name two of them, to ask who looked at what.
const (
	ItemKey  KeyKind = iota // path of a document: what others see of it
	AssetKey                // path of a file: its bytes
	documentKey
	addressKey
	heldKey
	brokenKey
	slugKey
	shapeKey
	redirectsKey
	listKey
	listHeadKey
	listPageKey
	newestKey
	childrenKey
	byKindKey
	kindsKey
	alertsKey
	relationsKey
	fileKey
	staticKey
	layoutKey
	layoutNamesKey
	wordsKey
	languagesKey
	frameKey
	auditKey
	unitKey
	categoryKey
	viewsKey
	partKey // name of a part
)

// Rows returns the table.
func Rows() []Row {
	all := []Row{
		&documentFact, &itemFact, &addressFact, &heldFact, &brokenFact, &slugFact,
		&shapeFact, &redirectsFact,
		&listFact, &listHeadFact, &listPageFact, &newestFact, &childrenFact, &byKindFact,
		&kindsFact, &alertsFact, &relationsFact,
		&blobFact, &fileFact, &staticFact,
		&layoutFact, &layoutNamesFact, &wordsFact, &languagesFact, &frameFact,
		&auditFact, &unitFact, &categoryFact, &viewsFact,
	}
	return append(all, parts...)
}

// A fact is a Row whose values are of type T. value must not depend on anything but the
// World and the name; names yields at least every name whose value may differ.
type fact[T any] struct {
	id    KeyKind
	what  string
	value func(w *World, name string) T
	same  func(a, b T) bool
	names func(prev, now *World, yield func(name string))
}

func (f *fact[T]) String() string { return f.what }
func (f *fact[T]) kind() KeyKind  { return f.id }

func (f *fact[T]) Is(hash uint64) bool {
	if f.id == partKey {
		return hash == Key{partKey, f.what}.Hash()
	}
	return hash>>56 == uint64(f.id)
}

func (f *fact[T]) changed(prev, now *World, yield func(name string)) {
	f.names(prev, now, func(name string) {
		if !f.same(f.value(prev, name), f.value(now, name)) {
			yield(name)
		}
	})
}

// ask returns the value of a fact. The Reader remembers that it was asked for.
func ask[T any](r *Reader, f *fact[T], name string) T {
	r.remember(Key{f.id, name})
	return f.value(r.world, name)
}

func equal[T comparable](a, b T) bool { return a == b }

// one yields the name of a fact that has but one value.
func one(_, _ *World, yield func(name string)) { yield("") }

// given is what the parts of a site follow from.
type given struct {
	*content.Data
	Settings *content.Settings
	Day      disclosure.Day
	Drafts   bool
}

func (s *Site) given() given { return given{s.Data, s.Settings, s.AsOf.Day, s.Drafts} }

// newPart returns the Row of a part: of something that a Site has one of, and that follows
// from the site's data and settings, the day, and whether drafts are shown.
func newPart[T any](what string, of func(p given) T) *fact[T] {
	return &fact[T]{
		partKey, what, func(w *World, _ string) T { return of(w.site.given()) },
		func(a, b T) bool { return reflect.DeepEqual(a, b) },
		func(prev, now *World, yield func(string)) {
			if prev.site.given() != now.site.given() {
				yield(what)
			}
		},
	}
}

func askPart[T any](r *Reader, p *fact[T]) T { return ask(r, p, p.what) }
