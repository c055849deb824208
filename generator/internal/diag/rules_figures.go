package diag

// figureRules are about blocks of figures in texts.
var figureRules = []Rule{
	plain(FiguresFile, Error,
		Words{"{0} bukan berkas tabel", "{0} is no file of a table"},
		Words{"pakai berkas .csv, .tsv, atau .xlsx", "use a .csv, .tsv or .xlsx file"}),
	plain(FiguresSheet, Error,
		Words{"lembar \"{0}\" tidak ada di {1}", "{1} has no tab {0}"},
		Words{"lembar yang terlihat: {2}", "the tabs that readers see: {2}"}),
	plain(FiguresColumn, Error,
		Words{"kolom \"{0}\" tidak ada di {1}", "there is no column {0} in {1}"},
		Words{"kolom yang ada: {2}", "the columns are: {2}"}),
	plain(FiguresNumber, Error,
		Words{
			"kolom \"{0}\", baris {1}: \"{2}\" bukan angka",
			"column {0}, row {1}: \"{2}\" is no number",
		},
		Words{
			"perbaiki selnya, atau kosongkan jika angkanya tidak ada",
			"correct the cell, or leave it empty where there is no figure",
		}),
	plain(FiguresDecimal, Error,
		Words{
			"kolom \"{0}\": \"{1}\" dapat dibaca dengan dua cara",
			"column {0}: \"{1}\" can be read in two ways",
		},
		Words{
			"tulis \"desimal: koma\" jika titiknya memisahkan ribuan, atau \"desimal: titik\"",
			"write desimal: koma if points separate thousands, or desimal: titik",
		}),
	plain(FiguresPercent, Error,
		Words{"kolom \"{0}\": sebagian angkanya persen, sebagian bukan",
			"column {0}: some figures are percent, others are not"},
		Words{"tulis tanda % di semua selnya, atau tidak sama sekali",
			"write % in all of its cells, or in none"}),
	plain(FiguresMany, Error,
		Words{
			"terlalu banyak {0} untuk dibaca: {1}, paling banyak {2}",
			"too many to be read ({0}): {1}, {2} at most",
		},
		Words{
			"pilih lebih sedikit, pakai \"saring\" atau \"kelompok\", atau tampilkan sebagai tabel",
			"choose fewer, use saring or kelompok, or show a table",
		}),
	plain(FiguresShape, Error,
		Words{"bagan {0} hanya untuk satu kolom", "a chart of the shape {0} shows one column"},
		Words{"pilih bentuk lain: {1}", "choose another shape: {1}"}),
	plain(FiguresEmpty, Error,
		Words{"tidak ada baris yang dapat ditampilkan dari {0}", "there is no row of {0} to show"},
		Words{
			"periksa \"saring\", dan apakah baris pertama berkasnya nama kolom",
			"check saring, and that the first row of the file has the names of the columns",
		}),
	plain(FiguresPage, Error,
		Words{
			"\"{0}\" (baris {1}) tidak dapat menjadi alamat halaman",
			"\"{0}\" (row {1}) cannot be the address of a page",
		},
		Words{
			"isi kolom \"{2}\" di setiap baris dengan huruf atau angka",
			"write letters or digits in the column {2} of each row",
		}),
	plain(FiguresAlike, Error,
		Words{
			"halaman \"{0}\" dan \"{1}\" (baris {2}) mendapat alamat yang sama",
			"the pages of {0} and {1} (row {2}) have one address",
		},
		Words{
			"tulis namanya sama persis di setiap baris; jika memang berbeda, bedakan huruf atau " +
				"angkanya",
			"write the name alike in each row; if they are two, let letters or digits differ",
		}),
	plain(FiguresNegative, Error,
		Words{
			"kolom \"{0}\", {1}: {2} tidak dapat ditumpuk, karena di bawah nol",
			"column {0}, {1}: {2} cannot be stacked, as it is below zero",
		},
		Words{"pilih bentuk batang atau garis", "choose bars or a line"}),
}
