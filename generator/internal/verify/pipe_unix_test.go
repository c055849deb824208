//go:build unix

package verify

import "syscall"

func makePipe(name string) error { return syscall.Mkfifo(name, 0o644) }
