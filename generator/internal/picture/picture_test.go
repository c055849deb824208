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
	"slices"
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
			t.Errorf("orientation %d: Read = %+v, %v, want %d × %d",
				test.orientation, info, err, test.w, test.h)
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

// drawing is a PNG of 90 × 60 pixels with a palette: bars, whose edges a smaller picture
// shows in colours between.
func drawing(t *testing.T, palette color.Palette) []byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, 90, 60), palette)
	for i := range img.Pix {
		if x, y := i%90, i/90; y%20 > 7 && x < 17+y {
			img.Pix[i] = uint8(len(palette) - 1)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDrawing holds that a drawing keeps its palette, with which it is much smaller, where
// that has the colours for it, and is not made coarse where it has not.
func TestDrawing(t *testing.T) {
	shades := make(color.Palette, 256)
	for i := range shades {
		shades[i] = color.NRGBA{255, uint8(i), 255, 255}
	}
	coarse := make(color.Palette, 64)
	for i := range coarse {
		coarse[i] = color.NRGBA{255, uint8(4*i + 3), 255, 255}
	}
	glass := slices.Clone(shades)
	for i := range glass {
		glass[i] = color.NRGBA{0, 0, 255, uint8(i)}
	}
	ink := color.Palette{color.White, color.Black}
	for _, tt := range []struct {
		name    string
		palette color.Palette
		width   int
		kept    bool
	}{
		{"shades, smaller", shades, 41, true},
		{"shades, as it is", shades, 90, true},
		{"every fourth shade, smaller", coarse, 41, true},
		{"shades of glass, smaller", glass, 41, true},
		{"ink, smaller: the edges are grey", ink, 41, false},
		{"ink, as it is", ink, 90, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := drawing(t, tt.palette)
			out, err := Scale(src, tt.width)
			if err != nil {
				t.Fatal(err)
			}
			got, err := png.Decode(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := got.(*image.Paletted); ok != tt.kept {
				t.Errorf("the picture is a %T", got)
			}
			// What it is to look like.
			whole, err := png.Decode(bytes.NewReader(src))
			if err != nil {
				t.Fatal(err)
			}
			want := image.NewNRGBA64(got.Bounds())
			draw.CatmullRom.Scale(want, want.Rect, whole, whole.Bounds(), draw.Src, nil)
			for y := range want.Rect.Dy() {
				for x := range want.Rect.Dx() {
					if d := apart(got.At(x, y), want.At(x, y)); d > 3 {
						t.Fatalf("(%d,%d) is %v, want %v", x, y, got.At(x, y), want.At(x, y))
					}
				}
			}
		})
	}
}

// apart is how far two colours are from each other in the channel that is farthest, of 255.
func apart(a, b color.Color) int {
	most := 0
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	for _, d := range []int{
		int(ar) - int(br), int(ag) - int(bg), int(ab) - int(bb), int(aa) - int(ba),
	} {
		most = max(most, d>>8, -d>>8)
	}
	return most
}

func TestRefused(t *testing.T) {
	huge := photo(t, 1)
	if i := bytes.Index(huge, []byte{0xff, 0xc0}); i > 0 { // the frame header: height, width
		copy(huge[i+5:], []byte{0xff, 0xff, 0xff, 0xff})
	}
	for name, src := range map[string][]byte{
		"empty":           nil,
		"text":            []byte("halo"),
		"SVG":             []byte("<svg onload=alert(1)>"),
		"cut short":       []byte("\xff\xd8\xff\xe0"),
		"too many pixels": huge,
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
		{1280, 4000, draw.CatmullRom}, {640, 13_000, draw.CatmullRom},
		{1280, 39_000, draw.ApproxBiLinear}, {640, 39_000, draw.ApproxBiLinear},
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
		{"drawing", "cdb3fdd05a4808908d17fe9449addf2b22594d0f8b87f0f504b7a4dc222b5e8e",
			drawing(t, color.Palette{color.White, color.Gray{128}, color.Black})},
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
