package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"maklumat/generator/internal/search"
)

// rootsText are words to make documents of.
//
//go:embed internal/search/roots.txt
var rootsText string

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
	{"neraca 2024", "dokumen/neraca-2024/"}, {"uji konsekuensi", "sop/uji-konsekuensi/"}, {"ju'mlah pe’milih triwulan III", "dokumen/jumlah-pemilih-2026/"},
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
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
	for _, tt := range []struct {
		name  string
		spoil func(path string) error
	}{
		{"missing", os.Remove},
		{"cut short", func(path string) error { return os.Truncate(path, 100) }},
	} {
		public := releasedCopy(t)
		files, err := filepath.Glob(filepath.Join(public, "cari", "isi", "*.txt"))
		if err != nil || len(files) < 3 {
			t.Fatal(err, files)
		}
		for _, f := range files {
			if err := tt.spoil(f); err != nil {
				t.Fatal(err)
			}
		}
		ctx := browser(t)
		open(t, ctx, served(t, public)+"/cari/?q=laporan")
		until(t, ctx, "document.getElementById('hasil').textContent.includes('tidak dapat dipakai') && !document.querySelector('.indeks').hidden")
	}
}

// TestCandidatesAgree holds the script's rules for affixes to the generator's.
func TestCandidatesAgree(t *testing.T) {
	t.Parallel()
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

// putIndex puts an index of n documents in place of a site's own, and returns it. The
// documents have two thousand texts: reading them takes longer than all the rest.
func putIndex(t *testing.T, public string, n int) *search.Index {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	roots := strings.Fields(rootsText)
	common := rand.NewZipf(r, 1.15, 4, uint64(len(roots)-1))
	text := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = roots[common.Uint64()]
		}
		return strings.Join(words, " ")
	}
	address := func(i int) string { return fmt.Sprintf("berita/%d/", i) }
	date := func(i int) string { return fmt.Sprintf("%d-%02d-%02d", 2010+i*16/n, 1+i/50%12, 1+i%28) }
	unit := func(i int) string { return fmt.Sprintf("Unit %d", i%100) }
	v := search.NewVocabulary()
	g := search.NewGatherer(v)
	docs := make([]search.Document, n)
	for i := range docs {
		if i >= 2000 {
			docs[i] = docs[i-2000]
			docs[i].Address, docs[i].Date, docs[i].Unit = address(i), date(i), unit(i)
			continue
		}
		d := search.Document{Address: address(i), Title: text(6), Summary: text(15), Kind: "Berita", Date: date(i), Unit: unit(i)}
		g.Add(d.Title, search.InTitle)
		g.Add(text(400), search.InText)
		terms, words := g.Terms()
		d.Terms, d.Words = []search.Terms{terms}, words
		docs[i] = d
	}
	x := search.Build(v, docs, nil)
	for name, text := range x.Files {
		if err := os.WriteFile(filepath.Join(public, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

// TestSearchOfMany finds in the page what the program finds, among ten thousand documents
// of a hundred units, and among so many that the index names lists of its files.
func TestSearchOfMany(t *testing.T) {
	t.Parallel()
	root := browser(t)
	if err := chromedp.Do(root); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{10_000, 20_000} {
		public := releasedCopy(t)
		x := putIndex(t, public, n)
		if lists := strings.Contains(x.Files["cari/indeks.txt"], "\nblok+ ") && strings.Contains(x.Files["cari/indeks.txt"], "\nistilah+ "); lists != (n > 10_000) {
			t.Errorf("%d documents: lists of files: %t", n, lists)
		}
		searcher, err := search.Open(x.Read)
		if err != nil {
			t.Fatal(err)
		}
		site := served(t, public)
		roots := strings.Fields(rootsText)
		for _, tt := range []struct {
			name, query string
			filter      search.Filter
		}{
			{"two words", roots[0] + " " + roots[3], search.Filter{}}, {"rare words", roots[300] + " " + roots[250] + " " + roots[200], search.Filter{}},
			{"an early unit", roots[0], search.Filter{Unit: "Unit 7"}}, {"a late unit in one year", roots[1], search.Filter{Unit: "Unit 98", Year: "2024"}},
		} {
			t.Run(fmt.Sprint(n, " documents, ", tt.name), func(t *testing.T) {
				values := url.Values{"q": {tt.query}, "unit": {tt.filter.Unit}, "tahun": {tt.filter.Year}}
				want, err := searcher.Find(tt.query, tt.filter, 10)
				if err != nil || want.Total == 0 {
					t.Fatal(err, want.Total)
				}
				var expected []string
				for _, r := range want.Results {
					expected = append(expected, "../"+r.Address)
				}
				ctx, cancel := chromedp.NewContext(root)
				defer cancel()
				open(t, ctx, site+"/cari/?"+values.Encode())
				until(t, ctx, "document.querySelectorAll('.temuan li').length > 0")
				found := ask[string](t, ctx, "Array.from(document.querySelectorAll('.temuan li > a'), function (a) { return a.getAttribute('href'); }).join(' ')")
				if found != strings.Join(expected, " ") {
					t.Errorf("the page finds\n%s\nthe program\n%s", found, expected)
				}
				if testing.Verbose() {
					t.Logf("%q finds %d; on a slow phone from the query to the results, ms: %v", tt.query, want.Total, again(t, ctx))
				}
			})
		}
	}
}

// again asks the page's query five more times on a slow phone, when all bytes are there, and
// returns how many milliseconds the results took, for people who ask with -v.
func again(t *testing.T, ctx context.Context) []int {
	t.Helper()
	if err := chromedp.Do(ctx, slowPhone()); err != nil {
		t.Fatal(err)
	}
	var took []int
	for range 5 {
		ask[bool](t, ctx, `(function () {
		  var list = document.querySelector('.temuan'), start;
		  window.took = 0;
		  list.textContent = '';
		  new MutationObserver(function (_, o) { if (list.children.length) { window.took = performance.now() - start; o.disconnect(); } }).observe(list, { childList: true });
		  start = performance.now();
		  document.getElementById('q').form.requestSubmit();
		  return true;
		})()`)
		until(t, ctx, "window.took > 0")
		took = append(took, int(ask[float64](t, ctx, "window.took")))
	}
	slices.Sort(took)
	return took
}
