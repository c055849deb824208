package importer

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
)

// hides returns why a generator shows no page of a file or folder, "" if it does.
func (g *generator) hides(name string, folder bool) string {
	base := path.Base(name)
	if g.jekyll && g.matches("include", name) {
		return ""
	}
	switch {
	case name == ".":
		return ""
	case base[0] == '.' || base[0] == '#' || strings.HasSuffix(base, "~"):
		return base
	case g.jekyll:
		return g.jekyllHides(name, base, folder)
	}
	at := g.rootOf(name)
	switch {
	case len(g.roots) == 0:
	case folder && slices.ContainsFunc(g.roots, func(r root) bool {
		_, below := inFolder(r.source, name)
		return below
	}):
		return ""
	case at == nil:
		return "contentDir, module.mounts"
	case folder:
		return ""
	}
	if folder {
		return ""
	}
	for _, is := range g.ignored {
		if is.MatchString("/" + path.Join(g.base, name)) {
			return "ignoreFiles"
		}
	}
	languages := mapping(g.settings["languages"])
	for _, l := range slices.Sorted(maps.Keys(languages)) {
		said := languages[l]
		own := scalar(mapping(said)["contentdir"])
		if _, in := inFolder(path.Join(g.base, name), path.Clean(own)); own != "" && in &&
			truth(mapping(said)["disabled"]) {
			return "languages." + l
		}
	}
	stem, language := g.stem(name)
	off := slices.ContainsFunc(list(g.settings["disablelanguages"]), func(l string) bool {
		return strings.EqualFold(l, language)
	})
	if off || truth(g.language(language)["disabled"]) {
		return "languages." + language
	}
	if stem != "index" {
		// What stands beside an index page is part of that page, and no page.
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			if g.headersOf(up, "index") != nil {
				return up + "/index"
			}
		}
	}
	return ""
}

// jekyllHides is hides for Jekyll. What begins with an underscore is no page, but for collections
// with an output.
func (g *generator) jekyllHides(name, base string, folder bool) string {
	inside, ok := inFolder(name, path.Clean(or(scalar(g.settings["collections_dir"]), ".")))
	collection := strings.ToLower(strings.TrimPrefix(base, "_"))
	said, known := mapping(g.settings["collections"])[collection]
	output := mapping(said)["output"]
	switch {
	case base[0] == '~':
		return base
	case g.matches("exclude", name) || slices.Contains(jekyllNever, name):
		return "exclude"
	case base[0] == '_' && folder && (base == "_posts" || base == "_drafts"):
		if known && output != nil && !truth(output) {
			return base
		}
	case base[0] == '_' && !(folder && ok && inside == base && truth(output)):
		return base
	case !folder && path.Base(path.Dir(name)) == "_posts" && !jekyllDated.MatchString(base):
		return "_posts"
	}
	return ""
}

// jekyllDated matches the names of posts; Jekyll passes over other files beside them.
var jekyllDated = regexp.MustCompile(`^\d{2,4}-\d{1,2}-\d{1,2}-.`)

// jekyllNever are the folders that Jekyll excludes by itself.
var jekyllNever = strings.Fields("node_modules vendor/bundle vendor/cache vendor/gems vendor/ruby")

// matches reports whether a list of patterns in the settings of Jekyll has one for a file or
// folder.
func (g *generator) matches(key, name string) bool {
	return slices.ContainsFunc(list(g.settings[key]), func(p string) bool {
		return matches(strings.Trim(p, "/"), name)
	})
}

// matches reports whether a pattern of Jekyll is one of a file or folder: a star stands for
// anything, slashes too (File.fnmatch of Ruby), and the beginning of a name is enough.
func matches(pattern, name string) bool {
	if pattern == path.Base(name) || strings.HasPrefix(name, pattern) {
		return true
	}
	if !strings.ContainsAny(pattern, "*?[") {
		return false
	}
	quoted := regexp.QuoteMeta(pattern)
	quoted = strings.NewReplacer(`\*`, ".*", `\?`, ".", `\[`, "[", `\]`, "]", `\-`,
		"-").Replace(quoted)
	is, err := regexp.Compile("^(?:" + quoted + ")(?:/.*)?$")
	return err != nil || is.MatchString(name) // what is not understood is excluded
}

