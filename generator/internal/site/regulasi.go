package site

import (
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
)

// instrument checks a legal instrument.
func (l *linker) instrument() { l.status(l.item.Instrument) }

// status warns of an instrument that says it holds while another revokes it. The page
// shows what the other says.
func (l *linker) status(n *content.Instrument) {
	if next := l.site.successor(l.item); next != nil && n.Status != "dicabut" {
		l.diags = append(l.diags, diag.New(diag.BasisStatus, l.doc.At("status"), n.Status, next.Title).Instead("dicabut"))
	}
}
