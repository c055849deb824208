package content

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
	before, htmlBefore := Parse(p, BuiltIn, time.UTC, file,
		bytes.TrimPrefix(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), []byte("\xef\xbb\xbf")),
	)
	htmlBefore = bytes.Clone(htmlBefore)
	after, htmlAfter := Parse(p, BuiltIn, time.UTC, file, out)
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

// A header keeps its order, its comments and its meaning, or is left as it is.
func TestFormatHeader(t *testing.T) {
	list := func(n int) string { return "[" + strings.Repeat("a", n) + ", b]" }
	group := func(n int) string { return "[{src: " + strings.Repeat("a", n) + ", alt: b}]" }
	for _, test := range []struct{ name, in, want string }{ // want "" for what is left as it is
		{"a list of 80 columns", "tags: " + list(73) + "\n", "tags: " + list(73) + "\n"},
		{"a list of 81", "tags: " + list(74) + "\n",
			"tags:\n  - " + strings.Repeat("a", 74) + "\n  - b\n"},
		{"a group of 100 columns", "foto: " + group(83) + "\n",
			"foto:\n  - {src: " + strings.Repeat("a", 83) + ", alt: b}\n"},
		{"a group of 101", "foto: " + group(84) + "\n",
			"foto:\n  - src: " + strings.Repeat("a", 84) + "\n    alt: b\n"},
		{"a comma needs quotes in a list", "tags: [\"a, b\"]\n", "tags: [\"a, b\"]\n"},
		{"a comma needs none outside", "title: \"a, b\"\n", "title: a, b\n"},
		{
			"words that look typed", "tags: [yes, \"1\", 'null', 1_0, 2026-03-01]\n",
			"tags: [\"yes\", \"1\", \"null\", \"1_0\", \"2026-03-01\"]\n",
		},
		{"a word that does not", "title: 'yesterday'\n", "title: yesterday\n"},
		{"a comment above", "# satu\ntitle: A\n", "# satu\ntitle: A\n"},
		{"a comment that may be text", "title: A # b\n", ""},
		{"a comment after a day", "date: 2026-03-01 # b\n", "date: 2026-03-01 # b\n"},
		{"a comment after quotes", "title: \"A\" # b\n", "title: \"A\" # b\n"},
		{"a comment in a list", "tags:\n  - a # x\n  - b\n", ""},
		{"a mistake", "title: a: b\n", ""},
		{"an alias", "title: &x a\n", ""},
		{"an unknown key last", "judul: a\ntitle: A\n", "title: A\njudul: a\n"},
		{"nothing but comments", "# a\n", "# a\n"},
		{"nothing", "", ""},
		{"an empty key", "title:\n", "title:\n"},
		{"a text of lines", "summary: |\n  a\n  b\n", "summary: |-\n  a\n  b\n"},
		{"a folded text", "summary: >\n  a\n  b\n", "summary: a b\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, ok := formatHeader("x.md", []byte(test.in), BuiltIn.Find("berita").all)
			if test.want == "" && test.in != "" {
				if ok {
					t.Errorf("became\n%s", got)
				}
				return
			}
			if !ok || string(got) != test.want {
				t.Errorf("%t, got\n%s\nwant\n%s", ok, got, test.want)
			}
		})
	}
}

// What must not be formatted is returned as it is.
func TestFormatRefuses(t *testing.T) {
	for name, test := range map[string]struct{ file, src string }{
		"no header":        {"content/berita/a.md", "Isi.\n"},
		"a kind of nobody": {"content/lain/a.md", "---\ntitle: A\n---\n"},
		"a mistake":        {"content/berita/a.md", "---\ntitle: a: b\n---\n"},
	} {
		if out, ok := Format(BuiltIn, test.file, []byte(test.src)); ok || string(out) != test.src {
			t.Errorf("%s: %t, %q", name, ok, out)
		}
	}
}

// Two values are equal only when they say the same, in whatever order of keys.
func TestEqualValues(t *testing.T) {
	read := func(src string) Value {
		r := reader{file: "x", src: []byte(src)}
		v, _ := r.read()
		return v
	}
	base := read("a: b\nc: [d, e]\nf: {g: h, i: j}\n")
	for src, want := range map[string]bool{
		"a: b\nc: [d, e]\nf: {g: h, i: j}\n": true, "f: {i: j, g: h}\nc: [d, e]\na: \"b\"\n": true,
		"a: x\nc: [d, e]\nf: {g: h, i: j}\n": false, "a: b\nc: [e, d]\nf: {g: h, i: j}\n": false,
		"a: b\nc: [d]\nf: {g: h, i: j}\n": false, "a: b\nc: [d, e]\nf: {g: h}\n": false,
		"a: b\nc: [d, e]\nf: {g: h, k: j}\n": false, "a: b\nc: [d, e]\nf: {g: h, i: x}\n": false,
		"a: b\nc: [d, e]\n": false, "a:\nc: [d, e]\nf: {g: h, i: j}\n": false,
	} {
		if got := equalValues(base, read(src)); got != want {
			t.Errorf("%q: %t", src, got)
		}
	}
}

// TestEmojiStayReadable holds that characters that the library of YAML would write by their numbers
// stay what they are, and that numbers become them again.
func TestEmojiStayReadable(t *testing.T) {
	for in, want := range map[string]string{
		`"Emoji 😀 dan “kutip”"`:       "Emoji 😀 dan “kutip”",
		`"\U0001F600 dan \U0001F44D"`: "😀 dan 👍",
		"Keluarga 👨‍👩‍👧 👍🏽":           "Keluarga 👨‍👩‍👧 👍🏽",
		`"a: 😀"`:                      `"a: 😀"`,
		"𝐀 dan 𠮷":                     "𝐀 dan 𠮷",
	} {
		src := "---\ntitle: " + in + "\n---\n\nIsi.\n"
		got, ok := Format(BuiltIn, "content/halaman/a.md", []byte(src))
		if !ok || !strings.Contains(string(got), "title: "+want+"\n") {
			t.Errorf("%s: %v\n%s", in, ok, got)
		}
		if again, _ := Format(BuiltIn, "content/halaman/a.md", got); string(again) != string(got) {
			t.Errorf("%s: a second time\n%s", in, again)
		}
	}
}
