package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// ErrUnclean is returned for an image whose metadata cannot be told from the rest of it.
var ErrUnclean = errors.New("metadata cannot be taken out")

// Clean returns an image without metadata: where and when it was taken, by which camera and by
// whom, comments, previews, and whatever lies behind its end. Pixels and their coding stay as they
// are, and so do the colour profile, transparency, animation and the side that is up. It returns
// src itself where there is nothing to take out, and what it returns is clean: Clean of that is
// the same.
//
// What is kept is what is known to be needed to show the image. All else goes.
func Clean(src []byte) ([]byte, error) {
	format, _, _ := codec(src)
	var out []byte
	var ok bool
	switch format {
	case "jpeg":
		out, ok = cleanJPEG(src)
	case "png":
		out, ok = cleanPNG(src)
	case "gif":
		out, ok = cleanGIF(src)
	case "webp":
		out, ok = cleanWebP(src)
	}
	switch {
	case !ok:
		return nil, ErrUnclean
	case bytes.Equal(out, src):
		return src, nil
	}
	return out, nil
}

// upright returns Exif data (CIPA DC-008) that say nothing but which side is up; nil where that
// needs no saying.
func upright(side int) []byte {
	if side <= 1 {
		return nil
	}
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00")
	tiff[19] = byte(side)
	return append(tiff, 0, 0, 0, 0) // no other directory
}

// The markers of a JPEG (ITU-T T.81, table B.1).
const (
	markSOI  = 0xd8
	markEOI  = 0xd9
	markSOS  = 0xda
	markCOM  = 0xfe
	markAPP0 = 0xe0
	markAPP1 = 0xe1
	markAPPF = 0xef
)

// cleanJPEG keeps the segments that a decoder needs, and of the others the colour profile (ICC.1,
// annex B.4) and what says how colours are coded (JFIF and Adobe).
func cleanJPEG(src []byte) (out []byte, ok bool) {
	var exif []byte
	out = append(out, src[:2]...)
	rest := src[2:]
	for {
		mark, segment, after, ok := nextSegment(rest)
		if !ok {
			return nil, false
		}
		rest = after
		body := segment[min(len(segment), 4):]
		switch {
		case mark == markEOI:
			out = append(out, 0xff, markEOI)
			if exif != nil {
				head := binary.BigEndian.AppendUint16([]byte{0xff, markAPP1}, uint16(len(exif)+8))
				head = append(append(head, "Exif\x00\x00"...), exif...)
				out = append(append(bytes.Clone(out[:2]), head...), out[2:]...)
			}
			return out, true
		case mark == markAPP0 && bytes.HasPrefix(body, []byte("JFIF\x00")) && len(body) >= 14:
			out = append(out, 0xff, markAPP0, 0, 16) // without its preview
			out = append(append(out, body[:12]...), 0, 0)
		case mark == markAPP1 && exif == nil && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
			exif = upright(tiffOrientation(body[6:]))
		case mark == markAPP0+2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")),
			mark == markAPP0+14 && bytes.HasPrefix(body, []byte("Adobe")):
			out = append(out, segment...)
		case mark >= markAPP0 && mark <= markAPPF || mark == markCOM:
		default:
			out = append(out, segment...)
			if mark == markSOS {
				n := scanLength(rest)
				out, rest = append(out, rest[:n]...), rest[n:]
			}
		}
	}
}

// nextSegment returns the marker that src begins with, with the segment that it begins.
func nextSegment(src []byte) (mark byte, segment, rest []byte, ok bool) {
	for len(src) > 2 && src[0] == 0xff && src[1] == 0xff { // any number of them may stand before it
		src = src[1:]
	}
	if len(src) < 2 || src[0] != 0xff || src[1] == 0 {
		return 0, nil, nil, false
	}
	mark = src[1]
	if mark == markEOI || mark >= 0xd0 && mark <= markSOI || mark == 1 { // these stand alone
		return mark, src[:2], src[2:], true
	}
	if len(src) < 4 {
		return 0, nil, nil, false
	}
	size := 2 + int(binary.BigEndian.Uint16(src[2:]))
	if size < 4 || size > len(src) {
		return 0, nil, nil, false
	}
	return mark, src[:size], src[size:], true
}

// scanLength returns how many bytes of coded pixels src begins with: up to a marker, of which those
// that start again are a part.
func scanLength(src []byte) int {
	for n := 0; ; n++ {
		at := bytes.IndexByte(src[n:], 0xff)
		if at < 0 {
			return len(src)
		}
		if n += at; n+1 < len(src) && src[n+1] != 0 && (src[n+1] < 0xd0 || src[n+1] > 0xd7) {
			return n
		}
	}
}

