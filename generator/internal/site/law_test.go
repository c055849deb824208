package site

import (
	"fmt"
	"strings"
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// TestDays holds the days of the site's data to the day of a build, to the day itself.
func TestDays(t *testing.T) {
	holidays := texts{"content/data/holidays/2026.yaml": "tahun: 2026\ndasar: SKB\nnasional: [{tanggal: 2026-05-01, nama: Buruh}]\n"}
	pack := texts{
		"content/hukum/id-2026.11/pack.yaml":          "label_id: A\nlabel_en: B\ntanggal: 2026-11-01\nringkasan_id: A.\nringkasan_en: B.\n",
		"content/hukum/id-2026.11/holidays/2026.yaml": holidays["content/data/holidays/2026.yaml"],
		"content/site.yaml":                           settingsText + "hukum: [id-2026.11]\n",
	}
	audits := texts{content.AuditFile: "hasil: [{tanggal: 2026-02-05, terpenuhi: 1, berlaku: 2}]\n"}
	for _, tt := range []struct {
		name  string
		texts texts
		today string
		want  string
	}{
		{"sixty days before the last year of holidays ends", holidays, "2026-11-01", ""},
		{
			"a day later", holidays, "2026-11-02",
			"holidays/end in content/data/holidays/2026.yaml: 2026-12-31; 2027",
		},
		{
			"when they come from a pack", pack, "2026-11-02",
			"holidays/end in content/site.yaml at id-2026.11: 2026-12-31; 2027",
		},
		{"no holidays at all", texts{}, "2026-11-02", ""},
		{"an audit of today", audits, "2026-02-05", ""},
		{
			"an audit of tomorrow", audits, "2026-02-04",
			"field/future in content/data/audit.yaml at 2026-02-05: tanggal; 2026-02-05; 2026-02-04",
		},
		{
			"a document that was changed today", texts{profil: doc("title: A", "updated: 2026-02-04")},
			"2026-02-04", "",
		},
		{
			"a document that will be changed tomorrow", texts{profil: doc("title: A", "updated: 2026-02-05")},
			"2026-02-04", "field/future in content/halaman/profil.md at 2026-02-05: updated; 2026-02-05; 2026-02-04",
		},
	} {
		x := office.with()
		delete(x, "content/data/holidays/2026.yaml")
		x = x.with(tt.texts)
		in := newDesk().input(x)
		in.AsOf.Day, _ = disclosure.ParseDay(tt.today)
		var got []string
		for _, d := range Link(nil, in).Diags.Sort() {
			if d.Code == diag.FieldFuture || d.Code == diag.HolidaysEnd {
				line := string(d.Code) + " in " + d.At.File
				if d.At.End > d.At.Start {
					line += " at " + x[d.At.File][d.At.Start:d.At.End]
				}
				got = append(got, line+": "+strings.Join(d.Args, "; "))
			}
		}
		if all := strings.Join(got, "\n"); all != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, all, tt.want)
		}
	}
}

