package render

import (
	"crypto/sha256"
	"encoding/base64"
	"maps"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/page"
)

// files are those of a theme, by path.
type files map[string]string

// smallTheme is a theme of two layouts, a and b. a calls the part x, which calls y; b shares z
// with other pages.
var smallTheme = files{
	"templates/a.html":        `<p>{{.Title}}{{template "x" .}}</p>`,
	"templates/b.html":        `<div>{{.Shared "z"}}</div>`,
	"templates/bagian/x.html": `<i>{{.Lang}}{{template "y" .}}</i>`,
	"templates/bagian/y.html": `<b>{{aset "y.svg"}}</b>`,
	"templates/bagian/z.html": `<u>{{.Section}}</u>`,
	"templates/bagian/w.html": `<s>w</s>`,
	"templates/css/base.css":  `.base{top:0}`,
	"templates/css/a.css":     `.a{top:0}`,
	"templates/css/x.css":     `.x{top:0}`,
	"templates/css/y.css":     `.y{top:0}`,
	"templates/css/z.css":     `.z{top:0}`,
	"templates/css/w.css":     `.w{top:0}`,
	"templates/js/y.js":       `y()`,
	"templates/js/b.js":       `b()`,
	"static/aset/y.svg":       `<svg viewBox="0 0 2 1"></svg>`,
	"static/aset/n.txt":       `n`,
}

// input returns what Load looks at: a theme with some files changed, "" for one that is not there.
func (f files) input(changes files) Input {
	in := Input{
		Files:    map[string][]byte{},
		Assets:   map[string][]byte{},
		Minifier: NewMinifier(),
		Base:     "/x/",
		Words:    map[string]string{"Phone": "Telepon"},
	}
	all := maps.Clone(f)
	maps.Copy(all, changes)
	for path, text := range all {
		switch {
		case text == "":
		case strings.HasPrefix(path, "static/"):
			in.Assets[path] = []byte(text)
		default:
			in.Files[path] = []byte(text)
		}
	}
	return in
}

// load loads a theme, which must have no mistakes.
func load(t testing.TB, in Input) *Theme {
	t.Helper()
	theme := Load(in)
	if len(theme.Diags) > 0 {
		t.Fatal(theme.Diags)
	}
	return theme
}

// TestReach says which styles and scripts stand in the pages of a layout: those of base, of the
// parts that it calls, however far away, and its own last.
func TestReach(t *testing.T) {
	for _, tt := range []struct {
		name, layout string
		changes      files
		css, script  string
	}{
		{"parts of parts", "a", nil, "base y x a", "y();"},
		{"a part that is shared", "b", nil, "base z", "b();"},
		{
			"a picture in a body", "a",
			files{
				"templates/bagian/gambar.html": "<img src={{.Src}}>",
				"templates/css/gambar.css":     ".g{top:0}",
			},
			"base g y x a", "y();",
		},
		{
			"a part in a branch", "b",
			files{
				"templates/b.html": `{{if .Doc}}{{else}}{{with .Title}}{{range $.Crumbs}}` +
					`{{template "w"}}{{end}}{{end}}{{end}}`,
			},
			"base w", "b();",
		},
		{
			"a shared part in a condition", "b",
			files{"templates/b.html": `{{with .Shared "w"}}{{.}}{{end}}`}, "base w", "b();",
		},
		{
			"a shared part whose name is made", "b",
			files{"templates/b.html": `{{.Shared (printf "%s" "z")}}`}, "base w y x z", "y();b();",
		},
		{
			"a shared part beside another text", "b",
			files{"templates/b.html": `{{printf "%s" (.Shared "z")}}`}, "base w y x z", "y();b();",
		},
		{
			"parts that call each other", "a",
			files{"templates/bagian/y.html": `{{if eq .Lang "zz"}}{{template "x" .}}{{end}}`},
			"base y x a", "y();",
		},
		{
			"no styles at all", "b", files{"templates/css/base.css": "", "templates/css/z.css": ""},
			"", "b();",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := load(t, smallTheme.input(tt.changes)).layouts[tt.layout]
			css := ""
			if tt.css != "" {
				css = "." + strings.ReplaceAll(tt.css, " ", "{top:0}.") + "{top:0}"
			}
			have := strings.SplitAfter(string(l.css), "}")
			want := strings.SplitAfter(css, "}")
			last := len(want) - 2
			if last > 1 && (have[0] != want[0] || have[len(have)-2] != want[last]) {
				t.Errorf("the styles are in the order %s, want %s", l.css, css)
			}
			slices.Sort(have)
			slices.Sort(want)
			if !slices.Equal(have, want) || string(l.script) != tt.script {
				t.Errorf("%s and %s, want %s and %s", l.css, l.script, css, tt.script)
			}
		})
	}
}

