package store

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step (renamex_np(2), macOS 10.12). It returns
// errors.ErrUnsupported where the file system cannot do it.
func exchange(a, b string) error {
	err := unix.RenameatxNp(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.EXDEV) {
		return errors.ErrUnsupported
	}
	return err
}
