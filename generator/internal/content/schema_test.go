package content

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

const project = "../../.."

// ownKinds are the kinds of the site in this repository.
func ownKinds(t testing.TB) Kinds {
	t.Helper()
	files, err := filepath.Glob("../../../" + KindFolder + "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var declared []DataFile
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		declared = append(declared, DataFile{Path: KindFolder + filepath.Base(file), Src: src})
	}
	own, diags := ParseKinds(declared)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return slices.Concat(BuiltIn, own)
}

// TestEditorFiles holds the files for VS Code to the table of kinds. UPDATE=1 writes them.
func TestEditorFiles(t *testing.T) {
	want := EditorFiles(ownKinds(t), diag.Indonesian)
	for name, text := range want {
		path := filepath.Join(project, filepath.FromSlash(name))
		if os.Getenv("UPDATE") != "" {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, text, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s is not what the table of kinds says (%v); UPDATE=1 go test writes it", name, err)
		}
	}
	err := filepath.WalkDir(
		filepath.Join(project, ".vscode"),
		func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel, _ := filepath.Rel(project, path)
			if want[filepath.ToSlash(rel)] == nil {
				t.Errorf("%s is of no kind", rel)
			}
			return nil
		},
	)
	if err != nil {
		t.Fatal(err)
	}
}

// compiled returns the schema of a name.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schemas(ownKinds(t), diag.Indonesian)[name]))
	if err != nil {
		t.Fatal(name, err)
	}
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(name, err)
	}
	return s
}

// asEditor reads YAML as an editor of YAML does: with its types, and days as texts.
func asEditor(t *testing.T, src []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Load(src, &doc); err != nil {
		t.Fatal(err)
	}
	var plain func(n *yaml.Node) any
	plain = func(n *yaml.Node) any {
		switch n.Kind {
		case yaml.MappingNode:
			m := map[string]any{}
			for i := 0; i+1 < len(n.Content); i += 2 {
				m[n.Content[i].Value] = plain(n.Content[i+1])
			}
			return m
		case yaml.SequenceNode:
			list := []any{}
			for _, c := range n.Content {
				list = append(list, plain(c))
			}
			return list
		}
		var v any
		if n.ShortTag() == "!!timestamp" || n.Decode(&v) != nil {
			return n.Value
		}
		return v
	}
	if len(doc.Content) == 0 {
		return map[string]any{}
	}
	return plain(doc.Content[0])
}

// TestSchemasAgree holds that the schemas accept everything that the generator does: all
// content and data of the own site.
func TestSchemasAgree(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{}
	check := func(file, name string, src []byte) {
		if schemas[name] == nil {
			schemas[name] = compiled(t, name)
		}
		if err := schemas[name].Validate(asEditor(t, src)); err != nil {
			t.Errorf("%s by %s: %v", file, name, err)
		}
	}
	root := filepath.Join(project, "content")
	n := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(project, path)
		file := filepath.ToSlash(rel)
		switch name := strings.TrimPrefix(file, DataFolder); {
		case name != file && strings.HasSuffix(name, ".csv"): // it has no schema
		case strings.HasSuffix(file, ".md"):
			header, _, _, _, ok := cut(file, src)
			if ok {
				check(file, ownKinds(t).Of(file).Name+".json", header)
				n++
			}
		case file == SettingsFile:
			check(file, "site.json", src)
		case name != file && filepath.Dir(name) != ".":
			check(file, fileOf("data-"+filepath.Dir(name)), src)
		case name != file:
			check(file, fileOf("data-"+name), src)
		}
		return nil
	})
	if err != nil || n < 50 {
		t.Fatal(n, err)
	}
}

// TestSchemasRefuse holds that the schemas refuse what the generator refuses in a header.
func TestSchemasRefuse(t *testing.T) {
	s := compiled(t, "berita.json")
	for _, test := range []struct{ name, header string }{
		{"an unknown key", "title: A\ndate: 2026-03-01\nkategori: opini\njudul: B\n"},
		{"a missing key", "title: A\ndate: 2026-03-01\n"},
		{"a day of another form", "title: A\ndate: 1/3/2026\nkategori: opini\n"},
		{"a class that is none", "title: A\ndate: 2026-03-01\nkategori: opini\nklasifikasi: Berkala\n"},
		{
			"a group without its key",
			"title: A\ndate: 2026-03-01\nkategori: opini\nfoto: [{src: a.jpg}]\n",
		},
		{"yes for true", "title: A\ndate: 2026-03-01\nkategori: opini\ndraft: ya\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if s.Validate(asEditor(t, []byte(test.header))) == nil {
				t.Error("accepted")
			}
			doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/berita/x.md", []byte("---\n"+test.header+"---\n"))
			if doc.Diags.Errors() == 0 {
				t.Error("the generator accepts it")
			}
		})
	}
}

// TestProblemMatcher holds that an editor finds file, line, column and code in a message.
func TestProblemMatcher(t *testing.T) {
	src := []byte("---\ntitle: A\ndate: 2026-03-01\nkategri: opini\n---\n")
	doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/berita/x.md", src)
	var b bytes.Buffer
	p := diag.Printer{
		Lang: diag.English, Format: diag.Text, Source: func(string) []byte { return src },
	}
	if err := p.Print(&b, doc.Diags.Sort()); err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?m)"+Problem).FindAllStringSubmatch(b.String(), -1)
	if len(found) != doc.Diags.Errors() || found[1][1] != "content/berita/x.md" ||
		found[1][2] != "4" || found[1][6] != "field/unknown" {
		t.Errorf("%q in\n%s", found, b.String())
	}
}
