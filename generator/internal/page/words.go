package page

// Words are the words of the site itself, as opposed to those of its documents, in one
// language. Every page has them as T.
type Words struct {
	Lang, Locale string

	Skip, Home, Menu, Search, SearchFor, SearchGo, MainNav, Trail, Immediate, Announced, Until string
	Hours, Phone, Email, Address, Map, Access, Contact, Official                               string
	Published, Updated, EventDate, Author, Category, Minutes, Corrections, Related, Share      string
	CopyLink, Copied, ViewsBefore, ViewsAfter, Photo, Tags, Unit, Contents, Reviewed           string
	Viewed, ViewedUntil, Edit, Report, ReportTitle                                             string

	LogLine, CheckNow, CheckWait, CheckSame, CheckDiffers, CheckFailed string

	Files, Download, Pages, Rows, Scan, Checksum, ChecksumHow, FileLanguage, NoFile, NoFileHow                                                                                                                                                string
	Details, Number, Class, Responsible, Made, Forms, Retention, Period, Revisions, OldFile, Nil                                                                                                                                              string
	Newest, Older, Newer, Archive, Years, Months, Categories, All, Empty, EmptyHow, Feed, Pager                                                                                                                                               string
	Procedures, Step, Activity, Actors, Needs, Time, Output, Remark, Total, Approved, InForce                                                                                                                                                 string
	Basis, Qualifications, Tools, Warnings, Records, Connected, Steps, Start, Process                                                                                                                                                         string
	Decision, End, GoTo, Revised, Procedure, Shapes                                                                                                                                                                                           string
	Register, Registers, Excluded, Grounds, Opened, Closed, Interest, Parts, Term, Decided                                                                                                                                                    string
	Status, Revoked, Excluding                                                                                                                                                                                                                string
	Instruments, Amends, Revokes, OfficialText, AmendedBy, RevokedBy                                                                                                                                                                          string
	Reports, Requests, Received, Granted, PartlyGranted, Refused, Pending, Mean, Median                                                                                                                                                       string
	Longest, Objections, Disputes, PerMonth, ShowFigures, Example, WorkingDays                                                                                                                                                                string
	We, You, HowLong, NewestFiles, News, AllFiles, AllNews, MainTasks, ForExample                                                                                                                                                             string
	NotFound, NotFoundHow, OldAddress, Moved, MovedTo, Wrong, WrongHow, Code, Call                                                                                                                                                            string
	Index, IndexHow, NoScript, Translation, TranslationOf, Ended, Valid, Letter, Elsewhere                                                                                                                                                    string
	Hazard, Affected, Evacuation, Avoid, Help, Announcer, AnnounceHow, Measures                                                                                                                                                               string
	ElectionLimit, ColumnsTitle, WithdrawnTitle, WithdrawnOn, RowsShown, TablePreview, OldRevision, RelationsTitle, Implements, ImplementedBy, AnnexOf, Annexes, NoLongerHolds                                                                string
	CountHead, Decisions, ByReason, ByDuration, MostMonth, GrantedShare, MostReason, InTime, NotHeld, Incomplete, OnDay, LaterThan, LimitDay                                                                                                  string
	Smart, SmartFast, SmartEasy, SmartRight, SmartKind, SmartAble, PerCent, OutOf, Respondents, TrainedOf, LimitIs, OpenBefore, ObjectionsGranted, ServiceBudget, NoneOf                                                                      string
	MirrorOf, NowOpen                                                                                                                                                                                                                         string
	PrintAll, TakeBack, OtherForms                                                                                                                                                                                                            string
	RegisterColumns                                                                                                                                                                                                                           []string
	StatusMissing, StatusOverdue, StatusLinkOnly, StatusDueSoon, StatusMet, StatusNil, StatusNotApplicable, NoAnswer                                                                                                                          string
	AuditTitle, AuditLead, AuditHow, AllUnits, Duty, Evidence, LastUpdate, DueBy, DueCalendars, Conditional, OfDuties, MetOf                                                                                                                  string
	Question, Weight, Answer, Mark, Estimate, MonevExample, Gaps, AsOfDay, DownloadAs, Reason                                                                                                                                                 string
	AndBetween, OwnLongest, ShortestWay, LongestWay, LoopsHow, PlainSteps, ThenGo, Finished, YouDo, YouGet, ForCitizens, SOPSheet                                                                                                             string
	MadeOn, RevisedOn, EffectiveOn, ApprovedBy, NameOfSOP, SOPNumber, AsData, Connector, Remarks                                                                                                                                              string
	To, PlaceDate, RightsTitle, SendEmail, SendWhatsApp, CopyText, TextCopied, PrivateHow                                                                                                                                                     string
	AtOnce, Superior, Commission, BothParties, CollectiveLeave, ReceivedOn, NotKnown, Provisional, ProvisionalHow                                                                                                                             string
	CalculatorPick, CalculatorShow, CalculatorSkip, Holidays, Holiday, AllDeadlines, Who, LegalBasis                                                                                                                                          string
	ImmediateNotices, MoreAlerts, ReadHere, OtherVersion, Content, Cite, FilterFor, FilterGo, FilterCount, FilterNone, QualityStandard, Flow, Length                                                                                          string
	FoundCount, FoundPartly, FoundNone, FoundMore, DidYouMean, IndexBroken, KindOf, RequestThis, RequestNow, MetShare, JumpsTo, JumpsFrom, TagTitle, NeedsHead, Languages, ProceduresLead, RegisterLead, ImmediateLead, CheckFirst, FiveSteps string
	TestedTitle, TestedOn, TestedRules, TestedRulesText, TestedPages, TestedScreens, TestedTools, TestedFaults, NoFaults                                                                                                                      string
	Schemes                                                                                                                                                                                                                                   []string
	FeedJSON, PageOf, Desk, DocumentCount, NilMark, Identity, CorrectTitle, OriginalTitle, Print, Announcements, Documents, Page                                                                                                              string
}

