package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/store"
)

// TestUsage holds what is said to who calls the program wrongly: the code is 2, the word that
// may have been meant is named, and so is where help is.
func TestUsage(t *testing.T) {
	inSite(t, nil)
	english := env{"MAKLUMAT_LANG": "en"}
	const help = "Lihat: maklumat "
	try(t, []row{
		{name: "nothing", code: 2, out: []string{"maklumat PERINTAH [pilihan]"}},
		{name: "no such command", args: []string{"bild"}, code: 2,
			err: []string{`perintah "bild" tidak dikenal; maksudnya build?`}},
		{name: "no such command, in English", args: []string{"chek"}, env: english, code: 2,
			err: []string{`unknown command "chek"; did you mean check?`}},
		{name: "nothing like a command", args: []string{"xyzzyxyzzy"}, code: 2,
			err: []string{"tidak dikenal"}, not: []string{"maksudnya"}},
		{name: "no such option", args: []string{"build", "--dat", "2026-01-01"}, code: 2,
			err: []string{"flag provided but not defined: --dat", help + "build -h"}},
		{name: "build takes no file", args: []string{"build", "situs"}, code: 2,
			err: []string{`tidak tahu apa itu "situs"`}},
		{name: "output among inputs", args: []string{"build", "--out", "static/x"}, code: 2,
			err: []string{"--out tidak boleh berada di dalam content"}},
		{name: "no date", args: []string{"check", "--date", "besok"}, code: 2,
			err: []string{"--date harus seperti 2026-03-01"}},
		{name: "no base", args: []string{"check", "--base-url", "contoh"}, code: 2,
			err: []string{"--base-url harus seperti https://contoh.go.id/ppid/"}},
		{name: "no form of check", args: []string{"check", "--format", "xml"}, code: 2,
			err: []string{"--format harus text, json, github, atau gitlab"}},
		{name: "no form of audit", args: []string{"audit", "--format", "xml"}, code: 2,
			err: []string{"--format harus text, csv, atau json"}},
		{name: "audit takes no file", args: []string{"audit", "a.md"}, code: 2,
			err: []string{"tidak perlu nama berkas"}},
		{name: "no percentage", args: []string{"audit", "--fail-under", "101"}, code: 2,
			err: []string{"--fail-under harus dari 0 sampai 100"}},
		{name: "no such unit", args: []string{"audit", "--unit", "gudang"}, code: 2,
			err: []string{"unit gudang tidak ada di content/data/units.yaml"}},
		{name: "no kind", args: []string{"new"}, code: 2,
			err: []string{"sebutkan jenisnya: ", "berita", "inovasi"}},
		{name: "no such kind", args: []string{"new", "beritta", "A"}, code: 2,
			err: []string{`jenis "beritta" tidak dikenal; maksudnya berita?`, help + "new -h"}},
		{name: "no such kind, but one of the site's own is near",
			args: []string{"new", "inovsi", "A"}, env: english, code: 2,
			err: []string{`unknown kind "inovsi"; did you mean inovasi?`}},
		{name: "no title", args: []string{"new", "berita"}, code: 2,
			err: []string{"tulis judulnya di antara tanda kutip"}},
		{name: "a title without quotes", args: []string{"new", "berita", "Jam", "layanan"}, code: 2,
			err: []string{"apit judulnya dengan tanda kutip"}},
		{name: "a title without letters", args: []string{"new", "halaman", "???"}, code: 2,
			err: []string{"tidak dapat menjadi alamat"}},
		{name: "nothing to explain", args: []string{"explain"}, code: 2,
			err: []string{"sebutkan satu berkas atau alamat"}},
		{name: "nothing to search", args: []string{"search"}, code: 2,
			err: []string{"sebutkan kata yang dicari"}},
		{name: "fmt writes or not", args: []string{"fmt", "--fix", "--check"}, code: 2,
			err: []string{"pilih satu"}},
		{name: "fmt of no document", args: []string{"fmt", "static/x.txt"}, code: 2,
			err: []string{"static/x.txt bukan dokumen situs ini"}},
		{name: "no key file", args: []string{"key"}, code: 2,
			err: []string{"sebutkan berkas untuk kunci rahasia"}},
		{name: "no source", args: []string{"import"}, code: 2, err: []string{"sebutkan satu sumber"}},
		{name: "no log", args: []string{"stats"}, code: 2, err: []string{"sebutkan berkas log"}},
		{name: "nothing to verify", args: []string{"verify"}, code: 2,
			err: []string{"sebutkan satu alamat, atau --dir FOLDER"}},
		{name: "no form of verify", args: []string{"verify", "--dir", "public", "--format", "xml"},
			code: 2, err: []string{"--format harus text atau json"}},
		{name: "a folder has no log", args: []string{"verify", "--dir", "public", "--log", "x"},
			code: 2, err: []string{"bukan folder"}},
		{name: "a release since nobody knows when", args: []string{"verify", "https://contoh.go.id/",
			"--since", "2026-03-01"}, code: 2, err: []string{"--since memerlukan --key"}},
		{name: "no release to begin with", args: []string{"verify", "https://contoh.go.id/", "--key",
			aKey, "--since", "kemarin"}, code: 2, err: []string{`--since "kemarin" bukan tanggal`}},
		{name: "no public key", args: []string{"verify", "https://contoh.go.id/", "--key", "x"},
			code: 2, err: []string{"--key bukan kunci publik"}},
		{name: "no address to listen on", args: []string{"serve", "--addr", "8080"}, code: 2,
			err: []string{"--addr harus seperti 127.0.0.1:8080"}},
		{name: "no key in the environment", args: []string{"build"}, code: 2,
			env: env{keyVariable: "KANARI"}, err: []string{"MAKLUMAT_KEY bukan kunci"},
			not: []string{"KANARI"}},
	})
	if exists("public") {
		t.Error("wrong usage wrote something")
	}
}

