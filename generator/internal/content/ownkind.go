package content

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
)

// KindFolder is where a site declares kinds of its own, each in a file that is named after it.
const KindFolder = "content/kinds/"

// IsKind reports whether a path is that of a file that declares a kind.
func IsKind(file string) bool {
	return path.Dir(file)+"/" == KindFolder && path.Ext(file) == ".yaml" && !IsClassFile(file)
}

// typeNames are how files of kinds write the types of fields.
var typeNames = map[string]Type{
	"baris": Line, "teks": Text, "slug": Slug, "alamat": Address, "tanggal": Date, "waktu": Moment,
	"tahun": Year, "angka": Number, "ya_tidak": Flag, "pilihan": Enum, "tautan": URL,
	"berkas":  Path,
	"dokumen": Ref, "unit": UnitRef, "durasi": Duration, "warna": Color, "kelompok": Fields,
}

// typeList returns those names in the order of the types, but those of some.
func typeList(without ...Type) []string {
	names := make([]string, 0, len(typeNames))
	for name, t := range typeNames {
		if !slices.Contains(without, t) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return int(typeNames[a]) - int(typeNames[b]) })
	return names
}

// innerFields declare the fields of a group, and fieldFields those of a kind.
var (
	innerFields = []Field{
		{
			Name: "nama", Type: Line, Required: true,
			Help: words("kunci yang ditulis di kepala dokumen", "the key in the header"),
		},
		{
			Name: "tipe", Type: Enum, Required: true, Values: typeList(Fields),
			Help: words("bentuk isinya", "what it holds"),
		},
		{
			Name: "label_id", Type: Line, Required: true,
			Help: words("sebutannya untuk pengunjung", "how visitors see it called, in Indonesian"),
		},
		{
			Name: "label_en", Type: Line, Required: true,
			Help: words("sebutannya dalam bahasa Inggris", "the same in English"),
		},
		{
			Name: "bantuan_id", Type: Line,
			Help: words("penjelasan untuk penulis", "help for editors, in Indonesian"),
		},
		{
			Name: "bantuan_en", Type: Line,
			Help: words("penjelasan dalam bahasa Inggris", "the same in English"),
		},
		{Name: "wajib", Type: Flag, Help: words("true: harus diisi", "true: it must be given")},
		{
			Name: "daftar", Type: Flag,
			Help: words("true: boleh lebih dari satu", "true: there may be several"),
		},
		{
			Name: "pilihan", Type: Line, List: true,
			Help: words("nilai yang boleh dipilih, untuk tipe pilihan",
				"the values of the type pilihan"),
		},
		{Name: "paling_besar", Type: Number, Help: words("angka terbesar", "the greatest number")},
	}
	fieldFields = append(withGroups(innerFields),
		Field{
			Name: "isian", Type: Fields, List: true,
			Fields: innerFields,
			Help:   words("isian di dalam kelompok", "the fields of a group"),
		})
)

// withGroups returns the fields of a field that may be a group, which none in a group can be.
func withGroups(fields []Field) []Field {
	fields = slices.Clone(fields)
	for i := range fields {
		if fields[i].Name == "tipe" {
			fields[i].Values = typeList()
		}
	}
	return fields
}

// kindFields are those of a file that declares a kind.
var kindFields = []Field{
	{
		Name: "label_id", Type: Line, Required: true,
		Help: words(
			"sebutan satu dokumen, misalnya Inovasi", "what one document is called, in Indonesian",
		),
	},
	{
		Name: "label_en", Type: Line, Required: true,
		Help: words("sebutannya dalam bahasa Inggris", "the same in English"),
	},
	{
		Name: "alamat", Type: Line,
		Help: words(
			"alamat dokumennya; /NAMA/{slug}/ jika kosong",
			"where its documents are published; /NAME/{slug}/ if empty",
		),
	},
	{
		Name: "urutan", Type: Enum, Values: []string{"terbaru", "judul"},
		Help: words("urutan dalam daftar", "the order in lists: newest or title"),
	},
	{
		Name: "layout", Type: Slug,
		Help: words(
			"templat halamannya; NAMA jika ada, kalau tidak halaman",
			"the template of its pages; NAME if there is one, else halaman",
		),
	},
	{
		Name: "isi", Type: Flag,
		Help: words("false: tidak ada isi sesudah kepala dokumen",
			"false: nothing follows the header"),
	},
	{
		Name: "schema", Type: Line,
		Help: words(
			"jenis menurut schema.org; WebPage jika kosong",
			"its type at schema.org; WebPage if empty",
		),
	},
	{
		Name: "isian", Type: Fields, List: true,
		Fields: fieldFields,
		Help:   words("isian di kepala dokumen", "the fields of the header"),
	},
}

