package store

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// TestManifest holds the text of the manifest of a release, and what is counted in it.
func TestManifest(t *testing.T) {
	out := folder(t)
	sum := func(text string) string { return digest.Of([]byte(text)).String() }
	files := map[string]string{"b/index.html": "bb", "a.css": "a", "lama.html": "pindah"}
	const note = "tanda tangan"
	release := func(sign func(digest.Sum) []byte, headers ...host.Header) Stats {
		s, err := Open(out)
		must(t, err)
		defer s.Close()
		s.Sign, s.Headers = sign, headers
		s.Redirects = map[string]string{"lama.html": "/b/", "tidak.html": "/x/"}
		r, err := s.Begin()
		must(t, err)
		for path, text := range files {
			must(t, r.Put(path, []byte(text)))
		}
		stats, err := r.Commit()
		must(t, err)
		return stats
	}
	list := "\"files\":[" +
		"\n{\"path\":\"a.css\",\"size\":1,\"sha256\":\"" + sum("a") +
		"\",\"type\":\"text/css; charset=utf-8\"}," +
		"\n{\"path\":\"b/index.html\",\"size\":2,\"sha256\":\"" + sum("bb") +
		"\",\"type\":\"text/html; charset=utf-8\"}," +
		"\n{\"path\":\"lama.html\",\"size\":6,\"sha256\":\"" + sum("pindah") +
		"\",\"type\":\"text/html; charset=utf-8\",\"redirect\":\"/b/\"}" +
		"\n]}\n"
	signed := digest.Sum{}
	sign := func(sum digest.Sum) []byte { signed = sum; return []byte(note) }
	for _, step := range []struct {
		name    string
		sign    func(digest.Sum) []byte
		headers []host.Header
		text    string
		written int
	}{
		{"plain", nil, nil, "{\"generator\":\"maklumat\"," + list, len(files)},
		{"with headers", nil, []host.Header{{Name: "X-A", Value: "<b>"}},
			"{\"generator\":\"maklumat\",\n" +
				"\"headers\":[{\"name\":\"X-A\",\"value\":\"\\u003cb\\u003e\"}],\n" + list, 0},
		{"signed", sign, nil, "{\"generator\":\"maklumat\"," + list, 0},
		{"signed no longer", nil, nil, "{\"generator\":\"maklumat\"," + list, 0},
	} {
		stats := release(step.sign, step.headers...)
		want := Stats{Files: 3, Bytes: 9, Written: step.written, Sum: digest.Of([]byte(step.text))}
		if stats.Removed = 0; stats != want {
			t.Errorf("%s: %+v, want %+v", step.name, stats, want)
		}
		for _, tree := range trees(out) {
			got, err := os.ReadFile(filepath.Join(tree, host.Manifest))
			if errors.Is(err, os.ErrNotExist) && tree != out && step.name == "plain" {
				continue // there is no spare tree yet
			}
			if err != nil || string(got) != step.text {
				t.Errorf("%s: %s, %v, want %s", step.name, got, err, step.text)
			}
			got, err = os.ReadFile(filepath.Join(tree, host.ManifestNote))
			if step.sign != nil && (string(got) != note || signed != want.Sum) {
				t.Errorf("%s: the note is %q, of %s", step.name, got, signed)
			}
			if step.sign == nil && !errors.Is(err, os.ErrNotExist) {
				t.Errorf("%s: there is a note: %q, %v", step.name, got, err)
			}
		}
	}
}

// trees returns the released tree and the spare one.
func trees(out string) []string {
	return []string{out, filepath.Join(filepath.Dir(out), ".maklumat", filepath.Base(out)+".tree")}
}

// TestManifestIsRead holds that any manifest is read as it was written.
func TestManifestIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z]{0,5}[&<>"\\\n]?[a-z]{0,5}`))
		var entries []Entry
		for range rapid.IntRange(0, 4).Draw(t, "files") {
			entries = append(entries, Entry{text.Draw(t, "path"), rapid.Int64().Draw(t, "size"),
				digest.Of([]byte(text.Draw(t, "bytes"))), text.Draw(t, "type"), text.Draw(t, "redirect")})
		}
		var headers []host.Header
		for range rapid.IntRange(0, 2).Draw(t, "headers") {
			headers = append(headers, host.Header{Name: text.Draw(t, "name"), Value: text.Draw(t, "value")})
		}
		m, err := ReadManifest(encodeManifest(headers, entries))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(m.Headers, headers) || len(m.Files) != len(entries) {
			t.Fatalf("%+v, want %+v, %+v", m, headers, entries)
		}
		for i, e := range entries {
			if m.Files[i] != e {
				t.Errorf("%+v, want %+v", m.Files[i], e)
			}
		}
	})
}

// TestAppendText holds that every text is written as package json writes it.
func TestAppendText(t *testing.T) {
	check := func(t rapid.TB, text string) {
		want, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendText([]byte("x"), text); string(got) != "x"+string(want) {
			t.Errorf("%q: %s, want x%s", text, got, want)
		}
	}
	for c := range 256 {
		check(t, string([]byte{byte(c)}))
	}
	check(t, "")
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "text")) })
}

func TestReadManifest(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       error // nil for any
		ok         bool
	}{
		{"ours", `{"generator":"maklumat","files":[]}`, nil, true},
		{"another's", `{"generator":"hugo","files":[]}`, ErrForeign, false},
		{"nobody's", `{}`, ErrForeign, false},
		{"not one", `[]`, nil, false},
		{"a digest that is none", `{"generator":"maklumat","files":[{"sha256":"x"}]}`, nil, false},
		{"nothing", ``, nil, false},
	} {
		_, err := ReadManifest([]byte(tt.text))
		if (err == nil) != tt.ok || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if err != nil && !strings.Contains(err.Error(), host.Manifest) {
			t.Errorf("%s: %v does not say in which file", tt.name, err)
		}
	}
}

// TestOwner holds which folders count as ours.
func TestOwner(t *testing.T) {
	const ours, others = `{"generator":"maklumat"}`, `{"generator":"hugo"}`
	for _, tt := range []struct {
		name  string
		files map[string]string
		ok    bool
	}{
		{"an empty folder", nil, true},
		{"ours", map[string]string{host.Manifest: ours, "index.html": "x"}, true},
		{"of an earlier version", map[string]string{"maklumat.json": ours}, true},
		{"with another's manifest beside",
			map[string]string{host.Manifest: others, "maklumat.json": ours}, true},
		{"another's", map[string]string{host.Manifest: others}, false},
		{"without a manifest", map[string]string{"index.html": "x"}, false},
	} {
		out := folder(t)
		must(t, os.Mkdir(out, 0o755))
		for name, text := range tt.files {
			must(t, os.WriteFile(filepath.Join(out, name), []byte(text), 0o644))
		}
		s, err := Open(out)
		if tt.ok {
			must(t, err)
			must(t, s.Close())
		} else if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), out) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if got := read(t, out); !tt.ok && !maps.Equal(got, without(tt.files, host.Manifest)) {
			t.Errorf("%s: the folder was touched: %v", tt.name, got)
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(out), ".maklumat")); !tt.ok && err == nil {
			t.Errorf("%s: a folder was made beside it", tt.name)
		}
	}
	file := folder(t)
	must(t, os.WriteFile(file, nil, 0o644))
	if _, err := Open(file); err == nil || errors.Is(err, ErrForeign) {
		t.Errorf("a file in the place of the folder: %v", err)
	}
}

func without(files map[string]string, name string) map[string]string {
	files = maps.Clone(files)
	delete(files, name)
	return files
}
