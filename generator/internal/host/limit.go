package host

import "strconv"

// A Finding is a limit of a host that a site does not keep.
type Finding struct {
	Host  *Host
	What  Limit
	Path  string // of the file, if it is about one
	Value string
	Most  string
}

// A Limit names one of a Host's limits.
type Limit int8

// The limits.
const (
	FileCount Limit = iota
	FileSize
	TotalSize
	RedirectCount
)

// A Size is the size of a finished file.
type Size struct {
	Path  string
	Bytes int64
}

// Check holds the sizes of a finished site against what a host takes.
func (h *Host) Check(s *Site, sizes []Size) []Finding {
	var found []Finding
	add := func(what Limit, path string, value, most int64) {
		if most > 0 && value > most {
			found = append(found, Finding{
				Host:  h,
				What:  what,
				Path:  path,
				Value: strconv.FormatInt(value, 10),
				Most:  strconv.FormatInt(most, 10),
			})
		}
	}
	add(FileCount, "", int64(len(sizes)), int64(h.MaxFiles))
	var total int64
	for _, f := range sizes {
		total += f.Bytes
		add(FileSize, f.Path, f.Bytes, h.MaxFile)
	}
	add(TotalSize, "", total, h.MaxTotal)
	add(RedirectCount, "", int64(len(s.Redirects)), int64(h.MaxRedirects))
	return found
}
