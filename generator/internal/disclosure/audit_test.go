package disclosure

import (
	"testing"
)

func TestAuditStatus(t *testing.T) {
	half := Obligation{ID: "berkala.profil.alamat", MaxAge: 184, Evidence: "page"}
	data := Obligation{ID: "berkala.program.daftar", MaxAge: 184, Evidence: "dataset"}
	silent := Obligation{ID: "setiap_saat.renstra", MaxAge: NoAge, Evidence: "document"}
	once := Obligation{ID: "serta_merta.bencana_alam", MaxAge: 0, Evidence: "page", Condition: "if"}
	yearly := Obligation{ID: "setiap_saat.laporan_layanan", MaxAge: 365, Edition: "03-31", Evidence: "document"}
	days := Obligation{ID: "kpu.pdpb", MaxAge: 100, Evidence: "page"}
	on := func(s string) []Evidence { return []Evidence{{Path: s, Last: mustDay(t, s), Files: 1}} }
	tests := []struct {
		name      string
		o         Obligation
		evidence  []Evidence
		overrides []Override
		asOf      string
		want      Status
		due       string
	}{
		{"nothing", half, nil, nil, "2026-11-24", Missing, ""},
		{"fresh", half, on("2026-10-01"), nil, "2026-11-24", Met, "2027-04-01"},
		{"on the last day", half, on("2026-05-24"), nil, "2026-11-24", DueSoon, "2026-11-24"},
		{"a day later", half, on("2026-05-23"), nil, "2026-11-24", Overdue, "2026-11-23"},
		{"thirty days before", half, on("2026-06-24"), nil, "2026-11-24", DueSoon, "2026-12-24"},
		{"thirty-one days before", half, on("2026-06-25"), nil, "2026-11-24", Met, "2026-12-25"},
		{"the newest counts", half, append(on("2020-01-01"), on("2026-10-01")...), nil, "2026-11-24", Met, "2027-04-01"},
		{"six months from the end of August", half, on("2026-08-31"), nil, "2026-11-24", Met, "2027-02-28"},
		{"a text where data is asked for", data, []Evidence{{Last: mustDay(t, "2026-10-01")}}, nil, "2026-11-24", LinkOnly, "2027-04-01"},
		{"a table in the page is data", data, []Evidence{{Last: mustDay(t, "2026-10-01"), Table: true}}, nil, "2026-11-24", Met, "2027-04-01"},
		{"nil is an answer", data, []Evidence{{Last: mustDay(t, "2026-10-01"), Nil: true}}, nil, "2026-11-24", NilMet, "2027-04-01"},
		{"an old nil is old", data, []Evidence{{Last: mustDay(t, "2026-01-01"), Nil: true}}, nil, "2026-11-24", Overdue, "2026-07-01"},
		{"the law sets no age", silent, on("2015-01-01"), nil, "2026-11-24", Met, ""},
		{"at once has no age", once, on("2015-01-01"), nil, "2026-11-24", Met, ""},
		{"a number of days", days, on("2026-08-16"), nil, "2026-11-24", DueSoon, "2026-11-24"},
		{"does not apply", once, nil, []Override{{ID: "serta_merta.*", NotApplicable: true, Reason: "x"}}, "2026-11-24", NotApplicable, ""},
		{"the reason has run out", once, nil, []Override{{ID: "serta_merta.*", NotApplicable: true, Until: mustDay(t, "2026-11-23")}}, "2026-11-24", Missing, ""},
		{"published all the same", once, on("2026-01-01"), []Override{{ID: "serta_merta.bencana_alam", NotApplicable: true}}, "2026-11-24", Met, ""},
		{"no date at all", half, []Evidence{{Path: "a"}}, nil, "2026-11-24", Overdue, ""},
		{"old, and no duty now", half, on("2020-01-01"), []Override{{ID: "berkala.*", NotApplicable: true, Unit: "u"}}, "2026-11-24", NotApplicable, ""},
		{"an edition that does not say its year", yearly, []Evidence{{Last: mustDay(t, "2026-03-20"), Files: 1}}, nil, "2026-11-24", Met, "2027-03-31"},
		{"an old edition that does not say its year", yearly, []Evidence{{Last: mustDay(t, "2019-03-20"), Files: 1}}, nil, "2026-11-24", Overdue, "2020-03-31"},
		{"last year's report is there", yearly, []Evidence{{Last: mustDay(t, "2026-03-20"), Year: 2025, Files: 1}}, nil, "2026-11-24", Met, "2027-03-31"},
		{"last year's report is late", yearly, []Evidence{{Last: mustDay(t, "2025-03-20"), Year: 2024, Files: 1}}, nil, "2026-04-01", Overdue, "2026-03-31"},
		{"last year's report is not due yet", yearly, []Evidence{{Last: mustDay(t, "2025-03-20"), Year: 2024, Files: 1}}, nil, "2026-03-31", DueSoon, "2026-03-31"},
	}
	for _, tt := range tests {
		r := Audit([]Obligation{tt.o}, tt.overrides, map[string][]Evidence{tt.o.ID: tt.evidence}, mustDay(t, tt.asOf))
		if row := r.Rows[0]; row.Status != tt.want || row.Due.String() != tt.due {
			t.Errorf("%s: %v due %q, want %v due %q", tt.name, row.Status, row.Due, tt.want, tt.due)
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
	r := Audit(all, []Override{{ID: "b.2", NotApplicable: true}}, map[string][]Evidence{"a.1": e, "b.1": e}, day)
	if got := r.Score(); got != 66 {
		t.Errorf("2 of 3 that apply: %d", got)
	}
	q := Questionnaire{
		Ladder: []Rung{{100, 100, "lengkap"}, {50, 50, "sebagian"}},
		Questions: []Question{
			{ID: "1", Weight: 1000, Obligations: []string{"a.*"}}, {ID: "2", Weight: 1000, Obligations: []string{"a.*"}, All: true},
			{ID: "3", Weight: 500, Obligations: []string{"b.*"}}, {ID: "4", Weight: 500, Obligations: []string{"b.2"}}, {ID: "5", Weight: 1000, Obligations: []string{"a.*", "a.1"}},
		},
	}
	want := []int{500, 0, 500, 0, 500}
	for i, a := range q.Answers(&r) {
		if a.Mark != want[i] || a.Estimated != (i != 3) {
			t.Errorf("question %s: %d, estimated %v, want %d", a.ID, a.Mark, a.Estimated, want[i])
		}
	}
	if empty := (&Report{}); empty.Score() != 100 {
		t.Error("of nothing all is met")
	}
}
