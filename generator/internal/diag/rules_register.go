package diag

// registerRules are about registers, reports and procedures.
var registerRules = []Rule{
	{DIKExpired, Error,
		Words{
			"jangka waktu pengecualian ini berakhir {0}, tetapi statusnya masih berlaku",
			"the term of this exclusion ended on {0}, but its status is still berlaku",
		},
		Words{
			"informasinya terbuka: pindahkan ke Daftar Informasi Publik (content/informasi/), " +
				"lalu tulis \"status: habis_masa\" dan \"dibuka_di: [slug]\"",
			"the information is open now: move it to the public register " +
				"(content/informasi/), then write status: habis_masa and dibuka_di: [slug]",
		},
		Words{}, "Pasal 20 UU 14/2008", "0"},
	{DIKFile, Error,
		Words{
			"pengecualian tidak boleh memuat berkas ({0})",
			"an exclusion must hold no file ({0})",
		},
		Words{
			"hapus baris ini; terbitkan versi yang sudah dihitamkan sebagai informasi",
			"delete this line; a version with the parts blacked out is published as informasi",
		},
		Words{}, "Pasal 17 UU 14/2008", "0"},
	{DIKAct, Error,
		Words{
			"dasar {0} memerlukan undang-undang yang melarang informasinya dibuka",
			"the ground {0} needs the Act that forbids opening it",
		},
		Words{
			"tambahkan \"pasal\" dengan undang-undang dan pasalnya",
			"add pasal: [\"UU … ps. …\"]",
		},
		Words{}, "Pasal 17 huruf j UU 14/2008", ""},
	{DIKTerm, Error,
		Words{
			"jangka waktu pengecualian tidak punya akhir",
			"the term of the exclusion has no end",
		},
		Words{
			"tulis \"sampai\" dengan tanggal, atau \"selama\" dengan syarat berakhirnya",
			"write sampai: with a day, or selama: with the condition on which it ends",
		},
		Words{}, "Pasal 20 UU 14/2008", ""},
	{DIKLong, Error,
		Words{
			"pengecualian menurut {0} paling lama {1} tahun: {2} sesudah {3}",
			"an exclusion for {0} lasts at most {1} years: {2} is after {3}",
		},
		Words{"perbaiki tanggal akhirnya", "correct its last day"},
		Words{}, "", "0123"},
	{RefusalUnknown, Error,
		Words{"alasan {0} tidak dikenal", "the reason {0} is not known"},
		Words{"tulis salah satu dari: {1}", "write one of: {1}"},
		Words{}, "", ""},
	{DIKRevoked, Error,
		Words{
			"pengecualian dicabut tanpa keputusan yang mencabutnya",
			"the exclusion is revoked without the decision that revoked it",
		},
		Words{
			"tambahkan \"dicabut_oleh: {nomor: …, tanggal: …}\"",
			"add dicabut_oleh: {nomor: …, tanggal: …}",
		},
		Words{}, "PP 61/2010", ""},
	{DIKStatus, Error,
		Words{
			"keputusan yang mencabut sudah disebut, tetapi statusnya {0}",
			"the decision that revoked it is named, but the status is {0}",
		},
		Words{"tulis \"status: dicabut\"", "write status: dicabut"},
		Words{}, "", "0r"},
	plain(DIKParts, Error,
		Words{
			"\"bagian\" berisi \"seluruh\" dan bagian lain sekaligus",
			"bagian holds seluruh (all) and other parts at once",
		},
		Words{
			"tulis \"seluruh\" saja, atau bagian-bagiannya saja",
			"write seluruh alone, or the parts alone",
		}),
	{DIKOverlap, Error,
		Words{
			"{0} ada di Daftar Informasi Publik dan sekaligus dikecualikan seluruhnya",
			"{0} is in the public register and wholly excluded at once",
		},
		Words{
			"hapus salah satu, atau sebut bagian yang dikecualikan saja",
			"remove one of them, or name just the parts that are excluded",
		},
		Words{"juga di sini", "also here"},
		"Pasal 17 UU 14/2008", ""},
	plain(DIPPeriod, Error,
		Words{
			"judul menyebut tahun {0}, tetapi periodenya tahun {1}",
			"the title names the year {0}, but the period is {1}",
		},
		Words{"samakan keduanya", "make them agree"}),
	plain(DIPParts, Error,
		Words{
			"\"periode\" berisi semester dan triwulan sekaligus",
			"the period has a half-year and a quarter at once",
		},
		Words{"tulis salah satu", "write one of them"}),
	plain(DIPNil, Error,
		Words{
			"informasi ditandai nihil, tetapi punya berkas",
			"the information is marked nil but has files",
		},
		Words{"hapus \"nihil: true\", atau berkasnya", "remove nihil: true, or the files"}),
	plain(DIPReviewer, Warning,
		Words{
			"pemeriksaan ini tidak dihitung: pemeriksanya tidak disebut",
			"this check does not count: it does not say who checked",
		},
		Words{"tambahkan \"reviewed_by: jabatan\"", "add reviewed_by: position"}),
	plain(DIPPosition, Warning,
		Words{
			"pemeriksaan ini tidak dihitung: \"{0}\" bukan jabatan atau unit di situs ini",
			"this check does not count: {0} is no position or unit of this site",
		},
		Words{"tulis jabatan pemeriksanya, bukan namanya: {1}",
			"write the position that checked, not a name: {1}"}),
	{DIPNumber, Error,
		Words{"nomor {0} sudah dipakai dokumen lain", "the number {0} is used by another document"},
		Words{
			"periksa nomornya; satu nomor untuk satu dokumen",
			"check it; a number is for one document",
		},
		Words{"dipakai juga di sini", "it is also used here"},
		"", ""},
	{ReportSum, Error,
		Words{
			"jumlah \"{0}\" adalah {1}, seharusnya {2} (\"{3}\")",
			"{0} add up to {1}, not to {2} ({3})",
		},
		Words{
			"periksa angka-angkanya; yang tampil di halaman dan CSV diambil dari sini",
			"check the figures; page and CSV take them from here",
		},
		Words{}, "Pasal 56 PERKI 1/2021", ""},
	{RequestFile, Error,
		Words{"nama berkas {0} bukan tahun", "the file's name {0} is no year"},
		Words{
			"beri nama menurut tahunnya, misalnya 2026.csv; yang isinya contoh 2026-contoh.csv",
			"name it after its year, such as 2026.csv; one of examples 2026-contoh.csv",
		},
		Words{}, "", "0"},
	{RequestTwice, Error,
		Words{"tahun {0} punya dua register permintaan",
			"the year {0} has two registers of requests"},
		Words{
			"gabungkan barisnya dalam satu berkas, atau hapus berkas contohnya",
			"put their rows into one file, or remove the one of examples",
		},
		Words{}, "", "0"},
	{RequestColumn, Error,
		Words{"kolom \"{0}\" tidak ada", "the column {0} is not there"},
		Words{"kolom yang dikenal: {1}", "the known columns: {1}"},
		Words{}, "Pasal 56 PERKI 1/2021", "01"},
	{RequestUnknown, Error,
		Words{"kolom ini tidak dikenal", "this column is not known"},
		Words{
			"hapus kolomnya: register ini terbit, jadi tidak boleh memuat nama atau kontak siapa " +
				"pun; kolom yang dikenal: {0}",
			"remove the column: the register is published and may hold nobody's name or contact; " +
				"the known columns: {0}",
		},
		Words{}, "Pasal 17 huruf h UU 14/2008", "0"},
	plain(RequestRow, Error,
		Words{"baris ini tidak dapat dibaca sebagai CSV", "this row cannot be read as CSV"},
		Words{
			"periksa tanda kutip dan jumlah kolomnya",
			"look at its quotation marks and the number of its cells",
		}),
	{RequestValue, Error,
		Words{"isi kolom \"{0}\" salah", "the cell of the column {0} is wrong"},
		Words{"contoh atau pilihan: {1}", "an example, or the choices: {1}"},
		Words{}, "", "01"},
	{RequestDay, Error,
		Words{"isi kolom \"{0}\" bukan hari seperti 2026-03-01",
			"the cell of the column {0} is no day such as 2026-03-01"},
		Words{
			"tulis tahun-bulan-hari; di Excel, beri kolomnya format Teks lebih dulu, karena " +
				"Excel mengubah hari saat menyimpan",
			"write year-month-day; in Excel give the column the format Text first, as Excel " +
				"changes days when it saves",
		},
		Words{}, "", "0"},
	{AuditResult, Error,
		Words{"terpenuhi {0} dari {1} kewajiban tidak mungkin", "{0} of {1} duties cannot be met"},
		Words{
			"hapus barisnya, dan simpan hasil hari ini dengan: maklumat audit --keep",
			"remove the line, and keep the result of today with: maklumat audit --keep",
		},
		Words{}, "", "01"},
	{AuditTwice, Error,
		Words{"hasil {0} disimpan dua kali", "the result of {0} is kept twice"},
		Words{"hapus salah satu barisnya", "remove one of the lines"},
		Words{}, "", "0"},
	{RequestOrder, Error,
		Words{"\"{0}\" ({1}) lebih awal dari \"{2}\" ({3})", "{0} ({1}) is before {2} ({3})"},
		Words{"perbaiki salah satu tanggalnya", "correct one of the days"},
		Words{}, "", "0123"},
	{RequestFuture, Error,
		Words{"\"{0}\" ({1}) sesudah hari ini ({2})", "{0} ({1}) is after today ({2})"},
		Words{
			"perbaiki tanggalnya: register mencatat yang sudah terjadi",
			"correct the day: the register records what has happened",
		},
		Words{}, "", "012"},
	{RequestPair, Error,
		Words{"\"{0}\" tidak cocok dengan kolom lain", "{0} does not agree with other columns"},
		Words{
			"yang dijawab punya hasil, yang ditolak punya alasan, yang dikabulkan sebagian boleh " +
				"punya alasan, dan jawaban keberatan punya keberatan dan hasilnya",
			"what is answered has an outcome, what is refused a ground, what is granted in part " +
				"may have one, and the answer to an objection the objection and its outcome",
		},
		Words{}, "", "0"},
	{RequestList, Error,
		Words{"isi kolom \"{0}\" tidak ada dalam daftarnya",
			"what column {0} holds is not in its list"},
		Words{
			"yang ada: {1}; tambahkan yang lain di \"{0}\" dalam content/data/deadlines.yaml",
			"there are: {1}; add others to {0} in content/data/deadlines.yaml",
		},
		Words{}, "", "01"},
	{RequestPersonal, Error,
		Words{"kolom \"{0}\" memuat data pribadi", "column {0} holds personal data"},
		Words{
			"register ini terbit apa adanya; hapus yang menyangkut orang",
			"this register is published as it is; remove what is about a person",
		},
		Words{}, "Pasal 4 UU 27/2022", "0"},
	{RequestFigures, Error,
		Words{
			"\"{0}\" {1}, tetapi menurut register permintaan {2}",
			"{0} is {1}, but {2} by the register of requests",
		},
		Words{
			"hapus angka yang diketik: angkanya dihitung dari content/data/permintaan/{3}.csv",
			"remove the typed figure: it is counted from content/data/permintaan/{3}.csv",
		},
		Words{}, "", "0123"},
	plain(LawUnsourced, Warning,
		Words{"\"{0}\" disebut tanpa dasar hukumnya", "{0} is said without its basis in the law"},
		Words{
			"sebut peraturannya di paragraf yang sama, pakai <tenggat:umum/tanggapan> untuk " +
				"tenggat, atau tulis \"dasar\" di kepala dokumen: instrumen, pasal, dan sumber",
			"name the instrument in the same paragraph, write <tenggat:umum/tanggapan> for a " +
				"limit, or give dasar in the header: instrumen, pasal and sumber",
		}),
	{ReportElements, Error,
		Words{"survei memuat {0} unsur, bukan sembilan", "the survey has {0} elements, not nine"},
		Words{
			"urutannya: persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, " +
				"pengaduan, sarana",
			"in this order: requirements, procedure, time, fee, product, competence, behaviour, " +
				"complaints, facilities",
		},
		Words{}, "PermenPANRB 14/2017", ""},
	{ReportMonths, Error,
		Words{
			"\"per_bulan\" berisi {0} angka, harus dua belas",
			"per_bulan holds {0} figures, twelve are needed",
		},
		Words{
			"tulis dua belas angka, Januari sampai Desember; nol jika tidak ada",
			"write twelve figures, January to December; zero where there were none",
		},
		Words{}, "Pasal 56 PERKI 1/2021", "0"},
	plain(ReportOrder, Error,
		Words{
			"\"{0}\" ({1}) tidak boleh lebih dari \"{2}\" ({3})",
			"{0} ({1}) must not be more than {2} ({3})",
		},
		Words{"periksa angka-angkanya", "check the figures"}),
	{ReportEarly, Error,
		Words{
			"laporan tahun {0} bertanggal {1}, sebelum tahun itu selesai",
			"the report of {0} is dated {1}, before its year was over",
		},
		Words{
			"laporan dibuat sesudah tahun anggaran berakhir, paling lambat 31 Maret",
			"the report is made after the year, by 31 March",
		},
		Words{}, "Pasal 56 PERKI 1/2021", ""},
	plain(ReportTwice, Error,
		Words{"alasan {0} disebut dua kali", "the reason {0} is named twice"},
		Words{"gabungkan jumlahnya", "add them up"}),

	{SOPActor, Error,
		Words{
			"pelaksana {0} tidak ada di daftar pelaksana",
			"the actor {0} is not in the list of actors",
		},
		Words{"yang ada: {1}", "there are: {1}"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPStep, Error,
		Words{"langkah {0} tidak ada", "there is no step {0}"},
		Words{"yang ada: {1}", "there are: {1}"},
		Words{}, "PermenPANRB 35/2012", ""},
	plain(SOPDuplicate, Error,
		Words{"\"id\" {0} dipakai dua kali", "the id {0} is used twice"},
		Words{"beri \"id\" lain", "give it another id"}),
	{SOPStart, Error,
		Words{"SOP ini tidak punya langkah mulai", "the procedure has no step of the kind mulai"},
		Words{
			"tulis \"jenis: mulai\" pada langkah pertamanya",
			"write jenis: mulai for its first step",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPSecondStart, Error,
		Words{
			"SOP hanya boleh mulai di satu langkah; langkah {0} sudah berjenis mulai",
			"a procedure starts at one step only; {0} is of the kind mulai already",
		},
		Words{"tulis \"jenis: proses\"", "write jenis: proses"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPEnd, Error,
		Words{
			"SOP ini tidak punya langkah selesai",
			"the procedure has no step of the kind selesai",
		},
		Words{
			"tulis \"jenis: selesai\" pada langkah terakhirnya",
			"write jenis: selesai for its last step",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPUnreachable, Error,
		Words{"tidak ada jalan menuju langkah {0}", "no way leads to the step {0}"},
		Words{
			"arahkan \"ke\" atau \"cabang\" langkah lain ke sini, atau hapus langkah ini",
			"lead ke: or cabang: of another step here, or delete the step",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPDeadEnd, Error,
		Words{"langkah {0} tidak menuju ke mana pun", "the step {0} leads nowhere"},
		Words{
			"tulis \"jenis: selesai\", atau \"ke\" dengan langkah berikutnya",
			"write jenis: selesai, or ke: with the next step",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPEndless, Error,
		Words{
			"dari langkah {0} tidak ada jalan sampai selesai",
			"no way leads from the step {0} to an end",
		},
		Words{
			"beri salah satu langkah dalam lingkaran ini cabang yang keluar",
			"give one of the steps in this loop a way out",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPIdle, Error,
		Words{
			"pelaksana {0} tidak mengerjakan langkah apa pun",
			"the actor {0} takes part in no step",
		},
		Words{
			"hapus pelaksana ini, atau sebut di langkah yang dikerjakannya",
			"remove the actor, or name it in the steps it takes part in",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPExits, Error,
		Words{
			"keputusan {0} harus punya paling sedikit dua cabang",
			"the decision {0} needs at least two exits",
		},
		Words{
			"tulis \"cabang: [{jika: Ya, ke: …}, {jika: Tidak, ke: …}]\"",
			"write cabang: [{jika: Ya, ke: …}, {jika: Tidak, ke: …}]",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPLabel, Error,
		Words{
			"dua cabang keputusan ini sama-sama bertuliskan {0}",
			"two exits of this decision are both labelled {0}",
		},
		Words{
			"beri tulisan yang berbeda, misalnya Ya dan Tidak",
			"label them differently, such as Ya and Tidak",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPBranch, Error,
		Words{
			"langkah {0} punya cabang, tetapi bukan keputusan",
			"the step {0} has exits but is no decision",
		},
		Words{
			"tulis \"jenis: keputusan\", atau ganti \"cabang\" dengan \"ke\"",
			"write jenis: keputusan, or replace cabang: by ke:",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPDetour, Error,
		Words{"langkah {0} tidak boleh punya \"ke\"", "the step {0} must not have ke:"},
		Words{
			"tulis jalan keluar keputusan pada \"cabang\"; sesudah langkah selesai tidak ada " +
				"langkah lagi",
			"the ways out of a decision go into cabang:, and nothing follows an end",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	plain(SOPTime, Error,
		Words{
			"waktu tersingkat langkah {0} lebih lama daripada waktu terlamanya",
			"the shortest time of the step {0} is longer than its longest",
		},
		Words{"tukar \"min\" dan \"maks\"", "exchange min and maks"}),
	{SOPTotal, Error,
		Words{
			"waktu yang dinyatakan ({0}) kurang dari jalur terpanjang yang dikerjakan badan " +
				"publik sendiri ({1})",
			"the time promised ({0}) is less than the longest way of the body's own work ({1})",
		},
		Words{
			"perpanjang \"waktu_total\", atau persingkat langkah pada jalur ini: {2}",
			"lengthen waktu_total, or shorten the steps on this way: {2}",
		},
		Words{}, "PermenPANRB 35/2012", ""},
	plain(SOPRegime, Error,
		Words{
			"menurut rezim {1} tidak ada jalan sampai selesai, jadi batas {0} tidak dapat diperiksa",
			"under the set of deadlines {1} no way leads to an end, so the limit {0} cannot be " +
				"checked",
		},
		Words{
			"beri cabang atau langkah untuk rezim itu, atau hapus \"rezim\" dari cabang yang " +
				"dipakai bersama",
			"add an exit or a step for that set, or take rezim off the exits that are common",
		}),
	{SOPLimit, Error,
		Words{
			"SOP ini memerlukan {0}, melewati batas waktu menurut hukum ({2}) untuk {1}",
			"the procedure takes {0}, beyond the legal limit {1}: {2}",
		},
		Words{
			"persingkat langkah pada jalur terpanjang ini: {3}; yang hanya untuk satu rezim diberi " +
				"\"rezim\", misalnya rezim: pemilu",
			"shorten the steps on this longest way: {3}; what is of one set of deadlines alone gets " +
				"rezim, such as rezim: pemilu",
		},
		Words{}, "Pasal 22 dan 36 UU 14/2008", ""},
}
