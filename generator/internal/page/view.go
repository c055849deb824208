// Package page knows which files the finished site has, and what a layout may see of it.
//
// [Plan] lists the files as Jobs: plain data that says what is to be made, and not how.
// [Filler.Fill] gathers for one Job the [View] that its layout is executed with. Both ask a
// [site.Reader] for all that they know of the site. The Reader remembers what it was asked for:
// as long as nothing of that changes, the file does not change either and is not made again.
//
// A View is not the model. It holds strings, numbers and slices, formatted in the page's
// language; addresses are complete and begin with the site's base path. What only some layouts
// show, such as the table of deadlines, is not gathered beforehand: a layout asks for it by a
// method of the View (asked.go), which asks the same Reader. So a page depends on what its
// layout shows and on nothing else.
//
// A kind of document whose fields Go code reads has a file of its name here. The table in
// kind.go says what each of them does for pages, lists and the search; a kind without a row
// there is shown by its fields alone.
package page

import "html/template"

// A View is all that a layout sees. Of the fields from Home on, those are set that the sort of
// page has; Doc is set for every document.
type View struct {
	T    map[string]string // the site's own words, by key
	Site *Frame            // what all pages show

	Lang        string
	Title       string // of this page
	Heading     string // the title to be shown, its very long words with soft hyphens
	Lead        string // one sentence below the heading of a list
	HeadTitle   string // for the browser: with the site's name
	Description string // at most 155 characters
	Canonical   string // full address
	NoIndex     bool   // search engines shall leave it out
	Section     string // address of the entry of Site.Nav that this page belongs to
	Crumbs      []Link
	Languages   []Language // this page and its translations, when there are any
	Feeds       []FeedLink
	OG          OpenGraph
	JSONLD      any    // schema.org, written into a script element
	Code        string // names the page on the phone
	Ask         Ask    // for "is something wrong"

	// Set by the theme.
	CSS        template.CSS
	StyleSheet string // address; "" when CSS is inside the page
	Script     template.JS
	Policy     string       // the Content Security Policy that allows just those
	Icon       template.URL // for the browser's tab
	Logo       *Logo        // of the body, nil for the neutral mark
	Paper      string       // the colour behind the page
	DarkPaper  string       // the same in the dark scheme

	Summary string        // of the document, "" when that is its first paragraph
	Fields  []Field       // of the document, those that no code reads: see Field
	Outline []Heading     // the headings of the body
	Body    template.HTML // of the document
	Doc     *Doc

	Home       *Home
	News       *News
	Notice     *Notice
	Procedure  *Procedure
	Entry      *Entry
	Instrument *Instrument
	Event      *Event
	Report     *Report
	List       *List
	Excluded   []Exclusion
	Index      []Letter
	Target     string // of a redirect

	Audit      *Audit
	Monev      *Monev
	Requests   *Requests
	Sheet      *RegisterSheet
	Withdrawal *Withdrawal
	Gallery    []Link // the states of the gallery of components
	Exports    []Link // other forms of the page's register

	shared func(part string) (template.HTML, error)
	asker  asker
}

// A Surround is what all pages of one language and section of the site show alike.
type Surround struct {
	T             map[string]string
	Site          *Frame
	Lang, Section string
	Logo          *Logo
}

// Surround returns what v shows as others do.
func (v *View) Surround() Surround {
	return Surround{T: v.T, Site: v.Site, Lang: v.Lang, Section: v.Section, Logo: v.Logo}
}

// Shared returns a part of the theme that was made with a Surround, once for all pages.
func (v *View) Shared(part string) (template.HTML, error) { return v.shared(part) }

// SetShared says how Shared makes a part.
func (v *View) SetShared(shared func(part string) (template.HTML, error)) { v.shared = shared }

// Deadlines are the sets of deadlines beside each other.
type Deadlines struct {
	Heads   []string
	When    []Fact // to what each set applies
	Rows    []DeadlineRow
	Refused []DeadlineRow // those from the objection on
	Steps   []Link        // the numbered headings of the page; Note is the number
}

// A Frame is what every page of one language shows around its content.
type Frame struct {
	Title, Short, Tagline, Parent string
	Notice                        string
	Base                          string // the base path, "/" or "/x/y/"
	Home                          string // address of the home page in this language
	Host                          string
	Nav                           []Link
	Menu                          []Menu
	Contact                       Contact
	Alerts                        []Row  // immediate announcements that hold now, at most two
	MoreAlerts                    string // how many others there are, or ""
	Search, Request, Immediate    string // addresses; Request may be ""
}

// A Logo is the body's own mark, with its size in pixels.
type Logo struct {
	Src           template.URL // an address of this site, or the picture itself
	Width, Height int
}

// A Contact is how to reach the body; an empty string is not given.
type Contact struct {
	Address         []string
	Map             string
	Hours           []Hours
	Phone           string
	PhoneURL        template.URL // tel: and digits, which html/template does not know to be safe
	WhatsApp        string
	WhatsAppURL     string
	Email, EmailURL string
	Access          string

	Officer, Superior string   // the positions that are PPID and its superior
	Portal            string   // address where requests can be made online
	Commission        *Office  // that decides disputes, or nil
	Inside, Outside   []Office // where complaints can be made, in the body and elsewhere
}

