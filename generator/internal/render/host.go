package render

import (
	"fmt"
	"strings"
)

// A header is what a server says with every file at some addresses.
type header struct{ name, value string }

// forAll are the headers of every answer. What the policy of a page says in its own head
// stands here for all pages together, with what a head cannot say: who may frame them.
func forAll(policy string) []header {
	return []header{
		{"Content-Security-Policy", policy + "; frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
}

// forever is the cache of files whose names come from their bytes, and where they are.
var (
	forever = header{"Cache-Control", "public, max-age=31536000, immutable"}
	named   = []string{"aset", "media", "cari/isi"}
)

// hosts adds the configuration of the chosen hosts to the site.
func (t *Theme) hosts(in Input) {
	var styles, scripts []string
	for _, l := range t.layouts {
		styles, scripts = append(styles, string(l.css)), append(scripts, string(l.script))
	}
	headers := forAll(Policy(in.LinkCSS, styles, scripts))
	seen := map[string]bool{}
	for _, host := range in.Hosts {
		name, text := hostFile(host, in.Base, headers)
		if !seen[name] {
			seen[name] = true
			t.output(name, []byte(text))
		}
	}
}

// hostFile writes the headers, the cache and the page for what is not found as a host
// reads them. GitHub Pages and GitLab Pages read no such file: there the policy inside each
// page stands alone.
func hostFile(host, base string, headers []header) (name, text string) {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	switch host {
	case "netlify", "cloudflare":
		name = "_headers"
		line("%s*", base)
		for _, h := range headers {
			line("  %s: %s", h.name, h.value)
		}
		for _, dir := range named {
			line("%s%s/*", base, dir)
			line("  %s: %s", forever.name, forever.value)
		}
	case "apache":
		name = ".htaccess"
		line("ErrorDocument 404 %s404.html", base)
		line("AddDefaultCharset utf-8")
		line("<IfModule mod_headers.c>")
		for _, h := range headers {
			line("  Header always set %s %q", h.name, h.value)
		}
		line("  <If \"%%{REQUEST_URI} =~ m#^%s(%s)/#\">", base, strings.Join(named, "|"))
		line("    Header set %s %q", forever.name, forever.value)
		line("  </If>")
		line("</IfModule>")
	case "nginx":
		name = "_host/nginx.conf"
		line("# Inside the server block: include /path/to/_host/nginx.conf;")
		line("error_page 404 %s404.html;", base)
		line("charset utf-8;")
		nginx := func(indent string) {
			for _, h := range headers {
				line("%sadd_header %s %q always;", indent, h.name, h.value)
			}
		}
		nginx("")
		line("location ~ ^%s(%s)/ {", base, strings.Join(named, "|"))
		nginx("  ") // a location with headers of its own does not inherit any
		line("  add_header %s %q;", forever.name, forever.value)
		line("}")
		line("location ^~ %s_host/ { return 404; }", base)
	case "caddy":
		name = "_host/Caddyfile"
		line("# Inside the site block: import /path/to/_host/Caddyfile")
		line("header {")
		for _, h := range headers {
			line("  %s %q", h.name, h.value)
		}
		line("}")
		line("@tetap path %s%s/*", base, strings.Join(named, "/* "+base))
		line("header @tetap %s %q", forever.name, forever.value)
		line("@tutup path %s_host/*", base)
		line("respond @tutup 404")
		line("handle_errors 404 {\n  rewrite * %s404.html\n  file_server\n}", base)
	}
	return name, b.String()
}
