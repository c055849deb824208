package page

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Chart is a drawing of figures with the sentence that says what they show, and the same as a
// table. Its coordinates are for a drawing as wide as a phone; a drawing grows no wider.
type Chart struct {
	ID, Title, Unit, Sentence string
	Width, Height             int
	Keys                      []ChartKey // what the fills and lines stand for, if there are several
	Areas                     []ChartArea
	Lines                     []ChartLine
	Dots                      []ChartDot
	Texts                     []ChartText
	Notes                     []string // what the lines across are
	Table                     Table
	Show                      string // words for opening the table
	Patterns                  bool   // some area is hatched or dotted
}

// A ChartKey names a fill, or with a Dash the line of a series.
type ChartKey struct{ Fill, Dash, Text string }

// A ChartArea is rectangles with one fill: penuh, arsir, kosong or titik. Two fills differ without
// any colour.
type ChartArea struct {
	Fill  string
	Rects []Rect
}

// A Rect is a rectangle.
type Rect struct{ X, Y, Width, Height int }

// Stroke is what draws the outline of an area.
func (a ChartArea) Stroke() string {
	if a.Fill == blank {
		return "none"
	}
	return "var(--link)"
}

// A ChartLine joins points. Dash is as SVG writes it.
type ChartLine struct {
	Points string
	Dash   string
	Series bool // and not an axis or something to compare with
}

// Stroke is the colour of the line.
func (l ChartLine) Stroke() string {
	if l.Series {
		return "var(--link)"
	}
	return "currentColor"
}

// Width is how thick the line is.
func (l ChartLine) Width() int {
	if l.Series {
		return 2
	}
	return 1
}

// A ChartDot is a point of a line.
type ChartDot struct {
	X, Y int
	Last bool
}

// Radius is the size of the point.
func (d ChartDot) Radius() int {
	if d.Last {
		return 5
	}
	return 3
}

// Paint is what fills the point.
func (d ChartDot) Paint() string {
	if d.Last {
		return "var(--link)"
	}
	return "var(--paper)"
}

// A ChartText is words in a drawing, which begin, end or have their middle at X.
type ChartText struct {
	X, Y   int
	Text   string
	Anchor string // start, middle or end, as SVG calls them
	Bold   bool
	Small  bool
}

// Weight is how thick the letters are.
func (t ChartText) Weight() int {
	if t.Bold {
		return 700
	}
	return 400
}

// Size is the height of the letters.
func (t ChartText) Size() int {
	if t.Small {
		return 13
	}
	return 15
}

// A Table is figures as readers of tables want them.
type Table struct {
	Caption string
	Label   string // of the rows' names
	Heads   []TableHead
	Rows    []TableRow
}

// A TableHead is the head of a column.
type TableHead struct {
	Text  string
	Right bool // its cells are numbers
}

// A TableRow is a row with its name.
type TableRow struct {
	Label string
	Cells []TableCell
}

// A TableCell is a cell of a row.
type TableCell struct {
	Text  string
	Right bool
}

// The fills, in the order in which series have them.
const (
	solid   = "penuh"
	hatched = "arsir"
	hollow  = "kosong"
	specked = "titik"
	blank   = "kertas" // the ground of a number in a bar
)

// fills are those of a number of series. Of two, the one that is reached stands out from the one
// that was planned.
func fills(series int) []string {
	if series == 2 {
		return []string{hollow, solid}
	}
	return []string{solid, hatched, hollow, specked}
}

// Measures of drawings.
const (
	chartWidth  = 340
	letterWidth = 8   // of the widest font that a reader may have, at 15 units
	columnBase  = 150 // the foot of upright columns
	columnRoom  = 120 // the height of the tallest
)

// Paint is what SVG fills an area with.
func (c *Chart) Paint(fill string) string {
	switch fill {
	case hatched, specked:
		return "url(#" + c.ID + "-" + fill + ")"
	case hollow, blank:
		return "var(--paper)"
	}
	return "var(--link)"
}

// wide is how wide a text is drawn at the most.
func wide(s string) int {
	return (utf8.RuneCountInString(s) + strings.Count(s, "%")) * letterWidth // % is as wide as two
}

// labelHeight is from one line of words to the next.
const labelHeight = 18

// writeLines writes words across the whole drawing, from y on in as many lines as they take, and
// returns the y of the last.
func (c *Chart) writeLines(text string, y int) int {
	line := ""
	for word := range strings.FieldsSeq(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line == "" || wide(longer) <= chartWidth {
			line = longer
			continue
		}
		c.write(ChartText{Y: y, Text: line})
		line, y = word, y+labelHeight
	}
	c.write(ChartText{Y: y, Text: line})
	return y
}

// extent is from where to where words reach at the most.
func (t ChartText) extent() (from, to int) {
	w := wide(t.Text)
	switch t.Anchor {
	case "middle":
		return t.X - w/2, t.X + w/2
	case "end":
		return t.X - w, t.X
	}
	return t.X, t.X + w
}

// area adds a rectangle.
func (c *Chart) area(fill string, r Rect) {
	c.Patterns = c.Patterns || fill == hatched || fill == specked
	for n := range c.Areas {
		if c.Areas[n].Fill == fill {
			c.Areas[n].Rects = append(c.Areas[n].Rects, r)
			return
		}
	}
	c.Areas = append(c.Areas, ChartArea{fill, []Rect{r}})
}

// write adds words.
func (c *Chart) write(t ChartText) {
	if t.Text != "" {
		t.Anchor = cmp.Or(t.Anchor, "start")
		c.Texts = append(c.Texts, t)
	}
}

// key names a fill or a line. A short name stays on one line with itself.
func (c *Chart) key(k ChartKey) {
	if utf8.RuneCountInString(k.Text) <= 26 {
		k.Text = strings.ReplaceAll(k.Text, " ", "\u00a0")
	}
	c.Keys = append(c.Keys, k)
}

// limit adds a line across, with its name.
func (c *Chart) limit(points, name string) {
	c.Lines = append(c.Lines, ChartLine{Points: points, Dash: "5 4"})
	c.Notes = append(c.Notes, name)
}

// row adds a row to the table of one column.
func (c *Chart) row(label, value string) {
	c.Table.Rows = append(c.Table.Rows, TableRow{label, []TableCell{{value, true}}})
}

// column adds an upright column with its value above and its label below.
func (c *Chart) column(fill string, x, width int, share float64, label, value string) {
	height := int(share * columnRoom)
	c.area(fill, Rect{x, columnBase - height, width, height})
	middle := x + width/2
	c.write(ChartText{X: middle, Y: columnBase + 17, Text: label, Anchor: "middle", Small: true})
	c.write(ChartText{X: middle, Y: columnBase - height - 4, Text: value, Anchor: "middle",
		Bold: true, Small: true})
}

// points writes coordinates as SVG does.
func points(at ...int) string {
	var b strings.Builder
	for n, v := range at {
		if n > 0 {
			b.WriteByte(" ,"[n%2])
		}
		b.WriteString(strconv.Itoa(v))
	}
	return b.String()
}
