package page

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/content"
)

// readCSV reads an output as a table, cells by the heads of their columns.
func (m *built) readCSV(path string, comma rune) []map[string]string {
	m.t.Helper()
	text := strings.TrimPrefix(m.text(path), "\xef\xbb\xbf")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		m.t.Fatalf("%s: %v", path, err)
	}
	out := make([]map[string]string, len(rows)-1)
	for i, row := range rows[1:] {
		out[i] = map[string]string{}
		for c, cell := range row {
			out[i][rows[0][c]] = cell
		}
	}
	return out
}

// TestRegisterCSV reads the register back: the oldest entry is the first, so that a new one
// changes no other, and no cell is taken for a formula.
func TestRegisterCSV(t *testing.T) {
	rows := build(t).readCSV("informasi/daftar-informasi-publik.csv", ',')
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	for n, want := range []map[string]string{
		{
			"no":      "1",
			"id":      "hibah",
			"judul":   "'=Hibah 2024",
			"status":  "nihil",
			"berkas":  "",
			"periode": "",
		},
		{
			"no":               "2",
			"id":               "anggaran",
			"ringkasan":        "Realisasi anggaran.",
			"penguasa":         "Subbagian Keuangan",
			"penanggung_jawab": "Kepala Subbagian",
			"waktu_pembuatan":  "2026-01-10",
			"tempat_pembuatan": "Kota Contoh",
			"bentuk":           "cetak; daring",
			"retensi":          "5 tahun",
			"golongan":         "berkala",
			"nomor":            "5/2026",
			"periode": shipped(t)["id"].Text("PeriodHalf",
				shipped(t)["id"].List("PeriodParts")[1], "2025"),
			"kewajiban":  "berkala.anggaran",
			"alamat":     "https://badan.example/ppid/dokumen/anggaran/",
			"diperbarui": "2026-02-01",
			"status":     "tersedia",
			"berkas": "https://badan.example/ppid/dokumen/anggaran/anggaran.csv " +
				"https://badan.example/ppid/dokumen/anggaran/anggaran.pdf",
		},
	} {
		for head, cell := range want {
			if rows[n][head] != cell {
				t.Errorf("%s of row %d: %q, want %q", head, n+1, rows[n][head], cell)
			}
		}
	}
}

// TestFormsOfRegisters holds that the forms of a register say the same: for programs, for
// spreadsheets of Indonesian offices, and as JSON.
func TestFormsOfRegisters(t *testing.T) {
	m := build(t)
	for _, tt := range []struct{ file, list string }{
		{"informasi/daftar-informasi-publik", "informasi"},
		{"informasi/dikecualikan/daftar-informasi-dikecualikan", "pengecualian"},
	} {
		plain, excel := m.readCSV(tt.file+".csv", ','), m.readCSV(tt.file+".excel.csv", ';')
		if fmt.Sprint(plain) != fmt.Sprint(excel) {
			t.Errorf("%s: %v, for spreadsheets %v", tt.file, plain, excel)
		}
		if !strings.HasPrefix(m.text(tt.file+".excel.csv"), "\xef\xbb\xbf") {
			t.Errorf("%s: spreadsheets do not know that it is UTF-8", tt.file)
		}
		var data map[string]any
		m.readJSON(tt.file+".json", &data)
		entries := data[tt.list].([]any)
		if data["badan"] != "Badan Contoh" || len(entries) != len(plain) {
			t.Errorf("%s: as JSON %v", tt.file, data)
			continue
		}
		for n, e := range entries {
			entry := e.(map[string]any)
			for _, head := range []string{"id", "ringkasan", "alamat", "status"} {
				if entry[head] != plain[n][head] {
					t.Errorf("%s: %s of row %d: %v, as CSV %s", tt.file, head, n+1, entry[head],
						plain[n][head])
				}
			}
		}
	}
}

// TestRegisterSheet holds that the sheet for paper has the rows of the register.
func TestRegisterSheet(t *testing.T) {
	m := build(t)
	v := m.page("informasi/cetak/index.html")
	if len(v.Sheet.Rows) != 2 || !v.NoIndex {
		t.Fatalf("%+v", v.Sheet)
	}
	for n, r := range v.Sheet.Rows {
		if len(r.Cells) != len(v.Sheet.Heads) || r.Cells[0] != strconv.Itoa(n+1) {
			t.Errorf("row %d is %q below %q", n, r.Cells, v.Sheet.Heads)
		}
	}
	const want = "Anggaran 2025, Realisasi anggaran., Subbagian Keuangan, Kepala Subbagian, " +
		"Kota Contoh, 10 Jan 2026"
	if got := plain(strings.Join(v.Sheet.Rows[1].Cells[1:6], ", ")); got != want {
		t.Errorf("the second row is %s", got)
	}
}

