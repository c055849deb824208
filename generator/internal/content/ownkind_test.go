package content

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// labels are what every file of a kind must say.
const labels = "label_id: Inovasi\nlabel_en: Innovation\n"

// isian returns the text of a kind with fields, each in the braces of a group.
func isian(fields ...string) string {
	s := labels + "isian:\n"
	for _, f := range fields {
		s += "  - {" + f + ", label_id: A, label_en: A}\n"
	}
	return s
}

func TestParseKindsTells(t *testing.T) {
	const file = "content/kinds/inovasi.yaml"
	tests := []struct {
		name, file, src string
		want            []string
	}{
		{"a name of a built-in kind", "content/kinds/berita.yaml", labels,
			[]string{"kind/taken content/kinds/berita.yaml:1:1"}},
		{"a reserved name", "content/kinds/data.yaml", labels,
			[]string{"kind/taken content/kinds/data.yaml:1:1"}},
		{"a name of a language", "content/kinds/en.yaml", labels,
			[]string{"kind/taken content/kinds/en.yaml:1:1"}},
		{"a name that is no slug", "content/kinds/Inovasi_Baru.yaml", labels,
			[]string{"kind/name content/kinds/Inovasi_Baru.yaml:1:1"}},
		{"no labels", file, "isi: true\n", []string{
			"field/required " + file + ":1:1", "field/required " + file + ":1:1"}},
		{"an unknown key", file, labels + "urutkan: judul\n",
			[]string{"field/unknown " + file + ":3:1 [urutkan] → urutan"}},
		{"an unknown order", file, labels + "urutan: judl\n",
			[]string{"field/value " + file + ":3:9 [judl] → judul"}},
		{"isi in words", file, labels + "isi: tidak\n",
			[]string{"field/flag " + file + ":3:6 [tidak] → false"}},
		{"a layout that is no slug", file, labels + "layout: Kartu Besar\n",
			[]string{"field/slug " + file + ":3:9 [Kartu Besar] → kartu-besar"}},
		{"a type that does not exist", file, isian("nama: kapan, tipe: tangal"),
			[]string{"field/value " + file + ":4:25 [tangal] → tanggal"}},
		{"a field without a name", file, isian("tipe: teks"),
			[]string{"field/required " + file + ":4:5 [{tipe: teks, label_id: A, label_en: A]"}},
		{"an unknown key of a field", file, isian("nama: a, tipe: teks, wjib: true"),
			[]string{"field/unknown " + file + ":4:27 [wjib] → wajib"}},
		{"a field twice", file, isian("nama: sasaran, tipe: teks", "nama: sasaran, tipe: baris"),
			[]string{"kind/field " + file + ":5:12 [sasaran]"}},
		{"a field that all kinds have", file, isian("nama: title, tipe: teks"),
			[]string{"kind/field " + file + ":4:12 [title]"}},
		{"the field layout", file, isian("nama: layout, tipe: teks"),
			[]string{"kind/field " + file + ":4:12 [layout]"}},
		{"a key that starts with a digit", file, isian("nama: 1a, tipe: teks"),
			[]string{"field/slug " + file + ":4:12 [1a]"}},
		{"a key with a capital", file, isian("nama: Biaya, tipe: teks"),
			[]string{"field/slug " + file + ":4:12 [Biaya]"}},
		{"a key with a hyphen", file, isian("nama: biaya-total, tipe: teks"),
			[]string{"field/slug " + file + ":4:12 [biaya-total]"}},
		{"a key of the last letter", file, isian("nama: z, tipe: teks"), nil},
		{"a choice without values", file, isian("nama: taraf, tipe: pilihan"),
			[]string{"field/required " + file + ":4:12 [taraf]"}},
		{"a group without fields", file, isian("nama: biaya, tipe: kelompok"),
			[]string{"field/required " + file + ":4:12 [biaya]"}},
		{"a group inside a group", file,
			isian("nama: biaya, tipe: kelompok, " +
				"isian: [{nama: a, tipe: kelompok, label_id: A, label_en: A}]"),
			[]string{"field/value " + file + ":4:59 [kelompok]"}},
		{"a key of another type", file, isian("nama: biaya, tipe: baris, pilihan: [a, b]"),
			[]string{"kind/type " + file + ":4:41 [[a, b]"}},
		{"a field twice inside a group", file, isian("nama: biaya, tipe: kelompok, isian: " +
			"[{nama: a, tipe: teks, label_id: A, label_en: A}, " +
			"{nama: a, tipe: teks, label_id: A, label_en: A}]"),
			[]string{"kind/field " + file + ":4:99 [a]"}},
		{"an address without the slug", file, labels + "alamat: /inovasi/\n",
			[]string{"kind/address " + file + ":3:9 [/inovasi/] → /inovasi/{slug}/"}},
		{"an address with the slug twice", file, labels + "alamat: /a/{slug}/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/a/{slug}/{slug}/] → /inovasi/{slug}/"}},
		{"an address with the year twice", file, labels + "alamat: /a/{tahun}/{tahun}/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/a/{tahun}/{tahun}/{slug}/] → /inovasi/{slug}/"}},
		{"an address without a first slash", file, labels + "alamat: a/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [a/{slug}/] → /inovasi/{slug}/"}},
		{"an address without a last slash", file, labels + "alamat: /a/{slug}\n",
			[]string{"kind/address " + file + ":3:9 [/a/{slug}] → /inovasi/{slug}/"}},
		{"an address that starts with the slug", file, labels + "alamat: /{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/{slug}/] → /inovasi/{slug}/"}},
		{"an address that starts with the year", file, labels + "alamat: /{tahun}/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/{tahun}/{slug}/] → /inovasi/{slug}/"}},
		{"an address with a slug inside a part", file, labels + "alamat: /a/x-{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/a/x-{slug}/] → /inovasi/{slug}/"}},
		{"an address with capitals", file, labels + "alamat: /Inovasi/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/Inovasi/{slug}/] → /inovasi/{slug}/"}},
		{"an address in a reserved place", file, labels + "alamat: /cari/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/cari/{slug}/] → /inovasi/{slug}/"}},
		{"an address in a language", file, labels + "alamat: /en/{slug}/\n",
			[]string{"kind/address " + file + ":3:9 [/en/{slug}/] → /inovasi/{slug}/"}},
		{"an address of another kind's documents", file, labels + "alamat: /dokumen/{slug}/\n",
			[]string{"kind/meets " + file + ":3:9 [/dokumen/{slug}/]"}},
		{"an address with a year, of another kind's documents", file,
			labels + "alamat: /berita/{tahun}/{slug}/\n",
			[]string{"kind/meets " + file + ":3:9 [/berita/{tahun}/{slug}/]"}},
		{"an address that another kind's list has", file, labels + "alamat: /informasi/{slug}/\n",
			[]string{"kind/meets " + file + ":3:9 [/informasi/{slug}/]"}},
		{"a file that is not YAML", file, labels + "isian: [}\n", []string{
			"header/syntax " + file + ":3:1 [isian: [}]"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, diags := ParseKinds([]DataFile{{Path: test.file, Src: []byte(test.src)}})
			holds(t, test.src, diags, test.want...)
		})
	}
}

