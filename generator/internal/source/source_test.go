package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"maklumat/generator/internal/diag"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func paths(t Tree) []string {
	var out []string
	for _, e := range t.Entries {
		out = append(out, e.Path)
	}
	return out
}

func scan(t *testing.T, files fs.FS, prev Tree, hints []string) Tree {
	t.Helper()
	tree, err := Scan(files, prev, hints, noon)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func TestScan(t *testing.T) {
	files := fstest.MapFS{}
	for _, p := range []string{"content/b.md", "content/a/c.md", "content/.git/x", "content/~$naskah.docx", "content/a.md~", "templates/x.html", "static/x.svg", "README.md", "public/index.html"} {
		files[p] = &fstest.MapFile{Data: []byte("x")}
	}
	got := scan(t, files, Tree{}, nil)
	want := []string{"content/a/c.md", "content/b.md", "static/x.svg", "templates/x.html"}
	if d := cmp.Diff(want, paths(got)); d != "" {
		t.Error(d)
	}
	if !got.Has("content/b.md") || got.Has("content/c.md") {
		t.Error("Has is wrong")
	}
}

// S17: a symbolic link is reported and not followed.
func TestSymlink(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"content/informasi", "outside"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "outside/KANARI.md"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{"content/informasi/a.pdf": "../../outside/KANARI.md", "content/luar": "../outside"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	files := os.DirFS(dir)
	full := scan(t, files, Tree{}, nil)
	hinted := scan(t, files, full, []string{"content/luar/KANARI.md", "content/luar", "content/informasi/a.pdf"})
	for _, tree := range []Tree{full, hinted} {
		if len(tree.Entries) != 0 || len(tree.Diags) != 2 || tree.Diags[0].Code != diag.FileSymlink {
			t.Errorf("entries %v, messages %v", paths(tree), tree.Diags)
		}
	}
}

func TestChanges(t *testing.T) {
	at := func(minutes int, racy bool, paths ...string) Tree {
		var tree Tree
		for _, p := range paths {
			tree.Entries = append(tree.Entries, Entry{Path: p, ModTime: int64(minutes), racy: racy})
		}
		return tree
	}
	tests := []struct {
		name             string
		prev, next       Tree
		changed, removed []string
	}{
		{"nothing", at(1, false, "a", "b"), at(1, false, "a", "b"), nil, nil},
		{"new time", at(1, false, "a"), at(2, false, "a"), []string{"a"}, nil},
		{"too fresh to trust", at(1, true, "a"), at(1, false, "a"), []string{"a"}, nil},
		{"added and removed", at(1, false, "a", "c"), at(1, false, "b", "c", "d"), []string{"b", "d"}, []string{"a"}},
		{"all removed", at(1, false, "a", "b"), Tree{}, nil, []string{"a", "b"}},
	}
	for _, tt := range tests {
		changed, removed := Changes(tt.prev, tt.next)
		if d := cmp.Diff(tt.changed, changed); d != "" {
			t.Errorf("%s: changed: %s", tt.name, d)
		}
		if d := cmp.Diff(tt.removed, removed); d != "" {
			t.Errorf("%s: removed: %s", tt.name, d)
		}
	}
}

// Looking at the places that changed must give what looking everywhere gives.
func TestHintsEqualFullScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"content/a", "content/a-b.md", "content/a.md", "content/a/b", "content/a/b/c.md", "content/a0", "content/d.md", "content/a/e.md", "content/_kelas.yaml", "content/a/_kelas.yml", "content/a/_kelas.yaml", "static/f", "templates/g/h"})
		files := fstest.MapFS{}
		var tree Tree
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			p := name.Draw(t, "path")
			hint := p
			if _, ok := files[p]; ok {
				delete(files, p)
			} else {
				for q := range files { // a path cannot be a file and a folder
					if len(q) > len(p) && q[:len(p)+1] == p+"/" || len(p) > len(q) && p[:len(q)+1] == q+"/" {
						delete(files, q)
						hint = q
					}
				}
				files[p] = &fstest.MapFile{ModTime: noon.Add(time.Duration(-rapid.IntRange(60, 99).Draw(t, "age")) * time.Minute)}
			}
			hints := []string{hint, p}
			if rapid.Bool().Draw(t, "folder too") {
				hints = append(hints, rapid.SampledFrom([]string{"content", "content/a", "static"}).Draw(t, "folder"))
			}
			next, err := Scan(files, tree, hints, noon)
			if err != nil {
				t.Fatal(err)
			}
			tree = next
		}
		full, err := Scan(files, Tree{}, nil, noon)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(full.Entries, tree.Entries, cmp.AllowUnexported(Entry{}), cmpopts.EquateEmpty()); d != "" {
			t.Error(d)
		}
		if got, want := tree.Marks(), marksIn(full.Entries); !slices.Equal(got, want) {
			t.Errorf("closed by %q, not by %q", got, want)
		}
	})
}

// TestMarksOfOtherEntries holds that what closes folders is looked for again in a Tree of other files.
func TestMarksOfOtherEntries(t *testing.T) {
	tree, err := Scan(fstest.MapFS{"content/a.md": {}, "static/b": {}, "templates/c": {}}, Tree{}, nil, noon)
	if err != nil || len(tree.Marks()) > 0 {
		t.Fatal(err, tree.Marks())
	}
	tree.Entries = append(tree.Entries, Entry{Path: "content/_kelas.yaml"})
	if !slices.Equal(tree.Marks(), []string{"content/_kelas.yaml"}) {
		t.Error(tree.Marks())
	}
	tree.Entries = []Entry{{Path: "content/_kelas.yaml"}, {Path: "static/b"}, {Path: "templates/c"}}
	if !slices.Equal(tree.Marks(), []string{"content/_kelas.yaml"}) {
		t.Error(tree.Marks())
	}
}
