package page

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/site"
)

// A Job is one file of the finished site, not made yet.
type Job struct {
	Path   string // of the output, without a slash in front
	Sort   Sort
	Layout string       // of a page, or the name of an Export
	Doc    string       // path of the document it shows
	List   string       // name of the list it shows
	Number int          // of the list's page
	Last   bool         // no newer full page follows
	Items  []*site.Item // of the list's page, of a feed or of a part of the sitemap
	File   string       // path of the input file that is copied or scaled
	Width  int          // of a scaled picture
	Target string       // address to which a redirect leads
	Lang   string       // of a page that shows no document; "" for Indonesian
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
	Theme                     // a file that the theme makes
	Export                    // data for other programs; Layout names which
	Host                      // a file of settings for a host
)

// Equal reports whether two Jobs ask for the same.
func (j *Job) Equal(o *Job) bool {
	return j.Path == o.Path && j.Sort == o.Sort && j.Layout == o.Layout && j.Doc == o.Doc && j.List == o.List &&
		j.Number == o.Number && j.Last == o.Last && j.File == o.File && j.Width == o.Width && j.Target == o.Target && j.Lang == o.Lang &&
		slices.Equal(j.Items, o.Items)
}

// A Blob is what pages must know of the bytes of an input file.
type Blob struct {
	Size    int64
	Sum     digest.Sum
	Picture picture.Info // zero for what is no picture
	Pixels  int          // of a picture that is too large to be read

	Info     attachment.Info
	Personal []PersonalText // personal data in its text
}

// A PersonalText is personal data at a place in an attachment.
type PersonalText struct {
	disclosure.PersonalHit
	Place string
}

// Blobs are the input files that pages show, by path.
type Blobs map[string]*Blob

// feedLength is how many documents a feed holds.
const feedLength = 20

type planner struct {
	site  *site.Site
	blobs Blobs
	jobs  []Job
	diags diag.List
	seen  map[string]bool // pictures and copies planned already

	inspected map[string]bool // files searched for personal data
}

// Plan returns the Jobs of a site, sorted by path, and what stands in the way: two outputs
// at one path. extra are the outputs of the theme.
func Plan(s *site.Site, blobs Blobs, extra []Job) ([]Job, diag.List) {
	p := planner{site: s, blobs: blobs, jobs: slices.Clone(extra), seen: map[string]bool{}, inspected: map[string]bool{}}
	p.jobs = slices.Grow(p.jobs, len(s.Items)*5/4)
	for _, i := range s.Items {
		p.document(i)
	}
	for _, l := range s.Lists {
		p.list(l)
	}
	p.fixed()
	p.add(Job{Path: AddressFile, Sort: Export, Layout: "alamat.json"})
	p.withdrawals()
	p.auditJobs()
	p.registerJobs()
	p.openJobs()
	p.galleryJobs()
	open := site.Open(s.Tree)
	for _, e := range s.Tree.Entries {
		if !open(e.Path) {
			continue
		}
		if name, ok := strings.CutPrefix(e.Path, "static/"); ok && !strings.HasPrefix(name, "aset/") {
			p.personal(e.Path, diag.Span{File: e.Path})
			p.active(e.Path, name)
			p.add(Job{Path: name, Sort: Copy, File: e.Path})
		}
	}
	slices.SortStableFunc(p.jobs, func(a, b Job) int { return cmp.Compare(a.Path, b.Path) })
	return p.jobs, append(p.diags, p.conflicts()...).Sort()
}

// Replan returns the Jobs of a Site that differs by retitled Items alone from the one that
// jobs are of.
func Replan(jobs []Job, retitled map[*site.Item]*site.Item) []Job {
	jobs = slices.Clone(jobs)
	for k := range jobs {
		jobs[k].Items, _ = site.Exchange(jobs[k].Items, retitled)
	}
	return jobs
}

func (p *planner) add(j Job) { p.jobs = append(p.jobs, j) }

// output returns the path of the file that answers an address.
func output(address string) string {
	address, _, _ = strings.Cut(address, "#")
	if strings.HasSuffix(address, "/") {
		return address[1:] + "index.html"
	}
	return address[1:]
}

