package content

import (
	"testing"
	"time"

	"maklumat/generator/internal/markdown"
)

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
