package search

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/digest"
)

// A Document is what can be found. Address is relative to the site's base path and has no
// slash in front. Kind, Class and Unit are in the words that visitors see. Date is like
// 2021-12-07.
type Document struct {
	Address, Title, Summary, Date string
	Kind, Class, Unit             string
	Terms                         []Terms // of its parts; a word may be in several
	Words                         int     // in the text; each word of a long text counts less
}

// The sizes of the files, before servers compress them, and their names.
const (
	blockSize  = 32     // documents in a block
	mostNamed  = 512    // files of a table that the first file names; of more it names lists
	listed     = 64     // files in such a list
	perLetter  = 80     // values of a field that one letter of the column file can tell apart
	tailSize   = 64     // the newest documents have a table of lemmas of their own
	termLimit  = 24_000 // bytes of a shard of terms
	formLimit  = 14_000 // bytes of a shard of forms
	root       = "cari/indeks.txt"
	folder     = "cari/isi/" // of all others
	firstScore = 40          // the letter of a score of 0
	end        = ".\n"       // the last line of every file, missing from one that was cut short
)

// An Index is the files in which visitors search. It is not modified once it is built.
type Index struct {
	Files map[string]string // by their paths on the site

	// From the rest Update makes the next Index.
	vocabulary *Vocabulary
	docs       []Document
	synonyms   [][]string
	words      *wordList
	formTable  *table
	parts      []*part
	facetText  string   // the lines about facets in the first file
	blockList  []string // the names of the blocks
}

// Read returns a file of the index. For any other path the error is [fs.ErrNotExist].
func (x *Index) Read(path string) (string, error) {
	text, ok := x.Files[path]
	if !ok {
		return "", fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	return text, nil
}

// A part is the table of lemmas for the documents with numbers in [from, to).
type part struct {
	from, to int
	*table
}

// A table is lines sorted by their keys, and the files into which they are divided.
type table struct {
	keys, lines []string
	shards      []placed
}

// A placed is one file of a table.
type placed struct {
	first, name string // its first key and its name
	n           int    // how many lines it has
}

// A posting is one document that has a lemma: its number, and in the last 6 bits the score.
type posting uint32

func newPosting(id int, score uint8) posting { return posting(id<<6 | int(score)) }

func (p posting) id() int { return int(p >> 6) }

func (p posting) score() uint8 { return uint8(p & 63) }

// Build makes the index of some documents, whose words have their numbers in v. synonyms are
// groups of words and phrases with the same meaning. The bytes of the index depend neither on
// the order of the documents nor on the numbers of words.
//
// Documents are numbered by date and address, so a new one usually has the last number. The
// lemmas of the newest documents are in a table of their own. So one more document changes only
// files of that table, one block and some shards of forms.
func Build(v *Vocabulary, documents []Document, synonyms [][]string) *Index {
	return build(v, inOrder(documents), synonyms)
}

// inOrder returns documents in the order of their numbers.
func inOrder(documents []Document) []Document {
	docs := slices.Clone(documents)
	slices.SortFunc(docs, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Address, b.Address))
	})
	return docs
}

func build(v *Vocabulary, docs []Document, synonyms [][]string) *Index {
	x := &Index{Files: map[string]string{}, vocabulary: v, docs: docs, synonyms: synonyms,
		words: listWords(v, docs)}
	x.facets(docs)
	for i := 0; i < len(docs); i += blockSize {
		x.blockList = append(x.blockList, x.file(blockText(docs[i:min(i+blockSize, len(docs))])))
	}
	x.formTable = x.lay(nil, nil, formTable(x.words), nil, formLimit)
	base := len(docs) / tailSize * tailSize
	for _, p := range [][2]int{{0, base}, {base, len(docs)}} {
		if p[0] < p[1] {
			terms := termTable(docs, p[0], p[1], x.words)
			x.parts = append(x.parts, &part{p[0], p[1], x.lay(nil, nil, terms, nil, termLimit)})
		}
	}
	x.first()
	return x
}

