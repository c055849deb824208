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
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
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

Mengambil setiap berkas rilis sebagai mereka yang biasa dibohongi: pengunjung dengan komputer
dan ponsel, yang datang dari hasil pencarian atau Facebook, dan mesin pencari. Isinya
dicocokkan byte demi byte dengan manifest.json rilis terakhir, juga dengan kueri yang dipakai
spam judi dan dengan ejaan alamat yang lain. Alamat yang tidak ada harus dijawab dengan
halaman 404 kami, dan header yang tidak dijanjikan disebut. Dengan --dir, folder di server
dicocokkan: juga berkas tambahan, tautan, folder kosong, hak akses, dan tanda tangan.

Dengan --key, --since menolak rilis lama yang tanda tangannya sah.

Kode keluar: 0 sama, 1 berbeda, 3 tidak dapat diperiksa.

  maklumat verify https://kab-bandung.kpu.go.id/
  maklumat verify --dir /var/www/situs --manifest public/manifest.json
  maklumat verify https://contoh.go.id/ --log catatan-terakhir.txt
  maklumat verify https://contoh.go.id/ --key 'contoh.go.id+…' --since 2026-03-01
  maklumat verify https://contoh.go.id/ppid/ --format json`, EN: `
maklumat verify URL
maklumat verify --dir FOLDER

Fetches every file of the release as those who are mostly lied to: visitors on computers and
phones, those who come from a list of results or from Facebook, and crawlers. It is compared
byte for byte with the manifest.json of the last release, also with the queries of gambling
spam and at other spellings of an address. Addresses that do not exist must be answered with
our own 404 page, and headers that were not promised are named. With --dir, the folder on the
server is compared: also files too many, links, empty folders, modes and the signature.

With --key, --since refuses an old release that is signed rightly.

Exit codes: 0 the same, 1 different, 3 could not be checked.

  maklumat verify https://kab-bandung.kpu.go.id/
  maklumat verify --dir /var/www/site --manifest public/manifest.json
  maklumat verify https://example.go.id/ --log last-checkpoint.txt
  maklumat verify https://example.go.id/ --key 'example.go.id+…' --since 2026-03-01
  maklumat verify https://example.go.id/ppid/ --format json`}
)

// A verification is what is asked of verify.
type verification struct {
	*program
	dir, log, key, format string
	since                 verify.Since
	site                  verify.Site
}

