package content

import (
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A Procedure holds the fields of the kind sop, the parts that PermenPANRB 35/2012 gives a
// standard operating procedure.
type Procedure struct {
	Number                        string
	Group                         string
	Made, Revised, Effective      disclosure.Day
	ApprovedBy, ApprovedName      string
	Basis                         []Reference
	Connected                     []Reference
	Warnings, Skills, Tools, Logs []string
	Actors                        []Actor
	Steps                         []Step
	Total                         disclosure.Duration
	Limit                         string
	WorkdayHours                  float64
}

// An Actor is a column of the matrix.
type Actor struct {
	ID, Name string
	Outside  bool // no part of the public body
	At       diag.Span
}

// A Step is a row of the matrix.
type Step struct {
	ID, Shape string // Shape is mulai, proses, keputusan or selesai
	Actors    []Reference
	Activity  string
	Needs     []string
	Min, Max  disclosure.Duration
	Output    []string
	Next      Reference // "" is the next row
	Exits     []Exit
	Remark    string
	At        diag.Span
}

// An Exit is one labelled way out of a decision.
type Exit struct {
	If string
	To Reference
}

// workdayHours is the length of a working day unless a procedure says otherwise: 37.5
// hours in five days, Perpres 21/2023.
const workdayHours = 7.5

func procedure(v Value) *Procedure {
	dates, approved, total := v.Field("tanggal"), v.Field("disahkan"), v.Field("waktu_total")
	p := &Procedure{
		Number: v.text("nomor"), Group: v.text("kelompok"),
		Made: dates.day("pembuatan"), Revised: dates.day("revisi"), Effective: dates.day("efektif"),
		ApprovedBy: approved.text("jabatan"), ApprovedName: approved.text("nama"),
		Basis: references(v.Field("dasar_hukum"), "regulasi"), Connected: references(v.Field("keterkaitan"), "sop"),
		Warnings: v.texts("peringatan"), Skills: v.texts("kualifikasi"), Tools: v.texts("peralatan"), Logs: v.texts("pencatatan"),
		Total: total.duration("nyatakan"), Limit: total.text("batas"), WorkdayHours: workdayHours,
	}
	if hours := v.Field("satuan").text("hari_kerja_jam"); hours != "" {
		p.WorkdayHours = parseHours(hours)
	}
	for _, a := range v.Field("pelaksana").Items {
		p.Actors = append(p.Actors, Actor{ID: a.text("id"), Name: a.text("nama"), Outside: a.flag("luar"), At: a.Field("id").At})
	}
	for _, s := range v.Field("langkah").Items {
		time := s.Field("waktu")
		step := Step{
			ID: s.text("id"), Shape: s.text("jenis"), Actors: references(s.Field("pelaksana"), ""), Activity: s.text("kegiatan"),
			Needs: s.texts("kelengkapan"), Min: time.duration("min"), Max: time.duration("maks"), Output: s.texts("output"),
			Next: Reference{Target: s.text("ke"), At: s.Field("ke").At}, Remark: s.text("keterangan"), At: s.Field("id").At,
		}
		for _, e := range s.Field("cabang").Items {
			step.Exits = append(step.Exits, Exit{If: e.text("jika"), To: Reference{Target: e.text("ke"), At: e.Field("ke").At}})
		}
		p.Steps = append(p.Steps, step)
	}
	return p
}

// check reports references inside the procedure that lead nowhere.
func (p *Procedure) check() diag.List {
	var diags diag.List
	var actors, steps []string
	for _, a := range p.Actors {
		if slices.Contains(actors, a.ID) {
			diags.Add(diag.SOPDuplicate, a.At, a.ID)
		}
		actors = append(actors, a.ID)
	}
	for _, s := range p.Steps {
		if slices.Contains(steps, s.ID) {
			diags.Add(diag.SOPDuplicate, s.At, s.ID)
		}
		steps = append(steps, s.ID)
	}
	known := func(code diag.Code, r Reference, names []string) {
		if r.Target != "" && !slices.Contains(names, r.Target) {
			diags = append(diags, diag.New(code, r.At, r.Target, strings.Join(names, ", ")).Instead(diag.Closest(r.Target, names)))
		}
	}
	for _, s := range p.Steps {
		for _, r := range s.Actors {
			known(diag.SOPActor, r, actors)
		}
		known(diag.SOPStep, s.Next, steps)
		for _, e := range s.Exits {
			known(diag.SOPStep, e.To, steps)
		}
	}
	return diags
}

// parseHours reads 7.5 or 7,5; anything else is the ordinary working day.
func parseHours(s string) float64 {
	whole, tenth, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	if len(whole) == 0 || len(whole) > 2 || len(tenth) > 1 {
		return workdayHours
	}
	if hours := float64(atoi(whole)) + float64(atoi(tenth))/10; hours > 0 && hours <= 24 {
		return hours
	}
	return workdayHours
}
