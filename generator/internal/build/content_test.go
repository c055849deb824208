package build_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// The repository's own content shows what this program is for, so it must be without a
// mistake: no error, no warning, and no false alarm about personal data.
func TestOwnContent(t *testing.T) {
	t.Parallel()
	in := inputs(t, os.DirFS("../../.."))
	in.AsOf = disclosure.Moment{Day: disclosure.DayOf(2026, 11, 24)}
	out := &released{files: map[string]string{}}
	s := run(t, nil, in, out)
	for _, d := range s.Messages() {
		if d.Code == diag.HolidaysEnd {
			continue // in November, the decree of the next year may not be there
		}
		t.Errorf("%s: %s", d.At.File, d.Code)
	}
	traceReport(t, out.files["laporan/2025/index.html"], out.files["laporan/2025/laporan.csv"])
	checkCatalogue(t, out.files["data/katalog.jsonld"])
	holdsCorrections(t, out.files)
}

// corrections are what the site once said wrongly of the law, and what it says instead. Each row is
// a page with what must be on it, and what must not.
var corrections = []struct{ name, page, on, off string }{
	{"an amendment whose text was not read", "berita/2026/aturan-kpu-diubah/index.html", "Menurut abstrak resminya", "Cara meminta informasi tidak berubah. Tenggatnya"},
	{"the same, in the list of instruments", "regulasi/pkpu-4-2025/index.html", "Menurut abstrak resminya", "Antara lain mengubah"},
	{"who tests the consequences", "profil/index.html", "di KPU dan KPU Provinsi", "dilakukan di tingkat KPU"},
	{"thirty days without condition", "minta-informasi/index.html", "untuk informasi pemilu dan pemilihan batasnya belum kami pastikan", "Sepuluh hari kerja lewat"},
	{"to what the regimes apply", "minta-informasi/index.html", "belum kami pastikan pada naskahnya", "Inilah"},
	{"the article on accessibility", "aksesibilitas/index.html", "Pasal 48 ayat (4) dan (5)", "pasal 48 meminta informasi dapat diakses"},
	{"the pledge in sound", "maklumat-pelayanan/index.html", "audio, visual, atau braille", "**10"},
	{"how many months the table has", "hitung-tenggat/index.html", "dalam tiga bulan", "dalam setahun"},
	{"leave is no holiday", "hitung-tenggat/index.html", "cuti bersama: Natal", "libur: Natal</small></th><td>Kam, 24"},
	{"a title that was shortened", "regulasi/perki-1-2019/index.html", "Pemilihan Umum dan Pemilihan", "Informasi Pemilu dan Pemilihan"},
	{"a title that was made up", "regulasi/pkpu-1-2015/index.html", "belum kami cocokkan dengan naskahnya", "peraturan lama tentang layanan informasi)"},
	{"an instrument without a text says so", "regulasi/uu-8-2016/index.html", "Naskahnya belum ada di sini", ""},
	{"an instrument that was merged", "regulasi/perki-1-2017/index.html", "Dicabut", ""},
	{"both limits of the test", "sop/uji-konsekuensi/index.html", "batasnya 5", "22 hari kerja"},
	{"answers under each regime", "laporan/2025/index.html", "26 dari 26 jawaban", "batas menurut undang-undang"},
	{"accuracy", "laporan/2025/index.html", "tidak diubah lewat keberatan", "keberatan dikabulkan"},
	{"nine elements", "laporan/2025/index.html", "Penanganan pengaduan", "dari 5 ("},
	{"the privacy notice", "minta-informasi/index.html", "Pasal 21 UU 27/2022", ""},
	{"which commission", "minta-informasi/index.html", "Komisi Informasi Provinsi Jawa Barat", "Tidak tahu Komisi Informasi mana"},
	{"which positions", "kontak/index.html", "Atasan PPID", ""},
	{"channels outside", "pengaduan/index.html", "SP4N-LAPOR!", ""},
	{"the limits of complaints, those not certain marked", "pengaduan/index.html", "Memutus pengaduan", ""},
	{"which are no limits of requests", "minta-informasi/index.html", "Menjawab keberatan", "Memberi tanda terima"},
	{"what complaints came to", "laporan/2025/index.html", "Yang diperbaiki karenanya", ""},
	{"conditional duties", "keterbukaan/index.html", "Belum terjadi", ""},
	{"whose estimate it is", "monev/2026/index.html", "hitungan kami sendiri, bukan nilai Komisi Informasi", ""},
	{"the address of e-PPID", "minta-informasi/index.html", "https://ppid.kpu.go.id/", ""},
	{"who spoke", "berita/2021/budaya-kerja/index.html", "Iip Ilham Firman", ""},
	{"from any page to the objection", "index.html", "/jika-ditolak/", ""},
	{"from there to the forms", "jika-ditolak/index.html", "/isi-surat-sengketa/", ""},
	{"no other procedure asks for requests", "sop/penetapan-dip/index.html", "", "Minta informasi sekarang"},
}

