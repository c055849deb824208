// Package pdf reads the pages of PDF files: their text in the order in which it is read, and which
// of it nobody sees.
//
// The work is done by PDFium, the reader of Chromium, as a program of WebAssembly: whatever a
// hostile file makes of it, it has no memory but its own, and no files. It is compiled for the
// processor when it is first used, which takes seconds and hundreds of megabytes; what comes of
// that is kept in a folder, from where later programs load it in a tenth of a second ([Open]).
//
// What nobody sees is what changes no pixel of the page when it is left out: text of the colour of
// its ground, or below a box or picture. Text that is invisible by its mode is seen all the same
// where it lies on a picture, as programs for scanners write what they recognise.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Errors of Read.
var (
	ErrEncrypted = errors.New("the PDF needs a password, if only for changes")
	ErrBroken    = errors.New("the PDF is broken")
)

// MaxPages is how many pages of a file are read.
const MaxPages = 2000

// maxMemory is how much the reader may use for one file, in pages of 64 KiB.
const maxMemory = 384 << 20 >> 16

// A Library is PDFium, ready to read files one after the other.
type Library struct{ pool pdfium.Pool }

// IsReady reports whether a folder holds what Open keeps, so that it will not take long.
func IsReady(folder string) bool {
	kept, err := filepath.Glob(filepath.Join(folder, "wazero-*", "*"))
	return err == nil && len(kept) > 0
}

// Open loads PDFium from the folder, or compiles it and keeps it there. A folder that cannot be
// written to only costs the time. Whoever can write to the folder says what the program does.
func Open(folder string) (*Library, error) {
	features := api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling
	config := wazero.NewRuntimeConfig().WithCoreFeatures(features).WithMemoryLimitPages(maxMemory)
	if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithCompilationWorkers(context.Background(), runtime.NumCPU()),
		MaxIdle: 1, MaxTotal: 1, FSConfig: wazero.NewFSConfig(), RuntimeConfig: config,
		Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("prepare the reader of PDF files: %w", err)
	}
	return &Library{pool}, nil
}

// FolderVariable names the variable that says where PDFium is kept.
const FolderVariable = "MAKLUMAT_PDF"

// DefaultFolder is where Open keeps PDFium: where the variable says, or else in the folder that
// this user has for what can be made again.
func DefaultFolder() string {
	if folder := os.Getenv(FolderVariable); folder != "" {
		return folder
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	return filepath.Join(folder, "maklumat", "pdf")
}

// A Page is what is known of a page.
type Page struct {
	Text    string   // all of it
	Seen    string   // what readers see of it
	Hidden  []Hiding // how the rest is hidden, each way once
	Said    []string // what programs read instead of what is shown, or read out for a picture
	Picture bool     // pictures lie over most of it
	Lost    int      // characters of which nobody can say which letters they show
}

// Read hands each page of a file to visit, beginning with 1, at most MaxPages, and returns how many
// there are. An error of visit ends it and is returned.
func (l *Library) Read(src []byte, visit func(n int, p *Page) error) (pages int, err error) {
	defer func() {
		if recover() != nil { // a broken file can bring the program to its end
			err = ErrBroken
		}
	}()
	in, err := l.pool.GetInstance(time.Minute) // of its own: nothing stays of a file
	if err != nil {
		return 0, fmt.Errorf("start the reader of PDF files: %w", err)
	}
	defer func() { _ = in.Close() }()
	d, err := in.FPDF_LoadMemDocument64(&requests.FPDF_LoadMemDocument64{Data: &src})
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return 0, ErrEncrypted
	}
	if err != nil {
		return 0, ErrBroken
	}
	revision, err := in.FPDF_GetSecurityHandlerRevision(
		&requests.FPDF_GetSecurityHandlerRevision{Document: d.Document})
	if err != nil {
		return 0, ErrBroken
	}
	if revision.SecurityHandlerRevision != -1 {
		return 0, ErrEncrypted
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.Document})
	if err != nil {
		return 0, ErrBroken
	}
	for n := range min(count.PageCount, MaxPages) {
		p, err := readPage(in, d.Document, n)
		if err != nil {
			return count.PageCount, err
		}
		if err := visit(n+1, p); err != nil {
			return count.PageCount, err
		}
	}
	return count.PageCount, nil
}

// readPage reads a page, the first of which is 0.
func readPage(in pdfium.Pdfium, doc references.FPDF_DOCUMENT, n int) (*Page, error) {
	loaded, err := load(in, doc, n)
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	page := requests.Page{ByReference: &loaded.Page}
	text, err := in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return nil, ErrBroken
	}
	defer func() {
		_, _ = in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	}()
	s := &sheet{in: in, page: page, text: text.TextPage}
	return s.read()
}

// load loads a page. What notes and fields show becomes a part of it: stamps, signatures and filled
// forms, which readers see, and boxes over a text.
func load(in pdfium.Pdfium, doc references.FPDF_DOCUMENT, n int) (*responses.FPDF_LoadPage, error) {
	request := &requests.FPDF_LoadPage{Document: doc, Index: n}
	loaded, err := in.FPDF_LoadPage(request)
	if err != nil {
		return nil, ErrBroken
	}
	page := requests.Page{ByReference: &loaded.Page}
	count, err := in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil || count.Count == 0 {
		return loaded, nil
	}
	flat, err := in.FPDFPage_Flatten(&requests.FPDFPage_Flatten{
		Page: page, Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
	if err != nil || flat.Result != responses.FPDFPage_FlattenResultSuccess {
		return loaded, nil // nothing is to be seen of them
	}
	_, _ = in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	if loaded, err = in.FPDF_LoadPage(request); err != nil {
		return nil, ErrBroken
	}
	return loaded, nil
}

// clean returns a text as it would be typed: lines end with \n, and a word that was divided at the
// end of a line is whole again. PDFium has U+FFFE for the hyphen that divided it, or U+0002. A
// hyphen of a word that is said twice, such as undang-undang, stays.
func clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x02", "\ufffe", "\x00", "").Replace(text)
	text = ofSymbols.Replace(text)
	var b strings.Builder
	for {
		before, after, divided := strings.Cut(text, "\ufffe")
		b.WriteString(before)
		if !divided {
			return b.String()
		}
		text = strings.TrimPrefix(after, "\n")
		head := before[strings.LastIndexAny(before, " \n")+1:]
		tail := text[:len(text)-len(strings.TrimLeftFunc(text, isWord))]
		if head == "" || tail == "" || strings.HasPrefix(tail, head) ||
			strings.HasSuffix(head, tail) || isCapital(tail[0]) || isCapital(head[len(head)-1]) ||
			len(head) == 1 {
			b.WriteByte('-')
		}
	}
}

// isCapital reports whether a hyphen beside a letter is one of the word: non-Islam, KPU-RI.
func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// ofSymbols are the digits of fonts of symbols, which Word has in a range of its own.
var ofSymbols = strings.NewReplacer("\uf030", "0", "\uf031", "1", "\uf032", "2", "\uf033", "3",
	"\uf034", "4", "\uf035", "5", "\uf036", "6", "\uf037", "7", "\uf038", "8", "\uf039", "9")

func isWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f && r != 0xfffe
}
