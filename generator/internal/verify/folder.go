package verify

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// A folder is a folder being compared.
type folder struct {
	dir    fs.FS
	want   map[string]digest.Sum // by path
	seen   map[string]bool
	filled map[string]bool // the folders in which there is anything but folders
	empty  []string        // the folders that may be empty, outer ones first
	report Report
}

// Folder compares a folder with a release: its files, who may change them, folders without files,
// and the note about the manifest, which the owner of key must have signed unless key is "". since
// is the release before which the note must not be. Links are not followed: each is Extra.
func Folder(dir fs.FS, release Release, key string, since Since) *Report {
	f := &folder{dir: dir, seen: map[string]bool{}, filled: map[string]bool{".": true}}
	f.want = map[string]digest.Sum{host.Manifest: digest.Of(release.Text)}
	for _, e := range release.Files {
		f.want[e.Path] = e.Sum
	}
	if err := fs.WalkDir(dir, ".", f.visit); err != nil {
		f.fail("", err)
	}
	for name := range f.want {
		if !f.seen[name] {
			f.find(Missing, name, "")
		}
	}
	for _, name := range f.empty {
		if !f.filled[name] && f.filled[path.Dir(name)] {
			f.find(Empty, name+"/", "")
		}
	}
	note, err := fs.ReadFile(dir, host.ManifestNote)
	switch {
	case errors.Is(err, fs.ErrNotExist) && key == "" && release.Signed.Number == 0:
	case errors.Is(err, fs.ErrNotExist):
		f.find(Missing, host.ManifestNote, "")
	case err != nil:
		f.fail(host.ManifestNote, err)
	default:
		if _, wrong := release.judge(note, key, since); wrong != nil {
			f.report.Findings = append(f.report.Findings, *wrong)
		}
	}
	f.report.sort()
	return &f.report
}

func (f *folder) find(kind Kind, name, detail string) {
	f.report.Findings = append(f.report.Findings, Finding{Kind: kind, Path: name, Detail: detail})
}

func (f *folder) fail(name string, err error) {
	f.report.Unchecked = append(f.report.Unchecked, &Failure{Address: name, Err: err})
}

// visit is a fs.WalkDirFunc.
func (f *folder) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		f.fail(name, err)
		return nil
	}
	f.mode(name, d)
	if d.IsDir() {
		// A server that proves whose it is puts files there and takes them away again.
		if name != ".well-known" && name != ".well-known/acme-challenge" {
			f.empty = append(f.empty, name)
		}
		return nil
	}
	for up := path.Dir(name); !f.filled[up]; up = path.Dir(up) {
		f.filled[up] = true
	}
	f.seen[name] = true // or something else is in its place
	released, ok := f.want[name]
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		to, err := fs.ReadLink(f.dir, name)
		if err != nil {
			to = "?"
		}
		f.find(Extra, name, "→ "+to)
	case !d.Type().IsRegular():
		f.find(Extra, name, d.Type().String())
	case name == host.ManifestNote:
	case !ok:
		f.find(Extra, name, "")
	default:
		f.compare(name, released)
	}
	return nil
}

// compare compares the bytes of a file.
func (f *folder) compare(name string, released digest.Sum) {
	f.report.Files++
	sum, err := sumOf(f.dir, name)
	switch {
	case err != nil:
		f.fail(name, err)
	case sum != released && name == host.Manifest:
		f.find(Listed, name, "")
	case sum != released:
		f.find(Changed, name, "")
	}
}

// mode reports a file or folder that anybody on the server may change, and a file that is a
// program: no file of a release is one.
func (f *folder) mode(name string, d fs.DirEntry) {
	if runtime.GOOS == "windows" || d.Type()&fs.ModeSymlink != 0 {
		return // there are no such bits, or they mean nothing
	}
	info, err := d.Info()
	if err != nil {
		f.fail(name, err)
		return
	}
	m := info.Mode()
	if m&0o002 != 0 || !d.IsDir() && (m&0o111 != 0 || m&(fs.ModeSetuid|fs.ModeSetgid) != 0) {
		f.find(Loose, name, m.String())
	}
}

func sumOf(dir fs.FS, name string) (digest.Sum, error) {
	f, err := dir.Open(name)
	if err != nil {
		return digest.Sum{}, err
	}
	defer f.Close()
	sum, err := digest.Read(f)
	if err != nil {
		return sum, fmt.Errorf("read %s: %w", name, err)
	}
	return sum, nil
}
