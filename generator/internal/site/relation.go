package site

import (
	"slices"

	"maklumat/generator/internal/content"
)

// A Relation ties a document to another. Both ends show it, though only one of them says
// so in its header.
type Relation struct {
	Sort  RelationSort
	Other *Item
}

// A RelationSort says how one document stands to the other.
type RelationSort int8

// The relations, each beside its other end.
const (
	Revokes RelationSort = iota
	RevokedBy
	Amends
	AmendedBy
	Implements
	ImplementedBy
	PartOf
	Parts
)

// relate notes the relations between all documents, at both ends.
func (s *Site) relate() {
	s.relations = map[string][]Relation{}
	for _, i := range s.Items {
		for sort, refs := range i.relations() {
			for _, r := range refs {
				other := s.blind().Named(i.Path, r)
				if other == nil || other == i {
					continue
				}
				forth, back := RelationSort(2*sort), RelationSort(2*sort+1)
				s.relations[i.Path] = append(s.relations[i.Path], Relation{forth, other})
				s.relations[other.Path] = append(s.relations[other.Path], Relation{back, i})
			}
		}
	}
	for path, list := range s.relations {
		slices.SortStableFunc(list, func(a, b Relation) int { return int(a.Sort) - int(b.Sort) })
		s.relations[path] = list
	}
	s.revoked = map[string]*Item{}
	for _, i := range s.Items {
		if i.Instrument != nil && s.blind().IsRevoked(i) {
			for _, name := range i.Instrument.CitedAs(i.Title, s.Data.Instruments) {
				s.revoked[name] = i
			}
		}
	}
}

// relations are the references of the header that tie it to others, in the order of the
// sorts that say so.
func (i *Item) relations() [4][]content.Reference {
	return [4][]content.Reference{i.Revokes, i.Amends, i.Implements, i.PartOf}
}

// successor returns the document that revoked i, or nil.
func (s *Site) successor(i *Item) *Item {
	for _, r := range s.relations[i.Path] {
		if r.Sort == RevokedBy {
			return r.Other
		}
	}
	return nil
}
