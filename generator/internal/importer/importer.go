// Package importer turns what a body has elsewhere into documents of this site: an export
// of WordPress, a content folder of Hugo or Jekyll, a register of public information kept
// in a spreadsheet, and an article as it is pasted from a page.
//
// # What is carried, and what is not
//
// Each source becomes a [Result]: documents with the files that they show, and a list of
// what was left out, each with its place and the reason. Nothing is dropped silently and
// nothing is invented: a row without a date has no date. What was not public before,
// because it had a password or was private, is not carried at all: a repository of content
// is often public itself.
//
// Old addresses become aliases, so that every link from elsewhere still leads on.
package importer

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// Options are what every import looks at besides its source.
type Options struct {
	Categories []string // of the site's news
	Category   string   // for news of no known category; "" for the first
	Units      []content.Unit
	Media      fs.FS // the old site's files; may be nil
	Today      disclosure.Day
	Zone       *time.Location // of the site; nil for UTC

	// Taken reports whether the site has a file already. Nothing is written over it.
	Taken func(path string) bool

	// Answered reports whether the site has a page at an address already.
	Answered func(address string) bool
}

func (o *Options) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}

// A Result is what comes of a source.
type Result struct {
	Documents []Document
	Left      []Left

	// Categories are those that the site does not know, by slug: who adds them before an
	// import keeps them.
	Categories map[string]string

	taken   map[string]bool   // addresses
	copies  map[string]string // where a file of the old site is copied to
	options *Options
}

// A Document is one new document with its files.
type Document struct {
	Path  string
	Text  []byte // in canonical form
	Files []Copy
}

// A Copy is a file of the old site with its place in the new one.
type Copy struct {
	From, To string
	in       fs.FS // where From is
}

// Open opens the file.
func (c Copy) Open() (fs.File, error) { return c.in.Open(c.From) }

// An Unreadable says why nothing can be made of a source.
type Unreadable struct{ Why diag.Words }

func (u *Unreadable) Error() string { return u.Why.EN }

func unreadable(id, en string, args ...any) error {
	return &Unreadable{diag.Words{ID: fmt.Sprintf(id, args...), EN: fmt.Sprintf(en, args...)}}
}

// A Left is something that was not carried, or that an editor must look at.
type Left struct {
	Where string
	Why   diag.Words
}

func newResult(o *Options) *Result {
	return &Result{
		Categories: map[string]string{}, taken: map[string]bool{}, copies: map[string]string{},
		options: o,
	}
}

// leave notes what is not carried.
func (r *Result) leave(where, id, en string, args ...any) {
	l := Left{where, diag.Words{ID: fmt.Sprintf(id, args...), EN: fmt.Sprintf(en, args...)}}
	if !slices.Contains(r.Left, l) {
		r.Left = append(r.Left, l)
	}
}

// A header is the fields of a document to come, in any order.
type header struct{ lines []string }

// set adds a field, unless its value is empty.
func (h *header) set(name string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	}
	text, _ := json.Marshal(value) // JSON is YAML, and a string always encodes
	h.lines = append(h.lines, name+": "+string(text))
}

// add adds a document, in canonical form, unless its place is taken. where is what messages
// call its source.
func (r *Result) add(where, file string, h header, body string, files []Copy) {
	if r.options.Taken(file) {
		r.leave(where, "%s sudah ada dan tidak ditimpa", "%s exists and is not overwritten", file)
		return
	}
	src := "---\n" + strings.Join(h.lines, "\n") + "\n---\n\n" + strings.TrimSpace(body) + "\n"
	text, ok := content.Format(file, []byte(src))
	if !ok {
		r.leave(where, "kepalanya tidak dapat ditulis", "its header cannot be written")
		return
	}
	r.Documents = append(r.Documents, Document{file, text, files})
}

