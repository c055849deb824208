// Package cli is the commands: their flags, their words and their exit codes.
//
// Results go to the standard output and everything else to the standard error, so that
// "maklumat check --format json" can be read by a program. Exit codes are 0 for done, 1
// when the content has errors, 2 for wrong usage, 3 when the machine failed.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/store"
)

// The exit codes.
const (
	exitDone    = 0
	exitContent = 1
	exitUsage   = 2
	exitMachine = 3
)

// A program is one run: where it writes, and in which language.
type program struct {
	out, err io.Writer
	getenv   func(string) string
	lang     diag.Lang
	dir      string // the project folder
}

// A command is one of the commands.
type command struct {
	name string
	help diag.Words
	long diag.Words
	run  func(p *program, ctx context.Context, args []string) int
}

// commands are all commands, in the order of the help.
func commands() []command {
	return []command{
		{"build", helpBuild, longBuild, (*program).build},
		{"serve", helpServe, longServe, (*program).serve},
		{"check", helpCheck, longCheck, (*program).check},
		{"new", helpNew, longNew, (*program).new},
		{"audit", helpAudit, longAudit, (*program).audit},
		{"law", helpLaw, longLaw, (*program).law},
		{"explain", helpExplain, longExplain, (*program).explain},
		{"search", helpSearch, longSearch, (*program).search},
		{"verify", helpVerify, longVerify, (*program).verify},
		{"key", helpKey, longKey, (*program).key},
		{"import", helpImport, longImport, (*program).importFrom},
		{"stats", helpStats, longStats, (*program).stats},
		{"fmt", helpFmt, longFmt, (*program).fmt},
	}
}

// boundHeap limits the memory of a build to little more than what it holds; without the limit
// it would grow to five times that. A document holds 3 KiB, and 2 KiB more for the search
// index, which is made together with the pages; the rest is room to work in. GOMEMLIMIT from
// outside still wins. See docs/benchmarks.md.
func (p *program) boundHeap(documents int, index bool) {
	each := int64(4300)
	if index {
		each = 7400
	}
	if p.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(64<<20 + int64(documents)*each)
	}
}

// firstReading bounds the heap when it is known how many documents there are, and says when the
// reader of PDF files is prepared. It is the progress of a build from nothing.
func (p *program) firstReading(stage build.Stage, done, total int) {
	switch {
	case stage == build.Reading && done == 0:
		p.boundHeap(total, false)
	case stage == build.Preparing:
		fmt.Fprintln(p.err,
			p.say("pembaca PDF disiapkan, sekali saja di komputer ini (sekitar 10 detik)",
				"the reader of PDF files is prepared, once on this computer (about 10 seconds)"))
	}
}

// readerName is the command that this program gives itself, to look into files that could end it.
const readerName = "attachment-reader"

// Main runs the command line and returns the exit code. It looks at the files of the
// current folder.
func Main(ctx context.Context, args []string, out, err io.Writer, getenv func(string) string) int {
	// The heap is small beside the work, so collecting less often costs little memory
	// and saves a quarter of the time; GOGC from outside still wins.
	if getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	p := &program{out: out, err: err, getenv: getenv, dir: "."}
	p.lang = p.language()
	if len(args) == 0 || args[0] == "-h" || args[0] == "--help" || args[0] == "help" {
		p.usage(out)
		if len(args) == 0 {
			return exitUsage
		}
		return exitDone
	}
	if args[0] == readerName {
		if build.ServeReader(os.Stdin, out, build.ReaderTime) != nil {
			return exitMachine
		}
		return exitDone
	}
	names := []string{}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(p, ctx, args[1:])
		}
		names = append(names, c.name)
	}
	text := fmt.Sprintf(p.say("perintah %q tidak dikenal", "unknown command %q"), args[0])
	if near := diag.Closest(args[0], names); near != "" {
		text += fmt.Sprintf(p.say("; maksudnya %s?", "; did you mean %s?"), near)
	}
	fmt.Fprintf(err, "maklumat: %s\n", text)
	return exitUsage
}

// say chooses between two phrases.
func (p *program) say(id, en string) string {
	return p.named(diag.Words{ID: id, EN: en}.In(p.lang))
}

// nameVariable says how this program is called where it is built by a script.
const nameVariable = "MAKLUMAT_NAME"

// called is where a text tells how to call the program.
var called = regexp.MustCompile(`\bmaklumat ([a-z]+|PERINTAH|COMMAND)\b`)

