package diag

// documentRules are about the header and the body of a document.
var documentRules = []Rule{
	plain(HeaderMissing, Error,
		Words{"berkas ini tidak punya kepala dokumen", "this document has no header"},
		Words{
			"mulai berkas dengan baris ---, lalu title: …, lalu baris --- lagi",
			"start the file with a line ---, then title: …, then another line ---",
		}),
	plain(HeaderNotFirst, Error,
		Words{"ada tulisan sebelum kepala dokumen", "there is text before the header"},
		Words{
			"kepala dokumen harus mulai di karakter pertama berkas: hapus semua yang ada di " +
				"atas baris ---",
			"the header must start at the file's first character: delete everything above the " +
				"line ---",
		}),
	{HeaderFence, Error,
		Words{"pembatas kepala dokumen salah tulis: {0}", "the header's fence is misspelt: {0}"},
		Words{
			"tulis tepat tiga tanda hubung, tanpa karakter lain di baris itu",
			"write exactly three hyphens and nothing else on the line",
		},
		Words{}, "", "r"},
	plain(HeaderUnclosed, Error,
		Words{"kepala dokumen tidak ditutup", "the header is not closed"},
		Words{"tambahkan baris --- sesudah isian terakhir", "add a line --- after the last field"}),
	plain(HeaderBOM, Error,
		Words{
			"berkas diawali penanda urutan byte (BOM) yang tidak tampak",
			"the file starts with an invisible byte order mark",
		},
		Words{"simpan ulang sebagai UTF-8 tanpa BOM", "save it again as UTF-8 without BOM"}),
	plain(HeaderEncoding, Error,
		Words{"karakter di tempat ini bukan UTF-8", "the characters here are not UTF-8"},
		Words{"simpan ulang berkas sebagai UTF-8", "save the file again as UTF-8"}),
	plain(HeaderControl, Error,
		Words{"ada karakter kendali yang tidak tampak", "there is an invisible control character"},
		Words{"hapus bagian ini, lalu ketik ulang", "delete this part and type it again"}),
	plain(HeaderFormat, Error,
		Words{"kepala dokumen ini bukan YAML", "this header is not YAML"},
		Words{
			"pakai baris ---, lalu satu isian per baris: kunci: nilai",
			"use a line ---, then one field a line: key: value",
		}),
	plain(HeaderColon, Error,
		Words{
			"ada titik dua di dalam nilai yang tidak diapit tanda kutip",
			"there is a colon inside a value without quotes",
		},
		Words{"apit nilainya dengan tanda kutip", "put the value in quotes"}),
	plain(HeaderQuote, Error,
		Words{
			"tanda kutip di dalam nilai ini tidak terbaca",
			"the quotes in this value cannot be read",
		},
		Words{
			"apit seluruh nilai dengan tanda kutip tunggal; tulis dua kali tanda kutip " +
				"tunggal yang ada di dalamnya",
			"put the whole value in single quotes; write a single quote inside it twice",
		}),
	plain(HeaderTab, Error,
		Words{"ada tab di awal baris", "the line starts with a tab"},
		Words{"ganti tab dengan dua spasi", "replace the tab by two spaces"}),
	plain(HeaderComment, Error,
		Words{
			"tanda # memotong nilai ini: yang sesudahnya tidak ikut terbaca",
			"the # cuts this value: what follows it is not read",
		},
		Words{
			"apit nilainya dengan tanda kutip; tulis catatan untuk diri sendiri di baris " +
				"tersendiri",
			"put the value in quotes; a comment goes on a line of its own",
		}),
	plain(HeaderSyntax, Error,
		Words{"kepala dokumen tidak terbaca: {0}", "the header cannot be read: {0}"},
		Words{
			"satu isian per baris: kunci: nilai; daftar: satu tanda hubung per butir, dengan " +
				"indentasi yang sama",
			"one field a line: key: value; lists: one hyphen an item, all indented alike",
		}),
	{HeaderDuplicate, Error,
		Words{"kunci \"{0}\" ditulis dua kali", "the key {0} is written twice"},
		Words{"hapus salah satunya", "delete one of them"},
		Words{"yang pertama di sini", "the first is here"},
		"", ""},
	plain(HeaderReference, Error,
		Words{
			"jangkar, rujukan, dan penanda tipe YAML (&, *, !, <<) tidak dipakai di sini",
			"YAML anchors, aliases and tags (&, *, !, <<) are not used here",
		},
		Words{
			"tulis nilainya langsung; jika tanda itu bagian dari teks, apit dengan tanda kutip",
			"write the value itself; if the sign is part of the text, put it in quotes",
		}),
	plain(HeaderShape, Error,
		Words{
			"kepala dokumen bukan daftar \"kunci: nilai\"",
			"the header is not a list of key: value",
		},
		Words{"satu isian per baris: kunci: nilai", "one field a line: key: value"}),
	{HeaderMark, Error,
		Words{
			"baris ini tampak seperti tanda klasifikasi, tetapi tidak berada di kepala dokumen",
			"this line looks like a classification mark and is not in the header",
		},
		Words{
			"hanya kepala pertama, di antara dua baris ---, yang menutup dokumen: pindahkan " +
				"tandanya ke sana, atau hapus baris ini; contoh penulisan ditulis di antara dua " +
				"baris ```",
			"only the first header, between two lines ---, closes a document: move the mark there or " +
				"remove this line; an example is written between two lines ```",
		},
		Words{}, "Pasal 17 UU 14/2008", ""},
	plain(HeaderSize, Error,
		Words{
			"kepala dokumen terlalu besar atau terlalu dalam",
			"the header is too large or too deep",
		},
		Words{"batasnya 256 KB dan 32 tingkat", "at most 256 KB and 32 levels"}),

	{FieldUnknown, Error,
		Words{"kunci \"{0}\" tidak dikenal pada \"{1}\"", "the key {0} is not known in {1}"},
		Words{"kunci yang dikenal: {2}", "known are: {2}"},
		Words{}, "", "12r"},
	{FieldRequired, Error,
		Words{"kunci \"{0}\" wajib diisi pada \"{1}\"", "{0} is required in {1}"},
		Words{"tambahkan \"{0}: …\"", "add {0}: …"},
		Words{}, "", "01"},
	{FieldEmpty, Error,
		Words{"\"{0}\" belum diisi", "{0} has no value"},
		Words{
			"isi nilainya, atau hapus baris ini jika tidak perlu",
			"give a value, or delete the line if it is not needed",
		},
		Words{}, "", "0"},
	{FieldList, Error,
		Words{"\"{0}\" harus berupa daftar", "{0} must be a list"},
		Words{
			"tulis satu butir per baris, masing-masing diawali tanda hubung",
			"write one item a line, each after a hyphen",
		},
		Words{}, "", "0"},
	{FieldGroup, Error,
		Words{"\"{0}\" harus berisi \"kunci: nilai\"", "{0} must hold key: value"},
		Words{"isinya: {1}", "it holds: {1}"},
		Words{}, "", "01"},
	{FieldScalar, Error,
		Words{"\"{0}\" harus berupa satu nilai", "{0} must be one value"},
		Words{"tulis satu nilai sesudah titik dua", "write one value after the colon"},
		Words{}, "", "0"},
	{FieldLength, Error,
		Words{
			"\"{0}\" terlalu panjang: {1} karakter, paling banyak {2}",
			"{0} is too long: {1} characters, at most {2}",
		},
		Words{"persingkat", "shorten it"},
		Words{}, "", "012"},
	{FieldItems, Error,
		Words{"\"{0}\" berisi {1} butir, paling banyak {2}", "{0} has {1} items, at most {2}"},
		Words{"kurangi, atau bagi dokumennya", "take some away, or divide the document"},
		Words{}, "", "012"},
	{FieldLine, Error,
		Words{"\"{0}\" harus satu baris", "{0} must be one line"},
		Words{"hapus pergantian barisnya", "remove the line breaks"},
		Words{}, "", "0"},
	{FieldDate, Error,
		Words{"\"{0}\" bukan tanggal: {1}", "{0} is not a date: {1}"},
		Words{
			"tulis tahun-bulan-tanggal, misalnya 2026-03-01, jika perlu dengan jam: " +
				"2026-03-01 07:15",
			"write year-month-day, such as 2026-03-01, with a time if needed: 2026-03-01 07:15",
		},
		Words{}, "", "0"},
	{FieldYear, Error,
		Words{"\"{0}\" bukan tahun: {1}", "{0} is not a year: {1}"},
		Words{"tulis empat angka, misalnya 2026", "write four digits, such as 2026"},
		Words{}, "", "0"},
	{FieldNumber, Error,
		Words{
			"\"{0}\" harus bilangan bulat {2}–{3}, bukan {1}",
			"{0} is not a whole number from {2} to {3}: {1}",
		},
		Words{"tulis angka saja, tanpa titik ribuan", "write digits only, without separators"},
		Words{}, "", "023"},
	{FieldFlag, Error,
		Words{"\"{0}\" harus true atau false, bukan {1}", "{0} must be true or false, not {1}"},
		Words{}, Words{}, "", "0"},
	{FieldValue, Error,
		Words{"nilai {1} tidak dikenal untuk \"{0}\"", "{1} is not a known value of {0}"},
		Words{"pilih salah satu: {2}", "choose: {2}"},
		Words{}, "", "02r"},
	{FieldExact, Error,
		Words{
			"nilai \"{0}\" harus ditulis persis seperti pilihannya, tanpa huruf besar atau " +
				"spasi tambahan",
			"the value of {0} must be written exactly as in the list, without capitals or " +
				"spaces added",
		},
		Words{"pilih salah satu: {1}", "choose: {1}"},
		Words{}, "Pasal 9, 10, 11, dan 17 UU 14/2008", "01r"},
	{FieldSlug, Error,
		Words{"\"{0}\" tidak dapat menjadi alamat: {1}", "{0} cannot be an address: {1}"},
		Words{
			"pakai 1–80 karakter: huruf kecil a–z, angka, dan tanda hubung di antaranya",
			"use 1–80 of the letters a–z, digits, and hyphens between them",
		},
		Words{}, "", "0"},
	{FieldAddress, Error,
		Words{"\"{0}\" bukan alamat di situs ini: {1}", "{0} is not an address of this site: {1}"},
		Words{
			"tulis jalur tanpa spasi yang diawali garis miring, misalnya /berita/lama/",
			"write a path without spaces that starts with a slash, such as /berita/lama/",
		},
		Words{}, "", "0"},
	{FieldURL, Error,
		Words{"\"{0}\" bukan alamat web: {1}", "{0} is not a web address: {1}"},
		Words{
			"tulis alamat lengkap yang diawali https://",
			"write the full address, starting with https://",
		},
		Words{}, "", "0"},
	{FieldDuration, Error,
		Words{"\"{0}\" bukan lama waktu: {1}", "{0} is not a duration: {1}"},
		Words{
			"tulis angka dan satuan: menit, jam, hari_kerja, hari, minggu, bulan; misalnya 3 " +
				"hari_kerja",
			"write a number and a unit: menit, jam, hari_kerja, hari, minggu, bulan; such as " +
				"3 hari_kerja",
		},
		Words{}, "", "0"},
	{FieldColor, Error,
		Words{"\"{0}\" bukan warna: {1}", "{0} is not a colour: {1}"},
		Words{
			"tulis enam angka heksadesimal sesudah tanda pagar, di antara tanda kutip: " +
				"\"#9b1c22\"",
			"write six hexadecimal digits after a hash, in quotes: \"#9b1c22\"",
		},
		Words{}, "", "0"},
	plain(FieldFuture, Error,
		Words{
			"\"{0}\" {1} belum tiba; hari ini {2}",
			"\"{0}\" {1} is yet to come; today is {2}",
		},
		Words{
			"tulis hari ketika dokumen benar-benar diubah atau ditinjau",
			"write the day on which the document really was changed or reviewed",
		}),
	plain(TagLetters, Error,
		Words{
			"kata kunci {0} memuat huruf yang tidak dapat ditulis di alamat",
			"the keyword {0} has letters that an address cannot have",
		},
		Words{"tulis kata kuncinya dengan huruf Latin", "write the keyword in Latin letters"}),
	plain(TagTaken, Warning,
		Words{
			"kata kunci {0} dan {1} akan berbagi satu halaman",
			"the keywords {0} and {1} would share one page",
		},
		Words{
			"pakai satu kata kunci saja, atau tulis salah satunya dengan kata",
			"use one of them only, or spell out what tells them apart",
		}),
	plain(SlugLetters, Error,
		Words{
			"nama berkas {0} memuat huruf yang tidak dapat ditulis di alamat",
			"the file name {0} has letters that an address cannot have",
		},
		Words{
			"beri nama berkas dengan huruf Latin, atau tulis \"slug\" di kepala dokumen",
			"name the file in Latin letters, or write \"slug\" in the header",
		}),
	{FieldOrder, Error,
		Words{
			"\"{0}\" ({1}) tidak boleh sebelum \"{2}\" ({3})",
			"{0} ({1}) must not be before {2} ({3})",
		},
		Words{"periksa kedua tanggalnya", "check both dates"},
		Words{}, "", "02"},

	{MarkdownLimit, Error,
		Words{
			"isi dokumen melewati batas ({0}): paling banyak {1}",
			"the body goes beyond a limit ({0}): at most {1}",
		},
		Words{
			"bagi menjadi beberapa dokumen, atau lampirkan sebagai berkas",
			"divide it into several documents, or attach it as a file",
		},
		Words{}, "", "01"},
	plain(MarkdownControl, Error,
		Words{
			"ada karakter kendali yang tidak tampak di isi dokumen",
			"there is an invisible control character in the body",
		},
		Words{"hapus bagian ini, lalu ketik ulang", "delete this part and type it again"}),
	plain(MarkdownHTML, Warning,
		Words{
			"HTML tidak dipakai di sini dan tampil sebagai tulisan: {0}",
			"HTML is not used here and is shown as text: {0}",
		},
		Words{
			"pakai Markdown, atau apit dengan tanda petik terbalik jika memang ingin ditampilkan",
			"use Markdown, or put it in backquotes if it is meant to be shown",
		}),
	plain(MarkdownComment, Warning,
		Words{"komentar HTML tidak ikut terbit", "the HTML comment is not published"},
		Words{
			"hapus; siapa pun yang membuka sumber situs dapat membacanya",
			"delete it; anyone who opens the site's source can read it",
		}),
	plain(MarkdownSpace, Error,
		Words{
			"nama berkas yang berspasi tidak menjadi tautan: {0}",
			"a file name with blanks makes no link: {0}",
		},
		Words{
			"ganti nama berkasnya tanpa spasi, misalnya dengan tanda hubung, lalu tulis nama itu",
			"rename the file without blanks, such as with hyphens, and write that name",
		}),
	plain(MarkdownCells, Warning,
		Words{
			"baris ini punya lebih banyak sel daripada kepala tabelnya; sel kelebihannya tidak tampil",
			"this row has more cells than its table has heads; the others are not shown",
		},
		Words{
			"tambah kolom di kepala tabel, atau tulis \\| untuk garis tegak di dalam sel, juga di dalam kode",
			"add a column to the heads, or write \\| for a bar within a cell, in code too",
		}),
	plain(MarkdownNote, Warning,
		Words{"catatan kaki {0} tidak punya pasangan", "the note {0} has no other part"},
		Words{
			"tulis tandanya di teks, [^1], dan catatannya di baris sendiri, [^1]: isinya",
			"write its mark in the text, [^1], and the note on a line of its own, [^1]: what it says",
		}),
	plain(MarkdownAttributes, Warning,
		Words{
			"tanda {#…} atau {.…} di belakang judul tampil sebagai tulisan",
			"marks such as {#…} or {.…} behind a heading are shown as text",
		},
		Words{"hapus: nama bagian dibuat dari judulnya", "delete it: the heading's text names it"}),
	plain(MarkdownTitle, Warning,
		Words{
			"judul tingkat satu (#) sudah dipakai untuk judul halaman",
			"the first level (#) is the page's title already",
		},
		Words{"pakai ## untuk judul bagian", "use ## for the heading of a section"}),
	{MarkdownLevel, Warning,
		Words{"tingkat judul melompat ke {0}", "the heading's level jumps to {0}"},
		Words{
			"pakai {1}: pembaca layar menyusuri judul menurut tingkatnya",
			"use {1}: screen readers walk headings by level",
		},
		Words{}, "", "01"},
	plain(LinkScheme, Error,
		Words{"alamat ini tidak boleh dipakai: {0}", "this address is not allowed: {0}"},
		Words{
			"yang boleh dipakai: http, https, mailto, tel, dan alamat di situs ini",
			"allowed are http, https, mailto, tel, and addresses of this site",
		}),
	plain(LinkText, Warning,
		Words{"tautan ke {0} tidak punya tulisan", "the link to {0} has no text"},
		Words{
			"tulis di antara kurung siku apa yang akan dibuka pembaca",
			"write between the brackets what the reader will open",
		}),
	{ImageAlt, Error,
		Words{"gambar {0} tidak punya teks alternatif", "the image {0} has no alternative text"},
		Words{
			"tulis di antara kurung siku apa yang tampak, untuk orang yang tidak melihatnya: " +
				"![Petugas menerima formulir](foto.jpg)",
			"write between the brackets what it shows, for people who do not see it: ![An " +
				"officer takes a form](photo.jpg)",
		},
		Words{}, "UU 8/2016", ""},
	{MediaCaptions, Warning,
		Words{"{0} tidak punya teks bagi yang tidak mendengarnya",
			"{0} has no text for those who do not hear it"},
		Words{
			"tulis yang diucapkan di {1} (WebVTT) di samping berkasnya; transkripnya tampil sendiri",
			"write what is said in {1} (WebVTT) beside the file; the transcript is shown by itself",
		},
		Words{}, "UU 8/2016", ""},
	plain(ImageElsewhere, Error,
		Words{
			"gambar dari situs lain tidak dimuat: {0}",
			"images of other sites are not loaded: {0}",
		},
		Words{
			"simpan gambarnya di samping dokumen dan tulis nama berkasnya",
			"save the image beside the document and write its file name",
		}),
}
