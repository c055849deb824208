package site

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/source"
)

func TestGate(t *testing.T) {
	now, err := disclosure.ParseMoment("2026-03-01 07:15")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, header string
		drafts       bool
		want         Reason
	}{
		{"nothing said", "title: A\n", false, Public},
		{"public class", "title: A\nklasifikasi: berkala\n", false, Public},
		{"excluded", "title: A\nklasifikasi: dikecualikan\n", false, Closed},
		{"excluded, drafts shown", "title: A\nklasifikasi: dikecualikan\ndraft: true\n", true, Closed},
		{"nearly excluded", "title: A\nklasifikasi: Dikecualikan\n", true, Unreadable},
		{
			"excluded, with a mistake beside it", "title: A\ntitle: B\nklasifikasi: dikecualikan\n", false,
			Closed,
		},
		{"unknown class", "title: A\nklasifikasi: rahasia\n", false, Unreadable},
		{"unknown key", "title: A\nkelas: dikecualikan\n", false, Unreadable},
		{"no title", "slug: a\n", false, Unreadable},
		{"draft", "title: A\ndraft: true\n", false, Draft},
		{"draft shown", "title: A\ndraft: true\n", true, Public},
		{"draft badly written", "title: A\ndraft: yes\n", false, Unreadable},
		{"tomorrow", "title: A\ndate: 2026-03-02\n", false, Future},
		{"today", "title: A\ndate: 2026-03-01\n", false, Public},
		{"in a minute", "title: A\npublish: 2026-03-01 07:16\n", false, Future},
		{"now", "title: A\npublish: 2026-03-01 07:15\n", false, Public},
		{"publish overrides date", "title: A\ndate: 2026-01-01\npublish: 2026-04-01\n", false, Future},
		{"last day", "title: A\nexpires: 2026-03-01\n", false, Public},
		{"yesterday", "title: A\nexpires: 2026-02-28\n", false, Expired},
		{"this minute", "title: A\nexpires: 2026-03-01 07:15\n", false, Expired},
	} {
		doc, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, "content/halaman/a.md",
			[]byte("---\n"+test.header+"---\nIsi.\n"),
		)
		if IsPublic(doc, now, test.drafts) != (test.want == Public) {
			t.Errorf("%s: IsPublic says otherwise", test.name)
		}
		if got := decide(doc, now, test.drafts); got != test.want {
			t.Errorf("%s: %v, want %v (%v)", test.name, got, test.want, doc.Diags)
		}
	}
}

// TestGateHeld tells what is there and not shown from what is not there.
func TestGateHeld(t *testing.T) {
	var tree source.Tree
	for _, p := range []string{
		"content/berita/konsep.md", "content/berita/terbit.md", "content/berita/tutup/_kelas.yaml",
		"content/berita/tutup/a.md", "content/berita/tutup/terbit.md",
	} {
		tree.Entries = append(tree.Entries, source.Entry{Path: p, Size: 1})
	}
	in := Input{
		Kinds: content.BuiltIn, Tree: tree, Settings: &content.Settings{}, Data: &content.Data{},
	}
	for path, header := range map[string]string{
		"content/berita/konsep.md": "draft: true\n", "content/berita/terbit.md": "",
	} {
		doc, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, path,
			[]byte("---\ntitle: A\ndate: 2026-01-01\n"+header+"---\nIsi.\n"),
		)
		doc.Diags = nil
		in.Documents = append(in.Documents, doc)
	}
	slices.SortFunc(
		in.Documents, func(a, b *content.Document) int { return strings.Compare(a.Path, b.Path) },
	)
	in.AsOf = disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)}
	s := Link(&Site{}, in)
	for path, want := range map[string]bool{
		"content/berita/konsep.md": true, "content/berita/terbit.md": false,
		"content/berita/tutup/a.md":         true,
		"content/berita/tutup/tidak-ada.md": true, // it may have been, before the folder was closed
		"content/berita/tidak-ada.md":       false,
		"content/berita/a.md":               true, // moved
	} {
		if got := s.IsHeld(path); got != want {
			t.Errorf("%s: held is %t, want %t", path, got, want)
		}
	}
}

