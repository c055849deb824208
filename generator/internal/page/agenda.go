package page

import (
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/site"
)

// An Event is what the body does on a day.
type Event struct {
	Start, End When // End is empty where it is not known
	Place      string
	By         string // positions
	Open       bool   // anybody may come
	Over       bool
	Cancelled  bool
	Calendar   string // address of all events for programs
}

// eventsFile is all events as programs for calendars read them, beside their list.
const eventsFile = "agenda.ics"

func (g *Filling) eventOf(i *site.Item) *Event {
	e := i.Event
	return &Event{
		Start: formatMoment(e.Start, g.words, g.settings.Zone),
		End:   formatMoment(e.End, g.words, g.settings.Zone),
		Place: e.Place, By: strings.Join(e.By, ", "), Open: e.Open, Over: i.Ended,
		Cancelled: e.Cancelled,
		Calendar:  g.href(i.Kind.Lists.Address + eventsFile),
	}
}

func (g *Filling) event(i *site.Item, _ *content.Document) {
	v, t := g.view, g.view.T
	g.crumbs(i.Kind.Lists.Address, Link{Text: t["Agenda"], Href: g.href(i.Kind.Lists.Address)})
	v.Event = g.eventOf(i)
	s := g.schema("Event")
	s.Published, s.Modified = "", "" // which are those of texts
	s.Start, s.Location = v.Event.Start.ISO, &Schema{Type: "Place", Name: v.Event.Place, Text: ""}
	s.Status = "https://schema.org/EventScheduled"
	if v.Event.Cancelled {
		s.Status = "https://schema.org/EventCancelled"
	}
	s.Organizer, s.Publisher = s.Publisher, nil
	s.End = v.Event.End.ISO
	v.JSONLD = s
}

// eventRow fills the line of a list: the day on which it is, in place of the day on which it was
// told.
func (g *Filling) eventRow(i *site.Item, r *Row) {
	e := g.eventOf(i)
	r.Date, r.Note = e.Start, e.Place
	if e.Start.Clock != "" {
		r.Note = dotted(e.Start.Clock, r.Note)
	}
	switch {
	case e.Cancelled:
		r.Note = dotted(r.Note, g.view.T["Cancelled"])
	case e.Open:
		r.Note = dotted(r.Note, g.view.T["OpenToAll"])
	}
}

// findEvent lets an event be found by its place and who attends.
func findEvent(i *site.Item, f *Finding) {
	f.Text = i.Event.Place + "\n" + strings.Join(i.Event.By, "\n")
}

// upcoming are the events that are not over, the next one first.
func (g *Filling) upcoming() []Row {
	var items []*site.Item
	l := g.read.List("agenda")
	if l == nil {
		return nil
	}
	for _, i := range l.Items {
		if i.Event != nil && !i.Ended {
			items = append(items, i)
		}
	}
	slices.SortStableFunc(items, func(a, b *site.Item) int {
		switch {
		case a.Event.Start.Before(b.Event.Start):
			return -1
		case b.Event.Start.Before(a.Event.Start):
			return 1
		}
		return 0
	})
	var rows []Row
	for _, i := range items {
		rows = append(rows, g.row(i))
	}
	return rows
}

// past are the events of a page of their list that are over.
func (g *Filling) past() (rows []Row) {
	if g.view.List == nil {
		return nil
	}
	for _, r := range g.view.List.Rows {
		if r.Ended {
			rows = append(rows, r)
		}
	}
	return rows
}

// agendaJobs plans the events for programs.
func (p *planner) agendaJobs() {
	if l := p.lists["agenda"]; l.Items > 0 {
		p.add(Job{Path: l.Address[1:] + eventsFile, Sort: Export, Layout: eventsFile})
	}
}

// eventsCalendar writes all events as RFC 5545.
func (g *Filling) eventsCalendar() []byte {
	c := g.newCalendar(g.view.T["Agenda"] + ": " + g.settings.Short)
	for _, i := range g.read.List("agenda").Items {
		e := i.Event
		if e == nil {
			continue
		}
		stamp := i.LastChange()
		c.begin(strings.Trim(i.Address, "/"), min(stamp, e.Start.Day))
		c.span(e.Start, e.End)
		c.line("SUMMARY:%s", icsText(i.Title))
		c.line("LOCATION:%s", icsText(e.Place))
		if i.Summary != "" {
			c.line("DESCRIPTION:%s", icsText(i.Summary))
		}
		c.line("URL:%s", g.full(i.Address))
		if e.Cancelled {
			c.line("STATUS:CANCELLED")
		}
		c.end()
	}
	return c.bytes()
}
