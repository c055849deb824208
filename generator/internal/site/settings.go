package site

import (
	"slices"
	"strconv"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// holidaysNotice is how many days before the last year of holidays ends the body is told.
const holidaysNotice = 60

// checkSettings checks the addresses that content/site.yaml mentions.
func (s *Site) checkSettings() {
	l := linker{Reader: s.blind(), site: s, item: &Item{Path: content.SettingsFile}}
	set := s.Settings
	faces := []content.Face{set.Face}
	if set.English != nil {
		faces = append(faces, *set.English)
	}
	var anchors []content.Anchor
	var deadlines []content.Reference
	for _, f := range faces {
		anchors = append(append(anchors, f.Nav...), f.Home.Examples...)
		for _, g := range f.Menu {
			anchors = append(anchors, g.Links...)
		}
		for _, t := range f.Home.Tasks {
			anchors = append(anchors, t.Anchor)
			for _, mark := range content.DeadlineMark.FindAllStringSubmatch(t.Fact, -1) {
				if disclosure.FindDeadline(s.Data.Regimes, mark[1]) == nil {
					l.unknown(diag.DeadlineUnknown, mark[1], t.FactAt,
						disclosure.DeadlineNames(s.Data.Regimes))
				}
			}
		}
		deadlines = append(deadlines, f.Home.Deadlines...)
	}
	for _, a := range anchors {
		if markdown.IsElsewhere(a.Address) || a.Address == "" {
			continue
		}
		if t, ok := l.Resolve(content.SettingsFile, a.Address); !ok || t.Address == "" {
			nearest := s.nearest(content.SettingsFile, a.Address)
			l.add(diag.New(diag.LinkMissing, a.At, a.Address).Instead(nearest))
		} else if t.held != Public && t.held != Unreadable {
			l.diags.Add(diag.LinkHeld, a.At, a.Address)
		}
	}
	l.answers()
	for _, r := range deadlines {
		var known []string
		for i := range s.Data.Regimes {
			known = append(known, s.Data.Regimes[i].Names("")...)
		}
		if !slices.Contains(known, r.Target) {
			slices.Sort(known)
			l.unknown(diag.DeadlineUnknown, r.Target, r.At, slices.Compact(known))
		}
	}
	l.diags = append(l.diags, s.personalData()...)
	l.holidays()
	l.results()
	l.requests()
	for _, c := range s.Data.Cites {
		if i := s.cited(c); i != nil {
			l.stale(i, c.At)
		}
	}
	if set.Image != "" && (!s.Tree.Has("static/"+set.Image) ||
		s.closedFolder("static/"+set.Image)) {
		l.diags.Add(diag.FileMissing, set.ImageAt, "static/"+set.Image)
	}
	delete(s.linkDiags, content.SettingsFile)
	if len(l.diags) > 0 {
		s.linkDiags[content.SettingsFile] = l.diags
	}
}

// answers reports links in answers to questionnaires that lead nowhere.
func (l *linker) answers() {
	for _, q := range l.site.Data.Questionnaires {
		at := diag.Span{File: content.DataFolder + "monev/" + strconv.Itoa(q.Year) + ".yaml"}
		for i := range q.Questions {
			for _, link := range q.Questions[i].Links {
				t, ok := l.Resolve(content.SettingsFile, link)
				if !markdown.IsElsewhere(link) && (!ok || t.Address == "") {
					nearest := l.site.nearest(content.SettingsFile, link)
					l.add(diag.New(diag.LinkMissing, at, link).Instead(nearest))
				}
			}
		}
	}
}

// holidays reports that the last year whose holidays are known is near its end: where the site says
// them, or where it names the pack of law that does.
func (l *linker) holidays() {
	last := l.site.Data.Calendar.Last()
	if last == 0 || l.site.AsOf.Day <= last-holidaysNotice {
		return
	}
	year := strconv.Itoa(last.Year())
	at := diag.Span{File: content.DataFolder + "holidays/" + year + ".yaml"}
	if !l.site.Tree.Has(at.File) {
		at = diag.Span{File: content.SettingsFile}
		if packs := l.site.Settings.Packs; len(packs) > 0 {
			at = packs[0].At
		}
	}
	l.diags.Add(diag.HolidaysEnd, at, last.String(), strconv.Itoa(last.Year()+1))
}
