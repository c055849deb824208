package search

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrDamaged is what a file of an index is that cannot be read.
var ErrDamaged = errors.New("search index is damaged")

// A Searcher reads an index as the browser does, file by file as it needs them. It is the
// same index, read with the same rules, as that of the search page.
type Searcher struct {
	read     func(path string) ([]byte, error)
	count    int
	block    int
	blocks   []string
	forms    []shard
	segments []segment
	synonyms [][][]string
	columns  map[string][]string
	filter   string
}

// A shard is a file with the first key in it.
type shard struct{ first, name string }

// A segment is the terms of the documents from a number on.
type segment struct {
	from   int
	shards []shard
}

// Open reads the first file of an index. read returns the bytes of a file of the site.
func Open(read func(path string) ([]byte, error)) (*Searcher, error) {
	b, err := read(root)
	if err != nil {
		return nil, err
	}
	s := &Searcher{read: read, columns: map[string][]string{}}
	text, whole := strings.CutSuffix(string(b), "\n"+end)
	if !whole {
		return nil, fmt.Errorf("%s: %w", root, ErrDamaged)
	}
	for n, line := range strings.Split(text, "\n") {
		name, rest, _ := strings.Cut(line, " ")
		switch name {
		case "maklumat-cari":
			if rest != "1" || n != 0 {
				return nil, fmt.Errorf("%s: version %q: %w", root, rest, ErrDamaged)
			}
		case "dokumen":
			s.count, err = strconv.Atoi(rest)
		case "blok":
			fields := strings.Fields(rest)
			if len(fields) == 0 {
				return nil, fmt.Errorf("%s: %w", root, ErrDamaged)
			}
			s.block, err = strconv.Atoi(fields[0])
			s.blocks = fields[1:]
		case "bentuk":
			s.forms = shardsOf(strings.Fields(rest))
		case "istilah":
			fields := strings.Fields(rest)
			if len(fields) == 0 {
				return nil, fmt.Errorf("%s: %w", root, ErrDamaged)
			}
			g := segment{shards: shardsOf(fields[1:])}
			g.from, err = strconv.Atoi(fields[0])
			s.segments = append(s.segments, g)
		case "sinonim":
			var group [][]string
			for _, v := range strings.Split(rest, "|") {
				group = append(group, strings.Fields(v))
			}
			s.synonyms = append(s.synonyms, group)
		case "saring":
			s.filter = rest
		case "jenis", "golongan", "unit", "tahun":
			s.columns[name] = strings.Split(rest, "|")
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %w", root, ErrDamaged, err)
		}
	}
	return s, nil
}

func shardsOf(fields []string) []shard {
	var out []shard
	for _, f := range fields {
		first, name, _ := strings.Cut(f, ":")
		out = append(out, shard{strings.ReplaceAll(first, "_", " "), name})
	}
	return out
}

// in returns the shard that holds a key, if any does.
func in(shards []shard, key string) (shard, bool) {
	i, found := slices.BinarySearchFunc(shards, key, func(s shard, key string) int { return cmp.Compare(s.first, key) })
	if !found {
		i--
	}
	if i < 0 {
		return shard{}, false
	}
	return shards[i], true
}

// lines returns the lines of a file of the index.
func (s *Searcher) lines(name string) ([]string, error) {
	b, err := s.read(folder + name + ".txt")
	if err != nil {
		return nil, err
	}
	text, whole := strings.CutSuffix(string(b), "\n"+end)
	if !whole {
		return nil, fmt.Errorf("%s%s.txt: %w", folder, name, ErrDamaged)
	}
	return strings.Split(text, "\n"), nil
}

// form looks a word up among the forms: its lemma, and whether it occurs.
func (s *Searcher) form(word string) (lemma string, ok bool, err error) {
	sh, ok := in(s.forms, word)
	if !ok {
		return "", false, nil
	}
	lines, err := s.lines(sh.name)
	if err != nil {
		return "", false, err
	}
	for _, line := range lines {
		if f, lemma, _ := strings.Cut(line, "\t"); f == word {
			return cmp.Or(lemma, f), true, nil
		}
	}
	return "", false, nil
}

