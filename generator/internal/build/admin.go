package build

import (
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/site"
)

// formFolder is where the body puts the script of the editors' form.
const formFolder = "static/" + host.AdminFolder

// planForm adds the editors' form to what is written: its page and its configuration. The
// script is the body's own to choose, and must be the one whose digest it pinned.
func (s *Snapshot) planForm(r *site.Reader, files map[string][]byte) diag.List {
	form := r.EditorForm()
	if form.Script == "" {
		return nil
	}
	var diags diag.List
	if r.Repository().Address == "" {
		diags.Add(diag.FormRepository, r.EditorFormAt())
	}
	file := formFolder + form.Script
	if r.Blob(file) == nil || strings.Contains(form.Script, "/") {
		diags.Add(diag.FormScript, r.EditorFormAt(), file)
		return diags
	}
	src, ok := s.read(file, &diags)
	if !ok {
		return diags
	}
	sum := sha512.Sum384(src)
	if digest := "sha384-" + base64.StdEncoding.EncodeToString(sum[:]); digest != form.Integrity {
		diags.Add(diag.FormDigest, r.EditorFormAt(), file, digest)
		return diags
	}
	set := *r.Frame()
	set.Repository, set.Form = r.Repository(), form
	files[host.AdminFolder+"config.yml"] = content.FormConfig(&set, r.Kinds(), choices(r))
	escaped := template.HTMLEscapeString
	files[host.AdminFolder+"index.html"] = fmt.Appendf(nil, formPage,
		r.Frame().Lang, escaped(formPolicy(r)), escaped(r.Frame().Short), escaped(form.Script),
		form.Integrity)
	return diags
}

// formPage is the page of the editors' form: its language, policy, title, script and the digest
// of that script are filled in.
const formPage = `<!doctype html>
<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
	`<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="%s">` +
	`<meta name="referrer" content="strict-origin-when-cross-origin">
<title>%s</title><link href="config.yml" type="text/yaml" rel="cms-config-url"></head>
<body><script src="%s" integrity="%s"></script></body></html>
`

// Choices are the values that the site's own settings and data allow, by the key of the
// header that takes them.
func (s *Snapshot) Choices() map[string][]string { return choices(s.World.Reader()) }

func choices(r *site.Reader) map[string][]string {
	known := map[string][]string{}
	for _, c := range r.Categories() {
		known["kategori"] = append(known["kategori"], c.Slug)
	}
	known["alasan_pengecualian"] = r.RefusalNames(true)
	known["alasan_penolakan"] = r.RefusalNames(false)
	known["penguasa"], known["lang"] = r.UnitSlugs(), r.Languages()
	return known
}

// formPolicy is the Content Security Policy of the editors' form, "" without one. The form
// makes its styles itself and shows pictures that are not uploaded yet; it speaks to the git
// host and to nobody else, but for its icons, which are a font that it fetches: fonts run
// nothing. That it may ask whether it is the newest is left out.
func formPolicy(r *site.Reader) string {
	form, repository := r.EditorForm(), r.Repository()
	if form.Script == "" {
		return ""
	}
	connect := "'self' blob: data: https://api.github.com https://github.com " +
		"https://www.githubstatus.com"
	if repository.GitLab {
		connect = "'self' blob: data: https://gitlab.com"
		if _, rest, ok := strings.Cut(repository.Address, "://"); ok {
			name, _, _ := strings.Cut(rest, "/")
			connect += " https://" + name
		}
	}
	if form.Login != "" {
		connect += " " + strings.TrimSuffix(form.Login, "/")
	}
	return strings.Join([]string{
		"default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob: https:", "font-src 'self' data: https://cdn.jsdelivr.net",
		"manifest-src blob:", "media-src 'self' blob:", "worker-src 'self' blob:",
		"connect-src " + connect, "form-action 'self'", "base-uri 'none'",
	}, "; ")
}
