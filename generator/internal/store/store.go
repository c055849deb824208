// Package store keeps finished sites on disk and publishes them all at once or not at all.
//
// # Two trees
//
// Beside the released folder, public/, a second tree with the same files lies in .maklumat/. A
// [Release] writes into that spare tree only what differs, and Commit then exchanges the two in
// one system call where there is one: a visitor sees either the old site or the new one, whole, and
// the cost of a release is the size of the change. Afterwards the old tree, now the spare one, is
// brought up to the same release, so that nothing that was withdrawn stays on the disk.
//
// The trees share their files by hard links; a file is therefore never written to, only removed and
// made anew.
//
// # What can be trusted
//
// A record beside the trees lists their files with sizes and times. It is removed before a tree is
// touched and written when both trees are whole again. A file that is not as the record says is
// read and digested before it counts; after a build was killed there is no record, and all are.
//
// # Whose folder
//
// A folder is touched only if it is missing, empty, or holds our manifest. One whose manifest is
// lost or damaged is ours if the record, or the manifest of the spare tree, names every file in it.
package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// The errors that callers tell apart.
var (
	ErrForeign = errors.New("folder is not known to be made by maklumat")
	ErrLocked  = errors.New("another build is writing to the same folder")
	ErrChanged = errors.New("file changed while it was read")
)

// A Store is one released folder with its spare tree. It is locked against other builds
// until Close.
type Store struct {
	// Sign, if not nil, returns the signed note about the manifest with this digest.
	Sign func(manifest digest.Sum) []byte

	// Redirects are the addresses to which redirecting pages lead, by the path of the page.
	Redirects map[string]string

	// Headers are those that the chosen hosts send with every answer.
	Headers []host.Header

	live, spare, record string
	lock                *os.File
}

// Open locks the folder named out, which need not exist yet. It returns ErrForeign for a folder
// that is not ours, and ErrLocked while another build has it.
func Open(out string) (*Store, error) {
	out, err := place(out)
	if err != nil {
		return nil, err
	}
	s := &Store{live: out, spare: beside(out) + ".tree", record: beside(out) + ".record"}
	if err := s.checkOwner(); err != nil {
		return nil, err
	}
	if err := mkdirAll(filepath.Dir(beside(out))); err != nil {
		return nil, err
	}
	s.lock, err = lockFile(beside(out) + ".lock")
	return s, err
}

// place returns the path of a released folder without symbolic links in it.
func place(out string) (string, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(out); err == nil {
		out = real
	}
	return out, nil
}

// beside returns how the paths of all files begin that belong to the folder at a place and lie
// outside it.
func beside(out string) string {
	return filepath.Join(filepath.Dir(out), ".maklumat", filepath.Base(out))
}

// checkOwner returns ErrForeign if the released folder holds something and is not ours.
func (s *Store) checkOwner() error {
	entries, err := os.ReadDir(s.live)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(entries) == 0 || manifestIn(s.live) != nil || s.knowsAll() {
		return nil
	}
	return fmt.Errorf("%s: %w", s.live, ErrForeign)
}

// knowsAll reports whether every file in the released folder is one that we put there, by what
// there is beside it. The manifest itself may be anything.
func (s *Store) knowsAll() bool {
	known := s.readRecord()
	if known == nil {
		known = map[string]file{}
		if m := manifestIn(s.spare); m != nil {
			for _, e := range m.Files {
				known[e.Path] = file{}
			}
		}
	}
	isMark := func(rel string) bool {
		return slices.Contains(marks, rel) || rel == host.ManifestNote
	}
	found := 0
	err := filepath.WalkDir(s.live, func(p string, d fs.DirEntry, err error) error {
		rel := below(s.live, p)
		if err != nil || d.IsDir() || isMark(rel) {
			return err
		}
		if _, ok := known[rel]; !ok {
			return ErrForeign
		}
		found++
		return nil
	})
	return err == nil && found > 0
}

// next is where the files of an Update wait for its Commit, or the one file that is being replaced
// where two trees cannot be exchanged.
func (s *Store) next() string { return s.spare + ".next" }

// Close unlocks the folder.
func (s *Store) Close() error { return s.lock.Close() }

// A file is what is known of one file in a tree.
type file struct {
	size, time int64
	sum        digest.Sum
}

// A Release is a site being written. Put, Copy and Keep may be called by several goroutines at
// once.
type Release struct {
	store *Store
	known map[string]file // what the record says of both trees
	have  map[string]file // what is in the spare tree
	live  map[string]file // what is in the released one
	fresh bool            // there is no released folder yet

	mu      sync.Mutex
	want    map[string]file
	folders map[string]bool
	written int
}

