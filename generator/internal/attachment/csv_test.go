package attachment

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// numbers returns the cells of a row, from 1 to n.
func numbers(n int) []string {
	row := make([]string, n)
	for i := range row {
		row[i] = strconv.Itoa(i + 1)
	}
	return row
}

func TestCSV(t *testing.T) {
	long := strings.Repeat("é", previewCell)
	for _, tt := range []struct {
		name, text string
		want       Info
	}{
		{"empty", "", Info{}},
		{"heads alone", "no,nama\n", Info{Preview: [][]string{{"no", "nama"}}}},
		{"commas", "no,nama\n1,a\n2,b", Info{Rows: 2,
			Preview: [][]string{{"no", "nama"}, {"1", "a"}, {"2", "b"}}}},
		{"semicolons", "no;nama\n1;a,b\n", Info{Rows: 1,
			Preview: [][]string{{"no", "nama"}, {"1", "a,b"}}}},
		{"as many commas as semicolons", "a;b,c\n", Info{Preview: [][]string{{"a;b", "c"}}}},
		{"more semicolons below", "a,b\n1;2;3,4\n", Info{Rows: 1,
			Preview: [][]string{{"a", "b"}, {"1;2;3", "4"}}}},
		{"of an office program", "\xef\xbb\xbfno;nama\r\n1;\"a;b\"\r\n", Info{Rows: 1,
			Preview: [][]string{{"no", "nama"}, {"1", "a;b"}}}},
		{"separators in quotation marks", "\"Nama; lengkap\",\"Nilai; x; y\",Ket\n\"A; B\",1,z\n", Info{Rows: 1,
			Preview: [][]string{{"Nama; lengkap", "Nilai; x; y", "Ket"}, {"A; B", "1", "z"}}}},
		{"commas in words and decimals", "Nama, gelar;Nilai;Ket\nBudi;1,5;x\n", Info{Rows: 1,
			Preview: [][]string{{"Nama, gelar", "Nilai", "Ket"}, {"Budi", "1,5", "x"}}}},
		{"more commas than semicolons in the heads", "a, b, c;d\n1;2\n", Info{Rows: 1,
			Preview: [][]string{{"a, b, c", "d"}, {"1", "2"}}}},
		{"tabs", "no\tnama, gelar\n1\ta\n", Info{Rows: 1, Preview: [][]string{{"no", "nama, gelar"}, {"1", "a"}}}},
		{"bars", "no|nama\n1|a;b\n", Info{Rows: 1, Preview: [][]string{{"no", "nama"}, {"1", "a;b"}}}},
		{"a separator that is said", "sep=;\r\na,b;c\r\n1;2\r\n", Info{Rows: 1, Preview: [][]string{{"a,b", "c"}, {"1", "2"}}}},
		{"a separator that is said behind a mark", "\xef\xbb\xbf\"sep=|\"\na|b\n", Info{Preview: [][]string{{"a", "b"}}}},
		{"lines in a cell", "\"a\nb;c\",d\n1,2\n", Info{Rows: 1, Preview: [][]string{{"a\nb;c", "d"}, {"1", "2"}}}},
		{"one column with commas below", "nama\na, b\nc, d\n", Info{Rows: 2, Preview: [][]string{{"nama"}, {"a", " b"}, {"c", " d"}}}},
		{"rows of different lengths", "a,b\n1\n2,3,4\n", Info{Rows: 2,
			Preview: [][]string{{"a", "b"}, {"1"}, {"2", "3", "4"}}}},
		{"empty lines", "a\n\n\nb\n", Info{Rows: 1, Preview: [][]string{{"a"}, {"b"}}}},
		{"as wide as a preview", strings.Join(numbers(previewColumns), ","),
			Info{Preview: [][]string{numbers(previewColumns)}}},
		{"wider than a preview", strings.Join(numbers(previewColumns+1), ","),
			Info{Preview: [][]string{numbers(previewColumns)}}},
		{"a cell as long as a preview", long, Info{Preview: [][]string{{long}}}},
		{"a cell longer than a preview", long + "é",
			Info{Preview: [][]string{{strings.Repeat("é", previewCell-1) + "…"}}}},
		{"no text", "\x00\x01", Info{Problem: WrongType}},
		{"letters of Windows", "caf\xe9;\x93a\x94\n", Info{Preview: [][]string{{"café", "“a”"}}}},
		{"UTF-16", "\xff\xfeN\x00o\x00;\x00b\x00\n\x001\x00;\x00\xe9\x00", Info{Rows: 1, Preview: [][]string{{"No", "b"}, {"1", "é"}}}},
		{"lines of old computers", "no,nama\r1,a\r2,b", Info{Rows: 2, Preview: [][]string{{"no", "nama"}, {"1", "a"}, {"2", "b"}}}},
		{"a mark of inches", "Pipa,Harga\n3\",10\n", Info{Rows: 1, Preview: [][]string{{"Pipa", "Harga"}, {"3\"", "10"}}}},
		{"a blank before a quotation mark", "a,b\nA, \"1,5\"\n", Info{Rows: 1, Preview: [][]string{{"a", "b"}, {"A", "1,5"}}}},
		{"a title", "Daftar aset\nNama;Nilai\nMobil;1,5\nMotor;2,5\n", Info{Rows: 2,
			Preview: [][]string{{"Nama", "Nilai"}, {"Mobil", "1,5"}, {"Motor", "2,5"}}}},
		{"a title that is filled up", "Daftar aset;;\n;;\nNama;Nilai;Ket\nMobil;1,5;\n", Info{Rows: 1,
			Preview: [][]string{{"Nama", "Nilai", "Ket"}, {"Mobil", "1,5", ""}}}},
		{"a list of one column", "Nama\nBudi\n", Info{Rows: 1, Preview: [][]string{{"Nama"}, {"Budi"}}}},
		{"an open quotation mark", "a,\"b\nc", Info{Problem: Unreadable}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := look("a.csv", []byte(tt.text)); !same(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestTables holds for any table that every cell is visited at its row and column, and that
// Preview is its beginning.
func TestTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		comma := rapid.SampledFrom([]rune{',', ';', '\t', '|'}).Draw(t, "separator")
		width := rapid.IntRange(2, previewColumns+2).Draw(t, "width")
		cell := rapid.StringOfN(rapid.RuneFrom([]rune("ab 1\"é\n")), 0, 3, -1)
		row := rapid.SliceOfN(cell, width, width)
		table := rapid.SliceOfN(row, 1, previewRows+3).Draw(t, "table")
		table[0] = numbers(width) // what separates is seen in them
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma = comma
		if err := w.WriteAll(table); err != nil {
			t.Fatal(err)
		}
		var pieces []piece
		var preview [][]string
		for y, row := range table {
			for x, cell := range row {
				place := counted(PlaceRow, y+1) + ", " + counted(PlaceColumn, x+1)
				pieces = append(pieces, piece{place, -1, cell})
			}
			if y <= previewRows {
				preview = append(preview, row[:min(width, previewColumns)])
			}
		}
		info, visited := look("a.csv", []byte(b.String()))
		if want := (Info{Rows: len(table) - 1, Preview: preview}); !same(info, want) {
			t.Errorf("%+v, want %+v", info, want)
		}
		if !slices.Equal(visited, pieces) {
			t.Errorf("visited %+v, want %+v", visited, pieces)
		}
	})
}
