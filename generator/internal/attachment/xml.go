package attachment

import (
	"encoding/xml"
	"io"
)

// The decoder keeps every open element, and every tag whole, in memory. An archive of some
// kilobytes can unpack to millions of opening tags, or to one tag with a million attributes.
const (
	maxLevels = 1000 // of elements inside each other
	// bytes of a tag, a text, an element decoded at once, or a row of a CSV file
	maxToken = 4 << 20
)

// An xmlReader is an xml.Decoder that returns errTooLarge beyond these limits.
type xmlReader struct {
	*xml.Decoder
	in    *rationed
	level int
}

func newXML(r io.Reader) *xmlReader {
	in := &rationed{r, maxToken}
	return &xmlReader{Decoder: xml.NewDecoder(in), in: in}
}

// Token shadows that of xml.Decoder.
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

// DecodeElement shadows that of xml.Decoder. start must be what Token returned last.
func (x *xmlReader) DecodeElement(v any, start *xml.StartElement) error {
	x.in.left = maxToken
	x.level--
	return x.Decoder.DecodeElement(v, start)
}

// A rationed reader returns errTooLarge when left bytes were read. Whoever owns it sets left anew
// before each thing that may be so large.
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
