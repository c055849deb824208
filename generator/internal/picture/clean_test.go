package picture

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"reflect"
	"testing"

	"golang.org/x/image/webp"
)

// canary is a text that must not be published.
const canary = "KANARI"

// A segment of a JPEG.
func segment(mark byte, body string) string {
	return string(append([]byte{0xff, mark}, binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))...)) + body
}

// exifOf is Exif data with a side that is up and a camera.
func exifOf(side byte) string {
	return "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(rune(side)) + "\x00\x00\x00\x00\x00\x00\x00" + canary
}

// jpegWith is a JPEG with more segments behind its first bytes, and bytes behind its end.
func jpegWith(t testing.TB, more, behind string) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return []byte("\xff\xd8" + more + b.String()[2:] + behind)
}

// chunk is a chunk of a PNG.
func chunk(name, body string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(b, name+body...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(name+body))))
}

// pngWith is a PNG with more chunks behind its head, and bytes behind its end.
func pngWith(t testing.TB, more, behind string) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 9, 7))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 5)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String()[:33] + more + b.String()[33:] + behind)
}

// gifWith is an animation with more blocks before its end.
func gifWith(t testing.TB, more, behind string) []byte {
	t.Helper()
	all := &gif.GIF{LoopCount: 3}
	for n := range 2 {
		img := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.White, color.Black})
		img.Pix[n] = 1
		all.Image, all.Delay = append(all.Image, img), append(all.Delay, 10+n)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, all); err != nil {
		t.Fatal(err)
	}
	src := b.String()
	return []byte(src[:len(src)-1] + more + ";" + behind)
}

// webpWith is a lossless WebP of one pixel in the extended form, with more chunks.
func webpWith(flags byte, more, behind string) []byte {
	pixels, _ := hex.DecodeString("2f0000001007101111888808") // of the format's own test of a pixel
	body := "WEBP" + riffChunk("VP8X", string([]byte{flags, 0, 0, 0, 0, 0, 0, 0, 0, 0})) + riffChunk("VP8L", string(pixels)) + more
	return []byte("RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body + behind)
}

func riffChunk(name, body string) string {
	return string(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(body)))) + body + "\x00"[:len(body)%2]
}

