package content

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"maklumat/generator/internal/diag"
)

// A Citation is what may be a legal instrument named in a text, such as "PKPU 1/2015" or "Peraturan
// KPU Nomor 1 Tahun 2015": words and a number with a year. Whether there is an instrument of that
// name the site knows, whose documents and packs of law say what instruments are called.
type Citation struct {
	Words  string // before the number, in lower case, at most nameWords
	Number string // 1/2015
	At     diag.Span
}

// nameWords is how many words the name of a class of instruments has at most.
const nameWords = 6

// Names returns what a Citation may be the name of, by how many words of it belong to the name.
func (c Citation) Names() []string {
	words := strings.Fields(c.Words)
	var names []string
	for n := range words {
		names = append(names, strings.Join(words[len(words)-1-n:], " ")+" "+c.Number)
	}
	return names
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
		if words := wordsBefore(lower[:i]); words != "" {
			out = append(out, Citation{
				Words: words, Number: number + "/" + year,
				At: diag.Span{File: file, Start: offset + i, End: offset + end},
			})
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

// wordsBefore returns the last words of a text, without "nomor", which stands between a name and a
// number.
func wordsBefore(text string) string {
	text = strings.TrimRight(text, " ")
	for _, word := range []string{"nomor", "no."} {
		text = strings.TrimRight(strings.TrimSuffix(text, word), " ")
	}
	start, words := len(text), 0
	for start > 0 && (inWord(text[start-1]) || text[start-1] == ' ' ||
		text[start-1] >= utf8.RuneSelf) {
		if start--; text[start] == ' ' {
			if words++; words == nameWords {
				break
			}
		}
	}
	return strings.Clone(strings.TrimSpace(text[start:]))
}

func inWord(c byte) bool { return c >= 'a' && c <= 'z' || isDigit(c) || c == '-' || c == '/' }

// CitedAs returns the names by which texts cite an instrument, in lower case with its number and
// year: its own, and those of its class.
func (n *Instrument) CitedAs(title string, classes []InstrumentClass) []string {
	var names []string
	number := ""
	for _, text := range []string{n.Short, title} {
		if c := citations("", []byte(text)); len(c) > 0 {
			number = c[0].Number
			names = append(names, c[0].Words+" "+number)
		}
	}
	if n.Number != "" && n.Year != 0 {
		number = n.Number + "/" + strconv.Itoa(n.Year)
	}
	if number == "" {
		return nil
	}
	called := []string{n.Type}
	if rank := FindInstrumentClass(classes, n.Type); rank < len(classes) {
		c := &classes[rank]
		called = append(called, append([]string{c.ID, c.Label, c.LabelEN}, c.Names...)...)
	}
	for _, name := range called {
		if name != "" {
			names = append(names, strings.ToLower(name)+" "+number)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
