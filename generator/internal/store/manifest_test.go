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

// TestManifestRepaired loses or damages the manifest of a released folder in every way: while it is
// known otherwise that the folder is ours, the next release makes it whole; and while anything in
// it is not ours, nothing is touched.
func TestManifestRepaired(t *testing.T) {
	want := map[string]string{"index.html": "a", "x/index.html": "b"}
	for damage, text := range map[string]string{
		"lost": "", "empty": "\x00", "cut": `{"generator":"maklumat","files":[{"pa`, "of another program": `{"name":"PWA"}`,
		"a folder": "/",
	} {
		for known, forget := range map[string][]string{
			"by the record": {}, "by the spare tree": {".record"}, "by nothing": {".record", ".tree"},
		} {
			for _, foreign := range []bool{false, true} {
				out := folder(t)
				release(t, out, map[string]string{"index.html": "old"})
				release(t, out, want)
				manifest := filepath.Join(out, host.Manifest)
				must(t, os.Remove(manifest))
				switch text {
				case "":
				case "/":
					must(t, os.Mkdir(manifest, 0o755))
				default:
					must(t, os.WriteFile(manifest, []byte(text), 0o644))
				}
				for _, ending := range forget {
					must(t, os.RemoveAll(filepath.Join(filepath.Dir(out), ".maklumat", "public"+ending)))
				}
				if foreign {
					must(t, os.WriteFile(filepath.Join(out, "skripsi.doc"), []byte("x"), 0o644))
				}
				release := func() error {
					s, err := Open(out)
					if err != nil {
						return err
					}
					defer s.Close()
					r, err := s.Begin()
					must(t, err)
					for path, text := range want {
						must(t, r.Put(path, []byte(text)))
					}
					_, err = r.Commit()
					return err
				}
				err := release()
				ours := known != "by nothing" && !foreign
				if ours != (err == nil) || err != nil && !errors.Is(err, ErrForeign) {
					t.Errorf("%s, known %s, foreign files: %t: %v", damage, known, foreign, err)
				}
				if m, err := os.ReadFile(manifest); ours && (err != nil || !strings.Contains(string(m), `"maklumat"`)) {
					t.Errorf("%s, known %s: %s, %v", damage, known, m, err)
				}
				if foreign && !ours {
					if _, err := os.Stat(filepath.Join(out, "skripsi.doc")); err != nil {
						t.Error(err)
					}
				}
			}
		}
	}
}

// TestFileAndFolderChangePlaces releases a folder where a file was and the reverse, also where an
// older version has left both: whole and in single steps.
func TestFileAndFolderChangePlaces(t *testing.T) {
	out := folder(t)
	a := map[string]string{"index.html": "a", "x": "file", "y/z/index.html": "deep"}
	b := map[string]string{"index.html": "a", "x/index.html": "page", "y": "file"}
	release(t, out, a)
	for range 2 {
		release(t, out, b)
		if got := read(t, out); !maps.Equal(got, b) {
			t.Fatalf("%v, want %v", got, b)
		}
		release(t, out, a)
		if got := read(t, out); !maps.Equal(got, a) {
			t.Fatalf("%v, want %v", got, a)
		}
	}
	for _, tree := range []string{out, filepath.Join(filepath.Dir(out), ".maklumat", "public.tree")} {
		must(t, os.RemoveAll(filepath.Join(tree, "index.html")))
		must(t, os.MkdirAll(filepath.Join(tree, "index.html"), 0o755))
		must(t, os.WriteFile(filepath.Join(tree, "index.html", "index.html"), []byte("left"), 0o644))
	}
	release(t, out, a)
	if got := read(t, out); !maps.Equal(got, a) {
		t.Fatalf("%v, want %v", got, a)
	}
}
