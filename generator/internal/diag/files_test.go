package diag

import (
	"bytes"
	"fmt"
	"testing"
)

// TestMessagesOfFiles keeps the messages about marks, addresses, files and pictures in both
// languages, as people read them.
func TestMessagesOfFiles(t *testing.T) {
	var list List
	for _, m := range []struct {
		code Code
		args []string
	}{
		{HeaderMark, nil},
		{FieldFuture, []string{"updated", "2026-03-02", "2026-03-01"}},
		{TagLetters, []string{"Москва"}},
		{TagTaken, []string{"5%", "5"}},
		{SlugLetters, []string{"Москва"}},
		{AddressName, []string{"/con/", "con"}},
		{FileHeld, []string{"laporan.pdf", "content/halaman/konsep.md", "draft"}},
		{FileCopy, nil},
		{FileUnused, nil},
		{FileLarge, nil},
		{ImageHeavy, []string{"peta.png", "186"}},
		{AttachmentArchive, []string{"data.zip", "arsip lain", " (isi.zip)"}},
		{AttachmentSecret, []string{"server.txt", "kunci pribadi", ""}},
		{AttachmentOutside, []string{"pagu.xlsx", "tautan ke berkas lain", ""}},
		{AttachmentHidden, []string{"daftar.pdf", "covered", " (halaman 2)"}},
		{AttachmentUnclean, []string{"foto.jpg"}},
		{AttachmentSigned, []string{"Sekretaris"}},
		{AttachmentUnsigned, []string{"0123abcd"}},
	} {
		list = append(list, New(m.code, Span{File: "content/halaman/a.md"}, m.args...))
	}
	var b bytes.Buffer
	for _, lang := range []Lang{Indonesian, English} {
		fmt.Fprintf(&b, "# %v\n\n", lang)
		for _, d := range list {
			if err := (Printer{Lang: lang}).Print(&b, List{d}); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Fprintln(&b)
	}
	golden(t, "files.txt", b.Bytes())
}