// TestExclusions says what the public may know of what is excluded.
func TestExclusions(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	x := m.page("informasi/dikecualikan/index.html").Excluded
	if len(x) != 2 {
		t.Fatalf("%+v", x)
	}
	memo, draft := x[0], x[1]
	want := id.Text("Grounds") + ": " + "Pasal 17 huruf i; UU 14/2008 ps. 17 huruf i; UU 5/2014 ps. 127\n" +
		id.Text("Opened") + ": Pendapat disalahpahami.\n" + id.Text("Closed") +
		": Pejabat bebas berpendapat.\n" +
		id.Text("Interest") + ": Keputusannya diumumkan.\n" + id.Text("Parts") + ": seluruh\n" +
		id.Text("Term") + ": " + id.Text("While", "Senin, 2 Februari 2026", "belum diputuskan") +
		"\n"
	if got := facts(memo.Details); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if !memo.Holds || !memo.Mirror || memo.Revocation != nil ||
		plain(memo.Decision.Text) != id.Text("Number")+" 2/2026, Senin, 2 Februari 2026, PPID BC" {
		t.Errorf("one that holds: %+v", memo)
	}
	if draft.Holds || draft.Mirror ||
		plain(draft.Revocation.Text) != "9/2025, Senin, 1 Desember 2025" ||
		links(draft.Open) != "Anggaran 2025 → /ppid/dokumen/anggaran/ ("+id.Text("kind_informasi")+
			")" {
		t.Errorf("one that was revoked: %+v", draft)
	}
	if got := facts(draft.Details); !strings.Contains(plain(got),
		"Rabu, 1 Januari 2025 – Rabu, 31 Desember 2025") {
		t.Errorf("its term is in %s", got)
	}
}

// TestCatalogue reads the catalogue of data: what is public with its files, and of what is
// excluded that it is there.
func TestCatalogue(t *testing.T) {
	m := build(t)
	var doc struct {
		Graph []struct {
			Type any              `json:"@type"`
			Text map[string]any   `json:"dcterms:description"`
			Sets []map[string]any `json:"dcat:dataset"`
		} `json:"@graph"`
	}
	m.readJSON("data/katalog.jsonld", &doc)
	// What DCAT-AP 3 asks for: a description of the catalogue, and resources for agents and
	// origins.
	if said := fmt.Sprint(doc.Graph[0].Text["@value"]); len(said) < 20 {
		t.Errorf("the catalogue is described by %q", said)
	}
	if got := fmt.Sprint(doc.Graph[1].Type); got != "[foaf:Agent foaf:Organization]" {
		t.Errorf("the office is %s", got)
	}
	for _, set := range doc.Graph[0].Sets {
		for key, kind := range map[string]string{ // the ranges of DCAT-AP 3.0.1
			"dcterms:accessRights": "dcterms:RightsStatement", "dcat:landingPage": "foaf:Document",
			"dcterms:accrualPeriodicity": "dcterms:Frequency",
		} {
			if v, ok := set[key].(map[string]any); ok && v["@type"] != kind {
				t.Errorf("%s of %v is %v", key, set["dcterms:identifier"], v)
			}
		}
		for key, kind := range map[string]string{"dcterms:creator": "[foaf:Agent foaf:Organization]", "dcterms:provenance": "dcterms:ProvenanceStatement"} {
			if v, ok := set[key].(map[string]any); set[key] != nil && (!ok || fmt.Sprint(v["@type"]) != kind) {
				t.Errorf("%s of %v is %v", key, set["dcterms:identifier"], set[key])
			}
		}
		if said := set["dcterms:description"].(map[string]any)["@value"]; said == "" {
			t.Errorf("%v has no description", set["dcterms:identifier"])
		}
	}
	access := map[string]string{}
	var budget map[string]any
	for _, set := range doc.Graph[0].Sets {
		id := set["dcterms:identifier"].(string)
		right := set["dcterms:accessRights"].(map[string]any)["@id"].(string)
		access[id] = strings.TrimPrefix(right, accessRights)
		if id == "anggaran" {
			budget = set
		}
	}
	want := map[string]string{"anggaran": "PUBLIC", "hibah": "PUBLIC", "memo": "NON_PUBLIC"}
	if !maps.Equal(access, want) {
		t.Errorf("the catalogue has %v, want %v", access, want)
	}
	files := budget["dcat:distribution"].([]any)
	first := files[0].(map[string]any)
	sum := first["spdx:checksum"].(map[string]any)["spdx:checksumValue"]
	if len(files) != 2 || fmt.Sprint(sum) != "map[@type:xsd:hexBinary @value:"+blobs["content/informasi/anggaran.csv"].Sum.String()+"]" ||
		fmt.Sprint(first["dcat:byteSize"]) != "map[@type:xsd:nonNegativeInteger @value:1234]" {
		t.Errorf("the files are %v", files)
	}
	if got := budget["dcterms:accrualPeriodicity"].(map[string]any)["@id"]; got != frequency+
		"ANNUAL_2" {
		t.Errorf("an entry of half a year comes %v", got)
	}
}

