package attachment

import (
	"bytes"
	"io"
	"path"
	"slices"
	"strings"
)

// A Sheet is a table of a file as readers see it: the cells as they are shown, in a workbook with a
// comma before the decimals. Rows may have different lengths.
type Sheet struct {
	Name string // of the tab; "" in a file that has none
	Rows [][]string
}

// The most that is kept of the sheets of one file.
const (
	sheetColumns = 64
	sheetCells   = 400_000
)

// sheets are those of a file while it is read.
type sheets struct {
	all   []Sheet
	rows  [][]string // of the one that is being read
	cells int        // of all
}

// add keeps a row, unless it is one too many.
func (s *sheets) add(row []string) bool {
	row = row[:min(len(row), sheetColumns)]
	if s.cells += len(row); s.cells > sheetCells {
		return false
	}
	s.rows = append(s.rows, slices.Clone(row))
	return true
}

// Sheets returns the tables of a CSV or TSV file, or of a workbook the tabs that readers see, in
// their order. Hidden rows and columns are left out, as in a Preview.
func Sheets(name string, src []byte) ([]Sheet, Problem) {
	var s sheets
	if strings.EqualFold(path.Ext(name), ".xlsx") {
		// what is inside it is read elsewhere
		nothing := func([]byte, Visitor) Info { return Info{} }
		l := &reading{pdf: nothing, sheets: &s}
		info := l.readOffice(".xlsx", src, func(Piece) {})
		return s.all, info.Problem
	}
	_, problem := Rows(name, src, func(_ int, row []string) bool { return s.add(row) })
	if problem != None {
		return nil, problem
	}
	return []Sheet{{Rows: s.rows}}, None
}

// Rows calls visit for each row of a CSV or TSV file with the line on which it begins, counted from
// 1; the row is overwritten by the next. The file is TooLarge when visit returns false. old is true
// for a file in the letters of old Windows programs, of which nothing says whether they are those
// of another country.
func Rows(
	name string, src []byte, visit func(line int, row []string) bool,
) (old bool, problem Problem) {
	plain, old, ok := plainTable(src)
	if !ok {
		return old, WrongType
	}
	separator, table := dialect(plain)
	if strings.EqualFold(path.Ext(name), ".tsv") {
		separator, table = '\t', bytes.TrimPrefix(plain, []byte("\xef\xbb\xbf"))
	}
	above := bytes.Count(plain[:len(plain)-len(table)], []byte("\n"))
	r, in := tableReader(table, separator)
	for {
		in.left = maxToken
		row, err := r.Read()
		switch {
		case err == io.EOF:
			return old, None
		case err != nil:
			return old, problemOf(err)
		}
		if line, _ := r.FieldPos(0); !visit(above+line, row) {
			return old, TooLarge
		}
	}
}
