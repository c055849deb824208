package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/site"
)

// The registers as other programs want them.
const (
	catalogueFile   = "/data/katalog.jsonld"
	legalFile       = "/regulasi/jdihn.json"
	changesFile     = "/informasi/perubahan.json"
	changesFeedFile = "/informasi/perubahan.xml"
)

// openJobs plans the open data.
func (p *planner) openJobs() {
	if p.has("informasi") {
		p.add(Job{Path: output(catalogueFile), Sort: Export, Layout: "katalog"})
		p.add(Job{Path: output(changesFile), Sort: Export, Layout: "perubahan"})
		p.add(Job{Path: output(changesFeedFile), Sort: Export, Layout: "perubahan.xml"})
	}
	if p.has("regulasi") {
		p.add(Job{Path: output(legalFile), Sort: Export, Layout: "jdihn"})
	}
}

// The names of DCAT 3 (W3C Recommendation of 22 August 2024) that the catalogue uses, and
// the vocabularies of the EU Publications Office for access and frequency.
var catalogueContext = map[string]any{
	"dcat":    "http://www.w3.org/ns/dcat#",
	"dcterms": "http://purl.org/dc/terms/",
	"foaf":    "http://xmlns.com/foaf/0.1/",
	"rdfs":    "http://www.w3.org/2000/01/rdf-schema#",
	"spdx":    "http://spdx.org/rdf/terms#",
	"vcard":   "http://www.w3.org/2006/vcard/ns#",
	"xsd":     "http://www.w3.org/2001/XMLSchema#",
}

const (
	accessRights = "http://publications.europa.eu/resource/authority/access-right/"
	frequency    = "http://publications.europa.eu/resource/authority/frequency/"
	languages    = "http://publications.europa.eu/resource/authority/language/"
	fileTypes    = "https://www.iana.org/assignments/media-types/"
)

type ld map[string]any

func ref(id string) ld { return ld{"@id": id} }

// typed is ref for a resource that stands elsewhere, where shapes ask what it is.
func typed(id, class string) ld { return ld{"@id": id, "@type": class} }

func date(d disclosure.Day) ld { return ld{"@type": "xsd:date", "@value": d.String()} }

// catalogue writes the register as DCAT 3: what is public with its files, and of what is
// excluded that it exists and is closed.
func (g *Filling) catalogue() []byte {
	publisher := g.full("/") + "#badan"
	var sets []ld
	for _, i := range g.read.List("informasi").Items {
		sets = append(sets, g.dataset(i, publisher))
	}
	for _, i := range g.read.List("pengecualian").Items {
		if i.Exclusion.Status != "berlaku" {
			continue
		}
		sets = append(sets, ld{
			"@id":                  g.full(i.Address),
			"@type":                "dcat:Dataset",
			"dcterms:identifier":   i.Slug,
			"dcterms:title":        text(i.Title),
			"dcterms:description":  text(cmp.Or(i.Summary, i.Title)),
			"dcterms:publisher":    ref(publisher),
			"dcterms:accessRights": typed(accessRights+"NON_PUBLIC", "dcterms:RightsStatement"),
			"dcat:landingPage":     typed(g.full(i.Address), "foaf:Document"),
		})
	}
	return marshal(ld{
		"@context": catalogueContext,
		"@graph": []any{
			ld{
				"@id":                 g.full(catalogueFile),
				"@type":               "dcat:Catalog",
				"dcterms:title":       text(g.words.Text("CatalogueTitle", g.settings.Title)),
				"dcterms:description": text(g.words.Text("CatalogueText", g.settings.Title)),
				"dcterms:publisher":   ref(publisher),
				"dcterms:language":    typed(languages+"IND", "dcterms:LinguisticSystem"),
				"foaf:homepage":       typed(g.full("/informasi/"), "foaf:Document"),
				"dcat:dataset":        sets,
			},
			agent(publisher, g.settings.Title, g.full("/")),
		},
	})
}

