package page

import (
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/site"
)

// ownLevel is the level of an exclusion that the body decided itself; any other is that of a body
// above.
const ownLevel = "badan"

// An Exclusion is one public entry of the register of excluded information.
type Exclusion struct {
	ID, Title, Summary string
	Status             string
	Holds              bool
	Mirror             bool // of a decision of the body above
	Details            []Fact
	Decision           Link
	Revocation         *Link
	Open, Related      []Link
}

// exclusions fills the register of excluded information.
func (g *Filling) exclusions(name string) {
	v, t := g.view, g.view.T
	v.Title = t["Excluded"]
	g.crumbs("/informasi/", Link{Text: t["Register"], Href: g.href("/informasi/")})
	all := g.read.List(name).Items
	for _, i := range all {
		e := i.Exclusion
		x := Exclusion{
			ID:      i.Slug,
			Title:   i.Title,
			Summary: i.Summary,
			Status:  g.statusWord(e.Status),
		}
		add := func(name, text string) {
			if text != "" {
				x.Details = append(x.Details, Fact{name, text})
			}
		}
		add(t["Grounds"], g.grounds(e))
		add(t["Opened"], e.IfOpened)
		add(t["Closed"], e.IfClosed)
		add(t["Interest"], e.PublicInterest)
		add(t["Parts"], strings.Join(e.Parts, "; "))
		add(t["Term"], term(e, g.words))
		x.Mirror = e.Level != "" && e.Level != ownLevel
		x.Decision = Link{
			Text: t["Number"] + " " + e.Number + ", " + formatDay(e.Decided, g.words).Long + ", " +
				e.Decider,
			Href: e.Source,
		}
		if e.RevokedBy != "" {
			x.Revocation = &Link{Text: e.RevokedBy, Href: e.RevokedSource}
			if e.Revoked != 0 {
				x.Revocation.Text += ", " + formatDay(e.Revoked, g.words).Long
			}
		}
		x.Holds = e.Status == "berlaku"
		x.Open = g.namedAll(i.Path, e.OpenedAt)
		x.Related = g.namedAll(i.Path, i.Related)
		v.Excluded = append(v.Excluded, x)
	}
	if len(all) > 0 {
		v.Exports = g.exports([]string{excludedCSV, excludedExcel, excludedJSON})
	}
	v.JSONLD = g.schema("CollectionPage")
}

// grounds writes for what information is excluded, and the articles that are cited besides.
func (g *Filling) grounds(e *content.Exclusion) string {
	var out []string
	for _, id := range e.Grounds {
		out = append(out, g.refusal(id))
	}
	return strings.Join(append(out, e.Articles...), "; ")
}

func term(e *content.Exclusion, w *content.Words) string {
	text := formatDay(e.From, w).Long
	switch {
	case e.Until != 0:
		return text + " – " + formatDay(e.Until, w).Long
	case e.While != "":
		return w.Text("While", text, e.While)
	}
	return text
}

// An exclusionEntry is one line of the register of exclusions.
type exclusionEntry struct {
	Number     int      `json:"no"`
	ID         string   `json:"id"`
	Summary    string   `json:"ringkasan"`
	Title      string   `json:"judul"`
	Grounds    []string `json:"dasar"`
	Articles   []string `json:"pasal"`
	Opened     string   `json:"akibat_dibuka"`
	Closed     string   `json:"manfaat_ditutup"`
	Interest   string   `json:"kepentingan_publik"`
	Parts      []string `json:"bagian"`
	From       string   `json:"mulai"`
	Until      string   `json:"sampai"`
	While      string   `json:"selama"`
	Decision   string   `json:"penetapan"`
	Decided    string   `json:"tanggal_penetapan"`
	Decider    string   `json:"pejabat"`
	Level      string   `json:"tingkat"`
	Status     string   `json:"status"`
	Revocation string   `json:"dicabut_oleh"`
	Address    string   `json:"alamat"`
}

func (g *Filling) exclusionEntries() []exclusionEntry {
	out := []exclusionEntry{}
	for n, i := range g.read.List("pengecualian").Items {
		e := i.Exclusion
		out = append(out, exclusionEntry{
			Number:     n + 1,
			ID:         i.Slug,
			Title:      i.Title,
			Summary:    i.Summary,
			Grounds:    e.Grounds,
			Articles:   e.Articles,
			Opened:     e.IfOpened,
			Closed:     e.IfClosed,
			Interest:   e.PublicInterest,
			Parts:      e.Parts,
			From:       e.From.String(),
			Until:      e.Until.String(),
			While:      e.While,
			Decision:   e.Number,
			Decided:    e.Decided.String(),
			Decider:    e.Decider,
			Level:      e.Level,
			Status:     e.Status,
			Revocation: e.RevokedBy,
			Address:    g.full(i.Address),
		})
	}
	return out
}

func (g *Filling) excludedTable() table {
	out := table{{
		"no", "id", "ringkasan", "judul", "dasar", "pasal", "akibat_dibuka", "manfaat_ditutup",
		"kepentingan_publik", "bagian",
		"mulai", "sampai", "selama", "penetapan", "tanggal_penetapan", "pejabat", "tingkat",
		"status", "dicabut_oleh", "alamat",
	}}
	for _, e := range g.exclusionEntries() {
		out = append(out, []string{
			strconv.Itoa(e.Number), e.ID, e.Summary, e.Title, strings.Join(e.Grounds, "; "),
			strings.Join(e.Articles, "; "), e.Opened, e.Closed, e.Interest,
			strings.Join(e.Parts, "; "),
			e.From, e.Until, e.While, e.Decision, e.Decided, e.Decider, e.Level, e.Status,
			e.Revocation, e.Address,
		})
	}
	return out
}

func (g *Filling) excludedCSV() []byte   { return g.excludedTable().csv() }
func (g *Filling) excludedExcel() []byte { return g.excludedTable().excel() }
func (g *Filling) excludedJSON() []byte {
	return marshal(map[string]any{
		"judul":        g.view.T["Excluded"],
		"badan":        g.settings.Title,
		"alamat":       g.full("/informasi/dikecualikan/"),
		"pengecualian": g.exclusionEntries(),
	})
}

// findExclusion adds what is excluded and why.
func findExclusion(i *site.Item, f *Finding) {
	e := i.Exclusion
	f.Number = e.Number
	texts := append(slices.Clone(e.Parts), e.IfOpened, e.IfClosed, e.PublicInterest)
	f.Text = strings.Join(texts, "\n")
}
