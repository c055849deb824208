package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The numbers below are made up.

var sortNames = map[PersonalSort]string{
	NIK: "NIK", NPWP: "NPWP", BareNPWP: "bare NPWP", NIP: "NIP", BankAccount: "account",
	MobilePhone: "mobile", EmailAddress: "e-mail", HomeAddress: "home", BirthData: "birth",
}

// told writes hits as their sort and the text they stand in.
func told(text string, hits []PersonalHit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, sortNames[h.Sort]+" "+text[h.Start:h.End])
	}
	return out
}

// justDigits leaves out all that is no digit.
func justDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Each part of a citizen's number decides whether 16 digits are one.
func TestNIKParts(t *testing.T) {
	tests := []struct {
		name, province, regency, district, born, serial string
		want                                            bool
	}{
		{"a man", "32", "04", "01", "170890", "0001", true},
		{"a woman", "32", "04", "01", "570890", "0001", true},
		{"a province that is none", "20", "04", "01", "170890", "0001", false},
		{"no regency", "32", "00", "01", "170890", "0001", false},
		{"the first regency", "32", "01", "01", "170890", "0001", true},
		{"the last city", "32", "79", "01", "170890", "0001", true},
		{"beyond the last city", "32", "80", "01", "170890", "0001", false},
		{"no district", "32", "04", "00", "170890", "0001", false},
		{"the last district", "32", "04", "99", "170890", "0001", true},
		{"day 0", "32", "04", "01", "000890", "0001", false},
		{"day 1", "32", "04", "01", "010890", "0001", true},
		{"day 31", "32", "04", "01", "310890", "0001", true},
		{"day 32", "32", "04", "01", "320890", "0001", false},
		{"a woman's day 0", "32", "04", "01", "400890", "0001", false},
		{"a woman's day 1", "32", "04", "01", "410890", "0001", true},
		{"a woman's day 31", "32", "04", "01", "710890", "0001", true},
		{"a woman's day 32", "32", "04", "01", "720890", "0001", false},
		{"month 0", "32", "04", "01", "170090", "0001", false},
		{"month 1", "32", "04", "01", "170190", "0001", true},
		{"month 12", "32", "04", "01", "171290", "0001", true},
		{"month 13", "32", "04", "01", "171390", "0001", false},
		{"30 April", "32", "04", "01", "300490", "0001", true},
		{"31 April", "32", "04", "01", "310490", "0001", false},
		{"28 February", "32", "04", "01", "280291", "0001", true},
		{"29 February, no leap year", "32", "04", "01", "290291", "0001", false},
		{"29 February 2000", "32", "04", "01", "290200", "0001", true},
		{"30 February", "32", "04", "01", "300292", "0001", false},
		{"serial number 0, as of 15 digits", "32", "04", "01", "170890", "0000", true},
		{"the last serial number", "32", "04", "01", "170890", "9999", true},
	}
	for _, tt := range tests {
		text := tt.province + tt.regency + tt.district + tt.born + tt.serial
		if got := len(FindPersonal(text)) == 1; got != tt.want {
			t.Errorf("%s: %s is found: %v", tt.name, text, got)
		}
	}
}

func TestProvinces(t *testing.T) {
	codes := []int{
		11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53,
		61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96, 97,
	}
	for n := range 100 {
		if want := slices.Contains(codes, n); isProvince(n) != want {
			t.Errorf("%d is a province: %v, want %v", n, !want, want)
		}
	}
}

// Days of birth are those of the calendar, also where a number has two digits of the year.
func TestDatesInNumbers(t *testing.T) {
	for year := 1930; year < 2100; year++ {
		for month := range 14 {
			for day := range 33 {
				d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
				want := d.Month() == time.Month(month) && d.Day() == day
				if isDate(year, month, day) != want {
					t.Fatalf("%d-%d-%d is a date: %v", year, month, day, !want)
				}
				if year >= 2000 && isDate(year%100, month, day) != want {
					t.Fatalf("%d-%d-%d is a date: %v", year%100, month, day, !want)
				}
			}
		}
	}
}

