package importer

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// attributeList matches the attributes that Hugo and kramdown let Markdown have, for machines.
const attributeList = `\{(?::[^{}\n]*|[ \t]*[#.][^{}\n]*|[ \t]*[\w-]+=[^{}\n]*)\}`

// attributeLists match them beside a heading, below one, or on a line of their own: what stands
// before, the list, and what stands after.
var attributeLists = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^(#{1,6}[ \t].*?)[ \t]*(` + attributeList + `)([ \t#]*)$`),
	regexp.MustCompile(`(?m)^(\S.*?)[ \t]*(` + attributeList + `)([ \t]*\n(?:=+|-+)[ \t]*)$`),
	regexp.MustCompile(`(?m)^()[ \t]*(` + attributeList + `)()[ \t]*(?:\n|\z)`),
}

var (
	// headingID matches the name of a heading in such a list.
	headingID = regexp.MustCompile(`#([^\s}]+)`)

	anyList   = regexp.MustCompile(attributeList)
	listNamed = regexp.MustCompile(`\{:([A-Za-z][\w-]*):([^{}\n]*)\}`)
	listPart  = regexp.MustCompile(`\.([\w:-]+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))|([\w-]+)`)
)

// hidesByList reports whether a list of attributes hides what it is of. named are the lists that
// others take up by their names.
func hidesByList(list string, named map[string]string) bool {
	n := &html.Node{Type: html.ElementNode}
	var classes []string
	for _, m := range listPart.FindAllStringSubmatch(strings.Trim(list, "{:}"), -1) {
		switch value := m[3] + m[4] + m[5]; {
		case m[1] != "":
			classes = append(classes, m[1])
		case m[2] == "class":
			classes = append(classes, strings.Fields(value)...)
		case m[2] == "hidden" && !truth(value) && value != "hidden" && value != "":
		case m[2] != "":
			n.Attr = append(n.Attr, html.Attribute{Key: strings.ToLower(m[2]), Val: value})
		case named[m[6]] != "" && hidesByList(named[m[6]], nil):
			return true
		default:
			n.Attr = append(n.Attr, html.Attribute{Key: strings.ToLower(m[6])})
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: "class", Val: strings.Join(classes, " ")})
	return isHidden(n)
}

// withoutHiddenBlocks leaves out of Markdown the blocks that a list of attributes hides. kramdown
// and Hugo differ in which block a list is of; whatever it touches is left out.
func (r *Result) withoutHiddenBlocks(where, body string) string {
	if !anyList.MatchString(body) {
		return body
	}
	named := map[string]string{}
	for _, m := range listNamed.FindAllStringSubmatch(body, -1) {
		named[m[1]] = m[2]
	}
	lines := linesOf(body)
	gone := make([]bool, len(lines))
	for i, l := range lines {
		if !slices.ContainsFunc(l.lists(i > 0 && lines[i-1].code), func(s string) bool {
			return !listNamed.MatchString(s) && hidesByList(s, named)
		}) {
			continue
		}
		r.leaveAt(where, l.text, "tulisan yang tersembunyi tidak dibawa",
			"hidden text is not carried")
		if gone[i] = true; strings.HasPrefix(l.text, "#") {
			continue
		}
		for j := i; j > 0 && lines[j-1].joins(lines[j]); j-- {
			gone[j-1] = true
		}
		for j := i; j+1 < len(lines) && lines[j].joins(lines[j+1]); j++ {
			gone[j+1] = true
		}
	}
	var b strings.Builder
	for i, l := range lines {
		if !gone[i] {
			b.WriteString(l.text)
		}
	}
	return b.String()
}

// A bodyLine is a line of Markdown and where it stands.
type bodyLine struct {
	text        string // with its end
	blank, code bool
	item        bool // it stands in an item or a quotation
}

func linesOf(body string) []bodyLine {
	var all []bodyLine
	p := place{gap: true}
	for text := range strings.Lines(body) {
		l := bodyLine{text: text, code: p.code(text), blank: strings.TrimSpace(text) == ""}
		l.item = len(p.items) > 0 || p.quotes > 0
		all = append(all, l)
	}
	// A blank line is in the item, or in the code, that goes on after it.
	for i := len(all) - 2; i >= 0; i-- {
		if all[i].blank {
			all[i].item = all[i].item && all[i+1].item
			all[i].code = all[i].code && all[i+1].code
		}
	}
	return all
}

// lists returns the lists of attributes of a line that is not code, or begins it.
func (l bodyLine) lists(afterCode bool) []string {
	if l.code {
		if fence(strings.TrimSpace(l.text)) == "" || afterCode {
			return nil
		}
		return anyList.FindAllString(l.text, -1)
	}
	var all []string
	outsideCode(l.text, func(s string, code bool) {
		if !code {
			all = append(all, anyList.FindAllString(s, -1)...)
		}
	})
	return all
}

// joins reports whether a line and the next are of one block.
func (l bodyLine) joins(next bodyLine) bool {
	return l.item && next.item || l.code && next.code || !l.blank && !next.blank
}
