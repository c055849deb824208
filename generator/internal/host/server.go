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
// does not inherit any, so they are written in each.
func nginx(s *Site) []File {
	var t text
	headers := func(indent string, all []Header, cache Class) {
		for _, h := range all {
			t.line("%sadd_header %s %q always;", indent, h.Name, h.Value)
		}
		t.line("%sadd_header Cache-Control %q;", indent, string(cache))
	}
	t.line("# Inside the server block:")
	t.line("#   root /path/to/the/site;     (the folder that holds %sindex.html)", s.Base)
	t.line("#   include /path/to/the/site%s%snginx.conf;", s.Base, Folder)
	t.line("index index.html;")
	t.line("error_page 404 %s404.html;", s.Base)
	t.line("absolute_redirect off;")
	t.line("gzip_static on;")
	t.line("gzip_vary on;")
	t.line("charset utf-8;")
	var charset []string
	sorted, byType := extensions()
	t.line("default_type application/octet-stream;")
	t.line("types {")
	for _, name := range sorted {
		t.line("  %s %s;", name, strings.Join(byType[name], " "))
		if isText(name) && name != "text/html" {
			charset = append(charset, name)
		}
	}
	t.line("}")
	t.line("charset_types %s;", strings.Join(charset, " "))
	t.line("if ($request_method !~ ^(GET|HEAD)$) { return 405; }")
	headers("", s.Headers(), Fresh)
	t.line("location ~ ^%s(%s)/ {", regexp.QuoteMeta(s.Base), strings.Join(FixedFolders, "|"))
	headers("  ", s.Headers(), Fixed)
	t.line("}")
	if s.Admin != "" {
		t.line("location ^~ %s%s {", s.Base, AdminFolder)
		headers("  ", s.AdminHeaders(), Fresh)
		t.line("}")
	}
	t.line("location ^~ %s%s { return 404; }", s.Base, Folder)
	for _, r := range s.Redirects {
		t.line("location = %s { return 301 %s; }", r.From, r.To)
		if bare, ok := strings.CutSuffix(r.From, "/"); ok {
			t.line("location = %s { return 301 %s; }", bare, r.To)
		}
	}
	return []File{{Folder + "nginx.conf", t.Bytes()}}
}

// caddy writes what stands inside a site block.
func caddy(s *Site) []File {
	var t text
	t.line("# Inside the site block:")
	t.line("#   root * /path/to/the/site")
	t.line("#   import /path/to/the/site%s%sCaddyfile", s.Base, Folder)
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
	t.line("handle_errors {\n  @hilang expression {http.error.status_code} == 404\n  rewrite @hilang %s404.html\n  header @hilang Content-Type \"text/html; charset=utf-8\"\n  file_server @hilang\n}", s.Base)
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
