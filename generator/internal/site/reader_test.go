package site

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// asked are the methods of a Reader: what each returns in the office, and the rows that it asks.
var asked = []struct {
	method string
	ask    func(r *Reader) any
	want   string
	rows   []string
}{
	{"Document", func(r *Reader) any { return r.Document(profil).Path }, profil, []string{"document"}},
	{
		"Document", func(r *Reader) any { return r.Document("content/berita/konsep.md") == nil }, "true",
		[]string{"document"},
	},
	{"Item", func(r *Reader) any { return r.Item(profil).Title }, "Profil", []string{"item"}},
	{
		"Item", func(r *Reader) any { return r.Item("content/halaman/hilang.md") == nil }, "true",
		[]string{"item"},
	},
	{"At", func(r *Reader) any { return r.At("/tentang/").Path }, profil, []string{"address"}},
	{"At", func(r *Reader) any { return r.At("/hilang/") == nil }, "true", []string{"address"}},
	{
		"Shape", func(r *Reader) any { return len(slices.Collect(r.Shape().Documents())) }, "17",
		[]string{"shape"},
	},
	{
		"List", func(r *Reader) any { return titles(r.List("berita/2026").Items) },
		"[Satu Dua Lima Tiga]", []string{"list"},
	},
	{"List", func(r *Reader) any { return r.List("hilang") == nil }, "true", []string{"list"}},
	{
		"ListHead",
		func(r *Reader) any {
			h, ok := r.ListHead("berita/2026")
			return fmt.Sprint(h.Label, h.Address, ok)
		},
		"2026/berita/2026/true", []string{"head of a list"},
	},
	{
		"ListHead", func(r *Reader) any { _, ok := r.ListHead("hilang"); return ok }, "false",
		[]string{"head of a list"},
	},
	{"ListPage", func(r *Reader) any {
		p := r.ListPage("berita/2026", 0)
		return fmt.Sprint(titles(p.Items), p.Total, p.Older)
	}, "[Satu Dua] 4 1", []string{"page of a list"}},
	{"ListPage", func(r *Reader) any {
		p := r.ListPage("berita/2026", 1)
		return fmt.Sprint(titles(p.Items), p.Total, p.Older)
	}, "[Lima Tiga] 0 0", []string{"page of a list"}},
	{
		"ListPage", func(r *Reader) any { return len(r.ListPage("berita/2026", 2).Items) }, "0",
		[]string{"page of a list"},
	},
	{
		"ListPage", func(r *Reader) any { return len(r.ListPage("hilang", 0).Items) }, "0",
		[]string{"page of a list"},
	},
	{
		"Newest", func(r *Reader) any { return titles(r.Newest("tag/anggaran")) }, "[Satu Dua]",
		[]string{"newest of a list"},
	},
	{
		"Newest", func(r *Reader) any { return r.Newest("hilang") == nil }, "true",
		[]string{"newest of a list"},
	},
	{
		"Children", func(r *Reader) any { return childNames(r.Children("berita", ByYear)) },
		"[berita/2025 1 berita/2026 4]", []string{"lists below a list"},
	},
	{
		"Children", func(r *Reader) any { return childNames(r.Children("berita/2026", ByMonth)) },
		"[berita/2026/01 2 berita/2026/02 2]", []string{"lists below a list"},
	},
	{
		"Children", func(r *Reader) any { return childNames(r.Children("berita", ByMonth)) }, "[]",
		[]string{"lists below a list"},
	},
	{"ByKind", func(r *Reader) any {
		return headNames(r.ByKind())
	}, "[agenda berita halaman informasi laporan pejabat pengecualian pengumuman program regulasi sop]",
		[]string{"lists by kind"}},
	{"Kinds", func(r *Reader) any { return r.Kinds()[10].Name }, "program", []string{"kinds"}},
	{"Alerts", func(r *Reader) any { return titles(r.Alerts()) }, "[Awas]", []string{"alerts"}},
	{
		"Relations",
		func(r *Reader) any { return relationNames(r.Relations("content/regulasi/pkpu-2.md")) },
		"[0 content/regulasi/pkpu-1.md]", []string{"relations"},
	},
	{
		"Relations", func(r *Reader) any { return relationNames(r.Relations(profil)) }, "[]",
		[]string{"relations"},
	},
	{
		"Blob", func(r *Reader) any { return r.Blob("content/halaman/peta.pdf").Size }, "8",
		[]string{"bytes of a file"},
	},
	{
		"Blob", func(r *Reader) any { return r.Blob("content/halaman/hilang.pdf") == nil }, "true",
		[]string{"bytes of a file"},
	},
	{
		"HasFile", func(r *Reader) any { return r.HasFile("content/halaman/peta.pdf") }, "true",
		[]string{"file"},
	},
	{
		"HasFile", func(r *Reader) any { return r.HasFile("content/halaman/hilang.pdf") }, "false",
		[]string{"file"},
	},
	{
		"StaticFiles", func(r *Reader) any { return r.StaticFiles() }, "[static/robots-lain.txt]",
		[]string{"static files"},
	},
	{
		"Layout", func(r *Reader) any { _, ok := r.Layout("halaman"); return ok }, "true",
		[]string{"layout"},
	},
	{
		"Layout", func(r *Reader) any { _, ok := r.Layout("hilang"); return ok }, "false",
		[]string{"layout"},
	},
	{
		"LayoutNames", func(r *Reader) any { return r.LayoutNames() }, "[halaman]",
		[]string{"names of layouts"},
	},
	{"Words", func(r *Reader) any { return r.Words("id").Text("Home") }, "Muka", []string{"words"}},
	{"Words", func(r *Reader) any { return r.Words("su") == nil }, "true", []string{"words"}},
	{"Languages", func(r *Reader) any { return r.Languages() }, "[id en]", []string{"languages"}},
	{"Frame", func(r *Reader) any {
		f := r.Frame()
		return fmt.Sprint(f.Short, f.Nav[0].Address, f.Menu[0].Links[1].Address,
			f.English.Nav[0].Address, f.Home.Question, f.Categories)
	}, "Badan/profil/https://contoh.com//en/profile/[]", []string{"frame"}},
	{
		"Audit",
		func(r *Reader) any {
			return fmt.Sprint(r.Audit().Rows[0].Status, r.Audit().Rows[0].Evidence[0].Title)
		},
		"okProfil", []string{"audit"},
	},
	{
		"Unit", func(r *Reader) any { u, ok := r.Unit("ppid"); return fmt.Sprint(u.Name, ok) },
		"PPIDtrue", []string{"unit"},
	},
	{"Unit", func(r *Reader) any { _, ok := r.Unit("hilang"); return ok }, "false", []string{"unit"}},
	{
		"Category", func(r *Reader) any { c, ok := r.Category("opini"); return fmt.Sprint(c.Name, ok) },
		"Opinitrue", []string{"category"},
	},
	{
		"Category", func(r *Reader) any { _, ok := r.Category("hilang"); return ok }, "false",
		[]string{"category"},
	},
	{
		"Views", func(r *Reader) any { n, until := r.Views("/profil/"); return fmt.Sprint(n, until) },
		"12 2026-02-28", []string{"views"},
	},
	{
		"Views",
		func(r *Reader) any { n, until := r.Views("/kontak/"); return fmt.Sprint(n, int(until)) }, "0 0",
		[]string{"views"},
	},

	{
		"Accessibility", func(r *Reader) any { return r.Accessibility().Pages }, "35",
		[]string{"accessibility"},
	},
	{"Archive", func(r *Reader) any { return r.Archive().PageSize }, "2", []string{"archive"}},
	{"Calendar", func(r *Reader) any {
		return fmt.Sprint(r.Calendar().Knows(2026), r.Calendar().Knows(2027))
	}, "true false", []string{"calendar"}},
	{
		"DutyClasses", func(r *Reader) any { return r.DutyClasses()[0].ID }, "berkala",
		[]string{"classes of duties"},
	},
	{
		"InstrumentClasses", func(r *Reader) any { return len(r.InstrumentClasses()) }, "0",
		[]string{"classes of instruments"},
	},
	{
		"Refusal", func(r *Reader) any {
			_, known := r.Refusal("17z")
			found, _ := r.Refusal("17b")
			return fmt.Sprint(found.Label, known)
		}, "Pasal 17 huruf bfalse",
		[]string{"reasons for refusing"},
	},
	{
		"RefusalNames", func(r *Reader) any {
			return fmt.Sprint(r.RefusalNames(true), r.RefusalNames(false)[5:])
		}, "[17a 17b 17h 17i 17j] [belum_dikuasai tidak_lengkap]",
		[]string{"reasons for refusing"},
	},
	{"Day", func(r *Reader) any { return r.Day() }, "2026-03-01", []string{"day"}},
	{"Drafts", func(r *Reader) any { return r.Drafts() }, "false", []string{"drafts"}},
	{"HasDuties", func(r *Reader) any { return r.HasDuties() }, "true", []string{"duties"}},
	{"English", func(r *Reader) any { return r.English().Title }, "Sample Body", []string{"English"}},
	{"Face", func(r *Reader) any { return r.Face().Title }, "Badan Contoh", []string{"face"}},
	{
		"Form", func(r *Reader) any { return r.Form("permintaan").Title }, "Permintaan",
		[]string{"forms"},
	},
	{"Form", func(r *Reader) any { return r.Form("hilang") == nil }, "true", []string{"forms"}},
	{"Log", func(r *Reader) any { return r.Log() }, "false", []string{"log"}},
	{
		"Questionnaires", func(r *Reader) any { return r.Questionnaires()[0].Year }, "2026",
		[]string{"questionnaires"},
	},
	{"Requests", func(r *Reader) any { return r.Requests(2025) == nil }, "true", []string{"requests"}},
	{"RequestMonths", func(r *Reader) any { return len(r.RequestMonths(2025)) }, "0", []string{"requests"}},
	{"RequestYears", func(r *Reader) any { return len(r.RequestYears()) }, "0", []string{"requests"}},
	{"Regimes", func(r *Reader) any { return r.Regimes()[0].ID }, "umum", []string{"regimes"}},
	{
		"Repository", func(r *Reader) any { return r.Repository().Branch }, "main",
		[]string{"repository"},
	},
	{
		"Synonyms", func(r *Reader) any { return r.Synonyms() }, "[[SOP prosedur]]", []string{"synonyms"},
	},
	{"HasSearch", func(r *Reader) any { return r.HasSearch() }, "true", []string{"search"}},
	{
		"UnitSlugs", func(r *Reader) any { return r.UnitSlugs() }, "[ppid hukum]",
		[]string{"slugs of units"},
	},
	{
		"Withdrawn", func(r *Reader) any { return r.Withdrawn()[0].Address }, "/tua/",
		[]string{"withdrawn"},
	},
	{"Categories", func(r *Reader) any { return len(r.Categories()) }, "2", []string{"categories"}},
	{"EditorForm", func(r *Reader) any { return r.EditorForm().Script }, "", []string{"editors' form"}},
	{"EditorFormAt", func(r *Reader) any { return r.EditorFormAt().Start }, "0", []string{"where the editors' form is set"}},
	{"Redirects", func(r *Reader) any { return r.Redirects() }, "[{/tentang/ /profil/}]", []string{"redirects"}},
	{"Hosts", func(r *Reader) any { return r.Hosts() }, "[]", []string{"hosts"}},

	{
		"IsRevoked",
		func(r *Reader) any { return r.IsRevoked(r.world.site.Item("content/regulasi/pkpu-2.md")) },
		"false", []string{"relations"},
	},
	{
		"IsAmended",
		func(r *Reader) any { return r.IsAmended(r.world.site.Item("content/regulasi/pkpu-2.md")) },
		"false", []string{"relations"},
	},
	{
		"File",
		func(r *Reader) any { file, ok := r.File(profil, "peta.pdf"); return fmt.Sprint(file, ok) },
		"content/halaman/peta.pdftrue", []string{"file"},
	},
	{
		"Captions", func(r *Reader) any { return r.Captions("content/halaman/film.mp4") },
		"[content/halaman/film.vtt]", []string{"file"},
	},
	{
		"Poster", func(r *Reader) any { return "none: " + r.Poster("content/halaman/film.mp4") },
		"none: ", []string{"file"},
	},
	{
		"Named", func(r *Reader) any { return r.Named(profil, content.Reference{Target: "kontak"}).Path },
		"content/halaman/kontak.md", []string{"slug"},
	},
	{
		"Named",
		func(r *Reader) any {
			return r.Named(profil, content.Reference{Target: "kontak", Kind: "sop"}) == nil
		},
		"true", []string{"slug"},
	},
	{
		"Resolve", func(r *Reader) any { t, _ := r.Resolve(profil, "kontak.md"); return t.Address },
		"/kontak/", []string{"item"},
	},
	{
		"Resolve", func(r *Reader) any { _, ok := r.Resolve(profil, "/hilang/"); return ok }, "false",
		[]string{"address", "head of a list", "file", "address of a document with errors"},
	},
	{
		"Resolve", func(r *Reader) any { _, ok := r.Resolve(profil, "hilang.md"); return ok }, "false",
		[]string{"item", "held document"},
	},
	{"Personal", func(r *Reader) any {
		_, ok := r.Personal(
			&disclosure.PersonalHit{Sort: disclosure.EmailAddress, Value: "a@b.com"}, diag.Span{}, "",
		)
		return ok
	}, "true", []string{"personal data"}},
}

