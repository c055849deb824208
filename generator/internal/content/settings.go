package content

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/gate"
)

// The files of site data that this package reads.
const (
	SettingsFile = "content/site.yaml"
	UnitsFile    = "content/data/units.yaml"
	ClassFile    = "_kelas.yaml" // in any folder of documents: closes everything below it
)

// Settings are what a site says about itself, in content/site.yaml.
type Settings struct {
	Face              // in Indonesian
	English    *Face  // in English, nil without English pages
	Parent     string // the body above this one
	BaseURL    string // ends with a slash
	Lang, Zone string
	Byline     string
	Contact    Contact
	Categories []Label // of news
	Colors     []BrandColor
	Logo       string // the body's own mark, in static/aset/
	LogoAt     diag.Span
	Hosts      []string // where the site is served
	HostsAt    diag.Span
	Search     bool       // visitors can search
	Log        bool       // published files are recorded in a public log
	Repository Repository // where the content is kept
	Form       EditorForm // the editors' form, off unless its Script is given
	Key        string     // public key by which others check what the body signs
	Archive    Archive
	Personal   []disclosure.PersonalHit // in the file
	Packs      []Reference              // of law
	Election   Period                   // in which information about it is asked for most
	LinkCSS    bool                     // the style sheet is a file of its own
	Image      string                   // for link previews, in static/
	ImageAt    diag.Span
}

// A Repository is where the content is kept under version control.
type Repository struct {
	Address, Branch string
	GitLab          bool
}

// An EditorForm is the page at admin/ on which editors write in a form.
type EditorForm struct {
	Script    string // its file, below static/admin/
	Integrity string // its digest, as pages write it: sha384-…
	Login     string // address of the service that signs editors in, "" for the host's own
	At        diag.Span
}

// A Face is what the site says about itself in one language.
type Face struct {
	Title, Short, Tagline, Description string
	Nav                                []Anchor
	Menu                               []MenuGroup
	Home                               Home
	Hours                              []Hours
	Access                             string // for visitors with disabilities
	Notice                             string // a line in the foot of every page
}

// A Contact is how to reach the body.
type Contact struct {
	Address  []string
	Map      string
	Phone    string
	WhatsApp string
	Email    string

	Officer, Superior string   // the positions that are PPID and its superior
	Portal            string   // address where requests can be made online
	Commission        *Office  // that decides disputes, or nil
	Complaints        []Office // where complaints can be made
}

// An Office is another place that people can turn to. About says what for.
type Office struct {
	Name, About, AboutEN   string
	Outside                bool // no part of the body
	Address                []string
	Phone, WhatsApp, Email string
	URL                    string
}

// Hours are the opening hours of some days.
type Hours struct{ Days, Time string }

// A Label is a slug with the name that people read.
type Label struct{ Slug, Name string }

// An Anchor is a link of the site's menus: an address of this site or a full one.
type Anchor struct {
	Text, Address string
	At            diag.Span
}

// A MenuGroup is a heading with links, in the foot of every page.
type MenuGroup struct {
	Title string
	Links []Anchor
}

// A BrandColor is one of the values that make the theme a body's own.
type BrandColor struct {
	Field string // as it is written
	Token string // the theme's custom property that it sets
	Dark  bool   // in the dark scheme only
	Value string // #rrggbb
	At    diag.Span
}

// colorTokens say which custom property of the theme each colour sets.
var colorTokens = []BrandColor{
	{Field: "brand", Token: "--brand"}, {Field: "brand_dark", Token: "--brand", Dark: true},
	{Field: "on_brand", Token: "--on-brand"}, {Field: "accent", Token: "--gold"},
	{Field: "accent_dark", Token: "--gold", Dark: true},
}

// colors returns the colours that are given.
func colors(v Value) []BrandColor {
	var out []BrandColor
	for _, c := range colorTokens {
		if f := v.Field(c.Field); isColor(f.Text) {
			c.Value, c.At = strings.ToLower(f.Text), f.At
			out = append(out, c)
		}
	}
	return out
}

// Home is what the home page says besides the newest documents.
type Home struct {
	Question  string
	Examples  []Anchor
	Tasks     []Task
	Deadlines []Reference // ids of steps, such as tanggapan
}

// A Task is one thing that visitors come for.
type Task struct {
	Anchor
	Fact   string // may name deadlines, by a DeadlineMark
	FactAt diag.Span
}

// DeadlineMark is how a fact names a deadline, as bodies do: <tenggat:umum/tanggapan>.
var DeadlineMark = regexp.MustCompile(`<tenggat:([a-z0-9_-]+/[a-z0-9_-]+)>`)

// A Period is some days, the last one included. The zero Period has none.
type Period struct{ From, Until disclosure.Day }

