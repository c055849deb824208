package content

// halamanKind is all other pages.
var halamanKind = Kind{
	Name: "halaman", Label: words("Halaman", "Page"), Body: true, Rank: 5, Address: "/{slug}/",
	Schema: "WebPage",
	Lists:  Lists{Hidden: true},
	Fields: []Field{
		{
			Name: "layout", Type: Slug,
			Help: words(
				"yang tampil sesudah isi halaman: tabel tenggat, kalkulator tenggat, formulir, "+
					"daftar data terbuka, cara menghubungi, atau hasil uji aksesibilitas",
				"what follows the page's text: the table of deadlines, their calculator, a form, "+
					"the list of open data, how to reach the body, or the test of accessibility",
			),
		},
		{
			Name: "formulir", Type: Slug,
			Help: words(
				"id formulir di content/data/forms.yaml",
				"the id of a form in content/data/forms.yaml",
			),
		},
	},
}
