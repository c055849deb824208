package page

import (
	"testing"

	"maklumat/generator/internal/disclosure"
)

func TestFormats(t *testing.T) {
	moment := func(s string) disclosure.Moment {
		m, err := disclosure.ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	plain := func(s string) string { // with ordinary blanks, to be read here
		out := []rune(s)
		for i, r := range out {
			if r == '\u00a0' {
				out[i] = ' '
			}
		}
		return string(out)
	}
	id, en := shipped(t)["id"], shipped(t)["en"]
	d := disclosure.Duration{Count: 10, Unit: disclosure.HariKerja}
	for _, test := range []struct{ name, got, want string }{
		{"day", formatDay(moment("2021-12-07").Day, id).Long, "Selasa, 7 Desember 2021"},
		{"short day", formatDay(moment("2021-12-07").Day, id).Short, "7 Des 2021"},
		{"English day", formatDay(moment("2021-12-07").Day, en).Long, "Tuesday, 7 December 2021"},
		{"clock", formatMoment(moment("2026-11-20 07:15"), id, "Asia/Jakarta").Clock, "07.15 WIB"},
		{
			"clock in the east",
			formatMoment(moment("2026-11-20 07:15"), id, "Asia/Jayapura").Clock, "07.15 WIT",
		},
		{
			"machine", formatMoment(moment("2026-11-20 07:15"), id, "Asia/Makassar").ISO,
			"2026-11-20T07:15:00+08:00",
		},
		{
			"day for machines", formatMoment(moment("2026-11-20"), id, "Asia/Jakarta").ISO,
			"2026-11-20",
		},
		{"month", monthName("2021-12", id), "Desember 2021"},
		{"small number", formatNumber(999, id), "999"},
		{"number", formatNumber(1234567, id), "1.234.567"},
		{"English number", formatNumber(1284, en), "1,284"},
		{"bytes", formatSize(999, id), "999 B"},
		{"kilobytes", formatSize(411_600, id), "412 KB"},
		{"just below a megabyte", formatSize(999_499, id), "999 KB"},
		{"megabytes", formatSize(1_240_000, id), "1,2 MB"},
		{"English megabytes", formatSize(1_240_000, en), "1.2 MB"},
		{"share", formatShare(7, 8, id), "87,5%"},
		{"English share", formatShare(7, 8, en), "87.5%"},
		{"round share", formatShare(1, 2, id), "50%"},
		{"money", formatMoney(1_250_000, id), "Rp1.250.000"},
		{"decimal", formatDecimal("4.4", id), "4,4"},
		{"count", formatCount(1284, "OnePage", "Pages", id), "1.284 halaman"},
		{"one in English", formatCount(1, "OnePage", "Pages", en), "1 page"},
		{"duration", formatDuration(d, id), "10 hari kerja"},
		{"English duration", formatDuration(d, en), "10 working days"},
		{
			"range", formatRange(disclosure.Duration{Count: 1, Unit: disclosure.HariKerja}, d, id),
			"1–10 hari kerja",
		},
		{
			"range of units",
			formatRange(disclosure.Duration{Count: 15, Unit: disclosure.Menit}, d, id),
			"15 menit – 10 hari kerja",
		},
		{"no duration", formatDuration(disclosure.Duration{}, id), ""},
		{"phone", international("0812-3456 789"), "+628123456789"},
		{"phone abroad", international("+62 22 123"), "+6222123"},
	} {
		if got := plain(test.got); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
