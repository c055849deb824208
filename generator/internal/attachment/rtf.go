package attachment

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"maklumat/generator/internal/pdf"
)

// readRTF examines a text with marks (RTF 1.9.1): its words, the codes of its fields, and what its
// readers see. A word begins with a backslash; a program that reads such files passes over what it
// does not know, so every word counts wherever it stands.
func readRTF(src []byte, visit Visitor) Info {
	info := readText(src, func(Piece) {})
	if info.Problem != None {
		return info
	}
	var found findings
	text := asText(src)
	for rest := text; ; {
		at := strings.IndexByte(rest, '\\')
		if at < 0 || at+1 == len(rest) {
			break
		}
		word, _, length := rtfWord(rest[at+1:])
		found.add(ruleFor(rtfFile, inWord, word), `\`+word)
		rest = rest[at+1+max(1, length):]
	}
	// Some letters are written twice, by their number in Unicode and for programs that do not know
	// that.
	for _, old := range []bool{false, true} {
		r := rtf{old: old, found: &found, visit: visit}
		r.boxes.visit = visit
		r.read(text)
		info.Hidden = r.hidden
	}
	return found.of(info)
}

// An rtfState is how what stands in a group is read. A group begins with that of the group around
// it.
type rtfState struct {
	runStyle
	how    string // it is in what readers do not see, and the editor is told
	unseen bool   // it is in what they do not see: tables of fonts, pictures, codes of fields
	field  bool   // in the code of a field
	struck bool   // deleted while changes were recorded
	after  int    // how many letters behind one in Unicode are for older programs
}

// An rtf is a text with marks that is being read.
type rtf struct {
	old    bool // as programs do that do not know letters in Unicode
	found  *findings
	visit  Visitor
	hidden []Hidden
	boxes  boxes

	rtfState
	outer     []rtfState
	all, seen strings.Builder // of the paragraph
	code      strings.Builder // of the field
	told      string          // how something of the paragraph is hidden
	n         int             // paragraphs
	skip      int             // letters that are for older programs
	high      rune            // the first half of a letter beyond U+FFFF
	white     []int           // the numbers of colours that are white
	colours   int
	parts     [3]bool // of the colour that is being read: which are not full
	row       bool    // the cells of this row have a ground of their own
}

// unseenWords begin what readers do not see.
var unseenWords = strings.Fields("* fonttbl colortbl stylesheet info pict fldinst listtable xmlopen " +
	"revtbl rsidtbl generator themedata colorschememapping latentstyles datastore filetbl " +
	"bkmkstart bkmkend xe tc do nonshppict objdata")

// rtfLetters are the words that stand for a letter.
var rtfLetters = map[string]rune{
	"tab": ' ', "line": ' ', "emspace": ' ', "enspace": ' ', "qmspace": ' ', "lquote": '‘',
	"rquote":    '’',
	"ldblquote": '“', "rdblquote": '”', "endash": '–', "emdash": '—', "bullet": '•',
}

// read reads a text to its end.
func (r *rtf) read(text string) {
	r.after = 1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '{':
			if len(r.outer) < maxToken { // as deep as nobody nests
				r.outer, r.skip = append(r.outer, r.rtfState), 0
			}
		case '}':
			r.close()
		case '\r', '\n':
		case '\\':
			i += r.control(text[i+1:])
		default:
			r.letter(windows1252(c))
		}
	}
	r.close()
	r.flush()
	r.boxes.flush()
}

// close ends a group.
func (r *rtf) close() {
	inside := r.rtfState
	if r.skip = 0; len(r.outer) > 0 {
		r.rtfState, r.outer = r.outer[len(r.outer)-1], r.outer[:len(r.outer)-1]
	}
	if inside.field && !r.field {
		word, _, _ := strings.Cut(strings.TrimSpace(r.code.String()), " ")
		r.found.add(ruleFor(ooxml, inField, strings.ToUpper(word)), `\fldinst`)
		r.code.Reset()
	}
	if inside.unseen != r.unseen || inside.how != r.how &&
		(inside.how == Comment || r.how == Comment) {
		r.flush()
	}
}

// control reads what stands behind a backslash and returns how long it is.
func (r *rtf) control(text string) int {
	if len(text) >= 3 && text[0] == '\'' {
		r.letter(windows1252(hex(text[1])<<4 | hex(text[2])))
		return 3
	}
	word, number, length := rtfWord(text)
	if length == 0 && text != "" {
		switch text[0] {
		case '~':
			r.letter(' ')
		case '_':
			r.letter('-')
		case '{', '}', '\\':
			r.letter(rune(text[0]))
		case '\r', '\n':
			r.flush()
		}
		return 1
	}
	r.word(word, number, number != 0 || !strings.HasSuffix(strings.TrimRight(text[:length], " "),
		"0"))
	return length
}

// letter takes one letter of the text.
func (r *rtf) letter(c rune) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.field {
		r.code.WriteRune(c)
	}
	r.all.WriteRune(c)
	if r.state(); !r.unseen && r.how == "" {
		r.seen.WriteRune(c)
	} else if c != ' ' && r.how != "" {
		r.told = r.how
	}
	if r.all.Len() > maxScrap {
		r.flush()
	}
}

// state finds out how the next letter is hidden.
func (r *rtf) state() {
	switch {
	case r.how == Comment:
	case r.struck:
		r.how = Deleted
	case r.vanish:
		r.how = Unshown
	case r.runStyle.white && !r.shaded && !r.row:
		r.how = string(pdf.Coloured)
	case r.tiny:
		r.how = string(pdf.Tiny)
	default:
		r.how = ""
	}
}

// word reads a word with its number, which says that what it names is on.
func (r *rtf) word(word string, number int, on bool) {
	if c, ok := rtfLetters[word]; ok {
		r.letter(c)
		return
	}
	switch word {
	case "uc":
		r.after = number
	case "u":
		if !r.old {
			r.unicode(rune(uint16(number)))
			r.skip = r.after
		}
	case "par", "sect", "page", "cell", "nestcell":
		r.flush()
	case "row", "nestrow":
		r.flush()
		r.boxes.flush()
	case "trowd":
		r.row = false
	case "clcbpat", "clcbpatraw", "clshdng":
		r.row = true
	case "plain":
		r.runStyle, r.struck = runStyle{}, false
	case "pard":
		r.shaded = false
	case "v":
		r.vanish = on
	case "deleted":
		r.struck = on
	case "fs":
		r.tiny = on && number < 4 // half points
	case "cf":
		r.runStyle.white = slices.Contains(r.white, number)
	case "highlight", "chcbpat", "cbpat", "chshdng", "shading", "cb":
		r.shaded = number != 0
	case "annotation":
		r.flush()
		r.how = Comment
	case "red", "green", "blue":
		r.colour(word, number)
	default:
		if slices.Contains(unseenWords, word) {
			if !r.unseen {
				r.flush()
			}
			r.unseen, r.field = true, r.field || word == "fldinst"
		}
	}
}

// unicode takes a letter by its number, or half of one.
func (r *rtf) unicode(c rune) {
	switch whole := utf16.DecodeRune(r.high, c); {
	case r.high != 0 && whole != '\uFFFD':
		r.letter(whole)
		r.high = 0
	case utf16.IsSurrogate(c):
		r.high = c
	default:
		r.letter(c)
		r.high = 0
	}
}

// colour reads a part of a colour of the table, of which the first is that of the system.
func (r *rtf) colour(part string, value int) {
	n := slices.Index([]string{"red", "green", "blue"}, part)
	if r.parts[n] = value == 255; n != 2 {
		return
	}
	if r.colours++; r.parts == [3]bool{true, true, true} {
		r.white = append(r.white, r.colours)
	}
}

// flush visits the paragraph that was read.
func (r *rtf) flush() {
	all, seenText, how := r.all.String(), r.seen.String(), r.told
	r.all.Reset()
	r.seen.Reset()
	if r.told = ""; strings.TrimSpace(all) == "" {
		return
	}
	r.boxes.cell(all)
	r.n++
	place := counted(PlaceParagraph, r.n)
	if all != seenText || r.old {
		r.visit(unseen(place, all))
	}
	if strings.TrimSpace(seenText) != "" && !r.old {
		r.visit(seen(place, seenText))
	}
	if h := (Hidden{how, ""}); how != "" && !slices.Contains(r.hidden, h) {
		r.hidden = append(r.hidden, h)
	}
}

// windows1252 returns the letter of a byte in the character set that office programs of the west
// write: Latin-1 with letters instead of control characters.
func windows1252(c byte) rune {
	if c >= 0x80 && c < 0xa0 {
		return beyondLatin[c-0x80]
	}
	return rune(c)
}

// beyondLatin are those letters.
var beyondLatin = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// rtfWord returns the word behind a backslash with its number, and how long it is with the blank
// that ends it.
func rtfWord(text string) (word string, number, length int) {
	n := 0
	for n < len(text) && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z') {
		n++
	}
	if n == 0 {
		if strings.HasPrefix(text, "*") {
			return "*", 0, 1
		}
		return "", 0, 0
	}
	digits := n
	for digits < len(text) && (text[digits] >= '0' && text[digits] <= '9' || digits == n &&
		text[digits] == '-') {
		digits++
	}
	number, _ = strconv.Atoi(text[n:digits])
	if length = digits; length < len(text) && text[length] == ' ' {
		length++
	}
	return strings.ToLower(text[:n]), number, length
}

func hex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 0
}
