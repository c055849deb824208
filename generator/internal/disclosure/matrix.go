package disclosure

// A Matrix is the drawing of a Procedure: for each row and column what stands and runs
// there. Lines run only from one row to the next: down from a symbol, along the foot of
// its row, down into the next symbol. All other ways are Jumps, which are written as text
// with a link. So no line can cross a symbol or another line, whatever the procedure.
type Matrix []MatrixRow

// A MatrixRow is one step.
type MatrixRow struct {
	Cells []MatrixCell
	Jumps []Edge // ways that do not lead to the next row
	Down  []Edge // ways that do; drawn as one line
}

// A MatrixCell is the place of one actor in a row.
type MatrixCell struct {
	Symbol                bool // the actor takes part
	Enter, Leave          bool // a line from above to the symbol; from the symbol to the foot
	FootLeft, FootRight   bool // a line along the foot, from the middle to that side
	JointLeft, JointRight bool // a line at the symbols' height between those who act together
}

// Matrix draws p.
func (p *Procedure) Matrix() Matrix {
	m := make(Matrix, len(p.Steps))
	for row := range p.Steps {
		m[row].Cells = make([]MatrixCell, len(p.Actors))
		columns := p.columns(row)
		for _, c := range columns {
			m[row].Cells[c].Symbol = true
		}
		if len(columns) > 0 {
			first, last := columns[0], columns[len(columns)-1]
			for c := first; c <= last; c++ {
				m[row].Cells[c].JointLeft = c > first
				m[row].Cells[c].JointRight = c < last
			}
		}
		for _, e := range p.Edges(row) {
			if e.To == row+1 {
				m[row].Down = append(m[row].Down, e)
			} else {
				m[row].Jumps = append(m[row].Jumps, e)
			}
		}
	}
	for row := range p.Steps {
		if len(m[row].Down) > 0 {
			m.line(row, p.columns(row), p.columns(row+1))
		}
	}
	return m
}

// columns returns the columns of those who take part in a row, from left to right.
func (p *Procedure) columns(row int) []int {
	var columns []int
	for c := range p.Actors {
		for _, id := range p.Steps[row].Actors {
			if p.Actors[c].ID == id {
				columns = append(columns, c)
				break
			}
		}
	}
	return columns
}

// line draws from a row to the next, between those columns that are nearest to each other.
func (m Matrix) line(row int, from, to []int) {
	if len(from) == 0 || len(to) == 0 {
		return
	}
	a, b := from[0], to[0]
	for _, x := range from {
		for _, y := range to {
			if distance(x, y) < distance(a, b) {
				a, b = x, y
			}
		}
	}
	cells := m[row].Cells
	cells[a].Leave = true
	for c := min(a, b); c <= max(a, b); c++ {
		cells[c].FootLeft = c > min(a, b)
		cells[c].FootRight = c < max(a, b)
	}
	m[row+1].Cells[b].Enter = true
}

func distance(a, b int) int { return max(a-b, b-a) }
