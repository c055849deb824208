package content

import (
	"slices"
	"strconv"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// laporanKind is yearly reports on the information service.
var laporanKind = Kind{
	Name: "laporan", Word: "Reports", Label: words("Laporan layanan informasi", "Service report"),
	Body: true, Requires: []string{"date"}, Rank: 4, Address: "/laporan/{tahun}/", Schema: "Report",
	read:  func(h *Head, v Value) { h.Report = report(v) },
	check: func(_ *Head, v Value) diag.List { return checkReport(v) },
	year:  func(h *Head) int { return h.Report.Year },
	Fields: []Field{
		{Name: "tahun", Type: Year, Required: true, Help: words("tahun anggaran", "the year")},
		{
			Name: "contoh", Type: Flag,
			Help: words("true jika angkanya contoh", "true when the figures are examples"),
		},
		{
			Name: "permintaan", Type: Fields, Shown: true,
			Help: words(
				"jumlah permintaan menurut keputusan; dihitung sendiri jika ada "+
					"content/data/permintaan/TAHUN.csv",
				"requests by decision; counted when there is content/data/permintaan/YEAR.csv",
			),
			Fields: []Field{
				{Name: "diterima", Type: Number, Required: true,
					Help: words("diterima", "received")},
				{
					Name: "dikabulkan_seluruhnya", Type: Number, Required: true,
					Help: words("dikabulkan seluruhnya", "granted in full"),
				},
				{
					Name: "dikabulkan_sebagian", Type: Number, Required: true,
					Help: words("dikabulkan sebagian", "granted in part"),
				},
				{Name: "ditolak", Type: Number, Required: true, Help: words("ditolak", "refused")},
				{Name: "dalam_proses", Type: Number, Required: true,
					Help: words("masih diproses", "pending")},
			},
		},
		{
			Name: "alasan_penolakan", Type: Fields, List: true,
			Help: words("penolakan menurut alasannya", "refusals by reason"),
			Fields: []Field{
				{
					Name: "alasan", Type: Line, Required: true, Choice: "alasan_penolakan",
					Help: words(
						"alasan menurut paket hukum, misalnya 17h, belum_dikuasai, atau "+
							"tidak_lengkap",
						"the reason, as the pack of law has it, such as 17h, belum_dikuasai "+
							"(not held) or tidak_lengkap (incomplete)",
					),
				},
				{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "count")},
			},
		},
		{
			Name: "per_bulan", Type: Number, List: true,
			Help: words(
				"dua belas angka permintaan, Januari sampai Desember",
				"twelve counts of requests, January to December",
			),
		},
		{
			Name: "lama_menjawab", Type: Fields, List: true,
			Help: words("jumlah jawaban menurut lamanya", "answers by how long they took"),
			Fields: []Field{
				{
					Name: "hari", Type: Number, Required: true,
					Help: words("dijawab paling lambat hari kerja ke-",
						"answered by this working day"),
				},
				{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "count")},
			},
		},
		{
			Name: "waktu", Type: Fields,
			Help: words("hari kerja yang diperlukan", "working days needed"),
			Fields: []Field{
				{Name: "rata_rata", Type: Number, Required: true, Help: words("rata-rata", "mean")},
				{Name: "median", Type: Number, Required: true, Help: words("median", "median")},
				{Name: "terlama", Type: Number, Required: true, Help: words("terlama", "longest")},
			},
		},
		{
			Name: "keberatan", Type: Fields, Bare: "diterima",
			Help: words("keberatan", "objections"),
			Fields: []Field{
				{Name: "diterima", Type: Number, Required: true,
					Help: words("diterima", "received")},
				{Name: "dikabulkan", Type: Number, Help: words("dikabulkan", "granted")},
				{Name: "ditolak", Type: Number, Help: words("ditolak", "refused")},
				{Name: "dalam_proses", Type: Number, Help: words("masih diproses", "pending")},
			},
		},
		{Name: "sengketa", Type: Number, Help: words("jumlah sengketa", "disputes")},
		{
			Name: "terbuka_lebih_dulu", Type: Number, Max: 100,
			Help: words(
				"persen permintaan yang terjawab dokumen yang sudah terbit",
				"percent of requests answered by what was published already",
			),
		},
		{
			Name: "survei", Type: Fields,
			Help: words("survei kepuasan", "survey of satisfaction"),
			Fields: []Field{
				{
					Name: "unsur", Type: Line, List: true,
					Help: words(
						"sembilan nilai unsur PermenPANRB 14/2017, masing-masing 1 sampai 4, "+
							"misalnya 3.4; "+
							"indeks dan mutunya dihitung",
						"nine values of the elements of PermenPANRB 14/2017, each from 1 to 4, "+
							"such as 3.4; "+
							"the index and its grade are computed",
					),
				},
				{
					Name: "nilai", Type: Line,
					Help: words(
						"tanpa unsur: indeks 25 sampai 100, misalnya 88.31, atau nilai dari 5, "+
							"misalnya 4.4",
						"without elements: an index from 25 to 100, such as 88.31, or a mark out "+
							"of 5, such as 4.4",
					),
				},
				{
					Name: "responden", Type: Number, Required: true,
					Help: words("jumlah responden", "people asked"),
				},
			},
		},
		{
			Name: "pengaduan", Type: Fields, Help: words("pengaduan", "complaints"),
			Fields: []Field{
				{Name: "diterima", Type: Number, Required: true,
					Help: words("diterima", "received")},
				{Name: "selesai", Type: Number, Required: true, Help: words("selesai", "settled")},
				{
					Name: "dalam_proses", Type: Number, Required: true,
					Help: words("masih diproses", "pending"),
				},
				{
					Name: "tindak_lanjut", Type: Line, List: true,
					Help: words("apa yang diperbaiki karenanya", "what was mended because of them"),
				},
			},
		},
		{Name: "petugas", Type: Fields, Help: words("petugas layanan", "service staff"),
			Fields: []Field{
				{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "count")},
				{
					Name: "terlatih", Type: Number, Required: true,
					Help: words("yang sudah dilatih", "those trained"),
				},
			}},
		{
			Name: "anggaran", Type: Fields,
			Help: words("anggaran layanan, rupiah", "budget of the service, rupiah"),
			Fields: []Field{
				{Name: "pagu", Type: Number, Required: true, Help: words("pagu", "planned")},
				{Name: "realisasi", Type: Number, Required: true,
					Help: words("realisasi", "spent")},
			},
		},
	},
}

