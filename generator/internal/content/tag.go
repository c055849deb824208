package content

import (
	"regexp"
	"strings"

	"maklumat/generator/internal/diag"
	"maklumat/generator/internal/letters"
	"maklumat/generator/internal/markdown"
)

// spelled are the marks that tell keywords apart, where they do: C, C++ and C#, NET and .NET.
var spelled = []struct {
	mark *regexp.Regexp
	word string
}{
	{regexp.MustCompile(`\+`), " plus "},
	{regexp.MustCompile(`(\w)#`), "$1 sharp "}, // not in front, where it is no part of the keyword
	{regexp.MustCompile(`(^|\s)\.(\w)`), "$1 dot $2"},
}

// TagSlug returns what stands for a keyword in the address of its page.
func TagSlug(tag string) string {
	if strings.ContainsAny(tag, "+#.") {
		for _, s := range spelled {
			tag = s.mark.ReplaceAllString(tag, s.word)
		}
	}
	return string(markdown.Slug([]byte(tag)))
}

// SameTag reports whether two keywords differ in nothing but case, accents, blanks and hyphens.
func SameTag(a, b string) bool {
	return a == b || joined(a) == joined(b)
}

func joined(tag string) string {
	tag, _ = letters.ASCII(strings.ToLower(tag))
	return withoutHyphens.Replace(tag)
}

var withoutHyphens = strings.NewReplacer(" ", "", "-", "", "_", "")

// HasTagSlug reports whether all letters of a keyword can be in an address.
func HasTagSlug(tag string) bool {
	_, complete := letters.ASCII(tag)
	return complete && TagSlug(tag) != ""
}

// checkLetters reports keywords, and a file's name that becomes an address, of letters that an
// address cannot have.
func (c *checker) checkLetters(v Value) {
	for _, tag := range v.Field("tags").Items {
		if tag.Given() && !HasTagSlug(tag.Text) {
			c.diags.Add(diag.TagLetters, tag.At, tag.Text)
		}
	}
	if v.Field("slug").Given() {
		return
	}
	name := nameForSlug(c.file)
	if _, complete := letters.ASCII(name); !complete || defaultSlug(c.file) == "" {
		c.diags.Add(diag.SlugLetters, diag.Span{File: c.file}, name)
	}
}
