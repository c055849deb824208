// Package build is the order of work, and the only place where anything is kept between
// two builds.
//
// # The line
//
//	files ─Scan→ Tree ─Parse→ Documents ─Link→ Site ─Plan→ Jobs ─Make→ bytes
//	      source       content           site       page      render
//
// [Build] walks it up to the Jobs and returns a [Snapshot]; the next Build starts from it. A
// full build is a Build from nothing. [Snapshot.Make] makes the outputs that differ from those
// of the Snapshot before, and [Snapshot.Render] one.
//
// # How little is done again
//
// Changes are found, never reported. Comparing two Trees says what to parse. Comparing two
// Worlds, which are all that pages can see, says what differs of it (site.World.Changed); an
// output is made again when its Job differs, or something that it asked for. The plan, the files
// for hosts and the search index are made again by the same question. No page and no stage
// states what it depends on.
//
// # Memory
//
// A Snapshot holds no body and no finished page. The minified HTML of public documents
// lies in a file without a name (store.Scratch) and is read back when a page is made.
package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/host"
	"maklumat/generator/internal/page"
	"maklumat/generator/internal/render"
	"maklumat/generator/internal/search"
	"maklumat/generator/internal/site"
	"maklumat/generator/internal/source"
	"maklumat/generator/internal/store"
)

// Inputs is all that Build may look at besides the Snapshot before.
type Inputs struct {
	Files   fs.FS // the project folder
	Hints   []string
	Scratch *store.Scratch
	Now     time.Time         // the clock
	AsOf    disclosure.Moment // overrides the clock for what is due, if given
	Drafts  bool
	BaseURL string                   // overrides the site's own, if given
	Last    page.Addresses           // of the last release, which must stay answered
	Shown   func() []source.Entry    // what it shows of the inputs, or nil when nobody knows
	Log     []byte                   // the lines of the last release's log of documents
	Sign    func(text string) []byte // signs what is published; nil for nobody
	Workers int
	Reader  []string // the program that looks into PDF files, by ServeReader; none for this one
	// Progress, if not nil, is told how far a stage has come. It is called by one
	// goroutine at a time.
	Progress func(stage Stage, done, total int)
}

// A Stage is a part of the work that can take long.
type Stage int8

// The stages that report progress.
const (
	Reading   Stage = iota // documents
	Looking                // into the files that pages show
	Making                 // the outputs
	Preparing              // the reader of PDF files, seconds, once on a machine
)

// A Snapshot is everything known after one Build. What Build has filled in is never changed, so
// any number of goroutines may read it. Three things are filled in or grow later:
//
//   - Make fills in traces and sizes, once. Messages, Readers and the next Make read them. Who
//     calls Make must not let others have the Snapshot before it has returned, and nothing
//     changes them after.
//   - The search index is made when it is first asked for, behind a lock (lazyIndex). It depends
//     only on what Build has filled in, so it is the same whenever that is.
//   - The vocabulary of the search is one for all Snapshots and has a lock of its own. It only
//     grows: a word keeps its number, so what an older Snapshot has counted stays right.
type Snapshot struct {
	Tree  source.Tree
	Site  *site.Site
	Theme *render.Theme
	World *site.World // all that pages can see
	Jobs  []page.Job  // sorted by path
	Diags diag.List   // of all stages but Make

	in            Inputs
	settings      *content.Settings
	data          *content.Data
	documents     []*document // sorted by path
	classes       map[string]diag.List
	blobs         site.Blobs
	blobDiags     diag.List
	dataDiags     diag.List
	words         content.WordSet
	wordDiags     diag.List
	asked         map[string]bool // words that templates ask for
	kinds         content.Kinds
	kindDiags     diag.List
	settingsDiags diag.List
	filler        *page.Filler
	minifier      *render.Minifier
	vocabulary    *search.Vocabulary  // of all Snapshots
	changed       map[string]bool     // input files that may differ from the Snapshot before
	traces        []trace             // of Jobs, after Make
	texts         map[string]*counted // the words of attachments
	index         *lazyIndex
	hosts         []*host.Host // that the site is served by
	planned       planned
	forHost       site.Recorded[hostFiles]
	sizes         *sizes // of the outputs, when a host has limits
	without       bool   // it is a release before, without some files
}

// A document is a parsed file with the place of its HTML.
type document struct {
	*content.Document
	body   store.Extent
	source store.Extent // its file, for Sources
	stored bool         // both are there: only of public documents
	text   *counted     // its words, when visitors can search
}