// TestOutside holds that no command does anything in a folder that is not a site's.
func TestOutside(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, args := range [][]string{
		{"build"}, {"check"}, {"serve", "--addr", "127.0.0.1:0"}, {"new", "berita", "A"}, {"audit"},
		{"explain", "/"}, {"search", "a"}, {"key", "k"}, {"import", "x.csv"}, {"stats", "x.log"},
		{"fmt"}, {"fmt", "--fix"},
	} {
		o := run(t, nil, args...)
		if o.code != exitUsage || !strings.Contains(o.err, "tidak ada folder content di sini") {
			t.Errorf("%q: code %d, %s", args, o.code, o.err)
		}
	}
}

// TestHelp holds that every command has help with an example in both languages, on the
// standard output, and that help is no failure.
func TestHelp(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range commands() {
		var texts []string
		for _, lang := range []string{"id", "en"} {
			o := run(t, env{"MAKLUMAT_LANG": lang}, c.name, "-h")
			if o.code != exitDone || o.err != "" || !strings.Contains(o.out, "\n  maklumat "+c.name) {
				t.Errorf("%s in %s: code %d, %s", c.name, lang, o.code, o.out)
			}
			texts = append(texts, o.out)
		}
		if texts[0] == texts[1] {
			t.Errorf("%s: one text for both languages", c.name)
		}
		for _, word := range []string{"help", "-h", "--help"} {
			if o := run(t, nil, word); o.code != exitDone || !strings.Contains(o.out, "  "+c.name) {
				t.Errorf("%s does not name %s", word, c.name)
			}
		}
	}
}

// TestLanguage holds in which language the program speaks: the one that is asked for, or else
// the site's.
func TestLanguage(t *testing.T) {
	const id, en = "menampilkan pratinjau", "shows a preview"
	for _, c := range []struct{ name, site, asked, want string }{
		{"neither", "title: A\n", "", id},
		{"the site's", "title: A\nlanguage: en\n", "", en},
		{"only at the beginning of a line", "title: A\n# language: en\n", "", id},
		{"asked for", "title: A\n", "en", en},
		{"asked for, against the site's", "language: en\n", "id", id},
		{"asked for one that is not known", "title: A\n", "jv", id},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "content/site.yaml", c.site)
			if o := run(t, env{"MAKLUMAT_LANG": c.asked}, "help"); !strings.Contains(o.out, c.want) {
				t.Errorf("it says\n%s", o.out)
			}
		})
	}
}

// TestNamed holds that texts name the program as it is called here, and change nothing else.
func TestNamed(t *testing.T) {
	p := &program{getenv: env{nameVariable: "./build.sh"}.get}
	for text, want := range map[string]string{
		"lihat: maklumat check":       "lihat: ./build.sh check",
		"maklumat PERINTAH [pilihan]": "./build.sh PERINTAH [pilihan]",
		"maklumat COMMAND -h":         "./build.sh COMMAND -h",
		"maklumat pelayanan":          "maklumat pelayanan",
		"menaklumat check":            "menaklumat check",
	} {
		if got := p.named(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	inSite(t, nil)
	o := run(t, env{nameVariable: "./build.sh"}, "new", "halaman", "Baru")
	if !strings.Contains(o.err, "periksa dengan: ./build.sh check") {
		t.Errorf("it says %q", o.err)
	}
}

// TestParseAnywhere holds that options may stand behind other arguments, as people write them,
// and that none is read after "--".
func TestParseAnywhere(t *testing.T) {
	inSite(t, nil)
	try(t, []row{
		{name: "an option behind words", args: []string{"search", "puasa", "--format", "json"},
			out: []string{`"Total": 1`}},
		{name: "an option between words", args: []string{"search", "jam", "-n", "1", "puasa"},
			out: []string{"1 ditemukan"}},
		{name: "a word that looks like an option", args: []string{"search", "--", "--format"},
			out: []string{"Tidak ditemukan."}},
	})
}

// TestBroken holds that each failure of the machine is told with what to do about it, in both
// languages, and has the code 3.
func TestBroken(t *testing.T) {
	for _, c := range []struct {
		name   string
		err    error
		id, en string
	}{
		{"stopped", context.Canceled, "dihentikan", "stopped"},
		{"foreign files", store.ErrForeign, "Pindahkan isinya", "Move them away"},
		{"another build", store.ErrLocked, "Tunggu sampai selesai", "Wait until it has finished"},
		{"changed meanwhile", store.ErrChanged, "Ulangi setelah selesai", "Try again when"},
		{"no space", syscall.ENOSPC, "Kosongkan ruang", "Free some space"},
		{"no quota", syscall.EDQUOT, "Kosongkan ruang", "Free some space"},
		{"no permission", fs.ErrPermission, "Periksa izin folder", "Check the folder's permissions"},
		{"not handed over", notHanded{errors.New("x")}, "sudah terbit", "is released"},
		{"anything else", errors.New("disk on fire"), "disk on fire", "disk on fire"},
	} {
		for lang, want := range map[diag.Lang]string{diag.Indonesian: c.id, diag.English: c.en} {
			var said voice
			p := &program{err: &said, lang: lang, getenv: env{}.get}
			code := p.broken(fmt.Errorf("release: %w", c.err))
			if code != exitMachine || !strings.Contains(said.String(), want) {
				t.Errorf("%s: code %d, %q lacks %q", c.name, code, said.String(), want)
			}
		}
	}
}
