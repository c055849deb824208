package render

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/page"
)

// A Theme is the compiled templates of a site.
type Theme struct {
	Diags   diag.List
	Outputs []page.Job // the theme's own files: style sheets and fingerprinted assets

	set     *template.Template
	funcs   template.FuncMap
	layouts map[string]*layout
	sources map[string][]byte // of templates, by the name of the template
	files   map[string]string // their paths
	texts   map[string][]byte // bytes of Outputs
	linkCSS bool
	policy  string // of all layouts together
	words   map[string]string
	icon    template.URL
	logo    *page.Logo
	paper   [2]string // the colours behind a page, light and dark
}

// A layout is one template with what belongs to it.
type layout struct {
	template *template.Template
	css      template.CSS
	cssName  string // address of the style sheet
	script   template.JS
	policy   string     // the Content Security Policy
	reached  []string   // the templates that it is made of
	sum      digest.Sum // of all that its pages can show of the theme
}

// An Input is all that Load looks at.
type Input struct {
	Files    map[string][]byte // below templates/, by path
	Assets   map[string][]byte // below static/aset/, by path
	Minifier *Minifier
	Words    map[string]string // the site's own, by key
	LinkCSS  bool              // style sheets are files of their own
	Base     string            // the base path
	Colors   []Color           // the body's own
	Logo     string            // the body's own mark, below static/aset/; "" for the neutral one
	LogoAt   diag.Span
}

// partsFolder is where the parts of layouts are.
const partsFolder = "templates/bagian/"

// Load compiles a theme. What is wrong with it is in its Diags; a Theme with errors must
// not be used to publish.
func Load(in Input) *Theme {
	t := &Theme{
		layouts: map[string]*layout{},
		sources: map[string][]byte{},
		files:   map[string]string{},
		texts:   map[string][]byte{},
		linkCSS: in.LinkCSS,
		words:   in.Words,
	}
	assets := t.assets(in)
	names := t.parse(in, assets)
	called := map[string][]string{} // before html/template writes its escaping into the trees
	for _, name := range names {
		if part := t.set.Lookup(name); part != nil && part.Tree != nil {
			called[name] = calls(part.Tree.Root)
		}
	}
	if t.Diags.Errors() == 0 {
		t.try(names)
	}
	if t.Diags.Errors() > 0 {
		return t
	}
	light, dark, own := t.colors(in)
	t.paper = themeColors(light, dark)
	t.identity(in, light, assets)
	css, js := map[string][]byte{}, map[string][]byte{}
	for _, name := range append(names, "base") {
		css[name] = t.minified(in, "templates/css/"+name+".css")
		js[name] = t.minified(in, "templates/js/"+name+".js")
	}
	for _, name := range names {
		if strings.HasPrefix(t.files[name], partsFolder) {
			continue
		}
		l := &layout{template: t.set.Lookup(name), reached: t.reached(name, called)}
		l.css = template.CSS(css["base"])
		for _, part := range l.reached {
			l.css += template.CSS(css[part])
			if len(js[part]) > 0 {
				l.script += template.JS(js[part]) + ";" // minified, it may end without one
			}
		}
		l.css += own
		if in.LinkCSS {
			l.cssName = "aset/" + name + "." + digest.Of([]byte(l.css)).Short() + ".css"
			t.output(l.cssName, []byte(l.css))
			l.cssName = in.Base + l.cssName
		}
		l.policy = Policy(in.LinkCSS, []string{string(l.css)}, []string{string(l.script)})
		l.sum = t.sum(l, assets)
		t.layouts[name] = l
	}
	t.policy = t.joined(in.LinkCSS)
	return t
}

// output adds a file of the theme's own to the site.
func (t *Theme) output(path string, b []byte) {
	t.texts[path] = b
	t.Outputs = append(t.Outputs, page.Job{
		Path: path,
		Sort: page.Written,
		File: "templates",
		Text: string(b),
	})
}

// assets names each asset by its bytes, so that browsers may keep it for ever.
func (t *Theme) assets(in Input) map[string]string {
	addresses := map[string]string{}
	for _, file := range slices.Sorted(maps.Keys(in.Assets)) {
		name := strings.TrimPrefix(file, "static/aset/")
		b := in.Assets[file]
		if IsMinified(name) {
			small, err := in.Minifier.Static(name, bytes.Clone(b))
			if err != nil {
				t.Diags = append(t.Diags, SyntaxError(file, b, err))
				continue
			}
			b = small
		}
		ext := path.Ext(name)
		out := "aset/" + strings.TrimSuffix(name, ext) + "." + digest.Of(b).Short() + ext
		t.output(out, b)
		addresses[name] = in.Base + out
	}
	return addresses
}

// minified returns a style sheet or script in its smallest form, nil when there is none.
func (t *Theme) minified(in Input, file string) []byte {
	src := in.Files[file]
	if len(src) == 0 {
		return nil
	}
	out, err := in.Minifier.Static(file, bytes.Clone(src))
	if err != nil {
		t.Diags = append(t.Diags, SyntaxError(file, src, err))
	}
	return bytes.TrimSpace(out)
}

