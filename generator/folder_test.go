package main

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// folderSite releases the own site for a folder and returns the copy.
func folderSite(t *testing.T, base string) string {
	t.Helper()
	dir := changed(t, "hosts: [folder]\n", nil, "--base-url", "https://contoh.go.id"+base)
	return filepath.Join(dir, ".maklumat", "public.luring")
}

// TestFolderCopy holds that every address of every page in a copy for a folder leads to a
// file of it.
func TestFolderCopy(t *testing.T) {
	t.Parallel()
	dir := folderSite(t, "/ppid/")
	pages, links := 0, 0
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		pages++
		elements(t, b, func(n *html.Node) {
			for _, key := range []string{"href", "src", "action", "poster"} {
				v, ok := attribute(n, key)
				u, err := url.Parse(v)
				if !ok || err != nil || u.Scheme != "" || u.Path == "" {
					continue
				}
				links++
				to := filepath.Join(filepath.Dir(name), filepath.FromSlash(u.Path))
				if info, err := os.Stat(to); err != nil || info.IsDir() {
					rel, _ := filepath.Rel(dir, name)
					t.Errorf("%s leads to %s, which is no file", rel, v)
				}
			}
		})
		return nil
	})
	if err != nil || pages < 100 || links < 1000 {
		t.Fatal(pages, links, err)
	}
}

// TestFolderInBrowser opens the copy as a file: pages look as they do, one leads to the
// next, and visitors can search.
func TestFolderInBrowser(t *testing.T) {
	t.Parallel()
	dir := folderSite(t, "/")
	ctx := browser(t)
	listen(t, ctx)
	open(t, ctx, "file://"+dir+"/index.html")
	if got := ask[string](t, ctx, "window.kept.join(' | ')"); got != "" {
		t.Errorf("the policy kept %s", got)
	}
	ask[bool](t, ctx, `document.querySelector('a[href="informasi/index.html"]').click() || true`)
	until(t, ctx, `location.pathname.endsWith('/informasi/index.html') && document.readyState === 'complete'`)
	open(t, ctx, "file://"+dir+"/berita/2026/meja-informasi/index.html")
	until(t, ctx, `[...document.images].every(i => i.complete && i.naturalWidth > 0)`)
	open(t, ctx, "file://"+dir+"/cari/index.html?q=laporan+kinerja")
	until(t, ctx, `document.querySelectorAll('.temuan li').length > 3`)
	if got := ask[string](t, ctx, "window.kept.join(' | ')"); got != "" {
		t.Errorf("the policy kept %s", got)
	}
	ask[bool](t, ctx, `document.querySelector('.temuan a').click() || true`)
	until(t, ctx, `location.pathname.endsWith('/index.html') && !location.pathname.includes('/cari/') && document.querySelector('h1') !== null`)
}