// TestLayoutsOfFile says which layouts are made anew when a file of the theme changes.
func TestLayoutsOfFile(t *testing.T) {
	theme := load(t, smallTheme.input(nil))
	for file, want := range map[string]string{
		"templates/a.html":        "a",
		"templates/bagian/y.html": "a",
		"templates/css/y.css":     "a",
		"templates/js/y.js":       "a",
		"templates/bagian/z.html": "b",
		"templates/bagian/w.html": "",
		"templates/css/base.css":  "a b",
	} {
		if got := strings.Join(theme.Layouts(file), " "); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

// TestSums holds that the sum of a layout changes with all that its pages can show of the theme,
// and with nothing else.
func TestSums(t *testing.T) {
	before := load(t, smallTheme.input(nil)).Sums()
	for _, tt := range []struct {
		name    string
		changes files
		colors  []Color
		want    string // the layouts whose sum is another
	}{
		{"nothing", nil, nil, ""},
		{"the layout", files{"templates/a.html": `<p>{{.Title}}{{template "x" .}}.</p>`}, nil, "a"},
		{
			"a part of a part", files{"templates/bagian/y.html": `<b>{{aset "y.svg"}}.</b>`}, nil,
			"a",
		},
		{"a shared part", files{"templates/bagian/z.html": `<u>{{.Section}}.</u>`}, nil, "b"},
		{"a part that nobody calls", files{"templates/bagian/w.html": `<s>.</s>`}, nil, ""},
		{"a style sheet", files{"templates/css/x.css": `.x{top:1px}`}, nil, "a"},
		{"that of no part that is called", files{"templates/css/w.css": `.w{top:1px}`}, nil, ""},
		{"that of all pages", files{"templates/css/base.css": `.base{top:1px}`}, nil, "a b"},
		{
			"blanks in a style sheet, which are left out",
			files{"templates/css/x.css": ".x {\n\ttop: 0;\n}\n"}, nil, "",
		},
		{"a script", files{"templates/js/b.js": `c()`}, nil, "b"},
		{
			"an asset that a part shows",
			files{"static/aset/y.svg": `<svg viewBox="0 0 3 1"></svg>`}, nil, "a",
		},
		{"another asset", files{"static/aset/n.txt": `m`}, nil, ""},
		{"a colour", nil, []Color{{Field: "brand", Token: "--brand", Value: "#112233"}}, "a b"},
		{"a new layout", files{"templates/c.html": "c"}, nil, "c"},
		{"a layout that is gone", files{"templates/a.html": ""}, nil, "a"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := smallTheme.input(tt.changes)
			in.Colors = tt.colors
			now := load(t, in).Sums()
			var changed []string
			for _, name := range []string{"a", "b", "c"} {
				if now[name] != before[name] {
					changed = append(changed, name)
				}
			}
			if got := strings.Join(changed, " "); got != tt.want {
				t.Errorf("%q have another sum, want %q", got, tt.want)
			}
		})
	}
}

// TestMistakes says where mistakes of a theme are told, besides those of TestLoadReportsAtTheLine.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files files
		code  diag.Code
		file  string
		at    string // the rest of the line from where it is
	}{
		{
			"a misspelt word", files{"templates/a.html": "<p>\n{{.T.Phone}} {{.T.Phon}}</p>"},
			diag.TemplateField, "templates/a.html", ".Phon}}</p>",
		},
		{
			"a misspelt word in a part that is called",
			files{"templates/bagian/x.html": "<i>\n{{.T.Phon}}</i>"}, diag.TemplateField,
			"templates/bagian/x.html", ".Phon}}</i>",
		},
		{
			"a misspelt word in a part that is shared",
			files{"templates/bagian/z.html": "<u>\n{{.T.Phon}}</u>"}, diag.TemplateField,
			"templates/bagian/z.html", ".Phon}}</u>",
		},
		{
			"a field that a Surround does not have", files{"templates/bagian/z.html": "{{.Title}}"},
			diag.TemplateField, "templates/bagian/z.html", ".Title}}",
		},
		{
			"a misspelt field of what is asked for",
			files{"templates/a.html": "{{range .Strip}}{{.Lenght}}{{end}}"}, diag.TemplateField,
			"templates/a.html", ".Lenght}}{{end}}",
		},
		{
			"a shared part that is not there", files{"templates/b.html": `{{.Shared "v"}}`},
			diag.TemplateField, "templates/b.html", `.Shared "v"}}`,
		},
		{
			"a picture has no title", files{"templates/bagian/gambar.html": "{{.Title}}"},
			diag.TemplateField, "templates/bagian/gambar.html", ".Title}}",
		},
		{
			"a media file has no width", files{"templates/bagian/media.html": "{{.Width}}"},
			diag.TemplateField, "templates/bagian/media.html", ".Width}}",
		},
		{
			"two templates of one name", files{"templates/x.html": "x"}, diag.TemplateSyntax,
			"templates/x.html", "",
		},
		{"a broken picture", files{"static/aset/y.svg": "<svg><"}, "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := smallTheme.input(tt.files)
			diags := Load(in).Diags
			if tt.code == "" {
				return // whatever comes of it, without a panic
			}
			if len(diags) != 1 || diags[0].Code != tt.code || diags[0].At.File != tt.file {
				t.Fatalf("%v, want %s in %s", diags, tt.code, tt.file)
			}
			if at := diags[0].At; tt.at != "" &&
				string(in.Files[tt.file][at.Start:at.End]) != tt.at {
				t.Errorf("told at %q, want %q", in.Files[tt.file][at.Start:at.End], tt.at)
			}
		})
	}
}

