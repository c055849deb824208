package verify

import (
	"mime"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/host"
)

// headers compares the headers of an answer with those in the manifest. The editors' form has a
// policy of its own.
func (l *live) headers(file string, a *answer, v *Visitor) {
	for _, h := range l.Release.Headers {
		if strings.HasPrefix(file, host.AdminFolder) && h.Name == "Content-Security-Policy" {
			continue
		}
		values := a.header.Values(h.Name)
		if len(values) == 0 ||
			slices.ContainsFunc(values, func(value string) bool { return value != h.Value }) {
			l.find(Unheaded, file, v, h.Name)
		}
	}
}

// telling are the headers that change what people get or what crawlers make of it. Who has a server
// but not its files says by them what is not in a page.
var telling = []string{
	"Clear-Site-Data", "Content-Disposition", "Content-Security-Policy-Report-Only", "Link",
	"Location", "Refresh", "Service-Worker-Allowed", "Set-Cookie", "Sourcemap", "Speculation-Rules",
	"X-Robots-Tag",
}

// longest is how much of a header is quoted, in bytes.
const longest = 200

// uninvited reports the telling headers of an answer that nobody promised.
func (l *live) uninvited(q *question, a *answer, v *Visitor) {
	for _, name := range telling {
		for _, value := range a.header.Values(name) {
			if l.isPromised(name, value) || l.isHarmless(name, value, a.status) ||
				host.Adds(l.Base.Hostname(), name, value) {
				continue
			}
			text := name + ": " + value
			l.find(Uninvited, q.path, v, text[:min(len(text), longest)])
		}
	}
}

func (l *live) isPromised(name, value string) bool {
	return slices.ContainsFunc(l.Release.Headers, func(h host.Header) bool {
		return http.CanonicalHeaderKey(h.Name) == name && h.Value == value
	})
}

// isHarmless reports whether a header says what is so without it.
func (l *live) isHarmless(name, value string, status int) bool {
	switch name {
	case "Location":
		return status >= 300 && status < 400 // where it leads is judged
	case "Content-Disposition":
		how, _, err := mime.ParseMediaType(value)
		return err == nil && how == "inline"
	case "X-Robots-Tag":
		return strings.EqualFold(value, "all")
	case "Link":
		return l.isEarly(value)
	}
	return false
}

var (
	link  = regexp.MustCompile(`^\s*<([^>]*)>([^,]*)(?:,|$)`)
	early = regexp.MustCompile(`;\s*rel="?(preload|modulepreload|prefetch|preconnect)"?\s*(;|$)`)
)

// isEarly reports whether a Link header tells browsers to fetch files of the site early, as some
// servers do with what they find in a page.
func (l *live) isEarly(value string) bool {
	for value != "" {
		m := link.FindStringSubmatch(value)
		if m == nil || !early.MatchString(m[2]) {
			return false
		}
		to, err := l.Base.Parse(m[1])
		if err != nil || !l.ours(to) {
			return false
		}
		value = value[len(m[0]):]
	}
	return true
}

// ours reports whether an address is in the release, or has a scheme such as mailto, by which
// nothing is loaded or run. Links to other sites are not, even those that editors wrote.
func (l *live) ours(to *url.URL) bool {
	if to.Scheme != "http" && to.Scheme != "https" {
		return to.Scheme != "javascript"
	}
	if to.Host != l.Base.Host {
		return false
	}
	file, ok := strings.CutPrefix(to.Path, l.Base.Path)
	if !ok {
		return false
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	_, ok = l.sums[file]
	return ok || file == host.Manifest || file == host.ManifestNote
}

// sameType reports whether the media type of an answer means the same as that in the manifest. Some
// types have several names, and a server may not know a type: then it says that the file is plain
// text, or mere bytes. All text is UTF-8, and read as anything else it may say something else.
func sameType(got, want string) bool {
	g, parameters, err := mime.ParseMediaType(got)
	if err != nil && got != "" {
		return false
	}
	switch strings.ToLower(parameters["charset"]) {
	case "", "utf-8", "utf8":
	default:
		return false
	}
	w, _, _ := mime.ParseMediaType(want)
	g, w = essence(g), essence(w)
	if w == "application/octet-stream" { // the manifest does not know it either
		return g != "text/html"
	}
	if g == w || w == "text/html" {
		return g == w
	}
	return g == "application/octet-stream" || g == "text/plain" && strings.HasPrefix(w, "text/")
}

// essence returns the name that stands for all names of a media type.
func essence(t string) string {
	switch t {
	case "":
		return "application/octet-stream"
	case "application/javascript", "application/x-javascript":
		return "text/javascript"
	case "text/xml", "application/atom+xml", "application/rss+xml":
		return "application/xml"
	case "image/vnd.microsoft.icon":
		return "image/x-icon"
	case "application/feed+json", "application/manifest+json", "application/ld+json",
		"application/geo+json":
		return "application/json"
	}
	return t
}
