package disclosure

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The numbers below are made up.
func TestFindPersonal(t *testing.T) {
	tests := []struct {
		name, text string
		want       PersonalSort // 0 for none
	}{
		{"NIK", "NIK 3204015708900001 milik", NIK},
		{"NIK in groups of four", "3204 0157 0890 0001", NIK},
		{"NIK in its parts", "320401-570890-0001", NIK},
		{"NIK with dots", "32.04.01.570890.0001", NIK},
		{"NIK at the end of a sentence", "nomor 3204015708900001.", NIK},
		{"NIK in quotes", `nik: "3204015708900001"`, NIK},
		{"no such province", "9904015708900001", 0},
		{"no such month", "3204015713900001", 0},
		{"no such day", "3204013202900001", 0},
		{"29 February of a leap year", "3204012902920001", NIK},
		{"29 February of another", "3204012902910001", 0},
		{"serial number zero, as a spreadsheet writes it", "3204015708900000", NIK},
		{"part of a longer number", "132040157089000011", 0},
		{"after a hyphen", "NIK-3204015708900001", NIK},
		{"in a list", "[1,3204015708900001,2]", NIK},
		{"part of a code", "SK3204015708900001/2026", 0},
		{"beside another number", "Nomor 1 3204015708900001 Budi", NIK},
		{"before a date", "3204015708900001 01-02-2026", NIK},
		{"in curly quotes", "“3204015708900001”", NIK},
		{"before a dash", "3204015708900001–selesai", NIK},
		{"after a blank that does not break", "NIK\u00a03204015708900001", NIK},
		{"after an underscore", "KTP_3204015708900001", NIK},
		{"before a slash", "3204015708900001/a", NIK},
		{"in emphasis", "**320401**5708900001", NIK},
		{"e-mail by its code", "budi&#64;gmail.com", EmailAddress},
		{
			"in the line behind one with marks",
			"*\nrekening3204320432043204320432043204&#64;\n320432043204", BankAccount,
		},
		{"e-mail in a link", "[Budi](mailto:budi%40gmail.com)", EmailAddress},
		{"WhatsApp link", "https://wa.me/6281234567890", MobilePhone},
		{"WhatsApp link by phone", "https://api.whatsapp.com/send?phone=6281234567891", MobilePhone},
		{
			"WhatsApp link, its plus sign by its code",
			"https://api.whatsapp.com/send?phone=%2B6281234567891", MobilePhone,
		},
		{"the same in small letters", "https://wa.me/%2b6281234567891", MobilePhone},
		{"in a web address", "https://contoh.go.id/3204015708900001/", 0},
		{"a digest", "a13204015708900001ff", 0},
		{"after money", "Rp 3204015708900001", 0},
		{"odd groups", "3204 015708900001", 0},
		{"NPWP", "NPWP 01.234.567.4-441.000", NPWP},
		{"NPWP without check digit", "NPWP 01.234.567.3-441.000", 0},
		{"bare NPWP", "NPWP 012345674441000", BareNPWP},
		{"mobile", "hubungi 081234567890", MobilePhone},
		{"mobile with hyphens", "0812-3456-7890", MobilePhone},
		{"mobile abroad", "+62 812 3456 7890", MobilePhone},
		{"office phone", "022 5891234", 0},
		{"free line", "0800 000 0000", 0},
		{"e-mail", "surel budi@contoh.com.", EmailAddress},
		{"no e-mail", "pukul 10 @ kantor", 0},
		{"NIP", "NIP 19800101 200501 1 003", NIP},
		{"NIP hired before born", "NIP 19800101 197501 1 003", 0},
		{"bank account", "rekening Bank Contoh 1234567890", BankAccount},
		{"a number without the word", "nomor 1234567890", 0},
		{"home address", "Jl. Melati RT 02/RW 05", HomeAddress},
		{"birth data", "Tempat/Tgl Lahir: Bandung, 17 Agustus 1990", BirthData},
		{"an empty form", "Tempat/Tgl Lahir: ........", 0},
		{"budget code", "5.2.02.03.01.0001.00005", 0},
		{"DIPA", "DIPA-076.01.2.656709/2026", 0},
		{"decision", "27/HK.03.1-Kpt/3204/KPU-Kab/VI/2019", 0},
		{"ISBN", "ISBN 978-602-1234-56-7", 0},
		{"UUID", "550e8400-e29b-41d4-a716-446655440000", 0},
	}
	for _, tt := range tests {
		hits := FindPersonalShown(tt.text)
		var got PersonalSort
		if len(hits) > 0 {
			got = hits[0].Sort
		}
		if got != tt.want || len(hits) > 1 {
			t.Errorf("%s: %q is %v, want %v", tt.name, tt.text, hits, tt.want)
		}
	}
}