// Build returns prev brought up to date; prev may be nil. The error is for a broken
// machine; what is wrong with the site's files is in Diags. With an error, a Snapshot is
// returned too if it is known which documents are public: it has its Site, and no Jobs.
func Build(ctx context.Context, prev *Snapshot, in Inputs) (*Snapshot, error) {
	if prev == nil {
		prev = &Snapshot{minifier: render.NewMinifier(), vocabulary: search.NewVocabulary()}
	}
	tree, err := source.Scan(in.Files, prev.Tree, in.Hints, in.Now)
	if err != nil {
		return nil, fmt.Errorf("look for files: %w", err)
	}
	return from(ctx, prev, in, tree)
}

// from builds what is in a Tree.
func from(ctx context.Context, prev *Snapshot, in Inputs, tree source.Tree) (*Snapshot, error) {
	s := &Snapshot{
		Tree: tree, in: in, minifier: prev.minifier, vocabulary: prev.vocabulary,
		changed: map[string]bool{},
	}
	changed, removed := source.Changes(prev.Tree, tree)
	for _, path := range slices.Concat(changed, removed) {
		s.changed[path] = true
	}
	for _, d := range prev.Diags {
		if d.Code == diag.FileUnreadable {
			s.changed[d.At.File] = true // whether it may be read now shows in no time and no size
		}
	}
	for _, d := range slices.Concat(prev.Tree.Diags, tree.Diags) {
		s.changed[d.At.File] = true // what is no file, and may close its folder
	}
	s.readData(prev)
	s.readWords(prev)
	s.readKinds(prev)
	if prev.settings != nil && (prev.settings.Search != s.settings.Search ||
		prev.settings.Zone != s.settings.Zone || !slices.Equal(prev.kinds, s.kinds)) {
		// Its words were not counted, or its documents are read by other rows or another clock.
		without := *prev
		without.documents = nil
		if prev.settings.Search != s.settings.Search {
			without.blobs, without.texts = nil, nil
		}
		prev = &without
	}
	if err := s.parse(ctx, prev); err != nil {
		return nil, err
	}
	return s, s.complete(ctx, prev, nil)
}

// complete fills in all that follows from what was read. The documents named in withdrawn count
// as expired.
func (s *Snapshot) complete(ctx context.Context, prev *Snapshot, withdrawn map[string]bool) error {
	if err := s.link(ctx, prev, withdrawn); err != nil {
		return err
	}
	s.loadTheme(prev)
	if err := s.readBlobs(ctx, prev); err != nil {
		return err
	}
	s.World = site.NewWorld(s.Site, s.blobs, s.Theme.Sums(), s.words)
	s.filler = page.NewFiller(s.World)
	s.plan(prev)
	s.prepareIndex(prev)
	s.Diags = slices.Concat(
		page.Lost(s.settings.BaseURL, s.Jobs, s.in.Last, s.isHeld()),
		s.Tree.Diags, s.settingsDiags, s.dataDiags, s.wordDiags, s.kindDiags, s.Site.Diags,
		s.Theme.Diags, s.blobDiags, s.planned.diags, s.forHost.Value().diags,
	)
	for _, file := range slices.Sorted(maps.Keys(s.classes)) {
		s.Diags = append(s.Diags, s.classes[file]...)
	}
	s.Diags = s.Diags.Sort()
	return nil
}

// isHeld returns a function that reports whether a document of the last release may no longer be
// shown, or is not now.
func (s *Snapshot) isHeld() func(path string) bool {
	withdrawn := sync.OnceValue(func() []string {
		if s.in.Shown == nil {
			return nil
		}
		return s.Site.Withdraws(s.in.Shown())
	})
	return func(path string) bool {
		return s.Site.IsHeld(path) || slices.Contains(withdrawn(), path)
	}
}

// AsOf is the moment for which s decides what is due.
func (s *Snapshot) AsOf() disclosure.Moment {
	if !s.in.AsOf.IsZero() {
		return s.in.AsOf
	}
	return disclosure.MomentOf(s.in.Now.In(disclosure.Zone(s.settings.Zone)))
}

// Kinds are the kinds of documents that the site has.
func (s *Snapshot) Kinds() content.Kinds { return s.kinds }

// Settings are the site's settings.
func (s *Snapshot) Settings() *content.Settings { return s.settings }

