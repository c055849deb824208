// Package host knows the places where a finished site is served: which files of settings
// each of them reads, what it may keep for how long, and what it does not take.
//
// # One table
//
// What is true of the site on every host is a [Site]: the headers of its answers, how long
// a copy may be kept (a [Class]), which addresses lead elsewhere, and the type of each file
// ([Type]). [Hosts] says how each host is told so. A host that reads no such file still
// serves a whole site: each page carries its own policy, and a redirect is a page too.
//
// The limits are those that the hosts wrote down when the table was last looked at; the
// address is in Source.
//
// # A new host
//
// A new host is one row of [Hosts], and one file that shows what is written for it,
// testdata/NAME.golden, which UPDATE=1 go test writes. The functions that write its settings
// stand in a file of its name. All else follows from the row: the names that content/site.yaml
// may use, what is not served ([IsSettings]), the compressed copies, the promised headers
// ([Site.Promised]) and the limits ([Host.Check]).
package host

import (
	"slices"
	"strings"
)

// A Header is what a server says with an answer.
type Header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// A Redirect leads from one address to another; both have the base path, and From may end
// with a slash.
type Redirect struct{ From, To string }

// bare is the address without a slash at its end.
func (r Redirect) bare() string { return strings.TrimSuffix(r.From, "/") }

// A Site is what a host must know of a finished site.
type Site struct {
	Base      string // the base path; begins and ends with a slash
	Domain    string // of its address
	Secure    bool   // it is answered by https only
	Policy    string // the Content Security Policy of all pages together
	Redirects []Redirect
	Admin     string // the policy of the editors' page at admin/, "" without one
}

// A File is one file that is written for a host.
type File struct {
	Path string
	Text []byte
}

// A Host is one place where the site can be served. A limit of 0 is none.
type Host struct {
	Name    string
	Source  string // where its settings and limits are written down
	Gzip    bool   // it sends a file's .gz in its place
	Brotli  bool   // and its .br
	Carries bool   // it answers nobody: the site is carried on from there, or opened from a disk

	MaxFiles     int   // in a site
	MaxFile      int64 // bytes of a file
	MaxTotal     int64 // bytes of a site
	MaxRedirects int   // in its file of redirects

	// promises returns the headers that its settings make it send with every answer. It is nil
	// for a host that sends none of ours.
	promises func(s *Site) []Header
	settings []setting

	// adds are headers that it sends of its own accord and that change what visitors get.
	adds []addition
}

// An addition is a header whose value begins with some text, for domains that end with another.
type addition struct{ name, value, domain string }

// A setting is a file that a host reads. A nil text means that a site needs no such file; an
// empty one is written.
type setting struct {
	path string
	text func(s *Site) []byte
}

// Hosts are all places that a site can name.
var Hosts = []Host{
	{
		Name: "github",
		Source: "https://docs.github.com/en/pages/" +
			"getting-started-with-github-pages/github-pages-limits",
		MaxFile:  100 << 20,
		MaxTotal: 1 << 30,
		settings: []setting{{".nojekyll", noJekyll}, {"CNAME", ownDomain}},
	},
	{
		Name:     "gitlab",
		Source:   "https://docs.gitlab.com/user/project/pages/",
		Gzip:     true,
		Brotli:   true,
		MaxFiles: 200_000,
		MaxTotal: 1 << 30,
	},
	{
		Name:         "cloudflare",
		Source:       "https://developers.cloudflare.com/pages/platform/limits/",
		MaxFiles:     20_000,
		MaxFile:      25 << 20,
		MaxRedirects: 2000,
		promises:     cloudflarePromises,
		settings: []setting{{"_headers", cloudflareHeaders},
			{"_redirects", cloudflareRedirects}},
		adds: []addition{
			// .../fundamentals/reference/policies-compliances/cloudflare-cookies/
			{"Set-Cookie", "__cf_bm=", ""},
			{"Set-Cookie", "_cfuvid=", ""},
			{"Set-Cookie", "__cflb=", ""},
			// .../speed/optimization/content/speed-brain/
			{"Speculation-Rules", `"/cdn-cgi/speculation"`, ""},
			// .../pages/configuration/preview-deployments/
			{"X-Robots-Tag", "noindex", ".pages.dev"},
		},
	},
	{
		Name:     "netlify",
		Source:   "https://docs.netlify.com/routing/redirects/",
		promises: netlifyPromises,
		settings: []setting{{"_headers", netlifyHeaders}, {"_redirects", netlifyRedirects}},
		// https://docs.netlify.com/site-deploys/deploy-previews/
		adds: []addition{{"X-Robots-Tag", "noindex", ".netlify.app"}},
	},
	{
		Name:     "nginx",
		Source:   "https://nginx.org/en/docs/",
		Gzip:     true,
		promises: (*Site).Headers,
		settings: []setting{{Folder + "nginx.conf", nginx}},
	},
	{
		Name:     "caddy",
		Source:   "https://caddyserver.com/docs/caddyfile",
		Gzip:     true,
		Brotli:   true,
		promises: (*Site).Headers,
		settings: []setting{{Folder + "Caddyfile", caddy}},
	},
	{
		Name:     "apache",
		Source:   "https://httpd.apache.org/docs/2.4/",
		promises: (*Site).Headers,
		settings: []setting{{".htaccess", apache}},
	},
	{
		Name:    "s3",
		Source:  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html",
		MaxFile: 5 << 30,
	},
	{
		Name:    "folder",
		Source:  "https://www.rfc-editor.org/rfc/rfc8089",
		Carries: true,
	},
	{
		Name:    "rsync",
		Source:  "https://download.samba.org/pub/rsync/rsync.1",
		Carries: true,
	},
}

