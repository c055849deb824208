package verify

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/transparency"
)

// Log checks the log of documents of the site at base: that its lines have the hash of its
// checkpoint, that it holds everything that it held at the checkpoint before, that it has each file
// of the release with the same bytes, that each proof leads from a line to the log, and that the
// owner of key signed it. before is nil the first time, and key "" for a site that does not sign.
// Log returns the present checkpoint, to be given as before the next time; nil if there is none.
func Log(
	ctx context.Context, client http.RoundTripper, timeout time.Duration,
	base *url.URL, release Release, before []byte, key string,
) (now []byte, r *Report) {
	l := &live{client: client, timeout: timeout, base: base, release: release}
	r = &l.report
	v := &Visitors[0]
	read := func(path string) ([]byte, error) {
		a, err := l.get(ctx, l.address(path), v, 64<<20)
		if err != nil {
			return nil, err
		}
		if a.status != http.StatusOK {
			return nil, fmt.Errorf("%s: %d", l.address(path), a.status)
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
			l.find(Unsigned, transparency.CheckpointFile, v, err.Error())
			return nil, r
		}
	}
	checkpoint, err := transparency.ParseCheckpoint([]byte(text))
	if err != nil {
		l.find(Misrecorded, transparency.CheckpointFile, v, err.Error())
		return nil, r
	}
	lines, err := read(transparency.EntriesFile)
	if err != nil {
		l.fail(err)
		return nil, r
	}
	log, err := transparency.Parse(lines)
	if err == nil && log.Checkpoint(checkpoint.Origin) != checkpoint {
		err = fmt.Errorf("its lines are not those of its checkpoint")
	}
	if err != nil {
		l.find(Misrecorded, transparency.EntriesFile, v, err.Error())
		return nil, r
	}
	if len(before) > 0 {
		was, err := transparency.ParseCheckpoint(before)
		if err == nil {
			err = transparency.Extends(was, checkpoint, read)
		}
		if err != nil {
			l.find(Rewritten, transparency.CheckpointFile, v, err.Error())
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
	for _, e := range l.release.Files {
		released[e.Path] = true
	}
	for _, e := range l.release.Files {
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
	for _, e := range l.release.Files {
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
				err = fmt.Errorf("it leads to another log")
			} else if transparency.ProofPath(line) != e.Path {
				err = fmt.Errorf("it is of another file")
			}
		}
		if err != nil {
			l.find(Unproved, e.Path, v, err.Error())
		}
	}
}

// Signature reports whether the owner of a public key signed the manifest of the live site, and
// adds what is wrong to a report.
func Signature(
	ctx context.Context, client http.RoundTripper, timeout time.Duration,
	base *url.URL, release Release, key string, report *Report,
) bool {
	l := &live{client: client, timeout: timeout, base: base, release: release}
	a, err := l.get(ctx, l.address(host.ManifestNote), &Visitors[0], 1<<20)
	if err != nil {
		report.Unchecked = append(report.Unchecked, err)
		return false
	}
	text, err := transparency.Open(a.body, key)
	if a.status != http.StatusOK {
		err = fmt.Errorf("%d", a.status)
	}
	if err == nil {
		var signed transparency.Release
		signed, err = transparency.ParseRelease(text)
		if err == nil && signed.Manifest != digest.Of(release.Text) {
			err = fmt.Errorf("it is of another release")
		}
	}
	if err != nil {
		report.Findings = append(report.Findings,
			Finding{Unsigned, host.ManifestNote, []string{Visitors[0].Name}, err.Error()})
	}
	return err == nil
}
