package site

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// A linker checks the references of one document and notes the files it shows.
type linker struct {
	*Reader // of site, remembering nothing
	site    *Site
	item    *Item
	doc     *content.Document
	diags   diag.List
	needs   []string
	tables  []string // those of needs of which figures are shown
	named   []string // files that exist and are needed or have a message
}

// checkReferences checks every reference in the given public documents, and those of the
// site's settings.
func (s *Site) checkReferences(items []*Item) {
	for _, i := range items {
		doc, public := s.found(i.Path), s.byPath[i.Path] != nil
		l := linker{Reader: s.blind(), site: s, item: i, doc: doc}
		l.check()
		if len(l.diags) > 0 {
			s.linkDiags[i.Path] = l.diags
		}
		if len(l.needs) > 0 && public {
			s.needs[i.Path] = l.needs
			if len(l.tables) > 0 {
				s.tables[i.Path] = l.tables
			}
		}
		if len(l.named) > len(l.needs) {
			s.named[i.Path] = l.named
		}
	}
	s.checkSettings()
}

// bases checks the instruments that a document names as the basis of what it says.
func (l *linker) bases() {
	for _, b := range l.item.Bases {
		if content.IsSlug(b.Instrument.Target) {
			l.reference(b.Instrument)
			l.basis(b.Instrument)
		}
	}
}

// checks are what is checked besides of documents of some kinds. Each stands in the file of
// its kind.
var checks = map[string]func(l *linker){
	"berita":       (*linker).news,
	"informasi":    (*linker).entry,
	"laporan":      (*linker).report,
	"pejabat":      (*linker).official,
	"pengecualian": (*linker).exclusion,
	"regulasi":     (*linker).instrument,
	"sop":          (*linker).procedure,
}

// found returns the parsed document of a path, public or not. There must be one.
func (s *Site) found(path string) *content.Document {
	i, _ := slices.BinarySearchFunc(s.Documents, path,
		func(d *content.Document, path string) int { return strings.Compare(d.Path, path) })
	return s.Documents[i]
}

func (l *linker) check() {
	h := l.doc.Head
	for ref := range l.doc.Refs.All(l.doc.Path) {
		if ref.Kind == markdown.Link {
			l.link(ref.URL, ref.At)
			continue
		}
		if ref.Kind == markdown.Deadline {
			l.deadline(ref.URL, ref.At)
			continue
		}
		if ref.Kind == markdown.Figures && ref.URL == "" {
			continue // reported already
		}
		l.file(ref.URL, ref.At)
		if file, ok := l.File(l.item.Path, ref.URL); ok && ref.Kind == markdown.Figures {
			l.tables = append(l.tables, file)
		}
		if ref.Kind == markdown.Media {
			l.media(&ref)
		}
	}
	for _, f := range h.Files {
		l.file(f.Src, f.At)
	}
	l.bases()
	for _, r := range h.Related {
		l.reference(r)
	}
	l.unit(h.Unit, "penguasa")
	if known := l.site.Languages; len(known) > 0 && !slices.Contains(known, h.Lang) {
		d := diag.New(diag.FieldValue, l.doc.At("lang"), "lang", h.Lang, strings.Join(known, ", "))
		l.add(d.Instead(diag.Closest(h.Lang, known)))
	}
	if (h.Form != "" || h.Layout == "formulir") && l.site.Data.Form(h.Form) == nil {
		var ids []string
		for _, f := range l.site.Data.Forms {
			ids = append(ids, f.ID)
		}
		l.unknown(diag.FormUnknown, h.Form, l.doc.At("formulir"), ids)
	}
	for _, r := range slices.Concat(h.Revokes, h.Amends, h.Implements, h.PartOf) {
		l.reference(r)
	}
	l.cites()
	defer l.personal()
	l.duties(h.Meets)
	if n := l.item.number(); n != "" && l.site.numbers[n] != "" &&
		l.site.numbers[n] != l.item.Path {
		_, number, _ := strings.Cut(n, "\x00")
		first := l.site.Document(l.site.numbers[n]).At("nomor")
		l.add(diag.New(diag.DIPNumber, l.doc.At("nomor"), number).With(first))
	}
	if check := checks[h.Kind.Name]; check != nil {
		check(l)
	}
	l.kept(h.Kept)
	l.changes(h.Changes)
	l.past("updated", h.Updated)
	l.past("reviewed", h.Reviewed)
	if h.ReviewedBy != "" && !l.site.reviewed(l.item) {
		near := diag.Closest(h.ReviewedBy, l.site.positions)
		known := strings.Join(l.site.positions, ", ")
		l.add(diag.New(diag.DIPPosition, l.doc.At("reviewed_by"), h.ReviewedBy,
			known).Instead(near))
	}
	l.tags(h.Tags)
}

