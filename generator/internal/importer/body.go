package importer

import (
	"maklumat/generator/internal/markdown"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"
)

// plainBody returns the body of a page as Markdown without what only its generator understood.
// Code between fences is not touched.
func (r *Result) plainBody(p *page, o *old) string {
	p.kept = nil
	body := r.withoutTemplates(p, p.body, o)
	r.untold(p)
	if path.Ext(p.name) == ".html" {
		return r.markdown(p.name, body)
	}
	body = r.withoutUnseen(p.name, r.withoutHiddenBlocks(p.name, withoutAngles(body)))
	return outsideFences(body, func(s string) string { return r.plainPart(p, s) })
}

// inAngles match addresses that stand in angle brackets and are no tags: of links, and of those
// that only have a name. What begins as a comment does is taken for one.
var inAngles = [...]*regexp.Regexp{
	regexp.MustCompile(`(\]\()<([^<>\n!?][^<>\n]*)>(` + quotedTitle + `?[ \t]*\))`),
	regexp.MustCompile(`(?m)^( {0,3}\[[^\]\n]+\]:[ \t]*)<([^<>\n!?][^<>\n]*)>(` +
		quotedTitle + `?[ \t]*)$`),
}

// afterScheme matches the blank that many write behind the scheme of an address.
var afterScheme = regexp.MustCompile(`(\]\((?:mailto|tel|https?):(?://)?)[ \t]+`)

// twice matches an address in two pairs of parentheses.
var twice = regexp.MustCompile(`\]\(\((https?://[^()\s]+)\)`)

const quotedTitle = `(?:[ \t]+(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\([^()\n]*\)))`

// withoutAngles writes such addresses so that they need no brackets.
func withoutAngles(body string) string {
	if !strings.Contains(body, "](<") && !strings.Contains(body, "]:") &&
		!strings.Contains(body, "]((") && !afterScheme.MatchString(body) {
		return body
	}
	return besideCode(body, func(s string) string {
		s = twice.ReplaceAllString(afterScheme.ReplaceAllString(s, "$1"), "]($1")
		for _, is := range inAngles {
			s = is.ReplaceAllStringFunc(s, func(m string) string {
				p := is.FindStringSubmatch(m)
				return p[1] + escapedAddress.Replace(p[2]) + p[3]
			})
		}
		return s
	})
}

var escapedAddress = strings.NewReplacer(" ", "%20", "\t", "%09", "(", "%28", ")", "%29")

// outsideFences changes all of a body of Markdown but the code between fences.
func outsideFences(body string, change func(string) string) string {
	var b strings.Builder
	at := 0
	for _, m := range fences(body) {
		b.WriteString(change(body[at:m[0]]) + body[m[0]:m[1]])
		at = m[1]
	}
	return b.String() + change(body[at:])
}

// besideCode is outsideFences for what looks for links, which code within a line does not hold: its
// brackets are others while change is at work, as a link may have code in its text.
func besideCode(body string, change func(string) string) string {
	return outsideFences(body, func(s string) string {
		if !strings.Contains(s, "`") {
			return change(s)
		}
		var b strings.Builder
		for s != "" {
			end := len(s)
			if m := blankLine.FindStringIndex(s); m != nil {
				end = m[1] // no code within a line goes on in another paragraph
			}
			outsideCode(s[:end], func(piece string, code bool) {
				if code {
					piece = hiddenBrackets.Replace(piece)
				}
				b.WriteString(piece)
			})
			s = s[end:]
		}
		return shownBrackets.Replace(change(b.String()))
	})
}

// perParagraph changes the paragraphs of Markdown that have a text. Most have not, and of short
// ones expressions make quick work.
func perParagraph(s, with string, change func(string) string) string {
	var b strings.Builder
	for s != "" {
		end := strings.Index(s, "\n\n") + 2
		if end == 1 {
			end = len(s)
		}
		part := s[:end]
		if s = s[end:]; strings.Contains(part, with) {
			part = change(part)
		}
		b.WriteString(part)
	}
	return b.String()
}

// noMarks matches the characters that no text may hold, which mark things here.
var noMarks = regexp.MustCompile("[\ufdd0-\ufdef]")

// Some of them stand for brackets in code.
var (
	hiddenBrackets = strings.NewReplacer("[", "\ufdd0", "]", "\ufdd1")
	shownBrackets  = strings.NewReplacer("\ufdd0", "[", "\ufdd1", "]")
	withoutMarks   = strings.NewReplacer(newAddress, "", onlyLink, "", unknownPart, "")
	encodedMarks   = strings.NewReplacer(url.PathEscape(newAddress), newAddress,
		url.PathEscape(unknownPart), unknownPart)
)

