package page

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/site"
)

// maxPersonal is how many messages about personal data one file gives: a list of voters
// would give thousands, and the first ones say it all.
const maxPersonal = 5

// inspect reports what is wrong with an attachment that a header lists, and where the
// header is mistaken about it.
func (p *planner) inspect(i *site.Place, a *content.File, at at) {
	file, ok := p.read.File(i.Path, a.Src)
	b := p.read.Blob(file)
	if !ok || b == nil {
		return // reported already
	}
	if a.Pages > 0 && b.Info.Pages > 0 && a.Pages != b.Info.Pages {
		p.diags.Add(diag.AttachmentPages, at(), a.Src, strconv.Itoa(b.Info.Pages),
			strconv.Itoa(a.Pages))
	}
	if a.Rows > 0 && b.Info.Rows > 0 && a.Rows != b.Info.Rows {
		p.diags.Add(diag.AttachmentRows, at(), a.Src, strconv.Itoa(b.Info.Rows),
			strconv.Itoa(a.Rows))
	}
	p.look(file, a.Src, at, a.By != "")
}

// look reports what is wrong with a file that a document offers in its header or its body.
// checked is set when somebody vouches for what cannot be looked into.
func (p *planner) look(file, written string, at at, checked bool) {
	b := p.read.Blob(file)
	if b == nil || p.inspected[file] {
		return
	}
	p.problems(b, written, at, checked)
	p.personal(file, at)
}

// problems reports why a file cannot be offered as it is.
func (p *planner) problems(b *site.Blob, written string, at at, checked bool) {
	problems := map[attachment.Problem]diag.Code{
		attachment.WrongType: diag.AttachmentType, attachment.Encrypted: diag.AttachmentEncrypted,
		attachment.Unreadable: diag.AttachmentBroken, attachment.TooLarge: diag.AttachmentLarge,
		attachment.Unclean: diag.AttachmentUnclean,
	}
	if code, bad := problems[b.Info.Problem]; bad {
		p.diags.Add(code, at(), written)
	}
	p.holds(&b.Info, written, at)
	if b.Info.Scan && !checked {
		p.diags.Add(diag.AttachmentScan, at(), written)
	}
	if b.Info.Problem == attachment.Unseen && !checked {
		p.diags.Add(diag.AttachmentUnseen, at(), written)
	}
	if !checked {
		p.hidden(b.Info.Hidden, written, at)
	}
	if b.Info.Uncomputed != "" {
		p.diags.Add(diag.AttachmentFormula, at(), written, b.Info.Uncomputed)
	}
	if b.Info.Location {
		p.diags.Add(diag.AttachmentLocation, at(), written)
	}
}

// maxPlaces is how many places one message names.
const maxPlaces = 3

// hidden reports text that readers of a file do not see: one message for each way, with the places.
func (p *planner) hidden(list []attachment.Hidden, written string, at at) {
	for k, h := range list {
		if slices.ContainsFunc(list[:k], func(o attachment.Hidden) bool { return o.How == h.How }) {
			continue
		}
		var places []string
		for _, o := range list[k:] {
			if o.How == h.How && o.Where != "" {
				places = append(places, o.Where)
			}
		}
		if len(places) > maxPlaces {
			places = append(places[:maxPlaces], "…")
		}
		where := strings.Join(places, "; ")
		if where != "" {
			where = " (" + where + ")"
		}
		p.diags.Add(diag.AttachmentHidden, at(), written, h.How, where)
	}
}

// holds reports what a file holds that it may not, or should not. Which part of it does is written
// only where the file has parts.
func (p *planner) holds(info *attachment.Info, written string, at at) {
	part := func(where string) string {
		if where == "" {
			return ""
		}
		return " (" + where + ")"
	}
	switch info.Problem {
	case attachment.Active:
		code := diag.AttachmentActive
		switch info.Does {
		case attachment.Climbing, attachment.Nested, attachment.Sealed:
			code = diag.AttachmentArchive
		case attachment.Page, attachment.Program:
			if info.Where != "" { // they are in an archive
				code = diag.AttachmentArchive
			}
		}
		p.diags.Add(code, at(), written, info.Does, part(info.Where))
	case attachment.Secret:
		p.diags.Add(diag.AttachmentSecret, at(), written, info.Does, part(info.Where))
	}
	for _, w := range info.Warnings {
		p.diags.Add(diag.AttachmentOutside, at(), written, w.Does, part(w.Where))
	}
}

// active reports what is wrong with a file in static/, as with one that a document offers. A page
// or drawing of which nothing runs may stand there, and so may the script of the editors' form;
// all others belong to the theme, in static/aset/. A film of another kind than its ending says
// does not play, and harms nobody.
func (p *planner) active(file, name string) {
	b := p.read.Blob(file)
	if b == nil || b.Info.Inert || isForm(name) ||
		b.Info.Problem == attachment.WrongType && markdown.MediaType(name) != "" {
		return
	}
	p.problems(b, name, atFile(file), false)
}

// isForm reports whether a file below static/ is a script of the editors' form. The form is only
// made for the one whose digest is pinned.
func isForm(name string) bool {
	return strings.HasPrefix(name, host.AdminFolder) && path.Ext(name) == ".js"
}

// personal reports personal data in a file, at the place where a document offers it.
func (p *planner) personal(file string, at at) {
	b := p.read.Blob(file)
	if b == nil || p.inspected[file] {
		return
	}
	p.inspected[file] = true
	for k := range b.Personal {
		if k == maxPersonal {
			return
		}
		h := &b.Personal[k]
		if d, ok := p.read.Personal(&h.PersonalHit, diag.Span{}, h.Place); ok {
			d.At = at()
			p.diags = append(p.diags, d)
		}
	}
}
