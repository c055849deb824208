package content

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
)

// The longest values of text fields, in characters.
const (
	maxLine = 300
	maxText = 10_000
	// A keyword or an old address has a page of its own.
	maxItems = 1_000
)

// A checker holds a Value against its fields.
type checker struct {
	src   []byte         // the whole file
	file  string         // its path, for what is not in the header
	items int            // how many a list may have; 0 for any number
	zone  *time.Location // of the site, or nil where no time has an offset
	diags diag.List
}

// check reports what in v its fields do not allow, and returns v with bare scalars put
// into the groups they stand for and single values into their lists, so that who reads it
// need not know. where names the place in messages, and missing is where a field that is
// not there is missed.
func (c *checker) check(v Value, fields []Field, where string, missing diag.Span) Value {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].Name
	}
	out := v
	out.Fields = make([]FieldValue, 0, len(v.Fields))
	for _, fv := range v.Fields {
		i := slices.Index(names, fv.Name)
		if i < 0 {
			d := diag.New(diag.FieldUnknown, fv.At, fv.Name, where, strings.Join(names, ", "))
			d.Replace = diag.Closest(fv.Name, names)
			c.diags = append(c.diags, d)
			continue
		}
		if fv.Value.isNull() {
			if slices.Contains(holding, fv.Name) {
				c.diags.Add(diag.FieldEmpty, fv.At, fv.Name)
			}
			continue
		}
		fv.Value = c.field(fv, &fields[i])
		out.Fields = append(out.Fields, fv)
	}
	for i := range fields {
		if f := &fields[i]; f.Required && !slices.ContainsFunc(
			v.Fields, func(fv FieldValue) bool { return fv.Name == f.Name && !fv.Value.isNull() },
		) {
			c.diags.Add(diag.FieldRequired, missing, f.Name, where)
		}
	}
	return out
}

// holding are the keys that keep a document back. Without a value it is not clear whether they
// should.
var holding = []string{"klasifikasi", "draft", "publish", "expires", "berlaku_sampai"}

// field checks the value or values of one key.
func (c *checker) field(fv FieldValue, f *Field) Value {
	v := fv.Value
	switch v.Shape {
	case Bad:
		return v
	case Empty:
		c.diags.Add(diag.FieldEmpty, fv.At, f.Name)
		return v
	}
	if !f.List {
		return c.value(v, f)
	}
	items := v.Items
	switch {
	case v.Shape == List:
		if len(items) == 0 {
			c.diags.Add(diag.FieldEmpty, fv.At, f.Name)
		}
	case v.Shape == Scalar && f.Type != Text:
		items = []Value{v}
	default:
		c.diags.Add(diag.FieldList, v.At, f.Name)
		return Value{}
	}
	if c.items > 0 && len(items) > c.items {
		c.diags.Add(
			diag.FieldItems, items[c.items].At, f.Name, strconv.Itoa(len(items)),
			strconv.Itoa(c.items),
		)
		items = items[:c.items]
	}
	out := Value{Shape: List, At: v.At, Items: make([]Value, 0, len(items))}
	for _, item := range items {
		if item.isNull() {
			continue
		}
		if !item.Given() {
			if item.Shape == Empty {
				c.diags.Add(diag.FieldEmpty, item.At, f.Name)
			}
			continue
		}
		out.Items = append(out.Items, c.value(item, f))
	}
	return out
}

func (c *checker) value(v Value, f *Field) Value {
	if f.Type == Fields {
		if v.Shape == Scalar && f.Bare != "" {
			v = Value{Shape: Group, At: v.At,
				Fields: []FieldValue{{Name: f.Bare, At: v.At, Value: v}}}
		}
		if v.Shape != Group {
			names := make([]string, len(f.Fields))
			for i := range f.Fields {
				names[i] = f.Fields[i].Name
			}
			c.diags.Add(diag.FieldGroup, v.At, f.Name, strings.Join(names, ", "))
			return Value{}
		}
		return c.check(v, f.Fields, f.Name, v.At)
	}
	if v.Shape != Scalar {
		c.diags.Add(diag.FieldScalar, v.At, f.Name)
		return Value{}
	}
	if f.Type == Date || f.Type == Moment {
		v.Text = c.local(v.Text, f.Type)
	}
	if d := c.scalar(v, f); d != nil {
		c.diags = append(c.diags, *d)
	}
	return v
}

