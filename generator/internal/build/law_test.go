package build_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/disclosure"
)

// lawEdits are edits of what the law is made of: registers, relations, procedures, reports,
// site data, attachments, and the day.
var lawEdits = []func(r *rapid.T, files fstest.MapFS, in *build.Inputs){
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		id := rapid.IntRange(0, 3).Draw(r, "entry")
		class := rapid.SampledFrom([]string{"berkala", "setiap-saat", "dikecualikan"}).Draw(r, "class")
		more := rapid.SampledFrom([]string{"", "berkas: [data.csv]\n", "nihil: true\n", "reviewed: 2026-02-01\nreviewed_by: PPID\n", "lampiran_dari: [baru]\n", "revisi: [{tanggal: 2026-01-20, isi: Tabel 3}]\n"}).Draw(r, "more")
		title := rapid.SampledFrom([]string{"Satu", "Dua"}).Draw(r, "title")
		set(files, fmt.Sprintf("content/informasi/i%d.md", id), strings.Replace(entryText(id, class, more), fmt.Sprint("Informasi ", id), title, 1))
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		delete(files, fmt.Sprintf("content/informasi/i%d.md", rapid.IntRange(0, 3).Draw(r, "gone")))
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/informasi/data.csv", rapid.SampledFrom([]string{"a,b\n1,2\n", "a,b\n1,3\n4,5\n", "nama,nik\nA,3204015708900001\n"}).Draw(r, "csv"))
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		revokes := rapid.SampledFrom([]string{"", "mencabut: [lama]\n", "mengubah: [lama]\n", "melaksanakan: [lama]\n"}).Draw(r, "relation")
		set(files, "content/regulasi/baru.md", "---\ntitle: Peraturan KPU Nomor 22 Tahun 2023\njenis: Peraturan KPU\nnomor: 22\ntahun: 2023\nstatus: berlaku\n"+revokes+"---\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/halaman/profil.md", "---\ntitle: Profil\nmemenuhi: ["+rapid.SampledFrom([]string{"a.satu", "a.dua", "a.satu, a.dua"}).Draw(r, "meets")+"]\nupdated: "+
			rapid.SampledFrom([]string{"2025-06-01", "2026-02-01"}).Draw(r, "updated")+"\n---\nMenurut "+rapid.SampledFrom([]string{"PKPU 1/2015", "PKPU 22/2023", "aturan"}).Draw(r, "cites")+".\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		layout := rapid.SampledFrom([]string{"tenggat", "kalkulator", "data-terbuka"}).Draw(r, "layout")
		set(files, "content/halaman/tanya.md", "---\ntitle: Tanya\nlayout: "+layout+"\n---\nDalam <tenggat:umum/tanggapan>.\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/data/deadlines.yaml", deadlineData(rapid.IntRange(9, 11).Draw(r, "days")))
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/data/holidays/2026.yaml", "tahun: 2026\ndasar: SKB\nnasional: [{tanggal: "+rapid.SampledFrom([]string{"2026-03-19", "2026-04-03"}).Draw(r, "holiday")+", nama: Libur}]\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		override := rapid.SampledFrom([]string{"", "overrides: [{id: a.dua, not_applicable: true, reason: Tidak ada}]\n", "overrides: [{id: a.*, unit: hukum}]\n"}).Draw(r, "override")
		set(files, "content/data/obligations.yaml", override+dutyData)
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/data/monev/2026.yaml", "tahun: 2026\njudul: Monev\nkomisi: KI\ntangga: [{sedikitnya: "+rapid.SampledFrom([]string{"50", "100"}).Draw(r, "least")+", nilai: 100, teks: Ya}]\npertanyaan: [{id: \"1\", teks: Apa, bobot: \"5\", kewajiban: [a.*]}]\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/sop/s.md", "---\ntitle: "+rapid.SampledFrom([]string{"SOP satu", "SOP dua"}).Draw(r, "sop")+"\nnomor: 1\ntanggal: {pembuatan: 2026-01-05, efektif: 2026-01-06}\ndisahkan: {jabatan: Sekretaris}\n"+
			"dasar_hukum: ["+rapid.SampledFrom([]string{"lama", "baru", "UU"}).Draw(r, "basis")+"]\npelaksana: [{id: p, nama: Petugas}]\nlangkah:\n  - {id: a, jenis: mulai, pelaksana: p, kegiatan: Mulai}\n  - {id: b, jenis: selesai, pelaksana: p, kegiatan: Selesai, waktu: 2 hari_kerja}\n"+
			"waktu_total: {nyatakan: 10 hari_kerja, batas: umum/tanggapan}\n---\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/pengecualian/x.md", "---\ntitle: Memo\nsummary: Memo.\ndasar: [17i]\nkonsekuensi: {dibuka: A., ditutup: B.}\nkepentingan_publik: C.\nbagian: sebagian\njangka_waktu: {mulai: 2026-01-01, sampai: "+
			rapid.SampledFrom([]string{"2026-03-15", "2027-03-15"}).Draw(r, "until")+"}\npenetapan: {nomor: 3, tanggal: 2026-01-01, pejabat: PPID}\nstatus: berlaku\ndibuka_di: "+rapid.SampledFrom([]string{"[i0]", "[i1]"}).Draw(r, "open")+"\n---\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/data/withdrawn.yaml", "ditarik: [{alamat: /dulu/, tanggal: 2026-01-01, alasan: "+rapid.SampledFrom([]string{"Salah", "Ganda"}).Draw(r, "reason")+"}]\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/data/personal.yaml", "kontak: ["+rapid.SampledFrom([]string{"a@b.com", "c@d.com"}).Draw(r, "contact")+"]\n")
		set(files, "content/halaman/kontak.md", "---\ntitle: Kontak\n---\nSurel a@b.com.\n")
	},
	func(r *rapid.T, files fstest.MapFS, _ *build.Inputs) {
		set(files, "content/laporan/2025.md", fmt.Sprintf("---\ntitle: Laporan 2025\ndate: 2026-01-15\ntahun: 2025\npermintaan: {diterima: %d, dikabulkan_seluruhnya: 1, dikabulkan_sebagian: 0, ditolak: 0, dalam_proses: 1}\n---\n", rapid.IntRange(2, 3).Draw(r, "received")))
	},
	func(r *rapid.T, _ fstest.MapFS, in *build.Inputs) {
		in.AsOf.Day += disclosure.Day(rapid.SampledFrom([]int{1, 20, 200}).Draw(r, "later"))
	},
}

func deadlineData(days int) string {
	return fmt.Sprintf("alasan: [{id: 17a, mengecualikan: true, label_id: a, label_en: a}, {id: 17h, mengecualikan: true, label_id: h, label_en: h}, {id: 17i, mengecualikan: true, label_id: i, label_en: i}]\nrezim:\n  - id: umum\n    label_id: Umum\n    label_en: General\n    tahap: [{id: tanggapan, pelaku: ppid, sejak: diterima, hari_kerja: %d, label_id: Menjawab, label_en: Answer}]\n", days)
}

const dutyData = "kelas: [{id: berkala, label_id: Berkala, label_en: Periodic, basis: UU 14/2008 ps. 9}]\nitems:\n" +
	"  - {id: a.satu, class: berkala, label_id: Satu, label_en: One, basis: [UU], article_confidence: high, max_age_days: 184, evidence: page}\n" +
	"  - {id: a.dua, class: berkala, label_id: Dua, label_en: Two, basis: [UU], article_confidence: low, max_age_days: 184, evidence: document}\n" +
	"  - {id: berkala.profil.alamat, class: berkala, label_id: Alamat, label_en: Address, basis: [UU], article_confidence: low, max_age_days: 365, evidence: dataset}\n"

// TestIncrementalLaw edits what the law is made of, and holds the site that was brought up
// to date against one built from nothing, messages included.
func TestIncrementalLaw(t *testing.T) {
	t.Parallel()
	base, themes := themed(t), themes{}
	rapid.Check(t, func(r *rapid.T) {
		files := project(t)
		set(files, "content/data/deadlines.yaml", deadlineData(10))
		set(files, "content/data/obligations.yaml", dutyData)
		set(files, "content/informasi/data.csv", "a,b\n1,2\n")
		set(files, "content/regulasi/lama.md", "---\ntitle: PKPU 1/2015\njenis: Peraturan KPU\nnomor: 1\ntahun: 2015\nstatus: berlaku\n---\n")
		set(files, "content/regulasi/baru.md", "---\ntitle: PKPU 22/2023\njenis: Peraturan KPU\nnomor: 22\ntahun: 2023\nstatus: berlaku\n---\n")
		for i := range 2 {
			set(files, fmt.Sprintf("content/informasi/i%d.md", i), entryText(i, "berkala", ""))
		}
		in := inputs(t, files)
		site := followed{newest: base, out: released{files: map[string]string{}}}
		for step := range rapid.IntRange(3, 8).Draw(r, "steps") {
			if step > 0 {
				lawEdits[rapid.IntRange(0, len(lawEdits)-1).Draw(r, "edit")](r, files, &in)
			}
			in.Now = tick().Add(time.Hour)
			if wrong := site.step(t, themes, in); wrong != "" {
				r.Fatalf("step %d: %s", step, wrong)
			}
		}
	})
}

// TestFileOfAClosedDocument takes away the closed document that kept a file to itself: the
// public one that offers it too gets it then, without any change of its own.
func TestFileOfAClosedDocument(t *testing.T) {
	files := project(t)
	set(files, "content/informasi/data.csv", "a,b\n1,2\n")
	set(files, "content/informasi/i0.md", entryText(0, "berkala", "berkas: [data.csv]\n"))
	set(files, "content/informasi/i1.md", entryText(1, "dikecualikan", "berkas: [data.csv]\n"))
	in := inputs(t, files)
	closed, err := build.Build(context.Background(), themed(t), in)
	if err != nil {
		t.Fatal(err)
	}
	if closed.Diags.Errors() == 0 {
		t.Fatal("a file of a closed document is offered")
	}
	delete(files, "content/informasi/i1.md")
	in.Now = tick().Add(time.Hour)
	open, err := build.Build(context.Background(), closed, in)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := open.Job("dokumen/i0/data.csv"); !ok {
		t.Error("the file is not among the outputs")
	}
}
