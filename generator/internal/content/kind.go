package content

import (
	"slices"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A Type is what a field holds.
type Type int8

// The types of fields.
const (
	Line     Type = iota // text on one line
	Text                 // text of any number of lines
	Slug                 // a part of an address: a–z, 0–9 and hyphens
	Address              // an address of this site, such as /berita/lama/
	Date                 // a day
	Moment               // a day, with or without a time
	Year                 // four digits
	Number               // a whole number
	Flag                 // true or false
	Enum                 // one of Values
	URL                  // an address of another site
	Path                 // a file beside the document, or from content/ with a slash
	Ref                  // the slug or the path of another document
	UnitRef              // a unit of content/data/units.yaml
	Duration             // a number and a unit, such as 3 hari_kerja
	Color                // #rrggbb
	Fields               // keys of its own
)

// A Field is one key that a header or data file may hold.
type Field struct {
	Name     string
	Type     Type
	List     bool     // any number of values
	Required bool     //
	Shown    bool     // in a new document, although it is not required
	Values   []string // of an Enum
	Max      int      // of a Number, if not 0
	Fields   []Field  // of the type Fields
	Bare     string   // a scalar stands for this one of Fields
	Example  []string // lines of a valid value, for the skeleton of a new document
	Help     diag.Words
}

// A Kind is one sort of document.
type Kind struct {
	Name   string // the folder under content/
	Label  diag.Words
	Fields []Field // its own; Common are added
	Body   bool    // what follows the header is shown
}

func words(id, en string) diag.Words { return diag.Words{ID: id, EN: en} }

// Common are the fields of every kind.
var Common = []Field{
	{Name: "title", Type: Line, Required: true, Help: words("judul halaman, ditulis seperti kalimat", "the page's title, in sentence case")},
	{Name: "date", Type: Moment, Help: words("tanggal terbit yang tampil", "the date of publication that is shown")},
	{Name: "updated", Type: Date, Help: words("tanggal isi terakhir diubah", "when the content last changed")},
	{Name: "summary", Type: Text, Help: words("satu atau dua kalimat untuk daftar dan mesin pencari", "one or two sentences for lists and search engines")},
	{Name: "slug", Type: Slug, Help: words("bagian akhir alamat; biasanya nama berkas", "the last part of the address; usually the file's name")},
	{Name: "aliases", Type: Address, List: true, Help: words("alamat lama yang dialihkan ke sini", "old addresses that lead here")},
	{Name: "tags", Type: Line, List: true, Help: words("kata kunci", "keywords")},
	{Name: "draft", Type: Flag, Help: words("true selama belum boleh terbit", "true while it may not be published")},
	{Name: "publish", Type: Moment, Help: words("baru terbit pada tanggal dan jam ini", "not published before this day and time")},
	{Name: "expires", Type: Moment, Help: words("tidak terbit lagi sesudah tanggal ini", "not published after this day")},
	{Name: "lang", Type: Enum, Values: []string{"id", "en"}, Help: words("bahasa dokumen", "the document's language")},
	{Name: "weight", Type: Number, Help: words("urutan dalam daftar; kecil lebih dulu", "the order in lists; small comes first")},
	{Name: "klasifikasi", Type: Enum, Values: []string{"berkala", "serta-merta", "setiap-saat", "dikecualikan"}, Help: words("golongan informasi; dikecualikan berarti tidak pernah terbit", "the class of information; dikecualikan is never published")},
	{Name: "penguasa", Type: UnitRef, Help: words("unit yang menguasai informasi", "the unit that holds the information")},
	{Name: "memenuhi", Type: Line, List: true, Help: words("kewajiban pengumuman yang dipenuhi dokumen ini", "the duties to publish that this document meets")},
	{Name: "reviewed", Type: Date, Help: words("tanggal isi terakhir diperiksa masih benar", "when the content was last checked to be right")},
	{Name: "reviewed_by", Type: Line, Help: words("jabatan yang memeriksa", "the position that checked it")},
	{Name: "berkas", Type: Fields, List: true, Bare: "src", Fields: attachment, Help: words("berkas yang dapat diunduh", "files to download")},
	{Name: "mencabut", Type: Ref, List: true, Help: words("dokumen yang dicabut dokumen ini", "documents that this one revokes")},
	{Name: "mengubah", Type: Ref, List: true, Help: words("dokumen yang diubah dokumen ini", "documents that this one amends")},
	{Name: "melaksanakan", Type: Ref, List: true, Help: words("regulasi yang dilaksanakan dokumen ini", "instruments that this one carries out")},
	{Name: "lampiran_dari", Type: Ref, List: true, Help: words("dokumen yang dilampiri dokumen ini", "documents that this one is an annex of")},
	{Name: "terkait", Type: Ref, List: true, Help: words("dokumen lain yang berkaitan", "related documents")},
	{Name: "perbaikan", Type: Fields, List: true, Fields: change, Help: words("perbaikan yang diumumkan kepada pembaca", "corrections that readers are told of")},
}

var attachment = []Field{
	{Name: "src", Type: Path, Required: true, Help: words("nama berkas di samping dokumen", "the file's name beside the document")},
	{Name: "judul", Type: Line, Help: words("nama yang tampil", "the name that is shown")},
	{Name: "bahasa", Type: Line, Help: words("bahasa berkas bila bukan Indonesia", "the file's language if not Indonesian")},
	{Name: "halaman", Type: Number, Help: words("jumlah halaman", "number of pages")},
	{Name: "baris", Type: Number, Help: words("jumlah baris data", "number of data rows")},
	{Name: "pindaian", Type: Flag, Help: words("true bila hasil pindai tanpa lapisan teks; dikenali sendiri pada PDF", "true for a scan without a text layer; found out by itself for PDF")},
	{Name: "diperiksa_oleh", Type: Line, Help: words("jabatan yang memeriksa hasil pindai dari data pribadi", "the position that checked a scan for personal data")},
}

var change = []Field{
	{Name: "tanggal", Type: Date, Required: true, Help: words("tanggal perubahan", "the day of the change")},
	{Name: "isi", Type: Line, Required: true, Help: words("apa yang berubah", "what changed")},
	{Name: "berkas", Type: Path, Help: words("berkas sebelum perubahan", "the file before the change")},
}

// Kinds are all sorts of documents. Parsing, checking, skeletons and the manual read this
// table; there is no other.
var Kinds = []Kind{
	{Name: "berita", Label: words("Berita", "News"), Body: true, Fields: []Field{
		{Name: "kategori", Type: Slug, Required: true, Help: words("salah satu kategori di site.yaml", "one of the categories in site.yaml")},
		{Name: "dateline", Type: Fields, Help: words("tempat dan sumber di awal kalimat pertama", "place and source before the first sentence"), Fields: []Field{
			{Name: "kota", Type: Line, Required: true, Help: words("kota", "town")},
			{Name: "sumber", Type: Line, Help: words("situs atau kantor sumber", "the source's site or office")},
		}},
		{Name: "tanggal_kegiatan", Type: Date, Help: words("hari kegiatan berlangsung", "the day of the event")},
		{Name: "penulis", Type: Line, Help: words("penulis; bila kosong dipakai penulis situs", "the byline; the site's own if empty")},
		{Name: "foto", Type: Fields, List: true, Help: words("foto di atas isi berita", "photos above the text"), Fields: []Field{
			{Name: "src", Type: Path, Required: true, Help: words("nama berkas gambar", "the image's file name")},
			{Name: "alt", Type: Line, Required: true, Help: words("apa yang tampak di gambar", "what the image shows")},
			{Name: "keterangan", Type: Line, Help: words("keterangan di bawah gambar", "the caption")},
			{Name: "kredit", Type: Line, Help: words("pemotret", "the photographer")},
		}},
		{Name: "dilihat", Type: Fields, Help: words("hitungan kunjungan dari situs lama", "the visit count of the old site"), Fields: []Field{
			{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "the count")},
			{Name: "sampai", Type: Date, Required: true, Help: words("dihitung sampai tanggal", "counted until")},
		}},
		{Name: "title_asli", Type: Line, Help: words("judul seperti tertulis di situs lama", "the title as the old site had it")},
	}},
	{Name: "pengumuman", Label: words("Pengumuman", "Announcement"), Body: true, Fields: []Field{
		{Name: "nomor", Type: Line, Help: words("nomor surat", "the letter's number")},
		{Name: "berlaku_sampai", Type: Moment, Help: words("hari terakhir berlaku", "the last day it holds")},
		{Name: "serta_merta", Type: Flag, Help: words("true: tampil di semua halaman sampai berakhir", "true: shown on every page until it ends")},
		{Name: "potensi_bahaya", Type: Text, Help: words("bahaya dan besaran dampaknya", "the hazard and its size")},
		{Name: "pihak_terdampak", Type: Text, Help: words("siapa yang dapat terdampak", "who may be affected")},
		{Name: "evakuasi", Type: Text, Help: words("prosedur dan tempat evakuasi", "evacuation procedure and place")},
		{Name: "cara_menghindari", Type: Text, Help: words("cara menghindari bahaya", "how to avoid harm")},
		{Name: "cara_bantuan", Type: Text, Help: words("cara mendapat bantuan", "how to get help")},
		{Name: "pihak_pengumum", Type: Text, Help: words("siapa yang wajib mengumumkan", "who must announce it")},
		{Name: "tata_cara_pengumuman", Type: Text, Help: words("cara pengumuman saat darurat", "how it is announced")},
		{Name: "upaya", Type: Text, Help: words("upaya penanggulangan", "measures being taken")},
	}},
	{Name: "sop", Label: words("SOP", "Procedure"), Body: true, Fields: sopFields},
	{Name: "informasi", Label: words("Informasi publik", "Public information"), Body: true, Fields: []Field{
		{Name: "nomor", Type: Line, Help: words("nomor dokumen", "the document's number")},
		{Name: "penanggung_jawab", Type: Line, Required: true, Help: words("jabatan penanggung jawab pembuatan", "the position responsible for making it")},
		{Name: "dibuat", Type: Fields, Required: true, Help: words("waktu dan tempat pembuatan", "when and where it was made"), Fields: []Field{
			{Name: "tempat", Type: Line, Required: true, Help: words("tempat", "place")},
			{Name: "tanggal", Type: Date, Required: true, Help: words("tanggal", "day")},
		}},
		{Name: "bentuk", Type: Enum, List: true, Required: true, Values: []string{"cetak", "rekam", "daring"}, Help: words("bentuk yang tersedia", "available forms")},
		{Name: "retensi", Type: Line, Required: true, Help: words("jangka waktu penyimpanan", "how long it is kept")},
		{Name: "periode", Type: Fields, Help: words("masa yang dicakup isi dokumen", "the time the content covers"), Fields: []Field{
			{Name: "tahun", Type: Year, Required: true, Help: words("tahun", "year")},
			{Name: "semester", Type: Enum, Values: []string{"1", "2"}, Help: words("semester", "half-year")},
			{Name: "triwulan", Type: Enum, Values: []string{"1", "2", "3", "4"}, Help: words("triwulan", "quarter")},
		}},
		{Name: "revisi", Type: Fields, List: true, Fields: change, Help: words("riwayat revisi", "history of revisions")},
		{Name: "nihil", Type: Flag, Help: words("true bila memang tidak ada isinya", "true when there is nothing to report")},
	}},
	{Name: "pengecualian", Label: words("Pengecualian informasi", "Exclusion"), Body: false, Fields: []Field{
		{Name: "dasar", Type: Enum, List: true, Required: true, Values: disclosure.Exclusions, Help: words("huruf UU 14/2008 ps. 17", "the letter of UU 14/2008 ps. 17")},
		{Name: "pasal", Type: Line, List: true, Help: words("pasal yang dirujuk; untuk 17j sebut undang-undangnya", "the article cited; for 17j name the other Act")},
		{Name: "konsekuensi", Type: Fields, Required: true, Help: words("akibat bila dibuka dan bila ditutup", "the consequence of opening and of closing"), Fields: []Field{
			{Name: "dibuka", Type: Text, Required: true, Help: words("akibat bila dibuka", "if opened")},
			{Name: "ditutup", Type: Text, Required: true, Help: words("manfaat bila ditutup", "if closed")},
		}},
		{Name: "kepentingan_publik", Type: Text, Required: true, Help: words("pertimbangan kepentingan publik", "the public interest weighed")},
		{Name: "bagian", Type: Line, List: true, Required: true, Help: words("seluruh, atau bagian yang dikecualikan", "seluruh (all), or the parts excluded")},
		{Name: "jangka_waktu", Type: Fields, Required: true, Help: words("jangka waktu pengecualian", "how long it is excluded"), Fields: []Field{
			{Name: "mulai", Type: Date, Required: true, Help: words("hari mulai", "first day")},
			{Name: "sampai", Type: Date, Help: words("hari terakhir", "last day")},
			{Name: "selama", Type: Line, Shown: true, Help: words("syarat, bila tidak bertanggal", "the condition, if it has no date")},
		}},
		{Name: "penetapan", Type: Fields, Required: true, Help: words("keputusan penetapan", "the deciding letter"), Fields: []Field{
			{Name: "nomor", Type: Line, Required: true, Help: words("nomor", "number")},
			{Name: "tanggal", Type: Date, Required: true, Help: words("tanggal", "day")},
			{Name: "pejabat", Type: Line, Required: true, Help: words("jabatan yang menetapkan", "the deciding position")},
			{Name: "level", Type: Enum, Values: []string{"kpu-ri", "kpu-provinsi", "badan"}, Help: words("tingkat yang menetapkan; kpu-ri berarti cermin dari penetapan nasional", "the deciding level; kpu-ri mirrors the national decision")},
			{Name: "tautan", Type: URL, Help: words("alamat penetapan di situs yang menetapkan", "where the deciding body publishes it")},
		}},
		{Name: "status", Type: Enum, Required: true, Values: []string{"berlaku", "dicabut", "habis_masa", "dibuka_ki"}, Help: words("status sekarang", "the status now")},
		{Name: "dicabut_oleh", Type: Fields, Bare: "nomor", Help: words("keputusan yang mencabut", "the decision that revoked it"), Fields: []Field{
			{Name: "nomor", Type: Line, Required: true, Help: words("nomor", "number")},
			{Name: "tanggal", Type: Date, Help: words("tanggal", "day")},
			{Name: "tautan", Type: URL, Help: words("alamat keputusannya", "where it is published")},
		}},
		{Name: "dibuka_di", Type: Ref, List: true, Help: words("entri Daftar Informasi Publik tempat informasinya sekarang terbuka", "the entries of the open register where it is now")},
	}},
	{Name: "regulasi", Label: words("Regulasi", "Legal instrument"), Body: true, Fields: []Field{
		{Name: "jenis", Type: Line, Required: true, Help: words("jenis peraturan, misalnya Undang-Undang", "the kind of instrument, such as Undang-Undang")},
		{Name: "singkatan", Type: Line, Help: words("sebutan pendek, misalnya UU 14/2008", "the short name, such as UU 14/2008")},
		{Name: "nomor", Type: Line, Required: true, Help: words("nomor", "number")},
		{Name: "tahun", Type: Year, Required: true, Help: words("tahun", "year")},
		{Name: "status", Type: Enum, Required: true, Values: []string{"berlaku", "diubah", "dicabut"}, Help: words("status sekarang", "the status now")},
		{Name: "berlaku_mulai", Type: Date, Help: words("hari mulai berlaku", "in force from")},
		{Name: "tautan", Type: URL, Help: words("alamat naskah resmi", "where the official text is")},
	}},
	{Name: "laporan", Label: words("Laporan layanan informasi", "Service report"), Body: true, Fields: []Field{
		{Name: "tahun", Type: Year, Required: true, Help: words("tahun anggaran", "the year")},
		{Name: "contoh", Type: Flag, Help: words("true bila angkanya contoh", "true when the figures are examples")},
		{Name: "permintaan", Type: Fields, Required: true, Help: words("jumlah permintaan menurut keputusan", "requests by decision"), Fields: []Field{
			{Name: "diterima", Type: Number, Required: true, Help: words("diterima", "received")},
			{Name: "dikabulkan_seluruhnya", Type: Number, Required: true, Help: words("dikabulkan seluruhnya", "granted in full")},
			{Name: "dikabulkan_sebagian", Type: Number, Required: true, Help: words("dikabulkan sebagian", "granted in part")},
			{Name: "ditolak", Type: Number, Required: true, Help: words("ditolak", "refused")},
			{Name: "dalam_proses", Type: Number, Required: true, Help: words("masih diproses", "pending")},
		}},
		{Name: "alasan_penolakan", Type: Fields, List: true, Help: words("penolakan menurut alasannya", "refusals by reason"), Fields: []Field{
			{Name: "alasan", Type: Enum, Required: true, Values: refusals, Help: words("huruf UU 14/2008 ps. 17, belum_dikuasai, atau tidak_lengkap", "the letter of UU 14/2008 ps. 17, belum_dikuasai (not held), or tidak_lengkap (incomplete)")},
			{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "count")},
		}},
		{Name: "per_bulan", Type: Number, List: true, Help: words("dua belas angka permintaan, Januari sampai Desember", "twelve counts of requests, January to December")},
		{Name: "lama_menjawab", Type: Fields, List: true, Help: words("jumlah jawaban menurut lamanya", "answers by how long they took"), Fields: []Field{
			{Name: "hari", Type: Number, Required: true, Help: words("dijawab paling lambat hari kerja ke-", "answered by this working day")},
			{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "count")},
		}},
		{Name: "waktu", Type: Fields, Help: words("hari kerja yang diperlukan", "working days needed"), Fields: []Field{
			{Name: "rata_rata", Type: Number, Required: true, Help: words("rata-rata", "mean")},
			{Name: "median", Type: Number, Required: true, Help: words("median", "median")},
			{Name: "terlama", Type: Number, Required: true, Help: words("terlama", "longest")},
		}},
		{Name: "keberatan", Type: Fields, Bare: "diterima", Help: words("keberatan", "objections"), Fields: []Field{
			{Name: "diterima", Type: Number, Required: true, Help: words("diterima", "received")},
			{Name: "dikabulkan", Type: Number, Help: words("dikabulkan", "granted")},
			{Name: "ditolak", Type: Number, Help: words("ditolak", "refused")},
			{Name: "dalam_proses", Type: Number, Help: words("masih diproses", "pending")},
		}},
		{Name: "sengketa", Type: Number, Help: words("jumlah sengketa", "disputes")},
		{Name: "terbuka_lebih_dulu", Type: Number, Max: 100, Help: words("persen permintaan yang terjawab dokumen yang sudah terbit", "percent of requests answered by what was published already")},
		{Name: "survei", Type: Fields, Help: words("survei kepuasan", "survey of satisfaction"), Fields: []Field{
			{Name: "nilai", Type: Line, Required: true, Help: words("nilai dari 5, misalnya 4.4", "mark out of 5, such as 4.4")},
			{Name: "responden", Type: Number, Required: true, Help: words("jumlah responden", "people asked")},
		}},
		{Name: "petugas", Type: Fields, Help: words("petugas layanan", "service staff"), Fields: []Field{
			{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "count")},
			{Name: "terlatih", Type: Number, Required: true, Help: words("yang sudah dilatih", "those trained")},
		}},
		{Name: "anggaran", Type: Fields, Help: words("anggaran layanan, rupiah", "budget of the service, rupiah"), Fields: []Field{
			{Name: "pagu", Type: Number, Required: true, Help: words("pagu", "planned")},
			{Name: "realisasi", Type: Number, Required: true, Help: words("realisasi", "spent")},
		}},
	}},
	{Name: "halaman", Label: words("Halaman", "Page"), Body: true, Fields: []Field{
		{Name: "layout", Type: Enum, Values: Layouts, Help: words("yang tampil sesudah isi halaman: tabel tenggat, kalkulator tenggat, formulir, daftar data terbuka, cara menghubungi, atau hasil uji aksesibilitas", "what follows the page's text: the table of deadlines, their calculator, a form, the list of open data, how to reach the body, or the test of accessibility")},
		{Name: "formulir", Type: Slug, Help: words("id formulir di content/data/forms.yaml", "the id of a form in content/data/forms.yaml")},
	}},
}

