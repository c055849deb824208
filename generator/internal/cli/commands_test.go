package cli

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"maklumat/generator/internal/content"
)

// TestCheck holds the forms in which messages are given, and the code that says whether a build
// would be refused.
func TestCheck(t *testing.T) {
	inSite(t, nil)
	try(t, []row{
		{name: "right", args: []string{"check"},
			out: []string{"2 dokumen terbuka diperiksa: 0 ", "0 peringatan"}},
		{name: "right, with drafts", args: []string{"check", "--draft"},
			out: []string{"3 dokumen terbuka diperiksa: 0 "}},
		{name: "right, for programs", args: []string{"check", "--format", "json"}},
	})
	write(t, "content/halaman/salah.md", wrong)
	try(t, []row{
		{name: "text", args: []string{"check"}, code: 1,
			out: []string{"content/halaman/salah.md:3:1: ", "[field/unknown]", "summary"}},
		{name: "text, in English", args: []string{"check"}, env: env{"MAKLUMAT_LANG": "en"}, code: 1,
			out: []string{"content/halaman/salah.md:3:1: error: ", "1 errors, 0 warnings"}},
		{name: "json", args: []string{"check", "--format", "json"}, code: 1,
			out: []string{`"code": "field/unknown"`, `"file": "content/halaman/salah.md"`}},
		{name: "github", args: []string{"check", "--format", "github"}, code: 1,
			out: []string{"::error file=content/halaman/salah.md,line=3,col=1"}},
		{name: "gitlab", args: []string{"check", "--format", "gitlab"}, code: 1,
			out: []string{`"check_name": "field/unknown"`}},
	})
	for _, format := range []string{"json", "gitlab"} {
		o := run(t, nil, "check", "--format", format)
		if !json.Valid([]byte(o.out)) {
			t.Errorf("%s is no JSON:\n%s", format, o.out)
		}
	}
	if exists("public") {
		t.Error("check wrote something")
	}
	write(t, "templates/halaman.html", "{{.Titel}}")
	try(t, []row{{name: "a template", args: []string{"check"}, code: 1, out: []string{"[template/"}}})
}

// TestNew holds that a new document of every kind, of the site's own too, is valid as it stands
// and kept back until somebody has written it.
func TestNew(t *testing.T) {
	inSite(t, nil)
	kinds := append(content.BuiltIn.Names(), "inovasi")
	for _, kind := range kinds {
		o := must(t, "new", kind, "Laporan baru 2025")
		path := strings.TrimSpace(o.out)
		if !strings.HasPrefix(path, "content/"+kind+"/") || !exists(path) {
			t.Errorf("%s: it names %q", kind, path)
		}
		if !strings.Contains(read(t, path), "draft: true") {
			t.Errorf("%s is no draft", kind)
		}
		if o := run(t, nil, "new", kind, "Laporan baru 2025"); o.code != exitUsage ||
			!strings.Contains(o.err, path+" sudah ada dan tidak ditimpa") {
			t.Errorf("%s is written twice: code %d, %s", kind, o.code, o.err)
		}
	}
	if text := read(t, "content/inovasi/laporan-baru-2025.md"); !strings.Contains(text, "tahap: ") {
		t.Errorf("a field that the site requires is missing:\n%s", text)
	}
	must(t, "check", "--draft")
	if o := must(t, "check"); !strings.Contains(o.out, "2 dokumen terbuka diperiksa") {
		t.Errorf("new documents are public:\n%s", o.out)
	}
}

