package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/importer"
)

// TestImportIsToldOnOneScreen holds that few matters are told one by one, and many by their sorts
// with the file that names each, which overwrites none; and that no number of a citizen is in
// either.
func TestImportIsToldOnOneScreen(t *testing.T) {
	const number = "3204051207890003"
	left := func(n int) *importer.Result {
		r := &importer.Result{}
		for i := range n {
			sort := i % 30
			r.Left = append(r.Left, importer.Left{
				Where: fmt.Sprintf("a/%d-%s.md", i, number),
				Why:   diag.Words{ID: fmt.Sprintf("kunci k%d %s tidak dibawa", sort, number)},
				Kind:  diag.Words{ID: fmt.Sprintf("kunci k%d %s tidak dibawa", sort, number)},
			})
		}
		return r
	}
	dir := t.TempDir() // one for all rows
	for _, tt := range []struct {
		name         string
		matters      int
		dry          bool
		lines, boxes int
		file         string
	}{
		{"few", screen, false, screen, 0, ""},
		{"many", 90, false, screen + 1, 90, "impor.md"},
		{"many again", 90, false, screen + 1, 90, "impor-2.md"},
		{"many, dry", 90, true, screen + 1, 0, ""},
	} {
		var out bytes.Buffer
		p := &program{err: &out, dir: dir, getenv: func(string) string { return "" }}
		r := left(tt.matters)
		file, err := p.tellImport(reportOfImport(r, diag.Indonesian), len(r.Left), tt.dry)
		if err != nil || file != tt.file || strings.Count(out.String(), "\n") != tt.lines || strings.Contains(out.String(), number) {
			t.Errorf("%s: %q, %v\n%s", tt.name, file, err, out.String())
		}
		if file == "" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(p.dir, file))
		if err != nil || strings.Count(string(text), "- [ ] a/") != tt.boxes || strings.Contains(string(text), number) {
			t.Errorf("%s: %v\n%s", tt.name, err, text)
		}
		if want := "3 × kunci k0 320*"; !strings.Contains(out.String(), want) {
			t.Errorf("%s: no %q in\n%s", tt.name, want, out.String())
		}
	}
}
