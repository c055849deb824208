package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/store"
)

// A kept is what a build leaves for the next one, so that it may see that there is nothing
// to do: of the files themselves one digest for all, and what the build has told, which
// names the documents that are held back and shows no text of them.
type kept struct {
	Inputs string // the build.Fingerprint
	At     disclosure.Moment
	Due    disclosure.Moment // of this day, when something is due; zero for none
	Zone   string
	Handed map[string]int64 // what was written for hosts
	Report report
}

// lastGiven returns a text that differs when the key differs, or the release given by --last.
// Without --last, the last release is what lies in the output folder, and Intact looks at that.
func (b *builder) lastGiven() string {
	given := b.getenv(keyVariable)
	if b.last == "" {
		return given
	}
	var in build.Inputs
	if err := b.lastRelease(&in, b.last, b.out); err != nil {
		return err.Error()
	}
	return fmt.Sprint(given, in.Last, string(in.Log), b.lastSigned())
}

// moment is the moment for which a site is built, by the zone of the release before.
func (b *builder) moment(zone *time.Location) disclosure.Moment {
	if !b.in.AsOf.IsZero() {
		return b.in.AsOf
	}
	return disclosure.MomentOf(b.in.Now.In(zone))
}

// unchanged reports whether the released site is what a build would make, and says so as a
// build does. Whatever cannot be told for certain is built.
//
// It compares the inputs themselves, by path, size and time. It cannot rest on the record of
// what pages asked for (site.Reads): that tells which pages to make again after some values
// changed, and a new process holds no earlier values to compare with, only hashes of names.
func (b *builder) unchanged(ctx context.Context, start time.Time) bool {
	text, ok := b.store.Kept()
	if !ok {
		return false
	}
	var k kept
	if json.Unmarshal(text, &k) != nil {
		return false
	}
	now := b.moment(disclosure.Zone(k.Zone))
	if now.Day != k.At.Day || now.Before(k.At) || !k.Due.IsZero() && !now.Before(k.Due) {
		return false
	}
	// The inputs and the outputs are looked at side by side.
	type seen struct {
		stats store.Stats
		whole bool
	}
	live := make(chan seen, 1)
	go func() {
		stats, whole := b.store.Intact()
		live <- seen{stats, whole}
	}()
	sum, ok := build.Fingerprint(b.in, b.lastGiven())
	found := <-live
	if !ok || sum != k.Inputs || !found.whole || !maps.Equal(k.Handed, b.handed()) ||
		ctx.Err() != nil {
		return false
	}
	b.tell(k.Report, found.stats, time.Since(start))
	fmt.Fprintln(b.program.out, b.say("tidak ada yang berubah", "nothing has changed"))
	return true
}

// keep leaves for the next build what unchanged needs, unless that would show something of
// a document that is not public. When it cannot, the next build has more to do.
func (b *builder) keep(s *build.Snapshot, r report) {
	for _, m := range r.Messages {
		isHeld := func(at diag.Span) bool { return s.Site.IsHeld(at.File) }
		if m.Sealed || isHeld(m.At) || slices.ContainsFunc(m.Related, isHeld) {
			return
		}
	}
	sum, ok := s.Fingerprint(b.lastGiven())
	if !ok {
		return
	}
	text, err := json.Marshal(kept{Inputs: sum, At: s.AsOf(), Due: s.NextDue(),
		Zone: s.Settings().Zone, Handed: b.handed(), Report: r})
	if err == nil {
		_ = b.store.Keep(text)
	}
}
