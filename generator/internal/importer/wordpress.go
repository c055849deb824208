package importer

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/disclosure"
)

// A post is one item of an export (WordPress eXtended RSS).
type post struct {
	Title      string `xml:"title"`
	Link       string `xml:"link"`
	Creator    string `xml:"http://purl.org/dc/elements/1.1/ creator"`
	Content    string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Excerpt    string `xml:"http://wordpress.org/export/1.2/excerpt/ encoded"`
	ID         int    `xml:"post_id"`
	Parent     int    `xml:"post_parent"`
	Date       string `xml:"post_date"`
	Modified   string `xml:"post_modified"`
	Name       string `xml:"post_name"`
	Status     string `xml:"status"`
	Type       string `xml:"post_type"`
	Password   string `xml:"post_password"`
	Attachment string `xml:"attachment_url"`
	Terms      []struct {
		Domain string `xml:"domain,attr"`
		Slug   string `xml:"nicename,attr"`
		Name   string `xml:",chardata"`
	} `xml:"category"`
	Meta []struct {
		Key   string `xml:"meta_key"`
		Value string `xml:"meta_value"`
	} `xml:"postmeta"`
	Comments []struct{} `xml:"comment"`
}

func (p *post) meta(key string) string {
	for _, m := range p.Meta {
		if m.Key == key {
			return m.Value
		}
	}
	return ""
}

// closedMeta matches the keys by which plug-ins show a post to some visitors only, and openValue
// what they say of those that all see.
var (
	closedMeta = regexp.MustCompile(`(?i)^_?(members_access_role|rcp_(access_level|user_level|subscription_level)|restrict.*|` +
		`.*content_restriction.*|groups[-_].*read.*|jetpack_newsletter_access|.*memberful_acl|.*(access|user)_(level|roles?)|` +
		`.*membership_(level|required|only)s?|.*paywall.*|.*password_protect.*|ppwp?_.*|(is_)?private.*|(post_|page_|content_)?visibility)$`)
	openValue = regexp.MustCompile(`(?i)^\s*(|0|no|off|false|none|everyone|everybody|all|public|visible|a:0:\{\}|\[\]|` +
		`.*_um_custom_access_settings";(s:1:"0"|b:0).*)\s*$`)
)

// closedBy returns why a post was not for all, "" if it was.
func (p *post) closedBy() string {
	if p.Status == "private" || p.Password != "" {
		return "private"
	}
	for _, m := range p.Meta {
		if closedMeta.MatchString(m.Key) && !openValue.MatchString(m.Value) {
			return m.Key
		}
	}
	return ""
}

// moment returns a date with its time of day in the form of documents. An embargo ends at a
// minute.
func moment(s string) string {
	if len(s) >= 16 {
		if m, err := disclosure.ParseMoment(s[:16]); err == nil {
			return m.String()
		}
	}
	if len(s) >= 10 {
		return s[:10]
	}
	return ""
}

// day returns the day of a date as WordPress writes it.
func day(s string) (disclosure.Day, bool) {
	if len(s) < 10 {
		return 0, false
	}
	d, err := disclosure.ParseDay(s[:10])
	return d, err == nil
}

// WordPress reads an export. o.Media should be the folder of uploads.
func WordPress(r io.Reader, o *Options) (*Result, error) {
	out := newResult(o)
	clean := &cleaner{from: bufio.NewReader(r), line: 1}
	posts, home, err := posts(clean)
	for _, line := range clean.lines {
		out.leave("", "karakter kendali di baris %d ekspor tidak dibawa",
			"a control character on line %d of the export is not carried", line)
	}
	if err != nil {
		return nil, err
	}
	known := old{pages: map[string]string{}, alts: map[string]string{}, media: o.Media,
		uploads: map[string]bool{}}
	w := wordpress{Result: out, files: map[int]*post{}, patterns: map[int]*post{}, old: known}
	if u, err := url.Parse(home); err == nil {
		w.old.host = u.Host
	}
	comments := 0
	for _, p := range posts {
		comments += len(p.Comments)
		if p.Type == "wp_block" {
			w.patterns[p.ID] = p
		}
		if p.Type == "attachment" {
			w.files[p.ID] = p
			if u, err := url.Parse(p.Attachment); err == nil {
				w.old.uploads[u.Path] = true
			}
			if from, ok := w.find(p.Attachment); ok {
				w.old.alts[from] = p.meta("_wp_attachment_image_alt")
			}
		}
	}
	// The new address of every post must be known before the first is written, because posts
	// link to each other.
	var carried []*target
	for _, p := range posts {
		if t := w.target(p); t != nil {
			carried = append(carried, t)
		}
	}
	kept := map[int]bool{}
	for _, t := range carried {
		kept[t.ID] = true
		w.write(t)
	}
	if o.Media != nil {
		w.unusedAttachments(posts, kept)
		w.unusedMedia()
	}
	if comments > 0 {
		out.leave("", "%d komentar tidak dibawa", "%d comments are not carried", comments)
	}
	return out.formatted(), nil
}

