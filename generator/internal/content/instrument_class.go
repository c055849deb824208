package content

import (
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
)

// An InstrumentClass is a class of legal instruments. They stand in the order of their ranks, the
// highest first, as the law of the country has it (in Indonesia UU 12/2011, articles 7 and 8).
type InstrumentClass struct {
	ID             string
	Label, LabelEN string
	Names          []string // that documents may write, besides the Label
}

// FindInstrumentClass returns the rank of a class by what a document writes in jenis; that is as
// many as there are for one that is not among them.
func FindInstrumentClass(classes []InstrumentClass, written string) int {
	same := func(name string) bool { return strings.EqualFold(name, written) }
	for rank := range classes {
		if c := &classes[rank]; same(c.Label) || same(c.LabelEN) || slices.ContainsFunc(c.Names,
			same) {
			return rank
		}
	}
	return len(classes)
}

var instrumentClassFields = []Field{
	{
		Name: "bentuk", Type: Fields, List: true, Required: true,
		Help: words(
			"bentuk peraturan menurut tingkatnya, yang tertinggi dulu",
			"classes of instruments by rank, the highest first",
		),
		Fields: []Field{
			{Name: "id", Type: Slug, Required: true, Help: words("sebutan pendek", "a short name")},
			{Name: "label_id", Type: Line, Required: true,
				Help: words("nama", "name in Indonesian")},
			{Name: "label_en", Type: Line, Required: true, Help: words("nama dalam bahasa Inggris",
				"name in English")},
			{
				Name: "sebutan", Type: Line, List: true,
				Help: words("nama lain di jenis: dan dalam teks, misalnya Perda Kabupaten",
					"other names in jenis: and in texts"),
			},
		},
	},
}

// instrumentClasses reads instruments.yaml. A class of a site takes the place of that of a pack
// with the same id; others stand after those of the packs.
func (d *dataReader) instrumentClasses(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, instrumentClassFields)
	seen := map[string]bool{}
	for _, item := range v.Field("bentuk").Items {
		c := InstrumentClass{
			item.text("id"), item.text("label_id"), item.text("label_en"), item.texts("sebutan"),
		}
		if seen[c.ID] {
			diags.Add(diag.SOPDuplicate, item.Field("id").At, c.ID)
			continue
		}
		seen[c.ID] = true
		same := func(o InstrumentClass) bool { return o.ID == c.ID }
		if at := slices.IndexFunc(d.Instruments, same); at >= 0 {
			d.Instruments[at] = c
			continue
		}
		d.Instruments = append(d.Instruments, c)
	}
	return diags
}
