package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/digest"
)

// a watched is a site that follows what happens in its folder.
type watched struct {
	*preview
	mu     sync.Mutex
	builds int
	newest *build.Snapshot
}

// TestChangedWhileRead writes an input while others are read, which spoils what was read of
// them: they are named once more, at the start all of them, whatever the next event is about.
func TestChangedWhileRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	write := func(name string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("---\ntitle: A\n---\nIsi.\n"),
			0o644); err != nil {
			t.Error(err)
		}
	}
	calls := 0
	err := Watch(ctx, dir, func(hints []string) error {
		calls++
		switch calls {
		case 1:
			return ErrAgain
		case 2:
			if hints != nil {
				t.Errorf("after the spoilt start only %q are looked at", hints)
			}
			write("content/a.md")
		case 3:
			if !slices.Contains(hints, "content/a.md") {
				t.Errorf("a.md was written, and %q are looked at", hints)
			}
			write("content/b.md")
			return ErrAgain
		default:
			if !slices.Contains(hints, "content/a.md") || !slices.Contains(hints, "content/b.md") {
				t.Errorf("a.md was not built and b.md was written, and %q are looked at", hints)
			}
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || calls < 4 {
		t.Errorf("%d calls, then %v", calls, err)
	}
}

// follow begins to follow the folder of p, until the end of the test.
func follow(t *testing.T, p *preview) *watched {
	w := &watched{preview: p}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = Watch(ctx, p.dir, func(hints []string) error {
			w.mu.Lock()
			defer w.mu.Unlock()
			in := p.in
			in.Hints, in.Now = hints, time.Now()
			s, err := build.Build(ctx, w.newest, in)
			if err != nil {
				return err
			}
			w.newest = s
			w.builds++
			return nil
		})
	}()
	t.Cleanup(func() { cancel(); <-done })
	w.until("the first build", func() bool { return w.newest != nil })
	return w
}

// until waits for at most five seconds for what must become true.
func (w *watched) until(what string, ok func() bool) {
	w.t.Helper()
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		w.mu.Lock()
		is := ok()
		w.mu.Unlock()
		if is {
			return
		}
		if time.Now().After(deadline) {
			w.t.Fatalf("stale five seconds after %s", what)
		}
	}
}

// fresh returns a test of whether the newest build holds just the documents that are on the
// disk now.
func (w *watched) fresh() func() bool {
	sums := map[string]digest.Sum{}
	err := filepath.WalkDir(filepath.Join(w.dir, "content/halaman"),
		func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".md" || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			src, err := os.ReadFile(name)
			rel, _ := filepath.Rel(w.dir, name)
			sums[filepath.ToSlash(rel)] = digest.Of(src)
			return err
		})
	w.must(err)
	return func() bool {
		for path, sum := range sums {
			if doc := w.newest.Site.Document(path); doc == nil || doc.Sum != sum {
				return false
			}
		}
		return len(w.newest.Site.Items) == len(sums)
	}
}

// same compares every output of the newest build with that of a build from nothing.
func (w *watched) same() {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	in := w.in
	in.Now = time.Now()
	clean, err := build.Build(context.Background(), nil, in)
	if err != nil {
		w.t.Fatal(err)
	}
	if len(clean.Jobs) != len(w.newest.Jobs) {
		w.t.Fatalf("%d outputs, and %d of a build from nothing", len(w.newest.Jobs), len(clean.Jobs))
	}
	for i := range clean.Jobs {
		path := clean.Jobs[i].Path
		job, ok := w.newest.Job(path)
		if !ok {
			w.t.Fatalf("%s is missing", path)
		}
		want, _, err := clean.Render(&clean.Jobs[i])
		if err != nil {
			w.t.Fatal(err)
		}
		if got, _, err := w.newest.Render(job); err != nil || !bytes.Equal(got, want) {
			w.t.Fatalf("%s differs from a build from nothing: %v", path, err)
		}
	}
}

