package diag

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"
	"unicode/utf8"
)

// A Format is a way to print messages.
type Format string

// The formats of a Printer.
const (
	Text   Format = "text"   // for people: the line, the place in it, the way out
	JSON   Format = "json"   // for programs: one array
	GitHub Format = "github" // workflow commands, shown beside the changed lines
	GitLab Format = "gitlab" // a code quality report
	HTML   Format = "html"   // for the preview's overlay
)

// Formats are those that a command line may name.
var Formats = []Format{Text, JSON, GitHub, GitLab}

// A Printer writes messages in one language and one format.
type Printer struct {
	Lang   Lang
	Format Format
	Color  bool // ANSI colours in the format Text
	// Source returns the bytes of a source file, for excerpts. It may be nil, and it may
	// return nil for a file that is gone.
	Source func(file string) []byte
}

// mostAlike is how many messages of one code the formats for people show for one file. A list of
// voters has thousands of numbers, and the first messages say enough. The formats for programs
// have all of them.
const mostAlike = 100

// Print writes l in the order it is in.
func (p Printer) Print(w io.Writer, l List) error {
	var b bytes.Buffer
	switch p.Format {
	case JSON:
		p.json(&b, l)
	case GitLab:
		p.gitlab(&b, l)
	default:
		p.people(&b, l)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// people writes l for people.
func (p Printer) people(b *bytes.Buffer, l List) {
	type sort struct {
		file string
		code Code
	}
	alike, shown := map[sort]int{}, map[sort]int{}
	for i := range l {
		alike[sort{l[i].At.File, l[i].Code}]++
	}
	lines := p.reader()
	others := p.reader() // for the places that a message names besides its own
	for _, d := range l {
		this := sort{d.At.File, d.Code}
		if shown[this]++; shown[this] > mostAlike {
			continue
		}
		switch p.Format {
		case GitHub:
			p.github(b, d, lines)
		case HTML:
			p.html(b, d, lines)
		default:
			p.text(b, d, lines, others)
		}
		if left := alike[this] - mostAlike; left > 0 && shown[this] == mostAlike {
			p.more(b, d, left)
		}
	}
}

// more says how many messages with the code and file of d are not shown.
func (p Printer) more(b *bytes.Buffer, d Diagnostic, left int) {
	said := Words{"dan %d lagi seperti ini di berkas ini", "and %d more like this in this file"}
	words := fmt.Sprintf(said.In(p.Lang), left)
	switch p.Format {
	case GitHub:
		fmt.Fprintf(b, "::notice title=%s::%s\n", d.Code,
			escapeData.Replace(prefix(d.At, place{})+words))
	case HTML:
		fmt.Fprintf(b, "<li class=%q><p>%s <code>%s</code></p></li>\n", d.Severity().name(), words,
			html.EscapeString(Masked(d.At.File)))
	default:
		fmt.Fprintf(b, "%s%s [%s]\n", prefix(d.At, place{}), words, d.Code)
	}
}

// A reader turns Spans into lines and columns. It remembers the last file and place and counts
// on from there, because messages are sorted by file and place.
type reader struct {
	source      func(file string) []byte
	file        string
	src         []byte
	at          int // the offset up to which lines are counted
	line, start int // the line of that offset, from 1, and where it begins
}

func (p Printer) reader() *reader { return &reader{source: p.Source} }

// A place is a Span in lines and columns.
type place struct {
	line, column int    // from 1; 0 if the Span is not in a file that can be read
	text         string // the line, or a part of a long one around the Span
	start, width int    // the marked part of text, in bytes
}

// aroundMark is how many bytes of a line are kept before and after the beginning of a Span.
const aroundMark = 500

// place finds a Span in its file. An offset beyond the end, as in a file that has become
// shorter meanwhile, counts as the end.
func (r *reader) place(at Span) place {
	if r.source == nil || at.File == "" {
		return place{}
	}
	if at.File != r.file || r.line == 0 {
		r.file, r.src, r.at, r.line, r.start = at.File, r.source(at.File), 0, 1, 0
	}
	if r.src == nil {
		return place{}
	}
	start := min(max(at.Start, 0), len(r.src))
	end := min(max(at.End, start), len(r.src))
	if start < r.at {
		r.at, r.line, r.start = 0, 1, 0
	}
	passed := r.src[r.at:start]
	r.line += bytes.Count(passed, []byte("\n"))
	if i := bytes.LastIndexByte(passed, '\n'); i >= 0 {
		r.start = r.at + i + 1
	}
	r.at = start
	from, to := r.start, min(len(r.src), start+aroundMark)
	if start-from > aroundMark {
		for from = start - aroundMark; from < start && !utf8.RuneStart(r.src[from]); {
			from++
		}
	}
	if i := bytes.IndexByte(r.src[start:to], '\n'); i >= 0 {
		to = start + i
	}
	for to < len(r.src) && to > start && !utf8.RuneStart(r.src[to]) {
		to--
	}
	text := strings.TrimSuffix(string(r.src[from:to]), "\r")
	return place{
		line:   r.line,
		column: start - r.start + 1,
		text:   text,
		start:  min(start-from, len(text)),
		width:  min(end, from+len(text)) - min(start, from+len(text)),
	}
}

// prefix returns file:line:column, which editors and tools understand.
func prefix(at Span, pl place) string {
	switch {
	case at.File == "":
		return ""
	case pl.line == 0:
		return Masked(at.File) + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", Masked(at.File), pl.line, pl.column)
}

func (p Printer) text(b *bytes.Buffer, d Diagnostic, lines, others *reader) {
	bold, severityColor, dim, off := "", "", "", ""
	if p.Color {
		bold, dim, off = "\x1b[1m", "\x1b[2m", "\x1b[0m"
		severityColor = map[Severity]string{
			Error: "\x1b[1;31m", Warning: "\x1b[1;33m", Note: "\x1b[1;36m",
		}[d.Severity()]
	}
	pl := lines.place(d.At)
	fmt.Fprintf(b, "%s%s%s%s%s:%s %s %s[%s]%s\n", bold, prefix(d.At, pl), off, severityColor,
		d.Severity().In(p.Lang), off, d.Message(p.Lang), dim, d.Code, off)
	margin := "  "
	if pl.line > 0 && !d.Sealed && d.At.End > 0 {
		excerpt, mark, width := frame(pl)
		number := fmt.Sprint(pl.line)
		margin = strings.Repeat(" ", len(number)+2)
		fmt.Fprintf(b, "  %s%s │%s %s\n", dim, number, off, excerpt)
		tildes := mark + severityColor + strings.Repeat("~", max(width, 1)) + off
		tildes = strings.TrimRight(tildes+" "+d.replacement(), " ")
		fmt.Fprintf(b, "%s %s│%s %s\n", margin, dim, off, tildes)
	}
	if replacement := d.replacement(); d.Sealed && replacement != "" {
		fmt.Fprintf(b, "%s → %s\n", margin, replacement)
	}
	for _, at := range d.Related {
		related := others.place(at)
		fmt.Fprintf(b, "%s = %s%s\n", margin, prefix(at, related), d.Code.rule().Note.In(p.Lang))
	}
	if hint := p.hint(d); hint != "" {
		fmt.Fprintf(b, "%s = %s\n", margin, hint)
	}
}

// hint is what to do, with the place where the rule is written down.
func (p Printer) hint(d Diagnostic) string {
	hint, ref := d.Hint(p.Lang), d.Code.rule().Ref
	if ref == "" {
		return hint
	}
	return strings.TrimSpace(hint + " (" + ref + ")")
}

// frame cuts a long line around the marked part. It returns the excerpt, the blanks that go
// below what stands before the mark, and the width of the mark in columns of a terminal. Tabs
// stay tabs in the blanks.
func frame(pl place) (excerpt, blanks string, width int) {
	const before, length = 60, 110
	text, start := pl.text, pl.start
	if start > before {
		cut := start - before
		for cut < start && !utf8.RuneStart(text[cut]) {
			cut++
		}
		text, start = "…"+text[cut:], start-cut+len("…")
	}
	marked := text[start:min(start+max(pl.width, 0), len(text))]
	if utf8.RuneCountInString(text) > length {
		runes := []rune(text)
		text = string(runes[:length]) + "…"
		marked = text[start:min(start+len(marked), len(text))]
	}
	var b strings.Builder
	for _, r := range text[:start] {
		if r == '\t' {
			b.WriteByte('\t')
			continue
		}
		b.WriteString(strings.Repeat(" ", columns(r)))
	}
	for _, r := range marked {
		width += columns(r)
	}
	return printable(text), b.String(), width
}

// columns returns the width of a character in a terminal: 0 for combining marks, 2 for the wide
// characters of East Asia and for emoji, and 1 for others.
func columns(r rune) int {
	switch {
	case r >= 0x300 && r < 0x370 || r == 0x200b || r == 0x200d || r == 0xfe0f:
		return 0
	case r >= 0x1100 && r < 0x1160, r >= 0x2e80 && r < 0xa4d0, r >= 0xac00 && r < 0xd7a4,
		r >= 0xf900 && r < 0xfb00, r >= 0xff00 && r < 0xff61, r >= 0x1f300 && r < 0x1fb00:
		return 2
	}
	return 1
}

// A record is a message in the format JSON.
type record struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Replace  string `json:"replace,omitempty"`
	Ref      string `json:"ref,omitempty"`
}

func (p Printer) json(b *bytes.Buffer, l List) {
	lines := p.reader()
	records := make([]record, 0, len(l))
	for _, d := range l {
		pl := lines.place(d.At)
		records = append(records, record{
			Code: d.Code, Severity: d.Severity().name(), File: Masked(d.At.File),
			Line: pl.line, Column: pl.column, Start: d.At.Start, End: d.At.End,
			Message: d.Message(p.Lang), Hint: d.Hint(p.Lang), Replace: d.replacement(),
			Ref: d.Code.rule().Ref,
		})
	}
	writeJSON(b, records)
}

// gitlab writes the report format of GitLab's code quality widget.
func (p Printer) gitlab(b *bytes.Buffer, l List) {
	type span struct {
		Begin int `json:"begin"`
	}
	type location struct {
		Path  string `json:"path"`
		Lines span   `json:"lines"`
	}
	type issue struct {
		Description string   `json:"description"`
		CheckName   Code     `json:"check_name"`
		Fingerprint string   `json:"fingerprint"`
		Severity    string   `json:"severity"`
		Location    location `json:"location"`
	}
	severities := map[Severity]string{Error: "major", Warning: "minor", Note: "info"}
	lines := p.reader()
	issues := make([]issue, 0, len(l))
	for _, d := range l {
		pl := lines.place(d.At)
		path := Masked(d.At.File)
		if path == "" {
			path = "content"
		}
		issues = append(issues, issue{
			Description: strings.TrimSpace(d.Message(p.Lang) + ". " + p.hint(d)),
			CheckName:   d.Code,
			Fingerprint: fmt.Sprintf("%x",
				sha256.Sum256(fmt.Appendf(nil, "%s:%d:%s", d.At.File, d.At.Start, d.Code))),
			Severity: severities[d.Severity()],
			Location: location{Path: path, Lines: span{Begin: max(pl.line, 1)}},
		})
	}
	writeJSON(b, issues)
}

func writeJSON(b *bytes.Buffer, v any) {
	e := json.NewEncoder(b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	// Strings and numbers always encode, and a Buffer takes every write.
	_ = e.Encode(v)
}

// escapeData escapes the message of a workflow command, which a line break would end.
var escapeData = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

// github writes a workflow command.
func (p Printer) github(b *bytes.Buffer, d Diagnostic, lines *reader) {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	command := map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}[d.Severity()]
	pl := lines.place(d.At)
	fmt.Fprintf(b, "::%s ", command)
	if d.At.File != "" {
		fmt.Fprintf(b, "file=%s,", property.Replace(Masked(d.At.File)))
	}
	if pl.line > 0 {
		fmt.Fprintf(b, "line=%d,col=%d,", pl.line, pl.column)
	}
	message := d.Message(p.Lang)
	if hint := p.hint(d); hint != "" {
		message += "\n" + hint
	}
	fmt.Fprintf(b, "title=%s::%s\n", property.Replace(string(d.Code)), escapeData.Replace(message))
}

func (p Printer) html(b *bytes.Buffer, d Diagnostic, lines *reader) {
	pl := lines.place(d.At)
	e := html.EscapeString
	fmt.Fprintf(b, "<li class=%q><p><strong>%s</strong> %s", d.Severity().name(),
		e(d.Severity().In(p.Lang)), e(d.Message(p.Lang)))
	if where := strings.TrimSuffix(prefix(d.At, pl), ": "); where != "" {
		fmt.Fprintf(b, " <code>%s</code>", e(where))
	}
	b.WriteString("</p>")
	if pl.line > 0 && !d.Sealed && d.At.End > 0 {
		fmt.Fprintf(b, "<pre>%s<mark>%s</mark>%s</pre>", e(printable(pl.text[:pl.start])),
			e(printable(pl.text[pl.start:pl.start+max(pl.width, 0)])),
			e(printable(pl.text[pl.start+max(pl.width, 0):])))
	}
	if hint := p.hint(d); hint != "" {
		fmt.Fprintf(b, "<p>%s</p>", e(hint))
	}
	if replacement := d.replacement(); replacement != "" {
		fmt.Fprintf(b, "<p>→ <code>%s</code></p>", e(replacement))
	}
	b.WriteString("</li>\n")
}
