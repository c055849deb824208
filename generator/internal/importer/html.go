package importer

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
)

var tags = regexp.MustCompile(`<[^>]*>`)

// oneLine returns a text without line breaks, tags and entities, as of a title.
func oneLine(s string) string {
	return strings.Join(strings.Fields(html.UnescapeString(html.UnescapeString(tags.ReplaceAllString(s, "")))), " ")
}

var (
	code      = regexp.MustCompile(`(?is)<(?:pre|code)\b.*?</(?:pre|code)>`)
	comment   = regexp.MustCompile(`(?s)<!--.*?-->`)
	source    = regexp.MustCompile(`(?is)<(?:iframe|embed|object|video|audio|source)\b[^>]*?\s(?:src|data)=["']([^"']+)["'][^>]*>`)
	frames    = regexp.MustCompile(`(?is)<(iframe|object|video|audio)\b[^>]*>(.*?)</(?:iframe|object|video|audio)>|<embed\b[^>]*>`)
	active    = []*regexp.Regexp{regexp.MustCompile(`(?is)<(script)\b.*?</script>`), regexp.MustCompile(`(?is)<(style)\b.*?</style>`), regexp.MustCompile(`(?is)<(form)\b.*?</form>`)}
	caption   = regexp.MustCompile(`(?s)\[caption[^\]]*\]\s*(?:<a\b[^>]*>)?\s*(<img[^>]*>)\s*(?:</a>)?\s*(.*?)\[/caption\]`)
	figure    = regexp.MustCompile(`(?is)<figure\b[^>]*>\s*(?:<a\b[^>]*>)?\s*(<img[^>]*>)\s*(?:</a>)?\s*<figcaption[^>]*>(.*?)</figcaption>\s*</figure>`)
	button    = regexp.MustCompile(`(?is)<a\b[^>]*wp-block-file__button[^>]*>.*?</a>`)
	gallery   = regexp.MustCompile(`\[gallery[^\]]*\]`)
	ids       = regexp.MustCompile(`ids=["']?([\d, ]+)`)
	embed     = regexp.MustCompile(`\[embed[^\]]*\]\s*(\S+?)\s*\[/embed\]`)
	shortcode = regexp.MustCompile(`\[(/?)([A-Za-z][\w-]*)((?:\s[^\[\]]*)?)\]`)
	address   = regexp.MustCompile(`(?i)\b(?:url|src|href|file|pdf|mp4|mp3)=["']?(https?://[^"'\s\]]+)`)
	block     = regexp.MustCompile(`(?i)^\s*</?(p|div|ul|ol|li|dl|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|figure|hr|section)\b`)
	blankLine = regexp.MustCompile(`\n[ \t]*\n`)
	top       = regexp.MustCompile(`(?i)<(/?)h1\b`)
	linked    = regexp.MustCompile(`(?is)<a\b[^>]*>\s*(<img[^>]*>)\s*</a>`)
	alone     = regexp.MustCompile(`(?i)(</?(?:ul|ol|table|blockquote|h[1-6]|div|figure)\b[^>]*>)`)
	tables    = regexp.MustCompile(`(?is)<table\b.*?</table>`)
	cells     = regexp.MustCompile(`(?is)<t([dh])\b([^>]*)>(.*?)</t[dh]>`)
	lineBreak = regexp.MustCompile(`(?i)\s*(?:<br\s*/?>|</p>\s*<p[^>]*>|</li>\s*<li[^>]*>|\n)\s*`)
	cellBlock = regexp.MustCompile(`(?i)</?(?:p|ul|ol|li|div|span)\b[^>]*>`)
	anchor    = regexp.MustCompile(`(?is)<a\s+(?:name|id)=["'][^"']*["']\s*>\s*</a>`)
	titleAttr = regexp.MustCompile(`(?i)\stitle=("[^"]*"|'[^']*')`)
)

