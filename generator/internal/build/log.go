package build

import (
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/transparency"
)

// planLog adds the files of the public log of documents to the Jobs. The log is that of the
// last release with what is new; a line of a file that is not public any more is shown only
// when its withdrawal was announced.
func (s *Snapshot) planLog(r *site.Reader, p *planned) {
	if !r.Log() {
		return
	}
	text := p.log
	switch {
	case s.in.Last.IsOther(r.Frame().BaseURL):
		text = nil
	case len(text) == 0 && len(s.in.Last.Documents) > 0:
		p.diags.Add(diag.LogNew, diag.Span{File: content.SettingsFile})
	}
	last, err := transparency.Parse(text)
	if err != nil {
		p.diags.Add(diag.LogBroken, diag.Span{File: "content/site.yaml"}, err.Error())
		return
	}
	var files []transparency.Entry
	for i := range p.jobs {
		j := &p.jobs[i]
		if j.Sort != page.Copy || j.Doc == "" {
			continue
		}
		b := r.Blob(j.File)
		if item := r.Item(j.Doc); b == nil || item == nil || item.Draft {
			continue // shown to the editor alone
		}
		files = append(files, transparency.Entry{Sum: b.Sum, Path: j.Path})
	}
	log := last.Append(r.Day().String(), files).Redact(func(file string) bool {
		if _, there := findJob(p.jobs, file); there {
			return true
		}
		return slices.ContainsFunc(r.Withdrawn(), func(w content.Withdrawal) bool {
			return strings.HasPrefix("/"+file, strings.TrimSuffix(w.Address, "/")+"/")
		})
	})
	written := map[string][]byte{}
	for _, f := range log.Files(s.Origin(), s.in.Sign) {
		written[f.Path] = f.Text
	}
	p.jobs = append(p.jobs, jobsOf(written)...)
	slices.SortStableFunc(p.jobs, func(a, b page.Job) int {
		return strings.Compare(a.Path, b.Path)
	})
}

// Origin names the site in what is signed: its address without the scheme.
func (s *Snapshot) Origin() string {
	_, rest, ok := strings.Cut(s.settings.BaseURL, "://")
	if !ok {
		return "-"
	}
	return strings.TrimSuffix(rest, "/")
}
