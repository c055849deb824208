// Package picture makes the images of a site fit for cheap phones: smaller, upright, and
// without the metadata that cameras write into them, such as where a photo was taken.
//
// The same image and width always give the same bytes.
package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"slices"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

// MaxPixels is the most pixels an image may have. Decoding takes four bytes of memory a pixel, and
// a small file can claim to be an enormous image.
const MaxPixels = 50_000_000

// Version is part of the names of scaled images. It must be raised whenever Scale is changed to
// give other bytes, because an image whose name was published already is not made again.
const Version = "6"

// maxKernel is how many pixels may be held in floating point while an image is scaled, each of 32
// bytes.
const maxKernel = 8 << 20

// scalerFor returns the scaler for an image of this height that is scaled to this width. CatmullRom
// first scales the width alone, and holds the result in floating point: gigabytes for an image of
// a thousand pixels by forty thousand.
func scalerFor(width, height int) draw.Scaler {
	if width*height > maxKernel {
		return draw.ApproxBiLinear
	}
	return draw.CatmullRom
}

// ErrTooLarge is returned for images of more than MaxPixels.
var ErrTooLarge = errors.New("image has too many pixels")

// quality is that of JPEG files. Beyond it they grow much, and hardly look better.
const quality = 78

// An Info tells what a page must say of an image so that nothing moves when it is loaded.
type Info struct {
	Width, Height int    // of the upright image
	Ext           string // of the files that Scale makes
	Animated      bool   // it is published in one size, as it is
	// it is published as WebP for phones, too: a photo in the colours of the web
	WebP bool
}

// Is reports whether a file is an image, by its first bytes.
func Is(src []byte) bool {
	format, _, _ := codec(src)
	return format != ""
}

// Read returns the Info of an image in JPEG, PNG, GIF or WebP.
func Read(src []byte) (Info, error) {
	format, decodeConfig, _ := codec(src)
	if format == "" {
		return Info{}, errors.New("not a JPEG, PNG, GIF or WebP image")
	}
	config, err := decodeConfig(bytes.NewReader(src))
	animated := isAnimated(src)
	if animated && format == "webp" { // which the decoder does not know
		config, err = canvas(src)
	}
	if err != nil {
		return Info{}, fmt.Errorf("read %s: %w", format, err)
	}
	if config.Width <= 0 || config.Height <= 0 {
		return Info{}, errors.New("image has no pixels")
	}
	if int64(config.Width)*int64(config.Height) > MaxPixels {
		return Info{Width: config.Width, Height: config.Height}, ErrTooLarge
	}
	if Memory(src) > MaxMemory {
		return Info{Width: config.Width, Height: config.Height}, ErrTooHeavy
	}
	info := Info{Width: config.Width, Height: config.Height, Ext: ".jpg", Animated: animated}
	switch {
	case animated:
		info.Ext = "." + format
	case format == "png" || format == "gif" || format == "webp" && seeThrough(src):
		info.Ext = ".png"
	default:
		info.WebP = true
	}
	if turned(orientation(src)) {
		info.Width, info.Height = info.Height, info.Width
	}
	return info, nil
}

// Widths returns the widths in which an image is published, the smallest first: for small phones,
// for large ones and for wide screens, but none wider than the image.
func (i Info) Widths() []int {
	if i.Animated {
		return []int{i.Width}
	}
	var widths []int
	for _, w := range []int{480, 800, 1280} {
		if w < i.Width {
			widths = append(widths, w)
		}
	}
	if len(widths) < 3 {
		widths = append(widths, i.Width)
	}
	return widths
}

// WebPWidths returns the widths in which an image is published as WebP, too: those for phones.
// Wider ones would take most of the time, and are for screens that are not on a slow line.
func (i Info) WebPWidths() []int {
	if !i.WebP {
		return nil
	}
	return slices.DeleteFunc(i.Widths(), func(w int) bool { return w > 800 })
}

// HeightAt returns the height of the image at a width, at least 1.
func (i Info) HeightAt(width int) int {
	return max(1, (i.Height*width+i.Width/2)/i.Width)
}

