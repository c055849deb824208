package verify

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/transparency"
)

// TestCleanFolder holds that nothing is wrong with a folder as it was released, whatever a server
// keeps in it to prove whose it is, and that its note is only looked for where there should be one.
func TestCleanFolder(t *testing.T) {
	for _, test := range []struct {
		name    string
		more    func(dir string, release *Release) error
		missing bool // whether a note is
	}{
		{name: "as it was released", more: func(string, *Release) error { return nil }},
		{name: "with a place for certificates", more: func(dir string, _ *Release) error {
			return os.MkdirAll(filepath.Join(dir, ".well-known", "acme-challenge"), 0o755)
		}},
		{name: "with a note", more: func(dir string, release *Release) error {
			release.Signed = transparency.Release{Origin: origin,
				Manifest: digest.Of(release.Text), Day: "2026-03-01", Number: 1}
			return os.WriteFile(filepath.Join(dir, host.ManifestNote),
				[]byte(release.Signed.String()+"\n— x y\n"), 0o644)
		}},
		{name: "without its note", missing: true, more: func(_ string, release *Release) error {
			release.Signed = transparency.Release{Origin: origin, Day: "2026-03-01", Number: 1}
			return nil
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, release := aFolder(t)
			if err := test.more(dir, &release); err != nil {
				t.Fatal(err)
			}
			r := Folder(os.DirFS(dir), release, "", Since{})
			if r.Files != len(release.Files)+1 || len(r.Unchecked) > 0 {
				t.Errorf("%+v", r)
			}
			switch {
			case !test.missing && len(r.Findings) > 0:
				t.Errorf("%+v", r.Findings)
			case test.missing && (len(r.Findings) != 1 || r.Findings[0].Kind != Missing ||
				r.Findings[0].Path != host.ManifestNote):
				t.Errorf("%+v", r.Findings)
			}
		})
	}
}

// TestFolderOfOtherFiles holds that a folder which is not on a disk, and has no modes, is compared
// too.
func TestFolderOfOtherFiles(t *testing.T) {
	files, release := aSite("/")
	dir := fstest.MapFS{}
	for name, text := range files {
		dir[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if r := Folder(dir, release, "", Since{}); len(r.Findings)+len(r.Unchecked) > 0 {
		t.Errorf("%+v", r)
	}
	dir["robots.txt"] = &fstest.MapFile{Data: []byte("Disallow: /")}
	r := Folder(dir, release, "", Since{})
	if len(r.Findings) != 1 || r.Findings[0].Kind != Changed {
		t.Errorf("%+v", r)
	}
}
