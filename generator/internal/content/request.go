package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// RequestsFolder is where the register of requests is, a CSV file for each year, below DataFolder.
const RequestsFolder = "permintaan/"

// A YearOfRequests is the register of the requests received in one year.
type YearOfRequests struct {
	Year     int
	Example  bool // its rows are made up to show the page
	Broken   bool // some rows could not be read, and are missing
	Requests []disclosure.Request
	At       []diag.Span // of the number of each
}

// requestColumns are the columns of the register. Those that are required must be there, in any
// order; a column with another name is refused: it may hold what names a person.
var requestColumns = []struct {
	name     string
	required bool
	set      func(q *disclosure.Request, text string) bool
	id, en   string // what it holds
}{
	{
		"nomor", true,
		func(q *disclosure.Request, s string) bool { q.Number = s; return isRegistration(s) },
		"nomor pendaftaran: ada angkanya, tanpa spasi",
		"registration number: with a digit, without blanks",
	},
	{
		"diterima", true, func(q *disclosure.Request, s string) bool {
			return setDay(&q.Received, s) && s != ""
		},
		"hari diterima",
		"the day on which it came",
	},
	{
		"rezim", true, func(q *disclosure.Request, s string) bool { q.Regime = s; return s != "" },
		"rezim tenggat, misalnya umum",
		"the set of deadlines, such as umum",
	},
	{
		"saluran", false, func(q *disclosure.Request, s string) bool { q.Channel = s; return true },
		"lewat apa, salah satu saluran di deadlines.yaml",
		"how it came, one of saluran in deadlines.yaml",
	},
	{
		"jenis_informasi", false,
		func(q *disclosure.Request, s string) bool { q.Class = s; return true },
		"tentang apa, salah satu jenis_informasi di deadlines.yaml",
		"about what, one of jenis_informasi in deadlines.yaml",
	},
	{
		"diputus", false, func(q *disclosure.Request, s string) bool {
			return setDay(&q.Decided, s)
		},
		"hari diputus",
		"the day of the decision",
	},
	{
		"dijawab", true, func(q *disclosure.Request, s string) bool {
			return setDay(&q.Answered, s)
		},
		"hari dijawab; kosong jika belum",
		"the day of the answer; empty while there is none",
	},
	{
		"diperpanjang", false, func(q *disclosure.Request, s string) bool {
			return setDay(&q.Extended, s)
		},
		"hari perpanjangan diberitahukan tertulis",
		"the day of the written notice of an extension",
	},
	{
		"hasil", true, func(q *disclosure.Request, s string) bool {
			return setOutcome(&q.Outcome, s)
		},
		"dikabulkan, dikabulkan_sebagian, atau ditolak",
		"dikabulkan (granted), dikabulkan_sebagian (in part) or ditolak (refused)",
	},
	{
		"alasan", false, func(q *disclosure.Request, s string) bool {
			q.Grounds = strings.FieldsFunc(s,
				func(r rune) bool { return strings.ContainsRune(";+ ", r) })
			return true
		},
		"alasan ditolak, seluruhnya atau sebagian, menurut paket hukum: 17h, belum_dikuasai, atau " +
			"tidak_lengkap; beberapa dipisah titik koma: 17h;17j",
		"why it was refused, wholly or in part, as the pack of law has it: 17h, belum_dikuasai or " +
			"tidak_lengkap; several with semicolons between: 17h;17j",
	},
	{
		"keberatan", false, func(q *disclosure.Request, s string) bool {
			return setDay(&q.Objected, s)
		},
		"hari keberatan diterima",
		"the day of the objection",
	},
	{
		"keberatan_dijawab", false, func(q *disclosure.Request, s string) bool {
			return setDay(&q.ObjectionAnswered, s)
		},
		"hari keberatan dijawab",
		"the day of its answer",
	},
	{
		"keberatan_hasil", false, func(q *disclosure.Request, s string) bool {
			return setOutcome(&q.ObjectionOutcome, s)
		},
		"hasil keberatan",
		"what became of it",
	},
}

// registration matches the number of a request. Names have no digit, and sentences have blanks.
var registration = regexp.MustCompile(`^[\pL\d][\pL\d./_()-]{0,39}$`)

func isRegistration(text string) bool {
	return registration.MatchString(text) && strings.ContainsAny(text, "0123456789") &&
		!slices.ContainsFunc(registrationWord.FindAllString(text, -1), mayBeName)
}

// registrationWord matches a word in the number of a request, such as PPID.
var registrationWord = regexp.MustCompile(`\pL+`)

