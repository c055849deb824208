// Package site links all documents of a site into one checked whole, and lets pages see it.
//
// [Link] takes the parsed documents and decides which are public (gate.go), gives each an
// address (address.go), gathers them into lists (list.go), and checks every reference from
// one to another (reference.go). What it must know of a kind of document stands in the file of
// that kind, such as sop.go. Its result is a [Site].
//
// # Reader
//
// A page never sees a Site. It sees a [World], which is a Site with the bytes of the files that
// it shows and the digests of the theme, and a World only through a [Reader]. A Reader hands
// out one part at a time and remembers which parts were asked for, absent ones included. So a
// page depends on what it asked for and on nothing else, and nobody writes down what a page
// depends on.
//
// # The table of rows
//
// Everything that can be asked for is a row of one table, [Rows], and each row has its method
// of Reader. A row (fact.go) says three things: what its value is in a World at a name, when two
// values are the same to a page, and which names may be worth something else in one World than
// in another. A row and a name are a [Key]; a Reader remembers the hashes of Keys, [Reads]. Rows
// at a name, such as an item at a path, are in facts.go. What a Site has one of and takes from
// its data and settings is a part, in part.go.
//
// [World.Changed] asks every row what differs between two Worlds, and [Changes.Touch] tells
// whether a page that asked for some Keys must be made again. To let pages see something new,
// add a row and its method; nothing else need be told.
//
// # Sharing
//
// A Site is never changed after Link. What did not change is shared with the Site before it,
// pointer by pointer: an [Item], a [List] or a Document with another pointer is another one, so
// that most rows compare pointers and Link need not look into what it has seen before. What has
// gone and come back is another one too: over several Links, Changed may then name a Key whose
// value only looks as it did.
//
// # Editions
//
// Two properties of a Site are too large to be compared and have no pointer of their own: which
// files exist, and where documents and lists are ([Shape]). Each has an edition, an empty
// allocation whose pointer is kept from Site to Site while the property stays the same.
package site

import (
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/source"
)

// An Input is all that Link looks at besides the Site before.
type Input struct {
	Documents []*content.Document // sorted by path; an unchanged one is the same pointer
	Tree      source.Tree
	Settings  *content.Settings
	Data      *content.Data
	Kinds     content.Kinds
	Languages []string          // in which pages can be
	AsOf      disclosure.Moment // in the site's time zone
	Drafts    bool              // show drafts too
	Withdrawn map[string]bool   // paths of documents that count as expired, whatever they say
}

// A Site is every public document, linked and checked.
type Site struct {
	Input
	Frame  *content.Settings  // what every page shows of the Settings
	Items  []*Item            // the public documents, sorted by path
	Lists  []*List            // sorted by name
	Audit  *disclosure.Report // the duties to publish, held against the Items
	Alerts []*Item            // immediate announcements that hold now, newest first
	Held   []Held             // sorted by path
	Needs  []string           // content files that public documents show, sorted
	Tables []string           // those of which they show figures, sorted
	Diags  diag.List
	Fresh  []int // the numbers of public Documents that are new or changed since the Site before

	// retitled leads from Items of the Site before to those of s that differ from them in their
	// titles and summaries. It is nil when something else differs too.
	retitled     map[*Item]*Item
	plannedAlike bool // every document that has changed is planned as it was before

	shape     *edition  // of the Shape
	files     *edition  // of which files exist
	verdicts  []verdict // of the Documents
	byPath    map[string]*Item
	byAddress map[string]*Item
	lists     map[string]*List
	relations map[string][]Relation // by path
	revoked   map[string]*Item      // instruments that no longer hold, by the names in citations
	byRank    content.Kinds
	positions []string          // by which a document can have been checked, or nil
	numbers   map[string]string // path of the first document of a kind and number, by both
	held      map[string]Reason
	hidden    map[string]claim // files of documents that are not public
	// folders that are closed as a whole, each with a slash at its end
	closed    []string
	broken    []*Item              // documents with errors: hidden, but links there are right
	linkDiags map[string]diag.List // by the document they are about
	needs     map[string][]string  // content files by the document that shows them
	tables    map[string][]string  // those of them of which it shows figures
	named     map[string][]string  // those of documents that name others, too
}

// An Item is a public document as other pages may know it.
type Item struct {
	*content.Head
	Path    string
	Address string
	Ended   bool // an announcement no longer holds, or an event is over
}

// A difference says how much the public documents of two Sites differ, and with it how much of
// the Site before still holds.
type difference int8

