package page

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/site"
)

// TestViews holds what pages are made of to files that a person can read: in testdata/views, one
// for each sort of page whose figures, drawings and lists are many. UPDATE=1 writes them.
func TestViews(t *testing.T) {
	for name, text := range officeFiles {
		if strings.HasSuffix(name, ".csv") {
			sheets, problem := attachment.Sheets(name, []byte(text))
			if problem != attachment.None {
				t.Fatal(name, problem)
			}
			blobs[name] = &site.Blob{Size: int64(len(text)), Sheets: sheets}
		}
	}
	layouts = append(layouts, "struktur")
	t.Cleanup(func() { layouts = layouts[:len(layouts)-1] })
	m := build(t, officeFiles)
	if len(m.diags) > 0 || m.site.Diags.Errors() > 0 {
		t.Fatal(m.diags, m.site.Diags)
	}
	for file := range officeFiles {
		if strings.HasSuffix(file, ".md") && m.site.Item(file) == nil {
			t.Fatalf("%s is not public", file)
		}
	}
	for _, tt := range []struct {
		name  string
		pages []string
		part  func(v *View, g *Filling) any
	}{
		{"bagan", []string{"bagan/"}, blocks},
		{"tabel", []string{"tabel/", "tabel/utara/", "tabel/selatan/"}, blocks},
		{"laporan", []string{"laporan/2024/", "laporan/2025/"}, func(v *View, _ *Filling) any { return v.Report }},
		{"permintaan", []string{"permintaan/2026/", "permintaan/2026/01/", "permintaan/2026/02/"}, func(v *View, _ *Filling) any { return v.Requests }},
		{"keterbukaan", []string{"keterbukaan/"}, func(v *View, _ *Filling) any { return v.Audit }},
		{"monev", []string{"monev/2026/"}, func(v *View, _ *Filling) any { return v.Monev }},
		{"sop", []string{"sop/permintaan/", "sop/uji/"}, func(v *View, _ *Filling) any { return v.Procedure }},
		{"agenda", []string{"agenda/", "agenda/rapat/", "agenda/lewat/"}, func(v *View, _ *Filling) any { return []any{v.Event, v.List, v.Upcoming(), v.Past()} }},
		{"pejabat", []string{"susunan/", "pejabat/ketua/", "pejabat/staf/"}, func(v *View, _ *Filling) any { return []any{v.Structure(), v.Doc} }},
		{"daftar", []string{"berita/", "berita/2026/", "berita/2026/halaman/1/", "tag/anggaran/", "unit/keuangan/", "serta-merta/", "regulasi/", "sop/"},
			func(v *View, _ *Filling) any { return []any{v.Lead, v.List} }},
		{"dokumen", []string{"dokumen/anggaran/", "dokumen/nihil/", "regulasi/uu-baru/", "regulasi/uu-lama/", "berita/2026/dua/", "profil/", "naskah/", "pengumuman/banjir/"},
			func(v *View, _ *Filling) any { return []any{v.Doc, v.Entry, v.Instrument, v.News, v.Notice} }},
		{"skema", []string{"", "profil/", "berita/2026/dua/", "laporan/2024/", "dokumen/anggaran/", "sop/uji/", "regulasi/uu-baru/", "agenda/rapat/"},
			func(v *View, _ *Filling) any { return indented(v.JSONLD) }},
		{"keluaran", []string{
			"laporan/2024/laporan.csv", "laporan/2025/laporan.csv", "permintaan/2026/permintaan.csv", "keterbukaan/audit.csv",
			"keterbukaan/jatuh-tempo.ics", "monev/2026/monev.csv", "sop/uji/sop.json", "data/katalog.jsonld",
			"informasi/daftar-informasi-publik.json", "informasi/dikecualikan/daftar-informasi-dikecualikan.json", "regulasi/jdihn.json", "agenda/agenda.ics",
		}, nil},
	} {
		var b strings.Builder
		for _, page := range tt.pages {
			if tt.part == nil {
				fmt.Fprintf(&b, "== /%s\n%s\n", page, strings.ReplaceAll(m.text(page), "\r", ""))
				continue
			}
			g := m.filling(page + "index.html")
			v := g.View()
			fmt.Fprintf(&b, "== /%s %s. %s\n", page, v.Title, v.Description)
			write(&b, "", reflect.ValueOf(tt.part(v, g)))
		}
		file := filepath.Join("testdata", "views", tt.name+".txt")
		got := plain(b.String())
		if os.Getenv("UPDATE") != "" {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Split(got, "\n")
		for n, line := range strings.Split(string(want), "\n") {
			if n >= len(at) || at[n] != line {
				t.Errorf("%s:%d: %s, want %s; UPDATE=1 writes it", file, n+1, at[min(n, len(at)-1)], line)
				break
			}
		}
	}
}

// blocks are the charts and tables of a text, or the one that the page is of.
func blocks(v *View, g *Filling) any {
	if t := v.Figures(); t != nil {
		return t
	}
	var all []Reference
	for ref := range g.read.Document(g.item.Path).Refs.All(g.item.Path) {
		all = append(all, g.Reference(&ref))
	}
	return all
}

// indented is a value as JSON, a line for each part.
func indented(v any) string {
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// write writes a value as an outline, without what is empty.
func write(b *strings.Builder, indent string, v reflect.Value) {
	if !v.IsValid() {
		return
	}
	switch x := v.Interface().(type) {
	case Rect:
		fmt.Fprintf(b, "%s%d,%d %d×%d\n", indent, x.X, x.Y, x.Width, x.Height)
		return
	case ChartText:
		fmt.Fprintf(b, "%s%d,%d %s %d/%d %s\n", indent, x.X, x.Y, x.Anchor, x.Size(), x.Weight(), x.Text)
		return
	case ChartDot:
		fmt.Fprintf(b, "%s%d,%d r%d %s\n", indent, x.X, x.Y, x.Radius(), x.Paint())
		return
	case ChartLine:
		fmt.Fprintf(b, "%s%s width %d, %s, %s\n", indent, x.Points, x.Width(), x.Dash, x.Stroke())
		return
	case TableRow:
		fmt.Fprintf(b, "%s%s", indent, x.Label)
		for _, c := range x.Cells {
			fmt.Fprintf(b, " | %s%s", strings.Repeat(">", map[bool]int{true: 1}[c.Right]), c.Text)
		}
		b.WriteByte('\n')
		return
	case When:
		fmt.Fprintf(b, "%s%s\n", indent, strings.TrimSpace(x.ISO+" "+x.Short+" "+x.Clock))
		return
	case Link:
		fmt.Fprintf(b, "%s%s\n", indent, links([]Link{x}))
		return
	case Fact:
		fmt.Fprintf(b, "%s%s: %s\n", indent, x.Name, x.Text)
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		write(b, indent, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if v.Index(i).Kind() == reflect.Struct || v.Index(i).Kind() == reflect.Pointer {
				inner := strings.Builder{}
				write(&inner, "", v.Index(i))
				b.WriteString(indent + "- " + strings.ReplaceAll(strings.TrimSuffix(inner.String(), "\n"), "\n", "\n"+indent+"  ") + "\n")
				continue
			}
			write(b, indent+"- ", v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() || v.Field(i).IsZero() || v.Field(i).Kind() == reflect.Slice && v.Field(i).Len() == 0 {
				continue
			}
			if k := v.Field(i).Kind(); k == reflect.Struct || k == reflect.Slice || k == reflect.Pointer {
				if _, when := v.Field(i).Interface().(When); !when {
					fmt.Fprintf(b, "%s%s:\n", indent, f.Name)
					write(b, indent+"  ", v.Field(i))
					continue
				}
			}
			fmt.Fprintf(b, "%s%s: ", indent, f.Name)
			write(b, "", v.Field(i))
		}
	default:
		fmt.Fprintf(b, "%s%v\n", indent, v.Interface())
	}
}

// officeFiles are a register of requests, reports and blocks of figures beside the small site.
var officeFiles = change{
	"content/data/permintaan/2026.csv": "nomor,diterima,rezim,saluran,jenis_informasi,diputus,dijawab,diperpanjang,hasil,alasan,keberatan,keberatan_dijawab,keberatan_hasil\n" +
		"001,2026-01-05,umum,surel,program,2026-01-06,2026-01-06,,dikabulkan,,,,\n" +
		"002,2026-01-05,umum,surel,anggaran,2026-01-19,2026-01-19,,dikabulkan,,,,\n" +
		"003,2026-01-06,umum,loket,anggaran,2026-01-21,2026-01-21,,dikabulkan_sebagian,,2026-01-26,2026-02-02,dikabulkan\n" +
		"004,2026-01-06,umum,loket,kasus,2026-01-28,2026-01-28,2026-01-20,ditolak,17h,2026-02-02,2026-02-09,ditolak\n" +
		"005,2026-01-12,pemilu,surel,pemilih,2026-01-15,2026-01-15,,dikabulkan,,,,\n" +
		"006,2026-01-12,pemilu,surel,pemilih,2026-01-16,2026-01-16,,ditolak,17a,,,\n" +
		"007,2026-01-12,pemilu,surel,pemilih,2026-02-20,2026-02-20,,ditolak,17h,,,\n" +
		"008,2026-02-02,umum,surel,kegiatan,2026-02-17,2026-02-17,,ditolak,belum_dikuasai,2026-02-20,,\n" +
		"009,2026-02-16,umum,surel,kegiatan,,,,,,,,\n" +
		"010,2026-02-16,umum,surel,kegiatan,,,2026-03-02,,,,,\n" +
		"013,2026-02-24,umum,pos,kegiatan,,,,,,,,\n" + // due today, which is not late
		"011,2026-03-02,umum,pos,kegiatan,,,,,,,,\n" +
		"012,2026-03-09,pemilu,pos,kegiatan,2026-03-09,2026-03-09,,ditolak,tidak_lengkap,,,\n",
	"content/data/permintaan/2025-contoh.csv": "nomor,diterima,rezim,dijawab,diperpanjang,hasil,alasan,keberatan,keberatan_dijawab,keberatan_hasil\n" +
		"1,2025-01-06,umum,2025-01-07,,dikabulkan,,,,\n2,2025-03-03,umum,2025-03-18,,dikabulkan,,,,\n" +
		"3,2025-03-04,umum,2025-04-29,,dikabulkan_sebagian,,2025-05-05,2025-05-12,dikabulkan_sebagian\n" +
		"4,2025-05-05,umum,2025-05-26,2025-05-16,ditolak,17h,2025-06-02,2025-06-09,dikabulkan\n" +
		"5,2025-07-07,umum,2025-07-07,,ditolak,17h,2025-07-14,2025-07-21,ditolak\n6,2025-07-08,umum,,,,,,,\n" +
		"7,2025-08-04,pemilu,2025-08-06,,dikabulkan,,,,\n8,2025-10-06,pemilu,2025-10-13,,ditolak,belum_dikuasai,2025-10-20,,\n" +
		"9,2025-12-01,pemilu,2025-12-03,,dikabulkan,,,,\n",
	"content/data/obligations.yaml": `kelas:
  - {id: berkala, label_id: Berkala, label_en: Periodic, basis: UU 14/2008 ps. 9}
  - {id: setiap_saat, label_id: Setiap saat, label_en: At all times, basis: UU 14/2008 ps. 11}
  - {id: serta_merta, label_id: Serta-merta, label_en: At once, basis: UU 14/2008 ps. 10}
items:
  - {id: berkala.anggaran, class: berkala, label_id: Anggaran, label_en: Budget, basis: [UU 14/2008 ps. 9], article_confidence: high, max_age_days: 365, evidence: document}
  - {id: berkala.profil, class: berkala, label_id: Profil, label_en: Profile, basis: [PERKI 1/2021 ps. 14], article_confidence: low, evidence: page}
  - {id: berkala.neraca, class: berkala, label_id: Neraca, label_en: Balance, basis: [UU 14/2008 ps. 9], article_confidence: high, max_age_days: 365, evidence: document}
  - {id: berkala.lra, class: berkala, label_id: Realisasi, label_en: Spending, basis: [UU 14/2008 ps. 9], article_confidence: high, max_age_days: 10, evidence: page}
  - {id: berkala.rencana, class: berkala, label_id: Rencana, label_en: Plan, basis: [UU 14/2008 ps. 9], article_confidence: high, max_age_days: 40, evidence: page}
  - {id: setiap_saat.izin, class: setiap_saat, label_id: Izin, label_en: Permits, basis: [PERKI 1/2021 ps. 21], article_confidence: high, evidence: page}
  - {id: setiap_saat.naskah, class: setiap_saat, label_id: Naskah, label_en: Text, basis: [PERKI 1/2021 ps. 21], article_confidence: high, max_age_days: 0, evidence: document}
  - {id: setiap_saat.hibah, class: setiap_saat, label_id: Hibah, label_en: Grants, basis: [PERKI 1/2021 ps. 21], article_confidence: high, max_age_days: 0, evidence: document}
  - {id: serta_merta.bencana, class: serta_merta, label_id: Bencana, label_en: Disaster, basis: [UU 14/2008 ps. 10], article_confidence: high, evidence: page, condition: bila ada}
overrides:
  - {id: setiap_saat.izin, not_applicable: true, reason: Tidak menerbitkan izin.}
  - {id: serta_merta.bencana, not_occurred: 2026-02-01, declared_by: Sekretaris}
  - {id: berkala.*, unit: keuangan}
`,
	"content/halaman/realisasi.md": "---\ntitle: Realisasi\nupdated: 2026-01-05\nmemenuhi: [berkala.lra]\n---\n|a|\n|---|\n|b|\n",
	"content/halaman/rencana.md":   "---\ntitle: Rencana\nupdated: 2026-02-01\nmemenuhi: [berkala.rencana]\n---\n|a|\n|---|\n|b|\n",
	"content/halaman/naskah.md":    "---\ntitle: Naskah\nupdated: 2026-02-01\nmemenuhi: [setiap_saat.naskah]\n---\nNaskah ada di [situs pusat](https://lain.example/).\n",
	"content/informasi/nihil.md": "---\ntitle: Hibah 2025\nsummary: Tidak ada hibah.\nklasifikasi: setiap-saat\npenguasa: ppid\npenanggung_jawab: PPID\n" +
		"dibuat: {tempat: Kota Contoh, tanggal: 2026-01-10}\nbentuk: [daring]\nretensi: 1 tahun\nnihil: true\nmemenuhi: [setiap_saat.hibah]\n---\n",
	"content/laporan/2023.md": `---
title: Laporan 2023
date: 2024-02-01
tahun: 2023
permintaan: {diterima: 24, dikabulkan_seluruhnya: 24, dikabulkan_sebagian: 0, ditolak: 0, dalam_proses: 0}
per_bulan: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
---
`,
	"content/laporan/2024.md": `---
title: Laporan 2024
date: 2025-02-01
tahun: 2024
permintaan: {diterima: 1200, dikabulkan_seluruhnya: 900, dikabulkan_sebagian: 100, ditolak: 150, dalam_proses: 50}
per_bulan: [90, 100, 110, 100, 100, 100, 100, 100, 100, 100, 100, 100]
alasan_penolakan: [{alasan: 17a, jumlah: 40}, {alasan: 17h, jumlah: 100}, {alasan: belum_dikuasai, jumlah: 5}, {alasan: tidak_lengkap, jumlah: 5}]
lama_menjawab: [{hari: 1, jumlah: 300}, {hari: 5, jumlah: 700}, {hari: 10, jumlah: 100}, {hari: 11, jumlah: 30}, {hari: 17, jumlah: 20}]
waktu: {rata_rata: 4, median: 3, terlama: 17}
keberatan: {diterima: 10, dikabulkan: 4, ditolak: 5, dalam_proses: 1}
sengketa: 2
terbuka_lebih_dulu: 35
survei: {nilai: "83", responden: 120, unsur: ["3.2", "3.1", "3.4", "3.9", "3.0", "3.3", "3.5", "2.9", "3.6"]}
petugas: {jumlah: 4, terlatih: 3}
pengaduan: {diterima: 12, selesai: 11, dalam_proses: 1, tindak_lanjut: [Jam buka diperpanjang]}
anggaran: {pagu: 120000000, realisasi: 98500000}
---
`,
	"content/laporan/2025.md":       "---\ntitle: Laporan 2025\ndate: 2026-02-01\ntahun: 2025\n---\n",
	"content/agenda/rapat.md":       "---\ntitle: Rapat, pleno\nsummary: Terbuka.\nmulai: 2026-03-12 09:00\nselesai: 2026-03-13 12:00\ntempat: Aula\ndihadiri: [Ketua, Sekretaris]\nterbuka: true\n---\nIsi.\n",
	"content/agenda/lewat.md":       "---\ntitle: Acara lewat\nmulai: 2026-02-02\ntempat: Aula\n---\nIsi.\n",
	"content/pejabat/ketua.md":      "---\ntitle: Ketua\nsummary: Memimpin.\nweight: 1\nmenjabat: 2024–2029\n---\nIsi.\n",
	"content/pejabat/sekretaris.md": "---\ntitle: Sekretaris\nsummary: Membantu.\nweight: 2\natasan: ketua\n---\nIsi.\n",
	"content/pejabat/staf.md":       "---\ntitle: Staf\nsummary: Bekerja.\nweight: 3\natasan: sekretaris\nunit: ppid\n---\nIsi.\n",
	"content/halaman/susunan.md":    "---\ntitle: Susunan\nlayout: struktur\n---\nIsi.\n",
	"content/sop/uji.md": `---
title: Uji konsekuensi
nomor: 02/BC/2026
tanggal: {pembuatan: 2026-01-05, revisi: 2026-02-01, efektif: 2026-02-10}
disahkan: {jabatan: Sekretaris}
dasar_hukum: [uu-baru]
pelaksana:
  - {id: pemohon, nama: Pemohon, luar: true}
  - {id: meja, nama: Meja informasi}
  - {id: ppid, nama: PPID}
  - {id: unit, nama: Unit}
  - {id: pusat, nama: Kantor pusat, luar: true}
  - {id: atasan, nama: Atasan PPID}
langkah:
  - {id: ajukan, jenis: mulai, pelaksana: pemohon, kegiatan: Mengajukan, waktu: 5 menit, output: [Formulir]}
  - {id: catat, jenis: proses, pelaksana: meja, kegiatan: Mencatat, waktu: 2 jam, keterangan: Tanda terima}
  - id: nilai
    jenis: keputusan
    pelaksana: ppid
    kegiatan: Menilai
    waktu: 1 hari_kerja
    cabang: [{jika: Terbuka, ke: siapkan}, {jika: Diragukan karena pengecualian, ke: uji}, {jika: Bukan milik kami, ke: selesai}]
  - {id: siapkan, jenis: proses, pelaksana: [unit, ppid], kegiatan: Menyiapkan, waktu: {min: 2 hari_kerja, maks: 3 hari_kerja}, ke: jawab}
  - {id: uji, jenis: proses, pelaksana: pusat, kegiatan: Menguji, waktu: 4 hari_kerja}
  - {id: putus, jenis: keputusan, pelaksana: atasan, kegiatan: Memutus, waktu: 1 hari_kerja, cabang: [{jika: Ya, ke: jawab}, {jika: Tidak, ke: nilai}]}
  - {id: jawab, jenis: proses, pelaksana: meja, kegiatan: Menjawab, waktu: 1 jam}
  - {id: selesai, jenis: selesai, pelaksana: pemohon, kegiatan: Menerima jawaban}
waktu_total: {nyatakan: 10 hari_kerja, batas: umum/tanggapan}
---
`,
	"content/halaman/bagan.md": "---\ntitle: Bagan\n---\n" +
		chartBlock("batang", "berkas: triwulan.csv\nkolom: [Anggaran]\nsatuan: miliar rupiah") +
		chartBlock("batang", "berkas: triwulan.csv\nkolom: [Anggaran]\nbatas: {nilai: \"0,5\", label: paling sedikit}") +
		chartBlock("batang", "berkas: wilayah.csv\nkolom: [Hadir]\nbatas: {nilai: \"300\", label: sasaran}") +
		chartBlock("batang", "berkas: selisih.csv\nkolom: [Selisih]") +
		chartBlock("batang-berpasangan", "berkas: triwulan.csv\nkolom: [Anggaran, Realisasi]") +
		chartBlock("batang-berpasangan", "berkas: wilayah.csv\nkolom: [Hadir, Diundang]") +
		chartBlock("garis", "berkas: triwulan.csv\nkolom: [Anggaran, Realisasi]") +
		chartBlock("garis", "berkas: persen.csv\nkolom: [Tepat waktu]") +
		chartBlock("bertumpuk", "berkas: wilayah.csv\nkolom: [Hadir, Diundang]") +
		chartBlock("batang", "berkas: besar.csv\nkolom: [Rupiah]\ndalam: juta"),
	"content/halaman/triwulan.csv": "Triwulan;Anggaran;Realisasi\nI;6,2;3,9\nII;7,4;6,8\nIII;7,1;6,0\nIV;5,3;5,9\n",
	"content/halaman/wilayah.csv":  "Wilayah,Hadir,Diundang\nKecamatan Cikalongwetan,250,400\nSoreang,300,310\nKecamatan Rancaekek Kulon,,12\nPacet,1250,1300\n",
	"content/halaman/selisih.csv":  "Bulan,Selisih\nJan,-3\nFeb,5\nMar,0\n",
	"content/halaman/persen.csv":   "Tahun,Tepat waktu\n2021,71%\n2022,80%\n2023,\n2024,99%\n",
	"content/halaman/besar.csv":    "Pos,Rupiah\nPegawai,1234567890\nBarang,98765432\n",
	"content/halaman/tabel.md": "---\ntitle: Tabel\nsummary: Menurut wilayah.\n---\n" +
		"```tabel\nberkas: tps.csv\njudul: Semua TPS\nhalaman: wilayah\n```\n\n" +
		"```tabel\nberkas: tps.csv\njudul: Jumlah\nkelompok: wilayah\nkolom: [suara]\nurut: turun\n```\n",
	"content/halaman/tps.csv": "tps,wilayah,suara,hadir\n1,Utara,1200,60%\n2,Utara,300,7.5%\n3,Selatan,,\n",
}

// chartBlock is a block that draws a chart.
func chartBlock(shape, more string) string {
	return "```bagan\nbentuk: " + shape + "\njudul: Judul\nkalimat: Kalimat.\n" + more + "\n```\n\n"
}
