package content

import (
	"fmt"
	"strings"

	"maklumat/generator/internal/diag"
)

// typeWords say how a value of each Type is written.
var typeWords = map[Type]diag.Words{
	Line: words("teks satu baris", "text on one line"), Text: words("teks", "text"),
	Slug:    words("huruf kecil, angka, tanda hubung", "lower-case letters, digits, hyphens"),
	Address: words("alamat di situs ini", "address of this site"),
	Date:    words("2026-03-01", "2026-03-01"),
	Moment:  words("2026-03-01 atau 2026-03-01 07:15", "2026-03-01 or 2026-03-01 07:15"),
	Year:    words("tahun", "year"), Number: words("bilangan bulat", "whole number"),
	Flag: words("true atau false", "true or false"), Enum: words("pilihan", "choice"),
	URL: words("alamat https://", "https:// address"), Path: words("nama berkas", "file name"),
	Ref: words("slug dokumen", "slug of a document"), UnitRef: words("slug unit", "slug of a unit"),
	Duration: words("3 hari_kerja", "3 hari_kerja"), Color: words(`"#9b1c22"`, `"#9b1c22"`),
	Language: words("kode bahasa, misalnya id atau en", "code of a language, such as id or en"),
	Fields:   words("isian di dalamnya", "keys of its own"),
}

// Manual returns the tables of all kinds and fields for the editors' manual, in Markdown.
func Manual(lang diag.Lang) string {
	var b strings.Builder
	say := func(id, en string) string { return words(id, en).In(lang) }
	fmt.Fprintf(&b, "# %s\n\n%s\n", say("Semua kunci", "All keys"),
		say(
			"Dibuat dari tabel jenis dokumen di `generator/internal/content/kind.go`. "+
				"Yang bertanda * wajib.",
			"Made from the table of kinds in `generator/internal/content/kind.go`. "+
				"Those marked * are required.",
		))
	table := func(title string, fields []Field) {
		fmt.Fprintf(
			&b, "\n## %s\n\n| %s | %s | %s |\n|---|---|---|\n", title, say("kunci", "key"),
			say("ditulis", "written as"), say("isinya", "what it is"),
		)
		rows(&b, "", fields, lang)
	}
	table(say("Semua jenis", "All kinds"), Common)
	for _, k := range BuiltIn {
		if len(k.Fields) > 0 {
			table("`"+k.Name+"`: "+k.Label.In(lang), k.Fields)
		}
		if r := k.Requires; len(r) > 0 {
			fmt.Fprintf(
				&b, "\n%s %s.\n", say("Wajib juga:", "Also required:"),
				"`"+strings.Join(r, "`, `")+"`",
			)
		}
	}
	table(say("Blok `tabel` di isi dokumen", "The block tabel in a text"), tableFields)
	table(say("Blok `bagan` di isi dokumen", "The block bagan in a text"), chartFields)
	table("`"+KindFolder+say("NAMA.yaml`", "NAME.yaml`"), kindFields)
	table("`content/site.yaml`", SettingsFields)
	for _, r := range dataReaders {
		if r.name == RequestsFolder {
			table("`"+DataFolder+r.name+say("TAHUN.csv`", "YEAR.csv`"), requestFields())
			continue
		}
		name := r.name
		if strings.HasSuffix(name, "/") {
			name += say("TAHUN.yaml", "YEAR.yaml")
		}
		folder := DataFolder
		if r.name == packFile {
			folder = PackFolder + say("NAMA-VERSI/", "NAME-VERSION/")
		}
		table("`"+folder+name+"`", r.fields)
	}
	return b.String()
}

func rows(b *strings.Builder, prefix string, fields []Field, lang diag.Lang) {
	for _, f := range fields {
		mark := ""
		if f.Required {
			mark = " *"
		}
		how := typeWords[f.Type].In(lang)
		if f.Type == Enum {
			how = "`" + strings.Join(f.Values, "`, `") + "`"
		}
		if f.List {
			how = words("daftar: ", "list: ").In(lang) + how
		}
		fmt.Fprintf(b, "| `%s%s`%s | %s | %s |\n", prefix, f.Name, mark, how, f.Help.In(lang))
		rows(b, prefix+f.Name+".", f.Fields, lang)
	}
}
