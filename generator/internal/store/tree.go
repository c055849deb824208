package store

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// prune removes the files from a tree that it has and that are not wanted, and the folders that
// become empty.
func prune(dir string, have, want map[string]file) error {
	folders := map[string]bool{}
	for path := range have {
		if _, ok := want[path]; ok {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(path))
		if info, err := os.Lstat(name); err == nil && !info.IsDir() { // it may be a folder by now
			if err := remove(name); err != nil {
				return err
			}
		}
		for folder := filepath.Dir(name); len(folder) > len(dir); folder = filepath.Dir(folder) {
			folders[folder] = true
		}
	}
	empty := make([]string, 0, len(folders))
	for folder := range folders {
		empty = append(empty, folder)
	}
	slices.SortFunc(empty, func(a, b string) int { return len(b) - len(a) })
	for _, folder := range empty {
		if info, err := os.Lstat(folder); err == nil && info.IsDir() { // it may be a file by now
			_ = remove(folder) // fails when something is in it, which is right
		}
	}
	return nil
}

// mirror makes the tree to, which holds have, the same as the tree from, which holds want.
func mirror(from, to string, have, want map[string]file) error {
	if err := prune(to, have, want); err != nil {
		return err
	}
	for path, w := range want {
		if h, ok := have[path]; ok && h == w {
			continue
		}
		name := filepath.Join(to, filepath.FromSlash(path))
		if err := removeAll(name); err != nil {
			return err
		}
		if err := mkdirAll(filepath.Dir(name)); err != nil {
			return err
		}
		if err := linkOrCopy(filepath.Join(from, filepath.FromSlash(path)), name); err != nil {
			return err
		}
	}
	return nil
}

// replaceAll brings the released folder up to date file by file, for systems that cannot exchange
// two folders. Withdrawn pages go first, then new files come, then changed ones; assets that only
// old pages needed go last.
func replaceAll(from, live string, have, want map[string]file) error {
	pages := maps.Clone(have)
	maps.DeleteFunc(pages, func(path string, _ file) bool { return isAsset(path) })
	if err := prune(live, pages, want); err != nil {
		return err
	}
	var fresh, changed []string
	for path, w := range want {
		switch h, ok := have[path]; {
		case !ok:
			fresh = append(fresh, path)
		case h.sum != w.sum:
			changed = append(changed, path)
		}
	}
	slices.Sort(fresh)
	slices.Sort(changed)
	for _, path := range append(fresh, changed...) {
		if err := replace(from, live, path); err != nil {
			return err
		}
	}
	return prune(live, have, want)
}

// isAsset reports whether a file is only needed by pages, and not looked at by itself.
func isAsset(path string) bool {
	return strings.HasPrefix(path, "media/") || strings.HasPrefix(path, "aset/")
}

// replace puts a file of the tree from, which keeps it, into the tree to in one step.
func replace(from, to, path string) error {
	src := filepath.Join(from, filepath.FromSlash(path))
	name := filepath.Join(to, filepath.FromSlash(path))
	if err := mkdirAll(filepath.Dir(name)); err != nil {
		return err
	}
	next := from + ".next"
	_ = remove(next)
	if err := linkOrCopy(src, next); err != nil {
		return err
	}
	return move(next, name)
}