// local returns a time with an offset as the clocks of the site show it, and any other text as it
// is.
func (c *checker) local(text string, as Type) string {
	m, ok := disclosure.InZone(text, c.zone)
	switch {
	case !ok:
		return text
	case as == Date:
		return m.Day.String()
	}
	return m.String()
}

// scalar returns what is wrong with one scalar, or nil.
func (c *checker) scalar(v Value, f *Field) *diag.Diagnostic {
	wrong := func(code diag.Code, args ...string) *diag.Diagnostic {
		d := diag.New(code, v.At, append([]string{f.Name}, args...)...)
		return &d
	}
	text := v.Text
	if strings.TrimSpace(text) == "" {
		return wrong(diag.FieldEmpty)
	}
	switch f.Type {
	case Line, Text:
		if d := c.text(v, f); d != nil {
			return d
		}
	case Slug:
		if !IsSlug(text) {
			d := wrong(diag.FieldSlug, text)
			d.Replace = string(markdown.Slug([]byte(text)))
			return d
		}
	case Address:
		if !IsAddress(text) {
			return wrong(diag.FieldAddress, text)
		}
	case Date:
		if _, err := disclosure.ParseDay(text); err != nil {
			d := wrong(diag.FieldDate, text)
			d.Replace = GuessDate(text)
			return d
		}
	case Moment:
		if _, err := disclosure.ParseMoment(text); err != nil {
			d := wrong(diag.FieldDate, text)
			d.Replace = GuessDate(text)
			return d
		}
	case Year:
		if n, err := strconv.Atoi(text); err != nil || n < 1945 || n > 2200 {
			return wrong(diag.FieldYear, text)
		}
	case Number:
		most := 1_000_000_000
		if f.Max > 0 {
			most = f.Max
		}
		if n, err := strconv.Atoi(text); err != nil || n < 0 || n > most ||
			text != strconv.Itoa(n) {
			return wrong(diag.FieldNumber, text, "0", strconv.Itoa(most))
		}
	case Flag:
		if text != "true" && text != "false" {
			d := wrong(diag.FieldFlag, text)
			d.Replace = guessFlag(text)
			return d
		}
	case Enum:
		return enum(v, f)
	case URL:
		u, err := url.Parse(text)
		if err != nil || !isWeb(u) || !markdown.IsElsewhere(text) {
			return wrong(diag.FieldURL, text)
		}
	case Duration:
		if _, err := disclosure.ParseDuration(text); err != nil {
			return wrong(diag.FieldDuration, text)
		}
	case Language:
		if !languageName.MatchString(text) {
			return wrong(diag.FieldValue, text, strings.Join(Languages, ", "))
		}
	case Color:
		if !isColor(text) {
			return wrong(diag.FieldColor, text)
		}
	}
	return nil
}