// At most the first three characters are shown, and how many follow, up to twelve.
func TestMasked(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"NIK", "3204015708900001", "320••••••••••••"},
		{"NIP", "198001012005011003", "198••••••••••••"},
		{"mobile", "0812-3456-7890", "081•••••••••"},
		{"the shortest mobile", "081234567", "081••••••"},
		{"e-mail", "budi@contoh.com", "b••••••••••••"},
		{"a short e-mail", "a@b.id", "a•••••"},
		{"home", "RT 02/RW 05", "…"},
		{"birth", "TTL: Bandung, 1 Mei 1990", "…"},
	}
	for _, tt := range tests {
		hits := FindPersonal(tt.text)
		if len(hits) != 1 || hits[0].Masked() != tt.want {
			t.Errorf("%s: %q is shown as %q, want %q", tt.name, tt.text, hits[0].Masked(), tt.want)
		}
	}
	for _, value := range []string{"", "a", "ab", "é"} {
		h := PersonalHit{Sort: NIK, Value: value}
		if h.Masked() != strings.Repeat("•", len([]rune(value))) {
			t.Errorf("of %q is shown %q", value, h.Masked())
		}
	}
}

// Only what is checked by more than its length may stop a release.
func TestCertain(t *testing.T) {
	for sort, name := range sortNames {
		if want := name == "NIK" || name == "NPWP"; sort.Certain() != want {
			t.Errorf("%s is certain: %v", name, !want)
		}
	}
}

func TestPersonalHash(t *testing.T) {
	one, two := PersonalHash("3204015708900001"), PersonalHash("3204015708900002")
	if one == two || len(one) != 32 || strings.Contains(one, "3204") {
		t.Errorf("%s and %s", one, two)
	}
	// Lists of permitted values in use hold these: the same value must keep its name.
	if one != "6df4e6f7001d76f42edbbfa93fca0834" {
		t.Errorf("the name of a value is now %s", one)
	}
}

// Where e-mail addresses begin and end.
func TestEmailPlaces(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"in a sentence", "ke budi@contoh.go.id.", []string{"e-mail budi@contoh.go.id"}},
		{"in brackets", "<budi@contoh.id>", []string{"e-mail budi@contoh.id"}},
		{"with all signs", "a.b+c-d_1@e-f.id", []string{"e-mail a.b+c-d_1@e-f.id"}},
		{"capitals", "Budi@Contoh.ID", []string{"e-mail Budi@Contoh.ID"}},
		{"behind a letter with a mark", "Àbudi@contoh.id", []string{"e-mail budi@contoh.id"}},
		{"no name", "@contoh.id", nil},
		{"a letter with a mark is no name", "À@contoh.id", nil},
		{"before a letter with a mark", "budi@contoh.idÀ", []string{"e-mail budi@contoh.id"}},
		{"no domain", "budi@", nil},
		{"a domain without a dot", "budi@contoh", nil},
		{"a domain that begins with a dot", "budi@.id", nil},
		{"a domain of one letter", "b@c.d", []string{"e-mail b@c.d"}},
		{"a plus sign ends the domain", "budi@contoh.id+1", []string{"e-mail budi@contoh.id"}},
		{"hyphens at the end", "budi@contoh.id-.", []string{"e-mail budi@contoh.id"}},
		{"two", "a@b.id,c@d.id", []string{"e-mail a@b.id", "e-mail c@d.id"}},
		{"at the start and end of lines", "\na@b.id\n", []string{"e-mail a@b.id"}},
	}
	for _, tt := range tests {
		hits := FindPersonal(tt.text)
		if diff := cmp.Diff(tt.want, told(tt.text, hits)); diff != "" {
			t.Errorf("%s: %q: %s", tt.name, tt.text, diff)
		}
		for _, h := range hits {
			if h.Value != strings.ToLower(tt.text[h.Start:h.End]) {
				t.Errorf("%s: the value is %q", tt.name, h.Value)
			}
		}
	}
}

