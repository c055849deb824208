package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/source"
	"maklumat/generator/internal/store"
)

var (
	helpBuild = diag.Words{ID: "membangun situs ke public/, semua atau tidak sama sekali",
		EN: "builds the site into public/, all or nothing"}
	longBuild = diag.Words{ID: `
maklumat build [pilihan]

Memeriksa semua dokumen, lalu menerbitkan situs ke public/. Jika ada satu kesalahan pun,
situs yang lama tetap seperti semula.

  maklumat build                            bangun sekali
  maklumat build --watch                    bangun lagi setiap ada perubahan
  maklumat build --date 2026-03-01          seperti apa situs pada tanggal itu
  maklumat build --base-url https://contoh.go.id/ppid/ --out ppid`, EN: `
maklumat build [options]

Checks all documents, then publishes the site to public/. If there is a single error,
the old site stays as it was.

  maklumat build                            build once
  maklumat build --watch                    build again after every change
  maklumat build --date 2026-03-01          how the site looks on that day
  maklumat build --base-url https://example.go.id/ppid/ --out ppid`}

	helpCheck = diag.Words{ID: "memeriksa semuanya tanpa menulis apa pun",
		EN: "checks everything and writes nothing"}
	longCheck = diag.Words{ID: `
maklumat check [pilihan]

Melaporkan semua yang akan ditolak oleh build, dan tidak menulis apa pun.

  maklumat check                            untuk dibaca
  maklumat check --format github            catatan di pull request GitHub
  maklumat check --format gitlab > gl.json  laporan mutu GitLab
  maklumat check --format json              untuk program lain`, EN: `
maklumat check [options]

Reports everything that build would refuse, and writes nothing.

  maklumat check                            to read
  maklumat check --format github            annotations in a pull request on GitHub
  maklumat check --format gitlab > gl.json  code quality report of GitLab
  maklumat check --format json              for other programs`}
)

// workers is how many goroutines share the work.
func workers() int { return runtime.GOMAXPROCS(0) }

// scratch makes the file in which bodies wait, beside the output.
func scratch(out string) (*store.Scratch, error) {
	return store.NewScratch(filepath.Join(filepath.Dir(filepath.Clean(out)), ".maklumat"))
}

