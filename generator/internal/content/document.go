// Package content reads one source file and turns it into a typed [Document].
//
// # One table
//
// A [Kind] is a row that says what a sort of document is and which fields it has. Reading,
// checking, skeletons of new documents and the manual's tables all follow it; a field
// that is not in the table is an error, with the nearest known one named.
//
// # Strict reading
//
// A header is read as text, never as YAML types: "010" stays "010" and "off" stays "off".
// What is not exactly a known value is an error and never taken for the value it
// resembles, because a document is public only by proof.
//
// # Head and body
//
// What other pages may show of a document is its [Head]. Two versions of a document with
// equal Heads differ for nobody but their own page, which is what makes the rebuilding
// after an edit of a body small.
package content

import (
	"bytes"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// A Document is one parsed source file. It is never changed after Parse.
type Document struct {
	Path     string // slash-separated, from the project folder
	Sum      digest.Sum
	Head     *Head // nil when the header could not be read
	Outline  markdown.Outline
	Refs     markdown.Refs // what the marks in its HTML stand for
	Words    int
	Personal []disclosure.PersonalHit // in the whole file
	Cites    []Citation               // legal instruments named in the text
	Diags    diag.List

	// Closed is set for a document that its own header marks as excluded information.
	// Nothing else of it is read or kept.
	Closed bool

	// Marked says of a document that cannot be read that a line of it classifies it as what nobody
	// may see, or as nothing that is known, in whatever spelling.
	Marked bool
	// Hides are the files that a closed document names as its own, by what Hidden makes of
	// their paths: even in memory it leaves no name. Nothing that is public may show them.
	Hides []string
}

// A Head is what other pages may show of a document: its header, the ids of its headings,
// and a summary.
type Head struct {
	Kind    *Kind
	Title   string
	Date    disclosure.Moment
	Updated disclosure.Day
	Summary string
	Slug    string
	Tags    []string
	Lang    string // "id" unless the header says otherwise
	Weight  int
	Class   disclosure.Category
	Unit    string // slug of the unit that holds it
	Anchors string // the ids of its headings, a line each
	Marks   []Mark
	Tables  bool // its body holds a table

	*Details

	Kept []Kept // the fields that no code reads

	// At most one of these, by Kind.
	News         *News
	Announcement *Announcement
	Procedure    *Procedure
	Entry        *Entry
	Exclusion    *Exclusion
	Instrument   *Instrument
	Report       *Report
	Event        *Event
	Official     *Official
}

// Details are the fields of a Head that most documents do without. Heads that have none of
// them share one Details.
type Details struct {
	Aliases    []string
	Draft      bool
	Publish    disclosure.Moment
	Expires    disclosure.Moment
	Meets      []Reference // ids of duties
	Reviewed   disclosure.Day
	ReviewedBy string
	Files      []File
	Related    []Reference
	Bases      []LegalBasis // of what it says of the law

	Revokes, Amends, Implements, PartOf []Reference

	Changes []Change // corrections that readers are told of
	Layout  string   // the template that it asks for, or ""
	Form    string   // id of the form that it shows
}

// noDetails is what the Heads share that have none.
var noDetails Details

// A Mark is where a top-level field was written, for messages of later stages.
type Mark struct {
	Name       string
	Start, End int32
}

// At returns where a field of d was written: its value, or the whole header.
func (d *Document) At(field string) diag.Span {
	if d.Head != nil {
		for _, m := range d.Head.Marks {
			if m.Name == field {
				return diag.Span{File: d.Path, Start: int(m.Start), End: int(m.End)}
			}
		}
	}
	return diag.Span{File: d.Path}
}

// A Reference is the slug or path of another document, with its place.
type Reference struct {
	Target string
	Kind   string // that the document must be of, or ""
	Part   string // of a duty: the id of the heading under which the document meets it, or ""
	Lack   *Lack  // of a duty: what its text lacks to be evidence, or nil
	At     diag.Span
}

// A File is an attachment as the header lists it.
type File struct {
	Src   string
	Title string
	Lang  string
	Pages int
	Rows  int
	Scan  bool
	By    string // who checked a scan for personal data
	At    diag.Span
}

// A Change is one entry of a history.
type Change struct {
	Date disclosure.Day
	Text string
	File string
	At   diag.Span
}

// Parse reads a source file: header, body, messages. It never fails: what it cannot read
// it reports in Diags. The result depends on its arguments and nothing else, and shares no
// memory with src. zone is that of the site, in which a time with an offset is read. html is
// the body with marks for the Refs; it is nil for a document that is closed or has no body.
func Parse(
	p *markdown.Parser, kinds Kinds, zone *time.Location, file string, src []byte,
) (doc *Document, html []byte) {
	doc = &Document{Path: file, Sum: digest.Of(src)}
	defer func() { doc.Marked = doc.Diags.Errors() > 0 && hasMark(src) }()
	p.Block = figuresFile
	yaml, start, body, diags, ok := cut(file, src)
	doc.Diags = diags
	if !ok {
		if marked(src) {
			doc.seal()
		}
		return doc, nil
	}
	if marked(yaml) || strings.HasPrefix(file, "content/pengecualian/") {
		defer doc.seal()
	}
	r := reader{file: file, src: yaml, offset: start}
	value, ok := r.read()
	doc.Diags = append(doc.Diags, r.diags...)
	if !ok {
		return doc, nil
	}
	if isClosed(value) && len(r.diags) == 0 {
		return &Document{
			Path: file, Sum: doc.Sum, Closed: true,
			Hides: hides(kinds, file, value, body, p.Parse(file, body, len(src)-len(body))),
		}, nil
	}
	if stray := strayMarks(file, src, start, len(src)-len(body), value); len(stray) > 0 {
		doc.Diags = append(doc.Diags, stray...)
		defer doc.seal()
	}
	kind := kinds.Of(file)
	if kind == nil {
		doc.Diags = append(doc.Diags, noKind(kinds, file))
		return doc, nil
	}
	c := checker{src: src, file: file, items: maxItems, zone: zone}
	value = c.check(value, kind.all, kind.Name, diag.Span{File: file})
	for _, name := range kind.Requires {
		if !value.Field(name).Given() {
			c.diags.Add(diag.FieldRequired, diag.Span{File: file}, name, kind.Name)
		}
	}
	c.checkOrder(value)
	c.checkLetters(value)
	if f := value.Field("reviewed"); f.Given() && !value.Field("reviewed_by").Given() {
		c.diags.Add(diag.DIPReviewer, f.At)
	}
	b := p.Parse(file, body, len(src)-len(body))
	if text := bytes.TrimLeft(body, " \t\r\n"); !kind.Body && len(text) > 0 {
		c.diags.Add(
			diag.KindBody, diag.Span{File: file, Start: len(src) - len(text), End: len(src)},
			kind.Name,
		)
	}
	if !value.flag("draft") {
		c.samples(value)
		c.sampleBody(body, len(src)-len(body))
	}
	head := head(kind, file, value, b)
	lacks(head.Meets, body, b.Outline)
	if kind.check != nil {
		c.diags = append(c.diags, kind.check(head, value)...)
	}
	doc.Diags = append(append(doc.Diags, c.diags...), b.Diags...)
	doc.Outline, doc.Refs = markdown.PackOutline(b.Outline), markdown.PackRefs(b.Refs)
	doc.Words = b.Words
	doc.Head = head
	if doc.Personal = personal(src); len(doc.Personal) > MaxPersonal {
		h := doc.Personal[MaxPersonal]
		doc.Diags.Add(
			diag.MarkdownLimit, diag.Span{File: file, Start: h.Start, End: h.End}, "personal",
			strconv.Itoa(MaxPersonal),
		)
		doc.Personal = doc.Personal[:MaxPersonal:MaxPersonal]
	}
	doc.law(src, body)
	return doc, b.HTML
}

// noKind is the message about a document in the folder of no kind.
func noKind(kinds Kinds, file string) diag.Diagnostic {
	folders := make([]string, len(kinds))
	for i, name := range kinds.Names() {
		folders[i] = "content/" + name + "/"
	}
	d := diag.New(diag.KindFolder, diag.Span{File: file}, strings.Join(folders, ", "))
	folder, rest, ok := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	if near := diag.Closest(folder, kinds.Names()); ok && near != "" {
		d.Replace = "content/" + near + "/" + rest
	}
	return d
}

// MaxPersonal is how much of what may be personal one document or file may hold: a list of all
// polling places has ten thousand addresses.
const MaxPersonal = 50_000

// personal returns the personal data in a source file.
func personal(src []byte) []disclosure.PersonalHit {
	// Not a copy of the whole file: what is kept of it is copied below.
	hits := disclosure.FindPersonalShown(unsafe.String(unsafe.SliceData(src), len(src)))
	for i := range hits {
		hits[i].Value = strings.Clone(hits[i].Value)
	}
	return hits
}

// marked reports whether a header speaks of exclusion at all, however misspelt its key or
// value. It errs on the side of silence.
func marked(yaml []byte) bool {
	return bytes.Contains(bytes.ToLower(yaml), []byte("kecuali"))
}

// seal hides the text of a document that may be closed from its messages.
func (d *Document) seal() {
	for i := range d.Diags {
		d.Diags[i].Sealed = true
	}
}

// isClosed reports the exact mark. Anything near it is an error, and an error is not
// published either.
func isClosed(v Value) bool {
	return v.Field("klasifikasi").Text == disclosure.Dikecualikan.String()
}

// field returns the field of a name in the header of the document at a path, or else in that of
// any kind: a document that is in the wrong folder. It is nil when no kind has it.
func (k Kinds) field(file, name string) *Field {
	if kind := k.Of(file); kind != nil {
		if f := find(kind.all, name); f != nil {
			return f
		}
	}
	for _, kind := range k {
		if f := find(kind.all, name); f != nil {
			return f
		}
	}
	return nil
}

// find returns the field of a name, or nil.
func find(fields []Field, name string) *Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}

