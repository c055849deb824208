package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"io"

	"github.com/kovidgoyal/imaging/prism/meta/icc"
)

// maxProfile is the largest colour profile that is read. Those of printing presses have megabytes.
const maxProfile = 8 << 20

// iccHead begins a segment of a JPEG with a colour profile: its name, its number and how many there
// are (ICC.1, annex B.4).
const iccHead = "ICC_PROFILE\x00\x01\x01"

// profile returns the colour profile by which the numbers of an image are meant, nil where it has
// none.
func profile(src []byte) []byte {
	var icc []byte
	format, _, _ := codec(src)
	switch format {
	case "jpeg":
		icc = profileJPEG(src)
	case "png":
		icc = profilePNG(src)
	case "webp":
		icc = chunkWebP(src, "ICCP")
	}
	if len(icc) < 128 || len(icc) > maxProfile {
		return nil
	}
	return icc
}

// A conversion turns the numbers of an image into those of the web, which are meant by sRGB.
type conversion struct {
	space    string // what the numbers stand for (ICC.1, 7.2.6)
	pipeline *icc.Pipeline
}

// conversionOf returns that of an image, nil where its colours are those of the web, or not known.
// Programs take the first table of a profile, as browsers do.
func conversionOf(src []byte) (c *conversion) {
	body := profile(src)
	if body == nil {
		return nil
	}
	defer func() {
		if recover() != nil { // a broken profile is none, as in browsers
			c = nil
		}
	}()
	p, err := icc.DecodeProfile(bytes.NewReader(body))
	if err != nil || p.IsSRGB() {
		return nil
	}
	c = &conversion{space: string(body[16:20])}
	channels := map[string]int{"GRAY": 1, "RGB ": 3, "CMYK": 4}[c.space]
	c.pipeline, err = p.CreateTransformerToSRGB(icc.PerceptualRenderingIntent, false, channels,
		true, true, true)
	if err != nil {
		return nil
	}
	return c
}

// apply converts the pixels of an image. ink is how much black there is beside cyan, magenta and
// yellow, of an image of inks.
func (c *conversion) apply(img *image.RGBA, ink *image.Gray) {
	defer func() { _ = recover() }() // a broken profile changes no more
	known := make([]uint32, 1<<16)   // what some numbers have become, as neighbours are often alike
	numbers := make([]uint32, 1<<16)
	in, out := make([]float64, 4), make([]float64, 4)
	for i := 0; i < len(img.Pix); i += 4 {
		alpha := uint32(img.Pix[i+3])
		if alpha == 0 {
			continue
		}
		var key uint32
		for n := range 3 {
			key = key<<8 | min(255, (uint32(img.Pix[i+n])*255+alpha/2)/alpha)
		}
		if ink != nil {
			key |= uint32(ink.Pix[i/4]) << 24
		}
		if c.space == "GRAY" && key != key&255*0x010101 {
			return // the profile is of another image
		}
		at := key * 0x9e3779b1 >> 16
		if numbers[at] != key || known[at] == 0 {
			for n := range 3 {
				in[n] = float64(key>>(16-8*n)&255) / 255
			}
			in[3] = float64(key>>24) / 255
			switch c.space {
			case "RGB ":
				out[0], out[1], out[2] = c.pipeline.Transform(in[0], in[1], in[2])
			default:
				c.pipeline.TransformGeneral(out, in)
			}
			known[at], numbers[at] = 1<<24, key
			for n := range 3 {
				known[at] |= uint32(max(0, min(1, out[n]))*255+0.5) << (16 - 8*n)
			}
		}
		for n := range 3 {
			img.Pix[i+n] = byte((known[at]>>(16-8*n)&255*alpha + 127) / 255)
		}
	}
}

// inks returns the cyan, magenta and yellow of an image as its red, green and blue, and its black.
// The first has the memory of img, which is of no use any more.
func inks(img *image.CMYK) (*image.RGBA, *image.Gray) {
	black := image.NewGray(img.Rect)
	for i := range black.Pix {
		at := i/black.Stride*img.Stride + 4*(i%black.Stride)
		black.Pix[i], img.Pix[at+3] = img.Pix[at+3], 255
	}
	return &image.RGBA{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect}, black
}

