package page

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/source"
)

// A built is a small site, made without a disk and planned.
type built struct {
	t      testing.TB
	site   *site.Site
	world  *site.World
	filler *Filler
	jobs   []Job
	diags  diag.List // of the plan
}

// A change makes the small site another one: files by path, "" for one that is not there.
type change map[string]string

// layouts are the layouts of the theme of the small site.
var layouts = []string{
	"404", "beranda", "berita", "cari", "daftar", "galeri", "halaman", "informasi", "register",
	"sop", "tenggat",
}

// blobs are what is known of the files of the small site.
var blobs = site.Blobs{
	"content/berita/2026/foto.jpg": {
		Size: 300_000, Sum: digest.Of([]byte("foto")),
		Picture: picture.Info{Width: 1000, Height: 500, Ext: ".jpg", WebP: true},
	},
	"content/informasi/anggaran.csv": {
		Size: 1_234, Sum: digest.Of([]byte("anggaran")),
		Info: attachment.Info{
			Rows:    3,
			Preview: [][]string{{"kode", "uraian", "Rp"}, {"1", "Kertas", "500"}},
		},
	},
	"content/informasi/anggaran.pdf": {
		Size: 412_000,
		Sum:  digest.Of([]byte("pdf")),
		Info: attachment.Info{Pages: 18},
	},
	"content/informasi/anggaran-lama.pdf": {Size: 400_000, Sum: digest.Of([]byte("lama"))},
	"content/halaman/film.mp4":            {Size: 9_000_000, Sum: digest.Of([]byte("film"))},
	"content/halaman/denah.png": {
		Size:    20_000,
		Sum:     digest.Of([]byte("denah")),
		Picture: picture.Info{Width: 400, Height: 300, Ext: ".png"},
	},
}

// build makes the small site with some changes, as it is on 10 March 2026.
func build(t testing.TB, changes ...change) *built {
	return buildOn(t, "2026-03-10", false, changes...)
}

// buildOn makes the small site as it is on a day.
func buildOn(t testing.TB, day string, drafts bool, changes ...change) *built {
	t.Helper()
	files := maps.Clone(change(smallSite))
	for _, c := range changes {
		maps.Copy(files, c)
	}
	maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
	asOf, err := disclosure.ParseMoment(day)
	if err != nil {
		t.Fatal(err)
	}
	in := site.Input{AsOf: asOf, Drafts: drafts}
	var kinds, data, words []content.DataFile
	var problems diag.List
	for _, path := range slices.Sorted(maps.Keys(files)) {
		f := content.DataFile{Path: path, Src: []byte(files[path])}
		in.Tree.Entries = append(in.Tree.Entries, source.Entry{Path: path, Size: int64(len(f.Src))})
		switch {
		case path == content.SettingsFile:
			settings, d := content.ParseSettings(f.Src)
			in.Settings, problems = settings, append(problems, d...)
		case content.IsKind(path):
			kinds = append(kinds, f)
		case content.IsData(path):
			data = append(data, f)
		case content.IsWords(path):
			words = append(words, f)
		}
	}
	own, d := content.ParseKinds(kinds)
	problems = append(problems, d...)
	in.Kinds = slices.Concat(content.BuiltIn, own)
	in.Data, d = content.ParseData(time.UTC, data)
	problems = append(problems, d...)
	said := shippedWith(t, words)
	in.Languages = said.Languages()
	parser := markdown.NewParser()
	for _, e := range in.Tree.Entries {
		if strings.HasSuffix(e.Path, ".md") {
			doc, _ := content.Parse(parser, in.Kinds, time.UTC, e.Path, []byte(files[e.Path]))
			in.Documents = append(in.Documents, doc)
		}
	}
	m := &built{t: t, site: site.Link(nil, in)}
	if problems = append(problems, m.site.Diags...); problems.Errors() > 0 {
		t.Fatal(problems)
	}
	sums := map[string]digest.Sum{}
	for _, name := range layouts {
		sums[name] = digest.Of([]byte(name))
	}
	m.world = site.NewWorld(m.site, blobs, sums, said)
	m.filler = NewFiller(m.world)
	m.jobs, m.diags = Plan(m.world.Reader(), nil)
	m.diags = append(m.diags, conflictsOf(m.world.Reader(), m.jobs)...)
	return m
}

// shippedWith returns the words of a site with files of words of its own.
func shippedWith(t testing.TB, own []content.DataFile) content.WordSet {
	t.Helper()
	set, diags := content.ParseWords(shippedFiles(t), own, func(string) bool { return false })
	if diags.Errors() > 0 {
		t.Fatal(diags)
	}
	return set
}

// job returns what is planned at a path, nil when nothing is.
func (m *built) job(path string) *Job {
	for i := range m.jobs {
		if m.jobs[i].Path == path {
			return &m.jobs[i]
		}
	}
	return nil
}

// filling gathers the page at a path, which must be planned.
func (m *built) filling(path string) *Filling {
	m.t.Helper()
	job := m.job(path)
	if job == nil {
		m.t.Fatalf("no page is planned at %s", path)
	}
	return m.filler.Fill(m.world.Reader(), job)
}

// page returns the View of the page at a path.
func (m *built) page(path string) *View {
	m.t.Helper()
	return m.filling(path).View()
}

// text returns the output at a path that has no layout.
func (m *built) text(path string) string {
	m.t.Helper()
	job := m.job(path)
	if job == nil {
		m.t.Fatalf("no output is planned at %s", path)
	}
	return string(m.filler.Text(m.world.Reader(), job))
}

// item returns the public document at a path.
func (m *built) item(path string) *site.Item {
	m.t.Helper()
	i := m.site.Item(path)
	if i == nil {
		m.t.Fatalf("%s is not public: %v", path, m.site.Diags)
	}
	return i
}

// plain writes a text with ordinary blanks and without soft hyphens, to be read in a test.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u00ad", "").Replace(s) }

// facts writes Facts one a line.
func facts(all []Fact) string {
	var b strings.Builder
	for _, f := range all {
		b.WriteString(f.Name + ": " + f.Text + "\n")
	}
	return plain(b.String())
}

// links writes links in one line: text → address (note), an asterisk at the current one.
func links(all []Link) string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = l.Text + " → " + l.Href
		if l.Note != "" {
			out[i] += " (" + l.Note + ")"
		}
		if l.Current {
			out[i] += "*"
		}
	}
	return plain(strings.Join(out, "; "))
}

// titles writes the titles of rows in one line.
func titles(rows []Row) string {
	out := make([]string, len(rows))
	for i := range rows {
		out[i] = rows[i].Title
	}
	return strings.Join(out, "; ")
}

// TestSmallSiteIsWhole holds that the site of these tests has no mistakes of its own.
func TestSmallSiteIsWhole(t *testing.T) {
	m := build(t)
	if len(m.site.Diags) > 0 || len(m.diags) > 0 {
		t.Errorf("the site: %v\nthe plan: %v", m.site.Diags, m.diags)
	}
	if !slices.IsSortedFunc(m.jobs, func(a, b Job) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the jobs are not sorted by path")
	}
}
