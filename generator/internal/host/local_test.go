package host

import (
	"errors"
	"testing"
)

// TestLocal shows how a page's addresses become those of files, and its policy one for files.
func TestLocal(t *testing.T) {
	const policy = `<meta http-equiv="Content-Security-Policy" content="`
	for _, test := range []struct{ name, file, in, want string }{
		{
			"a page", "a/b/index.html",
			`<a href="/ppid/sop/">`,
			`<a href="../../sop/index.html">`,
		},
		{
			"home", "a/index.html",
			`<a href="/ppid/">`,
			`<a href="../index.html">`,
		},
		{
			"from home", "index.html",
			`<a href="/ppid/sop/#x">`,
			`<a href="sop/index.html#x">`,
		},
		{
			"a picture", "a/index.html",
			`<img src="/ppid/media/a.png">`,
			`<img src="../media/a.png">`,
		},
		{
			"a picture in several sizes", "a/index.html",
			`<img srcset="/ppid/media/a.png 480w, /ppid/media/b.png 960w">`,
			`<img srcset="../media/a.png 480w, ../media/b.png 960w">`,
		},
		{
			"a picture in one size", "a/index.html",
			`<img srcset="/ppid/media/a.png">`,
			`<img srcset="../media/a.png">`,
		},
		{
			"a search", "index.html",
			`<form action="/ppid/cari/">`,
			`<form action="cari/index.html">`,
		},
		{
			"elsewhere", "index.html",
			`<a href="https://kpu.go.id/ppid/"> <a href="//x/"> <a href="/lain/"> <a href="#a">`,
			`<a href="https://kpu.go.id/ppid/"> <a href="//x/"> <a href="/lain/"> <a href="#a">`,
		},
		{
			"a redirect", "lama/index.html",
			`<meta http-equiv="refresh" content="0; url=/ppid/baru/">`,
			`<meta http-equiv="refresh" content="0; url=../baru/index.html">`,
		},
		{
			"a policy", "index.html",
			policy + `script-src 'x'; img-src &#39;self&#39;">`,
			policy + `script-src 'x'; img-src &#39;self&#39; file:">`,
		},
		{
			"the policy of the search, whose index comes as scripts", "cari/index.html",
			policy + `script-src 'x'; img-src &#39;self&#39;">`,
			policy + `script-src 'x' file:; img-src &#39;self&#39; file:">`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			name, got, err := Local("/ppid/", test.file, func() ([]byte, error) {
				return []byte(test.in), nil
			})
			if err != nil || name != test.file || string(got) != test.want {
				t.Errorf("%s %v, got\n%s\nwant\n%s", name, err, got, test.want)
			}
		})
	}
}

// TestLocalFiles holds that the index of the search becomes scripts, and that all other files
// stay as they are and are not even read.
func TestLocalFiles(t *testing.T) {
	broken := errors.New("broken")
	for _, test := range []struct {
		name, file, in string
		err            error
		wantName, want string
	}{
		{"the index", "cari/indeks.txt", "a \"b\"\n", nil,
			"cari/indeks.js", `maklumatBerkas("indeks","a \"b\"\n");` + "\n"},
		{"a part of the index", "cari/isi/ab.txt", "a", nil,
			"cari/isi/ab.js", `maklumatBerkas("ab","a");` + "\n"},
		{"an index that ends a script", "cari/isi/ab.txt", "</script>", nil,
			"cari/isi/ab.js", `maklumatBerkas("ab","\u003c/script\u003e");` + "\n"},
		{"a text elsewhere", "robots.txt", "", broken, "robots.txt", ""},
		{"a picture", "media/a.png", "", broken, "media/a.png", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			name, got, err := Local("/ppid/", test.file, func() ([]byte, error) {
				return []byte(test.in), test.err
			})
			if err != nil || name != test.wantName || string(got) != test.want {
				t.Errorf("%s %v, got\n%s\nwant\n%s", name, err, got, test.want)
			}
		})
	}
	for _, file := range []string{"index.html", "cari/indeks.txt"} {
		_, _, err := Local("/ppid/", file, func() ([]byte, error) { return nil, broken })
		if !errors.Is(err, broken) {
			t.Errorf("%s: a fault of the disk is %v", file, err)
		}
	}
}
