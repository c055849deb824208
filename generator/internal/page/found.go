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
	words := r.Words("id")
	out := Finding{
		Address: strings.TrimPrefix(i.Address, "/"),
		Title:   i.Title,
		Summary: i.Summary,
		Date:    i.Day().String(),
		Kind:    kindName(i.Kind, words),
		Tags:    i.Tags,
	}
	if i.Day() == 0 {
		out.Date = ""
	}
	if c := class(i.Class, words); c != nil {
		out.Class = c.Text
	}
	if u, ok := r.Unit(i.Unit); ok {
		out.Unit = u.Name
	}
	out.Number = i.Number()
	if kind := kinds[i.Kind.Name]; kind.find != nil {
		kind.find(i, &out)
	}
	out.Text = strings.TrimSpace(out.Text + "\n" + keptText(i.Kept))
	for _, a := range i.Files {
		out.Files = append(out.Files, a.Src, a.Title)
	}
	return out
}
