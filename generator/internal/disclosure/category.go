// Package disclosure is the law of public information as this program needs it. It knows
// no files and no HTML: it can be read beside the articles it cites.
//
// Its nouns, each in a file of its own:
//
//   - the [Category], the legal class of a piece of information;
//   - the [Day] and the [Moment], and the [Duration] of a step in a procedure;
//   - the [Calendar] of working days, and the [Deadline] that is counted in them;
//   - the [Procedure] of steps and actors, with its [Times], its [Flaw]s and its [Matrix];
//   - the [Obligation] to publish, held against evidence by [Audit], and the [Questionnaire]
//     that asks for it;
//   - the [Request] for information, when it is due, and the [Tally] that a report is made of;
//   - the index of [Satisfaction] of a survey;
//   - the [PersonalHit], personal data that [FindPersonal] finds by its form.
//
// Sources: UU 14/2008 (public information openness), PERKI 1/2021 (service standard),
// PermenPANRB 35/2012 (administrative procedures).
package disclosure

// A Category is the legal class of public information. The zero Category is none: news and
// most pages belong to no class.
type Category int8

// The classes of UU 14/2008.
const (
	Berkala      Category = iota + 1 // announced at set intervals, ps. 9
	SertaMerta                       // announced at once, ps. 10
	SetiapSaat                       // available at any time, ps. 11
	Dikecualikan                     // excluded, ps. 17
)

var categoryNames = [...]string{
	Berkala: "berkala", SertaMerta: "serta-merta", SetiapSaat: "setiap-saat",
	Dikecualikan: "dikecualikan",
}

// String returns the name as documents write it, or "" for the zero Category.
func (c Category) String() string { return categoryNames[c] }

// ParseCategory returns the class that s names exactly. A near miss, a capital or a stray
// space is no name: guessing here could publish what the law closes.
func ParseCategory(s string) (Category, bool) {
	for c := Berkala; c <= Dikecualikan; c++ {
		if s == categoryNames[c] {
			return c, true
		}
	}
	return 0, false
}

// Public are the names of the classes that may be published.
var Public = []string{"berkala", "serta-merta", "setiap-saat"}
