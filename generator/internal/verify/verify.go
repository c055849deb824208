// Package verify holds a copy of a site against the manifest of its release: a live one as
// visitors see it, or the folder on its server.
//
// # Why as several visitors
//
// Pages that were planted on a server are mostly shown to some only: to the crawlers of
// search engines, to phones, or to those who come from a list of results; the site's owner
// sees nothing. So every page is asked for as each [Visitor].
//
// # What is found
//
// A [Finding] is a difference; what could not be checked, because a server did not answer,
// is told apart from it, so that nobody takes the one for the other. Bytes are compared by
// their digest, so nothing that differs passes; what a server may do with an answer on the
// way (compression, chunks, the spelling of a type) is no difference.
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

// A Kind is a sort of difference.
type Kind int8

// The sorts of differences.
const (
	Missing     Kind = iota // a file of the release is not there
	Changed                 // its bytes differ
	Extra                   // a file that the release does not have
	Answered                // an address that the release does not have is answered
	Moved                   // a page leads elsewhere; Detail says where
	Typed                   // its type differs; Detail has both
	Unheaded                // a header that was promised is missing or differs; Detail names it
	Planted                 // a body holds an address that is not the site's; Detail has it
	Listed                  // the list of the release itself differs
	Unlogged                // a file is not in the log of documents as it is; Detail has the line
	Unproved                // a proof does not lead from its line to the log; Detail says how
	Misrecorded             // the log of documents cannot be read, or is not what it says it is
	Rewritten               // the log does not hold everything that it held; Detail says how
	Unsigned                // a signature is missing or wrong; Detail says how
)

// A Finding is one difference. Visitors are those who see it; nil for a folder.
type Finding struct {
	Kind     Kind
	Path     string // below the base path
	Visitors []string
	Detail   string
}

// A Report is what was found.
type Report struct {
	Files     int // that were compared
	Findings  []Finding
	Unchecked []error
}

// sort orders a report, and joins what several visitors see.
func (r *Report) sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Detail, b.Detail))
	})
	joined := r.Findings[:0]
	for _, f := range r.Findings {
		if n := len(joined); n > 0 && joined[n-1].Path == f.Path && joined[n-1].Kind == f.Kind && joined[n-1].Detail == f.Detail {
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

// A Release is what a copy is held against: the manifest, as read and as it is written.
type Release struct {
	*store.Manifest
	Text []byte

	// Original, if not nil, returns a file as it was released, where it is at hand. Then what
	// was planted can be told from what was there.
	Original func(path string) ([]byte, error)
}

// Folder holds a folder against a release. It never follows a link: a link is a file too
// many.
func Folder(dir fs.FS, release Release) *Report {
	r := &Report{}
	want := map[string]store.Entry{host.Manifest: {Path: host.Manifest, Size: int64(len(release.Text)), Sum: digest.Of(release.Text)}}
	for _, e := range release.Files {
		want[e.Path] = e
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
		e, ok := want[name]
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
		case sum != e.Sum && name == host.Manifest:
			r.Findings = append(r.Findings, Finding{Kind: Listed, Path: name})
		case sum != e.Sum:
			r.Findings = append(r.Findings, Finding{Kind: Changed, Path: name})
		}
		return nil
	})
	if err != nil {
		r.Unchecked = append(r.Unchecked, err)
	}
	for name := range want {
		if !seen[name] && !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Path == name }) {
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

// sameType reports whether a server's type says what a manifest's does. Some types have two
// names, and a server that knows none says that it is bytes.
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
	if w == "application/octet-stream" { // what nobody knows better
		return g != "text/html"
	}
	return g == w || w != "text/html" && (g == "application/octet-stream" || g == "text/plain" && strings.HasPrefix(w, "text/"))
}

// isPage reports whether a file is one that search engines show and phones open.
func isPage(file string) bool { return path.Ext(file) == ".html" }

// limited reads at most n bytes, and one more to show that there are more.
func limited(r io.Reader, n int64) ([]byte, error) { return io.ReadAll(io.LimitReader(r, n+1)) }
