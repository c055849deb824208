package disclosure

import "testing"

// The grades of the information commissions, with the scores on both sides of each.
func TestGrade(t *testing.T) {
	tests := []struct {
		score int
		want  string
	}{
		{10000, "Informatif"}, {9000, "Informatif"},
		{8999, "Menuju Informatif"}, {8000, "Menuju Informatif"},
		{7999, "Cukup Informatif"}, {6000, "Cukup Informatif"},
		{5999, "Kurang Informatif"}, {4000, "Kurang Informatif"},
		{3999, "Tidak Informatif"}, {0, "Tidak Informatif"},
	}
	for _, tt := range tests {
		if got := Grade(tt.score); got != tt.want {
			t.Errorf("%d is %s, want %s", tt.score, got, tt.want)
		}
	}
}

// Where the ladder is full, three quarters, a half, a quarter and none, as in the
// questionnaires that were found, and how many of four duties are met.
func TestRungs(t *testing.T) {
	day := mustDay(t, "2026-11-24")
	q := Questionnaire{
		Ladder: []Rung{
			{25, 25, "sedikit"}, {100, 100, "lengkap"}, {50, 50, "sebagian"}, {75, 75, "banyak"},
			{75, 75, "tidak pernah"},
		},
		Questions: []Question{
			{ID: "1", Weight: 1500, Obligations: []string{"a.*"}},
			{ID: "2", Weight: 1500, Obligations: []string{"a.*"}, All: true},
		},
	}
	tests := []struct {
		met     int
		text    string
		marks   [2]int
		percent int
	}{
		{0, "", [2]int{0, 0}, 0},
		{1, "sedikit", [2]int{375, 0}, 25},
		{2, "sebagian", [2]int{750, 0}, 50},
		{3, "banyak", [2]int{1125, 0}, 75},
		{4, "lengkap", [2]int{1500, 1500}, 100},
	}
	for _, tt := range tests {
		var all []Obligation
		evidence := map[string][]Evidence{}
		for i, id := range []string{"a.1", "a.2", "a.3", "a.4"} {
			all = append(all, Obligation{ID: id, MaxAge: NoAge, Evidence: "page"})
			if i < tt.met {
				evidence[id] = []Evidence{{Last: day}}
			}
		}
		r := Audit(all, nil, evidence, day)
		answers := q.Answers(&r)
		for i, a := range answers {
			if a.Mark != tt.marks[i] || a.Held != tt.met || len(a.Rows) != 4 || !a.Estimated {
				t.Errorf("%d met: %+v, want %d", tt.met, a, tt.marks[i])
			}
		}
		text := ""
		if answers[0].Rung != nil {
			text = answers[0].Rung.Text
		}
		if text != tt.text || r.Score() != tt.percent {
			t.Errorf("%d met: %q of %d percent, want %q", tt.met, text, r.Score(), tt.text)
		}
	}
}
