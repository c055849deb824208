package picture

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/webp"
)

// TestWhatGoesOutAsWebP says of which pictures there is a WebP beside: of all photos.
func TestWhatGoesOutAsWebP(t *testing.T) {
	for name, want := range map[string]bool{
		"turned.jpg": true, "srgb.jpg": true, "press.jpg": true, "turned.webp": true,
		"wide.jpg": true, "wide.webp": true, "turned.png": false, "clear.png": false,
		"clear.webp": false, "clear-lossy.webp": false, "still.gif": false, "moving.gif": false, "moving.webp": false,
	} {
		if info, err := Read(pillow(t, name)); err != nil || info.WebP != want {
			t.Errorf("%s: %t, %v", name, info.WebP, err)
		}
	}
}

// TestWebP holds that a WebP is upright, has the colours of the JPEG beside it, and nothing but
// pixels.
func TestWebP(t *testing.T) {
	for _, name := range []string{"turned.jpg", "turned.webp"} {
		d, err := Draw(pillow(t, name), 20)
		if err != nil {
			t.Fatal(name, err)
		}
		out, err := d.File(".webp")
		if err != nil {
			t.Fatal(name, err)
		}
		img, err := decodeWebP(bytes.NewReader(out))
		if err != nil || img.Bounds() != image.Rect(0, 0, 20, 40) {
			t.Fatalf("%s: %v, %v", name, img.Bounds(), err)
		}
		if !near(img.At(10, 6), 255, 0, 0, 255) || !near(img.At(10, 34), 0, 0, 255, 255) {
			t.Errorf("%s: %v above %v", name, img.At(10, 6), img.At(10, 34))
		}
		if string(out[12:16]) != "VP8 " {
			t.Errorf("%s: it begins with %q", name, out[12:16])
		}
		again, _ := Draw(pillow(t, name), 20)
		if twice, _ := again.File(".webp"); !bytes.Equal(twice, out) {
			t.Errorf("%s: made twice it is not the same", name)
		}
	}
}

// TestWebPIsLighter holds what WebP is made for: a photo, here one of clouds of noise, is lighter
// than as JPEG and no worse.
func TestWebPIsLighter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	photo := image.NewRGBA(image.Rect(0, 0, 400, 300))
	var coarse [41][31][3]float64
	for x := range coarse {
		for y := range coarse[x] {
			for c := range 3 {
				coarse[x][y][c] = random.Float64() * 255
			}
		}
	}
	for x := range 400 {
		for y := range 300 {
			i, j, u, v := x/10, y/10, float64(x%10)/10, float64(y%10)/10
			var c [3]uint8
			for k := range 3 {
				top := coarse[i][j][k]*(1-u) + coarse[i+1][j][k]*u
				low := coarse[i][j+1][k]*(1-u) + coarse[i+1][j+1][k]*u
				c[k] = uint8(top*(1-v) + low*v)
			}
			photo.Set(x, y, color.RGBA{c[0], c[1], c[2], 255})
		}
	}
	d := &Drawing{info: Info{Width: 400, Height: 300, Ext: ".jpg", WebP: true}, pixels: photo}
	asJPEG, err := d.File(".jpg")
	if err != nil {
		t.Fatal(err)
	}
	asWebP, err := d.File(".webp")
	if err != nil {
		t.Fatal(err)
	}
	if len(asWebP)*4 > len(asJPEG)*3 {
		t.Errorf("%d bytes as WebP, %d as JPEG", len(asWebP), len(asJPEG))
	}
	if _, err := webp.DecodeConfig(bytes.NewReader(asWebP)); err != nil {
		t.Error(err)
	}
}
