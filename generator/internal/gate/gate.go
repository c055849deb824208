// Package gate decides whether a document is public. It is the one rule that stands above
// all others, so it stands alone: every way through it is one line, and its test walks all
// of them.
//
// A document is public only by proof: it was read without an error, it is not excluded
// (UU 14/2008 ps. 17), it is no draft, its time has come and has not run out. What cannot
// be decided is not public.
package gate

import "maklumat/generator/internal/disclosure"

// A Reason says why a document is not public.
type Reason int8

// The reasons, in the order in which they are looked for.
const (
	Public     Reason = iota
	Closed            // excluded information: nothing may be said about it
	Unreadable        // its header has errors, so nothing is proved
	Draft
	Future  // its time has not come
	Expired // its time has run out
)

// Facts are all that the decision rests on.
type Facts struct {
	Closed  bool // marked as excluded, by itself or by its folder
	Read    bool // its header was read
	Class   disclosure.Category
	Errors  int // in the document
	Draft   bool
	Drafts  bool              // drafts are shown too
	Due     disclosure.Moment // from which it may be public
	Expires disclosure.Moment // zero is never
}

// Decide returns whether a document is public at a moment, or why not.
func Decide(f Facts, now disclosure.Moment) Reason {
	if f.Closed {
		return Closed
	}
	if f.Class == disclosure.Dikecualikan {
		return Closed
	}
	if !f.Read {
		return Unreadable
	}
	if f.Errors > 0 {
		return Unreadable
	}
	if f.Draft {
		if !f.Drafts {
			return Draft
		}
	}
	if now.Before(f.Due) {
		return Future
	}
	if !f.Expires.IsZero() {
		if f.Expires.Over(now) {
			return Expired
		}
	}
	return Public
}

// Stays reports whether a document that is public at a moment is so at each later one.
func Stays(f Facts) bool { return f.Expires.IsZero() }