const profil = "content/halaman/profil.md"

func titles(items []*Item) (all []string) {
	for _, i := range items {
		all = append(all, i.Title)
	}
	return all
}

func childNames(children []Child) (all []string) {
	for _, c := range children {
		all = append(all, fmt.Sprint(c.Name, " ", c.Items))
	}
	return all
}

func headNames(heads []ListHead) (all []string) {
	for _, h := range heads {
		all = append(all, h.Name)
	}
	return all
}

func relationNames(relations []Relation) (all []string) {
	for _, r := range relations {
		all = append(all, fmt.Sprint(int(r.Sort), " ", r.Other.Path))
	}
	return all
}

// rowsOf returns the names of the rows that were asked, each once.
func rowsOf(t *testing.T, reads Reads) []string {
	var all []string
	for _, hash := range reads {
		var of []string
		for _, row := range Rows() {
			if row.Is(hash) {
				of = append(of, row.String())
			}
		}
		if len(of) != 1 {
			t.Errorf("a key is of the rows %q", of)
		}
		for _, row := range of {
			if !slices.Contains(all, row) {
				all = append(all, row)
			}
		}
	}
	return all
}

// TestReaderRemembers asks each method of a Reader: what it returns, and that it remembers keys
// of its rows and of no other, each once.
func TestReaderRemembers(t *testing.T) {
	r := read(t, office)
	tried, rows := map[string]bool{"Reset": true, "Reads": true}, map[string]bool{}
	for _, tt := range asked {
		r.Reset(r.world)
		tried[tt.method] = true
		if got := fmt.Sprint(tt.ask(r)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.method, got, tt.want)
		}
		got := rowsOf(t, r.Reads())
		if !slices.Equal(got, tt.rows) {
			t.Errorf("%s: it remembers %q, want %q", tt.method, got, tt.rows)
		}
		for _, row := range got {
			rows[row] = true
		}
		n := len(r.Reads())
		if tt.ask(r); n == 1 && len(r.Reads()) != 1 {
			t.Errorf("%s: asked twice in a row, it remembers %d keys", tt.method, len(r.Reads()))
		}
	}
	for m := range reflect.TypeFor[*Reader]().Methods() {
		if !tried[m.Name] {
			t.Errorf("the method %s is not tried", m.Name)
		}
	}
	for _, row := range Rows() {
		if !rows[row.String()] {
			t.Errorf("no method asks the row %s", row)
		}
	}
}

