package store

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
	out := filepath.Join(t.TempDir(), "public")
	for _, step := range []struct {
		name             string
		want             map[string]string
		written, removed int
	}{
		{"first", map[string]string{"index.html": "a", "berita/x/index.html": "x"}, 2, 0},
		{"same again", map[string]string{"index.html": "a", "berita/x/index.html": "x"}, 0, 0},
		{"one changed", map[string]string{"index.html": "b", "berita/x/index.html": "x"}, 1, 0},
		{"one added", map[string]string{"index.html": "b", "berita/x/index.html": "x", "sop/index.html": "s"}, 1, 0},
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
			t.Errorf("%s: written %d, removed %d, want %d, %d", step.name, stats.Written, stats.Removed, step.written, step.removed)
		}
		spare := read(t, filepath.Join(filepath.Dir(out), ".maklumat", "public.tree"))
		if step.name != "first" && !maps.Equal(spare, step.want) {
			t.Errorf("%s: the spare tree holds %v: what was withdrawn must not stay on the disk", step.name, spare)
		}
	}
}

func TestChangeByHandIsUndone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
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
	out := filepath.Join(t.TempDir(), "public")
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
	out := filepath.Join(t.TempDir(), "public")
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
	out := filepath.Join(t.TempDir(), "public")
	s, err := Open(out)
	must(t, err)
	defer s.Close()
	if _, err := Open(out); !errors.Is(err, ErrLocked) {
		t.Errorf("second Open = %v, want ErrLocked", err)
	}
}

func TestUpdate(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
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

func TestScratch(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "scratch123"), nil, 0o600)) // of a program that was killed
	s, err := NewScratch(dir)
	must(t, err)
	defer s.Close()
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("the scratch file has a name: %v", left)
	}
	var extents []Extent
	texts := []string{"satu", "", strings.Repeat("dua", 1000), "tiga"}
	for _, text := range texts {
		e, err := s.Put([]byte(text))
		must(t, err)
		extents = append(extents, e)
	}
	var got []string
	var buf []byte
	for _, e := range extents {
		buf, err = s.Get(buf, e)
		must(t, err)
		got = append(got, string(buf))
	}
	if !slices.Equal(got, texts) {
		t.Error("other bytes came back")
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
	live := tree("public", map[string]string{"index.html": "old", "same.html": "s", "gone/index.html": "g"})
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
	out := filepath.Join(t.TempDir(), "public")
	old := map[string]string{"index.html": "old"}
	release(t, out, old)
	s, err := Open(out)
	must(t, err)
	r, err := s.Begin()
	must(t, err)
	must(t, r.Put("index.html", []byte("new")))
	broken := errors.New("disk is on fire")
	if err := r.Copy("data.csv", digest.Of([]byte("x")), func() (io.ReadCloser, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Errorf("Copy = %v", err)
	}
	if err := r.Copy("data.csv", digest.Of([]byte("x")), func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("other")), nil }); !errors.Is(err, ErrChanged) {
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

// kept reports whether a release keeps a file, all of whose test files hold one byte.
func kept(r *Release, path string) bool {
	size, ok := r.Keep(path)
	return ok && size == 1
}

func TestKeep(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
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
