package digest

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// abc is the example of FIPS 180-4 for the bytes "abc".
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

func TestSum(t *testing.T) {
	sum := Of([]byte("abc"))
	if got := sum.String(); got != abc {
		t.Errorf("Of(abc) = %s, want %s", got, abc)
	}
	if got := sum.Short(); got != abc[:10] {
		t.Errorf("Short = %s, want %s", got, abc[:10])
	}
	if sum.IsZero() || !(Sum{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

// TestWritten holds that every Sum is read as it was written, as text and as JSON, and that bytes
// have one Sum however they come.
func TestWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")
		sum := Of(b)
		if back, err := Parse(sum.String()); err != nil || back != sum {
			t.Errorf("Parse: %s, %v, want %s", back, err, sum)
		}
		if read, err := Read(iotest.OneByteReader(bytes.NewReader(b))); err != nil || read != sum {
			t.Errorf("Read: %s, %v, want %s", read, err, sum)
		}
		text, err := json.Marshal(map[string]Sum{"a": sum})
		if want := `{"a":"` + sum.String() + `"}`; err != nil || string(text) != want {
			t.Errorf("JSON: %s, %v, want %s", text, err, want)
		}
		var back map[string]Sum
		if err := json.Unmarshal(text, &back); err != nil || back["a"] != sum {
			t.Errorf("JSON: %s, %v, want %s", back["a"], err, sum)
		}
	})
}

func TestRefused(t *testing.T) {
	for name, s := range map[string]string{
		"nothing":           "",
		"too short":         abc[:63],
		"too long":          abc + "0",
		"no digits":         "zz" + abc[2:],
		"blanks around it":  " " + abc[:62] + " ",
		"another character": abc[:63] + "é"[:1],
	} {
		sum, err := Parse(s)
		if err == nil || !sum.IsZero() || !strings.Contains(err.Error(), "parse digest") {
			t.Errorf("%s: %s, %v", name, sum, err)
		}
		back := Of([]byte("before"))
		if err := back.UnmarshalText([]byte(s)); err == nil || !back.IsZero() {
			t.Errorf("%s: %s, %v", name, back, err)
		}
	}
	broken := errors.New("broken")
	if sum, err := Read(iotest.ErrReader(broken)); !errors.Is(err, broken) || !sum.IsZero() {
		t.Errorf("what cannot be read: %s, %v", sum, err)
	}
}
