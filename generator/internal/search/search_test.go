package search

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// fatal is what tests of both sorts have.
type fatal interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// numbered is how the tests number words.
var numbered = NewVocabulary()

func document(address, title, date, body string) Document {
	g := NewGatherer(numbered)
	g.Add(title, InTitle)
	titles, _ := g.Terms()
	g.Add(body, InText)
	terms, words := g.Terms()
	return Document{Address: address, Title: title, Summary: body[:min(len(body), 80)], Date: date, Kind: "Berita", Terms: []Terms{titles, terms}, Words: words}
}

func find(t fatal, x *Index, query string) Answer {
	t.Helper()
	s, err := Open(x.Read)
	if err != nil {
		t.Fatal(err)
	}
	a, err := s.Find(query, Filter{}, 1000)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	return a
}

func addresses(a Answer) []string {
	var out []string
	for _, r := range a.Results {
		out = append(out, r.Address)
	}
	return out
}

// everything finds by looking at every document in turn: no shards, no numbers, no files.
func everything(docs []Document, synonyms [][]string, query string) []string {
	docs = slices.Clone(docs)
	slices.SortFunc(docs, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Address, b.Address))
	})
	list := listWords(numbered, docs)
	weight := make([]map[string]int, len(docs)) // of each lemma, by document
	having := map[string]int{}
	for i, d := range docs {
		weight[i] = map[string]int{}
		for word, w := range Terms(slices.Concat(d.Terms...)).all() {
			weight[i][numbered.word(list.lemmas[word])] += w
		}
		for l := range weight[i] {
			having[l]++
		}
	}
	lemma := func(w string) string {
		if strings.ContainsAny(w, " 0123456789") {
			return w
		}
		if s, ok := spellings[w]; ok {
			w = s
		}
		for _, c := range Candidates(w) {
			if n, ok := numbered.lookup(c); ok && list.occurs(c) {
				return numbered.word(list.lemmas[n])
			}
			if having[c] > 0 {
				return c
			}
		}
		return ""
	}
	words, phrases := parseQuery(query)
	var clauses []clause
	for i := 0; i < len(words); {
		group, used := [][]string{{words[i]}}, 1
		best := 0
		for _, g := range synonyms {
			var variants [][]string
			for _, v := range g {
				variants = append(variants, strings.Fields(v))
			}
			for _, v := range variants {
				if len(v) > best && len(v) <= len(words)-i && slices.Equal(v, words[i:i+len(v)]) {
					best, group, used = len(v), variants, len(v)
				}
			}
		}
		var c clause
		for _, v := range group {
			var way []string
			for _, w := range v {
				if stopWords[w] && len(v) > 1 {
					continue
				}
				l := lemma(w)
				if l == "" {
					way = nil
					break
				}
				way = append(way, l)
			}
			if way != nil {
				c = append(c, way)
			}
		}
		if c != nil {
			clauses = append(clauses, c)
		}
		i += used
	}
	for _, p := range phrases {
		clauses = append(clauses, clause{{p}})
	}
	type hit struct{ id, matched, score int }
	var hits []hit
	top := 1
	for i := range docs {
		h := hit{id: i}
		for _, c := range clauses {
			best, any := 0, false
			for _, way := range c {
				sum, all := 0, true
				for _, l := range way {
					w, ok := weight[i][l]
					all = all && ok
					if ok {
						sum += rarity(len(docs), having[l]) * int(score(w, docs[i].Words))
					}
				}
				if all {
					best, any = max(best, sum/len(way)), true
				}
			}
			if any {
				h.matched++
				h.score += best
			}
		}
		top = max(top, h.matched)
		hits = append(hits, h)
	}
	hits = slices.DeleteFunc(hits, func(h hit) bool { return h.matched < top })
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(b.score-a.score, b.id-a.id) })
	var out []string
	for _, h := range hits {
		out = append(out, docs[h.id].Address)
	}
	return out
}

var vocabulary = strings.Fields(`laporan melaporkan pelaporan lapor anggaran keuangan kinerja 2024 2025 2026 012/ppid/2026 pemilih pemilihan memilih pilih dpt daftar tetap
	informasi permintaan meminta keberatan sop ppid yang dan di layanan pelayanan undang-undang sengketa dokumen berkas arsip`)

