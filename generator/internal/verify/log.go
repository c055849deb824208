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

// Log checks the log of documents of the site at base: that its lines make the hash of its
// checkpoint, that it holds everything that it did at the checkpoint before, that each file
// of the release is recorded with the bytes it has, and who signed it. before may be nil,
// and key "" when nobody signs. It returns the checkpoint of now, to be remembered.
func Log(ctx context.Context, client http.RoundTripper, timeout time.Duration, base *url.URL, release Release, before []byte, key string) (now []byte, r *Report) {
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
	wrong := func(path string, detail error) {
		l.find(Unlogged, path, v, detail.Error())
	}
	signed, err := read(transparency.CheckpointFile)
	if err != nil {
		l.fail(err)
		return nil, r
	}
	text := string(signed)
	if key != "" {
		if text, err = transparency.Open(signed, key); err != nil {
			wrong(transparency.CheckpointFile, err)
			return nil, r
		}
	}
	checkpoint, err := transparency.ParseCheckpoint([]byte(text))
	if err != nil {
		wrong(transparency.CheckpointFile, err)
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
		wrong(transparency.EntriesFile, err)
		return nil, r
	}
	if len(before) > 0 {
		was, err := transparency.ParseCheckpoint(before)
		if err == nil {
			err = transparency.Extends(was, checkpoint, read)
		}
		if err != nil {
			wrong(transparency.CheckpointFile, err)
		}
	}
	newest, proofs := log.Newest(), map[string]bool{}
	for _, e := range release.Files {
		proofs[e.Path] = true
	}
	for _, e := range release.Files {
		if recorded, ok := newest[e.Path]; ok && recorded.Sum != e.Sum {
			wrong(e.Path, fmt.Errorf("recorded on %s with other bytes", recorded.Day))
		}
		proof := transparency.ProofPath(transparency.Entry{Sum: e.Sum, Path: e.Path})
		if _, ok := newest[e.Path]; !ok && proofs[proof] {
			wrong(e.Path, fmt.Errorf("not recorded"))
		}
	}
	r.Files = log.Size()
	r.sort()
	return []byte(checkpoint.String()), r
}

// Signature checks that the live site's list is signed with a key, and adds what is wrong
// to a report; it reports whether it is.
func Signature(ctx context.Context, client http.RoundTripper, timeout time.Duration, base *url.URL, release Release, key string, report *Report) bool {
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
	if err == nil && text != transparency.ManifestText(strings.SplitN(text, "\n", 2)[0], digest.Of(release.Text)) {
		err = fmt.Errorf("it is of another release")
	}
	if err != nil {
		report.Findings = append(report.Findings, Finding{Unsigned, host.ManifestNote, []string{Visitors[0].Name}, err.Error()})
	}
	return err == nil
}
