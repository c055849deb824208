package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"maklumat/generator/internal/content"
)

// gate returns a file of the npm packages that ./build.sh test installs. Without them a
// test is skipped, but never in CI.
func npm(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", ".maklumat", "npm", "node_modules", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("not installed; ./build.sh test installs it: ", name)
		}
		t.Skip("SKIPPED, because it is not installed; ./build.sh test installs it: ", name)
	}
	return path
}

// gzipped is how many bytes a page is on the way to a visitor.
func gzipped(b []byte) int { return len(zipped(b)) }

func zipped(b []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Bytes()
}

// results waits for what the search page finds.
const results = `new Promise(function (done) { (function look() { if (document.querySelector(".temuan li")) done(1); else setTimeout(look, 20); })(); })`

// walk opens every face, in two tabs at once, and calls see on every screen: the page is opened on the
// first, and turned to the others.
func walk(t *testing.T, site string, screens []screen, see func(ctx context.Context, f face, s screen) error) {
	t.Helper()
	// What the scripts of a page are compiled to for speed is thrown away with the page.
	root := browser(t, chromedp.Flag("js-flags", "--no-turbofan"))
	if err := chromedp.Do(root); err != nil {
		t.Fatal(err)
	}
	visits := make(chan face)
	var wg sync.WaitGroup
	for range 2 {
		ctx, cancel := chromedp.NewContext(root)
		t.Cleanup(cancel)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for f := range visits {
				err := chromedp.Do(ctx, screens[0].look(), chromedp.Navigate(site+f.path))
				if err == nil && strings.Contains(f.path, "?q=") {
					_, err = chromedp.Run(ctx, chromedp.Evaluate[any](results, chromedp.EvalAwaitPromise))
				}
				if err != nil {
					t.Errorf("%s: %v", f.name, err)
					continue
				}
				for _, s := range screens {
					if err := chromedp.Do(ctx, s.look()); err != nil {
						t.Errorf("%s at %s: %v", f.name, s, err)
					} else if err := see(ctx, f, s); err != nil {
						t.Errorf("%s at %s: %v", f.name, s, err)
					}
				}
			}
		}()
	}
	for _, f := range slices.Concat(faces, gallery) {
		visits <- f
	}
	close(visits)
	wg.Wait()
}

// TestAxe holds every sort of page against the rules of WCAG 2.2 AA and the best practices
// of axe-core, on three widths, and on two of them in three schemes.
func TestAxe(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile(npm(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	const all = `['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']`
	// What a scheme changes is colours: the other rules are asked once on a screen.
	const ofColours = `{type: 'rule', values: ['color-contrast', 'link-in-text-block']}`
	const run = `axe.run({resultTypes: ['violations'], preload: false, iframes: false, runOnly: %s}).then(r =>
	  r.violations.map(v => v.id + ': ' + v.help + '\n' + v.nodes.slice(0, 3).map(n => '    ' + n.target.join(' ') + '\n      ' + (n.any.concat(n.all, n.none)[0] || {}).message).join('\n')).join('\n'))`
	screens := []screen{
		{320, 800, true, "light"}, {1280, 800, false, "light"}, {1280, 800, false, "dark"}, {1280, 800, false, "forced"},
		{360, 800, true, "light"}, {360, 800, true, "dark"}, {360, 800, true, "forced"},
	}
	var faults atomic.Int64
	walk(t, served(t, released(t, "--draft")), screens, func(ctx context.Context, f face, s screen) error {
		if s == screens[0] {
			if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](string(axe)+";1")); err != nil {
				return err
			}
		}
		// Menus are open on one width and closed on the others.
		menus := ""
		if s.width == 360 {
			menus = "document.querySelectorAll('details').forEach(function (d) { d.open = true; });"
		}
		rules := all
		if s.scheme != "light" {
			rules = ofColours
		}
		found, err := chromedp.Run(ctx, chromedp.Evaluate[string](menus+fmt.Sprintf(run, rules), chromedp.EvalAwaitPromise))
		if err == nil && found != "" {
			faults.Add(1)
			err = fmt.Errorf("axe-core:\n%s", found)
		}
		return err
	})
	version := regexp.MustCompile(`axe v([0-9.]+)`).FindSubmatch(axe)
	if version == nil {
		t.Fatal("axe-core does not say its version")
	}
	t.Logf("axe-core %s looked at %d sorts of pages on %d screens", version[1], len(faces)+len(gallery), len(screens))
	statement(t, content.Accessibility{
		Pages: len(faces), Widths: []string{"320", "360", "1280"}, Schemes: content.Schemes, Tools: []string{"axe-core " + string(version[1])}, Faults: int(faults.Load()),
	})
}

