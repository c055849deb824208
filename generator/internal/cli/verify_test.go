package cli

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/store"
	"maklumat/generator/internal/transparency"
	"maklumat/generator/internal/verify"
)

// aKey is a public key.
const aKey = "kab-bandung.kpu.go.id+d07f5e01+AcFNXuB1Xeex4//Xn/tM6+gifrZtNbl9aHrt+rfIMick"

// A goodHost serves a folder with the page for what is not there.
type goodHost string

func (dir goodHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := filepath.Join(string(dir), filepath.FromSlash(path.Clean(r.URL.Path)))
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, "index.html")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		text, _ = os.ReadFile(filepath.Join(string(dir), "404.html"))
		w.WriteHeader(http.StatusNotFound)
	} else if strings.HasSuffix(name, ".html") {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
	} else {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	_, _ = w.Write(text)
}

// TestVerifySigned holds that a live site is told from an older release of it which was signed
// rightly: by what is signed for the present one, by --since, and by what --log remembers.
func TestVerifySigned(t *testing.T) {
	inSite(t, nil)
	made := must(t, "key", "rahasia.txt")
	signing := env{keyVariable: strings.TrimSpace(read(t, "rahasia.txt"))}
	public := strings.Trim(strings.TrimPrefix(strings.TrimSpace(made.out), "kunci_publik: "), `"`)
	write(t, "content/site.yaml", small["content/site.yaml"]+made.out+"catatan_dokumen: true\n")
	try(t, []row{{name: "the first", args: []string{"build", "--date", "2026-03-01"}, env: signing}})
	if err := os.CopyFS("dulu", os.DirFS("public")); err != nil {
		t.Fatal(err)
	}
	write(t, "static/x.txt", "lain\n")
	try(t, []row{{name: "the second", args: []string{"build", "--date", "2026-03-02"}, env: signing}})

	live := httptest.NewServer(goodHost("public"))
	defer live.Close()
	old := httptest.NewServer(goodHost("dulu"))
	defer old.Close()
	ask := func(server *httptest.Server, more ...string) []string {
		return append([]string{"verify", server.URL, "--key", public}, more...)
	}
	const outdated = "manifest.note: rilis lama yang ditandatangani dengan sah"
	oldList := []string{"--manifest", "dulu/manifest.json"}
	try(t, []row{
		{name: "the present one", args: ask(live, "--log", "ingat.txt"),
			out: []string{"tanda tangan rilis sah: rilis 2, 2026-03-02", ": 0 perbedaan"}},
		{name: "the old one", args: ask(old), code: exitContent,
			out: []string{outdated, "2026-03-01 (1)"}},
		{name: "the old one, of which nobody knows the present one", args: ask(old, oldList...),
			out: []string{"rilis 1, 2026-03-01", ": 0 perbedaan"}},
		{name: "since a day", code: exitContent, out: []string{outdated},
			args: ask(old, append(oldList, "--since", "2026-03-02")...)},
		{name: "since a number", code: exitContent, out: []string{outdated},
			args: ask(old, append(oldList, "--since", "2")...)},
		{name: "since what is remembered", code: exitContent, out: []string{outdated},
			args: ask(old, append(oldList, "--log", "ingat.txt")...)},
	})
	try(t, []row{
		{name: "a folder since a number", code: exitContent, out: []string{outdated}, args: []string{
			"verify", "--dir", "dulu", "--key", public, "--manifest", "dulu/manifest.json",
			"--since", "2"}},
		{name: "a folder signed by another", code: exitContent,
			args: []string{"verify", "--dir", "public", "--key", aKey},
			out:  []string{"manifest.note: tanda tangannya tidak sah: ditandatangani dengan kunci lain"}},
		{name: "the folder", args: []string{"verify", "--dir", "public", "--key", public},
			out: []string{": 0 perbedaan"}},
	})
	if !strings.Contains(read(t, "ingat.txt"), "tanggal 2026-03-02\nrilis 2\n") {
		t.Errorf("it remembers %q", read(t, "ingat.txt"))
	}
}

