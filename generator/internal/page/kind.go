package page

import (
	"cmp"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// A kindPage is what pages show of the documents of one kind besides what all have. Each of
// its functions may be nil, and a kind of the site's own has none of them.
type kindPage struct {
	fill func(g *Filling, i *site.Item, doc *content.Document) // its page
	row  func(g *Filling, i *site.Item, r *Row)                // its line in a list
	find func(i *site.Item, f *Finding)                        // by what the search finds it

	// list is the list of all, when it is like no other.
	list func(g *Filling, name string)
}

// kinds are the kinds that Go code shows, which stands in the file of each.
var kinds = map[string]kindPage{
	"berita":       {(*Filling).news, (*Filling).newsRow, nil, nil},
	"pengumuman":   {(*Filling).announcement, (*Filling).announcementRow, findAnnouncement, nil},
	"sop":          {(*Filling).procedure, (*Filling).procedureRow, findProcedure, nil},
	"informasi":    {(*Filling).entry, (*Filling).entryRow, nil, nil},
	"pengecualian": {nil, nil, findExclusion, (*Filling).exclusions},
	"regulasi":     {(*Filling).instrument, (*Filling).instrumentRow, findInstrument, nil},
	"agenda":       {(*Filling).event, (*Filling).eventRow, findEvent, nil},
	"pejabat":      {nil, (*Filling).positionRow, nil, nil},
	"laporan":      {(*Filling).report, (*Filling).reportRow, nil, nil},
}

// kindName is what visitors call one document of a kind.
func (g *Filling) kindName(k *content.Kind) string { return kindName(k, g.words) }

func kindName(k *content.Kind, w *content.Words) string {
	return cmp.Or(w.Texts["kind_"+k.Name], pick(k.Label, w))
}

// kindTitle is the heading of the list of all documents of a kind.
func (g *Filling) kindTitle(k *content.Kind) string {
	return cmp.Or(g.words.Texts[k.Word], pick(k.Label, g.words))
}

// pick chooses between two texts by the language.
func pick(texts diag.Words, w *content.Words) string {
	if w.Lang == "en" {
		return texts.EN
	}
	return texts.ID
}

// A Field is a value of a document that no code reads, written for people by its type.
type Field struct {
	Name   string    // in the header
	Label  string    // for visitors, in the page's language
	Text   string    // of all types but those below; of a list, joined by commas
	Texts  []string  // one by one
	Date   When      // of a day or moment
	Links  []Link    // of documents, addresses and units
	Files  []File    // to download
	Flag   bool      // of what is true or false
	Groups [][]Field // of a group, or of a list of groups
}

// Field returns the value of a field that no code reads, nil when it is not given.
func (v *View) Field(name string) *Field {
	for i := range v.Fields {
		if v.Fields[i].Name == name {
			return &v.Fields[i]
		}
	}
	return nil
}

// fields fills the values that no code reads.
func (g *Filling) fields(i *site.Item) { g.view.Fields = g.kept(i, i.Kept) }

func (g *Filling) kept(i *site.Item, all []content.Kept) []Field {
	var out []Field
	for n := range all {
		k := &all[n]
		f := Field{
			Name:  k.Field.Name,
			Label: pick(k.Field.Label, g.words),
			Texts: make([]string, 0, 1),
		}
		for _, group := range k.Groups {
			f.Groups = append(f.Groups, g.kept(i, group))
		}
		if k.Field.Type != content.Fields {
			for _, text := range k.All() {
				g.value(i, &f, k.Field.Type, text)
			}
		}
		f.Text = strings.Join(f.Texts, ", ")
		out = append(out, f)
	}
	return out
}

// value adds one value to a Field, as its type is written for people.
func (g *Filling) value(i *site.Item, f *Field, t content.Type, text string) {
	switch t {
	case content.Date, content.Moment:
		if m, err := disclosure.ParseMoment(text); err == nil {
			f.Date = formatMoment(m, g.words, g.settings.Zone)
			text = f.Date.Long
		}
	case content.Duration:
		if d, err := disclosure.ParseDuration(text); err == nil {
			text = formatDuration(d, g.words)
		}
	case content.Number:
		if n, err := strconv.Atoi(text); err == nil {
			text = formatNumber(n, g.words)
		}
	case content.Flag:
		if f.Flag = text == "true"; f.Flag {
			text = g.view.T["Yes"]
		} else {
			text = g.view.T["No"]
		}
	case content.URL:
		f.Links = append(f.Links, Link{Text: text, Href: text})
	case content.Address:
		l, ok := g.resolved(content.Anchor{Text: text, Address: text})
		if !ok {
			return
		}
		if at := g.read.At(l.Name); at != nil {
			l.Text = at.Title
		} else if list, ok := g.read.ListHead(strings.Trim(l.Name, "/")); ok &&
			list.Address == l.Name {
			l.Text = g.listTitle(list)
		}
		f.Links, text = append(f.Links, l), l.Text
	case content.Ref:
		l, ok := g.named(i.Path, content.Reference{Target: text})
		if !ok {
			return
		}
		f.Links, text = append(f.Links, l), l.Text
	case content.UnitRef:
		if u, ok := g.read.Unit(text); ok {
			f.Links, text = append(f.Links, g.unitLink(u, i.Lang)), u.Name
		}
	case content.Path:
		f.Files = append(f.Files, g.files(i, []content.File{{Src: text}})...)
	}
	f.Texts = append(f.Texts, text)
}

// keptText is by what the search finds values that no code reads.
func keptText(all []content.Kept) string {
	var b strings.Builder
	for n := range all {
		k := &all[n]
		switch k.Field.Type {
		case content.Line, content.Text, content.Enum:
			b.WriteString(strings.Join(k.All(), "\n") + "\n")
		case content.Fields:
			for _, group := range k.Groups {
				b.WriteString(keptText(group))
			}
		}
	}
	return b.String()
}