// free returns a slug that no other document is answered by at an address, of those whose
// file's name is prefix and the slug. A file that the site has already is not passed by: who
// imports twice is told that it is there.
func (r *Result) free(folder, prefix, slug, address string) string {
	name := slug
	for n := 2; ; n++ {
		file := folder + prefix + name + ".md"
		at := address + name + "/"
		if !r.taken[at] && (r.options.Taken(file) || !r.options.Answered(at)) {
			r.taken[at] = true
			return name
		}
		name = fmt.Sprintf("%s-%d", slug, n)
	}
}

// slugOf returns a slug: the old one if it can be one here, or one made of a title.
func slugOf(old, title string) string {
	if decoded, err := url.PathUnescape(old); err == nil {
		old = decoded
	}
	if content.IsSlug(old) {
		return old
	}
	if slug := content.SlugOf(title); slug != "" {
		return slug
	}
	return content.SlugOf(old)
}

// newsPath returns where a news item goes.
func (r *Result) newsPath(day disclosure.Day, slug string) (file, address string) {
	folder := "content/berita/" + day.String()[:4] + "/"
	prefix := day.String() + "-"
	slug = r.free(folder, prefix, slug, "/berita/"+day.String()[:4]+"/")
	return folder + prefix + slug + ".md", "/berita/" + day.String()[:4] + "/" + slug + "/"
}

// knows reports whether the site has a category.
func (o *Options) knows(category string) bool { return slices.Contains(o.Categories, category) }

// category returns the category of a news item that had some others.
func (r *Result) category(had []string) string {
	for _, c := range had {
		if r.options.knows(c) {
			return c
		}
	}
	use := r.options.Category
	if use == "" && len(r.options.Categories) > 0 {
		use = r.options.Categories[0]
	}
	for _, c := range had {
		r.leave("", "kategori %s tidak ada di content/site.yaml; dipakai %s",
			"content/site.yaml has no category %s; %s is used", c, use)
	}
	return use
}

// aliases returns the old address of a page as aliases, when it can be one.
func (r *Result) aliases(where, link, address string) []string {
	u, err := url.Parse(link)
	if err != nil || u.Path == "" || u.Path == "/" && u.RawQuery == "" {
		return nil
	}
	if u.RawQuery != "" {
		r.leave(where, "alamat lama %s tidak dapat dialihkan: "+
			"yang sesudah tanda tanya tidak dibaca hosting statis",
			"the old address %s cannot be redirected: "+
				"static hosts do not read what is after the question mark", u.RequestURI())
		return nil
	}
	switch {
	case strings.TrimSuffix(u.Path, "/") == strings.TrimSuffix(address, "/"):
		return nil
	case !content.IsAddress(u.Path):
		r.leave(where, "alamat lama %s tidak dapat dialihkan",
			"the old address %s cannot be redirected", u.Path)
		return nil
	}
	at := strings.TrimSuffix(u.Path, "/") + "/"
	if r.options.Answered(at) || r.taken[at] || r.taken["alias "+at] {
		r.leave(where, "alamat lama %s sudah dipakai halaman lain",
			"the old address %s is that of another page", u.Path)
		return nil
	}
	r.taken["alias "+at] = true
	return []string{u.Path}
}

// variant is the size that WordPress puts into the names of smaller copies.
var variant = regexp.MustCompile(`-\d+x\d+(\.[A-Za-z]+)$`)

// carriable are the endings of files that are carried: what pages show and offer. A document
// of the old site is not one of them, however it is linked.
var carriable = []string{
	".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg",
	".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp",
	".csv", ".zip", ".rtf", ".mp3", ".mp4", ".m4a", ".ogg", ".webm",
}

// find finds a file of the old site by its address: in the media, by as much of the end of
// its path as is there.
func (o *old) find(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || o.media == nil {
		return "", false
	}
	for _, p := range []string{variant.ReplaceAllString(u.Path, "$1"), u.Path} {
		parts := strings.Split(strings.Trim(p, "/"), "/")
		for i := range parts {
			name := path.Join(parts[i:]...)
			if !slices.Contains(carriable, strings.ToLower(path.Ext(name))) ||
				strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
				continue
			}
			if info, err := fs.Stat(o.media, name); err == nil && info.Mode().IsRegular() {
				return name, true
			}
		}
	}
	return "", false
}

