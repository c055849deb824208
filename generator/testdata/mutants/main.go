// The program mutants measures the tests of one package: it changes one condition, bound, sign or
// step of the code at a time, in the five ways of go-gremlins/gremlins, and counts after how many
// changes some test of the package itself fails.
//
//	go run generator/testdata/mutants/main.go generator/internal/page [FILES]
//
// FILES is an expression for the names of files, all when it is left out. All changes are in one
// test program, which is told by a variable which one it is to make; to compile one for each would
// take hours. Each is tried with the tests that come by it, the quick ones first. What no test
// notices is written to .maklumat/mutants/PACKAGE.txt.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A mutant is one change, by its place and kind, and what became of it.
type mutant struct {
	id         int
	file       string
	line, col  int
	kind, text string
	state      string
}

// An edit replaces a part of a file.
type edit struct {
	start, end int
	text       string
}

var (
	fset    = token.NewFileSet()
	info    *types.Info
	pkg     *types.Package
	mutants []mutant
	src     map[string][]byte
)

func main() {
	if len(os.Args) < 2 {
		must(fmt.Errorf("name the folder of a package"))
	}
	dir, err := filepath.Abs(os.Args[1])
	must(err)
	only := regexp.MustCompile(".")
	if len(os.Args) > 2 {
		only = regexp.MustCompile(os.Args[2])
	}
	report, err := filepath.Abs(filepath.Join(".maklumat", "mutants", filepath.Base(dir)+".txt"))
	must(err)
	must(os.MkdirAll(filepath.Dir(report), 0o755))
	out, err := os.MkdirTemp("", "mutants")
	must(err)
	defer os.RemoveAll(out)
	must(os.Chdir(dir))
	program := instrument(dir, out)
	hits, took := record(program, out)
	var group sync.WaitGroup
	next := make(chan *mutant)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for m := range next {
				m.state = try(program, m, hits[m.id], took)
			}
		})
	}
	for i := range mutants {
		if only.MatchString(mutants[i].file) {
			next <- &mutants[i]
		}
	}
	close(next)
	group.Wait()
	tell(report)
}

// instrument writes the package with all mutants, and compiles its tests.
func instrument(dir, out string) (program string) {
	names, _ := filepath.Glob("*.go")
	var files []*ast.File
	src = map[string][]byte{}
	for _, n := range names {
		if strings.HasSuffix(n, "_test.go") || !builds(n) {
			continue
		}
		b, err := os.ReadFile(n)
		must(err)
		src[n] = b
		f, err := parser.ParseFile(fset, n, b, parser.ParseComments)
		must(err)
		files = append(files, f)
	}
	build.Default.Dir = dir
	info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	var err error
	pkg, err = conf.Check("p", fset, files, info)
	must(err)
	overlay := map[string]string{}
	put := func(name string, text []byte) {
		target := filepath.Join(out, name)
		must(os.WriteFile(target, text, 0o644))
		overlay[filepath.Join(dir, name)] = target
	}
	for _, f := range files {
		name := fset.Position(f.Pos()).Filename
		b, err := format.Source(rewrite(name, f))
		must(err)
		put(name, b)
	}
	put("zz_mutants.go", []byte("package "+files[0].Name.Name+asked))
	j, err := json.Marshal(map[string]any{"Replace": overlay})
	must(err)
	must(os.WriteFile(filepath.Join(out, "overlay.json"), j, 0o644))
	program = filepath.Join(out, "package.test")
	run(nil, "go", "test", "-c", "-vet=off", "-o", program, "-overlay",
		filepath.Join(out, "overlay.json"), ".")
	return program
}

// builds reports whether a file belongs to the package on this system.
func builds(name string) bool {
	ok, err := build.Default.MatchFile(".", name)
	return err == nil && ok
}

// record runs each test alone and returns which come by each mutant, and how long each takes.
func record(program, out string) (hits map[int][]string, took map[string]time.Duration) {
	hits, took = map[int][]string{}, map[string]time.Duration{}
	for _, test := range strings.Fields(run(nil, program, "-test.list", "^(Test|Fuzz|Example)")) {
		file := filepath.Join(out, "record")
		_ = os.Remove(file)
		start := time.Now()
		run([]string{"MUTANTS_RECORD=" + file}, program, "-test.short", "-test.run", "^"+test+"$")
		took[test] = time.Since(start)
		b, _ := os.ReadFile(file)
		for _, s := range strings.Fields(string(b)) {
			n, err := strconv.Atoi(s)
			must(err)
			hits[n] = append(hits[n], test)
		}
	}
	return hits, took
}

