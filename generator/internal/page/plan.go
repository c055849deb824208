package page

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/site"
)

// A Job is one file of the finished site that is to be made. Two equal Jobs make the same file,
// as long as what they ask their Reader for is the same.
type Job struct {
	Path    string // of the output, without a slash in front
	Sort    Sort
	Layout  string // of a page, or the name of an Export
	Instead string // the layout of a page when the theme has no Layout, or ""
	Doc     string // path of the document it shows
	List    string // name of the list it shows
	Number  int    // of the list's page
	Last    bool   // no newer full page follows
	File    string // path of the input file that is copied or scaled
	Width   int    // of a scaled picture
	Target  string // address to which a redirect leads
	Lang    string // of a page that shows no document; "" for Indonesian
	Text    string // of a file that is Written
}

// A Sort says how a Job is made.
type Sort int8

// The sorts of Jobs.
const (
	Page          Sort = iota // by a layout
	Atom                      // a feed, RFC 4287
	JSONFeed                  // a feed, jsonfeed.org 1.1
	Sitemap                   // a part of the sitemap, sitemaps.org 0.9
	SitemapIndex              //
	Robots                    // RFC 9309
	Copy                      // the bytes of an input file
	ScaledPicture             // an input image at a width
	Export                    // data for other programs; Layout names which
	Written                   // a file whose Text is known: of the theme, or for a host
)

type planner struct {
	read  *site.Reader
	lists map[string]site.ListPlace
	jobs  []Job
	diags diag.List
	seen  map[string]bool // pictures and copies planned already

	inspected map[string]bool // files searched for personal data
	picks     sync.Map        // what blocks of figures show, by blockOfFile
}

// Plan returns the Jobs of a site, sorted by path, with messages about layouts that the theme
// does not have, and about files and pictures that cannot be offered as they are. When all Jobs
// are known, Conflicts holds them against each other. It asks r for all that it knows; extra are
// Jobs that others add, such as those of the theme's own files.
func Plan(r *site.Reader, extra []Job) ([]Job, diag.List) {
	p := planner{
		read:      r,
		lists:     map[string]site.ListPlace{},
		jobs:      slices.Clone(extra),
		seen:      map[string]bool{},
		inspected: map[string]bool{},
	}
	shape := r.Shape()
	for place := range shape.Documents() {
		p.document(&place)
	}
	for l := range shape.Lists() {
		p.lists[l.Name] = l
		p.list(&l)
	}
	p.fixed()
	p.add(Job{Path: AddressFile, Sort: Export, Layout: "alamat.json"})
	p.withdrawals()
	p.auditJobs()
	p.requestJobs()
	p.registerJobs()
	p.openJobs()
	p.agendaJobs()
	p.galleryJobs()
	for _, file := range r.StaticFiles() {
		name := strings.TrimPrefix(file, "static/")
		p.personal(file, atFile(file))
		p.active(file, name)
		p.add(Job{Path: name, Sort: Copy, File: file})
	}
	slices.SortStableFunc(p.jobs, func(a, b Job) int { return cmp.Compare(a.Path, b.Path) })
	return p.jobs, p.diags.Sort()
}

// An at says where something was written. It is asked only when there is a message, so that
// a plan without messages does not depend on where things stand in their files.
type at func() diag.Span

func atFile(file string) at { return func() diag.Span { return diag.Span{File: file} } }

// at returns where something of a document was written.
func (p *planner) at(path string, find func(doc *content.Document) diag.Span) at {
	return func() diag.Span { return find(p.read.Document(path)) }
}

// has reports whether there is a document in the list of a name.
func (p *planner) has(list string) bool { return p.lists[list].Items > 0 }

func (p *planner) add(j Job) { p.jobs = append(p.jobs, j) }

// output returns the path of the file that answers an address.
func output(address string) string {
	address, _, _ = strings.Cut(address, "#")
	if strings.HasSuffix(address, "/") {
		return address[1:] + "index.html"
	}
	return address[1:]
}

