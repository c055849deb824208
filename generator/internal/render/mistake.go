package render

import (
	"bytes"
	"html/template"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/page"
)

// try executes each template with sample data, so that a misspelt name is found even when no
// page uses it yet. Only when there is a mistake the templates are tried as they are written, to
// tell where it is; what minifying leaves out, such as comments, is looked at only then.
func (t *Theme) try(names []string) {
	wrong := t.tried(t.set, names)
	if len(wrong) == 0 {
		return
	}
	plain, told := t.plain()
	if len(told) == 0 {
		told = t.tried(plain, names)
	}
	if len(told) > 0 {
		wrong = told
	}
	t.Diags = append(t.Diags, wrong...).Sort()
}

// plain returns the templates as they are written, and what is wrong with those that cannot be
// parsed.
func (t *Theme) plain() (set *template.Template, wrong diag.List) {
	set = newSet(t.funcs)
	for _, name := range slices.Sorted(maps.Keys(t.sources)) {
		if _, err := set.New(name).Parse(string(t.sources[name])); err != nil {
			wrong = append(wrong, t.diagnose(err))
		}
	}
	return set, wrong
}

// failed is the message about a template that could not be executed for a page. It is executed
// again as it is written, because an error of the minified one does not tell the true line.
func (t *Theme) failed(name string, data any, err error) diag.Diagnostic {
	plain, wrong := t.plain()
	if written := plain.Lookup(name); written != nil && len(wrong) == 0 {
		if e := written.Execute(io.Discard, data); e != nil {
			err = e
		}
	}
	return t.diagnose(err)
}

// tried executes the templates of a set once with everything there, and once with everything
// empty, and returns what is wrong.
func (t *Theme) tried(set *template.Template, names []string) (wrong diag.List) {
	broken := map[string]bool{}
	for _, full := range []bool{true, false} {
		view := page.SampleView(full, t.words)
		view.SetShared(once(func(part string) (template.HTML, error) {
			return execute(set, part, view.Surround())
		}))
		for _, name := range names {
			var data any = view
			if sample := bodyParts[name]; sample != nil {
				data = sample(full)
			}
			switch {
			case broken[name]:
				continue // one message for a template
			case bodyParts[name] != nil:
			case strings.HasPrefix(t.files[name], partsFolder):
				continue // executed by the layouts that use it
			}
			if err := set.Lookup(name).Execute(io.Discard, data); err != nil {
				broken[name] = true
				wrong = append(wrong, t.diagnose(err))
			}
		}
	}
	return wrong
}

// bodyParts are the parts that stand in texts, each executed on its own, with samples of what they
// are given.
var bodyParts = map[string]func(full bool) any{
	"gambar":       func(full bool) any { return page.Sample[page.Picture](full) },
	"media":        func(full bool) any { return page.Sample[page.Media](full) },
	"bagan-naskah": func(full bool) any { return page.Sample[page.Chart](full) },
	"tabel-naskah": func(full bool) any { return page.Sample[page.FiguresTable](full) },
}

// once returns f, which asks for the same part only once.
func once(f func(part string) (template.HTML, error)) func(part string) (template.HTML, error) {
	type made struct {
		html template.HTML
		err  error
	}
	parts := map[string]made{}
	return func(part string) (template.HTML, error) {
		m, ok := parts[part]
		if !ok {
			m.html, m.err = f(part)
			parts[part] = m
		}
		return m.html, m.err
	}
}

// errorPlace finds where a template error is: template: NAME:LINE:COLUMN: …
var errorPlace = regexp.MustCompile(`template: ?([^:]+):(\d+)(?::(\d+))?: (.*)`)

// diagnose turns an error of html/template into a message at the place in its file.
func (t *Theme) diagnose(err error) diag.Diagnostic {
	text := err.Error()
	if _, inside, ok := strings.Cut(text, "error calling Shared: "); ok &&
		strings.Contains(inside, "template:") {
		text = inside // the place in the part says more
	}
	code := diag.TemplateSyntax
	if strings.Contains(text, "executing") {
		code = diag.TemplateField
	}
	m := errorPlace.FindStringSubmatch(strings.ReplaceAll(text, "\n", " "))
	if m == nil {
		return diag.New(code, diag.Span{File: "templates"}, text)
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	text = m[4]
	if i := strings.Index(text, " at <"); i >= 0 {
		text = text[i+4:]
	}
	if strings.Contains(text, "error calling aset") {
		code = diag.TemplateAsset
	}
	return diag.New(code, lineSpan(t.files[m[1]], t.sources[m[1]], line, column), text)
}

// lineSpan returns the rest of a line from a column, which html/template counts from 0.
func lineSpan(file string, src []byte, line, column int) diag.Span {
	start := 0
	for n := 1; n < line; n++ {
		i := bytes.IndexByte(src[start:], '\n')
		if i < 0 {
			break
		}
		start += i + 1
	}
	end := len(src)
	if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
		end = start + i
	}
	return diag.Span{File: file, Start: min(start+column, end), End: max(end, start+1)}
}
