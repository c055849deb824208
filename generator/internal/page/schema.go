package page

// A Schema is what search engines read of a page: an object of schema.org as JSON-LD.
type Schema struct {
	Context        string   `json:"@context,omitempty"`
	Type           string   `json:"@type"`
	Name           string   `json:"name,omitempty"`
	Headline       string   `json:"headline,omitempty"`
	Description    string   `json:"description,omitempty"`
	URL            string   `json:"url,omitempty"`
	Language       string   `json:"inLanguage,omitempty"`
	Published      string   `json:"datePublished,omitempty"`
	Modified       string   `json:"dateModified,omitempty"`
	Image          string   `json:"image,omitempty"`
	Dateline       string   `json:"dateline,omitempty"`
	ArticleSection string   `json:"articleSection,omitempty"`
	Author         *Schema  `json:"author,omitempty"`
	Publisher      *Schema  `json:"publisher,omitempty"`
	Parent         *Schema  `json:"parentOrganization,omitempty"`
	ContactPoint   *Schema  `json:"contactPoint,omitempty"`
	Address        []string `json:"address,omitempty"`
	Telephone      string   `json:"telephone,omitempty"`
	Email          string   `json:"email,omitempty"`
	ContactType    string   `json:"contactType,omitempty"`
	Text           string   `json:"text,omitempty"`
	Position       int      `json:"position,omitempty"`
	TotalTime      string   `json:"totalTime,omitempty"`
	Step           []Schema `json:"step,omitempty"`
	Encoding       []Schema `json:"encoding,omitempty"`
	ContentURL     string   `json:"contentUrl,omitempty"`
	EncodingFormat string   `json:"encodingFormat,omitempty"`
}

// schema returns what all sorts of pages say about themselves.
func (g *filling) schema(sort string) *Schema {
	v := g.view
	s := &Schema{
		Context: "https://schema.org", Type: sort, Name: v.Title, Description: v.Description, URL: v.Canonical, Language: v.Lang,
		Published: v.OG.Published, Modified: v.OG.Modified, Image: v.OG.Image,
		Publisher: &Schema{Type: "GovernmentOrganization", Name: v.Site.Title, URL: g.full("/")},
	}
	if sort == "NewsArticle" || sort == "Article" || sort == "Report" {
		s.Name, s.Headline = "", v.Title
	}
	return s
}

// organization describes the public body, on the home page.
func (g *filling) organization() *Schema {
	c := g.view.Site.Contact
	s := &Schema{
		Context: "https://schema.org", Type: "GovernmentOrganization", Name: g.view.Site.Title, URL: g.full("/"),
		Description: g.view.Description, Address: c.Address, Telephone: c.Phone, Email: c.Email,
	}
	if g.view.Site.Parent != "" {
		s.Parent = &Schema{Type: "GovernmentOrganization", Name: g.view.Site.Parent}
	}
	return s
}
