package attachment

import (
	"encoding/xml"
	"io"
)

// Limits on XML: a file of some kilobytes, unpacked, can be nothing but the beginnings of
// elements, or one element of a million attributes, and all of it is kept while it is read.
const (
	maxLevels = 1000    // of elements inside each other
	maxToken  = 4 << 20 // bytes of a tag, a text, or an element that is decoded at once, and of a row of a table
)

// An xmlReader is an xml.Decoder within limits, beyond which it returns errTooLarge.
type xmlReader struct {
	*xml.Decoder
	in    *rationed
	level int
}

func newXML(r io.Reader) *xmlReader {
	in := &rationed{r, maxToken}
	return &xmlReader{Decoder: xml.NewDecoder(in), in: in}
}

// Token is that of xml.Decoder.
func (x *xmlReader) Token() (xml.Token, error) {
	x.in.left = maxToken
	t, err := x.Decoder.Token()
	switch t.(type) {
	case xml.StartElement:
		if x.level++; x.level > maxLevels {
			return nil, errTooLarge
		}
	case xml.EndElement:
		x.level--
	}
	return t, err
}

// DecodeElement is that of xml.Decoder, for the element that Token returned last.
func (x *xmlReader) DecodeElement(v any, start *xml.StartElement) error {
	x.in.left = maxToken
	x.level--
	return x.Decoder.DecodeElement(v, start)
}

// rationed reads so many bytes and no more, until it is given more.
type rationed struct {
	r    io.Reader
	left int
}

func (r *rationed) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, errTooLarge
	}
	n, err := r.r.Read(p[:min(len(p), r.left)])
	r.left -= n
	return n, err
}