// saves are the ways in which programs write files. Each gets the name of a document that is
// there, a folder of its own that is not, and a text that is new.
var saves = []struct {
	name string
	save func(w *watched, name, folder string, text []byte)
}{
	{"in place",
		func(w *watched, name, _ string, text []byte) { w.must(os.WriteFile(name, text, 0o644)) }},
	{"renamed over", func(w *watched, name, _ string, text []byte) {
		temporary := filepath.Join(filepath.Dir(name), ".simpan.tmp")
		w.must(os.WriteFile(temporary, text, 0o644))
		w.must(os.Rename(temporary, name))
	}},
	{"the old one renamed away", func(w *watched, name, _ string, text []byte) {
		w.must(os.Rename(name, name+"~"))
		w.must(os.WriteFile(name, text, 0o644))
		w.must(os.Remove(name + "~"))
	}},
	{"deleted and made anew", func(w *watched, name, _ string, text []byte) {
		w.must(os.Remove(name))
		w.must(os.WriteFile(name, text, 0o644))
	}},
	{"linked over", func(w *watched, name, _ string, text []byte) {
		temporary := filepath.Join(w.dir, "simpan.tmp")
		w.must(os.WriteFile(temporary, text, 0o644))
		w.must(os.Link(temporary, filepath.Join(filepath.Dir(name), ".simpan.tmp")))
		w.must(os.Rename(filepath.Join(filepath.Dir(name), ".simpan.tmp"), name))
		w.must(os.Remove(temporary))
	}},
	{"with a lock beside it", func(w *watched, name, _ string, text []byte) {
		lock := filepath.Join(filepath.Dir(name), ".#"+filepath.Base(name))
		w.must(os.Symlink("editor@mesin", lock))
		w.must(os.WriteFile(name, text, 0o644))
		w.must(os.Remove(lock))
	}},
	{"emptied, then in two pieces", func(w *watched, name, _ string, text []byte) {
		f, err := os.Create(name)
		w.must(err)
		time.Sleep(60 * time.Millisecond)
		half := bytes.LastIndex(text, []byte("---\n")) + 4
		_, err = f.Write(text[:half])
		w.must(err)
		time.Sleep(60 * time.Millisecond)
		_, err = f.Write(text[half:])
		w.must(err)
		w.must(f.Close())
	}},
	{"written to the end of", func(w *watched, name, _ string, text []byte) {
		f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
		w.must(err)
		_, err = f.Write(text[bytes.LastIndex(text, []byte("---\n"))+4:])
		w.must(err)
		w.must(f.Close())
	}},
	{"only looked at",
		func(w *watched, name, _ string, _ []byte) { w.must(os.Chtimes(name, time.Now(), time.Now())) }},
	{"a new folder with its files", func(w *watched, _, folder string, text []byte) {
		w.must(os.MkdirAll(filepath.Join(folder, "dalam"), 0o755))
		w.must(os.WriteFile(filepath.Join(folder, "a.md"), text, 0o644))
		w.must(os.WriteFile(filepath.Join(folder, "dalam/b.md"), text, 0o644))
	}},
	{"a file in a folder that was new", func(w *watched, _, folder string, text []byte) {
		w.must(os.Mkdir(folder, 0o755))
		w.must(os.WriteFile(filepath.Join(folder, "e.md"), text, 0o644))
		w.until("a new folder", w.fresh())
		w.must(os.WriteFile(filepath.Join(folder, "e.md"), append(text, "Lagi.\n"...), 0o644))
	}},
	{"a folder moved here", func(w *watched, _, folder string, text []byte) {
		outside := filepath.Join(w.dir, "luar")
		w.must(os.Mkdir(outside, 0o755))
		w.must(os.WriteFile(filepath.Join(outside, "c.md"), text, 0o644))
		w.must(os.Rename(outside, folder))
	}},
	{"a folder renamed, and a file in it written", func(w *watched, _, folder string, text []byte) {
		w.must(os.Mkdir(folder, 0o755))
		w.must(os.WriteFile(filepath.Join(folder, "d.md"), text, 0o644))
		w.must(os.Rename(folder, folder+"-baru"))
		w.must(os.WriteFile(filepath.Join(folder+"-baru", "d.md"), append(text, "Lagi.\n"...), 0o644))
	}},
}

