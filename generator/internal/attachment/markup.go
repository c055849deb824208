package attachment

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// isMarkup reports whether a browser that guesses would take a file for a page: by the patterns of
// the MIME Sniffing Standard, section 7.1. Not every host forbids guessing.
func isMarkup(src []byte) bool {
	text := bytes.ToLower(bytes.TrimLeft(src[:min(len(src), 1445)], "\t\n\f\r \xef\xbb\xbf"))
	for _, tag := range []string{"!doctype html", "html", "head", "script", "iframe", "h1", "div",
		"font", "table", "a", "style", "title", "b", "body", "br", "p", "!--", "svg", "?xml"} {
		rest, ok := bytes.CutPrefix(text, []byte("<"+tag))
		if ok && (tag == "!--" || len(rest) > 0 && strings.IndexByte(" \t\r\n\f>", rest[0]) >= 0) {
			return true
		}
	}
	return false
}

// isInert reports whether a page or drawing holds nothing but text and shapes, so that a browser
// runs nothing of it and fetches nothing for it. Only what is known to be harmless is: a page may
// be written in many ways that programs read differently.
func isInert(ext string, src []byte) bool {
	switch ext {
	case ".html", ".htm":
		return isInertPage(src)
	case ".svg":
		return isInertDrawing(src)
	}
	return false
}

// tag matches a tag of a page with attributes that do nothing. No value holds a bracket, so that
// readings that differ in where a tag ends agree.
var tag = regexp.MustCompile(`(?i)^</?(p|h[1-6]|a|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|` +
	`th|td|strong|em|b|i|u|br|hr|div|span|section|article|main|header|footer|html|head|body|meta|` +
	`blockquote|code|sup|sub|small|time|abbr|address)` +
	`(\s+(class|id|lang|dir|title|charset|name|content|colspan|rowspan|scope|datetime|role)` +
	`="[^"<>]*"|\s+href="(https?://|mailto:|/|#|[a-z0-9_-]+[./#])[^"<>:]*")*\s*/?>`)

// doctype matches the declaration of a page.
var doctype = regexp.MustCompile(`(?i)^\s*<!doctype html>`)

func isInertPage(src []byte) bool {
	rest := src[len(doctype.Find(src)):]
	for {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			return true
		}
		end := len(tag.Find(rest[at:]))
		if end == 0 {
			return false
		}
		rest = rest[at+end:]
	}
}

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xhtmlSpace = "http://www.w3.org/1999/xhtml"
)

// pageSpaces are those whose elements a browser runs in any file of XML.
var pageSpaces = []string{svgSpace, xhtmlSpace, "http://www.w3.org/1998/Math/MathML"}

// shapes are the elements of drawings that do nothing (SVG 1.1).
var shapes = strings.Fields("svg g defs symbol title desc metadata path rect circle ellipse line " +
	"polyline polygon text tspan textPath image use a linearGradient radialGradient stop pattern " +
	"clipPath mask marker view switch filter feBlend feColorMatrix feComponentTransfer " +
	"feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow " +
	"feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology " +
	"feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence style")

// drawers are the names of what drawing programs keep in a file for themselves, and nobody shows.
var drawers = strings.Fields("http://www.inkscape.org/namespaces/inkscape " +
	"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd http://creativecommons.org/ns# " +
	"http://www.w3.org/1999/02/22-rdf-syntax-ns# http://purl.org/dc/elements/1.1/")

func isInertDrawing(src []byte) bool {
	d := newXML(bytes.NewReader(src))
	inStyle, drawn := false, false
	var style strings.Builder // comments and sections cut the text of an element
	for {
		t, err := d.Token()
		switch t := t.(type) {
		case nil:
			return errors.Is(err, io.EOF) && drawn
		case xml.Directive:
			if bytes.IndexByte(t, '[') >= 0 { // entities are declared
				return false
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return false
			}
		case xml.StartElement:
			if inStyle || !isShape(t) {
				return false
			}
			inStyle, drawn = t.Name.Local == "style", true
		case xml.CharData:
			if inStyle {
				style.Write(t)
			}
		case xml.EndElement:
			if inStyle && !isInertStyle(style.String()) {
				return false
			}
			inStyle = false
			style.Reset()
		}
	}
}

