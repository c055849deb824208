// Package transparency keeps the public log of documents: which file was published where,
// with which bytes, on which day.
//
// # The log
//
// A [Log] only grows. Each line is an [Entry] "2026-03-01 SHA256 dokumen/x/laporan.pdf"; a file
// that is replaced gets a second line, and the first stays. The lines are the leaves of a hash tree
// (RFC 6962), written as static files in the form of golang.org/x/mod/sumdb/tlog. Whoever remembers
// one [Checkpoint], its size and its hash, can prove that a later log holds everything that was in
// it: a document cannot be withdrawn or exchanged without trace.
//
// # What is closed
//
// A file that is no longer public must leave no name behind, unless the site announces why. Its
// line is then replaced by the hash of its leaf, which shows that something was there and not what
// (see [Log.Redact]).
//
// # Signatures
//
// A checkpoint and a [Release] can be signed, as notes in the form of golang.org/x/mod/sumdb/note
// with Ed25519.
package transparency

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"maklumat/generator/internal/digest"
)

// The paths of the log in a site.
const (
	Folder         = "catatan/"
	EntriesFile    = Folder + "entri.txt"
	CheckpointFile = Folder + "checkpoint"
	ProofFolder    = Folder + "bukti/"
)

// height is the height of a tile of the tree: each holds up to 256 hashes.
const height = 8

// An Entry is one published file.
type Entry struct {
	Day  string // 2026-03-01
	Sum  digest.Sum
	Path string // in the site
}

func (e Entry) String() string { return e.Day + " " + e.Sum.String() + " " + e.Path }

// A record is a line of the log: an Entry with the hash of its leaf, or the hash alone.
type record struct {
	Entry
	leaf tlog.Hash
}

func (r *record) redacted() bool { return r.Path == "" }

// A Log lists all that was published. It is immutable: Append and Redact return new logs.
type Log struct{ records []record }

// Parse reads the text of a log.
func Parse(text []byte) (*Log, error) {
	l := &Log{}
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line, ok := strings.CutSuffix(line, "\n")
		if !ok {
			return nil, fmt.Errorf("log, line %d: %w", n, Cut)
		}
		fields := strings.SplitN(line, " ", 3)
		if len(fields) == 2 && fields[0] == "-" {
			leaf, err := tlog.ParseHash(fields[1])
			if err != nil || leaf.String() != fields[1] {
				return nil, fmt.Errorf("log, line %d: %w", n, NoHash)
			}
			l.records = append(l.records, record{leaf: leaf})
			continue
		}
		if len(fields) != 3 || len(fields[0]) != len("2026-03-01") || fields[2] == "" {
			return nil, fmt.Errorf("log, line %d: %w", n, NoEntry)
		}
		sum, err := digest.Parse(fields[1])
		if err != nil || sum.String() != fields[1] {
			return nil, fmt.Errorf("log, line %d: %w", n, NoDigest)
		}
		l.add(Entry{fields[0], sum, fields[2]})
	}
	return l, nil
}

func (l *Log) add(e Entry) {
	l.records = append(l.records, record{e, tlog.RecordHash([]byte(e.String()))})
}

// Size returns the number of lines.
func (l *Log) Size() int { return len(l.records) }

// Text returns the lines as one text, which Parse reads.
func (l *Log) Text() []byte {
	var b bytes.Buffer
	for i := range l.records {
		if r := &l.records[i]; r.redacted() {
			fmt.Fprintf(&b, "- %s\n", r.leaf)
		} else {
			fmt.Fprintf(&b, "%s\n", r.Entry)
		}
	}
	return b.Bytes()
}

// Append returns a log with a new line for each file that has none yet, or whose newest line has
// another digest. The lines come in the order of files.
func (l *Log) Append(day string, files []Entry) *Log {
	newest := map[string]digest.Sum{}
	for i := range l.records {
		newest[l.records[i].Path] = l.records[i].Sum
	}
	out := &Log{slices.Clone(l.records)}
	for _, f := range files {
		if sum, ok := newest[f.Path]; !ok || sum != f.Sum {
			out.add(Entry{day, f.Sum, f.Path})
		}
	}
	return out
}