// head builds the Head from a checked Value.
func head(kind *Kind, file string, v Value, b *markdown.Body) *Head {
	h := &Head{
		Kind:    kind,
		Title:   v.Field("title").Text,
		Date:    v.moment("date"),
		Updated: v.day("updated"),
		Summary: v.Field("summary").Text,
		Slug:    v.Field("slug").Text,
		Tags:    v.texts("tags"),
		Lang:    v.text("lang"),
		Weight:  v.number("weight"),
		Unit:    shared(v.Field("penguasa").Text),
		Details: details(kind, v),
	}
	h.Class, _ = disclosure.ParseCategory(v.text("klasifikasi"))
	if h.Lang == "" {
		h.Lang = "id"
	}
	if h.Summary == "" {
		h.Summary = markdown.Shorten(b.Lead, 155)
	}
	if h.Slug == "" {
		h.Slug = defaultSlug(file)
	}
	together(&h.Title, &h.Summary, &h.Slug)
	h.Tables = b.Tables
	h.Marks = slices.Grow(h.Marks, len(v.Fields))
	ids := make([]string, len(b.Outline))
	for n, heading := range b.Outline {
		ids[n] = heading.ID
	}
	h.Anchors = strings.Join(ids, "\n")
	for _, f := range v.Fields {
		h.Marks = append(
			h.Marks, Mark{Name: f.Name, Start: int32(f.Value.At.Start), End: int32(f.Value.At.End)},
		)
	}
	if kind.read != nil {
		kind.read(h, v)
	}
	h.Kept = kept(kind.Fields, v)
	return h
}

