package content

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// chosenText says what a block chooses of a table whose cells stand between semicolons.
func chosenText(block, table string, shown bool) string {
	f, diags := ReadFigures(&markdown.Ref{Alt: block, At: diag.Span{End: len(block) - strings.Index(block, "\n") - 1}})
	var rows [][]string
	for line := range strings.SplitSeq(table, "|") {
		rows = append(rows, strings.Split(line, ";"))
	}
	c, more := f.Choose(rows, shown)
	var out []string
	for _, d := range append(diags, more...) {
		out = append(out, string(d.Code))
	}
	if c == nil {
		return strings.Join(out, " ")
	}
	for _, row := range c.Rows {
		text := row.Label
		for k := range c.Heads {
			if c.Numeric[k] {
				text += "=" + row.Numbers[k].Text
			} else {
				text += "=" + row.Texts[k]
			}
		}
		out = append(out, text)
	}
	if c.Percent {
		out = append(out, "%")
	}
	return strings.Join(out, " ")
}

// TestChoose says what a block shows of tables as people write them.
func TestChoose(t *testing.T) {
	const chart = "bagan\nberkas: a.csv\nbentuk: batang\njudul: A\nkalimat: A.\nkolom: [n]\n"
	const table = "tabel\nberkas: a.csv\njudul: A\n"
	for _, tt := range []struct {
		name, block, table, want string
	}{
		{"decimals behind a comma", chart, "a;n|x;6,2|y;1.250,75", "x=6.2 y=1250.75"},
		{"behind a point", chart, "a;n|x;6.2|y;1,250.75", "x=6.2 y=1250.75"},
		{"whole numbers", chart, "a;n|x;6|y;1250", "x=6 y=1250"},
		{"one cell tells how the others are meant", chart, "a;n|x;1.250|y;6,5", "x=1250 y=6.5"},
		{"what can be read in two ways", chart, "a;n|x;1.250|y;6", "figures/decimal"},
		{"as it is said", chart + "desimal: koma\n", "a;n|x;1.250|y;6", "x=1250 y=6"},
		{"as it is said otherwise", chart + "desimal: titik\n", "a;n|x;1.250|y;6", "x=1.250 y=6"},
		{"two dots are thousands", chart, "a;n|x;1.250.000|y;6", "x=1250000 y=6"},
		{"not grouped by three", chart, "a;n|x;1.25.0|y;6", "figures/number"},
		{"amounts", chart, "a;n|x;Rp 1.250.000|y;Rp6.000,50|z;-", "x=1250000 y=6000.50 z="},
		{"percent", chart, "a;n|x;88,3%|y;73,9 %", "x=88.3 y=73.9 %"},
		{"some percent", chart, "a;n|x;88,3%|y;73,9", "figures/percent"},
		{"below zero", chart, "a;n|x;-6,2|y;(1.250,00)|z;−3", "x=-6.2 y=-1250.00 z=-3"},
		{"text among numbers", chart, "a;n|x;6|y;belum", "figures/number"},
		{"a number with its unit", chart, "a;n|x;6 orang|y;7", "figures/number"},
		{"nothing but blanks and dashes", chart, "a;n|x;|y;-|z;3", "x= y= z=3"},
		{"short rows", chart, "a;n|x|y;3", "x= y=3"},
		{"empty rows", chart, "|a;n||x;3|;", "x=3"},
		{"heads in other letters", chart, "A;  N |x;3", "x=3"},
		{"a column that is not there", chart, "a;m|x;3", "figures/column"},
		{"no rows", chart, "a;n", "figures/empty"},
		{"falling", chart + "urut: turun\n", "a;n|x;3|y;|z;10|w;-1", "z=10 x=3 w=-1 y="},
		{"rising", chart + "urut: naik\n", "a;n|x;3|y;|z;10|w;-1", "w=-1 x=3 z=10 y="},
		{"names of rows", chart + "baris: b\n", "a;n;b|x;3;p|y;4;q", "p=3 q=4"},
		{"added up", chart + "kelompok: b\n", "a;n;b|x;0,1;p|y;0,2;q|z;0,2;p", "p=0.3 q=0.2"},
		{"filtered", chart + "saring: {kolom: b, isi: P}\n", "a;n;b|x;3;p|y;4;q|z;5; p ", "x=3 z=5"},
		{"a table of all columns", table, "a;n;b|x;3;p|y;1.250;q", "x=3=p y=1.250=q"},
		{"a table by a text", table + "urut: turun\nmenurut: b\n", "a;n;b|x;3;p|y;1;Q", "y=1=Q x=3=p"},
		{"a table by its names", table + "urut: naik\nmenurut: a\n", "a;n|y;3|X;1", "X=1 y=3"},
		{"a chart without its sentence", "bagan\nberkas: a.csv\nbentuk: batang\njudul: A\nkolom: [n]\n", "a;n|x;3", "field/required x=3"},
		{"too many bars", chart, "a;n" + strings.Repeat("|x;1", MaxBars+1), "figures/many"},
	} {
		if got := chosenText(tt.block, tt.table, false); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := chosenText(chart, "a;n|x;1.250", true); got != "x=1250" {
		t.Errorf("as a workbook shows it: %q", got)
	}
}

// TestQuantities says that a number is what was written, however it was, and that a sum is the sum.
func TestQuantities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const chart = "bagan\nberkas: a.csv\nbentuk: batang\njudul: A\nkalimat: A.\nkolom: [n]\nkelompok: a\ndesimal: "
		comma := rapid.Bool().Draw(t, "comma")
		group, decimal, said := ",", ".", "titik\n"
		if comma {
			group, decimal, said = ".", ",", "koma\n"
		}
		table, sum := "a;n", int64(0)
		for range rapid.IntRange(1, 20).Draw(t, "rows") {
			cents := rapid.Int64Range(-1e12, 1e12).Draw(t, "cents")
			sum += cents
			whole := fmt.Sprint(max(cents, -cents) / 100)
			if rapid.Bool().Draw(t, "grouped") {
				for i := len(whole) - 3; i > 0; i -= 3 {
					whole = whole[:i] + group + whole[i:]
				}
			}
			cell := whole + decimal + fmt.Sprintf("%02d", max(cents, -cents)%100)
			before := rapid.SampledFrom([]string{"", "Rp", "Rp "}).Draw(t, "before")
			if cells := []string{before + cell, before + cell}; cents < 0 {
				cells = []string{"-" + before + cell, "(" + before + cell + ")"}
				cell = rapid.SampledFrom(cells).Draw(t, "sign")
			} else {
				cell = cells[0]
			}
			table += "|x;" + cell
		}
		f, _ := ReadFigures(&markdown.Ref{Alt: chart + said})
		var rows [][]string
		for line := range strings.SplitSeq(table, "|") {
			rows = append(rows, strings.Split(line, ";"))
		}
		c, diags := f.Choose(rows, false)
		if c == nil {
			t.Fatal(table, diags)
		}
		if got := c.Rows[0].Numbers[0].Value; math.Abs(got-float64(sum)/100) > 0.005 {
			t.Fatalf("%s: %v, want %v", table, got, float64(sum)/100)
		}
	})
}

