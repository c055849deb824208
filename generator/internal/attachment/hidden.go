package attachment

// A Hidden is text of a file that readers do not see, which the editor may not know of.
type Hidden struct {
	How   string // one of the constants below
	Where string // such as a page or a sheet, or ""
}

// The values of Hidden.How. Those of package pdf are written as there.
const (
	Comment = "comment" // what its writers noted for each other
	Earlier = "earlier" // a version that was saved before, and is still in the file
	Deleted = "deleted" // words that were struck out while changes were recorded
	Unshown = "unshown" // words, rows, columns, sheets or slides that are not shown
	Cached  = "cached"  // a copy of data, of which tables and charts show a part
	Notes   = "notes"   // for the speaker
	Field   = "field"   // of a form, that no page shows

	Redaction = "redaction" // a mark of what is to be blacked out, and is not yet
)
