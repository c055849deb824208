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
			{ID: "cek", Shape: Decision, Actors: []string{"petugas"}, Max: hk(3), Exits: []Exit{{"Lengkap", "telaah"}, {"Tidak lengkap", "lengkapi"}}},
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
			{ID: "d", Shape: Decision, Actors: []string{"p"}, Max: Duration{1, Jam}, Exits: []Exit{{"kurang", "c"}, {"tolak", "e"}, {"ya", "f"}}},
			{ID: "e", Shape: End, Actors: []string{"p"}, Max: Duration{1, Jam}},
			{ID: "f", Shape: Process, Actors: []string{"p"}, Max: hk(8)},
			{ID: "g", Shape: End, Actors: []string{"p"}, Max: Duration{1, Jam}},
		}}
	}
	want := 4*60 + 13*450
	for _, exits := range [][]Exit{{{"langsung", "d"}, {"kajian", "c"}}, {{"kajian", "c"}, {"langsung", "d"}}} {
		if got := steps(exits).Times(); got.OwnLongest != want || len(got.Path) != 6 || len(got.Loops) != 1 {
			t.Errorf("%v: %d minutes by %v, loops %v; want %d", exits, got.OwnLongest, got.Path, got.Loops, want)
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

// A circle too large to try every way through it comes out too long, never too short: of
// twelve steps that all lead to all, there are more than a million ways.
func TestManyWays(t *testing.T) {
	const n = 12
	p := &Procedure{Hours: 7.5, Actors: []Actor{{ID: "p"}}}
	for row := range n {
		s := Step{
			ID: fmt.Sprint(row), Shape: Decision, Actors: []string{"p"}, Max: Duration{1, Menit},
		}
		for to := range n {
			if to != row {
				s.Exits = append(s.Exits, Exit{fmt.Sprint(to), fmt.Sprint(to)})
			}
		}
		p.Steps = append(p.Steps, s)
	}
	p.Steps[0].Shape, p.Steps[0].Exits = Start, nil
	p.Steps[n-1].Shape, p.Steps[n-1].Exits = End, nil
	if got := p.Times(); got.OwnLongest != n || got.OwnShortest != 3 {
		t.Errorf("%+v", got)
	}
}

func TestFlaws(t *testing.T) {
	tests := []struct {
		name   string
		change func(p *Procedure)
		want   []Flaw
	}{
		{"none", func(*Procedure) {}, nil},
		{"no start", func(p *Procedure) { p.Steps[0].Shape = Process }, []Flaw{{NoStart, -1, -1, -1, nil}}},
		{"two starts", func(p *Procedure) { p.Steps[3].Shape = Start }, []Flaw{{SecondStart, 3, -1, -1, []string{"mulai"}}}},
		{"no end", func(p *Procedure) { p.Steps[4].Shape = Process }, []Flaw{{NoEnd, -1, -1, -1, nil}, {DeadEnd, 4, -1, -1, []string{"jawab"}}}},
		{"unreachable", func(p *Procedure) { p.Steps[1].Exits[1].To = "telaah" }, []Flaw{{Unreachable, 2, -1, -1, []string{"lengkapi"}}}},
		{"cycle without exit", func(p *Procedure) {
			p.Steps[3].Next = "telaah"
			p.Steps[1].Exits = append(p.Steps[1].Exits, Exit{"Langsung", "jawab"})
		}, []Flaw{{Endless, 3, -1, -1, []string{"telaah"}}}},
		{"idle actor", func(p *Procedure) { p.Actors = append(p.Actors, Actor{ID: "unit"}) }, []Flaw{{IdleActor, -1, 3, -1, []string{"unit"}}}},
		{"one exit", func(p *Procedure) {
			p.Steps[1].Exits = p.Steps[1].Exits[:1]
		}, []Flaw{{FewExits, 1, -1, -1, []string{"cek"}}, {Unreachable, 2, -1, -1, []string{"lengkapi"}}}},
		{"equal labels", func(p *Procedure) { p.Steps[1].Exits[1].If = "lengkap " }, []Flaw{{SameLabel, 1, -1, 1, []string{"lengkap "}}}},
		{"exits of no decision", func(p *Procedure) { p.Steps[3].Exits = []Exit{{"Ya", "jawab"}} }, []Flaw{{NoDecision, 3, -1, 0, []string{"telaah"}}}},
		{"a next step after the end", func(p *Procedure) { p.Steps[4].Next = "mulai" }, []Flaw{{Detour, 4, -1, -1, []string{"jawab"}}}},
		{"min above max", func(p *Procedure) { p.Steps[3].Min = hk(7) }, []Flaw{{MinAboveMax, 3, -1, -1, []string{"telaah"}}}},
		{"nothing at all", func(p *Procedure) { *p = Procedure{} }, []Flaw{{NoStart, -1, -1, -1, nil}, {NoEnd, -1, -1, -1, nil}}},
	}
	for _, tt := range tests {
		p := request()
		tt.change(p)
		if diff := cmp.Diff(tt.want, p.Flaws()); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// drawProcedure draws any valid procedure of 2 to 40 steps and 1 to 9 actors.
func drawProcedure(t *rapid.T) *Procedure {
	p := &Procedure{Hours: 7.5}
	for i := range rapid.IntRange(1, 9).Draw(t, "actors") {
		p.Actors = append(p.Actors, Actor{ID: fmt.Sprint("a", i), Name: fmt.Sprint("Pelaksana ", i), Outside: rapid.Bool().Draw(t, "outside")})
	}
	n := rapid.IntRange(2, 40).Draw(t, "steps")
	id := func(row int) string { return fmt.Sprint("s", row) }
	decision := -1
	for row := range n {
		s := Step{ID: id(row), Shape: Process, Activity: fmt.Sprint("Kegiatan ", row), Max: Duration{rapid.IntRange(1, 60).Draw(t, "time"), Menit}}
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
			s.Exits = []Exit{{"Ya", id(row + 1)}}
			for e := range rapid.IntRange(1, 3).Draw(t, "exits") {
				s.Exits = append(s.Exits, Exit{fmt.Sprint("Tidak ", e), id(rapid.IntRange(0, n-1).Draw(t, "to"))})
			}
			decision = row
		case decision >= 0 && rapid.IntRange(0, 3).Draw(t, "jump") == 0:
			s.Next = id(rapid.IntRange(0, n-1).Draw(t, "next"))
			if s.Next == s.ID {
				s.Next = ""
				break
			}
			d := &p.Steps[decision]
			d.Exits = append(d.Exits, Exit{fmt.Sprint("Lanjut ", row), id(row + 1)})
		}
		p.Steps = append(p.Steps, s)
	}
	for _, a := range p.Actors {
		if !slices.ContainsFunc(p.Steps, func(s Step) bool { return slices.Contains(s.Actors, a.ID) }) {
			p.Steps[0].Actors = append(p.Steps[0].Actors, a.ID)
		}
	}
	return p
}

// Any valid procedure is drawn so that no line crosses a symbol or another line, every
// line ends at a symbol, and every way out is a line or a jump.
func TestMatrixAlways(t *testing.T) { rapid.Check(t, matrix) }

func FuzzMatrix(f *testing.F) { f.Fuzz(rapid.MakeFuzz(matrix)) }

func matrix(t *rapid.T) {
	p := drawProcedure(t)
	if flaws := p.Flaws(); len(flaws) > 0 {
		t.Skip("not valid: ", flaws)
	}
	m := p.Matrix()
	for row := range m {
		checkRow(t, p, m, row)
	}
	times := p.Times()
	if times.Shortest > times.Longest || times.OwnLongest > times.Longest || times.OwnShortest > times.OwnLongest || len(times.Path) == 0 {
		t.Fatalf("times %+v", times)
	}
}

func checkRow(t *rapid.T, p *Procedure, m Matrix, row int) {
	symbols := 0
	var leave, enter, foot []int
	for c, cell := range m[row].Cells {
		if cell.Symbol {
			symbols++
		}
		if (cell.Enter || cell.Leave) && !cell.Symbol {
			t.Fatalf("row %d column %d: a line without a symbol", row, c)
		}
		if (cell.JointLeft || cell.JointRight) && !cell.Symbol && (cell.JointLeft != cell.JointRight) {
			t.Fatalf("row %d column %d: a joint line ends without a symbol", row, c)
		}
		if cell.Leave {
			leave = append(leave, c)
		}
		if cell.FootLeft || cell.FootRight {
			foot = append(foot, c)
		}
		if row+1 < len(m) && m[row+1].Cells[c].Enter {
			enter = append(enter, c)
		}
	}
	if symbols != len(p.Steps[row].Actors) {
		t.Fatalf("row %d: %d symbols for %v", row, symbols, p.Steps[row].Actors)
	}
	if row == 0 && slices.ContainsFunc(m[0].Cells, func(c MatrixCell) bool { return c.Enter }) {
		t.Fatal("a line enters the first row")
	}
	if len(m[row].Down)+len(m[row].Jumps) != len(p.Edges(row)) {
		t.Fatalf("row %d: a way out is lost", row)
	}
	if len(m[row].Down) == 0 {
		if len(leave)+len(enter)+len(foot) > 0 {
			t.Fatalf("row %d: a line without a way", row)
		}
		return
	}
	if len(leave) != 1 || len(enter) != 1 {
		t.Fatalf("row %d: lines leave at %v and enter at %v", row, leave, enter)
	}
	a, b := min(leave[0], enter[0]), max(leave[0], enter[0])
	for c, cell := range m[row].Cells {
		inside := a != b && c >= a && c <= b
		if cell.FootLeft != (inside && c > a) || cell.FootRight != (inside && c < b) {
			t.Fatalf("row %d column %d: the foot does not lead from %d to %d", row, c, leave[0], enter[0])
		}
	}
}
