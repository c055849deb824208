package importer

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Pages of Hugo hold shortcodes, and those of Jekyll tags of Liquid. The usual ones become what they
// were in Markdown; of others the text within them is kept, unless the old generator may have hidden
// it: what stands in a comment or under a condition is not carried.

// instruction matches one of them: a shortcode of Hugo, or a tag or value of Liquid.
var instruction = regexp.MustCompile(`(?s)\{\{([<%])(.*?)[>%]\}\}|\{%-?(.*?)-?%\}|\{\{(.*?)\}\}`)

// A call is an instruction that was found.
type call struct {
	start, end int
	shortcode  bool // of Hugo
	value      bool // of Liquid, which is written out
	closing    bool
	name       string
	args       string // what follows the name
}

// calls returns the instructions of a text outside of code.
func calls(s string, isHTML bool) []call {
	inCode := func(int) bool { return false }
	if !isHTML {
		inCode = codeOf(s)
	}
	var all []call
	for _, m := range instruction.FindAllStringSubmatchIndex(s, -1) {
		if inCode(m[0]) {
			continue
		}
		c := call{start: m[0], end: m[1]}
		var said string
		switch {
		case m[4] >= 0:
			c.shortcode, said = true, s[m[4]:m[5]]
		case m[6] >= 0:
			said = s[m[6]:m[7]]
		default:
			c.value, said = true, s[m[8]:m[9]]
		}
		said = strings.TrimSpace(said)
		if c.value {
			c.args = strings.Trim(said, "- ")
			all = append(all, c)
			continue
		}
		said = strings.TrimSpace(strings.TrimSuffix(said, "/"))
		if rest, ok := strings.CutPrefix(said, "/"); ok {
			c.closing, said = true, strings.TrimSpace(rest)
		}
		c.name, c.args, _ = strings.Cut(said, " ")
		c.name, c.args = strings.ToLower(strings.TrimSpace(c.name)), strings.TrimSpace(c.args)
		if name, ok := strings.CutPrefix(c.name, "end"); ok && !c.shortcode {
			c.closing, c.name = true, name
		}
		all = append(all, c)
	}
	return all
}

// codeOf returns a function that reports whether a place in Markdown is in code.
func codeOf(s string) func(at int) bool {
	var spans [][2]int
	at := 0
	outside := func(part string, base int) {
		outsideCode(part, func(piece string, code bool) {
			if code {
				spans = append(spans, [2]int{base, base + len(piece)})
			}
			base += len(piece)
		})
	}
	for _, m := range fences(s) {
		outside(s[at:m[0]], at)
		spans = append(spans, [2]int{m[0], m[1]})
		at = m[1]
	}
	outside(s[at:], at)
	return func(at int) bool {
		return slices.ContainsFunc(spans, func(r [2]int) bool { return at >= r[0] && at < r[1] })
	}
}

// conditional are the tags of Liquid whose content is shown at some times, to some people, or not at
// all; and so are shortcodes of some names (closed).
var conditional = []string{"comment", "if", "unless", "case", "for", "tablerow", "capture", "ifversion"}

// withoutTemplates writes the instructions of a page as Markdown, or as HTML in a page of that.
func (r *Result) withoutTemplates(p *page, s string, o *old) string {
	isHTML := path.Ext(p.name) == ".html"
	all := calls(s, isHTML)
	var b strings.Builder
	at := 0
	for i := 0; i < len(all); i++ {
		c := all[i]
		b.WriteString(s[at:c.start])
		at = c.end
		whole := plainLine(s[c.start:c.end])
		end := ending(all[i+1:], c)
		hides := slices.Contains(conditional, c.name) && !c.shortcode ||
			c.shortcode && (closed.MatchString(c.name) || c.name == "comment" || c.name == "draft")
		switch {
		case c.closing: // what it ended was told
		case c.value:
			b.WriteString(r.value(p, c.args, whole))
		case hides && end < 0:
			r.leave(p.name, "sesudah %s tidak dibawa: tidak diketahui di mana berakhir",
				"what follows %s is not carried: nobody knows where it ends", whole)
			return b.String()
		case hides:
			r.leave(p.name, "isi %s mungkin tidak untuk umum dan tidak dibawa",
				"the content of %s may not be public and is not carried", whole)
			i += 1 + end
			at = all[i].end
		case c.name == "highlight" || c.name == "raw" || c.name == "code":
			if end < 0 {
				r.leave(p.name, "%s tidak dibawa", "%s is not carried", whole)
				continue
			}
			inner := s[c.end:all[i+1+end].start]
			i += 1 + end
			at = all[i].end
			b.WriteString(program(c, inner, isHTML))
		default:
			if text, ok := r.usual(p, c, o); ok {
				b.WriteString(text)
				for strings.HasSuffix(text, "\n") && at < len(s) && s[at] == ' ' {
					at++ // it is a block of its own
				}
			} else if c.name != "" {
				r.leaveNamed(p.name, "kode %s tidak dibawa: %s", "the code %s is not carried: %s",
					c.name, whole)
			}
		}
	}
	return b.String() + s[at:]
}

