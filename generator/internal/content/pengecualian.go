package content

import (
	"slices"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// pengecualianKind is what the public may know of excluded information.
var pengecualianKind = Kind{
	Name: "pengecualian", Word: "Excluded", Label: words("Pengecualian informasi", "Exclusion"),
	Requires: []string{"summary"}, Rank: 8, Address: "/informasi/dikecualikan/#{slug}",
	Schema: "WebPage",
	Lists:  Lists{Address: "/informasi/dikecualikan/", Layout: "dikecualikan", NoFeed: true},
	read:   func(h *Head, v Value) { h.Exclusion = exclusion(v) },
	check:  func(_ *Head, v Value) diag.List { return checkExclusion(v) },
	made:   func(h *Head) disclosure.Moment { return disclosure.Moment{Day: h.Exclusion.Decided} },
	Fields: []Field{
		{
			Name: "dasar", Type: Line, List: true, Required: true, Choice: "alasan_pengecualian",
			Help: words("alasan pengecualian menurut paket hukum, misalnya 17h (Pasal 17 huruf h "+
				"UU 14/2008)", "the ground, as the pack of law has it, such as 17h (Pasal 17 huruf h "+
				"UU 14/2008)"),
		},
		{
			Name: "pasal", Type: Line, List: true,
			Help: words(
				"pasal yang dirujuk; untuk 17j sebut undang-undangnya",
				"the article cited; for 17j name the other Act",
			),
		},
		{
			Name: "konsekuensi", Type: Fields, Required: true,
			Help: words(
				"konsekuensi jika dibuka dan jika ditutup",
				"the consequence of opening and of closing",
			),
			Fields: []Field{
				{
					Name: "dibuka", Type: Text, Required: true,
					Help: words("konsekuensi jika dibuka", "if opened"),
				},
				{
					Name: "ditutup", Type: Text, Required: true,
					Help: words("konsekuensi jika ditutup", "if closed"),
				},
			},
		},
		{
			Name: "kepentingan_publik", Type: Text, Required: true,
			Help: words("pertimbangan kepentingan publik", "the public interest weighed"),
		},
		{
			Name: "bagian", Type: Line, List: true, Required: true,
			Help: words("seluruh, atau bagian yang dikecualikan",
				"seluruh (all), or the parts excluded"),
		},
		{
			Name: "jangka_waktu", Type: Fields, Required: true,
			Help: words("jangka waktu pengecualian", "how long it is excluded"),
			Fields: []Field{
				{Name: "mulai", Type: Date, Required: true, Help: words("hari mulai", "first day")},
				{Name: "sampai", Type: Date, Help: words("hari terakhir", "last day")},
				{
					Name: "selama", Type: Line, Shown: true,
					Help: words("syarat, jika tidak bertanggal",
						"the condition, if it has no date"),
				},
			},
		},
		{
			Name: "penetapan", Type: Fields, Required: true,
			Help: words("keputusan penetapan", "the deciding letter"),
			Fields: []Field{
				{Name: "nomor", Type: Line, Required: true, Help: words("nomor", "number")},
				{Name: "tanggal", Type: Date, Required: true, Help: words("tanggal", "day")},
				{
					Name: "pejabat", Type: Line, Required: true,
					Help: words("jabatan yang menetapkan", "the deciding position"),
				},
				{
					Name: "level", Type: Slug,
					Help: words(
						"badan jika ditetapkan sendiri; selain itu sebutan badan di atasnya yang "+
							"diikuti, misalnya kpu-ri",
						"badan for a decision of one's own; else a name of the body above whose "+
							"decision is mirrored, such as kpu-ri",
					),
				},
				{
					Name: "tautan", Type: URL,
					Help: words(
						"alamat penetapan di situs yang menetapkan",
						"where the deciding body publishes it",
					),
				},
			},
		},
		{
			Name: "status", Type: Enum, Required: true,
			Values: []string{"berlaku", "dicabut", "habis_masa", "dibuka_ki"},
			Help:   words("status sekarang", "the status now"),
		},
		{
			Name: "dicabut_oleh", Type: Fields, Bare: "nomor",
			Help: words("keputusan yang mencabut", "the decision that revoked it"),
			Fields: []Field{
				{Name: "nomor", Type: Line, Required: true, Help: words("nomor", "number")},
				{Name: "tanggal", Type: Date, Help: words("tanggal", "day")},
				{Name: "tautan", Type: URL,
					Help: words("alamat keputusannya", "where it is published")},
			},
		},
		{
			Name: "dibuka_di", Type: Ref, List: true,
			Help: words(
				"entri Daftar Informasi Publik tempat informasinya sekarang terbuka",
				"the entries of the open register where it is now",
			),
		},
	},
}

// An Exclusion holds the fields of the kind pengecualian: what the public may know of
// information that is excluded (Pasal 17 UU 14/2008; PP 61/2010). A regency's body mirrors
// what the national one decides: Level and Source say so.
type Exclusion struct {
	Grounds            []string
	Articles           []string
	IfOpened, IfClosed string
	PublicInterest     string
	Parts              []string
	From, Until        disclosure.Day
	While              string
	Number, Decider    string
	Decided            disclosure.Day
	Level, Status      string
	Source             string // address of the decision at the body that made it
	RevokedBy          string
	Revoked            disclosure.Day
	RevokedSource      string
	OpenedAt           []Reference // the entries of the open register into which it went
}

func exclusion(v Value) *Exclusion {
	consequence, period := v.Field("konsekuensi"), v.Field("jangka_waktu")
	decision, revoked := v.Field("penetapan"), v.Field("dicabut_oleh")
	return &Exclusion{
		Grounds: v.texts("dasar"), Articles: v.texts("pasal"), IfOpened: consequence.text("dibuka"),
		IfClosed: consequence.text("ditutup"), PublicInterest: v.text("kepentingan_publik"),
		Parts: v.texts("bagian"), From: period.day("mulai"), Until: period.day("sampai"),
		While: period.text("selama"), Number: decision.text("nomor"),
		Decider: decision.text("pejabat"),
		Decided: decision.day("tanggal"), Level: decision.text("level"),
		Source: decision.text("tautan"),
		Status: v.text("status"), RevokedBy: revoked.text("nomor"), Revoked: revoked.day("tanggal"),
		RevokedSource: revoked.text("tautan"), OpenedAt: references(v.Field("dibuka_di"),
			"informasi"),
	}
}

// Whole reports whether all of the information is excluded, and not parts of it.
func (e *Exclusion) Whole() bool { return slices.Contains(e.Parts, "seluruh") }

// checkExclusion reports what in an exclusion the law does not allow.
func checkExclusion(v Value) diag.List {
	var diags diag.List
	e := exclusion(v)
	period := v.Field("jangka_waktu")
	for _, name := range []string{"berkas", "perbaikan"} {
		if f := v.Field(name); f.Given() && (name == "berkas" || slices.ContainsFunc(
			changes(f), func(c Change) bool { return c.File != "" },
		)) {
			diags.Add(diag.DIKFile, f.At, name)
		}
	}
	if period.Given() && e.Until == 0 && e.While == "" {
		diags.Add(diag.DIKTerm, period.At)
	}
	if e.Status == "dicabut" && e.RevokedBy == "" {
		diags.Add(diag.DIKRevoked, v.Field("status").At)
	}
	if e.Status != "dicabut" && e.RevokedBy != "" {
		diags = append(diags, diag.New(diag.DIKStatus, v.Field("status").At,
			e.Status).Instead("dicabut"))
	}
	if e.Whole() && len(e.Parts) > 1 {
		diags.Add(diag.DIKParts, v.Field("bagian").At)
	}
	return diags
}