func TestHomeAddress(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"as most write it", "Jl. Melati RT 02/RW 05 Desa", []string{"home RT 02/RW 05"}},
		{"without blanks", "RT02/RW05", []string{"home RT02/RW05"}},
		{"in small letters", "rt 1 rw 2", []string{"home rt 1 rw 2"}},
		{"with dots", "Rt. 001, Rw. 002", []string{"home Rt. 001, Rw. 002"}},
		{"with colons", "RT: 01 / RW: 02", []string{"home RT: 01 / RW: 02"}},
		{"at the end of what can be read", "RT 1/RW 2", []string{"home RT 1/RW 2"}},
		{"two", "RT 1/RW 2 dan RT 3/RW 4", []string{"home RT 1/RW 2", "home RT 3/RW 4"}},
		{"three digits", "RT 123/RW 456", []string{"home RT 123/RW 456"}},
		{"four digits", "RT 0001/RW 02", nil},
		{"no numbers", "RT/RW setempat", nil},
		{"only the first number", "RT 01/RW setempat", nil},
		{"only the second number", "RT/RW 02", nil},
		{"only RT", "ketua RT 01 dan warga", nil},
		{"the end of a word", "CHART 01/RW 02", nil},
		{"RT at the end", "RT", nil},
		{"RT and a number at the end", "RT 1", nil},
		{"RW at the end", "RT 1/RW", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, told(tt.text, FindPersonal(tt.text))); diff != "" {
			t.Errorf("%s: %q: %s", tt.name, tt.text, diff)
		}
	}
}

func TestBirthData(t *testing.T) {
	line := "TTL: Bandung, 1 Mei 1990"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"TTL", line, []string{"birth " + line}},
		{"only that line", "\n" + line + "\nAlamat", []string{"birth " + line}},
		{"place", "tempat lahir: Bandung 1990", []string{"birth tempat lahir: Bandung 1990"}},
		{"day", "Tanggal Lahir : 1-5-1990", []string{"birth Tanggal Lahir : 1-5-1990"}},
		{"day, shortened", "Tgl. Lahir: 1/5/90", []string{"birth Tgl. Lahir: 1/5/90"}},
		{"three digits", "TTL: 1/590", []string{"birth TTL: 1/590"}},
		{"two digits", "TTL: Bandung, 90", nil},
		{"digits before the colon", "TTL 1990: Bandung", nil},
		{"no colon", "TTL Bandung 1990", nil},
		{"an empty form", "TTL: ........ / ........", nil},
		{"a form and a number below it", "TTL: ....\n19900", nil},
		{"another day", "Tanggal Surat: 1 Mei 1990", nil},
		{"another place", "Tempat: Aula, 1 Mei 2026", nil},
		{"born behind the colon", "Tanggal: lahir 1 Mei 1990", nil},
		{"a word that begins alike", "Temu lahir: 1 Mei 1990", nil},
		{"another one", "Tanda lahir: 1 Mei 1990", nil},
		{"the end of a word", "bertempat lahir: 1 Mei 1990", nil},
		{"a label alone", "tgl", nil},
		{"the start of a label", "tt", nil},
		{
			"a long line", line + strings.Repeat(" dan", 20),
			[]string{"birth " + (line + strings.Repeat(" dan", 20))[:90]},
		},
		{"digits too far away", "TTL:" + strings.Repeat(" ", 84) + "1990", nil},
		{
			"digits as far away as may be", "TTL:" + strings.Repeat(" ", 83) + "1990",
			[]string{"birth TTL:" + strings.Repeat(" ", 83) + "199"},
		},
		{"a number behind it", line + "\n081234567890", []string{"birth " + line, "mobile 081234567890"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, told(tt.text, FindPersonal(tt.text))); diff != "" {
			t.Errorf("%s: %q: %s", tt.name, tt.text, diff)
		}
	}
}

