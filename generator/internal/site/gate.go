package site

import (
	"path"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/gate"
	"maklumat/generator/internal/source"
)

// A Reason says why a document is not public.
type Reason = gate.Reason

// The Reasons of package gate.
const (
	Public     = gate.Public
	Closed     = gate.Closed
	Unreadable = gate.Unreadable
	Draft      = gate.Draft
	Future     = gate.Future
	Expired    = gate.Expired
)

// Reasons are the names of the Reasons that the build report shows.
var Reasons = map[Reason]diag.Words{
	Draft:   {ID: "konsep", EN: "draft"},
	Future:  {ID: "belum waktunya", EN: "not yet due"},
	Expired: {ID: "sudah lewat", EN: "expired"},
}

// A Held is a document that is kept back, with the reason. Closed documents are never
// among them.
type Held struct {
	Path, Title string
	Reason      Reason
	Until       disclosure.Moment // of Future: when it will be public; of Expired: since when not
}

// facts are those about a document for the gate.
func facts(doc *content.Document, drafts bool) gate.Facts {
	f := gate.Facts{
		Closed: doc.Closed, Read: doc.Head != nil, Errors: doc.Diags.Errors(), Drafts: drafts,
	}
	if h := doc.Head; h != nil {
		f.Class, f.Draft, f.Due, f.Expires = h.Class, h.Draft, due(h), h.Expires
	}
	return f
}

func decide(doc *content.Document, asOf disclosure.Moment, drafts bool) Reason {
	return gate.Decide(facts(doc, drafts), asOf)
}

// IsPublic reports whether a document passes the gate.
func IsPublic(doc *content.Document, asOf disclosure.Moment, drafts bool) bool {
	return decide(doc, asOf, drafts) == Public
}

// A verdict is what the gate said about a document, and what the next Link may rely on without
// looking into the document again.
type verdict struct {
	item  *Item // nil when it is not public
	stays bool  // it is public, and looks the same, at each later moment
	quiet bool  // it has no messages of its own
}

// stays reports whether a public document is public, and looks the same, at each later moment.
func stays(doc *content.Document, drafts bool) bool {
	ends := doc.Head.Announcement != nil || doc.Head.Event != nil
	return !ends && gate.Stays(facts(doc, drafts))
}

// due returns the moment from which a document may be public: "publish" where it is given,
// else "date".
func due(h *content.Head) disclosure.Moment {
	if !h.Publish.IsZero() {
		return h.Publish
	}
	return h.Date
}

// keepBack notes a document that is not public. Of closed documents, and of those that cannot be
// read, no title is noted.
func (s *Site) keepBack(doc *content.Document, reason Reason) {
	s.held[doc.Path] = reason
	h := Held{Path: doc.Path, Reason: reason}
	switch reason {
	case Closed, Unreadable:
		return
	case Future:
		h.Until = due(doc.Head)
	case Expired:
		h.Until = doc.Head.Expires
	}
	h.Title = doc.Head.Title
	s.Held = append(s.Held, h)
}

// closedFolders returns the folders that are closed as a whole, each with a slash at its
// end: those that hold a _kelas.yaml, also in static/. What is written in that file does not
// matter, nor that it is a folder or a link; whoever put it there meant to close the folder.
func closedFolders(tree source.Tree) []string {
	var folders []string
	for _, file := range tree.Marks() {
		folders = append(folders, path.Dir(file)+"/")
	}
	for _, d := range tree.Diags {
		if content.IsClassFile(d.At.File) {
			folders = append(folders, path.Dir(d.At.File)+"/")
		}
	}
	return folders
}

// isBelow reports whether a file lies in or under one of the folders.
func isBelow(folders []string, file string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool {
		return strings.HasPrefix(file, folder)
	})
}

// IsHeld reports whether the document of a path is there and not public, lies below a closed
// folder, or was moved to where it is closed.
func (s *Site) IsHeld(path string) bool {
	if _, held := s.held[path]; held {
		return true
	}
	return s.closedFolder(path) || !s.Tree.Has(path) && s.movedAway(source.Entry{Path: path})
}

// movedAway reports whether a file that is no longer there seems to be what a file is that
// nobody may see: one of the same name that is closed, or of the same size below a closed
// folder. Those are not opened, so nothing surer can be known.
func (s *Site) movedAway(gone source.Entry) bool {
	return slices.ContainsFunc(s.Tree.Entries, func(e source.Entry) bool {
		name := path.Base(e.Path) == path.Base(gone.Path)
		if isBelow(s.closed, e.Path) {
			return name || e.Size == gone.Size && e.Size > 0 && !content.IsClassFile(e.Path)
		}
		return name && s.held[e.Path] == Closed
	})
}

// Withdraws returns which of the files that a release shows may no longer be shown: documents
// that were marked as closed, as a draft, or for another time since, with their files, what lies
// below a closed folder, and what was moved there. A document whose header cannot be read is not
// among them, unless it may have been meant to be closed; nor is a file of one that was never
// shown.
func (s *Site) Withdraws(shown []source.Entry) (gone []string) {
	wasShown := make(map[string]bool, len(shown))
	for _, e := range shown {
		wasShown[e.Path] = true
	}
	for _, e := range shown {
		reason, held := s.held[e.Path]
		c, _ := s.claimed(e.Path)
		switch {
		case held && (reason != Unreadable || s.found(e.Path).Marked),
			c.reason == Closed || wasShown[c.owner],
			!s.Tree.Has(e.Path) && s.movedAway(e):
			gone = append(gone, e.Path)
		}
	}
	return gone
}

// Open returns a function that reports whether the file at a path may be opened at all:
// it does not lie in or under a closed folder of the tree.
func Open(tree source.Tree) func(path string) bool {
	folders := closedFolders(tree)
	return func(path string) bool { return !isBelow(folders, path) }
}
