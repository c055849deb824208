package host

// longest is how long a policy may be for Cloudflare, in bytes. It takes no line over 2,000.
const longest = 1900

// cloudflarePromises leaves a policy that is too long to the pages' own heads.
func cloudflarePromises(s *Site) []Header {
	if headers := s.Headers(); len(headers[0].Value) <= longest {
		return headers
	}
	return s.Headers()[1:]
}

// cloudflareHeaders has Cloudflare forget the policy of all pages, by a !, where the editors'
// page is.
func cloudflareHeaders(s *Site) []byte {
	headers := s.Headers()
	if policy := &headers[0]; len(policy.Value) > longest {
		policy.Value = "frame-ancestors 'none'"
	}
	var t text
	t.rule(s, headers)
	t.cacheRules(s)
	if s.Admin != "" {
		t.line("%s%s*", s.Base, AdminFolder)
		t.line("  ! Content-Security-Policy")
		t.line("  Content-Security-Policy: %s", s.AdminHeaders()[0].Value)
	}
	return t.Bytes()
}

func cloudflareRedirects(s *Site) []byte { return redirects(s, "301") }