// TestGateWithdraws closes what a release shows in each way, and does what closes nothing.
func TestGateWithdraws(t *testing.T) {
	const file, folder = "content/halaman/a.md", "content/halaman/"
	shown := []source.Entry{{Path: file, Size: 40}, {Path: folder + "a.csv", Size: 7}}
	for _, tt := range []struct {
		name   string
		header string   // of the document; "" when it has gone
		files  []string // besides it, each of the size of its name
		want   string   // names that are withdrawn
	}{
		{"nothing", "title: A\n", []string{folder + "a.csv"}, ""},
		{"another summary", "title: A\nsummary: B.\n", []string{folder + "a.csv"}, ""},
		{"excluded", "title: A\nklasifikasi: dikecualikan\n", nil, "a.md"},
		{"excluded with its file", "title: A\nberkas: [a.csv]\nklasifikasi: dikecualikan\n",
			[]string{folder + "a.csv"}, "a.md a.csv"},
		{"excluded, misspelt", "title: A\nklasifikasi: dikecualikn\n", nil, "a.md"},
		{"a draft", "title: A\ndraft: true\n", nil, "a.md"},
		{"put off", "title: A\npublish: 2026-04-01\n", nil, "a.md"},
		{"over", "title: A\nexpires: 2026-02-01\n", nil, "a.md"},
		{"a mistake", "titel: B\n", nil, ""},
		{"a mistake in a document about exclusion",
			"title: Cara informasi dikecualikan\nsummary: Yang dikecualikan ialah.\ntitel: B\n", nil, ""},
		{"a mistake in a public document", "title: A\nklasifikasi: berkala\ntitel: B\n", nil, ""},
		{"of a class that is none", "title: A\nklasifikasi: rahasia\n", nil, "a.md"},
		{"excluded, in other letters", "title: A\nklasifikasi: DIKECUALIKAN\n", nil, "a.md"},
		{"excluded by another key", "title: A\nkelas: dikecualikan\n", nil, "a.md"},
		{"the key misspelt", "title: A\nklasifkasi: dikecualikan\n", nil, "a.md"},
		{"excluded, and a mistake", "title: A\nsifat: Dikecualikan.\ntitel: B\n", nil, "a.md"},
		{"excluded, its header broken", "title: [\nklasifikasi: dikecualikan\n", nil, "a.md"},
		{"excluded by a comment, and a mistake",
			"title: A\n# klasifikasi: dikecualikan\ntitel: B\n", nil, ""},
		{"excluded by a heading", "title: A\n---\n# klasifikasi: dikecualikan\n", nil, "a.md"},
		{"excluded in the body", "title: A\n---\nklasifikasi: dikecualikan\n", nil, "a.md"},
		{"another folder that is closed", "title: A\n", []string{"content/berkas/_kelas.yaml"}, ""},
		{"its folder closed", "title: A\n", []string{folder + "_kelas.yaml", folder + "a.csv"},
			"a.md a.csv"},
		{"its folder closed and emptied", "", []string{folder + "_kelas.yaml"}, "a.md a.csv"},
		{"a folder above closed", "title: A\n", []string{"content/_kelas.yaml"}, "a.md a.csv"},
		{"removed", "", []string{folder + "a.csv"}, ""},
		{"removed, others closed", "", []string{"content/tutup/_kelas.yaml", "content/tutup/b.md"}, ""},
		{"moved below a closed folder", "",
			[]string{"content/tutup/_kelas.yaml", "content/tutup/a.md", folder + "a.csv"}, "a.md"},
		{"moved with its folder", "",
			[]string{"content/x/_kelas.yaml", "content/x/halaman/a.md", "content/x/halaman/a.csv"},
			"a.md a.csv"},
		{"moved and renamed", "", []string{"content/tutup/_kelas.yaml",
			"content/tutup/" + strings.Repeat("n", 23) + ".md"}, "a.md"},
		{"copied", "title: A\n", []string{"content/tutup/_kelas.yaml", "content/tutup/a.md"}, ""},
		{"moved to another open folder", "", []string{"content/lain/_x.md", "content/lain/a.md"}, ""},
	} {
		in := Input{
			Kinds: content.BuiltIn, Settings: &content.Settings{}, Data: &content.Data{},
			AsOf: disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)},
		}
		for _, name := range tt.files {
			in.Tree.Entries = append(in.Tree.Entries, source.Entry{Path: name, Size: int64(len(name))})
		}
		if tt.header != "" {
			in.Tree.Entries = append(in.Tree.Entries, source.Entry{Path: file, Size: 9})
			if !strings.Contains(strings.Join(tt.files, " "), folder+"_kelas.yaml") {
				doc, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, file,
					[]byte("---\n"+tt.header+"---\nIsi.\n"))
				in.Documents = []*content.Document{doc}
			}
		}
		slices.SortFunc(in.Tree.Entries,
			func(a, b source.Entry) int { return strings.Compare(a.Path, b.Path) })
		gone := Link(nil, in).Withdraws(shown)
		for i := range gone {
			gone[i] = strings.TrimPrefix(gone[i], folder)
		}
		if got := strings.Join(gone, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestGateMovedAway tells a file that was moved to where it is closed from one that was removed.
func TestGateMovedAway(t *testing.T) {
	const file = "content/halaman/a.md"
	for _, tt := range []struct {
		name  string
		shown source.Entry
		tree  []source.Entry
		also  string // path of a document that is excluded
		want  bool
	}{
		{"nothing is closed", source.Entry{Path: file, Size: 9}, nil, "", false},
		{"of the same name", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/x/_kelas.yaml", Size: 5}, {Path: "content/x/a.md", Size: 3}}, "", true},
		{"of the same size", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/x/_kelas.yaml", Size: 5}, {Path: "content/x/b.md", Size: 9}}, "", true},
		{"of another name and size", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/x/_kelas.yaml", Size: 5}, {Path: "content/x/b.md", Size: 8}}, "", false},
		{"the size of the mark", source.Entry{Path: file, Size: 5},
			[]source.Entry{{Path: "content/x/_kelas.yaml", Size: 5}}, "", false},
		{"empty", source.Entry{Path: file},
			[]source.Entry{{Path: "content/x/_kelas.yaml", Size: 5}, {Path: "content/x/b.md"}}, "", false},
		{"of the same size, and open", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/x/b.md", Size: 9}}, "", false},
		{"of the same name, and open", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/berita/a.md", Size: 9}}, "", false},
		{"of the same name, and excluded", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/berita/a.md", Size: 9}}, "content/berita/a.md", true},
		{"of another name, and excluded", source.Entry{Path: file, Size: 9},
			[]source.Entry{{Path: "content/berita/b.md", Size: 9}}, "content/berita/b.md", false},
	} {
		in := Input{
			Kinds: content.BuiltIn, Settings: &content.Settings{}, Data: &content.Data{},
			AsOf: disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)},
			Tree: source.Tree{Entries: tt.tree},
		}
		if tt.also != "" {
			doc, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, tt.also,
				[]byte("---\ntitle: A\nklasifikasi: dikecualikan\n---\n"))
			in.Documents = []*content.Document{doc}
		}
		s := Link(nil, in)
		if got := len(s.Withdraws([]source.Entry{tt.shown})) > 0; got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

// TestGateWithdrawsFiles holds that the files of a document that is held back are withdrawn with it
// when it was shown before, and are left to who shows them when it never was.
func TestGateWithdrawsFiles(t *testing.T) {
	const file, csv = "content/halaman/x/a.md", "content/halaman/x/a.csv"
	doc, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, file,
		[]byte("---\ntitle: A\ndraft: true\nberkas: [a.csv]\n---\n"))
	in := Input{
		Kinds: content.BuiltIn, Settings: &content.Settings{}, Data: &content.Data{},
		AsOf:      disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)},
		Tree:      source.Tree{Entries: []source.Entry{{Path: csv, Size: 3}, {Path: file, Size: 9}}},
		Documents: []*content.Document{doc},
	}
	s := Link(nil, in)
	both := []source.Entry{{Path: csv, Size: 3}, {Path: file, Size: 9}}
	if got := s.Withdraws(both); len(got) != 2 {
		t.Errorf("shown before: %q", got)
	}
	if got := s.Withdraws(both[:1]); len(got) != 0 {
		t.Errorf("never shown: %q", got)
	}
}

// TestGateAgain lets documents come, change, go and wait while time passes, forwards and
// back: what is public is what it would be if all went through the gate for the first time.
func TestGateAgain(t *testing.T) {
	headers := []string{
		"", "draft: true\n", "date: 2026-03-02\n", "publish: 2026-03-01 07:15\n", "expires: 2026-03-01\n",
		"expires: 2026-03-01 07:15\n",
		"klasifikasi: dikecualikan\n", "slug: x y\n", "draft: true\nexpires: 2026-03-03\n",
	}
	announcement := "date: 2026-02-01\nserta_merta: true\nberlaku_sampai: 2026-03-02\n"
	p := markdown.NewParser()
	rapid.Check(t, func(t *rapid.T) {
		documents := map[string]*content.Document{}
		var prev *Site
		in := Input{Kinds: content.BuiltIn, Settings: &content.Settings{}, Data: &content.Data{}}
		for range rapid.IntRange(2, 8).Draw(t, "steps") {
			for range rapid.IntRange(0, 3).Draw(t, "edits") {
				path := rapid.SampledFrom([]string{
					"content/halaman/a.md", "content/halaman/b.md", "content/halaman/c.md",
					"content/pengumuman/d.md",
				}).Draw(
					t, "path",
				)
				header := rapid.SampledFrom(append([]string{"gone", announcement}, headers...)).Draw(
					t, "header",
				)
				if header == "gone" {
					delete(documents, path)
					continue
				}
				doc, _ := content.Parse(p, content.BuiltIn, time.UTC, path,
					[]byte(
						"---\ntitle: "+rapid.SampledFrom([]string{"A", "B"}).Draw(t, "title")+"\n"+
							header+"---\nIsi.\n",
					),
				)
				documents[path] = doc
			}
			in.Documents = nil
			for _, path := range slices.Sorted(maps.Keys(documents)) {
				in.Documents = append(in.Documents, documents[path])
			}
			in.AsOf = disclosure.Moment{
				Day:    disclosure.DayOf(2026, 3, rapid.IntRange(1, 5).Draw(t, "day")),
				Minute: int16(rapid.SampledFrom([]int{0, 435, 436, 437}).Draw(t, "minute")),
			}
			in.Drafts = rapid.Bool().Draw(t, "drafts")
			got, want := Link(prev, in), Link(nil, in)
			for what, pair := range map[string][2]any{
				"public": {want.Items, got.Items}, "held": {want.Held, got.Held},
				"lists": {want.Lists, got.Lists}, "messages": {want.Diags, got.Diags}, "alerts": {
					want.Alerts, got.Alerts,
				},
			} {
				if d := cmp.Diff(pair[0], pair[1], cmpopts.EquateEmpty()); d != "" {
					t.Fatalf("%s (-first +again):\n%s", what, d)
				}
			}
			for path, doc := range documents {
				if got.Item(path) == nil != (want.Item(path) == nil) ||
					got.Document(path) != nil && got.Document(path) != doc {
					t.Fatalf("%s: another document, or none", path)
				}
			}
			prev = got
		}
	})
}
