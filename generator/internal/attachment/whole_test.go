package attachment

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestRows holds the rows of tables in text, each with the line on which it begins.
func TestRows(t *testing.T) {
	for _, tt := range []struct {
		name, file, src, want string
		old                   bool
		problem               Problem
	}{
		{"commas", "a.csv", "a,b\n1,2\n", "1[a b] 2[1 2]", false, None},
		{"a row over two lines", "a.csv", "a,b\n\"1\n1\",2\n3,4\n", "1[a b] 2[1\n1 2] 4[3 4]", false, None},
		{"said to Excel", "a.csv", "sep=|\na|b;c\n1|2;3\n", "2[a b;c] 3[1 2;3]", false, None},
		{"said wrongly", "a.csv", "sep=;;\na,b\n1,2\n", "1[sep=;;] 2[a b] 3[1 2]", false, None},
		{"a row without an end", "a.csv", "a;b;c", "1[a b c]", false, None},
		{"tabs", "a.tsv", "\ufeffa\tb,c\n1\t2\n", "1[a b,c] 2[1 2]", false, None},
		{"the letters of Windows", "a.csv", "a;caf\xe9\n", "1[a café]", true, None},
		{"titles", "a.csv", "Daftar\nTahun\n\na;b\n1;2,5\n", "1[Daftar] 2[Tahun] 4[a b] 5[1 2,5]", false, None},
		{"no text", "a.csv", "a\x00b", "", false, WrongType},
		{"a mark that is never closed", "a.csv", "a,b\n\"1,2\n3,4\n", "1[a b]", false, Unreadable},
	} {
		var rows []string
		old, problem := Rows(tt.file, []byte(tt.src), func(line int, row []string) bool {
			rows = append(rows, fmt.Sprint(line)+fmt.Sprint(row))
			return true
		})
		if got := strings.Join(rows, " "); got != tt.want || old != tt.old || problem != tt.problem {
			t.Errorf("%s: %q, %t, %v", tt.name, got, old, problem)
		}
	}
	if _, problem := Rows("a.csv", []byte("a,b\n"), func(int, []string) bool { return false }); problem != TooLarge {
		t.Errorf("a row too many: %v", problem)
	}
}

// TestWholeSheets holds that all columns and rows of a table are there, up to a bound.
func TestWholeSheets(t *testing.T) {
	var cells strings.Builder
	want := make([]string, 20)
	for i := range want {
		want[i] = fmt.Sprint("k", i)
		cells.WriteString(inline(string(rune('A'+i))+"1", want[i]))
	}
	src := archive(t, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+row(cells.String())+"</sheetData></worksheet>")
	sheets, problem := Sheets("a.xlsx", src)
	if problem != None || len(sheets) != 1 || len(sheets[0].Rows) != 1 || !slices.Equal(sheets[0].Rows[0], want) {
		t.Errorf("%v %v", sheets, problem)
	}
	line := strings.TrimSuffix(strings.Repeat("1,", sheetColumns), ",") + "\n"
	full := strings.Repeat(line, sheetCells/sheetColumns)
	if sheets, problem := Sheets("a.csv", []byte(full)); problem != None || len(sheets[0].Rows) != sheetCells/sheetColumns {
		t.Errorf("as much as may be: %v", problem)
	}
	if _, problem := Sheets("a.csv", []byte(full+"1\n")); problem != TooLarge {
		t.Errorf("a cell too many: %v", problem)
	}
	if _, problem := Sheets("a.csv", []byte("a\x00")); problem != WrongType {
		t.Errorf("no text: %v", problem)
	}
}

// TestCellsWithoutNames holds that a cell which does not say where it is stands beside the one
// before it, and is hidden with its column.
func TestCellsWithoutNames(t *testing.T) {
	cell := func(text string) string { return `<c t="inlineStr"><is><t>` + text + `</t></is></c>` }
	info, pieces := look("a.xlsx", archive(t, "xl/worksheets/sheet1.xml", `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>`+
		row(cell("a"), cell("b"), cell("c"))+"</sheetData></worksheet>"))
	if len(info.Preview) != 1 || !slices.Equal(info.Preview[0], []string{"a", "c"}) || len(pieces) != 2 {
		t.Errorf("%+v, %v", info, pieces)
	}
}

// TestMergedBelow holds that a cell over some rows shows in those below it, and in none above.
func TestMergedBelow(t *testing.T) {
	rows := row(inline("A1", "Jenis"), inline("B1", "Nama")) + row(inline("B2", "satu")) + row(inline("A3", "Berkala"), inline("B3", "dua")) + row(inline("B4", "tiga"))
	info, _ := look("a.xlsx", archive(t, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+rows+`</sheetData><mergeCells><mergeCell ref="A3:A4"/></mergeCells></worksheet>`))
	if got := fmt.Sprint(info.Preview); got != "[[Jenis Nama] [ satu] [Berkala dua] [Berkala tiga]]" {
		t.Error(got)
	}
}

// TestFormatsThatHide holds that a format hides numbers alone where it says what words look like.
func TestFormatsThatHide(t *testing.T) {
	const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`
	info, pieces := look("a.xlsx", archive(t, "xl/styles.xml", styles, "xl/worksheets/sheet1.xml",
		"<worksheet><sheetData>"+row(`<c r="A1" s="1"><v>7</v></c>`, `<c r="B1" s="1" t="inlineStr"><is><t>tampak</t></is></c>`)+"</sheetData></worksheet>"))
	if len(pieces) != 1 || pieces[0].text != "tampak" || !slices.ContainsFunc(info.Hidden, func(h Hidden) bool { return h.How == Unshown }) {
		t.Errorf("%v, %+v", pieces, info.Hidden)
	}
}

// TestPlaces holds where words of text and tables are said to be.
func TestPlaces(t *testing.T) {
	_, pieces := look("a.rtf", []byte(`{\rtf1 a\par b}`))
	if want := []piece{{"⟨paragraph⟩ 1", -1, "a"}, {"⟨paragraph⟩ 2", -1, "b"}}; !slices.Equal(pieces, want) {
		t.Errorf("%v", pieces)
	}
	unseen := 0
	Read("a.rtf", []byte(`{\rtf1 a\par b}`), func(p Piece) {
		if p.Hidden {
			unseen++
		}
	})
	if unseen != 2 { // as programs read them that do not know letters in Unicode
		t.Errorf("two paragraphs are read %d times besides", unseen)
	}
	info := Read("a.tsv", []byte("a\tb\n1\t2\n1\t=cmd|' /C calc'!A0\n"), discard)
	if info.Problem != Active || info.Where != "⟨row⟩ 3" {
		t.Errorf("%+v", info)
	}
}

// TestFewDigits holds that eight digits in a row of cells are somebody's choice of boxes to tick, and
// nine may be a number.
func TestFewDigits(t *testing.T) {
	for n, want := range map[int]bool{8: false, 9: true} {
		found := false
		Read("a.csv", []byte("x"+strings.Repeat(";1", n)+"\n"), func(p Piece) { found = found || p.Hidden })
		if found != want {
			t.Errorf("%d digits: read together %t", n, found)
		}
	}
}