// alert matches how a quote begins that Hugo shows as a notice, with a title of its own and a sign
// for one that is folded, as Obsidian has them.
var alert = regexp.MustCompile(`(?m)^((?:[ \t]*(?:>|[-+*]|\d+[.)]))*[ \t]*>[ \t]*)` +
	`\[!([A-Za-z][\w-]*)\][-+]?[ \t]*(.*)$`)

// itemSign matches what begins an item before a quote.
var itemSign = regexp.MustCompile(`[-+*]|\d+[.)]`)

// callout writes the beginning of such a quote so that it is one here, too: under a word that is
// known, or with the word in bold.
func callout(s string) string {
	p := alert.FindStringSubmatch(s)
	quote, word, title := p[1], p[2], strings.TrimSpace(p[3])
	begin, goesOn := quote, itemSign.ReplaceAllStringFunc(quote, func(sign string) string {
		return strings.Repeat(" ", len(sign))
	})
	if markdown.IsCallout(word) {
		begin += "[!" + word + "]"
		if title == "" {
			return begin
		}
		begin += "\n" + goesOn
	}
	title = or(title, strings.ToUpper(word[:1])+strings.ToLower(word[1:]))
	return begin + "**" + title + "**\n" + strings.TrimRight(goesOn, " \t")
}

func (r *Result) plainPart(p *page, s string) string {
	if strings.Contains(s, "# ") {
		s = headOne.ReplaceAllString(s, "## ")
	}
	s = perParagraph(s, "[!", func(s string) string {
		return alert.ReplaceAllStringFunc(s, callout)
	})
	for _, beside := range attributeLists {
		if !strings.Contains(s, "{") {
			break
		}
		if p.jekyll { // the item before is only where the list of contents stands
			s = contentsList.ReplaceAllString(s, "$1")
		}
		s = beside.ReplaceAllStringFunc(s, func(m string) string {
			at := beside.FindStringSubmatch(m)
			if id := headingID.FindStringSubmatch(at[2]); id != nil {
				r.heading(p.name, id[1], strings.Trim(at[1], "# \t"))
			}
			r.leave(p.name, "atribut %s tidak dibawa", "the attributes %s are not carried", at[2])
			return at[1] + at[3]
		})
	}
	if p.jekyll {
		s = r.withoutKramdown(p.name, s)
	}
	text := strings.Trim(s, "\n")
	if text == "" {
		return s
	}
	before, after, _ := strings.Cut(s, text)
	var parts []string
	endless := map[atom.Atom]bool{}
	for text != "" {
		part, isHTML := chunk(text, endless)
		text = strings.TrimLeft(text[len(part):], "\n")
		if isHTML {
			first, _, _ := strings.Cut(part, "\n")
			r.leaveAt(p.name, first, "HTML di dalamnya diubah menjadi Markdown",
				"HTML in it became Markdown")
			part = r.markdown(p.name, part)
		} else {
			instead := "\\\n"
			if strings.HasPrefix(strings.TrimSpace(part), "|") {
				instead = "; " // a cell of a table is one line
			}
			part = r.inline(p.name, part, instead)
		}
		parts = append(parts, strings.Trim(part, "\n"))
	}
	return before + strings.Join(parts, "\n\n") + after
}

var (
	contentsList  = regexp.MustCompile(`(?m)^[ \t]*(?:[-+*]|\d+\.)[ \t].*\n[ \t]*(\{:[^{}\n]*\btoc\b[^{}\n]*\})`)
	abbreviation  = regexp.MustCompile(`(?m)^ {0,3}\*\[([^\]\n]+)\]:[ \t]*(.*)(?:\n|\z)`)
	kramdownMarks = regexp.MustCompile(`\{::?/?[^{}\n]*\}`)
)

// withoutKramdown leaves out what kramdown does not show: attributes within lines, and what
// abbreviations mean.
func (r *Result) withoutKramdown(where, s string) string {
	s = perParagraph(s, "*[", func(s string) string {
		return abbreviation.ReplaceAllStringFunc(s, func(m string) string {
			said := abbreviation.FindStringSubmatch(m)
			r.leave(where, "kepanjangan %s tidak dibawa: %s",
				"what %s stands for is not carried: %s", said[1], said[2])
			return ""
		})
	})
	if !strings.Contains(s, "{:") {
		return s
	}
	var b strings.Builder
	outsideCode(s, func(s string, code bool) {
		if !code {
			s = kramdownMarks.ReplaceAllStringFunc(s, func(m string) string {
				r.leave(where, "atribut %s tidak dibawa", "the attributes %s are not carried", m)
				return ""
			})
		}
		b.WriteString(s)
	})
	return b.String()
}
