// Package source knows which input files exist.
//
// A [Tree] lists every input file at one moment: its path, its size and when it last changed.
// [Changes] compares two Trees, and only this comparison decides what has changed. Events of
// the file system are hints which paths [Scan] must look at again.
//
// # What is an input
//
// Everything below content/, templates/ and static/, except hidden files and what editors
// and office programs leave behind while a file is open. Symbolic links are reported and not
// followed, because they may lead out of the project.
//
// # When a time can be trusted
//
// The time of a file is only as exact as the file system's clock. A file that changed just
// before Scan looked at it may change again and have the same time. Such an entry is marked,
// and the next comparison counts it as changed.
package source

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/gate"
)

// Folders are the parts of a project that hold inputs.
var Folders = []string{"content", "static", "templates"}

// An Entry is one input file.
type Entry struct {
	Path    string // slash-separated, from the project folder
	Size    int64
	ModTime int64 // nanoseconds since 1970
	racy    bool  // changed so recently that ModTime proves nothing
}

// A Tree is every input file at one moment, sorted by path. It is never changed.
type Tree struct {
	Entries []Entry
	Diags   diag.List // about files that cannot be inputs
	marks   *marks
}

// marks are the files of some Entries that close their folders. They are asked for several times
// after each edit, and a large site has many names.
type marks struct {
	of    []Entry
	paths []string
}

// Marks returns the files that close the folder they are in (gate.IsMark), in the order of the
// Entries.
func (t Tree) Marks() []string {
	m, n := t.marks, len(t.Entries)
	if m != nil && n > 0 && len(m.of) == n && &m.of[0] == &t.Entries[0] {
		return m.paths // of these very Entries
	}
	return marksIn(t.Entries)
}

func marksIn(entries []Entry) (paths []string) {
	for _, e := range entries {
		if gate.IsMark(e.Path[strings.LastIndexByte(e.Path, '/')+1:]) {
			paths = append(paths, e.Path)
		}
	}
	return paths
}

// Get returns the entry of a path.
func (t Tree) Get(path string) (Entry, bool) {
	i, ok := t.find(path)
	if !ok {
		return Entry{}, false
	}
	return t.Entries[i], true
}

// find returns where a path is or would be.
func (t Tree) find(path string) (at int, there bool) {
	return slices.BinarySearchFunc(t.Entries, path,
		func(e Entry, path string) int { return cmp.Compare(e.Path, path) })
}

// From returns where among the Entries those begin whose paths are not before a path.
func (t Tree) From(path string) int {
	at, _ := t.find(path)
	return at
}

// Racy reports whether some file changed so recently that its time proves nothing.
func (t Tree) Racy() bool {
	return slices.ContainsFunc(t.Entries, func(e Entry) bool { return e.racy })
}

// Has reports whether a file of that path exists.
func (t Tree) Has(path string) bool {
	_, ok := t.Get(path)
	return ok
}

// tick is the age from which the time of a file proves that it has not changed again: the step
// of the coarsest clock in use, that of FAT.
const tick = 2 * time.Second

// Scan returns prev brought up to date. It looks at the files and folders in hints, and again at
// what could not be read before; if hints is nil, it looks at everything. The error is for a
// folder of inputs that cannot be read.
func Scan(files fs.FS, prev Tree, hints []string, now time.Time) (Tree, error) {
	s := scanner{files: files, now: now}
	if hints == nil {
		for _, folder := range Folders {
			if err := s.walk(folder); err != nil {
				return Tree{}, err
			}
		}
		return s.tree(), nil
	}
	hints = slices.Clone(hints)
	for _, d := range prev.Diags {
		if d.Code == diag.FileUnreadable {
			hints = append(hints, d.At.File) // it may be readable now
		}
	}
	slices.Sort(hints)
	hints = slices.Compact(hints)
	within := func(p string) bool {
		for p != "." {
			if _, ok := slices.BinarySearch(hints, p); ok {
				return true
			}
			p = path.Dir(p)
		}
		return false
	}
	for _, d := range prev.Diags {
		if !within(d.At.File) {
			s.diags = append(s.diags, d)
		}
	}
	for _, hint := range hints {
		if !s.reachable(hint) {
			continue
		}
		if err := s.walk(hint); err != nil {
			return Tree{}, err
		}
	}
	tree := s.tree()
	known := append(tree.marks.paths, prev.Marks()...)
	tree.Entries = renew(prev, hints, tree.Entries)
	known = slices.DeleteFunc(known, func(p string) bool { return !tree.Has(p) })
	slices.Sort(known)
	tree.marks = &marks{tree.Entries, slices.Compact(known)}
	return tree, nil
}