// text checks the length and the lines of a text, and finds a # that cut it off.
func (c *checker) text(v Value, f *Field) *diag.Diagnostic {
	limit := maxLine
	if f.Type == Text {
		limit = maxText
	}
	switch n := utf8.RuneCountInString(v.Text); {
	case n > limit:
		d := diag.New(diag.FieldLength, v.At, f.Name, strconv.Itoa(n), strconv.Itoa(limit))
		return &d
	case f.Type == Line && strings.ContainsAny(v.Text, "\n\r"):
		d := diag.New(diag.FieldLine, v.At, f.Name)
		return &d
	}
	if i := strings.IndexFunc(v.Text, isControl); i >= 0 {
		d := diag.New(diag.HeaderControl, v.At)
		return &d
	}
	if !v.Plain || v.At.End >= len(c.src) {
		return nil
	}
	rest := c.src[v.At.End:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	rest = bytes.TrimRight(rest, "\r")
	if comment := bytes.TrimLeft(rest, " \t"); len(comment) > 0 && comment[0] == '#' {
		at := v.At
		at.End += len(rest)
		d := diag.New(diag.HeaderComment, at).Instead(quote(v.Text + string(rest)))
		return &d
	}
	return nil
}

// enum compares exactly. A value that differs only by case or blanks is told so: it is
// never taken for the value it resembles.
func enum(v Value, f *Field) *diag.Diagnostic {
	if slices.Contains(f.Values, v.Text) {
		return nil
	}
	for _, known := range f.Values {
		if strings.EqualFold(strings.TrimSpace(v.Text), known) {
			d := diag.New(diag.FieldExact, v.At, f.Name,
				strings.Join(f.Values, ", ")).Instead(known)
			return &d
		}
	}
	d := diag.New(diag.FieldValue, v.At, f.Name, v.Text, strings.Join(f.Values, ", "))
	d.Replace = diag.Closest(v.Text, f.Values)
	return &d
}

// IsSlug reports whether s can be one part of an address.
func IsSlug(s string) bool {
	if len(s) == 0 || len(s) > 80 || s[0] == '-' || s[len(s)-1] == '-' ||
		strings.Contains(s, "--") {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// IsAddress reports whether s is a path that this site can answer: parts of unreserved
// characters between slashes, none of them hidden or leading up.
func IsAddress(s string) bool {
	if len(s) < 2 || len(s) > 300 || s[0] != '/' {
		return false
	}
	parts := strings.Split(strings.TrimSuffix(s[1:], "/"), "/")
	for _, part := range parts {
		if part == "" || part[0] == '.' || part[len(part)-1] == '.' {
			return false
		}
		for i := range len(part) {
			c := part[i]
			if !isLetter(c) && !isDigit(c) && c != '-' && c != '_' && c != '.' && c != '~' {
				return false
			}
		}
	}
	return true
}

// isWeb reports whether an address is that of something on the web.
func isWeb(u *url.URL) bool {
	return (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// IsBaseURL reports whether s can be the address of a whole site: http or https, a host,
// and a path of plain parts.
func IsBaseURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || !isWeb(u) || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	return u.Path == "" || u.Path == "/" || IsAddress(u.Path) && u.RawPath == ""
}

func isColor(s string) bool {
	if len(s) != 7 || s[0] != '#' {
		return false
	}
	_, err := strconv.ParseUint(s[1:], 16, 32)
	return err == nil
}

// guessFlag reads the words that people write for true and false.
func guessFlag(s string) string {
	switch strings.ToLower(s) {
	case "ya", "yes", "benar", "betul", "y", "on", "1":
		return "true"
	case "tidak", "no", "bukan", "salah", "n", "off", "0":
		return "false"
	}
	return ""
}

// GuessDate reads the ways in which dates are written in offices, 1/3/2026, 01-03-26 and
// 1 Maret 2026, day first; "" when it cannot be known.
func GuessDate(s string) string {
	months := []string{
		"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
		"oktober", "november", "desember",
	}
	parts := strings.FieldsFunc(
		strings.ToLower(s), func(r rune) bool {
			return r == '/' || r == '-' || r == '.' || r == ' '
		},
	)
	if len(parts) != 3 {
		return ""
	}
	month := slices.Index(months, parts[1]) + 1
	if month == 0 {
		month, _ = strconv.Atoi(parts[1])
	}
	first, err := strconv.Atoi(parts[0])
	last, err2 := strconv.Atoi(parts[2])
	if err != nil || err2 != nil {
		return ""
	}
	day, year := first, last
	if first > 1900 {
		day, year = last, first
	}
	if year < 100 {
		year += 2000
	}
	date := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := disclosure.ParseDay(date); err != nil {
		return ""
	}
	return date
}
