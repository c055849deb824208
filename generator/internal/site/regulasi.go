package site

import (
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
)

// instrument checks a legal instrument.
func (l *linker) instrument() { l.status(l.item.Instrument) }

// status warns of an instrument that says it is in force while another document revokes it. Its
// page shows it as revoked.
func (l *linker) status(n *content.Instrument) {
	if next := l.site.successor(l.item); next != nil && n.Status != "dicabut" {
		d := diag.New(diag.BasisStatus, l.doc.At("status"), n.Status, next.Title)
		l.add(d.Instead("dicabut"))
	}
}
