package page

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"maklumat/generator/internal/attachment"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/picture"
	"maklumat/generator/internal/site"

	"pgregory.net/rapid"
)

// TestPlan says how outputs of each sort are made.
func TestPlan(t *testing.T) {
	m := build(t)
	for _, want := range []Job{
		{
			Path:    "profil/index.html",
			Sort:    Page,
			Layout:  "halaman",
			Instead: "halaman",
			Doc:     "content/halaman/profil.md",
		},
		{
			Path:    "minta-informasi/index.html",
			Sort:    Page,
			Layout:  "tenggat",
			Instead: "halaman",
			Doc:     "content/halaman/minta-informasi.md",
		},
		{
			Path:   "layanan/minta/index.html",
			Sort:   Page,
			Layout: "alihan",
			Doc:    "content/halaman/minta-informasi.md",
			Target: "/minta-informasi/",
		},
		{
			Path:    "inovasi/log/index.html",
			Sort:    Page,
			Layout:  "inovasi",
			Instead: "halaman",
			Doc:     "content/inovasi/log.md",
		},
		{
			Path:    "inovasi/index.html",
			Sort:    Page,
			Layout:  "daftar",
			Instead: "daftar",
			List:    "inovasi",
			Last:    true,
		},
		{
			Path:    "informasi/index.html",
			Sort:    Page,
			Layout:  "register",
			Instead: "daftar",
			List:    "informasi",
			Last:    true,
		},
		{
			Path:    "informasi/2025/index.html",
			Sort:    Page,
			Layout:  "register",
			Instead: "daftar",
			List:    "informasi/2025",
			Last:    true,
		},
		{
			Path:    "berita/2026/halaman/1/index.html",
			Sort:    Page,
			Layout:  "daftar",
			Instead: "daftar",
			List:    "berita/2026",
			Number:  1,
			Last:    true,
		},
		{Path: "berita/feed.xml", Sort: Atom, List: "berita"},
		{Path: "berita/feed.json", Sort: JSONFeed, List: "berita"},
		{Path: "sitemap.xml", Sort: SitemapIndex},
		{Path: "sitemap-berita-2026.xml", Sort: Sitemap, List: "berita/2026"},
		{Path: "robots.txt", Sort: Robots},
		{Path: "en/index.html", Sort: Page, Layout: "beranda", Lang: "en"},
		{Path: "404.html", Sort: Page, Layout: "404"},
		{Path: "og.png", Sort: Copy, File: "static/og.png"},
		{
			Path: "dokumen/anggaran/anggaran.csv",
			Sort: Copy,
			File: "content/informasi/anggaran.csv",
			Doc:  "content/informasi/anggaran.md",
		},
		{
			Path: "minta-informasi/film.id.vtt",
			Sort: Copy,
			File: "content/halaman/film.id.vtt",
			Doc:  "content/halaman/minta-informasi.md",
		},
		{
			Path:   "sop/permintaan/sop.json",
			Sort:   Export,
			Layout: "sop.json",
			Doc:    "content/sop/permintaan.md",
		},
		{
			Path:   "laporan/2025/laporan.csv",
			Sort:   Export,
			Layout: "laporan.csv",
			Doc:    "content/laporan/2025.md",
		},
		{Path: "keterbukaan/keuangan.ics", Sort: Export, Layout: "audit.ics", List: "keuangan"},
		{
			Path:    "monev/2026/index.html",
			Sort:    Page,
			Layout:  "monev",
			Instead: "halaman",
			List:    "2026",
		},
		{
			Path:    "dokumen/lama/index.html",
			Sort:    Page,
			Layout:  "ditarik",
			Instead: "halaman",
			List:    "/dokumen/lama/",
			File:    content.WithdrawnFile,
		},
	} {
		if got := m.job(want.Path); got == nil || *got != want {
			t.Errorf("%s: %+v, want %+v", want.Path, got, want)
		}
	}
	for _, path := range []string{
		"informasi/dikecualikan/memo/index.html", // on the page of the register of exclusions
		"berita/2026/lima/foto.jpg",              // scaled only
		"informasi/dikecualikan/feed.xml", "feed.xml",
		"sitemap-tag-anggaran.xml", "sitemap-berita.xml",
	} {
		if j := m.job(path); j != nil {
			t.Errorf("%s: %+v, want none", path, j)
		}
	}
}

