package attachment

import (
	"slices"
	"strconv"
	"strings"
)

// unwritten are the keys of texts that no person has written.
var unwritten = strings.Fields("ID CreationDate ModDate M Registry Ordering CheckSum Cert " +
	"Contents ByteRange Lang DA DS BaseFont Producer Creator O U OE UE Perms CharSet NM LastModified")

// notes are the kinds of annotations whose texts their writers left for each other.
var notes = strings.Fields("Text FreeText Highlight Underline Squiggly StrikeOut Caret Redact")

// properties are the keys of the texts about a whole file (ISO 32000-1, 14.3.3).
var properties = strings.Fields("Title Author Subject Keywords Creator Company")

// written visits the texts in the objects: what notes, bookmarks and forms say.
func (r *pdfReading) written(list *objects) {
	for _, o := range list.all {
		key := ""
		dictionaries := o.dictionaries()
		for i, t := range o {
			in := dictionaries[i]
			switch {
			case t.kind == '/':
				key = t.text
			case t.kind == '(' && isWriting(t.text) &&
				(key == "Contents" && !o.has("Sig") || !slices.Contains(unwritten, key)):
				r.visit(unseen(in.place(key), t.text))
				if key == "V" && in.isUnshown() {
					r.tell(Field, "")
				}
			}
			if t == (token{'/', "Subtype"}) && o[i+1:].first() == "Redact" {
				r.tell(Redaction, "")
			}
			if t == (token{'/', "Subtype"}) && slices.Contains(notes, o[i+1:].first()) &&
				isWriting(o.around(i).values()["Contents"].first()) {
				r.tell(Comment, "")
			}
		}
	}
}

// A dictionary is what is known of one in an object: the names in it, those that are values too,
// and the flags of an annotation.
type dictionary struct {
	names map[string]bool
	flags int
}

// dictionaries returns the innermost dictionary around each token.
func (o object) dictionaries() []*dictionary {
	all := make([]*dictionary, len(o))
	open := []*dictionary{{}}
	for i, t := range o {
		switch in := open[len(open)-1]; {
		case t.kind == '<':
			open = append(open, &dictionary{names: map[string]bool{}})
		case t.kind == '>' && len(open) > 1:
			open = open[:len(open)-1]
		case t.kind == '/' && in.names != nil:
			next := o[i+1:]
			switch {
			case t.text == "Kids" && len(next) > 1 && next[1].kind == ']': // it has none
			case t.text == "F":
				in.flags, _ = strconv.Atoi(next.first())
				fallthrough
			default:
				in.names[t.text] = true
			}
		}
		all[i] = open[len(open)-1]
	}
	return all
}

// place returns where a text of a dictionary stands, as an editor knows it.
func (d *dictionary) place(key string) string {
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return d.names[name] })
	}
	switch {
	case slices.Contains([]string{"Alt", "ActualText", "E"}, key):
		return PlaceAlt
	case has("FT", "Widget"):
		return PlaceField
	case key == "Title" && has("Parent", "Dest", "First", "Next", "Prev"):
		return PlaceBookmark
	case !has("Type", "Subtype") && slices.Contains(properties, key),
		has("Producer", "CreationDate") && !has("Subtype"):
		return PlaceMetadata + " " + key
	}
	return strings.TrimSpace(PlaceNote + " " + key)
}

// isUnshown reports whether no page shows a field of a form: it is hidden, or has no place on one
// (ISO 32000-1, 12.5.3).
func (d *dictionary) isUnshown() bool {
	const hidden, noView = 1 << 1, 1 << 5
	return (d.names["FT"] || d.names["Widget"]) &&
		(d.flags&(hidden|noView) != 0 || !d.names["Rect"] && !d.names["Kids"])
}
