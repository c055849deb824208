package store

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// TestScratch holds that what is put comes back, whatever else is put meanwhile, and that the file
// is no larger than all of it.
func TestScratch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := NewScratch("")
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		texts := rapid.SliceOfN(rapid.SliceOfN(rapid.Byte(), 0, 20), 1, 8).Draw(t, "texts")
		extents, errs := make([]Extent, len(texts)), make([]error, len(texts))
		var group sync.WaitGroup
		total := int64(0)
		for i, text := range texts {
			total += int64(len(text))
			group.Go(func() { extents[i], errs[i] = s.Put(text) })
		}
		group.Wait()
		var buffer []byte
		for i, e := range extents {
			if errs[i] != nil {
				t.Fatal(errs[i])
			}
			if buffer, err = s.Get(buffer, e); err != nil || !bytes.Equal(buffer, texts[i]) {
				t.Errorf("%q came back as %q, %v", texts[i], buffer, err)
			}
		}
		if info, err := s.file.Stat(); err != nil || info.Size() != total {
			t.Errorf("%d bytes take %d, %v", total, info.Size(), err)
		}
	})
}

// TestScratchBuffer holds that Get uses the room that it is given.
func TestScratchBuffer(t *testing.T) {
	s, err := NewScratch(t.TempDir())
	must(t, err)
	defer s.Close()
	e, err := s.Put([]byte("empat"))
	must(t, err)
	room := make([]byte, 2, 5)
	got, err := s.Get(room, e)
	if err != nil || string(got) != "empat" || &got[0] != &room[0] {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := s.Get(room, Extent{}); err != nil || len(got) != 0 {
		t.Errorf("nothing is %q, %v", got, err)
	}
	if _, err := s.Get(nil, Extent{Offset: 3, Size: 5}); err == nil {
		t.Error("what was never put was read")
	}
}

// TestScratchName holds that the file has no name, and that those of killed programs go.
func TestScratchName(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "baru", ".maklumat")
	s, err := NewScratch(dir)
	must(t, err)
	must(t, s.Close())
	must(t, os.WriteFile(filepath.Join(dir, "scratch123"), nil, 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "public.lock"), nil, 0o600))
	must(t, os.Mkdir(filepath.Join(dir, "scratch-map"), 0o700))
	s, err = NewScratch(dir)
	must(t, err)
	defer s.Close()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 || entries[0].Name() != "public.lock" ||
		entries[1].Name() != "scratch-map" {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	file := filepath.Join(dir, "public.lock")
	if _, err := NewScratch(file); err == nil {
		t.Error("a scratch in a file")
	}
}
