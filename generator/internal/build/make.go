package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/render"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/store"
)

// A trace is what one job looked at and what was wrong with it.
type trace struct {
	reads site.Reads
	diags diag.List
}

// An Output takes finished files. Its methods are called by several goroutines at once,
// and must not keep b.
type Output interface {
	// Keep keeps the file of a path, if the output holds it already, and returns its size in
	// bytes. It is asked for files whose names say what is in them.
	Keep(path string) (size int64, ok bool)
	Put(path string, b []byte) error
	Copy(path string, sum digest.Sum, open func() (io.ReadCloser, error)) error
}

func isChanged(err error) bool { return errors.Is(err, store.ErrChanged) }

func errChanged(path string) error { return fmt.Errorf("%s: %w", path, store.ErrChanged) }

// gone returns the error of reading an input file; one that has gone since the Site was linked
// has changed.
func gone(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errChanged(path)
	}
	return err
}

// stale returns which Jobs must be made again, and the outputs of prev that are no longer
// wanted. From nothing, all must be made.
func (s *Snapshot) stale(prev *Snapshot) (work []int, removed []string) {
	if prev == nil {
		work = make([]int, len(s.Jobs))
		for i := range work {
			work[i] = i
		}
		return work, nil
	}
	changes := s.World.Changed(prev.World)
	at := 0
	for i := range s.Jobs {
		j := &s.Jobs[i]
		for at < len(prev.Jobs) && prev.Jobs[at].Path < j.Path {
			removed = append(removed, prev.Jobs[at].Path)
			at++
		}
		if at == len(prev.Jobs) || prev.Jobs[at].Path != j.Path {
			work = append(work, i)
			continue
		}
		old := &prev.traces[at]
		if *j == prev.Jobs[at] && !changes.Touch(old.reads) {
			s.traces[i] = *old
		} else {
			work = append(work, i)
		}
		at++
	}
	for ; at < len(prev.Jobs); at++ {
		removed = append(removed, prev.Jobs[at].Path)
	}
	return work, removed
}

// Make gives the outputs that differ from those of prev to out, and returns the paths of
// those that are no longer wanted. prev must have been made itself, or be nil: then all are
// given. What is wrong with them is added to what Messages returns.
func (s *Snapshot) Make(
	ctx context.Context, prev *Snapshot, out Output,
) (removed []string, err error) {
	go s.Index() // one core's work, beside that of the pages; putIndex waits for it
	s.traces = make([]trace, len(s.Jobs))
	out = s.forHosts(prev, out)
	work, removed := s.stale(prev)
	if gone, other := s.otherCopies(prev); other {
		work, _ = s.stale(nil) // each output is given again, so that its copies are made
		removed = append(removed, gone...)
	}
	makers := sync.Pool{New: func() any {
		return &maker{Maker: render.NewMaker(s.Theme,
			s.filler)}
	}}
	err = s.each(ctx, len(work), Making, func(_ *parser, i int) error {
		m := makers.Get().(*maker)
		defer makers.Put(m)
		job := &s.Jobs[work[i]]
		r, err := m.make(s, job, out)
		s.traces[work[i]] = trace{r.Reads, r.Diags}
		return err
	})
	if err != nil {
		s.traces = nil
		return removed, err
	}
	if _, other := s.otherCopies(prev); other {
		before := prev.Index().Files
		for _, name := range slices.Sorted(maps.Keys(before)) {
			if _, ok := s.Index().Files[name]; !ok {
				removed = append(removed, name)
			}
		}
		prev = nil
	}
	gone, err := s.putIndex(prev, out)
	return s.withCopies(out, append(removed, gone...)), err
}

// Messages returns all that is to be said about the site's files, also from Make.
func (s *Snapshot) Messages() diag.List {
	said := slices.Concat(s.Diags, s.checkHosts())
	if s.without {
		said = slices.Clone(s.Theme.Diags)
	}
	for i := range s.traces {
		said = append(said, s.traces[i].diags...)
	}
	return said.Sort()
}

// A maker makes the outputs of all sorts.
type maker struct {
	*render.Maker
	body []byte
	refs []markdown.Ref
}

func (m *maker) make(s *Snapshot, job *page.Job, out Output) (r render.Result, err error) {
	switch {
	case job.Sort == page.Page:
		if r, err = m.page(s, job); err != nil {
			return r, err
		}
	case job.Sort == page.Written:
		r.Bytes = []byte(job.Text)
	case job.Sort == page.Copy || job.Sort == page.ScaledPicture:
		return m.file(s, job, out)
	default:
		r = m.Text(job)
	}
	return r, out.Put(job.Path, r.Bytes)
}

