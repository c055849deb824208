package page

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// templatesIntro stands above the tables of the manual for template authors.
const templatesIntro = `# For template authors

Made from the types in ` + "`generator/internal/page`" + `; ` + "`UPDATE=1 go test ./generator/internal/page`" + ` writes it anew.

Every file ` + "`templates/NAME.html`" + ` is a layout and every file ` + "`templates/bagian/NAME.html`" + ` a part; both are templates of Go's
[html/template](https://pkg.go.dev/html/template) and are called by their NAME. ` + "`templates/css/NAME.css`" + ` and ` + "`templates/js/NAME.js`" + ` belong to the
template NAME and go into every page whose layout is NAME or calls it, however far away; ` + "`templates/css/base.css`" + ` is in all pages.
A kind of document without a layout of its own uses ` + "`halaman.html`" + `, and a list ` + "`daftar.html`" + `.

A layout sees one **View** as its dot, and nothing else: no site-wide query, no function that reaches back. A part sees what it is called with:
` + "`{{template \"berkas\" .}}`" + `. A part that is the same on all pages of a language and section is asked for with ` + "`{{.Shared \"NAME\"}}`" + `; it sees a **Surround** and is
made once. ` + "`{{aset \"og.png\"}}`" + ` is the address of a file in ` + "`static/aset/`" + `. Words come from ` + "`.T`" + `, so that a template serves both languages.

When a theme is loaded, each layout is executed twice, with everything there and with everything empty: a misspelt field is a message at its line even if no
page uses it. There are no inline handlers and no ` + "`style`" + ` attributes, because the Content Security Policy of a page names its own style sheet and script only.

` + "`./build.sh serve --draft`" + ` shows every component in every state at ` + "`/galeri-komponen/`" + `; ` + "`./build.sh explain templates/bagian/berkas.html`" + ` says which pages a file is
part of; ` + "`./build.sh test`" + ` holds the bytes, the contrast, the keyboard and the paper of every sort of page.
`

// viewTypes returns the struct types of the package with their doc comments, in the order in
// which the View leads to them.
func viewTypes(t *testing.T) (order []string, types map[string]*ast.TypeSpec, docs map[string]string) {
	t.Helper()
	types, docs = map[string]*ast.TypeSpec{}, map[string]string{}
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.TYPE {
				continue
			}
			for _, s := range g.Specs {
				spec := s.(*ast.TypeSpec)
				if _, ok := spec.Type.(*ast.StructType); ok && spec.Name.IsExported() {
					types[spec.Name.Name] = spec
					docs[spec.Name.Name] = strings.Join(strings.Fields(spec.Doc.Text()+g.Doc.Text()), " ")
				}
			}
		}
	}
	var visit func(name string)
	visit = func(name string) {
		if types[name] == nil || slices.Contains(order, name) {
			return
		}
		order = append(order, name)
		ast.Inspect(types[name].Type, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.Name != name {
				visit(id.Name)
			}
			return true
		})
	}
	for _, name := range []string{"View", "Surround", "Picture", "Media"} {
		visit(name)
	}
	return order, types, docs
}

// TestTemplateManual holds the manual for template authors to the types that templates see.
func TestTemplateManual(t *testing.T) {
	order, types, docs := viewTypes(t)
	var b strings.Builder
	b.WriteString(templatesIntro)
	for _, name := range order {
		if name == "Words" {
			fmt.Fprintf(&b, "\n## Words\n\n%s Its fields are in `generator/internal/page/words.go`.\n", docs[name])
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| field | type | what it is |\n|---|---|---|\n", name, docs[name])
		for _, f := range types[name].Type.(*ast.StructType).Fields.List {
			var kind bytes.Buffer
			if err := printer.Fprint(&kind, token.NewFileSet(), f.Type); err != nil {
				t.Fatal(err)
			}
			says := strings.Join(strings.Fields(f.Doc.Text()+" "+f.Comment.Text()), " ")
			for _, n := range f.Names {
				if n.IsExported() {
					fmt.Fprintf(&b, "| `.%s` | `%s` | %s |\n", n.Name, strings.ReplaceAll(kind.String(), "\n", " "), strings.ReplaceAll(says, "|", `\|`))
				}
			}
			if len(f.Names) == 0 {
				fmt.Fprintf(&b, "| | `%s` | its fields, as its own |\n", kind.String())
			}
		}
	}
	const file = "../../docs/templates.md"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != b.String() {
		t.Errorf("%s is not what the types say (%v); UPDATE=1 go test writes it", file, err)
	}
}
