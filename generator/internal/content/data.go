package content

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// DataFolder is where the files of site data are, besides SettingsFile.
const DataFolder = "content/data/"

// PackFolder is where a site has packs of law of its own, each in a folder of its name. Packs that
// the program carries are read as if they were in LawFolder.
const (
	PackFolder = "content/hukum/"
	LawFolder  = "hukum/"
)

// A DataFile is one file of site data, or of a pack of law.
type DataFile struct {
	Path string
	Src  []byte
}

// PackOf divides the path of a file of a pack into the name of the pack and the file's name in it.
// pack is "" for all other files.
func PackOf(file string) (pack, name string) {
	rest, ok := strings.CutPrefix(file, PackFolder)
	if !ok {
		rest, ok = strings.CutPrefix(file, LawFolder)
	}
	if !ok {
		return "", ""
	}
	pack, name, _ = strings.Cut(rest, "/")
	return pack, name
}

// dataName is the name by which a file of site data or of a pack is known.
func dataName(file string) string {
	if pack, name := PackOf(file); pack != "" {
		return name
	}
	return strings.TrimPrefix(file, DataFolder)
}

// Data is what the files below DataFolder say. It is never changed after ParseData.
type Data struct {
	Packs    []Pack // of law, in the order in which the site names them
	Units    []Unit
	Calendar disclosure.Calendar
	Regimes  []disclosure.Regime
	Requests []YearOfRequests // sorted

	Channels, RequestClasses []string // that the register of requests may name

	Refusals []disclosure.Refusal // the reasons for refusing information

	Forms []*Form

	Instruments    []InstrumentClass // in the order of their ranks
	Classes        []ObligationClass
	Obligations    []disclosure.Obligation
	Overrides      []disclosure.Override
	Questionnaires []*disclosure.Questionnaire

	AuditResults []KeptResult // of days before, in the order of the file

	Withdrawn []Withdrawal
	Views     Views

	Synonyms [][]string // words and phrases that mean the same, for the search

	Accessibility *Accessibility // nil when nothing was tested

	Cites    []Citation // legal instruments that the files name
	Personal []FileHits // personal data in the files
	Contacts []string   // official e-mail addresses and phone numbers besides the site's own
	Permits  []Permit
	Signed   []SignedFile
}

// dataReaders say who reads which file; a name that ends with a slash stands for all files
// of that folder.
var dataReaders = []struct {
	name   string
	fields []Field
	read   func(d *dataReader, f DataFile) diag.List
}{
	{"units.yaml", unitFields, (*dataReader).units},
	{"deadlines.yaml", deadlineFields, (*dataReader).deadlines},
	{"holidays/", holidayFields, (*dataReader).holidays},
	{"fixed-holidays.yaml", fixedFields, (*dataReader).fixedHolidays},
	{RequestsFolder, nil, (*dataReader).requests},
	{"forms.yaml", formFields, (*dataReader).forms},
	{"obligations.yaml", obligationFields, (*dataReader).obligations},
	{"instruments.yaml", instrumentClassFields, (*dataReader).instrumentClasses},
	{"monev/", questionFields, (*dataReader).questionnaire},
	{"personal.yaml", personalFields, (*dataReader).personal},
	{"audit.yaml", auditResultFields, (*dataReader).auditResults},
	{"withdrawn.yaml", withdrawnFields, (*dataReader).withdrawn},
	{"views.yaml", viewsFields, (*dataReader).views},
	{"synonyms.yaml", synonymFields, (*dataReader).synonyms},
	{"accessibility.yaml", accessibilityFields, (*dataReader).accessibility},
	{packFile, packFields, (*dataReader).pack},
}

type dataReader struct {
	zone *time.Location
	Data
	years []disclosure.Year

	parties []disclosure.Party // that files of deadlines have declared

	fixed []disclosure.FixedHoliday
}

// IsData reports whether a path is that of a file of site data.
func IsData(file string) bool {
	ext := path.Ext(file)
	name, ok := strings.CutPrefix(file, DataFolder)
	if pack, name := PackOf(file); pack != "" && strings.HasPrefix(file, PackFolder) {
		return path.Ext(name) == ".yaml"
	}
	isYAML := (ext == ".yaml" || ext == ".yml") && !IsClassFile(file)
	return ok && (isYAML || ext == ".csv" && path.Dir(name)+"/" == RequestsFolder)
}

// ParseData reads the files of site data, and before them those of packs. What the site says of a
// set of deadlines, a form or a fixed holiday counts instead of what a pack says of the same name;
// duties, holidays of a year and questions are added to. zone is that of the site, in which a time
// with an offset is read.
func ParseData(zone *time.Location, files []DataFile) (*Data, diag.List) {
	d := dataReader{zone: zone}
	var diags diag.List
	var known []string
	read := map[string]bool{}
	// The order is that of the table: a later file may name what an earlier one holds.
	for _, r := range dataReaders {
		if r.name != packFile {
			known = append(known, r.name)
		}
		for _, f := range files {
			name := dataName(f.Path)
			ext := ".yaml"
			if r.name == RequestsFolder {
				ext = ".csv"
			}
			folder := strings.HasSuffix(r.name, "/") && path.Dir(name)+"/" == r.name &&
				path.Ext(name) == ext
			if name == r.name || folder {
				read[f.Path] = true
				diags = append(diags, r.read(&d, f)...)
			}
		}
	}
	for _, f := range files {
		if strings.HasPrefix(f.Path, LawFolder) && read[f.Path] {
			continue // whose authors are not those of the site
		}
		d.Cites = append(d.Cites, citations(f.Path, f.Src)...)
		if hits := personal(f.Src); len(hits) > 0 && !strings.HasSuffix(f.Path, "/personal.yaml") {
			d.Personal = append(d.Personal, FileHits{f.Path, hits})
		}
		if !read[f.Path] {
			diags.Add(
				diag.DataUnknown, diag.Span{File: f.Path}, dataName(f.Path),
				strings.Join(known, ", "),
			)
		}
	}
	slices.SortFunc(d.Requests, func(a, b YearOfRequests) int { return a.Year - b.Year })
	d.Calendar = disclosure.NewCalendar(d.years, d.fixed...)
	return &d.Data, diags
}

