package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"image"
	"io"
)

// maxProfile is the largest colour profile that is carried. Those of screens and cameras have some
// hundreds of bytes; those of printing presses have hundreds of thousands, and none is needed for
// what was decoded to red, green and blue.
const maxProfile = 1<<16 - 16 - len(iccHead)

// iccHead begins a segment of a JPEG with a colour profile: its name, its number and how many there
// are (ICC.1, annex B.4).
const iccHead = "ICC_PROFILE\x00\x01\x01"

// profile returns the colour profile by which the red, green and blue of an image are meant, nil
// where it has none or it is that of the web.
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
	// The header says what the numbers of the image stand for (ICC.1, 7.2.6).
	if len(icc) < 128 || len(icc) > maxProfile || string(icc[16:20]) != "RGB " {
		return nil
	}
	// Its name is in ASCII or UTF-16, by the version of the profile.
	if bytes.Contains(icc, []byte("sRGB")) || bytes.Contains(icc, []byte("s\x00R\x00G\x00B")) {
		return nil
	}
	return icc
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

// withColours puts into an image what says how its colours are meant in the one that it was made
// of: a profile, or of a PNG its exponent and primaries.
func withColours(made, src []byte) []byte {
	icc := profile(src)
	if bytes.HasPrefix(made, []byte("\xff\xd8")) {
		if icc == nil {
			return made
		}
		out := append([]byte("\xff\xd8\xff\xe2"),
			byte((len(icc)+len(iccHead)+2)>>8), byte(len(icc)+len(iccHead)+2))
		return append(append(append(out, iccHead...), icc...), made[2:]...)
	}
	const header = 8 + 12 + 13 // of a PNG, with its size
	out := bytes.Clone(made[:header])
	switch {
	case icc != nil:
		var packed bytes.Buffer
		packed.WriteString("icc\x00\x00")
		z := zlib.NewWriter(&packed)
		_, _ = z.Write(icc) // a Buffer takes every write
		_ = z.Close()
		out = appendChunk(out, "iCCP", packed.Bytes())
	case bytes.HasPrefix(src, []byte("\x89PNG")) && chunkPNG(src, "iCCP") == nil &&
		chunkPNG(src, "sRGB") == nil:
		for _, name := range []string{"cICP", "gAMA", "cHRM"} {
			if body := chunkPNG(src, name); body != nil {
				out = appendChunk(out, name, body)
			}
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
