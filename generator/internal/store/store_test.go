package store

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// read returns the files of a tree with their texts, without the manifest.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || d.IsDir() || d.Name() == host.Manifest {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		found[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// folder returns the path of a folder to release to, without symbolic links in it: the folder of
// temporary files may be one.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	return filepath.Join(dir, "public")
}

func release(t *testing.T, out string, want map[string]string) Stats {
	t.Helper()
	s, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for path, text := range want {
		if err := r.Put(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	stats, err := r.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func TestReleases(t *testing.T) {
	out := folder(t)
	for _, step := range []struct {
		name             string
		want             map[string]string
		written, removed int
	}{
		{"first", map[string]string{"index.html": "a", "berita/x/index.html": "x"}, 2, 0},
		{"same again", map[string]string{"index.html": "a", "berita/x/index.html": "x"}, 0, 0},
		{"one changed", map[string]string{"index.html": "b", "berita/x/index.html": "x"}, 1, 0},
		{"one added", map[string]string{
			"index.html": "b", "berita/x/index.html": "x", "sop/index.html": "s",
		}, 1, 0},
		{"one removed", map[string]string{"index.html": "b", "sop/index.html": "s"}, 0, 1},
		{"file becomes folder", map[string]string{"index.html/a": "b", "sop/index.html": "s"}, 1, 1},
		{"folder becomes file", map[string]string{"index.html": "c", "sop": "s"}, 2, 2},
		{"changed back", map[string]string{"index.html": "a", "berita/x/index.html": "x"}, 2, 1},
	} {
		stats := release(t, out, step.want)
		if got := read(t, out); !maps.Equal(got, step.want) {
			t.Fatalf("%s: released %v, want %v", step.name, got, step.want)
		}
		if stats.Written != step.written || stats.Removed != step.removed {
			t.Errorf("%s: written %d, removed %d, want %d, %d",
				step.name, stats.Written, stats.Removed, step.written, step.removed)
		}
		spare := read(t, filepath.Join(filepath.Dir(out), ".maklumat", "public.tree"))
		if step.name != "first" && !maps.Equal(spare, step.want) {
			t.Errorf("%s: the spare tree holds %v: what was withdrawn must not stay on the disk",
				step.name, spare)
		}
	}
}

func TestChangeByHandIsUndone(t *testing.T) {
	out := folder(t)
	want := map[string]string{"index.html": "a", "b.html": "b", "c.html": "c"}
	release(t, out, want)
	release(t, out, want)
	// An intruder edits one page, adds another and deletes a third.
	must(t, os.Remove(filepath.Join(out, "index.html")))
	must(t, os.WriteFile(filepath.Join(out, "index.html"), []byte("z"), 0o644))
	must(t, os.WriteFile(filepath.Join(out, "slot.html"), []byte("judi"), 0o644))
	must(t, os.Remove(filepath.Join(out, "b.html")))
	release(t, out, want)
	if got := read(t, out); !maps.Equal(got, want) {
		t.Errorf("released %v, want %v", got, want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestKilledBuild(t *testing.T) {
	out := folder(t)
	old := map[string]string{"index.html": "old", "b.html": "b"}
	release(t, out, old)
	release(t, out, old)
	s, err := Open(out)
	must(t, err)
	r, err := s.Begin()
	must(t, err)
	must(t, r.Put("index.html", []byte("half")))
	must(t, r.Put("new.html", []byte("half")))
	must(t, s.Close()) // killed here: nothing was committed
	if got := read(t, out); !maps.Equal(got, old) {
		t.Fatalf("a build that did not finish changed the site: %v", got)
	}
	want := map[string]string{"index.html": "new", "b.html": "b"}
	release(t, out, want)
	if got := read(t, out); !maps.Equal(got, want) {
		t.Errorf("released %v, want %v", got, want)
	}
}

func TestForeignFolder(t *testing.T) {
	out := folder(t)
	must(t, os.MkdirAll(out, 0o755))
	must(t, os.WriteFile(filepath.Join(out, "skripsi.docx"), []byte("x"), 0o644))
	if _, err := Open(out); !errors.Is(err, ErrForeign) {
		t.Errorf("Open = %v, want ErrForeign", err)
	}
	must(t, os.WriteFile(filepath.Join(out, host.Manifest), []byte(`{"name":"other"}`), 0o644))
	if _, err := Open(out); !errors.Is(err, ErrForeign) {
		t.Errorf("with another's manifest: Open = %v, want ErrForeign", err)
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	out := folder(t)
	s, err := Open(out)
	must(t, err)
	defer s.Close()
	if _, err := Open(out); !errors.Is(err, ErrLocked) {
		t.Errorf("second Open = %v, want ErrLocked", err)
	}
}

func TestUpdate(t *testing.T) {
	out := folder(t)
	start := map[string]string{"index.html": "a", "b.html": "b", "media/old.jpg": "o"}
	release(t, out, start)
	s, err := Open(out)
	must(t, err)
	r, err := s.Begin()
	must(t, err)
	for path, text := range start {
		must(t, r.Put(path, []byte(text)))
	}
	_, err = r.Commit()
	must(t, err)
	u, err := r.Begin()
	must(t, err)
	must(t, u.Put("index.html", []byte("a2")))
	must(t, u.Put("b.html", []byte("b"))) // the same as before
	must(t, u.Put("c/index.html", []byte("c")))
	stats, err := u.Commit([]string{"media/old.jpg"})
	must(t, err)
	if stats.Written != 2 {
		t.Errorf("written %d, want 2", stats.Written)
	}
	want := map[string]string{"index.html": "a2", "b.html": "b", "c/index.html": "c"}
	if got := read(t, out); !maps.Equal(got, want) {
		t.Errorf("released %v, want %v", got, want)
	}
	must(t, r.Finish())
	must(t, s.Close())
	if stats := release(t, out, want); stats.Written != 0 {
		t.Errorf("a build after the update wrote %d files, want none", stats.Written)
	}
	b, err := os.ReadFile(filepath.Join(out, host.Manifest))
	must(t, err)
	for path := range want {
		if !strings.Contains(string(b), path) {
			t.Errorf("%s is not in the manifest", path)
		}
	}
}

// TestReplaceFileByFile is the way of systems that cannot exchange two folders.
func TestReplaceFileByFile(t *testing.T) {
	dir := t.TempDir()
	tree := func(name string, files map[string]string) map[string]file {
		for path, text := range files {
			p := filepath.Join(dir, name, filepath.FromSlash(path))
			must(t, os.MkdirAll(filepath.Dir(p), 0o755))
			must(t, os.WriteFile(p, []byte(text), 0o644))
		}
		found, err := survey(filepath.Join(dir, name), nil)
		must(t, err)
		return found
	}
	want := map[string]string{"index.html": "new", "same.html": "s", "a/b/index.html": "added"}
	live := tree("public", map[string]string{
		"index.html": "old", "same.html": "s", "gone/index.html": "g",
	})
	next := tree("public.tree", want)
	must(t, replaceAll(filepath.Join(dir, "public.tree"), filepath.Join(dir, "public"), live, next))
	if got := read(t, filepath.Join(dir, "public")); !maps.Equal(got, want) {
		t.Errorf("released %v, want %v", got, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "gone")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder of a withdrawn page is left")
	}
	if got := read(t, filepath.Join(dir, "public.tree")); !maps.Equal(got, want) {
		t.Errorf("the spare tree holds %v", got)
	}
}

// TestWriteFails holds that an error halfway leaves the released folder as it was.
func TestWriteFails(t *testing.T) {
	out := folder(t)
	old := map[string]string{"index.html": "old"}
	release(t, out, old)
	s, err := Open(out)
	must(t, err)
	r, err := s.Begin()
	must(t, err)
	must(t, r.Put("index.html", []byte("new")))
	broken := errors.New("disk is on fire")
	fails := func() (io.ReadCloser, error) { return nil, broken }
	if err := r.Copy("data.csv", digest.Of([]byte("x")), fails); !errors.Is(err, broken) {
		t.Errorf("Copy = %v", err)
	}
	err = r.Copy("data.csv", digest.Of([]byte("x")), source("other").open)
	if !errors.Is(err, ErrChanged) || !strings.Contains(err.Error(), "data.csv") {
		t.Errorf("Copy of other bytes = %v, want ErrChanged", err)
	}
	must(t, s.Close())
	if got := read(t, out); !maps.Equal(got, old) {
		t.Errorf("released %v, want %v", got, old)
	}
	release(t, out, map[string]string{"index.html": "new"})
	if got := read(t, filepath.Join(filepath.Dir(out), ".maklumat", "public.tree")); len(got) != 1 {
		t.Errorf("what was begun is left: %v", got)
	}
}

// A given is a file that may be copied, and how often it was.
type given struct {
	text           string
	opened, closed int
}

func source(text string) *given { return &given{text: text} }

func (g *given) open() (io.ReadCloser, error) {
	g.opened++
	return struct {
		io.Reader
		io.Closer
	}{strings.NewReader(g.text), g}, nil
}

// Close counts.
func (g *given) Close() error {
	g.closed++
	return nil
}

// TestCopy holds that a file is read only when its bytes are not there yet.
func TestCopy(t *testing.T) {
	out := folder(t)
	for _, step := range []struct {
		name    string
		path    string
		text    string
		opened  int
		written int
	}{
		{"new", "a.csv", "satu", 1, 1},
		{"in the released tree alone", "a.csv", "satu", 0, 0},
		{"in both trees", "a.csv", "satu", 0, 0},
		{"other bytes", "a.csv", "dua", 1, 1},
		{"at another path", "b.csv", "dua", 1, 1},
	} {
		s, err := Open(out)
		must(t, err)
		r, err := s.Begin()
		must(t, err)
		file := source(step.text)
		must(t, r.Copy(step.path, digest.Of([]byte(step.text)), file.open))
		stats, err := r.Commit()
		must(t, err)
		must(t, s.Close())
		if file.opened != step.opened || file.closed != step.opened {
			t.Errorf("%s: opened %d times, closed %d", step.name, file.opened, file.closed)
		}
		if got := read(t, out); !maps.Equal(got, map[string]string{step.path: step.text}) {
			t.Errorf("%s: released %v", step.name, got)
		}
		if want := int64(len(step.text)); stats.Written != step.written || stats.Bytes != want {
			t.Errorf("%s: %+v", step.name, stats)
		}
	}
}

// TestOpen holds that one folder is one store, however it is named, until it is closed.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "situs", "public")
	must(t, os.MkdirAll(out, 0o755))
	link := filepath.Join(dir, "tautan")
	must(t, os.Symlink(out, link))
	t.Chdir(dir)
	for _, name := range []string{out, link, "situs/public", "tautan", "situs/../tautan"} {
		s, err := Open(name)
		must(t, err)
		if got := s.Beside(".x"); !same(t, filepath.Dir(got), filepath.Join(dir, "situs", ".maklumat")) ||
			filepath.Base(got) != "public.x" {
			t.Errorf("%s: what belongs to it is at %s", name, got)
		}
		if _, err := Open(out); !errors.Is(err, ErrLocked) {
			t.Errorf("%s: opened twice: %v", name, err)
		}
		must(t, s.Close())
	}
	missing := filepath.Join(dir, "baru", "public")
	s, err := Open(missing)
	must(t, err)
	must(t, s.Close())
	if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made before there is a release: %v", err)
	}
}

// same reports whether two paths are of one folder.
func same(t *testing.T, a, b string) bool {
	t.Helper()
	x, err := os.Stat(a)
	must(t, err)
	y, err := os.Stat(b)
	must(t, err)
	return os.SameFile(x, y)
}

// kept reports whether a release keeps a file, all of whose test files hold one byte.
func kept(r *Release, path string) bool {
	size, ok := r.Keep(path)
	return ok && size == 1
}

func TestKeep(t *testing.T) {
	out := folder(t)
	files := map[string]string{"media/a-1.jpg": "a", "media/b-1.jpg": "b", "index.html": "i"}
	release(t, out, files)
	release(t, out, files)
	// An intruder changes one picture.
	must(t, os.Remove(filepath.Join(out, "media", "b-1.jpg")))
	must(t, os.WriteFile(filepath.Join(out, "media", "b-1.jpg"), []byte("z"), 0o644))
	for round := range 2 {
		s, err := Open(out)
		must(t, err)
		r, err := s.Begin()
		must(t, err)
		must(t, r.Put("index.html", []byte("i")))
		if !kept(r, "media/a-1.jpg") || kept(r, "media/c-1.jpg") {
			t.Error("a file of the release is not kept, or one that is not there is")
		}
		if !kept(r, "media/b-1.jpg") { // the spare tree still has it as it was
			t.Error("the picture in the spare tree is not kept")
		}
		_, err = r.Commit()
		must(t, err)
		must(t, s.Close())
		if got := read(t, out); !maps.Equal(got, files) {
			t.Errorf("round %d: released %v, want %v", round, got, files)
		}
	}
	must(t, os.Remove(filepath.Join(filepath.Dir(out), ".maklumat", "public.record")))
	s, err := Open(out)
	must(t, err)
	defer s.Close()
	r, err := s.Begin()
	must(t, err)
	if kept(r, "media/a-1.jpg") {
		t.Error("kept without a record that says what it is")
	}
}

// TestKeepOfOneTree keeps files where only one of the trees has them as the record says.
func TestKeepOfOneTree(t *testing.T) {
	files := map[string]string{"media/a-1.jpg": "a", "index.html": "i"}
	change := func(tree string) error {
		name := filepath.Join(tree, "media", "a-1.jpg")
		return errors.Join(os.Remove(name), os.WriteFile(name, []byte("zz"), 0o644))
	}
	lose := func(tree string) error { return os.RemoveAll(filepath.Join(tree, "media")) }
	asFolder := func(tree string) error {
		return errors.Join(lose(tree), os.MkdirAll(filepath.Join(tree, "media", "a-1.jpg", "x"), 0o755))
	}
	asFile := func(tree string) error {
		return errors.Join(lose(tree), os.WriteFile(filepath.Join(tree, "media"), nil, 0o644))
	}
	as := func(string) error { return nil }
	for _, tt := range []struct {
		name        string
		live, spare func(tree string) error
		want        bool
	}{
		{"as they were", as, as, true},
		{"released file changed", change, as, true},
		{"released file lost", lose, as, true},
		{"spare file changed", as, change, true},
		{"spare file lost", as, lose, true},
		{"folder in the place of the spare file", as, asFolder, true},
		{"file in the place of the spare folder", as, asFile, true},
		{"spare tree lost", as, os.RemoveAll, true},
		{"both changed", change, change, false},
		{"both lost", lose, lose, false},
		{"changed and lost", change, lose, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := folder(t)
			must(t, attempted(out, files))
			must(t, attempted(out, files))
			must(t, tt.live(out))
			must(t, tt.spare(trees(out)[1]))
			s, r, err := begun(out, map[string]string{"index.html": "i"})
			must(t, err)
			defer s.Close()
			if got := kept(r, "media/a-1.jpg"); got != tt.want {
				t.Fatalf("kept: %v", got)
			}
			_, err = r.Commit()
			must(t, err)
			want := files
			if !tt.want {
				want = map[string]string{"index.html": "i"}
			}
			for _, tree := range trees(out) {
				if got := read(t, tree); !maps.Equal(got, want) {
					t.Errorf("%s holds %v", tree, got)
				}
			}
		})
	}
}
