package site

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/source"
)

// texts are the input files of a small site, by path.
type texts map[string]string

// with returns the texts with others besides or instead; one that is "gone" is taken away.
func (x texts) with(others ...texts) texts {
	all := maps.Clone(x)
	for _, more := range others {
		for file, text := range more {
			if all[file] = text; text == "gone" {
				delete(all, file)
			}
		}
	}
	return all
}

// doc returns the text of a document with lines of its header; the last one may be "body " and
// the text after it.
func doc(header ...string) string {
	body := "Isi.\n"
	if last := len(header) - 1; strings.HasPrefix(header[last], "body ") {
		body, header = header[last][len("body "):]+"\n", header[:last]
	}
	return "---\n" + strings.Join(header, "\n") + "\n---\n" + body
}

// today is the day of small sites.
var today = disclosure.DayOf(2026, 3, 1)

// A desk makes Worlds of small sites. As build does, it keeps the pointer of what is the same.
type desk struct {
	parser    *markdown.Parser
	documents map[[2]string]*content.Document
	settings  map[string]*content.Settings
	data      map[string]*content.Data
	kinds     map[string]content.Kinds
	blobs     map[[2]string]*Blob
	words     map[[2]string]*content.Words
}

func newDesk() *desk {
	return &desk{
		markdown.NewParser(), map[[2]string]*content.Document{}, map[string]*content.Settings{},
		map[string]*content.Data{}, map[string]content.Kinds{}, map[[2]string]*Blob{},
		map[[2]string]*content.Words{},
	}
}

// kept returns what is in a map at a key, or makes it.
func kept[K comparable, V any](m map[K]V, key K, made func() V) V {
	v, ok := m[key]
	if !ok {
		v = made()
		m[key] = v
	}
	return v
}

// input returns what Link looks at.
func (d *desk) input(x texts) Input {
	in := Input{AsOf: disclosure.Moment{Day: today, Minute: 480}}
	var data, kinds []content.DataFile
	for _, file := range slices.Sorted(maps.Keys(x)) {
		in.Tree.Entries = append(in.Tree.Entries, source.Entry{Path: file, Size: int64(len(x[file]))})
	}
	open := Open(in.Tree)
	for _, e := range in.Tree.Entries {
		switch f := (content.DataFile{Path: e.Path, Src: []byte(x[e.Path])}); {
		case !open(e.Path):
		case content.IsKind(e.Path):
			kinds = append(kinds, f)
		case content.IsData(e.Path):
			data = append(data, f)
		}
	}
	in.Kinds = slices.Clone(content.BuiltIn)
	for _, f := range kinds {
		in.Kinds = append(in.Kinds, kept(d.kinds, joined([]content.DataFile{f}), func() content.Kinds {
			own, _ := content.ParseKinds([]content.DataFile{f})
			return own
		})...)
	}
	in.Data = kept(d.data, joined(data), func() *content.Data {
		data, _ := content.ParseData(time.UTC, data)
		return data
	})
	in.Settings = kept(d.settings, x[content.SettingsFile], func() *content.Settings {
		set, _ := content.ParseSettings([]byte(x[content.SettingsFile]))
		return set
	})
	for _, e := range in.Tree.Entries {
		if strings.HasPrefix(e.Path, "content/") && strings.HasSuffix(e.Path, ".md") && open(e.Path) {
			key := [2]string{e.Path, joined(kinds) + x[e.Path]}
			in.Documents = append(in.Documents, kept(d.documents, key, func() *content.Document {
				doc, _ := content.Parse(d.parser, in.Kinds, time.UTC, e.Path, []byte(x[e.Path]))
				return doc
			}))
		}
	}
	in.Languages = d.wordSet(x).Languages()
	return in
}

func joined(files []content.DataFile) string {
	var all strings.Builder
	for _, f := range files {
		all.WriteString(f.Path + "\x00" + string(f.Src) + "\x00")
	}
	return all.String()
}

// wordSet returns the words of a small site: one, "Home", in each language.
func (d *desk) wordSet(x texts) content.WordSet {
	set := content.WordSet{}
	for _, lang := range []string{"id", "en", "su"} {
		text, ok := x[content.WordsFolder+lang+".yaml"]
		if ok || lang != "su" {
			set[lang] = kept(d.words, [2]string{lang, text}, func() *content.Words {
				return &content.Words{Lang: lang, Texts: map[string]string{"Home": text}}
			})
		}
	}
	return set
}

// world returns the World of a linked small site.
func (d *desk) world(s *Site, x texts) *World {
	blobs, layouts := Blobs{}, map[string]digest.Sum{}
	for file, text := range x {
		if strings.HasPrefix(file, "static/") || slices.Contains(s.Needs, file) {
			blobs[file] = kept(d.blobs, [2]string{file, text}, func() *Blob {
				return &Blob{Size: int64(len(text)), Sum: digest.Of([]byte(text))}
			})
		}
		if name, ok := strings.CutSuffix(file, ".html"); ok {
			layouts[path.Base(name)] = digest.Of([]byte(text))
		}
	}
	return NewWorld(s, blobs, layouts, d.wordSet(x))
}

// linked returns a small site from nothing.
func linked(t testing.TB, x texts) *Site {
	t.Helper()
	return Link(nil, newDesk().input(x))
}

// read returns a Reader of a small site.
func read(t testing.TB, x texts) *Reader {
	t.Helper()
	d := newDesk()
	return d.world(Link(nil, d.input(x)), x).Reader()
}

// messages says each message in a line: its code, the text that it points at, its arguments,
// and what to write instead.
func messages(diags diag.List, x texts) string {
	var all []string
	for _, d := range diags.Sort() {
		line := string(d.Code)
		if at := d.At; at.End > at.Start {
			line += " at " + x[at.File][at.Start:at.End]
		}
		if len(d.Args) > 0 {
			line += ": " + strings.Join(d.Args, "; ")
		}
		if d.Replace != "" {
			line += " → " + d.Replace
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}