// TestFmt holds that documents are written in one form, that nothing is written when that is
// only asked, and what is corrected.
func TestFmt(t *testing.T) {
	inSite(t, nil)
	const path = "content/berita/2026/2026-02-01-jam.md"
	const loose = "---\nkategori: opini # satu\ndate: 2026-02-01\ntitle: \"Jam\"\n---\n* satu\n* dua\n"
	const neat = "---\ntitle: Jam\ndate: 2026-02-01\nkategori: opini # satu\n---\n\n- satu\n- dua\n"
	write(t, path, loose)
	try(t, []row{
		{name: "asked", args: []string{"fmt", "--check"}, code: exitContent, out: []string{path},
			err: []string{"4 dokumen diperiksa: 1 dirapikan, 0 dilewati"}, not: []string{"profil"}},
		{name: "asked of another", args: []string{"fmt", "--check", "./content/halaman/profil.md"},
			err: []string{"1 dokumen diperiksa: 0 dirapikan"}},
	})
	if read(t, path) != loose {
		t.Error("asking wrote")
	}
	if o := must(t, "fmt"); strings.TrimSpace(o.out) != path || read(t, path) != neat {
		t.Errorf("it names %q and writes\n%s", o.out, read(t, path))
	}
	if o := must(t, "fmt"); o.out != "" {
		t.Errorf("written twice: %s", o.out)
	}

	const header = "---\ntanpa: penutup\n"
	write(t, "content/halaman/rusak.md", header)
	try(t, []row{{name: "a header that cannot be read", args: []string{"fmt"},
		err: []string{"content/halaman/rusak.md: ", "1 dilewati"}}})
	if read(t, "content/halaman/rusak.md") != header {
		t.Error("a header that cannot be read was written anew")
	}
	if err := os.Remove(filepath.FromSlash("content/halaman/rusak.md")); err != nil {
		t.Fatal(err)
	}

	write(t, "content/halaman/salah.md", wrong)
	link := "---\ntitle: Tautan\n---\n\n[Profil](profill.md)\n"
	write(t, "content/halaman/tautan.md", link)
	try(t, []row{{name: "corrected", args: []string{"fmt", "--fix"},
		out: []string{"content/halaman/salah.md: summari → summary"},
		err: []string{"1 usulan diterapkan, 1 diserahkan kepada editor"}}})
	if !strings.Contains(read(t, "content/halaman/salah.md"), "\nsummary: Ringkas.\n") {
		t.Error("the key is not corrected")
	}
	if read(t, "content/halaman/tautan.md") != link {
		t.Error("what a link meant is a guess, and was taken")
	}
	// Whether a document is public is never a matter of spelling.
	const closed = "---\ntitle: Tertutup\nklasifikasi: Dikecualikan\n---\n\nIsi.\n"
	write(t, "content/halaman/tutup.md", closed)
	if run(t, nil, "fmt", "--fix"); read(t, "content/halaman/tutup.md") != closed {
		t.Error("a class of information was corrected")
	}
}

