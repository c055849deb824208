package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// oneLine returns the text of HTML in one line, as of a title.
func oneLine(s string) string {
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil || !strings.Contains(s, ">") { // nested too deeply for a title, or no tag in it
		return plainLine(html.UnescapeString(s))
	}
	return plainLine(textOf(doc))
}

// plainLine returns a text that is no HTML in one line.
func plainLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// textOf returns what readers see of a node as text.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Type == html.ElementNode && isHidden(n) {
		return ""
	}
	var b strings.Builder
	if isBlock(n) || n.DataAtom == atom.Br {
		b.WriteByte('\n')
	}
	for c := range n.ChildNodes() {
		b.WriteString(textOf(c))
	}
	if isBlock(n) {
		b.WriteByte('\n')
	}
	return b.String()
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

func element(a atom.Atom, child *html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	n.AppendChild(child)
	return n
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// setAttr sets an attribute; an empty value takes it off.
func setAttr(n *html.Node, key, value string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
	if value != "" {
		n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
	}
}

func hasClass(n *html.Node, class string) bool {
	return class != "" && slices.Contains(strings.Fields(attr(n, "class")), class)
}

// find returns the first node below n that is such an element or has such a class.
func find(n *html.Node, a atom.Atom, class string) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == a || hasClass(c, class) {
			return c
		}
	}
	return nil
}

// inCode reports whether a node stands in code.
func inCode(n *html.Node) bool {
	for up := range n.Ancestors() {
		switch up.DataAtom {
		case atom.Pre, atom.Code, atom.Kbd, atom.Samp, atom.Tt, atom.Var:
			return true
		}
	}
	return false
}

