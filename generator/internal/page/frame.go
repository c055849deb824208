package page

import (
	"cmp"
	"html/template"
	"net/url"
	"strings"
	"unicode/utf8"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/markdown"
	"maklumat/generator/internal/site"
)

// longestTitle is up to how many letters browsers and search engines show of a title.
const longestTitle = 70

// headTitle puts the site's name behind a page's title, where both are shown whole.
func headTitle(title, site string) string {
	if whole := title + " – " + site; site != "" && utf8.RuneCountInString(whole) <= longestTitle {
		return whole
	}
	return markdown.Shorten(title, longestTitle)
}

// face is what the site says about itself in the page's language.
func (g *Filling) face() *content.Face {
	if g.lang == "en" {
		if english := g.read.English(); english != nil {
			return english
		}
	}
	face := g.read.Face()
	return &face
}

// ask fills the prefilled messages about this page.
func (g *Filling) ask() Ask {
	c := g.view.Site.Contact
	text := g.view.Title + " (" + g.view.Code + ")"
	ask := Ask{Phone: c.Phone, PhoneURL: c.PhoneURL}
	if c.WhatsAppURL != "" {
		ask.WhatsApp = c.WhatsAppURL + "?text=" + query(text+": ")
	}
	if c.EmailURL != "" {
		ask.Email = c.EmailURL + "?subject=" + query(text)
	}
	return ask
}

// query escapes for a query; mail programs take a plus for a plus, so blanks are %20.
func query(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// A surrounding is what all pages of a language have in common: what stands around their
// content, the words, and the address of the site. It is made once for each language.
type surrounding struct {
	frame    *Frame
	settings *content.Settings
	words    *content.Words
	base     string // the base path, "/" or "/x/y/"
	origin   string // https://host, without a slash at the end
}

// href completes an address of this site.
func (s *surrounding) href(address string) string {
	if address == "" || address[0] != '/' {
		return address
	}
	return s.base + address[1:]
}

// full returns an address of this site as other sites would write it.
func (s *surrounding) full(address string) string { return s.origin + s.href(address) }

// surround fills what all pages of a language show.
func surround(r *site.Reader, lang string) *surrounding {
	f := &surrounding{settings: r.Frame(), words: r.Words(lang), base: "/"}
	if u, err := url.Parse(f.settings.BaseURL); err == nil && u.Host != "" {
		f.base, f.origin = u.Path, u.Scheme+"://"+u.Host
	}
	s := f.settings
	face := s.Face
	home := "/"
	if lang == "en" && s.English != nil {
		face, home = *s.English, site.EnglishHome
	}
	fr := &Frame{
		Title:     face.Title,
		Short:     face.Short,
		Tagline:   face.Tagline,
		Parent:    s.Parent,
		Notice:    face.Notice,
		Base:      f.base,
		Home:      f.href(home),
		Host:      strings.TrimPrefix(strings.TrimPrefix(f.origin, "https://"), "http://"),
		Contact:   contact(s.Contact, face, lang),
		Search:    f.href("/cari/"),
		Immediate: f.href("/serta-merta/"),
	}
	for _, a := range face.Nav {
		fr.Nav = append(fr.Nav, f.anchor(a))
	}
	for _, g := range face.Menu {
		m := Menu{Title: g.Title}
		for _, a := range g.Links {
			m.Links = append(m.Links, f.anchor(a))
		}
		fr.Menu = append(fr.Menu, m)
	}
	for _, guide := range []string{requestGuide, "/en" + requestGuide} {
		if i := r.At(guide); i != nil && (lang == i.Lang || fr.Request == "") {
			fr.Request = f.href(i.Address)
		}
	}
	alerts := r.Alerts()
	if more := len(alerts) - 2; more > 0 {
		fr.MoreAlerts = f.words.Text("MoreAlerts", formatNumber(more, f.words))
	}
	for _, i := range alerts[:min(2, len(alerts))] {
		row := Row{
			Title: i.Title,
			Href:  f.href(i.Address),
			Date:  formatMoment(i.When(), f.words, s.Zone),
			Until: formatMoment(i.Announcement.Until, f.words, s.Zone),
		}
		if i.Lang != lang {
			row.Lang = i.Lang
		}
		fr.Alerts = append(fr.Alerts, row)
	}
	f.frame = fr
	return f
}

// anchor links what a menu leads to. Its address is that of the frame, which is resolved.
func (s *surrounding) anchor(a content.Anchor) Link {
	return Link{Text: a.Text, Href: s.href(a.Address), Name: a.Address}
}

// resolved links what the home page leads to; ok is false if that is nowhere: it may have been
// withdrawn.
func (g *Filling) resolved(a content.Anchor) (link Link, ok bool) {
	if strings.HasPrefix(a.Address, "/") {
		t, found := g.read.Resolve(content.SettingsFile, a.Address)
		if !found || t.IsHeld() {
			return Link{}, false
		}
		a.Address = t.Address
	}
	return g.anchor(a), true
}

func contact(c content.Contact, face content.Face, lang string) Contact {
	out := Contact{
		Address:  c.Address,
		Map:      c.Map,
		Phone:    unbroken(c.Phone),
		WhatsApp: unbroken(c.WhatsApp),
		Email:    c.Email,
		Access:   face.Access,
	}
	for _, h := range face.Hours {
		out.Hours = append(out.Hours, Hours(h))
	}
	out.PhoneURL, out.WhatsAppURL = phoneURL(c.Phone), whatsAppURL(c.WhatsApp)
	out.EmailURL = emailURL(c.Email)
	out.Officer, out.Superior, out.Portal = c.Officer, c.Superior, c.Portal
	if c.Commission != nil {
		o := office(*c.Commission, lang)
		out.Commission = &o
	}
	for _, o := range c.Complaints {
		if o.Outside {
			out.Outside = append(out.Outside, office(o, lang))
		} else {
			out.Inside = append(out.Inside, office(o, lang))
		}
	}
	return out
}

func office(o content.Office, lang string) Office {
	about := o.About
	if lang == "en" {
		about = cmp.Or(o.AboutEN, about)
	}
	return Office{
		Name:        o.Name,
		About:       about,
		Address:     o.Address,
		Phone:       unbroken(o.Phone),
		PhoneURL:    phoneURL(o.Phone),
		WhatsApp:    unbroken(o.WhatsApp),
		WhatsAppURL: whatsAppURL(o.WhatsApp),
		Email:       o.Email,
		EmailURL:    emailURL(o.Email),
		URL:         o.URL,
	}
}

// phoneURL returns what calls a number, "" if there is none.
func phoneURL(number string) template.URL {
	if number == "" {
		return ""
	}
	return template.URL("tel:" + international(number))
}

// whatsAppURL returns what writes to a number, "" if there is none.
func whatsAppURL(number string) string {
	if number == "" {
		return ""
	}
	return "https://wa.me/" + strings.TrimPrefix(international(number), "+")
}

// emailURL returns what writes to an address, "" if there is none.
func emailURL(address string) string {
	if address == "" {
		return ""
	}
	return strings.Replace("mailto:"+url.PathEscape(address), "%40", "@", 1)
}

// international returns a phone number of Indonesia as RFC 3966 wants it.
func international(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
	if strings.HasPrefix(digits, "0") {
		return "+62" + digits[1:]
	}
	return digits
}
