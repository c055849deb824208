package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// dataOf reads files of site data, each by its name below DataFolder, in pairs of name and text.
func dataOf(files ...string) (*Data, []string) {
	var all []DataFile
	for i := 0; i < len(files); i += 2 {
		all = append(all, DataFile{Path: DataFolder + files[i], Src: []byte(files[i+1])})
	}
	d, diags := ParseData(time.UTC, all)
	var lines []string
	for _, line := range diags {
		for i := 0; i < len(files); i += 2 {
			if line.At.File == DataFolder+files[i] {
				lines = append(lines, told(files[i+1], diag.List{line})...)
			}
		}
	}
	return d, lines
}

const (
	units = "unit:\n  - {slug: humas, nama: Humas, tugas: Berita}\n  - {slug: data, nama: Data}\n"
	kelas = "kelas: [{id: berkala, label_id: Berkala, label_en: Periodic, basis: Pasal 9}]\nitems:\n"
	duty  = "  - {id: berkala.profil, class: berkala, label_id: Profil, label_en: Profile, " +
		"basis: [Pasal 14], article_confidence: high, evidence: page%s}\n"
	umum = "rezim: [{id: umum, label_id: Umum, label_en: General, tahap: [%s, " +
		"{id: z, peran: jawaban, pelaku: ppid, sejak: permintaan, label_id: A, label_en: A}]}]\n"
	tahap = "{id: %s, pelaku: ppid, sejak: permintaan, label_id: A, label_en: A%s}"
	soal  = "tahun: 2026\njudul: A\nkomisi: B\ntangga: [{sedikitnya: %s, nilai: %s, teks: Ya}]\n" +
		"pertanyaan:\n  - {id: 1, teks: Ada?, bobot: '%s', kewajiban: [%s]}\n"
)