func (p *planner) document(i *site.Item) {
	if i.OwnPage() {
		layout := i.Kind.Name
		if i.Layout != "" {
			layout = i.Layout
		}
		p.add(Job{Path: output(i.Address), Sort: Page, Layout: layout, Doc: i.Path})
		if i.Report != nil {
			p.add(Job{Path: output(i.Address + reportFile), Sort: Export, Layout: "laporan.csv", Doc: i.Path})
		}
		if i.Procedure != nil {
			p.add(Job{Path: output(i.Address + procedureFile), Sort: Export, Layout: "sop.json", Doc: i.Path})
		}
	}
	for _, alias := range i.Aliases {
		p.add(Job{Path: output(Slashed(alias)), Sort: Page, Layout: "alihan", Doc: i.Path, Target: i.Address})
	}
	doc := p.site.Document(i.Path)
	for ref := range doc.Refs.All(doc.Path) {
		if !mayBeFile(&ref) {
			continue
		}
		file, ok := p.site.File(i.Path, ref.URL)
		switch {
		case !ok:
		case ref.Kind == markdown.Image:
			p.picture(file, ref.URL, ref.At)
		case ref.Kind == markdown.Media:
			p.attach(i, file)
			p.look(file, ref.URL, ref.At, false)
			for _, track := range p.site.Captions(file) {
				p.attach(i, track)
			}
		case ref.Kind == markdown.Link && strings.HasPrefix(ref.URL, "/"):
			if t, ok := p.site.Resolve(i.Path, ref.URL); ok && t.File != "" {
				p.attach(i, file)
				p.look(file, ref.URL, ref.At, false)
			}
		default:
			p.attach(i, file)
			p.look(file, ref.URL, ref.At, false)
		}
	}
	if i.News != nil {
		for _, photo := range i.News.Photos {
			if file, ok := p.site.File(i.Path, photo.Src); ok {
				p.picture(file, photo.Src, photo.At)
			}
		}
	}
	for k := range i.Files {
		p.inspect(i, &i.Files[k])
	}
	for _, src := range attachments(i.Head) {
		if file, ok := p.site.File(i.Path, src); ok {
			p.attach(i, file)
			p.look(file, src, p.site.Document(i.Path).At("revisi"), false)
		}
	}
}

// mayBeFile reports whether a reference may lead to a file, and not to a page.
func mayBeFile(ref *markdown.Ref) bool {
	if ref.Kind != markdown.Link {
		return ref.Kind != markdown.Deadline
	}
	target, _, _ := strings.Cut(ref.URL, "#")
	return target != "" && !strings.HasSuffix(target, "/") && !strings.HasSuffix(target, ".md")
}

// SameFiles reports whether the bodies of two versions of a document show the same files,
// so that the same outputs come of them.
func SameFiles(a, b *content.Document) bool { return slices.Equal(shownFiles(a), shownFiles(b)) }

// shownFiles returns the references of a body that may lead to files, without their places.
func shownFiles(doc *content.Document) []markdown.Ref {
	var refs []markdown.Ref
	for ref := range doc.Refs.All("") {
		if mayBeFile(&ref) {
			refs = append(refs, markdown.Ref{Kind: ref.Kind, URL: ref.URL})
		}
	}
	return refs
}

// attachments returns the files that a header offers to download.
func attachments(h *content.Head) []string {
	var all []string
	for _, f := range h.Files {
		all = append(all, f.Src)
	}
	changes := h.Changes
	if h.Entry != nil {
		changes = slices.Concat(changes, h.Entry.Revisions)
	}
	for _, c := range changes {
		if c.File != "" {
			all = append(all, c.File)
		}
	}
	return all
}

func (p *planner) attach(i *site.Item, file string) {
	j := Job{Path: i.FileAddress(file)[1:], Sort: Copy, File: file, Doc: i.Path}
	if key := j.Path + "\x00" + file; !p.seen[key] {
		p.seen[key] = true
		p.add(j)
	}
}

func (p *planner) picture(file, written string, at diag.Span) {
	b := p.blobs[file]
	switch {
	case b == nil:
		return // reported already
	case b.Pixels > 0:
		p.diags.Add(diag.ImageLarge, at, written, strconv.Itoa(b.Pixels))
		return
	case b.Picture.Width == 0:
		p.diags.Add(diag.ImageBroken, at, written)
		return
	case p.seen[file]:
		return
	}
	p.seen[file] = true
	for _, width := range b.Picture.Widths() {
		address := pictureAddress(file, b, width)
		if !p.seen[address] { // the same photo may lie in two folders
			p.seen[address] = true
			p.add(Job{Path: address[1:], Sort: ScaledPicture, File: file, Width: width})
		}
	}
}

// pictureAddress names a version of a picture by the bytes it is made from, so that a
// changed photo has another address and the same photo is published once.
func pictureAddress(file string, b *Blob, width int) string {
	base := path.Base(file)
	name := string(markdown.Slug([]byte(strings.TrimSuffix(base, path.Ext(base)))))
	return "/media/" + strings.Trim(name[:min(len(name), 40)], "-") + "-" + digest.Of([]byte(picture.Version+b.Sum.String())).Short() + "-" + strconv.Itoa(width) + b.Picture.Ext
}

// layouts are the templates of lists that have one of their own.
func listLayout(l *site.List) string {
	switch {
	case l.Name == "sop":
		return "daftar-sop"
	case l.Name == "informasi" || strings.HasPrefix(l.Name, "informasi/"):
		return "register"
	}
	return "daftar"
}

