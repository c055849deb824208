package page

import (
	"fmt"
	"strconv"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/site"
)

// An Instrument is a legal instrument.
type Instrument struct {
	Details            []Fact
	Status, StatusText string
	Official           string
}

func (g *Filling) instrument(i *site.Item, _ *content.Document) {
	n, v, t := i.Instrument, g.view, g.view.T
	g.crumbs("/regulasi/", Link{Text: t["Instruments"], Href: g.href("/regulasi/")})
	out := &Instrument{Status: g.status(i), Official: n.URL}
	out.StatusText = g.statusWord(out.Status)
	out.Details = []Fact{{
		Name: n.Type,
		Text: t["Number"] + " " + n.Number + " (" + strconv.Itoa(n.Year) + ")",
	}}
	if n.InForce != 0 {
		out.Details = append(out.Details, Fact{t["InForce"], formatDay(n.InForce, g.words).Long})
	}
	v.Instrument = out
	v.JSONLD = g.schema("Legislation")
}

// status is how a legal instrument stands, whoever says so.
func (g *Filling) status(i *site.Item) string {
	switch {
	case g.read.IsRevoked(i):
		return "dicabut"
	case g.read.IsAmended(i):
		return "diubah"
	}
	return i.Instrument.Status
}

// instrumentRow fills the line of a list.
func (g *Filling) instrumentRow(i *site.Item, r *Row) {
	n := i.Instrument
	r.Number, r.Note = n.Short, dotted(n.Short, g.statusWord(g.status(i)))
	classes := g.read.InstrumentClasses()
	r.rank, r.Group = content.FindInstrumentClass(classes, n.Type), n.Type
	if r.rank < len(classes) {
		r.Group = g.pick(classes[r.rank].Label, classes[r.rank].LabelEN)
	}
	number, _ := strconv.Atoi(n.Number)
	r.order = fmt.Sprintf("%05d %05d %s", 99999-n.Year, number, n.Number) // the newest first
}

// findInstrument lets an instrument be found by its short name.
func findInstrument(i *site.Item, f *Finding) { f.Number = i.Instrument.Short }

// statusWord says how a legal instrument or an exclusion stands.
func (g *Filling) statusWord(status string) string { return g.words.Texts["status_"+status] }
