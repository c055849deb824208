package verify

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"maklumat/generator/internal/digest"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/store"
)

// planting is how many bytes are read beyond the size of a file, to find out what was added.
const planting = 256 << 10

// notFound is the page for what is not there.
const notFound = "404.html"

// A question is a request, and what its answer may be.
type question struct {
	path    string       // of the file, or of what should not be there
	address string       // that is requested
	form    string       // how that differs from the address of the file; "" if it does not
	query   string       // that a redirect may hand on
	file    *store.Entry // that may be sent; nil for none
	absent  bool         // whether it may be answered that nothing is there
}

// look asks a question as a visitor, and reports what should not be in the answer.
func (l *live) look(ctx context.Context, q *question, v *Visitor) {
	limit := int64(planting)
	if q.file != nil {
		limit += q.file.Size
	}
	a, err := l.get(ctx, q.address, v, limit)
	if err == nil && q.form == "" && l.isElsewhere(q, a) {
		l.uninvited(q, a, v)
		a, err = l.get(ctx, l.target(q, a).String(), v, limit)
	}
	if err != nil {
		l.fail(err)
		return
	}
	l.uninvited(q, a, v)
	switch {
	case a.status == http.StatusNotFound && q.path == notFound:
		l.sent(q, a, v)
	case a.status == http.StatusNotFound || a.status == http.StatusGone:
		l.gone(q, a, v)
	case a.status >= 300 && a.status < 400:
		l.led(q, a, v)
	case isRefusal(a.status):
		l.refused(q, a, v)
	case a.status >= 200 && a.status < 300:
		l.sent(q, a, v)
	default:
		l.fail(&Failure{Address: q.address, Status: a.status})
	}
}

// target returns where an answer redirects to, nil if nowhere.
func (l *live) target(q *question, a *answer) *url.URL {
	from, err := url.Parse(q.address)
	if err != nil || a.status < 300 || a.status > 399 {
		return nil
	}
	to, err := from.Parse(a.header.Get("Location"))
	if err != nil || a.header.Get("Location") == "" || to.Host != l.Base.Host ||
		to.RawQuery != "" && to.RawQuery != q.query {
		return nil
	}
	return to
}

// isElsewhere reports whether a server has a file at another address than its own: some leave out
// the ending of a page, or the slash after a folder.
func (l *live) isElsewhere(q *question, a *answer) bool {
	to := l.target(q, a)
	if to == nil || q.file == nil {
		return false
	}
	from, err := url.Parse(q.address)
	return err == nil && to.Path != from.Path && l.isSpelling(to.Path, q.file.Path)
}

// isSpelling reports whether a path of the server is one of those by which a file may be known.
func (l *live) isSpelling(path, file string) bool {
	full := l.Base.Path + file
	return path == l.Base.Path+shown(file) || slices.Contains(spellings(full), path) ||
		strings.HasSuffix(file, ".html") && path == strings.TrimSuffix(full, ".html")
}

// led judges a redirect.
func (l *live) led(q *question, a *answer, v *Visitor) {
	to := l.target(q, a)
	location := a.header.Get("Location")
	switch {
	case q.file == nil:
		l.find(Answered, q.path, v, location)
	case to == nil:
		l.find(Moved, q.path, v, location)
	case q.file.Redirect != "" && l.isAt(to, q.file.Redirect):
	case q.form != "" && l.isSpelling(to.Path, q.file.Path):
	default:
		l.find(Moved, q.path, v, location)
	}
}

// isAt reports whether a redirect leads to an address of the manifest.
func (l *live) isAt(to *url.URL, address string) bool {
	want, err := l.Base.Parse(address)
	return err == nil && to.Path == want.Path && to.Host == want.Host
}

// gone judges the answer that nothing is there.
func (l *live) gone(q *question, a *answer, v *Visitor) {
	if !q.absent {
		l.find(Missing, q.path, v, q.form)
		return
	}
	from, err := url.Parse(q.address)
	if err != nil || !strings.HasPrefix(from.Path, l.Base.Path) {
		return // what else the server has does not show our page
	}
	if want, ok := l.sums[notFound]; ok && digest.Of(a.body) != want {
		l.find(Changed, notFound, v, "")
		l.planted(notFound, a.body, v)
	}
}

// refused judges the answer that a visitor may not have something. Servers forbid some addresses
// that are not there, but a long body, or one that leads elsewhere, is a page.
func (l *live) refused(q *question, a *answer, v *Visitor) {
	switch {
	case !q.absent:
		l.find(Missing, q.path, v, strings.TrimSpace(fmt.Sprint(a.status, " ", q.form)))
	case digest.Of(a.body) == l.sums[notFound]:
	case len(a.body) >= 1000 || len(l.strangers(a.body, 1)) > 0:
		l.find(Answered, q.path, v, fmt.Sprint(a.status))
		l.planted(q.path, a.body, v)
	}
}

// sent judges a body.
func (l *live) sent(q *question, a *answer, v *Visitor) {
	if q.file == nil {
		l.find(Answered, q.path, v, "")
		l.planted(q.path, a.body, v)
		return
	}
	if digest.Of(a.body) != q.file.Sum {
		l.find(Changed, q.path, v, q.form)
		l.planted(q.path, a.body, v)
	} else if a.status != http.StatusOK && a.status != http.StatusNotFound {
		l.find(Changed, q.path, v, fmt.Sprint(a.status)) // crawlers make nothing of it
	}
	if got := a.header.Get("Content-Type"); !sameType(got, q.file.Type) {
		l.find(Typed, q.path, v, fmt.Sprintf("%q, %q", got, q.file.Type))
	}
	l.headers(q.path, a, v)
}

// list compares the manifest itself.
func (l *live) list(ctx context.Context) {
	for _, v := range l.visitors {
		a, err := l.get(ctx, l.address(host.Manifest), v, int64(len(l.Release.Text)))
		switch {
		case err != nil:
			l.fail(err)
		case a.status != http.StatusOK:
			l.find(Missing, host.Manifest, v, "")
		case string(a.body) != string(l.Release.Text):
			l.find(Listed, host.Manifest, v, "")
		}
	}
}

// settings checks a file with settings for a host. Most hosts do not serve it, which is right.
func (l *live) settings(ctx context.Context, e *store.Entry) {
	v := &Visitors[0]
	a, err := l.get(ctx, l.address(e.Path), v, e.Size)
	if err != nil {
		l.fail(err)
		return
	}
	sum := digest.Of(a.body)
	if a.status == http.StatusOK && sum != e.Sum && sum != l.sums[notFound] {
		l.find(Changed, e.Path, v, "")
	}
}

// domain reads the robots.txt and the sitemap of the domain where the site does not begin at its
// root. They are not the site's, but they lead crawlers to pages below the site's address too.
func (l *live) domain(ctx context.Context) {
	if l.Base.Path == "/" {
		return
	}
	up := strings.Repeat("../", strings.Count(l.Base.Path, "/")-1)
	for _, name := range []string{"robots.txt", "sitemap.xml"} {
		for _, v := range l.visitors {
			a, err := l.get(ctx, l.at("/"+name, ""), v, planting)
			if err != nil || a.status != http.StatusOK {
				continue // it need not be there
			}
			for _, address := range named(a.body) {
				to, err := l.Base.Parse(address)
				if err == nil && to.Host == l.Base.Host &&
					strings.HasPrefix(to.Path, l.Base.Path) && !l.ours(to) {
					l.find(Named, up+name, v, address)
				}
			}
		}
	}
}