// mayBeName reports whether a word is written as names are: registers abbreviate, and write the
// abbreviation in letters of one case.
func mayBeName(word string) bool {
	letters := len([]rune(word))
	small := word == strings.ToLower(word)
	mixed := !small && word != strings.ToUpper(word)
	return letters > 12 || letters > 2 && mixed || letters > 6 && small
}

func setDay(day *disclosure.Day, text string) bool {
	if text == "" {
		return true
	}
	d, err := disclosure.ParseDay(text)
	*day = d
	return err == nil
}

func setOutcome(o *disclosure.Outcome, text string) bool {
	outcome, ok := disclosure.ParseOutcome(text)
	*o = outcome
	return ok
}

// RequestColumns returns the names of the columns of the register of requests.
func RequestColumns() []string {
	names := make([]string, len(requestColumns))
	for i, c := range requestColumns {
		names[i] = c.name
	}
	return names
}

// requestFields describes the columns of the register for the manual.
func requestFields() []Field {
	var fields []Field
	for _, c := range requestColumns {
		f := Field{Name: c.name, Type: Line, Required: c.required, Help: words(c.id, c.en)}
		if requestValues(c.name) == aDay {
			f.Type = Date
		}
		fields = append(fields, f)
	}
	return fields
}

// requestValues says what a column may hold, for people.
func requestValues(column string) string {
	switch column {
	case "hasil", "keberatan_hasil":
		return strings.Join(disclosure.OutcomeNames[1:], ", ")
	case "nomor":
		return "001/PPID/2026"
	case "rezim", "saluran", "jenis_informasi", "alasan":
		return column
	}
	return aDay
}

// aDay is an example of a cell that holds a day.
const aDay = "2026-03-01"

// requests reads content/data/permintaan/<year>.csv, whose cells are between commas or semicolons.
func (d *dataReader) requests(f DataFile) diag.List {
	var diags diag.List
	year := YearOfRequests{}
	year.Year, year.Example = yearOf(f.Path)
	switch other := d.RequestsOf(year.Year); {
	case year.Year < 1945 || year.Year > 2200:
		diags.Add(diag.RequestFile, diag.Span{File: f.Path}, path.Base(f.Path))
		return diags
	case other != nil:
		other.Broken = true // neither of two is the one
		diags.Add(diag.RequestTwice, diag.Span{File: f.Path}, strconv.Itoa(year.Year))
		return diags
	}
	defer func() {
		year.Broken = len(diags) > 0
		d.Requests = append(d.Requests, year)
	}()
	src := bytes.TrimPrefix(f.Src, []byte("\xef\xbb\xbf"))
	skipped := len(f.Src) - len(src)
	head, _, _ := bytes.Cut(src, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(src))
	r.FieldsPerRecord = -1
	if bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		r.Comma = ';'
	}
	lines := lineStarts(src)
	at := func(column int) diag.Span {
		line, col := r.FieldPos(column)
		start := skipped + lines[line-1] + col - 1
		end := start
		for end < len(f.Src) && !strings.ContainsRune(",;\r\n", rune(f.Src[end])) {
			end++
		}
		return diag.Span{File: f.Path, Start: start, End: end}
	}
	names, err := r.Read()
	if err != nil {
		diags.Add(diag.RequestColumn, diag.Span{File: f.Path}, "nomor",
			strings.Join(RequestColumns(), ", "))
		return seal(diags)
	}
	columns, wrong := registerColumns(names, f.Path, at)
	if diags = wrong; len(diags) > 0 {
		return seal(diags)
	}
	seen := map[string]bool{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			start := skipped + lines[min(broken.Line, len(lines))-1]
			diags.Add(diag.RequestRow, diag.Span{File: f.Path, Start: start, End: start})
			return seal(diags)
		}
		if len(cells) > len(columns) {
			diags.Add(diag.RequestRow, at(len(columns)))
			continue
		}
		q, bad := d.request(cells, columns, at)
		switch {
		case len(bad) > 0:
			diags = append(diags, bad...)
		case seen[q.Number]:
			diags.Add(diag.SOPDuplicate, at(slices.Index(columns, 0)), q.Number)
		case q.Received.Year() != year.Year:
			diags.Add(diag.DataYear, at(slices.Index(columns, 1)), q.Received.String(),
				path.Base(f.Path))
		default:
			year.Requests = append(year.Requests, q)
			year.At = append(year.At, at(0))
		}
		seen[q.Number] = true
	}
	return seal(diags)
}

