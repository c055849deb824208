package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"maklumat/generator/internal/host"
)

// begun opens a folder and puts a site into a release, without the commit. The caller closes
// the store, which is nil when it could not be opened.
func begun(out string, want map[string]string) (*Store, *Release, error) {
	s, err := Open(out)
	if err != nil {
		return nil, nil, err
	}
	r, err := s.Begin()
	if err != nil {
		return s, nil, err
	}
	for path, text := range want {
		if err := r.Put(path, []byte(text)); err != nil {
			return s, nil, err
		}
	}
	return s, r, nil
}

// attempted releases a site and returns the error, where the test's release would stop.
func attempted(out string, want map[string]string) error {
	s, r, err := begun(out, want)
	if s != nil {
		defer s.Close()
	}
	if err == nil {
		_, err = r.Commit()
	}
	return err
}

// updated releases one site and then changes it to another as a watched build does. between
// is called between the two.
func updated(out string, old, want map[string]string, between func()) error {
	s, r, err := begun(out, old)
	if s != nil {
		defer s.Close()
	}
	if err != nil {
		return err
	}
	if _, err := r.Commit(); err != nil {
		return err
	}
	between()
	u, err := r.Begin()
	if err != nil {
		return err
	}
	for path, text := range want {
		if err := u.Put(path, []byte(text)); err != nil {
			return err
		}
	}
	var removed []string
	for path := range old {
		if _, ok := want[path]; !ok {
			removed = append(removed, path)
		}
	}
	_, err = u.Commit(removed)
	return errors.Join(err, r.Finish())
}

// TestEveryOperationFails makes each operation on the disk fail in turn, in each of the ways
// that a release is made. What is released stays whole, and the next release repairs by
// itself what was left.
func TestEveryOperationFails(t *testing.T) {
	old := map[string]string{
		"index.html": "old", "same/index.html": "s", "media/p-1.jpg": "p",
		"gone/index.html": "g", "a": "file", "b/c": "in a folder",
	}
	want := map[string]string{
		"index.html": "new", "same/index.html": "s", "media/p-1.jpg": "p",
		"new/x/index.html": "n", "a/b": "now a folder", "b": "now a file",
	}
	reasons := []error{
		syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EROFS, syscall.EMFILE, syscall.EDQUOT,
	}
	exchanging, linking := true, true
	for _, way := range []struct {
		name  string
		whole bool // the folder is one release or the other, and not only each of its files
		run   func(out string, begun func()) error
	}{
		{"exchange of two trees", true, func(out string, begun func()) error {
			begun()
			return attempted(out, want)
		}},
		{"first release", true, func(out string, begun func()) error {
			must(t, os.RemoveAll(out))
			begun()
			return attempted(out, want)
		}},
		{"file by file", false, func(out string, begun func()) error {
			exchanging = false
			begun()
			return attempted(out, want)
		}},
		{"another disk, without second names", false, func(out string, begun func()) error {
			exchanging, linking = false, false
			begun()
			return attempted(out, want)
		}},
		{"watched build", false, func(out string, begun func()) error {
			return updated(out, old, want, begun)
		}},
	} {
		t.Run(way.name, func(t *testing.T) {
			count, done := 0, false
			for at := 1; !done; at++ {
				out := folder(t)
				dir := filepath.Dir(out)
				must(t, attempted(out, old))
				must(t, attempted(out, old))
				exchanging, linking = true, true
				crossed := map[string]bool{}
				n, failed := 0, ""
				err := way.run(out, func() {
					failing = func(operation, path string) error {
						if operation == "exchange" && !exchanging {
							return errors.ErrUnsupported
						}
						if operation == "link" && !linking {
							return syscall.EPERM
						}
						if operation == "rename" && !linking && strings.HasPrefix(path, out+"/") && !crossed[path] {
							crossed[path] = true // the next time it comes from the same disk
							return syscall.EXDEV
						}
						if n++; n == at {
							failed = fmt.Sprintf("%s %s", operation, path)
							return reasons[at%len(reasons)]
						}
						return nil
					}
				})
				failing = nil
				done = failed == ""
				if done && err != nil {
					t.Fatalf("without a fault: %v", err)
				}
				got := read(t, out)
				before := old
				if way.name == "first release" {
					before = map[string]string{}
				}
				switch {
				case err == nil && !maps.Equal(got, want):
					t.Errorf("%d, %s: no error, and %v is released", at, failed, got)
				case way.whole && !maps.Equal(got, before) && !maps.Equal(got, want):
					t.Errorf("%d, %s: %v is neither release", at, failed, got)
				}
				for path, text := range got {
					if text != before[path] && text != want[path] {
						t.Errorf("%d, %s: %s holds %q", at, failed, path, text)
					}
				}
				if way.whole && !maps.Equal(got, want) && len(before) > 0 {
					if b, err := os.ReadFile(filepath.Join(out, host.Manifest)); err != nil || len(b) == 0 {
						t.Errorf("%d, %s: the manifest is gone", at, failed)
					}
				}
				if err := attempted(out, want); err != nil {
					t.Errorf("%d, %s: the next release: %v", at, failed, err)
				}
				if got := read(t, out); !maps.Equal(got, want) {
					t.Errorf("%d, %s: the next release left %v", at, failed, got)
				}
				_, err = os.Stat(filepath.Join(dir, ".maklumat", "public.tree.next"))
				if !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%d, %s: files of the update are left", at, failed)
				}
				count = at
			}
			if count < 10 {
				t.Errorf("only %d operations were tried", count)
			}
			t.Logf("%d operations failed in turn", count-1)
		})
	}
}

