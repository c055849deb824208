package cli

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// What a release leaves beside the trees, for those who carry it elsewhere. None of it is
// served: the moment at which something becomes due would tell that something is to come.
const (
	dueFile    = ".due"       // the moment at which the next build differs
	zipFile    = ".zip"       // the whole site, for a host that takes uploads by hand
	deleteFile = ".hapus.txt" // what to delete there
	s3File     = ".s3.json"   // type, cache and digest of each object, for storage that wants them
	folderCopy = ".luring"    // a copy that is opened without a server
	dueToGo    = ".belum.txt" // paths of earlier releases, until this one is handed over
)

// notHanded is why a site was released and what its hosts need was not made.
type notHanded struct{ error }

func (n notHanded) Unwrap() error { return n.error }

// put writes a file beside the trees, whole or not at all.
func (b *builder) put(ending string, text []byte) error {
	name := b.store.Beside(ending)
	if err := os.WriteFile(name+".next", text, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".next", name)
}

// pathsIn returns the paths in a file beside the trees; none when there is no such file.
func (b *builder) pathsIn(ending string) []string {
	text, _ := os.ReadFile(b.store.Beside(ending))
	lines := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' })
	return slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "# ") })
}

// notForOthers stands at the head of lists that name what may have been withdrawn.
func (b *builder) notForOthers() string {
	return b.say("Hanya untuk menghapus di hosting: daftar ini dapat menyebut dokumen yang ditarik "+
		"atau ditutup. Jangan dibagikan, diunggah, atau disimpan sebagai artefak.",
		"Only for deleting at the host: this list may name documents that were withdrawn or closed. "+
			"Do not share, upload or keep it as an artefact.")
}

// remember notes paths that the hosts of s may have and this release may not, until it has
// been handed over: after a kill nothing else knows them.
func (b *builder) remember(s *build.Snapshot, paths []string) error {
	byHand := func(h *host.Host) bool { return h.Name == "apache" || h.Name == "s3" }
	if len(paths) == 0 || !slices.ContainsFunc(s.Hosts(), byHand) {
		return nil
	}
	all := append(slices.Clone(paths), b.pathsIn(dueToGo)...)
	slices.Sort(all)
	return b.put(dueToGo, []byte(strings.Join(slices.Compact(all), "\n")+"\n"))
}

// handed returns the sizes of what lies beside the trees for others, by ending; -1 for a
// folder, whose own size says nothing.
func (b *builder) handed() map[string]int64 {
	sizes := map[string]int64{}
	for _, ending := range []string{
		dueFile, zipFile, deleteFile, s3File, folderCopy, dueToGo, sourcesFile,
	} {
		if info, err := os.Stat(b.store.Beside(ending)); err == nil {
			if sizes[ending] = info.Size(); info.IsDir() {
				sizes[ending] = -1
			}
		}
	}
	return sizes
}

// pathsOf returns the paths of the manifest in a folder; none when it has none.
func pathsOf(dir string) []string {
	b, err := os.ReadFile(filepath.Join(dir, host.Manifest))
	if err != nil {
		return nil
	}
	m, err := store.ReadManifest(b)
	if err != nil {
		return nil
	}
	paths := make([]string, len(m.Files))
	for i, e := range m.Files {
		paths[i] = e.Path
	}
	return paths
}

// handOver writes what the hosts of s need besides the released folder. before are the paths
// of the release that they have. The error is notHanded.
func (b *builder) handOver(s *build.Snapshot, before []string) error {
	err := b.writeBeside(s, before)
	if err == nil {
		err = b.withdraw(dueToGo)
	}
	if err != nil {
		return notHanded{err}
	}
	return nil
}

func (b *builder) writeBeside(s *build.Snapshot, before []string) error {
	due := s.Due().UTC().Format(time.RFC3339) + "\n"
	if err := b.put(dueFile, []byte(due)); err != nil {
		return err
	}
	chosen := map[string]bool{}
	for _, h := range s.Hosts() {
		chosen[h.Name] = true
	}
	if !chosen["folder"] {
		if err := b.withdraw(folderCopy); err != nil {
			return err
		}
	}
	if !chosen["apache"] && !chosen["s3"] {
		if err := b.withdraw(zipFile, deleteFile, s3File); err != nil || !chosen["folder"] {
			return err
		}
	}
	text, err := os.ReadFile(filepath.Join(b.out, host.Manifest))
	if err != nil {
		return err
	}
	m, err := store.ReadManifest(text)
	if err != nil {
		return err
	}
	if chosen["folder"] {
		if err := b.writeFolder(s.Base(), m); err != nil {
			return err
		}
		if !chosen["apache"] && !chosen["s3"] {
			return nil
		}
	}
	gone := b.gone(before, m)
	list := strings.Join(append([]string{"# " + b.notForOthers()}, append(gone, "")...), "\n")
	if err := b.put(deleteFile, []byte(list)); err != nil {
		return err
	}
	if !chosen["s3"] {
		if err := b.withdraw(s3File); err != nil {
			return err
		}
	} else if err := b.writeObjects(m, text, gone); err != nil {
		return err
	}
	if !chosen["apache"] {
		return b.withdraw(zipFile)
	}
	return b.writeZip(m)
}

