package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"maklumat/generator/internal/build"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/search"
)

var (
	helpSearch = diag.Words{ID: "mencari seperti pengunjung situs",
		EN: "searches as visitors of the site do"}
	longSearch = diag.Words{ID: `
maklumat search KATA…

Mencari di indeks yang sama dengan halaman pencarian, dengan aturan yang sama: kata
berimbuhan bertemu dengan kata dasarnya, nomor dan tahun harus persis, kata di antara
tanda kutip dicari di judul.

  maklumat search anggaran 2025
  maklumat search '"laporan kinerja" 2024'
  maklumat search --jenis SOP keberatan`, EN: `
maklumat search WORDS…

Searches in the index of the search page, with the same rules: words meet whatever their
affixes, numbers and years are exact, words in quotes are looked for in titles.

  maklumat search anggaran 2025
  maklumat search '"laporan kinerja" 2024'
  maklumat search --jenis SOP keberatan`}
)

func (p *program) search(ctx context.Context, args []string) int {
	f := p.flags("search", longSearch)
	var o options
	o.register(p, f)
	var filter search.Filter
	f.StringVar(&filter.Kind, "jenis", "",
		p.say("hanya dokumen `JENIS` ini", "only documents of this `KIND`"))
	f.StringVar(&filter.Class, "golongan", "", p.say("hanya `GOLONGAN` ini", "only this `CLASS`"))
	f.StringVar(&filter.Unit, "unit", "", p.say("hanya dari `UNIT` ini", "only of this `UNIT`"))
	f.StringVar(&filter.Year, "tahun", "", p.say("hanya dari `TAHUN` ini", "only of this `YEAR`"))
	most := f.Int("n", 10, p.say("paling banyak `N` hasil", "at most `N` results"))
	format := f.String("format", "text",
		p.say("`BENTUK` keluaran: text atau json", "`FORMAT` of the output: text or json"))
	if code, done := p.parse(f, args); done {
		return code
	}
	if f.NArg() == 0 || *most < 1 || *format != "text" && *format != "json" {
		return p.wrong("search", p.say("sebutkan kata yang dicari", "name the words to look for"))
	}
	return p.look(ctx, "search", o, func(s *build.Snapshot) int {
		searcher, err := search.Open(s.Index().Read)
		if err != nil {
			return p.broken(err)
		}
		answer, err := searcher.Find(strings.Join(f.Args(), " "), filter, *most)
		if err != nil {
			return p.broken(err)
		}
		if *format == "json" {
			e := json.NewEncoder(p.out)
			e.SetIndent("", "  ")
			e.SetEscapeHTML(false)
			if err := e.Encode(answer); err != nil {
				return p.broken(err)
			}
			return exitDone
		}
		p.printAnswer(answer)
		return exitDone
	})
}

func (p *program) printAnswer(a search.Answer) {
	switch {
	case a.Total == 0:
		fmt.Fprintln(p.out, p.say("Tidak ditemukan.", "Nothing found."))
	case a.Partly:
		fmt.Fprintf(p.out, p.say("Tidak ada yang memuat semua kata. %d memuat sebagian:\n",
			"Nothing has all of the words. %d have some:\n"), a.Total)
	default:
		fmt.Fprintf(p.out, p.say("%d ditemukan\n", "%d found\n"), a.Total)
	}
	if a.Instead != "" {
		fmt.Fprintf(p.out, p.say("Mungkin maksud Anda: %s\n", "Did you mean: %s\n"), a.Instead)
	}
	for _, r := range a.Results {
		fmt.Fprintf(p.out, "\n%s\n  /%s\n", r.Title, r.Address)
		facts := []string{r.Kind}
		for _, f := range []string{r.Class, r.Unit, r.Date} {
			if f != "" {
				facts = append(facts, f)
			}
		}
		fmt.Fprintf(p.out, "  %s\n", strings.Join(facts, " · "))
	}
}
