package markdown

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"
)

type class int8

const (
	here class = iota
	elsewhere
	refused
)

// classify decides whether a target may become an address of a page. The schemes it knows are
// allowed and all others refused. Like browsers, it ignores tabs, line breaks and leading
// blanks when it looks for the scheme.
func classify(target string) class {
	s := strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f || r == 0xad || r >= 0x200b && r <= 0x200f || r == 0xfeff {
			return -1
		}
		return r
	}, target)
	if strings.HasPrefix(s, "//") || strings.HasPrefix(s, `\`) || strings.HasPrefix(s, `/\`) {
		return refused
	}
	i := strings.IndexAny(s, ":/?#")
	if i < 0 || s[i] != ':' {
		return here
	}
	switch scheme := strings.ToLower(s[:i]); scheme {
	case "http", "https":
		if u, err := url.Parse(target); err != nil || u.Host == "" || u.User != nil ||
			strings.ContainsFunc(u.Hostname(), isNoHost) {
			return refused
		}
		return elsewhere
	case "mailto", "tel":
		return elsewhere
	}
	return refused
}

// isNoHost reports whether a character cannot be part of a host's name in any script.
func isNoHost(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) &&
		!strings.ContainsRune(".-_:", r)
}

// IsElsewhere reports whether a target written in a header is an address of another site
// that a page may link to.
func IsElsewhere(target string) bool { return classify(target) == elsewhere }

// addresses looks for what a linking parser would turn into a link. It counts the addresses of
// other sites that stand where the target of a link does, as in [text](https://…); bare is true
// if one may stand elsewhere, or an e-mail address.
func addresses(body []byte) (targets int, bare bool) {
	if bytes.IndexByte(body, '@') >= 0 {
		return 0, true
	}
	for rest := body; ; {
		i := bytes.Index(rest, []byte("www."))
		if i < 0 {
			break
		}
		if i == 0 || rest[i-1] != '/' {
			return 0, true
		}
		rest = rest[i+4:]
	}
	for at := 0; ; {
		i := bytes.Index(body[at:], []byte("http"))
		if i < 0 {
			return targets, false
		}
		at += i
		if isAddress(body[at:]) {
			if !bytes.HasSuffix(body[:at], []byte("](")) {
				return 0, true
			}
			targets++
		}
		at += 4
	}
}

// isAddress reports whether a text begins with http: or https:.
func isAddress(b []byte) bool {
	return bytes.HasPrefix(b, []byte("http:")) || bytes.HasPrefix(b, []byte("https:"))
}
