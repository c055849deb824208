package site

import (
	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/picture"
)

// A Blob is what pages must know of the bytes of an input file.
type Blob struct {
	Size    int64 // in bytes
	Sum     digest.Sum
	Picture picture.Info // zero for what is no picture
	Pixels  int          // of a picture that is too large to be read

	Info     attachment.Info
	Personal []PersonalText // personal data in its text
}

// A PersonalText is personal data at a place in an attachment.
type PersonalText struct {
	disclosure.PersonalHit
	Place string // such as a page or a sheet
}

// Blobs are the input files that pages show, by path. A file that stays the same keeps its
// pointer from build to build, which is how a change is found.
type Blobs map[string]*Blob
