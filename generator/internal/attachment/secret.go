package attachment

import (
	"regexp"
	"strings"
)

// secrets are the marks of what nobody outside may have, in any text. What begins a mark is looked
// for first, because that is fast; whole must match where it stands, and with anywhere.
var secrets = []struct {
	begin       string
	whole, with *regexp.Regexp // or nil
	does        string
}{
	// RFC 7468, OpenSSL, OpenSSH, PGP and SSH2, also coded in base 64 as in a kubeconfig.
	{"BEGIN ", regexp.MustCompile(`^BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY`), nil, Key},
	{"LS0tLS1CRUdJTi", regexp.MustCompile(`^.{14}(BQUklWQ|BSU0EgU|BFQyBQU|BPUEVOU|BFTkNSW)`),
		nil, Key},
	{"PuTTY-User-Key-File-", nil, nil, Key},
	{"AGE-SECRET-KEY-1", nil, nil, Key},
	// The key that signs the log of documents (golang.org/x/mod/sumdb/note).
	{"PRIVATE+KEY+", regexp.MustCompile(`^PRIVATE\+KEY\+[^\s+]+\+[0-9a-f]{8}\+`), nil, Key},
	// JSON Web Keys with their private part (RFC 7518, 6.2.2, 6.3.2 and 6.4).
	{`"kty"`, nil, regexp.MustCompile(`"[dk]"\s*:\s*"[A-Za-z0-9_-]{16,}`), Key},
	{"AKIA", regexp.MustCompile(`^AKIA[A-Z2-7]{16}\b`), nil, Key},
	{"ws_secret_access_key", regexp.MustCompile(`^ws_secret_access_key"?\s*[=:]\s*"?\S{16}`),
		nil, Key},
	{"ghp_", regexp.MustCompile(`^ghp_[A-Za-z0-9]{36}`), nil, Key},
	{"ghs_", regexp.MustCompile(`^ghs_[A-Za-z0-9]{36}`), nil, Key},
	{"github_pat_", regexp.MustCompile(`^github_pat_[A-Za-z0-9_]{40}`), nil, Key},
	{"glpat-", regexp.MustCompile(`^glpat-[A-Za-z0-9_-]{20}`), nil, Key},
	{"xox", regexp.MustCompile(`^xox[abps]-[A-Za-z0-9-]{20}`), nil, Key},
	{"sk_live_", regexp.MustCompile(`^sk_live_[A-Za-z0-9]{16}`), nil, Key},

	{"-- MySQL dump", nil, nil, Dump},
	{"-- MariaDB dump", nil, nil, Dump},
	{"-- PostgreSQL database ", nil, nil, Dump},
	{"-- phpMyAdmin SQL Dump", nil, nil, Dump},
	{"PRAGMA foreign_keys=OFF;", nil, nil, Dump},
	{"INSERT INTO ", regexp.MustCompile(`^INSERT INTO \S+[^;]{0,300}VALUES\s*\(`), nil, Dump},
}

// secretIn returns a row of the table for a key or the copy of a database in a text, or nil.
func secretIn(text string) *rule {
	for i := range secrets {
		s := &secrets[i]
		for rest := text; ; rest = rest[len(s.begin):] {
			at := strings.Index(rest, s.begin)
			if at < 0 {
				break
			}
			rest = rest[at:]
			if (s.whole == nil || s.whole.MatchString(rest[:min(len(rest), 400)])) &&
				(s.with == nil || s.with.MatchString(text)) {
				return &rule{does: s.does}
			}
		}
	}
	return nil
}
