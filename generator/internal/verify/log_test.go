package verify

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
	"maklumat/generator/internal/transparency"
)

// A logged is a site with a log of documents, and the checkpoint that it had before.
type logged struct {
	server
	release Release
	before  []byte
	log     *transparency.Log
}

// origin is what the log of the site is called.
const origin = "contoh.go.id/ppid"

// aLog is a site whose log grew twice, with a line that nobody may read any more.
func aLog(sign func(string) []byte) *logged {
	files := map[string]string{"dokumen/a/a.pdf": "satu", "dokumen/b/b.csv": "a,b"}
	entry := func(path, text string) transparency.Entry {
		return transparency.Entry{Sum: digest.Of([]byte(text)), Path: path}
	}
	first := (&transparency.Log{}).Append("2026-03-01", []transparency.Entry{
		entry("dokumen/a/a.pdf", "nol"), entry("dokumen/c/rahasia.pdf", "x"),
	})
	log := first.Append("2026-03-02", []transparency.Entry{
		entry("dokumen/a/a.pdf", "satu"), entry("dokumen/b/b.csv", "a,b"),
	}).Redact(func(path string) bool { return !strings.Contains(path, "rahasia") })
	s := &logged{log: log, before: []byte(first.Checkpoint(origin).String())}
	s.files, s.base, s.habit = files, "/ppid/", habits[0]
	s.write(log, sign)
	m := store.Manifest{Generator: "maklumat"}
	for path, text := range files {
		m.Files = append(m.Files, released(path, text))
	}
	s.release = Release{Manifest: &m, Text: []byte("daftar")}
	return s
}

// write puts a log into the site.
func (s *logged) write(log *transparency.Log, sign func(string) []byte) {
	for _, f := range log.Files(origin, sign) {
		s.files[f.Path] = string(f.Text)
	}
}

// site returns the site as it is asked for.
func (s *logged) site() *Site {
	return &Site{Client: transport{&s.server}, Timeout: time.Minute, Base: anAddress("/ppid/"),
		Release: s.release}
}

// check verifies the log of the site.
func (s *logged) check(t *testing.T, key string) ([]byte, *Report) {
	t.Helper()
	return s.site().Log(t.Context(), s.before, key)
}

