package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// FileHits is personal data found in one file.
type FileHits struct {
	File string
	Hits []disclosure.PersonalHit
}

// A Permit lets one value be published although it looks like personal data. The value
// itself is not written anywhere: Hash is its disclosure.PersonalHash.
type Permit struct {
	Hash, Reason, Approver string
	Until                  disclosure.Day
	At                     diag.Span
}

// A SignedFile is a picture that is published byte for byte, with its metadata, because an officer
// signed its digest.
type SignedFile struct {
	Digest string // SHA-256 in hexadecimal digits
	Signer string // the position that signed it
	Reason string
	At     diag.Span
}

var personalFields = []Field{
	{
		Name: "kontak", Type: Line, List: true,
		Help: words(
			"surel dan nomor telepon resmi selain yang ada di site.yaml",
			"official e-mail addresses and phone numbers besides those of site.yaml",
		),
	},
	{
		Name: "izin", Type: Fields, List: true,
		Help: words(
			"nilai yang boleh terbit walau tampak seperti data pribadi",
			"values that may be published although they look like personal data",
		),
		Fields: []Field{
			{
				Name: "hash", Type: Line, Required: true,
				Help: words(
					"hash dari maklumat explain --hash; nilainya sendiri jangan ditulis",
					"the hash from maklumat explain --hash; do not write the value itself",
				),
			},
			{
				Name: "alasan", Type: Line, Required: true,
				Help: words("mengapa boleh terbit", "why it may be published"),
			},
			{
				Name: "disetujui", Type: Line, Required: true,
				Help: words("jabatan yang menyetujui", "the position that approved it"),
			},
			{
				Name: "sampai", Type: Date, Required: true,
				Help: words("hari terakhir izin ini", "the last day of the permit"),
			},
		},
	},
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
				Help: words("mengapa metadatanya harus ikut terbit",
					"why its metadata must be published"),
			},
		},
	},
}

// personal reads content/data/personal.yaml.
func (d *dataReader) personal(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, personalFields)
	d.Contacts = v.texts("kontak")
	for _, p := range v.Field("izin").Items {
		d.Permits = append(
			d.Permits,
			Permit{
				Hash: p.text("hash"), Reason: p.text("alasan"), Approver: p.text("disetujui"),
				Until: p.day("sampai"), At: p.Field("sampai").At,
			},
		)
	}
	for _, s := range v.Field("asli").Items {
		d.Signed = append(d.Signed, SignedFile{
			Digest: s.text("hash"), Signer: s.text("ditandatangani"), Reason: s.text("alasan"),
			At: s.Field("hash").At,
		})
	}
	return diags
}
