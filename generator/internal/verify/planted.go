package verify

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"maklumat/generator/internal/digest"
)

// Of one body, at most this many addresses are reported.
const shownStrangers = 5

// planted reports the first addresses in a body that are not the site's: links and scripts of
// other sites, or of paths that the release does not have. It is called for bodies that differ.
func (l *live) planted(file string, body []byte, v *Visitor) {
	known := map[string]bool{}
	kind := Planted
	find := l.strangers
	if isMap(file) {
		kind = Named
		find = l.unmapped
	}
	if l.Release.Original != nil {
		was, err := l.Release.Original(file)
		if err == nil && digest.Of(was) == l.sums[file] {
			for _, address := range find(was, 1000) {
				known[address] = true
			}
		}
	}
	shown := 0
	for _, address := range find(body, 1000) {
		if !known[address] && shown < shownStrangers {
			shown++
			l.find(kind, file, v, address)
		}
	}
}

// loading are the attributes whose value is an address.
var loading = []string{"href", "src", "action", "formaction", "data", "poster", "srcset", "content"}

// strangers returns the addresses in a page that are not the site's, at most as many as most.
func (l *live) strangers(body []byte, most int) []string {
	var found []string
	add := func(address string) {
		to, err := l.Base.Parse(strings.TrimSpace(address))
		if err == nil && !l.ours(to) && !slices.Contains(found, to.String()) && len(found) < most {
			found = append(found, to.String())
		}
	}
	z := html.NewTokenizer(bytes.NewReader(body))
	for len(found) < most {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		token := z.Token()
		canonical := html.Attribute{Key: "rel", Val: "canonical"}
		if token.Data == "link" && slices.Contains(token.Attr, canonical) {
			continue // the site may be served at an address that is not its own
		}
		for _, a := range token.Attr {
			switch {
			case !slices.Contains(loading, a.Key):
			case a.Key == "srcset":
				for part := range strings.SplitSeq(a.Val, ",") {
					address, _, _ := strings.Cut(strings.TrimSpace(part), " ")
					add(address)
				}
			case a.Key != "content":
				add(a.Val)
			case token.Data == "meta":
				if m := refreshed.FindStringSubmatch(a.Val); m != nil {
					add(m[1])
				}
			}
		}
	}
	return found
}

var (
	// refreshed is where the content of a meta element sends visitors.
	refreshed = regexp.MustCompile(`(?i)^\s*[0-9.]*\s*[;,]\s*url\s*=\s*['"]?([^'"]+)`)

	// mapped is where a robots.txt or a sitemap names an address.
	mapped = regexp.MustCompile(`(?im)^\s*sitemap\s*:\s*(\S+)|<loc[^>]*>\s*([^<\s]+)\s*</loc`)
)

// named returns the addresses that a robots.txt or a sitemap names.
func named(body []byte) []string {
	var all []string
	for _, m := range mapped.FindAllSubmatch(body, -1) {
		all = append(all, html.UnescapeString(string(m[1])+string(m[2])))
	}
	return all
}

// unmapped returns the addresses in a robots.txt or a sitemap that are not in the release, at most
// as many as most.
func (l *live) unmapped(body []byte, most int) []string {
	var found []string
	for _, address := range named(body) {
		to, err := url.Parse(address)
		if (err != nil || !l.ours(l.Base.ResolveReference(to))) && len(found) < most {
			found = append(found, address)
		}
	}
	return found
}