var holidayFields = []Field{
	{Name: "tahun", Type: Year, Required: true, Help: words("tahun", "year")},
	{
		Name: "dasar", Type: Line,
		Help: words(
			"keputusan yang menetapkan; wajib jika tahun ini tidak ada di paket hukum",
			"the decree that sets them; required where no pack has the year",
		),
	},
	{
		Name: "nasional", Type: Fields, List: true,
		Fields: dayFields,
		Help:   words("libur nasional", "national holidays"),
	},
	{
		Name: "cuti_bersama", Type: Fields, List: true,
		Fields: dayFields,
		Help:   words("cuti bersama", "collective leave"),
	},
	{
		Name: "setempat", Type: Fields, List: true,
		Fields: dayFields,
		Help: words(
			"libur setempat, misalnya hari pemungutan suara",
			"local holidays, such as a polling day",
		),
	},
}

var dayFields = []Field{
	{Name: "tanggal", Type: Date, Required: true, Help: words("tanggal", "day")},
	{Name: "nama", Type: Line, Required: true,
		Help: words("nama hari libur", "the holiday's name")},
}

// holidays reads content/data/holidays/<year>.yaml.
func (d *dataReader) holidays(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, holidayFields)
	y := disclosure.Year{Year: v.number("tahun"), Decree: v.text("dasar")}
	if stem := strings.TrimSuffix(
		path.Base(f.Path), ".yaml",
	); y.Year != 0 && stem != strconv.Itoa(y.Year) {
		diags.Add(diag.DataYear, v.Field("tahun").At, v.text("tahun"), path.Base(f.Path))
	}
	for _, sort := range []struct {
		name string
		rest disclosure.Rest
	}{
		{"nasional", disclosure.National}, {"cuti_bersama", disclosure.Collective},
		{"setempat", disclosure.Local},
	} {
		for _, h := range v.Field(sort.name).Items {
			day := h.day("tanggal")
			if day == 0 {
				continue
			}
			if day.Year() != y.Year {
				diags.Add(diag.DataYear, h.Field("tanggal").At, h.text("tanggal"),
					path.Base(f.Path))
			}
			y.Holidays = append(
				y.Holidays, disclosure.Holiday{Day: day, Rest: sort.rest, Name: h.text("nama")},
			)
		}
	}
	at := slices.IndexFunc(d.years, func(o disclosure.Year) bool { return o.Year == y.Year })
	if at >= 0 { // which a pack has
		d.years[at].Holidays = append(d.years[at].Holidays, y.Holidays...)
		return diags
	}
	for _, name := range []string{"dasar", "nasional"} {
		if y.Year != 0 && !v.Field(name).Given() {
			diags.Add(diag.FieldRequired, diag.Span{File: f.Path}, name, path.Base(f.Path))
		}
	}
	if y.Year != 0 {
		d.years = append(d.years, y)
	}
	return diags
}

var fixedFields = []Field{
	{
		Name: "libur", Type: Fields, List: true, Required: true,
		Help: words(
			"libur yang jatuh pada tanggal yang sama setiap tahun",
			"holidays on one day of every year",
		),
		Fields: []Field{
			{
				Name: "tanggal", Type: Line, Required: true,
				Help: words("bulan-tanggal, misalnya 08-17", "month-day, such as 08-17"),
			},
			{Name: "nama", Type: Line, Required: true,
				Help: words("nama hari libur", "the holiday's name")},
		},
	},
}

// fixedHolidays reads content/data/fixed-holidays.yaml.
func (d *dataReader) fixedHolidays(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, fixedFields)
	for _, h := range v.Field("libur").Items {
		t, err := time.Parse("2006-01-02", "2024-"+h.text("tanggal"))
		if at := h.Field("tanggal"); err != nil && at.Given() {
			diags.Add(diag.FieldDate, at.At, "tanggal", at.Text)
		} else if err == nil {
			d.fixed = slices.DeleteFunc(d.fixed, func(o disclosure.FixedHoliday) bool {
				return o.Month == t.Month() && o.Day == t.Day()
			})
			d.fixed = append(d.fixed, disclosure.FixedHoliday{
				Month: t.Month(), Day: t.Day(), Name: h.text("nama"),
			})
		}
	}
	return diags
}

// DataNames returns the names of all files of site data, below DataFolder; one that ends with
// a slash stands for all files of that folder.
func DataNames() []string {
	names := make([]string, len(dataReaders))
	for i, r := range dataReaders {
		names[i] = r.name
	}
	return names
}

// DataFields returns the fields of a file of site data, nil when it is none.
func DataFields(file string) []Field {
	switch {
	case file == SettingsFile:
		return SettingsFields
	case IsKind(file):
		return kindFields
	}
	name := dataName(file)
	for _, r := range dataReaders {
		if name == r.name || strings.HasSuffix(r.name, "/") && path.Dir(name)+"/" == r.name {
			return r.fields
		}
	}
	return nil
}