// Begin starts a release. Files that a killed build left in the spare tree are used again.
func (s *Store) Begin() (*Release, error) {
	r := &Release{store: s, want: map[string]file{}, folders: map[string]bool{}}
	known := s.readRecord()
	r.known = known
	for _, name := range []string{s.record, s.record + ".kept"} {
		if err := remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if err := removeAll(s.next()); err != nil { // of an Update that was not committed
		return nil, err
	}
	if err := mkdirAll(s.spare); err != nil {
		return nil, err
	}
	var err error
	if r.have, err = survey(s.spare, known); err != nil {
		return nil, err
	}
	if r.live, err = survey(s.live, known); err != nil {
		return nil, err
	}
	_, err = os.Lstat(s.live)
	r.fresh = errors.Is(err, fs.ErrNotExist)
	return r, nil
}

// survey lists the files in a tree; those that differ from the record are read. It removes empty
// folders: they are left when a removal was broken off, and their names may be those of documents
// that were withdrawn.
func survey(dir string, known map[string]file) (map[string]file, error) {
	found := make(map[string]file, len(known))
	folder := "" // in which nothing has been seen yet
	leave := func() {
		for ; len(folder) > len(dir) && remove(folder) == nil; folder = filepath.Dir(folder) {
		}
		folder = ""
	}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if folder != "" && !strings.HasPrefix(p, folder+string(filepath.Separator)) {
			leave()
		}
		folder = ""
		if err == nil && d.IsDir() && p != dir {
			folder = p
		}
		if err != nil || d.IsDir() {
			return err
		}
		rel := below(dir, p)
		info, err := d.Info()
		if err != nil {
			return err
		}
		f := file{size: info.Size(), time: info.ModTime().UnixNano()}
		if k, ok := known[rel]; ok && k.size == f.size && k.time == f.time {
			f.sum = k.sum
		} else if d.Type().IsRegular() {
			if f.sum, err = sumFile(p); err != nil {
				return err
			}
		}
		found[rel] = f
		return nil
	})
	leave()
	return found, err
}

// below returns the path of a file in a tree as the manifest has it.
func below(dir, p string) string {
	return filepath.ToSlash(strings.TrimPrefix(p[len(dir):], string(filepath.Separator)))
}

func sumFile(path string) (digest.Sum, error) {
	f, err := os.Open(path)
	if err != nil {
		return digest.Sum{}, err
	}
	defer f.Close()
	return digest.Read(f)
}

// Put adds a file to the release.
func (r *Release) Put(path string, b []byte) error {
	return r.add(path, digest.Of(b), writer(b))
}

// Copy adds a file whose digest is known. It calls open only if the bytes are not on the disk
// already, and returns ErrChanged if what it gives has another digest.
func (r *Release) Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error {
	return r.add(path, sum, copier(path, sum, open))
}

// Keep adds the file that the last release has at a path, and returns its size in bytes; ok is
// false if there is none or it is not as the record says. It spares making files again whose names
// determine their bytes.
func (r *Release) Keep(path string) (size int64, ok bool) {
	k, ok := r.known[path]
	if !ok {
		return 0, false
	}
	f, ok := r.have[path]
	if !ok || f != k {
		if l, ok := r.live[path]; !ok || l != k {
			return 0, false
		}
		name := filepath.Join(r.store.spare, filepath.FromSlash(path))
		if r.folder(path) != nil || removeAll(name) != nil {
			return 0, false
		}
		if link(filepath.Join(r.store.live, filepath.FromSlash(path)), name) != nil {
			return 0, false
		}
	}
	r.mu.Lock()
	r.want[path] = k
	r.mu.Unlock()
	return k.size, true
}

func writer(b []byte) func(*os.File) error {
	return func(w *os.File) error {
		_, err := w.Write(b)
		return err
	}
}

// copier returns a function that writes what open gives, or returns ErrChanged if its digest is not
// sum.
func copier(path string, sum digest.Sum, open func() (io.ReadCloser, error)) func(*os.File) error {
	return func(w *os.File) error {
		src, err := open()
		if err != nil {
			return err
		}
		defer src.Close()
		got, err := digest.Read(io.TeeReader(src, w))
		if err == nil && got != sum {
			return fmt.Errorf("%s: %w", path, ErrChanged)
		}
		return err
	}
}

// add makes the file at a path of the spare tree the one with this digest.
func (r *Release) add(path string, sum digest.Sum, write func(*os.File) error) error {
	f, ok := r.have[path]
	if !ok || f.sum != sum {
		var err error
		if f, err = r.place(path, sum, ok, write); err != nil {
			return err
		}
	}
	r.mu.Lock()
	r.want[path] = f
	r.mu.Unlock()
	return nil
}

