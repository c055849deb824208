package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"maklumat/generator/internal/diag"
)

// Limits on a body. Ordinary documents stay far below them. All but MaxTitle and MaxDepth are
// checked before the parser sees the body.
const (
	MaxBytes      = 2 << 20 // of a body: a thousand pages
	MaxColumns    = 64      // of a table
	MaxCells      = 20_000  // of all tables together
	MaxNesting    = 32      // of quotes and lists
	MaxBrackets   = 2_000   // opened and not closed in one paragraph
	MaxReferences = 2_000   // footnote marks, or uses of link definitions
	MaxDelimiters = 20_000  // emphasis marks in one paragraph
	MaxElements   = 50_000  // lines, marks and addresses: each may make an element of up to 2 KiB
	MaxTitle      = 2_000   // bytes of the title of a link
	MaxDepth      = 100     // of elements inside each other
)

// check reports the first limit that a body exceeds. It reads line by line and never looks
// back, so its time grows only with the number of bytes. at turns offsets into a Span.
func check(src []byte, at func(start, end int) diag.Span) diag.List {
	var diags diag.List
	report := func(start, end int, what string, limit int) {
		if len(diags) == 0 {
			diags.Add(diag.MarkdownLimit, at(start, end), what, strconv.Itoa(limit))
		}
	}
	if len(src) > MaxBytes {
		report(0, 0, "bytes", MaxBytes)
		return diags
	}
	cells, references, open, delimiters, elements := 0, 0, 0, 0, 0
	for start := 0; start < len(src); {
		end := len(src)
		if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		line := src[start:end]
		if len(bytes.TrimSpace(line)) == 0 {
			open, delimiters = 0, 0
		} else {
			elements++
		}
		depth := nesting(line)
		if depth > MaxNesting {
			report(start, end, "nesting", MaxNesting)
		}
		elements += depth + bytes.Count(line, []byte("www."))
		if columns := bytes.Count(line, []byte("|")); columns > 0 {
			if columns > MaxColumns+1 {
				report(start, end, "columns", MaxColumns)
			}
			if cells += columns; cells > MaxCells {
				report(start, end, "cells", MaxCells)
			}
		}
		for i, c := range line {
			if !counted[c] {
				continue
			}
			elements++
			switch c {
			case '[':
				open++
				if i+1 < len(line) && line[i+1] == '^' {
					references++
				}
			case ']':
				open = max(open-1, 0)
				if i+1 >= len(line) || line[i+1] != '(' {
					references++
				}
			case '*', '_', '~', '`', '<', '!':
				delimiters++
			}
		}
		switch {
		case open > MaxBrackets:
			report(start, end, "brackets", MaxBrackets)
		case delimiters > MaxDelimiters:
			report(start, end, "delimiters", MaxDelimiters)
		case elements > MaxElements:
			report(start, end, "elements", MaxElements)
		case references > MaxReferences:
			report(start, end, "references", MaxReferences)
		}
		start = end
	}
	return diags
}

// counted are the marks that check counts.
var counted = func() (set [256]bool) {
	for _, c := range []byte("[]*_~`<!:@") {
		set[c] = true
	}
	return set
}()

// nesting returns how deep a line is nested: the marks of quotes and lists with which it begins,
// and one level for every eight blanks among them.
func nesting(line []byte) int {
	depth, spaces := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			spaces++
		case c == '\t':
			spaces += 4
		case c == '>':
			depth++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) &&
			(line[i+1] == ' ' || line[i+1] == '\t'):
			depth++
		case c >= '0' && c <= '9':
			j := i
			for j < len(line) && line[j] >= '0' && line[j] <= '9' {
				j++
			}
			if j+1 >= len(line) || line[j] != '.' && line[j] != ')' || line[j+1] != ' ' {
				return depth + min(spaces/8, 2*MaxNesting)
			}
			depth++
			i = j
		default:
			return depth + min(spaces/8, 2*MaxNesting)
		}
	}
	return depth
}

// invalid returns the place of the first byte that is no UTF-8, -1 when all is.
func invalid(body []byte) int {
	if utf8.Valid(body) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
}

// isHidden reports whether a character is invisible and forbidden: control characters, and those
// that reverse the direction of writing, which can make a text look like another.
func isHidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 && r != 0x85 ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// WithoutHidden returns a text without the characters that no body may have, written as they are or
// by references, and the first of them as it was written, "" without one.
func WithoutHidden(text string) (out, first string) {
	start, end := control([]byte(text))
	if start < 0 {
		return text, ""
	}
	out = strings.Map(func(r rune) rune {
		if isHidden(r) {
			return -1
		}
		return r
	}, text)
	out = numeric.ReplaceAllStringFunc(out, func(reference string) string {
		if start, _ := control([]byte(reference)); start == 0 {
			return ""
		}
		return reference
	})
	return out, text[start:end]
}

// beginsHidden has the bytes with which a hidden character may begin.
var beginsHidden = func() (set [256]bool) {
	for r := rune(0); r < 0x2070; r++ {
		if isHidden(r) {
			set[string(r)[0]] = true
		}
	}
	return set
}()

// numeric matches a numeric character reference, by which a text can contain any character.
var numeric = regexp.MustCompile(`&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));`)

// control returns where the first hidden character stands, written as it is or by a reference,
// or -1 if there is none. Since bodies with such characters are refused, no author can write the
// mark of a Ref, which is one.
func control(body []byte) (start, end int) {
	for i, c := range body {
		if beginsHidden[c] {
			if r, size := utf8.DecodeRune(body[i:]); isHidden(r) {
				return i, i + size
			}
		}
	}
	if !bytes.Contains(body, []byte("&#")) {
		return -1, -1
	}
	for _, m := range numeric.FindAllSubmatchIndex(body, -1) {
		digits, base := body[max(m[2], m[4]):max(m[3], m[5])], 10
		if m[2] >= 0 {
			base = 16
		}
		if n, err := strconv.ParseInt(string(digits), base, 32); err == nil && n > 0 &&
			isHidden(rune(n)) {
			return m[0], m[1]
		}
	}
	return -1, -1
}
