package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// WithdrawnFile lists the addresses that were withdrawn.
const WithdrawnFile = "content/data/withdrawn.yaml"

// A Withdrawal is an address that once was public and is so no longer, with the reason that
// its page gives.
type Withdrawal struct {
	Address, Reason string
	Day             disclosure.Day
}

var withdrawnFields = []Field{
	{
		Name: "ditarik", Type: Fields, List: true, Required: true,
		Help: words("halaman yang ditarik", "pages that were withdrawn"),
		Fields: []Field{
			{
				Name: "alamat", Type: Address, Required: true,
				Help: words("alamatnya, misalnya /dokumen/lama/",
					"its address, such as /dokumen/lama/"),
			},
			{Name: "tanggal", Type: Date, Required: true, Help: words("hari ditarik", "the day")},
			{
				Name: "alasan", Type: Line, Required: true,
				Help: words("alasannya, tampil untuk publik", "the reason, shown to the public"),
			},
		},
	},
}

// withdrawn reads content/data/withdrawn.yaml.
func (d *dataReader) withdrawn(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, withdrawnFields)
	for _, w := range v.Field("ditarik").Items {
		d.Withdrawn = append(
			d.Withdrawn,
			Withdrawal{Address: w.text("alamat"), Reason: w.text("alasan"), Day: w.day("tanggal")},
		)
	}
	return diags
}