// posts reads the items of an export and the address of its site.
func posts(r io.Reader) (all []*post, home string, err error) {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, unreadable("ekspor itu ditulis dalam %s; simpan sebagai UTF-8",
			"the export is written in %s; save it as UTF-8", charset)
	}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			if home == "" && len(all) == 0 {
				return nil, "", unreadable("ini bukan ekspor WordPress",
					"this is no export of WordPress")
			}
			return all, home, nil
		}
		if err != nil {
			return nil, "", broken(err)
		}
		start, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case start.Name.Local == "item":
			p := &post{}
			if err := d.DecodeElement(p, &start); err != nil {
				return nil, "", broken(err)
			}
			all = append(all, p)
		case start.Name.Local == "base_blog_url" || start.Name.Local == "link" && home == "":
			if err := d.DecodeElement(&home, &start); err != nil {
				return nil, "", broken(err)
			}
		}
	}
}

// broken returns the error for an export that cannot be read to its end.
func broken(err error) error {
	var known *Unreadable
	if errors.As(err, &known) {
		return known
	}
	return unreadable("ekspor itu tidak utuh: %v; unduh lagi dari WordPress",
		"the export is not whole: %v; fetch it again from WordPress", err)
}

// A cleaner takes out the characters that XML forbids, which exports have all the same when
// somebody pasted from a word processor. What broke a line or page there becomes a blank.
type cleaner struct {
	from  *bufio.Reader
	line  int
	lines []int // on which one was
}

// Read implements io.Reader.
func (c *cleaner) Read(b []byte) (n int, err error) {
	for n < len(b) && (n == 0 || c.from.Buffered() > 0) {
		char, err := c.from.ReadByte()
		if err != nil {
			return n, err
		}
		if char == '\n' {
			c.line++
		}
		none := char == 0xef && c.follows("\xbf\xbe", "\xbf\xbf") // U+FFFE and U+FFFF
		if char == '&' {
			char = c.referred()
		}
		if char < ' ' && char != '\t' && char != '\n' && char != '\r' || none {
			if !slices.Contains(c.lines, c.line) {
				c.lines = append(c.lines, c.line)
			}
			if char != '\v' && char != '\f' {
				continue
			}
			char = ' '
		}
		b[n] = char
		n++
	}
	return n, nil
}

var reference = regexp.MustCompile(`^#(?:[xX]0*([0-9a-fA-F]{1,2})|0*([0-9]{1,2}));`)

// referred takes what follows an ampersand if together they refer to a control character, and
// returns that character.
func (c *cleaner) referred() byte {
	next, _ := c.from.Peek(12)
	m := reference.FindSubmatch(next)
	if m == nil {
		return '&'
	}
	n, err := strconv.ParseUint(string(m[2]), 10, 8)
	if len(m[1]) > 0 {
		n, err = strconv.ParseUint(string(m[1]), 16, 8)
	}
	if err != nil || n >= ' ' || n == '\t' || n == '\n' || n == '\r' {
		return '&'
	}
	_, _ = c.from.Discard(len(m[0]))
	return byte(n)
}

// follows takes the two bytes that come next if they are one of these.
func (c *cleaner) follows(pairs ...string) bool {
	next, _ := c.from.Peek(2)
	if !slices.Contains(pairs, string(next)) {
		return false
	}
	_, _ = c.from.Discard(2)
	return true
}

type wordpress struct {
	*Result
	old
	files    map[int]*post // attachments
	patterns map[int]*post
}

// A target is a post with its new place.
type target struct {
	*post
	where, file, address string
	day                  disclosure.Day
}

// parts are the types of posts that are parts of others, or of a theme.
var parts = []string{"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset"}

