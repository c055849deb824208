package digest

import "testing"

func TestSum(t *testing.T) {
	// The vector of FIPS 180-4 for "abc".
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	sum := Of([]byte("abc"))
	if got := sum.String(); got != want {
		t.Errorf("Of(abc) = %s, want %s", got, want)
	}
	if got := sum.Short(); got != want[:10] {
		t.Errorf("Short = %s, want %s", got, want[:10])
	}
	back, err := Parse(want)
	if err != nil || back != sum {
		t.Errorf("Parse(%s) = %v, %v", want, back, err)
	}
	if sum.IsZero() || !(Sum{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "ba", "zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"} {
		if _, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) succeeded", s)
		}
	}
}
