package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf16"
)

// names holds the name of a part of an office file to the table.
func (o *office) names(name string) {
	lower := strings.ToLower(name)
	o.found.add(ruleFor(o.in, inName, path.Base(lower)), name)
	for folder := range strings.SplitSeq(path.Dir(lower), "/") {
		o.found.add(ruleFor(o.in, inFolder, folder), name)
	}
}

// part examines a part whose text nobody reads: the relations of other parts, files of other
// programs, pictures, and XML of all sorts.
func (o *office) part(f *zip.File, info *Info) error {
	src, err := o.bytes(f)
	if err != nil {
		return err
	}
	name := strings.ToLower(f.Name)
	ext := path.Ext(name)
	if isCopy(name) {
		o.tell(Cached, f.Name)
	}
	switch {
	case isOLE(src):
		o.found.add(&rule{does: Object}, f.Name)
	case strings.HasSuffix(name, ".rels"):
		return o.relations(f.Name, src)
	case name == "[content_types].xml":
		return o.contentTypes(f.Name, src)
	case ext == ".vml": // which is often not well-formed
		o.found.add(vmlRule(src), f.Name)
		o.visit(unseen(f.Name, asText(bytes.ToValidUTF8(src, nil))))
	case ext == ".xml" || ext == ".rdf":
		return o.scan(f.Name, src)
	case name == "mimetype":
	case ext == ".bin" || ext == ".dat" || ext == ".fntdata" || ext == ".odttf" || ext == ".emf" ||
		ext == ".wmf" || ext == ".emz" || ext == ".wmz":
		o.found.add(magicRule(ext, src), f.Name) // settings of printers, fonts and drawings
	default:
		inner := o.file(f.Name, src, func(p Piece) {
			p.Hidden = true
			o.visit(p.within(f.Name))
		})
		o.found.within(f.Name, inner)
		info.Location = info.Location || inner.Location
	}
	return nil
}

// isCopy reports whether a part is a copy of data, of which tables and charts show some.
func isCopy(name string) bool {
	dir, base := path.Split(name)
	return dir == "xl/pivotcache/" && path.Ext(base) == ".xml" ||
		dir == "xl/externallinks/" && path.Ext(base) == ".xml" ||
		strings.HasSuffix(dir, "/embeddings/") && family(path.Ext(base)) != ""
}

// vmlRule returns the row that speaks of a drawing in VML, or nil.
func vmlRule(src []byte) *rule {
	text := strings.ToLower(string(src))
	switch {
	case strings.Contains(text, "oleobject"):
		return &rule{does: Object}
	case strings.Contains(text, "javascript:") || strings.Contains(text, "vbscript:"):
		return &rule{does: Script}
	}
	return nil
}

// scan looks at the elements of a part. What is in customXml is not of an office program, and may
// be anything.
func (o *office) scan(name string, src []byte) error {
	w := watcher{in: o.in, part: name, found: &o.found}
	d := newXML(bytes.NewReader(fromUTF16(src)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	rest := scraps{visit: o.visit, place: name}
	defer rest.flush()
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) || len(bytes.TrimSpace(src)) == 0:
			return nil
		case err != nil && strings.HasPrefix(strings.ToLower(name), "customxml/"):
			o.visit(unseen(name, asText(bytes.ToValidUTF8(src, nil))))
			return nil
		case err != nil:
			return err
		}
		w.token(t)
		rest.token(t)
		start, ok := t.(xml.StartElement)
		if ok && start.Name.Local == "encryption-data" {
			return errEncrypted
		}
	}
}

// errEncrypted reports a file that needs a password.
var errEncrypted = errors.New("encrypted")

// fromUTF16 returns a text in UTF-8 that may be in UTF-16 with a byte order mark.
func fromUTF16(src []byte) []byte {
	if len(src) < 2 || !(src[0] == 0xff && src[1] == 0xfe || src[0] == 0xfe && src[1] == 0xff) {
		return src
	}
	first, second := 0, 1
	if src[0] == 0xfe {
		first, second = 1, 0
	}
	units := make([]uint16, 0, len(src)/2)
	for i := 2; i+1 < len(src); i += 2 {
		units = append(units, uint16(src[i+first])|uint16(src[i+second])<<8)
	}
	return []byte(string(utf16.Decode(units)))
}

// relations holds the relations of a part to the table (ECMA-376, part 2, 6.5).
func (o *office) relations(name string, src []byte) error {
	var list struct {
		Relations []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	d := newXML(bytes.NewReader(fromUTF16(src)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	if err := d.Decode(&list); err != nil {
		return err
	}
	for _, r := range list.Relations {
		kind := strings.ToLower(path.Base(r.Type))
		where := name + ": " + r.Target
		o.found.add(addressRule(r.Target), where)
		switch {
		case !strings.EqualFold(r.Mode, "External"):
			o.found.add(ruleFor(ooxml, inRelated, kind), where)
		case kind == "hyperlink":
		case isLocal(r.Target) && ruleFor(ooxml, astray, kind) != nil:
			o.found.add(ruleFor(ooxml, astray, kind), where)
		default:
			o.found.add(ruleFor(ooxml, outside, kind), where)
		}
	}
	return nil
}

// isLocal reports whether a path is one of the writer's own computer, where no reader finds
// anything: not one of another computer, which could send what it likes.
func isLocal(target string) bool {
	t := strings.ToLower(strings.ReplaceAll(target, `\`, "/"))
	t, isFile := strings.CutPrefix(t, "file:")
	trimmed := strings.TrimLeft(t, "/")
	slashes := len(t) - len(trimmed)
	drive := len(trimmed) > 1 && trimmed[1] == ':' && trimmed[0] >= 'a' && trimmed[0] <= 'z'
	if drive {
		return slashes == 0 || isFile && slashes == 3
	}
	return !isFile && slashes < 2 && !strings.Contains(t, ":")
}

// contentTypes holds the types of the parts to the table (ECMA-376, part 2, 7.2.3).
func (o *office) contentTypes(name string, src []byte) error {
	var types struct {
		Override []struct {
			Type string `xml:"ContentType,attr"`
			Part string `xml:"PartName,attr"`
		}
	}
	d := newXML(bytes.NewReader(fromUTF16(src)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	if err := d.Decode(&types); err != nil {
		return err
	}
	for _, t := range types.Override {
		// The patterns are those of paths, in which a slash ends a name.
		kind := strings.ReplaceAll(strings.ToLower(t.Type), "/", " ")
		o.found.add(ruleFor(ooxml, inType, kind), name+": "+t.Part)
	}
	return nil
}
