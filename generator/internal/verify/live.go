package verify

import (
	"context"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// A live is a site being compared.
type live struct {
	*Site
	sums map[string]digest.Sum // of the manifest, by path
	name string                // that no file has

	// Those whom the site lets in, and which of them are people and crawlers.
	visitors, people, crawlers []*Visitor

	mu     sync.Mutex
	report Report
}

func (s *Site) live() *live {
	l := &live{Site: s, sums: map[string]digest.Sum{}, name: digest.Of(s.Release.Text).Short()}
	for _, e := range s.Release.Files {
		l.sums[e.Path] = e.Sum
	}
	return l
}

// Live compares the site with its release, as every visitor. It returns when all is compared or ctx
// is done.
func (s *Site) Live(ctx context.Context) *Report {
	l := s.live()
	if !l.enter(ctx) {
		return &l.report // once is enough when nobody is there
	}
	queue := make(chan func(context.Context))
	var group sync.WaitGroup
	for range max(s.Workers, 1) {
		group.Go(func() {
			for do := range queue {
				if ctx.Err() == nil {
					do(ctx)
				}
			}
		})
	}
	for _, do := range l.plan() {
		queue <- do
	}
	close(queue)
	group.Wait()
	if err := ctx.Err(); err != nil {
		l.fail(&Failure{Err: err})
	}
	l.report.sort()
	return &l.report
}

// enter requests the home page as everybody, and keeps those whom the server lets in. One who is
// turned away there and from the manifest, by a firewall that knows crawlers by their addresses,
// would be everywhere: that can only be said. It returns false if nobody is answered.
func (l *live) enter(ctx context.Context) bool {
	first := 0 // what the first visitor is answered
	for i := range Visitors {
		v := &Visitors[i]
		a, err := l.get(ctx, l.Base.String(), v, 1)
		if i == 0 {
			if err != nil {
				l.fail(err)
				return false
			}
			first = a.status
		}
		isAway := err != nil || a.status != first && isRefusal(a.status)
		if isAway {
			a, err = l.get(ctx, l.address(host.Manifest), v, 1)
			isAway = err != nil || isRefusal(a.status)
		}
		switch {
		case err != nil:
			failure := err.(*Failure)
			failure.Visitor = v.Name
			l.fail(failure)
		case isAway:
			l.fail(&Failure{Visitor: v.Name, Status: a.status})
		default:
			l.admit(v)
		}
	}
	return true
}

func (l *live) admit(v *Visitor) {
	l.visitors = append(l.visitors, v)
	if v.Crawler {
		l.crawlers = append(l.crawlers, v)
	} else {
		l.people = append(l.people, v)
	}
}

// isRefusal reports whether a server answers with a status to those to whom it will not speak.
func isRefusal(status int) bool {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotAcceptable,
		http.StatusMethodNotAllowed, http.StatusBadRequest:
		return true
	}
	return false
}

func (l *live) find(kind Kind, path string, v *Visitor, detail string) {
	l.mu.Lock()
	l.report.Findings = append(l.report.Findings,
		Finding{Kind: kind, Path: path, Visitors: []string{v.Name}, Detail: detail})
	l.mu.Unlock()
}

func (l *live) fail(err error) {
	l.mu.Lock()
	l.report.Unchecked = append(l.report.Unchecked, err)
	l.mu.Unlock()
}

// The numbers of requests among which a plan chooses.
const (
	perPage = 16      // that a page of a large site may take
	perFile = 4       // that another file of it takes
	plenty  = 12_000  // that a site may take whatever its size
	leeway  = 1_000   // of them for what does not grow with the site
	forPage = 14      // that a page takes if not all is tried on it
	forAll  = 28      // that it takes if all is
	large   = 1 << 20 // the bytes beyond which a file is requested perFile times
)

// A plan is the list of all that is requested.
type plan struct {
	*live
	todo []func(context.Context)

	each  int            // as how many visitors a file that is no page is requested
	whole bool           // whether every question is asked of every page
	nth   map[string]int // how many files of a type there were
	top   map[string]bool
}

// plan returns all that is to be done. Pages are requested as everybody, other files as everybody
// where there are few, and else each as some, so that everybody sees some files of each type.
func (l *live) plan() []func(context.Context) {
	p := &plan{live: l, nth: map[string]int{}, top: map[string]bool{}}
	pages, others := 0, 0
	for _, e := range l.Release.Files {
		switch {
		case host.IsSettings(e.Path) || l.isCopy(e.Path):
		case isPage(e.Path):
			pages++
		default:
			others++
		}
	}
	left := max(plenty, perPage*pages+perFile*others) - forPage*pages - perFile*others - leeway
	p.each = perFile + min(max(left, 0)/max(others, 1), len(Visitors)-perFile)
	p.whole = left-(p.each-perFile)*others >= (forAll-forPage)*pages
	for i := range l.Release.Files {
		p.file(&l.Release.Files[i])
	}
	p.folders()
	for i, name := range unknown {
		p.nothing(name, p.some(i, p.whole)...)
	}
	p.do(l.list)
	p.do(l.domain)
	return p.todo
}

func (p *plan) do(f func(context.Context)) { p.todo = append(p.todo, f) }

// ask plans a request as each of some visitors.
func (p *plan) ask(q question, as ...*Visitor) {
	for _, v := range as {
		p.do(func(ctx context.Context) { p.look(ctx, &q, v) })
	}
}

// some returns everybody, or a person and a crawler whose turn it is.
func (p *plan) some(i int, everybody bool) []*Visitor {
	if everybody {
		return p.visitors
	}
	return slices.Concat(p.one(p.people, i), p.one(p.crawlers, i))
}

