package disclosure

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func hk(n int) Duration { return Duration{n, HariKerja} }

// request is a small procedure like that for requests: a check that can send back, and
// two ways to an answer.
func request() *Procedure {
	return &Procedure{
		Hours:  7.5,
		Actors: []Actor{{ID: "pemohon", Outside: true}, {ID: "petugas"}, {ID: "ppid"}},
		Steps: []Step{
			{ID: "mulai", Shape: Start, Actors: []string{"pemohon"}, Max: Duration{15, Menit}},
			{
				ID: "cek", Shape: Decision, Actors: []string{"petugas"}, Max: hk(3),
				Exits: []Exit{{"Lengkap", "telaah", ""}, {"Tidak lengkap", "lengkapi", ""}},
			},
			{ID: "lengkapi", Shape: Process, Actors: []string{"pemohon"}, Max: hk(3), Next: "cek"},
			{ID: "telaah", Shape: Process, Actors: []string{"petugas", "ppid"}, Min: hk(1), Max: hk(6)},
			{ID: "jawab", Shape: End, Actors: []string{"ppid"}, Max: hk(1)},
		},
	}
}

func TestTimes(t *testing.T) {
	got := request().Times()
	want := Times{
		Shortest: 15 + 5*450, Longest: 15 + 10*450, OwnShortest: 5 * 450, OwnLongest: 10 * 450,
		Path: []int{0, 1, 3, 4}, Loops: []Edge{{2, 1, ""}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The longest way does not depend on the order in which exits are written, nor on where a
// step stands in the table.
func TestLongestWay(t *testing.T) {
	steps := func(exits []Exit) *Procedure {
		return &Procedure{Hours: 7.5, Actors: []Actor{{ID: "p"}}, Steps: []Step{
			{ID: "a", Shape: Start, Actors: []string{"p"}, Max: Duration{1, Jam}},
			{ID: "b", Shape: Decision, Actors: []string{"p"}, Max: Duration{1, Jam}, Exits: exits},
			{ID: "c", Shape: Process, Actors: []string{"p"}, Max: hk(5), Next: "d"},
			{
				ID: "d", Shape: Decision, Actors: []string{"p"}, Max: Duration{1, Jam},
				Exits: []Exit{{"kurang", "c", ""}, {"tolak", "e", ""}, {"ya", "f", ""}},
			},
			{ID: "e", Shape: End, Actors: []string{"p"}, Max: Duration{1, Jam}},
			{ID: "f", Shape: Process, Actors: []string{"p"}, Max: hk(8)},
			{ID: "g", Shape: End, Actors: []string{"p"}, Max: Duration{1, Jam}},
		}}
	}
	want := 4*60 + 13*450
	for _, exits := range [][]Exit{
		{{"langsung", "d", ""}, {"kajian", "c", ""}}, {{"kajian", "c", ""}, {"langsung", "d", ""}},
	} {
		got := steps(exits).Times()
		if got.OwnLongest != want || len(got.Path) != 6 || len(got.Loops) != 1 {
			t.Errorf("%v: %d minutes by %v, loops %v; want %d",
				exits, got.OwnLongest, got.Path, got.Loops, want)
		}
	}
	side := request() // the completing step stands below the end, and leads back up into the way
	side.Steps = append(side.Steps, side.Steps[2])
	side.Steps = slices.Delete(side.Steps, 2, 3)
	side.Steps[4].Actors, side.Steps[4].Next = []string{"petugas"}, "telaah"
	if got := side.Times(); got.OwnLongest != (3+3+6+1)*450 || len(got.Loops) != 0 {
		t.Errorf("a step at the side: %+v", got)
	}
}

// Of ways that take equally long, the one that is written first is told.
func TestEquallyLongWays(t *testing.T) {
	p := &Procedure{Hours: 7.5, Actors: []Actor{{ID: "p"}}, Steps: []Step{
		{
			ID: "a", Shape: Decision, Actors: []string{"p"},
			Exits: []Exit{{"satu", "c", ""}, {"dua", "b", ""}, {"tiga", "d", ""}},
		},
		{ID: "b", Shape: End, Actors: []string{"p"}, Max: hk(1)},
		{ID: "c", Shape: End, Actors: []string{"p"}, Max: hk(1)},
		{ID: "d", Shape: End, Actors: []string{"p"}, Max: Duration{1, Menit}},
	}}
	if got := p.Times().Path; !slices.Equal(got, []int{0, 2}) {
		t.Errorf("the path is %v", got)
	}
}

// A circle too large to try every way through it comes out too long, never too short: all its
// steps are taken together, with the dearest way out of it. Here ten decisions lead to each
// other and to three ends, in more than a million ways, and one step leads back to where it
// is come from, so no way can take it.
func TestManyWays(t *testing.T) {
	const circle = 11
	p := &Procedure{Hours: 7.5, Actors: []Actor{{ID: "p"}}}
	add := func(shape Shape, minutes int, next string) {
		p.Steps = append(p.Steps, Step{
			ID: fmt.Sprint(len(p.Steps)), Shape: shape, Actors: []string{"p"},
			Max: Duration{minutes, Menit}, Next: next,
		})
	}
	add(Start, 1, "1")
	for range circle - 1 {
		add(Decision, 1, "")
	}
	add(Process, 1, "1")
	for _, minutes := range []int{2, 5, 5} {
		add(End, minutes, "")
	}
	for row := 1; row < circle; row++ {
		for to, s := range p.Steps {
			if to != row && (to != circle || row == 1) {
				p.Steps[row].Exits = append(p.Steps[row].Exits, Exit{s.ID, s.ID, ""})
			}
		}
	}
	got := p.Times()
	if want := circle + 1 + 5; got.OwnLongest != want || got.Longest != want || got.Shortest != 4 {
		t.Errorf("%+v", got)
	}
	if last := got.Path[len(got.Path)-1]; len(got.Path) != circle+2 || last != circle+2 {
		t.Errorf("the path is %v", got.Path)
	}
}

// Ways that do not lead in circles are exact, however many there are: here each of thirty
// decisions has a long and a short way to the next.
func TestManyWaysWithoutCircles(t *testing.T) {
	p := &Procedure{Hours: 7.5, Actors: []Actor{{ID: "p"}}}
	for i := range 30 {
		id := func(s string, n int) string { return fmt.Sprint(s, n) }
		p.Steps = append(p.Steps, Step{
			ID: id("pilih", i), Shape: Decision, Actors: []string{"p"},
			Exits: []Exit{{"cepat", id("cepat", i), ""}, {"lama", id("lama", i), ""}},
		}, Step{
			ID: id("cepat", i), Shape: Process, Actors: []string{"p"}, Max: Duration{1, Menit},
			Next: id("pilih", i+1),
		}, Step{
			ID: id("lama", i), Shape: Process, Actors: []string{"p"}, Max: Duration{3, Menit},
		})
	}
	p.Steps = append(p.Steps, Step{ID: "pilih30", Shape: End, Actors: []string{"p"}})
	got := p.Times()
	if got.Longest != 90 || got.Shortest != 30 || len(got.Path) != 61 || len(got.Loops) != 0 {
		t.Errorf("%d to %d minutes, %d steps, loops %v",
			got.Shortest, got.Longest, len(got.Path), got.Loops)
	}
}

// everyWay calls f with each way from a row to an end on which no row comes twice.
func everyWay(p *Procedure, rows []int, f func(rows []int)) {
	row := rows[len(rows)-1]
	if p.Steps[row].Shape == End {
		f(rows)
	}
	for _, e := range p.Edges(row) {
		if !slices.Contains(rows, e.To) {
			everyWay(p, append(slices.Clone(rows), e.To), f)
		}
	}
}

// drawSteps draws any steps at all, also such as make no sense.
func drawSteps(t *rapid.T) *Procedure {
	p := &Procedure{Hours: 7.5, Actors: []Actor{{ID: "in"}, {ID: "out", Outside: true}}}
	n := rapid.IntRange(1, 7).Draw(t, "steps")
	id := func() string { return fmt.Sprint(rapid.IntRange(0, n).Draw(t, "id")) } // n is nobody's
	for row := range n {
		s := Step{
			ID:     fmt.Sprint(row),
			Shape:  Shape(rapid.IntRange(int(Start), int(End)).Draw(t, "shape")),
			Actors: []string{rapid.SampledFrom([]string{"in", "in", "out"}).Draw(t, "actor")},
			Max:    Duration{rapid.IntRange(0, 20).Draw(t, "max"), Menit},
			Min:    Duration{rapid.IntRange(0, 20).Draw(t, "min"), Menit},
		}
		for range rapid.IntRange(0, 4).Draw(t, "exits") {
			s.Exits = append(s.Exits, Exit{To: id()})
		}
		if rapid.Bool().Draw(t, "jump") {
			s.Next = id()
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// The times of any procedure are those of the shortest and the longest of all its ways, and
// the path is one of them.
func TestTimesOfAllWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawSteps(t)
		var want Times
		ways := 0
		everyWay(p, []int{p.start()}, func(rows []int) {
			var high, low, ownHigh, ownLow int
			for _, row := range rows {
				s := p.Steps[row]
				least := s.Max.Count
				if s.Min.Count > 0 {
					least = s.Min.Count
				}
				high, low = high+s.Max.Count, low+least
				if s.Actors[0] == "in" {
					ownHigh, ownLow = ownHigh+s.Max.Count, ownLow+least
				}
			}
			if ways++; ways == 1 {
				want = Times{Shortest: low, OwnShortest: ownLow}
			}
			want.Shortest, want.OwnShortest = min(want.Shortest, low), min(want.OwnShortest, ownLow)
			want.Longest, want.OwnLongest = max(want.Longest, high), max(want.OwnLongest, ownHigh)
		})
		got := p.Times()
		path, loops := got.Path, got.Loops
		if got.Path, got.Loops = nil, nil; !cmp.Equal(got, want) {
			t.Fatalf("%+v, want %+v of %d ways", got, want, ways)
		}
		known := ways == 0 && len(path) == 0
		everyWay(p, []int{p.start()}, func(rows []int) {
			sum := 0
			for _, row := range rows {
				if p.Steps[row].Actors[0] == "in" {
					sum += p.Steps[row].Max.Count
				}
			}
			known = known || slices.Equal(rows, path) && sum == got.OwnLongest
		})
		if !known {
			t.Fatalf("%v is none of %d ways", path, ways)
		}
		checkLoops(t, p, loops)
	})
}

// checkLoops holds the loops to their meaning: ways that lead up, or stay, from where one
// can come back.
func checkLoops(t *rapid.T, p *Procedure, loops []Edge) {
	leads := func(from, to int) bool {
		reached := map[int]bool{from: true}
		for range p.Steps {
			for row := range reached {
				for _, e := range p.Edges(row) {
					reached[e.To] = true
				}
			}
		}
		return reached[to]
	}
	var want []Edge
	for row := range p.Steps {
		for _, e := range p.Edges(row) {
			if e.To <= row && leads(e.To, row) {
				want = append(want, e)
			}
		}
	}
	if !slices.Equal(loops, want) {
		t.Fatalf("loops %v, want %v", loops, want)
	}
}

// Where each step leads; what leads nowhere is no way.
func TestEdges(t *testing.T) {
	p := &Procedure{Steps: []Step{
		{ID: "a", Shape: Start},
		{ID: "b", Shape: Decision, Exits: []Exit{{"ya", "d", ""}, {"tidak", "a", ""}, {"?", "x", ""}}, Next: "c"},
		{ID: "c", Shape: Process, Next: "a"},
		{ID: "d", Shape: End, Next: "a"},
		{ID: "e", Shape: Process, Next: "x"},
		{ID: "f", Shape: Process, Exits: []Exit{{"ya", "a", ""}}},
	}}
	want := [][]Edge{{{0, 1, ""}}, {{1, 3, "ya"}, {1, 0, "tidak"}}, {{2, 0, ""}}, nil, nil, nil}
	for row := range p.Steps {
		if got := p.Edges(row); !slices.Equal(got, want[row]) {
			t.Errorf("%s leads %v, want %v", p.Steps[row].ID, got, want[row])
		}
	}
}

// A step is outside when nobody of the body takes part in it.
func TestIsOutside(t *testing.T) {
	p := &Procedure{Actors: []Actor{{ID: "pemohon", Outside: true}, {ID: "ppid"}}}
	for name, tt := range map[string]struct {
		actors []string
		want   bool
	}{
		"the requester":            {[]string{"pemohon"}, true},
		"the body":                 {[]string{"ppid"}, false},
		"both":                     {[]string{"pemohon", "ppid"}, false},
		"somebody who is not told": {[]string{"unit"}, false},
		"both, the unknown first":  {[]string{"unit", "pemohon"}, false},
	} {
		p.Steps = []Step{{Actors: tt.actors}}
		if got := p.IsOutside(0); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestShapes(t *testing.T) {
	for want, name := range map[Shape]string{
		Start: "mulai", Process: "proses", Decision: "keputusan", End: "selesai",
	} {
		if got := ParseShape(name); got != want || want.String() != name {
			t.Errorf("%s is %d, and %d is %s", name, got, want, want)
		}
	}
	if ParseShape("") != 0 || Shape(0).String() != "" || (End+1).String() != "" {
		t.Error("what is no shape has no name")
	}
}

func TestFlaws(t *testing.T) {
	nowhere := func(sort FlawSort) Flaw { return Flaw{sort, -1, -1, -1, nil} }
	at := func(sort FlawSort, row int, id string) Flaw {
		return Flaw{sort, row, -1, -1, []string{id}}
	}
	tests := []struct {
		name   string
		change func(p *Procedure)
		want   []Flaw
	}{
		{"none", func(*Procedure) {}, nil},
		{"no start", func(p *Procedure) { p.Steps[0].Shape = Process }, []Flaw{nowhere(NoStart)}},
		{
			"two starts", func(p *Procedure) { p.Steps[3].Shape = Start },
			[]Flaw{at(SecondStart, 3, "mulai")},
		},
		{
			"no end", func(p *Procedure) { p.Steps[4].Shape = Process },
			[]Flaw{nowhere(NoEnd), at(DeadEnd, 4, "jawab")},
		},
		{
			"no end, in a circle", func(p *Procedure) {
				p.Steps[4].Shape, p.Steps[4].Next = Process, "mulai"
			},
			[]Flaw{nowhere(NoEnd)},
		},
		{
			"a dead end beside the end", func(p *Procedure) {
				p.Steps = append(p.Steps, Step{ID: "arsip", Shape: Process, Max: hk(1)})
				p.Steps[1].Exits = append(p.Steps[1].Exits, Exit{"Ditarik", "arsip", ""})
			},
			[]Flaw{at(DeadEnd, 5, "arsip")},
		},
		{
			"unreachable", func(p *Procedure) { p.Steps[1].Exits[1].To = "telaah" },
			[]Flaw{at(Unreachable, 2, "lengkapi")},
		},
		{
			"cycle without exit", func(p *Procedure) {
				p.Steps[3].Next = "telaah"
				p.Steps[1].Exits = append(p.Steps[1].Exits, Exit{"Langsung", "jawab", ""})
			},
			[]Flaw{at(Endless, 3, "telaah")},
		},
		{
			"idle actor", func(p *Procedure) { p.Actors = append(p.Actors, Actor{ID: "unit"}) },
			[]Flaw{{IdleActor, -1, 3, -1, []string{"unit"}}},
		},
		{
			"one exit", func(p *Procedure) { p.Steps[1].Exits = p.Steps[1].Exits[:1] },
			[]Flaw{at(FewExits, 1, "cek"), at(Unreachable, 2, "lengkapi")},
		},
		{
			"no exit", func(p *Procedure) {
				p.Steps[3].Shape = Decision
				p.Steps[1].Exits = append(p.Steps[1].Exits, Exit{"Langsung", "jawab", ""})
			},
			[]Flaw{at(FewExits, 3, "telaah"), at(DeadEnd, 3, "telaah")},
		},
		{
			"equal labels", func(p *Procedure) { p.Steps[1].Exits[1].If = "lengkap " },
			[]Flaw{{SameLabel, 1, -1, 1, []string{"lengkap "}}},
		},
		{
			"exits of no decision", func(p *Procedure) {
				p.Steps[3].Exits = []Exit{{"Ya", "jawab", ""}}
			},
			[]Flaw{{NoDecision, 3, -1, 0, []string{"telaah"}}},
		},
		{
			"a next step after the end", func(p *Procedure) { p.Steps[4].Next = "mulai" },
			[]Flaw{at(Detour, 4, "jawab")},
		},
		{
			"a next step after a decision", func(p *Procedure) { p.Steps[1].Next = "telaah" },
			[]Flaw{at(Detour, 1, "cek")},
		},
		{
			"min above max", func(p *Procedure) { p.Steps[3].Min = hk(7) },
			[]Flaw{at(MinAboveMax, 3, "telaah")},
		},
		{"min as long as max", func(p *Procedure) { p.Steps[3].Min = hk(6) }, nil},
		{
			"min in another unit", func(p *Procedure) { p.Steps[3].Min = Duration{46, Jam} },
			[]Flaw{at(MinAboveMax, 3, "telaah")},
		},
		{
			"a step that names an unknown one is checked for the rest", func(p *Procedure) {
				p.Steps[3].Next = "entah"
				p.Steps[1].Exits = append(p.Steps[1].Exits, Exit{"Langsung", "jawab", ""})
			},
			nil,
		},
		{
			"nothing at all", func(p *Procedure) { *p = Procedure{} },
			[]Flaw{nowhere(NoStart), nowhere(NoEnd)},
		},
	}
	for _, tt := range tests {
		p := request()
		tt.change(p)
		if diff := cmp.Diff(tt.want, p.Flaws()); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	if times := (&Procedure{}).Times(); !cmp.Equal(times, Times{}) {
		t.Errorf("nothing takes %+v", times)
	}
}

// drawProcedure draws any valid procedure of 2 to 40 steps and 1 to 9 actors.
func drawProcedure(t *rapid.T) *Procedure {
	p := &Procedure{Hours: 7.5}
	for i := range rapid.IntRange(1, 9).Draw(t, "actors") {
		p.Actors = append(p.Actors, Actor{
			ID: fmt.Sprint("a", i), Name: fmt.Sprint("Pelaksana ", i),
			Outside: rapid.Bool().Draw(t, "outside"),
		})
	}
	n := rapid.IntRange(2, 40).Draw(t, "steps")
	id := func(row int) string { return fmt.Sprint("s", row) }
	decision := -1
	for row := range n {
		s := Step{
			ID: id(row), Shape: Process, Activity: fmt.Sprint("Kegiatan ", row),
			Max: Duration{rapid.IntRange(1, 60).Draw(t, "time"), Menit},
		}
		for range rapid.IntRange(1, 3).Draw(t, "together") {
			a := p.Actors[rapid.IntRange(0, len(p.Actors)-1).Draw(t, "actor")].ID
			if !slices.Contains(s.Actors, a) {
				s.Actors = append(s.Actors, a)
			}
		}
		switch {
		case row == 0:
			s.Shape = Start
		case row == n-1:
			s.Shape = End
		case rapid.IntRange(0, 2).Draw(t, "shape") == 0:
			s.Shape = Decision
			s.Exits = []Exit{{"Ya", id(row + 1), ""}}
			for e := range rapid.IntRange(1, 3).Draw(t, "exits") {
				to := rapid.IntRange(0, n-1).Draw(t, "to")
				s.Exits = append(s.Exits, Exit{fmt.Sprint("Tidak ", e), id(to), ""})
			}
			decision = row
		case decision >= 0 && rapid.IntRange(0, 3).Draw(t, "jump") == 0:
			s.Next = id(rapid.IntRange(0, n-1).Draw(t, "next"))
			if s.Next == s.ID {
				s.Next = ""
				break
			}
			d := &p.Steps[decision]
			d.Exits = append(d.Exits, Exit{fmt.Sprint("Lanjut ", row), id(row + 1), ""})
		}
		p.Steps = append(p.Steps, s)
	}
	for _, a := range p.Actors {
		acts := func(s Step) bool { return slices.Contains(s.Actors, a.ID) }
		if !slices.ContainsFunc(p.Steps, acts) {
			p.Steps[0].Actors = append(p.Steps[0].Actors, a.ID)
		}
	}
	return p
}

// TestLegalTime holds that a procedure is held to each set of deadlines on the way that is of it,
// and that the time of the requester alone is nobody's but his.
func TestLegalTime(t *testing.T) {
	day := func(n int) Duration { return Duration{n, HariKerja} }
	p := &Procedure{
		Hours: 7.5,
		Actors: []Actor{
			{ID: "pemohon", Outside: true, Requester: true}, {ID: "ppid"}, {ID: "atas", Outside: true},
		},
		Steps: []Step{
			{ID: "minta", Shape: Start, Actors: []string{"pemohon"}, Max: day(20)},
			{ID: "pilah", Shape: Decision, Actors: []string{"ppid"}, Max: day(1), Exits: []Exit{
				{"umum", "biasa", "umum"}, {"pemilu", "cepat", ""}, {"ditolak", "jawab", ""},
			}},
			{ID: "cepat", Shape: Process, Actors: []string{"ppid"}, Max: day(2), Next: "jawab", Regime: "pemilu"},
			{ID: "biasa", Shape: Process, Actors: []string{"atas"}, Max: day(8), Next: "jawab"},
			{ID: "jawab", Shape: End, Actors: []string{"ppid", "pemohon"}, Max: day(1)},
		},
	}
	for _, tt := range []struct {
		regime string
		days   int
		rows   string
	}{
		{"umum", 10, "[0 1 3 4]"},
		{"pemilu", 4, "[0 1 2 4]"},
		{"pengaduan", 2, "[0 1 4]"}, // none of the two ways is its own
	} {
		minutes, rows := p.LegalTime(tt.regime)
		if want := day(tt.days).WorkingMinutes(p.Hours); minutes != want || fmt.Sprint(rows) != tt.rows {
			t.Errorf("%s: %d minutes on %v, want %d on %s", tt.regime, minutes, rows, want, tt.rows)
		}
	}
	if len(p.Steps[1].Exits) != 3 {
		t.Error("to look at one set changed the procedure")
	}
}
