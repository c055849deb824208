package page

import (
	"strconv"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// maxResults is how many earlier results are drawn: more would not be told apart on a phone. All
// are in the data of the audit.
const maxResults = 11

// auditTrend draws how much was met on earlier days and today, of all that applied then.
func (g *Filling) auditTrend(r *disclosure.Report) Chart {
	t := g.view.T
	results := append(r.Earlier[max(0, len(r.Earlier)-maxResults):len(r.Earlier):len(r.Earlier)],
		r.Result())
	first, last := results[0], results[len(results)-1]
	say := func(by int) []string {
		return []string{
			strconv.Itoa(by), strconv.Itoa(first.Score()) + "%", strconv.Itoa(last.Score()) + "%",
			formatDay(first.Day, g.words).Short,
		}
	}
	var sentence string
	switch by := last.Score() - first.Score(); {
	case by > 0:
		sentence = g.words.Text("TrendUp", say(by)...)
	case by < 0:
		sentence = g.words.Text("TrendDown", say(-by)...)
	default:
		sentence = g.words.Text("TrendSame", say(0)...)
	}
	out := g.chart("arah", t["TrendTitle"], sentence)
	c := &content.Chosen{Label: t["AsOfDay"], Heads: []string{t["MetShare"]}, Numeric: []bool{true},
		Percent: true}
	table := Table{
		Caption: out.Title, Label: t["AsOfDay"],
		Heads: []TableHead{{t["MetShare"], true}, {t["StatusMet"], true}, {t["DutiesThen"], true}},
	}
	for _, result := range results {
		day, score := formatDay(result.Day, g.words).Short, result.Score()
		c.Rows = append(c.Rows, content.ChosenRow{
			Label: day, Numbers: []content.Quantity{{Text: strconv.Itoa(score),
				Value: float64(score)}},
		})
		table.Rows = append(table.Rows, TableRow{day, []TableCell{
			{strconv.Itoa(score) + "%", true},
			{formatNumber(result.Held, g.words), true}, {formatNumber(result.All, g.words), true},
		}})
	}
	d := drawing{Chart: &out, q: quantities{Filling: g, percent: true}, c: c, span: 100}
	d.lines()
	out.Table = table
	return out
}
