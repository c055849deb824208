package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
)

var (
	helpNew = diag.Words{ID: "membuat berkas baru yang sah, siap diisi",
		EN: "makes a new valid file to fill in"}
	longNew = diag.Words{ID: `
maklumat new JENIS "Judul"

Membuat berkas Markdown baru dengan semua isian wajib. Berkas yang sudah ada tidak
pernah ditimpa. Dokumen baru ditandai draft sampai baris itu dihapus.

  maklumat new berita "Pengembangan komunikasi dan budaya kerja"
  maklumat new informasi "Laporan keuangan 2025"
  maklumat new sop "Pelayanan permintaan informasi publik"`, EN: `
maklumat new KIND "Title"

Makes a new Markdown file with every required field. A file that exists is never
overwritten. A new document is marked as a draft until that line is deleted.

  maklumat new berita "Communication and working culture"
  maklumat new informasi "Financial report 2025"
  maklumat new sop "Answering requests for information"`}
)

func (p *program) new(ctx context.Context, args []string) int {
	f := p.flags("new", longNew)
	if code, done := p.parse(f, args); done {
		return code
	}
	return p.look(ctx, "new", options{}, func(s *build.Snapshot) int {
		return p.newOf(s, f.Args())
	})
}

// newOf makes a new document of a kind and with a title, which args are.
func (p *program) newOf(s *build.Snapshot, args []string) int {
	names := s.Kinds().Names()
	switch {
	case len(args) == 0:
		return p.wrong("new", p.say("sebutkan jenisnya: ", "name the kind: ")+strings.Join(names,
			", "))
	case s.Kinds().Find(args[0]) == nil:
		text := fmt.Sprintf(p.say("jenis %q tidak dikenal", "unknown kind %q"), args[0])
		if near := diag.Closest(args[0], names); near != "" {
			text += fmt.Sprintf(p.say("; maksudnya %s?", "; did you mean %s?"), near)
		}
		return p.wrong("new", text+"; "+p.say("yang ada: ", "known are: ")+strings.Join(names,
			", "))
	case len(args) == 1 || strings.TrimSpace(args[1]) == "":
		return p.wrong("new", p.say("tulis judulnya di antara tanda kutip",
			"write the title in quotes"))
	case len(args) > 2:
		return p.wrong("new", p.say("apit judulnya dengan tanda kutip", "put the title in quotes"))
	}
	return p.skeleton(s, s.Kinds().Find(args[0]), strings.TrimSpace(args[1]))
}

// skeleton writes a new document.
func (p *program) skeleton(s *build.Snapshot, kind *content.Kind, title string) int {
	path, text := content.Skeleton(kind, title, s.AsOf().Day, p.lang, s.Choices())
	if filepath.Base(path) == ".md" || strings.HasSuffix(path, "-.md") {
		return p.wrong("new",
			p.say("judul itu tidak berisi huruf a–z atau angka, jadi tidak dapat menjadi alamat",
				"the title has no letters a–z or digits, so it cannot become an address"))
	}
	if err := create(filepath.Join(p.dir, filepath.FromSlash(path)),
		strings.NewReader(text)); errors.Is(err, fs.ErrExist) {
		return p.wrong("new",
			fmt.Sprintf(p.say("%s sudah ada dan tidak ditimpa", "%s exists and is not overwritten"),
				path))
	} else if err != nil {
		return p.broken(err)
	}
	fmt.Fprintln(p.out, path)
	fmt.Fprintln(p.err,
		p.say("Isi berkas itu, hapus baris draft, lalu periksa dengan: maklumat check",
			"Fill in the file, delete the line draft, then check it with: maklumat check"))
	return exitDone
}

// create writes a new file, in folders made as needed. It never overwrites.
func create(name string, text io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, text)
	return errors.Join(err, f.Close())
}
