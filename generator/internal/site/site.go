// Package site links all documents of a site into one checked whole.
//
// [Link] takes the parsed documents and decides which are public (gate.go), gives each an
// address (address.go), gathers them into lists (list.go), and checks every reference from
// one to another (reference.go). Its result, the [Site], answers what pages ask.
//
// # Facts
//
// A page may ask a Site for one thing at a time, by [Key]. [Site.Fact] says what a Key is
// worth now, as a value that can be compared: two Sites that give the same Fact for a Key
// look the same to every page that asked for it. Pages therefore need to be made again
// only when the Fact behind one of their Keys has changed, which [Changed] finds.
//
// # Sharing
//
// A Site is never changed after Link. What did not change is shared with the Site before
// it, pointer by pointer, which is also how a change is found: an [Item] or a [List] with
// another pointer is another Item or List.
package site

import (
	"maps"
	"reflect"
	"slices"

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
	Diags  diag.List
	Came   []int // which Documents are public, and were not in the Site before or not as they are

	// retitled leads from Items of the Site before to those of s, when they differ in titles
	// and summaries and nothing else does; otherwise it is nil.
	retitled     map[*Item]*Item
	plannedAlike bool // no document that has changed shows other files

	shape     *edition
	files     *edition  // told apart by which files exist
	passages  []passage // of the Documents
	byPath    map[string]*Item
	byAddress map[string]*Item
	lists     map[string]*List
	relations map[string][]Relation // by path
	revoked   map[string]*Item      // instruments that no longer hold, by the name in citations
	byRank    content.Kinds
	numbers   map[string]string // path of the first document with a number, by kind and number
	held      map[string]Reason
	hidden    map[string]bool      // files of closed documents
	closed    []string             // folders that are closed as a whole, each with a slash at its end
	broken    []*Item              // documents with errors: never shown, but what leads to them is not at fault
	linkDiags map[string]diag.List // by the document they are about
	needs     map[string][]string  // content files by the document that shows them
}

// An Item is a public document as other pages may know it.
type Item struct {
	*content.Head
	Path    string
	Address string
	Ended   bool // an announcement that no longer holds
}

// A likeness says what the public documents of two Sites have in common.
type likeness int8

const (
	nothing likeness = iota // some came, went or moved: every reference may mean another
	places                  // each is where it was, and only titles and summaries differ
	heads                   // each looks the same to other pages
)

