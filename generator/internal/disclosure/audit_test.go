package disclosure

import (
	"testing"
)

func TestAuditStatus(t *testing.T) {
	half := Obligation{ID: "berkala.profil.alamat", MaxAge: 184, Evidence: "page"}
	data := Obligation{ID: "berkala.program.daftar", MaxAge: 184, Evidence: "dataset"}
	silent := Obligation{ID: "setiap_saat.renstra", MaxAge: NoAge, Evidence: "document"}
	once := Obligation{
		ID: "serta_merta.bencana_alam", MaxAge: 0, Evidence: "page", Condition: "if",
	}
	yearly := Obligation{
		ID: "setiap_saat.laporan_layanan", MaxAge: 365, Edition: "03-31", Evidence: "document",
	}
	year := Obligation{ID: "layanan.maklumat", MaxAge: 365, Evidence: "page"}
	twoYears := Obligation{ID: "layanan.sop.permintaan", MaxAge: 730, Evidence: "document"}
	days := Obligation{ID: "kpu.pdpb", MaxAge: 100, Evidence: "page"}
	on := func(s string) []Evidence { return []Evidence{{Path: s, Last: mustDay(t, s), Files: 1}} }
	at := func(day string, e Evidence) []Evidence {
		e.Last = mustDay(t, day)
		return []Evidence{e}
	}
	no := func(id string) []Override { return []Override{{ID: id, NotApplicable: true}} }
	until := func(id, day string) []Override {
		return []Override{{ID: id, NotApplicable: true, Until: mustDay(t, day)}}
	}
	const today = "2026-11-24"
	tests := []struct {
		name      string
		o         Obligation
		evidence  []Evidence
		overrides []Override
		asOf      string
		want      Status
		due       string
	}{
		{"nothing", half, nil, nil, today, Missing, ""},
		{"fresh", half, on("2026-10-01"), nil, today, Met, "2027-04-01"},
		{"on the last day", half, on("2026-05-24"), nil, today, DueSoon, "2026-11-24"},
		{"a day later", half, on("2026-05-23"), nil, today, Overdue, "2026-11-23"},
		{"thirty days before", half, on("2026-06-24"), nil, today, DueSoon, "2026-12-24"},
		{"thirty-one days before", half, on("2026-06-25"), nil, today, Met, "2026-12-25"},
		{
			"the newest counts", half, append(on("2020-01-01"), on("2026-10-01")...), nil,
			today, Met, "2027-04-01",
		},
		{
			"six months from the end of August", half, on("2026-08-31"), nil,
			today, Met, "2027-02-28",
		},
		{"a year", year, on("2026-10-01"), nil, today, Met, "2027-10-01"},
		{"a year from a leap day", year, on("2024-02-29"), nil, "2025-02-28", DueSoon, "2025-02-28"},
		{"two years", twoYears, on("2026-10-01"), nil, today, Met, "2028-10-01"},
		{"two years, over", twoYears, on("2024-11-23"), nil, today, Overdue, "2026-11-23"},
		{
			"a text where data is asked for", data, at("2026-10-01", Evidence{}), nil,
			today, LinkOnly, "2027-04-01",
		},
		{
			"a text where a document is asked for", twoYears, at("2026-10-01", Evidence{}), nil,
			today, LinkOnly, "2028-10-01",
		},
		{
			"a text where a page is asked for", half, at("2026-10-01", Evidence{}), nil,
			today, Met, "2027-04-01",
		},
		{
			"a table in the page is data", data, at("2026-10-01", Evidence{Table: true}), nil,
			today, Met, "2027-04-01",
		},
		{
			"a file is data", data, at("2026-10-01", Evidence{Files: 1}), nil,
			today, Met, "2027-04-01",
		},
		{
			"a newer text does not make a file newer", data,
			append(on("2026-01-01"), at("2026-10-01", Evidence{Path: "b"})...), nil,
			today, Overdue, "2026-07-01",
		},
		{
			"nor does a newer entry without a file", data,
			append(on("2026-06-01"), at("2026-10-01", Evidence{Path: "b", Entry: true})...), nil,
			today, LinkOnly, "2026-12-01",
		},
		{
			"nil is an answer", data, at("2026-10-01", Evidence{Nil: true}), nil,
			today, NilMet, "2027-04-01",
		},
		{
			"an old nil is old", data, at("2026-01-01", Evidence{Nil: true}), nil,
			today, Overdue, "2026-07-01",
		},
		{"the law sets no age", silent, on("2015-01-01"), nil, today, Met, ""},
		{"at once has no age", once, on("2015-01-01"), nil, today, Met, ""},
		{"a number of days", days, on("2026-08-16"), nil, today, DueSoon, "2026-11-24"},
		{"does not apply", once, nil, no("serta_merta.*"), today, NotApplicable, ""},
		{"another does not apply", once, nil, no("serta_merta"), today, Missing, ""},
		{
			"does not apply on the last day", once, nil, until("serta_merta.*", today),
			today, NotApplicable, "",
		},
		{
			"the reason has run out", once, nil, until("serta_merta.*", "2026-11-23"),
			today, Missing, "",
		},
		{
			"published all the same", once, on("2026-01-01"), no("serta_merta.bencana_alam"),
			today, Met, "",
		},
		{
			"due soon, and no duty", half, on("2026-05-24"), no("berkala.*"),
			today, DueSoon, "2026-11-24",
		},
		{"no date at all", half, []Evidence{{Path: "a"}}, nil, today, Overdue, ""},
		{
			"no date where none is asked for", once, []Evidence{{Path: "a"}}, nil,
			today, Met, "",
		},
		{"old, and no duty now", half, on("2020-01-01"), no("berkala.*"), today, NotApplicable, ""},
		{
			"an edition that does not say its year", yearly, on("2026-03-20"), nil,
			today, Met, "2027-03-31",
		},
		{
			"an old edition that does not say its year", yearly, on("2019-03-20"), nil,
			today, Overdue, "2020-03-31",
		},
		{
			"an edition without a day and a year", yearly, []Evidence{{Path: "a", Files: 1}}, nil,
			today, Overdue, "",
		},
		{
			"an edition without a day", yearly, []Evidence{{Year: 2025, Files: 1}}, nil,
			today, Overdue, "2027-03-31",
		},
		{
			"last year's report is there", yearly,
			at("2026-03-20", Evidence{Year: 2025, Files: 1}), nil, today, Met, "2027-03-31",
		},
		{
			"last year's report is late", yearly,
			at("2025-03-20", Evidence{Year: 2024, Files: 1}), nil,
			"2026-04-01", Overdue, "2026-03-31",
		},
		{
			"last year's report is not due yet", yearly,
			at("2025-03-20", Evidence{Year: 2024, Files: 1}), nil,
			"2026-03-31", DueSoon, "2026-03-31",
		},
		{
			"the newest edition counts, though an older one was changed since", yearly,
			append(
				at("2026-03-20", Evidence{Path: "a", Year: 2025, Files: 1}),
				at("2026-06-01", Evidence{Path: "b", Year: 2023, Files: 1})...,
			),
			nil, today, Met, "2027-03-31",
		},
	}
	for _, tt := range tests {
		evidence := map[string][]Evidence{tt.o.ID: tt.evidence}
		r := Audit([]Obligation{tt.o}, tt.overrides, evidence, mustDay(t, tt.asOf))
		if row := r.Rows[0]; row.Status != tt.want || row.Due.String() != tt.due {
			t.Errorf("%s: %v due %q, want %v due %q",
				tt.name, row.Status, row.Due, tt.want, tt.due)
		}
	}
}