// withoutCode applies a change to all of a text but its code.
func withoutCode(s string, change func(string) string) string {
	var b strings.Builder
	at := 0
	for _, m := range code.FindAllStringIndex(s, -1) {
		b.WriteString(change(s[at:m[0]]))
		b.WriteString(s[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(change(s[at:]))
	return b.String()
}

// body returns the text of a post as Markdown.
func (w *wordpress) body(t *target) string {
	s := strings.ReplaceAll(t.Content, "\r\n", "\n")
	blocks := strings.Contains(s, "<!-- wp:")
	s = comment.ReplaceAllString(s, "")
	s = withoutCode(s, func(s string) string { return w.shortcodes(t, s) })
	s = w.embedded(t.where, s)
	if !blocks {
		s = paragraphs(s)
	}
	return w.markdown(t.where, s)
}

// embedded turns what shows another site's player into a link, and leaves out what runs.
func (r *Result) embedded(where, s string) string {
	for _, pattern := range active {
		s = pattern.ReplaceAllStringFunc(s, func(m string) string {
			r.leave(where, "%s tidak dibawa", "%s is not carried", "<"+strings.ToLower(pattern.FindStringSubmatch(m)[1])+">")
			return ""
		})
	}
	s = button.ReplaceAllString(s, "") // beside the link to the same file
	return frames.ReplaceAllStringFunc(s, func(m string) string {
		src := source.FindStringSubmatch(m)
		if src == nil {
			r.leave(where, "sematan tanpa alamat tidak dibawa", "something embedded without an address is not carried")
			return ""
		}
		r.leave(where, "sematan %s menjadi tautan", "the embedded %s becomes a link", src[1])
		return link(src[1])
	})
}

func link(to string) string {
	return fmt.Sprintf("\n\n<p><a href=%q>%s</a></p>\n\n", to, html.EscapeString(to))
}

// captioned returns a picture with its caption as its title.
func captioned(img, words string) string {
	img = titleAttr.ReplaceAllString(img, "")
	if words = oneLine(words); words != "" {
		img = strings.TrimSuffix(strings.TrimSuffix(img, ">"), "/") + fmt.Sprintf(` title="%s">`, html.EscapeString(words))
	}
	return "\n\n<p>" + img + "</p>\n\n"
}

// shortcodes resolves those that show pictures or files, and leaves out the others. A word in
// brackets is one only when it has attributes, an end, or a name that no word has.
func (w *wordpress) shortcodes(t *target, s string) string {
	s = caption.ReplaceAllStringFunc(s, func(m string) string {
		p := caption.FindStringSubmatch(m)
		return captioned(p[1], p[2])
	})
	s = embed.ReplaceAllStringFunc(s, func(m string) string { return link(embed.FindStringSubmatch(m)[1]) })
	s = gallery.ReplaceAllStringFunc(s, func(m string) string {
		var b strings.Builder
		if p := ids.FindStringSubmatch(m); p != nil {
			for id := range strings.SplitSeq(p[1], ",") {
				if f := w.files[number(strings.TrimSpace(id))]; f != nil {
					b.WriteString(captioned(fmt.Sprintf(`<img src=%q alt="">`, f.Attachment), f.Excerpt))
				} else {
					w.leave(t.where, "gambar %s dari galeri tidak ada dalam ekspor", "the picture %s of a gallery is not in the export", id)
				}
			}
		} else {
			w.leave(t.where, "galeri tanpa daftar gambar tidak dibawa", "a gallery without a list of pictures is not carried")
		}
		return b.String()
	})
	ends := map[string]bool{}
	for _, m := range shortcode.FindAllStringSubmatch(s, -1) {
		if m[1] == "/" {
			ends[m[2]] = true
		}
	}
	return shortcode.ReplaceAllStringFunc(s, func(m string) string {
		p := shortcode.FindStringSubmatch(m)
		if !ends[p[2]] && !strings.Contains(p[3], "=") && !strings.ContainsAny(p[2], "_-") {
			return m // a word in brackets
		}
		if to := address.FindStringSubmatch(p[3]); to != nil {
			w.leave(t.where, "kode pendek [%s] menjadi tautan", "the shortcode [%s] becomes a link", p[2])
			return link(to[1])
		}
		w.leave(t.where, "kode pendek [%s] tidak dibawa", "the shortcode [%s] is not carried", p[2])
		return ""
	})
}

// paragraphs marks those of a classic post, where a blank line divides and a line break is
// one: as WordPress does, but for what stands in blocks of its own.
func paragraphs(s string) string {
	var kept []string
	s = code.ReplaceAllStringFunc(s, func(m string) string {
		kept = append(kept, m)
		return fmt.Sprintf("\x00%d\x00", len(kept)-1)
	})
	s = alone.ReplaceAllStringFunc(s, func(m string) string {
		if m[1] == '/' {
			return m + "\n\n"
		}
		return "\n\n" + m
	})
	chunks := blankLine.Split(s, -1)
	for i, c := range chunks {
		if c = strings.TrimSpace(c); c != "" && !block.MatchString(c) {
			chunks[i] = "<p>" + strings.ReplaceAll(c, "\n", "<br>\n") + "</p>"
		}
	}
	s = strings.Join(chunks, "\n\n")
	for i, m := range kept {
		s = strings.Replace(s, fmt.Sprintf("\x00%d\x00", i), m, 1)
	}
	return s
}

// markdown converts HTML.
func (r *Result) markdown(where, s string) string {
	s = figure.ReplaceAllStringFunc(s, func(m string) string {
		p := figure.FindStringSubmatch(m)
		return captioned(p[1], p[2])
	})
	s = anchor.ReplaceAllString(linked.ReplaceAllString(top.ReplaceAllString(s, "<${1}h2"), "$1"), "")
	// A cell of a Markdown table is one line.
	s = tables.ReplaceAllStringFunc(s, func(m string) string {
		return cells.ReplaceAllStringFunc(m, func(cell string) string {
			p := cells.FindStringSubmatch(cell)
			return "<t" + p[1] + p[2] + ">" + strings.TrimSpace(cellBlock.ReplaceAllString(lineBreak.ReplaceAllString(strings.TrimSpace(p[3]), "; "), "")) + "</t" + p[1] + ">"
		})
	})
	c := converter.NewConverter(converter.WithPlugins(base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(commonmark.WithBulletListMarker("-")), table.NewTablePlugin(table.WithHeaderPromotion(true))))
	out, err := c.ConvertString(s)
	if err != nil {
		r.leave(where, "isinya tidak dapat dibaca: %v", "its text cannot be read: %v", err)
		return ""
	}
	return out
}