// A Report holds the fields of the kind laporan: the yearly information-service report,
// Pasal 56 PERKI 1/2021.
type Report struct {
	Year int
	// the figures are made up to show the page
	Example bool
	// the counts below were given, not left to the register
	Typed                                              bool
	Received, Granted, PartlyGranted, Refused, Pending int
	Reasons                                            []Count // of refusals
	Monthly                                            []int   // January to December, or none
	Answered                                           []Count // by the working day they came by
	Mean, Median, Longest                              int     // working days
	Objections                                         Objections
	Disputes                                           int // -1 when not given
	OpenBefore                                         int // percent of requests; -1 when not given
	Survey                                             string
	Elements                                           []int // of the survey, in hundredths
	Asked                                              int
	Staff, Trained                                     int
	Complaints                                         *Complaints // nil when they are not told
	Budget, Spent                                      int         // rupiah
}

// A Count is how many of something there were.
type Count struct {
	Name   string
	Number int
}

// Complaints are the complaints of a year, and what was mended because of them.
type Complaints struct {
	Received, Settled, Pending int
	Mended                     []string
}

// Objections are the objections of a year by what became of them.
type Objections struct{ Received, Granted, Refused, Pending int }

func report(v Value) *Report {
	requests, time, objections := v.Field("permintaan"), v.Field("waktu"), v.Field("keberatan")
	r := &Report{
		Year: v.number("tahun"), Example: v.flag("contoh"), Typed: requests.Given(),
		Received:      requests.number("diterima"),
		Granted:       requests.number("dikabulkan_seluruhnya"),
		PartlyGranted: requests.number("dikabulkan_sebagian"), Refused: requests.number("ditolak"),
		Pending: requests.number("dalam_proses"), Mean: time.number("rata_rata"),
		Median: time.number("median"), Longest: time.number("terlama"),
		Objections: Objections{
			objections.number("diterima"), objections.number("dikabulkan"),
			objections.number("ditolak"),
			objections.number("dalam_proses"),
		},
		Disputes: -1, OpenBefore: -1, Survey: v.Field("survei").text("nilai"),
		Asked: v.Field("survei").number("responden"), Staff: v.Field("petugas").number("jumlah"),
		Trained: v.Field("petugas").number("terlatih"), Budget: v.Field("anggaran").number("pagu"),
		Spent: v.Field("anggaran").number("realisasi"),
	}
	if c := v.Field("pengaduan"); c.Given() {
		r.Complaints = &Complaints{
			c.number("diterima"), c.number("selesai"), c.number("dalam_proses"),
			c.texts("tindak_lanjut"),
		}
	}
	if v.Field("sengketa").Given() {
		r.Disputes = v.number("sengketa")
	}
	if v.Field("terbuka_lebih_dulu").Given() {
		r.OpenBefore = v.number("terbuka_lebih_dulu")
	}
	for _, item := range v.Field("survei").Field("unsur").Items {
		n, _ := Hundredths(item.Text)
		r.Elements = append(r.Elements, n)
	}
	for _, item := range v.Field("alasan_penolakan").Items {
		r.Reasons = append(r.Reasons, Count{item.text("alasan"), item.number("jumlah")})
	}
	for _, item := range v.Field("lama_menjawab").Items {
		r.Answered = append(r.Answered, Count{item.text("hari"), item.number("jumlah")})
	}
	for _, m := range v.Field("per_bulan").Items {
		r.Monthly = append(r.Monthly, atoi(m.Text))
	}
	return r
}

