package build

import (
	"html"
	"maps"
	"slices"
	"strings"
	"sync"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/search"
	"maklumat/generator/internal/site"
)

// SearchFolder is where the files of the search index are on the site.
const SearchFolder = "cari/"

// counted is the words of a document's body or of an attachment.
type counted struct {
	terms search.Terms
	words int
}

// countBody counts the words of a body and of its headings.
func countBody(g *search.Gatherer, doc *content.Document, body []byte) *counted {
	g.Add(textOf(body), search.InText)
	for h := range doc.Outline.All() {
		g.Add(h.Text, search.InHeading)
	}
	terms, words := g.Terms()
	return &counted{terms, words}
}

// textOf returns the text of HTML that this program wrote itself.
func textOf(b []byte) string {
	var out strings.Builder
	out.Grow(len(b))
	s := string(b)
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			out.WriteString(s)
			return html.UnescapeString(out.String())
		}
		out.WriteString(s[:i])
		out.WriteByte(' ')
		end := strings.IndexByte(s[i:], '>')
		if end < 0 {
			return html.UnescapeString(out.String())
		}
		s = s[i+end+1:]
	}
}

// A lazyIndex is the index of a Snapshot, made when it is first wanted.
type lazyIndex struct {
	mu   sync.Mutex
	make func(last *indexed) *indexed // nil when it was made
	last *indexed                     // the index, or until it is made the one before; may be nil
}

// indexed is an index with what it was made from.
type indexed struct {
	index     *search.Index
	world     *site.World
	reads     site.Reads // what was asked for besides the documents
	documents map[*site.Item]*findable
}

// A findable is what was made of an item; it is kept while the words of its body and its
// attachments are the same.
type findable struct {
	search.Document
	texts []*counted
}

func (l *lazyIndex) get() *search.Index {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.make != nil {
		l.last, l.make = l.make(l.last), nil
	}
	return l.last.index
}

// latest returns the index if it was made, or the last one that was.
func (l *lazyIndex) latest() *indexed {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last
}

// prepareIndex prepares the index of all public documents.
func (s *Snapshot) prepareIndex(prev *Snapshot) {
	s.index = &lazyIndex{make: s.makeIndex, last: prev.index.latest()}
}

// makeIndex makes the index, from the last one as far as that goes: what was made of an item
// is made of it again when nothing that was asked for has changed.
func (s *Snapshot) makeIndex(last *indexed) *indexed {
	r := s.World.Reader()
	x := &indexed{index: &search.Index{}, world: s.World}
	if !r.HasSearch() {
		return x
	}
	if last == nil || s.World.Changed(last.world).Touch(last.reads) {
		last = &indexed{}
	}
	x.documents = make(map[*site.Item]*findable, len(s.Site.Items))
	documents := make([]search.Document, 0, len(s.Site.Items))
	g := search.NewGatherer(s.vocabulary)
	for _, i := range s.Site.Items {
		texts := s.itemTexts(i)
		f := last.documents[i]
		if f == nil || !slices.Equal(f.texts, texts) {
			f = &findable{joinWords(g, page.Find(r, i), texts), texts}
		}
		x.documents[i] = f
		documents = append(documents, f.Document)
	}
	x.index = search.Update(s.vocabulary, last.index, documents, r.Synonyms())
	x.reads = slices.Compact(slices.Sorted(slices.Values(append(r.Reads(), last.reads...))))
	return x
}

// itemTexts returns the words of an item's body, which may be nil, and of its attachments.
func (s *Snapshot) itemTexts(i *site.Item) []*counted {
	texts := []*counted{nil}
	if d := s.document(i.Path); d != nil {
		texts[0] = d.text
	}
	for _, a := range i.Files {
		if file, ok := s.World.Reader().File(i.Path, a.Src); ok && s.texts[file] != nil {
			texts = append(texts, s.texts[file])
		}
	}
	return texts
}

// joinWords joins all words by which one document is found.
func joinWords(g *search.Gatherer, f page.Finding, texts []*counted) search.Document {
	g.Add(f.Title, search.InTitle)
	g.Add(f.Number, search.InTitle)
	g.Add(f.Summary, search.InSummary)
	g.Add(strings.Join(f.Tags, " , "), search.InTags)
	g.Add(f.Unit, search.InText)
	g.Add(f.Text, search.InText)
	g.Add(f.Kind, search.InTags)
	g.Add(strings.Join(f.Files, " , "), search.InHeading)
	head, _ := g.Terms()
	terms, words := []search.Terms{head}, 0
	for n, t := range texts {
		if t == nil {
			continue
		}
		terms = append(terms, t.terms)
		if n == 0 {
			words = t.words
		}
	}
	return search.Document{
		Address: f.Address, Title: f.Title, Summary: f.Summary, Date: f.Date, Kind: f.Kind,
		Class: f.Class, Unit: f.Unit, Terms: terms, Words: words,
	}
}

// Index is the index in which visitors search. It is made when it is first asked for.
func (s *Snapshot) Index() *search.Index { return s.index.get() }

// putIndex gives the files of the index that differ from those of prev to out, and returns
// those that are no longer wanted.
func (s *Snapshot) putIndex(prev *Snapshot, out Output) (removed []string, err error) {
	before := map[string]string{}
	if prev != nil {
		before = prev.Index().Files
	}
	files := s.Index().Files
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if old, ok := before[name]; ok && old == files[name] {
			continue
		}
		if err := out.Put(name, []byte(files[name])); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if _, ok := files[name]; !ok {
			removed = append(removed, name)
		}
	}
	return removed, nil
}
