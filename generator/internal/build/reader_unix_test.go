//go:build unix

package build

import (
	"os/signal"
	"syscall"
)

// withoutSignals lets a process that may not write have an error, and not its end.
func withoutSignals() { signal.Ignore(syscall.SIGXFSZ) }