// checkReport holds the figures of a report against each other: what does not add up is
// not shown to the public.
func checkReport(v Value) diag.List {
	var diags diag.List
	r := report(v)
	requests := v.Field("permintaan")
	sum := func(name string, at diag.Span, got, want int, of string) {
		if got != want {
			diags.Add(diag.ReportSum, at, name, strconv.Itoa(got), strconv.Itoa(want), of)
		}
	}
	// What is part of the requests adds up to them, where they are not left to the register.
	ofRequests := func(name string, at diag.Span, got, want int, of string) {
		if r.Typed {
			sum(name, at, got, want, of)
		}
	}
	atMost := func(at diag.Span, name string, n int, of string, most int) {
		if n > most {
			diags.Add(diag.ReportOrder, at, name, strconv.Itoa(n), of, strconv.Itoa(most))
		}
	}
	if len(requests.Fields) == 5 {
		sum(
			"dikabulkan_seluruhnya, dikabulkan_sebagian, ditolak, dalam_proses", requests.At,
			r.Granted+r.PartlyGranted+r.Refused+r.Pending, r.Received, "permintaan.diterima",
		)
	}
	if f := v.Field("alasan_penolakan"); f.Given() {
		// What is granted in part may have a ground, and one request several.
		if all := total(r.Reasons); r.PartlyGranted == 0 || all < r.Refused {
			ofRequests("alasan_penolakan", f.At, all, r.Refused, "permintaan.ditolak")
		}
		for _, c := range r.Reasons {
			if r.Typed {
				atMost(f.At, c.Name, c.Number, "permintaan.ditolak + dikabulkan_sebagian",
					r.Refused+r.PartlyGranted)
			}
		}
		diags = append(diags, twice(f, "alasan")...)
	}
	if f := v.Field("lama_menjawab"); f.Given() {
		ofRequests(
			"lama_menjawab", f.At, total(r.Answered), r.Received-r.Pending,
			"permintaan.diterima − dalam_proses",
		)
		diags = append(diags, twice(f, "hari")...)
	}
	if f := v.Field("per_bulan"); f.Given() {
		if len(r.Monthly) != 12 {
			diags.Add(diag.ReportMonths, f.At, strconv.Itoa(len(r.Monthly)))
		} else {
			all := 0
			for _, n := range r.Monthly {
				all += n
			}
			ofRequests("per_bulan", f.At, all, r.Received, "permintaan.diterima")
		}
	}
	if f := v.Field("waktu"); f.Given() {
		atMost(f.At, "waktu.median", r.Median, "waktu.terlama", r.Longest)
		atMost(f.At, "waktu.rata_rata", r.Mean, "waktu.terlama", r.Longest)
	}
	if f := v.Field("keberatan"); len(f.Fields) > 1 {
		o := r.Objections
		sum("dikabulkan, ditolak, dalam_proses", f.At, o.Granted+o.Refused+o.Pending, o.Received,
			"keberatan.diterima")
	}
	if c := r.Complaints; c != nil {
		sum("selesai, dalam_proses", v.Field("pengaduan").At, c.Settled+c.Pending, c.Received,
			"pengaduan.diterima")
	}
	atMost(v.Field("anggaran").At, "anggaran.realisasi", r.Spent, "anggaran.pagu", r.Budget)
	atMost(v.Field("petugas").At, "petugas.terlatih", r.Trained, "petugas.jumlah", r.Staff)
	diags = append(diags, checkSurvey(v.Field("survei"), r)...)
	last := disclosure.DayOf(r.Year, 12, 31)
	if date := v.moment("date"); date.Day != 0 && r.Year != 0 && date.Day < last {
		diags.Add(diag.ReportEarly, v.Field("date").At, strconv.Itoa(r.Year), date.Day.String())
	}
	return diags
}

