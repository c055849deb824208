package content

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"maklumat/generator/internal/markdown"
)

// A Lack says why a text is no evidence of what it is to show: it says little, or little besides
// that what it is about is not there yet.
type Lack struct {
	Words  int    // of its own
	Absent string // by which it says that something is not there, or ""
}

// Fewer words than leastWords say nothing; beside a sentence that says that something is not there,
// fewer than leastBesides are only its explanation.
const (
	leastWords   = 5
	leastBesides = 20
)

// absent matches what a sentence says that stands for something that is not there: that it is not
// yet, or that it is being made.
var absent = regexp.MustCompile(
	`(?i)\b(?:belum (?:kami )?\pL{3,}|tidak (?:diunggah|tersedia|dimuat|dapat ditampilkan)|` +
		`menyusul|segera (?:hadir|\pL*(?:bit|sedia|unggah|muat|umum)\pL*)|` +
		`(?:sedang|masih|akan|tengah) (?:(?:kami|akan|dalam|segera|tahap) )*` +
		`(?:di|pen|pem|per|proses|susun|siap|buat|lengkap|kerja)\pL*|` +
		`dalam (?:tahap )?(?:penyusunan|proses|pengerjaan|perbaikan|persiapan|pembuatan)|` +
		`not (?:yet )?available|not yet \pL+|coming soon|under construction|to be announced|` +
		`being (?:prepared|written|made)|in preparation)\b`,
)

// elsewhere matches a sentence that only sends the reader somewhere.
var elsewhere = regexp.MustCompile(
	`(?i)^\W*(?:untuk [^,]{0,60}, )?(?:silakan |mohon |harap |please )?(?:hubungi|tanyakan|bertanya|tanya|datang|` +
		`kunjungi|lihat|minta|cek|ask|see|contact|visit)\b`,
)

// betweenSentences matches the end of a sentence, of a line of a list, and of a paragraph.
var betweenSentences = regexp.MustCompile(`[.!?;:]["”)]*\s+|\n\s*(?:\n|[-*+] |\d+\. )|\[|,\s+(?:silakan|tanyakan|hubungi)`)

// lack returns what a text in Markdown lacks to be evidence, or nil. What is shown besides text, a
// table, a picture or figures, is looked at by people.
func lack(text []byte) *Lack {
	if bytes.Contains(text, []byte("```")) || bytes.Contains(text, []byte("\n|")) ||
		bytes.Contains(text, []byte("![")) {
		return nil
	}
	out := &Lack{}
	own, sent := 0, 0
	for sentence := range sentencesOf(text) {
		if strings.HasPrefix(sentence, "#") {
			continue
		}
		words := wordsIn(sentence)
		switch found := absent.FindString(sentence); {
		case found != "" && out.Absent == "":
			out.Absent = strings.Clone(found)
		case found != "":
		case elsewhere.MatchString(sentence):
			sent += words
		default:
			own += words
		}
	}
	if out.Absent == "" {
		own += sent // a page of contacts does send people there
	}
	if out.Words = own; own < leastWords || out.Absent != "" && own < leastBesides {
		return out
	}
	return nil
}

// sentencesOf yields the sentences of a text.
func sentencesOf(text []byte) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		rest := string(text)
		for rest != "" {
			end, next := len(rest), len(rest)
			if m := betweenSentences.FindStringIndex(rest); m != nil {
				end, next = m[0], m[1]
				if rest[m[0]] == ',' {
					next = m[0] + 1 // the next one begins with the verb
				}
			}
			if s := strings.TrimSpace(rest[:end]); s != "" && !yield(s) {
				return
			}
			rest = rest[next:]
		}
	}
}

// wordsIn counts the words of a text: what has a letter or a digit. Addresses of links are none.
func wordsIn(text string) (n int) {
	for _, word := range strings.Fields(text) {
		if strings.Contains(word, "](") {
			word, _, _ = strings.Cut(word, "](")
		}
		if strings.ContainsFunc(word, unicode.IsLetter) ||
			strings.ContainsFunc(word, unicode.IsDigit) {
			n++
		}
	}
	return n
}

// lacks says of each duty that a document meets what its text lacks: that of the part which meets
// it, or all of it.
func lacks(meets []Reference, body []byte, outline []markdown.Heading) {
	if len(meets) == 0 {
		return
	}
	whole := lack(body)
	starts := headings(body)
	for i := range meets {
		meets[i].Lack = whole
		if len(starts) != len(outline) {
			continue // a heading is written in another way
		}
		for n, h := range outline {
			if h.ID != meets[i].Part {
				continue
			}
			end := len(body)
			for m := n + 1; m < len(outline); m++ {
				if outline[m].Level <= h.Level {
					end = starts[m]
					break
				}
			}
			meets[i].Lack = lack(body[starts[n]:end])
		}
	}
}

// headings returns where the lines of a body stand that begin with number signs.
func headings(body []byte) (starts []int) {
	fenced := false
	for at := 0; at < len(body); {
		line, _, _ := bytes.Cut(body[at:], []byte("\n"))
		switch text := bytes.TrimLeft(line, " "); {
		case bytes.HasPrefix(text, []byte("```")), bytes.HasPrefix(text, []byte("~~~")):
			fenced = !fenced
		case !fenced && bytes.HasPrefix(text, []byte("#")):
			starts = append(starts, at)
		}
		at += len(line) + 1
	}
	return starts
}
