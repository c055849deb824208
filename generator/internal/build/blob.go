package build

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/search"
	"maklumat/generator/internal/site"
)

// pictureEndings are the names of files that are looked into for a picture.
var pictureEndings = map[string]bool{".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true}

// maxInspected is the largest file that is read whole and looked into; only sounds and
// videos are larger.
const maxInspected = 64 << 20

// readBlobs looks at the files that pages show: those that public documents need, and
// those in static/ that are copied as they are.
func (s *Snapshot) readBlobs(prev *Snapshot) {
	s.blobs, s.texts = page.Blobs{}, map[string]*counted{}
	files := s.Site.Needs
	open := site.Open(s.Tree)
	for _, e := range s.Tree.Entries {
		if open(e.Path) && strings.HasPrefix(e.Path, "static/") && !strings.HasPrefix(e.Path, "static/aset/") {
			files = append(files[:len(files):len(files)], e.Path)
		}
	}
	for _, file := range files {
		old := prev.blobs[file]
		if old != nil && !s.changed[file] {
			s.blobs[file] = old
			if t := prev.texts[file]; t != nil {
				s.texts[file] = t
			}
			continue
		}
		b, ok := s.blob(file)
		if !ok {
			s.blobDiags.Add(diag.FileUnreadable, diag.Span{File: file})
			continue
		}
		if old != nil && reflect.DeepEqual(old, b) {
			b = old
		}
		s.blobs[file] = b
	}
}

// blob digests one file, and looks at its size in pixels if it is a picture.
func (s *Snapshot) blob(file string) (*page.Blob, bool) {
	f, err := s.in.Files.Open(file)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	b := &page.Blob{Size: info.Size()}
	if info.Size() > maxInspected {
		b.Sum, err = digest.Read(f)
		return b, err == nil
	}
	src, err := io.ReadAll(f)
	if err != nil {
		return nil, false
	}
	b.Sum = digest.Of(src)
	s.inspect(b, file, src)
	if !pictureEndings[strings.ToLower(path.Ext(file))] {
		return b, true
	}
	b.Picture, err = picture.Read(src)
	if errors.Is(err, picture.ErrTooLarge) {
		b.Pixels = b.Picture.Width * b.Picture.Height
	}
	if err != nil {
		b.Picture = picture.Info{}
	}
	return b, true
}

// inspect looks into a file: what it is, whether there is personal data in its text, and
// which words are.
func (s *Snapshot) inspect(b *page.Blob, file string, src []byte) {
	words := search.NewGatherer(s.vocabulary)
	defer func() {
		if terms, n := words.Once(); n > 0 {
			s.texts[file] = &counted{terms, n}
		}
	}()
	b.Info = attachment.Read(file, src, func(place string, _ int, text string) {
		if s.settings.Search && strings.HasPrefix(file, "content/") {
			words.Add(text, search.InText)
		}
		for _, h := range disclosure.FindPersonal(text) {
			h.Value = strings.Clone(h.Value)
			b.Personal = append(b.Personal, page.PersonalText{PersonalHit: h, Place: place})
		}
	})
}

// scaled returns a picture in a width.
func (s *Snapshot) scaled(job *page.Job) ([]byte, error) {
	src, err := fs.ReadFile(s.in.Files, job.File)
	if err != nil {
		return nil, err
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
		return nil, err
	}
	return s.minifier.Static(job.Path, bytes.Clone(src))
}