// media notes the files beside a sound or film, and warns of one that nobody can read.
func (l *linker) media(ref *markdown.Ref) {
	file, ok := l.File(l.item.Path, ref.URL)
	if !ok {
		return
	}
	tracks := l.Captions(file)
	if len(tracks) == 0 {
		name := path.Base(file)
		l.diags.Add(diag.MediaCaptions, ref.At, name,
			strings.TrimSuffix(name, path.Ext(name))+".vtt")
	}
	l.needs = append(l.needs, tracks...)
	if poster := l.Poster(file); poster != "" {
		l.needs = append(l.needs, poster)
	}
}

// tags warns of keywords that share a page with another one.
func (l *linker) tags(tags []string) {
	for _, tag := range tags {
		list := l.site.lists["tag/"+content.TagSlug(tag)]
		if list != nil && !content.SameTag(tag, list.Label) {
			l.diags.Add(diag.TagTaken, l.doc.At("tags"), tag, list.Label)
		}
	}
}

// past checks a day on which something was done, and which cannot be yet to come: a document would
// count as fresh for as long.
func (l *linker) past(field string, day disclosure.Day) {
	if today := l.site.AsOf.Day; day > today {
		l.diags.Add(diag.FieldFuture, l.doc.At(field), field, day.String(), today.String())
	}
}

// kept checks the values that no code reads, by the types of their fields.
func (l *linker) kept(all []content.Kept) {
	content.Values(all, content.Path, func(name, text string) { l.file(text, l.doc.At(name)) })
	content.Values(all, content.Ref, func(name, text string) {
		l.reference(content.Reference{Target: text, At: l.doc.At(name)})
	})
	content.Values(all, content.Address, func(name, text string) { l.link(text, l.doc.At(name)) })
	content.Values(all, content.UnitRef, func(name, text string) { l.unit(text, name) })
}

// unit checks the slug of a unit, written in a field.
func (l *linker) unit(slug, field string) {
	if _, ok := l.site.Unit(slug); slug != "" && !ok {
		l.unknown(diag.UnitUnknown, slug, l.doc.At(field), unitSlugs(l.site.Data.Units))
	}
}

func (l *linker) changes(changes []content.Change) {
	for _, c := range changes {
		if c.File != "" {
			l.file(c.File, c.At)
		}
	}
}

func unitSlugs(units []content.Unit) []string {
	var slugs []string
	for _, u := range units {
		slugs = append(slugs, u.Slug)
	}
	return slugs
}

// unknown reports a name that is not one of the known ones, with the nearest of them.
func (l *linker) unknown(code diag.Code, name string, at diag.Span, known []string) {
	l.add(diag.New(code, at, name, strings.Join(known, ", ")).Instead(diag.Closest(name, known)))
}