// Redact returns a log with the same hashes in which only those lines can be read whose path show
// allows.
func (l *Log) Redact(show func(path string) bool) *Log {
	out := &Log{slices.Clone(l.records)}
	for i := range out.records {
		if r := &out.records[i]; !r.redacted() && !show(r.Path) {
			r.Entry = Entry{}
		}
	}
	return out
}

// Newest returns the newest readable entry of each path.
func (l *Log) Newest() map[string]Entry {
	all := map[string]Entry{}
	for i := range l.records {
		if r := &l.records[i]; !r.redacted() {
			all[r.Path] = r.Entry
		}
	}
	return all
}

// hashes returns the hashes of the tree in the order of tlog.
func (l *Log) hashes() tlog.HashReader {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(at []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(at))
		for i, n := range at {
			out[i] = stored[n]
		}
		return out, nil
	})
	for i := range l.records {
		more, err := tlog.StoredHashesForRecordHash(int64(i), l.records[i].leaf, reader)
		if err != nil {
			panic(err) // reader never fails
		}
		stored = append(stored, more...)
	}
	return reader
}

// A Checkpoint is the size and the hash of a log at one time.
type Checkpoint struct {
	Origin string
	Size   int64
	Hash   tlog.Hash
}

// Checkpoint returns the checkpoint of the whole log.
func (l *Log) Checkpoint(origin string) Checkpoint {
	hash, err := tlog.TreeHash(int64(len(l.records)), l.hashes())
	if err != nil {
		panic(err) // all hashes are there
	}
	return Checkpoint{origin, int64(len(l.records)), hash}
}

// String returns the text of c (C2SP tlog-checkpoint).
func (c Checkpoint) String() string {
	return fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, c.Hash)
}

