package page

import (
	"fmt"
	"testing"

	"maklumat/generator/internal/disclosure"
)

// TestTrend says in words where the results of audits go, and that only so many are drawn.
func TestTrend(t *testing.T) {
	g := build(t).filling("keterbukaan/index.html")
	now := *g.read.Audit() // all that apply are met
	day := func(s string) disclosure.Day { d, _ := disclosure.ParseDay(s); return d }
	for _, tt := range []struct {
		name    string
		earlier []disclosure.Result
		want    string
	}{
		{"up", []disclosure.Result{{Day: day("2026-01-05"), Held: 1, All: 4}}, "Naik 75 poin persen sejak 5 Jan 2026: dari 25% menjadi 100%."},
		{"as it was", []disclosure.Result{{Day: day("2026-01-05"), Held: 3, All: 3}}, "Tetap 100% sejak 5 Jan 2026."},
		{
			"up, after it had been higher",
			[]disclosure.Result{{Day: day("2026-01-05"), Held: 1, All: 2}, {Day: day("2026-02-05"), Held: 2, All: 2}},
			"Naik 50 poin persen sejak 5 Jan 2026: dari 50% menjadi 100%.",
		},
	} {
		r := now
		r.Earlier = tt.earlier
		if got := plain(g.auditTrend(&r).Sentence); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	fallen := disclosure.Report{AsOf: now.AsOf, Earlier: []disclosure.Result{{Day: day("2026-01-05"), Held: 3, All: 4}}}
	if got := plain(g.auditTrend(&fallen).Sentence); got != "Turun 75 poin persen sejak 5 Jan 2026: dari 75% menjadi 0%." {
		t.Error(got)
	}
	for _, kept := range []int{maxResults - 1, maxResults, maxResults + 1, 40} {
		r := now
		r.Earlier = nil
		for n := range kept {
			r.Earlier = append(r.Earlier, disclosure.Result{Day: day("2026-01-05") + disclosure.Day(n), Held: n, All: 50})
		}
		before := fmt.Sprint(r.Earlier)
		rows := g.auditTrend(&r).Table.Rows
		first := max(0, kept-maxResults)
		if len(rows) != min(kept, maxResults)+1 || rows[0].Cells[1].Text != fmt.Sprint(first) || rows[len(rows)-1].Cells[0].Text != "100%" {
			t.Errorf("of %d results %d are drawn, the first is %v", kept, len(rows), rows[0])
		}
		if fmt.Sprint(r.Earlier) != before {
			t.Error("the results of the site were changed")
		}
	}
}
