package page

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// reportFile is every figure of a report, beside its page.
const reportFile = "laporan.csv"

// A Report is a yearly report of the information service. Every figure in it is one of the
// document's header, or a share of two of them.
type Report struct {
	Year    string
	Example bool
	Figures []Fact // the main counts
	Charts  []Chart
	Times   []Fact // working days
	Smart   []Fact // Sigap, Mudah, Akurat, Ramah, Terampil
	Others  []Fact
	Budget  string
	CSV     string

	Complaints []Fact   // counts
	Mended     []string // because of complaints
	Status     string   // address of the page with what became of each request, or ""
}

// A figure is one number to draw.
type figure struct {
	label, long string
	n           int
	text        string // how n is written; "" is as a count
	late        bool
}

func (g *Filling) report(i *site.Item, _ *content.Document) {
	v, t := g.view, g.view.T
	r, tally := g.figures(i)
	g.crumbs("/laporan/", Link{Text: t["Reports"], Href: g.href("/laporan/")})
	out := &Report{
		Year:    strconv.Itoa(r.Year),
		Example: r.Example,
		CSV:     g.href(i.Address + reportFile),
	}
	for _, f := range g.decisions(r) {
		out.Figures = append(out.Figures, Fact{f.long, formatNumber(f.n, g.words)})
	}
	out.Figures = append([]Fact{{t["Received"], formatNumber(r.Received, g.words)}}, out.Figures...)
	if r.Longest > 0 {
		for _, f := range []figure{
			{long: t["Mean"], n: r.Mean},
			{long: t["Median"], n: r.Median},
			{long: t["Longest"], n: r.Longest},
		} {
			out.Times = append(out.Times, Fact{f.long, formatWorkingDays(f.n, g.words)})
		}
	}
	out.Others = []Fact{{t["Objections"], formatNumber(r.Objections.Received, g.words)}}
	if tally != nil && tally.ObjectionsKnown() > 0 {
		out.Others = append(out.Others, Fact{
			t["ObjectionsLate"], formatNumber(tally.ObjectionsLate(), g.words),
		})
	}
	if r.Disputes >= 0 {
		out.Others = append(out.Others, Fact{t["Disputes"], formatNumber(r.Disputes, g.words)})
	}
	if c := r.Complaints; c != nil {
		out.Complaints = []Fact{
			{t["Received"], formatNumber(c.Received, g.words)},
			{t["Settled"], formatNumber(c.Settled, g.words)},
			{t["Pending"], formatNumber(c.Pending, g.words)},
		}
		out.Mended = c.Mended
	}
	if r.Budget > 0 {
		out.Budget = g.words.Text("ServiceBudget", formatMoney(r.Spent, g.words),
			formatMoney(r.Budget, g.words))
	}
	if tally != nil {
		out.Status = g.href(requestsAddress(r.Year))
	}
	out.Charts = g.charts(r, tally)
	out.Smart = g.smart(r, tally)
	v.Report = out
	v.JSONLD = g.schema("Report")
}

// decisions are what became of the requests.
func (g *Filling) decisions(r *content.Report) []figure {
	t := g.view.T
	return []figure{
		{long: t["Granted"], n: r.Granted},
		{long: t["PartlyGranted"], n: r.PartlyGranted},
		{long: t["Refused"], n: r.Refused},
		{long: t["Pending"], n: r.Pending},
	}
}

