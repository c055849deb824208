package render

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
)

// Policy returns the Content Security Policy (W3C CSP 3) of pages with these style sheets
// and scripts inside them; "" stands for one that is not there. linked is set when style
// sheets are files of their own. Nothing else may style or run, nothing is loaded from
// another site, no form sends anything there, and no base element can turn links round.
func Policy(linked bool, styles, scripts []string) string {
	sources := func(texts []string, more ...string) string {
		out := more
		for _, text := range texts {
			if text != "" {
				sum := sha256.Sum256([]byte(text))
				out = append(out, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
			}
		}
		if len(out) == 0 {
			return "'none'"
		}
		slices.Sort(out)
		return strings.Join(slices.Compact(out), " ")
	}
	style := sources(styles)
	if linked {
		style = "'self'"
	}
	return strings.Join([]string{
		"default-src 'none'", "style-src " + style, "script-src " + sources(scripts),
		"img-src 'self' data:", "media-src 'self'", "connect-src 'self'", "form-action 'self'",
		"base-uri 'none'",
	}, "; ")
}

// Policy returns the Content Security Policy of all pages together, for servers that say one
// with every answer.
func (t *Theme) Policy() string { return t.policy }

func (t *Theme) joined(linked bool) string {
	var styles, scripts []string
	for _, l := range t.layouts {
		styles, scripts = append(styles, string(l.css)), append(scripts, string(l.script))
	}
	return Policy(linked, styles, scripts)
}