// details builds the Details of a Head.
func details(kind *Kind, v Value) *Details {
	d := &Details{
		Aliases:    v.texts("aliases"),
		Draft:      v.flag("draft"),
		Publish:    v.moment("publish"),
		Expires:    v.moment("expires"),
		Meets:      duties(v.Field("memenuhi")),
		Reviewed:   v.day("reviewed"),
		ReviewedBy: v.text("reviewed_by"),
		Files:      files(v.Field("berkas")),
		Related:    references(v.Field("terkait"), ""),
		Bases:      legalBases(v.Field("dasar")),
		Revokes:    references(v.Field("mencabut"), kind.Name),
		Amends:     references(v.Field("mengubah"), kind.Name),
		Implements: references(v.Field("melaksanakan"), "regulasi"),
		PartOf:     references(v.Field("lampiran_dari"), ""),
		Changes:    changes(v.Field("perbaikan")),
		Layout:     v.text("layout"),
		Form:       v.text("formulir"),
	}
	if reflect.ValueOf(d).Elem().IsZero() {
		return &noDetails
	}
	return d
}

// defaultSlug is the file's name without its ending and without a date in front of it, as
// 2021-12-07-budaya-kerja.md. The file index.md is named by its folder.
func defaultSlug(file string) string { return string(markdown.Slug([]byte(nameForSlug(file)))) }

func nameForSlug(file string) string {
	name := strings.TrimSuffix(path.Base(file), ".md")
	if name == "index" {
		name = path.Base(path.Dir(file))
	}
	if len(name) > 11 && name[10] == '-' {
		if _, err := disclosure.ParseDay(name[:10]); err == nil {
			name = name[11:]
		}
	}
	return name
}

// HasAnchor reports whether a heading of the document has an id.
func (h *Head) HasAnchor(id string) bool {
	for anchor := range strings.SplitSeq(h.Anchors, "\n") {
		if anchor == id {
			return true
		}
	}
	return false
}

func references(v Value, kind string) []Reference {
	var out []Reference
	for _, item := range v.Items {
		if item.Shape == Scalar {
			out = append(out, Reference{Target: strings.Clone(item.Text), Kind: kind, At: item.At})
		}
	}
	return out
}

// duties reads the ids of duties, each with the part of the document that meets it: id#part.
func duties(v Value) []Reference {
	all := references(v, "")
	for i := range all {
		all[i].Target, all[i].Part, _ = strings.Cut(all[i].Target, "#")
	}
	return all
}

func files(v Value) []File {
	var out []File
	for _, item := range v.Items {
		if src := item.text("src"); src != "" {
			out = append(out, File{
				Src: src, Title: item.text("judul"), Lang: item.text("bahasa"),
				Pages: item.number("halaman"),
				Rows:  item.number("baris"), Scan: item.flag("pindaian"),
				By: item.text("diperiksa_oleh"),
				At: item.Field("src").At,
			})
		}
	}
	return out
}

func changes(v Value) []Change {
	var out []Change
	for _, item := range v.Items {
		out = append(
			out,
			Change{
				Date: item.day("tanggal"), Text: item.text("isi"), File: item.text("berkas"),
				At: item.Field("berkas").At,
			},
		)
	}
	return out
}
