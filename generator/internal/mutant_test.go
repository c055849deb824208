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
	"slices"
	"strings"
	"testing"
)

// gates are the functions that decide what is public, each with the tests that hold it.
var gates = []struct {
	file      string
	functions []string
	tests     []string // packages, the next one when none of the one before notices
}{
	{"gate/gate.go", []string{"Decide", "Stays"}, []string{"gate"}},
	{"gate/mark.go", []string{"isNear"}, []string{"gate"}},
	{"site/gate.go", []string{
		"facts", "decide", "due", "closedFolders", "isBelow", "IsHeld", "movedAway", "Withdraws", "Open",
	}, []string{"site", "build"}},
	{"site/claim.go", []string{"claimFiles", "hide", "shownBeside", "claimed"}, []string{"site"}},
	{"content/document.go", []string{"isClosed", "marked"}, []string{"content", "site"}},
	{"content/stray.go", []string{"strayMarks", "isText", "looksLikeMark", "hasMark", "closesIt"},
		[]string{"content", "site"}},
}

// A mutant is one condition taken away. All mutants are in one program, which is told by a variable
// which one it is to be: to compile one for each would take longer than all other tests.
type mutant struct {
	name  string
	tests []string
}

// A mutator rewrites functions so that each of their conditions can be taken away.
type mutator struct {
	fset    *token.FileSet
	src     []byte
	file    string
	tests   []string
	mutants *[]mutant
}

func (m *mutator) offsets(n ast.Node) (start, end int) {
	return m.fset.Position(n.Pos()).Offset, m.fset.Position(n.End()).Offset
}

// add numbers a mutant. The first is 1, so that 0 is the program as it is.
func (m *mutator) add(n ast.Node, becomes string) int {
	start, end := m.offsets(n)
	name := fmt.Sprintf("%s:%d %s %s", m.file, m.fset.Position(n.Pos()).Line, m.src[start:end], becomes)
	*m.mutants = append(*m.mutants, mutant{strings.Join(strings.Fields(name), " "), m.tests})
	return len(*m.mutants)
}

// choices returns the parts of a node that can be taken away: conditions of an if, both sides of an
// "and" or "or", facts that are handed on, and answers that are yes or no.
func (m *mutator) choices(n ast.Node, answers bool) (zeroed []ast.Expr) {
	switch n := n.(type) {
	case *ast.IfStmt:
		zeroed = append(zeroed, n.Cond)
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				zeroed = append(zeroed, kv.Value)
			}
		}
	case *ast.ReturnStmt:
		if len(n.Results) == 0 {
			return nil
		}
		no, isName := n.Results[0].(*ast.Ident) // "false" is none already
		if answers && !(isName && no.Name == "false") {
			zeroed = append(zeroed, n.Results[0])
		}
	case *ast.AssignStmt:
		if len(n.Rhs) > 1 && n.Tok == token.ASSIGN { // facts one by one
			zeroed = append(zeroed, n.Rhs...)
		}
	}
	return zeroed
}

// rewrite returns the text of a node in which every part that can be taken away asks whether it is.
func (m *mutator) rewrite(n ast.Node, answers bool) string {
	start, end := m.offsets(n)
	zeroed := map[ast.Node]bool{}
	type piece struct {
		start, end int
		text       string
	}
	var pieces []piece
	ast.Inspect(n, func(c ast.Node) bool {
		if c == nil {
			return false
		}
		for _, e := range m.choices(c, answers) {
			zeroed[e] = true
		}
		if zeroed[c] && c != n {
			from, to := m.offsets(c)
			delete(zeroed, c)
			text := fmt.Sprintf("mutantZero(%d, %s)", m.add(c, "is none"), m.rewrite(c, answers))
			pieces = append(pieces, piece{from, to, text})
			return false
		}
		if b, ok := c.(*ast.BinaryExpr); ok && (b.Op == token.LAND || b.Op == token.LOR) {
			from, to := m.offsets(b)
			first := m.add(b, "is its left side")
			m.add(b, "is its right side")
			x, y := m.rewrite(b.X, answers), m.rewrite(b.Y, answers)
			pieces = append(pieces, piece{from, to, fmt.Sprintf(
				"mutantSide(%d, func() bool { return %s %s %s }, func() bool { return %s }, func() bool { return %s })",
				first, x, b.Op, y, x, y)})
			return false
		}
		return true
	})
	var out strings.Builder
	at := start
	for _, p := range pieces {
		out.Write(m.src[at:p.start])
		out.WriteString(p.text)
		at = p.end
	}
	out.Write(m.src[at:end])
	return out.String()
}

