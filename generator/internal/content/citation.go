package content

import (
	"bytes"
	"strings"

	"maklumat/generator/internal/diag"
)

// A Citation is a legal instrument named in a text, such as "PKPU 1/2015" or "Peraturan KPU
// Nomor 1 Tahun 2015". Its Name is the same for both: pkpu 1/2015.
type Citation struct {
	Name string
	At   diag.Span
}

// instrumentKinds are the ways in which the kinds of instruments are written, in lower
// case, each with the short form. The longer ones come first.
var instrumentKinds = [][2]string{
	{"peraturan komisi pemilihan umum", "pkpu"}, {"peraturan komisi informasi", "perki"},
	{"peraturan pemerintah", "pp"}, {"peraturan presiden", "perpres"}, {"peraturan kpu", "pkpu"},
	{"peraturan menteri panrb", "permenpanrb"}, {"undang-undang", "uu"},
	{"permenpanrb", "permenpanrb"}, {"perpres", "perpres"}, {"perki", "perki"}, {"pkpu", "pkpu"},
	{"uu", "uu"}, {"pp", "pp"},
}

// citationWords are the words of a line that speaks of an instrument as one of the past.
var citationWords = []string{
	"cabut", "ganti", "tidak berlaku", "lama", "semula", "dahulu", "sebelum",
}

// citations returns the instruments that a source file names. A line that says itself that
// something was revoked or replaced is left out: it is history, not a basis.
func citations(file string, src []byte) []Citation {
	var out []Citation
	for start := 0; start < len(src); {
		end := len(src)
		if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := src[start:end]
		if hasNumber(line) || hasYear(line) {
			out = appendCitations(out, file, line, start)
		}
		start = end + 1
	}
	return out
}

// hasNumber reports whether a line may hold a number such as 1/2015.
func hasNumber(line []byte) bool {
	for i := 0; ; i++ {
		slash := bytes.IndexByte(line[i:], '/')
		if slash < 0 || i+slash+1 == len(line) {
			return false
		}
		if i += slash; i > 0 && isDigit(line[i-1]) && (line[i+1] == '1' || line[i+1] == '2') {
			return true
		}
	}
}

// hasYear reports whether a line may hold a number such as 1 Tahun 2015.
func hasYear(line []byte) bool {
	for {
		i := bytes.Index(line, []byte("ahun "))
		if i < 0 || i+5 == len(line) {
			return false
		}
		if i >= 3 && line[i-2] == ' ' && isDigit(line[i-3]) && isDigit(line[i+5]) {
			return true
		}
		line = line[i+5:]
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func appendCitations(out []Citation, file string, line []byte, offset int) []Citation {
	lower := strings.ToLower(string(line))
	if len(lower) != len(line) || isHistory(lower) {
		return out
	}
	for i := 0; i < len(lower); i++ {
		if !isDigit(lower[i]) || i > 0 && lower[i-1] != ' ' {
			continue
		}
		number, rest := digits(lower[i:])
		year := ""
		switch {
		case strings.HasPrefix(rest, "/"):
			year, rest = digits(rest[1:])
		case strings.HasPrefix(rest, " tahun "):
			year, rest = digits(rest[len(" tahun "):])
		}
		end := len(lower) - len(rest)
		if len(year) != 4 || len(number) > 4 || strings.HasPrefix(rest, "/") {
			i += len(number) - 1
			continue
		}
		before := strings.TrimRight(lower[:i], " ")
		for _, word := range []string{"nomor", "no."} {
			before = strings.TrimRight(strings.TrimSuffix(before, word), " ")
		}
		if kind := kindBefore(before); kind != "" {
			out = append(
				out,
				Citation{
					Name: kind + " " + number + "/" + year,
					At:   diag.Span{File: file, Start: offset + i, End: offset + end},
				},
			)
		}
		i = end - 1
	}
	return out
}

func isHistory(line string) bool {
	for _, word := range citationWords {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

// digits cuts the digits at the start of s.
func digits(s string) (number, rest string) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n], s[n:]
}

// kindBefore returns the short form of the kind of instrument that a text ends with.
func kindBefore(text string) string {
	for _, k := range instrumentKinds {
		if rest, ok := strings.CutSuffix(text, k[0]); ok && (rest == "" || !inWord(rest[len(rest)-1])) {
			return k[1]
		}
	}
	return ""
}

func inWord(c byte) bool { return c >= 'a' && c <= 'z' || isDigit(c) || c == '-' }

// Citation returns the name by which texts cite an instrument, as in a Citation, or "".
func (n *Instrument) Citation(title string) string {
	for _, text := range []string{n.Short, title} {
		if c := citations("", []byte(text)); len(c) > 0 {
			return c[0].Name
		}
	}
	return ""
}
