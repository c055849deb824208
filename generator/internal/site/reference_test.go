package site

import (
	"strings"
	"sync"
	"testing"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
)

// rich is crowded with documents that others refer to in all ways.
var rich = crowded.with(texts{
	"content/sop/menjawab.md":          procedureText("dasar_hukum: [Teks]"),
	"content/halaman/tenggat.md":       doc("title: Tenggat", "layout: tenggat"),
	"content/halaman/judul.md":         doc("title: Judul", "body ## Satu\n\n## Dua\n"),
	"content/halaman/kosong.pdf":       "",
	"content/halaman/tanda&.pdf":       "%PDF",
	"content/halaman/foto.jpg":         "jpeg",
	"content/regulasi/pkpu-3.md":       instrumentText("3", "dicabut"),
	"content/regulasi/pkpu-4.md":       instrumentText("4", "berlaku"),
	"content/regulasi/pkpu-5.md":       instrumentText("5", "dicabut"),
	"content/halaman/pengganti.md":     doc("title: Pengganti", "mencabut: [regulasi/pkpu-5]"),
	"content/informasi/nomor.md":       entryText("ppid", "nomor: 7/2025"),
	"content/pengumuman/2026-02-04.md": doc("title: Empat", "date: 2026-02-04", "nomor: 9/2026"),
})

