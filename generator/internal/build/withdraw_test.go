package build_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/digest"
)

// TestWithoutLeavesNothing withdraws each document of the repository's own site from its release:
// no output has its address any more, unless an editor has written it into the text of another
// document, and all that do not speak of it stay as they were.
func TestWithoutLeavesNothing(t *testing.T) {
	t.Parallel()
	files := own(t)
	base := builtSite(t, ownInputs(t, files))
	written := map[string]bool{} // addresses in texts
	for i, item := range base.snapshot.Site.Items {
		if !item.OwnPage() || os.Getenv("MAKLUMAT_TEST") != "long" && i%6 != 0 {
			continue
		}
		for path, f := range files {
			if path != item.Path && strings.HasPrefix(path, "content/") && bytes.Contains(f.Data, []byte(item.Address)) {
				written[item.Address] = true
			}
		}
		n, err := base.snapshot.Without(context.Background(), []string{item.Path}, nil)
		if err != nil {
			t.Fatal(item.Path, err)
		}
		out := &released{files: maps.Clone(base.out.files)}
		made(t, n, base.snapshot, out)
		if said := n.Messages(); said.Errors() > 0 {
			t.Errorf("%s: %v", item.Path, said)
		}
		for name, text := range out.files {
			if strings.HasPrefix(name, strings.TrimPrefix(item.Address, "/")) {
				t.Errorf("%s: %s is left", item.Path, name)
			}
			if strings.Contains(item.Slug, "-") && strings.Contains(text, ">"+item.Slug+"<") && !strings.HasSuffix(name, ".json") {
				t.Errorf("%s: %s has its slug", item.Path, name)
			}
			at := strings.Index(text, item.Address)
			for ; at >= 0 && !written[item.Address]; at = -1 {
				if end := at + len(item.Address); end < len(text) && strings.IndexByte(`"'<> &?#)\`, text[end]) >= 0 {
					t.Errorf("%s: %s has its address: %q", item.Path, name, text[max(0, at-80):min(len(text), at+80)])
				}
			}
		}
	}
	if len(written) > 30 {
		t.Errorf("%d addresses are in texts, so little is looked at", len(written))
	}
}

// TestSourcesMakeTheSameRelease holds that what is kept of a release makes it again, byte by byte,
// and that nothing is kept of what is not public.
func TestSourcesMakeTheSameRelease(t *testing.T) {
	t.Parallel()
	files := own(t)
	set(files, "content/halaman/kanari.md", "---\ntitle: KANARI\nklasifikasi: dikecualikan\n---\nKANARI\n")
	set(files, "content/halaman/kanari-konsep.md", "---\ntitle: KANARI\ndraft: true\n---\nKANARI\n")
	set(files, "content/halaman/tutup/_kelas.yaml", "klasifikasi: dikecualikan\n")
	set(files, "content/halaman/tutup/kanari.yaml", "KANARI: 1\n")
	base := builtSite(t, ownInputs(t, files))
	sum := digest.Of([]byte("manifest"))
	var kept bytes.Buffer
	if err := base.snapshot.WriteSources(&kept, sum); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(bytes.ToUpper(kept.Bytes()), []byte("KANARI")) {
		t.Error("something that is not public is kept")
	}
	open := func(path string, size int64, want digest.Sum) (fs.File, error) {
		if b := files[path]; b == nil || int64(len(b.Data)) != size || digest.Of(b.Data) != want {
			t.Errorf("%s is asked for otherwise than it is", path)
		}
		return files.Open(path)
	}
	k, err := build.ReadSources(bytes.NewReader(kept.Bytes()), int64(kept.Len()), open)
	if err != nil || k.Manifest() != sum {
		t.Fatal(err)
	}
	s, err := build.Restore(context.Background(), k, ownInputs(t, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	out := &released{files: map[string]string{}}
	made(t, s, nil, out)
	if names := diff(out.files, base.out.files); len(names) > 0 {
		t.Errorf("other than before: %v", names)
	}
	missing := func(path string, size int64, want digest.Sum) (fs.File, error) { return nil, fs.ErrNotExist }
	if k, err = build.ReadSources(bytes.NewReader(kept.Bytes()), int64(kept.Len()), missing); err != nil {
		t.Fatal(err)
	}
	if _, err = build.Restore(context.Background(), k, ownInputs(t, nil), nil); err != build.ErrUnfinished {
		t.Errorf("files are missing: %v", err)
	}
}

// FuzzReadSources holds that no bytes end the program.
func FuzzReadSources(f *testing.F) {
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, b []byte) {
		k, err := build.ReadSources(bytes.NewReader(b), int64(len(b)), nil)
		if err == nil {
			k.Shown()
		}
	})
}