// TestExplain holds what is told of a file, an address, a template, data and the code of a
// message.
func TestExplain(t *testing.T) {
	inSite(t, map[string]string{
		"static/aset/logo.svg":      `<svg xmlns="http://www.w3.org/2000/svg"/>`,
		"content/halaman/lepas.csv": "a,b\n1,2\n",
		"content/halaman/salah.md":  wrong,
		"templates/bagian/tak.html": "tak dipakai",
	})
	const news = "content/berita/2026/2026-01-05-jam-layanan.md"
	english := env{"MAKLUMAT_LANG": "en"}
	try(t, []row{
		{name: "a document", args: []string{"explain", news},
			out: []string{"jenis        berita", "status       terbit di /berita/2026/jam-layanan/",
				"templates/berita.html", "kategori     opini (" + news + ":5)",
				"slug         jam-layanan (dari nama berkas)", "tampil di    /"}},
		{name: "its address", args: []string{"explain", "/berita/2026/jam-layanan/"},
			out: []string{"jenis        berita", news + ":2"}},
		{name: "its address in a browser", env: english,
			args: []string{"explain", "https://contoh.go.id/berita/2026/jam-layanan"},
			out:  []string{"kind         berita", "public at /berita/2026/jam-layanan/", "shown by"}},
		{name: "a list", args: []string{"explain", "/berita/2026/"},
			out: []string{"templates/daftar.html", "berita/2026, 1 dokumen di halaman ini"}},
		{name: "an address that leads on", args: []string{"explain", "/jam-lama/"},
			out: []string{"ke /berita/2026/jam-layanan/"}},
		{name: "no address", args: []string{"explain", "/tidak/ada/"}, code: exitUsage,
			err: []string{"tidak ada halaman di /tidak/ada/"}},
		{name: "no file", args: []string{"explain", "content/tidak-ada.md"}, code: exitUsage,
			err: []string{"tidak ada berkas content/tidak-ada.md"}},
		{name: "a draft", args: []string{"explain", "content/halaman/nanti.md"},
			out: []string{"ditahan: konsep"}},
		{name: "a document with errors", args: []string{"explain", "content/halaman/salah.md"},
			out: []string{"lihat: maklumat check"}, not: []string{"terbit di"}},
		{name: "a file that a page offers", args: []string{"explain", "./content/halaman/jam.csv"},
			out: []string{"terbit sebagai berkas", "/profil/"}},
		{name: "a file that no page offers", args: []string{"explain", "content/halaman/lepas.csv"},
			out: []string{"tidak terbit"}},
		{name: "a template", args: []string{"explain", "templates/berita.html"},
			out: []string{"1 halaman dengan templat berita"}},
		{name: "a template that nobody uses", args: []string{"explain", "templates/bagian/tak.html"},
			out: []string{"tidak ada halaman"}},
		{name: "settings", args: []string{"explain", "content/site.yaml"},
			out: []string{"data situs", "(content/site.yaml:2)", "tidak ditulis"}},
		{name: "a static file", args: []string{"explain", "static/x.txt"},
			out: []string{"terbit di /x.txt"}},
		{name: "a file for templates", args: []string{"explain", "static/aset/logo.svg"},
			out: []string{"terbit di /aset/"}},
		{name: "a message", args: []string{"explain", "field/unknown"},
			out: []string{"kode         field/unknown", "menahan penerbitan", "artinya"}},
		{name: "a message, in English", args: []string{"explain", "field/unknown"}, env: english,
			out: []string{"error: forbids a release", "meaning"}},
	})
}

// TestHash holds that the hash of a permit is made of one value, however it is written.
func TestHash(t *testing.T) {
	hash := func(line string) (int, string) {
		var out, err voice
		p := &program{out: &out, err: &err, getenv: env{}.get}
		return p.hash(strings.NewReader(line)), strings.TrimSpace(out.String())
	}
	code, plain := hash("3204010203040005")
	if code != exitDone || plain == "" || strings.Contains(plain, "3204010203040005") {
		t.Errorf("code %d, %q", code, plain)
	}
	if _, spaced := hash("  3204010203040005 \n"); spaced != plain {
		t.Errorf("spaces about a value change its hash: %q, %q", plain, spaced)
	}
	for _, line := range []string{"", "\n", "bukan nomor", "3204010203040005 3204010203040006"} {
		if code, out := hash(line); code != exitUsage || out != "" {
			t.Errorf("%q: code %d, %q", line, code, out)
		}
	}
}

