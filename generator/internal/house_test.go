// Package internal holds the rooms of the house. Its test holds them to the plan.
package internal

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// ladder says what each room may import of ours. A room stands below all that it imports,
// so nothing can flow back.
var ladder = []struct {
	room string
	may  []string
}{
	{"digest", nil},
	{"diag", nil},
	{"disclosure", nil},
	{"gate", []string{"diag", "disclosure"}},
	{"law", nil},
	{"letters", nil},
	{"picture", nil},
	{"pdf", nil},
	{"attachment", []string{"pdf"}},
	{"host", nil},
	{"search", []string{"digest", "diag"}},
	{"transparency", []string{"digest"}},
	{"store", []string{"digest", "host"}},
	{"source", []string{"diag", "gate"}},
	{"markdown", []string{"diag", "letters"}},
	{"content", []string{"digest", "diag", "disclosure", "gate", "host", "letters", "markdown"}},
	{"site", []string{"digest", "picture", "attachment", "diag", "disclosure", "gate", "source", "markdown", "content"}},
	{"page", []string{"digest", "diag", "disclosure", "letters", "picture", "attachment", "host", "transparency", "markdown", "content", "site"}},
	{"render", []string{"digest", "diag", "markdown", "site", "page"}},
	{"build", []string{"digest", "diag", "disclosure", "law", "picture", "pdf", "attachment", "host", "transparency", "store", "source", "markdown", "content", "site", "page", "render", "search"}},
	{"importer", []string{"diag", "disclosure", "attachment", "markdown", "content"}},
	{"verify", []string{"digest", "host", "transparency", "store"}},
	{"serve", []string{"digest", "diag", "build"}},
	{"cli", []string{"digest", "diag", "disclosure", "law", "host", "transparency", "search", "store", "source", "content", "site", "page", "build", "importer", "verify", "serve"}},
}

// doors says which rooms each outside module comes in by: one, so that it can be replaced,
// except golang.org/x/net. The HTML of others is read in two rooms, the pages of a live site in
// verify and those of an old site in importer, and both must read it as browsers do.
var doors = map[string][]string{
	"github.com/yuin/goldmark":                     {"markdown"},
	"github.com/adrg/frontmatter":                  {"content"},
	"go.yaml.in/yaml/v4":                           {"content"},
	"github.com/tdewolff/minify":                   {"render"},
	"github.com/tdewolff/parse":                    {"render"},
	"golang.org/x/image":                           {"picture"},
	"github.com/gen2brain/webp":                    {"picture"},
	"github.com/kovidgoyal/imaging":                {"picture"},
	"github.com/andybalholm/brotli":                {"host"},
	"github.com/xuri/nfp":                          {"attachment"},
	"github.com/klippa-app/go-pdfium":              {"pdf"},
	"github.com/tetratelabs/wazero":                {"pdf"},
	"golang.org/x/sys":                             {"store"},
	"golang.org/x/text":                            {"letters"},
	"github.com/JohannesKaufmann/html-to-markdown": {"importer"},
	"golang.org/x/mod":                             {"transparency"},
	"golang.org/x/net":                             {"verify", "importer"},
	"github.com/fsnotify/fsnotify":                 {"serve"},
}

// impure are the packages that touch the world, and the rooms that may.
var (
	impure      = []string{"os", "os/exec", "os/signal", "net", "net/http", "path/filepath", "syscall"}
	worldly     = []string{"pdf", "store", "build", "verify", "serve", "cli"}
	forbiddenID = []string{"util", "utils", "common", "helpers", "types", "models", "manager", "service"}
)

type file struct {
	room, path string
	syntax     *ast.File
	imports    []string
}

