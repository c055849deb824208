package site

import (
	"fmt"
	"maps"
	"path"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
)

// A state is a small site at a moment.
type state struct {
	texts  texts
	day    disclosure.Day
	drafts bool
}

func (s state) link(d *desk, prev *Site) *Site {
	in := d.input(s.texts)
	in.AsOf.Day, in.Drafts = s.day, s.drafts
	return Link(prev, in)
}

// changeable are the files that otherwise has texts for.
var changeable = slices.Sorted(maps.Keys(otherwise))

// next draws what becomes of a state when some files, the day or the drafts change.
func (s state) next(t *rapid.T) state {
	s.texts = maps.Clone(s.texts)
	for range rapid.IntRange(0, 3).Draw(t, "edits") {
		file := rapid.SampledFrom(changeable).Draw(t, "file")
		own, ok := office[file]
		if !ok {
			own = "gone"
		}
		text := rapid.SampledFrom(append([]string{own}, otherwise[file]...)).Draw(t, "text")
		s.texts = s.texts.with(texts{file: text})
	}
	switch rapid.IntRange(0, 9).Draw(t, "time") {
	case 0:
		s.day = today + disclosure.Day(rapid.IntRange(-3, 3).Draw(t, "day"))
	case 1:
		s.drafts = !s.drafts
	}
	return s
}

// asSeen says how the values of rows and the parts of Sites are compared: as pages see
// them. Marks are places in the source, which only messages show; a Document is told by its
// bytes.
var asSeen = cmp.Options{
	cmpopts.IgnoreFields(content.Head{}, "Marks"),
	cmp.Comparer(func(a, b *content.Document) bool { return a == b }),
	cmp.Comparer(func(a, b Shape) bool {
		return cmp.Equal(slices.Collect(a.Documents()), slices.Collect(b.Documents())) &&
			cmp.Equal(slices.Collect(a.Lists()), slices.Collect(b.Lists()))
	}),
	cmp.AllowUnexported(PersonalRules{}, counted{}, content.Procedure{}, disclosure.Calendar{}),
	cmpopts.IgnoreFields(content.Procedure{}, "places"),
}

// differs reports whether a row is worth something else at a name, as pages see it.
func (f *fact[T]) differs(prev, now *World, name string) bool {
	a, b := f.value(prev, name), f.value(now, name)
	return !f.same(a, b) && !cmp.Equal(a, b, asSeen)
}

// changedNames returns what the row says has changed.
func changedNames(row Row, prev, now *World) []string {
	var names []string
	row.changed(prev, now, func(name string) { names = append(names, name) })
	slices.Sort(names)
	return slices.Compact(names)
}

// names returns every name by which two Worlds know something, and some that neither does.
func names(row Row, prev, now *World) []string {
	if row.kind() == partKey {
		return []string{row.String()}
	}
	var out []string
	for _, w := range []*World{prev, now} {
		s := w.site
		switch row.kind() {
		case documentKey, ItemKey, relationsKey, fileKey, AssetKey:
			for _, e := range s.Tree.Entries {
				out = append(out, e.Path)
			}
		case addressKey, viewsKey:
			for _, i := range s.Items {
				out = append(out, i.Address)
				for _, alias := range i.Aliases {
					out = append(out, withSlash(alias))
				}
			}
			out = append(out, slices.Sorted(maps.Keys(s.Data.Views.Pages))...)
		case slugKey:
			for _, i := range s.Items {
				kinds := slices.Concat(prev.site.Kinds, now.site.Kinds).Names()
				for _, kind := range append(kinds, "", "lain") {
					out = append(out, kind+"/"+i.Slug)
					for _, alias := range i.Aliases {
						out = append(out, kind+"/"+path.Base(alias))
					}
				}
			}
		case listKey, listHeadKey, newestKey:
			for _, l := range s.Lists {
				out = append(out, l.Name)
			}
		case childrenKey:
			for _, l := range s.Lists {
				out = append(out, l.Name, path.Dir(l.Name))
			}
		case listPageKey:
			for _, l := range s.Lists {
				for n := range 5 {
					out = append(out, pageName(l.Name, n))
				}
			}
		case layoutKey, wordsKey, unitKey, categoryKey:
			out = append(out, slices.Sorted(maps.Keys(w.layouts))...)
			out = append(out, w.words.Languages()...)
			out = append(out, unitSlugs(s.Data.Units)...)
			for _, c := range s.Settings.Categories {
				out = append(out, c.Slug)
			}
		default:
			return []string{""}
		}
	}
	slices.Sort(out)
	return slices.Compact(append(out, "tidak ada"))
}

