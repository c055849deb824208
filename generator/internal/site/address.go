package site

import (
	"strings"

	"maklumat/generator/internal/content"
)

// address returns where a public document is published.
func address(doc *content.Document) string {
	h := doc.Head
	if h.Lang != "id" {
		return "/" + h.Lang + h.Kind.AddressOf(h)
	}
	return h.Kind.AddressOf(h)
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
