package store

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"

	"maklumat/generator/internal/digest"
)

// readRecord returns what the record says of both trees; nothing when there is none, or it
// is not as it was written, which costs time and is never wrong. Its last line is the digest
// of all others.
func (s *Store) readRecord() map[string]file {
	b, err := os.ReadFile(s.record)
	if err != nil {
		return nil
	}
	end := bytes.LastIndexByte(bytes.TrimSuffix(b, []byte("\n")), '\n') + 1
	if string(b[end:]) != digest.Of(b[:end]).String()+"\n" {
		return nil
	}
	known := map[string]file{}
	lines := bufio.NewScanner(bytes.NewReader(b[:end]))
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

// writeRecord notes what is in both trees, as one step.
func (s *Store) writeRecord(want map[string]file) error {
	var b bytes.Buffer
	for path, f := range want {
		fmt.Fprintf(&b, "%s %d %d %s\n", f.sum, f.size, f.time, path)
	}
	fmt.Fprintf(&b, "%s\n", digest.Of(b.Bytes()))
	next := s.record + ".next"
	if err := writeFile(next, b.Bytes()); err != nil {
		return err
	}
	return rename(next, s.record)
}
