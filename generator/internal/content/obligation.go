package content

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

var obligationFields = []Field{
	{
		Name: "kelas", Type: Fields, List: true,
		Help: words("jenis kewajiban", "classes of duties"),
		Fields: []Field{
			{Name: "id", Type: Line, Required: true, Help: words("jenis", "class")},
			{Name: "label_id", Type: Line, Required: true,
				Help: words("nama", "name in Indonesian")},
			{
				Name: "label_en", Type: Line, Required: true,
				Help: words("nama dalam bahasa Inggris", "name in English"),
			},
			{Name: "basis", Type: Line, Required: true, Help: words("pasal", "the article")},
		},
	},
	{
		Name: "items", Type: Fields, List: true,
		Help: words(
			"kewajiban di samping yang ada di paket hukum; untuk yang ada di sana pakai overrides",
			"duties besides those of the packs of law; for these use overrides",
		),
		Fields: []Field{
			{
				Name: "id", Type: Line, Required: true,
				Help: words("sebutan untuk memenuhi:", "the name for memenuhi:"),
			},
			{
				Name: "class", Type: Line, Required: true,
				Help: words("jenis, salah satu kelas", "class, one of kelas"),
			},
			{
				Name: "label_id", Type: Line, Required: true,
				Help: words("apa yang wajib ada", "what must be there"),
			},
			{
				Name: "label_en", Type: Line, Required: true,
				Help: words("dalam bahasa Inggris", "in English"),
			},
			{
				Name: "basis", Type: Line, List: true, Required: true,
				Help: words("pasal, yang paling khusus dulu", "articles, the most specific first"),
			},
			{
				Name: "article_confidence", Type: Enum, Required: true,
				Values: []string{"confirmed", "high", "medium", "low"},
				Help: words(
					"pasalnya tampil untuk publik hanya jika confirmed atau high",
					"articles are shown to the public only when confirmed or high",
				),
			},
			{
				Name: "max_age_days", Type: Number, Max: 3660,
				Help: words(
					"umur paling tua dalam hari; kosong jika undang-undang diam",
					"greatest age in days; empty when the law is silent",
				),
			},
			{
				Name: "edition_due", Type: Line,
				Help: words(
					"bulan-tanggal terbit edisi tahunan, misalnya 03-31",
					"month-day by which the yearly edition is due, such as 03-31",
				),
			},
			{
				Name: "evidence", Type: Enum, Required: true,
				Values: []string{"page", "document", "dataset", "contact"},
				Help:   words("bentuk bukti", "kind of evidence"),
			},
			{
				Name: "condition", Type: Line,
				Help: words("syarat berlakunya; kosong jika selalu",
					"when it applies; empty is always"),
			},
			{
				Name: "limit", Type: Line,
				Help: words(
					"tahap tenggat yang harus ditepati SOP-nya menurut setiap rezim, misalnya "+
						"tanggapan",
					"the step of the deadlines that its procedure must keep under each regime, "+
						"such as tanggapan",
				),
			},
			{
				Name: "monev_group", Type: Enum,
				Values: []string{"umumkan", "sediakan", "layanan", "komitmen"},
				Help:   words("bagian kuesioner", "part of the questionnaire"),
			},
		},
	},
	{
		Name: "overrides", Type: Fields, List: true,
		Help: words("ketentuan situs ini", "what holds for this site"),
		Fields: []Field{
			{
				Name: "id", Type: Line, Required: true,
				Help: words(
					"satu kewajiban, atau semua di bawahnya: berkala.pengadaan.*",
					"one duty, or all below it: berkala.pengadaan.*",
				),
			},
			{
				Name: "not_applicable", Type: Flag,
				Help: words(
					"true jika tidak berlaku bagi badan ini",
					"true when it does not apply to this body",
				),
			},
			{
				Name: "reason", Type: Line,
				Help: words("alasannya, tampil untuk publik", "the reason, shown to the public"),
			},
			{
				Name: "until", Type: Date,
				Help: words("ditinjau lagi sesudah tanggal ini",
					"to be looked at again after this day"),
			},
			{
				Name: "not_occurred", Type: Date,
				Help: words(
					"untuk kewajiban bersyarat: hari dinyatakan belum terjadi; berlaku enam "+
						"bulan, atau sampai until",
					"for a duty with a condition: the day on which it was declared not to have "+
						"come; "+
						"holds for six months, or until the day in until",
				),
			},
			{
				Name: "declared_by", Type: Line,
				Help: words("jabatan yang menyatakannya", "the position that declared it"),
			},
			{
				Name: "unit", Type: UnitRef,
				Help: words("unit yang bertanggung jawab", "the unit that answers for it"),
			},
		},
	},
}

