package diag

import (
	"slices"
	"strings"
)

// A Code is the permanent name of a rule, such as "field/unknown". Editors search for it
// and programs match it, so a code is never renamed or used again for something else.
type Code string

// A Rule is one entry of the Catalogue.
type Rule struct {
	Code     Code
	Severity Severity
	Message  Words  // what is wrong: one sentence without a final period
	Hint     Words  // what to do about it
	Note     Words  // what the related places are
	Ref      string // where the rule is written down

	// Open lists what of a sealed message may still be shown: the digits of arguments
	// that are this program's words and not the file's, and 'r' for the replacement.
	Open string
}

// plain returns a Rule without related places, of which nothing may be shown when it is sealed.
func plain(c Code, s Severity, message, hint Words) Rule {
	return Rule{Code: c, Severity: s, Message: message, Hint: hint}
}

// rule returns the catalogue's entry for c. A code without one is a bug in this program.
func (c Code) rule() *Rule {
	if r, ok := rules[c]; ok {
		return r
	}
	panic("diag: code without a rule: " + string(c))
}

// Find returns the rule of a code, nil when there is none.
func Find(code string) *Rule { return rules[Code(code)] }

var rules = func() map[Code]*Rule {
	m := make(map[Code]*Rule, len(Catalogue))
	for i := range Catalogue {
		m[Catalogue[i].Code] = &Catalogue[i]
	}
	return m
}()

// Codes of the document header.
const (
	HeaderMissing   Code = "header/missing"
	HeaderNotFirst  Code = "header/not-first"
	HeaderFence     Code = "header/fence"
	HeaderUnclosed  Code = "header/unclosed"
	HeaderBOM       Code = "header/bom"
	HeaderEncoding  Code = "header/encoding"
	HeaderControl   Code = "header/control"
	HeaderFormat    Code = "header/format"
	HeaderColon     Code = "header/colon"
	HeaderQuote     Code = "header/quote"
	HeaderTab       Code = "header/tab"
	HeaderComment   Code = "header/comment"
	HeaderSyntax    Code = "header/syntax"
	HeaderDuplicate Code = "header/duplicate"
	HeaderReference Code = "header/reference"
	HeaderShape     Code = "header/shape"
	HeaderSize      Code = "header/size"
	HeaderMark      Code = "header/mark"
)

// Codes of the fields in a header or a data file.
const (
	FieldUnknown  Code = "field/unknown"
	FieldRequired Code = "field/required"
	FieldEmpty    Code = "field/empty"
	FieldList     Code = "field/list"
	FieldGroup    Code = "field/group"
	FieldScalar   Code = "field/scalar"
	FieldLength   Code = "field/length"
	FieldItems    Code = "field/items"
	FieldLine     Code = "field/line"
	FieldDate     Code = "field/date"
	FieldYear     Code = "field/year"
	FieldNumber   Code = "field/number"
	FieldFlag     Code = "field/flag"
	FieldValue    Code = "field/value"
	FieldExact    Code = "field/exact"
	FieldSlug     Code = "field/slug"
	FieldAddress  Code = "field/address"
	FieldURL      Code = "field/url"
	FieldDuration Code = "field/duration"
	FieldColor    Code = "field/color"
	FieldOrder    Code = "field/order"
	FieldFuture   Code = "field/future"
	TagLetters    Code = "tag/letters"
	TagTaken      Code = "tag/taken"
	SlugLetters   Code = "slug/letters"
	FieldExample  Code = "field/example"
)

// Codes of a document as a whole.
const (
	KindFolder  Code = "kind/folder"
	KindBody    Code = "kind/body"
	KindTaken   Code = "kind/taken"
	KindName    Code = "kind/name"
	KindField   Code = "kind/field"
	KindAddress Code = "kind/address"
	KindMeets   Code = "kind/meets"
	KindType    Code = "kind/type"
)

// Codes of words and layouts.
const (
	WordsName     Code = "words/name"
	WordsMissing  Code = "words/missing"
	WordUnknown   Code = "word/unknown"
	WordList      Code = "word/list"
	WordArguments Code = "word/arguments"
	LayoutUnknown Code = "layout/unknown"
)

// Codes of input files.
const (
	FileUnreadable Code = "file/unreadable"
	FileLarge      Code = "file/large"
	FileSymlink    Code = "file/symlink"
	FileIrregular  Code = "file/irregular"
	FileMissing    Code = "file/missing"
	FileOutside    Code = "file/outside"
	FileEmpty      Code = "file/empty"
	FileClosed     Code = "file/closed"
	FileHeld       Code = "file/held"
	FileCopy       Code = "file/copy"
	FileName       Code = "file/name"
	FileClass      Code = "file/class"
	FileUnused     Code = "file/unused"
)

