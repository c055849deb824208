package host

import (
	"strconv"
	"strings"
)

// github writes what GitHub Pages reads: nothing of ours is for Jekyll, and a domain of the
// body's own stands in a file. It has neither headers nor redirects: there the policy inside
// each page and the redirecting pages stand alone.
func github(s *Site) []File {
	files := []File{{Path: ".nojekyll"}}
	if s.Domain != "" && !strings.HasSuffix(s.Domain, ".github.io") {
		files = append(files, File{"CNAME", []byte(s.Domain + "\n")})
	}
	return files
}

// netlify writes the two files that Netlify reads. A redirect is forced, since a page is at
// its address too. Rules that fit one address add up there, so the policy of all pages is
// left to their own heads when the editors' page has another.
func netlify(s *Site) []File {
	var t text
	t.line("%s*", s.Base)
	for i, h := range s.Headers() {
		if i == 0 && s.Admin != "" {
			h = Header{"X-Frame-Options", "DENY"}
		}
		t.line("  %s: %s", h.Name, h.Value)
	}
	cacheRules(&t, s)
	return append([]File{{"_headers", t.Bytes()}}, redirects(s, "301!")...)
}

// longest is how long a policy may be for Cloudflare, in bytes.
const longest = 1900

// cloudflare writes the same for Cloudflare Pages, which forgets a header at some addresses
// when told so with a !, and takes no line over 2,000 bytes: a longer policy is left to the
// pages' own heads.
func cloudflare(s *Site) []File {
	var t text
	t.line("%s*", s.Base)
	for i, h := range s.Headers() {
		if i == 0 && len(h.Value) > longest {
			h.Value = "frame-ancestors 'none'"
		}
		t.line("  %s: %s", h.Name, h.Value)
	}
	cacheRules(&t, s)
	if s.Admin != "" {
		t.line("%s%s*", s.Base, AdminFolder)
		t.line("  ! Content-Security-Policy")
		t.line("  Content-Security-Policy: %s", s.AdminHeaders()[0].Value)
	}
	return append([]File{{"_headers", t.Bytes()}}, redirects(s, "301")...)
}

func cacheRules(t *text, s *Site) {
	for _, folder := range FixedFolders {
		t.line("%s%s/*", s.Base, folder)
		t.line("  Cache-Control: %s", Fixed)
	}
}

// redirects writes the file of redirects, nothing when there are none.
func redirects(s *Site, code string) []File {
	if len(s.Redirects) == 0 {
		return nil
	}
	var t text
	for _, r := range s.Redirects {
		t.line("%s %s %s", r.From, r.To, code)
	}
	return []File{{"_redirects", t.Bytes()}}
}

// A Finding is a limit of a host that a site does not keep.
type Finding struct {
	Host  *Host
	What  Limit
	Path  string // of the file, if it is about one
	Value string
	Most  string
}

// A Limit names one of a Host's limits.
type Limit int8

// The limits.
const (
	FileCount Limit = iota
	FileSize
	TotalSize
	RedirectCount
)

// A Size is the size of a finished file.
type Size struct {
	Path  string
	Bytes int64
}

// Check holds the sizes of a finished site against what a host takes.
func (h *Host) Check(s *Site, sizes []Size) []Finding {
	var found []Finding
	add := func(what Limit, path string, value, most int64) {
		if most > 0 && value > most {
			found = append(found, Finding{h, what, path, strconv.FormatInt(value, 10), strconv.FormatInt(most, 10)})
		}
	}
	add(FileCount, "", int64(len(sizes)), int64(h.MaxFiles))
	var total int64
	for _, f := range sizes {
		total += f.Bytes
		add(FileSize, f.Path, f.Bytes, h.MaxFile)
	}
	add(TotalSize, "", total, h.MaxTotal)
	add(RedirectCount, "", int64(len(s.Redirects)), int64(h.MaxRedirects))
	return found
}