// link links all documents, and stores the bodies of those that have become public.
func (s *Snapshot) link(ctx context.Context, prev *Snapshot, withdrawn map[string]bool) error {
	in := site.Input{
		Tree: s.Tree, Settings: s.settings, Data: s.data, Kinds: s.kinds,
		Languages: s.words.Languages(), AsOf: s.AsOf(), Drafts: s.in.Drafts,
		Documents: make([]*content.Document, len(s.documents)), Withdrawn: withdrawn,
	}
	same := len(prev.documents) == len(s.documents)
	for i, d := range s.documents {
		if same && d == prev.documents[i] {
			in.Documents[i] = prev.Site.Documents[i] // without looking into it
		} else {
			in.Documents[i] = d.Document
		}
	}
	s.Site = site.Link(prev.Site, in)
	var missing []int
	for _, i := range s.Site.Fresh {
		if !s.documents[i].stored {
			missing = append(missing, i)
		}
	}
	return s.parseAgain(ctx, missing)
}

// loadTheme compiles the theme, or takes that of prev when it would be made of the same.
func (s *Snapshot) loadTheme(prev *Snapshot) {
	in := themeInput(s.settings)
	isOfTheme := func(path string) bool {
		return strings.HasPrefix(path, themeFolder) || strings.HasPrefix(path, assetFolder) ||
			content.IsClassFile(path)
	}
	if prev.Theme != nil && reflect.DeepEqual(in, themeInput(prev.settings)) &&
		!s.anyChanged(isOfTheme) {
		s.Theme = prev.Theme
		return
	}
	in.Files, in.Assets, in.Minifier = map[string][]byte{}, map[string][]byte{}, s.minifier
	in.Words = s.words[content.Languages[0]].Texts
	var diags diag.List
	open := site.Open(s.Tree)
	for _, e := range s.Tree.Entries {
		switch {
		case !open(e.Path):
		case strings.HasPrefix(e.Path, themeFolder):
			in.Files[e.Path], _ = s.read(e.Path, &diags)
		case strings.HasPrefix(e.Path, assetFolder):
			in.Assets[e.Path], _ = s.read(e.Path, &diags)
		}
	}
	s.Theme = render.Load(in)
	s.Theme.Diags = append(append(s.Theme.Diags, diags...), checkAssets(in.Assets)...)
}

// Where the files of the theme are.
const (
	themeFolder = "templates/"
	assetFolder = "static/aset/"
)

// themeInput is what a theme is made of besides its files.
func themeInput(set *content.Settings) render.Input {
	in := render.Input{
		LinkCSS: set.LinkCSS, Base: baseOf(set.BaseURL), Logo: set.Logo, LogoAt: set.LogoAt,
	}
	for _, c := range set.Colors {
		in.Colors = append(in.Colors, render.Color(c))
	}
	return in
}

// A planned is the result of planning, with all that it depends on: what was asked for, and the
// arguments besides.
type planned struct {
	jobs  []page.Job
	diags diag.List
	reads site.Reads
	extra []page.Job
	log   []byte
}

// plan lists the outputs, or takes those of prev when nothing that they depend on differs.
func (s *Snapshot) plan(prev *Snapshot) {
	var changes site.Changes
	if prev.World != nil {
		changes = s.World.Changed(prev.World)
	}
	s.hosts = host.Find(s.settings.Hosts)
	s.forHost = prev.forHost
	if prev.World == nil || changes.Touch(s.forHost.Reads()) ||
		s.Theme.Policy() != prev.Theme.Policy() {
		s.forHost = site.Record(s.World, s.hostJobs)
	}
	extra := slices.Concat(s.Theme.Outputs, s.forHost.Value().jobs)
	p := &prev.planned
	if prev.World == nil || changes.Touch(p.reads) || !slices.Equal(extra, p.extra) ||
		!bytes.Equal(s.in.Log, p.log) {
		r := s.World.Reader()
		p = &planned{extra: extra, log: s.in.Log}
		p.jobs, p.diags = page.Plan(r, extra)
		s.planLog(r, p)
		folder := ""
		if r.HasSearch() {
			folder = SearchFolder
		}
		p.diags = append(p.diags, page.Conflicts(r, p.jobs, s.copies, folder)...)
		p.reads = r.Reads()
	}
	s.planned, s.Jobs = *p, p.jobs
}

// isDocument reports whether an input file is a document.
func isDocument(path string) bool {
	return strings.HasPrefix(path, "content/") && strings.HasSuffix(path, ".md")
}

// baseOf returns the base path of an address.
func baseOf(address string) string {
	if i := strings.Index(address, "://"); i >= 0 {
		address = address[i+3:]
		if i = strings.IndexByte(address, '/'); i < 0 {
			return "/"
		}
		return address[i:]
	}
	return "/"
}

// Base is the base path of the site, which begins and ends with a slash.
func (s *Snapshot) Base() string { return s.filler.Base() }
