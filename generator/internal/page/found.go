package page

import (
	"strings"

	"maklumat/generator/internal/site"
)

// A Finding is what the search says of a document and finds it by.
type Finding struct {
	Address              string // below the base path, without a slash in front
	Title, Summary, Date string
	Kind, Class, Unit    string
	Number               string
	Tags                 []string
	Files                []string // names and titles of attachments
	Text                 string   // what the header says besides: steps, grounds, facts
}

// Find returns what the search says of a document.
func Find(r *site.Reader, i *site.Item) Finding {
	out := Finding{
		Address: strings.TrimPrefix(i.Address, "/"), Title: i.Title, Summary: i.Summary, Date: i.Day().String(), Kind: i.Kind.Label.ID, Tags: i.Tags,
	}
	if i.Day() == 0 {
		out.Date = ""
	}
	if c := class(i.Class, "id"); c != nil {
		out.Class = c.Text
	}
	if u, ok := r.Unit(i.Unit); ok {
		out.Unit = u.Name
	}
	switch {
	case i.Announcement != nil:
		out.Number = i.Announcement.Number
	case i.Procedure != nil:
		p := i.Procedure
		out.Number = p.Number
		var text []string
		for _, s := range p.Steps {
			text = append(append(append(text, s.Activity), s.Needs...), s.Output...)
		}
		for _, a := range p.Actors {
			text = append(text, a.Name)
		}
		out.Text = strings.Join(text, "\n")
	case i.Entry != nil:
		out.Number = i.Entry.Number
	case i.Instrument != nil:
		out.Number = i.Instrument.Short
	case i.Exclusion != nil:
		out.Number = i.Exclusion.Number
		out.Text = strings.Join(append(i.Exclusion.Parts, i.Exclusion.IfOpened, i.Exclusion.IfClosed, i.Exclusion.PublicInterest), "\n")
	}
	if i.Announcement != nil {
		out.Text = strings.Join(i.Announcement.Facts[:], "\n")
	}
	for _, a := range i.Files {
		out.Files = append(out.Files, a.Src, a.Title)
	}
	return out
}
