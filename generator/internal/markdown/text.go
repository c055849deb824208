package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// unescape resolves backslashes and character references as CommonMark does in link
// destinations and titles, so that decisions are made on what a browser would see.
//
// What comes of one is not resolved again: \&amp; is the text &amp;, and so is &#38;amp;.
func unescape(b []byte) string {
	var out []byte
	done := 0 // up to where b is in out
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			out = append(append(out, b[done:i]...), b[i+1])
			i++
		case b[i] == '&':
			size := bytes.IndexByte(b[i:min(len(b), i+longestReference)], ';') + 1
			if size == 0 {
				continue
			}
			one := b[i : i+size]
			plain := util.ResolveEntityNames(util.ResolveNumericReferences(one))
			if one[1] == '#' {
				plain = util.ResolveNumericReferences(one)
			}
			out = append(append(out, b[done:i]...), plain...)
			i += size - 1
		default:
			continue
		}
		done = i + 1
	}
	return string(append(out, b[done:]...))
}

// longestReference is how many bytes a reference to a character has at most:
// &CounterClockwiseContourIntegral; has 33.
const longestReference = 40

// plain returns the text below n without markup.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	var gather func(ast.Node)
	gather = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Text:
			if n.IsRaw() {
				b.Write(n.Segment.Value(src))
			} else {
				b.WriteString(unescape(n.Segment.Value(src)))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(src))
		case *extast.FootnoteLink:
		case *ast.RawHTML:
		default:
			for child := n.FirstChild(); child != nil; child = child.NextSibling() {
				gather(child)
			}
		}
	}
	gather(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// Shorten cuts s to at most limit characters, at a word's end, with an ellipsis.
func Shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	end := 0
	for range limit - 1 {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	cut := s[:end]
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.–-") + "…"
}
