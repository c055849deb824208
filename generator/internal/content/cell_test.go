package content

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSheetCell holds which texts a spreadsheet could take for a formula, whatever stands in front.
func TestSheetCell(t *testing.T) {
	fronts := []string{
		"", " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\u3000", "\u200b", "\u200e", "\u2060", "\ufeff", "\u00ad",
		"'", "''", "\u2028", "\u0301", "\x00", "\x0b", "\u180e",
	}
	signs := []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁼", "⁺", "⁻", "₌", "−"}
	for _, front := range fronts {
		for _, sign := range signs {
			text := front + sign + "cmd|' /C calc'!A0"
			if got := SheetCell(text); got != "'"+text {
				t.Errorf("%q becomes %q", text, got)
			}
		}
	}
	for text, want := range map[string]string{
		"": "", "a": "a", "-1.250,5": "-1.250,5", "-5": "-5", "-": "'-", "-1+1": "'-1+1", "'-5": "''-5", " -5": "' -5",
		"'a": "'a", "a=1": "a=1", "Rp4.200": "Rp4.200", "é": "é", "😀=": "😀=", "2026-01-01": "2026-01-01", "(=1)": "(=1)",
		"\tx": "'\tx", "x\t": "x\t", " x": " x",
	} {
		if got := SheetCell(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SampledFrom(append(append([]string{"1", "a", ",", ";", "’"}, fronts...), signs...))
		text := strings.Join(rapid.SliceOfN(parts, 0, 5).Draw(t, "text"), "")
		if got := PlainCell(SheetCell(text)); got != text {
			t.Fatalf("%q is read back as %q", text, got)
		}
		if again := SheetCell(SheetCell(text)); again != SheetCell(text) && PlainCell(again) != SheetCell(text) {
			t.Fatalf("%q, %q", SheetCell(text), again)
		}
	})
}
