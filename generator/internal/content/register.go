package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"strconv"
)

// An Entry holds the fields of the kind informasi: one line of the public information
// register, with the columns of annex II to PERKI 1/2010 that summary, unit and files do
// not hold already.
type Entry struct {
	Number      string
	Responsible string // a position
	Place       string
	Made        disclosure.Day
	Forms       []string
	Retention   string
	Year        int // that the content covers; 0 when not given
	Part        string
	Revisions   []Change
	Nil         bool // there is nothing to report, which is an answer
}

func entry(v Value) *Entry {
	made, period := v.Field("dibuat"), v.Field("periode")
	e := &Entry{
		Number: v.text("nomor"), Responsible: v.text("penanggung_jawab"), Place: made.text("tempat"), Made: made.day("tanggal"),
		Forms: v.texts("bentuk"), Retention: v.text("retensi"), Year: period.number("tahun"),
		Revisions: changes(v.Field("revisi")), Nil: v.flag("nihil"),
	}
	switch {
	case period.Field("semester").Given():
		e.Part = "semester " + period.text("semester")
	case period.Field("triwulan").Given():
		e.Part = "triwulan " + period.text("triwulan")
	}
	return e
}

// An Instrument holds the fields of the kind regulasi.
type Instrument struct {
	Type, Short, Number string
	Year                int
	Status              string
	InForce             disclosure.Day
	URL                 string
}

func instrument(v Value) *Instrument {
	return &Instrument{
		Type: v.text("jenis"), Short: v.text("singkatan"), Number: v.text("nomor"), Year: v.number("tahun"), Status: v.text("status"),
		InForce: v.day("berlaku_mulai"), URL: v.text("tautan"),
	}
}

// titleYear returns the one year that a title names, or 0 when it names none or several.
func titleYear(title string) int {
	found := 0
	for i := 0; i+4 <= len(title); i++ {
		n := atoi(title[i : i+4])
		digit := func(k int) bool { return k >= 0 && k < len(title) && title[k] >= '0' && title[k] <= '9' }
		if n < 1945 || n > 2100 || digit(i-1) || digit(i+4) || i > 0 && title[i-1] == '/' {
			continue // part of a longer number, or of a letter's number such as 12/2026
		}
		if found != 0 && found != n {
			return 0
		}
		found = n
	}
	return found
}

// checkEntry reports what in an entry of the register contradicts itself.
func checkEntry(v Value) diag.List {
	var diags diag.List
	period := v.Field("periode")
	if year := titleYear(v.Field("title").Text); year != 0 && period.number("tahun") != 0 && year != period.number("tahun") {
		diags.Add(diag.DIPPeriod, period.Field("tahun").At, strconv.Itoa(year), period.text("tahun"))
	}
	if period.Field("semester").Given() && period.Field("triwulan").Given() {
		diags.Add(diag.DIPParts, period.At)
	}
	if v.flag("nihil") && v.Field("berkas").Given() {
		diags.Add(diag.DIPNil, v.Field("nihil").At)
	}
	return diags
}
