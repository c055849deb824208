package search

import (
	"maps"
	"strings"
	"unique"
)

// A wordList is every form that occurs in some documents, with its lemma.
type wordList struct {
	lemmas  map[unique.Handle[string]]unique.Handle[string] // of each form
	uses    map[unique.Handle[string]]int32                 // how many documents have a form
	members map[unique.Handle[string]]int32                 // how many forms have a lemma
	waiting map[string]bool                                 // words on which the lemma of some form hangs, by occurring or not
}

// listWords lists the forms of some documents.
func listWords(docs []Document) *wordList {
	w := &wordList{lemmas: map[unique.Handle[string]]unique.Handle[string]{}, uses: map[unique.Handle[string]]int32{}, members: map[unique.Handle[string]]int32{}, waiting: map[string]bool{}}
	type use struct{ documents, last int32 }
	uses := map[unique.Handle[string]]*use{}
	for i := range docs {
		for _, part := range docs[i].Terms {
			for _, t := range part {
				u := uses[t.Word]
				if u == nil {
					u = &use{last: -1}
					uses[t.Word] = u
				}
				if u.last != int32(i) {
					u.documents, u.last = u.documents+1, int32(i)
				}
			}
		}
	}
	for form, u := range uses {
		w.uses[form] = u.documents
	}
	for form := range w.uses {
		w.add(form)
	}
	return w
}

// forms puts the forms of a document into a set.
func forms(d *Document, set map[unique.Handle[string]]bool) {
	clear(set)
	for _, part := range d.Terms {
		for _, t := range part {
			set[t.Word] = true
		}
	}
}

// occurs reports whether a word is a form of some document.
func (w *wordList) occurs(word string) bool { return w.uses[unique.Make(word)] > 0 }

// add finds the lemma of a form, which occurs.
func (w *wordList) add(form unique.Handle[string]) {
	word, lemma := form.Value(), form
	if !strings.Contains(word, " ") {
		lemma = unique.Make(Lemma(word, w.occurs))
		if isForm(word) && !isRoot(lemma.Value()) {
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

// line is what the forms' table says of a word.
func (w *wordList) line(word string) string {
	lemma, ok := w.lemmas[unique.Make(word)]
	switch {
	case !ok:
		return word + "\t\n" // it does not occur itself
	case lemma.Value() != word:
		return word + "\t" + lemma.Value() + "\n"
	}
	return word + "\n"
}

// has reports whether a word stands in the forms' table.
func (w *wordList) has(word string) bool {
	h := unique.Make(word)
	return isForm(word) && (w.uses[h] > 0 || w.members[h] > 0)
}

// revise returns the list with the forms of some documents in place of those of others, and
// the words whose line in the forms' table may differ. ok is false when the lemma of another
// form hangs on a word that came or went; then the list must be made anew.
func (w *wordList) revise(old, now []*Document) (next *wordList, touched []string, ok bool) {
	change := map[unique.Handle[string]]int32{}
	here := map[unique.Handle[string]]bool{}
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
	maps.DeleteFunc(change, func(_ unique.Handle[string], n int32) bool { return n == 0 })
	if len(change) == 0 {
		return w, nil, true
	}
	next = &wordList{lemmas: w.lemmas, uses: maps.Clone(w.uses), members: w.members, waiting: w.waiting}
	var came, went []unique.Handle[string]
	for f, n := range change {
		before := next.uses[f]
		if next.uses[f] += n; next.uses[f] == 0 {
			delete(next.uses, f)
			went = append(went, f)
		} else if before == 0 {
			came = append(came, f)
		}
	}
	if len(came)+len(went) == 0 {
		return next, nil, true
	}
	next.lemmas, next.members, next.waiting = maps.Clone(w.lemmas), maps.Clone(w.members), maps.Clone(w.waiting)
	for _, f := range went {
		lemma := next.lemmas[f]
		delete(next.lemmas, f)
		if next.members[lemma]--; next.members[lemma] == 0 {
			delete(next.members, lemma)
		}
		touched = append(touched, f.Value(), lemma.Value())
	}
	for _, f := range came {
		next.add(f)
		touched = append(touched, f.Value(), next.lemmas[f].Value())
	}
	for _, f := range append(went, came...) {
		if next.waiting[f.Value()] {
			return nil, nil, false
		}
	}
	return next, touched, true
}
