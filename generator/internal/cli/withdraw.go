package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/source"
	"maklumat/generator/internal/store"
)

// What a release was made of lies beside the trees, for a release of withdrawals.
const (
	sourcesFile = ".sources.zip" // build.Sources
	filesFolder = ".files"       // the files that pages show, by digest
)

// keepSources writes what the release of s was made of. When a file has changed since, there is
// nothing to write: the release that comes of the change will have it.
func (b *builder) keepSources(s *build.Snapshot, manifest digest.Sum) error {
	name := b.store.Beside(sourcesFile)
	err := b.keepFiles(s.Files())
	if err == nil {
		err = b.writeSources(s, manifest, name+".next")
	}
	if err == nil {
		err = os.Rename(name+".next", name)
	}
	if errors.Is(err, store.ErrChanged) || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (b *builder) writeSources(s *build.Snapshot, manifest digest.Sum, name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err = errors.Join(s.WriteSources(f, manifest), f.Close()); err != nil {
		_ = os.Remove(name)
	}
	return err
}

// keepFiles makes filesFolder hold the files with these bytes, and no others: linked to those of
// the release, which are never written to; others copied, because editors write to them.
func (b *builder) keepFiles(files map[string]build.FileRef) error {
	folder := b.store.Beside(filesFolder)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	wanted := make(map[string]string, len(files))
	for path, ref := range files {
		wanted[ref.Sum.String()] = path
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, ok := wanted[e.Name()]; ok {
			delete(wanted, e.Name())
		} else if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	for sum, path := range wanted {
		to := filepath.Join(folder, sum)
		ref := files[path]
		released := filepath.Join(b.out, filepath.FromSlash(ref.Output))
		if ref.Output != "" && os.Link(released, to) == nil {
			continue
		}
		if err := copyFile(filepath.Join(b.dir, filepath.FromSlash(path)), to,
			ref.Sum); err != nil {
			return err
		}
	}
	return nil
}

// copyFile copies a file with these bytes, whole or not at all: what has a digest for its name is
// never looked at again. The error is store.ErrChanged when it has other bytes.
func copyFile(from, to string, sum digest.Sum) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	w, err := os.Create(to + ".next")
	if err != nil {
		return err
	}
	got, err := digest.Read(io.TeeReader(src, w))
	if err = errors.Join(err, w.Close()); err == nil && got != sum {
		err = fmt.Errorf("%s: %w", from, store.ErrChanged)
	}
	if err != nil {
		_ = os.Remove(to + ".next")
		return err
	}
	return os.Rename(to+".next", to)
}

// openFile is a build.OpenFile with a folder before it: it opens the file of the project, or what
// the folder has.
func (p *program) openFile(folder, path string, size int64, sum digest.Sum) (fs.File, error) {
	for _, name := range []string{
		filepath.Join(p.dir, filepath.FromSlash(path)), filepath.Join(folder, sum.String()),
	} {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		info, err := f.Stat()
		if err == nil && info.Mode().IsRegular() && info.Size() == size {
			if got, err := digest.Read(f); err == nil && got == sum {
				_, err = f.Seek(0, 0)
				return f, err
			}
		}
		_ = f.Close()
	}
	return nil, fs.ErrNotExist
}

// A withdrawal is what was taken off the site ahead of a release that cannot be made.
type withdrawal struct {
	documents, files int
	err              error // why it is still there
}

// withdrawAhead releases the last release without what s says may no longer be shown. s has its
// Site, and may have nothing else.
func (b *builder) withdrawAhead(ctx context.Context, s *build.Snapshot) (w withdrawal) {
	var shown []source.Entry
	if b.snapshot != nil {
		shown = b.snapshot.Shown()
	} else if kept, err := b.openSources(b.last, b.out); err == nil {
		shown = kept.Shown()
		_ = kept.Close()
	} else if !b.in.Last.IsOther(s.Settings().BaseURL) {
		shown = documentsOf(b.in.Last)
	}
	gone := s.Site.Withdraws(shown)
	for _, path := range gone {
		if strings.HasSuffix(path, ".md") {
			w.documents++
		} else {
			w.files++
		}
	}
	if len(gone) > 0 {
		w.err = b.releaseWithout(ctx, gone)
	}
	return w
}

// documentsOf lists the documents that were released.
func documentsOf(last page.Addresses) (shown []source.Entry) {
	seen := map[string]bool{}
	for _, path := range last.Documents {
		if !seen[path] && strings.HasPrefix(path, "content/") && strings.HasSuffix(path, ".md") {
			seen[path] = true
			shown = append(shown, source.Entry{Path: path})
		}
	}
	return shown
}

// keptSources are open Sources.
type keptSources struct {
	*build.Sources
	*os.File
}

// openSources opens the Sources of the last release: that in a folder, or what --last says. It
// returns fs.ErrNotExist if those that there are belong to another one.
func (p *program) openSources(last, out string) (k keptSources, err error) {
	beside := store.Beside(out)
	f, err := os.Open(beside + sourcesFile)
	if err != nil {
		return k, err
	}
	k.File = f
	info, err := f.Stat()
	if err == nil {
		k.Sources, err = build.ReadSources(f, info.Size(),
			func(path string, size int64, sum digest.Sum) (fs.File, error) {
				return p.openFile(beside+filesFolder, path, size, sum)
			})
	}
	if err == nil {
		folder := out
		if info, err := os.Stat(last); err == nil && info.IsDir() {
			folder = last
		}
		text, missing := os.ReadFile(filepath.Join(folder, host.Manifest))
		if missing == nil && digest.Of(text) != k.Manifest() {
			err = fs.ErrNotExist
		}
	}
	if err != nil {
		_ = f.Close()
	}
	return k, err
}

// releaseWithout releases the newest release of this run without some files, or else what the
// Sources say was the last one. The data of a site cannot be taken out of a Snapshot.
func (b *builder) releaseWithout(ctx context.Context, gone []string) error {
	if b.snapshot != nil && !slices.ContainsFunc(gone, content.IsData) {
		n, err := b.snapshot.Without(ctx, gone, b.in.Log)
		if err != nil {
			return err
		}
		_, err = b.update(ctx, n)
		return err
	}
	kept, err := b.openSources(b.last, b.out)
	if err != nil {
		return err
	}
	defer kept.Close()
	in := b.in
	in.Progress = nil
	n, err := build.Restore(ctx, kept.Sources, in, gone)
	if err == nil && in.Sign != nil && !b.keyFits(n) { // better without a signature than not at all
		in.Sign = nil
		n, err = build.Restore(ctx, kept.Sources, in, gone)
	}
	if err != nil {
		return err
	}
	b.snapshot, b.release = nil, nil // the next release of this run is a whole one
	_, _, err = b.releaseAll(ctx, n)
	return err
}

// fail tells why there is no release, by tell, and before it what was withdrawn in spite of that.
// The last line is about what should not be public any more and still is.
func (b *builder) fail(ctx context.Context, s *build.Snapshot, tell func(withdrawn bool)) {
	var w withdrawal
	if s != nil && s.Site != nil {
		w = b.withdrawAhead(ctx, s)
	}
	n := w.documents + w.files
	if n > 0 && w.err == nil {
		fmt.Fprintf(b.err, b.say(
			"Ditarik lebih dahulu dari %s karena tidak boleh lagi terbit: %d dokumen, %d berkas. "+
				"Kesalahan di bawah tidak menundanya.\n",
			"Withdrawn first from %s, because it may no longer be published: documents %d, files "+
				"%d. "+
				"The errors below did not hold it up.\n"), b.out, w.documents, w.files)
	}
	tell(n > 0 && w.err == nil)
	if n > 0 && w.err != nil {
		fmt.Fprintf(b.err, b.say(
			"MASIH TERBUKA: %d dokumen atau berkas yang tidak boleh lagi terbit masih ada di "+
				"situs (%v).\n"+
				"Untuk menariknya sekarang juga, kembalikan perubahan yang lain (git stash, git "+
				"checkout), "+
				"biarkan hanya penutupannya, lalu bangun lagi; atau hapus dari hosting.\n",
			"STILL PUBLIC: documents or files that may no longer be published and are still on "+
				"the site: "+
				"%d (%v).\nTo take them off at once, put all other changes back (git stash, git "+
				"checkout), "+
				"leave only the closing, and build again; or delete them at the host.\n"), n,
			b.why(w.err))
	}
}

// why says why nothing could be withdrawn, without a path: it may be that of what is closed.
func (b *builder) why(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, build.ErrUnfinished):
		return b.say("bahan rilis terakhir tidak ada lagi di .maklumat",
			"what the last release was made of is no longer in .maklumat")
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return b.say("rilis tidak dapat ditulis", "the release cannot be written")
}

// refuse tells why there is no release.
func (b *builder) refuse(ctx context.Context, s *build.Snapshot, messages diag.List) {
	b.fail(ctx, s, func(withdrawn bool) {
		// Nothing better can be done about a closed stderr.
		_ = b.printer(diag.Text).Print(b.err, messages)
		fmt.Fprintf(b.err, "%s. %s\n", b.tally(messages), b.asItWas(withdrawn))
	})
}

// asItWas says what became of the released site when there is no new release.
func (b *builder) asItWas(withdrawn bool) string {
	if withdrawn {
		return fmt.Sprintf(b.say("Selain yang ditarik, situs di %s tidak berubah.",
			"But for what was withdrawn, the site in %s is as it was."), b.out)
	}
	return fmt.Sprintf(b.say("Situs di %s tidak berubah.", "The site in %s is as it was."), b.out)
}