// TestEmptyFolders leaves folders with nothing in them, as a removal does that is broken off.
func TestEmptyFolders(t *testing.T) {
	dir := t.TempDir()
	out, spare := filepath.Join(dir, "public"), filepath.Join(dir, ".maklumat", "public.tree")
	files := map[string]string{"index.html": "i", "a/index.html": "a", "z/index.html": "z"}
	must(t, attempted(out, files))
	must(t, attempted(out, files))
	for _, tree := range []string{out, spare} {
		for _, folder := range []string{"a/dalam", "rahasia/dua", "zz"} {
			must(t, os.MkdirAll(filepath.Join(tree, folder), 0o755))
		}
	}
	must(t, attempted(out, files))
	for _, tree := range []string{out, spare} {
		must(t, filepath.WalkDir(tree, func(p string, d fs.DirEntry, err error) error {
			if name := d.Name(); name == "dalam" || name == "rahasia" || name == "dua" || name == "zz" {
				t.Errorf("%s is left", p)
			}
			return err
		}))
	}
	if got := read(t, out); !maps.Equal(got, files) {
		t.Errorf("released %v", got)
	}
	// The tree itself is no such folder.
	empty := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(empty, "rahasia/dua"), 0o755))
	if _, err := survey(empty, nil); err != nil {
		t.Error(err)
	}
	if left := listed(t, empty); len(left) > 0 {
		t.Errorf("left is %q", left)
	}
}