var stepsExample = []string{
	"- {id: ajukan, jenis: mulai, pelaksana: pemohon, kegiatan: Mengajukan permintaan, waktu: 15 menit, output: [Permintaan]}",
	"- id: periksa",
	"  jenis: keputusan",
	"  pelaksana: petugas",
	"  kegiatan: Memeriksa kelengkapan",
	"  waktu: 1 hari_kerja",
	"  cabang: [{jika: Lengkap, ke: jawab}, {jika: Belum lengkap, ke: ajukan}]",
	"- {id: jawab, jenis: selesai, pelaksana: petugas, kegiatan: Menjawab, waktu: 1 hari_kerja, output: [Jawaban]}",
}

var sopFields = []Field{
	{Name: "nomor", Type: Line, Required: true, Help: words("nomor SOP", "the procedure's number")},
	{Name: "kelompok", Type: Line, Help: words("kelompok dalam daftar SOP", "the group in the list of procedures")},
	{Name: "tanggal", Type: Fields, Required: true, Help: words("tanggal-tanggal SOP", "the procedure's dates"), Fields: []Field{
		{Name: "pembuatan", Type: Date, Required: true, Help: words("dibuat", "made")},
		{Name: "revisi", Type: Date, Help: words("direvisi", "revised")},
		{Name: "efektif", Type: Date, Required: true, Help: words("mulai berlaku", "in force from")},
	}},
	{Name: "disahkan", Type: Fields, Required: true, Help: words("yang mengesahkan", "who approved it"), Fields: []Field{
		{Name: "jabatan", Type: Line, Required: true, Help: words("jabatan", "position")},
		{Name: "nama", Type: Line, Help: words("nama", "name")},
		{Name: "nip", Type: Line, Help: words("NIP; tidak ditampilkan", "employee number; not shown")},
	}},
	{Name: "dasar_hukum", Type: Line, List: true, Required: true, Help: words("slug regulasi, atau teks", "slugs of instruments, or text")},
	{Name: "keterkaitan", Type: Ref, List: true, Help: words("SOP lain yang terkait", "related procedures")},
	{Name: "peringatan", Type: Line, List: true, Help: words("akibat bila tidak dilaksanakan", "what follows when it is not done")},
	{Name: "kualifikasi", Type: Line, List: true, Help: words("kualifikasi pelaksana", "qualification of the actors")},
	{Name: "peralatan", Type: Line, List: true, Help: words("peralatan dan perlengkapan", "equipment")},
	{Name: "pencatatan", Type: Line, List: true, Help: words("pencatatan dan pendataan", "records kept")},
	{Name: "pelaksana", Type: Fields, List: true, Required: true, Help: words("pelaksana menurut urutan kolom", "actors in the order of columns"),
		Example: []string{"- {id: pemohon, nama: Pemohon, luar: true}", "- {id: petugas, nama: Petugas}"}, Fields: []Field{
			{Name: "id", Type: Slug, Required: true, Help: words("sebutan pendek untuk dirujuk", "a short name to refer to")},
			{Name: "nama", Type: Line, Required: true, Help: words("nama kolom", "the column's name")},
			{Name: "luar", Type: Flag, Help: words("true bila bukan bagian badan publik", "true when not part of the body")},
		}},
	{Name: "langkah", Type: Fields, List: true, Required: true, Help: words("langkah menurut urutan", "the steps in order"), Example: stepsExample, Fields: []Field{
		{Name: "id", Type: Slug, Required: true, Help: words("sebutan pendek untuk dirujuk", "a short name to refer to")},
		{Name: "jenis", Type: Enum, Required: true, Values: []string{"mulai", "proses", "keputusan", "selesai"}, Help: words("lambang langkah", "the step's symbol")},
		{Name: "pelaksana", Type: Slug, List: true, Required: true, Help: words("id pelaksana", "ids of actors")},
		{Name: "kegiatan", Type: Line, Required: true, Help: words("apa yang dikerjakan", "what is done")},
		{Name: "kelengkapan", Type: Line, List: true, Help: words("yang diperlukan", "what is needed")},
		{Name: "waktu", Type: Fields, Bare: "maks", Help: words("lama waktu", "how long"), Fields: []Field{
			{Name: "min", Type: Duration, Help: words("paling singkat", "at least")},
			{Name: "maks", Type: Duration, Required: true, Help: words("paling lama", "at most")},
		}},
		{Name: "output", Type: Line, List: true, Help: words("hasil", "what comes out")},
		{Name: "ke", Type: Slug, Help: words("langkah berikutnya bila bukan baris berikutnya", "the next step, if not the next row")},
		{Name: "cabang", Type: Fields, List: true, Help: words("jalan keluar keputusan", "exits of a decision"), Fields: []Field{
			{Name: "jika", Type: Line, Required: true, Help: words("jawaban", "the answer")},
			{Name: "ke", Type: Slug, Required: true, Help: words("langkah berikutnya", "the next step")},
		}},
		{Name: "keterangan", Type: Line, Help: words("keterangan", "remark")},
	}},
	{Name: "satuan", Type: Fields, Help: words("satuan waktu", "units of time"), Fields: []Field{
		{Name: "hari_kerja_jam", Type: Line, Help: words("jam dalam satu hari kerja, misalnya 7.5", "hours in a working day, such as 7.5")},
	}},
	{Name: "waktu_total", Type: Fields, Help: words("waktu seluruhnya", "the whole time"), Fields: []Field{
		{Name: "nyatakan", Type: Duration, Required: true, Help: words("waktu yang dijanjikan", "the time promised")},
		{Name: "batas", Type: Line, Help: words("batas hukum, misalnya umum/tanggapan", "the legal limit, such as umum/tanggapan")},
	}},
}