// Names returns the names of all Hosts.
func Names() []string {
	names := make([]string, len(Hosts))
	for i := range Hosts {
		names[i] = Hosts[i].Name
	}
	return names
}

// Find returns the Hosts of some names, in the order of Hosts. Names that are not known are
// left out.
func Find(names []string) []*Host {
	var found []*Host
	for i := range Hosts {
		if slices.Contains(names, Hosts[i].Name) {
			found = append(found, &Hosts[i])
		}
	}
	return found
}

// Files returns the files of settings that some hosts read, sorted by path. Of a file that two
// of them read, the host that comes first writes it.
func Files(s *Site, hosts []*Host) []File {
	var all []File
	for _, h := range hosts {
		for _, f := range h.settings {
			if slices.ContainsFunc(all, func(o File) bool { return o.Path == f.path }) {
				continue
			}
			if text := f.text(s); text != nil {
				all = append(all, File{f.path, text})
			}
		}
	}
	slices.SortFunc(all, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// Folder is where the files for servers are that do not look for one themselves. It is not
// served.
const Folder = "_host/"

// IsSettings reports whether a file tells a host something and is not served.
func IsSettings(file string) bool {
	if strings.HasPrefix(file, Folder) {
		return true
	}
	for i := range Hosts {
		for _, f := range Hosts[i].settings {
			if f.path == file {
				return true
			}
		}
	}
	return false
}

// The files in every release that speak of all others.
const (
	Manifest     = "manifest.json" // lists them
	ManifestNote = "manifest.note" // the digest of that list, signed
)

// AdminFolder is where the editors' page is, with a policy of its own.
const AdminFolder = "admin/"

// Headers returns what is said with every answer, the policy first. What the policy of a page
// says in its own head stands here for all pages together, with what a head cannot say: who may
// frame them.
func (s *Site) Headers() []Header { return s.headers(s.Policy) }

// AdminHeaders returns what is said below AdminFolder, the policy first.
func (s *Site) AdminHeaders() []Header { return s.headers(s.Admin) }

func (s *Site) headers(policy string) []Header {
	all := []Header{
		{"Content-Security-Policy", policy + "; frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
	if s.Secure { // RFC 6797; browsers do not listen to it without TLS
		all = append(all, Header{"Strict-Transport-Security", "max-age=31536000"})
	}
	return all
}

// Promised returns the headers that each of some hosts sends with every answer. Hosts that
// only carry the site to another are not asked, and without any that answers there are none.
func (s *Site) Promised(hosts []*Host) []Header {
	hosts = slices.DeleteFunc(slices.Clone(hosts), func(h *Host) bool { return h.Carries })
	if len(hosts) == 0 {
		return nil
	}
	var all []Header
	for _, header := range s.Headers() {
		if !slices.ContainsFunc(hosts, func(h *Host) bool { return !h.sends(s, header) }) {
			all = append(all, header)
		}
	}
	return all
}

func (h *Host) sends(s *Site, header Header) bool {
	return h.promises != nil && slices.Contains(h.promises(s), header)
}

// Adds reports whether one of the Hosts sends a header of its own accord with what is at a domain.
func Adds(domain, name, value string) bool {
	for i := range Hosts {
		for _, a := range Hosts[i].adds {
			if a.name == name && strings.HasPrefix(value, a.value) &&
				strings.HasSuffix(domain, a.domain) {
				return true
			}
		}
	}
	return false
}

// A Class says how long a copy of a file may be used without asking again.
type Class string

// The classes are values of Cache-Control (RFC 9111, RFC 8246).
const (
	Fixed Class = "public, max-age=31536000, immutable" // the name comes from the bytes
	Fresh Class = "public, max-age=0, must-revalidate"  // what is withdrawn must be gone at once
)

// FixedFolders hold the files whose names come from their bytes.
var FixedFolders = []string{"aset", "media", "cari/isi"}

// ClassOf returns the class of a file.
func ClassOf(file string) Class {
	for _, folder := range FixedFolders {
		if strings.HasPrefix(file, folder+"/") {
			return Fixed
		}
	}
	return Fresh
}
