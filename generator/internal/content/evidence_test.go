package content

import "testing"

// TestLack holds that a text which says only that something is not there yet is no evidence, in
// whatever words it does, and that one with enough of its own is.
func TestLack(t *testing.T) {
	const own = "Kami mengelola tahapan pemilu di kabupaten, mendata pemilih, menetapkan hasilnya, dan " +
		"menjawab permintaan informasi dari siapa pun yang memintanya tanpa biaya. "
	for _, tt := range []struct {
		name, text, absent string
		lacks              bool
	}{
		{"nothing", "", "", true},
		{"two words", "Alamat kami.", "", true},
		{"a heading is no text", "## Tugas dan wewenang sekretariat komisi\n\nLihat saja.", "", true},
		{"an address", "Jalan Al-Fathu 1, Soreang, Kabupaten Bandung.", "", false},
		{"contacts", "Hubungi kami di Jalan Al-Fathu 1, Soreang.", "", false},
		{"in preparation", "Dokumen ini masih disusun, tanyakan kepada petugas.", "masih disusun", true},
		{"by us", "Profil sedang kami siapkan. Silakan bertanya di meja informasi pada jam kerja.", "sedang kami siapkan", true},
		{"not yet", "Laporan tahun ini belum selesai diperiksa oleh inspektorat utama.", "belum selesai", true},
		{"will come", "Berkas akan segera diunggah. Terima kasih atas pengertian Anda semua.", "akan segera diunggah", true},
		{"to follow", "Data menyusul.", "menyusul", true},
		{"in English", "The report is not yet available, please ask at the desk.", "not yet available", true},
		{"with a long excuse", "Informasi ini belum tersedia. Untuk keterangan lebih lanjut, hubungi petugas di meja " +
			"informasi kami yang buka setiap hari kerja dari pagi sampai sore di lantai dasar gedung.", "belum tersedia", true},
		{"text besides", own + "Hasil tahun ini masih dihitung.", "", false},
		{"a table", "Sedang disusun.\n\n|a|\n|---|\n|b|\n", "", false},
	} {
		got := lack([]byte(tt.text))
		if (got != nil) != tt.lacks || got != nil && got.Absent != tt.absent {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

// TestLackOfPart holds that only the part counts which is said to meet a duty.
func TestLackOfPart(t *testing.T) {
	src := "---\ntitle: A\nmemenuhi: [a.b#tugas, a.c#anggaran, a.d]\n---\n## Tugas\n\nMengelola tahapan pemilu di " +
		"kabupaten ini.\n\n### Rinci\n\nDan seterusnya.\n\n## Anggaran\n\nMasih disusun.\n"
	var got []bool
	for _, r := range parseAs("halaman", src).Head.Meets {
		got = append(got, r.Lack != nil)
	}
	if len(got) != 3 || got[0] || !got[1] || !got[2] {
		t.Errorf("lacks %v", got)
	}
}
