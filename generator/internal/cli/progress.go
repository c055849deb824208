package cli

import (
	"fmt"
	"time"

	"maklumat/generator/internal/build"
)

// A progress shows how far a long build has come: a line that changes on a terminal, and
// one line a stage elsewhere. A build that is done within the patience shows nothing.
type progress struct {
	program *program
	start   time.Time
	shown   time.Time
	stage   build.Stage
	line    bool // something is on the terminal's line
}

// patience is how long a build may take before it says what it is doing.
const patience = time.Second

func (p *program) progress() *progress { return &progress{program: p, start: time.Now(), stage: -1} }

func (b *progress) show(stage build.Stage, done, total int) {
	now := time.Now()
	if now.Sub(b.start) < patience {
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
