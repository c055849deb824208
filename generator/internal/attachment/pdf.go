package attachment

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"maklumat/generator/internal/pdf"
)

// The most that is read of a PDF.
const (
	maxPDFText  = 8 << 20 // bytes of one version
	maxVersions = 64      // of a file that was changed and saved again
)

// PreparePDF makes the reader of PDF files ready, which takes seconds when the folder has nothing
// yet (pdf.Open). Without it ReadPDF does so when it is first called, with a folder of the user.
func PreparePDF(folder string) error {
	_, err := library(folder)
	return err
}

var prepared struct {
	sync.Mutex
	*pdf.Library
}

func library(folder string) (*pdf.Library, error) {
	prepared.Lock()
	defer prepared.Unlock()
	if prepared.Library == nil {
		l, err := pdf.Open(folder)
		if err != nil {
			return nil, err
		}
		prepared.Library = l
	}
	return prepared.Library, nil
}

// ReadPDF counts the pages of a PDF and reads their text, what nobody sees of it, and what else is
// written in it: notes, bookmarks, forms, metadata and earlier versions. A hostile file may keep it
// busy for ever: the caller must be prepared for that.
func ReadPDF(src []byte, visit Visitor) Info {
	if !bytes.Contains(src[:min(len(src), 1024)], []byte("%PDF-")) {
		return Info{Problem: WrongType}
	}
	l, err := library(pdf.DefaultFolder())
	if err != nil {
		return Info{Problem: Unreadable}
	}
	r := &pdfReading{library: l, visit: visit}
	pages, err := r.readPages(src)
	if errors.Is(err, pdf.ErrEncrypted) {
		return Info{Problem: Encrypted}
	}
	info := Info{Pages: pages, Problem: problemOf(err)}
	list, problem := objectsIn(src)
	if slices.ContainsFunc(list.all, object.locks) {
		return Info{Problem: Encrypted}
	}
	if info.Problem == None {
		info.Problem = problem
	}
	var found findings
	active(list, &found)
	r.written(list)
	for _, text := range list.metadata {
		visit(unseen(PlaceXMP, text))
	}
	if err := r.earlier(src); info.Problem == None {
		info.Problem = problemOf(err)
	}
	if err := r.forgotten(src, list); info.Problem == None {
		info.Problem = problemOf(err)
	}
	info.Hidden = r.hidden
	if pages > pdf.MaxPages && r.lost == "" {
		r.lost = counted(PlacePage, pdf.MaxPages+1)
	}
	switch {
	case info.Problem != None:
	case pages == 0:
		info.Problem = Unreadable
	case r.lost != "":
		info.Problem, info.Where = Unseen, r.lost
	default:
		info.Scan = r.letters == 0 || r.scanned
	}
	return found.of(info)
}

// A pdfReading is a PDF that is being read.
type pdfReading struct {
	library *pdf.Library
	visit   Visitor
	hidden  []Hidden
	letters int             // that were read
	pages   int             // that were read
	scanned bool            // some page is a picture without letters
	lost    string          // the first page whose letters could not be
	text    []string        // all of each page
	now     map[string]bool // the words of these
}

// readPages visits the text of each page.
func (r *pdfReading) readPages(src []byte) (int, error) {
	size := 0
	return r.library.Read(src, func(n int, p *pdf.Page) error {
		place := counted(PlacePage, n)
		if len(p.Hidden) > 0 {
			r.visit(unseen(place, p.Text))
			for _, how := range p.Hidden {
				r.tell(string(how), place)
			}
		}
		r.visit(seen(place, p.Seen))
		for _, text := range p.Said {
			r.visit(unseen(place, text))
		}
		r.text = append(r.text, p.Text)
		r.pages++
		letters := 0
		for _, c := range p.Text {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				letters++
			}
		}
		r.scanned = r.scanned || p.Picture && letters < fewLetters
		if r.letters += letters; p.Lost > 10 && p.Lost > letters/4 && r.lost == "" {
			r.lost = place // what the page shows is no text to a program
		}
		if size += len(p.Text); size > maxPDFText {
			return errTooLarge
		}
		return nil
	})
}

// fewLetters is how many letters a scanned page may have of which nobody has read the picture:
// those of its number, or of a stamp of the scanner.
const fewLetters = 10

