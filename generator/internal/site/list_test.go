package site

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"maklumat/generator/internal/content"
)

// TestFullPagesNeverChange holds that a page of a list, once it is full, stays as it is
// when newer documents come, and that no document is lost between pages.
func TestFullPagesNeverChange(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.IntRange(1, 25).Draw(r, "size")
		n := rapid.IntRange(0, 200).Draw(r, "n")
		more := rapid.IntRange(0, 60).Draw(r, "more")
		items := make([]*Item, n+more)
		for i := range items {
			items[i] = &Item{Head: &content.Head{}}
		}
		old := (&List{Items: items[more:], Paged: true}).Pages(size)
		pages := (&List{Items: items, Paged: true}).Pages(size)
		for _, before := range old[1:] {
			i := slices.IndexFunc(pages, func(p Page) bool { return p.Number == before.Number })
			if i < 0 || !slices.Equal(pages[i].Items, before.Items) {
				r.Fatalf("page %d of %d changed when %d newer documents came", before.Number, len(old), more)
			}
		}
		var all []*Item
		for i, p := range pages {
			all = append(all, p.Items...)
			if i > 0 && len(p.Items) != size {
				r.Errorf("page %d holds %d documents", p.Number, len(p.Items))
			}
			if p.Last != (i == min(1, len(pages)-1) || len(pages) == 1) && i > 0 {
				r.Errorf("page %d: Last = %v", p.Number, p.Last)
			}
		}
		if !slices.Equal(all, items) {
			r.Error("the pages do not hold the list")
		}
		if len(pages) > 1 && (len(pages[0].Items) < size || len(pages[0].Items) >= 2*size) {
			r.Errorf("the first page holds %d documents of size %d", len(pages[0].Items), size)
		}
	})
}

// TestUndividedLists holds that only lists in pages are divided, and that of a single one only
// the first page is shown.
func TestUndividedLists(t *testing.T) {
	items := make([]*Item, 9)
	for _, tt := range []struct {
		name          string
		paged, single bool
		pages, first  int
	}{
		{"in pages", true, false, 4, 3}, {"undivided", false, false, 1, 9},
		{"single", false, true, 1, 2}, {"single, in pages", true, true, 1, 2},
	} {
		l := &List{Items: items, Paged: tt.paged, Single: tt.single}
		if p := l.Pages(2); len(p) != tt.pages || len(p[0].Items) != tt.first {
			t.Errorf("%s: %d pages, %d Items on the first", tt.name, len(p), len(p[0].Items))
		}
		if l.Page(-1, 2) != nil || l.Page(tt.pages, 2) != nil {
			t.Errorf("%s: there are pages beyond", tt.name)
		}
	}
}
