package content

import (
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A Type is what a field holds.
type Type int8

// The types of fields.
const (
	Line     Type = iota // text on one line
	Text                 // text of any number of lines
	Slug                 // a part of an address: a–z, 0–9 and hyphens
	Address              // an address of this site, such as /berita/lama/
	Date                 // a day
	Moment               // a day, with or without a time
	Year                 // four digits
	Number               // a whole number
	Flag                 // true or false
	Enum                 // one of Values
	URL                  // an address of another site
	Path                 // a file beside the document, or from content/ with a slash
	Ref                  // the slug or the path of another document
	UnitRef              // a unit of content/data/units.yaml
	Duration             // a number and a unit, such as 3 hari_kerja
	Color                // #rrggbb
	Language             // of the site's words, such as id or en
	Fields               // keys of its own
)

// A Field is one key that a header or data file may hold.
type Field struct {
	Name     string
	Type     Type
	List     bool // any number of values
	Required bool
	Shown    bool     // in a new document, although it is not required
	Values   []string // of an Enum
	Max      int      // of a Number, if not 0
	Fields   []Field  // of the type Fields
	Bare     string   // a scalar stands for this one of Fields
	Example  []string // lines of a valid value, for the skeleton of a new document
	Choice   string   // which known values of the site it can have, if not those of its Name
	Help     diag.Words
	Label    diag.Words // how visitors see it called; of kinds of the site's own
	Kept     bool       // no Go code reads it: templates get it as .Field "NAME"
}

// A Kind is one sort of document. Its row says all there is to know of it: parsing, checking,
// skeletons, schemas, the editors' form, lists, addresses and pages follow it. A kind whose
// fields Go code reads has that code in a file of its name in each room that needs one.
type Kind struct {
	Name     string // the folder under content/
	Label    diag.Words
	Fields   []Field  // its own; Common are added
	Requires []string // the Common fields that it cannot do without
	Body     bool     // what follows the header is shown
	Word     string   // the key of the word for its list, if it has one
	Rank     int      // the smaller, the earlier a bare slug is looked for among its documents

	// Address is where its documents are published: {slug} stands for the slug, {tahun} for
	// the year of the date. "" is "/NAME/{slug}/".
	Address string
	Layout  string // the template of its pages; "" is Name
	Schema  string // the type of its documents at schema.org
	Lists   Lists
	At      diag.Span // where the site declares it; zero for a built-in kind

	all []Field // Common and Fields

	// What Go code knows of the kind; nil when there is nothing to know.
	read    func(h *Head, v Value)           // fills the part of a Head that is the kind's own
	check   func(h *Head, v Value) diag.List // what fields alone do not tell
	made    func(h *Head) disclosure.Moment  // what counts for a document without a date
	changed func(h *Head) disclosure.Day     // the last change that the fields tell of
	number  func(h *Head) string             // under which it is filed, or ""
	year    func(h *Head) int                // for Address, when it is not that of the date
}

// Lists say how the documents of a Kind are listed.
type Lists struct {
	Address    string // of the list of all; "" is "/NAME/"
	Hidden     bool   // there is no such page: its documents are found from menus
	Layout     string // the template of the list's pages; "" is daftar
	Paged      bool   // divided into pages
	Dated      bool   // by year and month besides; the list of all is its newest page
	Categories bool   // by category besides
	Faceted    bool   // by class, year and unit besides
	Grouped    bool   // by the groups and numbers of its documents
	NoFeed     bool
	Order      Order
}

// An Order is that of the documents in a list.
type Order int8

// The orders. Documents with a weight come first in all of them, but in lists of pages.
const (
	NewestFirst Order = iota
	ByTitle
)

func words(id, en string) diag.Words { return diag.Words{ID: id, EN: en} }

// Common are the fields of every kind.
var Common = []Field{
	{
		Name: "title", Type: Line, Required: true,
		Help: words("judul halaman, ditulis seperti kalimat", "the page's title, in sentence case"),
	},
	{
		Name: "date", Type: Moment,
		Help: words("tanggal terbit yang tampil", "the date of publication that is shown"),
	},
	{
		Name: "updated", Type: Date,
		Help: words("tanggal isi terakhir diubah", "when the content last changed"),
	},
	{
		Name: "summary", Type: Text,
		Help: words(
			"satu atau dua kalimat untuk daftar dan mesin pencari",
			"one or two sentences for lists and search engines",
		),
	},
	{
		Name: "slug", Type: Slug,
		Help: words(
			"bagian akhir alamat; biasanya nama berkas",
			"the last part of the address; usually the file's name",
		),
	},
	{
		Name: "aliases", Type: Address, List: true,
		Help: words("alamat lama yang dialihkan ke sini", "old addresses that lead here"),
	},
	{Name: "tags", Type: Line, List: true, Help: words("kata kunci", "keywords")},
	{
		Name: "draft", Type: Flag,
		Help: words("true selama belum boleh terbit", "true while it may not be published"),
	},
	{
		Name: "publish", Type: Moment,
		Help: words("baru terbit pada tanggal dan jam ini",
			"not published before this day and time"),
	},
	{
		Name: "expires", Type: Moment,
		Help: words("tidak terbit lagi sesudah tanggal ini", "not published after this day"),
	},
	{Name: "lang", Type: Language, Help: words("bahasa dokumen", "the document's language")},
	{
		Name: "weight", Type: Number,
		Help: words("urutan dalam daftar; kecil lebih dulu",
			"the order in lists; small comes first"),
	},
	{
		Name: "klasifikasi", Type: Enum,
		Values: []string{"berkala", "serta-merta", "setiap-saat", "dikecualikan"},
		Help: words(
			"jenis informasi; dikecualikan berarti tidak pernah terbit",
			"the class of information; dikecualikan is never published",
		),
	},
	{
		Name: "penguasa", Type: UnitRef,
		Help: words("unit yang menguasai informasi", "the unit that holds the information"),
	},
	{
		Name: "memenuhi", Type: Line, List: true,
		Help: words(
			"kewajiban pengumuman yang dipenuhi dokumen ini",
			"the duties to publish that this document meets",
		),
	},
	{
		Name: "reviewed", Type: Date,
		Help: words(
			"tanggal isi terakhir diperiksa masih benar",
			"when the content was last checked to be right",
		),
	},
	{
		Name: "reviewed_by", Type: Line,
		Help: words(
			"jabatan yang memeriksa, bukan namanya; salah satu pejabat atau unit jika situs "+
				"memuat halaman pejabat",
			"the position that checked it, not a name; one of the officials or units where the "+
				"site has pages of officials",
		),
	},
	{
		Name: "berkas", Type: Fields, List: true, Bare: "src",
		Fields: attachment,
		Help:   words("berkas yang dapat diunduh", "files to download"),
	},
	{
		Name: "mencabut", Type: Ref, List: true,
		Help: words("dokumen yang dicabut dokumen ini", "documents that this one revokes"),
	},
	{
		Name: "mengubah", Type: Ref, List: true,
		Help: words("dokumen yang diubah dokumen ini", "documents that this one amends"),
	},
	{
		Name: "melaksanakan", Type: Ref, List: true,
		Help: words("regulasi yang dilaksanakan dokumen ini",
			"instruments that this one carries out"),
	},
	{
		Name: "lampiran_dari", Type: Ref, List: true,
		Help: words("dokumen yang dilampiri dokumen ini", "documents that this one is an annex of"),
	},
	{
		Name: "terkait", Type: Ref, List: true,
		Help: words("dokumen lain yang berkaitan", "related documents"),
	},
	{
		Name: "perbaikan", Type: Fields, List: true,
		Fields: change,
		Help: words("perbaikan yang diumumkan kepada pembaca",
			"corrections that readers are told of"),
	},
	basisField,
}

var attachment = []Field{
	{
		Name: "src", Type: Path, Required: true,
		Help: words("nama berkas di samping dokumen", "the file's name beside the document"),
	},
	{Name: "judul", Type: Line, Help: words("nama yang tampil", "the name that is shown")},
	{
		Name: "bahasa", Type: Line,
		Help: words("bahasa berkas jika bukan Indonesia", "the file's language if not Indonesian"),
	},
	{Name: "halaman", Type: Number, Help: words("jumlah halaman", "number of pages")},
	{Name: "baris", Type: Number, Help: words("jumlah baris data", "number of data rows")},
	{
		Name: "pindaian", Type: Flag,
		Help: words(
			"true jika hasil pindai tanpa lapisan teks; dikenali sendiri pada PDF",
			"true for a scan without a text layer; found out by itself for PDF",
		),
	},
	{
		Name: "diperiksa_oleh", Type: Line,
		Help: words(
			"jabatan yang memeriksa hasil pindai dari data pribadi",
			"the position that checked a scan for personal data",
		),
	},
}

var change = []Field{
	{
		Name: "tanggal", Type: Date, Required: true,
		Help: words("tanggal perubahan", "the day of the change"),
	},
	{Name: "isi", Type: Line, Required: true, Help: words("apa yang berubah", "what changed")},
	{
		Name: "berkas", Type: Path,
		Help: words("berkas sebelum perubahan", "the file before the change"),
	},
}

// Equal reports whether two Kinds are the same row. Comparisons by package cmp ask it, which
// would refuse the functions of a row.
func (k *Kind) Equal(o *Kind) bool { return k == o }

// Kinds are the kinds of documents that a site has.
type Kinds []*Kind

// BuiltIn are the kinds that every site has.
var BuiltIn = complete(
	&beritaKind, &pengumumanKind, &sopKind, &informasiKind, &pengecualianKind, &regulasiKind,
	&laporanKind, &agendaKind, &pejabatKind, &halamanKind,
)

// Languages are those in which every site has words.
var Languages = []string{"id", "en"}

// complete fills what follows from the rest of the rows.
func complete(kinds ...*Kind) Kinds {
	for _, k := range kinds {
		// A kind may have a field of its own in place of a common one, as exclusions have their
		// ground.
		common := slices.DeleteFunc(slices.Clone(Common), func(c Field) bool {
			return slices.ContainsFunc(k.Fields, func(f Field) bool { return f.Name == c.Name })
		})
		k.all = slices.Concat(common, k.Fields)
		k.Address = or(k.Address, "/"+k.Name+"/{slug}/")
		k.Layout = or(k.Layout, k.Name)
		k.Lists.Layout = or(k.Lists.Layout, "daftar")
		k.Lists.Address = or(k.Lists.Address, "/"+k.Name+"/")
		if k.Lists.Hidden {
			k.Lists.Address = ""
		}
	}
	return kinds
}

// Of returns the kind of the document at a path below content/, or nil.
func (k Kinds) Of(path string) *Kind {
	folder, _, ok := strings.Cut(strings.TrimPrefix(path, "content/"), "/")
	if !ok || !strings.HasPrefix(path, "content/") {
		return nil
	}
	return k.Find(folder)
}

// Find returns the kind of a name, or nil.
func (k Kinds) Find(name string) *Kind {
	for _, kind := range k {
		if kind.Name == name {
			return kind
		}
	}
	return nil
}

// Names returns the names of all kinds.
func (k Kinds) Names() []string {
	names := make([]string, len(k))
	for i, kind := range k {
		names[i] = kind.Name
	}
	return names
}

// ByRank returns the kinds in the order in which a bare slug is looked for.
func (k Kinds) ByRank() Kinds {
	return slices.SortedStableFunc(slices.Values(k), func(a, b *Kind) int {
		return a.Rank - b.Rank
	})
}

// AddressOf returns where the document of a Head is published, below the folder of its
// language. It depends on the document alone and never on its neighbours, so addresses are
// permanent.
func (k *Kind) AddressOf(h *Head) string {
	return k.fill(h.Slug, func() string {
		if k.year != nil {
			return strconv.Itoa(k.year(h))
		}
		return strconv.Itoa(h.Date.Day.Year())
	})
}

// BySlug returns where a document of a slug is published, of a kind that is not Yearly.
func (k *Kind) BySlug(slug string) string { return k.fill(slug, func() string { return slug }) }

// InYear returns where a document of a slug and a year is published.
func (k *Kind) InYear(year, slug string) string {
	return k.fill(slug, func() string { return year })
}

// Yearly reports whether the address of a document holds its year and its slug.
func (k *Kind) Yearly() bool {
	return strings.Contains(k.Address, yearMark) && strings.Contains(k.Address, slugMark)
}

// The marks of an address.
const (
	slugMark = "{slug}"
	yearMark = "{tahun}"
)

func (k *Kind) fill(slug string, year func() string) string {
	address := strings.Replace(k.Address, slugMark, slug, 1)
	if !strings.Contains(address, yearMark) {
		return address
	}
	return strings.Replace(address, yearMark, year(), 1)
}