// Each part of an employee's number decides whether 18 digits are one.
func TestNIPParts(t *testing.T) {
	tests := []struct {
		name, born, hired, sex string
		want                   bool
	}{
		{"a man", "19800101", "200501", "1", true},
		{"a woman", "19800101", "200501", "2", true},
		{"no sex", "19800101", "200501", "0", false},
		{"a third sex", "19800101", "200501", "3", false},
		{"born in 1930", "19300101", "195001", "1", true},
		{"born in 1929", "19291231", "195001", "1", false},
		{"born on no day", "19800230", "200501", "1", false},
		{"born in month 13", "19801301", "200501", "1", false},
		{"born on 29 February", "19800229", "200501", "1", true},
		{"hired at fifteen", "19900101", "200501", "1", true},
		{"hired at fourteen", "19910101", "200501", "1", false},
		{"hired in 2100", "20800101", "210001", "1", true},
		{"hired in 2101", "20800101", "210101", "1", false},
		{"hired in month 0", "19800101", "200500", "1", false},
		{"hired in month 12", "19800101", "200512", "1", true},
		{"hired in month 13", "19800101", "200513", "1", false},
	}
	for _, tt := range tests {
		text := tt.born + " " + tt.hired + " " + tt.sex + " 003"
		hits := FindPersonal(text)
		if got := len(hits) == 1 && hits[0].Sort == NIP; got != tt.want {
			t.Errorf("%s: %s is %v", tt.name, text, told(text, hits))
		}
	}
}

// What must always hold of the check digit, and the example of the standard.
func TestLuhn(t *testing.T) {
	if !luhn("79927398713") || luhn("79927398710") {
		t.Error("the example of ISO/IEC 7812-1")
	}
	if luhn("000000000") {
		t.Error("zeros are no number")
	}
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.StringMatching(`[0-9]{7}[1-9]`).Draw(t, "number")
		var right []string
		for check := range 10 {
			if s := fmt.Sprint(number, check); luhn(s) {
				right = append(right, s)
			}
		}
		if len(right) != 1 {
			t.Fatalf("%s: check digits of %v", number, right)
		}
		slip := []byte(right[0])
		at := rapid.IntRange(0, len(slip)-1).Draw(t, "at")
		slip[at] = '0' + (slip[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "slip")))%10
		if luhn(string(slip)) {
			t.Fatalf("%s passes for %s", slip, right[0])
		}
	})
}

// The length of a mobile number, and how its digits may be grouped.
func TestMobileForms(t *testing.T) {
	ones := func(n int) string { return strings.Repeat("1", n) }
	for n := 5; n <= 14; n++ {
		plain, dotted := n >= 7 && n <= 12, n >= 8 && n <= 11
		for text, want := range map[string]bool{
			"08" + ones(n):                           plain,
			"628" + ones(n):                          plain,
			"+628" + ones(n):                         plain,
			"08" + ones(n-4) + "-" + ones(4):         plain,
			"08" + ones(n-4) + "." + ones(4):         dotted,
			"+62 8" + ones(n-4) + "." + ones(4):      dotted,
			"080" + ones(n-1):                        false,
			"6280" + ones(n-1):                       false,
			"07" + ones(n):                           false,
			"618" + ones(n):                          false,
			"+08" + ones(n):                          false,
			"62 8" + ones(n-4) + " 1 1 1 1":          false,
			"+62 8" + ones(n-4) + " 1 1 1 1":         plain,
			"62 8" + ones(n-4) + " 1 1 " + ones(2):   plain,
			"62-8" + ones(n-4) + "-1-1.1-" + ones(1): false,
		} {
			if r := digitRun(text, 0); r.end != len(text) || r.isMobile() != want {
				t.Errorf("%s is a mobile number: %v, want %v", text, !want, want)
			}
		}
	}
}

