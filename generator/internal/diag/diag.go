// Package diag holds messages to editors about their files: what is wrong, where, and
// what to do about it.
//
// A [Diagnostic] names a rule of the [Catalogue] by its [Code], points at a [Span] of bytes in
// one source file, and has the arguments for the rule's sentence. The sentence itself is in the
// catalogue, in Indonesian and in English, so the language is chosen when a message is printed.
//
// # Diagnostics are not errors
//
// Mistakes that an editor can make are Diagnostics; a Go error means that the machine failed, as
// when a disk is full. No stage stops at a Diagnostic: it continues with what could be read of
// the document, so that one run shows all mistakes. A Diagnostic of severity Error forbids a
// release.
//
// # Positions
//
// Diagnostics have byte offsets. Lines and columns are computed when a message is printed; both
// count from 1, and columns count bytes, as with compilers.
//
// # Sealed messages
//
// A message about a document that is, or may have been meant to be, excluded information
// is sealed: it says where and what to do, and shows nothing of the file's text, because
// build logs are often public.
package diag

import (
	"cmp"
	"slices"
	"strings"
)

// A Span is a range of bytes in one source file. The zero Span is the project as a whole.
type Span struct {
	File       string // slash-separated, relative to the project folder
	Start, End int    // byte offsets; End is exclusive
}

// Severity says what a message does to a release.
type Severity int8

// Only an Error forbids a release.
const (
	Note Severity = iota
	Warning
	Error
)

// A Diagnostic is one message to the editor about the editor's files.
type Diagnostic struct {
	Code    Code
	At      Span
	Args    []string // for {0}, {1} … in the sentences of the catalogue
	Replace string   // what to write at the Span instead, or ""
	Related []Span   // other places that matter, such as the first of two duplicates
	Sealed  bool     // show no text of the file
}

// New returns a Diagnostic with its arguments.
func New(code Code, at Span, args ...string) Diagnostic {
	return Diagnostic{Code: code, At: at, Args: args}
}

// Instead returns d with the text that should stand at its Span.
func (d Diagnostic) Instead(text string) Diagnostic {
	d.Replace = text
	return d
}

// With returns d with further places that matter.
func (d Diagnostic) With(related ...Span) Diagnostic {
	d.Related = related
	return d
}

// Severity returns the severity that the catalogue gives d's rule.
func (d Diagnostic) Severity() Severity { return d.Code.rule().Severity }

// A List is any number of messages.
type List []Diagnostic

// Add appends the message that New makes.
func (l *List) Add(code Code, at Span, args ...string) { *l = append(*l, New(code, at, args...)) }

// Errors returns how many messages forbid a release.
func (l List) Errors() int { return l.count(Error) }

// Warnings returns how many messages are warnings.
func (l List) Warnings() int { return l.count(Warning) }

func (l List) count(severity Severity) int {
	n := 0
	for i := range l {
		if l[i].Severity() == severity {
			n++
		}
	}
	return n
}

// Sort orders l by file and place, so that output does not depend on scheduling, and removes
// duplicates.
func (l List) Sort() List {
	// A site may have a message for each of its documents, which are in order already.
	if !slices.IsSortedFunc(l, compare) {
		slices.SortStableFunc(l, compare)
	}
	return slices.CompactFunc(l, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	if c := strings.Compare(a.At.File, b.At.File); c != 0 {
		return c // as most do: what else there is need not be looked at
	}
	return cmp.Or(
		cmp.Compare(a.At.Start, b.At.Start),
		cmp.Compare(a.At.End, b.At.End),
		cmp.Compare(a.Code, b.Code),
		slices.Compare(a.Args, b.Args),
	)
}

// Message returns d's sentence in a language.
func (d Diagnostic) Message(lang Lang) string { return d.fill(d.Code.rule().Message, lang) }

// Hint returns what to do about d in a language, or "".
func (d Diagnostic) Hint(lang Lang) string { return d.fill(d.Code.rule().Hint, lang) }

// replacement returns what to write instead, or "" if a sealed message must not show it.
func (d Diagnostic) replacement() string {
	if d.Sealed && !strings.Contains(d.Code.rule().Open, "r") {
		return ""
	}
	return printable(d.Replace)
}

// fill puts the arguments into a sentence of the catalogue. In a sealed message it puts "…" for
// those that may be text of the file.
func (d Diagnostic) fill(words Words, lang Lang) string {
	sentence := words.In(lang)
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	pairs := make([]string, 0, 2*len(d.Args))
	for i, arg := range d.Args {
		if term, ok := terms[d.Code][arg]; ok {
			arg = term.In(lang)
		}
		arg = inPlaces(arg, lang)
		if d.Sealed && !strings.ContainsRune(d.Code.rule().Open, rune('0'+i)) {
			arg = "…"
		}
		pairs = append(pairs, "{"+string(rune('0'+i))+"}", printable(shorten(arg)))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// shorten cuts an argument that would fill the screen. Lists of known values are long, so the
// limit is generous.
func shorten(s string) string {
	const limit = 1000
	if len(s) <= limit {
		return s
	}
	return s[:limit] + "…"
}

// printable makes text of a file fit for terminals and public logs: it replaces control
// characters and masks long numbers, which may identify a citizen.
func printable(s string) string {
	return Masked(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0xfeff ||
			isBidiControl(r) {
			return '\uFFFD'
		}
		return r
	}, s))
}

// Masked replaces all but the first four digits of long numbers by asterisks: of 15 digits and
// more, as in a citizen's number, and of mobile numbers from 10 digits. Single blanks, dots and
// hyphens may stand between the digits. A message never needs the hidden digits.
func Masked(s string) string {
	digits, start := 0, 0
	var b []byte
	end := func(at int) {
		mobile := strings.HasPrefix(s[start:], "08") || strings.HasPrefix(s[start:], "62")
		if digits < 10 || digits < 15 && !mobile {
			return
		}
		if b == nil {
			b = []byte(s)
		}
		for i, seen := start, 0; i < at; i++ {
			if b[i] >= '0' && b[i] <= '9' {
				if seen++; seen > 4 {
					b[i] = '*'
				}
			}
		}
	}
	for i := 0; i <= len(s); i++ {
		switch {
		case i < len(s) && s[i] >= '0' && s[i] <= '9':
			if digits == 0 {
				start = i
			}
			digits++
		case i+1 < len(s) && (s[i] == ' ' || s[i] == '.' || s[i] == '-') && s[i+1] >= '0' &&
			s[i+1] <= '9' && digits > 0:
		default:
			end(i)
			digits = 0
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

// isBidiControl reports whether a character reorders the text around it (UAX #9, section 2). In
// a log it could make a line look like another.
func isBidiControl(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f
}
