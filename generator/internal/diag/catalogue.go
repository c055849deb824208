package diag

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

// rule returns the catalogue's entry for c. A code without one is a bug in this program.
func (c Code) rule() *Rule {
	if r, ok := rules[c]; ok {
		return r
	}
	panic("diag: code without a rule: " + string(c))
}

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
)

// Codes of a document as a whole.
const (
	KindFolder Code = "kind/folder"
	KindBody   Code = "kind/body"
)

// Codes of input files.
const (
	FileUnreadable Code = "file/unreadable"
	FileSymlink    Code = "file/symlink"
	FileIrregular  Code = "file/irregular"
	FileMissing    Code = "file/missing"
	FileOutside    Code = "file/outside"
	FileEmpty      Code = "file/empty"
	FileClosed     Code = "file/closed"
	FileName       Code = "file/name"
	FileClass      Code = "file/class"
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
	AddressTaken    Code = "address/taken"
	AddressLost     Code = "address/lost"
	ImageBroken     Code = "image/broken"
	ImageLarge      Code = "image/large"
)

// Codes of site data.
const (
	DataUnknown     Code = "data/unknown"
	DataYear        Code = "data/year"
	DeadlineUnknown Code = "deadline/unknown"
	DeadlineOpen    Code = "deadline/open"
	FormUnknown     Code = "form/unknown"

	PersonalNumber  Code = "personal/number"
	PersonalContact Code = "personal/contact"
	PersonalDetail  Code = "personal/detail"
	PersonalPermit  Code = "personal/permit"

	AttachmentType      Code = "attachment/type"
	AttachmentEncrypted Code = "attachment/encrypted"
	AttachmentBroken    Code = "attachment/broken"
	AttachmentLarge     Code = "attachment/large"
	AttachmentPages     Code = "attachment/pages"
	AttachmentRows      Code = "attachment/rows"
	AttachmentScan      Code = "attachment/scan"
	AttachmentUnseen    Code = "attachment/unseen"
	AttachmentLocation  Code = "attachment/location"

	BasisRevoked Code = "basis/revoked"
	BasisGone    Code = "basis/gone"
	BasisStatus  Code = "basis/status"

	ObligationUnknown Code = "obligation/unknown"
	ObligationUndated Code = "obligation/undated"
	ObligationReason  Code = "obligation/reason"
)

// Codes of the registers and of reports.
const (
	DIKExpired   Code = "dik/expired"
	DIKFile      Code = "dik/file"
	DIKAct       Code = "dik/act"
	DIKTerm      Code = "dik/term"
	DIKLong      Code = "dik/long"
	DIKRevoked   Code = "dik/revoked"
	DIKStatus    Code = "dik/status"
	DIKParts     Code = "dik/parts"
	DIKOverlap   Code = "dik/overlap"
	DIPPeriod    Code = "dip/period"
	DIPParts     Code = "dip/parts"
	DIPNil       Code = "dip/nil"
	DIPReviewer  Code = "dip/reviewer"
	DIPNumber    Code = "dip/number"
	ReportSum    Code = "report/sum"
	ReportMonths Code = "report/months"
	ReportOrder  Code = "report/order"
	ReportEarly  Code = "report/early"
	ReportTwice  Code = "report/twice"
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
)

// Codes of a document's body.
const (
	MarkdownLimit   Code = "markdown/limit"
	MarkdownControl Code = "markdown/control"
	MarkdownHTML    Code = "markdown/html"
	MarkdownComment Code = "markdown/comment"
	MarkdownTitle   Code = "markdown/title"
	MarkdownLevel   Code = "markdown/level"
	LinkScheme      Code = "link/scheme"
	LinkText        Code = "link/text"
	ImageAlt        Code = "image/alt"
	ImageElsewhere  Code = "image/elsewhere"
)

// terms are the names of the limits on a body, which are arguments of MarkdownLimit.
var terms = map[string]Words{
	"bytes": {"bita", "bytes"}, "nesting": {"kedalaman kutipan dan daftar", "nesting of quotes and lists"}, "columns": {"kolom tabel", "columns of a table"},
	"cells": {"sel tabel", "cells of tables"}, "brackets": {"kurung siku dalam satu paragraf", "brackets in one paragraph"},
	"delimiters": {"tanda tekanan dalam satu paragraf", "emphasis marks in one paragraph"}, "references": {"rujukan", "references"},
}