// statement holds what the site says about its accessibility to what was tested. UPDATE=1
// writes it.
func statement(t *testing.T, tested content.Accessibility) {
	t.Helper()
	const file = "../content/data/accessibility.yaml"
	if os.Getenv("UPDATE") != "" {
		text := fmt.Sprintf(`# Hasil uji aksesibilitas yang terakhir. Ditulis oleh pengujian, bukan dengan tangan:
# UPDATE=1 go test ./generator -run TestAxe
tanggal: %s
halaman: %d
lebar: [%s]
tampilan: [%s]
alat: [%s]
temuan: %d
`, time.Now().Format(time.DateOnly), tested.Pages, strings.Join(tested.Widths, ", "), strings.Join(tested.Schemes, ", "), strings.Join(tested.Tools, ", "), tested.Faults)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data, diags := content.ParseData(time.UTC, []content.DataFile{{Path: "content/data/accessibility.yaml", Src: src}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	said := *data.Accessibility
	tested.Day = said.Day
	if !reflect.DeepEqual(said, tested) {
		t.Errorf("%s says %+v, tested was %+v; UPDATE=1 writes it", file, said, tested)
	}
}

// TestReflow looks for pages that must be pushed sideways (WCAG 1.4.10, 320 px is also 1280
// at 400 %), for text that is too small to read on a phone or to tap (2.5.8), for what stands in
// another order than it is read (1.3.2), and the same with the text spacing that readers may set
// (1.4.12).
func TestReflow(t *testing.T) {
	t.Parallel()
	const measure = `(function () {
	  var w = document.documentElement.clientWidth, out = [];
	  if (document.documentElement.scrollWidth > w) {
	    document.querySelectorAll('body *').forEach(function (e) {
	      var r = e.getBoundingClientRect();
	      if (r.right > w + 1 && r.width && !e.closest('[tabindex="0"]') && out.length < 3) out.push('wider than the screen: ' + e.outerHTML.slice(0, 120));
	    });
	    if (!out.length) out.push('scrolls sideways');
	  }
	  return out.join('\n');
	})()`
	const small = `(function () {
	  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), out = [], seen = {};
	  while (walker.nextNode()) {
	    var n = walker.currentNode, p = n.parentElement;
	    if (!n.nodeValue.trim() || p.closest('svg, script, style, [hidden], [aria-hidden=true]')) continue;
	    var r = document.createRange(); r.selectNodeContents(n);
	    var box = r.getBoundingClientRect(), size = parseFloat(getComputedStyle(p).fontSize);
	    if (box.width > 2 && size < LEAST && !seen[p.tagName + p.className]) { seen[p.tagName + p.className] = 1; out.push(size + 'px: ' + p.outerHTML.slice(0, 100)); }
	  }
	  return out.slice(0, 4).join('\n');
	})()`
	// What is tapped on a phone: main tasks, buttons, groups and pages of lists are 44 px high.
	const targets = `Array.from(document.querySelectorAll('.tugas a, .lembar a, .saringan a, .saringan summary, .kepingan a, button, .tombol, .pintas a, .lipat summary, .alur a, input[type=search]')).filter(function (e) {
	  var r = e.getBoundingClientRect();
	  return r.width > 0 && r.height < 43.5;
	}).map(function (e) { return e.outerHTML.slice(0, 90) + ' ' + e.getBoundingClientRect().height; }).slice(0, 3).join('\n')`
	// What is read first also stands first, every field has its label, headings do not jump.
	const order = `(function () {
	  var out = [], level = 0, last = -1;
	  document.querySelectorAll('h1, h2, h3, h4').forEach(function (h) {
	    var n = +h.tagName[1];
	    if (h.closest('main') && n > level + 1 && level) out.push('jumps to ' + h.tagName + ': ' + h.textContent);
	    if (h.closest('main')) level = n;
	  });
	  if (document.querySelectorAll('h1').length !== 1) out.push('has not one h1');
	  document.querySelectorAll('input, textarea, select').forEach(function (i) {
	    if (!i.labels.length || !i.labels[0].textContent.trim()) out.push('no label: ' + i.outerHTML);
	  });
	  document.querySelectorAll('main h1, main h2, main h3, main p, main li, main tr, main dt').forEach(function (e) {
	    var r = e.getBoundingClientRect();
	    if (!r.height || e.closest('details:not([open]), .tabel, .matriks, .sembunyi, figure, form') || e.matches('.sembunyi, .sambung')) return;
	    if (r.top < last - 3) out.push('stands above what is read before it: ' + e.outerHTML.slice(0, 100));
	    last = Math.max(last, r.top);
	  });
	  return out.slice(0, 3).join('\n');
	})()`
	const spacing = `(function (on) {
	  var s = document.getElementById('lega') || document.head.appendChild(document.createElement('style'));
	  s.id = 'lega';
	  s.textContent = !on ? '' : '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';
	})(%t), 1`
	const cut = `(function () {
	  var out = [];
	  document.querySelectorAll('body *').forEach(function (e) {
	    var c = getComputedStyle(e);
	    if ((c.overflowX === 'hidden' || c.overflowY === 'hidden' || c.overflowX === 'clip') && !/sembunyi|lewati/.test(e.className) && !e.closest('svg, .sembunyi') && c.position !== 'absolute' &&
	      (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && out.length < 3) out.push('cut off: ' + e.outerHTML.slice(0, 120));
	  });
	  return out.join('\n');
	})()`
	screens := []screen{{320, 640, true, "light"}, {360, 640, true, "light"}, {480, 800, true, "light"}, {768, 900, false, "light"}, {1280, 800, false, "light"}}
	walk(t, served(t, released(t, "--draft")), screens, func(ctx context.Context, f face, s screen) error {
		var found []string
		collect := func(expressions ...string) error {
			for _, e := range expressions {
				text, err := chromedp.Run(ctx, chromedp.Evaluate[string](e))
				if err != nil {
					return err
				}
				if text != "" {
					found = append(found, text)
				}
			}
			return nil
		}
		// First as it is, then with the space that readers may ask for (WCAG 1.4.12).
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](fmt.Sprintf(spacing, false))); err != nil {
			return err
		}
		if err := collect(measure); err != nil {
			return err
		}
		if s.width == 360 {
			if err := collect(targets, order); err != nil {
				return err
			}
		}
		if s.width <= 480 {
			if err := collect(strings.Replace(small, "LEAST", "14.5", 1)); err != nil {
				return err
			}
		}
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](fmt.Sprintf(spacing, true))); err != nil {
			return err
		}
		if err := collect(measure, cut); err != nil {
			return err
		}
		if len(found) > 0 {
			return fmt.Errorf("\n%s", strings.Join(found, "\n"))
		}
		return nil
	})
}

