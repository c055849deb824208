package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/search"
	"maklumat/generator/internal/site"
)

// The largest files, by what the file system says of them before they are read: a file of some
// blocks may claim any size.
const (
	maxInspected = 64 << 20 // bytes of a file that is read whole and looked into
	maxMedia     = 1 << 30  // bytes of a sound or a film, which is digested and not looked into
)

// isMedia are the endings of sounds and films.
var isMedia = map[string]bool{
	".mp4": true, ".m4a": true, ".mov": true, ".webm": true, ".mp3": true, ".ogg": true,
	".oga": true, ".ogv": true, ".opus": true,
}

// readBlobs looks at the files that pages show: those that public documents need, and
// those in static/ that are copied as they are.
func (s *Snapshot) readBlobs(ctx context.Context, prev *Snapshot) error {
	s.blobs, s.texts = site.Blobs{}, map[string]*counted{}
	files := s.Site.Needs
	open := site.Open(s.Tree)
	for _, e := range s.Tree.Entries {
		isStatic := strings.HasPrefix(e.Path, "static/") && !strings.HasPrefix(e.Path, assetFolder)
		if isStatic && open(e.Path) {
			files = append(files[:len(files):len(files)], e.Path)
		}
	}
	resigned := prev.data != nil && !slices.Equal(prev.data.Signed, s.data.Signed)
	var work []string
	for _, file := range files {
		old := prev.blobs[file]
		if old == nil || s.changed[file] || resigned ||
			s.showsFigures(file) != (old.Sheets != nil) {
			work = append(work, file)
			continue
		}
		s.keepBlob(file, old, prev.texts[file])
	}
	blobs, texts := make([]*site.Blob, len(work)), make([]*counted, len(work))
	err := s.each(ctx, len(work), Looking, func(p *parser, i int) error {
		blobs[i], texts[i] = s.blob(p, work[i])
		if p.reader.err != nil {
			return fmt.Errorf("look into %s: %w", work[i], p.reader.err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i, file := range work {
		if blobs[i] == nil {
			s.blobDiags.Add(diag.FileUnreadable, diag.Span{File: file})
			continue
		}
		if old := prev.blobs[file]; old != nil && reflect.DeepEqual(old, blobs[i]) {
			blobs[i] = old
		}
		s.keepBlob(file, blobs[i], texts[i])
	}
	s.checkCopies()
	s.checkSigned()
	return nil
}

// checkSigned tells of each picture that is published with its metadata because its digest was
// signed, and of digests that no published file has: a file that was changed after it was signed
// has lost its metadata.
func (s *Snapshot) checkSigned() {
	for _, signed := range s.data.Signed {
		found := false
		for file, b := range s.blobs {
			if b.Unread || b.FileSum.String() != signed.Digest {
				continue
			}
			found = true
			s.blobDiags.Add(diag.AttachmentSigned, diag.Span{File: file}, signed.Signer)
		}
		if !found {
			s.blobDiags.Add(diag.AttachmentUnsigned, signed.At, signed.Digest)
		}
	}
}

// checkAssets reports drawings of the theme that run scripts, which a browser does that opens one
// at its own address, and files of the theme in which there is a key.
func checkAssets(assets map[string][]byte) (diags diag.List) {
	for file, src := range assets {
		if strings.EqualFold(path.Ext(file), ".pdf") {
			continue // only the reader of PDF files may look into one
		}
		info := attachment.Read(file, src, func(attachment.Piece) {})
		runs := info.Problem == attachment.Active && !info.Inert &&
			strings.EqualFold(path.Ext(file), ".svg")
		name := strings.TrimPrefix(file, "static/")
		switch {
		case runs:
			diags.Add(diag.AttachmentActive, diag.Span{File: file}, name, info.Does, "")
		case info.Problem == attachment.Secret:
			diags.Add(diag.AttachmentSecret, diag.Span{File: file}, name, info.Does, "")
		}
	}
	return diags
}

// isSigned reports whether the digest of a file was signed, so that no byte may be changed.
func (s *Snapshot) isSigned(sum digest.Sum) bool {
	return slices.ContainsFunc(s.data.Signed, func(f content.SignedFile) bool {
		return f.Digest == sum.String()
	})
}

// checkCopies reports files that pages show and that have the bytes of one that may not be shown:
// a copy under another name, or a hard link. Such a file is read only if one that is shown has its
// size.
func (s *Snapshot) checkCopies() {
	held := s.Site.HeldFiles()
	if len(held) == 0 {
		return
	}
	shown, copies := map[int64][]string{}, map[string]bool{}
	for file, b := range s.blobs {
		if !b.Unread {
			shown[b.FileSize] = append(shown[b.FileSize], file)
		}
	}
	for _, e := range held {
		if len(shown[e.Size]) == 0 || e.Size == 0 {
			continue
		}
		f, err := s.in.Files.Open(e.Path)
		if err != nil {
			continue // nobody can see it
		}
		sum, err := digest.Read(f)
		_ = f.Close()
		for _, file := range shown[e.Size] {
			if err == nil && s.blobs[file].FileSum == sum {
				copies[file] = true
			}
		}
	}
	for file := range copies {
		s.blobDiags.Add(diag.FileCopy, diag.Span{File: file})
	}
}

func (s *Snapshot) keepBlob(file string, b *site.Blob, text *counted) {
	s.blobs[file] = b
	if text != nil {
		s.texts[file] = text
	}
}

// blob digests one file, and looks into it: at its size in pixels if it is a picture, and at
// the words in it. It returns nil for a file that cannot be read.
func (s *Snapshot) blob(p *parser, file string) (*site.Blob, *counted) {
	f, err := s.in.Files.Open(file)
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	b := &site.Blob{Size: info.Size(), FileSize: info.Size()}
	media := isMedia[strings.ToLower(path.Ext(file))]
	if info.Size() > maxInspected && (!media || info.Size() > maxMedia) {
		b.Unread, b.Info.Problem = true, attachment.TooLarge
		return b, nil
	}
	if info.Size() > maxInspected {
		if b.FileSum, err = digest.Read(f); err != nil {
			return nil, nil
		}
		b.Sum = b.FileSum
		return b, nil
	}
	p.src.Reset()
	if _, err := p.src.ReadFrom(io.LimitReader(f, maxInspected)); err != nil {
		return nil, nil
	}
	src := p.src.Bytes()
	b.FileSum = digest.Of(src)
	b.Sum, b.Size, b.FileSize = b.FileSum, int64(len(src)), int64(len(src))
	text := s.inspect(p, b, file, src)
	if b.Info.Problem == attachment.None && s.showsFigures(file) {
		b.Sheets, b.Info.Problem = attachment.Sheets(file, src)
	}
	if picture.Is(src) {
		s.picture(b, src)
	}
	if strings.EqualFold(path.Ext(file), ".vtt") {
		b.Said = attachment.Transcript(src)
	}
	return b, text
}

// showsFigures reports whether a page shows figures of a file.
func (s *Snapshot) showsFigures(file string) bool {
	_, shown := slices.BinarySearch(s.Site.Tables, file)
	return shown
}

// picture looks at a picture: at its size in pixels, and at what is left of it without metadata.
func (s *Snapshot) picture(b *site.Blob, src []byte) {
	var err error
	b.Picture, err = picture.Read(src)
	switch {
	case errors.Is(err, picture.ErrTooLarge):
		b.Pixels = b.Picture.Width * b.Picture.Height
	case errors.Is(err, picture.ErrTooHeavy):
		b.Memory = picture.Memory(src)
	}
	if err != nil {
		b.Picture = picture.Info{}
	}
	if s.isSigned(b.FileSum) {
		b.Info.Location = false // which is told, and not refused
		return
	}
	clean, err := picture.Clean(src)
	switch {
	case err != nil && b.Info.Location: // which tells what to do
	case err == nil:
		b.Sum, b.Size, b.Info.Location = digest.Of(clean), int64(len(clean)), false
	case b.Info.Problem == attachment.None || b.Info.Problem == attachment.Unseen:
		b.Info.Problem = attachment.Unclean
	}
}

// A cleaned picture is a file without metadata.
type cleaned struct{ *bytes.Reader }

func (cleaned) Close() error { return nil }

// open opens what is published of an input file.
func (s *Snapshot) open(file string) (io.ReadCloser, error) {
	b := s.blobs[file]
	if b.Sum == b.FileSum {
		f, err := s.in.Files.Open(file)
		return f, gone(file, err)
	}
	src, err := fs.ReadFile(s.in.Files, file)
	if err != nil {
		return nil, gone(file, err)
	}
	if digest.Of(src) != b.FileSum {
		return nil, errChanged(file)
	}
	clean, err := picture.Clean(src)
	return cleaned{bytes.NewReader(clean)}, err
}

// inspect looks into a file: what it is, whether there is personal data in its text, and
// which words are.
func (s *Snapshot) inspect(p *parser, b *site.Blob, file string, src []byte) *counted {
	words := p.gatherer(s)
	type found struct {
		sort         disclosure.PersonalSort
		value, place string
	}
	hidden := map[found]bool{}
	look := attachment.PDFReader(p.reader.read)
	b.Info = look.Read(file, src, func(piece attachment.Piece) {
		if s.settings.Search && strings.HasPrefix(file, "content/") && !piece.Hidden {
			words.Add(piece.Text, search.InText)
		}
		find := disclosure.FindPersonal
		if piece.Offset >= 0 { // as it is written, with the codes of JSON and the like
			find = disclosure.FindPersonalShown
		}
		for _, h := range find(piece.Text) {
			h.Value = strings.Clone(h.Value)
			at := found{h.Sort, h.Value, piece.Place}
			if piece.Hidden { // some of it may be seen, and come in a piece of its own
				hidden[at] = true
			} else if hidden[at] {
				continue
			}
			b.Personal = append(b.Personal, site.PersonalText{PersonalHit: h, Place: piece.Place})
		}
	})
	if len(b.Personal) > content.MaxPersonal {
		b.Personal = b.Personal[:content.MaxPersonal:content.MaxPersonal]
		b.Info.Problem = attachment.TooLarge
	}
	terms, n := words.Once()
	if n == 0 {
		return nil
	}
	return &counted{terms, n}
}

// scaled returns a picture in a width.
func (s *Snapshot) scaled(job *page.Job) ([]byte, error) {
	src, err := fs.ReadFile(s.in.Files, job.File)
	if err != nil {
		return nil, gone(job.File, err)
	}
	if digest.Of(src) != s.blobs[job.File].FileSum {
		return nil, errChanged(job.File)
	}
	b, drawn := s.blobs[job.File], (*picture.Drawing)(nil)
	draw := func() (*picture.Drawing, error) {
		cost := picture.Cost(src, job.Width)
		pictures.take(cost)
		defer pictures.give(cost)
		return picture.Draw(src, job.Width)
	}
	if slices.Contains(b.Picture.WebPWidths(), job.Width) { // another job needs it
		drawn, err = lastDrawn.of(drawing{b.Sum, job.Width}, draw)
	} else {
		drawn, err = draw()
	}
	if err != nil {
		return nil, err
	}
	return drawn.File(path.Ext(job.Path))
}

// A drawing is a picture in a width.
type drawing struct {
	sum   digest.Sum
	width int
}

// lastDrawn are the last pictures that were drawn for two formats: the jobs of one picture follow
// each other, those in its second format after all widths in the first.
var lastDrawn drawn

// keptDrawings is how many are kept: the two widths for phones of a picture, and those of the next.
const keptDrawings = 4

type drawn struct {
	mu   sync.Mutex
	last []*oneDrawn // the latest first
}

type oneDrawn struct {
	drawing
	make func() (*picture.Drawing, error)
}

// of returns a drawing, and makes it unless somebody has or does.
func (d *drawn) of(key drawing, make func() (*picture.Drawing, error)) (*picture.Drawing, error) {
	d.mu.Lock()
	var one *oneDrawn
	for _, other := range d.last {
		if other.drawing == key {
			one = other
		}
	}
	if one == nil {
		one = &oneDrawn{key, sync.OnceValues(make)}
		d.last = append([]*oneDrawn{one}, d.last[:min(len(d.last), keptDrawings-1)]...)
	}
	d.mu.Unlock()
	return one.make()
}

// maxPictures is how many bytes all pictures together take that are scaled at one time. A single
// one takes less (picture.MaxMemory, and as much again and twice while it is scaled).
const maxPictures = 512 << 20

// pictures is the memory for pictures, of all builds of this program.
var pictures = newBudget(maxPictures)

// A budget is an amount that is given to those who wait for it.
type budget struct {
	mu   sync.Mutex
	more sync.Cond
	all  int64
	left int64
}

func newBudget(all int64) *budget {
	b := &budget{all: all, left: all}
	b.more.L = &b.mu
	return b
}

// take waits until there is so much left. Who wants more than all gets all.
func (b *budget) take(n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for n = min(n, b.all); b.left < n; {
		b.more.Wait()
	}
	b.left -= n
}

// give returns what was taken.
func (b *budget) give(n int64) {
	b.mu.Lock()
	b.left += min(n, b.all)
	b.mu.Unlock()
	b.more.Broadcast()
}

// static returns a static file minified.
func (s *Snapshot) static(job *page.Job) ([]byte, error) {
	src, err := fs.ReadFile(s.in.Files, job.File)
	if err != nil {
		return nil, gone(job.File, err)
	}
	return s.minifier.Static(job.Path, bytes.Clone(src))
}
