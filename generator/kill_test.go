package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// long reports whether this is the long run.
func long() bool { return os.Getenv("MAKLUMAT_TEST") == "long" }

// killSite makes a site of n news items and returns its folder.
func killSite(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "templates"), os.DirFS("../templates")); err != nil {
		t.Fatal(err)
	}
	writeNews(t, dir, n, 0)
	// Items come and go: what the last release had need not be answered here.
	if err := os.WriteFile(filepath.Join(dir, "last.json"), []byte(`{"dokumen": {}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "site.yaml"), []byte(smallSite), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// writeNews writes every news item with the number of a generation in it, and takes one of
// them away that the generation before had.
func writeNews(t *testing.T, dir string, n, generation int) {
	t.Helper()
	folder := filepath.Join(dir, "content", "berita")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if i == generation%n {
			continue
		}
		text := fmt.Sprintf("---\ntitle: Berita %d\ndate: 2026-01-%02d\nkategori: kegiatan\n---\nAngkatan %d.\n", i, i%28+1, generation)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("b%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// whole reads a released folder as it is: every file that its manifest names with those
// bytes, and no other. It reads again when a release came in between.
func whole(public string) error {
	for {
		before, err := os.ReadFile(filepath.Join(public, host.Manifest))
		if err != nil {
			return err
		}
		err = holds(public, before)
		after, err2 := os.ReadFile(filepath.Join(public, host.Manifest))
		if err2 != nil {
			return err2
		}
		if bytes.Equal(before, after) {
			return err
		}
	}
}

func holds(public string, manifest []byte) error {
	var m struct{ Files []store.Entry }
	if err := json.Unmarshal(manifest, &m); err != nil {
		return err
	}
	named := map[string]bool{host.Manifest: true}
	for _, f := range m.Files {
		named[f.Path] = true
		b, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(f.Path)))
		if err != nil {
			return err
		}
		if digest.Of(b) != f.Sum {
			return fmt.Errorf("%s is not as the manifest says", f.Path)
		}
	}
	return filepath.WalkDir(public, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(public, p)
		if err == nil && !named[filepath.ToSlash(rel)] {
			err = fmt.Errorf("%s is not in the manifest", rel)
		}
		return err
	})
}

func building(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, append([]string{"build", "--date", "2026-03-01", "--last", "last.json"}, args...)...)
	cmd.Dir = dir
	return cmd
}

// TestKilled kills builds at random moments while a reader looks at the released folder:
// it is one complete release, always, and nothing has to be repaired by hand.
func TestKilled(t *testing.T) {
	t.Parallel()
	const pages = 60
	kills := 50
	if long() {
		kills = 1000
	}
	dir := killSite(t, pages)
	public := filepath.Join(dir, "public")
	first := building(t, dir)
	start := time.Now()
	if out, err := first.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	longest := time.Since(start)
	stop, stopped := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
			}
			if err := whole(public); err != nil {
				stopped <- err
				return
			}
		}
	}()
	r := rand.New(rand.NewPCG(1, 1))
	finished := 0
	for generation := 1; generation <= kills; generation++ {
		writeNews(t, dir, pages, generation)
		cmd := building(t, dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int64N(int64(2 * longest))))
		_ = cmd.Process.Kill() // it may have finished
		if cmd.Wait() == nil {
			finished++
		}
		if err := whole(public); err != nil {
			t.Fatalf("after kill %d: %v", generation, err)
		}
	}
	close(stop)
	if err := <-stopped; err != nil {
		t.Errorf("a reader saw: %v", err)
	}
	t.Logf("%d of %d builds finished before they were killed", finished, kills)
	if out, err := building(t, dir).CombinedOutput(); err != nil {
		t.Fatalf("the next build: %v\n%s", err, out)
	}
	if out, err := building(t, dir, "--out", "clean").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sameTree(t, public, filepath.Join(dir, "clean"))
	left, err := filepath.Glob(filepath.Join(dir, ".maklumat", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range left {
		if base := filepath.Base(name); strings.HasPrefix(base, "scratch") || strings.HasSuffix(base, ".next") {
			t.Errorf("%s is left", base)
		}
	}
}

func sameTree(t *testing.T, a, b string) {
	t.Helper()
	x, err := os.ReadFile(filepath.Join(a, host.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	y, err := os.ReadFile(filepath.Join(b, host.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(x, y) {
		t.Errorf("%s and %s hold different releases", a, b)
	}
	for _, dir := range []string{a, b} {
		if err := whole(dir); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

// TestEightBuildsAtOnce starts eight builds of one folder and kills three. Those that do not
// get the folder say so; the site is whole, and no lock is left.
func TestEightBuildsAtOnce(t *testing.T) {
	t.Parallel()
	rounds := 3
	if long() {
		rounds = 50
	}
	dir := killSite(t, 60)
	for round := range rounds {
		writeNews(t, dir, 60, round)
		var builds []*exec.Cmd
		var said []*bytes.Buffer
		for range 8 {
			cmd := building(t, dir)
			var b bytes.Buffer
			cmd.Stderr = &b
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			builds, said = append(builds, cmd), append(said, &b)
		}
		for _, cmd := range builds[:3] {
			time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
			_ = cmd.Process.Kill()
		}
		for i, cmd := range builds {
			err := cmd.Wait()
			var exit *exec.ExitError
			if err == nil || i < 3 {
				continue
			}
			if !errors.As(err, &exit) || exit.ExitCode() != 3 || !strings.Contains(said[i].String(), "another build is writing to the same folder") {
				t.Errorf("round %d: build %d: %v\n%s", round, i, err, said[i])
			}
		}
		if out, err := building(t, dir).CombinedOutput(); err != nil {
			t.Fatalf("a lock is left: %v\n%s", err, out)
		}
		if out, err := building(t, dir, "--out", "clean").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		sameTree(t, filepath.Join(dir, "public"), filepath.Join(dir, "clean"))
	}
}
