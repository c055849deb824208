package importer

import (
	"fmt"
	"maklumat/generator/internal/disclosure"
	"path"
	"slices"
	"strings"
)

// isOpen reports whether readers can see a page today.
func (r *Result) isOpen(g *generator, p *page) bool {
	return !p.isDraft() && (!p.dated || p.day <= r.options.Today) &&
		p.isOpenOn(g, r.options.Today)
}

// isOpenOn reports whether the fields for days that hide a page do not hide it on a day.
func (p *page) isOpenOn(g *generator, today disclosure.Day) bool {
	for to, keys := range g.moments() {
		for _, key := range keys {
			if said := p.text(key); said == "" || said == "true" || said == "false" {
				continue
			}
			day, ok := dayOf(p.header[key])
			if !ok || (to == "expires") == (day <= today) {
				return false
			}
			break
		}
	}
	return true
}

func (p *page) isDraft() bool {
	return unfinished(p.header) || strings.Contains("/"+p.name, "/_drafts/")
}

// sectionHides returns why Hugo shows no page below a section, "" if it does: the page of the
// section is a draft, is over, or is to come.
func (g *generator) sectionHides(p *page) string {
	if g.jekyll {
		return ""
	}
	own := path.Base(p.name)
	for up := path.Dir(p.name); up != "."; up = path.Dir(up) {
		for _, of := range g.headersOf(up, "_index") {
			elsewhere := of.language != "" && p.language != "" && of.language != p.language
			if elsewhere || up == path.Dir(p.name) && strings.HasPrefix(own, "_index.") {
				continue
			}
			section := &page{header: of.header}
			if unfinished(of.header) || !section.isOpenOn(g, g.today) {
				return up + "/_index"
			}
		}
	}
	return ""
}

// unfinished reports whether a page is one that its generator does not publish yet.
func unfinished(header map[string]any) bool {
	published, said := header["published"].(bool)
	return truth(header["draft"]) || said && !published ||
		fmt.Sprint(header["published"]) == "false"
}

// elsewhere are the keys by which themes lead from a page without a text to another site.
var elsewhere = []string{
	"source_url", "externalurl", "external_url", "external_link", "redirect_to", "redirect_url",
	"redirecturl", "redirect", "redirectto", "link", "canonical_url",
}

// elsewhere returns a link to where a page without a text led, "" if it did not.
func (p *page) elsewhere() string {
	for _, key := range elsewhere {
		to := p.text(key)
		if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://") {
			return "<" + strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E").Replace(to) + ">"
		}
	}
	return ""
}

// takesDays reports whether the day in the name of a file is no part of the address of its page.
func (g *generator) takesDays() bool {
	from := list(mapping(g.settings["frontmatter"])["date"])
	return g.jekyll || slices.Contains(from, ":filename")
}

// takeDay takes the day of the header for that of the page.
func (p *page) takeDay() {
	if d, ok := dayOf(p.header["date"]); ok {
		p.day, p.dated = d, true
	}
}
