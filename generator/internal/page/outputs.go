package page

import (
	"path"
	"slices"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/letters"
	"maklumat/generator/internal/site"
)

// An outputFile is a file of the finished site and the Job that wants it, or nil for a file that
// every release has.
type outputFile struct {
	path string
	job  *Job
	copy bool // of the Job's own file
}

// Conflicts reports Jobs that cannot all be files of one tree on any system: two at one path, also
// when they differ by case, Unicode form or a dot at the end alone; a file where another needs a
// folder; and names that not every system can have. jobs are all that there are. besides returns
// the paths that are made of a Job's, such as those of compressed copies; folder is one whose files
// are made without Jobs, but for its index.html, or "".
func Conflicts(
	r *site.Reader, jobs []Job, besides func(path string) []string, folder string,
) diag.List {
	c := conflicts{
		read: r, files: make(map[string]outputFile, 2*len(jobs)), folders: map[string]outputFile{},
		named: map[string]bool{},
	}
	for _, path := range []string{host.Manifest, host.ManifestNote} {
		c.files[path] = outputFile{path: path}
	}
	alone := make([]bool, len(jobs))
	for i := range jobs {
		j := &jobs[i]
		alone[i] = c.add(outputFile{path: j.Path, job: j})
		if rest, in := strings.CutPrefix(letters.Fold(j.Path), folder); in && folder != "" &&
			rest != "index.html" {
			c.taken(outputFile{path: folder}, outputFile{path: j.Path, job: j})
		}
	}
	for i := range jobs {
		if !alone[i] {
			continue // that is said already
		}
		for _, path := range besides(jobs[i].Path) {
			c.add(outputFile{path: path, job: &jobs[i], copy: true})
		}
	}
	return c.diags.Sort()
}

type conflicts struct {
	read    *site.Reader
	files   map[string]outputFile // by the folded path
	folders map[string]outputFile // the first file in each
	named   map[string]bool       // folders, as they are written, whose names are right
	diags   diag.List
}

// add holds a file against those before it, and reports whether it is the first at its path.
func (c *conflicts) add(f outputFile) bool {
	if !f.copy {
		c.names(f)
	}
	folded := letters.Fold(f.path)
	if first, there := c.files[folded]; there {
		c.taken(first, f)
		return false
	}
	c.files[folded] = f
	if within, there := c.folders[folded]; there {
		c.taken(within, f)
	}
	for dir := path.Dir(folded); dir != "."; dir = path.Dir(dir) {
		if _, known := c.folders[dir]; known {
			break
		}
		c.folders[dir] = f
		if file, there := c.files[dir]; there {
			c.taken(file, f)
		}
	}
	return true
}

// names looks at the name of a file and of each folder above it.
func (c *conflicts) names(f outputFile) {
	c.name(f, path.Base(f.path))
	for dir := path.Dir(f.path); dir != "." && !c.named[dir]; dir = path.Dir(dir) {
		c.named[dir] = true
		c.name(f, path.Base(dir))
	}
}

// name reports a name that not every system can have.
func (c *conflicts) name(f outputFile, name string) {
	if letters.IsReserved(name) || !letters.IsFileName(name) {
		if len(name) > letters.MaxName {
			name = strings.ToValidUTF8(name[:40], "") + "…"
		}
		c.diags.Add(diag.AddressName, c.place(f.job), "/"+strings.TrimSuffix(f.path, "index.html"),
			name)
	}
}

// taken reports that two outputs claim one path, at whichever document the editor can change.
func (c *conflicts) taken(a, b outputFile) {
	if a.yields() > b.yields() {
		a, b = b, a
	}
	address := "/" + strings.TrimSuffix(b.path, "index.html")
	d := diag.New(diag.AddressTaken, c.place(b.job), address)
	if at := c.place(a.job); at.File != "" {
		d = d.With(at)
	}
	if !slices.ContainsFunc(c.diags, func(o diag.Diagnostic) bool {
		return o.Code == d.Code && o.At == d.At && o.Args[0] == address
	}) {
		c.diags = append(c.diags, d)
	}
}

// yields says how easily a file is given up: an old address more easily than a page, and files
// that the editor has not made not at all.
func (f outputFile) yields() int {
	switch j := f.job; {
	case j == nil, f.copy:
		return 0
	case j.Target != "":
		return 4
	case j.Doc != "" && j.Sort != Copy:
		return 3
	case j.Doc != "":
		return 2
	case j.File != "":
		return 1
	}
	return 0
}

// place is where a Job can be changed.
func (c *conflicts) place(j *Job) diag.Span {
	if j == nil {
		return diag.Span{}
	}
	if j.Doc != "" {
		doc := c.read.Document(j.Doc)
		if j.Target != "" {
			return doc.At("aliases")
		}
		if j.Sort == Copy {
			return doc.At("berkas")
		}
		if at := doc.At("slug"); at.End > 0 {
			return at
		}
		return diag.Span{File: doc.Path}
	}
	return diag.Span{File: j.File}
}
