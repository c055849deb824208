package attachment

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// maxObjects is how many bytes are unpacked of the compressed objects of a PDF.
const maxObjects = 64 << 20

// maxTrailer is how many bytes of a trailer are read, which says where the objects are.
const maxTrailer = 64 << 10

// beginning matches the beginning of an object of a PDF (ISO 32000-1, 7.3.10).
var beginning = regexp.MustCompile(`(\d+)` + gap + `\d+` + gap + `obj\b`)

// gap matches what separates two tokens: white space, and comments up to the ends of their lines.
const gap = `(?:[\x00\t\n\f\r ]|%[^\r\n]*[\r\n])+`

// A token is a piece of an object: kind is '/' for a name, '(' for a text, '<' and '>' for the
// beginning and end of a dictionary, '[' and ']' for those of an array, and 'w' for a number or
// word. The text of a name is read, and that of a text too.
type token struct {
	kind byte
	text string
}

// An object is one of a PDF, without its stream.
type object []token

// objects are those of a PDF, in the order of the file: also those that nothing refers to, for a
// reader that repairs files could bring back what is left of an earlier version.
type objects struct {
	all      []object
	numbered map[string][]object
	metadata []string // the streams of XMP
}

// add adds an object. One that nothing can refer to has no number.
func (l *objects) add(number string, o object) {
	l.all = append(l.all, o)
	if n := plainNumber(number); n != "" {
		l.numbered[n] = append(l.numbered[n], o)
	}
}

// plainNumber returns a number without zeros before it, "" for what is none.
func plainNumber(s string) string {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil {
		return ""
	}
	return strconv.FormatUint(n, 10)
}

// objectsIn returns the objects of a PDF, those in streams of objects too. The Problem tells why
// they cannot all be read.
func objectsIn(src []byte) (*objects, Problem) {
	all := &objects{numbered: map[string][]object{}}
	for _, rest := range bytes.Split(src, []byte("trailer"))[1:] {
		o, _ := tokensIn(rest[:min(len(rest), maxTrailer)], true)
		all.add("", o[:o.value()])
	}
	left := int64(maxObjects)
	places := beginning.FindAllSubmatchIndex(src, -1)
	for n, at := range places {
		end := len(src)
		if n+1 < len(places) {
			end = places[n+1][0]
		}
		number := string(src[at[2]:at[3]])
		o, stream := tokensIn(src[at[1]:end], true)
		all.add(number, o)
		isMetadata := o.has("Metadata") && o.has("XML")
		// The type of an object stream may be stored in another object; these two keys are not.
		isObjects := o.has("ObjStm") || o.has("N") && o.has("First")
		if stream < 0 || !isObjects && !isMetadata {
			continue
		}
		text := src[at[1]+stream:]
		if isMetadata && o.filters() == 0 {
			text, _, _ = bytes.Cut(text[:end-at[1]-stream], []byte("endstream"))
			all.metadata = append(all.metadata, string(text))
			continue
		}
		if !o.has("FlateDecode") || o.has("DecodeParms") || o.filters() > 1 {
			return all, Unseen
		}
		z, err := zlib.NewReader(bytes.NewReader(text))
		if err != nil {
			return all, Unreadable
		}
		inflated, err := io.ReadAll(io.LimitReader(z, left+1))
		if left -= int64(len(inflated)); left < 0 {
			return all, TooLarge
		}
		if err != nil {
			return all, Unreadable
		}
		if isMetadata {
			all.metadata = append(all.metadata, string(inflated))
			continue
		}
		if !all.unpack(o, inflated) {
			return all, Unreadable
		}
	}
	return all, None
}

// numbers returns the numbers of the objects, in order.
func (l *objects) numbers() []string {
	return slices.SortedFunc(maps.Keys(l.numbered), func(a, b string) int {
		return cmp.Or(len(a)-len(b), strings.Compare(a, b)) // they have no zeros before them
	})
}

// pages returns the numbers of the pages that the list of pages has, and of the parts of that list.
// It is empty for a file whose list cannot be followed.
func (l *objects) pages() map[string]bool {
	listed := map[string]bool{}
	var follow func(number string)
	follow = func(number string) {
		versions := l.numbered[number]
		if number == "" || listed[number] || len(versions) == 0 {
			return
		}
		listed[number] = true
		kids := versions[len(versions)-1].values()["Kids"]
		if ref := kids.reference(); ref != "" && len(l.numbered[ref]) > 0 {
			kids = l.numbered[ref][len(l.numbered[ref])-1]
		}
		for i := range kids {
			follow(kids[i:].reference())
		}
	}
	for _, o := range l.all {
		root := l.numbered[o.values()["Root"].reference()]
		if len(root) > 0 {
			follow(root[len(root)-1].values()["Pages"].reference())
		}
	}
	return listed
}

