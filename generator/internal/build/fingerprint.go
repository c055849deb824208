package build

import (
	"fmt"
	"os"
	"sync"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/source"
)

// Fingerprint stands for all that a build looks at: the program, what it was asked for, and
// which files there are with their sizes and times; more is what the caller adds. Two
// builds of one Fingerprint on one day, before NextDue, make the same outputs. ok is false
// when nothing is certain: a file changed so recently that its time proves nothing, or
// cannot be an input.
func Fingerprint(in Inputs, more string) (sum string, ok bool) {
	go program() // beside the looking, which is another core's work
	tree, err := source.Scan(in.Files, source.Tree{}, nil, in.Now)
	if err != nil {
		return "", false
	}
	return fingerprint(in, tree, more)
}

// Fingerprint returns that of the files that s was built from.
func (s *Snapshot) Fingerprint(more string) (sum string, ok bool) {
	return fingerprint(s.in, s.Tree, more)
}

func fingerprint(in Inputs, tree source.Tree, more string) (sum string, ok bool) {
	of, err := program()
	if err != nil || len(tree.Diags) > 0 || tree.Racy() {
		return "", false
	}
	text := fmt.Appendf(nil, "%s %q %t %v %q\n", of, in.BaseURL, in.Drafts, in.AsOf, more)
	for _, e := range tree.Entries {
		text = fmt.Appendf(text, "%q %d %d\n", e.Path, e.Size, e.ModTime)
	}
	return digest.Of(text).String(), true
}

// program digests this program itself: another one may make other outputs of the same files.
var program = sync.OnceValues(func() (digest.Sum, error) {
	// This leads to the file that runs, also when another has taken its place.
	f, err := os.Open("/proc/self/exe")
	if err != nil {
		var name string
		if name, err = os.Executable(); err == nil {
			f, err = os.Open(name)
		}
	}
	if err != nil {
		return digest.Sum{}, err
	}
	defer f.Close()
	return digest.Read(f)
})

// Due returns the moment at which the next build of the same files may differ: when a
// document is due or runs out, or else when the day ends, since pages count days.
func (s *Snapshot) Due() time.Time {
	at := s.NextDue()
	if at.IsZero() {
		at.Day = s.AsOf().Day + 1
	}
	hour, minute, _ := at.Clock()
	day, zone := at.Day.Time(), disclosure.Zone(s.settings.Zone)
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, zone)
}

// NextDue returns the first moment after s's own, on the same day, at which a document is due
// or runs out; zero when none does.
func (s *Snapshot) NextDue() (first disclosure.Moment) {
	asOf := s.AsOf()
	look := func(m disclosure.Moment) {
		if m.Day == asOf.Day && asOf.Before(m) && (first.IsZero() || m.Before(first)) {
			first = m
		}
	}
	for _, d := range s.Site.Documents {
		if h := d.Head; h != nil {
			look(h.Date)
			look(h.Publish)
			look(h.Expires)
			if h.Announcement != nil {
				look(h.Announcement.Until)
			}
			if h.Event != nil {
				look(h.Event.Until())
			}
		}
	}
	return first
}
