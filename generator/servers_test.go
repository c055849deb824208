package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// A webServer is a server from the system's packages that serves a folder on a port with
// the settings that the site carries for it.
type webServer struct {
	name, program string
	start         func(t *testing.T, root, base, port string) *exec.Cmd
}

// sends reports whether the server sends compressed copies of an encoding.
func (w webServer) sends(encoding string) bool {
	h := host.Find([]string{w.name})[0]
	return encoding == "gzip" && h.Gzip || encoding == "br" && h.Brotli
}

var webServers = []webServer{
	{"nginx", "nginx", func(t *testing.T, root, base, port string) *exec.Cmd {
		dir := t.TempDir()
		conf := fmt.Sprintf(`daemon off; master_process off; pid %[1]s/pid; error_log stderr crit; worker_processes 1;
events {}
http {
  access_log off; client_body_temp_path %[1]s/b; proxy_temp_path %[1]s/p; fastcgi_temp_path %[1]s/f; uwsgi_temp_path %[1]s/u; scgi_temp_path %[1]s/s;
  server { listen 127.0.0.1:%[2]s; root %[3]s; include %[3]s%[4]s_host/nginx.conf; }
}
`, dir, port, root, base)
		name := filepath.Join(dir, "nginx.conf")
		if err := os.WriteFile(name, []byte(conf), 0o644); err != nil {
			t.Fatal(err)
		}
		return exec.Command("nginx", "-c", name, "-p", dir)
	}},
	{"caddy", "caddy", func(t *testing.T, root, base, port string) *exec.Cmd {
		name := filepath.Join(t.TempDir(), "Caddyfile")
		conf := fmt.Sprintf("{\n  admin off\n  auto_https off\n}\nhttp://127.0.0.1:%s {\n  root * %s\n  import %s%s_host/Caddyfile\n}\n", port, root, root, base)
		if err := os.WriteFile(name, []byte(conf), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("caddy", "run", "--adapter", "caddyfile", "--config", name)
		cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
		return cmd
	}},
}

// serveWith starts a server on the folder that holds the site at its base path, and returns
// its address. Without the server a test is skipped, but never in CI.
func serveWith(t *testing.T, w webServer, root, base string) string {
	t.Helper()
	if _, err := exec.LookPath(w.program); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("not installed; ./build.sh test installs it: ", w.program)
		}
		t.Skip("SKIPPED, because it is not installed: ", w.program)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_ = l.Close()
	for dir := root; len(dir) > 1; dir = filepath.Dir(dir) { // the server may run as somebody else
		if os.Chmod(dir, 0o755) != nil {
			break
		}
	}
	cmd := w.start(t, root, base, port)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &said, &said, time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	address := "http://127.0.0.1:" + port
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(25 * time.Millisecond) {
		if r, err := http.Get(address + base); err == nil {
			_ = r.Body.Close()
			return address
		}
	}
	t.Fatalf("%s does not answer:\n%s", w.name, said.String())
	return ""
}

// hostedSite releases the own site for all servers, with an old address and a base path,
// into a folder of that path, and returns the folder and what hosts know of the site.
func hostedSite(t *testing.T, base string) (root string) {
	t.Helper()
	root = t.TempDir()
	profile, err := os.ReadFile("../content/halaman/profil.md")
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(root, filepath.FromSlash(strings.Trim(base, "/")), ".")
	if base == "/" {
		out = filepath.Join(root, "situs")
		root = out
	}
	changed(t, "hosts: ["+strings.Join(host.Names(), ", ")+"]\n", map[string]string{
		"content/halaman/profil.md": strings.Replace(string(profile), "title:", "aliases: [/profil-lama/, /tentang/kami.html]\ntitle:", 1),
	}, "--out", out, "--base-url", "http://127.0.0.1"+base)
	return root
}

// get asks for an address and follows no redirect.
func get(t *testing.T, address string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequest("GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(address, err)
	}
	return answer, b
}

// TestServers holds that real servers with the settings that the site carries answer every
// path of the manifest with its bytes, type, cache and headers, compressed where a copy is
// there, lead old addresses to new ones, and say what is not there.
func TestServers(t *testing.T) {
	t.Parallel()
	for _, base := range []string{"/", "/ppid/"} {
		site := hostedSite(t, base) // a copy for each server: it is changed at the end
		for _, w := range webServers {
			t.Run(w.name+base, func(t *testing.T) {
				t.Parallel()
				root := filepath.Join(t.TempDir(), filepath.Base(site))
				if err := os.CopyFS(root, os.DirFS(site)); err != nil {
					t.Fatal(err)
				}
				public := filepath.Join(root, filepath.FromSlash(base))
				address := serveWith(t, w, root, base)
				answersManifest(t, w, address+base, public)
				answersOthers(t, address, base, public)
				if base != "/" {
					keepsTo(t, address)
				}
				verifies(t, address+base, public)
			})
		}
	}
}

// keepsTo holds that what else the server does has nothing of the site's settings.
func keepsTo(t *testing.T, address string) {
	a, b := get(t, address+"/lain/tidak-ada.html")
	for _, name := range []string{"Content-Security-Policy", "Referrer-Policy", "Cache-Control"} {
		if got := a.Header.Get(name); got != "" {
			t.Errorf("another page of the server has %s %q", name, got)
		}
	}
	if bytes.Contains(b, []byte("<main")) {
		t.Errorf("another page of the server that is not there shows ours: %s", a.Status)
	}
	if r, err := http.Post(address+"/lain/", "text/plain", nil); err != nil || r.StatusCode == 405 && r.Header.Get("Content-Security-Policy") != "" {
		t.Errorf("what is sent to another page of the server: %v %v", r, err)
	} else {
		_ = r.Body.Close()
	}
}

