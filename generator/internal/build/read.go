package build

import (
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"maklumat/generator/internal/content"
	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/disclosure"
	"maklumat/generator/internal/law"
	"maklumat/generator/internal/site"
	"maklumat/templates/words"
)

// read returns the bytes of an input file; a file that cannot be read is reported.
func (s *Snapshot) read(path string, diags *diag.List) ([]byte, bool) {
	if info, err := fs.Stat(s.in.Files, path); err == nil && info.Size() > maxInspected {
		diags.Add(diag.FileLarge, diag.Span{File: path})
		return nil, false
	}
	b, err := fs.ReadFile(s.in.Files, path)
	if err != nil {
		diags.Add(diag.FileUnreadable, diag.Span{File: path})
		return nil, false
	}
	return b, true
}

// readData reads the site's settings and data, and what closes folders.
func (s *Snapshot) readData(prev *Snapshot) {
	if prev.settings != nil && !s.changed[content.SettingsFile] && prev.in.BaseURL == s.in.BaseURL {
		s.settings, s.settingsDiags = prev.settings, prev.settingsDiags
	} else {
		s.readSettings()
		if reflect.DeepEqual(prev.settings, s.settings) {
			s.settings = prev.settings // nothing that depends on it need be looked at again
		}
	}
	same := prev.settings != nil && prev.settings.Zone == s.settings.Zone &&
		slices.Equal(prev.settings.Packs, s.settings.Packs)
	if prev.data != nil && same && !s.anyChanged(func(path string) bool {
		return content.IsData(path) || content.IsClassFile(path)
	}) {
		s.data, s.dataDiags = prev.data, prev.dataDiags
	} else {
		s.data, s.dataDiags = s.DataWith(s.settings.Packs)
		if reflect.DeepEqual(prev.data, s.data) {
			s.data = prev.data
		}
	}
	if prev.classes != nil && !s.anyChanged(content.IsClassFile) {
		s.classes = prev.classes
		return
	}
	s.classes = map[string]diag.List{}
	for _, e := range s.Tree.Entries {
		if !content.IsClassFile(e.Path) {
			continue
		}
		var diags diag.List
		if src, ok := s.read(e.Path, &diags); ok {
			diags = content.CheckClass(e.Path, src)
		}
		s.classes[e.Path] = diags
	}
}

func (s *Snapshot) readSettings() {
	s.settings = &content.Settings{
		Search: true, Lang: "id", Zone: "Asia/Jakarta", BaseURL: "/",
		Archive: content.Archive{PageSize: 20},
	}
	if !s.Tree.Has(content.SettingsFile) {
		s.settingsDiags.Add(diag.SettingsMissing, diag.Span{}, content.SettingsFile)
	} else if src, ok := s.read(content.SettingsFile, &s.settingsDiags); ok {
		settings, diags := content.ParseSettings(src)
		s.settings = settings
		s.settingsDiags = append(s.settingsDiags, diags...)
	}
	if s.in.BaseURL != "" {
		s.settings.BaseURL = strings.TrimRight(s.in.BaseURL, "/") + "/"
	}
}

// DataWith reads the files of some packs of law and of site data, unless their folder is closed:
// what the data would say if the site had pinned these packs.
func (s *Snapshot) DataWith(packs []content.Reference) (*content.Data, diag.List) {
	var diags diag.List
	open := site.Open(s.Tree)
	own := map[string][]content.DataFile{} // by pack; "" is site data
	for _, e := range s.Tree.Entries {
		pack, _ := content.PackOf(e.Path)
		pinned := func(r content.Reference) bool { return r.Target == pack }
		if !content.IsData(e.Path) || !open(e.Path) ||
			pack != "" && !slices.ContainsFunc(packs, pinned) {
			continue
		}
		if src, ok := s.read(e.Path, &diags); ok {
			own[pack] = append(own[pack], content.DataFile{Path: e.Path, Src: src})
		}
	}
	var files []content.DataFile
	for _, pack := range packs {
		carried := law.Files(pack.Target)
		switch {
		case len(own[pack.Target]) > 0: // which a body may mend before a new version of the program
			files = append(files, own[pack.Target]...)
		case len(carried) > 0:
			for _, f := range carried {
				name := content.LawFolder + pack.Target + "/" + f.Name
				files = append(files, content.DataFile{Path: name, Src: f.Src})
			}
		default:
			known := s.PackNames()
			d := diag.New(diag.LawUnknown, pack.At, pack.Target, strings.Join(known, ", "))
			diags = append(diags, d.Instead(diag.Closest(pack.Target, known)))
		}
	}
	files = append(files, own[""]...)
	data, more := content.ParseData(disclosure.Zone(s.settings.Zone), files)
	return data, append(diags, more...)
}

