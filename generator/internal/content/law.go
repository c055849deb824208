package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
)

// A LegalBasis is where what a document says of the law stands, and how it is known: by the text of
// the instrument, by an abstract of it, or from memory.
type LegalBasis struct {
	Instrument Reference // slug of an instrument, or its name
	Article    string
	Source     string // one of basisSources
}

var basisSources = []string{"teks", "abstrak", "ingatan"}

var basisField = Field{
	Name: "dasar", Type: Fields, List: true,
	Help: words(
		"dasar dari apa yang dikatakan dokumen ini tentang hukum",
		"the basis of what the document says of the law",
	),
	Fields: []Field{
		{
			Name: "instrumen", Type: Line, Required: true,
			Help: words("slug regulasi, atau namanya", "slug of an instrument, or its name"),
		},
		{Name: "pasal", Type: Line, Help: words("pasalnya, misalnya 22 ayat (7)", "the article")},
		{
			Name: "sumber", Type: Enum, Required: true, Values: basisSources,
			Help: words(
				"dari mana diketahui: teks (naskahnya), abstrak, atau ingatan",
				"how it is known: teks (its text), abstrak (an abstract) or ingatan (memory)",
			),
		},
	},
}

func legalBases(v Value) []LegalBasis {
	var out []LegalBasis
	for _, item := range v.Items {
		if at := item.Field("instrumen"); at.Given() {
			out = append(out, LegalBasis{
				Instrument: Reference{Target: strings.Clone(at.Text), Kind: "regulasi", At: at.At},
				Article:    item.text("pasal"), Source: item.text("sumber"),
			})
		}
	}
	return out
}

// law notes the instruments that a document names, and warns of what it says of the law without
// one. An instrument speaks of itself, and a procedure has its basis.
func (d *Document) law(src, body []byte) {
	if d.Head.Kind.Name == "regulasi" {
		return
	}
	d.Cites = citations(d.Path, src)
	if len(d.Head.Bases) == 0 && d.Head.Procedure == nil {
		told := unsourced(d.Path, body, len(src)-len(body))
		if at := d.At("summary"); len(told) == 0 && d.Head.Summary != "" && at.End > at.Start {
			told = unsourced(d.Path, src[at.Start:at.End], at.Start)
		}
		d.Diags = append(d.Diags, told...)
	}
}

// What the law determines is a limit of time, and an article. A number of days that is no limit is
// what happened. number is written in digits or in words, and often both: 30 (tiga puluh).
const (
	digit  = `(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)`
	number = `(?:\d+|sepuluh|sebelas|seratus|` + digit +
		`(?: belas| puluh(?: ` + digit + `)?)?)(?:\s*\([^)]{1,30}\))?`
	days  = `(?:hari|hr\.?)\s+kerja`
	limit = `paling (?:lambat|lama)|selambat-lambatnya|selama-lamanya|batas(?:nya| waktu)?|` +
		`tenggat(?:nya| waktu)?|maksimal|maksimum|(?:punya|memiliki|diberi) waktu|(?:jangka|dalam) waktu|` +
		`tidak (?:boleh )?lebih dari`
	since = `sejak|setelah|sesudah|terhitung`
)

// legalNumber matches a limit of time in a sentence. Months and years are one behind the clearest
// words alone: a limit of age is none.
var legalNumber = regexp.MustCompile(
	`(?i)\b(?:(?:` + limit + `|dalam)\b([^|"”]*?)\b` + number + `\s+` + days + `|` +
		`(?:` + limit + `)\b([^|"”]*?)\b` + number + `\s+hari|` +
		`(?:paling (?:lambat|lama)|selambat-lambatnya|(?:jangka|dalam) waktu)\b([^|"”]*?)\b` +
		number +
		`\s+(?:bulan|tahun)|` +
		number + `\s+(?:` + days + `|hari(?: kalender)?)\s+(?:` + since + `))\b`,
)