// Link returns prev brought up to date. prev may be nil.
func Link(prev *Site, in Input) *Site {
	if prev == nil {
		prev = &Site{}
	}
	s := &Site{Input: in, byRank: in.Kinds.ByRank()}
	changed, same := s.items(prev)
	if !s.sameWorld(prev) {
		same = nothing
	}
	if same != places {
		s.retitled = nil
	}
	if same == heads {
		s.Lists, s.lists, s.Audit = prev.Lists, prev.lists, prev.Audit
		s.Alerts, s.byAddress, s.numbers = prev.Alerts, prev.byAddress, prev.numbers
		s.relations, s.revoked = prev.relations, prev.revoked
		s.linkDiags, s.needs = cloneWithout(prev.linkDiags, append(changed, prev.broken...)), cloneWithout(prev.needs, changed)
		s.checkReferences(append(changed, s.broken...))
	} else {
		if same == places {
			s.keepLists(prev)
		} else {
			s.gatherLists(prev)
		}
		s.file()
		s.relate()
		s.linkDiags, s.needs = map[string]diag.List{}, map[string][]string{}
		if same == places {
			s.linkDiags, s.needs = cloneWithout(prev.linkDiags, append(changed, prev.broken...)), cloneWithout(prev.needs, changed)
		} else {
			changed = s.Items[:len(s.Items):len(s.Items)]
		}
		s.checkReferences(append(changed, s.broken...))
		s.audit(prev)
	}
	if s.shape = prev.shape; !s.sameShape(prev, same) {
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
	frame.Repository, frame.Form, frame.Hosts, frame.HostsAt = content.Repository{}, content.EditorForm{}, nil, diag.Span{}
	frame.Log, frame.Search, frame.LinkCSS, frame.Key, frame.Logo = false, false, false, "", ""
	frame.Election = content.Period{}
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

func (s *Site) resolved(anchors []content.Anchor) []content.Anchor {
	out := make([]content.Anchor, len(anchors))
	for i, a := range anchors {
		out[i] = content.Anchor{Text: a.Text, Address: a.Address}
		if t, ok := s.blind().Resolve(content.SettingsFile, a.Address); ok && t.Address != "" && a.Address[0] == '/' {
			out[i].Address = t.Address
		}
	}
	return out
}

// items runs every document through the gate and gives the public ones their Item. It
// returns the Items whose document changed, and what all Items have in common with those of
// prev.
//
// What stays public is known by its pointer: to look into a hundred thousand documents takes
// longer than all else after an edit.
func (s *Site) items(prev *Site) (changed []*Item, same likeness) {
	n := len(s.Documents)
	s.Items = make([]*Item, 0, n)
	s.passages = make([]passage, n)
	s.held = map[string]Reason{}
	s.closed, s.hidden, s.retitled = closedFolders(s.Tree), map[string]bool{}, map[*Item]*Item{}
	s.plannedAlike = true
	same = heads
	later := s.Drafts == prev.Drafts && !s.AsOf.Before(prev.AsOf)
	docs, passages := prev.Documents, prev.passages // as sorted as s.Documents
	for k, doc := range s.Documents {
		for len(docs) > 0 && docs[0] != doc && docs[0].Path < doc.Path {
			docs, passages = docs[1:], passages[1:]
		}
		var before *content.Document
		var was passage
		if len(docs) > 0 && (docs[0] == doc || docs[0].Path == doc.Path) {
			before, was = docs[0], passages[0]
			docs, passages = docs[1:], passages[1:]
		}
		if before == doc && was.stays && later {
			s.Items, s.passages[k] = append(s.Items, was.item), was
			continue
		}
		old := was.item
		s.passages[k].quiet = len(doc.Diags) == 0
		reason := decide(doc, s.AsOf, s.Drafts)
		if reason != Public {
			for _, file := range doc.Hides {
				s.hidden[file] = true
			}
			s.hold(doc, reason)
			if reason == Unreadable && doc.Head != nil && !sealed(doc) {
				s.broken = append(s.broken, &Item{Head: doc.Head, Path: doc.Path, Address: address(doc)})
			}
			if old != nil || prev.held[doc.Path] != reason {
				same = nothing
			}
			continue
		}
		a := doc.Head.Announcement
		ended := a != nil && !a.Until.IsZero() && a.Until.Over(s.AsOf)
		item := old
		if old == nil || old.Ended != ended || before != doc && !sameHead(old.Head, doc.Head) {
			item = &Item{Head: doc.Head, Path: doc.Path, Address: address(doc), Ended: ended}
			if old == nil || old.Ended != ended || !samePlace(old.Head, doc.Head) {
				same = nothing
			} else if same != nothing {
				s.retitled[old], same = item, places
			}
		}
		if before != doc || old == nil {
			s.Came = append(s.Came, k)
			changed = append(changed, item)
			s.plannedAlike = s.plannedAlike && old != nil && samePlan(old, before, item, doc)
		}
		s.Items = append(s.Items, item)
		s.passages[k].item, s.passages[k].stays = item, stays(doc, s.Drafts)
	}
	if !slices.EqualFunc(s.broken, prev.broken, sameAddress) || !maps.Equal(s.hidden, prev.hidden) || len(s.Items) != len(prev.Items) || len(s.held) != len(prev.held) {
		same = nothing
	}
	if s.byPath = prev.byPath; same != heads {
		s.byPath = make(map[string]*Item, n)
		for _, i := range s.Items {
			s.byPath[i.Path] = i
		}
	}
	return changed, same
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
	return a.Path == b.Path && a.Address == b.Address && a.Slug == b.Slug && slices.Equal(a.Aliases, b.Aliases)
}

// sameHead reports whether two Heads look the same to other pages. Where their fields were
// written does not count: that only messages show, and those come from the document.
func sameHead(a, b *content.Head) bool {
	x, y := *a, *b
	x.Marks, y.Marks = nil, nil
	return reflect.DeepEqual(&x, &y)
}

// samePlace reports whether two Heads differ in their titles and summaries alone, and no
// message about another document hangs on those: news and pages that revoke nothing.
// Messages name the titles of what revokes, and the places of numbers, which a longer title
// moves.
func samePlace(a, b *content.Head) bool {
	x, y := *a, *b
	x.Title, y.Title, x.Summary, y.Summary = "", "", "", ""
	alone := a.Kind.Lists.Order != content.ByTitle && a.Instrument == nil && a.Entry == nil && a.Procedure == nil && a.Exclusion == nil && a.Announcement == nil
	return alone && len(a.Revokes) == 0 && sameHead(&x, &y)
}

// sameWorld reports whether nothing but documents differs from prev.
func (s *Site) sameWorld(prev *Site) bool {
	if s.files = prev.files; s.files == nil || !sameFiles(prev.Tree, s.Tree) {
		s.files = new(edition)
	}
	return s.AsOf.Day == prev.AsOf.Day && s.Input.Settings == prev.Input.Settings && s.Data == prev.Data && slices.Equal(s.Kinds, prev.Kinds) && slices.Equal(s.Languages, prev.Languages) && s.files == prev.files
}

// sameFiles reports whether the same files exist, whatever is in them.
func sameFiles(a, b source.Tree) bool {
	return slices.EqualFunc(a.Entries, b.Entries, func(x, y source.Entry) bool { return x.Path == y.Path && (x.Size == 0) == (y.Size == 0) })
}

func cloneWithout[V any](m map[string]V, items []*Item) map[string]V {
	out := make(map[string]V, len(m))
	for k, v := range m {
		out[k] = v
	}
	for _, i := range items {
		delete(out, i.Path)
	}
	return out
}

// collect gathers the messages and the needed files of all documents.
func (s *Site) collect() {
	for k, doc := range s.Documents {
		if !s.passages[k].quiet {
			s.Diags = append(s.Diags, doc.Diags...)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(s.linkDiags)) {
		s.Diags = append(s.Diags, s.linkDiags[path]...)
	}
	for _, needs := range s.needs {
		s.Needs = append(s.Needs, needs...)
	}
	s.Diags = s.Diags.Sort()
	slices.Sort(s.Needs)
	s.Needs = slices.Compact(s.Needs)
}

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
