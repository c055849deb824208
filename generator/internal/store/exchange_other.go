//go:build !linux && !darwin

package store

import "errors"

// exchange always returns errors.ErrUnsupported: no call of these systems swaps two folders.
func exchange(a, b string) error { return errors.ErrUnsupported }
