package store

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step, so that whoever opens a path sees one of them whole
// (renameat2(2), Linux 3.15). It returns errors.ErrUnsupported where the kernel or the file system
// cannot do it.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch {
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS),
		errors.Is(err, unix.EXDEV), errors.Is(err, unix.EBUSY):
		return errors.ErrUnsupported
	}
	return err
}
