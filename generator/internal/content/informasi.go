package content

import (
	"strconv"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// informasiKind is entries of the register of public information.
var informasiKind = Kind{
	Name: "informasi", Word: "Register", Label: words("Informasi publik", "Public information"),
	Body: true, Requires: []string{"klasifikasi", "summary", "penguasa"}, Rank: 2,
	Address: "/dokumen/{slug}/", Schema: "DigitalDocument",
	Lists:   Lists{Paged: true, Faceted: true, Layout: "register"},
	read:    func(h *Head, v Value) { h.Entry = entry(v) },
	check:   func(_ *Head, v Value) diag.List { return checkEntry(v) },
	made:    func(h *Head) disclosure.Moment { return disclosure.Moment{Day: h.Entry.Made} },
	changed: func(h *Head) disclosure.Day { return newest(h.Entry.Revisions) },
	number:  func(h *Head) string { return h.Entry.Number },
	Fields: []Field{
		{Name: "nomor", Type: Line, Help: words("nomor dokumen", "the document's number")},
		{
			Name: "penanggung_jawab", Type: Line, Required: true,
			Help: words("jabatan penanggung jawab pembuatan",
				"the position responsible for making it"),
		},
		{
			Name: "dibuat", Type: Fields, Required: true,
			Help: words("waktu dan tempat pembuatan", "when and where it was made"),
			Fields: []Field{
				{Name: "tempat", Type: Line, Required: true, Help: words("tempat", "place")},
				{Name: "tanggal", Type: Date, Required: true, Help: words("tanggal", "day")},
			},
		},
		{
			Name: "bentuk", Type: Enum, List: true, Required: true,
			Values: []string{"cetak", "rekam", "daring"},
			Help:   words("bentuk yang tersedia", "available forms"),
		},
		{
			Name: "retensi", Type: Line, Required: true,
			Help: words("jangka waktu penyimpanan", "how long it is kept"),
		},
		{
			Name: "periode", Type: Fields,
			Help: words("masa yang dicakup isi dokumen", "the time the content covers"),
			Fields: []Field{
				{Name: "tahun", Type: Year, Required: true, Help: words("tahun", "year")},
				{
					Name: "semester", Type: Enum, Values: []string{"1", "2"},
					Help: words("semester", "half-year"),
				},
				{
					Name: "triwulan", Type: Enum, Values: []string{"1", "2", "3", "4"},
					Help: words("triwulan", "quarter"),
				},
			},
		},
		{
			Name: "revisi", Type: Fields, List: true,
			Fields: change,
			Help:   words("riwayat revisi", "history of revisions"),
		},
		{
			Name: "nihil", Type: Flag,
			Help: words("true jika memang tidak ada isinya",
				"true when there is nothing to report"),
		},
	},
}

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
		Number: v.text("nomor"), Responsible: v.text("penanggung_jawab"),
		Place: made.text("tempat"),
		Made:  made.day("tanggal"), Forms: v.texts("bentuk"), Retention: v.text("retensi"),
		Year: period.number("tahun"), Revisions: changes(v.Field("revisi")), Nil: v.flag("nihil"),
	}
	switch {
	case period.Field("semester").Given():
		e.Part = "semester " + period.text("semester")
	case period.Field("triwulan").Given():
		e.Part = "triwulan " + period.text("triwulan")
	}
	return e
}

// titleYear returns the one year that a title names, or 0 when it names none or several.
func titleYear(title string) int {
	found := 0
	for i := 0; i+4 <= len(title); i++ {
		n := atoi(title[i : i+4])
		digit := func(k int) bool { return k >= 0 && k < len(title) && isDigit(title[k]) }
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
	year, covered := titleYear(v.Field("title").Text), period.number("tahun")
	if year != 0 && covered != 0 && year != covered {
		diags.Add(diag.DIPPeriod, period.Field("tahun").At, strconv.Itoa(year),
			period.text("tahun"))
	}
	if period.Field("semester").Given() && period.Field("triwulan").Given() {
		diags.Add(diag.DIPParts, period.At)
	}
	if v.flag("nihil") && v.Field("berkas").Given() {
		diags.Add(diag.DIPNil, v.Field("nihil").At)
	}
	return diags
}
