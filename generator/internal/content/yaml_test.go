package content

import "testing"

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
