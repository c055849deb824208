package store

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step: whoever opens either path sees one or the other,
// whole (renameat2(2), Linux 3.15). File systems without it say so, and files are then
// replaced one by one.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EXDEV) || errors.Is(err, unix.EBUSY) {
		return errors.ErrUnsupported
	}
	return err
}