// A Drawing is an image in a width, upright, from which files of several formats can be made. It is
// not changed, so any number of goroutines may use it.
type Drawing struct {
	src     []byte // nil of what is published as WebP, too
	info    Info
	pixels  *image.RGBA   // nil of one that moves
	palette color.Palette // of an image that has one
}

// Scale returns an image in a width, upright, without metadata and in the same colours, in the
// format that its Info says. One that moves it returns as it is, without metadata.
func Scale(src []byte, width int) ([]byte, error) {
	d, err := Draw(src, width)
	if err != nil {
		return nil, err
	}
	return d.File(d.info.Ext)
}

// Draw decodes and scales an image, which is nearly all of the work.
func Draw(src []byte, width int) (*Drawing, error) {
	info, err := Read(src)
	if err != nil {
		return nil, err
	}
	out := &Drawing{src: src, info: info}
	if info.WebP {
		out.src = nil // whose colours need nothing beside the pixels
	}
	if info.Animated {
		return out, nil
	}
	format, _, decode := codec(src)
	img, err := decode(bytes.NewReader(src))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", format, err)
	}
	// After scaling there are fewer pixels to turn.
	side := orientation(src)
	w, h := width, info.HeightAt(width)
	if turned(side) {
		w, h = h, w
	}
	if whole := image.Rect(0, 0, info.Width, info.Height); format == "gif" &&
		img.Bounds() != whole {
		screen := image.NewRGBA(whole) // of which this is a part
		draw.Draw(screen, img.Bounds(), img, img.Bounds().Min, draw.Src)
		img = screen
	}
	convert := conversionOf(src)
	// scaling would take much longer with a look at the palette for each pixel
	if drawing, few := img.(*image.Paletted); few {
		all := image.NewRGBA(drawing.Rect)
		draw.Draw(all, all.Rect, drawing, drawing.Rect.Min, draw.Src)
		if img = all; convert == nil {
			out.palette = drawing.Palette
		}
	}
	var black, ink *image.Gray
	if printed, ok := img.(*image.CMYK); ok && convert != nil && convert.space == "CMYK" {
		img, ink = inks(printed)
	} else if ok || convert != nil && convert.space == "CMYK" {
		convert = nil
	}
	scaled := image.NewRGBA(image.Rect(0, 0, w, h))
	if info.Ext == ".jpg" {
		draw.Draw(scaled, scaled.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	}
	scaler := scalerFor(w, img.Bounds().Dy())
	scaler.Scale(scaled, scaled.Bounds(), img, img.Bounds(), draw.Over, nil)
	if ink != nil {
		black = image.NewGray(scaled.Rect)
		scaler.Scale(black, black.Rect, ink, ink.Rect, draw.Src, nil)
	}
	if convert != nil {
		convert.apply(scaled, black)
	}
	out.pixels = turn(scaled, side)
	return out, nil
}