// rootOf returns the folder that Hugo takes a file or folder from, nil if it does not.
func (g *generator) rootOf(name string) *root {
	var found *root
	for i := range g.roots {
		r := &g.roots[i]
		inner, ok := inFolder(name, cmp.Or(r.source, "."))
		one := func(patterns []string, doubt bool) bool {
			return slices.ContainsFunc(patterns, func(p string) bool {
				return globbed(p, inner, doubt)
			})
		}
		if ok && !one(r.without, true) && (len(r.only) == 0 || one(r.only, false)) &&
			(found == nil || len(r.source) > len(found.source)) {
			found = r
		}
	}
	return found
}

// globbed reports whether a pattern of Hugo is one of a path; doubt is for one that cannot be read.
func globbed(pattern, name string, doubt bool) bool {
	var b strings.Builder
	open := 0 // braces
	for rest := "/" + strings.TrimPrefix(strings.ToLower(pattern), "/"); rest != ""; {
		n := 1
		switch c := rest[0]; {
		case rest == "/**": // what is closed below is not open at its top
			n = 3
			b.WriteString("(?:/.*)?")
		case strings.HasPrefix(rest, "**"):
			n = 2
			b.WriteString(".*")
		case c == '*':
			b.WriteString("[^/]*")
		case c == '?':
			b.WriteString("[^/]")
		case c == '{':
			open++
			b.WriteString("(?:")
		case c == '}':
			open--
			b.WriteString(")")
		case c == ',' && open > 0:
			b.WriteString("|")
		case strings.HasPrefix(rest, "[!"):
			n = 2
			b.WriteString("[^")
		case c == '[' || c == ']' || c == '-':
			b.WriteByte(c)
		default:
			b.WriteString(regexp.QuoteMeta(rest[:1]))
		}
		rest = rest[n:]
	}
	is, err := regexp.Compile("(?s)^" + b.String() + "$")
	if err != nil {
		return doubt
	}
	return is.MatchString("/" + strings.TrimPrefix(strings.ToLower(name), "/"))
}

// language returns what the settings of Hugo say of a language.
func (g *generator) language(name string) map[string]any {
	return mapping(mapping(g.settings["languages"])[strings.ToLower(name)])
}

// languageEnd matches the end of a file's name that may be a language.
var languageEnd = regexp.MustCompile(`^(.+)\.([a-zA-Z]{2}(?:-[a-zA-Z]{2,4})?)$`)

// stem returns the name of a file without its ending, and its language, "" if nothing says it.
func (g *generator) stem(name string) (stem, language string) {
	stem = strings.TrimSuffix(path.Base(name), path.Ext(name))
	if g.jekyll {
		return stem, ""
	}
	if r := g.rootOf(name); r != nil {
		language = strings.ToLower(r.language)
	}
	all := mapping(g.settings["languages"])
	if before, end, ok := cutLast(stem, "."); ok && len(all) > 0 {
		if _, known := all[strings.ToLower(end)]; known {
			return before, strings.ToLower(end)
		}
	} else if m := languageEnd.FindStringSubmatch(stem); m != nil && len(all) == 0 {
		return m[1], strings.ToLower(m[2])
	}
	return stem, language
}

// foreign returns 1 for a file in another language than the first of its site, and 0 for others.
func (g *generator) foreign(name string) int {
	if _, language := g.stem(name); language != "" && language != g.mainLanguage() {
		return 1
	}
	return 0
}

// mainLanguage returns the language whose addresses do not name it.
func (g *generator) mainLanguage() string {
	if g.settings == nil {
		return "id" // of most sites that are imported here
	}
	return strings.ToLower(or(scalar(g.settings["defaultcontentlanguage"]), "en"))
}

