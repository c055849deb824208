package picture

import (
	"image"
	"io"

	encoder "github.com/gen2brain/webp"
	"golang.org/x/image/webp"
)

// Of 73 photos of a public site, files of this quality and effort have 0.54 of the bytes of those
// in JPEG with the same error (35.7 dB). More effort takes half as long again for 2 % less.
const (
	webpQuality = 70
	webpEffort  = 2
)

// encodeWebP writes a photo as lossy WebP, by libwebp in WebAssembly: build.sh sets the tag
// nodynamic, and without it a program that is linked dynamically would take a library of the system
// if there is one.
func encodeWebP(w io.Writer, m image.Image) error {
	return encoder.Encode(w, m, encoder.Options{Quality: webpQuality, Method: webpEffort})
}

// decodeWebP reads a WebP with the colours that browsers show. Those of a lossy one go from 16 to
// 235 and 240 (RFC 6386, 9.2, which leaves it to the program; all take ITU-R BT.601), and
// webp.Decode gives them to image.YCbCr, where they go from 0 to 255.
func decodeWebP(r io.Reader) (image.Image, error) {
	img, err := webp.Decode(r)
	if err != nil {
		return nil, err
	}
	switch m := img.(type) {
	case *image.YCbCr:
		widen(m)
	case *image.NYCbCrA:
		widen(&m.YCbCr)
	}
	return img, nil
}

// widen spreads the colours of an image over the whole of a byte, in place.
func widen(m *image.YCbCr) {
	var light, colour [256]uint8
	for v := range 256 {
		light[v] = spread(v-16, 219, 0)
		colour[v] = spread(v-128, 224, 128)
	}
	for _, plane := range []struct {
		bytes []uint8
		to    *[256]uint8
	}{{m.Y, &light}, {m.Cb, &colour}, {m.Cr, &colour}} {
		for i, v := range plane.bytes {
			plane.bytes[i] = plane.to[v]
		}
	}
}

// spread returns v of a range as one of 255 steps around a middle.
func spread(v, steps, middle int) uint8 {
	half := steps / 2
	if v < 0 {
		half = -half
	}
	return uint8(min(max((v*255+half)/steps+middle, 0), 255))
}