func (g *Filling) charts(r *content.Report, tally *disclosure.Tally) []Chart {
	t := g.view.T
	var charts []Chart
	if len(r.Monthly) == 12 {
		charts = append(charts, g.monthly(r))
	}
	if r.Received > 0 {
		sentence := g.words.Text("GrantedShare", formatNumber(r.Granted, g.words),
			formatNumber(r.Received, g.words), formatShare(r.Granted, r.Received, g.words))
		charts = append(charts, g.shares("keputusan", t["Decisions"], sentence, g.decisions(r)))
	}
	if tally != nil {
		for n := range tally.Regimes {
			charts = append(charts, g.answerDays(&tally.Regimes[n]))
		}
	} else if len(r.Answered) > 0 {
		charts = append(charts, g.durations(r))
	}
	if len(r.Elements) > 0 {
		names := g.words.List("SurveyElements")
		var figures []figure
		for n, e := range r.Elements {
			figures = append(figures,
				figure{long: names[n%len(names)], n: e, text: g.hundredths(e)})
		}
		charts = append(charts, g.bars("survei", t["SurveyTitle"], g.satisfaction(r)+".", figures))
	}
	if refused := r.Refused + r.PartlyGranted; len(r.Reasons) > 0 && refused > 0 {
		var figures []figure
		most := 0
		for n, c := range r.Reasons {
			figures = append(figures, figure{long: g.refusal(c.Name), n: c.Number})
			if c.Number > r.Reasons[most].Number {
				most = n
			}
		}
		sentence := g.words.Text("MostReason", figures[most].long,
			formatNumber(figures[most].n, g.words), formatNumber(refused, g.words))
		charts = append(charts, g.bars("alasan", t["ByReason"], sentence, figures))
	}
	return charts
}

// refusal names a reason for refusing, as the law does.
func (g *Filling) refusal(id string) string {
	if r, ok := g.read.Refusal(id); ok {
		return pick(diag.Words{ID: r.Label, EN: r.LabelEN}, g.words)
	}
	return id
}

// answerLimit returns within how many working days a request must be answered that is not about
// elections, 0 if that is not known. Figures that were typed do not say which limit each had.
func (g *Filling) answerLimit() int {
	for _, r := range g.regimes(false) {
		if !r.Election {
			days, _ := r.Days(disclosure.AnswerLimit)
			return days
		}
	}
	return 0
}

// durations draws how long answers took, with the limit of the law.
func (g *Filling) durations(r *content.Report) Chart {
	t := g.view.T
	limit := g.answerLimit()
	var figures []figure
	inTime, all, before := 0, 0, 0
	for _, c := range r.Answered {
		day, _ := strconv.Atoi(c.Name)
		days := c.Name // each bar counts those that came after the one above it
		if first := before + 1; first < day {
			days = strconv.Itoa(first) + "–" + days
		}
		before = day
		late := limit > 0 && day > limit
		figures = append(figures, figure{long: t["OnDay"] + days, n: c.Number, late: late})
		all += c.Number
		if !late {
			inTime += c.Number
		}
	}
	sentence := ""
	if limit > 0 {
		sentence = g.words.Text("InTime", formatNumber(inTime, g.words), formatNumber(all, g.words),
			strconv.Itoa(limit))
	}
	c := g.bars("lama", t["ByDuration"], sentence, figures)
	for n, f := range figures {
		if f.late && (n == 0 || !figures[n-1].late) {
			y := n*barStep + 4
			c.limit(points(0, y, chartWidth, y), t["LimitDay"]+strconv.Itoa(limit))
		}
	}
	return c
}

// barStep is the height of a bar with its words above.
const barStep = 44

// chart begins a drawing of one column of figures.
func (g *Filling) chart(id, title, sentence string) Chart {
	return Chart{
		ID: id, Title: title, Sentence: sentence, Width: chartWidth, Show: g.view.T["ShowFigures"],
		Table: Table{Caption: title},
	}
}

// bars draws bars below each other, each under its words.
func (g *Filling) bars(id, title, sentence string, figures []figure) Chart {
	const room = chartWidth - 56 // the number stands behind the longest bar
	c := g.chart(id, title, sentence)
	most, above := 1, 0 // above is the height of what is drawn
	for _, f := range figures {
		most = max(most, f.n)
	}
	for _, f := range figures {
		y := c.writeLines(f.long, above+15) + 5
		width, fill := max(1, f.n*room/most), solid
		if f.late {
			fill = hollow
		}
		text := cmp.Or(f.text, formatNumber(f.n, g.words))
		c.area(fill, Rect{0, y, width, 16})
		c.write(ChartText{X: width + 6, Y: y + 13, Text: text, Bold: true})
		c.row(f.long, text)
		above = y + barStep - 20
	}
	c.Height = above + 4
	return c
}

