package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A face is a sort of page, with an address of the own site that shows it at its fullest.
type face struct{ name, path string }

// faces are all sorts of pages that visitors see. Every gate walks them.
var faces = []face{
	{"beranda", "/"},
	{"home", "/en/"},
	{"berita", "/berita/"},
	{"berita-tahun", "/berita/2026/"},
	{"artikel", "/berita/2026/meja-informasi/"},
	{"sop-daftar", "/sop/"},
	{"sop", "/sop/permintaan-informasi/"},
	{"register", "/informasi/"},
	{"register-saring", "/informasi/berkala/2025/"},
	{"register-cetak", "/informasi/cetak/"},
	{"dikecualikan", "/informasi/dikecualikan/"},
	{"dokumen", "/dokumen/laporan-realisasi-anggaran-2025/"},
	{"dokumen-nihil", "/dokumen/halaman-serta-merta/"},
	{"dokumen-revisi", "/dokumen/inventaris/"},
	{"panduan", "/minta-informasi/"},
	{"guide", "/en/minta-informasi/"},
	{"kalkulator", "/hitung-tenggat/"},
	{"formulir", "/isi-formulir-permintaan/"},
	{"laporan-daftar", "/laporan/"},
	{"laporan", "/laporan/2025/"},
	{"serta-merta", "/serta-merta/"},
	{"pengumuman", "/pengumuman/layanan-pindah-sementara/"},
	{"regulasi-daftar", "/regulasi/"},
	{"regulasi", "/regulasi/perki-1-2010/"},
	{"profil", "/profil/"},
	{"agenda-daftar", "/agenda/"},
	{"agenda", "/agenda/diskusi-informasi-publik/"},
	{"pejabat", "/pejabat/ketua/"},
	{"kontak", "/kontak/"},
	{"aksesibilitas", "/aksesibilitas/"},
	{"data-terbuka", "/data-terbuka/"},
	{"keterbukaan", "/keterbukaan/"},
	{"monev", "/monev/2026/"},
	{"jalan", "/jika-ditolak/"},
	{"pengaduan", "/pengaduan/"},
	{"permintaan", "/permintaan/2025/10/"},
	{"tanya", "/tanya-jawab/"},
	{"cari", "/cari/"},
	{"cari-hasil", "/cari/?q=laporan"},
	{"tag", "/tag/anggaran/"},
	{"unit", "/unit/keuangan/"},
	{"404", "/404.html"},
}

// gallery are the states of the component gallery, which only a site with drafts has.
var gallery = []face{
	{"galeri", "/galeri-komponen/"},
	{"galeri-panjang", "/galeri-komponen/panjang/"},
	{"galeri-banyak", "/galeri-komponen/banyak/"},
	{"galeri-kosong", "/galeri-komponen/kosong/"},
	{"galeri-lama", "/galeri-komponen/lama/"},
}

// asOf is the day on which the own site is looked at.
const asOf = "2026-11-24"

// scratch is a folder for what tests share. TestMain removes it.
var scratch = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "maklumat-test-") })

// program is the generator, built once for all tests that run it as a process of its own.
var program = sync.OnceValues(func() (string, error) {
	dir, err := scratch()
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "maklumat")
	out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput()
	if err != nil {
		return "", &buildError{out, err}
	}
	return name, nil
})

type buildError struct {
	out []byte
	err error
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + string(e.out) }

// releases are the releases of the own site that tests share, by the options of the build.
var releases sync.Map

// released builds the own site, once for all tests, and returns its folder, in which
// nothing may be changed.
func released(t *testing.T, args ...string) string {
	t.Helper()
	once, _ := releases.LoadOrStore(strings.Join(args, " "), sync.OnceValues(func() (string, error) {
		name, err := program()
		if err != nil {
			return "", err
		}
		public, err := os.MkdirTemp(filepath.Dir(name), "public-")
		if err != nil {
			return "", err
		}
		cmd := exec.Command(name, append([]string{"build", "--date", asOf, "--out", public}, args...)...)
		cmd.Dir = ".."
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", &buildError{out, err}
		}
		return public, nil
	}))
	public, err := once.(func() (string, error))()
	if err != nil {
		t.Fatal(err)
	}
	return public
}

