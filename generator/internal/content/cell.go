package content

import (
	"strings"
	"unicode"

	"maklumat/generator/internal/letters"
)

// SheetCell returns a text as a cell of a CSV file that no spreadsheet takes for a formula: with an
// apostrophe in front of one that could be (OWASP, "CSV Injection"). PlainCell gives the text back.
func SheetCell(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// PlainCell returns the text of a cell that SheetCell wrote: where an apostrophe stands in front of
// what could be a formula, it is taken away, one of several. All other cells are their own text.
func PlainCell(cell string) string {
	if strings.HasPrefix(cell, "'") && isFormula(cell) {
		return cell[1:]
	}
	return cell
}

// isFormula reports whether some spreadsheet may take a text for a formula: it begins with = + - or
// @, as a letter of any width or height, or with a tab or an end of a line, behind whatever
// programs leave out: blanks of any sort, apostrophes, what cannot be seen. A plain negative number
// is none.
func isFormula(text string) bool {
	if strings.HasPrefix(text, "-") && len(text) > 1 && strings.Trim(text[1:],
		"0123456789.,") == "" {
		return false
	}
	controls := false
	for _, r := range text {
		switch {
		case strings.ContainsRune("'’＇`", r), unicode.In(r, unicode.Z, unicode.Cf, unicode.Mn):
		case unicode.IsControl(r):
			controls = true
		default:
			ascii, _ := letters.ASCII(string(r))
			return controls || ascii != "" && strings.ContainsRune("=+-@−", []rune(ascii)[0])
		}
	}
	return controls
}
