package markdown

import (
	"strings"
	"testing"
)

// TestBareAddresses holds where addresses end that stand in a text by themselves, in all scripts.
// In the name of a host, browsers decode percents (URL Standard, 3.5).
func TestBareAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"Lihat https://a.example/é/berkas dan":     "https://a.example/%C3%A9/berkas",
		"https://a.example/日本?q=1 dan":             "https://a.example/%E6%97%A5%E6%9C%AC?q=1",
		"https://a.example/café.pdf.":              "https://a.example/caf%C3%A9.pdf",
		"https://a.example/peraturan–daerah, lalu": "https://a.example/peraturan%E2%80%93daerah",
		"https://a.example/wiki/Perda_№_5":         "https://a.example/wiki/Perda_%E2%84%96_5",
		"https://a.example/a’b":                    "https://a.example/a%E2%80%99b",
		"‘https://a.example/a’":                    "",
		"di https://a.example/a’ itu":              "https://a.example/a",
		"“Lihat https://a.example/a” kata":         "https://a.example/a",
		"https://bücher.example/ü":                 "https://b%C3%BCcher.example/%C3%BC",
		"www.bücher.example/ü":                     "http://www.b%C3%BCcher.example/%C3%BC",
		"(https://a.example/b_(c))":                "https://a.example/b_(c)",
		"https://a.example/%C3%A9":                 "https://a.example/%C3%A9",
		"https://a.example:8080/?q=é#bagian":       "https://a.example:8080/?q=%C3%A9#bagian",
		"https://a.example。":                       "https://a.example",
		"https://a.example/日本。次":                   "https://a.example/%E6%97%A5%E6%9C%AC",
		"https://a.example/a\u00a0b":               "https://a.example/a",
		"https://a.example<br>":                    "https://a.example",
	} {
		html := string(NewParser().Parse("a.md", []byte(text), 0).HTML)
		_, rest, _ := strings.Cut(html, `href="`)
		got, _, _ := strings.Cut(rest, `"`)
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
