package build_test

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
)

// camera is a photo of a width with metadata in which a text stands.
func camera(t testing.TB, width int, text string) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 10)), nil); err != nil {
		t.Fatal(err)
	}
	comment := append([]byte{0xff, 0xfe, 0, byte(2 + len(text))}, text...)
	return b.String()[:2] + string(comment) + b.String()[2:]
}

// album is a site that shows, lists, links to and keeps in static/ photos with metadata.
func album(t testing.TB) (files map[string]string) {
	return map[string]string{
		"content/halaman/a.md":          "---\ntitle: Foto\n---\n![Rapat](gambar.jpg) dan [unduh](tautan.jpg).\n",
		"content/pengumuman/b.md":       "---\ntitle: Daftar\ndate: 2026-02-01\nberkas: [daftar.jpg]\n---\nIsi.\n",
		"content/halaman/gambar.jpg":    camera(t, 21, "KANARI 1"),
		"content/halaman/tautan.jpg":    camera(t, 22, "KANARI 2"),
		"content/pengumuman/daftar.jpg": camera(t, 23, "KANARI 3"),
		"static/kantor.jpg":             camera(t, 24, "KANARI 4"),
	}
}

// TestMetadata holds that no picture is published with its metadata, wherever it is shown, and
// that whoever speaks of its bytes speaks of those that are published.
func TestMetadata(t *testing.T) {
	files := project(t)
	set(files, "content/site.yaml", strings.Replace(siteYAML, "arsip:", "catatan_dokumen: true\nhosts: [cloudflare]\narsip:", 1))
	for path, text := range album(t) {
		set(files, path, text)
	}
	in := inputs(t, files)
	out := &released{files: map[string]string{}}
	s := run(t, nil, in, out)
	if m := s.Messages(); m.Errors() > 0 {
		t.Fatal(m)
	}
	copies := 0
	for path, text := range out.files {
		if strings.Contains(text, "KANARI") {
			t.Errorf("%s has metadata", path)
		}
		if strings.HasSuffix(path, ".jpg") && !strings.HasPrefix(path, "media/") {
			copies++
			sum := digest.Of([]byte(text)).String()
			inLog := strings.Contains(out.files["catatan/entri.txt"], sum)
			if isStatic := path == "kantor.jpg"; inLog == isStatic {
				t.Errorf("%s is in the log: %v", path, inLog)
			}
		}
	}
	if copies != 3 {
		t.Errorf("%d photos are copied: %v", copies, slices.Sorted(maps.Keys(out.files)))
	}
	for path, ref := range s.Files() {
		text := out.files[ref.Output]
		if ref.Output == "" {
			text = string(files[path].Data)
		}
		if ref.Sum != digest.Of([]byte(text)) || ref.Size != int64(len(text)) {
			t.Errorf("%s has other bytes: %+v", path, ref)
		}
	}

	// A photo of which nothing is changed but its metadata has the bytes that it had.
	set(files, "static/kantor.jpg", camera(t, 24, "KANARI 5"))
	in.Now = in.Now.Add(1)
	before := out.files["kantor.jpg"]
	run(t, s, in, out)
	if out.files["kantor.jpg"] != before {
		t.Error("other metadata make another file")
	}
}

// TestSigned publishes a photo as it is whose digest was signed, and says so.
func TestSigned(t *testing.T) {
	files := project(t)
	for path, text := range album(t) {
		set(files, path, text)
	}
	signed := func(sum string) string {
		return "asli:\n  - {hash: " + sum + ", ditandatangani: Sekretaris, alasan: bukti}\n"
	}
	const photo = "static/kantor.jpg"
	sum := digest.Of(files[photo].Data).String()
	in := inputs(t, files)
	out := &released{files: map[string]string{}}
	s := run(t, nil, in, out)
	for _, step := range []struct {
		name, sum string
		metadata  bool
		want      diag.Code
	}{
		{"signed", sum, true, diag.AttachmentSigned},
		{"another digest", strings.Repeat("0", 64), false, diag.AttachmentUnsigned},
		{"signed again", sum, true, diag.AttachmentSigned},
	} {
		set(files, "content/data/personal.yaml", signed(step.sum))
		in.Now = tick().Add(1)
		s = run(t, s, in, out)
		if got := strings.Contains(out.files["kantor.jpg"], "KANARI"); got != step.metadata {
			t.Errorf("%s: metadata is published: %v", step.name, got)
		}
		has := func(d diag.Diagnostic) bool { return d.Code == step.want }
		if m := s.Messages(); !slices.ContainsFunc(m, has) || m.Errors() > 0 {
			t.Errorf("%s: %v", step.name, m)
		}
		if strings.Contains(out.files["halaman/tautan.jpg"], "KANARI") {
			t.Errorf("%s: others are not cleaned", step.name)
		}
	}
}