// renew returns the entries of prev, with fresh in place of the entries for hints and all below
// them. It finds places by binary search and copies the stretches between, because comparing
// every entry would be slow in a large Tree.
func renew(prev Tree, hints []string, fresh []Entry) []Entry {
	var gone [][2]int // from, to
	for _, hint := range hints {
		at, there := prev.find(hint)
		if there {
			gone = append(gone, [2]int{at, at + 1})
		}
		from, _ := prev.find(hint + "/")
		to, _ := prev.find(hint + "0") // the character after the slash
		gone = append(gone, [2]int{from, to})
	}
	slices.SortFunc(gone, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	gone = append(gone, [2]int{len(prev.Entries), len(prev.Entries)})
	all := make([]Entry, 0, len(prev.Entries)+len(fresh))
	next := 0
	for _, g := range gone {
		kept := Tree{Entries: prev.Entries[next:max(next, g[0])]}
		next = max(next, g[1])
		for len(fresh) > 0 {
			at, _ := kept.find(fresh[0].Path)
			if at == len(kept.Entries) {
				break
			}
			all = append(append(all, kept.Entries[:at]...), fresh[0])
			kept.Entries, fresh = kept.Entries[at:], fresh[1:]
		}
		all = append(all, kept.Entries...)
	}
	return append(all, fresh...)
}

type scanner struct {
	files   fs.FS
	now     time.Time
	entries []Entry
	diags   diag.List
}

func (s *scanner) tree() Tree {
	slices.SortFunc(s.entries, func(a, b Entry) int { return cmp.Compare(a.Path, b.Path) })
	s.entries = slices.CompactFunc(s.entries, func(a, b Entry) bool { return a.Path == b.Path })
	return Tree{
		Entries: s.entries, Diags: s.diags.Sort(), marks: &marks{s.entries, marksIn(s.entries)},
	}
}

// reachable reports whether a walk from the top would come to a hinted path: no part of it is
// ignored, and none above it is a symbolic link.
func (s *scanner) reachable(hint string) bool {
	parts := strings.Split(hint, "/")
	if !slices.Contains(Folders, parts[0]) {
		return false
	}
	for i := 1; i < len(parts); i++ {
		if ignored(parts[i]) {
			return false
		}
		info, err := fs.Lstat(s.files, path.Join(parts[:i]...))
		if err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// walk adds the file p, or every file below the folder p. A file that is gone is no error; the
// comparison will find that it is missing.
func (s *scanner) walk(p string) error {
	// WalkDir would follow a symbolic link at its root.
	if info, err := fs.Lstat(s.files, p); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if !ignored(path.Base(p)) {
			s.diags.Add(diag.FileSymlink, diag.Span{File: p})
		}
		return nil
	}
	return fs.WalkDir(s.files, p, func(p string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil && d == nil:
			return err
		case err != nil:
			s.diags.Add(diag.FileUnreadable, diag.Span{File: p})
			return nil
		}
		if ignored(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		switch {
		case d.IsDir():
			if gate.IsMark(d.Name()) { // it closes, as the file would
				s.diags.Add(diag.FileIrregular, diag.Span{File: p})
			}
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			s.diags.Add(diag.FileSymlink, diag.Span{File: p})
			return nil
		case !d.Type().IsRegular():
			s.diags.Add(diag.FileIrregular, diag.Span{File: p})
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		changed := info.ModTime()
		s.entries = append(s.entries, Entry{
			Path: p, Size: info.Size(), ModTime: changed.UnixNano(),
			racy: s.now.Sub(changed) < tick,
		})
		return nil
	})
}

// ignored reports whether a name is not that of an input: hidden files, and what editors,
// office programs and synchronising tools write beside a file that is open. What may have been
// meant to close a folder is never ignored.
func ignored(name string) bool {
	if gate.IsMark(name) {
		return false
	}
	for _, end := range []string{"~", ".swp", ".tmp", ".bak", ".crdownload"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return name[0] == '.' || name[0] == '#' || strings.HasPrefix(name, "~$") ||
		name == "4913" || name == "Thumbs.db" || name == "desktop.ini"
}

// Changes returns the paths that are new or may differ, and those that are gone, each
// sorted.
func Changes(prev, next Tree) (changed, removed []string) {
	old := prev.Entries
	for _, e := range next.Entries {
		for len(old) > 0 && old[0].Path < e.Path {
			removed = append(removed, old[0].Path)
			old = old[1:]
		}
		if len(old) > 0 && old[0].Path == e.Path {
			if same := old[0].Size == e.Size && old[0].ModTime == e.ModTime && !old[0].racy; !same {
				changed = append(changed, e.Path)
			}
			old = old[1:]
			continue
		}
		changed = append(changed, e.Path)
	}
	for _, e := range old {
		removed = append(removed, e.Path)
	}
	return changed, removed
}
