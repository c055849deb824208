package attachment

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// The most that is read of a PDF.
const (
	maxPages   = 2000
	maxDepth   = 50 // of the tree of pages
	maxPDFText = 8 << 20

	// maxCount is the most objects, or bytes of a row of a table, that a PDF may claim to have; a
	// file of more bytes may claim as many as it has bytes.
	maxCount = 1 << 20
)

// counts matches the numbers for which the library allocates memory before it reads on.
var counts = regexp.MustCompile(
	`/(?:Size|Columns|Colors|N|First)` + gap + `(\d+)|/W(?:` + gap + `)?\[([^\]]*)\]`)

// overclaims reports a PDF that claims to have more objects, or longer rows, than it can have.
func overclaims(src []byte) bool {
	most := max(maxCount, float64(len(src)))
	for _, m := range counts.FindAllSubmatch(src, -1) {
		for _, number := range bytes.Fields(bytes.Join(m[1:], nil)) {
			if n, err := strconv.ParseFloat(string(number), 64); err == nil && n > most {
				return true
			}
		}
	}
	return false
}

// pagesOf returns the pages of a PDF, at most maxPages. ok is false when they do not form a tree,
// or one too deep. The library's own Page would walk over all earlier pages for each.
func pagesOf(r *pdf.Reader) (pages []pdf.Page, ok bool) {
	left := 2 * maxPages
	var walk func(node pdf.Value, depth int) bool
	walk = func(node pdf.Value, depth int) bool {
		if left--; left < 0 || depth > maxDepth {
			return false
		}
		kids := node.Key("Kids")
		if kids.Kind() != pdf.Array {
			pages = append(pages, pdf.Page{V: node})
			return true
		}
		for k := 0; k < kids.Len() && len(pages) < maxPages; k++ {
			if !walk(kids.Index(k), depth+1) {
				return false
			}
		}
		return true
	}
	ok = walk(r.Trailer().Key("Root").Key("Pages"), 0)
	return pages, ok
}

// ReadPDF counts the pages of a PDF and reads their text. The library panics on a broken file,
// which ReadPDF reports as Unreadable. References in a circle it may follow for ever, or until the
// stack is full and the program ends: the caller must be prepared for both.
func ReadPDF(src []byte, visit Visitor) (info Info) {
	if !bytes.Contains(src[:min(len(src), 1024)], []byte("%PDF-")) {
		return Info{Problem: WrongType}
	}
	if overclaims(src) {
		return Info{Problem: Unreadable}
	}
	defer func() {
		if recover() != nil {
			info = Info{Problem: Unreadable, Pages: info.Pages}
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		text := err.Error() // the library has one value, and several texts, for a password
		if strings.Contains(text, "encrypt") || strings.Contains(text, "password") {
			return Info{Problem: Encrypted}
		}
		return Info{Problem: Unreadable}
	}
	if !r.Trailer().Key("Encrypt").IsNull() { // also where the password is only for changes
		return Info{Problem: Encrypted}
	}
	pages, ok := pagesOf(r)
	if !ok {
		return Info{Problem: Unreadable}
	}
	var found findings
	if problem := active(r, pages, src, &found); found.refused != nil || problem != None {
		return found.of(Info{Problem: problem})
	}
	info.Warnings = found.warned
	info.Pages = r.NumPage()
	if info.Pages == 0 {
		return Info{Problem: Unreadable}
	}
	for _, key := range []string{"Title", "Author", "Subject", "Keywords"} {
		if text := r.Trailer().Key("Info").Key(key).Text(); text != "" {
			visit("metadata "+key, -1, text)
		}
	}
	size := 0
	for n, page := range pages {
		if page.V.IsNull() {
			continue
		}
		text, err := page.GetPlainText(nil)
		if err != nil {
			return Info{Problem: Unreadable, Pages: info.Pages}
		}
		if size += len(strings.TrimSpace(text)); size > maxPDFText {
			return Info{Problem: TooLarge, Pages: info.Pages}
		}
		visit("halaman "+strconv.Itoa(n+1), -1, text)
	}
	info.Scan = size == 0
	return info
}