// TestLegalDocuments reads the list for the national network of legal documentation.
func TestLegalDocuments(t *testing.T) {
	var all []map[string]string
	build(t).readJSON("regulasi/jdihn.json", &all)
	for head, want := range map[string]string{
		"idData":              "uu-baru",
		"jenis":               "Undang-Undang",
		"singkatanJenis":      "UU",
		"noPeraturan":         "2",
		"tahunPengundangan":   "2008",
		"tanggalPengundangan": "2008-04-30",
		"urlDownload":         "https://jdih.example/uu-2-2008",
		"subjek":              "keterbukaan",
	} {
		if all[0][head] != want {
			t.Errorf("%s: %q, want %q", head, all[0][head], want)
		}
	}
	if all[1]["status"] != shipped(t)["id"].Text("status_dicabut") {
		t.Errorf("an instrument that was revoked is %s", all[1]["status"])
	}
}

// TestChanges holds that the changes of the register are told the newest first, and the same in
// both forms.
func TestChanges(t *testing.T) {
	m := build(t)
	var data struct {
		Changes []struct {
			Day  string `json:"diperbarui"`
			ID   string `json:"id"`
			What string `json:"perubahan"`
		} `json:"perubahan"`
	}
	m.readJSON("informasi/perubahan.json", &data)
	var feed readFeed
	m.readXML("informasi/perubahan.xml", &feed)
	want := "[{2026-02-01 anggaran Memperbaiki tabel.} {2024-06-01 hibah " +
		shipped(t)["id"].Text("ChangeNew") + "}]"
	if got := fmt.Sprint(data.Changes); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for n, e := range feed.Entries {
		if e.Summary != data.Changes[n].What || !strings.HasSuffix(e.ID, "#"+data.Changes[n].Day) {
			t.Errorf("%+v, as JSON %+v", e, data.Changes[n])
		}
	}
}

// TestCellsAreReadBack holds that every text of a table can be had back from its CSV files.
func TestCellsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.StringMatching(`['=+\-@a1;, "\n\t]{0,6}`), 1, 5).Draw(t,
			"cells")
		for comma, text := range map[rune][]byte{
			',': table{cells}.csv(),
			';': bytes.TrimPrefix(table{cells}.excel(), []byte("\xef\xbb\xbf")),
		} {
			r := csv.NewReader(bytes.NewReader(text))
			r.Comma = comma
			row, err := r.Read()
			if len(cells) == 1 && cells[0] == "" {
				return // an empty line, which readers leave out
			}
			if err != nil {
				t.Fatal(err)
			}
			for i, cell := range row {
				if content.PlainCell(cell) != cells[i] {
					t.Fatalf("%q, want %q", cell, cells[i])
				}
			}
		}
	})
}

