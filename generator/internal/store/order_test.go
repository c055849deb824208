package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// recording records what is done to the files of a released folder, in its order, until the
// function that it returns is called. Meanwhile two trees cannot be exchanged.
func recording(out string) func() []string {
	var done []string
	failing = func(operation, path string) error {
		if operation == "exchange" {
			return errors.ErrUnsupported
		}
		if path, ok := strings.CutPrefix(path, out+"/"); ok && operation != "mkdir" {
			done = append(done, operation+" "+path)
		}
		return nil
	}
	return func() []string {
		failing = nil
		return done
	}
}

// TestOrder holds that what is withdrawn goes first and new pages come before pages that may link
// to them, and that what old pages need goes last: in a release file by file, and in an update.
func TestOrder(t *testing.T) {
	old := map[string]string{
		"a/index.html": "old", "b/index.html": "old", "same.html": "s", "gone.html": "g",
		"media/old.jpg": "o", "aset/old.css": "o",
	}
	want := map[string]string{
		"a/index.html": "new", "b/index.html": "new", "same.html": "s", "x.html": "n", "y.html": "n",
		"media/new.jpg": "n", "aset/new.css": "n",
	}
	pages := []string{"remove gone.html", "rename aset/new.css", "rename media/new.jpg",
		"rename x.html", "rename y.html", "rename a/index.html", "rename b/index.html"}
	for _, way := range []struct {
		name string
		run  func(t *testing.T, out string) []string
	}{
		{"file by file", func(t *testing.T, out string) []string {
			must(t, attempted(out, old))
			stop := recording(out)
			err := attempted(out, want)
			done := stop()
			must(t, err)
			return done
		}},
		{"update", func(t *testing.T, out string) []string {
			var stop func() []string
			err := updated(out, old, want, func() { stop = recording(out) })
			done := stop()
			must(t, err)
			return done
		}},
	} {
		t.Run(way.name, func(t *testing.T) {
			out := folder(t)
			done := way.run(t, out)
			if got := read(t, out); !maps.Equal(got, want) {
				t.Errorf("released %v", got)
			}
			var moves []string
			for _, d := range done {
				if !strings.Contains(d, host.Manifest) && strings.Contains(d, ".") {
					moves = append(moves, d)
				}
			}
			if n := len(pages); len(moves) < n || !slices.Equal(moves[:n], pages) {
				t.Fatalf("%q, want at first %q", moves, pages)
			}
			last := slices.Sorted(slices.Values(moves[len(pages):]))
			if want := []string{"remove aset/old.css", "remove media/old.jpg"}; !slices.Equal(last, want) {
				t.Errorf("%q at last, want %q", last, want)
			}
		})
	}
}

// TestNothingIsDoneTwice holds that a release touches only what differs.
func TestNothingIsDoneTwice(t *testing.T) {
	out := folder(t)
	files := map[string]string{"index.html": "i", "a/b.html": "b"}
	must(t, attempted(out, files))
	must(t, attempted(out, files))
	var done []string
	failing = func(operation, path string) error {
		if strings.HasPrefix(path, out+"/") || strings.Contains(path, "public.tree/") {
			done = append(done, operation+" "+path)
		}
		return nil
	}
	err := attempted(out, files)
	failing = nil
	must(t, err)
	if len(done) > 0 {
		t.Errorf("nothing differs, and yet: %q", done)
	}
	info := func() fs.FileInfo {
		info, err := os.Stat(filepath.Join(out, "index.html"))
		must(t, err)
		return info
	}
	before := info()
	must(t, attempted(out, files))
	if !os.SameFile(before, info()) {
		t.Error("a file that stayed the same was made anew")
	}
	spare, err := os.Stat(filepath.Join(trees(out)[1], "index.html"))
	must(t, err)
	if !os.SameFile(spare, info()) {
		t.Error("the two trees hold the same bytes twice")
	}
}

// TestFoldersAreMadeOnce holds that the files of a folder do not ask for it again and again.
func TestFoldersAreMadeOnce(t *testing.T) {
	out := folder(t)
	var made []string
	failing = func(operation, path string) error {
		if path, ok := strings.CutPrefix(path, trees(out)[1]+"/"); ok && operation == "mkdir" {
			made = append(made, path)
		}
		return nil
	}
	err := attempted(out, map[string]string{"a/1": "", "a/2": "", "a/3": "", "b/c/1": "", "b/c/2": ""})
	failing = nil
	must(t, err)
	if slices.Sort(made); !slices.Equal(made, []string{"a", "b/c"}) {
		t.Errorf("made %q", made)
	}
}

// listed returns the folders, each with a slash, and the files in a folder that is there itself.
func listed(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	must(t, filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		if d.IsDir() {
			p += "/"
		}
		all = append(all, filepath.ToSlash(p[len(dir)+1:]))
		return nil
	}))
	return all
}