// TestPictures holds that a picture is planned in each of its widths, under an address that
// changes with its bytes, and once only, wherever it is shown.
func TestPictures(t *testing.T) {
	widths := func(m *built) map[string][]int {
		all := map[string][]int{}
		for _, j := range m.jobs {
			if j.Sort == ScaledPicture {
				all[j.File] = append(all[j.File], j.Width)
			}
		}
		for _, w := range all {
			slices.Sort(w)
		}
		return all
	}
	m := build(t)
	got := widths(m)
	if !slices.Equal(got["content/berita/2026/foto.jpg"], []int{480, 480, 800, 800, 1000}) ||
		!slices.Equal(got["content/halaman/denah.png"], []int{400}) || len(got) != 2 {
		t.Errorf("pictures are planned in the widths %v", got)
	}
	p := m.page("berita/2026/lima/index.html").News.Photos[0]
	for _, version := range strings.Split(p.Srcset+", "+p.WebP, ", ") {
		address, _, _ := strings.Cut(version, " ")
		if m.job(strings.TrimPrefix(address, "/ppid/")) == nil {
			t.Errorf("the page shows %s, which is not planned", address)
		}
	}
	if !strings.HasSuffix(p.WebP, "-w800.webp 800w") || strings.Count(p.WebP, ".webp") != 2 {
		t.Errorf("for phones there is %s", p.WebP)
	}
	if p.Width != 1000 || p.Height != 500 || p.Lazy {
		t.Errorf("the first photo is %+v", p)
	}
	other := *blobs["content/berita/2026/foto.jpg"]
	other.Sum = digest.Of([]byte("another photo"))
	first := pictureAddress("x/foto.jpg", blobs["content/berita/2026/foto.jpg"], 480, ".jpg")
	if first == pictureAddress("x/foto.jpg", &other, 480, ".jpg") {
		t.Errorf("two photos are at %s", first)
	}
	twice := build(t, change{
		"content/berita/2026/satu.md": smallSite["content/berita/2026/lima.md"],
	})
	if !maps.EqualFunc(widths(twice), got, slices.Equal) {
		t.Errorf("a photo that two articles show is planned as %v", widths(twice))
	}
}

