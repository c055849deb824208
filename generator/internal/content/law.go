package content

import (
	"bytes"
	"regexp"
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

// law notes the instruments that a document names, and warns of what it says of the law without one.
// An instrument speaks of itself, and a procedure has its basis.
func (d *Document) law(src, body []byte) {
	if d.Head.Kind.Name == "regulasi" {
		return
	}
	d.Cites = citations(d.Path, src)
	if len(d.Head.Bases) == 0 && d.Head.Procedure == nil {
		d.Diags = append(d.Diags, unsourced(d.Path, body, len(src)-len(body))...)
	}
}

// legalNumber matches what the law determines: a limit in working days, and an article. A number of
// days that is no limit is what happened.
var legalNumber = regexp.MustCompile(
	`(?i)\b(?:paling (?:lambat|lama)|batas(?:nya)?|tenggat(?:nya)?|selambat-lambatnya|dalam(?: waktu)?|` +
		`maksimal)\b[^.\n|]{0,40}?\d+ hari kerja\b|\bpasal \d+\b`,
)

// instrumentName matches the name of an instrument, by which a legal number has its basis.
var instrumentName = regexp.MustCompile(
	`(?i)\b(?:uu|pp|perki|pkpu|permenpanrb|perpres|undang-undang|peraturan)\b[^\n]{0,60}?\d+(?:/| tahun )\d{4}`,
)

// betweenParagraphs matches the blank line that ends a paragraph.
var betweenParagraphs = regexp.MustCompile(`\n[ \t\r]*\n`)

// unsourced warns of legal numbers in a body that have no basis: neither in their paragraph, nor in
// the header. Of each document one is told. Code is not looked at; what is an example of the body's
// own work, such as a table of procedures, can name its basis in the header.
func unsourced(file string, body []byte, offset int) (diags diag.List) {
	if !bytes.Contains(body, []byte("hari kerja")) && !bytes.Contains(body, []byte("asal ")) {
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
		if m := legalNumber.FindIndex(paragraph); m != nil && !inFence && !instrumentName.Match(paragraph) {
			span := diag.Span{File: file, Start: offset + at + m[0], End: offset + at + m[1]}
			diags.Add(diag.LawUnsourced, span, string(paragraph[m[0]:m[1]]))
			return diags
		}
		at = end
	}
	return nil
}
