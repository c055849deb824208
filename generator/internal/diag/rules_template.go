package diag

// templateRules are about templates and what the theme needs.
var templateRules = []Rule{
	{LayoutUnknown, Error,
		Words{"tidak ada templat bernama \"{0}\"", "there is no template called {0}"},
		Words{"yang ada di templates/: {1}", "those in templates/ are: {1}"},
		Words{}, "", "0"},
	plain(WordsName, Error,
		Words{
			"nama berkas kata \"{0}\" bukan kode bahasa",
			"the name of the file of words {0} is no code of a language",
		},
		Words{
			"beri nama menurut bahasanya: id.yaml, en.yaml, su.yaml",
			"name it after its language: id.yaml, en.yaml, su.yaml",
		}),
	plain(WordsMissing, Warning,
		Words{
			"{0} kata belum ada dalam bahasa \"{1}\"; halamannya memakai kata bahasa Indonesia",
			"{0} words are missing in the language {1}; its pages show the Indonesian ones",
		},
		Words{"tambahkan: {2}", "add: {2}"}),
	{WordUnknown, Error,
		Words{"tidak ada kata dengan kunci \"{0}\"", "there is no word of the key {0}"},
		Words{
			"kuncinya ada di templates/words/id.yaml; kata baru harus dipakai sebuah templat: " +
				"{{.T.{0}}}",
			"the keys are in templates/words/id.yaml; a new word must be used by a template: " +
				"{{.T.{0}}}",
		},
		Words{}, "", "0"},
	plain(WordList, Error,
		Words{"\"{0}\" harus berupa daftar dengan {1} isi", "{0} must be a list of {1}"},
		Words{"tulis satu isi per baris, dalam urutan yang sama",
			"write one a line, in the same order"}),
	plain(WordArguments, Error,
		Words{"kata \"{0}\" harus memuat {1}", "the word {0} must have {1}"},
		Words{"di tempat itu halaman menulis nilainya", "there the page writes the value"}),
	plain(TemplateSyntax, Error,
		Words{"templat tidak dapat dibaca: {0}", "the template cannot be read: {0}"},
		Words{"perbaiki di tempat ini", "correct it here"}),
	plain(TemplateField, Error,
		Words{
			"templat meminta sesuatu yang tidak ada: {0}",
			"the template asks for what is not there: {0}",
		},
		Words{
			"nama yang tersedia ada di dokumentasi page.View",
			"the documentation of page.View has the names",
		}),
	plain(TemplateMissing, Error,
		Words{"templat {0} tidak ada", "the template {0} is missing"},
		Words{"buat berkasnya di folder templates/", "make the file in the folder templates/"}),
	plain(TemplateAsset, Error,
		Words{
			"templat meminta aset yang tidak ada: {0}",
			"the template asks for an asset that is not there: {0}",
		},
		Words{"simpan berkasnya di static/aset/", "save the file in static/aset/"}),
	plain(AssetSyntax, Error,
		Words{"berkas ini tidak dapat dikecilkan: {0}", "this file cannot be minified: {0}"},
		Words{"perbaiki penulisannya", "correct its syntax"}),
	{ColorContrast, Error,
		Words{
			"warna {0} {1} di atas {2} kontrasnya {3}, paling sedikit {4}",
			"the colour {0} {1} on {2} has a contrast of {3}, at least {4} is needed",
		},
		Words{
			"pilih warna yang lebih gelap atau lebih terang",
			"choose a darker or lighter colour",
		},
		Words{}, "WCAG 2.2, 1.4.3", ""},
	plain(LogoSize, Error,
		Words{"ukuran logo {0} tidak terbaca", "the size of the logo {0} cannot be read"},
		Words{"pakai SVG dengan viewBox, atau PNG", "use an SVG with a viewBox, or a PNG"}),
	plain(SettingsMissing, Error,
		Words{"berkas {0} tidak ada", "the file {0} is missing"},
		Words{
			"situs memerlukan content/site.yaml dengan \"title\", \"base_url\", dan \"kontak\"",
			"a site needs content/site.yaml with title, base_url and kontak",
		}),
}