// TestConflicts says which outputs cannot both be, and where the message about it is.
func TestConflicts(t *testing.T) {
	alias := func(address string) string {
		return "---\ntitle: Z\naliases: [" + address + "]\n---\nIsi.\n"
	}
	page := func(slug string) string { return "---\ntitle: Lain\nslug: " + slug + "\n---\nIsi.\n" }
	for _, tt := range []struct {
		name     string
		changes  change
		extra    []Job
		at, says string // the file of the message, and the address
		code     diag.Code
	}{
		{
			"a page at the address of a list", change{"content/halaman/b.md": page("berita")}, nil,
			"content/halaman/b.md", "/berita/", diag.AddressTaken,
		},
		{
			"two pages", change{"content/halaman/z.md": page("profil")}, nil,
			"content/halaman/z.md", "/profil/", diag.AddressTaken,
		},
		{
			"an old address that is taken",
			change{"content/halaman/z.md": "---\ntitle: Z\naliases: [/profil/]\n---\nIsi.\n"},
			nil, "content/halaman/z.md", "/profil/", diag.AddressTaken},
		{
			"a file at the address of a page", change{"static/profil/index.html": "x"}, nil,
			"content/halaman/profil.md", "/profil/", diag.AddressTaken,
		},
		{
			"a file where a folder is needed", change{"static/profil": "x"}, nil,
			"content/halaman/profil.md", "/profil/", diag.AddressTaken,
		},
		{
			"what every release has", change{"static/" + host.Manifest: "x"}, nil,
			"static/" + host.Manifest, "/" + host.Manifest, diag.AddressTaken,
		},
		{
			"an output that others make", nil, []Job{{Path: "profil/index.html", Sort: Written}},
			"content/halaman/profil.md", "/profil/", diag.AddressTaken,
		},
		{"one of another name", nil, []Job{{Path: "profil.html", Sort: Written}}, "", "", ""},
		{
			"an old address below the home page", change{"content/halaman/z.md": alias("/index.html/")}, nil,
			"content/halaman/z.md", "/index.html/", diag.AddressTaken,
		},
		{
			"an old address below a page", change{"content/halaman/z.md": alias("/profil/index.html/")}, nil,
			"content/halaman/z.md", "/profil/index.html/", diag.AddressTaken,
		},
		{
			"an old address below the list of files", change{"content/halaman/z.md": alias("/manifest.json/")}, nil,
			"content/halaman/z.md", "/manifest.json/", diag.AddressTaken,
		},
		{
			"an old address that is the list of files", change{"content/halaman/z.md": alias("/manifest.json")}, nil,
			"content/halaman/z.md", "/manifest.json", diag.AddressTaken,
		},
		{
			"an old address below a feed", change{"content/halaman/z.md": alias("/berita/feed.xml/")}, nil,
			"content/halaman/z.md", "/berita/feed.xml/", diag.AddressTaken,
		},
		{
			"an old address that is a feed", change{"content/halaman/z.md": alias("/berita/feed.xml")}, nil,
			"content/halaman/z.md", "/berita/feed.xml", diag.AddressTaken,
		},
		{
			"an old address below a file of the site", change{"content/halaman/z.md": alias("/robots.txt/x/")}, nil,
			"content/halaman/z.md", "/robots.txt/x/", diag.AddressTaken,
		},
		{
			"an old address in the folder of the search", change{"content/halaman/z.md": alias("/cari/indeks.txt")}, nil,
			"content/halaman/z.md", "/cari/indeks.txt", diag.AddressTaken,
		},
		{
			"an old address below the search", change{"content/halaman/z.md": alias("/cari/isi/x/")}, nil,
			"content/halaman/z.md", "/cari/isi/x/", diag.AddressTaken,
		},
		{
			"an old address of other case", change{"content/halaman/z.md": alias("/Profil/")}, nil,
			"content/halaman/z.md", "/Profil/", diag.AddressTaken,
		},
		{
			"an old address that is a compressed copy", change{"content/halaman/z.md": alias("/profil/index.html.gz")}, nil,
			"content/halaman/z.md", "/profil/index.html.gz", diag.AddressTaken,
		},
		{
			"an old address below a compressed copy", change{"content/halaman/z.md": alias("/profil/index.html.gz/x/")}, nil,
			"content/halaman/z.md", "/profil/index.html.gz/x/", diag.AddressTaken,
		},
		{
			"a name of Windows", change{"content/halaman/z.md": alias("/con/")}, nil,
			"content/halaman/z.md", "/con/", diag.AddressName,
		},
		{
			"a name of Windows with an ending", change{"content/halaman/z.md": alias("/x/Aux.html")}, nil,
			"content/halaman/z.md", "/x/Aux.html", diag.AddressName,
		},
		{
			"a name of Windows above", change{"content/halaman/z.md": alias("/lpt1/x/")}, nil,
			"content/halaman/z.md", "/lpt1/x/", diag.AddressName,
		},
		{
			"a slug of Windows", change{"content/halaman/z.md": page("nul")}, nil,
			"content/halaman/z.md", "/nul/", diag.AddressName,
		},
		{
			"a kind of Windows", change{"static/com1/a.txt": "x"}, nil,
			"static/com1/a.txt", "/com1/a.txt", diag.AddressName,
		},
		{
			"a name that is too long", change{"content/halaman/z.md": alias("/" + strings.Repeat("a", 201) + "/")}, nil,
			"content/halaman/z.md", "/" + strings.Repeat("a", 201) + "/", diag.AddressName,
		},
		{
			"a static file of other case", change{"static/PROFIL/index.html": "x"}, nil,
			"content/halaman/profil.md", "/profil/", diag.AddressTaken,
		},
		{
			"two static files of other case", change{"static/a.txt": "x", "static/A.txt": "y"}, nil,
			"static/a.txt", "/a.txt", diag.AddressTaken,
		},
		{
			"two static files of other Unicode form", change{"static/\u00e9.txt": "x", "static/e\u0301.txt": "y"}, nil,
			"static/\u00e9.txt", "/\u00e9.txt", diag.AddressTaken,
		},
		{
			"a folder and a file of other case", change{"static/a/b.txt": "x", "static/A": "y"}, nil,
			"static/a/b.txt", "/a/b.txt", diag.AddressTaken,
		},
		{
			"a static file with a character of Windows", change{"static/a:b.txt": "x"}, nil,
			"static/a:b.txt", "/a:b.txt", diag.AddressName,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := build(t, tt.changes)
			jobs, _ := Plan(m.world.Reader(), tt.extra)
			diags := conflictsOf(m.world.Reader(), jobs)
			switch {
			case tt.at == "":
				if len(diags) > 0 {
					t.Errorf("%v, want none", diags)
				}
			case len(diags) != 1 || diags[0].Code != tt.code ||
				diags[0].At.File != tt.at || diags[0].Args[0] != tt.says:
				t.Errorf("%v, want that %s is taken, at %s", diags, tt.says, tt.at)
			}
		})
	}
}

