package attachment

import "slices"

// active gathers what a PDF does besides showing its pages. Links to addresses or to other pages do
// not count, and neither do signatures.
func active(list *objects, found *findings) {
	for _, o := range list.all {
		o.hold(found)
	}
	if found.refused != nil {
		return
	}
	for _, o := range list.all {
		if o.acts(list) {
			found.add(&rule{does: Action}, "")
			return
		}
	}
}

// hold holds an object to the table.
func (o object) hold(found *findings) {
	for i, t := range o {
		if t.kind != '/' {
			continue
		}
		found.add(ruleFor(pdfFile, inKey, t.text), "")
		rest := o[i+1:]
		if len(rest) == 0 {
			return
		}
		if rest[0].kind == '<' {
			found.add(ruleFor(pdfFile, inDict, t.text), "")
		}
		if (t.text == "URI" || t.text == "URL") && rest[0].kind == '(' {
			found.add(addressRule(rest[0].text), "")
		}
	}
}

// acts reports whether the file does something when it is opened, or when a page or field is shown
// or pointed at, as another object says.
func (o object) acts(list *objects) bool {
	for i, t := range o {
		rest := o[i+1:]
		switch t {
		case token{'/', "AA"}:
			if slices.ContainsFunc(list.numbered[rest.reference()], object.reacts) {
				return true
			}
		case token{'/', "OpenAction"}:
			if rest.begins() || slices.ContainsFunc(list.numbered[rest.reference()],
				object.begins) {
				return true
			}
		}
	}
	return false
}

// triggers are what actions of a file, a page or a field answer to (ISO 32000-1, 12.6.3). A font
// may have the name of such a dictionary, but no key of one.
var triggers = []string{"E", "X", "D", "U", "Fo", "Bl", "PO", "PC", "PV", "PI", "O", "C", "K", "F",
	"V", "WC", "WS", "DS", "WP", "DP"}

// reacts reports whether an object is a dictionary of actions.
func (o object) reacts() bool {
	values := o.values()
	return slices.ContainsFunc(triggers, func(key string) bool { return values[key] != nil })
}

// begins reports whether a file that opens with this does more than go to a page.
func (o object) begins() bool {
	return len(o) > 0 && o[0].kind == '<' &&
		!slices.Equal(o.values()["S"], object{{'/', "GoTo"}})
}
