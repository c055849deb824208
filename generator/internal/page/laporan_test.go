package page

import (
	"strconv"
	"strings"
	"testing"
)

// TestYearsBelowEachOther says that the months of earlier years are drawn on the scale of all, up
// to four of them, and that a report does not show years after its own.
func TestYearsBelowEachOther(t *testing.T) {
	var changes []change
	for year := 2019; year <= 2025; year++ {
		months := strings.Repeat("10, ", 11) + strconv.Itoa(10*(year-2018))
		changes = append(changes, change{"content/laporan/" + strconv.Itoa(year) + ".md": "---\ntitle: Laporan\ndate: " +
			"2026-01-20\ntahun: " + strconv.Itoa(year) + "\npermintaan: {diterima: " + strconv.Itoa(110+10*(year-2018)) +
			", dikabulkan_seluruhnya: " + strconv.Itoa(110+10*(year-2018)) +
			", dikabulkan_sebagian: 0, ditolak: 0, dalam_proses: 0}\nper_bulan: [" + months + "]\n---\nIsi.\n"})
	}
	m := build(t, changes...)
	for year, want := range map[int]string{2025: "2022 2023 2024 2025", 2020: "2019 2020", 2019: "2019"} {
		r := m.page("laporan/" + strconv.Itoa(year) + "/index.html").Report
		c := r.Charts[0]
		var heads []string
		for _, h := range c.Table.Heads {
			heads = append(heads, h.Text)
		}
		if got := strings.Join(heads, " "); got != want || len(c.Table.Rows) != 12 {
			t.Errorf("%d: %q, want %q", year, got, want)
		}
		// December grows by ten each year, and all other months are as high as each other.
		last := c.Areas[len(c.Areas)-1].Rects
		if december, january := last[11].Height, last[0].Height; january != december/(year-2018) {
			t.Errorf("%d: January is %d high, December %d", year, january, december)
		}
		if len(c.Areas) == 2 && c.Areas[0].Rects[0].Height != last[0].Height {
			t.Errorf("%d: Januaries of ten are %d and %d high", year, c.Areas[0].Rects[0].Height, last[0].Height)
		}
	}
}
