package importer

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// references rewrites the images and links of a body of Markdown to their new places.
func (r *Result) references(where, document, title, body string, o *old, files *[]Copy) string {
	names := map[string]named{}
	if strings.Contains(body, "]:") {
		body = besideCode(body, func(s string) string {
			return perParagraph(s, "]:", func(s string) string {
				return r.definitions(document, s, o, files, names)
			})
		})
	}
	return besideCode(body, func(s string) string {
		s = perParagraph(s, "[", func(s string) string {
			return r.targets(where, document, title, r.byName(where, s, names), o, files)
		})
		return withoutMarks.Replace(s)
	})
}

func (r *Result) targets(where, document, title, body string, o *old, files *[]Copy) string {
	if !strings.Contains(body, "](") {
		return body
	}
	body = imageMark.ReplaceAllStringFunc(body, func(m string) string {
		p := imageMark.FindStringSubmatch(m)
		if p[2] == "" {
			r.leadsNowhere(where, "")
			return instead(strings.TrimSpace(p[1]), or(unquoted.Replace(p[3]), p[4]))
		}
		from, ok := o.find(p[2])
		switch ext := strings.ToLower(path.Ext(p[2])); {
		case ok:
		case ext == ".svg" || ext == ".bmp" || ext == ".tif" || ext == ".tiff" || ext == ".heic" ||
			ext == ".avif":
			r.leave(where, "gambar %s tidak dibawa; simpan sebagai PNG atau JPEG, lalu tambahkan",
				"the image %s is not carried; save it as PNG or JPEG, and add it", p[2])
			return instead(strings.TrimSpace(p[1]), or(unquoted.Replace(p[3]), p[4]))
		default:
			r.leave(where, "gambar %s tidak ada di folder media",
				"the image %s is not in the media folder", withoutMarks.Replace(p[2]))
			return instead(strings.TrimSpace(p[1]), or(unquoted.Replace(p[3]), p[4]))
		}
		if o.isElsewhere(p[2]) {
			r.leave(where, "gambar %s dari situs lain; dipakai berkas sendiri yang jalurnya sama, periksa",
				"the image %s is of another site; our file of the same path is used, check it", p[2])
		}
		alt := strings.TrimSpace(p[1])
		if alt == "" {
			alt = o.alts[from]
		}
		if alt == "" {
			alt = title
			r.leave(where, "gambar %s belum dijelaskan; sementara memakai judul",
				"the image %s has no description; the title stands in", path.Base(from))
		}
		name := r.place(from, document, o, files)
		if title := or(unquoted.Replace(p[3]), p[4]); title != "" {
			return fmt.Sprintf("![%s](%s \"%s\")", alt, name, quoting.Replace(title))
		}
		return fmt.Sprintf("![%s](%s)", alt, name)
	})
	return linkMark.ReplaceAllStringFunc(body, func(m string) string {
		p := linkMark.FindStringSubmatch(m)
		if p[1] == "!" {
			return m
		}
		if strings.Contains(p[3], unknownPart) {
			return p[2]
		}
		if strings.HasPrefix(p[3], newAddress) {
			return strings.Replace(m, newAddress, "", 1)
		}
		if _, inside := o.inside(p[3]); !inside && p[2] == p[3] && strings.Contains(p[3], "://") {
			return "<" + p[3] + ">"
		}
		to, ok := r.leads(document, p[3], o, files)
		if ok && strings.TrimSpace(withoutMarks.Replace(p[2])) == "" {
			p[2] = nameOf(to)
			r.leave(where, "tautan ke %s tidak bertulisan; tulisannya sekarang %s",
				"the link to %s has no text; its text is now %s", p[3], p[2])
		}
		switch {
		case p[3] == "":
		case ok:
			if title := or(unquoted.Replace(p[4]), p[5]); title != "" {
				to += " \"" + quoting.Replace(title) + "\""
			}
			return "[" + p[2] + "](" + to + ")"
		}
		r.leadsNowhere(where, p[3])
		if strings.HasPrefix(p[2], onlyLink) {
			return ""
		}
		return p[2]
	})
}

func (r *Result) leadsNowhere(where, address string) {
	if address == "" {
		r.leave(where, "tautan tanpa alamat menjadi tulisan biasa",
			"a link without an address becomes ordinary text")
		return
	}
	r.leave(where, "tautan ke %s tidak punya tujuan di sini; hanya tulisannya yang dibawa",
		"the link to %s leads nowhere here; its text stays", address)
}