// releasedCopy returns a folder with the released own site that the test may change.
func releasedCopy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(released(t))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// changed copies the own site, adds to its settings and its files, builds it, and returns
// its folder.
func changed(t *testing.T, settings string, files map[string]string, args ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, folder := range []string{"content", "templates", "static"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	own, err := os.ReadFile("../content/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	save(t, dir, "content/site.yaml", string(own)+"\n"+settings)
	for name, text := range files {
		save(t, dir, name, text)
	}
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, append([]string{"build", "--date", asOf}, args...)...)
	cmd.Dir = dir
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return dir
}

// served serves a folder of files.
func served(t *testing.T, public string) string {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.FS(os.DirFS(public))))
	t.Cleanup(server.Close)
	return server.URL
}

// ownSite builds the repository's own site and serves it.
func ownSite(t *testing.T) string {
	t.Helper()
	return served(t, released(t))
}

// A screen is what a page is looked at with.
type screen struct {
	width, height int
	mobile        bool
	scheme        string // light, dark, forced
}

func (s screen) String() string {
	return fmt.Sprintf("%d-%s", s.width, s.scheme)
}

// look sets the screen of a tab.
func (s screen) look() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(s.width), Height: int64(s.height), DeviceScaleFactor: 1, Mobile: s.mobile,
		}); err != nil {
			return err
		}
		features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}, {Name: "forced-colors", Value: "none"}}
		switch s.scheme {
		case "dark":
			features[0].Value = "dark"
		case "forced":
			features[1].Value = "active"
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
		return err
	})
}

// TestShots takes pictures of every sort of page: SHOTS=DIR go test -run TestShots. It is
// how people look at the theme; what can be measured is in the other tests. With UPDATE=1
// it also takes those of the README.
func TestShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip("SHOTS names the folder for the pictures; ./build.sh shots sets it")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	shootMistake(t, ctx, dir)
	site := served(t, released(t, "--draft"))
	for _, f := range slices.Concat(faces, gallery) {
		if only := os.Getenv("SHOTS_ONLY"); only != "" && !strings.Contains(" "+only+" ", " "+f.name+" ") {
			continue
		}
		for _, s := range []screen{{360, 780, true, "light"}, {360, 780, true, "dark"}, {360, 780, true, "forced"}, {1280, 900, false, "light"}, {1280, 900, false, "dark"}} {
			if err := chromedp.Do(ctx, s.look(), chromedp.Navigate(site+f.path)); err != nil {
				t.Fatal(err)
			}
			shoot(t, ctx, filepath.Join(dir, f.name+"-"+s.String()+".png"), 0, s.width, ask[float64](t, ctx, "document.documentElement.scrollHeight"))
			if p, ok := readmePictures[f.name]; ok && os.Getenv("UPDATE") != "" && s.String() == "1280-light" {
				top := ask[float64](t, ctx, fmt.Sprintf("document.querySelector(%q).getBoundingClientRect().top + scrollY", p.from))
				shoot(t, ctx, filepath.Join("docs", p.file), top, s.width, 1000)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, f.name+".pdf"), onPaper(t, ctx), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shootMistake takes the picture of the editors' manual: the preview with a mistake in it.
func shootMistake(t *testing.T, ctx context.Context, dir string) {
	t.Helper()
	site, address := preview(t)
	if err := chromedp.Do(ctx, screen{900, 420, false, "light"}.look(), chromedp.Navigate(address+"berita/2026/a/")); err != nil {
		t.Fatal(err)
	}
	save(t, site, "content/berita/a.md", strings.Replace(article("Jam layanan selama Ramadan", "Meja informasi buka pukul 08.00."), "opini", "opni", 1))
	until(t, ctx, overlay+`.includes('opni')`)
	shoot(t, ctx, filepath.Join(dir, "galat.png"), 0, 900, 420)
	if os.Getenv("UPDATE") != "" {
		shoot(t, ctx, filepath.Join("docs", "galat.png"), 0, 900, 420)
	}
}

// readmePictures are the faces that the README shows, from an element on.
var readmePictures = map[string]struct{ file, from string }{"beranda": {"home.png", "html"}, "sop": {"sop.png", ".langkah"}, "register": {"register.png", "html"}}

// shoot saves a picture of a part of a page.
func shoot(t *testing.T, ctx context.Context, name string, top float64, width int, height float64) {
	t.Helper()
	beyond := true
	png, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		r, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond,
			Clip:                  &page.Viewport{Y: top, Width: float64(width), Height: height, Scale: 1},
		})
		return r.Data, err
	})
	if err == nil {
		err = os.WriteFile(name, png, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// onPaper returns the page of a tab as it would be printed.
func onPaper(t *testing.T, ctx context.Context) []byte {
	t.Helper()
	yes := true
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(func(p *page.PrintToPDFParams) { p.PreferCSSPageSize = &yes }))
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}
