package content

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
)

// Chosen are the rows that a block shows, in their order.
type Chosen struct {
	Label   string   // the head of the rows' names
	Heads   []string // of the columns
	Rows    []ChosenRow
	Numeric []bool  // whether all that is in a column are numbers
	Percent bool    // the numbers of all columns are written with a percent sign
	Limit   float64 // where the line across bars is

	Pages []ChosenPage // that have the Rows among them, if each is to have a page of its own
}

// A ChosenPage are the rows that have the same in a column.
type ChosenPage struct {
	Name string
	Slug string // in its address
	Rows []ChosenRow
}

// A ChosenRow is a row with the numbers that its cells hold.
type ChosenRow struct {
	Label   string
	Texts   []string
	Numbers []Quantity

	number int // among the rows that were read
}

// A Quantity is a number as it is written, without grouping and with a point before its decimals.
type Quantity struct {
	Text  string // "" for a cell that holds none
	Value float64
}

// A chooser makes Chosen of rows.
type chooser struct {
	*Figures
	heads   []string
	labels  map[int]string // what readers see columns called
	rows    [][]string
	numbers []int // of the rows in the file
	comma   bool  // decimals stand behind a comma, as it is said
	point   bool
	diags   diag.List
}

// Choose picks from the rows of a sheet what the block shows. shown says that the cells are as a
// workbook shows them, with a comma before decimals. What it cannot read it reports.
func (f *Figures) Choose(rows [][]string, shown bool) (*Chosen, diag.List) {
	c := &chooser{Figures: f, labels: map[int]string{}}
	decimal := f.value.text("desimal")
	c.comma, c.point = decimal == "koma" || decimal == "" && shown, decimal == "titik"
	for n, row := range rows {
		if slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			c.rows, c.numbers = append(c.rows, row), append(c.numbers, n+1)
		}
	}
	if len(c.rows) < 2 {
		c.diags.Add(diag.FiguresEmpty, f.at("berkas"), f.File)
		return nil, c.diags
	}
	for _, head := range c.rows[0] {
		c.heads = append(c.heads, strings.Join(strings.Fields(head), " "))
	}
	c.rows, c.numbers = c.rows[1:], c.numbers[1:]
	out := c.choose()
	if len(c.diags) > 0 {
		return nil, c.diags
	}
	return out, nil
}

func (c *chooser) choose() *Chosen {
	c.filter()
	label := 0
	if group := c.value.Field("kelompok"); group.Given() {
		label = c.column(group)
	} else if named := c.value.Field("baris"); named.Given() {
		label = c.column(named)
	}
	columns := c.columns(label)
	if len(c.diags) > 0 {
		return nil
	}
	if len(c.rows) == 0 {
		c.diags.Add(diag.FiguresEmpty, c.at("saring"), c.File)
		return nil
	}
	out := &Chosen{Label: c.heads[label], Numeric: make([]bool, len(columns))}
	numbers := make([][]Quantity, len(columns))
	percents := 0
	for k, column := range columns {
		out.Heads = append(out.Heads, cmp.Or(c.labels[column], c.heads[column]))
		needed := c.Shape != "" || c.value.Field("kelompok").Given()
		var percent bool
		if numbers[k], percent = c.read(column, needed); numbers[k] == nil {
			continue
		}
		out.Numeric[k] = true
		if percent {
			percents++
		}
	}
	if len(c.diags) > 0 {
		return nil
	}
	out.Percent = percents == len(columns)
	for n := range c.rows {
		row := ChosenRow{Label: c.cell(n, label), number: n}
		for k, column := range columns {
			row.Texts = append(row.Texts, c.cell(n, column))
			var number Quantity
			if out.Numeric[k] {
				number = numbers[k][n]
			}
			row.Numbers = append(row.Numbers, number)
		}
		out.Rows = append(out.Rows, row)
	}
	if c.value.Field("kelompok").Given() {
		out.add()
	}
	c.sort(out, columns)
	c.pages(out)
	c.limits(out)
	return out
}

// cell returns a cell of a row, "" where the row is shorter.
func (c *chooser) cell(row, column int) string {
	if column >= len(c.rows[row]) {
		return ""
	}
	return strings.TrimSpace(c.rows[row][column])
}

// column finds the column that a key names, 0 with a message when there is none.
func (c *chooser) column(name Value) int {
	wanted := strings.Join(strings.Fields(name.Text), " ")
	same := func(head string) bool { return strings.EqualFold(head, wanted) }
	if at := slices.IndexFunc(c.heads, same); at >= 0 {
		return at
	}
	d := diag.New(diag.FiguresColumn, name.At, name.Text, c.File, strings.Join(c.heads, ", "))
	c.diags = append(c.diags, d.Instead(diag.Closest(wanted, c.heads)))
	return 0
}

