package gate

import (
	"testing"

	"maklumat/generator/internal/disclosure"
)

// now is the moment at which documents come to the gate, in the middle of a day.
var now = disclosure.Moment{Day: 1000, Minute: 500}

// moments are on both sides of every boundary around now.
var moments = []disclosure.Moment{
	{}, {Day: 999}, {Day: 999, Minute: 1440}, {Day: 1000}, {Day: 1000, Minute: 499},
	{Day: 1000, Minute: 500}, {Day: 1000, Minute: 501}, {Day: 1001}, {Day: 1001, Minute: 1},
}

// everyFacts calls f with every combination of facts.
func everyFacts(f func(Facts)) {
	for bits := range 16 {
		facts := Facts{
			Closed: bits&1 != 0, Read: bits&2 != 0, Draft: bits&4 != 0, Drafts: bits&8 != 0,
		}
		for facts.Class = 0; facts.Class <= disclosure.Dikecualikan; facts.Class++ {
			for facts.Errors = range 3 {
				for _, facts.Due = range moments {
					for _, facts.Expires = range moments {
						f(facts)
					}
				}
			}
		}
	}
}

// TestEveryWay walks every combination of facts. What is public is said here once more, in
// one sentence; nothing else may come out of the gate.
func TestEveryWay(t *testing.T) {
	seen := map[Reason]int{}
	everyFacts(func(f Facts) {
		closed := f.Closed || f.Class == disclosure.Dikecualikan
		public := !closed && f.Read && f.Errors == 0 && (!f.Draft || f.Drafts) &&
			!now.Before(f.Due) && (f.Expires.IsZero() || !f.Expires.Over(now))
		got := Decide(f, now)
		if (got == Public) != public {
			t.Fatalf("%+v: %v", f, got)
		}
		if (got == Closed) != closed {
			t.Fatalf("%+v is said to be %v", f, got)
		}
		seen[got]++
	})
	for r := Public; r <= Expired; r++ {
		if seen[r] == 0 {
			t.Errorf("nothing was %v", r)
		}
	}
}

// What is to stay public is so at every later moment, and what is not is not for ever.
func TestEveryLaterMoment(t *testing.T) {
	later := []disclosure.Moment{now, {Day: 1000, Minute: 501}, {Day: 1001}, {Day: 9000}}
	stay, pass := 0, 0
	everyFacts(func(f Facts) {
		if Decide(f, now) != Public {
			return
		}
		if !Stays(f) {
			pass++
			if Decide(f, disclosure.Moment{Day: 9000}) != Expired {
				t.Fatalf("%+v is not to stay public, and does", f)
			}
			return
		}
		stay++
		for _, m := range later {
			if got := Decide(f, m); got != Public {
				t.Fatalf("%+v is to stay public, and is %v at %v", f, got, m)
			}
		}
	})
	if stay == 0 || pass == 0 {
		t.Errorf("%d stay public and %d do not", stay, pass)
	}
}

// Where more than one reason holds, the first of these is told: a document that may have been
// meant to be closed is never called a draft or one that is not due yet.
func TestGateReasons(t *testing.T) {
	at := func(minute int16) disclosure.Moment { return disclosure.Moment{Day: 1000, Minute: minute} }
	day := func(d disclosure.Day) disclosure.Moment { return disclosure.Moment{Day: d} }
	tests := []struct {
		name string
		f    Facts
		want Reason
	}{
		{"nothing is known", Facts{}, Unreadable},
		{"read, without a class", Facts{Read: true}, Public},
		{"a class", Facts{Read: true, Class: disclosure.Berkala}, Public},
		{"excluded", Facts{Read: true, Class: disclosure.Dikecualikan}, Closed},
		{"in a closed folder", Facts{Read: true, Closed: true}, Closed},
		{"closed and not read", Facts{Closed: true}, Closed},
		{"closed, with errors", Facts{Read: true, Closed: true, Errors: 1}, Closed},
		{"closed, a draft", Facts{Read: true, Closed: true, Draft: true}, Closed},
		{"not read", Facts{Class: disclosure.Berkala}, Unreadable},
		{"an error", Facts{Read: true, Errors: 1}, Unreadable},
		{"an error in a draft", Facts{Read: true, Errors: 1, Draft: true}, Unreadable},
		{"a draft", Facts{Read: true, Draft: true}, Draft},
		{"a draft that is not due", Facts{Read: true, Draft: true, Due: day(1001)}, Draft},
		{"a draft where they are shown", Facts{Read: true, Draft: true, Drafts: true}, Public},
		{
			"a draft that is shown and not due",
			Facts{Read: true, Draft: true, Drafts: true, Due: day(1001)}, Future,
		},
		{"due today", Facts{Read: true, Due: day(1000)}, Public},
		{"due tomorrow", Facts{Read: true, Due: day(1001)}, Future},
		{"due now", Facts{Read: true, Due: at(500)}, Public},
		{"due in a minute", Facts{Read: true, Due: at(501)}, Future},
		{"until yesterday", Facts{Read: true, Expires: day(999)}, Expired},
		{"until today", Facts{Read: true, Expires: day(1000)}, Public},
		{"until now", Facts{Read: true, Expires: at(500)}, Expired},
		{"for a minute", Facts{Read: true, Expires: at(501)}, Public},
		{"over before it is due", Facts{Read: true, Due: day(1001), Expires: day(999)}, Future},
	}
	for _, tt := range tests {
		if got := Decide(tt.f, now); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
