package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"maklumat/generator/internal/search"
)

// tasks are what visitors look for, with the document that they mean.
var tasks = []struct{ query, address string }{
	{"cara meminta informasi", "minta-informasi/"}, {"permohonan informasi", "sop/permintaan-informasi/"}, {"mengajukan keberatan", "sop/pengajuan-keberatan/"},
	{"formulir permintaan", "dokumen/formulir-permintaan/"}, {"formulir keberatan", "dokumen/formulir-keberatan/"}, {"anggaran 2025", "dokumen/laporan-realisasi-anggaran-2025/"},
	{"LRA 2024", "dokumen/laporan-realisasi-anggaran-2024/"}, {"harta kekayaan pejabat", "dokumen/lhkpn-2025/"}, {"laporan kinerja 2024", "dokumen/laporan-kinerja-2024/"},
	{"jumlah pemilih triwulan III", "dokumen/jumlah-pemilih-2026/"}, {"rencana pengadaan 2026", "dokumen/rencana-umum-pengadaan-2026/"}, {"gaji", "dokumen/data-pegawai/"},
	{"struktur organisasi", "dokumen/struktur-organisasi/"}, {"survei kepuasan", "dokumen/survei-kepuasan-2025/"}, {"uu 14 2008", "regulasi/uu-14-2008/"},
	{"menghitung tenggat", "hitung-tenggat/"}, {"jam layanan", "pengumuman/jam-layanan-akhir-tahun/"}, {"disabilitas", "regulasi/uu-8-2016/"},
	{"informasi yang dikecualikan data pemilih", "informasi/dikecualikan/#data-pribadi-pemilih"}, {"01/PPID/2026", "sop/permintaan-informasi/"},
	{"evakuasi", "dokumen/prosedur-evakuasi/"}, {"pengaduan pelanggaran", "dokumen/tata-cara-pengaduan/"}, {`"budaya kerja"`, "berita/2021/budaya-kerja/"},
	{"neraca 2024", "dokumen/neraca-2024/"}, {"uji konsekuensi", "sop/uji-konsekuensi/"},
}

