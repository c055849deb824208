// Package store keeps finished sites on disk and publishes them all at once or not at all.
//
// # Two trees
//
// Beside the released folder, public/, a second one lies in .maklumat/: the release before
// it, brought up to date. A [Release] writes into that spare tree only what differs, and
// Commit then exchanges the two in one system call where there is one. A visitor sees
// either the old site or the new one, whole, and the cost of a release is the size of the
// change. Afterwards the other tree is brought up to the same release, so that nothing
// which was withdrawn lies on the disk any longer.
//
// The trees share their files by hard links; a file is therefore never written to, only
// removed and made anew.
//
// # What can be trusted
//
// A record beside the trees says what is in them, with sizes and times. It is removed
// before a tree is touched and written when both trees are whole again. Without it, after a
// build was killed, or where a size or a time differs, files are read and digested before
// they count.
//
// # Whose folder
//
// A folder is touched only if it is missing, empty, or holds our manifest.
package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// Errors that a caller may want to tell apart.
var (
	ErrForeign = errors.New("folder was not made by maklumat")
	ErrLocked  = errors.New("another build is writing to the same folder")
	ErrChanged = errors.New("file changed while it was read")
)

// A Store is one released folder with its spare tree. It is locked against other builds
// until Close.
type Store struct {
	// Sign, if not nil, returns the signed note about a manifest of a digest.
	Sign func(manifest digest.Sum) []byte

	// Redirects are the addresses to which pages lead that do nothing else, by path.
	Redirects map[string]string

	// Headers are those that the chosen hosts send with every answer.
	Headers []host.Header

	live, spare, record string
	lock                *os.File
}

// Open locks the folder out for releases.
func Open(out string) (*Store, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(out); err == nil {
		out = real
	}
	if err := checkOwner(out); err != nil {
		return nil, err
	}
	work := filepath.Join(filepath.Dir(out), ".maklumat")
	if err := mkdirAll(work); err != nil {
		return nil, err
	}
	name := filepath.Base(out)
	lock, err := lockFile(filepath.Join(work, name+".lock"))
	if err != nil {
		return nil, err
	}
	return &Store{live: out, spare: filepath.Join(work, name+".tree"), record: filepath.Join(work, name+".record"), lock: lock}, nil
}

// checkOwner returns ErrForeign for a folder that holds something and is not ours.
func checkOwner(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return nil
	}
	for _, mark := range marks {
		b, err := os.ReadFile(filepath.Join(dir, mark))
		if err != nil {
			continue
		}
		if _, err := ReadManifest(b); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", dir, ErrForeign)
}

// next is where the files of an Update wait, and the one file that is being replaced.
func (s *Store) next() string { return s.spare + ".next" }

// Close gives the folder free for other builds.
func (s *Store) Close() error { return s.lock.Close() }

// A file is what is known of one file in a tree.
type file struct {
	size, time int64
	sum        digest.Sum
}

// A Release is a site being written. Put and Copy may be called by several goroutines at
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

// Begin starts a release. What was left by a build that was killed is made use of.
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

// survey lists what is in a tree. Files that look as the record says are believed, others
// are read. An empty folder goes: a removal was broken off, and its name may be that of a
// document that was withdrawn.
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
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
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

// Copy adds a file with known bytes to the release; open is called only when they are not
// on the disk already. It returns ErrChanged when they are not those of sum.
func (r *Release) Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error {
	return r.add(path, sum, copier(path, sum, open))
}

// Keep adds the file that an earlier release has at a path, if it is still as the record
// says, and returns its size in bytes. It is for files whose names say what is in them, and
// spares making them again.
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
		if r.folder(path) != nil || removeAll(name) != nil || link(filepath.Join(r.store.live, filepath.FromSlash(path)), name) != nil {
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

// copier writes what open gives, if it is what sum says.
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

// add brings the spare tree's file of a path up to date.
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

// place puts the bytes of sum at a path of the spare tree: by a hard link from the
// released tree, or written.
func (r *Release) place(path string, sum digest.Sum, exists bool, write func(*os.File) error) (file, error) {
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

// link makes a hard link, in the place of a folder if there is one.
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
	if errors.Is(err, fs.ErrExist) { // a folder of an earlier release
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

// folder makes the folder of a path in the spare tree, once. A file in its way is of an
// earlier release and goes.
func (r *Release) folder(path string) error {
	rel := path[:max(0, strings.LastIndexByte(path, '/'))]
	r.mu.Lock()
	made := r.folders[rel]
	r.mu.Unlock()
	if made {
		return nil
	}
	dir := filepath.Join(r.store.spare, filepath.FromSlash(rel))
	err := mkdir(dir)
	if err != nil {
		err = mkdirAll(dir) // it is there, or the one above is not
	}
	if err != nil {
		if err = r.clearWay(dir); err != nil {
			return err
		}
		if err = mkdirAll(dir); err != nil {
			return err
		}
	}
	r.mu.Lock()
	r.folders[rel] = true
	r.mu.Unlock()
	return nil
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

// Commit publishes what was added, and nothing else. When it returns an error, the
// released folder is as it was, unless the error says otherwise.
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

// publish makes the spare tree the released one. exchanged is false when there was no
// earlier release, so that no spare tree is left.
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
