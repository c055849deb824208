package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
)

// A Result is one document that was found.
type Result struct {
	ID, Score            int
	Address, Title       string
	Summary, Kind, Class string
	Unit, Date           string
}

// An Answer is what was found for a query.
type Answer struct {
	Total   int      // how many documents were found
	Partly  bool     // no document has all words; these have the most of them
	Results []Result // the best of them, the best first
	Unknown []string // the words of the query that occur nowhere on the site
	Instead string   // the query with similar words in place of the unknown ones, or ""
}

// Limits of a query; what is longer is cut.
const (
	longestQuery = 300
	mostWords    = 12
)

// rarity returns the weight of a word that having of count documents have, about
// 16·log₂(1 + 4·count/having). Between powers of two it is a straight line, so that whole
// numbers suffice and a browser computes the same.
func rarity(count, having int) int {
	x := 1 + 4*count/max(1, having)
	b := bits.Len(uint(x)) - 1
	return 16*b + (x<<4)>>b - 16
}

// A clause is one word or phrase of a query with its synonyms. Each of these is a list of
// lemmas, and a document answers the clause if it has all lemmas of one list.
type clause [][]string

// A Filter narrows a search to documents with these values; "" allows any.
type Filter struct{ Kind, Class, Unit, Year string }

// Find answers a query. The Answer holds at most so many results.
func (s *Searcher) Find(query string, filter Filter, most int) (Answer, error) {
	words, phrases := parseQuery(query)
	var a Answer
	clauses, err := s.clauses(words, &a)
	if err != nil {
		return a, err
	}
	for _, p := range phrases {
		clauses = append(clauses, clause{{p}})
	}
	if len(clauses) == 0 {
		return a, s.suggest(words, &a)
	}
	hits, err := s.hits(clauses)
	if err != nil {
		return a, err
	}
	keep, err := s.keeper(filter)
	if err != nil {
		return a, err
	}
	all := len(clauses) + len(a.Unknown)
	top := 0
	for id, h := range hits {
		if keep(id) {
			top = max(top, h.matched)
		} else {
			delete(hits, id)
		}
	}
	a.Partly = top > 0 && top < all
	var found []int
	for id, h := range hits {
		if h.matched == top {
			found = append(found, id)
		}
	}
	slices.SortFunc(found, func(x, y int) int {
		return cmp.Or(cmp.Compare(hits[y].score, hits[x].score), cmp.Compare(y, x))
	})
	a.Total = len(found)
	for _, id := range found[:min(most, len(found))] {
		r, err := s.document(id)
		if err != nil {
			return a, err
		}
		r.Score = hits[id].score
		a.Results = append(a.Results, r)
	}
	if len(a.Unknown) > 0 {
		err = s.suggest(words, &a)
	}
	return a, err
}

// A hit says how many clauses a document answers, and how well.
type hit struct{ matched, score int }

// hits returns the documents that answer some clause, by their numbers. Of the synonyms in a
// clause, the one that a document answers best counts.
func (s *Searcher) hits(clauses []clause) (map[int]hit, error) {
	var err error
	hits := map[int]hit{}
	lists := map[string][]posting{}
	for _, c := range clauses {
		best := map[int]int{}
		for _, way := range c {
			scores := map[int]int{}
			have := map[int]int{}
			for _, lemma := range way {
				list, ok := lists[lemma]
				if !ok {
					if list, err = s.postings(lemma); err != nil {
						return nil, err
					}
					lists[lemma] = list
				}
				r := rarity(s.count, len(list))
				for _, p := range list {
					scores[p.id()] += r * int(p.score())
					have[p.id()]++
				}
			}
			for id, n := range have {
				if n == len(way) {
					best[id] = max(best[id], scores[id]/len(way))
				}
			}
		}
		for id, score := range best {
			h := hits[id]
			hits[id] = hit{h.matched + 1, h.score + score}
		}
	}
	return hits, nil
}

// parseQuery divides a query into words and, from what stands in quotation marks, pairs of
// neighbouring words, which are found in titles only. A quotation mark without a second one is
// ignored.
func parseQuery(query string) (words, phrases []string) {
	if len(query) > longestQuery {
		query = strings.ToValidUTF8(query[:longestQuery], "")
	}
	parts := strings.Split(query, `"`)
	for n, part := range parts {
		quoted := n%2 == 1 && n < len(parts)-1
		last := ""
		Words(part, func(w string) {
			if len(words) < mostWords {
				words = append(words, w)
				if quoted && last != "" {
					phrases = append(phrases, last+" "+w)
				}
			}
			last = w
		})
	}
	var telling []string
	for _, w := range words {
		if !stopWords[w] {
			telling = append(telling, w)
		}
	}
	if len(telling) > 0 {
		words = telling
	}
	return words, phrases
}

// clauses turns the words of a query into clauses. Words that occur nowhere, nor any of their
// synonyms, go into a.Unknown.
func (s *Searcher) clauses(words []string, a *Answer) ([]clause, error) {
	var out []clause
	for i := 0; i < len(words); {
		group, used := s.synonym(words[i:])
		if group == nil {
			group, used = [][]string{{words[i]}}, 1
		}
		var c clause
		for _, variant := range group {
			var way []string
			for _, w := range variant {
				if stopWords[w] && len(variant) > 1 {
					continue
				}
				lemma, ok, err := s.lemma(w)
				if err != nil {
					return nil, err
				}
				if !ok {
					way = nil
					break
				}
				way = append(way, lemma)
			}
			if way != nil {
				c = append(c, way)
			}
		}
		if c == nil {
			a.Unknown = append(a.Unknown, strings.Join(words[i:i+used], " "))
		} else {
			out = append(out, c)
		}
		i += used
	}
	return out, nil
}

// synonym returns the group of the longest variant that the words begin with, and how many
// words it has.
func (s *Searcher) synonym(words []string) (group [][]string, used int) {
	for _, g := range s.synonyms {
		for _, v := range g {
			if len(v) > used && len(v) <= len(words) && slices.Equal(v, words[:len(v)]) {
				group, used = g, len(v)
			}
		}
	}
	return group, used
}

// suggest sets a.Instead to the query with each unknown word replaced by the nearest one that
// occurs, or left out if none is near.
func (s *Searcher) suggest(words []string, a *Answer) error {
	var out []string
	changed := false
	for _, w := range words {
		if !slices.Contains(a.Unknown, w) {
			out = append(out, w)
			continue
		}
		near, err := s.nearest(w)
		if err != nil {
			return err
		}
		if near == "" {
			continue
		}
		out = append(out, near)
		changed = true
	}
	if changed {
		a.Instead = strings.Join(out, " ")
	}
	return nil
}

// nearest returns the form that differs from a word in the fewest letters, in at most two, or
// one if the word is short; of several the first by alphabet. It loads one file, so it misses
// forms with another beginning.
func (s *Searcher) nearest(word string) (string, error) {
	lines, err := s.shard(s.forms, word)
	if err != nil {
		return "", err
	}
	best, least := "", 3
	if len(word) < 5 {
		least = 2
	}
	for _, line := range lines {
		form, lemma, other := strings.Cut(line, "\t")
		if other && lemma == "" {
			continue // it does not occur
		}
		if d := diag.Distance(word, form, least); d < least {
			best, least = form, d
		}
	}
	return best, nil
}
