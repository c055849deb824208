package page

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/transparency"
)

// A Filler fills the Views of one World. It may be used by several goroutines at once.
type Filler struct {
	world       *site.World
	surrounding map[string]site.Recorded[*surrounding] // by language
	// what blocks of figures show, by blockOfFile
	picks sync.Map
}

// NewFiller returns a Filler for a World.
func NewFiller(w *site.World) *Filler {
	f := &Filler{world: w, surrounding: map[string]site.Recorded[*surrounding]{}}
	for _, lang := range w.Reader().Languages() {
		f.surrounding[lang] = site.Record(w, func(r *site.Reader) *surrounding {
			return surround(r, lang)
		})
	}
	return f
}

// World is what the Views are filled from.
func (f *Filler) World() *site.World { return f.world }

// Base returns the base path of the site, which begins and ends with a slash.
func (f *Filler) Base() string { return f.surrounding["id"].Value().base }

// requestGuide is where a site tells how to ask for information, when it has such a page.
const requestGuide = "/minta-informasi/"

// A Filling is one View while it is gathered, with what it is gathered from. All that it knows
// of the site it asks its Reader for.
type Filling struct {
	*surrounding
	read *site.Reader
	job  *Job
	item *site.Item // whose page it is, or nil
	view *View
	lang string

	drawn int       // charts in its text so far
	picks *sync.Map // of the Filler
}

// View is what was gathered.
func (g *Filling) View() *View { return g.view }

// filling returns the Filling of a page in a language. A page in a language without words is
// shown in Indonesian ones.
func (f *Filler) filling(r *site.Reader, job *Job, lang string) *Filling {
	around, ok := f.surrounding[lang]
	if !ok { // a mistake that is told elsewhere; the preview shows the page all the same
		r.Languages()
		around = f.surrounding["id"]
	}
	return &Filling{surrounding: around.Read(r), read: r, job: job, lang: lang, picks: &f.picks}
}

// Fill gathers the View of a page, by asking r.
func (f *Filler) Fill(r *site.Reader, job *Job) *Filling {
	lang := cmp.Or(job.Lang, "id")
	var item *site.Item
	var doc *content.Document
	if job.Doc != "" {
		item, doc = r.Item(job.Doc), r.Document(job.Doc)
		lang = item.Lang
	}
	g := f.filling(r, job, lang)
	g.item = item
	address := "/" + strings.TrimSuffix(job.Path, "index.html")
	g.view = &View{
		T:         g.words.Texts,
		Site:      g.frame,
		Lang:      g.lang,
		Canonical: g.full(address),
		Code:      code(address),
		asker:     asker{from: g},
	}
	switch {
	case job.Target != "":
		g.redirect(item)
	case doc != nil && job.List != "":
		g.figuresPage(item)
	case doc != nil:
		g.document(item, doc)
	case job.Layout == "ditarik":
		g.withdrawal()
	case job.Layout == "monev":
		g.monev()
	case job.Layout == "permintaan" && job.List != "":
		g.requests()
	case job.Number == 0 && kinds[job.List].list != nil:
		kinds[job.List].list(g, job.List)
	case job.List != "":
		g.list(job.List)
	default:
		g.fixed()
	}
	g.finish()
	return g
}

// code is a short name for a page that can be said on the phone.
func code(address string) string {
	first, _, _ := strings.Cut(strings.Trim(address, "/"), "/")
	if first == "" {
		first = "beranda"
	}
	short := strings.ToUpper(first[:min(3, len(first))])
	return short + "-" + strings.ToUpper(digest.Of([]byte(address)).Short()[:4])
}

// finish fills what follows from the rest.
func (g *Filling) finish() {
	v, s := g.view, g.settings
	v.HeadTitle = headTitle(v.Title, v.Site.Short)
	home := g.job.Layout == "beranda"
	if home {
		v.HeadTitle = headTitle(v.Site.Title, "")
	}
	if v.Description == "" {
		v.Description = markdown.Shorten(g.face().Description, 155)
	}
	if v.OG.Type == "" {
		v.OG.Type = "website"
	}
	if v.OG.Image == "" && s.Image != "" {
		v.OG.Image, v.OG.ImageAlt, v.OG.Width, v.OG.Height = g.full("/"+s.Image), s.Title, 1200, 630
	}
	if v.Heading == "" {
		v.Heading = v.Title
		if g.lang == "id" {
			v.Heading = markdown.Hyphenate(v.Title)
		}
	}
	v.Ask = g.ask()
	if len(v.Crumbs) == 0 && !home {
		v.Crumbs = []Link{g.homeLink()}
	}
	g.graph()
}

