package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/importer"
)

// What an import leaves is told on one screen; more is told by its sorts, and whole in a file.
const (
	screen   = 20 // lines
	examples = 3  // of one sort
)

// An importMatter is all of one sort that an import left.
type importMatter struct {
	kind  string
	lines []string // each with its place
	where []string // the places, each once
}

// reportOfImport gathers what an import left by its sorts, those first of which there is most.
func reportOfImport(r *importer.Result, lang diag.Lang) []importMatter {
	var out []importMatter
	at := map[string]int{}
	for _, l := range r.Left {
		kind, where := diag.Masked(l.Kind.In(lang)), diag.Masked(l.Where)
		if l.Line > 0 {
			where += fmt.Sprintf(":%d", l.Line)
		}
		i, ok := at[kind]
		if !ok {
			i = len(out)
			at[kind] = i
			out = append(out, importMatter{kind: kind})
		}
		m := &out[i]
		line := diag.Masked(l.Why.In(lang))
		if where != "" {
			line = where + ": " + line
		}
		m.lines = append(m.lines, line)
		if n := len(m.where); where != "" && (n == 0 || m.where[n-1] != where) {
			m.where = append(m.where, where)
		}
	}
	slices.SortStableFunc(out, func(a, b importMatter) int {
		return cmp.Compare(len(b.lines), len(a.lines))
	})
	return out
}

// tellImport tells what an import left, of so many matters in all. It returns the file that names
// each, "" where they were told one by one or nothing is to be written.
func (p *program) tellImport(report []importMatter, all int, dry bool) (file string, err error) {
	if all <= screen {
		for _, m := range report {
			for _, line := range m.lines {
				fmt.Fprintln(p.err, line)
			}
		}
		return "", nil
	}
	for i, m := range report {
		if i == screen {
			fmt.Fprintf(p.err, p.say("… dan %d jenis lagi\n", "… and %d more sorts\n"),
				len(report)-i)
			break
		}
		if len(m.lines) == 1 {
			fmt.Fprintln(p.err, m.lines[0])
			continue
		}
		where := ""
		if len(m.where) > 0 {
			some := m.where[:min(len(m.where), examples)]
			where = ": " + strings.Join(some, ", ")
			if len(some) < len(m.where) {
				where += ", …"
			}
		}
		fmt.Fprintf(p.err, "%d × %s%s\n", len(m.lines), m.kind, where)
	}
	if dry {
		return "", nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", p.say("Yang perlu dilihat sesudah impor",
		"What to look at after the import"))
	for _, m := range report {
		fmt.Fprintf(&b, "\n## %s (%d)\n\n", m.kind, len(m.lines))
		for _, line := range m.lines {
			fmt.Fprintf(&b, "- [ ] %s\n", line)
		}
	}
	for n := 1; ; n++ {
		name := "impor.md"
		if n > 1 {
			name = fmt.Sprintf("impor-%d.md", n)
		}
		err := create(filepath.Join(p.dir, name), strings.NewReader(b.String()))
		if !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
}
