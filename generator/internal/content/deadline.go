package content

import (
	"cmp"
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

var deadlineFields = []Field{
	{
		Name: "pihak", Type: Fields, List: true,
		Help: words("pihak lain yang harus bertindak", "other parties that must act"),
		Fields: []Field{
			{Name: "id", Type: Line, Required: true,
				Help: words("sebutan untuk dirujuk", "a name to refer to")},
			{Name: "label_id", Type: Line, Required: true,
				Help: words("nama", "name in Indonesian")},
			{Name: "label_en", Type: Line, Required: true, Help: words("nama dalam bahasa Inggris",
				"name in English")},
			{
				Name: "badan", Type: Flag,
				Help: words("true jika pihak itu badan ini sendiri",
					"true when it is the body itself"),
			},
		},
	},
	{
		Name: "alasan", Type: Fields, List: true,
		Help: words("alasan menolak permintaan atau mengecualikan informasi",
			"reasons for refusing a request or excluding information"),
		Fields: []Field{
			{Name: "id", Type: Line, Required: true,
				Help: words("sebutan untuk dirujuk", "a name to refer to")},
			{Name: "label_id", Type: Line, Required: true,
				Help: words("pasalnya, dengan kata-kata", "the article, with words")},
			{Name: "label_en", Type: Line, Required: true, Help: words(
				"yang sama dalam bahasa Inggris", "the same in English")},
			{
				Name: "mengecualikan", Type: Flag,
				Help: words("true jika informasi dapat dikecualikan karenanya",
					"true when information can be excluded for it"),
			},
			{
				Name: "paling_lama", Type: Number,
				Help: words("tahun terlama pengecualian karenanya",
					"the most years for which it excludes"),
			},
			{
				Name: "undang_undang", Type: Flag,
				Help: words("true jika undang-undang yang melarang harus disebut",
					"true when the Act that forbids must be named"),
			},
		},
	},
	{
		Name: "saluran", Type: Line, List: true,
		Help: words(
			"cara permintaan masuk yang boleh ditulis di register permintaan, menambah yang dari "+
				"paket hukum",
			"how requests can come, as the register of requests may say, besides those of the "+
				"pack of law",
		),
	},
	{
		Name: "jenis_informasi", Type: Line, List: true,
		Help: words(
			"jenis informasi yang boleh ditulis di register permintaan, menambah yang dari paket "+
				"hukum",
			"what requests can be about, as the register of requests may say, besides those of "+
				"the pack of law",
		),
	},
	{
		Name: "rezim", Type: Fields, List: true,
		Help: words("perangkat tenggat", "sets of deadlines"),
		Fields: []Field{
			{
				Name: "id", Type: Slug, Required: true,
				Help: words(
					"sebutan untuk dirujuk, misalnya umum, pemilu, atau pengaduan",
					"a name to refer to, such as umum, pemilu or pengaduan",
				),
			},
			{Name: "label_id", Type: Line, Required: true,
				Help: words("nama", "name in Indonesian")},
			{
				Name: "label_en", Type: Line, Required: true,
				Help: words("nama dalam bahasa Inggris", "name in English"),
			},
			{
				Name: "berlaku_id", Type: Text,
				Help: words(
					"kapan perangkat ini berlaku, dengan pasalnya",
					"to what it applies, with its article",
				),
			},
			{
				Name: "berlaku_en", Type: Text,
				Help: words("kapan berlaku, dalam bahasa Inggris",
					"to what it applies, in English"),
			},
			{
				Name: "perihal", Type: Enum, Values: []string{"permintaan", "pengaduan"},
				Help: words(
					"permintaan informasi (jika kosong), atau pengaduan",
					"permintaan (requests, if empty) or pengaduan (complaints)",
				),
			},
			{
				Name: "masa_pemilu", Type: Flag,
				Help: words(
					"true jika perangkat ini didahulukan selama masa_pemilu",
					"true when it is shown first during masa_pemilu",
				),
			},
			{
				Name: "tahap", Type: Fields, List: true, Required: true,
				Help: words("tahap menurut urutan", "steps in order"),
				Fields: []Field{
					{
						Name: "id", Type: Line, Required: true,
						Help: words(
							"sebutan untuk dirujuk, misalnya tanggapan",
							"a name to refer to, such as tanggapan",
						),
					},
					{
						Name: "peran", Type: Enum, Values: disclosure.RoleNames[1:],
						Help: words(
							"tenggat apa ini: jawaban, perpanjangan, keberatan, atau "+
								"jawaban_keberatan; jika kosong, "+
								"id tanggapan, perpanjangan, keberatan, dan tanggapan_keberatan "+
								"berarti peran itu. "+
								"Setiap rezim permintaan punya satu jawaban",
							"which limit it is: jawaban (the answer), perpanjangan (its "+
								"extension), keberatan (the "+
								"objection) or jawaban_keberatan (its answer); if empty, the ids "+
								"tanggapan, perpanjangan, "+
								"keberatan and tanggapan_keberatan mean these. Each regime of "+
								"requests has one jawaban",
						),
					},
					{
						Name: "pelaku", Type: Line, Required: true,
						Help: words(
							"yang harus bertindak: ppid, atasan_ppid, pemohon, komisi_informasi, "+
								"para_pihak, atau salah satu dari pihak:",
							"who must act: ppid, atasan_ppid, pemohon, komisi_informasi, "+
								"para_pihak, or one of pihak:",
						),
					},
					{
						Name: "sejak", Type: Line, Required: true,
						Help: words("sejak kapan dihitung", "from when it counts"),
					},
					{
						Name: "sejak_en", Type: Line,
						Help: words(
							"sejak kapan dihitung, dalam bahasa Inggris, sesudah kata \"after\"",
							"from when it counts, in English, as it stands behind \"after\"",
						),
					},
					{
						Name: "memperpanjang", Type: Line,
						Help: words("tahap yang diperpanjang", "the step that it extends"),
					},
					{
						Name: "hari_kerja", Type: Number,
						Help: words(
							"jumlah hari kerja; kosong jika belum dipastikan",
							"working days; empty while it is not certain",
						),
					},
					{
						Name: "label_id", Type: Line, Required: true,
						Help: words("nama tahap", "name in Indonesian"),
					},
					{
						Name: "label_en", Type: Line, Required: true,
						Help: words("nama tahap dalam bahasa Inggris", "name in English"),
					},
					{Name: "dasar", Type: Line, Help: words("pasal yang dirujuk", "the article")},
				},
			},
		},
	},
}

// deadlines reads content/data/deadlines.yaml.
func (d *dataReader) deadlines(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, deadlineFields)
	diags = append(diags, d.readParties(v.Field("pihak"))...)
	d.Channels = append(d.Channels, v.texts("saluran")...)
	d.RequestClasses = append(d.RequestClasses, v.texts("jenis_informasi")...)
	diags = append(diags, d.readRefusals(v.Field("alasan"))...)
	seen := map[string]bool{}
	for _, r := range v.Field("rezim").Items {
		if seen[r.text("id")] {
			diags.Add(diag.SOPDuplicate, r.Field("id").At, r.text("id"))
			continue
		}
		seen[r.text("id")] = true
		regime := disclosure.Regime{
			ID: r.text("id"), Label: r.text("label_id"), LabelEN: r.text("label_en"),
			When: r.text("berlaku_id"), WhenEN: r.text("berlaku_en"),
			Election:   r.flag("masa_pemilu"),
			Complaints: r.text("perihal") == "pengaduan",
		}
		if !r.Field("masa_pemilu").Given() { // files from before that key mean this one
			regime.Election = regime.ID == "pemilu"
		}
		for _, s := range r.Field("tahap").Items {
			step := disclosure.Deadline{
				ID: s.text("id"), From: s.text("sejak"), FromEN: s.text("sejak_en"),
				Extends: s.text("memperpanjang"), Days: s.number("hari_kerja"),
				Known: s.Field("hari_kerja").Given(), Label: s.text("label_id"),
				LabelEN: s.text("label_en"),
				Basis:   s.text("dasar"), Role: roleOf(s),
			}
			if step.Role != disclosure.NoRole && regime.As(step.Role) != nil {
				diags.Add(diag.SOPDuplicate, cmp.Or(s.Field("peran").At, s.Field("id").At),
					step.Role.String())
				continue
			}
			party, told := d.party(s.Field("pelaku"))
			step.Actor, diags = party, append(diags, told...)
			if step.Days > 1000 {
				diags.Add(
					diag.FieldNumber, s.Field("hari_kerja").At, "hari_kerja", s.text("hari_kerja"),
					"0", "1000",
				)
				step.Days = 0
			}
			if regime.Find(step.ID) != nil {
				diags.Add(diag.SOPDuplicate, s.Field("id").At, step.ID)
				continue
			}
			if step.Extends != "" && regime.Find(step.Extends) == nil {
				diags.Add(
					diag.DeadlineUnknown, s.Field("memperpanjang").At, step.Extends,
					strings.Join(regime.Names(""), ", "),
				)
			}
			if before := regime.Find(step.Extends); before != nil &&
				before.Role == disclosure.AnswerLimit &&
				regime.As(disclosure.ExtensionLimit) == nil {
				step.Role = disclosure.ExtensionLimit
			}
			regime.Deadlines = append(regime.Deadlines, step)
		}
		if !regime.Complaints && regime.As(disclosure.AnswerLimit) == nil &&
			r.Field("tahap").Given() {
			diags.Add(diag.DeadlineAnswer, r.Field("id").At, regime.ID)
		}
		same := func(o disclosure.Regime) bool { return o.ID == regime.ID }
		if at := slices.IndexFunc(d.Regimes, same); at >= 0 { // of a pack
			d.Regimes[at] = regime
			continue
		}
		d.Regimes = append(d.Regimes, regime)
	}
	return diags
}

