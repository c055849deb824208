package diag

// fileRules are about input files, and what documents say of each other.
var fileRules = []Rule{
	plain(KindTaken, Error,
		Words{
			"nama \"{0}\" sudah dipakai",
			"the name {0} is taken",
		},
		Words{
			"beri berkasnya nama lain; yang sudah dipakai: {1}",
			"give the file another name; taken are: {1}",
		}),
	plain(KindName, Error,
		Words{
			"nama berkas \"{0}\" tidak dapat menjadi nama jenis dokumen",
			"the file name {0} cannot be that of a kind of document",
		},
		Words{
			"pakai huruf kecil, angka, dan tanda hubung, misalnya inovasi.yaml",
			"use lower-case letters, digits and hyphens, such as inovasi.yaml",
		}),
	plain(KindField, Error,
		Words{
			"kunci \"{0}\" sudah ada pada jenis dokumen ini",
			"this kind of document has a field called {0} already",
		},
		Words{
			"beri nama lain; setiap jenis dokumen juga punya: {1}",
			"give it another name; every kind of document also has: {1}",
		}),
	plain(KindType, Error,
		Words{
			"kunci \"{0}\" bukan untuk tipe {1}",
			"the key {0} is not for the type {1}",
		},
		Words{
			"hapus, atau ganti tipenya: pilihan untuk pilihan, paling_besar untuk angka, isian " +
				"untuk kelompok",
			"delete it, or change the type: pilihan is for pilihan, paling_besar for angka, " +
				"isian for kelompok",
		}),
	plain(KindAddress, Error,
		Words{"\"{0}\" bukan pola alamat", "{0} is no pattern of an address"},
		Words{
			"tulis alamat yang diawali dan diakhiri garis miring, dengan {slug} satu kali " +
				"dan jika perlu {tahun}, misalnya /inovasi/{slug}/",
			"write an address that begins and ends with a slash, with {slug} once and, " +
				"where wanted, {tahun} (the year), such as /inovasi/{slug}/",
		}),
	plain(KindMeets, Error,
		Words{
			"alamat \"{0}\" dapat sama dengan alamat \"{1}\"",
			"the address {0} may be the same as {1}",
		},
		Words{
			"awali dengan bagian lain, misalnya {2}",
			"begin it with another part, such as {2}",
		}),
	{KindFolder, Error,
		Words{
			"berkas ini tidak berada di folder jenis dokumen mana pun",
			"this file is in the folder of no kind of document",
		},
		Words{"pindahkan ke salah satu: {0}", "move it to one of: {0}"},
		Words{}, "", "0"},
	{KindBody, Error,
		Words{
			"dokumen jenis \"{0}\" tidak boleh punya isi sesudah kepala dokumen",
			"{0} must hold nothing after the header",
		},
		Words{
			"tulis yang boleh diketahui publik di kepala dokumen; hapus isinya",
			"what the public may know goes into the header's fields; delete the text",
		},
		Words{}, "", "0"},

	plain(FileUnreadable, Error,
		Words{"berkas atau folder ini tidak dapat dibaca", "this file or folder cannot be read"},
		Words{"periksa izin aksesnya", "check its permissions"}),
	plain(FileLarge, Error,
		Words{"berkas ini terlalu besar untuk dibaca", "this file is too large to be read"},
		Words{
			"dokumen, data, dan templat paling besar 64 MB; bagi menjadi beberapa berkas, atau " +
				"keluarkan dari folder situs",
			"documents, data and templates may have 64 MB; divide it into several files, or take " +
				"it out of the site's folders",
		}),
	plain(FileSymlink, Error,
		Words{"ini tautan simbolis, bukan berkas", "this is a symbolic link, not a file"},
		Words{"ganti dengan berkasnya sendiri", "replace it by the file itself"}),
	plain(FileIrregular, Error,
		Words{"ini bukan berkas biasa", "this is not an ordinary file"},
		Words{"pindahkan dari folder situs", "move it out of the site's folders"}),
	plain(FileMissing, Error,
		Words{"berkas {0} tidak ditemukan", "the file {0} is not found"},
		Words{
			"simpan berkasnya di samping dokumen, atau perbaiki namanya",
			"save the file beside the document, or correct its name",
		}),
	plain(FieldExample, Error,
		Words{"isian contoh belum diganti", "the sample text was not replaced"},
		Words{
			"tulis isinya, atau kembalikan \"draft: true\" sampai lengkap",
			"write what belongs here, or put draft: true back until it is complete",
		}),
	plain(FileOutside, Error,
		Words{"{0} menunjuk ke luar folder content", "{0} leads out of the folder content"},
		Words{
			"simpan berkasnya di samping dokumen dan tulis namanya saja",
			"save the file beside the document and write just its name",
		}),
	plain(FileEmpty, Error,
		Words{"berkas {0} kosong", "the file {0} is empty"},
		Words{"unggah ulang berkasnya", "upload the file again"}),
	{FileClosed, Error,
		Words{"{0} tertutup", "{0} is closed"},
		Words{
			"dokumen terbuka tidak boleh memuat berkas di folder tertutup atau berkas dokumen " +
				"yang dikecualikan",
			"a public document must not hold a file of a closed folder or of an excluded " +
				"document",
		},
		Words{}, "Pasal 17 UU 14/2008", ""},
	plain(FileHeld, Error,
		Words{
			"{0} adalah berkas {1}, yang ditahan oleh \"{2}\"",
			"{0} is a file of {1}, which is held back by \"{2}\"",
		},
		Words{
			"tunggu sampai dokumen itu terbit, atau hapus berkas ini dari sana jika memang boleh " +
				"terbit sekarang",
			"wait until that document is published, or take this file out of it if it may be " +
				"published now",
		}),
	{FileCopy, Error,
		Words{
			"isi berkas ini sama dengan berkas yang belum atau tidak boleh terbit",
			"this file has the same bytes as one that may not be published, or not yet",
		},
		Words{
			"hapus salinan ini; jika memang boleh terbit, hapus yang ada pada dokumen yang tertutup " +
				"atau tertahan",
			"remove this copy; if it may be published, remove the one of the document that is " +
				"closed or held",
		},
		Words{}, "Pasal 17 UU 14/2008", ""},
	plain(FileName, Error,
		Words{
			"nama berkas {0} tidak dapat menjadi alamat",
			"the file name {0} cannot be an address",
		},
		Words{
			"pakai huruf a–z, angka, tanda hubung, garis bawah, dan titik",
			"use the letters a–z, digits, hyphens, underscores and dots",
		}),

	plain(FileUnused, Warning,
		Words{
			"berkas ini tidak ditampilkan halaman mana pun dan tidak dibaca program",
			"this file is shown by no page and read by nothing",
		},
		Words{
			"sebut di dokumen yang memerlukannya, perbaiki namanya, atau pindahkan ke luar content",
			"name it in the document that needs it, correct its name, or move it out of content",
		}),
	{FileClass, Error,
		Words{"nama berkas ini mirip _kelas.yaml", "the name of this file is close to _kelas.yaml"},
		Words{
			"jika folder ini dimaksudkan tertutup, beri nama tepat _kelas.yaml; jika tidak, " +
				"beri nama lain",
			"if the folder is meant to be closed, name it exactly _kelas.yaml; if not, give " +
				"it another name",
		},
		Words{}, "Pasal 17 UU 14/2008", ""},

	plain(LinkMissing, Error,
		Words{"tautan ini tidak menuju ke mana pun: {0}", "this link leads nowhere: {0}"},
		Words{
			"tulis jalur ke berkas .md yang dituju, atau alamatnya yang diawali garis miring",
			"write the path of the target's .md file, or its address, starting with a slash",
		}),
	plain(LinkAnchor, Error,
		Words{"tidak ada bagian #{0} di halaman tujuan", "the target page has no part #{0}"},
		Words{"yang ada: {1}", "it has: {1}"}),
	plain(LinkHeld, Error,
		Words{
			"tautan ini menuju dokumen yang belum terbit: {0}",
			"this link leads to a document that is not published yet: {0}",
		},
		Words{
			"terbitkan keduanya bersama, atau hapus tautannya",
			"publish both together, or remove the link",
		}),
	plain(LinkExpired, Warning,
		Words{
			"tautan ini menuju dokumen yang masa terbitnya sudah lewat: {0}",
			"this link leads to a document that has expired: {0}",
		},
		Words{
			"pembaca diarahkan ke daftarnya; hapus atau ganti tautannya",
			"readers are led to its list; remove or replace the link",
		}),
	plain(RefUnknown, Error,
		Words{"tidak ada dokumen bernama {0}", "there is no document of the name {0}"},
		Words{
			"tulis slug dokumennya, atau jenis/slug, misalnya sop/permintaan-informasi",
			"write the document's slug, or kind/slug, such as sop/permintaan-informasi",
		}),
	{UnitUnknown, Error,
		Words{"unit {0} tidak dikenal", "the unit {0} is not known"},
		Words{"yang ada di content/data/units.yaml: {1}", "content/data/units.yaml has: {1}"},
		Words{}, "", "1r"},
	{UnitReserved, Error,
		Words{
			"{0} tidak dapat menjadi slug unit: alamat itu milik daftar dan keterbukaan",
			"{0} cannot be the slug of a unit: the address belongs to the registers and the " +
				"audit",
		},
		Words{
			"pilih slug lain, misalnya nama unitnya",
			"choose another slug, such as the unit's name",
		},
		Words{}, "", "0"},
	{CategoryUnknown, Error,
		Words{"kategori {0} tidak dikenal", "the category {0} is not known"},
		Words{"yang ada di content/site.yaml: {1}", "content/site.yaml has: {1}"},
		Words{}, "", "1r"},
	plain(AddressName, Error,
		Words{
			"alamat {0} memuat nama yang tidak dapat dipakai di setiap sistem: {1}",
			"the address {0} has a name that not every system can have: {1}",
		},
		Words{
			"pakai nama lain: paling panjang 200 bita, tanpa < > : \" | ? * dan titik di akhir, dan " +
				"bukan nama yang dipakai Windows, seperti con, nul, atau com1",
			"use another name: at most 200 bytes, without < > : \" | ? * and a dot at its end, and " +
				"none that Windows keeps, such as con, nul or com1",
		}),
	{AddressTaken, Error,
		Words{"alamat {0} sudah dipakai", "the address {0} is taken"},
		Words{"beri salah satunya slug lain", "give one of them another slug"},
		Words{"dipakai juga di sini", "it is also used here"},
		"", ""},
	{AddressLost, Error,
		Words{
			"alamat {0} ada di situs yang terbit, tetapi sekarang tidak ada lagi",
			"the address {0} is on the released site and no longer here",
		},
		Words{
			"kembalikan dokumennya; atau tulis \"aliases: [{0}]\" pada penggantinya; atau " +
				"catat penarikannya beserta alasan di content/data/withdrawn.yaml",
			"bring the document back; or write aliases: [{0}] in what replaces it; or note " +
				"its withdrawal with a reason in content/data/withdrawn.yaml",
		},
		Words{}, "", "0"},
	plain(ImageBroken, Error,
		Words{"gambar {0} tidak dapat dibaca", "the image {0} cannot be read"},
		Words{
			"simpan ulang sebagai JPEG, PNG, GIF, atau WebP",
			"save it again as JPEG, PNG, GIF or WebP",
		}),
	plain(ImageHeavy, Error,
		Words{
			"gambar {0} memerlukan memori {1} MB untuk dibuka; batasnya 128 MB",
			"the image {0} takes {1} MB of memory to open; the limit is 128 MB",
		},
		Words{
			"perkecil, atau simpan ulang sebagai JPEG biasa (bukan progresif)",
			"reduce it, or save it again as an ordinary JPEG (not a progressive one)",
		}),
	plain(ImageLarge, Error,
		Words{"gambar {0} terlalu besar: {1} piksel", "the image {0} is too large: {1} pixels"},
		Words{
			"perkecil sampai paling banyak 50 juta piksel",
			"reduce it to at most 50 million pixels",
		}),
}
