package site

import (
	"path"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
)

// A World is all that pages can see: a Site, the input files that it shows, and what each
// layout shows of the theme. It is never changed, and only a Reader can look into it.
type World struct {
	site    *Site
	blobs   Blobs
	layouts map[string]digest.Sum
	words   content.WordSet
}

// NewWorld returns the World of a Site. layouts has a digest of all that the pages of each
// layout can show of the theme.
func NewWorld(s *Site, blobs Blobs, layouts map[string]digest.Sum, words content.WordSet) *World {
	return &World{s, blobs, layouts, words}
}

// A Reader hands out parts of a World and remembers which were asked for, absent ones
// included. It is the only way for a page to see a Site, so a page depends on what it asked
// for and on nothing else. It is for one goroutine.
type Reader struct {
	world *World
	reads Reads
	blind bool // it remembers nothing
}

// Reads are the hashes of the Keys that were asked for.
type Reads []uint64

// Reader returns a Reader that has been asked for nothing.
func (w *World) Reader() *Reader { return &Reader{world: w} }

// Reset makes r a Reader of w that has been asked for nothing. Its memory is used again.
func (r *Reader) Reset(w *World) { r.world, r.reads = w, r.reads[:0] }

// Reads returns all that r was asked for. The caller may keep it.
func (r *Reader) Reads() Reads { return slices.Clone(r.reads) }

// blind returns a Reader of s alone that remembers nothing, by which Link itself reads s.
func (s *Site) blind() *Reader { return &Reader{world: &World{site: s}, blind: true} }

// remember adds a Key to those that were asked for. Asking for the same twice in a row is
// common.
func (r *Reader) remember(k Key) {
	if r.blind {
		return
	}
	h := k.Hash()
	if n := len(r.reads); n == 0 || r.reads[n-1] != h {
		r.reads = append(r.reads, h)
	}
}

// A Recorded is a value with all that was asked for when it was made, so that it can be made
// once and read by many.
type Recorded[T any] struct {
	value T
	reads Reads
}

// Record makes a value by reading w.
func Record[T any](w *World, from func(r *Reader) T) Recorded[T] {
	r := w.Reader()
	v := from(r)
	return Recorded[T]{v, r.Reads()}
}

// Read returns the value. The Reader has then been asked for all that it was made from.
func (v Recorded[T]) Read(r *Reader) T {
	r.reads = append(r.reads, v.reads...)
	return v.value
}

// Reads returns what the value was made from.
func (v Recorded[T]) Reads() Reads { return v.reads }

// Value returns the value, for one who is no page.
func (v Recorded[T]) Value() T { return v.value }

// Forgetting returns a value without what it asked for of a row: what then goes wrong shows
// what the row is for.
func Forgetting[T any](v Recorded[T], row Row) Recorded[T] {
	return Recorded[T]{v.value, slices.DeleteFunc(slices.Clone(v.reads), row.Is)}
}

// Document returns the parsed file of a public document, or nil.
func (r *Reader) Document(path string) *content.Document { return ask(r, &documentFact, path) }

// Item returns the public document at a path, or nil.
func (r *Reader) Item(path string) *Item { return ask(r, &itemFact, path) }

// At returns the public document at an address, or nil.
func (r *Reader) At(address string) *Item { return ask(r, &addressFact, address) }

// Shape returns where the public documents and lists are, whatever they say.
func (r *Reader) Shape() Shape { return ask(r, &shapeFact, "") }

// A Redirect leads from an old address, as its document writes it, to where the document is.
type Redirect struct{ From, To string }

// Redirects returns all of them, in the order of the documents' paths.
func (r *Reader) Redirects() []Redirect { return ask(r, &redirectsFact, "") }

// List returns the List of a name with all its Items, or nil.
func (r *Reader) List(name string) *List { return ask(r, &listFact, name) }

// ListHead returns what there is to know of a List without its Items; ok is false when there
// is no such List.
func (r *Reader) ListHead(name string) (head ListHead, ok bool) {
	head = ask(r, &listHeadFact, name)
	return head, head.Name != ""
}

// ListPage returns a page of a List; it has no Items when there is no such page.
func (r *Reader) ListPage(name string, number int) ListPage {
	return ask(r, &listPageFact, pageName(name, number))
}

// Newest returns the first Items of a List, at most Newest of them.
func (r *Reader) Newest(name string) []*Item { return ask(r, &newestFact, name) }

// Children returns the Lists one part below a name and of a sort, in the order of their
// names.
func (r *Reader) Children(name string, sort ListSort) []Child {
	return slices.DeleteFunc(ask(r, &childrenFact, name), func(c Child) bool {
		return c.Sort != sort
	})
}

// ByKind returns the Lists by kind, sorted by name, those of no Items too.
func (r *Reader) ByKind() []ListHead { return ask(r, &byKindFact, "") }

// Kinds returns the kinds of documents that the site has.
func (r *Reader) Kinds() content.Kinds { return ask(r, &kindsFact, "") }

// Alerts returns the immediate announcements that hold now, the newest first.
func (r *Reader) Alerts() []*Item { return ask(r, &alertsFact, "") }

