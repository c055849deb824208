package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/site"
)

var (
	helpExplain = diag.Words{ID: "menjelaskan satu berkas atau alamat",
		EN: "explains one file or address"}
	longExplain = diag.Words{ID: `
maklumat explain BERKAS-ALAMAT-ATAU-KODE

Jenis, templat, terbit atau ditahan dan sebabnya, halaman yang menampilkannya, dan
asal setiap isian. Sebuah templat atau berkas data: halaman yang memakainya. Kode sebuah
pesan: apa artinya dan apa yang harus dilakukan.

  maklumat explain content/berita/2021/2021-12-07-budaya-kerja.md
  maklumat explain /berita/2021/budaya-kerja/
  maklumat explain templates/bagian/berkas.html
  maklumat explain category/unknown         arti sebuah pesan
  maklumat explain --hash                   hash satu nilai, untuk izin di personal.yaml`, EN: `
maklumat explain FILE-ADDRESS-OR-CODE

Its kind and template, whether it is public and if not why, which pages show it, and
where each value was written. Of a template or a data file: the pages that use it. Of the
code of a message: what it means and what to do.

  maklumat explain content/berita/2021/2021-12-07-budaya-kerja.md
  maklumat explain /berita/2021/budaya-kerja/
  maklumat explain templates/bagian/berkas.html
  maklumat explain category/unknown         what a message means
  maklumat explain --hash                   the hash of one value, for a permit in personal.yaml`}
)