// agent is an office. DCAT-AP 3 asks for resources where others write names; who reads it without
// knowing that an organization is an agent is told both.
func agent(id, name, home string) ld {
	a := ld{"@id": id, "@type": []string{"foaf:Agent", "foaf:Organization"}, "foaf:name": name}
	if home != "" {
		a["foaf:homepage"] = typed(home, "foaf:Document")
	}
	return a
}

func text(s string) ld { return ld{"@language": "id", "@value": s} }

func (g *Filling) dataset(i *site.Item, publisher string) ld {
	e := i.Entry
	set := ld{
		"@id":                        g.full(i.Address),
		"@type":                      "dcat:Dataset",
		"dcterms:identifier":         i.Slug,
		"dcterms:title":              text(i.Title),
		"dcterms:description":        text(cmp.Or(i.Summary, i.Title)),
		"dcterms:publisher":          ref(publisher),
		"dcterms:creator":            agent(publisher+"-"+i.Unit, g.unitName(i.Unit), ""),
		"dcterms:accessRights":       typed(accessRights+"PUBLIC", "dcterms:RightsStatement"),
		"dcterms:issued":             date(i.Day()),
		"dcterms:modified":           date(i.LastChange()),
		"dcat:landingPage":           typed(g.full(i.Address), "foaf:Document"),
		"dcterms:accrualPeriodicity": typed(frequency+accrual(e), "dcterms:Frequency"),
		"dcat:version":               strconv.Itoa(len(e.Revisions) + 1),
		"dcterms:provenance": ld{
			"@type": "dcterms:ProvenanceStatement", "rdfs:label": text(e.Responsible),
		},
	}
	if len(i.Tags) > 0 {
		set["dcat:keyword"] = i.Tags
	}
	if mail := g.settings.Contact.Email; mail != "" {
		set["dcat:contactPoint"] = ld{
			"@type":          "vcard:Kind",
			"vcard:hasEmail": ref("mailto:" + mail),
		}
	}
	if e.Year != 0 {
		set["dcterms:temporal"] = ld{
			"@type":          "dcterms:PeriodOfTime",
			"dcat:startDate": ld{"@type": "xsd:gYear", "@value": strconv.Itoa(e.Year)},
		}
	}
	var files []ld
	for _, a := range i.Files {
		file, ok := g.read.File(i.Path, a.Src)
		if !ok {
			continue
		}
		d := ld{
			"@type":            "dcat:Distribution",
			"dcat:accessURL":   ref(g.full(i.Address)),
			"dcat:downloadURL": ref(g.full(i.FileAddress(file))),
		}
		if media, ok := mediaTypes[fileType(file)]; ok {
			d["dcat:mediaType"] = typed(fileTypes+media, "dcterms:MediaType")
		}
		if b := g.read.Blob(file); b != nil {
			d["dcat:byteSize"] = ld{
				"@type":  "xsd:nonNegativeInteger",
				"@value": strconv.FormatInt(b.Size, 10),
			}
			d["spdx:checksum"] = ld{
				"@type":              "spdx:Checksum",
				"spdx:algorithm":     ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
				"spdx:checksumValue": ld{"@type": "xsd:hexBinary", "@value": b.Sum.String()},
			}
		}
		files = append(files, d)
	}
	if len(files) > 0 {
		set["dcat:distribution"] = files
	}
	return set
}

var mediaTypes = map[string]string{
	"PDF":  "application/pdf",
	"CSV":  "text/csv",
	"JSON": "application/json",
	"XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"ODS":  "application/vnd.oasis.opendocument.spreadsheet",
	"ODT":  "application/vnd.oasis.opendocument.text",
	"PNG":  "image/png",
	"JPG":  "image/jpeg",
	"ZIP":  "application/zip",
}

// accrual is how often editions of an entry appear, as far as its period tells.
func accrual(e *content.Entry) string {
	switch {
	case strings.HasPrefix(e.Part, "semester"):
		return "ANNUAL_2"
	case strings.HasPrefix(e.Part, "triwulan"):
		return "QUARTERLY"
	case e.Year != 0:
		return "ANNUAL"
	}
	return "IRREG"
}