const (
	moved difference = iota // documents came, went or moved: every reference may lead elsewhere
	// only titles and summaries differ: every reference leads where it did
	renamed
	none // each document looks the same to other pages
)

// Link returns prev brought up to date. prev may be nil.
func Link(prev *Site, in Input) *Site {
	if prev == nil {
		prev = &Site{}
	}
	s := &Site{Input: in, byRank: in.Kinds.ByRank()}
	changed, differs := s.items(prev)
	if !s.sameWorld(prev) {
		differs = moved
	}
	if differs != renamed {
		s.retitled = nil
	}
	s.linkDiags, s.needs = map[string]diag.List{}, map[string][]string{}
	s.named, s.tables = map[string][]string{}, map[string][]string{}
	if differs != moved {
		s.linkDiags = cloneWithout(prev.linkDiags, append(changed, prev.broken...))
		s.needs = cloneWithout(prev.needs, changed)
		s.tables = cloneWithout(prev.tables, changed)
		s.named = cloneWithout(prev.named, append(changed, prev.broken...))
	}
	if s.positions = prev.positions; differs == moved {
		s.positions = s.knownPositions()
	}
	if differs == none {
		s.Lists, s.lists, s.Audit = prev.Lists, prev.lists, prev.Audit
		s.Alerts, s.byAddress, s.numbers = prev.Alerts, prev.byAddress, prev.numbers
		s.relations, s.revoked = prev.relations, prev.revoked
		s.checkReferences(append(changed, s.broken...))
	} else {
		if differs == renamed {
			s.keepLists(prev)
		} else {
			s.gatherLists(prev)
			changed = s.Items[:len(s.Items):len(s.Items)]
		}
		s.file()
		s.relate()
		s.checkReferences(append(changed, s.broken...))
		s.audit(prev)
	}
	if s.shape = prev.shape; !s.sameShape(prev, differs) {
		s.shape = new(edition)
	}
	s.shareFrame(prev)
	s.collect()
	return s
}

// shareFrame takes from the Settings what every page shows, with its links resolved, and
// keeps the old pointer when that says the same as before.
func (s *Site) shareFrame(prev *Site) {
	frame := *s.Settings
	frame.Categories, frame.Archive = nil, content.Archive{}
	frame.ImageAt, frame.Personal, frame.Colors, frame.LogoAt = diag.Span{}, nil, nil, diag.Span{}
	frame.Repository, frame.Form = content.Repository{}, content.EditorForm{}
	frame.Hosts, frame.HostsAt = nil, diag.Span{}
	frame.Log, frame.Search, frame.LinkCSS, frame.Key, frame.Logo = false, false, false, "", ""
	frame.Election, frame.Packs = content.Period{}, nil
	frame.Face = s.face(frame.Face)
	if frame.English != nil {
		english := s.face(*frame.English)
		frame.English = &english
	}
	s.Frame = &frame
	if prev.Frame != nil && reflect.DeepEqual(prev.Frame, s.Frame) {
		s.Frame = prev.Frame
	}
}

// face is what a Face shows on every page, its links resolved.
func (s *Site) face(f content.Face) content.Face {
	f.Home = content.Home{}
	f.Nav = s.resolved(f.Nav)
	f.Menu = slices.Clone(f.Menu)
	for i := range f.Menu {
		f.Menu[i].Links = s.resolved(f.Menu[i].Links)
	}
	return f
}

// resolved returns what a menu leads to. What leads nowhere has a message, and is not spoken of: it
// may have been withdrawn.
func (s *Site) resolved(anchors []content.Anchor) []content.Anchor {
	out := make([]content.Anchor, 0, len(anchors))
	for _, a := range anchors {
		address := a.Address
		if strings.HasPrefix(address, "/") {
			t, ok := s.blind().Resolve(content.SettingsFile, address)
			if !ok || t.Address == "" || t.IsHeld() {
				continue
			}
			address = t.Address
		}
		out = append(out, content.Anchor{Text: a.Text, Address: address})
	}
	return out
}

