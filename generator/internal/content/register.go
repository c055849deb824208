package content

import "maklumat/generator/internal/disclosure"

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

// An Exclusion holds the fields of the kind pengecualian: what the public may know of
// information that is excluded (UU 14/2008 ps. 17; PP 61/2010).
type Exclusion struct {
	Grounds            []string
	Articles           []string
	IfOpened, IfClosed string
	PublicInterest     string
	Parts              []string
	From, Until        disclosure.Day
	While              string
	Number, Decider    string
	Decided            disclosure.Day
	Level, Status      string
	RevokedBy          string
}

func exclusion(v Value) *Exclusion {
	consequence, period, decision := v.Field("konsekuensi"), v.Field("jangka_waktu"), v.Field("penetapan")
	return &Exclusion{
		Grounds: v.texts("dasar"), Articles: v.texts("pasal"), IfOpened: consequence.text("dibuka"), IfClosed: consequence.text("ditutup"),
		PublicInterest: v.text("kepentingan_publik"), Parts: v.texts("bagian"),
		From: period.day("mulai"), Until: period.day("sampai"), While: period.text("selama"),
		Number: decision.text("nomor"), Decider: decision.text("pejabat"), Decided: decision.day("tanggal"), Level: decision.text("level"),
		Status: v.text("status"), RevokedBy: v.text("dicabut_oleh"),
	}
}

// An Instrument holds the fields of the kind regulasi.
type Instrument struct {
	Type, Short, Number string
	Year                int
	Status              string
	InForce             disclosure.Day
	Amends, Revokes     []Reference
	URL                 string
}

func instrument(v Value) *Instrument {
	return &Instrument{
		Type: v.text("jenis"), Short: v.text("singkatan"), Number: v.text("nomor"), Year: v.number("tahun"), Status: v.text("status"),
		InForce: v.day("berlaku_mulai"), Amends: references(v.Field("mengubah"), "regulasi"), Revokes: references(v.Field("mencabut"), "regulasi"), URL: v.text("tautan"),
	}
}

// A Report holds the fields of the kind laporan: the yearly information-service report,
// PERKI 1/2021 ps. 56.
type Report struct {
	Year                                               int
	Example                                            bool // the figures are made up to show the page
	Received, Granted, PartlyGranted, Refused, Pending int
	Monthly                                            []int
	Mean, Median, Longest                              int // working days
	Objections, Disputes                               int
}

func report(v Value) *Report {
	requests, time := v.Field("permintaan"), v.Field("waktu")
	r := &Report{
		Year: v.number("tahun"), Example: v.flag("contoh"),
		Received: requests.number("diterima"), Granted: requests.number("dikabulkan_seluruhnya"),
		PartlyGranted: requests.number("dikabulkan_sebagian"), Refused: requests.number("ditolak"), Pending: requests.number("dalam_proses"),
		Mean: time.number("rata_rata"), Median: time.number("median"), Longest: time.number("terlama"),
		Objections: v.number("keberatan"), Disputes: v.number("sengketa"),
	}
	for _, m := range v.Field("per_bulan").Items {
		r.Monthly = append(r.Monthly, atoi(m.Text))
	}
	return r
}
