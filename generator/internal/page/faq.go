package page

import (
	"strings"

	"golang.org/x/net/html"
)

// A FAQ is the questions of a page with their answers as search engines read them, FAQPage of
// schema.org: the headings of level 2 that end with a question mark, and the text below each.
type FAQ struct {
	Context   string        `json:"@context"`
	Type      string        `json:"@type"`
	Questions []FAQQuestion `json:"mainEntity"`
}

// A FAQQuestion is one question.
type FAQQuestion struct {
	Type   string    `json:"@type"`
	Name   string    `json:"name"`
	Answer FAQAnswer `json:"acceptedAnswer"`
}

// A FAQAnswer is the text of an answer.
type FAQAnswer struct {
	Type string `json:"@type"`
	Text string `json:"text"`
}

// inline are the elements that stand in the middle of words.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "code": true, "em": true, "i": true, "mark": true, "small": true,
	"span": true, "strong": true, "sub": true, "sup": true, "wbr": true,
}

// faq reads the questions of the page's body, nil when it asks none.
func (g *Filling) faq() *FAQ {
	out := &FAQ{Context: "https://schema.org", Type: "FAQPage"}
	heading := false
	var name, text strings.Builder
	flush := func() {
		question := strings.Join(strings.Fields(name.String()), " ")
		answer := strings.Join(strings.Fields(text.String()), " ")
		if strings.HasSuffix(question, "?") && answer != "" {
			out.Questions = append(out.Questions, FAQQuestion{
				Type: "Question", Name: question, Answer: FAQAnswer{Type: "Answer", Text: answer},
			})
		}
		name.Reset()
		text.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(string(g.view.Body)))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		switch token := z.Token(); {
		case kind == html.TextToken && heading:
			name.WriteString(token.Data)
		case kind == html.TextToken:
			text.WriteString(token.Data)
		case token.Data == "h2" && kind == html.StartTagToken:
			flush()
			heading = true
		case token.Data == "h2":
			heading = false
		case !inline[token.Data]:
			text.WriteByte(' ') // blocks beside each other are words apart
		}
	}
	flush()
	if len(out.Questions) == 0 {
		return nil
	}
	return out
}
