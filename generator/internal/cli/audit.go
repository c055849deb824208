package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/page"
)

var (
	helpAudit = diag.Words{ID: "menunjukkan kewajiban mengumumkan yang belum terpenuhi",
		EN: "shows which duties to publish are not met"}
	longAudit = diag.Words{ID: `
maklumat audit [pilihan]

Membandingkan situs dengan daftar kewajiban di content/data/obligations.yaml: yang belum
ada, yang lewat waktu, dan yang segera jatuh tempo, menurut unit yang bertanggung jawab.

  maklumat audit                            daftar tugas, yang terburuk dulu
  maklumat audit --unit keuangan            tugas satu unit
  maklumat audit --date 2027-01-31          apa yang akan lewat waktu pada hari itu
  maklumat audit --format csv > audit.csv   semua kewajiban, untuk Excel
  maklumat audit --fail-under 80            gagal jika nilainya di bawah 80
  maklumat audit --keep                     menyimpan hasil hari ini di content/data/audit.yaml,
                                            untuk bagan dari waktu ke waktu
  maklumat audit --requests                 permintaan dan keberatan yang belum dijawab`, EN: `
maklumat audit [options]

Holds the site against the duties in content/data/obligations.yaml: what is missing,
overdue or due soon, by the unit that answers for it.

  maklumat audit                            list of tasks, the worst first
  maklumat audit --unit keuangan            the tasks of one unit
  maklumat audit --date 2027-01-31          what will be overdue on that day
  maklumat audit --format csv > audit.csv   all duties, for a spreadsheet
  maklumat audit --fail-under 80            fails when the score is below 80
  maklumat audit --keep                     keeps the result of today in content/data/audit.yaml,
                                            for the chart over time
  maklumat audit --requests                 requests and objections that are not answered`}
)

// audit shows how the duties to publish stand. Documents with errors count for nothing, as
// they are not public.
func (p *program) audit(ctx context.Context, args []string) int {
	var o options
	f := p.flags("audit", longAudit)
	o.register(p, f)
	format := f.String("format", "text",
		p.say("`BENTUK` keluaran: text, csv, atau json", "`FORM` of the output: text, csv or json"))
	unit := f.String("unit", "", p.say("hanya `UNIT` ini", "this `UNIT` only"))
	least := f.Int("fail-under", 0,
		p.say("gagal jika nilainya di bawah `N` persen",
			"fail when the score is below `N` percent"))
	requests := f.Bool("requests", false,
		p.say("permintaan yang belum dijawab, menurut tenggatnya",
			"unanswered requests, by when they are due"))
	keep := f.Bool("keep", false,
		p.say("simpan hasilnya di content/data/audit.yaml",
			"keep the result in content/data/audit.yaml"))
	if code, done := p.parse(f, args); done {
		return code
	}
	switch {
	case *keep && (*unit != "" || *requests || o.date != "" || o.drafts):
		return p.wrong("audit", p.say("--keep menyimpan hasil hari ini dari seluruh situs; tanpa "+
			"--unit, --date, --drafts, dan --requests",
			"--keep keeps the result of today for the whole site; without --unit, --date, "+
				"--drafts and --requests"))
	case *requests && (*unit != "" || *least != 0 || *format == "json"):
		return p.wrong("audit",
			p.say("--requests hanya dapat digabung dengan --format text atau csv",
				"--requests goes with --format text or csv alone"))
	case f.NArg() > 0:
		return p.wrong("audit", p.say("tidak perlu nama berkas", "no file names are needed"))
	case !slices.Contains([]string{"text", "csv", "json"}, *format):
		return p.wrong("audit",
			p.say("--format harus text, csv, atau json", "--format must be text, csv or json"))
	case *least < 0 || *least > 100:
		return p.wrong("audit",
			p.say("--fail-under harus dari 0 sampai 100", "--fail-under must be from 0 to 100"))
	}
	return p.look(ctx, "audit", o, func(s *build.Snapshot) int {
		if _, known := s.Site.Unit(*unit); *unit != "" && !known {
			return p.wrong("audit",
				fmt.Sprintf(p.say("unit %s tidak ada di content/data/units.yaml",
					"content/data/units.yaml has no unit %s"), *unit))
		}
		if errors := s.Messages().Errors(); errors > 0 {
			fmt.Fprintf(p.err,
				p.say("%d kesalahan membuat sebagian dokumen tidak terhitung; "+
					"lihat: maklumat check\n",
					"%d errors keep some documents from counting; see: maklumat check\n"), errors)
		}
		if *requests {
			return p.auditRequests(s, *format)
		}
		r := s.Site.Audit
		if *unit != "" {
			r = r.Of(*unit)
		}
		if err := p.printAudit(s, r, *format); err != nil {
			return p.broken(err)
		}
		if *keep {
			if s.Messages().Errors() > 0 { // what has them counts for nothing until they are mended
				fmt.Fprintln(p.err, p.say("hasilnya tidak disimpan: perbaiki dulu kesalahannya",
					"the result is not kept: mend the errors first"))
				return exitContent
			}
			if err := p.keepResult(r.Result()); err != nil {
				return p.broken(err)
			}
		}
		if r.Score() < *least {
			fmt.Fprintf(p.err, p.say("nilai %d persen, di bawah %d\n",
				"the score is %d percent, below %d\n"), r.Score(), *least)
			return exitContent
		}
		return exitDone
	})
}