// moments returns the fields for days that hide a page, with the keys that say them, the first of
// which counts.
func (g *generator) moments() map[string][]string {
	all := map[string][]string{"publish": nil, "expires": nil}
	for to, key := range map[string]string{"publish": "publishdate", "expires": "expirydate"} {
		for _, own := range list(mapping(g.settings["frontmatter"])[key]) {
			if !strings.HasPrefix(own, ":") {
				all[to] = append(all[to], strings.ToLower(own))
			}
		}
	}
	all["publish"] = append(all["publish"], "publishdate", "pubdate", "published")
	all["expires"] = append(all["expires"], "expirydate", "unpublishdate")
	return all
}

// An inLanguage is the header of the page of a folder in a language, "" if nothing says which.
type inLanguage struct {
	language string
	header   map[string]any
}

// headersOf returns the headers of the page of a folder, nil if it has none.
func (g *generator) headersOf(folder, stem string) []inLanguage {
	key := folder + "|" + stem // it is asked for each file in the folder and below
	headers, known := g.headers[key]
	if !known {
		files, _ := fs.ReadDir(g.dir, folder)
		for _, f := range files {
			name := path.Join(folder, f.Name())
			own, language := g.stem(name)
			if own != stem || !slices.Contains(pageEndings, path.Ext(name)) {
				continue
			}
			if src, err := fs.ReadFile(g.dir, name); err == nil {
				header, _, _ := content.FrontMatter(src)
				headers = append(headers, inLanguage{language, lowered(header)})
			}
		}
		g.headers[key] = headers
	}
	return headers
}

// pageEndings are the endings of the files of pages that are read here.
var pageEndings = []string{".md", ".markdown", ".html"}

// inherited returns the header of a page together with what it has of others and of the settings,
// and the name for those in messages.
func (g *generator) inherited(p *page) (header map[string]any, from string) {
	header = map[string]any{}
	add := func(values map[string]any) {
		for key, value := range values {
			if _, own := header[strings.ToLower(key)]; !own {
				header[strings.ToLower(key)] = value
			}
		}
	}
	add(p.header)
	if g.jekyll {
		for _, values := range g.defaults(p) {
			add(values)
		}
		return header, "defaults"
	}
	var said []any
	for up := path.Dir(p.name); ; up = path.Dir(up) {
		for _, of := range g.headersOf(up, "_index") {
			if of.language == "" || p.language == "" || of.language == p.language {
				said = append(said, of.header["cascade"])
			}
		}
		if up == "." {
			break
		}
	}
	for _, cascade := range append(said, g.settings["cascade"]) {
		for _, one := range append(items(cascade), cascade) {
			values := lowered(mapping(one))
			if g.targets(mapping(values["target"]), p) && g.targets(mapping(values["_target"]), p) {
				add(values)
			}
		}
	}
	return header, "cascade"
}

// hiddenBy returns why a page was shown to nobody, "" if it was shown. What only others say of it
// may not have been meant to be published at all, even where it makes it a draft.
func (g *generator) hiddenBy(p *page) string {
	if why := hidden(p.header); why != "" {
		return why
	}
	own := unfinished(p.header)
	var from string
	p.header, from = g.inherited(p)
	if why := hidden(p.header); why != "" {
		return from + ": " + why
	}
	if unfinished(p.header) && !own {
		return from + ": draft"
	}
	return g.sectionHides(p)
}

// locate notes what a page is called, and returns the name of its file without ending and language.
func (g *generator) locate(p *page) (stem string) {
	stem, p.language = g.stem(p.name)
	p.place = p.name
	if r := g.rootOf(p.name); r != nil {
		inner, _ := inFolder(p.name, cmp.Or(r.source, "."))
		p.place = path.Join(r.target, inner)
	}
	folder := path.Dir(p.place)
	if p.path = path.Join("/", folder, stem); stem == "index" || stem == "_index" {
		p.path = path.Join("/", folder)
	}
	return stem
}