// mutantHelp is what the rewritten functions ask. Its names are used nowhere else.
const mutantHelp = `package %s

import (
	"os"
	"strconv"
)

var mutantNumber, _ = strconv.Atoi(os.Getenv("MUTANT"))

func mutantZero[T any](n int, v T) (none T) {
	if n == mutantNumber {
		return none
	}
	return v
}

func mutantSide(n int, both, left, right func() bool) bool {
	switch mutantNumber {
	case n:
		return left()
	case n + 1:
		return right()
	}
	return both()
}
`

// mutate writes all mutants, and an overlay that has the go command read them.
func mutate(t *testing.T, dir string) (overlay string, mutants []mutant) {
	t.Helper()
	replace := map[string]string{}
	put := func(file, text string) {
		full, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		replace[full] = filepath.Join(dir, strings.ReplaceAll(file, "/", "."))
		if err := os.WriteFile(replace[full], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, g := range gates {
		src, err := os.ReadFile(g.file)
		if err != nil {
			t.Fatal(err)
		}
		m := &mutator{fset: token.NewFileSet(), src: src, file: g.file, tests: g.tests, mutants: &mutants}
		syntax, err := parser.ParseFile(m.fset, g.file, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		at, found := 0, 0
		for _, d := range syntax.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !slices.Contains(g.functions, f.Name.Name) {
				continue
			}
			found++
			results := f.Type.Results
			answers := results != nil && fmt.Sprint(results.List[0].Type) == "bool" && len(results.List) == 1
			start, end := m.offsets(f.Body)
			out.Write(src[at:start])
			out.WriteString(m.rewrite(f.Body, answers))
			at = end
		}
		if found != len(g.functions) {
			t.Fatalf("%s does not have all of %q", g.file, g.functions)
		}
		out.Write(src[at:])
		put(g.file, out.String())
		room := filepath.Dir(g.file)
		put(room+"/mutant_help.go", fmt.Sprintf(mutantHelp, room))
	}
	text, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay = filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return overlay, mutants
}

// TestNoConditionOfTheGateIsIdle takes away every condition of the gate in turn: some test
// must notice.
func TestNoConditionOfTheGateIsIdle(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	dir := t.TempDir()
	overlay, mutants := mutate(t, dir)
	programs := map[string]string{}
	noticed := func(pkg string, number int) (string, bool) {
		if programs[pkg] == "" {
			programs[pkg] = filepath.Join(dir, pkg+".test")
			out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", programs[pkg], "./"+pkg).
				CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		}
		cmd := exec.Command(programs[pkg], "-test.short", "-test.timeout", "60s", "-test.skip", "EveryEdit|EveryRow",
			"-test.run", "Gate|Closed|Class|Every|Held|Due|Stray|Files|Mark")
		cmd.Dir, cmd.Env = pkg, append(os.Environ(), fmt.Sprint("MUTANT=", number))
		out, err := cmd.CombinedOutput()
		return string(out), err != nil
	}
	for i := range mutants {
		m := &mutants[i]
		if i == 0 {
			for _, pkg := range []string{"gate", "content", "site", "build"} {
				if out, failed := noticed(pkg, 0); failed {
					t.Fatalf("%s fails without a change:\n%s", pkg, out)
				}
			}
		}
		t.Run(m.name, func(t *testing.T) {
			for _, pkg := range m.tests {
				if _, found := noticed(pkg, i+1); found {
					return
				}
			}
			t.Error("no test notices")
		})
	}
}
