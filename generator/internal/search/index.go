package search

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"unique"

	"maklumat/generator/internal/digest"
)

// A Document is what can be found. Address is below the site's base path, without a slash
// in front; Kind, Class and Unit are as they are shown, Date is 2021-12-07.
type Document struct {
	Address, Title, Summary, Date string
	Kind, Class, Unit             string
	Terms                         [][]Term // of its parts: a word may be in several
	Words                         int      // of the text: long texts count less for each word
}

// A Term is a word of a Document with how much it counts: once for each time it stands in
// the text, more in a heading or the title.
type Term struct {
	Word   unique.Handle[string]
	Weight uint16
}

// The weights of where a word stands.
const (
	InText    = 1
	InSummary = 2
	InHeading = 3
	InTags    = 4
	InTitle   = 8
)

// shortTitle is what the words of a title share besides: each says more in a short one.
const shortTitle = 16

// A Gatherer counts the words of a part of a Document, and then of others: it remembers the
// words that it has met.
type Gatherer struct {
	known map[string]*met
	here  []*met // those of this part
	words int
}

// A met is a word with its weight in this part.
type met struct {
	word   unique.Handle[string]
	weight uint16
	stop   bool // it says nothing outside a title
}

// Add counts the words of a text.
func (g *Gatherer) Add(text string, weight uint16) {
	if g.known == nil {
		g.known = map[string]*met{}
	}
	last := ""
	share := uint16(0)
	if weight == InTitle {
		n := uint16(0)
		Words(text, func(w string) {
			if !stopWords[w] {
				n++
			}
		})
		share = shortTitle / max(1, n)
	}
	Words(text, func(w string) {
		if weight == InText {
			g.words++
		}
		g.count(w, weight+share)
		parts(w, func(p string) { g.count(p, weight) })
		if weight == InTitle {
			if last != "" {
				g.count(last+" "+w, 1) // for what is looked for in quotes
			}
			last = w
		}
	})
}

func (g *Gatherer) count(w string, weight uint16) {
	m := g.known[w]
	if m == nil {
		m = &met{word: unique.Make(strings.Clone(w)), stop: stopWords[w]}
		g.known[m.word.Value()] = m
	}
	if m.stop && weight < InTitle {
		return
	}
	if m.weight == 0 {
		g.here = append(g.here, m)
	}
	m.weight = min(m.weight+weight, 1000)
}

// Terms returns what was counted and begins anew.
func (g *Gatherer) Terms() (terms []Term, words int) {
	terms = make([]Term, len(g.here))
	for i, m := range g.here {
		terms[i] = Term{m.word, m.weight}
		m.weight = 0
	}
	words = g.words
	g.here, g.words = g.here[:0], 0
	return terms, words
}

// The sizes of the index's files, before they are compressed on the way.
const (
	blockSize  = 32     // documents in a block
	tailSize   = 64     // the newest documents, whose words are apart from those of the others
	termLimit  = 24_000 // bytes of a shard of terms
	formLimit  = 14_000 // bytes of a shard of forms
	root       = "cari/indeks.txt"
	folder     = "cari/"
	firstScore = 40    // the letter of a score of 0
	end        = ".\n" // the last line of every file, which one that was cut short does not have
)

// An Index is the files in which visitors search, by their path on the site. All but the
// first have names that come from their bytes.
type Index struct {
	Files map[string][]byte

	// What the next Index is made from, when little has changed. None of it is changed.
	docs      []Document
	synonyms  [][]string
	words     *wordList
	formTable *table
	parts     []*part
	facetText string   // the lines about facets in the first file
	blockList []string // the names of the blocks
}

// A part is the terms of the documents from one number up to another.
type part struct {
	from, to int
	*table
}

// A table is sorted lines by their keys, with the files that they are in.
type table struct {
	keys, lines []string
	shards      []placed
}

// A placed is one file of a table: its first key, its name and how many lines it has.
type placed struct {
	first, name string
	n           int
}

// A posting is one document of a lemma.
type posting struct {
	id    int32
	score uint8
}

// Build makes the index of some documents. The same documents give the same bytes, in
// whatever order they come. synonyms are groups of words and phrases that mean the same.
//
// Documents are numbered by date and address, so a new one has the last number. The words
// of the newest documents are in shards of their own: with one more document only those,
// one block and the lists of forms change.
func Build(documents []Document, synonyms [][]string) *Index {
	return build(inOrder(documents), synonyms)
}

// inOrder returns documents in the order of their numbers.
func inOrder(documents []Document) []Document {
	docs := slices.Clone(documents)
	slices.SortFunc(docs, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Address, b.Address))
	})
	return docs
}

func build(docs []Document, synonyms [][]string) *Index {
	x := &Index{Files: map[string][]byte{}, docs: docs, synonyms: synonyms, words: listWords(docs)}
	x.facets(docs)
	for i := 0; i < len(docs); i += blockSize {
		x.blockList = append(x.blockList, x.file(blockText(docs[i:min(i+blockSize, len(docs))])))
	}
	x.formTable = x.lay(nil, nil, formTable(x.words), nil, formLimit)
	base := len(docs) / tailSize * tailSize
	for _, p := range [][2]int{{0, base}, {base, len(docs)}} {
		if p[0] < p[1] {
			x.parts = append(x.parts, &part{p[0], p[1], x.lay(nil, nil, termTable(docs, p[0], p[1], x.words.lemmas), nil, termLimit)})
		}
	}
	x.first()
	return x
}