func (p *planner) list(l *site.List) {
	p.sitemap(l)
	if l.Address == "" {
		return
	}
	if l.Name == "pengecualian" {
		p.add(Job{Path: output(l.Address), Sort: Page, Layout: "dikecualikan", List: l.Name, Items: l.Items, Last: true})
		return
	}
	for _, page := range p.pages(l) {
		p.add(Job{
			Path: output(l.PageAddress(page.Number)), Sort: Page, Layout: listLayout(l),
			List: l.Name, Number: page.Number, Last: page.Last, Items: page.Items,
		})
	}
	if l.HasFeed() {
		newest := l.Items[:min(len(l.Items), feedLength)]
		p.add(Job{Path: output(l.Address + "feed.xml"), Sort: Atom, List: l.Name, Items: newest})
		p.add(Job{Path: output(l.Address + "feed.json"), Sort: JSONFeed, List: l.Name, Items: newest})
	}
}

// pages divides a list. All news is in the archives by year, so the list of all news is
// its newest page only.
func (p *planner) pages(l *site.List) []site.Page {
	size := p.site.Settings.Archive.PageSize
	if l.Name == "berita" {
		return []site.Page{{Items: l.Items[:min(len(l.Items), size)], Last: true}}
	}
	return l.Pages(size)
}

func (p *planner) fixed() {
	p.add(Job{Path: "index.html", Sort: Page, Layout: "beranda"})
	if p.site.Settings.English != nil {
		p.add(Job{Path: output(site.EnglishHome), Sort: Page, Layout: "beranda", Lang: "en"})
	}
	p.add(Job{Path: "404.html", Sort: Page, Layout: "404"})
	p.add(Job{Path: "cari/index.html", Sort: Page, Layout: "cari"})
	p.add(Job{Path: "sitemap.xml", Sort: SitemapIndex})
	p.add(Job{Path: "robots.txt", Sort: Robots})
}

// sitemap plans the part of the sitemap for a list: one for each kind, and for news one
// for each year.
func (p *planner) sitemap(l *site.List) {
	if name := SitemapName(l); name != "" {
		p.add(Job{Path: name, Sort: Sitemap, List: l.Name, Items: l.Items})
	}
}

// SitemapName returns the file of the sitemap that holds the documents of a list, or ""
// when they are in another one.
func SitemapName(l *site.List) string {
	switch {
	case l.Name == "halaman": // with the home page and the lists
		return "sitemap-halaman.xml"
	case len(l.Items) == 0:
	case l.Sort == site.ByYear && strings.HasPrefix(l.Name, "berita/"), l.Sort == site.ByKind && l.Name != "berita" && l.Name != "pengecualian":
		return "sitemap-" + strings.ReplaceAll(l.Name, "/", "-") + ".xml"
	}
	return ""
}

// conflicts reports outputs at one path, and a file where another output needs a folder.
func (p *planner) conflicts() diag.List {
	var diags diag.List
	for i := range p.jobs {
		j := &p.jobs[i]
		if j.Path == host.Manifest || j.Path == host.ManifestNote {
			diags.Add(diag.AddressTaken, p.place(j), "/"+j.Path) // every release has them
		}
		if i > 0 && p.jobs[i-1].Path == j.Path {
			diags = append(diags, p.taken(&p.jobs[i-1], j))
		}
		if path.Base(j.Path) == "index.html" {
			continue
		}
		folder := j.Path + "/"
		at, _ := slices.BinarySearchFunc(p.jobs, folder, func(j Job, path string) int { return cmp.Compare(j.Path, path) })
		if at < len(p.jobs) && strings.HasPrefix(p.jobs[at].Path, folder) {
			diags = append(diags, p.taken(&p.jobs[at], j))
		}
	}
	return diags.Sort()
}

// taken is the message that b wants the path of a, at the one that an editor can change.
func (p *planner) taken(a, b *Job) diag.Diagnostic {
	if b.Doc == "" || b.Sort == Copy && a.Doc != "" && a.Sort != Copy {
		a, b = b, a
	}
	address := "/" + strings.TrimSuffix(b.Path, "index.html")
	d := diag.New(diag.AddressTaken, p.place(b), address)
	if at := p.place(a); at.File != "" {
		d = d.With(at)
	}
	return d
}

func (p *planner) place(j *Job) diag.Span {
	if doc := p.site.Document(j.Doc); doc != nil {
		if j.Target != "" {
			return doc.At("aliases")
		}
		if j.Sort == Copy {
			return doc.At("berkas")
		}
		if at := doc.At("slug"); at.End > 0 {
			return at
		}
		return diag.Span{File: doc.Path}
	}
	return diag.Span{File: j.File}
}