func (p *planner) document(i *site.Place) {
	if i.OwnPage {
		p.add(Job{
			Path:    output(i.Address),
			Sort:    Page,
			Layout:  cmp.Or(i.Layout, i.Kind.Layout),
			Instead: "halaman",
			Doc:     i.Path,
		})
		if i.Report {
			p.add(Job{
				Path:   output(i.Address + reportFile),
				Sort:   Export,
				Layout: "laporan.csv",
				Doc:    i.Path,
			})
		}
		if i.Procedure {
			p.add(Job{
				Path:   output(i.Address + procedureFile),
				Sort:   Export,
				Layout: "sop.json",
				Doc:    i.Path,
			})
		}
	}
	if i.Layout != "" {
		p.layout(i.Layout,
			p.at(i.Path, func(doc *content.Document) diag.Span { return doc.At("layout") }))
	}
	for _, alias := range i.Aliases {
		p.add(Job{
			Path:   output(Slashed(alias)),
			Sort:   Page,
			Layout: "alihan",
			Doc:    i.Path,
			Target: i.Address,
		})
	}
	blocks := 0
	for n, ref := range i.Shown {
		at := p.at(i.Path, func(doc *content.Document) diag.Span { return site.ShownAt(doc, n) })
		p.shown(i, ref, at)
		if ref.Kind == markdown.Figures {
			p.figures(i, ref, blocks, at)
			blocks++
		}
	}
	for n, src := range i.Photos {
		if file, ok := p.read.File(i.Path, src); ok {
			p.picture(file, src, p.at(i.Path, func(doc *content.Document) diag.Span {
				return doc.Head.News.Photos[n].At
			}))
		}
	}
	for n := range i.Listed {
		p.inspect(i, &i.Listed[n],
			p.at(i.Path, func(doc *content.Document) diag.Span { return doc.Head.Files[n].At }))
	}
	for _, src := range i.Kept {
		if file, ok := p.read.File(i.Path, src); ok {
			p.attach(i, file)
			p.look(file, src, p.at(i.Path, keptAt(src)), false)
		}
	}
	for _, src := range i.Offered {
		if file, ok := p.read.File(i.Path, src); ok {
			p.attach(i, file)
			at := p.at(i.Path, func(doc *content.Document) diag.Span { return doc.At("revisi") })
			p.look(file, src, at, false)
		}
	}
}

// keptAt returns where a header names a file in a field that no code reads.
func keptAt(src string) func(doc *content.Document) diag.Span {
	return func(doc *content.Document) diag.Span {
		at := diag.Span{File: doc.Path}
		content.Values(doc.Head.Kept, content.Path, func(name, text string) {
			if text == src {
				at = doc.At(name)
			}
		})
		return at
	}
}

// layout reports a layout that a document or a kind asks for and the theme does not have.
func (p *planner) layout(name string, at at) {
	if _, ok := p.read.Layout(name); ok {
		return
	}
	if names := p.read.LayoutNames(); len(names) > 0 { // else the theme is broken, and says so
		d := diag.New(diag.LayoutUnknown, at(), name, strings.Join(names, ", "))
		p.diags = append(p.diags, d.Instead(diag.Closest(name, names)))
	}
}

// shown plans a file that a body shows or links to.
func (p *planner) shown(i *site.Place, ref site.Shown, at at) {
	file, ok := p.read.File(i.Path, ref.URL)
	if !ok {
		return
	}
	switch {
	case ref.Kind == markdown.Image:
		p.picture(file, ref.URL, at)
		return
	case ref.Kind == markdown.Link && strings.HasPrefix(ref.URL, "/"):
		if t, ok := p.read.Resolve(i.Path, ref.URL); !ok || t.File == "" {
			return
		}
	}
	p.attach(i, file)
	p.look(file, ref.URL, at, false)
	if ref.Kind == markdown.Media {
		for _, track := range p.read.Captions(file) {
			p.attach(i, track)
			p.look(track, path.Base(track), at, false)
		}
		if poster := p.read.Poster(file); poster != "" {
			p.picture(poster, path.Base(poster), at)
		}
	}
}

func (p *planner) attach(i *site.Place, file string) {
	j := Job{Path: site.FileAddress(i.Address, file)[1:], Sort: Copy, File: file, Doc: i.Path}
	if key := j.Path + "\x00" + file; !p.seen[key] {
		p.seen[key] = true
		p.add(j)
	}
}

