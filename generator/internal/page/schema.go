package page

import (
	"slices"
	"strings"
)

// A Schema is what search engines read of a page: an object of schema.org as JSON-LD.
type Schema struct {
	Type           string     `json:"@type"`
	Name           string     `json:"name,omitempty"`
	Headline       string     `json:"headline,omitempty"`
	Description    string     `json:"description,omitempty"`
	URL            string     `json:"url,omitempty"`
	Language       string     `json:"inLanguage,omitempty"`
	Published      string     `json:"datePublished,omitempty"`
	Modified       string     `json:"dateModified,omitempty"`
	Image          string     `json:"image,omitempty"`
	Dateline       string     `json:"dateline,omitempty"`
	ArticleSection string     `json:"articleSection,omitempty"`
	Author         *Schema    `json:"author,omitempty"`
	Publisher      *Schema    `json:"publisher,omitempty"`
	Parent         *Schema    `json:"parentOrganization,omitempty"`
	ContactPoint   *Schema    `json:"contactPoint,omitempty"`
	Address        *Schema    `json:"address,omitempty"`
	Street         string     `json:"streetAddress,omitempty"`
	Country        string     `json:"addressCountry,omitempty"`
	Telephone      string     `json:"telephone,omitempty"`
	Email          string     `json:"email,omitempty"`
	ContactType    string     `json:"contactType,omitempty"`
	Text           string     `json:"text,omitempty"`
	Position       int        `json:"position,omitempty"`
	Trail          []ListItem `json:"itemListElement,omitempty"`
	TotalTime      string     `json:"totalTime,omitempty"`
	Step           []Schema   `json:"step,omitempty"`
	Encoding       []Schema   `json:"encoding,omitempty"`
	ContentURL     string     `json:"contentUrl,omitempty"`
	EncodingFormat string     `json:"encodingFormat,omitempty"`
	Questions      []Schema   `json:"mainEntity,omitempty"`
	Answer         *Schema    `json:"acceptedAnswer,omitempty"`
	Start          string     `json:"startDate,omitempty"`
	End            string     `json:"endDate,omitempty"`
	Status         string     `json:"eventStatus,omitempty"`
	Location       *Schema    `json:"location,omitempty"`
	Organizer      *Schema    `json:"organizer,omitempty"`
}

// A ListItem is one step of the trail to a page.
type ListItem struct {
	Type     string `json:"@type"`
	Name     string `json:"name"`
	Position int    `json:"position"`
	Item     string `json:"item"`
}

// schemaOrg is the vocabulary of all that is said here.
const schemaOrg = "https://schema.org"

// A Graph is the Schemas of one page.
type Graph struct {
	Context string   `json:"@context"`
	Graph   []Schema `json:"@graph"`
}

// graph joins what the page says about itself with its place on the site.
func (g *Filling) graph() {
	s, ok := g.view.JSONLD.(*Schema)
	if !ok {
		return
	}
	out := Graph{Context: schemaOrg, Graph: append(make([]Schema, 0, 2), *s)}
	if len(g.view.Crumbs) > 0 {
		trail := Schema{Type: "BreadcrumbList", Trail: make([]ListItem, 0, len(g.view.Crumbs)+1)}
		for n, l := range append(slices.Clone(g.view.Crumbs), Link{Text: g.view.Title}) {
			item := ListItem{
				Type:     "ListItem",
				Name:     l.Text,
				Position: n + 1,
				Item:     g.view.Canonical,
			}
			if l.Href != "" {
				item.Item = g.origin + l.Href
			}
			trail.Trail = append(trail.Trail, item)
		}
		out.Graph = append(out.Graph, trail)
	}
	g.view.JSONLD = out
}

// schema returns what all sorts of pages say about themselves.
func (g *Filling) schema(sort string) *Schema {
	v := g.view
	s := &Schema{
		Type: sort, Name: v.Title, Description: v.Description, URL: v.Canonical, Language: v.Lang,
		Published: v.OG.Published, Modified: v.OG.Modified, Image: v.OG.Image,
		Publisher: &Schema{Type: "GovernmentOrganization", Name: v.Site.Title, URL: g.full("/")},
	}
	if sort == "NewsArticle" || sort == "Article" || sort == "Report" {
		s.Name, s.Headline = "", v.Title
	}
	return s
}

// organization describes the public body, on the home page.
func (g *Filling) organization() *Schema {
	c := g.view.Site.Contact
	s := &Schema{
		Type:        "GovernmentOrganization",
		Name:        g.view.Site.Title,
		URL:         g.full("/"),
		Description: g.face().Description,
		Telephone:   international(c.Phone),
		Email:       c.Email,
	}
	if g.settings.Image != "" {
		s.Image = g.full("/" + g.settings.Image)
	}
	if len(c.Address) > 0 {
		s.Address = &Schema{
			Type:    "PostalAddress",
			Street:  strings.Join(c.Address, ", "),
			Country: "ID",
		}
	}
	if g.view.Site.Parent != "" {
		s.Parent = &Schema{Type: "GovernmentOrganization", Name: g.view.Site.Parent}
	}
	return s
}
