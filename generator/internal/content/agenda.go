package content

import "maklumat/generator/internal/disclosure"

// agendaKind is what the body does on a day to come, and did.
var agendaKind = Kind{
	Name: "agenda", Word: "Agenda", Label: words("Agenda", "Event"), Body: true,
	Rank: 8, Schema: "Event", Lists: Lists{Layout: "daftar-agenda", Paged: true, NoFeed: true},
	read: func(h *Head, v Value) { h.Event = event(v) },
	made: func(h *Head) disclosure.Moment { return h.Event.Start },
	Fields: []Field{
		{
			Name: "mulai", Type: Moment, Required: true,
			Help: words("hari, atau hari dan jam, mulainya", "the day, or day and hour, it begins"),
		},
		{
			Name: "selesai", Type: Moment,
			Help: words("hari dan jam selesainya", "the day and hour it ends"),
		},
		{Name: "tempat", Type: Line, Required: true,
			Help: words("tempatnya", "where it takes place")},
		{
			Name: "terbuka", Type: Flag,
			Help: words("true: siapa pun boleh hadir", "true: anybody may come"),
		},
		{
			Name: "dihadiri", Type: Line, List: true,
			Help: words("jabatan yang hadir", "the positions that attend"),
		},
		{Name: "batal", Type: Flag, Help: words("true: dibatalkan", "true: it was called off")},
	},
}

// An Event holds the fields of the kind agenda.
type Event struct {
	Start, End disclosure.Moment // End is zero where it is not known
	Place      string
	Open       bool
	By         []string // positions
	Cancelled  bool
}

func event(v Value) *Event {
	return &Event{
		Start: v.moment("mulai"), End: v.moment("selesai"), Place: v.text("tempat"),
		Open: v.flag("terbuka"), By: v.texts("dihadiri"), Cancelled: v.flag("batal"),
	}
}

// Until is the last moment of the event that is known.
func (e *Event) Until() disclosure.Moment {
	if e.End.IsZero() {
		return disclosure.Moment{Day: e.Start.Day}
	}
	return e.End
}
