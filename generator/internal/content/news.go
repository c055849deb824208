package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A News holds the fields of the kind berita.
type News struct {
	Category  string
	Town      string // of the dateline
	Source    string // of the dateline
	EventDate disclosure.Day
	Byline    string
	Photos    []Photo
	Views     int // counted by an old site, until ViewsUntil
	ViewsDate disclosure.Day
	Original  string // the title as the old site had it
}

// A Photo is an image above the text.
type Photo struct {
	Src, Alt, Caption, Credit string
	At                        diag.Span
}

func news(v Value) *News {
	dateline, views := v.Field("dateline"), v.Field("dilihat")
	n := &News{
		Category:  shared(v.Field("kategori").Text),
		Town:      shared(dateline.Field("kota").Text),
		Source:    shared(dateline.Field("sumber").Text),
		EventDate: v.day("tanggal_kegiatan"),
		Byline:    shared(v.Field("penulis").Text),
		Views:     views.number("jumlah"),
		ViewsDate: views.day("sampai"),
		Original:  v.text("title_asli"),
	}
	for _, p := range v.Field("foto").Items {
		n.Photos = append(n.Photos, Photo{
			Src: p.text("src"), Alt: p.text("alt"), Caption: p.text("keterangan"), Credit: p.text("kredit"), At: p.Field("src").At,
		})
	}
	return n
}

// An Announcement holds the fields of the kind pengumuman.
type Announcement struct {
	Number    string
	Until     disclosure.Moment
	Immediate bool     // serta-merta
	Facts     []string // what an immediate announcement must say, by ImmediateFacts; "" where not given
}

// ImmediateFacts are the fields that say what PERKI 1/2021 asks of an immediate
// announcement, in its order.
var ImmediateFacts = []string{"potensi_bahaya", "pihak_terdampak", "evakuasi", "cara_menghindari", "cara_bantuan", "pihak_pengumum", "tata_cara_pengumuman", "upaya"}

func announcement(v Value) *Announcement {
	a := &Announcement{Number: v.text("nomor"), Until: v.moment("berlaku_sampai"), Immediate: v.flag("serta_merta")}
	for _, name := range ImmediateFacts {
		a.Facts = append(a.Facts, v.text(name))
	}
	return a
}
