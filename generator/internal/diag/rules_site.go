package diag

// siteRules are about the site's data and settings, its files and its hosts.
var siteRules = []Rule{
	{DataUnknown, Error,
		Words{"berkas data {0} tidak dikenal", "the data file {0} is not known"},
		Words{
			"berkas yang dibaca dari content/data/: {1}",
			"these are read from content/data/: {1}",
		},
		Words{}, "", "1"},
	plain(DataYear, Error,
		Words{"{0} tidak sesuai dengan tahun berkas {1}", "{0} is not in the year of the file {1}"},
		Words{
			"satu berkas memuat satu tahun; perbaiki tanggalnya, atau pindahkan ke berkas " +
				"tahun itu",
			"a file holds one year; correct the date, or move it to the file of its year",
		}),
	{DeadlineUnknown, Error,
		Words{"tenggat {0} tidak ada", "there is no deadline {0}"},
		Words{
			"yang ada: {1}",
			"there are: {1}",
		},
		Words{}, "", "1r"},
	plain(DeadlineOpen, Error,
		Words{
			"lama tenggat {0} belum diketahui, jadi tidak dapat ditulis",
			"how long {0} takes is not known yet, so it cannot be written",
		},
		Words{
			"isi \"hari_kerja\" di content/data/deadlines.yaml sesudah diperiksa pada naskah " +
				"peraturannya, atau sebutkan bahwa belum pasti",
			"fill hari_kerja in content/data/deadlines.yaml once it was checked in the text " +
				"of the law, or say that it is not certain",
		}),
	plain(DeadlineAnswer, Error,
		Words{
			"rezim {0} tidak punya tahap untuk menjawab permintaan",
			"the set {0} has no step for the answer to a request",
		},
		Words{
			"tulis \"peran: jawaban\" pada tahap itu, atau \"perihal: pengaduan\" pada rezimnya",
			"write peran: jawaban at that step, or perihal: pengaduan at the set",
		}),
	{OfficialLoop, Error,
		Words{"\"atasan: {0}\" kembali ke pejabat ini sendiri",
			"atasan: {0} leads back to this position"},
		Words{"kosongkan atasan pejabat yang paling atas",
			"leave out atasan of the position at the top"},
		Words{}, "", "0"},
	plain(LawUnknown, Error,
		Words{"paket hukum {0} tidak ada", "there is no pack of law {0}"},
		Words{"yang ada: {1}; atau letakkan di content/hukum/{0}/",
			"there are: {1}; or put it in content/hukum/{0}/"}),
	{HolidaysEnd, Warning,
		Words{
			"hari libur sesudah {0} belum ada; tenggat yang melewatinya hanya sementara",
			"the holidays after {0} are not there; deadlines beyond are provisional",
		},
		Words{
			"begitu hari liburnya ditetapkan, pasang paket hukum yang memuatnya (maklumat law), " +
				"atau tulis content/data/holidays/{1}.yaml",
			"once its holidays are set, take the pack of law that has it (maklumat law), or write " +
				"content/data/holidays/{1}.yaml",
		},
		Words{}, "", "01"},
	{FormUnknown, Error,
		Words{"formulir {0} tidak ada", "there is no form {0}"},
		Words{"yang ada: {1}", "there are: {1}"},
		Words{}, "", "1r"},
	{PersonalNumber, Error,
		Words{
			"ada nomor kependudukan atau pajak: {0}{1}",
			"there is a citizen's or tax number: {0}{1}",
		},
		Words{
			"hapus atau hitamkan; jika memang boleh terbit, izinkan di " +
				"content/data/personal.yaml dengan hash (maklumat explain --hash), alasan, " +
				"dan batas waktunya",
			"remove or black it out; if it may be published, permit it in " +
				"content/data/personal.yaml by its hash (maklumat explain --hash), a reason " +
				"and a last day",
		},
		Words{}, "Pasal 4 dan 65 UU 27/2022", "01"},
	{PersonalContact, Warning,
		Words{
			"ada nomor ponsel atau surel yang bukan kontak resmi: {0}{1}",
			"there is a mobile number or e-mail address that is no official contact: {0}{1}",
		},
		Words{
			"hapus; jika ini kontak resmi, daftarkan di content/data/personal.yaml pada " +
				"\"kontak\"",
			"remove it; if it is an official contact, list it in content/data/personal.yaml " +
				"under kontak:",
		},
		Words{}, "Pasal 4 UU 27/2022", "01"},
	{PersonalDetail, Warning,
		Words{"ada data yang mungkin pribadi: {0}{1}", "there may be personal data: {0}{1}"},
		Words{
			"hapus jika menyangkut orang; jika boleh terbit, izinkan di " +
				"content/data/personal.yaml dengan hash (maklumat explain --hash)",
			"remove it if it is about a person; if it may be published, permit it in " +
				"content/data/personal.yaml by its hash (maklumat explain --hash)",
		},
		Words{}, "Pasal 4 UU 27/2022", "01"},
	{PersonalPermit, Warning,
		Words{
			"izin ini berakhir {0} dan tidak berlaku lagi",
			"this permit ended on {0} and is no longer used",
		},
		Words{
			"perpanjang dengan alasan, atau hapus barisnya",
			"prolong it with a reason, or delete the line",
		},
		Words{}, "", "0"},
	plain(AttachmentType, Error,
		Words{
			"isi {0} tidak sesuai dengan ekstensi berkasnya",
			"{0} does not hold what its ending says",
		},
		Words{
			"ekspor ulang dari program aslinya, jangan hanya mengganti nama berkas",
			"export it again from its program; do not just rename the file",
		}),
	{AttachmentEncrypted, Error,
		Words{"{0} dikunci dengan kata sandi", "{0} is locked by a password"},
		Words{
			"simpan ulang tanpa kata sandi: berkas publik harus dapat dibuka siapa pun",
			"save it without a password: anyone must be able to open a public file",
		},
		Words{}, "Pasal 7 UU 14/2008", ""},
	{AttachmentActive, Error,
		Words{"{0} memuat {1}{2}", "{0} holds {1}{2}"},
		Words{
			"simpan ulang dari berkas aslinya sebagai PDF/A-1: dokumen publik hanya untuk " +
				"dibaca, dan yang berjalan sendiri dapat membahayakan warga",
			"save it again from the original as PDF/A-1: a public document is there to be " +
				"read, and what runs by itself can harm people",
		},
		Words{}, "", "1"},
	{AttachmentArchive, Error,
		Words{"{0} memuat {1}{2}", "{0} holds {1}{2}"},
		Words{
			"kemas ulang sebagai .zip biasa yang langsung berisi dokumen dan datanya, tanpa " +
				"program, halaman web, kata sandi, atau arsip lain di dalamnya",
			"pack it again as an ordinary .zip that holds the documents and data themselves, " +
				"without programs, web pages, a password or other archives",
		},
		Words{}, "", "1"},
	{AttachmentSecret, Error,
		Words{"{0} memuat {1}{2}", "{0} holds {1}{2}"},
		Words{
			"keluarkan dari situs; kunci dan kata sandi yang pernah tersimpan di repositori harus " +
				"diganti, dan data terbuka diterbitkan sebagai CSV",
			"take it out of the site; keys and passwords that were ever in the repository must " +
				"be changed, and open data are published as CSV",
		},
		Words{}, "", "1"},
	{AttachmentOutside, Warning,
		Words{"{0} memuat {1}{2}", "{0} holds {1}{2}"},
		Words{
			"putuskan tautannya di program aslinya (mis. Excel: Data > Edit Tautan), lalu simpan " +
				"ulang: pembaca tidak memiliki berkas itu, dan pemilik alamatnya dapat melihat " +
				"siapa yang membuka",
			"break the link in its program (such as Excel: Data > Edit Links) and save again: " +
				"readers do not have that file, and whoever has its address can see who opens it",
		},
		Words{}, "", "1"},
	plain(AttachmentFormula, Warning,
		Words{"{0}: nilai rumus di {1} belum dihitung, jadi selnya kosong di halaman",
			"{0}: the value of the formula in {1} is not computed, so its cell is empty on the page"},
		Words{"buka di Excel atau LibreOffice, lalu simpan lagi: program itu menghitungnya",
			"open it in Excel or LibreOffice, and save it again: that computes it"}),
	{AttachmentHidden, Warning,
		Words{
			"{0} memuat yang tidak terlihat pembaca: {1}{2}",
			"{0} holds what readers do not see: {1}{2}",
		},
		Words{
			"jika tidak boleh diketahui publik, buang lalu unggah lagi. Word, Excel, dan " +
				"PowerPoint: File > Info > Check for Issues > Inspect Document, sesudah semua " +
				"perubahan diterima. PDF: hapus teksnya di dokumen asal (kotak hitam hanya " +
				"menutupinya), lalu ekspor ulang. Jika memang boleh, tulis \"diperiksa_oleh: " +
				"jabatan\" pada berkas itu",
			"if the public may not know it, take it out and upload again. Word, Excel and " +
				"PowerPoint: File > Info > Check for Issues > Inspect Document, after all changes " +
				"are accepted. PDF: delete the text in the document it was made from (a black box " +
				"only covers it) and export again. If it may be known, write diperiksa_oleh: " +
				"position at that file",
		},
		Words{}, "Pasal 4 UU 27/2022", ""},
	{AttachmentUnclean, Error,
		Words{
			"metadata gambar {0} tidak dapat dihapus",
			"the metadata of the picture {0} cannot be taken out",
		},
		Words{
			"simpan ulang sebagai JPEG, PNG, GIF, atau WebP: foto dapat memuat lokasi, waktu, " +
				"dan nomor kamera",
			"save it again as JPEG, PNG, GIF or WebP: a photo may hold the place, the time and " +
				"the number of the camera",
		},
		Words{}, "Pasal 4 UU 27/2022", ""},
	{AttachmentSigned, Note,
		Words{
			"gambar ini terbit beserta metadatanya, sebab hash-nya ditandatangani oleh {0}",
			"this picture is published with its metadata, because {0} signed its digest",
		},
		Words{
			"pastikan lokasi, waktu, dan nomor kamera di dalamnya memang boleh diketahui publik; " +
				"daftarnya di content/data/personal.yaml",
			"make sure that the place, the time and the number of the camera in it may be known " +
				"to the public; the list is content/data/personal.yaml",
		},
		Words{}, "", "0"},
	{AttachmentUnsigned, Warning,
		Words{
			"tidak ada berkas terbit dengan hash {0}",
			"no published file has the digest {0}",
		},
		Words{
			"hapus barisnya, atau tulis hash berkas yang sekarang (sha256sum): gambar yang diubah " +
				"sesudah ditandatangani terbit tanpa metadata",
			"delete the entry, or write the digest of the file as it is now (sha256sum): a picture " +
				"that was changed after it was signed is published without metadata",
		},
		Words{}, "", "0"},
	plain(AttachmentBroken, Error,
		Words{"{0} rusak dan tidak dapat dibuka", "{0} is broken and cannot be opened"},
		Words{"unggah ulang dari berkas aslinya", "upload it again from the original"}),
	plain(AttachmentLarge, Error,
		Words{"isi {0} terlalu besar untuk diperiksa", "what {0} holds is too large to be checked"},
		Words{"bagi menjadi beberapa berkas", "divide it into several files"}),
	plain(AttachmentPages, Warning,
		Words{"{0} punya {1} halaman, bukan {2}", "{0} has {1} pages, not {2}"},
		Words{
			"hapus \"halaman\" dari dokumen; jumlahnya dihitung otomatis",
			"remove halaman: from the document; it is counted",
		}),
	plain(AttachmentRows, Warning,
		Words{"{0} punya {1} baris data, bukan {2}", "{0} has {1} rows of data, not {2}"},
		Words{
			"hapus \"baris\" dari dokumen; jumlahnya dihitung otomatis",
			"remove baris: from the document; it is counted",
		}),
	{AttachmentScan, Warning,
		Words{
			"{0} hasil pindai: tidak dapat diperiksa apakah memuat data pribadi",
			"{0} is a scan: it cannot be checked for personal data",
		},
		Words{
			"periksa sendiri isinya, lalu tambahkan \"diperiksa_oleh: jabatan\"; lebih baik " +
				"unggah PDF yang punya lapisan teks",
			"check it by eye, then add diperiksa_oleh: position; better upload a PDF with a " +
				"text layer",
		},
		Words{}, "Pasal 4 UU 27/2022", ""},
	{AttachmentUnseen, Warning,
		Words{
			"{0} tidak dapat diperiksa apakah memuat data pribadi",
			"{0} cannot be checked for personal data",
		},
		Words{
			"unggah sebagai PDF, DOCX, XLSX, atau CSV; jika tidak bisa, daftarkan pada " +
				"\"berkas\" dengan \"diperiksa_oleh: jabatan\"",
			"upload it as PDF, DOCX, XLSX or CSV; if that cannot be, list it in berkas: with " +
				"diperiksa_oleh: position",
		},
		Words{}, "Pasal 4 UU 27/2022", ""},
	{AttachmentLocation, Error,
		Words{
			"foto {0} memuat lokasi pengambilannya (GPS)",
			"the photo {0} says where it was taken (GPS)",
		},
		Words{
			"tampilkan sebagai gambar di isi dokumen, yang metadatanya dihapus otomatis, atau " +
				"simpan ulang tanpa metadata",
			"show it as an image in the text, which loses its metadata, or save it again " +
				"without metadata",
		},
		Words{}, "Pasal 4 UU 27/2022", ""},
	plain(BasisRevoked, Warning,
		Words{"{0} sudah tidak berlaku", "{0} no longer holds"},
		Words{
			"yang berlaku: {1}; jika memang menyebut sejarahnya, tulis bahwa sudah dicabut " +
				"atau diganti",
			"in force is: {1}; if this tells its history, say that it was revoked or replaced",
		}),
	plain(BasisGone, Warning,
		Words{"{0} sudah tidak berlaku", "{0} no longer holds"},
		Words{
			"cari peraturan penggantinya; jika memang menyebut sejarahnya, tulis bahwa sudah " +
				"dicabut",
			"look for what replaced it; if this tells its history, say that it was revoked",
		}),
	{BasisStatus, Warning,
		Words{"statusnya {0}, padahal dicabut oleh {1}", "the status is {0}, but {1} revokes it"},
		Words{
			"halaman menampilkannya sebagai dicabut; samakan statusnya",
			"the page shows it as revoked; make the status agree",
		},
		Words{}, "", "r"},
	{ObligationUnknown, Error,
		Words{"kewajiban {0} tidak dikenal", "the duty {0} is not known"},
		Words{
			"daftarnya: maklumat audit --format csv",
			"the list: maklumat audit --format csv",
		},
		Words{}, "", "r"},
	{ObligationPart, Warning,
		Words{
			"halaman ini memenuhi beberapa kewajiban, dan tidak menunjukkan bagian untuk {0}, " +
				"jadi tidak dihitung",
			"this page meets several duties and does not show which part meets {0}, so it does " +
				"not count",
		},
		Words{
			"tulis bagiannya di belakang tanda pagar, misalnya {0}#tugas untuk bagian \"## " +
				"Tugas\", atau sertakan berkas",
			"write the part behind a hash, such as {0}#tasks for the part ## Tasks, or add a file",
		},
		Words{}, "Pasal 9 UU 14/2008", ""},
	{ObligationAbsent, Warning,
		Words{
			"teks untuk {0} hanya menyatakan bahwa isinya belum ada (\"{1}\"), jadi tidak dihitung",
			"the text for {0} says only that something is not there ({1}), so it does not count",
		},
		Words{
			"tulis isinya atau sertakan berkasnya; jika memang tidak ada apa-apa, buat entri " +
				"informasi dengan \"nihil: true\"",
			"write what is asked for, or add a file; if there is nothing, make an entry with " +
				"nihil: true",
		},
		Words{}, "Pasal 9 UU 14/2008", ""},
	{ObligationShort, Warning,
		Words{
			"teks untuk {0} hanya {1} kata, jadi tidak dihitung",
			"the text for {0} has only {1} words, so it does not count",
		},
		Words{"tulis isinya, atau sertakan berkasnya", "write what is asked for, or add a file"},
		Words{}, "Pasal 9 UU 14/2008", ""},
	{ObligationUndated, Warning,
		Words{
			"dokumen ini memenuhi {0}, tetapi tidak menyebut kapan terakhir diperbarui",
			"this document meets {0} and does not say when it was last changed",
		},
		Words{
			"tambahkan \"updated\" dengan tanggal, atau \"reviewed\" dan \"reviewed_by\"",
			"add updated: day, or reviewed: and reviewed_by:",
		},
		Words{}, "Pasal 9 ayat (3) UU 14/2008", ""},
	{ObligationBy, Error,
		Words{
			"tidak disebut siapa yang menyatakan kewajiban {0} belum terjadi",
			"it is not said who declared that the duty {0} has not come",
		},
		Words{
			"tambahkan \"declared_by: …\" dengan jabatannya; tampil untuk publik",
			"add declared_by: … with the position; it is shown to the public",
		},
		Words{}, "Pasal 7 UU 14/2008", ""},
	{ObligationAlways, Error,
		Words{
			"kewajiban {0} berlaku selalu, jadi tidak dapat dinyatakan belum terjadi",
			"the duty {0} has no condition, so it cannot be declared not to have come",
		},
		Words{
			"hapus \"not_occurred\"; jika memang tidak ada isinya, terbitkan informasi dengan " +
				"\"nihil: true\"",
			"remove not_occurred; if there is nothing to tell, publish an entry with nihil: true",
		},
		Words{}, "Pasal 7 UU 14/2008", ""},
	{ObligationReason, Error,
		Words{
			"kewajiban {0} dinyatakan tidak berlaku tanpa alasan",
			"the duty {0} is said not to apply without a reason",
		},
		Words{
			"tambahkan \"reason: …\"; alasannya tampil untuk publik",
			"add reason: …; it is shown to the public",
		},
		Words{}, "Pasal 7 UU 14/2008", ""},

	plain(LogBroken, Error,
		Words{
			"log dokumen dari rilis terakhir rusak: {0}",
			"the log of documents of the last release is broken: {0}",
		},
		Words{
			"ambil lagi catatan/entri.txt dari situs yang tayang; log yang dimulai dari awal " +
				"tampak seperti log yang diubah",
			"fetch catatan/entri.txt from the live site again; a log that starts over looks " +
				"like one that was changed",
		}),
	{AddressOther, Warning,
		Words{
			"rilis terakhir milik situs lain: {0}",
			"the last release is that of another site: {0}",
		},
		Words{
			"alamat dan lognya tidak diperiksa; ini wajar jika base_url baru diganti sebelum " +
				"situs tayang. Jika situs Anda pindah alamat, periksa sendiri bahwa alamat " +
				"lama masih dijawab",
			"its addresses and its log are not looked at; this is right when base_url was " +
				"just changed before the site is live. If your site moves, see for yourself " +
				"that old addresses are still answered",
		},
		Words{}, "", "0"},
	plain(LogNew, Warning,
		Words{"log dokumen dimulai dari awal", "the log of documents starts from nothing"},
		Words{
			"ini wajar jika baru diaktifkan; jika situs yang tayang sudah punya log, ambil " +
				"catatan/entri.txt darinya dan berikan dengan --last, sebab tanpa itu lognya " +
				"tampak diubah",
			"this is right when it was just switched on; if the live site has a log already, " +
				"fetch catatan/entri.txt from it and give it with --last, or the log looks " +
				"changed",
		}),
	plain(FormScript, Error,
		Words{"skrip formulir {0} tidak ada", "there is no script {0} of the form"},
		Words{
			"simpan berkas dist/sveltia-cms.js dari rilis Sveltia CMS di static/admin/, atau " +
				"hapus \"admin\" dari content/site.yaml",
			"put the file dist/sveltia-cms.js of a release of Sveltia CMS into static/admin/, " +
				"or remove admin: from content/site.yaml",
		}),
	plain(FormDigest, Error,
		Words{
			"hash {0} tidak sesuai: hash berkasnya {1}",
			"{0} is not the file of that digest: its digest is {1}",
		},
		Words{
			"jika berkasnya memang diunduh dari rilis resmi, tulis hash itu pada " +
				"\"integritas\"; jika tidak, ada yang mengubahnya",
			"if it is the file of the official release, write that digest into integritas:; " +
				"if not, somebody changed it",
		}),
	plain(FormRepository, Error,
		Words{
			"formulir memerlukan \"repositori\", tempat isi situs disimpan",
			"the form needs repositori: where the content is kept",
		},
		Words{
			"tulis \"repositori: https://github.com/pemilik/nama\" di content/site.yaml",
			"write repositori: https://github.com/owner/name into content/site.yaml",
		}),
	plain(HostFiles, Error,
		Words{
			"situs ini punya {1} berkas, sedangkan {0} menerima paling banyak {2}",
			"the site has {1} files, and {0} takes at most {2}",
		},
		Words{
			"pilih tempat lain pada \"hosts\", atau kurangi \"arsip\" (bulan, tag, unit) di " +
				"content/site.yaml",
			"choose another place in hosts:, or fewer lists in arsip: (bulan, tag, unit) of " +
				"content/site.yaml",
		}),
	plain(HostFile, Error,
		Words{
			"{3} berukuran {1} byte, sedangkan {0} menerima paling besar {2}",
			"{3} has {1} bytes, and {0} takes at most {2}",
		},
		Words{
			"perkecil atau bagi berkasnya, atau pilih tempat lain pada \"hosts\"",
			"make the file smaller or divide it, or choose another place in hosts:",
		}),
	plain(HostTotal, Error,
		Words{
			"situs ini berukuran {1} byte, sedangkan {0} menerima paling besar {2}",
			"the site has {1} bytes, and {0} takes at most {2}",
		},
		Words{
			"perkecil lampiran yang besar, atau pilih tempat lain pada \"hosts\"",
			"make large files smaller, or choose another place in hosts:",
		}),
	plain(HostRedirects, Error,
		Words{
			"situs ini punya {1} pengalihan, sedangkan {0} menerima paling banyak {2}",
			"the site has {1} redirects, and {0} takes at most {2}",
		},
		Words{
			"hapus \"aliases\" yang tidak dikunjungi lagi, atau pilih tempat lain pada \"hosts\"",
			"remove aliases that nobody visits any more, or choose another place in hosts:",
		}),
}
