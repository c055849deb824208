package page

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// A table is rows of cells, the first of them the heads.
type table [][]string

// csv writes t as RFC 4180 does, with CRLF. A cell that a spreadsheet would take for a
// formula gets an apostrophe in front, which spreadsheets do not show: the text behind it
// stays exactly as it is.
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
			safe[i] = harmless(cell)
		}
		_ = w.Write(safe) // a bytes.Buffer does not fail
	}
	w.Flush()
	return b.Bytes()
}

// harmless keeps a cell from being taken for a formula: one that starts with = + - @ or a
// control character, OWASP "CSV injection". A plain negative number is none.
func harmless(cell string) string {
	rest := strings.TrimLeft(cell, "'") // so that taking one apostrophe away gives the text back
	if rest == "" || !strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
		return cell
	}
	if cell[0] == '-' && len(cell) > 1 && strings.Trim(cell[1:], "0123456789.,") == "" {
		return cell
	}
	return "'" + cell
}