// In an address of the web, only what is said to be a person's number is one.
func TestWebAddresses(t *testing.T) {
	const mobile, nik = "6281234567890", "3204015708900001"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a page's number", "https://contoh.go.id/" + nik, nil},
		{"WhatsApp", "https://wa.me/" + mobile, []string{"mobile " + mobile}},
		{"WhatsApp, a plus sign", "https://wa.me/+" + mobile, []string{"mobile +" + mobile}},
		{"WhatsApp, no number", "https://wa.me/qr/A1", nil},
		{"WhatsApp, nothing", "https://wa.me/", nil},
		{"WhatsApp, a plus sign alone", "https://wa.me/+", nil},
		{"WhatsApp, a page's number", "https://wa.me/1", nil},
		{"in capitals", "https://X.ID/?NIK=" + nik, []string{"NIK " + nik}},
		{"without TLS", "http://x.id/?ktp=" + nik, []string{"NIK " + nik}},
		{"another protocol", "httpx://x.id/?a=" + nik, []string{"NIK " + nik}},
		{
			"two", "https://x.id/?phone=" + mobile + "&nik=" + nik,
			[]string{"mobile " + mobile, "NIK " + nik},
		},
		{"an e-mail in one", "https://x.id/?a=budi@contoh.id", nil},
		{"behind one", "https://x.id " + mobile, []string{"mobile " + mobile}},
		{"behind the bracket of one", "(https://x.id)" + mobile, []string{"mobile " + mobile}},
		{"behind one in quotes", `"https://x.id"` + mobile, []string{"mobile " + mobile}},
		{"behind one in apostrophes", "'https://x.id'" + mobile, []string{"mobile " + mobile}},
		{"behind one in angles", "<https://x.id>" + mobile, []string{"mobile " + mobile}},
		{"in curly quotes", "“https://x.id/" + nik + "”", nil},
		{"behind a wide blank", "\u2000https://x.id/" + nik, nil},
		{"glued to a word", "ahttps://x.id/" + nik, []string{"NIK " + nik}},
		{"glued to another", "https://x.id/>https://wa.me/" + mobile, []string{"mobile " + mobile}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, told(tt.text, FindPersonal(tt.text))); diff != "" {
			t.Errorf("%s: %q: %s", tt.name, tt.text, diff)
		}
	}
}

// Letters, digits, the underscore and all that is not ASCII are of words; only A to Z change
// when a text is put in lower case.
func TestBytes(t *testing.T) {
	for c := range 256 {
		r := rune(c)
		ascii := c < 128
		letter := unicode.IsLetter(r)
		if want := !ascii || letter || unicode.IsDigit(r) || r == '_'; isWord(byte(c)) != want {
			t.Errorf("%q is of words: %v", r, !want)
		}
		if want := ascii && unicode.IsDigit(r); isDigit(byte(c)) != want {
			t.Errorf("%q is a digit: %v", r, !want)
		}
		want := string([]byte{byte(c)})
		if ascii {
			want = strings.ToLower(want)
		}
		if got := lower(string([]byte{byte(c)})); got != want {
			t.Errorf("%q in lower case is %q", r, got)
		}
	}
}