// ending returns which of the calls ends c, -1 for none.
func ending(all []call, c call) int {
	depth := 0
	for i, o := range all {
		if o.name != c.name || o.shortcode != c.shortcode || o.value {
			continue
		}
		if !o.closing {
			depth++
		} else if depth--; depth < 0 {
			return i
		}
	}
	return -1
}

// program writes what a page shows as code.
func program(c call, code string, isHTML bool) string {
	if c.name == "raw" && !strings.Contains(code, "\n") {
		return code
	}
	language := strings.Trim(strings.SplitN(c.args+" ", " ", 2)[0], `"'`)
	if isHTML {
		return code
	}
	if c.name == "raw" {
		return code
	}
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	return "\n\n" + fence + language + "\n" + strings.Trim(code, "\n") + "\n" + fence + "\n\n"
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
		to := or(named["path"], first)
		if address, ok := o.reference(p, to, c.name == "post_url"); ok {
			return newAddress + address, true
		}
		return strings.TrimSuffix(to, path.Ext(to)), true
	case "figure", "image", "img", "picture", "figure.html", "image.html":
		if c.shortcode || named["src"] != "" {
			return picture(named, first)
		}
	case "include", "include_relative", "include_cached":
		if src := or(named["src"], or(named["image_path"], named["url"])); src != "" && isPicture(src) {
			named["src"] = src
			return picture(named, "")
		}
		return "", false
	case "param":
		if v, ok := p.header[strings.ToLower(first)]; ok && first != "" {
			return plainLine(fmt.Sprint(v)), true
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
func (r *Result) value(p *page, args, whole string) string {
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
	if key, ok := strings.CutPrefix(args, "page."); ok {
		if v, ok := p.header[strings.ToLower(key)]; ok {
			return plainLine(fmt.Sprint(v))
		}
	}
	r.leave(p.name, "%s tidak dibawa", "%s is not carried", whole)
	return ""
}

// reference returns the new address of the page that another names by its file, with or without
// its ending, from the top, from its own folder, or by its last name alone.
func (o *old) reference(p *page, to string, post bool) (string, bool) {
	to, fragment, _ := strings.Cut(to, "#")
	if fragment != "" {
		fragment = "#" + fragment
	}
	if to == "" {
		return fragment, fragment != ""
	}
	name := strings.Trim(to, "/")
	folders := []string{"", path.Dir(p.name)}
	if post {
		folders = []string{"_posts", path.Join(path.Dir(p.name), "_posts"), path.Dir(p.name)}
	}
	ends := []string{"", ".md", ".markdown", ".html", "/index.md", "/_index.md", "/index.html"}
	for _, folder := range folders {
		for _, end := range ends {
			if address, ok := o.files[path.Join(folder, name)+end]; ok {
				return address + fragment, true
			}
		}
	}
	found := ""
	for _, file := range o.named(path.Base(name)) {
		for _, end := range ends {
			if strings.HasSuffix("/"+file, "/"+name+end) {
				if found != "" && found != o.files[file] {
					return "", false // nobody knows which
				}
				found = o.files[file]
			}
		}
	}
	return found + fragment, found != ""
}

// named returns the pages whose file has a name, with or without its ending, or whose folder has it.
func (o *old) named(name string) []string {
	if len(o.names) == 0 {
		for file := range o.files {
			base := path.Base(file)
			stem := strings.TrimSuffix(base, path.Ext(base))
			o.names[base] = append(o.names[base], file)
			o.names[stem] = append(o.names[stem], file)
			if stem == "index" || stem == "_index" {
				folder := path.Base(path.Dir(file))
				o.names[folder] = append(o.names[folder], file)
			}
		}
	}
	return o.names[name]
}