func (p *planner) picture(file, written string, at at) {
	b := p.read.Blob(file)
	switch {
	case b == nil:
		return // reported already
	case b.Pixels > 0:
		p.diags.Add(diag.ImageLarge, at(), written, strconv.Itoa(b.Pixels))
		return
	case b.Memory > 0:
		p.diags.Add(diag.ImageHeavy, at(), written, strconv.FormatInt(b.Memory>>20, 10))
		return
	case b.Picture.Width == 0:
		p.diags.Add(diag.ImageBroken, at(), written)
		return
	case p.seen[file]:
		return
	}
	p.seen[file] = true
	for _, width := range b.Picture.Widths() {
		p.version(file, b, width, b.Picture.Ext)
	}
	for _, width := range b.Picture.WebPWidths() {
		p.version(file, b, width, webP)
	}
}

// webP is the ending of the versions of photos for phones.
const webP = ".webp"

// version plans a picture in a width and a format.
func (p *planner) version(file string, b *site.Blob, width int, ext string) {
	address := pictureAddress(file, b, width, ext)
	if !p.seen[address] { // the same photo may lie in two folders
		p.seen[address] = true
		p.add(Job{Path: address[1:], Sort: ScaledPicture, File: file, Width: width})
	}
}

// pictureAddress names a version of a picture by the bytes it is made from, so that a
// changed photo has another address and the same photo is published once.
func pictureAddress(file string, b *site.Blob, width int, ext string) string {
	base := path.Base(file)
	name := string(markdown.Slug([]byte(strings.TrimSuffix(base, path.Ext(base)))))
	name = strings.Trim(name[:min(len(name), 40)], "-")
	sum := digest.Of([]byte(picture.Version + b.Sum.String())).Short()
	size := strconv.Itoa(width)
	if ext != b.Picture.Ext {
		// These come after those in the first format, for which the picture is drawn: so two
		// workers draw two of its widths at one time, and neither waits for the other.
		size = "w" + size
	}
	return "/media/" + name + "-" + sum + "-" + size + ext
}

// listLayout is the template of a list's pages.
func listLayout(l *site.ListPlace) string {
	switch {
	case l.Kind != nil:
		return l.Kind.Lists.Layout
	case l.Sort == site.ByFacets:
		return "register"
	}
	return "daftar"
}

func (p *planner) list(l *site.ListPlace) {
	if k := l.Kind; k != nil && k.At.File != "" && k.Layout != k.Name {
		p.layout(k.Layout, func() diag.Span { return k.At })
	}
	if name := SitemapName(l); name != "" {
		p.add(Job{Path: name, Sort: Sitemap, List: l.Name})
	}
	if l.Address == "" {
		return
	}
	for _, page := range l.Pages {
		p.add(Job{
			Path:    output(site.PageAddress(l.Address, page.Number)),
			Sort:    Page,
			Layout:  listLayout(l),
			Instead: "daftar",
			List:    l.Name,
			Number:  page.Number,
			Last:    page.Last,
		})
	}
	if l.Feed {
		p.add(Job{Path: output(l.Address + "feed.xml"), Sort: Atom, List: l.Name})
		p.add(Job{Path: output(l.Address + "feed.json"), Sort: JSONFeed, List: l.Name})
	}
}

func (p *planner) fixed() {
	p.add(Job{Path: "index.html", Sort: Page, Layout: "beranda"})
	if p.read.English() != nil {
		p.add(Job{Path: output(site.EnglishHome), Sort: Page, Layout: "beranda", Lang: "en"})
	}
	p.add(Job{Path: "404.html", Sort: Page, Layout: "404"})
	p.add(Job{Path: "cari/index.html", Sort: Page, Layout: "cari"})
	p.add(Job{Path: "sitemap.xml", Sort: SitemapIndex})
	p.add(Job{Path: "robots.txt", Sort: Robots})
}

// SitemapName returns the file of the sitemap that holds the documents of a list, one for
// each kind and for news one for each year, or "" when they are in another one.
func SitemapName(l *site.ListPlace) string {
	switch {
	case l.Kind != nil && l.Kind.Lists.Hidden: // with the home page and the lists
	case l.Items == 0:
		return ""
	case l.Sort == site.ByYear,
		l.Kind != nil && !l.Kind.Lists.Dated && !strings.Contains(l.Kind.Address, "#"):
	default:
		return ""
	}
	return "sitemap-" + strings.ReplaceAll(l.Name, "/", "-") + ".xml"
}