// checkSurvey holds the figures of a survey to what its elements and its index can be.
func checkSurvey(survey Value, r *Report) diag.List {
	var diags diag.List
	if n, ok := Hundredths(r.Survey); r.Survey != "" && (!ok || n > 500 && n < 2500) {
		least, most := "0", "5"
		if n >= 2500 || !ok {
			least, most = "25", "100"
		}
		diags.Add(diag.FieldNumber, survey.Field("nilai").At, "nilai", r.Survey, least, most)
	}
	for n, item := range survey.Field("unsur").Items {
		if e := r.Elements[n]; e < 100 || e > 400 {
			diags.Add(diag.FieldNumber, item.At, "unsur", item.Text, "1", "4")
		}
	}
	switch n := len(r.Elements); {
	case n > 0 && n != disclosure.SurveyElements:
		diags.Add(diag.ReportElements, survey.Field("unsur").At, strconv.Itoa(n))
	case n > 0 && r.Survey != "": // weights of 0.11 in place of a ninth make up to one point
		typed, _ := Hundredths(r.Survey)
		index, _ := disclosure.Satisfaction(r.Elements)
		if off := typed - index; typed > 500 && (off < -100 || off > 100) {
			diags.Add(diag.ReportSum, survey.Field("nilai").At, "survei.nilai", r.Survey,
				strconv.Itoa(index/100)+"."+strconv.Itoa(index%100/10)+strconv.Itoa(index%10),
				"survei.unsur")
		}
	}
	if survey.Given() && r.Survey == "" && len(r.Elements) == 0 {
		diags.Add(diag.FieldRequired, survey.At, "unsur", "survei")
	}
	return diags
}

func total(counts []Count) int {
	n := 0
	for _, c := range counts {
		n += c.Number
	}
	return n
}

// twice reports a name that stands in a list more than once.
func twice(v Value, name string) diag.List {
	var diags diag.List
	var seen []string
	for _, item := range v.Items {
		if n := item.Field(name); slices.Contains(seen, n.Text) {
			diags.Add(diag.ReportTwice, n.At, n.Text)
		} else if n.Given() {
			seen = append(seen, n.Text)
		}
	}
	return diags
}
