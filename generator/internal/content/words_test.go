package content

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shippedWords are words of the two languages that every site has.
var shippedWords = []DataFile{
	{Path: WordsFolder + "id.yaml", Src: []byte(
		"Home: Beranda\nAge: \"{0} hari, {1} jam\"\nPercent: \"%s persen\"\n" +
			"Months: [Januari, Februari]\n")},
	{Path: WordsFolder + "en.yaml", Src: []byte(
		"Home: Home\nAge: \"{0} days, {1} hours\"\nPercent: \"%s percent\"\n" +
			"Months: [January, February]\n")},
}

// say returns a word. (A test of the pages takes what looks like a call for a word of the site.)
func say(w *Words, key string, args ...string) string { return w.Text(key, args...) }

// ownWords reads the shipped words and one file of a site, whose templates ask for Slogan.
func ownWords(file, src string) (WordSet, []string) {
	set, diags := ParseWords(shippedWords, []DataFile{{Path: WordsFolder + file, Src: []byte(src)}},
		func(key string) bool { return key == "Slogan" })
	return set, told(src, diags)
}

func TestParseWords(t *testing.T) {
	const id = "templates/words/id.yaml:"
	tests := []struct {
		name, file, src string
		want            []string // messages
		home            string   // the word Home of the file's language
	}{
		{"one word replaced", "id.yaml", "Home: Muka\n", nil, "Muka"},
		{"a word of English replaced", "en.yaml", "Home: Start\n", nil, "Start"},
		{"an unknown key", "id.yaml", "Hom: Muka\n",
			[]string{"word/unknown " + id + "1:1 [Hom] → Home"}, "Beranda"},
		{"an unknown key that is near nothing", "id.yaml", "Semboyan: Jujur\n",
			[]string{"word/unknown " + id + "1:1 [Semboyan]"}, "Beranda"},
		{"a key that a template asks for", "id.yaml", "Slogan: Jujur\n", nil, "Beranda"},
		{"a list that a template asks for", "id.yaml", "Slogan: [Jujur, Adil]\n", nil, "Beranda"},
		{"a list that is too short", "id.yaml", "Months: [Januari]\n",
			[]string{"word/list " + id + "1:9 [[Januari]"}, "Beranda"},
		{"a list that is too long", "id.yaml", "Months: [a, b, c]\n",
			[]string{"word/list " + id + "1:9 [[a, b, c]"}, "Beranda"},
		{"a text in place of a list", "id.yaml", "Months: Januari\n",
			[]string{"word/list " + id + "1:9 [Januari]"}, "Beranda"},
		{"a list in place of a text", "id.yaml", "Home: [Muka]\n",
			[]string{"field/scalar " + id + "1:7 [[Muka]"}, "Beranda"},
		{"an argument is missing", "id.yaml", "Age: \"{0} hari\"\n",
			[]string{"word/arguments " + id + "1:6 [\"{0} hari\"]"}, "Beranda"},
		{"an argument twice", "id.yaml", "Age: \"{0} hari, {0} jam\"\n",
			[]string{"word/arguments " + id + "1:6 [\"{0} hari, {0} jam\"]"}, "Beranda"},
		{"the arguments in another order", "id.yaml", "Age: \"{1} jam, {0} hari\"\n", nil, "Beranda"},
		{"a percent sign is an argument too", "id.yaml", "Percent: \"{0} persen\"\n",
			[]string{"word/arguments " + id + "1:10 [\"{0} persen\"]"}, "Beranda"},
		{"a key without a word", "id.yaml", "Home:\n",
			[]string{"field/empty " + id + "1:1 [Home]"}, "Beranda"},
		{"a group in place of a word", "id.yaml", "Home: {a: b}\n",
			[]string{"field/empty " + id + "1:1 [Home]"}, "Beranda"},
		{"a broken file", "id.yaml", "\xff",
			[]string{"header/encoding " + id + "1:1 [\xff]"}, "Beranda"},
		{"a key twice", "id.yaml", "Home: a\nHome: b\n",
			[]string{"header/duplicate " + id + "2:1 [Home]"}, "b"},
		{"a file named after no language", "daerah.yaml", "Home: Muka\n",
			[]string{"words/name templates/words/daerah.yaml:1:1"}, ""},
		{"a file with a capital", "Su.yaml", "Home: Muka\n",
			[]string{"words/name templates/words/Su.yaml:1:1"}, ""},
		{"a third language that is whole", "su.yaml",
			"Home: Bumi\nAge: \"{0} poé, {1} jam\"\nPercent: \"%s persén\"\nMonths: [Januari, Pébruari]\n",
			nil, "Bumi"},
		{"a variety of a language", "ban-ID.yaml", "Home: Jero\n",
			[]string{"words/missing templates/words/ban-ID.yaml:1:1"}, "Jero"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set, got := ownWords(test.file, test.src)
			if d := cmp.Diff(test.want, got); d != "" {
				t.Errorf("messages (-want +got):\n%s", d)
			}
			home := ""
			if w := set[languageOf(test.file)]; w != nil {
				home = say(w, "Home")
			}
			if home != test.home {
				t.Errorf("Home is %q, want %q", home, test.home)
			}
		})
	}
}

