package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"syscall"
	"time"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/serve"
	"maklumat/generator/internal/store"
)

var (
	helpServe = diag.Words{ID: "menampilkan pratinjau yang ikut berubah",
		EN: "shows a preview that follows every change"}
	longServe = diag.Words{ID: `
maklumat serve [pilihan]

Pratinjau di peramban. Halaman yang terbuka berubah sendiri jika isinya berubah; jika ada
kesalahan, pesannya tampil di atas halaman terakhir yang baik. public/ tidak disentuh.

  maklumat serve                            buka http://127.0.0.1:8080/
  maklumat serve --addr 127.0.0.1:9000      di port lain
  maklumat serve --draft                    dengan konsep`, EN: `
maklumat serve [options]

A preview in the browser. An open page changes by itself when its content does; when there
is an error, its message is shown above the last good page. public/ is not touched.

  maklumat serve                            open http://127.0.0.1:8080/
  maklumat serve --addr 127.0.0.1:9000      on another port
  maklumat serve --draft                    with drafts`}
)

func (p *program) serve(ctx context.Context, args []string) int {
	f := p.flags("serve", longServe)
	var o options
	o.register(p, f)
	addr := f.String("addr", "127.0.0.1:8080",
		p.say("dengarkan di `ALAMAT` ini", "listen on this `ADDRESS`"))
	if code, done := p.parse(f, args); done {
		return code
	}
	host, _, err := net.SplitHostPort(*addr)
	if err != nil || f.NArg() > 0 {
		return p.wrong("serve",
			p.say("--addr harus seperti 127.0.0.1:8080", "--addr must be like 127.0.0.1:8080"))
	}
	in, code, ok := p.inputs("serve", o)
	if !ok {
		return code
	}
	if in.Scratch, err = store.NewScratch(""); err != nil {
		return p.broken(err)
	}
	defer in.Scratch.Close()
	l, err := net.Listen("tcp", *addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		fmt.Fprintf(p.err,
			p.say("maklumat: %s sedang dipakai program lain. Pilih port lain: maklumat "+
				"serve --addr 127.0.0.1:8081\n",
				"maklumat: another program uses %s. Choose another port: maklumat serve --addr "+
					"127.0.0.1:8081\n"), *addr)
		return exitMachine
	}
	if err != nil {
		return p.broken(err)
	}
	server := &serve.Server{Host: host, Printer: p.printer(diag.HTML)}
	return p.preview(ctx, in, server, l)
}

// preview serves and builds until ctx is done.
func (p *program) preview(ctx context.Context, in build.Inputs, server *serve.Server,
	l net.Listener) int {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var group sync.WaitGroup
	group.Go(func() { cancel(server.Run(ctx, l)) })
	var s *build.Snapshot
	in.Progress = p.firstReading
	err := serve.Watch(ctx, p.dir, func(hints []string) error {
		in.Hints, in.Now = hints, time.Now()
		next, err := build.Build(ctx, s, in)
		if errors.Is(err, store.ErrChanged) {
			return serve.ErrAgain
		}
		if err != nil {
			return err
		}
		in.Progress = nil
		p.boundHeap(len(next.Site.Documents), next.Settings().Search)
		if s == nil || !sameMessages(s.Diags, next.Diags) {
			_ = p.printer(diag.Text).Print(p.err, next.Diags)
			fmt.Fprintln(p.err, p.tally(next.Diags))
		}
		if s == nil {
			fmt.Fprintf(p.out, p.say("Pratinjau di http://%s%s (Ctrl+C untuk berhenti)\n",
				"Preview at http://%s%s (Ctrl+C to stop)\n"), l.Addr(), next.Base())
		}
		s = next
		server.Show(ctx, s)
		return nil
	})
	cancel(nil)
	group.Wait()
	if err != nil && !errors.Is(err, context.Canceled) {
		return p.broken(err)
	}
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		return p.broken(cause)
	}
	return exitDone
}
