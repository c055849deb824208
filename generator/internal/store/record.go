package store

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// readRecord returns what the record says of both trees. It returns nothing if there is no record
// or if it is damaged: without it everything is read again, which takes time and is never wrong.
func (s *Store) readRecord() map[string]file {
	b, ok := readSealed(s.record)
	if !ok {
		return nil
	}
	known := map[string]file{}
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.SplitN(lines.Text(), " ", 4)
		if len(fields) != 4 {
			return nil
		}
		sum, err := digest.Parse(fields[0])
		size, err2 := strconv.ParseInt(fields[1], 10, 64)
		time, err3 := strconv.ParseInt(fields[2], 10, 64)
		if err != nil || err2 != nil || err3 != nil {
			return nil
		}
		known[fields[3]] = file{size, time, sum}
	}
	if lines.Err() != nil {
		return nil
	}
	return known
}

// writeRecord writes the record of what is in both trees.
func (s *Store) writeRecord(want map[string]file) error {
	var b bytes.Buffer
	for path, f := range want {
		fmt.Fprintf(&b, "%s %d %d %s\n", f.sum, f.size, f.time, path)
	}
	return writeSealed(s.record, b.Bytes())
}

// writeSealed writes a file whose last line is the digest of all others, as one step.
func writeSealed(name string, b []byte) error {
	next := name + ".next"
	if err := writeFile(next, fmt.Appendf(b, "%s\n", digest.Of(b))); err != nil {
		return err
	}
	return rename(next, name)
}

// readSealed reads what writeSealed wrote; ok is false if the file is missing or damaged.
func readSealed(name string) (b []byte, ok bool) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	end := bytes.LastIndexByte(bytes.TrimSuffix(b, []byte("\n")), '\n') + 1
	return b[:end], string(b[end:]) == digest.Of(b[:end]).String()+"\n"
}

// Beside returns the path of a file that belongs to the released folder and lies outside it.
func (s *Store) Beside(ending string) string {
	return beside(s.live) + ending
}

// Beside returns how the paths of all files begin that belong to the folder named out and lie
// outside it.
func Beside(out string) string {
	if at, err := place(out); err == nil {
		out = at
	}
	return beside(out)
}

// Keep stores a text of the caller's about this release. The next release removes it.
func (s *Store) Keep(text []byte) error {
	return writeSealed(s.record+".kept", append(bytes.Clone(text), '\n'))
}

// Kept returns the text that Keep stored; ok is false if there is none or it is damaged.
func (s *Store) Kept() (text []byte, ok bool) { return readSealed(s.record + ".kept") }

// Intact reports whether the released folder holds the files of the record and no others, judged
// by sizes and times, and returns the Stats of that release.
func (s *Store) Intact() (stats Stats, ok bool) {
	known := s.readRecord()
	if len(known) == 0 {
		return stats, false
	}
	found := 0
	err := filepath.WalkDir(s.live, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		f, ok := known[below(s.live, p)]
		if !ok || f.size != info.Size() || f.time != info.ModTime().UnixNano() {
			return fs.ErrNotExist
		}
		if d.Name() == host.Manifest {
			stats.Sum = f.sum
		}
		found++
		if d.Name() != host.Manifest && d.Name() != host.ManifestNote {
			stats.Files++
			stats.Bytes += f.size
		}
		return nil
	})
	return stats, err == nil && found == len(known)
}
