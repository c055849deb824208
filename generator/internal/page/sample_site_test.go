package page

// smallSite are the files of a site with documents of every kind.
var smallSite = map[string]string{
	"content/site.yaml": `title: Badan Contoh
singkatan: BC
description: Informasi publik Badan Contoh.
induk: Badan Atas
base_url: https://badan.example/ppid/
timezone: Asia/Makassar
gambar: og.png
penulis: Humas BC
catatan_dokumen: true
repositori: {alamat: "https://git.example/bc/situs", jenis: gitlab}
kontak:
  alamat: [Jalan Contoh 1, Kota Contoh]
  jam: [{hari: Senin, pukul: 08.00–15.30}]
  telepon: 0800 123 456
  whatsapp: 0812 345 678
  email: ppid@badan.example
kategori: [{slug: kegiatan, nama: Kegiatan}, {slug: opini, nama: Opini}]
nav: [{teks: Berita, alamat: /berita/}]
menu: [{judul: Layanan, butir: [{teks: Cari, alamat: /cari/}, {teks: Lain,
  alamat: "https://lain.example/"}]}]
beranda:
  tanya: Apa yang Anda perlukan?
  contoh: [{teks: anggaran, alamat: /tag/anggaran/}]
  tugas:
    - {teks: Minta, alamat: /minta-informasi/,
        fakta: "<tenggat:umum/tanggapan>, pemilu <tenggat:pemilu/tanggapan>"}
    - {teks: Gugat, alamat: /sop/, fakta: "Paling lambat <tenggat:pemilu/keberatan>"}
  tenggat: [tanggapan, perpanjangan, keberatan]
english:
  title: Sample Body
  singkatan: SB
  description: Public information of a sample body.
  nav: [{teks: Request, alamat: /en/minta-informasi/}]
  beranda: {tugas: [{teks: Request, alamat: /en/minta-informasi/,
    fakta: "<tenggat:umum/tanggapan>"}]}
arsip: {bulan: true, kategori: true, tag: true, unit: true, per_halaman: 2}
`,
	"content/data/units.yaml": `unit:
  - {slug: ppid, nama: PPID}
  - {slug: keuangan, nama: Subbagian Keuangan}
`,
	"content/data/deadlines.yaml": `saluran: [surel, loket, pos]
jenis_informasi: [anggaran, kasus, kegiatan, pemilih, program]
alasan:
  - {id: 17a, mengecualikan: true, paling_lama: 30, label_id: Pasal 17 huruf a, label_en: letter a}
  - {id: 17b, mengecualikan: true, label_id: Pasal 17 huruf b, label_en: letter b}
  - {id: 17h, mengecualikan: true, label_id: "Pasal 17 huruf h: rahasia pribadi", label_en: "letter h: secrets"}
  - {id: 17i, mengecualikan: true, label_id: Pasal 17 huruf i, label_en: letter i}
  - {id: 17j, mengecualikan: true, undang_undang: true, label_id: Pasal 17 huruf j, label_en: letter j}
  - {id: belum_dikuasai, label_id: belum dikuasai, label_en: not held}
  - {id: tidak_lengkap, label_id: permintaan tidak lengkap, label_en: request incomplete}
rezim:
  - id: umum
    label_id: Informasi umum
    label_en: General information
    tahap:
      - {id: registrasi, pelaku: ppid, sejak: permintaan diterima, hari_kerja: 0,
          label_id: Mencatat, label_en: Register, dasar: UU 14/2008 ps. 22}
      - {id: tanggapan, pelaku: ppid, sejak: permintaan diterima, hari_kerja: 10,
          label_id: Menjawab, label_en: Answer, dasar: UU 14/2008 ps. 22}
      - {id: perpanjangan, pelaku: ppid, sejak: tenggat jawaban, memperpanjang: tanggapan,
          hari_kerja: 7, label_id: Memperpanjang, label_en: Extend}
      - {id: keberatan, pelaku: pemohon, sejak: ada alasan, hari_kerja: 30,
          label_id: Berkeberatan, label_en: Object}
  - id: pemilu
    label_id: Informasi pemilu
    label_en: Election information
    tahap:
      - {id: tanggapan, pelaku: ppid, sejak: permintaan diterima, hari_kerja: 3,
          label_id: Menjawab, label_en: Answer}
      - {id: keberatan, pelaku: pemohon, sejak: ada alasan, label_id: Berkeberatan,
          label_en: Object}
      - {id: putusan, pelaku: komisi_informasi, sejak: didaftarkan, hari_kerja: 14,
          label_id: Memutus, label_en: Rule}
`,
	"content/data/holidays/2026.yaml": `tahun: 2026
dasar: SKB contoh 2026
nasional:
  - {tanggal: 2026-03-19, nama: Hari Raya Nyepi}
  - {tanggal: 2026-12-25, nama: Hari Raya Natal}
cuti_bersama: [{tanggal: 2026-03-18, nama: Cuti bersama Nyepi}]
`,
	"content/data/forms.yaml": `formulir:
  - id: permintaan
    judul: Formulir permintaan
    kepada: PPID
    bagian:
      - judul: Pemohon
        isian:
          - {id: nama, label: Nama}
          - {id: nik, label: NIK, rahasia: true}
          - {id: cara, label: Cara, bentuk: pilihan, pilihan: [surel, pos]}
          - {id: alasan, label: Alasan, bentuk: centang, pilihan: [a, b]}
          - {id: isi, label: Isi, bentuk: paragraf}
      - {judul: Petugas, petugas: true, isian: [{id: nomor, label: Nomor}]}
    tanda_tangan: [Pemohon]
    hak: [Pemohon berhak berkeberatan.]
`,
	"content/data/obligations.yaml": `kelas:
  - {id: berkala, label_id: Berkala, label_en: Periodic, basis: UU 14/2008 ps. 9}
  - {id: setiap_saat, label_id: Setiap saat, label_en: At all times, basis: UU 14/2008 ps. 11}
items:
  - {id: berkala.anggaran, class: berkala, label_id: Anggaran, label_en: Budget,
      basis: [UU 14/2008 ps. 9], article_confidence: high, max_age_days: 365, evidence: document}
  - {id: berkala.profil, class: berkala, label_id: Profil, label_en: Profile,
      basis: [PERKI 1/2021 ps. 14], article_confidence: low, evidence: page}
  - {id: setiap_saat.izin, class: setiap_saat, label_id: Izin, label_en: Permits,
      basis: [PERKI 1/2021 ps. 21], article_confidence: high, evidence: page}
overrides:
  - {id: setiap_saat.izin, not_applicable: true, reason: Tidak menerbitkan izin.}
  - {id: berkala.anggaran, unit: keuangan}
`,
	"content/data/monev/2026.yaml": `tahun: 2026
judul: Penilaian 2026
komisi: Komisi Informasi
tangga:
  - {sedikitnya: 100, nilai: 100, teks: Lengkap}
  - {sedikitnya: 50, nilai: 50, teks: Sebagian}
pertanyaan:
  - {id: "1", teks: Apakah anggaran diumumkan?, kelompok: Pengumuman, bobot: "2.5",
      kewajiban: [berkala.anggaran]}
  - {id: "2", teks: Apakah semua diumumkan?, kelompok: Pengumuman, bobot: "5",
      kewajiban: [berkala.*]}
  - {id: "3", teks: Apakah izin tersedia?, kelompok: Penyediaan, bobot: "1",
      kewajiban: [setiap_saat.izin]}
`,
	"content/data/views.yaml": `sampai: 2026-03-09
halaman: [{alamat: /minta-informasi/, jumlah: 1284}]
`,
	"content/data/audit.yaml": `hasil:
  - {tanggal: 2026-01-05, terpenuhi: 1, berlaku: 4}
`,
	"content/data/withdrawn.yaml": `ditarik:
  - {alamat: /dokumen/lama/, tanggal: 2026-01-05, alasan: Salah unggah.}
`,
	"content/data/accessibility.yaml": `tanggal: 2026-03-01
halaman: 12
lebar: [360, 1280]
tampilan: [terang, gelap]
alat: [axe 4]
temuan: 0
`,
	"content/kinds/inovasi.yaml": `label_id: Inovasi
label_en: Innovation
urutan: judul
isian:
  - {nama: manfaat, tipe: teks, label_id: Manfaat, label_en: Benefit, wajib: true}
  - {nama: mulai, tipe: tanggal, label_id: Sejak, label_en: Since}
  - {nama: lama, tipe: durasi, label_id: Lama, label_en: Time}
  - {nama: pemakai, tipe: angka, label_id: Pemakai, label_en: Users}
  - {nama: daring, tipe: ya_tidak, label_id: Daring, label_en: Online}
  - {nama: situs, tipe: tautan, label_id: Situs, label_en: Web site}
  - {nama: layanan, tipe: alamat, label_id: Layanan, label_en: Service}
  - {nama: unit, tipe: unit, label_id: Unit, label_en: Unit}
  - {nama: sop, tipe: dokumen, label_id: SOP, label_en: Procedures, daftar: true}
  - {nama: panduan, tipe: berkas, label_id: Panduan, label_en: Guide}
  - nama: mitra
    tipe: kelompok
    daftar: true
    label_id: Mitra
    label_en: Partners
    isian: [{nama: nama, tipe: baris, label_id: Nama, label_en: Name}]
`,
	"content/halaman/minta-informasi.md": `---
title: Minta informasi
layout: tenggat
formulir: permintaan
aliases: [/layanan/minta/]
---
Cara meminta.

## 1. Kirim permintaan

![Denah kantor](denah.png) dan <tenggat:umum/tanggapan>, lihat [SOP](../sop/permintaan.md).

## 2. Tunggu jawaban

![Film layanan](film.mp4)
`,
	"content/halaman/denah.png":   "x",
	"content/halaman/film.mp4":    "x",
	"content/halaman/film.id.vtt": "x",
	"content/halaman/film.en.vtt": "x",
	"content/halaman/en/minta-informasi.md": `---
title: Request information
lang: en
---
How to ask.
`,
	"content/halaman/profil.md": `---
title: Profil
memenuhi: [berkala.profil]
reviewed: 2026-02-01
reviewed_by: Sekretaris
perbaikan: [{tanggal: 2026-02-02, isi: Memperbaiki alamat.}]
---
Profil badan dan tugasnya di kota ini.
`,
	"content/berita/2024/lama.md":  newsFile("Berita lama", "2024-12-31 23:30", "opini"),
	"content/berita/2026/satu.md":  newsFile("Berita satu", "2026-01-05", "kegiatan"),
	"content/berita/2026/dua.md":   newsFile("Berita dua", "2026-01-20", "kegiatan"),
	"content/berita/2026/tiga.md":  newsFile("Berita tiga", "2026-02-03", "opini"),
	"content/berita/2026/empat.md": newsFile("Berita empat", "2026-02-10", "kegiatan"),
	"content/berita/2026/lima.md": `---
title: Berita lima & <kawan>
date: 2026-03-01 07:15
summary: Ringkasan berita lima.
kategori: kegiatan
tags: [anggaran]
dateline: {kota: Kota Contoh, sumber: badan.example}
tanggal_kegiatan: 2026-02-28
foto: [{src: foto.jpg, alt: Rapat, keterangan: Rapat pleno, kredit: Humas}]
dilihat: {jumlah: 1500, sampai: 2025-12-31}
---
Isi berita.
`,
	"content/berita/2026/foto.jpg": "x",
	"content/pengumuman/banjir.md": `---
title: Layanan pindah
date: 2026-03-05 07:15
nomor: 12/2026
berlaku_sampai: 2026-03-31
serta_merta: true
summary: Layanan pindah sementara.
potensi_bahaya: Banjir.
evakuasi: Naik ke lantai dua.
---
Isi.
`,
	"content/pengumuman/libur.md": `---
title: Libur
date: 2025-12-20
nomor: 40/2025
berlaku_sampai: 2026-01-02
summary: Kantor libur.
---
Isi.
`,
	"content/regulasi/uu-lama.md": `---
title: Undang-Undang Nomor 1 Tahun 1999
singkatan: UU 1/1999
jenis: Undang-Undang
nomor: 1
tahun: 1999
status: dicabut
summary: Sudah diganti.
---
Isi.
`,
	"content/regulasi/uu-baru.md": `---
title: Undang-Undang Nomor 2 Tahun 2008
singkatan: UU 2/2008
jenis: Undang-Undang
nomor: 2
tahun: 2008
status: berlaku
berlaku_mulai: 2008-04-30
tautan: https://jdih.example/uu-2-2008
mencabut: [uu-lama]
tags: [keterbukaan]
summary: Yang berlaku.
---
Isi.
`,
	"content/informasi/anggaran.md": `---
title: Anggaran 2025
summary: Realisasi anggaran.
nomor: 5/2026
klasifikasi: berkala
penguasa: keuangan
penanggung_jawab: Kepala Subbagian
dibuat: {tempat: Kota Contoh, tanggal: 2026-01-10}
bentuk: [cetak, daring]
retensi: 5 tahun
periode: {tahun: 2025, semester: 2}
memenuhi: [berkala.anggaran]
tags: [anggaran]
revisi: [{tanggal: 2026-02-01, isi: Memperbaiki tabel., berkas: anggaran-lama.pdf}]
berkas:
  - {src: anggaran.csv, judul: Tabel}
  - {src: anggaran.pdf, judul: Laporan, halaman: 18}
---
`,
	"content/informasi/anggaran.csv":      "x",
	"content/informasi/anggaran.pdf":      "x",
	"content/informasi/anggaran-lama.pdf": "x",
	"content/informasi/hibah.md": `---
title: =Hibah 2024
summary: Tidak ada hibah.
klasifikasi: setiap-saat
penguasa: ppid
penanggung_jawab: PPID
dibuat: {tempat: Kota Contoh, tanggal: 2024-06-01}
bentuk: [daring]
retensi: 1 tahun
nihil: true
---
`,
	"content/pengecualian/memo.md": `---
title: Memorandum
summary: Memorandum antarpejabat.
dasar: [17i]
pasal: [UU 14/2008 ps. 17 huruf i, UU 5/2014 ps. 127]
konsekuensi: {dibuka: Pendapat disalahpahami., ditutup: Pejabat bebas berpendapat.}
kepentingan_publik: Keputusannya diumumkan.
bagian: [seluruh]
jangka_waktu: {mulai: 2026-02-02, selama: belum diputuskan}
penetapan: {nomor: 2/2026, tanggal: 2026-02-02, pejabat: PPID BC, level: kpu-ri}
status: berlaku
---
`,
	"content/pengecualian/rancangan.md": `---
title: Rancangan
summary: Rancangan laporan.
dasar: [17i]
konsekuensi: {dibuka: Belum selesai., ditutup: Selesai dulu.}
kepentingan_publik: Laporannya diumumkan.
bagian: [lampiran]
jangka_waktu: {mulai: 2025-01-01, sampai: 2025-12-31}
penetapan: {nomor: 1/2025, tanggal: 2025-01-01, pejabat: PPID BC}
status: dicabut
dicabut_oleh: {nomor: 9/2025, tanggal: 2025-12-01}
dibuka_di: [anggaran]
---
`,
	"content/laporan/2025.md": `---
title: Laporan layanan 2025
date: 2026-02-20
tahun: 2025
summary: Angka tahun 2025.
permintaan: {diterima: 162, dikabulkan_seluruhnya: 141, dikabulkan_sebagian: 12, ditolak: 6,
  dalam_proses: 3}
per_bulan: [11, 14, 16, 12, 9, 10, 12, 13, 17, 20, 16, 12]
waktu: {rata_rata: 4, median: 4, terlama: 12}
lama_menjawab: [{hari: 1, jumlah: 34}, {hari: 10, jumlah: 124}, {hari: 17, jumlah: 1}]
alasan_penolakan: [{alasan: 17h, jumlah: 4}, {alasan: belum_dikuasai, jumlah: 1},
  {alasan: tidak_lengkap, jumlah: 1}]
keberatan: {diterima: 2, dikabulkan: 1, ditolak: 1, dalam_proses: 0}
sengketa: 0
terbuka_lebih_dulu: 61
survei: {nilai: 4.4, responden: 120}
petugas: {jumlah: 12, terlatih: 9}
anggaran: {pagu: 1250000, realisasi: 1000000}
---
Isi.
`,
	"content/sop/permintaan.md": `---
title: Permintaan informasi
nomor: 01/BC/2026
kelompok: Layanan informasi
tanggal: {pembuatan: 2026-01-05, efektif: 2026-01-08}
disahkan: {jabatan: Sekretaris}
dasar_hukum: [uu-baru, Surat Edaran 7/2020]
peringatan: [Permintaan lewat tenggat.]
kualifikasi: [Memahami undang-undang]
peralatan: [Komputer]
pencatatan: [Register]
pelaksana: [{id: pemohon, nama: Pemohon, luar: true}, {id: petugas, nama: Petugas}]
langkah:
  - {id: minta, jenis: mulai, pelaksana: pemohon, kegiatan: Meminta, kelengkapan: [Formulir],
      waktu: 15 menit, output: [Formulir terisi]}
  - id: periksa
    jenis: keputusan
    pelaksana: petugas
    kegiatan: Memeriksa
    waktu: {min: 1 hari_kerja, maks: 3 hari_kerja}
    cabang: [{jika: ya, ke: jawab}, {jika: tidak, ke: minta}]
  - {id: jawab, jenis: selesai, pelaksana: petugas, kegiatan: Menjawab, waktu: 2 hari_kerja,
      output: [Jawaban tertulis]}
waktu_total: {nyatakan: 10 hari_kerja, batas: umum/tanggapan}
---
`,
	"content/inovasi/log.md": `---
title: Log dokumen
date: 2026-03-02
summary: Berkas tercatat.
manfaat: Berkas dapat diperiksa.
mulai: 2026-03-01
lama: 3 hari_kerja
pemakai: 1284
daring: true
situs: https://log.example/
layanan: /minta-informasi/
unit: ppid
sop: [permintaan]
panduan: /halaman/denah.png
mitra: [{nama: Arsip}, {nama: Perpustakaan}]
---
Isi.
`,
	"static/og.png": "x",
}

// newsFile returns the file of a news item.
func newsFile(title, date, category string) string {
	return "---\ntitle: " + title + "\ndate: " + date + "\nkategori: " + category +
		"\nsummary: Ringkasan.\n---\nIsi.\n"
}
