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

// templatesIntro stands above the tables of the manual for template authors. A quote stands for
// what Markdown marks code with.
const templatesIntro = `# For template authors

Made from the types in 'generator/internal/page'; 'UPDATE=1 go test ./generator/internal/page'
writes it anew.

Every file 'templates/NAME.html' is a layout and every file 'templates/bagian/NAME.html' a part;
both are templates of the Go package [html/template](https://pkg.go.dev/html/template) and are
called by their NAME. 'templates/css/NAME.css' and 'templates/js/NAME.js' belong to the template
NAME and go into every page whose layout is NAME or calls it, however far away;
'templates/css/base.css' is in all pages. A kind of document without a layout of its own uses
'halaman.html', and a list 'daftar.html'.

A layout sees one **View** as its dot. It holds what the page shows; what few pages show, a layout
asks it for by the methods in the second table, and any layout may ask for any of them: the page
is then made again when that changes. There is no other way from a layout into the site. A part
sees what it is called with: '{{template "berkas" .}}'. A part that is the same on all pages of a
language and section is asked for with '{{.Shared "NAME"}}'; it sees a **Surround** and is made
once. '{{aset "og.png"}}' is the address of a file in 'static/aset/'. Words come from '.T', so that
a template serves all languages.

When a theme is loaded, each layout is executed twice, with everything there and with everything
empty: a misspelt field or word is a message at its line even if no page uses it. There are no
inline handlers and no 'style' attributes, because the Content Security Policy of a page names its
own style sheet and script only.

'./build.sh serve --draft' shows every component in every state at '/galeri-komponen/';
'./build.sh explain templates/bagian/berkas.html' says which pages a file is part of;
'./build.sh test' holds the bytes, the contrast, the keyboard and the paper of every sort of page.
`

// forTheme are the methods of a View that the theme calls, and no template.
var forTheme = []string{"SetShared", "Surround"}

// A described is what templates see of a package, with the comments.
type described struct {
	types   map[string]*ast.TypeSpec
	docs    map[string]string // of the types
	methods []*ast.FuncDecl   // of a View, by name
}

// describe reads the package.
func describe(t *testing.T) described {
	t.Helper()
	d := described{types: map[string]*ast.TypeSpec{}, docs: map[string]string{}}
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
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if isAsked(decl) {
					d.methods = append(d.methods, decl)
				}
			case *ast.GenDecl:
				d.addTypes(decl)
			}
		}
	}
	slices.SortFunc(d.methods, func(a, b *ast.FuncDecl) int {
		return strings.Compare(a.Name.Name, b.Name.Name)
	})
	return d
}

func (d *described) addTypes(decl *ast.GenDecl) {
	for _, s := range decl.Specs {
		spec, ok := s.(*ast.TypeSpec)
		if !ok {
			continue
		}
		if _, ok := spec.Type.(*ast.StructType); ok && spec.Name.IsExported() {
			d.types[spec.Name.Name] = spec
			d.docs[spec.Name.Name] = inOneLine(spec.Doc.Text() + decl.Doc.Text())
		}
	}
}

// isAsked reports whether a function is a method of a View by which templates ask for something.
func isAsked(f *ast.FuncDecl) bool {
	if f.Recv == nil || !f.Name.IsExported() || slices.Contains(forTheme, f.Name.Name) {
		return false
	}
	star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	receiver, ok := star.X.(*ast.Ident)
	return ok && receiver.Name == "View"
}

// order returns the names of the types in the order in which a View leads to them.
func (d *described) order() []string {
	var order []string
	var visit func(name string)
	inside := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				visit(id.Name)
			}
			return true
		})
	}
	visit = func(name string) {
		if d.types[name] == nil || slices.Contains(order, name) {
			return
		}
		order = append(order, name)
		inside(d.types[name].Type)
	}
	visit("View")
	for _, m := range d.methods {
		inside(m.Type.Results)
	}
	for _, name := range []string{"Surround", "Picture", "Media"} {
		visit(name)
	}
	return order
}

// written writes a piece of Go in one line.
func written(t *testing.T, n ast.Node) string {
	t.Helper()
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), n); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// inOneLine joins the lines of a comment.
func inOneLine(comment string) string { return strings.Join(strings.Fields(comment), " ") }

// cell writes a text as a cell of a table in Markdown.
func cell(text string) string { return strings.ReplaceAll(inOneLine(text), "|", `\|`) }

// TestTemplateManual holds the manual for template authors to the types that templates see.
func TestTemplateManual(t *testing.T) {
	d := describe(t)
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(templatesIntro, "'", "`"))
	for _, name := range d.order() {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", name, d.docs[name])
		b.WriteString("| field | type | what it is |\n|---|---|---|\n")
		for _, f := range d.types[name].Type.(*ast.StructType).Fields.List {
			for _, n := range f.Names {
				if n.IsExported() {
					fmt.Fprintf(&b, "| `.%s` | `%s` | %s |\n",
						n.Name, written(t, f.Type), cell(f.Doc.Text()+" "+f.Comment.Text()))
				}
			}
			if len(f.Names) == 0 {
				fmt.Fprintf(&b, "| | `%s` | its fields, as its own |\n", written(t, f.Type))
			}
		}
		if name != "View" {
			continue
		}
		b.WriteString("\n| asked for | gives | what it is |\n|---|---|---|\n")
		for _, m := range d.methods {
			call := "." + m.Name.Name
			for _, f := range m.Type.Params.List {
				call += ` "` + strings.ToUpper(f.Names[0].Name) + `"`
			}
			fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n",
				call, written(t, m.Type.Results.List[0].Type), cell(m.Doc.Text()))
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
