package importer

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
)

// oldAddress returns the address that a page had, "" if it is not known.
func (r *Result) oldAddress(g *generator, p *page, stem string) string {
	if unfinished(p.header) || slices.Contains(strings.Split(p.name, "/"), "_drafts") {
		return ""
	}
	form := ""
	for _, key := range []string{"permalink", "url"} {
		if s := p.text(key); form == "" && (strings.HasPrefix(s, "/") || g.jekyll && s != "") {
			form = s
		}
	}
	if form == "" && g.jekyll {
		form = g.jekyllForm(p)
	} else if form == "" {
		form = g.hugoForm(p)
	}
	if style, ok := jekyllStyles[form]; ok && g.jekyll {
		form = style
	}
	unknown := ""
	address := addressPart.ReplaceAllStringFunc(form, func(part string) string {
		value, ok := p.addressPart(g, strings.TrimPrefix(part, ":"), stem)
		if !ok {
			unknown = part
		}
		return value
	})
	if unknown != "" {
		r.leave(p.name, "alamat lamanya, %s, tidak diketahui", "its old address, %s, is not known",
			form)
		return ""
	}
	if clean := path.Clean("/" + address); clean != "/" && strings.HasSuffix(address, "/") {
		address = clean + "/"
	} else {
		address = clean
	}
	if g.jekyll {
		return address
	}
	// Hugo writes all addresses in lower case, with hyphens for blanks.
	address = strings.ReplaceAll(strings.ToLower(address), " ", "-")
	if prefix := g.languagePrefix(p.language); form == g.hugoForm(p) && prefix != "" {
		return "/" + prefix + address
	}
	return address
}

// addressPart matches what stands for something in the form of an address.
var addressPart = regexp.MustCompile(`:[a-z_]+(?:\[[^\]/]*\])?`)

// addressPart returns what a part of an address of a page is.
func (p *page) addressPart(g *generator, part, stem string) (string, bool) {
	date := p.day.String() + "    "
	folder := path.Dir(p.place)
	if base, _ := g.stem(p.name); base == "index" || base == "_index" {
		folder = path.Dir(folder)
	}
	categories := append(p.texts("categories"), p.texts("category")...)
	if before, _, posts := strings.Cut("/"+path.Dir(p.name)+"/", "/_posts/"); posts {
		if before = strings.Trim(before, "/"); before != "" {
			categories = append(strings.Split(before, "/"), categories...)
		}
	}
	slug := content.SlugOf(or(p.text("slug"), stem))
	switch part {
	case "year", "month", "day", "short_year", "i_month", "i_day":
		if !p.dated {
			return "", false
		}
	}
	switch part {
	case "year":
		return date[:4], true
	case "short_year":
		return date[2:4], true
	case "month":
		return date[5:7], true
	case "i_month":
		return strings.TrimPrefix(date[5:7], "0"), true
	case "day":
		return date[8:10], true
	case "i_day":
		return strings.TrimPrefix(date[8:10], "0"), true
	case "categories":
		return strings.ToLower(strings.Join(slices.Compact(categories), "/")), true
	case "output_ext":
		return ".html", true
	case "basename", "filename", "contentbasename":
		return stem, true
	case "name":
		return content.SlugOf(stem), true
	case "slugorfilename", "slugorcontentbasename":
		return or(p.text("slug"), stem), true
	case "section":
		first, _, _ := strings.Cut(p.place, "/")
		return first, folder != "."
	case "sections":
		return strings.TrimPrefix(folder, "."), true
	case "slug":
		if g.jekyll || p.text("slug") != "" {
			return slug, true
		}
		return content.SlugOf(p.text("title")), true
	case "title":
		if g.jekyll {
			return or(p.text("slug"), stem), true
		}
		return content.SlugOf(p.text("title")), true
	case "collection":
		return p.types()[0], true
	case "path":
		if inner, ok := inFolder(path.Dir(p.inCollection(g)), "_"+p.types()[0]); ok {
			return path.Join(inner, stem), true
		}
		return strings.TrimPrefix(folder, "."), true
	}
	return "", false
}

// inCollection returns the path of a file from the folder of collections on.
func (p *page) inCollection(g *generator) string {
	inner, _ := inFolder(p.name, path.Clean(or(scalar(g.settings["collections_dir"]), ".")))
	return inner
}

// jekyllStyles are the forms of addresses that Jekyll has names for.
var jekyllStyles = map[string]string{
	"date":   "/:categories/:year/:month/:day/:title:output_ext",
	"pretty": "/:categories/:year/:month/:day/:title/",
	"none":   "/:categories/:title:output_ext",
}

// jekyllForm returns the form of the address of a page of Jekyll.
func (g *generator) jekyllForm(p *page) string {
	style := or(scalar(g.settings["permalink"]), "date")
	kind := p.types()[0]
	said := scalar(mapping(mapping(g.settings["collections"])[strings.ToLower(kind)])["permalink"])
	ending := ":output_ext"
	if style == "pretty" || strings.HasSuffix(style, "/") {
		ending = "/"
	} else if _, named := jekyllStyles[style]; !named && !strings.HasSuffix(style, ending) {
		ending = ""
	}
	stem, _ := g.stem(p.name)
	switch {
	case said != "":
		return said
	case kind == "posts":
		return style
	case kind != "pages":
		return "/:collection/:path" + ending
	case stem == "index":
		return "/" + strings.TrimPrefix(path.Dir(p.name)+"/", "./")
	}
	return "/:path/:basename" + ending
}

// hugoForm returns the form of the address of a page of Hugo.
func (g *generator) hugoForm(p *page) string {
	stem, _ := g.stem(p.name)
	first, _, below := strings.Cut(p.place, "/")
	kind := map[bool]string{true: "section", false: "page"}[stem == "_index"]
	permalinks := mapping(g.settings["permalinks"])
	said := scalar(mapping(permalinks[kind])[strings.ToLower(first)])
	if said == "" && kind == "page" {
		said = scalar(permalinks[strings.ToLower(first)])
	}
	switch {
	case said != "" && below:
		return said
	case stem == "_index":
		return "/" + strings.TrimPrefix(path.Dir(p.place)+"/", "./")
	case truth(g.settings["uglyurls"]):
		return "/:sections/:slugorfilename.html"
	}
	return "/:sections/:slugorfilename/"
}

// languagePrefix returns what addresses of a language begin with, "" for nothing.
func (g *generator) languagePrefix(language string) string {
	main := g.mainLanguage()
	if language == "" {
		language = main
	}
	if language == main && !truth(g.settings["defaultcontentlanguageinsubdir"]) {
		return ""
	}
	return language
}
