package content

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"maklumat/generator/internal/diag"
)

// WordsFolder is where a site's files of words are, one for each language: id.yaml.
const WordsFolder = "templates/words/"

// Words are what the site's pages say besides its documents, in one language: texts by their
// key, and lists of texts.
type Words struct {
	Lang  string
	Texts map[string]string
	Lists map[string][]string
}

// Text returns a word, in which {0}, {1} and so on stand for the arguments.
func (w *Words) Text(key string, args ...string) string {
	text := w.Texts[key]
	for n, arg := range args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(n)+"}", arg)
	}
	return text
}

// List returns the texts of a list.
func (w *Words) List(key string) []string { return w.Lists[key] }

// WordSet is the Words of all languages, by the language.
type WordSet map[string]*Words

// Languages returns those that there are words in: Indonesian, English, and then the others.
func (s WordSet) Languages() []string {
	all := slices.Clone(Languages)
	for _, lang := range slices.Sorted(maps.Keys(s)) {
		if !slices.Contains(all, lang) {
			all = append(all, lang)
		}
	}
	return all
}

// IsWords reports whether a path is that of a file of words.
func IsWords(file string) bool {
	return strings.HasPrefix(file, WordsFolder) && strings.HasSuffix(file, ".yaml")
}

// languageName is how files of words are named, after BCP 47: su, or ban-ID.
var languageName = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$`)

// ParseWords reads files of words. shipped are those that every site starts from; a file of
// the site replaces single words of the language, and a language that is not shipped says in
// Indonesian what its file leaves out, of which there is a message. A wrong word is not taken,
// because templates rely on the lengths of lists. known reports whether a template asks for a
// word that is not shipped.
func ParseWords(shipped, own []DataFile, known func(key string) bool) (WordSet, diag.List) {
	set := WordSet{}
	var diags diag.List
	for _, f := range shipped {
		w := &Words{
			Lang: languageOf(f.Path), Texts: map[string]string{}, Lists: map[string][]string{},
		}
		set[w.Lang] = w
		v, d := readWords(f)
		diags = append(diags, d...)
		for _, fv := range v.Fields {
			diags = append(diags, w.put(fv)...)
		}
	}
	base := set[Languages[0]].in(Languages[0]) // as it is shipped, whatever the site replaces
	isNew := func(f DataFile) bool { return !slices.Contains(Languages, languageOf(f.Path)) }
	for _, late := range []bool{false, true} { // other languages start from the site's Indonesian
		for _, f := range own {
			if isNew(f) == late {
				diags = append(diags, set.add(f, base, known, late)...)
			}
		}
	}
	return set, diags
}

// add reads a file of the site. base are the shipped words that it is held against.
func (s WordSet) add(f DataFile, base *Words, known func(key string) bool, isNew bool) diag.List {
	lang := languageOf(f.Path)
	if !languageName.MatchString(lang) {
		return diag.List{diag.New(diag.WordsName, diag.Span{File: f.Path}, path.Base(f.Path))}
	}
	if isNew {
		s[lang] = s[Languages[0]].in(lang)
	}
	v, diags := readWords(f)
	for _, fv := range v.Fields {
		d := checkWord(base, fv, known)
		if len(d) == 0 {
			d = s[lang].put(fv)
		}
		diags = append(diags, d...)
	}
	if missing := base.missing(v); isNew && len(missing) > 0 {
		diags.Add(diag.WordsMissing, diag.Span{File: f.Path},
			strconv.Itoa(len(missing)), lang, strings.Join(missing, ", "))
	}
	return diags
}

// in returns a copy of w as the words of a language.
func (w *Words) in(lang string) *Words {
	return &Words{Lang: lang, Texts: maps.Clone(w.Texts), Lists: maps.Clone(w.Lists)}
}

func languageOf(file string) string { return strings.TrimSuffix(path.Base(file), ".yaml") }

func readWords(f DataFile) (Value, diag.List) {
	r := reader{file: f.Path, src: f.Src}
	v, ok := r.read()
	if !ok {
		return Value{}, r.diags
	}
	return v, r.diags
}

// put adds a word, in place of that of the same key.
func (w *Words) put(fv FieldValue) (diags diag.List) {
	switch fv.Value.Shape {
	case Scalar:
		w.Texts[strings.Clone(fv.Name)] = strings.Clone(fv.Value.Text)
	case List:
		w.Lists[strings.Clone(fv.Name)] = fv.Value.all()
	default:
		diags.Add(diag.FieldEmpty, fv.At, fv.Name)
	}
	return diags
}

func (v Value) all() []string {
	texts := make([]string, len(v.Items))
	for i, item := range v.Items {
		texts[i] = strings.Clone(item.Text)
	}
	return texts
}

// keys returns the keys of all words.
func (w *Words) keys() []string {
	return slices.Sorted(slices.Values(slices.AppendSeq(
		slices.Collect(maps.Keys(w.Texts)), maps.Keys(w.Lists))))
}

// missing returns the keys of w that a file leaves out.
func (w *Words) missing(v Value) []string {
	return slices.DeleteFunc(w.keys(), func(key string) bool {
		return slices.ContainsFunc(v.Fields, func(fv FieldValue) bool { return fv.Name == key })
	})
}

// argument is what stands for a value in a word.
var argument = regexp.MustCompile(`\{\d\}|%s`)

func arguments(text string) []string {
	return slices.Sorted(slices.Values(argument.FindAllString(text, -1)))
}

// checkWord holds a word of a site against the one that it replaces.
func checkWord(base *Words, fv FieldValue, known func(key string) bool) diag.List {
	text, isText := base.Texts[fv.Name]
	list, isList := base.Lists[fv.Name]
	var diags diag.List
	switch {
	case !isText && !isList && known(fv.Name):
	case !isText && !isList:
		diags = append(
			diags, diag.New(diag.WordUnknown, fv.At,
				fv.Name).Instead(diag.Closest(fv.Name, base.keys())),
		)
	case isText && fv.Value.Shape == List:
		diags.Add(diag.FieldScalar, fv.Value.At, fv.Name)
	case isList && (fv.Value.Shape != List || len(fv.Value.Items) != len(list)):
		diags.Add(diag.WordList, fv.Value.At, fv.Name, strconv.Itoa(len(list)))
	case isText && !slices.Equal(arguments(text), arguments(fv.Value.Text)):
		diags.Add(diag.WordArguments, fv.Value.At, fv.Name, strings.Join(arguments(text), ", "))
	}
	return diags
}
