package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// TestReadRecord holds which records are believed. Each is sealed as the program would.
func TestReadRecord(t *testing.T) {
	s := &Store{record: filepath.Join(t.TempDir(), "public.record")}
	sum := digest.Of([]byte("x"))
	one := map[string]file{"a": {1, 2, sum}}
	for _, tt := range []struct {
		name, text string
		want       map[string]file
	}{
		{"nothing", "", map[string]file{}},
		{"a file", sum.String() + " 1 2 a\n", one},
		{"two files", sum.String() + " 1 2 a\n" + sum.String() + " -3 -4 b/c d\n",
			map[string]file{"a": {1, 2, sum}, "b/c d": {-3, -4, sum}}},
		{"no name", sum.String() + " 1 2\n", nil},
		{"no digest", "x 1 2 a\n", nil},
		{"no size", sum.String() + " x 2 a\n", nil},
		{"no time", sum.String() + " 1 x a\n", nil},
		{"one line of many", sum.String() + " 1 2 a\nx\n", nil},
		{"a long name", sum.String() + " 1 2 " + strings.Repeat("a", 100_000) + "\n",
			map[string]file{strings.Repeat("a", 100_000): {1, 2, sum}}},
		{"a name that no disk has", sum.String() + " 1 2 " + strings.Repeat("a", 1<<20) + "\n", nil},
	} {
		must(t, writeSealed(s.record, []byte(tt.text)))
		got := s.readRecord()
		if (got == nil) != (tt.want == nil) || !maps.Equal(got, tt.want) {
			t.Errorf("%s: %.200v, want %.200v", tt.name, fmt.Sprint(got), fmt.Sprint(tt.want))
		}
	}
	must(t, s.writeRecord(one))
	if got := s.readRecord(); !maps.Equal(got, one) {
		t.Errorf("read %v, written %v", got, one)
	}
	must(t, os.Remove(s.record))
	if got := s.readRecord(); got != nil {
		t.Errorf("no record: %v", got)
	}
}

// TestSealed holds that a text comes back as it was, or not at all.
func TestSealed(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	for _, text := range []string{"", "\n", "a\n", "a\nb\n"} {
		must(t, writeSealed(name, []byte(text)))
		if got, ok := readSealed(name); !ok || string(got) != text {
			t.Errorf("%q came back as %q, %v", text, got, ok)
		}
		whole, err := os.ReadFile(name)
		must(t, err)
		for n := range whole {
			must(t, os.WriteFile(name, whole[:n], 0o644))
			if got, ok := readSealed(name); ok {
				t.Errorf("the first %d bytes of %q passed as %q", n, whole, got)
			}
		}
	}
	if entries, err := os.ReadDir(filepath.Dir(name)); err != nil || len(entries) != 1 {
		t.Errorf("something is left beside it: %v, %v", entries, err)
	}
}

// TestKept holds how long a text of the caller's is kept.
func TestKept(t *testing.T) {
	out := folder(t)
	s, r, err := begun(out, map[string]string{"index.html": "i"})
	must(t, err)
	defer s.Close()
	_, err = r.Commit()
	must(t, err)
	kept := s.record + ".kept"
	work := filepath.Join(filepath.Dir(out), ".maklumat")
	if kept != s.Beside(".record.kept") || filepath.Dir(kept) != work {
		t.Errorf("kept in %s", kept)
	}
	gone := func(when string) {
		t.Helper()
		if text, ok := s.Kept(); ok {
			t.Errorf("%s: kept %q", when, text)
		}
	}
	gone("nothing was kept")
	for _, text := range []string{"", "satu", "dua\nbaris"} {
		given := []byte(text + "x")[:len(text)] // what is behind it is not overwritten
		must(t, s.Keep(given))
		if got, ok := s.Kept(); !ok || string(got) != text+"\n" || given[:len(text)+1][len(text)] != 'x' {
			t.Errorf("kept %q as %q, %v", text, got, ok)
		}
	}
	must(t, os.WriteFile(kept, []byte("dua\nbaris\n"), 0o644))
	gone("damaged")
	must(t, s.Keep([]byte("satu")))
	_, err = r.Begin()
	must(t, err)
	gone("an update began")
	must(t, s.Keep([]byte("satu")))
	_, err = s.Begin()
	must(t, err)
	gone("a release began")
}

