package page

import (
	"html"
	"strings"
)

// inline are the elements that stand in the middle of words.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "code": true, "em": true, "i": true, "mark": true,
	"small": true,
	"span":  true, "strong": true, "sub": true, "sup": true, "wbr": true, "": true,
}

// nextTag cuts HTML after its first tag: the text before it, its name, with a slash if it ends an
// element, and the rest.
func nextTag(s string) (text, name, rest string) {
	text, s, ok := strings.Cut(s, "<")
	if !ok {
		return text, "", ""
	}
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			name, _, _ = strings.Cut(s[:i], " ")
			return text, name, s[i+1:]
		}
	}
	return text, "", ""
}

// faq reads the questions of the page's body as search engines take them, FAQPage of schema.org:
// the headings of level 2 that end with a question mark, and the text below each. It is nil when
// the body asks none.
func (g *Filling) faq() *Graph {
	page := Schema{Type: "FAQPage", URL: g.view.Canonical}
	heading := false
	var name, text strings.Builder
	flush := func() {
		question := strings.Join(strings.Fields(name.String()), " ")
		answer := strings.Join(strings.Fields(text.String()), " ")
		if strings.HasSuffix(question, "?") && answer != "" {
			page.Questions = append(page.Questions, Schema{
				Type: "Question", Name: question, Answer: &Schema{Type: "Answer", Text: answer},
			})
		}
		name.Reset()
		text.Reset()
	}
	// The body is what the renderer of this program wrote: each tag is whole.
	for rest := string(g.view.Body); rest != ""; {
		said, tag, after := nextTag(rest)
		rest = after
		if heading {
			name.WriteString(html.UnescapeString(said))
		} else {
			text.WriteString(html.UnescapeString(said))
		}
		switch {
		case tag == "h2":
			flush()
			heading = true
		case tag == "/h2":
			heading = false
		case !inline[strings.TrimPrefix(tag, "/")]:
			text.WriteByte(' ') // blocks beside each other are words apart
		}
	}
	flush()
	if len(page.Questions) == 0 {
		return nil
	}
	return &Graph{Context: schemaOrg, Graph: []Schema{page}}
}
