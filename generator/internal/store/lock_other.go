//go:build !unix

package store

import "os"

// lockFile opens a file without locking it: on these systems two builds at once are not noticed.
func lockFile(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
}