// profileJPEG joins the pieces of a profile, which may come in any order.
func profileJPEG(src []byte) []byte {
	var pieces [256][]byte
	for rest := src[2:]; ; {
		mark, segment, after, ok := nextSegment(rest)
		if !ok || mark == markEOI || mark == markSOS {
			return bytes.Join(pieces[:], nil)
		}
		rest = after
		body := segment[min(len(segment), 4):]
		name := iccHead[:12]
		if mark == markAPP0+2 && bytes.HasPrefix(body, []byte(name)) && len(body) > len(iccHead) {
			pieces[body[12]] = body[len(iccHead):]
		}
	}
}

// profilePNG unpacks the profile of a PNG (PNG, third edition, 11.3.2.3).
func profilePNG(src []byte) []byte {
	body := chunkPNG(src, "iCCP")
	_, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(packed) < 1 || packed[0] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	icc, err := io.ReadAll(io.LimitReader(z, int64(maxProfile)+1))
	if err != nil {
		return nil
	}
	return icc
}

// chunkPNG returns what is in the first chunk of a PNG with a name, nil without one.
func chunkPNG(src []byte, name string) []byte {
	for rest := src[8:]; len(rest) >= 12; {
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			return nil
		}
		if string(rest[4:8]) == name {
			return rest[8 : 8+size]
		}
		rest = rest[size+12:]
	}
	return nil
}

// chunkWebP returns what is in the first chunk of a WebP with a name, nil without one.
func chunkWebP(src []byte, name string) []byte {
	for rest := src[12:]; len(rest) >= 8; {
		size := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if size > uint64(len(rest)-8) {
			return nil
		}
		if string(rest[:4]) == name {
			return rest[8 : 8+size]
		}
		rest = rest[min(8+size+size&1, uint64(len(rest))):]
	}
	return nil
}

// withColours puts into a PNG what says how its colours are meant in the one that it was made of:
// its exponent and primaries. Colours that a profile means have been converted.
func withColours(made, src []byte) []byte {
	if !bytes.HasPrefix(src, []byte("\x89PNG")) || chunkPNG(src, "iCCP") != nil ||
		chunkPNG(src, "sRGB") != nil {
		return made
	}
	const header = 8 + 12 + 13 // of a PNG, with its size
	out := bytes.Clone(made[:header])
	for _, name := range []string{"cICP", "gAMA", "cHRM"} {
		if body := chunkPNG(src, name); body != nil {
			out = appendChunk(out, name, body)
		}
	}
	return append(out, made[header:]...)
}

// isAnimated reports whether an image moves.
func isAnimated(src []byte) bool {
	format, _, _ := codec(src)
	switch format {
	case "gif":
		return framesGIF(src) > 1
	case "png":
		body := chunkPNG(src, "acTL")
		return len(body) >= 4 && binary.BigEndian.Uint32(body) > 1
	case "webp":
		return chunkWebP(src, "ANIM") != nil
	}
	return false
}

// framesGIF counts the images of a GIF, up to two.
func framesGIF(src []byte) (n int) {
	if len(src) < 13 {
		return 0
	}
	for at := 13 + gifColours(src[10]); at < len(src) && n < 2; {
		switch src[at] {
		case gifImage:
			if at+10 > len(src) {
				return n
			}
			n++
			at += 10 + gifColours(src[at+9]) + 1
		case gifExtension:
			at += 2
		default:
			return n
		}
		var ok bool
		if at, ok = afterBlocks(src, at); !ok {
			return n
		}
	}
	return n
}

// canvas returns the size of a WebP that moves (RFC 9649, 2.7).
func canvas(src []byte) (c image.Config, err error) {
	head := chunkWebP(src, "VP8X")
	if len(head) < 10 {
		return c, errors.New("no size")
	}
	size := func(b []byte) int { return 1 + int(b[0]) + int(b[1])<<8 + int(b[2])<<16 }
	c.Width, c.Height = size(head[4:]), size(head[7:])
	return c, nil
}

// seeThrough reports whether a WebP may be transparent (RFC 9649, 2.7 and 3.4).
func seeThrough(src []byte) bool {
	if head := chunkWebP(src, "VP8X"); len(head) > 0 {
		return head[0]&0x10 != 0
	}
	lossless := chunkWebP(src, "VP8L")
	return len(lossless) >= 5 && lossless[4]&0x10 != 0
}
