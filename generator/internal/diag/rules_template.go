package diag

// templateRules are about templates and what the theme needs.
var templateRules = []Rule{
	{TemplateSyntax, Error,
		Words{"templat tidak dapat dibaca: {0}", "the template cannot be read: {0}"},
		Words{"perbaiki di tempat ini", "correct it here"},
		Words{}, "", ""},
	{TemplateField, Error,
		Words{
			"templat meminta sesuatu yang tidak ada: {0}",
			"the template asks for what is not there: {0}",
		},
		Words{
			"nama yang tersedia ada di dokumentasi page.View",
			"the documentation of page.View has the names",
		},
		Words{}, "", ""},
	{TemplateMissing, Error,
		Words{"templat {0} tidak ada", "the template {0} is missing"},
		Words{"buat berkasnya di folder templates/", "make the file in the folder templates/"},
		Words{}, "", ""},
	{TemplateAsset, Error,
		Words{
			"templat meminta aset yang tidak ada: {0}",
			"the template asks for an asset that is not there: {0}",
		},
		Words{"simpan berkasnya di static/aset/", "save the file in static/aset/"},
		Words{}, "", ""},
	{AssetSyntax, Error,
		Words{"berkas ini tidak dapat dikecilkan: {0}", "this file cannot be minified: {0}"},
		Words{"perbaiki penulisannya", "correct its syntax"},
		Words{}, "", ""},
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
	{LogoSize, Error,
		Words{"ukuran logo {0} tidak terbaca", "the size of the logo {0} cannot be read"},
		Words{"pakai SVG dengan viewBox, atau PNG", "use an SVG with a viewBox, or a PNG"},
		Words{}, "", ""},
	{SettingsMissing, Error,
		Words{"berkas {0} tidak ada", "the file {0} is missing"},
		Words{
			"situs memerlukan content/site.yaml dengan \"title\", \"base_url\", dan \"kontak\"",
			"a site needs content/site.yaml with title, base_url and kontak",
		},
		Words{}, "", ""},
}
