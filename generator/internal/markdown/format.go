package markdown

import (
	"bytes"
	"regexp"
	"strings"
)

// Trim returns a body without blanks at the ends of lines, and without blank lines at its own
// ends. Two blanks that break a line become a backslash, which people can see.
func Trim(src []byte) []byte { return format(src, false) }

// Format returns a body in canonical form: lists with hyphens, headings with number signs, one
// blank line between blocks. It looks at lines only and can be wrong about what they are. So the
// caller must compare the HTML before and after, and use Trim where it differs.
func Format(src []byte) []byte { return format(src, true) }

var (
	bullet  = regexp.MustCompile(`^(\s*)[*+] (\S)`)
	closing = regexp.MustCompile(`^(#{1,6} .*?) +#+$`)
	heading = regexp.MustCompile(`^#{1,6} `)
	rule    = regexp.MustCompile(`^(=+|-+)$`)
)

func format(src []byte, whole bool) []byte {
	var out []string
	fence := ""
	blank := true // at the start there is none
	add := func(line string) {
		out = append(out, line)
		blank = line == ""
	}
	text := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		bare := strings.TrimSpace(line)
		if fence != "" {
			add(line)
			if strings.HasPrefix(bare, fence) && strings.Trim(bare, fence[:1]) == "" {
				fence = ""
			}
			continue
		}
		if strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
			fence = bare[:3]
		}
		trimmed := strings.TrimRight(line, " \t")
		if strings.HasSuffix(line, "  ") && trimmed != "" &&
			i+1 < len(lines) && goesOn(lines[i+1]) {
			trimmed += "\\"
		}
		switch {
		case !whole:
			add(trimmed)
		case trimmed == "":
			if !blank {
				add("")
			}
		case rule.MatchString(bare) && len(bare) > 1 && len(out) > 0 && !blank &&
			!heading.MatchString(out[len(out)-1]) && isParagraph(out):
			level := "# "
			if bare[0] == '-' {
				level = "## "
			}
			out[len(out)-1] = level + out[len(out)-1]
			add("")
		case heading.MatchString(trimmed):
			if !blank {
				add("")
			}
			add(closing.ReplaceAllString(trimmed, "$1"))
			add("")
		default:
			add(bullet.ReplaceAllString(trimmed, "$1- $2"))
		}
	}
	body := strings.TrimLeft(strings.Join(out, "\n"), "\n")
	return []byte(strings.TrimRight(body, "\n \t") + end(out))
}

// begins matches the start of a line that cannot continue the paragraph above it.
var begins = regexp.MustCompile("^\\s*([-*+>#|]|[0-9]+[.)] |```|~~~|:)")

// goesOn reports whether a line may continue the paragraph above it.
func goesOn(line string) bool { return strings.TrimSpace(line) != "" && !begins.MatchString(line) }

// end returns the line break after the last line, "" for a body without text.
func end(lines []string) string {
	for _, line := range lines {
		if line != "" {
			return "\n"
		}
	}
	return ""
}

// isParagraph reports whether the last line is a paragraph by itself, which a line of hyphens
// or equals signs below it turns into a heading.
func isParagraph(lines []string) bool {
	return len(lines) == 1 || lines[len(lines)-2] == ""
}