// Codes of what one document says of another.
const (
	LinkMissing     Code = "link/missing"
	LinkAnchor      Code = "link/anchor"
	LinkHeld        Code = "link/held"
	LinkExpired     Code = "link/expired"
	RefUnknown      Code = "ref/unknown"
	UnitUnknown     Code = "unit/unknown"
	UnitReserved    Code = "unit/reserved"
	CategoryUnknown Code = "category/unknown"
	RefusalUnknown  Code = "refusal/unknown"
	AddressTaken    Code = "address/taken"
	AddressName     Code = "address/name"
	AddressLost     Code = "address/lost"
	AddressOther    Code = "address/other"
	ImageBroken     Code = "image/broken"
	ImageLarge      Code = "image/large"
	ImageHeavy      Code = "image/heavy"
)

// Codes of site data.
const (
	DataUnknown     Code = "data/unknown"
	DataYear        Code = "data/year"
	DeadlineUnknown Code = "deadline/unknown"
	DeadlineOpen    Code = "deadline/open"
	DeadlineAnswer  Code = "deadline/answer"
	RequestFile     Code = "requests/file"
	RequestTwice    Code = "requests/twice"
	RequestColumn   Code = "requests/column"
	RequestUnknown  Code = "requests/unknown"
	RequestRow      Code = "requests/row"
	RequestValue    Code = "requests/value"
	RequestDay      Code = "requests/day"
	RequestOrder    Code = "requests/order"
	RequestFuture   Code = "requests/future"
	RequestPair     Code = "requests/pair"
	RequestList     Code = "requests/list"
	RequestPersonal Code = "requests/personal"
	RequestFigures  Code = "requests/figures"
	FiguresFile     Code = "figures/file"
	FiguresSheet    Code = "figures/sheet"
	FiguresColumn   Code = "figures/column"
	FiguresNumber   Code = "figures/number"
	FiguresDecimal  Code = "figures/decimal"
	FiguresPercent  Code = "figures/percent"
	FiguresMany     Code = "figures/many"
	FiguresShape    Code = "figures/shape"
	FiguresEmpty    Code = "figures/empty"
	FiguresAlike    Code = "figures/alike"
	FiguresPage     Code = "figures/page"
	FiguresNegative Code = "figures/negative"
	LawUnknown      Code = "law/unknown"
	OfficialLoop    Code = "official/loop"
	HolidaysEnd     Code = "holidays/end"
	FormUnknown     Code = "form/unknown"

	PersonalNumber  Code = "personal/number"
	PersonalContact Code = "personal/contact"
	PersonalDetail  Code = "personal/detail"
	PersonalPermit  Code = "personal/permit"

	AttachmentType      Code = "attachment/type"
	AttachmentEncrypted Code = "attachment/encrypted"
	AttachmentBroken    Code = "attachment/broken"
	AttachmentActive    Code = "attachment/active"
	AttachmentArchive   Code = "attachment/archive"
	AttachmentSecret    Code = "attachment/secret"
	AttachmentOutside   Code = "attachment/outside"
	AttachmentHidden    Code = "attachment/hidden"
	AttachmentFormula   Code = "attachment/formula"
	AttachmentUnclean   Code = "attachment/unclean"
	AttachmentSigned    Code = "attachment/signed"
	AttachmentUnsigned  Code = "attachment/unsigned"
	AttachmentLarge     Code = "attachment/large"
	AttachmentPages     Code = "attachment/pages"
	AttachmentRows      Code = "attachment/rows"
	AttachmentScan      Code = "attachment/scan"
	AttachmentUnseen    Code = "attachment/unseen"
	AttachmentLocation  Code = "attachment/location"

	BasisRevoked Code = "basis/revoked"
	BasisGone    Code = "basis/gone"
	BasisStatus  Code = "basis/status"
	LawUnsourced Code = "law/unsourced"

	ObligationUnknown Code = "obligation/unknown"
	ObligationUndated Code = "obligation/undated"
	ObligationPart    Code = "obligation/part"
	ObligationAbsent  Code = "obligation/absent"
	ObligationShort   Code = "obligation/short"
	ObligationBy      Code = "obligation/by"
	ObligationAlways  Code = "obligation/always"
	ObligationReason  Code = "obligation/reason"
)

