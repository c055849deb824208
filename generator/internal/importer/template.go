package importer

import (
	"fmt"
	"html"
	"maklumat/generator/internal/markdown"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Pages of Hugo hold shortcodes, and those of Jekyll tags of Liquid. The usual ones become what
// they were in Markdown; of others the text within them is kept, unless the old generator may have
// hidden it: what stands in a comment or under a condition is not carried.

// instructions match what each generator looks for: shortcodes of Hugo, which may be written so
// that they are shown, and its comments; tags and values of Liquid. Both look for them in code too.
var (
	hugoInstruction   = regexp.MustCompile(`(?s)\{\{([<%])(.*?)[>%]\}\}|\{\{-?\s*/(\*).*?\*/\s*-?\}\}`)
	liquidInstruction = regexp.MustCompile(`(?s)\{%-?(.*?)-?%\}|\{\{(.*?)\}\}`)
	rawEnd            = regexp.MustCompile(`\{%-?\s*endraw\s*-?%\}`)
	instructionName   = regexp.MustCompile(`^\s*(/?)\s*([\w./-]*)\s*`)
)

// A call is an instruction that was found.
type call struct {
	start, end int
	inCode     bool // to Markdown
	value      bool // of Liquid, which is written out, or a comment
	shown      bool // it is written so that readers see it
	closing    bool
	name       string
	args       string // what follows the name
	ending     int    // which of the calls ends it, -1 for none
}

// calls returns the instructions of a text.
func calls(s string, jekyll, isHTML bool) []call {
	inCode := func(int) bool { return false }
	if !isHTML {
		inCode = codeOf(s)
	}
	pattern := hugoInstruction
	if jekyll {
		pattern = liquidInstruction
	}
	var all []call
	open := map[string][]int{} // calls that are not ended, by their names
	raw := 0                   // where text ends that Liquid does not read
	for _, m := range pattern.FindAllStringSubmatchIndex(s, -1) {
		if m[0] < raw {
			continue
		}
		c := call{start: m[0], end: m[1], inCode: inCode(m[0]), ending: -1}
		var said string
		switch {
		case jekyll && m[2] >= 0:
			said = s[m[2]:m[3]]
		case jekyll:
			c.value, c.args = true, strings.Trim(s[m[4]:m[5]], "- \t\n")
		case m[4] < 0: // a comment of Hugo
			c.value, c.args = true, "/*"
		default:
			said = s[m[4]:m[5]]
			if inner, ok := strings.CutPrefix(strings.TrimSpace(said), "/*"); ok {
				c.shown = true
				mark := s[m[2]:m[3]]
				c.args = "{{" + mark + strings.TrimSuffix(strings.TrimRight(inner, " "), "*/") +
					map[string]string{"<": ">", "%": "%"}[mark] + "}}"
			}
		}
		if !c.value && !c.shown {
			name := instructionName.FindStringSubmatch(said)
			c.closing, c.name = name[1] != "", strings.ToLower(name[2])
			c.args = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(said[len(name[0]):]),
				"/"))
			if ended, ok := strings.CutPrefix(c.name, "end"); ok && jekyll {
				c.closing, c.name = true, ended
			}
		}
		if jekyll && c.name == "raw" && !c.closing {
			if end := rawEnd.FindStringIndex(s[c.end:]); end != nil {
				raw = c.end + end[0]
			}
		}
		i := len(all)
		if before := open[c.name]; c.closing && len(before) > 0 {
			all[before[len(before)-1]].ending = i
			open[c.name] = before[:len(before)-1]
		} else if !c.closing && c.name != "" {
			open[c.name] = append(before, i)
		}
		all = append(all, c)
	}
	return all
}

// codeOf returns a function that reports whether a place in Markdown is in code.
func codeOf(s string) func(at int) bool {
	var spans [][2]int // in their order
	at := 0
	outside := func(part string, base int) {
		for part != "" { // a span of code ends with its paragraph
			end := len(part)
			if m := blankLine.FindStringIndex(part); m != nil {
				end = m[1]
			}
			outsideCode(part[:end], func(piece string, code bool) {
				if code {
					spans = append(spans, [2]int{base, base + len(piece)})
				}
				base += len(piece)
			})
			part = part[end:]
		}
	}
	for _, m := range fences(s) {
		outside(s[at:m[0]], at)
		spans = append(spans, [2]int{m[0], m[1]})
		at = m[1]
	}
	outside(s[at:], at)
	return func(at int) bool {
		i, ok := slices.BinarySearchFunc(spans, at, func(r [2]int, at int) int {
			switch {
			case r[1] <= at:
				return -1
			case r[0] > at:
				return 1
			}
			return 0
		})
		return ok && i < len(spans)
	}
}

