package page

import (
	"maklumat/generator/internal/content"
)

// A Form is a form to be filled in by hand or on the screen, and printed.
type Form struct {
	Title, Addressee string
	Sections         []FormSection
	Signers          []string
	Rights           []string
	WhatsApp, Email  string // where a message goes, without its text; "" when there is no such way
	Body             string // the public body's name
}

// A FormSection is some fields under a heading.
type FormSection struct {
	Title   string
	Officer bool
	Fields  []FormField
}

// A FormField is one thing that a form asks. One of Line, Text, One and Many is set.
type FormField struct {
	ID, Label, Help       string
	Line, Text, One, Many bool
	Options               []string
	Private               bool
}

// form fills the form that the document names.
func (g *Filling) form() *Form {
	if g.item == nil {
		return nil
	}
	f := g.read.Form(g.item.Form)
	if f == nil {
		return nil
	}
	c := g.view.Site.Contact
	out := &Form{
		Title:     f.Title,
		Addressee: f.Addressee,
		Signers:   f.Signers,
		Rights:    f.Rights,
		WhatsApp:  c.WhatsAppURL,
		Email:     c.EmailURL,
		Body:      g.view.Site.Title,
	}
	if f.ToCommission {
		out.WhatsApp, out.Email = "", ""
		if o := c.Commission; o != nil {
			out.WhatsApp, out.Email, out.Body = o.WhatsAppURL, o.EmailURL, o.Name
		}
	}
	for _, s := range f.Sections {
		section := FormSection{Title: s.Title, Officer: s.Officer}
		for _, q := range s.Fields {
			section.Fields = append(section.Fields, formField(q))
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

func formField(q content.FormField) FormField {
	return FormField{
		ID:      q.ID,
		Label:   q.Label,
		Help:    q.Help,
		Options: q.Options,
		Private: q.Private,
		Line:    q.Sort == "baris",
		Text:    q.Sort == "paragraf",
		One:     q.Sort == "pilihan",
		Many:    q.Sort == "centang",
	}
}
