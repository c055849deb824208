package main

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/law"
)

func open(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

// TestCalculatorAgrees compares what the script counts with what the generator counts, for
// every day of a year and every limit.
func TestCalculatorAgrees(t *testing.T) {
	t.Parallel()
	var files []content.DataFile
	for _, pack := range []string{"id-2026.11", "kpu-2026.11"} {
		for _, f := range law.Files(pack) {
			files = append(files, content.DataFile{Path: content.LawFolder + pack + "/" + f.Name, Src: f.Src})
		}
	}
	data, diags := content.ParseData(time.UTC, files)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	type due struct {
		ISO         string `json:"iso"`
		Provisional bool   `json:"sementara"`
	}
	want := map[string][]due{}
	for day := disclosure.DayOf(2026, 1, 1); day <= disclosure.DayOf(2026, 12, 31); day++ {
		for i := range data.Regimes {
			for _, id := range []string{"tanggapan", "perpanjangan"} {
				d := data.Regimes[i].Find(id)
				if d == nil {
					continue // a set of another matter, such as complaints
				}
				at := data.Calendar.After(day, data.Regimes[i].Total(d))
				want[day.String()] = append(want[day.String()], due{at.Day.String(), at.Provisional})
			}
		}
	}
	expected, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	open(t, ctx, ownSite(t)+"/hitung-tenggat/")
	const compare = `(function (want) {
	  var input = document.getElementById('diterima'), out = document.getElementById('hasil'), wrong = [], n = 0;
	  Object.keys(want).forEach(function (day) {
	    input.value = day;
	    input.dispatchEvent(new Event('input'));
	    var said = Array.from(out.querySelectorAll('b'), function (b) { return b.textContent; });
	    want[day].forEach(function (due, i) {
	      n++;
	      var text = new Intl.DateTimeFormat('id', {timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'}).format(Date.parse(due.iso + 'T00:00:00Z'));
	      if ((said[i] || '').indexOf(text) !== 0 || said[i].includes('sementara') !== due.sementara) wrong.push(day + ': ' + JSON.stringify(due) + ' / ' + said[i]);
	    });
	  });
	  return n < 1400 ? 'only ' + n + ' limits' : wrong.slice(0, 5).join('\n');
	})`
	if wrong := ask[string](t, ctx, compare+"("+string(expected)+")"); wrong != "" {
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
	t.Parallel()
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
	t.Parallel()
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