func (p *program) explain(ctx context.Context, args []string) int {
	f := p.flags("explain", longExplain)
	var o options
	o.register(p, f)
	hash := f.Bool("hash", false,
		p.say("baca satu nilai dari masukan dan cetak hash-nya untuk content/data/personal.yaml",
			"read one value from the input and print its hash for content/data/personal.yaml"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if *hash {
		return p.hash(os.Stdin)
	}
	if f.NArg() != 1 {
		return p.wrong("explain", p.say("sebutkan satu berkas atau alamat",
			"name one file or address"))
	}
	if rule := diag.Find(f.Arg(0)); rule != nil {
		return p.explainRule(rule)
	}
	return p.look(ctx, "explain", o, func(s *build.Snapshot) int {
		name := strings.TrimPrefix(f.Arg(0), "./")
		if rest, ok := strings.CutPrefix(name, s.Settings().BaseURL); ok {
			name = "/" + rest
		} else if rest, ok := strings.CutPrefix(name, s.Base()); ok {
			name = "/" + rest
		}
		if strings.HasPrefix(name, "/") {
			return p.explainAddress(ctx, s, name)
		}
		return p.explainFile(ctx, s, name)
	})
}

// hash prints the hash of the personal data in a line. It is made here and not in messages:
// those are in public logs, and a citizen's number could be found again from its hash.
func (p *program) hash(in io.Reader) int {
	line, _ := bufio.NewReader(in).ReadString('\n') // the last line may have no end
	hits := disclosure.FindPersonal(strings.TrimSpace(line))
	if len(hits) != 1 {
		return p.wrong("explain", p.say("ketik satu nomor atau surel, seperti tertulis di dokumen",
			"type one number or e-mail address, as the document has it"))
	}
	fmt.Fprintln(p.out, disclosure.PersonalHash(hits[0].Value))
	return exitDone
}

func (p *program) row(name, format string, args ...any) {
	fmt.Fprintf(p.out, "%-12s %s\n", name, diag.Masked(fmt.Sprintf(format, args...)))
}

func (p *program) explainAddress(ctx context.Context, s *build.Snapshot, address string) int {
	path := strings.TrimPrefix(address, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	job, ok := s.Job(path)
	if !ok {
		if job, ok = s.Job(path + "/index.html"); !ok {
			return p.wrong("explain",
				fmt.Sprintf(p.say("tidak ada halaman di %s", "there is no page at %s"), address))
		}
	}
	if job.Doc != "" && job.Sort == page.Page && job.Target == "" {
		return p.explainFile(ctx, s, job.Doc)
	}
	p.row(p.say("berkas", "file"), "%s", job.Path)
	if job.Layout != "" {
		p.row(p.say("templat", "template"), "templates/%s.html", job.Layout)
	}
	if job.List != "" {
		p.row(p.say("daftar", "list"), p.say("%s, %d dokumen di halaman ini",
			"%s, %d documents on this page"), job.List, len(s.Listed(job)))
	}
	if job.Target != "" {
		p.row(p.say("pengalihan", "redirect"), p.say("ke %s", "to %s"), job.Target)
	}
	if job.File != "" {
		p.row(p.say("dari", "from"), "%s", job.File)
	}
	return exitDone
}

func (p *program) explainFile(ctx context.Context, s *build.Snapshot, path string) int {
	if !s.Tree.Has(path) {
		return p.wrong("explain", fmt.Sprintf(p.say("tidak ada berkas %s", "there is no file %s"),
			path))
	}
	if i := s.Site.Item(path); i != nil {
		return p.explainPublic(ctx, s, i)
	}
	switch {
	case strings.HasPrefix(path, "templates/"):
		return p.explainTemplate(s, path)
	case path == content.SettingsFile || content.IsData(path) || content.IsKind(path):
		return p.explainData(s, path)
	case strings.HasPrefix(path, "static/"):
		return p.explainStatic(s, path)
	}
	for _, h := range s.Site.Held {
		if h.Path == path {
			p.row(p.say("jenis", "kind"), "%s", s.Kinds().Of(path).Name)
			p.row("status", p.say("ditahan: %s %s", "held: %s %s"),
				site.Reasons[h.Reason].In(p.lang),
				h.Until)
			return exitDone
		}
	}
	if n := p.messagesOf(s, path); n != "" {
		p.row(p.say("pesan", "messages"), "%s", n)
	}
	readers := p.readers(ctx, s, site.Key{Kind: site.AssetKey, Name: path})
	if len(readers) > 0 {
		p.row("status", "%s", p.say("terbit sebagai berkas", "published as a file"))
		p.shownBy(readers)
		return exitDone
	}
	p.row("status", "%s", p.say("tidak terbit", "not published"))
	return exitDone
}

func (p *program) explainPublic(ctx context.Context, s *build.Snapshot, i *site.Item) int {
	p.row(p.say("jenis", "kind"), "%s", i.Kind.Name)
	p.row("status", p.say("terbit di %s", "public at %s"), i.Address)
	if file := p.templateOf(s, i); file != "" {
		p.row(p.say("templat", "template"), "%s", file)
	}
	doc := s.Site.Document(i.Path)
	src := p.printer(diag.Text).Source(i.Path)
	for _, m := range i.Marks {
		start, end := min(int(m.Start), len(src)), min(int(m.End), len(src))
		line := strings.Count(string(src[:start]), "\n") + 1
		text := strings.Join(strings.Fields(string(src[start:end])), " ")
		if strings.HasPrefix(text, "[") && !strings.HasSuffix(text, "]") {
			text += "]"
		}
		if len(text) > 60 {
			text = text[:60] + "…"
		}
		p.row(m.Name, "%s (%s:%d)", text, i.Path, line)
	}
	if doc.At("slug").End == 0 {
		p.row("slug", p.say("%s (dari nama berkas)", "%s (from the file's name)"), i.Slug)
	}
	if doc.At("summary").End == 0 {
		p.row("summary", "%s", p.say("(dari paragraf pertama)", "(from the first paragraph)"))
	}
	shown := p.readers(ctx, s, site.Key{Kind: site.ItemKey, Name: i.Path}, i.Path)
	p.shownBy(slices.DeleteFunc(shown, func(path string) bool {
		job, ok := s.Job(path)
		return ok && job.Doc == i.Path // its own page, and those that lead to it
	}))
	return exitDone
}

// readers returns the outputs that show what a key names, or list a document.
func (p *program) readers(ctx context.Context, s *build.Snapshot, key site.Key,
	listed ...string) []string {
	if _, err := s.Make(ctx, nil, build.Nowhere{}); err != nil {
		return nil
	}
	found := s.Readers(key)
	for i := range s.Jobs {
		for _, item := range s.Listed(&s.Jobs[i]) {
			if slices.Contains(listed, item.Path) {
				found = append(found, s.Jobs[i].Path)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func (p *program) shownBy(readers []string) {
	for n, path := range readers {
		if n == 20 {
			p.row("", p.say("dan %d lagi", "and %d more"), len(readers)-n)
			return
		}
		label := ""
		if n == 0 {
			label = p.say("tampil di", "shown by")
		}
		p.row(label, "/%s", strings.TrimSuffix(path, "index.html"))
	}
}