// auditHead begins the file of kept results.
var auditHead = diag.Words{
	ID: "# Hasil audit dari waktu ke waktu, untuk bagan di /keterbukaan/.\n# Satu baris " +
		"ditambahkan oleh: maklumat audit --keep\nhasil:\n",
	EN: "# Results of the audit over time, for the chart at /keterbukaan/.\n# A line is added " +
		"by: maklumat audit --keep\nhasil:\n",
}

// keepResult adds a result to the kept ones.
func (p *program) keepResult(r disclosure.Result) error {
	name := filepath.Join(p.dir, filepath.FromSlash(content.AuditFile))
	src, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		src = []byte(auditHead.In(p.lang))
		err = os.WriteFile(name, src, 0o644)
	}
	if err != nil {
		return err
	}
	kept, ok := content.KeepResult(src, r)
	if !ok {
		return fmt.Errorf(p.say("%s tidak dapat ditambah sendiri; tulis di sana: %s",
			"%s cannot be added to; write there: %s"), content.AuditFile,
			strings.TrimSpace(content.ResultLine(r)))
	}
	return replaceFile(name, kept)
}

func (p *program) printAudit(s *build.Snapshot, r *disclosure.Report, format string) error {
	base := strings.TrimSuffix(s.Settings().BaseURL, "/")
	full := func(address string) string { return base + address }
	switch format {
	case "csv":
		_, err := p.out.Write(page.AuditCSV(r, full))
		return err
	case "json":
		e := json.NewEncoder(p.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(page.NewAuditData(r, full))
	}
	p.printTasks(s, r, p.out)
	return nil
}

// printTasks lists what is to be done, the worst first and in each by unit.
func (p *program) printTasks(s *build.Snapshot, r *disclosure.Report, w io.Writer) {
	heads := map[disclosure.Status]string{
		disclosure.Missing:  p.say("Belum ada", "Missing"),
		disclosure.Overdue:  p.say("Lewat waktu", "Overdue"),
		disclosure.LinkOnly: p.say("Belum ada berkasnya", "No file yet"),
		disclosure.DueSoon:  p.say("Segera jatuh tempo", "Due soon"),
	}
	for status := disclosure.Missing; status <= disclosure.DueSoon; status++ {
		var rows []*disclosure.Row
		for i := range r.Rows {
			if r.Rows[i].Status == status {
				rows = append(rows, &r.Rows[i])
			}
		}
		if len(rows) == 0 {
			continue
		}
		slices.SortStableFunc(rows, func(a, b *disclosure.Row) int {
			return strings.Compare(a.Unit, b.Unit)
		})
		fmt.Fprintf(w, "%s (%d)\n", heads[status], len(rows))
		for _, row := range rows {
			p.printTask(s, row, w)
		}
		fmt.Fprintln(w)
	}
	c := r.Counts()
	fmt.Fprintf(w, p.say("%s: %d persen terpenuhi. %d terpenuhi, %d nihil, %d segera jatuh tempo, "+
		"%d lewat waktu, %d belum ada berkasnya, %d belum ada, %d tidak berlaku",
		"%s: %d percent met. %d met, %d nil, %d due soon, %d overdue, %d without file, %d missing, "+
			"%d not applicable"),
		r.AsOf, r.Score(), c[disclosure.Met], c[disclosure.NilMet], c[disclosure.DueSoon],
		c[disclosure.Overdue], c[disclosure.LinkOnly], c[disclosure.Missing],
		c[disclosure.NotApplicable])
	if n := c[disclosure.NotOccurred]; n > 0 {
		fmt.Fprintf(w, p.say(", %d bersyarat dan belum terjadi (bersama itu %d persen)",
			", %d whose condition has not come (with them %d percent)"), n, r.ScoreWithConditions())
	}
	fmt.Fprintln(w)
}

func (p *program) printTask(s *build.Snapshot, row *disclosure.Row, w io.Writer) {
	label := row.Label
	if p.lang == diag.English {
		label = row.LabelEN
	}
	unit := row.Unit
	if unit == "" {
		unit = "-"
	}
	fmt.Fprintf(w, "  %-12s %s\n%15s%s", unit, label, "", row.ID)
	if len(row.Evidence) > 0 {
		fmt.Fprintf(w, ", %s", row.Evidence[0].Path)
	}
	if row.Due != 0 {
		days := int(row.Due - s.AsOf().Day)
		fmt.Fprintf(w, ", %s %s (%s)", p.say("jatuh tempo", "due"), row.Due, p.inDays(days))
	}
	fmt.Fprintln(w)
}

func (p *program) inDays(n int) string {
	if n < 0 {
		return strconv.Itoa(-n) + p.say(" hari lalu", " days ago")
	}
	return strconv.Itoa(n) + p.say(" hari lagi", " days left")
}

// auditRequests prints what waits for an answer. It fails when a register could not be read whole,
// since what is missing may be due.
func (p *program) auditRequests(s *build.Snapshot, format string) int {
	if err := p.printRequests(s, format); err != nil {
		return p.broken(err)
	}
	broken := func(y content.YearOfRequests) bool { return y.Broken }
	if slices.ContainsFunc(s.Site.Data.Requests, broken) {
		return exitContent
	}
	return exitDone
}

// printRequests lists what is owed to requesters, the first due first, and what each set of
// deadlines came to in the years that there are.
func (p *program) printRequests(s *build.Snapshot, format string) error {
	data := s.Site.Data
	var all []disclosure.Request
	for _, y := range data.Requests {
		all = append(all, y.Requests...)
	}
	tasks := disclosure.Tasks(all, data.Calendar, data.Regimes, s.AsOf().Day)
	if format == "csv" {
		_, err := p.out.Write(page.TasksCSV(tasks))
		return err
	}
	for _, t := range tasks {
		what := p.say("permintaan", "request")
		if t.Objection {
			what = p.say("keberatan", "objection")
		}
		left := fmt.Sprintf(p.say("%d hari kerja lagi", "%d working days left"), t.Left)
		if t.Left == 0 {
			left = p.say("hari ini", "today")
		}
		if t.Due.Day < s.AsOf().Day {
			left = fmt.Sprintf(p.say("LEWAT %d hari kerja", "OVERDUE by %d working days"), -t.Left)
		}
		if t.Due.Provisional {
			left += p.say(", sementara", ", provisional")
		}
		fmt.Fprintf(p.out, "  %s  %-18s %-8s %-10s %s\n", t.Due.Day, t.Request.Number,
			t.Request.Regime, what, left)
	}
	for _, y := range data.Requests {
		if y.Broken {
			fmt.Fprintf(p.err, p.say("register %d memuat kesalahan: barisnya yang salah tidak ikut "+
				"dihitung di sini. Lihat: maklumat check\n",
				"the register of %d has errors: rows with one are not counted here. See: maklumat "+
					"check\n"), y.Year)
		}
		tally := disclosure.NewTally(y.Requests, data.Calendar, data.Regimes, s.AsOf().Day)
		for i := range tally.Regimes {
			fmt.Fprintf(p.out, "%d, %s\n", y.Year, p.regimeLine(&tally.Regimes[i]))
		}
	}
	_, err := fmt.Fprintf(p.out,
		p.say("%s: %d menunggu jawaban\n", "%s: %d waiting for an answer\n"),
		s.AsOf().Day, len(tasks))
	return err
}

// regimeLine says what the requests under one set of deadlines came to.
func (p *program) regimeLine(r *disclosure.RegimeTally) string {
	line := fmt.Sprintf(p.say("%s: %d diterima, %d dijawab", "%s: %d received, %d answered"),
		r.ID, r.Received, r.Answered)
	if !r.Known {
		return line + p.say(", batas waktunya belum diketahui", ", the limit is not known")
	}
	line += fmt.Sprintf(p.say(", %d dalam batas %d hari kerja, %d dengan perpanjangan, %d terlambat",
		", %d within the limit of %d working days, %d with an extension, %d late"),
		r.InTime, r.Limit, r.Extended, r.Late())
	if r.Overdue > 0 {
		line += fmt.Sprintf(p.say(" (%d belum dijawab)", " (%d not answered yet)"), r.Overdue)
	}
	switch {
	case r.Objections > 0 && r.ObjectionsKnown:
		line += fmt.Sprintf(p.say("; %d keberatan, %d terlambat", "; %d objections, %d late"),
			r.Objections, r.ObjectionsLate)
	case r.Objections > 0:
		line += fmt.Sprintf(p.say("; %d keberatan, batas waktunya belum diketahui",
			"; %d objections, their limit is not known"), r.Objections)
	}
	return line
}
