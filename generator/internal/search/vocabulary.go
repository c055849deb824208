package search

import (
	"encoding/binary"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

// A Vocabulary gives words numbers. A site has millions of counted words; as numbers they take
// a fifth of the memory, and the garbage collector need not follow them. Words are never
// removed. The methods may be called by several goroutines at once.
type Vocabulary struct {
	mu      sync.RWMutex
	numbers map[string]uint32
	words   []string
}

// NewVocabulary returns a Vocabulary of the stop words, which get the first numbers.
func NewVocabulary() *Vocabulary {
	v := &Vocabulary{numbers: map[string]uint32{}}
	for _, w := range slices.Sorted(maps.Keys(stopWords)) {
		v.number(w)
	}
	return v
}

// isStop reports whether the word of a number is a stop word.
func isStop(number uint32) bool { return int(number) < len(stopWords) }

// number returns the number of a word, a new one if the word is new.
func (v *Vocabulary) number(word string) uint32 {
	if n, ok := v.lookup(word); ok {
		return n
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	n, ok := v.numbers[word]
	if !ok {
		n, word = uint32(len(v.words)), strings.Clone(word)
		v.numbers[word] = n
		v.words = append(v.words, word)
	}
	return n
}

func (v *Vocabulary) lookup(word string) (uint32, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	n, ok := v.numbers[word]
	return n, ok
}

// word returns the word of a number.
func (v *Vocabulary) word(n uint32) string {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.words[n]
}

// size returns how many words have a number.
func (v *Vocabulary) size() int {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return len(v.words)
}

// Terms are the counted words of a part of a document: for each its number in a Vocabulary and
// its weight, which grows each time it occurs, more in a heading or the title. They are coded as
// pairs of [binary.Uvarint], most in three bytes, and are never modified.
type Terms []byte

// all yields each word's number with its weight.
func (t Terms) all() iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		for len(t) > 0 {
			word, n := binary.Uvarint(t)
			weight, m := binary.Uvarint(t[n:])
			t = t[n+m:]
			if !yield(uint32(word), int(weight)) {
				return
			}
		}
	}
}

// The weight that an occurrence of a word has, by where it stands.
const (
	InText    = 1
	InSummary = 2
	InHeading = 3
	InTags    = 4
	InTitle   = 8
)

// mostWeight is the largest weight that a word of a part can reach.
const mostWeight = 1000

// shortTitle is a weight that the words of a title share in addition to their own, because a
// word of a short title says more than one of a long title.
const shortTitle = 16

// A Gatherer counts words, for one part of a Document after the other: Add takes texts of a
// part, and Terms ends the part. It must not be used by several goroutines at once.
type Gatherer struct {
	vocabulary *Vocabulary
	known      map[string]uint32 // a copy of what was met of it, which needs no lock
	here       []uint32          // the words of this part
	weights    []uint16          // of the words of this part, by their numbers
	words      int
}

// NewGatherer returns a Gatherer that takes the numbers of words from v.
func NewGatherer(v *Vocabulary) *Gatherer {
	return &Gatherer{vocabulary: v, known: map[string]uint32{}}
}

// Add counts the words of a text, with the weight of where it stands.
func (g *Gatherer) Add(text string, weight uint16) {
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
				g.count(last+" "+w, 1) // for queries in quotation marks
			}
			last = w
		}
	})
}

func (g *Gatherer) count(w string, weight uint16) {
	n, ok := g.known[w]
	if !ok {
		n = g.vocabulary.number(w)
		g.known[g.vocabulary.word(n)] = n // w would keep the whole text in memory
	}
	if isStop(n) && weight < InTitle {
		return
	}
	if int(n) >= len(g.weights) {
		g.weights = extend(g.weights, int(n)+1)
	}
	if g.weights[n] == 0 {
		g.here = append(g.here, n)
	}
	g.weights[n] = min(g.weights[n]+weight, mostWeight)
}

// Terms returns the words counted since the last call, and how many stood in the text itself.
func (g *Gatherer) Terms() (terms Terms, words int) { return g.terms(mostWeight) }

// Once is like Terms, but each word has the weight of one occurrence. It is for long lists,
// which would otherwise be found before the documents that they list.
func (g *Gatherer) Once() (terms Terms, words int) { return g.terms(InText) }

func (g *Gatherer) terms(most uint16) (terms Terms, words int) {
	size := 0
	var pair [2 * binary.MaxVarintLen32]byte
	write := func(n uint32) []byte {
		return binary.AppendUvarint(binary.AppendUvarint(pair[:0], uint64(n)),
			uint64(min(g.weights[n], most)))
	}
	for _, n := range g.here {
		size += len(write(n))
	}
	terms = make(Terms, 0, size)
	for _, n := range g.here {
		terms = append(terms, write(n)...)
		g.weights[n] = 0
	}
	words = g.words
	g.here, g.words = g.here[:0], 0
	return terms, words
}