// FuzzFigures holds that no block and no table ends the program; that what is chosen has a cell for
// each head, and numbers that are read again as what they are; and that every message is inside the
// block.
func FuzzFigures(f *testing.F) {
	f.Add("bagan\nberkas: a.csv\nbentuk: garis\njudul: A\nkalimat: A.\nkolom: [n]\nurut: turun\n", "a;n|x;3|y;1.250,5")
	f.Add("tabel\nberkas: a.csv\njudul: A\nhalaman: b\nsaring: {kolom: b, isi: p}\n", "a;n;b|x;(3);p|y;-;")
	f.Add("bagan\nberkas: a.csv\nbentuk: bertumpuk\njudul: A\nkalimat: A.\nkolom: [{nama: n, label: N}]\nkelompok: a\nbatas: {nilai: 1, label: b}\n", "a;n|x;Rp 3|x;−4%")
	f.Fuzz(func(t *testing.T, block, table string) {
		_, text, ok := strings.Cut(block, "\n")
		if !ok || len(table) > 1<<12 || len(block) > 1<<12 {
			return
		}
		at := diag.Span{File: "a.md", Start: 7, End: 7 + len(text)}
		fig, diags := ReadFigures(&markdown.Ref{Alt: block, At: at})
		var rows [][]string
		for line := range strings.SplitSeq(table, "|") {
			rows = append(rows, strings.Split(line, ";"))
		}
		c, more := fig.Choose(rows, false)
		for _, d := range append(diags, more...) {
			if d.At.Start < at.Start || d.At.End > at.End || d.At.Start > d.At.End {
				t.Fatalf("%s is at %d-%d of %d-%d", d.Code, d.At.Start, d.At.End, at.Start, at.End)
			}
		}
		if c == nil {
			if len(more) == 0 {
				t.Fatal("nothing is chosen, and nothing is said")
			}
			return
		}
		for _, row := range c.Rows {
			if len(row.Texts) != len(c.Heads) || len(row.Numbers) != len(c.Heads) {
				t.Fatalf("%d heads, %d cells, %d numbers", len(c.Heads), len(row.Texts), len(row.Numbers))
			}
			for _, n := range row.Numbers {
				if v, err := strconv.ParseFloat(n.Text, 64); n.Text != "" && (v != n.Value || err != nil && !math.IsInf(v, 0)) {
					t.Fatalf("%q is %v", n.Text, n.Value)
				}
			}
		}
		in := 0
		for _, p := range c.Pages {
			in += len(p.Rows)
		}
		if c.Pages != nil && in != len(c.Rows) {
			t.Fatalf("%d rows are on pages, of %d", in, len(c.Rows))
		}
	})
}