func (m *maker) page(s *Snapshot, job *page.Job) (render.Result, error) {
	if job.Doc == "" || job.Target != "" || job.List != "" {
		return m.Page(job, nil, nil), nil
	}
	d := s.document(job.Doc)
	var err error
	if m.body, err = s.in.Scratch.Get(m.body, d.body); err != nil {
		return render.Result{}, fmt.Errorf("read body of %s: %w", job.Doc, err)
	}
	m.refs = slices.AppendSeq(m.refs[:0], d.Refs.All(d.Path))
	return m.Page(job, m.body, m.refs), nil
}

// document returns the document of a path.
func (s *Snapshot) document(path string) *document {
	at, there := find(s.documents, path)
	if !there {
		return nil
	}
	return s.documents[at]
}

// find returns where the document of a path is.
func find(documents []*document, path string) (at int, there bool) {
	return slices.BinarySearchFunc(documents, path, func(d *document, path string) int {
		return strings.Compare(d.Path, path)
	})
}

// file makes an output from an input file.
func (m *maker) file(s *Snapshot, job *page.Job, out Output) (render.Result, error) {
	read := s.World.Reader()
	b := read.Blob(job.File)
	r := render.Result{Reads: read.Reads()}
	if b == nil || b.Unread {
		return r, nil // reported already
	}
	var made []byte
	var err error
	switch {
	case job.Sort == page.ScaledPicture:
		if _, kept := out.Keep(job.Path); kept {
			return r, nil
		}
		made, err = s.scaled(job)
		if err != nil && !isChanged(err) {
			r.Diags.Add(diag.ImageBroken, diag.Span{File: job.File}, job.File)
			return r, nil
		}
	case isMinified(job):
		made, err = s.static(job)
		if err != nil && !isChanged(err) {
			r.Diags = append(r.Diags, render.SyntaxError(job.File, nil, err))
			return r, nil
		}
	default:
		return r, out.Copy(job.Path, b.Sum, func() (io.ReadCloser, error) {
			return s.open(job.File)
		})
	}
	if err != nil {
		return r, err
	}
	return r, out.Put(job.Path, made)
}

// isMinified reports whether an output from an input file has other bytes than that, though it
// is no picture.
func isMinified(job *page.Job) bool {
	return strings.HasPrefix(job.File, "static/") && !strings.HasPrefix(job.File, formFolder) &&
		render.IsMinified(job.Path)
}

// Job returns the job of an output path.
func (s *Snapshot) Job(path string) (*page.Job, bool) {
	return findJob(s.Jobs, path)
}

func findJob(jobs []page.Job, path string) (*page.Job, bool) {
	i, ok := slices.BinarySearchFunc(jobs, path, func(j page.Job, path string) int {
		return strings.Compare(j.Path, path)
	})
	if !ok {
		return nil, false
	}
	return &jobs[i], true
}

// Listed returns the documents that an output lists because of the list that it shows.
func (s *Snapshot) Listed(job *page.Job) []*site.Item {
	r := s.World.Reader()
	switch {
	case job.List == "" || r.List(job.List) == nil:
		return nil
	case job.Sort == page.Page:
		return r.ListPage(job.List, job.Number).Items
	case job.Sort == page.Atom || job.Sort == page.JSONFeed:
		return r.Newest(job.List)
	case job.Sort == page.Sitemap:
		return r.List(job.List).Items
	}
	return nil
}

// Render makes one output into memory, for the preview. Nothing of it is kept.
func (s *Snapshot) Render(job *page.Job) ([]byte, diag.List, error) {
	m := &maker{Maker: render.NewMaker(s.Theme, s.filler)}
	var out memory
	r, err := m.make(s, job, &out)
	return out.bytes, r.Diags, err
}

// memory is an Output of one file.
type memory struct{ bytes []byte }

func (m *memory) Keep(string) (int64, bool) { return 0, false }

func (m *memory) Put(_ string, b []byte) error {
	m.bytes = slices.Clone(b)
	return nil
}

func (m *memory) Copy(_ string, _ digest.Sum, open func() (io.ReadCloser, error)) error {
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	m.bytes, err = io.ReadAll(f)
	return err
}

// Nowhere is an Output that keeps nothing, for a check.
type Nowhere struct{}

// Keep implements Output.
func (Nowhere) Keep(string) (int64, bool) { return 0, false }

// Put implements Output.
func (Nowhere) Put(string, []byte) error { return nil }

// Copy implements Output.
func (Nowhere) Copy(string, digest.Sum, func() (io.ReadCloser, error)) error { return nil }

// Readers returns the outputs that asked for a Key when they were made, sorted.
func (s *Snapshot) Readers(key site.Key) []string {
	var paths []string
	for i := range s.traces {
		if slices.Contains(s.traces[i].reads, key.Hash()) {
			paths = append(paths, s.Jobs[i].Path)
		}
	}
	return paths
}
