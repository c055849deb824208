package host

import (
	"regexp"
	"strings"
)

// apache writes the file that Apache and LiteSpeed, as on cPanel, look for in each folder.
// What a server was built without is left out by it.
func apache(s *Site) []byte {
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
	t.line("<IfModule mod_deflate.c>")
	t.line("  AddOutputFilterByType DEFLATE %s", strings.Join(texts, " "))
	t.line("</IfModule>")
	t.line("<IfModule mod_headers.c>")
	for _, h := range s.Headers() {
		t.line("  Header always set %s %q", h.Name, h.Value)
	}
	t.line("  Header set Cache-Control %q", string(Fresh))
	base := regexp.QuoteMeta(s.Base)
	t.line("  <If \"%%{REQUEST_URI} =~ m#^%s(%s)/#\">", base, strings.Join(FixedFolders, "|"))
	t.line("    Header set Cache-Control %q", string(Fixed))
	t.line("  </If>")
	if s.Admin != "" {
		t.line("  <If \"%%{REQUEST_URI} =~ m#^%s%s#\">", base, AdminFolder)
		t.line("    Header always set Content-Security-Policy %q", s.AdminHeaders()[0].Value)
		t.line("  </If>")
	}
	t.line("</IfModule>")
	if len(s.Redirects) > 0 {
		t.line("<IfModule mod_alias.c>")
		for _, r := range s.Redirects {
			t.line("  RedirectMatch 301 \"^%s/?$\" %q", regexp.QuoteMeta(r.bare()), r.To)
		}
		t.line("</IfModule>")
	}
	return t.Bytes()
}
