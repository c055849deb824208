package page

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/site"
)

// A FiguresTable is a table of what stands in a file.
type FiguresTable struct {
	Table
	Unit, Sentence string
	Pages          []Link // that hold the rows, if they have pages of their own
}

// A blockOfFile is a block of figures of a file: what it shows is chosen once for all its pages.
type blockOfFile struct {
	blob  *site.Blob
	block string
}

// chosen picks what a block of figures shows from the file that it names. What was picked before is
// kept in picks, by blockOfFile. The caller may change the fields of the Chosen, and not what is in
// its Rows.
func chosen(
	read *site.Reader, from string, ref *markdown.Ref, picks *sync.Map,
) (*content.Figures, *content.Chosen, diag.List) {
	f, diags := content.ReadFigures(ref)
	file, ok := read.File(from, f.File)
	b := read.Blob(file)
	if len(diags) > 0 || !ok || b == nil || len(b.Sheets) == 0 {
		return f, nil, nil // reported already
	}
	if c, known := picks.Load(blockOfFile{b, ref.Alt}); known {
		again := *c.(*content.Chosen)
		return f, &again, nil
	}
	sheet := b.Sheets[0]
	if name, at := f.Sheet(); name != "" {
		var names []string
		found := false
		for _, s := range b.Sheets {
			names = append(names, s.Name)
			if strings.EqualFold(s.Name, name) {
				sheet, found = s, true
			}
		}
		if !found {
			d := diag.New(diag.FiguresSheet, at, name, f.File, strings.Join(names, ", "))
			return f, nil, diag.List{d.Instead(diag.Closest(name, names))}
		}
	}
	c, diags := f.Choose(sheet.Rows, sheet.Name != "")
	if c != nil {
		kept := *c
		picks.Store(blockOfFile{b, ref.Alt}, &kept)
	}
	return f, c, diags
}

// figures plans the pages of a block of figures, which has a number among those of its text, and
// reports what is wrong with it and its file.
func (p *planner) figures(i *site.Place, ref site.Shown, number int, at at) {
	_, c, diags := chosen(p.read, i.Path, &markdown.Ref{Alt: ref.Block}, &p.picks)
	if len(diags) == 0 {
		if c == nil || !i.OwnPage {
			return
		}
		for _, page := range c.Pages {
			p.add(Job{
				Path: output(i.Address + page.Slug + "/"), Sort: Page, Layout: "tabel",
				Instead: "halaman",
				Doc:     i.Path, List: page.Name, Number: number,
			})
		}
		return
	}
	_, _, diags = chosen(p.read, i.Path, &markdown.Ref{Alt: ref.Block, At: at()}, &p.picks)
	p.diags = append(p.diags, diags...)
}

// block draws a block of figures, nil for one with mistakes.
func (g *Filling) block(ref *markdown.Ref) (*Chart, *FiguresTable) {
	f, c, diags := chosen(g.read, g.item.Path, ref, g.picks)
	if c == nil || len(diags) > 0 {
		return nil, nil
	}
	if f.Shape == "" {
		return nil, g.figuresTable(f, c)
	}
	return g.draw(f, c), nil
}

// figuresTable is a table of what was chosen, or the list of the pages that have it.
func (g *Filling) figuresTable(f *content.Figures, c *content.Chosen) *FiguresTable {
	t := &FiguresTable{
		Table: Table{Caption: f.Title}, Unit: f.Unit, Sentence: f.Sentence,
	}
	if c.Pages == nil {
		t.Table = quantities{g, c.Percent, 0}.table(f.Title, c)
	}
	for _, page := range c.Pages {
		t.Pages = append(t.Pages, Link{
			Text: page.Name, Href: g.href(g.item.Address + page.Slug + "/"),
			Note: formatCount(len(page.Rows), "OneRow", "Rows", g.words),
		})
	}
	return t
}

// figuresPage fills one of the pages of a table: the rows that have the same in a column.
func (g *Filling) figuresPage(i *site.Item) {
	v := g.view
	v.Title = i.Title + ": " + g.job.List
	v.Description = markdown.Shorten(v.Title+". "+i.Summary, 155)
	v.Section = i.Address
	v.Crumbs = []Link{g.homeLink(), {Text: i.Title, Href: g.href(i.Address)}}
	v.JSONLD = g.schema("WebPage")
}

