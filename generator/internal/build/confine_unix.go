//go:build linux || darwin

package build

import (
	"syscall"
	"time"
)

// What a program that looks into PDF files may have of the system, whatever becomes of it. Its
// memory is counted more exactly by watch; these are the walls behind that. The runtime of Go
// reserves addresses that it does not use, so there are more of those.
const (
	readerAddresses = 8 << 30             // bytes of addresses
	readerData      = readerAddresses / 2 // bytes that it may write to
	readerFiles     = 16                  // open at a time: its pipes, and what the runtime needs
)

// confine takes from this process what a reader of files needs not: no file may be written, no
// memory of a failure kept, and no more had than the bounds. Only what the system does not know
// is left out; another failure is an error.
func confine() error {
	for _, limit := range []struct {
		of   int
		most uint64
	}{
		{syscall.RLIMIT_FSIZE, 0},
		{syscall.RLIMIT_CORE, 0},
		{syscall.RLIMIT_NOFILE, readerFiles},
		{syscall.RLIMIT_AS, readerAddresses},
		{syscall.RLIMIT_DATA, readerData},
	} {
		var now syscall.Rlimit
		if err := syscall.Getrlimit(limit.of, &now); err != nil {
			return err
		}
		most := min(limit.most, now.Max)
		if err := syscall.Setrlimit(limit.of, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			if err == syscall.EINVAL {
				continue // macOS has no limit of addresses
			}
			return err
		}
	}
	return nil
}

// limitCPU lets this process use the processors for so much longer, all together; after that the
// system ends it.
func limitCPU(d time.Duration) error {
	var used syscall.Rusage
	var now syscall.Rlimit
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return err
	}
	if err := syscall.Getrlimit(syscall.RLIMIT_CPU, &now); err != nil {
		return err
	}
	seconds := uint64(used.Utime.Sec+used.Stime.Sec) + uint64(d/time.Second) + 2
	now.Cur = min(seconds, now.Max)
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &now)
}
