package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"slices"
	"testing"
)

// Files of Pillow 9.4: forty pixels by twenty, the left half red and the right one blue; wide.*
// with a profile of more colours than the web's, turned.* with the orientation 6, clear.* green on
// the left and transparent on the right, moving.* of three pictures.
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

// TestColoursOfOthers holds that a picture is published in the colours that its profile means, as
// numbers of the web. Those wanted are of LittleCMS 2.14; the profile of wide.* has red and green
// in each other's place, so that nobody can overlook it.
func TestColoursOfOthers(t *testing.T) {
	for _, tt := range []struct {
		name        string
		left, right [3]uint32
		hasProfile  bool
	}{
		{"wide.jpg", [3]uint32{0, 254, 0}, [3]uint32{0, 0, 254}, true},
		{"wide.png", [3]uint32{0, 255, 0}, [3]uint32{0, 0, 255}, true},
		{"wide.webp", [3]uint32{0, 255, 0}, [3]uint32{0, 0, 255}, true},
		{"srgb.jpg", [3]uint32{254, 0, 0}, [3]uint32{0, 0, 254}, true},
		{"grey-profile.jpg", [3]uint32{159, 159, 159}, [3]uint32{159, 159, 159}, true},
		{"linear.png", [3]uint32{168, 133, 229}, [3]uint32{168, 133, 229}, true},
		{"large-profile.png", [3]uint32{119, 77, 210}, [3]uint32{119, 77, 210}, true},
	} {
		_, out, img := scaled(t, tt.name)
		for x, want := range map[int][3]uint32{6: tt.left, 34: tt.right} {
			r, g, b, _ := img.At(x, 10).RGBA()
			for n, got := range []uint32{r >> 8, g >> 8, b >> 8} {
				if max(got, want[n])-min(got, want[n]) > 3 {
					t.Errorf("%s at %d: %d %d %d, want %d", tt.name, x, r>>8, g>>8, b>>8, want)
					break
				}
			}
		}
		if has := profile(pillow(t, tt.name)) != nil; has != tt.hasProfile || profile(out) != nil {
			t.Errorf("%s: with a profile %v, and published with one: %v", tt.name, has, profile(out) != nil)
		}
	}
	gamma := bytes.Clone(pillow(t, "turned.png"))
	gamma = append(appendChunk(bytes.Clone(gamma[:33]), "gAMA", []byte{0, 1, 0x86, 0xa0}), gamma[33:]...)
	out, err := Scale(gamma, 20)
	if body := chunkPNG(out, "gAMA"); err != nil || !bytes.Equal(body, []byte{0, 1, 0x86, 0xa0}) {
		t.Errorf("an exponent: %v, %v", body, err)
	}
}

// press is a colour profile of a printing press with a table of two steps an ink (ICC.1, 10.10),
// whose colours are those of paper, and of each ink a grey of its own.
func press() []byte {
	table := binary.BigEndian.AppendUint32([]byte("mft1\x00\x00\x00\x00\x04\x03\x02\x00"), 1<<16)
	for n := range 8 { // the identity, of which the first number is there
		one := uint32(0)
		if n == 3 || n == 7 {
			one = 1 << 16
		}
		table = binary.BigEndian.AppendUint32(table, one)
	}
	line := make([]byte, 256)
	for i := range line {
		line[i] = byte(i)
	}
	for range 4 {
		table = append(table, line...)
	}
	for inks := range 16 { // cyan changes slowest
		light := byte(255)
		for n, less := range []byte{60, 40, 20, 120} {
			if inks>>(3-n)&1 == 1 {
				light -= less
			}
		}
		table = append(table, light, 128, 128)
	}
	for range 3 {
		table = append(table, line...)
	}
	head := make([]byte, 128, 144+len(table))
	binary.BigEndian.PutUint32(head, uint32(144+len(table)))
	copy(head[8:], "\x02\x10\x00\x00prtrCMYKLab ")
	copy(head[36:], "acsp")
	copy(head[68:], "\x00\x00\xf6\xd6\x00\x01\x00\x00\x00\x00\xd3\x2d")
	head = append(head, "\x00\x00\x00\x01A2B0\x00\x00\x00\x90"...)
	return append(binary.BigEndian.AppendUint32(head, uint32(len(table))), table...)
}

// TestInks holds that a picture of four inks is published in the colours that its profile means,
// and one whose profile speaks of other numbers in those it would have without one.
func TestInks(t *testing.T) {
	into := func(name string, icc []byte) []byte {
		src := pillow(t, name)
		segment := append([]byte("\xff\xe2"), byte((len(icc)+len(iccHead)+2)>>8), byte(len(icc)+len(iccHead)+2))
		return slices.Concat(src[:2], segment, []byte(iccHead), icc, src[2:])
	}
	with := func(icc []byte) []byte { return into("press.jpg", icc) }
	colours := func(src []byte) (list []int) {
		out, err := Scale(src, 40)
		if err != nil {
			t.Fatal(err)
		}
		img, err := jpeg.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []int{6, 34} {
			r, g, b, _ := img.At(x, 10).RGBA()
			list = append(list, int(r>>8), int(g>>8), int(b>>8))
		}
		return list
	}
	close := func(a, b []int) bool {
		return slices.EqualFunc(a, b, func(x, y int) bool { return max(x, y)-min(x, y) < 5 })
	}
	plain := colours(pillow(t, "press.jpg"))
	// Of magenta and yellow L* is 195/2.55, of cyan and magenta 155/2.55 (CIE 1976).
	if got, greys := colours(with(press())), []int{189, 189, 189, 147, 147, 147}; !close(got, greys) {
		t.Errorf("with a profile %d, want %d", got, greys)
	}
	broken := press()
	copy(broken[16:], "RGB ")
	for name, icc := range map[string][]byte{"of other numbers": broken, "cut off": press()[:600], "of nothing": make([]byte, 200)} {
		if got := colours(with(icc)); !close(got, plain) {
			t.Errorf("a profile %s: %d, want %d", name, got, plain)
		}
	}
	grey := profile(pillow(t, "grey-profile.jpg"))
	if got, want := colours(into("turned.jpg", grey)), colours(pillow(t, "turned.jpg")); !close(got, want) {
		t.Errorf("a profile of greys in a picture of colours: %d, want %d", got, want)
	}
}

// TestPart holds that a GIF of one picture that is smaller than its screen is not stretched.
func TestPart(t *testing.T) {
	_, _, img := scaled(t, "part.gif")
	if !near(img.At(120, 75), 0, 0, 255, 255) || !near(img.At(20, 20), 0, 0, 0, 0) || !near(img.At(160, 75), 0, 0, 0, 0) {
		t.Errorf("%v, %v, %v", img.At(120, 75), img.At(20, 20), img.At(160, 75))
	}
}

// TestColoursOfLossyWebP holds that colours of lossy WebP files are those that browsers show: its
// bytes go from 16 to 235 (RFC 9649, 2.5), which golang.org/x/image takes for 0 to 255, so that
// black and white become grey.
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
