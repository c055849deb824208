package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// bookOf makes a workbook of tabs, each a name, whether it is hidden, and rows of cells; a cell
// that begins with # is the number of a day.
func bookOf(t *testing.T, from1904 string, tabs ...[]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	sheets, rels := "", ""
	for i, tab := range tabs {
		part := len(tabs) - i // the order of the parts is not that of the tabs
		sheets += fmt.Sprintf(`<sheet name="%s" sheetId="%d" %s r:id="r%d"/>`, tab[0], i+1, tab[1], part)
		rels += fmt.Sprintf(`<Relationship Id="r%d" Target="worksheets/sheet%d.xml"/>`, part, part)
		rows := ""
		for n, line := range tab[2:] {
			rows += "<row>"
			for c, cell := range strings.Split(line, ";") {
				ref := fmt.Sprintf("%c%d", 'A'+c, n+1)
				if number, ok := strings.CutPrefix(cell, "#"); ok {
					rows += fmt.Sprintf(`<c r="%s" s="0"><v>%s</v></c>`, ref, number)
				} else {
					rows += fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, cell)
				}
			}
			rows += "</row>"
		}
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", part), "<worksheet><sheetData>"+rows+"</sheetData></worksheet>")
	}
	add("xl/workbook.xml", `<workbook xmlns:r="r"><workbookPr `+from1904+`/><sheets>`+sheets+"</sheets></workbook>")
	add("xl/_rels/workbook.xml.rels", "<Relationships>"+rels+"</Relationships>")
	add("xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="m/d/yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBook holds that the register is the first tab which readers see, and that a day in it is the
// day that the cell stands for, however it is shown.
func TestBook(t *testing.T) {
	head := "Judul;Unit;Penanggung jawab;Tempat;Tanggal;Bentuk;Retensi;Jenis informasi"
	row := func(title, day string) string {
		return title + ";keuangan;S;Soreang;" + day + ";cetak;1 tahun;Berkala"
	}
	for from1904, day := range map[string]string{"": "#45659", `date1904="1"`: "#44197"} {
		src := bookOf(t, from1904, []string{"Intern", `state="hidden"`, head, row("Rahasia", day)},
			[]string{"DIP 2025", "", head, row("Terbuka", day)}, []string{"Lama", "", head, row("Lama", day)})
		got := imported(Register("dip.xlsx", src, theOptions(nil)))
		if !strings.Contains(got, "title: Terbuka\n") || !strings.Contains(got, "tanggal: 2025-01-02}") ||
			strings.Contains(got, "Rahasia") || strings.Contains(got, "title: Lama") || strings.Contains(got, "Intern") {
			t.Errorf("%q:\n%s", from1904, got)
		}
		if !strings.Contains(got, "left: dip.xlsx: Lama tidak dibaca") {
			t.Errorf("nobody is told of the other tab:\n%s", got)
		}
	}
}

// TestRegisterAsWritten holds that a register in any dialect of CSV gives the same document: with a
// title above its heads, with semicolons or tabs, as Excel says them, and in the letters of Windows,
// of which the editor is told.
func TestRegisterAsWritten(t *testing.T) {
	rows := "Judul;Unit;Penanggung jawab;Waktu dan tempat;Bentuk;Retensi;Jenis informasi\n" +
		"Rencana “Café” 12\";keuangan;Sekretaris;Soreang, 1 Januari 2025;cetak;1 tahun;Berkala\n"
	windows := strings.NewReplacer("“", "\x93", "”", "\x94", "é", "\xe9").Replace(rows)
	var utf16 []byte
	for _, c := range rows {
		utf16 = append(utf16, byte(c), byte(c>>8))
	}
	want := imported(Register("dip.csv", []byte(rows), theOptions(nil)))
	if !strings.Contains(want, "title: Rencana “Café” 12\"\n") {
		t.Fatal(want)
	}
	for name, src := range map[string]string{
		"a byte order mark":      "\ufeff" + rows,
		"lines of Windows":       strings.ReplaceAll(rows, "\n", "\r\n"),
		"lines of old Macs":      strings.ReplaceAll(rows, "\n", "\r"),
		"tabs":                   strings.ReplaceAll(rows, ";", "\t"),
		"UTF-16":                 "\xff\xfe" + string(utf16),
		"the letters of Windows": windows,
	} {
		got := imported(Register("dip.csv", []byte(src), theOptions(nil)))
		if name == "the letters of Windows" {
			if !strings.Contains(got, "bukan UTF-8") {
				t.Errorf("%s: nobody is told\n%s", name, got)
			}
			got = regexp.MustCompile(`(?m)^left: .*bukan UTF-8.*\n`).ReplaceAllString(got, "")
		}
		if got != want {
			t.Errorf("%s:\n%s\nnot\n%s", name, got, want)
		}
	}
	for name, above := range map[string]int{"sep=;\n": 1, "Daftar Informasi Publik;;;;;;\nTahun 2025;;;;;;\n": 2} {
		got := imported(Register("dip.csv", []byte(name+rows+";;;;;;Berkala;\nTanpa;;;;;;\n"), theOptions(nil)))
		if at := fmt.Sprintf("dip.csv:%d: ", above+4); !strings.Contains(got, "“Café”") || !strings.Contains(got, at) {
			t.Errorf("%q above: nothing at %s in\n%s", name, at, got)
		}
	}
}
