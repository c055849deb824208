package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// An Accessibility is what the last test of the site's accessibility found.
type Accessibility struct {
	Day     disclosure.Day
	Pages   int      // sorts of pages that were looked at
	Widths  []string // of the screens, in pixels
	Schemes []string // terang, gelap, kontras
	Tools   []string
	Faults  int
}

// Schemes are the ways in which a page can be shown.
var Schemes = []string{"terang", "gelap", "kontras"}

var accessibilityFields = []Field{
	{
		Name: "tanggal", Type: Date, Required: true,
		Help: words("hari pengujian", "the day of the test"),
	},
	{
		Name: "halaman", Type: Number, Required: true,
		Help: words("jumlah jenis halaman yang diuji", "how many sorts of pages were tested"),
	},
	{
		Name: "lebar", Type: Number, List: true, Required: true,
		Help: words("lebar layar, piksel", "widths of the screens, in pixels"),
	},
	{
		Name: "tampilan", Type: Enum, List: true, Required: true, Values: Schemes,
		Help: words(
			"tampilan; kontras adalah warna pilihan pengguna",
			"schemes; kontras is that of colours chosen by the user",
		),
	},
	{
		Name: "alat", Type: Line, List: true, Required: true,
		Help: words("alat uji dan versinya", "the tools and their versions"),
	},
	{
		Name: "temuan", Type: Number, Required: true,
		Help: words("jumlah pelanggaran yang ditemukan", "how many faults were found"),
	},
}

// accessibility reads content/data/accessibility.yaml, which ./build.sh test writes.
func (d *dataReader) accessibility(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, accessibilityFields)
	d.Accessibility = &Accessibility{
		Day: v.day("tanggal"), Pages: v.number("halaman"), Widths: v.texts("lebar"),
		Schemes: v.texts("tampilan"), Tools: v.texts("alat"), Faults: v.number("temuan"),
	}
	return diags
}
