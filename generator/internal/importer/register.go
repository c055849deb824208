package importer

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// A column is a column of a register and a pattern for its head. PERKI 1/2021 names seven
// columns, but bodies write their heads differently.
type column struct {
	name string
	head *regexp.Regexp
}

// columns are tried in this order. A head belongs to the first that matches it.
var columns = []column{
	{"penanggung_jawab", regexp.MustCompile(`penanggung\s*jawab|penanggungjawab`)},
	{"penguasa", regexp.MustCompile(`menguasai|unit|satker|satuan kerja|pejabat|bidang|bagian`)},
	{"waktu", regexp.MustCompile(`waktu.*tempat|tempat.*waktu|waktu.*(pembuatan|penerbitan)`)},
	{"tempat", regexp.MustCompile(`^tempat`)},
	{"tanggal", regexp.MustCompile(`tanggal|tgl`)},
	{"retensi", regexp.MustCompile(`jangka waktu|retensi|penyimpanan`)},
	{"bentuk", regexp.MustCompile(`bentuk|format`)},
	{"klasifikasi", regexp.MustCompile(`klasifikasi|golongan|kategori|jenis|sifat`)},
	{"nomor", regexp.MustCompile(`nomor (dokumen|surat)|no\.? dokumen`)},
	{"summary", regexp.MustCompile(`ringkasan|uraian|keterangan|isi informasi`)},
	{"title", regexp.MustCompile(`judul|nama|informasi|dokumen`)},
}

// A row is a row of a sheet with the line of the file on which it begins, or its number in a
// workbook.
type row struct {
	line  int
	cells []string
}

// Register reads a register of public information kept in a spreadsheet: the first sheet of
// a workbook, or a CSV file. Its columns are matched by their heads.
func Register(name string, src []byte, o *Options) (*Result, error) {
	r := newResult(o)
	rows, err := r.sheet(name, src)
	if err != nil {
		return nil, err
	}
	head, at := heads(rows)
	if head < 0 {
		return nil, unreadable("tidak ada baris yang menyebut kolom daftar informasi "+
			"(judul, klasifikasi, unit, …)",
			"no row names the columns of a register (judul, klasifikasi, unit, …)")
	}
	for i, cell := range rows[head].cells {
		if _, ok := at[i]; !ok && strings.TrimSpace(cell) != "" && !isCounter(cell) {
			r.leave(name, "kolom %q tidak dikenal", "the column %q is not known", plainLine(cell))
		}
	}
	for _, row := range rows[head+1:] {
		where := fmt.Sprintf("%s:%d", path.Base(name), row.line)
		values := map[string]string{}
		if closedRow(at, row.cells) {
			r.leave(where, "dikecualikan: tulis yang boleh diketahui publik sebagai pengecualian",
				"it is excluded: what the public may know is written as a pengecualian")
			continue
		}
		filled := 0
		for i, cell := range row.cells {
			if strings.TrimSpace(cell) != "" {
				filled++
			}
			if key := at[i]; key != "" && values[key] == "" {
				values[key] = plainLine(cell)
			}
		}
		if values["title"] == "" && values["summary"] == "" {
			if filled > 2 { // fewer are a line between groups
				r.leave(where, "tidak berjudul", "it has no title")
			}
			continue
		}
		r.entry(where, values)
	}
	return r.formatted(), nil
}

// restricted matches the words with which registers mark what is not public.
var restricted = regexp.MustCompile(`(?i)kecuali|rahasia|tertutup|terbatas`)

// closedRow reports whether a cell in an unknown column marks a row as excluded. Registers often
// have several columns for this.
func closedRow(at map[int]string, row []string) bool {
	for i, cell := range row {
		if at[i] == "" && restricted.MatchString(cell) {
			return true
		}
	}
	return false
}

// counter matches the head of the column that counts the rows.
var counter = regexp.MustCompile(`(?i)^no\.?$|^nomor$`)

func isCounter(head string) bool { return counter.MatchString(strings.TrimSpace(head)) }

// heads finds the row that names the columns: the one among the first twenty that names most. It
// returns its number, -1 if there is none, and the columns by position.
func heads(rows []row) (best int, at map[int]string) {
	best = -1
	for n, row := range rows[:min(len(rows), 20)] {
		found, used := map[int]string{}, map[string]bool{}
		for _, c := range columns {
			for i, cell := range row.cells {
				fits := c.head.MatchString(strings.ToLower(cell)) && !isCounter(cell)
				if fits && found[i] == "" && !used[c.name] {
					found[i], used[c.name] = c.name, true
				}
			}
		}
		if used["title"] || used["summary"] {
			if len(found) >= 3 && len(found) > len(at) {
				best, at = n, found
			}
		}
	}
	return best, at
}