// A wrong word is left as it was, so that templates find what they rely on.
func TestParseWordsKeeps(t *testing.T) {
	set, told := ownWords("id.yaml", "Age: \"{1} jam, {0} hari\"\nMonths: [a]\nPercent: [b]\n")
	if len(told) != 2 {
		t.Errorf("%q", told)
	}
	id, en := set["id"], set["en"]
	if got := say(id, "Age", "3", "4"); got != "4 jam, 3 hari" {
		t.Errorf("Age is %q", got)
	}
	if got := id.List("Months"); !slices.Equal(got, []string{"Januari", "Februari"}) {
		t.Errorf("Months is %q", got)
	}
	if got := say(id, "Percent"); got != "%s persen" || id.List("Percent") != nil {
		t.Errorf("Percent is %q", got)
	}
	if got := say(en, "Age", "3", "4"); got != "3 days, 4 hours" {
		t.Errorf("Age is %q", got)
	}
}

// What a third language leaves out is said with the site's own Indonesian words, wherever the
// two files stand in the folder.
func TestParseWordsOrder(t *testing.T) {
	set, _ := ParseWords(shippedWords, []DataFile{
		{Path: WordsFolder + "ban.yaml", Src: []byte("Age: \"{0} {1}\"\n")},
		{Path: WordsFolder + "id.yaml", Src: []byte("Home: Muka\n")},
		{Path: WordsFolder + "su.yaml", Src: []byte("Age: \"{0} {1}\"\n")},
	}, func(string) bool { return false })
	if ban, su := say(set["ban"], "Home"), say(set["su"], "Home"); ban != "Muka" || su != "Muka" {
		t.Errorf("%q and %q", ban, su)
	}
}

// A third language is told exactly what it leaves out, and says that in Indonesian.
func TestParseWordsMissing(t *testing.T) {
	src := "Home: Bumi\n"
	set, diags := ParseWords(
		shippedWords, []DataFile{{Path: WordsFolder + "su.yaml", Src: []byte(src)}},
		func(string) bool { return false },
	)
	holds(t, src, diags, "words/missing templates/words/su.yaml:1:1")
	if want := []string{"3", "su", "Age, Months, Percent"}; !slices.Equal(diags[0].Args, want) {
		t.Errorf("missing are %q, want %q", diags[0].Args, want)
	}
	su := set["su"]
	if su.Lang != "su" || say(su, "Home") != "Bumi" || say(su, "Age", "1", "2") != "1 hari, 2 jam" ||
		!slices.Equal(su.List("Months"), []string{"Januari", "Februari"}) {
		t.Errorf("%+v", su)
	}
	if say(set["id"], "Home") != "Beranda" {
		t.Error("the third language changed the Indonesian words")
	}
}

func TestLanguages(t *testing.T) {
	set := WordSet{"su": nil, "en": nil, "ban": nil, "id": nil}
	if got := set.Languages(); !slices.Equal(got, []string{"id", "en", "ban", "su"}) {
		t.Errorf("%q", got)
	}
}

func TestIsWords(t *testing.T) {
	for file, want := range map[string]bool{
		"templates/words/su.yaml": true, "templates/words/su.yml": false, "templates/su.yaml": false,
		"words/su.yaml": false,
	} {
		if IsWords(file) != want {
			t.Errorf("%s: %t", file, !want)
		}
	}
}

// An unknown key's nearest one is looked for among texts and lists alike.
func TestWordsProposal(t *testing.T) {
	_, got := ownWords("id.yaml", "Month: [a, b]\n")
	if len(got) != 1 || !strings.HasSuffix(got[0], "→ Months") {
		t.Errorf("%q", got)
	}
}
