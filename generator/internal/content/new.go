package content

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// The texts of a new document that must not be published.
var (
	sampleValue = words("isi di sini", "write here")
	sampleText  = words("Tulis isinya di sini.", "Write the text here.")
)

// sampleSlug stands for the name of another document.
const sampleSlug = "isi-di-sini"

// samples reports values of a new document that nobody replaced.
func (c *checker) samples(v Value) {
	samples := []string{sampleValue.ID, sampleValue.EN, sampleSlug}
	if v.Shape == Scalar && slices.Contains(samples, v.Text) {
		c.diags.Add(diag.FieldExample, v.At)
	}
	for _, item := range v.Items {
		c.samples(item)
	}
	for _, f := range v.Fields {
		c.samples(f.Value)
	}
}

// sampleBody reports the text of a new document, as long as it is the whole body.
func (c *checker) sampleBody(body []byte, offset int) {
	if len(body) > 100 {
		return
	}
	if text := strings.TrimSpace(string(body)); text == sampleText.ID || text == sampleText.EN {
		start := offset + strings.Index(string(body), text)
		c.diags.Add(diag.FieldExample,
			diag.Span{File: c.file, Start: start, End: start + len(text)})
	}
}

// Skeleton returns a new document of a kind: its path and its text. The text is a draft
// that is valid as it stands, with a comment where a value must be thought about. choices
// are the known values of fields that the site's data decides, by field.
func Skeleton(
	kind *Kind, title string, today disclosure.Day, lang diag.Lang, choices map[string][]string,
) (path, text string) {
	slug := SlugOf(title)
	path = "content/" + kind.Name + "/" + slug + ".md"
	if kind.Lists.Dated {
		day := today.String()
		path = "content/" + kind.Name + "/" + day[:4] + "/" + day + "-" + slug + ".md"
	}
	w := &skeleton{title: title, today: today, lang: lang, choices: choices}
	w.line(0, "title", quoteIfNeeded(title), "")
	for _, f := range kind.all {
		needed := f.Required || f.Shown
		for _, name := range kind.Requires {
			needed = needed || name == f.Name
		}
		if needed && f.Name != "title" {
			w.field(0, f)
		}
	}
	w.line(
		0, "draft",
		"true # "+words(
			"hapus baris ini jika sudah boleh terbit", "delete this line when it may be published",
		).In(lang),
		"",
	)
	text = "---\n" + w.text.String() + "---\n"
	if kind.Body {
		text += "\n" + sampleText.In(lang) + "\n"
	}
	return path, text
}

// SlugOf makes the end of an address of a title, at a word's end.
func SlugOf(title string) string {
	slug := string(markdown.Slug([]byte(title)))
	if len(slug) > 60 {
		slug = slug[:60]
		if i := strings.LastIndexByte(slug, '-'); i > 20 {
			slug = slug[:i]
		}
	}
	return strings.Trim(slug, "-")
}

// quoteIfNeeded puts a title in quotes where YAML would read it as something else.
func quoteIfNeeded(s string) string {
	if v, diags := ReadData(
		"x", []byte("title: "+s+"\n"), Common[:1],
	); len(diags) == 0 && v.text("title") == s {
		return s
	}
	return quote(s)
}

// yearInTitle matches a year that a title names.
var yearInTitle = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

type skeleton struct {
	text    strings.Builder
	title   string
	today   disclosure.Day
	lang    diag.Lang
	choices map[string][]string
}

func (w *skeleton) line(depth int, name, value, help string) {
	line := strings.Repeat("  ", depth) + name + ":"
	if value != "" {
		line += " " + value
	}
	if help != "" {
		fmt.Fprintf(&w.text, "%s# %s: %s\n", strings.Repeat("  ", depth), name, help)
	}
	w.text.WriteString(line + "\n")
}

// field writes a required field with a value that passes.
func (w *skeleton) field(depth int, f Field) {
	help := f.Help.In(w.lang)
	known := f.known(w.choices)
	if f.Type == Enum {
		known = f.Values
	}
	if f.Name == "klasifikasi" {
		// A header that speaks of exclusion at all has its messages sealed, so a comment must not.
		help = words("jenis informasi", "the class of information").In(w.lang)
		known = slices.DeleteFunc(slices.Clone(known), func(v string) bool {
			return marked([]byte(v))
		})
	}
	if len(known) > 0 {
		help += " (" + strings.Join(known, ", ") + ")"
	}
	switch {
	case len(f.Example) > 0:
		w.line(depth, f.Name, "", help)
		for _, line := range f.Example {
			fmt.Fprintf(&w.text, "%s%s\n", strings.Repeat("  ", depth+1), line)
		}
	case f.Type == Fields && f.List:
		w.line(depth, f.Name, "", help)
		w.item(depth, f.Fields)
	case f.Type == Fields:
		w.line(depth, f.Name, "", help)
		for _, inner := range f.Fields {
			if inner.Required || inner.Shown {
				w.field(depth+1, inner)
			}
		}
	case f.List:
		w.line(depth, f.Name, "", help)
		fmt.Fprintf(&w.text, "%s- %s\n", strings.Repeat("  ", depth+1), w.value(f, known))
	default:
		w.line(depth, f.Name, w.value(f, known), help)
	}
}

// item writes the first item of a list of groups.
func (w *skeleton) item(depth int, fields []Field) {
	lead := strings.Repeat("  ", depth+1) + "- "
	for _, inner := range fields {
		if !inner.Required {
			continue
		}
		known := inner.known(w.choices)
		if inner.Type == Enum {
			known = inner.Values
		}
		fmt.Fprintf(&w.text, "%s%s: %s\n", lead, inner.Name, w.value(inner, known))
		lead = strings.Repeat("  ", depth+2)
	}
}

func (w *skeleton) value(f Field, known []string) string {
	if len(known) > 0 {
		return known[0]
	}
	switch f.Type {
	case Date, Moment:
		return w.today.String()
	case Year:
		if year := yearInTitle.FindString(w.title); year != "" {
			return year
		}
		return strconv.Itoa(w.today.Year() - 1) // whose report is due
	case Number:
		return "0"
	case Flag:
		return "false"
	case Slug, Ref, UnitRef:
		return sampleSlug
	case URL:
		return "https://contoh.go.id/"
	case Duration:
		return "1 hari_kerja"
	}
	return sampleValue.In(w.lang)
}

// known returns the values of the site that a field can have, nil when it has none of its own.
func (f *Field) known(choices map[string][]string) []string {
	return choices[cmp.Or(f.Choice, f.Name)]
}
