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

// A Document is what can be found. Address is below the site's base path, without a slash
// in front; Kind, Class and Unit are as they are shown, Date is 2021-12-07.
type Document struct {
	Address, Title, Summary, Date string
	Kind, Class, Unit             string
	Terms                         []Terms // of its parts: a word may be in several
	Words                         int     // of the text: long texts count less for each word
}

// The sizes of the index's files, before they are compressed on the way.
const (
	blockSize  = 32     // documents in a block
	mostNamed  = 512    // files of a sort that the first file names; of more it names lists
	listed     = 64     // files in such a list
	perLetter  = 80     // values of a kind that one letter tells apart
	tailSize   = 64     // the newest documents, whose words are apart from those of the others
	termLimit  = 24_000 // bytes of a shard of terms
	formLimit  = 14_000 // bytes of a shard of forms
	root       = "cari/indeks.txt"
	folder     = "cari/isi/" // of all others
	firstScore = 40          // the letter of a score of 0
	end        = ".\n"       // the last line of every file, missing from one that was cut short
)

// An Index is the files in which visitors search, by their path on the site. All but the
// first have names that come from their bytes.
type Index struct {
	Files map[string]string

	// What the next Index is made from, when little has changed. None of it is changed.
	vocabulary *Vocabulary
	docs       []Document
	synonyms   [][]string
	words      *wordList
	formTable  *table
	parts      []*part
	facetText  string   // the lines about facets in the first file
	blockList  []string // the names of the blocks
}

// Read returns a file of the index; others there are none of ([fs.ErrNotExist]).
func (x *Index) Read(path string) (string, error) {
	text, ok := x.Files[path]
	if !ok {
		return "", fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	return text, nil
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

// A posting is one document of a lemma with its score, of which it has the last 6 bits.
type posting uint32

func newPosting(id int, score uint8) posting { return posting(id<<6 | int(score)) }

func (p posting) id() int { return int(p >> 6) }

func (p posting) score() uint8 { return uint8(p & 63) }

// Build makes the index of some documents, whose words have their numbers in v. The same
// documents give the same bytes, in whatever order they come and however words are numbered.
// synonyms are groups of words and phrases that mean the same.
//
// Documents are numbered by date and address, so a new one has the last number. The words
// of the newest documents are in shards of their own: with one more document only those,
// one block and the lists of forms change.
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

// directory writes the line that names the files of a sort, after a number. Of many files
// it names lists of them, each by the first key in it, and the sort is marked by a +: a
// visitor then loads some lists, and not the names of thousands of files.
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

// letters is how many letters tell the values of a kind apart.
func letters(values int) int {
	n := 1
	for most := perLetter; most < values; most *= perLetter {
		n++
	}
	return n
}

// facets writes by what results can be narrowed, and the column file that says it of every
// document.
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

// blockText writes what is shown of some documents.
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

// isForm reports whether a word stands among the forms: numbers and pairs of words do not.
func isForm(w string) bool { return !strings.ContainsAny(w, " 0123456789") }

// formTable writes which words there are, the lemma of those that are none themselves, and
// lemmas that do not occur: a form that does not either may come from one.
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

// termTable writes the documents of each lemma, for the documents from one number up to
// another.
func termTable(docs []Document, from, to int, words *wordList) *table {
	// Lemmas are numbered by alphabet, their documents counted and then put into one list, so
	// that ten thousand pages need no ten thousand lists.
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
		b = appendNumber(b, p.id()-last-1)
		last = p.id()
	}
	b = append(b, '\t')
	for _, p := range list {
		b = append(b, firstScore+p.score())
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