// verifies holds that the program finds a site as it is, and then names one changed file.
func verifies(t *testing.T, site, public string) {
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	checkpoint := filepath.Join(t.TempDir(), "checkpoint") // remembered by the first, a witness for the others
	verify := func() (string, error) {
		said, err := exec.Command(name, "verify", site, "--manifest", filepath.Join(public, host.Manifest), "--log", checkpoint).CombinedOutput()
		return string(said), err
	}
	if said, err := verify(); err != nil {
		t.Errorf("as it is: %v\n%s", err, said)
	}
	page := filepath.Join(public, "sop", "index.html")
	was, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	replace := func(b []byte) {
		_ = os.Remove(page) // another tree may share the file
		if err := os.WriteFile(page, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	replace(append(bytes.Clone(was), `<a href="https://slot.example/">x</a>`...))
	copies := []string{page + ".gz", page + ".br"}
	for _, name := range copies {
		if err := os.Rename(name, name+".aside"); err != nil {
			t.Fatal(err)
		}
	}
	said, err := verify()
	if err == nil || !strings.Contains(said, "/sop/index.html: isinya bukan yang kami terbitkan") || !strings.Contains(said, "memuat alamat yang bukan milik kami: https://slot.example/") {
		t.Errorf("tampered: %v\n%s", err, said)
	}
	replace(was)
	for _, name := range copies {
		if err := os.Rename(name+".aside", name); err != nil {
			t.Fatal(err)
		}
	}
}

func answersManifest(t *testing.T, w webServer, site, public string) {
	text, err := os.ReadFile(filepath.Join(public, host.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	m, err := store.ReadManifest(text)
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, e := range m.Files {
		has[e.Path] = true
	}
	promised := []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"}
	for _, e := range m.Files {
		if host.IsSettings(e.Path) || strings.HasSuffix(e.Path, ".gz") || strings.HasSuffix(e.Path, ".br") {
			continue
		}
		address := site + strings.TrimSuffix(e.Path, "index.html")
		a, b := get(t, address)
		if e.Redirect != "" {
			if a.StatusCode != 301 || a.Header.Get("Location") != e.Redirect {
				t.Errorf("%s: %s to %q", address, a.Status, a.Header.Get("Location"))
			}
			continue
		}
		if a.StatusCode != 200 || digest.Of(b) != e.Sum {
			t.Fatalf("%s: %s, %d bytes of %d", address, a.Status, len(b), e.Size)
		}
		if got := a.Header.Get("Content-Type"); !strings.EqualFold(got, e.Type) {
			t.Errorf("%s: type %q, want %q", address, got, e.Type)
		}
		if got := a.Header.Values("Cache-Control"); len(got) != 1 || got[0] != string(host.ClassOf(e.Path)) {
			t.Errorf("%s: cache %q, want %q", address, got, host.ClassOf(e.Path))
		}
		for _, name := range promised {
			if len(a.Header.Values(name)) != 1 {
				t.Errorf("%s: %s %q", address, name, a.Header.Values(name))
			}
		}
		for encoding, copy := range map[string]string{"gzip": ".gz", "br": ".br"} {
			if !has[e.Path+copy] {
				continue
			}
			a, small := get(t, address, "Accept-Encoding", encoding)
			if want := w.sends(encoding); (a.Header.Get("Content-Encoding") == encoding) != want {
				t.Errorf("%s asked for as %s: %q", address, encoding, a.Header.Get("Content-Encoding"))
			} else if !want {
				continue
			}
			if digest.Of(unzip(t, a.Header.Get("Content-Encoding"), small)) != e.Sum || len(small) >= len(b) || !strings.EqualFold(a.Header.Get("Content-Type"), e.Type) {
				t.Errorf("%s as %s: %q %q, %d bytes of %d", address, encoding, a.Header.Get("Content-Encoding"), a.Header.Get("Content-Type"), len(small), len(b))
			}
		}
		if t.Failed() {
			return
		}
	}
}

func unzip(t *testing.T, encoding string, b []byte) []byte {
	t.Helper()
	var r io.Reader
	switch encoding {
	case "gzip":
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		r = z
	case "br":
		r = brotli.NewReader(bytes.NewReader(b))
	default:
		t.Fatalf("not compressed: %q", encoding)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func answersOthers(t *testing.T, address, base, public string) {
	missing, err := os.ReadFile(filepath.Join(public, "404.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"tidak-ada/", "tidak-ada.html", "_host/nginx.conf", "_host/", "aset/tidak-ada.css"} {
		a, b := get(t, address+base+path)
		if a.StatusCode != 404 || !bytes.Equal(b, missing) || !strings.HasPrefix(a.Header.Get("Content-Type"), "text/html") || a.Header.Get("X-Content-Type-Options") == "" {
			t.Errorf("%s: %s %q, %d bytes", path, a.Status, a.Header.Get("Content-Type"), len(b))
		}
	}
	for _, old := range []string{"profil-lama/", "profil-lama", "tentang/kami.html"} {
		a, _ := get(t, address+base+old)
		if a.StatusCode != 301 || a.Header.Get("Location") != base+"profil/" {
			t.Errorf("%s: %s to %q", old, a.Status, a.Header.Get("Location"))
		}
	}
	a, err := http.Post(address+base, "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	_ = a.Body.Close()
	if a.StatusCode != 405 {
		t.Errorf("POST: %s", a.Status)
	}
}
