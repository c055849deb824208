package content

import "testing"

// The classic mistakes in a line, and what is written instead.
func TestSlip(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"a tab after blanks", "a:\n  \tb: c\n", []string{"header/tab x.yaml:2:3 [\t]"}},
		{"a colon in a text of lines", "a: |\n  b: c: d\ne: f: g\n",
			[]string{`header/colon x.yaml:3:4 [f: g] → "f: g"`}},
		{"a colon in a folded text", "a: >\n  b: c: d\n\n  e: f: g\nh: i: j\n",
			[]string{`header/colon x.yaml:5:4 [i: j] → "i: j"`}},
		{"a colon at the end", "a: b:\n", []string{`header/colon x.yaml:1:4 [b:] → "b:"`}},
		{"a quote inside quotes", "a: \"b \"c\" d\"\n",
			[]string{`header/quote x.yaml:1:4 ["b "c" d"] → 'b "c" d'`}},
		{"a quote that is not closed", "a: \"b\n", []string{`header/quote x.yaml:1:4 ["b] → "b"`}},
		{"text after a quote", "a: 'b' c\n", []string{`header/quote x.yaml:1:4 ['b' c] → "'b' c"`}},
		{"a mark at the start", "a: @b\n", []string{`header/quote x.yaml:1:4 [@b] → "@b"`}},
		{"good quotes with a comment beside a mistake", "a: \"b\" # c\nd: 'it''s' # e\nf: g: h\n",
			[]string{`header/colon x.yaml:3:4 [g: h] → "g: h"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reader{file: "x.yaml", src: []byte(test.src)}
			r.slips([]byte(test.src))
			holds(t, test.src, r.diags, test.want...)
		})
	}
}