// first writes the first file, which names all others.
func (x *Index) first() {
	var b strings.Builder
	fmt.Fprintf(&b, "maklumat-cari 1\ndokumen %d\n%sblok %d %s\nbentuk%s\n", len(x.docs), x.facetText, blockSize, strings.Join(x.blockList, " "), x.formTable)
	for _, p := range x.parts {
		fmt.Fprintf(&b, "istilah %d%s\n", p.from, p.table)
	}
	for _, group := range x.synonyms {
		var variants []string
		for _, v := range group {
			var words []string
			Words(v, func(w string) { words = append(words, w) })
			variants = append(variants, strings.Join(words, " "))
		}
		fmt.Fprintf(&b, "sinonim %s\n", strings.Join(variants, "|"))
	}
	fmt.Fprintf(&b, "henti %s\nejaan", strings.Join(slices.Sorted(maps.Keys(stopWords)), " "))
	for _, w := range slices.Sorted(maps.Keys(spellings)) {
		fmt.Fprintf(&b, " %s=%s", w, spellings[w])
	}
	b.WriteByte('\n')
	x.Files[root] = []byte(b.String() + end)
}

// String writes the first key and the name of each file of a table.
func (t *table) String() string {
	var b strings.Builder
	for _, s := range t.shards {
		fmt.Fprintf(&b, " %s:%s", strings.ReplaceAll(s.first, " ", "_"), s.name)
	}
	return b.String()
}

// file adds a file named by its bytes, and returns its name.
func (x *Index) file(text string) string {
	text += end
	name := digest.Of([]byte(text)).Short()
	x.Files[folder+name+".txt"] = []byte(text)
	return name
}

// facets writes by what results can be narrowed, and the column file that says it of every
// document.
func (x *Index) facets(docs []Document) {
	var b strings.Builder
	columns := []struct {
		name string
		of   func(d *Document) string
	}{
		{"jenis", func(d *Document) string { return d.Kind }}, {"golongan", func(d *Document) string { return d.Class }},
		{"unit", func(d *Document) string { return d.Unit }}, {"tahun", func(d *Document) string { return d.Date[:min(4, len(d.Date))] }},
	}
	var out strings.Builder
	for _, c := range columns {
		known := map[string]int{"": 0}
		for i := range docs {
			known[c.of(&docs[i])] = 0
		}
		values := slices.Sorted(maps.Keys(known))
		for n, v := range values {
			known[v] = n
		}
		fmt.Fprintf(&b, "%s %s\n", c.name, strings.Join(values, "|"))
		for i := range docs {
			out.WriteByte(byte(firstScore + min(known[c.of(&docs[i])], 80)))
		}
		out.WriteByte('\n')
	}
	fmt.Fprintf(&b, "saring %s\n", x.file(out.String()))
	x.facetText = b.String()
}

