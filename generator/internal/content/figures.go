package content

import (
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// The shapes of charts.
const (
	BarChart     = "batang"
	PairedChart  = "batang-berpasangan"
	LineChart    = "garis"
	StackedChart = "bertumpuk"
)

// The orders of rows.
const (
	fileOrder = "berkas"
	rising    = "naik"
	falling   = "turun"
)

// The most that one drawing shows, so that it can be read.
const (
	MaxSeries = 4
	MaxBars   = 60
	MaxRows   = 500 // of a table on one page
	MaxPages  = 2000
)

// figureFields are the keys of blocks called tabel and bagan; each has more.
var figureFields = []Field{
	{
		Name: "berkas", Type: Path, Required: true,
		Help: words("berkas .csv, .tsv, atau .xlsx", "a .csv, .tsv or .xlsx file"),
	},
	{
		Name: "lembar", Type: Line,
		Help: words(
			"nama lembar buku kerja; tanpa ini lembar pertama yang terlihat",
			"the tab of a workbook; without it the first that readers see",
		),
	},
	{Name: "judul", Type: Line, Required: true, Help: words("judul", "the title")},
	{
		Name: "baris", Type: Line,
		Help: words(
			"kolom yang menyebut nama setiap baris; tanpa ini kolom pertama",
			"the column that names each row; without it the first",
		),
	},
	{
		Name: "kolom", Type: Fields, List: true, Bare: "nama",
		Help: words(
			"kolom yang ditampilkan; pada bagan wajib, paling banyak empat",
			"the columns that are shown; a chart needs them, four at most",
		),
		Fields: []Field{
			{Name: "nama", Type: Line, Required: true,
				Help: words("nama kolom di berkas", "its name in the file")},
			{Name: "label", Type: Line,
				Help: words("sebutannya bagi pembaca", "what readers see it called")},
		},
	},
	{Name: "satuan", Type: Line,
		Help: words("satuan angka di berkas", "the unit of the figures in the file")},
	{
		Name: "urut", Type: Enum, Values: []string{fileOrder, rising, falling},
		Help: words(
			"urutan baris menurut kolom pertama di kolom:, atau menurut:; tanpa ini seperti di "+
				"berkas",
			"the order of the rows, by the first of kolom: or by menurut:; without it that of "+
				"the file",
		),
	},
	{Name: "menurut", Type: Line, Help: words("kolom yang menentukan urutan",
		"the column that says the order")},
	{
		Name: "saring", Type: Fields,
		Help: words("hanya baris yang begini", "only rows such as this"),
		Fields: []Field{
			{Name: "kolom", Type: Line, Required: true, Help: words("kolom", "the column")},
			{Name: "isi", Type: Line, Required: true, Help: words("isinya", "what it holds")},
		},
	},
	{
		Name: "kelompok", Type: Line,
		Help: words(
			"baris yang isinya sama di kolom ini dijumlahkan",
			"rows with the same in this column are added up",
		),
	},
	{
		Name: "desimal", Type: Enum, Values: []string{"koma", "titik"},
		Help: words(
			"tanda desimal, jika angkanya tidak memperlihatkannya",
			"the sign before decimals, where the figures do not show it",
		),
	},
	{
		Name: "kalimat", Type: Text,
		Help: words(
			"simpulan dalam satu atau dua kalimat; wajib pada bagan",
			"what it shows, in a sentence or two; a chart needs it",
		),
	},
}

// tableFields are those of a table.
var tableFields = append(slices.Clone(figureFields), Field{
	Name: "halaman", Type: Line,
	Help: words(
		"setiap isi kolom ini mendapat halaman sendiri dengan baris-barisnya",
		"what is in this column has a page of its own each, with its rows",
	),
})

var chartFields = func() []Field {
	fields := slices.Clone(figureFields)
	for i := range fields {
		if n := fields[i].Name; n == "kolom" || n == "kalimat" {
			fields[i].Required = true
		}
	}
	return append(fields,
		Field{
			Name: "bentuk", Type: Enum, Required: true,
			Values: []string{BarChart, PairedChart, LineChart, StackedChart},
			Help:   words("bentuk bagan", "the shape of the chart"),
		},
		Field{
			Name: "dalam", Type: Enum, Values: []string{"ribu", "juta", "miliar", "triliun"},
			Help: words(
				"angka di gambar dibagi sebanyak ini, dengan satu desimal; di tabelnya tetap utuh",
				"the figures in the drawing are divided by so many, with one decimal; those in "+
					"its table are not",
			),
		},
		Field{
			Name: "batas", Type: Fields,
			Help: words("garis pembanding pada bagan batang", "a line across bars to compare with"),
			Fields: []Field{
				{Name: "nilai", Type: Line, Required: true, Help: words("nilainya", "its value")},
				{Name: "label", Type: Line, Required: true, Help: words("namanya", "its name")},
			},
		})
}()

// dalam is where that field stands.
var dalam = slices.IndexFunc(chartFields, func(f Field) bool { return f.Name == "dalam" })

// Figures is a block that shows a chart or a table of what stands in a file.
type Figures struct {
	Shape    string // of the chart, "" for a table
	File     string // as written
	Title    string
	Unit     string
	Sentence string
	Limit    string // the name of the line across bars, or ""
	Scale    int    // the figures in the drawing are in thousands to this power

	value Value
	where diag.Span // of the block
}

// ReadFigures reads the block that a Ref of the kind markdown.Figures stands for.
func ReadFigures(ref *markdown.Ref) (*Figures, diag.List) {
	name, text, _ := strings.Cut(ref.Alt, "\n")
	return readFigures(name, text, ref.At)
}

func readFigures(name, text string, at diag.Span) (*Figures, diag.List) {
	r := reader{file: at.File, src: []byte(text), offset: at.Start}
	v, ok := r.read()
	diags := r.diags
	if ok {
		fields := tableFields
		if name == "bagan" {
			fields = chartFields
		}
		c := checker{src: append(make([]byte, at.Start), text...), file: at.File, diags: r.diags}
		v = c.check(v, fields, name, at)
		diags = c.diags
	}
	f := &Figures{
		Shape: v.text("bentuk"), File: v.text("berkas"), Title: v.text("judul"),
		Unit: v.text("satuan"), Sentence: v.text("kalimat"), value: v, where: at,
		Limit: v.Field("batas").text("label"),
		Scale: 1 + slices.Index(chartFields[dalam].Values, v.text("dalam")),
	}
	if f.File != "" && !isTable(f.File) {
		diags.Add(diag.FiguresFile, v.Field("berkas").At, f.File)
		f.File = ""
	}
	if at.End-at.Start != len(text) { // an indented block, of which no place is known
		for i := range diags {
			diags[i].At = at
		}
	}
	return f, diags
}

// figuresFile is the Block of a Parser.
func figuresFile(name, text string, at diag.Span) (string, diag.List) {
	f, diags := readFigures(name, text, at)
	return f.File, diags
}

// isTable reports whether the ending of a file is that of a table.
func isTable(file string) bool {
	file = strings.ToLower(file)
	return strings.HasSuffix(file, ".csv") || strings.HasSuffix(file, ".tsv") ||
		strings.HasSuffix(file, ".xlsx")
}

// Sheet returns the name of the tab that is shown, and where it is written.
func (f *Figures) Sheet() (string, diag.Span) { return f.value.text("lembar"), f.at("lembar") }

// at is where a key of the block is written.
func (f *Figures) at(key string) diag.Span {
	if v := f.value.Field(key); v.Given() {
		return v.At
	}
	return f.where
}
