// Package serve notices changes and shows the newest build in a browser.
//
// [Watch] waits until a change has settled and then says where to look; what really
// changed is found by comparing, so a missed or doubled event does no harm, and an overflow
// of the system's queue only means to look everywhere.
//
// A [Server] makes each page when it is asked for, from the newest snapshot without errors;
// nothing is written anywhere. Open pages learn by server-sent events when their own bytes
// have changed, and when there are messages to show.
package serve

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long nothing must happen before a change counts as settled. Many programs save by
// emptying a file and writing it in pieces; a file that is empty, or only the beginning of
// a document, gets longer.
const (
	settle     = 30 * time.Millisecond
	slowSettle = 600 * time.Millisecond
)

// folders are the inputs that are watched.
var folders = []string{"content", "static", "templates"}

// ErrAgain is what the function given to Watch returns when an input was written while it
// was read, so that nothing came of the call.
var ErrAgain = errors.New("an input changed meanwhile")

// Watch calls changed at once, and after each change to the inputs below dir, with the
// paths that may have changed, or nil for anywhere; and once a minute for anywhere, because
// time changes what is due, and not every system tells of every change. After ErrAgain the
// next call names the same paths again. It returns when ctx is done or changed returns
// another error.
func Watch(ctx context.Context, dir string, changed func(hints []string) error) error {
	w, err := fsnotify.NewBufferedWatcher(4096)
	if err != nil {
		return err
	}
	defer w.Close()
	n := &notifier{watcher: w, dir: dir, hints: map[string]bool{}}
	for _, folder := range folders {
		n.add(folder)
	}
	_ = w.Add(dir) // one of the folders may be made later
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	call := func(hints []string) error {
		err := changed(hints)
		if errors.Is(err, ErrAgain) {
			n.put(hints)
			timer.Reset(slowSettle)
			return nil
		}
		return err
	}
	if err := call(nil); err != nil { // not before, or a change in between would be missed
		return err
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e, ok := <-w.Events:
			if !ok {
				return nil
			}
			if n.event(e) {
				timer.Reset(n.wait())
			}
		case err, ok := <-w.Errors:
			if !ok {
				return nil
			}
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				n.everywhere = true
				timer.Reset(settle)
			}
		case <-minute.C:
			if len(n.hints) == 0 && !n.everywhere {
				if err := call(nil); err != nil {
					return err
				}
			}
		case <-timer.C:
			if d := n.unfinished(); d > 0 {
				timer.Reset(d)
				continue
			}
			if err := call(n.take()); err != nil {
				return err
			}
		}
	}
}

// A notifier gathers events until they have settled.
type notifier struct {
	watcher    *fsnotify.Watcher
	dir        string
	hints      map[string]bool
	everywhere bool
	last       time.Time // of the last event
	slow       bool      // a file looked unfinished since the last take
}

// add watches a folder and all below it.
func (n *notifier) add(folder string) {
	_ = filepath.WalkDir(filepath.Join(n.dir, folder),
		func(p string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return nil
			}
			if err := n.watcher.Add(p); err != nil {
				n.everywhere = true // a limit of the system: what is not seen is looked for
			}
			return nil
		})
}

// forget stops watching a folder that is gone, and all below it. What moves along with its
// folder raises no event of its own, and the watcher would go on to name it by its old path.
func (n *notifier) forget(folder string) {
	for _, p := range n.watcher.WatchList() {
		if p == folder || strings.HasPrefix(p, folder+string(filepath.Separator)) {
			_ = n.watcher.Remove(p) // it may be gone already
		}
	}
}

// event notes an event, and reports whether it can matter.
func (n *notifier) event(e fsnotify.Event) bool {
	rel, err := filepath.Rel(n.dir, e.Name)
	if err != nil {
		return false
	}
	rel = filepath.ToSlash(rel)
	top, _, _ := strings.Cut(rel, "/")
	if top != "content" && top != "static" && top != "templates" {
		return false
	}
	if e.Op == fsnotify.Chmod {
		return false
	}
	n.hints[rel] = true
	n.last = time.Now()
	if e.Has(fsnotify.Rename) || e.Has(fsnotify.Remove) {
		n.forget(e.Name)
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
			n.add(rel)
		}
	}
	if len(n.hints) > 2000 {
		n.everywhere = true // a branch switch: one look at all is cheaper
	}
	return true
}

// wait is how long to wait after an event.
func (n *notifier) wait() time.Duration {
	if n.slow {
		return slowSettle
	}
	return settle
}

// unfinished returns how much longer to wait because a file looks half-written, or 0.
func (n *notifier) unfinished() time.Duration {
	if !n.slow && !n.everywhere {
		for hint := range n.hints {
			if halfWritten(filepath.Join(n.dir, filepath.FromSlash(hint))) {
				n.slow = true
				break
			}
		}
	}
	if !n.slow {
		return 0
	}
	return max(0, slowSettle-time.Since(n.last))
}

// halfWritten reports a file that is empty, or a document that ends in its header or right
// after it.
func halfWritten(name string) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if info.Size() == 0 {
		return true
	}
	if filepath.Ext(name) != ".md" || info.Size() > 1<<20 {
		return false
	}
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || !bytes.HasPrefix(b, []byte("---")) {
		return false
	}
	return bytes.Count(b, []byte("\n---")) == 0 ||
		bytes.HasSuffix(bytes.TrimRight(b, "\r\n \t"), []byte("\n---"))
}

// take returns what was gathered and begins anew.
func (n *notifier) take() []string {
	hints := make([]string, 0, len(n.hints))
	for hint := range n.hints {
		hints = append(hints, hint)
	}
	if n.everywhere {
		hints = nil
	}
	n.hints, n.everywhere, n.slow = map[string]bool{}, false, false
	return hints
}

// put returns what was taken.
func (n *notifier) put(hints []string) {
	n.everywhere = n.everywhere || hints == nil
	for _, hint := range hints {
		n.hints[hint] = true
	}
}
