package attachment

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// A watcher looks at the elements, fields, formulas and addresses of a part of an office file.
type watcher struct {
	in    container
	part  string
	found *findings

	fields []strings.Builder // the open fields of a text, each in the one before
	coded  int               // open elements whose text belongs to a field
	script int               // open elements of scripts of an open document
}

// maxField is about how many bytes of a field are looked at.
const maxField = 4 << 10

// token looks at what an XML reader returned.
func (w *watcher) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		w.element(&t)
	case xml.CharData:
		if n := len(w.fields); w.coded > 0 && n > 0 && w.fields[n-1].Len() < maxField {
			w.fields[n-1].Write(t[:min(len(t), maxField)])
		}
		if w.script > 0 && strings.TrimSpace(string(t)) != "" {
			w.found.add(ruleFor(w.in, inElement, "script"), w.part)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "instrText", "delInstrText":
			w.coded--
		case "script":
			w.script--
		case "p", "body", "hdr", "ftr": // a field may go over paragraphs, but its first word not
			for i := range w.fields {
				w.field(w.fields[i].String())
			}
		}
	}
}

// benign are the actions of slides that do nothing but turn pages (OpenDocument 1.3, 19.391).
var benign = map[string]bool{
	"none": true, "previous-page": true, "next-page": true, "first-page": true, "last-page": true,
	"hide": true, "stop": true, "fade-out": true, "show": true, "last-visited-page": true,
}

func (w *watcher) element(t *xml.StartElement) {
	name := t.Name.Local
	switch name {
	case "instrText", "delInstrText":
		w.coded++
		if len(w.fields) == 0 {
			w.fields = append(w.fields, strings.Builder{})
		}
	case "fldSimple":
		w.field(attr(t, "instr"))
	case "fldChar":
		w.fieldMark(attr(t, "fldCharType"))
	case "docSuppData", "docOleData": // of Word 2003, in base 64
		w.found.add(&rule{does: Macro}, w.part)
	}
	// LibreOffice writes an empty library of macros into every flat document.
	isEmpty := w.in == odf && name == "script" && attr(t, "href") == ""
	if w.script > 0 && name != "libraries" && name != "library-embedded" {
		w.found.add(ruleFor(w.in, inElement, "script"), w.part)
	}
	if name == "script" {
		w.script++
	}
	if r := ruleFor(w.in, inElement, name); r != nil && !isEmpty {
		action := attr(t, "action")
		if name != "event-listener" || action == "" || !benign[action] {
			w.found.add(r, w.part)
		}
	}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "href", "src", "url", "Target":
			w.address(a.Value)
		case "formula":
			w.found.formula(a.Value, w.part)
		case "action":
			if strings.HasPrefix(a.Value, "ppaction://program") || a.Value == "execute" {
				w.found.add(&rule{does: Program}, w.part)
			} else if strings.HasPrefix(a.Value, "ppaction://macro") {
				w.found.add(&rule{does: Macro}, w.part)
			}
		case "macrosPresent":
			if a.Value == "yes" {
				w.found.add(&rule{does: Macro}, w.part)
			}
		}
	}
}

func attr(t *xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// fieldMark begins or ends a field.
func (w *watcher) fieldMark(kind string) {
	switch kind {
	case "begin":
		if n := len(w.fields); n > 0 && n < maxLevels &&
			strings.TrimSpace(w.fields[n-1].String()) == "" {
			// What the outer field does is the result of the inner one, so nobody can say.
			w.found.add(ruleFor(ooxml, inField, "DDE"), w.part)
		}
		w.fields = append(w.fields, strings.Builder{})
	case "separate", "end":
		if n := len(w.fields); n > 0 {
			w.field(w.fields[n-1].String())
			if kind == "end" {
				w.fields = w.fields[:n-1]
			}
		}
	}
}

// field looks at the code of a field (ECMA-376, part 1, 17.16).
func (w *watcher) field(code string) {
	first, rest, _ := strings.Cut(strings.TrimSpace(code), " ")
	r := ruleFor(w.in, inField, strings.ToUpper(strings.Trim(first, `"\`)))
	w.found.add(r, w.part)
	if strings.EqualFold(first, "HYPERLINK") {
		w.address(strings.Trim(strings.TrimSpace(rest), `"`))
	}
}

// address looks at an address that a reader may follow.
func (w *watcher) address(address string) {
	w.found.add(addressRule(address), w.part)
}

// schemes run something, or are handled by programs that did.
var schemes = map[string]string{
	"javascript": Script, "vbscript": Script, "livescript": Script, "mocha": Script,
	"vnd.sun.star.script": Macro, "macro": Macro, ".uno": Macro, "slot": Macro, "service": Macro,
	"ms-msdt": Program, "search-ms": Program, "search": Program, "ms-officecmd": Program,
	"ms-word": Program, "ms-excel": Program, "ms-powerpoint": Program, "shell": Program,
	"mhtml": Program, "mk": Program, "ms-its": Program, "its": Program, "res": Program,
}

// blanks in an address are left out by browsers (WHATWG URL, 4.4).
var blanks = strings.NewReplacer("\t", "", "\n", "", "\r", "", "\x00", "")

// addressRule returns the row that speaks of an address, or nil.
func addressRule(address string) *rule {
	address = strings.TrimLeftFunc(blanks.Replace(address), func(r rune) bool { return r <= ' ' })
	address = strings.ToLower(address)
	scheme, rest, ok := strings.Cut(address, ":")
	switch does := schemes[scheme]; {
	case ok && does != "":
		return &rule{does: does}
	case ok && scheme == "data" && !strings.HasPrefix(rest, "image/"):
		return &rule{does: Page}
	case ok && (scheme == "file" || len(scheme) == 1) || strings.HasPrefix(address, `\\`):
		return &rule{does: Linked, warn: true}
	}
	return nil
}

// calls matches the functions of a formula; text in quotation marks is taken out before.
var (
	calls  = regexp.MustCompile(`[A-Z_][A-Z0-9._]*\(`)
	quoted = regexp.MustCompile(`"[^"]*"`)
	// asks matches a question to another program: its name, a bar, what is asked, and an item.
	asks = regexp.MustCompile(`[A-Z][A-Z0-9_.]*\|('[^']*'|[^\s!'|]+)!['A-Z0-9$]`)
)

// isFormula reports whether a spreadsheet program takes a cell of plain text for a formula.
func isFormula(cell string) bool {
	cell = strings.TrimLeft(cell, " \t\r\n")
	return cell != "" && strings.IndexByte("=+-@", cell[0]) >= 0
}

// formula looks at a formula of any spreadsheet program.
func (f *findings) formula(formula, where string) {
	plain := strings.ToUpper(quoted.ReplaceAllString(formula, ""))
	if _, code, ok := strings.Cut(plain, ":="); ok { // of:= in an OpenDocument
		plain = code
	}
	if strings.Contains(plain, "|") && asks.MatchString(plain) {
		f.add(ruleFor(sheet, inCall, "DDE"), where)
	}
	for _, call := range calls.FindAllString(plain, -1) {
		name := strings.TrimPrefix(strings.TrimSuffix(call, "("), "_XLFN.")
		f.add(ruleFor(sheet, inCall, strings.TrimPrefix(name, "COM.MICROSOFT.")), where)
	}
	for _, text := range quoted.FindAllString(formula, -1) {
		if r := addressRule(strings.Trim(text, `"`)); r != nil && r.does == Script {
			f.add(r, where)
		}
	}
}
