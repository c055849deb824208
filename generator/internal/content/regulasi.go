package content

import (
	"strconv"
	"strings"

	"maklumat/generator/internal/disclosure"
)

// regulasiKind is legal instruments.
var regulasiKind = Kind{
	Name: "regulasi", Word: "Instruments", Label: words("Regulasi", "Legal instrument"), Body: true,
	Rank: 3, Schema: "Legislation", Lists: Lists{Layout: "daftar-regulasi", Grouped: true},
	read:   func(h *Head, v Value) { h.Instrument = instrument(v) },
	made:   func(h *Head) disclosure.Moment { return disclosure.Moment{Day: h.Instrument.InForce} },
	number: func(h *Head) string { return h.Instrument.filed() },
	Fields: []Field{
		{
			Name: "jenis", Type: Line, Required: true,
			Help: words(
				"jenis peraturan, misalnya Undang-Undang",
				"the kind of instrument, such as Undang-Undang",
			),
		},
		{
			Name: "singkatan", Type: Line,
			Help: words("sebutan pendek, misalnya UU 14/2008",
				"the short name, such as UU 14/2008"),
		},
		{Name: "nomor", Type: Line, Required: true, Help: words("nomor", "number")},
		{Name: "tahun", Type: Year, Required: true, Help: words("tahun", "year")},
		{
			Name: "status", Type: Enum, Required: true,
			Values: []string{"berlaku", "diubah", "dicabut"},
			Help:   words("status sekarang", "the status now"),
		},
		{Name: "berlaku_mulai", Type: Date, Help: words("hari mulai berlaku", "in force from")},
		{Name: "tautan", Type: URL,
			Help: words("alamat naskah resmi", "where the official text is")},
	},
}

// An Instrument holds the fields of the kind regulasi.
type Instrument struct {
	Type, Short, Number string
	Year                int
	Status              string
	InForce             disclosure.Day
	URL                 string
}

func instrument(v Value) *Instrument {
	return &Instrument{
		Type: v.text("jenis"), Short: v.text("singkatan"), Number: v.text("nomor"),
		Year: v.number("tahun"), Status: v.text("status"), InForce: v.day("berlaku_mulai"),
		URL: v.text("tautan"),
	}
}

// filed is what tells an instrument from all others, in lower case.
func (n *Instrument) filed() string {
	return strings.ToLower(n.Type) + " " + n.Number + "/" + strconv.Itoa(n.Year)
}
