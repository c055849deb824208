package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// git runs git in a folder as it is set up on Windows, unless it is told otherwise.
func git(t *testing.T, dir, autocrlf string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "core.autocrlf=" + autocrlf}, args...)...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// TestCheckoutOnWindows holds that a checkout has the same bytes where git is told to convert
// the ends of lines: scripts run, golden files are compared, and files are published as they are.
func TestCheckoutOnWindows(t *testing.T) {
	here, windows := t.TempDir(), t.TempDir()
	git(t, "..", "false", "checkout-index", "--all", "--prefix="+here+"/")
	git(t, "..", "true", "checkout-index", "--all", "--prefix="+windows+"/")
	files := 0
	err := fs.WalkDir(os.DirFS(here), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		want, err := os.ReadFile(filepath.Join(here, name))
		if err != nil {
			return err
		}
		got, err := os.ReadFile(filepath.Join(windows, name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs: .gitattributes has no right rule for it (%v)", name, err)
		}
		return nil
	})
	if err != nil || files == 0 {
		t.Fatalf("%d files: %v", files, err)
	}
}

// TestCommitOnWindows holds that what people write is committed with LF, and that a file which
// is published as it is stays as it is.
func TestCommitOnWindows(t *testing.T) {
	attributes, err := os.ReadFile("../.gitattributes")
	if err != nil {
		t.Fatal(err)
	}
	const crlf, lf = "a\r\nb\r\n", "a\nb\n"
	for name, want := range map[string]string{
		"content/berita/a.md":         lf,
		"content/site.yaml":           lf,
		"templates/a.html":            lf,
		"build.sh":                    lf,
		".ci/run":                     lf,
		"content/informasi/a.csv":     crlf,
		"content/informasi/a.txt":     crlf,
		"static/a.js":                 crlf,
		"generator/testdata/a.md":     crlf,
		"generator/a/testdata/b/a.go": crlf,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			git(t, dir, "true", "init", "--quiet")
			save(t, dir, ".gitattributes", string(attributes))
			save(t, dir, name, crlf)
			git(t, dir, "true", "add", name)
			if got := git(t, dir, "true", "cat-file", "blob", ":"+name); string(got) != want {
				t.Errorf("committed as %q, want %q", got, want)
			}
		})
	}
}

// TestLinesOfAnotherSystem holds that a site whose texts have CRLF is the same site.
func TestLinesOfAnotherSystem(t *testing.T) {
	t.Parallel()
	texts := map[string]string{}
	for _, folder := range []string{"content", "templates"} {
		err := fs.WalkDir(os.DirFS(".."), folder, func(name string, d fs.DirEntry, err error) error {
			written := []string{".md", ".yaml", ".html", ".css", ".js"}
			if err != nil || d.IsDir() || !slices.Contains(written, path.Ext(name)) {
				return err
			}
			b, err := os.ReadFile(filepath.Join("..", name))
			texts[name] = strings.ReplaceAll(string(b), "\n", "\r\n")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	sameTree(t, released(t), filepath.Join(changed(t, "", texts), "public"))
}
