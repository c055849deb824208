package attachment

import (
	"strings"
	"testing"
)

// TestTranscript says what is read of captions as editors and programs write them.
func TestTranscript(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"one after the other", "WEBVTT\n\n00:01.000 --> 00:02.000\nSelamat datang.\n\n00:02.000 --> 00:04.000\nIni caranya.\n", "Selamat datang. Ini caranya."},
		{"with numbers, settings and notes", "WEBVTT - judul\nKind: captions\n\nNOTE\nrahasia dapur\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.000 align:start\nSatu\nbaris.\n", "Satu baris."},
		{"speakers", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Petugas>Ada yang bisa dibantu?</v>\n\n00:02.000 --> 00:03.000\n<v.keras Pemohon>Ya &amp; tidak.\n", "Petugas: Ada yang bisa dibantu?|Pemohon: Ya & tidak."},
		{"that grow", "WEBVTT\n\n00:01.000 --> 00:02.000\nSatu\n\n00:02.000 --> 00:03.000\nSatu\ndua\n", "Satu dua"},
		{"of Windows", "\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n<c.kuning>Halo</c> <i>dunia</i>\r\n", "Halo dunia"},
		{"without any", "WEBVTT\n", ""},
		{"long", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + strings.Repeat("a", 401) + ".\n\n00:02.000 --> 00:03.000\nDua.\n", strings.Repeat("a", 401) + ".|Dua."},
	} {
		if got := strings.Join(Transcript([]byte(tt.src)), "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzTranscript holds that no captions end the program, and that what is told is text: neither
// marks of cues nor empty.
func FuzzTranscript(f *testing.F) {
	f.Add("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Halo &amp; <i>dunia</i>\n")
	f.Add("\ufeffWEBVTT\r\n\r\nNOTE\r\n-->\r\n\r\n1\r\n00:01.000 --> 00:02.000\r\n<c.a>")
	f.Fuzz(func(t *testing.T, src string) {
		for _, p := range Transcript([]byte(src)) {
			if strings.TrimSpace(p) == "" || strings.ContainsAny(p, "\n\r") {
				t.Fatalf("%q", p)
			}
		}
	})
}