// An Office is another place that people can turn to; an empty string is not given.
type Office struct {
	Name, About     string
	Address         []string
	Phone           string
	PhoneURL        template.URL
	WhatsApp        string
	WhatsAppURL     string
	Email, EmailURL string
	URL             string
}

// Hours are the opening hours of some days.
type Hours struct{ Days, Time string }

// A Menu is a group of links in the foot.
type Menu struct {
	Title string
	Links []Link
}

// A Link is a text with an address. Name is the address without the base path, to compare
// with View.Section; Note is a short remark, such as a number of documents.
type Link struct {
	Text, Href, Name, Note string
	Current                bool
}

// A Language is one version of the page.
type Language struct {
	Lang, Name, Href, Full string
	Current                bool
}

// A FeedLink leads to a feed of the page's list.
type FeedLink struct{ Title, Type, Href string }

// An OpenGraph holds what messengers show of a link.
type OpenGraph struct {
	Type, Image, ImageAlt string // Image is a full address, or ""
	Width, Height         int
	Published, Modified   string // RFC 3339, of articles
}

// An Ask holds the prefilled ways to tell the body about this page.
type Ask struct {
	WhatsApp, Email, Phone string
	PhoneURL               template.URL
}

// A Heading is an entry of the contents list, of level 2 or 3.
type Heading struct {
	Level    int
	ID, Text string
}

// A Doc is what documents of all kinds have.
type Doc struct {
	Kind                         string
	Published, Updated, Reviewed When
	ReviewedBy                   string
	Unit                         *Link
	Class                        *Class
	Files                        []File
	Changes                      []Change
	Related                      []Link
	// of what it says of the law; Note is how that is known
	Bases        []Link
	Relations    []Relations // to others, by sort
	Revoked      bool        // it no longer holds
	RevokedBy    []Link
	Tags         []Link
	Minutes      int    // to read
	Views        string // how often it was looked at, "" if not counted
	ViewsUntil   When
	Edit, Report string // addresses at the git host, "" without one
}

// A Relations is the documents that stand in one relation to this one.
type Relations struct {
	Name  string
	Links []Link
}

// A Class is the mark of a class of information: a letter in a shape, and the word.
type Class struct{ Name, Text, Letter string }

// A File is an attachment.
type File struct {
	Href, Title, Type, Size string
	Bytes                   string // the exact size
	Extent                  string // 18 halaman, or 312 baris
	Scan                    bool
	Lang                    string
	Sum                     string // SHA-256, in groups of four
	Proof                   string // address of its line in the public log, "" without one
}

// A Change is one entry of a history.
type Change struct {
	Date When
	Text string
	Href string // of the file before the change, or ""
}

// A Row is a document in a list.
type Row struct {
	Title, Href string
	Date        When
	Note        string // category, number or status
	Summary     string
	Class       *Class
	Files       []File
	Unit        string
	Group       string // heading, when it differs from that of the row before
	Number      string
	Time        string // of a procedure
	Actors      string // of a procedure
	Ended       bool
	Nil         bool // an entry that says there is nothing to report
	Table       bool // an entry whose page has a table
	Until       When
	Lang        string // when it is not the page's

	rank  int    // of its Group
	order string // within its Group
}

// A List is one page of a list of documents.
type List struct {
	Kind    string // berita, tag, unit …
	Rows    []Row
	Facets  []Facet
	Chips   []Link // each takes back a part of the choice
	Exports []Link
	Newer   string // address of the page with newer documents, or ""
	Older   string
	Number  int // of a page other than the first; counts from the oldest
	Total   string
	Range   string // which of them are on this page: 1–20; "" when all are
	Empty   bool
}

// A Facet is one way to narrow a list.
type Facet struct {
	Name    string
	Current string
	Links   []Link
}

// A Home is the content of the home page.
type Home struct {
	Question  string
	Examples  []Link
	Tasks     []Link
	Files     []Row
	News      []Row
	AllFiles  string
	AllNews   string
	AllLimits string // address of the table of all deadlines, or ""
}

// A Picture is an image with its versions.
type Picture struct {
	Src, Srcset, Sizes string
	WebP               string // as Srcset, in WebP and for phones; "" for what is no photo
	Width, Height      int
	Alt, Caption       string
	Credit, Size       string
	Lazy               bool

	largest string // address of the widest version
}

// A Media is a sound or video file.
type Media struct {
	Src, Type, Title, Size, Download string
	Video                            bool
	Captions                         []Captions
	// address of the picture that stands for a film, or ""
	Poster         string
	Transcript     []string // what is said, in paragraphs
	TranscriptName string
}

// A Captions is a text track of a sound or video.
type Captions struct{ Src, Lang, Label string }

// A Fact is a labelled text.
type Fact struct{ Name, Text string }

// A Letter is one letter of the index.
type Letter struct {
	Letter string
	Rows   []Row
}