// place returns the name beside a document under which a file of the old site is copied
// there. Two files of one name get names of their own.
func (r *Result) place(from, document string, o *old, files *[]Copy) string {
	id := o.dir + "|" + from
	folder := path.Dir(document)
	ext := strings.ToLower(path.Ext(from))
	stem := string(markdown.Slug([]byte(strings.TrimSuffix(path.Base(from), path.Ext(from)))))
	if stem == "" {
		stem = "berkas"
	}
	for n := 1; ; n++ {
		name := stem + ext
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		to := folder + "/" + name
		if had, ok := r.copies[to]; ok && had != id || !ok && r.options.Taken(to) {
			continue
		}
		r.copies[to] = id
		r.leave("", "alamat lama berkas tidak dialihkan; yang dialihkan ialah alamat halaman",
			"old addresses of files are not redirected; those of pages are")
		if !slices.ContainsFunc(*files, func(c Copy) bool { return c.To == to }) {
			*files = append(*files, Copy{from, to, o.media})
		}
		return name
	}
}

var (
	imageMark = regexp.MustCompile(`!\[((?:\\.|[^\[\]\\])*)\]` + targetMark)
	linkMark  = regexp.MustCompile(
		`(!?)\[((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]` + targetMark)
)

// targetMark is where a link or an image of Markdown leads, with a title.
const targetMark = `\(<?([^)\s>]+)>?(?:\s+(?:"((?:\\.|[^"\\])*)"|'[^']*'))?\)`

// An old is what is known of the site that a body was written for.
type old struct {
	host  string            // of its address, "" if not known
	pages map[string]string // new addresses by the paths of old ones
	alts  map[string]string // what images show, by their path
	files map[string]string // new addresses by the paths of source files
	dir   string            // of the source file whose body it is
	media fs.FS             // its files; may be nil
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

// references brings the images and links of a body to their new places.
func (r *Result) references(where, document, title, body string, o *old, files *[]Copy) string {
	body = imageMark.ReplaceAllStringFunc(body, func(m string) string {
		p := imageMark.FindStringSubmatch(m)
		from, ok := o.find(p[2])
		if !ok {
			r.leave(where, "gambar %s tidak ada di folder media",
				"the image %s is not in the media folder", p[2])
			return ""
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
		if p[3] != "" {
			return fmt.Sprintf("![%s](%s %q)", alt, name, p[3])
		}
		return fmt.Sprintf("![%s](%s)", alt, name)
	})
	return linkMark.ReplaceAllStringFunc(body, func(m string) string {
		p := linkMark.FindStringSubmatch(m)
		if p[1] == "!" {
			return m
		}
		inside, ok := o.inside(p[3])
		if !ok && p[2] == p[3] && strings.Contains(p[3], "://") {
			return "<" + p[3] + ">"
		}
		if !ok || strings.HasPrefix(p[3], "#") {
			return m
		}
		key := strings.TrimSuffix(inside, "/")
		if u, err := url.Parse(p[3]); err == nil && u.Query().Get("p") != "" {
			key = "?p=" + u.Query().Get("p")
		}
		if to, ok := o.files[path.Join(o.dir, inside)]; ok && !strings.HasPrefix(inside, "/") {
			return "[" + p[2] + "](" + to + ")"
		}
		if to, ok := o.pages[key]; ok {
			return "[" + p[2] + "](" + to + ")"
		}
		if from, ok := o.find(p[3]); ok {
			return "[" + p[2] + "](" + r.place(from, document, o, files) + ")"
		}
		r.leave(where, "tautan ke %s tidak punya tujuan di sini; tinggal tulisannya",
			"the link to %s leads nowhere here; its text stays", p[3])
		return p[2]
	})
}