// conflictsOf are those of a site with search and compressed copies.
func conflictsOf(r *site.Reader, jobs []Job) diag.List {
	return Conflicts(r, jobs, func(path string) []string {
		if strings.HasSuffix(path, ".html") {
			return []string{path + ".gz"}
		}
		return nil
	}, "cari/")
}

// TestConflictsAlways draws outputs and holds that there is no message exactly when all of them can
// be written into one tree that tells neither case nor Unicode forms apart.
func TestConflictsAlways(t *testing.T) {
	m := build(t)
	part := rapid.SampledFrom([]string{"a", "A", "b", "a.html", "index.html", "\u00e9", "e\u0301", "con", "a."})
	rapid.Check(t, func(t *rapid.T) {
		var jobs []Job
		possible := true
		files, folders := map[string]bool{}, map[string]bool{}
		for range rapid.IntRange(1, 6).Draw(t, "outputs") {
			parts := rapid.SliceOfN(part, 1, 3).Draw(t, "path")
			jobs = append(jobs, Job{Path: strings.Join(parts, "/"), Sort: Written, File: "static/x"})
			folded := ""
			for i, p := range parts {
				possible = possible && p != "con" && p != "a."
				folded += "/" + strings.ReplaceAll(strings.ToLower(p), "e\u0301", "\u00e9")
				isFile := i == len(parts)-1
				possible = possible && !files[folded] && !(isFile && folders[folded])
				if isFile {
					files[folded] = true
				} else {
					folders[folded] = true
				}
			}
		}
		diags := Conflicts(m.world.Reader(), jobs, func(string) []string { return nil }, "")
		if (len(diags) == 0) != possible {
			t.Fatalf("%v: possible is %t, %v", jobs, possible, diags)
		}
	})
}

// TestUnknownLayout holds that a layout which the theme does not have is told with those that
// there are, where it was asked for.
func TestUnknownLayout(t *testing.T) {
	for _, tt := range []struct {
		name    string
		changes change
		at      string
		instead string
	}{
		{
			"of a document",
			change{"content/halaman/profil.md": "---\ntitle: Profil\nlayout: tengat\n---\nIsi.\n"},
			"content/halaman/profil.md", "tenggat",
		},
		{
			"of a kind",
			change{
				"content/kinds/inovasi.yaml": "label_id: I\nlabel_en: I\nlayout: berit\n",
				"content/inovasi/log.md":     "---\ntitle: L\n---\nIsi.\n",
			},
			"content/kinds/inovasi.yaml", "berita"},
	} {
		m := build(t, tt.changes)
		if len(m.diags) != 1 || m.diags[0].Code != diag.LayoutUnknown ||
			m.diags[0].At.File != tt.at {
			t.Errorf("%s: %v", tt.name, m.diags)
			continue
		}
		if d := m.diags[0]; d.Args[1] != strings.Join(layouts, ", ") || d.Replace != tt.instead {
			t.Errorf("%s: there are %s, instead %q, want %q", tt.name, d.Args[1], d.Replace,
				tt.instead)
		}
	}
}