// figuresOfPage are the rows of such a page, nil on all others.
func (g *Filling) figuresOfPage() *FiguresTable {
	if g.job.Doc == "" || g.job.List == "" {
		return nil
	}
	n := 0
	for ref := range g.read.Document(g.job.Doc).Refs.All(g.job.Doc) {
		if ref.Kind != markdown.Figures {
			continue
		}
		if n++; n-1 < g.job.Number {
			continue
		}
		f, c, _ := chosen(g.read, g.job.Doc, &ref, g.picks)
		if c == nil {
			return nil
		}
		at := slices.IndexFunc(c.Pages, func(p content.ChosenPage) bool {
			return p.Name == g.job.List
		})
		if at < 0 {
			return nil
		}
		c.Rows, c.Pages = c.Pages[at].Rows, nil
		return g.figuresTable(f, c)
	}
	return nil
}

// draw draws a chart of what was chosen.
func (g *Filling) draw(f *content.Figures, c *content.Chosen) *Chart {
	q := quantities{g, c.Percent, 0}
	g.drawn++
	out := &Chart{
		ID: "bagan-" + strconv.Itoa(g.drawn), Title: f.Title, Unit: f.Unit, Sentence: f.Sentence,
		Width: chartWidth, Table: q.table(f.Title, c), Show: g.view.T["ShowFigures"],
	}
	if f.Scale > 0 { // what is drawn is so many times less than what the table says
		scale := g.words.List("Scales")[f.Scale-1]
		unit := strings.TrimPrefix(f.Unit, scale+" ")
		out.Unit = strings.TrimSpace(scale + " " + unit)
		if unit != "" {
			out.Show += " (" + unit + ")"
		}
	}
	least, most := c.Most(f.Shape == content.StackedChart)
	q.scale = f.Scale
	d := drawing{out, q, c, fills(len(c.Heads)), least, max(most-least, 1e-9)}
	if len(c.Heads) > 1 && f.Shape != content.LineChart {
		for n, head := range c.Heads {
			out.key(ChartKey{Fill: d.fills[n], Text: head})
		}
	}
	switch f.Shape {
	case content.LineChart:
		d.lines()
	case content.StackedChart:
		d.stacked()
	case content.PairedChart:
		if !d.columns() {
			d.bars(f.Limit)
		}
	default:
		d.bars(f.Limit)
	}
	return out
}

// quantities write numbers as the language does.
type quantities struct {
	*Filling
	percent bool
	scale   int // numbers are written in thousands to this power
}

func (q quantities) write(n content.Quantity) string {
	if n.Text == "" {
		return "–"
	}
	if q.scale > 0 {
		n.Text = strconv.FormatFloat(n.Value/math.Pow(1000, float64(q.scale)), 'f', 1, 64)
	}
	digits, negative := strings.CutPrefix(n.Text, "-")
	whole, decimals, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + q.words.Texts["Thousands"] + whole[i:]
	}
	if decimals != "" {
		whole += q.words.Texts["Decimal"] + decimals
	}
	if negative {
		whole = "−" + whole
	}
	if q.percent {
		whole += "%"
	}
	return whole
}