// named returns a text with the name by which the program is called here.
func (p *program) named(text string) string {
	program := p.getenv(nameVariable)
	if program == "" {
		return text
	}
	return called.ReplaceAllStringFunc(text, func(m string) string {
		_, name, _ := strings.Cut(m, " ")
		isCommand := slices.ContainsFunc(commands(), func(c command) bool { return c.name == name })
		if name != "PERINTAH" && name != "COMMAND" && !isCommand {
			return m
		}
		return program + " " + name
	})
}

// language is what MAKLUMAT_LANG says, or else the site's own.
func (p *program) language() diag.Lang {
	switch p.getenv("MAKLUMAT_LANG") {
	case "en":
		return diag.English
	case "id":
		return diag.Indonesian
	}
	b, err := os.ReadFile("content/site.yaml")
	if err == nil && strings.Contains("\n"+string(b), "\nlanguage: en") {
		return diag.English
	}
	return diag.Indonesian
}

func (p *program) usage(w io.Writer) {
	fmt.Fprintln(w, p.say("Maklumat membangun situs keterbukaan informasi dari berkas Markdown.",
		"Maklumat builds a site for public information from Markdown files."))
	fmt.Fprintf(w, "\n  %s\n\n", p.say("maklumat PERINTAH [pilihan]", "maklumat COMMAND [options]"))
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-9s %s\n", c.name, c.help.In(p.lang))
	}
	fmt.Fprintf(w, "\n%s\n", p.say("Contoh dan pilihan tiap perintah: maklumat PERINTAH -h",
		"Examples and options of a command: maklumat COMMAND -h"))
}

// flags returns the flag set of a command, which prints its help with examples.
func (p *program) flags(name string, long diag.Words) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Usage = func() {
		fmt.Fprintf(p.out, "%s\n", p.named(strings.TrimSpace(long.In(p.lang))))
		options := 0
		f.VisitAll(func(*flag.Flag) { options++ })
		if options == 0 {
			return
		}
		fmt.Fprintf(p.out, "\n%s\n", p.say("Pilihan:", "Options:"))
		f.VisitAll(func(o *flag.Flag) {
			value, help := flag.UnquoteUsage(o)
			fmt.Fprintf(p.out, "  --%-22s %s\n", strings.TrimSpace(o.Name+" "+value), help)
		})
	}
	return f
}

// parse reads the flags. done is set when the command has nothing more to do.
func (p *program) parse(f *flag.FlagSet, args []string) (code int, done bool) {
	err := parseAnywhere(f, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitDone, true
	case err != nil:
		fmt.Fprintf(p.err, "maklumat %s: %s\n%s\n", f.Name(),
			strings.ReplaceAll(err.Error(), " -", " --"),
			p.named(fmt.Sprintf(p.say("Lihat: maklumat %s -h", "See: maklumat %s -h"), f.Name())))
		return exitUsage, true
	}
	return exitDone, false
}

// parseAnywhere reads flags wherever they stand among the other arguments, as people write
// them; after "--" there are none.
func parseAnywhere(f *flag.FlagSet, args []string) error {
	var others, rest []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, rest = args[:i], args[i+1:]
	}
	for len(args) > 0 {
		if err := f.Parse(args); err != nil {
			return err
		}
		if f.NArg() == 0 {
			break
		}
		others = append(others, f.Arg(0))
		args = f.Args()[1:]
	}
	return f.Parse(append(append([]string{"--"}, others...), rest...))
}

// wrong reports wrong usage.
func (p *program) wrong(name, text string) int {
	fmt.Fprintf(p.err, "maklumat %s: %s\n%s\n", name, text,
		p.named(fmt.Sprintf(p.say("Lihat: maklumat %s -h", "See: maklumat %s -h"), name)))
	return exitUsage
}

// options are the flags that build, serve and check have in common.
type options struct {
	drafts  bool
	date    string
	baseURL string
	last    *string // of check: the file of the last release's addresses
}

func (o *options) register(p *program, f *flag.FlagSet) {
	f.BoolVar(&o.drafts, "draft", false, p.say("tampilkan juga yang masih konsep",
		"show drafts too"))
	f.StringVar(&o.date, "date", "",
		p.say("bangun seolah-olah `TANGGAL` ini, 2026-03-01 atau \"2026-03-01 07:15\"",
			"build as of this `DATE`, 2026-03-01 or \"2026-03-01 07:15\""))
	f.StringVar(&o.baseURL, "base-url", "",
		p.say("pakai `ALAMAT` ini, bukan yang di site.yaml",
			"use this `ADDRESS`, not that in site.yaml"))
}

