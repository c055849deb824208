package site

import "maklumat/generator/internal/diag"

// news checks what other data says of a news item.
func (l *linker) news() {
	n := l.item.News
	for _, p := range n.Photos {
		l.file(p.Src, p.At)
	}
	if _, ok := l.site.Category(n.Category); ok || n.Category == "" {
		return
	}
	var known []string
	for _, c := range l.site.Settings.Categories {
		known = append(known, c.Slug)
	}
	l.unknown(diag.CategoryUnknown, n.Category, l.doc.At("kategori"), known)
}
