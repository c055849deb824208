package site

import "slices"

const (
	settingsText = `title: Badan Contoh
singkatan: Badan
base_url: https://ppid.contoh.go.id/
kontak:
  alamat: [Jalan Contoh 1]
  telepon: 0800 000 0000
  whatsapp: 0811-1111-2222
  email: humas@contoh.com
kategori:
  - {slug: kegiatan, nama: Kegiatan}
  - {slug: opini, nama: Opini}
nav:
  - {teks: Profil, alamat: /profil}
menu:
  - judul: Layanan
    butir: [{teks: SOP, alamat: /sop/}, {teks: Luar, alamat: "https://contoh.com/"}]
beranda:
  tanya: Perlu apa?
  contoh: [{teks: Anggaran, alamat: /tag/anggaran/}]
  tugas: [{teks: Minta, alamat: /profil/, fakta: "Dijawab dalam <tenggat:umum/tanggapan>"}]
  tenggat: [tanggapan]
english:
  title: Sample Body
  nav: [{teks: Profile, alamat: /en/profile/}]
arsip: {per_halaman: 2}
`
	unitsText     = "unit:\n  - {slug: ppid, nama: PPID}\n  - {slug: hukum, nama: Hukum}\n"
	deadlinesText = `alasan:
  - {id: 17a, mengecualikan: true, paling_lama: 30, label_id: Pasal 17 huruf a, label_en: letter a}
  - {id: 17b, mengecualikan: true, label_id: Pasal 17 huruf b, label_en: letter b}
  - {id: 17h, mengecualikan: true, label_id: "Pasal 17 huruf h: rahasia pribadi", label_en: "letter h: secrets"}
  - {id: 17i, mengecualikan: true, label_id: Pasal 17 huruf i, label_en: letter i}
  - {id: 17j, mengecualikan: true, undang_undang: true, label_id: Pasal 17 huruf j, label_en: letter j}
  - {id: belum_dikuasai, label_id: belum dikuasai, label_en: not held}
  - {id: tidak_lengkap, label_id: permintaan tidak lengkap, label_en: request incomplete}
rezim:
  - id: umum
    label_id: Umum
    label_en: General
    tahap:
      - {id: tanggapan, pelaku: ppid, sejak: permintaan, hari_kerja: 10, label_id: Jawab,
         label_en: Answer}
      - {id: banding, pelaku: ppid, sejak: keberatan, label_id: Banding, label_en: Appeal}
  - id: pemilu
    label_id: Pemilu
    label_en: Election
    tahap:
      - {id: tanggapan, pelaku: ppid, sejak: permintaan, hari_kerja: 3, label_id: Jawab,
         label_en: Answer}
`
	formsText = `formulir:
  - id: permintaan
    judul: Permintaan
    kepada: PPID
    bagian: [{judul: Pemohon, isian: [{id: nama, label: Nama}]}]
    tanda_tangan: [Pemohon]
`
	dutiesText = `kelas:
  - {id: berkala, label_id: Berkala, label_en: Periodic, basis: UU 14/2008 ps. 9}
items:
  - id: berkala.profil
    class: berkala
    label_id: Profil
    label_en: Profile
    basis: [UU 14/2008 Ps 9(2)]
    article_confidence: medium
    max_age_days: 184
    evidence: page
    monev_group: umumkan
`
	questionsText = `tahun: 2026
judul: Penilaian
komisi: Komisi
tangga: [{sedikitnya: 100, nilai: 100, teks: Lengkap}]
pertanyaan: [{id: "1", kelompok: Umum, teks: Profil, bobot: "5", kewajiban: [berkala.profil]}]
`
	programText = `label_id: Program
label_en: Programme
urutan: judul
isian:
  - {nama: berkas_rencana, tipe: berkas, label_id: Rencana, label_en: Plan}
  - {nama: rujukan, tipe: dokumen, label_id: Rujukan, label_en: See, daftar: true}
  - {nama: laman, tipe: alamat, label_id: Laman, label_en: Page}
  - {nama: pelaksana, tipe: unit, label_id: Pelaksana, label_en: Unit}
`
)

// entryText returns the text of an entry of the register.
func entryText(unit string, more ...string) string {
	return doc(append([]string{
		"title: Rencana kerja", "klasifikasi: berkala", "summary: Rencana.", "penguasa: " + unit,
		"penanggung_jawab: Sekretaris", "dibuat: {tempat: Kota, tanggal: 2025-02-03}", "bentuk: [daring]",
		"retensi: 5 tahun",
	}, more...)...)
}

