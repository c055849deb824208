// Package attachment examines the files that documents offer for download: whether the contents
// of a file are what its ending says, how many pages or rows it has, whether it holds scripts or
// other active content, and what text is in it.
//
// [Read] takes the bytes of a file and returns an [Info]. The text is handed to a [Visitor] piece
// by piece, each with its place, and is not kept.
//
// # Limits
//
// A file from an editor may be broken or hostile. Every format has limits on how much of it is
// unpacked; a file beyond them is TooLarge. What cannot be read is Unreadable, never taken for
// empty. A hostile PDF can still keep its reader busy for ever or end the program, which is why
// that reader is a parameter, a [PDFReader]: package build runs it in a process of its own.
package attachment

import (
	"bytes"
	"errors"
	"io"
	"strings"
)

// An Info is what is known of a file.
type Info struct {
	Problem  Problem
	Does     string     // of an Active or Secret file: what it holds
	Where    string     // the part of the file that does it, or ""
	Inert    bool       // a page or drawing of which nothing runs, though it is Active
	Warnings []Warning  // what readers should not need, but may have
	Hidden   []Hidden   // text that readers do not see, each way at each place once
	Pages    int        // of a PDF, or of an office file that states them; 0 is not known
	Rows     int        // of a table, without the heads; 0 is not known
	Scan     bool       // a PDF whose pages hold no text
	Location bool       // a photo, or a file with one, that says where it was taken
	Preview  [][]string // the heads and the first rows of a table

	Uncomputed string // a cell with a formula whose value no program has written yet, or ""
}

// A Problem is why a file cannot be offered as it is.
type Problem int8

// The Problems.
const (
	None       Problem = iota
	WrongType          // the contents are not what the ending says
	Encrypted          // a password is needed, if only for changes
	Unreadable         // the file is broken
	TooLarge           // the contents go beyond the limits
	Unseen             // there is no reader for files of this kind
	Active             // the file does more than show its pages; Does says what
	Secret             // the file holds what nobody outside may have; Does says what
	Unclean            // a picture of a kind whose metadata nobody here can take out
)

// The most that a Preview holds, so that it fits on a page.
const (
	previewRows    = 20 // below the heads
	previewColumns = 12
	previewCell    = 120 // characters of a cell
)

// A Piece is some of the text of a file. Its bytes may be those of the file itself, which the
// caller of Read is free to overwrite.
type Piece struct {
	Place  string // as "sheet1, ⟨cell⟩ B3", for people; "" in a file of plain text
	Offset int    // where it begins in the file, or -1 where the text is not stored as it is
	Text   string
	Hidden bool   // readers do not see it, or not all of it: the rest is another Piece
	Day    string // that a cell of a sheet stands for, as in 2026-03-01, or ""
}

// seen returns a piece that readers see, which is not stored as it is.
func seen(place, text string) Piece { return Piece{Place: place, Offset: -1, Text: text} }

// unseen returns a piece that they do not see.
func unseen(place, text string) Piece {
	return Piece{Place: place, Offset: -1, Text: text, Hidden: true}
}

// within returns the piece as one of a file that has the file of p in it.
func (p Piece) within(part string) Piece {
	p.Place, p.Offset = strings.TrimSuffix(part+", "+p.Place, ", "), -1
	return p
}

// A Visitor receives the text of a file piece by piece. It must not keep a Piece.
type Visitor func(Piece)

// errTooLarge reports that the contents of a file go beyond the limits.
var errTooLarge = errors.New("too large")

// A PDFReader reads a PDF file: ReadPDF, or a function that runs it in another process.
type PDFReader func(src []byte, visit Visitor) Info

// isOLE reports whether a file is the container of old office files, which also wraps new ones that
// are protected by a password (ECMA-376, part 2).
func isOLE(src []byte) bool { return bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")) }

// problemOf returns the Problem of a file whose reading ended with err.
func problemOf(err error) Problem {
	if err == nil || err == io.EOF {
		return None
	}
	if errors.Is(err, errTooLarge) {
		return TooLarge
	}
	if errors.Is(err, errEncrypted) {
		return Encrypted
	}
	return Unreadable
}
