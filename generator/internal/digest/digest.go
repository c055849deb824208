// Package digest identifies bytes by their SHA-256 (FIPS 180-4).
//
// Everywhere in the generator, things with the same [Sum] count as the same thing: when two builds
// are compared, in file names that change with the contents, in the manifest of a release.
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// A Sum is a SHA-256 digest. The zero Sum stands for bytes that are not known.
type Sum [sha256.Size]byte

// Of returns the Sum of b.
func Of(b []byte) Sum { return sha256.Sum256(b) }

// Parse reads the 64 hexadecimal digits that String writes.
func Parse(s string) (Sum, error) {
	var sum Sum
	if digits := hex.EncodedLen(len(sum)); len(s) != digits {
		return Sum{}, fmt.Errorf("parse digest %q: want %d hexadecimal digits", s, digits)
	}
	if _, err := hex.Decode(sum[:], []byte(s)); err != nil {
		return Sum{}, fmt.Errorf("parse digest %q: %w", s, err)
	}
	return sum, nil
}

// IsZero reports whether s is the zero Sum.
func (s Sum) IsZero() bool { return s == Sum{} }

// String returns s as 64 lower-case hexadecimal digits.
func (s Sum) String() string { return hex.EncodeToString(s[:]) }

// Short returns the first ten hexadecimal digits, for file names that change with the contents.
// Among a million files, two have the same forty bits with a chance below one in two; it would only
// do harm if they had the same base name too.
func (s Sum) Short() string { return hex.EncodeToString(s[:5]) }

// Read returns the Sum of the bytes of r.
func Read(r io.Reader) (Sum, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return Sum{}, err
	}
	return Sum(h.Sum(nil)), nil
}

// MarshalText implements encoding.TextMarshaler.
func (s Sum) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Sum) UnmarshalText(text []byte) error {
	sum, err := Parse(string(text))
	*s = sum
	return err
}