// What is wrong in a file of site data is told where it stands.
func TestDataTells(t *testing.T) {
	for _, test := range []struct {
		name  string
		files []string
		want  []string
	}{
		{
			"a file that is none", []string{"unit.yaml", units},
			[]string{"data/unknown content/data/unit.yaml:1:1"},
		},
		{"a folder that is none", []string{"libur/2026.yaml", "a: b\n"},
			[]string{"data/unknown content/data/libur/2026.yaml:1:1"}},
		{"a file of a folder in a folder", []string{"holidays/a/2026.yaml", "a: b\n"},
			[]string{"data/unknown content/data/holidays/a/2026.yaml:1:1"}},
		{"an unknown key", []string{"units.yaml", "unit: [{slug: a, nama: A, tuga: B}]\n"},
			[]string{"field/unknown content/data/units.yaml:1:27 [tuga] → tugas"}},
		{"a unit called as a class is", []string{"units.yaml", "unit: [{slug: berkala, nama: A}]\n"},
			[]string{"unit/reserved content/data/units.yaml:1:15 [berkala]"}},
		{"a unit called as a year is", []string{"units.yaml", "unit: [{slug: 2026, nama: A}]\n"},
			[]string{"unit/reserved content/data/units.yaml:1:15 [2026]"}},
		{"a unit with a longer number", []string{"units.yaml", "unit: [{slug: 20261, nama: A}]\n"}, nil},
		{"a unit called 0000", []string{"units.yaml", "unit: [{slug: '0000', nama: A}]\n"}, nil},
		{"holidays of another year than the file", []string{"holidays/2025.yaml",
			"tahun: 2026\ndasar: SKB\nnasional: [{tanggal: 2026-01-01, nama: Tahun Baru}]\n"},
			[]string{"data/year content/data/holidays/2025.yaml:1:8 [2026]"}},
		{"a holiday of another year", []string{"holidays/2026.yaml",
			"tahun: 2026\ndasar: SKB\nnasional: [{tanggal: 2025-12-25, nama: Natal}]\n"},
			[]string{"data/year content/data/holidays/2026.yaml:3:22 [2025-12-25]"}},
		{"a holiday that is no day", []string{"holidays/2026.yaml",
			"tahun: 2026\ndasar: SKB\nnasional: [{tanggal: besok, nama: Natal}]\n"},
			[]string{"field/date content/data/holidays/2026.yaml:3:22 [besok]"}},
		{"a regime twice", []string{"deadlines.yaml", "rezim:\n" + strings.Repeat(
			"  - {id: umum, label_id: A, label_en: A, tahap: ["+fmt.Sprintf(tahap, "a", ", peran: jawaban")+"]}\n", 2)},
			[]string{"sop/duplicate content/data/deadlines.yaml:3:10 [umum]"}},
		{"a step twice", []string{"deadlines.yaml",
			fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", "")+", "+fmt.Sprintf(tahap, "a", ""))},
			[]string{"sop/duplicate content/data/deadlines.yaml:1:136 [a]"}},
		{"a regime without an answer", []string{"deadlines.yaml",
			strings.Replace(fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", "")), "peran: jawaban, ", "", 1)},
			[]string{"deadline/answer content/data/deadlines.yaml:1:14 [umum]"}},
		{"complaints have no answer", []string{"deadlines.yaml", strings.Replace(strings.Replace(
			fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", "")), "peran: jawaban, ", "", 1),
			"id: umum,", "id: umum, perihal: pengaduan,", 1)}, nil},
		{"a role twice", []string{"deadlines.yaml",
			fmt.Sprintf(umum, fmt.Sprintf(tahap, "tanggapan", ""))},
			[]string{"sop/duplicate content/data/deadlines.yaml:1:154 [jawaban]"}},
		{"a role that is none", []string{"deadlines.yaml",
			fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", ", peran: jawabn"))},
			[]string{"field/value content/data/deadlines.yaml:1:137 [jawabn] → jawaban"}},
		{"a step that extends none", []string{"deadlines.yaml",
			fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", ", memperpanjang: b"))},
			[]string{"deadline/unknown content/data/deadlines.yaml:1:145 [b]"}},
		{
			"a thousand days",
			[]string{"deadlines.yaml", fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", ", hari_kerja: 1000"))},
			nil,
		},
		{"more than a thousand days", []string{"deadlines.yaml",
			fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", ", hari_kerja: 1001"))},
			[]string{"field/number content/data/deadlines.yaml:1:142 [1001]"}},
		{"a party twice", []string{"deadlines.yaml",
			"pihak: [{id: kades, label_id: A, label_en: A}, {id: kades, label_id: B, label_en: B}]\n" +
				fmt.Sprintf(umum, fmt.Sprintf(tahap, "a", ""))},
			[]string{"sop/duplicate content/data/deadlines.yaml:1:53 [kades]"}},
		{"a party that is declared", []string{"deadlines.yaml", "pihak: [{id: kades, label_id: A, label_en: A}]\n" +
			fmt.Sprintf(umum, strings.Replace(fmt.Sprintf(tahap, "a", ""), "ppid", "kades", 1))}, nil},
		{"a party that nobody knows", []string{"deadlines.yaml", "pihak: [{id: kades, label_id: A, label_en: A}]\n" +
			fmt.Sprintf(umum, strings.Replace(fmt.Sprintf(tahap, "a", ""), "ppid", "kads", 1))},
			[]string{"field/value content/data/deadlines.yaml:2:79 [kads] → kades"}},
		{"a form twice", []string{"forms.yaml", "formulir:\n" + strings.Repeat(
			"  - {id: a, judul: A, kepada: B, bagian: [{judul: C, isian: [{id: d, label: D}]}]}\n", 2)},
			[]string{"sop/duplicate content/data/forms.yaml:3:10 [a]"}},
		{
			"a duty twice",
			[]string{"obligations.yaml", kelas + fmt.Sprintf(duty, "") + fmt.Sprintf(duty, "")},
			[]string{"sop/duplicate content/data/obligations.yaml:4:10 [berkala.profil]"},
		},
		{"an edition that is no day of the year", []string{"obligations.yaml",
			kelas + fmt.Sprintf(duty, ", edition_due: 13-31")},
			[]string{"field/date content/data/obligations.yaml:3:153 [13-31]"}},
		{"what holds for an unknown duty", []string{"obligations.yaml",
			kelas + fmt.Sprintf(duty, "") + "overrides: [{id: berkala.profl}]\n"},
			[]string{
				"obligation/unknown content/data/obligations.yaml:4:18 [berkala.profl] → berkala.profil",
			}},
		{"what holds for all below none", []string{"obligations.yaml",
			kelas + fmt.Sprintf(duty, "") + "overrides: [{id: berkla.*}]\n"},
			[]string{"obligation/unknown content/data/obligations.yaml:4:18 [berkla.*]"}},
		{"what holds for all below some", []string{"obligations.yaml",
			kelas + fmt.Sprintf(duty, "") + "overrides: [{id: berkala.*}]\n"}, nil},
		{"does not apply, without a reason", []string{"obligations.yaml",
			kelas + fmt.Sprintf(duty, "") + "overrides: [{id: berkala.profil, not_applicable: true}]\n"},
			[]string{
				"obligation/reason content/data/obligations.yaml:4:13 [{id: " +
					"berkala.profil, not_applicable: true]",
			}},
		{"does not apply, with one", []string{"obligations.yaml", kelas + fmt.Sprintf(duty, "") +
			"overrides: [{id: berkala.profil, not_applicable: true, reason: Tidak ada}]\n"}, nil},
		{"answered for by an unknown unit", []string{"units.yaml", units, "obligations.yaml",
			kelas + fmt.Sprintf(duty, "") + "overrides: [{id: berkala.profil, unit: hums}]\n"},
			[]string{"unit/unknown content/data/obligations.yaml:4:40 [hums] → humas"}},
		{"answered for by a unit", []string{"units.yaml", units, "obligations.yaml",
			kelas + fmt.Sprintf(duty, "") + "overrides: [{id: berkala.profil, unit: data}]\n"}, nil},
		{"questions of another year than the file", []string{"monev/2025.yaml",
			fmt.Sprintf(
				soal, "100", "100", "2.5", "a",
			)}, []string{"data/year content/data/monev/2025.yaml:1:8 [2026]"}},
		{
			"more than all", []string{"monev/2026.yaml", fmt.Sprintf(soal, "101", "101", "2.5", "a")},
			[]string{
				"field/number content/data/monev/2026.yaml:4:23 [101]",
				"field/number content/data/monev/2026.yaml:4:35 [101]",
			},
		},
		{
			"a weight that is none",
			[]string{"monev/2026.yaml", fmt.Sprintf(soal, "100", "100", "berat", "a")},
			[]string{"field/number content/data/monev/2026.yaml:6:32 ['berat']"},
		},
		{"a question on an unknown duty", []string{"obligations.yaml", kelas + fmt.Sprintf(duty, ""),
			"monev/2026.yaml", fmt.Sprintf(soal, "100", "100", "2,5", "berkala.profl")},
			[]string{
				"obligation/unknown content/data/monev/2026.yaml:6:51 [berkala.profl] → berkala.profil",
			}},
		{"a question twice", []string{"monev/2026.yaml", fmt.Sprintf(soal, "100", "100", "2.5", "a") +
			"  - {id: 1, teks: Ada?, bobot: 1, kewajiban: [a]}\n"},
			[]string{"sop/duplicate content/data/monev/2026.yaml:7:10 [1]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, got := dataOf(test.files...)
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// Good files say what later stages rely on.
func TestParseData(t *testing.T) {
	d, told := dataOf(
		"units.yaml", units, "deadlines.yaml",
		strings.Replace(fmt.Sprintf(umum, fmt.Sprintf(tahap, "tanggapan", ", hari_kerja: 10, dasar: Pasal 22")+", "+
			fmt.Sprintf(tahap, "tambahan", ", memperpanjang: tanggapan")), "peran: jawaban, ", "", 1),
		"holidays/2026.yaml",
		"tahun: 2026\ndasar: SKB\nnasional: [{tanggal: 2026-08-17, nama: Merdeka}]\n"+
			"cuti_bersama: [{tanggal: 2026-12-24, nama: Natal}]\n"+
			"setempat: [{tanggal: 2026-06-24, nama: Pilkada}]\n",
		"forms.yaml",
		"formulir:\n  - id: minta\n    judul: A\n    kepada: PPID\n    hak: [Tahu]\n    bagian:\n"+
			"      - {judul: B, petugas: true, isian: [{id: nik, label: NIK, rahasia: true}, "+
			"{id: cara, label: Cara, bentuk: pilihan, pilihan: [Surel, Pos]}]}\n",
		"obligations.yaml",
		kelas+fmt.Sprintf(duty, ", max_age_days: 0, edition_due: 03-31")+
			strings.NewReplacer(
				"berkala.profil", "berkala.lain", "high", "low",
			).Replace(fmt.Sprintf(duty, ""))+
			"overrides: [{id: berkala.profil, until: 2026-05-01, unit: data}]\n",
		"monev/2026.yaml", fmt.Sprintf(soal, "90", "50", "2,5", "berkala.profil"), "personal.yaml",
		"kontak: [humas@kpu.go.id]\n"+
			"izin: [{hash: abc, alasan: A, disetujui: Ketua, sampai: 2026-12-31}]\n",
		"audit.yaml", "hasil: [{tanggal: 2026-01-02, terpenuhi: 3, berlaku: 4}]\n",
		"withdrawn.yaml", "ditarik: [{alamat: /a/, tanggal: 2026-01-02, alasan: Keliru}]\n",
		"views.yaml", "sampai: 2026-03-01 07:15\nhalaman: [{alamat: /a/, jumlah: 7}]\n", "synonyms.yaml",
		"sinonim: [{kata: [DPT, daftar pemilih tetap]}, {kata: [SOP]}]\n", "accessibility.yaml",
		"tanggal: 2026-03-01\nhalaman: 12\nlebar: [360, 1280]\ntampilan: [terang]\nalat: [axe]\n"+
			"temuan: 0\n",
	)
	if len(told) > 0 {
		t.Fatal(told)
	}
	day := func(s string) disclosure.Day { d, _ := disclosure.ParseDay(s); return d }
	if !slices.Equal(d.Units, []Unit{{"humas", "Humas", "Berita", false}, {"data", "Data", "", false}}) {
		t.Errorf("units %+v", d.Units)
	}
	steps := d.Regimes[0].Deadlines
	if d.Regimes[0].ID != "umum" || len(steps) != 3 ||
		steps[0].Days != 10 || !steps[0].Known || steps[0].Basis != "Pasal 22" ||
		steps[1].Known || steps[1].Extends != "tanggapan" || steps[1].Role != disclosure.ExtensionLimit {
		t.Errorf("deadlines %+v", d.Regimes)
	}
	form := d.Form("minta")
	if form == nil || d.Form("lain") != nil || form.Addressee != "PPID" || !form.Sections[0].Officer ||
		!form.Sections[0].Fields[0].Private || form.Sections[0].Fields[0].Sort != "baris" ||
		!slices.Equal(form.Sections[0].Fields[1].Options, []string{"Surel", "Pos"}) {
		t.Errorf("form %+v", form)
	}
	if o := d.Obligations; len(o) != 2 || !o[0].Cited || o[0].MaxAge != 0 || o[0].Edition != "03-31" ||
		o[1].Cited || o[1].MaxAge != disclosure.NoAge || d.Overrides[0].Until != day("2026-05-01") {
		t.Errorf("duties %+v %+v", o, d.Overrides)
	}
	if !d.IsObligation("berkala.lain") || d.IsObligation("berkala.*") ||
		!slices.Equal(d.ObligationIDs(), []string{"berkala.profil", "berkala.lain"}) {
		t.Errorf("ids %q", d.ObligationIDs())
	}
	if q := d.Questionnaires; len(q) != 1 || q[0].Year != 2026 || q[0].Questions[0].Weight != 250 ||
		q[0].Ladder[0] != (disclosure.Rung{Least: 90, Gives: 50, Text: "Ya"}) {
		t.Errorf("questions %+v", q)
	}
	if d.Permits[0].Hash != "abc" || d.Permits[0].Until != day("2026-12-31") || !slices.Equal(
		d.Contacts, []string{"humas@kpu.go.id"},
	) {
		t.Errorf("personal %+v %q", d.Permits, d.Contacts)
	}
	if r := d.AuditResults; len(r) != 1 || r[0].Result != (disclosure.Result{Day: day("2026-01-02"), Held: 3, All: 4}) {
		t.Errorf("results of audits %+v", r)
	}
	if d.Withdrawn[0] != (Withdrawal{"/a/", "Keliru", day("2026-01-02")}) {
		t.Errorf("withdrawn %+v", d.Withdrawn)
	}
	if d.Views.Pages["/a/"] != 7 || d.Views.Until.String() != "2026-03-01 07:15" {
		t.Errorf("views %+v", d.Views)
	}
	if len(d.Synonyms) != 1 || !slices.Equal(d.Synonyms[0], []string{"DPT", "daftar pemilih tetap"}) {
		t.Errorf("synonyms %q", d.Synonyms)
	}
	if a := d.Accessibility; a.Pages != 12 || !slices.Equal(
		a.Widths, []string{"360", "1280"},
	) || a.Day != day("2026-03-01") {
		t.Errorf("accessibility %+v", a)
	}
	for when, free := range map[string]bool{
		"2026-08-17": true, "2026-12-24": true, "2026-06-24": true, "2026-08-18": false,
	} {
		if _, got := d.Calendar.Rest(day(when)); got != free {
			t.Errorf("%s is free: %t", when, got)
		}
	}
	if got, _ := dataOf(
		"holidays/x.yaml", "dasar: A\nnasional: []\n", "monev/x.yaml", "judul: A\n",
	); len(got.Questionnaires) > 0 {
		t.Errorf("a questionnaire of no year: %+v", got.Questionnaires)
	}
}

// Personal data in files of site data is found, but not in the file that permits it.
func TestDataPersonal(t *testing.T) {
	text := "unit: [{slug: a, nama: Ani 3201010101800001}]\n"
	d, _ := dataOf("units.yaml", text, "personal.yaml", "kontak: [\"3201010101800001\"]\n")
	if len(d.Personal) != 1 || d.Personal[0].File != UnitsFile {
		t.Errorf("%+v", d.Personal)
	}
	if d, _ := dataOf("units.yaml", units); d.Personal != nil {
		t.Errorf("%+v", d.Personal)
	}
	if d, _ := dataOf(
		"units.yaml", "unit: [{slug: a, nama: Menurut PKPU 1/2015}]\n",
	); len(d.Cites) != 1 {
		t.Errorf("%+v", d.Cites)
	}
}

func TestDataNames(t *testing.T) {
	for file, want := range map[string]bool{
		"content/data/units.yaml": true, "content/data/monev/2026.yml": true,
		"content/data/_kelas.yaml": false, "content/data/a.md": false, "content/units.yaml": false,
	} {
		if IsData(file) != want {
			t.Errorf("%s: %t", file, !want)
		}
	}
	for file, key := range map[string]string{
		SettingsFile: "title", UnitsFile: "unit", DataFolder + "holidays/2026.yaml": "tahun",
		DataFolder + "holidays/a/2026.yaml": "", DataFolder + "lain.yaml": "",
	} {
		fields := DataFields(file)
		if key == "" && fields != nil || key != "" && (len(fields) == 0 || fields[0].Name != key) {
			t.Errorf("%s: %v", file, fields)
		}
	}
	if names := DataNames(); names[0] != "units.yaml" || !slices.Contains(names, "holidays/") {
		t.Errorf("%q", names)
	}
}

func TestParseHundredths(t *testing.T) {
	for text, want := range map[string]int{
		"2.5": 250, "2,5": 250, "0": 0, "100": 10_000, "0.05": 5, "4.44": 444, "100.00": 10_000,
		"7.": 700, "100.01": -1, "101": -1, "-1": -1, "1.234": -1, "a": -1, "": -1, "1.a": -1,
		"1.-1": -1, ".5": -1,
	} {
		got, ok := Hundredths(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestInstrumentClasses says that a class is found by any of its names, and that a site's own takes
// the place of the pack's.
func TestInstrumentClasses(t *testing.T) {
	data, diags := ParseData(time.UTC, []DataFile{
		{Path: LawFolder + "id-1/instruments.yaml", Src: []byte("bentuk:\n  - {id: uu, label_id: Undang-Undang, label_en: Act}\n" +
			"  - {id: perda, label_id: Perda, label_en: By-law, sebutan: [Peraturan Daerah]}\n")},
		{Path: DataFolder + "instruments.yaml", Src: []byte("bentuk:\n  - {id: perda, label_id: Qanun, label_en: Qanun}\n" +
			"  - {id: reusam, label_id: Reusam, label_en: Reusam}\n")},
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for written, want := range map[string]int{
		"undang-undang": 0, "Act": 0, "Qanun": 1, "Peraturan Daerah": 3, "Reusam": 2, "Lain": 3, "": 3,
	} {
		if got := FindInstrumentClass(data.Instruments, written); got != want {
			t.Errorf("%q: %d, want %d", written, got, want)
		}
	}
}

// TestAnswers says that a site answers the questions of a pack that no duty answers, and no others.
func TestAnswers(t *testing.T) {
	pack := DataFile{Path: LawFolder + "id-1/monev/2026.yaml", Src: []byte("tahun: 2026\njudul: A\nkomisi: KI\n" +
		"tangga: [{sedikitnya: 50, nilai: 100, teks: Ya}]\npertanyaan:\n  - {id: \"1\", teks: A, bobot: \"5\", kewajiban: [a]}\n" +
		"  - {id: \"2\", teks: B, bobot: \"5\"}\n")}
	for _, tt := range []struct{ name, answer, want string }{
		{"a free question", `{id: "2", bukti: [/a/], nilai: 50, alasan: Karena}`, "-1 50 [/a/] Karena; []"},
		{"without its reason", `{id: "2", nilai: 50}`, "-1 50 [] ; [field/required]"},
		{"one that duties answer", `{id: "1", nilai: 50, alasan: Karena}`, "-1 -1 [] ; [field/value]"},
		{"one that is not there", `{id: "3"}`, "-1 -1 [] ; [field/value]"},
		{"the text of a question", `{id: "2", teks: C}`, "-1 -1 [] ; [field/unknown]"},
	} {
		data, diags := ParseData(time.UTC, []DataFile{pack, {
			Path: DataFolder + "monev/2026.yaml", Src: []byte("tahun: 2026\npertanyaan: [" + tt.answer + "]\n"),
		}})
		codes := []string{}
		for _, d := range diags {
			codes = append(codes, string(d.Code))
		}
		q := data.Questionnaires[0].Questions
		got := fmt.Sprintf("%d %d %v %s; %v", q[0].Given, q[1].Given, q[1].Links, q[1].Reason, codes)
		if got != tt.want || len(data.Questionnaires) != 1 {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