// TestLimitsOfDuties holds procedures to the limits of the duties that they meet, under each set of
// deadlines, and tells of each limit once.
func TestLimitsOfDuties(t *testing.T) {
	duties := texts{"content/data/obligations.yaml": strings.Replace(dutiesText, "max_age_days: 184", "limit: tanggapan", 1)}
	uji := func(days int, more ...string) string {
		text := strings.Replace(procedureText(more...), "nomor: 1/2026", "nomor: 2/2026", 1)
		return strings.Replace(text, "waktu: 2 hari_kerja", fmt.Sprintf("waktu: %d hari_kerja", days), 1)
	}
	const meets = "memenuhi: [berkala.profil]"
	for _, tt := range []struct {
		name, text, want string
	}{
		{"within both", uji(2, meets), ""},
		{
			"longer than the shorter one", uji(3, meets),
			"sop/limit at berkala.profil: 4 hari_kerja; pemilu/tanggapan; 3 hari_kerja; terima → jawab",
		},
		{
			"longer than both", uji(10, meets),
			"sop/limit at berkala.profil: 11 hari_kerja; pemilu/tanggapan; 3 hari_kerja; terima → jawab\n" +
				"sop/limit at berkala.profil: 11 hari_kerja; umum/tanggapan; 10 hari_kerja; terima → jawab",
		},
		{
			"a limit that it names itself is told there", uji(3, meets, "waktu_total: {nyatakan: 3 hari_kerja, batas: pemilu/tanggapan}"),
			"sop/limit at pemilu/tanggapan: 4 hari_kerja; pemilu/tanggapan; 3 hari_kerja; terima → jawab",
		},
		{
			"what it promises and what it takes are told once",
			uji(3, meets, "waktu_total: {nyatakan: 4 hari_kerja, batas: pemilu/tanggapan}"),
			"sop/limit at pemilu/tanggapan: 4 hari_kerja; pemilu/tanggapan; 3 hari_kerja; terima → jawab",
		},
		{"a duty that there is not", uji(3, "memenuhi: [berkala.lain]"), ""},
	} {
		x := office.with(duties, texts{"content/sop/uji.md": tt.text})
		var got diag.List
		for _, d := range linked(t, x).Diags {
			if d.Code == diag.SOPLimit {
				got = append(got, d)
			}
		}
		if all := messages(got, x); all != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, all, tt.want)
		}
	}
}

// TestTypedFigures holds the figures of a report to the register of its year, one by one.
func TestTypedFigures(t *testing.T) {
	// Two granted after 1 and 2 working days, one refused after 3, one open; one objection.
	register := texts{"content/data/permintaan/2025.csv": "nomor,diterima,rezim,dijawab,hasil,alasan,keberatan\n" +
		"1,2025-03-03,umum,2025-03-04,dikabulkan,,\n" +
		"2,2025-03-03,umum,2025-03-05,dikabulkan,,\n" +
		"3,2025-04-07,umum,2025-04-10,ditolak,17h,2025-04-14\n" +
		"4,2025-04-07,umum,,,,\n"}
	const typed = "permintaan: {diterima: 4, dikabulkan_seluruhnya: 2, dikabulkan_sebagian: 0, ditolak: 1, dalam_proses: 1}"
	const times = "waktu: {rata_rata: 2, median: 2, terlama: 3}"
	other := func(text string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(text) }
	for _, tt := range []struct{ name, header, want string }{
		{"none", "contoh: false", ""},
		{"the same ones", typed, ""},
		{"other requests", other(typed, "diterima: 4", "diterima: 5", "proses: 1", "proses: 2"), "permintaan 2 1, permintaan 5 4"},
		{"other refusals", other(typed, "ditolak: 1", "ditolak: 0", "sebagian: 0", "sebagian: 1"), "permintaan 0 1, permintaan 1 0"},
		{"other grants", other(typed, "seluruhnya: 2", "seluruhnya: 1", "proses: 1", "proses: 2"), "permintaan 1 2, permintaan 2 1"},
		{"the same times", times, ""},
		{"another median", other(times, "median: 2", "median: 1"), "waktu 1 2"},
		{"another mean", other(times, "rata: 2", "rata: 3"), "waktu 3 2"},
		{"another longest", other(times, "terlama: 3", "terlama: 4"), "waktu 4 3"},
		{"no times at all", "waktu: {rata_rata: 0, median: 0, terlama: 1}", "waktu 0 2, waktu 1 3"},
		{"the same months", "per_bulan: [0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0]", ""},
		{"other months", "per_bulan: [0, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0]", "per_bulan 1 2, per_bulan 3 2"},
		{"the same reasons", "alasan_penolakan: [{alasan: 17h, jumlah: 1}]", ""},
		{"other reasons", "alasan_penolakan: [{alasan: 17h, jumlah: 2}, {alasan: 17a, jumlah: 1}]", "alasan_penolakan 1 0, alasan_penolakan 2 1"},
		{"the same answers by day", "lama_menjawab: [{hari: 1, jumlah: 1}, {hari: 2, jumlah: 1}, {hari: 3, jumlah: 1}]", ""},
		{"the same answers in groups", "lama_menjawab: [{hari: 2, jumlah: 2}, {hari: 10, jumlah: 1}]", ""},
		{"other answers in groups", "lama_menjawab: [{hari: 2, jumlah: 1}, {hari: 10, jumlah: 2}]", "lama_menjawab 1 2, lama_menjawab 2 1"},
		{"the same objections", "keberatan: {diterima: 1, dalam_proses: 1}", ""},
		{"other objections", "keberatan: {diterima: 2}", "keberatan 2 1"},
		{"another end of them", "keberatan: {diterima: 1, ditolak: 1}", "keberatan 0 1, keberatan 1 0"},
	} {
		x := office.with(register, texts{
			"content/laporan/uji.md": doc("title: Laporan", "date: 2026-02-01", "tahun: 2025", tt.header, "body "),
		})
		var got []string
		s := linked(t, x)
		if s.Item("content/laporan/uji.md") == nil || len(s.Data.Requests) != 1 || s.Data.Requests[0].Broken {
			t.Errorf("%s: the report or the register is not there: %v", tt.name, s.Diags)
		}
		for _, d := range s.Diags {
			if d.Code == diag.RequestFigures {
				got = append(got, strings.Join(d.Args[:3], " "))
			}
		}
		if all := strings.Join(got, ", "); all != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, all, tt.want)
		}
	}
}

