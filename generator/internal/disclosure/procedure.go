package disclosure

import (
	"cmp"
	"slices"
	"strings"
)

// A Procedure is a standard operating procedure as a matrix: steps down, actors across, a
// quality standard beside each step (PermenPANRB 35/2012).
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
}

// An Exit is one labelled way out of a decision.
type Exit struct{ If, To string }

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
	switch {
	case s.Shape == End:
	case s.Shape == Decision:
		for _, e := range s.Exits {
			add(p.row(e.To), e.If)
		}
	case s.Next != "":
		add(p.row(s.Next), "")
	default:
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

// Times are how long a procedure takes, in minutes of working time. Loops are not counted:
// they are listed.
type Times struct {
	Shortest, Longest       int // of all, on the shortest and the longest way
	OwnShortest, OwnLongest int // of the body alone
	Path                    []int
	Loops                   []Edge
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
	t.Shortest, _ = p.way(low, -1, t.Loops)
	t.Longest, _ = p.way(high, 1, t.Loops)
	t.OwnShortest, _ = p.way(own(low), -1, t.Loops)
	t.OwnLongest, t.Path = p.way(own(high), 1, t.Loops)
	return t
}

// start returns the row where p begins.
func (p *Procedure) start() int {
	return max(0, slices.IndexFunc(p.Steps, func(s Step) bool { return s.Shape == Start }))
}

// loops returns the edges that lead back to a step that is being gone through: without
// them every way ends.
func (p *Procedure) loops() []Edge {
	var loops []Edge
	const open, done = 1, 2
	state := make([]int8, len(p.Steps))
	var visit func(row int)
	visit = func(row int) {
		state[row] = open
		for _, e := range p.Edges(row) {
			switch state[e.To] {
			case open:
				loops = append(loops, e)
			case 0:
				visit(e.To)
			}
		}
		state[row] = done
	}
	if len(p.Steps) > 0 {
		visit(p.start())
	}
	return loops
}

// way returns the sum of the rows' costs on the dearest way (sign 1) or the cheapest one
// (sign -1) from the start to an end, without the loops, and its rows.
func (p *Procedure) way(cost func(row int) int, sign int, loops []Edge) (int, []int) {
	type best struct {
		sum, next int
		known, ok bool // ok: an end can be reached
	}
	memo := make([]best, len(p.Steps))
	var visit func(row int) best
	visit = func(row int) best {
		if memo[row].known {
			return memo[row]
		}
		b := best{known: true, next: -1, ok: p.Steps[row].Shape == End}
		for _, e := range p.Edges(row) {
			if slices.Contains(loops, e) {
				continue
			}
			if rest := visit(e.To); rest.ok && (!b.ok || sign*rest.sum > sign*b.sum) {
				b.sum, b.next, b.ok = rest.sum, e.To, true
			}
		}
		b.sum += cost(row)
		memo[row] = b
		return b
	}
	if len(p.Steps) == 0 {
		return 0, nil
	}
	var path []int
	first := visit(p.start())
	if !first.ok {
		return 0, nil
	}
	for row := p.start(); row >= 0; row = memo[row].next {
		path = append(path, row)
	}
	return first.sum, path
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

// What can be wrong with a procedure.
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

// Flaws returns all that is wrong with p. The ids it names must be there: a Procedure that
// names unknown steps is checked for the rest.
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
		if !slices.ContainsFunc(p.Steps, func(s Step) bool { return slices.Contains(s.Actors, a.ID) }) {
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
		switch {
		case !reached[row]:
			add(Unreachable, row, -1, -1, s.ID)
		case s.Shape != End && len(p.Edges(row)) == 0 && len(s.Exits) == 0 && s.Next == "":
			add(DeadEnd, row, -1, -1, s.ID)
		case !finishes[row] && ends > 0 && len(p.Edges(row)) > 0:
			add(Endless, row, -1, -1, s.ID)
		}
	}
}