// parse compiles every template, minified, and returns the names.
func (t *Theme) parse(in Input, assets map[string]string) []string {
	t.funcs = template.FuncMap{"aset": func(name string) (string, error) {
		if address, ok := assets[name]; ok {
			return address, nil
		}
		return "", fmt.Errorf("asset %q", name)
	}}
	t.set = newSet(t.funcs)
	var names []string
	for _, file := range slices.Sorted(maps.Keys(in.Files)) {
		dir, base := path.Split(file)
		name := strings.TrimSuffix(base, ".html")
		if name == base || dir != "templates/" && dir != partsFolder {
			continue
		}
		if first, taken := t.files[name]; taken {
			d := diag.New(diag.TemplateSyntax, diag.Span{File: file}, name)
			t.Diags = append(t.Diags, d.With(diag.Span{File: first}))
			continue
		}
		src := in.Files[file]
		t.sources[name], t.files[name] = src, file
		names = append(names, name)
		var small bytes.Buffer
		// Between two actions the minifier leaves a break as it was written.
		lines := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		err := in.Minifier.m.Minify("template", &small, bytes.NewReader(lines))
		if err == nil {
			_, err = t.set.New(name).Parse(small.String())
		}
		if err == nil {
			continue
		}
		// As it is written it tells where the mistake is.
		if _, plain := template.New(name).Funcs(t.funcs).Parse(string(src)); plain != nil {
			t.Diags = append(t.Diags, t.diagnose(plain))
		} else {
			t.Diags.Add(diag.TemplateSyntax, diag.Span{File: file}, err.Error())
		}
	}
	return names
}

// newSet returns a set of templates in which a misspelt word is a mistake.
func newSet(funcs template.FuncMap) *template.Template {
	return template.New("").Funcs(funcs).Option("missingkey=error")
}

// reached returns the templates that a layout is made of: the parts that it calls, however
// far away, those in a body, and last itself, so that its styles win over theirs. It is given
// what each template calls.
func (t *Theme) reached(name string, called map[string][]string) []string {
	var all []string
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		for _, part := range called[name] {
			if t.files[part] != "" {
				visit(part)
				continue
			}
			// The name is made when the page is: it may be any part.
			for _, other := range slices.Sorted(maps.Keys(t.files)) {
				if strings.HasPrefix(t.files[other], partsFolder) {
					visit(other)
				}
			}
		}
		all = append(all, name)
	}
	for _, part := range slices.Sorted(maps.Keys(bodyParts)) {
		visit(part)
	}
	visit(name)
	return all
}

// sum digests all that pages of a layout can show of the theme: the templates that it
// reaches, their assets, its styles and its script.
func (t *Theme) sum(l *layout, assets map[string]string) digest.Sum {
	var b bytes.Buffer
	for _, name := range l.reached {
		fmt.Fprintf(&b, "%s\x00%s\x00", name, t.sources[name])
	}
	text := b.String()
	for _, asset := range slices.Sorted(maps.Keys(assets)) {
		if strings.Contains(text, strconv.Quote(asset)) {
			b.WriteString(assets[asset])
		}
	}
	fmt.Fprintf(&b, "%s\x00%s\x00%s\x00%s\x00%v\x00%v", l.css, l.cssName, l.script, t.icon, t.logo,
		t.paper)
	return digest.Of(b.Bytes())
}

// anyPart stands for a part whose name is made only with the page: it may be any of them.
const anyPart = ""

// shares returns the names of the parts that a pipeline asks for with Shared. The name is the
// one text in the pipeline; without one, or beside others, it is anyPart.
func shares(pipe *parse.PipeNode) []string {
	if pipe == nil || !strings.Contains(pipe.String(), ".Shared") {
		return nil
	}
	var names []string
	var walk func(p *parse.PipeNode)
	walk = func(p *parse.PipeNode) {
		for _, c := range p.Cmds {
			for _, a := range c.Args {
				switch a := a.(type) {
				case *parse.StringNode:
					names = append(names, a.Text)
				case *parse.PipeNode:
					walk(a)
				}
			}
		}
	}
	walk(pipe)
	if len(names) != 1 {
		return append(names, anyPart)
	}
	return names
}

// calls returns the names of the templates that a tree calls, or shares with other pages.
func calls(node parse.Node) []string {
	var names []string
	var walk func(n parse.Node)
	list := func(l *parse.ListNode) {
		if l == nil {
			return
		}
		for _, n := range l.Nodes {
			walk(n)
		}
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			list(n)
		case *parse.TemplateNode:
			names = append(append(names, n.Name), shares(n.Pipe)...)
		case *parse.ActionNode:
			names = append(names, shares(n.Pipe)...)
		case *parse.IfNode:
			names = append(names, shares(n.Pipe)...)
			list(n.List)
			list(n.ElseList)
		case *parse.RangeNode:
			names = append(names, shares(n.Pipe)...)
			list(n.List)
			list(n.ElseList)
		case *parse.WithNode:
			names = append(names, shares(n.Pipe)...)
			list(n.List)
			list(n.ElseList)
		}
	}
	walk(node)
	return names
}

// File returns the path of the template with which a page is made, "" when there is none.
func (t *Theme) File(job *page.Job) string {
	for _, name := range []string{job.Layout, job.Instead} {
		if l := t.layouts[name]; l != nil {
			return t.files[l.template.Name()]
		}
	}
	return ""
}

// Layouts returns the layouts that are made of a file below templates/: a template, or the
// style sheet or script of one.
func (t *Theme) Layouts(file string) []string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	var all []string
	for layout, l := range t.layouts {
		if slices.Contains(l.reached, name) || file == "templates/css/base.css" {
			all = append(all, layout)
		}
	}
	slices.Sort(all)
	return all
}

// Sums returns a digest of all that the pages of each layout can show of the theme.
func (t *Theme) Sums() map[string]digest.Sum {
	sums := map[string]digest.Sum{}
	for name, l := range t.layouts {
		sums[name] = l.sum
	}
	return sums
}

// dress puts the theme's styles and script into a View.
func (t *Theme) dress(v *page.View, l *layout) {
	v.Script, v.Policy, v.Icon, v.Logo = l.script, l.policy, t.icon, t.logo
	v.Paper, v.DarkPaper = t.paper[0], t.paper[1]
	if t.linkCSS {
		v.StyleSheet = l.cssName
		return
	}
	v.CSS = l.css
}
