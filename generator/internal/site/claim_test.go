package site

import (
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/source"
)

// TestFilesOfHeldDocuments holds whose file a file is that a public page shows: nothing of a
// document that is not public is shown, whatever keeps it back, and nothing else is kept back.
func TestFilesOfHeldDocuments(t *testing.T) {
	const (
		folder = "content/halaman/laporan/"
		held   = folder + "konsep.md"
		file   = folder + "hasil.pdf"
		closed = "file/closed"
	)
	ways := map[string]string{
		"draft: true\n": "draft", "publish: 2026-04-01\n": "publish", "date: 2026-04-01\n": "date",
		"expires: 2026-02-01\n": "expires", "klasifikasi: dikecualikan\n": closed, "": "", "titel: B\n": "",
	}
	for _, c := range []struct {
		name         string
		header, body string // of the held document
		public       string // path of the one that shows the file
		shows        string // its header or body
		want         bool   // it may not
	}{
		{"in both headers", "berkas: [hasil.pdf]\n", "", folder + "b.md", "berkas: [hasil.pdf]\n", true},
		{"in its header, in a body beside", "berkas: [hasil.pdf]\n", "", folder + "b.md", "[h](hasil.pdf)", true},
		{"in its header, in a body elsewhere", "berkas: [hasil.pdf]\n", "", "content/halaman/b.md",
			"[h](laporan/hasil.pdf)", true},
		{"in its header, an image", "berkas: [hasil.pdf]\n", "", "content/halaman/b.md",
			"![h](laporan/hasil.pdf)", true},
		{"written from the root", "berkas: [/halaman/laporan/hasil.pdf]\n", "", "content/halaman/b.md",
			"berkas: [/halaman/laporan/hasil.pdf]\n", true},
		{"written with percent signs", "berkas: [has%69l.pdf]\n", "", folder + "b.md",
			"[h](h%61sil.pdf)", true},
		{"in its body, in a body elsewhere", "", "[h](hasil.pdf)", "content/halaman/b.md",
			"[h](laporan/hasil.pdf)", true},
		{"in its body, in a header elsewhere", "", "![h](hasil.pdf)", "content/halaman/b.md",
			"berkas: [laporan/hasil.pdf]\n", true},
		{"in its header, in another folder where nobody shows it", "berkas: [../hasil/hasil.pdf]\n", "",
			"content/halaman/b.md", "[h](hasil/hasil.pdf)", true},
		{"another file", "berkas: [lain.pdf]\n", "[h](lain.pdf)", folder + "b.md", "berkas: [hasil.pdf]\n",
			false},
	} {
		for header, key := range ways {
			doc := func(path, header, body string) *content.Document {
				d, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, path,
					[]byte("---\ntitle: A\n"+header+"---\n"+body+"\n"))
				return d
			}
			shown := doc(c.public, "", c.shows)
			if strings.HasPrefix(c.shows, "berkas") {
				shown = doc(c.public, c.shows, "")
			}
			in := Input{
				Kinds: content.BuiltIn, Settings: &content.Settings{}, Data: &content.Data{},
				AsOf:      disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)},
				Documents: []*content.Document{shown, doc(held, header+c.header, c.body)},
			}
			in.Tree.Entries = []source.Entry{
				{Path: c.public, Size: 9}, {Path: file, Size: 9}, {Path: held, Size: 9},
				{Path: folder + "lain.pdf", Size: 9}, {Path: "content/halaman/hasil/hasil.pdf", Size: 9},
			}
			slices.SortFunc(in.Tree.Entries,
				func(a, b source.Entry) int { return strings.Compare(a.Path, b.Path) })
			slices.SortFunc(in.Documents,
				func(a, b *content.Document) int { return strings.Compare(a.Path, b.Path) })
			s := Link(nil, in)
			var found []string
			for _, d := range s.Diags {
				if d.Code == diag.FileHeld {
					found = append(found, d.Args[2])
				} else if d.Code == diag.FileClosed {
					found = append(found, closed)
				}
			}
			want := []string{key}
			if !c.want || key == "" {
				want = nil
			}
			if !slices.Equal(found, want) || (len(s.Needs) > 0) == (want != nil) {
				t.Errorf("%s, %q: %v, want %v; %v", c.name, header, found, want, s.Diags)
			}
		}
	}
}

// TestFilesOfPublicDocuments holds that a draft takes no file away from a public document beside
// which the file lies and which shows it, whatever other documents there are.
func TestFilesOfPublicDocuments(t *testing.T) {
	drafts := map[string][2]string{
		"a body beside":      {"content/halaman/x/konsep.md", "draft: true\n---\n[h](hasil.pdf)"},
		"a header elsewhere": {"content/pengumuman/konsep.md", "date: 2026-01-01\ndraft: true\nberkas: [../halaman/x/hasil.pdf]\n---\n"},
		"a body elsewhere":   {"content/pengumuman/konsep.md", "date: 2026-01-01\ndraft: true\n---\n[h](../halaman/x/hasil.pdf)"},
	}
	publics := map[string][2]string{
		"in its body":             {"content/halaman/x/m.md", "---\n[h](hasil.pdf)\n"},
		"in its header":           {"content/halaman/x/m.md", "berkas: [hasil.pdf]\n---\n"},
		"in a folder below":       {"content/halaman/x/y/m.md", "---\n[h](../hasil.pdf)\n"},
		"below, in its header":    {"content/halaman/x/y/m.md", "berkas: [../hasil.pdf]\n---\n"},
		"in the folder above":     {"content/halaman/m.md", "---\n[h](x/hasil.pdf)\n"},
		"in the header elsewhere": {"content/pengumuman/m.md", "date: 2026-01-01\nberkas: [../halaman/x/hasil.pdf]\n---\n"},
	}
	for how, draft := range drafts {
		for where, public := range publics {
			parse := func(path, text string) *content.Document {
				d, _ := content.Parse(markdown.NewParser(), content.BuiltIn, time.UTC, path, []byte("---\ntitle: A\n"+text))
				return d
			}
			in := Input{
				Kinds: content.BuiltIn, Settings: &content.Settings{}, Data: &content.Data{},
				AsOf:      disclosure.Moment{Day: disclosure.DayOf(2026, 3, 1)},
				Documents: []*content.Document{parse(public[0], public[1]), parse(draft[0], draft[1])},
			}
			for _, other := range []string{
				"content/halaman/a.md", "content/halaman/x/a.md", "content/halaman/x/z.md", "content/halaman/x/y/b.md", "content/halaman/zz.md",
			} {
				in.Documents = append(in.Documents, parse(other, "---\nIsi.\n"))
			}
			slices.SortFunc(in.Documents,
				func(a, b *content.Document) int { return strings.Compare(a.Path, b.Path) })
			const file = "content/halaman/x/hasil.pdf"
			in.Tree.Entries = []source.Entry{{Path: file, Size: 9}}
			s := Link(nil, in)
			// Which of the two has it where neither lies beside it is not decided in favour of the
			// draft, unless its header names the file, or it lies beside it.
			want := strings.HasPrefix(where, "in its") || how == "a body elsewhere"
			if got := slices.Contains(s.Needs, file); got != want {
				t.Errorf("%s, %s: shown is %t, %v", how, where, got, s.Diags)
			}
		}
	}
}
