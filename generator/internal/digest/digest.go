// Package digest names bytes by what they are.
//
// A [Sum] is the SHA-256 of some bytes (FIPS 180-4). Two things with the same Sum are
// taken for the same thing everywhere in the generator: in the comparison of two builds,
// in the names of fingerprinted files, in the manifest of a release.
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// A Sum is a SHA-256 digest. The zero Sum stands for "no bytes known".
type Sum [sha256.Size]byte

// Of returns the Sum of b.
func Of(b []byte) Sum { return sha256.Sum256(b) }

// Parse reads the 64 hexadecimal digits that String writes.
func Parse(s string) (Sum, error) {
	var sum Sum
	if len(s) != hex.EncodedLen(len(sum)) {
		return Sum{}, fmt.Errorf("parse digest %q: want %d hexadecimal digits", s, hex.EncodedLen(len(sum)))
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

// Short returns the first ten hexadecimal digits, enough for the name of a fingerprinted
// file: forty bits keep the chance of a clash among a million files under one in two, and
// a clash on the same base name is what would be needed for harm.
func (s Sum) Short() string { return hex.EncodeToString(s[:5]) }

// Read returns the Sum of all that r gives.
func Read(r io.Reader) (Sum, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return Sum{}, err
	}
	return Sum(h.Sum(nil)), nil
}

// MarshalText writes s as String does.
func (s Sum) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Sum) UnmarshalText(text []byte) error {
	sum, err := Parse(string(text))
	*s = sum
	return err
}