// Codes of the registers and of reports.
const (
	DIKExpired     Code = "dik/expired"
	DIKFile        Code = "dik/file"
	DIKAct         Code = "dik/act"
	DIKTerm        Code = "dik/term"
	DIKLong        Code = "dik/long"
	DIKRevoked     Code = "dik/revoked"
	DIKStatus      Code = "dik/status"
	DIKParts       Code = "dik/parts"
	DIKOverlap     Code = "dik/overlap"
	DIPPeriod      Code = "dip/period"
	DIPParts       Code = "dip/parts"
	DIPNil         Code = "dip/nil"
	DIPReviewer    Code = "dip/reviewer"
	DIPPosition    Code = "dip/position"
	DIPNumber      Code = "dip/number"
	ReportSum      Code = "report/sum"
	AuditResult    Code = "audit/result"
	AuditTwice     Code = "audit/twice"
	ReportMonths   Code = "report/months"
	ReportElements Code = "report/elements"
	ReportOrder    Code = "report/order"
	ReportEarly    Code = "report/early"
	ReportTwice    Code = "report/twice"
)

// Codes of procedures.
const (
	SOPActor     Code = "sop/actor"
	SOPStep      Code = "sop/step"
	SOPDuplicate Code = "sop/duplicate"

	SOPStart       Code = "sop/start"
	SOPSecondStart Code = "sop/second-start"
	SOPEnd         Code = "sop/end"
	SOPUnreachable Code = "sop/unreachable"
	SOPDeadEnd     Code = "sop/dead-end"
	SOPEndless     Code = "sop/endless"
	SOPIdle        Code = "sop/idle"
	SOPExits       Code = "sop/exits"
	SOPLabel       Code = "sop/label"
	SOPBranch      Code = "sop/branch"
	SOPDetour      Code = "sop/detour"
	SOPTime        Code = "sop/time"
	SOPTotal       Code = "sop/total"
	SOPLimit       Code = "sop/limit"
	SOPRegime      Code = "sop/regime"
)

// Codes of templates and static files.
const (
	TemplateSyntax  Code = "template/syntax"
	TemplateField   Code = "template/field"
	TemplateMissing Code = "template/missing"
	TemplateAsset   Code = "template/asset"
	AssetSyntax     Code = "asset/syntax"
	ColorContrast   Code = "color/contrast"
	LogoSize        Code = "logo/size"
	SettingsMissing Code = "settings/missing"

	HostFiles     Code = "host/files"
	HostFile      Code = "host/file"
	HostTotal     Code = "host/total"
	HostRedirects Code = "host/redirects"
	LogBroken     Code = "log/broken"
	LogNew        Code = "log/new"

	FormScript     Code = "admin/script"
	FormDigest     Code = "admin/digest"
	FormRepository Code = "admin/repository"
)

// Codes of a document's body.
const (
	MarkdownLimit   Code = "markdown/limit"
	MarkdownControl Code = "markdown/control"
	MarkdownHTML    Code = "markdown/html"
	MarkdownComment Code = "markdown/comment"
	MarkdownTitle   Code = "markdown/title"
	MarkdownSpace   Code = "markdown/space"
	MarkdownLevel   Code = "markdown/level"

	MarkdownCells      Code = "markdown/cells"
	MarkdownNote       Code = "markdown/note"
	MarkdownAttributes Code = "markdown/attributes"

	LinkScheme     Code = "link/scheme"
	LinkText       Code = "link/text"
	ImageAlt       Code = "image/alt"
	MediaCaptions  Code = "media/captions"
	ImageElsewhere Code = "image/elsewhere"
)

// terms translates arguments of messages: the code and the argument give the words that are
// shown in its place.
var terms = map[Code]map[string]Words{
	MarkdownLimit: {
		"bytes":      {"byte", "bytes"},
		"nesting":    {"kedalaman kutipan dan daftar", "nesting of quotes and lists"},
		"columns":    {"kolom tabel", "columns of a table"},
		"cells":      {"sel tabel", "cells of tables"},
		"brackets":   {"kurung siku dalam satu paragraf", "brackets in one paragraph"},
		"delimiters": {"tanda penekanan dalam satu paragraf", "emphasis marks in one paragraph"},
		"references": {"rujukan", "references"},
		"elements":   {"baris, tanda dan alamat", "lines, marks and addresses"},
		"depth":      {"tanda di dalam tanda", "marks inside marks"},
		"title":      {"byte judul tautan", "bytes of the title of a link"},
		"personal":   {"data yang mungkin pribadi", "data that may be personal"},
	},
	AttachmentActive:  held,
	AttachmentArchive: held,
	AttachmentSecret:  held,
	AttachmentOutside: held,
	AttachmentHidden: {
		"invisible": {"teks yang dibuat tidak terlihat", "text that was made invisible"},
		"outside":   {"teks di luar halaman", "text outside the page"},
		"tiny":      {"teks yang terlalu kecil untuk dibaca", "text too small to read"},
		"covered":   {"teks di balik kotak atau gambar", "text behind a box or picture"},
		"coloured": {
			"teks yang warnanya sama dengan latarnya", "text of the colour of its ground",
		},
		"layered": {
			"teks di lapisan (layer) yang dimatikan", "text on a layer that is switched off",
		},
		"clipped": {"teks yang terpotong seluruhnya", "text that is cut off altogether"},
		"comment": {"komentar", "comments"},
		"earlier": {
			"isi versi terdahulu, atau yang tidak ada di halaman",
			"what an earlier version said, or what is on no page",
		},
		"deleted": {
			"kata yang dicoret dengan pelacakan perubahan",
			"words struck out while changes were tracked",
		},
		"unshown": {
			"lembar, baris, kolom, slide, atau kata yang disembunyikan",
			"sheets, rows, columns, slides or words that are hidden",
		},
		"cached": {
			"salinan data di balik tabel pivot, bagan, atau tautan",
			"a copy of the data behind a pivot table, a chart or a link",
		},
		"notes": {"catatan pembicara", "notes for the speaker"},
		"redaction": {
			"tanda penghitaman (redaksi) yang belum diterapkan; teks di bawahnya masih ada",
			"marks of redaction that were not applied; the text below is still there",
		},
		"field": {"isian formulir yang tidak ditampilkan", "fields of a form that are not shown"},
	},
}

