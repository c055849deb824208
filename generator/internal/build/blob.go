package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"

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

// pictureEndings are the names of files that are looked into for a picture.
var pictureEndings = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true,
}

// maxInspected is the largest file that is read whole and looked into; only sounds and
// videos are larger.
const maxInspected = 64 << 20

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
	var work []string
	for _, file := range files {
		if old := prev.blobs[file]; old == nil || s.changed[file] {
			work = append(work, file)
			continue
		}
		s.keepBlob(file, prev.blobs[file], prev.texts[file])
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
	return nil
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
		shown[b.Size] = append(shown[b.Size], file)
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
			if err == nil && s.blobs[file].Sum == sum {
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
	b := &site.Blob{Size: info.Size()}
	if info.Size() > maxInspected {
		if b.Sum, err = digest.Read(f); err != nil {
			return nil, nil
		}
		return b, nil
	}
	p.src.Reset()
	if _, err := p.src.ReadFrom(f); err != nil {
		return nil, nil
	}
	src := p.src.Bytes()
	b.Sum = digest.Of(src)
	text := s.inspect(p, b, file, src)
	if !pictureEndings[strings.ToLower(path.Ext(file))] {
		return b, text
	}
	b.Picture, err = picture.Read(src)
	if errors.Is(err, picture.ErrTooLarge) {
		b.Pixels = b.Picture.Width * b.Picture.Height
	}
	if err != nil {
		b.Picture = picture.Info{}
	}
	return b, text
}

// inspect looks into a file: what it is, whether there is personal data in its text, and
// which words are.
func (s *Snapshot) inspect(p *parser, b *site.Blob, file string, src []byte) *counted {
	words := p.gatherer(s)
	look := attachment.PDFReader(p.reader.read)
	b.Info = look.Read(file, src, func(place string, _ int, text string) {
		if s.settings.Search && strings.HasPrefix(file, "content/") {
			words.Add(text, search.InText)
		}
		for _, h := range disclosure.FindPersonal(text) {
			h.Value = strings.Clone(h.Value)
			b.Personal = append(b.Personal, site.PersonalText{PersonalHit: h, Place: place})
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
	if digest.Of(src) != s.blobs[job.File].Sum {
		return nil, errChanged(job.File)
	}
	return picture.Scale(src, job.Width)
}

// static returns a static file minified.
func (s *Snapshot) static(job *page.Job) ([]byte, error) {
	src, err := fs.ReadFile(s.in.Files, job.File)
	if err != nil {
		return nil, gone(job.File, err)
	}
	return s.minifier.Static(job.Path, bytes.Clone(src))
}
