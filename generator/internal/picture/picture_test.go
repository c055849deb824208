package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/draw"
)

// photo is a JPEG of 40 × 20 pixels whose left half is red, taken with the camera held as
// orientation says, with a place in its metadata.
func photo(t *testing.T, orientation uint16) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			c := color.RGBA{0, 0, 255, 255}
			if x < 20 {
				c = color.RGBA{255, 0, 0, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("II*\x00\x08\x00\x00\x00\x01\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, 0x0112)
	tiff = binary.LittleEndian.AppendUint16(tiff, 3)
	tiff = binary.LittleEndian.AppendUint32(tiff, 1)
	tiff = binary.LittleEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	exif := append([]byte("Exif\x00\x00"), append(tiff, "KANARI-GPS 6.97S 107.5E"...)...)
	segment := append([]byte{0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return bytes.Join([][]byte{b.Bytes()[:2], segment, exif, b.Bytes()[2:]}, nil)
}

func TestMetadataIsRemoved(t *testing.T) {
	src := photo(t, 1)
	if !bytes.Contains(src, []byte("KANARI-GPS")) {
		t.Fatal("the source holds no metadata")
	}
	out, err := Scale(src, 40)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out, []byte("KANARI")) || bytes.Contains(out, []byte("Exif")) {
		t.Error("metadata is left in the output")
	}
}

func TestOrientation(t *testing.T) {
	// Where the red half is after turning the photo upright.
	for _, test := range []struct {
		orientation uint16
		w, h        int
		redX, redY  int
	}{
		{1, 40, 20, 5, 10}, {2, 40, 20, 35, 10}, {3, 40, 20, 35, 10}, {4, 40, 20, 5, 10},
		{5, 20, 40, 10, 5}, {6, 20, 40, 10, 5}, {7, 20, 40, 10, 35}, {8, 20, 40, 10, 35},
		{9, 40, 20, 5, 10},
	} {
		src := photo(t, test.orientation)
		info, err := Read(src)
		if err != nil || info.Width != test.w || info.Height != test.h {
			t.Errorf("orientation %d: Read = %+v, %v, want %d × %d", test.orientation, info, err, test.w, test.h)
			continue
		}
		out, err := Scale(src, info.Width)
		if err != nil {
			t.Fatal(err)
		}
		img, err := jpeg.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if r, _, b, _ := img.At(test.redX, test.redY).RGBA(); r < b {
			t.Errorf("orientation %d: (%d,%d) is not red", test.orientation, test.redX, test.redY)
		}
	}
}

func TestWidths(t *testing.T) {
	for _, test := range []struct {
		name  string
		width int
		want  []int
	}{
		{"icon", 40, []int{40}},
		{"phone", 700, []int{480, 700}},
		{"exactly a step", 800, []int{480, 800}},
		{"camera", 4000, []int{480, 800, 1280}},
	} {
		got := Info{Width: test.width, Height: 10}.Widths()
		if len(got) != len(test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s: %v, want %v", test.name, got, test.want)
			}
		}
	}
}

func TestTransparentPNGKeepsIt(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	out, err := Scale(b.Bytes(), 5)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := img.At(2, 2).RGBA(); a != 0 {
		t.Error("transparency is lost")
	}
}

func TestRefused(t *testing.T) {
	huge := photo(t, 1)
	if i := bytes.Index(huge, []byte{0xff, 0xc0}); i > 0 { // the frame header: height, width
		copy(huge[i+5:], []byte{0xff, 0xff, 0xff, 0xff})
	}
	for name, src := range map[string][]byte{
		"empty": nil, "text": []byte("halo"), "SVG": []byte("<svg onload=alert(1)>"), "cut short": []byte("\xff\xd8\xff\xe0"), "too many pixels": huge,
	} {
		if _, err := Scale(src, 10); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestScalerFor holds the memory of a kernel to 256 MiB, and photos of telephones to the better
// scaler.
func TestScalerFor(t *testing.T) {
	for _, tt := range []struct {
		width, height int
		want          draw.Scaler
	}{
		{1280, 4000, draw.CatmullRom}, {640, 13_000, draw.CatmullRom}, {1280, 39_000, draw.ApproxBiLinear}, {640, 39_000, draw.ApproxBiLinear},
	} {
		if scalerFor(tt.width, tt.height) != tt.want {
			t.Errorf("%d from a height of %d: another scaler", tt.width, tt.height)
		}
	}
}

// TestVersion holds that Scale makes the bytes it always made. When this fails because
// they are meant to differ, raise Version and write the new digests here.
func TestVersion(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 10, 10))); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, want string
		src        []byte
	}{
		{"JPEG", "cd8516b419e88eb8a6cf6db9cf7a116ed977ece953465205d8609662cc779b53", photo(t, 6)},
		{"PNG", "5f3deae448f09bddf67b43065c5cd195c6bfd3acdaabdb749595fe5a262c04f1", b.Bytes()},
	} {
		out, err := Scale(test.src, 7)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(out)); got != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Add([]byte("GIF89a\x01\x00\x01\x00"))
	f.Fuzz(func(t *testing.T, src []byte) {
		info, err := Read(src)
		if err == nil && info.Width*info.Height > MaxPixels {
			t.Errorf("%d × %d passes", info.Width, info.Height)
		}
	})
}
