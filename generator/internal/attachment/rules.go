package attachment

import (
	"path"
	"strings"
)

// The values of Info.Does and of Warning.Does: what a file holds besides what it shows. PDF/A-1
// forbids the first three in a PDF (ISO 19005-1, 6.1.11 and 6.6).
const (
	Script   = "script"   // JavaScript, or a form of XFA, which may contain some
	Action   = "action"   // it acts when it is opened or shown, starts a program, or sends a form
	Embedded = "embedded" // other files
	Page     = "page"     // a browser would run it as a page of the site, with its scripts
	Program  = "program"  // a program of any sort
	Macro    = "macro"    // a program of an office file
	Object   = "object"   // an object of another program (OLE), which may be anything
	Control  = "control"  // an ActiveX control, or an add-in that is fetched
	Template = "template" // a template that is fetched when the file is opened, with its macros
	DDE      = "dde"      // asks another program for data, and so can start it
	Linked   = "link"     // refers to a file elsewhere
	Database = "database" // a connection to a database
	Climbing = "climbing" // a name or link of an archive that leads out of the folder it is for
	Nested   = "nested"   // an archive in an archive
	Sealed   = "sealed"   // an archive that cannot be looked into
	History  = "history"  // a repository with its history
	Export   = "export"   // the files of a repository, without its history
	Key      = "key"      // a private key or a password
	Dump     = "dump"     // the copy of a database
)

// secret tells which of these are Secret rather than Active.
var secret = map[string]bool{History: true, Export: true, Key: true, Dump: true}

// A container is a sort of file with parts of its own.
type container string

const (
	anyFile    container = "any file"
	packedFile container = "archive"
	pdfFile    container = "PDF"
	ooxml      container = "OOXML" // ECMA-376
	odf        container = "ODF"   // OASIS OpenDocument 1.3
	oleFile    container = "OLE"   // the compound files of MS-CFB, such as .doc and .xls
	rtfFile    container = "RTF"
	sheet      container = "table" // formulas in the cells of any format
)

// A place is what of a container a row of the table looks at.
type place string

const (
	inName    place = "name"               // the last element of the path of a file, in lower case
	inFolder  place = "folder"             // any other element of it
	inMagic   place = "first bytes"        // of a file or part
	inRelated place = "relationship"       // the last element of its type, in lower case
	outside   place = "relation elsewhere" // the same, of one with TargetMode="External"
	astray    place = "relation to a path" // the same, to a path of the writer's own computer
	inType    place = "content type"       // in lower case
	inElement place = "element"            // its local name
	inField   place = "field"              // the first word of a field, in upper case
	inCall    place = "function"           // the name of a function of a formula, in upper case
	inStorage place = "storage"            // a storage or stream of a compound file, in lower case
	inWord    place = "word"               // a control word of RTF
	inKey     place = "name in an object"  // of a PDF
	inDict    place = "name of a dictionary"
)

// A rule is a row of the table of what files may hold.
type rule struct {
	in    container
	at    place
	match string // separated by blanks, as patterns of path.Match; first bytes by bars
	does  string
	warn  bool   // the editor is told; without it the file is refused
	why   string // for who wants to change the row
}

// A finder answers which row of the table speaks of a value.
type finder struct {
	exact    map[string]*rule
	patterns []struct {
		pattern string
		*rule
	}
}

// The finders of the table, by container and place.
var finders = index(rules)

func index(rules []rule) map[container]map[place]*finder {
	all := map[container]map[place]*finder{}
	for n := range rules {
		r := &rules[n]
		if all[r.in] == nil {
			all[r.in] = map[place]*finder{}
		}
		f := all[r.in][r.at]
		if f == nil {
			f = &finder{exact: map[string]*rule{}}
			all[r.in][r.at] = f
		}
		if r.at == inMagic {
			for magic := range strings.SplitSeq(r.match, "|") {
				f.exact[magic] = r
			}
			continue
		}
		for pattern := range strings.FieldsSeq(r.match) {
			if strings.ContainsAny(pattern, "*?[") {
				f.patterns = append(f.patterns, struct {
					pattern string
					*rule
				}{pattern, r})
			} else {
				f.exact[pattern] = r
			}
		}
	}
	return all
}

// ruleFor returns the row that speaks of a value, or nil.
func ruleFor(in container, at place, value string) *rule {
	f := finders[in][at]
	if f == nil {
		return nil
	}
	if r := f.exact[value]; r != nil {
		return r
	}
	for _, p := range f.patterns {
		if ok, _ := path.Match(p.pattern, value); ok { // the patterns are those of the table
			return p.rule
		}
	}
	return nil
}

// A Warning is what a file holds that its readers should not need, where it may be published.
type Warning struct {
	Does  string
	Where string // a part of the file, or ""
}

// maxWarnings is how many Warnings are kept of one file; of one sort there is one.
const maxWarnings = 8

// findings gathers what the rows of the table said of one file.
type findings struct {
	refused *rule
	where   string
	warned  []Warning
}

// add notes that a row speaks of something in the file; r may be nil.
func (f *findings) add(r *rule, where string) {
	switch {
	case r == nil:
	case !r.warn:
		if f.refused == nil {
			f.refused, f.where = r, where
		}
	case len(f.warned) < maxWarnings:
		for _, w := range f.warned {
			if w.Does == r.does {
				return
			}
		}
		f.warned = append(f.warned, Warning{r.does, where})
	}
}

// within adds what was found in a part of the file that is a file itself.
func (f *findings) within(part string, info Info) {
	at := func(where string) string { return strings.TrimSuffix(part+" › "+where, " › ") }
	if info.Does != "" {
		f.add(&rule{does: info.Does}, at(info.Where))
	}
	for _, w := range info.Warnings {
		f.add(&rule{does: w.Does, warn: true}, at(w.Where))
	}
}

// of returns what is known of a file with what was found in it. What is refused matters more than
// any other Problem.
func (f *findings) of(info Info) Info {
	info.Warnings = append(info.Warnings, f.warned...)
	if f.refused == nil {
		return info
	}
	return refused(f.refused, f.where, info.Warnings)
}

// refused is what is known of a file that a row of the table refuses.
func refused(r *rule, where string, warned []Warning) Info {
	info := Info{Problem: Active, Does: r.does, Where: where, Warnings: warned}
	if secret[r.does] {
		info.Problem = Secret
	}
	return info
}