// conditional are the tags of Liquid whose content is shown at some times, to some people, or not
// at all; and so are shortcodes of some names (closed).
var conditional = []string{"if", "unless", "case", "for", "tablerow", "capture", "ifversion"}

// hiding are the names of instructions of both whose content nobody sees.
var hiding = []string{"comment", "draft", "todo", "internal", "intern"}

// withoutTemplates writes the instructions of a page as Markdown, or as HTML in a page of that.
func (r *Result) withoutTemplates(p *page, s string, o *old) string {
	isHTML := path.Ext(p.name) == ".html"
	all := calls(s, p.jekyll, isHTML)
	var b strings.Builder
	at := 0
	for i := 0; i < len(all); i++ {
		c := all[i]
		if c.start < at {
			continue // it was in what is not carried
		}
		hides := closed.MatchString(c.name) || slices.Contains(hiding, c.name) ||
			p.jekyll && slices.Contains(conditional, c.name)
		ended := !c.closing && c.ending >= 0
		if c.inCode && !c.shown && !(ended && (hides || p.jekyll && c.name == "raw")) {
			continue // readers see it as it is
		}
		b.WriteString(s[at:c.start])
		at = c.end
		whole := plainLine(s[c.start:c.end])
		within := isHTML || isWithinHTML(s, c.start)
		switch {
		case c.shown:
			b.WriteString(c.args)
		case titled.MatchString(c.name) && (c.closing || ended):
			b.WriteString(heading(c, within))
		case c.name == "capture" && p.jekyll && ended &&
			!strings.Contains(s[c.end:all[c.ending].start], "capture"):
			at = all[c.ending].end
			p.keep(c.args, r.withoutTemplates(p, s[c.end:all[c.ending].start], o))
		case c.name == "assign" && p.jekyll && assigned.MatchString(c.args):
			m := assigned.FindStringSubmatch(c.args)
			p.keep(m[1], m[2]+m[3])
		case c.closing: // what it ended was told
		case c.value:
			b.WriteString(r.value(p, c.args, whole, within))
		case hides:
			// Its arguments are not told: they may be a password.
			if c.ending < 0 && !p.jekyll && !slices.Contains(hiding, c.name) && !endsLater(all, i) {
				r.leaveNamed(p.name, "", "kode %s tidak dibawa", "the code %s is not carried",
					c.name)
				continue
			}
			if c.ending < 0 {
				r.leaveNamed(p.name, "",
					"sesudah kode %s tidak dibawa: tidak diketahui di mana berakhir",
					"what follows the code %s is not carried: nobody knows where it ends", c.name)
				return b.String()
			}
			r.leaveNamed(p.name, "", "isi kode %s mungkin tidak untuk umum dan tidak dibawa",
				"the content of the code %s may not be public and is not carried", c.name)
			at = all[c.ending].end
		case c.name == "highlight" || c.name == "raw" || c.name == "code":
			if c.ending < 0 {
				r.leaveNamed(p.name, "", "kode %s tidak dibawa: %s",
					"the code %s is not carried: %s",
					c.name, whole)
				continue
			}
			b.WriteString(program(c, s[c.end:all[c.ending].start], within))
			at = all[c.ending].end
		default:
			text := r.standing(p, c, o, ended, whole)
			switch {
			case within:
				text = htmlOf(text)
			case strings.HasSuffix(s[:c.start], "[") && strings.HasPrefix(s[at:], "]"):
				text = strings.TrimSpace(text) // it is what a link shows
			}
			b.WriteString(text)
			for strings.HasSuffix(text, "\n") && at < len(s) && s[at] == ' ' {
				at++ // it is a block of its own
			}
		}
	}
	return b.String() + s[at:]
}

// untold tells of the texts that a page keeps and does not show itself: others may.
func (r *Result) untold(p *page) {
	for _, name := range slices.Sorted(maps.Keys(p.kept)) {
		if !p.kept[name].shown {
			r.leave(p.name, "isi %s disimpan dan tidak tampil di halaman ini; tidak dibawa",
				"the content of %s is kept and not shown on this page; it is not carried", name)
		}
	}
}

// standing writes an instruction that is none of the others. Of what is not known a mark stays,
// which links to nowhere are known by.
func (r *Result) standing(p *page, c call, o *old, ended bool, whole string) string {
	text, ok := r.usual(p, c, o)
	if named, _ := arguments(c.args); !ok && !ended && isPicture(named["src"]) {
		text, ok = picture(named, "") // of a theme
	}
	if ok || c.name == "" {
		return text
	}
	r.leaveNamed(p.name, "", "kode %s tidak dibawa: %s", "the code %s is not carried: %s", c.name,
		whole)
	return unknownPart
}

