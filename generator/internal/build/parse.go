package build

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/search"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/store"
)

// parse brings the documents up to date. Those below a closed folder are not even opened.
func (s *Snapshot) parse(ctx context.Context, prev *Snapshot) error {
	work := s.listDocuments(prev)
	return s.each(ctx, len(work), Reading, func(p *parser, i int) error {
		at := work[i]
		d, err := p.parse(s, s.documents[at], false)
		s.documents[at] = d
		return err
	})
}

// listDocuments makes the list of documents, from that of prev, and returns which of them
// are to be parsed.
func (s *Snapshot) listDocuments(prev *Snapshot) (work []int) {
	if prev.documents != nil && !s.anyChanged(func(path string) bool {
		return content.IsClassFile(path) || isDocument(path) &&
			s.Tree.Has(path) != prev.Tree.Has(path)
	}) {
		s.documents = slices.Clone(prev.documents)
		for path := range s.changed {
			if at, there := find(s.documents, path); there {
				work = append(work, at)
			}
		}
		slices.Sort(work)
		return work
	}
	open := site.Open(s.Tree)
	old := prev.documents
	for _, e := range s.Tree.Entries {
		if !isDocument(e.Path) || !open(e.Path) {
			continue
		}
		for len(old) > 0 && old[0].Path < e.Path {
			old = old[1:]
		}
		known := len(old) > 0 && old[0].Path == e.Path
		if s.changed[e.Path] || !known {
			work = append(work, len(s.documents))
		}
		d := &document{Document: &content.Document{Path: e.Path}}
		if known {
			d = old[0] // also when it is read: its bytes may turn out to be the same
		}
		s.documents = append(s.documents, d)
	}
	return work
}

// parseAgain reads documents whose HTML was not kept because they were not public then.
func (s *Snapshot) parseAgain(ctx context.Context, work []int) error {
	if len(work) == 0 {
		return nil
	}
	// The documents of the Snapshot before must stay as they are.
	s.documents = slices.Clone(s.documents)
	return s.each(ctx, len(work), Reading, func(p *parser, i int) error {
		old := s.documents[work[i]]
		d, err := p.parse(s, old, true)
		if err == nil && d.Sum != old.Sum {
			// It changed since it was linked. The page shows what was linked, or nothing.
			return store.ErrChanged
		}
		s.documents[work[i]] = &document{
			Document: old.Document, body: d.body, source: d.source, stored: true, text: d.text,
		}
		return err
	})
}

// A parser holds what one worker needs to parse documents.
type parser struct {
	markdown *markdown.Parser
	src      bytes.Buffer
	small    bytes.Buffer
	words    *search.Gatherer
	reader   reader
}

// gatherer returns what counts the words of one document after the other.
func (p *parser) gatherer(s *Snapshot) *search.Gatherer {
	if p.words == nil {
		p.words = search.NewGatherer(s.vocabulary)
	}
	return p.words
}

// errLarge reports a file that is larger than any that is read.
var errLarge = errors.New("file is too large")

// read returns the bytes of a file, valid until the next read.
func (p *parser) read(files fs.FS, path string) ([]byte, error) {
	f, err := files.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > maxInspected {
		return nil, errLarge
	}
	p.src.Reset()
	_, err = p.src.ReadFrom(f)
	return p.src.Bytes(), err
}

// parse reads one document. When its bytes are those of old, old is returned, unless its
// HTML is wanted.
func (p *parser) parse(s *Snapshot, old *document, want bool) (*document, error) {
	src, err := p.read(s.in.Files, old.Path)
	if err != nil {
		d := &content.Document{Path: old.Path}
		code := diag.FileUnreadable
		if errors.Is(err, errLarge) {
			code = diag.FileLarge
		}
		d.Diags.Add(code, diag.Span{File: old.Path})
		return &document{Document: d}, nil
	}
	if p.markdown == nil {
		p.markdown = markdown.NewParser()
	}
	doc, html := content.Parse(p.markdown, s.kinds, disclosure.Zone(s.settings.Zone), old.Path, src)
	if doc.Sum == old.Sum && !want {
		return old, nil
	}
	d := &document{Document: doc}
	if !site.IsPublic(doc, s.AsOf(), s.in.Drafts) {
		return d, nil
	}
	p.small.Reset()
	if err := s.minifier.Body(&p.small, html); err != nil {
		return nil, err
	}
	d.stored = true
	if s.settings.Search {
		d.text = countBody(p.gatherer(s), doc, p.small.Bytes())
	}
	if d.source, err = s.in.Scratch.Put(src); err != nil {
		return nil, err
	}
	d.body, err = s.in.Scratch.Put(p.small.Bytes())
	return d, err
}

// each runs do for 0 to n-1, divided among the workers. It returns the first error, after
// all workers have stopped.
func (s *Snapshot) each(
	ctx context.Context, n int, stage Stage, do func(p *parser, i int) error,
) error {
	workers := max(1, min(s.in.Workers, n))
	var next atomic.Int64
	var first error
	var once sync.Once
	stop := func(err error) { once.Do(func() { first = err; next.Store(int64(n)) }) }
	var group sync.WaitGroup
	var mu sync.Mutex
	for range workers {
		group.Go(func() {
			p := &parser{reader: reader{command: s.in.Reader, prepare: func() {
				mu.Lock()
				defer mu.Unlock()
				if s.in.Progress != nil {
					s.in.Progress(Preparing, 0, 0)
				}
			}}}
			defer p.reader.close()
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := ctx.Err(); err != nil {
					stop(err)
					return
				}
				if err := do(p, i); err != nil {
					stop(err)
					return
				}
				if s.in.Progress != nil && i%64 == 0 {
					mu.Lock()
					s.in.Progress(stage, i, n)
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	return first
}
