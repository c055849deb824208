package build

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/pdf"
)

// Bounds of a program that looks into PDF files, many times what any takes that can be read.
const (
	ReaderTime   = time.Minute // for one file
	readerMemory = 512 << 20   // bytes
	readerStack  = 8 << 20     // bytes, of one goroutine
)

// outOfBounds is the exit status of a program that came to one of its bounds; no other has it.
const outOfBounds = 9

// A reader looks into PDF files as attachment.ReadPDF does, in a program of its own: a PDF can
// send its reader round in circles, or so deep that it ends. The program is started when it is
// needed, and again after a file that was its end.
type reader struct {
	command []string // runs ServeReader; without one, files are looked into here
	prepare func()   // is called when it will take seconds to start, or nil
	err     error    // why it could not be started

	cmd *exec.Cmd
	in  io.WriteCloser
	ask *gob.Encoder
	get *gob.Decoder
}

// An answer is one text of a file or, at last, what is known of it. What is asked is how many
// bytes it has, and these bytes.
type answer struct {
	Piece attachment.Piece
	Last  bool
	Info  attachment.Info
}

// read looks into a file. One that ends the program is Unreadable, and one that takes too much
// time or memory TooLarge. When the program cannot be started, err says so, and nothing is known
// of any file.
func (r *reader) read(src []byte, visit attachment.Visitor) attachment.Info {
	if len(r.command) == 0 {
		return attachment.ReadPDF(src, visit)
	}
	if r.cmd == nil && r.err == nil {
		r.err = r.start()
	}
	if r.err != nil {
		return attachment.Info{Problem: attachment.Unreadable}
	}
	err := r.ask.Encode(len(src))
	if err == nil {
		_, err = r.in.Write(src)
	}
	for err == nil {
		var a answer
		if err = r.get.Decode(&a); a.Last {
			return a.Info
		} else if err == nil {
			visit(a.Piece)
		}
	}
	_ = r.cmd.Process.Kill() // it may not have ended, or not have been understood
	if r.stop() == outOfBounds {
		return attachment.Info{Problem: attachment.TooLarge}
	}
	return attachment.Info{Problem: attachment.Unreadable}
}

// starting lets one program start at a time: the first has the work of preparing that all share.
var starting sync.Mutex

// start starts the program, and waits until it is ready.
func (r *reader) start() error {
	starting.Lock()
	defer starting.Unlock()
	if r.prepare != nil && !pdf.IsReady(pdf.DefaultFolder()) {
		r.prepare()
	}
	cmd := exec.Command(r.command[0], r.command[1:]...)
	// Without an environment it would have that of this program, with the key that signs.
	cmd.Env = []string{pdf.FolderVariable + "=" + pdf.DefaultFolder()}
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	r.cmd, r.in, r.ask, r.get = cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)
	if err := r.get.Decode(new(answer)); err != nil {
		_ = cmd.Process.Kill()
		r.stop()
		return errNotReady
	}
	return nil
}

// errNotReady reports a program that ended before it could read anything.
var errNotReady = errors.New("the reader of PDF files ended while it was prepared")

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
// Before it reads anything, it prepares for PDF files, says that it is ready by an empty answer,
// and gives up what the process may do and need not.
func ServeReader(r io.Reader, w io.Writer, limit time.Duration) error {
	if err := attachment.PreparePDF(pdf.DefaultFolder()); err != nil {
		return err
	}
	if err := confine(); err != nil {
		return fmt.Errorf("limit the reader of files: %w", err)
	}
	debug.SetMaxStack(readerStack)
	debug.SetMemoryLimit(readerMemory / 2) // what is not used any more is no matter of the file
	var until atomic.Int64
	watch(&until)
	in := bufio.NewReader(r) // which a Decoder takes no more from than it needs
	get, give := gob.NewDecoder(in), gob.NewEncoder(w)
	if err := give.Encode(answer{}); err != nil {
		return err
	}
	var src []byte
	for {
		var size int
		if err := get.Decode(&size); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if size < 0 || size > maxInspected {
			return errLarge
		}
		src = slices.Grow(src[:0], size)[:size]
		if _, err := io.ReadFull(in, src); err != nil {
			return err
		}
		// The collector of memory may use every processor.
		if err := limitCPU(limit * time.Duration(runtime.GOMAXPROCS(0))); err != nil {
			return err
		}
		until.Store(time.Now().Add(limit).UnixNano())
		info := attachment.ReadPDF(src, func(p attachment.Piece) {
			_ = give.Encode(answer{Piece: p}) // the last tells
		})
		until.Store(0)
		if err := give.Encode(answer{Last: true, Info: info}); err != nil {
			return err
		}
	}
}

// watch ends the program when it is later than until, or a file has taken too much memory.
func watch(until *atomic.Int64) {
	time.AfterFunc(100*time.Millisecond, func() {
		samples := []metrics.Sample{
			{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"},
		}
		metrics.Read(samples)
		held := samples[0].Value.Uint64() - samples[1].Value.Uint64()
		if at := until.Load(); at != 0 && (time.Now().UnixNano() > at || held > readerMemory) {
			os.Exit(outOfBounds)
		}
		watch(until)
	})
}
