package content

import "strings"

// pejabatKind is the positions of the body and who holds them. Its title is the position.
var pejabatKind = Kind{
	Name: "pejabat", Word: "Officials", Label: words("Pejabat", "Official"), Body: true,
	Rank: 9, Layout: "pejabat", Schema: "ProfilePage", Lists: Lists{Order: ByTitle, NoFeed: true},
	read: func(h *Head, v Value) {
		above := v.Field("atasan")
		h.Official = &Official{Reference{Target: strings.Clone(above.Text), Kind: "pejabat",
			At: above.At}}
	},
	Fields: []Field{
		{
			Name: "nama", Type: Line, Kept: true, Label: words("Nama", "Name"),
			Help: words("nama pejabatnya", "who holds it"),
		},
		{
			Name: "menjabat", Type: Line, Kept: true, Label: words("Masa jabatan", "Term"),
			Help: words("masa jabatan, misalnya 2024–2029", "the term, such as 2024–2029"),
		},
		{
			Name: "atasan", Type: Ref,
			Help: words(
				"slug pejabat di atasnya; dari sini susunan organisasi digambar",
				"the slug of the position above; the structure of the body is drawn from it",
			),
		},
		{
			Name: "unit", Type: UnitRef, Kept: true, Label: words("Unit", "Unit"),
			Help: words("unit yang dipimpinnya", "the unit that it heads"),
		},
		{
			Name: "riwayat", Type: Line, List: true, Kept: true, Label: words("Riwayat", "Career"),
			Help: words("riwayat singkat, tanpa data keluarga",
				"a short career, nothing of the family"),
		},
		{
			Name: "lhkpn", Type: Fields, List: true, Kept: true,
			Label: words("Laporan kekayaan (LHKPN)", "Report of wealth (LHKPN)"),
			Help:  words("laporan kekayaan menurut tahun", "reports of wealth by year"),
			Fields: []Field{
				{
					Name: "tahun", Type: Year, Required: true, Kept: true,
					Label: words("Tahun", "Year"),
					Help:  words("tahun laporannya", "the year of the report"),
				},
				{
					Name: "dokumen", Type: Ref, Kept: true, Label: words("Dokumen", "Document"),
					Help: words("slug dokumennya di situs ini", "the slug of the document here"),
				},
				{
					Name: "tautan", Type: URL, Kept: true, Label: words("Tautan", "Link"),
					Help: words("alamatnya di situs lain", "its address elsewhere"),
				},
			},
		},
	},
}

// An Official holds the fields of the kind pejabat that Go code reads.
type Official struct {
	Superior Reference // the position above, if any
}
