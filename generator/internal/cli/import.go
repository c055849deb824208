package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/importer"
)

var (
	helpImport = diag.Words{ID: "membawa isi dari situs lama",
		EN: "carries content over from an old site"}
	longImport = diag.Words{ID: `
maklumat import [pilihan] SUMBER

Membuat dokumen dari isi yang sudah ada. Tidak ada yang ditimpa. Alamat lama menjadi aliases,
dan yang tidak dapat dibawa disebut satu per satu dengan sebabnya. Yang dulu tidak untuk umum
tidak dibawa sama sekali.

  maklumat import ekspor.xml --media uploads       ekspor WordPress dan folder wp-content/uploads
  maklumat import ../situs-hugo/content --media ../situs-hugo/static
  maklumat import ../situs-jekyll                  folder Hugo atau Jekyll
  maklumat import dip.xlsx                         Daftar Informasi Publik, juga .csv
  maklumat import berita-2021-12-07.txt            satu artikel yang disalin dari halaman
  maklumat import --dry-run ekspor.xml             hanya menyebut apa yang akan ditulis`, EN: `
maklumat import [options] SOURCE

Makes documents of what is there already. Nothing is overwritten. Old addresses become
aliases, and what cannot be carried is named with its reason. What was not public before is
not carried at all.

  maklumat import export.xml --media uploads       a WordPress export and its wp-content/uploads
  maklumat import ../hugo-site/content --media ../hugo-site/static
  maklumat import ../jekyll-site                   a folder of Hugo or Jekyll
  maklumat import dip.xlsx                         a register of public information, also .csv
  maklumat import berita-2021-12-07.txt            one article, copied from a page
  maklumat import --dry-run export.xml             only say what would be written`}
)

func (p *program) importFrom(ctx context.Context, args []string) int {
	f := p.flags("import", longImport)
	media := f.String("media", "", p.say("`FOLDER` berkas situs lama, seperti wp-content/uploads",
		"`FOLDER` of the old site's files, such as wp-content/uploads"))
	category := f.String("kategori", "",
		p.say("`SLUG` kategori berita yang kategorinya tidak dikenal",
			"`SLUG` of the category for news of no known one"))
	var o options
	f.StringVar(&o.date, "date", "",
		p.say("anggap hari ini `TANGGAL` ini", "take this `DATE` for today"))
	dry := f.Bool("dry-run", false, p.say("jangan menulis", "write nothing"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if f.NArg() != 1 {
		return p.wrong("import", p.say("sebutkan satu sumber", "name one source"))
	}
	source := f.Arg(0)
	return p.look(ctx, "import", o, func(s *build.Snapshot) int {
		o := &importer.Options{
			Category: *category,
			Units:    s.Site.Data.Units,
			Today:    s.AsOf().Day,
			Zone:     disclosure.Zone(s.Settings().Zone),
			Taken: func(path string) bool {
				_, err := os.Lstat(filepath.Join(p.dir, filepath.FromSlash(path)))
				return err == nil
			},
			Answered: func(address string) bool {
				_, ok := s.Job(strings.TrimPrefix(address, "/") + "index.html")
				return ok
			},
		}
		for _, c := range s.Settings().Categories {
			o.Categories = append(o.Categories, c.Slug)
		}
		if *media != "" {
			if info, err := os.Stat(*media); err != nil || !info.IsDir() {
				return p.wrong("import",
					fmt.Sprintf(p.say("folder %s tidak ada", "there is no folder %s"), *media))
			}
			root, err := os.OpenRoot(*media) // a link in it leads nowhere else
			if err != nil {
				return p.broken(err)
			}
			defer root.Close()
			o.Media = root.FS()
		}
		r, err := p.importSource(source, o)
		var unreadable *importer.Unreadable
		if errors.As(err, &unreadable) {
			err = errors.New(unreadable.Why.In(p.lang))
		}
		if err != nil {
			fmt.Fprintf(p.err, "maklumat import: %s\n", diag.Masked(err.Error()))
			return exitUsage
		}
		return p.carry(r, *dry)
	})
}

// siteAround returns the folder with the settings of the site that a folder is of, and that folder
// in it: at most three levels up, as content/id/berita is in its site.
func siteAround(folder string) (site, within string) {
	if whole, err := filepath.Abs(folder); err == nil {
		site = whole
		for range 4 {
			if importer.HasSettings(os.DirFS(site)) {
				if within, err := filepath.Rel(site, whole); err == nil {
					return site, filepath.ToSlash(within)
				}
			}
			site = filepath.Dir(site)
		}
	}
	return folder, "."
}

// importSource reads a source by what it is.
func (p *program) importSource(source string, o *importer.Options) (*importer.Result, error) {
	info, err := os.Stat(source)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf(p.say("tidak ada %s", "there is no %s"), source)
	}
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		site, within := siteAround(source)
		root, err := os.OpenRoot(site) // its settings say what is public
		if err != nil {
			return nil, err
		}
		o.Within = within
		return importer.Folder(root.FS(), o)
	}
	f, err := os.Open(source)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	switch ext := strings.ToLower(filepath.Ext(source)); ext {
	case ".xml":
		if o.Media == nil {
			fmt.Fprintln(p.err,
				p.say("tanpa --media gambar dan berkas tidak dibawa, dan yang sudah "+
					"ditulis tidak ditimpa nanti",
					"without --media no pictures and files are carried, and what is written now is not "+
						"overwritten later"))
		}
		return importer.WordPress(f, o)
	case ".csv", ".xlsx", ".txt", ".md":
		const most = 64 << 20
		b, err := io.ReadAll(io.LimitReader(f, most+1))
		switch {
		case err != nil:
			return nil, err
		case len(b) > most:
			return nil, fmt.Errorf(p.say("%s lebih besar dari %d byte",
				"%s is larger than %d bytes"),
				source, most)
		case ext == ".txt" || ext == ".md" && !bytes.HasPrefix(b, []byte("---")):
			return importer.Article(source, b, o)
		case ext != ".md":
			return importer.Register(source, b, o)
		}
	}
	return nil, fmt.Errorf(p.say("tidak tahu apa itu %s; yang dapat dibawa: .xml, .csv, .xlsx, "+
		".txt, atau sebuah folder",
		"what is %s? known are .xml, .csv, .xlsx, .txt, or a folder"), source)
}