// items runs every document through the gate and gives the public ones their Item. It
// returns the Items whose document changed, and how much all Items differ from those of prev.
//
// A document of the same pointer that stays public is not looked into: to look into a hundred
// thousand documents takes longer than all else after an edit.
func (s *Site) items(prev *Site) (changed []*Item, differs difference) {
	n := len(s.Documents)
	s.Items = make([]*Item, 0, n)
	s.verdicts = make([]verdict, n)
	s.held = map[string]Reason{}
	s.closed, s.retitled = closedFolders(s.Tree), map[*Item]*Item{}
	var held []*content.Document
	s.plannedAlike = true
	differs = none
	later := s.Drafts == prev.Drafts && !s.AsOf.Before(prev.AsOf) && len(s.Withdrawn) == 0
	docs, verdicts := prev.Documents, prev.verdicts // sorted as s.Documents are
	for k, doc := range s.Documents {
		for len(docs) > 0 && docs[0] != doc && docs[0].Path < doc.Path {
			docs, verdicts = docs[1:], verdicts[1:]
		}
		var before *content.Document
		var was verdict
		if len(docs) > 0 && (docs[0] == doc || docs[0].Path == doc.Path) {
			before, was = docs[0], verdicts[0]
			docs, verdicts = docs[1:], verdicts[1:]
		}
		if before == doc && was.stays && later {
			s.Items, s.verdicts[k] = append(s.Items, was.item), was
			continue
		}
		old := was.item
		s.verdicts[k].quiet = len(doc.Diags) == 0
		reason := decide(doc, s.AsOf, s.Drafts)
		if s.Withdrawn[doc.Path] {
			reason = Expired // so that links to it lead to the list where it was
		}
		if reason != Public {
			held = append(held, doc)
			s.keepBack(doc, reason)
			if reason == Unreadable && doc.Head != nil && !sealed(doc) {
				broken := &Item{Head: doc.Head, Path: doc.Path, Address: address(doc)}
				s.broken = append(s.broken, broken)
			}
			if old != nil || prev.held[doc.Path] != reason {
				differs = moved
			}
			continue
		}
		ended := ended(doc.Head, s.AsOf)
		item := old
		if old == nil || old.Ended != ended || before != doc && !sameHead(old.Head, doc.Head) {
			item = &Item{Head: doc.Head, Path: doc.Path, Address: address(doc), Ended: ended}
			if old == nil || old.Ended != ended || !samePlace(old.Head, doc.Head) {
				differs = moved
			} else if differs != moved {
				s.retitled[old], differs = item, renamed
			}
		}
		if before != doc || old == nil {
			s.Fresh = append(s.Fresh, k)
			changed = append(changed, item)
			s.plannedAlike = s.plannedAlike && old != nil && samePlan(old, before, item, doc)
		}
		s.Items = append(s.Items, item)
		s.verdicts[k].item, s.verdicts[k].stays = item, stays(doc, s.Drafts)
	}
	s.claimFiles(held)
	if !slices.EqualFunc(s.broken, prev.broken, sameAddress) ||
		!maps.Equal(s.hidden, prev.hidden) ||
		len(s.Items) != len(prev.Items) || len(s.held) != len(prev.held) {
		differs = moved
	}
	if s.byPath = prev.byPath; differs != none {
		s.byPath = make(map[string]*Item, n)
		for _, i := range s.Items {
			s.byPath[i.Path] = i
		}
	}
	return changed, differs
}

// number returns the kind and number under which a document is filed, or "".
func (i *Item) number() string {
	if n := i.Number(); n != "" {
		return i.Kind.Name + "\x00" + n
	}
	return ""
}

// file notes which document has which number first.
func (s *Site) file() {
	s.numbers = map[string]string{}
	for _, i := range s.Items {
		if n := i.number(); n != "" && s.numbers[n] == "" {
			s.numbers[n] = i.Path
		}
	}
}

// sealed reports whether the messages about a document are kept without its text, because
// it may have been meant to be closed.
func sealed(doc *content.Document) bool {
	return slices.ContainsFunc(doc.Diags, func(d diag.Diagnostic) bool { return d.Sealed })
}

// sameAddress reports whether two documents are found under the same names.
func sameAddress(a, b *Item) bool {
	return a.Path == b.Path && a.Address == b.Address && a.Slug == b.Slug &&
		slices.Equal(a.Aliases, b.Aliases)
}

// sameHead reports whether two Heads look the same to other pages. Where the fields were
// written does not count: only messages show that, and they ask the document.
func sameHead(a, b *content.Head) bool {
	x, y := *a, *b
	x.Marks, y.Marks = nil, nil
	return reflect.DeepEqual(&x, &y)
}

// samePlace reports whether two Heads differ at most in their titles and summaries, and no list
// and no message about another document depends on those. So it holds only of news, pages and
// such that revoke nothing: messages name the titles of what revokes others, and point at
// numbers, which a longer title moves.
func samePlace(a, b *content.Head) bool {
	x, y := *a, *b
	x.Title, y.Title, x.Summary, y.Summary = "", "", "", ""
	alone := a.Kind.Lists.Order != content.ByTitle && len(a.Revokes) == 0 &&
		a.Instrument == nil && a.Entry == nil && a.Procedure == nil && a.Exclusion == nil &&
		a.Announcement == nil
	return alone && sameHead(&x, &y)
}

