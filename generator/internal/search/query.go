package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
)

// A Result is one document that was found, the best first.
type Result struct {
	ID, Score            int
	Address, Title       string
	Summary, Kind, Class string
	Unit, Date           string
}

// An Answer is what came of a query.
type Answer struct {
	Total   int      // documents found
	Partly  bool     // none has all words: those that have most of them
	Results []Result // the first of them
	Unknown []string // words that are nowhere on the site
	Instead string   // the query with words that are, or ""
}

// Limits of a query; what is longer is cut.
const (
	longestQuery = 300
	mostWords    = 12
)

// rarity is how much a word says by being rare: sixteen times the logarithm to base 2 of
// how many times fewer documents than all have it, in whole numbers, which a browser counts
// the same.
func rarity(count, having int) int {
	x := 1 + 4*count/max(1, having)
	b := bits.Len(uint(x)) - 1
	return 16*b + (x<<4)>>b - 16
}

// A clause is one thing that is asked for, in one of several ways, each of some lemmas.
type clause [][]string

// A Filter narrows an Answer; "" is no choice.
type Filter struct{ Kind, Class, Unit, Year string }

// Find answers a query with at most so many results.
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

// A hit is how many clauses a document answers, and how well.
type hit struct{ matched, score int }

// hits returns the documents that answer a clause, by their number. Of the ways to answer one,
// the best counts.
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

// parseQuery divides a query into words and the pairs of words that stand in quotes, which
// are looked for in titles. A quote without an end is none.
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

// clauses turns words into clauses; a word or phrase with synonyms becomes one clause with
// all of them. Words that are nowhere go into a.Unknown.
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

// suggest puts into a.Instead the words of the query with the nearest that occur in place of
// those that do not.
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
			continue // without it there may be something
		}
		out = append(out, near)
		changed = true
	}
	if changed {
		a.Instead = strings.Join(out, " ")
	}
	return nil
}

// nearest returns the form with the fewest letters changed, at most two, and one in short
// words; of equals the first by alphabet. It looks in one file.
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