// lemma returns what a word of a query stands for. A word that does not occur may have a
// form that does.
func (s *Searcher) lemma(word string) (string, bool, error) {
	if strings.ContainsAny(word, " 0123456789") {
		return word, true, nil
	}
	if other, ok := spellings[word]; ok {
		word = other
	}
	for _, c := range Candidates(word) {
		if lemma, ok, err := s.form(c); ok || err != nil {
			return lemma, ok, err
		}
	}
	return "", false, nil
}

// list returns the documents that have a lemma, in all segments, with their number.
func (s *Searcher) list(lemma string) ([]posting, error) {
	var out []posting
	for _, g := range s.segments {
		sh, ok := in(g.shards, lemma)
		if !ok {
			continue
		}
		lines, err := s.lines(sh.name)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			if rest, ok := strings.CutPrefix(line, lemma+"\t"); ok {
				if out, err = readTerm(out, rest, g.from, s.count); err != nil {
					return nil, fmt.Errorf("%s%s.txt: %w", folder, sh.name, err)
				}
			}
		}
	}
	return out, nil
}

// readTerm reads what appendTerm wrote after the lemma.
func readTerm(out []posting, line string, from, count int) ([]posting, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		return nil, ErrDamaged
	}
	n, err := strconv.Atoi(fields[0])
	if err != nil || n != len(fields[2]) {
		return nil, ErrDamaged
	}
	deltas, id := fields[1], from-1
	for i := range n {
		delta, shift := 0, 0
		for {
			if len(deltas) == 0 || shift > 30 {
				return nil, ErrDamaged
			}
			c := int(deltas[0]) - firstScore
			deltas = deltas[1:]
			if c < 0 || c > 63 {
				return nil, ErrDamaged
			}
			delta |= (c & 31) << shift
			shift += 5
			if c < 32 {
				break
			}
		}
		id += delta + 1
		score := int(fields[2][i]) - firstScore
		if id >= count || score < 1 || score > 63 {
			return nil, ErrDamaged
		}
		out = append(out, posting{int32(id), uint8(score)})
	}
	return out, nil
}

// keeper returns which documents a filter leaves.
func (s *Searcher) keeper(f Filter) (func(id int32) bool, error) {
	choices := []struct{ name, value string }{{"jenis", f.Kind}, {"golongan", f.Class}, {"unit", f.Unit}, {"tahun", f.Year}}
	if f == (Filter{}) {
		return func(int32) bool { return true }, nil
	}
	columns, err := s.lines(s.filter)
	if err != nil {
		return nil, err
	}
	if len(columns) != len(choices) {
		return nil, ErrDamaged
	}
	return func(id int32) bool {
		for n, c := range choices {
			if c.value == "" {
				continue
			}
			at := slices.Index(s.columns[c.name], c.value)
			if at < 0 || int(id) >= len(columns[n]) || int(columns[n][id]) != firstScore+at {
				return false
			}
		}
		return true
	}, nil
}

// document reads what is shown of a document.
func (s *Searcher) document(id int) (Result, error) {
	if s.block < 1 || id/s.block >= len(s.blocks) {
		return Result{}, ErrDamaged
	}
	lines, err := s.lines(s.blocks[id/s.block])
	if err != nil {
		return Result{}, err
	}
	if id%s.block >= len(lines) {
		return Result{}, ErrDamaged
	}
	f := strings.Split(lines[id%s.block], "\t")
	if len(f) != 7 {
		return Result{}, ErrDamaged
	}
	return Result{ID: id, Address: f[0], Title: f[1], Summary: f[2], Kind: f[3], Class: f[4], Unit: f[5], Date: f[6]}, nil
}