// The kinds of one site must not meet each other either; the later file is told.
func TestParseKindsMeet(t *testing.T) {
	src := labels + "alamat: /karya/{slug}/\n"
	kinds, diags := ParseKinds([]DataFile{
		{Path: KindFolder + "inovasi.yaml", Src: []byte(src)},
		{Path: KindFolder + "karya.yaml", Src: []byte(labels)},
	})
	if len(kinds) != 2 {
		t.Errorf("%d kinds", len(kinds))
	}
	if got := told(
		src, diags,
	); !slices.Equal(got, []string{"kind/meets content/kinds/karya.yaml:1:1"}) {
		t.Errorf("%q", got)
	}
}

// A file says all of a row; what it leaves out has the values that the manual tells.
func TestParseKinds(t *testing.T) {
	src := labels + `alamat: /karya/inovasi/{tahun}/{slug}/
urutan: judul
layout: kartu
isi: false
schema: CreativeWork
isian:
  - {nama: sebutan, tipe: baris, label_id: Sebutan, label_en: Name, wajib: true, bantuan_en: how}
  - {nama: biaya, tipe: angka, label_id: Biaya, label_en: Cost, paling_besar: 50}
  - nama: taraf
    tipe: pilihan
    label_id: Taraf
    label_en: Stage
    daftar: true
    pilihan: [uji, tetap]
  - nama: tim
    tipe: kelompok
    label_id: Tim
    label_en: Team
    isian: [{nama: title, tipe: baris, label_id: Jabatan, label_en: Position}]
`
	kinds, diags := ParseKinds([]DataFile{
		{Path: KindFolder + "inovasi.yaml", Src: []byte(src)},
		{Path: KindFolder + "gagasan.yaml", Src: []byte("label_id: Gagasan\nlabel_en: Idea\n")},
	})
	if len(diags) > 0 || len(kinds) != 2 {
		t.Fatal(kinds, told(src, diags))
	}
	full, short := kinds[0], kinds[1]
	want := Lists{Address: "/inovasi/", Layout: "daftar", Order: ByTitle}
	if full.Name != "inovasi" || full.Label != words("Inovasi", "Innovation") || full.Body ||
		full.Address != "/karya/inovasi/{tahun}/{slug}/" || full.Layout != "kartu" ||
		full.Schema != "CreativeWork" || full.Lists != want || full.Rank <= halamanKind.Rank {
		t.Errorf("%+v", full)
	}
	want = Lists{Address: "/gagasan/", Layout: "daftar", Paged: true}
	if short.Name != "gagasan" || !short.Body || short.Address != "/gagasan/{slug}/" ||
		short.Layout != "gagasan" || short.Lists != want || short.At.File != KindFolder+"gagasan.yaml" {
		t.Errorf("%+v", short)
	}
	if at := full.At; src[at.Start:at.End] != full.Address {
		t.Errorf("declared at %q", src[at.Start:at.End])
	}
	fields := []Field{
		{
			Name: "sebutan", Type: Line, Required: true,
			Help:  words("Sebutan", "how"),
			Label: words("Sebutan", "Name"),
		},
		{
			Name: "biaya", Type: Number, Max: 50,
			Help:  words("Biaya", "Cost"),
			Label: words("Biaya", "Cost"),
		},
		{Name: "taraf", Type: Enum, List: true, Values: []string{"uji", "tetap"},
			Help: words("Taraf", "Stage"), Label: words("Taraf", "Stage")},
		{
			Name: "tim", Type: Fields,
			Help:  words("Tim", "Team"),
			Label: words("Tim", "Team"),
			Fields: []Field{
				{
					Name: "title", Type: Line,
					Help:  words("Jabatan", "Position"),
					Label: words("Jabatan", "Position"), Kept: true,
				},
			},
		},
	}
	for i := range fields {
		fields[i].Kept = true
	}
	if d := cmp.Diff(append(fields, layoutField), full.Fields); d != "" {
		t.Error(d)
	}
}