// sheet reads the rows of a sheet.
func (r *Result) sheet(name string, src []byte) ([]row, error) {
	if strings.EqualFold(path.Ext(name), ".xlsx") {
		return r.workbook(name, src)
	}
	var rows []row
	old, problem := attachment.Rows(name, src, func(line int, cells []string) bool {
		cells = slices.Clone(cells)
		for i := range cells {
			cells[i] = content.PlainCell(cells[i])
		}
		rows = append(rows, row{line, cells})
		return true
	})
	if problem != attachment.None {
		return nil, unreadable("%s bukan CSV yang utuh; simpan lagi sebagai CSV UTF-8 atau .xlsx",
			"%s is no whole CSV; save it again as CSV UTF-8 or .xlsx", path.Base(name))
	}
	if old {
		r.leave(name, "bukan UTF-8, jadi huruf di luar A–Z mungkin salah; simpan lagi sebagai "+
			"CSV UTF-8 jika ada yang berubah",
			"it is not UTF-8, so letters other than A–Z may be wrong; save it again as CSV UTF-8 "+
				"if any has changed")
	}
	return rows, nil
}

var cellName = regexp.MustCompile(`^(.*), ` + attachment.PlaceCell + ` ([A-Z]+)(\d+)$`)

// workbook reads the cells of the first sheet that has any which are seen.
func (r *Result) workbook(name string, src []byte) ([]row, error) {
	var rows []row
	first, others := "", map[string]bool{}
	info := attachment.Read(name, src, func(p attachment.Piece) {
		m := cellName.FindStringSubmatch(p.Place)
		if m == nil || p.Hidden {
			return
		}
		if first == "" {
			first = m[1]
		}
		if m[1] != first {
			others[m[1]] = true
			return
		}
		n, _ := strconv.Atoi(m[3])
		col := 0
		for _, c := range m[2] {
			col = col*26 + int(c-'A') + 1
		}
		if n < 1 || n > 100_000 || col > 100 {
			return
		}
		for len(rows) < n {
			rows = append(rows, row{line: len(rows) + 1})
		}
		cells := &rows[n-1].cells
		for len(*cells) < col {
			*cells = append(*cells, "")
		}
		(*cells)[col-1] = or(p.Day, p.Text)
	})
	if info.Problem != attachment.None {
		return nil, unreadable("%s tidak dapat dibaca sebagai buku kerja Excel; "+
			"simpan lagi sebagai .xlsx atau CSV",
			"%s cannot be read as a workbook; save it again as .xlsx or CSV", path.Base(name))
	}
	for _, sheet := range slices.Sorted(maps.Keys(others)) {
		r.leave(name, "%s tidak dibaca: hanya lembar pertama; simpan lembar lain sebagai CSV",
			"%s is not read: only the first sheet is; save others as CSV", sheet)
	}
	return rows, nil
}

