package page

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestRowHeight holds how high a row is taken to be, at the edge of a line.
func TestRowHeight(t *testing.T) {
	row := func(activity int, needs ...int) *Step {
		s := &Step{Activity: strings.Repeat("é", activity)}
		for _, n := range needs {
			s.Needs = append(s.Needs, strings.Repeat("m", n))
		}
		return s
	}
	low := rowHeight(row(1))
	for _, tt := range []struct {
		name  string
		row   *Step
		lines int // 0 for the shortest row
	}{
		{"a word", row(1), 0}, {"three full lines", row(3 * activityChars), 0},
		{"six full lines", row(6 * activityChars), 6}, {"a letter more", row(6*activityChars + 1), 7},
		{"full lines of needs", row(1, 6*narrowChars), 6}, {"a letter of needs more", row(1, 6*narrowChars+1), 7},
		{"two needs, with what is between them", row(1, 3*narrowChars, 3*narrowChars-2), 6},
	} {
		want := low
		if tt.lines > 0 {
			want = float64(tt.lines)*lineHeight + 3
		}
		if got := rowHeight(tt.row); got != want {
			t.Errorf("%s: %v mm, want %v", tt.name, got, want)
		}
	}
}

// TestSheetsAreFilled holds that all rows stand on sheets in their order, that no sheet has more
// than fits on it and none less than would, and that the flow is led over each edge that it
// crosses.
func TestSheetsAreFilled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []Step
		for n := range rapid.IntRange(1, 40).Draw(t, "rows") {
			rows = append(rows, Step{
				Number: n + 1, Activity: strings.Repeat("m", rapid.IntRange(1, 1500).Draw(t, "letters")),
				Cells: []Cell{{Leave: rapid.Bool().Draw(t, "leave")}, {Enter: rapid.Bool().Draw(t, "enter")}},
			})
		}
		all := sheets(rows)
		number, at := 0, 0
		for k, sheet := range all {
			height := 0.0
			for _, row := range sheet.Rows {
				if height += rowHeight(&row); row.Number != rows[at].Number {
					t.Fatalf("row %d stands where %d should", row.Number, rows[at].Number)
				}
				at++
			}
			if len(sheet.Rows) == 0 || height > sheetHeight && len(sheet.Rows) > 1 {
				t.Fatalf("a sheet of %v mm with %d rows", height, len(sheet.Rows))
			}
			if sheet.First != (k == 0) {
				t.Fatal("the first sheet is not the first")
			}
			if k == len(all)-1 {
				if sheet.Out != nil {
					t.Fatal("the flow leaves the last sheet")
				}
				continue
			}
			if next := rowHeight(&all[k+1].Rows[0]); height+next <= sheetHeight {
				t.Fatalf("a row of %v mm does not stand on a sheet of %v mm", next, height)
			}
			leaves := sheet.Rows[len(sheet.Rows)-1].Cells[0].Leave
			number = k + 1
			if leaves != (sheet.Out != nil) || leaves != (all[k+1].In != nil) {
				t.Fatal("the flow is not led over the edge")
			}
			if leaves && (sheet.Out.Number != number || all[k+1].In.Number != number ||
				sheet.Out.Cells[1] != all[k+1].Rows[0].Cells[1].Enter || sheet.Out.Cells[0]) {
				t.Fatalf("led by %+v to %+v", sheet.Out, all[k+1].In)
			}
		}
		if at != len(rows) {
			t.Fatal("rows are missing")
		}
	})
}
