package search

import (
	"encoding/binary"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

// A Vocabulary numbers words. Millions of counted words are held as numbers, which take a
// fifth of the memory and hold nothing that the garbage collector must follow. It only
// grows, and its methods may be called by several goroutines.
type Vocabulary struct {
	mu      sync.RWMutex
	numbers map[string]uint32
	words   []string
}

// NewVocabulary returns one that holds the stop words, which have the first numbers.
func NewVocabulary() *Vocabulary {
	v := &Vocabulary{numbers: map[string]uint32{}}
	for _, w := range slices.Sorted(maps.Keys(stopWords)) {
		v.number(w)
	}
	return v
}

// isStop reports whether the word of a number is a stop word.
func isStop(number uint32) bool { return int(number) < len(stopWords) }

// number returns the number of a word, which gets one if it has none.
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

// size is how many words have a number.
func (v *Vocabulary) size() int {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return len(v.words)
}

// Terms are counted words: the number of each in a Vocabulary and how much it counts, once
// for each time it stands in the text, more in a heading or the title. They are written as
// pairs of [binary.Uvarint], three bytes for most. They are not changed once made.
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

// The weights of where a word stands.
const (
	InText    = 1
	InSummary = 2
	InHeading = 3
	InTags    = 4
	InTitle   = 8
)

// mostWeight is how much a word of a part counts at most.
const mostWeight = 1000

// shortTitle is what the words of a title share besides: each says more in a short one.
const shortTitle = 16

// A Gatherer counts the words of a part of a Document, and then of others. It is for one
// goroutine.
type Gatherer struct {
	vocabulary *Vocabulary
	known      map[string]uint32 // what was met of it, without waiting for others
	here       []uint32          // words of this part
	weights    []uint16          // of those, by number
	words      int
}

// NewGatherer returns one that numbers words by v.
func NewGatherer(v *Vocabulary) *Gatherer {
	return &Gatherer{vocabulary: v, known: map[string]uint32{}}
}

// Add counts the words of a text.
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
				g.count(last+" "+w, 1) // for what is looked for in quotes
			}
			last = w
		}
	})
}

func (g *Gatherer) count(w string, weight uint16) {
	n, ok := g.known[w]
	if !ok {
		n = g.vocabulary.number(w)
		g.known[g.vocabulary.word(n)] = n // not w, which is a part of a whole text
	}
	if isStop(n) && weight < InTitle {
		return // it says nothing outside a title
	}
	if int(n) >= len(g.weights) {
		g.weights = extend(g.weights, int(n)+1)
	}
	if g.weights[n] == 0 {
		g.here = append(g.here, n)
	}
	g.weights[n] = min(g.weights[n]+weight, mostWeight)
}

// Terms returns what was counted, and begins anew.
func (g *Gatherer) Terms() (terms Terms, words int) { return g.terms(mostWeight) }

// Once is like Terms, but counts each word once, however often it stands in the text: a
// long list would else be found before the documents that it lists.
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