// reservedKinds are folders below content/, the first parts of addresses, and templates of other
// pages, that are not for kinds of a site's own.
var reservedKinds = []string{
	"data", "kinds", "cari", "tag", "unit", "monev", "keterbukaan", "permintaan", "aset", "media",
	"admin", "serta-merta", "galeri-komponen", "hukum", "unggahan", "404", "aksesibilitas",
	"alihan", "beranda", "cetak-dip", "daftar", "daftar-agenda", "daftar-regulasi", "daftar-sop",
	"data-terbuka", "dikecualikan", "ditarik", "formulir", "galeri", "jalan", "kalkulator",
	"kontak", "pengaduan", "register", "struktur", "tabel", "tanya", "tenggat",
}

// ParseKinds reads the files that declare kinds of a site's own. Their documents are listed
// and published as their rows say; all their fields are Kept.
func ParseKinds(files []DataFile) ([]*Kind, diag.List) {
	var kinds []*Kind
	var diags diag.List
	for _, f := range files {
		v, d := ReadData(f.Path, f.Src, kindFields)
		diags = append(diags, d...)
		name := strings.TrimSuffix(path.Base(f.Path), ".yaml")
		taken := slices.Concat(BuiltIn.Names(), reservedKinds, Languages)
		switch {
		case !IsSlug(name):
			diags.Add(diag.KindName, diag.Span{File: f.Path}, path.Base(f.Path))
			continue
		case slices.Contains(taken, name):
			diags.Add(diag.KindTaken, diag.Span{File: f.Path}, name, strings.Join(taken, ", "))
			continue
		}
		k, d := ownKind(name, v, f.Path)
		diags = append(diags, d...)
		others := slices.Concat(BuiltIn, kinds)
		i := slices.IndexFunc(others, func(o *Kind) bool {
			return meet(k.Address, o.Address) || meet(k.Address, o.Lists.Address)
		})
		if i >= 0 {
			free := "/" + name + "/" + slugMark + "/"
			for n := 2; slices.ContainsFunc(others,
				func(o *Kind) bool { return meet(free, o.Address) }); n++ {
				free = "/" + name + "-" + strconv.Itoa(n) + "/" + slugMark + "/"
			}
			diags.Add(diag.KindMeets, k.At, k.Address, others[i].Address, free)
			k.Address = free // so that its documents are not at fault
		}
		kinds = append(kinds, k)
	}
	return complete(kinds...), diags
}

func ownKind(name string, v Value, file string) (*Kind, diag.List) {
	var diags diag.List
	k := &Kind{
		Name: name, Label: words(v.text("label_id"), v.text("label_en")),
		Body: v.text("isi") != "false",
		Rank: halamanKind.Rank + 1, Layout: v.text("layout"), Schema: v.text("schema"),
		At:    diag.Span{File: file},
		Lists: Lists{Paged: v.text("urutan") != "judul"},
	}
	if v.text("urutan") == "judul" {
		k.Lists.Order = ByTitle
	}
	k.Address = "/" + name + "/{slug}/"
	if a := v.Field("alamat"); a.Given() {
		k.At = a.At
		if !isPattern(a.Text) {
			diags = append(diags, diag.New(diag.KindAddress, a.At, a.Text).Instead(k.Address))
		} else {
			k.Address = strings.Clone(a.Text)
		}
	}
	fields, d := ownFields(v.Field("isian"), Common)
	k.Fields = append(fields, layoutField)
	return k, append(diags, d...)
}

