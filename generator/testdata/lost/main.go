// The program lost counts the words of an old site's Markdown that an import of it has not.
//
//	go run generator/testdata/lost/main.go ../old/content imported/content
//
// Documents are paired by their titles. What is told anyway is not counted: shortcodes, HTML, their
// attributes, and where links lead. The pages that miss most are listed, with the words they miss.
package main

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

// A document is a Markdown file by its title.
type document struct {
	file  string
	words map[string]int
}

var (
	header     = regexp.MustCompile(`(?s)^\x{FEFF}?(?:---\s*\n(.*?)\n---|\+\+\+\s*\n(.*?)\n\+\+\+)\s*(?:\n|$)`)
	title      = regexp.MustCompile(`(?m)^title\s*[:=]\s*(.*)$`)
	word       = regexp.MustCompile(`[\p{L}\p{N}\p{M}]+`)
	shortcode  = regexp.MustCompile(`(?s)\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}`)
	comment    = regexp.MustCompile(`(?s)<!--.*?-->`)
	tag        = regexp.MustCompile(`(?s)</?[A-Za-z][^<>]*>`)
	target     = regexp.MustCompile(`\]\(\s*(?:\S*\s+(?:"((?:\\.|[^"\\\n])*)"|'[^'\n]*')|<?[^)\n]*>?)\s*\)`)
	reference  = regexp.MustCompile(`(?m)^[ \t>]*\[[^\]]+\]:.*$`)
	label      = regexp.MustCompile(`\][ ]?\[[^\]]*\]`)
	attributes = regexp.MustCompile(`\{[.#][^}\n]*\}`)
	address    = regexp.MustCompile(`https?://\S+`)
	span       = regexp.MustCompile("`[^`\n]+`")
)

// text returns what a body says, code as it is.
func text(body string, old bool) string {
	var out strings.Builder
	var prose []string
	flush := func() {
		s := strings.Join(prose, "\n")
		prose = nil
		if old {
			s = shortcode.ReplaceAllString(s, " ")
		}
		s = reference.ReplaceAllString(comment.ReplaceAllString(s, " "), "")
		instead := "]"
		if !old {
			instead = "] $1 " // what stood below a picture
		}
		s = attributes.ReplaceAllString(label.ReplaceAllString(target.ReplaceAllString(s, instead), "]"), "")
		at := 0
		plain := func(s string) {
			s = address.ReplaceAllString(tag.ReplaceAllString(s, " "), "")
			out.WriteString(html.UnescapeString(strings.ReplaceAll(s, `\`, "")))
		}
		for _, m := range span.FindAllStringIndex(s, -1) {
			plain(s[at:m[0]])
			out.WriteString(s[m[0]:m[1]])
			at = m[1]
		}
		plain(s[at:])
		out.WriteByte('\n')
	}
	fence := ""
	for line := range strings.Lines(body) {
		trimmed := strings.TrimLeft(line, " \t>")
		mark := ""
		for _, c := range []string{"`", "~"} {
			if n := len(trimmed) - len(strings.TrimLeft(trimmed, c)); n >= 3 {
				mark = trimmed[:n]
			}
		}
		switch {
		case fence == "" && mark != "":
			flush()
			fence = mark
		case fence != "" && strings.HasPrefix(mark, fence):
			fence = ""
		case fence == "":
			prose = append(prose, line)
			continue
		}
		out.WriteString(line)
	}
	flush()
	return out.String()
}

// documents returns the documents below a folder by their titles, in letters and digits alone.
func documents(root string, old bool) (map[string][]document, error) {
	all := map[string][]document{}
	return all, filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(file) != ".md" {
			return err
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		s := strings.ReplaceAll(string(src), "\r\n", "\n")
		m := header.FindStringSubmatchIndex(s)
		if m == nil {
			return nil
		}
		t := title.FindStringSubmatch(s[:m[1]])
		if t == nil {
			return nil
		}
		d := document{file, map[string]int{}}
		for _, w := range word.FindAllString(text(s[m[1]:], old), -1) {
			d.words[w]++
		}
		key := strings.ToLower(strings.Join(word.FindAllString(html.UnescapeString(t[1]), -1), ""))
		all[key] = append(all[key], d)
		return nil
	})
}

// missing returns the words of a document that another has not, and how many they are.
func missing(a, b document) (words []string, n int) {
	for w, count := range a.words {
		if lost := count - b.words[w]; lost > 0 {
			words, n = append(words, w), n+lost
		}
	}
	sort.Strings(words)
	return words, n
}

func run(old, imported string) error {
	before, err := documents(old, true)
	if err != nil {
		return err
	}
	after, err := documents(imported, false)
	if err != nil {
		return err
	}
	type loss struct {
		file  string
		n     int
		words []string
	}
	var losses []loss
	pages, all, lost := 0, 0, 0
	for key, olds := range before {
		for _, d := range olds {
			best := loss{n: -1}
			for _, made := range after[key] {
				if words, n := missing(d, made); best.n < 0 || n < best.n {
					best = loss{d.file, n, words}
				}
			}
			if best.n < 0 {
				continue // told as not carried
			}
			pages++
			for _, n := range d.words {
				all += n
			}
			if lost += best.n; best.n > 0 {
				losses = append(losses, best)
			}
		}
	}
	sort.Slice(losses, func(a, b int) bool { return losses[a].n > losses[b].n })
	for _, l := range losses[:min(20, len(losses))] {
		fmt.Printf("%6d  %s: %s\n", l.n, l.file, strings.Join(l.words[:min(12, len(l.words))], " "))
	}
	fmt.Printf("%d of %d words missing (%.4f %%) in %d pages\n", lost, all,
		100*float64(lost)/float64(max(all, 1)), pages)
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: lost OLD-FOLDER IMPORTED-FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}
