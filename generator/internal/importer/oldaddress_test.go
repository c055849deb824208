package importer

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestOldAddresses holds which address a page had by the settings of its site.
func TestOldAddresses(t *testing.T) {
	for _, tt := range []struct{ settings, file, header, want string }{
		{"_config.yml:", "layanan/alur.md", "", "[/layanan/alur.html]"},
		{"_config.yml:permalink: pretty", "layanan/alur.md", "", "[/layanan/alur/]"},
		{"_config.yml:permalink: pretty", "_posts/2024-05-01-Baik.md", "categories: [Kabar]", "[/kabar/2024/05/01/Baik/]"},
		{"_config.yml:permalink: /kabar/:year/:i_month/:title/", "dinas/_posts/2024-05-01-baik.md", "", "[/kabar/2024/5/baik/]"},
		{"_config.yml:permalink: none", "dinas/_posts/2024-05-01-baik.md", "", "[/dinas/baik.html]"},
		{"_config.yml:collections: {dok: {output: true}}", "_dok/a/b.md", "", "[/dok/a/b.html]"},
		{"_config.yml:collections: {dok: {output: true, permalink: '/:path/'}}", "_dok/a/b.md", "", "[/a/b/]"},
		{"_config.yml:defaults: [{scope: {path: ''}, values: {permalink: '/x/:basename/'}}]", "a/b.md", "", "[/x/b/]"},
		{"_config.yml:permalink: ordinal", "_posts/2024-05-01-baik.md", "category: Kabar", "[/kabar/2024/122/baik.html]"},
		{"_config.yml:permalink: weekdate", "_posts/2024-12-30-baik.md", "", "[/2024/W01/Mon/baik.html]"},
		{"_config.yml:permalink: /:w_year/:week/:w_day/:long_month/:short_year/:slugified_categories/:title/", "_posts/2024-12-29-baik.md", "categories: [Kabar Baik]", "[/2024/52/7/December/24/kabar-baik/baik/]"},
		{"_config.yml:permalink: pretty", "_posts/2024-05-01-Baik.md", "redirect_from: [/2024/05/01/baik/, /Lain/index.html, /lain, /berita/2024/t/index.html]", "aliases: [/2024/05/01/Baik/, /Lain/index.html]\n"},
		{"_config.yml:permalink: /:lain/", "_posts/2024-05-01-baik.md", "", "left: _posts/2024-05-01-baik.md: alamat lamanya, /:lain/, tidak diketahui"},
		{"hugo.toml:[permalinks]\npost = '/:year/:month/:slug/'", "content/post/kabar.md", "date: 2024-05-06\nslug: Baik", "[/2024/05/baik/]"},
		{"hugo.toml:[permalinks.page]\npost = '/:sections/:year/:filename'", "content/post/x/kabar.md", "date: 2024-05-06", "[/post/x/2024/kabar]"},
		{"hugo.toml:[permalinks]\npost = '/:yearday/:weekday/:weekdayname/:monthname/:slug/'", "content/post/baik.md", "date: 2024-05-05\nslug: baik", "[/126/0/sunday/may/baik/]"},
		{"hugo.toml:[permalinks]\na = '/:sections[1:]/:filename/'", "content/a/b/c/d.md", "", "[/b/c/d/]"},
		{"hugo.toml:[permalinks]\na = '/:sections[:last]/:sections[last]/:sections[9:]/:sections[2:1]/:sections[0]/:filename/'", "content/a/b/c/d.md", "", "[/a/b/c/a/d/]"},
		{"hugo.toml:[permalinks]\na = '/:sections[x]/:filename/'", "content/a/b/d.md", "", "alamat lamanya, /:sections[x]/:filename/, tidak diketahui"},
		{"hugo.toml:[permalinks]\na = '/:filename[1:]/'", "content/a/b/d.md", "", "alamat lamanya, /:filename[1:]/, tidak diketahui"},
		{"hugo.toml:title = 'gohugoio/hugo#14971'", "content/posts/2024-03-05-bimtek.md", "", "[/posts/2024-03-05-bimtek/]"},
		{"hugo.toml:[frontmatter]\ndate = [':filename', ':default']", "content/posts/2024-03-05-bimtek.md", "", "[/posts/bimtek/]"},
		{"hugo.toml:title = 'gohugoio/hugo#5757'", "content/posts/bimtek.md", "date: 2024-03-05\naliases: [lama, ../kabar/b, /mutlak/]", "[/kabar/b, /mutlak/, /posts/bimtek/, /posts/lama]"},
		{"hugo.toml:uglyURLs = true", "content/a/kabar.md", "", "[/a/kabar.html]"},
		{"hugo.toml:[languages.id]\n[languages.en]", "content/a/b.id.md", "", "[/id/a/b/]"},
		{"hugo.toml:defaultContentLanguage = 'id'\n[languages.id]\ncontentDir = 'content/id'\n[languages.en]", "content/id/a/b.md", "", "[/a/b/]"},
		{"hugo.toml:defaultContentLanguage = 'id'\ndefaultContentLanguageInSubdir = true", "content/a/b.md", "", "[/id/a/b/]"},
		{"hugo.toml:contentDir = 'isi'", "isi/a/b/index.md", "", "[/a/b/]"},
	} {
		name, text, _ := strings.Cut(tt.settings, ":")
		got := imported(Folder(fstest.MapFS{name: {Data: []byte(text + "\n")}, tt.file: {Data: []byte("---\ntitle: T\n" + tt.header + "\n---\nIsi.\n")}}, theOptions(nil)))
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s, %s: no %s in\n%s", tt.settings, tt.file, tt.want, got)
		}
	}
}

// TestRootsInOrder holds that the same settings always give the same folders, also where two
// languages share one.
func TestRootsInOrder(t *testing.T) {
	settings := map[string]any{"languages": map[string]any{}}
	for _, l := range []string{"ar", "de", "en", "fr", "id", "nl", "su"} {
		settings["languages"].(map[string]any)[l] = map[string]any{"contentdir": "isi"}
	}
	for range 20 {
		if all := rootsOf(settings, "content"); len(all) != 7 || all[0].language != "ar" || all[6].language != "su" {
			t.Fatalf("%+v", all)
		}
	}
}
