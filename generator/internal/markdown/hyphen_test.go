package markdown

import (
	"strings"
	"testing"
)

func TestHyphenate(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a long word", "Pertanggungjawaban", "Per-tang-gung-jawa-ban"},
		{"among short ones", "Laporan penyelenggaraan pemilu", "Laporan penye-leng-garaan pemilu"},
		{"short words stay", "Daftar Informasi Publik", "Daftar Informasi Publik"},
		{"ny and ng stay whole", "menyelenggarakannya", "menye-leng-gara-kan-nya"},
		{"capitals are abbreviations", "PENYELENGGARAANNYA", "PENYELENGGARAANNYA"},
		{"numbers are no words", "0123456789/PPID/2026-01", "0123456789/PPID/2026-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.ReplaceAll(Hyphenate(tt.text), "\u00ad", "-")
			if !strings.Contains(tt.text, "-") && strings.ReplaceAll(got, "-", "") != tt.text {
				t.Errorf("%q lost a letter", got)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
