package site

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A Target is what a reference leads to: a page of this site, or a content file.
type Target struct {
	Address string // of a page, with its fragment
	Item    *Item  // the document there, if it is one
	File    string // path of a content file, "" for pages
	held    Reason // of a document that is not public
}

// IsHeld reports whether t is in place of a document that is not public.
func (t Target) IsHeld() bool { return t.held != Public }

// Fixed are the addresses that every site has besides its documents and lists.
var Fixed = []string{
	"/", "/cari/", "/informasi/dikecualikan/", "/serta-merta/", "/sitemap.xml", "/robots.txt",
}

// EnglishHome is the home page in English, of a site that says something in English.
const EnglishHome = "/en/"

// isFixed reports whether an address is one of those that come from the site's data.
func (r *Reader) isFixed(address string) bool {
	if year, ok := strings.CutPrefix(address, "/monev/"); ok {
		return slices.ContainsFunc(r.Questionnaires(), func(q *disclosure.Questionnaire) bool {
			return year == strconv.Itoa(q.Year)+"/"
		})
	}
	if rest, ok := strings.CutPrefix(address, "/permintaan/"); ok {
		return slices.ContainsFunc(r.RequestYears(), func(y int) bool {
			month, ok := strings.CutPrefix(rest, strconv.Itoa(y)+"/")
			return ok && (month == "" || slices.ContainsFunc(r.RequestMonths(y), func(m int) bool {
				return month == fmt.Sprintf("%02d/", m)
			}))
		})
	}
	return slices.Contains(Fixed, address) || address == EnglishHome && r.English() != nil ||
		address == "/keterbukaan/" && r.HasDuties()
}

// index notes which address is whose. Two documents at one address are found when all
// outputs are known, in the plan.
func (s *Site) index() {
	s.byAddress = make(map[string]*Item, len(s.Items))
	for _, i := range s.Items {
		s.byAddress[i.Address] = i
	}
	for _, i := range s.Items {
		for _, alias := range i.Aliases {
			if alias = withSlash(alias); s.byAddress[alias] == nil {
				s.byAddress[alias] = i
			}
		}
	}
}

func withSlash(address string) string {
	if strings.HasSuffix(address, "/") || strings.Contains(path.Base(address), ".") {
		return address
	}
	return address + "/"
}

// cutReference divides a reference into its path, without percent-encoding, and its query and
// fragment.
func cutReference(ref string) (path, suffix string) {
	path, fragment, _ := strings.Cut(strings.TrimSpace(ref), "#")
	path, query, hasQuery := strings.Cut(path, "?")
	if decoded, err := url.PathUnescape(path); err == nil {
		path = decoded
	}
	if hasQuery {
		suffix = "?" + query
	}
	if fragment != "" {
		suffix += "#" + fragment
	}
	return path, suffix
}

// Resolve finds what a reference in the document at a path leads to: the path of a
// Markdown file, an address of this site, a place on the same page, or a file. ok is false
// when there is nothing of that name.
func (r *Reader) Resolve(from, ref string) (t Target, ok bool) {
	p, suffix := cutReference(ref)
	if p == "" {
		return Target{Address: suffix, Item: r.Item(from)}, strings.Contains(suffix, "#")
	}
	file := path.Join(path.Dir(from), p)
	if p[0] == '/' {
		if t, ok := r.address(p, suffix); ok {
			return t, true
		}
		file = path.Join("content", p)
	}
	if !strings.HasPrefix(file, "content/") {
		return Target{}, false
	}
	if strings.HasSuffix(file, ".md") {
		if i := r.Item(file); i != nil {
			return Target{Address: i.Address + suffix, Item: i}, true
		}
		if reason := ask(r, &heldFact, file); reason != Public && reason != Closed {
			return Target{held: reason, Address: r.fallback(file)}, true
		}
		return Target{}, false
	}
	if path.Base(file)[0] == '_' || ask(r, &fileFact, file) == noFile {
		return Target{}, false
	}
	return Target{File: file}, true
}

// fallback is the list in which a reader may look for a document that is not public.
func (r *Reader) fallback(file string) string {
	if kind := r.Kinds().Of(file); kind != nil {
		if l, ok := r.ListHead(kind.Name); ok && l.Address != "" {
			return l.Address
		}
	}
	return "/"
}

