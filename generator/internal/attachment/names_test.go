package attachment

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestTokens holds which names of an object of a PDF are seen, what follows them, and where its
// stream begins.
func TestTokens(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		one       bool   // object, and not the contents of an object stream
		names     string // each with what follows it
		stream    int
	}{
		{"nothing", "", true, "", -1},
		{"a dictionary", "<</A/B>>", true, "A/ B>", -1},
		{"what follows", "/A <</B [1]/C(x)/D 1 /E>>", true, "A< B[ C( D1 E>", -1},
		{"nothing follows", "/A", true, "A\x00", -1},
		{"blanks follow", "/A \t\r\n\f\x00", true, "A\x00", -1},
		{"blanks of all sorts between", "/A \t\r\n\f\x00<<", true, "A<", -1},
		{"a comment", "%/A\n/B %/C\r/D 1", true, "B/ D1", -1},
		{"a comment at the end", "/A 1%/B", true, "A1", -1},
		{"a text", "(/A)/B 1", true, "B1", -1},
		{"a text in a text", "(a(/A)/B)/C 1", true, "C1", -1},
		{"a text with a mark of its own", `(\)/A)/B 1`, true, "B1", -1},
		{"a text that ends in a slash", "(/)/B 1", true, "B1", -1},
		{"a text without an end", "(/A", true, "", -1},
		{"a text that ends in a backslash", `(/A\`, true, "", -1},
		{"digits", "<2f41>/B 1", true, "B1", -1},
		{"digits that hold a name", "</A>/B 1", true, "B1", -1},
		{"digits without an end", "/A 1<2f/B", true, "A1", -1},
		{"one bracket at the end", "/A 1<", true, "A1", -1},
		{"a name in numbers", "/#4a#53 1", true, "JS1", -1},
		{"numbers at the end", "/A#42", true, "AB\x00", -1},
		{"half a number at the end", "/A#4", true, "A#4\x00", -1},
		{"no number", "/A#4x 1", true, "A#4x1", -1},
		{"no name", "/ 1", true, "1", -1},
		{"the end of the object", "/A 1 endobj/B 1", true, "A1", -1},
		{"no end among many", "/A 1 endobj/B 1", false, "A1 B1", -1},
		{"a stream", "/A 1 stream\nxyz", true, "A1", 12},
		{"a stream behind two marks", "/A 1 stream\r\nxyz", true, "A1", 13},
		{"a stream behind no mark", "/A 1 streamxyz", true, "A1", 11},
		{"a stream behind one mark", "/A 1 stream\rxyz", true, "A1", 12},
		{"a stream without bytes", "/A 1 stream", true, "A1", 11},
		{"a stream that ends with its mark", "/A 1 stream\r", true, "A1", 12},
		{"no stream among many", "/A 1 stream\n/B 1", false, "A1 B1", -1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o, stream := tokensIn(slices.Clip([]byte(tt.src)), tt.one) // nothing is behind it
			var b []string
			for i, t := range o {
				then := byte(0)
				if rest := o[i+1:]; len(rest) > 0 {
					if then = rest[0].kind; then == 'w' {
						then = rest[0].text[0]
					}
				}
				if t.kind == '/' {
					b = append(b, fmt.Sprintf("%s%c", t.text, then))
				}
			}
			if got := strings.Join(b, " "); got != tt.names || stream != tt.stream {
				t.Errorf("%q, %d, want %q, %d", got, stream, tt.names, tt.stream)
			}
		})
	}
}

// TestDoes holds which names in an object of a PDF say that it is more than pages.
func TestDoes(t *testing.T) {
	for src, want := range map[string]string{
		"/JS 1":                                 Script,
		"/JavaScript 1":                         Script,
		"/XFA 1":                                Script,
		"/Launch 1":                             Action,
		"/ImportData 1":                         Action,
		"/Rendition 1":                          Action,
		"/AA<<":                                 Action,
		"/AA 4 0 R":                             "", // may be a font; what is behind it is followed elsewhere
		"/EmbeddedFile 1":                       Embedded,
		"/EmbeddedFiles 1":                      Embedded,
		"/FileAttachment":                       Embedded,
		"/RichMedia 1":                          Embedded,
		"/EF<<":                                 Embedded,
		"/EF 4 0 R":                             "",
		"/URI(x)/Sig/GoTo":                      "",
		"/SubmitForm":                           Action,
		"/GoToE":                                Action,
		"/GoToR":                                "", // of which the editor is warned
		"/S/URI/URI(https://contoh.go.id)":      "",
		"/S/URI/URI(javascript:alert\\(1\\))":   Script,
		"/S/URI/URI (\\152ava\\\nscript:x)":     Script,
		"/S/URI/URI <6A6176 6173637269 70743A>": Script,
		"/#55RI (JaVaScRiPt:x)":                 Script,
		"/URI(\xfe\xff\x00v\x00b\x00s\x00c\x00r\x00i\x00p\x00t\x00:)": Script,
	} {
		o, _ := tokensIn([]byte(src), true)
		var found findings
		o.hold(&found)
		if got := found.of(Info{}); got.Does != want {
			t.Errorf("%s: %q, want %q", src, got.Does, want)
		}
	}
}

// TestFilters holds how many filters of a stream are counted.
func TestFilters(t *testing.T) {
	for src, want := range map[string]int{
		"/Filter/FlateDecode": 1, "/Filter[/Fl/AHx/A85]": 3, "/Filter[/LZW/RL]": 2, "/Length 1": 0,
		"/Filter[/ASCIIHexDecode/DCTDecode]": 2,
	} {
		o, _ := tokensIn([]byte(src), true)
		if got := o.filters(); got != want {
			t.Errorf("%s: %d, want %d", src, got, want)
		}
	}
}

// TestValues holds how the values of a dictionary are told apart, and texts read.
func TestValues(t *testing.T) {
	for src, want := range map[string]string{
		"<< /A 1 /B (b) /C [1 2] /D << /E 1 >> /F 4 0 R >>": "A=1 B=b C=[12] D=</E1> F=40R",
		"<< /A >>":       "A=>",
		"<< /A":          "",
		"[ /A 1 ]":       "",
		"<< 1 /A 1 >>":   "A=1",
		"<< /A 4 0 /B R": "A=4 B=R",
		`<< /A (a\(\101\n\)\\\
b) >>`: "A=a(A\n)\\b",
		"<< /A <FEFF00410042> >>":         "A=AB",
		"<< /A <feff 0041 004> >>":        "A=A@",
		"<< /A (\xef\xbb\xbf\xc3\xa9) >>": "A=é",
		"<< /A (caf\xe9) >>":              "A=café",
	} {
		o, _ := tokensIn([]byte(src), true)
		values := o.values()
		var b []string
		for _, key := range slices.Sorted(maps.Keys(values)) {
			text := ""
			for _, t := range values[key] {
				if t.kind != 'w' && t.kind != '(' {
					text += string(t.kind)
				}
				text += t.text
			}
			b = append(b, key+"="+text)
		}
		if got := strings.Join(b, " "); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}
