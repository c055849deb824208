package content

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// ownDocument parses a document of a kind of the site's own that has these fields.
func ownDocument(t *testing.T, fields, header string) *Document {
	t.Helper()
	src := labels + "isian:\n" + fields
	kinds, diags := ParseKinds([]DataFile{{Path: KindFolder + "inovasi.yaml", Src: []byte(src)}})
	holds(t, src, diags)
	doc, _ := Parse(markdown.NewParser(), slices.Concat(BuiltIn, kinds), time.UTC, "content/inovasi/a.md",
		[]byte("---\ntitle: A\n"+header+"---\nIsi.\n"))
	return doc
}

const keptFields = `  - {nama: sasaran, tipe: baris, label_id: A, label_en: A}
  - {nama: unit_kerja, tipe: unit, label_id: A, label_en: A, daftar: true}
  - nama: tim
    tipe: kelompok
    label_id: A
    label_en: A
    daftar: true
    isian:
      - {nama: nama, tipe: baris, label_id: A, label_en: A}
      - {nama: asal, tipe: unit, label_id: A, label_en: A}
  - nama: biaya
    tipe: kelompok
    label_id: A
    label_en: A
    isian: [{nama: sop, tipe: dokumen, label_id: A, label_en: A, daftar: true}]
`

// What a document says in fields of the site's own reaches templates in the order of the
// fields, with lists and groups as they were written, and without what was not.
func TestKept(t *testing.T) {
	doc := ownDocument(t, keptFields, `biaya: {sop: [sop-1, sop-2]}
tim:
  - {nama: Ani, asal: humas}
  - {nama: Budi}
unit_kerja: humas
sasaran: Pemohon
`)
	if len(doc.Diags) > 0 {
		t.Fatal(doc.Diags)
	}
	var show func(all []Kept) []string
	show = func(all []Kept) (lines []string) {
		for _, k := range all {
			lines = append(lines, fmt.Sprintf("%s %q %q", k.Field.Name, k.Text, k.Texts))
			for _, group := range k.Groups {
				for _, line := range show(group) {
					lines = append(lines, "  "+line)
				}
				lines = append(lines, "  .")
			}
		}
		return lines
	}
	want := []string{
		`sasaran "Pemohon" []`,
		`unit_kerja "" ["humas"]`,
		`tim "" []`, `  nama "Ani" []`, `  asal "humas" []`, `  .`, `  nama "Budi" []`, `  .`,
		`biaya "" []`, `  sop "" ["sop-1" "sop-2"]`, `  .`,
	}
	if d := cmp.Diff(want, show(doc.Head.Kept)); d != "" {
		t.Error(d)
	}
	if got := doc.Head.Kept[0].All(); !slices.Equal(got, []string{"Pemohon"}) {
		t.Errorf("All of one value is %q", got)
	}
	if got := doc.Head.Kept[1].All(); !slices.Equal(got, []string{"humas"}) {
		t.Errorf("All of a list is %q", got)
	}
}

// Values finds what other documents and units are named, also inside groups, and says by
// which field at the top.
func TestValues(t *testing.T) {
	doc := ownDocument(t, keptFields, `sasaran: Pemohon
unit_kerja: [humas, umum]
tim: [{nama: Ani, asal: data}]
biaya: {sop: [sop-1]}
`)
	for want, typ := range map[string]Type{
		"unit_kerja=humas unit_kerja=umum tim=data ": UnitRef,
		"biaya=sop-1 ":             Ref,
		"sasaran=Pemohon tim=Ani ": Line,
		"":                         Path,
	} {
		got := ""
		Values(doc.Head.Kept, typ, func(name, text string) { got += name + "=" + text + " " })
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Only the fields that no code reads are kept: berita has none.
func TestKeptOfBuiltIn(t *testing.T) {
	doc, _ := parse(good)
	if doc.Head.Kept != nil {
		t.Errorf("%+v", doc.Head.Kept)
	}
}

// A document of a kind of the site's own is checked as one of a built-in kind is.
func TestOwnDocumentTells(t *testing.T) {
	fields := "  - {nama: mulai, tipe: tanggal, label_id: A, label_en: A, wajib: true}\n"
	if doc := ownDocument(
		t, fields, "",
	); len(doc.Diags) != 1 || doc.Diags[0].Code != diag.FieldRequired {
		t.Errorf("%v", doc.Diags)
	}
	doc := ownDocument(t, fields, "mulai: 1/3/2026\n")
	if len(doc.Diags) != 1 || doc.Diags[0].Replace != "2026-03-01" {
		t.Errorf("%v", doc.Diags)
	}
	if doc := ownDocument(t, fields, "mulai: 2026-03-01\nlayout: kartu\n"); len(doc.Diags) > 0 ||
		doc.Head.Layout != "kartu" {
		t.Errorf("%v", doc.Diags)
	}
}