// one returns the visitor among some whose turn it is, none if there are none.
func (p *plan) one(among []*Visitor, i int) []*Visitor {
	if len(among) == 0 {
		return nil
	}
	i = (i + p.Turn) % len(among)
	return among[i : i+1]
}

// file plans all requests for one file.
func (p *plan) file(e *store.Entry) {
	if host.IsSettings(e.Path) {
		p.do(func(ctx context.Context) { p.settings(ctx, e) })
		return
	}
	if p.isCopy(e.Path) {
		return // it is sent for the file that it is a copy of
	}
	p.report.Files++
	q := question{path: e.Path, address: p.address(e.Path), file: e}
	if encodings := p.encodings(e.Path); len(encodings) > 0 {
		// The encodings that a visitor accepts decide which of several files is sent.
		for _, encoding := range append(encodings, "identity") {
			p.ask(q, reading(encoding))
		}
	}
	p.ask(q, p.viewers(e)...)
	if isPage(e.Path) {
		p.page(e)
	}
}

// viewers returns those as whom a file is requested.
func (p *plan) viewers(e *store.Entry) []*Visitor {
	if isPage(e.Path) || isMap(e.Path) {
		return p.visitors
	}
	others := p.visitors[1:]
	few := p.each - 1
	if e.Size > large {
		few = perFile - 1
	}
	kind := path.Ext(e.Path)
	first := (p.nth[kind] + p.Turn) * few
	p.nth[kind]++
	all := p.visitors[:1:1]
	for k := range min(few, len(others)) {
		all = append(all, others[(first+k)%len(others)])
	}
	return all
}

// few returns a person and a crawler, or, where not the whole is asked, one of them.
func (p *plan) few(i int, whole bool) []*Visitor {
	switch {
	case whole:
		return p.some(i, false)
	case i%2 == 0:
		return p.one(p.people, i/2)
	}
	return p.one(p.crawlers, i/2)
}

// page plans the other ways of asking for a page: with queries, and by other spellings of its
// address.
func (p *plan) page(e *store.Entry) {
	n := p.nth[".html"]
	p.nth[".html"]++
	head, _, _ := strings.Cut(e.Path, "/")
	whole := p.whole || !p.top[head]
	p.top[head] = true
	for i, query := range queries {
		if !whole && i != (n+p.Turn)%len(queries) {
			continue
		}
		q := question{path: e.Path, address: p.at(p.Base.Path+shown(e.Path), query),
			form: "?" + query, query: query, file: e}
		as := p.few(n+i, whole)
		if e.Path == "index.html" {
			as = p.visitors
		}
		p.ask(q, as...)
	}
	for i, form := range spellings(p.Base.Path + e.Path) {
		if !whole && i != (n+p.Turn)%3 {
			continue
		}
		q := question{path: e.Path, address: p.at(form, ""), form: form, file: e, absent: true}
		p.ask(q, p.few(n+n/3+i, whole)...)
	}
}

// spellings returns the other paths at which a server may find the index of a folder: with its
// name, without the slash, and with one too many. A file of another name has none.
func spellings(file string) []string {
	folder, ok := strings.CutSuffix(file, "/index.html")
	if !ok {
		return nil
	}
	if folder == "" {
		return []string{file, "//"}
	}
	parent, name := path.Split(folder)
	return []string{file, folder, parent + "/" + name + "/"}
}

// folders plans requests for what is in no folder of the release and beside none.
func (p *plan) folders() {
	seen := map[string]bool{".": true}
	n := 0
	for _, e := range p.Release.Files {
		for dir := path.Dir(e.Path); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if host.IsSettings(dir + "/") {
				continue
			}
			whole := p.whole && !strings.Contains(dir, "/")
			for i, name := range besides {
				if whole || i == (n+p.Turn)%len(besides) {
					p.nothing(dir+name, p.few(n+n/len(besides)+i, whole)...)
				}
			}
			n++
		}
	}
}

// nothing plans requests for an address that the release does not have.
func (p *plan) nothing(name string, as ...*Visitor) {
	file, query, _ := strings.Cut(strings.ReplaceAll(name, "%s", p.name), "?")
	if !p.has(file) {
		p.ask(question{path: file, address: p.at(p.Base.Path+file, query), absent: true}, as...)
	}
}

// has reports whether the release has a file at a path, or a folder of that name.
func (l *live) has(file string) bool {
	if _, ok := l.sums[file]; ok {
		return true
	}
	folder := strings.TrimSuffix(file, "/") + "/"
	i, _ := slices.BinarySearchFunc(l.Release.Files, folder, func(e store.Entry, s string) int {
		return strings.Compare(e.Path, s)
	})
	return i < len(l.Release.Files) && strings.HasPrefix(l.Release.Files[i].Path, folder)
}

// isCopy reports whether a file is the compressed copy of another.
func (l *live) isCopy(file string) bool {
	for _, ending := range []string{".gz", ".br"} {
		if of, ok := strings.CutSuffix(file, ending); ok && l.sums[of] != (digest.Sum{}) {
			return true
		}
	}
	return false
}

// encodings returns the encodings in which the release has a copy of a file.
func (l *live) encodings(file string) []string {
	var all []string
	for encoding, ending := range map[string]string{"gzip": ".gz", "br": ".br"} {
		if _, ok := l.sums[file+ending]; ok {
			all = append(all, encoding)
		}
	}
	return all
}

// isPage reports whether a file is a page, which search engines list.
func isPage(file string) bool { return path.Ext(file) == ".html" }

// isMap reports whether a file leads search engines to pages.
func isMap(file string) bool {
	name := path.Base(file)
	return name == "robots.txt" || strings.HasPrefix(name, "sitemap")
}
