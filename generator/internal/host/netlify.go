package host

// netlifyPromises leaves the policy of all pages to their own heads when the editors' page has
// another: rules that fit one address add up at Netlify, and there both would hold.
func netlifyPromises(s *Site) []Header {
	if s.Admin != "" {
		return s.Headers()[1:]
	}
	return s.Headers()
}

func netlifyHeaders(s *Site) []byte {
	headers := netlifyPromises(s)
	if s.Admin != "" { // says what a page's own head cannot
		headers = append([]Header{{"X-Frame-Options", "DENY"}}, headers...)
	}
	var t text
	t.rule(s, headers)
	t.cacheRules(s)
	return t.Bytes()
}

// netlifyRedirects forces each redirect, since a page is at its address too.
func netlifyRedirects(s *Site) []byte { return redirects(s, "301!") }
