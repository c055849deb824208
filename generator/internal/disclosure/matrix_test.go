package disclosure

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawn writes a row of a Matrix: a cell of the letter S for a symbol, with ^ and v for lines
// from above and to the foot, [ and ] for lines between symbols, < and > for the foot.
func drawn(row MatrixRow) string {
	var cells []string
	for _, c := range row.Cells {
		cell := ""
		for _, part := range []struct {
			is   bool
			sign string
		}{
			{c.Enter, "^"}, {c.JointLeft, "["}, {c.Symbol, "S"}, {c.JointRight, "]"}, {c.Leave, "v"},
			{c.FootLeft, "<"}, {c.FootRight, ">"},
		} {
			if part.is {
				cell += part.sign
			}
		}
		cells = append(cells, cell)
	}
	return strings.Join(cells, "|")
}

// Worked examples of the drawing. Each step is the letters of its actors, in columns a to d.
func TestMatrixDrawn(t *testing.T) {
	tests := []struct {
		name  string
		steps []string
		want  []string
	}{
		{"straight down", []string{"b", "b"}, []string{"|Sv||", "|^S||"}},
		{"to the right", []string{"a", "c"}, []string{"Sv>|<>|<|", "||^S|"}},
		{"to the left", []string{"d", "b"}, []string{"|>|<>|Sv<", "|^S||"}},
		{"one beside the other", []string{"a", "b"}, []string{"Sv>|<||", "|^S||"}},
		{"together", []string{"ad", "d"}, []string{"S]|[]|[]|[Sv", "|||^S"}},
		{"together with a neighbour", []string{"bc", "b"}, []string{"|S]v|[S|", "|^S||"}},
		{"from the nearest", []string{"ac", "d"}, []string{"S]|[]|[Sv>|<", "|||^S"}},
		{"to the nearest", []string{"a", "bd"}, []string{"Sv>|<||", "|^S]|[]|[S"}},
		{"from the first of those as near", []string{"ac", "b"}, []string{"S]v>|[]<|[S|", "|^S||"}},
		{"to the first of those as near", []string{"b", "ac"}, []string{">|Sv<||", "^S]|[]|[S|"}},
		{"from nobody", []string{"", "b"}, []string{"|||", "|S||"}},
		{"to nobody", []string{"b", ""}, []string{"|S||", "|||"}},
	}
	for _, tt := range tests {
		p := &Procedure{Actors: []Actor{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}}
		for _, actors := range tt.steps {
			var ids []string
			if actors != "" {
				ids = strings.Split(actors, "")
			}
			p.Steps = append(p.Steps, Step{ID: actors, Shape: Process, Actors: ids})
		}
		for row, m := range p.Matrix() {
			if got := drawn(m); got != tt.want[row] {
				t.Errorf("%s: row %d is %q, want %q", tt.name, row, got, tt.want[row])
			}
		}
	}
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
	if times.Shortest > times.Longest || times.OwnLongest > times.Longest ||
		times.OwnShortest > times.OwnLongest || len(times.Path) == 0 {
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
