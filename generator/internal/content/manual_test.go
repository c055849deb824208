package content

import (
	"os"
	"testing"

	"maklumat/generator/internal/diag"
)

// TestManual holds the tables in the manuals to the table of kinds. UPDATE=1 writes them.
func TestManual(t *testing.T) {
	for _, test := range []struct {
		file string
		lang diag.Lang
	}{{"../../docs/kunci.md", diag.Indonesian}, {"../../docs/keys.md", diag.English}} {
		want := Manual(test.lang)
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(test.file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(test.file)
		if err != nil || string(got) != want {
			t.Errorf(
				"%s is not what the table of kinds says (%v); UPDATE=1 go test writes it", test.file, err,
			)
		}
	}
}

// TestEveryFieldIsExplained holds that each field has its help in both languages, and each
// enumeration its values.
func TestEveryFieldIsExplained(t *testing.T) {
	var check func(where string, fields []Field)
	check = func(where string, fields []Field) {
		for _, f := range fields {
			name := where + "." + f.Name
			if f.Help.ID == "" || f.Help.EN == "" {
				t.Errorf("%s has no help in one of the languages", name)
			}
			if (f.Type == Enum) != (len(f.Values) > 0) {
				t.Errorf("%s: values and type do not agree", name)
			}
			if (f.Type == Fields) != (len(f.Fields) > 0) {
				t.Errorf("%s: fields and type do not agree", name)
			}
			if _, ok := typeWords[f.Type]; !ok {
				t.Errorf("%s: its type is not explained", name)
			}
			check(name, f.Fields)
		}
	}
	check("all", Common)
	for _, k := range BuiltIn {
		check(k.Name, k.Fields)
	}
	check("site.yaml", SettingsFields)
	check("units.yaml", unitFields)
}