// The states of a mutant.
const (
	killed     = "killed"
	alive      = "alive"
	notCovered = "not covered"
)

// try runs the tests that come by a mutant: those that are quick together, and the slow ones only
// when none of those fails.
func try(program string, m *mutant, tests []string, took map[string]time.Duration) string {
	if len(tests) == 0 {
		return notCovered
	}
	limit := 5 * time.Second
	var quick, slow []string
	for _, t := range tests {
		limit += 4 * took[t]
		if took[t] < 150*time.Millisecond {
			quick = append(quick, t)
		} else {
			slow = append(slow, t)
		}
	}
	for _, group := range [][]string{quick, slow} {
		if len(group) == 0 {
			continue
		}
		cmd := exec.Command(program, "-test.short", "-test.failfast", "-test.timeout",
			limit.String(),
			"-test.run", "^("+strings.Join(group, "|")+")$")
		cmd.Env = append(os.Environ(), fmt.Sprint("MUTANTS_NUMBER=", m.id))
		if cmd.Run() != nil {
			return killed
		}
	}
	return alive
}

// tell prints the counts, and writes what no test has noticed.
func tell(file string) {
	var report bytes.Buffer
	count := map[string]int{}
	for _, m := range mutants {
		count[m.state]++
		if m.state == alive || m.state == notCovered {
			fmt.Fprintf(&report, "%s:%d:%d %s, %s: %s\n", m.file, m.line, m.col, m.state, m.kind,
				m.text)
		}
	}
	must(os.WriteFile(file, report.Bytes(), 0o644))
	k, l, n := count[killed], count[alive], count[notCovered]
	fmt.Printf("%d killed (%.1f %% of those covered), %d alive, %d not covered (%.1f %%)\n",
		k, 100*float64(k)/float64(max(1, k+l)), l, n, 100*float64(n)/float64(max(1, k+l+n)))
}

// asked is what the mutants ask: whether it is their turn. While it records, it notes who asks.
const asked = `

import ("os"; "strconv"; "sync")

var mutantsNumber, _ = strconv.Atoi(os.Getenv("MUTANTS_NUMBER"))
var mutantsRecord = os.Getenv("MUTANTS_RECORD")
var mutantsSeen sync.Map

func mutantsTurn(n int) bool {
	if mutantsRecord != "" {
		if _, ok := mutantsSeen.LoadOrStore(n, true); !ok {
			f, _ := os.OpenFile(mutantsRecord, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			f.WriteString(strconv.Itoa(n) + "\n")
			f.Close()
		}
	}
	return mutantsNumber == n
}
`

// run returns what a command prints, and ends the program if it fails.
func run(env []string, name string, args ...string) string {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	b, err := cmd.CombinedOutput()
	if err != nil {
		fmt.Println(name, args, string(b))
		os.Exit(1)
	}
	return string(b)
}

// must ends the program if there is an error.
func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// off returns where in its file a place is, in bytes.
func off(p token.Pos) int { return fset.Position(p).Offset }

// add notes a mutant and returns its number.
func add(name string, p token.Pos, kind, text string) int {
	pos := fset.Position(p)
	id := len(mutants) + 1
	mutants = append(mutants, mutant{id: id, file: name, line: pos.Line, col: pos.Column,
		kind: kind, text: text})
	return id
}

// What is changed into what: bounds, conditions and arithmetic; besides, signs and steps.
var boundary = map[token.Token]token.Token{token.LSS: token.LEQ, token.LEQ: token.LSS,
	token.GTR: token.GEQ, token.GEQ: token.GTR}
var negation = map[token.Token]token.Token{token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LSS: token.GEQ, token.LEQ: token.GTR, token.GTR: token.LEQ, token.GEQ: token.LSS}
var arithmetic = map[token.Token]token.Token{token.ADD: token.SUB, token.SUB: token.ADD,
	token.MUL: token.QUO, token.QUO: token.MUL, token.REM: token.MUL}