// holdsCorrections holds the pages of the site against corrections.
func holdsCorrections(t *testing.T, files map[string]string) {
	t.Helper()
	for _, c := range corrections {
		page, ok := files[c.page]
		page = strings.Join(strings.Fields(strings.ReplaceAll(page, "\u00a0", " ")), " ")
		switch {
		case !ok:
			t.Errorf("%s: there is no page %s", c.name, c.page)
		case !strings.Contains(page, c.on):
			t.Errorf("%s: %s does not say %q", c.name, c.page, c.on)
		case c.off != "" && strings.Contains(page, c.off):
			t.Errorf("%s: %s says %q", c.name, c.page, c.off)
		}
	}
}

var (
	figures   = regexp.MustCompile(`(?s)<dd>([0-9.]+)</dd>|<td class="kanan">([0-9.]+)</td>|class="n [a-z]+">([0-9.]+)</text>`)
	sentences = regexp.MustCompile(`<figcaption>(.*?)</figcaption>`)
	shares    = regexp.MustCompile(`\([0-9]+(,[0-9])?%\)`) // of two figures
	number    = regexp.MustCompile(`[0-9]+`)
)

// traceReport holds that every count on the page of a report stands in its CSV, and so in
// the document's header, which the CSV is written from.
func traceReport(t *testing.T, page, file string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, row := range rows[1:] {
		known[row[3]], known[row[2]] = true, true
		for _, part := range strings.Split(row[3], ".") { // of a mark with decimals
			known[part] = true
		}
	}
	found := 0
	for _, m := range figures.FindAllStringSubmatch(page, -1) {
		n := strings.ReplaceAll(m[1]+m[2]+m[3], ".", "")
		if found++; !known[n] {
			t.Errorf("%s is on the page and not in the data", n)
		}
	}
	if found < 40 {
		t.Errorf("only %d figures found: %q", found, page)
	}
	for _, n := range []string{"10", "17", "3", "5", "14", "2008", "100"} { // the limits, the article, and the best index
		known[n] = true
	}
	for _, m := range sentences.FindAllStringSubmatch(page, -1) {
		for _, n := range number.FindAllString(shares.ReplaceAllString(m[1], ""), -1) {
			if !known[n] {
				t.Errorf("%s in %q is not in the data", n, m[1])
			}
		}
	}
}

// checkCatalogue holds that every dataset and file of the catalogue has what DCAT demands.
func checkCatalogue(t *testing.T, text string) {
	t.Helper()
	var doc struct {
		Graph []struct {
			Sets []map[string]any `json:"dcat:dataset"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Graph) == 0 || len(doc.Graph[0].Sets) < 40 {
		t.Fatalf("the catalogue has no datasets: %.200s", text)
	}
	for _, set := range doc.Graph[0].Sets {
		for _, key := range []string{"@id", "@type", "dcterms:title", "dcterms:description", "dcterms:publisher", "dcterms:accessRights", "dcat:landingPage"} {
			if set[key] == nil {
				t.Errorf("%v has no %s", set["@id"], key)
			}
		}
		files, _ := set["dcat:distribution"].([]any)
		for _, f := range files {
			for _, key := range []string{"dcat:downloadURL", "dcat:mediaType", "dcat:byteSize", "spdx:checksum"} {
				if f.(map[string]any)[key] == nil {
					t.Errorf("a file of %v has no %s", set["@id"], key)
				}
			}
		}
	}
}
