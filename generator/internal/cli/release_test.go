package cli

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// age gives all inputs old times, as a file that changed just now could change again without
// looking changed.
func age(t *testing.T) {
	t.Helper()
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, root := range []string{"content", "templates", "static"} {
		err := filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			return os.Chtimes(name, old, old)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestBuild holds what a build releases and tells, and that errors leave the released site as
// it was.
func TestBuild(t *testing.T) {
	inSite(t, nil)
	const nothing = "tidak ada yang berubah"
	day := []string{"build", "--date", "2026-02-01"}
	o := must(t, day...)
	for _, want := range []string{
		"ditahan content/halaman/nanti.md: konsep", "manifest.json sha256:",
	} {
		if !strings.Contains(o.out, want) {
			t.Errorf("the output lacks %q:\n%s", want, o.out)
		}
	}
	for name, there := range map[string]bool{
		"public/profil/index.html": true, "public/x.txt": true, "public/jam-lama/index.html": true,
		"public/nanti/index.html": false,
	} {
		if exists(name) != there {
			t.Errorf("%s is there: %v", name, !there)
		}
	}
	if o := must(t, day...); strings.Contains(o.out, nothing) {
		t.Error("inputs that were written just now count as unchanged")
	}
	age(t)
	must(t, day...)
	first := read(t, "public/manifest.json")
	rows := []row{
		{name: "unchanged", args: day, out: []string{nothing, ": 0 ditulis, 0 dihapus, 1 ditahan"}},
		{name: "elsewhere", args: append(day, "--out", "lain"), not: []string{nothing},
			out: []string{" di lain: "}},
		{name: "another day", args: []string{"build", "--date", "2026-02-02"}, not: []string{nothing}},
		{name: "the day before", args: day, not: []string{nothing}},
		{name: "in English", args: day, env: env{"MAKLUMAT_LANG": "en"},
			out: []string{"nothing has changed", "held content/halaman/nanti.md: draft"}},
		{name: "told what it does", args: append(day, "--out", "sabar"),
			env: env{patienceVariable: "0s"}, err: []string{"membaca dokumen (", "membuat halaman ("}},
		{name: "drafts", args: append(day, "--draft", "--out", "konsep"),
			not: []string{"ditahan content"}},
		{name: "foreign files", args: append(day, "--out", "."), code: exitMachine,
			err: []string{"Folder tujuan berisi berkas lain"}},
	}
	try(t, rows)
	if read(t, "public/manifest.json") != first || read(t, "lain/manifest.json") != first {
		t.Error("the same site has other bytes")
	}
	if !exists("konsep/nanti/index.html") {
		t.Error("no draft where drafts were asked for")
	}
	write(t, "content/halaman/salah.md", wrong)
	try(t, []row{{name: "an error", args: day, code: exitContent,
		err: []string{"content/halaman/salah.md:3:1", "Situs di public tidak berubah."}}})
	if read(t, "public/manifest.json") != first {
		t.Error("a build with an error changed the released site")
	}
}

// TestLast holds that an address that was released before must not vanish, whether the last
// release is in the output folder or given.
func TestLast(t *testing.T) {
	inSite(t, nil)
	must(t, "build", "--out", "dulu")
	must(t, "build")
	news := filepath.FromSlash("content/berita/2026/2026-01-05-jam-layanan.md")
	if err := os.Remove(news); err != nil {
		t.Fatal(err)
	}
	const lost = "address/lost"
	write(t, "rusak.json", "{")
	try(t, []row{
		{name: "in the output folder", args: []string{"build"}, code: exitContent, err: []string{lost}},
		{name: "asked of check", args: []string{"check"}, code: exitContent, out: []string{lost}},
		{name: "a folder", args: []string{"check", "--last", "dulu"}, code: exitContent,
			out: []string{lost}},
		{name: "a file", args: []string{"build", "--out", "baru", "--last", "dulu/alamat.json"},
			code: exitContent, err: []string{lost}},
		{name: "no file", args: []string{"check", "--last", "tidak-ada.json"}, code: exitMachine,
			err: []string{"tidak-ada.json"}},
		{name: "no list", args: []string{"build", "--out", "baru", "--last", "rusak.json"},
			code: exitMachine, err: []string{"rusak.json"}},
		{name: "released nowhere yet", args: []string{"build", "--out", "baru"}},
	})
}

// TestHandOver holds what each host gets beside the released folder, and that what none wants
// any more is taken away.
func TestHandOver(t *testing.T) {
	inSite(t, nil)
	settings := small["content/site.yaml"]
	beside := []string{".zip", ".hapus.txt", ".s3.json", ".luring"}
	for _, c := range []struct {
		name, hosts string
		want        string
	}{
		{"all", "hosts: [apache, s3, folder]\n", ".zip .hapus.txt .s3.json .luring"},
		{"uploads by hand", "hosts: [apache]\n", ".zip .hapus.txt"},
		{"storage", "hosts: [s3]\n", ".hapus.txt .s3.json"},
		{"a stick", "hosts: [folder]\n", ".luring"},
		{"none", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			write(t, "content/site.yaml", settings+c.hosts)
			must(t, "build", "--date", "2026-02-01")
			var found []string
			for _, ending := range beside {
				if exists(".maklumat/public" + ending) {
					found = append(found, ending)
				}
			}
			if got := strings.Join(found, " "); got != c.want {
				t.Errorf("there is %q, want %q", got, c.want)
			}
			if due := strings.TrimSpace(read(t, ".maklumat/public.due")); due == "" {
				t.Error("not said when the next build differs")
			}
			if c.name == "all" { // what goes now must be deleted there
				name := "content/halaman/sementara.md"
				write(t, name, "---\ntitle: Sementara\n---\n\nIsi.\n")
				write(t, "static/lama.txt", "x")
				must(t, "build", "--date", "2026-02-01")
				if err := os.Remove("static/lama.txt"); err != nil {
					t.Fatal(err)
				}
				must(t, "build", "--date", "2026-02-01")
				for _, file := range []string{".maklumat/public.hapus.txt", ".maklumat/public.s3.json"} {
					if !strings.Contains(read(t, file), "lama.txt") {
						t.Errorf("%s does not name what to delete", file)
					}
				}
			}
		})
	}
}

// TestKey holds how a key is made, that releases are signed by it, and that no other key signs.
func TestKey(t *testing.T) {
	inSite(t, nil)
	made := must(t, "key", "rahasia.txt")
	if info, err := os.Stat("rahasia.txt"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the secret key: %v, %v", info, err)
	}
	secret := strings.TrimSpace(read(t, "rahasia.txt"))
	if strings.Contains(made.out+made.err, secret) {
		t.Error("the secret key is printed")
	}
	try(t, []row{{name: "never overwritten", args: []string{"key", "rahasia.txt"}, code: exitUsage,
		err: []string{"rahasia.txt sudah ada dan tidak ditimpa"}}})
	must(t, "key", "lain.txt")
	write(t, "content/site.yaml", small["content/site.yaml"]+made.out)
	signing := env{keyVariable: secret}
	other := env{keyVariable: strings.TrimSpace(read(t, "lain.txt"))}
	try(t, []row{
		{name: "with the key", args: []string{"build"}, env: signing, out: []string{" (ditandatangani)"}},
		{name: "with another", args: []string{"build"}, env: other, code: exitUsage,
			err: []string{"MAKLUMAT_KEY bukan pasangan kunci_publik"}},
		{name: "without", args: []string{"build", "--out", "tanpa"},
			err: []string{"tidak ditandatangani"}, not: []string{"(ditandatangani)"}},
	})
}

// TestVerify holds the codes of verify: 0 for the same, 1 for a difference, 3 when it could not
// be told.
func TestVerify(t *testing.T) {
	inSite(t, nil)
	must(t, "build")
	live := httptest.NewServer(http.FileServer(http.Dir("public")))
	defer live.Close()
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	english := env{"MAKLUMAT_LANG": "en"}
	try(t, []row{
		{name: "the same folder", args: []string{"verify", "--dir", "public"},
			out: []string{"0 perbedaan, 0 tidak dapat diperiksa"}},
		{name: "the same folder, for programs",
			args: []string{"verify", "--dir", "public", "--format", "json"},
			out:  []string{`"findings": []`, `"unchecked": []`}},
		{name: "no folder", args: []string{"verify", "--dir", "tidak-ada"}, code: exitMachine,
			err: []string{"folder tidak-ada tidak dapat dibaca"}},
		{name: "no manifest", args: []string{"verify", "--dir", "public", "--manifest", "x.json"},
			code: exitMachine, err: []string{"bangun dulu situsnya"}},
		{name: "no address", args: []string{"verify", "situs-kami"}, code: exitUsage,
			err: []string{`"situs-kami" bukan alamat`}},
		{name: "a server that is not there", code: exitMachine,
			args: []string{"verify", closed.URL, "--timeout", "1s"},
			out:  []string{"0 perbedaan"}, err: []string{"tidak dapat diperiksa: "}},
		// This server promises no headers, and answers what does not exist in its own words.
		{name: "a server of another kind", args: []string{"verify", live.URL}, code: exitContent,
			out: []string{" berkas dicocokkan dengan http://"}},
	})
	write(t, "public/profil/tanam.php", "x")
	write(t, "public/x.txt", "y")
	if err := os.Remove(filepath.FromSlash("public/robots.txt")); err != nil {
		t.Fatal(err)
	}
	try(t, []row{
		{name: "another folder", args: []string{"verify", "--dir", "public"}, code: exitContent,
			out: []string{"/profil/tanam.php: bukan berkas kami", "/x.txt: isinya bukan yang kami",
				"/robots.txt: tidak ada", ": 3 perbedaan"}},
		{name: "another folder, in English", args: []string{"verify", "--dir", "public"},
			env: english, code: exitContent, out: []string{"/profil/tanam.php: is no file of ours",
				": 3 differences", "After a defacement"}},
		{name: "another folder, for programs", code: exitContent,
			args: []string{"verify", "--dir", "public", "--format", "json"},
			out:  []string{`"difference": "is no file of ours"`}},
	})
	for n := range most + 5 {
		write(t, "public/profil/tanam-"+strings.Repeat("a", n+1)+".php", "x")
	}
	try(t, []row{{name: "too many to name", args: []string{"verify", "--dir", "public"},
		code: exitContent, out: []string{"dan 6 lagi: bukan berkas kami"}}})
}

// until waits until a running program has said something, and returns what it matches.
func until(t *testing.T, v *voice, pattern string) []string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for range 1000 {
		if m := re.FindStringSubmatch(v.String()); m != nil {
			return m
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("it never says %s:\n%s", pattern, v.String())
	return nil
}

// background runs the program until stop is called, which returns its code.
func background(t *testing.T, args ...string) (out, err *voice, stop func() int) {
	out, err = &voice{}, &voice{}
	ctx, cancel := context.WithCancel(t.Context())
	code := make(chan int, 1)
	go func() { code <- Main(ctx, args, out, err, env{}.get) }()
	return out, err, sync.OnceValue(func() int {
		cancel()
		return <-code
	})
}

// TestServe holds that a preview shows the site as it is written, says what is wrong with it,
// publishes nothing, and ends when it is stopped.
func TestServe(t *testing.T) {
	inSite(t, nil)
	out, said, stop := background(t, "serve", "--addr", "127.0.0.1:0")
	defer stop()
	address := until(t, out, `Pratinjau di (http://\S+)`)[1]
	page := func() string {
		answer, err := http.Get(address + "profil/")
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		b, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if !strings.Contains(page(), "Alamat kami di Jalan Contoh.") {
		t.Errorf("the preview shows %s", page())
	}
	write(t, "content/halaman/salah.md", wrong)
	until(t, said, `content/halaman/salah.md:3:1`)
	if !strings.Contains(page(), "summari") {
		t.Error("the page does not show the message")
	}
	if code := stop(); code != exitDone {
		t.Errorf("code %d", code)
	}
	if exists("public") {
		t.Error("the preview wrote a site")
	}
}

// TestServeTaken holds that a port in use is told with another to take.
func TestServeTaken(t *testing.T) {
	inSite(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	try(t, []row{{name: "a port in use", args: []string{"serve", "--addr", l.Addr().String()},
		code: exitMachine, err: []string{"sedang dipakai program lain", "maklumat serve --addr"}}})
}

// TestWatch holds that a watched build releases each change that has no errors, and leaves at
// the end what a build from nothing would.
func TestWatch(t *testing.T) {
	inSite(t, map[string]string{"content/site.yaml": small["content/site.yaml"] + "hosts: [apache]\n"})
	out, said, stop := background(t, "build", "--watch", "--date", "2026-02-01")
	defer stop()
	until(t, said, `menunggu perubahan`)
	write(t, "content/halaman/baru.md", "---\ntitle: Baru\n---\n\nIsi baru.\n")
	until(t, out, `(?s)manifest.json .*manifest.json `)
	if !exists("public/baru/index.html") {
		t.Error("the new page is not released")
	}
	write(t, "content/halaman/salah.md", wrong)
	until(t, said, `content/halaman/salah.md:3:1(?s:.*)Situs di public tidak berubah`)
	if err := os.Remove(filepath.FromSlash("content/halaman/salah.md")); err != nil {
		t.Fatal(err)
	}
	if code := stop(); code != exitDone {
		t.Fatalf("code %d: %s", code, said)
	}
	watched := read(t, "public/manifest.json")
	if !exists(".maklumat/public.zip") {
		t.Error("nothing is handed over at the end")
	}
	must(t, "build", "--date", "2026-02-01", "--out", "lain")
	if read(t, "lain/manifest.json") != watched {
		t.Error("a build from nothing makes another site")
	}
}