// first writes the first file, which names all others.
func (x *Index) first() {
	var b strings.Builder
	fmt.Fprintf(&b, "maklumat-cari 2\ndokumen %d\n%s", len(x.docs), x.facetText)
	x.directory(&b, "blok", blockSize, x.blockList)
	x.directory(&b, "bentuk", 0, x.formTable.names())
	for _, p := range x.parts {
		x.directory(&b, "istilah", p.from, p.table.names())
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
	x.Files[root] = b.String() + end
}

// directory writes the line that names the files of a table, after a number. If they are many,
// it names files that list them instead, each with the first key in it, and adds a + to the
// word at the start of the line: so visitors do not load the names of thousands of files.
func (x *Index) directory(b *strings.Builder, sort string, number int, names []string) {
	if len(names) > mostNamed {
		sort += "+"
		var lists []string
		for some := range slices.Chunk(names, listed) {
			key, _, keyed := strings.Cut(some[0], ":")
			name := x.file(strings.Join(some, " ") + "\n")
			if keyed {
				name = key + ":" + name
			}
			lists = append(lists, name)
		}
		names = lists
	}
	fmt.Fprintf(b, "%s %d %s\n", sort, number, strings.Join(names, " "))
}

// names returns the first key and the name of each file of a table.
func (t *table) names() []string {
	names := make([]string, len(t.shards))
	for i, s := range t.shards {
		names[i] = strings.ReplaceAll(s.first, " ", "_") + ":" + s.name
	}
	return names
}

// file adds a file named by its bytes, and returns its name.
func (x *Index) file(lines ...string) string {
	text := strings.Join(lines, "") + end
	name := digest.Of([]byte(text)).Short()
	x.Files[folder+name+".txt"] = text
	return name
}

// letters returns how many letters of the column file tell so many values apart.
func letters(values int) int {
	n := 1
	for most := perLetter; most < values; most *= perLetter {
		n++
	}
	return n
}

// facets writes the values of the fields by which visitors narrow a search, and the column
// file, which has the value of each document.
func (x *Index) facets(docs []Document) {
	var b strings.Builder
	columns := []struct {
		name string
		of   func(d *Document) string
	}{
		{"jenis", func(d *Document) string { return d.Kind }},
		{"golongan", func(d *Document) string { return d.Class }},
		{"unit", func(d *Document) string { return d.Unit }},
		{"tahun", func(d *Document) string { return d.Date[:min(4, len(d.Date))] }},
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
			n := known[c.of(&docs[i])]
			for range letters(len(values)) {
				out.WriteByte(byte(firstScore + n%perLetter))
				n /= perLetter
			}
		}
		out.WriteByte('\n')
	}
	fmt.Fprintf(&b, "saring %s\n", x.file(out.String()))
	x.facetText = b.String()
}

