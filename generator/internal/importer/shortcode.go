package importer

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A piece is a tag, a comment or a stretch of text of HTML, as it was written.
type piece struct {
	raw   string
	start int // in the whole
	kind  html.TokenType
	name  atom.Atom // of a tag; 0 if HTML has no such element
	code  bool      // it stands in what no shortcode and no paragraph is looked for in
}

// pieces divides HTML. Together they are all of it but for a tag that is not ended.
func pieces(s string) iter.Seq[piece] {
	return func(yield func(piece) bool) { divide(s, yield) }
}

func divide(s string, yield func(piece) bool) {
	var within []atom.Atom
	z := html.NewTokenizer(strings.NewReader(s))
	at := 0
	for {
		kind := z.Next()
		p := piece{raw: string(z.Raw()), start: at, kind: kind}
		at += len(p.raw)
		if kind == html.ErrorToken {
			return
		}
		switch kind {
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			p.name = atom.Lookup(name)
		}
		switch p.name {
		case atom.Pre, atom.Code, atom.Kbd, atom.Samp, atom.Script, atom.Style, atom.Textarea,
			atom.Svg:
			if kind == html.StartTagToken {
				within = append(within, p.name)
			} else if i := slices.Index(within, p.name); i >= 0 && kind == html.EndTagToken {
				within = within[:i]
				p.code = true
			}
		}
		p.code = p.code || len(within) > 0
		if !yield(p) {
			return
		}
	}
}

// literal writes tags within code that HTML does not know, as in #include <stdio.h>, so that
// they stay text.
func literal(s string) string {
	var b strings.Builder
	for p := range pieces(s) {
		if p.code && p.kind != html.TextToken && p.name == 0 {
			p.raw = html.EscapeString(p.raw)
		}
		b.WriteString(p.raw)
	}
	return b.String()
}

var (
	shortcode = regexp.MustCompile(
		`\[?\[(/?)([A-Za-z][\w-]*)((?:[\s=](?:"[^"]*"|'[^']*'|[^\[\]])*?)?)/?\]\]?`)
	attribute = regexp.MustCompile(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)
	address   = regexp.MustCompile(`^\s*(https?://[^\s<>"'\[\]]+)`)
	language  = regexp.MustCompile(`^[\w#+-]+$`)
)

// programs are the shortcodes whose content is code.
var programs = []string{
	"code", "sourcecode", "source", "cc", "php", "css", "js", "javascript", "sql", "bash", "python",
	"java",
}

// closed matches the names of shortcodes that show their content only to some visitors.
var closed = regexp.MustCompile(
	`(?i)member|privat|restrict|hid(e|den)|log(ged)?[_-]?in|logged|passw|premium|secret|protect|subscri|encrypt|` +
		`paywall|(^|[-_])(access|roles?|can|cap|capability|visitors?|guests?|paid|audience)($|[-_])|current_?user|user_?(is|has|level)|` +
		`^(if|is|only|groups?)[-_]|^(mepr|s2|wlm|pmpro|rcp|ihc|swpm|llms|wppb|uam|memb|um|ld)([-_]|If)`)

// closedFor matches what a shortcode says of those whom it shows its content to.
var closedFor = regexp.MustCompile(
	`(?i)current_user|logged_?in|user_can|\b(roles?|capabilit(y|ies)|rules?|memberships?|user_?level|permissions?|visible_?to|access)\s*=`)

// playing are the attributes in which shortcodes name what they show.
var playing = []string{
	"url", "src", "href", "file", "pdf", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav",
	"link",
}

// texts returns a function that reports whether a place in HTML is in ordinary text.
func texts(s string) func(at int) bool {
	all := slices.Collect(pieces(s))
	return func(at int) bool {
		i, ok := slices.BinarySearchFunc(all, at, func(p piece, at int) int { return p.start - at })
		if !ok {
			i--
		}
		return i >= 0 && i < len(all) && all[i].kind == html.TextToken && !all[i].code
	}
}

