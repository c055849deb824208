package host

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// A text is a file being written, line by line.
type text struct{ bytes.Buffer }

func (t *text) line(format string, args ...any) { fmt.Fprintf(t, format+"\n", args...) }

// rule writes the headers of all addresses as a _headers file has them, which several hosts
// read.
func (t *text) rule(s *Site, headers []Header) {
	t.line("%s*", s.Base)
	for _, h := range headers {
		t.line("  %s: %s", h.Name, h.Value)
	}
}

// cacheRules writes in the same form which files may be kept.
func (t *text) cacheRules(s *Site) {
	for _, folder := range FixedFolders {
		t.line("%s%s/*", s.Base, folder)
		t.line("  Cache-Control: %s", Fixed)
	}
}

// redirects returns a _redirects file, nil when there are none.
func redirects(s *Site, code string) []byte {
	var t text
	for _, r := range s.Redirects {
		t.line("%s %s %s", r.From, r.To, code)
	}
	return t.Bytes()
}

// extensions returns the endings of all types, by type, and the types in order.
func extensions() (sorted []string, byType map[string][]string) {
	byType = map[string][]string{}
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		byType[types[ext]] = append(byType[types[ext]], ext)
	}
	return slices.Sorted(maps.Keys(byType)), byType
}