// Layouts are the pages that show data of the site besides their text.
var Layouts = []string{"tenggat", "kalkulator", "formulir", "data-terbuka", "kontak", "aksesibilitas"}

// refusals are the reasons for refusing a request.
var refusals = append(append([]string{}, disclosure.Exclusions...), "belum_dikuasai", "tidak_lengkap")

// KindOf returns the kind of the document at a path below content/, or nil.
func KindOf(path string) *Kind {
	const root = "content/"
	if len(path) < len(root) || path[:len(root)] != root {
		return nil
	}
	for i := range Kinds {
		name := Kinds[i].Name
		if rest := path[len(root):]; len(rest) > len(name) && rest[:len(name)] == name && rest[len(name)] == '/' {
			return &Kinds[i]
		}
	}
	return nil
}

// all returns the common fields and the kind's own. A kind may make a common field
// required, which is said in requires.
// The slice is shared.
func (k *Kind) all() []Field { return allFields[k.Name] }

var allFields = func() map[string][]Field {
	all := map[string][]Field{}
	for _, k := range Kinds {
		all[k.Name] = slices.Concat(Common, k.Fields)
	}
	return all
}()

// requires are the common fields that a kind cannot do without.
var requires = map[string][]string{
	"berita":       {"date"},
	"pengumuman":   {"date"},
	"informasi":    {"klasifikasi", "summary", "penguasa"},
	"pengecualian": {"summary"},
	"laporan":      {"date"},
}