// rewrite returns the text of a file with its mutants.
func rewrite(name string, f *ast.File) []byte {
	b := src[name]
	var render func(n ast.Node) string
	// edits of the children of n, applied to its text
	inner := func(n ast.Node, skip ast.Node) string {
		var edits []edit
		ast.Inspect(n, func(c ast.Node) bool {
			if c == nil || c == n {
				return true
			}
			if g, ok := c.(*ast.GenDecl); ok && g.Tok == token.CONST {
				return false
			}
			if at, ok := c.(*ast.ArrayType); ok && at.Len != nil {
				return false
			}
			if mutable(c) {
				edits = append(edits, edit{off(c.Pos()), off(c.End()), render(c)})
				return false
			}
			return true
		})
		sort.Slice(edits, func(i, j int) bool { return edits[i].start < edits[j].start })
		var out strings.Builder
		at := off(n.Pos())
		for _, e := range edits {
			out.Write(b[at:e.start])
			out.WriteString(e.text)
			at = e.end
		}
		out.Write(b[at:off(n.End())])
		return out.String()
	}
	qual := func(p *types.Package) string {
		if p == pkg {
			return ""
		}
		return p.Name()
	}
	render = func(n ast.Node) string {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			x, y := wrap(n.X, render, inner), wrap(n.Y, render, inner)
			t := "bool"
			var out strings.Builder
			if to, ok := arithmetic[n.Op]; ok {
				t = types.TypeString(info.Types[n].Type, qual)
				id := add(name, n.OpPos, "ARITHMETIC_BASE", text(b, n))
				fmt.Fprintf(&out, "if mutantsTurn(%d) { return %s %s %s }; ", id, x, to, y)
			}
			if to, ok := boundary[n.Op]; ok {
				id := add(name, n.OpPos, "CONDITIONALS_BOUNDARY", text(b, n))
				fmt.Fprintf(&out, "if mutantsTurn(%d) { return %s %s %s }; ", id, x, to, y)
			}
			if to, ok := negation[n.Op]; ok {
				id := add(name, n.OpPos, "CONDITIONALS_NEGATION", text(b, n))
				fmt.Fprintf(&out, "if mutantsTurn(%d) { return %s %s %s }; ", id, x, to, y)
			}
			return fmt.Sprintf("func() %s { %sreturn %s %s %s }()", t, out.String(), x, n.Op, y)
		case *ast.UnaryExpr:
			x := wrap(n.X, render, inner)
			t := types.TypeString(types.Default(info.Types[n].Type), qual)
			id := add(name, n.OpPos, "INVERT_NEGATIVES", text(b, n))
			return fmt.Sprintf("func() %s { if mutantsTurn(%d) { return +%s }; return -%s }()", t,
				id, x, x)
		case *ast.IncDecStmt:
			id := add(name, n.TokPos, "INCREMENT_DECREMENT", text(b, n))
			t := types.TypeString(info.Types[n.X].Type, qual)
			one, other := "1", "-1"
			if basic, ok := info.Types[n.X].Type.Underlying().(*types.Basic); ok &&
				basic.Info()&types.IsUnsigned != 0 {
				other = "^" + t + "(0)" // which is one less than nought
			}
			if n.Tok == token.DEC {
				one, other = other, one
			}
			return fmt.Sprintf("%s += func() %s { if mutantsTurn(%d) { return %s }; return %s }()",
				text(b, n.X), t, id, other, one)
		}
		panic("?")
	}
	var out strings.Builder
	s := inner(f, nil)
	out.Write(b[:off(f.Pos())])
	out.WriteString(s)
	out.Write(b[min(len(b), off(f.End())):])
	return []byte(out.String())
}

// wrap returns the text of an expression, its own mutants or those in it included.
func wrap(e ast.Expr, render func(ast.Node) string, inner func(ast.Node, ast.Node) string) string {
	if mutable(e) {
		return render(e)
	}
	return inner(e, nil)
}

// text returns a node on one line.
func text(b []byte, n ast.Node) string {
	return strings.Join(strings.Fields(string(b[off(n.Pos()):off(n.End())])), " ")
}

// mutable reports whether a node is changed. Constants are not: they have no moment.
func mutable(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if info.Types[n].Value != nil {
			return false
		}
		if _, ok := arithmetic[n.Op]; ok {
			basic, ok := info.Types[n].Type.Underlying().(*types.Basic)
			return ok && basic.Info()&types.IsNumeric != 0
		}
		_, ok := negation[n.Op]
		return ok
	case *ast.UnaryExpr:
		return n.Op == token.SUB
	case *ast.IncDecStmt:
		return true
	}
	return false
}
