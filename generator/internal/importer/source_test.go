package importer

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
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
