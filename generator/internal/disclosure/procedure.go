package disclosure

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A Procedure is a standard operating procedure as a matrix: steps down, actors across, a
// quality standard (its inputs, time and output) beside each step (PermenPANRB 35/2012).
type Procedure struct {
	Actors  []Actor
	Steps   []Step
	Promise Duration // the whole time that the body promises; zero when it promises none
	Hours   float64  // in a working day
}

// An Actor is a column of the matrix: a function, not a person.
type Actor struct {
	ID, Name string
	Outside  bool // no part of the public body: its time is not the body's
	// Requester is the citizen, whose time counts against no limit of the law. That of others
	// outside the body does: while a higher body decides, the requester waits.
	Requester bool
}

// A Step is a row of the matrix.
type Step struct {
	ID       string
	Shape    Shape
	Actors   []string // ids; more than one do the step together
	Activity string
	Needs    []string
	Min, Max Duration // Min is zero when only one time is given
	Output   []string
	Next     string // id; "" is the next row
	Exits    []Exit // of a decision
	Remark   string
	Regime   string // id of the only Regime under which the step is taken; "" is all
}

// An Exit is one labelled way out of a decision. Regime is the id of the only Regime under which
// it is taken, "" for all.
type Exit struct{ If, To, Regime string }

// A Shape is the symbol of a step. The flow chart form has five: these three, the arrow,
// and the pentagon that leads to another sheet, which the drawing adds by itself.
type Shape int8

// The shapes; Start and End are drawn alike.
const (
	Start    Shape = iota + 1 // capsule
	Process                   // box
	Decision                  // diamond
	End                       // capsule
)

// ShapeNames are the Shapes as documents write them.
var ShapeNames = []string{"mulai", "proses", "keputusan", "selesai"}

// ParseShape returns the Shape of a name, or 0.
func ParseShape(name string) Shape { return Shape(slices.Index(ShapeNames, name) + 1) }

// String returns the name as documents write it, or "".
func (s Shape) String() string {
	if s < Start || s > End {
		return ""
	}
	return ShapeNames[s-1]
}

// An Edge leads from one step to another, both by their row. Label is that of an Exit.
type Edge struct {
	From, To int
	Label    string
}

// row returns the row of a step's id, or -1.
func (p *Procedure) row(id string) int {
	return slices.IndexFunc(p.Steps, func(s Step) bool { return s.ID == id })
}

// column returns the column of an actor's id, or -1.
func (p *Procedure) column(id string) int {
	return slices.IndexFunc(p.Actors, func(a Actor) bool { return a.ID == id })
}

// Edges returns the ways out of a row, in the order in which they are written. What leads
// nowhere is left out.
func (p *Procedure) Edges(row int) []Edge {
	s := &p.Steps[row]
	var edges []Edge
	add := func(to int, label string) {
		if to >= 0 && to < len(p.Steps) {
			edges = append(edges, Edge{row, to, label})
		}
	}
	if s.Shape == End {
		return nil
	}
	if s.Shape == Decision {
		for _, e := range s.Exits {
			add(p.row(e.To), e.If)
		}
	} else if s.Next != "" {
		add(p.row(s.Next), "")
	} else {
		add(row+1, "")
	}
	return edges
}

// IsOutside reports whether only actors outside the body take part in a row. What the body
// does together with others is its own time.
func (p *Procedure) IsOutside(row int) bool {
	return !slices.ContainsFunc(p.Steps[row].Actors, func(id string) bool {
		column := p.column(id)
		return column < 0 || !p.Actors[column].Outside
	})
}

// Times are how long a procedure takes, in minutes of working time. No step is counted
// twice: the ways back are listed as Loops.
type Times struct {
	Shortest, Longest       int    // of all, on the shortest and the longest way
	OwnShortest, OwnLongest int    // of the body alone
	Path                    []int  // the rows of the way that takes OwnLongest
	Loops                   []Edge // those by which steps are done again
}

// Times returns how long p takes. Where a step gives no shortest time, its one time counts
// for both.
func (p *Procedure) Times() Times {
	t := Times{Loops: p.loops()}
	span := func(d Duration) int { return d.WorkingMinutes(p.Hours) }
	high := func(row int) int { return span(p.Steps[row].Max) }
	low := func(row int) int {
		if p.Steps[row].Min.Count > 0 {
			return span(p.Steps[row].Min)
		}
		return high(row)
	}
	own := func(f func(int) int) func(int) int {
		return func(row int) int {
			if p.IsOutside(row) {
				return 0
			}
			return f(row)
		}
	}
	t.Shortest, t.OwnShortest = p.cheapest(low), p.cheapest(own(low))
	t.Longest, _ = p.dearest(high)
	t.OwnLongest, t.Path = p.dearest(own(high))
	return t
}