// tell adds a way of hiding to those that are known, once for each page.
func (r *pdfReading) tell(how, place string) {
	if h := (Hidden{how, place}); len(r.hidden) < maxWarnings && !slices.Contains(r.hidden, h) {
		r.hidden = append(r.hidden, h)
	}
}

// isWriting reports whether a text may have been written by a person.
func isWriting(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter) ||
		strings.ContainsFunc(text, unicode.IsDigit)
}

// earlier visits what earlier versions of a file say that the last does not, of at most so many
// that none is passed over. Each ends with a mark, and the next was written behind it (ISO 32000-1,
// 7.5.6).
func (r *pdfReading) earlier(src []byte) error {
	end, read := 0, 0
	for {
		at := bytes.Index(src[end:], []byte("%%EOF"))
		if at < 0 {
			return nil
		}
		if end += at + len("%%EOF"); len(bytes.TrimSpace(src[end:])) == 0 {
			return nil
		}
		if read++; read > maxVersions {
			return errTooLarge
		}
		r.besides(src[:end], PlaceEarlier+", "+PlacePage)
	}
}

// besides visits the pages of a file made of this one that say what this one does not. kind is the
// word for the place of such a page, before its number.
func (r *pdfReading) besides(src []byte, kind string) {
	if r.now == nil {
		r.now = map[string]bool{}
		for _, text := range r.text {
			for word := range strings.FieldsSeq(text) {
				r.now[word] = true
			}
		}
	}
	_, _ = r.library.Read(src, func(n int, p *pdf.Page) error {
		for word := range strings.FieldsSeq(p.Text) {
			if !r.now[word] {
				at := counted(kind, n)
				r.visit(unseen(at, p.Text))
				r.tell(Earlier, at)
				break
			}
		}
		return nil
	})
}

// tiling matches what says that a stream is drawn again and again to fill an area (ISO 32000-1,
// 8.7.3).
var tiling = regexp.MustCompile(`/PatternType\s+1\b`)

// forgotten visits what is still in the file of pages that were taken out, and of drawings that no
// page shows, of at most so many that none is passed over: some programs only take them out of the
// list. A file with a list of them alone is read, by a reader that repairs it: it has no table that
// says where its objects are.
func (r *pdfReading) forgotten(src []byte, list *objects) error {
	listed, mentioned, numbers := list.pages(), list.mentioned(), list.numbers()
	if len(numbers) == 0 {
		return nil
	}
	looks := list.appearances() // of notes and fields, which may not be shown, or at other times
	more := list.countPages(listed) > r.pages && r.pages < pdf.MaxPages
	var kids, drawings strings.Builder
	next, _ := strconv.ParseUint(numbers[len(numbers)-1], 10, 64) // it is one
	next++
	n := 0
	for _, name := range numbers {
		versions := list.numbered[name]
		values := versions[len(versions)-1].values()
		switch {
		case values["Type"].first() == "Page" && (!listed[name] || more):
			fmt.Fprintf(&kids, "%s 0 R ", name)
			n++
		case values["Subtype"].first() == "Form" && len(listed) > 0 &&
			(!mentioned[name] || looks[name]) || values["PatternType"].first() == "1":
			fmt.Fprintf(&kids, "%d 0 R ", next)
			fmt.Fprintf(&drawings,
				"%d 0 obj<</Type/Page/MediaBox[0 0 9999 9999]/Resources<</XObject<</X %s 0 R>>>>"+
					"/Contents %d 0 R>>endobj\n%d 0 obj<</Length 5>>stream\n/X Do\nendstream\nendobj\n",
				next, name, next+1, next+1)
			next += 2
			n++
		}
	}
	switch {
	case n == 0:
		return nil
	case n > pdf.MaxPages:
		return errTooLarge
	}
	file := bytes.ReplaceAll(src, []byte("startxref"), []byte("startxxxx"))
	// No reader of texts has those of such a stream, and as a drawing it says them.
	file = tiling.ReplaceAll(file, []byte("/Subtype/Form/Was 1"))
	file = fmt.Appendf(file, "\n%s%d 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n%d 0 "+
		"obj<</Type/Catalog/Pages %d 0 R>>endobj\n"+
		"trailer<</Root %d 0 R/Size %d>>\n",
		drawings.String(), next, n, kids.String(), next+1, next, next+1, next+2)
	r.besides(file, PlaceRemoved)
	return nil
}
