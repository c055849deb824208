// Package verify compares a copy of a site with the manifest of its release: the live site as
// visitors see it, or the folder on its server.
//
// # Why as several visitors
//
// Who plants pages on a server mostly shows them to some visitors only: to the crawlers of search
// engines, to phones, or to those who come from a list of results. The owner of the site sees
// nothing. So every page is requested as each of the [Visitors]. They ask with the queries by which
// planted programs are told what to show, at other spellings of an address, and for what is not
// there beside what is.
//
// # What is found
//
// A [Finding] is a difference. What could not be checked, because a server did not answer, is
// reported separately, so that nobody takes the one for the other. Bytes are compared by their
// digest, so that no difference passes; what a server may do to an answer on the way (compression,
// chunks, the spelling of a type) is not one. Of the headers that nobody promised only those are
// reported that change what people get or crawlers make of it, and that no host adds of its own
// accord (host.Adds).
//
// # How much is asked
//
// A plan first counts. A small site is asked everything. Of a large one each page is requested as
// everybody and each other file as some, by turns, so that the requests are at most four times
// those of four visitors for each page and one for each other file.
//
// # What nobody can find so
//
// A server that tells by the address, the time or the number of requests that it is being compared
// can show what it likes. The manual of operators lists what is not found.
package verify

import (
	"cmp"
	"slices"

	"maklumat/generator/internal/store"
	"maklumat/generator/internal/transparency"
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
	Named                   // a robots.txt or a sitemap names what is not there; Detail has it
	Uninvited               // a header was sent that was not promised; Detail has it
	Listed                  // the manifest itself differs
	Unlogged                // the log of documents has a file differently; Detail has its line
	Unproved                // a proof does not lead from its line to the log
	Misrecorded             // the log of documents cannot be read or contradicts its checkpoint
	Rewritten               // the log does not hold everything that it held
	Unsigned                // a signature is missing or wrong
	Outdated                // a release older than it should be; Detail has its day and number
	Loose                   // others may change it, or it is a program; Detail has its mode
	Empty                   // a folder without files
)

// A Finding is one difference.
type Finding struct {
	Kind     Kind
	Path     string   // below the base path
	Visitors []string // who see it; nil for a folder
	Detail   string   // in no language
	Err      error    // why; nil where the Kind says it all
}

// A Report is the result of a comparison.
type Report struct {
	Files     int // that were compared
	Findings  []Finding
	Unchecked []error // why something could not be compared; each is a *Failure
}

// compare orders findings by path, kind and detail; 0 means that only the visitors may differ.
func (f Finding) compare(other Finding) int {
	return cmp.Or(cmp.Compare(f.Path, other.Path), cmp.Compare(f.Kind, other.Kind),
		cmp.Compare(f.Detail, other.Detail), cmp.Compare(textOf(f.Err), textOf(other.Err)))
}

func textOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
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
	r.Unchecked = slices.CompactFunc(r.Unchecked, func(a, b error) bool {
		return a.Error() == b.Error()
	})
}

// A Release is what a copy is compared with: the manifest and its text.
type Release struct {
	*store.Manifest
	Text []byte

	// Signed is what was signed for it, zero if nothing was or it is not known.
	Signed transparency.Release

	// Original, if not nil, returns a file as it was released. Links that a page had from the
	// beginning are then not reported as Planted.
	Original func(path string) ([]byte, error)
}