// isWithinHTML reports whether a place in Markdown is in a block of HTML, which begins its
// paragraph.
func isWithinHTML(s string, at int) bool {
	s = s[max(0, at-2<<10):at]
	begin := len(s)
	for begin > 0 {
		line := strings.LastIndexByte(s[:begin], '\n')
		if begin < len(s) && strings.TrimSpace(s[line+1:begin]) == "" {
			break
		}
		begin = max(line, 0)
	}
	text := strings.TrimLeft(s[begin:], " \t\n")
	return text != "" && text[0] == '<' && slices.Contains(blocks, tag(text).DataAtom)
}

// htmlOf returns the HTML of a picture or of an address, as instructions become.
func htmlOf(s string) string {
	text := strings.TrimSpace(s)
	if m := imageMark.FindStringSubmatch(text); m != nil && m[0] == text {
		alt := strings.NewReplacer(`\[`, "[", `\]`, "]").Replace(m[1])
		return fmt.Sprintf("<img src=\"%s\" alt=\"%s\" title=\"%s\">", html.EscapeString(m[2]),
			html.EscapeString(alt), html.EscapeString(unquoted.Replace(m[3])))
	}
	if address, ok := strings.CutSuffix(strings.TrimPrefix(text, "<"), ">"); ok {
		address = html.EscapeString(address)
		return "<a href=\"" + address + "\">" + address + "</a>"
	}
	return s
}

// A kept is a text of a page that Liquid shows where its name stands.
type kept struct {
	text  string
	shown bool
}

// keep keeps a text under a name.
func (p *page) keep(name, text string) {
	if p.kept == nil {
		p.kept = map[string]*kept{}
	}
	p.kept[strings.TrimSpace(name)] = &kept{text: text}
}

// assigned matches a text that Liquid keeps under a name.
var assigned = regexp.MustCompile(`^([\w-]+)\s*=\s*(?:"([^"|]*)"|'([^'|]*)')$`)

// keptFilter matches the name of a kept text that is shown as it is.
var keptFilter = regexp.MustCompile(
	`^([\w-]+)\s*(?:\|\s*(?:markdownify|strip|strip_newlines|escape|escape_once|lstrip|rstrip)\s*)*$`)

// titled matches the names of instructions and shortcodes whose content stands by itself, below a
// title.
var titled = regexp.MustCompile(`(^|[-_])(tab|tabitem|accordion|item|details|expand|collapse|toggle|spoiler|panel|faq|question)$`)

// heading returns what stands at the beginning or the end of such content.
func heading(c call, isHTML bool) string {
	named, rest := arguments(c.args)
	title := ""
	for _, key := range []string{"title", "name", "header", "summary", "label", "tabname",
		"question"} {
		title = or(title, named[key])
	}
	if len(rest) > 0 {
		title = or(title, rest[0])
	}
	switch {
	case c.closing || title == "":
		return "\n\n"
	case isHTML:
		return "<p><b>" + html.EscapeString(title) + "</b></p>"
	}
	return "\n\n**" + title + "**\n\n"
}

// endsLater reports whether after an instruction there is the end of one that did not begin. Hugo
// shows no page with a shortcode that has content and no end, so that one without an end, such as a
// form to subscribe, has no content; unless its end is written with another name.
func endsLater(all []call, after int) bool {
	ends := map[int]bool{}
	for _, c := range all {
		ends[c.ending] = true
	}
	for i := after + 1; i < len(all); i++ {
		if all[i].closing && !ends[i] {
			return true
		}
	}
	return false
}

// program writes what a page shows as code.
func program(c call, code string, isHTML bool) string {
	if c.name == "raw" {
		return code
	}
	language := strings.Trim(strings.SplitN(c.args+" ", " ", 2)[0], `"'`)
	if isHTML { // a highlighter shows it as it is
		return fmt.Sprintf("<pre><code class=\"language-%s\">%s</code></pre>",
			html.EscapeString(language),
			html.EscapeString(strings.Trim(code, "\n")))
	}
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	return "\n\n" + fence + language + "\n" + strings.Trim(code, "\n") + "\n" + fence + "\n\n"
}

// places are the addresses of what a shortcode shows of another site, by its identifier.
var shows = map[string]string{
	"youtube": "https://www.youtube.com/watch?v=%s", "vimeo": "https://vimeo.com/%s",
	"instagram": "https://www.instagram.com/p/%s/", "tweet": "https://x.com/i/status/%s",
	"gist": "https://gist.github.com/%s", "x": "https://x.com/%s",
}