// answers asks the program itself.
func answers(t *testing.T, query string) search.Answer {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, "search", "--date", asOf, "--format", "json", "-n", "10", "--", query)
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(query, err)
	}
	var a search.Answer
	if err := json.Unmarshal(out, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestSearchPage asks the page what visitors ask: the document that they mean is among the
// first three, and the page and the program find the same in the same order.
func TestSearchPage(t *testing.T) {
	site := ownSite(t)
	ctx := browser(t)
	const hits = `JSON.stringify(Array.from(document.querySelectorAll('.temuan li > a'), function (a) { return a.getAttribute('href').replace('../', ''); }))`
	for _, task := range tasks {
		open(t, ctx, site+"/cari/?q="+strings.ReplaceAll(strings.ReplaceAll(task.query, " ", "+"), `"`, "%22"))
		until(t, ctx, "/ditemukan|memuat/i.test(document.getElementById('hasil').textContent)")
		var found []string
		if err := json.Unmarshal([]byte(ask[string](t, ctx, hits)), &found); err != nil {
			t.Fatal(err)
		}
		at := -1
		for n, address := range found {
			if address == task.address {
				at = n
				break
			}
		}
		if at < 0 || at > 2 {
			t.Errorf("%q: %s is number %d of %v", task.query, task.address, at+1, found)
		}
		var want []string
		for _, r := range answers(t, task.query).Results {
			want = append(want, r.Address)
		}
		if strings.Join(found, " ") != strings.Join(want, " ") {
			t.Errorf("%q: the page finds\n%v\nthe program\n%v", task.query, found, want)
		}
	}
}

// TestSearchTyping types, corrects, narrows and clears.
func TestSearchTyping(t *testing.T) {
	site := ownSite(t)
	ctx := browser(t)
	open(t, ctx, site+"/cari/")
	if err := chromedp.Do(ctx, chromedp.SendKeys(chromedp.CSS("#q"), "laporn kinerja")); err != nil {
		t.Fatal(err)
	}
	until(t, ctx, "document.querySelector('#hasil a') && document.querySelector('#hasil a').textContent === 'laporan kinerja'")
	until(t, ctx, "location.search === '?q=laporn+kinerja'")
	until(t, ctx, "document.querySelectorAll('.temuan mark').length > 0 && document.querySelector('.indeks').hidden")
	open(t, ctx, site+"/cari/?q=laporan")
	until(t, ctx, "document.querySelectorAll('.temuan li').length === 10 && document.querySelectorAll('.pilihan select').length === 4")
	ask[bool](t, ctx, `(function () { var s = document.querySelector('select[name=tahun]'); s.value = '2024'; s.dispatchEvent(new Event('change')); return true; })()`)
	until(t, ctx, "location.search === '?q=laporan&tahun=2024' && Array.from(document.querySelectorAll('.temuan .ket')).every(function (p) { return p.textContent.includes('2024'); })")
	// Nothing found leads to the request guide, with the words.
	open(t, ctx, site+"/cari/?q=qqqqqqqq")
	until(t, ctx, "!!document.querySelector('#hasil a[href=\"/minta-informasi/?cari=qqqqqqqq\"]')")
	// A word that names a property of every object of the script is a word like others.
	open(t, ctx, site+"/cari/?q=constructor")
	until(t, ctx, "!!document.querySelector('#hasil a[href=\"/minta-informasi/?cari=constructor\"]')")
	// What attackers type is shown as text.
	open(t, ctx, site+"/cari/?q=%3Cscript%3Ewindow.bad%3D1%3C%2Fscript%3E+%22laporan")
	until(t, ctx, "document.getElementById('hasil').textContent !== ''")
	if ask[bool](t, ctx, "window.bad === 1 || !!document.querySelector('main script')") {
		t.Error("a query ran as script")
	}
	press(t, ctx, kb.Escape)
}

// TestSearchBroken takes a file of the index away, and cuts another short: the page says so
// and shows the index A–Z.
func TestSearchBroken(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(path string) error
	}{
		{"missing", os.Remove},
		{"cut short", func(path string) error { return os.Truncate(path, 100) }},
	} {
		public := released(t)
		files, err := filepath.Glob(filepath.Join(public, "cari", "*.txt"))
		if err != nil || len(files) < 3 {
			t.Fatal(err, files)
		}
		for _, f := range files {
			if filepath.Base(f) != "indeks.txt" {
				if err := tt.spoil(f); err != nil {
					t.Fatal(err)
				}
			}
		}
		ctx := browser(t)
		open(t, ctx, served(t, public)+"/cari/?q=laporan")
		until(t, ctx, "document.getElementById('hasil').textContent.includes('tidak dapat dipakai') && !document.querySelector('.indeks').hidden")
	}
}

// TestCandidatesAgree holds the script's rules for affixes to the generator's.
func TestCandidatesAgree(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, ownSite(t)+"/cari/")
	b, err := os.ReadFile("internal/search/testdata/families.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	for _, w := range strings.Fields(string(b)) {
		want[strings.ToLower(w)] = search.Candidates(strings.ToLower(w))
	}
	expected, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	wrong := ask[string](t, ctx, fmt.Sprintf(`(function (want) {
	  return Object.keys(want).filter(function (w) { return maklumatKandidat(w).join() !== want[w].join(); }).slice(0, 5).map(function (w) { return w + ': ' + maklumatKandidat(w) + ' / ' + want[w]; }).join('\n');
	})(%s)`, expected))
	if wrong != "" {
		t.Error(wrong)
	}
}

// TestSearchOnASlowPhone measures from the query to the results when all bytes are there,
// against what the browser takes for the same work without reading anything.
func TestSearchOnASlowPhone(t *testing.T) {
	ctx := browser(t)
	site := ownSite(t)
	open(t, ctx, site+"/cari/?q=laporan+kinerja")
	until(t, ctx, "document.querySelectorAll('.temuan li').length > 0")
	if err := chromedp.Do(ctx, slowPhone()); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	ask[bool](t, ctx, `(function () { document.querySelector('.temuan').textContent = ''; document.getElementById('q').form.requestSubmit(); return true; })()`)
	until(t, ctx, "document.querySelectorAll('.temuan li').length > 0")
	t.Logf("a query whose files are there: %d ms, with the waiting of this test", time.Since(start).Milliseconds())
}
