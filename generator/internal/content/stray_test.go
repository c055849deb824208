package content

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// TestStrayMarks holds that a mark stops its document from being published wherever it stands but
// in the first header, where it closes, in every kind; and that words about marks stop nothing.
func TestStrayMarks(t *testing.T) {
	for name, c := range map[string]struct {
		text  string // after the first line of the header
		stray bool
	}{
		"none":                    {"---\nIsi.\n", false},
		"the first line":          {"---\nklasifikasi: dikecualikan\n", true},
		"a second header":         {"---\n---\nklasifikasi: dikecualikan\n---\nIsi.\n", true},
		"a header after a blank":  {"---\n\n---\ntitle: B\nklasifikasi: dikecualikan\n---\n", true},
		"a header ended too soon": {"summary: |\n  Satu.\n---\nklasifikasi: dikecualikan\n---\nIsi.\n", true},
		"in a block of text":      {"summary: |\n  Satu.\n  klasifikasi: dikecualikan\n---\nIsi.\n", true},
		"a key behind it":         {"summary: |\n  Satu.\n  klasifikasi: dikecualikan\nslug: a\n---\nIsi.\n", true},
		"public":                  {"---\nklasifikasi: berkala\n", true},
		"at the end":              {"---\nIsi.\n\nklasifikasi: dikecualikan", true},
		"indented":                {"---\n    klasifikasi: dikecualikan\n", true},
		"quoted":                  {"---\n> klasifikasi: dikecualikan\n", true},
		"in a list":               {"---\n- klasifikasi: dikecualikan\n", true},
		"bold":                    {"---\n**klasifikasi:** dikecualikan\n", true},
		"in a comment":            {"---\n<!-- klasifikasi: dikecualikan -->\n", true},
		"with quotation marks":    {"---\n\"klasifikasi\": \"dikecualikan\"\n", true},
		"with an equals sign":     {"---\nklasifikasi = \"dikecualikan\"\n", true},
		"a blank before":          {"---\nklasifikasi : dikecualikan\n", true},
		"no blank after":          {"---\nklasifikasi:dikecualikan\n", true},
		"capitals":                {"---\nKLASIFIKASI: DIKECUALIKAN\n", true},
		"misspelt":                {"---\nklasifikas: dikecualikn\nklasfikasi: Dikecualikan\n", true},
		"the lines of Windows":    {"---\r\nklasifikasi: dikecualikan\r\n", true},
		"code that is not closed": {"---\n```yaml\nklasifikasi: dikecualikan\n", true},
		"after code":              {"---\n```\nx\n```\nklasifikasi: dikecualikan\n", true},
		"a wide colon":            {"---\nklasifikasi：dikecualikan\n", true},
		"invisible before":        {"---\n\u200bklasifikasi: dikecualikan\n", true},
		"code":                    {"---\n```yaml\nklasifikasi: dikecualikan\n```\nIsi.\n", false},
		"code by tildes":          {"---\n~~~\nklasifikasi: dikecualikan\n~~~\n", false},
		"a heading of the mark":   {"---\n# klasifikasi: dikecualikan\n", true},
		"its own key":             {"klasifikasi: berkala\n---\nIsi.\n", false},
		"its own key, misspelt":   {"klasifikasi: Dikecualikan\n---\nIsi.\n", false},
		"a comment in the header": {"# klasifikasi: dikecualikan\n---\nIsi.\n", false},
		"a sentence":              {"---\nKlasifikasi ditetapkan: oleh PPID.\n", false},
		"a heading":               {"---\n## Klasifikasi: empat golongan\n", false},
		"inside a sentence":       {"---\nTulis klasifikasi: dikecualikan di kepala dokumen.\n", false},
		"a similar word":          {"---\nKualifikasi: dikecualikan bagi yang sudah lulus\n", true},
	} {
		for _, kind := range BuiltIn {
			file := "content/" + kind.Name + "/a.md"
			doc, _ := Parse(markdown.NewParser(), BuiltIn, time.UTC, file, []byte("---\ntitle: A\n"+c.text))
			found := fmt.Sprint(doc.Diags)
			if got := strings.Contains(found, string(diag.HeaderMark)); got != c.stray && !doc.Closed {
				t.Errorf("%s, %s: stray is %t, %s", name, kind.Name, got, found)
			}
			for _, d := range doc.Diags {
				if c.stray && !d.Sealed {
					t.Errorf("%s, %s: %s shows text", name, kind.Name, d.Code)
				}
				src := "---\ntitle: A\n" + c.text
				if line := src[d.At.Start:d.At.End]; d.Code == diag.HeaderMark &&
					(d.At.File != file || !strings.Contains(strings.ToLower(line), "kecuali") &&
						!strings.Contains(line, "berkala") || strings.Contains(strings.TrimSpace(line), "\n")) {
					t.Errorf("%s, %s: is told at %v, %q", name, kind.Name, d.At, line)
				}
			}
		}
	}
}

// TestSeparator holds that a key ends at the first mark that can stand behind it.
func TestSeparator(t *testing.T) {
	for line, want := range map[string]int{
		"": -1, "kata": -1, "a: b": 1, "a = b": 2, "a： b": 1, "a： b: c": 1, "a: b： c": 1, "a=b：c:": 1, "：": 0,
	} {
		if got := separator([]byte(line)); got != want {
			t.Errorf("%q: %d, not %d", line, got, want)
		}
	}
}