var escapedText = strings.NewReplacer("[", `\[`, "]", `\]`, "_", `\_`, "*", `\*`)

// nameOf returns what a link may be called that has no text: the file that it leads to, or the
// site.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	if base := path.Base(u.Path); base != "." && base != "/" {
		return escapedText.Replace(base)
	}
	return or(u.Host, address)
}

// instead returns what stands for a picture that is not there: what it shows, and what stood below
// it.
func instead(alt, below string) string {
	switch {
	case strings.Contains(below, alt):
		return below
	case strings.Contains(alt, below):
		return alt
	}
	return alt + ". " + below
}

// A named is what a link or an image has that only names it where it stands.
type named struct {
	target, title string // as an image has them between its parentheses
	gone          bool   // it leads nowhere here
}

// definition matches where such a link leads.
var definition = regexp.MustCompile(`(?m)^( {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*)(<[^<>\n]*>|[^\s<]\S*)` +
	`((?:[ \t]+|[ \t]*\n[ \t]*)("(?:\\.|[^"\\\n])*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$`)

// definitions rewrites where links by name lead, and notes them. One that leads nowhere is left
// out, unless it continues a paragraph: Markdown shows it there.
func (r *Result) definitions(
	document, body string, o *old, files *[]Copy, names map[string]named,
) string {
	var b strings.Builder
	at, before := 0, -1 // before is where the line after the last of them begins
	for _, m := range definition.FindAllStringSubmatchIndex(body, -1) {
		written := strings.Trim(body[m[6]:m[7]], "<>")
		target, isNew := strings.CutPrefix(written, newAddress)
		to, found := r.leads(document, target, o, files)
		n := named{target: written, gone: strings.Contains(target, unknownPart) ||
			!isNew && (!found || target == "")}
		if m[10] >= 0 {
			n.title = ` "` + quoting.Replace(unquoted.Replace(body[m[10]+1:m[11]-1])) + `"`
		}
		b.WriteString(body[at:m[0]])
		begins := m[0] == before || blankEnd.MatchString(body[:m[0]])
		switch at = m[1]; {
		case begins && n.gone:
			at = min(at+1, len(body)) // with the end of its line
		case n.gone || isNew || to == target:
			b.WriteString(body[m[0]:m[6]] + strings.Replace(body[m[6]:m[1]], newAddress, "", 1))
		default:
			b.WriteString(body[m[0]:m[6]] + to + body[m[7]:m[1]])
		}
		if key := labelKey(body[m[4]:m[5]]); begins && names[key] == (named{}) {
			names[key] = n // the first of a name counts
		}
		before = min(m[1]+1, len(body))
	}
	return b.String() + body[at:]
}

// blankEnd matches a text after which a block begins.
var blankEnd = regexp.MustCompile(`(?:\A|\n)[ \t]*\n\z|\A\z`)

// labelKey returns a name as Markdown compares it.
func labelKey(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

var (
	imageName = regexp.MustCompile(`!\[((?:\\.|[^\[\]\\])*)\](?:\[([^\[\]]*)\])?`)
	linkName  = regexp.MustCompile(
		`\[((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\](?:\[([^\[\]]*)\])?`)
)

// byName writes the address of an image where the image stands, and leaves the text of a link that
// leads nowhere.
func (r *Result) byName(where, body string, names map[string]named) string {
	if len(names) == 0 {
		return body
	}
	replace := func(is *regexp.Regexp, instead func(text string, n named) (string, bool)) {
		var b strings.Builder
		at := 0
		for _, m := range is.FindAllStringSubmatchIndex(body, -1) {
			text, name := body[m[2]:m[3]], ""
			if m[4] >= 0 {
				name = body[m[4]:m[5]]
			}
			n, known := names[labelKey(or(name, text))]
			if !known || m[4] < 0 && strings.HasPrefix(body[m[1]:], "(") {
				continue // it is no link, or has an address where it stands
			}
			if s, changed := instead(text, n); changed {
				b.WriteString(body[at:m[0]] + s)
				at = m[1]
			}
		}
		body = b.String() + body[at:]
	}
	replace(imageName, func(alt string, n named) (string, bool) {
		return "![" + alt + "](" + n.target + n.title + ")", true
	})
	replace(linkName, func(text string, n named) (string, bool) {
		if n.gone && !strings.Contains(n.target, unknownPart) {
			r.leadsNowhere(where, n.target)
		}
		return text, n.gone
	})
	return body
}