// start returns the row where p begins.
func (p *Procedure) start() int {
	return max(0, slices.IndexFunc(p.Steps, func(s Step) bool { return s.Shape == Start }))
}

// loops returns the edges by which a step is done again, in the order of their rows: they lead
// to an earlier row, or stay, and from there one can come back.
func (p *Procedure) loops() []Edge {
	var loops []Edge
	reach := p.reach()
	for row := range p.Steps {
		for _, e := range p.Edges(row) {
			if e.To <= row && (e.To == row || reach[e.To][row]) {
				loops = append(loops, e)
			}
		}
	}
	return loops
}

// reach returns for each row which rows can be reached from it.
func (p *Procedure) reach() [][]bool {
	n := len(p.Steps)
	reach := make([][]bool, n)
	var visit func(from, row int)
	visit = func(from, row int) {
		for _, e := range p.Edges(row) {
			if !reach[from][e.To] {
				reach[from][e.To] = true
				visit(from, e.To)
			}
		}
	}
	for row := range n {
		reach[row] = make([]bool, n)
		visit(row, row)
	}
	return reach
}

// cheapest returns the sum of the rows' costs on the cheapest way from the start to an end.
// No way that comes to a row twice is cheaper than one that does not, because no cost is
// negative. The result is 0 when no end can be reached.
func (p *Procedure) cheapest(cost func(row int) int) int {
	const far = math.MaxInt / 2 // more than any way costs, and a cost can be added to it
	best := make([]int, len(p.Steps))
	for row := range best {
		best[row] = far
		if p.Steps[row].Shape == End {
			best[row] = cost(row)
		}
	}
	for range p.Steps {
		for row := range p.Steps {
			for _, e := range p.Edges(row) {
				best[row] = min(best[row], cost(row)+best[e.To])
			}
		}
	}
	if len(best) == 0 || best[p.start()] >= far {
		return 0
	}
	return best[p.start()]
}

// maxTries bounds the search for the dearest way through one cycle of steps.
const maxTries = 50_000

// A search finds the dearest way from the start to an end on which no step comes twice, in
// whatever order the exits are written. Rows that can all be reached from each other are a
// cycle. For a row outside of cycles, the dearest way to an end is always the same and found
// once. Inside a cycle every way is tried; if these are too many, all steps of the cycle are
// counted, so that the time comes out too long and never too short.
type search struct {
	*Procedure
	cost  func(row int) int
	reach [][]bool
	rest  map[int]way
}

// A way leads over rows to an end, and costs their sum; ok is false when there is none.
type way struct {
	sum  int
	rows []int
	ok   bool
}

// dearest returns the sum of the rows' costs on the dearest way from the start to an end, and
// that way.
func (p *Procedure) dearest(cost func(row int) int) (int, []int) {
	if len(p.Steps) == 0 {
		return 0, nil
	}
	s := search{Procedure: p, cost: cost, reach: p.reach(), rest: map[int]way{}}
	w := s.from(p.start())
	return w.sum, w.rows
}

// together reports whether two rows are in one cycle.
func (s *search) together(a, b int) bool { return a == b || s.reach[a][b] && s.reach[b][a] }

// from returns the dearest way from a row that is entered from outside its cycle.
func (s *search) from(row int) way {
	if w, ok := s.rest[row]; ok {
		return w
	}
	tries, used := 0, make([]bool, len(s.Steps))
	w := s.inside(row, used, &tries)
	if tries > maxTries {
		w = s.whole(row)
	}
	s.rest[row] = w
	return w
}

// inside tries all ways from a row through its cycle that do not come to a used row.
func (s *search) inside(row int, used []bool, tries *int) way {
	if *tries++; *tries > maxTries {
		return way{}
	}
	used[row] = true
	defer func() { used[row] = false }()
	best := way{ok: s.Steps[row].Shape == End}
	for _, e := range s.Edges(row) {
		var rest way
		switch {
		case !s.together(row, e.To):
			rest = s.from(e.To)
		case !used[e.To]:
			rest = s.inside(e.To, used, tries)
		}
		if rest.ok && (!best.ok || rest.sum > best.sum) {
			best = rest
		}
	}
	if !best.ok {
		return best
	}
	return way{best.sum + s.cost(row), append([]int{row}, best.rows...), true}
}

// whole counts all steps of a row's cycle, and the dearest way out of it.
func (s *search) whole(row int) way {
	w, out := way{}, way{}
	for other := range s.Steps {
		if !s.together(row, other) {
			continue
		}
		w.sum += s.cost(other)
		w.rows = append(w.rows, other)
		for _, e := range s.Edges(other) {
			if rest := s.outside(row, e.To); rest.ok && (!out.ok || rest.sum > out.sum) {
				out = rest
			}
		}
	}
	return way{w.sum + out.sum, append(w.rows, out.rows...), out.ok}
}