// inputs returns what every build of this run looks at.
func (p *program) inputs(name string, o options) (build.Inputs, int, bool) {
	in := build.Inputs{
		Files: os.DirFS(p.dir), Drafts: o.drafts, BaseURL: o.baseURL,
		Now: time.Now(), Workers: workers(),
	}
	if self, err := os.Executable(); err == nil {
		in.Reader = []string{self, readerName}
	}
	if o.date != "" {
		asOf, err := disclosure.ParseMoment(o.date)
		if err != nil {
			return in, p.wrong(name,
				p.say("--date harus seperti 2026-03-01 atau \"2026-03-01 07:15\"",
					"--date must be like 2026-03-01 or \"2026-03-01 07:15\"")), false
		}
		in.AsOf = asOf
	}
	if o.baseURL != "" && !content.IsBaseURL(o.baseURL) {
		return in, p.wrong(name, p.say("--base-url harus seperti https://contoh.go.id/ppid/",
			"--base-url must be like https://example.go.id/ppid/")), false
	}
	if _, err := os.Stat("content"); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(p.err, "maklumat %s: %s\n", name,
			p.say("tidak ada folder content di sini; jalankan dari folder situs",
				"there is no folder content here; run it from the site's folder"))
		return in, exitUsage, false
	}
	return in, exitDone, true
}

// printer returns a Printer of messages about this project's files.
func (p *program) printer(format diag.Format) diag.Printer {
	return diag.Printer{Lang: p.lang, Format: format, Color: format == diag.Text && p.terminal(),
		Source: func(file string) []byte {
			files := os.DirFS(p.dir)
			// A pipe would never end, and a link may lead anywhere.
			// One of any size would be read whole.
			info, err := fs.Lstat(files, file)
			if err != nil || !info.Mode().IsRegular() || info.Size() > 64<<20 {
				return nil
			}
			b, err := fs.ReadFile(files, file)
			if err != nil {
				return nil
			}
			return b
		}}
}

// terminal reports whether messages are read on a terminal.
func (p *program) terminal() bool {
	f, ok := p.err.(*os.File)
	if !ok || p.getenv("NO_COLOR") != "" || p.getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// broken reports that the machine failed, with what to do about it.
func (p *program) broken(err error) int {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(p.err, p.say("maklumat: dihentikan; situs lama tidak berubah",
			"maklumat: stopped; the old site is as it was"))
		return exitMachine
	}
	hint := ""
	switch {
	case errors.As(err, new(notHanded)):
		hint = p.say("Situs baru sudah terbit, tetapi berkas untuk penyedia hosting belum dibuat. "+
			"Perbaiki penyebabnya, lalu ulangi.",
			"The new site is released, but the files for its host are not made. "+
				"Mend what is wrong and try again.")
	case errors.Is(err, store.ErrForeign):
		hint = p.say("Folder tujuan berisi berkas lain, atau manifest.json-nya hilang, dan tidak "+
			"disentuh. "+
			"Pindahkan isinya, atau pilih folder lain dengan --out.",
			"The folder holds other files, or its manifest.json is lost, and was not touched. "+
				"Move them away, or choose another folder with --out.")
	case errors.Is(err, store.ErrLocked):
		hint = p.say("Tunggu sampai selesai, atau hentikan dulu, lalu ulangi.",
			"Wait until it has finished, or stop it, and try again.")
	case errors.Is(err, store.ErrChanged):
		hint = p.say("Ada berkas yang berubah selagi dibaca. Ulangi setelah selesai disimpan.",
			"A file changed while it was read. Try again when it has been saved.")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG),
		errors.Is(err, syscall.EDQUOT):
		hint = p.say("Disk atau jatahnya penuh. Situs lama tidak berubah. Kosongkan ruang, lalu ulangi.",
			"The disk or its quota is full. The old site is as it was. Free some space and try "+
				"again.")
	case errors.Is(err, fs.ErrPermission):
		hint = p.say("Tidak ada izin menulis. Situs lama tidak berubah. Periksa izin folder itu, atau "+
			"pilih folder lain dengan --out.",
			"No permission to write. The old site is as it was. Check the folder's permissions, "+
				"or choose "+
				"another with --out.")
	}
	fmt.Fprintf(p.err, "maklumat: %v\n", err)
	if hint != "" {
		fmt.Fprintln(p.err, hint)
	}
	return exitMachine
}