func files(t *testing.T) []file {
	t.Helper()
	var all []file
	paths, err := filepath.Glob("*/*.go")
	if err != nil || len(paths) == 0 {
		t.Fatal("no files", err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		f := file{room: filepath.Dir(path), path: path, syntax: syntax}
		for _, i := range syntax.Imports {
			f.imports = append(f.imports, strings.Trim(i.Path.Value, `"`))
		}
		all = append(all, f)
	}
	return all
}

func TestLadder(t *testing.T) {
	const ours = "maklumat/generator/internal/"
	rooms := map[string][]string{}
	var order []string
	for _, rung := range ladder {
		rooms[rung.room] = rung.may
		for _, may := range rung.may {
			if !slices.Contains(order, may) {
				t.Errorf("%s may import %s, which is not above it", rung.room, may)
			}
		}
		order = append(order, rung.room)
	}
	for _, f := range files(t) {
		may, ok := rooms[f.room]
		if !ok {
			t.Errorf("%s: the room %s is not in the plan", f.path, f.room)
		}
		for _, path := range f.imports {
			if name, ok := strings.CutPrefix(path, ours); ok && !slices.Contains(may, name) {
				t.Errorf("%s imports %s: rooms are stages, and nothing flows back", f.path, name)
			}
		}
	}
}

func TestOneLibraryOneDoor(t *testing.T) {
	for _, f := range files(t) {
		for _, path := range f.imports {
			if !strings.Contains(strings.Split(path, "/")[0], ".") {
				continue
			}
			known := false
			for module, rooms := range doors {
				if path == module || strings.HasPrefix(path, module+"/") {
					known = true
					if !slices.Contains(rooms, f.room) {
						t.Errorf("%s imports %s, whose door is %s: a library that many rooms use cannot be replaced", f.path, path, rooms)
					}
				}
			}
			if !known {
				t.Errorf("%s imports %s, which has no door", f.path, path)
			}
		}
	}
}

func TestTheCoreIsPure(t *testing.T) {
	for _, f := range files(t) {
		if slices.Contains(worldly, f.room) {
			continue
		}
		for _, path := range f.imports {
			if slices.Contains(impure, path) {
				t.Errorf("%s imports %s: time and files are arguments here", f.path, path)
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s starts a goroutine: only build and serve do", f.path)
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && n.Sel.Name == "Now" {
					t.Errorf("%s looks at the clock: time is an argument", f.path)
				}
			}
			return true
		})
	}
}

func TestNoInit(t *testing.T) {
	for _, f := range files(t) {
		for _, d := range f.syntax.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init: what happens must be seen where it is called", f.path)
			}
		}
		if slices.Contains(forbiddenID, f.room) || slices.Contains(forbiddenID, strings.TrimSuffix(filepath.Base(f.path), ".go")) {
			t.Errorf("%s: a name that says nothing", f.path)
		}
	}
}

// longText matches a string that is read better whole than in two parts, such as a pattern.
var longText = regexp.MustCompile("`[^`]{50,}|\"(?:[^\"\\\\]|\\\\.){50,}\"|^[^`\"]{50,}`")

// TestShape holds files to 500 lines, functions to 80, and lines to 100 columns, of which a tab has
// four, so that two files fit beside each other. A line with a long text may be longer.
func TestShape(t *testing.T) {
	for _, f := range files(t) {
		src, err := os.Open(f.path)
		if err != nil {
			t.Fatal(err)
		}
		lines := 0
		for s := bufio.NewScanner(src); s.Scan(); {
			lines++
			line := strings.ReplaceAll(s.Text(), "\t", "    ")
			if utf8.RuneCountInString(line) > 100 && !longText.MatchString(line) {
				t.Errorf("%s:%d has more than 100 columns", f.path, lines)
			}
		}
		_ = src.Close()
		if lines > 500 {
			t.Errorf("%s has %d lines, at most 500", f.path, lines)
		}
		set := token.NewFileSet()
		syntax, err := parser.ParseFile(set, f.path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := set.Position(fn.End()).Line - set.Position(fn.Pos()).Line; n > 80 {
				t.Errorf("%s: %s has %d lines, at most 80", f.path, fn.Name.Name, n)
			}
		}
	}
}

// TestEveryRoomIsDescribed holds that each package has a comment.
func TestEveryRoomIsDescribed(t *testing.T) {
	described := map[string]bool{}
	for _, f := range files(t) {
		if f.syntax.Doc != nil {
			described[f.room] = true
		}
	}
	for _, rung := range ladder {
		if !described[rung.room] {
			t.Errorf("%s has no package comment", rung.room)
		}
	}
}

// TestRoomsAreListed holds that the comment of the program lists every room, for those who open it
// first.
func TestRoomsAreListed(t *testing.T) {
	src, err := os.ReadFile("../main.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, rung := range ladder {
		if !strings.Contains(string(src), "//\t"+rung.room+" ") {
			t.Errorf("main.go does not list %s", rung.room)
		}
	}
}