// listen makes pages note what their policy kept from running, in window.kept.
func listen(t *testing.T, ctx context.Context) {
	t.Helper()
	const script = `window.kept = []; document.addEventListener('securitypolicyviolation', function (e) { window.kept.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample); })`
	if err := chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	})); err != nil {
		t.Fatal(err)
	}
}

// TestPolicy opens every sort of page and listens for what the Content Security Policy
// keeps from running: a page of ours must give it nothing to do.
func TestPolicy(t *testing.T) {
	t.Parallel()
	site := served(t, released(t, "--draft"))
	ctx := browser(t)
	listen(t, ctx)
	for _, f := range slices.Concat(faces, gallery) {
		open(t, ctx, site+f.path)
		if kept := ask[string](t, ctx, "window.kept.join('\\n')"); kept != "" {
			t.Errorf("%s: the policy kept %s", f.name, kept)
		}
	}
	// The listener hears what there is to hear.
	ask[bool](t, ctx, "document.body.setAttribute('style', 'color: red'), true")
	until(t, ctx, "window.kept.length === 1")
}

// stop is what the keyboard is on.
const stop = `(function () {
  var e = document.activeElement, c = getComputedStyle(e), r = e.getBoundingClientRect();
  return {tag: e.tagName, id: e.id, text: (e.textContent || '').trim().slice(0, 40), main: !!e.closest('main'),
    ring: c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) >= 3, seen: r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight};
})()`

type focus struct {
	Tag, ID, Text    string
	Main, Ring, Seen bool
}

func press(t *testing.T, ctx context.Context, key string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.KeyEvent(key)); err != nil {
		t.Fatal(err)
	}
}