// What stands around digits decides too.
func TestAround(t *testing.T) {
	const nik = "3204015708900001"
	fill := func(word string, n int) string { return word + strings.Repeat(".", n-len(word)) }
	tests := []struct {
		name, text string
		want       []string
	}{
		{"an amount", "Rp " + nik, nil},
		{"an amount, with a dot", "Rp. " + nik, nil},
		{"an amount after a blank that does not break", "Rp\u00a0" + nik, nil},
		{"an amount in capitals", "RP " + nik, nil},
		{"an amount by its code", "IDR " + nik, nil},
		{"an amount later in the text", "senilai Rp " + nik, nil},
		{"an amount in brackets", "(IDR " + nik, nil},
		{"a name that ends like a currency", "Khidr " + nik, []string{"NIK " + nik}},
		{"a firm that ends like one", "Corp. " + nik, []string{"NIK " + nik}},
		{"a letter before", "é" + nik, nil},
		{"a letter behind", nik + "é", nil},
		{"a foreign digit before", "٣" + nik, nil},
		{"a foreign digit behind", nik + "٣", nil},
		{"an item of a list", "5.+6281234567890", []string{"mobile +6281234567890"}},
		{"a plus sign alone", "+ " + nik, []string{"NIK " + nik}},
		{"a plus sign at the end", "1+", nil},
		{"NPWP", "01.234.567.4-441.000", []string{"NPWP 01.234.567.4-441.000"}},
		{"NPWP in other groups", "012.345.67.4-441.000", nil},
		{"bare NPWP", "012345674441000", []string{"bare NPWP 012345674441000"}},
		{"bare NPWP with a wrong check digit", "012345675441000", nil},
		{"new NPWP", "0012345674441000", []string{"bare NPWP 0012345674441000"}},
		{"new NPWP with a wrong check digit", "0012345675441000", nil},
		{"new NPWP that begins with 9", "9012345674441000", nil},
		{"new NPWP in groups", "0012 3456 7444 1000", nil},
		{"NIP in one", "198001012005011003", []string{"NIP 198001012005011003"}},
		{"NIP in other groups", "1980 0101200501 1 003", nil},
		{"account of ten digits", "rekening 1234567890", []string{"account 1234567890"}},
		{"account of nine digits", "rekening 123456789", nil},
		{"account of sixteen", "rekening 1234567890123456", []string{"account 1234567890123456"}},
		{"account of seventeen", "rekening 12345678901234567", nil},
		{"account, shortened", "norek 1234567890", []string{"account 1234567890"}},
		{"account, with a dot", "No. Rek. 1234567890", []string{"account 1234567890"}},
		{
			"the word forty bytes before", fill("rekening", 40) + "1234567890",
			[]string{"account 1234567890"},
		},
		{"the word further before", fill("rekening", 41) + "1234567890", nil},
		{"behind its name", "NIK" + nik, []string{"NIK " + nik}},
		{"behind the name of the card", "noKTP" + nik, []string{"NIK " + nik}},
		{"behind another word", "SK" + nik, nil},
		{"behind a code that ends like a name", "aNIK" + nik, nil},
		{"a family's and a citizen's", "3204012501080003-" + nik, []string{"NIK 3204012501080003", "NIK " + nik}},
		{"in a row", "1." + nik + " Budi", []string{"NIK " + nik}},
		{"in a row with a hyphen", "12-" + nik, []string{"NIK " + nik}},
		{"in a row of a table", "\n1." + nik + "\tBudi", []string{"NIK " + nik}},
		{"a fraction", "1." + nik, nil},
		{"a fraction less than one", "0." + nik + " persen", nil},
		{"a fraction of a code", "a1." + nik + " persen", nil},
		{"a fraction behind a comma", "0," + nik, nil},
		{"the next cell", "5," + nik + ",Budi", []string{"NIK " + nik}},
		{"the last cell", "5," + nik, []string{"NIK " + nik}},
		{"a fraction like a mobile number", "12,0812345679", nil},
		{"a mobile number in a cell", "12,0812345679,Budi", []string{"mobile 0812345679"}},
		{"what a program takes for an amount", nik + ".0", []string{"NIK " + nik}},
		{"an amount with decimals", nik + ".05", nil},
		{"a mobile number with its code in brackets", "(0812) 3456 7890", []string{"mobile 0812) 3456 7890"}},
		{"that of abroad in brackets", "+62 (812) 3456-7890", []string{"mobile +62 (812) 3456-7890"}},
		{"with a nought in brackets", "+62 (0) 812 3456 7890", []string{"mobile +62 (0) 812 3456 7890"}},
		{"an office's", "(022) 5891234", nil},
		{"digit by digit", "3 2 0 4 0 1 5 7 0 8 9 0 0 0 0 1", []string{"NIK 3 2 0 4 0 1 5 7 0 8 9 0 0 0 0 1"}},
		{"in a table of digits", "4 3 2 0 4 0 1 5 7 0 8 9 0 0 0 0 1", nil},
		{"at the beginning of one", "3 2 0 4 0 1 5 7 0 8 9 0 0 0 0 1 4", nil},
		{"behind a number", "12 3 2 0 4 0 1 5 7 0 8 9 0 0 0 0 1", []string{"NIK 3 2 0 4 0 1 5 7 0 8 9 0 0 0 0 1"}},
		{"marks for days", "1 1 0 1 0 1 0 1 0 1 0 0 0 0 0 1", nil},
		{"in its fields", "32 04 01 57 08 90 0001", []string{"NIK 32 04 01 57 08 90 0001"}},
		{"in its fields with dots", "32.04.01.57.08.90.0001", []string{"NIK 32.04.01.57.08.90.0001"}},
		{"in fields of other sorts", "32.04 01.57 08.90 0001", nil},
		{"figures in a row", "32 14 11 57 18 90 1200", nil},
		{"two days", "31-12-2026 – 05-12-2026", nil},
		{"the place apart", "320401 5708900001", []string{"NIK 320401 5708900001"}},
		{"the number apart", "320401570890-0001", []string{"NIK 320401570890-0001"}},
		{"the date apart", "320401.57.08.90.0001", []string{"NIK 320401.57.08.90.0001"}},
		{"a mobile number is none", "rekening 081234567890", []string{"mobile 081234567890"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, told(tt.text, FindPersonal(tt.text))); diff != "" {
			t.Errorf("%s: %s: %s", tt.name, tt.text, diff)
		}
	}
}

// Numbers that stand side by side are told apart.
func TestSideBySide(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"two", "081234567890 3204015708900001",
			[]string{"mobile 081234567890", "NIK 3204015708900001"},
		},
		{
			"three", "320401-570890-0001 081234567890 0812-3456-7891",
			[]string{"NIK 320401-570890-0001", "mobile 081234567890", "mobile 0812-3456-7891"},
		},
		{"the shortest behind another", "5 081234567", []string{"mobile 081234567"}},
		{
			"the longest behind another", "5 19800101 200501 1 003",
			[]string{"NIP 19800101 200501 1 003"},
		},
		{
			"the longest before another", "19800101 200501 1 003 5",
			[]string{"NIP 19800101 200501 1 003"},
		},
		{"a longer number between", "1234567890123456789 081234567", []string{"mobile 081234567"}},
		{"the plus sign is the first's", "+1 081234567890", []string{"mobile 081234567890"}},
		{
			"the plus sign goes with the first", "+62 812 34 56 78 90 2026",
			[]string{"mobile +62 812 34 56 78 90"},
		},
		{"behind a code with dots", "5.2.02-1 0812-3456-7890", []string{"mobile 0812-3456-7890"}},
		{"before a code with dots", "0812-3456-7890 5.2.02-1", []string{"mobile 0812-3456-7890"}},
		{"two blanks part", "0812  34567890", nil},
		{"before a sentence", "081234567890. Lalu", []string{"mobile 081234567890"}},
		{"before a dash", "081234567890 - Budi", []string{"mobile 081234567890"}},
		{"a year and an amount", "2026 150.000.000", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, told(tt.text, FindPersonal(tt.text))); diff != "" {
			t.Errorf("%s: %s: %s", tt.name, tt.text, diff)
		}
	}
}

