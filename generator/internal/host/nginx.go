package host

import (
	"regexp"
	"strings"
)

// nginx writes what stands inside a server block. A location that has headers of its own
// does not inherit any, so they are written in each. A site below a base path keeps to it:
// what else the server does is not touched.
func nginx(s *Site) []byte {
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
		if bare := r.bare(); bare != r.From {
			t.line("%slocation = %s { return 301 %s; }", in, bare, r.To)
		}
	}
	if in != "" {
		t.line("}")
	}
	return t.Bytes()
}
