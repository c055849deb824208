package page

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/site"
)

// TestViews holds what pages are made of to files that a person can read: in testdata/views, one for
// each sort of page whose figures, drawings and lists are many. UPDATE=1 writes them.
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
	} {
		var b strings.Builder
		for _, page := range tt.pages {
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

// write writes a value as an outline, without what is empty.
func write(b *strings.Builder, indent string, v reflect.Value) {
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
		"011,2026-03-02,umum,pos,kegiatan,,,,,,,,\n" +
		"012,2026-03-09,pemilu,pos,kegiatan,2026-03-09,2026-03-09,,ditolak,tidak_lengkap,,,\n",
	"content/data/permintaan/2025-contoh.csv": "nomor,diterima,rezim,dijawab,hasil\n" +
		"1,2025-01-06,umum,2025-01-07,dikabulkan\n2,2025-03-03,umum,2025-03-18,dikabulkan\n3,2025-03-04,umum,2025-04-29,dikabulkan_sebagian\n",
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
	"content/laporan/2025.md": "---\ntitle: Laporan 2025\ndate: 2026-02-01\ntahun: 2025\n---\n",
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
