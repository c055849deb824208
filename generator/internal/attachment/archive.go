package attachment

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// betweenWords puts each word of a file name on a line of its own, so that a number in it is found.
var betweenWords = strings.NewReplacer("/", "\n", "_", "\n", "-", "\n", ".", "\n")

// A packed examines the files of an archive one after the other.
type packed struct {
	*reading
	visit Visitor
	info  Info
	found findings
	names map[string]bool // of all files, in lower case
}

// readZip reads every file of an archive. Its Problem is that of the first that has one, Unseen
// only if there is no other.
func (l *reading) readZip(src []byte, visit Visitor) Info {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil && bytes.HasPrefix(src, []byte("PK")) {
		return Info{Problem: Unreadable}
	} else if err != nil {
		return Info{Problem: WrongType}
	}
	if len(z.File) > maxParts {
		return Info{Problem: TooLarge}
	}
	p := packed{reading: l, visit: visit, names: map[string]bool{}}
	if gitExport.MatchString(z.Comment) {
		p.found.add(&rule{does: Export, warn: true}, "")
	}
	for _, f := range z.File {
		if !p.name(f.Name, f.Mode()) {
			continue
		}
		if isEncrypted(f) {
			return p.found.of(Info{Problem: Encrypted})
		}
		part, err := l.bytes(f)
		if err != nil {
			return p.found.of(Info{Problem: problemOf(err)})
		}
		p.file(f.Name, part)
	}
	return p.end()
}

// gitExport matches the comment by which git archive names the commit.
var gitExport = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)

// readTar reads an archive of tar, or any file, that may be compressed by gzip or bzip2.
func (l *reading) readTar(ext string, src []byte, visit Visitor) Info {
	var unpacked io.Reader = bytes.NewReader(src)
	var err error
	switch {
	case bytes.HasPrefix(src, []byte("\x1f\x8b")):
		unpacked, err = gzip.NewReader(unpacked)
	case bytes.HasPrefix(src, []byte("BZh")):
		unpacked = bzip2.NewReader(unpacked)
	case ext != ".tar":
		return Info{Problem: WrongType}
	}
	var text []byte
	if err == nil {
		text, err = l.all(unpacked)
	}
	if err != nil {
		return Info{Problem: problemOf(err)}
	}
	if len(text) > 262 && string(text[257:262]) == "ustar" || ext == ".tar" {
		return l.tar(text, visit)
	}
	// A single file: its name does not say what it is, but its first bytes and words do.
	inner := l.file("isi", text, visit)
	if inner.Problem == Unseen && isText(text) {
		inner = readText(text, visit)
	}
	return inner
}

func isText(src []byte) bool {
	return readText(src, func(Piece) {}).Problem == None
}

// all unpacks a stream within the limits.
func (l *reading) all(r io.Reader) ([]byte, error) {
	most := min(maxPart, maxArchive-l.read)
	text, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	l.read += uint64(len(text))
	if uint64(len(text)) > most {
		return nil, errTooLarge
	}
	return text, err
}

// tar examines the files of an archive of tar.
func (l *reading) tar(src []byte, visit Visitor) Info {
	p := packed{reading: l, visit: visit, names: map[string]bool{}}
	r := tar.NewReader(bytes.NewReader(src))
	for n := 0; ; n++ {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			if n == 0 {
				return Info{Problem: WrongType}
			}
			return p.end()
		case err != nil:
			return p.found.of(Info{Problem: problemOf(err)})
		case n == maxParts:
			return p.found.of(Info{Problem: TooLarge})
		}
		if h.PAXRecords["comment"] != "" && gitExport.MatchString(h.PAXRecords["comment"]) {
			p.found.add(&rule{does: Export, warn: true}, "")
		}
		if h.Typeflag == tar.TypeLink { // to any file, as a symbolic link is
			p.found.add(&rule{does: Climbing}, h.Name)
		}
		if h.Typeflag == tar.TypeXGlobalHeader || !p.name(h.Name, h.FileInfo().Mode()) {
			continue
		}
		part, err := l.all(r)
		if err != nil {
			return p.found.of(Info{Problem: problemOf(err)})
		}
		p.file(h.Name, part)
	}
}

// name holds the name of a file in an archive to the table, and reports whether it is a file.
func (p *packed) name(name string, mode fs.FileMode) bool {
	lower := strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	p.names[strings.TrimSuffix(lower, "/")] = true
	drive := len(lower) > 1 && lower[1] == ':'
	special := mode&(fs.ModeSymlink|fs.ModeDevice|fs.ModeNamedPipe) != 0
	if strings.HasPrefix(lower, "/") || drive || special {
		p.found.add(&rule{does: Climbing}, name)
	}
	folders := strings.Split(strings.TrimSuffix(lower, "/"), "/")
	for n, folder := range folders {
		if folder == ".." {
			p.found.add(&rule{does: Climbing}, name)
		}
		if n < len(folders)-1 || strings.HasSuffix(lower, "/") {
			p.found.add(ruleFor(packedFile, inFolder, folder), name)
		}
	}
	isFolder := strings.HasSuffix(name, "/") || mode.IsDir()
	if !isFolder {
		p.found.add(ruleFor(packedFile, inName, path.Base(lower)), name)
	}
	return !isFolder && mode.IsRegular()
}

// file examines a file of an archive. One that is refused by its name alone is not opened.
func (p *packed) file(name string, src []byte) {
	p.visit(seen(PlaceName, betweenWords.Replace(name)))
	if ruleFor(packedFile, inName, path.Base(strings.ToLower(name))) != nil {
		return
	}
	inner := p.reading.file(name, src, func(inner Piece) { p.visit(inner.within(name)) })
	if inner.Inert {
		inner = Info{}
	}
	p.found.within(name, inner)
	// An editor may vouch for what is Unseen: no other Problem may hide behind it.
	refused := inner.Problem == Active || inner.Problem == Secret
	if !refused && inner.Problem != None && (p.info.Problem == None || p.info.Problem == Unseen) {
		p.info.Problem = inner.Problem
	}
	p.info.Location = p.info.Location || inner.Location
}

// end returns what is known of the archive when all its files were examined.
func (p *packed) end() Info {
	for name := range p.names { // a bare repository of Git has these three at its top
		if dir, base := path.Split(name); base == "head" && p.names[dir+"config"] &&
			(p.names[dir+"packed-refs"] || p.names[dir+"refs"] || p.names[dir+"objects"]) {
			p.found.add(&rule{does: History}, dir)
		}
	}
	return p.found.of(p.info)
}