// Every type of field that the manual names can be declared, and a document can use it.
func TestParseKindsTypes(t *testing.T) {
	values := map[string]string{
		"baris": "Satu", "teks": "Satu", "slug": "satu-dua", "alamat": "/berita/",
		"tanggal": "2026-03-01", "waktu": "2026-03-01 07:15", "tahun": "2026", "angka": "12",
		"ya_tidak": "true", "pilihan": "b", "tautan": "https://kpu.go.id/", "berkas": "a.pdf",
		"dokumen": "sop-1", "unit": "sekretariat", "durasi": "3 hari_kerja", "warna": `"#9b1c22"`,
		"kelompok": "{dalam: Satu}",
	}
	if len(values) != len(typeNames) {
		t.Fatalf("%d of %d types", len(values), len(typeNames))
	}
	for name, text := range values {
		t.Run(name, func(t *testing.T) {
			more := map[string]string{
				"pilihan":  ", pilihan: [a, b]",
				"kelompok": ", isian: [{nama: dalam, tipe: baris, label_id: A, label_en: A}]",
			}[name]
			src := isian("nama: kolom, tipe: " + name + more)
			kinds, diags := ParseKinds([]DataFile{{Path: KindFolder + "inovasi.yaml", Src: []byte(src)}})
			holds(t, src, diags)
			if f := kinds[0].Fields[0]; f.Type != typeNames[name] || !f.Kept {
				t.Errorf("%+v", f)
			}
			header := "title: A\nkolom: " + text + "\n"
			_, diags = ReadData("a.md", []byte(header), kinds[0].all)
			holds(t, header, diags)
		})
	}
}

// The types stand in messages and manuals in the order of their declaration.
func TestTypeList(t *testing.T) {
	list := typeList()
	if list[0] != "baris" || list[1] != "teks" || list[len(list)-1] != "kelompok" {
		t.Errorf("%q", list)
	}
}

