package page

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/markdown"
)

// AddressFile is the output that lists the address of every document with the file it came from,
// the pages of its figures, its old addresses, and those that were withdrawn. The next build holds
// itself against it: an address that was once public stays answered, release after release.
//
// It is an output, and not a file that editors commit, because what readers have seen is
// what was released: the list can be had from the live site, and nobody has to merge it.
const AddressFile = "alamat.json"

// Addresses is what AddressFile holds: the document files by address.
type Addresses struct {
	Site      string            `json:"situs"` // its address; "" in releases that did not say
	Documents map[string]string `json:"dokumen"`
}

func (g *Filling) addressFile() []byte {
	a := Addresses{Site: g.settings.BaseURL, Documents: map[string]string{}}
	for _, w := range g.read.Withdrawn() {
		a.Documents[w.Address] = content.WithdrawnFile
	}
	for i := range g.read.Shape().Documents() {
		if i.Draft {
			continue // shown to the editor alone
		}
		for _, alias := range i.Aliases {
			a.Documents[alias] = i.Path
		}
		if !i.OwnPage {
			continue
		}
		a.Documents[i.Address] = i.Path
		for _, ref := range i.Shown {
			if ref.Kind != markdown.Figures {
				continue
			}
			if _, c, _ := chosen(g.read, i.Path, &markdown.Ref{Alt: ref.Block}, g.picks); c != nil {
				for _, page := range c.Pages {
					a.Documents[i.Address+page.Slug+"/"] = i.Path
				}
			}
		}
	}
	return marshal(a)
}

// IsOther reports whether the addresses are those of another site, such as the samples that
// a body starts from: nobody is waiting for them here.
func (a Addresses) IsOther(baseURL string) bool { return a.Site != "" && a.Site != baseURL }

// Lost reports addresses of the last release that nothing answers any more. A document that
// is held back or closed is the gate's affair: its file is still there, and its address
// comes back with it or may never be spoken of again.
func Lost(baseURL string, jobs []Job, last Addresses, isHeld func(file string) bool) diag.List {
	var diags diag.List
	if last.IsOther(baseURL) {
		diags.Add(diag.AddressOther, diag.Span{File: content.SettingsFile}, last.Site)
		return diags
	}
	for address, file := range last.Documents {
		at, found := slices.BinarySearchFunc(jobs, output(Slashed(address)),
			func(j Job, path string) int { return cmp.Compare(j.Path, path) })
		if found && (jobs[at].Sort == Page || jobs[at].Sort == Copy) || isHeld(file) {
			continue
		}
		d := diag.New(diag.AddressLost, diag.Span{File: file}, address)
		d.Sealed = true // the file may be gone for a reason
		diags = append(diags, d)
	}
	return diags.Sort()
}

// Slashed completes an address of a page: its last part has a slash or an ending.
func Slashed(address string) string {
	if strings.HasSuffix(address, "/") || path.Ext(address) != "" {
		return address
	}
	return address + "/"
}

// A Withdrawal is the page at an address that was withdrawn.
type Withdrawal struct {
	Date   When
	Reason string
}

// withdrawals plans a page for each address that was withdrawn.
func (p *planner) withdrawals() {
	for _, w := range p.read.Withdrawn() {
		p.add(Job{
			Path:    output(Slashed(w.Address)),
			Sort:    Page,
			Layout:  "ditarik",
			Instead: "halaman",
			List:    w.Address,
			File:    content.WithdrawnFile,
		})
	}
}

func (g *Filling) withdrawal() {
	v := g.view
	v.Title, v.NoIndex = v.T["WithdrawnTitle"], true
	for _, w := range g.read.Withdrawn() {
		if w.Address == g.job.List {
			v.Withdrawal = &Withdrawal{formatDay(w.Day, g.words), w.Reason}
		}
	}
}
