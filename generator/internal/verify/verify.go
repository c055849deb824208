// Package verify compares a copy of a site with the manifest of its release: the live site as
// visitors see it, or the folder on its server.
//
// # Why as several visitors
//
// Who plants pages on a server mostly shows them to some visitors only: to the crawlers of search
// engines, to phones, or to those who come from a list of results. The owner of the site sees
// nothing. So every page is requested as each [Visitor].
//
// # What is found
//
// A [Finding] is a difference. What could not be checked, because a server did not answer, is
// reported separately, so that nobody takes the one for the other. Bytes are compared by their
// digest, so that no difference passes; what a server may do to an answer on the way (compression,
// chunks, the spelling of a type) is not one.
package verify

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// A Kind is a kind of difference.
type Kind int8

// The kinds of differences.
const (
	Missing     Kind = iota // a file of the release is not there
	Changed                 // its bytes differ
	Extra                   // a file that the release does not have
	Answered                // an address that the release does not have is answered
	Moved                   // a page redirects elsewhere; Detail says where
	Typed                   // the media type of a file differs; Detail has both
	Unheaded                // a promised header is missing or differs; Detail names it
	Planted                 // a page holds an address that is not the site's; Detail has it
	Listed                  // the manifest itself differs
	Unlogged                // the log of documents has a file differently; Detail has its line
	Unproved                // a proof does not lead from its line to the log; Detail says how
	Misrecorded             // the log of documents cannot be read or contradicts its checkpoint
	Rewritten               // the log does not hold everything that it held; Detail says how
	Unsigned                // a signature is missing or wrong; Detail says how
)

// A Finding is one difference.
type Finding struct {
	Kind     Kind
	Path     string   // below the base path
	Visitors []string // who see it; nil for a folder
	Detail   string
}

// A Report is the result of a comparison.
type Report struct {
	Files     int // that were compared
	Findings  []Finding
	Unchecked []error // why something could not be compared
}

// compare orders findings by path, kind and detail; 0 means that only the visitors may differ.
func (f Finding) compare(other Finding) int {
	return cmp.Or(cmp.Compare(f.Path, other.Path), cmp.Compare(f.Kind, other.Kind),
		cmp.Compare(f.Detail, other.Detail))
}

// sort orders a report, and joins the findings that several visitors share.
func (r *Report) sort() {
	slices.SortStableFunc(r.Findings, Finding.compare)
	joined := r.Findings[:0]
	for _, f := range r.Findings {
		if n := len(joined); n > 0 && joined[n-1].compare(f) == 0 {
			joined[n-1].Visitors = append(joined[n-1].Visitors, f.Visitors...)
			continue
		}
		joined = append(joined, f)
	}
	for i := range joined {
		slices.Sort(joined[i].Visitors)
		joined[i].Visitors = slices.Compact(joined[i].Visitors)
	}
	r.Findings = joined
	slices.SortFunc(r.Unchecked, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
}

// A Release is what a copy is compared with: the manifest and its text.
type Release struct {
	*store.Manifest
	Text []byte

	// Original, if not nil, returns a file as it was released. Links that a page had from the
	// beginning are then not reported as Planted.
	Original func(path string) ([]byte, error)
}

// Folder compares a folder with a release. It does not follow symbolic links: one is Extra.
func Folder(dir fs.FS, release Release) *Report {
	r := &Report{}
	want := map[string]digest.Sum{host.Manifest: digest.Of(release.Text)}
	for _, e := range release.Files {
		want[e.Path] = e.Sum
	}
	seen := map[string]bool{}
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			r.Unchecked = append(r.Unchecked, err)
			return nil
		}
		if d.IsDir() {
			return nil
		}
		released, ok := want[name]
		if !ok || !d.Type().IsRegular() {
			if name != host.ManifestNote {
				r.Findings = append(r.Findings, Finding{Kind: Extra, Path: name})
			}
			return nil
		}
		seen[name] = true
		r.Files++
		sum, err := sumOf(dir, name)
		switch {
		case err != nil:
			r.Unchecked = append(r.Unchecked, err)
		case sum != released && name == host.Manifest:
			r.Findings = append(r.Findings, Finding{Kind: Listed, Path: name})
		case sum != released:
			r.Findings = append(r.Findings, Finding{Kind: Changed, Path: name})
		}
		return nil
	})
	if err != nil {
		r.Unchecked = append(r.Unchecked, err)
	}
	for _, f := range r.Findings {
		seen[f.Path] = true // something else is in its place
	}
	for name := range want {
		if !seen[name] {
			r.Findings = append(r.Findings, Finding{Kind: Missing, Path: name})
		}
	}
	r.sort()
	return r
}

func sumOf(dir fs.FS, name string) (digest.Sum, error) {
	f, err := dir.Open(name)
	if err != nil {
		return digest.Sum{}, err
	}
	defer f.Close()
	sum, err := digest.Read(f)
	if err != nil {
		return sum, fmt.Errorf("read %s: %w", name, err)
	}
	return sum, nil
}

// sameType reports whether the media type of an answer means the same as that in the manifest. Some
// types have several names, and a server may not know a type: then it says that the file is plain
// text, or mere bytes.
func sameType(got, want string) bool {
	essence := func(t string) string {
		t, _, _ = strings.Cut(strings.ToLower(t), ";")
		switch t = strings.TrimSpace(t); t {
		case "":
			return "application/octet-stream"
		case "application/javascript", "application/x-javascript":
			return "text/javascript"
		case "text/xml", "application/atom+xml", "application/rss+xml":
			return "application/xml"
		case "image/vnd.microsoft.icon":
			return "image/x-icon"
		case "application/feed+json":
			return "application/json"
		}
		return t
	}
	g, w := essence(got), essence(want)
	if w == "application/octet-stream" { // the manifest does not know it either
		return g != "text/html"
	}
	if g == w || w == "text/html" {
		return g == w
	}
	return g == "application/octet-stream" || g == "text/plain" && strings.HasPrefix(w, "text/")
}

// isPage reports whether a file is a page, which search engines list.
func isPage(file string) bool { return path.Ext(file) == ".html" }

// limited reads at most n bytes, and one more where there are more.
func limited(r io.Reader, n int64) ([]byte, error) { return io.ReadAll(io.LimitReader(r, n+1)) }
