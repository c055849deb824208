package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/serve"
	"maklumat/generator/internal/store"
)

// watch releases the site and goes on after each change, until ctx is done.
func (b *builder) watch(ctx context.Context) (code int) {
	var newest *build.Snapshot
	err := serve.Watch(ctx, b.dir, func(hints []string) error {
		b.in.Hints, b.in.Now = hints, time.Now()
		s, err := b.again(ctx, newest)
		if errors.Is(err, store.ErrChanged) {
			return serve.ErrAgain
		}
		if newest == nil {
			fmt.Fprintln(b.err,
				b.say("menunggu perubahan; Ctrl+C untuk berhenti",
					"waiting for changes; Ctrl+C to stop"))
			b.in.Progress = nil
		}
		if s != nil {
			newest = s
		}
		return err
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		b.fail(ctx, newest, func(bool) { code = b.broken(err) })
	}
	if b.release != nil {
		if err := b.release.Finish(); err != nil {
			return b.broken(err)
		}
		if err := b.handOver(b.snapshot, b.before); err != nil {
			return b.broken(err)
		}
	}
	return code
}

// again builds after a change and releases what differs from the newest release; everything,
// as long as this run has released nothing. With an error, it returns what is known of the site.
func (b *builder) again(ctx context.Context, newest *build.Snapshot) (*build.Snapshot, error) {
	start := time.Now()
	bar := b.progress()
	if newest == nil {
		b.in.Progress = b.stages(bar)
	}
	if err := b.lastOfRun(); err != nil {
		return nil, err
	}
	s, err := build.Build(ctx, newest, b.in)
	if err != nil {
		return s, err
	}
	switch {
	case s.Diags.Errors() > 0:
		bar.clear()
		if newest == nil || !sameMessages(newest.Diags, s.Diags) {
			b.refuse(ctx, s, s.Diags)
		} else {
			b.fail(ctx, s, func(bool) {})
		}
		return s, nil
	case b.release == nil:
		_, err := b.publish(ctx, s, start, bar)
		return s, err
	case b.in.Sign != nil && !b.keyFits(s):
		b.fail(ctx, s, func(withdrawn bool) { b.wrongKey(withdrawn) })
		return s, nil
	}
	stats, err := b.update(ctx, s)
	if errors.Is(err, errRefused) {
		b.refuse(ctx, s, s.Messages())
		return s, nil
	}
	if err != nil {
		return s, err
	}
	if stats.Written+stats.Removed > 0 || newest != nil && !sameMessages(newest.Diags, s.Diags) {
		b.tell(reportOf(s, s.Messages()), stats, time.Since(start))
	}
	return s, nil
}

func sameMessages(a, b diag.List) bool { return fmt.Sprint(a) == fmt.Sprint(b) }
