package content

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"maklumat/generator/internal/diag"
)

// The editors' form is Sveltia CMS, which keeps content in git. Its script is put in by the
// body and pinned by its digest; what it asks for is written from the table of kinds.

// Uploads is the folder in static/ into which the editors' form puts files.
const Uploads = "unggahan"

// A cmsField is a field of the form, by the names of its configuration.
type cmsField struct {
	Name     string     `yaml:"name"`
	Label    string     `yaml:"label"`
	Widget   string     `yaml:"widget"`
	Hint     string     `yaml:"hint,omitempty"`
	Required *bool      `yaml:"required,omitempty"`
	Default  any        `yaml:"default,omitempty"`
	Pattern  []string   `yaml:"pattern,omitempty,flow"`
	Options  []string   `yaml:"options,omitempty,flow"`
	Multiple bool       `yaml:"multiple,omitempty"`
	Format   string     `yaml:"format,omitempty"`
	Time     any        `yaml:"time_format,omitempty"`
	Value    string     `yaml:"value_type,omitempty"`
	Min      *int       `yaml:"min,omitempty"`
	Max      int        `yaml:"max,omitempty"`
	Field    *cmsField  `yaml:"field,omitempty"`
	Fields   []cmsField `yaml:"fields,omitempty"`
}

type cmsCollection struct {
	Name      string     `yaml:"name"`
	Label     string     `yaml:"label"`
	Folder    string     `yaml:"folder"`
	Path      string     `yaml:"path,omitempty"`
	Create    bool       `yaml:"create"`
	Slug      string     `yaml:"slug"`
	Extension string     `yaml:"extension"`
	Format    string     `yaml:"format"`
	Media     string     `yaml:"media_folder"`
	Public    string     `yaml:"public_folder"`
	Fields    []cmsField `yaml:"fields"`
}

type cmsConfig struct {
	Backend struct {
		Name   string `yaml:"name"`
		Repo   string `yaml:"repo"`
		Branch string `yaml:"branch"`
		Base   string `yaml:"base_url,omitempty"`
	} `yaml:"backend"`
	Media   string `yaml:"media_folder"`
	Public  string `yaml:"public_folder"`
	SiteURL string `yaml:"site_url"`
	Title   string `yaml:"app_title"`
	Output  struct {
		YAML struct {
			Quote  string `yaml:"quote"`
			Indent int    `yaml:"indent_size"`
		} `yaml:"yaml"`
	} `yaml:"output"`
	Slug struct {
		Encoding string `yaml:"encoding"`
		Clean    bool   `yaml:"clean_accents"`
	} `yaml:"slug"`
	Collections []cmsCollection `yaml:"collections"`
}

// FormConfig returns the configuration of the editors' form. choices are the known values of
// fields that the site's data decides, by field.
func FormConfig(s *Settings, kinds Kinds, choices map[string][]string) []byte {
	var c cmsConfig
	lang := diag.Indonesian
	if s.Lang == "en" {
		lang = diag.English
	}
	c.Backend.Name = "github"
	if s.Repository.GitLab {
		c.Backend.Name = "gitlab"
	}
	_, path, _ := strings.Cut(s.Repository.Address, "://")
	_, c.Backend.Repo, _ = strings.Cut(path, "/")
	c.Backend.Branch, c.Backend.Base = s.Repository.Branch, s.Form.Login
	c.Media, c.Public = "static/"+Uploads, "/"+Uploads
	c.SiteURL, c.Title = s.BaseURL, s.Short
	c.Output.YAML.Quote, c.Output.YAML.Indent = "none", 2
	c.Slug.Encoding, c.Slug.Clean = "ascii", true
	for _, k := range kinds {
		col := cmsCollection{
			Name: k.Name, Label: k.Label.In(lang), Folder: "content/" + k.Name, Create: true,
			Slug: "{{slug}}", Extension: "md", Format: "yaml-frontmatter",
			Fields: cmsFields(k.all, k.Requires, lang, choices),
		}
		if k.Lists.Dated {
			col.Slug = "{{year}}-{{month}}-{{day}}-{{slug}}"
			col.Path = "{{year}}/" + col.Slug
		}
		if k.Body {
			col.Fields = append(
				col.Fields,
				cmsField{
					Name: "body", Label: words("Isi", "Text").In(lang), Widget: "markdown",
					Required: new(bool),
				},
			)
		}
		c.Collections = append(c.Collections, col)
	}
	var out bytes.Buffer
	w, err := yaml.NewDumper(&out, yaml.WithIndent(2), yaml.WithLineWidth(-1))
	if err != nil || w.Dump(&c) != nil || w.Close() != nil {
		panic("content: form cannot be written") // only for types that YAML cannot hold
	}
	return out.Bytes()
}

