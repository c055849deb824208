package disclosure

import "testing"

// TestReports holds what reports on other programs say of numbers that were missed, and of what was
// taken for one. The inputs are our own, of the same kind.
func TestReports(t *testing.T) {
	const certain = "certain"
	for _, tt := range []struct{ report, text, want string }{
		{"NVIDIA/SkillEvaluator#88, a comment", "NIK 3204<!-- sensor -->051207890003", certain},
		{"NVIDIA/SkillEvaluator#88, a link", "NIK [3204](https://contoh.go.id/)051207890003", certain},
		{"NVIDIA/SkillEvaluator#88, struck", "NIK ~~3204~~051207890003", certain},
		{"NVIDIA/SkillEvaluator#88, a note", "NIK 3204051207[^1]890003\n\n[^1]: Catatan.", certain},
		{"maziyarpanahi/openmed#1345, dots", "nik 3.204.051.207.890.003", certain},
		{"maziyarpanahi/openmed#1345, commas", `"3,204,051,207,890,003"`, certain},
		{"maziyarpanahi/openmed#1345, decimals", "3,204,051,207,890,003.00", certain},
		{"maziyarpanahi/openmed#1345, mixed", "320405 12-07-89 0003", certain},
		{"cisco-ai-defense/defenseclaw#731, blanks", `{"nik": "3204\u00a00512\u00a00789\u00a00003"}`, certain},
		{"cisco-ai-defense/defenseclaw#731, dashes", `{"nik": "3204\u20130512\u20130789\u20130003"}`, certain},
		{"cisco-ai-defense/defenseclaw#731, nothing", `{"nik": "3204\u200b051207890003"}`, certain},
		{"cisco-ai-defense/defenseclaw#731, a digit", `{"nik": "\u0033204051207890003"}`, certain},

		{"awslabs/ferret-scan#460", "| B | 3201 | 1010 | 1190 | 1234 |", ""},
		{"money with dots", "Rp3.204.051.207.890.003", ""},
		{"more than that", "13.204.051.207.890.003 dan 3.204.051.207.890.003.000", ""},
		{"links beside each other", "[2019](a) [2020](b) [2021](c) [2022](d)", ""},
	} {
		t.Run(tt.report, func(t *testing.T) {
			got := ""
			for _, h := range FindPersonalShown(tt.text) {
				if h.Sort.Certain() {
					got = certain
				}
			}
			if got != tt.want {
				t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}
