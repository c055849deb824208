//go:build !unix

package verify

import "errors"

func makePipe(string) error { return errors.ErrUnsupported }
