package search

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// mostRevised is the largest number of changed documents for which Update reuses an Index. If
// more have changed, it builds a new one.
const mostRevised = 20

// Update returns what Build would return, byte for byte, but reuses the parts of prev that no
// changed document touches. prev is not modified, and may be nil. Two Documents whose Terms
// share their memory are taken to have the same words.
//
// It compares the documents themselves and does not rest on what pages asked for: this package
// knows no sites, and which words, shards and numbers a document touches follows from the words
// of all documents together, which no page reads.
func Update(v *Vocabulary, prev *Index, documents []Document, synonyms [][]string) *Index {
	docs := inOrder(documents)
	if prev == nil || prev.vocabulary != v || len(prev.docs) != len(docs) ||
		!reflect.DeepEqual(prev.synonyms, synonyms) {
		return build(v, docs, synonyms)
	}
	var changed []int
	for i := range docs {
		a, b := &prev.docs[i], &docs[i]
		if a.Address != b.Address || a.Date != b.Date {
			return build(v, docs, synonyms) // the numbers differ
		}
		if !sameDocument(a, b) {
			changed = append(changed, i)
		}
	}
	if len(changed) == 0 {
		return prev
	}
	if len(changed) <= mostRevised {
		if x, ok := prev.revise(docs, changed); ok {
			return x
		}
	}
	return build(v, docs, synonyms)
}

func sameDocument(a, b *Document) bool {
	return a.Title == b.Title && a.Summary == b.Summary && a.Kind == b.Kind && a.Class == b.Class &&
		a.Unit == b.Unit && a.Words == b.Words && slices.EqualFunc(a.Terms, b.Terms, sameTerms)
}

// sameTerms reports whether two slices are one.
func sameTerms(a, b Terms) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// revise returns the index of docs, which differ from the documents of x only at the numbers
// in changed. It reports false when the changes reach too far, see wordList.revise.
func (x *Index) revise(docs []Document, changed []int) (*Index, bool) {
	var old, now []*Document
	for _, id := range changed {
		old, now = append(old, &x.docs[id]), append(now, &docs[id])
	}
	words, touched, ok := x.words.revise(old, now)
	if !ok {
		return nil, false
	}
	next := &Index{
		Files: make(map[string]string, len(x.Files)), vocabulary: x.vocabulary, docs: docs,
		synonyms: x.synonyms, words: words, blockList: slices.Clone(x.blockList),
	}
	next.facets(docs)
	for n, name := range x.blockList {
		if slices.ContainsFunc(changed, func(id int) bool { return id/blockSize == n }) {
			next.blockList[n] = next.file(
				blockText(docs[n*blockSize : min((n+1)*blockSize, len(docs))]))
		} else {
			next.Files[folder+name+".txt"] = x.Files[folder+name+".txt"]
		}
	}
	forms := x.formTable.edit(touched, func(key, _ string) string {
		if words.has(key) {
			return words.line(key)
		}
		return ""
	})
	next.formTable = next.lay(x, x.formTable, forms, sorted(touched), formLimit)
	for _, p := range x.parts {
		edits := map[string][]edit{}
		for _, id := range changed {
			if p.from <= id && id < p.to {
				x.vocabulary.collect(edits, id, scores(&x.docs[id], x.words),
					scores(&docs[id], words))
			}
		}
		keys := slices.Sorted(maps.Keys(edits))
		terms := p.table.edit(keys, func(key, line string) string {
			return editTerm(key, line, edits[key], p.from, len(docs))
		})
		next.parts = append(next.parts,
			&part{p.from, p.to, next.lay(x, p.table, terms, keys, termLimit)})
	}
	next.first()
	return next, true
}

func sorted(keys []string) []string {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	return slices.Compact(keys)
}

// edit returns a copy of the table in which change has replaced the line of each key. An empty
// line stands for none: change is given one for a key that the table lacks, and a key for
// which it returns one is removed.
func (t *table) edit(keys []string, change func(key, line string) string) *table {
	next := &table{keys: slices.Clone(t.keys), lines: slices.Clone(t.lines)}
	for _, k := range sorted(keys) {
		at, found := slices.BinarySearch(next.keys, k)
		line := ""
		if found {
			line = next.lines[at]
		}
		switch line = change(k, line); {
		case found && line == "":
			next.keys = slices.Delete(next.keys, at, at+1)
			next.lines = slices.Delete(next.lines, at, at+1)
		case found:
			next.lines[at] = line
		case line != "":
			next.keys = slices.Insert(next.keys, at, k)
			next.lines = slices.Insert(next.lines, at, line)
		}
	}
	return next
}

// An edit gives a document another score for a lemma. A score of 0 removes the document.
type edit struct {
	id    int
	score uint8
}

// scores returns the score of each lemma in a document.
func scores(d *Document, words *wordList) map[uint32]uint8 {
	weights := map[uint32]int{}
	for _, part := range d.Terms {
		for word, weight := range part.all() {
			weights[words.lemmas[word]] += weight
		}
	}
	out := make(map[uint32]uint8, len(weights))
	for lemma, w := range weights {
		out[lemma] = score(w, d.Words)
	}
	return out
}

// collect adds an edit for each lemma whose score in the document with number id has changed.
func (v *Vocabulary) collect(edits map[string][]edit, id int, old, now map[uint32]uint8) {
	add := func(lemma uint32, score uint8) {
		w := v.word(lemma)
		edits[w] = append(edits[w], edit{id, score})
	}
	for lemma, s := range now {
		if old[lemma] != s {
			add(lemma, s)
		}
	}
	for lemma := range old {
		if now[lemma] == 0 {
			add(lemma, 0)
		}
	}
}

// editTerm returns the line of a lemma with the edits applied, "" when no document is left.
func editTerm(key, line string, edits []edit, from, count int) string {
	var list []posting
	if line != "" {
		// This program wrote the line, so it can be read.
		list, _ = readTerm(nil, strings.TrimSuffix(line[len(key)+1:], "\n"), from, count)
	}
	for _, e := range edits {
		at, found := slices.BinarySearchFunc(list, e.id,
			func(p posting, id int) int { return cmp.Compare(p.id(), id) })
		switch {
		case found && e.score == 0:
			list = slices.Delete(list, at, at+1)
		case found:
			list[at] = newPosting(e.id, e.score)
		case e.score > 0:
			list = slices.Insert(list, at, newPosting(e.id, e.score))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return string(appendTerm(nil, key, list, from))
}