// An ObligationClass is a class of Obligations with its name and article.
type ObligationClass struct{ ID, Label, LabelEN, Basis string }

// obligations reads content/data/obligations.yaml.
func (d *dataReader) obligations(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, obligationFields)
	for _, c := range v.Field("kelas").Items {
		class := ObligationClass{c.text("id"), c.text("label_id"), c.text("label_en"),
			c.text("basis")}
		same := func(o ObligationClass) bool { return o.ID == class.ID }
		if at := slices.IndexFunc(d.Classes, same); at >= 0 { // of a pack
			d.Classes[at] = class
			continue
		}
		d.Classes = append(d.Classes, class)
	}
	classes := make([]string, len(d.Classes))
	for i, c := range d.Classes {
		classes[i] = c.ID
	}
	for _, item := range v.Field("items").Items {
		o := disclosure.Obligation{
			ID: item.text("id"), Class: item.text("class"), Label: item.text("label_id"),
			LabelEN: item.text("label_en"), Basis: item.texts("basis"), MaxAge: disclosure.NoAge,
			Edition: item.text("edition_due"), Evidence: item.text("evidence"),
			Condition: item.text("condition"), Group: item.text("monev_group"),
			Limit: item.text("limit"),
		}
		o.Cited = slices.Contains([]string{"confirmed", "high"}, item.text("article_confidence"))
		if item.Field("max_age_days").Given() {
			o.MaxAge = item.number("max_age_days")
		}
		if o.Edition != "" && !disclosure.IsEdition(o.Edition) {
			diags.Add(diag.FieldDate, item.Field("edition_due").At, "edition_due", o.Edition)
		}
		if len(classes) > 0 && !slices.Contains(classes, o.Class) && o.Class != "" {
			diags = append(diags, diag.New(
				diag.FieldValue, item.Field("class").At, "class", o.Class,
				strings.Join(classes, ", "),
			).Instead(diag.Closest(o.Class, classes)))
		}
		if d.IsObligation(o.ID) {
			diags.Add(diag.SOPDuplicate, item.Field("id").At, o.ID)
			continue
		}
		d.Obligations = append(d.Obligations, o)
	}
	for _, item := range v.Field("overrides").Items {
		o := disclosure.Override{
			ID: item.text("id"), NotApplicable: item.flag("not_applicable"),
			Reason: item.text("reason"),
			Until:  item.day("until"), Unit: item.text("unit"),
			Declared: item.day("not_occurred"), DeclaredBy: item.text("declared_by"),
		}
		if o.Declared != 0 && o.DeclaredBy == "" {
			diags.Add(diag.ObligationBy, item.Field("not_occurred").At, o.ID)
		}
		if o.Declared != 0 && !d.hasCondition(o.ID) {
			diags.Add(diag.ObligationAlways, item.Field("not_occurred").At, o.ID)
		}
		if !d.knowsObligation(o.ID) {
			diags = append(
				diags,
				diag.New(
					diag.ObligationUnknown, item.Field("id").At, o.ID,
				).Instead(diag.Closest(o.ID, d.ObligationIDs())),
			)
		}
		if o.NotApplicable && o.Reason == "" {
			diags.Add(diag.ObligationReason, item.At, o.ID)
		}
		if units := d.unitSlugs(); o.Unit != "" && !slices.Contains(units, o.Unit) {
			diags = append(
				diags,
				diag.New(
					diag.UnitUnknown, item.Field("unit").At, o.Unit, strings.Join(units, ", "),
				).Instead(diag.Closest(o.Unit, units)),
			)
		}
		d.Overrides = append(d.Overrides, o)
	}
	return diags
}

func (d *Data) unitSlugs() []string {
	var slugs []string
	for _, u := range d.Units {
		slugs = append(slugs, u.Slug)
	}
	return slugs
}

// knowsObligation reports whether an id names an Obligation, or the start of some when it
// ends with a star.
func (d *Data) knowsObligation(id string) bool {
	prefix, all := strings.CutSuffix(id, "*")
	return slices.ContainsFunc(d.Obligations, func(o disclosure.Obligation) bool {
		return o.ID == id || all && strings.HasPrefix(o.ID, prefix)
	})
}

