package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// The operations below change the disk. Tests make each of them fail in turn.

// failing, when a test sets it, is asked before every operation and returns its error.
var failing func(operation, path string) error

func attempt(operation, path string, do func() error) error {
	if failing != nil {
		if err := failing(operation, path); err != nil {
			return &os.PathError{Op: operation, Path: path, Err: err}
		}
	}
	return do()
}

func mkdirAll(path string) error {
	return attempt("mkdir", path, func() error { return os.MkdirAll(path, 0o755) })
}

func remove(path string) error {
	return attempt("remove", path, func() error { return os.Remove(path) })
}

func removeAll(path string) error {
	return attempt("remove", path, func() error { return os.RemoveAll(path) })
}

func rename(from, to string) error {
	return attempt("rename", to, func() error { return os.Rename(from, to) })
}

func hardLink(from, to string) error {
	return attempt("link", to, func() error { return os.Link(from, to) })
}

func writeFile(path string, b []byte) error {
	return attempt("write", path, func() error { return os.WriteFile(path, b, 0o644) })
}

// create opens a file that must not be there.
func create(path string) (f *os.File, err error) {
	err = attempt("create", path, func() error {
		f, err = os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		return err
	})
	return f, err
}

// move puts a file in the place of another in one step, also when it comes from another disk: the
// released folder may be a volume of its own.
func move(from, to string) error {
	err := rename(from, to)
	if !errors.Is(err, syscall.EXDEV) {
		return err
	}
	// If the program is killed now, the next release removes this file: it does not want it.
	next := filepath.Join(filepath.Dir(to), ".maklumat-next")
	if err = copyFile(from, next); err == nil {
		err = rename(next, to)
	}
	if err != nil {
		_ = os.Remove(next)
		return err
	}
	return remove(from)
}

// linkOrCopy makes a hard link, or a copy where the disk has no hard links or to is on another.
func linkOrCopy(from, to string) error {
	err := hardLink(from, to)
	for _, without := range []error{syscall.EXDEV, syscall.EPERM, errors.ErrUnsupported} {
		if errors.Is(err, without) {
			return copyFile(from, to)
		}
	}
	return err
}

// copyFile copies a file with its time, by which the record recognises it.
func copyFile(from, to string) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	info, err := src.Stat()
	if err != nil {
		return err
	}
	if err := removeAll(to); err != nil {
		return err
	}
	_, err = writeNew(to, func(w *os.File) error {
		_, err := io.Copy(w, src)
		return err
	})
	if err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