// columns are those that are shown: the ones that are named, or all but the names of the rows.
func (c *chooser) columns(label int) (all []int) {
	for _, item := range c.value.Field("kolom").Items {
		all = append(all, c.column(item.Field("nama")))
		if label := item.text("label"); label != "" {
			c.labels[all[len(all)-1]] = label
		}
	}
	if len(all) == 0 {
		for n := range c.heads {
			if n != label {
				all = append(all, n)
			}
		}
	}
	if c.Shape != "" && len(all) > MaxSeries {
		c.diags.Add(diag.FiguresMany, c.at("kolom"), "kolom", strconv.Itoa(len(all)),
			strconv.Itoa(MaxSeries))
	}
	if c.Shape == BarChart && len(all) > 1 {
		c.diags.Add(diag.FiguresShape, c.at("bentuk"), BarChart,
			PairedChart+", "+LineChart+", "+StackedChart)
	}
	return all
}

// filter leaves the rows that the block asks for.
func (c *chooser) filter() {
	saring := c.value.Field("saring")
	if !saring.Given() {
		return
	}
	column := c.column(saring.Field("kolom"))
	wanted := strings.TrimSpace(saring.text("isi"))
	var rows [][]string
	var numbers []int
	for n := range c.rows {
		if strings.EqualFold(c.cell(n, column), wanted) {
			rows, numbers = append(rows, c.rows[n]), append(numbers, c.numbers[n])
		}
	}
	c.rows, c.numbers = rows, numbers
}

var (
	commaNumber = regexp.MustCompile(`^[0-9]+(,[0-9]+)?$|^[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$`)
	pointNumber = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$|^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
)

// bare takes from a number what is written around it: the sign, the currency, the percent sign.
func bare(cell string) (digits string, negative, percent bool) {
	s := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u202f', '\t':
			return -1
		case '−', '–':
			return '-'
		}
		return r
	}, cell)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") { // as accountants write
		s, negative = s[1:len(s)-1], true
	}
	if strings.HasPrefix(s, "-") {
		s, negative = s[1:], true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "Rp"), ".")
	if strings.HasPrefix(s, "-") {
		s, negative = s[1:], true
	}
	s, percent = strings.CutSuffix(s, "%")
	return s, negative, percent
}

// read returns the numbers of a column, nil if not all cells are numbers. Then a message says why,
// if they are needed. A cell without anything but a dash holds no number.
func (c *chooser) read(column int, needed bool) (numbers []Quantity, percent bool) {
	comma, point, differ := !c.point, !c.comma, ""
	digits, negative := make([]string, len(c.rows)), make([]bool, len(c.rows))
	given, percents := 0, 0
	for n := range c.rows {
		cell := c.cell(n, column)
		s, minus, isPercent := bare(cell)
		if s == "" && !isPercent {
			continue
		}
		isComma, isPoint := comma && commaNumber.MatchString(s), point && pointNumber.MatchString(s)
		if !isComma && !isPoint {
			if needed {
				c.diags.Add(diag.FiguresNumber, c.at("kolom"), c.heads[column],
					strconv.Itoa(c.numbers[n]), cell)
			}
			return nil, false
		}
		if isComma && isPoint && plain(s, true) != plain(s, false) {
			differ = cell
		}
		comma, point = comma && isComma, point && isPoint
		digits[n], negative[n] = s, minus
		given++
		if isPercent {
			percents++
		}
	}
	if comma && point && differ != "" {
		if needed {
			c.diags.Add(diag.FiguresDecimal, c.at("kolom"), c.heads[column], differ)
		}
		return nil, false
	}
	if given == 0 {
		return nil, false
	}
	if needed && percents > 0 && percents < given {
		c.diags.Add(diag.FiguresPercent, c.at("kolom"), c.heads[column])
		return nil, false
	}
	numbers = make([]Quantity, len(c.rows))
	for n, s := range digits {
		if s == "" {
			continue
		}
		text := plain(s, comma)
		if negative[n] {
			text = "-" + text
		}
		value, _ := strconv.ParseFloat(text, 64)
		numbers[n] = Quantity{text, value}
	}
	return numbers, percents == given
}

// plain writes a number without grouping and with a point.
func plain(s string, comma bool) string {
	group, decimal := ",", "."
	if comma {
		group, decimal = decimal, group
	}
	return strings.Replace(strings.ReplaceAll(s, group, ""), decimal, ".", 1)
}

// add puts rows of the same name together, in the order of the first of each.
func (out *Chosen) add() {
	at := map[string]int{}
	var rows []ChosenRow
	for _, row := range out.Rows {
		k, known := at[row.Label]
		if !known {
			at[row.Label] = len(rows)
			rows = append(rows, row)
			continue
		}
		for n, more := range row.Numbers {
			rows[k].Numbers[n] = sum(rows[k].Numbers[n], more)
		}
	}
	for k := range rows {
		for n := range rows[k].Texts {
			rows[k].Texts[n] = "" // the sum is written as a number
		}
	}
	out.Rows = rows
}