// exclusionText returns the text of a decision to exclude.
func exclusionText(status, until, parts string, more ...string) string {
	return doc(slices.Concat([]string{
		"title: Berkas perkara", "summary: Berkas.", "dasar: [17a]",
		"konsekuensi: {dibuka: Terhambat., ditutup: Lancar.}", "kepentingan_publik: Hasilnya terbuka.",
		"bagian: " + parts, "jangka_waktu: {mulai: 2026-01-02, sampai: " + until + "}",
		"penetapan: {nomor: 1/2026, tanggal: 2026-01-02, pejabat: PPID}", "status: " + status,
	}, more, []string{"body "})...)
}

// procedureText returns the text of a procedure: three working days in all.
func procedureText(more ...string) string {
	header := slices.Concat([]string{
		"title: Menjawab", "nomor: 1/2026", "tanggal: {pembuatan: 2026-01-05, efektif: 2026-01-06}",
		"disahkan: {jabatan: Sekretaris}", "pelaksana: [{id: petugas, nama: Petugas}]", "langkah:",
		"  - {id: terima, jenis: mulai, pelaksana: petugas, kegiatan: Menerima, waktu: 1 hari_kerja}",
		"  - {id: jawab, jenis: selesai, pelaksana: petugas, kegiatan: Menjawab, waktu: 2 hari_kerja}",
	}, more)
	return doc(header...)
}

// instrumentText returns the text of a legal instrument.
func instrumentText(number, status string, more ...string) string {
	return doc(append([]string{
		"title: Peraturan KPU " + number + "/2020", "singkatan: PKPU " + number + "/2020",
		"jenis: Peraturan KPU",
		"nomor: " + number, "tahun: 2020", "status: " + status,
	}, more...)...)
}

// office is a small site that has one of everything.
var office = texts{
	"content/site.yaml":             settingsText,
	"content/data/units.yaml":       unitsText,
	"content/data/deadlines.yaml":   deadlinesText,
	"content/data/forms.yaml":       formsText,
	"content/data/obligations.yaml": dutiesText,
	"content/data/monev/2026.yaml":  questionsText,
	"content/data/views.yaml": "sampai: 2026-02-28\n" +
		"halaman: [{alamat: /profil/, jumlah: 12}]\n",
	"content/data/synonyms.yaml": "sinonim: [{kata: [SOP, prosedur]}]\n",
	"content/data/withdrawn.yaml": "ditarik: " +
		"[{alamat: /tua/, tanggal: 2026-01-02, alasan: Diganti.}]\n",
	"content/data/personal.yaml": "kontak: [redaksi@contoh.com]\n",
	"content/data/holidays/2026.yaml": "tahun: 2026\ndasar: SKB\n" +
		"nasional: [{tanggal: 2026-01-01, nama: Tahun Baru}]\n",
	"content/data/accessibility.yaml": "tanggal: 2026-02-24\nhalaman: 35\nlebar: [320]\n" +
		"tampilan: [terang]\nalat: [axe]\ntemuan: " +
		"0\n",
	"content/kinds/program.yaml": programText,
	"content/program/zakat.md": doc(
		"title: Zakat", "pelaksana: ppid", "rujukan: [profil]", "laman: /profil/",
		"berkas_rencana: rencana.pdf",
	),
	"content/program/amal.md":     doc("title: amal"),
	"content/program/rencana.pdf": "%PDF",
	"content/halaman/profil.md": doc(
		"title: Profil", "date: 2026-02-02", "aliases: [/tentang/]", "memenuhi: [berkala.profil]",
		"terkait: [kontak]", "body ## Tugas\n\nMengelola pemilu di kabupaten ini.",
	),
	"content/halaman/en/profile.md": doc("title: Profile", "lang: en"),
	"content/halaman/kontak.md": doc(
		"title: Kontak", "penguasa: hukum", "berkas: [peta.pdf]",
		"body [Profil](profil.md#tugas). ![Film](film.mp4)",
	),
	"content/halaman/peta.pdf": "%PDF-1.7",
	"content/halaman/film.mp4": "film",
	"content/halaman/film.vtt": "WEBVTT",
	"content/berita/2026-02-01-satu.md": doc(
		"title: Satu", "date: 2026-02-01 09:00", "kategori: kegiatan", "tags: [anggaran]",
		"foto: [{src: foto.jpg, alt: Foto}]",
	),
	"content/berita/2026-02-01-dua.md": doc(
		"title: Dua", "date: 2026-02-01", "kategori: kegiatan", "tags: [Anggaran, lain]",
	),
	"content/berita/2026-01-05-tiga.md": doc(
		"title: Tiga", "date: 2026-01-05", "kategori: opini", "penguasa: ppid",
	),
	"content/berita/2025-07-05-empat.md": doc(
		"title: Empat", "date: 2025-07-05", "kategori: kegiatan", "weight: 1",
	),
	"content/berita/2026-01-06-lima.md": doc("title: Lima", "date: 2026-01-06", "kategori: kegiatan"),
	"content/berita/konsep.md": doc(
		"title: Konsep", "date: 2026-01-06", "kategori: kegiatan", "draft: true",
	),
	"content/berita/foto.jpg": "jpeg",
	"content/pengumuman/awas.md": doc(
		"title: Awas", "date: 2026-02-03", "serta_merta: true", "berlaku_sampai: 2026-03-01",
	),
	"content/pengumuman/lama.md": doc(
		"title: Lama", "date: 2026-01-03", "expires: 2026-02-01",
	),
	"content/informasi/rencana.md":    entryText("ppid", "nomor: 1/2025", "berkas: [rencana.csv]"),
	"content/informasi/lain.md":       entryText("hukum", "periode: {tahun: 2024}"),
	"content/informasi/rencana.csv":   "a,b\n1,2\n",
	"content/pengecualian/perkara.md": exclusionText("berlaku", "2028-01-01", "[isi]"),
	"content/regulasi/pkpu-1.md":      instrumentText("1", "dicabut"),
	"content/regulasi/pkpu-2.md":      instrumentText("2", "berlaku", "mencabut: [pkpu-1]"),
	"content/sop/menjawab.md": procedureText(
		"dasar_hukum: [pkpu-2, Teks]", "waktu_total: {nyatakan: 3 hari_kerja, batas: umum/tanggapan}",
	),
	"static/robots-lain.txt":  "User-agent: *",
	"static/aset/logo.svg":    "<svg/>",
	"templates/halaman.html":  "{{.Title}}",
	"templates/words/id.yaml": "Muka",
}

