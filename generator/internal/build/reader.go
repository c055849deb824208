package build

import (
	"bufio"
	"encoding/gob"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"maklumat/generator/internal/attachment"
)

// Bounds of a program that looks into files, many times what any file takes that can be read.
const (
	ReaderTime = time.Minute // for one file
	maxMemory  = 512 << 20   // bytes
	maxStack   = 8 << 20     // bytes, of one goroutine
)

// outOfBounds is the exit status of a program that came to one of its bounds; no other has it.
const outOfBounds = 9

// A reader looks into files as attachment.Read does, into PDF files, also in archives, in a
// program of its own: a PDF can send its reader round in circles, or so deep that it ends. The
// program is started when it is needed, and again after a file that was its end.
type reader struct {
	command []string // runs ServeReader; without one, or where it cannot be started, all is done here

	cmd *exec.Cmd
	in  io.WriteCloser
	ask *gob.Encoder
	get *gob.Decoder
}

// A question is a file, whose bytes follow it, and an answer one text of it or, at last, what is
// known of it.
type question struct {
	Name string
	Size int
}

type answer struct {
	Place  string
	Offset int
	Text   string
	Last   bool
	Info   attachment.Info
}

// read looks into a file. One that ends the program is Unreadable, and one that takes too much
// time or memory TooLarge.
func (r *reader) read(name string, src []byte, visit attachment.Visitor) attachment.Info {
	ext := strings.ToLower(path.Ext(name))
	if len(r.command) == 0 || ext != ".pdf" && ext != ".zip" || !r.start() {
		return attachment.Read(name, src, visit)
	}
	err := r.ask.Encode(question{name, len(src)})
	if err == nil {
		_, err = r.in.Write(src)
	}
	for err == nil {
		var a answer
		if err = r.get.Decode(&a); a.Last {
			return a.Info
		} else if err == nil {
			visit(a.Place, a.Offset, a.Text)
		}
	}
	_ = r.cmd.Process.Kill() // it may not have ended, or not have been understood
	if r.stop() == outOfBounds {
		return attachment.Info{Problem: attachment.TooLarge}
	}
	return attachment.Info{Problem: attachment.Unreadable}
}

// start starts the program, and reports whether it runs.
func (r *reader) start() bool {
	if r.cmd != nil {
		return true
	}
	cmd := exec.Command(r.command[0], r.command[1:]...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return false
	}
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return false
	}
	r.cmd, r.in, r.ask, r.get = cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)
	return true
}

// stop waits for the end of the program and returns its exit status.
func (r *reader) stop() int {
	_ = r.in.Close()
	_ = r.cmd.Wait() // its status says the same
	status := r.cmd.ProcessState.ExitCode()
	r.cmd = nil
	return status
}

// close ends the program, if it runs.
func (r *reader) close() {
	if r.cmd != nil {
		r.stop()
	}
}

// ServeReader is what the program of Inputs.Reader does: it answers from r to w until there is no
// more to answer, and ends the program when one file takes longer than limit, or too much memory.
func ServeReader(r io.Reader, w io.Writer, limit time.Duration) error {
	debug.SetMaxStack(maxStack)
	var until atomic.Int64
	watch(&until)
	in := bufio.NewReader(r) // which a Decoder takes no more from than it needs
	get, give := gob.NewDecoder(in), gob.NewEncoder(w)
	var src []byte
	for {
		var q question
		if err := get.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		src = slices.Grow(src[:0], q.Size)[:q.Size]
		if _, err := io.ReadFull(in, src); err != nil {
			return err
		}
		until.Store(time.Now().Add(limit).UnixNano())
		info := attachment.Read(q.Name, src, func(place string, offset int, text string) {
			_ = give.Encode(answer{Place: place, Offset: offset, Text: text}) // the last tells
		})
		until.Store(0)
		if err := give.Encode(answer{Last: true, Info: info}); err != nil {
			return err
		}
	}
}

// watch ends the program when it is later than until, or memory is short.
func watch(until *atomic.Int64) {
	time.AfterFunc(100*time.Millisecond, func() {
		held := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
		metrics.Read(held)
		if at := until.Load(); at != 0 && (time.Now().UnixNano() > at || held[0].Value.Uint64() > maxMemory) {
			os.Exit(outOfBounds)
		}
		watch(until)
	})
}