// hasCondition reports whether an Obligation that an id names has a condition.
func (d *Data) hasCondition(id string) bool {
	prefix, all := strings.CutSuffix(id, "*")
	return slices.ContainsFunc(d.Obligations, func(o disclosure.Obligation) bool {
		return o.Condition != "" && (o.ID == id || all && strings.HasPrefix(o.ID, prefix))
	})
}

// IsObligation reports whether an id is that of an Obligation.
func (d *Data) IsObligation(id string) bool {
	return slices.ContainsFunc(d.Obligations, func(o disclosure.Obligation) bool {
		return o.ID == id
	})
}

// Obligation returns the Obligation of an id, or nil.
func (d *Data) Obligation(id string) *disclosure.Obligation {
	i := slices.IndexFunc(d.Obligations, func(o disclosure.Obligation) bool { return o.ID == id })
	if i < 0 {
		return nil
	}
	return &d.Obligations[i]
}

// ObligationIDs returns the ids of all Obligations.
func (d *Data) ObligationIDs() []string {
	ids := make([]string, len(d.Obligations))
	for i := range d.Obligations {
		ids[i] = d.Obligations[i].ID
	}
	return ids
}

var questionFields = []Field{
	{
		Name: "tahun", Type: Year, Required: true,
		Help: words("tahun penilaian", "year of the assessment"),
	},
	{
		Name: "judul", Type: Line, Required: true,
		Help: words("judul kuesioner", "the questionnaire's title"),
	},
	{
		Name: "komisi", Type: Line, Required: true,
		Help: words("komisi informasi yang menilai", "the commission that assesses"),
	},
	{
		Name: "contoh", Type: Flag,
		Help: words("true jika pertanyaannya contoh", "true when the questions are examples"),
	},
	{
		Name: "tangga", Type: Fields, List: true, Required: true,
		Help: words("tangga jawaban", "the ladder of answers"),
		Fields: []Field{
			{
				Name: "sedikitnya", Type: Number, Required: true,
				Help: words("persen kewajiban yang terpenuhi", "percent of the duties met"),
			},
			{
				Name: "nilai", Type: Number, Required: true,
				Help: words("persen bobot yang didapat", "percent of the weight it gives"),
			},
			{Name: "teks", Type: Line, Required: true, Help: words("jawaban", "the answer")},
		},
	},
	{
		Name: "pertanyaan", Type: Fields, List: true, Required: true,
		Help: words("pertanyaan", "questions"),
		Fields: []Field{
			{Name: "id", Type: Line, Required: true, Help: words("nomor", "number")},
			{Name: "teks", Type: Text, Required: true, Help: words("pertanyaan", "the question")},
			{Name: "kelompok", Type: Line, Help: words("kelompok", "group")},
			{
				Name: "bobot", Type: Line, Required: true,
				Help: words("bobot, misalnya 2.5", "weight, such as 2.5"),
			},
			{
				Name: "kewajiban", Type: Line, List: true,
				Help: words("id kewajiban yang menjawabnya", "ids of the duties that answer it"),
			},
			{
				Name: "bukti", Type: Line, List: true,
				Help: words(
					"tanpa kewajiban: alamat buktinya, misalnya /inovasi/",
					"without duties: addresses of its evidence, such as /inovasi/",
				),
			},
			{
				Name: "nilai", Type: Number, Max: 100,
				Help: words(
					"tanpa kewajiban: persen bobot menurut badan sendiri",
					"without duties: percent of the weight, by the body itself",
				),
			},
			{Name: "alasan", Type: Line, Help: words("alasan nilai itu", "the reason for it")},
			{
				Name: "utuh", Type: Flag,
				Help: words("true: tidak lengkap berarti nol", "true: incomplete gives nothing"),
			},
		},
	},
}

// answerFields are what a site says of a questionnaire that a pack has.
var answerFields = func() []Field {
	named := func(fields []Field, names ...string) (some []Field) {
		for _, f := range fields {
			if slices.Contains(names, f.Name) {
				some = append(some, f)
			}
		}
		return some
	}
	fields := named(questionFields, "tahun", "pertanyaan")
	fields[1].Fields = named(fields[1].Fields, "id", "bukti", "nilai", "alasan")
	return fields
}()