// isShape reports whether an element of a drawing does nothing.
func isShape(t xml.StartElement) bool {
	if t.Name.Space != svgSpace {
		return slices.Contains(drawers, t.Name.Space)
	}
	if !slices.Contains(shapes, t.Name.Local) {
		return false
	}
	for _, a := range t.Attr {
		name := strings.ToLower(a.Name.Local)
		switch {
		case strings.HasPrefix(name, "on"):
			return false
		case name == "href" || name == "src":
			value := strings.ToLower(strings.TrimSpace(a.Value))
			picture := strings.HasPrefix(value, "data:image/png;") ||
				strings.HasPrefix(value, "data:image/jpeg;")
			link := t.Name.Local == "a" && strings.HasPrefix(value, "https://")
			if value != "" && value[0] != '#' && !picture && !link {
				return false
			}
		case !isInertStyle(a.Value) && a.Name.Space == "":
			return false
		}
	}
	return true
}

// styleFunctions are the functions of a style that fetch nothing (CSS Values 4, CSS Color 4, CSS
// Transforms 1).
var styleFunctions = strings.Fields("rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix " +
	"matrix matrix3d translate translate3d translatex translatey rotate rotate3d rotatez scale " +
	"scale3d scalex scaley skew skewx skewy calc min max clamp var not nth-child drop-shadow blur")

var (
	styleFunction = regexp.MustCompile(`[^\s:;,(){}]+\(`)
	styleURL      = regexp.MustCompile(`url\(\s*['"]?#`)
)

// isInertStyle reports whether a style fetches nothing. One with a backslash could spell anything.
func isInertStyle(css string) bool {
	css = styleURL.ReplaceAllString(strings.ToLower(css), "calc(")
	for _, f := range styleFunction.FindAllString(css, -1) {
		if !slices.Contains(styleFunctions, strings.TrimRight(f, "(")) {
			return false
		}
	}
	return !strings.Contains(css, "@import") && !strings.Contains(css, `\`) &&
		!strings.Contains(css, "javascript:")
}

// readXML reads a file of data. It is Active where a browser would show it as a page and run its
// scripts: with elements of XHTML, SVG or MathML in it, with declarations that may make any element
// one of them, or with a style sheet that may produce some; and where it is a document of an office
// program that holds what the table refuses.
func (l *reading) readXML(src []byte, visit Visitor) Info {
	if info := readText(src, visit); info.Problem != None {
		return info
	}
	d := newXML(bytes.NewReader(src))
	d.CharsetReader = latin
	var found findings
	var w *watcher
	for {
		t, err := d.Token()
		switch t := t.(type) {
		case nil:
			return found.of(Info{Problem: problemOf(err)})
		case xml.StartElement:
			switch {
			case slices.Contains(pageSpaces, t.Name.Space):
				return Info{Problem: Active, Does: Page}
			case w != nil:
			case t.Name.Space == "urn:oasis:names:tc:opendocument:xmlns:office:1.0":
				w = &watcher{in: odf, found: &found}
			case strings.HasPrefix(t.Name.Space, "http://schemas.microsoft.com/office/"):
				w = &watcher{in: ooxml, found: &found}
			}
		case xml.Directive:
			if bytes.IndexByte(t, '[') >= 0 {
				return Info{Problem: Active, Does: Page}
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				return Info{Problem: Active, Does: Page}
			}
		}
		if w != nil {
			w.token(t)
		}
	}
}

// latin lets a file pass whose encoding extends ASCII, without decoding it: only names of elements
// are looked at, and those that matter are ASCII.
func latin(charset string, r io.Reader) (io.Reader, error) {
	name := strings.ToLower(charset)
	if name == "us-ascii" || strings.HasPrefix(name, "iso-8859-") ||
		strings.HasPrefix(name, "windows-125") {
		return r, nil
	}
	return nil, errors.New("unknown character set")
}