// TestLog tampers with a log in the ways in which one may be, each of which must be found.
func TestLog(t *testing.T) {
	redo := func(s *logged, change func(lines []string) []string) {
		lines := change(strings.SplitAfter(s.files[transparency.EntriesFile], "\n"))
		log, err := transparency.Parse([]byte(strings.Join(lines, "")))
		if err != nil {
			panic(err)
		}
		s.write(log, nil)
	}
	proof := func(s *logged, path string) string {
		return transparency.ProofPath(s.log.Newest()[path])
	}
	const a, b = "dokumen/a/a.pdf", "dokumen/b/b.csv"
	for _, test := range []struct {
		name   string
		tamper func(s *logged)
		want   []Finding // without the visitors and the details
	}{
		{"as it is", func(*logged) {}, nil},
		{"nothing is remembered", func(s *logged) { s.before = nil }, nil},
		{"a line is changed", func(s *logged) {
			s.files[transparency.EntriesFile] = strings.Replace(
				s.files[transparency.EntriesFile], "2026-03-02", "2026-03-03", 1)
		}, []Finding{{Kind: Misrecorded, Path: transparency.EntriesFile}}},
		{"the lines are no log", func(s *logged) {
			s.files[transparency.EntriesFile] = "x\n"
		}, []Finding{{Kind: Misrecorded, Path: transparency.EntriesFile}}},
		{"the checkpoint is none", func(s *logged) {
			s.files[transparency.CheckpointFile] = "x\n"
		}, []Finding{{Kind: Misrecorded, Path: transparency.CheckpointFile}}},
		{"the first line is taken back", func(s *logged) {
			s.before = []byte(s.log.Checkpoint(origin).String())
			redo(s, func(lines []string) []string { return lines[1:] })
		}, []Finding{
			{Kind: Rewritten, Path: transparency.CheckpointFile},
			{Kind: Unproved, Path: transparency.ProofPath(
				transparency.Entry{Sum: digest.Of([]byte("nol")), Path: a})},
		}},
		{"an old line is another", func(s *logged) {
			redo(s, func(lines []string) []string {
				return append([]string{strings.Replace(lines[0], "2026", "2025", 1)}, lines[1:]...)
			})
		}, []Finding{{Kind: Rewritten, Path: transparency.CheckpointFile}}},
		{"it is the log of another site", func(s *logged) {
			s.before = []byte(s.log.Checkpoint("lain.go.id").String())
		}, []Finding{{Kind: Rewritten, Path: transparency.CheckpointFile}}},
		{"a proof is another's", func(s *logged) {
			s.files[proof(s, a)] = s.files[proof(s, b)]
		}, []Finding{{Kind: Unproved, Path: proof(aLog(nil), a)}}},
		{"a proof has another day", func(s *logged) {
			s.files[proof(s, b)] = strings.Replace(s.files[proof(s, b)], "2026", "2025", 1)
		}, []Finding{{Kind: Unproved, Path: proof(aLog(nil), b)}}},
		{"a file was exchanged in the release", func(s *logged) {
			for i := range s.release.Files {
				if s.release.Files[i].Path == b {
					s.release.Files[i].Sum = digest.Of([]byte("lain"))
				}
			}
		}, []Finding{{Kind: Unlogged, Path: b}}},
		{"a file is not recorded", func(s *logged) {
			hidden := s.log.Redact(func(path string) bool { return path != b })
			s.write(hidden, nil)
		}, []Finding{{Kind: Unlogged, Path: b}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := aLog(nil)
			test.tamper(s)
			now, r := s.check(t, "")
			var got []Finding
			for _, f := range r.Findings {
				if f.Err == nil && f.Kind != Unlogged {
					t.Errorf("%+v says nothing", f)
				}
				got = append(got, Finding{Kind: f.Kind, Path: f.Path})
			}
			if sortedFindings(got) != sortedFindings(test.want) || len(r.Unchecked) > 0 {
				t.Errorf("got %+v, want %+v", r, test.want)
			}
			checkpoint := s.log.Checkpoint(origin).String()
			if len(test.want) == 0 && (string(now) != checkpoint || r.Files != s.log.Size()) {
				t.Errorf("%d lines, checkpoint %q", r.Files, now)
			}
		})
	}
}

