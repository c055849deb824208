package transparency

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/digest"
)

func entry(path, bytes string) Entry { return Entry{Sum: digest.Of([]byte(bytes)), Path: path} }

// grown is a log to which n files were added, some of them twice.
func grown(n int) *Log {
	l := &Log{}
	for i := range n {
		e := entry(fmt.Sprintf("dokumen/%d.pdf", i%100), fmt.Sprint(i))
		l = l.Append(fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1), []Entry{e})
	}
	return l
}

func reader(l *Log) func(string) ([]byte, error) {
	files := map[string][]byte{}
	for _, f := range l.Files("contoh.go.id", nil) {
		files[f.Path] = f.Text
	}
	return func(path string) ([]byte, error) {
		if b, ok := files[path]; ok {
			return b, nil
		}
		return nil, errors.New("no " + path)
	}
}

// TestGrows holds what must be true of any log: it reads back, every later log extends every
// earlier one by its tiles alone, every proof is right, and redaction changes no hash.
func TestGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.IntRange(0, 600).Draw(t, "before")
		large := small + rapid.IntRange(0, 300).Draw(t, "more")
		before, now := grown(small), grown(large)
		if now.Size() != large {
			t.Fatalf("%d lines of %d", now.Size(), large)
		}
		again, err := Parse(now.Text())
		if err != nil || !bytes.Equal(again.Text(), now.Text()) {
			t.Fatal("does not read back", err)
		}
		const origin = "contoh.go.id"
		err = Extends(before.Checkpoint(origin), now.Checkpoint(origin), reader(now))
		if err != nil {
			t.Fatal(err)
		}
		hidden := now.Redact(func(path string) bool { return !strings.HasSuffix(path, "7.pdf") })
		if hidden.Checkpoint("x") != now.Checkpoint("x") ||
			bytes.Contains(hidden.Text(), []byte("7.pdf")) {
			t.Fatal("redaction changes the log, or does not hide")
		}
		trees := hidden.Trees()
		if _, ok := trees(int64(hidden.Size()) + 1); ok {
			t.Fatal("a log that is not yet")
		}
		for _, f := range hidden.Files("x", nil) {
			if !strings.HasPrefix(f.Path, ProofFolder) {
				continue
			}
			e, tree, err := CheckProof(f.Text)
			if err != nil || strings.HasSuffix(e.Path, "7.pdf") {
				t.Fatal(f.Path, err)
			}
			if was, ok := trees(tree.N); !ok || was != tree {
				t.Fatal(f.Path, "leads to another log")
			}
			other := bytes.Replace(f.Text, []byte(e.Day), []byte("2020-01-01"), 1)
			if _, _, err := CheckProof(other); err == nil {
				t.Fatal("a wrong day is proved")
			}
		}
	})
}

// TestTampering holds that a log which lost, changed or moved a line does not extend what it
// was.
func TestTampering(t *testing.T) {
	was := grown(300)
	before := was.Checkpoint("contoh.go.id")
	lines := strings.SplitAfter(string(was.Text()), "\n")
	for _, test := range []struct {
		name string
		text string
	}{
		{"a line is gone", strings.Join(append(append([]string{}, lines[:5]...), lines[6:]...), "")},
		{"the last line is gone", strings.Join(lines[:299], "")},
		{"a day is another", strings.Replace(string(was.Text()), "2026-03", "2025-03", 1)},
		{"two lines changed places", lines[1] + lines[0] + strings.Join(lines[2:], "")},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := Parse([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			l = l.Append("2026-12-31",
				[]Entry{entry("dokumen/baru.pdf", "a"), entry("dokumen/baru2.pdf", "b")})
			if err := Extends(before, l.Checkpoint("contoh.go.id"), reader(l)); err == nil {
				t.Error("it passes for the same log")
			}
		})
	}
}

// TestAppend holds when a file gets a line: when it is new, and when its bytes are.
func TestAppend(t *testing.T) {
	l := (&Log{}).Append("2026-01-01", []Entry{entry("a", "1"), entry("b", "1")})
	same := l.Append("2026-01-02", []Entry{entry("a", "1"), entry("b", "1")})
	if !bytes.Equal(same.Text(), l.Text()) {
		t.Errorf("nothing new, but:\n%s", same.Text())
	}
	l = l.Append("2026-01-03", []Entry{entry("a", "2"), entry("c", "1")})
	l = l.Append("2026-01-04", []Entry{entry("a", "1")})
	var days []string
	for line := range strings.Lines(string(l.Text())) {
		days = append(days, line[:10]+line[len(line)-2:len(line)-1])
	}
	const want = "2026-01-01a 2026-01-01b 2026-01-03a 2026-01-03c 2026-01-04a"
	if got := strings.Join(days, " "); got != want {
		t.Error(got)
	}
}

// TestSigned holds that a checkpoint reads back signed, and that another key does not open it.
func TestSigned(t *testing.T) {
	secret, public, err := NewKey(rand.Reader, "contoh.go.id")
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := NewKey(rand.Reader, "contoh.go.id")
	if err != nil {
		t.Fatal(err)
	}
	sign, err := Signer(secret)
	if err != nil {
		t.Fatal(err)
	}
	c := grown(3).Checkpoint("contoh.go.id")
	signed := sign(c.String())
	if got, err := ParseCheckpoint(signed); err != nil || got != c {
		t.Error(got, err)
	}
	if text, err := Open(signed, public); err != nil || text != c.String() {
		t.Error(text, err)
	}
	if _, err := Open(signed, other); err == nil {
		t.Error("another key opens it")
	}
	if _, err := Open(bytes.Replace(signed, []byte("\n3\n"), []byte("\n4\n"), 1), public); err == nil {
		t.Error("a changed text opens")
	}
}

// FuzzLog holds that no text breaks the reading of a log, a checkpoint or a proof.
func FuzzLog(f *testing.F) {
	l := grown(3)
	f.Add(l.Text())
	f.Add([]byte(l.Checkpoint("x").String()))
	for _, file := range l.Files("x", nil) {
		f.Add(file.Text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if l, err := Parse(text); err == nil && !bytes.Equal(l.Text(), text) {
			t.Errorf("reads %q as %q", text, l.Text())
		}
		if c, err := ParseCheckpoint(text); err == nil {
			if again, err := ParseCheckpoint([]byte(c.String())); err != nil || again != c {
				t.Errorf("%q", text)
			}
		}
		_, _, _ = CheckProof(text) // must not panic
	})
}