// TestPrune holds which files and folders are left of a tree, which itself stays.
func TestPrune(t *testing.T) {
	for _, tt := range []struct {
		name             string
		tree, have, want []string // a folder ends with a slash
		left             []string
	}{
		{"nothing wanted", []string{"a", "b/c"}, []string{"a", "b/c"}, nil, nil},
		{"a file wanted", []string{"a", "b/c", "b/d"}, []string{"a", "b/c", "b/d"}, []string{"b/d"},
			[]string{"b/", "b/d"}},
		{"folders in folders", []string{"a/b/c/d/e/f/g/h", "a/x"},
			[]string{"a/b/c/d/e/f/g/h", "a/x"}, []string{"a/x"},
			[]string{"a/", "a/x"}},
		{"a folder of others", []string{"a/b", "a/x"}, []string{"a/b"}, nil, []string{"a/", "a/x"}},
		{"a folder by now", []string{"a/b"}, []string{"a"}, []string{"a/b"}, []string{"a/", "a/b"}},
		{"an empty folder by now", []string{"a/"}, []string{"a"}, nil, []string{"a/"}},
		{"a file by now", []string{"a"}, []string{"a/b"}, []string{"a"}, []string{"a"}},
		{"gone already", nil, []string{"a", "b/c"}, nil, nil},
	} {
		dir := filepath.Join(t.TempDir(), "tree")
		must(t, os.Mkdir(dir, 0o755))
		for _, path := range tt.tree {
			folder, file := filepath.Split(path)
			must(t, os.MkdirAll(filepath.Join(dir, folder), 0o755))
			if file != "" {
				must(t, os.WriteFile(filepath.Join(dir, path), nil, 0o644))
			}
		}
		files := func(paths []string) map[string]file {
			all := map[string]file{}
			for _, path := range paths {
				all[path] = file{}
			}
			return all
		}
		must(t, prune(dir, files(tt.have), files(tt.want)))
		if left := listed(t, dir); !slices.Equal(left, tt.left) {
			t.Errorf("%s: left is %q, want %q", tt.name, left, tt.left)
		}
	}
}

// TestUpdates holds what an update of a committed release changes, and what it says of it.
func TestUpdates(t *testing.T) {
	start := map[string]string{
		"index.html": "i", "b/c.html": "c", "media/x.jpg": "x", "aset/y.css": "y",
	}
	for _, tt := range []struct {
		name    string
		put     map[string]string
		remove  []string
		written int
		removed int
	}{
		{"nothing", nil, nil, 0, 0},
		{"the same again", map[string]string{"index.html": "i"}, nil, 0, 0},
		{"changed", map[string]string{"index.html": "i2"}, nil, 1, 0},
		{"new", map[string]string{"d/e/f.html": "f"}, nil, 1, 0},
		{"withdrawn", nil, []string{"b/c.html"}, 0, 1},
		{"an asset withdrawn", nil, []string{"media/x.jpg", "aset/y.css"}, 0, 2},
		{"what is not there withdrawn", nil, []string{"zz.html"}, 0, 0},
		{"a folder for a file", map[string]string{"b": "b"}, []string{"b/c.html"}, 1, 1},
		{"all at once", map[string]string{"index.html": "i2", "new.html": "n"},
			[]string{"b/c.html", "zz.html"}, 2, 1},
	} {
		for _, spare := range []bool{false, true} { // after a first release there is no spare tree
			t.Run(fmt.Sprintf("%s, spare %v", tt.name, spare), func(t *testing.T) {
				out := folder(t)
				if spare {
					must(t, attempted(out, start))
				}
				s, r, err := begun(out, start)
				must(t, err)
				defer s.Close()
				s.Sign = func(sum digest.Sum) []byte { return []byte(sum.String()) }
				_, err = r.Commit()
				must(t, err)
				u, err := r.Begin()
				must(t, err)
				want := maps.Clone(start)
				for path, text := range tt.put {
					must(t, u.Put(path, []byte(text)))
					want[path] = text
				}
				if got := without(read(t, out), host.ManifestNote); !maps.Equal(got, start) {
					t.Errorf("seen before the commit: %v", got)
				}
				stats, err := u.Commit(tt.remove)
				must(t, err)
				for _, path := range tt.remove {
					delete(want, path)
				}
				manifest, err := os.ReadFile(filepath.Join(out, host.Manifest))
				must(t, err)
				m, err := ReadManifest(manifest)
				must(t, err)
				var paths []string
				bytes := int64(0)
				for _, e := range m.Files {
					paths = append(paths, e.Path)
					bytes += int64(len(want[e.Path]))
				}
				if !slices.Equal(paths, slices.Sorted(maps.Keys(want))) {
					t.Errorf("the manifest lists %q", paths)
				}
				sum := digest.Of(manifest)
				if told := (Stats{len(want), bytes, tt.written, tt.removed, sum}); stats != told {
					t.Errorf("%+v, want %+v", stats, told)
				}
				want[host.ManifestNote] = sum.String()
				for _, tree := range trees(out) {
					if got := read(t, tree); !maps.Equal(got, want) && (tree == out || spare) {
						t.Errorf("%s holds %v, want %v", tree, got, want)
					}
				}
				if _, err := os.Stat(trees(out)[1]); (err == nil) != spare {
					t.Errorf("the spare tree: %v", err)
				}
				if _, err := os.Stat(s.next()); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("files of the update are left: %v", err)
				}
				if _, ok := s.Intact(); ok {
					t.Error("a record is there before the last update")
				}
				must(t, r.Finish())
				if _, ok := s.Intact(); !ok {
					t.Error("after the last update the record is not that of the folder")
				}
			})
		}
	}
}