func (p *program) build(ctx context.Context, args []string) int {
	f := p.flags("build", longBuild)
	var o options
	o.register(p, f)
	watch := f.Bool("watch", false, p.say("bangun lagi setiap ada perubahan, sampai dihentikan",
		"build again after every change, until stopped"))
	last := f.String("last", "", p.lastHelp())
	out := f.String("out", "public", p.say("terbitkan ke `FOLDER` ini", "publish to this `FOLDER`"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if f.NArg() > 0 {
		return p.wrong("build", fmt.Sprintf(p.say("tidak tahu apa itu %q", "what is %q?"),
			f.Arg(0)))
	}
	if p.isInput(*out) {
		return p.wrong("build",
			p.say("--out tidak boleh berada di dalam content, templates, atau static",
				"--out must not lie in content, templates or static"))
	}
	in, code, ok := p.inputs("build", o)
	if !ok {
		return code
	}
	st, err := store.Open(*out)
	if err != nil {
		return p.broken(err)
	}
	defer st.Close()
	if in.Scratch, err = scratch(*out); err != nil {
		return p.broken(err)
	}
	defer in.Scratch.Close()
	if in.Sign, err = p.signer(); err != nil {
		return p.wrong("build", err.Error())
	}
	b := builder{program: p, in: in, store: st, out: *out, last: *last}
	if *watch {
		return b.watch(ctx)
	}
	code, err = b.once(ctx)
	if errors.Is(err, store.ErrChanged) {
		b.snapshot = nil
		b.in.Now = time.Now()
		code, err = b.once(ctx)
	}
	if err != nil {
		return p.broken(err)
	}
	return code
}

// isInput reports whether a folder lies among the inputs: what is released would be read
// again.
func (p *program) isInput(out string) bool {
	abs, err := filepath.Abs(out)
	if err != nil {
		return false
	}
	for _, folder := range source.Folders {
		if root, err := filepath.Abs(filepath.Join(p.dir, folder)); err == nil &&
			(abs == root || strings.HasPrefix(abs, root+string(filepath.Separator))) {
			return true
		}
	}
	return false
}

// A builder releases one site, once or after each change.
type builder struct {
	*program
	in       build.Inputs
	store    *store.Store
	out      string
	snapshot *build.Snapshot // the newest that was released
	release  *store.Release  // of snapshot
	before   []string        // paths of the release before the first of this run
	last     string          // file of the addresses of the last release, "" for that in out
}

// once builds and releases the whole site.
func (b *builder) once(ctx context.Context) (code int, err error) {
	start := time.Now()
	if b.unchanged(ctx, start) {
		return exitDone, nil
	}
	bar := b.progress()
	b.in.Progress = b.stages(bar)
	if err := b.lastRelease(&b.in, b.last, b.out); err != nil {
		return exitMachine, err
	}
	s, err := build.Build(ctx, nil, b.in)
	if err == nil && s.Diags.Errors() > 0 {
		bar.clear()
		b.refuse(ctx, s, s.Diags)
		return exitContent, nil
	}
	if err == nil {
		code, err = b.publish(ctx, s, start, bar)
	}
	var later notHanded
	if err != nil && !errors.Is(err, store.ErrChanged) && !errors.As(err, &later) {
		b.fail(ctx, s, func(bool) { code = b.broken(err) })
		return code, nil
	}
	return code, err
}

// stages bounds the heap when it is known how many documents there are, and shows the
// progress.
func (b *builder) stages(bar *progress) func(build.Stage, int, int) {
	return func(stage build.Stage, done, total int) {
		b.firstReading(stage, done, total)
		bar.show(stage, done, total)
	}
}

// publish releases all of s, which has no errors so far.
func (b *builder) publish(ctx context.Context, s *build.Snapshot, start time.Time,
	bar *progress) (code int, err error) {
	b.boundHeap(len(s.Site.Documents), s.Settings().Search)
	if !b.keyFits(s) {
		b.fail(ctx, s, func(withdrawn bool) { code = b.wrongKey(withdrawn) })
		return code, nil
	}
	r, stats, err := b.releaseAll(ctx, s)
	var later notHanded
	if err != nil && !errors.As(err, &later) {
		if !errors.Is(err, errRefused) {
			return exitMachine, err
		}
		bar.clear()
		b.refuse(ctx, s, s.Messages())
		return exitContent, nil
	}
	bar.clear()
	b.snapshot, b.release = s, r
	said := reportOf(s, s.Messages())
	b.tell(said, stats, time.Since(start))
	if err != nil {
		return exitMachine, err
	}
	b.keep(s, said) // last: the next build takes it as a sign that all else is done
	return exitDone, nil
}

// errRefused says that outputs were made and the messages have errors.
var errRefused = errors.New("the content has errors")

// releaseAll makes all outputs of s and releases them, with what hosts need besides. The error is
// errRefused if there is no release because of the messages, and notHanded if there is one.
func (b *builder) releaseAll(ctx context.Context, s *build.Snapshot) (
	r *store.Release, stats store.Stats, err error) {
	lastDir := b.out
	if b.last != "" {
		lastDir = b.last
	}
	b.before = pathsOf(lastDir)
	if r, err = b.store.Begin(); err != nil {
		return r, stats, err
	}
	if _, err = s.Make(ctx, nil, r); err != nil {
		return r, stats, err
	}
	if s.Messages().Errors() > 0 {
		return r, stats, errRefused
	}
	b.dress(s)
	if err = b.remember(s, b.before); err != nil {
		return r, stats, err
	}
	if stats, err = r.Commit(); err != nil {
		return r, stats, err
	}
	// What was written for the release before goes first: it may hold what was withdrawn.
	if err = b.withdraw(zipFile, s3File, folderCopy, sourcesFile); err != nil {
		return r, stats, notHanded{err}
	}
	if err = b.keepSources(s, stats.Sum); err != nil {
		return r, stats, notHanded{err}
	}
	return r, stats, b.handOver(s, b.before)
}

// update makes the outputs of s that differ from those of the newest release of this run, and
// replaces them in it. The error is errRefused if nothing was because of the messages.
func (b *builder) update(ctx context.Context, s *build.Snapshot) (stats store.Stats, err error) {
	// What hosts were given is of the release before; it is written anew when the run ends.
	if err = b.withdraw(dueFile, zipFile, s3File, folderCopy); err != nil {
		return stats, err
	}
	u, err := b.release.Begin()
	if err != nil {
		return stats, err
	}
	removed, err := s.Make(ctx, b.snapshot, u)
	if err != nil {
		return stats, err
	}
	if s.Messages().Errors() > 0 {
		return stats, errRefused
	}
	b.dress(s)
	if err = b.remember(s, removed); err != nil {
		return stats, err
	}
	if stats, err = u.Commit(removed); err != nil {
		return stats, err
	}
	b.snapshot = s
	if err = b.withdraw(sourcesFile); err != nil {
		return stats, err
	}
	return stats, b.keepSources(s, stats.Sum)
}

func (b *builder) wrongKey(withdrawn bool) int {
	return b.wrong("build", b.say("MAKLUMAT_KEY bukan pasangan kunci_publik di content/site.yaml. ",
		"MAKLUMAT_KEY does not belong to kunci_publik in content/site.yaml. ")+b.asItWas(withdrawn))
}

// dress tells the store what it writes into the manifest of s besides its files, and who
// signs it.
func (b *builder) dress(s *build.Snapshot) {
	b.store.Redirects, b.store.Headers = s.Redirects(), s.Promised()
	b.store.Sign = nil
	if sign := b.in.Sign; sign != nil && b.keyFits(s) {
		b.store.Sign = func(sum digest.Sum) []byte {
			next := b.lastSigned().Next(s.Origin(), sum, s.AsOf().Day.String())
			return sign(next.String())
		}
	}
}

// tally says how many errors and warnings there are.
func (p *program) tally(messages diag.List) string {
	return fmt.Sprintf(p.say("%d kesalahan, %d peringatan", "%d errors, %d warnings"),
		messages.Errors(), messages.Warnings())
}

// A report is what a build tells besides what it wrote.
type report struct {
	Pages    int
	Held     []heldBack
	Messages diag.List
}

// A heldBack is a document that is kept back.
type heldBack struct {
	Path   string // masked
	Reason site.Reason
	Until  disclosure.Moment
}

// reportOf gathers what was released, what was held back and why.
func reportOf(s *build.Snapshot, messages diag.List) report {
	r := report{Messages: messages}
	for _, h := range s.Site.Held {
		r.Held = append(r.Held, heldBack{Path: diag.Masked(h.Path), Reason: h.Reason,
			Until: h.Until})
	}
	for i := range s.Jobs {
		if strings.HasSuffix(s.Jobs[i].Path, ".html") {
			r.Pages++
		}
	}
	return r
}

// tell prints a report.
func (b *builder) tell(r report, stats store.Stats, took time.Duration) {
	// Nothing better can be done about a closed stderr.
	_ = b.printer(diag.Text).Print(b.err, r.Messages)
	for _, h := range r.Held {
		text := site.Reasons[h.Reason].In(b.lang)
		if h.Reason == site.Future || h.Reason == site.Expired {
			text += " (" + h.Until.String() + ")"
		}
		fmt.Fprintf(b.program.out, "%s %s: %s\n", b.say("ditahan", "held"), h.Path, text)
	}
	fmt.Fprintf(b.program.out,
		b.say("%d halaman, %d berkas, %s di %s: %d ditulis, %d dihapus, %d ditahan, %d "+
			"peringatan; %s\n",
			"%d pages, %d files, %s in %s: %d written, %d removed, %d held, %d warnings; %s\n"),
		r.Pages, stats.Files, size(stats.Bytes), b.out, stats.Written, stats.Removed, len(r.Held),
		r.Messages.Warnings(), seconds(took))
	signed := ""
	if b.in.Sign != nil {
		signed = b.say(" (ditandatangani)", " (signed)")
	}
	fmt.Fprintf(b.program.out, "%s sha256:%s%s\n", host.Manifest, stats.Sum, signed)
}

func size(n int64) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%d KB", (n+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

func seconds(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

func (p *program) check(ctx context.Context, args []string) int {
	f := p.flags("check", longCheck)
	var o options
	o.register(p, f)
	last := f.String("last", "", p.lastHelp())
	name := f.String("format", "text", p.say("`BENTUK` laporan: text, json, github, gitlab",
		"`FORM` of the report: text, json, github, gitlab"))
	if code, done := p.parse(f, args); done {
		return code
	}
	format, ok := map[string]diag.Format{
		"text": diag.Text, "json": diag.JSON, "github": diag.GitHub, "gitlab": diag.GitLab,
	}[*name]
	if !ok {
		return p.wrong("check", p.say("--format harus text, json, github, atau gitlab",
			"--format must be text, json, github or gitlab"))
	}
	o.last = last
	return p.look(ctx, "check", o, func(s *build.Snapshot) int { return p.examine(ctx, s, format) })
}

// examine makes the whole site to nowhere and prints all messages.
func (p *program) examine(ctx context.Context, s *build.Snapshot, format diag.Format) int {
	if s.Theme.Diags.Errors() == 0 {
		if _, err := s.Make(ctx, nil, build.Nowhere{}); err != nil {
			return p.broken(err)
		}
	}
	messages := s.Messages()
	if err := p.printer(format).Print(p.out, messages); err != nil {
		return p.broken(err)
	}
	if format == diag.Text {
		fmt.Fprintf(p.out, p.say("%d dokumen terbuka diperiksa: %s\n",
			"%d public documents checked: %s\n"), len(s.Site.Items), p.tally(messages))
	}
	if messages.Errors() > 0 {
		return exitContent
	}
	return exitDone
}

// look builds the site as it is, released nowhere, and passes it to use.
func (p *program) look(ctx context.Context, name string, o options,
	use func(*build.Snapshot) int) int {
	in, code, ok := p.inputs(name, o)
	if !ok {
		return code
	}
	var err error
	if in.Scratch, err = store.NewScratch(""); err != nil {
		return p.broken(err)
	}
	defer in.Scratch.Close()
	in.Progress = p.firstReading
	if o.last != nil {
		if err := p.lastRelease(&in, *o.last, "public"); err != nil {
			return p.broken(err)
		}
	}
	s, err := build.Build(ctx, nil, in)
	if err != nil {
		return p.broken(err)
	}
	return use(s)
}