// otherwise are the other texts that files of the office may have; office's own are not
// among them.
var otherwise = map[string][]string{
	"content/site.yaml": {
		settingsText + "pencarian: false\n",
		settingsText + "masa_pemilu: {mulai: 2026-02-01, sampai: 2026-03-02}\n",
		settingsText + "hosts: [caddy]\ncatatan_dokumen: true\n" +
			"repositori: https://github.com/contoh/situs\n" +
			"admin: {skrip: a.js, integritas: sha384-a}\n",
		"title: Lain\nbase_url: https://lain.go.id/\nkontak: {alamat: [Jalan 2]}\n" +
			"arsip: {per_halaman: 3, tag: false, unit: false, bulan: false, kategori: false}\n",
	},
	"content/data/units.yaml": {
		"gone", "unit: [{slug: ppid, nama: Pejabat}, {slug: baru, nama: Baru}]\n",
	},
	"content/data/deadlines.yaml":   {"gone", "rezim: []\n"},
	"content/data/forms.yaml":       {"gone"},
	"content/data/obligations.yaml": {"gone"},
	"content/data/monev/2026.yaml":  {"gone"},
	"content/data/views.yaml": {
		"gone", "sampai: 2026-02-28\nhalaman: [{alamat: /profil/, jumlah: 13}]\n",
		"sampai: 2026-03-01\nhalaman: [{alamat: /profil/, jumlah: 12}]\n",
	},
	"content/data/synonyms.yaml":      {"gone"},
	"content/data/withdrawn.yaml":     {"gone"},
	"content/data/personal.yaml":      {"gone", "kontak: [lain@contoh.com]\n"},
	"content/data/holidays/2026.yaml": {"gone"},
	"content/data/accessibility.yaml": {"gone"},
	"content/kinds/program.yaml":      {"gone", programText + "alamat: /karya/{slug}/\n"},
	"content/kinds/inovasi.yaml":      {"label_id: Inovasi\nlabel_en: Innovation\n"},
	"content/inovasi/satu.md": {
		doc("title: Satu"), doc("title: Satu", "aliases: [/program/lama/]"),
	},
	"content/program/zakat.md": {
		"gone", doc("title: Wakaf"), doc("title: Zakat", "slug: amal-zakat"),
		doc("title: Zakat", "layout: halaman"),
	},
	"content/program/_kelas.yaml": {"klasifikasi: dikecualikan\n"},
	"content/halaman/profil.md": {
		"gone", doc("title: Profil kami"), doc("title: Profil", "draft: true"), doc("titel: Profil"),
		doc("title: Profil", "klasifikasi: dikecualikan", "berkas: [film.mp4]"),
		doc(
			"title: Profil", "date: 2026-02-02", "aliases: [/tentang/]", "memenuhi: [berkala.profil]",
			"terkait: [kontak]", "body Lain.",
		),
	},
	"content/halaman/en/profile.md": {
		"gone", doc("title: Profil", "lang: su"),
		doc("title: Profile", "lang: en", "aliases: [/en/about]"),
	},
	"content/halaman/kontak.md": {
		doc("title: Kontak", "body [Hilang](hilang.md)"), doc("title: Kontak", "slug: alamat"),
		doc(
			"title: Hubungi", "penguasa: hukum", "berkas: [peta.pdf]",
			"body [Profil](profil.md#tugas). ![Film](film.mp4)",
		),
	},
	"content/halaman/peta.pdf":    {"gone", "%PDF-1.4", ""},
	"content/halaman/film.id.vtt": {"WEBVTT"},
	"content/halaman/baru.md": {
		doc("title: Baru", "aliases: [/program/amal-zakat/, /berita/lama.html]"),
		doc("title: Satu", "slug: satu"),
	},
	"content/berita/2026-02-01-satu.md": {
		"gone",
		doc(
			"title: Kesatu", "date: 2026-02-01 09:00", "kategori: kegiatan", "tags: [anggaran]",
			"foto: [{src: foto.jpg, alt: Foto}]",
		),
		doc("title: Satu", "date: 2025-02-01", "kategori: opini", "tags: [lain]"),
		doc("title: Satu", "date: 2026-02-01 09:00", "kategori: kegiatan", "publish: 2026-03-02"),
	},
	"content/berita/2026-01-05-tiga.md": {
		"gone", doc("title: Ketiga", "date: 2026-01-05", "kategori: opini", "penguasa: ppid"),
	},
	"content/berita/2026-03-01-enam.md": {
		doc("title: Enam", "date: 2026-03-01", "kategori: kegiatan"),
		doc("title: Enam", "date: 2026-03-01", "kategori: salah"),
	},
	"content/berita/konsep.md": {
		"gone", doc("title: Konsep", "date: 2026-01-06", "kategori: kegiatan"),
	},
	"content/pengumuman/awas.md": {
		"gone", doc("title: Awas", "date: 2026-02-03"),
		doc("title: Awas", "date: 2026-02-03", "serta_merta: true", "berlaku_sampai: 2026-03-05"),
	},
	"content/informasi/rencana.md": {
		"gone", entryText("ppid", "nomor: 1/2025"), entryText("hukum"),
		entryText("ppid", "nomor: 1/2025", "periode: {tahun: 2024}", "berkas: [rencana.csv]"),
	},
	"content/informasi/perkara.md": {entryText("ppid")},
	"content/pengecualian/perkara.md": {
		"gone", exclusionText("berlaku", "2026-03-01", "[seluruh]"),
		exclusionText("habis_masa", "2026-02-02", "[isi]"),
	},
	"content/regulasi/pkpu-1.md": {
		instrumentText("1", "berlaku"), instrumentText("2", "dicabut"),
	},
	"content/regulasi/pkpu-2.md": {
		"gone", instrumentText("2", "berlaku"), instrumentText("2", "dicabut"),
		instrumentText("3", "berlaku", "mengubah: [pkpu-1]"),
	},
	"content/sop/menjawab.md": {
		"gone", procedureText("dasar_hukum: [pkpu-1, PKPU 1/2020]"),
	},
	"static/baru.txt":         {"baru"},
	"static/robots-lain.txt":  {"gone", "User-agent: a"},
	"templates/halaman.html":  {"gone", "{{.Title}}!"},
	"templates/kontak.html":   {"kontak"},
	"templates/words/id.yaml": {"Beranda"},
	"templates/words/su.yaml": {"Imah"},
	"content/berita/2025-07-05-empat.md": {
		"gone", doc("title: Empat", "date: 2024-07-05", "kategori: kegiatan", "weight: 1"),
	},
}
