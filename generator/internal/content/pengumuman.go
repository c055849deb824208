package content

import (
	"maklumat/generator/internal/disclosure"
)

// pengumumanKind is announcements.
var pengumumanKind = Kind{
	Name: "pengumuman", Word: "Announcements", Label: words("Pengumuman", "Announcement"),
	Body:     true,
	Requires: []string{"date"}, Rank: 7, Schema: "Article",
	Lists:  Lists{Paged: true},
	read:   func(h *Head, v Value) { h.Announcement = announcement(v) },
	number: func(h *Head) string { return h.Announcement.Number },
	Fields: []Field{
		{Name: "nomor", Type: Line, Help: words("nomor surat", "the letter's number")},
		{
			Name: "berlaku_sampai", Type: Moment,
			Help: words("hari terakhir berlaku", "the last day it holds"),
		},
		{
			Name: "serta_merta", Type: Flag,
			Help: words(
				"true: tampil di semua halaman sampai berakhir",
				"true: shown on every page until it ends",
			),
		},
		{
			Name: "potensi_bahaya", Type: Text,
			Help: words("bahaya dan besaran dampaknya", "the hazard and its size"),
		},
		{
			Name: "pihak_terdampak", Type: Text,
			Help: words("siapa yang dapat terdampak", "who may be affected"),
		},
		{
			Name: "evakuasi", Type: Text,
			Help: words("prosedur dan tempat evakuasi", "evacuation procedure and place"),
		},
		{
			Name: "cara_menghindari", Type: Text,
			Help: words("cara menghindari bahaya", "how to avoid harm"),
		},
		{Name: "cara_bantuan", Type: Text, Help: words("cara mendapat bantuan", "how to get help")},
		{
			Name: "pihak_pengumum", Type: Text,
			Help: words("siapa yang wajib mengumumkan", "who must announce it"),
		},
		{
			Name: "tata_cara_pengumuman", Type: Text,
			Help: words("cara pengumuman saat darurat", "how it is announced"),
		},
		{Name: "upaya", Type: Text, Help: words("upaya penanggulangan", "measures being taken")},
	},
}

// An Announcement holds the fields of the kind pengumuman.
type Announcement struct {
	Number    string
	Until     disclosure.Moment
	Immediate bool     // serta-merta
	Facts     []string // of an immediate one, by ImmediateFacts; "" where not given
}

// ImmediateFacts are the fields that say what PERKI 1/2021 asks of an immediate
// announcement, in its order.
var ImmediateFacts = []string{
	"potensi_bahaya", "pihak_terdampak", "evakuasi", "cara_menghindari", "cara_bantuan",
	"pihak_pengumum", "tata_cara_pengumuman", "upaya",
}

func announcement(v Value) *Announcement {
	a := &Announcement{
		Number: v.text("nomor"), Until: v.moment("berlaku_sampai"),
		Immediate: v.flag("serta_merta"),
	}
	for _, name := range ImmediateFacts {
		a.Facts = append(a.Facts, v.text(name))
	}
	return a
}
