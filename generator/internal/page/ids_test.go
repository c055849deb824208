package page

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/markdown"
)

// TestIDsOfTemplates holds that no heading can get the id of something that a template shows, as
// authelia/authelia#6077 reports: its script would write over the heading.
func TestIDsOfTemplates(t *testing.T) {
	id := regexp.MustCompile(`\sid="?([a-z][a-z0-9-]*)(\{\{)?`)
	err := filepath.WalkDir("../../../templates", func(file string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".html" {
			return err
		}
		src, err := os.ReadFile(file)
		for _, m := range id.FindAllStringSubmatch(string(src), -1) {
			if m[2] == "" && !strings.HasSuffix(m[1], "-h") && !slices.Contains(markdown.Reserved, m[1]) {
				t.Errorf("%s: a heading may have the id %s; reserve it, or let it end in -h", file, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
