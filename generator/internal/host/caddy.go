package host

import (
	"fmt"
	"strings"
)

// caddy writes what stands inside a site block. A site below a base path keeps to it: what
// else the server does is not touched.
func caddy(s *Site) []byte {
	var t text
	t.line("# Inside the site block:")
	t.line("#   root * /path/to/the/site")
	t.line("#   import /path/to/the/site%s%sCaddyfile", s.Base, Folder)
	if s.Base != "/" {
		t.line("redir %s %s permanent", strings.TrimSuffix(s.Base, "/"), s.Base)
		t.line("handle %s* {", s.Base)
	}
	t.line("file_server {")
	t.line("  precompressed br gzip")
	t.line("}")
	rest := []string{s.Base + strings.Join(FixedFolders, "/* "+s.Base) + "/*"}
	block := func(match string, all []Header, cache Class) {
		t.line("header %s {", match)
		for _, h := range all {
			t.line("  %s %q", h.Name, h.Value)
		}
		t.line("  Cache-Control %q", string(cache))
		t.line("}")
	}
	t.line("@tetap path %s", rest[0])
	block("@tetap", s.Headers(), Fixed)
	if s.Admin != "" {
		t.line("@editor path %s%s*", s.Base, AdminFolder)
		block("@editor", s.AdminHeaders(), Fresh)
		rest = append(rest, s.Base+AdminFolder+"*")
	}
	t.line("@segar not path %s", strings.Join(rest, " "))
	block("@segar", s.Headers(), Fresh)
	sorted, byType := extensions()
	for n, name := range sorted {
		value := name
		if isText(name) {
			value += "; charset=utf-8"
		}
		match := "*." + strings.Join(byType[name], " *.")
		if name == "text/html" {
			match += " */"
		}
		t.line("@jenis%d path %s", n, match)
		t.line("header @jenis%d Content-Type %q", n, value)
	}
	t.line("header ?Content-Type \"application/octet-stream\"")
	t.line("@tulis not method GET HEAD")
	t.line("respond @tulis 405")
	t.line("@tutup path %s%s*", s.Base, Folder)
	t.line("error @tutup 404")
	for n, r := range s.Redirects {
		from := r.From
		if bare := r.bare(); bare != from {
			from += " " + bare
		}
		t.line("@alih%d path %s", n, from)
		t.line("redir @alih%d %s permanent", n, r.To)
	}
	ours := ""
	if s.Base != "/" {
		t.line("}")
		ours = fmt.Sprintf(" && {http.request.orig_uri.path}.startsWith('%s')", s.Base)
	}
	t.line("handle_errors {")
	t.line("  @hilang expression {http.error.status_code} == 404%s", ours)
	t.line("  rewrite @hilang %s404.html", s.Base)
	t.line("  header @hilang Content-Type \"text/html; charset=utf-8\"")
	t.line("  file_server @hilang")
	t.line("}")
	return t.Bytes()
}
