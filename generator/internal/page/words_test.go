package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"maklumat/generator/internal/content"
	"maklumat/templates/words"
)

// shipped returns the words that every site starts from.
func shipped(t testing.TB) content.WordSet {
	t.Helper()
	set, diags := content.ParseWords(shippedFiles(t), nil, nil)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return set
}

// shippedFiles returns the files of those words.
func shippedFiles(t testing.TB) []content.DataFile {
	t.Helper()
	var files []content.DataFile
	for _, lang := range content.Languages {
		src, err := words.Files.ReadFile(lang + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, content.DataFile{
			Path: content.WordsFolder + lang + ".yaml",
			Src:  src,
		})
	}
	return files
}

// TestWordsAreComplete holds each language to the keys of all, with something in each.
func TestWordsAreComplete(t *testing.T) {
	set := shipped(t)
	for _, w := range set {
		for _, other := range set {
			for key, text := range other.Texts {
				if strings.TrimSpace(w.Texts[key]) == "" {
					t.Errorf("%s has no word for %s", w.Lang, key)
				}
				a, b := marksOf(text), marksOf(w.Texts[key])
				if !slices.Equal(a, b) {
					t.Errorf("%s: %s has %v, and %s has %v", key, other.Lang, a, w.Lang, b)
				}
			}
			for key, list := range other.Lists {
				if len(w.Lists[key]) != len(list) || slices.Contains(w.Lists[key], "") {
					t.Errorf("%s has %d of %d texts for %s", w.Lang, len(w.Lists[key]), len(list),
						key)
				}
			}
		}
	}
}

var marks = regexp.MustCompile(`\{\d\}|%s`)

// marksOf returns what stands for a value in a word, sorted.
func marksOf(text string) []string {
	return slices.Sorted(slices.Values(marks.FindAllString(text, -1)))
}

// made are the beginnings of keys that are put together: of kinds, classes, statuses, units of
// time, columns, and the sentences below the headings of lists.
var made = []string{"kind_", "class_", "mark_", "status_", "unit_", "column_", "lead_"}

// TestWordsAreUsed holds that every word that is asked for is there, and that every word is
// asked for.
func TestWordsAreUsed(t *testing.T) {
	id := shipped(t)["id"]
	asked := map[string]string{}
	look := func(pattern string, find *regexp.Regexp) {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal("no files", pattern, err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range find.FindAllStringSubmatch(string(src), -1) {
				for _, key := range m[1:] {
					if key != "" {
						asked[key] = file
					}
				}
			}
		}
	}
	inGo := regexp.MustCompile(`(?:\bT|\bt|\bw|Texts)\["([A-Z]\w+)"\]|` +
		`(?:\.Text|words\.List|w\.List)\("([A-Z]\w+)"|` +
		`formatCount\([^"]*"(\w+)", "(\w+)"|Word: "(\w+)"`)
	look("[a-z]*.go", inGo)
	look("../content/[a-z]*.go", inGo)
	look("../../../templates/*.html", regexp.MustCompile(`\.T\.(\w+)`))
	look("../../../templates/bagian/*.html", regexp.MustCompile(`\.T\.(\w+)`))
	for key, file := range asked {
		if id.Texts[key] == "" && id.Lists[key] == nil {
			t.Errorf("%s asks for the word %s, which is not there", file, key)
		}
	}
	for _, key := range slices.Concat(slices.Collect(maps.Keys(id.Texts)),
		slices.Collect(maps.Keys(id.Lists))) {
		if asked[key] == "" &&
			!slices.ContainsFunc(made, func(begin string) bool {
				return strings.HasPrefix(key, begin)
			}) {
			t.Errorf("nobody asks for the word %s", key)
		}
	}
}

// neutral are texts in Go that look like words and are none that a language says otherwise,
// by the reason.
var neutral = map[string][]string{
	"names": {
		"WhatsApp", "Telegram", "Facebook", "CSV (Excel)", "DCAT 3 (JSON-LD)", "Atom", "Rp",
		"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Indonesia", "NewsArticle", "Article",
		"Report",
	},
	"headers of forms that programs read": {
		"BEGIN:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "END:VTIMEZONE",
		"User-agent: *\nAllow: /\nSitemap: ",
	},
	"the values that the register has as data, the same in every language": {
		"tersedia", "belum diunggah", "nihil",
	},
	"a stand-in as long as what it measures":              {"    ke langkah 00"},
	"the article that others need not be repeated beside": {"UU 14/2008 ps. 17"},
}

// TestNoWordsInGo looks for texts in the Go code of pages that visitors would read: with blanks
// between words, or beginning with a capital letter. What the gallery of components shows is
// samples for authors of themes.
func TestNoWordsInGo(t *testing.T) {
	known := map[string]bool{}
	for _, texts := range neutral {
		for _, text := range texts {
			known[text] = true
		}
	}
	files, err := filepath.Glob("[a-z]*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "gallery.go" {
			continue
		}
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, lit := range texts(syntax) {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			if isSpoken(text) && !known[text] {
				t.Errorf("%s: %q is said in Go; words of the site are in templates/words/",
					fset.Position(lit.Pos()), text)
			}
		}
	}
}

// texts returns the texts of a file that may be shown: not those of imports and tags, not keys
// of words, and not names of types at schema.org or of errors of the program itself.
func texts(syntax *ast.File) []*ast.BasicLit {
	var all []*ast.BasicLit
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field: // a tag
			return n.Tag == nil
		case *ast.IndexExpr:
			return false
		case *ast.CallExpr:
			name := ""
			switch f := n.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			if slices.Contains([]string{
				"Text", "List", "formatCount", "panic", "schema", "asked", "set", "TrimPrefix",
				"TrimSuffix", "Errorf", "ref", "line",
			}, name) {
				return false
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "Type" || key.Name == "Country") {
				return false
			}
			if _, ok := n.Key.(*ast.BasicLit); ok {
				return false // data of a catalogue, in its own vocabulary
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				all = append(all, n)
			}
		}
		return true
	})
	return all
}

var spoken = regexp.MustCompile(`\pL{2,} +\pL{2,}|^\pL\pL+$`)

// isSpoken reports whether a text looks like words of a language.
func isSpoken(text string) bool {
	if !spoken.MatchString(text) {
		return false
	}
	first := []rune(text)[0]
	return strings.Contains(text, " ") || unicode.IsUpper(first) && strings.ToUpper(text) != text
}
