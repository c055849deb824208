//go:build !unix

package build

func withoutSignals() {}