func cmsFields(
	fields []Field, required []string, lang diag.Lang, choices map[string][]string,
) []cmsField {
	var out []cmsField
	for i := range fields {
		f := fields[i]
		f.Required = f.Required || slices.Contains(required, f.Name)
		out = append(out, cmsFieldOf(&f, lang, choices))
	}
	return out
}

// label is how people call a field: what its help begins with.
func label(f *Field, lang diag.Lang) string {
	s := f.Help.In(lang)
	// what is so when it is true
	if rest, ok := strings.CutPrefix(s, "true"); f.Type == Flag && ok {
		s = strings.TrimLeft(rest, ": ")
	}
	if i := strings.IndexAny(s, ",;:("); i > 0 {
		s = s[:i]
	}
	s = strings.TrimSpace(s)
	return strings.ToUpper(s[:1]) + s[1:]
}

func cmsFieldOf(f *Field, lang diag.Lang, choices map[string][]string) cmsField {
	c := cmsField{
		Name: f.Name, Label: label(f, lang), Hint: f.Name + ": " + f.Help.In(lang),
		Required: &f.Required,
	}
	if !f.List {
		c.widget(f, lang, choices)
		return c
	}
	if f.Type == Enum || len(f.known(choices)) > 0 {
		c.widget(f, lang, choices)
		c.Multiple = true
		return c
	}
	c.Widget = "list"
	if f.Type == Fields {
		c.Fields = cmsFields(f.Fields, nil, lang, choices)
		return c
	}
	one := cmsField{Name: f.Name, Label: c.Label}
	one.widget(f, lang, choices)
	c.Field = &one
	return c
}

// widget fills how one value is asked for.
func (c *cmsField) widget(f *Field, lang diag.Lang, choices map[string][]string) {
	form := func(pattern string) {
		c.Widget, c.Pattern = "string", []string{pattern, typeWords[f.Type].In(lang)}
	}
	if known := f.known(choices); len(known) > 0 {
		c.Widget, c.Options = "select", known
		return
	}
	switch f.Type {
	case Text:
		c.Widget = "text"
	case Slug:
		form(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	case Address:
		form("^/")
	case Date:
		c.Widget, c.Format, c.Time = "datetime", "YYYY-MM-DD", false
	case Moment:
		form(clockPattern)
	case Year, Number:
		least := 0
		c.Widget, c.Value, c.Min, c.Max = "number", "int", &least, f.Max
	case Flag:
		c.Widget = "boolean"
		if f.Name == "draft" {
			c.Default = true
		}
	case Enum:
		// What is excluded does not belong into a repository; who must mark a file does it there.
		c.Widget, c.Options = "select", slices.DeleteFunc(
			slices.Clone(f.Values), func(v string) bool { return v == "dikecualikan" },
		)
	case URL:
		form("^https?://")
	case Path:
		c.Widget = "file"
	case Duration:
		form(`^\d+ (menit|jam|hari_kerja|hari|minggu|bulan)$`)
	case Color:
		c.Widget = "color"
	case Fields:
		c.Widget, c.Fields = "object", cmsFields(f.Fields, nil, lang, choices)
	default:
		c.Widget = "string"
	}
}
