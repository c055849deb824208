package picture

import (
	"encoding/binary"
	"errors"
)

// MaxMemory is the most bytes that decoding an image may take: enough for MaxPixels of a camera.
// A file of a hundred kilobytes can be made to take seven times as much.
const MaxMemory = 128 << 20

// ErrTooHeavy is returned for images that would take more than MaxMemory.
var ErrTooHeavy = errors.New("image would take too much memory")

// Memory returns about how many bytes decoding an image takes, by its headers alone, which no
// decoder exceeds; 0 for what is no image.
func Memory(src []byte) int64 {
	format, _, _ := codec(src)
	switch format {
	case "jpeg":
		return memoryJPEG(src)
	case "png":
		return memoryPNG(src)
	case "gif":
		if len(src) < 10 {
			return 0
		}
		w, h := binary.LittleEndian.Uint16(src[6:]), binary.LittleEndian.Uint16(src[8:])
		// Draw gives each pixel a colour of its own, or a place on the screen
		return int64(w) * int64(h) * (1 + 4)
	case "webp":
		return memoryWebP(src)
	}
	return 0
}

// Cost returns about how many bytes Scale takes for an image and a width.
func Cost(src []byte, width int) int64 {
	info, err := Read(src)
	if err != nil {
		return 0
	}
	cost := Memory(src) + 2*4*int64(width)*int64(info.HeightAt(width)) // scaled, and turned
	// It is held in floating point while its width is scaled, see scalerFor.
	if pixels := int64(width) * int64(max(info.Height, info.Width)); pixels <= maxKernel {
		cost += 32 * pixels
	}
	return cost
}

// memoryJPEG counts the samples of an image. A progressive one is held as coefficients, of four
// bytes each, until its last scan; one of four colours is made into pixels besides, and its black
// into some of its own.
func memoryJPEG(src []byte) int64 {
	for rest := src[2:]; ; {
		mark, segment, after, ok := nextSegment(rest)
		if !ok || mark == markEOI || mark == markSOS {
			return 0
		}
		rest = after
		isFrame := mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc
		if !isFrame || len(segment) < 10 {
			continue
		}
		h, w := binary.BigEndian.Uint16(segment[5:]), binary.BigEndian.Uint16(segment[7:])
		colours := int(segment[9])
		if len(segment) < 10+3*colours {
			return 0
		}
		var most, all int64
		for n := range colours {
			sampling := segment[11+3*n]
			size := int64(sampling>>4) * int64(sampling&15)
			most, all = max(most, size), all+size
		}
		samples := int64(w) * int64(h) * all / max(most, 1)
		if colours == 4 {
			samples += (4 + 1) * int64(w) * int64(h)
		}
		if mark == 0xc2 {
			samples += 4 * samples
		}
		return samples
	}
}

// memoryPNG counts the bytes of the pixels as they are held. An interlaced image is decoded twice,
// and one of a palette gets colours for Scale.
func memoryPNG(src []byte) int64 {
	if len(src) < 29 {
		return 0
	}
	// The format allows no more than 31 bits; 24 are more than anybody decodes.
	const most = 1 << 24
	pixels := int64(min(binary.BigEndian.Uint32(src[16:]), most)) *
		int64(min(binary.BigEndian.Uint32(src[20:]), most))
	depth, kind, interlaced := src[24], src[25], src[28] != 0
	bytes := map[byte]int64{0: 1, 2: 4, 3: 1 + 4, 4: 4, 6: 4}[kind]
	if kind == 0 {
		bytes = 4 // with a transparent shade, it is held in colours
	}
	if depth == 16 {
		bytes *= 2
	}
	if interlaced {
		bytes *= 2
	}
	return pixels * bytes
}

// memoryWebP looks at the sizes of the frames: the size of the whole is only what the file says.
func memoryWebP(src []byte) (most int64) {
	for rest := src[12:]; len(rest) >= 8; {
		size := uint64(binary.LittleEndian.Uint32(rest[4:]))
		body := rest[8:]
		switch string(rest[:4]) {
		case "VP8 ":
			if len(body) >= 10 {
				w := int64(binary.LittleEndian.Uint16(body[6:]) & 0x3fff)
				h := int64(binary.LittleEndian.Uint16(body[8:]) & 0x3fff)
				most = max(most, w*h*3) // with transparency, and borders
			}
		case "VP8L":
			if len(body) >= 5 {
				bits := binary.LittleEndian.Uint32(body[1:])
				w, h := int64(bits&0x3fff)+1, int64(bits>>14&0x3fff)+1
				most = max(most, w*h*8)
			}
		}
		size += size & 1
		if size > uint64(len(body)) {
			return most
		}
		rest = body[size:]
	}
	return most
}
