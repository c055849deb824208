package importer

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// imported returns all that an import makes and leaves, as text.
func imported(r *Result, err error) string {
	var b strings.Builder
	if err != nil {
		fmt.Fprintln(&b, "error:", err)
		return b.String()
	}
	for _, d := range r.Documents {
		fmt.Fprintf(&b, "== %s\n%s", d.Path, d.Text)
	}
	for _, l := range r.Left {
		fmt.Fprintf(&b, "left: %s: %s\n", l.Where, l.Why.ID)
	}
	return b.String()
}

// TestControlCharacters holds that an export is read whole in spite of characters that XML
// forbids, and that their lines are told.
func TestControlCharacters(t *testing.T) {
	src, _ := export(2)
	src = strings.Replace(src, "Isi 0", "Isi\vtab\x00\x1f tegak\ufffe \uffff.", 1)
	src = strings.Replace(src, "Isi 1", "\n\n\bIsi satu\x02", 1)
	got := imported(WordPress(strings.NewReader(src), theOptions(nil)))
	for _, want := range []string{
		"\nIsi tab tegak .,", "\nIsi satu,",
		"left: : karakter kendali di baris 1 ekspor tidak dibawa\n",
		"left: : karakter kendali di baris 3 ekspor tidak dibawa\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	broken := strings.Replace(src, "Isi 0", "Isi \xe9", 1)
	if broken == src {
		broken = strings.Replace(src, "tegak", "tegak \xe9", 1)
	}
	got = imported(WordPress(strings.NewReader(broken), theOptions(nil)))
	if !strings.Contains(got, "error: ") {
		t.Errorf("another encoding is not refused:\n%s", got)
	}
}

// TestCleaner holds that a cleaner passes on what XML allows, in pieces of any size.
func TestCleaner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("a\n\t\r\v\x00é\ufffe\uffff\ufffd猫"))).Draw(t,
			"s")
		c := &cleaner{from: bufio.NewReaderSize(io.MultiReader(
			strings.NewReader(s[:len(s)/2]), strings.NewReader(s[len(s)/2:])), 16), line: 1}
		got, err := io.ReadAll(c)
		want := strings.NewReplacer("\v", " ", "\x00", "", "\ufffe", "", "\uffff", "").Replace(s)
		if err != nil || string(got) != want {
			t.Errorf("%q becomes %q: %v", s, got, err)
		}
		if (len(c.lines) > 0) != (want != s) || c.line != 1+strings.Count(s, "\n") {
			t.Errorf("%q: lines %v of %d", s, c.lines, c.line)
		}
	})
}

// TestHiddenStaysHidden holds that what an old generator showed to nobody is not carried, and
// that each such file or folder is named.
func TestHiddenStaysHidden(t *testing.T) {
	const secret = "---\ntitle: KANARI\ndate: 2025-01-01\n---\nKANARI\n"
	with := func(keys string) string { return "---\ntitle: KANARI\n" + keys + "\n---\nKANARI\n" }
	for name, files := range map[string]map[string]string{
		"headless":            {"x/index.md": with("headless: true")},
		"a part of a bundle":  {"x/index.md": with("headless: true"), "x/y/bagian.md": secret},
		"a part of a page":    {"x/index.md": with("private: true"), "x/bagian.md": secret},
		"never rendered":      {"x.md": with("build:\n  render: never")},
		"never rendered, old": {"x.md": with("_build: {render: false}")},
		"only a link":         {"x.md": with("build: {render: link}")},
		"not listed":          {"x.md": with("build: {list: never}")},
		"of TOML": {"x.md": "+++\ntitle = 'KANARI'\n[_build]\nrender = " +
			"'never'\n+++\nKANARI\n"},
		"of JSON":         {"x.md": "{\n\"title\": \"KANARI\",\n\"headless\": true\n}\n\nKANARI\n"},
		"private":         {"x.md": with("Private: yes")},
		"unlisted":        {"x.md": with("unlisted: 'true'")},
		"with a password": {"x.md": with("password: 1234")},
		"not for all":     {"x.md": with("visibility: members")},
		"below a cascade": {"x/_index.md": with("cascade: {build: {render: never}}"),
			"x/y/z.md": secret},
		"below some cascades": {"x/_index.md": with(
			"cascade:\n  - {target: {path: /x/**}, draft: true}"),
			"x/z.md": secret},
		"below a cascade of TOML": {"x/_index.md": "+++\ntitle = 'KANARI'\n[[cascade]]\nprivate " +
			"= true\n+++\n",
			"x/z.md": secret},
		"a folder of Jekyll": {"_config.yml": "title: A", "_arsip/x.md": secret, "_posts/.x.md": secret},
		"a closed collection": {"_config.yml": "collections: {arsip: {output: false}}",
			"_arsip/x.md": secret},
		"excluded by Jekyll": {"_config.yml": "exclude: [arsip/, y.md]", "arsip/x.md": secret,
			"y.md": secret},
		"a layout": {"_posts/2025-01-01-a.md": "---\ntitle: B\n---\n",
			"_layouts/x.html": secret},
		"a copy of an editor": {"x.md~": secret, ".x.md": secret, "#x.md": secret,
			".obsidian/x.md": secret},
	} {
		t.Run(name, func(t *testing.T) {
			dir := fstest.MapFS{"biasa.md": {Data: []byte("---\ntitle: Biasa\n---\nIsi.\n")}}
			for path, text := range files {
				dir[path] = &fstest.MapFile{Data: []byte(text)}
			}
			got := imported(Folder(dir, theOptions(nil)))
			if strings.Contains(got, "KANARI") || !strings.Contains(got,
				"== content/halaman/biasa.md") {
				t.Error(got)
			}
			if !strings.Contains(got, "untuk umum (") {
				t.Errorf("nothing is named:\n%s", got)
			}
		})
	}
	open := fstest.MapFS{
		"_config.yml":   {Data: []byte("collections: {panduan: {output: true}}")},
		"_panduan/x.md": {Data: []byte("---\ntitle: X\n---\nIsi.\n")},
		"y/index.md":    {Data: []byte("---\ntitle: Y\n---\nIsi.\n")},
		"y/z.md":        {Data: []byte("---\ntitle: Z\nprivate: false\n---\nIsi.\n")},
	}
	if r, err := Folder(open, theOptions(nil)); err != nil || len(r.Documents) != 3 {
		t.Error(imported(r, err))
	}
}
