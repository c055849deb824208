package content

import (
	"strings"
	"testing"
)

// A message points into the file that the editor sees, not into the mended copy of it.
func TestMendedPlaces(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"no keys after a tab", "\tA", []string{
			"header/tab x.yaml:1:1 [\t]", "header/shape x.yaml:1:1 [\tA]"}},
		{"an anchor after a mended colon", "a: b: c\nd: &x e\n", []string{
			"header/colon x.yaml:1:4 [b: c] → \"b: c\"", "header/reference x.yaml:2:4 [&x e]"}},
		{"a key that is no text, after a tab", "a:\n\tb: c\n? [d]\n: e\n", []string{
			"header/tab x.yaml:2:1 [\t]", "header/reference x.yaml:3:3 [[]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reader{file: "x.yaml", src: []byte(test.src)}
			r.read()
			holds(t, test.src, r.diags, test.want...)
		})
	}
}

// What cannot be read is told at its place, and what can be read after it is.
func TestRead(t *testing.T) {
	deep := strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1)
	for _, test := range []struct {
		name, src string
		want      []string
		keys      string // that were read
	}{
		{"nothing", "", nil, ""},
		{"comments alone", "# a\n\n  # b\n", nil, ""},
		{"not UTF-8", "a: é\nb: \xff\n", []string{"header/encoding x.yaml:2:4 [\xff]"}, ""},
		{"a control character", "a: b\x01\n", []string{"header/control x.yaml:1:5 [\x01]"}, ""},
		{"a tab is none", "a: b\tc\n", nil, "a"},
		{"a next line mark", "a: b\u0085c\n", []string{"header/control x.yaml:1:5 [\xc2]"}, ""},
		{"a letter after it is none", "a: b\u00a0c\n", nil, "a"},
		{"a delete character", "a: b\x7f\n", []string{"header/control x.yaml:1:5 [\x7f]"}, ""},
		{
			"a mark that turns letters around", "a: b\u202ec\n",
			[]string{"header/control x.yaml:1:5 [\xe2]"}, "",
		},
		{"the first of them", "a: b\u2028c\n", []string{"header/control x.yaml:1:5 [\xe2]"}, ""},
		{"one before", "a: b\u2027c\n", nil, "a"},
		{"one after", "a: b\u202fc\n", nil, "a"},
		{"an isolate", "a: b\u2066c\n", []string{"header/control x.yaml:1:5 [\xe2]"}, ""},
		{"the last isolate", "a: b\u2069c\n", []string{"header/control x.yaml:1:5 [\xe2]"}, ""},
		{"after the isolates", "a: b\u206ac\n", nil, "a"},
		{"before the isolates", "a: b\u2065c\n", nil, "a"},
		{"a carriage return alone", "a: b\rc: d\n", []string{"header/control x.yaml:1:5 [\r]"}, ""},
		{"lines of another system", "a: b\r\nc: d\r\n", nil, "a c"},
		{"a carriage return at the end", "a: b\r", nil, "a"},
		{"a key twice", "a: b\na: c\n", []string{"header/duplicate x.yaml:2:1 [a]"}, "a a"},
		{
			"a key twice inside a list", "a: [{b: 1, b: 2}]\n",
			[]string{"header/duplicate x.yaml:1:12 [b]"}, "a",
		},
		{"a list at the top", "- a\n", []string{"header/shape x.yaml:1:1 [- a]"}, ""},
		{"an alias", "a: &x b\nc: *x\n", []string{
			"header/reference x.yaml:1:4 [&x b]", "header/reference x.yaml:2:4 [*x]"}, "a c"},
		{"a tag", "a: !!int 7\n", []string{"header/reference x.yaml:1:4 [!!int 7]"}, "a"},
		{"merging", "a: {<<: b}\n", []string{"header/reference x.yaml:1:5 [<]"}, "a"},
		{"as deep as can be", "a: " + deep + "\n", nil, "a"},
		{"too deep", "a: [" + deep + "]\n", []string{"header/size x.yaml:1:35"}, "a"},
		{"two mistakes", "a: b: c\nd: \"e\" f\ng: h\n", []string{
			"header/colon x.yaml:1:4 [b: c] → \"b: c\"", "header/quote x.yaml:2:4 [\"e\" f] → '\"e\" f'",
		}, "a d g"},
		{"a line that is no key", "a: b\n}\nc: d\n", []string{"header/syntax x.yaml:2:1 [}]"}, "a c"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reader{file: "x.yaml", src: []byte(test.src)}
			v, _ := r.read()
			holds(t, test.src, r.diags, test.want...)
			var keys []string
			for _, f := range v.Fields {
				keys = append(keys, f.Name)
			}
			if got := strings.Join(keys, " "); got != test.keys {
				t.Errorf("keys %q, want %q", got, test.keys)
			}
		})
	}
	for size, want := range map[int]int{maxYAML: 0, maxYAML + 1: 1} {
		r := reader{file: "x.yaml", src: []byte("a: b\n#" + strings.Repeat("x", size-7) + "\n")}
		if r.read(); len(r.diags) != want {
			t.Errorf("%d bytes: %v", size, r.diags)
		}
	}
}