// TestClean takes out what images hold besides what they show, in each place where programs put
// it, and holds that they look the same: the pixels, the side that is up, colours and delays.
func TestClean(t *testing.T) {
	const profile = "ICC_PROFILE\x00\x01\x01profil"
	for _, tt := range []struct {
		name string
		src  []byte
		keep string // must be left
		same bool   // there is nothing to take out
	}{
		{"a JPEG", jpegWith(t, "", ""), "", true},
		{"Exif of a JPEG", jpegWith(t, segment(markAPP1, exifOf(1)), ""), "", false},
		{"the side of a JPEG", jpegWith(t, segment(markAPP1, exifOf(6)), ""), "\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06", false},
		{"XMP of a JPEG", jpegWith(t, segment(markAPP1, "http://ns.adobe.com/xap/1.0/\x00"+canary), ""), "", false},
		{"IPTC of a JPEG", jpegWith(t, segment(0xed, "Photoshop 3.0\x00"+canary), ""), "", false},
		{"a comment of a JPEG", jpegWith(t, segment(markCOM, canary), ""), "", false},
		{"a preview of a JPEG", jpegWith(t, segment(markAPP0, "JFIF\x00\x01\x02\x00\x00\x48\x00\x48\x02\x01"+canary), ""), "JFIF\x00\x01\x02\x00\x00\x48\x00\x48\x00\x00", false},
		{"a second preview", jpegWith(t, segment(markAPP0, "JFXX\x00"+canary), ""), "", false},
		{"what a camera writes for itself", jpegWith(t, segment(0xe5, canary)+segment(0xeb, canary), ""), "", false},
		{"a profile of a JPEG", jpegWith(t, segment(0xe2, profile), ""), profile, true},
		{"another picture of a JPEG", jpegWith(t, segment(0xe2, "MPF\x00"+canary), ""), "", false},
		{"colours of Adobe", jpegWith(t, segment(0xee, "Adobe\x00\x64\x00\x00\x00\x00\x01"), ""), "Adobe", true},
		{"behind a JPEG", jpegWith(t, "", canary), "", false},
		{"bytes between segments", jpegWith(t, "\xff\xff\xff"+segment(markCOM, canary)[1:], ""), "", false},
		{"a PNG", pngWith(t, "", ""), "", true},
		{"texts of a PNG", pngWith(t, chunk("tEXt", "Author\x00"+canary)+chunk("zTXt", canary)+chunk("iTXt", "XML:com.adobe.xmp\x00"+canary), ""), "", false},
		{"the time of a PNG", pngWith(t, chunk("tIME", "\x07\xea\x01\x01\x00\x00\x00"), ""), "", false},
		{"Exif of a PNG", pngWith(t, chunk("eXIf", exifOf(1)[6:]), ""), "", false},
		{"the side of a PNG", pngWith(t, chunk("eXIf", exifOf(8)[6:]), ""), "\x00\x00\x00\x1aeXIfMM", false},
		{"a profile of a PNG", pngWith(t, chunk("gAMA", "\x00\x00\xb1\x8f")+chunk("pHYs", "\x00\x00\x0b\x13\x00\x00\x0b\x13\x01"), ""), "gAMA", true},
		{"a chunk of somebody's own", pngWith(t, chunk("caBX", canary)+chunk("prVt", canary), ""), "", false},
		{"behind a PNG", pngWith(t, "", "PK\x03\x04"+canary), "", false},
		{"a GIF", gifWith(t, "", ""), "NETSCAPE2.0", true},
		{"a comment of a GIF", gifWith(t, "\x21\xfe\x06"+canary+"\x00", ""), "", false},
		{"XMP of a GIF", gifWith(t, "\x21\xff\x0bXMP DataXMP\x06"+canary+"\x00", ""), "", false},
		{"behind a GIF", gifWith(t, "", canary), "", false},
		{"a WebP", webpWith(0x10, "", ""), "VP8L", true},
		{"Exif and XMP of a WebP", webpWith(0x1c, riffChunk("EXIF", exifOf(1)[6:])+riffChunk("XMP ", canary), ""), "VP8X\x0a\x00\x00\x00\x10", false},
		{"the side of a WebP", webpWith(0x18, riffChunk("EXIF", exifOf(3)[6:]), ""), "EXIF\x1a\x00\x00\x00MM", false},
		{"behind a WebP", webpWith(0x10, "", canary), "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := Clean(tt.src)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(out, tt.src) != tt.same {
				t.Fatalf("the bytes are the same: %v, want %v", !tt.same, tt.same)
			}
			if bytes.Contains(out, []byte(canary)) {
				t.Error("metadata is left")
			}
			if !bytes.Contains(out, []byte(tt.keep)) {
				t.Errorf("%q is lost", tt.keep)
			}
			again, err := Clean(out)
			if err != nil || !bytes.Equal(again, out) {
				t.Errorf("what is clean is not: %v", err)
			}
			if side := orientation(tt.src); side != orientation(out) {
				t.Errorf("another side is up: %d, not %d", orientation(out), side)
			}
			if before, after := pixels(t, tt.src), pixels(t, out); !reflect.DeepEqual(before, after) {
				t.Error("the image is another one")
			}
		})
	}
}