// Who answers for a duty, and which reason is told: the unit that published last before the
// one that the body names, and no reason where the duty is met.
func TestAuditRows(t *testing.T) {
	o := Obligation{ID: "a.1", MaxAge: 184, Evidence: "page"}
	day := mustDay(t, "2026-11-24")
	body := []Override{{ID: "a.*", Unit: "humas"}}
	none := []Override{{ID: "a.*", NotApplicable: true, Reason: "tidak ada"}}
	fresh := []Evidence{{Path: "a", Last: day}}
	tests := []struct {
		name         string
		evidence     []Evidence
		overrides    []Override
		unit, reason string
		last         Day
	}{
		{"nothing is said", nil, nil, "", "", 0},
		{"the body names a unit", nil, body, "humas", "", 0},
		{"and it is published", fresh, body, "humas", "", day},
		{"by another unit", []Evidence{{Last: day, Unit: "hukum"}}, body, "hukum", "", day},
		{"it does not apply", nil, none, "", "tidak ada", 0},
		{"it does not apply and is there", fresh, none, "", "", day},
		{
			"it does not apply and was there", []Evidence{{Last: day - 999}}, none,
			"", "tidak ada", day - 999,
		},
	}
	for _, tt := range tests {
		r := Audit([]Obligation{o}, tt.overrides, map[string][]Evidence{"a.1": tt.evidence}, day)
		row := r.Rows[0]
		if row.Unit != tt.unit || row.Reason != tt.reason || row.Last != tt.last {
			t.Errorf("%s: unit %q, reason %q, last %v", tt.name, row.Unit, row.Reason, row.Last)
		}
	}
	same := []Evidence{{Path: "b", Last: day - 1}, {Path: "c", Last: day}, {Path: "a", Last: day}}
	r := Audit([]Obligation{o}, nil, map[string][]Evidence{"a.1": same}, day)
	var order string
	for _, e := range r.Rows[0].Evidence {
		order += e.Path
	}
	if order != "acb" || same[0].Path != "b" {
		t.Errorf("the newest first, then by path: %s", order)
	}
}

