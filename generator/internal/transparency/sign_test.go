package transparency

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"maklumat/generator/internal/digest"
)

// TestRelease holds that what is signed for a release reads back, also as earlier versions wrote
// it, and that nothing else is read.
func TestRelease(t *testing.T) {
	sum := digest.Of([]byte("daftar"))
	whole := Release{"contoh.go.id", sum, "2026-03-01", 7}
	text := whole.String()
	for _, test := range []struct {
		name, text string
		want       Release // zero if it cannot be read
	}{
		{"day and number", text, whole},
		{"an earlier version", Release{Origin: "contoh.go.id", Manifest: sum}.String(),
			Release{Origin: "contoh.go.id", Manifest: sum}},
		{"empty", "", Release{}},
		{"no end", strings.TrimSuffix(text, "\n"), Release{}},
		{"a line more", text + "x\n", Release{}},
		{"no number", strings.Replace(text, "rilis 7\n", "", 1), Release{}},
		{"the number zero", strings.Replace(text, "rilis 7", "rilis 0", 1), Release{}},
		{"a number too high", strings.Replace(text, "rilis 7", "rilis 9999999999", 1), Release{}},
		{"no such day", strings.Replace(text, "03-01", "02-30", 1), Release{}},
		{"another file", strings.Replace(text, "manifest.json", "lain.json", 1), Release{}},
		{"half a digest", "contoh.go.id\nmanifest.json\nAAAA\n", Release{}},
		{"no digest", "contoh.go.id\nmanifest.json\n!\n", Release{}},
		{"a checkpoint", Checkpoint{Origin: "contoh.go.id", Size: 3}.String(), Release{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseRelease(test.text)
			if got != test.want || (err != nil) != (test.want == Release{}) {
				t.Errorf("got %+v, %v", got, err)
			}
			if err != nil && !errors.Is(err, NoRelease) {
				t.Error(err)
			}
			if err == nil && got.String() != test.text {
				t.Errorf("written as %q", got)
			}
			if got := Unsigned([]byte(test.text + "\n— x y\n")); got != test.want {
				t.Errorf("unsigned: %+v", got)
			}
		})
	}
}

// TestNext holds that releases are counted, and one that changes nothing is not.
func TestNext(t *testing.T) {
	a, b := digest.Of([]byte("a")), digest.Of([]byte("b"))
	first := Release{}.Next("x", a, "2026-03-01")
	old := Release{Origin: "x", Manifest: a}
	for _, test := range []struct {
		name string
		got  Release
		want Release
	}{
		{"the first", first, Release{"x", a, "2026-03-01", 1}},
		{"the same again", first.Next("x", a, "2026-03-02"), first},
		{"another", first.Next("x", b, "2026-03-02"), Release{"x", b, "2026-03-02", 2}},
		{"after one of an earlier version", old.Next("x", a, "2026-03-02"),
			Release{"x", a, "2026-03-02", 1}},
		{"at another address", first.Next("y", a, "2026-03-02"),
			Release{"y", a, "2026-03-02", 2}},
		{"the highest number", Release{"x", a, "2026-03-01", maxNumber}.Next("x", b, "2026-03-02"),
			Release{"x", b, "2026-03-02", maxNumber}},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %+v, want %+v", test.name, test.got, test.want)
		}
	}
}

// TestBefore holds which of two releases is the older.
func TestBefore(t *testing.T) {
	at := func(day string, number int) Release { return Release{Day: day, Number: number} }
	for _, test := range []struct {
		name string
		a, b Release
		want bool
	}{
		{"a day earlier", at("2026-03-01", 5), at("2026-03-02", 6), true},
		{"a day earlier, counted anew since", at("2026-03-01", 5), at("2026-03-02", 1), true},
		{"earlier on the same day", at("2026-03-01", 5), at("2026-03-01", 6), true},
		{"the same", at("2026-03-01", 5), at("2026-03-01", 5), false},
		{"later", at("2026-03-02", 6), at("2026-03-01", 5), false},
		{"nothing is known of it", Release{}, at("2026-03-01", 5), false},
		{"nothing is known of the other", at("2026-03-01", 5), Release{}, false},
	} {
		if got := test.a.Before(test.b); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestOpenFaults holds that each way in which a note is wrong is told from the others.
func TestOpenFaults(t *testing.T) {
	secret, public, err := NewKey(rand.Reader, "x")
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := NewKey(rand.Reader, "x")
	if err != nil {
		t.Fatal(err)
	}
	sign, err := Signer(secret)
	if err != nil {
		t.Fatal(err)
	}
	signed := string(sign("satu\n"))
	for _, test := range []struct {
		name, note, key string
		want            error
	}{
		{"as it was signed", signed, public, nil},
		{"no key", signed, "x", NoKey},
		{"no note", "satu\n", public, NoNote},
		{"another key", signed, other, OtherKey},
		{"another text", strings.Replace(signed, "satu", "dua", 1), public, FalseSignature},
	} {
		if _, err := Open([]byte(test.note), test.key); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := Signer("x"); !errors.Is(err, NoKey) {
		t.Error(err)
	}
}