// unwrap puts what is in a node in its place.
func unwrap(n *html.Node) {
	for n.FirstChild != nil {
		c := n.FirstChild
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// isButton recognizes the button beside a link to the same file.
func isButton(n *html.Node) bool { return hasClass(n, "wp-block-file__button") }

// declared returns the value of a property in the style of an element.
func declared(n *html.Node, property string) string {
	for d := range strings.SplitSeq(strings.ToLower(attr(n, "style")), ";") {
		if name, value, _ := strings.Cut(d, ":"); strings.TrimSpace(name) == property {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// isHidden reports whether browsers show an element to nobody. Of what is declared twice any
// counts: which of them wins is for style sheets to say.
func isHidden(n *html.Node) bool {
	if hasAttr(n, "hidden") || n.DataAtom == atom.Dialog && !hasAttr(n, "open") || hidesByClass(n) {
		return true
	}
	flat, clipped, ink, ground := false, false, "", ""
	for d := range strings.SplitSeq(strings.ToLower(attr(n, "style")), ";") {
		name, value, _ := strings.Cut(d, ":")
		value = strings.TrimSpace(value)
		size := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz%! ")
		none := size != "" && strings.Trim(size, "0.") == ""
		switch strings.TrimSpace(name) {
		case "display", "mso-hide":
			none = strings.HasPrefix(value, "none") || value == "all"
		case "visibility", "content-visibility":
			none = strings.HasPrefix(value, "hidden") || strings.HasPrefix(value, "collapse")
		case "opacity":
			share, err := strconv.ParseFloat(size, 64)
			none = err == nil && share < 0.05
		case "clip-path":
			none = value == "inset(50%)" || value == "inset(100%)" || value == "circle(0)"
		case "color":
			ink = value
			none = value == "transparent" ||
				strings.HasSuffix(strings.ReplaceAll(value, " ", ""), ",0)")
		case "background", "background-color":
			ground, none = value, false
		case "font-size":
		case "height", "max-height", "width", "max-width":
			flat, none = flat || none || size == "1" && strings.HasSuffix(value, "px"), false
		case "overflow":
			clipped, none = value != "" && value != "visible", false
		case "left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top":
			none = farOff.MatchString(size) // beyond the edge of the screen
		case "transform":
			none = value == "scale(0)"
		case "clip":
			none = strings.HasPrefix(value, "rect(")
		default:
			none = false
		}
		if none || flat && clipped {
			return true
		}
	}
	return ink != "" && ink == ground || flat && n.DataAtom == atom.Marquee
}

// hidingClasses are those by which the style sheets of Bootstrap, Tailwind, USWDS, UIkit and many
// themes show an element to nobody, not to those either who have it read to them.
var hidingClasses = strings.Fields("d-none hidden hide is-hidden invisible display-none u-hidden " +
	"uk-hidden visibility-hidden hide-all")

// shownAgain matches a class by which it is shown on some screens or on paper.
var shownAgain = regexp.MustCompile(`^(?:d-(?:\w+-)?|(?:\w+:)+|(?:(?:desktop|tablet|mobile)(?:-lg)?:)?display-)` +
	`(?:block|inline|flex|grid|table|contents|list-item|visible|static)`)

func hidesByClass(n *html.Node) bool {
	classes := strings.Fields(strings.ToLower(attr(n, "class")))
	return slices.ContainsFunc(classes, func(c string) bool {
		return slices.Contains(hidingClasses, c)
	}) && !slices.ContainsFunc(classes, shownAgain.MatchString)
}

// hiddenRule matches a rule of a page's own style sheet that hides all elements of a class.
var hiddenRule = regexp.MustCompile(
	`(?is)(?:^|[{}>,\s])\.([\w-]+)\s*(?:,[^{}]*)?\{[^{}]*(?:display\s*:\s*none|visibility\s*:\s*hidden)`)

// hideByRules marks the elements that the style sheets of a page hide by their class.
func hideByRules(doc *html.Node) {
	hides := map[string]bool{}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Style && n.FirstChild != nil &&
			!strings.Contains(n.FirstChild.Data, "@media") {
			for _, m := range hiddenRule.FindAllStringSubmatch(n.FirstChild.Data, -1) {
				hides[m[1]] = true
			}
		}
	}
	if len(hides) == 0 {
		return
	}
	for n := range doc.Descendants() {
		for class := range strings.FieldsSeq(attr(n, "class")) {
			if hides[class] {
				n.Attr = append(n.Attr, html.Attribute{Key: "hidden"})
			}
		}
	}
}

// farOff matches a length by which what is shown would be off any screen.
var farOff = regexp.MustCompile(`^-\d{3,}`)

// renumbered reports whether Markdown cannot count the items of a list as they were. It begins with
// the number of the first.
func renumbered(n *html.Node) bool {
	kind := or(declared(n, "list-style-type"), or(declared(n, "list-style"), attr(n, "type")))
	other := kind != "" && kind != "1" && !strings.HasPrefix(kind, "decimal") ||
		hasAttr(n, "reversed")
	at, err := strconv.Atoi(or(attr(n, "start"), "1"))
	for c := range n.ChildNodes() {
		if c.DataAtom != atom.Li {
			continue
		}
		if value := attr(c, "value"); value != "" && value != strconv.Itoa(at) {
			if other = other || c != firstElement(n); c == firstElement(n) {
				setAttr(n, "start", value)
				at, err = strconv.Atoi(value)
			}
		}
		at++
	}
	return other || err != nil
}

func firstElement(n *html.Node) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// edges moves signs out of the ends of a stressed text that has letters beside it: Markdown would
// not take its marks for such there.
func edges(n *html.Node) {
	first, last := n.FirstChild, n.LastChild
	for first != nil && first.Type == html.ElementNode && first.DataAtom != atom.Code {
		first = first.FirstChild
	}
	for last != nil && last.Type == html.ElementNode && last.DataAtom != atom.Code {
		last = last.LastChild
	}
	if after := n.NextSibling; last != nil && last.Type == html.TextNode && after != nil &&
		after.Type == html.TextNode && beginsWord(after.Data) {
		rest := strings.TrimRightFunc(last.Data, isSign)
		n.Parent.InsertBefore(text(last.Data[len(rest):]), after)
		last.Data = rest
	}
	if before := n.PrevSibling; first != nil && first.Type == html.TextNode && before != nil &&
		before.Type == html.TextNode && endsWord(before.Data) {
		rest := strings.TrimLeftFunc(first.Data, isSign)
		n.Parent.InsertBefore(text(first.Data[:len(first.Data)-len(rest)]), n)
		first.Data = rest
	}
	if textOf(n) == "" && find(n, atom.Img, "") == nil {
		unwrap(n)
	}
}

func isSign(c rune) bool { return !isWord(c) && !unicode.IsSpace(c) }

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func beginsWord(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return isWord(c)
}

func endsWord(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return isWord(c)
}

// style makes elements of what Google Docs and Word write as style.
func style(n *html.Node) {
	weight := declared(n, "font-weight")
	if n.DataAtom == atom.B && (weight == "normal" || weight == "400") {
		n.Data, n.DataAtom = "span", atom.Span // the frame of all that was copied
	}
	if n.DataAtom != atom.Span {
		return
	}
	for _, s := range []struct {
		is  bool
		use atom.Atom
	}{
		{weight == "bold" || weight >= "600" && weight <= "900", atom.B},
		{declared(n, "font-style") == "italic", atom.I},
		{strings.Contains(declared(n, "text-decoration"), "line-through"), atom.S},
		{declared(n, "text-decoration-line") == "line-through", atom.S},
		{declared(n, "vertical-align") == "super", atom.Sup},
		{declared(n, "vertical-align") == "sub", atom.Sub},
	} {
		if s.is && n.FirstChild != nil {
			inner := &html.Node{Type: html.ElementNode, DataAtom: s.use, Data: s.use.String()}
			for n.FirstChild != nil {
				c := n.FirstChild
				n.RemoveChild(c)
				inner.AppendChild(c)
			}
			n.AppendChild(inner)
		}
	}
}

// wordItem makes an item of a paragraph that Word shows as one, with a mark of its own.
func wordItem(n *html.Node) {
	if !strings.Contains(attr(n, "style"), "mso-list:") {
		return
	}
	list := atom.Ul
	for c := range n.Descendants() {
		if strings.HasPrefix(declared(c, "mso-list"), "ignore") {
			mark := strings.TrimSpace(textOf(c))
			if strings.HasSuffix(mark, ".") || strings.HasSuffix(mark, ")") {
				list = atom.Ol
			}
			c.Parent.RemoveChild(c)
			break
		}
	}
	parent, before := n.Parent, n.PrevSibling
	for before != nil && before.Type != html.ElementNode && strings.TrimSpace(before.Data) == "" {
		before = before.PrevSibling
	}
	next := n.NextSibling
	parent.RemoveChild(n)
	n.Data, n.DataAtom = "li", atom.Li
	if before != nil && before.DataAtom == list && hasClass(before, "word") {
		before.AppendChild(n)
		return
	}
	made := element(list, n)
	setAttr(made, "class", "word")
	parent.InsertBefore(made, next)
}
