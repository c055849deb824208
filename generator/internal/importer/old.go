package importer

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// An old is what is known of the old site.
type old struct {
	host  string              // of its address, "" if not known
	pages map[string]string   // new addresses by the paths of old ones
	alts  map[string]string   // what images show, by their path
	files map[string]string   // new addresses by the paths of source files
	paths map[string]string   // the same by what Hugo calls their paths, in lower case
	names map[string][]string // the same files by their last names
	dir   string              // of the source file whose body it is
	at    string              // the old address of that body
	media fs.FS               // its files; may be nil

	uploads map[string]bool // paths of files that were uploaded under their names
}

// inside returns the path of an address of the old site.
func (o *old) inside(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	if u.Host != "" && strings.TrimPrefix(u.Host, "www.") != strings.TrimPrefix(o.host, "www.") {
		return "", false
	}
	return u.Path, u.Path != "" || u.RawQuery != ""
}

// leads returns where an address of the old site is found on the new one: as it is when it was of
// another site.
func (r *Result) leads(document, address string, o *old, files *[]Copy) (string, bool) {
	inside, ok := o.inside(address)
	switch {
	case !ok && strings.HasPrefix(address, "//"): // with the scheme of the page that it is on
		return "https:" + address, true
	case address == "#":
		return "", false
	case !ok || strings.HasPrefix(address, "#"):
		return strings.Replace(address, ":%20", ":", 1), true
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	part := ""
	if u.Fragment != "" {
		part = "#" + u.EscapedFragment()
	}
	if id := u.Query().Get("p"); id != "" {
		if to, ok := o.pages["?p="+id]; ok {
			return to + part, true
		}
	}
	places := []string{inside}
	if !strings.HasPrefix(inside, "/") {
		if to, ok := o.source(path.Join(o.dir, inside)); ok {
			return to + part, true
		}
		places = []string{path.Join(o.at, inside),
			path.Join(path.Dir(strings.TrimSuffix(o.at, "/")), inside)}
	}
	for _, place := range places {
		place = strings.TrimSuffix(strings.TrimSuffix(place, "index.html"), "/")
		// Many hosts find a page with and without its ending, and in letters of either case.
		for _, name := range []string{place, place + ".html", strings.TrimSuffix(place, ".html"),
			strings.ToLower(place)} {
			if to, ok := o.pages[name]; ok {
				return to + part, true
			}
		}
		if to, ok := o.paths[strings.ToLower(place)]; ok {
			return to + part, true
		}
	}
	if from, ok := o.find(address); ok {
		return r.place(from, document, o, files), true
	}
	return "", false
}

// reference returns the new address of the page that another names by its file, with or without
// its ending, from the top, from its own folder, or by its last name alone.
func (o *old) reference(p *page, to string, post bool) (string, bool) {
	to, fragment, _ := strings.Cut(to, "#")
	if fragment != "" {
		fragment = "#" + fragment
	}
	if to == "" {
		return fragment, fragment != ""
	}
	name := strings.Trim(to, "/")
	folders := []string{"", path.Dir(p.name)}
	if post {
		folders = []string{"_posts", path.Join(path.Dir(p.name), "_posts"), path.Dir(p.name)}
	}
	for _, folder := range folders {
		if address, ok := o.source(path.Join(folder, name)); ok {
			return address + fragment, true
		}
	}
	address, ok := o.sourceBelow(name)
	return address + fragment, ok
}

// sourceEnds are what may be left off the path of a page's file.
var sourceEnds = []string{
	"", ".md", ".markdown", ".html", "/index.md", "/_index.md", "/index.html",
}

// source returns the new address of the page that the path of a file names.
func (o *old) source(name string) (string, bool) {
	for _, end := range sourceEnds {
		if address, ok := o.files[name+end]; ok {
			return address, true
		}
	}
	return "", false
}

// sourceBelow is source for the end of a path, if there is one page of it only.
func (o *old) sourceBelow(name string) (string, bool) {
	found := ""
	for _, file := range o.named(path.Base(name)) {
		for _, end := range sourceEnds {
			if strings.HasSuffix("/"+file, "/"+name+end) {
				if found != "" && found != o.files[file] {
					return "", false // nobody knows which
				}
				found = o.files[file]
			}
		}
	}
	return found, found != ""
}

// named returns the pages whose file has a name, with or without its ending, or whose folder has
// it.
func (o *old) named(name string) []string {
	if len(o.names) == 0 {
		for file := range o.files {
			base := path.Base(file)
			stem := strings.TrimSuffix(base, path.Ext(base))
			o.names[base] = append(o.names[base], file)
			o.names[stem] = append(o.names[stem], file)
			if stem == "index" || stem == "_index" {
				folder := path.Base(path.Dir(file))
				o.names[folder] = append(o.names[folder], file)
			}
		}
	}
	return o.names[name]
}

// variant matches the size that WordPress puts into the names of smaller copies of an image.
var variant = regexp.MustCompile(`-\d+x\d+(\.[A-Za-z]+)$`)

// isElsewhere reports whether an address is of another site than this one, as far as that is known:
// of none of its hosts, and of no network that keeps copies of its files and names it in the path.
func (o *old) isElsewhere(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || o.host == "" {
		return false
	}
	host := strings.TrimPrefix(o.host, "www.")
	return u.Host != host && !strings.HasSuffix(u.Host, "."+host) &&
		!strings.Contains(u.Path, "/"+host+"/")
}

// carriable are the extensions of files that are carried, which pages show and offer. Source
// files of the old site are not among them, whatever links to them.
var carriable = []string{
	".jpg", ".jpeg", ".png", ".gif", ".webp",
	".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp",
	".csv", ".zip", ".rtf", ".mp3", ".mp4", ".m4a", ".ogg", ".webm",
}

// find finds a file of the old site by its address: the media file whose path is the longest end
// of the address's path.
func (o *old) find(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || o.media == nil {
		return "", false
	}
	// A smaller copy stands for the whole picture, unless one was uploaded under that name.
	paths := []string{variant.ReplaceAllString(u.Path, "$1"), u.Path}
	if o.uploads[u.Path] {
		paths = paths[1:]
	}
	for _, p := range paths {
		parts := strings.Split(strings.Trim(p, "/"), "/")
		for i := range parts {
			name := path.Join(parts[i:]...)
			if !slices.Contains(carriable, strings.ToLower(path.Ext(name))) ||
				strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
				continue
			}
			if info, err := fs.Stat(o.media, name); err == nil && info.Mode().IsRegular() {
				return name, true
			}
		}
	}
	return "", false
}
