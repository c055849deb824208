package render

import (
	"fmt"
	"html/template"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
)

// A Color is one colour of a body's own, in place of one of the theme's.
type Color struct {
	Field string // of content/site.yaml
	Token string // the custom property it sets, such as --brand
	Dark  bool   // in the dark scheme
	Value string // #rrggbb
	At    diag.Span
}

// A palette is the colours of one scheme by their custom property, as the theme's base.css
// and the body's own settings have them.
type palette map[string]Color

// A colorPair is two colours that stand on each other, with the least ratio of their contrast.
type colorPair struct {
	fore, back string
	ratio      float64
}

// readable are the pairs of colours that visitors must be able to tell apart, with the
// least ratio of WCAG 2.2: 4.5 for text (1.4.3), 3 for shapes (1.4.11).
var readable = []colorPair{
	{"--ink", "--paper", 4.5}, {"--ink", "--wash", 4.5}, {"--ink", "--gold-wash", 4.5},
	{"--muted", "--paper", 4.5}, {"--muted", "--wash", 4.5}, {"--muted", "--gold-wash", 4.5},
	{"--link", "--paper", 4.5}, {"--link", "--wash", 4.5}, {"--link", "--gold-wash", 4.5},
	{"--visited", "--paper", 4.5}, {"--visited", "--wash", 4.5}, {"--visited", "--gold-wash", 4.5},
	{"--hover", "--paper", 4.5}, {"--hover", "--wash", 4.5},
	{"--on-brand", "--brand", 4.5}, {"--brand", "--paper", 3},
	{"--gold", "--paper", 4.5}, {"--gold", "--gold-wash", 4.5},
	{"--ok", "--paper", 4.5}, {"--bad", "--paper", 4.5},
	{"--edge", "--paper", 3}, {"--edge", "--wash", 3},
}

var (
	lightBlock = regexp.MustCompile(`:root\s*\{([^}]*)\}`)
	darkBlock  = regexp.MustCompile(
		`@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{([^}]*)\}`)
	colorToken = regexp.MustCompile(`(--[a-z-]+):\s*(#[0-9a-fA-F]{3,6})\b`)
)

// colors reads the two palettes of the theme, puts the body's own colours into them, and
// reports every pair that cannot be read. It returns the style rules that set the body's
// own, "" without any.
func (t *Theme) colors(in Input) (light, dark palette, own template.CSS) {
	const file = "templates/css/base.css"
	src := string(in.Files[file])
	light = readPalette(file, src, lightBlock, nil)
	dark = readPalette(file, src, darkBlock, light)
	touched := map[string]bool{}
	for _, c := range in.Colors {
		for _, p := range c.schemes(light, dark) {
			for _, token := range p.set(c) {
				touched[token] = true
			}
		}
	}
	for i, p := range []palette{light, dark} {
		for _, pair := range readable {
			fore, back := p[pair.fore], p[pair.back]
			if pair.isReadable(p) {
				continue
			}
			if i == 1 && fore == light[pair.fore] && back == light[pair.back] {
				continue // said already
			}
			if fore.Field == fore.Token && back.Field != back.Token {
				fore, back = back, fore // the body's colour is to blame, not the theme's own
			}
			got := contrast(fore.Value, back.Value)
			d := diag.New(diag.ColorContrast, fore.At, fore.Field, fore.Value, back.Value,
				fmt.Sprintf("%.2f", math.Floor(got*100)/100), fmt.Sprintf("%.1f", pair.ratio))
			for _, c := range in.Colors {
				if c.Field == fore.Field {
					d.Replace = c.nearest(c.schemes(light, dark))
				}
			}
			t.Diags = append(t.Diags, d)
		}
	}
	if len(touched) == 0 {
		return light, dark, ""
	}
	rules := func(p palette) string {
		var b strings.Builder
		for _, token := range slices.Sorted(maps.Keys(touched)) {
			fmt.Fprintf(&b, "%s:%s;", token, p[token].Value)
		}
		return ":root{" + strings.TrimSuffix(b.String(), ";") + "}"
	}
	own = template.CSS(rules(light) + "@media (prefers-color-scheme:dark){" + rules(dark) + "}")
	return light, dark, own
}

