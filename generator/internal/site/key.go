package site

import (
	"cmp"
	"path"
	"reflect"
	"slices"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A Key names one thing that a page can read.
type Key struct {
	Kind KeyKind
	Name string
}

// Hash stands for k where many Keys are kept, in a third of the memory (FNV-1a, 64 bits).
// Two Keys of one Hash cost a page that is made again for nothing.
func (k Key) Hash() uint64 {
	h := (uint64(14695981039346656037) ^ uint64(k.Kind)) * 1099511628211
	for i := range len(k.Name) {
		h = (h ^ uint64(k.Name[i])) * 1099511628211
	}
	return h
}

// ViewsOf names how often a page was looked at, among the DataKeys.
func ViewsOf(address string) string { return "views " + address }

// FeedOf names whether there are feeds of a List, among the DataKeys.
func FeedOf(list string) string { return "feed " + list }

// A KeyKind is a sort of Key.
type KeyKind int8

// The sorts of Keys, with what their Name is.
const (
	DocumentKey KeyKind = iota // path: all of a document
	ItemKey                    // path: what others see of it
	ListKey                    // name; with a slash at its end, all Lists below it
	AssetKey                   // path: the bytes of a content file
	UnitKey                    // slug
	CategoryKey                // slug
	FrameKey                   // ""
	HomeKey                    // ""
	AlertsKey                  // ""
	SettingsKey                // ""
	AddressKey                 // an address, or "slug:" and a slug: whose it is
	LayoutKey                  // name of a template
	RelationKey                // path: what ties a document to others
	DataKey                    // name of a part of the site data
	DayKey                     // "": the day for which the site is built
	HostKey                    // path of a file that is written for a host
)

// Changed adds to keys every Key whose Fact differs between prev and s. AssetKey and
// LayoutKey are not the Site's to know.
func (s *Site) Changed(prev *Site, keys map[Key]bool) {
	add := func(differs bool, kind KeyKind, name string) {
		if differs {
			keys[Key{kind, name}] = true
		}
	}
	add(prev.Frame != s.Frame, FrameKey, "")
	add(!slices.Equal(prev.Alerts, s.Alerts), AlertsKey, "")
	if prev.Input.Settings != s.Input.Settings {
		keys[Key{SettingsKey, ""}] = true
		add(prev.Input.Settings == nil || !reflect.DeepEqual(prev.Settings.Face, s.Settings.Face) || !reflect.DeepEqual(prev.Settings.English, s.Settings.English), HomeKey, "")
		diffLabels(prev, s, keys)
	}
	diffSorted(prev.Items, s.Items, func(i *Item) string { return i.Path }, func(path string) {
		keys[Key{ItemKey, path}] = true
		for _, i := range []*Item{prev.byPath[path], s.byPath[path]} {
			if i == nil {
				continue
			}
			keys[Key{AddressKey, i.Address}] = true
			keys[Key{AddressKey, "slug:" + i.Slug}] = true
			for _, alias := range i.Aliases {
				keys[Key{AddressKey, withSlash(alias)}] = true
			}
		}
	})
	diffSorted(prev.Documents, s.Documents, func(d *content.Document) string { return d.Path }, func(path string) { keys[Key{DocumentKey, path}] = true })
	diffSorted(prev.Lists, s.Lists, func(l *List) string { return l.Name }, func(name string) {
		keys[Key{ListKey, name}] = true
		keys[Key{ListKey, path.Dir(name) + "/"}] = true
		before, now := prev.lists[name], s.lists[name]
		add((before != nil && before.HasFeed()) != (now != nil && now.HasFeed()), DataKey, FeedOf(name))
	})
	if before := prev.data(); before != s.Data {
		for _, u := range slices.Concat(before.Units, s.Data.Units) {
			old, _ := prev.Unit(u.Slug)
			now, _ := s.Unit(u.Slug)
			add(old != now, UnitKey, u.Slug)
		}
		add(!slices.EqualFunc(before.Units, s.Data.Units, func(a, b content.Unit) bool { return a.Slug == b.Slug }), DataKey, "units")
		add(!reflect.DeepEqual(before.Regimes, s.Data.Regimes), DataKey, "deadlines")
		add(!reflect.DeepEqual(before.Calendar.Years, s.Data.Calendar.Years), DataKey, "holidays")
		add(!reflect.DeepEqual(before.Forms, s.Data.Forms), DataKey, "forms")
		add(!reflect.DeepEqual(before.Withdrawn, s.Data.Withdrawn), DataKey, "withdrawn")
		add((len(before.Views.Pages) == 0) != (len(s.Data.Views.Pages) == 0), DataKey, "views")
		for _, pages := range []map[string]int{before.Views.Pages, s.Data.Views.Pages} {
			for address := range pages {
				add(before.Views.Until != s.Data.Views.Until || before.Views.Pages[address] != s.Data.Views.Pages[address], DataKey, ViewsOf(address))
			}
		}
		add(!reflect.DeepEqual(before.Accessibility, s.Data.Accessibility), DataKey, "accessibility")
	}
	if before := prev.data(); before != s.Data {
		add(!reflect.DeepEqual(before.Classes, s.Data.Classes), DataKey, "obligations")
		add(!reflect.DeepEqual(before.Questionnaires, s.Data.Questionnaires), DataKey, "monev")
	}
	for _, relations := range []map[string][]Relation{prev.relations, s.relations} {
		for path := range relations {
			add(!slices.Equal(prev.relations[path], s.relations[path]), RelationKey, path)
		}
	}
	add(prev.Audit != s.Audit, DataKey, "audit")
	add(prev.AsOf.Day != s.AsOf.Day, DayKey, "")
	add(prev.isElection() != s.isElection(), DataKey, "deadlines")
}

// isElection reports whether the site is built for a day in the election period.
func (s *Site) isElection() bool {
	return s.Input.Settings != nil && s.Settings.Election.Holds(s.AsOf.Day)
}

// Regimes returns the sets of deadlines in the order in which pages show them: that of
// elections first while the election period lasts.
func (s *Site) Regimes() []disclosure.Regime {
	regimes := slices.Clone(s.Data.Regimes)
	first := "umum"
	if s.isElection() {
		first = "pemilu"
	}
	slices.SortStableFunc(regimes, func(a, b disclosure.Regime) int {
		switch {
		case a.ID == b.ID:
			return 0
		case a.ID == first:
			return -1
		}
		return 1
	})
	return regimes
}

// data returns the Data of s, also of a Site before the first.
func (s *Site) data() *content.Data {
	if s.Data == nil {
		return &content.Data{}
	}
	return s.Data
}

func diffLabels(prev, s *Site, keys map[Key]bool) {
	var before []content.Label
	if prev.Settings != nil {
		before = prev.Settings.Categories
	}
	for _, c := range append(slices.Clone(before), s.Settings.Categories...) {
		var old content.Label
		if prev.Settings != nil {
			old, _ = prev.Category(c.Slug)
		}
		if now, _ := s.Category(c.Slug); old != now {
			keys[Key{CategoryKey, c.Slug}] = true
		}
	}
}

// diffSorted yields the names that are in only one of two sorted slices, or in both with
// another pointer.
func diffSorted[T comparable](a, b []T, name func(T) string, yield func(string)) {
	for len(a) > 0 && len(b) > 0 {
		if a[0] == b[0] {
			a, b = a[1:], b[1:]
			continue
		}
		switch c := cmp.Compare(name(a[0]), name(b[0])); {
		case c < 0:
			yield(name(a[0]))
			a = a[1:]
		case c > 0:
			yield(name(b[0]))
			b = b[1:]
		default:
			yield(name(a[0]))
			a, b = a[1:], b[1:]
		}
	}
	for _, rest := range [][]T{a, b} {
		for _, v := range rest {
			yield(name(v))
		}
	}
}