// Holds reports whether a day is in p.
func (p Period) Holds(d disclosure.Day) bool { return p.From != 0 && p.From <= d && d <= p.Until }

// Archive says which lists a site has besides its kinds and years.
type Archive struct {
	Months, Categories, Tags, Units bool
	PageSize                        int
}

// ReadData reads a file of site data by its fields. missing of its messages is the file's
// start. The Value is zero when the file could not be read at all.
func ReadData(file string, src []byte, fields []Field) (Value, diag.List) {
	return readDataIn(nil, file, src, fields)
}

// readDataIn is ReadData for a file in which times may have an offset.
func readDataIn(
	zone *time.Location, file string, src []byte, fields []Field,
) (Value, diag.List) {
	r := reader{file: file, src: src}
	v, ok := r.read()
	if !ok {
		return Value{}, r.diags
	}
	c := checker{src: src, diags: r.diags, zone: zone}
	v = c.check(v, fields, file[strings.LastIndexByte(file, '/')+1:], diag.Span{File: file})
	return v, c.diags
}

func office(v Value) Office {
	return Office{
		Name: v.text("nama"), About: v.text("untuk"), AboutEN: v.text("untuk_en"),
		Outside: v.flag("luar"), Address: v.texts("alamat"), Phone: v.text("telepon"),
		WhatsApp: v.text("whatsapp"), Email: v.text("email"), URL: v.text("situs"),
	}
}

