package content

import (
	"bytes"
	"strings"

	"maklumat/generator/internal/diag"
)

// slips finds the classic mistakes line by line and returns src with them mended.
func (r *reader) slips(src []byte) (mended []byte, found bool) {
	pos := 0
	block := -1 // the indent of a block scalar's key, whose lines are text
	for _, line := range bytes.SplitAfter(src, []byte("\n")) {
		start := pos
		pos += len(line)
		text := bytes.TrimRight(line, "\r\n")
		indent := len(text) - len(bytes.TrimLeft(text, " \t"))
		if block >= 0 && (indent > block || indent == len(text)) {
			mended = append(mended, line...)
			continue
		}
		block = -1
		if tab := bytes.IndexByte(text[:indent], '\t'); tab >= 0 && indent < len(text) {
			r.diags = append(r.diags, diag.New(diag.HeaderTab, r.span(start+tab, start+tab+1)))
			mended, found = append(append(mended, bytes.ReplaceAll(
				text[:indent], []byte("\t"), []byte("  "),
			)...), line[indent:]...), true
			continue
		}
		m := keyLine.FindSubmatchIndex(line)
		if m == nil {
			mended = append(mended, line...)
			continue
		}
		value := string(line[m[4]:m[5]])
		if value[0] == '|' || value[0] == '>' {
			block = indent
		}
		code, wrong := slip(value)
		if !wrong {
			mended = append(mended, line...)
			continue
		}
		fixed := quote(value)
		r.diags = append(r.diags, diag.New(code, r.span(start+m[4], start+m[5])).Instead(fixed))
		mended = append(append(append(mended, line[:m[4]]...), fixed...), '\n')
		found = true
	}
	return mended, found
}

// slip names the mistake in the value of a line, if it is one of the classic ones.
func slip(value string) (diag.Code, bool) {
	switch first := value[0]; {
	case first == '"' || first == '\'':
		inner := value[1:]
		last := strings.LastIndexByte(inner, first)
		if first == '\'' {
			inner = strings.ReplaceAll(inner, "''", "xx")
		} else {
			inner = strings.NewReplacer(`\\`, "xx", `\"`, "xx").Replace(inner)
		}
		end := strings.IndexByte(inner, first)
		if end < 0 || last >= 0 && end < last && !strings.HasPrefix(
			strings.TrimSpace(inner[end+1:]), "#",
		) {
			return diag.HeaderQuote, true
		}
		if rest := strings.TrimSpace(inner[end+1:]); rest != "" && rest[0] != '#' {
			return diag.HeaderQuote, true
		}
	case strings.ContainsRune("[{|>#&*!", rune(first)):
	case first == '@' || first == '`' || first == '%':
		return diag.HeaderQuote, true
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return diag.HeaderColon, true
	}
	return "", false
}

// quote returns value as a single-quoted scalar; quotes that were meant to enclose it are
// taken off first.
func quote(value string) string {
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	} else if value[0] == '"' && strings.Count(value, `"`) == 1 {
		value = value[1:]
	}
	if !strings.ContainsAny(value, `"\`) {
		return `"` + value + `"`
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}