// layoutField lets a document ask for a template of its own.
var layoutField = Field{
	Name: "layout", Type: Slug,
	Help: words("nama templat di templates/", "the name of a template in templates/"),
}

// ownFields reads the fields of a kind or of a group. taken are those that there are already, nil
// in a group.
func ownFields(v Value, taken []Field) ([]Field, diag.List) {
	var fields []Field
	var diags diag.List
	for _, item := range v.Items {
		name := item.Field("nama")
		t, known := typeNames[item.text("tipe")]
		if !name.Given() {
			continue // reported already
		}
		if !known || t == Fields && taken == nil {
			t = Text // reported already; its documents are not at fault
		}
		clash := func(f Field) bool { return f.Name == name.Text }
		switch {
		case !isKey(name.Text):
			diags = append(diags, diag.New(diag.FieldSlug, name.At, "nama", name.Text))
			continue
		case slices.ContainsFunc(fields, clash) || slices.ContainsFunc(taken, clash) ||
			name.Text == layoutField.Name:
			diags.Add(diag.KindField, name.At, name.Text, fieldNames(taken))
			continue
		}
		f := Field{
			Name: strings.Clone(name.Text), Type: t, List: item.flag("daftar"),
			Required: item.flag("wajib"), Values: item.texts("pilihan"),
			Max:   item.number("paling_besar"),
			Label: words(item.text("label_id"), item.text("label_en")), Kept: true,
		}
		f.Help = words(or(item.text("bantuan_id"), f.Label.ID),
			or(item.text("bantuan_en"), f.Label.EN))
		if t == Enum && len(f.Values) == 0 {
			diags.Add(diag.FieldRequired, name.At, "pilihan", name.Text)
		}
		for key, types := range ofTypes {
			if given := item.Field(key); given.Given() && known && t != types {
				diags.Add(diag.KindType, given.At, key, item.text("tipe"))
			}
		}
		if t == Fields {
			inner, d := ownFields(item.Field("isian"), nil)
			f.Fields, diags = inner, append(diags, d...)
			if len(inner) == 0 {
				diags.Add(diag.FieldRequired, name.At, "isian", name.Text)
			}
		}
		fields = append(fields, f)
	}
	return fields, diags
}

// isKey reports whether a text can be the key of a field: a–z, 0–9 and _, a letter first.
func isKey(s string) bool {
	return s != "" && s[0] >= 'a' && s[0] <= 'z' &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// ofTypes are the keys of a field that only one type has.
var ofTypes = map[string]Type{"pilihan": Enum, "paling_besar": Number, "isian": Fields}

func fieldNames(fields []Field) string {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].Name
	}
	return strings.Join(names, ", ")
}

// isPattern reports whether a text says where the documents of a kind are published: parts of
// an address, with the slug once and the year at most once, each a part of its own.
func isPattern(s string) bool {
	if strings.Count(s, slugMark) != 1 || strings.Count(s, yearMark) > 1 {
		return false
	}
	if len(s) < 2 || s[0] != '/' || s[len(s)-1] != '/' {
		return false
	}
	parts := strings.Split(s[1:len(s)-1], "/")
	for _, part := range parts {
		if part != slugMark && part != yearMark && !IsSlug(part) {
			return false
		}
	}
	first := parts[0]
	return IsSlug(first) && !slices.Contains(reservedKinds, first) &&
		!slices.Contains(Languages, first)
}

// meet reports whether an address may be one of both patterns.
func meet(a, b string) bool {
	x, y := strings.Split(strings.Trim(a, "/"), "/"), strings.Split(strings.Trim(b, "/"), "/")
	if len(x) != len(y) || b == "" {
		return false
	}
	for i := range x {
		if x[i] != y[i] && !strings.Contains(x[i], "{") && !strings.Contains(y[i], "{") {
			return false
		}
	}
	return true
}