// schemes returns the palettes that a body's colour stands in. The colour of text on the main
// colour is one setting for both.
func (c *Color) schemes(light, dark palette) []palette {
	switch {
	case c.Token == "--on-brand":
		return []palette{light, dark}
	case c.Dark:
		return []palette{dark}
	}
	return []palette{light}
}

// set puts a body's colour into p, with the two that follow from that of notices, and returns
// the custom properties that it sets.
func (p palette) set(c Color) []string {
	p[c.Token] = c
	paper := p["--paper"].Value
	if c.Token != "--gold" || paper == "" {
		return []string{c.Token}
	}
	for token, share := range map[string]float64{"--gold-wash": 0.14, "--gold-line": 0.6} {
		mixed := c
		mixed.Token, mixed.Value = token, mix(c.Value, paper, share)
		p[token] = mixed
	}
	return []string{"--gold", "--gold-wash", "--gold-line"}
}

// isReadable reports whether a pair can be told apart in p, or is not in it.
func (pair *colorPair) isReadable(p palette) bool {
	fore, back := p[pair.fore].Value, p[pair.back].Value
	return fore == "" || back == "" || contrast(fore, back) >= pair.ratio
}

// nearest returns the colour next to c, darker or lighter, that can be told from all that it
// and what follows from it stand beside in some palettes, as settings write it; "" when there
// is none.
func (c *Color) nearest(schemes []palette) string {
	passes := func(value string) bool {
		other := *c
		other.Value = value
		return !slices.ContainsFunc(schemes, func(p palette) bool {
			p = maps.Clone(p)
			tokens := p.set(other)
			return slices.ContainsFunc(readable, func(pair colorPair) bool {
				touched := slices.Contains(tokens, pair.fore) || slices.Contains(tokens, pair.back)
				return touched && !pair.isReadable(p)
			})
		})
	}
	for share := 0.98; share > 0; share -= 0.02 {
		for _, towards := range []string{"#000000", "#ffffff"} {
			if value := mix(c.Value, towards, share); passes(value) {
				return strconv.Quote(value)
			}
		}
	}
	return ""
}

// readPalette reads the colours of a block of custom properties over those of base.
func readPalette(file, src string, block *regexp.Regexp, base palette) palette {
	p := palette{}
	maps.Copy(p, base)
	m := block.FindStringSubmatchIndex(src)
	if m == nil {
		return p
	}
	for _, c := range colorToken.FindAllStringSubmatchIndex(src[m[2]:m[3]], -1) {
		name, value := src[m[2]+c[2]:m[2]+c[3]], src[m[2]+c[4]:m[2]+c[5]]
		if len(value) == 4 {
			value = "#" + strings.Repeat(value[1:2], 2) + strings.Repeat(value[2:3], 2) +
				strings.Repeat(value[3:], 2)
		}
		if len(value) == 7 {
			p[name] = Color{
				Field: name,
				Token: name,
				Value: value,
				At:    diag.Span{File: file, Start: m[2] + c[4], End: m[2] + c[5]},
			}
		}
	}
	return p
}

// mix returns so much of a colour on a background.
func mix(color, background string, share float64) string {
	var out [3]int
	for i := range out {
		out[i] = int(math.Round(channel(color, i)*share + channel(background, i)*(1-share)))
	}
	return fmt.Sprintf("#%02x%02x%02x", out[0], out[1], out[2])
}

// channel returns red, green or blue of a colour, 0 to 255.
func channel(color string, i int) float64 {
	n, _ := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8) // colours are checked when they are read
	return float64(n)
}

// contrast is the ratio of two colours, 1 to 21 (WCAG 2.2, contrast ratio).
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(color string) float64 {
	var sum float64
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		c := channel(color, i) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
