package importer

import (
	"regexp"
	"strings"
)

// A place is where a line of Markdown stands: in which items and quotations, and in which code.
// What is in doubt is no code, since comments and hidden text are not looked for in it.
type place struct {
	items  []int // the columns at which the texts of the open items begin
	quotes int
	mark   string // of the fence that is open
	within int    // the column of what that fence stands in
	deep   bool   // the lines before are code by their indentation
	gap    bool   // nothing, or a blank line, is before
	tags   bool   // the last line begins with a tag
}

// itemMark matches what begins an item, a note or a meaning.
var itemMark = regexp.MustCompile(`^(?:[-+*:]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)(?:[ \t]+|$)`)

// code reads the next line, and reports whether it is code.
func (p *place) code(line string) bool {
	text := strings.TrimRight(line, " \t\r\n")
	quotes := 0
	for p.mark == "" || quotes < p.quotes {
		column, inner := indentation(text)
		if column > 3 || !strings.HasPrefix(inner, ">") {
			break
		}
		text, quotes = strings.TrimPrefix(inner[1:], " "), quotes+1
	}
	column, text := indentation(text)
	if quotes != p.quotes {
		*p = place{quotes: quotes}
	}
	if text == "" {
		p.gap = true
		return p.mark != "" || p.deep
	}
	if p.mark != "" && column >= p.within {
		run := fence(text)
		if run == text && run[0] == p.mark[0] && len(run) >= len(p.mark) && column < p.within+4 {
			p.mark = ""
		}
		return true
	}
	p.mark = "" // its item is over
	if p.gap || fence(text) != "" || itemMark.MatchString(text) {
		for n := len(p.items); n > 0 && column < p.items[n-1]; n-- {
			p.items = p.items[:n-1]
		}
	}
	if column-p.inner() >= 4 && (p.gap && !p.tags || p.deep) {
		p.deep, p.gap = true, false
		return true
	}
	for m := itemMark.FindString(text); m != ""; m = itemMark.FindString(text) {
		text = text[len(m):]
		column += len(m)
		switch {
		case m[0] == '[':
			column = p.inner() + 4
		case text == "":
			column++
		}
		p.items = append(p.items, column)
	}
	p.mark, p.within = fence(text), p.inner()
	p.deep, p.gap, p.tags = false, false, strings.HasPrefix(text, "<")
	return p.mark != ""
}

// inner returns the column at which the text of the innermost item begins.
func (p *place) inner() int {
	if len(p.items) == 0 {
		return 0
	}
	return p.items[len(p.items)-1]
}

// indentation returns the column at which a line begins, and the line from there on.
func indentation(line string) (column int, text string) {
	for i, c := range line {
		switch c {
		case ' ':
			column++
		case '\t':
			column += 4 - column%4
		default:
			return column, line[i:]
		}
	}
	return column, ""
}

// fence returns the mark of a line that begins code, "" if it is none.
func fence(text string) string {
	for _, mark := range []string{"`", "~"} {
		rest := strings.TrimLeft(text, mark)
		if n := len(text) - len(rest); n >= 3 && !(mark == "`" && strings.Contains(rest, mark)) {
			return text[:n]
		}
	}
	return ""
}

// fences returns where the lines of code are.
func fences(body string) [][]int {
	var all [][]int
	p, at, open := place{gap: true}, 0, false
	for line := range strings.Lines(body) {
		text := strings.TrimRight(line, " \t\r\n")
		switch code := p.code(line); {
		case text == "": // between lines of code it is code, too
		case code && open:
			all[len(all)-1][1] = at + len(text)
		case code:
			all = append(all, []int{at, at + len(text)})
			open = true
		default:
			open = false
		}
		at += len(line)
	}
	return all
}
