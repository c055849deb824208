package render

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/diag"
)

// palettes are those of a theme whose colours can be read in both schemes.
const palettes = ":root{--ink:#111;--paper:#ffffff;--brand:#7a1f1f;--on-brand:#fff;" +
	"--gold:#7a5c00;--link:#00319c}" +
	"@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#101010;--brand:#e08080;" +
	"--on-brand:#101010;--gold:#e8c860;--link:#9ab8ff}}"

// painted returns the small theme with those palettes and colours of a body's own.
func painted(colors ...Color) Input {
	in := smallTheme.input(files{"templates/css/base.css": palettes})
	in.Colors = colors
	return in
}

// TestContrast says how well colours can be told apart, by WCAG 2.2.
func TestContrast(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#ffffff", "#ffffff", 1},
		{"#777777", "#ffffff", 4.48},
		{"#767676", "#ffffff", 4.54},
		{"#ff0000", "#ffffff", 4.00}, {"#0000ff", "#ffffff", 8.59},
	} {
		if got := contrast(tt.a, tt.b); math.Abs(got-tt.want) > 0.005 ||
			got != contrast(tt.b, tt.a) {
			t.Errorf("%s on %s: %.3f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestColors says what is told of a body's own colours, and where.
func TestColors(t *testing.T) {
	at := diag.Span{File: "content/site.yaml", Start: 7, End: 14}
	for _, tt := range []struct {
		name  string
		color Color
		want  int
	}{
		{
			"a dark one on a light page",
			Color{Field: "brand", Token: "--brand", Value: "#004488", At: at}, 0,
		},
		{
			"a light one on a light page",
			Color{Field: "brand", Token: "--brand", Value: "#eeeecc", At: at}, 2,
		},
		{
			"a light one on a dark page",
			Color{Field: "brand_dark", Token: "--brand", Dark: true, Value: "#ccccaa", At: at}, 0,
		},
		{
			"a dark one on a dark page",
			Color{Field: "brand_dark", Token: "--brand", Dark: true, Value: "#222222", At: at}, 2,
		},
		{"a pale notice", Color{Field: "accent", Token: "--gold", Value: "#f4e9c0", At: at}, 2},
		{
			"a notice as dark as its text",
			Color{Field: "accent", Token: "--gold", Value: "#000000", At: at}, 0,
		},
		{
			"text that cannot be read in one scheme",
			Color{Field: "on_brand", Token: "--on-brand", Value: "#ffffff", At: at}, 1,
		},
	} {
		theme := Load(painted(tt.color))
		if len(theme.Diags) != tt.want {
			t.Errorf("%s: %v", tt.name, theme.Diags)
		}
		for _, d := range theme.Diags {
			if d.Code != diag.ColorContrast || d.At != at || d.Args[0] != tt.color.Field {
				t.Errorf("%s: %+v", tt.name, d)
			}
			if d.Replace == "" {
				continue
			}
			better := tt.color
			better.Value, _ = strconv.Unquote(d.Replace)
			if again := Load(painted(better)).Diags; len(again) > 0 {
				t.Errorf("%s: instead %s, of which %v", tt.name, better.Value, again)
			}
		}
	}
}

// TestOwnColors holds that a body's own colours come after the styles of the theme, and that
// those which follow from one are mixed from it.
func TestOwnColors(t *testing.T) {
	theme := load(t, painted(Color{Field: "brand", Token: "--brand", Value: "#004488"}))
	css := string(theme.layouts["a"].css)
	if !strings.HasSuffix(css,
		":root{--brand:#004488}@media (prefers-color-scheme:dark){:root{--brand:#e08080}}") {
		t.Errorf("the styles are %s", css)
	}
	theme = load(t, painted(Color{Field: "accent", Token: "--gold", Value: "#665500"}))
	css = string(theme.layouts["a"].css)
	if !strings.Contains(css,
		"--gold:#665500;--gold-line:"+mix("#665500", "#ffffff", 0.6)+";--gold-wash:"+
			mix("#665500", "#ffffff", 0.14)) {
		t.Errorf("the styles are %s", css)
	}
	if theme.paper != [2]string{"#ffffff", "#101010"} {
		t.Errorf("behind pages is %v", theme.paper)
	}
	if css := string(load(t, painted()).layouts["a"].css); strings.Contains(css, "#004488") ||
		strings.Count(css, ":root") != 2 {
		t.Errorf("without colours of its own the styles are %s", css)
	}
}

// TestNearest holds that the colour which is proposed instead of one can be read, and that the
// nearest is: it is no farther away than black or white.
func TestNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := fmt.Sprintf("#%06x", rapid.IntRange(0, 0xffffff).Draw(t, "colour"))
		p := palette{"--paper": {Value: "#ffffff"}, "--on-brand": {Value: "#ffffff"}}
		c := Color{Token: "--brand", Value: value}
		near, err := strconv.Unquote(c.nearest([]palette{p}))
		if err != nil {
			t.Fatalf("there is nothing instead of %s", value)
		}
		if got := contrast(near, "#ffffff"); got < 4.5 {
			t.Fatalf("instead of %s comes %s, with %.2f", value, near, got)
		}
		for i := range 3 {
			if channel(near, i) > channel(value, i) {
				t.Fatalf("instead of %s comes %s, which is no darker", value, near)
			}
		}
	})
}