// TestUpdateCopies holds that Copy and Keep of an update are those of a release.
func TestUpdateCopies(t *testing.T) {
	out := folder(t)
	s, r, err := begun(out, map[string]string{"index.html": "i", "media/a-1.jpg": "abc"})
	must(t, err)
	defer s.Close()
	_, err = r.Commit()
	must(t, err)
	u, err := r.Begin()
	must(t, err)
	if size, ok := u.Keep("media/a-1.jpg"); size != 3 || !ok {
		t.Errorf("kept %d bytes, %v", size, ok)
	}
	if size, ok := u.Keep("media/b-1.jpg"); size != 0 || ok {
		t.Errorf("kept %d bytes of what is not there, %v", size, ok)
	}
	same, other := source("abc"), source("other")
	must(t, u.Copy("media/a-1.jpg", digest.Of([]byte("abc")), same.open))
	if same.opened != 0 {
		t.Error("what is there already was read again")
	}
	if err := u.Copy("data.csv", digest.Of([]byte("x")), other.open); !errors.Is(err, ErrChanged) {
		t.Errorf("other bytes: %v", err)
	}
	must(t, u.Copy("data.csv", digest.Of([]byte("other")), other.open))
	stats, err := u.Commit(nil)
	must(t, err)
	want := map[string]string{"index.html": "i", "media/a-1.jpg": "abc", "data.csv": "other"}
	if got := read(t, out); !maps.Equal(got, want) || stats.Written != 1 {
		t.Errorf("%+v, released %v", stats, got)
	}
	if same.closed+other.closed != same.opened+other.opened {
		t.Error("a file was left open")
	}
}

// TestMoves holds what becomes of a file that is moved, linked or copied where the disk cannot do
// it, and that any other error is told.
func TestMoves(t *testing.T) {
	for _, tt := range []struct {
		name      string
		operation string // that fails
		err       error
		do        func(from, to string) error
		done      bool // all the same
		gone      bool // from its place
	}{
		{"move", "", nil, move, true, true},
		{"move to another disk", "rename", syscall.EXDEV, move, true, true},
		{"move, forbidden", "rename", syscall.EPERM, move, false, false},
		{"move, full", "rename", syscall.ENOSPC, move, false, false},
		{"link", "", nil, linkOrCopy, true, false},
		{"link to another disk", "link", syscall.EXDEV, linkOrCopy, true, false},
		{"link where there are none", "link", syscall.EPERM, linkOrCopy, true, false},
		{"link where nobody heard of them", "link", errors.ErrUnsupported, linkOrCopy, true, false},
		{"link, full", "link", syscall.ENOSPC, linkOrCopy, false, false},
		{"copy", "", nil, copyFile, true, false},
		{"copy, full", "write", syscall.ENOSPC, copyFile, false, false},
		{"copy what is not there", "", nil, func(from, to string) error {
			return copyFile(from+"x", to)
		}, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			from, to := filepath.Join(dir, "from"), filepath.Join(dir, "to")
			must(t, os.WriteFile(from, []byte("text"), 0o644))
			before, err := os.Stat(from)
			must(t, err)
			failed := false
			failing = func(operation, path string) error {
				if operation != tt.operation || failed {
					return nil
				}
				failed = true
				return tt.err
			}
			err = tt.do(from, to)
			failing = nil
			if (err == nil) != tt.done || tt.err != nil && !tt.done && !errors.Is(err, tt.err) {
				t.Errorf("%v", err)
			}
			if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) != tt.gone {
				t.Errorf("where it came from: %v", err)
			}
			if text, err := os.ReadFile(to); tt.done && (err != nil || string(text) != "text") {
				t.Errorf("%q, %v", text, err)
			}
			if after, err := os.Stat(to); tt.done && err == nil && after.ModTime() != before.ModTime() {
				t.Errorf("it is of %s, and was of %s", after.ModTime(), before.ModTime())
			}
			if entries, err := os.ReadDir(dir); err != nil || len(entries) > 2 {
				t.Errorf("something is left: %v, %v", entries, err)
			}
		})
	}
}

// TestExchange swaps two folders, where the system can.
func TestExchange(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	must(t, os.MkdirAll(filepath.Join(a, "of a"), 0o755))
	must(t, os.Mkdir(b, 0o755))
	err := exchange(a, b)
	if errors.Is(err, errors.ErrUnsupported) {
		t.Skip("this disk cannot")
	}
	must(t, err)
	if _, err := os.Stat(filepath.Join(b, "of a")); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(a); err != nil || len(entries) != 0 {
		t.Errorf("%v, %v", entries, err)
	}
	if err := exchange(a, filepath.Join(dir, "c")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("with nothing: %v", err)
	}
	if err := exchange(a, filepath.Join(a, "d")); err == nil {
		t.Error("with a folder in itself: no error")
	}
}