// entry makes a document of one row if it has all that the law requires.
func (r *Result) entry(where string, v map[string]string) {
	title := or(v["title"], firstSentence(v["summary"]))
	class, ok := classOf(v["klasifikasi"])
	switch {
	case !ok:
		r.leave(where, "jenis informasi %q tidak dikenal atau kolomnya tidak ada; "+
			"tulis berkala, serta-merta, atau setiap-saat",
			"the class %q is not known, or there is no column for it; "+
				"write berkala, serta-merta or setiap-saat", v["klasifikasi"])
		return
	case class == "dikecualikan":
		r.leave(where, "dikecualikan: tulis yang boleh diketahui publik sebagai pengecualian",
			"it is excluded: what the public may know is written as a pengecualian")
		return
	}
	unit := r.unit(v["penguasa"])
	place, made := v["tempat"], v["tanggal"]
	if v["waktu"] != "" {
		place, made = placeAndDay(v["waktu"], place)
	}
	date, dateOK := sheetDay(made)
	available := formsOf(v["bentuk"])
	var missing, lacks []string
	for _, need := range []struct {
		id, en string
		ok     bool
	}{
		{"unit yang menguasai (" + v["penguasa"] + ")",
			"the unit that keeps it (" + v["penguasa"] + ")", unit != ""},
		{"penanggung jawab", "who answers for it", v["penanggung_jawab"] != ""},
		{"tanggal pembuatan yang lengkap (" + made + ")",
			"the full day on which it was made (" + made + ")", dateOK},
		{"tempat pembuatan", "where it was made", place != ""},
		{"bentuk", "its form", len(available) > 0},
		{"jangka waktu penyimpanan", "how long it is kept", v["retensi"] != ""},
	} {
		if !need.ok {
			missing, lacks = append(missing, need.id), append(lacks, need.en)
		}
	}
	if len(missing) > 0 {
		r.Left = append(r.Left, Left{where, 0, diag.Words{
			ID: "belum lengkap: " + strings.Join(missing, ", "),
			EN: "not complete: " + strings.Join(lacks, ", "),
		}, diag.Words{ID: "belum lengkap", EN: "not complete"}})
		return
	}
	folder := "content/informasi/" + date.String()[:4] + "/"
	slug := content.SlugOf(title)
	if slug == "" {
		r.leave(where, "judulnya tidak dapat menjadi alamat", "its title cannot become an address")
		return
	}
	slug = r.free(folder, "", slug, "/dokumen/")
	var h header
	h.set("title", title)
	h.set("summary", or(v["summary"], title))
	h.set("klasifikasi", class)
	h.set("penguasa", unit)
	h.set("nomor", v["nomor"])
	h.set("penanggung_jawab", v["penanggung_jawab"])
	h.set("dibuat", map[string]string{"tempat": place, "tanggal": date.String()})
	h.set("bentuk", available)
	h.set("retensi", v["retensi"])
	h.set("updated", date.String())
	r.add(where, folder+slug+".md", h, "", nil)
}

func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i > 0 {
		s = s[:i]
	}
	return strings.TrimSuffix(s, ".")
}

// classOf returns the class of information that a cell names, however it is written.
func classOf(s string) (string, bool) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r < 'a' || r > 'z' })
	s = strings.Join(words, " ")
	switch {
	case strings.Contains(s, "kecuali"):
		return "dikecualikan", true
	case strings.Contains(s, "serta merta") || s == "sertamerta":
		return "serta-merta", true
	case strings.Contains(s, "setiap saat") || s == "setiapsaat":
		return "setiap-saat", true
	case strings.Contains(s, "berkala"):
		return "berkala", true
	}
	return "", false
}

// unit returns the slug of the unit with a name or slug, or of the only unit whose name contains
// it or is contained in it; "" if there is none.
func (r *Result) unit(name string) string {
	name = strings.ToLower(name)
	var near []string
	for _, u := range r.options.Units {
		known := strings.ToLower(u.Name)
		if known == name || u.Slug == name {
			return u.Slug
		}
		if name != "" && (strings.Contains(known, name) || strings.Contains(name, known)) {
			near = append(near, u.Slug)
		}
	}
	if len(near) == 1 {
		return near[0]
	}
	return ""
}

// forms are the forms in which information is available, with a pattern for what registers call
// them.
var forms = []struct {
	form string
	said *regexp.Regexp
}{
	{"cetak", regexp.MustCompile(`cetak|kertas|hard\s*copy|fisik|tercetak|buku`)},
	{"rekam",
		regexp.MustCompile(`rekam|soft\s*copy|cd\b|flash|audio|video|digital|elektronik|file`)},
	{"daring", regexp.MustCompile(`daring|online|web|situs|internet|laman`)},
}

// formsOf returns the forms that a cell names.
func formsOf(s string) []string {
	s = strings.ToLower(s)
	var out []string
	for _, f := range forms {
		if f.said.MatchString(s) {
			out = append(out, f.form)
		}
	}
	return out
}

// placeAndDay divides a cell such as "Soreang, 12 Januari 2025". place is for one without a place.
func placeAndDay(s, place string) (string, string) {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return or(strings.Trim(s, " ,"), place), ""
	}
	before := strings.Trim(s[:i], " ,;/-")
	rest := strings.Trim(s[i:], " ,;/")
	if before == "" {
		if day, where, ok := strings.Cut(rest, ","); ok {
			return strings.TrimSpace(where), strings.TrimSpace(day)
		}
	}
	return or(before, place), rest
}

// sheetDay reads a day as people write it, or as a spreadsheet does: Excel stores a day as a
// number counted from 30 December 1899.
func sheetDay(s string) (disclosure.Day, bool) {
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 20000 && n < 80000 {
		first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		return disclosure.MomentOf(first.AddDate(0, 0, int(n))).Day, true
	}
	if d, ok := day(s); ok {
		return d, true
	}
	d, err := disclosure.ParseDay(content.GuessDate(s))
	return d, err == nil
}
