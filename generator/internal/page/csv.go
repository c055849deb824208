package page

import (
	"bytes"
	"encoding/csv"

	"maklumat/generator/internal/content"
)

// A table is rows of cells, the first of them the heads.
type table [][]string

// csv writes t as RFC 4180 does, with CRLF. Its cells are content.SheetCells.
func (t table) csv() []byte { return t.write(',', "") }

// excel writes t for the spreadsheets of Indonesian offices, whose decimal sign is the
// comma and whose separator therefore is the semicolon; they know UTF-8 by its byte order
// mark only.
func (t table) excel() []byte { return t.write(';', "\xef\xbb\xbf") }

func (t table) write(comma rune, start string) []byte {
	var b bytes.Buffer
	b.WriteString(start)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, true
	for _, row := range t {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = content.SheetCell(cell)
		}
		_ = w.Write(safe) // a bytes.Buffer does not fail
	}
	w.Flush()
	return b.Bytes()
}
