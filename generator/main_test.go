package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/pdf"
)

func TestMain(m *testing.M) {
	testscript.Main(cleaned{m}, map[string]func(){"maklumat": main})
}

// cleaned removes what tests shared.
type cleaned struct{ *testing.M }

func (c cleaned) Run() int {
	code := c.M.Run()
	if dir, err := scratch(); err == nil {
		_ = os.RemoveAll(dir)
	}
	return code
}

// TestScripts runs the conversations in testdata/script against the real program. Each
// begins in a folder with the project's templates and, unless it brings its own, a small
// site.yaml.
func TestScripts(t *testing.T) {
	t.Parallel()
	if err := attachment.PreparePDF(pdf.DefaultFolder()); err != nil { // which would be told once
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("GOGC", "")
			// With the race detector a program waits for a second before it exits, for what
			// other goroutines still do: here for nothing, three hundred times.
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			env.Setenv("MAKLUMAT_LANG", "")
			env.Setenv(pdf.FolderVariable, pdf.DefaultFolder()) // there is no home there
			env.Setenv("MAKLUMAT_PATIENCE", "1h")               // how fast a machine is shows in no message
			project, err := filepath.Abs("..")
			if err != nil {
				return err
			}
			env.Setenv("PROJECT", project)
			if err := os.CopyFS(filepath.Join(env.WorkDir, "templates"), os.DirFS("../templates")); err != nil && !os.IsExist(err) {
				return err
			}
			site := filepath.Join(env.WorkDir, "content", "site.yaml")
			if _, err := os.Stat(site); err == nil {
				return nil
			}
			if err := os.MkdirAll(filepath.Dir(site), 0o755); err != nil {
				return err
			}
			return os.WriteFile(site, []byte(smallSite), 0o644)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %s", cond)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"nowhere": nowhere,
			"await":   await,
			"write":   write,
			"put":     put,
			"photo":   photo,
			"many":    many,
			"unpack":  unpack,
			"bomb":    bomb,
			"xml":     wellFormed,
		},
	})
}

const smallSite = `title: KPU Contoh
base_url: https://contoh.go.id/
penulis: Humas
kontak: {alamat: Jalan Contoh 1, email: ppid@contoh.go.id}
kategori:
  - {slug: kegiatan, nama: Kegiatan}
  - {slug: opini, nama: Opini}
`

// unpacked returns what is in a file: of an archive also what its parts hold.
func unpacked(b []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return b
	}
	out := bytes.Clone(b)
	for _, part := range z.File {
		if r, err := part.Open(); err == nil {
			text, _ := io.ReadAll(io.LimitReader(r, 16<<20))
			out = append(out, text...)
			_ = r.Close()
		}
	}
	return out
}

// bomb FILE: a small archive with the ending of a sheet that holds a very large part.
func bomb(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: bomb file")
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	z := zip.NewWriter(f)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	ts.Check(err)
	_, err = w.Write(bytes.Repeat([]byte(" "), 65<<20))
	ts.Check(err)
	ts.Check(z.Close())
	ts.Check(f.Close())
}

// nowhere TEXT: no file of the output or the cache and no message holds the text.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: nowhere text")
	}
	if text := ts.ReadFile("stdout") + ts.ReadFile("stderr"); strings.Contains(text, args[0]) {
		ts.Fatalf("%s is in a message:\n%s", args[0], text)
	}
	for _, dir := range []string{"public", ".maklumat"} {
		root := ts.MkAbs(dir)
		err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.ReadFile(p)
			if bytes.Contains(unpacked(b), []byte(args[0])) || strings.Contains(p, args[0]) {
				ts.Fatalf("%s is in %s", args[0], p)
			}
			return err
		})
		ts.Check(err)
	}
}

// patience is how long is waited for what must come. How fast it comes is not asked here: a
// machine may be busy.
const patience = 2 * time.Minute

// await FILE TEXT: waits until the file holds the text; with ! until it does not.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: await file text")
	}
	var b []byte
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		b, _ = os.ReadFile(ts.MkAbs(args[0])) // it may not be there yet
		if bytes.Contains(b, []byte(args[1])) != neg {
			return
		}
	}
	ts.Fatalf("waited in vain for %q in %s, which holds:\n%s", args[1], args[0], b)
}

// write FILE PART...: writes a file as programs do that empty it and write it in pieces,
// with 300 ms between. \n in a part is a line break.
func write(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, part := range args[1:] {
		time.Sleep(300 * time.Millisecond)
		_, err = f.WriteString(strings.ReplaceAll(part, `\n`, "\n"))
		ts.Check(err)
	}
	ts.Check(f.Close())
}

// put FILE N TEXT: appends the text N times to a file. The text may hold escapes of Go, for
// bytes that a script cannot.
func put(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: put file n text")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(text, n))
	ts.Check(err)
	ts.Check(f.Close())
}

// many FOLDER N TITLE: writes N news items as fast as a branch switch does.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: many folder n title")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o755))
	for i := range n {
		text := fmt.Sprintf("---\ntitle: %s %d\ndate: 2026-01-%02d\nkategori: opini\n---\nIsi %d.\n", args[2], i, i%28+1, i)
		ts.Check(os.WriteFile(ts.MkAbs(fmt.Sprintf("%s/b%05d.md", args[0], i)), []byte(text), 0o644))
	}
}

// photo FILE TEXT: writes a JPEG of 900 × 600 pixels with the text in its metadata, where
// cameras write the place.
func photo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: photo file text")
	}
	var b bytes.Buffer
	ts.Check(jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 600)), nil))
	exif := append([]byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00"), args[1]...)
	segment := append([]byte{0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	src := bytes.Join([][]byte{b.Bytes()[:2], segment, exif, b.Bytes()[2:]}, nil)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), src, 0o644))
}

// unpack FILE FOLDER: unpacks a zip.
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack file folder")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), z))
}

// xml FILE...: each is well-formed XML, read strictly.
func wellFormed(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		d := xml.NewDecoder(strings.NewReader(ts.ReadFile(name)))
		for {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				ts.Fatalf("%s: %v", name, err)
			}
		}
	}
}

// TestEveryCodeIsShown holds that each message an editor can get is seen in some test, so
// that somebody has read it.
func TestEveryCodeIsShown(t *testing.T) {
	var seen bytes.Buffer
	for _, dir := range []string{"testdata/script", "internal/content/testdata", "internal/markdown/testdata", "internal/diag/testdata"} {
		err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.ReadFile(p)
			seen.Write(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, rule := range diag.Catalogue {
		if !bytes.Contains(seen.Bytes(), []byte(string(rule.Code))) {
			t.Errorf("no test shows %s", rule.Code)
		}
	}
}