// TestAudit holds the forms of an audit, and when it fails.
func TestAudit(t *testing.T) {
	inSite(t, nil)
	args := func(more ...string) []string {
		return append([]string{"audit", "--date", "2026-02-01"}, more...)
	}
	try(t, []row{
		{name: "text", args: args(), out: []string{"Belum ada (1)", "keuangan     Neraca",
			"2026-02-01: 50 persen terpenuhi. 1 terpenuhi"}},
		{name: "text, in English", args: args(), env: env{"MAKLUMAT_LANG": "en"},
			out: []string{"Missing (1)", "Balance sheet", "50 percent met"}},
		{name: "due soon", args: []string{"audit", "--date", "2026-06-30"},
			out: []string{"Segera jatuh tempo (1)", "jatuh tempo 2026-07-", "hari lagi"}},
		{name: "overdue", args: []string{"audit", "--date", "2026-12-01"},
			out: []string{"Lewat waktu (1)", "hari lalu"}},
		{name: "one unit", args: args("--unit", "keuangan"), out: []string{": 0 persen terpenuhi"},
			not: []string{"Alamat"}},
		{name: "csv", args: args("--format", "csv"),
			out: []string{"berkala.alamat,berkala,Alamat,ok", "https://contoh.go.id/profil/"}},
		{name: "json", args: args("--format", "json"), out: []string{`"nilai": 50`}},
		{name: "good enough", args: args("--fail-under", "50")},
		{name: "not good enough", args: args("--fail-under", "51"), code: exitContent,
			err: []string{"nilai 50 persen, di bawah 51"}},
	})
	write(t, "content/halaman/salah.md", wrong)
	try(t, []row{{name: "documents with errors do not count", args: args(),
		err: []string{"membuat sebagian dokumen tidak terhitung"}}})
}

// TestSearch holds how answers are told.
func TestSearch(t *testing.T) {
	inSite(t, nil)
	try(t, []row{
		{name: "found", args: []string{"search", "layanan", "puasa"},
			out: []string{"1 ditemukan", "Jam layanan puasa\n  /berita/2026/jam-layanan/\n",
				"Berita · 2026-01-05"}},
		{name: "found, in English", args: []string{"search", "puasa"},
			env: env{"MAKLUMAT_LANG": "en"}, out: []string{"1 found"}},
		{name: "nothing", args: []string{"search", "xyzzy"}, out: []string{"Tidak ditemukan."}},
		{name: "some of the words", args: []string{"search", "puasa", "xyzzy"},
			out: []string{"Tidak ada yang memuat semua kata. 1 memuat sebagian:"}},
		{name: "nearly a word", args: []string{"search", "puasta"},
			out: []string{"Mungkin maksud Anda: puasa"}},
		{name: "another kind", args: []string{"search", "--jenis", "SOP", "puasa"},
			out: []string{"Tidak ditemukan."}},
		{name: "another year", args: []string{"search", "--tahun", "2025", "puasa"},
			out: []string{"Tidak ditemukan."}},
		{name: "a draft", args: []string{"search", "belum"}, out: []string{"Tidak ditemukan."}},
		{name: "json", args: []string{"search", "--format", "json", "puasa"},
			out: []string{`"Address": "berita/2026/jam-layanan/"`}},
		{name: "no result wanted", args: []string{"search", "-n", "0", "puasa"}, code: exitUsage},
	})
}

// TestImport holds that a source is read by what it is, that nothing is overwritten, and that
// nothing is written when only that is asked.
func TestImport(t *testing.T) {
	inSite(t, map[string]string{
		"hugo/content/posts/bimtek.md": "---\ntitle: Bimbingan teknis\ndate: 2024-03-01\n---\n" +
			"![Peserta](/foto.jpg)\n\nIsi.\n",
		"hugo/static/lain.txt": "x",
		"dip.csv": "Judul informasi;Ringkasan isi;Unit yang menguasai;Penanggung jawab;" +
			"Waktu dan tempat pembuatan;Bentuk;Jangka waktu penyimpanan;Klasifikasi\n" +
			"Neraca 2025;Neraca badan;Keuangan;Kepala;Soreang, 12 Januari 2026;Cetak;5 tahun;Berkala\n",
		"kosong.csv": "",
		"berita.txt": "Jam layanan\n\nKamis, 5 Feb 2026\n\nIsi berita dari halaman lama.\n",
		"apa.doc":    "x",
	})
	const made = "content/berita/2024/2024-03-01-bimtek.md"
	try(t, []row{
		{name: "only asked", args: []string{"import", "--dry-run", "hugo"}, out: []string{made},
			err: []string{"akan ditulis"}},
		{name: "no source", args: []string{"import", "tidak-ada.xml"}, code: exitUsage,
			err: []string{"tidak ada tidak-ada.xml"}},
		{name: "an unknown form", args: []string{"import", "apa.doc"}, code: exitUsage,
			err: []string{"tidak tahu apa itu apa.doc"}},
		{name: "an empty table", args: []string{"import", "kosong.csv"}, code: exitUsage,
			err: []string{"maklumat import: "}},
		{name: "no folder of files", args: []string{"import", "hugo", "--media", "tidak-ada"},
			code: exitUsage, err: []string{"folder tidak-ada tidak ada"}},
	})
	if exists(made) {
		t.Fatal("asking wrote")
	}
	try(t, []row{
		{name: "a folder", args: []string{"import", "hugo"}, out: []string{made},
			err: []string{"1 dokumen dan 0 berkas ditulis", "foto.jpg"}},
		{name: "again", args: []string{"import", "hugo"}, not: []string{"1 dokumen dan"},
			err: []string{made + " sudah ada dan tidak ditimpa", "0 dokumen"}},
		{name: "a register", args: []string{"import", "dip.csv"}, out: []string{"content/informasi/"}},
		{name: "an article", args: []string{"import", "berita.txt"}, out: []string{"content/berita/"}},
	})
}