// A sparse file says that it is of ten gigabytes, and may not be read.
type sparse struct {
	fs.File
	t    *testing.T
	name string
}

type sparseInfo struct{ fs.FileInfo }

func (sparseInfo) Size() int64 { return 10 << 30 }

func (s sparse) Stat() (fs.FileInfo, error) {
	info, err := s.File.Stat()
	return sparseInfo{info}, err
}

func (s sparse) Read([]byte) (int, error) {
	s.t.Errorf("%s is read", s.name)
	return 0, fs.ErrInvalid
}

// sparseFiles are files of which one is sparse.
type sparseFiles struct {
	fs.FS
	t    *testing.T
	name string
}

func (s sparseFiles) Open(name string) (fs.File, error) {
	f, err := s.FS.Open(name)
	if err == nil && name == s.name {
		return sparse{f, s.t, name}, nil
	}
	return f, err
}

// TestSparse holds that a file is judged by the size that it claims, before it is read.
func TestSparse(t *testing.T) {
	for name, want := range map[string]diag.Code{
		"content/pengumuman/a.pdf":    diag.AttachmentLarge,
		"content/pengumuman/a.mp4":    diag.AttachmentLarge,
		"content/pengumuman/foto.jpg": diag.ImageBroken,
		"content/halaman/b.md":        diag.FileLarge,
		"content/data/units.yaml":     diag.FileLarge,
		"content/site.yaml":           diag.FileLarge,
		"static/a.bin":                diag.AttachmentLarge,
		"static/a.css":                diag.AttachmentLarge,
		"templates/halaman.html":      diag.FileLarge,
	} {
		t.Run(name, func(t *testing.T) {
			files := project(t)
			set(files, "content/pengumuman/a.md", "---\ntitle: A\ndate: 2026-02-01\nberkas: [a.pdf]\n---\n![A](foto.jpg)\n\n![Film](a.mp4)\n")
			set(files, "content/halaman/b.md", "---\ntitle: B\n---\nIsi.\n")
			set(files, "content/pengumuman/foto.jpg", camera(t, 20, ""))
			for _, other := range []string{"content/pengumuman/a.pdf", "content/pengumuman/a.mp4", "static/a.bin", "static/a.css"} {
				set(files, other, "a{}")
			}
			in := inputs(t, sparseFiles{files, t, name})
			s, err := build.Build(context.Background(), nil, in)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Make(context.Background(), nil, build.Nowhere{}); err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(s.Messages(), func(d diag.Diagnostic) bool { return d.Code == want }) {
				t.Errorf("no %s: %v", want, s.Messages())
			}
		})
	}
}

// TestAssets holds that drawings of the theme run nothing.
func TestAssets(t *testing.T) {
	for name, want := range map[string]diag.Code{
		`<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>`:                         diag.AttachmentActive,
		`<svg xmlns="http://www.w3.org/2000/svg"><desc>AGE-SECRET-KEY-1X</desc></svg>`: diag.AttachmentSecret,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`:                  "",
	} {
		files := project(t)
		set(files, "static/aset/lambang.svg", name)
		s, err := build.Build(context.Background(), nil, inputs(t, files))
		if err != nil {
			t.Fatal(err)
		}
		var got diag.Code
		for _, d := range s.Diags {
			if d.At.File == "static/aset/lambang.svg" {
				got = d.Code
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
