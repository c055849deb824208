package build_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// cells reads a table of a page back: the text of its cells, row by row.
func cells(page string) [][]string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	var rows [][]string
	var text func(n *html.Node) string
	text = func(n *html.Node) string {
		if n.Type == html.TextNode {
			return n.Data
		}
		var b strings.Builder
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			b.WriteString(text(c))
		}
		return b.String()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Data {
		case "tr":
			rows = append(rows, nil)
		case "td", "th":
			rows[len(rows)-1] = append(rows[len(rows)-1], text(n))
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return rows
}

// shown is a text as a browser shows it: runs of blanks are one.
func shown(s string) string { return strings.Join(strings.Fields(s), " ") }

// What the register says is the same on its sheet, in its CSV files and in its JSON,
// whatever is written into it.
func TestRegisterFormsAgree(t *testing.T) {
	t.Parallel()
	files := project(t)
	base := themed(t)
	hard := rapid.SampledFrom([]string{"=1+1", "@x", "+62 21 555", "-5", `ku"tip`, "koma, titik; koma", "<b>&amp;", "apa'strof", "'=", "é ñ", "biasa", "-cmd|x"})
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(rt, "entries")
		for i := range 5 {
			delete(files, fmt.Sprintf("content/informasi/i%d.md", i))
		}
		titles := map[string]string{}
		for i := range n {
			title, summary := hard.Draw(rt, "title"), hard.Draw(rt, "summary")
			titles[fmt.Sprint("i", i)] = title
			set(files, fmt.Sprintf("content/informasi/i%d.md", i), fmt.Sprintf("---\ntitle: %q\nsummary: %q\nklasifikasi: berkala\npenguasa: ppid\npenanggung_jawab: %q\n"+
				"dibuat: {tempat: Soreang, tanggal: 2025-01-1%d}\nbentuk: [daring, cetak]\nretensi: 5 tahun\n---\n", title, summary, hard.Draw(rt, "responsible"), i))
		}
		_, out := from(t, base, inputs(t, files))
		var data struct {
			Rows []map[string]any `json:"informasi"`
		}
		if err := json.Unmarshal([]byte(out["informasi/daftar-informasi-publik.json"]), &data); err != nil {
			rt.Fatal(err)
		}
		sheet := cells(out["informasi/cetak/index.html"])[1:]
		plain := table(rt, out["informasi/daftar-informasi-publik.csv"], ',')
		excel := table(rt, strings.TrimPrefix(out["informasi/daftar-informasi-publik.excel.csv"], "\xef\xbb\xbf"), ';')
		if len(sheet) != n || len(plain) != n+1 || len(excel) != n+1 || len(data.Rows) != n {
			rt.Fatalf("%d entries: %d on the sheet, %d and %d in CSV, %d in JSON", n, len(sheet), len(plain)-1, len(excel)-1, len(data.Rows))
		}
		for i := range n {
			entry := data.Rows[i]
			if entry["judul"] != titles[fmt.Sprint(entry["id"])] {
				rt.Fatalf("JSON changed the title %q to %q", titles[fmt.Sprint(entry["id"])], entry["judul"])
			}
			for column, head := range plain[0] {
				want := fmt.Sprint(entry[head])
				if list, ok := entry[head].([]any); ok {
					want = joined(list)
				}
				if entry[head] == nil {
					want = ""
				}
				if plain[i+1][column] != excel[i+1][column] || head != "berkas" && plain[i+1][column] != want {
					rt.Fatalf("%s: CSV %q, for offices %q, JSON %q", head, plain[i+1][column], excel[i+1][column], want)
				}
			}
			for cell, head := range map[int]string{0: "no", 1: "judul", 2: "ringkasan", 3: "penguasa", 4: "penanggung_jawab", 7: "retensi"} {
				if shown(sheet[i][cell]) != shown(fmt.Sprint(entry[head])) {
					rt.Fatalf("%s: sheet %q, JSON %q", head, sheet[i][cell], entry[head])
				}
			}
		}
	})
}

// joined writes a list as the CSV does.
func joined(list []any) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = fmt.Sprint(v)
	}
	return strings.Join(parts, "; ")
}

// table reads CSV back, without the apostrophes that keep spreadsheets from calculating.
func table(t *rapid.T, text string, comma rune) [][]string {
	r := csv.NewReader(bytes.NewReader([]byte(text)))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i, cell := range row {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+@\t\r") || strings.HasPrefix(cell, "-") && strings.Trim(cell, "-0123456789.,") != "" {
				t.Fatalf("a spreadsheet would calculate %q", cell)
			}
			if rest := strings.TrimLeft(cell, "'"); len(rest) < len(cell) && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
				row[i] = cell[1:]
			}
		}
	}
	return rows
}

// A page of the register and every other output change only where their documents did.
func TestRegisterChangesStayWhereTheyAre(t *testing.T) {
	files := project(t)
	add := func(name, class, unit string, year int, title string) {
		set(files, "content/informasi/"+name+".md", fmt.Sprintf("---\ntitle: %s\nsummary: Ringkasan.\nklasifikasi: %s\npenguasa: %s\npenanggung_jawab: PPID\n"+
			"dibuat: {tempat: Soreang, tanggal: %d-01-10}\nbentuk: [daring]\nretensi: 5 tahun\n---\n", title, class, unit, year))
	}
	add("a", "berkala", "ppid", 2023, "Satu")
	add("b", "setiap-saat", "hukum", 2024, "Dua")
	add("c", "setiap-saat", "hukum", 2024, "Tiga")
	_, before := full(t, files)
	for _, tt := range []struct {
		name string
		edit func()
	}{
		{"another title", func() { add("c", "setiap-saat", "hukum", 2024, "Empat") }},
		{"a new entry", func() { add("d", "setiap-saat", "hukum", 2024, "Lima") }},
		{"one less", func() { delete(files, "content/informasi/d.md") }},
	} {
		tt.edit()
		_, after := full(t, files)
		names := diff(after, before)
		if len(names) < 8 {
			t.Errorf("%s: only %v changed", tt.name, names)
		}
		for _, name := range names {
			for _, other := range []string{"informasi/berkala", "informasi/2023", "informasi/ppid", "dokumen/a/", "dokumen/b/", "informasi/setiap-saat/ppid", "berita", "sop", "informasi/dikecualikan"} {
				if strings.HasPrefix(name, other) {
					t.Errorf("%s: %s changed and holds none of it", tt.name, name)
				}
			}
		}
		before = after
	}
}
