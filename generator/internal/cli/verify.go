package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
	"maklumat/generator/internal/transparency"
	"maklumat/generator/internal/verify"
)

var (
	helpVerify = diag.Words{ID: "mencocokkan situs yang tayang dengan rilisnya",
		EN: "holds a live copy against the release"}
	longVerify = diag.Words{ID: `
maklumat verify ALAMAT
maklumat verify --dir FOLDER

Mengambil setiap halaman sebagai pengunjung biasa, sebagai mesin pencari, dari ponsel, dan
dari hasil pencarian, lalu mencocokkannya byte demi byte dengan manifest.json rilis terakhir.
Alamat yang tidak ada harus dijawab dengan halaman 404 kami. Dengan --dir, folder di server
dicocokkan; berkas tambahan juga disebut.

Kode keluar: 0 sama, 1 berbeda, 3 tidak dapat diperiksa.

  maklumat verify https://kab-bandung.kpu.go.id/
  maklumat verify --dir /var/www/situs --manifest public/manifest.json
  maklumat verify https://contoh.go.id/ --log catatan-terakhir.txt
  maklumat verify https://contoh.go.id/ppid/ --format json`, EN: `
maklumat verify URL
maklumat verify --dir FOLDER

Fetches every page as an ordinary visitor, as a search engine's crawler, from a phone and
from a list of results, and compares it byte for byte with the manifest.json of the last
release. Addresses that do not exist must be answered with our own 404 page. With --dir, the
folder on the server is compared; files too many are named.

Exit codes: 0 the same, 1 different, 3 could not be checked.

  maklumat verify https://kab-bandung.kpu.go.id/
  maklumat verify --dir /var/www/site --manifest public/manifest.json
  maklumat verify https://example.go.id/ --log last-checkpoint.txt
  maklumat verify https://example.go.id/ppid/ --format json`}
)

// differences say in plain words what a finding is.
var differences = map[verify.Kind]diag.Words{
	verify.Missing: {ID: "tidak ada", EN: "is not there"},
	verify.Changed: {ID: "isinya bukan yang kami terbitkan",
		EN: "does not hold what was released"},
	verify.Extra: {ID: "bukan berkas kami", EN: "is no file of ours"},
	verify.Answered: {ID: "dijawab, padahal alamat itu tidak ada di situs kami",
		EN: "is answered, but the site has no such address"},
	verify.Moved: {ID: "mengalihkan pengunjung ke tempat lain", EN: "sends visitors elsewhere"},
	verify.Typed: {ID: "jenisnya lain dari yang dijanjikan",
		EN: "has another type than promised"},
	verify.Unheaded: {ID: "header keamanan HTTP tidak ada atau bukan yang dijanjikan " +
		"(server belum dimuat ulang?)",
		EN: "has no, or another, security header than promised (was the server reloaded?)"},
	verify.Planted: {ID: "memuat alamat yang bukan milik kami",
		EN: "holds an address that is not ours"},
	verify.Listed: {ID: "bukan daftar rilis ini", EN: "is not the list of this release"},
	verify.Unlogged: {ID: "tidak tercatat seperti yang terbit di catatan dokumen",
		EN: "is not in the log of documents as it was released"},
	verify.Unproved: {ID: "bukan bukti yang sah dari catatan dokumen",
		EN: "is no valid proof of the log of documents"},
	verify.Misrecorded: {ID: "catatan dokumen rusak", EN: "the log of documents is broken"},
	verify.Rewritten: {ID: "catatan dokumen tidak lagi memuat semua yang dulu dicatat",
		EN: "the log of documents does not hold everything any more that was recorded before"},
	verify.Unsigned: {ID: "tanda tangannya tidak sah", EN: "is not signed rightly"},
}

// visitorNames are the verify.Visitors as people call them.
var visitorNames = map[string]diag.Words{
	"browser": {ID: "peramban", EN: "a browser"}, "crawler": {ID: "mesin pencari", EN: "a crawler"},
	"phone":  {ID: "ponsel", EN: "a phone"},
	"search": {ID: "yang datang dari hasil pencarian", EN: "who comes from a search"},
}

