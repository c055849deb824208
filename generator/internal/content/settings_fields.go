package content

import "maklumat/generator/internal/host"

var anchorFields = []Field{
	{Name: "teks", Type: Line, Required: true, Help: words("tulisan tautan", "the link's text")},
	{
		Name: "alamat", Type: Line, Required: true,
		Help: words(
			"alamat di situs ini, misalnya /sop/, atau https://…",
			"an address of this site, such as /sop/, or https://…",
		),
	},
}

var (
	hoursFields = []Field{
		{Name: "hari", Type: Line, Required: true, Help: words("hari", "days")},
		{Name: "pukul", Type: Line, Required: true, Help: words("pukul", "hours")},
	}
	navField = Field{
		Name: "nav", Type: Fields, List: true,
		Fields: anchorFields,
		Help:   words("menu di kepala halaman", "the menu at the top"),
	}
	menuField = Field{
		Name: "menu", Type: Fields, List: true,
		Help: words("menu di kaki halaman", "the menu at the foot"),
		Fields: []Field{
			{
				Name: "judul", Type: Line, Required: true,
				Help: words("judul kelompok", "the group's heading"),
			},
			{
				Name: "butir", Type: Fields, List: true, Required: true,
				Fields: anchorFields,
				Help:   words("tautan", "links"),
			},
		},
	}
	homeFields = []Field{
		{Name: "tanya", Type: Line, Help: words("judul beranda", "the heading")},
		{
			Name: "contoh", Type: Fields, List: true,
			Fields: anchorFields,
			Help:   words("contoh pencarian", "examples of searches"),
		},
		{
			Name: "tugas", Type: Fields, List: true,
			Fields: append(
				anchorFields[:2:2],
				Field{
					Name: "fakta", Type: Line,
					Help: words(
						"satu fakta; <tenggat:umum/tanggapan> menjadi lama waktunya",
						"one fact; <tenggat:umum/tanggapan> becomes the length of time",
					),
				},
			),
			Help: words("layanan utama", "main tasks"),
		},
		{
			Name: "tenggat", Type: Line, List: true,
			Help: words(
				"tahap di content/data/deadlines.yaml yang tampil di beranda, misalnya tanggapan",
				"steps of content/data/deadlines.yaml shown on the home page, such as tanggapan",
			),
		},
	}
)

