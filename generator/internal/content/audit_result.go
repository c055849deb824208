package content

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// AuditFile keeps the results of earlier audits, which maklumat audit --keep adds.
const AuditFile = "content/data/audit.yaml"

var auditResultFields = []Field{
	{
		Name: "hasil", Type: Fields, List: true, Required: true,
		Help: words(
			"hasil audit yang disimpan; maklumat audit --keep menambah satu baris",
			"results that were kept; maklumat audit --keep adds a line",
		),
		Fields: []Field{
			{Name: "tanggal", Type: Date, Required: true,
				Help: words("hari audit", "the day of the audit")},
			{
				Name: "terpenuhi", Type: Number, Required: true,
				Help: words("jumlah kewajiban yang terpenuhi", "how many duties were met"),
			},
			{
				Name: "berlaku", Type: Number, Required: true,
				Help: words("dari berapa yang berlaku pada hari itu",
					"of how many that applied on that day"),
			},
		},
	},
}

// ResultLine is the line of AuditFile that keeps a result.
func ResultLine(r disclosure.Result) string {
	return "  - {tanggal: " + r.Day.String() + ", terpenuhi: " + strconv.Itoa(r.Held) +
		", berlaku: " + strconv.Itoa(r.All) + "}\n"
}

// KeepResult returns the text of AuditFile with a line for a result, in place of that of the same
// day. All else in it stays as it was written. ok is false when somebody has written the file in
// such a way that a line does not do.
func KeepResult(src []byte, r disclosure.Result) (kept []byte, ok bool) {
	before, _ := auditResults(src)
	text := strings.TrimRight(string(src), "\r\n") + "\n"
	want := []disclosure.Result{}
	for _, b := range before {
		if b.Day != r.Day {
			want = append(want, b.Result)
			continue
		}
		from := strings.LastIndexByte(text[:b.At.Start], '\n') + 1
		to := b.At.Start + strings.IndexByte(text[b.At.Start:], '\n') + 1
		text = text[:from] + text[to:]
	}
	kept = []byte(text + ResultLine(r))
	after, diags := auditResults(kept)
	got := []disclosure.Result{}
	for _, a := range after {
		got = append(got, a.Result)
	}
	return kept, len(diags) == 0 && slices.Equal(got, append(want, r))
}

func auditResults(src []byte) ([]KeptResult, diag.List) {
	d := dataReader{zone: time.UTC}
	diags := d.auditResults(DataFile{AuditFile, src})
	return d.AuditResults, diags
}

// auditResults reads content/data/audit.yaml.
func (d *dataReader) auditResults(f DataFile) diag.List {
	v, diags := readDataIn(d.zone, f.Path, f.Src, auditResultFields)
	seen := map[disclosure.Day]bool{}
	for _, item := range v.Field("hasil").Items {
		r := disclosure.Result{
			Day: item.day("tanggal"), Held: item.number("terpenuhi"), All: item.number("berlaku"),
		}
		switch {
		// told by its field
		case r.Day == 0 || !item.Field("terpenuhi").Given() || !item.Field("berlaku").Given():
		case seen[r.Day]:
			diags.Add(diag.AuditTwice, item.Field("tanggal").At, r.Day.String())
		case r.Held > r.All || r.All == 0:
			diags.Add(diag.AuditResult, item.Field("terpenuhi").At, strconv.Itoa(r.Held),
				strconv.Itoa(r.All))
		default:
			d.AuditResults = append(d.AuditResults, KeptResult{r, item.Field("tanggal").At})
		}
		seen[r.Day] = true
	}
	return diags
}

// A KeptResult is the result of an audit, and where its day was written.
type KeptResult struct {
	disclosure.Result
	At diag.Span
}