// shown are the chunks of a PNG, besides the critical ones, that change how it looks (PNG, third
// edition, 11.3): transparency, colours, size and animation.
var shown = map[string]bool{
	"tRNS": true, "cHRM": true, "gAMA": true, "iCCP": true, "sBIT": true, "sRGB": true,
	"cICP": true, "mDCV": true, "cLLI": true, "bKGD": true, "hIST": true, "pHYs": true,
	"sPLT": true, "acTL": true, "fcTL": true, "fdAT": true,
}

// cleanPNG keeps the chunks that are needed to show the image, and which side is up.
func cleanPNG(src []byte) (out []byte, ok bool) {
	if len(src) < 16 || string(src[12:16]) != "IHDR" {
		return nil, false
	}
	out = append(out, src[:8]...)
	for rest := src[8:]; len(rest) >= 12; {
		size := uint64(binary.BigEndian.Uint32(rest))
		if size+12 > uint64(len(rest)) {
			return nil, false
		}
		chunk, name := rest[:size+12], string(rest[4:8])
		rest = rest[size+12:]
		switch {
		case name == "IEND":
			return append(out, chunk...), true
		case name == "IHDR" || name == "PLTE" || name == "IDAT" || shown[name]:
			out = append(out, chunk...)
		case name == "eXIf":
			if exif := upright(tiffOrientation(chunk[8 : 8+size])); exif != nil {
				out = appendChunk(out, name, exif)
			}
		case name[0] >= 'A' && name[0] <= 'Z': // nobody can show it who does not know this one
			return nil, false
		}
	}
	return nil, false
}

// appendChunk appends a chunk of a PNG.
func appendChunk(out []byte, name string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[len(out)-len(body)-4:]))
}

// The first bytes of the blocks of a GIF (GIF89a, appendix A).
const (
	gifExtension = 0x21
	gifImage     = 0x2c
	gifTrailer   = 0x3b
	gifControl   = 0xf9
	gifProgram   = 0xff
)

// cleanGIF keeps the images with their delays, and how often they repeat.
func cleanGIF(src []byte) (out []byte, ok bool) {
	if len(src) < 13 {
		return nil, false
	}
	images := false
	at := 13 + gifColours(src[10])
	for at < len(src) {
		begin := at
		switch src[at] {
		case gifTrailer:
			return append(out, gifTrailer), images
		case gifImage:
			if at+10 > len(src) {
				return nil, false
			}
			images = true
			at += 10 + gifColours(src[at+9]) + 1 // and the size of its codes
		case gifExtension:
			at += 2
		default:
			return nil, false
		}
		data := at
		if at, ok = afterBlocks(src, at); !ok {
			return nil, false
		}
		if out == nil {
			out = append(out, src[:13+gifColours(src[10])]...)
		}
		switch {
		case src[begin] == gifImage, src[begin+1] == gifControl:
			out = append(out, src[begin:at]...)
		case src[begin+1] == gifProgram && len(src) > data+16 &&
			(string(src[data+1:data+12]) == "NETSCAPE2.0" ||
				string(src[data+1:data+12]) == "ANIMEXTS1.0") &&
			src[data+12] == 3 && src[data+13] == 1:
			out = append(append(out, src[begin:data+16]...), 0)
		}
	}
	return nil, false
}

// gifColours returns how many bytes of colours follow a block whose flags say so.
func gifColours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// afterBlocks returns the end of the pieces of data that begin at a place.
func afterBlocks(src []byte, at int) (int, bool) {
	for at < len(src) {
		size := int(src[at])
		if at += 1 + size; size == 0 {
			return at, true
		}
	}
	return at, false
}

// cleanWebP keeps the image with its colours, transparency and animation, and which side is up.
func cleanWebP(src []byte) (out []byte, ok bool) {
	end := uint64(binary.LittleEndian.Uint32(src[4:])) + 8
	if end < 12 || end > uint64(len(src)) {
		return nil, false
	}
	out = append(out, src[:12]...)
	var exif []byte
	extended := -1
	for rest := src[12:end]; len(rest) > 0; {
		if len(rest) < 8 {
			return nil, false
		}
		size := uint64(binary.LittleEndian.Uint32(rest[4:]))
		size += size & 1
		if size+8 > uint64(len(rest)) {
			return nil, false
		}
		chunk := rest[:size+8]
		rest = rest[size+8:]
		switch string(chunk[:4]) {
		case "VP8X":
			if size < 10 {
				return nil, false
			}
			extended = len(out)
			out = append(out, chunk...)
		case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			out = append(out, chunk...)
		case "EXIF":
			tiff := bytes.TrimPrefix(chunk[8:], []byte("Exif\x00\x00"))
			exif = upright(tiffOrientation(tiff))
		}
	}
	if len(out) == 12 {
		return nil, false
	}
	if extended >= 0 {
		const hasExif, hasXMP = 0x08, 0x04
		out[extended+8] &^= hasExif | hasXMP
		if exif != nil {
			out[extended+8] |= hasExif
			out = append(out, "EXIF"...)
			out = append(binary.LittleEndian.AppendUint32(out, uint32(len(exif))), exif...)
		}
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, true
}
