package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/law"
)

var (
	helpLaw = diag.Words{ID: "menunjukkan paket hukum yang dipakai, dan apa yang berubah dengan yang terbaru",
		EN: "shows the packs of law in use, and what the newest would change"}
	longLaw = diag.Words{ID: `
maklumat law [--take] [pilihan]

Kewajiban, tenggat, hari libur, dan formulir menurut undang-undang ada dalam paket. Situs
menyebut yang dipakainya di content/site.yaml (hukum: [id-2026.11]), sehingga hukumnya
tidak berubah dengan sendirinya. Yang khusus bagi situs ditulis di content/data/.

  maklumat law          paket yang dipakai, yang terbaru, dan bedanya bagi situs ini
  maklumat law --take   memakai yang terbaru: hanya content/site.yaml yang diubah`, EN: `
maklumat law [--take] [options]

Duties, deadlines, holidays and forms of the law are in packs. A site names those it
uses in content/site.yaml (hukum: [id-2026.11]), so that its law does not change by
itself. What is special to a site stands in content/data/.

  maklumat law          the packs in use, the newest, and how they differ for this site
  maklumat law --take   uses the newest: only content/site.yaml is changed`}
)

// law shows what the newest packs of law would change, and takes them.
func (p *program) law(ctx context.Context, args []string) int {
	var o options
	f := p.flags("law", longLaw)
	o.register(p, f)
	take := f.Bool("take", false, p.say("pakai paket yang terbaru", "use the newest packs"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if f.NArg() > 0 {
		return p.wrong("law", p.say("tidak perlu nama berkas", "no file names are needed"))
	}
	return p.look(ctx, "law", o, func(s *build.Snapshot) int {
		names := s.PackNames()
		pinned := s.Settings().Packs
		if len(pinned) == 0 {
			fmt.Fprintf(p.out, p.say("Situs ini tidak memakai paket hukum. Yang ada: %s. Tulis "+
				"di content/site.yaml: hukum: [%[1]s]\n",
				"This site uses no pack of law. There are: %s. Write in content/site.yaml: "+
					"hukum: [%[1]s]\n"),
				strings.Join(names, ", "))
			return exitDone
		}
		newest := slices.Clone(pinned)
		for i := range newest {
			newest[i].Target = law.Newest(pinned[i].Target, names)
		}
		before, wrong := s.DataWith(pinned)
		now, diags := s.DataWith(newest)
		if wrong.Errors() > 0 { // the name of a pack may be one of them
			if err := p.printer(diag.Text).Print(p.out, wrong); err != nil {
				return p.broken(err)
			}
			return exitContent
		}
		for i, pack := range pinned {
			p.pack(before, pack.Target)
			if newest[i].Target == pack.Target {
				fmt.Fprintln(p.out, p.say("  yang terbaru", "  the newest"))
				continue
			}
			fmt.Fprintln(p.out, p.say("  ada yang lebih baru:", "  there is a newer one:"))
			p.pack(now, newest[i].Target)
		}
		p.changes(s, content.CompareLaw(before, now, p.lang))
		if diags.Errors() > 0 {
			fmt.Fprintln(p.out, p.say("Dengan yang terbaru, situs ini perlu diperbaiki:",
				"With the newest, this site must be mended:"))
			if err := p.printer(diag.Text).Print(p.out, diags); err != nil {
				return p.broken(err)
			}
		}
		if !*take || slices.Equal(pinned, newest) {
			return exitDone
		}
		if err := p.takeLaw(pinned, newest); err != nil {
			return p.broken(err)
		}
		fmt.Fprintln(p.out, p.say("content/site.yaml diubah.", "content/site.yaml was changed."))
		return exitDone
	})
}

// pack writes what a pack is.
func (p *program) pack(data *content.Data, name string) {
	fmt.Fprint(p.out, name)
	for _, pack := range data.Packs {
		if pack.Name == name {
			fmt.Fprintf(p.out, "  %s, %s\n  %s", pack.Label, pack.Date,
				strings.Join(strings.Fields(pack.About), " "))
		}
	}
	fmt.Fprintln(p.out)
}

// changes writes what is different for the site.
func (p *program) changes(s *build.Snapshot, all []content.LawChange) {
	sorts := []string{
		p.say("kewajiban", "duty"), p.say("tenggat", "deadline"), p.say("libur", "holiday"),
		p.say("formulir", "form"), p.say("pertanyaan", "question"),
	}
	for _, c := range all {
		name := sorts[c.Sort] + " " + c.ID
		switch {
		case c.Was == "":
			fmt.Fprintf(p.out, "  + %s: %s\n", name, c.Is)
		case c.Is == "":
			fmt.Fprintf(p.out, "  - %s: %s\n", name, c.Was)
		default:
			fmt.Fprintf(p.out, "  ~ %s: %s\n      → %s\n", name, c.Was, c.Is)
		}
		if c.Sort == content.DutyChange && c.Is == "" {
			for _, i := range s.Site.Items {
				for _, meets := range i.Meets {
					if meets.Target == c.ID {
						fmt.Fprintf(p.out, p.say("      disebut di %s\n", "      named in %s\n"),
							i.Path)
					}
				}
			}
		}
	}
}

// takeLaw writes the newest packs into the site's settings, and changes nothing else in them.
func (p *program) takeLaw(pinned, newest []content.Reference) error {
	name := filepath.Join(p.dir, filepath.FromSlash(content.SettingsFile))
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	text := string(src)
	for i := len(pinned) - 1; i >= 0; i-- {
		at := pinned[i].At
		now := strings.Replace(text[at.Start:at.End], pinned[i].Target, newest[i].Target, 1)
		text = text[:at.Start] + now + text[at.End:]
	}
	return replaceFile(name, []byte(text))
}