// TestStats holds which views are counted, once each.
func TestStats(t *testing.T) {
	const line = ` +0700] "GET /profil/ HTTP/1.1" 200 5123 "-" "Mozilla/5.0"` + "\n"
	const first = "203.0.113.7 - - [02/Mar/2026:08:00:00" + line
	inSite(t, map[string]string{
		"akses.log": first +
			strings.Replace(first, "Mozilla/5.0", "Googlebot/2.1", 1) +
			strings.Replace(first, " 200 ", " 404 ", 1) +
			strings.Replace(first, "GET", "POST", 1) +
			strings.Replace(first, "/profil/", "/tidak-ada/", 1) +
			"ini bukan log\n",
		"kemudian.log": first + "203.0.113.8 - - [03/Mar/2026:08:00:00" + line,
		"bukan.log":    "ini bukan log\n",
		"bukan.log.gz": "ini bukan gzip\n",
	})
	f, err := os.Create("akses.log.gz")
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	_, _ = z.Write([]byte(strings.Replace(first, "02/Mar", "04/Mar", 1)))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	try(t, []row{
		{name: "a log", args: []string{"stats", "akses.log"}, out: []string{content.ViewsFile},
			err: []string{"1 kunjungan baru, 1 oleh ", "1 baris tidak dikenali"}},
		{name: "the same again", args: []string{"stats", "akses.log"},
			err: []string{"0 kunjungan baru"}, not: []string{content.ViewsFile}},
		{name: "one that overlaps", args: []string{"stats", "kemudian.log"},
			err: []string{"1 kunjungan baru"}},
		{name: "our own machine", args: []string{"stats", "--except", "203.0.113.7", "akses.log.gz"},
			err: []string{"0 kunjungan baru"}},
		{name: "compressed", args: []string{"stats", "akses.log.gz"}, err: []string{"1 kunjungan baru"}},
		{name: "no log", args: []string{"stats", "bukan.log"}, code: exitUsage,
			err: []string{"tidak ada baris yang dikenali"}},
		{name: "not compressed", args: []string{"stats", "bukan.log.gz"}, code: exitMachine,
			err: []string{"bukan.log.gz"}},
		{name: "not there", args: []string{"stats", "tidak-ada.log"}, code: exitMachine,
			err: []string{"tidak-ada.log"}},
	})
	views := strings.Split(strings.TrimSpace(read(t, content.ViewsFile)), "\n")
	if !slices.Contains(views, "  - {alamat: /profil/, jumlah: 3}") || len(views) != 4 {
		t.Errorf("the counts are\n%s", strings.Join(views, "\n"))
	}
	if strings.Contains(strings.Join(views, ""), "203.0.113") {
		t.Error("the address of a visitor is kept")
	}
	must(t, "check")
}
