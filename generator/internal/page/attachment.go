package page

import (
	"path"
	"strconv"
	"strings"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
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
	problems := map[attachment.Problem]diag.Code{
		attachment.WrongType: diag.AttachmentType, attachment.Encrypted: diag.AttachmentEncrypted,
		attachment.Unreadable: diag.AttachmentBroken, attachment.TooLarge: diag.AttachmentLarge,
	}
	if code, bad := problems[b.Info.Problem]; bad {
		p.diags.Add(code, at(), written)
	}
	if b.Info.Problem == attachment.Active {
		p.diags.Add(diag.AttachmentActive, at(), written, b.Info.Does)
	}
	if b.Info.Scan && !checked {
		p.diags.Add(diag.AttachmentScan, at(), written)
	}
	if b.Info.Problem == attachment.Unseen && !checked {
		p.diags.Add(diag.AttachmentUnseen, at(), written)
	}
	if b.Info.Location {
		p.diags.Add(diag.AttachmentLocation, at(), written)
	}
	p.personal(file, at)
}

// active reports a file in static/ that does what no document may: a PDF, or what was uploaded
// by the editors' form. Who keeps the theme may put pages and scripts there.
func (p *planner) active(file, name string) {
	b := p.read.Blob(file)
	if b != nil && b.Info.Problem == attachment.Active &&
		(strings.EqualFold(path.Ext(name), ".pdf") ||
			strings.HasPrefix(name, content.Uploads+"/")) {
		p.diags.Add(diag.AttachmentActive, diag.Span{File: file}, name, b.Info.Does)
	}
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
