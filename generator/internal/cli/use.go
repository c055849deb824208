package cli

import (
	"fmt"
	"slices"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/site"
)

// explainRule says what the code of a message means.
func (p *program) explainRule(r *diag.Rule) int {
	effect := map[diag.Severity]string{
		diag.Error:   p.say("kesalahan: menahan penerbitan", "error: forbids a release"),
		diag.Warning: p.say("peringatan: tidak menahan penerbitan", "warning: forbids nothing"),
		diag.Note:    p.say("catatan", "note"),
	}
	blank := strings.NewReplacer("{0}", "…", "{1}", "…", "{2}", "…",
		"{3}", "…", "{4}", "…", "{5}", "…")
	p.row(p.say("kode", "code"), "%s", r.Code)
	p.row(p.say("akibat", "effect"), "%s", effect[r.Severity])
	p.row(p.say("artinya", "meaning"), "%s", blank.Replace(r.Message.In(p.lang)))
	if hint := r.Hint.In(p.lang); hint != "" {
		p.row(p.say("lakukan", "do"), "%s", blank.Replace(hint))
	}
	if r.Ref != "" {
		p.row(p.say("dasar", "basis"), "%s", r.Ref)
	}
	return exitDone
}

// templateOf returns the template of an item's page, "" when it has no page of its own.
func (p *program) templateOf(s *build.Snapshot, i *site.Item) string {
	for k := range s.Jobs {
		if j := &s.Jobs[k]; j.Doc == i.Path && j.Sort == page.Page && j.Target == "" {
			return s.Theme.File(j)
		}
	}
	return ""
}

// messagesOf says how many messages there are about a file, "" for none.
func (p *program) messagesOf(s *build.Snapshot, file string) string {
	var about diag.List
	for _, d := range s.Diags {
		if d.At.File == file {
			about = append(about, d)
		}
	}
	if len(about) == 0 {
		return ""
	}
	return p.tally(about) + p.say("; lihat: maklumat check", "; see: maklumat check")
}

// explainTemplate says which pages a template, a style sheet or a script is part of.
func (p *program) explainTemplate(s *build.Snapshot, file string) int {
	layouts := s.Theme.Layouts(file)
	p.row(p.say("jenis", "kind"), "%s", p.say("bagian tema", "part of the theme"))
	if n := p.messagesOf(s, file); n != "" {
		p.row(p.say("pesan", "messages"), "%s", n)
	}
	if len(layouts) == 0 {
		p.row(p.say("dipakai", "used by"), "%s", p.say("tidak ada halaman", "no page"))
		return exitDone
	}
	files := map[string]bool{}
	for _, l := range layouts {
		files[s.Theme.File(&page.Job{Layout: l})] = true
	}
	pages := 0
	for i := range s.Jobs {
		if s.Jobs[i].Sort == page.Page && files[s.Theme.File(&s.Jobs[i])] {
			pages++
		}
	}
	p.row(p.say("dipakai", "used by"), p.say("%d halaman dengan templat %s",
		"%d pages with the templates %s"), pages, strings.Join(layouts, ", "))
	return exitDone
}

// explainData says what a file of site data holds, key by key.
func (p *program) explainData(s *build.Snapshot, file string) int {
	p.row(p.say("jenis", "kind"), "%s", p.say("data situs", "site data"))
	if n := p.messagesOf(s, file); n != "" {
		p.row(p.say("pesan", "messages"), "%s", n)
	}
	src := p.printer(diag.Text).Source(file)
	fields := content.DataFields(file)
	values, _ := content.ReadData(file, src, fields) // what is wrong with it is told by check
	for _, f := range fields {
		where := p.say("tidak ditulis", "not written")
		for _, v := range values.Fields {
			if v.Name == f.Name {
				where = fmt.Sprintf("%s:%d", file,
					1+strings.Count(string(src[:min(v.At.Start, len(src))]), "\n"))
			}
		}
		p.row(f.Name, "%s (%s)", f.Help.In(p.lang), where)
	}
	return exitDone
}

// explainStatic says where a file below static/ is in the site.
func (p *program) explainStatic(s *build.Snapshot, file string) int {
	i := slices.IndexFunc(s.Jobs, func(j page.Job) bool {
		return j.File == file && j.Sort == page.Copy
	})
	switch {
	case i >= 0:
		p.row("status", p.say("terbit di /%s", "public at /%s"), s.Jobs[i].Path)
	case strings.HasPrefix(file, "static/aset/"):
		p.row("status", "%s", p.say("terbit di /aset/ dengan nama dari isinya, untuk templat",
			"public below /aset/ by a name made of its bytes, for templates"))
	default:
		p.row("status", "%s", p.say("tidak terbit", "not published"))
	}
	return exitDone
}