// TestOfficialsAbove says of whom it is told that nobody stands above the others.
func TestOfficialsAbove(t *testing.T) {
	official := func(above string) string {
		return doc("title: Jabatan", "summary: Memimpin.", "atasan: "+above)
	}
	for _, tt := range []struct {
		name, a, b, c, want string
	}{
		{"a ladder", "b", "c", "", ""},
		{"above itself", "a", "", "", "a: a"},
		{"above each other", "b", "a", "", "a: b, b: a"},
		{"below two that are above each other", "b", "c", "b", "a: b, b: c, c: b"},
		{"nobody", "", "", "", ""},
	} {
		x := office.with(texts{
			"content/pejabat/a.md": official(tt.a), "content/pejabat/b.md": official(tt.b),
			"content/pejabat/c.md": official(tt.c),
		})
		var got []string
		for _, d := range linked(t, x).Diags.Sort() {
			if d.Code == diag.OfficialLoop {
				got = append(got, strings.TrimSuffix(strings.TrimPrefix(d.At.File, "content/pejabat/"), ".md")+": "+d.Args[0])
			}
		}
		if all := strings.Join(got, ", "); all != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, all, tt.want)
		}
	}
}

// TestPartsOfDuties says when a document must show which part of it meets a duty.
func TestPartsOfDuties(t *testing.T) {
	duties := strings.ReplaceAll(dutiesText, "items:", "items:\n  - {id: berkala.alamat, class: berkala, label_id: A, label_en: A, basis: [UU 14/2008 Ps 9(2)], article_confidence: medium, max_age_days: 184, evidence: page}")
	const both = "memenuhi: [berkala.profil, berkala.alamat]"
	const text = "Mengelola pemilu di kabupaten ini."
	for _, tt := range []struct {
		name, file string
		header     []string
		want       string
	}{
		{"one", profil, []string{"memenuhi: [berkala.profil]", "body " + text}, ""},
		{
			"a text of two words", profil, []string{"memenuhi: [berkala.profil]", "body Profil kami."},
			"obligation/short at berkala.profil",
		},
		{
			"a text that says that it is not there", profil,
			[]string{"memenuhi: [berkala.profil]", "body Masih disusun, tanyakan kepada petugas."},
			"obligation/absent at berkala.profil",
		},
		{
			"one part that is not there", profil,
			[]string{`memenuhi: ["berkala.profil#satu", "berkala.alamat#dua"]`, "body ## Satu\n\n" + text + "\n\n## Dua\n\nMenyusul."},
			`obligation/absent at "berkala.alamat#dua"`,
		},
		{"two on one page", profil, []string{both}, "obligation/part at berkala.profil, obligation/part at berkala.alamat"},
		{
			"two with their parts", profil,
			[]string{`memenuhi: ["berkala.profil#satu", "berkala.alamat#dua"]`, "body ## Satu\n\n" + text + "\n\n## Dua\n\n" + text}, "",
		},
		{
			"a part that there is not", profil,
			[]string{`memenuhi: ["berkala.profil#satu", "berkala.alamat#tiga"]`, "body ## Satu\n\n" + text + "\n\n## Dua\n\n" + text},
			`link/anchor at "berkala.alamat#tiga"`,
		},
		{"two in a file", profil, []string{both, "berkas: [peta.pdf]"}, ""},
	} {
		header := append([]string{"title: A", "date: 2026-02-01"}, tt.header...)
		x := office.with(texts{"content/data/obligations.yaml": duties, tt.file: doc(header...)})
		var got []string
		for _, d := range linked(t, x).Diags {
			if d.At.File == tt.file {
				got = append(got, string(d.Code)+" at "+x[d.At.File][d.At.Start:d.At.End])
			}
		}
		if all := strings.Join(got, ", "); all != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, all, tt.want)
		}
	}
}

