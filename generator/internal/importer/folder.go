package importer

import (
	"bytes"
	"cmp"
	"fmt"
	stdhtml "html"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A page is one file of a folder of Hugo or Jekyll.
type page struct {
	name     string         // below the folder
	place    string         // the same in addresses
	path     string         // what Hugo calls it
	language string         // "" if nothing says it
	own      map[string]any // its header
	header   map[string]any // together with what it has of others
	site     map[string]any // the settings
	body     string
	jekyll   bool
	kept     map[string]*kept // texts that the page keeps under names
	day      disclosure.Day
	dated    bool // a date is known
	news     bool
	old      string // its old address
	file     string // its new place
	to       string // its new address
}

// newsFolders are the usual names of folders with news.
var newsFolders = []string{
	"post", "posts", "_posts", "_drafts", "blog", "news", "berita", "artikel", "articles", "kabar",
}

// Folder reads a site of Hugo or Jekyll, or the part of it that the options name. Files that a page
// shows are taken from beside it or from the media folder.
func Folder(site fs.FS, o *Options) (*Result, error) {
	r := newResult(o)
	g, err := generatorOf(site, o)
	if err != nil {
		return nil, err
	}
	g.today = o.Today
	known := old{pages: map[string]string{}, alts: map[string]string{}, files: map[string]string{},
		names: map[string][]string{}, paths: map[string]string{}}
	var pages []*page
	var names, files []string // of pages, and of what they may show
	err = fs.WalkDir(g.dir, g.start, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if why := g.hides(name, true); why != "" {
				r.leave(name+"/", "folder ini tidak untuk umum (%s)",
					"this folder is not public (%s)", why)
				return fs.SkipDir
			}
			return nil
		}
		ext := strings.ToLower(path.Ext(name))
		if slices.Contains(carriable, ext) {
			files = append(files, name)
		}
		written := slices.Contains(otherMarkup, ext)
		if !written && !slices.Contains(pageEndings, ext) {
			return nil
		}
		if why := g.hides(name, false); why != "" {
			r.leave(name, "tidak untuk umum (%s)", "it is not public (%s)", why)
			return nil
		}
		if written {
			r.leave(name, "%s tidak dibaca; simpan sebagai Markdown atau HTML lalu impor lagi",
				"%s is not read; save it as Markdown or HTML and import again", ext)
			return nil
		}
		names = append(names, name)
		return nil
	})
	// The pages in the language of the site come first, so that they get the addresses.
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(g.foreign(a), g.foreign(b))
	})
	for _, name := range names {
		src, err := fs.ReadFile(g.dir, name)
		if err != nil {
			return nil, err
		}
		if p := r.page(g, name, src); p != nil {
			if pages = append(pages, p); !r.isOpen(g, p) {
				continue // no link may lead to it
			}
			if p.old != "" {
				known.pages[strings.TrimSuffix(p.old, "/")] = p.to
			}
			known.files[name] = p.to
			if at := strings.ToLower(p.path); !g.jekyll && known.paths[at] == "" {
				known.paths[at] = p.to
			}
		}
	}
	if err != nil {
		return nil, err
	}
	known.withoutLanguage()
	for _, p := range pages {
		r.writePage(g, p, &known)
	}
	r.unused(g, files)
	if !g.jekyll && g.base != "." {
		r.unusedMedia()
	}
	return r.formatted(), nil
}

// language matches the beginning of an address of a folder for one language.
var languageFolder = regexp.MustCompile(`^/([a-z]{2}(?:-[a-z]{2})?)/`)

// withoutLanguage lets pages be found without their language, where all are in one: it is that of
// the site, whose addresses do not name it.
func (o *old) withoutLanguage() {
	found := ""
	for at := range o.pages {
		m := languageFolder.FindStringSubmatch(at + "/")
		if m == nil {
			continue
		}
		if found != "" && found != m[1] {
			return
		}
		found = m[1]
	}
	for _, at := range slices.Collect(maps.Keys(o.pages)) {
		short := strings.TrimPrefix(at, "/"+found)
		if _, taken := o.pages[short]; found != "" && !taken {
			o.pages[short] = o.pages[at]
		}
	}
}

// firstHeading matches the first heading of Markdown.
var firstHeading = regexp.MustCompile(`(?m)^#{1,2}[ \t]+(.*?)[ \t#]*$`)

// openHeader matches the beginning of a header of YAML or TOML.
var openHeader = regexp.MustCompile(`^(?:\x{feff})?\s*(?:---|\+\+\+)[ \t]*\r?\n[\w"']+\s*[:=]`)

