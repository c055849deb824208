package picture

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"testing"
)

// Files of Pillow 9.4: forty pixels by twenty, the left half red and the right one blue; wide.* with
// a profile of more colours than the web's, turned.* with the orientation 6, clear.* green on the
// left and transparent on the right, moving.* of three pictures.
func pillow(t *testing.T, name string) []byte {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// scaled is a file as it is published, and what is in it.
func scaled(t *testing.T, name string) (Info, []byte, image.Image) {
	t.Helper()
	src := pillow(t, name)
	info, err := Read(src)
	if err != nil {
		t.Fatal(name, err)
	}
	out, err := Scale(src, info.Width)
	if err != nil {
		t.Fatal(name, err)
	}
	_, _, decode := codec(out)
	img, err := decode(bytes.NewReader(out))
	if err != nil && !info.Animated {
		t.Fatal(name, err)
	}
	return info, out, img
}

func near(c color.Color, r, g, b, a uint32) bool {
	cr, cg, cb, ca := c.RGBA()
	for _, d := range [][2]uint32{{cr >> 8, r}, {cg >> 8, g}, {cb >> 8, b}, {ca >> 8, a}} {
		if max(d[0], d[1])-min(d[0], d[1]) > 24 {
			return false
		}
	}
	return true
}

// TestOrientationOfOthers holds that pictures are upright whatever program wrote that they are not,
// and in whatever format (reports to Hugo, Jekyll and sharp about PNG and WebP).
func TestOrientationOfOthers(t *testing.T) {
	for _, name := range []string{"turned.jpg", "turned.png", "turned.webp", "turned-lossless.webp"} {
		info, _, img := scaled(t, name)
		if info.Width != 20 || info.Height != 40 {
			t.Errorf("%s: %d × %d", name, info.Width, info.Height)
		}
		if !near(img.At(10, 6), 255, 0, 0, 255) || !near(img.At(10, 34), 0, 0, 255, 255) {
			t.Errorf("%s: %v above %v", name, img.At(10, 6), img.At(10, 34))
		}
	}
}

// TestColoursOfOthers holds that a picture keeps the profile by which its colours are meant, and one
// of the web's colours needs none.
func TestColoursOfOthers(t *testing.T) {
	want := profile(pillow(t, "wide.jpg"))
	if len(want) < 128 {
		t.Fatal("the photo has no profile")
	}
	for _, name := range []string{"wide.jpg", "wide.png", "wide.webp"} {
		_, out, _ := scaled(t, name)
		if got := profile(out); !bytes.Equal(got, want) {
			t.Errorf("%s: a profile of %d bytes, want %d", name, len(got), len(want))
		}
	}
	for _, name := range []string{"srgb.jpg", "press.jpg", "turned.png"} {
		if _, out, _ := scaled(t, name); bytes.Contains(out, []byte("ICC_PROFILE")) || bytes.Contains(out, []byte("iCCP")) {
			t.Errorf("%s: a profile is carried", name)
		}
	}
	gamma := bytes.Clone(pillow(t, "turned.png"))
	gamma = append(appendChunk(bytes.Clone(gamma[:33]), "gAMA", []byte{0, 1, 0x86, 0xa0}), gamma[33:]...)
	out, err := Scale(gamma, 20)
	if body := chunkPNG(out, "gAMA"); err != nil || !bytes.Equal(body, []byte{0, 1, 0x86, 0xa0}) {
		t.Errorf("an exponent: %v, %v", body, err)
	}
}

// TestColoursOfLossyWebP holds that colours of lossy WebP files are those that browsers show: its bytes
// go from 16 to 235 (RFC 9649, 2.5), which golang.org/x/image takes for 0 to 255, so that black and white
// become grey.
func TestColoursOfLossyWebP(t *testing.T) {
	for _, tt := range []struct {
		name    string
		x, y    int
		r, g, b uint32
	}{
		{"turned.webp", 10, 6, 255, 0, 0}, {"turned.webp", 10, 34, 0, 0, 255},
		{"wide.webp", 6, 10, 255, 0, 0}, {"wide.webp", 34, 10, 0, 0, 255}, {"clear-lossy.webp", 5, 10, 0, 128, 0},
	} {
		src := pillow(t, tt.name)
		img, err := decodeWebP(bytes.NewReader(src))
		if err != nil {
			t.Fatal(tt.name, err)
		}
		x, y := tt.x, tt.y
		if tt.name == "turned.webp" { // which lies on its side
			x, y = tt.y, tt.x
		}
		r, g, b, _ := img.At(x, y).RGBA()
		for _, d := range [][2]uint32{{r >> 8, tt.r}, {g >> 8, tt.g}, {b >> 8, tt.b}} {
			if max(d[0], d[1])-min(d[0], d[1]) > 5 {
				t.Errorf("%s at %d,%d: %d %d %d, want %d %d %d", tt.name, tt.x, tt.y, r>>8, g>>8, b>>8, tt.r, tt.g, tt.b)
				break
			}
		}
	}
}

// TestTransparency holds that what is transparent stays so.
func TestTransparency(t *testing.T) {
	for _, name := range []string{"clear.png", "clear.webp", "clear-lossy.webp"} {
		info, _, img := scaled(t, name)
		if info.Ext != ".png" || !near(img.At(5, 10), 0, 128, 0, 255) || !near(img.At(35, 10), 0, 0, 0, 0) {
			t.Errorf("%s: %s, %v, %v", name, info.Ext, img.At(5, 10), img.At(35, 10))
		}
	}
	if info, _, _ := scaled(t, "wide.webp"); info.Ext != ".jpg" {
		t.Errorf("a photo becomes %s", info.Ext)
	}
}

// TestAnimation holds that what moves goes on moving, in one size and without metadata.
func TestAnimation(t *testing.T) {
	for name, ext := range map[string]string{"moving.gif": ".gif", "moving.png": ".png", "moving.webp": ".webp"} {
		info, out, _ := scaled(t, name)
		if !info.Animated || info.Ext != ext || info.Width != 40 || info.Height != 20 || len(info.Widths()) != 1 || info.Widths()[0] != 40 {
			t.Errorf("%s: %+v", name, info)
		}
		if !isAnimated(out) {
			t.Errorf("%s stands still", name)
		}
	}
	for _, name := range []string{"still.gif", "clear.png", "clear.webp"} {
		if info, _, _ := scaled(t, name); info.Animated || info.Ext != ".png" {
			t.Errorf("%s: %+v", name, info)
		}
	}
}

// TestDeep holds that a picture of 16 bits a channel becomes one that browsers show.
func TestDeep(t *testing.T) {
	if _, _, img := scaled(t, "deep.png"); !near(img.At(5, 5), 0, 0, 0, 255) {
		t.Errorf("%v", img.At(5, 5))
	}
}
