package importer

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
)

// A generator is what is known of the generator that a folder was written for.
type generator struct {
	jekyll      bool
	collections map[string]any
	excluded    []string
	headers     map[string]map[string]any // of the pages of folders
}

// generatorOf looks at the settings of a folder.
func generatorOf(dir fs.FS) *generator {
	g := &generator{headers: map[string]map[string]any{}}
	for _, name := range []string{"_config.yml", "_config.yaml"} {
		if src, err := fs.ReadFile(dir, name); err == nil {
			g.jekyll = true
			settings, _, _ := content.FrontMatter([]byte("---\n" + string(src) + "\n---\n"))
			g.collections = mapping(settings["collections"])
			for _, name := range items(settings["exclude"]) {
				g.excluded = append(g.excluded, strings.Trim(fmt.Sprint(name), "/"))
			}
		}
	}
	if _, err := fs.Stat(dir, "_posts"); err == nil {
		g.jekyll = true
	}
	return g
}

// hides returns why a generator shows no page of a file or folder, "" if it does.
func (g *generator) hides(dir fs.FS, name string, folder bool) string {
	base := path.Base(name)
	switch {
	case name != "." && (base[0] == '.' || base[0] == '#' || strings.HasSuffix(base, "~")):
		return base
	case slices.ContainsFunc(g.excluded, func(p string) bool { return matches(p, name) }):
		return "exclude"
	case name == "." && g.jekyll:
		return ""
	case folder && g.jekyll && base[0] == '_' && base != "_posts" && base != "_drafts":
		if said, _ := g.collections[base[1:]]; !truth(mapping(said)["output"]) {
			return base
		}
	case folder && !g.jekyll:
		// A _index page may hide all pages below it.
		cascade := g.headerOf(dir, name, "_index")["cascade"]
		for _, c := range append(items(cascade), cascade) {
			if why := hidden(mapping(c)); why != "" {
				return "cascade: " + why
			}
			if truth(mapping(c)["draft"]) {
				return "cascade: draft"
			}
		}
	case !folder && !g.jekyll && strings.TrimSuffix(base, path.Ext(base)) != "index":
		// What stands beside an index page is part of that page, and no page.
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			if g.headerOf(dir, up, "index") != nil {
				return up + "/index"
			}
		}
	}
	return ""
}

// matches reports whether a pattern of Jekyll is one of a file or folder: a star stands for anything,
// slashes too (File.fnmatch of Ruby).
func matches(pattern, name string) bool {
	if pattern == name || pattern == path.Base(name) {
		return true
	}
	if !strings.ContainsAny(pattern, "*?[") {
		return false
	}
	quoted := regexp.QuoteMeta(pattern)
	quoted = strings.NewReplacer(`\*`, ".*", `\?`, ".", `\[`, "[", `\]`, "]", `\-`, "-").Replace(quoted)
	is, err := regexp.Compile("^(?:" + quoted + ")(?:/.*)?$")
	return err != nil || is.MatchString(name) // what is not understood is excluded
}

// headerOf returns the header of the page of a folder, nil if it has none.
func (g *generator) headerOf(dir fs.FS, folder, stem string) map[string]any {
	key := folder + "|" + stem // it is asked for each file in the folder and below
	header, known := g.headers[key]
	if !known {
		header = headerIn(dir, folder, stem)
		g.headers[key] = header
	}
	return header
}

func headerIn(dir fs.FS, folder, stem string) map[string]any {
	names := []string{stem + ".md", stem + ".markdown", stem + ".html"}
	for _, language := range []string{".*.md", ".*.markdown", ".*.html"} {
		more, _ := fs.Glob(dir, path.Join(folder, stem+language)) // the pattern is well-formed
		for _, name := range more {
			names = append(names, path.Base(name))
		}
	}
	for _, name := range names {
		if src, err := fs.ReadFile(dir, path.Join(folder, name)); err == nil {
			header, _, _ := content.FrontMatter(src)
			return lowered(header)
		}
	}
	return nil
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
