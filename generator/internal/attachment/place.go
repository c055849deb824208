package attachment

import "strconv"

// Words of which places in a file are made, in marks which no office program writes. A place is
// kept and told in more than one language, so that none stands in it: package diag puts the words
// of a language for them.
const (
	PlacePage      = "⟨page⟩"
	PlaceRemoved   = "⟨removed page⟩" // that the file still has
	PlaceEarlier   = "⟨earlier version⟩"
	PlaceNote      = "⟨note⟩" // of a PDF: annotations and the like
	PlaceField     = "⟨field⟩"
	PlaceBookmark  = "⟨bookmark⟩"
	PlaceAlt       = "⟨alternative text⟩"
	PlaceMetadata  = "⟨metadata⟩"
	PlaceXMP       = "⟨XMP⟩"
	PlaceRow       = "⟨row⟩"
	PlaceColumn    = "⟨column⟩"
	PlaceCell      = "⟨cell⟩"
	PlaceTab       = "⟨name of a tab⟩"
	PlaceParagraph = "⟨paragraph⟩"
	PlaceMessage   = "⟨message⟩" // a letter as it was sent
	PlacePart      = "⟨part⟩"    // of a letter
	PlaceName      = "⟨name in an archive⟩"
)

// counted returns the place of the nth of its kind, which counts from 1.
func counted(kind string, n int) string { return kind + " " + strconv.Itoa(n) }
