package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// Only the first header of a document classifies it. An editor who pastes a second header, or ends
// the first one by a line of hyphens inside a text, has meant a mark that would otherwise be read
// as words, and the document would be published.

// strayMarks returns a message for each line that looks like a mark and is none: src is the whole
// document, whose YAML begins at start and whose body begins at body; the keys of the header have
// their own messages. Lines of code between two fences are not looked at.
func strayMarks(file string, src []byte, start, body int, header Value) (diags diag.List) {
	for at := start; at < len(src); {
		if at >= body {
			if end := fenced(src[at:]); end > 0 {
				at += end
				continue
			}
		}
		end := len(src)
		if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := src[at:end]
		if looksLikeMark(line) && (at >= body || isText(header, at, line)) {
			diags.Add(diag.HeaderMark, diag.Span{File: file, Start: at, End: end})
		}
		at = end + 1
	}
	return diags
}

// isText reports whether a line of a header is neither one with a key nor a comment.
func isText(header Value, at int, line []byte) bool {
	return !bytes.HasPrefix(bytes.TrimSpace(line), []byte("#")) &&
		!slices.ContainsFunc(header.Fields, func(f FieldValue) bool {
			return f.At.Start >= at && f.At.Start <= at+len(line)
		})
}

// fenced returns how long a block of code between fences is that begins a text, or 0 for none. A
// block that is never closed is none here: it may be a slip.
func fenced(text []byte) int {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	opening := bytes.TrimLeft(line, " ")
	if len(line)-len(opening) > 3 {
		return 0
	}
	fence := "```"
	if bytes.HasPrefix(opening, []byte("~~~")) {
		fence = "~~~"
	} else if !bytes.HasPrefix(opening, []byte(fence)) {
		return 0
	}
	for at := len(text) - len(rest); at < len(text); {
		line, rest, _ := bytes.Cut(text[at:], []byte("\n"))
		at = len(text) - len(rest)
		if closing := bytes.TrimSpace(line); bytes.HasPrefix(closing, []byte(fence)) &&
			len(bytes.Trim(closing, fence[:1])) == 0 {
			return at
		}
	}
	return 0
}

// hasMark reports whether a line of a document, other than a comment in its header, classifies it
// otherwise than as public.
func hasMark(src []byte) bool {
	fences := 0
	for line := range bytes.Lines(src) {
		trimmed := string(bytes.TrimSpace(line))
		if trimmed == "---" {
			fences++
		}
		isComment := fences < 2 && strings.HasPrefix(trimmed, "#")
		if !isComment && closesIt(line) {
			return true
		}
	}
	return false
}

// separator returns where a line has the first mark that can stand behind a key, or -1. The wide
// colon is looked for apart from the others: with it among them each letter would be decoded.
func separator(line []byte) int {
	i := bytes.IndexAny(line, ":=")
	if i < 0 {
		return bytes.Index(line, []byte("："))
	}
	if wide := bytes.Index(line[:i], []byte("：")); wide >= 0 {
		return wide
	}
	return i
}

// closesIt reports whether a line says that a document is excluded: as a value by itself behind any
// key, or, behind a key that is nearly the right one, as anything but a public class.
func closesIt(line []byte) bool {
	i := separator(line)
	if i < 0 {
		return false
	}
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	key := strings.ToLower(strings.TrimFunc(string(line[:i]), notLetter))
	value := strings.ToLower(strings.TrimFunc(string(line[i:]), notLetter))
	if diag.Distance(value, disclosure.Dikecualikan.String(), 3) <= 2 {
		return true
	}
	_, known := disclosure.ParseCategory(value)
	return diag.Distance(key, "klasifikasi", 3) <= 2 && !known
}

// looksLikeMark reports whether a line has the key that classifies, whatever its value, or nearly
// that key and says that something is excluded.
func looksLikeMark(line []byte) bool {
	i := separator(line)
	if i < 0 {
		return false
	}
	key := strings.TrimFunc(string(line[:i]), func(r rune) bool { return !unicode.IsLetter(r) })
	if key == "klasifikasi" {
		return true
	}
	value := strings.ToLower(string(line[i:min(len(line), i+80)]))
	return strings.Contains(value, "kecuali") &&
		diag.Distance(strings.ToLower(key), "klasifikasi", 3) <= 2
}
