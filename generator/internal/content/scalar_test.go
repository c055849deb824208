package content

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/disclosure"
)

// TestTypes holds each type of value: what is written in a header, and what the editor is told.
// A value that is right has no message.
func TestTypes(t *testing.T) {
	fields := []Field{
		{Name: "line", Type: Line}, {Name: "text", Type: Text}, {Name: "slug", Type: Slug},
		{Name: "address", Type: Address}, {Name: "date", Type: Date}, {Name: "moment", Type: Moment},
		{Name: "year", Type: Year}, {Name: "number", Type: Number}, {Name: "most", Type: Number, Max: 12},
		{Name: "flag", Type: Flag}, {Name: "enum", Type: Enum, Values: []string{"berlaku", "dicabut"}},
		{Name: "url", Type: URL}, {Name: "duration", Type: Duration}, {Name: "color", Type: Color},
		{Name: "language", Type: Language},
	}
	tests := []struct{ field, value, want string }{ // want is a code and a proposal
		{"line", "Satu", ""},
		{"line", strings.Repeat("é", 300), ""},
		{"line", strings.Repeat("é", 301), "field/length"},
		{"line", `"a\nb"`, "field/line"},
		{"line", `"a\rb"`, "field/line"},
		{"line", `"a\u0007b"`, "header/control"},
		{"line", `"\u0007b"`, "header/control"},
		{"line", `"  "`, "field/empty"},
		{"line", "Satu # dua", `header/comment → "Satu # dua"`},
		{"line", "Satu#dua", ""},
		{"line", `"Satu" # dua`, ""},
		{"line", "[a]", "field/scalar"},
		{"text", "|\n  a\n  b", ""},
		{"text", strings.Repeat("a", 10_000), ""},
		{"text", strings.Repeat("a", 10_001), "field/length"},
		{"slug", "a-1", ""},
		{"slug", strings.Repeat("a", 80), ""},
		{"slug", strings.Repeat("a", 81), "field/slug → " + strings.Repeat("a", 81)},
		{"slug", "A b", "field/slug → a-b"},
		{"slug", `"-a"`, "field/slug → a"},
		{"slug", "a-", "field/slug → a"},
		{"slug", "a--b", "field/slug → a-b"},
		{"address", "/a/", ""},
		{"address", "/a/b.html", ""},
		{"address", "/Az09-_.~x/", ""},
		{"address", "/" + strings.Repeat("a", 299), ""},
		{"address", "/" + strings.Repeat("a", 300), "field/address"},
		{"address", "/", "field/address"},
		{"address", "a/", "field/address"},
		{"address", "//a/", "field/address"},
		{"address", "/a//b/", "field/address"},
		{"address", "/.a/", "field/address"},
		{"address", "/a./", "field/address"},
		{"address", "/../a/", "field/address"},
		{"address", "/a b/", "field/address"},
		{"address", "/a{/", "field/address"},
		{"address", "/a`/", "field/address"},
		{"address", "/a@/", "field/address"},
		{"address", "/a[/", "field/address"},
		{"address", "/a:/", "field/address"},
		{"date", "2026-03-01", ""},
		{"date", "2026-02-29", "field/date"},
		{"date", "2026-03-01 07:15", "field/date"},
		{"date", "1/3/2026", "field/date → 2026-03-01"},
		{"moment", "2026-03-01", ""},
		{"moment", "2026-03-01 07:15", ""},
		{"moment", "2026-03-01 25:15", "field/date"},
		{"moment", "1 Maret 2026", "field/date → 2026-03-01"},
		{"year", "1945", ""},
		{"year", "1944", "field/year"},
		{"year", "2200", ""},
		{"year", "2201", "field/year"},
		{"year", "dua", "field/year"},
		{"number", "0", ""},
		{"number", "1000000000", ""},
		{"number", "1000000001", "field/number"},
		{"number", `"-1"`, "field/number"},
		{"number", "007", "field/number"},
		{"number", "1.5", "field/number"},
		{"most", "12", ""},
		{"most", "13", "field/number"},
		{"flag", "true", ""},
		{"flag", "false", ""},
		{"flag", "Ya", "field/flag → true"},
		{"flag", "no", "field/flag → false"},
		{"flag", "mungkin", "field/flag"},
		{"enum", "berlaku", ""},
		{"enum", "Berlaku", "field/exact → berlaku"},
		{"enum", `"dicabut "`, "field/exact → dicabut"},
		{"enum", "dicabt", "field/value → dicabut"},
		{"enum", "lain", "field/value"},
		{"url", "https://kpu.go.id/a", ""},
		{"url", "http://kpu.go.id", ""},
		{"url", "ftp://kpu.go.id", "field/url"},
		{"url", "https:///a", "field/url"},
		{"url", "kpu.go.id", "field/url"},
		{"url", "https://%zz/", "field/url"},
		{"url", "/a/", "field/url"},
		{"duration", "3 hari_kerja", ""},
		{"duration", "3 pekan", "field/duration"},
		{"color", `"#9B1c22"`, ""},
		{"color", `"#9b1c2"`, "field/color"},
		{"color", `"x9b1c22"`, "field/color"},
		{"color", `"#9b1c2g"`, "field/color"},
		{"language", "id", ""},
		{"language", "ban-ID", ""},
		{"language", "Indonesia", "field/value"},
	}
	for _, test := range tests {
		t.Run(test.field+" "+test.value[:min(30, len(test.value))], func(t *testing.T) {
			src := test.field + ": " + test.value + "\n"
			_, diags := ReadData("a.yaml", []byte(src), fields)
			got := ""
			for _, d := range diags {
				got += string(d.Code)
				if d.Replace != "" {
					got += " → " + d.Replace
				}
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// Lists, groups, and values without anything in them.
func TestShapes(t *testing.T) {
	fields := []Field{
		{Name: "many", Type: Line, List: true}, {Name: "texts", Type: Text, List: true},
		{Name: "group", Type: Fields, Fields: []Field{{Name: "a", Type: Line, Required: true}}},
		{Name: "bare", Type: Fields, List: true, Bare: "src", Fields: []Field{{Name: "src", Type: Path}}},
	}
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"a list", "many: [a, b]\n", nil},
		{"one value stands for a list", "many: a\n", nil},
		{"not one text", "texts: a\n", []string{"field/list x.yaml:1:8 [a]"}},
		{"a group in place of a list", "many: {a: b}\n", []string{"field/list x.yaml:1:7 [{a: b]"}},
		{"an empty list", "many: []\n", []string{"field/empty x.yaml:1:1 [many]"}},
		{"an empty item", "many:\n  - a\n  -\n", []string{"field/empty x.yaml:3:4"}},
		{"an empty value", "many:\n", []string{"field/empty x.yaml:1:1 [many]"}},
		{"a list in a list", "many: [[a]]\n", []string{"field/scalar x.yaml:1:8 [[a]"}},
		{"a group", "group: {a: b}\n", nil},
		{"a group without what it needs", "group: {b: c}\n", []string{
			"field/required x.yaml:1:8 [{b: c]", "field/unknown x.yaml:1:9 [b] → a"}},
		{"a text in place of a group", "group: a\n", []string{"field/group x.yaml:1:8 [a]"}},
		{"bare values", "bare: [a.pdf, {src: b.pdf}]\n", nil},
		{"one bare value", "bare: a.pdf\n", nil},
		{"an anchor is told once", "many: &x a\n", []string{"header/reference x.yaml:1:7 [&x a]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, diags := ReadData("x.yaml", []byte(test.src), fields)
			holds(t, test.src, diags, test.want...)
		})
	}
	v, _ := ReadData("x.yaml", []byte("bare: [a.pdf, {src: b.pdf}]\nmany: a\n"), fields)
	items := v.Field("bare").Items
	if len(items) != 2 || items[0].text("src") != "a.pdf" || items[1].text("src") != "b.pdf" {
		t.Errorf("%+v", items)
	}
	if got := v.texts("many"); len(got) != 1 || got[0] != "a" {
		t.Errorf("%q", got)
	}
}

// A header's list of keywords has a bound, since each has a page of its own; a file of site
// data has none.
func TestItems(t *testing.T) {
	list := func(n int) string { return "tags: [" + strings.Repeat("a, ", n) + "a]\n" }
	for n, want := range map[int]string{maxItems - 1: "", maxItems: "field/items"} {
		doc, _ := parse("---\ntitle: A\ndate: 2026-03-01\nkategori: opini\n" + list(n) + "---\nIsi.\n")
		got := ""
		for _, d := range doc.Diags {
			got += string(d.Code)
		}
		if got != want {
			t.Errorf("%d items: %q", n+1, got)
		}
	}
	if _, diags := ReadData("x.yaml", []byte(list(maxItems)), Common[6:7]); len(diags) > 0 {
		t.Error(diags)
	}
}

func TestGuessDate(t *testing.T) {
	for text, want := range map[string]string{
		"1/3/2026": "2026-03-01", "01-03-26": "2026-03-01", "1 Maret 2026": "2026-03-01",
		"31.12.2025": "2025-12-31", "2026/3/1": "2026-03-01", "12 DESEMBER 1999": "1999-12-12",
		"1 Januari 2026": "2026-01-01", "31/12/00": "2000-12-31", "5-6-1944": "", "13/13/2026": "",
		"30/2/2026": "", "1/3": "", "1/3/2026/4": "", "a/3/2026": "", "1/3/x": "", "1 March 2026": "",
		"besok": "", "": "", "1945-2-3": "1945-02-03", "1 2 99": "2099-02-01", "1 2 100": "",
	} {
		if got := GuessDate(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// However a day is written in offices, it is read as that day.
func TestGuessDateProperty(t *testing.T) {
	names := strings.Fields("Januari Februari Maret April Mei Juni " +
		"Juli Agustus September Oktober November Desember")
	rapid.Check(t, func(t *rapid.T) {
		d := disclosure.Day(rapid.IntRange(-9_131, 60_000).Draw(t, "day"))
		at := d.Time()
		month := names[at.Month()-1]
		for _, got := range []string{
			at.Format("2/1/2006"), at.Format("02-01-2006"), at.Format("2.1.2006"), at.Format("2006/1/2"),
			at.Format("2 ") + month + at.Format(" 2006"),
		} {
			if guess := GuessDate(got); guess != d.String() {
				t.Errorf("%s: %s, want %s", got, guess, d)
			}
		}
	})
}

func TestIsBaseURL(t *testing.T) {
	for address, want := range map[string]bool{
		"https://kpu.go.id": true, "https://kpu.go.id/": true, "http://kpu.go.id/sumba/": true,
		"https://kpu.go.id:8080/": true, "ftp://kpu.go.id/": false, "https:///a/": false,
		"kpu.go.id": false, "https://a@kpu.go.id/": false, "https://kpu.go.id/?a": false,
		"https://kpu.go.id/#a": false, "https://kpu.go.id//": false, "https://kpu.go.id/a%2fb/": false,
		"https://kpu.go.id/%": false, "https://kpu.go.id/a%62/": false,
	} {
		if got := IsBaseURL(address); got != want {
			t.Errorf("%s: %t", address, got)
		}
	}
}

func TestGuessFlag(t *testing.T) {
	for text, want := range map[string]string{
		"Ya": "true", "yes": "true", "benar": "true", "betul": "true", "Y": "true", "ON": "true",
		"1": "true", "Tidak": "false", "no": "false", "bukan": "false", "salah": "false", "n": "false",
		"off": "false", "0": "false", "": "", "entah": "",
	} {
		if got := guessFlag(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// Days of one document must be in their order; equal days are.
func TestOrder(t *testing.T) {
	for _, test := range []struct {
		name, kind, header string
		want               string // the text that is told, "" for none
	}{
		{"updated before", "halaman", "date: 2026-03-02\nupdated: 2026-03-01\n", "2026-03-01"},
		{"updated the same day", "halaman", "date: 2026-03-02\nupdated: 2026-03-02\n", ""},
		{"updated after", "halaman", "date: 2026-03-02\nupdated: 2026-03-03\n", ""},
		{
			"expires before publishing", "halaman", "publish: 2026-03-02\nexpires: 2026-03-01\n",
			"2026-03-01",
		},
		{"expires before its date", "halaman", "date: 2026-03-02\nexpires: 2026-03-01\n", "2026-03-01"},
		{"a wrong day is told elsewhere", "halaman", "date: kemarin\nupdated: 2026-03-01\n", ""},
		{"no first day", "halaman", "updated: 2026-03-01\n", ""},
		{
			"holds until before", "pengumuman", "date: 2026-03-02\nberlaku_sampai: 2026-03-01\n",
			"2026-03-01",
		},
		{"a procedure revised before it was made", "sop",
			"tanggal: {pembuatan: 2026-03-02, revisi: 2026-03-01, efektif: 2026-03-02}\n", "2026-03-01"},
		{"a procedure in force before it was made", "sop",
			"tanggal: {pembuatan: 2026-03-02, efektif: 2026-03-01}\n", "2026-03-01"},
		{"an exclusion that ends before", "pengecualian",
			"jangka_waktu: {mulai: 2026-03-02, sampai: 2026-03-01}\n", "2026-03-01"},
	} {
		t.Run(test.name, func(t *testing.T) {
			src := "---\ntitle: A\n" + test.header + "---\n"
			got := ""
			for _, line := range told(src, parseAs(test.kind, src).Diags) {
				if strings.HasPrefix(line, "field/order") {
					got += line[strings.IndexByte(line, '[')+1 : len(line)-1]
				}
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
	src := "---\ntitle: A\ntanggal: {pembuatan: 2026-03-02, efektif: 2026-03-01}\n---\n"
	if all := sentences(t, parseAs("sop", src).Diags); !strings.Contains(all, "tanggal.efektif") ||
		!strings.Contains(all, "tanggal.pembuatan") {
		t.Error(all)
	}
}