var dated = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})-(.+)$`)

// otherMarkup are the endings of pages that the generators know and that are not read here.
var otherMarkup = []string{".htm", ".mkd", ".mkdn", ".mkdown", ".mdown", ".org", ".adoc",
	".asciidoc", ".ad", ".rst", ".pandoc", ".pdc", ".textile"}

// page reads one file and decides where it goes; nil when it is not carried.
func (r *Result) page(g *generator, name string, src []byte) *page {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	header, body, err := content.FrontMatter(src)
	r.pages[name] = rawPage{string(src), len(src) - len(body)}
	if err != nil {
		r.leave(name, "kepala dokumennya tidak dapat dibaca", "its header cannot be read")
		return nil
	}
	if openHeader.Match(src) && len(header) == 0 && len(body) == len(src) {
		r.leave(name, "kepala dokumennya tidak berakhir", "its header does not end")
		return nil
	}
	if len(header) == 0 && g.jekyll { // which shows such a file as it is
		r.leave(name, "tidak berkepala, jadi bukan halaman", "it has no header, so it is no page")
		return nil
	}
	p := &page{name: name, own: lowered(header), body: noMarks.ReplaceAllString(string(body), ""),
		jekyll: g.jekyll}
	p.header, p.site = p.own, g.settings
	stem := g.locate(p)
	section := !g.jekyll && stem == "_index"
	if section && strings.TrimSpace(p.body) == "" {
		r.leave(name, "halaman daftar tanpa tulisan: di sini daftar dibuat otomatis",
			"a page of a list without a text: lists make themselves here")
		return nil
	}
	if why := g.hiddenBy(p); why != "" {
		r.leave(name, "tidak untuk umum (%s)", "it is not public (%s)", why)
		return nil
	}
	if stem == "index" || section {
		stem = path.Base(path.Dir(p.place))
	}
	if len(header) == 0 && path.Ext(name) == ".html" && !p.frame() {
		r.leave(name, "HTML tanpa judul, jadi bukan halaman",
			"HTML without a title, so it is no page")
		return nil
	}
	named := stem
	if m := dated.FindStringSubmatch(stem); m != nil {
		if d, err := disclosure.ParseDay(m[1]); err == nil {
			p.day, p.dated, stem = d, true, m[2]
		}
	}
	p.takeDay()
	title := p.text("title")
	if title == "" {
		seen := r.withoutUnseen(name, r.withoutTemplates(p, p.body, &old{}))
		if m := firstHeading.FindStringSubmatch(seen); m != nil {
			title = plainLine(withoutMarks.Replace(m[1]))
		}
		title = or(title, plainLine(strings.NewReplacer("-", " ", "_", " ").Replace(stem)))
		p.header["title"] = title
		r.leave(name, "tidak berjudul; sementara %q", "it has no title; %q stands in", title)
	}
	slug := slugOf(or(p.text("slug"), stem), title)
	if slug == "" {
		r.leave(name, "judulnya tidak dapat menjadi alamat", "its title cannot become an address")
		return nil
	}
	first, _, _ := strings.Cut(p.place, "/")
	p.news = !section && (slices.Contains(newsFolders, strings.ToLower(first)) ||
		g.jekyll && p.types()[0] == "posts" ||
		p.text("layout") == "post" || p.text("type") == "post")
	if p.news && !p.dated {
		r.leave(name, "berita tanpa tanggal", "news without a date")
		return nil
	}
	if g.takesDays() {
		named = stem
	}
	p.old = r.oldAddress(g, p, named)
	if p.news {
		p.file, p.to = r.newsPath(p.day, slug)
	} else {
		slug = r.free("content/halaman/", "", slug, "/")
		p.file, p.to = "content/halaman/"+slug+".md", "/"+slug+"/"
	}
	return p
}

// frame takes the title and the text out of a page of HTML that has no header. It returns false
// for one without a title.
func (p *page) frame() bool {
	doc, err := html.Parse(strings.NewReader(p.body))
	if err != nil {
		return false
	}
	title := find(doc, atom.Title, "")
	if title == nil {
		title = find(doc, atom.H1, "")
	}
	if title == nil || strings.TrimSpace(textOf(title)) == "" {
		return false
	}
	p.header["title"] = plainLine(textOf(title))
	main := find(doc, atom.Body, "")
	for c := main.FirstChild; c != nil; { // what stands on all pages
		next := c.NextSibling
		if c.DataAtom == atom.Nav || c.DataAtom == atom.Header || c.DataAtom == atom.Footer {
			main.RemoveChild(c)
		}
		c = next
	}
	var b strings.Builder
	for c := range main.ChildNodes() {
		_ = html.Render(&b, c) // a Builder takes every write
	}
	p.body = b.String()
	return true
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// text returns a value of the header as text.
func (p *page) text(key string) string {
	switch v := p.header[key].(type) {
	case nil:
		return ""
	case string:
		return headerLine(v)
	case time.Time:
		return v.Format("2006-01-02")
	default:
		return plainLine(fmt.Sprint(v))
	}
}

// headerLine returns a text of a header in one line. It is HTML only when it ends an element:
// "< Rp5 juta dan > Rp1 juta" is none.
func headerLine(s string) string {
	if strings.Contains(s, "</") {
		return oneLine(s)
	}
	return plainLine(stdhtml.UnescapeString(s))
}

// texts returns a value of the header as a list of texts, of which Jekyll also allows a single
// text with blanks between the items.
func (p *page) texts(key string) []string {
	switch v := p.header[key].(type) {
	case string:
		return strings.Fields(v)
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, headerLine(fmt.Sprint(item)))
		}
		return out
	}
	return nil
}

// dayOf returns the day of a value of a header.
func dayOf(value any) (disclosure.Day, bool) {
	switch v := value.(type) {
	case time.Time:
		return disclosure.MomentOf(v).Day, true
	case string:
		return day(v)
	case fmt.Stringer: // a day of TOML
		return day(v.String())
	}
	return 0, false
}

// momentOf returns the moment of a value of a header in the site's time zone, "" if it is none.
// The moment always has a time of day, because an embargo ends at a minute, and a day without
// time may begin at another hour in the site's zone.
func (r *Result) momentOf(value any) string {
	t, ok := value.(time.Time)
	if s, text := value.(string); text {
		for _, form := range []string{
			time.RFC3339, "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05", "2006-01-02 15:04:05",
			"2006-01-02 15:04", "2006-01-02",
		} {
			var err error
			if t, err = time.ParseInLocation(form, s, r.options.zone()); err == nil {
				ok = true
				break
			}
		}
	}
	if s, text := value.(fmt.Stringer); !ok && text {
		return r.momentOf(s.String())
	}
	if !ok {
		return ""
	}
	return disclosure.MomentOf(t.In(r.options.zone())).String()
}

// carried are the keys whose values are kept or mean nothing here. Others are reported.
var carried = []string{
	"title", "date", "lastmod", "updated", "last_modified_at", "description", "summary", "excerpt",
	"slug", "permalink", "url", "tags", "categories", "category", "draft", "published",
	"publishdate", "pubdate", "expirydate", "unpublishdate", "aliases", "redirect_from", "layout",
	"type", "weight", "author",
}

func (r *Result) writePage(g *generator, p *page, known *old) {
	var h header
	h.set("title", p.text("title"))
	if p.dated {
		date := p.day.String()
		if p.day >= r.options.Today { // not to be seen before its minute
			date = or(r.momentOf(p.header["date"]), date)
		}
		h.set("date", date)
	}
	for _, key := range []string{"lastmod", "updated", "last_modified_at"} {
		if d, ok := dayOf(p.header[key]); ok && d > p.day {
			h.set("updated", d.String())
			break
		}
	}
	h.set("summary", or(or(p.text("summary"), p.text("description")), p.text("excerpt")))
	h.set("tags", r.tags(p.name, p.texts("tags")))
	if p.isDraft() {
		h.set("draft", true)
	}
	for to, keys := range g.moments() {
		for _, key := range keys {
			if said := p.text(key); said != "" && said != "true" && said != "false" {
				if h.set(to, r.momentOf(p.header[key])); r.momentOf(p.header[key]) == "" {
					h.set("draft", true)
					r.leave(p.name, "%s: %q bukan tanggal; dokumennya konsep",
						"%s: %q is no date; the document is a draft", key, said)
				}
				break
			}
		}
	}
	if p.news {
		var had []string
		for _, c := range append(p.texts("categories"), p.texts("category")...) {
			had = append(had, content.SlugOf(c))
		}
		h.set("kategori", r.category(had))
		h.set("penulis", p.text("author"))
	}
	aliases := r.aliases(p.name, p.old, p.to)
	for _, a := range append(p.texts("aliases"), p.texts("redirect_from")...) {
		if !strings.HasPrefix(a, "/") && !g.jekyll {
			a = path.Join(path.Dir(strings.TrimSuffix(p.old, "/")), a) // beside the page
		}
		aliases = append(aliases, r.aliases(p.name, "/"+strings.TrimPrefix(a, "/"), p.to)...)
	}
	slices.Sort(aliases)
	h.set("aliases", slices.Compact(aliases))
	leads := strings.TrimSpace(p.body) == ""
	for _, key := range slices.Sorted(maps.Keys(p.own)) {
		if !slices.Contains(carried, key) && !(leads && slices.Contains(elsewhere, key)) {
			r.leaveNamed(p.name, keyLine(r.pages[p.name].text, key),
				"kunci \"%s\" tidak dibawa", "the key %s is not carried", key)
		}
	}
	var files []Copy
	own := *known
	own.dir, own.at = path.Dir(p.name), p.old
	own.media = beside{g.dir, own.dir, r.options.Media}
	body := r.references(p.name, p.file, p.text("title"), r.plainBody(p, &own), &own, &files)
	if strings.TrimSpace(body) == "" {
		body = p.elsewhere()
	}
	r.add(p.name, p.file, h, body, files)
}

// beside is a file system in which a name is looked for beside a page, then in the source
// folder, and then in the media folder.
type beside struct {
	dir    fs.FS
	folder string
	media  fs.FS
}

// Open implements fs.FS.
func (b beside) Open(name string) (fs.File, error) {
	if f, err := b.dir.Open(path.Join(b.folder, name)); err == nil {
		return f, nil
	}
	if f, err := b.dir.Open(name); err == nil || b.media == nil {
		return f, err
	}
	return b.media.Open(name)
}

var (
	headOne   = regexp.MustCompile(`(?m)^# `)
	blankLine = regexp.MustCompile(`\n[ \t]*\n`)
)
