package page

import (
	"maklumat/generator/internal/content"
)

// procedureData is the procedure for other programs. Times are minutes of working time.
type procedureData struct {
	ID        string         `json:"id"`
	Title     string         `json:"judul"`
	Number    string         `json:"nomor"`
	Address   string         `json:"alamat"`
	Effective string         `json:"efektif"`
	Revised   string         `json:"revisi,omitempty"`
	Approved  string         `json:"disahkan_oleh"`
	Promise   string         `json:"waktu_total,omitempty"`
	Limit     string         `json:"batas,omitempty"`
	Hours     float64        `json:"jam_per_hari_kerja"`
	Times     map[string]int `json:"menit"`
	Actors    []actorData    `json:"pelaksana"`
	Steps     []stepData     `json:"langkah"`
	Loops     []stepEdge     `json:"pengulangan,omitempty"`
}

type actorData struct {
	ID      string `json:"id"`
	Name    string `json:"nama"`
	Outside bool   `json:"luar"`
}

type stepData struct {
	Number   int        `json:"nomor"`
	ID       string     `json:"id"`
	Shape    string     `json:"jenis"`
	Actors   []string   `json:"pelaksana"`
	Activity string     `json:"kegiatan"`
	Needs    []string   `json:"kelengkapan,omitempty"`
	Time     string     `json:"waktu,omitempty"`
	Output   []string   `json:"output,omitempty"`
	Next     []stepEdge `json:"ke,omitempty"`
	Remark   string     `json:"keterangan,omitempty"`
	Regime   string     `json:"rezim,omitempty"`
}

type stepEdge struct {
	From   string `json:"dari,omitempty"`
	If     string `json:"jika,omitempty"`
	To     string `json:"ke"`
	Regime string `json:"rezim,omitempty"`
}

// first returns the target of the first reference, "" if there is none.
func first(names []content.Reference) string {
	if len(names) == 0 {
		return ""
	}
	return names[0].Target
}

// procedureJSON writes a procedure as data.
func (g *Filling) procedureJSON() []byte {
	i := g.read.Item(g.job.Doc)
	p := i.Procedure
	t := p.Times()
	d := procedureData{
		ID:        i.Slug,
		Title:     i.Title,
		Number:    p.Number,
		Address:   g.full(i.Address),
		Effective: p.Effective.String(),
		Revised:   p.Revised.String(),
		Approved:  p.ApprovedBy,
		Promise:   durationText(p.Promise),
		Limit:     first(p.Limits),
		Hours:     p.Hours,
		Times: map[string]int{
			"badan_terlama":         t.OwnLongest,
			"badan_tersingkat":      t.OwnShortest,
			"seluruhnya_terlama":    t.Longest,
			"seluruhnya_tersingkat": t.Shortest,
		},
	}
	for _, a := range p.Actors {
		d.Actors = append(d.Actors, actorData{a.ID, a.Name, a.Outside})
	}
	for n := range p.Steps {
		s := &p.Steps[n]
		step := stepData{
			Number:   n + 1,
			ID:       s.ID,
			Shape:    s.Shape.String(),
			Actors:   s.Actors,
			Activity: s.Activity,
			Needs:    s.Needs,
			Time:     durationText(s.Max),
			Output:   s.Output,
			Remark:   s.Remark,
		}
		if s.Min.Count > 0 {
			step.Time = durationText(s.Min) + " – " + step.Time
		}
		step.Regime = s.Regime
		for _, e := range p.Edges(n) {
			edge := stepEdge{If: e.Label, To: p.Steps[e.To].ID}
			for _, exit := range s.Exits {
				if exit.To == edge.To && exit.If == edge.If {
					edge.Regime = exit.Regime
				}
			}
			step.Next = append(step.Next, edge)
		}
		d.Steps = append(d.Steps, step)
	}
	for _, e := range t.Loops {
		d.Loops = append(d.Loops, stepEdge{
			From: p.Steps[e.From].ID,
			If:   e.Label,
			To:   p.Steps[e.To].ID,
		})
	}
	return marshal(d)
}