// countPages returns how many pages the list of pages has, whatever it says of that itself.
func (l *objects) countPages(listed map[string]bool) (n int) {
	for number := range listed {
		versions := l.numbered[number]
		if versions[len(versions)-1].values()["Type"].first() == "Page" {
			n++
		}
	}
	return n
}

// appearances returns the numbers of the drawings of notes and fields (12.5.5), some of which show
// only below the pointer.
func (l *objects) appearances() map[string]bool {
	numbers := map[string]bool{}
	gather := func(o object) {
		for i := range o {
			if ref := o[i:].reference(); ref != "" {
				numbers[ref] = true
			}
		}
	}
	for _, o := range l.all {
		for i, t := range o {
			if t != (token{'/', "AP"}) {
				continue
			}
			value := o[i+1:]
			value = value[:value.value()]
			if ref := value.reference(); ref != "" && len(l.numbered[ref]) > 0 {
				value = l.numbered[ref][len(l.numbered[ref])-1]
			}
			gather(value)
		}
	}
	return numbers
}

// mentioned returns the numbers that some object refers to.
func (l *objects) mentioned() map[string]bool {
	numbers := map[string]bool{}
	for _, o := range l.all {
		for i := range o {
			if ref := o[i:].reference(); ref != "" {
				numbers[ref] = true
			}
		}
	}
	return numbers
}

// unpack adds the objects in a stream of objects: pairs of a number and a place come first, and the
// places need not be in order (7.5.7). Besides, all of it is one object without a number, so that
// nothing between them is passed over.
func (l *objects) unpack(head object, src []byte) bool {
	all, _ := tokensIn(src, false)
	l.add("", all)
	first, err := strconv.Atoi(head.values()["First"].first())
	if err != nil || first < 0 || first > len(src) {
		return len(src) == 0
	}
	type place struct {
		number string
		at     int
	}
	var places []place
	heads, _ := tokensIn(src[:first], false)
	for i := 0; i+1 < len(heads); i += 2 {
		at, err := strconv.Atoi(heads[i+1].text)
		if err != nil || at < 0 || first+at > len(src) {
			return false
		}
		places = append(places, place{heads[i].text, first + at})
	}
	slices.SortFunc(places, func(a, b place) int { return a.at - b.at })
	for i, p := range places {
		end := len(src)
		if i+1 < len(places) {
			end = places[i+1].at
		}
		o, _ := tokensIn(src[p.at:end], false)
		l.add(p.number, o)
	}
	return true
}

// value returns how many tokens the value at the beginning has.
func (o object) value() int {
	if len(o) == 0 {
		return 0
	}
	if len(o) > 2 && o[0].kind == 'w' && o[1].kind == 'w' && o[2].text == "R" {
		return 3
	}
	depth := 0
	for i, t := range o {
		switch t.kind {
		case '<', '[':
			depth++
		case '>', ']':
			depth--
		}
		if depth <= 0 {
			return i + 1
		}
	}
	return len(o)
}

// values are the values of the dictionary at the beginning, by their keys; nil where there is none.
func (o object) values() map[string]object {
	if len(o) == 0 || o[0].kind != '<' {
		return nil
	}
	all := map[string]object{}
	for o = o[1:]; len(o) > 1 && o[0].kind != '>'; {
		if o[0].kind != '/' {
			o = o[1:]
			continue
		}
		key := o[0].text
		size := o[1:].value()
		all[key] = o[1 : 1+size]
		o = o[1+size:]
	}
	return all
}

// around returns the rest of the dictionary in which the token i stands, from its beginning.
func (o object) around(i int) object {
	depth := 0
	for i--; i >= 0; i-- {
		switch o[i].kind {
		case '>', ']':
			depth++
		case '<', '[':
			if depth--; depth < 0 {
				return o[i:]
			}
		}
	}
	return nil
}

// reference returns the number of the object that a value refers to, or "".
func (o object) reference() string {
	if len(o) > 2 && o[0].kind == 'w' && o[1].kind == 'w' && o[2] == (token{'w', "R"}) {
		return plainNumber(o[0].text)
	}
	return ""
}

// first returns the text of the first token, "" without one.
func (o object) first() string {
	if len(o) == 0 {
		return ""
	}
	return o[0].text
}

func (o object) has(name string) bool { return slices.Contains(o, token{'/', name}) }

// locks reports whether an object is a trailer that tells of a cipher (7.6.1), perhaps of one that
// does not exist: what programs then make of the file is their affair.
func (o object) locks() bool {
	values := o.values()
	return values["Encrypt"] != nil && values["Root"] != nil
}

