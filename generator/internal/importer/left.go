package importer

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"maklumat/generator/internal/diag"
)

// A Left is something that was not carried, or that an editor should look at.
type Left struct {
	Where string
	Line  int // of the file, 0 if it is not known
	Why   diag.Words
	Kind  diag.Words // the same of all of its sort, with … for what differs
}

// leave notes what is not carried. What is noted already is not noted again.
func (r *Result) leave(where, id, en string, args ...any) {
	r.leaveAt(where, "", id, en, args...)
}

// leaveAt is leave for what stands where the page has a text.
func (r *Result) leaveAt(where, text, id, en string, args ...any) {
	r.note(text, args, Left{
		where, 0, diag.Words{ID: fmt.Sprintf(id, args...), EN: fmt.Sprintf(en, args...)},
		diag.Words{ID: verb.ReplaceAllString(id, "…"), EN: verb.ReplaceAllString(en, "…")},
	})
}

// leaveNamed is leaveAt for what has sorts that are told apart by their names.
func (r *Result) leaveNamed(where, text, id, en, name string, args ...any) {
	all := append([]any{name}, args...)
	kind := func(format string) string {
		return verb.ReplaceAllString(strings.Replace(format, "%s", name, 1), "…")
	}
	r.note(text, all, Left{
		where, 0, diag.Words{ID: fmt.Sprintf(id, all...), EN: fmt.Sprintf(en, all...)},
		diag.Words{ID: kind(id), EN: kind(en)},
	})
}

func (r *Result) note(text string, args []any, l Left) {
	if r.left[l] {
		return
	}
	r.left[l] = true
	page := r.pages[l.Where]
	l.Line = lineOf(page.text, text)
	for i := len(args) - 1; i >= 0 && l.Line == 0 && text == ""; i-- {
		if said, ok := args[i].(string); ok {
			l.Line = page.lineWith(said)
		}
	}
	r.Left = append(r.Left, l)
}

// A rawPage is a page as its file has it.
type rawPage struct {
	text string
	body int // where the header ends
}

// lineOf returns the line of a page that has a text, 0 if none has or the page is not at hand.
func lineOf(page, text string) int {
	if at := strings.Index(page, text); at >= 0 && text != "" {
		return 1 + strings.Count(page[:at], "\n")
	}
	return 0
}

// keyLine returns the line of the header of a page that has a key, "" if none has.
func keyLine(page, key string) string {
	for line := range strings.Lines(page) {
		end := strings.IndexAny(line, ":=")
		if end > 0 && strings.EqualFold(strings.Trim(line[:end], " \t\"'"), key) {
			return line
		}
	}
	return ""
}

// lineWith returns the line that has what a message says, such as an address, 0 if none has. What
// is short stands in other words, too, so that it is looked for where addresses and values begin
// first, and in the header last.
func (p rawPage) lineWith(said string) int {
	said = strings.TrimSuffix(said, " …")
	if p.text == "" || said == "" {
		return 0
	}
	before := strings.Count(p.text[:p.body], "\n")
	for _, begin := range []string{"(", "<", `"`, "'", "=", ": "} {
		if line := lineOf(p.text[p.body:], begin+said); line > 0 {
			return before + line
		}
	}
	for at := 0; len(said) > 2; {
		next := strings.Index(p.text[at:], said)
		if next < 0 {
			break
		}
		at += next
		before, _ := utf8.DecodeLastRuneInString(p.text[:at])
		after, _ := utf8.DecodeRuneInString(p.text[at+len(said):])
		if !isWord(before) && !isWord(after) {
			return 1 + strings.Count(p.text[:at], "\n")
		}
		at += len(said)
	}
	return lineOf(p.text, strings.TrimSuffix(said, ">"))
}

// verb matches what package fmt replaces.
var verb = regexp.MustCompile(`%[a-z]`)
