package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// An Update changes a few files of a committed release in the released folder itself. It serves
// builds that watch their input, for which a whole release after every change would take too long.
// Each file is replaced in one step.
type Update struct {
	release *Release
	mu      sync.Mutex
	puts    map[string]update
}

type update struct {
	next string // where the finished file waits for Commit
	file file
}

// Begin starts an Update of a committed release.
func (r *Release) Begin() (*Update, error) {
	for _, name := range []string{r.store.record, r.store.record + ".kept"} {
		if err := remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if err := removeAll(r.store.next()); err != nil { // of an Update that was not committed
		return nil, err
	}
	return &Update{release: r, puts: map[string]update{}}, nil
}

// Put adds a new or changed file, which visitors do not see before Commit.
func (u *Update) Put(path string, b []byte) error {
	return u.add(path, digest.Of(b), writer(b))
}

// Copy adds a file whose digest is known, as [Release.Copy] does.
func (u *Update) Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error {
	return u.add(path, sum, copier(path, sum, open))
}

// Keep returns the size of the file at a path of the release; ok is false if there is none.
func (u *Update) Keep(path string) (size int64, ok bool) {
	f, ok := u.release.want[path]
	return f.size, ok
}

func (u *Update) add(path string, sum digest.Sum, write func(*os.File) error) error {
	if old, ok := u.release.want[path]; ok && old.sum == sum {
		return nil
	}
	next := u.release.store.next()
	if err := mkdirAll(next); err != nil {
		return err
	}
	name := filepath.Join(next, digest.Of([]byte(path)).String())
	_ = remove(name)
	f, err := writeNew(name, write)
	if err != nil {
		return err
	}
	f.sum = sum
	u.mu.Lock()
	u.puts[path] = update{name, f}
	u.mu.Unlock()
	return nil
}

// Commit publishes the changes and removes files, those that the release does not have ignored.
// Withdrawn pages go first, then new files come, then changed ones; assets that only old pages
// needed go last.
func (u *Update) Commit(removed []string) (Stats, error) {
	defer removeAll(u.release.store.next())
	r := u.release
	var stats Stats
	var pages, assets []string
	for _, path := range removed {
		if _, ok := r.want[path]; !ok {
			continue
		}
		stats.Removed++
		if isAsset(path) {
			assets = append(assets, path)
		} else {
			pages = append(pages, path)
		}
	}
	if err := r.withdraw(pages); err != nil {
		return stats, err
	}
	stats.Written = len(u.puts)
	var fresh, changed []string
	for path := range u.puts {
		if _, ok := r.want[path]; ok {
			changed = append(changed, path)
		} else {
			fresh = append(fresh, path)
		}
	}
	slices.Sort(fresh)
	slices.Sort(changed)
	for _, path := range append(fresh, changed...) {
		if err := r.replaceBoth(path, u.puts[path]); err != nil {
			return stats, err
		}
	}
	if err := r.withdraw(assets); err != nil {
		return stats, err
	}
	return stats, u.manifest(&stats)
}

// withdraw removes files from both trees.
func (r *Release) withdraw(paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	gone := make(map[string]file, len(paths))
	for _, path := range paths {
		gone[path] = r.want[path]
		delete(r.want, path)
	}
	for _, tree := range []string{r.store.live, r.store.spare} {
		if err := prune(tree, gone, nil); err != nil {
			return err
		}
	}
	return nil
}

// replaceBoth moves a finished file into the released tree and links it into the spare tree, where
// there is one.
func (r *Release) replaceBoth(path string, up update) error {
	live := filepath.Join(r.store.live, filepath.FromSlash(path))
	if err := mkdirAll(filepath.Dir(live)); err != nil {
		return err
	}
	if err := move(up.next, live); err != nil {
		return err
	}
	r.want[path] = up.file
	if _, err := os.Lstat(r.store.spare); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	spare := filepath.Join(r.store.spare, filepath.FromSlash(path))
	if err := removeAll(spare); err != nil {
		return err
	}
	if err := mkdirAll(filepath.Dir(spare)); err != nil {
		return err
	}
	return linkOrCopy(live, spare)
}

// manifest replaces the manifest and the note about it.
func (u *Update) manifest(stats *Stats) error {
	r := u.release
	list := map[string][]byte{host.Manifest: r.manifest(stats)}
	if note := r.store.note(stats.Sum); note != nil {
		list[host.ManifestNote] = note
	}
	for _, name := range []string{host.Manifest, host.ManifestNote} {
		text, ok := list[name]
		if !ok {
			continue
		}
		delete(u.puts, name)
		if err := u.Put(name, text); err != nil {
			return err
		}
		if up, ok := u.puts[name]; ok {
			if err := r.replaceBoth(name, up); err != nil {
				return err
			}
		}
	}
	return nil
}

// Finish writes the record after the last Update.
func (r *Release) Finish() error { return r.store.writeRecord(r.want) }
