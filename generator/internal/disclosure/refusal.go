package disclosure

import "slices"

// A Refusal is a reason for which the law lets a body refuse information: in Indonesia the letters
// of UU 14/2008 ps. 17, by which information is excluded, and two that hold for one request.
type Refusal struct {
	ID             string // such as 17h
	Label, LabelEN string
	Excludes       bool // information can be excluded for it
	Years          int  // for which it can exclude at most, 0 without a bound
	Cites          bool // only with the Act that forbids to open the information
}

// FindRefusal returns the reason of an id, nil when there is none.
func FindRefusal(all []Refusal, id string) *Refusal {
	if i := slices.IndexFunc(all, func(r Refusal) bool { return r.ID == id }); i >= 0 {
		return &all[i]
	}
	return nil
}

// RefusalNames returns the ids of all reasons, or of those that exclude.
func RefusalNames(all []Refusal, excluding bool) (ids []string) {
	for _, r := range all {
		if r.Excludes || !excluding {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