// targets reports whether a cascade is for a page. What is not known of the page is for it.
func (g *generator) targets(target map[string]any, p *page) bool {
	target = lowered(target)
	kind := "page"
	if stem, _ := g.stem(p.name); stem == "_index" {
		kind = "section"
		if path.Dir(p.name) == "." {
			kind = "home"
		}
	}
	for key, is := range map[string]string{"path": p.path, "kind": kind, "lang": p.language,
		"environment": "production"} {
		patterns := list(target[key])
		if is != "" && len(patterns) > 0 && !slices.ContainsFunc(patterns,
			func(s string) bool { return globbed(s, is, true) }) {
			return false
		}
	}
	return true
}

// defaults returns the values that the settings of Jekyll give to a page, those that win first: of
// the longer path, of one for its type, and of the later.
func (g *generator) defaults(p *page) []map[string]any {
	type scoped struct {
		weight int
		values map[string]any
	}
	var all []scoped
	for _, one := range items(g.settings["defaults"]) {
		scope := mapping(mapping(one)["scope"])
		at, kind := strings.Trim(scalar(scope["path"]), "/"), scalar(scope["type"])
		inside, _ := inFolder(p.name, path.Clean(or(scalar(g.settings["collections_dir"]), ".")))
		if at != "" && !matches(at, p.name) && !matches(at, inside) || kind != "" &&
			!slices.Contains(p.types(), kind) {
			continue
		}
		all = append(all, scoped{2*len(at) + min(len(kind), 1), mapping(mapping(one)["values"])})
	}
	slices.Reverse(all)
	slices.SortStableFunc(all, func(a, b scoped) int { return cmp.Compare(b.weight, a.weight) })
	var values []map[string]any
	for _, s := range all {
		values = append(values, s.values)
	}
	return values
}

// types returns what Jekyll calls a page of the folder that it is in.
func (p *page) types() []string {
	for part := range strings.SplitSeq(path.Dir(p.name), "/") {
		switch {
		case part == "_drafts":
			return []string{"drafts", "posts"}
		case strings.HasPrefix(part, "_"):
			return []string{part[1:]}
		}
	}
	return []string{"pages"}
}

// hidden returns the key of a header by which the old generator showed a page to nobody, or
// only to those who know its address.
func hidden(header map[string]any) string {
	flags := []string{"headless", "private", "hidden", "unlisted", "protected", "secret"}
	for _, key := range flags {
		if truth(header[key]) {
			return key
		}
	}
	for _, key := range []string{"build", "_build"} {
		b := lowered(mapping(header[key]))
		for _, part := range []string{"render", "list"} {
			switch strings.ToLower(fmt.Sprint(b[part])) {
			case "never", "false", "link", "local":
				return key + "." + part
			}
		}
	}
	for _, key := range []string{"visibility", "status", "access"} {
		switch strings.ToLower(fmt.Sprint(header[key])) {
		case "private", "hidden", "unlisted", "internal", "members":
			return key
		}
	}
	if p, ok := header["password"]; ok && p != nil && p != "" {
		return "password"
	}
	return ""
}

// lowered returns a header with its keys in lower case.
func lowered(header map[string]any) map[string]any {
	out := make(map[string]any, len(header))
	for key, value := range header {
		out[strings.ToLower(key)] = value
	}
	return out
}

// mapping and items return a value of a header as what YAML, TOML and JSON call so.
func mapping(value any) map[string]any {
	switch v := value.(type) {
	case map[string]any:
		return v
	case map[any]any:
		out := map[string]any{}
		for key, value := range v {
			out[fmt.Sprint(key)] = value
		}
		return out
	}
	return nil
}

func items(value any) []any {
	switch v := value.(type) {
	case []any:
		return v
	case []map[string]any:
		var out []any
		for _, m := range v {
			out = append(out, m)
		}
		return out
	}
	return nil
}

// truth reports whether a value says yes, also as text.
func truth(value any) bool {
	switch strings.ToLower(fmt.Sprint(value)) {
	case "true", "yes", "on", "1":
		return true
	}
	return false
}
