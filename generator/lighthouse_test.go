package main

import (
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestLighthouse asks Lighthouse about fourteen sorts of pages, as a phone: 100 in each of
// its four categories, and at least 99 for speed where a picture is on the page. It runs
// for minutes and loads the machine, so only ./build.sh lighthouse runs it.
func TestLighthouse(t *testing.T) {
	if os.Getenv("LIGHTHOUSE") == "" {
		t.Skip("./build.sh lighthouse runs this")
	}
	tool, err := filepath.Abs("../.maklumat/lighthouse/node_modules/lighthouse/cli/index.js")
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + listener.Addr().String()
	public := released(t, "--base-url", address+"/")
	server := &httptest.Server{Listener: listener, Config: &http.Server{Handler: compressed(http.FileServer(http.Dir(public)))}}
	server.Start()
	t.Cleanup(server.Close)
	browserPath, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("no chromium")
	}
	names := map[string]bool{}
	for _, n := range []string{"beranda", "home", "berita", "artikel", "sop-daftar", "sop", "register", "dokumen", "panduan", "kalkulator", "formulir", "laporan", "keterbukaan", "kontak"} {
		names[n] = true
	}
	for _, f := range faces {
		if !names[f.name] {
			continue
		}
		report := filepath.Join(t.TempDir(), "report.json")
		cmd := exec.Command("node", tool, address+f.path, "--quiet", "--output=json", "--output-path="+report,
			"--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run")
		cmd.Env = append(os.Environ(), "CHROME_PATH="+browserPath)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", f.name, err, out)
		}
		b, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		var r struct {
			Categories map[string]struct {
				Score     float64
				AuditRefs []struct{ ID string }
			}
			Audits map[string]struct {
				Score        *float64
				Title        string
				DisplayValue string
			}
		}
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		scores := map[string]int{}
		for name, c := range r.Categories {
			scores[name] = int(c.Score*100 + 0.5)
			least := 100
			if name == "performance" && f.name == "artikel" {
				least = 99
			}
			if scores[name] >= least {
				continue
			}
			t.Errorf("%s: %s %d, at least %d", f.name, name, scores[name], least)
			for _, ref := range c.AuditRefs {
				if a := r.Audits[ref.ID]; a.Score != nil && *a.Score < 1 {
					t.Errorf("    %s: %s %s", ref.ID, a.Title, a.DisplayValue)
				}
			}
		}
		t.Logf("%-12s performance %d, accessibility %d, best practices %d, seo %d", f.name, scores["performance"], scores["accessibility"], scores["best-practices"], scores["seo"])
	}
}
