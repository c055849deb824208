package search

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrDamaged is wrapped by the error for a file of an index that is cut short or senseless.
var ErrDamaged = errors.New("search index is damaged")

// A Searcher answers queries from the files of an index. Like the script of the search page,
// it loads only the files that a query needs.
type Searcher struct {
	read     func(path string) (string, error)
	count    int
	blocks   directory
	forms    directory
	segments []directory // of terms
	synonyms [][][]string
	columns  map[string][]string
	filter   string
}

// A shard is the name of a file and the first key in it, "" for a file without keys.
type shard struct{ first, name string }

// A directory names all files of one table. For blocks, number is how many documents each has;
// for a table of lemmas, it is the number of the table's first document.
type directory struct {
	number int
	shards []shard
	lists  bool // the shards are files that name the files of the table
}

// Open reads the first file of an index. read returns the text of a file of the site.
func Open(read func(path string) (string, error)) (*Searcher, error) {
	b, err := read(root)
	if err != nil {
		return nil, err
	}
	s := &Searcher{read: read, columns: map[string][]string{}}
	text, whole := strings.CutSuffix(b, "\n"+end)
	if !whole {
		return nil, fmt.Errorf("%s: %w", root, ErrDamaged)
	}
	for n, line := range strings.Split(text, "\n") {
		name, rest, _ := strings.Cut(line, " ")
		switch name {
		case "maklumat-cari":
			if rest != "2" || n != 0 {
				return nil, fmt.Errorf("%s: version %q: %w", root, rest, ErrDamaged)
			}
		case "dokumen":
			s.count, err = strconv.Atoi(rest)
		case "blok", "blok+":
			s.blocks, err = directoryOf(name, rest)
		case "bentuk", "bentuk+":
			s.forms, err = directoryOf(name, rest)
		case "istilah", "istilah+":
			var d directory
			d, err = directoryOf(name, rest)
			s.segments = append(s.segments, d)
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

// directoryOf reads a line of the first file that names others.
func directoryOf(sort, rest string) (d directory, err error) {
	number, names, _ := strings.Cut(rest, " ")
	d = directory{shards: shardsOf(names), lists: strings.HasSuffix(sort, "+")}
	d.number, err = strconv.Atoi(number)
	return d, err
}

func shardsOf(names string) []shard {
	var out []shard
	for _, f := range strings.Fields(names) {
		first, name, keyed := strings.Cut(f, ":")
		if !keyed {
			first, name = "", f
		}
		out = append(out, shard{strings.ReplaceAll(first, "_", " "), name})
	}
	return out
}

// in returns the shard in which a key must be, if it is anywhere.
func in(shards []shard, key string) (shard, bool) {
	i, found := slices.BinarySearchFunc(shards, key,
		func(s shard, key string) int { return cmp.Compare(s.first, key) })
	if !found {
		i--
	}
	if i < 0 {
		return shard{}, false
	}
	return shards[i], true
}

// list returns the shards that a list names.
func (s *Searcher) list(name string) ([]shard, error) {
	lines, err := s.lines(name)
	if err != nil {
		return nil, err
	}
	return shardsOf(lines[0]), nil
}

// shard returns the lines of the file in which a key must be, none if there is no such file.
func (s *Searcher) shard(d directory, key string) ([]string, error) {
	sh, ok := in(d.shards, key)
	if ok && d.lists {
		shards, err := s.list(sh.name)
		if err != nil {
			return nil, err
		}
		sh, ok = in(shards, key)
	}
	if !ok {
		return nil, nil
	}
	return s.lines(sh.name)
}

// lines returns the lines of a file of the index.
func (s *Searcher) lines(name string) ([]string, error) {
	b, err := s.read(folder + name + ".txt")
	if err != nil {
		return nil, err
	}
	text, whole := strings.CutSuffix(b, "\n"+end)
	if !whole {
		return nil, fmt.Errorf("%s%s.txt: %w", folder, name, ErrDamaged)
	}
	return strings.Split(text, "\n"), nil
}

// form looks a word up in the table of forms. ok is false if the table does not have it.
func (s *Searcher) form(word string) (lemma string, ok bool, err error) {
	lines, err := s.shard(s.forms, word)
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

// lemma returns the lemma of a word of a query. A word that occurs nowhere has the lemma of
// the first of its Candidates that does.
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

// postings returns the documents that have a lemma, in all segments.
func (s *Searcher) postings(lemma string) ([]posting, error) {
	var out []posting
	for _, g := range s.segments {
		lines, err := s.shard(g, lemma)
		if err != nil {
			return nil, err
		}
		for _, line := range lines {
			if rest, ok := strings.CutPrefix(line, lemma+"\t"); ok {
				if out, err = readTerm(out, rest, g.number, s.count); err != nil {
					return nil, fmt.Errorf("%s: %w", lemma, err)
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
		out = append(out, newPosting(id, uint8(score)))
	}
	return out, nil
}

// keeper returns a function that reports whether a document passes a filter.
func (s *Searcher) keeper(f Filter) (func(id int) bool, error) {
	choices := []struct{ name, value string }{
		{"jenis", f.Kind}, {"golongan", f.Class}, {"unit", f.Unit}, {"tahun", f.Year},
	}
	if f == (Filter{}) {
		return func(int) bool { return true }, nil
	}
	columns, err := s.lines(s.filter)
	if err != nil {
		return nil, err
	}
	if len(columns) != len(choices) {
		return nil, ErrDamaged
	}
	return func(id int) bool {
		for n, c := range choices {
			if c.value == "" {
				continue
			}
			values := s.columns[c.name]
			at, width := slices.Index(values, c.value), letters(len(values))
			if at < 0 || len(columns[n]) < (id+1)*width {
				return false
			}
			for _, letter := range []byte(columns[n][id*width:][:width]) {
				if int(letter) != firstScore+at%perLetter {
					return false
				}
				at /= perLetter
			}
		}
		return true
	}, nil
}

// document reads what a result shows of the document with a number.
func (s *Searcher) document(id int) (Result, error) {
	size := s.blocks.number
	if size < 1 {
		return Result{}, ErrDamaged
	}
	n, shards := id/size, s.blocks.shards
	if s.blocks.lists {
		if n/listed >= len(shards) {
			return Result{}, ErrDamaged
		}
		var err error
		if shards, err = s.list(shards[n/listed].name); err != nil {
			return Result{}, err
		}
		n %= listed
	}
	if n >= len(shards) {
		return Result{}, ErrDamaged
	}
	lines, err := s.lines(shards[n].name)
	if err != nil {
		return Result{}, err
	}
	if id%size >= len(lines) {
		return Result{}, ErrDamaged
	}
	f := strings.Split(lines[id%size], "\t")
	if len(f) != 7 {
		return Result{}, ErrDamaged
	}
	return Result{
		ID: id, Address: f[0], Title: f[1], Summary: f[2],
		Kind: f[3], Class: f[4], Unit: f[5], Date: f[6],
	}, nil
}
