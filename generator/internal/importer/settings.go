package importer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

var (
	jekyllSettings = []string{"_config.yml", "_config.yaml", "_config.toml"}
	hugoSettings   = []string{
		"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json",
		"config.toml", "config.yaml", "config.yml", "config.json",
	}
	// hugoFolders may have more of them, a file for each key; the later ones win.
	hugoFolders = []string{"config/_default", "config/production"}
)

// HasSettings reports whether a folder has the settings of a site.
func HasSettings(dir fs.FS) bool {
	return slices.ContainsFunc(slices.Concat(jekyllSettings, hugoSettings, hugoFolders),
		func(name string) bool {
			_, err := fs.Stat(dir, name)
			return err == nil
		})
}

// A generator is what is known of the generator that a folder was written for.
type generator struct {
	jekyll   bool
	settings map[string]any // the keys are in lower case
	base     string         // the folder of pages in that of the site
	start    string         // what to read of it
	dir      fs.FS          // has the pages
	roots    []root         // of Hugo; none if it has no settings
	ignored  []*regexp.Regexp
	headers  map[string][]inLanguage
	today    disclosure.Day
}

// A root is a folder with pages of Hugo.
type root struct {
	source, target string // below the folder of pages, and in addresses
	language       string // "" if the names of files say it
	only, without  []string
}

// generatorOf reads the settings of a site.
func generatorOf(site fs.FS, o *Options) (*generator, error) {
	g := &generator{base: ".", headers: map[string][]inLanguage{}}
	_, posts := fs.Stat(site, "_posts")
	g.jekyll = posts == nil
	for _, name := range jekyllSettings {
		if _, err := fs.Stat(site, name); err == nil {
			if g.settings, err = readSettings(site, name); err != nil {
				return nil, err
			}
			g.jekyll = true
			break
		}
	}
	media := "."
	if g.jekyll {
		g.base = path.Clean(or(scalar(g.settings["source"]), "."))
	} else if err := g.hugo(site); err != nil {
		return nil, err
	} else if _, err := fs.Stat(site, "static"); err == nil {
		media = "static"
	}
	within := path.Clean(o.Within)
	if within != g.base && g.base != "." && !strings.HasPrefix(within, g.base+"/") {
		if g.start = "."; within != "." {
			g.base, g.start = ".", within
		}
	} else if g.start = within; g.base != "." {
		g.start = path.Clean("./" + strings.TrimPrefix(within, g.base))
	}
	if o.Media == nil {
		o.Media, _ = fs.Sub(site, media) // the names are well-formed
	}
	var err error
	g.dir, err = fs.Sub(site, g.base)
	return g, err
}

// hugo reads the settings of Hugo.
func (g *generator) hugo(site fs.FS) error {
	for _, name := range hugoSettings {
		if _, err := fs.Stat(site, name); err == nil {
			if g.settings, err = readSettings(site, name); err != nil {
				return err
			}
			break
		}
	}
	for _, folder := range hugoFolders {
		files, _ := fs.ReadDir(site, folder)
		for _, f := range files {
			said, err := readSettings(site, path.Join(folder, f.Name()))
			if err != nil {
				return err
			}
			if g.settings == nil {
				g.settings = map[string]any{}
			}
			switch key := strings.ToLower(strings.TrimSuffix(f.Name(), path.Ext(f.Name()))); key {
			case "hugo", "config":
				maps.Copy(g.settings, said)
			default:
				g.settings[key] = said
				if list, ok := said[key]; ok && len(said) == 1 { // such as [[cascade]]
					g.settings[key] = list
				}
			}
		}
	}
	pages := path.Clean(or(scalar(g.settings["contentdir"]), "content"))
	if _, err := fs.Stat(site, pages); err == nil || g.settings != nil {
		g.base = pages
	}
	for _, expression := range list(g.settings["ignorefiles"]) {
		is, err := regexp.Compile(expression)
		if err != nil {
			return unreadable("ignoreFiles di pengaturan Hugo tidak dapat dibaca: %v",
				"ignoreFiles in the settings of Hugo cannot be read: %v", err)
		}
		g.ignored = append(g.ignored, is)
	}
	if g.settings == nil {
		return nil
	}
	g.roots = rootsOf(g.settings, pages)
	for _, r := range g.roots {
		if _, below := inFolder(r.source, g.base); !below {
			g.base = "."
		}
	}
	for i := range g.roots {
		g.roots[i].source, _ = inFolder(g.roots[i].source, g.base)
	}
	return nil
}

