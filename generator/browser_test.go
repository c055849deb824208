package main

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser starts a headless browser. Without one the test is skipped, but never in CI.
func browser(t *testing.T, flags ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no browser: install chromium")
		}
		t.Skip("no browser: install chromium to run this test")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-background-networking", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// preview runs "maklumat serve" in a small site and returns its folder and its address.
func preview(t *testing.T) (dir, address string) {
	t.Helper()
	dir = t.TempDir()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "templates"), os.DirFS("../templates")); err != nil {
		t.Fatal(err)
	}
	save(t, dir, "content/site.yaml", smallSite)
	save(t, dir, "content/berita/a.md", article("Judul satu", "Isi satu."))
	cmd := exec.Command(name, "serve", "--addr", "127.0.0.1:0")
	cmd.Dir = dir
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(line, "http://")
	address, _, _ = strings.Cut(rest, " ")
	return dir, "http://" + address
}

func save(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func article(title, body string) string {
	return "---\ntitle: " + title + "\ndate: 2026-01-02\nkategori: opini\n---\n" + body + "\n" + strings.Repeat("\nParagraf yang panjang.\n", 80)
}

// overlay is the text of the messages above a page, "" when there are none.
const overlay = `(function(){var o=document.getElementById('maklumat-overlay');return o?o.shadowRoot.textContent:''})()`

// TestOpenPageFollowsEdits is what an editor sees: the open page changes by itself and
// stays where it was scrolled to; a mistake is shown above the last good page; its repair
// clears it.
func TestOpenPageFollowsEdits(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	dir, address := preview(t)
	if _, err := chromedp.Run(ctx, chromedp.Navigate(address+"berita/2026/a/")); err != nil {
		t.Fatal(err)
	}
	ask[bool](t, ctx, "scrollTo(0, 500), true")
	save(t, dir, "content/berita/a.md", article("Judul satu", "Isi dua."))
	until(t, ctx, `document.body.textContent.includes('Isi dua.') && scrollY > 0`)
	if scrolled := ask[float64](t, ctx, "scrollY"); scrolled != 500 {
		t.Errorf("the page is at %v after the reload, was at 500", scrolled)
	}
	save(t, dir, "content/berita/a.md", strings.Replace(article("Judul satu", "Isi tiga."), "kategori", "katgori", 1))
	until(t, ctx, overlay+`.includes('katgori')`)
	if text := ask[string](t, ctx, "document.querySelector('main').textContent"); !strings.Contains(text, "Isi dua.") {
		t.Error("the last good page is not below the message")
	}
	save(t, dir, "content/berita/a.md", article("Judul empat", "Isi empat."))
	until(t, ctx, `document.body.textContent.includes('Isi empat.') && `+overlay+` === ''`)
}

func ask[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// until waits for a condition in the page, which may be loaded anew meanwhile.
func until(t *testing.T, ctx context.Context, condition string) {
	t.Helper()
	var err error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		var ok bool
		if ok, err = chromedp.Run(ctx, chromedp.Evaluate[bool](condition)); ok {
			return
		}
	}
	t.Fatalf("waited in vain for %s (%v)", condition, err)
}
