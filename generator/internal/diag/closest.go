package diag

import "strings"

// Closest returns the candidate that a person most likely meant by word, or "". It allows
// one slip in short words and two or three in longer ones, a slip being a letter too many,
// too few, wrong, or two letters exchanged (the restricted Damerau–Levenshtein distance).
// Letter case, spaces, hyphens and underscores are no difference.
func Closest(word string, candidates []string) string {
	folded := fold(word)
	limit := 1 + len(folded)/5
	if limit > 3 {
		limit = 3
	}
	best, bestDistance := "", limit+1
	for _, candidate := range candidates {
		if d := Distance(folded, fold(candidate), bestDistance); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// Distance returns the number of slips between a and b, or limit when that is no less.
func Distance(a, b string, limit int) int {
	ra, rb := []rune(a), []rune(b)
	if len(ra)-len(rb) >= limit || len(rb)-len(ra) >= limit || len(ra) > 100 {
		return limit
	}
	before, last, row := make([]int, len(rb)+1), make([]int, len(rb)+1), make([]int, len(rb)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(ra); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(rb); j++ {
			cost := 1
			if ra[i-1] == rb[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && ra[i-1] == rb[j-2] && ra[i-2] == rb[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return min(last[len(rb)], limit)
}