// File returns a Drawing as a file without metadata: .jpg, .png or .webp, of an image that moves as
// it was.
func (d *Drawing) File(ext string) ([]byte, error) {
	if d.info.Animated {
		return Clean(d.src)
	}
	var out bytes.Buffer
	switch ext {
	case ".webp":
		err := encodeWebP(&out, d.pixels)
		return out.Bytes(), err
	case ".jpg":
		err := jpeg.Encode(&out, d.pixels, &jpeg.Options{Quality: quality})
		return out.Bytes(), err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if d.palette != nil {
		if p := inPalette(d.pixels, d.palette); p != nil {
			err := encoder.Encode(&out, p)
			return withColours(out.Bytes(), d.src), err
		}
	}
	err := encoder.Encode(&out, d.pixels)
	return withColours(out.Bytes(), d.src), err
}

// maxError is the mean squared error of the channels up to which an image may be reduced to its
// palette: 36 dB, at which drawings still look the same.
const maxError = 16

// maxColours is how many different colours are looked up in a palette. Scaled drawings have some
// thousands.
const maxColours = 1 << 16

// inPalette returns img in the colours of a palette, or nil if it would look different. Scaling
// gives a drawing thousands of colours along its edges, which make its file three times as large.
func inPalette(img *image.RGBA, palette color.Palette) *image.Paletted {
	out := image.NewPaletted(img.Rect, palette)
	type place struct {
		n       uint8
		squares int // of the differences of this colour's channels
	}
	found := make(map[color.RGBA]place)
	var squares int
	for i := range out.Pix {
		px := img.Pix[4*i:][:4]
		c := color.RGBA{px[0], px[1], px[2], px[3]}
		at, ok := found[c]
		if !ok {
			if len(found) == maxColours {
				return nil
			}
			at.n = uint8(palette.Index(c))
			r, g, b, a := palette[at.n].RGBA()
			for channel, v := range [4]uint32{r, g, b, a} {
				d := int(px[channel]) - int(v>>8)
				at.squares += d * d
			}
			found[c] = at
		}
		out.Pix[i] = at.n
		squares += at.squares
	}
	if squares > maxError*len(img.Pix) {
		return nil
	}
	return out
}

type (
	configDecoder func(r io.Reader) (image.Config, error)
	decoder       func(r io.Reader) (image.Image, error)
)

// codec recognises an image by its first bytes, never by its name.
func codec(src []byte) (format string, c configDecoder, d decoder) {
	switch {
	case bytes.HasPrefix(src, []byte("\xff\xd8\xff")):
		return "jpeg", jpeg.DecodeConfig, jpeg.Decode
	case bytes.HasPrefix(src, []byte("\x89PNG\r\n\x1a\n")):
		return "png", png.DecodeConfig, png.Decode
	case bytes.HasPrefix(src, []byte("GIF8")):
		return "gif", gif.DecodeConfig, gif.Decode
	case len(src) > 12 && string(src[:4]) == "RIFF" && string(src[8:12]) == "WEBP":
		return "webp", webp.DecodeConfig, decodeWebP
	}
	return "", nil, nil
}

// orientation returns how the camera was held, from 1 (upright) to 8, by the Exif data of an image
// (Exif 2.32, tag 0x0112). It is 1 where there is none or it cannot be read.
func orientation(src []byte) int {
	format, _, _ := codec(src)
	switch format {
	case "png":
		return tiffOrientation(chunkPNG(src, "eXIf"))
	case "webp":
		return tiffOrientation(bytes.TrimPrefix(chunkWebP(src, "EXIF"), []byte("Exif\x00\x00")))
	case "jpeg":
		for rest := src[2:]; ; {
			mark, segment, after, ok := nextSegment(rest)
			if !ok || mark == markEOI || mark == markSOS {
				return 1
			}
			rest = after
			exif, ok := bytes.CutPrefix(segment[min(len(segment), 4):], []byte("Exif\x00\x00"))
			if ok && mark == markAPP1 {
				return tiffOrientation(exif)
			}
		}
	}
	return 1
}

func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(tiff[:2]) == "MM" {
		order = binary.BigEndian
	}
	start := int(order.Uint32(tiff[4:]))
	if start < 8 || start+2 > len(tiff) {
		return 1
	}
	entries := tiff[start+2:]
	for n := int(order.Uint16(tiff[start:])); n > 0 && len(entries) >= 12; n-- {
		if order.Uint16(entries) == 0x0112 {
			if v := int(order.Uint16(entries[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}

// turned reports whether width and height change places in an orientation.
func turned(orientation int) bool { return orientation >= 5 }

// turn returns an upright image of one that was taken in an orientation.
func turn(img *image.RGBA, orientation int) *image.RGBA {
	if orientation == 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	ow, oh := w, h
	if turned(orientation) {
		ow, oh = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, ow, oh))
	for y := range oh {
		for x := range ow {
			sx, sy := x, y
			switch orientation {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, h-1-x
			case 7:
				sx, sy = w-1-y, h-1-x
			case 8:
				sx, sy = w-1-y, x
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(sx, sy):][:4])
		}
	}
	return out
}
