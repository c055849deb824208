package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// ViewsFile holds how often pages were looked at, as counted from the server's own logs.
const ViewsFile = "content/data/views.yaml"

// Views are how often pages were looked at, by address.
type Views struct {
	Until disclosure.Moment // of the last request that was counted
	Pages map[string]int
}

var viewsFields = []Field{
	{
		Name: "sampai", Type: Moment, Required: true,
		Help: words(
			"saat kunjungan terakhir yang dihitung", "the moment of the last view that was counted",
		),
	},
	{
		Name: "halaman", Type: Fields, List: true, Required: true,
		Help: words("halaman, ditulis oleh: maklumat stats", "pages, written by: maklumat stats"),
		Fields: []Field{
			{Name: "alamat", Type: Address, Required: true,
				Help: words("alamatnya", "its address")},
			{
				Name: "jumlah", Type: Number, Required: true,
				Help: words("berapa kali dilihat", "how often it was looked at"),
			},
		},
	},
}

// views reads content/data/views.yaml.
func (d *dataReader) views(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, viewsFields)
	d.Views = Views{Until: v.moment("sampai"), Pages: map[string]int{}}
	for _, p := range v.Field("halaman").Items {
		d.Views.Pages[p.text("alamat")] = p.number("jumlah")
	}
	return diags
}