func (p *program) verify(ctx context.Context, args []string) int {
	f := p.flags("verify", longVerify)
	dir := f.String("dir", "",
		p.say("cocokkan `FOLDER` ini, bukan situs yang tayang", "compare this `FOLDER`, not a live site"))
	log := f.String("log", "", p.say("periksa juga catatan dokumen, yang tidak boleh kehilangan "+
		"apa pun sejak yang diingat di `BERKAS`",
		"also check the log of documents, which must have lost nothing since what `FILE` remembers"))
	key := f.String("key", "",
		p.say("`KUNCI` publik yang menandatangani rilis; jika kosong, tanda tangan tidak diperiksa",
			"public `KEY` that signs releases; without it, signatures are not checked"))
	list := f.String("manifest", filepath.Join("public", host.Manifest),
		p.say("`BERKAS` manifest rilis terakhir", "`FILE` with the manifest of the last release"))
	format := f.String("format", "text",
		p.say("`BENTUK` laporan: text, json", "`FORM` of the report: text, json"))
	workers := f.Int("requests", 8, p.say("`N` permintaan sekaligus", "`N` requests at once"))
	timeout := f.Duration("timeout", 20*time.Second,
		p.say("`LAMA` menunggu satu jawaban", "`TIME` to wait for an answer"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if (f.NArg() == 1) == (*dir != "") || f.NArg() > 1 {
		return p.wrong("verify",
			p.say("sebutkan satu alamat, atau --dir FOLDER", "name one address, or --dir FOLDER"))
	}
	if *dir != "" && *log+*key != "" {
		return p.wrong("verify", p.say("--log dan --key memeriksa situs yang tayang, bukan folder",
			"--log and --key check a live site, not a folder"))
	}
	if *format != "text" && *format != "json" {
		return p.wrong("verify", p.say("--format harus text atau json", "--format must be text or json"))
	}
	if *key != "" && !transparency.IsKey(*key) {
		return p.wrong("verify", p.say("--key bukan kunci publik seperti yang dicetak maklumat key",
			"--key is no public key as printed by maklumat key"))
	}
	release, code, ok := p.released(*list)
	if !ok {
		return code
	}
	var report *verify.Report
	what := *dir
	if *dir != "" {
		if info, err := os.Stat(*dir); err != nil || !info.IsDir() {
			fmt.Fprintf(p.err, p.say("maklumat verify: folder %s tidak dapat dibaca\n",
				"maklumat verify: the folder %s cannot be read\n"), *dir)
			return exitMachine
		}
		report = verify.Folder(os.DirFS(*dir), release)
	} else {
		what = f.Arg(0)
		base, err := url.Parse(strings.TrimSuffix(what, "/") + "/")
		if err != nil || base.Scheme != "https" && base.Scheme != "http" || base.Host == "" {
			return p.wrong("verify", fmt.Sprintf(p.say("%q bukan alamat seperti https://contoh.go.id/",
				"%q is no address like https://example.go.id/"), what))
		}
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.MaxIdleConnsPerHost = *workers
		report = verify.Live(ctx, transport, *timeout, base, release, *workers)
		if *key != "" {
			if verify.Signature(ctx, transport, *timeout, base, release, *key, report) && *format == "text" {
				fmt.Fprintln(p.out, p.say("tanda tangan rilis sah", "the release is signed rightly"))
			}
		}
		if *log != "" {
			if err := p.verifyLog(ctx, transport, *timeout, base, release, *log, *key, report); err != nil {
				return p.broken(err)
			}
		}
	}
	if *format == "json" {
		return p.verifiedJSON(report)
	}
	return p.verified(report, what)
}

// verifyLog adds what is wrong with the log of documents to a report, and remembers its
// checkpoint in a file when nothing is.
func (p *program) verifyLog(ctx context.Context, client http.RoundTripper, timeout time.Duration,
	base *url.URL, release verify.Release, file, key string, report *verify.Report) error {
	before, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	now, log := verify.Log(ctx, client, timeout, base, release, before, key)
	report.Findings = append(report.Findings, log.Findings...)
	report.Unchecked = append(report.Unchecked, log.Unchecked...)
	if len(log.Findings)+len(log.Unchecked) > 0 {
		return nil // what was remembered is the witness
	}
	if err := os.WriteFile(file, now, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(p.err, p.say("catatan dokumen: %d baris, tidak ada yang hilang; diingat di %s\n",
		"log of documents: %d lines, none lost; remembered in %s\n"), log.Files, file)
	return nil
}

// released reads the manifest that a copy is held against.
func (p *program) released(name string) (r verify.Release, code int, ok bool) {
	text, err := os.ReadFile(name)
	if err == nil {
		r.Text = text
		r.Original = func(path string) ([]byte, error) {
			return os.ReadFile(filepath.Join(filepath.Dir(name), filepath.FromSlash(path)))
		}
		r.Manifest, err = store.ReadManifest(text)
	}
	if err != nil {
		fmt.Fprintf(p.err, "maklumat verify: %v\n%s\n", err, p.say("Yang dicocokkan adalah "+
			"manifest.json rilis terakhir: bangun dulu situsnya, atau sebutkan berkasnya dengan --manifest.",
			"A copy is held against manifest.json of the last release: build the site first, or name the "+
				"file with --manifest."))
		return r, exitMachine, false
	}
	return r, exitDone, true
}

// most is how many findings of a sort are printed: hundreds say no more.
const most = 20

// verified prints a report in plain words.
func (p *program) verified(r *verify.Report, what string) int {
	shown := map[verify.Kind]int{}
	for _, f := range r.Findings {
		if shown[f.Kind]++; shown[f.Kind] > most {
			continue
		}
		line := "/" + f.Path + ": " + differences[f.Kind].In(p.lang)
		if f.Detail != "" {
			line += ": " + f.Detail
		}
		if n := len(f.Visitors); n > 0 && n < len(verify.Visitors) &&
			(f.Kind != verify.Listed && f.Kind != verify.Missing || n > 1) {
			names := make([]string, n)
			for i, name := range f.Visitors {
				names[i] = visitorNames[name].In(p.lang)
			}
			line += fmt.Sprintf(p.say(" (dilihat %s)", " (seen by %s)"), strings.Join(names, ", "))
		}
		fmt.Fprintln(p.out, line) // names of released files, which are public
	}
	for _, kind := range slices.Sorted(maps.Keys(shown)) {
		if n := shown[kind] - most; n > 0 {
			fmt.Fprintf(p.out, p.say("dan %d lagi: %s\n", "and %d more: %s\n"), n,
				differences[kind].In(p.lang))
		}
	}
	for _, err := range r.Unchecked {
		fmt.Fprintf(p.err, p.say("tidak dapat diperiksa: %v\n", "could not be checked: %v\n"), err)
	}
	fmt.Fprintf(p.out,
		p.say("%d berkas dicocokkan dengan %s: %d perbedaan, %d tidak dapat diperiksa\n",
			"%d files compared with %s: %d differences, %d could not be checked\n"),
		r.Files, what, len(r.Findings), len(r.Unchecked))
	if len(r.Findings) > 0 {
		fmt.Fprintln(p.out, p.say("Jika ini bukan ulah Anda: jangan hapus dulu, simpan salinannya, "+
			"lalu ikuti \"Bila situs dirusak\" di generator/docs/panduan-operator.md.",
			"If this was not your doing: delete nothing yet, keep a copy, and follow \"After a "+
				"defacement\" in generator/docs/panduan-operator.md."))
	}
	return verifiedCode(r)
}

func verifiedCode(r *verify.Report) int {
	switch {
	case len(r.Findings) > 0:
		return exitContent
	case len(r.Unchecked) > 0:
		return exitMachine
	}
	return exitDone
}

func (p *program) verifiedJSON(r *verify.Report) int {
	type finding struct {
		Path       string   `json:"path"`
		Difference string   `json:"difference"`
		Detail     string   `json:"detail,omitempty"`
		Visitors   []string `json:"visitors,omitempty"`
	}
	out := struct {
		Files     int       `json:"files"`
		Findings  []finding `json:"findings"`
		Unchecked []string  `json:"unchecked"`
	}{Files: r.Files, Findings: []finding{}, Unchecked: []string{}}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, finding{f.Path, differences[f.Kind].EN, f.Detail, f.Visitors})
	}
	for _, err := range r.Unchecked {
		out.Unchecked = append(out.Unchecked, err.Error())
	}
	e := json.NewEncoder(p.out)
	e.SetIndent("", " ")
	if err := e.Encode(out); err != nil {
		return p.broken(err)
	}
	return verifiedCode(r)
}
