package disclosure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// provinces are the first two digits of a citizen's number, from both lists in use: the
// ministry of home affairs and the statistics office count differently in Papua.
var provinces = [][2]int{
	{11, 19}, {21, 21}, {31, 36}, {51, 53}, {61, 65}, {71, 76}, {81, 82}, {91, 97},
}

func isProvince(n int) bool {
	return slices.ContainsFunc(provinces, func(p [2]int) bool { return n >= p[0] && n <= p[1] })
}

// isNIK tests 16 digits PPKKCC DDMMYY SSSS: province, regency, district, day of birth (plus
// 40 for women), month, year and a number. That is zero in no number of a citizen, but in what a
// spreadsheet makes of those up to 0009, of which it keeps 15 digits.
func isNIK(d string) bool {
	day := number(d[6:8])
	if day > 40 {
		day -= 40
	}
	regency, district := number(d[2:4]), number(d[4:6])
	return isProvince(number(d[:2])) && regency >= 1 && regency <= 79 && district >= 1 &&
		isDate(number(d[10:12]), number(d[8:10]), day)
}

// No number tells of somebody who was born before the one year or hired after the other.
const (
	earliestBirth = 1930
	latestHire    = 2100
	youngestHire  = 15 // years
)

// isNIP tests 18 digits YYYYMMDD YYYYMM S NNN: day of birth, month of appointment, sex.
func isNIP(d string) bool {
	born, hired, hiredMonth := number(d[:4]), number(d[8:12]), number(d[12:14])
	return born >= earliestBirth && isDate(born, number(d[4:6]), number(d[6:8])) &&
		hired >= born+youngestHire && hired <= latestHire &&
		hiredMonth >= 1 && hiredMonth <= 12 && (d[14] == '1' || d[14] == '2')
}

// isDate reports whether a day exists in a year, which may have two digits: from 1901 to 2099
// every fourth year is a leap year.
func isDate(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)
}

func daysIn(month, year int) int {
	switch month {
	case 2:
		if year%4 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// luhn tests the check digit at the end of a number, ISO/IEC 7812-1.
func luhn(d string) bool {
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum%10 == 0 && strings.Trim(d, "0") != ""
}

// isMoney reports whether a text ends with the sign of a currency: what follows is an amount.
// The end of a word is no sign, since a name may end like one.
func isMoney(before string) bool {
	before = strings.TrimRight(before, " .\u00a0")
	for _, sign := range []string{"rp", "idr"} {
		at := len(before) - len(sign)
		if at < 0 || !strings.EqualFold(before[at:], sign) {
			continue
		}
		if letter, _ := utf8.DecodeLastRuneInString(before[:at]); !unicode.IsLetter(letter) {
			return true
		}
	}
	return false
}

// accountReach is how many bytes before a number the word for an account may stand.
const accountReach = 40

// afterAccount reports whether the word for a bank account stands shortly before.
func afterAccount(before string) bool {
	before = strings.ToLower(before[max(0, len(before)-accountReach):])
	return strings.Contains(before, "rekening") || strings.Contains(before, "norek") ||
		strings.Contains(before, "no. rek")
}
