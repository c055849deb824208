package content

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// parseAs reads a document of a built-in kind.
func parseAs(kind, src string) *Document {
	doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, "content/"+kind+"/a.md", []byte(src))
	return doc
}

// told writes each message in one line: its code, its place, the text there in brackets, and
// after an arrow what it proposes to write instead.
func told(src string, diags diag.List) []string {
	var lines []string
	for _, d := range diags.Sort() {
		before := src[:d.At.Start]
		line := strings.Count(before, "\n") + 1
		column := d.At.Start - strings.LastIndexByte(before, '\n')
		s := fmt.Sprintf("%s %s:%d:%d", d.Code, d.At.File, line, column)
		if text := src[d.At.Start:d.At.End]; text != "" {
			s += " [" + text + "]"
		}
		if d.Replace != "" {
			s += " → " + d.Replace
		}
		lines = append(lines, s)
	}
	return lines
}

// holds compares what was told with what should have been.
func holds(t *testing.T, src string, diags diag.List, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, told(src, diags)); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
}

// sentences are the messages as editors read them, for what the code alone does not tell.
func sentences(t *testing.T, diags diag.List) string {
	t.Helper()
	var b bytes.Buffer
	p := diag.Printer{Lang: diag.English, Source: func(string) []byte { return nil }}
	if err := p.Print(&b, diags); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