// place puts a file at a path of the spare tree: by a hard link from the released tree, or written.
func (r *Release) place(
	path string, sum digest.Sum, exists bool, write func(*os.File) error,
) (file, error) {
	name := filepath.Join(r.store.spare, filepath.FromSlash(path))
	if err := r.folder(path); err != nil {
		return file{}, err
	}
	if exists {
		if err := removeAll(name); err != nil {
			return file{}, err
		}
	}
	if l, ok := r.live[path]; ok && l.sum == sum {
		if link(filepath.Join(r.store.live, filepath.FromSlash(path)), name) == nil {
			return l, nil
		}
	}
	f, err := writeNew(name, write)
	if err != nil {
		return file{}, err
	}
	f.sum = sum
	r.mu.Lock()
	r.written++
	r.mu.Unlock()
	return f, nil
}

// link makes a hard link, in the place of whatever is there.
func link(from, to string) error {
	err := hardLink(from, to)
	if errors.Is(err, fs.ErrExist) {
		if err := removeAll(to); err != nil {
			return err
		}
		err = hardLink(from, to)
	}
	return err
}

func writeNew(name string, write func(*os.File) error) (file, error) {
	w, err := create(name)
	if errors.Is(err, fs.ErrExist) { // a folder, or a file of another release
		if err := removeAll(name); err != nil {
			return file{}, err
		}
		w, err = create(name)
	}
	if err != nil {
		return file{}, err
	}
	if err := attempt("write", name, func() error { return write(w) }); err != nil {
		_ = w.Close()
		return file{}, err
	}
	info, err := w.Stat()
	if err != nil {
		_ = w.Close()
		return file{}, err
	}
	return file{size: info.Size(), time: info.ModTime().UnixNano()}, attempt("close", name, w.Close)
}

// folder makes the folder of a path in the spare tree. A file in its way belongs to an earlier
// release and is removed.
func (r *Release) folder(path string) error {
	rel := path[:max(0, strings.LastIndexByte(path, '/'))]
	r.mu.Lock()
	made := r.folders[rel]
	r.mu.Unlock()
	if made {
		return nil
	}
	dir := filepath.Join(r.store.spare, filepath.FromSlash(rel))
	err := mkdirAll(dir)
	if err != nil {
		if err = r.clearWay(dir); err == nil {
			err = mkdirAll(dir)
		}
	}
	r.mu.Lock()
	r.folders[rel] = err == nil
	r.mu.Unlock()
	return err
}

// clearWay removes files of an earlier release that stand where a folder must be.
func (r *Release) clearWay(dir string) error {
	for ; len(dir) > len(r.store.spare); dir = filepath.Dir(dir) {
		if info, err := os.Lstat(dir); err == nil && !info.IsDir() {
			return remove(dir)
		}
	}
	return nil
}

// A Stats says what a release changed.
type Stats struct {
	Files   int
	Bytes   int64
	Written int // new or other bytes than before
	Removed int
	Sum     digest.Sum // of the manifest
}

// Commit publishes the files that were added, and nothing else. If it returns an error, the
// released folder is as it was, or as it should be where only the cleaning up failed; where files
// are replaced one by one, it may hold some of either release.
func (r *Release) Commit() (Stats, error) {
	stats := Stats{Written: r.written}
	if err := r.putManifest(&stats); err != nil {
		return stats, err
	}
	s := r.store
	for path := range r.live {
		if _, ok := r.want[path]; !ok {
			stats.Removed++
		}
	}
	if err := prune(s.spare, r.have, r.want); err != nil {
		return stats, err
	}
	exchanged, err := r.publish()
	if err != nil {
		return stats, fmt.Errorf("publish %s: %w", s.live, err)
	}
	if exchanged {
		// The spare tree is the old release now. What was withdrawn must not stay in it.
		if err := mirror(s.live, s.spare, r.live, r.want); err != nil {
			return stats, fmt.Errorf("clean up after release: %w", err)
		}
	}
	return stats, s.writeRecord(r.want)
}

// publish makes the spare tree the released one. exchanged says that the spare tree is now the old
// release; it is false after a first release and where files were replaced one by one.
func (r *Release) publish() (exchanged bool, err error) {
	s := r.store
	if !r.fresh {
		if err := remove(s.live); err == nil { // an empty folder
			r.fresh = true
		}
	}
	if r.fresh {
		return false, rename(s.spare, s.live)
	}
	err = attempt("exchange", s.live, func() error { return exchange(s.spare, s.live) })
	if !errors.Is(err, errors.ErrUnsupported) {
		return err == nil, err
	}
	return false, replaceAll(s.spare, s.live, r.live, r.want)
}