// TestOtherDisks releases where the folder is a disk of its own, as a volume of a container is,
// and where files have no second names: the site is as elsewhere, and what old pages need goes
// last.
func TestOtherDisks(t *testing.T) {
	old := map[string]string{
		"index.html": "old", "same/index.html": "s", "media/p-1.jpg": "p",
		"gone/index.html": "g", "aset/old.css": "o",
	}
	want := map[string]string{
		"index.html": "new", "same/index.html": "s", "media/p-1.jpg": "p",
		"new/index.html": "n", "aset/new.css": "n",
	}
	for _, watched := range []bool{false, true} {
		out := folder(t)
		must(t, attempted(out, old))
		must(t, attempted(out, old))
		refused := map[string]bool{}
		replaced := false
		fault := func(operation, path string) error {
			below := strings.HasPrefix(path, out+"/")
			switch {
			case operation == "exchange":
				return errors.ErrUnsupported
			case operation == "link":
				return syscall.EPERM
			case operation == "rename" && below && !refused[path]:
				refused[path] = true // the next time it comes from the same disk
				return syscall.EXDEV
			case operation == "rename" && path == filepath.Join(out, "index.html"):
				replaced = true
			case operation == "remove" && path == filepath.Join(out, "aset/old.css") && !replaced:
				t.Error("the old page is there, and its styles go")
			}
			return nil
		}
		var err error
		if watched {
			err = updated(out, old, want, func() { failing = fault })
		} else {
			failing = fault
			err = attempted(out, want)
		}
		failing = nil
		must(t, err)
		if got := read(t, out); !maps.Equal(got, want) {
			t.Errorf("released %v", got)
		}
		must(t, attempted(out, want))
		if len(refused) == 0 {
			t.Error("nothing was tried")
		}
	}
}

// TestRecordFlipped changes each byte of the record in turn: it costs time and changes no
// byte of what is released.
func TestRecordFlipped(t *testing.T) {
	out := folder(t)
	files := map[string]string{"index.html": "i", "media/a-1.jpg": "a"}
	release(t, out, files)
	release(t, out, files)
	manifest, err := os.ReadFile(filepath.Join(out, host.Manifest))
	must(t, err)
	name := filepath.Join(filepath.Dir(out), ".maklumat", "public.record")
	record, err := os.ReadFile(name)
	must(t, err)
	for i := range record {
		flipped := append([]byte{}, record...)
		flipped[i] ^= 1
		must(t, os.WriteFile(name, flipped, 0o644))
		s, err := Open(out)
		must(t, err)
		r, err := s.Begin()
		must(t, err)
		must(t, r.Put("index.html", []byte("i")))
		if _, ok := r.Keep("media/a-1.jpg"); !ok {
			must(t, r.Put("media/a-1.jpg", []byte("a")))
		}
		_, err = r.Commit()
		must(t, err)
		must(t, s.Close())
		got, err := os.ReadFile(filepath.Join(out, host.Manifest))
		if err != nil || string(got) != string(manifest) {
			t.Fatalf("byte %d: another manifest, %v:\n%s", i, err, got)
		}
	}
}

// FuzzKept puts anything where the record and the manifest of the last release are: at most
// the folder counts as another's, and else the next release is as any other.
func FuzzKept(f *testing.F) {
	out := filepath.Join(f.TempDir(), "public")
	files := map[string]string{"index.html": "i", "media/a-1.jpg": "a"}
	if err := errors.Join(attempted(out, files), attempted(out, files)); err != nil {
		f.Fatal(err)
	}
	name := filepath.Join(filepath.Dir(out), ".maklumat", "public.record")
	record, err := os.ReadFile(name)
	if err != nil {
		f.Fatal(err)
	}
	manifest, err := os.ReadFile(filepath.Join(out, host.Manifest))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(record, manifest)
	f.Add([]byte{}, []byte("{}"))
	f.Add([]byte("0 0 0 ../x\n"),
		[]byte(`{"generator":"maklumat","files":[{"path":"../../x","size":-1}]}`))
	f.Fuzz(func(t *testing.T, record, manifest []byte) {
		out := folder(t)
		name := filepath.Join(filepath.Dir(out), ".maklumat", "public.record")
		must(t, errors.Join(attempted(out, files), attempted(out, files)))
		must(t, os.WriteFile(name, record, 0o644))
		must(t, os.Remove(filepath.Join(out, host.Manifest)))
		must(t, os.WriteFile(filepath.Join(out, host.Manifest), manifest, 0o644))
		if err := attempted(out, files); err != nil && !errors.Is(err, ErrForeign) {
			t.Fatal(err)
		} else if err == nil && !maps.Equal(read(t, out), files) {
			t.Fatalf("released %v", read(t, out))
		}
	})
}
