// Package importer turns content from elsewhere into documents of this site: an export of
// WordPress, a content folder of Hugo or Jekyll, a register of public information in a
// spreadsheet, and an article copied from a page.
//
// # What is carried, and what is not
//
// Each source becomes a [Result]: documents with the files that they show, and a list of what
// was left out or needs a look, each with its place and the reason. Nothing is dropped silently
// and nothing is invented: a row without a date has no date. What was not public before, because
// it was private, hidden or had a password, is not carried at all, since the repository of a
// site is often public itself.
//
// Old addresses become aliases, so that links from elsewhere keep working.
//
// # HTML
//
// HTML is read as browsers read it, with golang.org/x/net/html, and changed as a tree until it
// has only what Markdown can say; see settle. Shortcodes and the paragraphs of classic
// posts are no HTML yet; they are looked for in its text, between tags and outside code.
package importer

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// Options are what every import needs besides its source.
type Options struct {
	Categories []string // of the site's news
	Category   string   // for news without a known category; "" is the first of Categories
	Units      []content.Unit
	Media      fs.FS // the old site's files; may be nil
	Today      disclosure.Day
	Zone       *time.Location // of the site; nil for UTC
	Within     string         // what to read of a folder; "" for all

	// Taken reports whether the site has a file already. No file is overwritten.
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

// A Result is what was made of a source.
type Result struct {
	Documents []Document
	Left      []Left

	// Categories are the categories of news that the site does not have, names by slug. An
	// editor who adds them to the site's settings and imports again keeps them.
	Categories map[string]string

	left  map[Left]bool
	pages map[string]rawPage // by the names of their files
	taken map[string]bool    // addresses of documents and aliases
	files map[string]string  // where documents are, by their addresses
	// headings by the source of their document and their old names, between them #
	named   map[string]string
	copies  map[string]string // which file of the old site goes to a path
	options *Options
}

// A Document is one new document with its files.
type Document struct {
	Path  string
	Text  []byte // in canonical form
	Files []Copy
	where string // in the source
}

// A Copy is a file of the old site with its place in the new one.
type Copy struct {
	From, To string
	in       fs.FS // has From
}

// Open opens the file.
func (c Copy) Open() (fs.File, error) { return c.in.Open(c.From) }

// An Unreadable is the error for a source that cannot be read at all.
type Unreadable struct{ Why diag.Words }

func (u *Unreadable) Error() string { return u.Why.EN }

func unreadable(id, en string, args ...any) error {
	return &Unreadable{diag.Words{ID: fmt.Sprintf(id, args...), EN: fmt.Sprintf(en, args...)}}
}

func newResult(o *Options) *Result {
	return &Result{
		Categories: map[string]string{}, taken: map[string]bool{}, copies: map[string]string{},
		files: map[string]string{}, named: map[string]string{},
		left: map[Left]bool{}, pages: map[string]rawPage{},
		options: o,
	}
}

// A header is the fields of a new document, in any order.
type header struct{ lines []string }

// set adds a field, unless its value is empty.
func (h *header) set(name string, value any) {
	switch v := value.(type) {
	case string:
		if v, _ = markdown.WithoutHidden(v); v == "" {
			return
		}
		value = v
	case []string:
		if len(v) == 0 {
			return
		}
	}
	text, _ := json.Marshal(value) // JSON is YAML, and a string always encodes
	h.lines = append(h.lines, name+": "+string(text))
}

// add adds a document in canonical form, unless there is a file in its place. where names its
// source in messages.
func (r *Result) add(where, file string, h header, body string, files []Copy) {
	if r.options.Taken(file) {
		r.leave(where, "%s sudah ada dan tidak ditimpa", "%s exists and is not overwritten", file)
		return
	}
	body, control := markdown.WithoutHidden(body)
	if control != "" {
		r.leaveAt(where, control, "karakter kendali, yang tidak tampak, tidak dibawa",
			"control characters, which nobody sees, are not carried")
	}
	src := "---\n" + strings.Join(h.lines, "\n") + "\n---\n\n" + strings.TrimSpace(body) + "\n"
	r.Documents = append(r.Documents, Document{file, []byte(src), files, where})
}

// formatted returns the result with its documents in canonical form, which is half of the work.
func (r *Result) formatted() *Result {
	r.parts()
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(r.Documents)); i = next.Add(1) - 1 {
				d := &r.Documents[i]
				text, ok := content.Format(content.BuiltIn, d.Path, d.Text)
				if d.Text = text; !ok {
					d.Text = nil
				}
			}
		})
	}
	group.Wait()
	r.Documents = slices.DeleteFunc(r.Documents, func(d Document) bool {
		if d.Text == nil {
			r.leave(d.where, "kepala dokumennya tidak dapat ditulis",
				"its header cannot be written")
		}
		return d.Text == nil
	})
	return r
}

