package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// packFile says what a pack of law is.
const packFile = "pack.yaml"

// A Pack is a pack of national law that a site has pinned, by its name and version.
type Pack struct {
	Name  string // id-2026.11
	Label string
	Date  disclosure.Day // on which it was made
	About string
}

var packFields = []Field{
	{Name: "nama", Type: Line, Required: true,
		Help: words("nama paket hukum", "what the pack is called")},
	{
		Name: "tanggal", Type: Date, Required: true,
		Help: words("hari paket ini disusun", "the day on which it was made"),
	},
	{Name: "isi", Type: Text, Help: words("apa isinya", "what is in it")},
}

// pack reads pack.yaml of a pack of law.
func (d *dataReader) pack(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, packFields)
	name, _ := PackOf(f.Path)
	if name == "" {
		diags.Add(diag.DataUnknown, diag.Span{File: f.Path}, packFile, PackFolder)
		return diags
	}
	d.Packs = append(d.Packs, Pack{name, v.text("nama"), v.day("tanggal"), v.text("isi")})
	return diags
}

// A LawSort is what a LawChange is about.
type LawSort int8

// The sorts of LawChanges.
const (
	DutyChange LawSort = iota
	DeadlineChange
	HolidayChange
	FormChange
	AssessmentChange
)

// A LawChange is a difference between what two Data say of the law. Was is "" for what is new and
// Is for what is gone.
type LawChange struct {
	Sort    LawSort
	ID      string
	Was, Is string
}

// CompareLaw returns in a language how the law of now differs from that of before, in the order of
// the LawSorts and within them of the ids.
func CompareLaw(before, now *Data, lang diag.Lang) (all []LawChange) {
	for sort, list := range lawLists {
		was, is := list(before, lang), list(now, lang)
		for id := range was {
			if was[id] != is[id] {
				all = append(all, LawChange{LawSort(sort), id, was[id], is[id]})
			}
		}
		for id := range is {
			if _, known := was[id]; !known {
				all = append(all, LawChange{LawSort(sort), id, "", is[id]})
			}
		}
	}
	slices.SortFunc(all, func(a, b LawChange) int {
		if a.Sort != b.Sort {
			return int(a.Sort - b.Sort)
		}
		return strings.Compare(a.ID, b.ID)
	})
	return all
}

// lawLists say for each LawSort what the law says, by id.
var lawLists = [...]func(d *Data, lang diag.Lang) map[string]string{
	DutyChange: func(d *Data, lang diag.Lang) map[string]string {
		all := map[string]string{}
		for _, o := range d.Obligations {
			text := words(o.Label, o.LabelEN).In(lang) + " (" + strings.Join(o.Basis, "; ")
			if o.MaxAge != disclosure.NoAge {
				text += fmt.Sprintf(words("; paling tua %d hari", "; at most %d days old").In(lang),
					o.MaxAge)
			}
			if o.Edition != "" {
				text += words("; terbit ", "; due ").In(lang) + o.Edition
			}
			all[o.ID] = text + ")"
		}
		return all
	},
	DeadlineChange: func(d *Data, lang diag.Lang) map[string]string {
		all := map[string]string{}
		for i := range d.Regimes {
			r := &d.Regimes[i]
			for _, s := range r.Deadlines {
				days := words("belum dipastikan", "not certain").In(lang)
				if s.Known {
					days = fmt.Sprintf(words("%d hari kerja", "%d working days").In(lang), s.Days)
				}
				all[r.ID+"/"+s.ID] = words(s.Label, s.LabelEN).In(lang) + ", " + days
			}
		}
		return all
	},
	HolidayChange: func(d *Data, _ diag.Lang) map[string]string {
		all := map[string]string{}
		for _, y := range d.Calendar.Years {
			for _, h := range y.Holidays {
				all[h.Day.String()] = h.Name
			}
		}
		for _, h := range d.Calendar.Fixed {
			all[fmt.Sprintf("%02d-%02d", h.Month, h.Day)] = h.Name
		}
		return all
	},
	FormChange: func(d *Data, _ diag.Lang) map[string]string {
		all := map[string]string{}
		for _, f := range d.Forms {
			text := f.Title
			for _, s := range f.Sections {
				for _, q := range s.Fields {
					text += "; " + q.Label
				}
			}
			all[f.ID] = text
		}
		return all
	},
	AssessmentChange: func(d *Data, _ diag.Lang) map[string]string {
		all := map[string]string{}
		for _, q := range d.Questionnaires {
			for _, o := range q.Questions {
				all[strconv.Itoa(q.Year)+"/"+o.ID] = o.Text
			}
		}
		return all
	},
}