// sum adds two numbers with as many decimals as the longer has.
func sum(a, b Quantity) Quantity {
	if a.Text == "" {
		return b
	}
	if b.Text == "" {
		return a
	}
	value := a.Value + b.Value
	text := strconv.FormatFloat(value, 'f', max(Decimals(a.Text), Decimals(b.Text)), 64)
	value, _ = strconv.ParseFloat(text, 64)
	return Quantity{text, value}
}

// Decimals returns how many decimals a number is written with.
func Decimals(text string) int {
	_, after, _ := strings.Cut(text, ".")
	return len(after)
}

// sort puts the rows in the order that the block asks for. Rows without a number come last.
func (c *chooser) sort(out *Chosen, columns []int) {
	order := c.value.text("urut")
	by := c.value.Field("menurut")
	if order == "" || order == fileOrder {
		return
	}
	k := 0
	if by.Given() {
		wanted := c.column(by)
		if k = slices.Index(columns, wanted); k < 0 && !strings.EqualFold(c.heads[wanted],
			out.Label) {
			c.diags.Add(diag.FiguresColumn, by.At, by.Text, "kolom:", strings.Join(out.Heads, ", "))
			return
		}
	}
	sign := 1
	if order == falling {
		sign = -1
	}
	slices.SortStableFunc(out.Rows, func(a, b ChosenRow) int {
		switch {
		case k < 0:
			return sign * strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label))
		case !out.Numeric[k]:
			return sign * strings.Compare(strings.ToLower(a.Texts[k]), strings.ToLower(b.Texts[k]))
		case a.Numbers[k].Text == "" || b.Numbers[k].Text == "":
			return cmp.Compare(len(b.Numbers[k].Text), len(a.Numbers[k].Text))
		}
		return sign * cmp.Compare(a.Numbers[k].Value, b.Numbers[k].Value)
	})
}

// pages divides the rows among pages, in the order of the first row of each.
func (c *chooser) pages(out *Chosen) {
	name := c.value.Field("halaman")
	if !name.Given() {
		return
	}
	column := c.column(name)
	at, named := map[string]int{}, map[string]string{}
	for _, row := range out.Rows {
		value := c.cell(row.number, column)
		slug := TagSlug(value)
		k, known := at[value]
		if !known {
			if slug == "" {
				c.diags.Add(diag.FiguresPage, name.At, value, strconv.Itoa(c.numbers[row.number]),
					name.Text)
				return
			}
			if other, taken := named[slug]; taken {
				c.diags.Add(diag.FiguresAlike, name.At, other, value,
					strconv.Itoa(c.numbers[row.number]))
				return
			}
			named[slug] = value
			k, at[value] = len(out.Pages), len(out.Pages)
			out.Pages = append(out.Pages, ChosenPage{Name: value, Slug: slug})
		}
		out.Pages[k].Rows = append(out.Pages[k].Rows, row)
	}
}

// limits holds what is chosen against what can be read when it is drawn, and reads the line.
func (c *chooser) limits(out *Chosen) {
	if most := MaxBars; c.Shape != "" && len(out.Rows) > most {
		c.diags.Add(diag.FiguresMany, c.where, "baris", strconv.Itoa(len(out.Rows)),
			strconv.Itoa(most))
	}
	longest := len(out.Rows)
	if out.Pages != nil {
		longest = 0
		for _, p := range out.Pages {
			longest = max(longest, len(p.Rows))
		}
	}
	if c.Shape == "" && longest > MaxRows {
		c.diags.Add(diag.FiguresMany, c.where, "baris", strconv.Itoa(longest),
			strconv.Itoa(MaxRows))
	}
	if n := len(out.Pages); n > MaxPages {
		c.diags.Add(diag.FiguresMany, c.at("halaman"), "halaman", strconv.Itoa(n),
			strconv.Itoa(MaxPages))
	}
	for _, row := range out.Rows {
		for n, number := range row.Numbers {
			if c.Shape == StackedChart && number.Value < 0 {
				c.diags.Add(diag.FiguresNegative, c.at("bentuk"), out.Heads[n], row.Label,
					number.Text)
				return
			}
		}
	}
	if limit := c.value.Field("batas"); limit.Given() {
		v := limit.Field("nilai")
		digits, negative, _ := bare(v.Text)
		if !commaNumber.MatchString(digits) && !pointNumber.MatchString(digits) {
			c.diags.Add(diag.FieldValue, v.At, "nilai", v.Text, "81,7")
			return
		}
		out.Limit, _ = strconv.ParseFloat(plain(digits, commaNumber.MatchString(digits)), 64)
		if negative {
			out.Limit = -out.Limit
		}
	}
}

// Most returns the least and the greatest number, with 0 between or among them, of all columns
// or, if they are stacked, of their sums.
func (out *Chosen) Most(stacked bool) (least, most float64) {
	least, most = min(0, out.Limit), max(0, out.Limit)
	for _, row := range out.Rows {
		all := 0.0
		for _, n := range row.Numbers {
			all += n.Value
			if !stacked {
				least, most = math.Min(least, n.Value), math.Max(most, n.Value)
			}
		}
		if stacked {
			most = math.Max(most, all)
		}
	}
	return least, most
}
