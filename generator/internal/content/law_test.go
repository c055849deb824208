package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"maklumat/generator/internal/diag"
)

// toldOf returns what is told of a document whose header is whole but for one part, without
// the messages about what it leaves out.
func toldOf(kind, header string) []string {
	src := "---\n" + header + "---\n"
	var lines []string
	for _, line := range told(src, parseAs(kind, src).Diags) {
		if !strings.HasPrefix(line, "field/required") {
			line = strings.Replace(line, " content/"+kind+"/a.md:", " ", 1)
			if strings.Contains(line, "\n") { // the text is that of all steps
				line, _, _ = strings.Cut(line, " [")
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// What the law does not allow an exclusion to say is told; what it allows is not.
func TestExclusion(t *testing.T) {
	for _, test := range []struct {
		name, header string
		want         []string
	}{
		{"a file", "berkas: [a.pdf]\n", []string{"dik/file 2:9 [[a.pdf]"}},
		{"a correction with a file", "perbaikan: [{tanggal: 2026-01-01, isi: a, berkas: b.pdf}]\n",
			[]string{"dik/file 2:12 [[{tanggal: 2026-01-01, isi: a, berkas: b.pdf]"}},
		{"a correction without one", "perbaikan: [{tanggal: 2026-01-01, isi: a}]\n", nil},
		{"no end", "jangka_waktu: {mulai: 2020-01-01}\n",
			[]string{"dik/term 2:15 [{mulai: 2020-01-01]"}},
		{
			"a condition in place of an end", "jangka_waktu: {mulai: 2020-01-01, selama: penyidikan}\n",
			nil,
		},
		{"revoked by nothing", "status: dicabut\n", []string{"dik/revoked 2:9 [dicabut]"}},
		{"revoked", "status: dicabut\ndicabut_oleh: 1/2026\n", nil},
		{"in force and revoked", "status: berlaku\ndicabut_oleh: 1/2026\n",
			[]string{"dik/status 2:9 [berlaku] → dicabut"}},
		{"all, and a part", "bagian: [seluruh, nama]\n", []string{"dik/parts 2:9 [[seluruh, nama]"}},
		{"all", "bagian: seluruh\n", nil},
		{"parts", "bagian: [nama, alamat]\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, toldOf("pengecualian", test.header)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestEntry(t *testing.T) {
	for _, test := range []struct {
		name, header string
		want         []string
	}{
		{"another year in the title", "title: Laporan 2024\nperiode: {tahun: 2025}\n",
			[]string{"dip/period 3:18 [2025]"}},
		{"the same year in the title", "title: Laporan 2025\nperiode: {tahun: 2025}\n", nil},
		{"no year in the title", "title: Laporan\nperiode: {tahun: 2025}\n", nil},
		{"no period", "title: Laporan 2024\n", nil},
		{"half and quarter", "periode: {tahun: 2025, semester: 1, triwulan: 2}\n",
			[]string{"dip/parts 2:10 [{tahun: 2025, semester: 1, triwulan: 2]"}},
		{
			"nothing to report, with a file", "nihil: true\nberkas: [a.pdf]\n",
			[]string{"dip/nil 2:8 [true]"},
		},
		{"nothing to report", "nihil: true\n", nil},
		{"reviewed by nobody", "reviewed: 2026-01-01\n", []string{"dip/reviewer 2:11 [2026-01-01]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, toldOf("informasi", test.header)); d != "" {
				t.Error(d)
			}
		})
	}
	for title, want := range map[string]int{
		"Laporan 2024": 2024, "2024": 2024, "Laporan 2024 dan 2025": 0, "2024 dan 2024": 2024,
		"Nomor 12/2026": 0, "Tahun 1945": 1945, "Tahun 1944": 0, "Tahun 2100": 2100, "Tahun 2101": 0,
		"32024": 0, "20245": 0, "": 0, "202": 0, "(2024)": 2024, "a2024b": 2024,
	} {
		if got := titleYear(title); got != want {
			t.Errorf("%q: %d, want %d", title, got, want)
		}
	}
	for header, want := range map[string]string{
		"periode: {tahun: 2025, semester: 2}\n": "semester 2",
		"periode: {tahun: 2025, triwulan: 3}\n": "triwulan 3", "periode: {tahun: 2025}\n": "",
	} {
		if e := headOf(t, "informasi", header).Entry; e.Part != want || e.Year != 2025 {
			t.Errorf("%s: %+v", header, e)
		}
	}
}

const requests = "permintaan: {diterima: 10, dikabulkan_seluruhnya: 5, dikabulkan_sebagian: 2, " +
	"ditolak: 2, dalam_proses: 1}\n"

// The figures of a report must add up, exactly.
func TestReport(t *testing.T) {
	for _, test := range []struct {
		name, header string
		want         []string // codes and places
	}{
		{
			"all adds up",
			requests + "alasan_penolakan: [{alasan: 17h, jumlah: 1}, {alasan: belum_dikuasai, " +
				"jumlah: 1}]\n" +
				"lama_menjawab: [{hari: 5, jumlah: 4}, {hari: 10, jumlah: 5}]\n" +
				"per_bulan: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]\n" +
				"waktu: {rata_rata: 5, median: 5, terlama: 5}\n" +
				"keberatan: {diterima: 3, dikabulkan: 1, ditolak: 1, dalam_proses: 1}\n" +
				"anggaran: {pagu: 5, realisasi: 5}\npetugas: {jumlah: 2, terlatih: 2}\n" +
				"survei: {nilai: 5, responden: 2}\n" +
				"tahun: 2025\ndate: 2025-12-31\n",
			nil,
		},
		{"one request too many", strings.Replace(requests, "10", "11", 1), []string{"report/sum 2:13"}},
		{"figures that are not all there", "permintaan: {diterima: 10, ditolak: 2}\n", nil},
		{
			"one refusal too few", requests + "alasan_penolakan: [{alasan: 17h, jumlah: 1}]\n",
			[]string{"report/sum 3:19"},
		},
		{
			"a reason twice",
			requests + "alasan_penolakan: [{alasan: 17h, jumlah: 1}, {alasan: 17h, jumlah: 1}]\n",
			[]string{"report/twice 3:55"},
		},
		{
			"one answer too many", requests + "lama_menjawab: [{hari: 5, jumlah: 10}]\n",
			[]string{"report/sum 3:16"},
		},
		{
			"a number of days twice",
			requests + "lama_menjawab: [{hari: 5, jumlah: 4}, {hari: 5, jumlah: 5}]\n",
			[]string{"report/twice 3:46"},
		},
		{
			"eleven months", requests + "per_bulan: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]\n",
			[]string{"report/months 3:12"},
		},
		{
			"a month too much", requests + "per_bulan: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]\n",
			[]string{"report/sum 3:12"},
		},
		{
			"a mean above the longest", "waktu: {rata_rata: 6, median: 5, terlama: 5}\n",
			[]string{"report/order 2:8"},
		},
		{
			"a median above the longest", "waktu: {rata_rata: 5, median: 6, terlama: 5}\n",
			[]string{"report/order 2:8"},
		},
		{
			"objections that do not add up", "keberatan: {diterima: 3, dikabulkan: 1}\n",
			[]string{"report/sum 2:12"},
		},
		{"objections without an outcome", "keberatan: 3\n", nil},
		{"more spent than planned", "anggaran: {pagu: 5, realisasi: 6}\n", []string{"report/order 2:11"}},
		{
			"more trained than there are", "petugas: {jumlah: 2, terlatih: 3}\n",
			[]string{"report/order 2:10"},
		},
		{"a mark above five", "survei: {nilai: 5.01, responden: 2}\n", []string{"field/number 2:17"}},
		{"a mark that is none", "survei: {nilai: baik, responden: 2}\n", []string{"field/number 2:17"}},
		{"dated before the year ends", "tahun: 2025\ndate: 2025-12-30\n", []string{"report/early 3:7"}},
		{"not dated", "tahun: 2025\n", nil},
		{"of no year", "date: 2025-12-30\n", nil},
		{
			"more than all were answered before", "terbuka_lebih_dulu: 101\n",
			[]string{"field/number 2:21"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, line := range toldOf("laporan", test.header) {
				got = append(got, strings.SplitN(line, " [", 2)[0])
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	r := headOf(t, "laporan", requests+"per_bulan: [1, 2]\nterbuka_lebih_dulu: 0\n").Report
	if r.Received != 10 || r.Granted != 5 || r.PartlyGranted != 2 ||
		r.Refused != 2 || r.Pending != 1 ||
		len(r.Monthly) != 2 || r.Monthly[1] != 2 || r.OpenBefore != 0 {
		t.Errorf("%+v", r)
	}
	if r := headOf(t, "laporan", requests).Report; r.OpenBefore != -1 {
		t.Errorf("%+v", r)
	}
}

// sopWith returns the header of a procedure with these steps, each in the braces of a group.
func sopWith(more string, steps ...string) string {
	s := more + "pelaksana: [{id: pemohon, nama: Pemohon, luar: true}, " +
		"{id: petugas, nama: Petugas}]\nlangkah:\n"
	for _, step := range steps {
		s += "  - {" + step + "}\n"
	}
	return s
}

func TestProcedure(t *testing.T) {
	const (
		start = "id: a, jenis: mulai, pelaksana: pemohon, kegiatan: A, waktu: 1 jam"
		work  = "id: b, jenis: proses, pelaksana: petugas, kegiatan: B, waktu: 2 jam"
		end   = "id: c, jenis: selesai, pelaksana: petugas, kegiatan: C, waktu: 1 jam"
	)
	for _, test := range []struct {
		name, header string
		want         []string // codes, places and proposals
	}{
		{"a good one", sopWith("", start, work, end), nil},
		{
			"an actor twice", "pelaksana: [{id: a, nama: A}, {id: a, nama: B}]\n",
			[]string{"sop/duplicate 2:36 [a]"},
		},
		{"a step twice", sopWith("", start, work, work, end), []string{"sop/duplicate 6:10 [b]"}},
		{"an unknown actor", sopWith("", start, strings.Replace(work, "petugas", "petugs", 1), end),
			[]string{"sop/actor 5:39 [petugs] → petugas"}},
		{
			"an unknown next step", sopWith("", start, work+", ke: d", end),
			[]string{"sop/step 5:79 [d] → a"},
		},
		{"an unknown exit", sopWith("", start, strings.Replace(work, "proses", "keputusan", 1)+
			", cabang: [{jika: Ya, ke: c}, {jika: Tidak, ke: x}]", end), []string{"sop/step 5:124 [x] → a"}},
		{"no start", sopWith("", work, end), []string{"sop/idle 2:18 [pemohon]", "sop/start 4:3"}},
		{
			"two starts", sopWith("", start, strings.Replace(start, "id: a", "id: z", 1), work, end),
			[]string{"sop/second-start 5:20 [mulai]"},
		},
		{"no end", sopWith("", start, work), []string{"sop/end 4:3", "sop/dead-end 5:10 [b]"}},
		{
			"an actor without a step", sopWith("", start, strings.Replace(end, "petugas", "pemohon", 1)),
			[]string{"sop/idle 2:60 [petugas]"},
		},
		{"a decision with one exit", sopWith("", start, strings.Replace(work, "proses", "keputusan", 1)+
			", cabang: [{jika: Ya, ke: c}]", end), []string{"sop/exits 5:10 [b]"}},
		{
			"a decision with one answer twice",
			sopWith("", start, strings.Replace(work, "proses", "keputusan", 1)+
				", cabang: [{jika: Ya, ke: c}, {jika: Ya, ke: a}]", end),
			[]string{"sop/label 5:113 [Ya]"},
		},
		{
			"exits without a decision",
			sopWith("", start, work+", cabang: [{jika: Ya, ke: c}, {jika: Tidak, ke: a}]", end),
			[]string{"sop/branch 5:20 [proses]"},
		},
		{
			"least above most",
			sopWith("", start, strings.Replace(work, "2 jam", "{min: 3 jam, maks: 2 jam}", 1), end),
			[]string{"sop/time 5:68 [{min: 3 jam, maks: 2 jam]"},
		},
		{
			"least above most at the first step",
			sopWith("", strings.Replace(start, "1 jam", "{min: 3 jam, maks: 2 jam}", 1), work, end),
			[]string{"sop/time 4:67 [{min: 3 jam, maks: 2 jam]"},
		},
		{
			"more time than promised", sopWith("waktu_total: {nyatakan: 2 jam}\n", start, work, end),
			[]string{"sop/total 2:25 [2 jam]"},
		},
		{"as much time as promised", sopWith("waktu_total: {nyatakan: 3 jam}\n", start, work, end), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, toldOf("sop", test.header)); d != "" {
				t.Error(d)
			}
		})
	}
}

// A time is written in the working days that the procedure itself says, and a way by its steps.
func TestProcedureWords(t *testing.T) {
	src := "---\n" + sopWith("waktu_total: {nyatakan: 1 hari_kerja}\nsatuan: {hari_kerja_jam: 5}\n",
		"id: a, jenis: mulai, pelaksana: petugas, kegiatan: A, waktu: 1 hari_kerja",
		"id: c, jenis: selesai, pelaksana: petugas, kegiatan: C, waktu: 90 menit",
	) + "---\n"
	p := parseAs("sop", src).Head.Procedure
	if got := p.Words(10 * 60); got != "2 hari_kerja" {
		t.Errorf("ten hours are %q", got)
	}
	if got := p.PathNames([]int{0, 1}); got != "a → c" {
		t.Errorf("a way is %q", got)
	}
}

func TestParseHours(t *testing.T) {
	for text, want := range map[string]float64{
		"7.5": 7.5, "7,5": 7.5, "8": 8, "24": 24, "24.1": 7.5, "25": 7.5, "0": 7.5, "0.5": 0.5,
		"100": 7.5, "7.55": 7.5, "": 7.5, ".5": 7.5, "x": 7.5,
	} {
		if got := parseHours(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestUnsourced says which numbers of the law are told as having no basis, and which are not
// numbers of the law, or have one.
func TestUnsourced(t *testing.T) {
	for _, tt := range []struct{ name, header, body, want string }{
		{"a limit", "", "Dijawab paling lambat **10 hari kerja**.", "paling lambat **10 hari kerja"},
		{"a limit in a definition", "", "Berapa lama?\n: Batasnya 3 hari kerja.", "Batasnya 3 hari kerja"},
		{"an article", "", "Menurut pasal 22, permintaan dijawab.", "pasal 22"},
		{"one in each of two paragraphs is told once", "", "Pasal 1.\n\nPasal 2.", "Pasal 1"},
		{"a basis in the paragraph", "", "Pasal 22 ayat (7) UU 14/2008: paling lambat 10 hari kerja.", ""},
		{"a basis by its long name", "", "Pasal 12 Peraturan Komisi Informasi Nomor 1 Tahun 2019.", ""},
		{"a basis in another paragraph", "", "UU 14/2008 berlaku.\n\nPaling lambat 10 hari kerja.", "Paling lambat 10 hari kerja"},
		{"in digits and words", "", "Selambat-lambatnya 30 (tiga puluh) hari kerja.", "Selambat-lambatnya 30 (tiga puluh) hari kerja"},
		{"in words", "", "Dijawab dalam waktu sepuluh hari kerja.", "dalam waktu sepuluh hari kerja"},
		{"calendar days", "", "Anda punya waktu 14 hari untuk itu.", "punya waktu 14 hari"},
		{"days since something", "", "Diputus 60 hari sejak berkas lengkap.", "60 hari sejak"},
		{"capital letters", "", "DIJAWAB DALAM 7 HARI KERJA", "DALAM 7 HARI KERJA"},
		{"a short form of days", "", "Paling lama 14 hr kerja.", "Paling lama 14 hr kerja"},
		{"a short form of an article", "", "Lihat Ps. 22.", "Ps. 22"},
		{"months", "", "Diperbarui paling lama 6 bulan sekali.", "paling lama 6 bulan"},
		{"years", "", "Dikecualikan dalam jangka waktu tiga puluh tahun.", "jangka waktu tiga puluh tahun"},
		{"on two lines", "", "Dijawab paling lambat\n10 hari kerja.", "paling lambat\n10 hari kerja"},
		{"a limit in the heads of a table", "", "| Tahap | Batas waktu |\n|---|---|\n| Menjawab | 10 hari kerja |", "10 hari kerja"},
		{"a limit in a row", "", "| Tahap | Waktu |\n|---|---|\n| Paling lambat | 3 hari kerja |", "3 hari kerja"},
		{"a term and its definition", "", "Batas menjawab\n: 10 hari kerja", "Batas menjawab\n: 10 hari kerja"},
		{"in the summary", "summary: Dijawab paling lambat 10 hari kerja.\n", "Isi.", "paling lambat 10 hari kerja"},
		{"in the summary with its basis", "summary: Paling lambat 10 hari kerja (UU 14/2008).\n", "Isi.", ""},
		{"a basis in a note", "", "Paling lambat 10 hari kerja.[^1]\n\n[^1]: Pasal 22 UU 14/2008.", ""},
		{"a note without a basis", "", "Paling lambat 10 hari kerja.[^1]\n\n[^1]: Contoh.", "Paling lambat 10 hari kerja"},
		{"a procedure in a table", "", "| SOP | Paling lama |\n|---|---|\n| [Satu](satu.md) | 10 hari kerja |", ""},
		{"where a link leads", "", "[Lihat](pasal-1/ps.22) batas-10.png", ""},
		{"what is quoted", "", "\"Paling lambat Selasa\" lebih baik daripada \"sepuluh hari kerja\".", ""},
		{"a number far from the word", "", "Dalam rapat yang dihadiri orang-orang dari semua bagian di kantor kami di Soreang, panitia bekerja 5 hari kerja.", ""},
		{"a number behind one that is far", "", "Dalam rapat yang dihadiri orang-orang dari semua bagian di kantor kami di Soreang, disepakati paling lambat 5 hari kerja.", "paling lambat 5 hari kerja"},
		{"a mean", "", "Rata-rata jawaban diberikan dalam 4 hari kerja pada tahun 2025.", ""},
		{"a measured time", "", "Jawaban diberikan dalam 4 hari kerja pada tahun 2025.", ""},
		{"a limit behind what happened", "", "Median 4 hari kerja. Paling lambat 10 hari kerja.", "Paling lambat 10 hari kerja"},
		{"a basis by its short name", "", "Menurut UU KIP (Pasal 36), keberatan diajukan tertulis.", ""},
		{"a limit of age", "", "Batas usia pelamar 35 tahun.", ""},
		{"days of an event", "", "Pameran berlangsung dalam tiga hari.", ""},
		{"items of a list", "", "- Paling lambat Senin\n- 10 hari kerja per bulan", ""},
		{"a blank line that is not empty", "", "UU 14/2008 berlaku.\n \t\nPaling lambat 10 hari kerja.", "Paling lambat 10 hari kerja"},
		{"a basis in the header", "dasar: [{instrumen: uu-14-2008, pasal: \"22\", sumber: ingatan}]\n", "Paling lambat 10 hari kerja.", ""},
		{"what happened", "", "Median 4 hari kerja. Satu permintaan dijawab pada hari kerja ke-12.", ""},
		{"a table of procedures", "", "| SOP | Waktu |\n|---|---|\n| Satu | 10 hari kerja |", ""},
		{"code", "", "```\nPasal 22, paling lambat 10 hari kerja\n```", ""},
		{"a mark in place of a number", "", "Paling lambat <tenggat:umum/tanggapan>.", ""},
	} {
		src := "---\ntitle: A\n" + tt.header + "---\n" + tt.body + "\n"
		got := ""
		for _, d := range parseAs("halaman", src).Diags {
			if d.Code == diag.LawUnsourced {
				got += d.Args[0]
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
