package render

import (
	"encoding/base64"
	"encoding/binary"
	"html/template"
	"path"
	"regexp"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/page"
)

// inlineLogo and inlineIcon are up to how many bytes a picture of the body stands inside
// the page, where it costs no request of its own.
const (
	inlineLogo = 1500
	inlineIcon = 400
)

// logoHeight is how high the logo is shown, in pixels.
const logoHeight = 40

// neutralIcon is the mark of a body without a logo: a shield in its colours, with lines.
const neutralIcon = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 36'>` +
	`<path fill='BRAND' d='M2 2h28v18c0 8-7 12-14 14C9 32 2 28 2 20z'/>` +
	`<path stroke='ON' stroke-width='2.5' d='M9 11h14M9 17h14M9 23h9'/></svg>`

// identity sets the mark of the body and its icon.
func (t *Theme) identity(in Input, light palette, assets map[string]string) {
	or := func(token, otherwise string) string {
		if c := light[token]; c.Value != "" {
			return c.Value
		}
		return otherwise
	}
	colored := strings.NewReplacer(
		"BRAND", or("--brand", "#333333"), "ON", or("--on-brand", "#ffffff"))
	t.icon = dataURL("image/svg+xml", []byte(colored.Replace(neutralIcon)))
	if in.Logo == "" {
		return
	}
	name := strings.TrimPrefix(strings.TrimPrefix(in.Logo, "/"), "aset/")
	address, ok := assets[name]
	if !ok {
		t.Diags.Add(diag.FileMissing, in.LogoAt, "static/aset/"+name)
		return
	}
	b := t.texts[strings.TrimPrefix(address, in.Base)]
	kind, width, height := pictureSize(name, b)
	if width <= 0 || height <= 0 {
		t.Diags.Add(diag.LogoSize, in.LogoAt, in.Logo)
		return
	}
	source := template.URL(address)
	t.icon = source
	if len(b) <= inlineLogo {
		source = dataURL(kind, b)
	}
	if len(b) <= inlineIcon {
		t.icon = source
	}
	t.logo = &page.Logo{Src: source, Width: int(width*logoHeight/height + 0.5), Height: logoHeight}
}

// inURL replaces what an address in double quotation marks cannot hold.
var inURL = strings.NewReplacer(
	"\"", "'", "%", "%25", "#", "%23", "<", "%3C", ">", "%3E", "\n", " ")

// dataURL writes a picture into an address (RFC 2397). SVG stays text, which compresses.
func dataURL(kind string, b []byte) template.URL {
	if kind != "image/svg+xml" {
		return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(b))
	}
	return template.URL("data:image/svg+xml," + inURL.Replace(string(b)))
}

var (
	svgBox  = regexp.MustCompile(`<svg[^>]*\bviewBox="([^"]+)"`)
	svgSize = regexp.MustCompile(`<svg[^>]*\b(width|height)="([0-9.]+)(?:px)?"` +
		`[^>]*\b(width|height)="([0-9.]+)(?:px)?"`)
)

// pictureSize returns the media type of a logo and its proportions; 0 when they cannot be
// read.
func pictureSize(name string, b []byte) (kind string, width, height float64) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".svg":
		if m := svgBox.FindSubmatch(b); m != nil {
			separates := func(r rune) bool { return r == ' ' || r == ',' }
			if part := strings.FieldsFunc(string(m[1]), separates); len(part) == 4 {
				width, _ = strconv.ParseFloat(part[2], 64)
				height, _ = strconv.ParseFloat(part[3], 64)
			}
		} else if m := svgSize.FindSubmatch(b); m != nil {
			width, _ = strconv.ParseFloat(string(m[2]), 64)
			height, _ = strconv.ParseFloat(string(m[4]), 64)
			if string(m[1]) == "height" {
				width, height = height, width
			}
		}
		return "image/svg+xml", width, height
	case ext == ".png" && len(b) > 24 && string(b[1:4]) == "PNG":
		// The chunk IHDR comes first (PNG 3, 5.6).
		w, h := binary.BigEndian.Uint32(b[16:]), binary.BigEndian.Uint32(b[20:])
		return "image/png", float64(w), float64(h)
	}
	return "", 0, 0
}

// themeColors are what browsers paint around the page, in the two schemes.
func themeColors(light, dark palette) [2]string {
	return [2]string{light["--paper"].Value, dark["--paper"].Value}
}