// blockText writes what is shown of some documents.
func blockText(docs []Document) string {
	var out strings.Builder
	clean := strings.NewReplacer("\t", " ", "\n", " ")
	for _, d := range docs {
		for n, field := range []string{d.Address, d.Title, d.Summary, d.Kind, d.Class, d.Unit, d.Date} {
			if n > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(clean.Replace(field))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// isForm reports whether a word stands among the forms: numbers and pairs of words do not.
func isForm(w string) bool { return !strings.ContainsAny(w, " 0123456789") }

// formTable writes which words there are, the lemma of those that are none themselves, and
// lemmas that do not occur: a form that does not either may come from one.
func formTable(words *wordList) *table {
	t := &table{}
	for form, lemma := range words.lemmas {
		for _, w := range []string{form.Value(), lemma.Value()} {
			if isForm(w) {
				t.keys = append(t.keys, w)
			}
		}
	}
	slices.Sort(t.keys)
	t.keys = slices.Compact(t.keys)
	for _, k := range t.keys {
		t.lines = append(t.lines, words.line(k))
	}
	return t
}

// termTable writes the documents of each lemma, for the documents from one number up to
// another.
func termTable(docs []Document, from, to int, lemmas map[unique.Handle[string]]unique.Handle[string]) *table {
	// Lemmas are numbered by alphabet, their documents counted and then put into one list, so
	// that ten thousand pages need no ten thousand lists.
	var keys []string
	numbers := make(map[unique.Handle[string]]int32, len(lemmas)) // of a form's lemma
	for _, lemma := range lemmas {
		keys = append(keys, lemma.Value())
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	of := make(map[string]int32, len(keys))
	for n, k := range keys {
		of[k] = int32(n)
	}
	for form, lemma := range lemmas {
		numbers[form] = of[lemma.Value()]
	}
	// The lemmas of each document, one after the other, with their scores; count is how many
	// documents each lemma has.
	var lemma []int32
	var scores []uint8
	ends := make([]int, 0, to-from)
	weights, count := make([]int32, len(keys)), make([]int32, len(keys))
	for id := from; id < to; id++ {
		start := len(lemma)
		for _, part := range docs[id].Terms {
			for _, t := range part {
				n := numbers[t.Word]
				if weights[n] == 0 {
					lemma = append(lemma, n)
				}
				weights[n] += int32(t.Weight)
			}
		}
		for _, n := range lemma[start:] {
			scores = append(scores, score(int(weights[n]), docs[id].Words))
			weights[n] = 0
			count[n]++
		}
		ends = append(ends, len(lemma))
	}
	starts := make([]int32, len(keys)+1)
	for n := range keys {
		starts[n+1] = starts[n] + count[n]
	}
	all, at := make([]posting, len(lemma)), slices.Clone(starts)
	for d, start := 0, 0; d < len(ends); d++ {
		for i := start; i < ends[d]; i++ {
			n := lemma[i]
			all[at[n]] = posting{int32(from + d), scores[i]}
			at[n]++
		}
		start = ends[d]
	}
	t := &table{}
	var line []byte
	for n, k := range keys {
		if list := all[starts[n]:starts[n+1]]; len(list) > 0 {
			line = appendTerm(line[:0], k, list, from)
			t.keys, t.lines = append(t.keys, k), append(t.lines, string(line))
		}
	}
	return t
}

// score is how much a word says about a document, 1 to 63: BM25 (Robertson and Zaragoza,
// The Probabilistic Relevance Framework, 2009) over weighted fields with k = 6, because the
// weights are, and b = 0.3, for an average of 300 words. The average is a set one, and the
// length is rounded, so that a score depends on its own document alone, and not on a word
// more or less.
func score(weight, words int) uint8 {
	length := 1 << bits.Len(uint(words))
	norm := 700 + min(length, 1<<16)
	return uint8(1 + 62*1000*weight/(1000*weight+6*norm))
}

// appendTerm writes a lemma, how many documents have it, the differences of their numbers,
// and their scores, a letter each.
func appendTerm(b []byte, lemma string, list []posting, from int) []byte {
	b = append(b, lemma...)
	b = append(b, '\t')
	b = strconv.AppendInt(b, int64(len(list)), 10)
	b = append(b, '\t')
	last := from - 1
	for _, p := range list {
		b = appendNumber(b, int(p.id)-last-1)
		last = int(p.id)
	}
	b = append(b, '\t')
	for _, p := range list {
		b = append(b, firstScore+p.score)
	}
	return append(b, '\n')
}

// appendNumber writes a number in letters of 5 bits, the lowest first; those above the
// first 32 letters say that another follows.
func appendNumber(b []byte, n int) []byte {
	for n > 31 {
		b = append(b, byte(firstScore+32+n&31))
		n >>= 5
	}
	return append(b, byte(firstScore+n))
}

// lay divides a table into files. Those of old, the table of prev, are taken over where none
// of their lines has a changed key.
func (x *Index) lay(prev *Index, old, t *table, changed []string, limit int) *table {
	before := map[string]placed{}
	if old != nil {
		for _, s := range old.shards {
			before[s.first] = s
		}
	}
	pack(t.keys, t.lines, 0, limit, func(keys, lines []string) {
		s := placed{first: keys[0], n: len(keys)}
		at, _ := slices.BinarySearch(changed, keys[0])
		untouched := at == len(changed) || changed[at] > keys[len(keys)-1]
		if was, ok := before[s.first]; ok && was.n == s.n && untouched {
			s.name = was.name
			x.Files[folder+s.name+".txt"] = prev.Files[folder+s.name+".txt"]
		} else {
			s.name = x.file(strings.Join(lines, ""))
		}
		t.shards = append(t.shards, s)
	})
	return t
}

// pack divides lines where the letters of their keys differ, so that a new line moves no
// border but those beside it. All keys have the same first depth letters.
func pack(keys, lines []string, depth, limit int, yield func(keys, lines []string)) {
	if len(keys) == 0 {
		return
	}
	size := func(lines []string) int {
		n := 0
		for _, l := range lines {
			n += len(l)
		}
		return n
	}
	if size(lines) <= limit || len(keys) == 1 {
		yield(keys, lines)
		return
	}
	prefix := func(k string) string { return k[:min(len(k), depth+1)] }
	start, filled := 0, 0
	for i := 0; i < len(keys); {
		end := i + 1
		for end < len(keys) && prefix(keys[end]) == prefix(keys[i]) {
			end++
		}
		group := size(lines[i:end])
		if filled > 0 && filled+group > limit {
			yield(keys[start:i], lines[start:i])
			start, filled = i, 0
		}
		if group > limit {
			pack(keys[i:end], lines[i:end], depth+1, limit, yield)
			start, filled = end, 0
		} else {
			filled += group
		}
		i = end
	}
	if filled > 0 {
		yield(keys[start:], lines[start:])
	}
}
