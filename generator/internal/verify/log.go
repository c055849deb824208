package verify

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"maklumat/generator/internal/transparency"
)

// What may be wrong with a log besides a transparency.Fault.
var (
	ErrOtherLines = errors.New("its lines are not those of its checkpoint")
	ErrOtherLog   = errors.New("it leads to another log")
	ErrOtherFile  = errors.New("it is of another file")
)

// because reports a finding with its cause.
func (l *live) because(kind Kind, path string, v *Visitor, err error) {
	l.report.Findings = append(l.report.Findings,
		Finding{Kind: kind, Path: path, Visitors: []string{v.Name}, Err: err})
}

// Log checks the log of documents of the site: that its lines have the hash of its
// checkpoint, that it holds everything that it held at the checkpoint before, that it has each file
// of the release with the same bytes, that each proof leads from a line to the log, and that the
// owner of key signed it. before is nil the first time, and key "" for a site that does not sign.
// Log returns the present checkpoint, to be given as before the next time; nil if there is none.
func (s *Site) Log(ctx context.Context, before []byte, key string) (now []byte, r *Report) {
	l := s.live()
	r = &l.report
	v := &Visitors[0]
	read := func(path string) ([]byte, error) {
		a, err := l.get(ctx, l.address(path), v, 64<<20)
		if err != nil {
			return nil, err
		}
		if a.status != http.StatusOK {
			return nil, &Failure{Address: l.address(path), Status: a.status}
		}
		return a.body, nil
	}
	signed, err := read(transparency.CheckpointFile)
	if err != nil {
		l.fail(err)
		return nil, r
	}
	text := string(signed)
	if key != "" {
		if text, err = transparency.Open(signed, key); err != nil {
			l.because(Unsigned, transparency.CheckpointFile, v, err)
			return nil, r
		}
	}
	checkpoint, err := transparency.ParseCheckpoint([]byte(text))
	if err != nil {
		l.because(Misrecorded, transparency.CheckpointFile, v, err)
		return nil, r
	}
	lines, err := read(transparency.EntriesFile)
	if err != nil {
		l.fail(err)
		return nil, r
	}
	log, err := transparency.Parse(lines)
	if err == nil && log.Checkpoint(checkpoint.Origin) != checkpoint {
		err = ErrOtherLines
	}
	if err != nil {
		l.because(Misrecorded, transparency.EntriesFile, v, err)
		return nil, r
	}
	if len(before) > 0 {
		was, err := transparency.ParseCheckpoint(before)
		if err == nil {
			err = transparency.Extends(was, checkpoint, read)
		}
		var failure *Failure
		switch {
		case errors.As(err, &failure) && failure.Status != http.StatusNotFound:
			l.fail(failure)
		case err != nil:
			l.because(Rewritten, transparency.CheckpointFile, v, err)
		}
	}
	l.recorded(log, v)
	l.proved(log, v, read)
	r.Files = log.Size()
	r.sort()
	return []byte(checkpoint.String()), r
}

// recorded checks that the log has the files of the release with the same bytes. Only files with a
// proof have to be in it.
func (l *live) recorded(log *transparency.Log, v *Visitor) {
	newest, released := log.Newest(), map[string]bool{}
	for _, e := range l.Release.Files {
		released[e.Path] = true
	}
	for _, e := range l.Release.Files {
		line, ok := newest[e.Path]
		switch {
		case ok && line.Sum != e.Sum:
			l.find(Unlogged, e.Path, v, line.String())
		case !ok && released[transparency.ProofPath(transparency.Entry{Sum: e.Sum, Path: e.Path})]:
			l.find(Unlogged, e.Path, v, "")
		}
	}
}

// proved checks the proofs of the release.
func (l *live) proved(
	log *transparency.Log, v *Visitor, read func(path string) ([]byte, error),
) {
	tree := log.Trees()
	for _, e := range l.Release.Files {
		if !strings.HasPrefix(e.Path, transparency.ProofFolder) {
			continue
		}
		text, err := read(e.Path)
		if err != nil {
			l.fail(err)
			continue
		}
		line, ended, err := transparency.CheckProof(text)
		if err == nil {
			if was, ok := tree(ended.N); !ok || was != ended {
				err = ErrOtherLog
			} else if transparency.ProofPath(line) != e.Path {
				err = ErrOtherFile
			}
		}
		if err != nil {
			l.because(Unproved, e.Path, v, err)
		}
	}
}
