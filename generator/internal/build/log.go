package build

import (
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/transparency"
)

// planLog adds the files of the public log of documents to the Jobs. The log is that of the
// last release with what is new; a line of a file that is not public any more is shown only
// when its withdrawal was announced.
func (s *Snapshot) planLog() {
	if !s.settings.Log {
		return
	}
	text := s.in.Log
	switch {
	case s.in.Last.IsOther(s.settings.BaseURL):
		text = nil
	case len(text) == 0 && len(s.in.Last.Documents) > 0:
		s.planDiags.Add(diag.LogNew, diag.Span{File: content.SettingsFile})
	}
	last, err := transparency.Parse(text)
	if err != nil {
		s.planDiags.Add(diag.LogBroken, diag.Span{File: "content/site.yaml"}, err.Error())
		return
	}
	var files []transparency.Entry
	for i := range s.Jobs {
		j := &s.Jobs[i]
		b := s.blobs[j.File]
		if j.Sort != page.Copy || j.Doc == "" || b == nil {
			continue
		}
		if item := s.Site.Item(j.Doc); item == nil || item.Draft {
			continue // shown to the editor alone
		}
		files = append(files, transparency.Entry{Sum: b.Sum, Path: j.Path})
	}
	log := last.Append(s.AsOf().Day.String(), files).Redact(func(file string) bool {
		if _, there := s.Job(file); there {
			return true
		}
		return slices.ContainsFunc(s.data.Withdrawn, func(w content.Withdrawal) bool {
			return strings.HasPrefix("/"+file, strings.TrimSuffix(w.Address, "/")+"/")
		})
	})
	for _, f := range log.Files(s.Origin(), s.in.Sign) {
		if j, taken := s.Job(f.Path); taken {
			s.planDiags.Add(diag.AddressTaken, diag.Span{File: j.File}, "/"+f.Path)
		}
		s.written[f.Path] = f.Text
	}
	jobs := slices.DeleteFunc(jobsOf(s.written), func(j page.Job) bool { return !strings.HasPrefix(j.Path, transparency.Folder) })
	s.Jobs = append(s.Jobs, jobs...)
	slices.SortStableFunc(s.Jobs, func(a, b page.Job) int { return strings.Compare(a.Path, b.Path) })
}

// Origin names the site in what is signed: its address without the scheme.
func (s *Snapshot) Origin() string {
	_, rest, ok := strings.Cut(s.settings.BaseURL, "://")
	if !ok {
		return "-"
	}
	return strings.TrimSuffix(rest, "/")
}
