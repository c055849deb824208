package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"maklumat/generator/internal/render"
)

// The budgets of the design, in bytes as they travel, gzip -9.
const (
	pageCap     = 14_000 // fits into the first window of a TCP connection, with headers
	styleBudget = 7_000  // all style sheets of the theme together
)

// budgets are those of pages that have one tighter than the cap.
var budgets = map[string]int{
	"beranda": 9_000, "register": 11_000, "register-saring": 11_000, "sop": 12_000,
	"artikel": 13_000, "dokumen": 13_000, "panduan": 13_000, "laporan": 13_000,
}

// scripts are how much script a page may have; those not named are ordinary pages.
var scripts = map[string]int{
	"register": 2_000, "register-saring": 2_000, "sop-daftar": 2_000, "regulasi-daftar": 2_000,
	// Those that may offer files check them against the log of documents.
	"dokumen": 1_200, "dokumen-nihil": 1_200, "dokumen-revisi": 1_200, "laporan": 1_200, "pengumuman": 1_200, "regulasi": 1_200, "profil": 1_200, "artikel": 1_300, "agenda": 1_200, "pejabat": 1_200,
	"kalkulator": 2_000, "formulir": 2_000, "cari": 8_000, "cari-hasil": 8_000,
}

// ordinaryScript is enough to copy a link and to open groups of links on wide screens.
const ordinaryScript = 600

// nodeLimit is how many elements a page may have, on cheap phones.
const nodeLimit = 900

// nodeLimits are those of pages that are one long table.
var nodeLimits = map[string]int{"register": 1_200, "register-saring": 1_200, "register-cetak": 10_000}

// read returns the bytes of a face.
func (f face) read(t *testing.T, public string) []byte {
	t.Helper()
	path, _, _ := strings.Cut(f.path, "?")
	name := filepath.Join(public, filepath.FromSlash(path))
	if strings.HasSuffix(path, "/") {
		name = filepath.Join(name, "index.html")
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// elements calls visit for every element of a page.
func elements(t *testing.T, page []byte, visit func(n *html.Node)) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// text is the text below a node.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// TestBudgets weighs every sort of page: bytes, script, elements, and what it loads from
// elsewhere, which is nothing. It prints the figures.
func TestBudgets(t *testing.T) {
	t.Parallel()
	public := released(t)
	t.Logf("%-18s %7s %7s %7s %6s %5s", "page", "bytes", "budget", "script", "nodes", "loads")
	for _, f := range faces {
		page := f.read(t, public)
		size, budget := gzipped(page), pageCap
		if b, ok := budgets[f.name]; ok {
			budget = b
		}
		var script strings.Builder
		nodes, loads := 0, 0
		elements(t, page, func(n *html.Node) {
			nodes++
			kind, _ := attribute(n, "type")
			if n.Data == "script" && kind == "" {
				script.WriteString(text(n))
			}
			for _, name := range []string{"src", "srcset", "href", "action", "poster"} {
				value, ok := attribute(n, name)
				rel, _ := attribute(n, "rel")
				isLink := n.Data == "a" || n.Data == "form" || n.Data == "link" && rel != "stylesheet" && rel != "icon"
				if !ok || isLink || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "#") {
					continue
				}
				if name != "srcset" {
					loads++
				}
				if strings.Contains(value, "//") {
					t.Errorf("%s loads from another site: %s", f.name, value)
				}
			}
			if _, ok := attribute(n, "style"); ok {
				t.Errorf("%s: <%s> has a style attribute, which the policy forbids", f.name, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: <%s> has the handler %s, which the policy forbids", f.name, n.Data, a.Key)
				}
			}
		})
		scriptSize := 0
		if script.Len() > 0 {
			scriptSize = gzipped([]byte(script.String()))
		}
		t.Logf("%-18s %7d %7d %7d %6d %5d", f.name, size, budget, scriptSize, nodes, loads)
		if size > budget && f.name != "register-cetak" {
			t.Errorf("%s has %d bytes, at most %d", f.name, size, budget)
		}
		if most, ok := scripts[f.name]; scriptSize > most && (ok || scriptSize > ordinaryScript) {
			t.Errorf("%s has %d bytes of script, at most %d", f.name, scriptSize, max(most, ordinaryScript))
		}
		most := nodeLimit
		if n, ok := nodeLimits[f.name]; ok {
			most = n
		}
		if nodes > most {
			t.Errorf("%s has %d elements, at most %d", f.name, nodes, most)
		}
		if want := map[string]int{"artikel": 2}[f.name]; loads > max(want, 1) {
			t.Errorf("%s loads %d files besides itself", f.name, loads)
		}
	}
}

// TestStyleBudget weighs all style sheets of the theme together, minified.
func TestStyleBudget(t *testing.T) {
	files, err := filepath.Glob("../templates/css/*.css")
	if err != nil || len(files) == 0 {
		t.Fatal("no style sheets", err)
	}
	var all []byte
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		css, err := render.NewMinifier().Static(file, src)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, css...)
	}
	size := gzipped(all)
	t.Logf("all styles: %d bytes, at most %d", size, styleBudget)
	if size > styleBudget {
		t.Errorf("the styles have %d bytes, at most %d", size, styleBudget)
	}
}

