package site

import (
	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/picture"
)

// A Blob is what pages must know of the bytes of an input file.
//
// Of a picture, the bytes that are published are not those of the input file if that holds
// metadata: Size and Sum are those of the first, and wherever a digest is shown or logged, it is
// that.
type Blob struct {
	Size     int64 // in bytes, as it is published
	Sum      digest.Sum
	FileSize int64 // of the input file
	FileSum  digest.Sum
	Unread   bool // the file is larger than any that is read: neither Sum is known

	Picture picture.Info // zero for what is no picture
	Pixels  int          // of a picture that is too large to be read
	Memory  int64        // bytes that reading a picture would take, where that is too much

	Info     attachment.Info
	Sheets   []attachment.Sheet // of a file whose figures some page shows
	Said     []string           // in a file of captions, as paragraphs
	Personal []PersonalText     // personal data in its text
}

// A PersonalText is personal data at a place in an attachment.
type PersonalText struct {
	disclosure.PersonalHit
	Place string // such as a page or a sheet
}

// Blobs are the input files that pages show, by path. A file that stays the same keeps its
// pointer from build to build, which is how a change is found.
type Blobs map[string]*Blob