// However many numbers stand before a citizen's or behind it, it is found.
func TestInARow(t *testing.T) {
	for before := range 60 {
		for _, behind := range []int{0, 1, 50} {
			text := strings.Repeat("1 ", before) + "3204 0157 0890 0001" + strings.Repeat(" 2", behind)
			got := told(text, FindPersonal(text))
			if !slices.Equal(got, []string{"NIK 3204 0157 0890 0001"}) {
				t.Errorf("%d before, %d behind: %v", before, behind, got)
			}
		}
	}
}

// What must always hold of a number that is found: its place begins and ends with its
// digits, its value is those digits, and there are not too few or too many.
func TestPlacesOfNumbers(t *testing.T) {
	parts := []string{
		"0812", "3456", "7890", "62", "8", "1", "320401", "570890", "0001", "19800101",
		"3204015708900001", " ", "-", ".", "+", "\n", "rekening ", "a",
	}
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.SliceOfN(rapid.SampledFrom(parts), 1, 30)
		text := strings.Join(draw.Draw(t, "text"), "")
		end := 0
		for _, h := range FindPersonal(text) {
			found++
			place := text[h.Start:h.End]
			if h.Start < end || justDigits(place) != h.Value || !isDigit(place[len(place)-1]) ||
				!isDigit(strings.TrimPrefix(place, "+")[0]) {
				t.Fatalf("%q: %q at %q, behind %d", text, h.Value, place, end)
			}
			if len(h.Value) < 9 || len(h.Value) > 18 {
				t.Fatalf("%q: %d digits", text, len(h.Value))
			}
			end = h.End
		}
	})
	if found == 0 {
		t.Error("nothing was found")
	}
}

// Measuring a run tells what reading it does, as far as it goes.
func TestMeasure(t *testing.T) {
	draw := rapid.StringMatching(`\+?[0-9]{1,4}([ .-]?[0-9]{1,4}){0,8}[ .a-]{0,2}`)
	rapid.Check(t, func(t *rapid.T) {
		text := draw.Draw(t, "text")
		r := digitRun(text, 0)
		end, digits := measure(text, 0)
		if len(r.digits) < fewestDigits && (end != r.end || digits != len(r.digits)) {
			t.Fatalf("%q: %d digits up to %d; read %d up to %d", text, digits, end, len(r.digits), r.end)
		}
		if len(r.digits) >= fewestDigits && digits < fewestDigits {
			t.Fatalf("%q: %d digits are measured and %d read", text, digits, len(r.digits))
		}
	})
}
