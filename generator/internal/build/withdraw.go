package build

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/render"
	"maklumat/generator/internal/search"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/source"
)

// What must vanish does not wait until everything else is right. When a build has errors, and
// something that the last release shows may no longer be shown, the last release is made again
// without it. In the process that made the release its Snapshot is still there; for another
// process, Sources keep what the release was made of.

// Shown returns the input files that visitors of s can see something of: public documents, the
// files that they show, those in static/ and the site's data.
func (s *Snapshot) Shown() []source.Entry {
	return slices.DeleteFunc(slices.Clone(s.Tree.Entries), func(e source.Entry) bool {
		return s.Site.Item(e.Path) == nil && s.blobs[e.Path] == nil && !content.IsData(e.Path)
	})
}

// Without returns s as if some of the files that it shows had never been there; log are the lines
// of the log that goes on. Documents are withdrawn with all that comes of them, and links to them
// lead to the list where they were. Its Messages are only about outputs that cannot be made: that
// something in it led to what is gone now is nobody's mistake.
func (s *Snapshot) Without(ctx context.Context, gone []string, log []byte) (*Snapshot, error) {
	n := *s
	n.traces, n.sizes, n.index, n.blobDiags = nil, nil, nil, nil
	n.without = true
	n.in.Log, n.changed = log, map[string]bool{}
	withdrawn := map[string]bool{}
	for _, path := range gone {
		n.changed[path] = true
		if isDocument(path) {
			withdrawn[path] = true
		} else if content.IsData(path) {
			return nil, fmt.Errorf("%s: the data of a release cannot be taken out of it", path)
		}
	}
	n.documents = slices.Clone(s.documents)
	n.Tree.Entries = slices.DeleteFunc(slices.Clone(s.Tree.Entries), func(e source.Entry) bool {
		return n.changed[e.Path] && !isDocument(e.Path)
	})
	if err := n.complete(ctx, s, withdrawn); err != nil {
		return nil, err
	}
	return &n, nil
}

// ErrUnfinished says that the release before could not be made again.
var ErrUnfinished = errors.New("the release before cannot be made again")

// Sources are what a release was made of, kept for another process in a zip file: the text of
// documents, data, words, kinds and templates. Of the files that pages show only the digests are
// in it. Nothing that is not public is.
//
// They are an fs.FS of which files can be opened and folders not listed.
type Sources struct {
	about sourcesAbout
	zip   *zip.Reader
	file  OpenFile
}

// An OpenFile opens a file that was at a path of the project and had these bytes.
type OpenFile func(path string, size int64, sum digest.Sum) (fs.File, error)

// A sourcesAbout says what the files cannot say, in a file of its own.
type sourcesAbout struct {
	Manifest digest.Sum // of the release
	AsOf     disclosure.Moment
	BaseURL  string
	Drafts   bool
	Files    map[string]FileRef
}

// A FileRef says which bytes a file had.
type FileRef struct {
	Size   int64
	Sum    digest.Sum
	Output string `json:"-"` // where the release has these bytes, "" for nowhere
}

const aboutName = "release.json"

// Files returns the files that the pages of s show, by path.
func (s *Snapshot) Files() map[string]FileRef {
	files := make(map[string]FileRef, len(s.blobs))
	for path, b := range s.blobs {
		files[path] = FileRef{Size: b.FileSize, Sum: b.FileSum}
	}
	for i := range s.Jobs {
		j := &s.Jobs[i]
		if _, shown := files[j.File]; shown && j.Sort == page.Copy && !isMinified(j) {
			// The bytes of the release: what was taken out of a picture is kept nowhere.
			b := s.blobs[j.File]
			files[j.File] = FileRef{Size: b.Size, Sum: b.Sum, Output: j.Path}
		}
	}
	return files
}