// blockText returns a block: what results show of some documents.
func blockText(docs []Document) string {
	var out strings.Builder
	clean := strings.NewReplacer("\t", " ", "\n", " ")
	for _, d := range docs {
		fields := []string{d.Address, d.Title, d.Summary, d.Kind, d.Class, d.Unit, d.Date}
		for n, field := range fields {
			if n > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(clean.Replace(field))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// isForm reports whether a word belongs into the table of forms. Numbers and pairs of words do
// not: they have no other form.
func isForm(w string) bool { return !strings.ContainsAny(w, " 0123456789") }

// formTable returns the table of forms. It has the words that occur and their lemmas, even
// lemmas that occur in no document: a word of a query may be another form of one.
func formTable(words *wordList) *table {
	t := &table{}
	for n := range words.uses {
		if words.uses[n]+words.members[n] > 0 {
			if w := words.vocabulary.word(uint32(n)); isForm(w) {
				t.keys = append(t.keys, w)
			}
		}
	}
	slices.Sort(t.keys)
	for _, k := range t.keys {
		t.lines = append(t.lines, words.line(k))
	}
	return t
}

// termTable returns the table of lemmas for the documents with numbers in [from, to).
func termTable(docs []Document, from, to int, words *wordList) *table {
	// Each document is walked twice: first the documents of each lemma are counted, then all
	// are put into one list, in which each lemma has its stretch. A list for each lemma would
	// take many times the memory.
	var lemmas []uint32
	for n, members := range words.members {
		if members > 0 {
			lemmas = append(lemmas, uint32(n))
		}
	}
	name := words.vocabulary.word
	slices.SortFunc(lemmas, func(a, b uint32) int { return strings.Compare(name(a), name(b)) })
	order := make([]int32, len(words.members)) // of a lemma among lemmas
	for i, lemma := range lemmas {
		order[lemma] = int32(i)
	}
	weights := make([]int, len(lemmas))
	var here []int32 // lemmas of one document
	each := func(do func(id int, lemma int32, weight int)) {
		for id := from; id < to; id++ {
			here = here[:0]
			for _, part := range docs[id].Terms {
				for word, weight := range part.all() {
					n := order[words.lemmas[word]]
					if weights[n] == 0 {
						here = append(here, n)
					}
					weights[n] += weight
				}
			}
			for _, n := range here {
				do(id, n, weights[n])
				weights[n] = 0
			}
		}
	}
	starts := make([]int32, len(lemmas)+1) // of a lemma's documents in all
	each(func(_ int, lemma int32, _ int) { starts[lemma+1]++ })
	for n := range lemmas {
		starts[n+1] += starts[n]
	}
	all, at := make([]posting, starts[len(lemmas)]), slices.Clone(starts)
	each(func(id int, lemma int32, weight int) {
		all[at[lemma]] = newPosting(id, score(weight, docs[id].Words))
		at[lemma]++
	})
	t := &table{}
	var line []byte
	for n, lemma := range lemmas {
		if list := all[starts[n]:starts[n+1]]; len(list) > 0 {
			line = appendTerm(line[:0], name(lemma), list, from)
			t.keys, t.lines = append(t.keys, name(lemma)), append(t.lines, string(line))
		}
	}
	return t
}

// score returns how much a word says about a document, 1 to 63, from its weight there and the
// number of words of the document. It is BM25 over weighted fields (Robertson and Zaragoza, The
// Probabilistic Relevance Framework, 2009) with k = 6, b = 0.3 and a fixed average length of 300
// words. The average is fixed so that other documents do not change a score, and the length is
// rounded to a power of two so that one more word does not.
func score(weight, words int) uint8 {
	length := 1 << bits.Len(uint(words))
	norm := 700 + min(length, 1<<16)
	return uint8(1 + 62*1000*weight/(1000*weight+6*norm))
}

// appendTerm appends the line of a lemma: the lemma, how many documents have it, the differences
// between their numbers, and their scores, one letter each.
func appendTerm(b []byte, lemma string, list []posting, from int) []byte {
	b = append(b, lemma...)
	b = append(b, '\t')
	b = strconv.AppendInt(b, int64(len(list)), 10)
	b = append(b, '\t')
	last := from - 1
	for _, p := range list {
		b = appendNumber(b, p.id()-last-1)
		last = p.id()
	}
	b = append(b, '\t')
	for _, p := range list {
		b = append(b, firstScore+p.score())
	}
	return append(b, '\n')
}

// appendNumber appends a number as letters of 5 bits each, the lowest bits first. A letter from
// the second half of the 64 says that another follows.
func appendNumber(b []byte, n int) []byte {
	for n > 31 {
		b = append(b, byte(firstScore+32+n&31))
		n >>= 5
	}
	return append(b, byte(firstScore+n))
}

// lay divides a table into files. The lines of the table become parts of those files, so that
// each is in memory once. A file of old, the table of prev, is taken over where none of its
// lines has a key among changed.
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
			s.name = x.file(lines...)
			text := x.Files[folder+s.name+".txt"]
			for i, l := range lines { // held once, in the file
				lines[i], text = text[:len(l)], text[len(l):]
			}
		}
		t.shards = append(t.shards, s)
	})
	return t
}

// pack calls yield for stretches of lines of about limit bytes. It cuts where the first letters
// of the keys change, so that one more line moves no cut but those beside it. The first depth
// letters of all keys are the same.
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
