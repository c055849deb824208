package page

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The official sheet is A4 across. These are what the head of the table leaves of its 186 mm,
// and how many characters a column holds on a line. The numbers are on the safe side: a sheet
// that is not quite full prints well, one that is too full does not.
const (
	sheetHeight   = 150 // mm for rows
	lineHeight    = 3.8
	shortestRow   = 15
	activityChars = 30
	narrowChars   = 21
	longestLabel  = 6 // beside a line; longer ones stand with the activity only
)

// sheets divides rows into sheets of paper, with a numbered pentagon where the flow goes
// on over the edge.
func sheets(rows []Step) []Sheet {
	out := []Sheet{{First: true}}
	used := 0.0
	for n, row := range rows {
		height := rowHeight(&row)
		last := &out[len(out)-1]
		if used+height > sheetHeight && len(last.Rows) > 0 {
			used = 0
			out = append(out, Sheet{})
			if slices.ContainsFunc(rows[n-1].Cells, func(c Cell) bool { return c.Leave }) {
				number := len(out) - 1
				entered := where(row.Cells, func(c Cell) bool { return c.Enter })
				out[len(out)-2].Out = &Connector{number, entered}
				out[len(out)-1].In = &Connector{number, entered}
			}
			last = &out[len(out)-1]
		}
		used += height
		last.Rows = append(last.Rows, row)
	}
	return out
}

// where returns of each cell whether it is so.
func where(cells []Cell, is func(Cell) bool) []bool {
	out := make([]bool, len(cells))
	for i, c := range cells {
		out[i] = is(c)
	}
	return out
}

// rowHeight estimates how high a row is on paper, in millimetres.
func rowHeight(row *Step) float64 {
	lines := func(text string, chars int) int {
		return (utf8.RuneCountInString(text) + chars - 1) / chars
	}
	most := lines(row.Activity, activityChars)
	for _, j := range row.Exits {
		most += lines(j.If+"    ke langkah 00", activityChars)
	}
	for _, text := range []string{
		strings.Join(row.Needs, "; "), strings.Join(row.Output, "; "), row.Remark, row.Time,
	} {
		most = max(most, lines(text, narrowChars))
	}
	return max(shortestRow, float64(most)*lineHeight+3)
}