// smart are the five measures of the service that the information commission of West Java
// asks for: Sigap, Mudah, Akurat, Ramah, Terampil. Those without figures are left out.
func (g *Filling) smart(r *content.Report, tally *disclosure.Tally) []Fact {
	t := g.view.T
	number := func(n int) string { return formatNumber(n, g.words) }
	var out []Fact
	if r.Longest > 0 {
		out = append(out, Fact{t["SmartFast"], g.fast(r, tally)})
	}
	if r.OpenBefore >= 0 {
		out = append(out, Fact{t["SmartEasy"], number(r.OpenBefore) + "% " + t["PerCent"]})
	}
	// What became of objections is known from the register, or where somebody typed it.
	o := r.Objections
	isKnown := tally != nil || o.Received > 0 && o.Granted+o.Refused+o.Pending == o.Received
	if answered := r.Received - r.Pending; answered > 0 && isKnown {
		kept := answered - o.Granted
		out = append(out, Fact{t["SmartRight"], g.words.Text("NotOverturned", number(kept),
			number(answered), formatShare(kept, answered, g.words))})
	}
	if text := g.satisfaction(r); text != "" {
		out = append(out, Fact{t["SmartKind"], text})
	}
	if r.Staff > 0 {
		out = append(out, Fact{
			t["SmartAble"], g.words.Text("TrainedOf", number(r.Trained), number(r.Staff)),
		})
	}
	return out
}

// fast says how many working days answers took, those under each set of deadlines against its
// limit.
func (g *Filling) fast(r *content.Report, tally *disclosure.Tally) string {
	median := func(days, limit int) string {
		text := g.view.T["Median"] + " " + formatWorkingDays(days, g.words)
		if limit > 0 {
			text += " (" + g.view.T["LimitIs"] + " " + formatNumber(limit, g.words) + ")"
		}
		return text
	}
	if tally == nil {
		return median(r.Median, g.answerLimit())
	}
	var all []string
	for _, of := range tally.Regimes {
		if len(of.Days) > 0 {
			text := median(disclosure.Median(of.Days), of.Limit)
			if len(tally.Regimes) > 1 {
				text = g.pick(of.Label, of.LabelEN) + ": " + text
			}
			all = append(all, text)
		}
	}
	return strings.Join(all, "; ")
}

// satisfaction says what a survey of satisfaction found, "" without one.
func (g *Filling) satisfaction(r *content.Report) string {
	asked := formatNumber(r.Asked, g.words)
	if index, grade := disclosure.Satisfaction(r.Elements); grade != 0 {
		return g.words.Text("SatisfactionIs", g.hundredths(index), string(grade), asked)
	}
	if r.Survey == "" {
		return ""
	}
	if n, ok := content.Hundredths(r.Survey); ok && n > 500 {
		return g.words.Text("SatisfactionIs", g.hundredths(n),
			string(disclosure.SatisfactionGrade(n)), asked)
	}
	t := g.view.T
	return formatDecimal(r.Survey, g.words) + " " + t["OutOf"] + " (" + asked + " " +
		t["Respondents"] + ")"
}

