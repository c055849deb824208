package site

import (
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
)

// address returns where a public document is published. It depends on the document alone
// and never on its neighbours, so addresses are permanent.
func address(doc *content.Document) string {
	h := doc.Head
	prefix := "/"
	if h.Lang != "id" {
		prefix = "/" + h.Lang + "/"
	}
	switch h.Kind.Name {
	case "berita":
		return prefix + "berita/" + strconv.Itoa(h.Date.Day.Year()) + "/" + h.Slug + "/"
	case "informasi":
		return prefix + "dokumen/" + h.Slug + "/"
	case "laporan":
		return prefix + "laporan/" + strconv.Itoa(h.Report.Year) + "/"
	case "pengecualian":
		return prefix + "informasi/dikecualikan/#" + h.Slug
	case "halaman":
		return prefix + h.Slug + "/"
	}
	return prefix + h.Kind.Name + "/" + h.Slug + "/"
}

// OwnPage reports whether an item has a page of its own, not a place on another.
func (i *Item) OwnPage() bool { return !strings.Contains(i.Address, "#") }

// FileAddress returns where an attachment of i is published.
func (i *Item) FileAddress(file string) string { return FileAddress(i.Address, file) }

// FileAddress returns where a file of the document at an address is published.
func FileAddress(address, file string) string {
	home, _, _ := strings.Cut(address, "#")
	return home + file[strings.LastIndexByte(file, '/')+1:]
}
