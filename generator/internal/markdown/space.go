package markdown

import (
	"bytes"
	"path"
	"strings"

	"maklumat/generator/internal/diag"
)

// spaced reports links to files whose names have blanks: CommonMark takes them for text, and
// the page shows brackets. It looks for them by hand, since every body passes by here.
func (c *collector) spaced(body []byte) {
	for at := 0; ; {
		i := bytes.Index(body[at:], []byte("]("))
		if i < 0 {
			return
		}
		start := at + i + 2
		at = start
		end := bytes.IndexAny(body[start:min(len(body), start+300)], ")\n")
		if end <= 0 || body[start+end] != ')' {
			continue
		}
		target := body[start : start+end]
		ext := path.Ext(string(target))
		if bytes.IndexByte(bytes.TrimSpace(target), ' ') < 0 || bytes.ContainsAny(target, "\"'<>`") || len(ext) < 3 || len(ext) > 6 || strings.ContainsAny(ext, " /") {
			continue
		}
		if inCode(body, start) {
			continue
		}
		c.out.Diags.Add(diag.MarkdownSpace, c.span(start, start+end), string(target))
	}
}

// inCode reports whether a place is in code, as far as its line and the fences above tell.
func inCode(body []byte, at int) bool {
	line := bytes.LastIndexByte(body[:at], '\n') + 1
	if bytes.IndexByte(body[line:at], '`') >= 0 || bytes.HasPrefix(body[line:], []byte("    ")) {
		return true
	}
	fences := 0
	for l := range bytes.Lines(body[:line]) {
		if t := bytes.TrimLeft(l, " "); bytes.HasPrefix(t, []byte("```")) || bytes.HasPrefix(t, []byte("~~~")) {
			fences++
		}
	}
	return fences%2 == 1
}
