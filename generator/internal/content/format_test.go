package content

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"maklumat/generator/internal/markdown"
)

// TestFormat shows what the canonical form is.
func TestFormat(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"keys in the order of the table, comments kept", `---
# jangan diubah
kategori: opini
date: 2026-03-01   # hari Senin
title:   "Jam layanan"
tags:
- satu
- dua
---
Isi.
`, `---
title: Jam layanan
date: 2026-03-01 # hari Senin
tags: [satu, dua]
# jangan diubah
kategori: opini
---

Isi.
`},
		{
			"texts that look like something else",
			"---\ntitle: 'Ya'\ndate: \"2026-03-01\"\nkategori: opini\ntags: [2024, 'on', \"a: b\"]\n" +
				"draft: true\n---\n",
			"---\ntitle: Ya\ndate: 2026-03-01\ntags: [\"2024\", \"on\", \"a: b\"]\ndraft: true\n" +
				"kategori: opini\n---\n",
		},
		{
			"a long list stands below its key",
			"---\ntitle: A\nkategori: opini\ndate: 2026-03-01\n" +
				"tags: [sebuah kata kunci yang panjang, sebuah kata kunci lain yang panjang, dan satu lagi]\n" +
				"---\n",
			"---\ntitle: A\ndate: 2026-03-01\ntags:\n  - sebuah kata kunci yang panjang\n" +
				"  - sebuah kata kunci lain yang panjang\n  - dan satu lagi\nkategori: opini\n---\n",
		},
		{
			"groups",
			"---\nfoto:\n  - alt: Meja\n    src: a.jpg\ntitle: A\nkategori: opini\n" +
				"date: 2026-03-01\nsummary: |\n  Satu.\n  Dua.\n---\n",
			"---\ntitle: A\ndate: 2026-03-01\nsummary: |-\n  Satu.\n  Dua.\nkategori: opini\nfoto:\n" +
				"  - {src: a.jpg, alt: Meja}\n---\n",
		},
		{
			"bodies",
			"---\ntitle: A\n---\n\n\n* satu  \n* dua\n\n\n## Judul ##\nIsi   \nlagi\n\nLain\n----\n" +
				"\n```\na  \n\n\nb\n```\n\n\n",
			"---\ntitle: A\n---\n\n- satu\n- dua\n\n## Judul\n\nIsi\\\nlagi\n\n## Lain\n\n```\na  \n" +
				"\n\nb\n```\n",
		},
		{
			"lines of another system", "\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nIsi\r\n",
			"---\ntitle: A\n---\n\nIsi\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, ok := Format(BuiltIn, "content/berita/x.md", []byte(test.in))
			if !ok || string(got) != test.want {
				t.Errorf("%v, got\n%s\nwant\n%s", ok, got, test.want)
			}
		})
	}
}

// TestFormatOwnContent holds that every document of the own site says the same afterwards,
// and that a second time changes nothing.
func TestFormatOwnContent(t *testing.T) {
	root := filepath.Join("..", "..", "..", "content")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(filepath.Dir(root), name)
		formatted(t, filepath.ToSlash(rel), src)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// formatted holds what must be true of every file that can be formatted.
func formatted(t *testing.T, file string, src []byte) {
	t.Helper()
	p := markdown.NewParser()
	out, ok := Format(BuiltIn, file, src)
	if !ok {
		if !bytes.Equal(out, src) {
			t.Errorf("%s: refused and changed", file)
		}
		return
	}
	again, ok := Format(BuiltIn, file, out)
	if !ok || !bytes.Equal(again, out) {
		t.Errorf("%s: the second time differs:\n%s\n---- then\n%s", file, out, again)
	}
	before, htmlBefore := Parse(
		p, BuiltIn, file,
		bytes.TrimPrefix(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), []byte("\xef\xbb\xbf")),
	)
	htmlBefore = bytes.Clone(htmlBefore)
	after, htmlAfter := Parse(p, BuiltIn, file, out)
	if before.Closed != after.Closed || (before.Head == nil) != (after.Head == nil) || !bytes.Equal(
		htmlBefore, htmlAfter,
	) {
		t.Errorf("%s: says something else:\n%s\n---- then\n%s", file, htmlBefore, htmlAfter)
	}
	if before.Head != nil && (before.Head.Title != after.Head.Title ||
		before.Head.Date != after.Head.Date || before.Head.Draft != after.Head.Draft ||
		before.Diags.Errors() != after.Diags.Errors()) {
		t.Errorf(
			"%s: another header:\n%+v\n%+v\n%v\n%v", file, before.Head, after.Head, before.Diags,
			after.Diags,
		)
	}
}

// FuzzFormat holds that formatting never changes what a document says, for any bytes.
func FuzzFormat(f *testing.F) {
	f.Add([]byte("---\ntitle: A\ntags: [a, b]\n---\n* a\n\n+ b\n"))
	f.Add([]byte("---\ntitle: \"A: #b\" # c\nsummary: >\n  x\n  y\n---\nA\n===\n"))
	f.Add([]byte("---\nklasifikasi: dikecualikan\ntitle: x\n---\n"))
	f.Fuzz(func(t *testing.T, src []byte) { formatted(t, "content/berita/x.md", src) })
}
