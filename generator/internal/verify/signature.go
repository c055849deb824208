package verify

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/transparency"
)

// A Since is the oldest release that may be there, by its day, its number or both. The zero Since
// allows all.
type Since struct {
	Day    string // 2026-03-01
	Number int
}

// allows reports whether a signed release is not too old. One that says neither day nor number was
// made by an earlier version, before all that do.
func (s Since) allows(r transparency.Release) bool {
	switch {
	case s.Day != "" && s.Number > 0:
		return r.Number > 0 && !r.Before(transparency.Release{Day: s.Day, Number: s.Number})
	case s.Day != "":
		return r.Day >= s.Day
	}
	return r.Number >= s.Number
}

// ErrOtherRelease is why a note that is signed rightly says nothing of a release.
var ErrOtherRelease = errors.New("signed for another release")

// judge returns what is signed in a note about the manifest, and what is wrong with it, nil if
// nothing is. The owner of key must have signed it; with "" it is not asked who did.
func (r *Release) judge(
	note []byte, key string, since Since,
) (transparency.Release, *Finding) {
	wrong := func(kind Kind, detail string, err error) *Finding {
		return &Finding{Kind: kind, Path: host.ManifestNote, Detail: detail, Err: err}
	}
	signed := transparency.Unsigned(note)
	if key != "" {
		text, err := transparency.Open(note, key)
		if err == nil {
			signed, err = transparency.ParseRelease(text)
		}
		if err != nil {
			return transparency.Release{}, wrong(Unsigned, "", err)
		}
	}
	if signed == (transparency.Release{}) {
		return signed, wrong(Unsigned, "", transparency.NoRelease)
	}
	which := ""
	if signed.Number > 0 {
		which = fmt.Sprintf("%s (%d)", signed.Day, signed.Number)
	}
	own := signed.Manifest == digest.Of(r.Text)
	switch {
	case !since.allows(signed) || !own && signed.Before(r.Signed):
		return signed, wrong(Outdated, which, nil)
	case !own:
		return signed, wrong(Unsigned, which, ErrOtherRelease)
	}
	return signed, nil
}

// Signature checks who signed the manifest of the live site and that the release is not older than
// since, and adds what is wrong to a report. It returns what is signed; ok says that nothing is
// wrong.
func (s *Site) Signature(
	ctx context.Context, key string, since Since, report *Report,
) (signed transparency.Release, ok bool) {
	v := &Visitors[0]
	a, err := s.get(ctx, s.address(host.ManifestNote), v, 1<<20)
	if err != nil {
		report.Unchecked = append(report.Unchecked, err)
		return signed, false
	}
	var wrong *Finding
	if a.status != http.StatusOK {
		wrong = &Finding{Kind: Missing, Path: host.ManifestNote, Detail: fmt.Sprint(a.status)}
	} else {
		signed, wrong = s.Release.judge(a.body, key, since)
	}
	if wrong == nil {
		return signed, true
	}
	wrong.Visitors = []string{v.Name}
	report.Findings = append(report.Findings, *wrong)
	return signed, false
}
