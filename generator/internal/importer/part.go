package importer

import (
	"bytes"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"maklumat/generator/internal/markdown"
)

// partMark matches a link to a part of a document.
var partMark = regexp.MustCompile(`\[((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]\((/[^)\s#?]*)?#([^)\s]*)((?:\s+"(?:\\.|[^"\\])*")?)\)`)

// partName matches the same where a link has only a name.
var partName = regexp.MustCompile(`(?m)^( {0,3}\[[^\]\n]+\]:[ \t]*)(/[^\s#?]*)#(\S*)`)

// heading notes the name that the old site gave to a heading.
func (r *Result) heading(where, id, text string) {
	if id != "" && text != "" {
		r.named[where+"#"+id] = text
	}
}

// headings notes by which names headings of HTML were known: their own, and those of anchors in
// them.
func (r *Result) headings(where string, doc *html.Node) {
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		default:
			continue
		}
		text := textOf(n)
		r.heading(where, attr(n, "id"), text)
		for c := range n.Descendants() {
			r.heading(where, attr(c, "id"), text)
			if c.DataAtom == atom.A {
				r.heading(where, attr(c, "name"), text)
			}
		}
	}
}

// parts leads links to parts of documents to where those are now: programs make the names of
// headings in ways of their own. A part that there is not is told; the link then leads to the whole
// page, and where it is of the same page only its text stays.
func (r *Result) parts() {
	byPath := map[string]*Document{}
	for i := range r.Documents {
		byPath[r.Documents[i].Path] = &r.Documents[i]
	}
	known, parser := map[string]map[string][]string{}, markdown.NewParser()
	for i := range r.Documents {
		d := &r.Documents[i]
		if !bytes.Contains(d.Text, []byte("#")) {
			continue
		}
		to := func(page, old string) (id string, found bool) {
			target := d
			if page != "" {
				target = byPath[r.files[page]]
			}
			if target == nil || old == "" {
				return old, true
			}
			if known[target.Path] == nil {
				known[target.Path] = partsOf(parser, target)
			}
			if id = r.part(target, known[target.Path], old); id == "" {
				r.leave(d.where, "bagian %s tidak ada di halaman tujuannya",
					"there is no part %s on the page that it leads to", "#"+old)
			}
			return id, id != ""
		}
		head, body, _ := strings.Cut(string(d.Text), "\n---\n")
		d.Text = []byte(head + "\n---\n" + besideCode(body, func(s string) string {
			return perParagraph(s, "#", func(s string) string {
				s = partMark.ReplaceAllStringFunc(s, func(m string) string {
					p := partMark.FindStringSubmatch(m)
					switch id, found := to(p[2], p[3]); {
					case found:
						return "[" + p[1] + "](" + p[2] + "#" + id + p[4] + ")"
					case p[2] == "":
						return p[1]
					}
					return "[" + p[1] + "](" + p[2] + p[4] + ")"
				})
				return partName.ReplaceAllStringFunc(s, func(m string) string {
					p := partName.FindStringSubmatch(m)
					if id, found := to(p[2], p[3]); found {
						return p[1] + p[2] + "#" + id
					}
					return p[1] + p[2]
				})
			})
		}))
	}
}

// part returns the name that a part of a document has now, "" for one that is not there.
func (r *Result) part(d *Document, known map[string][]string, old string) string {
	if text, err := url.PathUnescape(old); err == nil {
		old = text
	}
	if text, ok := r.named[d.where+"#"+old]; ok {
		old = text
	}
	if ids := known[letters(old)]; ids != nil {
		return ids[0]
	}
	// Of headings of one text most programs call the second -1, and some -2.
	if base, number, ok := cutLast(old, "-"); ok {
		n, err := strconv.Atoi(number)
		switch ids := known[letters(base)]; {
		case err != nil || n < 1:
		case n < len(ids):
			return ids[n]
		case n == len(ids) && n > 1:
			return ids[n-1]
		}
	}
	return ""
}

// cutLast cuts a text at the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return s, "", false
}

// partsOf returns the names of the headings of a document in their order, by the letters of their
// texts.
func partsOf(parser *markdown.Parser, d *Document) map[string][]string {
	_, body, _ := bytes.Cut(d.Text, []byte("\n---\n"))
	parts := map[string][]string{}
	for _, h := range parser.Parse(d.Path, body, 0).Outline {
		parts[letters(h.Text)] = append(parts[letters(h.Text)], h.ID)
	}
	return parts
}

// letters are those letters and digits of a name that all programs keep, in lower case.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