// ParseSettings reads content/site.yaml. What is missing has the value a small body wants.
func ParseSettings(src []byte) (*Settings, diag.List) {
	v, diags := ReadData(SettingsFile, src, SettingsFields)
	contact, archive := v.Field("kontak"), v.Field("arsip")
	if base := v.Field("base_url"); base.Given() && diags.Errors() == 0 && !IsBaseURL(base.Text) {
		diags.Add(diag.FieldURL, base.At, "base_url", base.Text)
	}
	if zone := v.Field("timezone"); zone.Given() && !disclosure.IsZone(zone.Text) {
		known := []string{"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}
		d := diag.New(diag.FieldValue, zone.At, "timezone", zone.Text,
			strings.Join(known, ", ")+", …")
		diags = append(diags, d.Instead(diag.Closest(zone.Text, known)))
	}
	s := &Settings{
		Face: face(v, contact), Parent: v.text("induk"),
		BaseURL: strings.TrimRight(v.text("base_url"), "/") + "/", Lang: v.text("language"),
		Zone: v.text("timezone"), Byline: v.text("penulis"),
		Contact: Contact{
			Address: contact.texts("alamat"), Map: contact.text("peta"),
			Phone:    contact.text("telepon"),
			WhatsApp: contact.text("whatsapp"), Email: contact.text("email"),
			Officer: contact.text("ppid"), Superior: contact.text("atasan_ppid"),
			Portal: contact.text("eppid"),
		},
		Colors: colors(v.Field("warna")), Logo: v.text("logo"), LogoAt: v.Field("logo").At,
		Hosts: v.texts("hosts"), HostsAt: v.Field("hosts").At,
		Search: v.text("pencarian") != "false",
		Log:    v.flag("catatan_dokumen"), Repository: repository(v.Field("repositori")),
		Form: editorForm(v.Field("admin")), Key: v.text("kunci_publik"),
		Archive: Archive{
			Months:     archive.text("bulan") != "false",
			Categories: archive.text("kategori") != "false",
			Tags:       archive.text("tag") != "false", Units: archive.text("unit") != "false",
			PageSize: archive.number("per_halaman"),
		},
		LinkCSS: v.text("css") == "link", Image: strings.TrimPrefix(v.text("gambar"), "/"),
		ImageAt: v.Field("gambar").At,
	}
	if c := contact.Field("komisi"); c.Given() {
		o := office(c)
		s.Contact.Commission = &o
	}
	for _, c := range contact.Field("pengaduan").Items {
		s.Contact.Complaints = append(s.Contact.Complaints, office(c))
	}
	if english := v.Field("english"); english.Given() {
		f := face(english, english)
		s.English = &f
	}
	s.Personal = personal(src)
	for _, pack := range v.Field("hukum").Items {
		s.Packs = append(s.Packs, Reference{Target: strings.Clone(pack.Text), At: pack.At})
	}
	election := v.Field("masa_pemilu")
	s.Election = Period{election.day("mulai"), election.day("sampai")}
	s.Lang = or(s.Lang, "id")
	s.Zone = or(s.Zone, "Asia/Jakarta")
	if s.Archive.PageSize == 0 {
		s.Archive.PageSize = 20
	}
	for _, c := range v.Field("kategori").Items {
		s.Categories = append(s.Categories, Label{c.text("slug"), c.text("nama")})
	}
	return s, diags
}

func editorForm(v Value) EditorForm {
	return EditorForm{v.text("skrip"), v.text("integritas"), v.text("masuk"), v.At}
}

func repository(v Value) Repository {
	r := Repository{
		strings.TrimSuffix(strings.TrimSuffix(v.text("alamat"), "/"), ".git"),
		or(v.text("cabang"), "main"), false,
	}
	r.GitLab = v.text("jenis") == "gitlab" || v.text("jenis") == "" && strings.Contains(
		r.Address, "gitlab",
	)
	return r
}

// face reads what is said in one language; desk has the opening hours.
func face(v, desk Value) Face {
	f := Face{
		Title: v.text("title"), Tagline: v.text("tagline"), Description: v.text("description"),
		Access: desk.text("akses"), Notice: v.text("pemberitahuan"), Nav: anchors(v.Field("nav")),
		Home: home(v.Field("beranda")),
	}
	f.Short = or(v.text("singkatan"), f.Title)
	for _, h := range desk.Field("jam").Items {
		f.Hours = append(f.Hours, Hours{h.text("hari"), h.text("pukul")})
	}
	for _, g := range v.Field("menu").Items {
		f.Menu = append(f.Menu, MenuGroup{g.text("judul"), anchors(g.Field("butir"))})
	}
	return f
}

func home(v Value) Home {
	h := Home{Question: v.text("tanya"), Examples: anchors(v.Field("contoh"))}
	for _, t := range v.Field("tugas").Items {
		h.Tasks = append(h.Tasks, Task{anchor(t), t.text("fakta"), t.Field("fakta").At})
	}
	h.Deadlines = references(v.Field("tenggat"), "")
	return h
}

func anchor(v Value) Anchor {
	return Anchor{v.text("teks"), v.text("alamat"), v.Field("alamat").At}
}

func anchors(v Value) []Anchor {
	var out []Anchor
	for _, item := range v.Items {
		out = append(out, anchor(item))
	}
	return out
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// A Unit is a part of the public body that holds information.
type Unit struct {
	Slug, Name, Task string
	PPID             bool // it answers requests
}

var unitFields = []Field{
	{
		Name: "unit", Type: Fields, List: true, Required: true,
		Help: words("unit kerja", "units"),
		Fields: []Field{
			{
				Name: "slug", Type: Slug, Required: true,
				Help: words("sebutan pendek untuk dirujuk", "a short name to refer to"),
			},
			{Name: "nama", Type: Line, Required: true, Help: words("nama", "name")},
			{Name: "tugas", Type: Text, Help: words("tugasnya", "what it does")},
			{
				Name: "ppid", Type: Flag,
				Help: words("unit ini menjawab permintaan; tenggatnya masuk kalendernya",
					"it answers requests, whose due days stand in its calendar"),
			},
		},
	},
}

// reservedUnits are parts of addresses of the register and the audit, where slugs of units
// stand too; so do years.
var reservedUnits = []string{
	"berkala", "serta-merta", "setiap-saat", "dikecualikan", "halaman", "cetak", "audit",
	"jatuh-tempo",
}

// units reads content/data/units.yaml.
func (d *dataReader) units(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, unitFields)
	for _, u := range v.Field("unit").Items {
		if slug := u.text("slug"); slices.Contains(
			reservedUnits, slug,
		) || len(slug) == 4 && atoi(slug) > 0 {
			diags.Add(diag.UnitReserved, u.Field("slug").At, slug)
			continue
		}
		d.Units = append(d.Units, Unit{
			Slug: u.text("slug"), Name: u.text("nama"), Task: u.text("tugas"), PPID: u.flag("ppid"),
		})
	}
	return diags
}

var classFields = []Field{
	{
		Name: "klasifikasi", Type: Enum, Required: true, Values: []string{"dikecualikan"},
		Help: words(
			"dikecualikan: folder ini dan semua isinya tertutup",
			"dikecualikan: this folder and all in it is closed",
		),
	},
}

// IsClassFile reports whether a path is that of a file which closes its folder: see gate.IsMark.
func IsClassFile(file string) bool { return gate.IsMark(file[strings.LastIndexByte(file, '/')+1:]) }

// CheckClass returns what is wrong with a _kelas.yaml. Its folder is closed all the same:
// the file's presence says that somebody meant it to be.
func CheckClass(file string, src []byte) diag.List {
	if !strings.HasSuffix(file, "/"+ClassFile) {
		return diag.List{diag.New(diag.FileClass, diag.Span{File: file})}
	}
	_, diags := ReadData(file, src, classFields)
	for i := range diags {
		diags[i].Sealed = true
	}
	return diags
}