// registerColumns returns which of requestColumns each column of a register is.
func registerColumns(
	names []string, file string, at func(column int) diag.Span,
) (columns []int, diags diag.List) {
	known := strings.Join(RequestColumns(), ", ")
	for i, name := range names {
		n := slices.Index(RequestColumns(), strings.ToLower(strings.TrimSpace(name)))
		if columns = append(columns, n); n < 0 {
			diags.Add(diag.RequestUnknown, at(i), known)
		}
	}
	for n, c := range requestColumns {
		if c.required && !slices.Contains(columns, n) {
			diags.Add(diag.RequestColumn, diag.Span{File: file}, c.name, known)
		}
	}
	return columns, diags
}

// seal hides what the rows of the register hold from messages: it may be what is not to be
// published.
func seal(diags diag.List) diag.List {
	for i := range diags {
		diags[i].Sealed = true
	}
	return diags
}

// yearOf returns the year that a file of the register is named after; 2026-contoh.csv holds
// examples.
func yearOf(file string) (year int, example bool) {
	stem := strings.TrimSuffix(path.Base(file), ".csv")
	stem, example = strings.CutSuffix(stem, "-contoh")
	year, _ = strconv.Atoi(stem)
	return year, example
}

// request reads one row. Each message is at its cell.
func (d *dataReader) request(
	cells []string, columns []int, at func(column int) diag.Span,
) (q disclosure.Request, diags diag.List) {
	place := func(name string) diag.Span {
		for i, n := range columns {
			if requestColumns[n].name == name && i < len(cells) {
				return at(i)
			}
		}
		return at(0)
	}
	for i, cell := range cells {
		c := requestColumns[columns[i]]
		if !c.set(&q, strings.TrimSpace(cell)) {
			if values := requestValues(c.name); values == aDay {
				diags.Add(diag.RequestDay, at(i), c.name)
			} else {
				diags.Add(diag.RequestValue, at(i), c.name, values)
			}
		}
	}
	if len(diags) > 0 {
		return q, diags
	}
	for i, cell := range cells {
		if len(disclosure.FindPersonal(cell)) > 0 {
			diags.Add(diag.RequestPersonal, at(i), requestColumns[columns[i]].name)
		}
	}
	oneOf := func(name, text string, known []string) {
		if text != "" && !slices.Contains(known, text) {
			diags = append(diags, diag.New(diag.RequestList, place(name), name,
				strings.Join(known, ", ")).
				Instead(diag.Closest(text, known)))
		}
	}
	oneOf("saluran", q.Channel, d.Channels)
	oneOf("jenis_informasi", q.Class, d.RequestClasses)
	for _, ground := range q.Grounds {
		oneOf("alasan", ground, disclosure.RefusalNames(d.Refusals, false))
	}
	if r := disclosure.FindRegime(d.Regimes, q.Regime); r == nil || r.Complaints {
		var ids []string
		for i := range d.Regimes {
			if !d.Regimes[i].Complaints {
				ids = append(ids, d.Regimes[i].ID)
			}
		}
		diags = append(diags, diag.New(diag.DeadlineUnknown, place("rezim"), q.Regime,
			strings.Join(ids, ", ")).Instead(diag.Closest(q.Regime, ids)))
	}
	order := func(name string, day disclosure.Day, before string, first disclosure.Day) {
		if day != 0 && day < first {
			diags.Add(diag.RequestOrder, place(name), name, day.String(), before, first.String())
		}
	}
	order("diputus", q.Decided, "diterima", q.Received)
	order("diperpanjang", q.Extended, "diterima", q.Received)
	order("dijawab", q.Answered, "diterima", q.Received)
	order("dijawab", q.Answered, "diputus", q.Decided)
	order("keberatan", q.Objected, "diterima", q.Received)
	order("keberatan_dijawab", q.ObjectionAnswered, "keberatan", q.Objected)
	pairs := func(name string, ok bool) {
		if !ok {
			diags.Add(diag.RequestPair, place(name), name)
		}
	}
	pairs("hasil", (q.Outcome == disclosure.Open) == (q.Answered == 0))
	pairs("alasan", q.Outcome == disclosure.PartlyGranted ||
		(q.Outcome == disclosure.Refused) == (len(q.Grounds) > 0))
	pairs("keberatan_dijawab", q.ObjectionAnswered == 0 || q.Objected != 0)
	pairs("keberatan_hasil", (q.ObjectionOutcome == disclosure.Open) == (q.ObjectionAnswered == 0))
	return q, diags
}

// RequestsOf returns the register of a year, or nil.
func (d *Data) RequestsOf(year int) *YearOfRequests {
	for i := range d.Requests {
		if d.Requests[i].Year == year {
			return &d.Requests[i]
		}
	}
	return nil
}
