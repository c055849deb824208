package content

import (
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// beritaKind is news.
var beritaKind = Kind{
	Name: "berita", Word: "News", Label: words("Berita", "News"), Body: true,
	Requires: []string{"date"}, Rank: 9, Address: "/berita/{tahun}/{slug}/", Schema: "NewsArticle",
	Lists: Lists{Dated: true, Categories: true},
	read:  func(h *Head, v Value) { h.News = news(v) },
	Fields: []Field{
		{
			Name: "kategori", Type: Slug, Required: true,
			Help: words("salah satu kategori di site.yaml", "one of the categories in site.yaml"),
		},
		{
			Name: "dateline", Type: Fields,
			Help: words(
				"tempat dan sumber di awal kalimat pertama",
				"place and source before the first sentence",
			),
			Fields: []Field{
				{Name: "kota", Type: Line, Required: true, Help: words("kota", "town")},
				{
					Name: "sumber", Type: Line,
					Help: words("situs atau kantor sumber", "the source's site or office"),
				},
			},
		},
		{
			Name: "tanggal_kegiatan", Type: Date,
			Help: words("hari kegiatan berlangsung", "the day of the event"),
		},
		{
			Name: "penulis", Type: Line,
			Help: words("penulis; jika kosong dipakai penulis situs",
				"the byline; the site's own if empty"),
		},
		{
			Name: "foto", Type: Fields, List: true,
			Help: words("foto di atas isi berita", "photos above the text"),
			Fields: []Field{
				{
					Name: "src", Type: Path, Required: true,
					Help: words("nama berkas gambar", "the image's file name"),
				},
				{
					Name: "alt", Type: Line, Required: true,
					Help: words("apa yang tampak di gambar", "what the image shows"),
				},
				{Name: "keterangan", Type: Line, Help: words("keterangan di bawah gambar",
					"the caption")},
				{Name: "kredit", Type: Line, Help: words("pemotret", "the photographer")},
			},
		},
		{
			Name: "dilihat", Type: Fields,
			Help: words("hitungan kunjungan dari situs lama", "the visit count of the old site"),
			Fields: []Field{
				{Name: "jumlah", Type: Number, Required: true, Help: words("jumlah", "the count")},
				{
					Name: "sampai", Type: Date, Required: true,
					Help: words("dihitung sampai tanggal", "counted until"),
				},
			},
		},
		{
			Name: "title_asli", Type: Line,
			Help: words("judul seperti tertulis di situs lama", "the title as the old site had it"),
		},
	},
}

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
			Src: p.text("src"), Alt: p.text("alt"), Caption: p.text("keterangan"),
			Credit: p.text("kredit"),
			At:     p.Field("src").At,
		})
	}
	return n
}