// A legalDocument is one instrument as the national network of legal documentation pulls it
// from its members (Perpres 33/2012); all values are texts, as in other members' lists.
type legalDocument struct {
	ID          string `json:"idData"`
	Year        string `json:"tahunPengundangan"`
	Date        string `json:"tanggalPengundangan"`
	Type        string `json:"jenis"`
	Number      string `json:"noPeraturan"`
	Title       string `json:"judul"`
	CallNumber  string `json:"noPanggil"`
	Short       string `json:"singkatanJenis"`
	Place       string `json:"tempatTerbit"`
	Publisher   string `json:"penerbit"`
	Description string `json:"deskripsiFisik"`
	Source      string `json:"sumber"`
	Subject     string `json:"subjek"`
	ISBN        string `json:"isbn"`
	Status      string `json:"status"`
	Language    string `json:"bahasa"`
	Field       string `json:"bidangHukum"`
	Author      string `json:"teuBadan"`
	BookNumber  string `json:"nomorIndukBuku"`
	File        string `json:"fileDownload"`
	FileURL     string `json:"urlDownload"`
	Abstract    string `json:"abstrak"`
	AbstractURL string `json:"urlAbstrak"`
	URL         string `json:"urlDetailPeraturan"`
	Location    string `json:"lokasi"`
	Operation   string `json:"operasi"`
	Display     string `json:"display"`
}

// legalDocuments writes the instruments for the national network. Operation 4 and display 1
// are what its members send for a document to be shown.
func (g *Filling) legalDocuments() []byte {
	out := []legalDocument{}
	for _, i := range g.read.List("regulasi").Items {
		n := i.Instrument
		d := legalDocument{
			ID:        i.Slug,
			Year:      strconv.Itoa(n.Year),
			Type:      n.Type,
			Number:    n.Number,
			Title:     i.Title,
			Subject:   strings.Join(i.Tags, ", "),
			Status:    g.statusWord(g.status(i)),
			Language:  "Indonesia",
			Abstract:  i.Summary,
			URL:       g.full(i.Address),
			FileURL:   n.URL,
			Operation: "4",
			Display:   "1",
		}
		d.Short, _, _ = strings.Cut(n.Short, " ")
		if n.InForce != 0 {
			d.Date = n.InForce.String()
		}
		if len(i.Files) > 0 {
			if file, ok := g.read.File(i.Path, i.Files[0].Src); ok {
				d.FileURL = g.full(i.FileAddress(file))
				d.File = d.FileURL[strings.LastIndexByte(d.FileURL, '/')+1:]
			}
		}
		out = append(out, d)
	}
	return marshal(out)
}

// A changed is one entry of the register with the day of its last change.
type changed struct {
	Day     string `json:"diperbarui"`
	ID      string `json:"id"`
	Title   string `json:"judul"`
	Address string `json:"alamat"`
	What    string `json:"perubahan"`

	day disclosure.Day
}

// registerChanges lists the register by the day of the last change, the newest first: who
// asks what changed since a day reads until that day.
func (g *Filling) registerChanges() []changed {
	items := slices.Clone(g.read.List("informasi").Items)
	slices.SortStableFunc(items, func(a, b *site.Item) int {
		return cmp.Compare(b.LastChange(), a.LastChange())
	})
	out := []changed{}
	for _, i := range items {
		c := changed{
			Day:     i.LastChange().String(),
			ID:      i.Slug,
			Title:   i.Title,
			Address: g.full(i.Address),
			What:    g.view.T["ChangeNew"],
			day:     i.LastChange(),
		}
		for _, r := range slices.Concat(i.Entry.Revisions, i.Changes) {
			if r.Date == i.LastChange() {
				c.What = r.Text
			}
		}
		if c.What == g.view.T["ChangeNew"] && i.LastChange() != i.Day() {
			c.What = g.view.T["ChangeChecked"]
		}
		out = append(out, c)
	}
	return out
}

func (g *Filling) changesJSON() []byte {
	return marshal(map[string]any{
		"judul":     g.words.Text("ChangesOf", g.view.T["Register"]),
		"perubahan": g.registerChanges(),
	})
}