// free returns the slug, with a number added if another document has its address already. A file
// of that name on the site does not count as another document, so that a second import of the
// same source reports the file instead of adding a copy.
func (r *Result) free(folder, prefix, slug, address string) string {
	name := slug
	for n := 2; ; n++ {
		file := folder + prefix + name + ".md"
		at := address + name + "/"
		if !r.taken[at] && (r.options.Taken(file) || !r.options.Answered(at)) {
			r.taken[at], r.files[at] = true, file
			return name
		}
		name = fmt.Sprintf("%s-%d", slug, n)
	}
}

// tags returns those keywords that can have a page of their own here.
func (r *Result) tags(where string, all []string) []string {
	return slices.DeleteFunc(all, func(tag string) bool {
		bad := !content.HasTagSlug(tag)
		if bad {
			r.leave(where, "kata kunci %q tidak dapat menjadi alamat dan tidak dibawa",
				"the keyword %q cannot become an address and is not carried", tag)
		}
		return bad
	})
}

// slugOf returns the old slug if it is valid here, or else one made from the title.
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

// newsPath returns the file and the address of a news item.
func (r *Result) newsPath(day disclosure.Day, slug string) (file, address string) {
	folder := "content/berita/" + day.String()[:4] + "/"
	prefix := day.String() + "-"
	slug = r.free(folder, prefix, slug, "/berita/"+day.String()[:4]+"/")
	return folder + prefix + slug + ".md", "/berita/" + day.String()[:4] + "/" + slug + "/"
}

// knows reports whether the site has a category.
func (o *Options) knows(category string) bool { return slices.Contains(o.Categories, category) }

// category returns the category for a news item that had other ones on the old site.
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

// aliases returns the old address of a page in a list, or none if it cannot be an alias.
func (r *Result) aliases(where, link, address string) []string {
	u, err := url.Parse(link)
	if err != nil || u.Path == "" || u.Path == "/" && u.RawQuery == "" {
		return nil
	}
	if u.RawQuery != "" {
		r.leave(where, "alamat lama %s tidak dapat dialihkan: "+
			"hosting statis tidak membaca yang ada sesudah tanda tanya",
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
	at := strings.TrimSuffix(strings.TrimSuffix(u.Path, "index.html"), "/") + "/"
	if at == address {
		return nil
	}
	same := "alias " + strings.ToLower(at) // on many hosts it is
	if r.taken[same+where] {
		return nil // it is one of this page already
	}
	if r.options.Answered(at) || r.taken[at] || r.taken[same] {
		r.leave(where, "alamat lama %s sudah dipakai halaman lain",
			"the old address %s is that of another page", u.Path)
		return nil
	}
	r.taken[same], r.taken[same+where] = true, true
	return []string{u.Path}
}

// place returns the name under which a file of the old site is copied to the folder of a
// document, with a number added if another file has the name.
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
		r.leave("", "alamat lama berkas tidak dialihkan; yang dialihkan hanya alamat halaman",
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

// unquoted takes the marks off that a title has within quotation marks, and quoting puts them
// there.
var (
	unquoted = strings.NewReplacer(`\"`, `"`, `\\`, `\`)
	quoting  = strings.NewReplacer(`"`, `\"`, `\`, `\\`)
)

// newAddress stands before an address that is one of the new site already. It is a character that
// no text may hold, as those of hiddenBrackets are; whoever writes it all the same loses it.
const newAddress = "\ufdd2"

// unknownPart stands for what the old generator would have written, and nobody knows.
const unknownPart = "\ufdd5"

// onlyLink begins the text of a link that says nothing which is not said beside it.
const onlyLink = "\ufdd4"

// targetMark is where a link or an image of Markdown leads, with a title.
const targetMark = `\(<?([^)\s>]*)>?(?:\s+(?:"((?:\\.|[^"\\])*)"|'([^']*)'))?\)`
