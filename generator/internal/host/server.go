package host

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A text is a file being written, line by line.
type text struct{ bytes.Buffer }

func (t *text) line(format string, args ...any) { fmt.Fprintf(t, format+"\n", args...) }

// extensions returns the endings of all types, by type, sorted.
func extensions() (sorted []string, byType map[string][]string) {
	byType = map[string][]string{}
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		byType[types[ext]] = append(byType[types[ext]], ext)
	}
	return slices.Sorted(maps.Keys(byType)), byType
}

// nginx writes what stands inside a server block. A location that has headers of its own
// does not inherit any, so they are written in each. A site below a base path keeps to it:
// what else the server does is not touched.
func nginx(s *Site) []File {
	var t text
	in := "" // the indent of what is the site's
	headers := func(indent string, all []Header, cache Class) {
		for _, h := range all {
			t.line("%s%sadd_header %s %q always;", in, indent, h.Name, h.Value)
		}
		t.line("%s%sadd_header Cache-Control %q;", in, indent, string(cache))
	}
	t.line("# Inside the server block:")
	t.line("#   root /path/to/the/site;     (the folder that holds %sindex.html)", s.Base)
	t.line("#   include /path/to/the/site%s%snginx.conf;", s.Base, Folder)
	t.line("# After every release: nginx -t && nginx -s reload")
	if s.Base != "/" {
		t.line("location ^~ %s {", s.Base)
		in = "  "
	}
	t.line("%sindex index.html;", in)
	t.line("%serror_page 404 %s404.html;", in, s.Base)
	t.line("%sabsolute_redirect off;", in)
	t.line("%sgzip_static on;", in)
	t.line("%sgzip_vary on;", in)
	t.line("%scharset utf-8;", in)
	var charset []string
	sorted, byType := extensions()
	t.line("%sdefault_type application/octet-stream;", in)
	t.line("%stypes {", in)
	for _, name := range sorted {
		t.line("%s  %s %s;", in, name, strings.Join(byType[name], " "))
		if isText(name) && name != "text/html" {
			charset = append(charset, name)
		}
	}
	t.line("%s}", in)
	t.line("%scharset_types %s;", in, strings.Join(charset, " "))
	t.line("%sif ($request_method !~ ^(GET|HEAD)$) { return 405; }", in)
	headers("", s.Headers(), Fresh)
	t.line("%slocation ~ ^%s(%s)/ {", in, regexp.QuoteMeta(s.Base), strings.Join(FixedFolders, "|"))
	headers("  ", s.Headers(), Fixed)
	t.line("%s}", in)
	if s.Admin != "" {
		t.line("%slocation ^~ %s%s {", in, s.Base, AdminFolder)
		headers("  ", s.AdminHeaders(), Fresh)
		t.line("%s}", in)
	}
	t.line("%slocation ^~ %s%s { return 404; }", in, s.Base, Folder)
	for _, r := range s.Redirects {
		t.line("%slocation = %s { return 301 %s; }", in, r.From, r.To)
		if bare, ok := strings.CutSuffix(r.From, "/"); ok {
			t.line("%slocation = %s { return 301 %s; }", in, bare, r.To)
		}
	}
	if in != "" {
		t.line("}")
	}
	return []File{{Folder + "nginx.conf", t.Bytes()}}
}

// caddy writes what stands inside a site block. A site below a base path keeps to it: what
// else the server does is not touched.
func caddy(s *Site) []File {
	var t text
	t.line("# Inside the site block:")
	t.line("#   root * /path/to/the/site")
	t.line("#   import /path/to/the/site%s%sCaddyfile", s.Base, Folder)
	if s.Base != "/" {
		t.line("redir %s %s permanent", strings.TrimSuffix(s.Base, "/"), s.Base)
		t.line("handle %s* {", s.Base)
	}
	t.line("file_server {\n  precompressed br gzip\n}")
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
		t.line("@alih%d path %s", n, strings.Join(slices.Compact([]string{r.From, strings.TrimSuffix(r.From, "/")}), " "))
		t.line("redir @alih%d %s permanent", n, r.To)
	}
	ours := ""
	if s.Base != "/" {
		t.line("}")
		ours = fmt.Sprintf(" && {http.request.orig_uri.path}.startsWith('%s')", s.Base)
	}
	t.line("handle_errors {\n  @hilang expression {http.error.status_code} == 404%s\n  rewrite @hilang %s404.html\n  header @hilang Content-Type \"text/html; charset=utf-8\"\n  file_server @hilang\n}", ours, s.Base)
	return []File{{Folder + "Caddyfile", t.Bytes()}}
}

// apache writes the file that Apache and LiteSpeed, as on cPanel, look for in each folder.
// What a server was built without is left out by it.
func apache(s *Site) []File {
	var t text
	t.line("ErrorDocument 404 %s404.html", s.Base)
	t.line("AddDefaultCharset utf-8")
	t.line("DirectoryIndex index.html")
	t.line("Options -Indexes")
	sorted, byType := extensions()
	t.line("<IfModule mod_mime.c>")
	var texts []string
	for _, name := range sorted {
		t.line("  AddType %s .%s", name, strings.Join(byType[name], " ."))
		if isText(name) {
			t.line("  AddCharset utf-8 .%s", strings.Join(byType[name], " ."))
			texts = append(texts, name)
		}
	}
	t.line("</IfModule>")
	t.line("<IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE %s\n</IfModule>", strings.Join(texts, " "))
	t.line("<IfModule mod_headers.c>")
	for _, h := range s.Headers() {
		t.line("  Header always set %s %q", h.Name, h.Value)
	}
	t.line("  Header set Cache-Control %q", string(Fresh))
	t.line("  <If \"%%{REQUEST_URI} =~ m#^%s(%s)/#\">", regexp.QuoteMeta(s.Base), strings.Join(FixedFolders, "|"))
	t.line("    Header set Cache-Control %q", string(Fixed))
	t.line("  </If>")
	if s.Admin != "" {
		t.line("  <If \"%%{REQUEST_URI} =~ m#^%s%s#\">", regexp.QuoteMeta(s.Base), AdminFolder)
		t.line("    Header always set Content-Security-Policy %q", s.AdminHeaders()[0].Value)
		t.line("  </If>")
	}
	t.line("</IfModule>")
	if len(s.Redirects) > 0 {
		t.line("<IfModule mod_alias.c>")
		for _, r := range s.Redirects {
			t.line("  RedirectMatch 301 \"^%s/?$\" %q", regexp.QuoteMeta(strings.TrimSuffix(r.From, "/")), r.To)
		}
		t.line("</IfModule>")
	}
	return []File{{".htaccess", t.Bytes()}}
}
