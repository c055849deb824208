package content

import (
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// sopKind is procedures.
var sopKind = Kind{
	Name: "sop", Word: "Procedures", Label: words("SOP", "Procedure"), Body: true, Rank: 1,
	Lists: Lists{Layout: "daftar-sop", Grouped: true},
	read:  func(h *Head, v Value) { h.Procedure = procedure(v) },
	check: func(h *Head, _ Value) diag.List { return h.Procedure.check() },
	made: func(h *Head) disclosure.Moment {
		return disclosure.Moment{Day: h.Procedure.Effective}
	},
	changed: func(h *Head) disclosure.Day { return h.Procedure.Revised },
	number:  func(h *Head) string { return h.Procedure.Number },
	Fields:  sopFields,
}

var stepsExample = []string{
	"- {id: ajukan, jenis: mulai, pelaksana: pemohon, kegiatan: Mengajukan permintaan, " +
		"waktu: 15 menit, output: [Permintaan]}",
	"- id: periksa",
	"  jenis: keputusan",
	"  pelaksana: petugas",
	"  kegiatan: Memeriksa kelengkapan",
	"  waktu: 1 hari_kerja",
	"  cabang: [{jika: Lengkap, ke: jawab}, {jika: Belum lengkap, ke: ajukan}]",
	"- {id: jawab, jenis: selesai, pelaksana: petugas, kegiatan: Menjawab, " +
		"waktu: 1 hari_kerja, output: [Jawaban]}",
}

// regimeField says that a step or exit is of one set of deadlines alone.
var regimeField = Field{
	Name: "rezim", Type: Slug,
	Help: words(
		"rezim tenggat yang memakainya, misalnya pemilu; kosong jika semua",
		"the only set of deadlines under which it is taken, such as pemilu; empty is all",
	),
}

var sopFields = []Field{
	{Name: "nomor", Type: Line, Required: true, Help: words("nomor SOP", "the procedure's number")},
	{
		Name: "kelompok", Type: Line,
		Help: words("kelompok dalam daftar SOP", "the group in the list of procedures"),
	},
	{
		Name: "tanggal", Type: Fields, Required: true,
		Help: words("tanggal-tanggal SOP", "the procedure's dates"),
		Fields: []Field{
			{Name: "pembuatan", Type: Date, Required: true, Help: words("dibuat", "made")},
			{Name: "revisi", Type: Date, Help: words("direvisi", "revised")},
			{Name: "efektif", Type: Date, Required: true,
				Help: words("mulai berlaku", "in force from")},
		},
	},
	{
		Name: "disahkan", Type: Fields, Required: true,
		Help: words("yang mengesahkan", "who approved it"),
		Fields: []Field{
			{Name: "jabatan", Type: Line, Required: true, Help: words("jabatan", "position")},
			{Name: "nama", Type: Line, Help: words("nama", "name")},
			{Name: "nip", Type: Line,
				Help: words("NIP; tidak ditampilkan", "employee number; not shown")},
		},
	},
	{
		Name: "dasar_hukum", Type: Line, List: true, Required: true,
		Help: words("slug regulasi, atau teks", "slugs of instruments, or text"),
	},
	{
		Name: "keterkaitan", Type: Ref, List: true,
		Help: words("SOP lain yang terkait", "related procedures"),
	},
	{
		Name: "peringatan", Type: Line, List: true,
		Help: words("akibat jika tidak dilaksanakan", "what follows when it is not done"),
	},
	{
		Name: "kualifikasi", Type: Line, List: true,
		Help: words("kualifikasi pelaksana", "qualification of the actors"),
	},
	{
		Name: "peralatan", Type: Line, List: true,
		Help: words("peralatan dan perlengkapan", "equipment"),
	},
	{
		Name: "pencatatan", Type: Line, List: true,
		Help: words("pencatatan dan pendataan", "records kept"),
	},
	{
		Name: "pelaksana", Type: Fields, List: true, Required: true,
		Help: words("pelaksana menurut urutan kolom", "actors in the order of columns"),
		Example: []string{"- {id: pemohon, nama: Pemohon, luar: true}",
			"- {id: petugas, nama: Petugas}"},
		Fields: []Field{
			{
				Name: "id", Type: Slug, Required: true,
				Help: words("sebutan pendek untuk dirujuk", "a short name to refer to"),
			},
			{Name: "nama", Type: Line, Required: true,
				Help: words("nama kolom", "the column's name")},
			{
				Name: "luar", Type: Flag,
				Help: words("true jika bukan bagian badan publik",
					"true when not part of the body"),
			},
			{
				Name: "pemohon", Type: Flag,
				Help: words(
					"true untuk warga yang dilayani: tugasnya tampil sebagai \"Yang Anda "+
						"lakukan\", dan waktunya sendiri "+
						"tidak dihitung; tanpa kunci ini, id pemohon berarti itu",
					"true for the citizen who is served: what they do is shown as such, and "+
						"their own time is not "+
						"counted; without this key the id pemohon means that",
				),
			},
		},
	},
	{
		Name: "langkah", Type: Fields, List: true, Required: true,
		Help:    words("langkah menurut urutan", "the steps in order"),
		Example: stepsExample,
		Fields: []Field{
			{
				Name: "id", Type: Slug, Required: true,
				Help: words("sebutan pendek untuk dirujuk", "a short name to refer to"),
			},
			{
				Name: "jenis", Type: Enum, Required: true,
				Values: []string{"mulai", "proses", "keputusan", "selesai"},
				Help:   words("lambang langkah", "the step's symbol"),
			},
			{
				Name: "pelaksana", Type: Slug, List: true, Required: true,
				Help: words("id pelaksana", "ids of actors"),
			},
			{
				Name: "kegiatan", Type: Line, Required: true,
				Help: words("apa yang dikerjakan", "what is done"),
			},
			{Name: "kelengkapan", Type: Line, List: true,
				Help: words("yang diperlukan", "what is needed")},
			{
				Name: "waktu", Type: Fields, Bare: "maks",
				Help: words("lama waktu", "how long"),
				Fields: []Field{
					{Name: "min", Type: Duration, Help: words("paling singkat", "at least")},
					{Name: "maks", Type: Duration, Required: true,
						Help: words("paling lama", "at most")},
				},
			},
			{Name: "output", Type: Line, List: true, Help: words("hasil", "what comes out")},
			{
				Name: "ke", Type: Slug,
				Help: words(
					"langkah berikutnya jika bukan baris berikutnya",
					"the next step, if not the next row",
				),
			},
			{
				Name: "cabang", Type: Fields, List: true,
				Help: words("jalan keluar keputusan", "exits of a decision"),
				Fields: []Field{
					{Name: "jika", Type: Line, Required: true,
						Help: words("jawaban", "the answer")},
					{Name: "ke", Type: Slug, Required: true,
						Help: words("langkah berikutnya", "the next step")},
					regimeField,
				},
			},
			regimeField,
			{Name: "keterangan", Type: Line, Help: words("keterangan", "remark")},
		},
	},
	{Name: "satuan", Type: Fields, Help: words("satuan waktu", "units of time"), Fields: []Field{
		{
			Name: "hari_kerja_jam", Type: Line,
			Help: words("jam dalam satu hari kerja, misalnya 7.5",
				"hours in a working day, such as 7.5"),
		},
	}},
	{
		Name: "aksi", Type: Fields,
		Help: words("ajakan bertindak di atas halaman", "what the page asks readers to do"),
		Fields: []Field{
			{Name: "teks", Type: Line, Required: true,
				Help: words("teks tombol", "the button's text")},
			{
				Name: "ke", Type: Ref, Required: true,
				Help: words("halaman atau formulir yang dituju",
					"the page or form that it leads to"),
			},
		},
	},
	{
		Name: "waktu_total", Type: Fields,
		Help: words("waktu seluruhnya", "the whole time"),
		Fields: []Field{
			{
				Name: "nyatakan", Type: Duration, Required: true,
				Help: words("waktu yang dijanjikan", "the time promised"),
			},
			{
				Name: "batas", Type: Line, List: true,
				Help: words(
					"batas hukum, misalnya umum/tanggapan; yang pertama berlaku bagi waktu yang "+
						"dijanjikan",
					"legal limits, such as umum/tanggapan; the time promised is held to the first",
				),
			},
		},
	},
}

// A Procedure holds the fields of the kind sop, the parts that PermenPANRB 35/2012 gives a
// standard operating procedure.
type Procedure struct {
	disclosure.Procedure
	Number                        string
	Group                         string
	Made, Revised, Effective      disclosure.Day
	ApprovedBy, ApprovedName      string
	Basis                         []Reference
	Connected                     []Reference
	Warnings, Skills, Tools, Logs []string
	// by law, such as umum/tanggapan; Promise is held to the first
	Limits    []Reference
	Regimes   []Reference // that steps and exits name
	Action    string      // the text of the button above, "" for none
	ActionTo  []Reference // the one page that it leads to
	PromiseAt diag.Span
	places    places
}

// places are where the parts of a procedure were written.
type places struct {
	all    diag.Span
	actors []diag.Span
	steps  []stepPlace
}

type stepPlace struct {
	id, shape, next diag.Span
	time            diag.Span
	actors          []diag.Span
	labels, targets []diag.Span // of exits
}

// requester is the id of the actor whose time no limit of the law counts, where no other is marked.
const requester = "pemohon"

// workdayHours is the length of a working day unless a procedure says otherwise: 37.5
// hours in five days, Perpres 21/2023.
const workdayHours = 7.5

func procedure(v Value) *Procedure {
	dates, approved, total := v.Field("tanggal"), v.Field("disahkan"), v.Field("waktu_total")
	p := &Procedure{
		Number: v.text("nomor"), Group: v.text("kelompok"), Made: dates.day("pembuatan"),
		Revised: dates.day("revisi"), Effective: dates.day("efektif"),
		ApprovedBy: approved.text("jabatan"), ApprovedName: approved.text("nama"),
		Basis:     references(v.Field("dasar_hukum"), "regulasi"),
		Connected: references(v.Field("keterkaitan"), "sop"), Warnings: v.texts("peringatan"),
		Skills: v.texts("kualifikasi"), Tools: v.texts("peralatan"), Logs: v.texts("pencatatan"),
		Limits: references(total.Field("batas"), ""), PromiseAt: total.Field("nyatakan").At,
		Action: v.Field("aksi").text("teks"), ActionTo: named(v.Field("aksi").Field("ke")),
	}
	p.Promise, p.Hours = total.duration("nyatakan"), workdayHours
	if hours := v.Field("satuan").text("hari_kerja_jam"); hours != "" {
		p.Hours = parseHours(hours)
	}
	p.places.all = v.Field("langkah").At
	for _, a := range v.Field("pelaksana").Items {
		p.Actors = append(
			p.Actors, disclosure.Actor{
				ID: a.text("id"), Name: a.text("nama"), Outside: a.flag("luar"),
				Requester: a.flag("pemohon") || !a.Field("pemohon").Given() &&
					a.text("id") == requester,
			},
		)
		p.places.actors = append(p.places.actors, a.Field("id").At)
	}
	for _, s := range v.Field("langkah").Items {
		p.step(s)
	}
	return p
}

func (p *Procedure) step(s Value) {
	time := s.Field("waktu")
	step := disclosure.Step{
		ID: s.text("id"), Shape: disclosure.ParseShape(s.text("jenis")),
		Actors:   s.texts("pelaksana"),
		Activity: s.text("kegiatan"), Needs: s.texts("kelengkapan"), Min: time.duration("min"),
		Max: time.duration("maks"), Output: s.texts("output"), Next: s.text("ke"),
		Remark: s.text("keterangan"), Regime: s.text("rezim"),
	}
	p.Regimes = append(p.Regimes, named(s.Field("rezim"))...)
	at := stepPlace{
		id: s.Field("id").At, shape: s.Field("jenis").At, next: s.Field("ke").At, time: time.At,
	}
	for _, a := range s.Field("pelaksana").Items {
		at.actors = append(at.actors, a.At)
	}
	for _, e := range s.Field("cabang").Items {
		step.Exits = append(step.Exits, disclosure.Exit{
			If: e.text("jika"), To: e.text("ke"), Regime: e.text("rezim"),
		})
		p.Regimes = append(p.Regimes, named(e.Field("rezim"))...)
		at.labels, at.targets = append(
			at.labels, e.Field("jika").At,
		), append(at.targets, e.Field("ke").At)
	}
	p.Steps = append(p.Steps, step)
	p.places.steps = append(p.places.steps, at)
}

// named returns what a value refers to, nothing when it was not given.
func named(v Value) []Reference {
	if !v.Given() {
		return nil
	}
	return []Reference{{Target: v.Text, At: v.At}}
}

// check reports what does not hold together inside the procedure. The ways through it are
// looked at only when every name in it is known: otherwise one slip would be told thrice.
func (p *Procedure) check() diag.List {
	diags := p.checkNames()
	if len(diags) > 0 {
		return diags
	}
	for _, f := range p.Flaws() {
		diags.Add(flawCodes[f.Sort], p.place(f), f.Args...)
	}
	if len(diags) > 0 || p.Promise.Count == 0 {
		return diags
	}
	promise := p.Promise.WorkingMinutes(p.Hours)
	if times := p.Times(); times.OwnLongest > promise {
		diags.Add(
			diag.SOPTotal, p.PromiseAt, p.Words(promise), p.Words(times.OwnLongest),
			p.PathNames(times.Path),
		)
	}
	return diags
}

var flawCodes = map[disclosure.FlawSort]diag.Code{
	disclosure.NoStart: diag.SOPStart, disclosure.SecondStart: diag.SOPSecondStart,
	disclosure.NoEnd: diag.SOPEnd, disclosure.Unreachable: diag.SOPUnreachable,
	disclosure.DeadEnd: diag.SOPDeadEnd, disclosure.Endless: diag.SOPEndless,
	disclosure.IdleActor: diag.SOPIdle, disclosure.FewExits: diag.SOPExits,
	disclosure.SameLabel: diag.SOPLabel, disclosure.NoDecision: diag.SOPBranch,
	disclosure.Detour: diag.SOPDetour, disclosure.MinAboveMax: diag.SOPTime,
}

// place returns where a flaw was written.
func (p *Procedure) place(f disclosure.Flaw) diag.Span {
	if f.Row < 0 {
		if f.Column >= 0 {
			return p.places.actors[f.Column]
		}
		return p.places.all
	}
	at := p.places.steps[f.Row]
	switch f.Sort {
	case disclosure.SecondStart, disclosure.NoDecision:
		return at.shape
	case disclosure.SameLabel:
		return at.labels[f.Exit]
	case disclosure.Detour:
		return at.next
	case disclosure.MinAboveMax:
		return at.time
	}
	return at.id
}

// checkNames reports ids used twice and names of nothing.
func (p *Procedure) checkNames() diag.List {
	var diags diag.List
	var actors, steps []string
	for i, a := range p.Actors {
		if slices.Contains(actors, a.ID) {
			diags.Add(diag.SOPDuplicate, p.places.actors[i], a.ID)
		}
		actors = append(actors, a.ID)
	}
	for i, s := range p.Steps {
		if slices.Contains(steps, s.ID) {
			diags.Add(diag.SOPDuplicate, p.places.steps[i].id, s.ID)
		}
		steps = append(steps, s.ID)
	}
	known := func(code diag.Code, name string, at diag.Span, names []string) {
		if name != "" && !slices.Contains(names, name) {
			diags = append(
				diags, diag.New(code, at, name,
					strings.Join(names, ", ")).Instead(diag.Closest(name, names)),
			)
		}
	}
	for i, s := range p.Steps {
		at := p.places.steps[i]
		for k, name := range s.Actors {
			known(diag.SOPActor, name, at.actors[k], actors)
		}
		known(diag.SOPStep, s.Next, at.next, steps)
		for k, e := range s.Exits {
			known(diag.SOPStep, e.To, at.targets[k], steps)
		}
	}
	return diags
}

// Words writes a working time as documents write it: 9 hari_kerja 2 jam.
func (p *Procedure) Words(minutes int) string {
	var parts []string
	for _, d := range disclosure.SplitWorking(minutes, p.Hours) {
		parts = append(parts, strconv.Itoa(d.Count)+" "+d.Unit.String())
	}
	return strings.Join(parts, " ")
}

// PathNames writes a way through the procedure by the ids of its steps.
func (p *Procedure) PathNames(rows []int) string {
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = p.Steps[row].ID
	}
	return strings.Join(names, " → ")
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
