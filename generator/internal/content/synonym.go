package content

import "maklumat/generator/internal/diag"

var synonymFields = []Field{
	{
		Name: "sinonim", Type: Fields, List: true, Required: true,
		Help: words(
			"kata dan sebutan yang sama artinya, untuk pencarian",
			"words and phrases that mean the same, for the search",
		),
		Fields: []Field{
			{
				Name: "kata", Type: Line, List: true, Required: true,
				Help: words(
					"paling sedikit dua, misalnya DPT dan daftar pemilih tetap",
					"at least two, such as DPT and daftar pemilih tetap",
				),
			},
		},
	},
}

// synonyms reads content/data/synonyms.yaml.
func (d *dataReader) synonyms(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, synonymFields)
	for _, group := range v.Field("sinonim").Items {
		if kata := group.texts("kata"); len(kata) > 1 {
			d.Synonyms = append(d.Synonyms, kata)
		}
	}
	return diags
}