// Indonesian are the words of the site's own language.
var Indonesian = &Words{
	Lang: "id", Locale: "id_ID",
	Skip: "Langsung ke isi", Home: "Beranda", Menu: "Menu", Search: "Cari", SearchFor: "Cari dokumen, SOP, atau berita", SearchGo: "Cari",
	MainNav: "Utama", Trail: "Jejak halaman", Immediate: "Serta-merta", Announced: "Diumumkan", Until: "berlaku sampai",
	Hours: "Jam layanan", Phone: "Telepon", Email: "Surel", Address: "Alamat", Map: "Buka peta", Access: "Kemudahan akses", Contact: "Kontak",
	Official:  "Situs resmi",
	Published: "Terbit", Updated: "Diperbarui", EventDate: "Hari kegiatan", Author: "Penulis", Category: "Kategori", Minutes: "menit baca",
	Corrections: "Perbaikan", Related: "Dokumen terkait", Share: "Bagikan", CopyLink: "Salin tautan", Copied: "Tautan disalin",
	ViewsBefore: "Dilihat", ViewsAfter: "kali di situs lama, dihitung sampai", Photo: "Foto", Tags: "Kata kunci", Unit: "Unit",
	Contents: "Isi halaman", Reviewed: "Diperiksa",
	Files: "Berkas", Download: "Unduh", Pages: "halaman", Rows: "baris", Scan: "Hasil pindai: tidak terbaca pembaca layar.",
	Viewed: "Dilihat", ViewedUntil: "kali sampai", Edit: "Sunting halaman ini", Report: "Laporkan kekeliruan", ReportTitle: "Kekeliruan",
	LogLine: "Barisnya di catatan dokumen", CheckNow: "Periksa berkas ini", CheckWait: "Memeriksa …",
	CheckSame:    "Cocok. Berkas ini tercatat {0}, baris {1} dari {2} di catatan dokumen.",
	CheckDiffers: "Berbeda. Jangan pakai berkas ini, dan beri tahu kami.", CheckFailed: "Tidak dapat diperiksa sekarang. Coba lagi nanti.",
	Checksum: "Periksa keaslian", ChecksumHow: "Berkas asli menghasilkan deret SHA-256 yang sama dengan di atas. Di Windows: certutil -hashfile nama-berkas SHA256. Di Linux dan macOS: shasum -a 256 nama-berkas.",
	FileLanguage: "bahasa", NoFile: "Belum diunggah", NoFileHow: "minta dokumen ini",
	Details: "Rincian", Number: "Nomor", Class: "Golongan", Responsible: "Penanggung jawab", Made: "Waktu dan tempat pembuatan", Forms: "Bentuk tersedia",
	Retention: "Masa simpan", Period: "Periode", Revisions: "Riwayat", OldFile: "berkas lama", Nil: "Nihil: tidak ada informasi untuk periode ini.",
	Newest: "Terbaru", Older: "Lebih lama", Newer: "Lebih baru", Archive: "Arsip", Years: "Tahun", Months: "Bulan", Categories: "Kategori", All: "Semua",
	Empty: "Belum ada dokumen di daftar ini.", EmptyHow: "Minta informasi", Feed: "Umpan Atom", FeedJSON: "Umpan JSON", Pager: "Halaman daftar", PageOf: "Halaman",
	Procedures: "SOP", Procedure: "Nama SOP", Step: "No", Activity: "Kegiatan", Actors: "Pelaksana", Needs: "Perlu", Time: "Waktu", Output: "Keluaran", Remark: "Keterangan",
	Total: "Waktu seluruhnya", Approved: "Disahkan oleh", InForce: "Berlaku sejak", Basis: "Dasar hukum", Qualifications: "Kualifikasi pelaksana",
	Tools: "Peralatan", Warnings: "Peringatan", Records: "Pencatatan", Connected: "Keterkaitan", Steps: "Langkah",
	Start: "mulai", Process: "proses", Decision: "keputusan", End: "selesai", GoTo: "ke\u00a0langkah", Revised: "Direvisi", Shapes: "Lambang",
	Identity: "Dasar dan syarat", Desk: "Meja informasi", DocumentCount: "dokumen", NilMark: "Nihil",
	Register: "Daftar Informasi Publik", Registers: "Daftar", Excluded: "Informasi yang dikecualikan", Grounds: "Dasar pengecualian", Opened: "Akibat bila dibuka", Closed: "Manfaat bila ditutup",
	Interest: "Kepentingan publik", Parts: "Bagian yang dikecualikan", Term: "Jangka waktu", Decided: "Penetapan", Status: "Status", Revoked: "Dicabut oleh", Excluding: "Dikecualikan",
	Instruments: "Regulasi", Amends: "Mengubah", Revokes: "Mencabut", OfficialText: "Naskah resmi", AmendedBy: "Diubah oleh", RevokedBy: "Dicabut oleh",
	Reports: "Laporan layanan informasi", Requests: "Permintaan informasi", Received: "Diterima", Granted: "Dikabulkan seluruhnya", PartlyGranted: "Dikabulkan sebagian",
	Refused: "Ditolak", Pending: "Masih diproses", Mean: "Rata-rata", Median: "Median", Longest: "Terlama", Objections: "Keberatan", Disputes: "Sengketa",
	PerMonth: "Permintaan per bulan", ShowFigures: "Lihat angka", Example: "Angka di halaman ini contoh, bukan data sebenarnya.", WorkingDays: "hari kerja",
	We: "Kami", You: "Anda", HowLong: "Berapa lama?", NewestFiles: "Dokumen terbaru", News: "Berita", AllFiles: "Semua dokumen", AllNews: "Semua berita", MainTasks: "Layanan utama", ForExample: "Misalnya:",
	NotFound: "Halaman tidak ditemukan", NotFoundHow: "Alamat ini tidak ada di situs kami. Mungkin salah ketik, atau halamannya sudah dipindahkan.",
	OldAddress: "Alamat dari situs lama dialihkan ke halaman yang baru; bila yang Anda buka tidak teralihkan, beri tahu kami.",
	Moved:      "Halaman ini pindah", MovedTo: "Buka halaman yang baru",
	Wrong: "Ada yang keliru atau kurang jelas di halaman ini?", WrongHow: "Beri tahu kami lewat", Code: "Kode halaman", Call: "telepon",
	Index: "Indeks A–Z", IndexHow: "Semua SOP, dokumen, peraturan, dan halaman, menurut huruf pertama judulnya. Berita ada di arsip menurut tahun.",
	NoScript: "Pencarian memerlukan JavaScript; indeks di bawah ini tidak.", Translation: "Bahasa Indonesia", TranslationOf: "Terjemahan untuk keterangan; yang berlaku teks bahasa Indonesia.",
	Ended: "Sudah berakhir", Valid: "Berlaku sampai", Letter: "Nomor surat", Elsewhere: "situs lain",
	Hazard: "Potensi bahaya dan besaran dampak", Affected: "Pihak yang berpotensi terdampak", Evacuation: "Prosedur dan tempat evakuasi", Avoid: "Cara menghindari bahaya",
	Help: "Cara mendapat bantuan", Announcer: "Pihak yang wajib mengumumkan", AnnounceHow: "Tata cara pengumuman", Measures: "Upaya penanggulangan",
	ElectionLimit: "Masa pemilu: untuk informasi pemilu dan pemilihan, paling lama", ColumnsTitle: "Arti kolom", WithdrawnTitle: "Halaman ini ditarik", WithdrawnOn: "Ditarik", RowsShown: "%s baris pertama dari %s; selengkapnya di berkas.", TablePreview: "Isi tabel", OldRevision: "revisi lama, tidak berlaku lagi", RelationsTitle: "Kaitan hukum", Implements: "Melaksanakan", ImplementedBy: "Dilaksanakan oleh", AnnexOf: "Lampiran dari", Annexes: "Lampiran", NoLongerHolds: "Tidak berlaku lagi.",
	CountHead: "Jumlah", Decisions: "Keputusan atas permintaan", ByReason: "Alasan penolakan", ByDuration: "Lama menjawab", MostMonth: "Permintaan terbanyak pada %s (%s), paling sedikit pada %s (%s).",
	GrantedShare: "%s dari %s permintaan dikabulkan seluruhnya (%s).", MostReason: "Alasan terbanyak: %s, %s dari %s penolakan.", InTime: "%s dari %s jawaban diberikan paling lambat hari kerja ke-%s, batas menurut undang-undang.",
	NotHeld: "belum dikuasai", Incomplete: "permintaan tidak lengkap", OnDay: "hari kerja ke-", LaterThan: "sesudah hari kerja ke-", LimitDay: "batas hari kerja ke-",
	Smart: "Pelayanan SMART", SmartFast: "Sigap", SmartEasy: "Mudah", SmartRight: "Akurat", SmartKind: "Ramah", SmartAble: "Terampil", PerCent: "permintaan terjawab dokumen yang sudah terbit", OutOf: "dari 5", Respondents: "responden",
	TrainedOf: "%s dari %s petugas sudah dilatih", LimitIs: "batas", OpenBefore: "Terjawab dokumen terbit", ObjectionsGranted: "%s dari %s keberatan dikabulkan", ServiceBudget: "Anggaran layanan: %s dari %s terpakai.", NoneOf: "Tidak ada.",
	MirrorOf: "Cermin dari penetapan badan di atasnya.", NowOpen: "Sekarang terbuka di",
	PrintAll: "Cetak semua", TakeBack: "hapus pilihan", OtherForms: "Bentuk lain",
	RegisterColumns: []string{"No", "Judul", "Ringkasan isi informasi", "Unit yang menguasai", "Penanggung jawab pembuatan", "Waktu dan tempat pembuatan", "Bentuk yang tersedia", "Masa simpan", "Golongan"},
	StatusMissing:   "Belum ada", StatusOverdue: "Lewat waktu", StatusLinkOnly: "Belum ada berkasnya", StatusDueSoon: "Segera diperbarui", StatusMet: "Terpenuhi", StatusNil: "Nihil", StatusNotApplicable: "Tidak berlaku", NoAnswer: "Belum ada bukti",
	AuditTitle: "Keterbukaan kami", AuditLead: "Apa yang wajib kami umumkan dan sediakan menurut undang-undang, mana yang sudah, dan mana yang belum.",
	AuditHow: "Dihitung dari dokumen di situs ini terhadap daftar kewajiban. Umur informasi dihitung dari hari isinya terakhir diperbarui atau diperiksa, bukan dari hari situs dibangun.",
	AllUnits: "Semua unit", Duty: "Kewajiban", Evidence: "Bukti", LastUpdate: "Diperbarui", DueBy: "Jatuh tempo", DueCalendars: "Kalender jatuh tempo", Conditional: "bila ada", OfDuties: "kewajiban", MetOf: "dari",
	Question: "Pertanyaan", Weight: "Bobot", Answer: "Jawaban", Mark: "Nilai", Estimate: "Perkiraan nilai", MonevExample: "Pertanyaan dan bobot di halaman ini contoh, bukan kuesioner komisi informasi.", Gaps: "Kurang", AsOfDay: "Keadaan per", DownloadAs: "Unduh", Reason: "Alasan",
	AndBetween: " dan ", OwnLongest: "Waktu kami, paling lama", ShortestWay: "Seluruhnya, paling singkat", LongestWay: "Seluruhnya, paling lama", LoopsHow: "Belum termasuk pengulangan langkah", PlainSteps: "Langkah demi langkah",
	ThenGo: "lanjut ke langkah", Finished: "Selesai.", YouDo: "Yang Anda lakukan", YouGet: "Yang Anda terima", ForCitizens: "Bagi Anda", SOPSheet: "Standar operasional prosedur",
	MadeOn: "Tanggal pembuatan", RevisedOn: "Tanggal revisi", EffectiveOn: "Tanggal efektif", ApprovedBy: "Disahkan oleh", NameOfSOP: "Nama SOP", SOPNumber: "Nomor SOP", AsData: "SOP ini sebagai data (JSON)", Connector: "Sambungan", Remarks: "Keterangan",
	To: "Kepada", PlaceDate: "Tempat dan tanggal: ……………………………", RightsTitle: "Hak pemohon", SendEmail: "Kirim lewat surel", SendWhatsApp: "Kirim lewat WhatsApp", CopyText: "Salin teks", TextCopied: "Teks disalin",
	PrivateHow: "Tombol kirim membuka aplikasi surel atau WhatsApp Anda; halaman ini sendiri tidak mengirim apa pun. Nomor tanda pengenal tidak ikut, hanya ada di lembar cetak; serahkan bersama salinannya.",
	AtOnce:     "saat diterima", Superior: "Atasan PPID", Commission: "Komisi Informasi", BothParties: "Para pihak", CollectiveLeave: "cuti bersama",
	ReceivedOn: "Diterima", NotKnown: "belum kami pastikan", Provisional: "sementara", ProvisionalHow: "Tanggal bertanda sementara jatuh di tahun yang daftar liburnya belum ditetapkan; tanggal sebenarnya dapat lebih lambat.",
	CalculatorPick: "Permintaan diterima tanggal", CalculatorShow: "Hitung", CalculatorSkip: "Tidak dihitung", Holidays: "Hari libur yang tidak dihitung", Holiday: "libur", AllDeadlines: "Semua tenggat", Who: "Siapa", LegalBasis: "Dasar hukum",
	ImmediateNotices: "Informasi serta-merta", MoreAlerts: "dan %s lainnya", ReadHere: "Baca di halaman ini", OtherVersion: "minta versi lain", Content: "Isi dokumen", Cite: "Kutip dokumen ini",
	FilterFor: "Cari dalam daftar ini", FilterGo: "Saring", FilterCount: "%s cocok", FilterNone: "Tidak ada yang cocok. Coba kata lain, atau cari di seluruh situs.",
	QualityStandard: "Mutu baku", Flow: "Alur dan mutu baku", Length: "Panjang",
	FoundCount: "%s ditemukan", FoundPartly: "Tidak ada yang memuat semua kata. %s memuat sebagian:", FoundNone: "Tidak ditemukan.", FoundMore: "Tampilkan lagi", DidYouMean: "Mungkin maksud Anda:",
	IndexBroken: "Pencarian sedang tidak dapat dipakai: sebagian indeksnya tidak termuat. Pakai indeks A–Z di bawah ini, atau muat ulang halaman.", KindOf: "Jenis", RequestThis: "Minta informasi ini",
	RequestNow: "Minta informasi sekarang", MetShare: "Tingkat pemenuhan", JumpsTo: "lanjut ke baris", JumpsFrom: "datang dari baris", TagTitle: "Kata kunci: ", NeedsHead: "Kelengkapan", Languages: "Bahasa", ProceduresLead: "Langkah, waktu, dan siapa yang mengerjakan setiap layanan.", RegisterLead: "Semua dokumen yang dikuasai %s, termasuk yang belum diunggah.",
	ImmediateLead: "Informasi yang dapat mengancam hajat hidup orang banyak dan ketertiban umum (UU 14/2008 pasal 10).",
	CheckFirst:    "Cek dulu", FiveSteps: "Langkah di halaman ini",
	TestedTitle: "Hasil pemeriksaan", TestedOn: "Diuji", TestedRules: "Aturan", TestedRulesText: "WCAG 2.2 tingkat A dan AA, dan anjuran alat ujinya", TestedPages: "Jenis halaman",
	TestedScreens: "Layar", TestedTools: "Alat", TestedFaults: "Pelanggaran", NoFaults: "tidak ditemukan", Schemes: []string{"terang", "gelap", "warna pilihan pengguna"},
	CorrectTitle: "Judul", OriginalTitle: "Judul di situs lama", Print: "Cetak", Announcements: "Pengumuman", Documents: "Dokumen", Page: "Halaman",
}