// withdraw removes what no host needs any more.
func (b *builder) withdraw(endings ...string) error {
	for _, ending := range endings {
		for _, name := range []string{b.store.Beside(ending), b.store.Beside(ending) + ".next"} {
			if err := os.RemoveAll(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeFolder writes a copy of the site that works when it is opened from a folder, for a
// stick or a kiosk. Files that are the same there are linked.
func (b *builder) writeFolder(base string, m *store.Manifest) error {
	to := b.store.Beside(folderCopy)
	next := to + ".next"
	if err := os.RemoveAll(next); err != nil {
		return err
	}
	for _, e := range m.Files {
		if host.IsSettings(e.Path) || strings.HasPrefix(e.Path, host.AdminFolder) ||
			strings.HasSuffix(e.Path, ".gz") || strings.HasSuffix(e.Path, ".br") {
			continue
		}
		from := filepath.Join(b.out, filepath.FromSlash(e.Path))
		name, local, err := host.Local(base, e.Path, func() ([]byte, error) {
			return os.ReadFile(from)
		})
		if err != nil {
			return err
		}
		name = filepath.Join(next, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if local != nil {
			err = os.WriteFile(name, local, 0o644)
		} else {
			err = os.Link(from, name)
		}
		if err != nil {
			return err
		}
	}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return os.Rename(next, to)
}

// gone returns what a host may still have of earlier releases. The list grows from release
// to release, because nobody knows which of them was uploaded.
func (b *builder) gone(before []string, m *store.Manifest) []string {
	now := map[string]bool{host.Manifest: true, host.ManifestNote: true}
	for _, e := range m.Files {
		now[e.Path] = true
	}
	all := slices.Concat(before, b.pathsIn(deleteFile), b.pathsIn(dueToGo))
	all = slices.DeleteFunc(all, func(path string) bool { return now[path] })
	slices.Sort(all)
	return slices.Compact(all)
}

// An object is a file as storage that speaks S3 keeps it: it says with each what it was told
// when the object was put.
type object struct {
	Key      string     `json:"key"`
	Size     int64      `json:"size"`
	Sum      digest.Sum `json:"sha256"`
	Type     string     `json:"content_type"`
	Cache    string     `json:"cache_control"`
	Redirect string     `json:"website_redirect_location,omitempty"`
}

func (b *builder) writeObjects(m *store.Manifest, text []byte, gone []string) error {
	list := struct {
		Note    string   `json:"note"`
		Index   string   `json:"index_document"`
		Error   string   `json:"error_document"`
		Objects []object `json:"objects"`
		Delete  []string `json:"delete"`
	}{b.notForOthers(), "index.html", "404.html", nil, gone}
	for _, e := range m.Files {
		list.Objects = append(list.Objects,
			object{e.Path, e.Size, e.Sum, e.Type, string(host.ClassOf(e.Path)), e.Redirect})
	}
	// Last of all: who reads it finds everything that it names.
	if note, err := os.ReadFile(filepath.Join(b.out, host.ManifestNote)); err == nil {
		list.Objects = append(list.Objects, object{host.ManifestNote, int64(len(note)),
			digest.Of(note),
			host.Type(host.ManifestNote), string(host.Fresh), ""})
	}
	list.Objects = append(list.Objects, object{host.Manifest, int64(len(text)), digest.Of(text),
		host.Type(host.Manifest), string(host.Fresh), ""})
	out, err := json.MarshalIndent(list, "", " ")
	if err != nil {
		return err
	}
	return b.put(s3File, append(out, '\n'))
}

// writeZip packs the released folder. The same site gives the same bytes.
func (b *builder) writeZip(m *store.Manifest) error {
	name := b.store.Beside(zipFile)
	f, err := os.Create(name + ".next")
	if err != nil {
		return err
	}
	z := zip.NewWriter(f)
	paths := []string{host.Manifest}
	if _, err := os.Stat(filepath.Join(b.out, host.ManifestNote)); err == nil {
		paths = append(paths, host.ManifestNote)
	}
	for _, e := range m.Files {
		paths = append(paths, e.Path)
	}
	for _, path := range paths {
		if err = b.pack(z, path); err != nil {
			break
		}
	}
	if err := errors.Join(err, z.Close(), f.Close()); err != nil {
		_ = os.Remove(name + ".next")
		return err
	}
	return os.Rename(name+".next", name)
}

func (b *builder) pack(z *zip.Writer, path string) error {
	from, err := os.Open(filepath.Join(b.out, filepath.FromSlash(path)))
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := z.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}