// ParseCheckpoint reads a checkpoint, signed or not.
func ParseCheckpoint(text []byte) (Checkpoint, error) {
	lines := strings.SplitN(string(text), "\n", 4)
	if len(lines) < 4 || lines[0] == "" {
		return Checkpoint{}, NoCheckpoint
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || size > 1<<40 {
		return Checkpoint{}, fmt.Errorf("%w: size %q", NoCheckpoint, lines[1])
	}
	hash, err := tlog.ParseHash(lines[2])
	if err != nil {
		return Checkpoint{}, fmt.Errorf("%w: %w", NoCheckpoint, err)
	}
	return Checkpoint{lines[0], size, hash}, nil
}

// A File is a file of the log in a site.
type File struct {
	Path string
	Text []byte
}

// Files returns all files of the log, sorted by path. sign, if not nil, signs a text.
func (l *Log) Files(origin string, sign func(text string) []byte) []File {
	c := []byte(l.Checkpoint(origin).String())
	if sign != nil {
		c = sign(string(c))
	}
	files := []File{{CheckpointFile, c}, {EntriesFile, l.Text()}}
	hashes := l.hashes()
	for _, t := range tlog.NewTiles(height, 0, int64(len(l.records))) {
		data, err := tlog.ReadTileData(t, hashes)
		if err != nil {
			panic(err) // all hashes are there
		}
		files = append(files, File{Folder + t.Path(), data})
	}
	shown := map[string]int{}
	for i := range l.records {
		if r := &l.records[i]; !r.redacted() {
			shown[ProofPath(r.Entry)] = i // the newest, if a file came back
		}
	}
	for path, i := range shown {
		files = append(files, File{path, l.proof(i, hashes)})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// ProofPath returns the path of the proof of an entry. Both the bytes and the path of the file
// determine it, because two documents may offer the same bytes.
func ProofPath(e Entry) string {
	return ProofFolder + digest.Of([]byte(e.Sum.String()+" "+e.Path)).Short() + ".json"
}

// proof returns the proof that line i is in the log: its place, and the hashes that lead from it to
// the hash of the log that ended with it (RFC 6962, section 2.1.1). The proof stays the same when
// the log grows; the tiles prove that a later log holds the earlier one.
func (l *Log) proof(i int, hashes tlog.HashReader) []byte {
	n := int64(i)
	path, err := tlog.ProveRecord(n+1, n, hashes)
	if err != nil {
		panic(err) // all hashes are there
	}
	tree, err := tlog.TreeHash(n+1, hashes)
	if err != nil {
		panic(err)
	}
	e := l.records[i].Entry
	steps := make([]string, len(path))
	for k, h := range path {
		steps[k] = h.String()
	}
	b, _ := json.Marshal(map[string]any{ // always encodes
		"baris":   n,
		"tanggal": e.Day,
		"sha256":  e.Sum.String(),
		"berkas":  e.Path,
		"ukuran":  n + 1,
		"akar":    tree.String(),
		"bukti":   steps,
	})
	return append(b, '\n')
}

// CheckProof returns the entry that a proof is for, and the tree head of the log that ended with
// it. A proof that does not lead from the one to the other is an error.
func CheckProof(text []byte) (Entry, tlog.Tree, error) {
	var p struct {
		Line   int64    `json:"baris"`
		Day    string   `json:"tanggal"`
		Sum    string   `json:"sha256"`
		Path   string   `json:"berkas"`
		Size   int64    `json:"ukuran"`
		Root   string   `json:"akar"`
		Proofs []string `json:"bukti"`
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return Entry{}, tlog.Tree{}, fmt.Errorf("%w: %w", NoProof, err)
	}
	sum, err := digest.Parse(p.Sum)
	if err != nil {
		return Entry{}, tlog.Tree{}, fmt.Errorf("%w: %w", NoProof, err)
	}
	e := Entry{p.Day, sum, p.Path}
	root, err := tlog.ParseHash(p.Root)
	if err != nil {
		return e, tlog.Tree{}, fmt.Errorf("%w: %w", NoProof, err)
	}
	var path tlog.RecordProof
	for _, s := range p.Proofs {
		h, err := tlog.ParseHash(s)
		if err != nil {
			return e, tlog.Tree{}, fmt.Errorf("%w: %w", NoProof, err)
		}
		path = append(path, h)
	}
	leaf := tlog.RecordHash([]byte(e.String()))
	tree := tlog.Tree{N: p.Size, Hash: root}
	if err := tlog.CheckRecord(path, p.Size, root, p.Line, leaf); err != nil {
		return e, tree, fmt.Errorf("%w: %w", FalseProof, err)
	}
	return e, tree, nil
}

// Trees returns a function giving the tree head at an earlier size; ok is false if the log never
// had that size.
func (l *Log) Trees() func(size int64) (tree tlog.Tree, ok bool) {
	hashes := l.hashes()
	return func(size int64) (tlog.Tree, bool) {
		if size < 1 || size > int64(len(l.records)) {
			return tlog.Tree{}, false
		}
		hash, err := tlog.TreeHash(size, hashes)
		return tlog.Tree{N: size, Hash: hash}, err == nil
	}
}

// tiles reads the tiles of a log elsewhere. It implements tlog.TileReader.
type tiles struct {
	read func(path string) ([]byte, error)
}

// Height implements tlog.TileReader.
func (t tiles) Height() int { return height }

// ReadTiles implements tlog.TileReader.
func (t tiles) ReadTiles(all []tlog.Tile) ([][]byte, error) {
	out := make([][]byte, len(all))
	for i, tile := range all {
		b, err := t.read(Folder + tile.Path())
		if err != nil {
			return nil, err
		}
		out[i] = b
	}
	return out, nil
}

// SaveTiles implements tlog.TileReader. It keeps nothing.
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// Extends returns nil if the log at checkpoint now holds everything that it held at before. read
// returns the files of the log, whose tiles prove it.
func Extends(before, now Checkpoint, read func(path string) ([]byte, error)) error {
	switch {
	case now.Origin != before.Origin:
		return fmt.Errorf("%w: of %s, not of %s", OtherOrigin, now.Origin, before.Origin)
	case now.Size < before.Size:
		return fmt.Errorf("%w: it had %d lines and has %d now", Shorter, before.Size, now.Size)
	case before.Size == 0:
		return nil
	case now.Size == before.Size && now.Hash != before.Hash:
		return Exchanged
	case now.Size == before.Size:
		return nil
	}
	hashes := tlog.TileHashReader(tlog.Tree{N: now.Size, Hash: now.Hash}, tiles{read})
	proof, err := tlog.ProveTree(now.Size, before.Size, hashes)
	if err == nil {
		err = tlog.CheckTree(proof, now.Size, now.Hash, before.Size, before.Hash)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", NotContained, err)
	}
	return nil
}
