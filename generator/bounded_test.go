package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Documents of the size of a book, each of which gives one part of the program more to do than
// any other: as large as bodies may be, and within the limits that have a message, or beyond them.
var large = []struct {
	name, header string
	body         func() string
	outcome      string // the code of its error; released when there is none
}{
	{"paragraphs", "", repeated("Kata demi kata tentang pemilihan umum di kabupaten.\n\n", size), ""},
	{"one line", "", repeated("kata ", size), ""},
	{"one word", "", repeated("a", size), ""},
	{"blanks", "", repeated(" \n", size), ""},
	{"other letters", "", repeated("السلام عليكم 🗳️ ", size), ""},
	{"words, each another", "", counted("kata%x ", 210_000), ""},
	{"lines", "", repeated("a\n", 2*parts), ""},
	{"hard breaks", "", repeated("a\\\n", 3*parts), ""},
	{"headings", "", repeated("## a\n", 5*parts), ""},
	{"headings, each another", "", counted("## Judul ke-%d\n\n", parts), ""},
	{"underlined headings", "", counted("Judul ke-%d\n===\n\n", parts/2), ""},
	{"list", "", repeated("- a\n", 4*parts/2), ""},
	{"numbered list", "", counted("%d. a\n", parts/2), ""},
	{"lists in lists", "", repeated("- - - - a\n\nb\n\n", 14*parts/6), ""},
	{"tasks", "", repeated("- [ ] a\n", 8*1_900), ""},
	{"quotes in quotes", "", repeated(strings.Repeat("> ", 28)+"a\n\nb\n\n", 62*parts/33), ""},
	{"definitions", "", repeated("a\n: b\n\n", 7*parts/3), ""},
	{"rules", "", repeated("---\n\n", 5*parts), ""},
	{"cells", "", joined("|a|b|\n|-|-|\n", repeated("|1|2|\n", 6*6_000)), ""},
	{"wide rows", "", joined(strings.Repeat("|a", 60)+"|\n"+strings.Repeat("|-", 60)+"|\n", repeated(strings.Repeat("|1", 60)+"|\n", 122*300)), ""},
	{"code", "", joined("```\n", repeated("a = b & \"c\"\n", 12*parts)), ""},
	{"code blocks", "", repeated("```\na\n```\n\n", 11*parts/9), ""},
	{"indented code", "", repeated("    a\n\nb\n\n", 10*parts/2), ""},
	{"code spans", "", repeated("`a` b\n\n", 7*parts/3), ""},
	{"emphasis", "", repeated("**a** _b_\n\n", 11*parts/7), ""},
	{"addresses", "", repeated("https://a.go.id/b ", 18*parts), ""},
	{"addresses without a scheme", "", repeated("www.a.go.id ", 12*parts), ""},
	{"links", "", counted("[a](https://a.go.id/%d) \n", parts/4), ""},
	{"links that lead nowhere", "", counted("[a](tidak-ada-%d.md) \n", parts/4), "link/missing"},
	{"links to headings that are not there", "", counted("[a](#judul-%d) \n", parts/4), "link/anchor"},
	{"links by name", "", joined(strings.Repeat("[a1] ", 900)+"\n\n", counted("[a%d]: https://a.go.id/\n", 900)), ""},
	{"images that are not there", "", counted("![a](tidak-ada-%d.png) \n", parts/4), "file/missing"},
	{"footnotes", "", joined(numbered("a[^%d] ", 450)+"\n\n", counted("[^%d]: b\n\n", 450)), ""},
	{"a long address", "", joined("[a](https://a.go.id/", repeated("&a", size-40), ")"), ""},
	{"a long title of a link", "", joined("[a](https://a.go.id/ '", repeated("&quot;\"", size-40), "')"), "markdown/limit"},
	{"a long text of an image", "", joined("![", repeated("&quot;\"", size-40), "](/foto.png)"), "file/missing"},
	{"entities", "", repeated("&amp; ", size), ""},
	{"signs", "", repeated("> & \" ", size), ""},
	{"backslashes", "", repeated("\\&", size), ""},
	{"HTML", "", repeated("<b>a</b>\n\n", 10*parts/3), ""},
	{"comments", "", repeated("<!-- a -->\n\n", 12*parts/3), ""},
	{"citizens' numbers", "", counted("3204 1201 0190 %04d ", 100_000), "personal/number"},
	{"digits", "", repeated("0 8 1 2 3 4 5 6 7 9 ", size), ""},
	{"numbers behind the word for an account", "", repeated("rekening 1 2 3 4 5 6 7 8 9 0 ", size), "markdown/limit"},
	{"mail addresses", "", counted("a%d@b.id ", parts), ""},
	{"house addresses", "", repeated("RT 01/RW 02 ", size), "markdown/limit"},
	{"instruments", "", counted("Pasal %d Undang-Undang Nomor 14 Tahun 2008 ", 40_000), ""},
	{"times", "", repeated("paling lambat 10 (sepuluh) hari kerja ", size), ""},
	{"keywords", "tags: [" + numbered("k%d, ", 999) + "k]\n", repeated("a", 1), ""},
	{"too many keywords", "tags: [" + numbered("k%d, ", 30_000) + "k]\n", repeated("a", 1), "field/items"},
	{"old addresses", "aliases: [" + numbered("/lama/%d/, ", 999) + "/lama/]\n", repeated("a", 1), ""},
	{"too many old addresses", "aliases: [" + numbered("/lama/%d/, ", 15_000) + "/lama/]\n", repeated("a", 1), "field/items"},
	{"too many bytes", "", repeated("a", 3<<20), "markdown/limit"},
	{"too many lines", "", repeated("a\n", 3*parts), "markdown/limit"},
	{"too many addresses", "", repeated("www.a.go.id ", size), "markdown/limit"},
}

