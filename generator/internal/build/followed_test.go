package build_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"maklumat/generator/internal/build"
)

// themed is a build of the templates and an empty site. Starting from it saves compiling the
// templates in tests that build hundreds of sites and change no template.
func themed(t testing.TB) *build.Snapshot {
	return run(t, nil, inputs(t, project(t)), &released{files: map[string]string{}})
}

// A compiled is an empty site with templates in some state, and its build.
type compiled struct {
	files fstest.MapFS
	built *build.Snapshot
}

// themes are the states in which the templates of a test have been.
type themes map[string]compiled

// fresh builds a site from nothing but templates that have been compiled before, or from
// nothing at all when th is nil, and makes all outputs. Where closed folders have to do with the
// theme it must be nil: a mistake about them would be in both.
func (th themes) fresh(t testing.TB, in build.Inputs) (*build.Snapshot, map[string]string) {
	t.Helper()
	if th == nil {
		return from(t, nil, in)
	}
	files := maps.Clone(in.Files.(fstest.MapFS))
	theme := func(path string) bool {
		return strings.HasPrefix(path, "templates/") || strings.HasPrefix(path, "static/aset/")
	}
	var own strings.Builder // what differs from the repository's templates
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if !theme(path) {
			continue
		}
		own.WriteByte('.')
		if f := files[path]; !f.ModTime.Equal(shipped) {
			fmt.Fprintf(&own, "%s\x00%d\x00%s", path, len(f.Data), f.Data)
		}
	}
	base, ok := th[own.String()]
	if !ok {
		base.files = project(t)
		maps.DeleteFunc(base.files, func(path string, _ *fstest.MapFile) bool { return theme(path) })
		for path, f := range files {
			if theme(path) {
				base.files[path] = f
			}
		}
		base.built, _ = full(t, base.files)
		th[own.String()] = base
	}
	for path, f := range base.files {
		if theme(path) {
			files[path] = f // the same at the time that the build knows
		}
	}
	in.Files = files
	return from(t, base.built, in)
}

// from builds and makes all outputs, with the templates of a Snapshot.
func from(t testing.TB, base *build.Snapshot, in build.Inputs) (*build.Snapshot, map[string]string) {
	t.Helper()
	out := &released{files: map[string]string{}}
	s, err := build.Build(context.Background(), base, in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Make(context.Background(), nil, out); err != nil {
		t.Fatal(err)
	}
	return s, out.files
}

// diff names the outputs in which two sites differ.
func diff(a, b map[string]string) []string {
	var names []string
	for name := range a {
		if a[name] != b[name] {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// A followed is a site that is brought up to date step by step.
type followed struct {
	newest, made *build.Snapshot // the newest, and the newest that was released
	out          released
}

// step brings the site up to date and says in what it differs from one built from nothing, ""
// in nothing.
func (f *followed) step(t testing.TB, themes themes, in build.Inputs) string {
	t.Helper()
	next, err := build.Build(context.Background(), f.newest, in)
	if err != nil {
		t.Fatal(err)
	}
	f.newest = next
	fresh, want := themes.fresh(t, in)
	if got, want := fmt.Sprint(next.Diags), fmt.Sprint(fresh.Diags); got != want {
		return fmt.Sprintf("messages\n%s\nwant\n%s", got, want)
	}
	if next.Diags.Errors() > 0 {
		return "" // nothing is released from it
	}
	removed, err := next.Make(context.Background(), f.made, &f.out)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range removed {
		delete(f.out.files, path)
	}
	f.made = next
	if names := diff(f.out.files, want); len(names) > 0 {
		name := names[0]
		return fmt.Sprintf("%v differ from a build from nothing:\n%.3000s\nwant\n%.3000s", names, tail(f.out.files[name]), tail(want[name]))
	}
	return ""
}

// tail is what of a page says most.
func tail(s string) string {
	if i := strings.Index(s, "<body>"); i >= 0 {
		return s[i:]
	}
	return s
}

// Each property is tried fifty times, and in the long run five hundred times, unless the command
// line says how often. It is set before any test runs, as all properties look at it.
var _ = func() error {
	n := "50"
	if os.Getenv("MAKLUMAT_TEST") == "long" {
		n = "500"
	}
	return flag.Set("rapid.checks", n)
}()
