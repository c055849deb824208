package content

import (
	"slices"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// An Exclusion holds the fields of the kind pengecualian: what the public may know of
// information that is excluded (UU 14/2008 ps. 17; PP 61/2010). A regency's body mirrors
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
	consequence, period, decision, revoked := v.Field("konsekuensi"), v.Field("jangka_waktu"), v.Field("penetapan"), v.Field("dicabut_oleh")
	return &Exclusion{
		Grounds: v.texts("dasar"), Articles: v.texts("pasal"), IfOpened: consequence.text("dibuka"), IfClosed: consequence.text("ditutup"),
		PublicInterest: v.text("kepentingan_publik"), Parts: v.texts("bagian"),
		From: period.day("mulai"), Until: period.day("sampai"), While: period.text("selama"),
		Number: decision.text("nomor"), Decider: decision.text("pejabat"), Decided: decision.day("tanggal"), Level: decision.text("level"), Source: decision.text("tautan"),
		Status: v.text("status"), RevokedBy: revoked.text("nomor"), Revoked: revoked.day("tanggal"), RevokedSource: revoked.text("tautan"),
		OpenedAt: references(v.Field("dibuka_di"), "informasi"),
	}
}

// Whole reports whether all of the information is excluded, and not parts of it.
func (e *Exclusion) Whole() bool { return slices.Contains(e.Parts, "seluruh") }

// lawEnforcementYears is the longest time for which ps. 17 letter a can exclude, PP 61/2010.
const lawEnforcementYears = 30

// checkExclusion reports what in an exclusion the law does not allow.
func checkExclusion(v Value) diag.List {
	var diags diag.List
	e := exclusion(v)
	period := v.Field("jangka_waktu")
	for _, name := range []string{"berkas", "perbaikan"} {
		if f := v.Field(name); f.Given() && (name == "berkas" || slices.ContainsFunc(changes(f), func(c Change) bool { return c.File != "" })) {
			diags.Add(diag.DIKFile, f.At, name)
		}
	}
	if slices.Contains(e.Grounds, "17j") && len(e.Articles) == 0 {
		diags.Add(diag.DIKAct, v.Field("dasar").At)
	}
	if period.Given() && e.Until == 0 && e.While == "" {
		diags.Add(diag.DIKTerm, period.At)
	}
	if slices.Contains(e.Grounds, "17a") && e.Until > e.From.AddMonths(12*lawEnforcementYears) && e.From != 0 {
		diags.Add(diag.DIKLong, period.Field("sampai").At, e.Until.String(), e.From.AddMonths(12*lawEnforcementYears).String())
	}
	if e.Status == "dicabut" && e.RevokedBy == "" {
		diags.Add(diag.DIKRevoked, v.Field("status").At)
	}
	if e.Status != "dicabut" && e.RevokedBy != "" {
		diags = append(diags, diag.New(diag.DIKStatus, v.Field("status").At, e.Status).Instead("dicabut"))
	}
	if e.Whole() && len(e.Parts) > 1 {
		diags.Add(diag.DIKParts, v.Field("bagian").At)
	}
	return diags
}
