package page

import (
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/site"
)

// A Notice is what an announcement has besides its body.
type Notice struct {
	Number    string
	Until     When
	Ended     bool
	Immediate bool
	Facts     []Fact
}

func (g *Filling) announcement(i *site.Item, _ *content.Document) {
	a, v := i.Announcement, g.view
	g.crumbs("/pengumuman/", Link{Text: v.T["Announcements"], Href: g.href("/pengumuman/")})
	v.Notice = &Notice{
		Number:    a.Number,
		Until:     formatMoment(a.Until, g.words, g.settings.Zone),
		Ended:     i.Ended,
		Immediate: a.Immediate,
	}
	names := []string{
		v.T["Hazard"], v.T["Affected"], v.T["Evacuation"], v.T["Avoid"], v.T["Help"],
		v.T["Announcer"], v.T["AnnounceHow"], v.T["Measures"],
	}
	for n, text := range a.Facts {
		if text != "" {
			v.Notice.Facts = append(v.Notice.Facts, Fact{names[n], text})
		}
	}
	v.JSONLD = g.schema("Article")
	g.listFeeds("pengumuman")
}

// announcementRow fills the line of a list.
func (g *Filling) announcementRow(i *site.Item, r *Row) {
	a := i.Announcement
	r.Note, r.Until = a.Number, formatMoment(a.Until, g.words, g.settings.Zone)
	if i.Ended {
		r.Note = dotted(r.Note, g.view.T["Ended"])
	}
}

// findAnnouncement adds what an immediate announcement must say.
func findAnnouncement(i *site.Item, f *Finding) {
	f.Text = strings.Join(i.Announcement.Facts, "\n")
}
