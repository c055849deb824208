package cli

import (
	"fmt"
	"time"

	"maklumat/generator/internal/build"
)

// A progress shows how far a long build has come: a line that changes on a terminal, and
// one line a stage elsewhere. A build that is done within the patience shows nothing.
type progress struct {
	program  *program
	patience time.Duration
	start    time.Time
	shown    time.Time
	stage    build.Stage
	line     bool // something is on the terminal's line
}

// patienceVariable says how long a build may take before it tells what it is doing, such as 5s,
// where a second is too short or too long.
const patienceVariable = "MAKLUMAT_PATIENCE"

func (p *program) progress() *progress {
	patience, err := time.ParseDuration(p.getenv(patienceVariable))
	if err != nil {
		patience = time.Second
	}
	return &progress{program: p, patience: patience, start: time.Now(), stage: -1}
}

func (b *progress) show(stage build.Stage, done, total int) {
	now := time.Now()
	if now.Sub(b.start) < b.patience || stage == build.Preparing {
		return
	}
	names := map[build.Stage]string{
		build.Reading: b.program.say("membaca dokumen", "reading documents"),
		build.Looking: b.program.say("memeriksa berkas", "looking into files"),
		build.Making:  b.program.say("membuat halaman", "making pages"),
	}
	if !b.program.terminal() {
		if stage != b.stage {
			b.stage = stage
			fmt.Fprintf(b.program.err, "%s (%d)\n", names[stage], total)
		}
		return
	}
	if now.Sub(b.shown) < 100*time.Millisecond {
		return
	}
	b.shown, b.line = now, true
	fmt.Fprintf(b.program.err, "\r\x1b[K%s %d/%d", names[stage], done, total)
}

// clear empties the terminal's line.
func (b *progress) clear() {
	if b.line {
		fmt.Fprint(b.program.err, "\r\x1b[K")
		b.line = false
	}
}
