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

// classify decides what may become an address. The list is of what is allowed: other
// schemes are refused, whatever they do. Browsers drop tabs and line breaks and skip
// leading blanks when they look for the scheme, so the decision does too.
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

// isNoHost reports the characters that no name of a machine has, also in other scripts.
func isNoHost(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) &&
		!strings.ContainsRune(".-_:", r)
}

// IsElsewhere reports whether a target written in a header is an address of another site
// that a page may link to.
func IsElsewhere(target string) bool { return classify(target) == elsewhere }

// addresses counts the addresses of other sites in a body that stand where the target of a
// link does, as in [text](https://…), and reports whether one may stand anywhere else, or an
// address of e-mail.
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

// isAddress reports whether a text begins as an address of another site that stands bare does.
func isAddress(b []byte) bool {
	return bytes.HasPrefix(b, []byte("http:")) || bytes.HasPrefix(b, []byte("https:"))
}