// checkChanged holds that a key is among Changed if its value differs, and when exact, only then.
func checkChanged(
	t interface{ Errorf(string, ...any) }, what string, prev, now *World, exact bool,
) {
	changes := now.Changed(prev)
	total := 0
	for _, row := range Rows() {
		for _, name := range names(row, prev, now) {
			differs := row.(interface {
				differs(prev, now *World, name string) bool
			}).differs(prev, now, name)
			// What went and came back between two Links may count as another.
			got := changes[Key{row.kind(), name}.Hash()]
			if differs && !got || got && !differs && exact {
				t.Errorf("%s: %s %q: changed is %t, differs is %t", what, row, name, got, differs)
			} else if got {
				total++
			}
		}
		for _, name := range changedNames(row, prev, now) {
			if !changes.Touch(Reads{1, Key{row.kind(), name}.Hash()}) {
				t.Errorf("%s %q: a page that asked for it is not touched", row, name)
			}
		}
	}
	if total == 0 && len(changes) > 0 && exact || changes.Touch(Reads{1}) {
		t.Errorf("%s: changes of names that nobody knows: %v", what, changes)
	}
}

// TestChangedIsWhatDiffers changes small sites at random, also by more than one Link, and holds
// that a key is among Changed if and only if pages would see another value.
func TestChangedIsWhatDiffers(t *testing.T) {
	d := newDesk()
	rapid.Check(t, func(t *rapid.T) {
		one := state{office, today, false}.next(t)
		two := one.next(t)
		three := two.next(t)
		first := one.link(d, nil)
		second := two.link(d, first)
		third := three.link(d, second)
		a, b, c := d.world(first, one.texts), d.world(second, two.texts), d.world(third, three.texts)
		for what, pair := range map[string][2]*World{"once": {a, b}, "again": {b, c}, "both": {a, c}} {
			prev, now := pair[0], pair[1]
			checkChanged(t, what, prev, now, what != "both")
		}
	})
}

// TestLinkIsTheSameAgain holds that a Site brought up to date is the Site made from nothing.
func TestLinkIsTheSameAgain(t *testing.T) {
	d := newDesk()
	rapid.Check(t, func(t *rapid.T) {
		now := state{office, today, false}
		prev := now.link(d, nil)
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			now = now.next(t)
			got, want := now.link(d, prev), now.link(d, nil)
			x, y := told(got), told(want)
			for n := range max(len(x), len(y)) {
				if n == len(x) || n == len(y) || x[n] != y[n] {
					t.Fatalf("%s\nfrom nothing:\n%s", x[min(n, len(x)-1)], y[min(n, len(y)-1)])
				}
			}
			for n := range got.Items {
				if a, b := *got.Items[n].Head, *want.Items[n].Head; !cmp.Equal(a, b, asSeen) {
					t.Fatalf("%s: another head", got.Items[n].Path)
				}
			}
			if !reflect.DeepEqual(got.Audit.Rows, want.Audit.Rows) ||
				!reflect.DeepEqual(got.Frame, want.Frame) {
				t.Fatal("another audit or frame")
			}
			prev = got
		}
	})
}