// rolesOfIDs are the roles that ids mean where none is said.
var rolesOfIDs = map[string]disclosure.Role{
	"tanggapan": disclosure.AnswerLimit, "perpanjangan": disclosure.ExtensionLimit,
	"keberatan": disclosure.ObjectionLimit, "tanggapan_keberatan": disclosure.ObjectionAnswerLimit,
}

// roleOf returns the role of a step.
func roleOf(step Value) disclosure.Role {
	if role := step.text("peran"); role != "" {
		return disclosure.ParseRole(role)
	}
	return rolesOfIDs[step.text("id")]
}

// readRefusals reads the reasons for refusing. One of a site takes the place of that of a pack with
// the same id; others stand after those of the packs.
func (d *dataReader) readRefusals(v Value) (diags diag.List) {
	seen := map[string]bool{}
	for _, item := range v.Items {
		r := disclosure.Refusal{
			ID: item.text("id"), Label: item.text("label_id"), LabelEN: item.text("label_en"),
			Excludes: item.flag("mengecualikan"), Years: item.number("paling_lama"),
			Cites: item.flag("undang_undang"),
		}
		if seen[r.ID] {
			diags.Add(diag.SOPDuplicate, item.Field("id").At, r.ID)
			continue
		}
		seen[r.ID] = true
		if before := disclosure.FindRefusal(d.Refusals, r.ID); before != nil {
			*before = r
			continue
		}
		d.Refusals = append(d.Refusals, r)
	}
	return diags
}

// readParties reads the parties that a file of deadlines declares, which those after it know too.
func (d *dataReader) readParties(v Value) (diags diag.List) {
	seen := map[string]bool{}
	for _, item := range v.Items {
		p := disclosure.Party{
			ID: item.text("id"), Label: item.text("label_id"), LabelEN: item.text("label_en"),
			Own: item.flag("badan"),
		}
		if seen[p.ID] {
			diags.Add(diag.SOPDuplicate, item.Field("id").At, p.ID)
			continue
		}
		seen[p.ID] = true
		d.parties = append([]disclosure.Party{p}, d.parties...) // the last one of a name counts
	}
	return diags
}

// party returns the party of a name.
func (d *dataReader) party(at Value) (disclosure.Party, diag.List) {
	all := slices.Concat(d.parties, disclosure.Parties)
	var known []string
	for _, p := range all {
		if p.ID == at.Text {
			return p, nil
		}
		known = append(known, p.ID)
	}
	if !at.Given() {
		return disclosure.Party{}, nil // told by its field
	}
	unknown := diag.New(diag.FieldValue, at.At, "pelaku", at.Text, strings.Join(known, ", "))
	return disclosure.Party{}, diag.List{unknown.Instead(diag.Closest(at.Text, known))}
}
