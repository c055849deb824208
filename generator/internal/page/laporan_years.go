package page

import (
	"fmt"
	"slices"
	"strconv"

	"maklumat/generator/internal/content"
)

// A yearOfMonths is how many requests came in each month of a year.
type yearOfMonths struct {
	year, all int
	months    []int
}

// maxYears is how many years are drawn below each other.
const maxYears = 4

// years are those whose reports say how many requests came in each month, up to a year.
func (g *Filling) years(r *content.Report) []yearOfMonths {
	var all []yearOfMonths
	if l := g.read.List("laporan"); l != nil {
		for _, i := range l.Items {
			if other, _ := g.figures(i); other.Year < r.Year && len(other.Monthly) == 12 {
				all = append(all, yearOfMonths{other.Year, other.Received, other.Monthly})
			}
		}
	}
	all = append(all, yearOfMonths{r.Year, r.Received, r.Monthly})
	slices.SortFunc(all, func(a, b yearOfMonths) int { return a.year - b.year })
	return all[max(0, len(all)-maxYears):]
}

// monthly draws the requests of each month, and those of the years before on the same scale.
func (g *Filling) monthly(r *content.Report) Chart {
	t, names, short := g.view.T, g.words.List("MonthNames"), g.words.List("MonthsShort")
	number := func(n int) string { return formatNumber(n, g.words) }
	most, least := ends(r.Monthly)
	sentence := g.words.Text("MostMonth", names[most], number(r.Monthly[most]), names[least],
		number(r.Monthly[least]))
	years := g.years(r)
	if len(years) > 1 {
		sentence += " " + t["SameScale"]
	}
	c := g.chart("per-bulan", t["PerMonth"], sentence)
	highest := 1
	for _, y := range years {
		highest = max(highest, slices.Max(y.months))
	}
	const step, room, gap = chartWidth / 12, 90, 40
	foot := 0
	for n, y := range years {
		foot += gap + room*slices.Max(y.months)/highest
		top, bottom := ends(y.months)
		c.write(ChartText{Y: foot - room*slices.Max(y.months)/highest - 20,
			Text: strconv.Itoa(y.year) + ": " + number(y.all), Bold: true})
		fill := hollow
		if n == len(years)-1 {
			fill = solid
		}
		for m, k := range y.months {
			height, x := k*room/highest, m*step+2
			c.area(fill, Rect{x, foot - height, step - 4, height})
			if m == top || m == bottom || n == len(years)-1 {
				c.write(ChartText{X: x + step/2 - 2, Y: foot - height - 4, Text: number(k),
					Anchor: "middle", Bold: true, Small: true})
			}
			c.write(ChartText{X: x + step/2 - 2, Y: foot + 15, Text: short[m], Anchor: "middle",
				Small: true})
		}
		foot += 22
	}
	c.Height = foot
	c.Table.Label = t["MonthHead"]
	for _, y := range years {
		c.Table.Heads = append(c.Table.Heads, TableHead{strconv.Itoa(y.year), true})
	}
	for m := range 12 {
		row := TableRow{Label: names[m]}
		for _, y := range years {
			row.Cells = append(row.Cells, TableCell{number(y.months[m]), true})
		}
		c.Table.Rows = append(c.Table.Rows, row)
	}
	return c
}

// before are the figures of the years before, which the page draws beside those of a report.
func (g *Filling) before(r *content.Report) (rows table) {
	if len(r.Monthly) != 12 {
		return nil
	}
	for _, y := range g.years(r) {
		if y.year == r.Year {
			continue
		}
		year := strconv.Itoa(y.year)
		rows = append(rows, []string{year, "permintaan", "diterima", strconv.Itoa(y.all)})
		for m, n := range y.months {
			rows = append(rows, []string{year, "per_bulan", fmt.Sprintf("%s-%02d", year, m+1),
				strconv.Itoa(n)})
		}
	}
	return rows
}

// ends returns where the greatest and the least number are, the first of each.
func ends(numbers []int) (most, least int) {
	for i, n := range numbers {
		if n > numbers[most] {
			most = i
		}
		if n < numbers[least] {
			least = i
		}
	}
	return most, least
}

// shares draws the parts of a whole as one bar.
func (g *Filling) shares(id, title, sentence string, figures []figure) Chart {
	c := g.chart(id, title, sentence)
	all := 0
	for _, f := range figures {
		all += f.n
	}
	const thick = 34
	before := 0
	for n, f := range figures {
		text := formatNumber(f.n, g.words)
		c.row(f.long, text)
		c.key(ChartKey{Fill: fills(len(figures))[n], Text: text + " " + f.long})
		x := before * chartWidth / max(1, all)
		before += f.n
		if end := before * chartWidth / max(1, all); end > x {
			c.area(fills(len(figures))[n], Rect{x, 2, end - x, thick})
		}
	}
	c.Height = thick + 6
	return c
}
