package build_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawSOP draws the text of a valid procedure, and what must be found of it.
func drawSOP(t *rapid.T) (text string, actors, steps, exits []string) {
	var b strings.Builder
	b.WriteString("---\ntitle: Prosedur\nnomor: 1\ntanggal: {pembuatan: 2026-01-05, efektif: 2026-01-06}\ndisahkan: {jabatan: Sekretaris}\ndasar_hukum: [UU 14/2008]\npelaksana:\n")
	for i := range rapid.IntRange(1, 9).Draw(t, "actors") {
		actors = append(actors, fmt.Sprintf("Pelaksana-%d-", i))
		fmt.Fprintf(&b, "  - {id: a%d, nama: Pelaksana-%d-, luar: %v}\n", i, i, rapid.Bool().Draw(t, "outside"))
	}
	b.WriteString("langkah:\n")
	n := rapid.IntRange(2, 40).Draw(t, "steps")
	for row := range n {
		shape, more := "proses", ""
		switch {
		case row == 0:
			shape = "mulai"
		case row == n-1:
			shape = "selesai"
		case rapid.IntRange(0, 2).Draw(t, "decision") == 0:
			shape = "keputusan"
			more = fmt.Sprintf(", cabang: [{jika: Terus-%d-, ke: s%d}", row, row+1)
			exits = append(exits, fmt.Sprintf("Terus-%d-", row))
			for e := range rapid.IntRange(1, 3).Draw(t, "exits") {
				label := fmt.Sprintf("Cabang-%d-%d-", row, e)
				exits = append(exits, label)
				more += fmt.Sprintf(", {jika: %s, ke: s%d}", label, rapid.IntRange(0, n-1).Draw(t, "to"))
			}
			more += "]"
		}
		who := fmt.Sprintf("a%d", row%len(actors))
		if row == 0 {
			for i := n; i < len(actors); i++ {
				who += fmt.Sprintf(", a%d", i)
			}
		}
		steps = append(steps, fmt.Sprintf("Kegiatan-%d-", row))
		fmt.Fprintf(&b, "  - {id: s%d, jenis: %s, pelaksana: [%s], kegiatan: Kegiatan-%d- %s, waktu: %d menit%s}\n",
			row, shape, who, row, strings.Repeat("panjang ", rapid.IntRange(0, 20).Draw(t, "words")), row+1, more)
	}
	b.WriteString("---\n")
	return b.String(), actors, steps, exits
}

// Every step, actor and exit of any valid procedure stands in the table, in the plain
// sentences and in the data; and every row has a cell for every column, on every sheet.
func TestProcedureForms(t *testing.T) {
	files := project(t)
	base := themed(t)
	rapid.Check(t, func(rt *rapid.T) {
		text, actors, steps, exits := drawSOP(rt)
		set(files, "content/sop/a.md", text)
		s, out := from(t, base, inputs(t, files))
		if s.Diags.Errors() > 0 {
			rt.Fatal(s.Diags, text)
		}
		page := out["sop/a/index.html"]
		table, rest, ok := strings.Cut(page, "</table></section>")
		if !ok {
			rt.Fatal("no table")
		}
		plain, _, _ := strings.Cut(rest, "</details>")
		for form, html := range map[string]string{"table": table, "sentences": plain, "data": out["sop/a/sop.json"]} {
			for _, want := range append(append(append([]string{}, actors...), steps...), exits...) {
				if !strings.Contains(html, want) {
					rt.Fatalf("%s is not in the %s", want, form)
				}
			}
		}
		checkTable(rt, table, len(actors), len(steps))
		var data struct {
			Steps []struct{ ID string } `json:"langkah"`
		}
		if err := json.Unmarshal([]byte(out["sop/a/sop.json"]), &data); err != nil || len(data.Steps) != len(steps) {
			rt.Fatal(err, len(data.Steps))
		}
	})
}

func checkTable(t *rapid.T, table string, actors, steps int) {
	_, body, _ := strings.Cut(table, "</thead>")
	rows, connectors := 0, 0
	for _, row := range strings.Split(body, "</tr>") {
		if !strings.Contains(row, "<tr") {
			continue
		}
		cells := strings.Count(row, "<td") + strings.Count(row, "<th")
		if cells != actors+6 {
			t.Fatalf("%d cells for %d actors: %s", cells, actors, row)
		}
		if strings.Contains(row, `class="sambung"`) {
			if connectors++; strings.Count(row, "#s-sambung") != 1 {
				t.Fatal("a row of connectors without exactly one pentagon")
			}
			continue
		}
		rows++
	}
	if rows != steps || connectors%2 != 0 {
		t.Fatalf("%d rows for %d steps, %d connectors", rows, steps, connectors)
	}
}
