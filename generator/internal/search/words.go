package search

import (
	"maps"
	"slices"
	"strings"
)

// A wordList holds the lemma of every form that occurs in some documents. Its slices are
// indexed by the numbers of the Vocabulary. They may be shorter than the Vocabulary, which
// other documents make longer; a number beyond their end belongs to a word that does not occur.
type wordList struct {
	vocabulary *Vocabulary
	lemmas     []uint32 // of each form
	uses       []int32  // how many documents have a form
	members    []int32  // how many forms have a lemma

	// waiting has the words that would change the lemma of some form if they began to occur,
	// or ceased to: Lemma prefers what occurs.
	waiting map[string]bool
}

// listWords lists the forms of some documents.
func listWords(v *Vocabulary, docs []Document) *wordList {
	w := &wordList{vocabulary: v, waiting: map[string]bool{}}
	w.grow()
	last := make([]int32, len(w.uses)) // the document that used a form last, from 1
	for i := range docs {
		for _, part := range docs[i].Terms {
			for form := range part.all() {
				if last[form] != int32(i+1) {
					last[form] = int32(i + 1)
					w.uses[form]++
				}
			}
		}
	}
	for form, n := range w.uses { // add appends only lemmas that do not occur themselves
		if n > 0 {
			w.add(uint32(form))
		}
	}
	return w
}

// grow makes room for all words that have a number.
func (w *wordList) grow() {
	n := w.vocabulary.size()
	w.lemmas, w.uses, w.members = extend(w.lemmas, n), extend(w.uses, n), extend(w.members, n)
}

func extend[T any](s []T, n int) []T {
	return append(s, make([]T, max(0, n-len(s)))...)
}

// at returns counts[n], or 0 beyond the end.
func at(counts []int32, n uint32) int32 {
	if int(n) < len(counts) {
		return counts[n]
	}
	return 0
}

// forms puts the forms of a document into a set.
func forms(d *Document, set map[uint32]bool) {
	clear(set)
	for _, part := range d.Terms {
		for form := range part.all() {
			set[form] = true
		}
	}
}

// occurs reports whether a word is a form of some document.
func (w *wordList) occurs(word string) bool {
	n, ok := w.vocabulary.lookup(word)
	return ok && at(w.uses, n) > 0
}

// add finds the lemma of a form that occurs, and notes it.
func (w *wordList) add(form uint32) {
	word, lemma := w.vocabulary.word(form), form
	if !strings.Contains(word, " ") {
		text := Lemma(word, w.occurs)
		if text != word {
			lemma = w.vocabulary.number(text)
			w.grow()
		}
		if isForm(word) && !isRoot(text) {
			for _, c := range Candidates(word)[1:] {
				if s, ok := spellings[c]; ok {
					c = s
				}
				w.waiting[c] = true
			}
		}
	}
	w.lemmas[form] = lemma
	w.members[lemma]++
}

// remove forgets a form, and returns the lemma that it had.
func (w *wordList) remove(form uint32) (lemma uint32) {
	lemma = w.lemmas[form]
	w.members[lemma]--
	return lemma
}

// line returns the line of a word in the table of forms: the word alone if it is its own
// lemma, with its lemma if not, and with an empty lemma if only its other forms occur.
func (w *wordList) line(word string) string {
	n, ok := w.vocabulary.lookup(word)
	switch {
	case !ok || at(w.uses, n) == 0:
		return word + "\t\n"
	case w.lemmas[n] != n:
		return word + "\t" + w.vocabulary.word(w.lemmas[n]) + "\n"
	}
	return word + "\n"
}

// has reports whether the table of forms has a line for a word.
func (w *wordList) has(word string) bool {
	n, ok := w.vocabulary.lookup(word)
	return ok && isForm(word) && (at(w.uses, n) > 0 || at(w.members, n) > 0)
}

// revise returns the list after the documents old have become the documents now, and the words
// whose line in the table of forms may have changed. ok is false when a word that came or went
// changes the lemma of a form in another document; then only listWords gets it right.
func (w *wordList) revise(old, now []*Document) (next *wordList, touched []string, ok bool) {
	change := map[uint32]int32{}
	here := map[uint32]bool{}
	for i := range old {
		forms(old[i], here)
		for f := range here {
			change[f]--
		}
		forms(now[i], here)
		for f := range here {
			change[f]++
		}
	}
	maps.DeleteFunc(change, func(_ uint32, n int32) bool { return n == 0 })
	if len(change) == 0 {
		return w, nil, true
	}
	next = &wordList{
		vocabulary: w.vocabulary, lemmas: w.lemmas, uses: slices.Clone(w.uses),
		members: w.members, waiting: w.waiting,
	}
	next.uses = extend(next.uses, w.vocabulary.size())
	var came, went []uint32
	for f, n := range change {
		before := next.uses[f]
		if next.uses[f] += n; next.uses[f] == 0 {
			went = append(went, f)
		} else if before == 0 {
			came = append(came, f)
		}
	}
	if len(came)+len(went) == 0 {
		return next, nil, true
	}
	next.lemmas, next.members = slices.Clone(w.lemmas), slices.Clone(w.members)
	next.waiting = maps.Clone(w.waiting)
	next.grow()
	name := w.vocabulary.word
	for _, f := range went {
		touched = append(touched, name(f), name(next.remove(f)))
	}
	for _, f := range came {
		next.add(f)
		touched = append(touched, name(f), name(next.lemmas[f]))
	}
	for _, f := range append(went, came...) {
		if next.waiting[name(f)] {
			return nil, nil, false
		}
	}
	return next, touched, true
}
