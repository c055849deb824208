package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"maklumat/generator/internal/attachment"
)

func open(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

// printed returns what comes out of the printer: the pages and the text on them.
func printed(t *testing.T, ctx context.Context) (pages int, text string) {
	t.Helper()
	var b strings.Builder
	info := attachment.Read("a.pdf", onPaper(t, ctx), func(_ string, _ int, s string) { b.WriteString(s + "\n") })
	return info.Pages, strings.Join(strings.Fields(b.String()), " ")
}

// TestOfficialSheets prints what offices print: an identity sheet and as few sheets of the
// flow as hold it, and forms on one sheet each.
func TestOfficialSheets(t *testing.T) {
	ctx := browser(t)
	site := ownSite(t)
	for _, tt := range []struct {
		path  string
		pages int
		on    []string // the words on paper
		off   []string // that are not
	}{
		{"/sop/permintaan-informasi/", 3, []string{"Nomor SOP 01/PPID/2026", "Disahkan oleh", "Peralatan", "Mengajukan permintaan", "Menyerahkan pemberitahuan"}, []string{"Minta informasi sekarang", "Beri tahu kami"}},
		{"/sop/pengajuan-keberatan/", 2, []string{"Nomor SOP 02/PPID/2026", "Keterkaitan"}, []string{"Beri tahu kami"}},
		{"/isi-formulir-permintaan/", 1, []string{"Nomor pendaftaran", "Nomor tanda pengenal", "Petugas layanan", "Hak pemohon"}, []string{"Kirim lewat surel"}},
		{"/isi-formulir-keberatan/", 1, []string{"Kasus posisi", "g. Disampaikan melewati batas waktu", "Pengaju keberatan"}, []string{"Salin teks"}},
	} {
		open(t, ctx, site+tt.path)
		pages, text := printed(t, ctx)
		if pages != tt.pages {
			t.Errorf("%s prints on %d sheets, want %d", tt.path, pages, tt.pages)
		}
		for _, words := range tt.on {
			if !strings.Contains(text, words) {
				t.Errorf("%s: %q is not on paper: %s", tt.path, words, text)
			}
		}
		for _, words := range tt.off {
			if strings.Contains(text, words) {
				t.Errorf("%s: %q is on paper", tt.path, words)
			}
		}
	}
}

// TestCalculatorAgrees compares what the script counts with the table that needs none, for
// every day in it.
func TestCalculatorAgrees(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, ownSite(t)+"/hitung-tenggat/")
	const compare = `(function () {
	  var input = document.getElementById('diterima'), out = document.getElementById('hasil'), wrong = [], n = 0;
	  document.querySelectorAll('tbody tr').forEach(function (row) {
	    input.value = row.querySelector('time').dateTime;
	    input.dispatchEvent(new Event('input'));
	    var said = out.querySelectorAll('b'), cells = row.querySelectorAll('td');
	    cells.forEach(function (cell, i) {
	      n++;
	      var want = cell.textContent.match(/(\d+)\s(\S{3})/), star = cell.textContent.includes('*');
	      var got = said[i] ? said[i].textContent : '';
	      if (!new RegExp('\\b' + want[1] + ' ' + want[2].replace('Agu', 'Agu') + '').test(got.replace(/\u00a0/g, ' ')) || got.includes('sementara') !== star)
	        wrong.push(input.value + ': ' + cell.textContent + ' / ' + got);
	    });
	  });
	  return n < 1000 ? 'only ' + n + ' days' : wrong.slice(0, 5).join('\n');
	})()`
	if wrong := ask[string](t, ctx, compare); wrong != "" {
		t.Error(wrong)
	}
	skipped := ask[string](t, ctx, `(function () {
	  var input = document.getElementById('diterima');
	  input.value = '2026-12-21';
	  input.dispatchEvent(new Event('input'));
	  return document.querySelector('#hasil small').textContent;
	})()`)
	for _, name := range []string{"Natal", "Tidak dihitung"} {
		if !strings.Contains(skipped, name) {
			t.Errorf("%q does not say why: %s", name, skipped)
		}
	}
}

// TestFormKeepsTheIdentityNumber fills in the form and looks at the messages it makes.
func TestFormKeepsTheIdentityNumber(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, ownSite(t)+"/isi-formulir-permintaan/")
	const fill = `(function () {
	  document.querySelectorAll('.isian input[type=text], .isian textarea').forEach(function (i) { i.value = 'Isi ' + i.name; });
	  document.querySelector('[data-rahasia]').value = '3204015708900001';
	  document.querySelector('input[type=checkbox]').checked = true;
	  return ['ke-surel', 'ke-wa'].map(function (id) {
	    var link = document.getElementById(id);
	    link.addEventListener('click', function (e) { e.preventDefault(); });
	    link.click();
	    return decodeURIComponent(link.href);
	  }).join('\n\n');
	})()`
	links := ask[string](t, ctx, fill)
	for _, want := range []string{"mailto:ppid@contoh.go.id?subject=Formulir permintaan", "https://wa.me/", "Isi nama", "Isi rincian", "Melihat"} {
		if !strings.Contains(links, want) {
			t.Errorf("the messages have no %q: %s", want, links)
		}
	}
	for _, secret := range []string{"3204015708900001", "tanda pengenal", "Isi nomor"} {
		if strings.Contains(links, secret) {
			t.Errorf("%q is in a message: %s", secret, links)
		}
	}
}

// TestWithoutScript looks for controls that would do nothing.
func TestWithoutScript(t *testing.T) {
	ctx := browser(t)
	site := ownSite(t)
	if _, err := chromedp.Run(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	})); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/hitung-tenggat/", "/isi-formulir-permintaan/"} {
		open(t, ctx, site+path)
		dead := ask[float64](t, ctx, `document.querySelectorAll('.hitung:not([hidden]), .kirim:not([hidden])').length`)
		if dead != 0 {
			t.Errorf("%s shows %v controls that need the script", path, dead)
		}
	}
}
