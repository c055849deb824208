package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// cleanClone copies what is under version control, or would be, into a new repository.
func cleanClone(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = ".."
	list, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		b, err := os.ReadFile(filepath.Join("..", name))
		if os.IsNotExist(err) {
			continue // removed, and not yet committed
		}
		if err != nil {
			t.Fatal(err)
		}
		info, _ := os.Stat(filepath.Join("..", name))
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, b, info.Mode().Perm()); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A liveSite is what stands in for the live site: what was published, or nothing yet.
func liveSite(t *testing.T, public string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(r.URL.Path)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(b)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// line runs a line of a recipe as its runner does.
func line(t *testing.T, dir, text string, env ...string) (string, error) {
	t.Helper()
	cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", text)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	err := cmd.Run()
	return said.String(), err
}

// towards makes a line that asks the live site ask ours.
func towards(text, address string) string {
	return strings.Replace(text, ".ci/last .maklumat/terakhir", ".ci/last .maklumat/terakhir "+address, 1)
}

// A workflow is what is looked at of a recipe for GitHub Actions.
type workflow struct {
	On          map[string]any
	Permissions map[string]string
	Jobs        map[string]struct {
		If          string
		Permissions map[string]string
		Timeout     int `yaml:"timeout-minutes"`
		Steps       []struct {
			Uses, Run, If string
			With          map[string]any
			Env           map[string]string
		}
	}
}

var pinned = regexp.MustCompile(`^[a-z-]+/[a-z-]+(/[a-z]+)?@[0-9a-f]{40}$`)

// TestGitHubRecipe reads the recipe for GitHub, holds it to least rights and pinned actions,
// and runs its lines in a clean copy: a pull request, a first release, and an hour later.
func TestGitHubRecipe(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../.github/workflows/situs.yml")
	if err != nil {
		t.Fatal(err)
	}
	var w workflow
	if err := yaml.Load(b, &w); err != nil {
		t.Fatal(err)
	}
	if len(w.Permissions) != 1 || w.Permissions["contents"] != "read" {
		t.Errorf("rights of all jobs: %v", w.Permissions)
	}
	for name, job := range w.Jobs {
		if job.Timeout == 0 {
			t.Errorf("%s has no time limit", name)
		}
		if name != "terbit" && len(job.Permissions) > 0 {
			t.Errorf("%s has rights of its own: %v", name, job.Permissions)
		}
		for _, s := range job.Steps {
			if s.Uses != "" && !pinned.MatchString(s.Uses) {
				t.Errorf("%s uses %s, which is not pinned to a commit", name, s.Uses)
			}
			if strings.HasPrefix(s.Uses, "actions/checkout@") && s.With["persist-credentials"] != false {
				t.Errorf("%s keeps the credentials of the checkout", name)
			}
			if strings.Contains(s.Run, "${{") {
				t.Errorf("%s puts an expression into a script: %s", name, s.Run)
			}
			if name == "periksa" && len(s.Env) > 0 {
				t.Errorf("a pull request sees %v", s.Env)
			}
		}
	}
	tryRun := func(job, dir, event string) (all string, failed bool) {
		output := filepath.Join(t.TempDir(), "output")
		for _, s := range w.Jobs[job].Steps {
			if s.Run == "" || strings.Contains(s.If, "perlu") && strings.Contains(all, "perlu=tidak") ||
				failed && !strings.Contains(s.If, "!cancelled()") {
				continue
			}
			said, err := line(t, dir, towards(s.Run, liveSite(t, filepath.Join(dir, "tayang"))), "GITHUB_EVENT_NAME="+event, "GITHUB_OUTPUT="+output)
			failed = failed || err != nil
			out, _ := os.ReadFile(output)
			all += said + string(out)
		}
		return all, failed
	}
	run := func(job, dir, event string) string {
		all, failed := tryRun(job, dir, event)
		if failed {
			t.Fatalf("%s:\n%s", job, all)
		}
		return all
	}
	dir := cleanClone(t)
	if said := run("periksa", dir, "pull_request"); strings.Contains(said, "::error") {
		t.Error(said)
	}
	if _, err := os.Stat(filepath.Join(dir, "pratinjau", "index.html")); err != nil {
		t.Error(err)
	}
	if said := run("bangun", dir, "push"); !strings.Contains(said, "perlu=ya") {
		t.Error(said)
	}
	// Now it is live, and the next run holds itself against it.
	if err := os.CopyFS(filepath.Join(dir, "tayang"), os.DirFS(filepath.Join(dir, "public"))); err != nil {
		t.Fatal(err)
	}
	if said := run("bangun", dir, "schedule"); !strings.Contains(said, "perlu=tidak") {
		t.Errorf("an hour later it is built again:\n%s", said)
	}
	// When publishing failed, the next hour tries again.
	run("ulang", dir, "schedule")
	if said := run("bangun", dir, "schedule"); !strings.Contains(said, "perlu=ya") {
		t.Errorf("what was not published is not built again:\n%s", said)
	}
	if err := os.WriteFile(filepath.Join(dir, ".maklumat/public.due"), []byte("2026-01-01T00:00:00Z\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := run("bangun", dir, "schedule"); !strings.Contains(said, "perlu=ya") || strings.Contains(said, "2026-01-01") {
		t.Errorf("what is due is not built, or its time is told:\n%s", said)
	}
	// What is closed beside a mistake is withdrawn, in a new checkout.
	undo := closeBesideMistake(t, dir)
	said, failed := tryRun("bangun", dir, "push")
	if !failed || !strings.Contains(said, "rilis=ya") || !strings.Contains(said, "Ditarik lebih dahulu") {
		t.Errorf("failed: %t\n%s", failed, said)
	}
	isWithdrawn(t, dir)
	for _, step := range w.Jobs["bangun"].Steps {
		if strings.Contains(step.Uses, "upload-pages-artifact@") && !strings.Contains(step.If, "!cancelled()") {
			t.Error("a release of withdrawals is not published")
		}
		if path, _ := step.With["path"].(string); strings.Contains(path, "hapus") || strings.Contains(path, "s3.json") || path == ".maklumat" {
			t.Errorf("%s is kept", path)
		}
	}
	undo()
	// Without what the last release was made of, that is said.
	if err := os.RemoveAll(filepath.Join(dir, ".maklumat/public.sources.zip")); err != nil {
		t.Fatal(err)
	}
	undo = closeBesideMistake(t, dir)
	if said, failed := tryRun("bangun", dir, "push"); !failed || strings.Contains(said, "rilis=ya") || !strings.Contains(said, "MASIH TERBUKA: 1 ") {
		t.Errorf("failed: %t\n%s", failed, said)
	}
	undo()
	// An address that was live must not be lost, though this folder never had it.
	if err := os.Remove(filepath.Join(dir, "content/halaman/profil.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "public")); err != nil {
		t.Fatal(err)
	}
	said, err = line(t, dir, towards(".ci/last .maklumat/terakhir", liveSite(t, filepath.Join(dir, "tayang")))+" && ./build.sh build --last .maklumat/terakhir")
	if err == nil || !strings.Contains(said, "address/lost") {
		t.Errorf("an address is lost: %v\n%s", err, said)
	}
}

// mistake puts a mistake into the second line of content/halaman/profil.md.
func mistake(t *testing.T, dir string) (undo func()) {
	t.Helper()
	name := filepath.Join(dir, "content/halaman/profil.md")
	was, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write := func(b []byte) {
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(bytes.Replace(was, []byte("title:"), []byte("titel:"), 1))
	return func() { write(was) }
}

// closeBesideMistake makes a new checkout of a published site, in which a page is closed and
// another is wrong.
func closeBesideMistake(t *testing.T, dir string) (undo func()) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(dir, "public")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "content/halaman/aksesibilitas.md")
	was, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.Replace(was, []byte("---\n"), []byte("---\nklasifikasi: dikecualikan\n"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	mend := mistake(t, dir)
	return func() {
		mend()
		if err := os.WriteFile(name, was, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// isWithdrawn holds that the page of closeBesideMistake is gone from a released site and another
// is not.
func isWithdrawn(t *testing.T, dir string) {
	t.Helper()
	for page, want := range map[string]bool{"aksesibilitas": false, "profil": true} {
		if _, err := os.Stat(filepath.Join(dir, "public", page, "index.html")); (err == nil) != want {
			t.Errorf("%s: %v", page, err)
		}
	}
}

// TestGitHubRemarks holds that a mistake becomes a remark at its line.
func TestGitHubRemarks(t *testing.T) {
	t.Parallel()
	dir := cleanClone(t)
	mistake(t, dir)
	said, err := line(t, dir, "./build.sh check --format github")
	if err == nil || !regexp.MustCompile(`(?m)^::error file=content/halaman/profil.md,line=2,`).MatchString(said) {
		t.Errorf("%v\n%s", err, said)
	}
}

// TestGitLabRecipe runs the lines of the recipe for GitLab in a clean copy.
func TestGitLabRecipe(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../.gitlab-ci.yml")
	if err != nil {
		t.Fatal(err)
	}
	var recipe map[string]struct {
		Script    []string
		Artifacts struct {
			Paths   []string
			Reports map[string]string
		}
		AllowFailure struct {
			ExitCodes int `yaml:"exit_codes"`
		} `yaml:"allow_failure"`
	}
	var all map[string]yaml.Node
	if err := yaml.Load(b, &all); err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{"default", "variables", "workflow"} {
		delete(all, other)
	}
	again, err := yaml.Dump(all)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Load(again, &recipe); err != nil {
		t.Fatal(err)
	}
	dir := cleanClone(t)
	run := func(job, source string) (string, error) {
		text := towards(strings.Join(recipe[job].Script, "\n"), liveSite(t, filepath.Join(dir, "tayang")))
		return line(t, dir, text, "CI_PIPELINE_SOURCE="+source)
	}
	if said, err := run("periksa", "merge_request_event"); err != nil {
		t.Fatal(err, said)
	}
	if report, err := os.ReadFile(filepath.Join(dir, recipe["periksa"].Artifacts.Reports["codequality"])); err != nil || !bytes.HasPrefix(bytes.TrimSpace(report), []byte("[")) {
		t.Errorf("%v: %s", err, report)
	}
	for _, job := range []string{"bangun", "pages", "lapor"} {
		if said, err := run(job, "push"); err != nil {
			t.Fatal(job, err, said)
		}
	}
	// A mistake fails the job, and the report says where it is.
	undo := mistake(t, dir)
	said, err := run("periksa", "merge_request_event")
	report, _ := os.ReadFile(filepath.Join(dir, recipe["periksa"].Artifacts.Reports["codequality"]))
	if err == nil || !bytes.Contains(report, []byte("content/halaman/profil.md")) {
		t.Errorf("%v: %s\n%s", err, report, said)
	}
	undo()
	for _, job := range []string{"bangun", "pages"} {
		if !slices.Contains(recipe[job].Artifacts.Paths, "public") {
			t.Errorf("%s does not keep public", job)
		}
	}
	for _, path := range recipe["bangun"].Artifacts.Paths {
		if path != "public" && path != "gagal" {
			t.Errorf("%s is kept", path)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "tayang"), os.DirFS(filepath.Join(dir, "public"))); err != nil {
		t.Fatal(err)
	}
	// What is closed beside a mistake is withdrawn, published, and told.
	undo = closeBesideMistake(t, dir)
	for _, job := range []string{"bangun", "pages"} {
		if said, err := run(job, "push"); err != nil {
			t.Error(job, err, said)
		}
	}
	isWithdrawn(t, dir)
	if said, err := run("lapor", "push"); err == nil {
		t.Errorf("nobody is told of the mistake: %s", said)
	}
	undo()
	for _, file := range []string{"public", "gagal"} {
		if err := os.RemoveAll(filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
	}
	for _, job := range []string{"bangun", "pages"} {
		_, err = run(job, "schedule")
		if code, ok := err.(*exec.ExitError); !ok || code.ExitCode() != recipe[job].AllowFailure.ExitCodes {
			t.Errorf("nothing is due: %s: %v", job, err)
		}
	}
}

// TestLast holds that a live site which does not answer stops a release, and one that is not
// there yet does not.
func TestLast(t *testing.T) {
	t.Parallel()
	dir := cleanClone(t)
	empty := liveSite(t, t.TempDir())
	if said, err := line(t, dir, ".ci/last baru "+empty); err != nil {
		t.Errorf("a first release: %v\n%s", err, said)
	}
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(403) }))
	defer broken.Close()
	if said, err := line(t, dir, ".ci/last rusak "+broken.URL); err == nil || !strings.Contains(said, "403") {
		t.Errorf("a site that does not answer: %v\n%s", err, said)
	}
}