// reportCSV writes every figure of a report under the name it has in the document.
func (g *Filling) reportCSV() []byte {
	r, tally := g.figures(g.read.Item(g.job.Doc))
	rows := table{{"tahun", "kelompok", "butir", "jumlah"}}
	year := strconv.Itoa(r.Year)
	add := func(group, name string, n int) {
		rows = append(rows, []string{
			year, group, name, strconv.Itoa(n),
		})
	}
	add("permintaan", "diterima", r.Received)
	add("permintaan", "dikabulkan_seluruhnya", r.Granted)
	add("permintaan", "dikabulkan_sebagian", r.PartlyGranted)
	add("permintaan", "ditolak", r.Refused)
	add("permintaan", "dalam_proses", r.Pending)
	for m, n := range r.Monthly {
		add("per_bulan", fmt.Sprintf("%s-%02d", year, m+1), n)
	}
	rows = append(rows, g.before(r)...)
	tallied(tally, year, add)
	for _, c := range r.Answered {
		add("lama_menjawab", c.Name, c.Number)
	}
	for _, c := range r.Reasons {
		add("alasan_penolakan", c.Name, c.Number)
	}
	if r.Longest > 0 {
		add("waktu", "rata_rata", r.Mean)
		add("waktu", "median", r.Median)
		add("waktu", "terlama", r.Longest)
	}
	add("keberatan", "diterima", r.Objections.Received)
	if o := r.Objections; o.Granted+o.Refused+o.Pending > 0 {
		add("keberatan", "dikabulkan", o.Granted)
		add("keberatan", "ditolak", o.Refused)
		add("keberatan", "dalam_proses", o.Pending)
	}
	if r.Disputes >= 0 {
		add("sengketa", "diterima", r.Disputes)
	}
	if c := r.Complaints; c != nil {
		add("pengaduan", "diterima", c.Received)
		add("pengaduan", "selesai", c.Settled)
		add("pengaduan", "dalam_proses", c.Pending)
	}
	if r.OpenBefore >= 0 {
		add("smart", "terbuka_lebih_dulu_persen", r.OpenBefore)
	}
	if index, grade := disclosure.Satisfaction(r.Elements); grade != 0 {
		rows = append(rows, []string{year, "survei", "indeks", hundredths(index)},
			[]string{year, "survei", "mutu", string(grade)})
		for n, e := range r.Elements {
			rows = append(rows, []string{year, "survei", "unsur_" + strconv.Itoa(n+1),
				hundredths(e)})
		}
		add("survei", "responden", r.Asked)
	} else if r.Survey != "" {
		rows = append(rows, []string{year, "survei", "nilai", r.Survey})
		add("survei", "responden", r.Asked)
	}
	if r.Staff > 0 {
		add("petugas", "jumlah", r.Staff)
		add("petugas", "terlatih", r.Trained)
	}
	if r.Budget > 0 {
		add("anggaran", "pagu", r.Budget)
		add("anggaran", "realisasi", r.Spent)
	}
	return rows.csv()
}

// tallied adds what is counted from the register of requests alone; nothing without one.
func tallied(tally *disclosure.Tally, year string, add func(group, name string, n int)) {
	if tally == nil {
		return
	}
	for m := 0; m < 12; m += 3 {
		q := tally.Monthly[m] + tally.Monthly[m+1] + tally.Monthly[m+2]
		add("per_triwulan", fmt.Sprintf("%s-T%d", year, m/3+1), q)
	}
	for h := 0; h < 12; h += 6 {
		n := 0
		for _, month := range tally.Monthly[h : h+6] {
			n += month
		}
		add("per_semester", fmt.Sprintf("%s-S%d", year, h/6+1), n)
	}
	for _, t := range tally.Regimes {
		add("rezim_"+t.ID, "diterima", t.Received)
		add("rezim_"+t.ID, "dijawab", t.Answered)
		if t.Known {
			add("rezim_"+t.ID, "tepat_waktu", t.InTime)
			add("rezim_"+t.ID, "dengan_perpanjangan", t.Extended)
			add("rezim_"+t.ID, "terlambat", t.Late())
		}
		if t.Objections > 0 && t.ObjectionsKnown {
			add("rezim_"+t.ID, "keberatan_terlambat", t.ObjectionsLate)
		}
		count := 0
		for n, day := range t.Days {
			count++
			if n+1 == len(t.Days) || t.Days[n+1] != day {
				add("lama_menjawab_"+t.ID, strconv.Itoa(day), count)
				count = 0
			}
		}
	}
}

// reportRow fills the line of a list.
func (g *Filling) reportRow(i *site.Item, r *Row) {
	r.Number = strconv.Itoa(i.Report.Year)
}