// legalCell matches a length of time in a row of a table whose heads, or another cell, speak of
// limits.
var (
	legalCell = regexp.MustCompile(`(?i)\b` + number + `\s+(?:` + days + `|hari)\b`)
	limitWord = regexp.MustCompile(`(?i)\b(?:` + limit + `)\b`)
)

// legalArticle matches an article.
var legalArticle = regexp.MustCompile(`(?i)\b(?:pasal|ps\.)\s?\d+\b`)

// happened matches what tells of a length of time that it was measured.
var happened = regexp.MustCompile(
	`(?i)\b(?:rata-rata|median|rerata|tercatat|terlama|tercepat)\b|\b(?:pada|selama|sepanjang|di) (?:tahun )?(?:19|20)\d\d\b`,
)

// linkTarget matches where a link leads, which nobody reads.
var linkTarget = regexp.MustCompile(`\]\([^)]*\)`)

// betweenLimits matches what ends a sentence or begins an item of a list.
var betweenLimits = regexp.MustCompile(`[.!?]["”)*]*\s|\n\s*(?:[-*+]|\d+[.)])\s`)

// instrumentName matches the name of an instrument, by which a legal number has its basis: its
// number and year, or the short name by which all know it, such as UU KIP.
var instrumentName = regexp.MustCompile(
	`(?i)\b(?:uu|pp|perki|pkpu|permenpanrb|perpres|undang-undang|peraturan)\b[^\n]{0,60}?\d+(?:/| tahun )\d{4}|` +
		`(?-i:\b(?:UU|PP|Perpres|PERKI|Perki|Undang-Undang)\s+[A-Z]\pL+)`,
)

// betweenParagraphs matches the blank line that ends a paragraph.
var betweenParagraphs = regexp.MustCompile(`\n[ \t\r]*\n`)

// unsourced warns of legal numbers in a body that have no basis: neither in their paragraph, nor in
// the header. Of each document one is told. Code is not looked at; what is an example of the body's
// own work, such as a table of procedures, can name its basis in the header.
func unsourced(file string, body []byte, offset int) (diags diag.List) {
	if !maySayLaw(body) {
		return nil
	}
	fenced := false
	for at := 0; at < len(body); {
		end := len(body)
		if m := betweenParagraphs.FindIndex(body[at:]); m != nil {
			end = at + m[1]
		}
		paragraph := body[at:end]
		fences := bytes.Count(paragraph, []byte("```"))
		inFence := fenced || fences > 0
		fenced = fenced != (fences%2 == 1)
		if m := saysLaw(paragraph); m != nil && !inFence && !hasBasis(paragraph, body) {
			span := diag.Span{File: file, Start: offset + at + m[0], End: offset + at + m[1]}
			diags.Add(diag.LawUnsourced, span, string(paragraph[m[0]:m[1]]))
			return diags
		}
		at = end
	}
	return nil
}

// footnote matches where a paragraph leads to a note.
var footnote = regexp.MustCompile(`\[\^[^\]\s]+\]`)

// hasBasis reports whether a paragraph names an instrument, itself or in a note.
func hasBasis(paragraph, body []byte) bool {
	if instrumentName.Match(paragraph) {
		return true
	}
	for _, mark := range footnote.FindAll(paragraph, -1) {
		_, note, _ := bytes.Cut(body, append(bytes.Clone(mark), ':'))
		if line, _, _ := bytes.Cut(note, []byte("\n")); instrumentName.Match(line) {
			return true
		}
	}
	return false
}