// programCode makes HTML of the shortcodes that show code, which was not HTML.
func programCode(s string) string {
	var b strings.Builder
	ordinary, at := texts(s), 0
	for _, m := range shortcode.FindAllStringSubmatchIndex(s, -1) {
		name := s[m[4]:m[5]]
		if m[0] < at || m[2] < m[3] || !slices.Contains(programs, name) || !ordinary(m[0]) {
			continue
		}
		end := strings.Index(s[m[1]:], "[/"+name+"]")
		if end < 0 {
			break
		}
		class := ""
		for _, key := range []string{"language", "lang"} {
			if l := attributes(s[m[6]:m[7]])[key]; language.MatchString(l) {
				class = fmt.Sprintf(` class="language-%s"`, l)
			}
		}
		code := html.UnescapeString(s[m[1] : m[1]+end])
		fmt.Fprintf(&b, "%s<pre><code%s>%s</code></pre>", s[at:m[0]], class,
			html.EscapeString(strings.Trim(code, "\n")))
		at = m[1] + end + len("[/]") + len(name)
	}
	return b.String() + s[at:]
}

// attributes are those of a shortcode.
func attributes(s string) map[string]string {
	all := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(s, -1) {
		all[m[1]] = html.UnescapeString(m[2] + m[3] + m[4])
	}
	return all
}

// shortcodes resolves those that show pictures or files, and leaves out the others. A word in
// brackets is one only when it has attributes, an end, or a name that no word has.
func (w *wordpress) shortcodes(t *target, s string) string {
	ordinary, ends := texts(s), map[string]bool{}
	all := shortcode.FindAllStringSubmatchIndex(s, -1)
	for _, m := range all {
		if m[2] < m[3] {
			ends[s[m[4]:m[5]]] = true
		}
	}
	var b strings.Builder
	at, closing := 0, map[string]string{"caption": "</figure>", "wp_caption": "</figure>"}
	for _, m := range all {
		whole, name, said := s[m[0]:m[1]], s[m[4]:m[5]], s[m[6]:m[7]]
		word := !ends[name] && name != "gallery" && !strings.ContainsAny(name, "_-") &&
			!strings.Contains(said, "=") && !address.MatchString(said)
		if m[0] < at || word || !ordinary(m[0]) {
			continue
		}
		b.WriteString(s[at:m[0]])
		at = m[1]
		if strings.HasPrefix(whole, "[[") && strings.HasSuffix(whole, "]]") {
			b.WriteString(whole[1 : len(whole)-1]) // it is written so to be seen
			continue
		}
		if strings.HasPrefix(whole, "[[") {
			b.WriteByte('[')
		}
		after := ""
		if strings.HasSuffix(whole, "]]") {
			after = "]"
		}
		if stands := titled.MatchString(name) && ends[name]; m[2] < m[3] && stands {
			b.WriteString("\n\n")
		} else if m[2] < m[3] {
			b.WriteString(closing[name])
		} else if stands && attributes(said)["title"] != "" && !closedFor.MatchString(said) {
			b.WriteString("\n\n" + heading(call{args: said}, true) + "\n\n")
		} else {
			shown, to := w.shown(t, name, said, s[at:])
			b.WriteString(shown)
			at += to
		}
		b.WriteString(after)
	}
	return b.String() + s[at:]
}

// shown returns what stands for a shortcode, and how much of what follows it is part of it.
func (w *wordpress) shown(t *target, name, said, rest string) (string, int) {
	if closed.MatchString(name) || closedFor.MatchString(said) {
		if end := endOfShortcode(rest, name); end >= 0 {
			w.leave(t.where, "isi kode pendek [%s] tidak untuk umum dan tidak dibawa",
				"the content of the shortcode [%s] is not public and not carried", name)
			return "", end
		}
	}
	has := attributes(said)
	switch name {
	case "caption", "wp_caption":
		if has["caption"] == "" {
			return "<figure>", 0
		}
		return "<figure><figcaption>" + has["caption"] + "</figcaption>", 0
	case "gallery":
		return w.gallery(t, has["ids"]), 0
	}
	m := address.FindStringSubmatch(rest)
	if m != nil && strings.HasPrefix(strings.TrimSpace(rest[len(m[0]):]), "[/"+name+"]") {
		w.becomes(t, name)
		return link(html.UnescapeString(m[1])), len(m[0])
	}
	for _, key := range playing {
		if address.MatchString(has[key]) {
			w.becomes(t, name)
			return link(has[key]), 0
		}
	}
	if m := address.FindStringSubmatch(said); m != nil {
		w.becomes(t, name)
		return link(m[1]), 0
	}
	w.leave(t.where, "kode pendek [%s] tidak dibawa", "the shortcode [%s] is not carried", name)
	return "", 0
}