// Relations returns what ties the document at a path to others.
func (r *Reader) Relations(path string) []Relation { return ask(r, &relationsFact, path) }

// Blob returns what is known of the bytes of an input file, nil when no page shows it.
func (r *Reader) Blob(file string) *Blob { return ask(r, &blobFact, file) }

// HasFile reports whether there is an input file, and it does not lie below a closed folder
// and is not that of a closed document.
func (r *Reader) HasFile(file string) bool { return ask(r, &fileFact, file) == openFile }

// StaticFiles returns the files below static/ that are published as they are, sorted.
func (r *Reader) StaticFiles() []string { return ask(r, &staticFact, "") }

// Layout returns a digest of all that the pages of a layout can show of the theme; ok is
// false when the theme has no such layout.
func (r *Reader) Layout(name string) (sum digest.Sum, ok bool) {
	sum = ask(r, &layoutFact, name)
	return sum, sum != digest.Sum{}
}

// LayoutNames returns the names of the theme's layouts, sorted.
func (r *Reader) LayoutNames() []string { return ask(r, &layoutNamesFact, "") }

// Words returns the words of the site's pages in a language, nil when there are none.
func (r *Reader) Words(lang string) *content.Words { return ask(r, &wordsFact, lang) }

// Languages returns those that there are words in, Indonesian first.
func (r *Reader) Languages() []string { return ask(r, &languagesFact, "") }

// Frame returns what every page shows of the settings.
func (r *Reader) Frame() *content.Settings { return ask(r, &frameFact, "") }

// Audit returns the duties to publish, held against the public documents.
func (r *Reader) Audit() *disclosure.Report { return ask(r, &auditFact, "") }

// Unit returns the unit of a slug.
func (r *Reader) Unit(slug string) (u content.Unit, ok bool) {
	u = ask(r, &unitFact, slug)
	return u, u.Slug != ""
}

// Category returns the category of news of a slug.
func (r *Reader) Category(slug string) (c content.Label, ok bool) {
	c = ask(r, &categoryFact, slug)
	return c, c.Slug != ""
}

// Views returns how often the page at an address was looked at, and until which day that was
// counted; 0 when nothing was counted.
func (r *Reader) Views(address string) (n int, until disclosure.Day) {
	v := ask(r, &viewsFact, address)
	return v.n, v.until
}

// IsRevoked reports whether a document no longer holds: because another says so, or it does
// itself.
func (r *Reader) IsRevoked(i *Item) bool {
	return i.Instrument != nil && i.Instrument.Status == "dicabut" || r.has(i, RevokedBy)
}

// IsAmended reports whether a document holds with changes.
func (r *Reader) IsAmended(i *Item) bool {
	return i.Instrument != nil && i.Instrument.Status == "diubah" || r.has(i, AmendedBy)
}

func (r *Reader) has(i *Item, sort RelationSort) bool {
	return slices.ContainsFunc(r.Relations(i.Path), func(x Relation) bool { return x.Sort == sort })
}

// File returns the content file that a document means by a name: beside the document, or
// from content/ when it starts with a slash. ok is false for what is no file that a public
// document may show.
func (r *Reader) File(from, ref string) (file string, ok bool) {
	file = filePath(from, ref)
	isFile := strings.HasPrefix(file, "content/") && !strings.HasSuffix(file, ".md") &&
		path.Base(file)[0] != '_'
	if !isFile || !r.HasFile(file) {
		return "", false
	}
	return file, true
}

// captionEndings are those of the text tracks beside a sound or video file: film.vtt, or
// film.id.vtt and film.en.vtt by language.
var captionEndings = []string{".vtt", ".id.vtt", ".en.vtt"}

// Captions returns the text tracks beside a sound or video file.
func (r *Reader) Captions(file string) []string {
	base := strings.TrimSuffix(file, path.Ext(file))
	var tracks []string
	for _, ending := range captionEndings {
		if r.HasFile(base + ending) {
			tracks = append(tracks, base+ending)
		}
	}
	return tracks
}

// posterEndings are those of the picture that stands for a film before it is played: film.jpg.
var posterEndings = []string{".jpg", ".jpeg", ".png", ".webp"}

// Poster returns the picture beside a film that stands for it, or "".
func (r *Reader) Poster(file string) string {
	base := strings.TrimSuffix(file, path.Ext(file))
	for _, ending := range posterEndings {
		if r.HasFile(base + ending) {
			return base + ending
		}
	}
	return ""
}

// Named returns the public document that a header names, or nil: by "kind/slug", by a
// path or address, or by a slug alone, which is looked for among the documents of the
// Reference's kind, or of all kinds by their rank.
func (r *Reader) Named(from string, ref content.Reference) *Item {
	name := ref.Target
	if strings.HasSuffix(name, ".md") || strings.HasPrefix(name, "/") {
		t, _ := r.Resolve(from, name)
		return t.Item
	}
	if !strings.Contains(name, "/") {
		name = ref.Kind + "/" + name
	}
	return ask(r, &slugFact, name)
}