// held are the words for what a file may hold besides what it shows.
var held = map[string]Words{
	"script": {"skrip", "a script"},
	"action": {
		"tindakan yang berjalan sendiri atau mengirim isian",
		"an action that runs by itself or sends what is filled in",
	},
	"embedded": {"berkas lain di dalamnya", "other files"},
	"page":     {"halaman web, yang dapat menjalankan skrip", "a web page, which can run scripts"},
	"program": {"program, atau perintah untuk menjalankan program",
		"a program, or what starts one"},
	"macro":   {"makro", "a macro"},
	"object":  {"objek dari program lain (OLE)", "an object of another program (OLE)"},
	"control": {"kontrol ActiveX atau add-in", "an ActiveX control or an add-in"},
	"template": {"templat yang diambil dari tempat lain",
		"a template that is fetched from elsewhere"},
	"dde":      {"perintah ke program lain (DDE)", "a command to another program (DDE)"},
	"link":     {"rujukan ke berkas di tempat lain", "a reference to a file elsewhere"},
	"database": {"koneksi ke database", "a connection to a database"},
	"climbing": {
		"nama atau tautan yang keluar dari folder tujuannya",
		"a name or link that leads out of its folder",
	},
	"nested":  {"arsip di dalam arsip", "an archive in an archive"},
	"sealed":  {"arsip yang isinya tidak dapat diperiksa", "an archive that cannot be looked into"},
	"history": {"repositori beserta riwayatnya", "a repository with its history"},
	"export":  {"salinan isi repositori", "the files of a repository"},
	"key":     {"kunci privat atau kata sandi", "a private key or a password"},
	"dump":    {"salinan database", "a copy of a database"},
}

// places are the words for places in files, which stand in arguments as package attachment writes
// them (attachment.PlacePage and those that follow).
var places = map[string]Words{
	"⟨page⟩":               {"halaman", "page"},
	"⟨removed page⟩":       {"halaman atau gambar yang tidak tampil", "page or drawing not shown"},
	"⟨earlier version⟩":    {"versi terdahulu", "earlier version"},
	"⟨note⟩":               {"catatan PDF", "PDF note"},
	"⟨field⟩":              {"isian formulir", "field of a form"},
	"⟨bookmark⟩":           {"penanda halaman (bookmark)", "bookmark"},
	"⟨alternative text⟩":   {"teks pengganti", "alternative text"},
	"⟨metadata⟩":           {"properti PDF", "property of the PDF"},
	"⟨XMP⟩":                {"metadata XMP", "XMP metadata"},
	"⟨row⟩":                {"baris", "row"},
	"⟨column⟩":             {"kolom", "column"},
	"⟨cell⟩":               {"sel", "cell"},
	"⟨name of a tab⟩":      {"nama lembar", "name of a tab"},
	"⟨paragraph⟩":          {"alinea", "paragraph"},
	"⟨message⟩":            {"surat", "message"},
	"⟨part⟩":               {"bagian", "part"},
	"⟨name in an archive⟩": {"nama di dalam arsip", "name in the archive"},
}

// inPlaces returns an argument with the words of a language for its places.
func inPlaces(arg string, lang Lang) string {
	if strings.Contains(arg, "⟨") {
		for mark, words := range places {
			arg = strings.ReplaceAll(arg, mark, words.In(lang))
		}
	}
	return arg
}

// Catalogue is every rule that a message can come from, in the order of the manual.
var Catalogue = slices.Concat(
	documentRules, fileRules, siteRules, registerRules, figureRules, templateRules,
)
