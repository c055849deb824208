// Package render turns one job into the final bytes of a page.
//
// A [Theme] is the compiled templates of a site with their style sheets and scripts.
// html/template is the only layer that escapes: a View holds plain text, and the one piece
// of finished HTML in it is the body that package markdown wrote.
//
// # Templates
//
// Every file templates/NAME.html is a layout and every file templates/bagian/NAME.html a
// part, and each is called by its NAME; a layout sees a page.View as its dot.
// templates/css/NAME.css and templates/js/NAME.js belong to the template NAME: they are put
// into every page whose layout is NAME or calls it, however far away. templates/css/base.css
// is in all pages. A kind without a layout of its own uses halaman, and a list daftar.
//
// # Minification
//
// Templates are minified once, when they are loaded, and bodies once, when they are
// parsed; a finished page is not walked again. End tags and quotes are kept: without them
// pages would be 1 % smaller and no longer readable by strict parsers.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"unsafe"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/site"
)

// A Maker makes pages, one at a time. Its buffers are kept from page to page.
type Maker struct {
	theme  *Theme
	filler *page.Filler
	read   site.Reader
	out    bytes.Buffer
	body   []byte
	part   bytes.Buffer
	shared map[sharedPart]template.HTML
}

// A sharedPart is a part as the pages of one language and section show it.
type sharedPart struct {
	name, lang, section string
	site                *page.Frame
}

// NewMaker returns a Maker for one site in one theme.
func NewMaker(theme *Theme, filler *page.Filler) *Maker {
	return &Maker{theme: theme, filler: filler, shared: map[sharedPart]template.HTML{}}
}

// A Result is what came of a job.
type Result struct {
	Bytes []byte     // valid until the Maker's next job
	Reads site.Reads // all that was asked for
	Diags diag.List
}

// Page makes a page. body is the minified HTML of its document, with marks for refs.
func (m *Maker) Page(job *page.Job, body []byte, refs []markdown.Ref) (r Result) {
	m.read.Reset(m.filler.World())
	defer func() { r.Reads = m.read.Reads() }()
	g := m.filler.Fill(&m.read, job)
	v := g.View()
	if len(body) > 0 {
		m.body = markdown.Resolve(m.body[:0], body, func(dst []byte, number int) []byte {
			return m.reference(dst, g.Reference(&refs[number]), &r.Diags)
		})
		// This is no copy: m.body does not change before the layout has been executed.
		v.Body = template.HTML(unsafe.String(unsafe.SliceData(m.body), len(m.body)))
	}
	layout := m.layout(job)
	if layout == nil {
		r.Diags.Add(diag.TemplateMissing, diag.Span{}, "templates/"+job.Layout+".html")
		return r
	}
	m.theme.dress(v, layout)
	v.SetShared(func(name string) (template.HTML, error) { return m.share(name, v.Surround()) })
	m.out.Reset()
	if err := layout.template.Execute(&m.out, v); err != nil {
		r.Diags = append(r.Diags, m.theme.failed(layout.template.Name(), v, err))
	}
	r.Bytes = m.out.Bytes()
	return r
}

// layout returns the layout of a page, or the one that it has instead.
func (m *Maker) layout(job *page.Job) *layout {
	for _, name := range []string{job.Layout, job.Instead} {
		if _, ok := m.read.Layout(name); ok {
			return m.theme.layouts[name]
		}
	}
	return nil
}

// Text makes a feed, a part of the sitemap, or robots.txt.
func (m *Maker) Text(job *page.Job) Result {
	m.read.Reset(m.filler.World())
	b := m.filler.Text(&m.read, job)
	return Result{Bytes: b, Reads: m.read.Reads()}
}

// reference appends what stands in a body for a reference.
func (m *Maker) reference(dst []byte, ref page.Reference, diags *diag.List) []byte {
	m.part.Reset()
	switch {
	case ref.Picture != nil:
		m.show("gambar", ref.Picture, diags)
	case ref.Media != nil:
		m.show("media", ref.Media, diags)
	case ref.Chart != nil:
		m.show("bagan-naskah", ref.Chart, diags)
	case ref.Table != nil:
		m.show("tabel-naskah", ref.Table, diags)
	case ref.Text != "":
		template.HTMLEscape(&m.part, []byte(ref.Text))
	default:
		template.HTMLEscape(&m.part, []byte(ref.Href))
	}
	return append(dst, m.part.Bytes()...)
}

// show writes a part on its own, into m.part. A theme without it shows nothing.
func (m *Maker) show(name string, data any, diags *diag.List) {
	part := m.theme.set.Lookup(name)
	if part == nil {
		return
	}
	if err := part.Execute(&m.part, data); err != nil {
		*diags = append(*diags, m.theme.failed(name, data, err))
	}
}

// share returns a part as all pages of a language and section show it.
func (m *Maker) share(name string, s page.Surround) (template.HTML, error) {
	key := sharedPart{name, s.Lang, s.Section, s.Site}
	if made, ok := m.shared[key]; ok {
		return made, nil
	}
	made, err := execute(m.theme.set, name, s)
	if err == nil {
		m.shared[key] = made
	}
	return made, err
}

// execute executes one template of a set, which must be there.
func execute(set *template.Template, name string, data any) (template.HTML, error) {
	part := set.Lookup(name)
	if part == nil {
		return "", fmt.Errorf("%s%s.html is missing", partsFolder, name)
	}
	var b bytes.Buffer
	err := part.Execute(&b, data)
	return template.HTML(b.String()), err
}
