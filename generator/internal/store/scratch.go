package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
)

// A Scratch keeps bytes on the disk that would fill the memory: the bodies of documents. Its file
// has no name, so nothing of it outlives the process. It may be used by several goroutines at once.
type Scratch struct {
	file *os.File
	end  atomic.Int64
}

// An Extent is where bytes are in a Scratch.
type Extent struct{ Offset, Size int64 }

// NewScratch makes a Scratch in a folder, or in that of the system when dir is empty.
func NewScratch(dir string) (*Scratch, error) {
	if dir == "" {
		dir = os.TempDir()
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	} else if err := removeScratches(dir); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(dir, scratchName)
	if err != nil {
		return nil, err
	}
	// On systems where an open file cannot be removed, it stays until the next NewScratch.
	_ = os.Remove(f.Name())
	return &Scratch{file: f}, nil
}

// scratchName begins the name that the file has for a moment.
const scratchName = "scratch"

// removeScratches removes the files of programs that were killed in that moment. A program that is
// in it right now loses a name that it is about to remove itself.
func removeScratches(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), scratchName) && e.Type().IsRegular() {
			_ = os.Remove(filepath.Join(dir, e.Name())) // it may be gone by now
		}
	}
	return nil
}

// Put keeps b and returns where.
func (s *Scratch) Put(b []byte) (Extent, error) {
	if len(b) == 0 {
		return Extent{}, nil
	}
	e := Extent{s.end.Add(int64(len(b))) - int64(len(b)), int64(len(b))}
	_, err := s.file.WriteAt(b, e.Offset)
	return e, err
}

// Get reads what is at e into dst, which grows as needed.
func (s *Scratch) Get(dst []byte, e Extent) ([]byte, error) {
	if e.Size == 0 {
		return dst[:0], nil
	}
	dst = slices.Grow(dst[:0], int(e.Size))[:e.Size]
	_, err := s.file.ReadAt(dst, e.Offset)
	return dst, err
}

// Close frees the space on the disk.
func (s *Scratch) Close() error { return s.file.Close() }
