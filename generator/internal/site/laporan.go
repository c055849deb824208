package site

import (
	"strconv"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// report holds the figures that somebody typed into a yearly report against those that are counted
// from the register of requests. Without a register the typed ones must be there.
func (l *linker) report() {
	r := l.item.Report
	for _, c := range r.Reasons {
		l.refusal("alasan_penolakan", c.Name, false)
	}
	year := l.site.Data.RequestsOf(r.Year)
	if year == nil {
		if !r.Typed {
			l.diags.Add(diag.FieldRequired, l.doc.At("tahun"), "permintaan", "laporan")
		}
		return
	}
	if year.Broken {
		return // its own messages say what to do
	}
	t := disclosure.NewTally(year.Requests, l.site.Data.Calendar, l.site.Data.Regimes,
		l.site.AsOf.Day)
	check := func(name string, typed, counted int) {
		if typed != counted {
			l.diags.Add(diag.RequestFigures, l.doc.At(name), name, strconv.Itoa(typed),
				strconv.Itoa(counted), strconv.Itoa(r.Year))
		}
	}
	if r.Typed {
		check("permintaan", r.Received, t.Received)
		check("permintaan", r.Granted, t.Outcomes[disclosure.Granted])
		check("permintaan", r.PartlyGranted, t.Outcomes[disclosure.PartlyGranted])
		check("permintaan", r.Refused, t.Outcomes[disclosure.Refused])
		check("permintaan", r.Pending, t.Outcomes[disclosure.Open])
	}
	for _, c := range r.Reasons {
		check("alasan_penolakan", c.Number, countOf(t.Grounds, c.Name))
	}
	for _, c := range r.Answered {
		day, before := 0, 0
		day, _ = strconv.Atoi(c.Name)
		for _, other := range r.Answered {
			if n, _ := strconv.Atoi(other.Name); n < day {
				before = max(before, n)
			}
		}
		check("lama_menjawab", c.Number, within(t.Days, before, day))
	}
	if r.Longest+r.Median+r.Mean > 0 {
		check("waktu", r.Mean, disclosure.Mean(t.Days))
		check("waktu", r.Median, disclosure.Median(t.Days))
		check("waktu", r.Longest, t.Longest())
	}
	for m, n := range r.Monthly {
		check("per_bulan", n, t.Monthly[m])
	}
	if o := r.Objections; o.Received > 0 {
		check("keberatan", o.Received, t.Objected())
		if o.Granted+o.Refused+o.Pending > 0 {
			check("keberatan", o.Granted,
				t.Objections[disclosure.Granted]+t.Objections[disclosure.PartlyGranted])
			check("keberatan", o.Refused, t.Objections[disclosure.Refused])
			check("keberatan", o.Pending, t.Objections[disclosure.Open])
		}
	}
}

// countOf returns how many of a name there are.
func countOf(counts []disclosure.Count, name string) int {
	for _, c := range counts {
		if c.Name == name {
			return c.Number
		}
	}
	return 0
}

// within returns how many answers came after one working day and not after another one; those of
// the first day count with the first group.
func within(days []int, after, until int) int {
	n := 0
	for _, d := range days {
		if (d > after || after == 0) && d <= until {
			n++
		}
	}
	return n
}