// TestIntact changes the released folder by hand in each way that sizes and times show.
func TestIntact(t *testing.T) {
	files := map[string]string{"index.html": "ii", "a/b.css": "b"}
	for _, tt := range []struct {
		name   string
		change func(out string) error
		want   bool
	}{
		{"nothing", func(string) error { return nil }, true},
		{"an empty folder more", func(out string) error {
			return os.Mkdir(filepath.Join(out, "x"), 0o755)
		}, true},
		{"a file more", func(out string) error {
			return os.WriteFile(filepath.Join(out, "x"), nil, 0o644)
		}, false},
		{"a file less", func(out string) error {
			return os.Remove(filepath.Join(out, "a/b.css"))
		}, false},
		{"the folder less", os.RemoveAll, false},
		{"another size", func(out string) error {
			name := filepath.Join(out, "a/b.css")
			info, err := os.Stat(name)
			return errors.Join(err, os.WriteFile(name, []byte("bb"), 0o644),
				os.Chtimes(name, info.ModTime(), info.ModTime()))
		}, false},
		{"another time", func(out string) error {
			return os.Chtimes(filepath.Join(out, "a/b.css"), time.Time{}, time.Unix(1, 0))
		}, false},
		{"the record less", func(out string) error {
			return os.Remove(filepath.Join(filepath.Dir(out), ".maklumat/public.record"))
		}, false},
		{"a record of nothing", func(out string) error {
			record := filepath.Join(filepath.Dir(out), ".maklumat/public.record")
			return errors.Join(os.RemoveAll(out), os.Mkdir(out, 0o755), writeSealed(record, nil))
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := folder(t)
			s, r, err := begun(out, files)
			must(t, err)
			defer s.Close()
			s.Sign = func(digest.Sum) []byte { return []byte("tanda tangan") }
			released, err := r.Commit()
			must(t, err)
			must(t, tt.change(out))
			stats, ok := s.Intact()
			if ok != tt.want {
				t.Errorf("%v, want %v", ok, tt.want)
			}
			if want := (Stats{Files: 2, Bytes: 3, Sum: released.Sum}); ok && stats != want {
				t.Errorf("%+v, want %+v", stats, want)
			}
		})
	}
}

// TestRecordIsBelieved holds that a file that is as the record says is not read again, and one
// that differs in size or time is.
func TestRecordIsBelieved(t *testing.T) {
	when, other := time.Unix(1000, 5), digest.Of([]byte("other"))
	dir := t.TempDir()
	name := filepath.Join(dir, "a")
	must(t, os.WriteFile(name, []byte("text"), 0o644))
	must(t, os.Chtimes(name, when, when))
	for _, tt := range []struct {
		name  string
		known map[string]file
		want  digest.Sum
	}{
		{"as it says", map[string]file{"a": {4, when.UnixNano(), other}}, other},
		{"another size", map[string]file{"a": {3, when.UnixNano(), other}}, digest.Of([]byte("text"))},
		{"another time", map[string]file{"a": {4, 1, other}}, digest.Of([]byte("text"))},
		{"another file", map[string]file{"b": {4, when.UnixNano(), other}}, digest.Of([]byte("text"))},
		{"no record", nil, digest.Of([]byte("text"))},
	} {
		got, err := survey(dir, tt.known)
		if want := (file{4, when.UnixNano(), tt.want}); err != nil || len(got) != 1 || got["a"] != want {
			t.Errorf("%s: %v, %v, want %v", tt.name, got, err, want)
		}
	}
	must(t, os.Symlink("a", filepath.Join(dir, host.Manifest)))
	if got, err := survey(dir, nil); err != nil || got[host.Manifest].sum != (digest.Sum{}) {
		t.Errorf("a link was followed: %v, %v", got, err)
	}
}
