package attachment

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// words reads encoded words (RFC 2047). Programs write them in the names of files too, where the
// standard has another way.
var words = mime.WordDecoder{CharsetReader: latin}

// errHeader reports the head of a part that programs may read differently.
var errHeader = errors.New("broken header")

// readMail examines a letter with all that is attached to it (RFC 5322 and RFC 2045).
func (l *reading) readMail(src []byte, visit Visitor) Info {
	m, err := mail.ReadMessage(bytes.NewReader(src))
	if err != nil {
		return Info{Problem: Unreadable}
	}
	for _, field := range []string{"From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject"} {
		for _, text := range m.Header[field] {
			if text, err = words.DecodeHeader(text); err != nil {
				return Info{Problem: Unreadable}
			}
			visit(seen(field, text))
		}
	}
	// Other headers, and what stands before, between and behind the parts, are there to be read
	// too.
	visit(unseen(PlaceMessage, string(bytes.ToValidUTF8(src, nil))))
	p := packed{reading: l, visit: visit, names: map[string]bool{}}
	if err := p.letter(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"),
		m.Header.Get("Content-Disposition"), m.Body, 0); err != nil {
		return p.found.of(Info{Problem: problemOf(err)})
	}
	return p.end()
}

// letter examines a part of a letter, with the parts that are in it.
func (p *packed) letter(kind, coding, shown string, body io.Reader, depth int) error {
	if depth > maxNested {
		return errTooLarge
	}
	media, params, err := parameters(kind, "text/plain")
	if err != nil {
		return err
	}
	if strings.HasPrefix(media, "multipart/") {
		r := multipart.NewReader(body, params["boundary"])
		for {
			part, err := r.NextRawPart()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			h := part.Header
			if err := p.letter(h.Get("Content-Type"), h.Get("Content-Transfer-Encoding"),
				h.Get("Content-Disposition"), part, depth+1); err != nil {
				return err
			}
		}
	}
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	text, err := p.all(body)
	if err != nil {
		return err
	}
	_, disposition, err := parameters(shown, "inline")
	if err != nil {
		return err
	}
	name, err := words.DecodeHeader(cmp.Or(disposition["filename"], params["name"]))
	if err != nil {
		return errHeader
	}
	switch {
	case name != "":
		p.name(name, 0)
		p.file(name, text)
	case media == "text/html": // programs for letters run nothing of it
		if strings.HasPrefix(strings.ToLower(params["charset"]), "utf-16") && len(text) > 1 {
			mark := "\xff\xfe" // which is what programs take it for without one
			if text[0] == 0 || strings.HasSuffix(strings.ToLower(params["charset"]), "be") {
				mark = "\xfe\xff"
			}
			if text[0] < 0xfe {
				text = append([]byte(mark), text...)
			}
			text = fromUTF16(text)
		}
		p.visit(seen(counted(PlacePart, depth), string(text)))
	case media == "message/rfc822":
		p.file("surat.eml", text)
	default:
		p.file("surat.txt", text)
	}
	return nil
}

// parameters reads a field with parameters, which has a value where it is missing.
func parameters(field, missing string) (string, map[string]string, error) {
	value, params, err := mime.ParseMediaType(cmp.Or(field, missing))
	if err != nil {
		err = errHeader
	}
	return value, params, err
}