// TestReferences says what is told about one more document: the code, the text at which it
// points, the arguments, and what to write instead.
func TestReferences(t *testing.T) {
	const page = "content/halaman/uji.md"
	news := func(more ...string) string {
		return doc(append([]string{"title: Uji", "date: 2026-02-01"}, more...)...)
	}
	for _, tt := range []struct{ name, file, text, want string }{
		{"nothing", page, doc("title: Uji"), ""},
		{"a document", page, doc("title: Uji", "body [A](profil.md)"), ""},
		{
			"a document that is not there", page, doc("title: Uji", "body [A](profl.md)"),
			"link/missing at [A](profl.md): profl.md → profil.md",
		},
		{
			"an address that is not there", page, doc("title: Uji", "body [A](/kontk/)"),
			"link/missing at [A](/kontk/): /kontk/ → /kontak/",
		},
		{
			"the address of a list that is not there", page, doc("title: Uji", "body [A](/regulas/)"),
			"link/missing at [A](/regulas/): /regulas/ → /regulasi/",
		},
		{
			"a document in another folder", page, doc("title: Uji", "body [A](../sop/menjawb.md)"),
			"link/missing at [A](../sop/menjawb.md): ../sop/menjawb.md → ../sop/menjawab.md",
		},
		{
			"a document that is nowhere near", page, doc("title: Uji", "body [A](entah.md)"),
			"link/missing at [A](entah.md): entah.md",
		},
		{
			"a draft", page, doc("title: Uji", "body [A](../berita/konsep.md)"),
			"link/held at [A](../berita/konsep.md): ../berita/konsep.md",
		},
		{
			"what is put off", page, doc("title: Uji", "body [A](tunda.md)"),
			"link/held at [A](tunda.md): tunda.md",
		},
		{
			"what has expired", page, doc("title: Uji", "body [A](../pengumuman/lama.md)"),
			"link/expired at [A](../pengumuman/lama.md): ../pengumuman/lama.md",
		},
		{"what is broken", page, doc("title: Uji", "body [A](rusak.md)"), ""},
		{
			"what is closed", page, doc("title: Uji", "body [A](arsip/rahasia.md)"),
			"link/missing at [A](arsip/rahasia.md): arsip/rahasia.md",
		},
		{
			"a slip near a closed document", page, doc("title: Uji", "body [A](arsip/rahasa.pdf)"),
			"link/missing at [A](arsip/rahasa.pdf): arsip/rahasa.pdf",
		},
		{"a heading", page, doc("title: Uji", "body [A](profil.md#tugas)"), ""},
		{"a heading of the page", page, doc("title: Uji", "body [A](#dua)\n\n## Dua"), ""},
		{
			"a heading that is not there", page, doc("title: Uji", "body [A](profil.md#tgas)"),
			"link/anchor at [A](profil.md#tgas): tgas; tugas → tugas",
		},
		{"a heading of a list", page, doc("title: Uji", "body [A](/berita/#apa)"), ""},
		{"the main part", page, doc("title: Uji", "body [A](profil.md#isi) [B](profil.md#menu)"), ""},
		{"the table of deadlines", page, doc("title: Uji", "body [A](tenggat.md#semua-tenggat)"), ""},
		{
			"the table of deadlines elsewhere", page, doc("title: Uji", "body [A](profil.md#semua-tenggat)"),
			"link/anchor at [A](profil.md#semua-tenggat): semua-tenggat; tugas",
		},
		{"a step", page, doc("title: Uji", "body [A](../sop/menjawab.md#l1)"), ""},
		{
			"no step", page, doc("title: Uji", "body [A](../sop/menjawab.md#x1)"),
			"link/anchor at [A](../sop/menjawab.md#x1): x1; ",
		},
		{
			"a step of no procedure", page, doc("title: Uji", "body [A](judul.md#l1)"),
			"link/anchor at [A](judul.md#l1): l1; satu, dua",
		},
		{"a heading with a percent sign", page, doc("title: Uji", "body [A](judul.md#%64ua)"), ""},
		{"a deadline", page, doc("title: Uji", "body <tenggat:umum/tanggapan>"), ""},
		{
			"a deadline that is not there", page, doc("title: Uji", "body <tenggat:umum/tangapan>"),
			"deadline/unknown at <tenggat:umum/tangapan>: umum/tangapan; umum/tanggapan, umum/banding, " +
				"pemilu/tanggapan → umum/tanggapan",
		},
		{
			"a deadline that is not known", page, doc("title: Uji", "body <tenggat:umum/banding>"),
			"deadline/open at <tenggat:umum/banding>: umum/banding",
		},
		{"a file", page, doc("title: Uji", "body [A](peta.pdf)"), ""},
		{
			"a picture that is not there", page, doc("title: Uji", "body ![Foto](fto.jpg)"),
			"file/missing at ![Foto](fto.jpg): fto.jpg → foto.jpg",
		},
		{
			"a picture from content/", page, doc("title: Uji", "body ![Foto](/halaman/fto.jpg)"),
			"file/missing at ![Foto](/halaman/fto.jpg): /halaman/fto.jpg → /halaman/foto.jpg",
		},
		{
			"a picture beyond content/", page, doc("title: Uji", "body ![Foto](../../static/a.jpg)"),
			"file/outside at ![Foto](../../static/a.jpg): ../../static/a.jpg",
		},
		{
			"a file of a closed document", page, doc("title: Uji", "berkas: [arsip/rahasia.pdf]"),
			"file/closed at arsip/rahasia.pdf: arsip/rahasia.pdf",
		},
		{
			"a file below a closed folder", page, doc("title: Uji", "berkas: [tutup/dalam.pdf]"),
			"file/closed at tutup/dalam.pdf: tutup/dalam.pdf",
		},
		{
			"a file that is not there", page, doc("title: Uji", "berkas: [petaa.pdf]"),
			"file/missing at petaa.pdf: petaa.pdf → peta.pdf",
		},
		{
			"a file that is a document", page, doc("title: Uji", "berkas: [profil.md]"),
			"file/missing at profil.md: profil.md",
		},
		{
			"a file with a line before", page, doc("title: Uji", "berkas: [_garis.pdf]"),
			"file/missing at _garis.pdf: _garis.pdf",
		},
		{
			"a file that is empty", page, doc("title: Uji", "berkas: [kosong.pdf]"),
			"file/empty at kosong.pdf: kosong.pdf",
		},
		{
			"a file whose name is no address", page, doc("title: Uji", "berkas: ['dengan spasi.pdf']"),
			"file/name at 'dengan spasi.pdf': dengan spasi.pdf",
		},
		{
			"a file with a backslash", page, doc("title: Uji", "berkas: ['a\\b.pdf']"),
			"file/outside at 'a\\b.pdf': a\\b.pdf",
		},
		{
			"a file of a correction", page,
			doc(
				"title: Uji",
				"perbaikan: [{tanggal: 2026-02-01, isi: Angka, berkas: lama.pdf}, {tanggal: 2026-02-02, "+
					"isi: Huruf}]",
			),
			"file/missing at lama.pdf: lama.pdf",
		},
		{
			"related documents", page,
			doc("title: Uji", "terkait: [kontak, sop/menjawab, profil.md, /tentang/]"), "",
		},
		{
			"a related document that is not there", page, doc("title: Uji", "terkait: [kontk]"),
			"ref/unknown at kontk: kontk → kontak",
		},
		{
			"a related document that is broken", page,
			doc("title: Uji", "terkait: [rusak, halaman/rusak, rusak.md]"), "",
		},
		{
			"what it revokes is not there", page, doc("title: Uji", "mencabut: [konta]"),
			"ref/unknown at konta: konta → kontak",
		},
		{
			"what it revokes is of another kind", page, doc("title: Uji", "mencabut: [menjawab]"),
			"ref/unknown at menjawab: menjawab",
		},
		{
			"what it amends, carries out and is part of is not there", page,
			doc("title: Uji", "mengubah: [a1]", "melaksanakan: [b1]", "lampiran_dari: [c1]"),
			"ref/unknown at a1: a1\nref/unknown at b1: b1\nref/unknown at c1: c1",
		},
		{"a unit", page, doc("title: Uji", "penguasa: ppid"), ""},
		{
			"a unit that is not there", page, doc("title: Uji", "penguasa: ppd"),
			"unit/unknown at ppd: ppd; ppid, hukum → ppid",
		},
		{
			"a language that is not there", page, doc("title: Uji", "lang: ed"),
			"field/value at ed: lang; ed; id, en → id",
		},
		{"a form", page, doc("title: Uji", "layout: formulir", "formulir: permintaan"), ""},
		{
			"a form that is not there", page, doc("title: Uji", "formulir: permintan"),
			"form/unknown at permintan: permintan; permintaan → permintaan",
		},
		{
			"the layout of forms without one", page, doc("title: Uji", "layout: formulir"),
			"form/unknown: ; permintaan",
		},
		{"a duty", page, doc("title: Uji", "updated: 2026-02-01", "memenuhi: [berkala.profil]", "berkas: [peta.pdf]"), ""},
		{
			"a duty that is not there", page,
			doc("title: Uji", "updated: 2026-02-01", "memenuhi: [berkala.profl]"),
			"obligation/unknown at berkala.profl: berkala.profl → berkala.profil",
		},
		{
			"a duty without a day", page, doc("title: Uji", "memenuhi: [berkala.profil]", "berkas: [peta.pdf]"),
			"obligation/undated at berkala.profil: berkala.profil",
		},
		{
			"an instrument that was revoked", page, doc("title: Uji", "body Menurut PKPU 1/2020."),
			"basis/revoked at 1/2020: PKPU 1/2020; PKPU 2/2020",
		},
		{
			"an instrument that was revoked, and its successor", page,
			doc("title: Uji", "body Menurut PKPU 1/2020, kini PKPU 2/2020."), "",
		},
		{
			"an instrument that holds no longer", page, doc("title: Uji", "body Menurut PKPU 3/2020."),
			"basis/gone at 3/2020: PKPU 3/2020",
		},
		{
			"an instrument that a page revokes", page, doc("title: Uji", "body Menurut PKPU 5/2020."),
			"basis/revoked at 5/2020: PKPU 5/2020; Pengganti",
		},
		{"an instrument that holds", page, doc("title: Uji", "body Menurut PKPU 2/2020."), ""},
		{
			"the document that revokes it", page,
			doc("title: Uji", "mencabut: [regulasi/pkpu-3]", "body Menurut PKPU 3/2020."), "",
		},
		{
			"a number in a place of its own", page, doc("title: Uji", "body Surel a.b@c.com."),
			"personal/contact at a.b@c.com: a••••••••; ",
		},

		{
			"news", "content/berita/uji.md", news("kategori: kegiatan", "foto: [{src: foto.jpg, alt: A}]"),
			"",
		},
		{
			"news of a category that is not there", "content/berita/uji.md", news("kategori: kegiatn"),
			"category/unknown at kegiatn: kegiatn; kegiatan, opini → kegiatan",
		},
		{
			"news with a photo that is not there", "content/berita/uji.md",
			news("kategori: kegiatan", "foto: [{src: fotoo.jpg, alt: A}]"),
			"file/missing at fotoo.jpg: fotoo.jpg → foto.jpg",
		},
		{
			"an entry with a revision", "content/informasi/uji.md",
			entryText("ppid", "revisi: [{tanggal: 2026-02-01, isi: Angka, berkas: rencna.csv}]"),
			"file/missing at rencna.csv: rencna.csv → rencana.csv",
		},
		{
			"an entry of a number that another has", "content/informasi/uji.md",
			entryText("ppid", "nomor: 7/2025"), "dip/number at 7/2025: 7/2025",
		},
		{
			"a number that another kind has", "content/informasi/uji.md", entryText("ppid", "nomor: 9/2026"),
			"",
		},
		{
			"an exclusion", "content/pengecualian/uji.md", exclusionText("berlaku", "2026-03-01", "[isi]"),
			"",
		},
		{
			"an exclusion whose term has run out", "content/pengecualian/uji.md",
			exclusionText("berlaku", "2026-02-28", "[isi]"),
			"dik/expired at {mulai: 2026-01-02, sampai: 2026-02-28: 2026-02-28",
		},
		{
			"an exclusion that has ended", "content/pengecualian/uji.md",
			exclusionText("habis_masa", "2026-02-28", "[isi]"), "",
		},
		{
			"an exclusion of what is public", "content/pengecualian/rencana.md",
			exclusionText("berlaku", "2028-01-01", "[seluruh]"), "dik/overlap at [seluruh: rencana",
		},
		{
			"an exclusion of a part of what is public", "content/pengecualian/rencana.md",
			exclusionText("berlaku", "2028-01-01", "[isi]"), "",
		},
		{
			"an exclusion of what is public, which has ended", "content/pengecualian/rencana.md",
			exclusionText("habis_masa", "2028-01-01", "[seluruh]"), "",
		},
		{
			"an exclusion that opened into nothing", "content/pengecualian/uji.md",
			exclusionText("habis_masa", "2028-01-01", "[isi]", "dibuka_di: [rencna]"),
			"ref/unknown at rencna: rencna → rencana",
		},
		{
			"an instrument that says it holds", "content/regulasi/uji.md",
			instrumentText("6", "berlaku", "mencabut: [pkpu-4]"),
			"basis/status at berlaku: berlaku; Peraturan KPU 6/2020 → dicabut",
		},
		{
			"a procedure", "content/sop/uji.md",
			uji("dasar_hukum: [pkpu-2, 'Teks: a/b']", "keterkaitan: [menjawab]"), "",
		},
		{
			"a procedure on a basis that was revoked", "content/sop/uji.md", uji("dasar_hukum: [pkpu-1]"),
			"basis/revoked at pkpu-1: PKPU 1/2020; PKPU 2/2020",
		},
		{
			"a procedure on a basis that is not there", "content/sop/uji.md", uji("dasar_hukum: [pkpu-9]"),
			"ref/unknown at pkpu-9: pkpu-9 → pkpu-1",
		},
		{
			"a procedure tied to one that is not there", "content/sop/uji.md",
			uji("dasar_hukum: [Teks]", "keterkaitan: [menjawa]"),
			"ref/unknown at menjawa: menjawa → menjawab",
		},
		{
			"a procedure as long as the limit", "content/sop/uji.md",
			uji("dasar_hukum: [Teks]", "waktu_total: {nyatakan: 3 hari_kerja, batas: pemilu/tanggapan}"), "",
		},
		{
			"a procedure that promises more than the limit", "content/sop/uji.md",
			uji("dasar_hukum: [Teks]", "waktu_total: {nyatakan: 4 hari_kerja, batas: pemilu/tanggapan}"),
			"sop/limit at pemilu/tanggapan: 4 hari_kerja; pemilu/tanggapan; 3 hari_kerja; terima → jawab",
		},
		{
			"a procedure of a limit that is not there", "content/sop/uji.md",
			uji("dasar_hukum: [Teks]", "waktu_total: {nyatakan: 4 hari_kerja, batas: umum/tangapan}"),
			"deadline/unknown at umum/tangapan: umum/tangapan; umum/tanggapan, umum/banding, " +
				"pemilu/tanggapan → umum/tanggapan",
		},
		{
			"a procedure of a limit that is not known", "content/sop/uji.md",
			uji("dasar_hukum: [Teks]", "waktu_total: {nyatakan: 4 hari_kerja, batas: umum/banding}"),
			"deadline/open at umum/banding: umum/banding",
		},

		{
			"a document of a kind of the site's own", "content/program/uji.md",
			doc(
				"title: Uji", "berkas_rencana: rencana.pdf", "rujukan: [profil, zakat]", "laman: /tentang/",
				"pelaksana: hukum",
			),
			"",
		},
		{
			"its file is not there", "content/program/uji.md",
			doc("title: Uji", "berkas_rencana: rencna.pdf"),
			"file/missing at rencna.pdf: rencna.pdf → rencana.pdf",
		},
		{
			"what it names is not there", "content/program/uji.md",
			doc("title: Uji", "rujukan: [profil, zakt]"), "ref/unknown at [profil, zakt: zakt → zakat",
		},
		{
			"its address is not there", "content/program/uji.md", doc("title: Uji", "laman: /profl/"),
			"link/missing at /profl/: /profl/ → /profil/",
		},
		{
			"its unit is not there", "content/program/uji.md", doc("title: Uji", "pelaksana: huku"),
			"unit/unknown at huku: huku; ppid, hukum → hukum",
		},
	} {
		x := rich.with(texts{tt.file: tt.text})
		s := linked(t, x)
		var diags diag.List
		for _, d := range s.Diags {
			if d.At.File == tt.file || d.At.File == "content/regulasi/pkpu-4.md" {
				diags = append(diags, d)
			}
		}
		if got := messages(diags, x); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// uji returns the text of a procedure of another number than that of the office.
func uji(more ...string) string {
	return strings.Replace(procedureText(more...), "nomor: 1/2026", "nomor: 2/2026", 1)
}

// TestReferencesOfSettings says what is told about content/site.yaml and the data.
func TestReferencesOfSettings(t *testing.T) {
	replaced := func(old, now string) texts {
		if !strings.Contains(settingsText, old) {
			t.Fatalf("the settings do not hold %s", old)
		}
		return texts{"content/site.yaml": strings.Replace(settingsText, old, now, 1)}
	}
	for _, tt := range []struct {
		name  string
		texts texts
		want  string
	}{
		{"nothing", texts{}, ""},
		{"a menu to nowhere", replaced("/sop/}", "/sp/}"), "link/missing at /sp/: /sp/ → /sop/"},
		{
			"a navigation to nowhere", replaced("alamat: /profil}", "alamat: /profl}"),
			"link/missing at /profl: /profl → /profil/",
		},
		{
			"an example to nowhere", replaced("/tag/anggaran/", "/tag/angaran/"),
			"link/missing at /tag/angaran/: /tag/angaran/ → /tag/anggaran/",
		},
		{
			"a task to nowhere", replaced("alamat: /profil/, fakta", "alamat: /profl/, fakta"),
			"link/missing at /profl/: /profl/ → /profil/",
		},
		{
			"an English navigation to nowhere", replaced("/en/profile/", "/en/profil/"),
			"link/missing at /en/profil/: /en/profil/ → /en/profile/",
		},
		{
			"a menu to a file", replaced("/sop/}", "/halaman/peta.pdf}"),
			"link/missing at /halaman/peta.pdf: /halaman/peta.pdf",
		},
		{
			"a menu to a draft", replaced("/sop/}", "/berita/konsep.md}"),
			"link/held at /berita/konsep.md: /berita/konsep.md",
		},
		{
			"a menu to what is broken",
			replaced("/sop/}", "/rusak/}").with(
				texts{"content/halaman/rusak.md": doc("title: A", "updated: x")},
			),
			"field/date at x: updated; x",
		},
		{"a fact of a deadline that is not there", replaced("umum/tanggapan>", "umum/tangapan>"),
			"deadline/unknown at \"Dijawab dalam <tenggat:umum/tangapan>\": umum/tangapan; " +
				"umum/tanggapan, umum/banding, pemilu/tanggapan → umum/tanggapan"},
		{"a deadline of the home page that is not there", replaced(
			"tenggat: [tanggapan]", "tenggat: [tangapan]",
		),
			"deadline/unknown at tangapan: tangapan; banding, tanggapan → tanggapan"},
		{
			"a picture that is not there", replaced("arsip:", "gambar: og.png\narsip:"),
			"file/missing at og.png: static/og.png",
		},
		{
			"a picture that is there",
			replaced("arsip:", "gambar: og.png\narsip:").with(texts{"static/og.png": "png"}), "",
		},
		{"a picture below a closed folder", replaced("arsip:", "gambar: a/og.png\narsip:").with(texts{
			"static/a/og.png": "png", "static/a/_kelas.yaml": "",
		}), "file/missing at a/og.png: static/a/og.png"},
		{
			"personal data", replaced("tanya: Perlu apa?", "tanya: Tanya x@surel.com"),
			"personal/contact at x@surel.com: x••••••••••; ",
		},
		{"personal data in the data", texts{
			"content/data/units.yaml": "unit: [{slug: ppid, nama: PPID x@surel.com}, " +
				"{slug: hukum, nama: Hukum}]\n",
		},
			"personal/contact at x@surel.com: x••••••••••; "},
		{"an instrument that was revoked, in the data", texts{
			"content/data/units.yaml": unitsText + "# menurut PKPU 1/2020\n",
		},
			"basis/revoked at 1/2020: PKPU 1/2020; PKPU 2/2020"},
		{"a permit on its last day", permit("2026-03-01"), ""},
		{"a permit that has ended", permit("2026-02-28"), "personal/permit at 2026-02-28: 2026-02-28"},
	} {
		x := office.with(tt.texts)
		if got := messages(linked(t, x).Diags, x); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// permitted is the hash of one address, which takes long to make.
var permitted = sync.OnceValue(func() string { return disclosure.PersonalHash("tiga@surel.com") })

// permit returns the data of a permit for that address until a day.
func permit(until string) texts {
	return texts{"content/data/personal.yaml": "kontak: [redaksi@contoh.com, 0812-3333-4444]\n" +
		"izin:\n  - {hash: " + permitted() + ", alasan: Uji, disetujui: Ketua, sampai: " + until + "}\n"}
}

// TestPersonal says which personal data may be published.
func TestPersonal(t *testing.T) {
	set := texts{
		"content/site.yaml": strings.Replace(
			settingsText, "https://ppid.contoh.go.id/", "https://PPID.contoh.net:8080/a/", 1,
		),
	}
	for _, tt := range []struct {
		name  string
		sort  disclosure.PersonalSort
		value string
		where string
		want  string
		until string // of the permit
	}{
		{name: "the body's address", sort: disclosure.EmailAddress, value: "humas@contoh.com"},
		{
			name: "the body's address in capitals", sort: disclosure.EmailAddress, value: "Humas@Contoh.com",
		},
		{name: "an address in the list", sort: disclosure.EmailAddress, value: "redaksi@contoh.com"},
		{name: "an address of the government", sort: disclosure.EmailAddress, value: "a@kpu.go.id"},
		{
			name: "an address that looks like it", sort: disclosure.EmailAddress, value: "a@kpu.go.id.com",
			want: "personal/contact",
		},
		{
			name: "an address at the site's domain", sort: disclosure.EmailAddress,
			value: "a@ppid.contoh.net",
		},
		{
			name: "an address at the domain above the site's", sort: disclosure.EmailAddress,
			value: "a@contoh.net",
		},
		{
			name: "an address at a domain that ends alike", sort: disclosure.EmailAddress,
			value: "a@toh.net", want: "personal/contact",
		},
		{
			name: "an address of somebody else", sort: disclosure.EmailAddress, value: "x@surel.com",
			want: "personal/contact",
		},
		{
			name: "an address of somebody else in a sheet", sort: disclosure.EmailAddress,
			value: "x@surel.com", where: "lembar 1", want: "personal/contact (lembar 1)",
		},
		{
			name: "a permitted address", sort: disclosure.EmailAddress, value: "tiga@surel.com",
			until: "2026-03-01",
		},
		{
			name: "a permitted address too late", sort: disclosure.EmailAddress, value: "tiga@surel.com",
			until: "2026-02-28", want: "personal/contact",
		},
		{
			name: "a permitted address, and another", sort: disclosure.EmailAddress, value: "dua@surel.com",
			until: "2026-03-01", want: "personal/contact",
		},
		{name: "the body's phone", sort: disclosure.MobilePhone, value: "08000000000"},
		{name: "the body's phone from abroad", sort: disclosure.MobilePhone, value: "+6281111112222"},
		{name: "a phone in the list", sort: disclosure.MobilePhone, value: "0812 3333 4444"},
		{
			name: "a phone with a digit more", sort: disclosure.MobilePhone, value: "0811111122229",
			want: "personal/contact",
		},
		{
			name: "a phone with a zero more", sort: disclosure.MobilePhone, value: "0811011112222",
			want: "personal/contact",
		},
		{
			name: "a phone of somebody else", sort: disclosure.MobilePhone, value: "081133332222",
			want: "personal/contact",
		},
		{
			name: "a phone's digits as another number", sort: disclosure.BankAccount, value: "08000000000",
			want: "personal/detail",
		},
		{
			name: "a citizen's number", sort: disclosure.NIK, value: "3201010101010001",
			want: "personal/number",
		},
		{
			name: "an address of a home", sort: disclosure.HomeAddress, value: "rt 01/rw 02",
			want: "personal/detail",
		},
	} {
		r := read(
			t,
			office.with(
				set, texts{"content/data/personal.yaml": "kontak: [redaksi@contoh.com, 0812-3333-4444]\n"},
			),
		)
		if strings.HasPrefix(tt.name, "a permitted") {
			r = read(t, office.with(set, permit(tt.until)))
		}
		at := diag.Span{File: "a.md", Start: 3, End: 5}
		d, ok := r.Personal(&disclosure.PersonalHit{Sort: tt.sort, Value: tt.value}, at, tt.where)
		got := ""
		if ok {
			got = string(d.Code) + d.Args[1]
			if !d.Sealed || d.At != at || strings.Contains(d.Args[0], tt.value) {
				t.Errorf("%s: %+v", tt.name, d)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestPersonalNames looks for personal data in the names of files and in slugs.
func TestPersonalNames(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"a name of nobody", "content/halaman/uji.md", doc("title: Uji"), ""},
		{
			"the name of a document", "content/halaman/3201011501900001.md", doc("title: Uji", "slug: uji"),
			"personal/number:  (nama berkas)",
		},
		{
			"a slug", "content/halaman/uji.md", doc("title: Uji", "slug: kk-3201011501900001"),
			"personal/number:  (nama berkas)",
		},
		{
			"the name of a file", "content/halaman/uji.md",
			doc("title: Uji", "berkas: [ktp_3201011501900001.pdf]"), "personal/number:  (nama berkas)",
		},
	} {
		x := office.with(texts{tt.file: tt.text, "content/halaman/ktp_3201011501900001.pdf": "%PDF"})
		got := ""
		for _, d := range linked(t, x).Diags {
			if d.At == (diag.Span{File: tt.file}) {
				got = string(d.Code) + ": " + d.Args[1]
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
