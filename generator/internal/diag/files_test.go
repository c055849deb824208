package diag

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
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
		{AttachmentFormula, []string{"anggaran.xlsx", "Umum, ⟨cell⟩ B7"}},
		{AttachmentHidden, []string{"daftar.pdf", "covered", " (⟨page⟩ 2; ⟨earlier version⟩, ⟨page⟩ 3)"}},
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

// TestPlacesHaveWords holds that each mark for a place in a file that package attachment writes is
// said in both languages.
func TestPlacesHaveWords(t *testing.T) {
	src, err := os.ReadFile("../attachment/place.go")
	if err != nil {
		t.Fatal(err)
	}
	marks := regexp.MustCompile(`"(⟨[^⟩]+⟩)"`).FindAllStringSubmatch(string(src), -1)
	if len(marks) != len(places) {
		t.Errorf("%d marks, %d with words", len(marks), len(places))
	}
	for _, m := range marks {
		d := New(AttachmentHidden, Span{}, "a.pdf", "covered", m[1]+" 3")
		if id, en := d.Message(Indonesian), d.Message(English); strings.Contains(id+en, "⟨") || id == en {
			t.Errorf("%s: %s / %s", m[1], id, en)
		}
	}
}