// carry writes the documents that were made from a source, and names what could not be
// carried over.
func (p *program) carry(r *importer.Result, dry bool) int {
	copied := 0
	for _, d := range r.Documents {
		fmt.Fprintln(p.out, d.Path)
		if dry {
			copied += len(d.Files)
			continue
		}
		for _, c := range d.Files {
			switch err := p.copyMedia(c); {
			case errors.Is(err, fs.ErrExist): // shown by two documents
			case err != nil:
				return p.broken(err)
			default:
				copied++
			}
		}
		if err := create(filepath.Join(p.dir, filepath.FromSlash(d.Path)),
			bytes.NewReader(d.Text)); err != nil {
			return p.broken(err)
		}
	}
	report := reportOfImport(r, p.lang)
	file, err := p.tellImport(report, len(r.Left), dry)
	if err != nil {
		return p.broken(err)
	}
	if len(r.Categories) > 0 {
		fmt.Fprintln(p.err,
			p.say("Kategori yang belum ada di content/site.yaml; tambahkan sebelum "+
				"mengimpor supaya tidak hilang:",
				"Categories that content/site.yaml does not have; add them before importing, so that "+
					"they are not lost:"))
		for _, slug := range slices.Sorted(maps.Keys(r.Categories)) {
			fmt.Fprintf(p.err, "  - {slug: %s, nama: %q}\n", slug, r.Categories[slug])
		}
	}
	done := p.say("%d dokumen dan %d berkas ditulis; %d hal perlu dilihat (di atas). Lanjutkan "+
		"dengan: maklumat check\n",
		"%d documents and %d files written; %d matters to look at (above). Go on with: maklumat "+
			"check\n")
	if file != "" {
		done = p.say("%d dokumen dan %d berkas ditulis; %d hal perlu dilihat, satu per satu di "+file+
			". Lanjutkan dengan: maklumat check\n",
			"%d documents and %d files written; %d matters to look at, one by one in "+file+
				". Go on with: maklumat check\n")
	}
	if dry {
		done = p.say("%d dokumen dan %d berkas akan ditulis; %d hal perlu dilihat (di atas)\n",
			"%d documents and %d files would be written; %d matters to look at (above)\n")
	}
	fmt.Fprintf(p.err, done, len(r.Documents), copied, len(r.Left))
	return exitDone
}

// copyMedia copies a file of the old site. It never overwrites.
func (p *program) copyMedia(c importer.Copy) error {
	from, err := c.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	return create(filepath.Join(p.dir, filepath.FromSlash(c.To)), from)
}