// TestAttachments says what is told of the files that documents offer.
func TestAttachments(t *testing.T) {
	const csv, static = "content/informasi/anggaran.csv", "static/unggahan.pdf"
	const photo = "content/berita/2026/foto.jpg"
	counted := "---\n" +
		strings.TrimPrefix(strings.ReplaceAll(smallSite["content/informasi/anggaran.md"],
			"judul: Tabel}", "judul: Tabel, baris: 4}"), "---\n")
	checked := strings.ReplaceAll(smallSite["content/informasi/anggaran.md"], "judul: Tabel}",
		"judul: Tabel, diperiksa_oleh: PPID}")
	hits := make([]site.PersonalText, 9)
	for n := range hits {
		hits[n] = site.PersonalText{
			PersonalHit: disclosure.PersonalHit{Sort: disclosure.NIK},
			Place:       strconv.Itoa(n + 1),
		}
	}
	for _, tt := range []struct {
		name    string
		file    string
		blob    site.Blob
		changes change
		want    []diag.Code
	}{
		{"nothing", csv, site.Blob{Info: attachment.Info{Rows: 3}}, nil, nil},
		{
			"rows that the header counts otherwise", csv, site.Blob{Info: attachment.Info{Rows: 3}},
			change{"content/informasi/anggaran.md": counted}, []diag.Code{diag.AttachmentRows},
		},
		{
			"another type", csv, site.Blob{Info: attachment.Info{Problem: attachment.WrongType}},
			nil, []diag.Code{diag.AttachmentType},
		},
		{
			"a password", csv, site.Blob{Info: attachment.Info{Problem: attachment.Encrypted}}, nil,
			[]diag.Code{diag.AttachmentEncrypted},
		},
		{
			"broken", csv, site.Blob{Info: attachment.Info{Problem: attachment.Unreadable}}, nil,
			[]diag.Code{diag.AttachmentBroken},
		},
		{
			"too large", csv, site.Blob{Info: attachment.Info{Problem: attachment.TooLarge}}, nil,
			[]diag.Code{diag.AttachmentLarge},
		},
		{
			"active", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Active, Does: "Script"}}, nil,
			[]diag.Code{diag.AttachmentActive},
		},
		{
			"unseen", csv, site.Blob{Info: attachment.Info{Problem: attachment.Unseen}}, nil,
			[]diag.Code{diag.AttachmentUnseen},
		},
		{
			"unseen, and somebody looked", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Unseen}},
			change{"content/informasi/anggaran.md": checked}, nil,
		},
		{
			"a scan", csv, site.Blob{Info: attachment.Info{Scan: true}}, nil,
			[]diag.Code{diag.AttachmentScan},
		},
		{
			"a scan, and somebody looked", csv, site.Blob{Info: attachment.Info{Scan: true}},
			change{"content/informasi/anggaran.md": checked}, nil,
		},
		{
			"a photo that says where", csv, site.Blob{Info: attachment.Info{Location: true}}, nil,
			[]diag.Code{diag.AttachmentLocation},
		},
		{
			"personal data, the first ones only", csv, site.Blob{Personal: hits}, nil,
			slices.Repeat([]diag.Code{diag.PersonalNumber}, maxPersonal),
		},
		{"a photo that is none", photo, site.Blob{}, nil, []diag.Code{diag.ImageBroken}},
		{
			"a photo of too many pixels", photo, site.Blob{Pixels: 60_000_000}, nil,
			[]diag.Code{diag.ImageLarge},
		},
		{
			"a photo", photo, site.Blob{Picture: picture.Info{Width: 10, Height: 10, Ext: ".jpg"}},
			nil, nil,
		},
		{
			"an archive in an archive", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Active, Does: attachment.Nested, Where: "b.zip"}},
			nil, []diag.Code{diag.AttachmentArchive},
		},
		{
			"a page in an archive", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Active, Does: attachment.Page, Where: "b.html"}},
			nil, []diag.Code{diag.AttachmentArchive},
		},
		{
			"a key", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Secret, Does: attachment.Key}},
			nil, []diag.Code{diag.AttachmentSecret},
		},
		{
			"what is elsewhere", csv,
			site.Blob{Info: attachment.Info{Warnings: []attachment.Warning{{Does: attachment.Linked}}}},
			nil, []diag.Code{diag.AttachmentOutside},
		},
		{
			"a picture that cannot be cleaned", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Unclean}},
			nil, []diag.Code{diag.AttachmentUnclean},
		},
		{
			"a page among static files", "static/a.html",
			site.Blob{Info: attachment.Info{Problem: attachment.Active, Does: attachment.Page}},
			change{"static/a.html": "x"}, []diag.Code{diag.AttachmentActive},
		},
		{
			"a page among static files of which nothing runs", "static/a.html",
			site.Blob{Info: attachment.Info{Problem: attachment.Active, Does: attachment.Page, Inert: true}},
			change{"static/a.html": "x"}, nil,
		},
		{
			"a page of which nothing runs that a document offers", csv,
			site.Blob{Info: attachment.Info{Problem: attachment.Active, Does: attachment.Page, Inert: true}},
			nil, []diag.Code{diag.AttachmentActive},
		},
		{
			"a key among static files", "static/a.txt",
			site.Blob{Info: attachment.Info{Problem: attachment.Secret, Does: attachment.Key}},
			change{"static/a.txt": "x"}, []diag.Code{diag.AttachmentSecret},
		},
		{
			"an active PDF among static files", static,
			site.Blob{Info: attachment.Info{Problem: attachment.Active}}, change{static: "x"},
			[]diag.Code{diag.AttachmentActive},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := build(t, tt.changes)
			files := maps.Clone(blobs)
			files[tt.file] = &tt.blob
			sums := map[string]digest.Sum{}
			for _, name := range layouts {
				sums[name] = digest.Of([]byte(name))
			}
			_, diags := Plan(site.NewWorld(m.site, files, sums, shipped(t)).Reader(), nil)
			var got []diag.Code
			for _, d := range diags {
				got = append(got, d.Code)
				if d.At.File == "" {
					t.Errorf("%v is nowhere", d)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// TestLost says which addresses of the last release are missed.
func TestLost(t *testing.T) {
	m := build(t)
	const here = "https://badan.example/ppid/"
	for _, tt := range []struct {
		name, address, file string
		last                string // the site of the last release
		held                bool
		want                diag.Code
	}{
		{"a page that is there", "/profil/", "a.md", here, false, ""},
		{"without its slash", "/profil", "a.md", here, false, ""},
		{"one that leads on", "/layanan/minta/", "a.md", here, false, ""},
		{"a place on a page", "/informasi/dikecualikan/#memo", "a.md", here, false, ""},
		{"one that was withdrawn", "/dokumen/lama/", "a.md", here, false, ""},
		{"a file", "/og.png", "a.md", here, false, ""},
		{"one that is gone", "/tidak-ada/", "a.md", here, false, diag.AddressLost},
		{"one that is held back", "/tidak-ada/", "a.md", here, true, ""},
		{"a feed is no page", "/berita/feed.xml", "a.md", here, false, diag.AddressLost},
		{"a release that did not say whose", "/tidak-ada/", "a.md", "", false, diag.AddressLost},
		{
			"one of another site", "/tidak-ada/", "a.md", "https://lain.example/", false,
			diag.AddressOther,
		},
	} {
		last := Addresses{Site: tt.last, Documents: map[string]string{tt.address: tt.file}}
		diags := Lost(here, m.jobs, last, func(file string) bool { return tt.held })
		switch {
		case tt.want == "" &&
			len(diags) > 0, tt.want != "" && (len(diags) != 1 || diags[0].Code != tt.want):
			t.Errorf("%s: %v, want %s", tt.name, diags, tt.want)
		}
	}
}

// TestSlashed says how an address of a page is completed.
func TestSlashed(t *testing.T) {
	for address, want := range map[string]string{
		"/": "/", "/a": "/a/", "/a/": "/a/", "/a.html": "/a.html", "/a.b/c": "/a.b/c/",
	} {
		if got := Slashed(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
