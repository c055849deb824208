package importer

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// An old is what is known of the old site.
type old struct {
	host  string              // of its address, "" if not known
	pages map[string]string   // new addresses by the paths of old ones
	alts  map[string]string   // what images show, by their path
	files map[string]string   // new addresses by the paths of source files
	names map[string][]string // the same files by their last names
	dir   string              // of the source file whose body it is
	at    string              // the old address of that body
	media fs.FS               // its files; may be nil
}

// inside returns the path of an address of the old site.
func (o *old) inside(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	if u.Host != "" && strings.TrimPrefix(u.Host, "www.") != strings.TrimPrefix(o.host, "www.") {
		return "", false
	}
	return u.Path, u.Path != "" || u.RawQuery != ""
}

// references rewrites the images and links of a body of Markdown to their new places.
func (r *Result) references(where, document, title, body string, o *old, files *[]Copy) string {
	return besideCode(body, func(s string) string {
		s = r.definitions(document, r.targets(where, document, title, s, o, files), o, files)
		return withoutMarks.Replace(s)
	})
}

func (r *Result) targets(where, document, title, body string, o *old, files *[]Copy) string {
	if !strings.Contains(body, "](") {
		return body
	}
	body = imageMark.ReplaceAllStringFunc(body, func(m string) string {
		p := imageMark.FindStringSubmatch(m)
		from, ok := o.find(p[2])
		if !ok {
			r.leave(where, "gambar %s tidak ada di folder media",
				"the image %s is not in the media folder", withoutMarks.Replace(p[2]))
			return instead(strings.TrimSpace(p[1]), or(unquoted.Replace(p[3]), p[4]))
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
		switch {
		case ok && to == p[3]:
			return m
		case ok:
			if title := or(unquoted.Replace(p[4]), p[5]); title != "" {
				to += " \"" + quoting.Replace(title) + "\""
			}
			return "[" + p[2] + "](" + to + ")"
		}
		r.leave(where, "tautan ke %s tidak punya tujuan di sini; hanya tulisannya yang dibawa",
			"the link to %s leads nowhere here; its text stays", p[3])
		if strings.HasPrefix(p[2], onlyLink) {
			return ""
		}
		return p[2]
	})
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

// definition matches where a link leads that has only a name where it stands.
var definition = regexp.MustCompile(`(?m)^( {0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*)<?([^\s>]+)>?([^\n]*)$`)

// definitions rewrites where links by name lead. One that leads nowhere stays, so that it is told
// where it stands.
func (r *Result) definitions(document, body string, o *old, files *[]Copy) string {
	if !strings.Contains(body, "]:") {
		return body
	}
	return definition.ReplaceAllStringFunc(body, func(m string) string {
		p := definition.FindStringSubmatch(m)
		target, isNew := strings.CutPrefix(p[2], newAddress)
		if to, ok := r.leads(document, target, o, files); ok && !isNew {
			target = to
		}
		return p[1] + target + p[3]
	})
}

// leads returns where an address of the old site is found on the new one: as it is when it was of
// another site.
func (r *Result) leads(document, address string, o *old, files *[]Copy) (string, bool) {
	inside, ok := o.inside(address)
	if !ok || strings.HasPrefix(address, "#") {
		return address, true
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	part := ""
	if u.Fragment != "" {
		part = "#" + u.EscapedFragment()
	}
	if id := u.Query().Get("p"); id != "" {
		if to, ok := o.pages["?p="+id]; ok {
			return to + part, true
		}
	}
	places := []string{inside}
	if !strings.HasPrefix(inside, "/") {
		if to, ok := o.files[path.Join(o.dir, inside)]; ok {
			return to + part, true
		}
		places = []string{path.Join(o.at, inside),
			path.Join(path.Dir(strings.TrimSuffix(o.at, "/")), inside)}
	}
	for _, place := range places {
		place = strings.TrimSuffix(strings.TrimSuffix(place, "index.html"), "/")
		// Many hosts find a page with and without its ending.
		for _, name := range []string{place, place + ".html", strings.TrimSuffix(place, ".html")} {
			if to, ok := o.pages[name]; ok {
				return to + part, true
			}
		}
	}
	if from, ok := o.find(address); ok {
		return r.place(from, document, o, files), true
	}
	return "", false
}
