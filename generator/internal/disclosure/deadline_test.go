package disclosure

import (
	"slices"
	"testing"
)

// regimes are those of the law as far as their times were found: UU 14/2008 ps. 22, 36–38
// and PERKI 1/2019 ps. 12–14.
func regimes() []Regime {
	return []Regime{
		{ID: "umum", Deadlines: []Deadline{
			{ID: "tanggapan", Actor: Party{ID: "ppid"}, From: "diterima", Days: 10, Known: true},
			{ID: "perpanjangan", Actor: Party{ID: "ppid"}, Extends: "tanggapan", Days: 7, Known: true},
			{ID: "keberatan", Actor: Party{ID: "pemohon"}, From: "alasan_keberatan", Days: 30, Known: true},
			{ID: "tanggapan_keberatan", Actor: Party{ID: "atasan_ppid"}, Days: 30, Known: true},
			{ID: "sengketa", Actor: Party{ID: "pemohon"}, Days: 14, Known: true},
			{ID: "putusan", Actor: Party{ID: "komisi_informasi"}, Days: 100, Known: true},
			{ID: "gugatan", Actor: Party{ID: "para_pihak"}, Days: 14, Known: true},
		}},
		{ID: "pemilu", Deadlines: []Deadline{
			{ID: "tanggapan", Actor: Party{ID: "ppid"}, From: "diterima", Days: 3, Known: true},
			{ID: "perpanjangan", Actor: Party{ID: "ppid"}, Extends: "tanggapan", Days: 2, Known: true},
			{ID: "keberatan", Actor: Party{ID: "pemohon"}, From: "alasan_keberatan"},
		}},
	}
}

// A request that came in on 16 March 2026, before Nyepi and Idulfitri, is answered by these
// days; the extension is counted from the same event.
func TestTotals(t *testing.T) {
	tests := []struct {
		name, deadline string
		days           int
		due            string
	}{
		{"answer", "umum/tanggapan", 10, "2026-04-07"},
		{"extended answer", "umum/perpanjangan", 17, "2026-04-16"},
		{"objection", "umum/keberatan", 30, "2026-05-06"},
		{"dispute", "umum/sengketa", 14, "2026-04-13"},
		{"answer, elections", "pemilu/tanggapan", 3, "2026-03-26"},
		{"extended answer, elections", "pemilu/perpanjangan", 5, "2026-03-30"},
		{"not known", "pemilu/keberatan", 0, "2026-03-16"},
	}
	all := regimes()
	for _, tt := range tests {
		regime := &all[0]
		if tt.deadline[0] == 'p' {
			regime = &all[1]
		}
		d := FindDeadline(all, tt.deadline)
		if d == nil {
			t.Errorf("%s: %s is not found", tt.name, tt.deadline)
			continue
		}
		due := calendar2026(t).After(mustDay(t, "2026-03-16"), regime.Total(d))
		if regime.Total(d) != tt.days || due.Day.String() != tt.due {
			t.Errorf("%s: %d days, due %v, want %d, %s",
				tt.name, regime.Total(d), due.Day, tt.days, tt.due)
		}
	}
	circle := Regime{Deadlines: []Deadline{{ID: "a", Extends: "a", Days: 5}}}
	if got := circle.Total(&circle.Deadlines[0]); got != 5 {
		t.Errorf("what extends itself has %d days", got)
	}
	lost := Regime{Deadlines: []Deadline{{ID: "a", Extends: "b", Days: 5}}}
	if got := lost.Total(&lost.Deadlines[0]); got != 5 {
		t.Errorf("what extends nothing has %d days", got)
	}
}

// Each name finds its own deadline, and nothing else is a name.
func TestFindDeadline(t *testing.T) {
	all := regimes()
	names := DeadlineNames(all)
	if len(names) != 10 || names[0] != "umum/tanggapan" || names[9] != "pemilu/keberatan" {
		t.Errorf("%v", names)
	}
	var found []*Deadline
	for _, name := range names {
		d := FindDeadline(all, name)
		if d == nil || slices.Contains(found, d) {
			t.Errorf("%s: %v", name, d)
		}
		found = append(found, d)
	}
	for _, name := range []string{"", "umum", "umum/", "/tanggapan", "tanggapan", "pemilu/putusan"} {
		if d := FindDeadline(all, name); d != nil {
			t.Errorf("%q is %v", name, d)
		}
	}
}

// TestWholeTime holds that people wait while others than the body decide, under the set of
// deadlines that takes longest, and that their own time does not count.
func TestWholeTime(t *testing.T) {
	p := Procedure{
		Actors: []Actor{
			{ID: "warga", Outside: true, Requester: true}, {ID: "petugas"}, {ID: "pusat", Outside: true},
		},
		Steps: []Step{
			{ID: "a", Shape: Start, Actors: []string{"warga"}, Max: Duration{5, HariKerja}},
			{ID: "b", Shape: Decision, Actors: []string{"petugas"}, Max: Duration{1, HariKerja}, Exits: []Exit{
				{If: "cepat", To: "c", Regime: "pemilu"}, {If: "lambat", To: "d", Regime: "umum"},
			}},
			{ID: "c", Shape: End, Actors: []string{"pusat"}, Max: Duration{2, HariKerja}},
			{ID: "d", Shape: End, Actors: []string{"pusat", "warga"}, Max: Duration{13, HariKerja}},
		},
		Hours: 8,
	}
	if got := p.WholeTime(twoRegimes); got != 14*8*60 {
		t.Errorf("%d minutes", got)
	}
	if !p.Takes(3) || p.IsRequesters(3) || !p.IsRequesters(0) || p.Takes(1) {
		t.Error("who takes part")
	}
}
