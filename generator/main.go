// Maklumat turns a public body's Markdown into a small, fast and accessible website for
// the disclosure of public information.
//
// # The house
//
// One idea carries everything: a site is a value computed from files, and a full build is
// an incremental build that starts from nothing. One line of stages is walked in one
// direction by every command:
//
//	files ─Scan→ Tree ─Parse→ Documents ─Link→ Site ─Plan→ Jobs ─Make→ bytes ─Release→ public/
//	      source       content           site       page       render        store
//
// Each stage is a package below internal/, which may import only those before it:
//
//	digest      names bytes by their SHA-256
//	diag        messages to editors: what is wrong, where, what to do
//	disclosure  the law: classes of information, days, durations
//	gate        whether a document is public, the one rule above all others
//	law         the packs of national law that the program carries
//	letters     which letters are written for which, and which names are one
//	host        where a site is served: what is read, kept and taken there
//	transparency  the log of all documents, which only grows
//	pdf         the pages of PDF files, and what nobody sees of them
//	attachment  files that documents offer, looked into
//	picture     images made small, upright and free of metadata
//	search      the index in which visitors search, and what it finds
//	store       finished sites on disk, published all at once or not at all
//	source      which input files exist
//	markdown    a body to HTML, its references left open
//	content     one source file to one typed document
//	site        all documents behind the gate, linked and checked
//	page        which outputs exist, and exactly what a layout may see
//	render      one job to final bytes
//	build       the order of work, and all that is kept between builds
//	importer    what a body has elsewhere, as documents of this site
//	verify      holds a live copy against the manifest of its release
//	serve       notices changes, shows the newest build in a browser
//	cli         the commands
//
// Start with package build. Read docs/architecture.md for the reasons.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"maklumat/generator/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(),
		os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr, os.Getenv)
	stop()
	os.Exit(code)
}