// TestReaderReads holds that what a Reader remembers is the caller's to keep.
func TestReaderReads(t *testing.T) {
	r := read(t, office)
	r.Item(profil)
	r.Day()
	r.Item(profil)
	kept := r.Reads()
	want := Reads{Key{ItemKey, profil}.Hash(), Key{partKey, "day"}.Hash(), Key{ItemKey, profil}.Hash()}
	if !slices.Equal(kept, want) {
		t.Errorf("%x, want %x", kept, want)
	}
	r.Reset(r.world)
	if len(r.Reads()) != 0 {
		t.Error("it remembers what was before Reset")
	}
	r.Drafts()
	if !slices.Equal(kept, want) {
		t.Error("what was remembered before changed with what is asked now")
	}
	blind := r.world.site.blind()
	if blind.Item(profil) == nil || len(blind.Reads()) != 0 {
		t.Error("a blind Reader sees nothing, or remembers")
	}
}

// TestRecorded holds that who reads a recorded value has asked for all that it was made from.
func TestRecorded(t *testing.T) {
	w := read(t, office).world
	v := Record(w, func(r *Reader) string { r.Day(); return r.Item(profil).Title })
	r := w.Reader()
	r.Drafts()
	if got := v.Read(r); got != "Profil" || v.Value() != got {
		t.Errorf("%q and %q", got, v.Value())
	}
	if got := rowsOf(t, r.Reads()); !slices.Equal(got, []string{"drafts", "day", "item"}) {
		t.Errorf("the Reader has been asked %q", got)
	}
	without := Forgetting(v, &itemFact)
	got := rowsOf(t, without.Reads())
	if !slices.Equal(got, []string{"day"}) || without.Value() != "Profil" {
		t.Errorf("without the item: %q", got)
	}
	if got := rowsOf(t, v.Reads()); !slices.Equal(got, []string{"day", "item"}) {
		t.Errorf("forgetting changed what was recorded: %q", got)
	}
}

// TestKeys holds that Keys that are alike have different hashes, of their own kind.
func TestKeys(t *testing.T) {
	seen := map[uint64]Key{}
	for kind := ItemKey; kind <= partKey; kind++ {
		for _, name := range []string{
			"", "a", "b", "ab", "ba", "a/b", "content/halaman/a.md", "content/halaman/b.md",
		} {
			k := Key{kind, name}
			if other, ok := seen[k.Hash()]; ok {
				t.Errorf("%v and %v have one hash", k, other)
			}
			if seen[k.Hash()] = k; KeyKind(k.Hash()>>56) != kind {
				t.Errorf("%v: its hash is of the kind %d", k, k.Hash()>>56)
			}
		}
	}
}
