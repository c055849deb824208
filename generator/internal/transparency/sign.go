package transparency

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"

	"maklumat/generator/internal/digest"
)

// NewKey returns a key to sign with, which must be kept secret, and the public key for it. name
// identifies the site.
func NewKey(random io.Reader, name string) (secret, public string, err error) {
	return note.GenerateKey(random, name)
}

// Signer returns a function that signs texts with a secret key.
func Signer(secret string) (func(text string) []byte, error) {
	s, err := note.NewSigner(strings.TrimSpace(secret))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", NoKey, err)
	}
	return func(text string) []byte {
		b, err := note.Sign(&note.Note{Text: text}, s)
		if err != nil {
			panic(err) // the text does not end with a line break
		}
		return b
	}, nil
}

// IsKey reports whether a text is a public key as NewKey returns it.
func IsKey(public string) bool {
	_, err := note.NewVerifier(strings.TrimSpace(public))
	return err == nil
}

// Open returns the text of a note. An error wraps NoKey if public is no key, NoNote if signed is no
// note, OtherKey if somebody else signed it, and FalseSignature if the text is not what was signed.
func Open(signed []byte, public string) (string, error) {
	v, err := note.NewVerifier(strings.TrimSpace(public))
	if err != nil {
		return "", fmt.Errorf("%w: %w", NoKey, err)
	}
	n, err := note.Open(signed, note.VerifierList(v))
	switch {
	case err == nil:
		return n.Text, nil
	case errors.As(err, new(*note.UnverifiedNoteError)):
		return "", OtherKey
	case errors.As(err, new(*note.InvalidSignatureError)):
		return "", FalseSignature
	}
	return "", fmt.Errorf("%w: %w", NoNote, err)
}

// A Release is what is signed for a release.
type Release struct {
	Origin   string     // what the site is called
	Manifest digest.Sum // of manifest.json

	// Day is the date for which the site was built, 2026-03-01. It is "" in a note of an earlier
	// version, which said neither day nor number.
	Day string

	// Number counts the releases that followed one another, from 1. A release whose manifest is
	// that of the one before has its day and its number.
	Number int
}

// maxNumber is the highest Number that is read.
const maxNumber = 1_000_000_000

// String returns the text that is signed, which ParseRelease reads.
func (r Release) String() string {
	text := fmt.Sprintf("%s\nmanifest.json\n%s\n", r.Origin,
		base64.StdEncoding.EncodeToString(r.Manifest[:]))
	return text + r.Stamp()
}

// Stamp returns the last lines of the text, with day and number; "" without them. Stamped reads
// them.
func (r Release) Stamp() string {
	if r.Number == 0 {
		return ""
	}
	return fmt.Sprintf("tanggal %s\nrilis %d\n", r.Day, r.Number)
}

// stamp is what Stamp writes.
var stamp = regexp.MustCompile(`(?m)^tanggal ([0-9]{4}-[0-9]{2}-[0-9]{2})\nrilis ([0-9]{1,9})\n`)

// Stamped returns day and number from a text in which there is a Stamp; "" and 0 from any other.
func Stamped(text []byte) (day string, number int) {
	m := stamp.FindSubmatch(text)
	if m == nil {
		return "", 0
	}
	number, _ = strconv.Atoi(string(m[2])) // nine digits at most
	return string(m[1]), number
}

// releaseText is the text of a Release, with or without its day and number.
var releaseText = regexp.MustCompile(
	`^([^\n]+)\nmanifest\.json\n([^\n]+)\n(?:tanggal ([0-9-]{10})\nrilis ([0-9]{1,10})\n)?$`)

// ParseRelease reads the text of a Release. The error of any other text is NoRelease.
func ParseRelease(text string) (Release, error) {
	m := releaseText.FindStringSubmatch(text)
	if m == nil {
		return Release{}, NoRelease
	}
	sum, err := base64.StdEncoding.DecodeString(m[2])
	r := Release{Origin: m[1], Day: m[3]}
	if err != nil || copy(r.Manifest[:], sum) != len(r.Manifest) || len(sum) != len(r.Manifest) {
		return Release{}, NoRelease
	}
	if r.Day == "" {
		return r, nil
	}
	_, err = time.Parse(time.DateOnly, r.Day)
	r.Number, _ = strconv.Atoi(m[4]) // ten digits at most
	if err != nil || r.Number < 1 || r.Number > maxNumber {
		return Release{}, NoRelease
	}
	return r, nil
}

// Unsigned returns the Release of a signed note without asking who signed it. It is zero if there
// is none.
func Unsigned(signed []byte) Release {
	// The text of a note ends with the last empty line.
	i := strings.LastIndex(string(signed), "\n\n")
	if i < 0 {
		return Release{}
	}
	r, err := ParseRelease(string(signed[:i+1]))
	if err != nil {
		return Release{}
	}
	return r
}

// Next returns what is signed for the release that follows r, built for a day.
func (r Release) Next(origin string, manifest digest.Sum, day string) Release {
	if r.Number > 0 && r.Origin == origin && r.Manifest == manifest {
		return r
	}
	return Release{origin, manifest, day, min(r.Number+1, maxNumber)}
}

// Before reports whether r was released before other. The day decides, and on one day the number: a
// count begins anew where the last release was lost. A release of which nothing is known is before
// none, and none is before it.
func (r Release) Before(other Release) bool {
	if r.Number == 0 || other.Number == 0 {
		return false
	}
	return r.Day < other.Day || r.Day == other.Day && r.Number < other.Number
}
