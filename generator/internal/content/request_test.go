package content

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/diag"
)

// TestRegisterOfOthers reads the register as programs write it. The first is what LibreOffice Calc
// 7.4 writes with all texts quoted; the second has the marks of "CSV UTF-8" of Excel; the third is
// what Excel with Indonesian makes of days, which is refused: 03/04/2025 is another day elsewhere.
func TestRegisterOfOthers(t *testing.T) {
	const rows = "nomor,diterima,rezim,saluran,dijawab,hasil\n" +
		"001/PPID/2025,2025-01-09,umum,surel,2025-01-10,dikabulkan\n" +
		"002/PPID/2025,2025-03-04,umum,,,\n"
	const regimes = "saluran: [surel]\nrezim: [{id: umum, label_id: a, label_en: a, tahap: [" +
		"{id: tanggapan, pelaku: ppid, sejak: a, label_id: a, label_en: a}]}]\n"
	quoted := strings.NewReplacer("umum", `"umum"`, "dikabulkan", `"dikabulkan"`, "surel", `"surel"`,
		"nomor", `"nomor"`, "001/PPID/2025", `"001/PPID/2025"`, ",", ";").Replace(rows)
	for _, tt := range []struct{ name, csv, want string }{
		{"Calc", quoted, "001/PPID/2025 2025-01-09 2025-01-10 1, 002/PPID/2025 2025-03-04  0"},
		{"Excel", "\ufeff" + strings.ReplaceAll(strings.ReplaceAll(rows, ",", ";"), "\n", "\r\n"), "001/PPID/2025 2025-01-09 2025-01-10 1, 002/PPID/2025 2025-03-04  0"},
		{"Excel's days", strings.ReplaceAll(rows, "2025-03-04", "04/03/2025"), "001/PPID/2025 2025-01-09 2025-01-10 1; requests/day 3:15"},
		{"a text behind a quotation mark", strings.Replace(rows, "surel", `"a" b`, 1), "; requests/row 2:1"},
		{"nothing", "", "; requests/column 1:1"},
		{"heads alone", "nomor;diterima;rezim;dijawab;hasil\r\n", ""},
	} {
		data, diags := ParseData(time.UTC, []DataFile{
			{Path: DataFolder + "deadlines.yaml", Src: []byte(regimes)},
			{Path: DataFolder + RequestsFolder + "2025.csv", Src: []byte(tt.csv)},
		})
		var got []string
		for _, q := range data.Requests[0].Requests {
			got = append(got, fmt.Sprint(q.Number, " ", q.Received, " ", q.Answered, " ", int(q.Outcome)))
		}
		s := strings.Join(got, ", ")
		for _, d := range diags {
			line := 1 + strings.Count(tt.csv[:d.At.Start], "\n")
			column := d.At.Start - strings.LastIndex(tt.csv[:d.At.Start], "\n")
			s += fmt.Sprintf("; %s %d:%d", d.Code, line, column)
			if !d.Sealed && d.Code != diag.RequestColumn {
				t.Errorf("%s: %s shows the row", tt.name, d.Code)
			}
		}
		if s != tt.want || data.Requests[0].Broken != (len(diags) > 0) {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
