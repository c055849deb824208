package law_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/law"
)

// read reads packs as a site that has pinned them.
func read(t *testing.T, packs ...string) *content.Data {
	t.Helper()
	var files []content.DataFile
	for _, pack := range packs {
		for _, f := range law.Files(pack) {
			files = append(files, content.DataFile{Path: content.LawFolder + pack + "/" + f.Name, Src: f.Src})
		}
	}
	data, diags := content.ParseData(time.UTC, files)
	if len(diags) > 0 {
		t.Fatal(packs, diags)
	}
	return data
}

// TestPacks says that every pack can be read, that it says what it is, and that its numbers are
// those of the law.
func TestPacks(t *testing.T) {
	for _, name := range law.Names() {
		packs := []string{name}
		if !strings.HasPrefix(name, "id-") { // which a branch's pack adds to
			packs = []string{"id-2026.11", name}
		}
		data := read(t, packs...)
		if p := data.Packs[len(data.Packs)-1]; p.Name != name || p.Label == "" || p.About == "" || p.Date == 0 {
			t.Errorf("%s says %+v", name, p)
		}
	}
	data := read(t, "id-2026.11", "kpu-2026.11")
	for _, tt := range []struct {
		regime, step string
		days         int
	}{
		{"umum", "tanggapan", 10}, {"umum", "perpanjangan", 7}, {"umum", "keberatan", 30},
		{"umum", "tanggapan_keberatan", 30}, {"umum", "sengketa", 14}, {"umum", "putusan", 100},
		{"pemilu", "tanggapan", 3}, {"pemilu", "perpanjangan", 2}, {"pemilu", "tanggapan_keberatan", 3},
	} {
		at := slices.IndexFunc(data.Regimes, func(r disclosure.Regime) bool { return r.ID == tt.regime })
		if at < 0 {
			t.Fatalf("no set %s", tt.regime)
		}
		if d := data.Regimes[at].Find(tt.step); d == nil || d.Days != tt.days {
			t.Errorf("%s/%s: %+v, want %d", tt.regime, tt.step, d, tt.days)
		}
	}
	if len(data.Obligations) < 150 || len(data.Forms) != 2 || data.Calendar.Last().Year() < 2026 {
		t.Errorf("%d duties, %d forms, holidays up to %s", len(data.Obligations), len(data.Forms), data.Calendar.Last())
	}
}

func TestNewest(t *testing.T) {
	names := []string{"id-2026.9", "id-2026.11", "id-2027", "kpu-2026.11", "xx"}
	for name, want := range map[string]string{
		"id-2026.9": "id-2027", "id-2027": "id-2027", "kpu-2026.1": "kpu-2026.11", "xx": "xx", "yy-1": "yy-1",
	} {
		if got := law.Newest(name, names); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if law.Newest("id-2026.9", names[:2]) != "id-2026.11" {
		t.Error("2026.11 is older than 2026.9")
	}
	if law.Files("id-0") != nil || law.Files("../law") != nil {
		t.Error("files of a pack that is not there")
	}
}
