package page

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/markdown"
)

// TestAxisIsAtZero says that the line below a line chart stands at nought, and not at the least
// number.
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

// TestWordsAboveBars holds that words above a bar stay in the drawing, in as many lines as they take,
// and that all of them are there.
func TestWordsAboveBars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z%]{1,20}`), 1, 30).Draw(t, "words")
		c := &Chart{}
		last := c.writeLines(strings.Join(words, " "), 15)
		var got []string
		for n, text := range c.Texts {
			if _, to := text.extent(); to > chartWidth || text.Y != 15+n*labelHeight {
				t.Fatalf("%q at %d reaches to %d", text.Text, text.Y, to)
			}
			got = append(got, strings.Fields(text.Text)...)
		}
		if !slices.Equal(got, words) || last != c.Texts[len(c.Texts)-1].Y {
			t.Fatalf("%q, not %q", got, words)
		}
	})
}

// TestLabelsOfLines holds that names below a line stay in the drawing, and that no two of them and
// no two numbers above the points meet, however long they are.
func TestLabelsOfLines(t *testing.T) {
	g := build(t).filling("index.html")
	rapid.Check(t, func(t *rapid.T) {
		c := &content.Chosen{Heads: []string{"A"}, Percent: rapid.Bool().Draw(t, "percent")}
		for n := range rapid.IntRange(1, 20).Draw(t, "rows") {
			label := strings.Repeat("m", rapid.IntRange(1, 16).Draw(t, "letters"))
			value := rapid.IntRange(0, 100).Draw(t, "value")
			c.Rows = append(c.Rows, content.ChosenRow{
				Label:   label + strconv.Itoa(n),
				Numbers: []content.Quantity{{Text: strconv.Itoa(value), Value: float64(value)}},
			})
		}
		d := drawing{Chart: &Chart{}, c: c, span: 100}
		d.q = quantities{g, c.Percent, 0}
		d.lines()
		rows := map[bool][][2]int{}
		for _, text := range d.Texts {
			from, to := text.extent()
			if from < -14 || to > chartWidth || text.Y > 160 && from < 0 {
				t.Fatalf("%q reaches from %d to %d", text.Text, from, to)
			}
			for _, other := range rows[text.Y > 160] {
				if from < other[1] && other[0] < to {
					t.Fatalf("%q lies over another", text.Text)
				}
			}
			rows[text.Y > 160] = append(rows[text.Y > 160], [2]int{from, to})
		}
		if last := c.Rows[len(c.Rows)-1].Label; !slices.ContainsFunc(d.Texts, func(x ChartText) bool { return x.Text == last }) {
			t.Fatal("the last name is missing")
		}
	})
}