// outside returns the dearest way from a row if it is outside the cycle of another, or none.
func (s *search) outside(other, row int) way {
	if s.together(other, row) {
		return way{}
	}
	return s.from(row)
}

// A Flaw is something in a Procedure that does not hold together. Row, Column and Exit say
// where, each -1 when it is not about one.
type Flaw struct {
	Sort              FlawSort
	Row, Column, Exit int
	Args              []string
}

// A FlawSort says what is wrong.
type FlawSort int8

// The flaws of procedures.
const (
	NoStart     FlawSort = iota // no step is the start
	SecondStart                 // more than one is
	NoEnd                       // no step is an end
	Unreachable                 // no way leads to the step
	DeadEnd                     // no way leads on from a step that is no end
	Endless                     // from the step no end can be reached
	IdleActor                   // the actor takes part in no step
	FewExits                    // a decision with less than two ways out
	SameLabel                   // two ways out with one label
	NoDecision                  // exits on what is no decision
	Detour                      // a decision or an end that names a next step
	MinAboveMax                 // the shortest time is longer than the longest
)

// Flaws returns all that is wrong with p, in the order of the rows. Names of unknown steps and
// actors are no flaws here: whoever reads the document tells of them.
func (p *Procedure) Flaws() []Flaw {
	var flaws []Flaw
	add := func(sort FlawSort, row, column, exit int, args ...string) {
		flaws = append(flaws, Flaw{sort, row, column, exit, args})
	}
	starts, ends := 0, 0
	for row := range p.Steps {
		s := &p.Steps[row]
		switch s.Shape {
		case Start:
			if starts++; starts > 1 {
				add(SecondStart, row, -1, -1, p.Steps[p.start()].ID)
			}
		case End:
			ends++
		}
		p.checkStep(row, add)
	}
	if starts == 0 {
		add(NoStart, -1, -1, -1)
	}
	if ends == 0 {
		add(NoEnd, -1, -1, -1)
	}
	for column, a := range p.Actors {
		if !slices.ContainsFunc(p.Steps,
			func(s Step) bool { return slices.Contains(s.Actors, a.ID) }) {
			add(IdleActor, -1, column, -1, a.ID)
		}
	}
	if starts > 0 {
		p.checkWays(ends, add)
	}
	slices.SortStableFunc(flaws, func(a, b Flaw) int { return cmp.Compare(a.Row, b.Row) })
	return flaws
}

type addFlaw func(sort FlawSort, row, column, exit int, args ...string)

// checkStep checks one step by itself.
func (p *Procedure) checkStep(row int, add addFlaw) {
	s := &p.Steps[row]
	if s.Shape == Decision {
		if len(s.Exits) < 2 {
			add(FewExits, row, -1, -1, s.ID)
		}
		var labels []string
		for i, e := range s.Exits {
			label := strings.ToLower(strings.TrimSpace(e.If))
			if slices.Contains(labels, label) {
				add(SameLabel, row, -1, i, e.If)
			}
			labels = append(labels, label)
		}
	} else if len(s.Exits) > 0 {
		add(NoDecision, row, -1, 0, s.ID)
	}
	if s.Next != "" && (s.Shape == Decision || s.Shape == End) {
		add(Detour, row, -1, -1, s.ID)
	}
	if s.Min.Count > 0 && s.Min.WorkingMinutes(p.Hours) > s.Max.WorkingMinutes(p.Hours) {
		add(MinAboveMax, row, -1, -1, s.ID)
	}
}

// checkWays checks that every step is reached and that every way can end.
func (p *Procedure) checkWays(ends int, add addFlaw) {
	reached := make([]bool, len(p.Steps))
	var visit func(row int)
	visit = func(row int) {
		if reached[row] {
			return
		}
		reached[row] = true
		for _, e := range p.Edges(row) {
			visit(e.To)
		}
	}
	visit(p.start())
	finishes := make([]bool, len(p.Steps))
	for range p.Steps { // as often as a way can be long
		for row := range p.Steps {
			finishes[row] = finishes[row] || p.Steps[row].Shape == End ||
				slices.ContainsFunc(p.Edges(row), func(e Edge) bool { return finishes[e.To] })
		}
	}
	for row, s := range p.Steps {
		isDead := s.Shape != End && len(s.Exits) == 0 && s.Next == ""
		leads := len(p.Edges(row)) > 0
		if !reached[row] {
			add(Unreachable, row, -1, -1, s.ID)
		} else if !leads && isDead {
			add(DeadEnd, row, -1, -1, s.ID)
		} else if leads && !finishes[row] && ends > 0 {
			add(Endless, row, -1, -1, s.ID)
		}
	}
}
