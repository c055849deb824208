package content

import "maklumat/generator/internal/diag"

// A SignedFile is a picture that is published byte for byte, with its metadata, because an officer
// signed its digest.
type SignedFile struct {
	Digest string // SHA-256 in hexadecimal digits
	Signer string // the position that signed it
	Reason string
	At     diag.Span
}

var signedFields = []Field{
	{
		Name: "asli", Type: Fields, List: true,
		Help: words(
			"gambar yang terbit byte demi byte beserta metadatanya karena hash-nya ditandatangani",
			"pictures that are published byte for byte, with their metadata, because their "+
				"digest was signed",
		),
		Fields: []Field{
			{
				Name: "hash", Type: Line, Required: true,
				Help: words(
					"SHA-256 berkasnya, 64 angka heksadesimal",
					"SHA-256 of the file, in 64 hexadecimal digits",
				),
			},
			{
				Name: "ditandatangani", Type: Line, Required: true,
				Help: words("jabatan yang menandatangani", "the position that signed it"),
			},
			{
				Name: "alasan", Type: Line, Required: true,
				Help: words("mengapa metadatanya harus ikut terbit", "why its metadata must be published"),
			},
		},
	},
}

// signed reads content/data/signed.yaml.
func (d *dataReader) signed(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, signedFields)
	for _, s := range v.Field("asli").Items {
		d.Signed = append(d.Signed, SignedFile{
			Digest: s.text("hash"), Signer: s.text("ditandatangani"), Reason: s.text("alasan"),
			At: s.Field("hash").At,
		})
	}
	return diags
}