// Every pattern that says where the documents of a kind are, and its address in the year 2026.
func TestIsPattern(t *testing.T) {
	for pattern, want := range map[string]string{
		"/a/{slug}/": "/a/x/", "/a/b/{slug}/": "/a/b/x/", "/a/{tahun}/{slug}/": "/a/2026/x/",
		"/a/{slug}/{tahun}/": "/a/x/2026/", "/a/{tahun}/b/{slug}/": "/a/2026/b/x/",
	} {
		if !isPattern(pattern) {
			t.Errorf("%s is refused", pattern)
		}
		k := Kind{Address: pattern}
		if got := k.InYear("2026", "x"); got != want {
			t.Errorf("%s gives %s", pattern, got)
		}
	}
}

func TestIsKind(t *testing.T) {
	for file, want := range map[string]bool{
		"content/kinds/inovasi.yaml": true, "content/kinds/inovasi.yml": false,
		"content/kinds/a/b.yaml": false, "content/kinds/_kelas.yaml": false,
		"content/data/inovasi.yaml": false, "kinds/inovasi.yaml": false,
	} {
		if got := IsKind(file); got != want {
			t.Errorf("%s: %t", file, got)
		}
	}
}

// Two patterns meet when one address can be of both.
func TestMeet(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"/a/{slug}/", "/a/{slug}/", true},
		{"/a/{slug}/", "/b/{slug}/", false},
		{"/a/{slug}/", "/{slug}/", false},
		{"/a/{slug}/", "/a/", false},
		{"/a/b/{slug}/", "/a/{tahun}/{slug}/", true},
		{"/a/{tahun}/{slug}/", "/a/b/{slug}/", true},
		{"/{slug}/", "/a/", true},
		{"/a/", "", false},
		{"", "", false},
	} {
		if got := meet(test.a, test.b); got != test.want {
			t.Errorf("%q and %q: %t", test.a, test.b, got)
		}
	}
}

// unrepeated returns the first name that fields of one level have in common, or "".
func unrepeated(fields []Field) string {
	seen := map[string]bool{}
	for _, f := range fields {
		if seen[f.Name] {
			return f.Name
		}
		seen[f.Name] = true
		if name := unrepeated(f.Fields); name != "" {
			return name
		}
	}
	return ""
}

// Whatever a file holds, it is read without a panic, and a kind that comes of it has no two
// fields of one name, an address for its documents, and a name of its own.
func TestParseKindsProperty(t *testing.T) {
	pieces := []string{
		"label_id: A\n", "label_en: A\n", "alamat: /a/{slug}/\n", "alamat: {slug}\n", "urutan: judul\n",
		"isian:\n", "  - nama: a\n", "  - nama: title\n", "    tipe: teks\n", "    tipe: kelompok\n",
		"    isian:\n", "      - nama: a\n", "        tipe: baris\n", "  - {nama: a, tipe: angka}\n",
		"    isian: [{nama: a, tipe: teks}, {nama: a, tipe: teks}]\n", "isi: x\n", "- a\n", "\tx: y\n",
		"\xff",
	}
	rapid.Check(t, func(t *rapid.T) {
		names := []string{"inovasi", "karya", "berita", "a b", "en"}
		var files []DataFile
		for _, name := range names[:rapid.IntRange(0, len(names)).Draw(t, "files")] {
			src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
			if rapid.Bool().Draw(t, "any text") {
				src += rapid.String().Draw(t, "text")
			}
			files = append(files, DataFile{Path: KindFolder + name + ".yaml", Src: []byte(src)})
		}
		kinds, diags := ParseKinds(files)
		for _, k := range kinds {
			if name := unrepeated(k.all); name != "" {
				t.Errorf("%s has %s twice", k.Name, name)
			}
			if BuiltIn.Find(k.Name) != nil || !IsSlug(k.Name) || !strings.Contains(k.Address, slugMark) {
				t.Errorf("kind %q at %q", k.Name, k.Address)
			}
		}
		for _, d := range diags {
			if !slices.ContainsFunc(
				files, func(f DataFile) bool { return f.Path == d.At.File && d.At.End <= len(f.Src) },
			) {
				t.Errorf("%s at %v", d.Code, d.At)
			}
		}
	})
}
