package attachment

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readTSV reads a table separated by tabs.
func readTSV(src []byte, visit Visitor) Info {
	info := readText(src, visit)
	if info.Problem != None {
		return info
	}
	var found findings
	n := 0
	for line := range strings.Lines(asText(src)) {
		n++
		for cell := range strings.SplitSeq(line, "\t") {
			if isFormula(cell) {
				found.formula(cell, "baris "+strconv.Itoa(n))
			}
		}
	}
	return found.of(info)
}

// separators are what may stand between the cells of a table; where two fit as well, the first.
const separators = ",;\t|"

// What is looked at of a table to find out what separates its cells.
const (
	sampleRows  = 20
	sampleBytes = 64 << 10
)

// Dialect returns the separator of a table that is called CSV, and the table itself without what
// may stand before it: a byte order mark, and a line sep=; by which Excel is told. The separator is
// the one that all rows have as many of, outside quotation marks, and of these the one that makes
// most cells of the heads. Spreadsheets write semicolons where the comma stands before decimals.
func Dialect(src []byte) (separator rune, table []byte) {
	table = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	first, rest, _ := bytes.Cut(table, []byte("\n"))
	said := bytes.ToLower(bytes.Trim(first, "\"\r"))
	if s, ok := bytes.CutPrefix(said, []byte("sep=")); ok && len(s) == 1 {
		return rune(s[0]), rest
	}
	best, even := 0, false
	separator = ','
	for i := range len(separators) {
		heads, same := cellsOf(table[:min(len(table), sampleBytes)], separators[i])
		if heads > 1 && (same && !even || same == even && heads > best) {
			separator, best, even = rune(separators[i]), heads, same
		}
	}
	return separator, table
}

// cellsOf returns how many cells a separator makes of the first row, and whether it makes as many
// of the others. A sample may end within a row, which is left out.
func cellsOf(src []byte, separator byte) (heads int, same bool) {
	same = true
	rows, cells, quoted, empty := 0, 1, false, true
	end := func() {
		if empty {
			return
		}
		if rows++; rows == 1 {
			heads = cells
		}
		same = same && cells == heads
		cells, empty = 1, true
	}
	for _, c := range src {
		switch {
		case c == '"':
			quoted, empty = !quoted, false
		case quoted:
		case c == '\n':
			if end(); rows == sampleRows {
				return heads, same
			}
		case c == separator:
			cells, empty = cells+1, false
		case c != '\r':
			empty = false
		}
	}
	if len(src) < sampleBytes {
		end()
	}
	return heads, same
}

// maxTable is the most cells that a CSV file may have.
const maxTable = 3 << 20

// readCSV reads a table in the dialect that it is written in.
func readCSV(src []byte, visit Visitor) Info {
	if info := readText(src, func(Piece) {}); info.Problem != None {
		return info
	}
	var info Info
	var found findings
	separator, table := Dialect(src)
	in := &rationed{bytes.NewReader(table), maxToken}
	r := csv.NewReader(in)
	r.Comma = separator
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	cells := 0
	for rows := 0; ; rows++ {
		in.left = maxToken
		record, err := r.Read()
		if err == io.EOF {
			info.Rows = max(0, rows-1)
			return found.of(info)
		}
		if err != nil {
			return Info{Problem: problemOf(err)}
		}
		if cells += len(record); cells > maxTable {
			return Info{Problem: TooLarge}
		}
		row := "baris " + strconv.Itoa(rows+1) + ", kolom "
		digits := boxes{visit: visit, place: row + "1"}
		for column, cell := range record {
			digits.cell(cell)
			visit(seen(row+strconv.Itoa(column+1), cell))
			if isFormula(cell) {
				found.formula(cell, row+strconv.Itoa(column+1))
			}
		}
		digits.flush()
		if rows <= previewRows {
			info.Preview = append(info.Preview, clip(record))
		}
	}
}

// clip returns a copy of a row that fits a Preview.
func clip(row []string) []string {
	row = row[:min(len(row), previewColumns)]
	out := make([]string, len(row))
	for i, cell := range row {
		if utf8.RuneCountInString(cell) > previewCell {
			cell = string([]rune(cell)[:previewCell-1]) + "…"
		}
		out[i] = strings.Clone(cell)
	}
	return out
}
