package importer

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

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
	if of := datePart(part, p.day.Time()); of != "" {
		return of, p.dated
	}
	name, slice, _ := strings.Cut(strings.TrimSuffix(part, "]"), "[")
	if slice != "" && name != "sections" {
		return "", false
	}
	switch name {
	case "categories":
		return strings.ToLower(strings.Join(slices.Compact(categories), "/")), true
	case "slugified_categories":
		for i, c := range categories {
			categories[i] = content.SlugOf(c)
		}
		return strings.Join(slices.Compact(categories), "/"), true
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
		return sliced(strings.TrimPrefix(folder, "."), slice)
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

// dateLayouts are the parts of a date that the layouts of package time can write.
var dateLayouts = map[string]string{
	"year": "2006", "short_year": "06", "month": "01", "i_month": "1", "day": "02", "i_day": "2",
	"y_day": "002", "short_month": "Jan", "long_month": "January", "monthname": "January",
	"short_day": "Mon", "long_day": "Monday", "weekdayname": "Monday",
}

// datePart returns what a part of an address is that comes of a date, "" for other parts.
func datePart(part string, t time.Time) string {
	year, week := t.ISOWeek()
	switch part {
	case "week":
		return fmt.Sprintf("%02d", week)
	case "w_year":
		return strconv.Itoa(year)
	case "w_day":
		return strconv.Itoa((int(t.Weekday())+6)%7 + 1)
	case "weekday":
		return strconv.Itoa(int(t.Weekday()))
	case "yearday":
		return strconv.Itoa(t.YearDay())
	}
	return t.Format(dateLayouts[part])
}

// sliced returns those of the folders of a path that a slice of Hugo is of, such as 1: or last.
func sliced(folders, slice string) (string, bool) {
	all := strings.Split(folders, "/")
	at := func(s string, otherwise int) (int, bool) {
		n, err := strconv.Atoi(s)
		switch s {
		case "":
			n, err = otherwise, nil
		case "last":
			n, err = len(all)-1, nil
		}
		return min(max(n, 0), len(all)), err == nil
	}
	first, after, isRange := strings.Cut(slice, ":")
	from, known := at(first, 0)
	to, ends := at(after, len(all))
	if !isRange && slice != "" {
		to = min(from+1, len(all))
	}
	return strings.Join(all[from:max(from, to)], "/"), known && ends
}

// inCollection returns the path of a file from the folder of collections on.
func (p *page) inCollection(g *generator) string {
	inner, _ := inFolder(p.name, path.Clean(or(scalar(g.settings["collections_dir"]), ".")))
	return inner
}

// jekyllStyles are the forms of addresses that Jekyll has names for.
var jekyllStyles = map[string]string{
	"date":     "/:categories/:year/:month/:day/:title:output_ext",
	"pretty":   "/:categories/:year/:month/:day/:title/",
	"ordinal":  "/:categories/:year/:y_day/:title:output_ext",
	"weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
	"none":     "/:categories/:title:output_ext",
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
