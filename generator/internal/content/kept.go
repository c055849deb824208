package content

import "strings"

// A Kept is a value that no Go code reads, as its field says: templates show it.
type Kept struct {
	Field  *Field
	Text   string   // of a single value
	Texts  []string // of a list
	Groups [][]Kept // of the type Fields: one, or those of a list
}

// kept returns the values of those fields that no Go code reads.
func kept(fields []Field, v Value) []Kept {
	var all []Kept
	for i := range fields {
		f := &fields[i]
		value := v.Field(f.Name)
		if !f.Kept || !value.Given() {
			continue
		}
		k := Kept{Field: f}
		switch {
		case f.Type == Fields && f.List:
			for _, item := range value.Items {
				k.Groups = append(k.Groups, kept(f.Fields, item))
			}
		case f.Type == Fields:
			k.Groups = [][]Kept{kept(f.Fields, value)}
		case f.List:
			for _, item := range value.Items {
				k.Texts = append(k.Texts, strings.Clone(item.Text))
			}
		default:
			k.Text = strings.Clone(value.Text)
		}
		all = append(all, k)
	}
	return all
}

// All returns the texts of k, or the one.
func (k *Kept) All() []string {
	if k.Field.List {
		return k.Texts
	}
	return []string{k.Text}
}

// Values calls do with each value of a type among some Kept, also inside groups. name is the
// field at the top in which it was written.
func Values(all []Kept, t Type, do func(name, text string)) {
	for i := range all {
		k := &all[i]
		for _, group := range k.Groups {
			Values(group, t, func(_, text string) { do(k.Field.Name, text) })
		}
		if k.Field.Type == t {
			for _, text := range k.All() {
				do(k.Field.Name, text)
			}
		}
	}
}