// TestChangedSlugs changes what a header means by a kind and a slug, in the ways that are not
// seen from the Items that come and go.
func TestChangedSlugs(t *testing.T) {
	paper := office.with(texts{
		"content/kinds/program.yaml": programText + "alamat: /karya/{slug}/naskah/\n",
		"content/program/zakat.md": doc(
			"title: Zakat",
		),
	})
	for _, tt := range []struct {
		name          string
		before, after texts
		slug          string
	}{
		{
			"a kind is declared no more", office, office.with(texts{"content/kinds/program.yaml": "gone"}),
			"program/zakat",
		},
		{
			"the slug is not the last part of the address", paper,
			paper.with(texts{"content/program/zakat.md": doc("title: Wakaf")}), "program/zakat",
		},
		{"a year has its first news", office.with(texts{
			"content/halaman/arsip.md":          doc("title: Arsip", "aliases: [/berita/2020/satu/]"),
			"content/berita/2020-01-02-lain.md": "gone",
		}), office.with(texts{
			"content/halaman/arsip.md":          doc("title: Arsip", "aliases: [/berita/2020/satu/]"),
			"content/berita/2020-01-02-lain.md": doc("title: Lain", "date: 2020-01-02", "kategori: opini"),
		}), "berita/satu"},
	} {
		d := newDesk()
		first := Link(nil, d.input(tt.before))
		before := d.world(first, tt.before)
		after := d.world(Link(first, d.input(tt.after)), tt.after)
		if slugFact.value(before, tt.slug) == slugFact.value(after, tt.slug) {
			t.Errorf("%s: %s is the same", tt.name, tt.slug)
		}
		if !after.Changed(before)[Key{slugKey, tt.slug}.Hash()] {
			t.Errorf("%s: nobody notices what %s is", tt.name, tt.slug)
		}
	}
}

// told says in lines what a Site knows: each Item by its path and address. An Item that is not
// the one of its path is told as such.
func told(s *Site) []string {
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	name := func(i *Item) string {
		if s.byPath[i.Path] != i {
			return "old " + i.Path
		}
		return fmt.Sprintf("%s at %s %t %s", i.Path, i.Address, i.Ended, i.Title)
	}
	all := func(items []*Item) (all []string) {
		for _, i := range items {
			all = append(all, name(i))
		}
		return all
	}
	say("items %q", all(s.Items))
	say("alerts %q", all(s.Alerts))
	for _, l := range s.Lists {
		say("list %+v %t %q", l.Head(), l.Paged && s.lists[l.Name] == l, all(l.Items))
	}
	for _, m := range []map[string]*Item{s.byPath, s.byAddress, s.revoked} {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			say("%s is %s", key, name(m[key]))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.relations)) {
		for _, r := range s.relations[key] {
			say("%s stands to %s as %d", key, name(r.Other), r.Sort)
		}
	}
	for _, h := range s.Held {
		say("held %+v", h)
	}
	for _, d := range s.Diags {
		say("message %+v", d)
	}
	say("needs %q, numbers %v, held %v", s.Needs, s.numbers, s.held)
	for p := range (Shape{s}).Documents() {
		say("place %+v", p)
	}
	for p := range (Shape{s}).Lists() {
		say("place %+v", p)
	}
	return lines
}

// TestOfficeIsWhole holds that the office is a site without a message, and that each of the
// other texts of its files leads to another World.
func TestOfficeIsWhole(t *testing.T) {
	d := newDesk()
	base := state{office, today, false}
	s := base.link(d, nil)
	if got := messages(s.Diags, office); got != "" {
		t.Error(got)
	}
	if len(s.Items) < 17 || len(s.Data.Obligations) == 0 || len(s.Data.Forms) == 0 ||
		s.Data.Accessibility == nil || len(s.Data.Questionnaires) == 0 || s.Settings.English == nil ||
		len(s.Kinds) == len(content.BuiltIn) {
		t.Error("it lacks something")
	}
	w := d.world(s, office)
	for file, all := range otherwise {
		for n, text := range all {
			x := office.with(texts{file: text})
			now := d.world(state{x, today, false}.link(d, s), x)
			if len(now.Changed(w)) == 0 {
				t.Errorf("%s, text %d: nothing has changed", file, n)
			}
			checkChanged(t, fmt.Sprint(file, ", text ", n), w, now, true)
			back := d.world(state{office, today, false}.link(d, now.site), office)
			checkChanged(t, fmt.Sprint(file, ", text ", n, ", and back"), now, back, true)
		}
	}
}
