package site

import (
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// PersonalRules are what decides whether personal data may be published.
type PersonalRules struct {
	host     string   // the domain of the site itself, whose addresses are the body's own
	email    string   // of the body
	phones   []string // of the body
	contacts []string // official ones besides
	permits  []content.Permit
	day      disclosure.Day
}

var personalPart = newPart("personal data", func(p given) PersonalRules {
	c := p.Settings.Contact
	phones := []string{c.Phone, c.WhatsApp}
	contacts := slices.Clone(p.Contacts)
	offices := slices.Clone(c.Complaints)
	if c.Commission != nil {
		offices = append(offices, *c.Commission)
	}
	for _, o := range offices {
		contacts = append(contacts, o.Email)
		phones = append(phones, o.Phone, o.WhatsApp)
	}
	return PersonalRules{hostOf(p.Settings.BaseURL), c.Email, phones, contacts, p.Permits, p.Day}
})

// Personal returns the message about personal data found at a place, or ok false when it
// may be published: an official contact, or a value that is permitted for a time. where
// says where in an attachment it is, and is "" elsewhere. The message never shows the value.
func (r *Reader) Personal(
	h *disclosure.PersonalHit, at diag.Span, where string,
) (d diag.Diagnostic, ok bool) {
	rules := askPart(r, personalPart)
	if rules.official(h) || rules.permitted(h) {
		return d, false
	}
	code := diag.PersonalDetail
	switch {
	case h.Sort.Certain():
		code = diag.PersonalNumber
	case h.Sort == disclosure.MobilePhone || h.Sort == disclosure.EmailAddress:
		code = diag.PersonalContact
	}
	if where != "" {
		where = " (" + where + ")"
	}
	d = diag.New(code, at, h.Masked(), where)
	d.Sealed = true
	return d, true
}

func (r *PersonalRules) permitted(h *disclosure.PersonalHit) bool {
	if len(r.permits) == 0 {
		return false
	}
	hash := disclosure.PersonalHash(h.Value)
	return slices.ContainsFunc(r.permits, func(p content.Permit) bool {
		return p.Hash == hash && r.day <= p.Until
	})
}

// official reports whether a number or address is one that the body publishes as its own:
// in its settings, in its list, or at a domain of the government.
func (r *PersonalRules) official(h *disclosure.PersonalHit) bool {
	switch h.Sort {
	case disclosure.EmailAddress:
		if strings.HasSuffix(h.Value, ".go.id") {
			return true
		}
		_, domain, _ := strings.Cut(h.Value, "@")
		same := func(c string) bool { return strings.EqualFold(c, h.Value) }
		return domain == r.host || strings.HasSuffix(r.host, "."+domain) || same(r.email) ||
			slices.ContainsFunc(r.contacts, same)
	case disclosure.MobilePhone:
		same := func(c string) bool { return subscriber(c) == subscriber(h.Value) }
		return slices.ContainsFunc(r.phones, same) || slices.ContainsFunc(r.contacts, same)
	}
	return false
}

func hostOf(baseURL string) string {
	_, rest, _ := strings.Cut(baseURL, "://")
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, ":")
	return strings.ToLower(host)
}

// subscriber returns the digits of a phone number without 0 or 62 in front.
func subscriber(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
	return strings.TrimPrefix(strings.TrimPrefix(digits, "62"), "0")
}

// partsOfNames puts the parts of a file's name on lines of their own.
var partsOfNames = strings.NewReplacer("/", "\n", "-", "\n", ".", "\n", "_", "\n", " ", "\n")

// personal reports personal data in the document and in the names of its files.
func (l *linker) personal() {
	add := func(h *disclosure.PersonalHit, at diag.Span, where string) {
		if d, ok := l.Personal(h, at, where); ok {
			l.add(d)
		}
	}
	for i := range l.doc.Personal {
		h := &l.doc.Personal[i]
		add(h, diag.Span{File: l.item.Path, Start: h.Start, End: h.End}, "")
	}
	names := []string{l.item.Path, l.item.Slug}
	for _, name := range append(names, l.needs...) {
		hits := disclosure.FindPersonal(partsOfNames.Replace(name))
		for i := range hits {
			add(&hits[i], diag.Span{File: l.item.Path}, "nama berkas")
		}
	}
}

// personalData reports personal data in the files of site data, and permits that ended.
func (s *Site) personalData() diag.List {
	var diags diag.List
	ofSettings := content.FileHits{File: content.SettingsFile, Hits: s.Settings.Personal}
	for _, f := range append(slices.Clone(s.Data.Personal), ofSettings) {
		for i := range f.Hits {
			h := &f.Hits[i]
			if d, ok := s.blind().Personal(h, diag.Span{File: f.File, Start: h.Start, End: h.End},
				""); ok {
				diags = append(diags, d)
			}
		}
	}
	for _, p := range s.Data.Permits {
		if p.Until < s.AsOf.Day {
			diags.Add(diag.PersonalPermit, p.At, p.Until.String())
		}
	}
	return diags
}