// The place of a value is the text that the editor typed, however it is written.
func TestPlaces(t *testing.T) {
	for src, want := range map[string]string{
		"a: b c\n": "b c", "a: \"b c\"  # d\n": "\"b c\"", "a: 'it''s' # d\n": "'it''s'",
		"a: \"b\\\"c\"\n": "\"b\\\"c\"", "é: {b: é, a: ö}\n": "", "b: {é: ü}\na: ö\n": "ö",
		"a: [é, ü]\n": "[é, ü", "a: {b: c}\n": "{b: c", "a: |\n  b\n  c\nd: e\n": "|",
		"a:  b # c\n": "b", "a: b\n  c\nd: e\n": "b", "a: [\"é\", b] # c\n": "[\"é\", b",
	} {
		r := reader{file: "x.yaml", src: []byte(src)}
		v, _ := r.library()
		at := v.Field("a").At
		if got := src[at.Start:at.End]; got != want {
			t.Errorf("%q at %q, want %q", src, got, want)
		}
	}
}

// The fence around a header in all the forms that editors give it.
func TestFences(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []string
	}{
		{"a good one", "---\na: b\n---\n", nil},
		{"a blank line first", "---\n\na: b\n---\n", nil},
		{"without a last line's end", "---\na: b\n---", nil},
		{"of another system", "---\r\na: b\r\n---\r\n", nil},
		{
			"a byte order mark", "\xef\xbb\xbf---\na: b\n---\n",
			[]string{"header/bom x.md:1:1 [\xef\xbb\xbf]"},
		},
		{"two hyphens", "--\na: b\n---\n", []string{"header/fence x.md:1:1 [--] → ---"}},
		{"one hyphen", "-\na: b\n---\n", []string{"header/not-first x.md:1:1 [-]"}},
		{"four hyphens", "----\na: b\n---\n", []string{"header/fence x.md:1:1 [----] → ---"}},
		{"blanks", "--- \na: b\n---\n", []string{"header/fence x.md:1:1 [--- ] → ---"}},
		{"a dash", "—\na: b\n---\n", []string{"header/fence x.md:1:1 [—] → ---"}},
		{"equals signs", "===\na: b\n---\n", []string{"header/fence x.md:1:1 [===] → ---"}},
		{"two equals signs", "==\na: b\n---\n", []string{"header/not-first x.md:1:1 [==]"}},
		{"JSON", "{\"a\": 1}\n", []string{"header/format x.md:1:1 [{\"a\": 1}]"}},
		{"TOML", "+++\na = 1\n+++\n", []string{"header/format x.md:1:1 [+++]"}},
		{"another mark", ";;;\n{}\n;;;\n", []string{"header/format x.md:1:1 [;;;]"}},
		{"a type after it", "---toml\na = 1\n---\n", []string{"header/format x.md:1:1 [---toml]"}},
		{"no header", "Isi.\n", []string{"header/missing x.md:1:1 [Isi.]"}},
		{"a header that is not first", "\n---\na: b\n---\n", []string{"header/not-first x.md:1:1"}},
		{
			"a second fence with a blank", "---\na: b\n--- \n",
			[]string{"header/fence x.md:3:1 [--- ] → ---"},
		},
		{"a second fence of dashes", "---\na: b\n––\n", []string{"header/fence x.md:3:1 [––] → ---"}},
		{"no second fence", "---\na: b\n\n", []string{"header/unclosed x.md:2:5"}},
		{"empty", "", []string{"header/missing x.md:1:1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			yaml, start, _, diags, ok := cut("x.md", []byte(test.src))
			holds(t, test.src, diags, test.want...)
			if ok != (test.want == nil) || ok && !strings.HasPrefix(test.src[start:], string(yaml)) {
				t.Errorf("ok is %t, %q at %d", ok, yaml, start)
			}
		})
	}
}
