package attachment

import (
	"strings"
	"testing"
)

// TestNumbers holds how cells show their numbers. LibreOffice 7.4 with Indonesian as its language
// shows the same, but that it cuts off seconds, and has other days before March of 1900.
func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ name, code, value, text, day string }{
		{"without a format", "", "0.1", "0,1", ""},
		{"what a computer adds up", "General", "0.30000000000000004", "0,3", ""},
		{"a whole number", "General", "1234567", "1234567", ""},
		{"a citizen's number", "General", "3.204051207890003E+15", "3204051207890003", ""},
		{"no number", "0.00", "selesai", "selesai", ""},
		{"a text", "@", "0012", "12", ""},
		{"whole", "0", "1234.5", "1235", ""},
		{"half", "0", "0.5", "1", ""},
		{"two and a half", "0", "2.5", "3", ""},
		{"less than half", "0", "-0.4", "0", ""},
		{"decimals", "0.00", "1.005", "1,01", ""},
		{"decimals that may be", "0.0#", "1.5", "1,5", ""},
		{"none before the point", "#.00", "0.25", ",25", ""},
		{"nines", "0.0", "9.96", "10,0", ""},
		{"thousands", "#,##0", "1234567", "1.234.567", ""},
		{"thousands and decimals", "#,##0.00", "1234567.5", "1.234.567,50", ""},
		{"few thousands", "#,##0", "12", "12", ""},
		{"percents", "0%", "0.963", "96%", ""},
		{"percents with decimals", "0.0%", "0.963", "96,3%", ""},
		{"rupiah", `"Rp"#,##0`, "1500000", "Rp1.500.000", ""},
		{"rupiah of the system", `[$Rp-421]#,##0`, "1500000", "Rp1.500.000", ""},
		{"millions", `0.0,,"jt"`, "1250000", "1,3jt", ""},
		{"thousands of millions", `#,##0.0,,," miliar"`, "4200000000", "4,2 miliar", ""},
		{"three commas", "0,,,", "4200000000", "4", ""},
		{"four commas", `0.0,,,,"T"`, "4200000000000", "4,2T", ""},
		{"commas of both sections", `0.0,,"jt";-0.0,,"jt"`, "-1250000", "-1,3jt", ""},
		{"a backslash at the end", `0\`, "5", "5", ""},
		{"parts of a second", "mm:ss.00", "0.0000144675925925926", "00:01,25", ""},
		{"a month behind hours", "h mmm", "45678.5", "12 Jan", ""},
		{"a comma in words", `0" a,b"`, "1500", "1500 a,b", ""},
		{"words behind a general number", `General" orang"`, "12", "12 orang", ""},
		{"words before one", `"No. "General`, "7", "No. 7", ""},
		{"a general number below zero", `General;"minus "General`, "-7", "minus 7", ""},
		{"one with its sign", `General;-General;"nihil"`, "-7", "-7", ""},
		{"not shown below zero", "#,##0;;", "-7", "", ""},
		{"shown above zero", "#,##0;;", "7000", "7.000", ""},
		{"zero that is not shown", "0;-0;;@", "0", "", ""},
		{"a day in another English", "[$-en-GB]d mmmm yyyy", "45678", "21 January 2025", "2025-01-21"},
		{"a day of the system", `[$-F800]dddd, mmmm dd, yyyy`, "45678", "Selasa, 21 Januari 2025", "2025-01-21"},
		{"a time of the system", `[$-F400]h:mm:ss AM/PM`, "0.75", "18:00:00", ""},
		{"below zero on a condition", "[>100]0.0;[<0](0);0.00", "-7", "(7)", ""},
		{"as long as a format may be", `0"` + strings.Repeat("x", 252) + `"`, "1.5", "2" + strings.Repeat("x", 252), ""},
		{"minutes of a day", "[mm]", "1", "1440", ""},
		{"seconds of a day", "[s]", "1", "86400", ""},
		{"the first day there is", "dd/mm/yyyy", "0", "31/12/1899", "1899-12-31"},
		{"the day that was not", "dd/mm/yyyy", "60", "28/02/1900", "1900-02-28"},
		{"accounting", `_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`, "1500", "1.500", ""},
		{"accounting below zero", `_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`, "-1500", "(1.500)", ""},
		{"accounting nothing", `_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`, "0", "-", ""},
		{"below zero", "#,##0", "-1500", "-1.500", ""},
		{"below zero in red", "0.0;[Red]-0.0", "-1.25", "-1,3", ""},
		{"zero of two parts", "0;(0)", "0", "0", ""},
		{"on a condition", "[>=100]0;0.00", "12.345", "12,35", ""},
		{"on that condition", "[>=100]0;0.00", "123.45", "123", ""},
		{"more than", "[>100]\"lebih \"0;0.0", "100", "100,0", ""},
		{"more than, and it is", "[>100]\"lebih \"0;0.0", "100.4", "lebih 100", ""},
		{"at least", "[>=100]0;0.0", "100", "100", ""},
		{"less than", "[<10]0;0.0", "10", "10,0", ""},
		{"less than, and it is", "[<10]0;0.0", "9.4", "9", ""},
		{"at most", "[<=10]0;0.0", "10", "10", ""},
		{"at most, and it is not", "[<=10]0;0.0", "10.4", "10,4", ""},
		{"exactly", "[=1]\"satu\";0", "1", "satu", ""},
		{"exactly, and it is not", "[=1]\"satu\";0", "2", "2", ""},
		{"all but", "[<>0]0.0;\"nol\"", "3", "3,0", ""},
		{"all but, and it is that", "[<>0]0.0;\"nol\"", "0", "nol", ""},
		{"nothing of three parts", "0;(0);\"-\"", "0", "-", ""},
		{"more than nothing of three parts", "0;(0);\"-\"", "5", "5", ""},
		{"less than nothing of three parts", "0;(0);\"-\"", "-5", "(5)", ""},
		{"as much as is written in full", "General", "1E18", "1000000000000000000", ""},
		{"more than that", "General", "2E18", "2E18", ""},
		{"as little", "General", "1E-9", "0,000000001", ""},
		{"less than that", "General", "1E-10", "1E-10", ""},
		{"the first letter of a month", "mmmmm", "45678", "J", ""},
		{"a short day of the week", "ddd d", "45678", "Sel 21", "2025-01-21"},
		{"minutes of hours", "[m]", "0.0416666667", "60", ""},
		{"seconds of minutes", "[ss]", "0.0006944445", "60", ""},
		{"thousandths of seconds", "ss.000", "0.0000173611", "01,500", ""},
		{"half of the day", "h A/P", "0.75", "6 P", ""},
		{"the last day there is", "dd/mm/yyyy", "2958465", "31/12/9999", "9999-12-31"},
		{"a day behind that", "dd/mm/yyyy", "2958466", "########", ""},
		{"with an exponent", "0.00E+00", "12345", "1,23E+04", ""},
		{"a tax number", `00\.000\.000\.0\-000\.000`, "13456789012345", "01.345.678.9-012.345", ""},
		{"a citizen's number in groups", "0000 0000 0000 0000", "3204051207890003", "3204 0512 0789 0003", ""},
		{"a number longer than its places", `00\-00`, "123456", "1234-56", ""},
		{"a day", "dd/mm/yyyy", "45678", "21/01/2025", "2025-01-21"},
		{"a day with marks", `dd\-mm\-yyyy`, "45678", "21-01-2025", "2025-01-21"},
		{"a day in words", "[$-421]dd mmmm yyyy", "45678", "21 Januari 2025", "2025-01-21"},
		{"a day in English", "[$-409]mmmm d, yyyy", "45678", "January 21, 2025", "2025-01-21"},
		{"a day of the week", "dddd, d mmm yy;@", "45678", "Selasa, 21 Jan 25", "2025-01-21"},
		{"a month", "mmm-yy", "45678", "Jan-25", "2025-01-21"},
		{"a time", "h:mm", "0.3125", "7:30", ""},
		{"a time to the second", "hh:mm:ss", "0.31256944", "07:30:06", ""},
		{"a time in the afternoon", "h:mm AM/PM", "0.75", "6:00 PM", ""},
		{"a time at noon", "h:mm AM/PM", "0.5", "12:00 PM", ""},
		{"a day and a time", "dd/mm/yyyy hh:mm", "45678.75", "21/01/2025 18:00", "2025-01-21"},
		{"hours", "[h]:mm", "1.5", "36:00", ""},
		{"minutes", "mm:ss", "0.0104166667", "15:00", ""},
		{"tenths of seconds", "mm:ss.0", "0.0104224537", "15:00,5", ""},
		{"just before midnight", "h:mm", "0.99999", "23:59", ""},
		{"the last day of a February", "dd/mm/yyyy", "59", "28/02/1900", "1900-02-28"},
		{"the day behind it", "dd/mm/yyyy", "61", "01/03/1900", "1900-03-01"},
		{"before time", "dd/mm/yyyy", "-1", "########", ""},
		{"a format too long", string(make([]byte, 300)), "1.5", "1,5", ""},
	} {
		n := &numberStyles{codes: []string{tt.code}}
		if text, day := n.show(tt.value, 0); text != tt.text || day != tt.day {
			t.Errorf("%s: %q of %s: %q, %q, want %q, %q", tt.name, tt.code, tt.value, text, day, tt.text, tt.day)
		}
	}
	n := &numberStyles{from1904: true, codes: []string{builtIn[14]}}
	if text, day := n.show("44216", 0); text != "21/01/2025" || day != "2025-01-21" {
		t.Errorf("counted from 1904: %s, %s", text, day)
	}
	if text, _ := n.show("1.5", 7); text != "1,5" {
		t.Errorf("a style that is not there: %s", text)
	}
}

// TestMoments holds what cells show whose days are written as days, and not as numbers.
func TestMoments(t *testing.T) {
	n := &numberStyles{codes: []string{builtIn[14], "dd/mm/yyyy hh:mm", "General"}}
	for _, tt := range []struct {
		value     string
		style     int
		text, day string
	}{
		{"2025-01-21T00:00:00", 0, "21/01/2025", "2025-01-21"},
		{"2025-01-21T07:30:00", 1, "21/01/2025 07:30", "2025-01-21"},
		{" 2025-01-21 ", 0, "21/01/2025", "2025-01-21"}, {"2025-01-21T07:30:00Z", 1, "21/01/2025 07:30", "2025-01-21"},
		{"2025-01-21T00:00:00", 2, "21/01/2025", "2025-01-21"}, {"2025-01-21", 9, "21/01/2025", "2025-01-21"},
		{"1900-02-28", 0, "28/02/1900", "1900-02-28"}, {"1900-03-01", 0, "01/03/1900", "1900-03-01"},
		{"1900-03-02", 0, "02/03/1900", "1900-03-02"}, {"besok", 0, "besok", ""},
	} {
		if text, day := n.moment(tt.value, tt.style); text != tt.text || day != tt.day {
			t.Errorf("%s in style %d: %q, %q, want %q, %q", tt.value, tt.style, text, day, tt.text, tt.day)
		}
	}
	n = &numberStyles{from1904: true, codes: []string{builtIn[14]}}
	for _, day := range []string{"1904-01-01", "1904-02-29", "1904-03-02", "2025-01-21"} {
		if _, got := n.moment(day, 0); got != day {
			t.Errorf("%s counted from 1904 is %s", day, got)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	for _, code := range builtIn {
		f.Add(code, "45678.25")
	}
	f.Add(`_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`, "-1")
	f.Add(`[>=100]0;00\-00`, "1e9")
	f.Fuzz(func(t *testing.T, code, value string) {
		n := &numberStyles{codes: []string{code}}
		n.show(value, 0)
	})
}