// address finds an address of this site; a missing slash at its end is forgiven.
func (r *Reader) address(p, suffix string) (Target, bool) {
	clean := withSlash(p)
	if i := r.At(clean); i != nil {
		return Target{Address: i.Address + suffix, Item: i}, true
	}
	l, ok := r.ListHead(strings.Trim(clean, "/"))
	if ok && l.Address == clean || r.isFixed(clean) {
		return Target{Address: clean + suffix}, true
	}
	if r.HasFile("static" + p) { // whose name may have any characters
		return Target{Address: (&url.URL{Path: p}).EscapedPath() + suffix}, true
	}
	if file := ask(r, &brokenFact, clean); file != "" { // whose errors let nothing be released
		return Target{Address: r.fallback(file), held: Unreadable}, true
	}
	if dir, file := path.Split(clean); file == "feed.xml" || file == "feed.json" {
		if l, ok := r.ListHead(strings.Trim(dir, "/")); ok && l.Feed {
			return Target{Address: clean}, true
		}
	}
	return Target{}, false
}

// HasFeed reports whether feeds of l are published: those of kinds and of categories.
func (l *List) HasFeed() bool {
	wanted := l.Sort == ByCategory || l.Sort == ByKind && (l.Kind == nil || !l.Kind.Lists.NoFeed)
	return wanted && l.Address != "" && len(l.Items) > 0
}

func filePath(from, ref string) string {
	p, _, _ := strings.Cut(ref, "#")
	if decoded, err := url.PathUnescape(p); err == nil {
		p = decoded
	}
	if strings.HasPrefix(p, "/") {
		return path.Join("content", p)
	}
	return path.Join(path.Dir(from), p)
}

// bySlug finds a document of a kind by its slug; without a kind, of the first kind by rank
// that has one.
func (s *Site) bySlug(kind, slug string) *Item {
	if kind == "" {
		for _, k := range s.byRank {
			if i := s.ofKind(k, slug); i != nil {
				return i
			}
		}
		return nil
	}
	if k := s.Kinds.Find(kind); k != nil {
		return s.ofKind(k, slug)
	}
	return nil
}

func (s *Site) ofKind(k *content.Kind, slug string) *Item {
	if !k.Yearly() {
		i := s.byAddress[k.BySlug(slug)]
		if i != nil && i.Kind != k && k.Lists.Hidden {
			return nil // another kind's address, which looks like those of pages
		}
		return i
	}
	if l := s.lists[k.Name]; l != nil && !k.Lists.Dated { // no List says which years there are
		at := slices.IndexFunc(l.Items, func(i *Item) bool { return i.Slug == slug })
		if at < 0 {
			return nil
		}
		return l.Items[at]
	}
	for _, l := range s.children(k.Name) {
		if l.Sort == ByYear {
			if i := s.byAddress[k.InYear(l.Label, slug)]; i != nil {
				return i
			}
		}
	}
	return nil
}

// years returns the names of the Lists by year, in which ofKind looks for slugs.
func (s *Site) years() (names []string) {
	for _, l := range s.Lists {
		if l.Sort == ByYear {
			names = append(names, l.Name)
		}
	}
	return names
}

// brokenAt returns the path of a document that has errors and would be at an address, or "".
func (s *Site) brokenAt(address string) string {
	for _, i := range s.broken {
		if i.Address == address || slices.Contains(i.Aliases, address) ||
			slices.Contains(i.Aliases, strings.TrimSuffix(address, "/")) {
			return i.Path
		}
	}
	return ""
}

// nearest returns the file or address that a broken link most likely meant, or "".
func (s *Site) nearest(from, ref string) string {
	var known []string
	if path.Ext(ref) != "" && ref[0] != '/' {
		return s.nearestFile(path.Join(path.Dir(from), ref), ref)
	}
	for _, i := range s.Items {
		known = append(known, i.Address)
	}
	for _, l := range s.Lists {
		if l.Address != "" {
			known = append(known, l.Address)
		}
	}
	return diag.Closest(ref, known)
}

// nearestFile returns what should be written for a file that is not there: a public file of
// nearly the same name in the same folder, or "".
func (s *Site) nearestFile(file, written string) string {
	dir := path.Dir(file)
	for closed, reason := range s.held {
		if reason == Closed && path.Dir(closed) == dir {
			return "" // the files beside a closed document may be its own
		}
	}
	var known []string
	for _, e := range s.Tree.Entries {
		name := path.Base(e.Path)
		if path.Dir(e.Path) != dir || name[0] == '_' || s.closedFolder(e.Path) {
			continue
		}
		if strings.HasSuffix(name, ".md") && s.byPath[e.Path] == nil {
			continue
		}
		known = append(known, name)
	}
	name := diag.Closest(path.Base(file), known)
	if name == "" || name == path.Base(file) { // a document, where a file is wanted
		return ""
	}
	return strings.TrimSuffix(written, path.Base(written)) + name
}
