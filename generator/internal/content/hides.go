package content

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/markdown"
)

// Hidden returns what stands for a path among the files of closed documents.
func Hidden(path string) string { return digest.Of([]byte(path)).String() }

// fileName is what looks like the name of a file.
var fileName = regexp.MustCompile(`[^\s()<>\[\]"'|]+\.[A-Za-z0-9]{1,5}`)

// BlockFiles returns the files that a reference of a body leads to: its URL or, of a block of
// figures that cannot be read, all that looks like the name of a file.
func BlockFiles(ref *markdown.Ref) []string {
	if ref.Kind == markdown.Figures && ref.URL == "" {
		return fileName.FindAllString(ref.Alt, -1)
	}
	return []string{ref.URL}
}

// hides returns the files that a closed document names: those in the fields of its header that
// hold files, and those beside it that its body shows. A file elsewhere that it only links to
// may well be public. What is not understood counts as a file: all below a key that no kind
// has, and in a body that could not be read everything that looks like the name of a file.
func hides(kinds Kinds, file string, v Value, body []byte, b *markdown.Body) []string {
	var out []string
	add := func(name string, elsewhere bool) {
		name, _, _ = strings.Cut(name, "#")
		if decoded, err := url.PathUnescape(name); err == nil {
			name = decoded
		}
		target := path.Join(path.Dir(file), name)
		if strings.HasPrefix(name, "/") {
			target = path.Join("content", name)
		}
		ext, beside := path.Ext(target), path.Dir(target) == path.Dir(file)
		if ext != "" && ext != ".md" && (elsewhere || beside) {
			out = append(out, Hidden(target))
		}
	}
	var walk func(f *Field, v Value)
	walk = func(f *Field, v Value) {
		if v.Shape == Scalar && (f == nil || f.Type == Path || f.Type == Fields) {
			add(v.Text, true)
		}
		for _, item := range v.Items {
			walk(f, item)
		}
		for _, fv := range v.Fields {
			var inner *Field
			if f != nil {
				inner = find(f.Fields, fv.Name)
			}
			walk(inner, fv.Value)
		}
	}
	for _, fv := range v.Fields {
		walk(kinds.field(file, fv.Name), fv.Value)
	}
	for i := range b.Refs {
		for _, name := range BlockFiles(&b.Refs[i]) {
			add(name, false)
		}
	}
	if b.Refused {
		for _, name := range fileName.FindAll(body, -1) {
			add(string(name), false)
		}
	}
	return out
}