// TestReasons holds that what libraries say is told in the words of the reader, and what nobody
// foresaw as it is.
func TestReasons(t *testing.T) {
	refused := &net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	for _, test := range []struct {
		name     string
		err      error
		id, en   string
		whatever bool // whether it is said as the library says it
	}{
		{name: "a connection refused", err: refused, id: "server menolak sambungan",
			en: "refuses connections"},
		{name: "no such domain", err: &net.DNSError{IsNotFound: true}, id: "nama domainnya",
			en: "domain was not found"},
		{name: "too slow", err: context.DeadlineExceeded, id: "tidak menjawab pada waktunya",
			en: "in time"},
		{name: "too slow to look up", err: &net.DNSError{IsTimeout: true},
			id: "tidak menjawab pada waktunya", en: "in time"},
		{name: "a certificate", err: &tls.CertificateVerificationError{Err: errors.New("x509: …")},
			id: "sertifikat HTTPS-nya tidak sah", en: "certificate is not valid"},
		{name: "broken off", err: io.ErrUnexpectedEOF, id: "memutus sambungan", en: "broke off"},
		{name: "stopped", err: context.Canceled, id: "dihentikan", en: "stopped"},
		{name: "a file nobody may read", err: &fs.PathError{Err: fs.ErrPermission},
			id: "tidak boleh dibaca", en: "may not read"},
		{name: "no file", err: &fs.PathError{Err: fs.ErrNotExist}, id: "tidak ada", en: "not there"},
		{name: "no manifest", err: fmt.Errorf("read: %w", &json.SyntaxError{}), id: "isinya rusak",
			en: "broken"},
		{name: "another manifest", err: store.ErrForeign, id: "bukan manifest", en: "no manifest"},
		{name: "another release", err: verify.ErrOtherRelease, id: "rilis lain", en: "another release"},
		{name: "a fault", err: fmt.Errorf("log, line 3: %w", transparency.NoEntry),
			id: "bukan catatan berkas", en: "no entry"},
		{name: "what nobody foresaw", err: errors.New("kaboom"), id: "kaboom", en: "kaboom",
			whatever: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			wrapped := &verify.Failure{Address: "https://contoh.go.id/x", Err: test.err}
			id, en := reasonIn(wrapped, diag.Indonesian), reasonIn(wrapped, diag.English)
			if !strings.Contains(id, "https://contoh.go.id/x: ") || !strings.Contains(id, test.id) {
				t.Errorf("%q", id)
			}
			if !strings.Contains(en, test.en) || (id == en) != test.whatever {
				t.Errorf("%q, %q", id, en)
			}
			if text := test.err.Error(); text != "" && !test.whatever && strings.Contains(id, text) {
				t.Errorf("%q is what a library says", id)
			}
		})
	}
	away := &verify.Failure{Visitor: "googlebot", Status: 403}
	if got := reasonIn(away, diag.Indonesian); !strings.Contains(got, "Googlebot desktop") ||
		!strings.Contains(got, "server menjawab 403") {
		t.Errorf("%q", got)
	}
}

// TestWordsOfVerify holds that there are words in both languages for all that may be found.
func TestWordsOfVerify(t *testing.T) {
	both := func(what any, w diag.Words) {
		if w.ID == "" || w.EN == "" || w.ID == w.EN && !strings.Contains(w.ID, "bot") {
			t.Errorf("%v: %+v", what, w)
		}
	}
	for kind := verify.Missing; kind <= verify.Empty; kind++ {
		both(kind, differences[kind])
	}
	for fault := transparency.Cut; fault <= transparency.NoRelease; fault++ {
		both(fault, faults[fault])
	}
	for _, v := range verify.Visitors {
		both(v.Name, visitorNames[v.Name])
	}
	if len(differences) != int(verify.Empty)+1 || len(faults) != int(transparency.NoRelease)+1 ||
		len(visitorNames) != len(verify.Visitors) {
		t.Error("there are words for what is never found")
	}
}

// TestPrintable holds that what others chose tells a terminal nothing.
func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"dokumen/ä b.pdf":   "dokumen/ä b.pdf",
		"x\x1b[2Jy":         `x\x1b[2Jy`,
		"a\n/b: tidak ada":  `a\n/b: tidak ada`,
		"rtl\u202egnp.html": `rtl\u202egnp.html`,
	} {
		if got := printable(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
