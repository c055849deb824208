package attachment

import (
	"strings"
	"testing"
)

// TestRTF holds what readers see of a text with marks, what else is in it, and what the editor is
// told.
func TestRTF(t *testing.T) {
	const colours = `{\colortbl;\red255\green0\blue0;\red255\green255\blue255;}`
	for _, tt := range []struct{ name, src, seen, unseen, how string }{
		{"words", `{\rtf1\ansi Surat {\b untuk}\i0  umum\par Kedua}`, "Surat untuk umum|Kedua", "", ""},
		{"a number that is bold in part", `{\rtf1 NIK 32040157{\loch\b 08900001}}`, "NIK 3204015708900001", "", ""},
		{"blanks that do not break", `{\rtf1 3204\~0157\u160\'a00890\u160?0001}`, "3204 0157\u00a00890\u00a00001", "3204 0157\u00a00890?0001", ""},
		{"a hyphen", `{\rtf1 3204\_0157\-08}`, "3204-015708", "", ""},
		{"letters by their numbers", `{\rtf1 caf\'e9 \'93a\'94 \u8211?}`, "café “a” –", "café “a” ?", ""},
		{"letters for none", `{\rtf1\uc0 a\u8211 b}`, "a–b", "ab", ""},
		{"letters for two", `{\rtf1\uc2 a\u8211 --b}`, "a–b", "a--b", ""},
		{"a letter of two halves", `{\rtf1\u-10187?\u-8239?}`, "𝟑", "??", ""},
		{"half a letter", `{\rtf1\u-10187?a\u8211?}`, "a–", "?a?", ""},
		{"brackets", `{\rtf1 \{a\}\\}`, `{a}\`, "", ""},
		{"words for letters", `{\rtf1 a\tab b\emdash c\lquote d\line e}`, "a b—c‘d e", "", ""},
		{"the end of a line", "{\\rtf1 a\r\nb\\\nc}", "ab|c", "", ""},
		{"fonts and styles", `{\rtf1{\fonttbl{\f0 Arial;}}{\stylesheet{\s1 Judul;}}Surat}`, "Surat", "Arial;|Judul;", ""},
		{"what programs do not know", `{\rtf1{\*\catatan Budi}Surat}`, "Surat", "Budi", ""},
		{"the code of a field", `{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt Laman}}}`, "Laman", `HYPERLINK "x"`, ""},
		{"hidden words", `{\rtf1 Surat {\v Budi}\v  Ani\v0  umum}`, "Surat  umum", "Surat Budi Ani umum", Unshown},
		{"words struck out", `{\rtf1 Surat{\deleted  lama} umum}`, "Surat umum", "Surat lama umum", Deleted},
		{"white words", `{\rtf1` + colours + `Surat{\cf2  Budi}{\cf1  merah}}`, "Surat merah", ";;;|Surat Budi merah", "coloured"},
		{"white words on a ground", `{\rtf1` + colours + `{\cf2\chcbpat1 Budi}}`, "Budi", ";;;", ""},
		{"white words in a cell with a ground", `{\rtf1` + colours + `\trowd\clcbpat1\cellx9 {\cf2 Budi}\cell\row\trowd\cellx9 {\cf2 Ani}\cell\row}`, "Budi", ";;;|Ani", "coloured"},
		{"tiny words", `{\rtf1 Surat{\fs2  Budi}{\fs24  umum}}`, "Surat umum", "Surat Budi umum", "tiny"},
		{"a comment", `{\rtf1 Surat{\*\atnid AB}{\*\annotation Budi} umum}`, "Surat| umum", "AB|Budi", Comment},
		{"plain words again", `{\rtf1\v Budi\plain  umum}`, " umum", "Budi umum", Unshown},
		{"boxes", `{\rtf1 3\cell 2\cell 0\cell 4\cell 0\cell 5\cell 1\cell 2\cell 0\cell\row}`, "3|2|0|4|0|5|1|2|0", "3 2 0 4 0 5 1 2 0", ""},
		{"too many brackets", `{\rtf1 a}}}{b`, "ab", "", ""},
		{"a word at the end", `{\rtf1 a\`, "a", "", ""},
		{"a letter at the end", `{\rtf1 a\'e`, "ae", "", ""},
		{"a whole letter at the end", `{\rtf1 caf\'e9`, "café", "", ""},
		{"a number at the end", `{\rtf1 a\fs24`, "a", "", ""},
		{"a word with a number", `{\rtf1 a\zoom100 b}`, "ab", "", ""},
		{"the first of the letters of Windows", `{\rtf1 \'80 5}`, "€ 5", "", ""},
		{"words of two points", `{\rtf1 Surat{\fs4  kecil}}`, "Surat kecil", "", ""},
		{"words that ask in a title", `{\rtf1{\info{\title DDEAUTO c:x}}Surat}`, "Surat", "DDEAUTO c:x", ""},
	} {
		var seen, unseen []string
		info := Read("a.rtf", []byte(tt.src), func(p Piece) {
			if p.Hidden {
				if !strings.Contains(strings.Join(unseen, "|")+"|", p.Text+"|") && !strings.Contains(tt.seen, p.Text) {
					unseen = append(unseen, p.Text)
				}
			} else {
				seen = append(seen, p.Text)
			}
		})
		how := ""
		if len(info.Hidden) > 0 {
			how = info.Hidden[0].How
		}
		if got := strings.Join(seen, "|"); got != tt.seen || how != tt.how || info.Problem != None {
			t.Errorf("%s: %q, want %q; %+v", tt.name, got, tt.seen, info)
		}
		if got := strings.Join(unseen, "|"); got != tt.unseen {
			t.Errorf("%s: not seen is %q, want %q", tt.name, got, tt.unseen)
		}
	}
}