// SettingsFields are the keys of content/site.yaml.
var SettingsFields = []Field{
	{
		Name: "title", Type: Line, Required: true,
		Help: words("nama badan publik", "the public body's name"),
	},
	{Name: "singkatan", Type: Line, Help: words("nama pendek", "its short name")},
	{Name: "tagline", Type: Line, Help: words("keterangan di bawah nama", "a line below the name")},
	{
		Name: "description", Type: Text,
		Help: words("satu kalimat tentang situs ini", "one sentence about the site"),
	},
	{Name: "induk", Type: Line, Help: words("badan di atasnya", "the body above it")},
	{
		Name: "base_url", Type: URL, Required: true,
		Help: words(
			"alamat situs, dengan garis miring di akhir",
			"the site's address, with a slash at the end",
		),
	},
	{
		Name: "language", Type: Enum, Values: []string{"id", "en"},
		Help: words(
			"bahasa pesan kepada editor; bahasa halaman disebut \"lang\" di kepala dokumennya, "+
				"jika tidak id",
			"the language of messages to editors; that of a page is said by lang in its header, "+
				"else it is id",
		),
	},
	{
		Name: "timezone", Type: Line,
		Help: words("zona waktu, misalnya Asia/Jakarta", "the time zone, such as Asia/Jakarta"),
	},
	{
		Name: "penulis", Type: Line,
		Help: words("penulis berita jika tidak disebut", "the byline of news without one"),
	},
	{
		Name: "pemberitahuan", Type: Text,
		Help: words("keterangan di kaki setiap halaman", "a line in the foot of every page"),
	},
	{
		Name: "gambar", Type: Line,
		Help: words(
			"gambar untuk pratinjau tautan, di static/", "the image for link previews, in static/",
		),
	},
	{
		Name: "kontak", Type: Fields, Required: true,
		Help: words("cara menghubungi", "how to reach the body"),
		Fields: []Field{
			{
				Name: "alamat", Type: Line, List: true, Required: true,
				Help: words("alamat, satu baris per butir", "the address, one line an item"),
			},
			{Name: "peta", Type: URL, Help: words("tautan peta", "a link to a map")},
			{
				Name: "jam", Type: Fields, List: true,
				Help:   words("jam layanan", "opening hours"),
				Fields: hoursFields,
			},
			{Name: "telepon", Type: Line, Help: words("nomor telepon", "phone number")},
			{Name: "whatsapp", Type: Line, Help: words("nomor WhatsApp", "WhatsApp number")},
			{Name: "email", Type: Line, Help: words("alamat surel", "e-mail address")},
			{
				Name: "akses", Type: Text,
				Help: words("kemudahan bagi penyandang disabilitas",
					"access for people with disabilities"),
			},
			{Name: "ppid", Type: Line, Help: words("jabatan yang menjadi PPID",
				"the position that is PPID")},
			{
				Name: "atasan_ppid", Type: Line,
				Help: words("jabatan Atasan PPID, yang memutus keberatan",
					"the position that decides objections"),
			},
			{
				Name: "eppid", Type: URL,
				Help: words("alamat permintaan daring (e-PPID)",
					"where requests can be made online"),
			},
			{
				Name: "komisi", Type: Fields, Fields: officeFields,
				Help: words(
					"komisi informasi yang menyelesaikan sengketa",
					"the commission that decides disputes",
				),
			},
			{
				Name: "pengaduan", Type: Fields, List: true, Fields: officeFields,
				Help: words("saluran pengaduan", "where complaints can be made"),
			},
		},
	},
	{
		Name: "kategori", Type: Fields, List: true,
		Help: words("kategori berita", "categories of news"),
		Fields: []Field{
			{
				Name: "slug", Type: Slug, Required: true,
				Help: words("bagian alamat", "the part of the address"),
			},
			{
				Name: "nama", Type: Line, Required: true,
				Help: words("nama yang tampil", "the name that is shown"),
			},
		},
	},
	navField,
	menuField,
	{
		Name: "logo", Type: Line,
		Help: words(
			"lambang badan publik, SVG atau PNG di static/aset/",
			"the body's own mark, SVG or PNG in static/aset/",
		),
	},
	{
		Name: "warna", Type: Fields,
		Help: words("warna badan publik", "the body's colours"),
		Fields: []Field{
			{Name: "brand", Type: Color, Help: words("warna utama", "main colour")},
			{
				Name: "brand_dark", Type: Color,
				Help: words("warna utama pada tampilan gelap", "main colour in the dark scheme"),
			},
			{Name: "on_brand", Type: Color,
				Help: words("warna huruf di atasnya", "colour of text on it")},
			{Name: "accent", Type: Color, Help: words("warna pemberitahuan", "colour of notices")},
			{
				Name: "accent_dark", Type: Color,
				Help: words("warna pemberitahuan pada tampilan gelap",
					"colour of notices in the dark scheme"),
			},
		},
	},
	{Name: "beranda", Type: Fields, Help: words("isi beranda", "the home page"),
		Fields: homeFields},
	{
		Name: "english", Type: Fields,
		Help: words(
			"yang sama dalam bahasa Inggris, untuk halaman yang ada dalam bahasa Inggris; "+
				"beranda bahasa Inggris ada di /en/",
			"the same in English, for the pages that exist in English; the English home page is "+
				"at /en/",
		),
		Fields: []Field{
			{
				Name: "title", Type: Line, Required: true,
				Help: words("nama badan publik", "the public body's name"),
			},
			{Name: "singkatan", Type: Line, Help: words("nama pendek", "its short name")},
			{Name: "tagline", Type: Line,
				Help: words("keterangan di bawah nama", "a line below the name")},
			{
				Name: "description", Type: Text,
				Help: words("satu kalimat tentang situs ini", "one sentence about the site"),
			},
			{
				Name: "jam", Type: Fields, List: true,
				Help:   words("jam layanan", "opening hours"),
				Fields: hoursFields,
			},
			{
				Name: "akses", Type: Text,
				Help: words("kemudahan bagi penyandang disabilitas",
					"access for people with disabilities"),
			},
			{
				Name: "pemberitahuan", Type: Text,
				Help: words("keterangan di kaki setiap halaman",
					"a line in the foot of every page"),
			},
			navField,
			menuField,
			{Name: "beranda", Type: Fields, Help: words("isi beranda", "the home page"),
				Fields: homeFields},
		},
	},
	{
		Name: "hukum", Type: Line, List: true,
		Help: words(
			"paket hukum yang berlaku, misalnya id-2026.11; lihat: maklumat law",
			"the packs of law that hold, such as id-2026.11; see: maklumat law",
		),
	},
	{
		Name: "masa_pemilu", Type: Fields,
		Help: words(
			"selama masa ini tenggat pemilu tampil lebih dulu",
			"while it lasts, the deadlines of elections are shown first",
		),
		Fields: []Field{
			{Name: "mulai", Type: Date, Required: true, Help: words("hari pertama", "first day")},
			{Name: "sampai", Type: Date, Required: true, Help: words("hari terakhir", "last day")},
		},
	},
	{Name: "arsip", Type: Fields, Help: words("daftar arsip", "archive lists"), Fields: []Field{
		{Name: "bulan", Type: Flag, Help: words("halaman per bulan", "a page for each month")},
		{Name: "kategori", Type: Flag,
			Help: words("halaman per kategori", "a page for each category")},
		{Name: "tag", Type: Flag, Help: words("halaman per kata kunci", "a page for each keyword")},
		{Name: "unit", Type: Flag, Help: words("halaman per unit", "a page for each unit")},
		{Name: "per_halaman", Type: Number, Help: words("butir per halaman", "items on a page")},
	}},
	{
		Name: "hosts", Type: Enum, List: true, Values: host.Names(),
		Help: words(
			"tempat situs disajikan: yang dibacanya ditulis, dan batasnya diperiksa",
			"where the site is served: what it reads is written, and its limits are checked",
		),
	},
	{
		Name: "repositori", Type: Fields, Bare: "alamat",
		Help: words(
			"tempat isi situs disimpan di git; "+
				"halaman mendapat tautan untuk menyunting dan melaporkan kekeliruan",
			"where the content is kept in git; pages get links to edit and to report a mistake",
		),
		Fields: []Field{
			{
				Name: "alamat", Type: URL, Required: true,
				Help: words("alamat repositori", "the repository's address"),
			},
			{
				Name: "cabang", Type: Line,
				Help: words(
					"cabang yang diterbitkan; main jika kosong",
					"the branch that is published; main if empty",
				),
			},
			{
				Name: "jenis", Type: Enum, Values: []string{"github", "gitlab"},
				Help: words("jika tidak terlihat dari alamatnya", "if the address does not tell"),
			},
		},
	},
	{
		Name: "admin", Type: Fields,
		Help: words(
			"formulir penyuntingan di /admin/, mati jika tidak ditulis; memerlukan repositori",
			"the editors' form at /admin/, off unless it is written; it needs repositori",
		),
		Fields: []Field{
			{
				Name: "skrip", Type: Line, Required: true,
				Help: words(
					"berkas Sveltia CMS di static/admin/, misalnya sveltia-cms.js",
					"the file of Sveltia CMS in static/admin/, such as sveltia-cms.js",
				),
			},
			{
				Name: "integritas", Type: Line, Required: true,
				Help: words("sidik jari berkas itu: sha384-…", "the digest of that file: sha384-…"),
			},
			{
				Name: "masuk", Type: URL,
				Help: words(
					"alamat layanan masuk, jika bukan milik GitHub atau GitLab",
					"the address of the sign-in service, if not the host's own",
				),
			},
		},
	},
	{
		Name: "catatan_dokumen", Type: Flag,
		Help: words(
			"true: setiap berkas yang terbit dicatat di log umum yang hanya bertambah; "+
				"rilis berikutnya harus memegang log rilis sebelumnya",
			"true: each published file is recorded in a public log that only grows; "+
				"the next release must have the log of the last",
		),
	},
	{
		Name: "kunci_publik", Type: Line,
		Help: words(
			"kunci publik tanda tangan rilis, dari: maklumat key",
			"the public key of signed releases, from: maklumat key",
		),
	},
	{
		Name: "pencarian", Type: Flag,
		Help: words("false jika situs tidak memerlukan pencarian",
			"false when the site needs no search"),
	},
	{
		Name: "css", Type: Enum, Values: []string{"inline", "link"},
		Help: words(
			"gaya di dalam halaman, atau berkas tersendiri",
			"styles inside the page, or a file of their own",
		),
	},
}

var officeFields = []Field{
	{Name: "nama", Type: Line, Required: true, Help: words("nama", "name")},
	{Name: "untuk", Type: Text, Help: words("untuk keperluan apa", "what for")},
	{Name: "untuk_en", Type: Text, Help: words("untuk keperluan apa, Inggris",
		"what for, in English")},
	{
		Name: "luar", Type: Flag,
		Help: words("true jika bukan bagian badan publik", "true when not part of the body"),
	},
	{Name: "alamat", Type: Line, List: true, Help: words("alamat", "address")},
	{Name: "telepon", Type: Line, Help: words("nomor telepon", "phone number")},
	{Name: "whatsapp", Type: Line, Help: words("nomor WhatsApp", "WhatsApp number")},
	{Name: "email", Type: Line, Help: words("alamat surel", "e-mail address")},
	{Name: "situs", Type: URL, Help: words("alamat situs", "address of its site")},
}