// TestLinkedStyles builds the site with style sheets of their own: the same pages, smaller,
// with one more file to load.
func TestLinkedStyles(t *testing.T) {
	t.Parallel()
	site := t.TempDir()
	for _, dir := range []string{"content", "templates", "static"} {
		if err := os.CopyFS(filepath.Join(site, dir), os.DirFS(filepath.Join("..", dir))); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.OpenFile(filepath.Join(site, "content", "site.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("css: link\n"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(site, "public")
	cmd := exec.Command(name, "build", "--date", asOf)
	cmd.Dir = site
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, f := range faces {
		page := f.read(t, public)
		sheets := 0
		elements(t, page, func(n *html.Node) {
			rel, _ := attribute(n, "rel")
			if n.Data == "style" {
				t.Errorf("%s has a style sheet inside", f.name)
			}
			if n.Data != "link" || rel != "stylesheet" {
				return
			}
			sheets++
			href, _ := attribute(n, "href")
			css, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(href)))
			if err != nil || len(css) == 0 {
				t.Errorf("%s: %v", f.name, err)
			}
		})
		if size := gzipped(page); sheets != 1 || size > pageCap && f.name != "register-cetak" {
			t.Errorf("%s has %d style sheets and %d bytes", f.name, sheets, size)
		}
	}
}

// TestValidate holds every page of the site against the HTML standard, with html-validate.
func TestValidate(t *testing.T) {
	t.Parallel()
	tool := npm(t, "html-validate/bin/html-validate.mjs")
	public := released(t, "--draft")
	report := filepath.Join(t.TempDir(), "report.json") // a pipe would be cut short
	cmd := exec.Command("node", tool, "--config", "testdata/npm/htmlvalidate.json", "--formatter", "json="+report, filepath.Join(public, "**", "*.html"))
	_, err := cmd.CombinedOutput()
	out, readErr := os.ReadFile(report)
	if readErr != nil {
		t.Fatal(err, readErr)
	}
	var results []struct {
		FilePath string
		Messages []struct {
			RuleID, Message, Selector string
			Line, Column              int
		}
	}
	if jsonErr := json.Unmarshal(out, &results); jsonErr != nil {
		t.Fatal(err, jsonErr)
	}
	found := 0
	for _, r := range results {
		name, _ := filepath.Rel(public, r.FilePath)
		for _, m := range r.Messages {
			if found++; found <= 20 {
				t.Errorf("%s:%d:%d: %s: %s (%s)", name, m.Line, m.Column, m.RuleID, m.Message, m.Selector)
			}
		}
	}
	if err != nil && found == 0 {
		t.Fatal(err)
	}
	t.Logf("html-validate: %d errors", found)
}

// TestStructuredData holds the JSON-LD of every sort of page against the vocabulary of
// schema.org, as the types of schema-dts have it, and demands what search engines ask for.
func TestStructuredData(t *testing.T) {
	t.Parallel()
	dts := npm(t, "schema-dts")
	compiler := npm(t, "typescript/bin/tsc")
	public := released(t)
	var source strings.Builder
	fmt.Fprintf(&source, "import type { Graph } from %q;\n", dts)
	// The compiler must see what is wrong, or it would prove nothing.
	source.WriteString("// @ts-expect-error\nexport const wrong: Graph = {'@context': 'https://schema.org', '@graph': [{'@type': 'NewsArticle', 'headLine': 'x'}]};\n")
	n := 0
	for _, f := range faces {
		if f.name == "404" || strings.HasPrefix(f.name, "cari") || f.name == "register-cetak" {
			continue
		}
		types := map[string]map[string]any{}
		elements(t, f.read(t, public), func(node *html.Node) {
			if kind, _ := attribute(node, "type"); node.Data != "script" || kind != "application/ld+json" {
				return
			}
			var object struct {
				Graph []map[string]any `json:"@graph"`
			}
			if err := json.Unmarshal([]byte(text(node)), &object); err != nil {
				t.Fatalf("%s: %v", f.name, err)
			}
			for _, m := range object.Graph {
				types[fmt.Sprint(m["@type"])] = m
			}
			n++
			fmt.Fprintf(&source, "export const page%d: Graph = %s; // %s\n", n, text(node), f.name)
		})
		demand(t, f.name, types)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "pages.ts")
	if err := os.WriteFile(file, []byte(source.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", compiler, "--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "bundler", "--module", "esnext", file).CombinedOutput()
	if err != nil {
		for _, line := range strings.SplitN(string(out), "\n", 12) {
			if len(line) > 600 {
				line = line[:600] + " …"
			}
			t.Error(line)
		}
	}
	t.Logf("%d objects of JSON-LD", n)
}

// demand looks for what search engines ask of the objects of a page, by type: its place on the
// site, news with a headline, dates and an author, questions with answers.
func demand(t *testing.T, name string, types map[string]map[string]any) {
	t.Helper()
	if len(types) == 0 {
		t.Errorf("%s has no JSON-LD", name)
	}
	if asked := types["FAQPage"]; name == "tanya" && asked["mainEntity"] == nil {
		t.Errorf("%s asks nothing", name)
	}
	if name != "beranda" && name != "home" && types["BreadcrumbList"] == nil {
		t.Errorf("%s does not say where on the site it is", name)
	}
	if news := types["NewsArticle"]; name == "artikel" {
		for _, field := range []string{"headline", "datePublished", "dateModified", "author", "image", "publisher"} {
			if news[field] == nil {
				t.Errorf("%s has no %s", name, field)
			}
		}
	}
}

// TestStylesReach looks for elements whose class has rules in the theme that did not come
// to the page: a part that a layout writes itself instead of calling it.
func TestStylesReach(t *testing.T) {
	t.Parallel()
	class := regexp.MustCompile(`\.(-?[a-zA-Z][a-zA-Z0-9_-]*)`)
	styled := map[string]string{} // class to the style sheet that knows it
	files, _ := filepath.Glob("../templates/css/*.css")
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range class.FindAllSubmatch(src, -1) {
			styled[string(m[1])] = filepath.Base(file)
		}
	}
	public := released(t, "--draft")
	for _, f := range slices.Concat(faces, gallery) {
		page := f.read(t, public)
		_, css, _ := bytes.Cut(page, []byte("<style>"))
		css, _, _ = bytes.Cut(css, []byte("</style>"))
		here := map[string]bool{}
		for _, m := range class.FindAllSubmatch(css, -1) {
			here[string(m[1])] = true
		}
		elements(t, page, func(n *html.Node) {
			names, _ := attribute(n, "class")
			for _, name := range strings.Fields(names) {
				if file, ok := styled[name]; ok && !here[name] {
					t.Errorf("%s: the class %s of <%s> is styled in %s, which the page does not have", f.name, name, n.Data, file)
					here[name] = true // once is enough
				}
			}
		})
	}
}