// TestEqualsEverything compares the index with a search through everything: the same
// documents, in the same order.
func TestEqualsEverything(t *testing.T) {
	synonyms := [][]string{{"dpt", "daftar pemilih tetap"}, {"sop", "layanan informasi"}}
	rapid.Check(t, func(r *rapid.T) {
		text := func(name string, most int) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, most).Draw(r, name), " ")
		}
		var docs []Document
		for i := range rapid.IntRange(0, 200).Draw(r, "documents") {
			date := fmt.Sprintf("20%02d-0%d-01", rapid.IntRange(20, 26).Draw(r, "year"), rapid.IntRange(1, 9).Draw(r, "month"))
			docs = append(docs, document(fmt.Sprintf("d/%d/", i), text("title", 5), date, text("body", 30)))
		}
		x := Build(numbered, docs, synonyms)
		for range 5 {
			query := text("query", 4)
			if rapid.Bool().Draw(r, "quoted") {
				query = `"` + query + `"`
			}
			if got, want := addresses(find(r, x, query)), everything(docs, synonyms, query); !slices.Equal(got, want) {
				r.Fatalf("%q: %v, everything says %v", query, got, want)
			}
		}
	})
}

// TestSameBytes builds from the same documents in other orders.
func TestSameBytes(t *testing.T) {
	docs := corpus(300, 40)
	want := Build(numbered, docs, nil)
	for range 5 {
		rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if got := Build(numbered, docs, nil); !reflect.DeepEqual(got, want) {
			t.Fatal("the same documents gave other bytes")
		}
	}
}

// TestOneMore adds a newest document and counts the files that change.
func TestOneMore(t *testing.T) {
	docs := corpus(2_000, 100)
	before := Build(numbered, docs, nil)
	after := Build(numbered, append(docs, document("baru/", "Laporan baru", "2027-01-01", "laporan anggaran keuangan yang baru terbit")), nil)
	changed := 0
	for name, b := range after.Files {
		if before.Files[name] != b {
			changed++
		}
	}
	t.Logf("%d of %d files changed", changed, len(after.Files))
	if changed > 12 {
		t.Errorf("one more document changed %d files", changed)
	}
}

