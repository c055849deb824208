// Package law holds the packs of national law that the program carries: duties to publish, sets of
// deadlines, holidays and forms, as the files of site data that package content reads.
//
// A pack is called NAME-VERSION. All versions that were ever released stay here, so that a site
// that has pinned one is built in the same way by any later program. A site may bring packs of its
// own, for another country or branch, in content/hukum/.
package law

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

//go:embed packs
var packs embed.FS

// Names returns the names of the packs, sorted: id-2026.11.
func Names() []string {
	entries, _ := packs.ReadDir("packs") // it is part of the program
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// A File is one file of a pack, by its name in the folder of site data: holidays/2026.yaml. The
// caller must not change Src.
type File struct {
	Name string
	Src  []byte
}

// Files returns the files of a pack, sorted, none where there is no pack of that name.
func Files(name string) (files []File) {
	root := path.Join("packs", name)
	if !slices.Contains(Names(), name) {
		return nil
	}
	_ = fs.WalkDir(packs, root, func(file string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			src, _ := packs.ReadFile(file)
			files = append(files, File{strings.TrimPrefix(file, root+"/"), src})
		}
		return err
	})
	return files
}

// Newest returns which of some packs is the newest version of one: of id-2026.11 and id-2026.9 the
// first. It is name itself when there is no other.
func Newest(name string, names []string) string {
	series, newest := cut(name)
	for _, other := range names {
		if s, version := cut(other); s == series && compare(version, newest) > 0 {
			name, newest = other, version
		}
	}
	return name
}

// cut divides the name of a pack at its last hyphen.
func cut(name string) (series, version string) {
	i := strings.LastIndexByte(name, '-')
	if i < 0 {
		return name, ""
	}
	return name[:i], name[i+1:]
}

// compare compares versions, which are numbers between dots.
func compare(a, b string) int {
	number := func(s string) int {
		n, _ := strconv.Atoi(s)
		return n
	}
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range max(len(x), len(y)) {
		var m, n int
		if i < len(x) {
			m = number(x[i])
		}
		if i < len(y) {
			n = number(y[i])
		}
		if m != n {
			return m - n
		}
	}
	return 0
}
