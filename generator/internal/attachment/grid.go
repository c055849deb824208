package attachment

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// maxColumnGroups is how many groups of hidden columns a sheet may have.
const maxColumnGroups = 2000

// A grid is a sheet that is being read.
type grid struct {
	tab
	columns  []int    // for each that may be: how many of those before it are hidden
	rowsHide bool     // rows are hidden unless they say otherwise
	row      bool     // this row is hidden
	column   int      // of the last cell
	cells    []string // of the row, those that are seen, up to width
	width    int
	any      bool // the row has cells with something in them
	merges   []area
	next     int    // of merges
	open     []area // that the row is in
	number   int    // of the row, counted from 1
	numbers  []int  // of the rows that are seen and have cells
	merged   int    // cells that merge has looked at or made
	boxes    boxes
}

// isHidden reports whether readers do not see the column of a cell in this row.
func (g *grid) isHidden(column int) bool {
	return g.hidden || g.row ||
		column >= 0 && column+1 < len(g.columns) && g.columns[column+1] > g.columns[column]
}

// maxColumns is how many columns a sheet can have.
const maxColumns = 1 << 14

// hide notes columns that are hidden, counted from 1.
func (g *grid) hide(from, to int) {
	if g.columns == nil {
		g.columns = make([]int, maxColumns+1)
	}
	hidden := 0
	before := g.columns
	g.columns = make([]int, maxColumns+1)
	for i := range maxColumns {
		g.columns[i] = hidden
		if before[i+1] > before[i] || i+1 >= from && i+1 <= to {
			hidden++
		}
	}
	g.columns[maxColumns] = hidden
}

// shown returns the place of a column among those that readers see.
func (g *grid) shown(column int) int {
	if column < 0 || column >= len(g.columns) {
		return column
	}
	return column - g.columns[column]
}

// begin takes the next row.
func (g *grid) begin(t *xml.StartElement) {
	hidden := attr(t, "hidden")
	g.row = isTrue(hidden) || hidden == "" && g.rowsHide
	g.cells, g.any, g.column = nil, false, -1
	if g.number++; attr(t, "r") != "" {
		g.number, _ = strconv.Atoi(attr(t, "r"))
	}
	g.enter()
}

// An area is one of merged cells: columns counted from 0, rows from 1.
type area struct{ left, top, right, bottom int }

// maxMerges is how many areas of a sheet are known; Excel is slow with fewer.
const maxMerges = 10_000

// mergedArea matches an area of merged cells.
var mergedArea = regexp.MustCompile(
	`mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']`)

// mergesIn returns the areas of merged cells of a sheet, of which spreadsheets show the first cell,
// from the first row on. They stand behind all cells, so that the part is looked through before.
func mergesIn(f *zip.File) ([]area, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var all []area
	chunk, rest := make([]byte, 64<<10), []byte(nil)
	for len(all) < maxMerges {
		n, err := r.Read(chunk)
		rest = append(rest, chunk[:n]...)
		used := 0
		if bytes.Contains(rest, []byte("mergeCell")) {
			for _, m := range mergedArea.FindAllSubmatchIndex(rest, -1) {
				word := func(i int) string { return string(rest[m[i]:m[i+1]]) }
				top, _ := strconv.Atoi(word(4))
				bottom, _ := strconv.Atoi(word(8))
				all = append(all, area{columnOf(word(2)), top, columnOf(word(6)), bottom})
				used = m[1]
			}
		}
		rest = slices.Clone(rest[max(used, len(rest)-maxMergeTag):])
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b area) int { return cmp.Compare(a.top, b.top) })
	return all, nil
}

// maxMergeTag is how many bytes of an element may be divided between two chunks.
const maxMergeTag = 256

// isCovered reports whether a cell of this row is in such an area and not its first.
func (g *grid) isCovered(column int) bool {
	return slices.ContainsFunc(g.open, func(a area) bool {
		return column >= a.left && column <= a.right && (column != a.left || g.number != a.top)
	})
}

// enter opens the areas that this row is in. Rows come in their order.
func (g *grid) enter() {
	for ; g.next < len(g.merges) && g.merges[g.next].top <= g.number; g.next++ {
		g.open = append(g.open, g.merges[g.next])
	}
	g.open = slices.DeleteFunc(g.open, func(a area) bool { return a.bottom < g.number })
}

// merge writes what a cell over some rows shows into each of these rows, which readers of a list
// take one by one. rows are those that are seen and have cells, from the first on; ref is as in
// A2:A5.
func (g *grid) merge(rows [][]string, ref string) {
	first, last, _ := strings.Cut(ref, ":")
	column := columnOf(first)
	top, _ := strconv.Atoi(strings.TrimLeft(first, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	bottom, _ := strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	at, found := slices.BinarySearch(g.numbers[:min(len(rows), len(g.numbers))], top)
	place := g.shown(column)
	if !found || column < 0 || place >= len(rows[at]) {
		return
	}
	for n := at + 1; n < len(rows) && g.numbers[n] <= bottom && g.merged < maxCells; n++ {
		for len(rows[n]) <= place {
			rows[n] = append(rows[n], "")
			g.merged++
		}
		if rows[n][place] == "" {
			rows[n][place] = rows[at][place]
		}
		g.merged++
	}
}