// TestAssets holds that an asset is named by its bytes, so that browsers may keep it for ever,
// and that its address begins with the base path.
func TestAssets(t *testing.T) {
	address := func(changes files) string {
		for _, j := range load(t, smallTheme.input(changes)).Outputs {
			if strings.HasPrefix(j.Path, "aset/y.") {
				if j.Sort != page.Written ||
					j.Path != "aset/y."+digest.Of([]byte(j.Text)).Short()+".svg" {
					t.Errorf("%+v", j)
				}
				return j.Path
			}
		}
		return ""
	}
	if address(nil) == "" ||
		address(nil) == address(files{"static/aset/y.svg": `<svg viewBox="0 0 9 9"></svg>`}) {
		t.Errorf("two pictures are at %s", address(nil))
	}
	shown, err := execute(load(t, smallTheme.input(nil)).set, "y", nil)
	if err != nil || string(shown) != "<b>/x/"+address(nil)+"</b>" {
		t.Errorf("%s, %v", shown, err)
	}
}

// TestLinkedStyles holds that style sheets that are files of their own are named by their bytes,
// and that pages then have no styles in them.
func TestLinkedStyles(t *testing.T) {
	in := smallTheme.input(nil)
	in.LinkCSS = true
	theme := load(t, in)
	l := theme.layouts["a"]
	i := slices.IndexFunc(theme.Outputs, func(j page.Job) bool { return "/x/"+j.Path == l.cssName })
	if i < 0 || theme.Outputs[i].Text != string(l.css) {
		t.Fatalf("%s is not among the outputs", l.cssName)
	}
	var v page.View
	theme.dress(&v, l)
	if v.StyleSheet != l.cssName || v.CSS != "" || !strings.Contains(v.Policy, "style-src 'self'") {
		t.Errorf("the page links %q, has %q inside, and the policy %s", v.StyleSheet, v.CSS,
			v.Policy)
	}
	load(t, smallTheme.input(nil)).dress(&v, load(t, smallTheme.input(nil)).layouts["a"])
	if v.CSS != l.css {
		t.Errorf("otherwise the page has %q inside", v.CSS)
	}
}

