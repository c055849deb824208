package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/site"
)

var (
	helpFmt = diag.Words{ID: "merapikan penulisan dokumen", EN: "writes documents in one form"}
	longFmt = diag.Words{ID: `
maklumat fmt [pilihan] [BERKAS…]

Menulis ulang dokumen dalam satu bentuk: urutan kunci, tanda kutip, baris kosong. Komentar
dipertahankan, dan isi halaman tidak berubah. Berkas yang kepala
dokumennya salah tidak diubah.

  maklumat fmt                              semua dokumen
  maklumat fmt content/halaman/profil.md    satu dokumen
  maklumat fmt --fix                        terapkan juga perbaikan yang diusulkan pesan kesalahan
  maklumat fmt --check                      hanya sebut yang belum rapi; kode keluar 1 jika ada`,
		EN: `
maklumat fmt [options] [FILE…]

Writes documents anew in one form: the order of keys, quotes, blank lines. Comments are
kept, and pages stay the same. A document whose header is wrong is left alone.

  maklumat fmt                              all documents
  maklumat fmt content/halaman/profil.md    one document
  maklumat fmt --fix                        also apply the corrections that messages propose
  maklumat fmt --check                      only name those not in form; exit code 1 if any`}
)

func (p *program) fmt(ctx context.Context, args []string) int {
	f := p.flags("fmt", longFmt)
	fix := f.Bool("fix", false,
		p.say("terapkan perbaikan yang diusulkan pesan",
			"apply the corrections that messages propose"))
	check := f.Bool("check", false,
		p.say("jangan menulis; sebut yang belum rapi", "write nothing; name those not in form"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if *fix && *check {
		return p.wrong("fmt", p.say("--fix menulis, --check tidak; pilih satu",
			"--fix writes and --check does not; choose one"))
	}
	only := make([]string, f.NArg())
	for i, name := range f.Args() {
		only[i] = filepath.ToSlash(filepath.Clean(name))
	}
	if *fix {
		// A correction may bring out the next one, as when a header can be read at last.
		var fixes fixes
		for range 10 {
			code := p.look(ctx, "fmt", options{}, func(s *build.Snapshot) int {
				return p.correct(s, only, &fixes)
			})
			if code != exitDone {
				return code
			}
			if fixes.now == 0 {
				break
			}
		}
		fmt.Fprintf(p.err,
			p.say("%d usulan diterapkan, %d diserahkan kepada editor; lihat: maklumat check\n",
				"%d corrections applied, %d left to the editor; see: maklumat check\n"), fixes.all,
			fixes.left)
	}
	return p.look(ctx, "fmt", options{}, func(s *build.Snapshot) int {
		return p.format(s, only, *check)
	})
}

// format writes the documents named in only, or all if it is empty, in the one form that
// content.Format gives them.
func (p *program) format(s *build.Snapshot, only []string, check bool) int {
	open := site.Open(s.Tree)
	changed, refused, seen := 0, 0, map[string]bool{}
	for _, e := range s.Tree.Entries {
		if s.Kinds().Of(e.Path) == nil || !strings.HasSuffix(e.Path, ".md") || !open(e.Path) ||
			len(only) > 0 && !slices.Contains(only, e.Path) {
			continue
		}
		seen[e.Path] = true
		name := filepath.Join(p.dir, filepath.FromSlash(e.Path))
		src, err := os.ReadFile(name)
		if err != nil {
			return p.broken(err)
		}
		out, ok := content.Format(s.Kinds(), e.Path, src)
		switch {
		case !ok:
			refused++
			fmt.Fprintf(p.err,
				p.say("%s: kepala dokumennya belum dapat dibaca, jadi tidak diubah; lihat: "+
					"maklumat check\n",
					"%s: its header cannot be read yet, so it is left alone; see: maklumat check\n"),
				diag.Masked(e.Path))
		case bytes.Equal(out, src):
		default:
			changed++
			fmt.Fprintln(p.out, e.Path)
			if !check {
				if err := replaceFile(name, out); err != nil {
					return p.broken(err)
				}
			}
		}
	}
	for _, name := range only {
		if !seen[name] {
			return p.wrong("fmt",
				fmt.Sprintf(p.say("%s bukan dokumen situs ini", "%s is no document of this site"),
					name))
		}
	}
	fmt.Fprintf(p.err, p.say("%d dokumen diperiksa: %d dirapikan, %d dilewati\n",
		"%d documents looked at: %d written anew, %d left alone\n"), len(seen), changed, refused)
	if check && changed > 0 {
		return exitContent
	}
	return exitDone
}

// fixes counts corrections: those of this round, of all, and those that are not ours to make.
type fixes struct{ now, all, left int }

// correct applies what messages propose. A class of information is never corrected: whether
// a document is public is not a matter of spelling. Nor is a sealed message's file touched.
func (p *program) correct(s *build.Snapshot, only []string, fixes *fixes) int {
	fixes.now, fixes.left = 0, 0
	byFile := map[string]diag.List{}
	for _, d := range s.Diags {
		if d.Replace == "" || len(only) > 0 && !slices.Contains(only, d.At.File) {
			continue
		}
		// Which page a link meant is a guess, and so is which document a reference did.
		if d.Sealed || d.At.End <= d.At.Start || slices.Contains(d.Args, "klasifikasi") ||
			d.Code == diag.LinkMissing || d.Code == diag.RefUnknown {
			fixes.left++
			continue
		}
		byFile[d.At.File] = append(byFile[d.At.File], d)
	}
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		diags := byFile[file]
		name := filepath.Join(p.dir, filepath.FromSlash(file))
		src, err := os.ReadFile(name)
		if err != nil {
			return p.broken(err)
		}
		slices.SortFunc(diags, func(a, b diag.Diagnostic) int { return b.At.Start - a.At.Start })
		end, before := len(src), fixes.now
		for _, d := range diags {
			if strings.ContainsAny(string(src[d.At.Start:min(d.At.End, len(src))]), "<[(") &&
				!strings.ContainsAny(d.Replace, "<[(") {
				fixes.left++ // what is to be replaced stands within it
				continue
			}
			if d.At.End > end || string(src[d.At.Start:d.At.End]) == d.Replace {
				continue // two corrections of one place: the next round decides
			}
			fmt.Fprintf(p.out, "%s: %s → %s\n", file, diag.Masked(string(src[d.At.Start:d.At.End])),
				diag.Masked(d.Replace))
			src = slices.Concat(src[:d.At.Start], []byte(d.Replace), src[d.At.End:])
			end = d.At.Start
			fixes.now++
			fixes.all++
		}
		if fixes.now == before {
			continue
		}
		if err := replaceFile(name, src); err != nil {
			return p.broken(err)
		}
	}
	return exitDone
}

// replaceFile writes a file anew in one step, so that a full disk loses nothing.
func replaceFile(name string, b []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".maklumat-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Chmod(info.Mode().Perm()), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