func (p *program) verify(ctx context.Context, args []string) int {
	f := p.flags("verify", longVerify)
	c := verification{program: p}
	f.StringVar(&c.dir, "dir", "", p.say("cocokkan `FOLDER` ini, bukan situs yang tayang",
		"compare this `FOLDER`, not a live site"))
	f.StringVar(&c.log, "log", "", p.say("periksa juga log dokumen, yang tidak boleh kehilangan "+
		"apa pun sejak yang diingat di `BERKAS`",
		"also check the log of documents, which must have lost nothing since what `FILE` remembers"))
	f.StringVar(&c.key, "key", "",
		p.say("`KUNCI` publik yang menandatangani rilis; jika kosong, tanda tangan tidak diperiksa",
			"public `KEY` that signs releases; without it, signatures are not checked"))
	since := f.String("since", "",
		p.say("rilis yang ditandatangani tidak boleh lebih lama daripada "+
			"`RILIS` ini: tanggal (2026-03-01) atau nomornya",
			"the signed release must not be older than this `RELEASE`: its date (2026-03-01) or number"))
	list := f.String("manifest", filepath.Join("public", host.Manifest),
		p.say("`BERKAS` manifest rilis terakhir", "`FILE` with the manifest of the last release"))
	f.StringVar(&c.format, "format", "text",
		p.say("`BENTUK` laporan: text, json", "`FORM` of the report: text, json"))
	f.IntVar(&c.site.Workers, "requests", 8,
		p.say("`N` permintaan sekaligus", "`N` requests at once"))
	f.DurationVar(&c.site.Timeout, "timeout", 20*time.Second,
		p.say("`LAMA` menunggu satu jawaban", "`TIME` to wait for an answer"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if text := c.misused(f.Args(), *since); text != "" {
		return p.wrong("verify", text)
	}
	var code int
	var ok bool
	if c.site.Release, code, ok = p.released(*list); !ok {
		return code
	}
	report, what := &verify.Report{}, c.dir
	if c.dir == "" {
		what = f.Arg(0)
		if err := c.live(ctx, report); err != nil {
			return p.broken(err)
		}
	} else {
		if info, err := os.Stat(c.dir); err != nil || !info.IsDir() {
			fmt.Fprintf(p.err, p.say("maklumat verify: folder %s tidak dapat dibaca\n",
				"maklumat verify: the folder %s cannot be read\n"), c.dir)
			return exitMachine
		}
		report = verify.Folder(os.DirFS(c.dir), c.site.Release, c.key, c.since)
	}
	if c.format == "json" {
		return p.verifiedJSON(report)
	}
	return p.verified(report, what)
}

// misused returns what is wrong with the arguments, and takes them in.
func (c *verification) misused(args []string, since string) string {
	switch {
	case (len(args) == 1) == (c.dir != "") || len(args) > 1:
		return c.say("sebutkan satu alamat, atau --dir FOLDER", "name one address, or --dir FOLDER")
	case c.dir != "" && c.log != "":
		return c.say("--log memeriksa situs yang tayang, bukan folder",
			"--log checks a live site, not a folder")
	case c.format != "text" && c.format != "json":
		return c.say("--format harus text atau json", "--format must be text or json")
	case c.key != "" && !transparency.IsKey(c.key):
		return c.say("--key bukan kunci publik seperti yang dicetak maklumat key",
			"--key is no public key as printed by maklumat key")
	case since != "" && c.key == "":
		return c.say("--since memerlukan --key: tanpa tanda tangan, siapa pun dapat menulis tanggal",
			"--since needs --key: without a signature, anybody can write a date")
	}
	if n, err := strconv.Atoi(since); err == nil && n > 0 {
		c.since.Number = n
	} else if _, err := time.Parse(time.DateOnly, since); err == nil {
		c.since.Day = since
	} else if since != "" {
		return fmt.Sprintf(c.say("--since %q bukan tanggal seperti 2026-03-01 atau nomor rilis",
			"--since %q is no date like 2026-03-01 and no number of a release"), since)
	}
	if c.dir != "" {
		return ""
	}
	base, err := url.Parse(strings.TrimSuffix(args[0], "/") + "/")
	if err != nil || base.Scheme != "https" && base.Scheme != "http" || base.Host == "" {
		return fmt.Sprintf(c.say("%q bukan alamat seperti https://contoh.go.id/",
			"%q is no address like https://example.go.id/"), args[0])
	}
	c.site.Base = base
	return ""
}

// live compares the live site, its signature and its log, and adds what is found to a report.
func (c *verification) live(ctx context.Context, report *verify.Report) error {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = c.site.Workers
	c.site.Client = transport
	c.site.Turn = int(time.Now().Unix() / (24 * 60 * 60)) // each day other visitors' turn
	var before []byte
	if c.log != "" {
		var err error
		before, err = os.ReadFile(c.log)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	*report = *c.site.Live(ctx)
	var signed transparency.Release
	if c.key != "" {
		since := c.since
		if since == (verify.Since{}) {
			since.Day, since.Number = transparency.Stamped(before)
		}
		var ok bool
		if signed, ok = c.site.Signature(ctx, c.key, since, report); ok && c.format == "text" {
			c.tellSigned(signed)
		}
	}
	if c.log != "" {
		return c.verifyLog(ctx, before, signed, report)
	}
	return nil
}

func (c *verification) tellSigned(signed transparency.Release) {
	if signed.Number == 0 {
		fmt.Fprintln(c.out, c.say("tanda tangan rilis sah, tanpa tanggal dan nomor",
			"the release is signed rightly, without date and number"))
		return
	}
	fmt.Fprintf(c.out, c.say("tanda tangan rilis sah: rilis %d, %s\n",
		"the release is signed rightly: number %d, %s\n"), signed.Number, signed.Day)
}

// verifyLog adds what is wrong with the log of documents to a report. When nothing is wrong with
// the log, nor with the signature of the release, it remembers the checkpoint and the release.
func (c *verification) verifyLog(
	ctx context.Context, before []byte, signed transparency.Release, report *verify.Report,
) error {
	now, log := c.site.Log(ctx, before, c.key)
	unsigned := slices.ContainsFunc(report.Findings, func(f verify.Finding) bool {
		return f.Path == host.ManifestNote
	})
	report.Findings = append(report.Findings, log.Findings...)
	report.Unchecked = append(report.Unchecked, log.Unchecked...)
	if len(log.Findings)+len(log.Unchecked) > 0 || unsigned {
		return nil // what was remembered is the witness
	}
	stamp := signed.Stamp()
	if day, number := transparency.Stamped(before); stamp == "" && number > 0 {
		stamp = transparency.Release{Day: day, Number: number}.Stamp()
	}
	if err := os.WriteFile(c.log, append(now, stamp...), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(c.err, c.say("log dokumen: %d baris, tidak ada yang hilang; diingat di %s\n",
		"log of documents: %d lines, none lost; remembered in %s\n"), log.Files, c.log)
	return nil
}

// released reads the manifest that a copy is held against, and what was signed for it.
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
		fmt.Fprintf(p.err, "maklumat verify: %s: %s\n%s\n", name, p.reason(err), p.say("Yang "+
			"dicocokkan adalah manifest.json rilis terakhir: bangun dulu situsnya, atau sebutkan "+
			"berkasnya dengan --manifest.",
			"A copy is held against manifest.json of the last release: build the site first, or "+
				"name "+
				"the file with --manifest."))
		return r, exitMachine, false
	}
	if note, err := r.Original(host.ManifestNote); err == nil {
		if signed := transparency.Unsigned(note); signed.Manifest == digest.Of(text) {
			r.Signed = signed
		}
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
		line := "/" + printable(f.Path) + ": " + p.difference(&f)
		if n := len(f.Visitors); n > 1 && n < len(verify.Visitors) || n == 1 && seldom(&f) {
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
		fmt.Fprintf(p.err, p.say("tidak dapat diperiksa: %s\n", "could not be checked: %s\n"),
			printable(p.reason(err)))
	}
	fmt.Fprintf(p.out,
		p.say("%d berkas dicocokkan dengan %s: %d perbedaan, %d tidak dapat diperiksa\n",
			"%d files compared with %s: %d differences, %d could not be checked\n"),
		r.Files, what, len(r.Findings), len(r.Unchecked))
	if len(r.Findings) > 0 {
		fmt.Fprintln(p.out,
			p.say("Jika ini bukan ulah Anda: jangan hapus dulu, simpan salinannya, "+
				"lalu ikuti \"Jika situs dirusak\" di generator/docs/panduan-operator.md.",
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
		detail := f.Detail
		if f.Err != nil && detail == "" {
			detail = reasonIn(f.Err, diag.English)
		}
		out.Findings = append(out.Findings,
			finding{f.Path, differences[f.Kind].EN, detail, f.Visitors})
	}
	for _, err := range r.Unchecked {
		out.Unchecked = append(out.Unchecked, reasonIn(err, diag.English))
	}
	e := json.NewEncoder(p.out)
	e.SetIndent("", " ")
	if err := e.Encode(out); err != nil {
		return p.broken(err)
	}
	return verifiedCode(r)
}
