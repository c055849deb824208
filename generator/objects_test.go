package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
)

// objectStore starts a server that speaks S3 and returns the address of a bucket in it.
func objectStore(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "s3")
	build := exec.Command("go", "build", "-o", name, ".")
	build.Dir = filepath.Join("testdata", "s3")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	cmd := exec.Command(name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("the object store does not say where it is")
	}
	bucket := lines.Text() + "/situs"
	object(t, "PUT", bucket, nil, nil)
	return bucket
}

func object(t *testing.T, method, address string, body []byte, headers map[string]string) *http.Response {
	t.Helper()
	r, err := http.NewRequest(method, address, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode >= 300 {
		t.Fatalf("%s %s: %s", method, address, answer.Status)
	}
	return answer
}

// An objectList is the list of objects that a release hands over.
type objectList struct {
	Objects []struct {
		Key, Sha256 string
		Type        string `json:"content_type"`
		Cache       string `json:"cache_control"`
		Redirect    string `json:"website_redirect_location"`
	}
	Delete []string
}

// TestObjectStore uploads the own site by its list to a server that speaks S3, which then
// answers every object with the bytes, type and redirect that were promised. This server
// keeps no Cache-Control; that the list has the right one is read from the list.
func TestObjectStore(t *testing.T) {
	t.Parallel()
	bucket := objectStore(t)
	public := hostedSite(t, "/")
	b, err := os.ReadFile(filepath.Join(filepath.Dir(public), ".maklumat", filepath.Base(public)+".s3.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list objectList
	if err := json.Unmarshal(b, &list); err != nil || len(list.Objects) < 300 {
		t.Fatal(len(list.Objects), err)
	}
	redirects := 0
	for _, o := range list.Objects {
		body, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(o.Key)))
		if err != nil || digest.Of(body).String() != o.Sha256 {
			t.Fatal(o.Key, err)
		}
		headers := map[string]string{"Content-Type": o.Type, "Cache-Control": o.Cache}
		if o.Redirect != "" {
			redirects++
			headers["x-amz-website-redirect-location"] = o.Redirect
		}
		object(t, "PUT", bucket+"/"+o.Key, body, headers)
	}
	if redirects < 2 {
		t.Errorf("%d redirects", redirects)
	}
	for _, o := range list.Objects {
		a, body := get(t, bucket+"/"+o.Key)
		if a.StatusCode != 200 || digest.Of(body).String() != o.Sha256 || a.Header.Get("Content-Type") != o.Type || a.Header.Get("X-Amz-Website-Redirect-Location") != o.Redirect {
			t.Errorf("%s: %s %q %q", o.Key, a.Status, a.Header.Get("Content-Type"), a.Header.Get("X-Amz-Website-Redirect-Location"))
		}
		if o.Cache != string(host.ClassOf(o.Key)) {
			t.Errorf("%s: cache %q", o.Key, o.Cache)
		}
	}
	if !strings.HasSuffix(list.Objects[len(list.Objects)-1].Key, "manifest.json") {
		t.Error("the list of all files is not put last")
	}
}