// answers reads what a site says of a questionnaire of a pack: the evidence and marks of questions
// that no duty answers.
func (d *dataReader) answers(f DataFile, q *disclosure.Questionnaire) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, answerFields)
	for _, item := range v.Field("pertanyaan").Items {
		id := item.text("id")
		isFree := func(o disclosure.Question) bool { return len(o.Obligations) == 0 }
		at := slices.IndexFunc(q.Questions, func(o disclosure.Question) bool {
			return o.ID == id && isFree(o)
		})
		if at < 0 {
			var ids []string
			for _, o := range q.Questions {
				if isFree(o) {
					ids = append(ids, o.ID)
				}
			}
			diags = append(diags, diag.New(
				diag.FieldValue, item.Field("id").At, "id", id, strings.Join(ids, ", "),
			).Instead(diag.Closest(id, ids)))
			continue
		}
		o := &q.Questions[at]
		o.Links, o.Reason = item.texts("bukti"), item.text("alasan")
		if item.Field("nilai").Given() {
			if o.Given = item.number("nilai"); o.Reason == "" {
				diags.Add(diag.FieldRequired, item.Field("nilai").At, "alasan", "pertanyaan")
			}
		}
	}
	return diags
}

// questionnaire reads content/data/monev/<year>.yaml.
func (d *dataReader) questionnaire(f DataFile) diag.List {
	for _, q := range d.Questionnaires {
		if path.Base(f.Path) == strconv.Itoa(q.Year)+".yaml" {
			return d.answers(f, q)
		}
	}
	v, diags := readDataIn(d.zone, f.Path, f.Src, questionFields)
	q := &disclosure.Questionnaire{
		Year: v.number("tahun"), Title: v.text("judul"), Commission: v.text("komisi"),
		Example: v.flag("contoh"),
	}
	if stem := strings.TrimSuffix(
		path.Base(f.Path), ".yaml",
	); q.Year != 0 && stem != strconv.Itoa(q.Year) {
		diags.Add(diag.DataYear, v.Field("tahun").At, v.text("tahun"), path.Base(f.Path))
	}
	for _, r := range v.Field("tangga").Items {
		rung := disclosure.Rung{
			Least: r.number("sedikitnya"), Gives: r.number("nilai"), Text: r.text("teks"),
		}
		for _, name := range []string{"sedikitnya", "nilai"} {
			if r.number(name) > 100 {
				diags.Add(diag.FieldNumber, r.Field(name).At, name, r.text(name), "0", "100")
			}
		}
		q.Ladder = append(q.Ladder, rung)
	}
	for _, item := range v.Field("pertanyaan").Items {
		if slices.ContainsFunc(
			q.Questions, func(o disclosure.Question) bool { return o.ID == item.text("id") },
		) {
			diags.Add(diag.SOPDuplicate, item.Field("id").At, item.text("id"))
		}
		question := disclosure.Question{
			ID: item.text("id"), Text: item.text("teks"), Group: item.text("kelompok"),
			Obligations: item.texts("kewajiban"), All: item.flag("utuh"),
			Links: item.texts("bukti"), Given: -1, Reason: item.text("alasan"),
		}
		if item.Field("nilai").Given() {
			question.Given = item.number("nilai")
		}
		switch {
		case len(question.Obligations) == 0 && question.Given < 0 && strings.HasPrefix(f.Path,
			DataFolder):
			diags.Add(diag.FieldRequired, item.Field("id").At, "kewajiban", "pertanyaan")
		case question.Given >= 0 && question.Reason == "":
			diags.Add(diag.FieldRequired, item.Field("nilai").At, "alasan", "pertanyaan")
		}
		weight, ok := Hundredths(item.text("bobot"))
		if !ok {
			diags.Add(diag.FieldNumber, item.Field("bobot").At, "bobot", item.text("bobot"), "0",
				"100")
		}
		question.Weight = weight
		for _, id := range item.Field("kewajiban").Items {
			if len(d.Obligations) > 0 && !d.knowsObligation(id.Text) {
				diags = append(
					diags,
					diag.New(
						diag.ObligationUnknown, id.At, id.Text,
					).Instead(diag.Closest(id.Text, d.ObligationIDs())),
				)
			}
		}
		q.Questions = append(q.Questions, question)
	}
	if q.Year != 0 {
		d.Questionnaires = append(d.Questionnaires, q)
	}
	return diags
}

// Hundredths reads a number from 0 to 100 with at most two decimals: 2.5 is 250.
func Hundredths(s string) (int, bool) {
	whole, part, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || n > 100 || len(part) > 2 {
		return 0, false
	}
	for len(part) < 2 {
		part += "0"
	}
	m, err := strconv.Atoi(part)
	if err != nil || m < 0 || n*100+m > 10000 {
		return 0, false
	}
	return n*100 + m, true
}