// usual writes an instruction that both generators, or most of their themes, know.
func (r *Result) usual(p *page, c call, o *old) (string, bool) {
	named, rest := arguments(c.args)
	first := ""
	if len(rest) > 0 {
		first = rest[0]
	}
	switch c.name {
	case "ref", "relref", "link", "post_url":
		if hugo := c.name == "ref" || c.name == "relref"; hugo == p.jekyll {
			return "", false // it is one of a theme
		}
		to := or(named["path"], first)
		if address, ok := o.reference(p, to, c.name == "post_url"); ok {
			return newAddress + address, true
		}
		if ext := path.Ext(to); ext != ".md" && ext != ".markdown" && ext != ".html" {
			return "/" + strings.TrimPrefix(to, "/"), true // a file, perhaps
		}
		return strings.TrimSuffix(to, path.Ext(to)), true
	case "figure", "image", "img", "picture", "figure.html", "image.html":
		if !p.jekyll || named["src"] != "" {
			return picture(named, first)
		}
	case "include", "include_relative", "include_cached":
		if src := or(named["src"], or(named["image_path"], named["url"])); src != "" &&
			isPicture(src) {
			named["src"] = src
			return picture(named, "")
		}
		return "", false
	case "param":
		if v, ok := p.header[strings.ToLower(first)]; ok && first != "" {
			return plainLine(fmt.Sprint(v)), true
		}
		if said := scalar(mapping(p.site["params"])[strings.ToLower(first)]); said != "" {
			return plainLine(said), true
		}
	case "audio", "video", "pdf", "embed":
		if src := or(named["src"], or(named["url"], first)); src != "" {
			r.leave(p.name, "sematan %s menjadi tautan", "the embedded %s becomes a link", src)
			return "\n\n<" + src + ">\n\n", strings.Contains(src, "://")
		}
	}
	if form, ok := shows[c.name]; ok {
		id := or(named["id"], first)
		switch {
		case c.name == "gist" && len(rest) > 1:
			id = rest[0] + "/" + rest[1]
		case (c.name == "x" || c.name == "tweet") && named["user"] != "":
			form, id = shows["x"], named["user"]+"/status/"+named["id"]
		}
		if id != "" {
			r.leave(p.name, "sematan %s menjadi tautan", "the embedded %s becomes a link", c.name)
			return "\n\n<" + fmt.Sprintf(form, id) + ">\n\n", true
		}
	}
	return "", false
}

func isPicture(src string) bool {
	return slices.Contains([]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"},
		strings.ToLower(path.Ext(src)))
}

// picture writes a picture with the words below it.
func picture(named map[string]string, first string) (string, bool) {
	src := or(named["src"], or(named["link"], first))
	if src == "" {
		return "", false
	}
	words := strings.TrimSpace(strings.Join(slices.DeleteFunc(
		[]string{named["title"], named["caption"], named["attr"]},
		func(s string) bool { return strings.TrimSpace(s) == "" }), ". "))
	alt := strings.NewReplacer("[", `\[`, "]", `\]`).Replace(or(named["alt"], words))
	out := "\n\n![" + alt + "](" + strings.ReplaceAll(src, " ", "%20")
	if words != "" {
		out += ` "` + quoting.Replace(words) + `"`
	}
	return out + ")\n\n", true
}

// addressFilter matches an address that Liquid completes.
var addressFilter = regexp.MustCompile(`^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url))`)

// value writes a value of Liquid.
func (r *Result) value(p *page, args, whole string, within bool) string {
	if strings.HasPrefix(args, "/*") { // what it says was for nobody
		r.leave(p.name, "komentar tidak dibawa", "a comment is not carried")
		return ""
	}
	switch args {
	case "site.baseurl", "site.url", "site.baseUrl", "page.baseurl", "":
		return ""
	}
	if m := addressFilter.FindStringSubmatch(args); m != nil {
		return m[1]
	}
	if m := keptFilter.FindStringSubmatch(args); m != nil && p.kept[m[1]] != nil {
		k := p.kept[m[1]]
		if k.shown = true; within && strings.Contains(args, "markdownify") {
			return markdown.HTML(k.text)
		}
		return k.text
	}
	if key, ok := strings.CutPrefix(args, "page."); ok {
		if v, ok := p.header[strings.ToLower(key)]; ok {
			return plainLine(fmt.Sprint(v))
		}
	}
	if key, ok := strings.CutPrefix(args, "site."); ok {
		var value any = p.site
		for part := range strings.SplitSeq(key, ".") {
			value = mapping(value)[strings.ToLower(part)]
		}
		if said := scalar(value); said != "" {
			return plainLine(said)
		}
	}
	r.leave(p.name, "%s tidak dibawa", "%s is not carried", whole)
	return unknownPart
}