// TestPolicy holds that the Content Security Policy of a page allows its own styles and script
// and nothing else.
func TestPolicy(t *testing.T) {
	sum := func(text string) string {
		s := sha256.Sum256([]byte(text))
		return "'sha256-" + base64.StdEncoding.EncodeToString(s[:]) + "'"
	}
	both := []string{sum("a{}"), sum("b{}")}
	slices.Sort(both)
	for _, tt := range []struct {
		name            string
		linked          bool
		styles, scripts []string
		style, script   string
	}{
		{"neither", false, []string{""}, []string{""}, "'none'", "'none'"},
		{"both", false, []string{"a{}"}, []string{"x()"}, sum("a{}"), sum("x()")},
		{"linked styles", true, []string{"a{}"}, nil, "'self'", "'none'"},
		{
			"of several pages, each once", false, []string{"b{}", "", "a{}", "b{}"}, nil,
			strings.Join(both, " "), "'none'",
		},
	} {
		directives := map[string]string{}
		for _, d := range strings.Split(Policy(tt.linked, tt.styles, tt.scripts), "; ") {
			name, value, _ := strings.Cut(d, " ")
			directives[name] = value
		}
		want := map[string]string{
			"default-src": "'none'",
			"style-src":   tt.style,
			"script-src":  tt.script,
			"img-src":     "'self' data:",
			"media-src":   "'self'",
			"connect-src": "'self'",
			"form-action": "'self'",
			"base-uri":    "'none'",
		}
		if !maps.Equal(directives, want) {
			t.Errorf("%s: %v, want %v", tt.name, directives, want)
		}
	}
	theme := load(t, smallTheme.input(nil))
	for name, l := range theme.layouts {
		for _, text := range []string{string(l.css), string(l.script)} {
			if !strings.Contains(l.policy, sum(text)) ||
				!strings.Contains(theme.Policy(), sum(text)) {
				t.Errorf("%s: the policy of the page or that of all pages does not allow %s", name,
					text)
			}
		}
	}
	if strings.Contains(theme.layouts["a"].policy, sum("b();")) {
		t.Error("a page allows the script of another")
	}
}

// TestFileOfLayout says with which file a page is made.
func TestFileOfLayout(t *testing.T) {
	theme := load(t, smallTheme.input(nil))
	for _, tt := range []struct{ layout, instead, want string }{
		{"a", "b", "templates/a.html"},
		{"c", "b", "templates/b.html"},
		{"c", "", ""},
		{"x", "b", "templates/b.html"},
	} {
		if got := theme.File(&page.Job{Layout: tt.layout, Instead: tt.instead}); got != tt.want {
			t.Errorf("%s, or %s: %q, want %q", tt.layout, tt.instead, got, tt.want)
		}
	}
}

// TestStatic says which static files are minified, and what is told of one that cannot be.
func TestStatic(t *testing.T) {
	m := NewMinifier()
	for name, want := range map[string]string{
		"a.css": "a{color:red}",
		"a.js":  "let a=1",
		"a.svg": "<svg/>",
	} {
		src := map[string]string{
			"a.css": "a { color: red; }\n",
			"a.js":  "let a = 1;\n",
			"a.svg": "<svg >\n</svg>",
		}[name]
		if got, err := m.Static(name, []byte(src)); err != nil || string(got) != want ||
			!IsMinified(name) {
			t.Errorf("%s: %s, want %s (%v)", name, got, want, err)
		}
	}
	if IsMinified("a.png") || IsMinified("css") {
		t.Error("files of other types are minified")
	}
	src := []byte("let a = 1\nlet = = 2\n")
	_, err := m.Static("a.js", src)
	if err == nil {
		t.Fatal("a script that is none was minified")
	}
	if d := SyntaxError("static/a.js", src, err); d.Code != diag.AssetSyntax ||
		d.At.File != "static/a.js" || d.At.Start < 10 {
		t.Errorf("%+v", d)
	}
}
