package gate

import (
	"testing"

	"maklumat/generator/internal/disclosure"
)

// TestEveryWay walks every combination of facts. What is public is said here once more, in
// one sentence; nothing else may come out of the gate.
func TestEveryWay(t *testing.T) {
	now := disclosure.Moment{Day: 1000, Minute: 500}
	moments := []disclosure.Moment{{}, {Day: 999}, {Day: 1000}, {Day: 1000, Minute: 499}, {Day: 1000, Minute: 500}, {Day: 1000, Minute: 501}, {Day: 1001}}
	bools := []bool{false, true}
	seen := map[Reason]int{}
	stay := 0
	for _, closed := range bools {
		for _, read := range bools {
			for class := disclosure.Category(0); class <= disclosure.Dikecualikan; class++ {
				for errors := range 2 {
					for _, draft := range bools {
						for _, drafts := range bools {
							for _, due := range moments {
								for _, expires := range moments {
									f := Facts{closed, read, class, errors, draft, drafts, due, expires}
									public := !closed && class != disclosure.Dikecualikan && read && errors == 0 && (!draft || drafts) &&
										!now.Before(due) && (expires.IsZero() || !expires.Over(now))
									got := Decide(f, now)
									if (got == Public) != public {
										t.Fatalf("%+v: %v", f, got)
									}
									if (closed || class == disclosure.Dikecualikan) && got != Closed {
										t.Fatalf("%+v is closed, and said to be %v", f, got)
									}
									for _, later := range []disclosure.Moment{now, {Day: 1000, Minute: 501}, {Day: 1001}, {Day: 9000}} {
										if got != Public || !Stays(f) {
											break
										}
										stay++
										if Decide(f, later) != Public {
											t.Fatalf("%+v is to stay public, and is %v at %v", f, Decide(f, later), later)
										}
									}
									seen[got]++
								}
							}
						}
					}
				}
			}
		}
	}
	if stay == 0 {
		t.Error("nothing stays public")
	}
	for r := Public; r <= Expired; r++ {
		if seen[r] == 0 {
			t.Errorf("nothing was %v", r)
		}
	}
}