// changesAtom writes the newest changes as a feed, RFC 4287. An entry is a change: its id
// holds the day, so that a reader shows it again when the document changes again.
func (g *Filling) changesAtom() []byte {
	changes := g.registerChanges()
	changes = changes[:min(len(changes), site.Newest)]
	at := func(day disclosure.Day) string {
		return rfc3339(disclosure.Moment{Day: day}, g.settings.Zone)
	}
	self := g.full(changesFeedFile)
	feed := atomFeed{
		Lang:   g.lang,
		Title:  g.words.Text("FeedOfChanges", g.settings.Short, g.view.T["Register"]),
		ID:     self,
		Author: g.settings.Title,
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: self},
			{Rel: "alternate", Type: "text/html", Href: g.full("/informasi/")},
		},
	}
	for n, c := range changes {
		if n == 0 {
			feed.Updated = at(c.day)
		}
		feed.Entries = append(feed.Entries, atomEntry{
			Title:     c.Title,
			ID:        c.Address + "#" + c.Day,
			Link:      atomLink{Rel: "alternate", Type: "text/html", Href: c.Address},
			Published: at(c.day),
			Updated:   at(c.day),
			Summary:   c.What,
		})
	}
	return encodeXML(feed)
}

// An OpenData is one register as data, with what its columns mean.
type OpenData struct {
	Title, About string
	Links        []Link
	Columns      []Fact
}

// openData fills the list of what can be had as data. What a site has none of is left out.
func (g *Filling) openData() []OpenData {
	t := g.view.T
	var out []OpenData
	add := func(list, title, about string, addresses []string, columns []Fact) {
		if l := g.read.List(list); l == nil || len(l.Items) == 0 {
			return
		}
		d := OpenData{Title: title, About: about, Columns: columns}
		for _, a := range addresses {
			d.Links = append(d.Links, Link{Text: g.dataName(a), Href: g.href(a)})
		}
		out = append(out, d)
	}
	add("informasi", t["Register"], t["AboutRegister"],
		[]string{registerCSV, registerExcel, registerJSON, catalogueFile}, g.columns())
	add("informasi", g.words.Text("ChangesOf", t["Register"]), t["AboutChanges"],
		[]string{changesFile, changesFeedFile}, nil)
	add("pengecualian", t["Excluded"], t["AboutExclusions"],
		[]string{excludedCSV, excludedExcel, excludedJSON}, nil)
	add("regulasi", t["Instruments"], t["AboutInstruments"], []string{legalFile}, nil)
	add("berita", t["News"], t["AboutNews"], []string{"/berita/feed.xml", "/berita/feed.json"}, nil)
	if g.read.HasDuties() {
		out = append(out, OpenData{Title: t["AuditTitle"], About: t["AuditLead"], Links: []Link{
			{Text: "CSV", Href: g.href(auditAddress + auditCSV)},
			{Text: "JSON", Href: g.href(auditAddress + auditJSON)},
			{Text: "ICS", Href: g.href(auditAddress + dueCalendar)},
		}})
	}
	for _, kind := range []struct{ list, title, file, name string }{
		{"laporan", t["Reports"], reportFile, "CSV"},
		{"sop", t["Procedures"], procedureFile, "JSON"},
	} {
		d := OpenData{Title: kind.title}
		for _, i := range g.read.List(kind.list).Items {
			d.Links = append(d.Links, Link{
				Text: i.Title + " (" + kind.name + ")",
				Href: g.href(i.Address + kind.file),
			})
		}
		if len(d.Links) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// dataName names a file of data by its form.
func (g *Filling) dataName(address string) string {
	switch {
	case strings.HasSuffix(address, ".excel.csv"):
		return g.view.T["ExcelFile"]
	case strings.HasSuffix(address, ".jsonld"):
		return "DCAT 3 (JSON-LD)"
	case strings.HasSuffix(address, ".xml"):
		return "Atom"
	}
	return strings.ToUpper(address[strings.LastIndexByte(address, '.')+1:])
}

// columns say what the columns of the register hold.
func (g *Filling) columns() []Fact {
	order := slices.Concat(registerHeads[:2], registerHeads[2:])
	facts := make([]Fact, len(order))
	for n, name := range order {
		facts[n] = Fact{name, g.words.Texts["column_"+name]}
	}
	return facts
}
