package content

import (
	"encoding/json"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A schema is a JSON Schema (draft 7, which editors of YAML know) or a part of one.
type schema map[string]any

// fileOf returns the name of the schema of a kind or of a data file.
func fileOf(name string) string {
	return strings.NewReplacer("/", "", ".yaml", "").Replace(name) + ".json"
}

// Schemas returns a JSON Schema for the header of each kind of document and for each file of
// site data, by file name. They say of a value what the table of fields does; what depends on
// other files, such as whether a unit exists, is told by check.
func Schemas(kinds Kinds, lang diag.Lang) map[string][]byte {
	out := map[string][]byte{}
	add := func(name, title string, fields []Field, required []string) {
		s := group(fields, lang)
		s["$schema"], s["title"] = "http://json-schema.org/draft-07/schema#", title
		if all, _ := s["required"].([]string); len(required) > 0 {
			s["required"] = append(all, required...)
		}
		b, _ := json.MarshalIndent(s, "", " ") // maps of texts always encode
		out[fileOf(name)] = append(b, '\n')
	}
	for _, k := range kinds {
		add(k.Name, k.Label.In(lang), k.all, k.Requires)
	}
	add("kinds", KindFolder, kindFields, nil)
	add("site", "content/site.yaml", SettingsFields, nil)
	for _, r := range dataReaders {
		if r.fields == nil {
			continue // it is no YAML
		}
		add("data-"+r.name, DataFolder+r.name, r.fields, nil)
	}
	return out
}

func group(fields []Field, lang diag.Lang) schema {
	properties, required := schema{}, []string{}
	for i := range fields {
		f := &fields[i]
		properties[f.Name] = field(f, lang)
		if f.Required {
			required = append(required, f.Name)
		}
	}
	s := schema{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// field returns the schema of a field: a list may also be written as its only value.
func field(f *Field, lang diag.Lang) schema {
	s := value(f, lang)
	if f.List {
		one := s
		s = schema{"type": "array", "items": one, "minItems": 1}
		if f.Type != Text {
			s = schema{"anyOf": []schema{s, one}}
		}
	}
	s["description"] = f.Help.In(lang)
	return s
}

// day and clock are how days and moments are written.
const (
	dayPattern   = `^\d{4}-\d{2}-\d{2}$`
	clockPattern = `^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?( ?([+-]\d{2}:\d{2}|Z|WIB|WITA|WIT))?)?$`
)

// value returns the schema of one value. A text that looks like a number is one to YAML and
// a text to us, so texts may be numbers; what editors see as a date is a text to both.
func value(f *Field, lang diag.Lang) schema {
	text := func(pattern string) schema { return schema{"type": "string", "pattern": pattern} }
	switch f.Type {
	case Line:
		return schema{"type": []string{"string", "number", "boolean"}, "maxLength": maxLine}
	case Text:
		return schema{"type": []string{"string", "number", "boolean"}, "maxLength": maxText}
	case Slug:
		return schema{
			"type": []string{"string", "number"}, "pattern": `^[a-z0-9]+(-[a-z0-9]+)*$`,
			"maxLength": 80,
		}
	case Address:
		return text(`^/`)
	case Date:
		return text(dayPattern)
	case Moment:
		return text(clockPattern)
	case Year:
		return schema{
			"type": []string{"integer", "string"}, "minimum": 1945, "maximum": 2200,
			"pattern": `^\d{4}$`,
		}
	case Number:
		s := schema{"type": []string{"integer", "string"}, "minimum": 0, "pattern": `^\d+$`}
		if f.Max > 0 {
			s["maximum"] = f.Max
		}
		return s
	case Flag:
		return schema{"enum": []any{true, false, "true", "false"}}
	case Enum:
		var values []any
		for _, v := range f.Values {
			values = append(values, v)
			if n := atoi(v); n > 0 {
				values = append(values, n)
			}
		}
		return schema{"enum": values}
	case URL:
		return text(`^https?://`)
	case Duration:
		return text(`^\d+ (menit|jam|hari_kerja|hari|minggu|bulan)$`)
	case Language:
		return text(languageName.String())
	case Color:
		return text(`^#[0-9A-Fa-f]{6}$`)
	case Fields:
		s := group(f.Fields, lang)
		if f.Bare == "" {
			return s
		}
		for i := range f.Fields {
			if f.Fields[i].Name == f.Bare {
				return schema{"anyOf": []schema{s, value(&f.Fields[i], lang)}}
			}
		}
	}
	return schema{"type": []string{"string", "number"}} // a file, a document or a unit
}

// EditorFiles returns what makes VS Code know the content: schemas, where they hold, a
// snippet for each kind, and how to read the messages of check. Paths are from the project
// folder.
func EditorFiles(kinds Kinds, lang diag.Lang) map[string][]byte {
	const folder = ".vscode/"
	out := map[string][]byte{}
	encode := func(v any) []byte {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		_ = e.Encode(v) // maps of texts always encode
		return []byte(b.String())
	}
	for name, b := range Schemas(kinds, lang) {
		out[folder+"skema/"+name] = b
	}
	where := map[string][]string{
		folder + "skema/site.json":  {SettingsFile},
		folder + "skema/kinds.json": {KindFolder + "*.yaml"},
	}
	for _, r := range dataReaders {
		if r.fields == nil {
			continue
		}
		name := r.name
		if strings.HasSuffix(name, "/") {
			name += "*.yaml"
		}
		globs := []string{DataFolder + name, PackFolder + "*/" + name}
		if name == packFile {
			globs = globs[1:]
		}
		where[folder+"skema/"+fileOf("data-"+r.name)] = globs
	}
	out[folder+"settings.json"] = encode(map[string]any{
		"yaml.schemas": where, "yaml.format.enable": false, "files.eol": "\n",
		"files.insertFinalNewline": true, "files.trimTrailingWhitespace": false,
		"files.exclude": map[string]bool{"public": true, ".maklumat": true},
		"[markdown]": map[string]any{
			"editor.wordWrap": "on", "editor.quickSuggestions": map[string]string{"other": "on"},
		},
	})
	out[folder+"extensions.json"] = encode(map[string]any{
		"recommendations": []string{"redhat.vscode-yaml"},
	})
	snippets := map[string]any{}
	for _, k := range kinds {
		snippets[k.Label.In(lang)] = map[string]any{
			"scope": "markdown", "prefix": "baru-" + k.Name,
			"description": words(
				"kepala dokumen baru: ", "header of a new document: ",
			).In(lang) + k.Label.In(lang),
			"body": strings.Split(strings.TrimSuffix(snippet(k, lang), "\n"), "\n"),
		}
	}
	out[folder+"maklumat.code-snippets"] = encode(snippets)
	out[folder+"tasks.json"] = encode(map[string]any{"version": "2.0.0", "tasks": []any{
		task(words("periksa", "check").In(lang), "./build.sh check", true),
		task(words("rapikan", "format").In(lang), "./build.sh fmt", false),
		task(words("pratinjau", "preview").In(lang), "./build.sh serve --draft", false),
	}})
	return out
}

// task returns a task of VS Code; one with marks shows the messages of check where they are.
func task(label, command string, marks bool) map[string]any {
	t := map[string]any{"label": label, "type": "shell", "command": command,
		"problemMatcher": []any{}}
	if marks {
		t["group"] = map[string]any{"kind": "build", "isDefault": true}
		t["problemMatcher"] = map[string]any{
			"owner": "maklumat", "fileLocation": []string{"relative", "${workspaceFolder}"},
			"pattern": map[string]any{
				"regexp": Problem, "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5,
				"code": 6,
			},
		}
		t["options"] = map[string]any{
			"env": map[string]string{"MAKLUMAT_LANG": "en"},
		} // the editor knows error and warning
	}
	return t
}

// Problem matches the first line of a message of check, in English.
const Problem = `^(\S[^:]*):(\d+):(\d+): (error|warning): (.*) \[([a-z]+/[a-z-]+)\]$`

// snippet is the skeleton of a kind with places to fill in.
func snippet(k *Kind, lang diag.Lang) string {
	const date = "2001-02-03" // stands for the day on which the snippet is used
	_, text := Skeleton(k, "JUDUL", mustDay(date), lang, nil)
	return strings.NewReplacer(
		"$", `\$`, "JUDUL", "$1", date, "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE",
	).Replace(text)
}

func mustDay(s string) disclosure.Day {
	d, err := disclosure.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}