// Catalogue is every rule that a message can come from, in the order of the manual.
var Catalogue = []Rule{
	{HeaderMissing, Error,
		Words{"dokumen ini tidak punya kepala", "this document has no header"},
		Words{"mulai berkas dengan baris ---, lalu title: …, lalu baris --- lagi", "start the file with a line ---, then title: …, then another line ---"},
		Words{}, "", ""},
	{HeaderNotFirst, Error,
		Words{"ada tulisan sebelum kepala dokumen", "there is text before the header"},
		Words{"kepala dokumen harus mulai di huruf pertama berkas: hapus semua yang ada di atas baris ---", "the header must start at the file's first character: delete everything above the line ---"},
		Words{}, "", ""},
	{HeaderFence, Error,
		Words{"pembatas kepala dokumen salah tulis: {0}", "the header's fence is misspelt: {0}"},
		Words{"tulis tepat tiga tanda hubung, tanpa yang lain di baris itu", "write exactly three hyphens and nothing else on the line"},
		Words{}, "", "r"},
	{HeaderUnclosed, Error,
		Words{"kepala dokumen tidak ditutup", "the header is not closed"},
		Words{"tambahkan baris --- sesudah isian terakhir", "add a line --- after the last field"},
		Words{}, "", ""},
	{HeaderBOM, Error,
		Words{"berkas diawali tanda urutan bita (BOM) yang tidak tampak", "the file starts with an invisible byte order mark"},
		Words{"simpan ulang sebagai UTF-8 tanpa BOM", "save it again as UTF-8 without BOM"},
		Words{}, "", ""},
	{HeaderEncoding, Error,
		Words{"huruf di tempat ini bukan UTF-8", "the characters here are not UTF-8"},
		Words{"simpan ulang berkas sebagai UTF-8", "save the file again as UTF-8"},
		Words{}, "", ""},
	{HeaderControl, Error,
		Words{"ada huruf kendali yang tidak tampak", "there is an invisible control character"},
		Words{"hapus lalu ketik ulang bagian ini", "delete this part and type it again"},
		Words{}, "", ""},
	{HeaderFormat, Error,
		Words{"kepala dokumen ini bukan YAML", "this header is not YAML"},
		Words{"pakai baris ---, lalu satu isian per baris: kunci: nilai", "use a line ---, then one field a line: key: value"},
		Words{}, "", ""},
	{HeaderColon, Error,
		Words{"ada titik dua di dalam nilai yang tidak diapit tanda kutip", "there is a colon inside a value without quotes"},
		Words{"apit nilainya dengan tanda kutip", "put the value in quotes"},
		Words{}, "", ""},
	{HeaderQuote, Error,
		Words{"tanda kutip di dalam nilai ini tidak terbaca", "the quotes in this value cannot be read"},
		Words{"apit seluruh nilai dengan tanda kutip tunggal; tanda kutip tunggal di dalamnya ditulis dua kali", "put the whole value in single quotes; write a single quote inside it twice"},
		Words{}, "", ""},
	{HeaderTab, Error,
		Words{"ada tab di awal baris", "the line starts with a tab"},
		Words{"ganti tab dengan dua spasi", "replace the tab by two spaces"},
		Words{}, "", ""},
	{HeaderComment, Error,
		Words{"tanda # memotong nilai ini: yang sesudahnya tidak ikut terbaca", "the # cuts this value: what follows it is not read"},
		Words{"apit nilainya dengan tanda kutip; catatan untuk diri sendiri ditulis di baris tersendiri", "put the value in quotes; a comment goes on a line of its own"},
		Words{}, "", ""},
	{HeaderSyntax, Error,
		Words{"kepala dokumen tidak terbaca: {0}", "the header cannot be read: {0}"},
		Words{"satu isian per baris: kunci: nilai; daftar: satu tanda hubung per butir, dengan jorokan yang sama", "one field a line: key: value; lists: one hyphen an item, all indented alike"},
		Words{}, "", ""},
	{HeaderDuplicate, Error,
		Words{"kunci {0} ditulis dua kali", "the key {0} is written twice"},
		Words{"hapus salah satunya", "delete one of them"},
		Words{"yang pertama di sini", "the first is here"}, "", ""},
	{HeaderReference, Error,
		Words{"jangkar, rujukan, dan penanda tipe YAML (&, *, !, <<) tidak dipakai di sini", "YAML anchors, aliases and tags (&, *, !, <<) are not used here"},
		Words{"tulis nilainya langsung; bila tanda itu bagian dari teks, apit dengan tanda kutip", "write the value itself; if the sign is part of the text, put it in quotes"},
		Words{}, "", ""},
	{HeaderShape, Error,
		Words{"kepala dokumen bukan daftar kunci: nilai", "the header is not a list of key: value"},
		Words{"satu isian per baris: kunci: nilai", "one field a line: key: value"},
		Words{}, "", ""},
	{HeaderSize, Error,
		Words{"kepala dokumen terlalu besar atau terlalu dalam", "the header is too large or too deep"},
		Words{"paling besar 256 KB dan 32 tingkat", "at most 256 KB and 32 levels"},
		Words{}, "", ""},

	{FieldUnknown, Error,
		Words{"kunci {0} tidak dikenal pada {1}", "the key {0} is not known in {1}"},
		Words{"yang dikenal: {2}", "known are: {2}"},
		Words{}, "", "12r"},
	{FieldRequired, Error,
		Words{"{0} wajib diisi pada {1}", "{0} is required in {1}"},
		Words{"tambahkan {0}: …", "add {0}: …"},
		Words{}, "", "01"},
	{FieldEmpty, Error,
		Words{"{0} belum diisi", "{0} has no value"},
		Words{"isi nilainya, atau hapus baris ini bila tidak perlu", "give a value, or delete the line if it is not needed"},
		Words{}, "", "0"},
	{FieldList, Error,
		Words{"{0} harus berupa daftar", "{0} must be a list"},
		Words{"tulis satu butir per baris, masing-masing diawali tanda hubung", "write one item a line, each after a hyphen"},
		Words{}, "", "0"},
	{FieldGroup, Error,
		Words{"{0} harus berisi kunci: nilai", "{0} must hold key: value"},
		Words{"isinya: {1}", "it holds: {1}"},
		Words{}, "", "01"},
	{FieldScalar, Error,
		Words{"{0} harus berupa satu nilai", "{0} must be one value"},
		Words{"tulis satu nilai sesudah titik dua", "write one value after the colon"},
		Words{}, "", "0"},
	{FieldLength, Error,
		Words{"{0} terlalu panjang: {1} huruf, paling banyak {2}", "{0} is too long: {1} characters, at most {2}"},
		Words{"persingkat", "shorten it"},
		Words{}, "", "012"},
	{FieldLine, Error,
		Words{"{0} harus satu baris", "{0} must be one line"},
		Words{"hapus pergantian barisnya", "remove the line breaks"},
		Words{}, "", "0"},
	{FieldDate, Error,
		Words{"{0} bukan tanggal: {1}", "{0} is not a date: {1}"},
		Words{"tulis tahun-bulan-tanggal, misalnya 2026-03-01, bila perlu dengan jam: 2026-03-01 07:15", "write year-month-day, such as 2026-03-01, with a time if needed: 2026-03-01 07:15"},
		Words{}, "", "0"},
	{FieldYear, Error,
		Words{"{0} bukan tahun: {1}", "{0} is not a year: {1}"},
		Words{"tulis empat angka, misalnya 2026", "write four digits, such as 2026"},
		Words{}, "", "0"},
	{FieldNumber, Error,
		Words{"{0} bukan bilangan bulat dari {2} sampai {3}: {1}", "{0} is not a whole number from {2} to {3}: {1}"},
		Words{"tulis angka saja, tanpa titik ribuan", "write digits only, without separators"},
		Words{}, "", "023"},
	{FieldFlag, Error,
		Words{"{0} harus true atau false, bukan {1}", "{0} must be true or false, not {1}"},
		Words{}, Words{}, "", "0"},
	{FieldValue, Error,
		Words{"nilai {1} tidak dikenal untuk {0}", "{1} is not a known value of {0}"},
		Words{"pilih: {2}", "choose: {2}"},
		Words{}, "", "02r"},
	{FieldExact, Error,
		Words{"nilai {0} harus ditulis persis seperti pilihannya, tanpa huruf besar atau spasi tambahan", "the value of {0} must be written exactly as in the list, without capitals or spaces added"},
		Words{"pilih: {1}", "choose: {1}"},
		Words{}, "UU 14/2008 ps. 9, 10, 11, 17", "01r"},
	{FieldSlug, Error,
		Words{"{0} tidak dapat menjadi alamat: {1}", "{0} cannot be an address: {1}"},
		Words{"pakai 1–80 huruf kecil a–z, angka, dan tanda hubung di antaranya", "use 1–80 of the letters a–z, digits, and hyphens between them"},
		Words{}, "", "0"},
	{FieldAddress, Error,
		Words{"{0} bukan alamat di situs ini: {1}", "{0} is not an address of this site: {1}"},
		Words{"tulis jalur tanpa spasi yang diawali garis miring, misalnya /berita/lama/", "write a path without spaces that starts with a slash, such as /berita/lama/"},
		Words{}, "", "0"},
	{FieldURL, Error,
		Words{"{0} bukan alamat web: {1}", "{0} is not a web address: {1}"},
		Words{"tulis alamat lengkap yang diawali https://", "write the full address, starting with https://"},
		Words{}, "", "0"},
	{FieldDuration, Error,
		Words{"{0} bukan lama waktu: {1}", "{0} is not a duration: {1}"},
		Words{"tulis angka dan satuan: menit, jam, hari_kerja, hari, minggu, bulan; misalnya 3 hari_kerja", "write a number and a unit: menit, jam, hari_kerja, hari, minggu, bulan; such as 3 hari_kerja"},
		Words{}, "", "0"},
	{FieldColor, Error,
		Words{"{0} bukan warna: {1}", "{0} is not a colour: {1}"},
		Words{"tulis enam angka heksadesimal sesudah tanda pagar, di antara tanda kutip: \"#9b1c22\"", "write six hexadecimal digits after a hash, in quotes: \"#9b1c22\""},
		Words{}, "", "0"},
	{FieldOrder, Error,
		Words{"{0} ({1}) tidak boleh sebelum {2} ({3})", "{0} ({1}) must not be before {2} ({3})"},
		Words{"periksa kedua tanggalnya", "check both dates"},
		Words{}, "", "02"},

	{MarkdownLimit, Error,
		Words{"isi dokumen melewati batas ({0}): paling banyak {1}", "the body goes beyond a limit ({0}): at most {1}"},
		Words{"bagi menjadi beberapa dokumen, atau lampirkan sebagai berkas", "divide it into several documents, or attach it as a file"},
		Words{}, "", "01"},
	{MarkdownControl, Error,
		Words{"ada huruf kendali yang tidak tampak di isi dokumen", "there is an invisible control character in the body"},
		Words{"hapus lalu ketik ulang bagian ini", "delete this part and type it again"},
		Words{}, "", ""},
	{MarkdownHTML, Warning,
		Words{"HTML tidak dipakai di sini dan tampil sebagai tulisan: {0}", "HTML is not used here and is shown as text: {0}"},
		Words{"pakai Markdown, atau apit dengan tanda petik terbalik bila memang ingin ditampilkan", "use Markdown, or put it in backquotes if it is meant to be shown"},
		Words{}, "", ""},
	{MarkdownComment, Warning,
		Words{"catatan HTML tidak ikut terbit", "the HTML comment is not published"},
		Words{"hapus; siapa pun yang membuka sumber situs dapat membacanya", "delete it; anyone who opens the site's source can read it"},
		Words{}, "", ""},
	{MarkdownTitle, Warning,
		Words{"judul tingkat satu (#) sudah dipakai untuk judul halaman", "the first level (#) is the page's title already"},
		Words{"pakai ## untuk judul bagian", "use ## for the heading of a section"},
		Words{}, "", ""},
	{MarkdownLevel, Warning,
		Words{"tingkat judul melompat ke {0}", "the heading's level jumps to {0}"},
		Words{"pakai {1}: pembaca layar menyusuri judul menurut tingkatnya", "use {1}: screen readers walk headings by level"},
		Words{}, "", "01"},
	{LinkScheme, Error,
		Words{"alamat ini tidak boleh dipakai: {0}", "this address is not allowed: {0}"},
		Words{"yang boleh: http, https, mailto, tel, dan alamat di situs ini", "allowed are http, https, mailto, tel, and addresses of this site"},
		Words{}, "", ""},
	{LinkText, Warning,
		Words{"tautan ke {0} tidak punya tulisan", "the link to {0} has no text"},
		Words{"tulis di antara kurung siku apa yang akan dibuka pembaca", "write between the brackets what the reader will open"},
		Words{}, "", ""},
	{ImageAlt, Error,
		Words{"gambar {0} tidak punya teks pengganti", "the image {0} has no alternative text"},
		Words{"tulis di antara kurung siku apa yang tampak, untuk orang yang tidak melihatnya: ![Petugas menerima formulir](foto.jpg)", "write between the brackets what it shows, for people who do not see it: ![An officer takes a form](photo.jpg)"},
		Words{}, "UU 8/2016", ""},
	{ImageElsewhere, Error,
		Words{"gambar dari situs lain tidak dimuat: {0}", "images of other sites are not loaded: {0}"},
		Words{"simpan gambarnya di samping dokumen dan tulis nama berkasnya", "save the image beside the document and write its file name"},
		Words{}, "", ""},

	{KindFolder, Error,
		Words{"berkas ini tidak berada di folder jenis dokumen mana pun", "this file is in the folder of no kind of document"},
		Words{"pindahkan ke salah satu: {0}", "move it to one of: {0}"},
		Words{}, "", "0"},
	{KindBody, Error,
		Words{"{0} tidak boleh punya isi sesudah kepala dokumen", "{0} must hold nothing after the header"},
		Words{"yang boleh diketahui publik ditulis di kolom kepala; hapus isinya", "what the public may know goes into the header's fields; delete the text"},
		Words{}, "", "0"},

	{FileUnreadable, Error,
		Words{"berkas atau folder ini tidak dapat dibaca", "this file or folder cannot be read"},
		Words{"periksa izin aksesnya", "check its permissions"},
		Words{}, "", ""},
	{FileSymlink, Error,
		Words{"ini tautan simbolis, bukan berkas", "this is a symbolic link, not a file"},
		Words{"ganti dengan berkasnya sendiri", "replace it by the file itself"},
		Words{}, "", ""},
	{FileIrregular, Error,
		Words{"ini bukan berkas biasa", "this is not an ordinary file"},
		Words{"pindahkan dari folder situs", "move it out of the site's folders"},
		Words{}, "", ""},
	{FileMissing, Error,
		Words{"berkas {0} tidak ditemukan", "the file {0} is not found"},
		Words{"simpan berkasnya di samping dokumen, atau perbaiki namanya", "save the file beside the document, or correct its name"},
		Words{}, "", ""},
	{FileOutside, Error,
		Words{"{0} menunjuk ke luar folder content", "{0} leads out of the folder content"},
		Words{"simpan berkasnya di samping dokumen dan tulis namanya saja", "save the file beside the document and write just its name"},
		Words{}, "", ""},
	{FileEmpty, Error,
		Words{"berkas {0} kosong", "the file {0} is empty"},
		Words{"unggah ulang berkasnya", "upload the file again"},
		Words{}, "", ""},
	{FileClosed, Error,
		Words{"{0} tertutup", "{0} is closed"},
		Words{"dokumen terbuka tidak boleh memuat berkas di folder tertutup atau berkas dokumen yang dikecualikan", "a public document must not hold a file of a closed folder or of an excluded document"},
		Words{}, "UU 14/2008 ps. 17", ""},
	{FileName, Error,
		Words{"nama berkas {0} tidak dapat menjadi alamat", "the file name {0} cannot be an address"},
		Words{"pakai huruf a–z, angka, tanda hubung, garis bawah, dan titik", "use the letters a–z, digits, hyphens, underscores and dots"},
		Words{}, "", ""},

	{FileClass, Error,
		Words{"nama berkas ini mirip _kelas.yaml", "the name of this file is close to _kelas.yaml"},
		Words{"bila folder ini dimaksudkan tertutup, namai tepat _kelas.yaml; bila tidak, beri nama lain", "if the folder is meant to be closed, name it exactly _kelas.yaml; if not, give it another name"},
		Words{}, "UU 14/2008 ps. 17", ""},

	{LinkMissing, Error,
		Words{"tautan ini tidak menuju ke mana pun: {0}", "this link leads nowhere: {0}"},
		Words{"tulis jalur ke berkas .md tujuan, atau alamatnya yang diawali garis miring", "write the path of the target's .md file, or its address, starting with a slash"},
		Words{}, "", ""},
	{LinkAnchor, Error,
		Words{"tidak ada bagian #{0} di halaman tujuan", "the target page has no part #{0}"},
		Words{"yang ada: {1}", "it has: {1}"},
		Words{}, "", ""},
	{LinkHeld, Error,
		Words{"tautan ini menuju dokumen yang belum terbit: {0}", "this link leads to a document that is not published yet: {0}"},
		Words{"terbitkan keduanya bersama, atau hapus tautannya", "publish both together, or remove the link"},
		Words{}, "", ""},
	{LinkExpired, Warning,
		Words{"tautan ini menuju dokumen yang masa terbitnya sudah lewat: {0}", "this link leads to a document that has expired: {0}"},
		Words{"pembaca dibawa ke daftarnya; hapus atau ganti tautannya", "readers are led to its list; remove or replace the link"},
		Words{}, "", ""},
	{RefUnknown, Error,
		Words{"tidak ada dokumen bernama {0}", "there is no document of the name {0}"},
		Words{"tulis slug dokumennya, atau jenis/slug, misalnya sop/permintaan-informasi", "write the document's slug, or kind/slug, such as sop/permintaan-informasi"},
		Words{}, "", ""},
	{UnitUnknown, Error,
		Words{"unit {0} tidak dikenal", "the unit {0} is not known"},
		Words{"yang ada di content/data/units.yaml: {1}", "content/data/units.yaml has: {1}"},
		Words{}, "", "1r"},
	{UnitReserved, Error,
		Words{"{0} tidak dapat menjadi slug unit: alamat itu milik daftar dan keterbukaan", "{0} cannot be the slug of a unit: the address belongs to the registers and the audit"},
		Words{"pilih slug lain, misalnya nama unitnya", "choose another slug, such as the unit's name"},
		Words{}, "", "0"},
	{CategoryUnknown, Error,
		Words{"kategori {0} tidak dikenal", "the category {0} is not known"},
		Words{"yang ada di content/site.yaml: {1}", "content/site.yaml has: {1}"},
		Words{}, "", "1r"},
	{AddressTaken, Error,
		Words{"alamat {0} sudah dipakai", "the address {0} is taken"},
		Words{"beri salah satunya slug lain", "give one of them another slug"},
		Words{"dipakai juga di sini", "it is also used here"}, "", ""},
	{AddressLost, Error,
		Words{"alamat {0} ada di situs yang terbit, tetapi tidak ada lagi", "the address {0} is on the released site and no longer here"},
		Words{"kembalikan dokumennya; atau tulis aliases: [{0}] pada penggantinya; atau catat penarikannya dengan alasan di content/data/withdrawn.yaml", "bring the document back; or write aliases: [{0}] in what replaces it; or note its withdrawal with a reason in content/data/withdrawn.yaml"},
		Words{}, "", "0"},
	{ImageBroken, Error,
		Words{"gambar {0} tidak dapat dibaca", "the image {0} cannot be read"},
		Words{"simpan ulang sebagai JPEG, PNG, GIF, atau WebP", "save it again as JPEG, PNG, GIF or WebP"},
		Words{}, "", ""},
	{ImageLarge, Error,
		Words{"gambar {0} terlalu besar: {1} piksel", "the image {0} is too large: {1} pixels"},
		Words{"perkecil sampai paling banyak 50 juta piksel", "reduce it to at most 50 million pixels"},
		Words{}, "", ""},

	{DataUnknown, Error,
		Words{"berkas data {0} tidak dikenal", "the data file {0} is not known"},
		Words{"yang dibaca dari content/data/: {1}", "these are read from content/data/: {1}"},
		Words{}, "", "1"},
	{DataYear, Error,
		Words{"{0} tidak termasuk tahun berkas {1}", "{0} is not in the year of the file {1}"},
		Words{"satu berkas memuat satu tahun; perbaiki tanggalnya, atau pindahkan ke berkas tahunnya", "a file holds one year; correct the date, or move it to the file of its year"},
		Words{}, "", ""},
	{DeadlineUnknown, Error,
		Words{"tenggat {0} tidak ada", "there is no deadline {0}"},
		Words{"yang ada di content/data/deadlines.yaml: {1}", "content/data/deadlines.yaml has: {1}"},
		Words{}, "", "1r"},
	{DeadlineOpen, Error,
		Words{"lama tenggat {0} belum diketahui, jadi tidak dapat ditulis", "how long {0} takes is not known yet, so it cannot be written"},
		Words{"isi hari_kerja di content/data/deadlines.yaml sesudah diperiksa pada naskah peraturannya, atau sebutkan bahwa belum pasti", "fill hari_kerja in content/data/deadlines.yaml once it was checked in the text of the law, or say that it is not certain"},
		Words{}, "", ""},
	{FormUnknown, Error,
		Words{"formulir {0} tidak ada", "there is no form {0}"},
		Words{"yang ada di content/data/forms.yaml: {1}", "content/data/forms.yaml has: {1}"},
		Words{}, "", "1r"},
	{PersonalNumber, Error,
		Words{"ada nomor kependudukan atau pajak: {0}{1}", "there is a citizen's or tax number: {0}{1}"},
		Words{"hapus atau hitamkan; bila memang boleh terbit, izinkan di content/data/personal.yaml dengan hash (maklumat explain --hash), alasan, dan batas waktunya", "remove or black it out; if it may be published, permit it in content/data/personal.yaml by its hash (maklumat explain --hash), a reason and a last day"},
		Words{}, "UU 27/2022 ps. 4, 65", "01"},
	{PersonalContact, Warning,
		Words{"ada nomor ponsel atau surel yang bukan kontak resmi: {0}{1}", "there is a mobile number or e-mail address that is no official contact: {0}{1}"},
		Words{"hapus; bila ini kontak resmi, daftarkan di content/data/personal.yaml pada kontak:", "remove it; if it is an official contact, list it in content/data/personal.yaml under kontak:"},
		Words{}, "UU 27/2022 ps. 4", "01"},
	{PersonalDetail, Warning,
		Words{"ada data yang mungkin pribadi: {0}{1}", "there may be personal data: {0}{1}"},
		Words{"hapus bila menyangkut orang; bila boleh terbit, izinkan di content/data/personal.yaml dengan hash (maklumat explain --hash)", "remove it if it is about a person; if it may be published, permit it in content/data/personal.yaml by its hash (maklumat explain --hash)"},
		Words{}, "UU 27/2022 ps. 4", "01"},
	{PersonalPermit, Warning,
		Words{"izin ini habis {0} dan tidak dipakai lagi", "this permit ended on {0} and is no longer used"},
		Words{"perpanjang dengan alasan, atau hapus barisnya", "prolong it with a reason, or delete the line"},
		Words{}, "", "0"},
	{AttachmentType, Error,
		Words{"isi {0} bukan seperti akhirannya", "{0} does not hold what its ending says"},
		Words{"ekspor ulang dari program aslinya, jangan hanya mengganti nama berkas", "export it again from its program; do not just rename the file"},
		Words{}, "", ""},
	{AttachmentEncrypted, Error,
		Words{"{0} meminta kata sandi", "{0} asks for a password"},
		Words{"simpan ulang tanpa kata sandi: berkas publik harus dapat dibuka siapa pun", "save it without a password: anyone must be able to open a public file"},
		Words{}, "UU 14/2008 ps. 7", ""},
	{AttachmentBroken, Error,
		Words{"{0} rusak dan tidak dapat dibuka", "{0} is broken and cannot be opened"},
		Words{"unggah ulang dari berkas aslinya", "upload it again from the original"},
		Words{}, "", ""},
	{AttachmentLarge, Error,
		Words{"isi {0} terlalu besar untuk diperiksa", "what {0} holds is too large to be checked"},
		Words{"bagi menjadi beberapa berkas", "divide it into several files"},
		Words{}, "", ""},
	{AttachmentPages, Warning,
		Words{"{0} punya {1} halaman, bukan {2}", "{0} has {1} pages, not {2}"},
		Words{"hapus halaman: dari dokumen; jumlahnya dihitung sendiri", "remove halaman: from the document; it is counted"},
		Words{}, "", ""},
	{AttachmentRows, Warning,
		Words{"{0} punya {1} baris data, bukan {2}", "{0} has {1} rows of data, not {2}"},
		Words{"hapus baris: dari dokumen; jumlahnya dihitung sendiri", "remove baris: from the document; it is counted"},
		Words{}, "", ""},
	{AttachmentScan, Warning,
		Words{"{0} hasil pindai: isinya tidak dapat diperiksa dari data pribadi", "{0} is a scan: it cannot be checked for personal data"},
		Words{"periksa dengan mata, lalu tambahkan diperiksa_oleh: jabatan; lebih baik unggah PDF yang berlapis teks", "check it by eye, then add diperiksa_oleh: position; better upload a PDF with a text layer"},
		Words{}, "UU 27/2022 ps. 4", ""},
	{AttachmentUnseen, Warning,
		Words{"isi {0} tidak dapat diperiksa dari data pribadi", "{0} cannot be checked for personal data"},
		Words{"unggah sebagai PDF, DOCX, XLSX, atau CSV; bila tidak bisa, daftarkan di berkas: dengan diperiksa_oleh: jabatan", "upload it as PDF, DOCX, XLSX or CSV; if that cannot be, list it in berkas: with diperiksa_oleh: position"},
		Words{}, "UU 27/2022 ps. 4", ""},
	{AttachmentLocation, Error,
		Words{"foto {0} menyebut tempat pengambilannya (GPS)", "the photo {0} says where it was taken (GPS)"},
		Words{"tampilkan sebagai gambar di isi dokumen, yang metadatanya dihapus sendiri, atau simpan ulang tanpa metadata", "show it as an image in the text, which loses its metadata, or save it again without metadata"},
		Words{}, "UU 27/2022 ps. 4", ""},
	{BasisRevoked, Warning,
		Words{"{0} sudah tidak berlaku", "{0} no longer holds"},
		Words{"yang berlaku: {1}; bila memang menyebut sejarahnya, tulis bahwa sudah dicabut atau diganti", "in force is: {1}; if this tells its history, say that it was revoked or replaced"},
		Words{}, "", ""},
	{BasisGone, Warning,
		Words{"{0} sudah tidak berlaku", "{0} no longer holds"},
		Words{"cari peraturan penggantinya; bila memang menyebut sejarahnya, tulis bahwa sudah dicabut", "look for what replaced it; if this tells its history, say that it was revoked"},
		Words{}, "", ""},
	{BasisStatus, Warning,
		Words{"statusnya {0}, padahal dicabut oleh {1}", "the status is {0}, but {1} revokes it"},
		Words{"halaman menampilkan dicabut; samakan statusnya", "the page shows it as revoked; make the status agree"},
		Words{}, "", "r"},
	{ObligationUnknown, Error,
		Words{"kewajiban {0} tidak dikenal", "the duty {0} is not known"},
		Words{"daftarnya ada di content/data/obligations.yaml; lihat juga: maklumat audit", "content/data/obligations.yaml has the list; see also: maklumat audit"},
		Words{}, "", "r"},
	{ObligationUndated, Warning,
		Words{"dokumen ini memenuhi {0}, tetapi tidak menyebut kapan terakhir diperbarui", "this document meets {0} and does not say when it was last changed"},
		Words{"tambahkan updated: tanggal, atau reviewed: dan reviewed_by:", "add updated: day, or reviewed: and reviewed_by:"},
		Words{}, "UU 14/2008 ps. 9 ayat (3)", ""},
	{ObligationReason, Error,
		Words{"kewajiban {0} dinyatakan tidak berlaku tanpa alasan", "the duty {0} is said not to apply without a reason"},
		Words{"tambahkan reason: …; alasannya tampil untuk publik", "add reason: …; it is shown to the public"},
		Words{}, "UU 14/2008 ps. 7", ""},

	{DIKExpired, Error,
		Words{"jangka waktu pengecualian ini habis {0}, tetapi statusnya masih berlaku", "the term of this exclusion ended on {0}, but its status is still berlaku"},
		Words{"informasinya terbuka: pindahkan ke Daftar Informasi Publik (content/informasi/), lalu tulis status: habis_masa dan dibuka_di: [slug]", "the information is open now: move it to the public register (content/informasi/), then write status: habis_masa and dibuka_di: [slug]"},
		Words{}, "UU 14/2008 ps. 20", "0"},
	{DIKFile, Error,
		Words{"pengecualian tidak boleh memuat berkas ({0})", "an exclusion must hold no file ({0})"},
		Words{"hapus baris ini; versi yang sudah dihitamkan diterbitkan sebagai informasi", "delete this line; a version with the parts blacked out is published as informasi"},
		Words{}, "UU 14/2008 ps. 17", "0"},
	{DIKAct, Error,
		Words{"dasar 17j memerlukan undang-undang yang melarangnya dibuka", "the ground 17j needs the Act that forbids opening it"},
		Words{"tambahkan pasal: [\"UU … ps. …\"]", "add pasal: [\"UU … ps. …\"]"},
		Words{}, "UU 14/2008 ps. 17 huruf j", ""},
	{DIKTerm, Error,
		Words{"jangka waktu pengecualian tidak punya akhir", "the term of the exclusion has no end"},
		Words{"tulis sampai: dengan tanggal, atau selama: dengan syarat berakhirnya", "write sampai: with a day, or selama: with the condition on which it ends"},
		Words{}, "UU 14/2008 ps. 20", ""},
	{DIKLong, Error,
		Words{"pengecualian menurut ps. 17 huruf a paling lama 30 tahun: {0} sesudah {1}", "an exclusion by ps. 17 letter a lasts at most 30 years: {0} is after {1}"},
		Words{"perbaiki tanggal akhirnya", "correct its last day"},
		Words{}, "PP 61/2010", "01"},
	{DIKRevoked, Error,
		Words{"pengecualian dicabut tanpa keputusan yang mencabutnya", "the exclusion is revoked without the decision that revoked it"},
		Words{"tambahkan dicabut_oleh: {nomor: …, tanggal: …}", "add dicabut_oleh: {nomor: …, tanggal: …}"},
		Words{}, "PP 61/2010", ""},
	{DIKStatus, Error,
		Words{"keputusan yang mencabut sudah disebut, tetapi statusnya {0}", "the decision that revoked it is named, but the status is {0}"},
		Words{"tulis status: dicabut", "write status: dicabut"},
		Words{}, "", "0r"},
	{DIKParts, Error,
		Words{"bagian berisi seluruh dan bagian lain sekaligus", "bagian holds seluruh (all) and other parts at once"},
		Words{"tulis seluruh saja, atau bagian-bagiannya saja", "write seluruh alone, or the parts alone"},
		Words{}, "", ""},
	{DIKOverlap, Error,
		Words{"{0} ada di Daftar Informasi Publik dan sekaligus dikecualikan seluruhnya", "{0} is in the public register and wholly excluded at once"},
		Words{"hapus salah satu, atau sebut bagian yang dikecualikan saja", "remove one of them, or name just the parts that are excluded"},
		Words{"juga di sini", "also here"}, "UU 14/2008 ps. 17", ""},
	{DIPPeriod, Error,
		Words{"judul menyebut tahun {0}, tetapi periode tahun {1}", "the title names the year {0}, but the period is {1}"},
		Words{"samakan keduanya", "make them agree"},
		Words{}, "", ""},
	{DIPParts, Error,
		Words{"periode berisi semester dan triwulan sekaligus", "the period has a half-year and a quarter at once"},
		Words{"tulis salah satu", "write one of them"},
		Words{}, "", ""},
	{DIPNil, Error,
		Words{"informasi ditandai nihil, tetapi punya berkas", "the information is marked nil but has files"},
		Words{"hapus nihil: true, atau berkasnya", "remove nihil: true, or the files"},
		Words{}, "", ""},
	{DIPReviewer, Warning,
		Words{"pemeriksaan ini tidak dihitung: pemeriksanya tidak disebut", "this check does not count: it does not say who checked"},
		Words{"tambahkan reviewed_by: jabatan", "add reviewed_by: position"},
		Words{}, "", ""},
	{DIPNumber, Error,
		Words{"nomor {0} sudah dipakai dokumen lain", "the number {0} is used by another document"},
		Words{"periksa nomornya; satu nomor untuk satu dokumen", "check it; a number is for one document"},
		Words{"dipakai juga di sini", "it is also used here"}, "", ""},
	{ReportSum, Error,
		Words{"{0} berjumlah {1}, seharusnya {2} ({3})", "{0} add up to {1}, not to {2} ({3})"},
		Words{"periksa angka-angkanya; yang tampil di halaman dan CSV diambil dari sini", "check the figures; page and CSV take them from here"},
		Words{}, "PERKI 1/2021 ps. 56", ""},
	{ReportMonths, Error,
		Words{"per_bulan berisi {0} angka, harus dua belas", "per_bulan holds {0} figures, twelve are needed"},
		Words{"tulis dua belas angka, Januari sampai Desember; nol bila tidak ada", "write twelve figures, January to December; zero where there were none"},
		Words{}, "PERKI 1/2021 ps. 56", "0"},
	{ReportOrder, Error,
		Words{"{0} ({1}) tidak boleh lebih dari {2} ({3})", "{0} ({1}) must not be more than {2} ({3})"},
		Words{"periksa angka-angkanya", "check the figures"},
		Words{}, "", ""},
	{ReportEarly, Error,
		Words{"laporan tahun {0} bertanggal {1}, sebelum tahunnya selesai", "the report of {0} is dated {1}, before its year was over"},
		Words{"laporan dibuat sesudah tahun anggaran berakhir, paling lambat 31 Maret", "the report is made after the year, by 31 March"},
		Words{}, "PERKI 1/2021 ps. 56", ""},
	{ReportTwice, Error,
		Words{"alasan {0} disebut dua kali", "the reason {0} is named twice"},
		Words{"gabungkan jumlahnya", "add them up"},
		Words{}, "", ""},

	{SOPActor, Error,
		Words{"pelaksana {0} tidak ada di daftar pelaksana", "the actor {0} is not in the list of actors"},
		Words{"yang ada: {1}", "there are: {1}"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPStep, Error,
		Words{"langkah {0} tidak ada", "there is no step {0}"},
		Words{"yang ada: {1}", "there are: {1}"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPDuplicate, Error,
		Words{"id {0} dipakai dua kali", "the id {0} is used twice"},
		Words{"beri id lain", "give it another id"},
		Words{}, "", ""},
	{SOPStart, Error,
		Words{"SOP ini tidak punya langkah mulai", "the procedure has no step of the kind mulai"},
		Words{"tulis jenis: mulai pada langkah pertamanya", "write jenis: mulai for its first step"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPSecondStart, Error,
		Words{"SOP hanya boleh mulai di satu langkah; {0} sudah jenis mulai", "a procedure starts at one step only; {0} is of the kind mulai already"},
		Words{"tulis jenis: proses", "write jenis: proses"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPEnd, Error,
		Words{"SOP ini tidak punya langkah selesai", "the procedure has no step of the kind selesai"},
		Words{"tulis jenis: selesai pada langkah terakhirnya", "write jenis: selesai for its last step"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPUnreachable, Error,
		Words{"tidak ada jalan menuju langkah {0}", "no way leads to the step {0}"},
		Words{"arahkan ke: atau cabang: langkah lain ke sini, atau hapus langkah ini", "lead ke: or cabang: of another step here, or delete the step"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPDeadEnd, Error,
		Words{"langkah {0} tidak menuju ke mana pun", "the step {0} leads nowhere"},
		Words{"tulis jenis: selesai, atau ke: langkah berikutnya", "write jenis: selesai, or ke: with the next step"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPEndless, Error,
		Words{"dari langkah {0} tidak ada jalan sampai selesai", "no way leads from the step {0} to an end"},
		Words{"beri salah satu langkah dalam lingkaran ini cabang yang keluar", "give one of the steps in this loop a way out"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPIdle, Error,
		Words{"pelaksana {0} tidak mengerjakan langkah apa pun", "the actor {0} takes part in no step"},
		Words{"hapus pelaksana ini, atau sebut di langkah yang dikerjakannya", "remove the actor, or name it in the steps it takes part in"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPExits, Error,
		Words{"keputusan {0} harus punya paling sedikit dua cabang", "the decision {0} needs at least two exits"},
		Words{"tulis cabang: [{jika: Ya, ke: …}, {jika: Tidak, ke: …}]", "write cabang: [{jika: Ya, ke: …}, {jika: Tidak, ke: …}]"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPLabel, Error,
		Words{"dua cabang keputusan ini sama-sama bertulisan {0}", "two exits of this decision are both labelled {0}"},
		Words{"beri tulisan yang berbeda, misalnya Ya dan Tidak", "label them differently, such as Ya and Tidak"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPBranch, Error,
		Words{"langkah {0} punya cabang, tetapi bukan keputusan", "the step {0} has exits but is no decision"},
		Words{"tulis jenis: keputusan, atau ganti cabang: dengan ke:", "write jenis: keputusan, or replace cabang: by ke:"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPDetour, Error,
		Words{"langkah {0} tidak boleh punya ke:", "the step {0} must not have ke:"},
		Words{"jalan keluar keputusan ditulis di cabang:, dan sesudah selesai tidak ada langkah lagi", "the ways out of a decision go into cabang:, and nothing follows an end"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPTime, Error,
		Words{"waktu tersingkat langkah {0} lebih lama daripada waktu terlamanya", "the shortest time of the step {0} is longer than its longest"},
		Words{"tukar min dan maks", "exchange min and maks"},
		Words{}, "", ""},
	{SOPTotal, Error,
		Words{"waktu yang dinyatakan ({0}) kurang dari jalur terpanjang yang dikerjakan badan publik sendiri ({1})", "the time promised ({0}) is less than the longest way of the body's own work ({1})"},
		Words{"perpanjang waktu_total, atau persingkat langkah pada jalur ini: {2}", "lengthen waktu_total, or shorten the steps on this way: {2}"},
		Words{}, "PermenPANRB 35/2012", ""},
	{SOPLimit, Error,
		Words{"SOP ini memerlukan {0}, melewati batas hukum {1}: {2}", "the procedure takes {0}, beyond the legal limit {1}: {2}"},
		Words{"persingkat langkah pada jalur terpanjang ini: {3}", "shorten the steps on this longest way: {3}"},
		Words{}, "UU 14/2008 ps. 22, 36", ""},

	{TemplateSyntax, Error,
		Words{"templat tidak dapat dibaca: {0}", "the template cannot be read: {0}"},
		Words{"perbaiki di tempat ini", "correct it here"},
		Words{}, "", ""},
	{TemplateField, Error,
		Words{"templat meminta yang tidak ada: {0}", "the template asks for what is not there: {0}"},
		Words{"nama yang tersedia ada di dokumentasi page.View", "the documentation of page.View has the names"},
		Words{}, "", ""},
	{TemplateMissing, Error,
		Words{"templat {0} tidak ada", "the template {0} is missing"},
		Words{"buat berkasnya di folder templates/", "make the file in the folder templates/"},
		Words{}, "", ""},
	{TemplateAsset, Error,
		Words{"templat meminta aset yang tidak ada: {0}", "the template asks for an asset that is not there: {0}"},
		Words{"simpan berkasnya di static/aset/", "save the file in static/aset/"},
		Words{}, "", ""},
	{AssetSyntax, Error,
		Words{"berkas ini tidak dapat dikecilkan: {0}", "this file cannot be minified: {0}"},
		Words{"perbaiki penulisannya", "correct its syntax"},
		Words{}, "", ""},
	{ColorContrast, Error,
		Words{"warna {0} {1} di atas {2} kontrasnya {3}, paling sedikit {4}", "the colour {0} {1} on {2} has a contrast of {3}, at least {4} is needed"},
		Words{"pilih warna yang lebih gelap atau lebih terang", "choose a darker or lighter colour"},
		Words{}, "WCAG 2.2, 1.4.3", ""},
	{LogoSize, Error,
		Words{"ukuran lambang {0} tidak terbaca", "the size of the logo {0} cannot be read"},
		Words{"pakai SVG dengan viewBox, atau PNG", "use an SVG with a viewBox, or a PNG"},
		Words{}, "", ""},
	{SettingsMissing, Error,
		Words{"berkas {0} tidak ada", "the file {0} is missing"},
		Words{"situs memerlukan content/site.yaml dengan title, base_url, dan kontak", "a site needs content/site.yaml with title, base_url and kontak"},
		Words{}, "", ""},
}
