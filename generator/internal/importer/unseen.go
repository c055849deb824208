package importer

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// comments are the marks around what neither browsers nor kramdown show, which may have blank
// lines.
var comments = [][2]string{
	{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}, {"{::comment}", "{:/"},
}

// withoutUnseen leaves out of Markdown what browsers show to nobody: comments, and elements that
// are hidden or run, each to its end. The rules of Markdown, where a blank line ends most things,
// do not matter: browsers read its HTML by their own. What has no end is left out with all that
// follows.
func (r *Result) withoutUnseen(where, s string) string {
	var b strings.Builder
	p := place{gap: true}
	for s != "" {
		end := strings.IndexByte(s, '\n') + 1
		if end == 0 {
			end = len(s)
		}
		if !p.code(s[:end]) {
			for {
				line := end
				var from, to int
				if from, to, end = r.unseen(where, s, end); from < 0 {
					for next := range strings.Lines(s[line:end]) {
						p.code(next) // where code that began within a line goes on
					}
					break
				}
				b.WriteString(s[:from])
				s = s[to:]
				if end = strings.IndexByte(s, '\n') + 1; end == 0 {
					end = len(s)
				}
			}
		}
		b.WriteString(s[:end])
		s = s[end:]
	}
	return b.String()
}

// unseen returns where the first thing is that nobody sees, which begins in the first n bytes, a
// line, and outside its code; -1 if there is none. Code within a line may go on in the next lines:
// end is where the line ends in which the last of it does.
func (r *Result) unseen(where, s string, n int) (from, to, end int) {
	for at := 0; at < n; at++ {
		switch s[at] {
		case '`':
			ticks := s[at : n-len(strings.TrimLeft(s[at:n], "`"))]
			at += codeWithin(s[at+len(ticks):], ticks)
			if at += len(ticks) - 1; at >= n {
				if n = at + strings.IndexByte(s[at:], '\n') + 1; n == at {
					n = len(s)
				}
			}
		case '{', '<':
			if length := r.unseenAt(where, s[at:]); length > 0 {
				return at, at + length, n
			}
		}
	}
	return -1, -1, n
}

// endsCode matches the end of an element that may begin a line within a paragraph.
var endsCode = regexp.MustCompile(`^</(?:style|script|pre|textarea)\b`)

// codeWithin returns the length of code within lines that these ticks begin, with those that end
// it, 0 if none do. It goes on to the end of the paragraph, which a blank line ends, and what
// begins a block: a line that begins so is in doubt no code.
func codeWithin(s, ticks string) int {
	for at := 0; at < min(len(s), 8<<10); {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			end = len(s) - at
		}
		if length := closingTicks(s[at:at+end], ticks); length > 0 {
			return at + length
		}
		at += min(end+1, len(s)-at)
		next, _, _ := strings.Cut(s[at:], "\n")
		text := strings.TrimLeft(next, " \t")
		if text == "" || strings.ContainsAny(text[:1], "\r#>|=") || fence(text) != "" ||
			strings.ContainsAny(text[:1], "-+*:[0123456789") && itemMark.MatchString(text) ||
			text[0] == '<' && !endsCode.MatchString(text) {
			return 0
		}
	}
	return 0
}

// closingTicks returns where code ends that begins before s, 0 if it does not.
func closingTicks(s, ticks string) int {
	for at := 0; ; {
		next := strings.Index(s[at:], ticks)
		if next < 0 {
			return 0
		}
		at += next
		run := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		if at += run; run == len(ticks) {
			return at
		}
	}
}

// unseenAt returns the length of what nobody sees and a text begins with, 0 if readers see it.
func (r *Result) unseenAt(where, s string) int {
	for _, mark := range comments {
		if !strings.HasPrefix(s, mark[0]) || mark[0] == "<!" && !isLetter(s[2:]) {
			continue
		}
		end := strings.Index(s[2:], mark[1]) // <!--> is a whole one
		if end < 0 {
			return r.endless(where, mark[0], s)
		}
		end += 2 + len(mark[1])
		if mark[0] == "{::comment}" { // {:/} or {:/comment}
			if close := strings.IndexByte(s[end:], '}'); close >= 0 {
				end += close + 1
			}
		}
		if said := strings.ReplaceAll(s[:end], " ", ""); said != "<!--more-->" {
			r.leaveAt(where, s[:end], "komentar tidak dibawa", "a comment is not carried")
		}
		return min(end, len(s))
	}
	if s[0] != '<' || !isLetter(s[1:]) || !strings.Contains(s, ">") {
		return 0
	}
	first := tag(s)
	runs := slices.Contains([]atom.Atom{atom.Script, atom.Style, atom.Template}, first.DataAtom)
	if first.Type != html.ElementNode || !runs && !isHidden(first) {
		return 0
	}
	end := endOf(s, first)
	switch {
	case end == 0:
		return r.endless(where, "<"+first.Data+">", s)
	case runs:
		r.leave(where, "%s tidak dibawa", "%s is not carried", "<"+first.Data+">")
	default:
		r.leaveAt(where, s[:end], "tulisan yang tersembunyi tidak dibawa",
			"hidden text is not carried")
	}
	return end
}

// mayBeCode matches what all code has.
var mayBeCode = regexp.MustCompile("`|~~~|\n(?:    | {0,3}\t)")

// endOf returns the length of an element that Markdown begins with, 0 if it has no end.
func endOf(s string, n *html.Node) int {
	end := counted(s, n, func(int) bool { return false })
	if end == 0 || isVoid(n) || !mayBeCode.MatchString(s[:end]) {
		return end
	}
	most := min(len(s), end+8<<10) // of a paragraph without an end, too
	part := s[:end+paragraph(s[end:most])]
	if end = counted(part, n, codeOf(part)); end == 0 {
		end = counted(s, n, codeOf(s))
	}
	return end
}

// counted is endOf when it is known what is code: a tag in it may begin an element, and ends none.
func counted(s string, n *html.Node, code func(at int) bool) int {
	depth := 0
	for p := range pieces(s) {
		switch {
		case !strings.EqualFold(tagName(p), n.Data):
		case p.kind != html.EndTagToken:
			depth++ // with a slash, too, which browsers pass over
		case !code(p.start):
			depth--
		}
		if depth == 0 || isVoid(n) {
			return p.start + len(p.raw)
		}
	}
	return 0
}

// paragraph returns the length of what stands before the first blank line.
func paragraph(s string) int {
	if m := blankLine.FindStringIndex(s); m != nil {
		return m[0]
	}
	return len(s)
}

// endless tells that what a mark hides does not end, and takes all that follows for hidden.
func (r *Result) endless(where, mark, s string) int {
	r.leaveNamed(where, "", "yang sesudah %s tidak dibawa: tidak diketahui di mana berakhir",
		"what follows %s is not carried: nobody knows where it ends", mark)
	return len(s)
}

func isLetter(s string) bool {
	return s != "" && ('a' <= s[0]|' ' && s[0]|' ' <= 'z')
}

// tagName returns the name of a tag as it is written, "" for other pieces.
func tagName(p piece) string {
	if p.kind == html.TextToken || p.kind == html.CommentToken {
		return ""
	}
	name := strings.TrimLeft(p.raw, "</")
	if end := strings.IndexAny(name, " \t\r\n\f/>"); end >= 0 {
		return name[:end]
	}
	return name
}

// isVoid reports whether an element has no content and no end.
func isVoid(n *html.Node) bool {
	return slices.Contains([]atom.Atom{
		atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
		atom.Link,
		atom.Meta, atom.Source, atom.Track, atom.Wbr,
	}, n.DataAtom)
}