func (l *linker) add(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// link checks a link in the body.
func (l *linker) link(ref string, at diag.Span) {
	t, ok := l.Resolve(l.item.Path, ref)
	switch {
	case !ok:
		l.add(diag.New(diag.LinkMissing, at, ref).Instead(l.site.nearest(l.item.Path, ref)))
	case t.held == Unreadable:
		// Its own messages say what to do.
	case t.held == Expired:
		l.diags.Add(diag.LinkExpired, at, ref)
	case t.held != Public:
		l.diags.Add(diag.LinkHeld, at, ref)
	case t.File != "":
		l.file(ref, at)
	default:
		l.anchor(t, ref, at)
	}
}

// deadline checks the name of a deadline, whose length must be known.
func (l *linker) deadline(name string, at diag.Span) {
	regimes := l.site.Data.Regimes
	switch d := disclosure.FindDeadline(regimes, name); {
	case d == nil:
		l.unknown(diag.DeadlineUnknown, name, at, disclosure.DeadlineNames(regimes))
	case !d.Known:
		l.diags.Add(diag.DeadlineOpen, at, name)
	}
}

// cites warns of instruments that are named as if they were still in force.
func (l *linker) cites() {
	for _, c := range l.doc.Cites {
		i := l.site.cited(c)
		if i == nil || l.names(i) {
			continue
		}
		l.stale(i, c.At)
	}
}

// cited returns the instrument that no longer holds and that a text names, or nil.
func (s *Site) cited(c content.Citation) *Item {
	for _, name := range c.Names() {
		if i := s.revoked[name]; i != nil {
			return i
		}
	}
	return nil
}

// names reports whether the document itself revokes i, or cites what revoked i as well: then
// its author knows that i is no longer in force.
func (l *linker) names(i *Item) bool {
	next := l.site.successor(i)
	if next == nil {
		return false
	}
	if next.Path == l.item.Path {
		return true
	}
	if next.Instrument == nil {
		return false
	}
	called := next.Instrument.CitedAs(next.Title, l.site.Data.Instruments)
	return slices.ContainsFunc(l.doc.Cites, func(c content.Citation) bool {
		return slices.ContainsFunc(c.Names(), func(name string) bool {
			return slices.Contains(called, name)
		})
	})
}

func (l *linker) stale(i *Item, at diag.Span) {
	name := func(i *Item) string {
		if i.Instrument != nil && i.Instrument.Short != "" {
			return i.Instrument.Short
		}
		return i.Title
	}
	if next := l.site.successor(i); next != nil {
		l.diags.Add(diag.BasisRevoked, at, name(i), name(next))
	} else {
		l.diags.Add(diag.BasisGone, at, name(i))
	}
}

// duties checks the ids of duties that the document meets.
func (l *linker) duties(ids []content.Reference) {
	data := l.site.Data
	for _, r := range ids {
		if len(data.Obligations) > 0 && !data.IsObligation(r.Target) {
			nearest := diag.Closest(r.Target, data.ObligationIDs())
			l.add(diag.New(diag.ObligationUnknown, r.At, r.Target).Instead(nearest))
			continue
		}
		switch {
		case r.Part != "":
			l.anchor(Target{Item: l.item}, "#"+r.Part, r.At)
		case mustShow(l.item):
			l.diags.Add(diag.ObligationPart, r.At, r.Target)
		}
		e := l.site.evidence(l.item)
		switch lack := lacks(l.item, e, r); {
		case lack == nil, mustShow(l.item) && r.Part == "":
		case e.Entry: // the audit says that it has no file
		case lack.Absent != "":
			l.diags.Add(diag.ObligationAbsent, r.At, r.Target, lack.Absent)
		default:
			l.diags.Add(diag.ObligationShort, r.At, r.Target, strconv.Itoa(lack.Words))
		}
		if e.Last == 0 {
			l.diags.Add(diag.ObligationUndated, r.At, r.Target)
		}
	}
}

// layoutAnchors are the places that layouts add to a page: the table of deadlines, the structure of
// the body.
var layoutAnchors = map[string]string{"tenggat": "semua-tenggat", "struktur": "susunan"}

// anchor checks the place on a page that a link leads to.
func (l *linker) anchor(t Target, ref string, at diag.Span) {
	_, fragment, _ := strings.Cut(ref, "#")
	if fragment == "" || fragment == "isi" || fragment == "menu" || t.Item == nil ||
		t.Item.HasAnchor(fragment) {
		return
	}
	if decoded, err := url.PathUnescape(fragment); err == nil && t.Item.HasAnchor(decoded) {
		return
	}
	if layoutAnchors[t.Item.Layout] == fragment {
		return
	}
	if p := t.Item.Procedure; p != nil && strings.HasPrefix(fragment, "l") {
		return // a row of the matrix
	}
	l.unknown(diag.LinkAnchor, fragment, at, strings.Fields(t.Item.Anchors))
}

// file checks a file that the document shows or offers, and notes that it is needed.
func (l *linker) file(ref string, at diag.Span) {
	file := filePath(l.item.Path, ref)
	e, ok := l.site.Tree.Get(file)
	c, claimed := l.site.claimed(file)
	if ok {
		l.named = append(l.named, file)
	}
	switch {
	case !strings.HasPrefix(file, "content/") || strings.ContainsAny(ref, "\\\x00"):
		l.diags.Add(diag.FileOutside, at, ref)
	case claimed && c.reason == Closed:
		l.diags.Add(diag.FileClosed, at, ref)
	case claimed:
		l.diags.Add(diag.FileHeld, at, ref, diag.Masked(c.owner), c.key)
	case !ok || strings.HasSuffix(file, ".md") || path.Base(file)[0] == '_':
		l.add(diag.New(diag.FileMissing, at, ref).Instead(l.site.nearestFile(file, ref)))
	case e.Size == 0:
		l.diags.Add(diag.FileEmpty, at, ref)
	case !content.IsAddress("/" + path.Base(file)):
		l.diags.Add(diag.FileName, at, path.Base(file))
	default:
		l.needs = append(l.needs, file)
	}
}

// reference checks a document named in a header, by its slug, its kind and slug, or path.
func (l *linker) reference(r content.Reference) {
	if i := l.Named(l.item.Path, r); i != nil {
		return
	}
	_, slug := path.Split(strings.TrimSuffix(r.Target, ".md"))
	if slices.ContainsFunc(l.site.broken, func(i *Item) bool { return i.Slug == slug }) {
		return // its own messages say what to do
	}
	known := []string{}
	for _, i := range l.site.Items {
		if r.Kind == "" || r.Kind == i.Kind.Name {
			known = append(known, i.Slug)
		}
	}
	l.add(diag.New(diag.RefUnknown, r.At, r.Target).Instead(diag.Closest(r.Target, known)))
}