// TestBadQueries are what visitors type and attackers send.
func TestBadQueries(t *testing.T) {
	x := Build(numbered, []Document{document("a/", "Laporan keuangan", "2026-01-01", "isi laporan keuangan tahun 2026")}, nil)
	for _, tt := range []struct {
		name, query string
		found       int
	}{
		{"nothing", "", 0}, {"blanks", " \t\n ", 0}, {"a quote without an end", `"laporan keuangan`, 1}, {"three quotes", `"laporan" "keuangan`, 1},
		{"a phrase", `"laporan keuangan"`, 1}, {"a phrase the other way round", `"keuangan laporan"`, 1}, {"emoji", "🙂🙂", 0}, {"a script", "<script>alert(1)</script>", 0},
		{"signs of regular expressions", `laporan.*(keuangan|)[a-z]+\`, 1}, {"from right to left", "مرحبا laporan", 1}, {"very long", strings.Repeat("laporan ", 2000), 1},
		{"stop words alone", "yang dan di", 0}, {"an affixed form that does not occur", "dilaporkannya", 1}, {"a word that nothing comes near", "qqqqqqqq", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if a := find(t, x, tt.query); a.Total != tt.found {
				t.Errorf("found %d, want %d", a.Total, tt.found)
			}
		})
	}
	if a := find(t, x, "laporn keuangn"); a.Instead != "laporan keuangan" {
		t.Errorf("suggested %q", a.Instead)
	}
}

// FuzzOpen reads damaged files: an error, and never a crash.
func FuzzOpen(f *testing.F) {
	x := Build(numbered, corpus(80, 20), [][]string{{"dpt", "daftar pemilih tetap"}})
	for name, text := range x.Files {
		f.Add(name, text)
	}
	f.Fuzz(func(t *testing.T, name string, b string) {
		files := map[string]string{}
		for n, good := range x.Files {
			files[n] = good
		}
		files[name] = b
		s, err := Open((&Index{Files: files}).Read)
		if err != nil {
			return
		}
		for _, q := range []string{"laporan", "dpt", `"laporan keuangan" 2025`, "lapporan"} {
			_, _ = s.Find(q, Filter{Kind: "Berita"}, 10)
		}
	})
}

// corpus makes documents of words whose frequencies fall off as those of a language do.
func corpus(n, length int) []Document {
	r := rand.New(rand.NewPCG(1, 2))
	roots := strings.Fields(rootsText)
	r.Shuffle(len(roots), func(i, j int) { roots[i], roots[j] = roots[j], roots[i] })
	zipf := rand.NewZipf(r, 1.15, 4, uint64(len(roots)-1))
	affixes := [][2]string{{"", ""}, {"", ""}, {"", "nya"}, {"di", ""}, {"ber", ""}, {"ke", "an"}}
	text := func(n int) string {
		var b strings.Builder
		for range n {
			a := affixes[r.IntN(len(affixes))]
			for _, piece := range []string{a[0], roots[zipf.Uint64()], a[1], " "} {
				b.WriteString(piece)
			}
		}
		fmt.Fprintf(&b, "%d %d", 2000+r.IntN(27), r.IntN(5000))
		return b.String()
	}
	docs := make([]Document, n)
	for i := range docs {
		docs[i] = document(fmt.Sprintf("berita/%d/dokumen-%d/", 2010+i*16/n, i), text(6), fmt.Sprintf("%d-%02d-%02d", 2010+i*16/n, 1+i*12/n%12, 1+i%28), text(length))
	}
	return docs
}

// TestBytesOfAQuery weighs what a first query loads at 10,000 documents, compressed, and
// what another one adds; in the long run also at 100,000.
func TestBytesOfAQuery(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	sizes := []struct{ docs, first, further int }{{10_000, 60_000, 30_000}}
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		sizes = append(sizes, struct{ docs, first, further int }{100_000, 90_000, 60_000})
	}
	for _, size := range sizes {
		x := Build(numbered, corpus(size.docs, 400), nil)
		loaded := map[string]bool{}
		total := 0
		s, err := Open(func(path string) (string, error) {
			text, err := x.Read(path)
			if err == nil && !loaded[path] {
				loaded[path] = true
				total += compressed(text)
			}
			return text, err
		})
		if err != nil {
			t.Fatal(err)
		}
		for n, q := range []string{"laporan keuangan", "pelayanan informasi 2025", "berkas arsip"} {
			before := total
			a, err := s.Find(q, Filter{}, 10)
			if err != nil {
				t.Fatal(err)
			}
			most := size.further
			if n == 0 {
				before, most = 0, size.first
			}
			t.Logf("%d documents, %d files: %q finds %d and loads %d bytes, at most %d", size.docs, len(x.Files), q, a.Total, total-before, most)
			if total-before > most {
				t.Errorf("%q loads %d bytes, at most %d", q, total-before, most)
			}
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		docs := corpus(n, 400)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Build(numbered, docs, nil)
			}
		})
	}
}

// compressed is how many bytes a file is on the way.
func compressed(text string) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return out.Len()
}

// TestUpdateEqualsBuild edits documents at random, and holds the index that was brought up
// to date against one made anew, file by file.
func TestUpdateEqualsBuild(t *testing.T) {
	synonyms := [][]string{{"dpt", "daftar pemilih tetap"}}
	words := append(slices.Clone(vocabulary), "verifikasi", "memverifikasi", "terverifikasi", "zonasi", "menzonasikan", "zonasinya", "kpupedia", "berkpupedia", "7", "12/a")
	rapid.Check(t, func(r *rapid.T) {
		text := func(name string, most int) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, most).Draw(r, name), " ")
		}
		var docs []Document
		for i := range rapid.IntRange(1, 150).Draw(r, "documents") {
			docs = append(docs, document(fmt.Sprintf("d/%d/", i), text("title", 4), "2026-01-01", text("body", 12)))
		}
		x := Update(numbered, nil, docs, synonyms)
		for range rapid.IntRange(1, 6).Draw(r, "steps") {
			docs = slices.Clone(docs)
			for range rapid.IntRange(1, 3).Draw(r, "edits") {
				i := rapid.IntRange(0, len(docs)-1).Draw(r, "document")
				date := docs[i].Date
				if rapid.IntRange(0, 9).Draw(r, "moves") == 0 {
					date = "2026-01-02"
				}
				docs[i] = document(docs[i].Address, text("title", 4), date, text("body", 12))
			}
			before := x.Files[root]
			next, want := Update(numbered, x, docs, synonyms), Build(numbered, docs, synonyms)
			for name, b := range want.Files {
				if next.Files[name] != b {
					r.Fatalf("%s:\n%s\nwant\n%s", name, next.Files[name], b)
				}
			}
			if len(next.Files) != len(want.Files) {
				r.Fatal("files too many")
			}
			if x.Files[root] != before {
				r.Fatal("the index before was changed")
			}
			x = next
		}
	})
}

// BenchmarkUpdate adds a sentence to one of 10,000 documents.
func BenchmarkUpdate(b *testing.B) {
	docs := corpus(10_000, 400)
	x := Build(numbered, docs, nil)
	g := NewGatherer(numbered)
	n := 0
	for b.Loop() {
		n++
		edited := slices.Clone(docs)
		i := n % 5_000
		g.Add(fmt.Sprintf("kalimat penutup yang ditambahkan pada halaman ini nomor %d", n), InText)
		more, _ := g.Terms()
		edited[i].Terms = append(slices.Clone(edited[i].Terms), more)
		Update(numbered, x, edited, nil)
	}
}
