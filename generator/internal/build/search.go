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
)

// SearchFolder is where the files of the search index are on the site.
const SearchFolder = "cari/"

// counted is the words of a document's body or of an attachment.
type counted struct {
	terms []search.Term
	words int
}

// countBody counts the words of a body and of its headings.
func countBody(g *search.Gatherer, doc *content.Document, body []byte) *counted {
	g.Add(textOf(body), search.InText)
	for _, h := range doc.Outline {
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

// findable prepares the index of all public documents: it is made when it is first wanted,
// and that of prev is kept when nothing in it can differ.
func (s *Snapshot) findable(prev *Snapshot) {
	if prev.index != nil && prev.settings == s.settings && prev.data == s.data && sameSlice(prev.Site.Items, s.Site.Items) && sameSlice(prev.documents, s.documents) && sameTexts(prev, s) {
		s.index = prev.index
		return
	}
	s.index = sync.OnceValue(func() *search.Index {
		if !s.settings.Search {
			return &search.Index{}
		}
		documents := make([]search.Document, 0, len(s.Site.Items))
		var g search.Gatherer
		for _, i := range s.Site.Items {
			documents = append(documents, s.findableDocument(&g, s.filler.Finding(i), i.Path))
		}
		return search.Build(documents, s.data.Synonyms)
	})
}

func sameTexts(a, b *Snapshot) bool {
	if len(a.texts) != len(b.texts) {
		return false
	}
	for file, t := range a.texts {
		if b.texts[file] != t {
			return false
		}
	}
	return true
}

// findableDocument joins all words by which one document is found.
func (s *Snapshot) findableDocument(g *search.Gatherer, f page.Finding, path string) search.Document {
	g.Add(f.Title, search.InTitle)
	g.Add(f.Number, search.InTitle)
	g.Add(f.Summary, search.InSummary)
	g.Add(strings.Join(f.Tags, " , "), search.InTags)
	g.Add(f.Unit, search.InText)
	g.Add(f.Text, search.InText)
	g.Add(f.Kind, search.InTags)
	g.Add(strings.Join(f.Files, " , "), search.InHeading)
	head, _ := g.Terms()
	terms, words := [][]search.Term{head}, 0
	if d := s.document(path); d != nil && d.text != nil {
		terms, words = append(terms, d.text.terms), d.text.words
	}
	for _, file := range f.FilePaths {
		if t := s.texts[file]; t != nil {
			terms = append(terms, t.terms)
		}
	}
	return search.Document{
		Address: f.Address, Title: f.Title, Summary: f.Summary, Date: f.Date, Kind: f.Kind, Class: f.Class, Unit: f.Unit, Terms: terms, Words: words,
	}
}

// Index is the index in which visitors search. It is made when it is first asked for.
func (s *Snapshot) Index() *search.Index { return s.index() }

// putIndex gives the files of the index that differ from those of prev to out, and returns
// those that are no longer wanted.
func (s *Snapshot) putIndex(prev *Snapshot, out Output) (removed []string, err error) {
	before := map[string][]byte{}
	if prev != nil {
		before = prev.Index().Files
	}
	files := s.Index().Files
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if old, ok := before[name]; ok && slices.Equal(old, files[name]) {
			continue
		}
		if err := out.Put(name, files[name]); err != nil {
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