func (g *Filling) homeLink() Link { return Link{Text: g.view.T["Home"], Href: g.view.Site.Home} }

// crumbs sets the trail and the menu entry of a page below a list.
func (g *Filling) crumbs(section string, links ...Link) {
	g.view.Section = section
	g.view.Crumbs = append([]Link{g.homeLink()}, links...)
}

// row fills one line of a list.
func (g *Filling) row(i *site.Item) Row {
	r := Row{
		Title:   i.Title,
		Href:    g.href(i.Address),
		Date:    formatMoment(i.When(), g.words, g.settings.Zone),
		Summary: i.Summary,
		Class:   class(i.Class, g.words),
		Ended:   i.Ended,
	}
	if i.Lang != g.lang {
		r.Lang = i.Lang
	}
	if i.Unit != "" {
		if u, ok := g.read.Unit(i.Unit); ok {
			r.Unit = u.Name
		}
	}
	if kind := kinds[i.Kind.Name]; kind.row != nil {
		kind.row(g, i, &r)
	}
	return r
}

// dotted joins what is given with a middle dot.
func dotted(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// class marks a class of information; nil for none.
func class(c disclosure.Category, w *content.Words) *Class {
	name := c.String()
	if w.Texts["class_"+name] == "" {
		return nil
	}
	return &Class{Name: name, Text: w.Texts["class_"+name], Letter: w.Texts["mark_"+name]}
}

// files fills the attachments of a document.
func (g *Filling) files(i *site.Item, list []content.File) []File {
	var out []File
	for _, a := range list {
		file, ok := g.read.File(i.Path, a.Src)
		if !ok {
			continue
		}
		f := File{
			Href:  g.href(i.FileAddress(file)),
			Title: a.Title,
			Type:  fileType(file),
			Scan:  a.Scan,
			Lang:  a.Lang,
		}
		pages, rows := a.Pages, a.Rows
		if b := g.read.Blob(file); b != nil {
			f.Size, f.Bytes = formatSize(b.Size, g.words), formatNumber(int(b.Size), g.words)
			f.Sum = formatSum(b.Sum)
			pages, rows = cmp.Or(b.Info.Pages, pages), cmp.Or(b.Info.Rows, rows)
			f.Scan = f.Scan || b.Info.Scan
			if g.read.Log() {
				entry := transparency.Entry{Sum: b.Sum, Path: i.FileAddress(file)[1:]}
				f.Proof = g.href("/" + transparency.ProofPath(entry))
			}
		}
		switch {
		case pages > 0:
			f.Extent = formatCount(pages, "OnePage", "Pages", g.words)
		case rows > 0:
			f.Extent = formatCount(rows, "OneRow", "Rows", g.words)
		}
		out = append(out, f)
	}
	return out
}

// fileType names a file by its ending: PDF.
func fileType(file string) string {
	return strings.ToUpper(strings.TrimPrefix(path.Ext(file), "."))
}

func (g *Filling) changes(i *site.Item, list []content.Change) []Change {
	var out []Change
	for _, c := range list {
		ch := Change{Date: formatDay(c.Date, g.words), Text: c.Text}
		if file, ok := g.read.File(i.Path, c.File); ok && c.File != "" {
			ch.Href = g.href(i.FileAddress(file))
		}
		out = append(out, ch)
	}
	slices.SortStableFunc(out, func(a, b Change) int {
		return strings.Compare(b.Date.ISO, a.Date.ISO)
	})
	return out
}

// named finds a document that a header names, and links to it.
func (g *Filling) named(from string, r content.Reference) (Link, bool) {
	i := g.read.Named(from, r)
	if i == nil {
		return Link{}, false
	}
	return Link{Text: i.Title, Href: g.href(i.Address), Note: g.kindName(i.Kind)}, true
}

// namedAll links the documents that a header names. One that is not there is not spoken of: it may
// have been withdrawn.
func (g *Filling) namedAll(from string, names []content.Reference) []Link {
	var out []Link
	for _, r := range names {
		if l, ok := g.named(from, r); ok {
			out = append(out, l)
		}
	}
	return out
}

// A Reference is what stands in a body where a markdown.Ref was: an address, a text, or an
// image or a media file for the layout to write.
type Reference struct {
	Href    string
	Text    string
	Picture *Picture
	Media   *Media
	Chart   *Chart
	Table   *FiguresTable
}

// Reference completes a Ref in the body of the document whose page this is.
func (g *Filling) Reference(ref *markdown.Ref) Reference {
	var out Reference
	switch ref.Kind {
	case markdown.Image:
		if file, ok := g.read.File(g.item.Path, ref.URL); ok {
			out.Picture = g.picture(file, ref.Alt, !ref.First)
		}
	case markdown.Media:
		out.Media = g.media(g.item, ref)
	case markdown.Figures:
		out.Chart, out.Table = g.block(ref)
	case markdown.Deadline:
		if d := disclosure.FindDeadline(g.read.Regimes(), ref.URL); d != nil {
			out.Text = formatWorkingDays(d.Days, g.words)
		}
	default:
		out.Href = g.link(g.item, ref.URL)
	}
	return out
}

func (g *Filling) link(item *site.Item, ref string) string {
	t, ok := g.read.Resolve(item.Path, ref)
	switch {
	case !ok:
		return "#"
	case t.File != "":
		return g.href(item.FileAddress(t.File))
	}
	return g.href(t.Address)
}

// picture fills an image; nil when its bytes are no image.
func (g *Filling) picture(file, alt string, lazy bool) *Picture {
	b := g.read.Blob(file)
	if b == nil || b.Picture.Width == 0 {
		return nil
	}
	widths := b.Picture.Widths()
	p := &Picture{
		Alt:   alt,
		Lazy:  lazy,
		Sizes: "(min-width: 48em) 40rem, 100vw",
		Size:  formatSize(b.Size, g.words),
	}
	ext := b.Picture.Ext
	versions := func(widths []int, ext string) string {
		all := make([]string, len(widths))
		for i, w := range widths {
			all[i] = g.href(pictureAddress(file, b, w, ext)) + " " + strconv.Itoa(w) + "w"
		}
		return strings.Join(all, ", ")
	}
	largest := widths[len(widths)-1]
	p.Width, p.Height = largest, b.Picture.HeightAt(largest)
	p.largest = g.href(pictureAddress(file, b, largest, ext))
	p.Src = g.href(pictureAddress(file, b, widths[min(1, len(widths)-1)], ext))
	if len(widths) > 1 {
		p.Srcset = versions(widths, ext)
	}
	p.WebP = versions(b.Picture.WebPWidths(), webP)
	return p
}

func (g *Filling) media(item *site.Item, ref *markdown.Ref) *Media {
	file, ok := g.read.File(item.Path, ref.URL)
	if !ok {
		return nil
	}
	m := &Media{Src: g.href(item.FileAddress(file)), Type: markdown.MediaType(file), Title: ref.Alt}
	m.Video = strings.HasPrefix(m.Type, "video/")
	m.Download = strings.ToUpper(strings.TrimPrefix(path.Ext(file), "."))
	if b := g.read.Blob(file); b != nil {
		m.Size = formatSize(b.Size, g.words)
	}
	for _, track := range g.read.Captions(file) {
		lang := "id"
		if strings.HasSuffix(track, ".en.vtt") {
			lang = "en"
		}
		m.Captions = append(m.Captions, Captions{
			g.href(item.FileAddress(track)), lang, g.languageName(lang),
		})
		if b := g.read.Blob(track); b != nil && ref.Alone &&
			(m.Transcript == nil || lang == g.lang) {
			m.Transcript, m.TranscriptName = b.Said, g.view.T["Transcript"]
		}
	}
	if poster := g.read.Poster(file); poster != "" && m.Video {
		if p := g.picture(poster, "", true); p != nil {
			m.Poster = p.largest
		}
	}
	return m
}

// SetBody sets the HTML of the document's body, which must be safe.
