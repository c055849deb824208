package content

import (
	"fmt"
	"math"
	"strconv"

	"maklumat/generator/internal/diag"
)

// Papers are the backgrounds of the theme, light and dark, against which a body's own
// colours are measured.
const (
	lightPaper = "#ffffff"
	darkPaper  = "#171411"
)

// checkColors reports colours that cannot be read, by the ratios of WCAG 2.2 (1.4.3 for
// text, 1.4.11 for shapes).
func checkColors(v Value) diag.List {
	var diags diag.List
	check := func(field, background string, ratio float64) {
		f := v.Field(field)
		if !isColor(f.Text) || !isColor(background) {
			return
		}
		if got := contrast(f.Text, background); got < ratio {
			diags.Add(diag.ColorContrast, f.At, field, f.Text, background, fmt.Sprintf("%.1f", got), fmt.Sprintf("%.1f", ratio))
		}
	}
	onBrand := or(v.Field("on_brand").Text, "#ffffff")
	check("brand", lightPaper, 3)
	check("brand", onBrand, 4.5)
	check("brand_dark", darkPaper, 3)
	check("brand_dark", onBrand, 4.5)
	check("accent", lightPaper, 4.5)
	check("accent_dark", darkPaper, 4.5)
	return diags
}

// contrast is the ratio of two colours written #rrggbb, 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(color string) float64 {
	part := func(i int) float64 {
		n, _ := strconv.ParseUint(color[i:i+2], 16, 8) // checked by isColor
		c := float64(n) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(1) + 0.7152*part(3) + 0.0722*part(5)
}
