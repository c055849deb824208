package store

import "os"

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

func mkdir(path string) error {
	return attempt("mkdir", path, func() error { return os.Mkdir(path, 0o755) })
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
