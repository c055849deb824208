package attachment

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// The most that is read of a PDF.
const (
	maxPages   = 2000
	maxPDFText = 8 << 20
)

// readPDF counts the pages of a PDF and reads their text. The library gives up on a broken
// file by a panic, which ends here.
func readPDF(src []byte, visit Visitor) (info Info) {
	if !bytes.Contains(src[:min(len(src), 1024)], []byte("%PDF-")) {
		return Info{Problem: WrongType}
	}
	defer func() {
		if recover() != nil {
			info = Info{Problem: Unreadable, Pages: info.Pages}
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		if err == pdf.ErrInvalidPassword || strings.Contains(err.Error(), "encrypt") || strings.Contains(err.Error(), "password") {
			return Info{Problem: Encrypted}
		}
		return Info{Problem: Unreadable}
	}
	if !r.Trailer().Key("Encrypt").IsNull() { // also where the password is only for changes
		return Info{Problem: Encrypted}
	}
	if does, problem := active(r, src); does != "" {
		return Info{Problem: Active, Does: does}
	} else if problem != None {
		return Info{Problem: problem}
	}
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
	for n := 1; n <= min(info.Pages, maxPages); n++ {
		page := r.Page(n)
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
		visit("halaman "+strconv.Itoa(n), -1, text)
	}
	info.Scan = size == 0
	return info
}