// endOfShortcode returns where the content of a shortcode ends, which may hold others of its name;
// -1 if it does not.
func endOfShortcode(rest, name string) int {
	end, depth := -1, 1
	for at := 0; depth > 0; {
		next := strings.IndexByte(rest[at:], '[')
		if next < 0 {
			break
		}
		at += next + 1
		switch inner, is := strings.CutPrefix(rest[at:], name); {
		case strings.HasPrefix(rest[at:], "/"+name+"]"):
			end = at - 1
			depth--
		case is && inner != "" && strings.ContainsRune(" \t\n=]", rune(inner[0])):
			depth++
		}
	}
	return end
}

func (w *wordpress) becomes(t *target, name string) {
	if name != "embed" {
		w.leave(t.where, "kode pendek [%s] menjadi tautan",
			"the shortcode [%s] becomes a link", name)
	}
}

func link(to string) string {
	to = html.EscapeString(to)
	return fmt.Sprintf("\n\n<p><a href=\"%s\">%s</a></p>\n\n", to, to)
}

// gallery returns the pictures of a gallery with their captions.
func (w *wordpress) gallery(t *target, ids string) string {
	if ids == "" {
		w.leave(t.where, "galeri tanpa daftar gambar tidak dibawa",
			"a gallery without a list of pictures is not carried")
	}
	var b strings.Builder
	for id := range strings.FieldsFuncSeq(ids, func(r rune) bool { return r == ',' || r == ' ' }) {
		if f := w.files[number(id)]; f != nil {
			fmt.Fprintf(&b, `<figure><img src="%s" alt=""><figcaption>%s</figcaption></figure>`,
				html.EscapeString(f.Attachment), f.Excerpt)
		} else {
			w.leave(t.where, "gambar %s dari galeri tidak ada dalam ekspor",
				"the picture %s of a gallery is not in the export", id)
		}
	}
	return b.String()
}

// paragraphs marks those of a classic post, where a blank line divides and a line break is
// one: as WordPress does, but for what stands in blocks of its own.
func paragraphs(s string) string {
	all := slices.DeleteFunc(slices.Collect(pieces(s)), func(p piece) bool {
		return p.kind == html.CommentToken
	})
	edge := func(i int) bool {
		return i < 0 || i >= len(all) || all[i].name == atom.Pre ||
			!all[i].code && slices.Contains(blocks, all[i].name)
	}
	var b strings.Builder
	within := false // a block, whose lines are HTML's own until a blank one
	for i, p := range all {
		switch {
		case p.kind == html.TextToken && !p.code:
			if edge(i - 1) {
				p.raw = strings.TrimLeft(p.raw, " \t\n")
			} else if all[i-1].name == atom.Br && !strings.HasPrefix(p.raw, "\n\n") {
				p.raw = strings.TrimPrefix(p.raw, "\n")
			}
			if edge(i + 1) {
				p.raw = strings.TrimRight(p.raw, " \t\n")
			}
			parts := blankLine.Split(p.raw, -1)
			for j := range parts {
				if within = within && j == 0; !within {
					parts[j] = strings.ReplaceAll(parts[j], "\n", "<br>\n")
				}
			}
			p.raw = strings.Join(parts, "\n<p>")
		case edge(i):
			within = p.kind == html.StartTagToken
		}
		b.WriteString(p.raw)
	}
	return b.String()
}

// quotedArgument matches an argument of a shortcode.
var quotedArgument = regexp.MustCompile("([\\w-]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'|`([^`]*)`|(\\S+))|\"((?:\\\\.|[^\"\\\\])*)\"|'([^']*)'|`([^`]*)`|(\\S+)")

// arguments returns the named arguments of an instruction, and the others in their order.
func arguments(s string) (named map[string]string, rest []string) {
	named = map[string]string{}
	for _, m := range quotedArgument.FindAllStringSubmatch(s, -1) {
		if m[1] != "" {
			named[strings.ToLower(m[1])] = unquoted.Replace(m[2]) + m[3] + m[4] + m[5]
		} else {
			rest = append(rest, unquoted.Replace(m[6])+m[7]+m[8]+m[9])
		}
	}
	return named, rest
}
