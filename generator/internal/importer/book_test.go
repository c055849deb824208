package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
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
