package disclosure

import (
	"fmt"
	"maps"
	"strings"
	"testing"

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
		{"serial number zero", "3204015708900000", 0},
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
		{"in the line behind one with marks", "*\nrekening3204320432043204320432043204&#64;\n320432043204", BankAccount},
		{"e-mail in a link", "[Budi](mailto:budi%40gmail.com)", EmailAddress},
		{"WhatsApp link", "https://wa.me/6281234567890", MobilePhone},
		{"WhatsApp link by phone", "https://api.whatsapp.com/send?phone=6281234567891", MobilePhone},
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

func TestMasked(t *testing.T) {
	for _, text := range []string{"3204015708900001", "budi@contoh.com", "081234567890", "RT 02/RW 05"} {
		for _, h := range FindPersonal(text) {
			if m := h.Masked(); strings.Contains(m, h.Value) || len([]rune(strings.Trim(m, "•"))) > 3 {
				t.Errorf("%q is shown as %q", text, m)
			}
		}
	}
	if PersonalHash("3204015708900001") == PersonalHash("3204015708900002") || len(PersonalHash("a")) != 32 {
		t.Error("the hash does not tell values apart")
	}
}

// Numbers as offices write them are no personal data.
func TestDocumentNumbersAreNone(t *testing.T) {
	codes := []string{"PPID", "HK.03.1-Kpt", "PP.07-SOP", "SDM.02", "KU.01.2", "PL.01.3-BA", "TU.02.1-SD"}
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
				fmt.Sprintf("%03d/%s/3204/%d", a, code, year), fmt.Sprintf("Nomor %d/%s/3204/KPU-Kab/%s/%d", a, code, month, year),
				fmt.Sprintf("DIPA-076.01.2.%06d/%d", a*97%1000000, year), fmt.Sprintf("Rp%d", amount), fmt.Sprintf("Rp 1.%03d.%03d.%03d,00", a%1000, a%997, a%991),
				fmt.Sprintf("%d.%02d.%02d.%02d.%04d", a%9+1, a%99, a%97, a%95, a), fmt.Sprintf("%02d-%02d-%d pukul 08.00", a%28+1, a%12+1, year),
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
	for _, seed := range []string{"3204015708900001", "+62812 3456 789", "a@b.c", "RT 1/RW 2", "ttl: x 123", "\xff1@", "Tgl Lahir: 1\n2"} {
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
	replace := strings.NewReplacer("*", "", "__", "", "`", "", "\\", "", "&#64;", "@", "&commat;", "@", "%40", "@", "&nbsp;", " ", "&#160;", " ")
	parts := []string{"*", "_", "__", "`", "\\", "&#64;", "&commat;", "%40", "&nbsp;", "&#160;", "&", "%", "a", "7", " ", "é"}
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
	parts := []string{"3204", "0157", "0890", "0001", "3204015708900001", "0812", "345", "67890", "rekening", "*", "**", "`", "\\", "&#64;", "budi", "@", "a.go", "RT 01", "/RW 02", "TTL: ", "Tgl Lahir: ", "1 Mei 1990", " ", "-", ".", "\n", "\n\n", "Rp"}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 30).Draw(r, "text"), "")
		values := func(hits []PersonalHit) map[string]bool {
			set := map[string]bool{}
			for _, h := range hits {
				set[h.Value] = true
			}
			return set
		}
		got, want := values(FindPersonalShown(text)), values(append(FindPersonal(text), FindPersonal(unmarked(text))...))
		if !maps.Equal(got, want) {
			r.Fatalf("%q: found %v, want %v", text, got, want)
		}
	})
}

func BenchmarkFindPersonalShown(b *testing.B) {
	text := strings.Repeat("Rapat **koordinasi** tentang tata cara permohonan dihadiri 25 orang pada 3 Mei 2026, lihat [laporan](/laporan/rapat/).\n\nTanpa tanda apa pun, baris ini hanya teks yang dibaca warga setiap hari.\n", 25)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FindPersonalShown(text)
	}
}