func (w *watched) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// TestSavesAreSeen saves in every way that programs do: the site is never stale, and no save
// costs more than two builds on average.
func TestSavesAreSeen(t *testing.T) {
	rounds := len(saves)
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		rounds = 1000
	}
	w := follow(t, start(t, profil))
	random := rand.New(rand.NewPCG(1, uint64(rounds)))
	order := random.Perm(len(saves))
	cost := 0
	for n := range rounds {
		s := saves[order[n%len(order)]]
		name := filepath.Join(w.dir, "content/halaman/profil.md")
		folder := filepath.Join(w.dir, fmt.Sprintf("content/halaman/f%d", n))
		text := fmt.Appendf(nil, "---\ntitle: Judul %d\nslug: judul-%d\n---\nIsi %d.\n", n, n, n)
		if strings.Contains(s.name, "folder") { // addresses are their own
			text = bytes.ReplaceAll(text, []byte(fmt.Sprintf("slug: judul-%d\n", n)), nil)
		}
		w.mu.Lock()
		before := w.builds
		w.mu.Unlock()
		s.save(w, name, folder, text)
		w.until(s.name, w.fresh())
		time.Sleep(2 * settle)
		w.mu.Lock()
		cost += w.builds - before
		w.mu.Unlock()
		if n%50 == 49 {
			w.same()
		}
		for _, f := range []string{folder, folder + "-baru"} {
			if _, err := os.Stat(f); err == nil {
				w.must(os.RemoveAll(f))
				w.until("a folder was removed", w.fresh())
			}
		}
	}
	w.same()
	// Where the machine is slow, what one program does in two steps may be built in between.
	t.Logf("%d builds for %d saves", cost, rounds)
	if cost > 2*rounds {
		t.Error("more than two builds for a save")
	}
}

// TestFolderOfFoldersRenamed moves a folder in which there are others, and then writes deep in
// it: what is below has moved without anything happening to it.
func TestFolderOfFoldersRenamed(t *testing.T) {
	w := follow(t, start(t, profil))
	at := func(name string) string { return filepath.Join(w.dir, "content/halaman", name) }
	text := func(n int) []byte { return fmt.Appendf(nil, "---\ntitle: Judul %d\n---\nIsi.\n", n) }
	w.must(os.MkdirAll(at("2024/05"), 0o755))
	w.must(os.WriteFile(at("2024/05/e.md"), text(0), 0o644))
	w.until("folders were made", w.fresh())
	for n, move := range [][2]string{{"2024", "arsip"}, {"arsip", "lama"}, {"lama", "2024"}} {
		long := time.Now().Add(-time.Hour) // what has just been written is read again anyway
		w.must(os.Chtimes(at(move[0]+"/05/e.md"), long, long))
		w.must(os.Rename(at(move[0]), at(move[1])))
		w.until("a folder was renamed", w.fresh())
		w.must(os.WriteFile(at(move[1]+"/05/e.md"), text(n+1), 0o644))
		w.until("a file deep in a renamed folder was written", w.fresh())
	}
	w.same()
}

// TestBranchSwitch changes files at once, twice each, while a build is at work. In the long run
// they are so many that the system's queue of events overflows.
func TestBranchSwitch(t *testing.T) {
	files, rounds := 100, 1
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		files, rounds = 10_000, 20
	}
	w := follow(t, start(t, profil))
	for n := range rounds {
		w.mu.Lock() // a build that takes long
		for i := range 2 * files {
			name := fmt.Sprintf("content/halaman/b/d%05d.md", i%files)
			w.write(name, fmt.Sprintf("---\ntitle: Judul %d\n---\nCabang %d, %d.\n", i%files, n, i/files))
			if i >= files && (i+n)%3 == 0 {
				w.must(os.Remove(filepath.Join(w.dir, name)))
			}
		}
		before := w.builds
		w.mu.Unlock()
		w.until("a switch of branches", w.fresh())
		time.Sleep(2 * settle)
		w.mu.Lock()
		t.Logf("%d builds after a switch of %d files", w.builds-before, files)
		w.mu.Unlock()
	}
	w.same()
}