// Numbers as offices write them are no personal data.
func TestDocumentNumbersAreNone(t *testing.T) {
	codes := []string{
		"PPID", "HK.03.1-Kpt", "PP.07-SOP", "SDM.02", "KU.01.2", "PL.01.3-BA", "TU.02.1-SD",
	}
	roman := []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			n++
			a := rapid.IntRange(1, 9999).Draw(t, "number")
			code := rapid.SampledFrom(codes).Draw(t, "code")
			year := rapid.IntRange(2004, 2027).Draw(t, "year")
			month := rapid.SampledFrom(roman).Draw(t, "month")
			amount := rapid.Int64Range(1, 999_999_999_999).Draw(t, "amount")
			for _, text := range []string{
				fmt.Sprintf("%03d/%s/3204/%d", a, code, year),
				fmt.Sprintf("Nomor %d/%s/3204/KPU-Kab/%s/%d", a, code, month, year),
				fmt.Sprintf("DIPA-076.01.2.%06d/%d", a*97%1000000, year),
				fmt.Sprintf("Rp%d", amount),
				fmt.Sprintf("Rp 1.%03d.%03d.%03d,00", a%1000, a%997, a%991),
				fmt.Sprintf("%d.%02d.%02d.%02d.%04d", a%9+1, a%99, a%97, a%95, a),
				fmt.Sprintf("%02d-%02d-%d pukul 08.00", a%28+1, a%12+1, year),
			} {
				if hits := FindPersonal("Surat " + text + " tentang"); len(hits) > 0 {
					t.Fatalf("%q is taken for %v", text, hits)
				}
			}
		}
	})
	if n < 1000 {
		t.Errorf("only %d numbers tried", n)
	}
}

func FuzzFindPersonal(f *testing.F) {
	for _, seed := range []string{
		"3204015708900001", "+62812 3456 789", "a@b.c", "RT 1/RW 2", "ttl: x 123", "\xff1@",
		"Tgl Lahir: 1\n2",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range FindPersonal(text) {
			if h.Start < 0 || h.End > len(text) || h.Start >= h.End {
				t.Fatalf("%q: span %d to %d", text, h.Start, h.End)
			}
			_ = h.Masked()
		}
	})
}

// TestUnmarked holds what is left of a text without its marks to a plain replacement.
func TestUnmarked(t *testing.T) {
	replace := strings.NewReplacer("*", "", "__", "", "`", "", "\\", "",
		"&#64;", "@", "&commat;", "@", "%40", "@", "%2B", "+", "%2b", "+",
		"&nbsp;", "\u00a0", "&#160;", "\u00a0")
	parts := []string{
		"*", "_", "__", "`", "\\", "&#64;", "&commat;", "%40", "%2B", "%2b", "&nbsp;", "&#160;",
		"&", "%", "a", "7", " ", "é",
	}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(r, "text"), "")
		if got, want := unmarked(text), replace.Replace(text); got != want {
			r.Fatalf("%q: %q, want %q", text, got, want)
		}
	})
}

// TestShownByLines holds what is found line by line to what a search of the whole text finds,
// once as it is written and once without its marks.
func TestShownByLines(t *testing.T) {
	parts := []string{
		"3204", "0157", "0890", "0001", "3204015708900001", "0812", "345", "67890", "rekening",
		"*", "**", "`", "\\", "&#64;", "budi", "@", "a.go", "RT 01", "/RW 02", "TTL: ",
		"Tgl Lahir: ", "1 Mei 1990", " ", "-", ".", "\n", "\n\n", "Rp",
	}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 30).Draw(r, "text"), "")
		values := func(hits []PersonalHit) map[string]bool {
			set := map[string]bool{}
			for _, h := range hits {
				set[h.Value] = true
			}
			return set
		}
		got := values(FindPersonalShown(text))
		want := values(append(FindPersonal(text), FindPersonal(unmarked(text))...))
		if !maps.Equal(got, want) {
			r.Fatalf("%q: found %v, want %v", text, got, want)
		}
	})
}

func BenchmarkFindPersonalShown(b *testing.B) {
	text := strings.Repeat("Rapat **koordinasi** tentang tata cara permohonan dihadiri 25 orang "+
		"pada 3 Mei 2026, lihat [laporan](/laporan/rapat/).\n\n"+
		"Tanpa tanda apa pun, baris ini hanya teks yang dibaca warga setiap hari.\n", 25)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FindPersonalShown(text)
	}
}
