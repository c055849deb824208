package disclosure

import "testing"

// TestSatisfaction holds the index and its bounds against numbers worked out by hand.
func TestSatisfaction(t *testing.T) {
	for _, tt := range []struct {
		elements []int
		index    int
		grade    byte
	}{
		{nil, 0, 0},
		{[]int{100, 100, 100, 100, 100, 100, 100, 100, 100}, 2500, 'D'},
		{[]int{400, 400, 400, 400, 400, 400, 400, 400, 400}, 10000, 'A'},
		{[]int{354, 353, 353, 353, 353, 353, 353, 353, 354}, 8831, 'A'}, // 3.5322… × 25 = 88.3056
		{[]int{353, 353, 353, 353, 353, 353, 353, 353, 353}, 8825, 'B'},
		{[]int{260, 260, 260, 260, 260, 260, 260, 260, 260}, 6500, 'C'},
		{[]int{260, 260, 260, 260, 260, 260, 260, 260, 259}, 6497, 'D'},
		{[]int{340, 320, 350, 380, 290, 360, 370, 310, 330}, 8472, 'B'},
	} {
		if index, grade := Satisfaction(tt.elements); index != tt.index || grade != tt.grade {
			t.Errorf("%v: %d %c, want %d %c", tt.elements, index, grade, tt.index, tt.grade)
		}
	}
	for index, grade := range map[int]byte{8831: 'A', 8830: 'B', 7661: 'B', 7660: 'C', 6500: 'C', 6499: 'D'} {
		if got := SatisfactionGrade(index); got != grade {
			t.Errorf("%d: %c, want %c", index, got, grade)
		}
	}
}
