package content

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"maklumat/generator/internal/gate"
	"maklumat/generator/internal/markdown"
)

// TestIsClassFile holds that a look at a name tells no name apart that gate.IsMark knows: names
// near to its own, and any others.
func TestIsClassFile(t *testing.T) {
	letters := rapid.SampledFrom([]rune("_kelas.ym- KELASYM315I1|4@$#(2)~bдеа\u200b"))
	rapid.Check(t, func(t *rapid.T) {
		name := []rune(gate.Mark)
		if rapid.IntRange(0, 4).Draw(t, "any") == 0 {
			name = rapid.SliceOfN(letters, 1, 16).Draw(t, "name")
		}
		for range rapid.IntRange(0, 3).Draw(t, "slips") {
			at := rapid.IntRange(0, len(name)).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "slip") {
			case 0:
				name = slices.Insert(name, at, letters.Draw(t, "more"))
			case 1:
				if at < len(name) && len(name) > 1 {
					name = slices.Delete(name, at, at+1)
				}
			case 2:
				if at < len(name) {
					name[at] = letters.Draw(t, "other")
				}
			default:
				if at+1 < len(name) {
					name[at], name[at+1] = name[at+1], name[at]
				}
			}
		}
		text := string(name)
		if want := gate.IsMark(text); IsClassFile("content/a/"+text) != want {
			t.Fatalf("%q: a mark is %t", text, want)
		}
	})
}

// TestClassSeals holds that the messages about a document that may have been meant to be
// closed are kept without its text.
func TestClassSeals(t *testing.T) {
	for header, want := range map[string]bool{
		"title: A\nkelas: x\n": false, "title: A\nklasifikasi: Dikecualikan\n": true,
		"title: A\nkelas: dikecualikan\n": true, "title: A\nsifat: DIKECUALIKAN!\n": true,
	} {
		doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/halaman/a.md", []byte("---\n"+header+"---\nIsi.\n"))
		if len(doc.Diags) == 0 {
			t.Errorf("%q: no message", header)
		}
		for _, d := range doc.Diags {
			if d.Sealed != want {
				t.Errorf("%q: %s is sealed: %t, want %t", header, d.Code, d.Sealed, want)
			}
		}
	}
}