// rootsOf returns the folders that Hugo takes pages from.
func rootsOf(settings map[string]any, pages string) []root {
	var all []root
	for _, m := range items(mapping(settings["module"])["mounts"]) {
		mount := mapping(m)
		target, ok := inFolder(path.Clean(scalar(mount["target"])), "content")
		if !ok {
			continue
		}
		r := root{source: path.Clean(scalar(mount["source"])), target: target,
			language: scalar(mount["lang"])}
		r.only, r.without = list(mount["includefiles"]), list(mount["excludefiles"])
		for _, pattern := range list(mount["files"]) {
			if not, is := strings.CutPrefix(pattern, "!"); is {
				r.without = append(r.without, strings.TrimSpace(not))
			} else {
				r.only = append(r.only, pattern)
			}
		}
		all = append(all, r)
	}
	if len(all) > 0 {
		return all
	}
	shared := true
	languages := mapping(settings["languages"])
	for _, language := range slices.Sorted(maps.Keys(languages)) {
		if own := scalar(mapping(languages[language])["contentdir"]); own != "" {
			all = append(all, root{source: path.Clean(own), language: language})
			shared = shared && len(all) < len(languages)
		}
	}
	if shared {
		all = append(all, root{source: pages})
	}
	return all
}

// inFolder returns a path from a folder on, and whether it is that folder or in it.
func inFolder(name, folder string) (string, bool) {
	if folder == "." || name == folder {
		return strings.TrimPrefix(name, folder), true
	}
	return strings.CutPrefix(name, folder+"/")
}

// readSettings reads one file of settings, with its keys in lower case. Without them nobody knows
// what was public, so that what cannot be read is an error.
func readSettings(site fs.FS, name string) (map[string]any, error) {
	src, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(src), "\ufeff"), "\r\n", "\n")
	var all map[string]any
	var rest []byte
	switch path.Ext(name) {
	case ".json":
		err = json.Unmarshal([]byte(text), &all)
	case ".toml":
		all, rest, err = content.FrontMatter([]byte("+++\n" + text + "\n+++\n"))
	case ".yml", ".yaml":
		text = documentEnd.ReplaceAllString(documentStart.ReplaceAllString(text, ""), "")
		all, rest, err = content.FrontMatter([]byte("---\n" + text + "\n---\n"))
	}
	if err == nil && strings.TrimSpace(string(rest)) != "" {
		err = errors.New("---")
	}
	if err != nil {
		return nil, unreadable("pengaturan %s tidak dapat dibaca, jadi tidak diketahui apa yang untuk umum: %v",
			"the settings %s cannot be read, so that nobody knows what is public: %v", name, err)
	}
	if all == nil {
		return map[string]any{}, nil
	}
	return inLower(all).(map[string]any), nil
}

// The marks around a document of YAML.
var (
	documentStart = regexp.MustCompile(`^(?:[ \t]*(?:#[^\n]*)?\n|%[^\n]*\n)*---[ \t]*(?:#[^\n]*)?\n`)
	documentEnd   = regexp.MustCompile(`\n(?:---|\.\.\.)[ \t]*(?:#[^\n]*)?\n*$`)
)

// inLower returns a value with all of its keys in lower case.
func inLower(value any) any {
	if m := mapping(value); m != nil {
		out := map[string]any{}
		for key, inner := range m {
			out[strings.ToLower(key)] = inLower(inner)
		}
		return out
	}
	if all := items(value); all != nil {
		for i := range all {
			all[i] = inLower(all[i])
		}
		return all
	}
	return value
}

// scalar returns a value as text, "" for none; list returns the texts of one that may be several.
func scalar(value any) string {
	if value == nil || mapping(value) != nil || items(value) != nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(value))
}

func list(value any) []string {
	var out []string
	for _, item := range append(items(value), value) {
		if s := scalar(item); s != "" {
			out = append(out, s)
		}
	}
	return out
}