// png returns the beginning of a picture of a size.
func png(width, height int) string {
	b := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), make([]byte, 9)...)
	binary.BigEndian.PutUint32(b[16:], uint32(width))
	binary.BigEndian.PutUint32(b[20:], uint32(height))
	return string(b)
}

// TestLogo says how the mark of a body is shown, and what is told of one that cannot be.
func TestLogo(t *testing.T) {
	long := `<svg viewBox="0 0 10 10"><path d="` + strings.Repeat("M1 2L3 4", 300) + `"/></svg>`
	for _, tt := range []struct {
		name, logo, text string
		width            int
		inside           bool // the picture is in the page
		code             diag.Code
	}{
		{"SVG", "aset/l.svg", `<svg viewBox="0 0 200 100"><path d="M0 0h9"/></svg>`, 80, true, ""},
		{"with a slash in front", "/aset/l.svg", `<svg viewBox="0 0 200 100"/>`, 80, true, ""},
		{"the name alone", "l.svg", `<svg viewBox="0 0 200 100"/>`, 80, true, ""},
		{"commas", "l.svg", `<svg viewBox="0,0,200,100"/>`, 80, true, ""},
		{"width and height", "l.svg", `<svg width="20px" height="40"/>`, 20, true, ""},
		{"height and width", "l.svg", `<svg height="40" width="20"/>`, 20, true, ""},
		{"a large one", "l.svg", long, 40, false, ""},
		{"PNG", "l.png", png(100, 50), 80, true, ""},
		{"no size", "l.svg", `<svg><path d="M0 0h9"/></svg>`, 0, false, diag.LogoSize},
		{"no height", "l.svg", `<svg viewBox="0 0 200 0"/>`, 0, false, diag.LogoSize},
		{"a PNG without pixels", "l.png", png(0, 10), 0, false, diag.LogoSize},
		{"a PNG that is none", "l.png", "PNG", 0, false, diag.LogoSize},
		{"another type", "l.gif", "GIF89a", 0, false, diag.LogoSize},
		{"not there", "m.svg", `<svg viewBox="0 0 200 100"/>`, 0, false, diag.FileMissing},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := "static/aset/l" + tt.logo[strings.LastIndexByte(tt.logo, '.'):]
			in := smallTheme.input(files{file: tt.text})
			in.Logo, in.LogoAt = tt.logo, diag.Span{File: "content/site.yaml", Start: 1, End: 2}
			theme := Load(in)
			if tt.code != "" {
				if len(theme.Diags) != 1 || theme.Diags[0].Code != tt.code ||
					theme.Diags[0].At != in.LogoAt || theme.logo != nil {
					t.Errorf("%v, want %s; the logo is %+v", theme.Diags, tt.code, theme.logo)
				}
				return
			}
			if len(theme.Diags) > 0 || theme.logo == nil {
				t.Fatalf("%v", theme.Diags)
			}
			inside := strings.HasPrefix(string(theme.logo.Src), "data:")
			if theme.logo.Width != tt.width || theme.logo.Height != logoHeight ||
				inside != tt.inside {
				t.Errorf("%+v, want a width of %d, inside: %t", theme.logo, tt.width, tt.inside)
			}
			if !inside && !strings.HasPrefix(string(theme.icon), "/x/aset/l.") {
				t.Errorf("the icon is %s", theme.icon)
			}
		})
	}
}

// TestNeutralIcon holds that a body without a logo has a mark in its colours.
func TestNeutralIcon(t *testing.T) {
	icon := string(load(t, painted()).icon)
	if !strings.HasPrefix(icon, "data:image/svg+xml,") || !strings.Contains(icon, "%237a1f1f") ||
		strings.ContainsAny(icon, "<>\"#") {
		t.Errorf("the icon is %s", icon)
	}
	if icon := string(load(t, smallTheme.input(nil)).icon); !strings.Contains(icon, "%23333333") {
		t.Errorf("without a palette the icon is %s", icon)
	}
}