// sameWorld reports whether s differs from prev in nothing but documents. It also gives s the
// edition of its files.
func (s *Site) sameWorld(prev *Site) bool {
	if s.files = prev.files; s.files == nil || !sameFiles(prev.Tree, s.Tree) {
		s.files = new(edition)
	}
	return s.AsOf.Day == prev.AsOf.Day && s.Settings == prev.Settings && s.Data == prev.Data &&
		slices.Equal(s.Kinds, prev.Kinds) && slices.Equal(s.Languages, prev.Languages) &&
		s.files == prev.files
}

// sameFiles reports whether the same files exist and the same of them are empty.
func sameFiles(a, b source.Tree) bool {
	return slices.EqualFunc(a.Entries, b.Entries, func(x, y source.Entry) bool {
		return x.Path == y.Path && (x.Size == 0) == (y.Size == 0)
	})
}

// cloneWithout returns a copy of m without what it holds of some documents.
func cloneWithout[V any](m map[string]V, items []*Item) map[string]V {
	out := make(map[string]V, len(m))
	maps.Copy(out, m)
	for _, i := range items {
		delete(out, i.Path)
	}
	return out
}

// ended reports whether an announcement no longer holds, or an event is over.
func ended(h *content.Head, now disclosure.Moment) bool {
	switch {
	case h.Announcement != nil:
		return !h.Announcement.Until.IsZero() && h.Announcement.Until.Over(now)
	case h.Event != nil:
		return h.Event.Until().Over(now)
	}
	return false
}

// collect gathers the messages and the needed files of all documents.
func (s *Site) collect() {
	n := 0
	for _, doc := range s.Documents {
		n += len(doc.Diags)
	}
	s.Diags = slices.Grow(s.Diags, n)
	for k, doc := range s.Documents {
		if !s.verdicts[k].quiet {
			s.Diags = append(s.Diags, doc.Diags...)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(s.linkDiags)) {
		s.Diags = append(s.Diags, s.linkDiags[path]...)
	}
	s.Needs, s.Tables = union(s.needs), union(s.tables)
	s.unused()
	s.Diags = s.Diags.Sort()
}

// union returns what is in any of some lists, sorted.
func union(lists map[string][]string) (all []string) {
	for _, l := range lists {
		all = append(all, l...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// unused warns of files in content/ that nothing reads. Files in the folder of a closed document
// may be its own, and are not spoken of.
func (s *Site) unused() {
	quiet, named := map[string]bool{}, map[string]bool{}
	for _, files := range s.named {
		for _, file := range files {
			named[file] = true
		}
	}
	for file, reason := range s.held {
		if reason == Closed || reason == Unreadable {
			quiet[path.Dir(file)] = true
		}
	}
	for _, e := range s.Tree.Entries[s.Tree.From("content/"):] {
		if !strings.HasPrefix(e.Path, "content/") {
			return
		}
		if strings.HasSuffix(e.Path, ".md") || e.Path == content.SettingsFile ||
			content.IsData(e.Path) ||
			content.IsKind(e.Path) || content.IsClassFile(e.Path) {
			continue
		}
		_, needed := slices.BinarySearch(s.Needs, e.Path)
		if !needed && !named[e.Path] && !quiet[path.Dir(e.Path)] && !s.closedFolder(e.Path) {
			s.Diags.Add(diag.FileUnused, diag.Span{File: e.Path})
		}
	}
}

// IsPublic reports whether the Document of a number is public.
func (s *Site) IsPublic(number int) bool { return s.verdicts[number].item != nil }

// Item returns the public document at a path, or nil.
func (s *Site) Item(path string) *Item { return s.byPath[path] }

// Document returns the parsed file of a public document, or nil.
func (s *Site) Document(path string) *content.Document {
	if s.byPath[path] == nil {
		return nil
	}
	return s.found(path)
}

// Unit returns the unit of a slug.
func (s *Site) Unit(slug string) (content.Unit, bool) {
	for _, u := range s.Data.Units {
		if u.Slug == slug {
			return u, true
		}
	}
	return content.Unit{}, false
}

// Category returns the category of news of a slug.
func (s *Site) Category(slug string) (content.Label, bool) {
	for _, c := range s.Settings.Categories {
		if c.Slug == slug {
			return c, true
		}
	}
	return content.Label{}, false
}
