package content

import (
	"fmt"
	"testing"
	"time"

	"maklumat/generator/internal/disclosure"
)

// TestSiteOverPack says what holds where a pack of law and the site speak of the same: sets of
// deadlines and fixed holidays of the site in place of those of the pack, and what is in lists
// besides.
func TestSiteOverPack(t *testing.T) {
	files := func(pairs ...string) *Data {
		var all []DataFile
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, DataFile{pairs[i], []byte(pairs[i+1])})
		}
		d, diags := ParseData(time.UTC, all)
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		return d
	}
	const step = "{id: %s, pelaku: ppid, sejak: permintaan, hari_kerja: %d, label_id: A, label_en: A}"
	regime := func(id, more string, days int) string {
		return "  - {id: " + id + ", label_id: A, label_en: A" + more + ", tahap: [" + fmt.Sprintf(step, "tanggapan", days) + "]}\n"
	}
	const pack, site = "content/hukum/xx-1/", DataFolder
	d := files(
		pack+"pack.yaml", "nama: A\ntanggal: 2026-01-01\nisi: B.\n",
		pack+"deadlines.yaml", "rezim:\n"+regime("umum", "", 10)+regime("pemilu", "", 3)+
			regime("aduan", ", perihal: pengaduan", 14)+regime("lain", ", masa_pemilu: false", 5),
		pack+"holidays/2026.yaml", "tahun: 2026\ndasar: SKB\nnasional: [{tanggal: 2026-05-01, nama: Buruh}]\n",
		pack+"fixed-holidays.yaml", "libur: [{tanggal: 01-01, nama: Tahun Baru}, {tanggal: 08-17, nama: Merdeka}]\n",
		site+"deadlines.yaml", "rezim:\n"+regime("umum", "", 8)+regime("desa", ", masa_pemilu: true", 2),
		site+"holidays/2026.yaml", "tahun: 2026\nsetempat: [{tanggal: 2026-05-05, nama: Pasar}]\n",
		site+"holidays/2025.yaml", "tahun: 2025\ndasar: SKB\nnasional: [{tanggal: 2025-05-01, nama: Buruh}]\n",
		site+"fixed-holidays.yaml", "libur: [{tanggal: 08-17, nama: Proklamasi}, {tanggal: 08-16, nama: Desa}, {tanggal: 09-17, nama: Kota}]\n",
		site+"permintaan/2026.csv", "nomor,diterima,rezim,dijawab,hasil\n",
		site+"permintaan/2025.csv", "nomor,diterima,rezim,dijawab,hasil\n",
	)
	var regimes string
	for _, r := range d.Regimes {
		regimes += fmt.Sprint(r.ID, " ", r.Deadlines[0].Days, " ", r.Election, " ", r.Complaints, "; ")
	}
	if want := "umum 8 false false; pemilu 3 true false; aduan 14 false true; lain 5 false false; desa 2 true false; "; regimes != want {
		t.Errorf("sets of deadlines: %s, want %s", regimes, want)
	}
	for _, tt := range []struct{ day, name string }{
		{"2026-05-01", "Buruh"}, {"2026-05-05", "Pasar"}, {"2025-05-01", "Buruh"}, {"2026-05-06", ""},
		{"2027-01-01", "Tahun Baru"}, {"2027-08-17", "Proklamasi"}, {"2027-08-16", "Desa"}, {"2027-09-17", "Kota"},
	} {
		day, _ := disclosure.ParseDay(tt.day)
		if h, _ := d.Calendar.Rest(day); h.Name != tt.name {
			t.Errorf("%s is %q, want %q", tt.day, h.Name, tt.name)
		}
	}
	if !d.Calendar.Knows(2025) || !d.Calendar.Knows(2026) || d.Calendar.Knows(2027) || d.Calendar.Last().String() != "2026-12-31" {
		t.Errorf("the calendar ends on %s", d.Calendar.Last())
	}
	if len(d.Requests) != 2 || d.Requests[0].Year != 2025 {
		t.Errorf("the registers are %v", d.Requests)
	}
	if len(d.Packs) != 1 || d.Packs[0].Name != "xx-1" {
		t.Errorf("the packs are %v", d.Packs)
	}
}

// TestIsData says which files are data of a site or a pack.
func TestIsData(t *testing.T) {
	for _, tt := range []struct {
		file string
		want bool
	}{
		{"content/data/units.yaml", true}, {"content/data/units.yml", true}, {"content/data/a/b.yaml", true},
		{"content/data/units.csv", false}, {"content/data/permintaan/2026.csv", true},
		{"content/data/permintaan/2026.tsv", false}, {"content/data/permintaan/a/2026.csv", false},
		{"content/data/_kelas.yaml", false}, {"content/units.yaml", false}, {"content/hukum/xx-1/pack.yaml", true},
		{"content/hukum/xx-1/holidays/2026.yaml", true}, {"content/hukum/xx-1/README.md", false},
		{"content/hukum/xx-1/2026.csv", false}, {"content/hukum/pack.yaml", false},
	} {
		if got := IsData(tt.file); got != tt.want {
			t.Errorf("%s: %t", tt.file, got)
		}
	}
}
