package markdown

import (
	"bytes"
	"path"
	"strings"

	"maklumat/generator/internal/diag"
)

// spaced reports links to files whose names have blanks. CommonMark takes them for text, and the
// page would show brackets. They are searched for without a regular expression, which would be
// slow, because every body is searched.
func (c *collector) spaced(body []byte) {
	p := place{body: body}
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
		if bytes.IndexByte(bytes.TrimSpace(target), ' ') < 0 ||
			bytes.ContainsAny(target, "\"'<>`") || len(ext) < 3 || len(ext) > 6 ||
			strings.ContainsAny(ext, " /") || p.inCode(start) {
			continue
		}
		c.out.Diags.Add(diag.MarkdownSpace, c.span(start, start+end), string(target))
	}
}

// A place moves through a body from its beginning and knows whether it is in code, as far as the
// line up to it and the fences above tell.
type place struct {
	body     []byte
	line, at int  // where the line begins, and up to where it has been looked at
	marked   bool // there is a backquote earlier in the line
	fenced   bool
}

// inCode moves on to an offset and reports whether it is in code.
func (p *place) inCode(at int) bool {
	for {
		end := bytes.IndexByte(p.body[p.at:at], '\n')
		if end < 0 {
			p.marked = p.marked || bytes.IndexByte(p.body[p.at:at], '`') >= 0
			p.at = at
			return p.marked || p.fenced || bytes.HasPrefix(p.body[p.line:], []byte("    "))
		}
		line := bytes.TrimLeft(p.body[p.line:p.at+end], " ")
		if bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~")) {
			p.fenced = !p.fenced
		}
		p.at += end + 1
		p.line, p.marked = p.at, false
	}
}
