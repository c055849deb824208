package site

import (
	"maps"
	"path"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/source"
)

// A claim says whose file a file is that may not be shown, and why not. Of closed documents it
// names none.
type claim struct {
	reason Reason
	owner  string // path of the document
	key    string // of its header, which holds it back
}

// holdingKey returns the key of a header that holds its document back.
func holdingKey(h *content.Head, reason Reason) string {
	switch {
	case reason == Draft:
		return "draft"
	case reason == Expired:
		return "expires"
	case h.Publish.IsZero():
		return "date"
	}
	return "publish"
}

// claimFiles notes the files of documents that are not public: those beside them, wherever else
// they are shown, and those that their headers name. Where a file is only in the body, or in
// another folder, it counts as that of a public document in the folder of the file that shows it.
func (s *Site) claimFiles(held []*content.Document) {
	s.hidden = map[string]claim{}
	for _, doc := range held {
		reason := s.held[doc.Path]
		for _, file := range doc.Hides { // of a closed document
			s.hidden[file] = claim{reason: Closed}
		}
		switch reason {
		case Draft, Future, Expired:
		default:
			continue // closed, or nothing is released because of it
		}
		c := claim{reason, doc.Path, holdingKey(doc.Head, reason)}
		for file := range headFiles(doc.Head) {
			file = filePath(doc.Path, file)
			if path.Dir(file) == path.Dir(doc.Path) || !s.shownBeside(file) {
				s.hide(file, c)
			}
		}
		for file := range bodyFiles(doc) {
			if !s.shownBeside(file) {
				s.hide(file, c)
			}
		}
	}
}

// hide notes a claim, unless there is one already: of two documents the first is named, and a
// closed one before all others.
func (s *Site) hide(file string, c claim) {
	file = content.Hidden(file)
	if _, there := s.hidden[file]; !there {
		s.hidden[file] = c
	}
}

// headFiles yields the files that a header names, as they are written there.
func headFiles(h *content.Head) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		var files []string
		for _, f := range h.Files {
			files = append(files, f.Src)
		}
		for _, c := range h.Changes {
			files = append(files, c.File)
		}
		if h.News != nil {
			for _, p := range h.News.Photos {
				files = append(files, p.Src)
			}
		}
		content.Values(h.Kept, content.Path, func(_, text string) { files = append(files, text) })
		for _, f := range files {
			if f != "" && !yield(f) {
				return
			}
		}
	}
}

// bodyFiles yields the paths of the files beside a document that its body shows or links to.
func bodyFiles(doc *content.Document) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for ref := range doc.Refs.All(doc.Path) {
			for _, name := range content.BlockFiles(&ref) {
				if name == "" || strings.Contains(name, ":") {
					continue
				}
				file := filePath(doc.Path, name)
				ext := path.Ext(file)
				if ext != "" && ext != ".md" && path.Dir(file) == path.Dir(doc.Path) &&
					!yield(file) {
					return
				}
			}
		}
	}
}

// shownBeside reports whether a public document in the folder of a file shows it.
func (s *Site) shownBeside(file string) bool {
	folder := path.Dir(file)
	from := func(path string) int {
		at, _ := slices.BinarySearchFunc(s.Items, path,
			func(i *Item, path string) int { return strings.Compare(i.Path, path) })
		return at
	}
	for _, i := range s.Items[from(folder+"/"):from(folder+"0")] { // the character after the slash
		if path.Dir(i.Path) != folder {
			continue
		}
		doc := s.found(i.Path)
		for f := range headFiles(doc.Head) {
			if filePath(doc.Path, f) == file {
				return true
			}
		}
		for f := range bodyFiles(doc) {
			if f == file {
				return true
			}
		}
	}
	return false
}

// claimed returns the claim on a file: that of its folder, which is closed as a whole, or of the
// document that it is of.
func (s *Site) claimed(file string) (c claim, ok bool) {
	if isBelow(s.closed, file) {
		return claim{reason: Closed}, true
	}
	if len(s.hidden) > 0 {
		c, ok = s.hidden[content.Hidden(file)]
	}
	return c, ok
}

// closedFolder reports whether a file may not be shown because of where it is or whose it is.
func (s *Site) closedFolder(file string) bool {
	_, claimed := s.claimed(file)
	return claimed
}

// HeldFiles returns the files of the Tree that may not be shown, besides documents, sorted by
// path. Nobody is told their names.
func (s *Site) HeldFiles() []source.Entry {
	if len(s.hidden) == 0 && len(s.closed) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Tree.Entries), func(e source.Entry) bool {
		return strings.HasSuffix(e.Path, ".md") || content.IsClassFile(e.Path) ||
			!s.closedFolder(e.Path)
	})
}

// sameClaims reports whether the same files may not be shown in two Sites, for the same reasons.
func (s *Site) sameClaims(prev *Site) bool {
	return slices.Equal(s.closed, prev.closed) && maps.Equal(s.hidden, prev.hidden)
}