// pixels are all images of a file, with their delays.
func pixels(t *testing.T, src []byte) any {
	t.Helper()
	var all any
	var err error
	switch format, _, _ := codec(src); format {
	case "jpeg":
		all, err = jpeg.Decode(bytes.NewReader(src))
	case "png":
		all, err = png.Decode(bytes.NewReader(src))
	case "gif":
		all, err = gif.DecodeAll(bytes.NewReader(src))
	case "webp":
		all, err = webp.Decode(bytes.NewReader(src))
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestUnclean holds that an image of which nobody knows where it ends is not published.
func TestUnclean(t *testing.T) {
	whole := jpegWith(t, "", "")
	for name, src := range map[string][]byte{
		"no image":                  []byte("x"),
		"a JPEG without an end":     whole[:len(whole)-2],
		"a segment that is cut":     append(bytes.Clone(whole[:2]), "\xff\xe1\xff\xff"...),
		"a PNG without an end":      pngWith(t, "", "")[:60],
		"an unknown critical chunk": pngWith(t, chunk("ABCD", "x"), ""),
		"a GIF without an end":      gifWith(t, "", "")[:40],
		"a GIF with another block":  gifWith(t, "\x99", ""),
		"a WebP that is cut":        webpWith(0x10, "", "")[:40],
	} {
		if _, err := Clean(src); !errors.Is(err, ErrUnclean) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCleanProject holds that the pictures of this project have nothing to take out.
func TestCleanProject(t *testing.T) {
	for _, name := range []string{"static/og.png", "content/berita/2026/meja-informasi.png"} {
		src, err := os.ReadFile("../../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if out, err := Clean(src); err != nil || !bytes.Equal(out, src) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// head is the head of an image, of no pixels, that says what it takes.
func head(kind string, w, h int) []byte {
	size := func(order binary.AppendByteOrder) string {
		return string(order.AppendUint16(order.AppendUint16(nil, uint16(h)), uint16(w)))
	}
	ihdr := func(depth, colours, interlaced byte) []byte {
		b := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))
		return []byte("\x89PNG\r\n\x1a\n" + chunk("IHDR", string(append(b, depth, colours, 0, 0, interlaced))))
	}
	frame := func(mark byte, sampling string) []byte {
		body := "\x08" + size(binary.BigEndian) + string(rune(len(sampling)))
		for n := range len(sampling) {
			body += string([]byte{byte(n + 1), sampling[n], 0})
		}
		return []byte("\xff\xd8" + segment(mark, body))
	}
	switch kind {
	case "png 8":
		return ihdr(8, 2, 0)
	case "png 16":
		return ihdr(16, 6, 0)
	case "png interlaced":
		return ihdr(8, 6, 1)
	case "png palette":
		return ihdr(8, 3, 0)
	case "jpeg":
		return frame(0xc0, "\x22\x11\x11")
	case "jpeg progressive":
		return frame(0xc2, "\x22\x11\x11")
	case "jpeg cmyk":
		return frame(0xc0, "\x11\x11\x11\x11")
	case "gif":
		return []byte("GIF89a" + string(binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(nil, uint16(w)), uint16(h))) + "\x00\x00\x00")
	case "webp": // that says it is of one pixel
		frame := "\x00\x00\x00\x9d\x01\x2a" + string(binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(nil, uint16(w)), uint16(h)))
		body := "WEBP" + riffChunk("VP8X", string(make([]byte, 10))) + riffChunk("VP8 ", frame)
		return []byte("RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body)
	}
	return nil
}

// TestMemory holds what images take against what is counted from their heads.
func TestMemory(t *testing.T) {
	for _, tt := range []struct {
		kind string
		w, h int
		want int64
	}{
		{"png 8", 7000, 7000, 196_000_000}, {"png 16", 7000, 7000, 392_000_000},
		{"png interlaced", 1000, 1000, 8_000_000}, {"png palette", 1000, 1000, 5_000_000},
		{"jpeg", 1000, 1000, 1_500_000}, {"jpeg progressive", 1000, 1000, 7_500_000},
		{"jpeg cmyk", 1000, 1000, 9_000_000}, {"gif", 1000, 1000, 5_000_000},
		{"webp", 16000, 16000, 768_000_000},
	} {
		if got := Memory(head(tt.kind, tt.w, tt.h)); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.kind, got, tt.want)
		}
	}
}

// TestTooHeavy refuses images by their heads. A photo of fifty million pixels is none of them.
func TestTooHeavy(t *testing.T) {
	for _, tt := range []struct {
		kind string
		w, h int
		want error
	}{
		{"png 8", 7000, 7000, ErrTooHeavy}, {"png 16", 7000, 7000, ErrTooHeavy},
		{"png 8", 5000, 5000, nil}, {"jpeg", 8160, 6120, nil},
		{"jpeg progressive", 8160, 6120, ErrTooHeavy}, {"jpeg progressive", 4000, 3000, nil},
		{"webp", 16000, 16000, ErrTooHeavy}, {"gif", 7000, 7000, ErrTooHeavy},
		{"jpeg", 9000, 9000, ErrTooLarge},
	} {
		src := head(tt.kind, tt.w, tt.h)
		if tt.kind[:3] == "jpe" { // whose sizes are read up to the first scan
			src = append(src, segment(markSOS, "\x01\x01\x00\x00\x3f\x00")...)
		}
		if _, err := Read(src); !errors.Is(err, tt.want) {
			t.Errorf("%s, %d × %d: %v, want %v", tt.kind, tt.w, tt.h, err, tt.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add(jpegWith(f, segment(markAPP1, exifOf(6)), "x"))
	f.Add(pngWith(f, chunk("eXIf", exifOf(6)[6:]), "x"))
	f.Add(gifWith(f, "\x21\xfe\x01x\x00", "x"))
	f.Add(webpWith(0x1c, riffChunk("EXIF", exifOf(3)[6:]), "x"))
	f.Fuzz(func(t *testing.T, src []byte) {
		before := bytes.Clone(src)
		out, err := Clean(src)
		if !bytes.Equal(src, before) {
			t.Fatal("the image was changed")
		}
		if err != nil {
			return
		}
		if again, err := Clean(out); err != nil || !bytes.Equal(again, out) {
			t.Fatalf("what is clean is not: %v", err)
		}
		if Memory(src) < 0 {
			t.Fatal("less than nothing")
		}
	})
}
