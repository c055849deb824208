package attachment

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
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
				found.formula(cell, counted(PlaceRow, n))
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

// dialect returns the separator of a table that is called CSV, and the table itself without what
// may stand before it: a byte order mark, and a line sep=; by which Excel is told. The separator is
// the one that all rows have as many of, outside quotation marks, and of these the one that makes
// most cells of the heads. Spreadsheets write semicolons where the comma stands before decimals.
func dialect(src []byte) (separator rune, table []byte) {
	table = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	first, rest, _ := bytes.Cut(table, []byte("\n"))
	said := bytes.ToLower(bytes.Trim(first, "\"\r"))
	if s, ok := bytes.CutPrefix(said, []byte("sep=")); ok && len(s) == 1 {
		return rune(s[0]), rest
	}
	var best fit
	separator = ','
	for i := range len(separators) {
		f := fitOf(table[:min(len(table), sampleBytes)], separators[i])
		if f.heads > 1 && f.better(best) {
			separator, best = rune(separators[i]), f
		}
	}
	return separator, table
}

// A fit is what a separator makes of the first rows of a table.
type fit struct {
	heads  int  // cells of the heads
	even   bool // all rows below have as many
	titles int  // rows above the heads, which are one cell
	doubt  bool // each stands between two digits or before a blank, as commas do in a text
}

func (f fit) better(o fit) bool {
	if o.heads > 1 && f.doubt != o.doubt {
		return o.doubt
	}
	if f.even != o.even {
		return f.even
	}
	if o.heads > 0 && f.titles != o.titles {
		return f.titles < o.titles
	}
	return f.heads > o.heads
}

// fitOf returns what a separator makes of a sample, which may end within a row: that is left out.
// Where a blank stands behind the separators, what is above is the head of a list of texts.
func fitOf(src []byte, separator byte) (f fit) {
	f.even, f.doubt = true, separator == ','
	rows, cells, quoted, empty, spaced := 0, 1, false, true, false
	end := func() {
		if empty {
			return
		}
		switch rows++; {
		case rows == 1:
			f.heads = cells
		case f.heads == 1 && f.even && cells > 1 && rows <= maxTitles+1 && !spaced:
			f.heads, f.titles = cells, rows-1
		default:
			f.even = f.even && cells == f.heads
		}
		cells, empty, spaced = 1, true, false
	}
	for i, c := range src {
		switch {
		case c == '"':
			quoted, empty = !quoted, false
		case quoted:
		case c == '\n':
			if end(); rows == sampleRows {
				return f
			}
		case c == separator:
			cells, empty = cells+1, false
			blank := i+1 < len(src) && src[i+1] == ' '
			spaced = spaced || blank
			within := i > 0 && i+1 < len(src) && isDecimal(src[i-1]) && isDecimal(src[i+1])
			f.doubt = f.doubt && (blank || within)
		case c != '\r':
			empty = false
		}
	}
	if len(src) < sampleBytes {
		end()
	}
	return f
}

func isDecimal(c byte) bool { return c >= '0' && c <= '9' }

// maxTitles is how many rows may stand above the heads of a table.
const maxTitles = 5

// withoutTitles returns the rows of a table from its heads on: above them, rows may have one text,
// which says what the table is.
func withoutTitles(rows [][]string) [][]string {
	for n, row := range rows[:min(len(rows), maxTitles+1)] {
		filled := 0
		for _, cell := range row {
			if strings.TrimSpace(cell) != "" {
				filled++
			}
		}
		if filled > 1 {
			return rows[n:]
		}
	}
	return rows
}

// plainTable returns a table in UTF-8 with lines that end as they do today: spreadsheets also write
// UTF-16, the letters of Windows, and the lines of old computers. old is true for those letters, ok
// is false for what is no text.
func plainTable(src []byte) (table []byte, old, ok bool) {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		src = fromUTF16(src)
	}
	if old = !utf8.Valid(src); old {
		out := make([]rune, len(src))
		for i, c := range src {
			out[i] = windows1252(c)
		}
		src = []byte(string(out))
	}
	if bytes.ContainsFunc(src, func(r rune) bool { return r < '\t' || r > '\r' && r < 0x1b }) {
		return nil, old, false
	}
	if bytes.IndexByte(src, '\n') < 0 {
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	return src, old, true
}

// tableReader returns what reads the rows of a table. A quotation mark within a cell, such as that
// of an inch, and one behind a blank are errors to the standard (RFC 4180); programs write them.
func tableReader(table []byte, separator rune) (*csv.Reader, *rationed) {
	r, in := strictReader(table, separator)
	if bytes.IndexByte(table, '"') >= 0 {
		var err error
		for err == nil {
			in.left = maxToken
			_, err = r.Read()
		}
		r, in = strictReader(table, separator)
		if errors.Is(err, csv.ErrQuote) { // "Pengadaan" barang, as spreadsheets read it
			mark := regexp.QuoteMeta(string(separator))
			behind := regexp.MustCompile(`(?m)(^|` + mark + `)"([^"\n]*)"([^"\r\n` + mark + `]+)`)
			r, in = strictReader(behind.ReplaceAll(table, []byte(`$1"$2""$3"`)), separator)
			return r, in
		}
		r.LazyQuotes = errors.Is(err, csv.ErrBareQuote)
		r.TrimLeadingSpace = r.LazyQuotes && separator != '\t'
	}
	return r, in
}

func strictReader(table []byte, separator rune) (*csv.Reader, *rationed) {
	in := &rationed{bytes.NewReader(table), maxToken}
	r := csv.NewReader(in)
	r.Comma = separator
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	return r, in
}

// maxTable is the most cells that a CSV file may have.
const maxTable = 3 << 20

// readCSV reads a table in the dialect that it is written in.
func readCSV(src []byte, visit Visitor) Info {
	plain, _, ok := plainTable(src)
	if !ok {
		return Info{Problem: WrongType}
	}
	var info Info
	var found findings
	separator, table := dialect(plain)
	r, in := tableReader(table, separator)
	cells := 0
	for rows := 0; ; rows++ {
		in.left = maxToken
		record, err := r.Read()
		if err == io.EOF {
			kept := info.Preview
			if fitOf(table[:min(len(table), sampleBytes)], byte(separator)).heads > 1 {
				kept = withoutTitles(kept)
			}
			info.Rows = max(0, rows-1-(len(info.Preview)-len(kept)))
			info.Preview = kept
			return found.of(info)
		}
		if err != nil {
			return Info{Problem: problemOf(err)}
		}
		if cells += len(record); cells > maxTable {
			return Info{Problem: TooLarge}
		}
		at := counted(PlaceRow, rows+1) + ", "
		digits := boxes{visit: visit, place: at + counted(PlaceColumn, 1)}
		for column, cell := range record {
			place := at + counted(PlaceColumn, column+1)
			digits.cell(cell)
			visit(seen(place, cell))
			if isFormula(cell) {
				found.formula(cell, place)
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
