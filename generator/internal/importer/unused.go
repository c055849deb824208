package importer

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// used returns the files of a folder that documents show, by the paths that a function makes of the
// folder of a page and the name that it was found by.
func (r *Result) used(found func(folder, name string) string) map[string]bool {
	all := map[string]bool{}
	for _, id := range r.copies {
		folder, name, _ := strings.Cut(id, "|")
		all[found(folder, name)] = true
	}
	return all
}

// unused tells which of the files of a folder no page shows.
func (r *Result) unused(g *generator, files []string) {
	there := func(name string) bool {
		_, err := fs.Stat(g.dir, name)
		return err == nil
	}
	used := r.used(func(folder, name string) string {
		if beside := path.Join(folder, name); there(beside) || !there(name) {
			return beside
		}
		return name
	})
	for _, name := range files {
		if !used[name] {
			r.leave(name, "tidak disebut halaman mana pun dan tidak dibawa",
				"no page names it, and it is not carried")
		}
	}
}

// unusedMedia counts the files of the media folder that no page shows; smaller copies do not count.
func (r *Result) unusedMedia() {
	if r.options.Media == nil {
		return
	}
	used := r.used(func(_, name string) string { return name })
	n := 0
	_ = fs.WalkDir(r.options.Media, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && slices.Contains(carriable,
			strings.ToLower(path.Ext(name))) &&
			!used[name] && !variant.MatchString(name) {
			n++
		}
		return nil // what cannot be read could not be shown
	})
	if n > 0 {
		r.leave("", "%d berkas di folder media tidak disebut halaman yang dibawa dan tidak dibawa",
			"%d files of the media folder are named by no page that is carried, and are not carried", n)
	}
}

// unusedAttachments tells which attachments of an export no post shows. One of a post that is not
// carried is told without its name.
func (w *wordpress) unusedAttachments(posts []*post, carried map[int]bool) {
	used := w.used(func(_, name string) string { return name })
	for _, p := range posts {
		if from, ok := w.find(p.Attachment); p.Type != "attachment" || ok && used[from] {
			continue
		}
		where := fmt.Sprintf("attachment %d", p.ID)
		if p.Parent == 0 || carried[p.Parent] {
			where += " " + p.Attachment
		}
		w.leave(where, "tidak disebut halaman yang dibawa dan tidak dibawa",
			"no page that is carried names it, and it is not carried")
	}
}
