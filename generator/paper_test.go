package main

import (
	"context"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"maklumat/generator/internal/attachment"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// mediaBox is the size of a sheet in a PDF (ISO 32000-1, 7.7.3.3).
var mediaBox = regexp.MustCompile(`/MediaBox \[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]`)

// printed returns what comes out of the printer: the sheets, whether all of them lie
// across, and the text on them.
func printed(t *testing.T, ctx context.Context) (pages int, landscape bool, text string) {
	t.Helper()
	var b strings.Builder
	pdf := onPaper(t, ctx)
	info := attachment.Read("a.pdf", pdf, func(p attachment.Piece) {
		if !p.Hidden {
			b.WriteString(p.Text + "\n")
		}
	})
	boxes := mediaBox.FindAllSubmatch(pdf, -1)
	if len(boxes) == 0 {
		t.Fatal("a PDF without the size of its sheets")
	}
	landscape = true
	for _, m := range boxes {
		width, _ := strconv.ParseFloat(string(m[1]), 64)
		height, _ := strconv.ParseFloat(string(m[2]), 64)
		landscape = landscape && width > height
	}
	return info.Pages, landscape, strings.Join(strings.Fields(b.String()), " ")
}

// never are words that belong to the screen and to no sheet of paper.
var never = []string{"Langsung ke isi", "Beri tahu kami lewat", "Hitung tenggat Pengumuman", "Salin tautan", "Umpan Atom", "Isi halaman"}

// TestPaper prints what offices print, and counts the sheets: procedures as the official
// sheets, forms on exactly theirs, articles on few.
func TestPaper(t *testing.T) {
	t.Parallel()
	site := served(t, released(t, "--draft"))
	ctx := browser(t)
	for _, tt := range []struct {
		name, path string
		pages      int
		exactly    bool // an official form: no sheet more, and none less
		landscape  bool
		on         []string // the words on paper
		off        []string // that are not
	}{
		{"a procedure of ten steps", "/sop/permintaan-informasi/", 3, true, true, []string{"Nomor SOP 01/PPID/2026", "Disahkan oleh", "Peralatan", "Mengajukan permintaan", "Menyerahkan pemberitahuan", "kab-bandung.kpu.go.id/sop/permintaan-informasi/"}, []string{"Minta informasi sekarang", "Langkah demi langkah"}},
		{"a procedure of eight steps", "/sop/pengajuan-keberatan/", 2, true, true, []string{"Nomor SOP 02/PPID/2026", "Keterkaitan", "Pelaksana", "Mutu baku"}, nil},
		{"a procedure of seven steps", "/sop/pendokumentasian-informasi-dikecualikan/", 2, true, true, []string{"Peringatan", "Pencatatan", "Keterangan"}, nil},
		{"a request form", "/isi-formulir-permintaan/", 1, true, false, []string{"Nomor pendaftaran", "Nomor tanda pengenal", "Petugas layanan", "Hak pemohon"}, []string{"Kirim lewat surel"}},
		{"an objection form", "/isi-formulir-keberatan/", 1, true, false, []string{"Kasus posisi", "g. Disampaikan melewati batas waktu", "Pengaju keberatan"}, []string{"Salin teks"}},
		{"an article with a picture", "/berita/2026/meja-informasi/", 1, false, false, []string{"Yang baru di sana", "Saran"}, []string{"Bagikan", "Telegram"}},
		{"an article of the old site", "/berita/2021/budaya-kerja/", 1, false, false, []string{"Bandung, kab-bandung.kpu.go.id", "Dilihat 52 kali"}, []string{"Bagikan", "Telegram"}},
		{"a document with a chart and its table", "/dokumen/laporan-realisasi-anggaran-2025/", 2, false, false, []string{"Belanja pegawai", "Masa simpan", "Kutip dokumen ini"}, []string{"SHA"}},
		{"a report, its figures open", "/laporan/2025/", 4, false, false, []string{"Permintaan per bulan", "Desember", "hari kerja ke-12"}, nil},
		{"the request guide", "/minta-informasi/", 5, false, false, []string{"Formulir permintaan", "Semua tenggat", "Pasal 22 ayat (7) UU 14/2008"}, nil},
		{"the register on one table", "/informasi/cetak/", 5, false, true, []string{"Ringkasan isi informasi", "Masa simpan"}, nil},
		{"the assessment", "/monev/2026/", 3, false, true, []string{"Pertanyaan", "Bukti"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			open(t, ctx, site+tt.path)
			pages, wide, text := printed(t, ctx)
			t.Logf("%d sheets", pages)
			if pages > tt.pages || tt.exactly && pages < tt.pages {
				t.Errorf("%d sheets, want %d", pages, tt.pages)
			}
			if wide != tt.landscape {
				t.Errorf("printed across: %v, want %v", wide, tt.landscape)
			}
			for _, words := range tt.on {
				if !strings.Contains(text, words) {
					t.Errorf("%q is not on paper: %s", words, text)
				}
			}
			for _, words := range append(never, tt.off...) {
				if strings.Contains(text, words) {
					t.Errorf("%q is on paper", words)
				}
			}
		})
	}
}

// TestCodeOnPaper holds that nothing of a long line is cut, nor of a word that has no place to
// break.
func TestCodeOnPaper(t *testing.T) {
	t.Parallel()
	site := served(t, released(t))
	ctx := browser(t)
	open(t, ctx, site+"/profil/")
	ask[bool](t, ctx, `(() => {
		const code = document.createElement("pre");
		code.innerHTML = "<code>" + "kata ".repeat(60) + "TAMAT " + "x".repeat(300) + "UJUNG</code>";
		document.querySelector(".naskah").prepend(code);
		return true;
	})()`)
	err := chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
	if wide := ask[int](t, ctx, `(p => p.scrollWidth - p.clientWidth)(document.querySelector(".naskah pre"))`); wide > 0 {
		t.Errorf("%d px of the code are cut off", wide)
	}
}

// TestArticlesOnPaper prints all news: an article takes at most a sheet for every 650
// words.
func TestArticlesOnPaper(t *testing.T) {
	t.Parallel()
	public := released(t)
	site := served(t, public)
	ctx := browser(t)
	pages, err := filepath.Glob(filepath.Join(public, "berita", "20*", "*", "index.html"))
	if err != nil || len(pages) < 20 {
		t.Fatal("no articles", err)
	}
	for _, name := range pages {
		rel, _ := filepath.Rel(public, filepath.Dir(name))
		if _, err := strconv.Atoi(filepath.Base(rel)); err == nil {
			continue // a month
		}
		open(t, ctx, site+"/"+filepath.ToSlash(rel)+"/")
		words := len(strings.Fields(ask[string](t, ctx, "document.querySelector('.naskah').innerText")))
		if sheets, _, _ := printed(t, ctx); sheets > words/650+1 {
			t.Errorf("%s: %d words on %d sheets", rel, words, sheets)
		}
	}
}
