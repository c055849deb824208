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
package host

import (
	"path"
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
	Name   string
	Gzip   bool // it sends a file's .gz in its place
	Brotli bool // and its .br
	Bare   bool // it sends no headers of ours
	Source string

	MaxFiles     int   // in a site
	MaxFile      int64 // bytes of a file
	MaxTotal     int64 // bytes of a site
	MaxRedirects int   // in its file of redirects

	files func(s *Site) []File
}

// Hosts are all places that a site can name.
var Hosts = []Host{
	{Name: "github", Bare: true, Source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
		MaxFile: 100 << 20, MaxTotal: 1 << 30, files: github},
	{Name: "gitlab", Bare: true, Source: "https://docs.gitlab.com/user/project/pages/", Gzip: true, Brotli: true,
		MaxFiles: 200_000, MaxTotal: 1 << 30},
	{Name: "cloudflare", Source: "https://developers.cloudflare.com/pages/platform/limits/",
		MaxFiles: 20_000, MaxFile: 25 << 20, MaxRedirects: 2000, files: cloudflare},
	{Name: "netlify", Source: "https://docs.netlify.com/routing/redirects/", files: netlify},
	{Name: "nginx", Source: "https://nginx.org/en/docs/", Gzip: true, files: nginx},
	{Name: "caddy", Source: "https://caddyserver.com/docs/caddyfile", Gzip: true, Brotli: true, files: caddy},
	{Name: "apache", Source: "https://httpd.apache.org/docs/2.4/", files: apache},
	{Name: "s3", Bare: true, Source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html", MaxFile: 5 << 30},
	{Name: "folder", Source: "https://www.rfc-editor.org/rfc/rfc8089"},
	{Name: "rsync", Source: "https://download.samba.org/pub/rsync/rsync.1"},
}

// Names returns the names of all Hosts.
func Names() []string {
	names := make([]string, len(Hosts))
	for i := range Hosts {
		names[i] = Hosts[i].Name
	}
	return names
}

// Find returns the Hosts of some names. Names that are not known are left out.
func Find(names []string) []*Host {
	var found []*Host
	for i := range Hosts {
		if slices.Contains(names, Hosts[i].Name) {
			found = append(found, &Hosts[i])
		}
	}
	return found
}

// Files returns the files of settings that some hosts read, sorted by path. Those that two
// hosts read alike are written once.
func Files(s *Site, hosts []*Host) []File {
	var all []File
	for _, h := range hosts {
		if h.files == nil {
			continue
		}
		for _, f := range h.files(s) {
			if !slices.ContainsFunc(all, func(o File) bool { return o.Path == f.Path }) {
				all = append(all, f)
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
	return strings.HasPrefix(file, Folder) || slices.Contains([]string{"_headers", "_redirects", ".htaccess", ".nojekyll", "CNAME"}, file)
}

// The files in every release that speak of all others.
const (
	Manifest     = "manifest.json" // lists them
	ManifestNote = "manifest.note" // the digest of that list, signed
)

// AdminFolder is where the editors' page is, with a policy of its own.
const AdminFolder = "admin/"

// Headers returns what is said with every answer. What the policy of a page says in its own
// head stands here for all pages together, with what a head cannot say: who may frame them.
func (s *Site) Headers() []Header { return s.headers(s.Policy) }

// AdminHeaders returns what is said below AdminFolder.
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

// Promised returns the headers that each of some hosts sends with every answer. A host is
// not asked that only carries files to another, and none promises what it cannot.
func (s *Site) Promised(hosts []*Host) []Header {
	served, policy := false, true
	all := s.Headers()
	for _, h := range hosts {
		switch h.Name {
		case "rsync", "folder": // carried on, or opened without a server
			continue
		case "netlify":
			policy = policy && s.Admin == ""
		case "cloudflare":
			policy = policy && len(all[0].Value) <= longest
		}
		if h.Bare {
			return nil
		}
		served = true
	}
	switch {
	case !served:
		return nil
	case !policy:
		return all[1:]
	}
	return all
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

// types are the media types of files by their ending, after IANA's registry. Text is UTF-8.
var types = map[string]string{
	"html": "text/html", "css": "text/css", "js": "text/javascript", "txt": "text/plain", "csv": "text/csv", "ics": "text/calendar",
	"vtt": "text/vtt", "md": "text/markdown", "xml": "application/xml", "json": "application/json", "jsonld": "application/ld+json",
	"geojson": "application/geo+json", "webmanifest": "application/manifest+json", "svg": "image/svg+xml",
	"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "ico": "image/x-icon", "avif": "image/avif",
	"mp3": "audio/mpeg", "ogg": "audio/ogg", "m4a": "audio/mp4", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
	"woff2": "font/woff2", "pdf": "application/pdf", "zip": "application/zip", "rtf": "application/rtf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"odt":  "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet", "odp": "application/vnd.oasis.opendocument.presentation",
	"doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
}

// Type returns the media type of a file by its name, with the charset of text.
func Type(file string) string {
	t, ok := types[strings.TrimPrefix(strings.ToLower(path.Ext(file)), ".")]
	switch {
	case !ok:
		return "application/octet-stream"
	case isText(t):
		return t + "; charset=utf-8"
	}
	return t
}

// isText reports whether a type is text, which has a charset and can be made smaller.
func isText(t string) bool {
	return strings.HasPrefix(t, "text/") || strings.HasSuffix(t, "json") || strings.HasSuffix(t, "xml")
}

// smallest is the size in bytes below which nothing is gained by compression.
const smallest = 512

// Compressible reports whether a file gets a compressed copy unless it is small.
func Compressible(file string) bool {
	return strings.HasSuffix(Type(file), "charset=utf-8") && !IsSettings(file)
}

// Compresses reports whether a file of a size is worth a compressed copy.
func Compresses(file string, size int) bool { return size >= smallest && Compressible(file) }
