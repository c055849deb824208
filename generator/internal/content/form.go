package content

import (
	"slices"

	"maklumat/generator/internal/diag"
)

// A Form is a printable form, such as the request for information of the annex to PERKI
// 1/2021, as data.
type Form struct {
	ID, Title, Addressee string
	Sections             []FormSection
	Signers              []string // one box for a signature each
	Rights               []string // printed after the form
	ToCommission         bool     // it is sent to the commission, not to the body
}

// A FormSection is some fields under a heading. Officer sections are filled in at the desk.
type FormSection struct {
	Title   string
	Officer bool
	Fields  []FormField
}

// A FormField is one thing a form asks. Its Sort is baris (a line), paragraf (lines),
// pilihan (one of Options) or centang (any of Options).
type FormField struct {
	ID, Label, Help, Sort string
	Options               []string
	Private               bool // never put into a message or a link: identity numbers
}

var formFields = []Field{
	{
		Name: "formulir", Type: Fields, List: true, Required: true,
		Help: words("formulir", "forms"),
		Fields: []Field{
			{
				Name: "id", Type: Slug, Required: true,
				Help: words("sebutan untuk dirujuk halaman", "a name for pages to refer to"),
			},
			{
				Name: "judul", Type: Line, Required: true,
				Help: words("judul di kepala formulir", "the form's heading"),
			},
			{
				Name: "kepada", Type: Line, Required: true,
				Help: words("jabatan yang dituju", "the position it is addressed to"),
			},
			{
				Name: "bagian", Type: Fields, List: true, Required: true,
				Help: words("bagian", "sections"),
				Fields: []Field{
					{
						Name: "judul", Type: Line, Required: true,
						Help: words("judul bagian", "the section's heading"),
					},
					{
						Name: "petugas", Type: Flag,
						Help: words("true jika diisi petugas",
							"true when filled in by the officer"),
					},
					{
						Name: "isian", Type: Fields, List: true, Required: true,
						Help: words("isian", "fields"),
						Fields: []Field{
							{Name: "id", Type: Slug, Required: true,
								Help: words("sebutan pendek", "a short name")},
							{Name: "label", Type: Line, Required: true,
								Help: words("yang ditanyakan", "what is asked")},
							{
								Name: "bantuan", Type: Line,
								Help: words("penjelasan di bawah isian", "a line of help below it"),
							},
							{
								Name: "bentuk", Type: Enum,
								Values: []string{"baris", "paragraf", "pilihan", "centang"},
								Help:   words("baris jika kosong", "baris (a line) if empty"),
							},
							{
								Name: "pilihan", Type: Line, List: true,
								Help: words("pilihan jawaban", "the answers to choose from"),
							},
							{
								Name: "rahasia", Type: Flag,
								Help: words(
									"true untuk nomor identitas: tidak pernah masuk pesan atau "+
										"tautan",
									"true for identity numbers: never put into a message or link",
								),
							},
						},
					},
				},
			},
			{
				Name: "tujuan", Type: Enum, Values: []string{"badan", "komisi"},
				Help: words(
					"ke mana dikirim: badan (jika kosong) atau komisi informasi",
					"where it is sent: badan (the body, if empty) or komisi (the commission)",
				),
			},
			{Name: "tanda_tangan", Type: Line, List: true,
				Help: words("yang bertanda tangan", "who signs")},
			{
				Name: "hak", Type: Line, List: true,
				Help: words("hak pemohon, dicetak di bawah formulir",
					"the requester's rights, printed below"),
			},
		},
	},
}

// forms reads content/data/forms.yaml.
func (d *dataReader) forms(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, formFields)
	seen := map[string]bool{}
	for _, item := range v.Field("formulir").Items {
		form := &Form{
			ID: item.text("id"), Title: item.text("judul"), Addressee: item.text("kepada"),
			Signers: item.texts("tanda_tangan"), Rights: item.texts("hak"),
			ToCommission: item.text("tujuan") == "komisi",
		}
		if seen[form.ID] {
			diags.Add(diag.SOPDuplicate, item.Field("id").At, form.ID)
		}
		seen[form.ID] = true
		for _, part := range item.Field("bagian").Items {
			section := FormSection{Title: part.text("judul"), Officer: part.flag("petugas")}
			for _, q := range part.Field("isian").Items {
				section.Fields = append(section.Fields, FormField{
					ID: q.text("id"), Label: q.text("label"),
					Help: q.text("bantuan"),
					Sort: or(q.text("bentuk"), "baris"), Options: q.texts("pilihan"),
					Private: q.flag("rahasia"),
				})
			}
			form.Sections = append(form.Sections, section)
		}
		if at := slices.Index(d.Forms, d.Form(form.ID)); at >= 0 { // of a pack
			d.Forms[at] = form
			continue
		}
		d.Forms = append(d.Forms, form)
	}
	return diags
}

// Form returns the form of an id, or nil.
func (d *Data) Form(id string) *Form {
	for _, f := range d.Forms {
		if f.ID == id {
			return f
		}
	}
	return nil
}