func sortedFindings(all []Finding) string {
	lines := make([]string, len(all))
	for i := range all {
		lines[i] = fmt.Sprint(all[i].Kind, all[i].Path)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestLogUnanswered holds that a log which is not answered is not taken for a wrong one.
func TestLogUnanswered(t *testing.T) {
	for _, missing := range []string{
		transparency.CheckpointFile, transparency.EntriesFile,
		transparency.ProofPath(aLog(nil).log.Newest()["dokumen/a/a.pdf"]),
	} {
		s := aLog(nil)
		s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
			if file != missing {
				return false
			}
			w.WriteHeader(http.StatusForbidden)
			return true
		}
		if _, r := s.check(t, ""); !unchecked(r, missing) {
			t.Errorf("%s: %+v", missing, r)
		}
	}
}

// TestSigned holds that only what the owner of the key signed passes.
func TestSigned(t *testing.T) {
	secret, public, err := transparency.NewKey(rand.Reader, origin)
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := transparency.NewKey(rand.Reader, origin)
	if err != nil {
		t.Fatal(err)
	}
	sign, err := transparency.Signer(secret)
	if err != nil {
		t.Fatal(err)
	}
	s := aLog(sign)
	if _, r := s.check(t, public); len(r.Findings)+len(r.Unchecked) != 0 {
		t.Errorf("signed: %+v", r)
	}
	if _, r := s.check(t, other); len(r.Findings) != 1 || r.Findings[0].Kind != Unsigned {
		t.Errorf("signed by another: %+v", r)
	}
	if _, r := aLog(nil).check(t, public); len(r.Findings) != 1 || r.Findings[0].Kind != Unsigned {
		t.Errorf("unsigned: %+v", r)
	}
}

// TestSignature holds that only what the owner of the key signed for this release, or for none
// older than allowed, passes.
func TestSignature(t *testing.T) {
	secret, public, err := transparency.NewKey(rand.Reader, origin)
	if err != nil {
		t.Fatal(err)
	}
	_, other, err := transparency.NewKey(rand.Reader, origin)
	if err != nil {
		t.Fatal(err)
	}
	sign, err := transparency.Signer(secret)
	if err != nil {
		t.Fatal(err)
	}
	s := aLog(sign)
	own := digest.Of(s.release.Text)
	note := func(sum digest.Sum, day string, number int) string {
		return string(sign(transparency.Release{Origin: origin, Manifest: sum, Day: day,
			Number: number}.String()))
	}
	lain := digest.Of([]byte("lain"))
	whole := transparency.Release{Origin: origin, Manifest: own, Day: "2026-03-02", Number: 7}
	for _, test := range []struct {
		name, note, key string
		signed          transparency.Release // for the release that is compared
		since           Since
		want            []Finding // without the visitors
	}{
		{name: "this release", note: note(own, "2026-03-02", 7), key: public, signed: whole},
		{name: "of an earlier version", note: note(own, "", 0), key: public},
		{name: "nobody asks by whom", note: note(own, "2026-03-02", 7)},
		{name: "by another", note: note(own, "2026-03-02", 7), key: other,
			want: []Finding{{Kind: Unsigned, Err: transparency.OtherKey}}},
		{name: "with another day", key: public,
			note: strings.Replace(note(own, "2026-03-02", 7), "-02", "-03", 1),
			want: []Finding{{Kind: Unsigned, Err: transparency.FalseSignature}}},
		{name: "another text", note: string(sign("x\n")), key: public,
			want: []Finding{{Kind: Unsigned, Err: transparency.NoRelease}}},
		{name: "no note", note: "x\n",
			want: []Finding{{Kind: Unsigned, Err: transparency.NoRelease}}},
		{name: "another release of which nothing is known", note: note(lain, "", 0), key: public,
			signed: whole, want: []Finding{{Kind: Unsigned, Err: ErrOtherRelease}}},
		{name: "a newer release", note: note(lain, "2026-03-03", 8), key: public, signed: whole,
			want: []Finding{{Kind: Unsigned, Detail: "2026-03-03 (8)", Err: ErrOtherRelease}}},
		{name: "an old release", note: note(lain, "2026-03-01", 6), key: public, signed: whole,
			want: []Finding{{Kind: Outdated, Detail: "2026-03-01 (6)"}}},
		{name: "an old release of the same day", note: note(lain, "2026-03-02", 6), key: public,
			signed: whole, want: []Finding{{Kind: Outdated, Detail: "2026-03-02 (6)"}}},
		{name: "as old as allowed by day", note: note(own, "2026-03-02", 7), key: public,
			since: Since{Day: "2026-03-02"}},
		{name: "older than allowed by day", note: note(own, "2026-03-02", 7), key: public,
			since: Since{Day: "2026-03-03"},
			want:  []Finding{{Kind: Outdated, Detail: "2026-03-02 (7)"}}},
		{name: "as old as allowed by number", note: note(own, "2026-03-02", 7), key: public,
			since: Since{Number: 7}},
		{name: "older than allowed by number", note: note(own, "2026-03-02", 7), key: public,
			since: Since{Number: 8}, want: []Finding{{Kind: Outdated, Detail: "2026-03-02 (7)"}}},
		{name: "older than what was remembered", note: note(own, "2026-03-02", 7), key: public,
			since: Since{Day: "2026-03-02", Number: 8},
			want:  []Finding{{Kind: Outdated, Detail: "2026-03-02 (7)"}}},
		{name: "newer than what was remembered", note: note(own, "2026-03-02", 1), key: public,
			since: Since{Day: "2026-03-01", Number: 8}},
		{name: "without day where one is asked for", note: note(own, "", 0), key: public,
			since: Since{Day: "2026-03-01"}, want: []Finding{{Kind: Outdated}}},
		{name: "no file", want: []Finding{{Kind: Missing, Detail: "404"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s.files[host.ManifestNote] = test.note
			s.release.Signed = test.signed
			r := &Report{}
			signed, ok := s.site().Signature(t.Context(), test.key, test.since, r)
			var got []Finding
			for _, f := range r.Findings {
				if f.Path != host.ManifestNote {
					t.Errorf("%+v is elsewhere", f)
				}
				for _, fault := range []error{transparency.OtherKey, transparency.FalseSignature} {
					if errors.Is(f.Err, fault) {
						f.Err = fault
					}
				}
				got = append(got, Finding{Kind: f.Kind, Detail: f.Detail, Err: f.Err})
			}
			if !slices.Equal(fmtAll(got), fmtAll(test.want)) || len(r.Unchecked) > 0 {
				t.Errorf("got %+v, want %+v", r, test.want)
			}
			if ok != (len(test.want) == 0) || ok && signed.Manifest != own {
				t.Errorf("says %v of %+v", ok, signed)
			}
		})
	}
}

func fmtAll(all []Finding) []string {
	lines := make([]string, len(all))
	for i := range all {
		lines[i] = fmt.Sprint(all[i])
	}
	return lines
}

// TestUnanswered holds that a server which does not answer is told apart from one that shows
// something else, and that a settings file which cannot be asked for is said.
func TestUnanswered(t *testing.T) {
	for _, at := range []string{"dokumen/x/data.csv", "_headers"} {
		synctest.Test(t, func(t *testing.T) {
			s, release := aServer(0)
			m := *release.Manifest
			m.Files = append(slices.Clone(m.Files), released("_headers", "x"))
			release.Manifest = &m
			s.tamper = func(w http.ResponseWriter, _ *http.Request, file string) bool {
				if file != at {
					return false
				}
				w.WriteHeader(http.StatusServiceUnavailable)
				return true
			}
			if r := look(t, s, s.base, release); !unchecked(r, at) {
				t.Errorf("%s: %+v", at, r)
			}
		})
	}
}

// unchecked reports whether all that was found is that one file could not be checked.
func unchecked(r *Report, file string) bool {
	return len(r.Findings) == 0 && len(r.Unchecked) == 1 &&
		strings.Contains(r.Unchecked[0].Error(), file)
}

// TestBusy holds that a server which says how long it has too much to do is asked again then, and
// that it is not waited for longer than for anything.
func TestBusy(t *testing.T) {
	for _, test := range []struct {
		after string
		busy  time.Duration
		found bool // whether it is answered in the end
	}{
		{"", time.Second, true},
		{"3", 3 * time.Second, true},
		{"", 3 * time.Second, false},
		{"999999999999", time.Minute, true},
		{"x", 3 * time.Second, false},
	} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			s, release := aServer(0)
			s.tamper = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
				if time.Since(start) >= test.busy {
					return false
				}
				w.Header().Set("Retry-After", test.after)
				w.WriteHeader(http.StatusTooManyRequests)
				return true
			}
			r := look(t, s, s.base, release)
			if (len(r.Unchecked) == 0) != test.found || len(r.Findings) > 0 {
				t.Errorf("%q, busy for %v: %+v", test.after, test.busy, r)
			}
		})
	}
}