// TestKeyboard walks every sort of page with the Tab key: the skip link comes first and
// leads into the content, every stop is in sight and has its ring, and nothing traps.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	site := ownSite(t)
	ctx := browser(t)
	if err := chromedp.Do(ctx, screen{360, 640, false, "light"}.look()); err != nil {
		t.Fatal(err)
	}
	for _, f := range faces {
		open(t, ctx, site+f.path)
		press(t, ctx, kb.Tab)
		if first := ask[focus](t, ctx, stop); first.Text != "Langsung ke isi" && first.Text != "Skip to content" || !first.Seen {
			t.Errorf("%s: the first stop is %+v", f.name, first)
		}
		press(t, ctx, kb.Enter)
		press(t, ctx, kb.Tab)
		if second := ask[focus](t, ctx, stop); !second.Main && ask[float64](t, ctx, "document.querySelectorAll('main a, main button, main input, main [tabindex]').length") > 0 {
			t.Errorf("%s: after the skip link the keyboard is on %+v", f.name, second)
		}
	}
	for _, f := range []face{faces[0], {"sop", "/sop/permintaan-informasi/"}, {"register", "/informasi/"}, {"formulir", "/isi-formulir-permintaan/"}, {"laporan", "/laporan/2025/"}} {
		open(t, ctx, site+f.path)
		stops := int(ask[float64](t, ctx, "document.querySelectorAll('a[href], button, input, textarea, summary, [tabindex=\"0\"]').length"))
		seen := 0
		for n := 1; n <= stops; n++ {
			press(t, ctx, kb.Tab)
			at := ask[focus](t, ctx, stop)
			if at.Tag == "BODY" {
				break // through, and out
			}
			seen++
			if !at.Ring || !at.Seen {
				t.Errorf("%s: stop %d has no ring or is out of sight: %+v", f.name, n, at)
				break
			}
			if f.path == "/" && at.Tag == "INPUT" && n > 6 {
				t.Errorf("the search field of the home page is stop %d, at most 6", n)
			}
		}
		t.Logf("%s: %d stops", f.name, seen)
	}
}

// TestHome looks at the home page as somebody with a small phone does, while a notice is on
// it: the search field and the first task are in sight, and two taps lead to each answer.
func TestHome(t *testing.T) {
	t.Parallel()
	site := ownSite(t)
	ctx := browser(t)
	if err := chromedp.Do(ctx, screen{360, 640, true, "light"}.look()); err != nil {
		t.Fatal(err)
	}
	open(t, ctx, site+"/")
	for _, selector := range []string{"#q", ".tugas b"} {
		bottom := ask[float64](t, ctx, fmt.Sprintf("document.querySelector(%q).getBoundingClientRect().bottom", selector))
		t.Logf("%s ends at %.0f of 640", selector, bottom)
		if bottom > 640 {
			t.Errorf("%s is below the first screen: it ends at %.0f", selector, bottom)
		}
	}
	for _, way := range []struct {
		want string
		taps []string // what the links say
		on   string   // what stands on the page then
	}{
		{"the deadline", nil, "10 hari kerja"},
		{"the deadline of an objection", nil, "Mengajukan keberatan"},
		{"who is responsible", []string{"Baca SOP", "Pelayanan permintaan informasi publik"}, "Petugas meja informasi"},
		{"the form", []string{"Minta informasi", "Formulir permintaan"}, "Nomor tanda pengenal"},
		{"a document", []string{"Cari dokumen", "Laporan realisasi anggaran 2025"}, "Unduh PDF"},
		{"the desk", []string{"Tanya petugas"}, "Meja informasi ada di lantai dasar"},
	} {
		open(t, ctx, site+"/")
		for _, text := range way.taps {
			// A tap on the first link of the content that says so and can be seen.
			tapped := ask[bool](t, ctx, fmt.Sprintf(`(function () {
			  var link = Array.from(document.querySelectorAll('main a')).find(function (a) {
			    var name = (a.querySelector('b') || a).textContent.trim();
			    return name === %q && a.getBoundingClientRect().height >= 20;
			  });
			  if (link) location.href = link.href;
			  return !!link;
			})()`, text))
			if !tapped {
				t.Fatalf("%s: there is no link %q", way.want, text)
			}
			until(t, ctx, "document.readyState === 'complete' && location.pathname !== '/'")
		}
		until(t, ctx, fmt.Sprintf("document.querySelector('main').innerText.replace(/\\u00a0/g, ' ').includes(%q)", way.on))
	}
}

// TestFilter types into the filter of the register: rows of this page and of the older
// ones are found, their number is said, the words stand in the address, Escape clears.
func TestFilter(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	site := ownSite(t)
	open(t, ctx, site+"/informasi/")
	const rows = "document.querySelectorAll('[data-baris] > li:not([hidden])').length"
	all := ask[float64](t, ctx, rows)
	if err := chromedp.Do(ctx, chromedp.SendKeys(chromedp.CSS("#s"), "pendidikan 2023")); err != nil {
		t.Fatal(err)
	}
	until(t, ctx, rows+" === 1 && document.querySelector('[data-baris] > li:not([hidden])').textContent.includes('Laporan pendidikan pemilih 2023')")
	until(t, ctx, "document.querySelector('.saring [role=status]').textContent === '1 cocok' && location.search === '?s=pendidikan+2023'")
	press(t, ctx, kb.Escape)
	until(t, ctx, rows+fmt.Sprintf(" === %v && location.search === ''", all))
	open(t, ctx, site+"/informasi/?s=tidakadayangbegini")
	until(t, ctx, rows+" === 0 && document.querySelector('.saring [role=status]').textContent.includes('Tidak ada yang cocok')")
}
