package disclosure

// SurveyElements is how many elements a survey of satisfaction has: requirements; procedure; time;
// fee; product; competence and behaviour of the staff; handling of complaints; facilities
// (PermenPANRB 14/2017, annex).
const SurveyElements = 9

// Satisfaction returns the index of satisfaction of a survey and its grade, A to D: the mean of its
// elements, each from 1 to 4, times 25. All numbers are in hundredths. The grade of no element is
// 0, for none.
//
// The bounds are those of PermenPANRB 14/2017: 88.31, 76.61 and 65.
func Satisfaction(elements []int) (index int, grade byte) {
	if len(elements) == 0 {
		return 0, 0
	}
	sum := 0
	for _, e := range elements {
		sum += e
	}
	index = (2*25*sum + len(elements)) / (2 * len(elements)) // rounded
	return index, SatisfactionGrade(index)
}

// SatisfactionGrade returns the grade of an index of satisfaction in hundredths.
func SatisfactionGrade(index int) byte {
	switch {
	case index >= 8831:
		return 'A'
	case index >= 7661:
		return 'B'
	case index >= 6500:
		return 'C'
	}
	return 'D'
}
