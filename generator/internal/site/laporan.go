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
	t := disclosure.NewTally(year.Requests, l.site.Data.Calendar, l.site.Data.Regimes)
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
	if r.Longest > 0 {
		check("waktu", r.Mean, disclosure.Mean(t.Days))
		check("waktu", r.Median, disclosure.Median(t.Days))
		check("waktu", r.Longest, t.Longest())
	}
	for m, n := range r.Monthly {
		check("per_bulan", n, t.Monthly[m])
	}
	if r.Objections.Received > 0 {
		check("keberatan", r.Objections.Received, t.Objected())
	}
}