// maySayLaw reports whether a text has an article, or a number before a unit of time, without which
// it says no number of the law. Most texts have not, and the patterns take a hundred times as long.
func maySayLaw(text []byte) bool {
	for _, word := range []string{"asal", "ASAL", "s."} {
		for rest := text; ; {
			at := bytes.Index(rest, []byte(word))
			if at < 0 {
				break
			}
			if at > 0 && (rest[at-1]|0x20 == 'p') {
				return true
			}
			rest = rest[at+len(word):]
		}
	}
	for _, unit := range []string{"ari", "ARI", "hr", "Hr", "HR", "ulan", "ULAN", "ahun", "AHUN"} {
		for at := 0; ; at += len(unit) {
			next := bytes.Index(text[at:], []byte(unit))
			if next < 0 {
				break
			}
			if at += next; behindNumber(text[:at]) {
				return true
			}
		}
	}
	return false
}

// behindNumber reports whether a text, which may end in the first letter of a word, ends in a
// number before that, in digits, in words or both.
func behindNumber(text []byte) bool {
	if n := len(text); n > 0 && isLetter(text[n-1]) {
		text = text[:n-1]
	}
	text = bytes.TrimRight(text[max(0, len(text)-40):], " \t\r\n")
	if len(text) == 0 {
		return false
	}
	if last := text[len(text)-1]; isDigit(last) || last == ')' {
		return true
	}
	word := bytes.ToLower(text[bytes.LastIndexAny(text, " \t\r\n(")+1:])
	return slices.Contains(numberWords, string(word))
}

// numberWords are those in which a number ends.
var numberWords = strings.Fields("satu dua tiga empat lima enam tujuh delapan sembilan " +
	"sepuluh sebelas belas puluh seratus")

// saysLaw returns where a paragraph or a table says the first number of the law, or nil.
func saysLaw(paragraph []byte) []int {
	if !maySayLaw(paragraph) {
		return nil
	}
	if bytes.HasPrefix(bytes.TrimLeft(paragraph, " \n"), []byte("|")) {
		return rowSaysLaw(paragraph)
	}
	paragraph = linkTarget.ReplaceAllFunc(paragraph, func(target []byte) []byte {
		return bytes.Repeat([]byte{' '}, len(target))
	})
	first := legalArticle.FindIndex(paragraph)
	note := func(m []int, start int) {
		if m != nil && (first == nil || start+m[0] < first[0]) {
			first = []int{start + m[0], start + m[1]}
		}
	}
	for at := 0; at < len(paragraph); {
		end := len(paragraph)
		if m := betweenLimits.FindIndex(paragraph[at:]); m != nil {
			end = at + m[1]
		}
		if sentence := paragraph[at:end]; maySayLaw(sentence) && !happened.Match(sentence) {
			note(limitIn(sentence), at)
		}
		at = end
	}
	return first
}

// limitReach is how many bytes may stand between the words for a limit and its number.
const limitReach = 60

// limitIn returns where a sentence says the first limit of time, or nil.
func limitIn(sentence []byte) []int {
	for at := 0; ; {
		m := legalNumber.FindSubmatchIndex(sentence[at:])
		if m == nil {
			return nil
		}
		far := false
		for gap := m[2:]; len(gap) > 0; gap = gap[2:] {
			far = far || gap[1]-gap[0] > limitReach
		}
		if !far {
			return []int{at + m[0], at + m[1]}
		}
		at += m[0] + 1
	}
}

// rowSaysLaw is saysLaw of a table, whose heads may say what its cells are.
func rowSaysLaw(table []byte) []int {
	head, _, _ := bytes.Cut(bytes.TrimLeft(table, " \n"), []byte("\n"))
	ofLimits, at := limitWord.Match(head), 0
	for row := range bytes.Lines(table) {
		if m := legalArticle.FindIndex(row); m != nil {
			return []int{at + m[0], at + m[1]}
		}
		links := bytes.Contains(row, []byte("](")) // to the procedure that has its basis
		if (ofLimits || limitWord.Match(row)) && !links && !happened.Match(row) {
			if m := legalCell.FindIndex(row); m != nil {
				return []int{at + m[0], at + m[1]}
			}
		}
		at += len(row)
	}
	return nil
}