// English are the words of the pages that exist in English.
var English = &Words{
	Lang: "en", Locale: "en_GB",
	Skip: "Skip to content", Home: "Home", Menu: "Menu", Search: "Search", SearchFor: "Search documents, procedures or news", SearchGo: "Search",
	MainNav: "Main", Trail: "Breadcrumb", Immediate: "Immediate notice", Announced: "Announced", Until: "valid until",
	Hours: "Opening hours", Phone: "Phone", Email: "E-mail", Address: "Address", Map: "Open map", Access: "Accessibility", Contact: "Contact",
	Official:  "Official site",
	Published: "Published", Updated: "Updated", EventDate: "Day of the event", Author: "Author", Category: "Category", Minutes: "minutes to read",
	Corrections: "Corrections", Related: "Related documents", Share: "Share", CopyLink: "Copy link", Copied: "Link copied",
	ViewsBefore: "Viewed", ViewsAfter: "times on the old site, counted until", Photo: "Photo", Tags: "Keywords", Unit: "Unit",
	Contents: "On this page", Reviewed: "Reviewed",
	Files: "Files", Download: "Download", Pages: "pages", Rows: "rows", Scan: "A scan: screen readers cannot read it.",
	Viewed: "Viewed", ViewedUntil: "times until", Edit: "Edit this page", Report: "Report a mistake", ReportTitle: "Mistake",
	LogLine: "Its line in the log of documents", CheckNow: "Check this file", CheckWait: "Checking …",
	CheckSame:    "The same. This file was recorded on {0}, line {1} of {2} in the log of documents.",
	CheckDiffers: "Different. Do not use this file, and tell us.", CheckFailed: "It cannot be checked now. Try again later.",
	Checksum: "Check authenticity", ChecksumHow: "The original file gives the SHA-256 shown above. On Windows: certutil -hashfile file-name SHA256. On Linux and macOS: shasum -a 256 file-name.",
	FileLanguage: "language", NoFile: "Not uploaded yet", NoFileHow: "request this document",
	Details: "Details", Number: "Number", Class: "Class", Responsible: "Responsible", Made: "Made", Forms: "Available forms",
	Retention: "Retention", Period: "Period", Revisions: "History", OldFile: "old file", Nil: "Nil: there is nothing to report for this period.",
	Newest: "Newest", Older: "Older", Newer: "Newer", Archive: "Archive", Years: "Year", Months: "Month", Categories: "Category", All: "All",
	Empty: "There are no documents in this list yet.", EmptyHow: "Request information", Feed: "Atom feed", FeedJSON: "JSON feed", Pager: "Pages of the list", PageOf: "Page",
	Procedures: "Procedures", Procedure: "Procedure", Step: "No", Activity: "Activity", Actors: "Actor", Needs: "Needs", Time: "Time", Output: "Output", Remark: "Remark",
	Total: "Total time", Approved: "Approved by", InForce: "In force from", Basis: "Legal basis", Qualifications: "Qualifications",
	Tools: "Equipment", Warnings: "Warnings", Records: "Records", Connected: "Related procedures", Steps: "Steps",
	Start: "start", Process: "process", Decision: "decision", End: "end", GoTo: "go to step", Revised: "Revised", Shapes: "Symbols",
	Identity: "Basis and conditions", Desk: "Information desk", DocumentCount: "documents", NilMark: "Nil",
	Register: "Register of public information", Registers: "Register", Excluded: "Excluded information", Grounds: "Grounds", Opened: "Consequence of opening", Closed: "Benefit of closing",
	Interest: "Public interest", Parts: "Parts excluded", Term: "Term", Decided: "Decision", Status: "Status", Revoked: "Revoked by", Excluding: "Excluded",
	Instruments: "Regulations", Amends: "Amends", Revokes: "Revokes", OfficialText: "Official text", AmendedBy: "Amended by", RevokedBy: "Revoked by",
	Reports: "Information service reports", Requests: "Information requests", Received: "Received", Granted: "Granted in full", PartlyGranted: "Granted in part",
	Refused: "Refused", Pending: "Pending", Mean: "Mean", Median: "Median", Longest: "Longest", Objections: "Objections", Disputes: "Disputes",
	PerMonth: "Requests per month", ShowFigures: "Show figures", Example: "The figures on this page are examples, not real data.", WorkingDays: "working days",
	We: "We", You: "You", HowLong: "How long?", NewestFiles: "Newest documents", News: "News", AllFiles: "All documents", AllNews: "All news", MainTasks: "Main services", ForExample: "For example:",
	NotFound: "Page not found", NotFoundHow: "This address is not on our site. It may be misspelt, or the page has moved.",
	OldAddress: "Addresses of the old site lead to the new pages; if yours did not, please tell us.",
	Moved:      "This page has moved", MovedTo: "Open the new page",
	Wrong: "Is something on this page wrong or unclear?", WrongHow: "Tell us by", Code: "Page code", Call: "phone",
	Index: "Index A–Z", IndexHow: "All procedures, documents, regulations and pages by the first letter of their title. News is in the archive by year.",
	NoScript: "Searching needs JavaScript; the index below does not.", Translation: "English", TranslationOf: "Translation for information; the Indonesian text applies.",
	Ended: "Ended", Valid: "Valid until", Letter: "Letter number", Elsewhere: "another site",
	Hazard: "Hazard and size of the effect", Affected: "Who may be affected", Evacuation: "Evacuation", Avoid: "How to avoid harm",
	Help: "How to get help", Announcer: "Who must announce it", AnnounceHow: "How it is announced", Measures: "Measures taken",
	ElectionLimit: "Election period: for election information, at most", ColumnsTitle: "What the columns mean", WithdrawnTitle: "This page was withdrawn", WithdrawnOn: "Withdrawn", RowsShown: "The first %s rows of %s; the file has all.", TablePreview: "The table", OldRevision: "old revision, no longer in force", RelationsTitle: "Legal relations", Implements: "Carries out", ImplementedBy: "Carried out by", AnnexOf: "Annex of", Annexes: "Annexes", NoLongerHolds: "No longer in force.",
	CountHead: "Count", Decisions: "Decisions", ByReason: "Reasons for refusal", ByDuration: "Time to answer", MostMonth: "Most requests came in %s (%s), fewest in %s (%s).",
	GrantedShare: "%s of %s requests were granted in full (%s).", MostReason: "Most frequent reason: %s, %s of %s refusals.", InTime: "%s of %s answers were given by working day %s, the limit of the law.",
	NotHeld: "not held", Incomplete: "request incomplete", OnDay: "working day ", LaterThan: "after working day ", LimitDay: "limit: working day ",
	Smart: "SMART service", SmartFast: "Swift", SmartEasy: "Easy", SmartRight: "Accurate", SmartKind: "Friendly", SmartAble: "Skilled", PerCent: "of requests answered by what was published", OutOf: "out of 5", Respondents: "respondents",
	TrainedOf: "%s of %s officers trained", LimitIs: "limit", OpenBefore: "Answered by published documents", ObjectionsGranted: "%s of %s objections granted", ServiceBudget: "Budget of the service: %s of %s spent.", NoneOf: "None.",
	MirrorOf: "Mirrors the decision of the body above.", NowOpen: "Now open at",
	PrintAll: "Print all", TakeBack: "remove choice", OtherForms: "Other forms",
	RegisterColumns: []string{"No", "Title", "Summary", "Unit that holds it", "Responsible", "Made", "Forms", "Retention", "Class"},
	StatusMissing:   "Missing", StatusOverdue: "Overdue", StatusLinkOnly: "No file yet", StatusDueSoon: "Due soon", StatusMet: "Met", StatusNil: "Nil", StatusNotApplicable: "Not applicable", NoAnswer: "No evidence yet",
	AuditTitle: "How open we are", AuditLead: "What the law asks us to publish, what is there, and what is missing.",
	AuditHow: "Counted from the documents of this site against the list of duties. Ages count from the day the content was last changed or checked.",
	AllUnits: "All units", Duty: "Duty", Evidence: "Evidence", LastUpdate: "Updated", DueBy: "Due", DueCalendars: "Calendars of what falls due", Conditional: "if any", OfDuties: "duties", MetOf: "of",
	Question: "Question", Weight: "Weight", Answer: "Answer", Mark: "Mark", Estimate: "Estimated mark", MonevExample: "The questions and weights on this page are examples.", Gaps: "Missing", AsOfDay: "As of", DownloadAs: "Download", Reason: "Reason",
	AndBetween: " and ", OwnLongest: "Our own time, at most", ShortestWay: "All together, at least", LongestWay: "All together, at most", LoopsHow: "Repeated steps are not counted", PlainSteps: "Step by step",
	ThenGo: "go on to step", Finished: "Done.", YouDo: "What you do", YouGet: "What you get", ForCitizens: "For you", SOPSheet: "Standard operating procedure",
	MadeOn: "Made", RevisedOn: "Revised", EffectiveOn: "In force", ApprovedBy: "Approved by", NameOfSOP: "Procedure", SOPNumber: "Number", AsData: "This procedure as data (JSON)", Connector: "Connector", Remarks: "Remark",
	To: "To", PlaceDate: "Place and date: ……………………………", RightsTitle: "Rights of the requester", SendEmail: "Send by e-mail", SendWhatsApp: "Send by WhatsApp", CopyText: "Copy the text", TextCopied: "Text copied",
	PrivateHow: "The send buttons open your own e-mail program or WhatsApp; this page itself sends nothing. The identity number is left out: it is only on the printed sheet; hand it in with the copy.",
	AtOnce:     "when received", Superior: "Superior of the PPID", Commission: "Information Commission", BothParties: "Both parties", CollectiveLeave: "collective leave",
	ReceivedOn: "Received", NotKnown: "not confirmed yet", Provisional: "provisional", ProvisionalHow: "Days marked provisional fall in a year whose holidays have not been set; the true day may be later.",
	CalculatorPick: "Request received on", CalculatorShow: "Calculate", CalculatorSkip: "Not counted", Holidays: "Holidays that are not counted", Holiday: "holiday", AllDeadlines: "All deadlines", Who: "Who", LegalBasis: "Legal basis",
	ImmediateNotices: "Immediate notices", MoreAlerts: "and %s more", ReadHere: "Read on this page", OtherVersion: "ask for another version", Content: "Content", Cite: "Cite this document",
	FilterFor: "Search in this list", FilterGo: "Filter", FilterCount: "%s match", FilterNone: "Nothing matches. Try other words, or search the whole site.",
	QualityStandard: "Quality standard", Flow: "Flow and quality standard", Length: "Length",
	FoundCount: "%s found", FoundPartly: "Nothing has all of the words. %s have some:", FoundNone: "Nothing found.", FoundMore: "Show more", DidYouMean: "Did you mean:",
	IndexBroken: "Searching does not work just now: a part of the index did not load. Use the index A–Z below, or reload the page.", KindOf: "Kind", RequestThis: "Request this information",
	RequestNow: "Request information now", MetShare: "Share met", JumpsTo: "goes on to row", JumpsFrom: "comes from row", TagTitle: "Keyword: ", NeedsHead: "Requirements", Languages: "Languages", ProceduresLead: "Steps, time, and who carries out each service.", RegisterLead: "All documents held by %s, also those not uploaded yet.",
	ImmediateLead: "Information that may threaten the lives of many or public order (Act 14/2008, article 10).",
	CheckFirst:    "Look first", FiveSteps: "Steps on this page",
	TestedTitle: "Test results", TestedOn: "Tested on", TestedRules: "Rules", TestedRulesText: "WCAG 2.2 levels A and AA, and the tool's best practices", TestedPages: "Sorts of pages",
	TestedScreens: "Screens", TestedTools: "Tools", TestedFaults: "Faults", NoFaults: "none found", Schemes: []string{"light", "dark", "colours chosen by the user"},
	CorrectTitle: "Title", OriginalTitle: "Title on the old site", Print: "Print", Announcements: "Announcements", Documents: "Documents", Page: "Page",
}

// words returns the words of a language.
func words(lang string) *Words {
	if lang == "en" {
		return English
	}
	return Indonesian
}