// filters returns how many filters encode the stream of an object, by long or by short name.
func (o object) filters() int {
	n := 0
	for _, t := range o {
		if t.kind == '/' && (strings.HasSuffix(t.text, "Decode") ||
			slices.Contains([]string{"Fl", "AHx", "A85", "LZW", "RL", "CCF", "DCT", "Crypt"},
				t.text)) {
			n++
		}
	}
	return n
}

// tokensIn returns the tokens of an object outside comments, and where its stream begins, or -1
// without one. one is false for the contents of an object stream: many objects in a row, without
// keywords between them.
func tokensIn(src []byte, one bool) (o object, stream int) {
	for i := 0; i < len(src); {
		switch c := src[i]; {
		case isPDFSpace(c):
			i++
		case c == '%':
			for i < len(src) && src[i] != '\r' && src[i] != '\n' {
				i++
			}
		case c == '(':
			end := afterText(src, i)
			o = append(o, token{'(', textOf(src[i+1 : max(i+1, end-1)])})
			i = end
		case c == '<' && i+1 < len(src) && src[i+1] != '<':
			end := bytes.IndexByte(src[i:], '>')
			if end < 0 {
				return o, -1
			}
			o = append(o, token{'(', hexText(src[i+1 : i+end])})
			i += end + 1
		case c == '<' || c == '>' && i+1 < len(src) && src[i+1] == '>':
			o = append(o, token{kind: c})
			i += 2
		case c == '[' || c == ']':
			o = append(o, token{kind: c})
			i++
		case c == '/':
			name, end := readName(src, i+1)
			o = append(o, token{'/', name})
			i = end
		case isDelimiter(c):
			i++
		default:
			begin := i
			for i < len(src) && !isPDFSpace(src[i]) && !isDelimiter(src[i]) {
				i++
			}
			word := string(src[begin:i])
			if one && word == "endobj" {
				return o, -1
			}
			if one && len(word) >= 6 && word[:6] == "stream" {
				i = begin + len("stream")
				if i < len(src) && src[i] == '\r' {
					i++
				}
				if i < len(src) && src[i] == '\n' {
					i++
				}
				return o, i
			}
			o = append(o, token{'w', word})
		}
	}
	return o, -1
}

// textOf reads what is between the parentheses of a text (ISO 32000-1, 7.3.4.2).
func textOf(src []byte) string {
	out := make([]byte, 0, len(src))
	for len(src) > 0 {
		c := src[0]
		if src = src[1:]; c != '\\' || len(src) == 0 {
			out = append(out, c)
			continue
		}
		n := 0
		for n < 3 && n < len(src) && src[n] >= '0' && src[n] <= '7' {
			n++
		}
		switch {
		case n > 0:
			code, _ := strconv.ParseUint(string(src[:n]), 8, 16)
			out, src = append(out, byte(code)), src[n:]
		case src[0] == '\r' || src[0] == '\n': // the line goes on
			src = bytes.TrimLeft(src, "\r\n")
		default:
			c := src[0]
			if at := bytes.IndexByte([]byte("nrtbf"), c); at >= 0 {
				c = "\n\r\t\b\f"[at]
			}
			out, src = append(out, c), src[1:]
		}
	}
	return decoded(out)
}

// hexText reads a text of hexadecimal digits, of which the last may be missing (7.3.4.3).
func hexText(src []byte) string {
	digits := bytes.Join(bytes.FieldsFunc(src, func(r rune) bool { return r <= ' ' }), nil)
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		out[i] = hex(digits[2*i])<<4 | hex(digits[2*i+1])
	}
	return decoded(out)
}

// decoded returns a text of a PDF in UTF-8 (7.9.2.2). Of PDFDocEncoding only what it shares with
// Latin-1 is read rightly; digits and letters of ASCII are.
func decoded(src []byte) string {
	switch {
	case bytes.HasPrefix(src, []byte("\xfe\xff")) || bytes.HasPrefix(src, []byte("\xff\xfe")):
		return string(fromUTF16(src))
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		return string(src[3:])
	}
	out := make([]rune, len(src))
	for i, c := range src {
		out[i] = rune(c)
	}
	return string(out)
}

// afterText returns the end of the text in parentheses that begins at i.
func afterText(src []byte, i int) int {
	for depth := 0; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(src)
}

// readName reads the name that begins at i, without its slash. In a name, #4a stands for J.
func readName(src []byte, i int) (name string, end int) {
	var b []byte
	for i < len(src) && !isPDFSpace(src[i]) && !isDelimiter(src[i]) {
		if src[i] == '#' && i+2 < len(src) {
			if n, err := strconv.ParseUint(string(src[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(n))
				i += 3
				continue
			}
		}
		b = append(b, src[i])
		i++
	}
	return string(b), i
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func isPDFSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}
