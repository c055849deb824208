package disclosure

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// ways are how people and programs write one number, by what they put between its groups and how
// they write its digits.
var (
	gaps = map[string]string{
		"a blank": " ", "a blank that does not break": "\u00a0", "a thin blank": "\u2009", "a narrow one": "\u202f",
		"a wide one": "\u3000", "a figure's": "\u2007", "two blanks": "  ", "a hyphen": "-", "a hyphen that does not break": "\u2011",
		"an en dash": "–", "an em dash": "—", "a minus": "−", "a figure dash": "‒", "a hyphen between blanks": " - ",
		"an en dash between blanks": " – ", "a dot": ".", "a raised dot": "·", "a bullet": "•", "a slash": "/",
		"a slash between blanks": " / ", "a division": "∕", "a bar": "|", "an underscore": "_", "a full-width hyphen": "－",
		"a soft hyphen": "\u00ad", "a zero-width blank": "\u200b", "a word joiner": "\u2060", "a mark of direction": "\u200e",
		"a joiner": "\u200d", "a blank and a zero-width one": " \u200b", "a hangul filler": "\u3164", "a blank of Braille": "\u2800",
		"an end of a line": "\n", "one of Windows": "\r\n", "a hyphen at an end of a line": "-\n", "an entity": "&nbsp;",
		"an entity of a dash": "&ndash;", "an entity by its number": "&#8209;", "one in hexadecimal": "&#x2d;",
		"an entity of a soft hyphen": "&shy;", "percent signs": "%20", "nothing": "",
	}
	scripts = map[string]func(r rune) string{
		"plain":           func(r rune) string { return string(r) },
		"full-width":      func(r rune) string { return string(r - '0' + '０') },
		"Arabic":          func(r rune) string { return string(r - '0' + '٠') },
		"Persian":         func(r rune) string { return string(r - '0' + '۰') },
		"Javanese":        func(r rune) string { return string(r - '0' + '꧐') },
		"Balinese":        func(r rune) string { return string(r - '0' + '᭐') },
		"bold":            func(r rune) string { return string(r - '0' + '𝟎') },
		"raised":          func(r rune) string { return string([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']) },
		"in circles":      func(r rune) string { return string([]rune("⓪①②③④⑤⑥⑦⑧⑨")[r-'0']) },
		"accented":        func(r rune) string { return string(r) + "\u0332" },
		"by their number": func(r rune) string { return fmt.Sprintf("&#%d;", r) },
		"in hexadecimal":  func(r rune) string { return fmt.Sprintf("&#x%x;", r) },
		"by percent":      func(r rune) string { return fmt.Sprintf("%%%x", r) },
		"as JSON escapes": func(r rune) string { return fmt.Sprintf(`\u00%x`, r) },
		"parted":          func(r rune) string { return "\u200b" + string(r) },
		"in emphasis":     func(r rune) string { return "**" + string(r) + "**" },
	}
	shapes = [][]int{{16}, {4, 4, 4, 4}, {6, 6, 4}, {2, 2, 2, 6, 4}}
)

// written writes a number in groups.
func written(number string, shape []int, gap string, digit func(r rune) string) string {
	var groups []string
	for _, n := range shape {
		group := ""
		for _, r := range number[:n] {
			group += digit(r)
		}
		groups, number = append(groups, group), number[n:]
	}
	if strings.Contains(gap, "\n") { // no number goes on in a third line
		groups = []string{groups[0], strings.Join(groups[1:], " ")}
		if len(groups[1]) == 0 {
			groups = groups[:1]
		}
	}
	return strings.Join(groups, gap)
}

// TestAnyWayToWriteIt holds that a citizen's number is found in whatever way it is written, and
// stands where it is said to stand.
func TestAnyWayToWriteIt(t *testing.T) {
	const number = "3204015708900001"
	for gapName, gap := range gaps {
		for script, digit := range scripts {
			for _, shape := range shapes {
				text := "NIK warga: " + written(number, shape, gap, digit) + " tercatat."
				hits := FindPersonalShown(text)
				if len(hits) != 1 || hits[0].Sort != NIK || hits[0].Value != number {
					t.Errorf("%s, %s, %v: %q: %v", gapName, script, shape, text, hits)
					continue
				}
				if at := text[hits[0].Start:hits[0].End]; hits[0].End > 0 &&
					(strings.Contains(at, "warga") || strings.Contains(at, "tercatat") || len(at) < 16) {
					t.Errorf("%s, %s: stands in %q", gapName, script, at)
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := fmt.Sprintf("%02d%02d%02d%02d%02d%02d%04d", rapid.SampledFrom([]int{11, 32, 36, 53, 74, 91}).Draw(t, "province"),
			rapid.IntRange(1, 79).Draw(t, "regency"), rapid.IntRange(1, 99).Draw(t, "district"),
			rapid.IntRange(1, 28).Draw(t, "day")+40*rapid.IntRange(0, 1).Draw(t, "sex"), rapid.IntRange(1, 12).Draw(t, "month"),
			rapid.IntRange(0, 99).Draw(t, "year"), rapid.IntRange(1, 9999).Draw(t, "serial"))
		text := rapid.SampledFrom([]string{"", "NIK ", "Budi, ", "(", "\n", "“", "a: "}).Draw(t, "before")
		shape := rapid.SampledFrom(shapes).Draw(t, "shape")
		number := n
		gap := gaps[rapid.SampledFrom([]string{
			"a blank", "an en dash", "a soft hyphen", "a slash", "nothing", "a full-width hyphen",
		}).Draw(t, "gap")]
		for i, count := range shape {
			if i > 0 {
				text += gap
			}
			for _, r := range number[:count] {
				text += scripts[rapid.SampledFrom([]string{"plain", "plain", "full-width", "Arabic", "parted"}).Draw(t, "digit")](r)
			}
			number = number[count:]
		}
		hits := FindPersonalShown(text + rapid.SampledFrom([]string{"", ".", " Budi", ")", "\nNPWP", "”"}).Draw(t, "after"))
		if len(hits) == 0 || hits[0].Sort != NIK || hits[0].Value != n {
			t.Fatalf("%q: %v, want %s", text, hits, n)
		}
	})
}

// TestAsSpreadsheetsWriteIt holds that a number which a spreadsheet has taken for an amount is
// known.
func TestAsSpreadsheetsWriteIt(t *testing.T) {
	for text, want := range map[string]bool{
		"3.2041E+15": true, "3,20402E+15": true, "3.20401570890000E+15": true, "NIK;3.20402E15;Budi": true, "3.20402e+15": true,
		"3.2E+15": false, "3.204E+14": false, "Rp3.2041E+15": false, "9.9041E+15": false, "3.20499E+15": true, "3.2000E+15": false,
		"13.2041E+15": false, "3.2041E+150": false, "a3.2041E+15": false, "3.2041E+15a": false, "1.6022E+15": true, "2.9979E+15": false,
	} {
		hits := FindPersonal(text)
		if got := len(hits) == 1 && hits[0].Sort == NIK; got != want {
			t.Errorf("%q: %v", text, hits)
		}
	}
}

// TestNoFalseAlarms holds that document numbers, budgets, dates, telephone lists of offices and the
// like give none, in whatever columns they stand.
func TestNoFalseAlarms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(most int) int { return rapid.IntRange(0, most).Draw(t, "n") }
		forms := []func() string{
			func() string { return fmt.Sprintf("%d/PP.0%d-BA/3204/%d", n(999), n(9), 2004+n(22)) },
			func() string { return fmt.Sprintf("%02d/%02d/%d", 1+n(27), 1+n(11), 1990+n(40)) },
			func() string {
				return fmt.Sprintf("%02d/%02d/%d %02d.%02d", 1+n(27), 1+n(11), 1990+n(40), n(23), n(59))
			},
			func() string { return fmt.Sprintf("Rp%d.%03d.%03d.%03d", 1+n(998), n(999), n(999), n(999)) },
			func() string { return fmt.Sprintf("(022) %d – %d", 5890000+n(9999), 5890000+n(9999)) },
			func() string { return fmt.Sprintf("022-%d / 022-%d", 5890000+n(9999), 5890000+n(9999)) },
			func() string { return fmt.Sprintf("%d–%d", 1990+n(40), 1990+n(40)) },
			func() string { return fmt.Sprintf("DIPA-076.01.2.65%04d/%d", n(9999), 2004+n(22)) },
			func() string { return fmt.Sprintf("UU %d/%d, PP %d/%d", 1+n(40), 1945+n(80), 1+n(99), 1945+n(80)) },
			func() string {
				return fmt.Sprintf("https://kab.go.id/%d/%02d/%d", 2004+n(22), 1+n(11), 100000+n(899999))
			},
			func() string { return fmt.Sprintf("%d %%", n(100)) },
			func() string { return fmt.Sprintf("%d suara", n(999999)) },
		}
		var lines []string
		for range 1 + n(8) {
			lines = append(lines, rapid.SampledFrom(forms).Draw(t, "form")())
		}
		text := strings.Join(lines, rapid.SampledFrom([]string{"\n", "; ", ", ", "  ", " | ", "\t", "\n\n", " dan "}).Draw(t, "between"))
		for _, h := range FindPersonalShown(text) {
			t.Fatalf("%q: %v", text, h)
		}
	})
}

// TestWrapped holds that a number is found which a narrow cell of a table has broken into lines, as
// PDF files have it: as many digits in each line as there is room for, and the rest in the last.
func TestWrapped(t *testing.T) {
	const number = "3204015708900001"
	for width := 6; width < len(number); width++ {
		var lines []string
		for rest := number; rest != ""; rest = rest[min(width, len(rest)):] {
			lines = append(lines, rest[:min(width, len(rest))])
		}
		text := "1\n" + strings.Join(lines, "\n") + "\n0812\n3456\n7890\nBudi"
		if hits := FindPersonal(text); len(hits) == 0 || hits[0].Sort != NIK || hits[0].Value != number {
			t.Errorf("%d: %q: %v", width, text, hits)
		}
	}
	for name, text := range map[string]string{
		"blanks": "32040157 08900001", "the rest first": "3204\n015708900001", "lines of all lengths": "320401\n5708\n900001",
		"a column of dates": "20260315\n20260316", "a column of codes": "11040101\n11040102\n11040103", "a column of days": "31122025\n12012026\n13012026",
		"a column of years": "3204\n0157\n0890\n0001", "amounts": "32040000\n1500000",
	} {
		if hits := FindPersonal(text); len(hits) > 0 {
			t.Errorf("%s: %v", name, hits)
		}
	}
}
