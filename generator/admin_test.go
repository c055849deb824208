package main

import (
	"crypto/sha512"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// formSite is the own site with the editors' form, whose script is that of the package. It
// returns the folder of the release.
func formSite(t *testing.T, repository string) string {
	t.Helper()
	script, err := os.ReadFile(npm(t, "@sveltia/cms/dist/sveltia-cms.js"))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha512.Sum384(script)
	dir := changed(t, "hosts: [netlify]\nrepositori: "+repository+"\nadmin:\n  skrip: sveltia-cms.js\n  integritas: sha384-"+base64.StdEncoding.EncodeToString(sum[:])+"\n",
		map[string]string{"static/admin/sveltia-cms.js": string(script)})
	return filepath.Join(dir, "public")
}

// TestFormConfig holds the configuration of the editors' form to the schema of Sveltia CMS.
func TestFormConfig(t *testing.T) {
	t.Parallel()
	compiler := jsonschema.NewCompiler()
	f, err := os.Open(npm(t, "@sveltia/cms/schema/sveltia-cms.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("sveltia-cms.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("sveltia-cms.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, repository := range []string{"https://github.com/kpu/situs", "https://gitlab.com/kpu/situs"} {
		b, err := os.ReadFile(filepath.Join(formSite(t, repository), "admin", "config.yml"))
		if err != nil {
			t.Fatal(err)
		}
		var config any
		if err := yaml.Load(b, &config); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(config); err != nil {
			t.Errorf("%v", err)
		}
		if text := string(b); strings.Contains(text, "dikecualikan,") || strings.Contains(text, ", dikecualikan]") || !strings.Contains(text, "judul halaman") {
			t.Error("the form offers to mark something as excluded, or has no hints")
		}
	}
}

// TestFormOpens opens the form in a browser: it reads its configuration and asks to sign in,
// and its policy stands in the way of nothing that it needs for that.
func TestFormOpens(t *testing.T) {
	t.Parallel()
	ctx := browser(t)
	address := served(t, formSite(t, "https://github.com/kpu/situs"))
	listen(t, ctx)
	open(t, ctx, address+"/admin/")
	until(t, ctx, `document.querySelectorAll('button').length > 0`)
	time.Sleep(500 * time.Millisecond)
	// It may ask elsewhere whether it is the newest, which is kept from it on purpose.
	if kept := ask[string](t, ctx, "window.kept.filter(function (k) { return !k.startsWith('connect-src https://unpkg.com/@sveltia/cms/package.json'); }).join(' | ')"); kept != "" {
		t.Errorf("the policy kept %s", kept)
	}
	if text := ask[string](t, ctx, `document.body.innerText`); !strings.Contains(text, "GitHub") {
		t.Errorf("shows %q", text)
	}
}