// PackNames returns the names of the packs of law that the site can pin, sorted.
func (s *Snapshot) PackNames() []string {
	names := law.Names()
	for _, e := range s.Tree.Entries[s.Tree.From(content.PackFolder):] {
		pack, _ := content.PackOf(e.Path)
		if !strings.HasPrefix(e.Path, content.PackFolder) {
			break
		}
		names = append(names, pack)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// askedWord is how a template asks for a word.
var askedWord = regexp.MustCompile(`\.T\.(\w+)`)

// askedWords returns the words that templates ask for.
func (s *Snapshot) askedWords(open func(path string) bool) map[string]bool {
	asked := map[string]bool{}
	for _, e := range s.Tree.Entries {
		if !strings.HasPrefix(e.Path, themeFolder) || !strings.HasSuffix(e.Path, ".html") ||
			!open(e.Path) {
			continue
		}
		src, _ := s.read(e.Path, &diag.List{}) // loadTheme reports one that cannot be read
		for _, m := range askedWord.FindAllSubmatch(src, -1) {
			asked[string(m[1])] = true
		}
	}
	return asked
}

// readWords reads the words of the site's pages: those of the program, and on top of them the
// site's own, unless their folder is closed.
func (s *Snapshot) readWords(prev *Snapshot) {
	s.words, s.wordDiags, s.asked = prev.words, prev.wordDiags, prev.asked
	isOfWords := func(path string) bool {
		return content.IsWords(path) || content.IsClassFile(path)
	}
	isTemplate := func(path string) bool { return strings.HasPrefix(path, themeFolder) }
	changed := prev.words == nil || s.anyChanged(isOfWords)
	if !changed && !s.anyChanged(isTemplate) {
		return
	}
	open := site.Open(s.Tree)
	s.asked = s.askedWords(open)
	if !changed && maps.Equal(s.asked, prev.asked) {
		return
	}
	var shipped, own []content.DataFile
	for _, lang := range content.Languages {
		src, _ := words.Files.ReadFile(lang + ".yaml") // they are part of the program
		file := content.WordsFolder + lang + ".yaml"
		shipped = append(shipped, content.DataFile{Path: file, Src: src})
	}
	s.wordDiags = nil
	for _, e := range s.Tree.Entries {
		if !content.IsWords(e.Path) || !open(e.Path) {
			continue
		}
		if src, ok := s.read(e.Path, &s.wordDiags); ok {
			own = append(own, content.DataFile{Path: e.Path, Src: src})
		}
	}
	set, diags := content.ParseWords(shipped, own, func(key string) bool { return s.asked[key] })
	s.words, s.wordDiags = set, append(s.wordDiags, diags...)
	if reflect.DeepEqual(prev.words, set) {
		s.words = prev.words
	}
}

// readKinds reads the kinds of documents that are the site's own.
func (s *Snapshot) readKinds(prev *Snapshot) {
	if prev.kinds != nil && !s.anyChanged(func(path string) bool {
		return content.IsKind(path) || content.IsClassFile(path)
	}) {
		s.kinds, s.kindDiags = prev.kinds, prev.kindDiags
		return
	}
	var files []content.DataFile
	open := site.Open(s.Tree)
	for _, e := range s.Tree.Entries {
		if content.IsKind(e.Path) && open(e.Path) {
			if src, ok := s.read(e.Path, &s.kindDiags); ok {
				files = append(files, content.DataFile{Path: e.Path, Src: src})
			}
		}
	}
	own, diags := content.ParseKinds(files)
	for i, kind := range own { // one that is the same keeps its pointer, and so do its documents
		if old := prev.kinds.Find(kind.Name); old != nil && reflect.DeepEqual(old, kind) {
			own[i] = old
		}
	}
	s.kinds, s.kindDiags = slices.Concat(content.BuiltIn, own), append(s.kindDiags, diags...)
}

// anyChanged reports whether an input file of some sort may differ from the Snapshot
// before.
func (s *Snapshot) anyChanged(sort func(path string) bool) bool {
	for path := range s.changed {
		if sort(path) {
			return true
		}
	}
	return false
}
