package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/transparency"
)

// aLog is a site of n files with their log, and a page that offers one of them and carries
// the script that checks it.
func aLog(t *testing.T, n, offered int) map[string]string {
	t.Helper()
	var entries []transparency.Entry
	files := map[string]string{}
	for i := range n {
		path := fmt.Sprintf("dokumen/%04d.txt", i)
		files[path] = fmt.Sprint("isi ", i)
		entries = append(entries, transparency.Entry{Sum: digest.Of([]byte(files[path])), Path: path})
	}
	log := (&transparency.Log{}).Append("2026-03-01", entries)
	for _, f := range log.Files("contoh.go.id", nil) {
		files[f.Path] = string(f.Text)
	}
	script, err := os.ReadFile(filepath.Join("..", "templates", "js", "berkas.js"))
	if err != nil {
		t.Fatal(err)
	}
	e := entries[offered]
	files["index.html"] = fmt.Sprintf(`<!doctype html><html lang=id><title>x</title><ul><li><a href="%s">x</a><code>%s</code>
<button hidden data-bukti="%s" data-tunggu="…" data-cocok="cocok {0} {1} {2}" data-beda="beda" data-gagal="gagal">x</button><span role="status"></span></li></ul><script>%s</script>`,
		e.Path, e.Sum, transparency.ProofPath(e), script)
	return files
}

func serveFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		text, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte(text))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// TestFileIsChecked presses the button of a file and reads what a visitor is told: for logs
// of sizes around those at which tiles begin, and for each thing that can be tampered with.
func TestFileIsChecked(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	check := func(files map[string]string, want string) {
		t.Helper()
		open(t, ctx, serveFiles(t, files)+"/")
		until(t, ctx, `!document.querySelector('button').hidden`)
		ask[bool](t, ctx, `document.querySelector('button').click() || true`)
		until(t, ctx, `document.querySelector('[role=status]').textContent.length > 1`)
		if got := ask[string](t, ctx, `document.querySelector('[role=status]').textContent`); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
	for _, n := range []int{1, 2, 3, 7, 255, 256, 257, 511, 512, 700} {
		for _, at := range []int{0, n / 2, n - 1} {
			check(aLog(t, n, at), fmt.Sprintf("cocok 1 Maret 2026 %d %d", at+1, n))
		}
	}
	const n, at = 300, 12
	for name, tamper := range map[string]func(files map[string]string){
		"another file": func(f map[string]string) { f["dokumen/0012.txt"] = "lain" },
		"another log": func(f map[string]string) {
			f[transparency.CheckpointFile] = aLog(t, n+1, at)[transparency.CheckpointFile]
		},
		"another tile":            func(f map[string]string) { f["catatan/tile/8/0/000"] = strings.Repeat("x", 32*256) },
		"another tile above":      func(f map[string]string) { f["catatan/tile/8/1/000.p/1"] = strings.Repeat("x", 32) },
		"another tile at the end": func(f map[string]string) { f["catatan/tile/8/0/001.p/44"] = strings.Repeat("x", 32*44) },
		"another day": func(f map[string]string) {
			for path, text := range f {
				if strings.HasPrefix(path, "catatan/bukti/") {
					f[path] = strings.Replace(text, "2026-03-01", "2020-01-01", 1)
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := aLog(t, n, at)
			tamper(files)
			want := "beda"
			if name == "another log" {
				want = "gagal" // it names a tile that is not there
			}
			check(files, want)
		})
	}
	t.Run("no log", func(t *testing.T) {
		files := aLog(t, n, at)
		delete(files, transparency.CheckpointFile)
		check(files, "gagal")
	})
}

// TestOwnFilesAreChecked presses the button on a page of the own site, under its policy.
func TestOwnFilesAreChecked(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	open(t, ctx, ownSite(t)+"/dokumen/laporan-realisasi-anggaran-2025/")
	ask[bool](t, ctx, `document.querySelectorAll('details').forEach(d => d.open = true) || true`)
	until(t, ctx, `!document.querySelector('button[data-cocok]').hidden`)
	ask[bool](t, ctx, `document.querySelector('button[data-cocok]').click() || true`)
	until(t, ctx, `document.querySelector('.berkas [role=status]').textContent.startsWith('Cocok.')`)
}