// Each Status has its name, and only three mean that the duty is met.
func TestStatuses(t *testing.T) {
	holds := map[string]bool{"due_soon": true, "ok": true, "nil": true}
	var r Report
	for s := Missing; s <= NotOccurred; s++ {
		if s.Holds() != holds[s.String()] {
			t.Errorf("%v holds: %v", s, s.Holds())
		}
		for range s + 1 {
			r.Rows = append(r.Rows, Row{Status: s})
		}
	}
	if got, want := r.Counts(), [8]int{1, 2, 3, 4, 5, 6, 7, 8}; got != want {
		t.Errorf("counts %v, want %v", got, want)
	}
	if got, with := r.Score(), r.ScoreWithConditions(); got != 15*100/21 || with != 15*100/29 {
		t.Errorf("score %d, with conditions %d", got, with)
	}
}

// A month is added as people do: the same day, or the last of a shorter month.
func TestAddMonths(t *testing.T) {
	tests := []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"},
		{"2026-01-28", 1, "2026-02-28"}, {"2026-08-31", 6, "2027-02-28"},
		{"2026-12-31", 6, "2027-06-30"}, {"2026-11-15", 2, "2027-01-15"},
		{"2024-02-29", 12, "2025-02-28"}, {"2026-03-31", 0, "2026-03-31"},
	}
	for _, tt := range tests {
		if got := mustDay(t, tt.from).AddMonths(tt.n); got.String() != tt.want {
			t.Errorf("%s and %d months: %v, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestIsEdition(t *testing.T) {
	for text, want := range map[string]bool{
		"03-31": true, "01-01": true, "12-31": true, "02-29": true,
		"": false, "3-31": false, "02-30": false, "13-01": false, "31-03": false, "03-31 ": false,
	} {
		if IsEdition(text) != want {
			t.Errorf("%q is an edition: %v", text, !want)
		}
	}
}

func TestScore(t *testing.T) {
	day := mustDay(t, "2026-11-24")
	var all []Obligation
	for _, id := range []string{"a.1", "a.2", "b.1", "b.2"} {
		all = append(all, Obligation{ID: id, MaxAge: NoAge, Evidence: "page"})
	}
	e := []Evidence{{Last: day}}
	evidence := map[string][]Evidence{"a.1": e, "b.1": e}
	r := Audit(all, []Override{{ID: "b.2", NotApplicable: true}}, evidence, day)
	if got := r.Score(); got != 66 {
		t.Errorf("2 of 3 that apply: %d", got)
	}
	q := Questionnaire{
		Ladder: []Rung{{100, 100, "lengkap"}, {50, 50, "sebagian"}},
		Questions: []Question{
			{ID: "1", Weight: 1000, Obligations: []string{"a.*"}},
			{ID: "2", Weight: 1000, Obligations: []string{"a.*"}, All: true},
			{ID: "3", Weight: 500, Obligations: []string{"b.*"}},
			{ID: "4", Weight: 500, Obligations: []string{"b.2"}},
			{ID: "5", Weight: 1000, Obligations: []string{"a.*", "a.1"}},
		},
	}
	want := []int{500, 0, 500, 0, 500}
	for i, a := range q.Answers(&r) {
		if a.Mark != want[i] || a.Estimated != (i != 3) {
			t.Errorf("question %s: %d, estimated %v, want %d", a.ID, a.Mark, a.Estimated, want[i])
		}
	}
	if empty := (&Report{}); empty.Score() != 0 || empty.ScoreWithConditions() != 0 {
		t.Error("of nothing something is met")
	}
}

// TestNotOccurred holds when a duty with a condition counts as not having come: as long as somebody
// declared it, not for ever, and not when something was published.
func TestNotOccurred(t *testing.T) {
	duty := Obligation{ID: "a", Evidence: "page", MaxAge: NoAge, Condition: "if it happens"}
	always := duty
	always.Condition = ""
	declared := Override{ID: "a", Declared: mustDay(t, "2026-03-31"), DeclaredBy: "Sekretaris"}
	until := declared
	until.Until = mustDay(t, "2026-05-01")
	page := []Evidence{{Last: mustDay(t, "2026-04-01")}}
	for _, tt := range []struct {
		name     string
		duty     Obligation
		override Override
		evidence []Evidence
		day      string
		want     Status
	}{
		{"on the day", duty, declared, nil, "2026-03-31", NotOccurred},
		{"on its last day", duty, declared, nil, "2026-09-30", NotOccurred},
		{"after it", duty, declared, nil, "2026-10-01", Missing},
		{"before it", duty, declared, nil, "2026-03-30", Missing},
		{"on a last day of its own", duty, until, nil, "2026-05-01", NotOccurred},
		{"after that", duty, until, nil, "2026-05-02", Missing},
		{"it has happened", duty, declared, page, "2026-04-02", Met},
		{"a duty without a condition", always, declared, nil, "2026-04-02", Missing},
		{"an override of another", duty, Override{ID: "b", Declared: declared.Declared}, nil, "2026-04-02", Missing},
		{"it does not apply at all", duty, Override{ID: "a", NotApplicable: true}, nil, "2026-04-02", NotApplicable},
	} {
		r := Audit([]Obligation{tt.duty}, []Override{tt.override}, map[string][]Evidence{"a": tt.evidence}, mustDay(t, tt.day))
		row := r.Rows[0]
		if row.Status != tt.want || (row.By == "Sekretaris") != (tt.want == NotOccurred) {
			t.Errorf("%s: %s by %q, want %s", tt.name, row.Status, row.By, tt.want)
		}
	}
}

// TestBareEvidence holds that a page that says only that something is not there meets no duty, and
// never hides one that does.
func TestBareEvidence(t *testing.T) {
	duty := Obligation{ID: "a", Evidence: "page", MaxAge: NoAge}
	early, late := mustDay(t, "2026-01-01"), mustDay(t, "2026-02-01")
	for _, tt := range []struct {
		name     string
		evidence []Evidence
		want     Status
	}{
		{"a bare page", []Evidence{{Last: early, Bare: true}}, LinkOnly},
		{"a bare page that says there is nothing", []Evidence{{Last: early, Bare: true, Nil: true}}, NilMet},
		{"a newer bare page beside one", []Evidence{{Last: early}, {Last: late, Bare: true}}, Met},
		{"an entry that was not uploaded", []Evidence{{Last: early, Entry: true}}, LinkOnly},
		{"an entry with a table", []Evidence{{Last: early, Entry: true, Table: true}}, Met},
		{
			"a later entry that was not uploaded",
			[]Evidence{{Last: early, Entry: true, Files: 1}, {Last: late, Entry: true}}, LinkOnly,
		},
		{
			"a later edition that was not uploaded, of which less was changed since",
			[]Evidence{{Last: late, Year: 2023, Entry: true, Files: 1}, {Last: early, Year: 2024, Entry: true}},
			LinkOnly,
		},
		{
			"an earlier entry that was not uploaded",
			[]Evidence{{Last: late, Entry: true, Files: 1}, {Last: early, Entry: true}}, Met,
		},
	} {
		r := Audit([]Obligation{duty}, nil, map[string][]Evidence{"a": tt.evidence}, late)
		if got := r.Rows[0].Status; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