// WriteSources writes the Sources of s, of which a release with this manifest was made. The error
// is store.ErrChanged when a file is no longer what it was then.
func (s *Snapshot) WriteSources(w io.Writer, manifest digest.Sum) error {
	about := sourcesAbout{
		Manifest: manifest, AsOf: s.AsOf(), BaseURL: s.in.BaseURL, Drafts: s.in.Drafts,
		Files: s.Files(),
	}
	z := zip.NewWriter(w)
	put := func(path string, text []byte) error {
		to, err := z.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Store})
		if err == nil {
			_, err = to.Write(text)
		}
		return err
	}
	var text []byte
	for i, d := range s.documents {
		if !s.Site.IsPublic(i) {
			continue
		}
		var err error
		if text, err = s.in.Scratch.Get(text, d.source); err == nil {
			err = put(d.Path, text)
		}
		if err != nil {
			return err
		}
	}
	open := site.Open(s.Tree)
	for _, e := range s.Tree.Entries {
		if isDocument(e.Path) || !isSource(e.Path) || content.IsClassFile(e.Path) || !open(e.Path) {
			continue
		}
		text, err := fs.ReadFile(s.in.Files, e.Path)
		if err != nil {
			return gone(e.Path, err)
		}
		if s.differs(e) {
			return errChanged(e.Path)
		}
		if err := put(e.Path, text); err != nil {
			return err
		}
	}
	text, err := json.Marshal(about)
	if err == nil {
		err = put(aboutName, text)
	}
	return errors.Join(err, z.Close())
}

// isSource reports whether the text of a file that is no document is kept in Sources.
func isSource(path string) bool {
	return path == content.SettingsFile || content.IsData(path) || content.IsWords(path) ||
		content.IsKind(path) || strings.HasPrefix(path, themeFolder) ||
		strings.HasPrefix(path, assetFolder)
}

// differs reports whether a file has another size or time than it had.
func (s *Snapshot) differs(e source.Entry) bool {
	info, err := fs.Stat(s.in.Files, e.Path)
	return err != nil || info.Size() != e.Size || info.ModTime().UnixNano() != e.ModTime
}

// ReadSources reads what WriteSources wrote.
func ReadSources(r io.ReaderAt, size int64, file OpenFile) (*Sources, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(z, aboutName)
	if err != nil {
		return nil, err
	}
	k := &Sources{zip: z, file: file}
	return k, json.Unmarshal(text, &k.about)
}

// Manifest is the digest of the manifest of the release.
func (k *Sources) Manifest() digest.Sum { return k.about.Manifest }

// tree lists the files.
func (k *Sources) tree() (t source.Tree) {
	for _, f := range k.zip.File {
		if f.Name != aboutName {
			t.Entries = append(t.Entries, source.Entry{
				Path: f.Name, Size: int64(f.UncompressedSize64), ModTime: f.Modified.UnixNano(),
			})
		}
	}
	for _, path := range slices.Sorted(maps.Keys(k.about.Files)) {
		t.Entries = append(t.Entries, source.Entry{Path: path, Size: k.about.Files[path].Size})
	}
	slices.SortFunc(t.Entries, func(a, b source.Entry) int {
		return strings.Compare(a.Path, b.Path)
	})
	return t
}

// Shown returns the files that visitors can see something of, as Snapshot.Shown does.
func (k *Sources) Shown() []source.Entry {
	return slices.DeleteFunc(k.tree().Entries, func(e source.Entry) bool {
		_, isFile := k.about.Files[e.Path]
		return !isFile && !isDocument(e.Path) && !content.IsData(e.Path)
	})
}

// Open implements fs.FS.
func (k *Sources) Open(path string) (fs.File, error) {
	if f, there := k.about.Files[path]; there {
		return k.file(path, f.Size, f.Sum)
	}
	return k.zip.Open(path)
}

// Restore builds the site of Sources as it was when they were written, and then without some
// files as Without does; data too can be taken away here. Of in, what is asked of the build is
// taken from the Sources. The error is ErrUnfinished if anything of that release is missing.
func Restore(ctx context.Context, k *Sources, in Inputs, gone []string) (*Snapshot, error) {
	in.Files, in.Hints = k, nil
	in.AsOf, in.BaseURL, in.Drafts = k.about.AsOf, k.about.BaseURL, k.about.Drafts
	tree := k.tree()
	isGoneData := func(path string) bool {
		return content.IsData(path) && slices.Contains(gone, path)
	}
	tree.Entries = slices.DeleteFunc(tree.Entries, func(e source.Entry) bool {
		return isGoneData(e.Path)
	})
	nothing := &Snapshot{minifier: render.NewMinifier(), vocabulary: search.NewVocabulary()}
	s, err := from(ctx, nothing, in, tree)
	if err != nil {
		return nil, err
	}
	for _, e := range tree.Entries {
		_, isFile := k.about.Files[e.Path]
		if isFile && s.blobs[e.Path] == nil || isDocument(e.Path) && s.Site.Item(e.Path) == nil {
			return nil, ErrUnfinished
		}
	}
	gone = slices.DeleteFunc(slices.Clone(gone), isGoneData)
	return s.Without(ctx, gone, in.Log)
}
