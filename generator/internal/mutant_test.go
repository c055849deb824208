package internal_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// gates are the functions that decide what is public, each with the tests that hold it.
var gates = []struct {
	file      string
	functions []string
	tests     []string // packages, the next one when none of the one before notices
}{
	{"gate/gate.go", []string{"Decide", "Stays"}, []string{"./gate"}},
	{"site/gate.go", []string{"facts", "decide", "due", "closedFolders", "isBelow", "IsHeld", "movedAway", "Withdraws", "Open"}, []string{"./site", "./build"}},
	{"content/document.go", []string{"isClosed", "marked"}, []string{"./content", "./site"}},
	{"gate/mark.go", []string{"IsMark"}, []string{"./gate"}},
}

// A mutant is one condition taken away.
type mutant struct {
	start, end int // of the source
	instead    string
}

// mutants returns every condition of a function taken away in turn: an if that is never
// taken, one side of an "and" or "or", a fact that is not handed on, an answer that is no.
func mutants(fset *token.FileSet, src []byte, f *ast.FuncDecl) []mutant {
	var all []mutant
	at := func(n ast.Node) (int, int) { return fset.Position(n.Pos()).Offset, fset.Position(n.End()).Offset }
	replace := func(n ast.Node, instead string) {
		start, end := at(n)
		all = append(all, mutant{start, end, instead})
	}
	text := func(n ast.Node) string {
		start, end := at(n)
		return string(src[start:end])
	}
	answers := f.Type.Results != nil && text(f.Type.Results.List[0].Type) == "bool"
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			replace(n.Cond, "false")
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				replace(n, "("+text(n.Y)+" || true) && ("+text(n.X)+")") // both sides stay used
				replace(n, "("+text(n.X)+" || true) && ("+text(n.Y)+")")
			}
		case *ast.CompositeLit:
			for i, e := range n.Elts {
				if _, ok := e.(*ast.KeyValueExpr); ok {
					start, _ := at(e)
					end := fset.Position(n.Rbrace).Offset // with the comma before it, if any
					if i+1 < len(n.Elts) {
						end, _ = at(n.Elts[i+1])
					}
					all = append(all, mutant{start, end, ""})
				}
			}
		case *ast.ReturnStmt:
			if answers {
				replace(n.Results[0], "false && ("+text(n.Results[0])+")")
			}
		case *ast.AssignStmt:
			for i := range n.Rhs {
				if len(n.Rhs) > 1 && n.Tok == token.ASSIGN { // facts one by one
					replace(n.Lhs[i], "_")
				}
			}
		}
		return true
	})
	return all
}

// TestNoConditionOfTheGateIsIdle takes away every condition of the gate in turn: some test
// must notice.
func TestNoConditionOfTheGateIsIdle(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	for _, g := range gates {
		src, err := os.ReadFile(g.file)
		if err != nil {
			t.Fatal(err)
		}
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, g.file, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range g.functions {
			var found *ast.FuncDecl
			for _, d := range syntax.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == name {
					found = f
				}
			}
			if found == nil {
				t.Errorf("%s has no %s", g.file, name)
				continue
			}
			for _, m := range mutants(fset, src, found) {
				line := 1 + strings.Count(string(src[:m.start]), "\n")
				t.Run(fmt.Sprintf("%s:%d %s becomes %q", g.file, line, src[m.start:m.end], m.instead), func(t *testing.T) {
					if out, survived := tryMutant(t, g.file, src, m, g.tests); survived {
						t.Error("no test notices")
					} else if strings.Contains(out, "[build failed]") {
						t.Errorf("it does not compile, so nothing was tried:\n%s", out)
					}
				})
			}
		}
	}
}

// tryMutant runs tests with a file changed.
func tryMutant(t *testing.T, file string, src []byte, m mutant, tests []string) (out string, survived bool) {
	t.Helper()
	dir := t.TempDir()
	changed := filepath.Join(dir, "changed.go")
	if err := os.WriteFile(changed, []byte(string(src[:m.start])+m.instead+string(src[m.end:])), 0o600); err != nil {
		t.Fatal(err)
	}
	full, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {full: changed}})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(name, overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, pkg := range tests {
		b, err := exec.Command("go", "test", "-short", "-vet=off", "-overlay", name, "-run", "Gate|Closed|Class|Every|Due", pkg).CombinedOutput()
		if err != nil {
			return string(b), false
		}
	}
	return "", true
}