// target decides whether a post is carried, and where to. It returns nil for one that is not.
func (w *wordpress) target(p *post) *target {
	// The title of a post that is not public may be private too.
	where := fmt.Sprintf("%s %d", p.Type, p.ID)
	why := p.closedBy()
	if p.Status == "publish" && why == "" {
		where += fmt.Sprintf(" %q", oneLine(p.Title))
	}
	switch {
	case slices.Contains(parts, p.Type) || strings.HasPrefix(p.Type, "wp_"):
		return nil
	case p.Type != "post" && p.Type != "page":
		w.leave(where, "jenis %s tidak dikenal", "the type %s is not known", p.Type)
		return nil
	case p.Status == "trash" || p.Status == "auto-draft":
		w.leave(where, "ada di tempat sampah", "it is in the trash")
		return nil
	case why == "private":
		w.leave(where, "tidak untuk umum (pribadi atau berkata sandi)",
			"it is not public (private or with a password)")
		return nil
	case why != "":
		w.leave(where, "tidak untuk umum (%s)", "it is not public (%s)", why)
		return nil
	}
	if strings.TrimSpace(p.Title) == "" {
		seen := oneLine(w.html(&target{post: p, where: where}))
		p.Title = html.EscapeString(or(firstWords(seen), "Tanpa judul"))
		w.leave(where, "tidak berjudul; sementara dari kata pertamanya",
			"it has no title; its first words stand in")
	}
	t := &target{post: p, where: where}
	slug := slugOf(p.Name, p.Title)
	if slug == "" { // in letters that an address cannot have
		slug = p.Type + "-" + strconv.Itoa(p.ID)
		w.leave(where, "judulnya tidak dapat menjadi alamat; alamatnya %s",
			"its title cannot become an address, which is %s", slug)
	}
	var ok bool
	if t.day, ok = day(p.Date); !ok {
		if p.Type == "post" {
			w.leave(where, "tanggalnya %q tidak dapat dipakai", "its date is %q", p.Date)
			return nil
		}
	}
	if p.Type == "page" {
		slug = w.free("content/halaman/", "", slug, "/")
		t.file, t.address = "content/halaman/"+slug+".md", "/"+slug+"/"
	} else {
		t.file, t.address = w.newsPath(t.day, slug)
	}
	if p.Status != "publish" {
		return t // no link leads to what is not public yet
	}
	if u, err := url.Parse(p.Link); err == nil && u.Path != "" && u.RawQuery == "" {
		w.old.pages[strings.TrimSuffix(u.Path, "/")] = t.address
	}
	w.old.pages[fmt.Sprintf("?p=%d", p.ID)] = t.address
	return t
}

func (w *wordpress) write(t *target) {
	var h header
	var files []Copy
	h.set("title", oneLine(t.Title))
	if t.Type == "post" {
		h.set("date", t.day.String())
		if !strings.HasSuffix(strings.TrimSpace(t.Date), " 00:00:00") {
			w.leave("", "jam terbit tidak dibawa; yang tampil hanya tanggalnya",
				"the time of day of publication is not carried; what is shown is the day")
		}
		if t.Creator != "" {
			w.leave("", "nama pengguna yang menulis tidak dibawa; "+
				"tulis \"penulis\" pada berita yang menyebutnya",
				"the user names of authors are not carried; "+
					"write penulis: where the news names one")
		}
		var had, tags []string
		for _, term := range t.Terms {
			switch name := oneLine(term.Name); {
			case term.Domain == "post_tag" && name != "":
				tags = append(tags, name)
			case term.Domain == "category" && term.Slug != "uncategorized":
				had = append(had, term.Slug)
				if !w.options.knows(term.Slug) && name != "" { // so that nothing of it is lost
					tags = append(tags, name)
					w.Categories[term.Slug] = name
				}
			}
		}
		h.set("kategori", w.category(had))
		h.set("tags", w.tags(t.where, slices.Compact(tags)))
	}
	if m, ok := day(t.Modified); ok && m > t.day {
		h.set("updated", m.String())
	}
	h.set("summary", oneLine(t.Excerpt))
	if t.Status == "future" {
		h.set("publish", moment(t.Date))
	} else if t.Status != "publish" {
		h.set("draft", true)
	}
	h.set("aliases", w.aliases(t.where, t.Link, t.address))
	if id := t.meta("_thumbnail_id"); id != "" && id != "0" {
		w.photo(t, id, &h, &files)
	}
	body := w.references(t.where, t.file, oneLine(t.Title), w.body(t), &w.old, &files)
	w.add(t.where, t.file, h, body, files)
}

// photo sets the photo of a post.
func (w *wordpress) photo(t *target, id string, h *header, files *[]Copy) {
	p := w.files[number(id)]
	if p == nil {
		w.leave(t.where, "fotonya, %s, tidak ada dalam ekspor",
			"its photo, %s, is not in the export", id)
		return
	}
	from, ok := w.find(p.Attachment)
	switch {
	case !ok:
		w.leave(t.where, "gambar %s tidak ada di folder media",
			"the image %s is not in the media folder", p.Attachment)
	case t.Type != "post":
		w.leave(t.where, "fotonya, %s, tidak dibawa: hanya berita yang punya foto; taruh di "+
			"dalam isinya bila perlu",
			"its photo, %s, is not carried: only news has photos; put it into the text if need be",
			from)
	default:
		alt := w.alts[from]
		if alt == "" {
			alt = oneLine(t.Title)
			w.leave(t.where, "gambar %s belum dijelaskan; sementara memakai judul",
				"the image %s has no description; the title stands in", from)
		}
		src := w.place(from, t.file, &w.old, files)
		h.set("foto", []map[string]string{{"src": src, "alt": alt}})
	}
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