const (
	size  = 2<<20 - 1000 // of a body
	parts = 49_000       // lines, marks and addresses in it, each of which may make an element
)

// repeated repeats a text up to a size.
func repeated(text string, size int) func() string {
	return func() string { return strings.Repeat(text, max(size/len(text), 1)) }
}

// counted writes a format so many times, with the number of each.
func counted(format string, n int) func() string {
	return func() string { return numbered(format, n) }
}

// joined writes a text between two others.
func joined(before string, text func() string, after ...string) func() string {
	return func() string { return before + text() + strings.Join(after, "") }
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestBounded builds a site with one large document and without it. What the document needs
// above the rest is bounded: 128 MiB of memory, and no more than twenty times the time of ordinary
// paragraphs of that size.
func TestBounded(t *testing.T) {
	t.Parallel()
	dir := killSite(t, 1)
	cpu, peak, said := taken(t, dir, "", "Isi.")
	if strings.Contains(said, ": kesalahan: ") {
		t.Fatal(said)
	}
	for range 3 { // other work makes it slower, and then what is large would seem to take less
		again, _, _ := taken(t, dir, "", "Isi.")
		cpu = min(cpu, again)
	}
	if runtime.GOOS == "linux" && peak == 0 {
		t.Fatal("the system does not tell how much memory the program took")
	}
	var ordinary time.Duration
	for _, l := range large {
		c, p, said := taken(t, dir, l.header, l.body())
		c, p = c-cpu, p-peak
		if ordinary == 0 {
			ordinary = c
		}
		outcome := "released"
		if code := firstError.FindStringSubmatch(said); code != nil {
			outcome = code[1]
		}
		t.Logf("%-44s %6.2f s %4d MiB  %s", l.name, c.Seconds(), p>>20, outcome)
		if want := cmp.Or(l.outcome, "released"); outcome != want {
			t.Errorf("%s: %s, not %s\n%.2000s", l.name, outcome, want, said)
		}
		if p > 128<<20 {
			t.Errorf("%s takes %d MiB", l.name, p>>20)
		}
		if c > 20*ordinary {
			t.Errorf("%s takes %.0f times the time of ordinary paragraphs", l.name, float64(c)/float64(ordinary))
		}
	}
}

// firstError finds the code of the first error that a build tells of.
var firstError = regexp.MustCompile(`: kesalahan: .*\[(\S+)\]\n`)

// taken builds a site from nothing with a document in it, and returns the CPU time and the
// most memory that took, which is 0 on systems that do not tell it, and what the build said.
func taken(t *testing.T, dir, header, body string) (cpu time.Duration, peak int64, said string) {
	t.Helper()
	document := filepath.Join(dir, "content", "berita", "besar.md")
	if err := os.WriteFile(document, []byte("---\ntitle: Besar\ndate: 2026-01-01\nkategori: kegiatan\n"+header+"---\n"+body+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".maklumat", "public"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	cmd := building(t, dir)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = cmd.Wait() // with 1 where the document is refused
	}()
	deadline := time.After(patience)
	for {
		// What the system says of a process that has ended begins with its parent's memory.
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
		if _, after, ok := strings.Cut(string(status), "VmHWM:"); ok {
			kib, err := strconv.ParseInt(strings.Fields(after)[0], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			peak = kib << 10
		}
		select {
		case <-done:
			return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak, out.String()
		case <-deadline:
			_ = cmd.Process.Kill()
		case <-time.After(2 * time.Millisecond):
		}
	}
}
