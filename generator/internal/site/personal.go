package site

import (
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// Personal returns the message about personal data found at a place, or ok false when it
// may be published: an official contact, or a value that is permitted for a time. where
// says where in an attachment it is, and is "" elsewhere. The message never shows the value.
func (s *Site) Personal(h *disclosure.PersonalHit, at diag.Span, where string) (d diag.Diagnostic, ok bool) {
	if s.isOfficial(h) {
		return d, false
	}
	if len(s.Data.Permits) > 0 {
		hash := disclosure.PersonalHash(h.Value)
		for _, p := range s.Data.Permits {
			if p.Hash == hash && s.AsOf.Day <= p.Until {
				return d, false
			}
		}
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

// isOfficial reports whether a number or address is one that the body publishes as its own:
// in its settings, in its list, or at a domain of the government.
func (s *Site) isOfficial(h *disclosure.PersonalHit) bool {
	switch h.Sort {
	case disclosure.EmailAddress:
		if strings.HasSuffix(h.Value, ".go.id") {
			return true
		}
		_, domain, _ := strings.Cut(h.Value, "@")
		return domain == s.host() || strings.HasSuffix(s.host(), "."+domain) || strings.EqualFold(s.Settings.Contact.Email, h.Value) || slices.ContainsFunc(s.Data.Contacts, func(c string) bool { return strings.EqualFold(c, h.Value) })
	case disclosure.MobilePhone:
		same := func(c string) bool { return subscriber(c) == subscriber(h.Value) }
		return same(s.Settings.Contact.Phone) || same(s.Settings.Contact.WhatsApp) || slices.ContainsFunc(s.Data.Contacts, same)
	}
	return false
}

// host is the domain of the site itself, whose addresses are the body's own.
func (s *Site) host() string {
	_, rest, _ := strings.Cut(s.Settings.BaseURL, "://")
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

// personal reports personal data in the document and in the names of its files.
func (l *linker) personal() {
	add := func(h *disclosure.PersonalHit, at diag.Span, where string) {
		if d, ok := l.site.Personal(h, at, where); ok {
			l.diags = append(l.diags, d)
		}
	}
	for i := range l.doc.Personal {
		h := &l.doc.Personal[i]
		add(h, diag.Span{File: l.item.Path, Start: h.Start, End: h.End}, "")
	}
	names := []string{l.item.Path, l.item.Slug}
	for _, name := range append(names, l.needs...) {
		hits := disclosure.FindPersonal(strings.NewReplacer("/", "\n", "-", "\n", ".", "\n", "_", "\n", " ", "\n").Replace(name))
		for i := range hits {
			add(&hits[i], diag.Span{File: l.item.Path}, "nama berkas")
		}
	}
}

// personalData reports personal data in the files of site data, and permits that ended.
func (s *Site) personalData() diag.List {
	var diags diag.List
	for _, f := range slices.Concat(s.Data.Personal, []content.FileHits{{File: content.SettingsFile, Hits: s.Settings.Personal}}) {
		for i := range f.Hits {
			h := &f.Hits[i]
			if d, ok := s.Personal(h, diag.Span{File: f.File, Start: h.Start, End: h.End}, ""); ok {
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
