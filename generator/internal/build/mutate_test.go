package build_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A yamlEdit changes one value of a file of data or settings.
type yamlEdit struct {
	file, path, how string // path is by keys and numbers: kontak.jam.0.hari
	text            string // the whole file after it
}

// yamlEdits returns an edit or more for each value of a file, and for each of its lists:
// another text, number, day or choice, one item less, one key less. What is written is flow
// YAML, which is easy to write and read like any other.
func yamlEdits(t testing.TB, file string, src []byte) []yamlEdit {
	t.Helper()
	fields := content.DataFields(file)
	v, diags := content.ReadData(file, src, fields)
	if diags.Errors() > 0 {
		t.Fatal(file, diags)
	}
	var edits []yamlEdit
	var walk func(path string, v content.Value, f *content.Field, put func(content.Value) content.Value)
	group := func(path string, v content.Value, fields []content.Field, put func(content.Value) content.Value) {
		for i, fv := range v.Fields {
			at := slices.IndexFunc(fields, func(f content.Field) bool { return f.Name == fv.Name })
			f := &fields[at]
			inner := func(now content.Value) content.Value {
				out := v
				out.Fields = slices.Clone(v.Fields)
				out.Fields[i].Value = now
				return put(out)
			}
			if !f.Required {
				out := v
				out.Fields = slices.Delete(slices.Clone(v.Fields), i, i+1)
				edits = append(edits, yamlEdit{file, path + fv.Name, "left out", flow(put(out))})
			}
			walk(path+fv.Name, fv.Value, f, inner)
		}
	}
	walk = func(path string, v content.Value, f *content.Field, put func(content.Value) content.Value) {
		switch v.Shape {
		case content.List:
			if n := len(v.Items); n > 1 {
				out := v
				out.Items = v.Items[:n-1]
				edits = append(edits, yamlEdit{file, path, "one item less", flow(put(out))})
				out.Items = slices.Clone(v.Items)
				slices.Reverse(out.Items)
				edits = append(edits, yamlEdit{file, path, "in the other order", flow(put(out))})
			}
			one := *f
			one.List = false
			for i, item := range v.Items {
				if i > 1 && i < len(v.Items)-1 {
					continue // the first two and the last stand for all
				}
				walk(path+"."+strconv.Itoa(i), item, &one, func(now content.Value) content.Value {
					out := v
					out.Items = slices.Clone(v.Items)
					out.Items[i] = now
					return put(out)
				})
			}
		case content.Group:
			group(path+".", v, f.Fields, put)
		case content.Scalar:
			for _, other := range others(v.Text, f) {
				out := v
				out.Text = other
				edits = append(edits, yamlEdit{file, path, "becomes " + other, flow(put(out))})
			}
		}
	}
	group("", v, fields, func(now content.Value) content.Value { return now })
	return edits
}

// others returns other values of a field.
func others(text string, f *content.Field) []string {
	switch f.Type {
	case content.Line, content.Text:
		all := []string{text + " lain"}
		if strings.HasPrefix(text, "/") {
			all = append(all, "/kontak/")
		}
		return all
	case content.Slug:
		return []string{text + "-lain"}
	case content.Flag:
		return []string{map[string]string{"true": "false", "false": "true"}[text]}
	case content.Enum:
		return slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return v == text })
	case content.Number:
		n, _ := strconv.Atoi(text)
		return []string{strconv.Itoa(n + 1)}
	case content.Year:
		n, _ := strconv.Atoi(text)
		return []string{strconv.Itoa(n + 1)}
	case content.Date:
		if d, err := disclosure.ParseDay(text); err == nil {
			return []string{(d + 1).String()}
		}
	case content.Moment:
		if m, err := disclosure.ParseMoment(text); err == nil {
			return []string{(m.Day + 1).String()}
		}
	case content.URL:
		return []string{text + "x"}
	case content.Address:
		return []string{"/kontak/"}
	case content.Color:
		return []string{"#112233"}
	}
	return nil
}

// flow writes a value as YAML on one line.
func flow(v content.Value) string {
	var b bytes.Buffer
	var write func(v content.Value)
	write = func(v content.Value) {
		switch v.Shape {
		case content.Scalar:
			text, _ := json.Marshal(v.Text)
			b.Write(bytes.ReplaceAll(bytes.ReplaceAll(bytes.ReplaceAll(text, []byte(`\u003c`), []byte("<")), []byte(`\u003e`), []byte(">")), []byte(`\u0026`), []byte("&")))
		case content.List:
			b.WriteByte('[')
			for i, item := range v.Items {
				if i > 0 {
					b.WriteString(", ")
				}
				write(item)
			}
			b.WriteByte(']')
		default:
			b.WriteByte('{')
			for i, f := range v.Fields {
				if i > 0 {
					b.WriteString(", ")
				}
				fmt.Fprintf(&b, "%q: ", f.Name)
				write(f.Value)
			}
			b.WriteByte('}')
		}
	}
	write(v)
	return b.String() + "\n"
}