// table is what was chosen as a table.
func (q quantities) table(caption string, c *content.Chosen) Table {
	t := Table{Caption: caption, Label: c.Label}
	for k, head := range c.Heads {
		t.Heads = append(t.Heads, TableHead{head, c.Numeric[k]})
	}
	for _, row := range c.Rows {
		r := TableRow{Label: row.Label}
		for k, text := range row.Texts {
			if c.Numeric[k] {
				one := quantities{q.Filling, q.percent || strings.HasSuffix(text, "%"), 0}
				text = one.write(row.Numbers[k])
			}
			r.Cells = append(r.Cells, TableCell{text, c.Numeric[k]})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// A drawing is a Chart that is being drawn, of numbers from least upward.
type drawing struct {
	*Chart
	q     quantities
	c     *content.Chosen
	fills []string
	least float64
	span  float64
}

// scaled is how far from the least number a value is, in a room of so many units.
func (d *drawing) scaled(value float64, room int) int {
	return int(math.Round((value - d.least) / d.span * float64(room)))
}

// longest is how wide the longest name of a row and the longest number are.
func (d *drawing) longest() (label, value int) {
	for _, row := range d.c.Rows {
		label = max(label, wide(row.Label))
		for _, n := range row.Numbers {
			value = max(value, wide(d.q.write(n)))
		}
	}
	return label, value
}

// bars draws lying bars: names beside them where they are short, above them where not.
func (d *drawing) bars(limit string) {
	label, value := d.longest()
	left, top, thick := 0, 20, 15
	if series := len(d.c.Heads); label <= 120 && series == 1 {
		left, top = label+8, 2
	}
	room := chartWidth - left - value - 6
	y := 2
	if limit != "" {
		y = 20
	}
	start := y
	zero := left + d.scaled(0, room)
	for _, row := range d.c.Rows {
		if left > 0 {
			d.write(ChartText{X: left - 8, Y: y + 13, Text: row.Label, Anchor: "end"})
		} else {
			y = d.writeLines(row.Label, y+14) - 14
		}
		y += top
		for k, n := range row.Numbers {
			if n.Text == "" {
				d.write(ChartText{X: zero + 6, Y: y + 13, Text: d.q.write(n)})
				y += thick + 3
				continue
			}
			x := left + d.scaled(n.Value, room)
			d.area(d.fill(k, n.Value, limit),
				Rect{min(zero, x), y, max(1, max(zero, x)-min(zero, x)), thick})
			at := ChartText{X: max(zero, x) + 6, Y: y + 13, Text: d.q.write(n), Bold: true}
			if limit != "" { // which the numbers would meet
				at.X, at.Anchor = chartWidth, "end"
			}
			d.write(at)
			y += thick + 3
		}
		y += 6
	}
	d.Height = y
	if limit != "" {
		x := left + d.scaled(d.c.Limit, room)
		d.limit(points(x, start-2, x, y-4), limit)
		d.write(inside(ChartText{X: x, Y: 12, Text: limit, Anchor: "middle", Small: true}))
	}
}

// fill is that of a series. A bar that stays below the line it is compared with is hollow.
func (d *drawing) fill(series int, value float64, limit string) string {
	if limit != "" && len(d.c.Heads) == 1 && value < d.c.Limit {
		return hollow
	}
	return d.fills[series]
}

// columns draws upright columns in groups, if names and numbers have room. It reports whether they
// have.
func (d *drawing) columns() bool {
	label, value := d.longest()
	group := chartWidth / len(d.c.Rows)
	width := (group - 12) / len(d.c.Heads)
	if label*7/8 > group || value > width+10 || width < 8 || d.least < 0 {
		return false
	}
	for g, row := range d.c.Rows {
		x := g*group + 6
		for k, n := range row.Numbers {
			height := d.scaled(n.Value, columnRoom)
			at := x + k*width
			d.area(d.fills[k], Rect{at, columnBase - height, width - 2, height})
			d.write(ChartText{
				X: at + width/2 - 1, Y: columnBase - height - 4, Text: d.q.write(n),
				Anchor: "middle",
				Bold:   true, Small: true,
			})
		}
		d.write(ChartText{X: x + group/2 - 6, Y: columnBase + 17, Text: row.Label, Anchor: "middle",
			Small: true})
	}
	d.Lines = append(d.Lines, ChartLine{Points: points(0, columnBase, chartWidth, columnBase),
		Dash: "none"})
	d.Height = columnBase + 22
	return true
}

// dashes are those of the lines of series.
var dashes = []string{"none", "8 4", "2 4", "12 4 2 4"}

// lines draws a line for each column, with the numbers where there is room for them.
func (d *drawing) lines() {
	const left, high, base = 14, 120, 150
	_, value := d.longest()
	last := len(d.c.Rows) - 1
	right := chartWidth - value - 10
	step := float64(right-left) / float64(max(1, last))
	d.below(base+19, func(n int) int { return left + int(float64(n)*step) })
	var ends []ChartText
	for k, head := range d.c.Heads {
		var at []int
		draw := func() { // up to a number that is not there, which nothing is drawn across
			if len(at) > 2 {
				d.Lines = append(d.Lines, ChartLine{Points: points(at...), Dash: dashes[k],
					Series: true})
			}
			at = nil
		}
		for n, row := range d.c.Rows {
			number := row.Numbers[k]
			if number.Text == "" {
				draw()
				continue
			}
			x, y := left+int(float64(n)*step), base-d.scaled(number.Value, high)
			at = append(at, x, y)
			d.Dots = append(d.Dots, ChartDot{x, y, n == last})
			switch {
			case n == last:
				ends = append(ends, ChartText{X: x + 8, Y: y + 5, Text: d.q.write(number),
					Bold: true})
			case len(d.c.Heads) == 1 && float64(value) < step:
				d.write(ChartText{X: x, Y: y - 9, Text: d.q.write(number), Anchor: "middle",
					Bold: true, Small: true})
			}
		}
		draw()
		if len(d.c.Heads) > 1 {
			d.key(ChartKey{Dash: dashes[k], Text: head})
		}
	}
	slices.SortFunc(ends, func(a, b ChartText) int { return a.Y - b.Y })
	for n := range ends {
		if n > 0 {
			ends[n].Y = max(ends[n].Y, ends[n-1].Y+16)
		}
		d.write(ends[n])
	}
	zero := base - d.scaled(0, high)
	d.Lines = append(d.Lines, ChartLine{Points: points(0, zero, chartWidth, zero), Dash: "none"})
	d.Height = base + 26
}

// below writes the names of the rows under their points: the last one always, and of the others
// those that have room.
func (d *drawing) below(y int, x func(n int) int) {
	const apart = 8
	last := len(d.c.Rows) - 1
	room := [2]int{-apart, chartWidth + apart}
	for n := range d.c.Rows {
		n = (n + last) % len(d.c.Rows) // the last one first
		t := inside(ChartText{X: x(n), Y: y, Text: d.c.Rows[n].Label, Anchor: "middle",
			Small: true})
		from, to := t.extent()
		switch {
		case n == last:
			room[1] = from
		case from < room[0]+apart || to > room[1]-apart:
			continue
		default:
			room[0] = to
		}
		d.write(t)
	}
}

// inside keeps words whose middle is at X within the drawing.
func inside(t ChartText) ChartText {
	switch half := wide(t.Text) / 2; {
	case t.X < half:
		t.X, t.Anchor = 0, "start"
	case t.X > chartWidth-half:
		t.X, t.Anchor = chartWidth, "end"
	}
	return t
}

// stacked draws for each row a bar of its numbers, with their sum behind it.
func (d *drawing) stacked() {
	sums, total := make([]content.Quantity, len(d.c.Rows)), 0
	for n, row := range d.c.Rows {
		places := 0
		for _, number := range row.Numbers {
			sums[n].Value += number.Value
			places = max(places, content.Decimals(number.Text))
		}
		sums[n].Text = strconv.FormatFloat(sums[n].Value, 'f', places, 64)
		total = max(total, wide(d.q.write(sums[n])))
	}
	const thick = 22
	room, y := chartWidth-total-6, 2
	var grounds []Rect // of the numbers in bars, which lie above all bars
	for n, row := range d.c.Rows {
		d.write(ChartText{Y: y + 13, Text: row.Label})
		y += 19
		before := 0.0
		for k, number := range row.Numbers {
			x, end := d.scaled(before, room), d.scaled(before+number.Value, room)
			before += number.Value
			if end == x {
				continue
			}
			d.area(d.fills[k], Rect{x, y, end - x, thick})
			if text := d.q.write(number); wide(text)+8 <= end-x {
				middle := (x + end) / 2
				grounds = append(grounds, Rect{middle - wide(text)/2 - 2, y + 3, wide(text) + 4,
					thick - 6})
				d.write(ChartText{X: middle, Y: y + 16, Text: text, Anchor: "middle", Bold: true,
					Small: true})
			}
		}
		d.write(ChartText{X: d.scaled(before, room) + 6, Y: y + 16, Text: d.q.write(sums[n]),
			Bold: true})
		y += thick + 10
	}
	for _, r := range grounds {
		d.area(blank, r)
	}
	d.Height = y - 6
}
