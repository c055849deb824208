package host

import "strings"

// GitHub Pages has neither headers nor redirects: there the policy inside each page and the
// redirecting pages stand alone.

// noJekyll writes the empty file that keeps Jekyll, which leaves out files, from the site.
func noJekyll(*Site) []byte { return []byte{} }

// ownDomain writes the domain of the body's own, if the site has one.
func ownDomain(s *Site) []byte {
	if s.Domain == "" || strings.HasSuffix(s.Domain, ".github.io") {
		return nil
	}
	return []byte(s.Domain + "\n")
}