// TestPositions holds that a check counts only when a position made it, where the site says which
// there are, and that the message goes when such a page comes.
func TestPositions(t *testing.T) {
	for _, tt := range []struct{ by, want string }{
		{"Ketua", ""},
		{"plt.  ketua", ""},
		{"Ketua Badan", ""},
		{"Kepala Hukum", ""},
		{"PPID", ""},
		{"Budi", "Budi"},
		{"Ketua Budi", "Ketua Budi"},
		{"Ketuaa", "Ketuaa → Ketua"},
	} {
		x := office.with(texts{profil: doc("title: A", "reviewed: 2026-02-01", "reviewed_by: "+tt.by)})
		for _, official := range []bool{false, true} {
			want := ""
			if official {
				x, want = x.with(texts{"content/pejabat/ketua.md": doc("title: Ketua")}), tt.want
			}
			s := linked(t, x)
			got := ""
			for _, d := range s.Diags {
				if d.Code == diag.DIPPosition {
					got = strings.TrimSuffix(d.Args[0]+" → "+d.Replace, " → ")
				}
			}
			counted := s.evidence(s.byPath[profil]).Last != 0
			if got != want || counted != (want == "") {
				t.Errorf("%s, officials %t: told %q, counted %t", tt.by, official, got, counted)
			}
		}
	}
}

// TestGrounds holds exclusions to the reasons that the law has: those that exclude, for as long as
// each may, and with the Act that one of them asks for.
func TestGrounds(t *testing.T) {
	exclusion := func(grounds, until string, more ...string) texts {
		text := exclusionText("berlaku", until, "[isi]", more...)
		return texts{"content/pengecualian/perkara.md": strings.Replace(text, "dasar: [17a]", "dasar: "+grounds, 1)}
	}
	for _, tt := range []struct {
		name  string
		texts texts
		want  string
	}{
		{"as long as it may be", exclusion("[17a]", "2056-01-02"), ""},
		{"a day more", exclusion("[17a]", "2056-01-03"), "dik/long 17a 30 2056-01-03 2056-01-02"},
		{"a day more for a reason without a bound", exclusion("[17b]", "2056-01-03"), ""},
		{"the Act that forbids", exclusion("[17b, 17j]", "2028-01-01"), "dik/act 17j"},
		{"with it", exclusion("[17b, 17j]", "2028-01-01", "pasal: [UU 30/1999]"), ""},
		{"a letter that is none", exclusion("[17z]", "2028-01-01"), "refusal/unknown 17z 17a, 17b, 17h, 17i, 17j"},
		{"a reason that excludes nothing", exclusion("tidak_lengkap", "2028-01-01"), "refusal/unknown tidak_lengkap 17a, 17b, 17h, 17i, 17j"},
	} {
		var got []string
		for _, d := range Link(nil, newDesk().input(office.with(tt.texts))).Diags.Sort() {
			if d.At.File == "content/pengecualian/perkara.md" {
				got = append(got, strings.Join(append([]string{string(d.Code)}, d.Args...), " "))
			}
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
