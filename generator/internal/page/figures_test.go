package page

import (
	"strings"
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/markdown"
)

// TestAxisIsAtZero says that the line below a line chart stands at nought, and not at the least number.
func TestAxisIsAtZero(t *testing.T) {
	g := build(t).filling("index.html")
	for _, tt := range []struct{ numbers, axis string }{
		{"3 0", "0,150 340,150"}, {"3 -3", "0,90 340,90"}, {"-3 -1", "0,30 340,30"},
	} {
		f, _ := content.ReadFigures(&markdown.Ref{Alt: "bagan\nberkas: a.csv\nbentuk: garis\njudul: A\nkalimat: A.\nkolom: [n]\n"})
		rows := [][]string{{"a", "n"}}
		for _, n := range strings.Fields(tt.numbers) {
			rows = append(rows, []string{"x", n})
		}
		c, diags := f.Choose(rows, false)
		if c == nil {
			t.Fatal(diags)
		}
		lines := g.draw(f, c).Lines
		if axis := lines[len(lines)-1].Points; axis != tt.axis {
			t.Errorf("%s: the axis is %s, want %s", tt.numbers, axis, tt.axis)
		}
	}
}