// TestReport holds that the file of a report has each figure under the name that it has in the
// document, and that charts and sentences say the same.
func TestReport(t *testing.T) {
	m := build(t)
	id := shipped(t)["id"]
	figures := map[string]string{}
	for _, r := range m.readCSV("laporan/2025/laporan.csv", ',') {
		figures[r["kelompok"]+"."+r["butir"]] = r["jumlah"]
	}
	for name, want := range map[string]string{
		"permintaan.diterima":             "162",
		"permintaan.dalam_proses":         "3",
		"per_bulan.2025-10":               "20",
		"lama_menjawab.17":                "1",
		"alasan_penolakan.17h":            "4",
		"waktu.terlama":                   "12",
		"keberatan.ditolak":               "1",
		"sengketa.diterima":               "0",
		"smart.terbuka_lebih_dulu_persen": "61",
		"survei.nilai":                    "4.4",
		"petugas.terlatih":                "9",
		"anggaran.realisasi":              "1000000",
	} {
		if figures[name] != want {
			t.Errorf("%s: %q, want %q", name, figures[name], want)
		}
	}
	r := m.page("laporan/2025/index.html").Report
	charts := map[string]Chart{}
	for _, c := range r.Charts {
		charts[c.ID] = c
	}
	granted := id.Text("GrantedShare", "141", "162", "87%")
	for chart, want := range map[string]string{
		"per-bulan": id.Text("MostMonth", "Oktober", "20", "Mei", "9"),
		"keputusan": granted,
		"lama":      id.Text("InTime", "158", "159", "10"),
		"alasan":    id.Text("MostReason", "Pasal 17 huruf h: rahasia pribadi", "4", "18"),
	} {
		if got := charts[chart].Sentence; got != want {
			t.Errorf("%s: %q, want %q", chart, got, want)
		}
	}
	took := charts["lama"]
	inTime, late := took.Areas[0], took.Areas[1]
	if len(inTime.Rects) != 2 || len(late.Rects) != 1 || late.Fill == inTime.Fill ||
		took.Lines[0].Points != points(0, late.Rects[0].Y-16, chartWidth, late.Rects[0].Y-16) {
		t.Errorf("the bars are %+v, the limit is %+v", took.Areas, took.Lines)
	}
	if len(r.Smart) != 5 || !strings.Contains(plain(r.Smart[0].Text), "4 hari kerja") ||
		!strings.Contains(r.Smart[3].Text, "4,4") {
		t.Errorf("the five measures are %v", r.Smart)
	}
}

// TestProcedureJSON reads a procedure as programs do.
func TestProcedureJSON(t *testing.T) {
	var p procedureData
	build(t).readJSON("sop/permintaan/sop.json", &p)
	if p.ID != "permintaan" || p.Effective != "2026-01-08" || p.Promise != "10 hari_kerja" ||
		p.Limit != "umum/tanggapan" || len(p.Actors) != 2 {
		t.Errorf("%+v", p)
	}
	if s := p.Steps[1]; s.Shape != "keputusan" || s.Time != "1 hari_kerja – 3 hari_kerja" ||
		fmt.Sprint(s.Next) != "[{ ya jawab } { tidak minta }]" {
		t.Errorf("%+v", s)
	}
	if fmt.Sprint(p.Loops) != "[{periksa tidak minta }]" ||
		p.Times["badan_terlama"] < p.Times["badan_tersingkat"] {
		t.Errorf("%+v", p)
	}
}

// TestOpenData holds that what can be had as data is planned, and that a site without registers
// offers none.
func TestOpenData(t *testing.T) {
	m := build(t)
	data := m.page("profil/index.html").OpenData()
	n := 0
	for _, d := range data {
		for _, l := range d.Links {
			n++
			if m.job(strings.TrimPrefix(l.Href, "/ppid/")) == nil {
				t.Errorf("%s offers %s, which is not planned", d.Title, l.Href)
			}
		}
	}
	if n != 17 || len(data[0].Columns) != len(registerHeads) {
		t.Errorf("%d files, %d columns", n, len(data[0].Columns))
	}
	for _, c := range data[0].Columns {
		if c.Text == "" {
			t.Errorf("nothing is said of the column %s", c.Name)
		}
	}
}

// TestAddresses reads the list of addresses: of every public document, its old ones and those
// that were withdrawn.
func TestAddresses(t *testing.T) {
	var a Addresses
	m := buildOn(t, "2026-03-10", true, change{
		"content/halaman/konsep.md": "---\ntitle: Konsep\ndraft: true\n---\nIsi.\n",
	})
	if err := json.Unmarshal([]byte(m.text(AddressFile)), &a); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		"/profil/":                      "content/halaman/profil.md",
		"/layanan/minta/":               "content/halaman/minta-informasi.md",
		"/dokumen/lama/":                "content/data/withdrawn.yaml",
		"/konsep/":                      "",
		"/informasi/dikecualikan/#memo": "",
	} {
		if a.Documents[address] != want {
			t.Errorf("%s: %q, want %q", address, a.Documents[address], want)
		}
	}
	if a.Site != "https://badan.example/ppid/" || a.IsOther(a.Site) ||
		!a.IsOther("https://lain.example/") {
		t.Errorf("the list is of %s", a.Site)
	}
}
